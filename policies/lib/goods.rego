# Goods: a measure that lists some is found under those and the narrower ones under them, and under no goods at all.
package article41.lib

# METADATA
# title: Goods
# description: >-
#   For a measure that lists goods. The catalogue's index leads to it only from goods that it lists and from claims
#   that name none, so what is left to ask is whether the claim names any.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
goods := {
	"condition": "the goods are among those that the measure covers",
	"met": true,
	"law": ["obligation"],
} if {
	input.goods != {}
}

else := {
	"condition": "the goods are among those that the measure covers",
	"met": false,
	"unknown": true,
	"effect": "the text does not say which goods: breach possible",
	"law": ["obligation"],
	"missing": "goods",
}
