package article41.categories.designated_party_test

import data.article41_test as shared

freeze := "dprk-asset-freeze-designated"

government := "dprk-asset-freeze-government-party"

office := "dprk-close-designated-offices"

travel := "dprk-travel-ban"

deal(fields) := shared.claim("deal_with_designated", {"provider": ["RU"], "recipient": ["KP"]}, object.union({"listed": {"recipient": shared.dprk}}, fields))

# Nothing identifies an entry of the list.
unlisted(fields) := shared.claim("deal_with_designated", {"provider": ["RU"], "recipient": ["KP"]}, fields)

assets(fields) := shared.claim("government_assets", {"provider": ["CN"], "owner": ["KP"]}, fields)

bureau(fields) := shared.claim("designated_office", {"owner": ["KP"], "host": ["SY"]}, object.union({"listed": {"owner": shared.dprk}}, fields))

trip(fields) := shared.claim("designated_travel", {"participant": ["KP"], "host": ["RU"]}, object.union({"listed": {"participant": shared.dprk}}, fields))

day(d) := {"date": shared.on(d)}

stated(fact) := {"facts": {fact: ""}}

on_a_day(fact, d) := {"facts": {fact: ""}, "date": shared.on(d)}

cases := object.union_n([dprk_cases, freeze_cases, travel_cases])

dprk_cases := {
	freeze: {
		"a Russian firm pays a listed one": {"claim": deal({}), "want": "breach_indicated"},
		"named as designated": {"claim": unlisted(stated("designated")), "want": "breach_indicated"},
		"not known to be listed": {"claim": unlisted({}), "want": "breach_possible"},
		"listed today, act before the last additions": {"claim": deal(day("2018-03-29")), "want": "breach_possible"},
		"listed today, act since then": {"claim": deal(day("2018-03-30")), "want": "breach_indicated"},
		"named as designated then": {"claim": deal(on_a_day("designated", "2016-06-01")), "want": "breach_indicated"},
		"it belongs to a listed party": {
			"claim": shared.claim("deal_with_designated", {"partner": ["CN"], "owner": ["KP"]}, {"listed": {"owner": shared.dprk}}),
			"want": "breach_indicated",
		},
		"no other State": {"claim": shared.claim("deal_with_designated", {"partner": ["KP"]}, {"listed": {"partner": shared.dprk}}), "want": "breach_possible"},
		"basic expenses": {"claim": deal(stated("basic_expenses")), "want": "exempt_if_verified"},
		"judicial lien": {"claim": deal(stated("judicial_lien")), "want": "exempt_if_verified"},
		"approved in 2010": {"claim": deal(on_a_day("committee_approval", "2010-01-01")), "want": "exempt_if_verified"},
		"humanitarian work before 2664": {"claim": deal(on_a_day("humanitarian_use", "2022-12-08")), "want": "breach_indicated"},
		"humanitarian work under 2664": {"claim": deal(on_a_day("humanitarian_use", "2022-12-09")), "want": "exempt_if_verified"},
		"for a mission in the DPRK": {"claim": deal(stated("diplomatic_purpose")), "want": "exempt_if_verified"},
		"for a mission in the DPRK before 1874": {"claim": deal(on_a_day("diplomatic_purpose", "2009-06-11")), "want": "breach_possible"},
		"planned": {"claim": deal({"status": "planned"}), "want": "watch"},
		"on the first day": {"claim": deal(day("2006-10-14")), "want": "breach_possible"},
		"the day before": {"claim": deal(day("2006-10-13")), "want": "none"},
		"a party of another State": {
			"claim": shared.claim("deal_with_designated", {"provider": ["RU"], "recipient": ["CN"]}, stated("designated")),
			"want": "none",
		},
	},
	government: {
		"an account in China": {"claim": assets({}), "want": "breach_possible"},
		"a State has determined it": {"claim": assets(stated("state_determination")), "want": "breach_possible"},
		"on the first day": {"claim": assets(day("2016-03-02")), "want": "breach_possible"},
		"the day before": {"claim": assets(day("2016-03-01")), "want": "none"},
		"of a mission": {"claim": assets(stated("diplomatic_purpose")), "want": "exempt_if_verified"},
		"approved": {"claim": assets(on_a_day("committee_approval", "2016-06-01")), "want": "exempt_if_verified"},
		"humanitarian work under 2664": {"claim": assets(on_a_day("humanitarian_use", "2022-12-09")), "want": "exempt_if_verified"},
		"of the Government of another State": {"claim": shared.claim("government_assets", {"provider": ["CN"], "owner": ["RU"]}, {}), "want": "none"},
	},
	office: {
		"of a listed entity in Syria": {"claim": bureau({}), "want": "breach_indicated"},
		"not known to be listed": {"claim": shared.claim("designated_office", {"owner": ["KP"], "host": ["SY"]}, {}), "want": "breach_possible"},
		"host not named": {"claim": shared.claim("designated_office", {"owner": ["KP"]}, {"listed": {"owner": shared.dprk}}), "want": "breach_possible"},
		"on the first day": {"claim": bureau(day("2016-03-02")), "want": "breach_possible"},
		"named as designated then": {"claim": bureau(on_a_day("designated", "2016-03-02")), "want": "breach_indicated"},
		"the day before": {"claim": bureau(day("2016-03-01")), "want": "none"},
		"humanitarian work opens no office": {"claim": bureau(stated("humanitarian_use")), "want": "breach_indicated"},
		"at home": {"claim": shared.claim("designated_office", {"owner": ["KP"], "host": ["KP"]}, {"listed": {"owner": shared.dprk}}), "want": "none"},
	},
	travel: {
		"a listed person enters Russia": {"claim": trip({}), "want": "breach_indicated"},
		"not known to be listed": {"claim": shared.claim("designated_travel", {"participant": ["KP"], "host": ["RU"]}, {}), "want": "breach_possible"},
		"named as designated": {"claim": shared.claim("designated_travel", {"participant": ["KP"], "host": ["RU"]}, stated("designated")), "want": "breach_indicated"},
		"an agent, as a State found": {
			"claim": shared.claim("designated_travel", {"participant": ["KP"], "host": ["RU"]}, on_a_day("state_determination", "2013-03-07")),
			"want": "breach_indicated",
		},
		"an agent before 2094": {
			"claim": shared.claim("designated_travel", {"participant": ["KP"], "host": ["RU"]}, on_a_day("state_determination", "2013-03-06")),
			"want": "breach_possible",
		},
		"host not named": {"claim": shared.claim("designated_travel", {"participant": ["KP"]}, {"listed": {"participant": shared.dprk}}), "want": "breach_possible"},
		"approved in 2010": {"claim": trip(on_a_day("committee_approval", "2010-01-01")), "want": "exempt_if_verified"},
		"a national of the host": {"claim": trip(stated("host_national")), "want": "exempt_if_verified"},
		"to the headquarters of the United Nations": {"claim": trip(stated("diplomatic_purpose")), "want": "exempt_if_verified"},
		"humanitarian work lifts no travel ban": {"claim": trip(stated("humanitarian_use")), "want": "breach_indicated"},
		"on the first day": {"claim": trip(day("2006-10-14")), "want": "breach_possible"},
		"the day before": {"claim": trip(day("2006-10-13")), "want": "none"},
		"at home": {"claim": shared.claim("designated_travel", {"participant": ["KP"], "host": ["KP"]}, {"listed": {"participant": shared.dprk}}), "want": "none"},
		"received by the DPRK": {"claim": shared.claim("designated_travel", {"participant": ["RU"], "host": ["KP"]}, {}), "want": "none"},
	},
}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}

