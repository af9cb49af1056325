package extract

import (
	"cmp"
	"slices"
	"strings"
)

// candidates matches the frames against the sentence: each phrase is tried
// only with the frames that its verb or nouns can trigger. They last until it is called
// again.
func (s *sentence) candidates() []candidate {
	out := s.found[:0]
	var few [16]int32
	for k := range s.chunks {
		c := &s.chunks[k]
		switch c.kind {
		case chunkVG:
			if c.verb < 0 || s.keptOut(k) {
				continue
			}
			for fi := range s.lex.byVerb.of(c.verb) {
				f := s.lex.frames.at(fi)
				if len(f.theme) > 0 && !f.people && !s.holds(f.theme) {
					continue // most frames of a verb are of other goods
				}
				if s.admits(f, k) {
					out = s.tryVerb(out, f, k)
				}
			}
		case chunkNP:
			tried := few[:0]
			for i := c.start; i < c.end; i++ {
				if s.noun[i] == 0 || i > c.start && s.noun[i] == s.noun[i-1] {
					continue
				}
				for fi := range s.lex.byNoun.of(s.hits[s.noun[i]-1].ref) {
					if f := s.lex.frames.at(fi); !slices.Contains(tried, fi) && s.admits(f, k) {
						tried = append(tried, fi)
						out = s.tryPhrase(out, f, k)
					}
				}
			}
			for _, fi := range s.lex.anyTheme {
				if f := s.lex.frames.at(fi); !slices.Contains(tried, fi) && s.admits(f, k) {
					out = s.tryPhrase(out, f, k)
				}
			}
		}
	}
	s.found = out
	slices.SortStableFunc(out, func(a, b candidate) int {
		return cmp.Or(strings.Compare(a.frame.ID, b.frame.ID), a.chunk-b.chunk)
	})
	return out
}

// admits checks the nouns that the frame needs in the sentence, or refuses.
func (s *sentence) admits(f *Frame, k int) bool {
	if f.After != "" {
		if s.state == nil {
			return false
		}
		if l, ok := s.state.lastClaim[f.After]; !ok || s.index-l.sentence > carryLimit {
			return false
		}
	}
	return s.meets(f.needs) && (len(f.anywhere) == 0 || !s.names(f.anywhere, 0, len(s.toks), -1)) && (len(f.unless) == 0 || !s.clauseHolds(f.unless, k))
}

// clauseHolds reports whether the clause of chunk k has a noun of the classes: who
// speaks "at a meeting" makes no meeting of what is said.
func (s *sentence) clauseHolds(classes []int32, k int) bool {
	if !s.holds(classes) {
		return false // most have none anywhere
	}
	from, to := s.chunks[s.joinedStart(k)].start, len(s.toks)
	if v := &s.chunks[k]; k > 1 && v.nonFinite() && !v.inf && s.chunks[k-1].kind == chunkPrep && (s.isWord(v.start-1, "on") || s.isWord(v.start-1, "about") || s.isWord(v.start-1, "over")) {
		from = v.start // "in talks on bringing in workers": the talks are no part of what they are about
	}
	if end := s.clauseEnd(k); end < len(s.chunks) {
		to = s.chunks[end].start
	}
	return s.names(classes, from, to, s.chunks[k].head)
}

// names reports a noun of the classes among tokens [from, to), other than in the naming of
// a source or of what is broken: a defector who tells of workers makes no refugees of them,
// and "in breach of the ban" speaks of the act. A clause between commas that token at is not
// in is no part of what it tells: "the North, which rejects sanctions, sold shells". With at
// below 0 all count.
func (s *sentence) names(classes []int32, from, to, at int) bool {
	return s.holds(classes) && slices.ContainsFunc(s.hits, func(h hit) bool {
		return h.layer == layerNoun && h.start >= from && h.start < to && !s.isSource(h.start) && slices.ContainsFunc(classes, func(c int32) bool { return s.lex.under(h.ref, c) }) && !s.isBroken(h.start) && (at < 0 || !s.closedIn(h.start, at))
	})
}

