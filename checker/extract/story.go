package extract

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
)

// News tells an affair in more sentences than frames can read: "A second lot of mortar
// shells followed in May. The crates were unloaded at night." When a text has been read, a
// sentence in which no frame stands, close to one in which a frame does, is weighed by
// signs that it tells more of the same: it names goods of that kind, an amount, a source, a
// place of the sanctioned State. Each sign has points; enough of them make a claim with the
// parties and goods of the affair, the fact read_on and the lowest confidence, and policies
// make no more of it than a possible breach. A sentence that says that anything is
// forbidden or denied is never read on. For the points see signs.go.

const (
	affairReach   = 12   // sentences up to which a sentence may belong to an affair
	affairAhead   = 3    // sentences before one
	mainNearer    = 10   // sentences by which what the text is about most is nearer than it stands
	makesClaim    = 1000 // points by which an affair that makes a claim goes before any that does not
	goesOn        = 2    // sentences behind an affair up to which one that names nothing of it may go on
	firstWithin   = 3    // sentences that are among the first
	sourceReach   = 6    // sentences from an affair up to which its source tells
	wholeSentence = 45   // tokens up to which a sentence is quoted whole
	longSentence  = 27   // tokens above which a sentence is long

	// Of a text of so many sentences one may tell of an act all by itself. A text of fewer
	// is what frames are for.
	severalSentences = 3
	shortText        = 15
)

// kin is what sentences about one category name.
type kin struct {
	category string
	themes   classSet
	about    classSet // of its topics
	topics   []*topic
}

// affair is a claim by a frame that other sentences may go on with.
type affair struct {
	sentence int
	claim    claim.Claim
}

// tale is a sentence that may tell more of an affair.
type tale struct {
	pron     bool // it begins with "she": whose affair it is, the sentence before says
	sentence int
	verb     int // chunk of the verb group that the claim is read off
	signs    sign
	words    int      // points of its nouns
	named    classSet // their classes, if a trace is kept
	kin      []kinship
	others   []string // States named that are not sanctioned
	doers    []string // those of its subject
	goods    []saidGood
	to, from bool        // something goes to the sanctioned State, or comes from there
	claim    claim.Claim // without what the affair adds, and the evidence
	span     article.Span
	states   bool    // it says something that a claim can be made of
	affair   *affair // that it belongs to best, or nil
}

// kinship is what a tale shares with a category.
type kinship struct {
	kin   int // index into Lexicon.kin
	signs sign
	topic *topic // that its words are of; nil: the category has none
}

// saidGood is a noun class of goods that a sentence names.
type saidGood struct {
	class int32
	good  claim.Good
}

// onward is the frame of claims that are read on: weigh asks for one.
var onward = &Frame{ID: "story.read_on"}

// listen keeps what reading on needs of a sentence: the affairs that its claims tell of, or
// the signs that it tells of one itself.
func (d *docState) listen(s *sentence, found []candidate, claims []told) {
	themes := s.themeKin()
	for k := themes; k != 0; k &= k - 1 {
		d.themed[bits.TrailingZeros32(k)]++
	}
	for _, c := range claims {
		d.begin(s.index, &c.claim)
	}
	if len(s.chunks) == 0 {
		return
	}
	v := s.mainVerb()
	never, doubts := s.undoings(v)
	d.look(s, claims, never || doubts != 0)
	defer d.noteYear(s)
	if never || slices.ContainsFunc(claims, func(c told) bool { return !beside(c.claim.Activity) }) ||
		slices.ContainsFunc(found, func(c candidate) bool { return c.reason == "" && !beside(c.activity) }) {
		return
	}
	if t := d.newTale(s, found, themes, v, doubts); t != nil {
		d.tales = append(d.tales, t)
	}
}

// beside reports an activity that news tells of in passing, beside what a sentence is about:
// "smuggling is up after the leader's visit to China".
func beside(activity string) bool {
	switch activity {
	case "official_visit", "economic_talks", "passenger_flight", "passenger_rail", "tourism", "cyber_theft":
		return true
	}
	return false
}

// readOn weighs the sentences in which no frame stands, once all are known, and returns the
// claims that follow from them.
func (d *docState) readOn() []told {
	var out []told
	d.sumUp()
	last := -1 // the last sentence that was read on
	for _, t := range d.tales {
		if t.affair = d.joins(t); t.affair != nil && t.states && d.points(t) >= d.lex.scale.threshold {
			// "She" is who the sentence before speaks of: another ship, if that sentence
			// tells nothing of the affair.
			if t.pron && t.affair.sentence < t.sentence-1 && last != t.sentence-1 && t.affair.sentence != wholeText {
				t.affair = nil
				continue
			}
			last = t.sentence
			out = append(out, d.finish(t, t.affair))
		}
	}
	return out
}

// points are what a tale is worth.
func (d *docState) points(t *tale) int { return d.lex.scale.points(t.signs) + t.words }

