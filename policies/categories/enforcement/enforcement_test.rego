package article41.categories.enforcement_test

import data.article41_test as shared

failure(activity, facts, day) := shared.claim(activity, {"partner": ["KP"], "host": ["CN"]}, {"facts": facts, "date": shared.on(day)})

seizure(goods, facts, day) := shared.claim(
	"seizure_failure",
	{"partner": ["KP"], "host": ["CN"]},
	{"goods": goods, "facts": facts, "date": shared.on(day)},
)

redirection(flag, facts, day) := shared.claim(
	"redirection_failure",
	{"partner": ["KP"], "flag_state": [flag]},
	{"facts": facts, "date": shared.on(day)},
)

unnamed(activity) := shared.claim(activity, {"partner": ["KP"]}, {})

in_dprk(activity, day) := shared.claim(activity, {"partner": ["KP"], "host": ["KP"]}, {"date": shared.on(day)})

others(activity) := shared.claim(activity, {"partner": ["IR"], "host": ["CN"]}, {})

cases := {
	"dprk-expel-bank-agents": {
		"not expelled": {"claim": failure("expulsion_failure", {}, "2023-12-13"), "want": "breach_possible"},
		"not expelled, as found": {"claim": failure("expulsion_failure", {"state_determination": "", "designated": ""}, "2023-12-13"), "want": "breach_possible"},
		"needed for a trial": {"claim": failure("expulsion_failure", {"judicial_process": ""}, "2023-12-13"), "want": "exempt_if_verified"},
		"the Committee so determined": {"claim": failure("expulsion_failure", {"committee_approval": ""}, "2016-11-30"), "want": "exempt_if_verified"},
		"host not named": {"claim": unnamed("expulsion_failure"), "want": "breach_possible"},
		"in the DPRK": {"claim": in_dprk("expulsion_failure", "2023-12-13"), "want": "none"},
		"nationals of others": {"claim": others("expulsion_failure"), "want": "none"},
		"not reported": {"claim": failure("reporting_failure", {}, "2023-12-13"), "want": "none"},
		"the day before": {"claim": failure("expulsion_failure", {}, "2016-11-29"), "want": "none"},
		"first day": {"claim": failure("expulsion_failure", {}, "2016-11-30"), "want": "breach_possible"},
	},
	"dprk-expel-nationals-for-designated": {
		"not expelled": {"claim": failure("expulsion_failure", {}, "2023-12-13"), "want": "breach_possible"},
		"not expelled, as found": {"claim": failure("expulsion_failure", {"state_determination": "", "designated": ""}, "2023-12-13"), "want": "breach_possible"},
		"needed for a trial": {"claim": failure("expulsion_failure", {"judicial_process": ""}, "2023-12-13"), "want": "exempt_if_verified"},
		"host not named": {"claim": unnamed("expulsion_failure"), "want": "breach_possible"},
		"in the DPRK": {"claim": in_dprk("expulsion_failure", "2023-12-13"), "want": "none"},
		"nationals of others": {"claim": others("expulsion_failure"), "want": "none"},
		"not reported": {"claim": failure("reporting_failure", {}, "2023-12-13"), "want": "none"},
		"the day before": {"claim": failure("expulsion_failure", {}, "2013-03-06"), "want": "none"},
		"first day": {"claim": failure("expulsion_failure", {}, "2013-03-07"), "want": "breach_possible"},
	},
	"dprk-expel-diplomats": {
		"not expelled": {"claim": failure("expulsion_failure", {}, "2023-12-13"), "want": "breach_possible"},
		"not expelled, as found": {"claim": failure("expulsion_failure", {"state_determination": "", "designated": ""}, "2023-12-13"), "want": "breach_possible"},
		"needed for a trial": {"claim": failure("expulsion_failure", {"judicial_process": ""}, "2023-12-13"), "want": "exempt_if_verified"},
		"the Committee so determined": {"claim": failure("expulsion_failure", {"committee_approval": ""}, "2016-03-02"), "want": "exempt_if_verified"},
		"host not named": {"claim": unnamed("expulsion_failure"), "want": "breach_possible"},
		"in the DPRK": {"claim": in_dprk("expulsion_failure", "2023-12-13"), "want": "none"},
		"nationals of others": {"claim": others("expulsion_failure"), "want": "none"},
		"not reported": {"claim": failure("reporting_failure", {}, "2023-12-13"), "want": "none"},
		"the day before": {"claim": failure("expulsion_failure", {}, "2016-03-01"), "want": "none"},
		"first day": {"claim": failure("expulsion_failure", {}, "2016-03-02"), "want": "breach_possible"},
	},
	"dprk-expel-third-country-nationals": {
		"not expelled": {"claim": failure("expulsion_failure", {}, "2023-12-13"), "want": "breach_possible"},
		"not expelled, as found": {"claim": failure("expulsion_failure", {"state_determination": "", "designated": ""}, "2023-12-13"), "want": "breach_possible"},
		"a trial spares nationals only": {"claim": failure("expulsion_failure", {"judicial_process": ""}, "2023-12-13"), "want": "breach_possible"},
		"host not named": {"claim": unnamed("expulsion_failure"), "want": "breach_possible"},
		"in the DPRK": {"claim": in_dprk("expulsion_failure", "2023-12-13"), "want": "none"},
		"nationals of others": {"claim": others("expulsion_failure"), "want": "none"},
		"not reported": {"claim": failure("reporting_failure", {}, "2023-12-13"), "want": "none"},
		"the day before": {"claim": failure("expulsion_failure", {}, "2016-03-01"), "want": "none"},
		"first day": {"claim": failure("expulsion_failure", {}, "2016-03-02"), "want": "breach_possible"},
	},
	"dprk-cargo-inspection": {
		"cargo passes unchecked": {"claim": failure("inspection_failure", {}, "2023-12-13"), "want": "breach_indicated"},
		"State not named": {"claim": unnamed("inspection_failure"), "want": "breach_possible"},
		"in the DPRK": {"claim": in_dprk("inspection_failure", "2023-12-13"), "want": "none"},
		"cargo of others": {"claim": others("inspection_failure"), "want": "none"},
		"not seized": {"claim": failure("seizure_failure", {}, "2023-12-13"), "want": "none"},
		"said not to be so": {"claim": shared.claim("inspection_failure", {"partner": ["KP"], "host": ["CN"]}, {"status": "negated"}), "want": "none"},
		"the day before": {"claim": failure("inspection_failure", {}, "2016-03-01"), "want": "none"},
		"first day": {"claim": failure("inspection_failure", {}, "2016-03-02"), "want": "breach_indicated"},
	},
	"dprk-cargo-inspection-2094": {
		"cargo passes unchecked": {"claim": failure("inspection_failure", {}, "2014-01-01"), "want": "breach_possible"},
		"with grounds": {"claim": failure("inspection_failure", {"reasonable_grounds": ""}, "2014-01-01"), "want": "breach_possible"},
		"in the DPRK": {"claim": in_dprk("inspection_failure", "2014-01-01"), "want": "none"},
		"the day before": {"claim": failure("inspection_failure", {}, "2013-03-06"), "want": "none"},
		"first day": {"claim": failure("inspection_failure", {}, "2013-03-07"), "want": "breach_possible"},
		"last day": {"claim": failure("inspection_failure", {}, "2016-03-01"), "want": "breach_possible"},
		"the day after": {"claim": failure("inspection_failure", {}, "2016-03-02"), "want": "none"},
	},
	"dprk-cargo-inspection-1718": {
		"cargo passes unchecked": {"claim": failure("inspection_failure", {}, "2010-01-01"), "want": "breach_possible"},
		"in the DPRK": {"claim": in_dprk("inspection_failure", "2010-01-01"), "want": "none"},
		"not seized": {"claim": failure("seizure_failure", {}, "2010-01-01"), "want": "none"},
		"the day before": {"claim": failure("inspection_failure", {}, "2006-10-13"), "want": "none"},
		"first day": {"claim": failure("inspection_failure", {}, "2006-10-14"), "want": "breach_possible"},
		"last day": {"claim": failure("inspection_failure", {}, "2013-03-06"), "want": "breach_possible"},
		"the day after": {"claim": failure("inspection_failure", {}, "2013-03-07"), "want": "none"},
	},
	"dprk-high-seas-inspection": {
		"a vessel passes unchecked": {"claim": failure("inspection_failure", {}, "2023-12-13"), "want": "breach_possible"},
		"with grounds": {"claim": failure("inspection_failure", {"reasonable_grounds": ""}, "2023-12-13"), "want": "breach_possible"},
		"refused": {"claim": failure("inspection_failure", {"inspection_refused": ""}, "2023-12-13"), "want": "breach_possible"},
		"in the DPRK": {"claim": in_dprk("inspection_failure", "2023-12-13"), "want": "none"},
		"cargo of others": {"claim": others("inspection_failure"), "want": "none"},
		"the day before": {"claim": failure("inspection_failure", {}, "2017-09-10"), "want": "none"},
		"first day": {"claim": failure("inspection_failure", {}, "2017-09-11"), "want": "breach_possible"},
	},
	"dprk-flag-state-redirect": {
		"the flag State refused and did nothing": {"claim": redirection("PA", {"inspection_refused": ""}, "2023-12-13"), "want": "breach_indicated"},
		"the flag is the DPRK's": {"claim": shared.claim("redirection_failure", {"flag_state": ["KP"]}, {"facts": {"inspection_refused": ""}}), "want": "breach_indicated"},
		"no refusal reported": {"claim": redirection("PA", {}, "2023-12-13"), "want": "breach_possible"},
		"flag State not named": {"claim": redirection("", {"inspection_refused": ""}, "2023-12-13"), "want": "breach_possible"},
		"a vessel of others": {"claim": shared.claim("redirection_failure", {"partner": ["IR"], "flag_state": ["PA"]}, {}), "want": "none"},
		"not inspected": {"claim": failure("inspection_failure", {}, "2023-12-13"), "want": "none"},
		"the day before": {"claim": redirection("PA", {"inspection_refused": ""}, "2017-09-10"), "want": "none"},
		"first day": {"claim": redirection("PA", {"inspection_refused": ""}, "2017-09-11"), "want": "breach_indicated"},
	},
	"dprk-seize-and-dispose": {
		"missile parts let go": {"claim": seizure({"missile_items": true}, {}, "2023-12-13"), "want": "breach_possible"},
		"goods not named": {"claim": failure("seizure_failure", {}, "2023-12-13"), "want": "breach_possible"},
		"in the DPRK": {"claim": in_dprk("seizure_failure", "2023-12-13"), "want": "none"},
		"cargo of others": {"claim": others("seizure_failure"), "want": "none"},
		"not inspected": {"claim": failure("inspection_failure", {}, "2023-12-13"), "want": "none"},
		"the day before": {"claim": failure("seizure_failure", {}, "2009-06-11"), "want": "none"},
		"first day": {"claim": failure("seizure_failure", {}, "2009-06-12"), "want": "breach_possible"},
	},
	"dprk-seize-freeze-vessels": {
		"a vessel sails again": {"claim": seizure({"vessels": true}, {"reasonable_grounds": ""}, "2023-12-13"), "want": "breach_possible"},
		"grounds not reported": {"claim": failure("seizure_failure", {}, "2023-12-13"), "want": "breach_possible"},
		"released with the Committee's agreement": {"claim": failure("seizure_failure", {"committee_approval": ""}, "2023-12-13"), "want": "exempt_if_verified"},
		"in the DPRK": {"claim": in_dprk("seizure_failure", "2023-12-13"), "want": "none"},
		"vessel of others": {"claim": others("seizure_failure"), "want": "none"},
		"the day before": {"claim": failure("seizure_failure", {}, "2017-12-21"), "want": "none"},
		"first day": {"claim": failure("seizure_failure", {}, "2017-12-22"), "want": "breach_possible"},
	},
	"dprk-vessel-information-sharing": {
		"information kept back": {"claim": failure("reporting_failure", {"reasonable_grounds": ""}, "2023-12-13"), "want": "breach_possible"},
		"information not reported": {"claim": failure("reporting_failure", {}, "2023-12-13"), "want": "breach_possible"},
		"in the DPRK": {"claim": in_dprk("reporting_failure", "2023-12-13"), "want": "none"},
		"vessel of others": {"claim": others("reporting_failure"), "want": "none"},
		"not inspected": {"claim": failure("inspection_failure", {}, "2023-12-13"), "want": "none"},
		"the day before": {"claim": failure("reporting_failure", {}, "2017-12-21"), "want": "none"},
		"first day": {"claim": failure("reporting_failure", {}, "2017-12-22"), "want": "breach_possible"},
	},
	"dprk-implementation-reports": {
		"no report": {"claim": failure("reporting_failure", {}, "2023-12-13"), "want": "breach_possible"},
		"State not named": {"claim": unnamed("reporting_failure"), "want": "breach_possible"},
		"by the DPRK": {"claim": in_dprk("reporting_failure", "2023-12-13"), "want": "none"},
		"report about others": {"claim": others("reporting_failure"), "want": "none"},
		"the day before": {"claim": failure("reporting_failure", {}, "2016-03-01"), "want": "none"},
		"first day, no report due": {"claim": failure("reporting_failure", {}, "2016-03-02"), "want": "none"},
		"last day for the first report": {"claim": failure("reporting_failure", {}, "2016-05-31"), "want": "none"},
		"the first report is late": {"claim": failure("reporting_failure", {}, "2016-06-01"), "want": "breach_possible"},
	},
}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}

