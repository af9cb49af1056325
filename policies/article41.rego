# METADATA
# scope: package
# title: Article41
# description: >-
#   Entry point. Judges one claim (input) under the measures of data.catalog: finds them by key, evaluates what all
#   of them share (the party's role, dates, strength, exemptions, how far the act has come) and asks the category's
#   package for the rest. That package defines one rule for each measure, assessment[id]. Its value is an object
#   with conditions, an array of reasons of which each that carries a missing fact lowers the verdict to
#   breach_possible; or an object with outside, which says why the measure does not cover the act. A measure is found
#   under the sanctioned State, or under the id of a regime that lists parties and sanctions no State.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
package article41

import data.article41.lib

# METADATA
# title: Result
# description: Decisions by measure id, or the reason why there is none.
# entrypoint: true
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
result := {"decisions": decisions} if decisions != {}

else := {"decisions": {}, "set_aside": set_aside}

# METADATA
# title: Decisions
# description: >-
#   The measures that know the activity and the goods, catch the sanctioned State or the listed party in the role it
#   has in the claim and were in force on a day of the law date, each with verdict, severity and reasoning. Its own conditions come from
#   its category; the rest is the same for all. A claim that reports no act (a statement of the law, a mere
#   possibility, a negation) has no lib.act and so no decision; one that only names a party always has.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
decisions[id] := {
	"verdict": verdict,
	"severity": measure.severity[verdict],
	"date": date,
	"conditions": conditions,
	"act": act.reason,
	"voice": lib.voice[input.said_by],
	"exempted": lib.exempted[none_stated],
	"exemptions": exemptions,
} if {
	act := lib.act
	not lib.domestic
	first := input.date.from # named once: each path costs a step of its own
	last := input.date.to
	some target in input.targets
	by_goods := data.catalog.index[target.key][input.activity][target.role]
	some key in input.keys
	some id, measure in by_goods[key]
	from := measure.from
	from <= last
	until := measure.until
	first <= until

	conditions := data.article41.categories[measure["package"]].assessment[id].conditions
	whole := {true: {true: "whole", false: "part"}, false: {true: "part", false: "part"}}[from <= first][last <= until]
	date := lib.dates[whole]
	exemptions := [name |
		some fact, _ in input.facts
		some name, exemption in measure.exemptions[fact]
		exemption.from <= input.date.to
		input.date.from <= exemption.until
	]
	none_stated := exemptions == []
	missing := [reason.missing | some reason in conditions]
	verdict := act.verdict[none_stated][[measure.strength, whole, missing] == ["decides", "whole", []]]
}

# METADATA
# title: Set aside
# description: >-
#   Why no measure gives a decision: the first reason that holds. A claim that states the law, speaks of a mere
#   possibility, or says that something did not happen, is not judged under any measure. A measure that neither
#   decides nor says why not leaves the claim undecided, which the engine reports as an error.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
set_aside := aside if {
	aside := {
		"normative": {"code": "statement_of_law", "text": "the passage states the law; it reports no act"},
		"hypothetical": {"code": "hypothetical", "text": "the passage speaks of a possibility; it reports no act"},
		"negated": {"code": "negated", "text": "the passage says that the act did not take place"},
	}[input.status]
}

else := {"code": "ended", "text": text} if {
	input.status == "ended"
	input.stage in {"considered", "offered", "agreed", "preparing"}
	text := "the passage says that nothing came of the act"
}

else := {"code": "ended", "text": text} if {
	input.status == "ended"
	input.date_basis != "event"
	text := "the passage says that the act has ended, and not when it took place: give its date to have it judged"
}

else := {"code": "not_prohibited", "text": text} if {
	text := [why |
		some target in input.targets
		why := data.catalog.not_prohibited[target.key][input.activity].text
	][0]
}

else := {"code": "no_target", "text": "no party from a sanctioned State, and none on a list, is named"} if {
	input.targets == []
}

else := {"code": "within_target", "text": text} if text := lib.domestic

else := {"code": "undecided", "text": sprintf("no rule decides %s", [concat(", ", undecided)])} if {
	count(undecided) > 0
}

else := aside if aside := outside[min(telling)]

else := {"code": "not_in_force", "text": concat("; ", periods)} if count(periods) > 0

else := aside if aside := outside[min(in_force)]

else := {"code": "no_measure", "text": "the goods named are not among those that the measures cover"} if {
	some target in input.targets
	data.catalog.index[target.key][input.activity][target.role]
}

else := {"code": "no_measure", "text": "measures know the activity, but not with the sanctioned State or the listed party in this role"} if {
	some target in input.targets
	data.catalog.index[target.key][input.activity]
}

else := {"code": "no_measure", "text": "no measure that the parties are under concerns this activity"}

# METADATA
# title: Candidates
# description: >-
#   Measures that know the activity and the goods and catch the sanctioned State or the listed party in the role it has
#   in the claim.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
candidates contains id if {
	some target in input.targets
	some key in input.keys
	some id, _ in data.catalog.index[target.key][input.activity][target.role][key]
}

# METADATA
# title: Candidates in force
# description: Candidates in force on at least one day of the law date.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
in_force contains id if {
	some id in candidates
	data.catalog.measures[id].from <= input.date.to
	input.date.from <= data.catalog.measures[id].until
}

# METADATA
# title: Measures that do not cover the act
# description: Why a measure in force does not cover this act, as its category says.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
outside[id] := why if {
	some id in in_force
	why := data.article41.categories[data.catalog.measures[id]["package"]].assessment[id].outside
}

# METADATA
# title: Measures that say more
# description: >-
#   Those that do not cover the act for another reason than that nobody in it is listed: this the reader knows, and a
#   measure that came later tells more.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
telling contains id if {
	some id, why in outside
	why.code != "not_listed"
}

# METADATA
# title: Undecided measures
# description: Measures in force that neither decide nor say why not. There should be none.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
undecided contains id if {
	some id in in_force
	not outside[id]
	not decisions[id]
}

# METADATA
# title: Periods of the candidates
# description: When each candidate that is not in force applies, beside the law date.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
periods contains text if {
	some id in candidates
	not id in in_force
	measure := data.catalog.measures[id]
	text := sprintf("%s applies %s; the date of the law applied is %s", [
		id,
		lib.period(measure.from, measure.until),
		lib.period(input.date.from, input.date.to),
	])
}
