package article41.categories.designated_party_test

import data.article41_test as shared

# Each travel ban, as the freezes.
bans := {
	"isil-al-qaida-travel-ban": {"regime": "isil-al-qaida", "before": "2002-01-15", "first": "2002-01-16", "day": "2023-12-13", "exempt": "committee_approval", "want": "breach_indicated"},
	"taliban-travel-ban": {"regime": "taliban", "before": "2011-06-16", "first": "2011-06-17", "day": "2023-12-13", "exempt": "committee_approval", "want": "breach_indicated"},
	"drc-travel-ban": {"regime": "drc", "before": "2008-03-30", "first": "2008-03-31", "day": "2023-12-13", "exempt": "committee_approval", "want": "breach_indicated"},
	"iran-travel-ban": {"regime": "iran", "before": "2025-09-27", "first": "2025-09-28", "day": "2025-12-01", "exempt": "committee_approval", "want": "breach_possible"},
	"iran-travel-ban-2008": {"regime": "iran", "before": "2008-03-02", "first": "2008-03-03", "day": "2012-01-10", "exempt": "committee_approval", "want": "breach_indicated"},
	"somalia-travel-ban": {"regime": "somalia", "before": "2008-11-19", "first": "2008-11-20", "day": "2023-12-13", "exempt": "committee_approval", "want": "breach_indicated"},
	"libya-travel-ban": {"regime": "libya", "before": "2011-02-25", "first": "2011-02-26", "day": "2023-12-13", "exempt": "committee_approval", "want": "breach_indicated"},
	"car-travel-ban": {"regime": "car", "before": "2014-01-27", "first": "2014-01-28", "day": "2023-12-13", "exempt": "committee_approval", "want": "breach_indicated"},
	"guinea-bissau-travel-ban": {"regime": "guinea-bissau", "before": "2012-05-17", "first": "2012-05-18", "day": "2023-12-13", "exempt": "committee_approval", "want": "breach_indicated"},
	"yemen-travel-ban": {"regime": "yemen", "before": "2014-02-25", "first": "2014-02-26", "day": "2023-12-13", "exempt": "committee_approval", "want": "breach_indicated"},
	"haiti-travel-ban": {"regime": "haiti", "before": "2022-10-20", "first": "2022-10-21", "day": "2023-12-13", "exempt": "committee_approval", "want": "breach_indicated"},
	"sudan-travel-ban": {"regime": "sudan", "before": "2005-03-28", "first": "2005-03-29", "day": "2023-12-13", "exempt": "committee_approval", "want": "breach_indicated"},
	"south-sudan-travel-ban": {"regime": "south-sudan", "before": "2015-03-02", "first": "2015-03-03", "day": "2023-12-13", "exempt": "committee_approval", "want": "breach_indicated"},
}

# A listed person of Tunisia comes to France.
trips(regime, words, listing, fields) := shared.claim(
	"designated_travel", {"participant": ["TN"], "host": ["FR"]},
	object.union(fields, {"listed": {"participant": shared.entry(regime, words, listing)}}),
)

comes(regime, listing, fields) := trips(regime, ["travel"], listing, fields)

goes_to(regime, host, d) := travels(regime, {"participant": ["TN"], "host": host}, d)

somewhere(regime, d) := travels(regime, {"participant": ["TN"]}, d)

travels(regime, parties, d) := shared.claim("designated_travel", parties, {
	"date": shared.on(d),
	"listed": {"participant": shared.entry(regime, ["travel"], since("1990-01-01"))},
})

travel_cases := object.union(common_travel, {"iran-travel-ban-2008": object.union(common_travel["iran-travel-ban-2008"], {
	"on the last day": {"claim": comes("iran", since("2008-03-03"), day("2016-01-15")), "want": "breach_indicated"},
	"the day after": {"claim": comes("iran", since("2008-03-03"), day("2016-01-16")), "want": "none"},
	"before the other annexes": {"claim": comes("iran", since("2008-03-03"), day("2010-06-08")), "want": "breach_possible"},
	"with the other annexes": {"claim": comes("iran", since("2008-03-03"), day("2010-06-09")), "want": "breach_indicated"},
})})

