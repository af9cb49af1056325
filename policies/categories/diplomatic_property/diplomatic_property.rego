# METADATA
# scope: package
# title: Missions, diplomats and officials
# description: >-
#   The DPRK's missions abroad, their staff, accounts and real property, and the travel of its officials. Paragraphs
#   15, 16 and 18 of S/RES/2321 (2016) bind, the first once a State has made a finding; paragraphs 14 and 17 of it
#   and paragraph 24 of S/RES/2094 (2013) ask, recall or call for vigilance. The duties lie with the host State.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
# custom:
#   category: diplomatic-property
#   measures:
#     - dprk-restrict-government-military-travel
#     - dprk-reduce-mission-staff
#     - dprk-one-bank-account-per-mission
#     - dprk-mission-real-property
#     - dprk-diplomats-no-commerce
#     - dprk-vigilance-diplomats
package article41.categories.diplomatic_property

import data.article41.lib

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 15: travel of officials and forces
# description: >-
#   Entry and transit are restricted for government members, officials and forces whom the State finds associated
#   with the prohibited programmes.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: diplomatic-property
#   measures:
#     - dprk-restrict-government-military-travel
assessment["dprk-restrict-government-military-travel"] := {"conditions": [
	{"condition": "members of the government, officials or forces of the DPRK travel", "met": true, "law": ["obligation"]},
	host,
	lib.determination,
]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 14: fewer staff
# description: >-
#   States are asked to reduce the staff of DPRK missions; no number is set.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: diplomatic-property
#   measures:
#     - dprk-reduce-mission-staff
assessment["dprk-reduce-mission-staff"] := {"conditions": [host, staff, lib.calls_upon]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 16: one account each
# description: >-
#   A mission or post has one bank account, and so has each accredited diplomat or consular officer.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: diplomatic-property
#   measures:
#     - dprk-one-bank-account-per-mission
assessment["dprk-one-bank-account-per-mission"] := {"conditions": [
	{"condition": "a mission of the DPRK, or a member of it, has the account", "met": true, "law": ["obligation"]},
	host,
	second_account,
]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 18: use of real property
# description: >-
#   Real property that the DPRK owns or leases abroad may not be used for anything but diplomatic or consular work.
#   Letting rooms of an embassy is the typical case.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: diplomatic-property
#   measures:
#     - dprk-mission-real-property
assessment["dprk-mission-real-property"] := {"outside": diplomatic_use} if {
	host
	is_string(input.facts.diplomatic_purpose)
}

else := {"conditions": [host, use]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 17: no business for personal profit
# description: >-
#   The paragraph recalls a rule of the Vienna Convention; it decides nothing of its own.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: diplomatic-property
#   measures:
#     - dprk-diplomats-no-commerce
assessment["dprk-diplomats-no-commerce"] := {"conditions": [host, profit, lib.calls_upon]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2094 (2013), paragraph 24: vigilance
# description: >-
#   States are called upon to be especially vigilant over DPRK diplomatic personnel.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2094(2013)
# custom:
#   category: diplomatic-property
#   measures:
#     - dprk-vigilance-diplomats
assessment["dprk-vigilance-diplomats"] := {"conditions": [
	{"condition": "diplomatic personnel of the DPRK is concerned", "met": true, "law": ["obligation"]},
	host,
	lib.calls_upon,
]} if host

else := {"outside": at_home}

# METADATA
# title: The host
# description: >-
#   The State where the mission, the person or the property is; undefined when only the DPRK itself is named.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
# custom:
#   category: diplomatic-property
#   measures:
#     - dprk-restrict-government-military-travel
#     - dprk-reduce-mission-staff
#     - dprk-one-bank-account-per-mission
#     - dprk-mission-real-property
#     - dprk-diplomats-no-commerce
#     - dprk-vigilance-diplomats
host := {
	"condition": "the State where the mission, person or property is, is named and is not the DPRK",
	"met": true,
	"law": ["obligation"],
} if {
	input.others.host
}

else := {
	"condition": "the State where the mission, person or property is, is named and is not the DPRK",
	"met": false,
	"unknown": true,
	"effect": "no host State is named: breach possible",
	"law": ["obligation"],
	"missing": "host",
} if {
	not input.countries.host.KP
}

# METADATA
# title: Within the DPRK
# description: >-
#   These paragraphs bind the other States, on their own territory.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
# custom:
#   category: diplomatic-property
#   measures:
#     - dprk-restrict-government-military-travel
#     - dprk-reduce-mission-staff
#     - dprk-one-bank-account-per-mission
#     - dprk-mission-real-property
#     - dprk-diplomats-no-commerce
#     - dprk-vigilance-diplomats
at_home := {
	"code": "within_target",
	"text": "it takes place in the DPRK itself; the measures concern the territory of other States",
}

# METADATA
# title: The number of staff
# description: >-
#   A report of a mission or of one diplomat does not show how many there were before.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: diplomatic-property
#   measures:
#     - dprk-reduce-mission-staff
staff := {
	"condition": "the State has not reduced the number of staff",
	"met": false,
	"unknown": true,
	"effect": "the text does not show how the number changed: breach possible",
	"law": ["obligation"],
	"missing": "number of staff",
}

# METADATA
# title: A second account
# description: >-
#   One account is allowed; only more than that is covered.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: diplomatic-property
#   measures:
#     - dprk-one-bank-account-per-mission
second_account := {
	"condition": "the text says that the limit of one account was exceeded",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.cap_exceeded)
}

else := {
	"condition": "the same mission or officer has more than one account in that State",
	"met": false,
	"unknown": true,
	"effect": "one account is allowed, and the text does not settle how many there are: breach possible",
	"law": ["obligation"],
	"missing": "number of accounts",
}

# METADATA
# title: Use of the property
# description: >-
#   The activity says that property of the DPRK is let or used for other purposes. Where the DPRK only takes
#   property from another, its use is still open.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: diplomatic-property
#   measures:
#     - dprk-mission-real-property
use := {
	"condition": "real property of the DPRK is let or used for something other than diplomatic or consular work",
	"met": true,
	"law": ["obligation"],
} if {
	input.countries.owner.KP
}

else := {
	"condition": "the real property that the DPRK leases is used for something other than diplomatic or consular work",
	"met": false,
	"unknown": true,
	"effect": "the DPRK takes the property from another, which is allowed; the text does not settle its use: breach possible",
	"law": ["obligation"],
	"missing": "use of the property",
}

# METADATA
# title: Diplomatic use
# description: >-
#   Why the paragraph does not cover property that serves the mission.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: diplomatic-property
#   measures:
#     - dprk-mission-real-property
diplomatic_use := {
	"code": "compliance",
	"text": "the text says that the property serves diplomatic or consular work, which S/RES/2321 (2016), para. 18, allows",
}

# METADATA
# title: Personal profit
# description: >-
#   The rule is about profit of the diplomat; business for the mission or the State is not within it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: diplomatic-property
#   measures:
#     - dprk-diplomats-no-commerce
profit := {
	"condition": "the text says that the diplomat earns income from it",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.earning_income)
}

else := {
	"condition": "the business is for the diplomat's personal profit",
	"met": false,
	"unknown": true,
	"effect": "the text does not say who profits: breach possible",
	"law": ["obligation"],
	"missing": "personal profit",
}
