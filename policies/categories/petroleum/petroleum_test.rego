package article41.categories.petroleum_test

import data.article41_test as shared

aviation := "dprk-aviation-fuel-import"

refuelling := "dprk-aircraft-refuelling-vigilance"

condensates := "dprk-condensates-import"

refined := "dprk-refined-petroleum-cap"

refined_2375 := "dprk-refined-petroleum-cap-2375"

crude := "dprk-crude-oil-cap"

crude_2375 := "dprk-crude-oil-freeze-2375"

oil(goods, day, fields) := shared.claim(
	"oil_supply",
	{"supplier": ["RU"], "recipient": ["KP"]},
	object.union({"goods": {good: true | some good in goods}, "date": shared.on(day)}, fields),
)

from_dprk(good, day) := shared.claim(
	"oil_supply",
	{"supplier": ["KP"], "recipient": ["RU"]},
	{"goods": {good: true}, "date": shared.on(day)},
)

amount(id, quantities) := {"quantity": {id: {"alone": quantities, "total": quantities, "claims": 1}}}

sum(id, alone, total, claims) := {"quantity": {id: {"alone": {"barrel": alone}, "total": {"barrel": total}, "claims": claims}}}

fuelling(parties, day, fields) := shared.claim("aircraft_refuelling", parties, object.union({"date": shared.on(day)}, fields))

abroad := {"provider": ["CN"], "recipient": ["KP"]}

