package article41.categories.arms_test

import data.article41_test as shared

from_dprk(fields) := shared.claim("arms_export", {"supplier": ["KP"], "recipient": ["RU"]}, fields)

to_dprk(fields) := shared.claim("arms_import", {"supplier": ["RU"], "recipient": ["KP"]}, fields)

trade(fields) := shared.claim("arms_trade", {"partner": ["KP", "RU"]}, fields)

service(fields) := shared.claim("arms_service", {"provider": ["RU"], "recipient": ["KP"]}, fields)

small := {"small_arms": true}

test_seed_article_evidence_of_arms_trade if {
	c := trade({"status": "alleged", "said_by": "unnamed_official"})
	shared.judge(c) == {"dprk-arms-trade": "breach_indicated critical"}
	"the direction is not stated; arms are banned both from the DPRK and to it, whichever way they went" in shared.conditions(c, "dprk-arms-trade")
}

test_arms_from_the_dprk_by_date[name] if {
	some name, tc in {
		"before": {"day": "2006-10-13", "goods": {}, "want": "not_in_force"},
		"goods not stated": {"day": "2006-10-14", "goods": {}, "want": {"dprk-arms-export": "breach_possible high"}},
		"arms of any kind": {"day": "2009-06-11", "goods": {"arms": true}, "want": {"dprk-arms-export": "breach_possible high"}},
		"missiles": {"day": "2006-10-14", "goods": {"missiles": true}, "want": {"dprk-arms-export": "breach_indicated critical"}},
		"missiles and rifles": {"day": "2006-10-14", "goods": {"missiles": true, "small_arms": true}, "want": {"dprk-arms-export": "breach_indicated critical"}},
		"rifles": {"day": "2009-06-11", "goods": small, "want": "not_in_force"},
		"rifles, all arms": {"day": "2009-06-12", "goods": small, "want": {"dprk-arms-export": "breach_indicated critical"}},
		"all arms": {"day": "2009-06-12", "goods": {}, "want": {"dprk-arms-export": "breach_indicated critical"}},
	}
	shared.judge(from_dprk({"date": shared.on(tc.day), "goods": tc.goods})) == tc.want
}

test_heavy_weapons_not_named_is_a_missing_fact if {
	shared.missing(from_dprk({"date": shared.on("2008-01-01")}), "dprk-arms-export") == ["goods"]
}

test_rifles_across_the_first_extension if {
	c := from_dprk({"date": {"from": "2009-01-01", "to": "2009-12-31"}, "goods": small})
	shared.missing(c, "dprk-arms-export") == ["event_date"]
}

test_arms_to_the_dprk_by_date[name] if {
	some name, tc in {
		"rifles before 2009": {"day": "2008-01-01", "goods": small, "want": "not_in_force"},
		"rifles against notice": {"day": "2009-06-12", "goods": small, "want": {"dprk-small-arms-notification": "breach_possible medium"}},
		"last day of notice": {"day": "2016-03-01", "goods": small, "want": {"dprk-small-arms-notification": "breach_possible medium"}},
		"rifles banned": {"day": "2016-03-02", "goods": small, "want": {"dprk-arms-import": "breach_indicated critical"}},
		"tanks before 2009": {"day": "2008-01-01", "goods": {"military_vehicles": true}, "want": {"dprk-arms-import": "breach_indicated critical"}},
		"tanks": {"day": "2010-01-01", "goods": {"military_vehicles": true}, "want": {"dprk-arms-import": "breach_indicated critical"}},
		"tanks and rifles": {
			"day": "2010-01-01",
			"goods": {"military_vehicles": true, "small_arms": true},
			"want": {"dprk-arms-import": "breach_indicated critical", "dprk-small-arms-notification": "breach_possible medium"},
		},
		"arms of any kind": {"day": "2010-01-01", "goods": {"arms": true}, "want": {"dprk-arms-import": "breach_possible high", "dprk-small-arms-notification": "breach_possible medium"}},
		"not stated": {
			"day": "2010-01-01",
			"goods": {},
			"want": {"dprk-arms-import": "breach_possible high", "dprk-small-arms-notification": "breach_possible medium"},
		},
		"today": {"day": "2023-12-13", "goods": {}, "want": {"dprk-arms-import": "breach_indicated critical"}},
	}
	shared.judge(to_dprk({"date": shared.on(tc.day), "goods": tc.goods})) == tc.want
}

test_goods_not_stated_under_notice if {
	c := to_dprk({"date": shared.on("2010-01-01")})
	shared.missing(c, "dprk-arms-import") == ["goods"]
	shared.missing(c, "dprk-small-arms-notification") == ["goods", "notified_committee"]
}

