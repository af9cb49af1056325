package extract

import (
	"slices"
	"strings"
)

// tag is the part a token plays, as far as closed word lists, the lexicon's
// verbs and the neighbours tell. Everything unknown is a noun: in news, an
// unknown word nearly always is a name, a noun or an adjective.
type tag uint8

const (
	tagNoun tag = iota
	tagDet
	tagPossPron // its, their
	tagPrep
	tagTo
	tagConj
	tagSub // because, while, that
	tagRel // which, who
	tagPron
	tagAux
	tagModal
	tagNeg
	tagAdv
	tagVerb
	tagNum
	tagPoss // 's
	tagEntity
	tagComma
	tagBreak
	tagQuote
	tagHyphen
	tagTime
)

// sentence is one sentence under analysis.
type sentence struct {
	lex    *Lexicon
	text   string // the document's
	index  int    // into Document.Sentences
	toks   []token
	folded []string // per token: what lower gave
	tags   []tag
	words  []wordInfo // verb and form resolved, per token
	hits   []hit      // entities, nouns, verbs; sorted by start
	ent    []int32    // per token: 1 + index into hits of the entity that covers it
	noun   []int32    // likewise of the noun class
	named  classSet   // the classes of all nouns, and those above them
	inner  []hit      // nouns inside longer ones, which hide them: "sanctions" in "dodging sanctions"
	chunks []chunk
	quoted []bool // per token: inside quotation marks
	upper  bool   // printed in capitals: case says nothing

	state      *docState // nil for text outside of sentences
	focus      string    // country that "it" and "the country" stand for
	later      []hit     // hits of the secondary trie, see second
	matched    bool
	cued       bool  // findCues has run
	cues       []hit // status cues; filled on demand
	sources    []hit
	attributed []attribution

	found        []candidate // memory of candidates
	asking       bool        // what groupCountries and group answer is kept
	asked        []mention   // answers of groupCountries
	groupStates  []answered  // where they stand, per chunk
	inGroups     []int       // answers of group
	phraseGroups []answered  // where they stand, per chunk
}

func (s *sentence) word(i int) string { return s.text[s.toks[i].start:s.toks[i].end] }

// lower is the folded word; most words compared here are in the vocabulary.
func (s *sentence) lower(i int) string {
	if i >= len(s.folded) { // tokens alone, see prepare
		return fold(s.word(i))
	}
	w := &s.folded[i]
	if *w == "" {
		if id := s.toks[i].id; id != 0 {
			*w = s.lex.vocab.word(id)
		} else {
			*w = fold(s.word(i))
		}
	}
	return *w
}

func (s *sentence) isWord(i int, w string) bool {
	return i >= 0 && i < len(s.toks) && s.lower(i) == w
}

// quote is the text of tokens [a, b).
func (s *sentence) quote(a, b int) string {
	if a >= b {
		return ""
	}
	return s.text[s.toks[a].start:s.toks[b-1].end]
}

// inline is the text of tokens [a, b) on one line, however the lines were broken.
func (s *sentence) inline(a, b int) string { return strings.Join(strings.Fields(s.quote(a, b)), " ") }

