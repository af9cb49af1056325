package article41.categories.finance_test

import data.article41_test as shared

service(fields) := shared.claim("financial_service", {"provider": ["CN"], "recipient": ["KP"]}, fields)

branch(day) := shared.claim("bank_presence", {"operator": ["KP"], "host": ["RU"]}, {"date": shared.on(day)})

relation(fields) := shared.claim("bank_relationship", {"operator": ["KP"], "partner": ["CN"]}, fields)

in_dprk(operators, day) := shared.claim("foreign_bank_in_target", {"operator": operators, "host": ["KP"]}, {"date": shared.on(day)})

support(fields) := shared.claim("trade_support", {"provider": ["CN"], "recipient": ["KP"]}, fields)

grant(fields) := shared.claim("grant_or_loan", {"provider": ["RU"], "recipient": ["KP"]}, fields)

payment(day) := shared.claim("claim_payment", {"provider": ["SG"], "recipient": ["KP"]}, {"date": shared.on(day)})

moved(activity, day) := shared.claim(activity, {"carrier": ["KP"], "recipient": ["CN"]}, {"date": shared.on(day)})

elsewhere(activity, fields) := shared.claim(activity, {"provider": ["CN"], "recipient": ["RU"]}, fields)

day(d) := {"date": shared.on(d)}

contributes := {"facts": {"contributes_to_programmes": ""}}