// begin remembers a claim as an affair, if it is one that is told as a fact or a plan.
func (d *docState) begin(sentence int, c *claim.Claim) {
	if !tells(c) || len(c.Parties) > 1 && !slices.ContainsFunc(c.Parties, func(p claim.Party) bool { return !d.lex.isSanctioned(p.Country) }) {
		return // both sides in the sanctioned State: no measure concerns that
	}
	if c.Category == "designated-party" && slices.ContainsFunc(c.Parties, func(p claim.Party) bool { return p.Listed != "" }) {
		return // whether it is he who is on the list, screening decides
	}
	if i := d.lex.kinIndex(c.Category); i >= 0 {
		d.affairs[i] = append(d.affairs[i], affair{sentence, *c})
	}
}

// tells reports a claim that says of an act that anybody would look for that it is done or
// planned.
func tells(c *claim.Claim) bool { return isAct(c.Status) && c.Activity != "repatriate_workers" }

// newTale gathers the signs of a sentence that need no affair. Its claim is to be read
// off chunk v; -1 is none. It is nil for a sentence that no affair could make a claim of,
// unless a trace is kept.
func (d *docState) newTale(s *sentence, found []candidate, themes uint32, v int, doubts sign) *tale {
	acts, frames := d.actsAndFrames(s, found)
	if themes|acts|frames == 0 && !d.goesOnAt(s.index) {
		return nil
	}
	signs := d.signs(s, found, v) | doubts
	named := d.spokenOf(s)
	kin, best := d.kinOf(s, themes, acts, frames, named, signs)
	if len(kin) == 0 {
		return nil
	}
	words := d.lex.scale.pointsOf(named)
	hopes := func(g sign) bool { return d.lex.scale.hopeful(d.lex.scale.points(signs|g) + words) }
	hopeful := hopes(best)
	if !hopeful && !d.traced {
		return nil
	}
	if v < 0 { // "Satellite pictures show Russia shipping oil": what they show
		v = max(0, slices.IndexFunc(s.chunks, func(c chunk) bool { return c.kind == chunkNP && !s.isSource(c.head) }))
	}
	t := &tale{sentence: s.index, verb: v, signs: signs, words: words, pron: s.chunks[0].pron && (s.isWord(0, "she") || s.isWord(0, "her"))}
	if hopeful {
		kin = slices.DeleteFunc(kin, func(k kinship) bool { return !hopes(k.signs) })
	}
	if d.traced {
		t.named = slices.Clone(named)
	}
	t.to, t.from = s.ways()
	if signs&signOtherSide != 0 {
		for _, m := range s.groupCountries(nil, s.subject(v)) {
			t.doers = append(t.doers, m.country)
		}
	}
	t.kin = slices.Clone(kin)
	for i := range t.kin {
		t.kin[i].topic = d.lex.kin[t.kin[i].kin].topicOf(named)
	}
	if t.states = hopeful && d.tell(s, t); !t.states {
		return t
	}
	for _, h := range s.hits {
		if h.layer == layerNoun {
			for _, class := range d.lex.nouns[h.ref].classes {
				if good := d.lex.classes[class].good; good != "" {
					t.goods = append(t.goods, saidGood{class, claim.Good{ID: good, Name: s.quote(h.start, h.end)}})
				}
			}
		}
		if h.layer != layerEntity || s.isSource(h.start) {
			continue
		}
		if country := d.lex.entities[h.ref].country; !d.lex.isSanctioned(country) && !slices.Contains(t.others, country) {
			t.others = append(t.others, country)
		}
	}
	return t
}

// ways reports what the prepositions before the sanctioned State say of where things go:
// "into the North", "from Pyongyang".
func (s *sentence) ways() (to, from bool) {
	for k := range s.chunks {
		c := &s.chunks[k]
		if c.kind != chunkNP || c.prep < 0 || s.ent[c.head] == 0 || s.isSource(c.head) || !s.lex.isSanctioned(s.lex.entities[s.hits[s.ent[c.head]-1].ref].country) {
			continue
		}
		switch s.lower(s.chunks[c.prep].head) {
		case "to", "into", "for", "toward", "towards", "onto":
			to = true
		case "from", "of", "off":
			from = true
		}
	}
	return to, from
}

// wrongWay reports a tale of things that go where those of the affair come from.
func (t *tale) wrongWay(a *affair, l *Lexicon) bool {
	for _, p := range a.claim.Parties {
		if l.isSanctioned(p.Country) {
			return p.Role == "supplier" && t.to && !t.from || p.Role == "recipient" && t.from && !t.to
		}
	}
	return false
}

// actsAndFrames are the kin whose frames know a verb of the sentence, and those of which a
// frame found its words here, one bit each.
func (d *docState) actsAndFrames(s *sentence, found []candidate) (acts, frames uint32) {
	for k := range s.chunks {
		if c := &s.chunks[k]; c.kind == chunkVG && c.verb >= 0 && !s.isSource(c.head) {
			acts |= d.lex.actKin[c.verb]
		}
	}
	for i := range found {
		if k := d.lex.kinIndex(found[i].frame.Category); k >= 0 && !s.isSource(found[i].trigger) {
			frames |= 1 << k
		}
	}
	return acts, frames
}

// goesOnAt reports a sentence right behind one that tells an affair.
func (d *docState) goesOnAt(sentence int) bool {
	return slices.ContainsFunc(d.affairs, func(all []affair) bool { return goesOnBehind(all, sentence) })
}

func goesOnBehind(all []affair, sentence int) bool {
	n := len(all)
	return n > 0 && sentence-all[n-1].sentence <= goesOn && sentence > all[n-1].sentence
}

