package extract

import "slices"

// Most ways of telling a transfer are on no list: "trains laden with petrol rolled into
// North Korea". Where no frame of a category reads a sentence, its goods, a sanctioned
// State, another State and any verb of one clause are read together, provided that the
// words around them say which way the goods go. The claim's rule id tells that it was
// found so.

// How a frame reads words together: what the sanctioned State does with its theme.
const (
	togetherExport = "export" // it gives
	togetherImport = "import" // it gets
	togetherTrade  = "trade"  // either
	togetherPeople = "people" // its people are elsewhere
	togetherShared = "shared" // it has a part in it, with another State
)

// side is what the words around a State say of its part in a transfer.
type side int

const (
	sideNone    side = iota
	sideOwner        // "North Korean coal", "coal of the North"
	sideGiver        // "from North Korea"
	sideTaker        // "to North Korea", "sent Pyongyang rockets"
	sidePlace        // "in", "at", "off"
	sidePartner      // "with", "between"
	sideSubject      // of the verb
	sideAgent        // "by Russia"
)

// placed is a State with its side.
type placed struct {
	mention
	side side
}

// gather tries the frames that read words together, each only where no frame of its
// category stands, and none that says what is not prohibited.
func (s *sentence) gather(found []candidate) []candidate {
	for _, fi := range s.lex.together {
		f := s.lex.frames.at(fi)
		if !s.holds(f.theme) || !s.meets(f.needs) || len(f.anywhere) > 0 && s.names(f.anywhere, 0, len(s.toks), -1) {
			continue
		}
		if slices.ContainsFunc(found, func(c candidate) bool {
			return c.reason == "" && (c.frame.Category == f.Category || c.frame.Category == "none")
		}) {
			continue
		}
		for t := range s.chunks {
			if !s.namesTheme(f, t) {
				continue
			}
			if c, ok := s.readTogether(f, t); ok {
				found = append(found, c)
				break
			}
		}
	}
	return found
}

// namesTheme reports a phrase whose own head is of the frame's theme, "coal", but not
// "coal firms", in a clause that the frame does not refuse.
func (s *sentence) namesTheme(f *Frame, t int) bool {
	c := &s.chunks[t]
	if c.kind != chunkNP || c.pron || c.again || s.noun[c.head] == 0 || s.lex.words[s.toks[c.head].id].again || s.isSource(c.head) {
		return false
	}
	noun := s.hits[s.noun[c.head]-1].ref
	return slices.ContainsFunc(f.theme, func(class int32) bool { return s.lex.under(noun, class) }) && !(len(f.unless) > 0 && s.clauseHolds(f.unless, t))
}

// readTogether reads the clause around theme phrase t.
func (s *sentence) readTogether(f *Frame, t int) (candidate, bool) {
	from, to := s.stretch(t)
	v := s.act(t, from, to)
	if v < 0 || !s.handled(t, v) || !s.needsIn(f, t) {
		return candidate{}, false
	}
	var ours, others []placed
	for k := from; k < to; k++ {
		if s.chunks[k].kind != chunkNP || s.elsewhere(k) || s.bystander(k) {
			continue
		}
		for _, m := range s.countries(nil, k) {
			if m.basis != "" && !s.byThing(m) || s.isSource(m.start) {
				continue
			}
			p := placed{m, s.sideOf(m, t, v)}
			switch {
			case p.side == sideNone:
			case p.side == sideSubject && s.lex.isSanctioned(m.country) && s.prepWord(t) != "" && s.object(v) != s.mainPhrase(t):
				// "laid wreaths at the monument" makes nobody its owner
			case s.lex.isSanctioned(m.country):
				ours = append(ours, p)
			case !slices.Contains(f.Never, m.country):
				others = append(others, p)
			}
		}
	}
	c := candidate{frame: f, activity: f.Activity, trigger: s.chunks[v].head, chunk: v, theme: t, first: min(s.chunks[v].start, s.chunks[t].start), last: max(s.chunks[v].end, s.chunks[t].end)}
	if len(ours) == 0 {
		return c, s.goOn(&c, others)
	}
	if f.Together == togetherPeople && (s.lex.verbIs(s.chunks[v].verb, verbsPaying) || s.goesHome()) {
		return candidate{}, false // "doctors swapped notes", "the remaining workers flew home"
	}
	taking := s.lex.verbIs(s.chunks[v].verb, verbsTaking)
	for _, p := range ours {
		roles, ok := f.sides(p, others, taking)
		if !ok {
			continue
		}
		for _, r := range roles {
			s.take(&c, r.role, []mention{r.mention}, false)
		}
		c.reason = s.verdictOn(&c)
		return c, c.reason == ""
	}
	return candidate{}, false
}