cases := {
	aviation: {
		"the day before": {"claim": oil(["aviation_fuel"], "2016-03-01", {}), "want": "none"},
		"the first day": {"claim": oil(["aviation_fuel"], "2016-03-02", {}), "want": "breach_indicated"},
		"beside diesel": {"claim": oil(["aviation_fuel", "refined_petroleum"], "2024-03-01", {}), "want": "breach_indicated"},
		"oil, kind not stated": {"claim": oil(["petroleum"], "2024-03-01", {}), "want": "breach_possible"},
		"no goods": {"claim": oil([], "2024-03-01", {}), "want": "breach_possible"},
		"diesel instead": {"claim": oil(["refined_petroleum"], "2024-03-01", {}), "want": "none"},
		"crude instead": {"claim": oil(["crude_oil"], "2024-03-01", {}), "want": "none"},
		"from the DPRK": {"claim": from_dprk("aviation_fuel", "2024-03-01"), "want": "none"},
		"for the flight back": {"claim": oil(["aviation_fuel"], "2024-03-01", {"facts": {"civil_passenger_aircraft": ""}}), "want": "exempt_if_verified"},
		"approved in 2016": {"claim": oil(["aviation_fuel"], "2016-03-02", {"facts": {"committee_approval": ""}}), "want": "exempt_if_verified"},
		"planned": {"claim": oil(["aviation_fuel"], "2024-03-01", {"status": "planned"}), "want": "watch"},
	},
	refuelling: {
		"the day before": {"claim": fuelling(abroad, "2016-11-29", {}), "want": "none"},
		"the first day": {"claim": fuelling(abroad, "2016-11-30", {}), "want": "breach_possible"},
		"a passenger aircraft": {"claim": fuelling(abroad, "2024-03-01", {"facts": {"civil_passenger_aircraft": ""}}), "want": "breach_possible"},
		"by the DPRK": {"claim": fuelling({"provider": ["KP"], "recipient": ["CN"]}, "2024-03-01", {}), "want": "none"},
	},
	condensates: {
		"the day before": {"claim": oil(["condensates"], "2017-09-10", {}), "want": "none"},
		"the first day": {"claim": oil(["condensates"], "2017-09-11", {}), "want": "breach_indicated"},
		"oil, kind not stated": {"claim": oil(["petroleum"], "2024-03-01", {}), "want": "breach_possible"},
		"crude instead": {"claim": oil(["crude_oil"], "2024-03-01", {}), "want": "none"},
		"from the DPRK": {"claim": from_dprk("condensates", "2024-03-01"), "want": "none"},
	},
	refined: {
		"the day before": {"claim": oil(["refined_petroleum"], "2017-12-31", {}), "want": "none"},
		"the first day": {"claim": oil(["refined_petroleum"], "2018-01-01", {}), "want": "breach_possible"},
		"at the cap": {"claim": oil(["refined_petroleum"], "2024-03-01", amount(refined, {"barrel": 500000})), "want": "breach_possible"},
		"over the cap": {"claim": oil(["refined_petroleum"], "2024-03-01", amount(refined, {"barrel": 600000})), "want": "breach_indicated"},
		"over the cap, terms kept": {
			"claim": oil(
				["refined_petroleum"], "2024-03-01",
				object.union(amount(refined, {"barrel": 600000}), {"facts": {"livelihood": "", "notified_committee": ""}}),
			),
			"want": "breach_indicated",
		},
		"several claims over the cap": {"claim": oil(["refined_petroleum"], "2024-03-01", sum(refined, 300000, 600000, 2)), "want": "breach_indicated"},
		"the text says so": {"claim": oil(["refined_petroleum"], "2024-03-01", {"facts": {"cap_exceeded": ""}}), "want": "breach_indicated"},
		"below the cap, terms kept": {
			"claim": oil(
				["refined_petroleum"], "2024-03-01",
				object.union(amount(refined, {"barrel": 10}), {"facts": {"livelihood": "", "notified_committee": ""}}),
			),
			"want": "breach_possible",
		},
		"a party named as designated": {"claim": oil(["refined_petroleum"], "2024-03-01", {"facts": {"designated": ""}}), "want": "breach_indicated"},
		"a listed party": {
			"claim": oil(["refined_petroleum"], "2024-03-01", object.union(amount(refined, {"barrel": 10}), {"listed": {"recipient": shared.dprk}})),
			"want": "breach_indicated",
		},
		"oil, kind not stated": {"claim": oil(["petroleum"], "2024-03-01", amount(refined, {"barrel": 600000})), "want": "breach_possible"},
		"oil and jet fuel": {"claim": oil(["petroleum", "aviation_fuel"], "2024-03-01", amount(refined, {"barrel": 600000})), "want": "breach_possible"},
		"no goods": {"claim": oil([], "2024-03-01", {}), "want": "breach_possible"},
		"jet fuel instead": {"claim": oil(["aviation_fuel"], "2024-03-01", amount(refined, {"barrel": 600000})), "want": "none"},
		"jet fuel and crude instead": {"claim": oil(["aviation_fuel", "crude_oil"], "2024-03-01", {}), "want": "none"},
		"from the DPRK": {"claim": from_dprk("refined_petroleum", "2024-03-01"), "want": "none"},
		"direction not stated": {
			"claim": shared.claim("oil_supply", {"partner": ["KP", "RU"]}, {"goods": {"refined_petroleum": true}, "facts": {"cap_exceeded": ""}}),
			"want": "breach_possible",
		},
	},
	refined_2375: {
		"the day before": {"claim": oil(["refined_petroleum"], "2017-09-30", {}), "want": "none"},
		"the first day": {"claim": oil(["refined_petroleum"], "2017-10-01", {}), "want": "breach_possible"},
		"over the cap on the last day": {"claim": oil(["refined_petroleum"], "2017-12-31", amount(refined_2375, {"barrel": 600000})), "want": "breach_indicated"},
		"after resolution 2397 was adopted": {"claim": oil(["refined_petroleum"], "2017-12-22", {}), "want": "breach_possible"},
		"the day after": {"claim": oil(["refined_petroleum"], "2018-01-01", {}), "want": "none"},
		"jet fuel instead": {"claim": oil(["aviation_fuel"], "2017-11-01", {}), "want": "none"},
		"from the DPRK": {"claim": from_dprk("refined_petroleum", "2017-11-01"), "want": "none"},
	},
	crude: {
		"the day before": {"claim": oil(["crude_oil"], "2017-12-21", {}), "want": "none"},
		"the first day": {"claim": oil(["crude_oil"], "2017-12-22", {}), "want": "breach_possible"},
		"below the cap": {"claim": oil(["crude_oil"], "2024-03-01", amount(crude, {"barrel": 3999999})), "want": "breach_possible"},
		"over the cap in barrels": {"claim": oil(["crude_oil"], "2024-03-01", amount(crude, {"barrel": 4000001})), "want": "breach_indicated"},
		"over the cap in tonnes": {"claim": oil(["crude_oil"], "2024-03-01", amount(crude, {"tonne": 525001})), "want": "breach_indicated"},
		"over the cap, approved": {
			"claim": oil(["crude_oil"], "2024-03-01", object.union(amount(crude, {"tonne": 525001}), {"facts": {"committee_approval": ""}})),
			"want": "exempt_if_verified",
		},
		"oil, kind not stated": {"claim": oil(["petroleum"], "2024-03-01", {}), "want": "breach_possible"},
		"diesel instead": {"claim": oil(["refined_petroleum"], "2024-03-01", {}), "want": "none"},
		"from the DPRK": {"claim": from_dprk("crude_oil", "2024-03-01"), "want": "none"},
	},
	crude_2375: {
		"the day before": {"claim": oil(["crude_oil"], "2017-09-10", {}), "want": "none"},
		"the first day": {"claim": oil(["crude_oil"], "2017-09-11", {}), "want": "breach_possible"},
		"more than before, on the last day": {"claim": oil(["crude_oil"], "2017-12-21", {"facts": {"cap_exceeded": ""}}), "want": "breach_indicated"},
		"the day after": {"claim": oil(["crude_oil"], "2017-12-22", {}), "want": "none"},
		"diesel instead": {"claim": oil(["refined_petroleum"], "2017-11-01", {}), "want": "none"},
		"from the DPRK": {"claim": from_dprk("crude_oil", "2017-11-01"), "want": "none"},
	},
}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}

