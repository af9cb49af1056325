package extract

import "slices"

// A verb that stands over an act can take the act away: what is banned, halted or
// prevented, and what a court cleared somebody of, is not thereby done. Cues reach a
// number of words; this follows the clause instead, through lists of any length.

// overKind is what a verb says of the act that it governs.
type overKind uint8

const (
	overNone    overKind = iota
	overForbid           // "bans exports of coal, iron and lead"
	overHalt             // "halted imports", "suspended co-operation"
	overStop             // "stopped pumping"
	overPrevent          // "kept them from sending"
	overAcquit           // "cleared of selling"
	overPunish           // "sentenced to six years for selling"
	overSeize            // "stopped a shipment of valves"
	overPermit           // "the committee let it ship refrigerators"
	overOrder            // "the resolution ordered the closure of joint ventures"
)

// overClasses are the verb classes by kind; a verb of two is of the later.
var overClasses = [...]string{
	overForbid: "over_forbid", overHalt: "over_halt", overStop: "over_stop", overPrevent: "over_prevent",
	overAcquit: "over_acquit", overSeize: "over_seize", overPunish: "over_punish", overPermit: "over_permit",
	overOrder: "over_order",
}

// overCues are the cues that such verbs amount to.
var overCues = [...]cue{
	overForbid:  {id: "over.forbid", category: cueNormative},
	overHalt:    {id: "over.halt", category: cueEnded},
	overStop:    {id: "over.stop", category: cueEnded},
	overPrevent: {id: "over.prevent", category: cueNegated},
	overAcquit:  {id: "over.acquit", category: cueNegated},
	overPunish:  {id: "over.punish", category: cueAlleged},
	overSeize:   {id: "over.seize", category: cueAlleged},
	overPermit:  {id: "over.permit", category: cueNormative},
}

// epistemic is a modal that guesses at what goes on: "may be sending".
var epistemic = cue{id: "alleged.epistemic", category: cueAlleged}

// urged is the end of an act that somebody asks for.
var urged = cue{id: "alleged.urged", category: cueAlleged}

// modalMay is "may sell". The month keeps it out of the tables of cues.
var modalMay = cue{id: "hypothetical.may", category: cueHypothetical}

// over returns the cue of the verb that governs a candidate's act, if there is one.
func (s *sentence) over(c *candidate) (appliedCue, bool) {
	if c.asSubject && c.carrier >= 0 {
		if v := &s.chunks[c.carrier]; v.verb >= 0 && s.lex.over[v.verb] == overHalt && (v.passive || s.lex.verbIs(v.verb, verbsClosing)) && !s.undone(c.carrier) {
			return appliedCue{hit{start: v.start, end: v.end, layer: layerCue}, &overCues[overHalt]}, true
		}
		if v := &s.chunks[c.carrier]; v.verb >= 0 && v.passive && s.lex.over[v.verb] == overForbid && !s.undone(c.carrier) {
			return appliedCue{hit{start: v.start, end: v.end, layer: layerCue}, &overCues[overForbid]}, true // "coal, iron and seafood have been barred"
		}
	}
	t, from := &s.chunks[c.chunk], c.chunk
	if t.kind == chunkVG && !t.nonFinite() && !s.inList(c.chunk) && !s.isCaused(c.chunk) {
		if from = s.underWhich(c.chunk); from < 0 {
			return s.threatened(c)
		}
	}
	for k := from - 1; k >= 0; k-- {
		v := &s.chunks[k]
		switch v.kind {
		case chunkBreak, chunkSub:
			return appliedCue{}, false
		case chunkComma:
			if k == from-1 && s.chunks[from].kind == chunkNP && !s.listContinues(from) {
				return appliedCue{}, false // "After it was shut, a restaurant opened again"
			}
		case chunkVG:
			if v.verb < 0 {
				return appliedCue{}, false
			}
			kind := s.lex.over[v.verb]
			if kind == overPermit && !s.byCouncil(k) || kind == overOrder && !s.byLaw(k) && !s.bidsStates(k) {
				kind = overNone
			}
			if v.bare && k+1 < len(s.chunks) && s.chunks[k+1].kind == chunkPrep && k > 0 && s.chunks[k-1].kind == chunkNP && kind != overAcquit && kind != overPunish && s.lower(s.chunks[k+1].head) != "from" {
				continue // "coal banned by the Council"
			}
			if kind == overNone {
				if s.inList(k) {
					continue
				}
				if s.predicate(k) {
					if k > 0 && s.relates(k-1) {
						k-- // over "vessels that fly its flag"
						continue
					}
					return appliedCue{}, false
				}
				continue
			}
			switch {
			case kind == overOrder, kind != overPunish && kind != overSeize && kind != overPermit && s.byLaw(k):
				kind = overForbid
			case kind == overStop && s.chunks[from].kind == chunkNP:
				kind = overSeize
			case kind == overSeize && v.inf && t.kind == chunkVG:
				kind = overForbid // "urged States to impound ships carrying arms"
			}
			reaches := s.overReaches(kind, k, from)
			if !reaches && v.inf {
				continue // "prohibited to clear payments or to insure ships": it clears nobody of anything
			}
			if !reaches || s.undone(k) {
				return appliedCue{}, false
			}
			if kind == overPunish {
				if j := s.acquittedBefore(k); j >= 0 {
					v, kind = &s.chunks[j], overAcquit // "acquitted a merchant who had been charged with selling"
				}
			}
			return appliedCue{hit{start: v.start, end: v.end, layer: layerCue}, &overCues[kind]}, true
		}
	}
	return appliedCue{}, false
}

