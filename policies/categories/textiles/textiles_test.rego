package article41.categories.textiles_test

import data.article41_test as shared

export(day) := made({"goods": {"textiles": true}, "date": shared.on(day)})

made(fields) := shared.claim("textile_export", {"supplier": ["KP"], "recipient": ["CN"]}, fields)

contract(day) := made({"goods": {"textiles": true}, "date": shared.on(day), "facts": {"contract_before_2017_09_11": ""}})

cases := {"dprk-textiles-export": {
	"day before": {"claim": export("2017-09-10"), "want": "none"},
	"first day": {"claim": export("2017-09-11"), "want": "breach_possible"},
	"last day of the wind-down": {"claim": export("2017-12-10"), "want": "breach_possible"},
	"day after it": {"claim": export("2017-12-11"), "want": "breach_indicated"},
	"earlier contract": {"claim": contract("2017-12-10"), "want": "exempt_if_verified"},
	"earlier contract, too late": {"claim": contract("2017-12-11"), "want": "breach_indicated"},
	"contract of a later measure": {"claim": made({"date": shared.on("2018-01-10"), "facts": {"contract_before_2017_12_22": ""}}), "want": "breach_indicated"},
	"approved": {"claim": made({"facts": {"committee_approval": ""}}), "want": "exempt_if_verified"},
	"garments sewn to order": {"claim": export("2023-12-13"), "want": "breach_indicated"},
	"kind not named": {"claim": made({}), "want": "breach_indicated"},
	"no direction": {"claim": shared.claim("textile_export", {"partner": ["KP", "CN"]}, {}), "want": "breach_possible"},
	"fabrics into the DPRK": {"claim": shared.claim("textile_export", {"supplier": ["CN"], "recipient": ["KP"]}, {"goods": {"textiles": true}}), "want": "none"},
	"fabrics into the DPRK, as such": {"claim": shared.claim("textile_supply", {"supplier": ["CN"], "recipient": ["KP"]}, {"goods": {"textiles": true}}), "want": "none"},
	"fabrics into the DPRK, a partner": {"claim": shared.claim("textile_export", {"partner": ["KP"], "supplier": ["CN"], "recipient": ["KP"]}, {}), "want": "none"},
	"timber instead": {"claim": made({"goods": {"wood": true}}), "want": "none"},
}}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}

test_severity if {
	shared.judge(export("2023-12-13")) == {"dprk-textiles-export": "breach_indicated critical"}
}

test_missing if {
	shared.missing(export("2017-10-01"), "dprk-textiles-export") == ["date of the contract"]
}
