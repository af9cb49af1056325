package extract

import (
	"slices"
	"strings"

	"github.com/article41/article41/checker/claim"
)

// attribution is one "X says": who, and over which tokens it reaches.
type attribution struct {
	source   claim.Source
	country  string // of the source, when known
	start    int    // tokens that name the source and the act of saying
	end      int
	from, to int  // tokens it covers
	outer    bool // stands behind or beside its content: outside of whoever speaks within it
	inner    bool // "citing X": inside of whoever speaks before it
	admits   bool // the verb owns up to something: "admitted that"
}

// findSources matches the names and nouns of sources, once.
func (s *sentence) findSources() {
	s.sources = s.sources[:0]
	end := 0
	for _, h := range s.second() {
		if h.layer == layerSource && h.start >= end {
			s.sources = append(s.sources, h)
			end = h.end
		}
	}
}

// attribute finds who speaks in the sentence.
func (s *sentence) attribute(d *docState) {
	s.attributed = s.attributed[:0]
	if !s.mentionsSpeech() {
		return
	}
	s.findSources()
	for k := range s.chunks {
		c := &s.chunks[k]
		if c.kind != chunkVG || c.verb < 0 {
			continue
		}
		switch {
		case s.lex.verbIs(c.verb, verbsQuoting) && !s.ownFinding(k):
			s.quotedAs(d, k)
		case s.lex.verbIs(c.verb, verbsReporting) && !s.ownFinding(k), s.lex.verbIs(c.verb, verbsVoicing) && s.voices(k):
			s.reportedBy(d, k)
		case s.lex.verbIs(c.verb, verbsCondemning), s.lex.verbIs(c.verb, verbsCalling) && s.passesJudgement(k):
			s.condemnedBy(d, k)
		}
	}
	s.headlineSource(d)
	for i := range s.toks {
		if at := s.cites(i); at > 0 {
			s.beside(d, i, at)
		}
	}
}

// passesJudgement reports verb v by which its subject says what something is: "experts called
// the sale of coal a breach".
func (s *sentence) passesJudgement(v int) bool {
	switch s.lex.verbs[s.chunks[v].verb].lemma {
	case "call", "describe", "term", "label", "brand", "dub":
		return v+1 < len(s.chunks) && s.chunks[v+1].kind == chunkNP && !s.chunks[v+1].time && !s.chunks[v+1].pron && !s.isWord(s.chunks[v+1].head, "times") && !s.chunks[v].nonFinite() && s.subject(v) >= 0 && !s.chunks[s.subject(v)].pron && (v == 0 || !s.relates(v-1))
	}
	return false
}

// voices reports verb v, which can tell how something is said, "laughs the stallholder",
// beside quoted words or before "that".
func (s *sentence) voices(v int) bool {
	c := &s.chunks[v]
	if v+1 < len(s.chunks) && s.chunks[v+1].kind == chunkSub && s.isWord(s.chunks[v+1].head, "that") {
		return true
	}
	if h := c.head; h > 0 && s.tags[h-1] == tagQuote && h < len(s.quoted) && s.quoted[h] {
		return false // was "offering the generals missiles": the verb is quoted, too
	}
	from, to := max(0, c.start-4), min(len(s.toks), c.end+2)
	if (v+1 == len(s.chunks) || s.chunks[v+1].kind == chunkBreak) && v > 1 && s.chunks[v-1].kind == chunkNP && s.endsContent(v-2) {
		return true // "…, Yoo went on."
	}
	return s.endsContent(v-1) && s.chunks[v].finite() && s.lex.verbs[c.verb].lemma == "read" || slices.Contains(s.tags[from:to], tagQuote)
}

// cites returns the token where the source begins when token i opens "according
// to X", "cited by X", "citing X", "quoting X", "judging by X", "in the words of X", "in X's
// assessment" or "per the X"; else 0.
func (s *sentence) cites(i int) int {
	switch {
	case i+1 >= len(s.toks) || !s.words[i].cites:
		return 0
	case s.isWord(i, "according") && s.isWord(i+1, "to"), s.isWord(i, "cited") && s.isWord(i+1, "by"):
		return i + 2
	case (s.isWord(i, "judging") || s.isWord(i, "judge")) && (s.isWord(i+1, "by") || s.isWord(i+1, "from")), s.accounts(i):
		return i + 2
	case s.believes(i) > 0:
		return i + 1
	case s.isWord(i, "citing"), s.isWord(i, "quoting"), s.isWord(i, "per") && s.tags[i+1] == tagDet:
		return i + 1
	}
	return s.assessedAt(i)
}

