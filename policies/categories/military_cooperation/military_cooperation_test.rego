package article41.categories.military_cooperation_test

import data.article41_test as shared

test_seed_article_discussion_of_cooperation if {
	c := shared.claim("military_cooperation", {"partner": ["KP", "RU"]}, {"status": "planned", "stage": "considered"})
	shared.judge(c) == {"dprk-military-cooperation": "watch medium"}
}

test_training[name] if {
	some name, tc in {
		"police trainers in Africa": {"parties": {"trainer": ["KP"], "host": ["UG"]}, "want": {"dprk-military-training": "breach_indicated critical"}},
		"trainers of others": {"parties": {"trainer": ["KP"], "trainee": ["NA"]}, "want": {"dprk-military-training": "breach_indicated critical"}},
		"troops trained abroad": {"parties": {"trainee": ["KP"], "host": ["RU"]}, "want": {"dprk-military-training": "breach_possible high"}},
		"troops trained by others": {"parties": {"trainer": ["RU"], "trainee": ["KP"]}, "want": {"dprk-military-training": "breach_possible high"}},
		"host not named": {"parties": {"trainer": ["KP"]}, "want": {"dprk-military-training": "breach_possible high"}},
		"trainer not named": {"parties": {"trainee": ["KP"]}, "want": {"dprk-military-training": "breach_possible high"}},
		"its own forces": {"parties": {"trainer": ["KP"], "trainee": ["KP"], "host": ["KP"]}, "want": "within_target"},
		"others only": {"parties": {"trainer": ["US"], "trainee": ["KR"]}, "want": "no_target"},
	}
	shared.judge(shared.claim("military_training", tc.parties, {})) == tc.want
}

test_missing_counterpart if {
	c := shared.claim("military_training", {"trainer": ["KP"]}, {})
	shared.missing(c, "dprk-military-training") == ["counterpart"]
}

test_training_before_the_paragraph if {
	c := shared.claim("military_training", {"trainer": ["KP"], "host": ["UG"]}, {"date": shared.on("2016-03-01")})
	shared.judge(c) == "not_in_force"
}

test_training_of_the_dprk_on_arms if {
	parties := {"trainer": ["RU"], "trainee": ["KP"]}
	shared.missing(shared.claim("military_training", parties, {}), "dprk-military-training") == ["subject of the training"]
	shared.judge(shared.claim("military_training", parties, {"goods": {"drones": true}})) == {"dprk-military-training": "breach_indicated critical"}
}

test_acts_that_no_paragraph_names[activity] if {
	some activity, parties in {
		"military_cooperation": {"partner": ["KP", "RU"]},
		"troop_deployment": {"sender": ["KP"], "host": ["RU"]},
		"military_exercise": {"partner": ["KP", "RU"]},
		"defence_treaty": {"partner": ["KP", "RU"]},
	}
	c := shared.claim(activity, parties, {"stage": "completed"})
	shared.judge(c) == {"dprk-military-cooperation": "breach_possible medium"}
	some effect in shared.effects(c, "dprk-military-cooperation")
	endswith(effect, "read with S/RES/1718 (2006), para. 8 (c), and S/RES/2270 (2016), para. 9: for review")
}

test_troops_sent_to_the_dprk if {
	shared.judge(shared.claim("troop_deployment", {"sender": ["RU"], "host": ["KP"]}, {})) == "no_measure"
}

# One table for each measure: what it flags, what lies just beside it, and the days around its own.
dealings(activity, parties, day) := shared.claim(activity, parties, {"date": shared.on(day)})

cases := {
	"dprk-military-training": {
		"police trainers in Uganda": {"claim": dealings("military_training", {"trainer": ["KP"], "host": ["UG"]}, "2023-12-13"), "want": "breach_indicated"},
		"troops trained by Russia": {"claim": dealings("military_training", {"trainer": ["RU"], "trainee": ["KP"]}, "2023-12-13"), "want": "breach_possible"},
		"host not named": {"claim": dealings("military_training", {"trainer": ["KP"]}, "2023-12-13"), "want": "breach_possible"},
		"planned": {"claim": shared.claim("military_training", {"trainer": ["KP"], "host": ["UG"]}, {"status": "planned"}), "want": "watch"},
		"its own forces": {"claim": dealings("military_training", {"trainer": ["KP"], "trainee": ["KP"]}, "2023-12-13"), "want": "none"},
		"others train": {"claim": dealings("military_training", {"trainer": ["US"], "trainee": ["KR"]}, "2023-12-13"), "want": "none"},
		"the DPRK is only the host": {"claim": dealings("military_training", {"trainer": ["RU"], "host": ["KP"]}, "2023-12-13"), "want": "none"},
		"the day before": {"claim": dealings("military_training", {"trainer": ["KP"], "host": ["UG"]}, "2016-03-01"), "want": "none"},
		"first day": {"claim": dealings("military_training", {"trainer": ["KP"], "host": ["UG"]}, "2016-03-02"), "want": "breach_indicated"},
	},
	"dprk-military-cooperation": {
		"co-operation with Russia": {"claim": dealings("military_cooperation", {"partner": ["KP", "RU"]}, "2023-12-13"), "want": "breach_possible"},
		"troops in Russia": {"claim": dealings("troop_deployment", {"sender": ["KP"], "host": ["RU"]}, "2023-12-13"), "want": "breach_possible"},
		"joint exercise": {"claim": dealings("military_exercise", {"partner": ["KP", "RU"]}, "2023-12-13"), "want": "breach_possible"},
		"defence treaty": {"claim": dealings("defence_treaty", {"partner": ["KP", "RU"]}, "2023-12-13"), "want": "breach_possible"},
		"treaty under discussion": {"claim": shared.claim("defence_treaty", {"partner": ["KP", "RU"]}, {"stage": "considered"}), "want": "watch"},
		"troops of others": {"claim": dealings("troop_deployment", {"sender": ["RU"], "host": ["KP"]}, "2023-12-13"), "want": "none"},
		"exercise of others": {"claim": dealings("military_exercise", {"partner": ["US", "KR"]}, "2023-12-13"), "want": "none"},
		"training is a measure of its own": {"claim": dealings("military_training", {"trainer": ["KP"], "host": ["UG"]}, "2023-12-13"), "want": "none"},
		"the day before": {"claim": dealings("defence_treaty", {"partner": ["KP", "RU"]}, "2006-10-13"), "want": "none"},
		"first day": {"claim": dealings("defence_treaty", {"partner": ["KP", "RU"]}, "2006-10-14"), "want": "breach_possible"},
	},
}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}
