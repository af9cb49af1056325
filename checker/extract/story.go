package extract

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"

	"github.com/article41/article41/checker/claim"
)

// News tells an affair in more sentences than frames can read: "A second lot of mortar
// shells followed in May. The crates were unloaded at night." When a text has been read, a
// sentence in which no frame stands, close to one in which a frame does, is weighed by
// signs that it tells more of the same: it names goods of that kind, an amount, a source, a
// place of the sanctioned State. Each sign has points; enough of them make a claim with the
// parties and goods of the affair, the fact read_on and the lowest confidence, and policies
// make no more of it than a possible breach. A sentence that says that anything is
// forbidden, denied, undone or supposed is never read on.
//
// The points are the weights, times ten, of a logistic regression on labelled pages; see
// docs/extraction.md for how they were fitted and what they are worth.

// sign is a set of signs.
type sign uint32

const (
	signSource     sign = 1 << iota // somebody is named who says so
	signAlleged                     // "reportedly", "believed to"
	signState                       // the sanctioned State is named
	signFullName                    // by its name, as background is told
	signPlace                       // by a place, a firm or a ship of its own
	signOtherSide                   // the subject is another State's
	signLacksState                  // a frame found its act, but not the sanctioned State
	signLaw                         // sanctions, a resolution
	signPlainVerb                   // "is", "has", or a verb that the lexicon does not know
	signShort                       // a few words
	signHeading                     // no full stop
	signEnd                         // in the last third of the text
	signTheme                       // goods or people of the affair's category
	signThemes                      // two kinds of them
	signActs                        // a verb that frames of the affair's category know
	signFrame                       // a frame of the category found its words here and gave up
	signOften                       // every third sentence of the text names goods or people of the category
	signAhead                       // the affair is told only behind
	signFar                         // farther behind it than farAway
	signWeapons                     // the affair is a test or a launch, which news recalls everywhere
	signs          = iota
)

// signTable gives each sign its name in the trace and its points.
var signTable = [signs]struct {
	name   string
	points int
}{
	{"source", 12}, {"alleged", 6}, {"state", 9}, {"full_name", -8}, {"its_place", 5}, {"other_side", -9}, {"lacks_state", 6},
	{"law", -10}, {"plain_verb", -3}, {"short", -12}, {"heading", 9}, {"end", -8},
	{"theme", 11}, {"themes", 9}, {"acts", 3}, {"frame", 3}, {"often", 4}, {"ahead", -2}, {"far", -4}, {"weapons", -3},
}

const (
	signBase      = -26 // points of a sentence without any sign
	signThreshold = 1
	affairReach   = 12 // sentences up to which a sentence may belong to an affair
	affairAhead   = 3  // sentences before one
	farAway       = 6  // sentences behind an affair that still are close to it
	sourceReach   = 4  // sentences behind an affair up to which its source goes on telling
	wholeSentence = 45 // tokens up to which a sentence is quoted whole
)

// points adds up the signs.
func (g sign) points() int {
	sum := signBase
	for ; g != 0; g &= g - 1 {
		sum += signTable[bits.TrailingZeros32(uint32(g))].points
	}
	return sum
}

// names lists the signs for the trace.
func (g sign) names() []string {
	var out []string
	for ; g != 0; g &= g - 1 {
		out = append(out, signTable[bits.TrailingZeros32(uint32(g))].name)
	}
	return out
}

// kin is what sentences about one category name.
type kin struct {
	category string
	themes   classSet
}

// affair is a claim by a frame that other sentences may go on with.
type affair struct {
	sentence int
	claim    claim.Claim
}

// tale is a sentence that may tell more of an affair.
type tale struct {
	sentence int
	verb     int // chunk of the verb group that the claim is read off
	signs    sign
	kin      []kinship
	others   []string // States named that are not sanctioned
	goods    []saidGood
	claim    claim.Claim // without what the affair adds
	states   bool        // it says something that a claim can be made of
	affair   *affair     // that it belongs to best, or nil
}

// kinship is what a tale shares with a category.
type kinship struct {
	kin   int // index into Lexicon.kin
	signs sign
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
	for i := range d.lex.kin {
		if s.named.meets(d.lex.kin[i].themes) {
			d.themed[i]++
		}
	}
	for _, c := range claims {
		d.begin(s.index, &c.claim)
	}
	if len(s.chunks) == 0 || len(claims) > 0 || slices.ContainsFunc(found, func(c candidate) bool { return c.reason == "" }) {
		return
	}
	v := s.mainVerb()
	if v >= 0 && (s.lex.verbIs(s.chunks[v].verb, verbsBeside) || s.generic(v)) || s.undoes() {
		return
	}
	if t := d.newTale(s, found, v); t != nil {
		d.tales = append(d.tales, t)
	}
}

