package extract

import (
	"context"
	"slices"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
)

// weigh finds the cues that reach a candidate's trigger or the verb that carries
// it, who says so, and folds them into status and stage.
func (s *sentence) weigh(d *docState, c *candidate) (cues []appliedCue, chain []claim.Source, status claim.Status, stage claim.Stage) {
	s.findCues()
	c.carrier, c.asSubject = s.governor(c)
	v := c.carrier
	cues = s.applied(c.trigger)
	if v >= 0 && s.chunks[v].head != c.trigger {
		cues = append(cues, slices.DeleteFunc(s.applied(s.chunks[v].head), func(a appliedCue) bool { return slices.Contains(cues, a) })...)
		if s.lex.verbIs(s.chunks[v].verb, verbsCommenting) {
			// What will be exposed or condemned is not thereby planned.
			cues = slices.DeleteFunc(cues, func(a appliedCue) bool { return a.cue.category == cuePlanned })
		}
	}
	o, ok := s.over(c)
	if !ok {
		o, ok = s.nobodys(c)
	}
	if !ok {
		o, ok = s.listedFor(c)
	}
	if ok {
		if o.cue.category == cueAlleged {
			// Who will be tried for an act does not thereby plan it.
			cues = slices.DeleteFunc(cues, func(a appliedCue) bool {
				return a.cue.category == cuePlanned && a.hit.start < o.hit.end && a.hit.end >= o.hit.start
			})
		}
		cues = append(cues, o)
	}
	cues = slices.DeleteFunc(cues, func(a appliedCue) bool {
		switch a.cue.category {
		case cueNegated:
			return s.deniesOther(a.hit, c.trigger) // "none of the arms that North Korea sold were seized"
		case cueNormative:
			// "coal is banned but still sold in China", "a venture that should have been
			// closed is still at work"
			return s.unkept(a.hit) || s.saidOf(a.hit, c.trigger)
		}
		return false
	})
	cues = s.urgedToEnd(cues)
	cues = s.guesses(s.breached(c, cues), v)
	chain, origin := s.chain(d, c.trigger)
	third := (!speaksForItself(chain) || !takesPart(c.parties, origin)) && !s.ofItself(c)
	if a, ok := s.headlinePlan(v); ok {
		cues = append(cues, a)
	}
	if a, ok := s.wished(v); ok {
		cues = append(cues, a)
	}
	status, stage = s.judge(c, cues, len(chain) > 0 && !s.admitted(c), third)
	if isAct(status) && s.destroyed(c) {
		status = claim.Negated
	}
	if status == claim.Asserted && s.chunks[c.chunk].kind == chunkVG && s.scareQuoted(c.trigger) {
		status = claim.Alleged
	}
	if (s.lawSays(c.trigger) || s.lawDoes(c) || d.lawList && s.isItem()) && isAct(status) {
		status = claim.Normative
	}
	return cues, chain, status, stage
}

// ofItself reports an act of whoever tells it: "the trader insisted that he had not sold
// any", "“we have never had clothes made there”".
func (s *sentence) ofItself(c *candidate) bool {
	if c.carrier < 0 {
		return false
	}
	k := s.subject(c.carrier)
	if k < 0 || !s.chunks[k].pron {
		return false
	}
	i := s.chunks[k].start
	switch s.lower(i) {
	case "i", "we":
	case "he", "she", "it":
		if k == 0 || s.chunks[k-1].kind != chunkSub && s.chunks[k-1].kind != chunkVG {
			return false // "the captain, a broker said, … he"
		}
	default:
		return false
	}
	return slices.ContainsFunc(s.attributed, func(a attribution) bool { return i >= a.from && i < a.to && !a.outer })
}

// scareQuoted reports a few words in quotation marks around token i: the author leaves them
// to somebody else, as in "Kim 'sneaks in' limousines".
func (s *sentence) scareQuoted(i int) bool {
	if i >= len(s.quoted) || !s.quoted[i] {
		return false
	}
	from, to := i, i
	for from > 0 && s.quoted[from-1] {
		from--
	}
	for to+1 < len(s.quoted) && s.quoted[to+1] {
		to++
	}
	return from > 0 && to-from < 4
}

// opensLawList reports a sentence that ends in a colon and says what a law does: "is to
// designate any person that has knowingly:".
func (s *sentence) opensLawList() bool {
	if n := len(s.toks); n == 0 || s.word(n-1) != ":" {
		return false
	}
	if s.named.has(s.lex.known[classLaw]) {
		return true
	}
	s.findCues()
	return slices.ContainsFunc(s.cues, func(h hit) bool { return s.lex.cues[h.ref].category == cueNormative })
}

