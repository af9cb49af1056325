# METADATA
# scope: package
# title: Industrial goods and vehicles
# description: >-
#   Machinery, vehicles and metals to the DPRK: paragraph 7 of S/RES/2397 (2017), by HS chapter. Paragraph 30 of
#   S/RES/2321 (2016) had named new helicopters before.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: industrial-goods
#   measures:
#     - dprk-machinery-import
#     - dprk-vehicles-import
#     - dprk-metals-import
#     - dprk-new-helicopters-import
package article41.categories.industrial_goods

import data.article41.lib

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 7: machinery
# description: Nobody supplies machinery or electrical equipment to the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: industrial-goods
#   measures:
#     - dprk-machinery-import
assessment["dprk-machinery-import"] := {"conditions": [lib.to_dprk, lib.goods("dprk-machinery-import")]}

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 7: vehicles
# description: Nobody supplies vehicles for road, rail, air or water to the DPRK, luxury cars and vessels included.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: industrial-goods
#   measures:
#     - dprk-vehicles-import
assessment["dprk-vehicles-import"] := {"conditions": [lib.to_dprk, vehicles]}

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 7: metals
# description: Nobody supplies iron, steel or other metals to the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: industrial-goods
#   measures:
#     - dprk-metals-import
assessment["dprk-metals-import"] := {"conditions": [lib.to_dprk, lib.goods("dprk-metals-import")]}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 30: new helicopters
# description: Nobody supplies new helicopters to the DPRK. A text that names vehicles alone does not speak of them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: industrial-goods
#   measures:
#     - dprk-new-helicopters-import
assessment["dprk-new-helicopters-import"] := {"conditions": [lib.to_dprk, new_helicopters]} if new_helicopters

else := {"outside": {"code": "no_measure", "text": "the text names vehicles, not helicopters, which alone the paragraph names"}}

# METADATA
# title: Vehicles
# description: A vessel is a vehicle of HS chapter 89, whatever the text calls it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: industrial-goods
#   measures:
#     - dprk-vehicles-import
vehicles := {
	"condition": "it is a vessel, which HS chapter 89 counts among the vehicles that the measure covers",
	"met": true,
	"law": ["obligation"],
} if {
	input.activity == "vessel_supply"
}

else := lib.goods("dprk-vehicles-import")

# METADATA
# title: New helicopters
# description: >-
#   New ones only; unknown where a helicopter is not said to be new or no goods are named. Undefined for vehicles of
#   other kinds.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: industrial-goods
#   measures:
#     - dprk-new-helicopters-import
new_helicopters := {
	"condition": "the helicopter is new",
	"met": true,
	"law": ["obligation"],
} if {
	input.goods.new_helicopters
}

else := {
	"condition": "the helicopter is new",
	"met": false,
	"unknown": true,
	"effect": "the text does not say whether it is new, and the paragraph names no others: breach possible",
	"law": ["obligation"],
	"missing": "whether it is new",
} if {
	input.goods.helicopters
}

else := lib.goods("dprk-new-helicopters-import") if input.goods == {}
