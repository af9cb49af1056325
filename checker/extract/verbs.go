package extract

import (
	"slices"
	"strings"
)

// resolveVerbs decides for every possible verb whether it is one here.
func (s *sentence) resolveVerbs() {
	for i := range s.toks {
		if s.tags[i] == tagVerb && !s.phrasal(i) && !s.isVerb(i) {
			s.tags[i] = tagNoun
		}
	}
	s.lastVerb()
}

// lastVerb finds the verb of a clause that has none otherwise, behind people, firms or
// ships: "Trading firms load currency onto trains", "documents show that firms hold
// accounts". A clause goes here from comma to comma, and up to what is said.
func (s *sentence) lastVerb() {
	from, verb := 0, false
	for i := range s.toks {
		switch s.tags[i] {
		case tagVerb:
			if i > 0 && s.tags[i-1] == tagComma && s.words[i].form&(formBase|formThird) == 0 {
				continue // ", bound for Dalian"
			}
			if s.words[i].form == formPart && i > 0 && s.tags[i-1] == tagNoun && !verb {
				continue // "trains laden with petrol roll in"
			}
			verb = true
			if w := s.words[i].verb; w > 0 && s.lex.verbIs(w-1, verbsReporting) && s.tagBefore(i) != tagTo {
				from, verb = i+1, false
			}
		case tagAux, tagModal:
			verb = true
		case tagComma, tagSub, tagBreak:
			if !verb {
				s.verbIn(from, i)
			}
			from, verb = i+1, false
		}
	}
	if !verb {
		s.verbIn(from, len(s.toks))
	}
}

// verbIn finds the verb of a clause of tokens [from, to).
func (s *sentence) verbIn(from, to int) {
	subject := -1 // the head of its subject, if a preposition follows that
	for i := from + 1; i+1 < to; i++ {
		if subject < 0 && s.tags[i] == tagPrep {
			subject = i - 1
		}
		if s.tags[i] != tagNoun || s.words[i].verb == 0 || s.toks[i].is(fCap) && !s.upper || s.tags[i-1] != tagNoun && s.tags[i-1] != tagEntity {
			continue
		}
		head := i - 1
		if subject >= 0 {
			head = subject
		}
		plural, third := s.looksPlural(head), s.words[i].form&formThird != 0
		if plural && s.words[i].form&formBase == 0 || !plural && !third {
			continue
		}
		object, way := false, false
		switch s.tags[i+1] {
		case tagNoun, tagEntity, tagDet, tagNum, tagPossPron:
			object = true
		case tagVerb:
			object = s.words[i+1].form&formPart != 0 && s.words[i+1].form&formBase == 0 && s.tagAfter(i+1) == tagNoun // "stores padded coats"
		case tagPrep, tagTo:
			way = !s.isWord(i+1, "of") && (plural || s.noun[i] == 0 && !s.lex.verbs[s.words[i].verb-1].noun || s.oneThing(from, head))
		}
		state := s.words[i].form == formThird && (s.inClass(head, classTheState) || s.tags[head] == tagEntity && s.isWord(head, "dprk") && s.words[i+1].verb == 0)
		switch {
		case object && head == i-1 && (state || s.canAct(head)), way && head == i-1 && s.canAct(head):
		case (object || way) && head < i-1 && s.tags[i-1] == tagEntity && s.kindAt(i-1) != byAdjective && s.canAct(head):
		case third && object && head == i-1 && s.isWord(from, "the") && s.oneNoun(from, head) && s.endsPlural(i) && s.noun[i] == 0: // "the gallery rents rooms"
		case third && s.oneThing(from, head) && (way && !s.isWord(head+1, "of") || object && (head < i-1 && s.tags[i-1] == tagEntity || s.endsPlural(i))):
		default:
			continue
		}
		s.tags[i] = tagVerb
		return
	}
}

// takenBy reports a name before token i that stands behind "by" and the participle of several
// things: "photographs obtained by Reuters show".
func (s *sentence) takenBy(i int) bool {
	j := i - 1
	for j > 0 && (s.tags[j] == tagEntity || s.tags[j] == tagNoun && s.toks[j].is(fCap)) {
		j--
	}
	return j < i-1 && j > 1 && s.isWord(j, "by") && s.words[j-1].form&formPart != 0 && s.tags[j-2] == tagNoun && s.looksPlural(j-2)
}