// needsIn reports that what the frame needs stands in the main clause of phrase t.
func (s *sentence) needsIn(f *Frame, t int) bool {
	if len(f.needs) == 0 {
		return true
	}
	from, to := s.ownClause(t)
	first, last := s.chunks[from].start, s.chunks[to-1].end
	for _, want := range f.needs {
		in := func(h hit) bool {
			return h.layer == layerNoun && h.start >= first && h.start < last && s.lex.under(h.ref, want)
		}
		if !slices.ContainsFunc(s.hits, in) && !slices.ContainsFunc(s.inner, in) {
			return false
		}
	}
	return true
}

// goOn fills the parties of a candidate whose sentence leaves the sanctioned State out
// because the last claim of the category, a few sentences back, has named it: the same
// goods go on. It reports whether the candidate stands.
func (s *sentence) goOn(c *candidate, others []placed) bool {
	if s.state == nil || len(others) == 0 {
		return false
	}
	last, ok := s.state.lastClaim[c.frame.Category]
	if !ok || s.index-last.sentence > 2 || s.index == last.sentence || !s.definite(c.theme) {
		return false
	}
	if slices.ContainsFunc(others, func(o placed) bool { return !takesPart(last.parties, o.country) }) {
		return false // another affair
	}
	for _, p := range last.parties {
		if s.lex.isSanctioned(p.country) && !slices.Contains(c.frame.Target, p.role) {
			continue
		}
		c.parties = append(c.parties, s.carriedParty(c, p, last.sentence))
	}
	c.reason = s.verdictOn(c)
	return c.reason == ""
}

// handled reports a theme that something is done with: no "response to missiles", no
// "concern over oil".
func (s *sentence) handled(t, v int) bool {
	switch s.prepWord(t) {
	case "", "with", "from":
		return true
	case "for":
		return s.lex.verbIs(s.chunks[v].verb, verbsPaying)
	case "of":
		p := s.chunks[t].prep
		return p > 0 && s.chunks[p-1].kind == chunkNP && s.handled(p-1, v)
	}
	return false
}

// stretch is the run of chunks around t in which words are read together: to the next
// break, or the next conjunction that opens a clause of another act.
func (s *sentence) stretch(t int) (from, to int) {
	from, to = t, t+1
	for from > 0 && !s.cutsOff(from-1) {
		from--
	}
	for to < len(s.chunks) && !s.cutsOff(to) {
		to++
	}
	if start, end := s.ownClause(t); (start > from || end < to) && s.namesOther(t, start, end) {
		return max(from, start), min(to, end)
	}
	return from, to
}

// namesOther reports another State that has a part in what chunks [from, to) tell of t.
func (s *sentence) namesOther(t, from, to int) bool {
	v := s.act(t, from, to)
	if v < 0 { // its own verb tells nothing of t, and another clause's does not either
		return slices.ContainsFunc(s.chunks[from:to], func(c chunk) bool { return c.kind == chunkVG })
	}
	var few [4]mention
	for k := from; k < to; k++ {
		if s.chunks[k].kind != chunkNP {
			continue
		}
		for _, m := range s.countries(few[:0], k) {
			if m.basis != "" && !s.byThing(m) || s.isSource(m.start) || s.lex.isSanctioned(m.country) {
				continue
			}
			if side := s.sideOf(m, t, v); side != sideNone && side != sidePlace {
				return true
			}
		}
	}
	return false
}

// cutsOff reports a chunk over which words are not read together.
func (s *sentence) cutsOff(k int) bool {
	switch s.chunks[k].kind {
	case chunkBreak:
		return true
	case chunkSub:
		return !s.relates(k)
	}
	return false
}