// kinOf gives the categories that a sentence of the given signs, themes, acts and frames shares
// anything with, until it is called again, and of their signs those that are worth most.
func (d *docState) kinOf(s *sentence, themes, acts, frames uint32, named classSet, signs sign) (kin []kinship, best sign) {
	d.kin = d.kin[:0]
	add := func(i int, g sign) {
		d.kin = append(d.kin, kinship{kin: i, signs: g})
		if d.lex.scale.points(signs|g) > d.lex.scale.points(signs|best) {
			best = g
		}
	}
	for k := themes | acts | frames; k != 0; k &= k - 1 {
		i := bits.TrailingZeros32(k)
		g := d.lex.kin[i].in(named)
		if acts&(1<<i) != 0 {
			g |= signActs
		}
		if frames&(1<<i) != 0 {
			g |= signFrame
		}
		if g == 0 {
			continue
		}
		add(i, g)
	}
	for i, all := range d.affairs {
		if goesOnBehind(all, s.index) && !slices.ContainsFunc(d.kin, func(k kinship) bool { return k.kin == i }) {
			add(i, signMute)
		}
	}
	return d.kin, best
}

// themeKin are the kin whose goods or people the sentence names, one bit each.
func (s *sentence) themeKin() uint32 {
	var out uint32
	for _, h := range s.hits {
		if h.layer == layerNoun && !s.isSource(h.start) {
			out |= s.lex.themeKin[h.ref]
		}
	}
	return out
}

// spokenOf are the classes of the nouns that name no source: "weapons experts said" tells
// nothing of weapons.
func (d *docState) spokenOf(s *sentence) classSet {
	if len(s.attributed) == 0 {
		return s.named
	}
	if d.spoken == nil {
		d.spoken = make(classSet, s.lex.width)
	}
	out := d.spoken
	clear(out)
	for _, h := range s.hits {
		if h.layer == layerNoun && !s.isSource(h.start) {
			out.add(s.lex.above[h.ref])
		}
	}
	return out
}

// kinIndex is the index into kin of a category, or -1.
func (l *Lexicon) kinIndex(category string) int {
	return slices.IndexFunc(l.kin, func(k kin) bool { return k.category == category })
}

// in gives the signs that a sentence names what sentences of the category do.
func (k *kin) in(named classSet) sign {
	n := 0
	for i, w := range k.themes {
		n += bits.OnesCount64(named[i] & w)
	}
	var g sign
	switch n {
	case 0:
	case 1:
		g = signTheme
	default:
		g = signTheme | signThemes
	}
	if named.meets(k.about) {
		g |= signAbout
	}
	return g
}

// tell gives a tale the claim that it makes, without what the affair adds, and reports
// whether the sentence states anything at all.
func (d *docState) tell(s *sentence, t *tale) bool {
	v := t.verb
	c := candidate{frame: onward, trigger: s.chunks[v].head, chunk: v, theme: -1}
	_, chain, status, stage := s.weigh(d, &c)
	if !isAct(status) {
		return false
	}
	if len(chain) == 0 && len(s.attributed) > 0 && status == claim.Asserted {
		// Whoever speaks in a sentence that is a guess as a whole speaks of what it tells.
		status, chain = claim.Alleged, []claim.Source{s.attributed[0].source}
		chain[0].Origin = true
	}
	if src, ok := s.toldBy(d, v); ok && len(chain) == 0 {
		chain = []claim.Source{src}
		if status == claim.Asserted {
			status = claim.Alleged
		}
	}
	status, stage = s.planned(status, stage, len(chain) > 0)
	first, last := s.behindDateline(), len(s.toks)
	if last > wholeSentence && s.chunks[v].kind == chunkVG {
		first, last = s.chunks[s.clauseStart(v)].start, len(s.toks)
		if end := s.clauseEnd(v); end < len(s.chunks) {
			last = s.chunks[end].start
		}
		last = min(last, first+wholeSentence)
	}
	t.claim = claim.Claim{
		Status: status, Stage: stage, Attribution: chain,
		Extraction: &claim.Extraction{Rule: onward.ID, Confidence: "low"},
	}
	t.span = s.passage(first, s.beforeLaw(v, last))
	t.claim.EventDate, t.claim.StatementDate = s.dates(d.reference, &c, stage)
	return true
}

// beforeLaw is where a clause begins, behind main verb v, that adds what the law says, or
// last: "… entered the register, six weeks after the Council told States to strike …".
func (s *sentence) beforeLaw(v, last int) int {
	for _, h := range s.cues {
		if s.lex.cues[h.ref].category != cueNormative || !s.addsAt(h.start, v) {
			continue
		}
		for k := s.chunkAt(h.start) - 1; k > v; k-- {
			if s.chunks[k].kind == chunkSub {
				return min(last, s.chunks[k].start)
			}
		}
	}
	return last
}

