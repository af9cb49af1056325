package article41.categories.nuclear_missile_test

import data.article41_test as shared

act(activity, day) := shared.claim(activity, {"actor": ["KP"]}, {"date": shared.on(day)})

by(country, activity) := shared.claim(activity, {"actor": [country]}, {})

weapons(activity, good, day) := shared.claim(activity, {"actor": ["KP"]}, {"goods": {good: true}, "date": shared.on(day)})

cases := {
	"dprk-nuclear-test-ban": {
		"the test before any measure": {"claim": act("nuclear_test", "2006-10-13"), "want": "none"},
		"first day": {"claim": act("nuclear_test", "2006-10-14"), "want": "breach_indicated"},
		"the test of 2009": {"claim": act("nuclear_test", "2009-05-25"), "want": "breach_indicated"},
		"the test of 2017": {"claim": act("nuclear_test", "2017-09-03"), "want": "breach_indicated"},
		"another State's": {"claim": by("RU", "nuclear_test"), "want": "none"},
		"a reactor instead": {"claim": act("nuclear_programme", "2017-09-03"), "want": "none"},
	},
	"dprk-ballistic-launch-ban": {
		"the launches of July 2006": {"claim": act("ballistic_launch", "2006-07-05"), "want": "none"},
		"the day before": {"claim": act("ballistic_launch", "2006-10-13"), "want": "none"},
		"first day": {"claim": act("ballistic_launch", "2006-10-14"), "want": "breach_indicated"},
		"a missile": {"claim": act("ballistic_launch", "2023-07-12"), "want": "breach_indicated"},
		"the satellite of April 2009": {"claim": act("satellite_launch", "2009-04-05"), "want": "breach_possible"},
		"a satellite on the day before": {"claim": act("satellite_launch", "2009-06-11"), "want": "breach_possible"},
		"a satellite since": {"claim": act("satellite_launch", "2009-06-12"), "want": "breach_indicated"},
		"the satellite of May 2023": {"claim": act("satellite_launch", "2023-05-31"), "want": "breach_indicated"},
		"a cruise missile": {"claim": act("conventional_test", "2023-03-22"), "want": "none"},
		"another State's": {"claim": by("KR", "satellite_launch"), "want": "none"},
	},
	"dprk-suspend-missile-programme": {
		"the day before": {"claim": act("missile_programme", "2006-10-13"), "want": "none"},
		"first day": {"claim": act("missile_programme", "2006-10-14"), "want": "breach_indicated"},
		"production": {"claim": act("missile_programme", "2024-01-10"), "want": "breach_indicated"},
		"drones instead": {"claim": act("conventional_test", "2024-01-10"), "want": "none"},
		"another State's": {"claim": by("IR", "missile_programme"), "want": "none"},
	},
	"dprk-abandon-nuclear": {
		"the day before": {"claim": act("nuclear_programme", "2006-10-13"), "want": "none"},
		"first day": {"claim": act("nuclear_programme", "2006-10-14"), "want": "breach_indicated"},
		"enrichment": {"claim": act("nuclear_programme", "2024-09-13"), "want": "breach_indicated"},
		"another State's": {"claim": by("IR", "nuclear_programme"), "want": "none"},
	},
	"dprk-abandon-other-wmd": {
		"the day before": {"claim": act("wmd_programme", "2006-10-13"), "want": "none"},
		"first day": {"claim": act("wmd_programme", "2006-10-14"), "want": "breach_indicated"},
		"missiles": {"claim": act("missile_programme", "2024-01-10"), "want": "breach_indicated"},
		"nuclear weapons instead": {"claim": act("nuclear_programme", "2024-01-10"), "want": "none"},
		"another State's": {"claim": by("SY", "wmd_programme"), "want": "none"},
	},
	"dprk-abandon-cbw": {
		"the day before": {"claim": weapons("wmd_programme", "chemical_biological_items", "2016-03-01"), "want": "none"},
		"first day": {"claim": weapons("wmd_programme", "chemical_biological_items", "2016-03-02"), "want": "breach_indicated"},
		"kind not stated": {"claim": act("wmd_programme", "2020-01-01"), "want": "breach_possible"},
		"use": {"claim": act("chemical_weapon_use", "2017-02-13"), "want": "breach_indicated"},
		"use, the day before": {"claim": act("chemical_weapon_use", "2016-03-01"), "want": "none"},
		"nuclear items instead": {"claim": weapons("wmd_programme", "nuclear_items", "2020-01-01"), "want": "none"},
		"another State's": {"claim": by("SY", "wmd_programme"), "want": "none"},
	},
	"dprk-no-chemical-weapons-use": {
		"the day before": {"claim": act("chemical_weapon_use", "2017-08-04"), "want": "none"},
		"first day": {"claim": act("chemical_weapon_use", "2017-08-05"), "want": "breach_indicated"},
		"a programme without use": {"claim": act("wmd_programme", "2020-01-01"), "want": "none"},
		"another State's": {"claim": by("SY", "chemical_weapon_use"), "want": "none"},
	},
	"dprk-npt-iaea-return": {
		"the withdrawal of 2003": {"claim": act("safeguards_refusal", "2003-01-10"), "want": "none"},
		"the day before": {"claim": act("safeguards_refusal", "2006-10-13"), "want": "none"},
		"first day": {"claim": act("safeguards_refusal", "2006-10-14"), "want": "breach_possible"},
		"inspectors expelled": {"claim": act("safeguards_refusal", "2009-04-16"), "want": "breach_possible"},
		"another State's": {"claim": by("IR", "safeguards_refusal"), "want": "none"},
	},
}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}

