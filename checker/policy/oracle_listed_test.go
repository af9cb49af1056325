package policy_test

import (
	"slices"
	"strings"

	"github.com/article41/article41/checker/policy"
)

// The measures on listed parties, judged from the notes on the law: they follow
// the party, and it matters what it was listed for and when.

func listedDPRK(p policy.Party) bool {
	return p.Listed != nil && p.Listed.Regime == "dprk" && p.Listed.Match != "possible"
}

// dprkEntry is an entry of the DPRK's list of which only the number is known.
func dprkEntry() *policy.Listing {
	return &policy.Listing{Regime: "dprk", Target: "KP", Measures: []string{"freeze", "travel"}, Match: policy.Identified}
}

// How the days of a listing lie to those of an act, least telling first.
const (
	never = iota
	partly
	undated
	then
)

func when(l *policy.Listing, in policy.Input) int {
	switch {
	case l.From > in.To, l.Until != "" && l.Until < in.From:
		return never
	case l.From == "":
		return undated
	case l.From <= in.From && (l.Until == "" || in.To <= l.Until):
		return then
	}
	return partly
}

// bestListing is the entry that tells most, of those for the measure.
func bestListing(in policy.Input, regime, word string, roles []string) (best *policy.Listing, how int) {
	sure := []string{"possible", "name", "identified"}
	for _, p := range in.Parties {
		l := p.Listed
		if l == nil || l.Regime != regime || !slices.Contains(l.Measures, word) || !slices.Contains(roles, p.Role) {
			continue
		}
		w := when(l, in)
		a, b := w*len(sure)+slices.Index(sure, l.Match), -1
		if best != nil {
			b = how*len(sure) + slices.Index(sure, best.Match)
		}
		if a > b || a == b && l.Entry > best.Entry {
			best, how = l, w
		}
	}
	return best, how
}

// ofListed is what a measure asks of the listing, for those of the regimes that
// have no sanctioned State.
func ofListed(id string) (word string, ok bool) {
	if strings.HasPrefix(id, "dprk-") {
		return "", false
	}
	for part, word := range map[string]string{"-asset-freeze": "freeze", "-travel-ban": "travel", "-arms-listed": "arms"} {
		if strings.Contains(id, part) {
			return word, true
		}
	}
	return "", false
}

func listedUnder(id, word string, m object, in policy.Input) (open bool, aside string) {
	regime := m["target"].(string)
	mention := in.Activity == "designated_mention"
	if mention && regime != "guinea-bissau" { // which knows one measure only
		// One entry is counted once.
		for _, before := range map[string][]string{"travel": {"freeze"}, "arms": {"freeze", "travel"}}[word] {
			if l, _ := bestListing(in, regime, before, []string{"named"}); l != nil {
				return false, "counted_elsewhere"
			}
		}
	}
	if word == "travel" && !mention {
		from, to := countries(in, "participant"), countries(in, "host")
		if len(to) == 1 && slices.Equal(from, to) {
			return false, "own_national"
		}
		open = len(to) == 0
	}
	var roles []string
	for role := range m["target_roles"].(object) {
		roles = append(roles, role)
	}
	l, how := bestListing(in, regime, word, roles)
	switch {
	case l == nil:
		return false, "not_under_measure"
	case how == never:
		return false, "not_listed_then"
	}
	_, said := in.Facts["designated"]
	last := map[string]string{
		"drc": "2026-07-01", "car": "2026-07-31", "sudan": "2026-09-12", "south-sudan": "2026-05-31", "haiti": "2026-10-17", "yemen": "2026-11-14",
	}[regime]
	return open || l.Match == "possible" || how != then && !said ||
		last != "" && word != "arms" && in.To > last ||
		word == "arms" && in.Activity == "arms_brokering" ||
		regime == "iran" && in.From >= "2025-09-28" ||
		regime == "iran" && in.To >= "2025-09-28" && m["from"] == "2025-09-28" ||
		id == "iran-travel-ban-2008" && in.From < "2010-06-09" ||
		id == "libya-asset-freeze" && strings.HasPrefix(l.Entry, "LYe.00") && !mention, ""
}

func countries(in policy.Input, role string) []string {
	var out []string
	for _, p := range in.Parties {
		if p.Role == role && p.Country != "" {
			out = append(out, p.Country)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