// toldBy is who tells what a sentence says without "said": a document that is
// the subject of main verb v, "filings list a shareholder", or whoever spoke last, when the
// sentence goes on about "him" or in the first person.
func (s *sentence) toldBy(d *docState, v int) (claim.Source, bool) {
	if s.chunks[v].kind != chunkVG || s.chunks[v].passive {
		return claim.Source{}, false
	}
	k := s.subject(v)
	if k < 0 {
		return claim.Source{}, false
	}
	if !s.chunks[k].pron {
		s.findSources()
		if !s.namesSource(k) && !s.namesSource(s.mainPhrase(k)) {
			return claim.Source{}, false
		}
		src, _, _ := s.describe(d, s.mainPhrase(k))
		return src, src.Kind == claim.Document
	}
	switch s.lower(s.chunks[k].start) {
	case "he", "they", "i", "we":
		last := d.lastSpeaker.source
		return last, last.Name != "" && d.paragraph-d.lastSpeakerParagraph <= 1
	}
	return claim.Source{}, false
}

// past reports verb group v that tells what was done, or has been: "arrived", "were
// unloaded", "has sold", but not "are sold".
func (s *sentence) past(v int) bool {
	c := &s.chunks[v]
	if c.kind != chunkVG {
		return false
	}
	if !c.aux {
		return !c.inf && c.form&formPast != 0
	}
	perfect, past := s.tense(c)
	return perfect || past
}

// behindDateline is the first token behind a dash that ends what may be a dateline, or 0:
// wrapped or hyphenated, the layout may not know it for one.
func (s *sentence) behindDateline() int {
	for i := 1; i+8 < len(s.toks) && i < 8; i++ {
		if s.tags[i] == tagBreak {
			switch s.word(i) {
			case "-", "–", "—":
				return i + 1
			}
		}
	}
	return 0
}

// mainVerb is the first verb group that tells something and names no source, or -1.
func (s *sentence) mainVerb() int {
	first := -1
	begin := s.behindDateline()
	for k := range s.chunks {
		c := &s.chunks[k]
		if c.start < begin || c.kind != chunkVG || s.isSource(c.head) || c.nonFinite() && first >= 0 {
			continue
		}
		if !c.nonFinite() && (k == 0 || !s.relates(k-1)) {
			return k
		}
		if first < 0 {
			first = k
		}
	}
	return first
}

// signs are the signs of the sentence that need no affair; v is its main verb, -1 if it has
// none.
func (d *docState) signs(s *sentence, found []candidate, v int) sign {
	var g sign
	set := func(on bool, what sign) {
		if on {
			g |= what
		}
	}
	if len(s.attributed) > 0 {
		g |= signsOfSources[s.attributed[0].source.Kind]
	}
	other := ""
	for _, h := range s.hits {
		if h.layer != layerEntity {
			continue
		}
		e := &d.lex.entities[h.ref]
		switch {
		case d.lex.isSanctioned(e.country):
			g |= signState
			set(!s.isSource(h.start), signParty)
			set(e.kind == byName, signFullName)
			set(e.kind == byPlace || e.kind == byThing, signPlace)
		case s.isSource(h.start):
		case other == "" || other == e.country:
			other = e.country
			g |= signOther
		default:
			g &^= signOther
			other = "several"
		}
	}
	s.findCues()
	for _, h := range s.cues {
		set(d.lex.cues[h.ref].category == cueAlleged, signAlleged)
		set(d.lex.cues[h.ref].category == cueCovert, signCovert)
		set(d.lex.cues[h.ref].category == cueAside, signAside)
	}
	set(s.named.has(d.lex.known[classLaw]), signLaw)
	for _, c := range found {
		set(c.lacksState, signLacksState)
	}
	if v >= 0 {
		c := &s.chunks[v]
		set(c.verb < 0, signPlainVerb)
		set(slices.Contains(s.tags[c.start:c.end], tagModal), signModal)
		set(c.finite() && !c.aux && !c.passive && c.form&formPast == 0, signPresent)
		if k := s.subject(v); k >= 0 {
			if !c.passive {
				whose := s.groupCountries(nil, k)
				set(len(whose) > 0 && !slices.ContainsFunc(whose, func(m mention) bool { return s.lex.isSanctioned(m.country) }), signOtherSide)
			}
			set(!s.chunks[k].pron && s.definite(k), signDefinite)
			set(s.tags[s.chunks[k].start] == tagEntity, signNamed)
			set(s.headClass(k, classAuthority), signAuthority)
		}
	}
	set(s.namesOldYear() || d.inOldDays(s), signOld)
	set(slices.ContainsFunc(s.toks, func(t token) bool { return t.kind == kWord && isWe(s.text[t.start:t.end]) }), signWe)
	set(s.named.has(d.lex.known[classHomeMarket]), signHome)
	set(len(s.toks) < 9, signShort)
	set(len(s.toks) > longSentence, signLong)
	set(s.chunks[0].pron && s.chunks[0].prep < 0, signPronoun)
	set(s.unfinished(), signHeading)
	set(s.index < firstWithin, signFirst)
	set(10*s.index > 7*len(d.doc.Sentences), signEnd)
	return g
}

// isWe reports a word of somebody who speaks of themselves and others.
func isWe(word string) bool {
	switch word {
	case "we", "We", "our", "Our", "us":
		return true
	}
	return false
}

// firstMeasure is the year of the first measure that any sentence is read for.
const firstMeasure = 2006

// noteYear remembers the last year that a sentence names.
func (d *docState) noteYear(s *sentence) {
	if y := s.lastYear(); y > 0 {
		d.year, d.yearAt = y, s.index
	}
}

