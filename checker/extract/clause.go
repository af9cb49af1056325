package extract

import (
	"iter"
	"slices"
)

// Clauses are found by rules of thumb over the chunks: where one begins and ends,
// which phrase is the subject of a verb group, and which is its object.

// finite reports a verb group that can carry a clause of its own.
func (c *chunk) finite() bool {
	return c.kind == chunkVG && !c.inf && !c.bare && !(c.form == formIng && !c.aux)
}

// plainPast reports a bare verb group with an object of its own: "Russia shipped
// oil", but not "oil shipped to Russia", nor "workers paid $200" and the like.
func (s *sentence) plainPast(k int) bool {
	c := &s.chunks[k]
	if !c.bare || k+1 >= len(s.chunks) {
		return false
	}
	object := &s.chunks[k+1]
	if object.kind != chunkNP || object.time || s.tags[object.start] == tagNum {
		return false
	}
	return !s.lex.verbIs(c.verb, verbsDitransitive)
}

// predicate reports the verb group of a clause: finite, or a plain past.
func (s *sentence) predicate(k int) bool { return s.chunks[k].finite() || s.plainPast(k) }

// acts reports a predicate other than a verb of saying: "Seoul said China and
// Russia shipped oil" has two shippers.
func (s *sentence) acts(k int) bool {
	return s.predicate(k) && !s.lex.verbIs(s.chunks[k].verb, verbsReporting)
}

// nonFinite reports a participle, gerund or infinitive without an auxiliary.
func (c *chunk) nonFinite() bool {
	return c.inf || c.form == formIng && !c.aux
}

// relates reports a relative pronoun, or "that", which can be one.
func (s *sentence) relates(k int) bool {
	c := &s.chunks[k]
	return c.kind == chunkSub && (s.tags[c.head] == tagRel || s.isWord(c.head, "that"))
}

// clauseEnd is the first chunk after k that no longer belongs to its clause.
func (s *sentence) clauseEnd(k int) int {
	for j := k + 1; j < len(s.chunks); j++ {
		c := &s.chunks[j]
		switch c.kind {
		case chunkSub, chunkBreak:
			return j
		case chunkConj, chunkComma:
			n := j + 1
			for n < len(s.chunks) && (s.chunks[n].kind == chunkConj || s.chunks[n].kind == chunkComma) {
				n++
			}
			if n >= len(s.chunks) {
				return len(s.chunks)
			}
			if s.chunks[n].finite() || s.chunks[n].kind == chunkNP && s.chunks[n].prep < 0 && (n+1 < len(s.chunks) && s.predicate(n+1) || s.goesOnAnew(n) || s.asking && c.kind == chunkComma && s.isSource(s.chunks[n].head)) {
				return j
			}
		}
	}
	return len(s.chunks)
}

// clauseStart is the first chunk of the clause that chunk k is in.
func (s *sentence) clauseStart(k int) int {
	for j := k - 1; j >= 0; j-- {
		switch s.chunks[j].kind {
		case chunkBreak:
			return j + 1
		case chunkSub:
			if s.tags[s.chunks[j].head] != tagRel {
				return j + 1
			}
		}
	}
	return 0
}

// joinedStart is the first chunk of the clause that chunk k is in, where "and" or "but" in
// front of a subject and its verb begins another: "the farm closed and a firm sold rockets".
func (s *sentence) joinedStart(k int) int {
	first := s.clauseStart(k)
	for j := k - 1; j > first; j-- {
		if (s.chunks[j].kind == chunkConj || s.chunks[j].kind == chunkComma) && s.chunks[j+1].kind == chunkNP && s.chunks[j+1].prep < 0 && s.newClause(j+1) {
			return j + 1
		}
	}
	return first
}

// ownClause are the chunks [from, to) of the main clause that chunk k is in, with what hangs
// on it: up to a semicolon, a dash or "while", and up to "and" in front of a subject and its
// verb.
func (s *sentence) ownClause(k int) (from, to int) {
	from = k
	for from > 0 && !s.opensClause(from-1) {
		from--
	}
	to = k + 1
	for to < len(s.chunks) && !s.opensClause(to) {
		to++
	}
	return from, to
}

// opensClause reports that a main clause begins behind chunk k.
func (s *sentence) opensClause(k int) bool {
	switch c := &s.chunks[k]; c.kind {
	case chunkBreak:
		return !s.isWord(c.start, ":")
	case chunkSub:
		return s.isWord(c.head, "while") || s.isWord(c.head, "whereas")
	case chunkConj, chunkComma:
		if k+1 >= len(s.chunks) || s.chunks[k+1].kind != chunkNP || s.chunks[k+1].prep >= 0 {
			return false
		}
		return s.newClause(k+1) || s.isWord(s.chunks[k].head, "but") && k+2 < len(s.chunks) && s.chunks[k+2].finite()
	}
	return false
}

