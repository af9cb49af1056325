package article41.categories.designated_party_test

import data.article41_test as shared

# Each freeze: the day before it, its first day and one within it, an exemption that it has always known, and what
# comes of a plain dealing.
freezes := {
	"isil-al-qaida-asset-freeze": {"regime": "isil-al-qaida", "before": "1999-10-14", "first": "1999-10-15", "day": "2023-12-13", "exempt": "basic_expenses", "want": "breach_indicated"},
	"taliban-asset-freeze": {"regime": "taliban", "before": "2011-06-16", "first": "2011-06-17", "day": "2023-12-13", "exempt": "basic_expenses", "want": "breach_indicated"},
	"iraq-asset-freeze": {"regime": "iraq", "before": "2003-05-21", "first": "2003-05-22", "day": "2023-12-13", "exempt": "judicial_lien", "want": "breach_indicated"},
	"drc-asset-freeze": {"regime": "drc", "before": "2008-03-30", "first": "2008-03-31", "day": "2023-12-13", "exempt": "basic_expenses", "want": "breach_indicated"},
	"iran-asset-freeze": {"regime": "iran", "before": "2025-09-27", "first": "2025-09-28", "day": "2025-12-01", "exempt": "basic_expenses", "want": "breach_possible"},
	"iran-asset-freeze-2006": {"regime": "iran", "before": "2006-12-22", "first": "2006-12-23", "day": "2012-01-10", "exempt": "basic_expenses", "want": "breach_indicated"},
	"somalia-asset-freeze": {"regime": "somalia", "before": "2008-11-19", "first": "2008-11-20", "day": "2023-12-13", "exempt": "basic_expenses", "want": "breach_indicated"},
	"libya-asset-freeze": {"regime": "libya", "before": "2011-02-25", "first": "2011-02-26", "day": "2023-12-13", "exempt": "basic_expenses", "want": "breach_indicated"},
	"car-asset-freeze": {"regime": "car", "before": "2014-01-27", "first": "2014-01-28", "day": "2023-12-13", "exempt": "basic_expenses", "want": "breach_indicated"},
	"yemen-asset-freeze": {"regime": "yemen", "before": "2014-02-25", "first": "2014-02-26", "day": "2023-12-13", "exempt": "basic_expenses", "want": "breach_indicated"},
	"haiti-asset-freeze": {"regime": "haiti", "before": "2022-10-20", "first": "2022-10-21", "day": "2023-12-13", "exempt": "basic_expenses", "want": "breach_indicated"},
	"sudan-asset-freeze": {"regime": "sudan", "before": "2005-03-28", "first": "2005-03-29", "day": "2023-12-13", "exempt": "basic_expenses", "want": "breach_indicated"},
	"south-sudan-asset-freeze": {"regime": "south-sudan", "before": "2015-03-02", "first": "2015-03-03", "day": "2023-12-13", "exempt": "basic_expenses", "want": "breach_indicated"},
}

# A French bank deals with a listed party of Tunisia; words is what the entry is under.
dealing(activity, regime, words, listing, fields) := shared.claim(
	activity, {"provider": ["FR"], "recipient": ["TN"]},
	object.union(fields, {"listed": {"recipient": shared.entry(regime, words, listing)}}),
)

named(regime, words, listing, fields) := shared.claim(
	"designated_mention", {"named": ["TN"]},
	object.union(fields, {"listed": {"named": shared.entry(regime, words, listing)}}),
)

since(d) := {"from": d}

freeze_cases := object.union_n([common, {
	"iran-asset-freeze-2006": object.union(common["iran-asset-freeze-2006"], {
		"on the last day": {"claim": paid("iran", since("2006-12-23"), day("2016-01-15")), "want": "breach_indicated"},
		"the day after": {"claim": paid("iran", since("2006-12-23"), day("2016-01-16")), "want": "none"},
	}),
	"libya-asset-freeze": object.union(common["libya-asset-freeze"], {
		"a State fund": {"claim": paid("libya", object.union(since("2011-03-17"), {"entry": "LYe.001"}), {}), "want": "breach_possible"},
		"another entity": {"claim": paid("libya", object.union(since("2011-03-17"), {"entry": "LYe.003"}), {}), "want": "breach_indicated"},
		"a State fund is named": {"claim": named("libya", ["freeze"], object.union(since("2011-03-17"), {"entry": "LYe.001"}), {}), "want": "mention"},
		"a contract from before the listing": {"claim": paid("libya", since("2011-02-26"), stated("contract_before_listing")), "want": "exempt_if_verified"},
	}),
	"taliban-asset-freeze": object.union(common["taliban-asset-freeze"], {
		"aid before 2615": {"claim": paid("taliban", since("2001-01-25"), on_a_day("humanitarian_use", "2021-12-21")), "want": "breach_indicated"},
		"aid under 2615": {"claim": paid("taliban", since("2001-01-25"), on_a_day("humanitarian_use", "2021-12-22")), "want": "exempt_if_verified"},
	}),
}])