// canAct reports a noun at token i of people, firms or vehicles.
func (s *sentence) canAct(i int) bool {
	if s.tags[i] == tagEntity {
		return s.kindAt(i) == byPeople
	}
	word := strings.TrimSuffix(s.lower(i), "s")
	return s.words[i].thing || s.words[i].actor || s.peopleByForm(i) || strings.HasSuffix(word, "er") || strings.HasSuffix(word, "or") || strings.HasSuffix(word, "ist") ||
		s.inClass(i, classBusiness) || s.inClass(i, classMaritimeVessel)
}

// oneThing reports that the phrase which begins at token from or later and ends with token
// head is of one thing: "a North Korean brigade". No plural noun can stand behind that.
func (s *sentence) oneThing(from, head int) bool {
	for i := head; i >= from; i-- {
		switch s.tags[i] {
		case tagNoun, tagEntity, tagHyphen, tagAdv:
		case tagDet:
			switch s.lower(i) {
			case "a", "an", "another", "every", "each":
				return true
			}
			return false
		default:
			return false
		}
	}
	return false
}

// oneNoun reports that token head is the only noun behind the article at token from.
func (s *sentence) oneNoun(from, head int) bool {
	return head == from+1 || head == from+2 && s.tags[from+1] == tagEntity
}

// endsPlural reports that the nouns which begin behind token i end in a plural.
func (s *sentence) endsPlural(i int) bool {
	j := i + 1
	for j+1 < len(s.toks) && (s.tags[j+1] == tagNoun || s.tags[j+1] == tagHyphen) {
		j++
	}
	return s.tags[j] == tagNoun && s.looksPlural(j)
}

// phrasal reports the first word of a verb of several words, which is a verb
// unless an article or a compound stands before it: "a Chinese-operated ship in".
func (s *sentence) phrasal(i int) bool {
	if i > 0 && s.words[i].form&formIng == 0 && (s.tags[i-1] == tagPrep || s.isAdjective(i-1) && s.words[i].form&formThird == 0 && s.tags[i-1] == tagEntity && s.kindAt(i-1) == byAdjective) {
		return false // "three shipments of trucks in May", "a North Korean ship in disguise"
	}
	if i > 0 && s.words[i].form == formBase && s.words[i].verb > 0 && s.lex.verbs[s.words[i].verb-1].noun && s.tags[i-1] == tagNoun && !s.looksPlural(i-1) {
		return false // "discussed a missile deal in 2002"
	}
	if s.words[i].form&formThird != 0 && s.countedAdjective(i-1) {
		return false // "bunkered two North Korean ships off Taiwan"
	}
	return i+1 < len(s.toks) && slices.ContainsFunc(s.hits, func(h hit) bool { return h.layer == layerVerb && h.start == i }) && (i == 0 || s.tags[i-1] != tagDet && !(s.tags[i-1] == tagNum && s.words[i].form&formThird != 0)) && (i < 2 || s.tags[i-2] != tagHyphen)
}

// behindWho reports a relative clause of several people in front of token i.
func (s *sentence) behindWho(i int) bool {
	for j := i - 1; j > 0 && j > i-8; j-- {
		if s.tags[j] == tagRel {
			return s.isWord(j, "who") && s.looksPlural(j-1)
		}
		if s.tags[j] == tagComma || s.tags[j] == tagBreak {
			return false
		}
	}
	return false
}