test_rifles_to_the_dprk_across_the_end_of_notice if {
	c := to_dprk({"date": {"from": "2016-01-01", "to": "2016-12-31"}, "goods": small})
	shared.missing(c, "dprk-arms-import") == ["event_date"]
}

test_notice_given if {
	c := to_dprk({"date": shared.on("2010-01-01"), "goods": small, "facts": {"notified_committee": ""}})
	shared.judge(c) == {"dprk-small-arms-notification": "exempt_if_verified low"}
}

test_trade_in_rifles_without_a_direction[name] if {
	some name, tc in {
		"under notice": {"date": shared.on("2010-01-01"), "want": {"dprk-arms-trade": "breach_possible high"}},
		"banned": {"date": shared.on("2016-03-02"), "want": {"dprk-arms-trade": "breach_indicated critical"}},
		"before": {"date": shared.on("2008-01-01"), "want": "not_in_force"},
	}
	shared.judge(trade({"date": tc.date, "goods": small})) == tc.want
}

test_trade_in_rifles_lacks_its_direction if {
	shared.missing(trade({"date": shared.on("2010-01-01"), "goods": small}), "dprk-arms-trade") == ["direction"]
}

test_services[name] if {
	some name, tc in {
		"know-how to the DPRK": {"claim": service({}), "want": {"dprk-arms-services": "breach_indicated critical"}},
		"on rifles before 2009": {"claim": service({"date": shared.on("2008-01-01"), "goods": small}), "want": "not_in_force"},
		"on rifles, to the DPRK under the exception": {"claim": service({"date": shared.on("2010-01-01"), "goods": small}), "want": "not_in_force"},
		"on rifles, to the DPRK after it": {"claim": service({"goods": small}), "want": {"dprk-arms-services": "breach_indicated critical"}},
		"on arms not named, to the DPRK under the exception": {"claim": service({"date": shared.on("2010-01-01")}), "want": {"dprk-arms-services": "breach_possible high"}},
		"on rifles, by the DPRK": {
			"claim": shared.claim("arms_service", {"provider": ["KP"], "recipient": ["UG"]}, {"date": shared.on("2010-01-01"), "goods": small}),
			"want": {"dprk-arms-services": "breach_indicated critical"},
		},
		"on rifles before 2009, by the DPRK": {
			"claim": shared.claim("arms_service", {"provider": ["KP"], "recipient": ["UG"]}, {"date": shared.on("2008-01-01"), "goods": small}),
			"want": "not_in_force",
		},
		"denied": {"claim": service({"status": "denied"}), "want": {"dprk-arms-services": "counterclaim info"}},
		"repair": {
			"claim": shared.claim("arms_repair", {"provider": ["KP"], "recipient": ["SY"]}, {}),
			"want": {"dprk-arms-repair": "breach_indicated critical", "dprk-arms-services": "breach_indicated critical"},
		},
		"brokering": {
			"claim": shared.claim("arms_brokering", {"provider": ["CN"], "supplier": ["KP"]}, {}),
			"want": {"dprk-arms-brokering": "breach_indicated critical"},
		},
	}
	shared.judge(tc.claim) == tc.want
}

test_listed_items_are_never_more_than_possible if {
	c := shared.claim("dual_use_transfer", {"supplier": ["CN"], "recipient": ["KP"]}, {})
	shared.judge(c) == {"dprk-conventional-dual-use": "breach_possible high"}
	shared.missing(c, "dprk-conventional-dual-use") == ["item on the list"]
}

test_the_catch_all_names_its_determination if {
	c := shared.claim("military_supply", {"supplier": ["CN"], "recipient": ["KP"]}, {})
	shared.judge(c) == {"dprk-armed-forces-catch-all": "breach_possible high"}
	shared.missing(c, "dprk-armed-forces-catch-all") == ["determination that the item helps armed forces"]
}

# One table for each measure: what it flags, what lies just beside it, and the days around its own.
arms(activity, parties, goods, day) := shared.claim(activity, parties, {"goods": goods, "date": shared.on(day)})

cases := object.union(dprk_cases, listed_cases)

