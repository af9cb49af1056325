// Package extract reads claims out of a document with the YAML lexicon of
// rules/lexicon: deterministic, offline, explainable.
//
// The text is cut into tokens; token tries find countries, noun classes and
// verbs; sentences that can matter are cut into phrases; frames bind a trigger
// (a verb or an event noun) to its theme and parties; status cues and the
// attribution chain say how sure the text is, and who says so.
//
// It imports article, claim, strictyaml, packed and, for the lexicon built in,
// rules.
package extract

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
)

// Extractor reads claims out of documents. It is safe for concurrent use.
type Extractor struct {
	lex    *Lexicon
	pool   sync.Pool // of *scratch
	listed listedNouns
}

// scratch is memory that one document after the other uses.
type scratch struct {
	state    docState
	sentence sentence
	all      []told
}

// New returns an Extractor over lex.
func New(lex *Lexicon) *Extractor {
	return &Extractor{lex: lex, pool: sync.Pool{New: func() any { return new(scratch) }}, listed: lex.listedNouns()}
}

// Result is what an extractor found in one document.
type Result struct {
	Claims []claim.Claim  // in text order, ids "c_01"…, evidence located
	Notes  []article.Note // data-quality notes found on the way
}

// Extract returns the claims of doc. The reference date for "on Tuesday" is
// doc.Meta.Published. It fails only when ctx is done.
func (x *Extractor) Extract(ctx context.Context, doc *article.Document) (Result, error) {
	return x.run(ctx, doc, nil, nil)
}

// ExtractListed is Extract for a document in which names of list entries were found:
// they take part as parties, and the claims say which entries they are.
func (x *Extractor) ExtractListed(ctx context.Context, doc *article.Document, names []Listed) (Result, error) {
	return x.run(ctx, doc, names, nil)
}

// Trace runs the extractor on doc and keeps what it saw; names are those of
// ExtractListed.
func (x *Extractor) Trace(ctx context.Context, doc *article.Document, names []Listed) (*Trace, error) {
	t := &Trace{doc: doc}
	_, err := x.run(ctx, doc, names, t)
	return t, err
}

func (x *Extractor) run(ctx context.Context, doc *article.Document, names []Listed, t *Trace) (Result, error) {
	sc := x.pool.Get().(*scratch)
	defer x.pool.Put(sc)
	d := &sc.state
	*d = docState{lex: x.lex, doc: doc, toks: d.toks, pieces: d.pieces, kin: d.kin, spoken: d.spoken, carried: map[int32]carried{}, lastClaim: map[string]lastClaim{}, lastGoods: lastGoods{noun: -1}, lastPeople: lastGoods{noun: -1}, lastVessel: lastGoods{noun: -1}}
	relevant, err := d.open(ctx)
	if err != nil {
		return Result{}, fmt.Errorf("extract %s: %w", doc.Name, err)
	}
	d.enterListed(names, x.listed)
	if !relevant && t == nil && len(d.names) == 0 {
		return Result{}, nil
	}
	d.reference = newReference(doc.Meta.Published)
	d.captions()
	d.traced = t != nil
	d.affairs, d.themed = make([][]affair, len(x.lex.kin)), make([]int, len(x.lex.kin))
	d.glances = make([]glance, len(doc.Sentences))
	var res Result
	all := sc.all[:0]
	defer func() {
		clear(all)
		sc.all = all[:0]
	}()
	s := &sc.sentence
	for i := range d.pieces {
		if i%64 == 0 && ctx.Err() != nil {
			return Result{}, fmt.Errorf("extract %s: %w", doc.Name, ctx.Err())
		}
		d.load(s, i)
		s.attribute(d)
		s.keepAnswers()
		var found []candidate
		if d.live(s) {
			found = s.candidates()
			s.choose(found)
			found = s.gather(found)
			d.countDenial(s, found)
			setAsideListed(found)
		}
		if t != nil {
			t.add(s, found)
		}
		slices.SortStableFunc(found, func(a, b candidate) int { return a.trigger - b.trigger })
		before := len(all)
		for j := range found {
			if found[j].reason == "" {
				all = append(all, told{claim: d.build(s, &found[j]), sentence: s.index})
			}
		}
		d.listen(s, found, all[before:])
		d.announce(s)
		d.remember(s)
		s.asking = false
		for j := range found {
			if found[j].reason == "" {
				d.keep(s, &found[j])
			}
		}
	}
	all = append(all, d.readOn()...)
	if t != nil {
		t.readOn(d.tales, x.lex)
	}
	d.giveGrounds(all)
	slices.SortStableFunc(all, func(a, b told) int { return a.sentence - b.sentence })
	d.repeatPassages(all)
	res.Claims = dropNameless(mergeMentions(all))
	for i := range res.Claims {
		res.Claims[i].ID = fmt.Sprintf("c_%02d", i+1)
	}
	res.Notes = d.notes
	if t != nil {
		t.claims, t.notes = res.Claims, res.Notes
	}
	return res, nil
}