func (s *sentence) isVerb(i int) bool {
	w := &s.words[i]
	capped := s.toks[i].is(fCap) && !s.upper
	if s.isWord(i, "armed") && (s.isWord(i+1, "forces") || s.isWord(i+1, "groups") || s.isWord(i+1, "group") || s.isWord(i+1, "men") || s.isWord(i+1, "force")) {
		return false
	}
	if s.isWord(i, "informed") && (s.isWord(i+1, "sources") || s.isWord(i+1, "source")) {
		return false
	}
	if w.verb == 0 {
		return true // unknownPast has looked at the neighbours
	}
	prev, next := s.tagBefore(i), s.tagAfter(i)
	if next == tagNoun && s.countsAt(i+1) {
		next = tagNum // "trains four physicists"
	}
	if w.form == formThird && prev == tagNoun && !capped && s.countsAt(i-1) {
		return false // "has nine ships owned by"
	}
	if w.form == formIng && !capped && i > 0 && s.tags[i-1] == tagEntity && s.kindAt(i-1) == byPeople && next == tagNoun {
		return true // "North Koreans earning money"
	}
	if w.form == formThird && s.countedAdjective(i-1) {
		return false // "runs two North Korean ships"
	}
	if w.form == formThird && prev == tagComma && s.endsInSaying(i+1) {
		return false // "…, monitors find"
	}
	if capped && i > 0 && s.tags[i-1] != tagQuote && s.tags[i-1] != tagBreak && s.capitalRun(i) && !s.headlineSays(i) {
		return false // part of a name
	}
	if capped && i > 0 && s.tags[i-1] != tagQuote && s.tags[i-1] != tagBreak && s.isWord(i+1, "of") && i+2 < len(s.toks) && s.toks[i+2].is(fCap) && !s.headline() {
		return false // "Voice of America"
	}
	if s.isWord(i-1, "whose") && w.form&formPart == 0 {
		return false // "whose visas ran out"
	}
	if capped && prev == tagDet && w.form&formPart != 0 && i+1 < len(s.toks) && s.toks[i+1].is(fCap) {
		return false // "the Associated Press"
	}
	if i+1 < len(s.toks) && s.tags[i+1] == tagHyphen || i > 0 && s.tags[i-1] == tagHyphen {
		return false
	}
	if !capped && prev != tagTo && prev != tagPrep && prev != tagDet && prev != tagPossPron && prev != tagPoss && s.lex.verbIs(w.verb-1, verbsReporting) && (next == tagBreak || next == tagComma || next == tagTime) && s.lex.verbs[w.verb-1].lemma != "state" && s.commaBefore(i) && !s.inNamedSource(i) {
		return true // "…, Caixin reports.", "…, the company register shows."
	}
	if s.lex.verbIs(w.verb-1, verbsReporting) && i > 0 && s.tags[i-1] == tagEntity && s.isEntityName(i-1) && (next == tagSub || s.tagAfter(i) == tagEntity) {
		return true // "Seoul claims that …"
	}
	if w.form&formIng != 0 && s.lex.verbs[w.verb-1].lemma == "serve" && prev != tagAux && next == tagNoun && i+1 < len(s.toks) && s.peopleWord(i+1) {
		return false // "two serving officers"
	}
	if s.lex.verbIs(w.verb-1, verbsReporting) && w.form == formThird && prev == tagPrep && next == tagPron {
		return true // "a trader I spoke to says he …"
	}
	if s.lex.verbIs(w.verb-1, verbsReporting) && w.form&formBase != 0 && prev == tagNoun && (next == tagEntity || next == tagPron) && s.behindWho(i) {
		return true // "chefs who have fled the country claim Kim …"
	}
	if i == 1 && !capped && s.lex.verbIs(w.verb-1, verbsReporting) && w.form&formBase != 0 && next == tagEntity && s.looksPlural(0) {
		return true // "Police believe North Korea sold arms"
	}
	if s.lex.verbIs(w.verb-1, verbsReporting) && w.form&formBase != 0 && next == tagSub && s.isThat(i) && (prev == tagNoun || prev == tagEntity) {
		return true // "the State Department and the FBI warn that …"
	}
	if s.lex.verbIs(w.verb-1, verbsReporting) && prev != tagDet && prev != tagTo && prev != tagPrep && !capped && (s.isThat(i) || s.isWord(i+1, "how")) && w.form&(formThird|formPast) != 0 {
		return true // "a contract dated 13 July 2016 suggests that …"
	}
	if w.form == formThird && i > 0 && !capped && s.inClass(i-1, classBloc) && (next == tagDet || next == tagEntity || next == tagNoun) {
		return true // "the EU bans joint ventures"
	}
	if i > 2 && w.form == formThird && s.tags[i-1] == tagNoun && !s.looksPlural(i-1) && s.tags[i-2] == tagDet && s.tags[i-3] == tagRel {
		return true // "which the aggressor uses for"
	}
	if i > 1 && w.form&formBase != 0 && (s.tags[i-1] == tagRel || s.isWord(i-1, "that")) && s.looksPlural(i-2) {
		return true // "countries that import coal"
	}
	if w.form&formBase != 0 && !capped && i > 0 && s.inClass(i-1, classLaw) && s.looksPlural(i-1) && s.lex.over[w.verb-1] == overForbid && (next == tagNoun || next == tagDet || next == tagEntity || s.statesNext(i)) {
		return true // "resolutions bar countries from"
	}
	if w.form&formBase != 0 && prev == tagNum && (next == tagDet || next == tagNoun || next == tagVerb || next == tagEntity || s.statesNext(i)) && s.lawBefore(i) {
		return true // "Resolutions 2371 and 2397 forbid States …"
	}
	if i > 1 && s.tags[i-1] == tagNum && w.form&(formThird|formPast) != 0 && !capped && (s.year(i-1) > 0 || s.inClass(i-2, classLaw)) && (next == tagDet || next == tagEntity || next == tagNoun || s.statesNext(i) || i+1 < len(s.toks) && s.noun[i+1] != 0) {
		return true // "Resolution 2375 forbids joint ventures"
	}
	if w.form&formPart != 0 && prev == tagNoun && s.isWord(i+1, "by") && !capped && s.lex.verbIs(w.verb-1, verbsOrigin) {
		return true // "a company run by"
	}
	if w.form == formThird && prev == tagNoun && i > 0 && s.tags[i-1] == tagNoun && s.looksPlural(i-1) && s.inClass(i-1, classLaw) {
		return false // "sanctions monitors"
	}
	if w.form&formBase != 0 && !capped && (prev == tagNoun || prev == tagEntity && s.isEntityName(i-1)) && s.causedBefore(i) {
		return true // "let North Korean companies use", "helped North Korea move 20 million dollars"
	}
	if i == 0 && w.form == formThird {
		return false // "Photographs show"
	}
	both := s.lex.verbs[w.verb-1].noun || s.noun[i] != 0
	switch {
	case w.form&formIng != 0:
		if prev == tagAux {
			return s.noun[i] == 0 || !s.afterHave(i) // "have had training"
		}
		if next == tagNoun && !capped && s.inCompound(i) {
			return false // "at the coal loading dock"
		}
		if slices.ContainsFunc(s.hits, func(h hit) bool { return h.layer == layerNoun && h.start == i && h.end > i+1 }) {
			return false // "sold fishing rights"
		}
		if s.noun[i] != 0 && prev == tagNoun && i > 0 && s.tags[i-1] == tagNoun && s.looksPlural(i-1) && !capped && (next == tagEntity || next == tagDet || next == tagNum) {
			return true // "Russian firms hiring North Korean workers"
		}
		if s.noun[i] != 0 {
			if (next == tagPrep || next == tagTo) && s.governs(s.beforeAdverbs(i)) {
				return true // "began docking in"
			}
			if i > 1 && prev == tagEntity && s.isEntityName(i-1) && s.tags[i-2] == tagVerb && (next == tagNoun || i+1 < len(s.toks) && s.noun[i+1] != 0) {
				return true // "pictures show Russia shipping oil"
			}
			if i > 1 && s.tags[i-1] == tagAdv && s.tags[i-2] == tagNoun && next == tagEntity {
				return true // "countries still hosting North Koreans"
			}
			// "the hiring of", "training courses"; but "hiring North Koreans".
			return prev != tagDet && prev != tagPoss && prev != tagNoun && !s.isAdjective(i-1) && (next == tagDet || next == tagPossPron || next == tagEntity || next == tagNum || (prev == tagPrep || prev == tagVerb) && (next == tagNoun || i+1 < len(s.toks) && s.noun[i+1] != 0))
		}
		return prev != tagDet && prev != tagPoss || next != tagNoun && next != tagPrep && next != tagEntity
	case w.form&(formBase|formThird) == 0: // past or participle only
		if prev == tagDet || prev == tagPossPron || prev == tagPoss || s.isAdjective(i-1) && s.kindAt(i-1) == byAdjective {
			return next != tagNoun && next != tagEntity && next != tagNum && (i+1 >= len(s.toks) || s.noun[i+1] == 0)
		}
		if (prev == tagVerb || prev == tagPrep) && i > 0 && s.tags[i-1] == prev && (next == tagNoun || next == tagEntity || prev == tagPrep && next == tagVerb && s.noun[i+1] != 0 && s.words[i+1].form&formBase != 0) {
			return false // "obtain prohibited gear", "of banned goods"
		}
		return true
	}
	if w.form&formBase != 0 && s.modalBefore(i) {
		return true
	}
	if w.form == formBase && s.noun[i] != 0 && i > 2 && s.tags[i-2] == tagHyphen && s.words[i-1].form&formPart != 0 {
		return false // "a Chinese-operated ship in"
	}
	if w.form&formBase != 0 && prev == tagNoun && next == tagPrep && s.peopleByForm(i-1) {
		return true // "North Korean women work in", though "work" is a noun too
	}
	if w.form&formBase != 0 && !capped && i > 1 && s.tags[i-1] == tagEntity && s.kindAt(i-1) == byName && (next == tagAdv || next == tagPrep) && s.pluralBehind(i) {
		return true // "waitresses from North Korea work there"
	}
	if i > 1 && w.form&formIng == 0 && s.tags[i-1] == tagEntity && (s.isWord(i-2, "a") || s.isWord(i-2, "an")) && s.isEntityName(i-1) && (next == tagNoun || next == tagVerb) {
		return false // "a London research group"
	}
	if w.form == formThird && !capped && prev == tagNoun && next != tagNoun && next != tagVerb && next != tagAux && i+1 < len(s.toks) && s.groupOf(i) {
		return true // "a team of North Korean programmers runs a studio"
	}
	if both && w.form&formBase != 0 && i > 1 && s.tags[i-2] == tagPoss && !s.looksPlural(i-1) && (next == tagBreak || next == tagComma || next == tagPrep) {
		return false // "according to the investigators' latest report"
	}
	if both && w.form&formBase != 0 && !capped && s.lex.verbIs(w.verb-1, verbsShowing) && s.takenBy(i) {
		return true // "photographs obtained by the Daily show coal"
	}
	near := s.beforeAdverbs(i)
	if w.form&formThird != 0 && prev == tagNoun && next == tagTo && !s.looksPlural(near) && s.canAct(near) && s.governs(i) && i+2 < len(s.toks) && s.words[i+2].verb > 0 && s.words[i+2].form&formBase != 0 {
		return true // "the firm plans to sell"
	}
	if both && s.noun[i] != 0 && i > 0 && s.noun[i-1] != 0 && s.tags[i-1] != tagAdv && !(s.tags[i-1] == tagTo && s.hits[s.noun[i]-1].start == i-1) && !(w.form&formBase != 0 && s.looksPlural(i-1) && (next == tagDet || next == tagEntity || s.wayNext(i))) && !(w.form&formThird != 0 && !s.looksPlural(i-1) && i+1 < len(s.toks) && (next == tagDet || next == tagEntity || next == tagNum || s.isAdjective(i+1))) {
		return false // "arms trade"; but "the firm uses North Korean stone"
	}
	switch prev {
	case tagTo, tagModal, tagPron, tagRel, tagNeg:
		if prev == tagTo && w.form&formBase == 0 {
			return false // "according to documents"
		}
		return prev != tagTo || !both || next != tagPrep && next != tagSub && next != tagBreak && next != tagComma && next != tagTime || s.leadsToVerb(i)
	case tagAux:
		return w.form&(formBase|formPart) != 0 && (!both || w.form&formPart != 0 || s.isWordBefore(i, "do"))
	case tagDet, tagPossPron, tagPoss, tagPrep, tagNum:
		return w.form&formPart != 0 && w.form&formBase == 0
	}
	if s.isAdjective(i - 1) {
		return s.kindAt(i-1) == byPeople
	}
	if !both {
		if w.form == formBase {
			if (prev == tagNoun || prev == tagEntity) && s.pluralBehind(i) {
				return true // "the ships on the list fly foreign flags"
			}
			return prev != tagNoun || i == 0 || s.looksPlural(near) || prev == tagConj || prev == tagAdv
		}
		return true
	}
	startsObject := next == tagDet || next == tagPossPron || next == tagEntity || next == tagNum || next == tagNoun || next == tagPron || next == tagVerb && i+1 < len(s.toks) && s.noun[i+1] != 0
	if w.form&formThird != 0 {
		if (prev == tagComma || prev == tagBreak && next == tagDet) && startsObject && next != tagNoun && i > 3 {
			return true // "Mansudae, a North Korean company, runs a museum"
		}
		return s.isEntityName(near) && (startsObject || next == tagPrep || next == tagTo) || prev == tagNoun && !s.looksPlural(near) && startsObject && next != tagNoun
	}
	if prev == tagConj && i > 1 && (s.tags[i-2] == tagVerb && s.words[i-2].form&formBase != 0 || startsObject && next != tagNoun && next != tagVerb && s.baseVerbBefore(i)) {
		return true // "buy and ship to", "bar countries from …, and cap the imports"
	}
	if prev == tagEntity && startsObject && s.joined(near) {
		return true // "China and North Korea run …"
	}
	if prev == tagNoun && (next == tagDet || next == tagNum) && s.joinedPhrase(i) {
		return true // "a Russian firm and a North Korean bureau run a cannery"
	}
	if prev == tagNoun || prev == tagEntity {
		return (s.looksPlural(near) || s.pluralBehind(i)) && (startsObject || next == tagPrep || next == tagAdv || next == tagTo)
	}
	return i == 0 && startsObject && next != tagNoun
}

