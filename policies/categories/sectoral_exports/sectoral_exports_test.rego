package article41.categories.sectoral_exports_test

import data.article41_test as shared

export(good, day) := sold({"goods": {good: true}, "date": shared.on(day)})

sold(fields) := shared.claim("sectoral_export", {"supplier": ["KP"], "recipient": ["CN"]}, fields)

contract(good, day) := sold({"goods": {good: true}, "date": shared.on(day), "facts": {"contract_before_2017_12_22": ""}})

bought(good) := shared.claim("sectoral_export", {"supplier": ["CN"], "recipient": ["KP"]}, {"goods": {good: true}})

at_home(good) := shared.claim("sectoral_export", {"supplier": ["KP"], "recipient": ["KP"]}, {"goods": {good: true}})

cases := {
	"dprk-food-export": {
		"day before": {"claim": export("food_products", "2017-12-21"), "want": "none"},
		"first day": {"claim": export("food_products", "2017-12-22"), "want": "breach_possible"},
		"last day of the wind-down": {"claim": export("food_products", "2018-01-21"), "want": "breach_possible"},
		"day after it": {"claim": export("food_products", "2018-01-22"), "want": "breach_indicated"},
		"earlier contract": {"claim": contract("food_products", "2018-01-21"), "want": "exempt_if_verified"},
		"earlier contract, too late": {"claim": contract("food_products", "2018-01-22"), "want": "breach_indicated"},
		"beer is of another chapter": {"claim": shared.claim("consumer_export", {"supplier": ["KP"], "recipient": ["CN"]}, {}), "want": "none"},
		"goods not named": {"claim": sold({}), "want": "breach_possible"},
		"other goods": {"claim": export("wood", "2020-05-01"), "want": "none"},
		"to the DPRK": {"claim": bought("food_products"), "want": "none"},
		"within the DPRK": {"claim": at_home("food_products"), "want": "none"},
	},
	"dprk-machinery-export": {
		"day before": {"claim": export("industrial_machinery", "2017-12-21"), "want": "none"},
		"first day": {"claim": export("industrial_machinery", "2017-12-22"), "want": "breach_possible"},
		"last day of the wind-down": {"claim": export("industrial_machinery", "2018-01-21"), "want": "breach_possible"},
		"day after it": {"claim": export("industrial_machinery", "2018-01-22"), "want": "breach_indicated"},
		"earlier contract": {"claim": contract("industrial_machinery", "2018-01-21"), "want": "exempt_if_verified"},
		"earlier contract, too late": {"claim": contract("industrial_machinery", "2018-01-22"), "want": "breach_indicated"},
		"goods not named": {"claim": sold({}), "want": "breach_possible"},
		"other goods": {"claim": export("electrical_equipment", "2020-05-01"), "want": "none"},
		"to the DPRK": {"claim": bought("industrial_machinery"), "want": "none"},
		"within the DPRK": {"claim": at_home("industrial_machinery"), "want": "none"},
	},
	"dprk-electrical-export": {
		"day before": {"claim": export("electrical_equipment", "2017-12-21"), "want": "none"},
		"first day": {"claim": export("electrical_equipment", "2017-12-22"), "want": "breach_possible"},
		"last day of the wind-down": {"claim": export("electrical_equipment", "2018-01-21"), "want": "breach_possible"},
		"day after it": {"claim": export("electrical_equipment", "2018-01-22"), "want": "breach_indicated"},
		"earlier contract": {"claim": contract("electrical_equipment", "2018-01-21"), "want": "exempt_if_verified"},
		"earlier contract, too late": {"claim": contract("electrical_equipment", "2018-01-22"), "want": "breach_indicated"},
		"goods not named": {"claim": sold({}), "want": "breach_possible"},
		"other goods": {"claim": export("industrial_machinery", "2020-05-01"), "want": "none"},
		"to the DPRK": {"claim": bought("electrical_equipment"), "want": "none"},
		"within the DPRK": {"claim": at_home("electrical_equipment"), "want": "none"},
	},
	"dprk-earth-stone-export": {
		"day before": {"claim": export("earth_stone", "2017-12-21"), "want": "none"},
		"first day": {"claim": export("earth_stone", "2017-12-22"), "want": "breach_possible"},
		"last day of the wind-down": {"claim": export("earth_stone", "2018-01-21"), "want": "breach_possible"},
		"day after it": {"claim": export("earth_stone", "2018-01-22"), "want": "breach_indicated"},
		"earlier contract": {"claim": contract("earth_stone", "2018-01-21"), "want": "exempt_if_verified"},
		"earlier contract, too late": {"claim": contract("earth_stone", "2018-01-22"), "want": "breach_indicated"},
		"sand": {"claim": export("earth_stone", "2020-05-01"), "want": "breach_indicated"},
		"goods not named": {"claim": sold({}), "want": "breach_possible"},
		"other goods": {"claim": export("coal", "2020-05-01"), "want": "none"},
		"to the DPRK": {"claim": bought("earth_stone"), "want": "none"},
		"within the DPRK": {"claim": at_home("earth_stone"), "want": "none"},
	},
	"dprk-wood-export": {
		"day before": {"claim": export("wood", "2017-12-21"), "want": "none"},
		"first day": {"claim": export("wood", "2017-12-22"), "want": "breach_possible"},
		"last day of the wind-down": {"claim": export("wood", "2018-01-21"), "want": "breach_possible"},
		"day after it": {"claim": export("wood", "2018-01-22"), "want": "breach_indicated"},
		"earlier contract": {"claim": contract("wood", "2018-01-21"), "want": "exempt_if_verified"},
		"earlier contract, too late": {"claim": contract("wood", "2018-01-22"), "want": "breach_indicated"},
		"goods not named": {"claim": sold({}), "want": "breach_possible"},
		"other goods": {"claim": export("food_products", "2020-05-01"), "want": "none"},
		"to the DPRK": {"claim": bought("wood"), "want": "none"},
		"within the DPRK": {"claim": at_home("wood"), "want": "none"},
	},
	"dprk-vessels-export": {
		"day before": {"claim": export("vessels", "2017-12-21"), "want": "none"},
		"first day": {"claim": export("vessels", "2017-12-22"), "want": "breach_possible"},
		"last day of the wind-down": {"claim": export("vessels", "2018-01-21"), "want": "breach_possible"},
		"day after it": {"claim": export("vessels", "2018-01-22"), "want": "breach_indicated"},
		"earlier contract": {"claim": contract("vessels", "2018-01-21"), "want": "exempt_if_verified"},
		"earlier contract, too late": {"claim": contract("vessels", "2018-01-22"), "want": "breach_indicated"},
		"new vessels": {"claim": export("new_vessels", "2020-05-01"), "want": "breach_indicated"},
		"vehicles of no kind": {"claim": export("transport_vehicles", "2020-05-01"), "want": "breach_possible"},
		"a car": {"claim": export("luxury_cars", "2020-05-01"), "want": "none"},
		"goods not named": {"claim": sold({}), "want": "breach_possible"},
		"other goods": {"claim": export("wood", "2020-05-01"), "want": "none"},
		"to the DPRK": {"claim": bought("vessels"), "want": "none"},
		"within the DPRK": {"claim": at_home("vessels"), "want": "none"},
	},
}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}

# Each class of goods meets its own measure and no other.
test_sand if {
	shared.judge(export("earth_stone", "2020-05-01")) == {"dprk-earth-stone-export": "breach_indicated high"}
}

test_no_direction[id] if {
	some id, _ in cases
	some good, _ in data.catalog.measures[id].goods
	c := shared.claim("sectoral_export", {"partner": ["KP", "CN"]}, {"goods": {good: true}})
	shared.verdict(c, id) == "breach_possible"
	shared.missing(c, id) == ["direction"]
}

test_missing[name] if {
	some name, tc in {
		"goods": {"claim": sold({}), "want": ["goods"]},
		"contract": {"claim": export("wood", "2018-01-01"), "want": ["date of the contract"]},
	}
	shared.missing(tc.claim, "dprk-wood-export") == tc.want
}
