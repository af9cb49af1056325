package article41.categories.proliferation_test

import data.article41_test as shared

to_dprk(goods, day) := shared.claim("wmd_item_import", {"supplier": ["RU"], "recipient": ["KP"]}, {"goods": goods, "date": shared.on(day)})

from_dprk(goods, day) := shared.claim("wmd_item_export", {"supplier": ["KP"], "recipient": ["SY"]}, {"goods": goods, "date": shared.on(day)})

between(activity, parties) := shared.claim(activity, parties, {"goods": missile})

partners(activity) := between(activity, {"partner": ["KP", "IR"]})

help(day) := shared.claim("wmd_assistance", {"provider": ["RU"], "recipient": ["KP"]}, {"date": shared.on(day)})

other_items(day) := shared.claim("sensitive_item_supply", {"supplier": ["CN"], "recipient": ["KP"]}, {"date": shared.on(day)})

satellites(parties, day) := shared.claim("satellite_cooperation", parties, {"date": shared.on(day)})

identified(claim) := object.union(claim, {"listed": {"supplier": shared.dprk}})

stating(claim, fact) := object.union(claim, {"facts": {fact: ""}})

missile := {"missile_items": true}

nuclear := {"nuclear_items": true}

chemical := {"chemical_biological_items": true}

cases := {
	"dprk-missile-supply-1695": {
		"the day before": {"claim": to_dprk(missile, "2006-07-14"), "want": "none"},
		"first day": {"claim": to_dprk(missile, "2006-07-15"), "want": "breach_possible"},
		"last day": {"claim": to_dprk(missile, "2006-10-13"), "want": "breach_possible"},
		"the day after": {"claim": to_dprk(missile, "2006-10-14"), "want": "none"},
		"goods not stated": {"claim": to_dprk({}, "2006-08-01"), "want": "breach_possible"},
		"nuclear items instead": {"claim": to_dprk(nuclear, "2006-08-01"), "want": "none"},
		"from the DPRK instead": {"claim": from_dprk(missile, "2006-08-01"), "want": "none"},
	},
	"dprk-missile-procurement-1695": {
		"the day before": {"claim": from_dprk(missile, "2006-07-14"), "want": "none"},
		"first day": {"claim": from_dprk(missile, "2006-07-15"), "want": "breach_possible"},
		"last day": {"claim": from_dprk(missile, "2006-10-13"), "want": "breach_possible"},
		"the day after": {"claim": from_dprk(missile, "2006-10-14"), "want": "none"},
		"nuclear items instead": {"claim": from_dprk(nuclear, "2006-08-01"), "want": "none"},
	},
	"dprk-wmd-items-import": {
		"the day before": {"claim": to_dprk(missile, "2006-10-13"), "want": "none"},
		"first day": {"claim": to_dprk(missile, "2006-10-14"), "want": "breach_indicated"},
		"centrifuges": {"claim": to_dprk(nuclear, "2023-12-13"), "want": "breach_indicated"},
		"chemicals, list not mentioned": {"claim": to_dprk(chemical, "2023-12-13"), "want": "breach_possible"},
		"chemicals that are listed": {"claim": stating(to_dprk(chemical, "2023-12-13"), "listed_item"), "want": "breach_indicated"},
		"items not named": {"claim": to_dprk({}, "2023-12-13"), "want": "breach_possible"},
		"machine tools": {"claim": to_dprk({"industrial_machinery": true}, "2023-12-13"), "want": "breach_possible"},
		"no direction": {"claim": partners("wmd_item_import"), "want": "breach_possible"},
		"the DPRK as supplier": {"claim": between("wmd_item_import", {"supplier": ["KP"], "recipient": ["IR"]}), "want": "none"},
		"within the DPRK": {"claim": between("wmd_item_import", {"supplier": ["KP"], "recipient": ["KP"]}), "want": "none"},
		"between others": {"claim": between("wmd_item_import", {"supplier": ["RU"], "recipient": ["IR"]}), "want": "none"},
	},
	"dprk-wmd-items-export": {
		"the day before": {"claim": from_dprk(nuclear, "2006-10-13"), "want": "none"},
		"first day": {"claim": from_dprk(nuclear, "2006-10-14"), "want": "breach_indicated"},
		"missile parts": {"claim": from_dprk(missile, "2023-12-13"), "want": "breach_indicated"},
		"items not named": {"claim": from_dprk({}, "2023-12-13"), "want": "breach_possible"},
		"no direction": {"claim": partners("wmd_item_export"), "want": "breach_possible"},
		"the DPRK as recipient": {"claim": between("wmd_item_export", {"supplier": ["IR"], "recipient": ["KP"]}), "want": "none"},
		"within the DPRK": {"claim": between("wmd_item_export", {"supplier": ["KP"], "recipient": ["KP"]}), "want": "none"},
	},
	"dprk-wmd-assistance": {
		"the day before": {"claim": help("2006-10-13"), "want": "none"},
		"first day": {"claim": help("2006-10-14"), "want": "breach_possible"},
		"know-how to the DPRK": {"claim": help("2024-01-10"), "want": "breach_possible"},
		"on missile items, from it": {"claim": between("wmd_assistance", {"provider": ["KP"], "recipient": ["SY"]}), "want": "breach_indicated"},
		"either way": {"claim": partners("wmd_assistance"), "want": "breach_indicated"},
		"its own engineers": {"claim": between("wmd_assistance", {"provider": ["KP"], "recipient": ["KP"]}), "want": "none"},
		"between others": {"claim": between("wmd_assistance", {"provider": ["RU"], "recipient": ["IR"]}), "want": "none"},
	},
	"dprk-wmd-catch-all": {
		"the day before": {"claim": other_items("2016-03-01"), "want": "none"},
		"first day": {"claim": other_items("2016-03-02"), "want": "breach_possible"},
		"a stated determination": {"claim": stating(other_items("2023-12-13"), "state_determination"), "want": "breach_possible"},
		"between others": {"claim": between("sensitive_item_supply", {"supplier": ["CN"], "recipient": ["PK"]}), "want": "none"},
	},
	"dprk-wmd-catch-all-2094": {
		"the day before": {"claim": other_items("2013-03-06"), "want": "none"},
		"first day": {"claim": other_items("2013-03-07"), "want": "breach_possible"},
		"last day": {"claim": other_items("2016-03-01"), "want": "breach_possible"},
		"the day after": {"claim": other_items("2016-03-02"), "want": "none"},
		"listed items instead": {"claim": to_dprk(missile, "2014-01-01"), "want": "none"},
	},
	"dprk-satellite-launch-cooperation": {
		"the day before": {"claim": satellites({"provider": ["RU"], "recipient": ["KP"]}, "2016-03-01"), "want": "none"},
		"first day": {"claim": satellites({"provider": ["RU"], "recipient": ["KP"]}, "2016-03-02"), "want": "breach_indicated"},
		"either way": {"claim": satellites({"partner": ["KP", "RU"]}, "2023-12-13"), "want": "breach_indicated"},
		"between others": {"claim": satellites({"provider": ["RU"], "recipient": ["KR"]}, "2023-12-13"), "want": "none"},
	},
	"dprk-designated-party-transfer": {
		"the day before": {"claim": identified(from_dprk({}, "2013-01-21")), "want": "none"},
		"first day": {"claim": identified(from_dprk({}, "2013-01-22")), "want": "breach_possible"},
		"a listed supplier": {"claim": identified(from_dprk({}, "2023-12-13")), "want": "breach_possible"},
		"said to be designated": {"claim": stating(to_dprk({}, "2023-12-13"), "designated"), "want": "breach_possible"},
		"no designated party": {"claim": from_dprk({}, "2023-12-13"), "want": "none"},
	},
}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}