// leadsToVerb reports a word before "to" and token i behind which stands a verb, though it
// may look like a noun: "continued to work in", "permission to dock at".
func (s *sentence) leadsToVerb(i int) bool {
	j := s.beforeAdverbs(s.beforeAdverbs(i))
	if j > 0 && s.tags[j] == tagNeg {
		j = s.beforeAdverbs(j) // "decided not to work with"
	}
	return j >= 0 && (s.governs(j) || toDo[s.lower(j)])
}

// toDo are adjectives and nouns of which an infinitive says what for.
var toDo = map[string]bool{
	"able": true, "unable": true, "likely": true, "unlikely": true, "set": true, "due": true, "ready": true, "eager": true, "keen": true, "willing": true,
	"unwilling": true, "free": true, "about": true, "bound": true, "poised": true, "reluctant": true,
	"permission": true, "licence": true, "license": true, "plan": true, "plans": true, "right": true, "rights": true, "permit": true, "permits": true,
	"attempt": true, "attempts": true, "bid": true, "effort": true, "efforts": true, "ability": true, "visa": true, "visas": true, "leave": true,
	"refusal": true, "failure": true, "decision": true, "promise": true, "pledge": true, "authorisation": true, "authorization": true, "clearance": true,
}

// governs reports a verb at token j behind which another stands, as -ing or with "to".
func (s *sentence) governs(j int) bool {
	if j > 0 && (s.isWord(j, "of") || s.isWord(j, "with") || s.isWord(j, "for")) && s.words[j-1].verb > 0 && s.lex.over[s.words[j-1].verb-1] == overPunish {
		return true // "accused of docking in"
	}
	return j >= 0 && s.words[j].verb > 0 && s.lex.verbIs(s.words[j].verb-1, verbsGoverning) && (s.noun[j] == 0 || s.tags[j] == tagVerb)
}

