package extract

import (
	"fmt"
	"slices"
)

// A role of a frame is filled by following routes through the chunks from the
// trigger: to its subject, its object, a preposition, … Each route yields the
// countries it finds there.

// mention is a country found on a route.
type mention struct {
	country    string
	start, end int // tokens that name it
	chunk      int
	basis      string // how it was resolved; "" when the text names the country
}

// countries returns the countries that chunk k names, and those that its
// pronouns and definite nouns stand for.
func (s *sentence) countries(dst []mention, k int) []mention {
	c := &s.chunks[k]
	if s.elsewhere(k) {
		return dst
	}
	found := false
	for i := c.start; i < c.end; i++ {
		if s.ent[i] == 0 || i > c.start && s.ent[i] == s.ent[i-1] {
			continue
		}
		if !found && s.leftOut(k) {
			return dst
		}
		h := s.hits[s.ent[i]-1]
		m := mention{country: s.lex.entities[h.ref].country, start: h.start, end: h.end, chunk: k}
		if s.lex.entities[h.ref].kind == byThing {
			m.basis = s.thingBasis(i)
		}
		dst = append(dst, m)
		found = true
	}
	if found {
		return dst
	}
	if m, ok := s.carriedOver(k); ok {
		return append(dst, m)
	}
	if m, ok := s.shipsOwn(k); ok {
		return append(dst, m)
	}
	if m, ok := s.missionsOwn(k); ok {
		return append(dst, m)
	}
	switch s.tags[c.start] {
	case tagPron, tagPossPron, tagDet, tagNum:
	default:
		if s.noun[c.head] == 0 {
			return dst // no pronoun, no article, no noun that stands for a State
		}
	}
	first := s.lower(c.start)
	focus := s.nearFocus(k, first == "it" || first == "its")
	switch {
	case c.pron && (first == "we" || first == "us") || s.tags[c.start] == tagPossPron && first == "our":
		for _, a := range s.attributed {
			if a.country != "" && c.start >= a.from && c.start < a.to {
				return append(dst, mention{country: a.country, start: c.start, end: c.start + 1, chunk: k, basis: first + " is the speaker, " + a.source.Name})
			}
		}
	case c.pron && first == "it" && s.speakerOf(k) != "":
		dst = append(dst, mention{country: s.speakerOf(k), start: c.start, end: c.start + 1, chunk: k, basis: "it is the speaker"})
	case c.pron && (first == "they" || first == "them") && s.lastPeople() != "":
		dst = append(dst, mention{country: s.lastPeople(), start: c.start, end: c.start + 1, chunk: k, basis: "pronoun " + first})
	case focus != "" && (c.pron && (first == "it" || first == "they" || first == "them") || s.tags[c.start] == tagPossPron && (first == "its" || first == "their")):
		dst = append(dst, mention{country: focus, start: c.start, end: c.start + 1, chunk: k, basis: "pronoun " + first})
	case first == "the" && s.headClass(k, classTheState) && !s.ofState(k) && s.nearState(k) != "":
		dst = append(dst, mention{country: s.nearState(k), start: c.start, end: c.end, chunk: k, basis: "definite noun"})
	case (first == "this" || first == "the") && s.headClass(k, classThePlace) && !s.ofState(k) && s.placeBefore(k) != "":
		dst = append(dst, mention{country: s.placeBefore(k), start: c.start, end: c.end, chunk: k, basis: "the place last named"})
	case s.state != nil && s.headClass(k, classTwoSides):
		for _, country := range s.state.twoSides() {
			dst = append(dst, mention{country: country, start: c.start, end: c.end, chunk: k, basis: "the two most named States of the paragraphs before"})
		}
	}
	return dst
}

// placeBefore is the State of the place that the text named last before chunk k.
func (s *sentence) placeBefore(k int) string {
	for i := s.chunks[k].start - 1; i >= 0; i-- {
		if s.ent[i] != 0 && s.kindAt(i) == byPlace {
			return s.lex.entities[s.hits[s.ent[i]-1].ref].country
		}
	}
	if s.state == nil {
		return ""
	}
	return s.state.place
}