// accounts reports the noun of "in the words of X", "in the view of X" or "by the account
// of X".
func (s *sentence) accounts(i int) bool {
	if i < 2 || s.tags[i-1] != tagDet || !s.isWord(i+1, "of") {
		return false
	}
	switch s.lower(i) {
	case "words", "view", "opinion", "assessment":
		return s.isWord(i-2, "in")
	case "account":
		return s.isWord(i-2, "by")
	}
	return false
}

// assessedAt returns the token where the source begins when token i is the noun of "in
// the agency's assessment" or "by the ministry's estimate", else 0.
func (s *sentence) assessedAt(i int) int {
	counts := false // "some sixty lorries by the shopkeeper's count" says who counted, no more
	switch s.lower(i) {
	case "assessment", "estimate":
	case "estimates", "count", "reckoning", "calculation", "calculations", "tally", "account", "telling":
		counts = true
	default:
		return 0
	}
	if i < 3 || s.tags[i-1] != tagPoss || s.tags[i+1] == tagPrep {
		return 0
	}
	for j := i - 2; j >= 0 && j >= i-8; j-- {
		switch s.tags[j] {
		case tagDet, tagNoun, tagEntity:
		case tagPrep:
			if (s.isWord(j, "in") || s.isWord(j, "by")) && (!counts || j == 0 || s.tags[j-1] == tagComma) {
				return j + 1
			}
			return 0
		default:
			return 0
		}
	}
	return 0
}

// believes returns the token behind "if one trader is to be believed" or "if the service
// has it right" when token i opens that, else 0.
func (s *sentence) believes(i int) int {
	if !s.isWord(i, "if") {
		return 0
	}
	for j := i + 2; j+2 < len(s.toks) && j < i+10; j++ {
		if s.isWord(j, "to") && s.isWord(j+1, "be") && (s.isWord(j+2, "believed") || s.isWord(j+2, "trusted")) {
			return j + 3
		}
		if s.isWord(j, "has") && s.isWord(j+1, "it") && s.isWord(j+2, "right") {
			return j + 3
		}
	}
	return 0
}

// mentionsSpeech reports whether anybody can be speaking in the sentence: most
// sentences are spared the search for sources.
func (s *sentence) mentionsSpeech() bool {
	for k := range s.chunks {
		switch c := &s.chunks[k]; c.kind {
		case chunkVG:
			if s.lex.verbIs(c.verb, verbsReporting) || s.lex.verbIs(c.verb, verbsQuoting) || s.lex.verbIs(c.verb, verbsCondemning) || s.lex.verbIs(c.verb, verbsVoicing) {
				return true
			}
		case chunkBreak:
			if k == 1 && s.word(c.start) == ":" || k == len(s.chunks)-2 && s.lastWord() > 0 {
				return true
			}
		}
	}
	for i := range s.words {
		if s.cites(i) > 0 {
			return true
		}
	}
	return false
}

// headlineSource handles "White House: North Korea sending …" and "North Korea sends …: RFA".
func (s *sentence) headlineSource(d *docState) {
	if k := s.lastWord(); k > 0 {
		s.findSources()
		if src, country, end := s.describe(d, k); src.Name != "" && src.Kind != claim.UnnamedPerson && src.Kind != claim.NamedPerson {
			s.attributed = append(s.attributed, attribution{source: src, country: country, start: s.chunks[k].start, end: end, from: 0, to: s.chunks[k-1].start, outer: true})
			return
		}
	}
	if len(s.chunks) < 3 || s.chunks[0].kind != chunkNP || s.chunks[1].kind != chunkBreak || s.word(s.chunks[1].start) != ":" {
		return
	}
	if h := s.chunks[0].head; s.ent[h] != 0 && s.kindAt(h) == byName {
		return // "Libya: hospital takes in …" says where
	}
	src, country, end := s.describe(d, 0)
	if src.Name == "" || src.Kind == claim.UnnamedPerson && !(s.looksPlural(s.chunks[0].head) && s.namesSource(0)) || end > s.chunks[0].end {
		return
	}
	s.attributed = append(s.attributed, attribution{source: src, country: country, start: s.chunks[0].start, end: end, from: end, to: len(s.toks)})
}

// lastWord is the phrase behind the colon or dash that ends a heading, "…: RFA", or -1.
func (s *sentence) lastWord() int {
	k := len(s.chunks) - 1
	if k < 2 || s.chunks[k].kind != chunkNP || s.chunks[k].end != len(s.toks) || s.chunks[k-1].kind != chunkBreak {
		return -1
	}
	switch s.word(s.chunks[k-1].start) {
	case ":", "-", "–", "—":
		return k
	}
	return -1
}

// namesSource reports a phrase whose noun is one of those that name sources: "experts".
func (s *sentence) namesSource(k int) bool {
	return slices.ContainsFunc(s.sources, func(h hit) bool { return h.start >= s.chunks[k].start && h.end == s.chunks[k].end })
}