paid(regime, listing, fields) := dealing("deal_with_designated", regime, ["freeze"], listing, fields)

common := {id: rows |
	some id, f in freezes
	on_day := day(f.day)
	listed := since(f.first)
	rows := {
		"a listed party is paid": {"claim": paid(f.regime, listed, on_day), "want": f.want},
		"on the first day": {"claim": paid(f.regime, listed, day(f.first)), "want": f.want},
		"the day before": {"claim": paid(f.regime, since("1990-01-01"), day(f.before)), "want": "none"},
		"a bank serves it": {"claim": dealing("financial_service", f.regime, ["freeze"], listed, on_day), "want": f.want},
		"a plan": {"claim": paid(f.regime, listed, object.union(on_day, {"status": "planned"})), "want": "watch"},
		"listed later": {"claim": paid(f.regime, since("2026-02-01"), on_day), "want": "none"},
		"delisted before": {"claim": paid(f.regime, {"from": "1990-01-01", "until": f.first}, on_day), "want": "none"},
		"delisted on the day": {"claim": paid(f.regime, {"from": "1990-01-01", "until": f.day}, on_day), "want": f.want},
		"listed in between": {
			"claim": paid(f.regime, since(f.day), {"date": {"from": f.first, "to": f.day}}),
			"want": "breach_possible",
		},
		"delisted in between": {
			"claim": paid(f.regime, {"from": "1990-01-01", "until": f.first}, {"date": {"from": f.first, "to": f.day}}),
			"want": "breach_possible",
		},
		"listed on an unknown day": {"claim": paid(f.regime, {}, on_day), "want": "breach_possible"},
		"listed on an unknown day, and said to be": {
			"claim": paid(f.regime, {}, on_a_day("designated", f.day)),
			"want": f.want,
		},
		"the name of an entry": {"claim": paid(f.regime, {"from": f.first, "match": "name"}, on_day), "want": f.want},
		"possibly an entry": {"claim": paid(f.regime, {"from": f.first, "match": "possible"}, on_day), "want": "breach_possible"},
		"an entry under the travel ban only": {"claim": dealing("deal_with_designated", f.regime, ["travel"], listed, on_day), "want": "none"},
		"not on the list": {
			"claim": shared.claim("deal_with_designated", {"provider": ["FR"], "recipient": ["TN"]}, on_a_day("designated", f.day)),
			"want": "none",
		},
		"an exemption": {"claim": paid(f.regime, listed, on_a_day(f.exempt, f.day)), "want": "exempt_if_verified"},
		"named only": {"claim": named(f.regime, ["freeze", "travel"], listed, on_day), "want": "mention"},
		"named only, in a denial": {"claim": named(f.regime, ["freeze"], listed, object.union(on_day, {"status": "negated"})), "want": "mention"},
		"named before it was listed": {"claim": named(f.regime, ["freeze"], since("2026-02-01"), on_day), "want": "none"},
	}
}

# The carve-out reaches every freeze from its first day on; two regimes knew one of their own before.
test_humanitarian_work[id] if {
	some id in (object.keys(freezes) - {"iran-asset-freeze", "iran-asset-freeze-2006"})
	aid := {d: shared.verdict(paid(freezes[id].regime, since("1990-01-01"), on_a_day("humanitarian_use", d)), id) |
		some d in ["2022-12-08", "2022-12-09"]
	}
	before := object.get({"taliban-asset-freeze": "exempt_if_verified", "haiti-asset-freeze": "exempt_if_verified"}, id, "breach_indicated")
	aid == {"2022-12-08": before, "2022-12-09": "exempt_if_verified"}
}

test_humanitarian_work_under_the_restored_freeze if {
	shared.verdict(paid("iran", since("2006-12-23"), on_a_day("humanitarian_use", "2025-12-01")), "iran-asset-freeze") == "exempt_if_verified"
}