// speakerOf is the State of whoever says what chunk k is part of, "a firm told the
// broker that it …", or "".
func (s *sentence) speakerOf(k int) string {
	i := s.chunks[k].start
	if k == 0 || s.chunks[k-1].kind != chunkSub && !(s.chunks[k-1].kind == chunkVG && s.lex.verbIs(s.chunks[k-1].verb, verbsReporting)) {
		return ""
	}
	for _, a := range s.attributed {
		if a.end <= i && i < a.to && a.from <= i && a.country != "" && !a.outer {
			return a.country
		}
	}
	return ""
}

// shipsOwn resolves "its transponder", "her hull" and "its master" to the State of the
// ship that the sentence before spoke of.
func (s *sentence) shipsOwn(k int) (mention, bool) {
	c := &s.chunks[k]
	if s.state == nil || s.tags[c.start] != tagPossPron || s.index-s.state.lastVessel.sentence != 1 || s.state.lastVessel.noun < 0 {
		return mention{}, false
	}
	switch {
	case s.isWord(c.start, "her"):
	case s.isWord(c.start, "its") && (s.headClass(k, classMaritimeAis) || s.headClass(k, classMaritimeIdentity) || s.headClass(k, classMaritimeFlag) || s.headClass(k, classMaritimeCrew)):
	default:
		return mention{}, false
	}
	was, ok := s.state.carried[s.lex.known[classMaritimeVessel]]
	if !ok || s.index-was.sentence > carryLimit {
		return mention{}, false
	}
	return mention{country: was.country, start: c.start, end: c.start + 1, chunk: k, basis: fmt.Sprintf("the ship of sentence %d", was.sentence+1)}, true
}

// byThing reports a mention by the name of a ship or a firm.
func (s *sentence) byThing(m mention) bool {
	return s.ent[m.start] != 0 && s.kindAt(m.start) == byThing
}

// elsewhere reports a phrase whose State takes no part: "the Chinese border",
// "its border with South Korea", "the war in Ukraine".
func (s *sentence) elsewhere(k int) bool {
	if s.headClass(k, classBorder) || s.headClass(k, classRefugees) {
		return true
	}
	if s.compared(k) {
		return true
	}
	p := s.chunks[k].prep
	if p <= 0 {
		return false
	}
	if s.isWord(s.chunks[p].head, "from") && (s.isWord(s.chunks[p].start-1, "far") || s.isWord(s.chunks[p].start-1, "away")) {
		return true // "off Japan, far from North Korean waters"
	}
	if s.chunks[p-1].kind != chunkNP {
		return false
	}
	if s.isWord(s.chunks[p].head, "of") && s.chunks[p-1].time {
		return true // "in the week of North Korea's congress"
	}
	switch s.lower(s.chunks[p].head) {
	case "from":
		before := s.prepWord(p - 1)
		// "across the river from North Korea", "despite warnings from Washington"
		return before == "across" || before == "despite" && s.headClass(p-1, classObjections)
	case "with", "against", "on", "of", "in", "between":
		return s.headClass(p-1, classBorder) || s.headClass(p-1, classConflict)
	}
	return false
}

// compared reports a phrase that something is only likened to: "as secretive as North Korea",
// "larger than North Korea".
func (s *sentence) compared(k int) bool {
	i := s.chunks[k].start - 1
	switch {
	case s.isWord(i, "as"):
		return s.isWord(i-2, "as") || s.isWord(i-3, "as")
	case s.isWord(i, "than"):
		return true
	}
	return false
}

// nearFocus is the State that a pronoun in chunk k stands for: the nearest
// phrase before it in the sentence that names a State and can act, else the
// focus of the sentences before. "It" stands for no plural, and behind a name whose State
// is not known it stands for none.
func (s *sentence) nearFocus(k int, single bool) string {
	for j := k - 1; j >= 0; j-- {
		c := &s.chunks[j]
		if c.kind != chunkNP || c.time || c.prep >= 0 {
			continue
		}
		for i := c.start; i < c.end; i++ {
			if s.ent[i] == 0 || single && s.isAdjective(i) && s.looksPlural(c.head) {
				continue // "Chinese buyers … its coal"
			}
			return s.lex.entities[s.hits[s.ent[i]-1].ref].country
		}
		if single && !s.upper && !s.headline() && c.end-c.start > 1 && s.isName(c.start, c.end-1) {
			return "" // "Orient Telecom retained its share": the firm's
		}
	}
	return s.focus
}