// describesSource reports phrase k, or what it counts, that holds a noun of those that name
// sources: "one of the reports".
func (s *sentence) describesSource(k int) bool {
	return slices.ContainsFunc(s.group(k), s.namesSource)
}

// plainThings reports a plural phrase that is not by its form one of people or
// of a name: "the deals", not "two traders".
func (s *sentence) plainThings(k int) bool {
	c := &s.chunks[k]
	if c.pron || s.tags[c.head] != tagNoun || s.toks[c.head].is(fCap) || !s.looksPlural(c.head) {
		return false
	}
	w := s.lower(c.head)
	return !slices.ContainsFunc([]string{"ers", "ors", "ists", "ians", "ees", "people", "men"}, func(end string) bool { return strings.HasSuffix(w, end) })
}

// beside handles what token start opens with a source that begins at token at; see
// cites.
func (s *sentence) beside(d *docState, start, at int) {
	k := s.chunkAt(at)
	if k > 1 && s.chunks[k].kind == chunkSub && s.relates(k) {
		s.accordingToWhich(d, start, k)
		return
	}
	if k >= 0 && k+1 < len(s.chunks) && s.chunks[k].kind == chunkVG && !s.chunks[k].finite() {
		k++ // "according to leaked documents"
	}
	if k < 0 || s.chunks[k].kind != chunkNP {
		return
	}
	src, country, end := s.describe(d, k)
	if src.Name == "" || src.Kind == claim.UnnamedPerson && s.isWord(start, "per") {
		return // "per the deal"
	}
	for j := k + 1; j+1 < len(s.chunks) && s.chunks[j].start < end; j++ {
		if next := &s.chunks[j+1]; s.chunks[j].kind == chunkComma && next.kind == chunkNP && (s.tags[next.start] == tagNum || s.countsAt(next.start)) {
			end = s.chunks[j].start // "according to one of them, 17 excavators and six loaders …"
			src.Name = s.inline(s.chunks[k].start, end)
		}
	}
	inner := s.isWord(start, "citing") || s.isWord(start, "quoting")
	s.attributed = append(s.attributed, attribution{source: src, country: country, start: start, end: end, from: 0, to: len(s.toks), outer: !inner, inner: inner})
}

// accordingToWhich handles "handed in an estimate according to which": what "which",
// chunk k, stands for is the source of what follows.
func (s *sentence) accordingToWhich(d *docState, start, k int) {
	for j := k - 1; j >= 0 && s.chunks[j].kind != chunkBreak; j-- {
		if s.chunks[j].kind != chunkNP || s.chunks[j].end > start || !s.namesSource(j) {
			continue
		}
		if src, country, end := s.describe(d, j); src.Name != "" {
			s.attributed = append(s.attributed, attribution{source: src, country: country, start: s.chunks[j].start, end: end, from: s.chunks[k].end, to: len(s.toks)})
		}
		return
	}
}

// chunkAt is the chunk that holds token i, or the next one.
func (s *sentence) chunkAt(i int) int {
	for k := range s.chunks {
		if s.chunks[k].end > i {
			return k
		}
	}
	return -1
}

