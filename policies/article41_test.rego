# What the tests of all packages share, and the tests of the entry point. They run under the catalogue of rules/, as
# data.catalog.
package article41_test

# A claim of 13 December 2023, asserted by the article itself. The parties are
# given by role: {"sender": ["KP"], "host": ["RU"]}.
claim(activity, parties, fields) := object.union(
	{
		"id": "c_01",
		"category": "any",
		"activity": activity,
		"status": "asserted",
		"stage": "unspecified",
		"targets": [target | some target in (from_states(parties) | on_lists(object.get(fields, "listed", {})))],
		"countries": {role: {country: true | some country in list; country != ""} | some role, list in parties},
		"others": {role: true |
			some role, list in parties
			some country in list
			country != ""
			not data.catalog.targets[country]
		},
		"goods": {},
		"facts": {},
		"quantity": {},
		"listed": {},
		"date": {"from": "2023-12-13", "to": "2023-12-13"},
		"date_basis": "event",
		"said_by": "article",
	},
	object.union({"keys": keys(object.get(fields, "goods", {}))}, fields),
)

# What the index has the parties under.
from_states(parties) := {{"role": role, "key": country} |
	some role, list in parties
	some country in list
	data.catalog.targets[country]
}

on_lists(listed) := {{"role": role, "key": key} |
	some role, regimes in listed
	some key, regime in data.catalog.targets
	regimes[regime]
}

# An entry of a list that is under these measures.
entry(regime, words, fields) := {regime: {word: [object.union(known, fields)] | some word in words}} if {
	known := {"entry": "", "from": "", "until": "", "match": "identified"}
}

dprk := entry("dprk", ["freeze", "travel"], {})

# Under which goods the claim is looked up in the catalogue.
keys(goods) := ["any", "unnamed"] if goods == {}

keys(goods) := array.concat(["any"], [good | some good, _ in goods]) if goods != {}

# The verdict and severity by measure, or the code of the reason for none.
judge(c) := outcome(result(c))

result(c) := r if {
	r := data.article41.result with input as c
}

outcome(r) := {id: concat(" ", [d.verdict, d.severity]) | some id, d in r.decisions} if count(r.decisions) > 0

outcome(r) := r.set_aside.code if count(r.decisions) == 0

# What the claim lacks for a measure, in the order of its conditions.
missing(c, id) := [reason.missing | some reason in reasons(c, id)]

reasons(c, id) := array.flatten([d.date, d.conditions, d.act, d.voice, d.exempted]) if d := result(c).decisions[id]

conditions(c, id) := {reason.condition | some reason in reasons(c, id)}

effects(c, id) := {reason.effect | some reason in reasons(c, id)}

# The verdict under one measure; "none" where it gives none.
verdict(c, id) := object.get(result(c).decisions, [id, "verdict"], "none")

on(day) := {"from": day, "to": day}

trade(fields) := claim("arms_trade", {"partner": ["KP", "RU"]}, fields)

test_statuses_that_are_never_judged[name] if {
	some name, code in {"normative": "statement_of_law", "hypothetical": "hypothetical", "negated": "negated"}
	judge(trade({"status": name})) == code
}

test_what_ended_undated_is_not_judged[basis] if {
	some basis in ["published", "as_of", "today"]
	judge(trade({"status": "ended", "date_basis": basis})) == "ended"
}

test_what_came_to_nothing_is_not_judged[stage] if {
	some stage in ["considered", "offered", "agreed", "preparing"]
	judge(trade({"status": "ended", "stage": stage})) == "ended"
}

test_status_and_stage[name] if {
	some name, want in {
		"asserted unspecified": "breach_indicated critical",
		"alleged completed": "breach_indicated critical",
		"alleged under_way": "breach_indicated critical",
		"ended completed": "breach_indicated critical",
		"alleged preparing": "watch high",
		"asserted offered": "watch high",
		"asserted considered": "watch high",
		"planned unspecified": "watch high",
		"planned under_way": "watch high",
		"denied unspecified": "counterclaim info",
		"denied considered": "counterclaim info",
	}
	words := split(name, " ")
	judge(trade({"status": words[0], "stage": words[1]})) == {"dprk-arms-trade": want}
}

test_an_attempt_is_a_possible_breach[stage] if {
	some stage in ["under_way", "completed", "unspecified"]
	judge(trade({"stage": stage, "facts": {"attempted": true}})) == {"dprk-arms-trade": "breach_possible high"}
}

test_what_is_read_on_is_a_possible_breach[stage] if {
	some stage in ["under_way", "completed", "unspecified"]
	judge(trade({"stage": stage, "facts": {"read_on": true}})) == {"dprk-arms-trade": "breach_possible high"}
}