// nearState is the State that "the country" in chunk k stands for: the nearest that
// the sentence names by more than an adjective, else the focus.
func (s *sentence) nearState(k int) string {
	from, to := s.otherSide(k)
	for j := k - 1; j >= 0; j-- {
		if j >= from && j < to || to > 0 && s.prepWord(j) == "from" && s.prepWord(k) != "from" {
			continue
		}
		for i := s.chunks[j].end - 1; i >= s.chunks[j].start; i-- {
			if s.ent[i] != 0 && !s.isAdjective(i) && s.kindAt(i) != byThing && !(to > 0 && j+1 < k && s.chunks[j+1].kind == chunkVG && s.lex.verbIs(s.chunks[j+1].verb, verbsReporting)) {
				return s.lex.entities[s.hits[s.ent[i]-1].ref].country
			}
		}
	}
	if s.focus == "" {
		return s.nearFocus(k, true)
	}
	return s.focus
}

// otherSide are the chunks [from, to) of the subject of what is done to or from phrase k, who
// cannot be that phrase: in "Russia delivered missiles to the country" it is another.
func (s *sentence) otherSide(k int) (from, to int) {
	switch s.prepWord(k) {
	case "to", "into", "from", "with", "by", "for":
	default:
		return 0, 0
	}
	v := k - 1
	for v >= 0 && s.chunks[v].kind != chunkVG {
		if s.chunks[v].kind == chunkSub || s.chunks[v].kind == chunkBreak {
			return 0, 0
		}
		v--
	}
	if v < 0 || s.focus == "" {
		return 0, 0
	}
	from = s.clauseStart(v)
	for j := from; j < v; j++ {
		for i := s.chunks[j].start; i < s.chunks[j].end; i++ {
			if s.ent[i] != 0 && s.lex.entities[s.hits[s.ent[i]-1].ref].country == s.focus {
				return 0, 0
			}
		}
	}
	return from, v
}

// ofState reports that phrase k says itself whose it is: "the armed forces of
// Mozambique".
func (s *sentence) ofState(k int) bool {
	if k+2 >= len(s.chunks) || s.chunks[k+1].kind != chunkPrep || !s.isWord(s.chunks[k+1].head, "of") {
		return false
	}
	for i := s.chunks[k+2].start; i < s.chunks[k+2].end; i++ {
		if s.ent[i] != 0 {
			return true
		}
	}
	return false
}

// inClass reports a noun of a class at token i.
func (s *sentence) inClass(i int, class knownClass) bool {
	return i >= 0 && s.noun[i] != 0 && s.lex.under(s.hits[s.noun[i]-1].ref, s.lex.known[class])
}

// headClass reports whether the head of noun phrase k is of a noun class.
func (s *sentence) headClass(k int, class knownClass) bool {
	return s.inClass(s.chunks[k].head, class)
}

// predicated are the States that the sentence says of people of phrase k: "the waitresses are
// all from Pyongyang", "two of the shareholders were North Koreans".
func (s *sentence) predicated(k int) []mention {
	if !s.looksPlural(s.chunks[k].head) || s.inAside(k) {
		return nil
	}
	for v := k + 1; v+1 < len(s.chunks) && s.chunks[v].kind != chunkBreak; v++ {
		c := &s.chunks[v]
		if c.kind != chunkVG || !c.finite() || c.passive || s.subject(v) != k && s.mainPhrase(k) != s.subject(v) {
			continue
		}
		if c.verb >= 0 {
			continue // "who double as singers"
		}
		j := v + 1
		if s.chunks[j].kind == chunkNP {
			if s.ent[s.chunks[j].head] != 0 && s.kindAt(s.chunks[j].head) == byPeople {
				return s.countries(nil, j)
			}
			if j++; !s.oneOf(s.chunks[j-1].head) {
				return nil
			}
		}
		if j+1 < len(s.chunks) && s.chunks[j].kind == chunkPrep && s.isWord(s.chunks[j].head, "from") && s.chunks[j+1].kind == chunkNP {
			return s.countries(nil, j+1)
		}
		return nil
	}
	return nil
}

// prepWord is the preposition that governs chunk k, or "".
func (s *sentence) prepWord(k int) string {
	if p := s.chunks[k].prep; p >= 0 {
		return s.lower(s.chunks[p].head)
	}
	return ""
}