// prepare finds the primary hits, tags the tokens and cuts the chunks.
func (s *sentence) prepare() {
	s.matched, s.cued = false, false
	s.folded = slices.Grow(s.folded[:0], len(s.toks))[:len(s.toks)]
	clear(s.folded)
	s.caseless()
	s.match()
	n := len(s.toks)
	s.tags = slices.Grow(s.tags[:0], n)[:n]
	s.words = slices.Grow(s.words[:0], n)[:n]
	for i := range s.toks {
		s.words[i] = s.lex.words[s.toks[i].id]
		s.tags[i] = s.baseTag(i)
	}
	for i := 0; i+1 < n; i++ {
		if s.tags[i] == tagAdv && s.noun[i] != 0 && s.noun[i+1] == s.noun[i] && s.tags[i+1] == tagNoun {
			s.tags[i] = tagNoun // "overseas workers"
		}
	}
	for i := 1; i < n; i++ {
		if s.tags[i] == tagPossPron && s.isWord(i, "her") && (i+1 == n || s.endsPhrase(i+1)) {
			s.tags[i] = tagPron // "supplied her with fuel"
		}
	}
	for i := 1; i+4 < n; i++ {
		if s.tags[i] == tagBreak && s.word(i) == "-" && s.toks[i].is(fGlued) && (s.isWord(i+1, "and") || s.isWord(i+1, "or")) && s.tags[i+3] == tagHyphen {
			s.tags[i], s.tags[i+1] = tagHyphen, tagHyphen // "short- and medium-range"
		}
	}
	for i := 1; i+1 < n; i++ {
		if s.tags[i-1] == tagHyphen && s.tags[i+1] == tagHyphen && s.tags[i] != tagEntity {
			s.tags[i] = tagNoun // "ship-to-ship"
		}
	}
	for _, h := range s.hits {
		if h.layer == layerVerb {
			s.phrasalVerb(h)
		}
	}
	for i := 1; i < n; i++ {
		if s.tags[i-1] == tagRel && (s.isWord(i, "all") || s.isWord(i, "both") || s.isWord(i, "each")) {
			s.tags[i] = tagAdv // "who all come from"
		}
		if i+1 < n && (s.tags[i-1] == tagNoun || s.tags[i-1] == tagEntity) && (s.isWord(i, "each") || s.isWord(i, "both")) && s.words[i+1].verb > 0 && s.words[i+1].form&(formBase|formPast) != 0 {
			s.tags[i] = tagAdv // "the two firms each hold half"
		}
		if i+2 < n && s.isWord(i, "as") && s.isWord(i+1, "a") && s.isWord(i+2, "rule") {
			s.tags[i], s.tags[i+1], s.tags[i+2] = tagAdv, tagAdv, tagAdv
		}
		if s.tags[i-1] == tagAux && s.afterHave(i) {
			for end := s.timeBehind(i); i < end; i++ {
				s.tags[i] = tagAdv // "has since sold", "has for years sent workers"
			}
		}
	}
	s.quantify()
	s.temporal()
	s.resolveVerbs()
	s.uncover()
	s.asides()
	s.brackets()
	s.markIdioms()
	s.markQuotes()
	s.cut()
	s.pronouns()
	s.named = slices.Grow(s.named[:0], s.lex.width)[:s.lex.width]
	clear(s.named)
	for _, h := range s.hits {
		if h.layer == layerNoun {
			s.named.add(s.lex.above[h.ref])
		}
	}
}

// timeBehind is the end of the words of time that stand from token i, behind "has", to its
// participle, or i: "since", "in recent years".
func (s *sentence) timeBehind(i int) int {
	j := i
	for ; j < len(s.toks) && j < i+6; j++ {
		switch s.tags[j] {
		case tagPrep, tagSub, tagNoun, tagDet, tagNum, tagTime, tagAdv:
			continue
		case tagVerb, tagAux:
			if j == i || s.tags[j] == tagVerb && s.words[j].form&formPart == 0 || s.tags[j] == tagAux && !s.isWord(j, "been") {
				return i
			}
			switch s.lower(i) {
			case "since", "long":
				return j
			case "for", "in", "over", "during", "at", "by", "until", "on", "so", "through", "throughout", "ever", "to":
				if j > i+1 && s.endsTime(j-1) {
					return j
				}
			}
			return i
		}
		break
	}
	return i
}

// endsTime reports the last token of "in recent years", "so far", "by now".
func (s *sentence) endsTime(i int) bool {
	switch s.lower(i) {
	case "far", "since", "now", "past", "times", "date", "least", "effect", "then":
		return true
	}
	return s.tags[i] == tagTime || s.tags[i] == tagNum || s.words[i].span
}

// endsPhrase reports a token that cannot stand within a noun phrase.
func (s *sentence) endsPhrase(i int) bool {
	switch s.tags[i] {
	case tagPrep, tagTo, tagConj, tagSub, tagRel, tagDet, tagComma, tagBreak:
		return true
	}
	return false
}

