package article41.categories.statues_test

import data.article41_test as shared

built(fields) := shared.claim("statue_export", {"supplier": ["KP"], "recipient": ["SN"]}, fields)

cases := {"dprk-statues-export": {
	"day before": {"claim": built({"date": shared.on("2016-11-29")}), "want": "none"},
	"first day": {"claim": built({"date": shared.on("2016-11-30")}), "want": "breach_indicated"},
	"a monument abroad": {"claim": built({"goods": {"statues": true}}), "want": "breach_indicated"},
	"approved": {"claim": built({"facts": {"committee_approval": ""}}), "want": "exempt_if_verified"},
	"no direction": {"claim": shared.claim("statue_export", {"partner": ["KP", "SN"]}, {}), "want": "breach_possible"},
	"machinery instead": {"claim": built({"goods": {"industrial_machinery": true}}), "want": "none"},
	"a statue for the DPRK": {"claim": shared.claim("statue_export", {"supplier": ["IT"], "recipient": ["KP"]}, {}), "want": "none"},
	"within the DPRK": {"claim": shared.claim("statue_export", {"supplier": ["KP"], "recipient": ["KP"]}, {}), "want": "none"},
}}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}

test_severity if {
	shared.judge(built({})) == {"dprk-statues-export": "breach_indicated high"}
}
