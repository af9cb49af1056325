# METADATA
# scope: package
# title: Arms
# description: >-
#   Arms and related materiel from and to the DPRK, and services related to them. Paragraph 8 of S/RES/1718 (2006)
#   began with heavy weapons and missiles; paragraphs 9 and 10 of S/RES/1874 (2009) extended it to all arms, small
#   arms to the DPRK excepted against notice; paragraph 6 of S/RES/2270 (2016) closed that exception. Beside this file
#   stand the embargoes on listed parties of other regimes.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: arms
#   measures:
#     - dprk-arms-export
#     - dprk-arms-import
#     - dprk-arms-trade
#     - dprk-arms-services
#     - dprk-arms-repair
#     - dprk-arms-brokering
#     - dprk-small-arms-notification
#     - dprk-conventional-dual-use
#     - dprk-armed-forces-catch-all
#     - isil-al-qaida-arms-listed
#     - taliban-arms-listed
#     - somalia-arms-listed
#     - yemen-arms-listed
#     - haiti-arms-listed
package article41.categories.arms

import data.article41.lib

# METADATA
# title: >-
#   S/RES/1718 (2006), paragraph 8 (b), and S/RES/1874 (2009), paragraph 9: arms from the DPRK
# description: The DPRK may not export arms and nobody may procure them from it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
# custom:
#   category: arms
#   measures:
#     - dprk-arms-export
assessment["dprk-arms-export"] := {"conditions": [
	{"condition": "the arms come from the DPRK", "met": true, "law": ["obligation"]},
	scope,
]} if scope

else := {"outside": light_weapons}

# METADATA
# title: >-
#   S/RES/1718 (2006), paragraph 8 (a) (i), and S/RES/1874 (2009), paragraph 10: arms to the DPRK
# description: >-
#   Nobody may supply arms to the DPRK; from 12 June 2009 to 1 March 2016 small arms were subject to notice, which
#   is a measure of its own.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: arms
#   measures:
#     - dprk-arms-import
assessment["dprk-arms-import"] := {"conditions": [
	{"condition": "the arms go to the DPRK", "met": true, "law": ["obligation"]},
	scope,
	small_arms,
]} if {
	scope
	small_arms
}

else := {"outside": notice_instead} if scope

else := {"outside": light_weapons}

# METADATA
# title: Arms trade without a direction
# description: >-
#   Both halves of the ban together: whichever way the arms went, one of them applies.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: arms
#   measures:
#     - dprk-arms-trade
assessment["dprk-arms-trade"] := {"conditions": [
	{"condition": "one side of the trade is the DPRK", "met": true, "law": ["obligation"]},
	direction,
	scope,
]} if scope

else := {"outside": light_weapons}

# METADATA
# title: >-
#   S/RES/1718 (2006), paragraph 8 (c): services related to arms
# description: >-
#   Training, advice, services and assistance related to the provision, manufacture, maintenance or use of the
#   banned arms, to or from the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: arms
#   measures:
#     - dprk-arms-services
assessment["dprk-arms-services"] := {"conditions": [
	{"condition": "the service is given to the DPRK", "met": true, "law": ["obligation"]},
	scope,
	small_arms,
]} if {
	input.countries.recipient.KP
	scope
	small_arms
}

else := {"outside": notice_instead} if {
	input.countries.recipient.KP
	scope
}

else := {"conditions": [
	{"condition": "the service is given by the DPRK", "met": true, "law": ["obligation"]},
	scope,
]} if {
	scope
}

else := {"outside": light_weapons}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 7: repair and refurbishing
# description: >-
#   Items shipped to or from the DPRK for repair, servicing, refurbishing or testing, and the servicing of military
#   ships and aircraft, whoever owns them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/1718(2006)
# custom:
#   category: arms
#   measures:
#     - dprk-arms-repair
assessment["dprk-arms-repair"] := {"conditions": [
	{"condition": "arms are repaired, refurbished or tested by the DPRK or for it, whoever owns them", "met": true, "law": ["obligation", "clarifies"]},
]}

