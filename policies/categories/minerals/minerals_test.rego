package article41.categories.minerals_test

import data.article41_test as shared

cap := "dprk-coal-cap-2321"

export(good, day) := sold({"goods": {good: true}, "date": shared.on(day)})

sold(fields) := shared.claim("mineral_export", {"supplier": ["KP"], "recipient": ["CN"]}, fields)

# Coal on a day of the cap, with the quantity that this claim and all claims of the run state.
capped(day, quantity) := sold({"goods": {"coal": true}, "date": shared.on(day), "quantity": {cap: quantity}})

stated(good, day, fact) := sold({"goods": {good: true}, "date": shared.on(day), "facts": {fact: ""}})

traded(good) := shared.claim("mineral_export", {"partner": ["KP", "CN"]}, {"goods": {good: true}})

at_home(good, day) := shared.claim("mineral_export", {"supplier": ["KP"], "recipient": ["KP"]}, {"goods": {good: true}, "date": shared.on(day)})

cases := {
	"dprk-coal-export": {
		"day before": {"claim": export("coal", "2017-08-04"), "want": "none"},
		"first day": {"claim": export("coal", "2017-08-05"), "want": "breach_indicated"},
		"a Chinese firm buys coal": {"claim": export("coal", "2018-03-01"), "want": "breach_indicated"},
		"buyer not named": {"claim": shared.claim("mineral_export", {"supplier": ["KP"]}, {"goods": {"coal": true}}), "want": "breach_indicated"},
		"an earlier contract does not spare coal": {"claim": stated("coal", "2017-08-20", "contract_before_2017_08_05"), "want": "breach_indicated"},
		"livelihood no longer spares coal": {"claim": stated("coal", "2017-08-05", "livelihood"), "want": "breach_indicated"},
		"foreign coal through Rajin": {"claim": stated("coal", "2018-03-01", "foreign_origin_coal"), "want": "exempt_if_verified"},
		"minerals of no kind": {"claim": export("minerals", "2018-03-01"), "want": "breach_possible"},
		"goods not named": {"claim": sold({}), "want": "breach_possible"},
		"no direction": {"claim": traded("coal"), "want": "breach_possible"},
		"iron ore instead": {"claim": export("iron_ore", "2018-03-01"), "want": "none"},
		"coal to the DPRK": {"claim": shared.claim("mineral_export", {"supplier": ["RU"], "recipient": ["KP"]}, {"goods": {"coal": true}}), "want": "none"},
		"coal of another State": {"claim": shared.claim("mineral_export", {"supplier": ["RU"], "recipient": ["CN"]}, {"goods": {"coal": true}}), "want": "none"},
		"within the DPRK": {"claim": at_home("coal", "2018-03-01"), "want": "none"},
	},
	"dprk-iron-export": {
		"day before": {"claim": export("iron_ore", "2017-08-04"), "want": "none"},
		"first day": {"claim": export("iron_ore", "2017-08-05"), "want": "breach_possible"},
		"last day of the wind-down": {"claim": export("iron_ore", "2017-09-04"), "want": "breach_possible"},
		"day after it": {"claim": export("iron_ore", "2017-09-05"), "want": "breach_indicated"},
		"pig iron": {"claim": export("iron", "2018-03-01"), "want": "breach_indicated"},
		"earlier contract": {"claim": stated("iron", "2017-09-04", "contract_before_2017_08_05"), "want": "exempt_if_verified"},
		"earlier contract, too late": {"claim": stated("iron", "2017-09-05", "contract_before_2017_08_05"), "want": "breach_indicated"},
		"Rajin is for coal": {"claim": stated("iron_ore", "2018-03-01", "foreign_origin_coal"), "want": "breach_indicated"},
		"minerals of no kind": {"claim": export("minerals", "2018-03-01"), "want": "breach_possible"},
		"no direction": {"claim": traded("iron"), "want": "breach_possible"},
		"coal instead": {"claim": export("coal", "2018-03-01"), "want": "none"},
		"within the DPRK": {"claim": at_home("iron", "2018-03-01"), "want": "none"},
	},
	"dprk-coal-cap-2321": {
		"day before": {"claim": export("coal", "2016-11-29"), "want": "none"},
		"first day": {"claim": export("coal", "2016-11-30"), "want": "breach_possible"},
		"last day": {"claim": export("coal", "2017-08-04"), "want": "breach_possible"},
		"day after": {"claim": export("coal", "2017-08-05"), "want": "none"},
		"at the cap of 2016": {"claim": capped("2016-12-31", alone("tonne", 1000866)), "want": "breach_possible"},
		"over the cap of 2016": {"claim": capped("2016-12-31", alone("tonne", 1000867)), "want": "breach_indicated"},
		"that much in 2017": {"claim": capped("2017-01-01", alone("tonne", 1000867)), "want": "breach_possible"},
		"over the cap of 2017": {"claim": capped("2017-01-01", alone("tonne", 7500001)), "want": "breach_indicated"},
		"dollars at the cap of 2016": {"claim": capped("2016-12-01", alone("us_dollar", 53495894)), "want": "breach_possible"},
		"dollars over the cap of 2016": {"claim": capped("2016-12-01", alone("us_dollar", 53495895)), "want": "breach_indicated"},
		"dollars over the cap of 2017": {"claim": capped("2017-08-04", alone("us_dollar", 400870019)), "want": "breach_indicated"},
		"claims that add up": {"claim": capped("2017-03-01", {"alone": {"tonne": 4000000}, "total": {"tonne": 8000000}, "claims": 2}), "want": "breach_indicated"},
		"said to be exceeded": {"claim": stated("coal", "2016-12-15", "cap_exceeded"), "want": "breach_indicated"},
		"livelihood does not lift the cap": {"claim": stated("coal", "2016-12-15", "livelihood"), "want": "breach_possible"},
		"foreign coal": {"claim": stated("coal", "2016-12-15", "foreign_origin_coal"), "want": "breach_possible"},
		"foreign coal, more than the cap": {
			"claim": object.union(capped("2016-12-15", alone("tonne", 2000000)), {"facts": {"foreign_origin_coal": ""}}),
			"want": "breach_possible",
		},
		"iron ore instead": {"claim": export("iron_ore", "2017-03-01"), "want": "none"},
		"within the DPRK": {"claim": at_home("coal", "2017-03-01"), "want": "none"},
	},
	"dprk-coal-livelihood-2270": {
		"day before": {"claim": export("coal", "2016-03-01"), "want": "none"},
		"first day": {"claim": export("coal", "2016-03-02"), "want": "breach_possible"},
		"last day": {"claim": export("coal", "2016-11-29"), "want": "breach_possible"},
		"day after": {"claim": export("coal", "2016-11-30"), "want": "none"},
		"livelihood": {"claim": stated("coal", "2016-06-01", "livelihood"), "want": "exempt_if_verified"},
		"revenue for the programmes": {"claim": stated("coal", "2016-06-01", "contributes_to_programmes"), "want": "breach_indicated"},
		"foreign coal through Rajin": {"claim": stated("coal", "2016-06-01", "foreign_origin_coal"), "want": "exempt_if_verified"},
		"iron ore instead": {"claim": export("iron_ore", "2016-06-01"), "want": "none"},
		"within the DPRK": {"claim": at_home("coal", "2016-06-01"), "want": "none"},
	},
	"dprk-iron-livelihood-2321": {
		"day before": {"claim": export("iron_ore", "2016-11-29"), "want": "none"},
		"first day": {"claim": export("iron_ore", "2016-11-30"), "want": "breach_possible"},
		"last day": {"claim": export("iron", "2017-08-04"), "want": "breach_possible"},
		"day after": {"claim": export("iron", "2017-08-05"), "want": "none"},
		"livelihood": {"claim": stated("iron", "2017-08-04", "livelihood"), "want": "exempt_if_verified"},
		"revenue for the programmes": {"claim": stated("iron", "2017-08-04", "contributes_to_programmes"), "want": "breach_indicated"},
		"coal instead": {"claim": export("coal", "2017-03-01"), "want": "none"},
		"within the DPRK": {"claim": at_home("iron", "2017-03-01"), "want": "none"},
	},
	"dprk-iron-livelihood-2270": {
		"day before": {"claim": export("iron", "2016-03-01"), "want": "none"},
		"first day": {"claim": export("iron", "2016-03-02"), "want": "breach_possible"},
		"last day": {"claim": export("iron_ore", "2016-11-29"), "want": "breach_possible"},
		"day after": {"claim": export("iron_ore", "2016-11-30"), "want": "none"},
		"livelihood": {"claim": stated("iron", "2016-06-01", "livelihood"), "want": "exempt_if_verified"},
		"Rajin is for coal": {"claim": stated("iron", "2016-06-01", "foreign_origin_coal"), "want": "breach_possible"},
		"coal instead": {"claim": export("coal", "2016-06-01"), "want": "none"},
		"within the DPRK": {"claim": at_home("iron", "2016-06-01"), "want": "none"},
	},
	"dprk-lead-export": {
		"day before": {"claim": export("lead", "2017-08-04"), "want": "none"},
		"first day": {"claim": export("lead", "2017-08-05"), "want": "breach_indicated"},
		"minerals of no kind": {"claim": export("minerals", "2018-03-01"), "want": "breach_possible"},
		"no direction": {"claim": traded("lead"), "want": "breach_possible"},
		"zinc instead": {"claim": export("zinc", "2018-03-01"), "want": "none"},
		"within the DPRK": {"claim": at_home("lead", "2018-03-01"), "want": "none"},
	},
	"dprk-gold-titanium-vanadium-ree-export": {
		"day before": {"claim": export("gold", "2016-03-01"), "want": "none"},
		"first day": {"claim": export("gold", "2016-03-02"), "want": "breach_indicated"},
		"titanium ore": {"claim": export("titanium_ore", "2020-01-01"), "want": "breach_indicated"},
		"vanadium ore": {"claim": export("vanadium_ore", "2020-01-01"), "want": "breach_indicated"},
		"rare earths": {"claim": export("rare_earths", "2020-01-01"), "want": "breach_indicated"},
		"minerals of no kind": {"claim": export("minerals", "2016-03-02"), "want": "breach_possible"},
		"no direction": {"claim": traded("gold"), "want": "breach_possible"},
		"silver instead": {"claim": export("silver", "2020-01-01"), "want": "none"},
		"gold that pays": {"claim": shared.claim("gold_transfer", {"provider": ["KP"], "recipient": ["CN"]}, {"goods": {"gold": true}}), "want": "none"},
		"within the DPRK": {"claim": at_home("gold", "2020-01-01"), "want": "none"},
	},
	"dprk-copper-nickel-silver-zinc-export": {
		"day before": {"claim": export("copper", "2016-11-29"), "want": "none"},
		"first day": {"claim": export("copper", "2016-11-30"), "want": "breach_indicated"},
		"nickel": {"claim": export("nickel", "2020-01-01"), "want": "breach_indicated"},
		"silver": {"claim": export("silver", "2020-01-01"), "want": "breach_indicated"},
		"zinc": {"claim": export("zinc", "2020-01-01"), "want": "breach_indicated"},
		"no direction": {"claim": traded("zinc"), "want": "breach_possible"},
		"lead instead": {"claim": export("lead", "2020-01-01"), "want": "none"},
		"within the DPRK": {"claim": at_home("copper", "2020-01-01"), "want": "none"},
	},
}