// reportedBy handles reporting verb v: "X said (that) …", "…, X said",
// "…, said X", "X told Y that …", "X accused Y of …".
func (s *sentence) reportedBy(d *docState, v int) {
	c := &s.chunks[v]
	if c.nonFinite() {
		return // "…, adding that": the speaker is the one of the main clause
	}
	if c.passive {
		if k := s.subject(v); k >= 0 && s.lex.verbs[c.verb].lemma == "tell" {
			if src, country, end := s.describe(d, k); src.Kind == claim.Court || src.Kind == claim.Outlet || src.Kind == claim.NewsAgency {
				a := attribution{source: src, country: country, start: s.chunks[k].start, end: max(end, c.end), from: c.end, to: len(s.toks)}
				if k > 1 && s.endsContent(k-1) && (v+1 >= len(s.chunks) || s.chunks[v+1].kind != chunkSub) {
					a.from, a.outer = 0, true // "…, the jury was told"
				}
				s.attributed = append(s.attributed, a)
				return // "the jury was told that", "Daily NK has been told that"
			}
		}
		k := s.byAgent(v)
		if k >= 0 && s.lex.verbs[c.verb].lemma == "admit" {
			return // "were admitted by a university"
		}
		if k >= 0 {
			src, country, end := s.describe(d, k)
			if (src.Name == "" || src.Kind == claim.UnnamedPerson) && s.verbBetween(c.end, s.chunks[k].start) {
				return // "are believed to have arrived by train"
			}
			s.attributed = append(s.attributed, attribution{source: src, country: country, start: c.start, end: end, from: 0, to: len(s.toks), outer: true})
		}
		return
	}
	if c.bare && s.lex.verbs[c.verb].lemma == "flag" && v+1 < len(s.chunks) && s.chunks[v+1].kind == chunkPrep {
		return // "the New Meridian, flagged in Sierra Leone"
	}
	if lemma := s.lex.verbs[c.verb].lemma; c.bare && (lemma == "charge" || lemma == "accuse" || lemma == "suspect") && v+1 < len(s.chunks) && s.chunks[v+1].kind == chunkPrep {
		return // "Nationals Charged in Scheme", "a jet suspected of carrying shells"
	}
	if s.lex.verbs[c.verb].lemma == "learn" && v+1 < len(s.chunks) && s.chunks[v+1].kind == chunkNP && !s.chunks[v+1].time {
		return // "recruits learn unarmed combat"
	}
	switch s.lex.verbs[c.verb].lemma {
	case "write", "publish", "author", "produce", "present":
		if k := s.object(v); k >= 0 && s.headClass(k, classPaper) {
			return // "have written 40 papers together"
		}
	}
	if s.lex.verbs[c.verb].lemma == "admit" && v+1 < len(s.chunks) && (s.isTheme(v+1, []int32{s.lex.known[classStudents], s.lex.known[classWorkers], s.lex.known[classNationals]}, true) || strings.HasSuffix(s.lower(s.chunks[v+1].head), "ists")) {
		return // "admitted six North Koreans to its doctorate", "admitted physicists"
	}
	if s.lex.verbs[c.verb].lemma == "work out" && v+1 < len(s.chunks) && s.isWord(s.chunks[v+1].head, "of") {
		return // "works out of an office in Shenyang"
	}
	k := s.speaker(v)
	if k >= 0 && s.chunks[k].start > 0 && (s.isWord(s.chunks[k].start-1, "whatever") || s.isWord(s.chunks[k].start, "whatever")) {
		return // "whatever their label says"
	}
	inverted := false
	if k < 0 || k != v-1 && s.inverts(v) && s.endsContent(v-1) && (s.saysSomething(v) || v+1 < len(s.chunks) && s.namesSource(v+1)) {
		if v+1 < len(s.chunks) && s.chunks[v+1].kind == chunkNP && s.canSpeak(v+1) && (v+2 >= len(s.chunks) || !s.chunks[v+2].finite() && !s.plainPast(v+2)) {
			k, inverted = v+1, true // but "the report, seen by AFP, said Russia sold arms"
		}
	}
	if k < 0 || s.chunks[k].time {
		return
	}
	if lemma := s.lex.verbs[c.verb].lemma; !inverted && v+1 < len(s.chunks) && s.chunks[v+1].kind == chunkNP && (s.headClass(k, classWorkers) || s.headClass(k, classTroops)) && (lemma == "find" || lemma == "show" || lemma == "trace" || lemma == "learn") {
		return // "workers are finding ways", "soldiers showed courage": an act, not a word
	}
	src, country, end := s.describe(d, k)
	if src.Name == "" && inverted && k == len(s.chunks)-1 {
		src = claim.Source{Name: s.inline(s.chunks[k].start, s.chunks[k].end), Kind: claim.UnnamedPerson} // the text is cut off in the middle of the name
	}
	if src.Name == "" || s.lex.verbs[c.verb].lemma == "hear" && src.Kind != claim.Court && !(src.Kind == claim.Outlet && s.endsContent(k-1)) {
		return // but a court hears, and "…, Daily NK heard from a source"
	}
	if src.Kind == claim.UnnamedPerson && s.lex.verbIs(c.verb, verbsShowing) && s.plainThings(k) && !s.describesSource(k) {
		return // "the deals show", "recent floods have shown"
	}
	if src.Kind == claim.SanctionedState && !inverted && v+1 < len(s.chunks) && s.chunks[v+1].kind == chunkNP && (v+2 >= len(s.chunks) || !s.chunks[v+2].finite()) {
		switch s.lex.verbs[c.verb].lemma {
		case "show", "reveal", "disclose":
			return // "Pyongyang showed a hall full of centrifuges"
		}
	}
	a := attribution{source: src, country: country, start: s.chunks[k].start, end: max(end, c.end), admits: s.lex.verbIs(c.verb, verbsAdmitting)}
	switch {
	case inverted:
		a.start, a.end = c.start, s.speakerEnd(k, end)
	case k < v && slices.ContainsFunc(s.chunks[k+1:v], func(c chunk) bool { return c.kind == chunkSub || c.kind == chunkVG && !c.nonFinite() }):
		a.end = end // "Laos, which hosts the workers, said": the clause between is not its name
	}
	// What follows the verb and its hearer is content, unless only a time or a
	// place follows; then the content stands before.
	after := max(c.end, a.end)
	first := min(k, v)
	for !inverted && first > 1 && s.chunks[first-1].kind == chunkConj && s.chunks[first-2].kind == chunkNP {
		first -= 2 // "diplomats and business people say"
	}
	if s.contentFollows(v, inverted, first) {
		a.from, a.to = after, len(s.toks)
		if s.endsContent(first-1) && first > 1 {
			a.from = 0
		}
	} else {
		a.from, a.to, a.outer = 0, len(s.toks), true
	}
	if end := s.asideEnd(v); end > 0 && !inverted {
		a.start, a.end = c.start, c.end                           // he acts in the main clause
		a.from, a.to, a.outer = c.end, s.chunks[end].start, false // "the North, which denies wrongdoing, sold shells"
	}
	if i := s.chunks[k].start; i > 0 && s.isWord(i-1, "as") && (i == 1 || s.tags[i-2] == tagComma) {
		a.from, a.to, a.outer = 0, len(s.toks), true // "as the panel reported in 2019"
	}
	hearer := -1
	if !inverted && v+1 < len(s.chunks) && s.chunks[v+1].kind == chunkNP && (c.verb >= 0 && s.lex.verbs[c.verb].lemma == "tell") {
		hearer = v + 1
	}
	if hearer >= 0 {
		if h, hc, hend := s.describe(d, hearer); h.Kind == claim.NewsAgency || h.Kind == claim.Outlet || h.Kind == claim.StateMedia {
			s.attributed = append(s.attributed, attribution{source: h, country: hc, start: s.chunks[hearer].start, end: hend, from: a.from, to: a.to, outer: a.outer})
			a.inner = true
		}
	}
	s.attributed = append(s.attributed, a)
}