cases := {
	"dprk-proliferation-financial-services": {
		"a Chinese bank clears a payment": {"claim": service({}), "want": "breach_possible"},
		"the text says that it serves the programmes": {"claim": service(contributes), "want": "breach_possible"},
		"stolen assets are laundered through a mixer": {"claim": shared.claim("financial_service", {"provider": [""], "recipient": ["KP"]}, {}), "want": "breach_possible"},
		"on the first day": {"claim": service(day("2013-03-07")), "want": "breach_possible"},
		"the day before": {"claim": service(day("2013-03-06")), "want": "none"},
		"planned": {"claim": service({"status": "planned"}), "want": "watch"},
		"the theft itself": {"claim": shared.claim("cyber_theft", {"actor": ["KP"]}, {}), "want": "none"},
		"between others": {"claim": elsewhere("financial_service", {}), "want": "none"},
	},
	"dprk-proliferation-financial-services-1874": {
		"on the first day": {"claim": service(day("2009-06-12")), "want": "breach_possible"},
		"the day before": {"claim": service(day("2009-06-11")), "want": "none"},
		"on the last day": {"claim": service(day("2013-03-06")), "want": "breach_possible"},
		"the day after": {"claim": service(day("2013-03-07")), "want": "none"},
		"between others": {"claim": elsewhere("financial_service", day("2010-01-01")), "want": "none"},
	},
	"dprk-bulk-cash": {
		"couriers carry it to China": {"claim": moved("bulk_cash", "2023-12-13"), "want": "breach_possible"},
		"on the first day": {"claim": moved("bulk_cash", "2013-03-07"), "want": "breach_possible"},
		"the day before": {"claim": moved("bulk_cash", "2013-03-06"), "want": "none"},
		"a bank payment": {"claim": service({}), "want": "none"},
		"between others": {"claim": elsewhere("bulk_cash", {}), "want": "none"},
	},
	"dprk-gold-transfers": {
		"couriers carry it to China": {"claim": moved("gold_transfer", "2023-12-13"), "want": "breach_possible"},
		"on the first day": {"claim": moved("gold_transfer", "2016-03-02"), "want": "breach_possible"},
		"the day before": {"claim": moved("gold_transfer", "2016-03-01"), "want": "none"},
		"between others": {"claim": elsewhere("gold_transfer", {}), "want": "none"},
	},
	"dprk-bank-branches-abroad": {
		"in Russia": {"claim": branch("2023-12-13"), "want": "breach_indicated"},
		"on the first day": {"claim": branch("2016-03-02"), "want": "breach_possible"},
		"the day before": {"claim": branch("2016-03-01"), "want": "none"},
		"on the last day of closing": {"claim": branch("2016-05-31"), "want": "breach_possible"},
		"the day after": {"claim": branch("2016-06-01"), "want": "breach_indicated"},
		"host not named": {"claim": shared.claim("bank_presence", {"operator": ["KP"]}, {}), "want": "breach_possible"},
		"at home": {"claim": shared.claim("bank_presence", {"operator": ["KP"], "host": ["KP"]}, {}), "want": "none"},
		"a Chinese bank in Russia": {"claim": shared.claim("bank_presence", {"operator": ["CN"], "host": ["RU"]}, {}), "want": "none"},
	},
	"dprk-bank-correspondent-ownership": {
		"with a Chinese bank": {"claim": relation({}), "want": "breach_indicated"},
		"on the first day": {"claim": relation(day("2016-03-02")), "want": "breach_possible"},
		"the day before": {"claim": relation(day("2016-03-01")), "want": "none"},
		"on the last day of ending it": {"claim": relation(day("2016-05-31")), "want": "breach_possible"},
		"the day after": {"claim": relation(day("2016-06-01")), "want": "breach_indicated"},
		"approved, before the general clause": {"claim": relation({"date": shared.on("2016-07-01"), "facts": {"committee_approval": ""}}), "want": "exempt_if_verified"},
		"humanitarian use spares no account": {"claim": relation({"facts": {"humanitarian_use": ""}}), "want": "breach_indicated"},
		"other side not named": {"claim": shared.claim("bank_relationship", {"operator": ["KP"]}, {}), "want": "breach_possible"},
		"between others": {"claim": shared.claim("bank_relationship", {"operator": ["RU"], "partner": ["CN"]}, {}), "want": "none"},
	},
	"dprk-foreign-banks-opening-in-dprk": {
		"a Russian bank": {"claim": in_dprk(["RU"], "2023-12-13"), "want": "breach_possible"},
		"on the first day": {"claim": in_dprk(["RU"], "2016-03-02"), "want": "breach_possible"},
		"the day before": {"claim": in_dprk(["RU"], "2016-03-01"), "want": "none"},
		"the DPRK's own": {"claim": in_dprk(["KP"], "2023-12-13"), "want": "none"},
		"a Russian bank in China": {"claim": shared.claim("foreign_bank_in_target", {"operator": ["RU"], "host": ["CN"]}, {}), "want": "none"},
	},
	"dprk-close-bank-offices-in-dprk": {
		"a Russian bank": {"claim": in_dprk(["RU"], "2023-12-13"), "want": "breach_indicated"},
		"on the first day": {"claim": in_dprk(["RU"], "2016-11-30"), "want": "breach_possible"},
		"the day before": {"claim": in_dprk(["RU"], "2016-11-29"), "want": "none"},
		"on the last day of closing": {"claim": in_dprk(["RU"], "2017-02-28"), "want": "breach_possible"},
		"the day after": {"claim": in_dprk(["RU"], "2017-03-01"), "want": "breach_indicated"},
		"not said whose": {"claim": in_dprk([], "2023-12-13"), "want": "breach_possible"},
		"shared with the DPRK": {"claim": in_dprk(["KP", "RU"], "2023-12-13"), "want": "breach_indicated"},
		"the DPRK's own": {"claim": in_dprk(["KP"], "2023-12-13"), "want": "none"},
	},
	"dprk-financial-support-for-trade": {
		"a Chinese credit": {"claim": support({}), "want": "breach_indicated"},
		"on the first day": {"claim": support(day("2016-11-30")), "want": "breach_indicated"},
		"the day before": {"claim": support(day("2016-11-29")), "want": "none"},
		"approved": {"claim": support({"facts": {"committee_approval": ""}}), "want": "exempt_if_verified"},
		"by the DPRK": {"claim": shared.claim("trade_support", {"provider": ["KP"], "recipient": ["CN"]}, {}), "want": "breach_possible"},
		"denied": {"claim": support({"status": "denied"}), "want": "counterclaim"},
		"for trade between others": {"claim": elsewhere("trade_support", {}), "want": "none"},
	},
	"dprk-financial-support-for-trade-2270": {
		"on the first day": {"claim": support(day("2016-03-02")), "want": "breach_possible"},
		"the day before": {"claim": support(day("2016-03-01")), "want": "none"},
		"on the last day": {"claim": support(day("2016-11-29")), "want": "breach_possible"},
		"the day after": {"claim": support(day("2016-11-30")), "want": "none"},
		"it contributes": {"claim": support(object.union(contributes, day("2016-11-29"))), "want": "breach_possible"},
		"for trade between others": {"claim": elsewhere("trade_support", day("2016-06-01")), "want": "none"},
	},
	"dprk-financial-support-for-trade-2094": {
		"on the first day": {"claim": support(day("2013-03-07")), "want": "breach_possible"},
		"the day before": {"claim": support(day("2013-03-06")), "want": "none"},
		"on the last day": {"claim": support(day("2016-03-01")), "want": "breach_possible"},
		"the day after": {"claim": support(day("2016-03-02")), "want": "none"},
		"for trade between others": {"claim": elsewhere("trade_support", day("2014-06-01")), "want": "none"},
	},
	"dprk-financial-support-for-trade-1874": {
		"on the first day": {"claim": support(day("2009-06-12")), "want": "breach_possible"},
		"the day before": {"claim": support(day("2009-06-11")), "want": "none"},
		"on the last day": {"claim": support(day("2013-03-06")), "want": "breach_possible"},
		"the day after": {"claim": support(day("2013-03-07")), "want": "none"},
		"for trade between others": {"claim": elsewhere("trade_support", day("2010-06-01")), "want": "none"},
	},
	"dprk-grants-and-concessional-loans": {
		"a Russian loan": {"claim": grant({}), "want": "breach_possible"},
		"on the first day": {"claim": grant(day("2009-06-12")), "want": "breach_possible"},
		"the day before": {"claim": grant(day("2009-06-11")), "want": "none"},
		"for humanitarian needs": {"claim": grant({"facts": {"humanitarian_use": ""}}), "want": "exempt_if_verified"},
		"for livelihood": {"claim": grant({"facts": {"livelihood": ""}}), "want": "exempt_if_verified"},
		"from the DPRK": {"claim": shared.claim("grant_or_loan", {"provider": ["KP"], "recipient": ["SY"]}, {}), "want": "none"},
	},
	"dprk-vigilance-dprk-banks": {
		"an account": {"claim": relation({}), "want": "breach_possible"},
		"a payment": {"claim": service({}), "want": "breach_possible"},
		"on the first day": {"claim": relation(day("2013-01-22")), "want": "breach_possible"},
		"the day before": {"claim": relation(day("2013-01-21")), "want": "none"},
		"cash": {"claim": moved("bulk_cash", "2023-12-13"), "want": "none"},
	},
	"dprk-no-claims": {
		"a claim is paid": {"claim": payment("2023-12-13"), "want": "breach_possible"},
		"on the first day": {"claim": payment("2013-01-22"), "want": "breach_possible"},
		"the day before": {"claim": payment("2013-01-21"), "want": "none"},
		"the DPRK pays": {"claim": shared.claim("claim_payment", {"provider": ["KP"], "recipient": ["SG"]}, {}), "want": "none"},
	},
}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}