test_one_failure_to_expel_meets_each_paragraph_as_possible if {
	shared.judge(failure("expulsion_failure", {}, "2023-12-13")) == {
		"dprk-expel-bank-agents": "breach_possible medium",
		"dprk-expel-nationals-for-designated": "breach_possible medium",
		"dprk-expel-diplomats": "breach_possible medium",
		"dprk-expel-third-country-nationals": "breach_possible medium",
	}
}

test_what_an_expulsion_depends_on[id] if {
	some id, want in {
		"dprk-expel-bank-agents": ["work for a DPRK bank", "state_determination"],
		"dprk-expel-nationals-for-designated": ["designated", "state_determination"],
		"dprk-expel-diplomats": ["capacity of the person", "designated", "state_determination"],
		"dprk-expel-third-country-nationals": ["nationality", "designated", "state_determination"],
	}
	shared.missing(failure("expulsion_failure", {}, "2023-12-13"), id) == want
}

test_a_listed_partner_and_a_third_nationality_are_taken_up if {
	c := shared.claim("expulsion_failure", {"partner": ["KP", "SG"], "host": ["CN"]}, {"listed": {"partner": shared.dprk}})
	shared.missing(c, "dprk-expel-third-country-nationals") == ["state_determination"]
}

test_inspection_by_date[name] if {
	some name, tc in {
		"call": {"day": "2013-03-06", "want": {"dprk-cargo-inspection-1718": "breach_possible low"}},
		"duty on grounds": {"day": "2013-03-07", "want": {"dprk-cargo-inspection-2094": "breach_possible medium"}},
		"last day on grounds": {"day": "2016-03-01", "want": {"dprk-cargo-inspection-2094": "breach_possible medium"}},
		"all cargo": {"day": "2016-03-02", "want": {"dprk-cargo-inspection": "breach_indicated high"}},
		"high seas too": {"day": "2017-09-11", "want": {"dprk-cargo-inspection": "breach_indicated high", "dprk-high-seas-inspection": "breach_possible low"}},
	}
	shared.judge(failure("inspection_failure", {}, tc.day)) == tc.want
}