// bidsStates reports verb group v by which a union of States, or anybody, says what States are
// to do: "the UN told member states in 2017 to send home workers".
func (s *sentence) bidsStates(v int) bool {
	if o := s.object(v); o >= 0 {
		switch s.lower(s.chunks[o].head) {
		case "states", "countries", "members", "governments", "nations":
			return true
		}
	}
	who := s.subject(v)
	return who >= 0 && s.headClass(who, classBloc)
}

// acquittedBefore is the verb group that acquits whom the relative clause of verb group v
// says to have been charged, or -1.
func (s *sentence) acquittedBefore(v int) int {
	relative := false
	for k := v - 1; k >= 0 && s.chunks[k].kind != chunkBreak; k-- {
		c := &s.chunks[k]
		relative = relative || s.relates(k)
		if relative && c.kind == chunkVG && c.verb >= 0 && s.lex.over[c.verb] == overAcquit && !s.undone(k) {
			return k
		}
	}
	return -1
}

// inList reports a verb that goes on with a list of infinitives: "prohibited to open
// offices, clear payments or insure its ships".
func (s *sentence) inList(v int) bool {
	for {
		c := &s.chunks[v]
		if c.kind != chunkVG || c.aux || c.form&formBase == 0 || v == 0 || s.chunks[v-1].kind != chunkConj && s.chunks[v-1].kind != chunkComma {
			return false
		}
		j := v - 1
		for j >= 0 && s.chunks[j].kind != chunkVG && s.chunks[j].kind != chunkSub && s.chunks[j].kind != chunkBreak {
			j--
		}
		if j < 0 || s.chunks[j].kind != chunkVG {
			return false
		}
		if s.chunks[j].inf {
			return true
		}
		v = j
	}
}

// isCaused reports the verb of what somebody is let do: "let relief agencies ship pumps".
func (s *sentence) isCaused(v int) bool {
	return v > 1 && s.chunks[v].form&formBase != 0 && s.chunks[v-1].kind == chunkNP && s.chunks[v-2].kind == chunkVG && s.causes(v-2)
}