// baseVerbBefore reports a verb in its base form before token i in its clause.
func (s *sentence) baseVerbBefore(i int) bool {
	for i--; i >= 0 && s.tags[i] != tagSub && s.tags[i] != tagBreak; i-- {
		if s.tags[i] == tagVerb && s.words[i].form&formBase != 0 && s.words[i].form&formPast == 0 {
			return true
		}
	}
	return false
}

// endsInSaying reports a reporting verb in its base form at token i that ends the
// sentence.
func (s *sentence) endsInSaying(i int) bool {
	if i >= len(s.toks) || s.words[i].verb == 0 || s.words[i].form&formBase == 0 || !s.lex.verbIs(s.words[i].verb-1, verbsReporting) {
		return false
	}
	return i+1 == len(s.toks) || i+2 == len(s.toks) && s.toks[i+1].kind == kPunct
}

// wayNext reports a preposition of motion behind token i: "machine tools flow into".
func (s *sentence) wayNext(i int) bool {
	for _, w := range []string{"into", "across", "onto", "past"} {
		if s.isWord(i+1, w) {
			return true
		}
	}
	return false
}

// afterHave reports "have", not "be", right before token i.
func (s *sentence) afterHave(i int) bool {
	switch s.lower(i - 1) {
	case "have", "has", "had", "having":
		return true
	}
	return false
}