// ownFinding reports what an outlet says of its own work, "Daily NK has found",
// "the Courier can reveal", "Yonhap has learned": that is the article's voice.
func (s *sentence) ownFinding(v int) bool {
	c := &s.chunks[v]
	if c.passive || !c.aux {
		return false
	}
	can := s.isWord(c.start, "can")
	switch lemma := s.lex.verbs[c.verb].lemma; {
	case can && (lemma == "reveal" || lemma == "disclose" || lemma == "report"):
		return true
	case !s.isWord(c.start, "has") && !s.isWord(c.start, "have") && !can,
		lemma != "find" && lemma != "establish" && lemma != "discover" && lemma != "uncover" && lemma != "learn":
		return false
	}
	k := s.subject(v)
	if k < 0 {
		return false
	}
	for _, h := range s.sources {
		if h.start >= s.chunks[k].start && h.start < s.chunks[k].end && (s.lex.sources[h.ref].name != "" || s.toks[h.start].is(fCap) && s.chunks[k].end-s.chunks[k].start > 1) {
			kind := s.lex.sources[h.ref].kind
			return kind == claim.Outlet || kind == claim.NewsAgency
		}
	}
	return false
}

// quotedAs handles "X was quoted as saying that …" and "Y quoted X as saying …".
func (s *sentence) quotedAs(d *docState, v int) {
	if j := v + 1; j < len(s.chunks) && s.chunks[j].kind == chunkNP {
		s.saying(d, j, s.subject(v), v)
	} else if s.chunks[v].passive {
		s.saying(d, s.subject(v), -1, v)
	}
}

// saying attributes what follows "as saying" behind verb group v, or else what
// stands before the speaker, to the speaker, by way of the outlet.
func (s *sentence) saying(d *docState, speaker, outlet, v int) {
	if speaker < 0 {
		return
	}
	as := -1
	for j := v + 1; j+1 < len(s.chunks) && j < v+8; j++ {
		if (s.chunks[j].kind == chunkPrep || s.chunks[j].kind == chunkSub) && s.isWord(s.chunks[j].head, "as") && s.chunks[j+1].kind == chunkVG && s.chunks[j+1].form&formIng != 0 {
			as = j + 1
			break
		}
	}
	if as < 0 {
		return
	}
	from, to := s.chunks[as].end, len(s.toks)
	if as+1 >= len(s.chunks) || s.chunks[as+1].kind == chunkBreak || s.endsContent(speaker-1) && s.lower(s.chunks[as].end) == "by" {
		from, to = 0, s.chunks[min(speaker, v)].start
	}
	for i, k := range []int{speaker, outlet} {
		if k < 0 {
			continue
		}
		if src, country, end := s.describe(d, k); src.Name != "" {
			s.attributed = append(s.attributed, attribution{source: src, country: country, start: s.chunks[k].start, end: end, from: from, to: to, outer: i == 1, inner: i == 0})
		}
	}
}

