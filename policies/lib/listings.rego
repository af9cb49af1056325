# Listed parties: which entry of a sanctions list counts for a measure, since when it has been on the list, and how sure
# it is that the party is that entry. The claim says it; the measures follow the party, not a territory.
package article41.lib

# METADATA
# title: A measure on listed parties
# description: >-
#   What every measure on the listed parties of a regime without a sanctioned State shares; word is what the list has
#   entries under: freeze, travel or arms. more are the conditions that it has beside them.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
listed_party(id, word, more) := {"outside": {
	"code": "not_under_measure",
	"text": "the list has the party under other measures than this one",
}} if {
	not listing(id, word)
}

else := {"outside": not_listed_then} if standing(listing(id, word)) == "not_then"

else := {"conditions": array.concat([identity(entry), on_list(entry)], array.concat(renewed(id), more))} if {
	entry := listing(id, word)
}

# METADATA
# title: The entry that counts
# description: >-
#   The entries that parties of the claim have in the roles that the measure knows; of several the one that was on
#   the list on the law date and is surest. Undefined where none is under the measure.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
listing(id, word) := ranked[count(ranked) - 1][2] if {
	regime := data.catalog.targets[data.catalog.measures[id].target]
	ranked := sort([[order[standing(entry)], order[entry.match], entry] |
		some role, _ in data.catalog.measures[id].target_roles
		some entry in input.listed[role][regime][word]
	])
}

# METADATA
# title: Order of entries
# description: >-
#   How much an entry says for a measure.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
order := {"not_then": 0, "part": 1, "undated": 2, "then": 3, "possible": 0, "name": 1, "identified": 2}

# METADATA
# title: On the list on the law date
# description: >-
#   Throughout (then), on a part of it (part), on no day of it (not_then), or not known because the date of listing
#   is not given (undated).
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
standing(entry) := "not_then" if {
	entry.from > input.date.to
}

else := "not_then" if {
	entry.until != ""
	entry.until < input.date.from
}

else := "undated" if {
	entry.from == ""
}

else := "then" if {
	entry.from <= input.date.from
	not removed(entry)
}

else := "part"

# METADATA
# title: Removed within the law date
# description: >-
#   The last day on the list lies before the end of the law date.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
removed(entry) if {
	entry.until != ""
	entry.until < input.date.to
}

# METADATA
# title: Not listed then
# description: >-
#   Why a measure on listed parties does not cover an act wholly before the listing or after it.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
not_listed_then := {
	"code": "not_listed_then",
	"text": "the party was not on the list on the date of the law applied: it was put on it later, or taken off it before",
}

# METADATA
# title: Who the party is
# description: >-
#   A name is no identification, and one that is only possibly the entry is not taken for it.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
identity(entry) := {
	"condition": "the party is an entry of the Consolidated List",
	"met": true,
	"law": ["obligation"],
} if {
	entry.match == "identified"
}

else := {
	"condition": "the party has the name of an entry of the Consolidated List",
	"met": true,
	"effect": "a name match is not an identification: compare the identifiers of the entry",
	"law": ["obligation"],
} if {
	entry.match == "name"
}

else := {
	"condition": "the party is the entry of the Consolidated List that it may be",
	"met": false,
	"unknown": true,
	"effect": "it may be that entry; its name does not settle it",
	"law": ["obligation"],
	"missing": "identifiers of the party",
}

# METADATA
# title: Listed at the time
# description: >-
#   The party was on the list throughout the law date; where the date of listing is not given, the text may say that
#   the party is designated.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
on_list(entry) := {
	"condition": "the party was on the list on the date of the law applied",
	"met": true,
	"law": ["obligation"],
} if {
	standing(entry) == "then"
}

else := {
	"condition": "the text says that the party is designated by the Council or the Committee",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.designated)
}

else := {
	"condition": "the party was on the list on the date of the law applied",
	"met": false,
	"unknown": true,
	"effect": "the claim does not say since when it has been listed",
	"law": ["obligation"],
	"missing": "date of listing",
} if {
	standing(entry) == "undated"
}

else := {
	"condition": "the party was on the list on each day on which the act may have taken place",
	"met": false,
	"unknown": true,
	"effect": "part of the law date lies before the listing or after it",
	"law": ["obligation"],
	"missing": "event_date",
}

# METADATA
# title: Renewed
# description: >-
#   For measures that are renewed for a time: the law date lies behind the end of the last renewal that was read.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
renewed(id) := [] if input.date.to <= data.catalog.measures[id].renewed_until

else := [{
	"condition": sprintf("the measure was renewed beyond %s", [data.catalog.measures[id].renewed_until]),
	"met": false,
	"unknown": true,
	"effect": "it is renewed for a time; the last renewal that was read ends on that day",
	"law": ["obligation"],
	"missing": "renewal of the measure",
}]

# METADATA
# title: Counted once
# description: >-
#   A mention of an entry that is under several measures is counted under one: the freeze before the travel ban
#   before the arms embargo.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
counted_elsewhere := {
	"code": "counted_elsewhere",
	"text": "the mention is counted under another measure that the entry is under",
}

# METADATA
# title: Listed under the measures on the DPRK
# description: >-
#   The roles of parties that are entries under them. One that is only possibly an entry does not count.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
listed_dprk contains role if {
	some role, regimes in input.listed
	some entries in regimes.dprk
	some entry in entries
	entry.match != "possible"
}