dprk_cases := {
	"dprk-arms-export": {
		"shells for Russia": {"claim": arms("arms_export", {"supplier": ["KP"], "recipient": ["RU"]}, {"ammunition": true}, "2023-12-13"), "want": "breach_indicated"},
		"the DPRK is one side": {"claim": arms("arms_export", {"partner": ["KP", "RU"]}, {}, "2023-12-13"), "want": "breach_indicated"},
		"the DPRK receives": {"claim": arms("arms_export", {"supplier": ["RU"], "recipient": ["KP"]}, {}, "2023-12-13"), "want": "none"},
		"others trade": {"claim": arms("arms_export", {"supplier": ["US"], "recipient": ["PL"]}, {}, "2023-12-13"), "want": "none"},
		"rifles before all arms were banned": {"claim": arms("arms_export", {"supplier": ["KP"], "recipient": ["RU"]}, small, "2009-06-11"), "want": "none"},
		"rifles on the day of the extension": {"claim": arms("arms_export", {"supplier": ["KP"], "recipient": ["RU"]}, small, "2009-06-12"), "want": "breach_indicated"},
		"the day before": {"claim": arms("arms_export", {"supplier": ["KP"], "recipient": ["RU"]}, {"missiles": true}, "2006-10-13"), "want": "none"},
		"first day": {"claim": arms("arms_export", {"supplier": ["KP"], "recipient": ["RU"]}, {"missiles": true}, "2006-10-14"), "want": "breach_indicated"},
	},
	"dprk-arms-import": {
		"drones for the DPRK": {"claim": arms("arms_import", {"supplier": ["RU"], "recipient": ["KP"]}, {"drones": true}, "2023-12-13"), "want": "breach_indicated"},
		"the DPRK supplies": {"claim": arms("arms_import", {"supplier": ["KP"], "recipient": ["RU"]}, {}, "2023-12-13"), "want": "none"},
		"others trade": {"claim": arms("arms_import", {"supplier": ["US"], "recipient": ["PL"]}, {}, "2023-12-13"), "want": "none"},
		"rifles under notice, last day": {"claim": arms("arms_import", {"supplier": ["RU"], "recipient": ["KP"]}, small, "2016-03-01"), "want": "none"},
		"rifles the day after": {"claim": arms("arms_import", {"supplier": ["RU"], "recipient": ["KP"]}, small, "2016-03-02"), "want": "breach_indicated"},
		"the day before": {"claim": arms("arms_import", {"supplier": ["RU"], "recipient": ["KP"]}, {"artillery": true}, "2006-10-13"), "want": "none"},
		"first day": {"claim": arms("arms_import", {"supplier": ["RU"], "recipient": ["KP"]}, {"artillery": true}, "2006-10-14"), "want": "breach_indicated"},
	},
	"dprk-arms-trade": {
		"arms trade with Russia": {"claim": arms("arms_trade", {"partner": ["KP", "RU"]}, {}, "2023-12-13"), "want": "breach_indicated"},
		"goods not stated before all arms were banned": {"claim": arms("arms_trade", {"partner": ["KP", "RU"]}, {}, "2009-06-11"), "want": "breach_possible"},
		"rifles before all arms were banned": {"claim": arms("arms_trade", {"partner": ["KP", "RU"]}, small, "2009-06-11"), "want": "none"},
		"others trade": {"claim": arms("arms_trade", {"partner": ["RU", "IR"]}, {}, "2023-12-13"), "want": "none"},
		"it is denied": {"claim": trade({"status": "denied"}), "want": "counterclaim"},
		"the day before": {"claim": arms("arms_trade", {"partner": ["KP", "RU"]}, {"missiles": true}, "2006-10-13"), "want": "none"},
		"first day": {"claim": arms("arms_trade", {"partner": ["KP", "RU"]}, {"missiles": true}, "2006-10-14"), "want": "breach_indicated"},
	},
	"dprk-arms-services": {
		"know-how from Russia": {"claim": arms("arms_service", {"provider": ["RU"], "recipient": ["KP"]}, {}, "2023-12-13"), "want": "breach_indicated"},
		"advisers in Syria": {"claim": arms("arms_service", {"provider": ["KP"], "recipient": ["SY"]}, {}, "2023-12-13"), "want": "breach_indicated"},
		"others help each other": {"claim": arms("arms_service", {"provider": ["RU"], "recipient": ["IR"]}, {}, "2023-12-13"), "want": "none"},
		"help on rifles for the DPRK under the exception": {"claim": arms("arms_service", {"provider": ["RU"], "recipient": ["KP"]}, small, "2010-01-01"), "want": "none"},
		"help on rifles before 2009": {"claim": arms("arms_service", {"provider": ["KP"], "recipient": ["SY"]}, small, "2008-01-01"), "want": "none"},
		"the day before": {"claim": arms("arms_service", {"provider": ["KP"], "recipient": ["SY"]}, {"missiles": true}, "2006-10-13"), "want": "none"},
		"first day": {"claim": arms("arms_service", {"provider": ["KP"], "recipient": ["SY"]}, {"missiles": true}, "2006-10-14"), "want": "breach_indicated"},
	},
	"dprk-arms-repair": {
		"tanks refurbished in Syria": {"claim": arms("arms_repair", {"provider": ["KP"], "recipient": ["SY"]}, {}, "2023-12-13"), "want": "breach_indicated"},
		"a plain service": {"claim": arms("arms_service", {"provider": ["KP"], "recipient": ["SY"]}, {}, "2023-12-13"), "want": "none"},
		"others repair": {"claim": arms("arms_repair", {"provider": ["RU"], "recipient": ["IR"]}, {}, "2023-12-13"), "want": "none"},
		"the day before": {"claim": arms("arms_repair", {"provider": ["KP"], "recipient": ["SY"]}, {}, "2016-03-01"), "want": "none"},
		"first day": {"claim": arms("arms_repair", {"provider": ["KP"], "recipient": ["SY"]}, {}, "2016-03-02"), "want": "breach_indicated"},
	},
	"dprk-arms-brokering": {
		"a Chinese broker for arms of the DPRK": {"claim": arms("arms_brokering", {"provider": ["CN"], "supplier": ["KP"]}, {}, "2023-12-13"), "want": "breach_indicated"},
		"a broker for others": {"claim": arms("arms_brokering", {"provider": ["CN"], "supplier": ["RU"]}, {}, "2023-12-13"), "want": "none"},
		"arms trade without a broker": {"claim": arms("arms_trade", {"partner": ["KP", "RU"]}, {}, "2023-12-13"), "want": "none"},
		"the day before": {"claim": arms("arms_brokering", {"provider": ["CN"], "supplier": ["KP"]}, {}, "2013-03-06"), "want": "none"},
		"first day": {"claim": arms("arms_brokering", {"provider": ["CN"], "supplier": ["KP"]}, {}, "2013-03-07"), "want": "breach_indicated"},
	},
	"dprk-small-arms-notification": {
		"rifles for the DPRK": {"claim": arms("arms_import", {"supplier": ["RU"], "recipient": ["KP"]}, small, "2012-01-01"), "want": "breach_possible"},
		"notice was given": {"claim": to_dprk({"date": shared.on("2012-01-01"), "goods": small, "facts": {"notified_committee": ""}}), "want": "exempt_if_verified"},
		"tanks": {"claim": arms("arms_import", {"supplier": ["RU"], "recipient": ["KP"]}, {"military_vehicles": true}, "2012-01-01"), "want": "none"},
		"rifles from the DPRK": {"claim": arms("arms_import", {"supplier": ["KP"], "recipient": ["RU"]}, small, "2012-01-01"), "want": "none"},
		"the day before": {"claim": arms("arms_import", {"supplier": ["RU"], "recipient": ["KP"]}, small, "2009-06-11"), "want": "none"},
		"first day": {"claim": arms("arms_import", {"supplier": ["RU"], "recipient": ["KP"]}, small, "2009-06-12"), "want": "breach_possible"},
		"last day": {"claim": arms("arms_import", {"supplier": ["RU"], "recipient": ["KP"]}, small, "2016-03-01"), "want": "breach_possible"},
		"the day after": {"claim": arms("arms_import", {"supplier": ["RU"], "recipient": ["KP"]}, small, "2016-03-02"), "want": "none"},
	},
	"dprk-conventional-dual-use": {
		"an item that may be listed": {"claim": arms("dual_use_transfer", {"supplier": ["CN"], "recipient": ["KP"]}, {}, "2023-12-13"), "want": "breach_possible"},
		"between others": {"claim": arms("dual_use_transfer", {"supplier": ["CN"], "recipient": ["RU"]}, {}, "2023-12-13"), "want": "none"},
		"other supplies for forces": {"claim": arms("military_supply", {"supplier": ["CN"], "recipient": ["KP"]}, {}, "2023-12-13"), "want": "none"},
		"the day before": {"claim": arms("dual_use_transfer", {"supplier": ["CN"], "recipient": ["KP"]}, {}, "2016-11-29"), "want": "none"},
		"first day": {"claim": arms("dual_use_transfer", {"supplier": ["CN"], "recipient": ["KP"]}, {}, "2016-11-30"), "want": "breach_possible"},
	},
	"dprk-armed-forces-catch-all": {
		"lorries for the army": {"claim": arms("military_supply", {"supplier": ["CN"], "recipient": ["KP"]}, {}, "2023-12-13"), "want": "breach_possible"},
		"between others": {"claim": arms("military_supply", {"supplier": ["CN"], "recipient": ["RU"]}, {}, "2023-12-13"), "want": "none"},
		"the Committee was notified": {"claim": shared.claim("military_supply", {"supplier": ["CN"], "recipient": ["KP"]}, {"facts": {"notified_committee": ""}}), "want": "exempt_if_verified"},
		"the day before": {"claim": arms("military_supply", {"supplier": ["CN"], "recipient": ["KP"]}, {}, "2016-03-01"), "want": "none"},
		"first day": {"claim": arms("military_supply", {"supplier": ["CN"], "recipient": ["KP"]}, {}, "2016-03-02"), "want": "breach_possible"},
	},
}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}
