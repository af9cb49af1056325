# METADATA
# scope: package
# title: Petroleum
# description: >-
#   Oil to the DPRK. Paragraph 31 of S/RES/2270 (2016) bars aviation fuel and paragraph 13 of S/RES/2375 (2017)
#   condensates, whatever the quantity; paragraphs 4 and 5 of S/RES/2397 (2017) cap crude oil and other refined
#   products, as paragraphs 15 and 14 of S/RES/2375 (2017) had done before; paragraph 20 of S/RES/2321 (2016) only
#   calls for vigilance over the fuelling of aircraft.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2375(2017)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: petroleum
#   measures:
#     - dprk-aviation-fuel-import
#     - dprk-aircraft-refuelling-vigilance
#     - dprk-condensates-import
#     - dprk-refined-petroleum-cap
#     - dprk-refined-petroleum-cap-2375
#     - dprk-crude-oil-cap
#     - dprk-crude-oil-freeze-2375
package article41.categories.petroleum

import data.article41.lib

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 31: aviation fuel
# description: >-
#   No aviation, jet or rocket fuel goes to the territory of the DPRK. A text that names other refined products speaks
#   of those; one that says oil only leaves the kind open.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: petroleum
#   measures:
#     - dprk-aviation-fuel-import
assessment["dprk-aviation-fuel-import"] := {"outside": {
	"code": "no_measure",
	"text": "the text names refined products without aviation fuel; they are capped, not banned outright",
}} if {
	input.goods.refined_petroleum
	not input.goods.aviation_fuel
}

else := {"conditions": [lib.to_dprk, lib.goods("dprk-aviation-fuel-import")]}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 20: fuelling of passenger aircraft
# description: States are called upon to give DPRK passenger aircraft no more fuel than the flight needs.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: petroleum
#   measures:
#     - dprk-aircraft-refuelling-vigilance
assessment["dprk-aircraft-refuelling-vigilance"] := {"conditions": [passenger_aircraft, more_than_needed, lib.calls_upon]}

# METADATA
# title: >-
#   S/RES/2375 (2017), paragraph 13: condensates
# description: No condensates or natural gas liquids go to the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: petroleum
#   measures:
#     - dprk-condensates-import
assessment["dprk-condensates-import"] := {"conditions": [lib.to_dprk, lib.goods("dprk-condensates-import")]}

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 5: refined products
# description: >-
#   Refined products go to the DPRK up to the cap of the calendar year only, and within it only on terms: nobody
#   designated takes part, the Committee has a report, and they serve livelihood.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: petroleum
#   measures:
#     - dprk-refined-petroleum-cap
assessment["dprk-refined-petroleum-cap"] := {"conditions": [lib.to_dprk, refined, designated]} if {
	refined
	designated
}

else := {"conditions": [lib.to_dprk, refined, amount]} if {
	refined
	amount.met
}

else := {"conditions": [lib.to_dprk, refined, amount, terms]} if refined

else := {"outside": banned_outright}

# METADATA
# title: >-
#   S/RES/2375 (2017), paragraph 14: refined products in 2017
# description: The first cap, for the last quarter of 2017.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: petroleum
#   measures:
#     - dprk-refined-petroleum-cap-2375
assessment["dprk-refined-petroleum-cap-2375"] := {"conditions": [
	lib.to_dprk,
	refined,
	lib.cap("dprk-refined-petroleum-cap-2375"),
]} if refined

else := {"outside": banned_outright}

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 4: crude oil
# description: Crude oil goes to the DPRK up to the cap of twelve months only.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: petroleum
#   measures:
#     - dprk-crude-oil-cap
assessment["dprk-crude-oil-cap"] := {"conditions": [
	lib.to_dprk,
	lib.goods("dprk-crude-oil-cap"),
	lib.cap("dprk-crude-oil-cap"),
]}

# METADATA
# title: >-
#   S/RES/2375 (2017), paragraph 15: crude oil in 2017
# description: No more crude oil goes to the DPRK than in the twelve months before.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: petroleum
#   measures:
#     - dprk-crude-oil-freeze-2375
assessment["dprk-crude-oil-freeze-2375"] := {"conditions": [
	lib.to_dprk,
	lib.goods("dprk-crude-oil-freeze-2375"),
	more_than_before,
]}

# METADATA
# title: Refined products
# description: >-
#   Any but aviation fuel, which is banned outright; undefined where it alone could be meant.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: petroleum
#   measures:
#     - dprk-refined-petroleum-cap
#     - dprk-refined-petroleum-cap-2375
refined := {
	"condition": "the goods are refined products other than aviation fuel",
	"met": true,
	"law": ["obligation"],
} if {
	some good, _ in input.goods
	good != "aviation_fuel"
	data.catalog.measures["dprk-refined-petroleum-cap"].goods[good]
}

