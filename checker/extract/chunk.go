package extract

// chunkKind is the kind of a chunk.
type chunkKind uint8

const (
	chunkNP    chunkKind = iota // noun phrase, pronouns too
	chunkVG                     // verb group: "has not been sending"
	chunkPrep                   // preposition
	chunkConj                   // and, or, but
	chunkSub                    // subordinator or relative pronoun
	chunkComma                  // a comma
	chunkBreak                  // dash, colon, semicolon, bracket, full stop
)

// chunk is a run of tokens [start, end).
type chunk struct {
	kind       chunkKind
	start, end int
	head       int // NP: its last noun; VG: the main verb; else start

	// Noun phrases.
	pron  bool
	again bool // stands for people spoken of before: "a second contingent"
	time  bool // "Tuesday", "last month": never a party
	prep  int  // index of the chunk of the preposition that governs it, through coordination too; -1 is none

	// Verb groups.
	verb    int32 // index into Lexicon.verbs, or -1 for be and have alone
	form    form
	inf     bool // "to send"
	passive bool // be + participle
	bare    bool // participle without an auxiliary: "workers sent to Russia", or plain past
	aux     bool
}

// cut divides the sentence into chunks.
func (s *sentence) cut() {
	s.chunks = s.chunks[:0]
	for i := 0; i < len(s.toks); {
		start := i
		switch s.tags[i] {
		case tagQuote:
			i++
			continue
		case tagComma:
			i++
			s.push(chunk{kind: chunkComma, start: start, end: i})
		case tagBreak:
			i++
			s.push(chunk{kind: chunkBreak, start: start, end: i})
		case tagConj:
			i++
			s.push(chunk{kind: chunkConj, start: start, end: i, head: start})
		case tagSub, tagRel:
			i++
			s.push(chunk{kind: chunkSub, start: start, end: i, head: start})
		case tagPrep:
			if i++; s.bearing(start) {
				i++
			}
			s.push(chunk{kind: chunkPrep, start: start, end: i, head: start})
		case tagTo:
			if j := s.skipAdverbs(i + 1); j < len(s.toks) && (s.tags[j] == tagVerb && s.words[j].form&formBase != 0 || s.tags[j] == tagAux) {
				i = s.verbGroup(i+1, true)
				break
			}
			i++
			s.push(chunk{kind: chunkPrep, start: start, end: i, head: start})
		case tagAux, tagModal, tagNeg, tagAdv, tagVerb:
			i = s.verbGroup(i, false)
		default:
			i = s.nounPhrase(i)
		}
	}
	s.passives()
	s.particles()
	s.govern()
}

// particles gives "over" and "across" to the verb before them where goods or people follow:
// "trucked over excavators", but not "smuggled over the Yalu".
func (s *sentence) particles() {
	out := s.chunks[:0]
	for k := range s.chunks {
		if len(out) > 0 && k+1 < len(s.chunks) && s.chunks[k].kind == chunkPrep && s.particle(&out[len(out)-1], &s.chunks[k], &s.chunks[k+1]) {
			out[len(out)-1].end = s.chunks[k].end
			continue
		}
		out = append(out, s.chunks[k])
	}
	s.chunks = out
}

// particle reports that preposition p belongs to verb group v, which noun phrase o follows.
func (s *sentence) particle(v, p, o *chunk) bool {
	if v.kind != chunkVG || v.passive || v.end != p.start || o.kind != chunkNP || o.time || s.tags[o.start] == tagDet || s.toks[o.head].is(fCap) && !s.upper || s.noun[o.head] == 0 || s.lex.themeKin[s.hits[s.noun[o.head]-1].ref] == 0 {
		return false
	}
	switch s.lower(p.head) {
	case "over", "across", "off", "through", "along":
		return s.lex.verbIs(v.verb, verbsMoving)
	}
	return false
}

