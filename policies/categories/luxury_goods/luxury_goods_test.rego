package article41.categories.luxury_goods_test

import data.article41_test as shared

luxury := "dprk-luxury-goods-import"

supply(goods, day, fields) := shared.claim(
	"luxury_supply",
	{"supplier": ["RU"], "recipient": ["KP"]},
	object.union({"goods": {good: true | some good in goods}, "date": shared.on(day)}, fields),
)

cases := {luxury: {
	"the day before": {"claim": supply(["luxury_goods"], "2006-10-13", {}), "want": "none"},
	"the first day": {"claim": supply(["luxury_goods"], "2006-10-14", {}), "want": "breach_indicated"},
	"a limousine": {"claim": supply(["luxury_cars"], "2024-02-18", {}), "want": "breach_indicated"},
	"luxury goods, kind not stated": {"claim": supply([], "2024-02-18", {}), "want": "breach_indicated"},
	"offered": {"claim": supply(["luxury_cars"], "2024-02-18", {"stage": "offered"}), "want": "watch"},
	"approved": {"claim": supply(["luxury_cars"], "2024-02-18", {"facts": {"committee_approval": ""}}), "want": "exempt_if_verified"},
	"direction not stated": {"claim": shared.claim("luxury_supply", {"partner": ["KP", "RU"]}, {}), "want": "breach_possible"},
	"from the DPRK": {"claim": shared.claim("luxury_supply", {"supplier": ["KP"], "recipient": ["RU"]}, {}), "want": "none"},
	"plain consumer goods": {"claim": shared.claim("consumer_supply", {"supplier": ["RU"], "recipient": ["KP"]}, {}), "want": "none"},
}}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}

test_a_limousine_before_vehicles_were_barred if {
	c := supply(["luxury_cars"], "2013-03-07", {})
	shared.judge(c) == {luxury: "breach_indicated high"}
	"the goods are luxury cars, which an annex to S/RES/2094 (2013) names" in shared.conditions(c, luxury)
}

test_before_the_annex_the_word_of_the_text_must_do if {
	c := supply(["luxury_cars"], "2013-03-06", {})
	"the text speaks of luxury goods; which goods count is for the list of the supplier's State beyond the annexes" in shared.conditions(c, luxury)
}