// isItem reports an item of a list that goes on with the sentence before: it begins in
// lower case.
func (s *sentence) isItem() bool {
	return len(s.toks) > 0 && s.toks[0].kind == kWord && !s.toks[0].is(fCap)
}

// destroyed reports goods of which an authority got rid: "customs burned the pine nuts".
func (s *sentence) destroyed(c *candidate) bool {
	if c.carrier < 0 || s.chunks[c.carrier].verb < 0 {
		return false
	}
	switch s.lex.verbs[s.chunks[c.carrier].verb].lemma {
	case "burn", "destroy", "dump", "pour", "sink", "blow up", "incinerate", "bury", "scrap", "crush":
		k := s.subject(c.carrier)
		return k >= 0 && s.headClass(k, classAuthority)
	}
	return false
}

// lawDoes reports an act whose doer is a law: "the regulation brings cars for the North under
// the embargo".
func (s *sentence) lawDoes(c *candidate) bool {
	if c.carrier < 0 || s.chunks[c.carrier].passive {
		return false
	}
	k := s.subject(c.carrier)
	return k >= 0 && k != c.theme && s.headClass(k, classLaw) && len(s.groupCountries(nil, k)) == 0
}

// lawSays reports that a resolution says what token i is part of: "police training is
// covered, resolution 2270 says".
func (s *sentence) lawSays(i int) bool {
	return slices.ContainsFunc(s.attributed, func(a attribution) bool {
		if i < a.from || i >= a.to {
			return false
		}
		for j := a.start; j < a.end && j < len(s.toks); j++ {
			switch s.lower(j) {
			case "resolution", "resolutions", "paragraph":
				return true
			}
		}
		return false
	})
}

// admitted reports an act that a State which takes part in it owns up to.
func (s *sentence) admitted(c *candidate) bool {
	return slices.ContainsFunc(s.attributed, func(a attribution) bool {
		return a.admits && c.trigger >= a.from && c.trigger < a.to && takesPart(c.parties, a.country)
	})
}

// headlinePlan reads "North Korea to send engineers to Russia": an infinitive without
// a verb before it is a headline's future.
func (s *sentence) headlinePlan(v int) (appliedCue, bool) {
	if v < 1 || !s.chunks[v].inf || s.chunks[v-1].kind != chunkNP {
		return appliedCue{}, false
	}
	for k := range v {
		if s.chunks[k].kind == chunkVG {
			return appliedCue{}, false
		}
	}
	return appliedCue{hit{start: s.chunks[v].start, end: s.chunks[v].end, layer: layerCue}, &headlineFuture}, true
}

// wished reads "a mayor wants North Korean crews to lay roads": what somebody is to do is not
// done. The verb group v that carries the act is either of the two.
func (s *sentence) wished(v int) (appliedCue, bool) {
	if v >= 2 && s.chunks[v].inf && s.chunks[v-1].kind == chunkNP {
		v -= 2
	}
	if v < 0 || v+2 >= len(s.chunks) || s.chunks[v].kind != chunkVG || s.chunks[v].verb < 0 || s.chunks[v].passive || s.chunks[v+1].kind != chunkNP {
		return appliedCue{}, false
	}
	if to := &s.chunks[v+2]; !to.inf && !(to.kind == chunkPrep && s.isWord(to.head, "to") && v+3 < len(s.chunks) && s.chunks[v+3].kind == chunkVG && !s.chunks[v+3].aux) {
		return appliedCue{}, false
	}
	switch s.lex.verbs[s.chunks[v].verb].lemma {
	case "want", "expect", "invite", "ask", "intend":
		return appliedCue{hit{start: s.chunks[v].start, end: s.chunks[v].end, layer: layerCue}, &wish}, true
	}
	return appliedCue{}, false
}

// wish is the cue of wished.
var wish = cue{id: "planned.wish", category: cuePlanned, stage: claim.Considered}

// headlineFuture is the cue of headlinePlan.
var headlineFuture = cue{id: "planned.headline", category: cuePlanned, stage: claim.Preparing}

// Passage is a place about which somebody else than the lexicon makes a claim.
type Passage struct {
	Span      article.Span
	Category  string
	Activity  string
	Countries []string     // of the parties that the claim names
	Date      article.Span // words that date the act; empty: none
	Quantity  article.Span // words that give an amount; empty: none
}

