package article41.categories.seafood_test

import data.article41_test as shared

# Squid, crab and fish are all seafood to the vocabulary.
export(goods, day) := shared.claim("seafood_export", {"supplier": ["KP"], "recipient": ["CN"]}, {"goods": goods, "date": shared.on(day)})

rights(parties, day) := shared.claim("fishing_rights", parties, {"date": shared.on(day)})

squid := {"seafood": true}

cases := {
	"dprk-seafood-export": {
		"day before": {"claim": export(squid, "2017-08-04"), "want": "none"},
		"first day": {"claim": export(squid, "2017-08-05"), "want": "breach_indicated"},
		"squid": {"claim": export(squid, "2023-12-13"), "want": "breach_indicated"},
		"kind not named": {"claim": export({}, "2023-12-13"), "want": "breach_indicated"},
		"no direction": {"claim": shared.claim("seafood_export", {"partner": ["KP", "CN"]}, {}), "want": "breach_possible"},
		"timber instead": {"claim": export({"wood": true}, "2023-12-13"), "want": "none"},
		"seafood to the DPRK": {"claim": shared.claim("seafood_export", {"supplier": ["RU"], "recipient": ["KP"]}, {}), "want": "none"},
		"within the DPRK": {"claim": shared.claim("seafood_export", {"supplier": ["KP"], "recipient": ["KP"]}, {}), "want": "none"},
	},
	"dprk-fishing-rights": {
		"day before": {"claim": rights({"supplier": ["KP"], "recipient": ["CN"]}, "2017-12-21"), "want": "none"},
		"first day": {"claim": rights({"supplier": ["KP"], "recipient": ["CN"]}, "2017-12-22"), "want": "breach_indicated"},
		"no direction": {"claim": rights({"partner": ["KP", "CN"]}, "2023-12-13"), "want": "breach_possible"},
		"rights of another State": {"claim": rights({"supplier": ["RU"], "recipient": ["KP"]}, "2023-12-13"), "want": "none"},
		"a sale of fish": {"claim": export(squid, "2023-12-13"), "want": "none"},
		"within the DPRK": {"claim": rights({"supplier": ["KP"], "recipient": ["KP"]}, "2023-12-13"), "want": "none"},
	},
}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}

test_severity if {
	shared.judge(export(squid, "2023-12-13")) == {"dprk-seafood-export": "breach_indicated critical"}
	shared.judge(rights({"supplier": ["KP"]}, "2023-12-13")) == {"dprk-fishing-rights": "breach_indicated high"}
}

test_missing[id] if {
	some id, activity in {"dprk-seafood-export": "seafood_export", "dprk-fishing-rights": "fishing_rights"}
	shared.missing(shared.claim(activity, {"partner": ["KP", "CN"]}, {}), id) == ["direction"]
}
