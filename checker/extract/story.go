package extract

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"

	"github.com/article41/article41/checker/claim"
)

// News tells an affair in more sentences than frames can read: "A second lot of mortar
// shells followed in May. The crates were unloaded at night." A sentence in which no
// frame stands, close to one in which a frame does, is weighed by signs that it tells
// more of the same: it names goods of that kind, an amount, a source, a place of the
// sanctioned State. Each sign has points; enough of them make a claim with the parties
// and goods of the affair, the fact read_on and the lowest confidence, and policies make
// no more of it than a possible breach. A sentence that says that anything is forbidden,
// denied, undone or supposed is never read on.
//
// The points are the weights, times ten, of a logistic regression on labelled pages; see
// docs/extraction.md for how they were fitted and what they are worth.

// sign is a set of signs.
type sign uint32

const (
	signSource     sign = 1 << iota // somebody is named who says so
	signAlleged                     // "reportedly", "believed to"
	signState                       // the sanctioned State is named
	signPlace                       // by a place, a firm or a ship of its own
	signOthers                      // more than one other State is named
	signSame                        // of the affair's category
	signSameMore                    // two kinds of them
	signActs                        // a verb that frames of the affair's category know
	signLacksState                  // a frame found its act, but not the sanctioned State
	signLacksOther                  // … but not the other State
	signPast                        // something was done or has been done
	signAmount                      // tons, dollars
	signLaw                         // sanctions, a resolution
	signNext                        // the sentence right behind the affair's last
	signAhead                       // the affair is told right behind
	signFar                         // farther behind it than farAway
	signWeapons                     // the affair is a test or a launch, which news recalls everywhere
	signs          = iota
)

// signTable gives each sign its name in the trace and its points.
var signTable = [signs]struct {
	name   string
	points int
}{
	{"source", 16}, {"alleged", 11}, {"state", 11}, {"its_place", 13}, {"others", -4},
	{"same_theme", 9}, {"same_themes", 8}, {"acts", 6}, {"lacks_state", 8}, {"lacks_other", 8},
	{"past", 2}, {"amount", 10},
	{"law", -14}, {"next", 7}, {"ahead", 14}, {"far", -2}, {"weapons", -5},
}

const (
	signBase      = -31 // points of a sentence without any sign
	signThreshold = 7
	affairReach   = 12 // sentences behind an affair that may go on with it
	affairAhead   = 2  // sentences before one that may open it
	farAway       = 4  // sentences behind an affair up to which its source goes on telling
	wholeSentence = 45 // tokens up to which a sentence is quoted whole
)

// signsOfAffair are the signs that an affair told behind a sentence can add in its favour.
const signsOfAffair = signAhead | signSame | signSameMore | signActs

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

// affair is a claim by a frame that later sentences may go on with.
type affair struct {
	sentence int
	claim    claim.Claim
}

// tale is a sentence that may tell more of an affair.
type tale struct {
	sentence int
	verb     int // chunk of the verb group that the claim is read off
	signs    sign
	named    classSet
	verbs    []int32
	others   []string // States named that are not sanctioned
	goods    []saidGood
	claim    claim.Claim // without what the affair adds
	weighed  bool        // there is an affair that it can belong to
}

// saidGood is a noun class of goods that a sentence names.
type saidGood struct {
	class int32
	good  claim.Good
}

// onward is the frame of claims that are read on: weigh asks for one.
var onward = &Frame{ID: "story.read_on"}

// readOn weighs a sentence in which no frame stands, and returns the claims that follow
// from it: its own, or those of the sentences before an affair that opens here.
func (d *docState) readOn(s *sentence, found []candidate, claims []told) (out []told, read *tale) {
	d.affairs = slices.DeleteFunc(d.affairs, func(a affair) bool { return s.index-a.sentence > affairReach })
	opens := false
	for _, c := range claims {
		opens = d.begin(s.index, &c.claim) || opens
	}
	if opens {
		for _, w := range d.waiting {
			if s.index-w.sentence > affairAhead || w.sentence >= s.index {
				continue
			}
			w.signs |= signAhead
			if a := d.joins(w, s.index); a != nil && w.signs.points() >= signThreshold {
				out = append(out, d.finish(w, a))
			}
		}
		d.waiting = d.waiting[:0]
		return out, nil
	}
	if len(claims) > 0 || slices.ContainsFunc(found, func(c candidate) bool { return c.reason == "" }) {
		return nil, nil
	}
	near := len(d.affairs) > 0
	if !near && !s.named.meets(d.lex.themes) {
		return nil, nil
	}
	v := s.mainVerb()
	if v >= 0 && (s.lex.verbIs(s.chunks[v].verb, verbsBeside) || s.generic(v)) || s.undoes() {
		return nil, nil
	}
	t := d.newTale(s, found, max(v, 0))
	if near {
		a := d.joins(t, -1)
		if a == nil {
			return nil, t
		}
		if t.signs.points() >= signThreshold && d.tell(s, t) {
			out = append(out, d.finish(t, a))
		}
		return out, t
	}
	if (t.signs|signsOfAffair).points() < signThreshold || !d.tell(s, t) {
		return nil, nil
	}
	if len(d.waiting) == affairAhead {
		d.waiting = slices.Delete(d.waiting, 0, 1)
	}
	t.named = slices.Clone(t.named)
	d.waiting = append(d.waiting, t)
	return nil, t
}

