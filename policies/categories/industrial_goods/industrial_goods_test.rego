package article41.categories.industrial_goods_test

import data.article41_test as shared

machinery := "dprk-machinery-import"

vehicles := "dprk-vehicles-import"

metals := "dprk-metals-import"

helicopters := "dprk-new-helicopters-import"

supply(activity, goods, day) := shared.claim(
	activity,
	{"supplier": ["CN"], "recipient": ["KP"]},
	{"goods": {good: true | some good in goods}, "date": shared.on(day)},
)

goods(good, day) := supply("industrial_supply", [good], day)

from_dprk(good) := shared.claim("industrial_supply", {"supplier": ["KP"], "recipient": ["CN"]}, {"goods": {good: true}})

parts(good) := object.union(goods(good, "2024-03-01"), {"facts": {"civil_passenger_aircraft": ""}})

trade(good) := shared.claim("industrial_supply", {"partner": ["KP", "CN"]}, {"goods": {good: true}})

cases := {
	machinery: {
		"the day before": {"claim": goods("industrial_machinery", "2017-12-21"), "want": "none"},
		"the first day": {"claim": goods("industrial_machinery", "2017-12-22"), "want": "breach_indicated"},
		"solar panels": {"claim": goods("electrical_equipment", "2024-03-01"), "want": "breach_indicated"},
		"no goods": {"claim": supply("industrial_supply", [], "2024-03-01"), "want": "breach_possible"},
		"direction not stated": {"claim": trade("industrial_machinery"), "want": "breach_possible"},
		"parts for a passenger aircraft": {"claim": parts("industrial_machinery"), "want": "exempt_if_verified"},
		"food instead": {"claim": goods("food_products", "2024-03-01"), "want": "none"},
		"trucks instead": {"claim": goods("transport_vehicles", "2024-03-01"), "want": "none"},
		"from the DPRK": {"claim": from_dprk("industrial_machinery"), "want": "none"},
	},
	vehicles: {
		"the day before": {"claim": goods("transport_vehicles", "2017-12-21"), "want": "none"},
		"the first day": {"claim": goods("transport_vehicles", "2017-12-22"), "want": "breach_indicated"},
		"a used helicopter": {"claim": goods("helicopters", "2024-03-01"), "want": "breach_indicated"},
		"a limousine": {"claim": supply("luxury_supply", ["luxury_cars"], "2024-02-18"), "want": "breach_indicated"},
		"a gift not named": {"claim": supply("luxury_supply", [], "2024-02-18"), "want": "breach_possible"},
		"watches instead": {"claim": supply("luxury_supply", ["luxury_goods"], "2024-02-18"), "want": "none"},
		"a tanker": {"claim": supply("vessel_supply", ["vessels"], "2024-03-01"), "want": "breach_indicated"},
		"a vessel without more": {"claim": supply("vessel_supply", [], "2024-03-01"), "want": "breach_indicated"},
		"no goods": {"claim": supply("industrial_supply", [], "2024-03-01"), "want": "breach_possible"},
		"parts for a passenger aircraft": {"claim": parts("transport_vehicles"), "want": "exempt_if_verified"},
		"steel instead": {"claim": goods("metals", "2024-03-01"), "want": "none"},
		"from the DPRK": {"claim": from_dprk("transport_vehicles"), "want": "none"},
	},
	metals: {
		"the day before": {"claim": goods("metals", "2017-12-21"), "want": "none"},
		"the first day": {"claim": goods("metals", "2017-12-22"), "want": "breach_indicated"},
		"no goods": {"claim": supply("industrial_supply", [], "2024-03-01"), "want": "breach_possible"},
		"direction not stated": {"claim": trade("metals"), "want": "breach_possible"},
		"parts for a passenger aircraft": {"claim": parts("metals"), "want": "exempt_if_verified"},
		"machinery instead": {"claim": goods("industrial_machinery", "2024-03-01"), "want": "none"},
		"from the DPRK": {"claim": from_dprk("metals"), "want": "none"},
	},
	helicopters: {
		"the day before": {"claim": goods("new_helicopters", "2016-11-29"), "want": "none"},
		"the first day": {"claim": goods("new_helicopters", "2016-11-30"), "want": "breach_indicated"},
		"not said to be new": {"claim": goods("helicopters", "2016-11-30"), "want": "breach_possible"},
		"no goods": {"claim": supply("industrial_supply", [], "2016-11-30"), "want": "breach_possible"},
		"approved": {
			"claim": object.union(goods("new_helicopters", "2016-11-30"), {"facts": {"committee_approval": ""}}),
			"want": "exempt_if_verified",
		},
		"trucks instead": {"claim": goods("transport_vehicles", "2017-01-01"), "want": "none"},
		"from the DPRK": {"claim": from_dprk("new_helicopters"), "want": "none"},
	},
}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}

test_a_limousine_is_a_luxury_and_a_vehicle if {
	shared.judge(supply("luxury_supply", ["luxury_cars"], "2024-02-18")) == {
		"dprk-luxury-goods-import": "breach_indicated high",
		vehicles: "breach_indicated high",
	}
}

test_a_new_helicopter_meets_both_paragraphs if {
	shared.judge(goods("new_helicopters", "2024-03-01")) == {
		helicopters: "breach_indicated high",
		vehicles: "breach_indicated high",
	}
}

test_what_a_helicopter_lacks if {
	shared.missing(goods("helicopters", "2024-03-01"), helicopters) == ["whether it is new"]
}

test_trucks_meet_one_paragraph if {
	shared.judge(goods("transport_vehicles", "2024-03-01")) == {vehicles: "breach_indicated high"}
}

test_trucks_before_any_ban if {
	shared.judge(goods("transport_vehicles", "2017-12-21")) == "no_measure"
}