// urgedToEnd makes an allegation of an end that is only asked for: "urged Russia to
// stop buying arms" says that Russia buys them.
func (s *sentence) urgedToEnd(cues []appliedCue) []appliedCue {
	for i := range cues {
		if cues[i].cue.category != cueEnded {
			continue
		}
		e := s.chunkAt(cues[i].hit.start)
		if e < 2 || s.chunks[e].kind != chunkVG || s.chunks[e].aux || s.chunks[e].passive || !s.chunks[e].inf && s.chunks[e].form&formBase == 0 {
			continue
		}
		for k := e - 1; k >= 0 && s.chunks[k].kind != chunkBreak; k-- {
			v := &s.chunks[k]
			if v.kind != chunkVG {
				continue
			}
			told := v.verb >= 0 && s.lex.over[v.verb] == overOrder && e+1 < len(s.chunks) && s.chunks[e+1].kind == chunkVG // "told North Korea to stop leasing"
			if (told || s.lex.verbIs(v.verb, verbsUrging)) && !s.undone(k) {
				cues[i].cue = &urged
				return slices.DeleteFunc(cues, func(a appliedCue) bool {
					return a.cue.category == cueEnded || a.cue.category == cuePlanned && a.hit.start >= v.start && a.hit.end <= s.chunks[e].end
				})
			}
			break
		}
	}
	return cues
}

// listedFor returns the cue of an act told, in a relative clause, of somebody who is put
// on a list: "among those designated is a company which placed workers".
func (s *sentence) listedFor(c *candidate) (appliedCue, bool) {
	if c.chunk > 0 && s.chunks[c.chunk].kind == chunkVG && s.relates(c.chunk-1) {
		if k := s.nextPredicate(c.chunk); k >= 0 && s.chunks[k].passive && s.lex.over[max(s.chunks[k].verb, 0)] == overPunish {
			return appliedCue{hit{start: s.chunks[k].start, end: s.chunks[k].end, layer: layerCue}, &overCues[overPunish]}, true // "a director who shipped watches was jailed"
		}
	}
	if v := s.punishedBefore(c.chunk); v >= 0 {
		return appliedCue{hit{start: s.chunks[v].start, end: s.chunks[v].end, layer: layerCue}, &overCues[overPunish]}, true
	}
	for k := c.chunk - 1; k > 0; k-- {
		switch {
		case s.chunks[k].kind == chunkBreak:
			return appliedCue{}, false
		case !s.relates(k):
			continue
		}
		for i := s.chunks[k].start - 1; i >= 0 && s.tags[i] != tagBreak; i-- {
			if w := &s.words[i]; w.verb > 0 && w.form&formPast != 0 && s.lex.verbIs(w.verb-1, verbsListing) {
				return appliedCue{hit{start: i, end: i + 1, layer: layerCue}, &overCues[overPunish]}, true
			}
		}
		return appliedCue{}, false
	}
	return appliedCue{}, false
}

// punishedBefore is the verb group that says what somebody was punished or charged for,
// chunk act being told in a clause behind that: "was sentenced to 84 months for her part in
// a scheme through which programmers found work"; or -1.
func (s *sentence) punishedBefore(act int) int {
	reason := false
	for k := act - 1; k >= 0 && s.chunks[k].kind != chunkBreak; k-- {
		switch c := &s.chunks[k]; c.kind {
		case chunkPrep:
			reason = reason || s.isWord(c.head, "for") || s.isWord(c.head, "over")
		case chunkNP:
			if reason && s.isWord(c.head, "sanctions") && s.prepWord(k) == "under" {
				return k // "has been under sanctions since May for flying arms"
			}
		case chunkVG:
			if reason && c.verb >= 0 && s.lex.over[c.verb] == overPunish && (c.passive || s.object(k) >= 0 && s.lex.verbs[c.verb].lemma != "try") && !s.undone(k) {
				return k // also "a court fined the firm for liquor that ended up there"
			}
		}
	}
	return -1
}

