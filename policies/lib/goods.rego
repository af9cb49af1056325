# Goods: a measure that lists some is found under those and the narrower ones in them, under the wider ones around
# them, and under no goods at all.
package article41.lib

# METADATA
# title: Goods
# description: >-
#   For a measure that lists goods: whether the claim names some of them, or only a wider class or none, so that the
#   goods may be others.
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
}
