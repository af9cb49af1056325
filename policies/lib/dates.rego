# The law date: the dates of the act as an interval, or what stands in for them.
package article41.lib

# METADATA
# title: Law dates
# description: Whether the measure was in force on the whole of the law date or on a part, with the basis of that date.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
dates := {
	"whole": {
		"condition": {
			"event": "the measure was in force on the date of the act",
			"published": "the measure was in force on the date of the article, which stands in for that of the act",
			"as_of": "the measure was in force on the date given for the check, which stands in for that of the act",
			"today": "the measure is in force today, which stands in for the date of the act",
		}[input.date_basis],
		"met": true,
		"law": ["obligation"],
	},
	"part": {
		"condition": "the measure was in force on each day on which the act may have taken place",
		"met": false,
		"unknown": true,
		"effect": "part of the law date lies outside the measure's period: breach possible",
		"law": ["obligation"],
		"missing": "event_date",
	},
}

# METADATA
# title: Period
# description: A period in words; a measure without an end goes to 9999-12-31.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
period(from, to) := sprintf("from %s on", [from]) if to == "9999-12-31"

else := from if from == to

else := sprintf("from %s to %s", [from, to])
