package article41.categories.joint_venture_test

import data.article41_test as shared

ventures := "dprk-joint-ventures"

venture(fields) := shared.claim("joint_venture", {"partner": ["KP", "CN"]}, fields)

restaurant(parties, fields) := shared.claim("restaurant", parties, fields)

test_seed_article_agreement_without_a_subject if {
	c := shared.claim("economic_agreement", {"partner": ["KP", "RU"]}, {"stage": "completed"})
	shared.judge(c) == {"dprk-economic-agreements": "breach_possible low"}
	shared.missing(c, "dprk-economic-agreements") == ["subject of the agreement"]
}

test_planned_agreement if {
	c := shared.claim("economic_agreement", {"partner": ["KP", "RU"]}, {"status": "planned"})
	shared.judge(c) == {"dprk-economic-agreements": "watch low"}
}

test_ventures_by_date[name] if {
	some name, tc in {
		"before any measure": {"day": "2017-08-04", "want": "not_in_force"},
		"new ones": {"day": "2017-08-05", "want": {"dprk-joint-ventures-new-2371": "breach_possible medium"}},
		"last day": {"day": "2017-09-10", "want": {"dprk-joint-ventures-new-2371": "breach_possible medium"}},
		"all, to be closed": {"day": "2017-09-11", "want": {ventures: "breach_possible medium"}},
		"last day of closing": {"day": "2018-01-09", "want": {ventures: "breach_possible medium"}},
		"closed": {"day": "2018-01-10", "want": {ventures: "breach_indicated high"}},
	}
	shared.judge(venture({"date": shared.on(tc.day)})) == tc.want
}

test_date_across_the_closing if {
	c := venture({"date": {"from": "2018-01-01", "to": "2018-01-31"}})
	shared.missing(c, ventures) == ["event_date"]
}

test_venture_in_the_dprk if {
	c := shared.claim("joint_venture", {"partner": ["KP"], "host": ["KP"]}, {})
	shared.judge(c) == {ventures: "breach_possible medium"}
	shared.missing(c, ventures) == ["partner"]
}

test_planned_venture if {
	shared.judge(venture({"status": "planned"})) == {ventures: "watch medium"}
}

test_exemptions[fact] if {
	some fact in ["hydropower_project", "rajin_khasan", "committee_approval"]
	shared.judge(venture({"facts": {fact: ""}})) == {ventures: "exempt_if_verified low"}
}

test_public_utility_needs_approval if {
	c := venture({"facts": {"public_utility": ""}})
	shared.judge(c) == {ventures: "breach_possible medium"}
	shared.missing(c, ventures) == ["committee_approval"]
}

test_public_utility_with_approval if {
	c := venture({"facts": {"public_utility": "", "committee_approval": ""}})
	shared.judge(c) == {ventures: "exempt_if_verified low"}
	"the text says that the Committee approved the public-utility project" in shared.conditions(c, ventures)
}

test_restaurants[name] if {
	some name, tc in {
		"run by the DPRK abroad": {"parties": {"partner": ["KP"], "host": ["CN"]}, "want": "breach_indicated high", "missing": []},
		"host not named": {"parties": {"partner": ["KP"]}, "want": "breach_possible medium", "missing": ["host"]},
	}
	c := restaurant(tc.parties, {})
	shared.judge(c) == {ventures: tc.want}
	shared.missing(c, ventures) == tc.missing
}

test_restaurant_before_the_cut_off if {
	c := restaurant({"partner": ["KP"], "host": ["CN"]}, {"date": shared.on("2017-10-01")})
	shared.judge(c) == {ventures: "breach_possible medium"}
}

# One table for each measure: what it flags, what lies just beside it, and the days around its own.

cases := {
	"dprk-joint-ventures": {
		"a venture with a Chinese firm": {"claim": venture({"date": shared.on("2023-12-13")}), "want": "breach_indicated"},
		"a restaurant in China": {"claim": restaurant({"partner": ["KP"], "host": ["CN"]}, {}), "want": "breach_indicated"},
		"other side not named": {"claim": shared.claim("joint_venture", {"partner": ["KP"]}, {}), "want": "breach_possible"},
		"a venture of others in the DPRK": {"claim": shared.claim("joint_venture", {"partner": ["CN", "RU"], "host": ["KP"]}, {}), "want": "none"},
		"others only": {"claim": shared.claim("joint_venture", {"partner": ["CN", "RU"]}, {}), "want": "none"},
		"an agreement": {"claim": shared.claim("economic_agreement", {"partner": ["KP", "RU"]}, {"date": shared.on("2023-12-13")}), "want": "none"},
		"the Rajin-Khasan project": {"claim": venture({"facts": {"rajin_khasan": ""}}), "want": "exempt_if_verified"},
		"a public utility without approval": {"claim": venture({"facts": {"public_utility": ""}}), "want": "breach_possible"},
		"the day before": {"claim": venture({"date": shared.on("2017-09-10")}), "want": "none"},
		"first day": {"claim": venture({"date": shared.on("2017-09-11")}), "want": "breach_possible"},
		"last day for closing": {"claim": venture({"date": shared.on("2018-01-09")}), "want": "breach_possible"},
		"the day after it": {"claim": venture({"date": shared.on("2018-01-10")}), "want": "breach_indicated"},
	},
	"dprk-joint-ventures-new-2371": {
		"a venture with a Chinese firm": {"claim": venture({"date": shared.on("2017-08-20")}), "want": "breach_possible"},
		"a restaurant in China": {"claim": restaurant({"partner": ["KP"], "host": ["CN"]}, {"date": shared.on("2017-08-20")}), "want": "breach_possible"},
		"others only": {"claim": shared.claim("joint_venture", {"partner": ["CN", "RU"]}, {"date": shared.on("2017-08-20")}), "want": "none"},
		"an agreement": {"claim": shared.claim("economic_agreement", {"partner": ["KP", "RU"]}, {"date": shared.on("2017-08-20")}), "want": "none"},
		"the day before": {"claim": venture({"date": shared.on("2017-08-04")}), "want": "none"},
		"first day": {"claim": venture({"date": shared.on("2017-08-05")}), "want": "breach_possible"},
		"last day": {"claim": venture({"date": shared.on("2017-09-10")}), "want": "breach_possible"},
		"the day after": {"claim": venture({"date": shared.on("2017-09-11")}), "want": "none"},
	},
	"dprk-economic-agreements": {
		"an agreement with Russia": {"claim": shared.claim("economic_agreement", {"partner": ["KP", "RU"]}, {"date": shared.on("2023-12-13")}), "want": "breach_possible"},
		"planned": {"claim": shared.claim("economic_agreement", {"partner": ["KP", "RU"]}, {"status": "planned"}), "want": "watch"},
		"others agree": {"claim": shared.claim("economic_agreement", {"partner": ["CN", "RU"]}, {"date": shared.on("2023-12-13")}), "want": "none"},
		"a venture": {"claim": venture({"date": shared.on("2023-12-13")}), "want": "none"},
		"the day before": {"claim": shared.claim("economic_agreement", {"partner": ["KP", "RU"]}, {"date": shared.on("2017-09-10")}), "want": "none"},
		"first day": {"claim": shared.claim("economic_agreement", {"partner": ["KP", "RU"]}, {"date": shared.on("2017-09-11")}), "want": "breach_possible"},
	},
}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}