// temporal makes "since August", "before 2017" and "until last year" phrases of
// time and not clauses.
func (s *sentence) temporal() {
	for i := 0; i+1 < len(s.toks); i++ {
		if s.words[i].relative && (s.isWord(i+1, "week") || s.isWord(i+1, "month") || s.isWord(i+1, "year") || s.isWord(i+1, "season") || s.isWord(i+1, "quarter") || s.tags[i+1] == tagTime) {
			s.tags[i], s.tags[i+1] = tagTime, tagTime
			continue
		}
		if i > 0 && (s.tags[i] == tagNoun || s.tags[i] == tagTime) && (s.tags[i-1] == tagNoun || s.tags[i-1] == tagEntity || s.tags[i-1] == tagAux) && (s.tags[i+1] == tagVerb || s.tags[i+1] == tagAux) &&
			(s.isWord(i, "today") || s.isWord(i, "yesterday") || s.isWord(i, "later") || s.isWord(i, "earlier")) {
			s.tags[i] = tagAdv // "the Government today decided", "the envoy later flew"
			continue
		}
		if s.tags[i] != tagSub {
			continue
		}
		switch s.lower(i) {
		case "since", "before", "after", "until", "till":
		case "as":
			if s.phraseOnly(i + 1) {
				s.tags[i] = tagPrep // "bought submarines as scrap from Russia"
			}
			continue
		default:
			continue
		}
		switch next := i + 1; {
		case s.tags[next] == tagTime, s.year(next) > 0, s.small(next, 31) > 0 && s.month(next+1) > 0:
			s.tags[i] = tagPrep
		case s.isWord(next, "last"), s.isWord(next, "this"), s.isWord(next, "early"), s.isWord(next, "late"), s.isWord(next, "earlier"), s.isWord(next, "mid"):
			s.tags[i] = tagPrep
		}
	}
}

// phraseOnly reports a noun phrase of a few words at token i that a preposition or the end
// of the clause follows, and no verb.
func (s *sentence) phraseOnly(i int) bool {
	for j := i; j < len(s.toks) && j < i+5; j++ {
		switch s.tags[j] {
		case tagNoun, tagDet, tagNum:
		case tagVerb:
			if s.words[j].verb == 0 || !s.lex.verbs[s.words[j].verb-1].noun {
				return false
			}
		case tagPrep, tagComma, tagBreak:
			return j > i
		default:
			return false
		}
	}
	return false
}

// aboutWords stand before a number and belong to it.
var aboutWords = map[string]bool{"about": true, "around": true, "roughly": true, "nearly": true, "almost": true, "approximately": true, "over": true, "under": true}

// quantify makes "more than a thousand", "up to 300", "300 to 400" and "about a
// dozen" one number, lest "than" and "to" cut the phrase.
func (s *sentence) quantify() {
	for i := 1; i < len(s.toks); i++ {
		if s.isWord(i, "than") && i+2 < len(s.toks) && (s.isWord(i-1, "more") || s.isWord(i-1, "less") || s.isWord(i-1, "fewer")) && s.money(i+1) {
			s.tags[i-1], s.tags[i] = tagNum, tagNum // "more than S$1 million"
			continue
		}
		if _, ok := s.numberAt(i); !ok {
			continue
		}
		j := i - 1
		if s.isWord(j, "a") {
			s.tags[j] = tagNum
			j--
		}
		if j < 0 {
			continue
		}
		if aboutWords[s.lower(j)] {
			s.tags[j] = tagNum
			continue
		}
		if j == 0 {
			continue
		}
		switch a, b := s.lower(j-1), s.lower(j); {
		case b == "than" && (a == "more" || a == "fewer" || a == "less"), b == "to" && a == "up", b == "least" && a == "at", b == "most" && a == "at", b == "of" && a == "upwards", b == "as" && a == "many":
			s.tags[j-1], s.tags[j] = tagNum, tagNum
			if a == "many" && j > 1 && s.isWord(j-2, "as") {
				s.tags[j-2] = tagNum // "as many as"
			}
		case b == "to" || b == "or":
			if _, ok := s.numberAt(j - 1); ok && s.year(j-1) == 0 {
				s.tags[j] = tagNum
			}
		}
	}
}

// money reports a sum that opens with its currency: "$5", "S$1", "RMB 40".
func (s *sentence) money(i int) bool {
	for j := i; j < i+3 && j < len(s.toks); j++ {
		if s.toks[j].kind == kNumber {
			return j > i
		}
		if s.toks[j].kind == kWord && !s.toks[j].is(fUpper) {
			return false
		}
	}
	return false
}