else := {
	"condition": "the goods are refined products other than aviation fuel",
	"met": false,
	"unknown": true,
	"effect": "the text does not say which oil: breach possible",
	"law": ["obligation"],
	"missing": "goods",
} if {
	kind_not_stated
}

# METADATA
# title: Kind of oil not stated
# scope: document
# description: The text names no goods, or says oil only.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: petroleum
#   measures:
#     - dprk-refined-petroleum-cap
#     - dprk-refined-petroleum-cap-2375
kind_not_stated if input.goods == {}

kind_not_stated if input.goods.petroleum

# METADATA
# title: Aviation fuel beside the cap
# description: Why a cap on refined products does not govern aviation fuel.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: petroleum
#   measures:
#     - dprk-refined-petroleum-cap
#     - dprk-refined-petroleum-cap-2375
banned_outright := {
	"code": "no_measure",
	"text": "aviation fuel is banned outright, whatever the quantity; the cap governs other refined products",
}

# METADATA
# title: Designated party
# description: Within the cap, too, nobody designated may take part. Undefined where the text names none.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: petroleum
#   measures:
#     - dprk-refined-petroleum-cap
designated := {
	"condition": "the text names a party as designated, which the paragraph rules out whatever the quantity",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.designated)
}

else := {
	"condition": "a party is on the sanctions list, which the paragraph rules out whatever the quantity",
	"met": true,
	"law": ["obligation"],
} if {
	lib.listed_dprk != set()
}

else := {
	"condition": "the text says that it serves the prohibited programmes or evasion, which the paragraph rules out whatever the quantity",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.contributes_to_programmes)
}

# METADATA
# title: The amount
# description: Whether it exceeds the cap of the calendar year.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: petroleum
#   measures:
#     - dprk-refined-petroleum-cap
amount := lib.cap("dprk-refined-petroleum-cap")

# METADATA
# title: Terms within the cap
# description: A report to the Committee and a livelihood purpose alone; without them even a small supply is barred.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: petroleum
#   measures:
#     - dprk-refined-petroleum-cap
terms := {
	"condition": "the text says that the supply was reported to the Committee and served livelihood alone",
	"met": true,
	"effect": "within the cap that was allowed; it must be verified",
	"law": ["obligation"],
} if {
	is_string(input.facts.notified_committee)
	is_string(input.facts.livelihood)
}

else := {
	"condition": "the supply was not reported to the Committee or did not serve livelihood alone",
	"met": false,
	"unknown": true,
	"effect": "without these terms even a supply within the cap is barred, and the text does not settle them: breach possible",
	"law": ["obligation"],
	"missing": "livelihood",
}

# METADATA
# title: More than before
# description: The measure is the supply of the twelve months before 11 September 2017, for which no figure is given.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: petroleum
#   measures:
#     - dprk-crude-oil-freeze-2375
more_than_before := {
	"condition": "the text says that more was supplied than in the twelve months before 11 September 2017",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.cap_exceeded)
}

else := {
	"condition": "more was supplied than in the twelve months before 11 September 2017",
	"met": false,
	"unknown": true,
	"effect": "the paragraph gives no figure, and the text does not compare: breach possible",
	"law": ["obligation"],
	"missing": "supply of the twelve months before",
}

# METADATA
# title: Civil passenger aircraft
# description: The paragraph speaks of no other aircraft.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: petroleum
#   measures:
#     - dprk-aircraft-refuelling-vigilance
passenger_aircraft := {
	"condition": "the aircraft is a civil passenger aircraft of the DPRK",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.civil_passenger_aircraft)
}

else := {
	"condition": "the aircraft is a civil passenger aircraft of the DPRK",
	"met": false,
	"unknown": true,
	"effect": "the text does not say which kind of aircraft: breach possible",
	"law": ["obligation"],
	"missing": "civil_passenger_aircraft",
}

# METADATA
# title: More fuel than needed
# description: Fuelling for the flight and its safety margin is in order; the amount is seldom told.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: petroleum
#   measures:
#     - dprk-aircraft-refuelling-vigilance
more_than_needed := {
	"condition": "it took on more fuel than the flight and its safety margin needed",
	"met": false,
	"unknown": true,
	"effect": "the text does not tell the amount: breach possible",
	"law": ["obligation"],
	"missing": "quantity",
}