// nobodys returns the cue of a rule told without anybody who acts: "buying coal from
// the North is a breach", "ships that carry coal may be seized", "warned companies
// against hiring". Whoever is named as acting keeps the act a claim.
func (s *sentence) nobodys(c *candidate) (appliedCue, bool) {
	t := &s.chunks[c.chunk]
	if t.kind != chunkVG {
		return appliedCue{}, false
	}
	gerund := t.form&formIng != 0 && !t.aux
	if gerund && c.chunk > 0 && s.chunks[c.chunk-1].kind == chunkPrep && s.isWord(s.chunks[c.chunk-1].head, "against") {
		for k := c.chunk - 2; k >= 0 && s.chunks[k].kind != chunkBreak; k-- {
			v := &s.chunks[k]
			if v.kind != chunkVG || v.verb < 0 {
				continue
			}
			if s.lex.verbIs(v.verb, verbsAdvising) {
				return appliedCue{hit{start: v.start, end: v.end, layer: layerCue}, &overCues[overForbid]}, true
			}
			break
		}
	}
	var main int
	switch {
	case gerund && s.clauseStart(c.chunk) == c.chunk:
		main = s.nextPredicate(c.chunk)
	case t.finite() && c.chunk > 1 && s.chunks[c.chunk-1].kind == chunkSub && s.anySuch(c.chunk-2):
		main = s.nextPredicate(c.chunk)
	default:
		return appliedCue{}, false
	}
	if main < 0 {
		return appliedCue{}, false
	}
	v := &s.chunks[main]
	applied := appliedCue{hit{start: v.start, end: v.end, layer: layerCue}, &overCues[overForbid]}
	if s.lex.verbIs(v.verb, verbsRisking) {
		return applied, true
	}
	for i := v.start; i < v.end; i++ {
		if s.tags[i] == tagModal && !s.isWord(i, "will") && (!gerund || s.lawIn(main) || s.isWord(i, "would") || s.isWord(i, "could")) {
			return applied, true
		}
	}
	return applied, gerund && v.verb < 0 && s.lawIn(main)
}

// nextPredicate is the first finite verb group behind chunk k in the same clause, one
// that belongs to no relative clause, or -1. A comma ends a participle's clause.
func (s *sentence) nextPredicate(k int) int {
	for j := k + 1; j < len(s.chunks); j++ {
		switch v := &s.chunks[j]; v.kind {
		case chunkComma:
			if j = s.pastAside(j); j < 0 {
				return -1
			}
		case chunkBreak, chunkSub:
			return -1
		case chunkVG:
			if v.finite() {
				return j
			}
		}
	}
	return -1
}

// pastAside leads from the comma that opens an aside to the one that closes it, "paying a
// national, wherever he sits, may breach", or is -1.
func (s *sentence) pastAside(k int) int {
	if k+1 >= len(s.chunks) || s.chunks[k+1].kind != chunkSub || s.relates(k+1) {
		return -1
	}
	for j := k + 2; j < len(s.chunks) && j < k+8; j++ {
		switch s.chunks[j].kind {
		case chunkComma:
			return j
		case chunkBreak:
			return -1
		}
	}
	return -1
}

// anySuch reports a phrase for any of its kind: "ships", "a company".
func (s *sentence) anySuch(k int) bool {
	c := &s.chunks[k]
	if c.kind != chunkNP || c.pron || k > 0 && s.chunks[k-1].kind != chunkBreak && s.chunks[k-1].kind != chunkSub {
		return false
	}
	from, one := c.start, false
	switch s.lower(from) {
	case "a", "an", "any", "every", "each":
		from, one = from+1, true
	}
	for i := from; i < c.end; i++ {
		if s.tags[i] == tagDet || s.tags[i] == tagNum || s.tags[i] == tagPossPron || s.ent[i] != 0 {
			return false
		}
	}
	return one || s.looksPlural(c.head)
}

// lawIn reports words of law or of breach behind chunk k, to the end of its clause.
func (s *sentence) lawIn(k int) bool {
	for j := k; j < len(s.chunks) && s.chunks[j].kind != chunkBreak; j++ {
		for i := s.chunks[j].start; i < s.chunks[j].end; i++ {
			if s.inClass(i, classLaw) || s.inClass(i, classOffence) || s.lex.verbIs(s.words[i].verb-1, verbsBreaching) {
				return true
			}
		}
	}
	return false
}