// actsBefore reports "and" in front of phrase k, and an act before it in its clause.
func (s *sentence) actsBefore(k int) bool {
	if k < 2 || s.chunks[k-1].kind != chunkConj || !s.isWord(s.chunks[k-1].head, "and") {
		return false
	}
	for j := range s.verbsBefore(k) {
		return s.acts(j)
	}
	return false
}

// goesOnAnew reports a noun phrase behind "and" or "but" that begins a clause of its own, even
// with more of the subject before its verb: ", and transfers of money to North Korea have gone
// on".
func (s *sentence) goesOnAnew(k int) bool {
	setOff := s.setsOff(k)
	if setOff && !slices.ContainsFunc(s.chunks[:k], func(c chunk) bool { return c.kind == chunkVG }) || !setOff && !s.actsBefore(k) {
		return false
	}
	j := k + 1
	for j < len(s.chunks) && (s.chunks[j].kind == chunkNP || s.chunks[j].kind == chunkPrep) {
		j++
	}
	if j == len(s.chunks) || s.chunks[j].kind != chunkVG || s.chunks[j].inf {
		return false
	}
	return s.predicate(j) || setOff && s.chunks[j].bare && !slices.ContainsFunc(s.chunks[j+1:], func(c chunk) bool { return c.finite() })
}

// subject returns the noun phrase that is the subject of verb group v, or -1.
// Verbs of one chain share it: "was moving to deploy".
func (s *sentence) subject(v int) int {
	first := -1 // of an infinitive or a gerund, when no phrase before it names a State
	if c := &s.chunks[v]; !c.inf && (c.form != formIng || c.aux) || c.passive {
		return s.subjectFrom(v)
	}
	for j := v; j >= 0; {
		k := s.subjectFrom(j)
		if k < 0 {
			break
		}
		if first < 0 {
			first = k
		}
		if k > 0 && s.chunks[k-1].kind == chunkVG && s.lex.verbIs(s.chunks[k-1].verb, verbsUsing) && !s.chunks[k-1].passive {
			if user := s.subject(k - 1); user >= 0 && len(s.groupCountries(nil, user)) > 0 {
				return user // "the North used a broker to sell arms"
			}
		}
		if len(s.groupCountries(nil, k)) > 0 {
			return k
		}
		if k == 0 || s.chunks[k-1].kind != chunkVG {
			break
		}
		j = k - 1 // also from "one of the States hosting workers" to what is one of them
	}
	return first
}

// subjectFrom walks left from verb group v to its subject.
func (s *sentence) subjectFrom(v int) int {
	if v > 1 && (s.chunks[v-1].kind == chunkConj || s.chunks[v-1].kind == chunkComma && s.listed(v)) {
		if k := s.verbBefore(v - 1); k >= 0 {
			return s.subject(k) // "dodged the sanctions and bought two tankers"
		}
	}
	for j := v - 1; j >= 0; j-- {
		c := &s.chunks[j]
		switch c.kind {
		case chunkVG, chunkConj:
			continue
		case chunkPrep:
			// "is capable of sending", "accused of sending": the phrase before.
			continue
		case chunkComma:
			if k := s.overParenthesis(j); k >= 0 {
				return k
			}
			continue
		case chunkSub:
			if s.relates(j) {
				if j > 0 && s.chunks[j-1].kind == chunkComma {
					j--
				}
				if j > 0 && s.chunks[j-1].kind == chunkNP && !s.speaks(j-1) {
					return s.mainPhrase(j - 1)
				}
			}
			return -1
		case chunkBreak:
			return -1
		case chunkNP:
			if c.time {
				continue
			}
			m := s.mainPhrase(j)
			if s.chunks[m].time {
				j = m
				continue
			}
			if p := s.chunks[m].prep; p >= 0 && (p == 0 || s.chunks[p-1].kind == chunkVG) {
				if p > 0 && s.chunks[v].inf && s.isWord(s.chunks[p].head, "for") && s.lex.verbIs(s.chunks[p-1].verb, verbsArranging) {
					return m // "arranged for petrol to go to the North"
				}
				j = p // "In Russia …", "North Koreans working in China head home"
				continue
			}
			if k := s.behindRelative(m, v); k >= 0 {
				return k
			}
			if m > 0 && s.chunks[v].finite() && s.chunks[m-1].kind == chunkVG && s.chunks[m-1].nonFinite() && !s.causes(m-1) {
				j = m // "North Koreans sewing garments head home"
				continue
			}
			return m
		}
	}
	return -1
}

