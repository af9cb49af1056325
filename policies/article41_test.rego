# The catalogue and the claims that the tests of all packages share, and the
# tests of the entry point. The catalogue here repeats that of rules/ in short;
# a Go test compares the two.
package article41_test

kp := {"KP": true}

base := {
	"strength": "decides",
	"gravity": "grave",
	"target": "KP",
	"until": "9999-12-31",
	"wind_down_until": "",
	"exemptions": {},
	"provisions": {"obligation": [0]},
}

committee := {
	"committee-2321": {"from": "2016-11-30", "until": "2017-08-04"},
	"committee-2371": {"from": "2017-08-05", "until": "2017-09-10"},
	"committee-2375": {"from": "2017-09-11", "until": "2017-12-21"},
	"committee-2397": {"from": "2017-12-22", "until": "9999-12-31"},
}

labour(fields) := object.union(base, object.union({"category": "labour", "package": "labour", "target_roles": {"sender": true}}, fields))

arms(fields) := object.union(base, object.union({"category": "arms", "package": "arms", "from": "2006-10-14"}, fields))

military(fields) := object.union(base, object.union({"category": "military-cooperation", "package": "military_cooperation"}, fields))

venture(fields) := object.union(base, object.union({"category": "joint-venture", "package": "joint_venture", "gravity": "serious", "target_roles": {"partner": true}}, fields))

measures := {
	"dprk-labour-repatriation": labour({
		"from": "2017-12-22",
		"wind_down_until": "2019-12-22",
		"exemptions": {
			"host_national": {"host-national": {"from": "2017-12-22", "until": "9999-12-31"}},
			"repatriation_barred": {"repatriation-barred": {"from": "2017-12-22", "until": "9999-12-31"}},
			"committee_approval": {"committee-2397": committee["committee-2397"]},
		},
	}),
	"dprk-labour-no-new-authorisations": labour({
		"from": "2017-09-11",
		"exemptions": {
			"contract_before_2017_09_11": {"contract-before-adoption": {"from": "2017-09-11", "until": "2019-12-22"}},
			"committee_approval": {"committee-advance-approval": {"from": "2017-09-11", "until": "9999-12-31"}},
		},
	}),
	"dprk-labour-freeze-2371": labour({"from": "2017-08-05", "until": "2017-09-10"}),
	"dprk-labour-vigilance": labour({"from": "2016-11-30", "until": "2017-08-04", "strength": "calls_upon", "gravity": "limited"}),
	"dprk-arms-export": arms({
		"target_roles": {"supplier": true, "partner": true},
		"exemptions": {"committee_approval": committee},
	}),
	"dprk-arms-import": arms({"target_roles": {"recipient": true, "partner": true}}),
	"dprk-arms-trade": arms({"target_roles": {"supplier": true, "recipient": true, "partner": true}}),
	"dprk-arms-services": arms({"target_roles": {"provider": true, "recipient": true}}),
	"dprk-arms-repair": arms({"from": "2016-03-02", "target_roles": {"provider": true, "recipient": true}}),
	"dprk-arms-brokering": arms({"from": "2013-03-07", "target_roles": {"provider": true, "supplier": true, "recipient": true, "partner": true}}),
	"dprk-small-arms-notification": arms({
		"from": "2009-06-12",
		"until": "2016-03-01",
		"gravity": "serious",
		"goods": {"small_arms": true},
		"target_roles": {"recipient": true, "partner": true},
		"exemptions": {"notified_committee": {"notice-given": {"from": "2009-06-12", "until": "2016-03-01"}}},
	}),
	"dprk-conventional-dual-use": arms({"from": "2016-11-30", "target_roles": {"supplier": true, "recipient": true}}),
	"dprk-armed-forces-catch-all": arms({"from": "2016-03-02", "strength": "conditional", "target_roles": {"supplier": true, "recipient": true}}),
	"dprk-military-training": military({"from": "2016-03-02", "target_roles": {"trainer": true, "trainee": true}}),
	"dprk-military-cooperation": military({"from": "2006-10-14", "gravity": "serious", "target_roles": {"partner": true, "sender": true}}),
	"dprk-joint-ventures": venture({
		"from": "2017-09-11",
		"wind_down_until": "2018-01-09",
		"exemptions": {
			"committee_approval": {"committee-advance-approval": {"from": "2017-09-11", "until": "9999-12-31"}},
			"hydropower_project": {"hydropower": {"from": "2017-09-11", "until": "9999-12-31"}},
			"rajin_khasan": {"rajin-khasan": {"from": "2017-09-11", "until": "9999-12-31"}},
		},
	}),
	"dprk-joint-ventures-new-2371": venture({"from": "2017-08-05", "until": "2017-09-10"}),
}

