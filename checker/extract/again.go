package extract

import "slices"

// What a sentence calls "the cargo" or "the shipments" is what a claim shortly
// before it was about. Words for goods in general take the place of the goods
// last spoken of; event nouns go on with the claim whose act they name.

// lastGoods are the goods of the last claim that named any.
type lastGoods struct {
	noun     int32
	sentence int
	inbound  bool // to the sanctioned State: "the items" are not its own
}

// keepGoods remembers the goods of a claim's theme.
func (d *docState) keepGoods(s *sentence, c *candidate) {
	if slices.Contains(c.frame.Target, "actor") {
		return // the State's own missiles are no goods
	}
	for _, g := range s.group(c.theme) {
		for i := s.chunks[g].start; i < s.chunks[g].end; i++ {
			if s.noun[i] == 0 {
				continue
			}
			if ref := s.hits[s.noun[i]-1].ref; d.lex.goodOf(ref, c.frame) != "" {
				d.lastGoods = lastGoods{noun: ref, sentence: d.sentence, inbound: slices.ContainsFunc(c.parties, func(p boundParty) bool {
					return p.role == "recipient" && d.lex.isSanctioned(p.country)
				})}
				return
			}
		}
	}
}

// matchAgain gives "the cargo" the noun entry of the goods last spoken of, unless
// the phrase says itself what it holds.
func (s *sentence) matchAgain() {
	if s.state == nil || s.state.lastGoods.noun < 0 || s.index-s.state.lastGoods.sentence > measuredReach {
		return
	}
	for i := range s.toks {
		if s.isWord(i+1, "of") || !(s.lex.words[s.toks[i].id].again && s.index-s.state.lastGoods.sentence <= carryLimit && s.pointsBack(i)) && !s.measured(i) {
			continue
		}
		taken := false
		for k := range s.hits {
			if h := &s.hits[k]; h.layer == layerNoun && h.start == i && h.end == i+1 {
				h.ref, taken = s.state.lastGoods.noun, true
			} else if h.layer == layerNoun && h.start <= i && i < h.end {
				taken = true // part of a longer noun: "the cargo ship"
			}
		}
		if !taken {
			k := 0
			for k < len(s.hits) && s.hits[k].start <= i {
				k++
			}
			s.hits = append(s.hits, hit{})
			copy(s.hits[k+1:], s.hits[k:])
			s.hits[k] = hit{start: i, end: i + 1, layer: layerNoun, ref: s.state.lastGoods.noun}
		}
	}
}

// measuredReach is the number of sentences over which an amount that names the State is
// one of the goods last spoken of.
const measuredReach = 6

// measured reports "18,000 tons" of what the sentence before named.
func (s *sentence) measured(i int) bool {
	switch s.lower(i) {
	case "tons", "tonnes", "barrels", "litres", "liters":
	default:
		return false
	}
	reach := 2
	if s.namesSanctioned() {
		reach = measuredReach // "the North has shipped 2.9 million tonnes to China"
	}
	if i == 0 || s.index-s.state.lastGoods.sentence > reach {
		return false
	}
	for _, h := range s.hits {
		if h.layer == layerNoun && s.lex.namesGoods(h.ref) {
			return false // it says itself of what
		}
	}
	_, ok := s.numberAt(i - 1)
	return ok
}

// pointsBack reports "the", "these", "its" before the noun at token i, with at most
// an adjective between them that is not itself a State or a noun of the lexicon.
func (s *sentence) pointsBack(i int) bool {
	if i > 0 && s.lex.words[s.toks[i-1].id].banned {
		return true // "shipping banned goods": those that the text speaks of
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		switch s.lower(j) {
		case "the", "these", "those", "this", "that", "such", "its", "their", "said":
			return true
		}
		if s.toks[j].kind != kWord {
			return false
		}
		for _, h := range s.hits {
			if h.start <= j && j < h.end && (h.layer == layerEntity || h.layer == layerNoun && !s.lex.words[s.toks[j].id].banned) {
				return false
			}
		}
	}
	return false
}