test_kind_of_oil_not_stated if {
	c := oil(["petroleum"], "2024-03-01", {})
	shared.judge(c) == {
		aviation: "breach_possible high",
		condensates: "breach_possible high",
		refined: "breach_possible high",
		crude: "breach_possible high",
	}
	shared.missing(c, refined) == ["goods", "quantity", "livelihood"]
	shared.missing(c, crude) == ["goods", "quantity"]
}

test_jet_fuel_meets_the_outright_ban_alone if {
	shared.judge(oil(["aviation_fuel"], "2024-03-01", {})) == {aviation: "breach_indicated critical"}
}

test_diesel_before_any_cap if {
	shared.judge(oil(["refined_petroleum"], "2017-09-30", {})) == "no_measure"
}

test_what_a_small_shipment_lacks if {
	c := oil(["refined_petroleum"], "2024-03-01", amount(refined, {"barrel": 10}))
	shared.missing(c, refined) == ["total of the period", "livelihood"]
	"the quantity stated is 10 barrels, and the cap is 500000; it depends on what else was supplied in the period: breach possible" in shared.effects(c, refined)
}

test_terms_kept_are_said if {
	c := oil(["refined_petroleum"], "2024-03-01", {"facts": {"livelihood": "", "notified_committee": ""}})
	shared.missing(c, refined) == ["quantity"]
	"within the cap that was allowed; it must be verified" in shared.effects(c, refined)
}

test_what_the_freeze_lacks if {
	shared.missing(oil(["crude_oil"], "2017-11-01", {}), crude_2375) == ["supply of the twelve months before"]
}

test_refuelling_says_that_it_does_not_bind if {
	c := fuelling(abroad, "2024-03-01", {"facts": {"civil_passenger_aircraft": ""}})
	shared.judge(c) == {refuelling: "breach_possible low"}
	shared.missing(c, refuelling) == ["quantity"]
	"the paragraph calls upon States; it does not bind" in shared.effects(c, refuelling)
}