test_a_plan_that_is_read_on_is_watched if {
	judge(trade({"status": "planned", "stage": "agreed", "facts": {"read_on": true}})) == {"dprk-arms-trade": "watch high"}
}

test_stage_is_named_in_the_effect[stage] if {
	some stage, effect in {
		"considered": "considered or discussed, not carried out: watch",
		"offered": "offered, not carried out: watch",
		"agreed": "agreed, not carried out: watch",
		"preparing": "in preparation, not carried out: watch",
		"unspecified": "planned, not carried out: watch",
	}
	effect in effects(trade({"status": "planned", "stage": stage}), "dprk-arms-trade")
}

test_who_says_so[name] if {
	some name, tc in {
		"own voice": {"said_by": "article", "want": "the article states the act in its own voice"},
		"official": {"said_by": "unnamed_official", "want": "the statement is attributed; its origin is an unnamed official"},
		"not named": {"said_by": "unnamed", "want": "the statement is attributed; its origin is not named"},
	}
	tc.want in conditions(trade({"said_by": tc.said_by}), "dprk-arms-trade")
}

test_basis_of_the_date[basis] if {
	some basis, want in {
		"event": "the measure was in force on the date of the act",
		"published": "the measure was in force on the date of the article, which stands in for that of the act",
		"as_of": "the measure was in force on the date given for the check, which stands in for that of the act",
		"today": "the measure is in force today, which stands in for the date of the act",
	}
	want in conditions(trade({"date_basis": basis}), "dprk-arms-trade")
}

test_dates[name] if {
	some name, tc in {
		"day before": {"date": on("2016-03-01"), "want": "not_in_force"},
		"first day": {"date": on("2016-03-02"), "want": {"dprk-military-training": "breach_indicated critical"}},
		"partly": {"date": {"from": "2016-01-01", "to": "2016-12-31"}, "want": {"dprk-military-training": "breach_possible high"}},
	}
	judge(claim("military_training", {"trainer": ["KP"], "host": ["UG"]}, {"date": tc.date})) == tc.want
}

test_last_day[name] if {
	some name, tc in {
		"on it": {"date": on("2017-08-04"), "want": {"dprk-labour-vigilance"}},
		"after it": {"date": on("2017-08-05"), "want": {"dprk-labour-freeze-2371"}},
		"both": {"date": {"from": "2017-08-04", "to": "2017-08-05"}, "want": {"dprk-labour-vigilance", "dprk-labour-freeze-2371"}},
	}
	c := claim("send_workers", {"sender": ["KP"], "host": ["RU"]}, {"date": tc.date})
	object.keys(judge(c)) == tc.want
}

test_date_partly_in_force_is_a_missing_fact if {
	c := claim("military_training", {"trainer": ["KP"], "host": ["UG"]}, {"date": {"from": "2016-01-01", "to": "2016-12-31"}})
	missing(c, "dprk-military-training") == ["event_date"]
}

test_not_in_force_gives_the_dates if {
	c := claim("arms_repair", {"provider": ["KP"], "recipient": ["SY"]}, {"date": {"from": "2005-01-01", "to": "2005-12-31"}})
	result(c).set_aside.text == concat("; ", [
		"dprk-arms-repair applies from 2016-03-02 on; the date of the law applied is from 2005-01-01 to 2005-12-31",
		"dprk-arms-services applies from 2006-10-14 on; the date of the law applied is from 2005-01-01 to 2005-12-31",
	])
	single := claim("arms_trade", {"partner": ["KP"]}, {"date": on("2005-01-01")})
	endswith(result(single).set_aside.text, "the date of the law applied is 2005-01-01")
}

test_set_aside[name] if {
	some name, tc in {
		"not prohibited": {"claim": claim("tourism", {"participant": ["RU"], "host": ["KP"]}, {}), "want": "not_prohibited"},
		"not prohibited, for another State": {"claim": claim("tourism", {"participant": ["RU"], "host": ["CN"]}, {}), "want": "no_target"},
		"no target": {"claim": claim("arms_export", {"supplier": ["KR"], "recipient": ["PL"]}, {}), "want": "no_target"},
		"no party": {"claim": claim("arms_trade", {}, {}), "want": "no_target"},
		"party of no country": {"claim": claim("arms_trade", {"partner": [""]}, {}), "want": "no_target"},
		"other role": {"claim": claim("arms_export", {"recipient": ["KP"], "supplier": ["RU"]}, {}), "want": "no_measure"},
		"unknown activity": {"claim": claim("chess", {"partner": ["KP"]}, {}), "want": "no_measure"},
	}
	judge(tc.claim) == tc.want
}