test_suspicion_does_not_matter_since_2016 if {
	shared.missing(failure("inspection_failure", {}, "2023-12-13"), "dprk-cargo-inspection") == []
	shared.missing(failure("inspection_failure", {}, "2014-01-01"), "dprk-cargo-inspection-2094") == ["reasonable_grounds"]
}

test_calls_are_said_not_to_bind[id] if {
	some id, c in {
		"dprk-cargo-inspection-1718": failure("inspection_failure", {}, "2010-01-01"),
		"dprk-high-seas-inspection": failure("inspection_failure", {}, "2023-12-13"),
		"dprk-implementation-reports": failure("reporting_failure", {}, "2023-12-13"),
	}
	"the paragraph calls upon States; it does not bind" in shared.effects(c, id)
}

test_refusal_is_taken_up_on_the_high_seas if {
	c := failure("inspection_failure", {"inspection_refused": "", "reasonable_grounds": ""}, "2023-12-13")
	shared.missing(c, "dprk-high-seas-inspection") == ["flag State's consent"]
	some effect in shared.effects(c, "dprk-high-seas-inspection")
	startswith(effect, "the text says that inspection was refused")
}

test_redirection_needs_a_flag_state_and_a_refusal if {
	c := shared.claim("redirection_failure", {"partner": ["KP"]}, {})
	shared.judge(c) == {"dprk-flag-state-redirect": "breach_possible medium"}
	shared.missing(c, "dprk-flag-state-redirect") == ["flag_state", "inspection_refused"]
}