// Reading is what the lexicon's rules say of a passage.
type Reading struct {
	Status   claim.Status // the strongest that the cues allow there
	Stage    claim.Stage
	Cues     []claim.Cue
	Known    bool         // it has words that the activity can begin with
	Related  bool         // any word of the activity or its category stands there or shortly before
	Self     bool         // whoever says so speaks of its own act
	Facts    []claim.Fact // that its sentences state
	Date     *claim.Interval
	Quantity *claim.Quantity
}

// Mention is a State that the text names, or means by a pronoun or a noun like
// "the workers"; then Basis says how it was resolved.
type Mention struct {
	Span     article.Span
	Sentence int // index into the document's sentences
	Country  string
	Basis    string
	Source   bool // it belongs to the naming of a source
}

// Survey is what the lexicon's rules say of passages, and every State that the
// document names.
type Survey struct {
	Readings []Reading // one for each passage
	Mentions []Mention // in text order
}

// Survey reads doc as Extract does and answers for the passages: which status the
// cues of their sentences allow there, whatever the passage itself leaves out. It
// fails only when ctx is done.
func (x *Extractor) Survey(ctx context.Context, doc *article.Document, passages []Passage) (Survey, error) {
	out := Survey{Readings: make([]Reading, len(passages))}
	ref := newReference(doc.Meta.Published)
	at, near := make([]int, len(passages)), make([]bool, len(passages))
	for i, p := range passages {
		at[i], _ = doc.SentenceAt(p.Span.Start)
	}
	t := &Trace{doc: doc, visit: func(s *sentence, found []candidate) {
		out.Mentions = append(out.Mentions, s.mentions()...)
		for i := range passages {
			if d := at[i] - s.index; d > 0 && d <= carryLimit && !near[i] {
				near[i] = s.speaksOf(&passages[i], false)
			}
			s.readPassage(&passages[i], near[i], found, ref, &out.Readings[i])
		}
	}}
	if _, err := x.run(ctx, doc, nil, t); err != nil {
		return Survey{}, err
	}
	for i := range out.Readings {
		if r := &out.Readings[i]; r.Status == "" {
			r.Status = claim.Hypothetical // no word of a sentence, such as a dateline
		}
	}
	slices.SortStableFunc(out.Mentions, func(a, b Mention) int { return a.Span.Start - b.Span.Start })
	return out, nil
}

// Countries are the States that a few words name by themselves, each once.
func (x *Extractor) Countries(words string) []string {
	const longest = 500 // bytes; a name is shorter
	if len(words) > longest {
		return nil
	}
	s := &sentence{lex: x.lex, text: words, index: -1}
	s.toks = x.lex.vocab.tokenise(nil, words, 0, len(words))
	s.prepare()
	var out []string
	for _, h := range s.hits {
		if h.layer == layerEntity && !slices.Contains(out, x.lex.entities[h.ref].country) {
			out = append(out, x.lex.entities[h.ref].country)
		}
	}
	return out
}

// KnowsCountry reports whether the lexicon has names for a State, by its ISO
// 3166-1 alpha-2 code.
func (x *Extractor) KnowsCountry(code string) bool {
	return slices.ContainsFunc(x.lex.entities, func(e entity) bool { return e.country == code && e.kind != byThing })
}

// span is the text of tokens [a, b).
func (s *sentence) span(a, b int) article.Span {
	return article.Span{Start: int(s.toks[a].start), End: int(s.toks[b-1].end)}
}

// tokensIn are the tokens [a, b) that share a byte with a span of the text.
func (s *sentence) tokensIn(sp article.Span) (a, b int) {
	if sp.Len() == 0 || len(s.toks) == 0 || !sp.Overlaps(s.span(0, len(s.toks))) {
		return 0, 0
	}
	a = slices.IndexFunc(s.toks, func(t token) bool { return int(t.end) > sp.Start })
	for b = a; b < len(s.toks) && int(s.toks[b].start) < sp.End; b++ {
	}
	return a, b
}

func (s *sentence) mentions() []Mention {
	var out []Mention
	for _, h := range s.hits {
		if h.layer == layerEntity {
			out = append(out, Mention{s.span(h.start, h.end), s.index, s.lex.entities[h.ref].country, "", s.isSource(h.start)})
		}
	}
	for k := range s.chunks {
		if s.chunks[k].kind != chunkNP {
			continue
		}
		for _, m := range s.countries(nil, k) {
			if m.basis != "" && m.end > m.start {
				out = append(out, Mention{s.span(m.start, m.end), s.index, m.country, m.basis, s.isSource(m.start)})
			}
		}
	}
	return out
}