// isBroken reports a noun at token i that something is done in spite of: "in breach of UN
// sanctions", "despite the ban".
func (s *sentence) isBroken(i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		switch w := s.lower(j); {
		case w == "despite" || w == "notwithstanding":
			return true
		case w == "of":
			switch s.lower(max(j-1, 0)) {
			case "breach", "violation", "defiance", "contravention", "spite":
				return true
			}
			return false
		case s.tags[j] != tagNoun && s.tags[j] != tagEntity && s.tags[j] != tagDet && s.tags[j] != tagNum && s.tags[j] != tagPossPron && s.tags[j] != tagPoss:
			return false
		}
	}
	return false
}

// tryPhrase tries a frame whose trigger is an event noun, or the theme itself.
func (s *sentence) tryPhrase(out []candidate, f *Frame, k int) []candidate {
	if len(f.nouns) > 0 {
		if t := s.classIn(k, f.nouns); t >= 0 {
			out = s.tryNoun(out, f, k, t)
		}
	}
	if (len(f.presence) > 0 || f.anyPeople()) && !s.chunks[k].pron && !s.chunks[k].again && s.isTheme(k, f.presence, f.people) {
		out = s.tryPresence(out, f, k)
	}
	return out
}

// holds reports whether the sentence has a noun of any of the classes.
func (s *sentence) holds(classes []int32) bool {
	return slices.ContainsFunc(classes, s.named.has)
}

// meets reports that the sentence has a noun of each of the classes, if only inside a longer
// one: "dodging sanctions" speaks of sanctions.
func (s *sentence) meets(classes []int32) bool {
	for _, want := range classes {
		if !s.named.has(want) && !slices.ContainsFunc(s.inner, func(h hit) bool { return s.lex.under(h.ref, want) }) {
			return false
		}
	}
	return true
}

// classIn returns the last token of a noun of the classes in noun phrase k, or
// -1. It must be the head, or stand before a head that adds nothing ("supplies
// of", "arms trade ties").
func (s *sentence) classIn(k int, classes []int32) int {
	c := &s.chunks[k]
	for i := c.end - 1; i >= c.start; i-- {
		if s.noun[i] == 0 {
			continue
		}
		h := s.hits[s.noun[i]-1]
		for _, want := range classes {
			if s.lex.under(h.ref, want) && (h.end > c.head || h.end == c.head && s.headClass(k, classTransparent) || s.isName(h.end, c.head)) {
				return h.end - 1
			}
		}
	}
	return -1
}

// agentive reports a plural noun of people at work that the lexicon does not
// know, with its nationality: "North Korean stevedores", "tomato pickers".
func (s *sentence) agentive(k int) bool {
	c := &s.chunks[k]
	if s.noun[c.head] != 0 || s.tags[c.head] != tagNoun || s.toks[c.head].is(fCap) {
		return false
	}
	w := s.lower(c.head)
	if !strings.HasSuffix(w, "ers") && !strings.HasSuffix(w, "ors") && !strings.HasSuffix(w, "men") && !strings.HasSuffix(w, "ists") && !strings.HasSuffix(w, "ores") {
		return false
	}
	for i := c.start; i < c.head; i++ {
		if s.ent[i] != 0 && s.kindAt(i) == byAdjective {
			return true
		}
	}
	return false
}

// isName reports whether the tokens from a up to and with b are a name behind
// a title: "premier Kim Tok-hun".
func (s *sentence) isName(a, b int) bool {
	if a > b {
		return false
	}
	for i := a; i <= b; i++ {
		if s.tags[i] != tagHyphen && !s.toks[i].is(fCap) && s.tags[max(i-1, 0)] != tagHyphen {
			return false
		}
	}
	return true
}

// nationals reports "DPRK nationals", "North Korean citizens": North Koreans.
func (s *sentence) nationals(k int) bool {
	c := &s.chunks[k]
	return (s.isWord(c.head, "nationals") || s.isWord(c.head, "citizens")) && c.head > c.start && s.ent[c.head-1] != 0
}