// passives makes verb groups of phrases that say what is done with something: "crabs
// are on sale", "a reactor under construction by the North".
func (s *sentence) passives() {
	out := s.chunks[:0]
	for k := 0; k < len(s.chunks); k++ {
		verb, ok := s.passive(k)
		if !ok || len(out) == 0 {
			out = append(out, s.chunks[k])
			continue
		}
		before, noun := &out[len(out)-1], &s.chunks[k+1]
		v := chunk{kind: chunkVG, start: s.chunks[k].start, end: noun.end, head: noun.head, verb: verb, form: formPart, bare: true, prep: -1}
		switch {
		case before.kind == chunkVG && before.verb < 0 && before.aux && s.words[before.head].verb == 0:
			v.start, v.inf, v.aux, v.bare, v.passive = before.start, before.inf, true, false, true
			*before = v
		case before.kind == chunkNP:
			out = append(out, v)
		default:
			out = append(out, s.chunks[k])
			continue
		}
		k++ // the noun is part of it
	}
	s.chunks = out
}

// passive is the verb that preposition k and the noun behind it stand for: "on sale".
func (s *sentence) passive(k int) (verb int32, ok bool) {
	if k+1 >= len(s.chunks) || s.chunks[k].kind != chunkPrep || s.chunks[k+1].kind != chunkNP || s.chunks[k+1].head != s.chunks[k+1].start {
		return -1, false
	}
	verb, ok = s.lex.passives[s.lower(s.chunks[k].head)+" "+s.lower(s.chunks[k+1].head)]
	return verb, ok
}

func (s *sentence) push(c chunk) {
	c.prep = -1
	s.chunks = append(s.chunks, c)
}

func (s *sentence) skipAdverbs(i int) int {
	for i < len(s.toks) && (s.tags[i] == tagAdv || s.tags[i] == tagQuote || s.tags[i] == tagNeg) {
		i++
	}
	return i
}

// verbGroup reads auxiliaries, adverbs, negations and one main verb from
// token i. Adverbs without a verb give no chunk.
func (s *sentence) verbGroup(i int, inf bool) int {
	c := chunk{kind: chunkVG, start: i, head: -1, verb: -1, inf: inf}
	be := false
	last := -1
	for ; i < len(s.toks); i++ {
		switch s.tags[i] {
		case tagAux:
			switch s.lower(i) {
			case "be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "got", "gets", "get", "getting":
				be = true
			case "have", "has", "had", "having", "'ve":
				be = false
			}
			c.aux = true
			last = i
			continue
		case tagModal:
			c.aux = true
			last = i
			continue
		case tagNeg, tagAdv:
			continue
		case tagQuote:
			if last < 0 {
				break
			}
			continue
		case tagVerb:
			c.head, c.verb, c.form = i, s.words[i].verb-1, s.words[i].form
			c.passive = be && c.form&formPart != 0
			if s.lower(c.start) == "having" {
				c.form, c.aux = formIng, false // "acknowledged having sent"
			}
			c.bare = !c.aux && !inf && c.form&formPart != 0 && (c.form&formBase == 0 || s.isWord(i+1, "by")) // "run by"
			i++
			c.end = i
			s.push(c)
			return i
		}
		break
	}
	if last >= 0 { // be or have as the main verb
		c.head, c.end = last, last+1
		switch s.lower(last) {
		case "have", "has", "had", "having":
			c.verb, c.form, c.aux = s.lex.have, formThird, false
		}
		s.push(c)
		return max(c.end, c.start+1)
	}
	return max(i, c.start+1)
}