func (s *sentence) caseless() {
	letters, upper := 0, 0
	for i := range s.toks {
		if s.toks[i].kind == kWord && s.toks[i].end-s.toks[i].start > 2 {
			letters++
			if s.toks[i].is(fUpper) {
				upper++
			}
		}
	}
	s.upper = letters > 2 && upper*3 > letters*2
}

// match collects the hits of the primary trie and drops those that a
// look-alike hides or that the case of the text rules out.
func (s *sentence) match() {
	s.hits = s.hits[:0]
	for i := range s.toks {
		if s.toks[i].id != 0 {
			s.hits = s.lex.primary.match(s.hits, s.toks, i)
		}
	}
	n := len(s.toks)
	s.ent = slices.Grow(s.ent[:0], n)[:n]
	s.noun = slices.Grow(s.noun[:0], n)[:n]
	clear(s.ent)
	clear(s.noun)
	kept := s.hits[:0]
	s.inner = s.inner[:0]
	entEnd, nounEnd, hidden := 0, 0, false
	for _, h := range s.hits {
		switch h.layer {
		case layerEntity:
			if h.start < entEnd || !s.entityCase(h) {
				continue
			}
			entEnd = h.end
			if s.manner(h.end) {
				continue
			}
		case layerNoun:
			if h.start < nounEnd {
				if !s.outdoes(kept, h) {
					if !hidden && !s.lex.nouns[h.ref].lookalike {
						s.inner = append(s.inner, h)
					}
					continue
				}
				kept = slices.DeleteFunc(kept, func(o hit) bool { return o.layer == layerNoun && o.end > h.start })
			}
			nounEnd, hidden = h.end, s.lex.nouns[h.ref].lookalike
			if hidden {
				continue
			}
		}
		kept = append(kept, h)
	}
	s.hits = kept
	s.matchNames()
	s.matchAgain()
	s.cover()
}

// manner reports that what ends before token i only says how something is: "a North
// Korean-style parade", "a Russian-born singer".
func (s *sentence) manner(i int) bool {
	if i+1 >= len(s.toks) || !s.isWord(i, "-") {
		return false
	}
	switch s.lower(i + 1) {
	case "style", "styled", "inspired", "themed", "born", "like", "looking", "sounding", "speaking", "watcher", "watchers", "watching":
		return true
	}
	return false
}

// madeBy reports a State named as the maker of things, "a North Korean-built tractor".
func (s *sentence) madeBy(m mention) bool {
	if m.end+1 >= len(s.toks) || !s.isWord(m.end, "-") {
		return false
	}
	switch s.lower(m.end + 1) {
	case "built", "made", "produced", "assembled", "manufactured", "grown", "caught", "mined", "sewn", "designed", "developed", "printed":
		return true
	}
	return false
}

// cover notes which hit covers each token.
func (s *sentence) cover() {
	for k, h := range s.hits {
		for i := h.start; i < h.end; i++ {
			switch h.layer {
			case layerEntity:
				s.ent[i] = int32(k + 1)
			case layerNoun:
				s.noun[i] = int32(k + 1)
			}
		}
	}
}

// uncover enters the nouns that longer ones hide behind a verb or the name of a State: "to
// pay rent" speaks of rent, "North Korean ships" of ships.
func (s *sentence) uncover() {
	n := len(s.hits)
	for _, h := range s.inner {
		v := h.start - 1
		if s.tags[h.start] == tagVerb {
			continue
		}
		acts := s.tags[v] == tagVerb && (s.words[v].form&formIng != 0 || s.words[v].form&formBase != 0 && s.tagBefore(v) == tagTo)
		if c := s.noun[h.start]; c != 0 && s.hits[c-1].start < h.start && (acts || s.isAdjective(v) && s.hits[s.ent[v]-1].start == s.hits[c-1].start) {
			s.hits = append(s.hits, h)
		}
	}
	if len(s.hits) > n {
		slices.SortStableFunc(s.hits, func(a, b hit) int { return a.start - b.start })
		s.cover()
	}
}