alone(unit, amount) := {"alone": {unit: amount}, "total": {unit: amount}, "claims": 1}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}

# One rule at a time for coal and one for iron, with its severity.
test_rules_in_turn[name] if {
	some name, tc in {
		"coal in early 2016": {"claim": export("coal", "2016-03-01"), "want": "not_in_force"},
		"coal in mid 2016": {"claim": export("coal", "2016-06-01"), "want": {"dprk-coal-livelihood-2270": "breach_possible high"}},
		"coal under the cap": {"claim": export("coal", "2017-03-01"), "want": {cap: "breach_possible high"}},
		"coal today": {"claim": export("coal", "2023-12-13"), "want": {"dprk-coal-export": "breach_indicated critical"}},
		"iron in mid 2016": {"claim": export("iron", "2016-06-01"), "want": {"dprk-iron-livelihood-2270": "breach_possible high"}},
		"iron in early 2017": {"claim": export("iron", "2017-03-01"), "want": {"dprk-iron-livelihood-2321": "breach_possible high"}},
		"iron today": {"claim": export("iron", "2023-12-13"), "want": {"dprk-iron-export": "breach_indicated critical"}},
		"minerals today": {
			"claim": export("minerals", "2023-12-13"),
			"want": {
				"dprk-coal-export": "breach_possible high",
				"dprk-iron-export": "breach_possible high",
				"dprk-lead-export": "breach_possible medium",
				"dprk-gold-titanium-vanadium-ree-export": "breach_possible medium",
				"dprk-copper-nickel-silver-zinc-export": "breach_possible medium",
			},
		},
		"within the DPRK": {"claim": at_home("coal", "2023-12-13"), "want": "within_target"},
	}
	shared.judge(tc.claim) == tc.want
}

test_both_sides_are_bound if {
	data.catalog.measures["dprk-coal-export"].bound == {"target": true, "all_member_states": true}
}

test_missing[name] if {
	some name, tc in {
		"goods": {"claim": export("minerals", "2018-03-01"), "id": "dprk-coal-export", "want": ["goods"]},
		"direction": {"claim": traded("coal"), "id": "dprk-coal-export", "want": ["direction"]},
		"contract": {"claim": export("iron", "2017-08-20"), "id": "dprk-iron-export", "want": ["date of the contract"]},
		"livelihood": {"claim": export("coal", "2016-06-01"), "id": "dprk-coal-livelihood-2270", "want": ["livelihood"]},
		"quantity": {"claim": export("coal", "2017-03-01"), "id": cap, "want": ["quantity"]},
		"total": {"claim": capped("2017-03-01", alone("tonne", 5000)), "id": cap, "want": ["total of the period"]},
		"origin": {"claim": stated("coal", "2017-03-01", "foreign_origin_coal"), "id": cap, "want": ["quantity", "origin of the coal"]},
	}
	shared.missing(tc.claim, tc.id) == tc.want
}