// readOn weighs the sentences in which no frame stands, once all are known, and returns the
// claims that follow from them.
func (d *docState) readOn() []told {
	var out []told
	for _, t := range d.tales {
		if t.affair = d.joins(t); t.affair != nil && t.states && t.signs.points() >= signThreshold {
			out = append(out, d.finish(t, t.affair))
		}
	}
	return out
}

// begin remembers a claim as an affair, if it is one that is told as a fact or a plan.
func (d *docState) begin(sentence int, c *claim.Claim) {
	switch c.Status {
	case claim.Asserted, claim.Alleged, claim.Planned:
	default:
		return
	}
	if c.Activity == "repatriate_workers" {
		return // nothing that anybody would look for
	}
	if i := d.lex.kinIndex(c.Category); i >= 0 {
		d.affairs[i] = append(d.affairs[i], affair{sentence, *c})
	}
}

// newTale gathers the signs of a sentence that need no affair. Its claim is to be read
// off chunk v; -1 is none. It is nil for a sentence that no affair could make a claim of,
// unless a trace is kept.
func (d *docState) newTale(s *sentence, found []candidate, v int) *tale {
	signs := d.signs(s, found, v)
	kin, best := d.kinOf(s, found, signs)
	if len(kin) == 0 || (signs|best|signOften).points() < signThreshold && !d.traced {
		return nil
	}
	t := &tale{sentence: s.index, verb: max(v, 0), signs: signs, kin: slices.Clone(kin)}
	if t.states = (signs|best|signOften).points() >= signThreshold && d.tell(s, t); !t.states {
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
		if country := d.lex.entities[h.ref].country; !d.lex.countries[country].Sanctioned && !slices.Contains(t.others, country) {
			t.others = append(t.others, country)
		}
	}
	return t
}

// kinOf gives the categories that a sentence of the given signs shares anything with, until
// it is called again, and of their signs those that are worth most.
func (d *docState) kinOf(s *sentence, found []candidate, signs sign) (kin []kinship, best sign) {
	acts, frames := uint32(0), uint32(0)
	for k := range s.chunks {
		if c := &s.chunks[k]; c.kind == chunkVG && c.verb >= 0 && !s.isSource(c.head) {
			acts |= d.lex.actKin[c.verb]
		}
	}
	for i := range found {
		if k := d.lex.kinIndex(found[i].frame.Category); k >= 0 {
			frames |= 1 << k
		}
	}
	d.kin = d.kin[:0]
	for i := range d.lex.kin {
		g := d.lex.kin[i].in(s.named)
		if acts&(1<<i) != 0 {
			g |= signActs
		}
		if frames&(1<<i) != 0 {
			g |= signFrame
		}
		if g == 0 {
			continue
		}
		if d.lex.kin[i].category == "nuclear-missile" {
			g |= signWeapons
		}
		d.kin = append(d.kin, kinship{i, g})
		if (signs | g).points() > (signs | best).points() {
			best = g
		}
	}
	return d.kin, best
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
	switch n {
	case 0:
		return 0
	case 1:
		return signTheme
	}
	return signTheme | signThemes
}

// tell gives a tale the claim that it makes, without what the affair adds, and reports
// whether the sentence states anything at all.
func (d *docState) tell(s *sentence, t *tale) bool {
	v := t.verb
	c := candidate{frame: onward, trigger: s.chunks[v].head, chunk: v, theme: -1}
	_, chain, status, stage := s.weigh(d, &c)
	switch status {
	case claim.Asserted, claim.Alleged, claim.Planned:
	default:
		return false
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
		Evidence:   []claim.Evidence{d.evidence(s, first, last)},
	}
	t.claim.EventDate, t.claim.StatementDate = s.dates(d.reference, &c, stage)
	return true
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
	set(len(s.attributed) > 0, signSource)
	for _, h := range s.hits {
		if h.layer != layerEntity {
			continue
		}
		if e := &d.lex.entities[h.ref]; d.lex.countries[e.country].Sanctioned {
			g |= signState
			set(e.kind == byName, signFullName)
			set(e.kind == byPlace || e.kind == byThing, signPlace)
		}
	}
	s.findCues()
	for _, h := range s.cues {
		set(d.lex.cues[h.ref].category == cueAlleged, signAlleged)
	}
	set(s.named.has(d.lex.known[classLaw]), signLaw)
	for _, c := range found {
		set(c.lacksState, signLacksState)
	}
	if v >= 0 {
		set(s.chunks[v].verb < 0, signPlainVerb)
		k := s.doer(v)
		set(k >= 0 && !s.sanctioned(k) && len(s.groupCountries(nil, k)) > 0, signOtherSide)
	}
	set(len(s.toks) < 9, signShort)
	switch s.word(len(s.toks) - 1) {
	case ".", "?", "!", "”", "\"":
	default:
		g |= signHeading
	}
	set(10*s.index > 7*len(d.doc.Sentences), signEnd)
	return g
}