// inCompound reports a participle in -ing between an article or a preposition with
// a singular noun behind it and another noun, as in "the coal loading dock".
func (s *sentence) inCompound(i int) bool {
	j := i - 1
	for j >= 0 && j >= i-2 && (s.tags[j] == tagNoun || s.tags[j] == tagHyphen) && !s.looksPlural(j) {
		j--
	}
	return j >= 0 && j < i-1 && (s.tags[j] == tagDet || s.tags[j] == tagPoss)
}

// pluralBehind reports a plural noun before the preposition of the phrase that ends
// before token i.
func (s *sentence) pluralBehind(i int) bool {
	for j := i - 1; j > 0 && j >= i-6; j-- {
		switch s.tags[j] {
		case tagNoun, tagDet, tagPossPron, tagEntity, tagAdv:
		case tagPrep:
			if j > 1 && s.isWord(j, "by") && s.words[j-1].form&formPart != 0 {
				return s.looksPlural(j - 2) // "photographs taken by a passenger show"
			}
			switch s.lower(j) {
			case "in", "on", "at", "near", "from", "of", "with":
				return s.tags[j-1] == tagNoun && s.looksPlural(j-1)
			}
			return false
		default:
			return false
		}
	}
	return false
}

// beforeAdverbs is the last token before i that is no adverb, or -1.
func (s *sentence) beforeAdverbs(i int) int {
	for i--; i >= 0 && (s.tags[i] == tagAdv || s.tags[i] == tagQuote); i-- {
	}
	return i
}