// condemnedBy handles "Seoul condemned the shipments": who condemns an act says that
// it took place.
func (s *sentence) condemnedBy(d *docState, v int) {
	c := &s.chunks[v]
	k := s.subject(v)
	if c.passive || c.nonFinite() || k < 0 || k > v || !s.canSpeak(k) {
		return
	}
	if src, country, end := s.describe(d, k); src.Name != "" {
		s.attributed = append(s.attributed, attribution{source: src, country: country, start: s.chunks[k].start, end: max(end, c.end), from: c.end, to: len(s.toks)})
	}
}

// inverts reports a verb that news puts before its speaker: "…, said Kirby".
func (s *sentence) inverts(v int) bool {
	return s.lex.verbIs(s.chunks[v].verb, verbsInverting) || s.lex.verbIs(s.chunks[v].verb, verbsVoicing)
}

// saysSomething reports content before chunk v: a verb or quoted words. "Kirby, a
// spokesman, said" has none yet.
func (s *sentence) saysSomething(v int) bool {
	return slices.ContainsFunc(s.chunks[:v], func(c chunk) bool { return c.kind == chunkVG }) ||
		slices.Contains(s.tags[:s.chunks[v].start], tagQuote)
}

// speaker is the noun phrase that speaks: the subject of the verb, but never a phrase on
// the far side of a clause. A relative clause may stand between: "two officials who follow
// the trade said".
func (s *sentence) speaker(v int) int {
	k := s.subject(v)
	if who := s.whoRelates(v); who >= 0 {
		k = who
	}
	if k < 0 || !s.canSpeak(k) {
		return -1
	}
	return k
}