// isTheme reports whether noun phrase k is about a noun of the classes:
// itself, or through "hundreds of", "a group of".
func (s *sentence) isTheme(k int, classes []int32, people bool) bool {
	c := &s.chunks[k]
	if c.kind != chunkNP {
		return false
	}
	if s.classIn(k, classes) >= 0 {
		return true
	}
	if people && (s.ent[c.head] != 0 && s.kindAt(c.head) == byPeople || s.agentive(k) || s.nationals(k)) {
		return true
	}
	if k+2 < len(s.chunks) && s.chunks[k+1].kind == chunkPrep && s.lower(s.chunks[k+1].head) == "of" && (s.headClass(k, classPartitive) || s.tags[c.head] == tagNum || s.oneOf(c.head)) {
		return s.isTheme(k+2, classes, people)
	}
	return false
}

// oneOf reports a word that only counts what stands behind "of".
func (s *sentence) oneOf(i int) bool {
	switch s.lower(i) {
	case "one", "some", "most", "many", "several", "all", "both", "few", "any", "each":
		return true
	}
	return false
}

func (s *sentence) tryVerb(out []candidate, f *Frame, k int) []candidate {
	v := &s.chunks[k]
	if v.end+1 < len(s.toks) && s.isWord(v.end+1, "away") && s.chunks[min(k+1, len(s.chunks)-1)].pron && s.lex.verbs[v.verb].lemma == "give" {
		return out // "its hull number gave it away"
	}
	c := candidate{frame: f, activity: f.Activity, trigger: v.head, chunk: k, theme: -1, first: v.start, last: v.end}
	agent := s.subject(k)
	patient := s.object(k)
	byNext := k+1 < len(s.chunks) && s.chunks[k+1].kind == chunkPrep && s.lower(s.chunks[k+1].head) == "by"
	reduced := v.bare && patient < 0 && k > 0 && (s.chunks[k-1].kind == chunkNP || s.chunks[k-1].kind == chunkComma && byNext && agent >= 0)
	if reduced && k+1 < len(s.chunks) && s.chunks[k+1].kind == chunkPrep && s.lex.verbIs(v.verb, verbsDitransitive) && (s.isWord(s.chunks[k+1].head, "with") || s.isWord(s.chunks[k+1].head, "for")) {
		reduced = false // "the Koreans paid with coal"
	}
	if v.passive || reduced {
		patient = agent
		if reduced {
			at := k - 1
			if s.chunks[at].kind == chunkComma {
				at = agent // "Syria, supplied by Russia with rockets"
			}
			patient = s.mainPhrase(at)
			if !s.isTheme(patient, f.theme, f.people) {
				patient = at
			}
		}
		if reduced && !byNext && !s.isTheme(patient, f.theme, f.people) || reduced && slices.Contains(f.ThemeAt, "subject") {
			patient, reduced = -1, false // "workers arrived in Russia" is active
		} else {
			agent = s.byAgent(k)
			if from := s.lightSubject(patient); agent < 0 && reduced && patient >= 0 && from >= 0 && s.sanctioned(from) {
				agent = from // "the North raised the number of workers sent to Russia"
			}
		}
	}
	if len(f.theme) > 0 || f.people {
		c.theme = s.findTheme(f, k, agent, patient, v.passive || reduced)
		if c.theme < 0 {
			return out
		}
	}
	s.bind(&c, agent, patient)
	return append(out, c)
}

// sanctioned reports a phrase that names a sanctioned State.
func (s *sentence) sanctioned(k int) bool {
	return slices.ContainsFunc(s.groupCountries(nil, k), func(m mention) bool { return s.lex.isSanctioned(m.country) })
}

func (s *sentence) byAgent(k int) int {
	end := s.clauseEnd(k)
	for j := k + 1; j < end; j++ {
		if s.chunks[j].kind == chunkNP && s.prepWord(j) == "by" {
			return j
		}
	}
	return -1
}