// group returns noun phrase k with the phrases that "of" and, when from is
// set, "from" attach to it: "thousands of workers from North Korea".
func (s *sentence) group(k int) []int {
	if !s.asking {
		return s.findGroup(nil, k)
	}
	a := &s.phraseGroups[k]
	if !a.known {
		from := len(s.inGroups)
		s.inGroups = s.findGroup(s.inGroups, k)
		*a = answered{int32(from), int32(len(s.inGroups)), true}
	}
	return s.inGroups[a.from:a.to:a.to]
}

// findGroup appends to out what group is asked for.
func (s *sentence) findGroup(out []int, k int) []int {
	n := len(out)
	out = append(out, k)
	for j := k + 1; j+1 < len(s.chunks); j += 2 {
		if s.chunks[j+1].kind != chunkNP {
			break
		}
		if len(out) == n+1 && j == k+1 && s.chunks[j].kind == chunkConj && s.chunks[j+1].prep == s.chunks[k].prep && j+2 < len(s.chunks) && s.chunks[j+2].kind == chunkPrep && s.lower(s.chunks[j+2].head) == "from" {
			out = append(out, j+1)
			continue
		}
		if len(out) > n+1 && (s.chunks[j].kind == chunkConj || s.chunks[j].kind == chunkComma) && s.chunks[j+1].prep >= 0 && s.chunks[j+1].prep == s.chunks[out[len(out)-1]].prep {
			out = append(out, j+1)
			continue
		}
		if s.chunks[j].kind != chunkPrep {
			break
		}
		switch w := s.lower(s.chunks[j].head); {
		case w == "of", w == "from", w == "among":
		case w == "for" && s.headClass(k, classActingFor): // "agents for North Korea"
		case w == "under" && s.headClass(j+1, classMaritimeFlag): // "vessels under the North Korean flag"
		default:
			return out
		}
		out = append(out, j+1)
	}
	return out
}

// coordinated returns the noun phrases that "and" joins to phrase k on its
// left, with k: "Russia, China and North Korea".
func (s *sentence) coordinated(k int) []int {
	out := []int{k}
	for j := k; j >= 2; j -= 2 {
		link, before := &s.chunks[j-1], &s.chunks[j-2]
		if before.prep >= 0 && s.chunks[j].prep < 0 || j >= 3 && s.acts(j-3) {
			break // "China bought coal and Russia shipped oil": another clause
		}
		if before.kind != chunkNP || before.time || link.kind != chunkConj && (link.kind != chunkComma || len(out) < 2) {
			break
		}
		out = append(out, j-2)
	}
	return out
}

// firstOfList is the first of the phrases that commas and "and" join to phrase k, if none of
// the others has an article or a State of its own; else k.
func (s *sentence) firstOfList(k int) int {
	all := s.coordinated(k)
	for _, j := range all[:len(all)-1] {
		c := &s.chunks[j]
		if c.pron || s.tags[c.start] == tagDet || s.tags[c.start] == tagPossPron || s.tags[c.start] == tagEntity {
			return k
		}
	}
	return all[len(all)-1]
}

// answered is where an answer stands among those kept.
type answered struct {
	from, to int32
	known    bool
}

// groupCountries are the countries of noun phrase k and of what hangs on it. Every frame
// asks for those of the same few phrases: once it is known who speaks, the answer is kept.
func (s *sentence) groupCountries(dst []mention, k int) []mention {
	if !s.asking {
		return s.findGroupCountries(dst, k)
	}
	a := &s.groupStates[k]
	if !a.known {
		var few [4]mention
		ms := s.findGroupCountries(few[:0], k)
		from := len(s.asked)
		s.asked = append(s.asked, ms...)
		*a = answered{int32(from), int32(len(s.asked)), true}
	}
	return append(dst, s.asked[a.from:a.to]...)
}

// keepAnswers begins to keep what group and groupCountries answer, until asking ends.
func (s *sentence) keepAnswers() {
	s.asking, s.asked, s.inGroups = true, s.asked[:0], s.inGroups[:0]
	for _, list := range []*[]answered{&s.groupStates, &s.phraseGroups} {
		*list = slices.Grow((*list)[:0], len(s.chunks))[:len(s.chunks)]
		clear(*list)
	}
}