// whoRelates leads from a finite verb right behind a relative clause to whom that clause is
// about, or is -1: people, "two officials who follow the trade said", and other sources, "a
// group that tracks the trade said". Commas may set it off.
func (s *sentence) whoRelates(v int) int {
	last := v - 1
	apart := last > 0 && s.chunks[last].kind == chunkComma
	if apart {
		last--
	}
	told := false
	for j := last; j > 0 && j > v-12; j-- {
		switch c := &s.chunks[j]; c.kind {
		case chunkVG:
			if told && !c.nonFinite() {
				return -1
			}
			told = told || !c.nonFinite()
		case chunkNP, chunkPrep:
			if told && !apart && c.kind == chunkNP && c.pron && s.chunks[j-1].kind == chunkNP && s.isWord(c.start, "i") {
				return j - 1 // "a trader I spoke to says"
			}
		case chunkSub:
			k := j - 1
			if apart && s.chunks[k].kind == chunkComma {
				k--
			}
			if !told || k < 0 || s.chunks[k].kind != chunkNP || !s.relates(j) || !s.isWord(c.head, "who") && !s.namesSource(k) {
				return -1
			}
			return s.mainPhrase(k)
		case chunkComma:
			if !apart {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

// canSpeak leaves out phrases that cannot be a source: dates, bare numbers.
func (s *sentence) canSpeak(k int) bool {
	c := &s.chunks[k]
	if s.tags[c.head] == tagNum {
		return k+1 < len(s.chunks) && s.chunks[k+1].kind == chunkPrep && s.isWord(s.chunks[k+1].head, "of") // "two of the letters"
	}
	return !c.time
}

// endsContent reports whether chunk k closes quoted or reported content: a
// comma, or a quotation mark right behind it.
func (s *sentence) endsContent(k int) bool {
	if k < 0 {
		return false
	}
	c := &s.chunks[k]
	return c.kind == chunkComma || c.end < len(s.tags) && s.tags[c.end] == tagQuote
}

// contentFollows reports whether a clause follows the verb.
func (s *sentence) contentFollows(v int, inverted bool, speaker int) bool {
	j := v + 1
	if inverted {
		j = speaker + 1
	}
	for ; j < len(s.chunks); j++ {
		switch c := &s.chunks[j]; c.kind {
		case chunkVG, chunkSub:
			return true
		case chunkComma:
			// ", KCNA reported on Wednesday, the latest exchange": what follows
			// is an afterthought when content stands before the speaker.
			if s.endsContent(min(speaker, v) - 1) {
				return false
			}
		case chunkBreak:
			if s.word(c.start) == ":" {
				return true
			}
		}
	}
	// "accused North Korea of arms sales" has content without a verb.
	return s.lex.verbs[s.chunks[v].verb].lemma == "accuse" || !s.endsContent(min(speaker, v)-1)
}

// isSource reports whether token i belongs to the naming of a source.
func (s *sentence) isSource(i int) bool {
	return slices.ContainsFunc(s.attributed, func(a attribution) bool { return i >= a.start && i < a.end })
}

// describe turns noun phrase k into a source: its name as the text gives it,
// its kind and country, and the token where its name ends.
func (s *sentence) describe(d *docState, k int) (src claim.Source, country string, end int) {
	c := &s.chunks[k]
	group := s.group(k)
	last := group[len(group)-1]
	end = s.chunks[last].end
	if c.pron {
		if p := d.lastSpeaker; p.source.Name != "" && slices.Contains([]string{"he", "she", "it", "they"}, s.lower(c.start)) {
			return p.source, p.country, end
		}
		switch w := s.lower(c.start); w {
		case "he", "she", "they", "him", "her", "them":
			return claim.Source{Name: s.word(c.start), Kind: claim.UnnamedPerson}, "", end // whoever it is: not the article
		}
		return claim.Source{}, "", end
	}
	for _, m := range s.sitedIn(s.groupCountries(nil, k), k) {
		country = m.country
		break
	}
	who := c
	if len(group) > 1 && s.countsOf(k) {
		who = &s.chunks[group[1]] // "one of the officials"
	}
	var named, noun *sourceEntry
	for _, h := range s.sources {
		if h.start < c.start || h.start >= end || s.lex.sources[h.ref].name == "" && h.start >= who.end {
			continue // the noun that counts is the head: a member of parliament is no parliament
		}
		e := &s.lex.sources[h.ref]
		if e.name != "" && named == nil && (h.start < who.end || who != c) {
			named = e // but a member of the Security Council is not the Council
			src.Name = s.inline(h.start, h.end)
		}
		if e.name == "" && h.end > who.head {
			noun = e
		}
	}
	if noun != nil && noun.kind == claim.Document {
		if issuer := s.issuer(last); issuer > k {
			if src, country, end := s.describe(d, issuer); src.Name != "" && src.Kind != claim.UnnamedPerson && src.Kind != claim.Document {
				return src, country, end
			}
		}
	}
	if s.titled(k) && named != nil && noun == nil {
		named = nil // "National Security Council spokesman John Kirby" is John Kirby
	}
	if named != nil && noun != nil && named.kind == claim.Organisation && noun.kind == claim.Document {
		named = nil // "a UN report" is a paper that an organisation has written or was sent
	}
	// "Yonhap news agency" is Yonhap; "a KCNA report" is KCNA; but "the
	// Washington Post's officials" would be officials.
	if named != nil && (noun == nil || noun.kind == claim.NewsAgency || noun.kind == claim.StateMedia || noun.kind == claim.Document || noun.kind == claim.Outlet) {
		if named.country != "" {
			country = named.country
		}
		src.Kind = named.kind
		return src, country, end
	}
	from := c.start
	for from < c.head && (s.tags[from] == tagDet || s.tags[from] == tagQuote) {
		from++
	}
	if from == c.head && s.tags[from] == tagDet && (s.isWord(from, "the") || s.isWord(from, "a") || s.isWord(from, "an")) {
		return claim.Source{}, "", end
	}
	src.Name = s.inline(from, end)
	person := d.person(s, k)
	switch {
	case person != nil:
		src.Kind = claim.NamedOfficial
		if country == "" {
			country = person.country
		}
	case s.titled(k):
		src.Kind = claim.NamedOfficial
	case noun != nil && !s.upper && s.properNoun(k) && !s.looksPlural(c.head) && (noun.kind == claim.UnnamedOfficial || noun.kind == claim.UnnamedPerson):
		src.Kind = claim.NamedOfficial
		if noun.kind == claim.UnnamedPerson {
			src.Kind = claim.NamedPerson
		}
	case noun != nil:
		src.Kind = noun.kind
	case s.ent[c.head] != 0 && s.kindAt(c.head) == byThing:
		src.Kind = claim.Organisation
	case s.ent[c.head] != 0 && s.kindAt(c.head) != byAdjective && s.kindAt(c.head) != byPeople:
		src.Kind = claim.Government
	case s.properNoun(k), c.head == 0 && c.end == 1 && s.toks[0].is(fCap) && s.toks[0].id == 0:
		src.Kind = claim.NamedPerson
	case s.words[c.head].title:
		src.Kind = claim.UnnamedOfficial // "Ukraine's intelligence chief"
	case country != "" || who != c || s.tags[c.start] == tagDet || s.tags[c.start] == tagPossPron || s.tags[c.start] == tagNum || s.looksPlural(c.head):
		src.Kind = claim.UnnamedPerson
	default:
		return claim.Source{}, "", end // "win", "new": a word that cannot speak
	}
	if s.lex.isSanctioned(country) && (src.Kind == claim.Government || src.Kind == claim.GovernmentAgency) {
		src.Kind = claim.SanctionedState
	}
	return src, country, end
}

// issuer is the phrase that says whose a paper is, last being the last phrase of what names
// it: "a study by the institute", "data from Kpler"; or -1.
func (s *sentence) issuer(last int) int {
	if p := s.chunks[last].prep; p > 0 && s.isWord(s.chunks[p].head, "from") && p == last-1 {
		return last
	}
	if last+2 < len(s.chunks) && s.chunks[last+1].kind == chunkPrep && s.isWord(s.chunks[last+1].head, "by") && s.chunks[last+2].kind == chunkNP && !s.chunks[last+2].time {
		return last + 2
	}
	return -1
}

// countsOf reports a phrase that only counts what hangs on it: "two of the letters".
func (s *sentence) countsOf(k int) bool {
	c := &s.chunks[k]
	if c.start != c.head {
		return false
	}
	_, number := s.numberAt(c.head)
	return number || s.oneOf(c.head)
}

// asideEnd is the comma that ends the relative clause of verb group v, where the verb of the
// main clause follows it: "the firm, which denies wrongdoing, sold wine"; or -1.
func (s *sentence) asideEnd(v int) int {
	if v < 2 || s.chunks[v-1].kind != chunkSub || s.tags[s.chunks[v-1].head] != tagRel || s.chunks[v-2].kind != chunkComma {
		return -1
	}
	end := s.resumesAt(v)
	if end > 0 && slices.ContainsFunc(s.chunks[v:end], func(c chunk) bool { return c.kind == chunkBreak }) {
		return -1
	}
	return end
}

// resumesAt is the first comma behind chunk k that a verb of the main clause follows, or -1.
func (s *sentence) resumesAt(k int) int {
	for j := k + 1; j+1 < len(s.chunks); j++ {
		if next := &s.chunks[j+1]; s.chunks[j].kind == chunkComma && next.kind == chunkVG && !next.nonFinite() {
			return j
		}
	}
	return -1
}

// speakerEnd is the token where the description of speaker k ends whose name ends at token
// end: "said Park Min-su, a broker in Dandong". The places in it are no part of what is said.
func (s *sentence) speakerEnd(k, end int) int {
	for j := k; j < len(s.chunks); j++ {
		c := &s.chunks[j]
		if c.start < end {
			continue
		}
		switch c.kind {
		case chunkNP:
			if !c.time && (c.prep >= 0 || !s.describesSource(j)) && (c.prep != j-1 || s.ent[c.head] == 0) {
				return end
			}
			end = c.end
		case chunkPrep:
			switch s.lower(c.head) {
			case "in", "at", "of", "from", "near", "on":
			default:
				return end
			}
		case chunkComma:
		default:
			return end
		}
	}
	return end
}

// titled reports a phrase with a title and a name behind it: "spokesman John
// Kirby".
func (s *sentence) titled(k int) bool {
	c := &s.chunks[k]
	if !s.properNoun(k) {
		return false
	}
	for i := c.start; i < c.head; i++ {
		if s.words[i].title {
			return true
		}
	}
	return false
}

// properNoun reports a noun phrase whose head is a name; of "Lee Seong-kweun" the
// part before the hyphen tells.
func (s *sentence) properNoun(k int) bool {
	c := &s.chunks[k]
	i := c.head
	for i-2 >= c.start && !s.toks[i].is(fCap) && s.tags[i-1] == tagHyphen {
		i -= 2
	}
	return s.toks[i].is(fCap) && s.ent[c.head] == 0 && c.head > 0
}

// chain returns the attribution of the trigger at token i, outermost first,
// with the country of its origin.
func (s *sentence) chain(d *docState, i int) ([]claim.Source, string) {
	var cover []attribution
	for _, a := range s.attributed {
		if i >= a.from && i < a.to && (i < a.start || i >= a.end) {
			cover = append(cover, a)
		}
	}
	slices.SortStableFunc(cover, func(a, b attribution) int { return rankOf(a) - rankOf(b) })
	var out []claim.Source
	country := ""
	for _, a := range cover {
		if slices.ContainsFunc(out, func(o claim.Source) bool { return o.Name == a.source.Name }) {
			continue
		}
		out = append(out, a.source)
		country = a.country
	}
	if len(out) == 0 && s.quoted[i] && d.lastSpeaker.source.Name != "" && (d.lastSpeakerParagraph == d.paragraph || s.tags[0] == tagQuote && d.paragraph-d.lastSpeakerParagraph <= 2) {
		out, country = []claim.Source{d.lastSpeaker.source}, d.lastSpeaker.country
	}
	if n := len(out); n > 0 {
		for j := range out {
			out[j].Origin = j == n-1
		}
	}
	return out, country
}

// rankOf orders links of a chain: who stands behind the content reports whoever
// speaks inside it.
func rankOf(a attribution) int {
	switch {
	case a.inner:
		return 2
	case a.outer:
		return 0
	}
	return 1
}
