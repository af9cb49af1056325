package extract

import (
	"fmt"
	"slices"

	"github.com/article41/article41/checker/claim"
)

// A text about an authority that lists, charges or sentences somebody goes on to tell what
// they did, without "it said": the authority says so. In a text that opens with such an
// action, what is told as a fact in the category of the action is alleged by the
// authority; in its own press release, whatever is told is.

// action is what an authority does to somebody, told at the opening of a text.
type action struct {
	sentence int
	source   claim.Source
	told     bool
	release  bool // the text calls itself a press release
}

// actionWithin is the number of sentences that open a text, with a heading, a date and
// who publishes it.
const actionWithin = 12

// opening is the number of sentences at the head of a text, headings included, that tell of
// an action together.
const opening = 4

// announce keeps the action that a sentence at the opening of the text tells: "The
// Government today decided to freeze the assets of three companies".
func (d *docState) announce(s *sentence) {
	if d.action.told || s.index >= actionWithin {
		return
	}
	for i := range s.toks {
		if (s.isWord(i, "release") || s.isWord(i, "releases")) && (s.isWord(i-1, "press") || s.isWord(i-1, "media") || s.isWord(i-1, "news") || s.isWord(i-1, "immediate")) {
			d.action.release = true
		}
	}
	for k := range s.chunks {
		c := &s.chunks[k]
		if c.kind != chunkVG || c.verb < 0 {
			continue
		}
		if c.passive {
			// "was sentenced today to 84 months": by whom, all readers of a release know
			if d.action.release && (s.lex.over[c.verb] == overPunish || s.lists(k)) && s.today(k) {
				d.action = action{sentence: s.index, told: true, release: true}
				return
			}
			continue
		}
		if !s.lists(k) || !s.today(k) {
			continue
		}
		by := s.subject(k)
		if by < 0 {
			continue
		}
		s.findSources()
		src, _, _ := s.describe(d, by)
		if src.Kind == claim.SanctionedState && s.unnamedGovernment(by) {
			src.Kind = claim.Government
		}
		if src.Kind == claim.Government || src.Kind == claim.GovernmentAgency || src.Kind == claim.Court {
			d.action = action{s.index, src, true, d.action.release}
			return
		}
	}
}

// unnamedGovernment reports "the Government" of a release: whoever publishes it.
func (s *sentence) unnamedGovernment(k int) bool {
	c := &s.chunks[k]
	for i := c.start; i < c.end; i++ {
		if s.ent[i] != 0 {
			return false
		}
	}
	return s.isWord(c.head, "government") && s.toks[c.head].is(fCap)
}

// lists reports a verb that puts somebody on a list or before a court, or its object:
// "imposed sanctions".
func (s *sentence) lists(v int) bool {
	c := &s.chunks[v]
	if s.lex.verbIs(c.verb, verbsListing) {
		return true
	}
	switch s.lex.verbs[c.verb].lemma {
	case "freeze":
		return true
	case "impose", "announce", "add", "place", "put":
		for k := v + 1; k < len(s.chunks) && k < v+10 && s.chunks[k].kind != chunkBreak; k++ {
			if s.isLaw(k) || s.isWord(s.chunks[k].head, "list") || s.isWord(s.chunks[k].head, "blacklist") {
				return true
			}
		}
	case "return", "unseal", "file", "bring", "hand down", "lay":
		o := s.object(v)
		return o >= 0 && (s.isWord(s.chunks[o].head, "indictment") || s.isWord(s.chunks[o].head, "charges") || s.isWord(s.chunks[o].head, "complaint"))
	}
	return false
}

// today reports that a sentence tells what was done on the day of the text.
func (s *sentence) today(v int) bool {
	for i := range s.toks {
		if s.isWord(i, "today") {
			return true
		}
	}
	perfect, _ := s.tense(&s.chunks[v])
	if perfect || !s.chunks[v].inf {
		return perfect
	}
	for k := v - 1; k >= 0 && k > v-4; k-- { // "decided on 18 July to place"
		if s.chunks[k].kind == chunkVG {
			return s.isWord(s.chunks[k].head, "decided")
		}
	}
	return false
}

// giveGrounds makes allegations of the authority of what the text tells as the grounds of
// its action.
func (d *docState) giveGrounds(all []told) {
	if !d.action.told {
		return
	}
	var of []string // the categories told up to the action
	for i := range all {
		if all[i].sentence <= d.action.sentence {
			of = append(of, all[i].claim.Category)
		}
	}
	for i := range all {
		c := &all[i].claim
		switch {
		case c.Status != claim.Asserted || len(c.Attribution) > 0 || c.Category == "nuclear-missile":
			continue
		case all[i].sentence < d.action.sentence && d.action.sentence >= opening:
			continue // told before anybody acted, and by somebody else
		case !d.action.release && !slices.Contains(of, c.Category):
			continue
		}
		c.Status = claim.Alleged
		if d.action.source.Name != "" {
			c.Attribution = []claim.Source{d.action.source}
		}
		c.Extraction.Review = append(c.Extraction.Review, fmt.Sprintf("told as the grounds of the action of sentence %d", d.action.sentence+1))
	}
}
