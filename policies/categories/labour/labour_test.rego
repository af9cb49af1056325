package article41.categories.labour_test

import data.article41_test as shared

repatriation := "dprk-labour-repatriation"

authorisations := "dprk-labour-no-new-authorisations"

workers(activity, fields) := shared.claim(activity, {"sender": ["KP"], "host": ["RU"]}, fields)

test_seed_article_signs_of_a_deployment if {
	c := workers("send_workers", {"status": "alleged", "stage": "preparing", "said_by": "government_agency"})
	shared.judge(c) == {repatriation: "watch high", authorisations: "watch high"}
}

test_seed_article_farmland_for_farmers if {
	c := workers("send_workers", {"status": "planned", "stage": "considered"})
	shared.judge(c) == {repatriation: "watch high", authorisations: "watch high"}
}

test_sending_by_date[name] if {
	some name, tc in {
		"before any measure": {"day": "2016-11-29", "want": "not_in_force"},
		"vigilance": {"day": "2016-11-30", "want": {"dprk-labour-vigilance": "breach_possible low"}},
		"last day of vigilance": {"day": "2017-08-04", "want": {"dprk-labour-vigilance": "breach_possible low"}},
		"freeze": {"day": "2017-08-05", "want": {"dprk-labour-freeze-2371": "breach_possible high"}},
		"last day of the freeze": {"day": "2017-09-10", "want": {"dprk-labour-freeze-2371": "breach_possible high"}},
		"new authorisations": {"day": "2017-09-11", "want": {authorisations: "breach_indicated critical"}},
		"repatriation": {"day": "2017-12-22", "want": {authorisations: "breach_indicated critical", repatriation: "breach_possible high"}},
		"last day of the deadline": {"day": "2019-12-22", "want": {authorisations: "breach_indicated critical", repatriation: "breach_possible high"}},
		"deadline passed": {"day": "2019-12-23", "want": {authorisations: "breach_indicated critical", repatriation: "breach_indicated critical"}},
	}
	shared.judge(workers("send_workers", {"date": shared.on(tc.day)})) == tc.want
}

test_hosting_by_date[name] if {
	some name, tc in {
		"freeze says nothing of presence": {"day": "2017-09-01", "want": "not_in_force"},
		"before repatriation": {"day": "2017-12-21", "want": {authorisations: "breach_possible high"}},
		"within the deadline": {"day": "2018-06-01", "want": {authorisations: "breach_possible high", repatriation: "breach_possible high"}},
		"deadline passed": {"day": "2019-12-23", "want": {authorisations: "breach_possible high", repatriation: "breach_indicated critical"}},
	}
	shared.judge(workers("host_workers", {"date": shared.on(tc.day)})) == tc.want
}

test_date_across_the_deadline if {
	c := workers("host_workers", {"date": {"from": "2019-12-01", "to": "2019-12-31"}})
	shared.judge(c)[repatriation] == "breach_possible high"
	shared.missing(c, repatriation) == ["event_date"]
}

test_permits if {
	c := workers("authorise_work", {})
	shared.judge(c) == {authorisations: "breach_indicated critical"}
}

test_presence_with_a_new_permit if {
	c := workers("host_workers", {"facts": {"work_authorisation_new": ""}})
	shared.judge(c)[authorisations] == "breach_indicated critical"
}

test_presence_without_a_word_on_permits if {
	shared.missing(workers("host_workers", {}), authorisations) == ["work_authorisation_new"]
}

test_earning_income_is_named_when_stated if {
	c := workers("host_workers", {"facts": {"earning_income": ""}})
	"the text says that they earn income there" in shared.conditions(c, repatriation)
	shared.judge(c)[repatriation] == "breach_indicated critical"
}

test_contract_made_before_spares_until_the_deadline[name] if {
	some name, tc in {
		"until the deadline": {"day": "2019-12-22", "want": "exempt_if_verified medium"},
		"after it": {"day": "2019-12-23", "want": "breach_indicated critical"},
	}
	c := workers("send_workers", {"date": shared.on(tc.day), "facts": {"contract_before_2017_09_11": ""}})
	shared.judge(c)[authorisations] == tc.want
}

test_contract_that_no_longer_spares_is_said if {
	c := workers("send_workers", {"facts": {"contract_before_2017_09_11": ""}})
	"an earlier contract, as stated, no longer spares the workers" in shared.conditions(c, authorisations)
}

test_exemptions_of_paragraph_8_only[fact] if {
	some fact in ["host_national", "repatriation_barred"]
	shared.judge(workers("send_workers", {"facts": {fact: ""}})) == {
		repatriation: "exempt_if_verified medium",
		authorisations: "breach_indicated critical",
	}
}

test_committee_approval if {
	shared.judge(workers("send_workers", {"facts": {"committee_approval": ""}})) == {
		repatriation: "exempt_if_verified medium",
		authorisations: "exempt_if_verified medium",
	}
}

