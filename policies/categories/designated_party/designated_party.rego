# METADATA
# scope: package
# title: Designated parties
# description: >-
#   Asset freeze and travel ban under paragraph 8 (d) and (e) of S/RES/1718 (2006), for those whom the Council or
#   the Committee listed, and the freeze of Government and Party assets under paragraph 32 of S/RES/2270 (2016),
#   which needs a determination. Being from the DPRK is not enough. The duties bind other States. Beside this file stand
#   the freezes and travel bans of the regimes that list parties and sanction no State.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: designated-party
#   measures:
#     - dprk-asset-freeze-designated
#     - dprk-asset-freeze-government-party
#     - dprk-close-designated-offices
#     - dprk-travel-ban
#     - isil-al-qaida-asset-freeze
#     - taliban-asset-freeze
#     - iraq-asset-freeze
#     - drc-asset-freeze
#     - iran-asset-freeze
#     - iran-asset-freeze-2006
#     - somalia-asset-freeze
#     - libya-asset-freeze
#     - car-asset-freeze
#     - yemen-asset-freeze
#     - haiti-asset-freeze
#     - sudan-asset-freeze
#     - south-sudan-asset-freeze
#     - isil-al-qaida-travel-ban
#     - taliban-travel-ban
#     - drc-travel-ban
#     - iran-travel-ban
#     - iran-travel-ban-2008
#     - somalia-travel-ban
#     - libya-travel-ban
#     - car-travel-ban
#     - guinea-bissau-travel-ban
#     - yemen-travel-ban
#     - haiti-travel-ban
#     - sudan-travel-ban
#     - south-sudan-travel-ban
package article41.categories.designated_party

import data.article41.lib

# METADATA
# title: >-
#   S/RES/1718 (2006), paragraph 8 (d): asset freeze
# description: >-
#   Assets of listed parties, of those acting for them and of what they own or control are frozen, and nothing is
#   made available to them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: designated-party
#   measures:
#     - dprk-asset-freeze-designated
assessment["dprk-asset-freeze-designated"] := {"outside": nobody_listed} if {
	input.activity != "deal_with_designated"
	not lib.listing("dprk-asset-freeze-designated", "freeze")
}

else := {"outside": lib.not_listed_then} if not_then("dprk-asset-freeze-designated", "freeze")

else := {"conditions": [frozen_party]} if input.activity == "designated_mention"

else := {"conditions": [
	frozen_party,
	other_state,
]}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 32: Government and Party
# description: >-
#   Assets outside the DPRK of bodies of its Government or the Workers' Party, if the State determines that they
#   are tied to the programmes.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: designated-party
#   measures:
#     - dprk-asset-freeze-government-party
assessment["dprk-asset-freeze-government-party"] := {"conditions": [
	{"condition": "the funds or resources are those of a body of the DPRK Government or the Workers' Party", "met": true, "law": ["obligation"]},
	other_state,
	lib.determination,
]}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 15: offices
# description: The freeze requires that offices of listed entities close.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/1718(2006)
# custom:
#   category: designated-party
#   measures:
#     - dprk-close-designated-offices
assessment["dprk-close-designated-offices"] := {"outside": lib.not_listed_then} if {
	not_then("dprk-close-designated-offices", "freeze")
}

else := {"conditions": [
	office_owner,
	host,
]} if {
	host
}

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/1718 (2006), paragraph 8 (e): travel ban
# description: >-
#   Listed persons do not enter or transit, nor, since S/RES/2094 (2013), those whom a State finds to act for
#   listed parties.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
# custom:
#   category: designated-party
#   measures:
#     - dprk-travel-ban
assessment["dprk-travel-ban"] := {"outside": lib.not_listed_then} if {
	not agent
	not_then("dprk-travel-ban", "travel")
}

else := {"conditions": [
	traveller,
	host,
]} if {
	host
}

else := {"outside": at_home}

# METADATA
# title: A listed party to the dealing
# description: >-
#   The party itself, or the owner of what is dealt with: the freeze reaches what a listed party owns or controls.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: designated-party
#   measures:
#     - dprk-asset-freeze-designated
frozen_party := listed_in_time(entry) if entry := lib.listing("dprk-asset-freeze-designated", "freeze")

else := named_as_designated

# METADATA
# title: The owner of the office
# description: A listed entity.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/1718(2006)
# custom:
#   category: designated-party
#   measures:
#     - dprk-close-designated-offices
office_owner := listed_in_time(entry) if entry := lib.listing("dprk-close-designated-offices", "freeze")

else := named_as_designated

# METADATA
# title: The traveller
# description: >-
#   A listed person, or since 7 March 2013 one whom a State has found to act for a listed party or to help
#   evasion.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
# custom:
#   category: designated-party
#   measures:
#     - dprk-travel-ban
traveller := {
	"condition": "a State has found that the person acts for a designated party or helps evasion",
	"met": true,
	"law": ["extends"],
} if {
	agent
}

else := listed_in_time(entry) if entry := lib.listing("dprk-travel-ban", "travel")