common_travel := {id: rows |
	some id, b in bans
	on_day := day(b.day)
	listed := since(b.first)
	rows := {
		"a listed person comes": {"claim": comes(b.regime, listed, on_day), "want": b.want},
		"on the first day": {"claim": comes(b.regime, listed, day(b.first)), "want": object.get(first_days, id, b.want)},
		"the day before": {"claim": comes(b.regime, since("1990-01-01"), day(b.before)), "want": "none"},
		"listed later": {"claim": comes(b.regime, since("2026-02-01"), on_day), "want": "none"},
		"delisted before": {"claim": comes(b.regime, {"from": "1990-01-01", "until": b.first}, on_day), "want": "none"},
		"listed on an unknown day": {"claim": comes(b.regime, {}, on_day), "want": "breach_possible"},
		"the name of an entry": {"claim": comes(b.regime, {"from": b.first, "match": "name"}, on_day), "want": b.want},
		"possibly an entry": {"claim": comes(b.regime, {"from": b.first, "match": "possible"}, on_day), "want": "breach_possible"},
		"an entry under the freeze only": {"claim": trips(b.regime, ["freeze"], listed, on_day), "want": "none"},
		"into the own State": {"claim": goes_to(b.regime, ["TN"], b.day), "want": "none"},
		"into the own State and another": {"claim": goes_to(b.regime, ["TN", "FR"], b.day), "want": b.want},
		"host not named": {"claim": somewhere(b.regime, b.day), "want": "breach_possible"},
		"approved": {"claim": comes(b.regime, listed, on_a_day(b.exempt, b.day)), "want": "exempt_if_verified"},
		"a national of the host": {"claim": comes(b.regime, listed, on_a_day("host_national", b.day)), "want": "exempt_if_verified"},
		"humanitarian work lifts no travel ban": {"claim": comes(b.regime, listed, on_a_day("humanitarian_use", b.day)), "want": b.want},
		"named only": {
			"claim": named(b.regime, ["travel"], listed, on_day),
			"want": object.get({"libya-travel-ban": "mention", "guinea-bissau-travel-ban": "mention"}, id, "none"),
		},
		"named only, and under a freeze": {
			"claim": named(b.regime, ["travel", "freeze"], listed, on_day),
			"want": object.get({"guinea-bissau-travel-ban": "mention"}, id, "none"),
		},
	}
}

# The ban of 2008 began with some of the persons.
first_days := {"iran-travel-ban-2008": "breach_possible"}

test_iraq_has_no_travel_ban if {
	shared.judge(trips("iraq", ["freeze"], since("2003-06-01"), {})) == "no_measure"
}

test_judicial_process[id] if {
	some id in ["isil-al-qaida-travel-ban", "taliban-travel-ban", "drc-travel-ban", "libya-travel-ban", "car-travel-ban", "guinea-bissau-travel-ban", "haiti-travel-ban", "south-sudan-travel-ban"]
	b := bans[id]
	shared.verdict(comes(b.regime, since(b.first), on_a_day("judicial_process", b.day)), id) == "exempt_if_verified"
}

test_what_a_trip_lacks[name] if {
	some name, tc in {
		"host": {"claim": somewhere("libya", "2023-12-13"), "id": "libya-travel-ban", "want": ["host"]},
		"contested": {"claim": goes_to("iran", ["FR"], "2025-12-01"), "id": "iran-travel-ban", "want": ["regime_contested"]},
		"annex": {"claim": goes_to("iran", ["FR"], "2009-01-01"), "id": "iran-travel-ban-2008", "want": ["annex that names the person"]},
		"renewal": {"claim": goes_to("drc", ["FR"], "2026-07-02"), "id": "drc-travel-ban", "want": ["renewal of the measure"]},
	}
	shared.missing(tc.claim, tc.id) == tc.want
}

test_the_own_state_is_told if {
	shared.judge(goes_to("libya", ["TN"], "2023-12-13")) == "own_national"
}