// nounPhrase reads one noun phrase from token i.
func (s *sentence) nounPhrase(i int) int {
	c := chunk{kind: chunkNP, start: i, head: i}
	if s.tags[i] == tagPron {
		c.pron = true
		c.end = i + 1
		s.push(c)
		return i + 1
	}
	head := false
loop:
	for ; i < len(s.toks); i++ {
		switch s.tags[i] {
		case tagDet, tagPossPron:
			if i > c.start && s.tags[i-1] != tagPoss && s.tags[i-1] != tagQuote && s.tags[i-1] != tagDet {
				break loop
			}
		case tagNoun:
			if c.time && s.tags[c.start] == tagTime && i > c.start && s.tags[i-1] == tagNum && c.start > 0 &&
				(s.tags[c.start-1] == tagPrep || c.start > 1 && s.tags[c.start-1] == tagConj && s.tags[c.start-2] == tagTime) {
				break loop // "In October 2017 private firms smuggled"
			}
			if head && i > c.start && s.ent[i-1] != 0 && s.kindAt(i-1) == byPeople && s.noun[i] != 0 && (s.noun[i] != s.noun[i-1] || s.noun[i-1] == 0) {
				break loop // "sold the North Koreans perfume"
			}
			if i > c.start && s.datedAt(c.start, i) && !s.words[i].span && (s.words[i].verb == 0 || s.toks[i].is(fCap)) {
				break loop // "On Monday Reuters reported", "In 2019 Reuters reported", "Last week Reuters reported"
			}
			c.head, head = i, true
		case tagEntity:
			if c.time && (s.tags[i-1] == tagTime || s.tags[i-1] == tagNum) {
				break loop // "On Wednesday the White House", "On Aug. 10 South Korea's customs"
			}
			if i > c.start && s.tags[i-1] == tagNum && s.year(i-1) > 0 {
				break loop // "Between 2011 and 2014 North Korean engineers"
			}
			// "told reporters North Korea had …": a name begins a new phrase
			// after a plural noun.
			if head && s.kindAt(i) != byAdjective && i > c.start && s.ent[i] != s.ent[i-1] && s.tags[i-1] == tagNoun && s.looksPlural(i-1) {
				break loop
			}
			if head && c.start > 0 && i > c.start && s.ent[i] != s.ent[i-1] && s.noun[i-1] != 0 && s.perfectBehind(i) {
				break loop // "the coal Chinese power plants had bought"
			}
			c.head, head = i, true
		case tagTime:
			if head {
				break loop
			}
			c.time = true
			c.head = i
		case tagNum:
			if head && i > c.start && (s.approximates(i) || s.distance(i)) {
				break loop // "sent the regime more than 800 cases", "met a ship 80 miles south of Jeju"
			}
			if head && i > c.start && c.start > 0 && s.tags[c.start-1] == tagVerb && s.ent[i-1] != 0 && s.isEntityName(i-1) && s.year(i) == 0 && s.tagAfter(i) != tagHyphen {
				break loop // "sent Russia 12,000 troops"
			}
			if c.time && s.year(i) == 0 && s.small(i, 31) == 0 {
				break loop // "In December 2017 about thirty ventures"
			}
			if !head {
				c.head = i
			}
		case tagPoss, tagHyphen:
		case tagQuote:
			if n := i + 1; n >= len(s.toks) || s.tags[n] != tagNoun && s.tags[n] != tagEntity && s.tags[n] != tagPoss {
				i++
				break loop
			}
		default:
			break loop
		}
	}
	c.end = i
	for c.end > c.start+1 && s.tags[c.end-1] == tagQuote {
		c.end--
	}
	c.time = c.time || s.words[c.head].span
	s.push(c)
	return max(i, c.start+1)
}

// perfectBehind reports that the phrase which goes on at token i ends before "had" and a
// verb that ask for an object.
func (s *sentence) perfectBehind(i int) bool {
	for i++; i < len(s.toks) && (s.tags[i] == tagNoun || s.tags[i] == tagEntity || s.tags[i] == tagHyphen); i++ {
	}
	return i+1 < len(s.toks) && s.tags[i] == tagAux && s.afterHave(i+1) && s.tagAfter(i) == tagVerb
}

// datedAt reports that the tokens from start to i, which a noun follows, are all of
// a date: a day or a year behind its preposition, or a span of time before a name.
func (s *sentence) datedAt(start, i int) bool {
	if s.toks[i].is(fCap) && s.words[i-1].span && !s.headline() {
		return true
	}
	return start == i-1 && start > 0 && s.tags[start-1] == tagPrep && (s.tags[start] == tagTime || s.tags[start] == tagNum && s.year(start) > 0)
}

// distance reports a number of miles or the like at token i.
func (s *sentence) distance(i int) bool {
	switch s.lower(min(i+1, len(s.toks)-1)) {
	case "miles", "kilometres", "kilometers", "km", "nautical", "metres", "meters":
		return true
	}
	return false
}

// approximates reports a word that opens an amount: "more than 800 cases".
func (s *sentence) approximates(i int) bool {
	switch s.lower(i) {
	case "more", "fewer", "less":
		return s.isWord(i+1, "than")
	case "at":
		return s.isWord(i+1, "least") || s.isWord(i+1, "most")
	case "up":
		return s.isWord(i+1, "to")
	}
	return false
}