// act is the verb group nearest to t that can tell what is done with it, or -1.
func (s *sentence) act(t, from, to int) int {
	best := -1
	for k := from; k < to; k++ {
		v := &s.chunks[k]
		if v.kind != chunkVG || s.isSource(v.head) || v.verb < 0 && v.aux || s.lex.verbIs(v.verb, verbsReporting) || v.bare && s.originIn(k) && k+3 < to {
			continue
		}
		if best < 0 || s.between(k, t) < s.between(best, t) {
			best = k
		}
	}
	if best < 0 || s.takesNoPart(best, t, to) {
		return -1
	}
	return best
}

// between is how far verb group k stands from phrase t; what a comma parts is farther.
func (s *sentence) between(k, t int) int {
	n := abs(k - t)
	for j := min(k, t) + 1; j < max(k, t); j++ {
		if s.chunks[j].kind == chunkComma && !s.listContinues(j+1) {
			n += len(s.chunks)
		}
	}
	return n
}

// takesNoPart reports a verb that tells nothing of where t goes, or that undoes it.
func (s *sentence) takesNoPart(v, t, to int) bool {
	verb := s.chunks[v].verb
	if verb < 0 {
		return false // an unknown verb
	}
	if s.lex.verbs[verb].lemma == "leave" && s.leavesHosts(v) {
		return true
	}
	switch kind := s.lex.over[verb]; {
	case kind == overSeize && s.prepWord(t) == "with":
		return false // "a ship was stopped with shells"
	case kind == overPrevent && !s.withFrom(v, to), kind == overPermit, kind == overOrder:
	case kind != overNone:
		return true
	}
	return s.lex.verbIs(verb, verbsQuoting) || s.lex.verbIs(verb, verbsCommenting) || s.lex.verbIs(verb, verbsCondemning) || s.lex.verbIs(verb, verbsIdle)
}

// withFrom reports "from" or "out of" behind verb group v: "keeps oil from reaching the North",
// "keeps coal out of its ports", but not "keeps the oil flowing".
func (s *sentence) withFrom(v, to int) bool {
	return slices.ContainsFunc(s.chunks[v:to], func(c chunk) bool {
		return c.kind == chunkPrep && s.isWord(c.head, "from") || s.isOutOf(c)
	})
}

func (s *sentence) isOutOf(c chunk) bool {
	return c.kind == chunkPrep && s.isWord(c.head, "of") && s.isWord(c.head-1, "out")
}

// keptOut reports a verb group v whose object does not get in: "keeps coal out of its ports".
func (s *sentence) keptOut(v int) bool {
	c := &s.chunks[v]
	return c.verb >= 0 && s.lex.over[c.verb] == overPrevent && slices.ContainsFunc(s.chunks[v:s.clauseEnd(v)], s.isOutOf)
}

func abs(n int) int { return max(n, -n) }

// sideOf tells the part of the State that m names.
func (s *sentence) sideOf(m mention, t, v int) side {
	switch k := m.chunk; {
	case k == t && s.object(v) == t && s.kindAt(m.start) != byAdjective && m.end < s.chunks[t].end && s.opensPhrase(m):
		return sideTaker // "handed Pyongyang missiles", in one phrase
	case k == t || !s.isAdjective(m.start):
	case s.headClass(k, classSeller):
		return sideGiver
	case s.headClass(k, classBuyer):
		return sideTaker
	}
	return s.phraseSide(m.chunk, t, v)
}

