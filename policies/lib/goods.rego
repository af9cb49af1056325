# Goods: a measure that lists some covers those and the narrower ones under them. Categories ask here for such a measure.
package article41.lib

# METADATA
# title: Goods
# description: What the claim's goods mean for a measure that lists goods; undefined if it names other goods only.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
goods(id) := {
	"condition": "the goods are among those that the measure covers",
	"met": true,
	"law": ["obligation"],
} if {
	some good, _ in input.goods
	data.catalog.measures[id].goods[good]
}

else := {
	"condition": "the goods are among those that the measure covers",
	"met": false,
	"unknown": true,
	"effect": "the text does not say which goods: breach possible",
	"law": ["obligation"],
	"missing": "goods",
} if {
	input.goods == {}
}

# METADATA
# title: Other goods
# description: Why a measure does not cover the act when the claim names other goods only.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
other_goods := {"code": "no_measure", "text": "the goods named are not among those that the measure covers"}