else := named_as_designated

# METADATA
# title: The agent
# description: A State has found that the person acts for a listed party or helps evasion; since 7 March 2013 that is enough.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2094(2013)
# custom:
#   category: designated-party
#   measures:
#     - dprk-travel-ban
agent if {
	is_string(input.facts.state_determination)
	input.date.from >= "2013-03-07"
}

# METADATA
# title: Not listed then
# description: >-
#   The act lies wholly before the listing or after it, and the text does not call the party designated: it may act for
#   or belong to another one that was listed.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: designated-party
#   measures:
#     - dprk-asset-freeze-designated
#     - dprk-close-designated-offices
#     - dprk-travel-ban
not_then(id, word) if {
	not input.facts.designated # is_string of nothing would be undefined here, and not false
	lib.standing(lib.listing(id, word)) == "not_then"
}

# METADATA
# title: Nobody listed
# description: >-
#   A passage that only names a party, or tells of a financial service, concerns the freeze where that party is listed.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
# custom:
#   category: designated-party
#   measures:
#     - dprk-asset-freeze-designated
nobody_listed := {
	"code": "not_listed",
	"text": "nobody whom the passage names is identified as an entry of the list",
}

# METADATA
# title: Listed at the time
# description: >-
#   Whoever is on the list today has been on it since the last additions of 30 March 2018; before that day it
#   depends on when the party was listed, unless the text calls it designated. Where the party has no more than the
#   name of an entry, the condition says so.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: designated-party
#   measures:
#     - dprk-asset-freeze-designated
#     - dprk-close-designated-offices
#     - dprk-travel-ban
listed_in_time(entry) := {
	"condition": "the party is an entry of the list, and was on the date of the law applied",
	"met": true,
	"law": ["obligation"],
} if {
	entry.match == "identified"
	in_time(entry)
}

else := {
	"condition": "the party has the name of an entry of the list that was on it on the date of the law applied",
	"met": true,
	"effect": "a name match is not an identification: compare the identifiers of the entry",
	"law": ["obligation"],
} if {
	entry.match == "name"
	in_time(entry)
}

else := named_as_designated if is_string(input.facts.designated)

else := lib.identity(entry) if entry.match == "possible"

else := {
	"condition": "the party is an entry of the list, and was on the date of the law applied",
	"met": false,
	"unknown": true,
	"effect": "parties were added until 30 March 2018, so this one may have been listed later: breach possible",
	"law": ["obligation"],
	"missing": "date of listing",
} if {
	lib.standing(entry) == "undated"
}

else := lib.on_list(entry)

# METADATA
# title: In time
# description: On the list throughout the law date, by its own dates or because the list has not changed since.
# scope: document
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
# custom:
#   category: designated-party
#   measures:
#     - dprk-asset-freeze-designated
#     - dprk-close-designated-offices
#     - dprk-travel-ban
in_time(entry) if lib.standing(entry) == "then"

in_time(entry) if {
	lib.standing(entry) == "undated"
	input.date.from >= "2018-03-30"
	not lib.removed(entry)
}

# METADATA
# title: Named as designated
# description: What the text says where no entry of the list is identified.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: designated-party
#   measures:
#     - dprk-asset-freeze-designated
#     - dprk-close-designated-offices
#     - dprk-travel-ban
named_as_designated := {
	"condition": "the text says that the party is designated by the Council or the Committee",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.designated)
}

else := {
	"condition": "the Council or the Committee has designated the party, or the one that it acts for or belongs to",
	"met": false,
	"unknown": true,
	"effect": "no entry of the list is identified, and the text does not say it: breach possible",
	"law": ["obligation"],
	"missing": "designated",
}

# METADATA
# title: Another State
# description: The freezes bind other States; what happens within the DPRK alone is not their matter.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: designated-party
#   measures:
#     - dprk-asset-freeze-designated
#     - dprk-asset-freeze-government-party
other_state := {
	"condition": "another State, or a person or entity from it, takes part",
	"met": true,
	"law": ["obligation"],
} if {
	input.others != {}
}

else := {
	"condition": "another State, or a person or entity from it, takes part",
	"met": false,
	"unknown": true,
	"effect": "no other State is named: breach possible",
	"law": ["obligation"],
	"missing": "other State",
}

# METADATA
# title: The host
# description: >-
#   The State where the office is, or that the person enters; undefined when only the DPRK itself is named.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: designated-party
#   measures:
#     - dprk-close-designated-offices
#     - dprk-travel-ban
host := {
	"condition": "the State of the office, or that is entered, is named and is not the DPRK",
	"met": true,
	"law": ["obligation"],
} if {
	input.others.host
}

else := {
	"condition": "the State of the office, or that is entered, is named and is not the DPRK",
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
# description: These paragraphs bind the State where the office is, or that the person enters.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: designated-party
#   measures:
#     - dprk-close-designated-offices
#     - dprk-travel-ban
at_home := {
	"code": "within_target",
	"text": "the office or the person is in the DPRK itself; the measures concern other States",
}