func (s *sentence) findGroupCountries(dst []mention, k int) []mention {
	n := len(dst)
	g := s.group(k)
	for _, g := range g {
		if len(dst) > n && g > k && s.prepWord(g) == "from" && s.isAdjective(dst[n].start) {
			continue // "North Korean rockets from rebels in Darfur" are no Sudanese ones
		}
		dst = s.countries(dst, g)
	}
	if j := g[len(g)-1] + 1; len(dst) == n && j+2 < len(s.chunks) && s.chunks[j].kind == chunkVG && s.originates(j) {
		if s.chunks[j+1].kind == chunkPrep && s.chunks[j+2].kind == chunkNP {
			dst = s.countries(dst, j+2) // "coal mined in North Korea"
		}
	} else if len(dst) == n && j+2 < len(s.chunks) && s.chunks[j].kind == chunkVG && s.lex.verbIs(s.chunks[j].verb, verbsLinking) && (s.chunks[j].bare || s.chunks[j].nonFinite()) && s.chunks[j+1].kind == chunkPrep && s.chunks[j+2].kind == chunkNP {
		dst = s.countries(dst, j+2) // "a company tied to Office 39"
	} else if len(dst) == n && j+1 < len(s.chunks) && s.chunks[j].kind == chunkVG && s.chunks[j].nonFinite() && s.chunks[j+1].kind == chunkNP && s.headClass(j+1, classMaritimeFlag) {
		dst = s.countries(dst, j+1) // "ships flying the North's flag"
	} else if len(dst) == n && j+3 < len(s.chunks) && s.relates(j) && s.chunks[j+1].kind == chunkVG && s.comesFrom(j+1) && s.chunks[j+3].kind == chunkNP {
		dst = s.countries(dst, j+3) // "waitresses who come from Pyongyang", "squid that was caught by …"
	} else if len(dst) == n && j+2 < len(s.chunks) && s.relates(j) && s.chunks[j+1].kind == chunkNP && s.chunks[j+2].kind == chunkVG && s.brings(j+2) {
		dst = s.countries(dst, j+1) // "ore that Musan digs"
	} else if len(dst) == n && j+2 < len(s.chunks) && s.relates(j) && s.chunks[j+1].kind == chunkVG && s.chunks[j+2].kind == chunkNP && s.headClass(j+2, classMaritimeFlag) {
		dst = s.countries(dst, j+2) // "ships that fly the North's flag"
	} else if len(dst) == n && j+1 < len(s.chunks) && s.chunks[j].kind == chunkNP && s.chunks[j+1].finite() && s.possesses(j+1) {
		dst = s.countries(dst, j) // "restaurants the North has in China"
	}
	if len(dst) == n {
		j := g[len(g)-1] + 1
		if j+1 < len(s.chunks) && s.chunks[j].kind == chunkPrep && s.chunks[j+1].kind == chunkNP {
			if len(g) > 1 && s.prepWord(g[len(g)-1]) == "from" && s.sites(j) {
				return s.countries(dst, j+1) // "gold from a mine near Hyesan"
			}
			j += 2
		}
		// "a dozen waitresses, all from Pyongyang,"
		if j+3 < len(s.chunks) && s.chunks[j].kind == chunkComma && s.chunks[j+1].kind == chunkNP && s.chunks[j+2].kind == chunkPrep && s.lower(s.chunks[j+2].head) == "from" && s.chunks[j+3].kind == chunkNP {
			switch s.lower(s.chunks[j+1].start) {
			case "all", "both", "most", "many", "some", "mostly", "half":
				dst = s.countries(dst, j+3)
			}
		}
	}
	return dst
}

// sites reports a preposition that says where something lies.
func (s *sentence) sites(k int) bool {
	switch s.lower(s.chunks[k].head) {
	case "near", "in", "at", "outside", "above", "below", "around", "behind", "beyond":
		return true
	}
	return false
}

// originates reports a participle that says whose the things before it are.
func (s *sentence) originates(v int) bool {
	c := &s.chunks[v]
	return s.lex.verbIs(c.verb, verbsOrigin) && (c.bare || c.nonFinite() && !c.inf)
}

// brings reports an active verb that makes goods its subject's own: "dig", "sew".
func (s *sentence) brings(v int) bool {
	c := &s.chunks[v]
	if c.passive || !s.lex.verbIs(c.verb, verbsOrigin) {
		return false
	}
	switch s.lex.verbs[c.verb].lemma {
	case "source", "register", "flag", "design", "own", "operate", "control", "run", "come", "originate", "hail":
		return false
	}
	return true
}

