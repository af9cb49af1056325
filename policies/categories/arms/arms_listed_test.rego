package article41.categories.arms_test

import data.article41_test as shared

# Each embargo on listed parties: the day before it, its first day and one within it.
embargoes := {
	"isil-al-qaida-arms-listed": {"regime": "isil-al-qaida", "before": "2002-01-15", "first": "2002-01-16", "day": "2023-12-13"},
	"taliban-arms-listed": {"regime": "taliban", "before": "2011-06-16", "first": "2011-06-17", "day": "2023-12-13"},
	"somalia-arms-listed": {"regime": "somalia", "before": "2008-11-19", "first": "2008-11-20", "day": "2023-12-13"},
	"yemen-arms-listed": {"regime": "yemen", "before": "2015-04-13", "first": "2015-04-14", "day": "2023-12-13"},
	"haiti-arms-listed": {"regime": "haiti", "before": "2022-10-20", "first": "2022-10-21", "day": "2023-03-01"},
}

# Arms from Serbia for a listed party of Tunisia.
armed(activity, regime, words, listing, fields) := shared.claim(
	activity, {"supplier": ["RS"], "recipient": ["TN"]},
	object.union(fields, {"listed": {"recipient": shared.entry(regime, words, listing)}}),
)

gets(regime, listing, fields) := armed("arms_import", regime, ["arms"], listing, fields)

since(d) := {"from": d}

listed_cases := object.union(common, {
	"haiti-arms-listed": object.union(common["haiti-arms-listed"], {
		"on the last day": {"claim": gets("haiti", since("2022-10-21"), {"date": shared.on("2023-10-02")}), "want": "breach_indicated"},
		"the day after": {"claim": gets("haiti", since("2022-10-21"), {"date": shared.on("2023-10-03")}), "want": "none"},
	}),
	"yemen-arms-listed": object.union(common["yemen-arms-listed"], {
		"the Houthis before they were listed": {"claim": gets("yemen", since("2022-02-28"), {"date": shared.on("2022-02-27")}), "want": "none"},
		"the Houthis are named": {"claim": mentioned(["arms"]), "want": "mention"},
		"a person under the freeze is named": {"claim": mentioned(["freeze", "arms"]), "want": "none"},
		"a person under the travel ban is named": {"claim": mentioned(["travel", "arms"]), "want": "none"},
	}),
})

mentioned(words) := shared.claim("designated_mention", {"named": ["YE"]}, {"listed": {"named": shared.entry("yemen", words, since("2022-02-28"))}})

common := {id: rows |
	some id, e in embargoes
	on_day := {"date": shared.on(e.day)}
	listed := since(e.first)
	rows := {
		"arms for a listed party": {"claim": gets(e.regime, listed, on_day), "want": "breach_indicated"},
		"sent by whomever": {"claim": armed("arms_export", e.regime, ["arms"], listed, on_day), "want": "breach_indicated"},
		"help with arms": {"claim": armed("arms_service", e.regime, ["arms"], listed, on_day), "want": "breach_indicated"},
		"its men are trained": {
			"claim": shared.claim("military_training", {"trainer": ["RS"], "trainee": ["TN"]}, {
				"date": shared.on(e.day),
				"listed": {"trainee": shared.entry(e.regime, ["arms"], listed)},
			}),
			"want": "breach_indicated",
		},
		"brokered": {"claim": armed("arms_brokering", e.regime, ["arms"], listed, on_day), "want": "breach_possible"},
		"on the first day": {"claim": gets(e.regime, listed, {"date": shared.on(e.first)}), "want": "breach_indicated"},
		"the day before": {"claim": gets(e.regime, since("1990-01-01"), {"date": shared.on(e.before)}), "want": "none"},
		"listed later": {"claim": gets(e.regime, since("2026-02-01"), on_day), "want": "none"},
		"delisted before": {"claim": gets(e.regime, {"from": "1990-01-01", "until": e.first}, on_day), "want": "none"},
		"listed on an unknown day": {"claim": gets(e.regime, {}, on_day), "want": "breach_possible"},
		"the name of an entry": {"claim": gets(e.regime, {"from": e.first, "match": "name"}, on_day), "want": "breach_indicated"},
		"possibly an entry": {"claim": gets(e.regime, {"from": e.first, "match": "possible"}, on_day), "want": "breach_possible"},
		"an entry under other measures": {"claim": armed("arms_import", e.regime, ["freeze", "travel"], listed, on_day), "want": "none"},
		"from a listed party": {
			"claim": shared.claim("arms_import", {"supplier": ["TN"], "recipient": ["RS"]}, {
				"date": shared.on(e.day),
				"listed": {"supplier": shared.entry(e.regime, ["arms"], listed)},
			}),
			"want": "none",
		},
		"humanitarian work lifts no embargo": {
			"claim": gets(e.regime, listed, {"date": shared.on(e.day), "facts": {"humanitarian_use": ""}}),
			"want": "breach_indicated",
		},
	}
}

test_from_the_dprk_to_a_listed_party_meets_both if {
	c := shared.claim("arms_export", {"supplier": ["KP"], "recipient": ["YE"]}, {"listed": {"recipient": shared.entry("yemen", ["arms"], since("2022-02-28"))}})
	shared.judge(c) == {"dprk-arms-export": "breach_indicated critical", "yemen-arms-listed": "breach_indicated critical"}
}

test_brokering_lacks_the_supply if {
	c := armed("arms_brokering", "yemen", ["arms"], since("2022-02-28"), {})
	shared.missing(c, "yemen-arms-listed") == ["supply that was brokered"]
}