# The States of the other regimes are no sanctioned States: one that buys is another State.
test_the_state_of_another_list_is_another_state[country] if {
	some country in ["LY", "IR", "SD", "IQ", "GW"]
	c := claim("arms_export", {"supplier": ["KP"], "recipient": [country]}, {})
	c.others == {"recipient": true}
	judge(c) == {"dprk-arms-export": "breach_indicated critical"}
}

test_two_parties_from_the_target_give_one_decision if {
	judge(claim("arms_trade", {"partner": ["KP"], "supplier": ["KP"]}, {})) == {"dprk-arms-trade": "breach_indicated critical"}
}

test_stated_exemption if {
	c := trade({"activity": "arms_export", "facts": {"committee_approval": ""}})
	judge(c) == {"dprk-arms-export": "exempt_if_verified medium"}
	result(c).decisions["dprk-arms-export"].exemptions == ["committee-2397"]
	"the text states an exemption that was in force on the date of the law applied" in conditions(c, "dprk-arms-export")
}

test_stated_exemption_not_yet_in_force if {
	c := trade({"activity": "arms_export", "facts": {"committee_approval": ""}, "date": on("2016-11-29")})
	judge(c) == {"dprk-arms-export": "breach_indicated critical"}
}

test_stated_exemption_beside_a_plan_or_a_denial[status] if {
	some status, want in {"planned": "exempt_if_verified medium", "denied": "counterclaim info"}
	judge(trade({"activity": "arms_export", "facts": {"committee_approval": ""}, "status": status})) == {"dprk-arms-export": want}
}

test_a_measure_without_an_assessment_is_undecided if {
	r := data.article41.result with input as trade({}) with data.article41.categories.arms.assessment as {}
	r.set_aside.code == "undecided"
}

test_one_undecided_measure_beside_a_decided_one if {
	c := claim("arms_repair", {"provider": ["KP"]}, {})
	decided := {"dprk-arms-services": {"conditions": []}}
	undecided := data.article41.undecided with input as c with data.article41.categories.arms.assessment as decided
	undecided == {"dprk-arms-repair"}
}

test_at_both_ends_within_the_sanctioned_state[name] if {
	some name, tc in {
		"goods": {"claim": claim("luxury_supply", {"supplier": ["KP"], "recipient": ["KP"]}, {"goods": {"luxury_cars": true}}), "want": "within_target"},
		"a bank and a bank": {"claim": claim("bank_relationship", {"operator": ["KP"], "partner": ["KP"]}, {}), "want": "within_target"},
		"through another State": {"claim": claim("seafood_export", {"supplier": ["KP"], "recipient": ["KP"], "host": ["RU"]}, {}), "want": {"dprk-seafood-export": "breach_indicated critical"}},
		"with a partner": {"claim": claim("seafood_export", {"supplier": ["KP"], "recipient": ["KP"], "partner": ["CN"]}, {}), "want": {"dprk-seafood-export": "breach_indicated critical"}},
		"to it": {"claim": claim("seafood_export", {"partner": ["KP", "CN"], "recipient": ["KP"]}, {}), "want": "within_target"},
	}
	judge(tc.claim) == tc.want
}

test_money_sent_home_is_not_set_aside if {
	judge(claim("financial_service", {"provider": ["KP"], "recipient": ["KP"]}, {}))["dprk-proliferation-financial-services"]
}

test_quantity_of_several_goods_is_compared_with_no_cap[name] if {
	some name, tc in {
		"one": {"goods": {"refined_petroleum": true}, "want": "breach_indicated"},
		"two": {"goods": {"refined_petroleum": true, "crude_oil": true}, "want": "breach_possible"},
	}
	id := "dprk-refined-petroleum-cap"
	c := claim("oil_supply", {"supplier": ["RU"], "recipient": ["KP"]}, {
		"goods": tc.goods,
		"quantity": {id: {"alone": {"barrel": 600000}, "total": {"barrel": 600000}, "claims": 1}},
	})
	verdict(c, id) == tc.want
}

test_cap_with_two_units[name] if {
	some name, tc in {
		"both over": {"amounts": {"tonne": 9000000, "us_dollar": 500000000}, "want": "breach_indicated", "missing": []},
		"dollars below": {"amounts": {"us_dollar": 1000}, "want": "breach_possible", "missing": ["total of the period"]},
	}
	id := "dprk-coal-cap-2321"
	c := claim("mineral_export", {"supplier": ["KP"], "recipient": ["CN"]}, {
		"goods": {"coal": true},
		"date": on("2017-03-01"),
		"quantity": {id: {"alone": tc.amounts, "total": tc.amounts, "claims": 1}},
	})
	verdict(c, id) == tc.want
	missing(c, id) == tc.missing
}