// causedBefore reports "let", "help" and the like before the phrase that ends before
// token i.
func (s *sentence) causedBefore(i int) bool {
	for j := i - 1; j > 0 && j >= i-8; j-- {
		switch s.tags[j] {
		case tagNoun, tagEntity, tagDet, tagHyphen, tagNum, tagAdv, tagPossPron, tagPoss:
		case tagPrep:
			if !s.isWord(j, "in") && !s.isWord(j, "from") && !s.isWord(j, "of") {
				return false
			}
		case tagVerb:
			return s.lex.verbIs(s.words[j].verb-1, verbsCausing) && !s.isWord(j+1, "to")
		default:
			return false
		}
	}
	return false
}

// countedAdjective reports a State's adjective at token i with a number before it.
func (s *sentence) countedAdjective(i int) bool {
	if i < 1 || s.tags[i] != tagEntity || s.kindAt(i) != byAdjective {
		return false
	}
	first := s.hits[s.ent[i]-1].start
	return first > 0 && (s.tags[first-1] == tagNum || s.countsAt(first-1))
}

// lawBefore reports a resolution or the like before token i, with nothing but numbers
// and "adopted in" between.
func (s *sentence) lawBefore(i int) bool {
	for j := i - 1; j >= 0 && j >= i-8; j-- {
		switch s.tags[j] {
		case tagNum, tagConj, tagComma:
		case tagPrep:
			if !s.isWord(j, "since") && !s.isWord(j, "of") && !s.isWord(j, "from") && !s.isWord(j, "in") {
				return false
			}
		case tagVerb:
			if !s.isWord(j, "adopted") && !s.isWord(j, "passed") {
				return false
			}
		default:
			return s.inClass(j, classLaw)
		}
	}
	return false
}

// commaBefore reports a comma or closing quotation mark within the ten tokens
// before i, with no verb between: the speaker stands there.
func (s *sentence) commaBefore(i int) bool {
	for j := i - 1; j >= 0 && j >= i-10; j-- {
		switch s.tags[j] {
		case tagComma, tagQuote:
			return j < i-1
		case tagVerb:
			if !s.isWord(j+1, "by") { // "documents seen by Reuters show"
				return false
			}
		case tagAux, tagModal, tagBreak:
			return false
		}
	}
	return false
}

// inNamedSource reports that token i ends the phrase behind "according to": "according to the
// same report".
func (s *sentence) inNamedSource(i int) bool {
	for i--; i >= 0 && (s.tags[i] == tagNoun || s.tags[i] == tagEntity || s.tags[i] == tagDet || s.tags[i] == tagHyphen || s.tags[i] == tagPoss || s.tags[i] == tagPossPron); i-- {
	}
	return i > 0 && s.tags[i] == tagTo && s.isWord(i-1, "according")
}

// statesNext reports "States" as the next word, which may look like a verb: "forbids
// States to".
func (s *sentence) statesNext(i int) bool { return s.isWord(i+1, "states") }

// isThat reports "that" as the next word.
func (s *sentence) isThat(i int) bool { return s.isWord(i+1, "that") }