// outdoes reports a noun that begins inside the last one and is longer: in "a
// ship-to-ship transfer", "a ship" is no ship.
func (s *sentence) outdoes(kept []hit, h hit) bool {
	for k := len(kept) - 1; k >= 0; k-- {
		if o := kept[k]; o.layer == layerNoun {
			return h.end > o.end && h.end-h.start > o.end-o.start && o.start < h.start
		}
	}
	return false
}

// entityCase checks that a country's name is written as a name, and that "the
// North" is not the North Sea.
func (s *sentence) entityCase(h hit) bool {
	e := s.lex.entities[h.ref]
	north := h.end == h.start+1 && s.lower(h.start) == "north"
	if e.ambiguous && !north && (s.state == nil || !s.state.named[e.country] || s.state.named[s.lex.about(e.country).Rival]) {
		return false
	}
	if h.end < len(s.toks) && s.toks[h.end].start == s.toks[h.end-1].end && s.word(h.end) == "$" {
		return false // "US$6 million" names no State
	}
	name := h.start
	if s.lower(name) == "the" && h.end-h.start > 1 {
		name++
	}
	if !s.upper && !s.toks[name].is(fCap) && !e.anyCase {
		return false
	}
	if e.anyCase {
		return true
	}
	if north {
		// "North fires missile", "Seepage of North's Coal": a headline's word for the State.
		if h.end < len(s.toks) && (s.isWord(h.end, "'s") || s.isWord(h.end, "’s")) && !s.isWord(h.start-1, "the") && (s.headline() || s.unfinished()) {
			return s.state != nil && s.state.named[e.country]
		}
		return h.start == 0 && s.state != nil && s.state.named[e.country] && h.end < len(s.toks) && s.toks[h.end].kind == kWord && (!s.toks[h.end].is(fCap) || s.isWord(h.end, "to"))
	}
	if e.kind == byName && h.start > 0 && s.isWord(h.start-1, "the") && s.isWord(h.end, "of") {
		return false // "the North Korea of the Gulf"
	}
	if e.kind != byMetonym || s.lower(h.start) != "the" {
		return true
	}
	for _, longer := range s.lex.primary.match(nil, s.toks, h.start+1) {
		if longer.layer == layerEntity && longer.end > h.end {
			return false // "the North Korean" is not "the North"
		}
	}
	next := h.end
	return s.upper || next >= len(s.toks) || s.toks[next].kind != kWord || !s.toks[next].is(fCap) || s.headline()
}

func (s *sentence) baseTag(i int) tag {
	t := &s.toks[i]
	if s.ent[i] != 0 {
		return tagEntity
	}
	switch t.kind {
	case kNumber:
		return tagNum
	case kPunct:
		switch r := s.word(i); r {
		case ",":
			return tagComma
		case "-", "‐", "‑", "–":
			if t.is(fGlued) && i+1 < len(s.toks) && s.toks[i+1].is(fGlued) {
				return tagHyphen
			}
			return tagBreak
		case "\"", "“", "”", "'", "‘", "’", "«", "»":
			return tagQuote
		case "%", "$", "€", "£", "¥", "&", "/":
			return tagNoun
		case ".":
			if i > 0 && s.lex.words[s.toks[i-1].id].month > 0 && i+1 < len(s.toks) && s.toks[i+1].kind == kNumber {
				return tagTime // "Sept. 7"
			}
			if t.is(fGlued) && i+1 < len(s.toks) && s.toks[i+1].is(fGlued) && s.toks[i+1].kind == kWord && !s.toks[i+1].is(fCap) {
				return tagHyphen // "MarineTraffic.com"
			}
			return tagBreak
		default:
			return tagBreak
		}
	}
	if s.words[i].weekday > 0 {
		return tagTime
	}
	if s.words[i].month > 0 && t.is(fCap) && !s.isMay(i) {
		return tagTime
	}
	if tg := s.words[i].tag; tg != tagNoun {
		if tg == tagSub && i > 0 && s.tags[i-1] == tagDet && t.is(fCap) && i+1 < len(s.toks) && s.toks[i+1].is(fCap) && !s.upper {
			return tagNoun // "boarded the So San"
		}
		if tg == tagPrep && t.is(fCap) && i > 0 && !s.upper && s.lower(i) == "under" && s.isWord(i+1, "secretary") {
			return tagNoun // "the Under Secretary"
		}
		if tg == tagPron && s.lower(i) == "it" && s.word(i) == "IT" && !s.upper {
			return tagNoun
		}
		if s.lower(i) == "there" && !s.existential(i) {
			return tagAdv
		}
		return tg
	}
	if s.words[i].verb != 0 {
		return tagVerb // resolveVerbs decides
	}
	if s.noun[i] == 0 && s.unknownPast(i) {
		s.words[i].form = formPast | formPart
		return tagVerb
	}
	if s.isWord(i, "daily") && t.is(fCap) && i+1 < len(s.toks) && s.toks[i+1].is(fCap) && s.toks[i+1].kind == kWord {
		return tagNoun // "Daily NK"
	}
	if strings.HasSuffix(s.word(i), "ly") && (i == 0 || s.upper || !t.is(fCap)) && (i == 0 || s.tags[i-1] != tagDet && s.tags[i-1] != tagQuote) {
		return tagAdv
	}
	return tagNoun
}