test_what_a_listing_lacks[name] if {
	some name, tc in {
		"nothing": {"listing": since("2011-02-26"), "fields": {}, "want": []},
		"identifiers": {"listing": {"from": "2011-02-26", "match": "possible"}, "fields": {}, "want": ["identifiers of the party"]},
		"date of listing": {"listing": {}, "fields": {}, "want": ["date of listing"]},
		"both": {"listing": {"match": "possible"}, "fields": {}, "want": ["identifiers of the party", "date of listing"]},
		"date of the act": {
			"listing": since("2012-06-01"),
			"fields": {"date": {"from": "2012-01-01", "to": "2012-12-31"}},
			"want": ["event_date"],
		},
		"which assets": {"listing": {"from": "2011-03-17", "entry": "LYe.002"}, "fields": {}, "want": ["assets frozen on 16 September 2011"]},
	}
	shared.missing(paid("libya", tc.listing, tc.fields), "libya-asset-freeze") == tc.want
}

test_a_name_match_says_so if {
	c := paid("libya", {"from": "2011-02-26", "match": "name"}, {})
	"a name match is not an identification: compare the identifiers of the entry" in shared.effects(c, "libya-asset-freeze")
}

test_the_restored_regime_is_contested if {
	c := paid("iran", since("2006-12-23"), day("2025-12-01"))
	shared.judge(c) == {"iran-asset-freeze": "breach_possible high"}
	shared.missing(c, "iran-asset-freeze") == ["regime_contested"]
}

test_nothing_on_iran_between_2016_and_2025 if {
	shared.judge(paid("iran", since("2006-12-23"), day("2020-01-01"))) == "not_in_force"
}

# Two parties in one role: the one that is an entry for sure counts.
test_the_surest_of_several_entries_counts if {
	both := {"libya": {"freeze": [
		{"entry": "", "from": "2011-02-26", "until": "", "match": "possible"},
		{"entry": "", "from": "2011-02-26", "until": "", "match": "identified"},
		{"entry": "", "from": "2011-02-26", "until": "2012-01-01", "match": "identified"},
	]}}
	c := shared.claim("deal_with_designated", {"provider": ["FR"], "recipient": ["LY"]}, {"listed": {"recipient": both}})
	shared.judge(c) == {"libya-asset-freeze": "breach_indicated critical"}
}

# A party of the regime's country is none of a sanctioned State.
test_a_country_is_not_its_list if {
	shared.judge(shared.claim("deal_with_designated", {"provider": ["FR"], "recipient": ["LY"]}, {})) == "no_target"
}

test_a_listed_party_of_the_dprk_meets_both if {
	c := shared.claim("deal_with_designated", {"provider": ["KP"], "recipient": ["SY"]}, {
		"facts": {"designated": ""},
		"listed": {"recipient": shared.entry("isil-al-qaida", ["freeze"], since("2014-01-01"))},
	})
	shared.judge(c) == {
		"isil-al-qaida-asset-freeze": "breach_indicated critical",
		"dprk-asset-freeze-designated": "breach_indicated critical",
	}
}

# After the last renewal that was read it must be looked up.
test_renewals[id] if {
	some id, end in {
		"drc-asset-freeze": {"last": "2026-07-01", "after": "2026-07-02"},
		"car-asset-freeze": {"last": "2026-07-31", "after": "2026-08-01"},
		"yemen-asset-freeze": {"last": "2026-11-14", "after": "2026-11-15"},
		"haiti-asset-freeze": {"last": "2026-10-17", "after": "2026-10-18"},
		"sudan-asset-freeze": {"last": "2026-09-12", "after": "2026-09-13"},
		"south-sudan-asset-freeze": {"last": "2026-05-31", "after": "2026-06-01"},
	}
	listing := since("2023-01-01")
	regime := freezes[id].regime
	shared.verdict(paid(regime, listing, day(end.last)), id) == "breach_indicated"
	shared.verdict(paid(regime, listing, day(end.after)), id) == "breach_possible"
	shared.missing(paid(regime, listing, day(end.after)), id) == ["renewal of the measure"]
}