// begin remembers a claim as an affair, if it is one that is told as a fact or a plan.
func (d *docState) begin(sentence int, c *claim.Claim) bool {
	switch c.Status {
	case claim.Asserted, claim.Alleged, claim.Planned:
	default:
		return false
	}
	if c.Category == "none" || c.Activity == "repatriate_workers" {
		return false // nothing that anybody would look for
	}
	d.affairs = append(d.affairs, affair{sentence, *c})
	return true
}

// newTale gathers the signs of a sentence that need no affair. Its claim is to be read
// off chunk v.
func (d *docState) newTale(s *sentence, found []candidate, v int) *tale {
	t := &tale{sentence: s.index, verb: v, signs: d.signs(s, found), named: s.named}
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
	for k := range s.chunks {
		if c := &s.chunks[k]; c.kind == chunkVG && c.verb >= 0 && !s.isSource(c.head) {
			t.verbs = append(t.verbs, c.verb)
		}
	}
	if s.past(t.verb) {
		t.signs |= signPast
	}
	return t
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

// signs are the signs of the sentence that need no affair.
func (d *docState) signs(s *sentence, found []candidate) sign {
	var g sign
	set := func(on bool, what sign) {
		if on {
			g |= what
		}
	}
	set(len(s.attributed) > 0, signSource)
	others, several := "", false
	for _, h := range s.hits {
		if h.layer != layerEntity {
			continue
		}
		e := &d.lex.entities[h.ref]
		switch {
		case d.lex.countries[e.country].Sanctioned:
			g |= signState
			set(e.kind == byPlace || e.kind == byThing, signPlace)
		case others == "":
			others = e.country
		case others != e.country:
			several = true
		}
	}
	set(several, signOthers)
	s.findCues()
	for _, h := range s.cues {
		set(d.lex.cues[h.ref].category == cueAlleged, signAlleged)
	}
	set(s.named.has(d.lex.known[classLaw]), signLaw)
	for _, c := range found {
		set(c.reason == reasonOtherSide, signLacksOther)
		set(c.lacksState, signLacksState)
	}
	number, amount := false, false
	for i := range s.toks {
		t := &s.toks[i]
		number = number || t.kind == kNumber
		switch s.lower(i) {
		case "tons", "tonnes", "barrels", "kilo", "kilos", "kilogram", "kilograms", "kg", "liters", "litres", "cubic", "million", "billion", "dollars", "euros", "yuan", "rubles", "roubles", "$", "€", "£":
			amount = true
		}
	}
	set(number && amount, signAmount)
	return g
}

// joins finds the affair that a tale belongs to, of the given sentence or, for -1, of
// any: the latest of those of whose goods, people or acts it names most, or nil. It adds
// the signs.
func (d *docState) joins(t *tale, sentence int) *affair {
	best, kin := -1, 0
	var of sign
	for i := len(d.affairs) - 1; i >= 0; i-- {
		if sentence >= 0 && d.affairs[i].sentence != sentence {
			continue
		}
		g, n := d.kinship(t, d.affairs[i].claim.Category)
		if n == 0 {
			continue
		}
		// A sentence of the distance counts a quarter of an act, an eighth of a noun.
		if n = 4*n - abs(t.sentence-d.affairs[i].sentence); best < 0 || n > kin {
			best, kin, of = i, n, g
		}
	}
	if best < 0 {
		return nil
	}
	a := &d.affairs[best]
	if t.signs&signState == 0 && len(t.others) > 0 && !slices.ContainsFunc(a.claim.Parties, func(p claim.Party) bool { return slices.Contains(t.others, p.Country) }) {
		return nil // "Australia sold coal, too"
	}
	t.signs |= of
	t.weighed = true
	switch away := t.sentence - d.affairs[len(d.affairs)-1].sentence; {
	case away == 1:
		t.signs |= signNext
	case away > farAway:
		t.signs |= signFar
	}
	return a
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
	if away := t.sentence - a.sentence; away > 0 && away <= farAway && c.Status == claim.Asserted && a.claim.Status == claim.Alleged && len(c.Attribution) == 0 {
		c.Status, c.Attribution = claim.Alleged, a.claim.Attribution // who told of the affair goes on telling
	}
	c.Facts = []claim.Fact{{Name: claim.ReadOn}}
	for _, f := range a.claim.Facts {
		c.Facts = append(c.Facts, claim.Fact{Name: f.Name, Value: f.Value}) // an approval covers all of the affair
	}
	c.Extraction.Review = []string{fmt.Sprintf("read on from sentence %d by its words: %s", a.sentence+1, t.signs.names())}
	return told{claim: c, sentence: t.sentence}
}

// kinship gives the signs that a tale is of a category, and a number by which
// categories are compared.
func (d *docState) kinship(t *tale, category string) (g sign, n int) {
	for _, class := range d.lex.themesOf[category] {
		if t.named.has(class) {
			n += 2
		}
	}
	if n > 0 {
		g |= signSame
	}
	if n > 2 {
		g |= signSameMore
	}
	if slices.ContainsFunc(t.verbs, func(v int32) bool {
		_, ok := slices.BinarySearch(d.lex.actsOf[category], v)
		return ok
	}) {
		g |= signActs
		n++
	}
	if category == "nuclear-missile" {
		g |= signWeapons
	}
	return g, n
}

// undoes reports a sentence in which anything is forbidden, denied, negated, ended or
// supposed, or asked.
func (s *sentence) undoes() bool {
	if s.asks() || s.supposes() {
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