// goesOn reports an event noun of phrase k that stands for the act of the last
// claim of the frame's category: "the shipments", "these sales".
func (s *sentence) goesOn(f *Frame, k int) bool {
	if s.state == nil || !f.GoesOn {
		return false
	}
	switch s.lower(s.chunks[k].start) {
	case "the", "these", "those", "such", "both":
	default:
		return false
	}
	last, ok := s.state.lastClaim[f.Category]
	return ok && s.index-last.sentence <= carryLimit && s.index != last.sentence && last.activity == f.Activity
}

// carryParties gives a candidate that goes on with the last claim of its category
// the parties that its own words leave out.
func (s *sentence) carryParties(c *candidate) {
	if c.theme >= 0 || len(c.frame.theme) == 0 {
		return
	}
	last := s.state.lastClaim[c.frame.Category]
	for _, p := range last.parties {
		if slices.ContainsFunc(c.parties, func(o boundParty) bool { return o.country == p.country || o.role == p.role }) {
			continue
		}
		c.parties = append(c.parties, s.carriedParty(c, p, last.sentence))
	}
}

// keepChains renews what "the vessel" stands for in the sentences after one that
// says "the vessel" itself: the chain goes on.
func (d *docState) keepChains(s *sentence) {
	d.keepVessel(s)
	for k := range s.chunks {
		if s.chunks[k].kind != chunkNP || s.noun[s.chunks[k].head] == 0 {
			continue
		}
		if _, ok := s.carriedOver(k); !ok {
			continue
		}
		for _, class := range d.lex.nouns[s.hits[s.noun[s.chunks[k].head]-1].ref].classes {
			if w, ok := d.carried[class]; ok && d.sentence-w.sentence <= carryLimit {
				d.carried[class] = carried{w.country, d.sentence}
			}
		}
	}
}

// keepPeople remembers the people of a claim's theme.
func (d *docState) keepPeople(s *sentence, c *candidate) {
	for _, g := range s.group(c.theme) {
		k := &s.chunks[g]
		if k.kind != chunkNP || s.noun[k.head] == 0 {
			continue
		}
		ref := s.hits[s.noun[k.head]-1].ref
		if d.lex.under(ref, d.lex.known[classWorkers]) || d.lex.under(ref, d.lex.known[classTroops]) || d.lex.under(ref, d.lex.known[classMedics]) {
			d.lastPeople = lastGoods{noun: ref, sentence: d.sentence}
			return
		}
	}
}

// keepSubject remembers those of the sanctioned State of whom the sentence tells, if it names
// no others who act: "they" of the next sentence.
func (d *docState) keepSubject(s *sentence) {
	v := s.mainVerb()
	if v < 0 || s.chunks[v].kind != chunkVG {
		return
	}
	k := s.subject(v)
	if k < 0 || s.isSource(s.chunks[k].head) {
		return
	}
	for j := range s.chunks {
		if c := &s.chunks[j]; c.kind == chunkNP && j != k && !c.time && s.looksPlural(c.head) && s.canAct(c.head) {
			return
		}
	}
	k = s.mainPhrase(k)
	c := &s.chunks[k]
	if c.pron || s.noun[c.head] == 0 || s.tags[c.head] != tagNoun || !s.looksPlural(c.head) || !s.canAct(c.head) {
		return
	}
	var few [4]mention
	ms := s.groupCountries(few[:0], k)
	if len(ms) == 0 || slices.ContainsFunc(ms, func(m mention) bool { return !d.lex.isSanctioned(m.country) || m.basis != "" && !s.byThing(m) }) {
		return
	}
	d.lastPeople = lastGoods{noun: s.hits[s.noun[c.head]-1].ref, sentence: d.sentence}
}

