package extract

import (
	"slices"
	"strings"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
)

// Listed is a name in the text that screening has found on a list.
type Listed struct {
	article.Span        // bytes of the canonical text
	Reference    string // of the entry: "KPi.030"
	Target       string // ISO 3166-1 alpha-2 of the sanctioned State whose regime lists it, "" where the regime has none
	Individual   bool
	Surname      bool // a surname alone, of a person named in full before
	Vessel       bool
}

// listedParties is the code, in entities.yaml, under which parties of regimes without
// a sanctioned State take part; claims do not have it.
const listedParties = "ZZ"

// dropNameless drops claims with a party of a list that the passage does not name:
// "the group" may be any. The others lose the code that stood for the list.
func dropNameless(claims []claim.Claim) []claim.Claim {
	return slices.DeleteFunc(claims, func(c claim.Claim) bool {
		for i := range c.Parties {
			p := &c.Parties[i]
			if p.Country != listedParties {
				continue
			}
			if p.Listed == "" {
				return true
			}
			p.Country = ""
		}
		return false
	})
}

// listedNouns are what names of list entries are nouns of.
type listedNouns struct{ entity, person, vessel int32 }

func (l *Lexicon) listedNouns() listedNouns {
	noun := func(words string) int32 {
		toks := l.vocab.tokenise(nil, words, 0, len(words))
		for _, h := range l.primary.match(nil, toks, 0) {
			if h.layer == layerNoun && h.end == len(toks) {
				return h.ref
			}
		}
		return -1
	}
	return listedNouns{noun("listed entity name"), noun("listed person name"), noun("vessel")}
}

// enterListed enters the names of list entries. A single word is left out where it
// may be the surname of others.
func (d *docState) enterListed(names []Listed, nouns listedNouns) {
	for _, n := range names {
		if len(d.names) >= maxNames {
			return
		}
		thing := namedThing{noun: nouns.entity, country: n.Target, listed: n.Reference, surname: n.Surname}
		switch {
		case n.Vessel:
			thing.noun = nouns.vessel
		case n.Individual:
			thing.noun = nouns.person
		}
		if thing.country == "" {
			thing.country = listedParties
		}
		if _, known := d.lex.things[thing.country]; !known {
			continue // a lexicon of the user's own that knows no such party
		}
		for i := range d.toks {
			if t := &d.toks[i]; int(t.start) >= n.Start && int(t.end) <= n.End {
				thing.words = append(thing.words, d.doc.Text[t.start:t.end])
			} else if int(t.start) >= n.End {
				break
			}
		}
		if len(thing.words) == 0 || n.Individual && !n.Surname && len(thing.words) == 1 {
			continue
		}
		known := false
		for _, o := range d.names {
			known = known || strings.Join(o.words, " ") == strings.Join(thing.words, " ")
		}
		if !known {
			d.lowerNames = d.lowerNames || thing.words[0] == strings.ToLower(thing.words[0])
			d.names = append(d.names, thing)
		}
	}
}

// listedAt is the reference number of the list entry that tokens [from, to) name, or
// "".
func (s *sentence) listedAt(from, to int) string {
	if s.state == nil {
		return ""
	}
	for i := max(0, from); i < to && i < len(s.toks); i++ {
		if n := s.state.nameAt(s, i); n != nil && n.listed != "" {
			return n.listed
		}
	}
	return ""
}

// listedCategories are those of the measures on listed parties: freezes reach
// financial services, embargoes training.
var listedCategories = []string{"designated-party", "arms", "finance", "military-cooperation"}

// setAsideListed gives up acts with listed parties that no measure on such parties is
// about: what they do is their regime's, and only dealings with them are here.
func setAsideListed(found []candidate) {
	for i := range found {
		c := &found[i]
		if c.reason != "" || slices.Contains(listedCategories, c.frame.Category) {
			continue
		}
		for _, p := range c.parties {
			if p.country == listedParties {
				c.reason = "no measure on listed parties covers such acts"
				break
			}
		}
	}
}
