# METADATA
# scope: package
# title: Duties to inspect, seize, expel and report
# description: >-
#   What States must do themselves about the DPRK's cargo, vessels and nationals. A claim says that a State did not;
#   the host or the flag State is the one that failed, the DPRK the partner whom it concerns. Inspection goes from
#   the call of S/RES/1718 (2006), paragraph 8 (f), to the duty of S/RES/2270 (2016), paragraph 18.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2087(2013)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2375(2017)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: enforcement
#   measures:
#     - dprk-expel-bank-agents
#     - dprk-expel-nationals-for-designated
#     - dprk-expel-diplomats
#     - dprk-expel-third-country-nationals
#     - dprk-cargo-inspection
#     - dprk-cargo-inspection-2094
#     - dprk-cargo-inspection-1718
#     - dprk-high-seas-inspection
#     - dprk-flag-state-redirect
#     - dprk-seize-and-dispose
#     - dprk-seize-freeze-vessels
#     - dprk-vessel-information-sharing
#     - dprk-implementation-reports
package article41.categories.enforcement

import data.article41.lib

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 33: agents of banks
# description: >-
#   Individuals who work for a DPRK bank or financial institution, or at its direction, are to be expelled.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: enforcement
#   measures:
#     - dprk-expel-bank-agents
assessment["dprk-expel-bank-agents"] := {"conditions": [host, bank_agent, lib.determination]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2094 (2013), paragraph 10: DPRK nationals
# description: >-
#   DPRK nationals whom the State finds to act for designated parties, or to help evasion, are to be expelled to the
#   DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2094(2013)
# custom:
#   category: enforcement
#   measures:
#     - dprk-expel-nationals-for-designated
assessment["dprk-expel-nationals-for-designated"] := {"conditions": [host, for_designated, lib.determination]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 13: diplomats and officials
# description: >-
#   Diplomats, officials and others in a governmental capacity whom the State finds to work for designated parties
#   or evasion are to be expelled.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: enforcement
#   measures:
#     - dprk-expel-diplomats
assessment["dprk-expel-diplomats"] := {"conditions": [host, governmental, for_designated, lib.determination]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 14: nationals of third States
# description: >-
#   Foreigners of another nationality whom the State finds to work for designated parties or evasion are to be
#   expelled to the State of their nationality.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: enforcement
#   measures:
#     - dprk-expel-third-country-nationals
assessment["dprk-expel-third-country-nationals"] := {"conditions": [host, foreigner, for_designated, lib.determination]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 18: inspection of all cargo
# description: >-
#   All cargo to or from the DPRK in the State's territory is to be inspected, with or without suspicion; baggage,
#   aircraft, rail and road by S/RES/2321 (2016), paragraphs 13, 20 and 21.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: enforcement
#   measures:
#     - dprk-cargo-inspection
assessment["dprk-cargo-inspection"] := {"conditions": [not_inspected, host]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2094 (2013), paragraph 16: inspection on reasonable grounds
# description: >-
#   From 7 March 2013 to 1 March 2016 cargo was to be inspected where there were reasonable grounds.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2094(2013)
# custom:
#   category: enforcement
#   measures:
#     - dprk-cargo-inspection-2094
assessment["dprk-cargo-inspection-2094"] := {"conditions": [not_inspected, host, lib.grounds]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/1718 (2006), paragraph 8 (f), and S/RES/1874 (2009), paragraph 11: call to inspect
# description: >-
#   Until 6 March 2013 States were only called upon to inspect.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
# custom:
#   category: enforcement
#   measures:
#     - dprk-cargo-inspection-1718
assessment["dprk-cargo-inspection-1718"] := {"conditions": [not_inspected, host, lib.calls_upon]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2375 (2017), paragraph 7: inspection on the high seas
# description: >-
#   A call to inspect vessels on the high seas, with the flag State's consent and on reasonable grounds.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: enforcement
#   measures:
#     - dprk-high-seas-inspection
assessment["dprk-high-seas-inspection"] := {"conditions": [host, high_seas, lib.grounds, lib.calls_upon]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2375 (2017), paragraph 8: redirection by the flag State
# description: >-
#   A flag State that does not consent to an inspection on the high seas is to direct its vessel to a suitable port.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: enforcement
#   measures:
#     - dprk-flag-state-redirect
assessment["dprk-flag-state-redirect"] := {"conditions": [
	{"condition": "the vessel was not directed to a port for inspection", "met": true, "law": ["obligation"]},
	flag_state,
	refusal,
]}

# METADATA
# title: >-
#   S/RES/1874 (2009), paragraph 14: seizure and disposal
# description: >-
#   Prohibited items found in an inspection are to be seized and disposed of.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2087(2013)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: enforcement
#   measures:
#     - dprk-seize-and-dispose
assessment["dprk-seize-and-dispose"] := {"conditions": [host, items, found]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 9: vessels in port
# description: >-
#   A vessel in the State's port is to be seized, inspected and impounded if there are reasonable grounds to believe
#   that it was used for prohibited activity.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: enforcement
#   measures:
#     - dprk-seize-freeze-vessels
assessment["dprk-seize-freeze-vessels"] := {"conditions": [host, in_port, lib.grounds]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraphs 10, 15 and 16: information
# description: >-
#   A State that has information on illicit cargo or listed vessels shares it with the flag or port State and the
#   Committee.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: enforcement
#   measures:
#     - dprk-vessel-information-sharing
assessment["dprk-vessel-information-sharing"] := {"conditions": [host, information]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 40, and later resolutions: reports
# description: >-
#   States are called upon to report within 90 days of each resolution.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2375(2017)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: enforcement
#   measures:
#     - dprk-implementation-reports
assessment["dprk-implementation-reports"] := {"conditions": [host, due, lib.calls_upon]} if {
	host
	due
}

else := {"outside": not_due} if host

else := {"outside": at_home}

# METADATA
# title: The State that failed
# description: >-
#   The State where the cargo, vessel or person is, or that owes the report; undefined when only the DPRK itself is
#   named.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2087(2013)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2375(2017)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: enforcement
#   measures:
#     - dprk-expel-bank-agents
#     - dprk-expel-nationals-for-designated
#     - dprk-expel-diplomats
#     - dprk-expel-third-country-nationals
#     - dprk-cargo-inspection
#     - dprk-cargo-inspection-2094
#     - dprk-cargo-inspection-1718
#     - dprk-high-seas-inspection
#     - dprk-seize-and-dispose
#     - dprk-seize-freeze-vessels
#     - dprk-vessel-information-sharing
#     - dprk-implementation-reports
host := {
	"condition": "the State that did not act is named and is not the DPRK",
	"met": true,
	"law": ["obligation"],
} if {
	input.others.host
}

else := {
	"condition": "the State that did not act is named and is not the DPRK",
	"met": false,
	"unknown": true,
	"effect": "the State that was to act is not named: breach possible",
	"law": ["obligation"],
	"missing": "host",
} if {
	not input.countries.host.KP
}

# METADATA
# title: The DPRK as the State that failed
# description: >-
#   These paragraphs bind the other States.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2087(2013)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2375(2017)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: enforcement
#   measures:
#     - dprk-expel-bank-agents
#     - dprk-expel-nationals-for-designated
#     - dprk-expel-diplomats
#     - dprk-expel-third-country-nationals
#     - dprk-cargo-inspection
#     - dprk-cargo-inspection-2094
#     - dprk-cargo-inspection-1718
#     - dprk-high-seas-inspection
#     - dprk-seize-and-dispose
#     - dprk-seize-freeze-vessels
#     - dprk-vessel-information-sharing
#     - dprk-implementation-reports
at_home := {
	"code": "within_target",
	"text": "it takes place in the DPRK itself; the duty is that of other States",
}

# METADATA
# title: An agent of a bank
# description: >-
#   What a person does for a bank is for the State to establish; a claim has no field for it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: enforcement
#   measures:
#     - dprk-expel-bank-agents
bank_agent := {
	"condition": "the person works for a DPRK bank or financial institution, or at its direction",
	"met": false,
	"unknown": true,
	"effect": "the text does not settle for whom the person works: breach possible",
	"law": ["obligation"],
	"missing": "work for a DPRK bank",
}

# METADATA
# title: Acting for a designated party
# description: >-
#   Whether the text names a party as designated, or one is identified as an entry of the list.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: enforcement
#   measures:
#     - dprk-expel-nationals-for-designated
#     - dprk-expel-diplomats
#     - dprk-expel-third-country-nationals
for_designated := {
	"condition": "the text names a designated party in the matter",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.designated)
}

else := {
	"condition": "a party in the matter is identified as an entry of the list",
	"met": true,
	"law": ["obligation"],
} if {
	lib.listed_dprk.partner
}

else := {
	"condition": "the person acts for a designated party or helps to evade the measures",
	"met": false,
	"unknown": true,
	"effect": "the text does not settle for whom the person acts: breach possible",
	"law": ["obligation"],
	"missing": "designated",
}

# METADATA
# title: A governmental capacity
# description: >-
#   Diplomats, officials and others who act for the government; a claim has no field for it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: enforcement
#   measures:
#     - dprk-expel-diplomats
governmental := {
	"condition": "the person is a diplomat, an official or otherwise acts for the DPRK's government",
	"met": false,
	"unknown": true,
	"effect": "the text does not settle the person's capacity: breach possible",
	"law": ["obligation"],
	"missing": "capacity of the person",
}

# METADATA
# title: A foreigner
# description: >-
#   The person's State of nationality is a partner beside the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: enforcement
#   measures:
#     - dprk-expel-third-country-nationals
foreigner := {
	"condition": "a State of nationality other than the DPRK is named",
	"met": true,
	"law": ["obligation"],
} if {
	input.others.partner
}

else := {
	"condition": "the person is a national of a third State",
	"met": false,
	"unknown": true,
	"effect": "no such nationality is named: breach possible",
	"law": ["obligation"],
	"missing": "nationality",
}

# METADATA
# title: Not inspected
# description: >-
#   The activity says so; the partner makes it cargo of the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: enforcement
#   measures:
#     - dprk-cargo-inspection
#     - dprk-cargo-inspection-2094
#     - dprk-cargo-inspection-1718
not_inspected := {
	"condition": "cargo to or from the DPRK, or carried under its flag, was not inspected",
	"met": true,
	"law": ["obligation"],
}

# METADATA
# title: On the high seas
# description: >-
#   States are asked to inspect there only if the flag State consents.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: enforcement
#   measures:
#     - dprk-high-seas-inspection
high_seas := {
	"condition": "the vessel was on the high seas, and its flag State consented to an inspection",
	"met": false,
	"effect": "the text says that inspection was refused; without the flag State's consent nobody is asked to inspect there",
	"law": ["obligation"],
	"missing": "flag State's consent",
} if {
	is_string(input.facts.inspection_refused)
}

else := {
	"condition": "the vessel was on the high seas, and its flag State consented to an inspection",
	"met": false,
	"unknown": true,
	"effect": "the text does not settle either: breach possible",
	"law": ["obligation"],
	"missing": "flag State's consent",
}

# METADATA
# title: The flag State
# description: >-
#   It owes the redirection, whichever State it is; the DPRK can be one.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: enforcement
#   measures:
#     - dprk-flag-state-redirect
flag_state := {
	"condition": "the flag State is named",
	"met": true,
	"law": ["obligation"],
} if {
	input.others.flag_state
}

else := {
	"condition": "the flag State is the DPRK itself",
	"met": true,
	"law": ["obligation"],
} if {
	input.countries.flag_state.KP
}

else := {
	"condition": "the flag State is named",
	"met": false,
	"unknown": true,
	"effect": "the State that was to act is not named: breach possible",
	"law": ["obligation"],
	"missing": "flag_state",
}

# METADATA
# title: Refusal of an inspection
# description: >-
#   The duty to redirect begins when the flag State does not consent.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: enforcement
#   measures:
#     - dprk-flag-state-redirect
refusal := {
	"condition": "the text says that an inspection was refused",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.inspection_refused)
}

else := {
	"condition": "the flag State did not consent to an inspection on the high seas",
	"met": false,
	"unknown": true,
	"effect": "the text does not report a refusal, with which the duty begins: breach possible",
	"law": ["obligation"],
	"missing": "inspection_refused",
}

# METADATA
# title: The items
# description: >-
#   Whether they are prohibited follows from what they are.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: enforcement
#   measures:
#     - dprk-seize-and-dispose
items := {
	"condition": "the text names the items that were not seized; whether they were prohibited follows from other measures",
	"met": true,
	"law": ["obligation"],
} if {
	input.goods != {}
}

else := {
	"condition": "the items that were not seized are prohibited ones",
	"met": false,
	"unknown": true,
	"effect": "the text does not say what they are: breach possible",
	"law": ["obligation"],
	"missing": "goods",
}

# METADATA
# title: The find
# description: >-
#   The duty is about items that an inspection has found; a claim has no field for it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: enforcement
#   measures:
#     - dprk-seize-and-dispose
found := {
	"condition": "an inspection had found the items, and they were prohibited on that day",
	"met": false,
	"unknown": true,
	"effect": "the duty begins with the find, which the text does not settle: breach possible",
	"law": ["obligation"],
	"missing": "find in an inspection",
}

# METADATA
# title: In port
# description: >-
#   In its ports a State must act, in its territorial waters it may; a claim has no field for the place.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: enforcement
#   measures:
#     - dprk-seize-freeze-vessels
in_port := {
	"condition": "what was not seized is a vessel in a port of that State",
	"met": false,
	"unknown": true,
	"effect": "the text does not settle the place; outside ports a State may act but need not: breach possible",
	"law": ["obligation"],
	"missing": "vessel in port",
}

# METADATA
# title: Information
# description: >-
#   Only a State that has information on illicit cargo or listed vessels has something to share.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: enforcement
#   measures:
#     - dprk-vessel-information-sharing
information := {
	"condition": "the State had information on illicit cargo or listed vessels",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.reasonable_grounds)
}

else := {
	"condition": "the State had information on illicit cargo or listed vessels",
	"met": false,
	"unknown": true,
	"effect": "without it there is nothing to share, and the text does not report it: breach possible",
	"law": ["obligation"],
	"missing": "reasonable_grounds",
}

# METADATA
# title: A report was due
# description: >-
#   The first one 90 days after 2 March 2016; undefined until then.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: enforcement
#   measures:
#     - dprk-implementation-reports
due := {
	"condition": "the 90 days for the first of these reports had passed",
	"met": true,
	"law": ["obligation"],
} if {
	input.date.from > "2016-05-31"
}

else := {
	"condition": "the 90 days for the first of these reports had passed",
	"met": false,
	"unknown": true,
	"effect": "they had not on part of the date of the law applied: breach possible",
	"law": ["obligation"],
	"missing": "event_date",
} if {
	input.date.to > "2016-05-31"
}

# METADATA
# title: Not due yet
# description: >-
#   Why nothing can be missing before the first report was due.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: enforcement
#   measures:
#     - dprk-implementation-reports
not_due := {
	"code": "not_in_force",
	"text": "the first report called for by S/RES/2270 (2016) could be made until 31 May 2016",
}