test_one_launch_gives_one_finding[activity] if {
	some activity in ["ballistic_launch", "satellite_launch"]
	shared.judge(act(activity, "2023-05-31")) == {"dprk-ballistic-launch-ban": "breach_indicated critical"}
}

test_a_satellite_before_2009_lacks_its_link_to_the_programme if {
	c := act("satellite_launch", "2009-04-05")
	shared.missing(c, "dprk-ballistic-launch-ban") == ["part in the missile programme"]
}

test_a_satellite_across_the_extension_lacks_its_date if {
	c := shared.claim("satellite_launch", {"actor": ["KP"]}, {"date": {"from": "2009-01-01", "to": "2009-12-31"}})
	shared.verdict(c, "dprk-ballistic-launch-ban") == "breach_possible"
	shared.missing(c, "dprk-ballistic-launch-ban") == ["event_date"]
}

test_a_test_that_is_history_is_a_breach_at_its_date if {
	c := object.union(act("nuclear_test", "2009-05-25"), {"status": "ended", "stage": "completed"})
	shared.judge(c) == {"dprk-nuclear-test-ban": "breach_indicated critical"}
}

test_status[status] if {
	some status, want in {
		"planned": {"dprk-nuclear-test-ban": "watch high"},
		"denied": {"dprk-nuclear-test-ban": "counterclaim info"},
		"normative": "statement_of_law",
		"hypothetical": "hypothetical",
	}
	shared.judge(object.union(act("nuclear_test", "2023-12-13"), {"status": status})) == want
}

test_use_after_the_ban_meets_both_paragraphs if {
	shared.judge(act("chemical_weapon_use", "2020-01-01")) == {
		"dprk-abandon-cbw": "breach_indicated critical",
		"dprk-no-chemical-weapons-use": "breach_indicated critical",
	}
}

test_a_demand_is_said_not_to_bind if {
	c := act("safeguards_refusal", "2023-12-13")
	shared.judge(c) == {"dprk-npt-iaea-return": "breach_possible low"}
	"the paragraph calls upon States; it does not bind" in shared.effects(c, "dprk-npt-iaea-return")
}