// govern finds for each noun phrase the preposition that governs it, also
// through "and" and lists: "to Russia, China and Poland".
func (s *sentence) govern() {
	for k := range s.chunks {
		c := &s.chunks[k]
		if c.kind != chunkNP || k == 0 {
			continue
		}
		switch p := &s.chunks[k-1]; p.kind {
		case chunkPrep:
			c.prep = k - 1
		case chunkConj, chunkComma:
			j := k - 1
			for j > 0 && (s.chunks[j].kind == chunkConj || s.chunks[j].kind == chunkComma) {
				j--
			}
			before := &s.chunks[j]
			if before.kind != chunkNP || before.prep < 0 {
				continue
			}
			// A noun phrase that its own verb follows is a new clause, but not
			// the second half of "between A and B".
			second := s.lower(s.chunks[before.prep].head) == "between" && j == before.prep+1
			if !second && s.newClause(k) {
				continue
			}
			if p.kind == chunkComma && (!s.listContinues(k) || s.behindOpening(k)) {
				continue
			}
			c.prep = before.prep
		}
	}
}

// behindOpening reports a list behind a comma that is the subject of the verb behind it,
// for all before the comma hangs on prepositions: "in Pyongyang, Russia and North Korea
// signed". It is no list with what the preposition governs, as in "coal from China, Russia
// and North Korea fuelled the mill".
func (s *sentence) behindOpening(k int) bool {
	v := k
	for v < len(s.chunks) && (s.chunks[v].kind == chunkNP || s.chunks[v].kind == chunkConj || s.chunks[v].kind == chunkComma) {
		v++
	}
	if v == len(s.chunks) || s.chunks[v-1].kind != chunkNP || s.chunks[v].kind != chunkVG || !s.predicate(v) && !s.chunks[v].bare {
		return false
	}
	if s.lex.verbIs(s.chunks[v].verb, verbsReporting) && (v+1 == len(s.chunks) || s.chunks[v+1].kind == chunkBreak || s.chunks[v+1].time) {
		return true // "… are back in this region, residents and merchants said"
	}
	for j := k - 1; j >= 0; j-- {
		switch c := &s.chunks[j]; {
		case c.kind == chunkSub || c.kind == chunkBreak:
			return true
		case c.kind == chunkPrep && (s.isWord(c.head, "from") || s.isWord(c.head, "between") || s.isWord(c.head, "among")):
			return false // "from Syria, Iran and North Korea came rockets"
		case c.kind == chunkVG || c.kind == chunkNP && c.prep < 0 && !c.time:
			return false
		}
	}
	return true
}

// setsOff reports "but", or "and" behind a comma that ends no list, in front of phrase k:
// "China sold coal, and workers left for Laos".
func (s *sentence) setsOff(k int) bool {
	if k < 3 || s.chunks[k-1].kind != chunkConj {
		return false
	}
	return s.isWord(s.chunks[k-1].head, "but") || s.chunks[k-2].kind == chunkComma && (k < 4 || s.chunks[k-4].kind != chunkComma)
}

// newClause reports a noun phrase behind "and" that begins a clause of its own.
func (s *sentence) newClause(k int) bool { return s.subjectAnew(k) || s.goesOnAnew(k) }

// subjectAnew reports a noun phrase behind "and" whose verb follows it, where the clause
// before has one too. "Coal from China and Russia fuelled the mill" is one clause, "bought
// coal from China and Russia sold oil" two.
func (s *sentence) subjectAnew(k int) bool {
	if k+1 >= len(s.chunks) || s.chunks[k+1].kind != chunkVG || s.chunks[k+1].inf || s.chunks[k+1].bare && !s.plainPast(k+1) && !s.setsOff(k) {
		return false
	}
	for j := range s.verbsBefore(k) {
		if s.acts(j) || s.chunks[j].bare && s.chunks[j+1].kind == chunkNP && !s.chunks[j+1].time && s.lex.verbIs(s.chunks[j].verb, verbsDitransitive) { // "sent parts to Syria and …"
			return true
		}
	}
	return false
}

// listContinues reports whether a comma before chunk k is one of a list that
// ends in "and" or "or".
func (s *sentence) listContinues(k int) bool {
	for j := k + 1; j+1 < len(s.chunks) && j < k+8; j += 2 {
		switch s.chunks[j].kind {
		case chunkConj:
			return s.chunks[j+1].kind == chunkNP
		case chunkComma:
			if s.chunks[j+1].kind == chunkConj {
				return true
			}
			if s.chunks[j+1].kind != chunkNP {
				return false
			}
		default:
			return false
		}
	}
	return false
}