// comesFrom reports "come from", "are from" and "were made in" behind a relative
// pronoun.
func (s *sentence) comesFrom(v int) bool {
	c := &s.chunks[v]
	if s.chunks[v+1].kind != chunkPrep {
		return false
	}
	from := s.lower(s.chunks[v+1].head) == "from"
	return c.verb < 0 && from || s.lex.verbIs(c.verb, verbsOrigin) && (from || c.passive)
}

// sitedIn adds the State in which the firm or the workshop of phrase k lies, when its
// words name none: "workshops in Rason", "a broker in Dalian".
func (s *sentence) sitedIn(ms []mention, k int) []mention {
	j := s.group(k)
	at := j[len(j)-1] + 1
	if len(ms) > 0 || at+1 >= len(s.chunks) || s.chunks[at].kind != chunkPrep || s.chunks[at+1].kind != chunkNP {
		return ms
	}
	switch s.lower(s.chunks[at].head) {
	case "in":
		if !s.sited(k) {
			return ms
		}
	case "at":
		if !s.headClass(k, classScientist) || s.ent[s.chunks[at+1].end-1] == 0 {
			return ms // "researchers at Kim Il Sung University"
		}
	default:
		return ms
	}
	return s.countries(ms, at+1)
}

// sited reports a phrase for something that is of the State in which it lies: a
// workshop, a firm, a bank.
func (s *sentence) sited(k int) bool {
	c := &s.chunks[k]
	return s.words[c.head].thing || s.headClass(k, classWorkplace) || s.headClass(k, classBusiness) || s.headClass(k, classSite)
}

// possesses reports a verb that makes its object the subject's: has, runs, makes.
func (s *sentence) possesses(v int) bool {
	c := &s.chunks[v]
	return c.verb >= 0 && (c.verb == s.lex.have || s.lex.verbIs(c.verb, verbsOrigin))
}

// placeWords are the prepositions that tell where an act happens even when they
// stand before its verb: "plants in Dandong employ …".
var placeWords = map[string]bool{"in": true, "at": true, "on": true, "near": true, "across": true}

// governed appends the countries of the phrases that preposition prep governs
// in the clause of chunk k: to its right, or, when there are none, to its left,
// for places, or at the opening of the sentence.
func (s *sentence) governed(dst []mention, k int, prep string) []mention {
	n := len(dst)
	end := s.clauseEnd(k)
	if end == k+1 && end < len(s.chunks) && s.chunks[k].kind == chunkNP && s.relates(end) && end+1 < len(s.chunks) && s.chunks[end+1].kind == chunkVG && s.chunks[end+1].verb < 0 {
		end = s.clauseEnd(end) // "skis that were on their way to"
	}
	for j := k + 1; j < end; j++ {
		if s.chunks[j].kind == chunkVG && s.chunks[j].inf && s.chunks[k].kind == chunkNP && s.chunks[j-1].kind != chunkVG {
			break // "an exercise to cope with threats by …"
		}
		if s.chunks[j].kind == chunkNP && s.prepWord(j) == prep {
			if p := s.chunks[s.chunks[j].prep].start; p > 0 && (s.isWord(p-1, "not") || s.isWord(p-1, "none")) {
				continue // "sold to Laos, not to North Korea", "and none to North Korea"
			}
			before := len(dst)
			dst = s.groupCountries(dst, j)
			if len(dst) == before && (prep == "by" || prep == "to" || prep == "from" || prep == "for" || prep == "with") {
				dst = append(dst, s.sitedIn(nil, j)...)
			}
		}
	}
	if len(dst) > n || prep == "by" || prep == "between" {
		return dst
	}
	for j := k - 1; j >= 0; j-- {
		c := &s.chunks[j]
		if c.kind == chunkBreak || c.kind == chunkSub {
			break
		}
		if c.kind == chunkNP && c.prep >= 0 && s.prepWord(j) == prep && (c.prep == 0 || placeWords[prep]) {
			dst = s.groupCountries(dst, j)
		}
	}
	return dst
}

// leftOut reports a phrase that is named to be left out: "to Indonesia, not to North
// Korea", "and none of it to North Korea".
func (s *sentence) leftOut(k int) bool {
	q := s.chunks[k].prep
	if q < 0 {
		return false
	}
	before := s.chunks[q].start - 1
	return s.isWord(before, "not") || s.isWord(before, "none") || s.isWord(before, "it") && s.isWord(before-1, "of") && s.isWord(before-2, "none")
}