// unknownPast guesses the past tense of a verb that the lexicon does not know: a
// word in -ed right behind a noun or a name, with an article or a preposition
// behind it. "Workers occupied the plant", but not "an unmarked van".
func (s *sentence) unknownPast(i int) bool {
	w := s.word(i)
	if len(w) < 6 || !strings.HasSuffix(w, "ed") || s.toks[i].is(fCap) || i == 0 || i+1 >= len(s.toks) {
		return false
	}
	if s.tags[i-1] == tagAux && s.isWord(i+1, "by") {
		return true // "were approached by an exporter"
	}
	if prev := s.tags[i-1]; prev != tagNoun && prev != tagEntity && prev != tagPron && !(prev == tagVerb && s.noun[i-1] != 0) || s.isAdjective(i-1) && s.kindAt(i-1) == byAdjective {
		return false
	}
	switch s.lex.words[s.toks[i+1].id].tag {
	case tagDet, tagPossPron, tagPrep, tagTo, tagPron:
		return true
	}
	return false
}

// idioms are nouns behind "in" that make an adverb of the two, so that the name
// behind them begins a phrase of its own: "In return Pyongyang …".
var idioms = map[string]bool{"return": true, "turn": true, "response": true, "addition": true, "fact": true, "practice": true, "exchange": true, "particular": true, "general": true, "effect": true, "short": true}

// markIdioms tags "in return" and the like as adverbs, unless "of" or "for"
// follows.
func (s *sentence) markIdioms() {
	for i := 1; i+1 < len(s.toks); i++ {
		if s.tags[i] == tagNoun && s.isWord(i-1, "in") && idioms[s.lower(i)] && !s.isWord(i+1, "of") && !s.isWord(i+1, "for") && !s.isWord(i+1, "to") {
			s.tags[i-1], s.tags[i] = tagAdv, tagAdv
		}
		if s.tags[i] == tagNoun && s.bearing(i) {
			s.tags[i] = tagPrep
		}
		switch next := s.tags[i+1]; {
		case s.tags[i] == tagNoun && s.tags[i-1] == tagAux && (next == tagVerb || next == tagAux) && s.isWord(i, "long"),
			s.tags[i] == tagSub && s.isWord(i, "once") && (s.isWord(i+1, "again") || s.isWord(i+1, "more")):
			s.tags[i] = tagAdv // "has long sold", "once again sold"
		}
		if s.isWord(i, "what") {
			s.soCalled(i)
		}
	}
}

// bearing reports "east of" and the like at token i, a preposition of two words: "a tanker
// east of Shanghai" is no "tanker east".
func (s *sentence) bearing(i int) bool {
	if s.ent[i] != 0 || i == 0 || s.tags[i-1] == tagDet || s.tags[i-1] == tagPoss || !s.isWord(i+1, "of") {
		return false
	}
	switch s.lower(i) {
	case "east", "west", "north", "south", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west", "south-east", "south-west":
		return true
	}
	return false
}