// inOldDays reports a sentence of a passage that tells of years before the first measure: the
// last year named is one of those, a few sentences ago.
func (d *docState) inOldDays(s *sentence) bool {
	return d.year > 0 && d.year < firstMeasure && s.index-d.yearAt <= carryLimit && s.lastYear() == 0
}

// lastYear is the last year that the sentence names as a time of its own, or 0: not one since
// which something lasts, nor one in which a firm was founded or a ship built.
func (s *sentence) lastYear() int {
	year := 0
	for i := range s.toks {
		if s.toks[i].kind == kPunct {
			continue
		}
		y := max(s.year(i), s.decade(i))
		for j := i - 1; y > 0 && j >= 0 && j >= i-3; j-- {
			switch s.lower(j) {
			case "since", "built", "founded", "established", "born", "dating", "made":
				y = 0
			}
		}
		if y > 0 {
			year = y
		}
	}
	return year
}

// namesOldYear reports a year before the first measure.
func (s *sentence) namesOldYear() bool {
	for i := range s.toks {
		if s.toks[i].kind == kNumber {
			if y := s.year(i); y > 0 && y < firstMeasure {
				return true
			}
		}
	}
	return false
}

// unfinished reports a sentence without a full stop, as headings are.
func (s *sentence) unfinished() bool {
	if len(s.toks) == 0 {
		return false
	}
	switch s.word(len(s.toks) - 1) {
	case ".", "?", "!", "”", "\"":
		return false
	}
	return true
}

// joins finds the affair that a tale belongs to best, by its points and then by nearness,
// or nil. It adds the signs.
func (d *docState) joins(t *tale) *affair {
	var best *affair
	var of sign
	nearest := 0
	for _, k := range t.kin {
		a, g := d.weighAgainst(t, k)
		if a == nil {
			continue
		}
		away := affairReach + 1
		if a.sentence != wholeText {
			away = abs(t.sentence - a.sentence)
		}
		// Which affair it is, nearness tells too, and what the text is about most.
		if g&signMain != 0 {
			away -= mainNearer
		}
		points := d.lex.scale.points(g)
		near := points - away
		if points+t.words >= d.lex.scale.threshold {
			near += makesClaim
		}
		if best == nil || near > nearest {
			nearest = near
			best, of = a, g
		}
	}
	if best != nil {
		t.signs = of
	}
	return best
}

// weighAgainst finds the affair of a category that a tale may belong to, or nil, and gives
// the signs that it does.
func (d *docState) weighAgainst(t *tale, k kinship) (*affair, sign) {
	about := &d.subjects[k.kin]
	g := t.signs | k.signs
	if !about.isTopic() {
		switch {
		case g&signTheme == 0:
			return nil, 0
		case about.states > 0 && about.named > 1 && about.wrong > 0,
			about.states > 0 && about.named > 2 && (g&signParty != 0 || len(t.others) == 0 && 4*about.named > len(d.glances)):
			g |= signUntopical
		case g&(signParty|signHome|signAbout) == signParty|signAbout && k.topic != nil && !k.topic.faint && len(d.glances) >= severalSentences && len(d.glances) <= shortText:
			g |= signAlone
		default:
			return nil, 0
		}
	}
	set := func(on bool, what sign) {
		if on {
			g |= what
		}
	}
	a := d.nearest(k.kin, t.sentence)
	switch {
	case a == nil:
		if d.inPassing || g&(signTheme|signAbout) == 0 {
			return nil, 0 // it names nothing of the topic
		}
		if a = d.topicAffair(k.topic); a == nil {
			return nil, 0
		}
		g |= signBeyond
		set(k.topic.faint, signUntopical)
	case t.sentence <= a.sentence:
		g |= signAhead
	}
	strangers := func(states []string) bool {
		return a.sentence != wholeText && t.signs&signState == 0 && len(states) > 0 &&
			!slices.ContainsFunc(a.claim.Parties, func(p claim.Party) bool { return slices.Contains(states, p.Country) })
	}
	if strangers(t.doers) {
		return nil, 0 // "Australia sold coal, too"
	}
	set(strangers(t.others), signStrangers)
	set(g&signsOfHeadline == signsOfHeadline, signHeadline)
	set(10*d.themed[k.kin] > 3*len(d.pieces), signOften)
	set(about.claims > 0, signClaims)
	set(d.main == k.kin, signMain)
	set(t.wrongWay(a, d.lex), signWrongWay)
	set(about.law, signLawToo)
	set(d.covert > 0, signCovertText)
	set(d.aided > 2 && 5*d.aided > len(d.glances), signAidText)
	if t.sentence > 0 {
		before := &d.glances[t.sentence-1]
		set(before.undone, signAfterUndone)
	}
	return a, g
}

// nearest is the last affair of a category before a sentence, or else the first behind it,
// within affairReach; or nil.
func (d *docState) nearest(k, sentence int) *affair {
	all := d.affairs[k]
	i, _ := slices.BinarySearchFunc(all, sentence, func(a affair, at int) int { return a.sentence - at })
	if i > 0 && sentence-all[i-1].sentence <= affairReach {
		return &all[i-1]
	}
	if i < len(all) && all[i].sentence-sentence <= affairAhead {
		return &all[i]
	}
	return nil
}

