# Asset freezes on the listed parties of the regimes that have no sanctioned State.
package article41.categories.designated_party

import data.article41.lib

# METADATA
# title: >-
#   S/RES/1267 (1999), paragraph 4 (b): ISIL (Da'esh) and Al-Qaida
# description: >-
#   States are to freeze funds and economic resources of listed parties and to let nothing be made available to them;
#   ransoms and trade in oil or other resources that benefit them count.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1267(1999)
#   - ref: https://undocs.org/en/S/RES/2610(2021)
#   - ref: https://undocs.org/en/S/RES/2734(2024)
# custom:
#   category: designated-party
#   measures:
#     - isil-al-qaida-asset-freeze
assessment["isil-al-qaida-asset-freeze"] := lib.listed_party("isil-al-qaida-asset-freeze", "freeze", [])

# METADATA
# title: >-
#   S/RES/1988 (2011), paragraph 1 (a): Taliban
# description: >-
#   States are to freeze funds and economic resources of listed parties, of those who act for them and of what they
#   own or control, and to let nothing be made available to them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1988(2011)
#   - ref: https://undocs.org/en/S/RES/2255(2015)
# custom:
#   category: designated-party
#   measures:
#     - taliban-asset-freeze
assessment["taliban-asset-freeze"] := lib.listed_party("taliban-asset-freeze", "freeze", [])

# METADATA
# title: >-
#   S/RES/1483 (2003), paragraph 23: former Iraqi Government
# description: >-
#   States are to freeze assets of the former Government, of listed senior officials, their families and what they
#   own, and to transfer them to the arrangements that follow the Development Fund for Iraq.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1483(2003)
# custom:
#   category: designated-party
#   measures:
#     - iraq-asset-freeze
assessment["iraq-asset-freeze"] := lib.listed_party("iraq-asset-freeze", "freeze", [])

# METADATA
# title: >-
#   S/RES/1807 (2008), paragraph 11: DRC
# description: >-
#   States are to freeze funds and economic resources of listed parties, of those who act for them and of what they
#   own or control, and to let nothing be made available to them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1807(2008)
#   - ref: https://undocs.org/en/S/RES/2293(2016)
# custom:
#   category: designated-party
#   measures:
#     - drc-asset-freeze
assessment["drc-asset-freeze"] := lib.listed_party("drc-asset-freeze", "freeze", [])

# METADATA
# title: >-
#   S/RES/1737 (2006), paragraph 12: Iran
# description: >-
#   States are to freeze funds and economic resources of listed parties, of those who act for them and of what they
#   own or control, and to let nothing be made available to them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1737(2006)
#   - ref: https://undocs.org/en/S/RES/1803(2008)
#   - ref: https://undocs.org/en/S/RES/1929(2010)
# custom:
#   category: designated-party
#   measures:
#     - iran-asset-freeze
assessment["iran-asset-freeze"] := lib.listed_party("iran-asset-freeze", "freeze", [restored])

# METADATA
# title: >-
#   S/RES/1737 (2006), paragraph 12: Iran
# description: >-
#   States are to freeze funds and economic resources of listed parties, of those who act for them and of what they
#   own or control, and to let nothing be made available to them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1737(2006)
#   - ref: https://undocs.org/en/S/RES/1803(2008)
#   - ref: https://undocs.org/en/S/RES/1929(2010)
# custom:
#   category: designated-party
#   measures:
#     - iran-asset-freeze-2006
assessment["iran-asset-freeze-2006"] := lib.listed_party("iran-asset-freeze-2006", "freeze", [])

# METADATA
# title: >-
#   S/RES/1844 (2008), paragraph 3: Somalia
# description: >-
#   States are to freeze funds and economic resources of listed parties, of those who act for them and of what they
#   own or control, and to let nothing be made available to them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1844(2008)
# custom:
#   category: designated-party
#   measures:
#     - somalia-asset-freeze
assessment["somalia-asset-freeze"] := lib.listed_party("somalia-asset-freeze", "freeze", [])