// phraseSide tells the part of whoever phrase k names.
func (s *sentence) phraseSide(k, t, v int) side {
	if k == t {
		return sideOwner
	}
	switch s.prepWord(k) {
	case "from":
		return sideGiver
	case "to", "into", "toward", "towards", "for", "onto":
		return sideTaker
	case "in", "at":
		for up := s.chunks[k].prep; up > 0 && s.chunks[up-1].kind == chunkNP; up = s.chunks[up-1].prep {
			switch s.prepWord(up - 1) {
			case "between", "with":
				return sidePartner // "between scientists in Italy and …"
			}
		}
		if p := s.chunks[k].prep; p > 0 && s.chunks[p-1].kind == chunkVG && s.lex.verbIs(s.chunks[p-1].verb, verbsOrigin) && (s.chunks[p-1].bare || s.chunks[p-1].passive) {
			return sideOwner // "sewn in Vietnam"
		}
		carried := s.object(v) >= 0 && s.object(v) != t && t == s.subject(v) // "a limousine carried him to the airport in"
		if p := s.chunks[k].prep; p > 0 && p-1 != t && s.chunks[p-1].kind == chunkNP && !carried {
			switch side := s.phraseSide(p-1, t, v); side {
			case sideTaker, sideGiver, sideSubject:
				return side // "a factory in Taean sends", "to buyers in Shenyang"
			}
		}
		return sidePlace
	case "near", "on", "off", "inside", "through", "via", "across", "around", "outside", "along", "aboard":
		return sidePlace
	case "with", "between":
		return sidePartner
	case "by":
		return sideAgent
	case "of":
		if p := s.chunks[k].prep; p > 0 && s.chunks[p-1].kind == chunkNP {
			if p-1 == t {
				if s.ent[s.chunks[k].head] == 0 {
					return sideNone // "a shirt of the North Korean team"
				}
				return sideOwner
			}
			return s.phraseSide(p-1, t, v)
		}
		return sideNone
	case "":
	default:
		return sideNone
	}
	if k >= 2 && s.chunks[k-1].kind == chunkComma && s.chunks[k-2].kind == chunkNP && s.chunks[k-2].prep >= 0 {
		return s.phraseSide(k-2, t, v) // "to its neighbour, North Korea,"
	}
	if k == s.subject(v) || k < v && slices.Contains(s.coordinated(max(s.subject(v), 0)), k) {
		switch {
		case s.chunks[v].passive && s.prepWord(t) == "with":
			return sideTaker // "Syria was supplied with shells"
		case s.chunks[v].passive:
			return sidePlace
		case s.prepWord(t) == "for" && s.lex.verbIs(s.chunks[v].verb, verbsPaying):
			return sideTaker // "pays Chinese dealers for zinc"
		}
		return sideSubject
	}
	if k == s.object(v) {
		if t == k+1 {
			return sideTaker // "handed Pyongyang missiles"
		}
		if s.prepWord(t) == "for" && s.lex.verbIs(s.chunks[v].verb, verbsPaying) {
			return sideGiver // "paid Pyongyang for missiles"
		}
		return sidePlace // "reached Russia"
	}
	return sideNone
}

// sides gives the sanctioned State and the others their roles, or reports that the
// words do not say which way the theme goes.
func (f *Frame) sides(p placed, others []placed, taking bool) ([]boundParty, bool) {
	gives := p.side == sideOwner || p.side == sideGiver
	takes := p.side == sideTaker
	foreign := false // goods that another State owns or gives
	for _, o := range others {
		foreign = foreign || o.side == sideOwner || o.side == sideGiver
	}
	switch p.side {
	case sideSubject:
		gives, takes = !taking && !foreign, taking || foreign
	case sidePlace:
		takes = foreign
	}
	first, second := f.Target[0], ""
	switch f.Together {
	case togetherExport:
		if !gives || foreign || len(others) == 0 {
			return nil, false
		}
		second = "recipient"
	case togetherImport:
		if !takes || p.side == sidePlace && !foreign || p.side == sideSubject && len(others) == 0 {
			return nil, false
		}
		second = "supplier"
	case togetherTrade:
		switch {
		case takes && (p.side != sideSubject || len(others) > 0):
			first, second = "recipient", "supplier"
		case gives && !foreign && len(others) > 0:
			first, second = "supplier", "recipient"
		default:
			return nil, false
		}
	case togetherShared:
		if len(others) == 0 || p.side == sidePlace {
			return nil, false
		}
		second = f.NeedRole[0]
	case togetherPeople:
		if p.side != sideOwner {
			return nil, false
		}
		second = f.NeedRole[0]
		others = slices.DeleteFunc(slices.Clone(others), func(o placed) bool { return o.side == sideOwner || o.side == sideGiver })
		if len(others) == 0 {
			return nil, false
		}
	}
	out := []boundParty{{first, p.mention}}
	for _, o := range others {
		out = append(out, boundParty{second, o.mention})
	}
	return out, true
}