// pronouns gives "it", "they" and "them" the noun entry of what the claim of the
// sentence before was about, where something is done to them: "they were shipped".
func (s *sentence) pronouns() {
	if s.state == nil {
		return
	}
	s.partitives()
	for k := range s.chunks {
		c := &s.chunks[k]
		if c.kind != chunkNP || !c.pron || s.noun[c.head] != 0 {
			continue
		}
		passive := k+1 < len(s.chunks) && s.chunks[k+1].kind == chunkVG && s.chunks[k+1].passive
		object := k > 0 && s.chunks[k-1].kind == chunkVG && !(k+1 < len(s.chunks) && s.chunks[k+1].finite())
		var last lastGoods
		switch w := s.lower(c.head); {
		case w == "them" && object, w == "they" && passive:
			last = s.state.lastGoods
			if p := s.state.lastPeople; p.noun >= 0 && p.sentence >= last.sentence {
				last = p
			}
		case w == "they" && k+1 < len(s.chunks) && s.chunks[k+1].kind == chunkVG:
			last = s.state.lastPeople
		case w == "it" && (passive || object):
			last = s.state.lastGoods
		case w == "she" || w == "her":
			last = s.state.lastVessel
		default:
			continue
		}
		if last.noun < 0 || s.index-last.sentence != 1 {
			continue
		}
		s.hits = append(s.hits, hit{start: c.head, end: c.head + 1, layer: layerNoun, ref: last.noun})
		s.noun[c.head] = int32(len(s.hits))
	}
}

// keepVessel remembers the ship that the sentence speaks of; a sentence about a woman
// ends that.
func (d *docState) keepVessel(s *sentence) {
	vessel := d.lex.known[classMaritimeVessel]
	for k := range s.chunks {
		c := &s.chunks[k]
		if c.kind != chunkNP {
			continue
		}
		if s.noun[c.head] != 0 && d.lex.under(s.hits[s.noun[c.head]-1].ref, vessel) {
			d.lastVessel = lastGoods{noun: s.hits[s.noun[c.head]-1].ref, sentence: d.sentence}
			return
		}
	}
}

// partitives gives "a second contingent" and "the team" the noun entry of the people
// last spoken of.
func (s *sentence) partitives() {
	last := s.state.lastPeople
	if last.noun < 0 || s.index-last.sentence > carryLimit {
		return
	}
	for k := range s.chunks {
		c := &s.chunks[k]
		if c.kind != chunkNP || c.pron || c.time {
			continue
		}
		switch {
		case s.headClass(k, classPartitive) && s.tags[c.head] == tagNoun && s.peopleWord(c.head) && s.another(k):
			if k+2 < len(s.chunks) && s.chunks[k+1].kind == chunkPrep && s.isWord(s.chunks[k+1].head, "of") && s.tags[s.chunks[k+2].head] != tagNum {
				continue // "a second contingent of Nepalis"
			}
		default:
			continue
		}
		c.again = true
		s.hits = append(s.hits, hit{start: c.head, end: c.head + 1, layer: layerNoun, ref: last.noun})
		s.noun[c.head] = int32(len(s.hits))
	}
}

// peopleWord reports a word for a number of people.
func (s *sentence) peopleWord(i int) bool {
	switch s.lower(i) {
	case "contingent", "contingents", "group", "groups", "team", "teams", "batch", "batches", "wave", "crew", "squad", "brigade":
		return true
	}
	return false
}

// another reports "the", "a second", "another" before the head of phrase k.
func (s *sentence) another(k int) bool {
	for i := s.chunks[k].start; i < s.chunks[k].head; i++ {
		switch s.lower(i) {
		case "the", "these", "those", "second", "third", "another", "further", "first", "new", "more", "additional", "other", "last":
			return true
		}
	}
	return false
}

// themeClasses are the noun classes of a candidate's theme that its frame asks for.
func (s *sentence) themeClasses(c *candidate) []int32 {
	if c.theme < 0 {
		return nil
	}
	var out []int32
	for _, g := range s.group(c.theme) {
		for i := s.chunks[g].start; i < s.chunks[g].end; i++ {
			if s.noun[i] == 0 {
				continue
			}
			for _, class := range s.lex.nouns[s.hits[s.noun[i]-1].ref].classes {
				if slices.ContainsFunc(c.frame.theme, func(want int32) bool { return s.lex.isUnder(class, want) }) && !slices.Contains(out, class) {
					out = append(out, class)
				}
			}
		}
	}
	return out
}