// countDenial lets a denial stand that names no other State: "We have never had clothes made
// in North Korea" answers whoever says so, whatever country the speaker is in.
func (d *docState) countDenial(s *sentence, found []candidate) {
	if len(s.attributed) == 0 || slices.ContainsFunc(found, func(c candidate) bool { return c.reason == "" }) {
		return
	}
	best := -1
	for i := range found {
		if c := &found[i]; c.reason == reasonOtherSide && s.chunks[c.chunk].kind == chunkVG && (best < 0 || stronger(c, &found[best])) {
			best = i
		}
	}
	if best < 0 {
		return
	}
	c := found[best]
	if _, _, status, _ := s.weigh(d, &c); status == claim.Denied {
		found[best].reason = ""
	}
}

// live reports whether a sanctioned State can be found in the sentence: by
// name, by a pronoun or carried over.
func (d *docState) live(s *sentence) bool {
	if s.namesSanctioned() {
		return true
	}
	if d.lex.isSanctioned(s.focus) || s.named.has(d.lex.known[classTwoSides]) && slices.ContainsFunc(d.twoSides(), func(c string) bool { return d.lex.isSanctioned(c) }) {
		return true
	}
	for _, c := range d.carried {
		if d.lex.isSanctioned(c.country) && s.index-c.sentence <= carryLimit {
			return true
		}
	}
	mission := d.lex.known[classMission]
	c, ok := d.carried[mission]
	return ok && d.lex.isSanctioned(c.country) && s.index-c.sentence <= missionLimit && s.named.has(mission)
}

// namesSanctioned reports a sanctioned State that the sentence names in any way.
func (s *sentence) namesSanctioned() bool {
	return slices.ContainsFunc(s.hits, func(h hit) bool {
		return h.layer == layerEntity && s.lex.isSanctioned(s.lex.entities[h.ref].country)
	})
}

// choose gives up the weaker of two candidates that read the same words.
func (s *sentence) choose(all []candidate) {
	for i := range all {
		a := &all[i]
		if a.reason != "" {
			continue
		}
		for j := range all {
			b := &all[j]
			if i == j || b.reason != "" || a.frame.Category != b.frame.Category || !s.sameWords(a, b) {
				continue
			}
			if (stronger(b, a) || !stronger(a, b) && j < i) && !s.oneToldOnly(a, b) {
				a.reason = "frame " + b.frame.ID + " reads the same words better"
				break
			}
		}
	}
}

// oneToldOnly reports two acts in different words of which one is told and the other is not:
// "coal is sold again, months after the Council banned its export".
func (s *sentence) oneToldOnly(a, b *candidate) bool {
	if s.state == nil || a.chunk == b.chunk || a.frame.Category == "none" || a.first < b.last && b.first < a.last {
		return false
	}
	return s.isTold(*a) != s.isTold(*b)
}

// isTold reports a candidate that the sentence tells as an act.
func (s *sentence) isTold(c candidate) bool {
	_, _, status, _ := s.weigh(s.state, &c)
	return isAct(status)
}

// sameWords reports whether two candidates speak of one act.
func (s *sentence) sameWords(a, b *candidate) bool {
	if a.chunk == b.chunk || a.theme >= 0 && a.theme == b.theme {
		return true
	}
	if a.frame.Category == "none" {
		return a.activity == b.activity
	}
	return s.isAbout(a, b.chunk) || s.isAbout(b, a.chunk) || a.activity == b.activity && !apart(a, b)
}

// isAbout reports that chunk k is the theme of candidate c, or what a number of them
// is told of there: "the last group of North Korean welders".
func (s *sentence) isAbout(c *candidate, k int) bool {
	return c.theme >= 0 && (c.theme == k || c.theme == k-2 && s.headClass(c.theme, classPartitive) && s.prepWord(k) == "of")
}

// apart reports two acts of one activity: other words tell of another State in the
// same role. "Sold missiles to Syria, while Iran bought rifles."
func apart(a, b *candidate) bool {
	if a.first < b.last && b.first < a.last {
		return false
	}
	for _, p := range a.parties {
		for _, q := range b.parties {
			if p.role == q.role && p.country != q.country {
				return true
			}
		}
	}
	return false
}

func stronger(a, b *candidate) bool {
	if a.frame.Rank != b.frame.Rank {
		return a.frame.Rank > b.frame.Rank
	}
	if len(a.parties) != len(b.parties) {
		return len(a.parties) > len(b.parties)
	}
	return a.frame.ID < b.frame.ID && a.chunk == b.chunk
}