test_without_a_direction_it_is_missing[activity] if {
	some activity, id in {"wmd_item_import": "dprk-wmd-items-import", "wmd_item_export": "dprk-wmd-items-export"}
	shared.missing(partners(activity), id) == ["direction"]
}

test_items_not_named_lack_their_listing if {
	shared.missing(from_dprk({}, "2023-12-13"), "dprk-wmd-items-export") == ["listed_item"]
}

test_within_the_dprk_is_said[activity] if {
	some activity, roles in {
		"wmd_item_export": ["supplier", "recipient"],
		"wmd_item_import": ["supplier", "recipient"],
		"wmd_assistance": ["provider", "recipient"],
	}
	shared.judge(between(activity, {role: ["KP"] | some role in roles})) == "within_target"
}

test_1695_does_not_bind[id] if {
	some id, c in {
		"dprk-missile-supply-1695": to_dprk(missile, "2006-08-01"),
		"dprk-missile-procurement-1695": from_dprk(missile, "2006-08-01"),
	}
	shared.judge(c) == {id: "breach_possible low"}
	"the paragraph calls upon States; it does not bind" in shared.effects(c, id)
}

test_other_items_lack_contribution_and_determination if {
	shared.missing(other_items("2023-12-13"), "dprk-wmd-catch-all") == ["contributes_to_programmes", "state_determination"]
}

test_a_plan_to_launch_satellites_together if {
	c := object.union(satellites({"partner": ["KP", "RU"]}, "2023-09-13"), {"status": "planned", "stage": "considered"})
	shared.judge(c) == {"dprk-satellite-launch-cooperation": "watch high"}
}