// finish completes the claim of a tale with the affair that it belongs to.
func (d *docState) finish(t *tale, a *affair) told {
	c := t.claim
	c.Evidence = []claim.Evidence{d.evidenceAt(t.span)}
	c.Category, c.Activity = a.claim.Category, a.claim.Activity
	for _, p := range a.claim.Parties {
		c.Parties = append(c.Parties, claim.Party{Role: p.Role, Country: p.Country, Basis: a.basis()})
	}
	for _, g := range t.goods {
		if slices.ContainsFunc(d.lex.themesOf[c.Category], func(want int32) bool { return d.lex.isUnder(g.class, want) }) &&
			!slices.ContainsFunc(c.Goods, func(o claim.Good) bool { return o.ID == g.good.ID }) {
			c.Goods = append(c.Goods, g.good)
		}
	}
	if c.Goods == nil {
		for _, g := range a.claim.Goods {
			c.Goods = append(c.Goods, claim.Good{ID: g.ID})
		}
	}
	if c.EventDate == nil {
		c.EventDate = a.claim.EventDate
	}
	if away := t.sentence - a.sentence; a.sentence != wholeText && away <= sourceReach && c.Status == claim.Asserted && a.claim.Status == claim.Alleged && len(c.Attribution) == 0 {
		c.Status, c.Attribution = claim.Alleged, a.claim.Attribution // who told of the affair goes on telling
	}
	c.Facts = []claim.Fact{{Name: claim.ReadOn}}
	for _, f := range a.claim.Facts {
		c.Facts = append(c.Facts, claim.Fact{Name: f.Name, Value: f.Value}) // an approval covers all of the affair
	}
	from := wholeTextBasis
	if a.sentence != wholeText {
		from = fmt.Sprintf("sentence %d", a.sentence+1)
	}
	c.Extraction.Review = []string{fmt.Sprintf("read on from %s by its words: %s", from, t.weighed())}
	return told{claim: c, sentence: t.sentence}
}

// undoings reports a sentence that forbids, denies or asks something, tells of people who
// go home, or only of what is on a list: it is never read on. Of others it gives the signs
// that anything might be undone: negated, ended, supposed, seized. The main verb is v, or
// -1.
func (s *sentence) undoings(v int) (never bool, doubts sign) {
	if s.asks() || s.supposes() || s.named.has(s.lex.known[classTurned]) || s.goesHome() || s.putOnList(v) || s.isMenu() || s.lawWould() {
		never = true
	}
	if v >= 0 && !s.chunks[v].nonFinite() {
		if s.lex.verbIs(s.chunks[v].verb, verbsBeside) {
			doubts |= signBeside
		}
		if s.lex.verbIs(s.chunks[v].verb, verbsCommenting) {
			if kind := s.lex.over[s.chunks[v].verb]; kind == overNone || kind == overOrder {
				never = true // "praised a record catch"
			} else {
				doubts |= signEnforcing
			}
		}
		never = never || s.generic(v)
	}
	s.findCues()
	for _, h := range s.cues {
		switch s.lex.cues[h.ref].category {
		case cueNormative:
			if s.addsAt(h.start, v) {
				doubts |= signLawAside
			} else {
				never = true
			}
		case cueDenied:
			if s.lex.cues[h.ref].id != "denied.never" || v < 0 {
				never = true
			} else if !s.negatesAside(h, v) {
				doubts |= signNegated // "the trainees never set foot in a classroom"
			}
		case cueHypothetical:
			doubts |= signHypothetical
		case cueNegated:
			if !s.negatesAside(h, v) {
				doubts |= signNegated
			}
		case cueEnded:
			if k := s.chunkAt(h.start); k >= 0 && k != v && s.inAside(k) {
				break // "… three years after the date by which they were to be sent home"
			}
			if h.end > h.start+1 || !s.isWord(h.start, "former") && !(h.end < len(s.toks) && s.tags[h.end] == tagHyphen) { // "scrap-age"
				doubts |= signEnded
			}
		}
	}
	kept, doubt := s.keepsFrom(v)
	return never || kept, doubts | doubt
}

// addsAt reports that token i stands in a clause which only adds something to what the
// main verb v tells: "… took on coal, which the resolutions forbid".
func (s *sentence) addsAt(i, v int) bool {
	k := s.chunkAt(i)
	return k >= 0 && k != v && s.addedBy(k)
}

// lawWould reports a law or a bill that says what it would do, "the act would require", or what
// nobody is to do: "that no luxury goods should reach the North".
func (s *sentence) lawWould() bool {
	for k := 1; k < len(s.chunks); k++ {
		v := &s.chunks[k]
		if v.kind != chunkVG || s.chunks[k-1].kind != chunkNP {
			continue
		}
		law, none := s.headClass(k-1, classLaw), s.isWord(s.chunks[k-1].start, "no")
		for i := v.start; i < v.end; i++ {
			if s.tags[i] == tagModal && (law || none && (s.isWord(i, "should") || s.isWord(i, "shall") || s.isWord(i, "may") || s.isWord(i, "must"))) {
				return true
			}
		}
	}
	return false
}