// build makes the claim of a candidate.
func (d *docState) build(s *sentence, c *candidate) claim.Claim {
	cues, chain, status, stage := s.weigh(d, c)
	v := c.carrier

	out := claim.Claim{
		Category: c.frame.Category, Activity: c.activity, Status: status, Stage: stage,
		Attribution: chain, Extraction: &claim.Extraction{Rule: c.frame.ID, Confidence: confidence(c)},
	}
	for _, p := range c.parties {
		party := claim.Party{Role: p.role, Country: p.country, Name: s.quote(p.start, p.end), Basis: p.basis, Listed: s.listedAt(p.start, p.end)}
		out.Parties = append(out.Parties, party)
		if p.basis != "" {
			out.Extraction.Review = append(out.Extraction.Review, fmt.Sprintf("%s %s: %s", p.role, p.country, p.basis))
		}
	}
	first, last := c.first, c.last
	if v >= 0 && s.chunks[v].verb >= 0 && s.chunks[v].start-last <= wholePhrase {
		first, last = min(first, s.chunks[v].start), max(last, s.chunks[v].end)
	}
	for _, a := range cues {
		out.Extraction.Cues = append(out.Extraction.Cues, claim.Cue{ID: a.cue.id, Text: s.quote(a.hit.start, a.hit.end)})
		first, last = min(first, a.hit.start), max(last, a.hit.end)
	}
	out.Goods = s.goods(c)
	out.Quantity = s.quantity(c)
	out.EventDate, out.StatementDate = s.dates(d.reference, c, stage)
	out.Facts = s.facts()
	if f, ok := s.attempt(c.chunk); ok {
		out.Facts = append(out.Facts, f)
	}
	out.Evidence = []claim.Evidence{d.evidence(s, first, last)}
	return out
}

// speaksForItself reports an origin that can state a plan of its own State: an
// official, a government, its media. A register or a photograph cannot.
func speaksForItself(chain []claim.Source) bool {
	if len(chain) == 0 {
		return true
	}
	switch chain[len(chain)-1].Kind {
	case claim.NamedOfficial, claim.UnnamedOfficial, claim.Government, claim.GovernmentAgency, claim.SanctionedState, claim.StateMedia:
		return true
	}
	return false
}

// evidence is the passage of tokens [first, last).
func (d *docState) evidence(s *sentence, first, last int) claim.Evidence {
	return d.evidenceAt(s.passage(first, last))
}

// passage is the text of tokens [first, last) without punctuation at its ends.
func (s *sentence) passage(first, last int) article.Span {
	for first < last-1 && s.toks[first].kind == kPunct {
		first++
	}
	for last-1 > first && s.toks[last-1].kind == kPunct {
		last--
	}
	return s.span(first, last)
}

func (d *docState) evidenceAt(span article.Span) claim.Evidence {
	start, end := d.doc.CodePoint(span.Start), d.doc.CodePoint(span.End)
	prefix, suffix := d.doc.Context(span, 32)
	return claim.Evidence{Role: claim.Primary, Quote: d.doc.Quote(span), Prefix: prefix, Suffix: suffix, Start: &start, End: &end}
}

// confidence bands a candidate by how its parties were found. It is never
// shown as a probability.
func confidence(c *candidate) string {
	named := 0
	for _, p := range c.parties {
		if p.basis == "" {
			named++
		}
	}
	switch {
	case named >= 2 && c.theme != c.chunk:
		return "high"
	case named >= 1:
		return "medium"
	}
	return "low"
}

// narrower reports another noun of chunk k whose class is under that of h.
func (s *sentence) narrower(h hit, k int) bool {
	if h.start < s.chunks[k].start || h.end > s.chunks[k].end {
		return false
	}
	return slices.ContainsFunc(s.hits, func(o hit) bool {
		if o.layer != layerNoun || o == h || o.start < s.chunks[k].start || o.end > s.chunks[k].end {
			return false
		}
		return slices.ContainsFunc(s.lex.nouns[h.ref].classes, func(wide int32) bool {
			return s.lex.classes[wide].good != "" && slices.ContainsFunc(s.lex.nouns[o.ref].classes, func(c int32) bool { return c != wide && s.lex.isUnder(c, wide) })
		})
	})
}

// goods are the goods that the theme and its list name.
func (s *sentence) goods(c *candidate) []claim.Good {
	if c.theme < 0 {
		return nil
	}
	var out []claim.Good
	end := s.clauseEnd(c.theme)
	for _, h := range s.hits {
		if h.layer != layerNoun {
			continue
		}
		good := s.lex.goodOf(h.ref, c.frame)
		if good == "" {
			continue
		}
		if h.start < s.chunks[c.theme].start || end < len(s.chunks) && h.start >= s.chunks[end].start {
			continue
		}
		if s.narrower(h, c.theme) {
			continue // "lead concentrate" is lead, and no other mineral
		}
		g := claim.Good{ID: good, Name: s.quote(h.start, h.end)}
		if !slices.ContainsFunc(out, func(o claim.Good) bool { return o.ID == g.ID }) {
			out = append(out, g)
		}
	}
	return out
}
