package article41.categories.aviation_test

import data.article41_test as shared

flight(parties, day) := shared.claim("overflight", parties, {"date": shared.on(day)})

charter(parties, day) := shared.claim("aircraft_charter", parties, {"date": shared.on(day)})

with_facts(c, facts) := object.union(c, {"facts": {fact: "" | some fact in facts}})

abroad := {"operator": ["KP"], "host": ["CN"]}

to_dprk := {"provider": ["CN"], "recipient": ["KP"]}

from_dprk := {"provider": ["KP"], "recipient": ["CN"]}

among_dprk := {"provider": ["KP"], "recipient": ["KP"]}

cases := {
	"dprk-aircraft-overflight-landing": {
		"the day before": {"claim": flight(abroad, "2016-03-01"), "want": "none"},
		"the first day": {"claim": flight(abroad, "2016-03-02"), "want": "breach_possible"},
		"grounds stated": {"claim": with_facts(flight(abroad, "2023-12-13"), ["reasonable_grounds"]), "want": "breach_possible"},
		"to the DPRK": {"claim": flight({"operator": ["RU"], "host": ["KP"]}, "2023-12-13"), "want": "breach_possible"},
		"at home": {"claim": flight({"operator": ["KP"], "host": ["KP"]}, "2023-12-13"), "want": "none"},
		"aircraft of others elsewhere": {"claim": flight({"operator": ["RU"], "host": ["CN"]}, "2023-12-13"), "want": "none"},
	},
	"dprk-aircraft-charter-crew": {
		"the day before": {"claim": charter(to_dprk, "2016-03-01"), "want": "none"},
		"the first day": {"claim": charter(to_dprk, "2016-03-02"), "want": "breach_indicated"},
		"provider not named": {"claim": charter({"recipient": ["KP"]}, "2018-01-01"), "want": "breach_possible"},
		"from the DPRK": {"claim": charter(from_dprk, "2018-01-01"), "want": "none"},
		"within the DPRK": {"claim": charter(among_dprk, "2018-01-01"), "want": "none"},
		"notified while notice was enough": {"claim": with_facts(charter(to_dprk, "2016-11-29"), ["notified_committee"]), "want": "exempt_if_verified"},
		"livelihood while that was spared": {"claim": with_facts(charter(to_dprk, "2016-11-29"), ["livelihood"]), "want": "exempt_if_verified"},
		"notified later": {"claim": with_facts(charter(to_dprk, "2016-11-30"), ["notified_committee"]), "want": "breach_indicated"},
		"approved": {"claim": with_facts(charter(to_dprk, "2016-11-30"), ["committee_approval"]), "want": "exempt_if_verified"},
	},
	"dprk-aircraft-crew-procurement": {
		"the day before": {"claim": charter(from_dprk, "2016-11-29"), "want": "none"},
		"the first day": {"claim": charter(from_dprk, "2016-11-30"), "want": "breach_possible"},
		"to the DPRK": {"claim": charter(to_dprk, "2018-01-01"), "want": "none"},
		"within the DPRK": {"claim": charter(among_dprk, "2018-01-01"), "want": "none"},
	},
}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}

test_what_the_text_lacks[name] if {
	some name, tc in {
		"a flight abroad": {"claim": flight(abroad, "2023-12-13"), "id": "dprk-aircraft-overflight-landing", "want": ["reasonable_grounds"]},
		"a flight to the DPRK": {
			"claim": flight({"operator": ["RU"], "host": ["KP"]}, "2023-12-13"),
			"id": "dprk-aircraft-overflight-landing",
			"want": ["host", "reasonable_grounds"],
		},
		"a charter to the DPRK": {"claim": charter({"recipient": ["KP"]}, "2018-01-01"), "id": "dprk-aircraft-charter-crew", "want": ["provider"]},
		"a crew from the DPRK": {"claim": charter({"provider": ["KP"]}, "2018-01-01"), "id": "dprk-aircraft-crew-procurement", "want": ["recipient", "crew"]},
	}
	shared.missing(tc.claim, tc.id) == tc.want
}

test_within_the_dprk[name] if {
	some name, c in {
		"a flight": flight({"operator": ["KP"], "host": ["KP"]}, "2023-12-13"),
		"a charter": charter(among_dprk, "2018-01-01"),
	}
	shared.judge(c) == "within_target"
}