// negatesAside reports a negation that leaves alone what the main verb v tells: "steamed on
// without boarding", "… came on student visas, and nobody has seen a classroom".
func (s *sentence) negatesAside(h hit, v int) bool {
	if h.end == h.start+1 && s.isWord(h.start, "without") {
		return true
	}
	if v < 0 || h.start < s.chunks[v].end {
		return false
	}
	for k := v + 1; k < len(s.chunks) && s.chunks[k].start <= h.start; k++ {
		switch s.chunks[k].kind {
		case chunkSub:
			if s.isThat(s.chunks[k].head - 1) {
				return false // "agreed that no coal should be sold"
			}
			return true
		case chunkBreak:
			return true
		case chunkConj:
			if k+1 < len(s.chunks) && s.chunks[k+1].kind != chunkVG {
				return true
			}
		}
	}
	return false
}

// putOnList reports a main verb that tells no more than that somebody was put on a list of
// sanctions: "was placed under an asset freeze", "is on a list".
func (s *sentence) putOnList(v int) bool {
	if v < 0 {
		return false
	}
	if s.chunks[v].verb < 0 {
		if v+2 >= len(s.chunks) || s.chunks[v+2].kind != chunkNP {
			return false
		}
		switch head := s.chunks[v+2].head; s.lower(s.chunks[v+1].head) {
		case "on":
			return s.isWord(head, "list") || s.isWord(head, "blacklist")
		case "under":
			return s.isWord(head, "freeze") || s.isWord(head, "ban") || s.isWord(head, "embargo") || s.isWord(head, "sanctions")
		}
		return false
	}
	if !s.chunks[v].passive {
		return false
	}
	switch s.lex.verbs[s.chunks[v].verb].lemma {
	case "list", "designate", "blacklist", "sanction":
		return true
	case "place", "put", "add":
		return s.lawIn(v) || slices.ContainsFunc(s.chunks[v:], func(c chunk) bool {
			return c.kind == chunkNP && (s.isWord(c.head, "list") || s.isWord(c.head, "blacklist"))
		})
	}
	return false
}

// isMenu reports a line of links or of tags.
func (s *sentence) isMenu() bool {
	return slices.ContainsFunc(s.toks, func(t token) bool {
		if t.kind != kPunct {
			return false
		}
		switch s.text[t.start:t.end] {
		case "|", "»", "›":
			return true
		}
		return false
	}) && s.unfinished()
}

// goesHome reports people who go home or are sent there, or of whom the last leave.
func (s *sentence) goesHome() bool {
	if s.isWord(0, "last") && slices.ContainsFunc(s.toks, func(t token) bool { return strings.EqualFold(s.text[t.start:t.end], "gone") }) {
		return true // "Last of the North Koreans gone"
	}
	for k := range s.chunks {
		c := &s.chunks[k]
		if c.kind != chunkVG || c.verb < 0 || s.inAside(k) {
			continue
		}
		if s.lex.verbIs(c.verb, verbsDeparting) && s.theLast(s.clauseStart(k)) {
			return true
		}
		if strings.HasSuffix(s.lex.verbs[c.verb].lemma, " home") {
			return !s.bringsHome(k)
		}
		if s.lex.verbs[c.verb].lemma == "leave" && s.leavesHosts(k) {
			return true
		}
		lemma := s.lex.verbs[c.verb].lemma
		if o := s.object(k); o >= 0 && s.chunks[o].end < len(s.toks) {
			switch next := s.lower(s.chunks[o].end); {
			case (lemma == "send" || lemma == "fly") && (next == "home" || next == "back"), lemma == "hand" && next == "back":
				return true // "sent the last sculptors home", "handed two fishermen back"
			}
		}
		if s.returns(k, lemma) {
			return true
		}
		if c.end >= len(s.toks) || !s.isWord(c.end, "home") {
			continue
		}
		if lemma == "go" || lemma == "come" || lemma == "return" || lemma == "fly" || lemma == "travel" || lemma == "head" || c.passive {
			return true
		}
	}
	return false
}

// returns reports people who go back to the sanctioned State: "a group of builders flew back
// to Pyongyang".
func (s *sentence) returns(k int, lemma string) bool {
	switch lemma {
	case "return", "fly back", "go back", "travel back", "head back", "come back", "fly", "go", "travel", "head":
	default:
		return false
	}
	if back := strings.HasSuffix(lemma, "back") || lemma == "return" || s.isWord(s.chunks[k].end, "back"); !back {
		return false
	}
	who := s.subject(k)
	if who < 0 || !slices.ContainsFunc(s.group(who), func(j int) bool { return s.headClass(j, classWorkers) || s.headClass(j, classNationals) }) {
		return false
	}
	return slices.ContainsFunc(s.governed(nil, k, "to"), func(m mention) bool { return s.lex.isSanctioned(m.country) })
}

// leavesHosts reports verb group k that tells of people who left the country where they
// were, not the sanctioned State.
func (s *sentence) leavesHosts(k int) bool {
	who, o := s.subject(k), s.object(k)
	people := func(k int) bool { return s.headClass(k, classWorkers) || s.headClass(k, classNationals) }
	if who < 0 || o < 0 || !people(who) && !people(s.mainPhrase(who)) {
		return false
	}
	if where := s.groupCountries(nil, o); len(where) > 0 {
		return !s.lex.isSanctioned(where[0].country)
	}
	return s.isWord(s.chunks[o].head, "country")
}