// readPassage adds to r what the sentence says of the part of p that lies in it.
// Of several sentences the weakest counts. near says that a sentence shortly before
// speaks of the activity: then a verb may go on about it, "hosted them".
func (s *sentence) readPassage(p *Passage, near bool, found []candidate, ref reference, r *Reading) {
	if len(s.toks) == 0 {
		return
	}
	if a, b := s.tokensIn(p.Date); a < b && r.Date == nil {
		for _, h := range s.dateHits(ref, false) {
			if h.start < b && a < h.end {
				r.Date = h.interval(s)
				break
			}
		}
	}
	if a, b := s.tokensIn(p.Quantity); a < b && r.Quantity == nil {
		r.Quantity = s.amountIn(a, b)
	}
	a, b := s.tokensIn(p.Span)
	if a >= b {
		return
	}
	one := s.statusIn(p, a, b, found)
	if r.Status == "" || Stronger(r.Status, r.Stage, one.Status, one.Stage) {
		r.Status, r.Stage = one.Status, one.Stage
	}
	r.Known, r.Self = r.Known || one.Known, r.Self || one.Self
	r.Related = r.Related || s.speaksOf(p, near)
	for _, c := range one.Cues {
		if !slices.Contains(r.Cues, c) {
			r.Cues = append(r.Cues, c)
		}
	}
	facts := s.facts()
	for v := range s.chunks {
		if head := s.chunks[v].head; head >= a && head < b {
			if f, ok := s.attempt(v); ok {
				facts = append(facts, f)
			}
		}
	}
	for _, f := range facts {
		if !slices.ContainsFunc(r.Facts, func(o claim.Fact) bool { return o.Name == f.Name }) {
			r.Facts = append(r.Facts, f)
		}
	}
}

// statusIn is the status of the act that tokens [a, b) speak of. A claim of the
// lexicon's own answers best. Without one the scopes are run for the words that
// could be the act's: those that the frames of the activity begin with, of the
// category, any verb or event, any word; the weakest counts, since which of them
// the claim means is not known.
func (s *sentence) statusIn(p *Passage, a, b int, found []candidate) Reading {
	var out Reading
	for i := range found {
		if c := &found[i]; c.reason == "" && c.activity == p.Activity && c.trigger >= a && c.trigger < b {
			_, _, status, stage := s.weigh(s.state, c)
			self := out.Self || s.ownsUp(c)
			if out.Status == "" || Stronger(status, stage, out.Status, out.Stage) {
				out = Reading{Status: status, Stage: stage, Cues: s.cueTexts(c), Known: true}
			}
			out.Self = self
		}
	}
	if out.Status != "" {
		return out
	}
	for tier, wants := range []func(*Frame) bool{
		func(f *Frame) bool { return f.gives(p.Activity) },
		func(f *Frame) bool { return f.Category == p.Category },
		func(*Frame) bool { return true },
		nil,
	} {
		for i := a; i < b; i++ {
			f, ok := s.triggers(i, wants)
			if !ok {
				continue
			}
			c := s.pseudo(i, f, p.Countries)
			_, _, status, stage := s.weigh(s.state, &c)
			out.Self = out.Self || s.ownsUp(&c)
			if out.Status == "" || Stronger(out.Status, out.Stage, status, stage) {
				out.Status, out.Stage, out.Known = status, stage, tier == 0
			}
			for _, t := range s.cueTexts(&c) {
				if !slices.Contains(out.Cues, t) {
					out.Cues = append(out.Cues, t)
				}
			}
		}
		if out.Status != "" {
			break
		}
	}
	if out.Status == "" { // nothing but punctuation, or the naming of a source
		out.Status = claim.Hypothetical
	}
	return out
}

// speaksOf reports whether the sentence has a noun, or with verbs a verb, that a
// frame of the passage's activity or category asks for. Without such frames nobody
// can tell.
func (s *sentence) speaksOf(p *Passage, verbs bool) bool {
	none := true
	for i := range s.lex.frames.records.Len() {
		f := s.lex.frames.at(int32(i))
		if f.Category != p.Category && !f.gives(p.Activity) {
			continue
		}
		none = false
		for k := range s.chunks {
			if c := &s.chunks[k]; (verbs || len(f.theme) == 0 && !f.people) && c.kind == chunkVG && c.verb >= 0 && slices.Contains(f.verbs, c.verb) {
				return true
			}
		}
		for _, h := range s.hits {
			if h.layer == layerEntity && f.people && s.lex.entities[h.ref].kind == byPeople {
				return true
			}
			if h.layer != layerNoun {
				continue
			}
			for _, classes := range [][]int32{f.nouns, f.presence, f.theme} {
				if slices.ContainsFunc(classes, func(c int32) bool { return s.lex.under(h.ref, c) }) {
					return true
				}
			}
		}
	}
	return none
}