// findTheme looks for the theme of a verb where the frame allows it.
func (s *sentence) findTheme(f *Frame, k, agent, patient int, passive bool) int {
	is := func(j int) bool { return j >= 0 && s.isTheme(j, f.theme, f.people) }
	end := s.clauseEnd(k)
	for _, at := range f.ThemeAt {
		switch at {
		case "object":
			if is(patient) {
				return patient
			}
			if passive {
				continue
			}
			// "sending Russia artillery", "shells, rockets and missiles",
			// "supplied Russia with shells".
			for j := k + 1; j < end; j++ {
				if s.chunks[j].kind == chunkVG && !s.chunks[j].bare {
					break
				}
				if w := s.prepWord(j); is(j) && (w == "" || w == "of" || w == "with" && s.behind(k, j) && (patient >= 0 || s.chunks[k].bare)) {
					return j
				}
			}
			// "the weapons that North Korea sold"
			for j := k - 1; j > 0; j-- {
				if s.chunks[j].kind == chunkBreak || s.chunks[j].kind == chunkComma {
					break
				}
				if s.chunks[j].kind == chunkSub && is(j-1) {
					return j - 1
				}
				if s.chunks[j].kind == chunkNP && agent == j && j > 0 && is(j-1) {
					return j - 1 // "the weapons North Korea sold"
				}
			}
		case "subject":
			if is(agent) {
				return agent
			}
			if passive && is(patient) {
				return patient
			}
		case "clause":
			for j := k + 1; j < end; j++ {
				if is(j) {
					return j
				}
			}
		default:
			for j := k + 1; j < end; j++ {
				if is(j) && s.prepWord(j) == at && (at != "with" || s.behind(k, j)) {
					return j
				}
			}
		}
	}
	return -1
}

// behind reports that nothing stands between verb group v and the preposition of
// phrase j but the verb's object: "supplied Russia with shells", but not "delivered
// oil to the North by transfers with ships".
func (s *sentence) behind(v, j int) bool {
	p := s.chunks[j].prep
	for k := v + 1; k < p; k++ {
		switch c := &s.chunks[k]; {
		case c.kind == chunkVG:
			return false
		case c.kind == chunkNP && c.prep >= 0:
			switch s.prepWord(k) {
			case "to", "from", "into", "for", "with":
				return false
			}
		}
	}
	return true
}

func (s *sentence) tryNoun(out []candidate, f *Frame, k, t int) []candidate {
	c := candidate{frame: f, activity: f.Activity, trigger: t, chunk: k, theme: -1, first: s.chunks[k].start, last: s.chunks[k].end}
	if len(f.theme) > 0 || f.people {
		for _, at := range f.ThemeAt {
			switch at {
			case "compound":
				if s.compound(k, t, f.theme) {
					c.theme = k
				}
			case "object", "subject":
			default:
				end := s.clauseEnd(k)
				for j := k + 1; j < end && c.theme < 0; j++ {
					if s.chunks[j].kind == chunkVG && s.chunks[j].finite() {
						break
					}
					if s.prepWord(j) == at && s.isTheme(j, f.theme, f.people) {
						c.theme = j
					}
				}
			}
			if c.theme >= 0 {
				break
			}
		}
		if c.theme < 0 && !s.goesOn(f, k) {
			return out
		}
	}
	s.bind(&c, s.lightSubject(k), -1)
	return append(out, c)
}

// lightSubject is the subject of the verb that takes the event noun as its
// object: "Russia and North Korea signed an agreement", "is conducting training".
func (s *sentence) lightSubject(k int) int {
	for j := k - 1; j >= 0 && j >= k-4; j-- {
		switch s.chunks[j].kind {
		case chunkVG:
			if s.chunks[j].passive {
				return -1
			}
			return s.subject(j)
		case chunkNP, chunkPrep, chunkConj:
		default:
			return -1
		}
	}
	return -1
}

// compound reports a theme noun before the trigger inside one phrase: "arms
// trade".
func (s *sentence) compound(k, t int, classes []int32) bool {
	c := &s.chunks[k]
	trig := s.hits[s.noun[t]-1]
	for i := c.start; i < trig.start; i++ {
		if s.noun[i] == 0 {
			continue
		}
		h := s.hits[s.noun[i]-1]
		for _, want := range classes {
			if s.lex.under(h.ref, want) {
				return true
			}
		}
	}
	return false
}

func (s *sentence) tryPresence(out []candidate, f *Frame, k int) []candidate {
	c := candidate{frame: f, activity: f.Activity, trigger: s.chunks[k].head, chunk: k, theme: k, first: s.chunks[k].start, last: s.chunks[k].end}
	s.bind(&c, s.lightSubject(k), -1)
	return append(out, c)
}