# METADATA
# title: >-
#   S/RES/2094 (2013), paragraph 7: brokering
# description: >-
#   Brokering and other intermediary services for the banned items, also where they move between other States.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/1718(2006)
# custom:
#   category: arms
#   measures:
#     - dprk-arms-brokering
assessment["dprk-arms-brokering"] := {"conditions": [
	{"condition": "the DPRK is a side of the brokered deal, or brokers it", "met": true, "law": ["obligation", "clarifies"]},
]}

# METADATA
# title: >-
#   S/RES/1874 (2009), paragraph 10: notice of small arms
# description: States were to notify the Committee at least five days before supplying small arms to the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
# custom:
#   category: arms
#   measures:
#     - dprk-small-arms-notification
assessment["dprk-small-arms-notification"] := {"conditions": [
	{"condition": "the arms go to the DPRK", "met": true, "law": ["obligation"]},
	lib.goods("dprk-small-arms-notification"),
	notice,
]}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 7: listed dual-use items
# description: Only the items on the Committee's lists are covered, and a news text seldom tells.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: arms
#   measures:
#     - dprk-conventional-dual-use
assessment["dprk-conventional-dual-use"] := {"conditions": [
	{"condition": "the items come from the DPRK or go to it", "met": true, "law": ["obligation"]},
	listed_item,
]}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 8: whatever helps armed forces
# description: Any item but food and medicine, if the State determines that it could help armed forces.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: arms
#   measures:
#     - dprk-armed-forces-catch-all
assessment["dprk-armed-forces-catch-all"] := {"conditions": [
	{"condition": "the items come from the DPRK or go to it", "met": true, "law": ["obligation"]},
	helps_armed_forces,
]}

# METADATA
# title: What the ban covers
# description: >-
#   All arms since 12 June 2009; before that heavy weapons and missiles, as far as the vocabulary knows them.
#   Undefined for small arms alone before that date.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
# custom:
#   category: arms
#   measures:
#     - dprk-arms-export
#     - dprk-arms-import
#     - dprk-arms-trade
#     - dprk-arms-services
scope := {
	"condition": "all arms and related materiel were banned on the date of the law applied",
	"met": true,
	"law": ["obligation", "extends"],
} if {
	input.date.from >= "2009-06-12"
}

else := {
	"condition": "the goods are heavy weapons or missiles, to which the ban was limited until 11 June 2009",
	"met": true,
	"law": ["obligation"],
} if {
	some good, _ in input.goods
	good in {"artillery", "missiles", "military_vehicles", "aircraft_military", "warships"}
}

else := {
	"condition": "the date of the law applied is on or after 12 June 2009, when the ban on small arms began",
	"met": false,
	"unknown": true,
	"effect": "small arms were not covered on part of it: breach possible",
	"law": ["extends"],
	"missing": "event_date",
} if {
	input.goods == {"small_arms": true}
	input.date.to >= "2009-06-12"
}

else := {
	"condition": "the goods are heavy weapons or missiles, to which the ban was limited until 11 June 2009",
	"met": false,
	"unknown": true,
	"effect": "the text does not say so: breach possible",
	"law": ["obligation"],
	"missing": "goods",
} if {
	input.goods != {"small_arms": true}
}

# METADATA
# title: Small arms before 12 June 2009
# description: Why the ban does not cover small arms alone on a date before it was extended to all arms.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
# custom:
#   category: arms
#   measures:
#     - dprk-arms-export
#     - dprk-arms-import
#     - dprk-arms-trade
#     - dprk-arms-services
light_weapons := {
	"code": "not_in_force",
	"text": "until 11 June 2009 the arms ban covered heavy weapons and missiles, not small arms",
}

# METADATA
# title: The exception for small arms
# description: >-
#   It held for supplies to the DPRK, and services on them, from 12 June 2009 to 1 March 2016. Undefined for small arms alone within that
#   time.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: arms
#   measures:
#     - dprk-arms-import
#     - dprk-arms-services
small_arms := {
	"condition": "no exception for small arms applied on the date of the law applied",
	"met": true,
	"law": ["obligation", "extends"],
} if {
	no_exception
}