index := {
	"send_workers": {"dprk-labour-repatriation", "dprk-labour-no-new-authorisations", "dprk-labour-freeze-2371", "dprk-labour-vigilance"},
	"host_workers": {"dprk-labour-repatriation", "dprk-labour-no-new-authorisations", "dprk-labour-vigilance"},
	"authorise_work": {"dprk-labour-no-new-authorisations", "dprk-labour-freeze-2371"},
	"repatriate_workers": {"dprk-labour-repatriation"},
	"arms_export": {"dprk-arms-export"},
	"arms_import": {"dprk-arms-import", "dprk-small-arms-notification"},
	"arms_trade": {"dprk-arms-trade"},
	"arms_service": {"dprk-arms-services"},
	"arms_repair": {"dprk-arms-services", "dprk-arms-repair"},
	"arms_brokering": {"dprk-arms-brokering"},
	"dual_use_transfer": {"dprk-conventional-dual-use"},
	"military_supply": {"dprk-armed-forces-catch-all"},
	"military_training": {"dprk-military-training"},
	"military_cooperation": {"dprk-military-cooperation"},
	"troop_deployment": {"dprk-military-cooperation"},
	"military_exercise": {"dprk-military-cooperation"},
	"defence_treaty": {"dprk-military-cooperation"},
	"joint_venture": {"dprk-joint-ventures", "dprk-joint-ventures-new-2371"},
	"restaurant": {"dprk-joint-ventures", "dprk-joint-ventures-new-2371"},
	"economic_agreement": {"dprk-joint-ventures"},
}

catalogue := {
	"targets": {"KP": "dprk"},
	"index": {"KP": {activity: {id: true | some id in ids} | some activity, ids in index}},
	"measures": measures,
	"not_prohibited": {"KP": {
		"tourism": {"id": "dprk-tourism", "text": "Tourism: no paragraph forbids it as such"},
		"official_visit": {"id": "dprk-visits", "text": "Official visits: no paragraph forbids them as such"},
	}},
	"severity": {
		"grave": {"breach_indicated": "critical", "breach_possible": "high", "watch": "high", "exempt_if_verified": "medium", "counterclaim": "info"},
		"serious": {"breach_indicated": "high", "breach_possible": "medium", "watch": "medium", "exempt_if_verified": "low", "counterclaim": "info"},
		"limited": {"breach_indicated": "medium", "breach_possible": "low", "watch": "low", "exempt_if_verified": "info", "counterclaim": "info"},
	},
}

# A claim of 13 December 2023, asserted by the article itself. The parties are
# given by role: {"sender": ["KP"], "host": ["RU"]}.
claim(activity, parties, fields) := object.union(
	{
		"id": "c_01",
		"category": "any",
		"activity": activity,
		"status": "asserted",
		"stage": "unspecified",
		"parties": [{"role": role, "country": country} | some role, list in parties; some country in list],
		"countries": {role: {country: true | some country in list; country != ""} | some role, list in parties},
		"goods": {},
		"facts": {},
		"date": {"from": "2023-12-13", "to": "2023-12-13"},
		"date_basis": "event",
		"attributed": false,
		"origin_kind": "",
	},
	fields,
)

# The verdict and severity by measure, or the code of the reason for none.
judge(c) := outcome(result(c))

result(c) := r if {
	r := data.article41.result with input as c with data.catalog as catalogue
}

outcome(r) := {id: concat(" ", [d.verdict, d.severity]) | some id, d in r.decisions} if count(r.decisions) > 0

outcome(r) := r.set_aside.code if count(r.decisions) == 0

missing(c, id) := result(c).decisions[id].missing

conditions(c, id) := {reason.condition | some reason in result(c).decisions[id].reasons}

effects(c, id) := {reason.effect | some reason in result(c).decisions[id].reasons}

on(day) := {"from": day, "to": day}

trade(fields) := claim("arms_trade", {"partner": ["KP", "RU"]}, fields)

test_statuses_that_are_never_judged[name] if {
	some name, code in {"normative": "statement_of_law", "hypothetical": "hypothetical", "negated": "negated"}
	judge(trade({"status": name})) == code
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
		"ended agreed": "watch high",
		"planned unspecified": "watch high",
		"planned under_way": "watch high",
		"denied unspecified": "counterclaim info",
		"denied considered": "counterclaim info",
	}
	words := split(name, " ")
	judge(trade({"status": words[0], "stage": words[1]})) == {"dprk-arms-trade": want}
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
		"own voice": {"attributed": false, "origin": "", "want": "the article states the act in its own voice"},
		"official": {"attributed": true, "origin": "unnamed_official", "want": "the statement is attributed; its origin is an unnamed official"},
		"not named": {"attributed": true, "origin": "", "want": "the statement is attributed; its origin is not named"},
	}
	tc.want in conditions(trade({"attributed": tc.attributed, "origin_kind": tc.origin}), "dprk-arms-trade")
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
	odd := json.patch(catalogue, [{"op": "replace", "path": "/measures/dprk-arms-trade/package", "value": "no_such"}])
	r := data.article41.result with input as trade({}) with data.catalog as odd
	r.set_aside.code == "undecided"
}

test_one_undecided_measure_beside_a_decided_one if {
	odd := json.patch(catalogue, [{"op": "replace", "path": "/measures/dprk-arms-repair/package", "value": "no_such"}])
	c := claim("arms_repair", {"provider": ["KP"]}, {})
	undecided := data.article41.undecided with input as c with data.catalog as odd
	undecided == {"dprk-arms-repair"}
}