// modalBefore reports a modal verb shortly before token i with no other verb
// between: "could one day send".
func (s *sentence) modalBefore(i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		switch s.tags[j] {
		case tagModal:
			return true
		case tagNum, tagTime, tagAdv, tagNeg, tagQuote:
		case tagNoun:
			if s.noun[j] != 0 {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// capitalRun reports whether tokens on both sides, or the one before, are
// capitalised too, as in a name or a headline.
func (s *sentence) capitalRun(i int) bool {
	if i == 0 || !s.toks[i-1].is(fCap) {
		return false
	}
	if s.tags[i-1] == tagEntity {
		if i+1 < len(s.toks) && s.tags[i+1] == tagNoun && !s.toks[i+1].is(fCap) && !s.headline() {
			return true // "a New York Times investigation"
		}
		return s.words[i].form&formIng != 0 && len(s.toks) > 8 && !s.headline() // "Sonbong Trading"
	}
	return i < 2 || !s.headline()
}

// headlineSays reports the verb of a headline that opens with its speaker: "Panel
// Says North Korea Sold Arms".
func (s *sentence) headlineSays(i int) bool {
	return i < 3 && s.noun[i] == 0 && s.words[i].form&(formBase|formThird) != 0 && s.lex.verbs[s.words[i].verb-1].lemma == "say" && s.headline()
}

// headline guesses a headline in title case: most words begin upper case.
func (s *sentence) headline() bool {
	caps, words := 0, 0
	for i := range s.toks {
		if s.toks[i].kind == kWord && s.toks[i].end-s.toks[i].start > 3 {
			words++
			if s.toks[i].is(fCap) {
				caps++
			}
		}
	}
	return words > 3 && caps*4 >= words*3
}

func (s *sentence) tagBefore(i int) tag {
	for i--; i >= 0; i-- {
		if s.tags[i] != tagQuote && s.tags[i] != tagAdv {
			return s.tags[i]
		}
	}
	return tagBreak
}

func (s *sentence) tagAfter(i int) tag {
	for i++; i < len(s.toks); i++ {
		if s.tags[i] != tagQuote && s.tags[i] != tagAdv {
			return s.tags[i]
		}
	}
	return tagBreak
}

func (s *sentence) isWordBefore(i int, lemma string) bool {
	for i--; i >= 0 && (s.tags[i] == tagAdv || s.tags[i] == tagNeg || s.tags[i] == tagPron || s.tags[i] == tagNoun || s.tags[i] == tagEntity); i-- {
	}
	if i < 0 {
		return false
	}
	switch s.lower(i) {
	case "do", "does", "did":
		return lemma == "do"
	}
	return false
}

func (s *sentence) kindAt(i int) entityKind {
	return s.lex.entities[s.hits[s.ent[i]-1].ref].kind
}

func (s *sentence) isAdjective(i int) bool {
	return i >= 0 && s.ent[i] != 0 && (s.kindAt(i) == byAdjective || s.kindAt(i) == byPeople)
}

func (s *sentence) isEntityName(i int) bool {
	return i >= 0 && i < len(s.toks) && s.ent[i] != 0 && s.kindAt(i) != byAdjective
}

// joined reports whether "and" stands before the name that ends at token i.
func (s *sentence) joined(i int) bool {
	for i >= 0 && s.ent[i] != 0 {
		i--
	}
	return i >= 0 && s.tags[i] == tagConj
}

// countsAt reports a number in words at token i.
func (s *sentence) countsAt(i int) bool {
	if i < 0 || i >= len(s.toks) {
		return false
	}
	n, ok := s.numberAt(i)
	return ok && n > 1
}

// groupOf reports a plural before token i that stands behind "a team of", "one of".
func (s *sentence) groupOf(i int) bool {
	if !s.looksPlural(i - 1) {
		return false
	}
	for j := i - 2; j > 0 && j >= i-5; j-- {
		switch {
		case s.isWord(j, "of"):
			return s.isWord(j-1, "one") || !s.looksPlural(j-1) && s.inClass(j-1, classPartitive)
		case s.tags[j] != tagNoun && s.tags[j] != tagEntity && s.tags[j] != tagDet:
			return false
		}
	}
	return false
}

// joinedPhrase reports "and" before the noun phrase that ends before token i, behind
// another one.
func (s *sentence) joinedPhrase(i int) bool {
	for j := i - 1; j > 0 && j >= i-7; j-- {
		switch s.tags[j] {
		case tagNoun, tagEntity, tagDet, tagNum, tagHyphen, tagPoss, tagPossPron:
		case tagConj:
			return s.isWord(j, "and") && (s.tags[j-1] == tagNoun || s.tags[j-1] == tagEntity)
		default:
			return false
		}
	}
	return false
}

// peopleByForm reports a plural of people by its form: women, labourers.
func (s *sentence) peopleByForm(i int) bool {
	if i < 0 || s.toks[i].kind != kWord {
		return false
	}
	w := s.word(i)
	return strings.HasSuffix(w, "men") || strings.HasSuffix(w, "people") || w == "crews" || strings.HasSuffix(w, "ers") && s.noun[i] != 0 && s.inClass(i, classWorkers)
}

func (s *sentence) looksPlural(i int) bool {
	if i < 0 || s.toks[i].kind != kWord {
		return false
	}
	if s.ent[i] != 0 {
		return s.kindAt(i) == byPeople
	}
	w := s.word(i)
	if s.upper {
		w = s.lower(i)
	}
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "people") || strings.HasSuffix(w, "men") || w == "data" || s.isWord(i, "police")
}