// byLaw reports a verb whose subject is a resolution, a law or a measure.
func (s *sentence) byLaw(v int) bool {
	k := s.doer(v)
	if k < 0 {
		return false
	}
	i := s.chunks[k].head
	if s.tags[i] == tagNum && i > s.chunks[k].start {
		i-- // "resolution 2375"
	}
	return s.inClass(i, classLaw)
}

// byCouncil reports a verb whose subject is the Council or one of its committees.
func (s *sentence) byCouncil(v int) bool {
	k := s.doer(v)
	return k >= 0 && (s.isWord(s.chunks[k].head, "council") || s.isWord(s.chunks[k].head, "committee"))
}

// doer is the subject of verb group v if that is active, or -1.
func (s *sentence) doer(v int) int {
	if s.chunks[v].passive {
		return -1
	}
	return s.subject(v)
}

// threatened reports an act of those whom a law would punish: "would punish firms
// that buy coal, who employ workers or …". Nobody in particular has done it.
func (s *sentence) threatened(c *candidate) (appliedCue, bool) {
	t := &s.chunks[c.chunk]
	if t.kind != chunkVG || t.aux || t.form&(formBase|formThird) == 0 || t.form&formPart != 0 {
		return appliedCue{}, false
	}
	relative := false
	for k := c.chunk - 1; k >= 0; k-- {
		v := &s.chunks[k]
		if v.kind == chunkBreak {
			break
		}
		relative = relative || s.relates(k)
		if v.kind != chunkVG || v.verb < 0 || !relative {
			continue
		}
		if kind := s.lex.over[v.verb]; (kind == overPunish || kind == overForbid) && (v.inf || v.form&formPast == 0) {
			return appliedCue{hit{start: v.start, end: v.end, layer: layerCue}, &overCues[overForbid]}, true
		}
	}
	return appliedCue{}, false
}

// underWhich leads from the verb of "a contract under which engineers refitted the
// tanks" to the contract, or is -1.
func (s *sentence) underWhich(v int) int {
	for j := v - 1; j >= 2; j-- {
		switch c := &s.chunks[j]; c.kind {
		case chunkSub:
			if p := &s.chunks[j-1]; p.kind == chunkPrep && s.lower(p.head) == "under" && s.chunks[j-2].kind == chunkNP {
				return j - 2
			}
			return -1
		case chunkVG, chunkBreak:
			return -1
		}
	}
	return -1
}

// overReaches checks the form in which the act stands behind the verb.
func (s *sentence) overReaches(kind overKind, v, act int) bool {
	from := ""
	for j := v + 1; j <= act; j++ {
		if s.chunks[j].kind == chunkPrep {
			switch w := s.lower(s.chunks[j].head); w {
			case "from", "of", "for", "over", "with":
				from = w
			}
		}
	}
	gerund := s.chunks[act].kind == chunkVG && s.chunks[act].form&formIng != 0
	switch kind {
	case overStop:
		return gerund && (act <= v+2 || from == "from")
	case overSeize:
		return s.chunks[act].kind == chunkNP && act <= v+4
	case overPrevent:
		return gerund && from == "from" || s.keptOut(v) || s.chunks[act].kind == chunkNP && act == s.object(v) && s.lex.verbs[s.chunks[v].verb].lemma != "keep" // "blocked the sale"
	case overAcquit:
		return from == "of"
	case overPunish:
		if s.lex.verbIs(s.chunks[v].verb, verbsProbing) {
			return s.chunks[act].kind == chunkNP
		}
		return from != "" && from != "from"
	case overHalt:
		return gerund || s.chunks[act].kind == chunkNP || s.chunks[act].inf && act > 0 && s.bids(act-1)
	}
	return true
}

// bids reports the noun of "a bid to build" or "permission to dock", which is not done if it is
// turned down.
func (s *sentence) bids(k int) bool {
	switch s.lower(s.chunks[k].head) {
	case "bid", "offer", "proposal", "request", "plan", "attempt", "permission", "leave", "clearance", "licence", "license", "right", "authorisation", "authorization":
		return true
	}
	return false
}