// gives reports whether the frame's claims can be of the activity.
func (f *Frame) gives(activity string) bool {
	if f.Activity == activity {
		return true
	}
	for _, a := range f.ByRole {
		if a == activity {
			return true
		}
	}
	return false
}

// triggers reports whether token i can be the trigger of a frame that is wanted;
// nil wants takes any word. The naming of a source is no act.
func (s *sentence) triggers(i int, wants func(*Frame) bool) (*Frame, bool) {
	if s.isSource(i) || s.toks[i].kind == kPunct {
		return nil, false
	}
	k := s.chunkAt(i)
	if k < 0 {
		return nil, false
	}
	if wants == nil {
		return &Frame{}, true
	}
	c := &s.chunks[k]
	frames := func(func(int32) bool) {}
	switch {
	case c.kind == chunkVG && c.head == i && c.verb >= 0:
		frames = s.lex.byVerb.of(c.verb)
	case s.noun[i] != 0 && s.hits[s.noun[i]-1].end == i+1:
		frames = s.lex.byNoun.of(s.hits[s.noun[i]-1].ref)
	}
	for fi := range frames {
		if f := s.lex.frames.at(fi); wants(f) {
			return f, true
		}
	}
	return nil, false
}

// pseudo is a candidate at token i, as far as judging its status needs one.
func (s *sentence) pseudo(i int, f *Frame, countries []string) candidate {
	k := s.chunkAt(i)
	c := candidate{frame: f, trigger: i, chunk: k, theme: -1, first: i, last: i + 1}
	switch v := &s.chunks[k]; {
	case v.kind == chunkNP:
		c.theme = k
	case v.kind == chunkVG && v.passive:
		c.theme = s.subject(k)
	case v.kind == chunkVG:
		c.theme = s.object(k)
	}
	for _, country := range countries {
		c.parties = append(c.parties, boundParty{mention: mention{country: country}})
	}
	return c
}

func (s *sentence) cueTexts(c *candidate) []claim.Cue {
	cues, _, _, _ := s.weigh(s.state, c)
	var out []claim.Cue
	for _, a := range cues {
		out = append(out, claim.Cue{ID: a.cue.id, Text: s.quote(a.hit.start, a.hit.end)})
	}
	return out
}

// amountIn is the first amount that the phrases of tokens [a, b) give there.
func (s *sentence) amountIn(a, b int) *claim.Quantity {
	for k := range s.chunks {
		if c := &s.chunks[k]; c.kind != chunkNP || c.end <= a || c.start >= b {
			continue
		}
		if q := s.quantity(&candidate{theme: k}); q != nil {
			return q
		}
	}
	return nil
}

// Weaker reports whether the first status and stage say less of the act than the
// second, see Stronger; an equal rank is not less.
func Weaker(a claim.Status, aStage claim.Stage, b claim.Status, bStage claim.Stage) bool {
	return strength(a, aStage) < strength(b, bStage)
}

// Stronger reports whether the first status and stage say more than the second:
// an act stated in the article's own voice more than one that has ended, one
// that others allege, a plan, a denial, and last what is no act at all. An act
// that is still considered or prepared is a plan, whatever its status.
func Stronger(a claim.Status, aStage claim.Stage, b claim.Status, bStage claim.Stage) bool {
	x, y := strength(a, aStage), strength(b, bStage)
	if x != y {
		return x > y
	}
	if a == claim.Asserted && b != claim.Asserted {
		return true
	}
	return x == strengthPlan && a == b && ahead(aStage) >= 0 && ahead(bStage) >= 0 && ahead(aStage) > ahead(bStage)
}

const strengthPlan = 2

func strength(status claim.Status, stage claim.Stage) int {
	switch status {
	case claim.Normative, claim.Hypothetical, claim.Negated:
		return 0
	case claim.Denied:
		return 1
	}
	if status == claim.Planned || ahead(stage) >= 0 {
		return strengthPlan
	}
	switch status {
	case claim.Alleged:
		return 3
	case claim.Ended:
		return 4
	}
	return 5
}

// ahead ranks the stages before an act has begun; -1 for the others.
func ahead(stage claim.Stage) int {
	return slices.Index([]claim.Stage{claim.Considered, claim.Offered, claim.Agreed, claim.Preparing}, stage)
}