// inAside reports a verb group in a clause that a conjunction or a relative pronoun opens,
// but not in one that tells what somebody says.
func (s *sentence) inAside(k int) bool {
	for j := k - 1; j >= 0; j-- {
		switch s.chunks[j].kind {
		case chunkBreak, chunkComma:
			return false
		case chunkSub:
			return j > 0 && !s.isThat(s.chunks[j].head-1)
		}
	}
	return false
}

// bringsHome reports "took home nine tonnes of kerosene": goods, not people.
func (s *sentence) bringsHome(k int) bool {
	switch s.lex.verbs[s.chunks[k].verb].lemma {
	case "take home", "bring home", "carry home":
		o := s.object(k)
		return o >= 0 && !s.headClass(o, classWorkers) && !s.headClass(o, classNationals) && !s.headClass(o, classStudents) && !s.headClass(o, classTroops)
	}
	return false
}

// keepsFrom reports a main verb that forbids, or that a maker of law is the subject of, and
// gives the sign of any verb that keeps an act from being done. What a clause adds about
// something named leaves alone what the main verb v tells: "gas, the sale of which is
// barred", "although the Council widened …".
func (s *sentence) keepsFrom(v int) (never bool, doubts sign) {
	for k := range s.chunks {
		c := &s.chunks[k]
		if c.kind != chunkVG || c.verb < 0 && k != v || k != v && s.addedBy(k) {
			continue
		}
		doubt := signKeptAside
		if k == v {
			doubt = signKept
		}
		if c.verb >= 0 {
			if s.lex.verbs[c.verb].lemma == "strike" && slices.ContainsFunc(s.chunks[k:], func(c chunk) bool { return c.kind == chunkPrep && s.isWord(c.head, "off") }) {
				return true, doubts // "struck 14 ships off its registry"
			}
			switch s.lex.verbs[c.verb].lemma {
			case "destroy", "incinerate", "dispose of":
				return true, doubts
			}
			switch s.lex.over[c.verb] {
			case overPrevent:
				if s.withFrom(k, len(s.chunks)) {
					doubts |= doubt
				}
			case overForbid:
				if k == v {
					return true, doubts
				}
				doubts |= doubt
			case overSeize:
				if !c.passive && (k == v || s.doer(k) >= 0 && s.headClass(s.doer(k), classAuthority)) {
					return true, doubts // "customs seized coal"
				}
				doubts |= doubt
			case overPunish:
				if k == v && !c.passive && s.lex.verbs[c.verb].lemma == "freeze" {
					return true, doubts // "a bank froze the account"
				}
			case overHalt, overStop, overAcquit:
				doubts |= doubt
			}
		}
		who := s.doer(k)
		switch {
		case who < 0:
		case k == v && (s.headClass(who, classLaw) || s.headClass(who, classBloc)): // "the European Union promised it shells"
			return true, doubts
		case s.headClass(who, classLaw):
			doubts |= doubt
		case c.verb >= 0 && (s.isWord(s.chunks[who].head, "council") || s.isWord(s.chunks[who].head, "committee")):
			return true, doubts // "the Council put the company on its list"
		}
	}
	return false, doubts
}

// addedBy reports a verb group of a relative clause, or of one that concedes something.
func (s *sentence) addedBy(v int) bool {
	for k := v - 1; k >= 0; k-- {
		switch c := &s.chunks[k]; c.kind {
		case chunkBreak:
			return false
		case chunkVG:
			if c.finite() {
				return false
			}
		case chunkSub:
			if s.tags[c.head] == tagRel {
				return true
			}
			switch s.lower(c.head) {
			case "although", "though", "while", "whereas", "after", "since", "before", "as":
				return true
			}
			return false
		}
	}
	return false
}

// generic reports that verb v tells what holds of a kind of things at any time: "Garments
// that are sewn there count". Nobody in particular is named in the sentence.
func (s *sentence) generic(v int) bool {
	if s.index < firstWithin && s.unfinished() {
		return false // a headline: "Smugglers move ore by night"
	}
	if s.past(v) || slices.ContainsFunc(s.hits, func(h hit) bool { return h.layer == layerEntity }) {
		return false
	}
	k := s.subject(v)
	return k >= 0 && !s.chunks[k].pron && s.tags[s.chunks[k].start] == tagNoun && s.looksPlural(s.chunks[k].head) && s.tags[s.chunks[k].head] == tagNoun
}

// planned makes an allegation of a sentence in which anything is alleged, and a plan of
// one in which anything is planned: of what, its signs do not tell.
func (s *sentence) planned(status claim.Status, stage claim.Stage, attributed bool) (claim.Status, claim.Stage) {
	earliest := -1
	for _, h := range s.cues {
		c := &s.lex.cues[h.ref]
		if c.category == cueAlleged && status == claim.Asserted {
			status = claim.Alleged
		}
		if c.category == cuePlanned {
			if k := slices.Index(claim.Stages, cmp.Or(c.stage, claim.Considered)); earliest < 0 || k < earliest {
				earliest = k
			}
		}
	}
	if earliest < 0 || earliest >= slices.Index(claim.Stages, stage) {
		return status, stage
	}
	if !attributed {
		status = claim.Planned
	}
	return status, claim.Stages[earliest]
}
