# Caps: measures that allow a quantity within a period. Only more than that is covered, so one shipment alone seldom
# shows anything; the quantities that the claims of one run state are added up.
package article41.lib

# METADATA
# title: More than the cap
# description: >-
#   Whether the text says that the cap was exceeded, or states a quantity that exceeds it alone or together with the
#   other claims of the run within the same period. A quantity below the cap shows nothing either way.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
cap(id) := {
	"condition": "the text says that the cap for the period was exceeded",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.cap_exceeded)
}

else := {
	"condition": "the quantity exceeds the cap for the period",
	"met": false,
	"unknown": true,
	"effect": "the text states no quantity for the period that can be compared with the cap: breach possible",
	"law": ["obligation"],
	"missing": "quantity",
} if {
	not comparable(id)
}

else := {
	"condition": sprintf("%s, more than the cap of %v for the period", [stated(input.quantity[id], limit.unit), limit.amount]),
	"met": true,
	"law": ["obligation"],
} if {
	limit := [l | some l in limits(id); input.quantity[id].total[l.unit] > l.amount][0]
}

else := {
	"condition": "the quantity exceeds the cap for the period",
	"met": false,
	"unknown": true,
	"effect": sprintf("%s, and the cap is %v; it depends on what else was supplied in the period: breach possible", [
		stated(input.quantity[id], limit.unit),
		limit.amount,
	]),
	"law": ["obligation"],
	"missing": "total of the period",
} if {
	limit := [l | some l in limits(id); input.quantity[id].total[l.unit]][0]
}

# METADATA
# title: A quantity that can be compared
# description: >-
#   It is in a unit of a cap that held on the law date, and of one kind of goods: a quantity of several is nobody's.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
comparable(id) if {
	quantity := input.quantity[id]
	count(input.goods) == 1
	some limit in limits(id)
	quantity.total[limit.unit]
}

# METADATA
# title: What is stated
# description: The quantity in words; over several claims it is their sum.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
stated(quantity, unit) := sprintf("the quantity stated is %v %s", [quantity.total[unit], units[unit]]) if {
	quantity.claims == 1
}

else := sprintf("the quantities that %d claims of this run state for the period add up to %v %s", [
	quantity.claims,
	quantity.total[unit],
	units[unit],
])

# METADATA
# title: Caps of the law date
# description: The caps of a measure on a day of the law date, one for each unit.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
limits(id) := [limit |
	some limit in data.catalog.measures[id].caps
	limit.from <= input.date.to
	input.date.from <= limit.until
]

# METADATA
# title: Units
# description: The units of caps, as the reasons write them.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
units := {"barrel": "barrels", "tonne": "tonnes", "us_dollar": "US dollars"}