test_no_host_is_a_missing_fact if {
	c := shared.claim("send_workers", {"sender": ["KP"]}, {})
	shared.judge(c) == {repatriation: "breach_possible high", authorisations: "breach_possible high"}
	shared.missing(c, repatriation) == ["host"]
}

test_host_without_a_country_is_a_missing_fact if {
	c := shared.claim("send_workers", {"sender": ["KP"], "host": [""]}, {})
	shared.missing(c, repatriation) == ["host"]
}

test_the_employers_state_will_do if {
	c := shared.claim("host_workers", {"sender": ["KP"], "employer": ["CN"]}, {})
	shared.judge(c)[repatriation] == "breach_indicated critical"
}

test_work_at_home[day] if {
	some day in ["2017-01-01", "2017-09-01", "2017-10-01", "2023-12-13"]
	shared.judge(shared.claim("send_workers", {"sender": ["KP"], "host": ["KP"]}, {"date": shared.on(day)})) == "within_target"
}

test_work_at_home_for_a_foreign_employer if {
	c := shared.claim("host_workers", {"sender": ["KP"], "host": ["KP"], "employer": ["US"]}, {})
	shared.judge(c)[repatriation] == "breach_indicated critical"
}

test_workers_of_another_state if {
	shared.judge(shared.claim("host_workers", {"sender": ["NP"], "host": ["QA"]}, {})) == "no_target"
}

test_sending_home[status] if {
	some status, code in {"asserted": "compliance", "planned": "compliance", "denied": "negated", "negated": "negated"}
	shared.judge(workers("repatriate_workers", {"status": status})) == code
}

test_a_call_is_said_not_to_bind if {
	c := workers("send_workers", {"date": shared.on("2017-01-01")})
	"the paragraph calls upon States; it does not bind" in shared.effects(c, "dprk-labour-vigilance")
}

test_a_plan_under_a_call_stays_low if {
	c := workers("send_workers", {"date": shared.on("2017-01-01"), "status": "planned"})
	shared.judge(c) == {"dprk-labour-vigilance": "watch low"}
}

# One table for each measure: what it flags, what lies just beside it, and the days around its own.
workers_on(activity, day) := workers(activity, {"date": shared.on(day)})

at_home(activity, day) := shared.claim(activity, {"sender": ["KP"], "host": ["KP"]}, {"date": shared.on(day)})

reporting := "dprk-labour-reporting"

test_report_by_date[name] if {
	some name, tc in {
		"before any duty": {"day": "2017-12-21", "want": "not_in_force"},
		"none due yet": {"day": "2019-03-22", "want": "not_in_force"},
		"the first is late": {"day": "2019-03-23", "want": {reporting: "breach_indicated medium"}},
		"last day": {"day": "2020-03-22", "want": {reporting: "breach_indicated medium"}},
		"over": {"day": "2020-03-23", "want": "not_in_force"},
	}
	shared.judge(workers_on("repatriation_report", tc.day)) == tc.want
}

test_report_across_the_day_on_which_it_was_due if {
	c := workers("repatriation_report", {"date": {"from": "2019-03-01", "to": "2019-03-31"}})
	shared.judge(c) == {reporting: "breach_possible low"}
	shared.missing(c, reporting) == ["event_date"]
}

test_report_before_it_was_due_is_explained if {
	c := workers_on("repatriation_report", "2018-06-01")
	shared.result(c).set_aside.text == "the first report on repatriation could be made until 22 March 2019"
}