test_seizure_is_never_more_than_possible if {
	c := seizure({"coal": true}, {"reasonable_grounds": ""}, "2023-12-13")
	shared.judge(c) == {"dprk-seize-and-dispose": "breach_possible medium", "dprk-seize-freeze-vessels": "breach_possible medium"}
	shared.missing(c, "dprk-seize-and-dispose") == ["find in an inspection"]
	shared.missing(c, "dprk-seize-freeze-vessels") == ["vessel in port"]
}

test_seizure_of_items_that_are_not_named if {
	shared.missing(seizure({}, {}, "2010-01-01"), "dprk-seize-and-dispose") == ["goods", "find in an inspection"]
}

test_information_is_what_there_is_to_share if {
	c := failure("reporting_failure", {"reasonable_grounds": ""}, "2023-12-13")
	shared.missing(c, "dprk-vessel-information-sharing") == []
	shared.missing(failure("reporting_failure", {}, "2023-12-13"), "dprk-vessel-information-sharing") == ["reasonable_grounds"]
}

test_reports_across_the_day_on_which_the_first_was_due if {
	c := shared.claim("reporting_failure", {"partner": ["KP"], "host": ["SG"]}, {"date": {"from": "2016-05-01", "to": "2016-06-30"}})
	shared.missing(c, "dprk-implementation-reports") == ["event_date"]
}

test_reports_before_the_first_was_due if {
	shared.judge(failure("reporting_failure", {}, "2016-05-31")) == "not_in_force"
}

test_a_denial_is_a_counterclaim if {
	c := shared.claim("inspection_failure", {"partner": ["KP"], "host": ["CN"]}, {"status": "denied", "date": shared.on("2017-01-01")})
	shared.judge(c) == {"dprk-cargo-inspection": "counterclaim info"}
}
