# METADATA
# scope: package
# title: Article41
# description: >-
#   Entry point. Judges one claim (input) under the measures of data.catalog: finds them by key, evaluates what all
#   of them share (the party's role, dates, strength, exemptions, how far the act has come) and asks the category's
#   package for the rest. That package defines one rule for each measure, assessment[id]. Its value is an object
#   with conditions, an array of reasons of which each that carries a missing fact lowers the verdict to
#   breach_possible, and, where the category says so, a gravity lighter than the measure's own; or an object with
#   outside, which says why the measure does not cover the act.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
package article41

import data.article41.lib

# METADATA
# title: Result
# description: >-
#   Decisions by measure id, or the reason why there is none. A claim that states the law, speaks of a mere
#   possibility, or says that something did not happen, is not judged under any measure.
# entrypoint: true
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
result := {"decisions": {}, "set_aside": aside} if {
	aside := {
		"normative": {"code": "statement_of_law", "text": "the passage states the law; it reports no act"},
		"hypothetical": {"code": "hypothetical", "text": "the passage speaks of a possibility; it reports no act"},
		"negated": {"code": "negated", "text": "the passage says that the act did not take place"},
	}[input.status]
}

else := {"decisions": decisions} if decisions != {}

else := {"decisions": {}, "set_aside": set_aside}

# METADATA
# title: Decisions
# description: >-
#   The measures that know the activity, catch the sanctioned State in the role it has in the claim and were in
#   force on a day of the law date, each with verdict, severity and reasoning. Its own conditions come from its
#   category; the rest is the same for all.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
decisions[id] := {
	"verdict": verdict,
	"severity": data.catalog.severity[object.get(own, "gravity", measure.gravity)][verdict],
	"reasons": array.flatten([conditions, act.reason, lib.voice, [lib.exempted | exempt]]),
	"missing": missing,
	"exemptions": exemptions,
} if {
	input.category != "none" # the category of activities that no measure concerns

	# Names for what is compared: each path costs a step of its own.
	first := input.date.from
	last := input.date.to
	some party in input.parties
	some id, _ in data.catalog.index[party.country][input.activity]
	measure := data.catalog.measures[id]
	measure.target_roles[party.role]
	from := measure.from
	until := measure.until
	from <= last
	first <= until

	own := data.article41.categories[measure["package"]].assessment[id]
	whole := {from <= first, last <= until} == {true}
	conditions := array.concat([lib.dates[whole]], own.conditions)
	missing := [fact | some condition in conditions; fact := condition.missing]
	exemptions := [name |
		some fact, _ in input.facts
		some name, exemption in measure.exemptions[fact]
		exemption.from <= input.date.to
		input.date.from <= exemption.until
	]
	exempt := exemptions != []
	settled := [measure.strength, missing] == ["decides", []]
	act := lib.act
	verdict := act.verdict[exempt][settled]
}

# METADATA
# title: Set aside
# description: >-
#   Why no measure gives a decision: the first reason that holds. A measure that neither decides nor says why not
#   leaves the claim undecided, which the engine reports as an error.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
set_aside := {"code": "not_prohibited", "text": text} if {
	text := [why |
		some party in input.parties
		why := data.catalog.not_prohibited[party.country][input.activity].text
	][0]
}

else := {"code": "no_target", "text": "no party from a sanctioned State is named"} if {
	every party in input.parties {
		not data.catalog.targets[party.country]
	}
}

else := {"code": "undecided", "text": sprintf("no rule decides %s", [concat(", ", undecided)])} if {
	count(undecided) > 0
}

else := aside if aside := outside[min(in_force)]

else := {"code": "not_in_force", "text": concat("; ", periods)} if count(candidates) > 0

else := {"code": "no_measure", "text": "measures know the activity, but not with the sanctioned State in this role"} if {
	some party in input.parties
	data.catalog.index[party.country][input.activity]
}

else := {"code": "no_measure", "text": "no measure of the catalogue concerns this activity"}

# METADATA
# title: Candidates
# description: Measures that know the activity and catch the sanctioned State in the role it has in the claim.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
candidates contains id if {
	some party in input.parties
	some id, _ in data.catalog.index[party.country][input.activity]
	data.catalog.measures[id].target_roles[party.role]
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
# description: When each candidate applies, beside the law date.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
periods contains text if {
	some id in candidates
	measure := data.catalog.measures[id]
	text := sprintf("%s applies %s; the date of the law applied is %s", [
		id,
		lib.period(measure.from, measure.until),
		lib.period(input.date.from, input.date.to),
	])
}