cases := {
	"dprk-labour-repatriation": {
		"workers earn income in Russia": {"claim": workers_on("host_workers", "2023-12-13"), "want": "breach_indicated"},
		"workers are sent to Russia": {"claim": workers_on("send_workers", "2023-12-13"), "want": "breach_indicated"},
		"a permit alone": {"claim": workers_on("authorise_work", "2023-12-13"), "want": "none"},
		"workers of Nepal in Qatar": {"claim": shared.claim("host_workers", {"sender": ["NP"], "host": ["QA"]}, {}), "want": "none"},
		"work at home": {"claim": at_home("host_workers", "2023-12-13"), "want": "none"},
		"workers are sent home": {"claim": workers_on("repatriate_workers", "2023-12-13"), "want": "none"},
		"host not named": {"claim": shared.claim("host_workers", {"sender": ["KP"]}, {}), "want": "breach_possible"},
		"a national of the host": {"claim": workers("host_workers", {"facts": {"host_national": ""}}), "want": "exempt_if_verified"},
		"the law bars the return": {"claim": workers("host_workers", {"facts": {"repatriation_barred": ""}}), "want": "exempt_if_verified"},
		"the day before": {"claim": workers_on("host_workers", "2017-12-21"), "want": "none"},
		"first day": {"claim": workers_on("host_workers", "2017-12-22"), "want": "breach_possible"},
		"last day for sending home": {"claim": workers_on("host_workers", "2019-12-22"), "want": "breach_possible"},
		"the day after it": {"claim": workers_on("host_workers", "2019-12-23"), "want": "breach_indicated"},
	},
	"dprk-labour-no-new-authorisations": {
		"work permits are given": {"claim": workers_on("authorise_work", "2023-12-13"), "want": "breach_indicated"},
		"presence alone": {"claim": workers_on("host_workers", "2023-12-13"), "want": "breach_possible"},
		"presence with a new permit": {"claim": workers("host_workers", {"facts": {"work_authorisation_new": ""}}), "want": "breach_indicated"},
		"work at home": {"claim": at_home("authorise_work", "2023-12-13"), "want": "none"},
		"workers of Nepal": {"claim": shared.claim("authorise_work", {"sender": ["NP"], "host": ["QA"]}, {}), "want": "none"},
		"workers are sent home": {"claim": workers_on("repatriate_workers", "2023-12-13"), "want": "none"},
		"an earlier contract before repatriation fell due": {"claim": workers("send_workers", {"date": shared.on("2019-12-22"), "facts": {"contract_before_2017_09_11": ""}}), "want": "exempt_if_verified"},
		"an earlier contract the day after": {"claim": workers("send_workers", {"date": shared.on("2019-12-23"), "facts": {"contract_before_2017_09_11": ""}}), "want": "breach_indicated"},
		"approved beforehand": {"claim": workers("authorise_work", {"date": shared.on("2017-09-11"), "facts": {"committee_approval": ""}}), "want": "exempt_if_verified"},
		"the day before": {"claim": workers_on("authorise_work", "2017-09-10"), "want": "none"},
		"first day": {"claim": workers_on("authorise_work", "2017-09-11"), "want": "breach_indicated"},
	},
	"dprk-labour-freeze-2371": {
		"permits are given": {"claim": workers_on("authorise_work", "2017-08-20"), "want": "breach_possible"},
		"presence": {"claim": workers_on("host_workers", "2017-08-20"), "want": "none"},
		"work at home": {"claim": at_home("send_workers", "2017-08-20"), "want": "none"},
		"approved beforehand": {"claim": workers("authorise_work", {"date": shared.on("2017-08-20"), "facts": {"committee_approval": ""}}), "want": "exempt_if_verified"},
		"the day before": {"claim": workers_on("send_workers", "2017-08-04"), "want": "none"},
		"first day": {"claim": workers_on("send_workers", "2017-08-05"), "want": "breach_possible"},
		"last day": {"claim": workers_on("send_workers", "2017-09-10"), "want": "breach_possible"},
		"the day after": {"claim": workers_on("send_workers", "2017-09-11"), "want": "none"},
	},
	"dprk-labour-vigilance": {
		"workers are sent": {"claim": workers_on("send_workers", "2017-03-01"), "want": "breach_possible"},
		"workers are there": {"claim": workers_on("host_workers", "2017-03-01"), "want": "breach_possible"},
		"a permit alone": {"claim": workers_on("authorise_work", "2017-03-01"), "want": "none"},
		"work at home": {"claim": at_home("host_workers", "2017-03-01"), "want": "none"},
		"the day before": {"claim": workers_on("host_workers", "2016-11-29"), "want": "none"},
		"first day": {"claim": workers_on("host_workers", "2016-11-30"), "want": "breach_possible"},
		"last day": {"claim": workers_on("host_workers", "2017-08-04"), "want": "breach_possible"},
		"the day after": {"claim": workers_on("host_workers", "2017-08-05"), "want": "none"},
	},
	"dprk-labour-reporting": {
		"no report after the first was due": {"claim": workers_on("repatriation_report", "2019-06-01"), "want": "breach_indicated"},
		"host not named": {"claim": shared.claim("repatriation_report", {"sender": ["KP"]}, {"date": shared.on("2019-06-01")}), "want": "breach_possible"},
		"host without a country": {"claim": shared.claim("repatriation_report", {"sender": ["KP"], "host": [""]}, {"date": shared.on("2019-06-01")}), "want": "breach_possible"},
		"the DPRK reports nothing about work at home": {"claim": at_home("repatriation_report", "2019-06-01"), "want": "none"},
		"workers of Nepal": {"claim": shared.claim("repatriation_report", {"sender": ["NP"], "host": ["QA"]}, {"date": shared.on("2019-06-01")}), "want": "none"},
		"workers are hosted": {"claim": workers_on("host_workers", "2019-06-01"), "want": "none"},
		"the day before": {"claim": workers_on("repatriation_report", "2017-12-21"), "want": "none"},
		"first day, no report due": {"claim": workers_on("repatriation_report", "2017-12-22"), "want": "none"},
		"the first report can still be made": {"claim": workers_on("repatriation_report", "2019-03-22"), "want": "none"},
		"the first report is late": {"claim": workers_on("repatriation_report", "2019-03-23"), "want": "breach_indicated"},
		"last day": {"claim": workers_on("repatriation_report", "2020-03-22"), "want": "breach_indicated"},
		"the day after": {"claim": workers_on("repatriation_report", "2020-03-23"), "want": "none"},
	},
}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}
