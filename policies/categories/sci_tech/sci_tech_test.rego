package article41.categories.sci_tech_test

import data.article41_test as shared

taught(parties, day) := shared.claim("specialised_teaching", parties, {"goods": {"nuclear_items": true}, "date": shared.on(day)})

students(day) := taught({"recipient": ["KP"], "host": ["CN"]}, day)

discipline_not_stated(day) := shared.claim("specialised_teaching", {"recipient": ["KP"], "host": ["CN"]}, {"date": shared.on(day)})

cooperation(parties, fields) := shared.claim("science_cooperation", parties, fields)

science(day) := cooperation({"partner": ["KP", "RU"]}, {"date": shared.on(day)})

cases := {
	"dprk-specialised-teaching": {
		"the day before": {"claim": students("2016-03-01"), "want": "none"},
		"first day": {"claim": students("2016-03-02"), "want": "breach_indicated"},
		"nuclear engineering": {"claim": students("2023-12-13"), "want": "breach_indicated"},
		"by foreign teachers in the DPRK": {"claim": taught({"provider": ["US"], "recipient": ["KP"], "host": ["KP"]}, "2023-12-13"), "want": "breach_indicated"},
		"who is taught is not said": {"claim": taught({"provider": ["US"], "host": ["KP"]}, "2023-12-13"), "want": "breach_possible"},
		"others are taught": {"claim": taught({"provider": ["CN"], "recipient": ["RU"], "host": ["KP"]}, "2023-12-13"), "want": "none"},
		"discipline not stated": {"claim": discipline_not_stated("2023-12-13"), "want": "breach_possible"},
		"said to contribute": {
			"claim": object.union(discipline_not_stated("2023-12-13"), {"facts": {"contributes_to_programmes": ""}}),
			"want": "breach_indicated",
		},
		"nobody else named": {"claim": taught({"recipient": ["KP"]}, "2023-12-13"), "want": "breach_possible"},
		"at home": {"claim": taught({"recipient": ["KP"], "host": ["KP"]}, "2023-12-13"), "want": "none"},
		"at home by its own": {"claim": taught({"provider": ["KP"], "recipient": ["KP"]}, "2023-12-13"), "want": "none"},
		"the DPRK teaches others": {"claim": taught({"provider": ["KP"], "recipient": ["SY"]}, "2023-12-13"), "want": "none"},
		"a language course": {"claim": shared.claim("general_education", {"recipient": ["KP"], "host": ["RU"]}, {}), "want": "none"},
	},
	"dprk-specialised-teaching-1874": {
		"the day before": {"claim": students("2009-06-11"), "want": "none"},
		"first day": {"claim": students("2009-06-12"), "want": "breach_possible"},
		"last day": {"claim": students("2016-03-01"), "want": "breach_possible"},
		"the day after": {"claim": students("2016-03-02"), "want": "none"},
		"at home": {"claim": taught({"recipient": ["KP"], "host": ["KP"]}, "2012-01-01"), "want": "none"},
	},
	"dprk-science-cooperation": {
		"the day before": {"claim": science("2016-11-29"), "want": "none"},
		"first day": {"claim": science("2016-11-30"), "want": "breach_indicated"},
		"any field": {"claim": science("2024-06-12"), "want": "breach_indicated"},
		"a guest researcher": {"claim": cooperation({"recipient": ["KP"], "host": ["CN"]}, {}), "want": "breach_indicated"},
		"nobody else named": {"claim": cooperation({"partner": ["KP"]}, {}), "want": "breach_possible"},
		"the Committee's approval": {"claim": cooperation({"partner": ["KP", "RU"]}, {"facts": {"committee_approval": ""}}), "want": "exempt_if_verified"},
		"a State's notice": {"claim": cooperation({"partner": ["KP", "RU"]}, {"facts": {"notified_committee": ""}}), "want": "exempt_if_verified"},
		"medical exchange": {"claim": shared.claim("medical_exchange", {"partner": ["KP", "RU"]}, {}), "want": "none"},
		"between others": {"claim": cooperation({"partner": ["KR", "RU"]}, {}), "want": "none"},
	},
}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}

test_a_delegation_that_plans_a_protocol if {
	c := cooperation({"partner": ["KP", "RU"]}, {"status": "planned", "stage": "preparing"})
	shared.judge(c) == {"dprk-science-cooperation": "watch medium"}
}

test_the_discipline_is_a_missing_fact if {
	shared.missing(discipline_not_stated("2023-12-13"), "dprk-specialised-teaching") == ["discipline"]
}

test_the_place_is_a_missing_fact if {
	shared.missing(taught({"recipient": ["KP"]}, "2023-12-13"), "dprk-specialised-teaching") == ["host"]
}

test_the_other_side_is_a_missing_fact if {
	shared.missing(cooperation({"partner": ["KP"]}, {}), "dprk-science-cooperation") == ["partner"]
}

test_teaching_at_home_is_said if {
	shared.judge(taught({"recipient": ["KP"], "host": ["KP"]}, "2023-12-13")) == "within_target"
}

test_the_earlier_call_is_said_not_to_bind if {
	c := students("2012-01-01")
	shared.judge(c) == {"dprk-specialised-teaching-1874": "breach_possible low"}
	"the paragraph calls upon States; it does not bind" in shared.effects(c, "dprk-specialised-teaching-1874")
}
