# METADATA
# scope: package
# title: Proliferation-sensitive items
# description: >-
#   Items, technology and help for weapons of mass destruction and ballistic missiles, from and to the DPRK.
#   Paragraph 8 of S/RES/1718 (2006) bans listed items; paragraph 27 of S/RES/2270 (2016) adds whatever a State
#   determines could contribute; S/RES/1695 (2006) came before.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1695(2006)
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2087(2013)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: proliferation
#   measures:
#     - dprk-missile-supply-1695
#     - dprk-missile-procurement-1695
#     - dprk-wmd-items-import
#     - dprk-wmd-items-export
#     - dprk-wmd-assistance
#     - dprk-wmd-catch-all
#     - dprk-wmd-catch-all-2094
#     - dprk-satellite-launch-cooperation
#     - dprk-designated-party-transfer
package article41.categories.proliferation

import data.article41.lib

# METADATA
# title: >-
#   S/RES/1695 (2006), paragraph 3: missile items to the DPRK
# description: >-
#   States keep missile items from reaching the programmes; not under an express Chapter VII clause.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1695(2006)
# custom:
#   category: proliferation
#   measures:
#     - dprk-missile-supply-1695
assessment["dprk-missile-supply-1695"] := {"conditions": [
	lib.to_dprk,
	lib.goods("dprk-missile-supply-1695"),
	chapter_seven,
	lib.calls_upon,
]}

# METADATA
# title: >-
#   S/RES/1695 (2006), paragraph 4: missile items from the DPRK
# description: >-
#   States keep missiles and missile items from being procured; not under an express Chapter VII clause.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1695(2006)
# custom:
#   category: proliferation
#   measures:
#     - dprk-missile-procurement-1695
assessment["dprk-missile-procurement-1695"] := {"conditions": [
	lib.from_dprk,
	lib.goods("dprk-missile-procurement-1695"),
	chapter_seven,
	lib.calls_upon,
]} if not lib.stays

else := {"outside": lib.inside}

# METADATA
# title: >-
#   S/RES/1718 (2006), paragraph 8 (a) (ii): listed items to the DPRK
# description: >-
#   Nobody may supply listed nuclear, missile, chemical or biological items to the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2087(2013)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: proliferation
#   measures:
#     - dprk-wmd-items-import
assessment["dprk-wmd-items-import"] := {"conditions": [lib.to_dprk, on_a_list]}

# METADATA
# title: >-
#   S/RES/1718 (2006), paragraph 8 (b): listed items from the DPRK
# description: >-
#   The DPRK may not export such items and nobody may procure them from it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
# custom:
#   category: proliferation
#   measures:
#     - dprk-wmd-items-export
assessment["dprk-wmd-items-export"] := {"conditions": [lib.from_dprk, on_a_list]}

# METADATA
# title: >-
#   S/RES/1718 (2006), paragraph 8 (c): help with such items
# description: >-
#   Training, advice, services and assistance related to the provision, manufacture, maintenance or use of such
#   items, to or from the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
# custom:
#   category: proliferation
#   measures:
#     - dprk-wmd-assistance
assessment["dprk-wmd-assistance"] := {"conditions": [
	one_side,
	on_a_list,
]}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 27: other items
# description: >-
#   Any item, if the State determines that it could contribute to the programmes or to evasion.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
# custom:
#   category: proliferation
#   measures:
#     - dprk-wmd-catch-all
assessment["dprk-wmd-catch-all"] := {"conditions": [one_side, lib.contribution, lib.determination]}

# METADATA
# title: >-
#   S/RES/2094 (2013), paragraph 22: other items, the earlier call
# description: >-
#   States are called upon, and allowed, to prevent the transfer of such items.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2094(2013)
# custom:
#   category: proliferation
#   measures:
#     - dprk-wmd-catch-all-2094
assessment["dprk-wmd-catch-all-2094"] := {"conditions": [one_side, lib.contribution, lib.calls_upon]}

# METADATA
# title: >-
#   S/RES/1718 (2006), paragraph 8 (c), and S/RES/2270 (2016), paragraph 5: launches
# description: >-
#   No technical co-operation with the DPRK on launches that use ballistic missile technology, those of satellites
#   included.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: proliferation
#   measures:
#     - dprk-satellite-launch-cooperation
assessment["dprk-satellite-launch-cooperation"] := {"conditions": [
	one_side,
	{
		"condition": "the co-operation is on launches; those of satellites count as launches with ballistic missile technology",
		"met": true,
		"law": ["obligation", "clarifies"],
	},
]}

# METADATA
# title: >-
#   S/RES/2087 (2013), paragraph 9: designated parties to a transfer
# description: >-
#   No transfer of any item of which a designated party is believed to be originator, recipient or facilitator.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2087(2013)
#   - ref: https://undocs.org/en/S/RES/1718(2006)
# custom:
#   category: proliferation
#   measures:
#     - dprk-designated-party-transfer
assessment["dprk-designated-party-transfer"] := {"conditions": [one_side, designated_party, lib.grounds]} if designated_party

else := {"outside": {
	"code": "no_measure",
	"text": "the paragraph on designated parties needs one, and the text names none",
}}

# METADATA
# title: The DPRK is a side
# description: >-
#   For paragraphs that cover both directions.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/2087(2013)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: proliferation
#   measures:
#     - dprk-wmd-assistance
#     - dprk-wmd-catch-all
#     - dprk-wmd-catch-all-2094
#     - dprk-satellite-launch-cooperation
#     - dprk-designated-party-transfer
one_side := {"condition": "one side is the DPRK, whichever way it went", "met": true, "law": ["obligation"]}

# METADATA
# title: Force of resolution 1695
# description: >-
#   Its paragraphs require, but Chapter VII is not invoked expressly, so they are treated as a call.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1695(2006)
# custom:
#   category: proliferation
#   measures:
#     - dprk-missile-supply-1695
#     - dprk-missile-procurement-1695
chapter_seven := {
	"condition": "the paragraph requires it of States, but not under an express Chapter VII clause; it is treated as a call",
	"met": true,
	"law": ["obligation"],
}

# METADATA
# title: Listed items
# description: >-
#   The ban is on the items of certain lists. Nuclear and missile items are their subject; of others, and of goods
#   that the text does not name, it has to be said that they are listed.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2087(2013)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: proliferation
#   measures:
#     - dprk-wmd-items-import
#     - dprk-wmd-items-export
on_a_list := {
	"condition": "the text says that the item is on a list of the Council or the Committee",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.listed_item)
}

else := {
	"condition": "the goods are nuclear or missile items, which the lists are about; the entry has to be looked up",
	"met": true,
	"law": ["obligation"],
} if {
	some good in ["nuclear_items", "missile_items", "missiles"]
	input.goods[good]
}

else := {
	"condition": "the item is on a list of the Council or the Committee",
	"met": false,
	"unknown": true,
	"effect": "the ban covers listed items, and the text does not identify one: breach possible",
	"law": ["obligation"],
	"missing": "listed_item",
}

# METADATA
# title: A designated party
# description: >-
#   A party identified as an entry of the list, or of which the text says that it is designated. Undefined where
#   there is none.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2087(2013)
# custom:
#   category: proliferation
#   measures:
#     - dprk-designated-party-transfer
designated_party := {
	"condition": "a side of the transfer is named on the list of designated persons and entities",
	"met": true,
	"law": ["clarifies"],
} if {
	some role in ["supplier", "recipient", "partner"]
	lib.listed_dprk[role]
}

else := {
	"condition": "the text says that a party to the transfer is designated",
	"met": true,
	"law": ["clarifies"],
} if {
	is_string(input.facts.designated)
}