// undone reports a verb that is itself not done: "has not stopped", "failed to halt".
func (s *sentence) undone(v int) bool {
	for i := s.chunks[v].start; i < s.chunks[v].end; i++ {
		if s.tags[i] == tagNeg || s.isWord(i, "never") || s.isWord(i, "hardly") {
			return true
		}
	}
	if v > 0 && s.chunks[v-1].kind == chunkVG && s.chunks[v-1].verb >= 0 {
		if s.lex.verbIs(s.chunks[v-1].verb, verbsNeglecting) {
			return true
		}
		return s.undone(v - 1)
	}
	return false
}

// guesses makes an allegation of a modal that speaks of the present or the past:
// "could be admitting workers" is a guess, "could admit workers" a supposition.
func (s *sentence) guesses(cues []appliedCue, carrier int) []appliedCue {
	for i := range cues {
		if a := &cues[i]; a.cue.category == cueHypothetical && s.isWord(a.hit.end-1, "be") && s.mainBe(a.hit.end-1) {
			a.cue = &epistemic // "there may be 3,000 workers"
		}
	}
	if carrier < 0 {
		return cues
	}
	v := &s.chunks[carrier]
	if v.kind != chunkVG || !v.aux {
		return cues
	}
	if s.conditional() {
		return cues // "might be loading coal if it switches off its transponder"
	}
	now := v.form&formIng != 0 || v.verb < 0
	for i := v.start; i < v.end; i++ {
		now = now || s.isWord(i, "have")
	}
	for i := range cues {
		if cues[i].cue.category == cueHypothetical && cues[i].hit.start >= v.start && cues[i].hit.end <= v.end && now {
			cues[i].cue = &epistemic
		}
	}
	for i := v.start; i < v.end; i++ {
		if s.tags[i] == tagModal && s.isWord(i, "may") && !slices.ContainsFunc(cues, func(a appliedCue) bool { return a.hit.start <= i && i < a.hit.end }) {
			c := &modalMay
			if now {
				c = &epistemic
			}
			cues = append(cues, appliedCue{hit{start: i, end: i + 1, layer: layerCue}, c})
		}
	}
	return cues
}

// conditional reports a condition anywhere in the sentence: "if", "unless".
func (s *sentence) conditional() bool {
	return slices.ContainsFunc(s.cues, func(h hit) bool {
		return s.lex.cues[h.ref].id == "hypothetical.condition" && (s.isWord(h.start, "if") || s.isWord(h.start, "unless"))
	})
}

// breached takes the statements of law out of the cues where the sentence says that
// the law was broken: "accused of breaching a resolution that bans the hiring of …".
func (s *sentence) breached(c *candidate, cues []appliedCue) []appliedCue {
	for k := range s.chunks {
		v := &s.chunks[k]
		if v.kind != chunkVG || !s.lex.verbIs(v.verb, verbsBreaching) || s.undone(k) {
			continue
		}
		object := s.object(k)
		if object < 0 || !s.isLaw(object) {
			continue
		}
		before := len(cues)
		cues = slices.DeleteFunc(cues, func(a appliedCue) bool { return a.cue.category == cueNormative && a.hit.start > v.start })
		if len(cues) < before {
			cues = append(cues, appliedCue{hit{start: v.start, end: v.end, layer: layerCue}, &overCues[overPunish]})
		}
	}
	return cues
}

// isLaw reports a phrase for a law, if only at the beginning of a longer one: "a U.N. ban on".
func (s *sentence) isLaw(k int) bool {
	switch s.lower(s.chunks[k].head) {
	case "ban", "bans", "embargo", "sanctions", "restrictions":
		return true
	}
	return s.headClass(k, classLaw)
}

// mainBe reports a form of "be" at token i that is the main verb of its group.
func (s *sentence) mainBe(i int) bool {
	for k := range s.chunks {
		if c := &s.chunks[k]; c.kind == chunkVG && c.start <= i && i < c.end {
			return c.verb < 0
		}
	}
	return false
}