else := {
	"condition": "the goods are not small arms, which were excepted against notice until 1 March 2016",
	"met": true,
	"law": ["extends"],
} if {
	some good, _ in input.goods
	not good in {"arms", "small_arms"}
}

else := {
	"condition": "the goods are not small arms, which were excepted against notice until 1 March 2016",
	"met": false,
	"unknown": true,
	"effect": "the text does not say which arms: breach possible",
	"law": ["extends"],
	"missing": "goods",
} if {
	input.goods != {"small_arms": true}
}

else := {
	"condition": "no exception for small arms applied on the date of the law applied",
	"met": false,
	"unknown": true,
	"effect": "small arms were excepted on part of it: breach possible",
	"law": ["extends"],
	"missing": "event_date",
} if {
	not exception_throughout
}

# METADATA
# title: No exception for small arms
# scope: document
# description: The law date lies wholly before or after the period of the exception.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: arms
#   measures:
#     - dprk-arms-import
#     - dprk-arms-services
#     - dprk-arms-trade
no_exception if input.date.from >= "2016-03-02"

no_exception if input.date.to < "2009-06-12"

# METADATA
# title: Exception throughout
# description: The law date lies wholly within the period of the exception.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: arms
#   measures:
#     - dprk-arms-import
#     - dprk-arms-services
exception_throughout if {
	input.date.from >= "2009-06-12"
	input.date.to < "2016-03-02"
}

# METADATA
# title: Notice instead of a ban
# description: Why the ban does not cover small arms for the DPRK within the period of the exception.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: arms
#   measures:
#     - dprk-arms-import
#     - dprk-arms-services
notice_instead := {
	"code": "not_in_force",
	"text": "from 12 June 2009 to 1 March 2016 small arms for the DPRK, and services on them, were outside the ban",
}

# METADATA
# title: Direction not stated
# description: It does not matter, except for small arms while they could go to the DPRK against notice.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: arms
#   measures:
#     - dprk-arms-trade
direction := {
	"condition": "the ban on small arms applied in both directions",
	"met": false,
	"unknown": true,
	"effect": "until 1 March 2016 small arms could go to the DPRK against notice: breach possible",
	"law": ["obligation", "extends"],
	"missing": "direction",
} if {
	input.goods == {"small_arms": true}
	not no_exception
}

else := {
	"condition": "the direction is not stated; arms are banned both from the DPRK and to it, whichever way they went",
	"met": true,
	"law": ["obligation", "extends"],
}

# METADATA
# title: Notice to the Committee
# description: A stated notice is an exemption, to be verified.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
# custom:
#   category: arms
#   measures:
#     - dprk-small-arms-notification
notice := {
	"condition": "the Committee was not notified five days before",
	"met": false,
	"unknown": true,
	"effect": "the duty was to give notice; the text does not settle whether it was given: breach possible",
	"law": ["obligation"],
	"missing": "notified_committee",
}

# METADATA
# title: Listed item
# description: Whether the item is on one of the Committee's lists.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: arms
#   measures:
#     - dprk-conventional-dual-use
listed_item := {
	"condition": "the item is on the Committee's list of dual-use items for conventional arms",
	"met": false,
	"unknown": true,
	"effect": "the text does not identify it: breach possible",
	"law": ["obligation", "extends"],
	"missing": "item on the list",
}

# METADATA
# title: Help to armed forces
# description: The determination that paragraph 8 leaves to each State.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: arms
#   measures:
#     - dprk-armed-forces-catch-all
helps_armed_forces := {
	"condition": "the State has determined that the item could directly help armed forces to develop their capabilities",
	"met": false,
	"unknown": true,
	"effect": "the duty depends on that determination: breach possible",
	"law": ["obligation"],
	"missing": "determination that the item helps armed forces",
}