// asides puts commas for the dashes or brackets around what stands between a subject and
// its verb: "North Korea — despite the ban — sold arms".
func (s *sentence) asides() {
	for i := 1; i+2 < len(s.toks); i++ {
		if s.tags[i] != tagBreak || s.tags[i-1] != tagNoun && s.tags[i-1] != tagEntity {
			continue
		}
		end := s.word(i)
		switch end {
		case "—", "–", "-":
		case "(":
			end = ")"
		default:
			continue
		}
		for j := i + 2; j+1 < len(s.toks) && j < i+16; j++ {
			if s.tags[j] != tagBreak {
				continue
			}
			if t := s.tags[j+1]; s.word(j) == end && (t == tagVerb || t == tagAux || t == tagModal) {
				s.tags[i], s.tags[j] = tagComma, tagComma
			}
			break
		}
	}
}

// brackets makes an aside of "(KCS)" and "(IMO 8518780)" behind a phrase, so that
// the phrase goes on behind them: "the customs service (KCS) said".
func (s *sentence) brackets() {
	if len(s.toks) > 2 && (s.word(0) == "(" || s.word(0) == "[") {
		for j := 1; j < len(s.toks) && j <= 5; j++ { // "(2nd LD) Spy agency: …", "[Exclusive] …"
			if s.word(j) != ")" && s.word(j) != "]" {
				continue
			}
			for k := range j + 1 {
				s.tags[k] = tagAdv
			}
			break
		}
	}
	for i := 1; i+2 < len(s.toks); i++ {
		if s.toks[i].kind != kPunct || s.word(i) != "(" || s.tags[i-1] != tagNoun && s.tags[i-1] != tagEntity {
			continue
		}
		for j := i + 1; j < len(s.toks) && j <= i+5; j++ {
			if s.toks[j].kind == kPunct && s.word(j) == ")" {
				for k := i; k <= j; k++ {
					s.tags[k] = tagAdv
				}
				break
			}
			if t := s.tags[j]; t != tagNoun && t != tagEntity && t != tagNum && t != tagHyphen && t != tagDet && s.word(j) != ":" {
				break
			}
		}
	}
}

// soCalled makes an aside of "what it described as" and "what appears to be": behind
// it goes on what stood before it.
func (s *sentence) soCalled(i int) {
	for j := i + 1; j < len(s.toks) && j < i+6; j++ {
		switch s.tags[j] {
		case tagVerb:
		case tagPron, tagAux, tagModal, tagAdv:
			continue
		default:
			return // "what US officials say is": a source, which attribute reads
		}
		if s.words[j].verb == 0 || !s.lex.verbIs(s.words[j].verb-1, verbsCalling) {
			return
		}
		end := j + 1
		switch {
		case s.isWord(end, "as"), s.isWord(end, "is"), s.isWord(end, "was"), s.isWord(end, "are"), s.isWord(end, "were"):
			end++
		case s.isWord(end, "to") && s.isWord(end+1, "be"):
			end += 2
		}
		for k := i; k < end; k++ {
			s.tags[k] = tagAdv
		}
		return
	}
}

// existential tells "there are workers" from "workers there".
func (s *sentence) existential(i int) bool {
	if i+1 >= len(s.toks) {
		return false
	}
	t := s.lex.words[s.toks[i+1].id].tag
	return t == tagAux || t == tagModal
}

// isMay tells the modal from the month: a month has a number or the end of a
// phrase beside it.
func (s *sentence) isMay(i int) bool {
	if s.lower(i) != "may" {
		return false
	}
	if i+1 < len(s.toks) && s.toks[i+1].kind == kNumber || i > 0 && (s.toks[i-1].kind == kNumber || s.tags[i-1] == tagPrep) {
		return false
	}
	return true
}

func (s *sentence) phrasalVerb(h hit) {
	i := h.start
	s.words[i].verb = h.ref>>8 + 1
	s.words[i].form = form(h.ref & 0xff)
	s.tags[i] = tagVerb
	for j := i + 1; j < h.end; j++ {
		s.tags[j] = tagAdv
	}
}

// markQuotes pairs quotation marks; an unclosed one holds to the sentence end.
func (s *sentence) markQuotes() {
	s.quoted = slices.Grow(s.quoted[:0], len(s.toks))[:len(s.toks)]
	open := false
	for i := range s.toks {
		if s.tags[i] == tagQuote {
			switch s.word(i) {
			case "“", "«":
				open = true
			case "”", "»":
				open = false
			case "\"":
				open = !open
			}
		}
		s.quoted[i] = open
	}
}