// joins finds the affair that a tale belongs to best, by its points and then by nearness,
// or nil. It adds the signs.
func (d *docState) joins(t *tale) *affair {
	var best *affair
	var of sign
	nearest := 0
	for _, k := range t.kin {
		a := d.nearest(k.kin, t.sentence)
		if a == nil || t.signs&signState == 0 && len(t.others) > 0 && !slices.ContainsFunc(a.claim.Parties, func(p claim.Party) bool { return slices.Contains(t.others, p.Country) }) {
			continue // "Australia sold coal, too"
		}
		g := t.signs | k.signs
		switch away := t.sentence - a.sentence; {
		case away <= 0:
			g |= signAhead
		case away > farAway:
			g |= signFar
		}
		if 10*d.themed[k.kin] > 3*len(d.pieces) {
			g |= signOften
		}
		// Which affair it is, nearness tells too; and that tests are recalled everywhere
		// does not make it any other.
		if near := (g &^ signWeapons).points() - abs(t.sentence-a.sentence); best == nil || near > nearest {
			nearest = near
			best, of = a, g
		}
	}
	if best != nil {
		t.signs = of
	}
	return best
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
	c.Category, c.Activity = a.claim.Category, a.claim.Activity
	for _, p := range a.claim.Parties {
		basis := fmt.Sprintf("the affair of sentence %d", a.sentence+1)
		c.Parties = append(c.Parties, claim.Party{Role: p.Role, Country: p.Country, Basis: basis})
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
	if away := t.sentence - a.sentence; away > 0 && away <= sourceReach && c.Status == claim.Asserted && a.claim.Status == claim.Alleged && len(c.Attribution) == 0 {
		c.Status, c.Attribution = claim.Alleged, a.claim.Attribution // who told of the affair goes on telling
	}
	c.Facts = []claim.Fact{{Name: claim.ReadOn}}
	for _, f := range a.claim.Facts {
		c.Facts = append(c.Facts, claim.Fact{Name: f.Name, Value: f.Value}) // an approval covers all of the affair
	}
	c.Extraction.Review = []string{fmt.Sprintf("read on from sentence %d by its words: %s", a.sentence+1, t.signs.names())}
	return told{claim: c, sentence: t.sentence}
}

// undoes reports a sentence in which anything is forbidden, denied, negated, ended or
// supposed, or asked, or goods go the other way or people home.
func (s *sentence) undoes() bool {
	if s.asks() || s.supposes() || s.named.has(s.lex.known[classTurned]) || s.goesHome() {
		return true
	}
	s.findCues()
	return slices.ContainsFunc(s.cues, func(h hit) bool {
		switch s.lex.cues[h.ref].category {
		case cueNormative, cueHypothetical, cueDenied, cueNegated, cueEnded:
			return true
		}
		return false
	}) || s.keepsFrom()
}

// goesHome reports people who go home or are sent there, or of whom the last leave.
func (s *sentence) goesHome() bool {
	for k := range s.chunks {
		c := &s.chunks[k]
		if c.kind != chunkVG || c.verb < 0 {
			continue
		}
		if s.lex.verbIs(c.verb, verbsDeparting) && s.theLast(s.clauseStart(k)) {
			return true
		}
		if c.end >= len(s.toks) || !s.isWord(c.end, "home") {
			continue
		}
		if lemma := s.lex.verbs[c.verb].lemma; lemma == "go" || lemma == "come" || lemma == "return" || lemma == "fly" || lemma == "travel" || lemma == "head" || c.passive {
			return true
		}
	}
	return false
}

// keepsFrom reports a verb that keeps an act from being done, or that only a maker of
// law is the subject of.
func (s *sentence) keepsFrom() bool {
	for k := range s.chunks {
		c := &s.chunks[k]
		if c.kind != chunkVG || c.verb < 0 {
			continue
		}
		switch s.lex.over[c.verb] {
		case overForbid, overHalt, overStop, overPrevent, overAcquit, overSeize:
			return true
		}
		if s.byLaw(k) || s.byCouncil(k) {
			return true // "the Council put the company on its list"
		}
	}
	return false
}

// generic reports that verb v tells what holds of a kind of things at any time: "Garments
// that are sewn there count". Nobody in particular is named in the sentence.
func (s *sentence) generic(v int) bool {
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