# One mention for an entry, under the first of its measures.
test_one_mention[name] if {
	some name, tc in {
		"freeze and travel": {"regime": "libya", "words": ["travel", "freeze"], "want": {"libya-asset-freeze": "mention info"}},
		"travel alone": {"regime": "libya", "words": ["travel"], "want": {"libya-travel-ban": "mention info"}},
		"no freeze in the regime": {"regime": "guinea-bissau", "words": ["travel"], "want": {"guinea-bissau-travel-ban": "mention info"}},
		"arms alone": {"regime": "yemen", "words": ["arms"], "want": {"yemen-arms-listed": "mention info"}},
		"all three": {"regime": "yemen", "words": ["freeze", "travel", "arms"], "want": {"yemen-asset-freeze": "mention info"}},
		"three, another regime": {"regime": "taliban", "words": ["freeze", "travel", "arms"], "want": {"taliban-asset-freeze": "mention info"}},
		"the DPRK's list": {"regime": "dprk", "words": ["freeze", "travel"], "want": {"dprk-asset-freeze-designated": "mention info"}},
	}
	shared.judge(named(tc.regime, tc.words, since("2014-01-01"), {})) == tc.want
}

test_a_mention_whatever_is_said_of_it[status] if {
	some status in ["asserted", "alleged", "planned", "denied", "negated", "normative", "hypothetical", "ended"]
	c := named("dprk", ["freeze"], since("2014-01-01"), {"status": status, "date_basis": "published", "stage": "considered"})
	shared.judge(c) == {"dprk-asset-freeze-designated": "mention info"}
}

test_a_mention_has_a_voice[said_by] if {
	some said_by, want in {
		"article": "the article names the party in its own voice",
		"court": "the statement is attributed; its origin is a court",
	}
	want in shared.conditions(named("libya", ["freeze"], since("2014-01-01"), {"said_by": said_by}), "libya-asset-freeze")
}

test_a_mention_without_an_entry if {
	shared.judge(shared.claim("designated_mention", {"named": ["KP"]}, {})) == "not_listed"
}

# The list of the DPRK, once the day of listing is known.
test_dprk_entries[name] if {
	some name, tc in {
		"listed then": {"listing": since("2016-03-02"), "date": "2016-06-01", "want": "breach_indicated"},
		"listed later": {"listing": since("2016-03-02"), "date": "2016-03-01", "want": "none"},
		"delisted before": {"listing": {"from": "2009-07-16", "until": "2015-01-01"}, "date": "2016-03-01", "want": "none"},
		"a name": {"listing": {"from": "2016-03-02", "match": "name"}, "date": "2016-06-01", "want": "breach_indicated"},
		"a possible match": {"listing": {"from": "2016-03-02", "match": "possible"}, "date": "2016-06-01", "want": "breach_possible"},
	}
	c := shared.claim("deal_with_designated", {"provider": ["RU"], "recipient": ["CN"]}, {
		"date": shared.on(tc.date),
		"listed": {"recipient": shared.entry("dprk", ["freeze"], tc.listing)},
	})
	shared.verdict(c, "dprk-asset-freeze-designated") == tc.want
}

test_dprk_entries_in_the_other_roles[name] if {
	later := since("2016-03-02")
	some name, tc in {
		"listed later, named as designated": {
			"claim": paid("dprk", later, object.union(day("2016-03-01"), {"facts": {"designated": ""}})),
			"id": "dprk-asset-freeze-designated",
			"want": "breach_indicated",
		},
		"listed in between": {
			"claim": paid("dprk", later, {"date": {"from": "2016-03-01", "to": "2016-03-05"}}),
			"id": "dprk-asset-freeze-designated",
			"want": "breach_possible",
		},
		"office before the listing": {
			"claim": shared.claim("designated_office", {"owner": ["KP"], "host": ["SY"]}, {
				"date": shared.on("2016-03-02"),
				"listed": {"owner": shared.entry("dprk", ["freeze"], since("2016-11-30"))},
			}),
			"id": "dprk-close-designated-offices",
			"want": "none",
		},
		"trip before the listing": {
			"claim": shared.claim("designated_travel", {"participant": ["KP"], "host": ["RU"]}, {
				"date": shared.on("2016-03-01"),
				"listed": {"participant": shared.entry("dprk", ["travel"], later)},
			}),
			"id": "dprk-travel-ban",
			"want": "none",
		},
		"trip of an agent before the listing": {
			"claim": shared.claim("designated_travel", {"participant": ["KP"], "host": ["RU"]}, {
				"date": shared.on("2016-03-01"),
				"facts": {"state_determination": ""},
				"listed": {"participant": shared.entry("dprk", ["travel"], later)},
			}),
			"id": "dprk-travel-ban",
			"want": "breach_indicated",
		},
	}
	shared.verdict(tc.claim, tc.id) == tc.want
}