// behindRelative leads from phrase m of a relative clause to the phrase that the
// clause describes and that verb group v goes on with: "limousines that an army had
// used were smuggled", "a missile that hit the city held chips". It is -1 when m is in
// no such clause.
func (s *sentence) behindRelative(m, v int) int {
	if !s.predicate(v) {
		return -1
	}
	j := m - 1
	if j >= 0 && s.chunks[j].kind == chunkVG && s.predicate(j) { // m is the object
		j--
		for j >= 0 && s.chunks[j].kind == chunkVG {
			j--
		}
		if j > 0 && s.chunks[j].kind == chunkNP && s.chunks[j-1].kind == chunkSub {
			j--
		}
	} else { // m is the subject: its own verb stands before v
		own := false
		for k := m + 1; k < v; k++ {
			own = own || s.chunks[k].kind == chunkVG && s.predicate(k)
		}
		if !own {
			return -1
		}
	}
	if j < 1 || !s.relates(j) || s.chunks[j-1].kind != chunkNP || s.speaks(j-1) {
		return -1
	}
	return s.mainPhrase(j - 1)
}

// causes reports a verb whose object does the next verb: "help them obtain jobs".
func (s *sentence) causes(v int) bool { return s.lex.verbIs(s.chunks[v].verb, verbsCausing) }

// listed reports a verb group behind a comma that another behind "and" follows: "set
// up a firm, opened accounts and built statues".
func (s *sentence) listed(v int) bool {
	for k := v + 1; k+1 < len(s.chunks); k++ {
		switch s.chunks[k].kind {
		case chunkConj:
			if s.chunks[k+1].kind == chunkVG {
				return true
			}
		case chunkSub, chunkBreak:
			return false
		}
	}
	return false
}

// verbBefore is the verb group that "and" at chunk j joins to the next, or -1.
func (s *sentence) verbBefore(j int) int {
	for k := range s.verbsBefore(j) {
		c := &s.chunks[k]
		if s.predicate(k) || c.inf && s.chunks[j+1].inf || c.form&formIng != 0 && s.chunks[j+1].form&formIng != 0 || c.bare && k == j-1 {
			return k
		}
	}
	return -1
}

// verbsBefore are the verb groups before chunk k in its clause, the nearest first.
func (s *sentence) verbsBefore(k int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for j := k - 1; j >= 0; j-- {
			switch s.chunks[j].kind {
			case chunkVG:
				if !yield(j) {
					return
				}
			case chunkBreak, chunkSub:
				return
			}
		}
	}
}

// speaks reports whether the phrase before a "that" is told something rather
// than described: "told reporters that".
func (s *sentence) speaks(k int) bool {
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		if s.chunks[j].kind == chunkVG {
			return s.lex.verbIs(s.chunks[j].verb, verbsReporting)
		}
	}
	return false
}

// overParenthesis looks over ", citing officials," between commas at j and
// finds the phrase before it.
func (s *sentence) overParenthesis(j int) int {
	for k := j - 1; k > 0 && k > j-8; k-- {
		if s.chunks[k].kind == chunkComma && s.chunks[k-1].kind == chunkNP && k+1 < j && (s.chunks[k+1].kind == chunkNP || s.chunks[k+1].kind == chunkSub || s.chunks[k+1].kind == chunkPrep || s.chunks[k+1].kind == chunkVG && !s.chunks[k+1].finite()) {
			return s.mainPhrase(k - 1)
		}
		if s.chunks[k].kind == chunkBreak {
			break
		}
	}
	return -1
}

// mainPhrase climbs from a noun phrase to the one it hangs on: from
// "North Korea" to "Workers" in "Workers from North Korea".
func (s *sentence) mainPhrase(k int) int {
	for {
		p := s.chunks[k].prep
		if p <= 0 || s.chunks[p-1].kind != chunkNP || s.chunks[p-1].time {
			return k
		}
		k = p - 1
	}
}

// object returns the first noun phrase to the right of verb group v that is
// not governed by a preposition, or -1.
func (s *sentence) object(v int) int {
	for j := v + 1; j < len(s.chunks); j++ {
		switch c := &s.chunks[j]; c.kind {
		case chunkNP:
			if c.pron && j+1 < len(s.chunks) && s.chunks[j+1].kind == chunkNP && !s.chunks[j+1].pron && !s.chunks[j+1].time && s.tags[s.chunks[j+1].start] != tagEntity && s.lex.verbIs(s.chunks[v].verb, verbsDitransitive) {
				continue // "send them the invoice"
			}
			if !c.time {
				return j
			}
		default:
			return -1
		}
	}
	return -1
}