# METADATA
# title: >-
#   S/RES/1970 (2011), paragraph 17: Libya
# description: >-
#   States are to freeze funds and economic resources of listed parties, of those who act for them and of what they
#   own or control, and to let nothing be made available to them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1970(2011)
#   - ref: https://undocs.org/en/S/RES/1973(2011)
#   - ref: https://undocs.org/en/S/RES/2009(2011)
# custom:
#   category: designated-party
#   measures:
#     - libya-asset-freeze
assessment["libya-asset-freeze"] := lib.listed_party("libya-asset-freeze", "freeze", state_funds)

# METADATA
# title: >-
#   S/RES/2134 (2014), paragraph 32: CAR
# description: >-
#   States are to freeze funds and economic resources of listed parties, of those who act for them and of what they
#   own or control, and to let nothing be made available to them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2134(2014)
#   - ref: https://undocs.org/en/S/RES/2399(2018)
# custom:
#   category: designated-party
#   measures:
#     - car-asset-freeze
assessment["car-asset-freeze"] := lib.listed_party("car-asset-freeze", "freeze", [])

# METADATA
# title: >-
#   S/RES/2140 (2014), paragraph 11: Yemen
# description: >-
#   States are to freeze funds and economic resources of listed parties, of those who act for them and of what they
#   own or control, and to let nothing be made available to them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2140(2014)
# custom:
#   category: designated-party
#   measures:
#     - yemen-asset-freeze
assessment["yemen-asset-freeze"] := lib.listed_party("yemen-asset-freeze", "freeze", [])

# METADATA
# title: >-
#   S/RES/2653 (2022), paragraph 6: Haiti
# description: >-
#   States are to freeze funds and economic resources of listed parties, of those who act for them and of what they
#   own or control, and to let nothing be made available to them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2653(2022)
# custom:
#   category: designated-party
#   measures:
#     - haiti-asset-freeze
assessment["haiti-asset-freeze"] := lib.listed_party("haiti-asset-freeze", "freeze", [])

# METADATA
# title: >-
#   S/RES/1591 (2005), paragraph 3 (e): Sudan
# description: >-
#   States are to freeze funds and economic resources of listed parties, of those who act for them and of what they
#   own or control, and to let nothing be made available to them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1591(2005)
# custom:
#   category: designated-party
#   measures:
#     - sudan-asset-freeze
assessment["sudan-asset-freeze"] := lib.listed_party("sudan-asset-freeze", "freeze", [])

# METADATA
# title: >-
#   S/RES/2206 (2015), paragraph 12: South Sudan
# description: >-
#   States are to freeze funds and economic resources of listed parties, of those who act for them and of what they
#   own or control, and to let nothing be made available to them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2206(2015)
# custom:
#   category: designated-party
#   measures:
#     - south-sudan-asset-freeze
assessment["south-sudan-asset-freeze"] := lib.listed_party("south-sudan-asset-freeze", "freeze", [])

# METADATA
# title: The State funds of Libya
# description: >-
#   The Libyan Investment Authority and the Libya Africa Investment Portfolio are under the freeze only for assets
#   that were frozen abroad on 16 September 2011. A mention of them deals with no assets.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2009(2011)
# custom:
#   category: designated-party
#   measures:
#     - libya-asset-freeze
state_funds := [{
	"condition": "the assets of the State fund were frozen abroad on 16 September 2011",
	"met": false,
	"unknown": true,
	"effect": "other dealings with the fund are not covered, and the text does not say which assets these are: breach possible",
	"law": ["clarifies"],
	"missing": "assets frozen on 16 September 2011",
}] if {
	input.activity != "designated_mention"
	lib.listing("libya-asset-freeze", "freeze").entry in {"LYe.001", "LYe.002"}
}

else := []

# METADATA
# title: Restored in 2025
# description: >-
#   The measures on Iran ended in 2016 and were applied again from 28 September 2025. Some States deny that they are
#   in force, which is not for a screening to settle.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2231(2015)
# custom:
#   category: designated-party
#   measures:
#     - iran-asset-freeze
#     - iran-travel-ban
restored := {
	"condition": "the measures were restored on 28 September 2025, which some States contest",
	"met": false,
	"unknown": true,
	"effect": "whether the regime is in force again is contested: breach possible",
	"law": ["context"],
	"missing": "regime_contested",
}