test_missing_facts[name] if {
	some name, tc in {
		"contribution": {"claim": service({}), "id": "dprk-proliferation-financial-services", "want": ["contributes_to_programmes"]},
		"stated, and conditional all the same": {"claim": service(contributes), "id": "dprk-proliferation-financial-services", "want": []},
		"workers send money home": {
			"claim": shared.claim("financial_service", {"provider": ["KP"], "recipient": ["KP"]}, {}),
			"id": "dprk-proliferation-financial-services",
			"want": ["other State", "contributes_to_programmes"],
		},
		"new or existing": {"claim": relation(day("2016-04-01")), "id": "dprk-bank-correspondent-ownership", "want": ["new or existing"]},
		"across the closing date": {
			"claim": relation({"date": {"from": "2016-05-01", "to": "2016-06-30"}}),
			"id": "dprk-bank-correspondent-ownership",
			"want": ["event_date"],
		},
		"no host": {"claim": shared.claim("bank_presence", {"operator": ["KP"]}, {}), "id": "dprk-bank-branches-abroad", "want": ["host"]},
		"opening": {"claim": in_dprk(["RU"], "2023-12-13"), "id": "dprk-foreign-banks-opening-in-dprk", "want": ["date of opening"]},
		"whose bank": {"claim": in_dprk([], "2023-12-13"), "id": "dprk-close-bank-offices-in-dprk", "want": ["operator"]},
		"public support": {
			"claim": support(day("2014-01-01")),
			"id": "dprk-financial-support-for-trade-2094",
			"want": ["public or private support", "contributes_to_programmes"],
		},
		"supporter": {
			"claim": shared.claim("trade_support", {"recipient": ["KP"]}, {}),
			"id": "dprk-financial-support-for-trade",
			"want": ["provider"],
		},
		"a payment between others than banks": {
			"claim": service({}),
			"id": "dprk-vigilance-dprk-banks",
			"want": ["financial institution of the DPRK"],
		},
	}
	shared.missing(tc.claim, tc.id) == tc.want
}

test_the_dprks_own_bank_is_within_the_target if {
	shared.judge(in_dprk(["KP"], "2023-12-13")) == "within_target"
	shared.judge(shared.claim("bank_presence", {"operator": ["KP"], "host": ["KP"]}, {})) == "within_target"
}

test_theft_is_not_prohibited_as_such if {
	shared.judge(shared.claim("cyber_theft", {"actor": ["KP"]}, {})) == "not_prohibited"
}

test_a_call_is_said_not_to_bind[name] if {
	some name, c in {
		"dprk-proliferation-financial-services-1874": service(day("2010-01-01")),
		"dprk-financial-support-for-trade-1874": support(day("2010-01-01")),
		"dprk-grants-and-concessional-loans": grant({}),
		"dprk-vigilance-dprk-banks": relation({}),
		"dprk-no-claims": payment("2023-12-13"),
	}
	"the paragraph calls upon States; it does not bind" in shared.effects(c, name)
}