test_missing_facts[name] if {
	some name, tc in {
		"designated": {"claim": unlisted({}), "id": freeze, "want": ["designated"]},
		"date of listing": {"claim": deal(day("2016-06-01")), "id": freeze, "want": ["date of listing"]},
		"other State": {
			"claim": shared.claim("deal_with_designated", {"partner": ["KP"]}, {"listed": {"partner": shared.dprk}}),
			"id": freeze,
			"want": ["other State"],
		},
		"determination": {"claim": assets({}), "id": government, "want": ["state_determination"]},
		"determination stated, and conditional all the same": {"claim": assets(stated("state_determination")), "id": government, "want": []},
		"host": {"claim": shared.claim("designated_office", {"owner": ["KP"]}, {"listed": {"owner": shared.dprk}}), "id": office, "want": ["host"]},
		"traveller": {"claim": shared.claim("designated_travel", {"participant": ["KP"], "host": ["RU"]}, {}), "id": travel, "want": ["designated"]},
	}
	shared.missing(tc.claim, tc.id) == tc.want
}

test_any_role_of_a_listed_party[role] if {
	some role in ["provider", "recipient", "partner", "owner"]
	c := shared.claim("deal_with_designated", {role: ["KP", "CN"]}, {"listed": {role: shared.dprk}})
	shared.verdict(c, freeze) == "breach_indicated"
}

test_at_home_is_within_the_target if {
	shared.judge(shared.claim("designated_travel", {"participant": ["KP"], "host": ["KP"]}, {})) == "within_target"
}
