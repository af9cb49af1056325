package extract

import (
	"slices"
	"strings"

	"github.com/article41/article41/checker/claim"
)

// A text tells of one event several times: in the headline, in the lead and again
// below. Mentions that agree in everything they say become one claim with several
// passages. A mention with another status, another source, date or amount stays a
// claim of its own: who says what must never be mixed up.

// told is a claim with the sentence that makes it.
type told struct {
	claim    claim.Claim
	sentence int
	last     int // sentence of the latest mention that was merged into it
}

const (
	mergeNear = 2  // sentences over which a mention may leave out what the other says
	mergeBack = 40 // claims that a mention is compared with
	contraMax = 5  // contradicting passages of one claim
)

// mergeMentions returns the claims in text order, mentions of one event as one, with
// the passages that deny an event among its evidence.
func mergeMentions(all []told) []claim.Claim {
	kept := all[:0]
	for _, m := range all {
		into := -1
		for i, n := len(kept)-1, 0; i >= 0 && n < mergeBack; i, n = i-1, n+1 {
			if sameEvent(&kept[i], &m) {
				into = i
				break
			}
		}
		if into < 0 {
			m.last = m.sentence
			kept = append(kept, m)
			continue
		}
		kept[into].claim = merged(kept[into].claim, m.claim)
		kept[into].last = m.sentence
	}
	out := make([]claim.Claim, len(kept))
	for i := range kept {
		out[i] = kept[i].claim
	}
	var denials []*claim.Claim
	for i := range kept {
		if c := &kept[i].claim; c.Status == claim.Denied || c.Status == claim.Negated {
			denials = append(denials, c)
		}
	}
	for i := range out {
		contradict(&out[i], denials)
	}
	return out
}

// sameEvent reports two mentions of one event: nothing that one says differs from the
// other, and what only one says stands close by.
func sameEvent(a, b *told) bool {
	x, y := &a.claim, &b.claim
	switch {
	case x.Activity != y.Activity, x.Category != y.Category, x.Status != y.Status, x.Stage != y.Stage, a.last == b.sentence:
		return false
	case !slices.EqualFunc(x.Attribution, y.Attribution, func(s, t claim.Source) bool { return s.Kind == t.Kind && strings.EqualFold(s.Name, t.Name) }):
		return false
	case !slices.EqualFunc(x.Facts, y.Facts, func(s, t claim.Fact) bool { return s.Name == t.Name && s.Value == t.Value }):
		return false
	}
	near := b.sentence-a.last <= mergeNear
	whole := true // both say the same, and neither leaves anything out
	for _, agree := range []func(x, y *claim.Claim) (same, compatible bool){samePartners, sameGoods, sameDates, sameAmounts} {
		same, compatible := agree(x, y)
		if !compatible {
			return false
		}
		whole = whole && same
	}
	return near || whole
}

// samePartners compares the States role by role. A role that one leaves out is
// compatible; another State in it is not.
func samePartners(x, y *claim.Claim) (same, compatible bool) {
	a, b := statesByRole(x), statesByRole(y)
	same = len(a) == len(b)
	for role, states := range a {
		other, ok := b[role]
		if !ok {
			same = false
		} else if !slices.Equal(states, other) {
			return false, false
		}
	}
	for role := range b {
		if _, ok := a[role]; !ok {
			same = false
		}
	}
	return same, true
}

func statesByRole(c *claim.Claim) map[string][]string {
	out := map[string][]string{}
	for _, p := range c.Parties {
		if !slices.Contains(out[p.Role], p.Country) {
			out[p.Role] = append(out[p.Role], p.Country)
		}
	}
	for role := range out {
		slices.Sort(out[role])
	}
	return out
}

func sameGoods(x, y *claim.Claim) (same, compatible bool) {
	has := func(c *claim.Claim, id string) bool {
		return slices.ContainsFunc(c.Goods, func(g claim.Good) bool { return g.ID == id })
	}
	all := func(c, of *claim.Claim) bool {
		return !slices.ContainsFunc(of.Goods, func(g claim.Good) bool { return !has(c, g.ID) })
	}
	xy, yx := all(x, y), all(y, x)
	return xy && yx, xy || yx
}

func sameDates(x, y *claim.Claim) (same, compatible bool) {
	a, b := x.EventDate, y.EventDate
	if a == nil || b == nil {
		return a == b, true
	}
	return a.From == b.From && a.To == b.To, a.From == b.From && a.To == b.To
}

func sameAmounts(x, y *claim.Claim) (same, compatible bool) {
	a, b := x.Quantity, y.Quantity
	if a == nil || b == nil {
		return a == b, true
	}
	equal := a.Value == b.Value && a.High == b.High && a.Unit == b.Unit
	return equal, equal
}

// merged adds to a claim what a later mention says more, with its passage.
func merged(c, m claim.Claim) claim.Claim {
	for _, p := range m.Parties {
		if !slices.ContainsFunc(c.Parties, func(o claim.Party) bool { return o.Role == p.Role && o.Country == p.Country }) {
			c.Parties = append(c.Parties, p)
		}
	}
	for _, g := range m.Goods {
		if !slices.ContainsFunc(c.Goods, func(o claim.Good) bool { return o.ID == g.ID }) {
			c.Goods = append(c.Goods, g)
		}
	}
	if c.EventDate == nil {
		c.EventDate = m.EventDate
	}
	if c.StatementDate == nil {
		c.StatementDate = m.StatementDate
	}
	if c.Quantity == nil {
		c.Quantity = m.Quantity
	}
	c.Evidence = append(c.Evidence, m.Evidence...)
	if c.Extraction != nil && m.Extraction != nil {
		e := *c.Extraction
		for _, r := range m.Extraction.Review {
			if !slices.Contains(e.Review, r) {
				e.Review = append(e.Review, r)
			}
		}
		e.Cues = append(e.Cues, m.Extraction.Cues...)
		c.Extraction = &e
	}
	return c
}

// contradict adds the passages that deny the event of c, or say that it did not take
// place, to its evidence. The denial remains a claim of its own.
func contradict(c *claim.Claim, denials []*claim.Claim) {
	if !isAct(c.Status) {
		return
	}
	n := 0
	for _, o := range denials {
		if n == contraMax {
			return
		}
		if o.Activity != c.Activity || o.Category != c.Category {
			continue
		}
		if _, ok := samePartners(c, o); !ok {
			continue
		}
		if c.EventDate != nil && o.EventDate != nil && *c.EventDate != *o.EventDate {
			continue
		}
		ev := o.Evidence[0]
		if slices.ContainsFunc(c.Evidence, func(e claim.Evidence) bool { return *e.Start < *ev.End && *ev.Start < *e.End }) {
			continue
		}
		ev.Role = claim.Contradicting
		c.Evidence = append(c.Evidence, ev)
		n++
	}
}
