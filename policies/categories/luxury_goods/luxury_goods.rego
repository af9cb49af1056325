# METADATA
# scope: package
# title: Luxury goods
# description: >-
#   Luxury goods to the DPRK: paragraph 8 (a) (iii) of S/RES/1718 (2006). Annexes to S/RES/2094 (2013), S/RES/2270
#   (2016) and S/RES/2321 (2016) name some; beyond these each State keeps a list of its own.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: luxury-goods
#   measures:
#     - dprk-luxury-goods-import
package article41.categories.luxury_goods

import data.article41.lib

# METADATA
# title: >-
#   S/RES/1718 (2006), paragraph 8 (a) (iii): luxury goods
# description: States prevent the supply, sale or transfer of luxury goods to the DPRK; a gift is a transfer.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
# custom:
#   category: luxury-goods
#   measures:
#     - dprk-luxury-goods-import
assessment["dprk-luxury-goods-import"] := {"conditions": [lib.to_dprk, luxury]}

# METADATA
# title: Luxury
# description: >-
#   Cars are named in an annex since 7 March 2013. For the rest the word of the text must do: no list of the Council
#   ends the matter.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
# custom:
#   category: luxury-goods
#   measures:
#     - dprk-luxury-goods-import
luxury := {
	"condition": "the goods are luxury cars, which an annex to S/RES/2094 (2013) names",
	"met": true,
	"law": ["obligation", "clarifies"],
} if {
	input.goods.luxury_cars
	input.date.from >= "2013-03-07"
}

else := {
	"condition": "the text speaks of luxury goods; which goods count is for the list of the supplier's State beyond the annexes",
	"met": true,
	"law": ["obligation"],
}
