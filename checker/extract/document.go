package extract

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
)

// docState is what the extractor remembers from sentence to sentence: who
// spoke, which State the text is about, who was introduced as whose minister.
// Every carry-over is recorded in the claim with its basis.
type docState struct {
	lex    *Lexicon
	doc    *article.Document
	toks   []token // of all sentences, end to end
	pieces []piece

	sentence, paragraph  int
	focus                string
	focusAt              int    // sentence that set it
	place                string // State of the place last named: what "the city" lies in
	placeAt              int    // the sentence that named it
	lastSpeaker          attribution
	lastSpeakerParagraph int
	people               []person
	named                map[string]bool      // countries that the text names beyond doubt
	carried              map[int32]carried    // noun class -> country it was last said of
	lastClaim            map[string]lastClaim // by category
	names                []namedThing
	lowerNames           bool // some begin in lower case: "al-Khalidi"
	lastGoods            lastGoods
	lastPeople           lastGoods // likewise the people
	lastVessel           lastGoods // and the ship last spoken of, which is "she"
	counts               []paragraphCount
	action               action     // that the text announces
	affairs              [][]affair // by index into Lexicon.kin: what sentences may go on with
	topicAffairs         map[*topic]*affair
	tales                []*tale   // sentences that may
	kin                  []kinship // what kinOf gives
	traced               bool      // a trace is kept
	themed               []int     // by index into Lexicon.kin: pieces that name its goods or people
	glances              []glance  // by sentence
	spoken               classSet  // what spokenOf gives
	subjects             []subject // by index into Lexicon.kin; see sumUp
	inPassing            bool      // the text names the sanctioned State once, and not among its first sentences
	main                 int
	covert               int  // sentences with signs of what is covert
	year, yearAt         int  // the last year named, 0 for none, and the sentence that names it
	aided                int  // sentences that name who brings aid, or what
	lawList              bool // the sentence before opens a list of what the law says, or is of one
	notes                []article.Note
	reference            reference
}

// lastClaim is the claim that a category gave last.
type lastClaim struct {
	activity string
	theme    []int32 // noun classes of its theme
	parties  []boundParty
	sentence int
}

type carried struct {
	country  string
	sentence int
}

type paragraphCount struct {
	paragraph int
	country   string
	n         int
}

// person is somebody introduced with a post: "Russia's natural resources
// minister Alexander Kozlov".
type person struct {
	name, surname string
	country       string
	post          string // its words, sorted
	caption       bool
	span          article.Span
}

// piece is a sentence, or a part of one that is too long to be a sentence.
type piece struct {
	sentence int // index into Document.Sentences
	from, to int // tokens
}

// maxPiece is the length in tokens above which a sentence is read in pieces.
// Real sentences stay far below it; without it, one endless line of cues would
// cost time in the square of its length.
const maxPiece = 400

// ledWithin is the number of sentences whose leaders the headline may name by surname.
const ledWithin = 6

// maxPeople bounds the table of people, which is searched once per source.
const maxPeople = 300

const (
	carryLimit   = 3  // sentences over which "the workers" still are the same workers
	missionLimit = 12 // and "the embassy" is the same embassy: few texts speak of two
)

// open tokenises the document and reports whether it names a sanctioned State.
func (d *docState) open(ctx context.Context) (bool, error) {
	d.toks, d.pieces = d.toks[:0], d.pieces[:0]
	d.named = map[string]bool{}
	var hits []hit
	for i := range d.doc.Sentences {
		if i%64 == 0 && ctx.Err() != nil {
			return false, ctx.Err()
		}
		sp := d.doc.Sentences[i].Span
		from := len(d.toks)
		d.toks = d.lex.vocab.tokenise(d.toks, d.doc.Text, sp.Start, sp.End)
		for at := from; ; at += maxPiece {
			to := min(at+maxPiece, len(d.toks))
			d.pieces = append(d.pieces, piece{i, at, to})
			if to == len(d.toks) {
				break
			}
		}
		for j := from; j < len(d.toks); j++ {
			if id := d.toks[j].id; id == 0 || int(id) >= len(d.lex.opens) || !d.lex.opens[id] {
				continue
			}
			hits = d.lex.primary.match(hits[:0], d.toks, j)
			for _, h := range hits {
				if h.layer != layerEntity {
					continue
				}
				if e := &d.lex.entities[h.ref]; !e.ambiguous {
					d.named[e.country] = true
					if i > 0 && i < ledWithin && e.kind == byLeader && h.end-h.start > 2 && d.toks[h.start].is(fCap) {
						d.nameLeader(d.doc.Text[d.toks[h.start].start:d.toks[h.start].end], e.country, i)
					}
				}
			}
		}
	}
	for country := range d.named {
		if d.lex.isSanctioned(country) {
			return true, nil
		}
	}
	return false, nil
}

// load points s at piece k.
func (d *docState) load(s *sentence, k int) {
	p := d.pieces[k]
	i := p.sentence
	s.lex, s.text, s.index = d.lex, d.doc.Text, i
	s.toks = d.toks[p.from:p.to]
	// "Seoul —" says where the reporter sits, nothing of the act.
	for dl := d.doc.Meta.Dateline; len(s.toks) > 0 && int(s.toks[0].start) >= dl.Start && int(s.toks[0].end) <= dl.End; {
		s.toks = s.toks[1:]
	}
	d.sentence, d.paragraph = i, d.doc.Sentences[i].Paragraph
	s.focus = ""
	if d.focus != "" && i-d.focusAt <= 2 {
		s.focus = d.focus
	}
	s.state = d
	s.prepare()
	if d.nameThings(s) {
		s.prepare() // the names of this sentence, too, are known now
	}
}

// twoSides are the two States most named in this paragraph and the two before.
func (d *docState) twoSides() []string {
	var list []paragraphCount
	for _, c := range d.counts {
		if d.paragraph-c.paragraph > 2 {
			continue
		}
		if k := slices.IndexFunc(list, func(o paragraphCount) bool { return o.country == c.country }); k >= 0 {
			list[k].n += c.n
		} else {
			list = append(list, c)
		}
	}
	slices.SortStableFunc(list, func(a, b paragraphCount) int { return b.n - a.n })
	if len(list) < 2 || len(list) > 2 && list[1].n == list[2].n {
		return nil
	}
	return []string{list[0].country, list[1].country}
}

// remember takes over from a sentence what later ones may refer to.
func (d *docState) remember(s *sentence) {
	if n := len(s.attributed); n > 0 {
		last := s.attributed[n-1]
		if last.source.Kind != claim.NewsAgency || d.lastSpeaker.source.Name == "" {
			d.lastSpeaker, d.lastSpeakerParagraph = last, d.paragraph
		}
	}
	d.lawList = s.opensLawList() || d.lawList && s.isItem()
	d.keepChains(s)
	if !slices.ContainsFunc(s.hits, func(h hit) bool { return h.layer == layerEntity }) {
		return // it names no State: nothing that later sentences could refer to
	}
	for k := range s.chunks {
		c := &s.chunks[k]
		if c.kind != chunkNP {
			continue
		}
		ms := s.countries(nil, k)
		for _, m := range ms {
			if m.basis != "" && !s.byThing(m) {
				continue
			}
			d.count(m.country)
			if s.ent[m.start] != 0 && s.kindAt(m.start) == byPlace {
				d.place, d.placeAt = m.country, d.sentence
			}
		}
		if s.noun[c.head] != 0 && !s.isSource(c.start) {
			if all := s.groupCountries(nil, k); len(all) > 0 && (all[0].basis == "" || s.byThing(all[0])) {
				for _, class := range d.lex.nouns[s.hits[s.noun[c.head]-1].ref].classes {
					for ; class >= 0; class = d.lex.classes[class].under {
						d.carried[class] = carried{all[0].country, d.sentence}
					}
				}
			}
		}
	}
	for k := range s.chunks {
		c := &s.chunks[k]
		if c.kind == chunkNP && c.prep < 0 && !c.time {
			if ms := s.groupCountries(nil, k); len(ms) > 0 && (ms[0].basis == "" || s.byThing(ms[0])) {
				d.focus, d.focusAt = ms[0].country, d.sentence
				break
			}
			if s.isSource(c.start) {
				continue
			}
		}
		if c.finite() {
			break
		}
	}
	d.keepSubject(s)
	d.findPeople(s, s.sentenceSpan(), false)
}

func (s *sentence) sentenceSpan() article.Span {
	if len(s.toks) == 0 {
		return article.Span{}
	}
	return article.Span{Start: int(s.toks[0].start), End: int(s.toks[len(s.toks)-1].end)}
}

func (d *docState) count(country string) {
	if n := len(d.counts); n > 0 && d.paragraph-d.counts[0].paragraph > 2 {
		d.counts = slices.DeleteFunc(d.counts, func(c paragraphCount) bool { return d.paragraph-c.paragraph > 2 })
	}
	for i := range d.counts {
		if d.counts[i].paragraph == d.paragraph && d.counts[i].country == country {
			d.counts[i].n++
			return
		}
	}
	d.counts = append(d.counts, paragraphCount{d.paragraph, country, 1})
}

// carriedOver resolves "the workers" to the State whose workers the text spoke
// of, when no other State's came between.
func (s *sentence) carriedOver(k int) (mention, bool) {
	c := &s.chunks[k]
	if s.state == nil || s.noun[c.head] == 0 || s.tags[c.start] != tagDet && !c.pron && !c.again {
		return mention{}, false
	}
	if s.ofState(k) {
		return mention{}, false // "the last group of North Koreans" says whose it is
	}
	if c.again {
		return s.carriedClass(k)
	}
	switch s.lower(c.start) {
	case "the", "these", "those", "it", "they", "them", "she", "her":
	default:
		return mention{}, false
	}
	return s.carriedClass(k)
}

// carriedClass is the State of which phrase k's noun class was last said.
func (s *sentence) carriedClass(k int) (mention, bool) {
	c := &s.chunks[k]
	was := carried{sentence: -1}
	if s.state.lastGoods.inbound && s.hits[s.noun[c.head]-1].ref == s.state.lastGoods.noun && (c.pron || s.lex.words[s.toks[c.head].id].again) {
		return mention{}, false
	}
	for _, class := range s.lex.nouns[s.hits[s.noun[c.head]-1].ref].classes {
		if w, ok := s.state.carried[class]; ok && w.sentence > was.sentence {
			was = w
		}
	}
	if s.headClass(k, classNationals) || s.headClass(k, classPartitive) {
		// "the women", "the group": the people last spoken of.
		for _, id := range []knownClass{classWorkers, classTroops, classMedics, classStudents} {
			if w, ok := s.state.carried[s.lex.known[id]]; ok && w.sentence > was.sentence {
				was = w
			}
		}
	}
	limit := carryLimit
	if s.headClass(k, classMission) {
		limit = missionLimit
	}
	if was.sentence < 0 || s.index-was.sentence > limit || s.index == was.sentence || s.goesTo(was.country, k) {
		return mention{}, false
	}
	return mention{country: was.country, start: c.start, end: c.end, chunk: k, basis: fmt.Sprintf("carried over from sentence %d", was.sentence+1)}, true
}

// missionsOwn resolves "the embassy's second secretary" to the State whose embassy the text
// spoke of last.
func (s *sentence) missionsOwn(k int) (mention, bool) {
	c := &s.chunks[k]
	if s.state == nil || !s.isWord(c.start, "the") || c.start+2 >= c.end || s.tags[c.start+2] != tagPoss || !s.inClass(c.start+1, classMission) {
		return mention{}, false
	}
	was, ok := s.state.carried[s.lex.known[classMission]]
	if !ok || s.index == was.sentence || s.index-was.sentence > missionLimit {
		return mention{}, false
	}
	return mention{country: was.country, start: c.start, end: c.start + 2, chunk: k, basis: fmt.Sprintf("carried over from sentence %d", was.sentence+1)}, true
}

// goesTo reports goods of phrase k that this sentence sends to the State: they are not
// that State's goods.
func (s *sentence) goesTo(country string, k int) bool {
	if !s.lex.namesGoods(s.hits[s.noun[s.chunks[k].head]-1].ref) {
		return false
	}
	return slices.ContainsFunc(s.hits, func(h hit) bool {
		if h.layer != layerEntity || s.lex.entities[h.ref].country != country || s.lex.entities[h.ref].kind == byPlace {
			return false
		}
		at := s.chunkAt(h.start)
		if at < 0 {
			return false
		}
		switch s.prepWord(at) {
		case "to", "into":
			return true
		}
		return false
	})
}

// originIn reports a verb group that says in which State something was made: "sewn in
// Zhejiang".
func (s *sentence) originIn(v int) bool {
	c := &s.chunks[v]
	if v+2 >= len(s.chunks) || c.kind != chunkVG || !s.lex.verbIs(c.verb, verbsOrigin) || !c.passive && !c.bare || s.chunks[v+2].kind != chunkNP || s.prepWord(v+2) != "in" {
		return false
	}
	for i := s.chunks[v+2].start; i < s.chunks[v+2].end; i++ {
		if s.ent[i] != 0 {
			return true
		}
	}
	return false
}

// lastPeople is the State whose people "they" are: those whom the sentence
// before spoke of, when it spoke of one group only.
func (s *sentence) lastPeople() string {
	if s.state == nil {
		return ""
	}
	country := ""
	for _, id := range []knownClass{classWorkers, classTroops, classStudents, classNationals} {
		w, ok := s.state.carried[s.lex.known[id]]
		if !ok || s.index-w.sentence != 1 {
			continue
		}
		if country != "" && country != w.country {
			return ""
		}
		country = w.country
	}
	return country
}

// findPeople adds the people whom the sentence introduces with country and
// post.
func (d *docState) findPeople(s *sentence, span article.Span, caption bool) {
	for k := range s.chunks {
		c := &s.chunks[k]
		if c.kind != chunkNP || c.pron {
			continue
		}
		title := -1
		for i := c.start; i < c.end; i++ {
			if s.words[i].title {
				title = i
			}
		}
		if title < 0 {
			continue
		}
		ms := s.groupCountries(nil, k)
		if len(ms) == 0 {
			continue
		}
		from, to := s.nameRun(c.start, c.end, title+1)
		if from < 0 && k >= 2 && s.chunks[k-1].kind == chunkComma && s.chunks[k-2].kind == chunkNP {
			p := &s.chunks[k-2]
			from, to = s.nameRun(p.start, p.end, p.start)
		}
		if from < 0 {
			continue
		}
		d.addPerson(person{
			name: s.quote(from, to), surname: s.surname(from, to), country: ms[0].country,
			post: s.postWords(k, from, to), caption: caption, span: span,
		})
	}
}

// nameRun finds a run of two to four capitalised words in [start, end), from
// token at on, that reaches the end of the phrase.
func (s *sentence) nameRun(start, end, at int) (int, int) {
	from, words := -1, 0
	for i := end - 1; i >= at && i >= start; i-- {
		switch {
		case s.tags[i] == tagHyphen && from >= 0:
		case s.toks[i].is(fCap) && s.ent[i] == 0 && s.tags[i] == tagNoun && !s.words[i].title,
			i > start && s.tags[i-1] == tagHyphen && s.toks[i].kind == kWord:
			if i == 0 || s.tags[i-1] != tagHyphen {
				words++
			}
			from = i
		default:
			if words >= 1 {
				return s.checkName(from, end, words)
			}
			return -1, -1
		}
	}
	return s.checkName(from, end, words)
}

func (s *sentence) checkName(from, end, words int) (int, int) {
	if from < 0 || words < 1 || words > 4 {
		return -1, -1
	}
	return from, end
}

// surname is the part by which the text will call the person later: for Korean
// names (second part hyphenated) the first word, else the last.
func (s *sentence) surname(from, to int) string {
	for i := from; i < to; i++ {
		if s.tags[i] == tagHyphen {
			return s.word(from)
		}
	}
	return s.word(to - 1)
}

// postWords is the post of a phrase as a set of words: "minister of external
// economic relations" and "external economic relations minister" are one.
func (s *sentence) postWords(k, nameFrom, nameTo int) string {
	var words []string
	for _, g := range s.group(k) {
		for i := s.chunks[g].start; i < s.chunks[g].end; i++ {
			if i >= nameFrom && i < nameTo || s.tags[i] != tagNoun || s.ent[i] != 0 || s.toks[i].kind != kWord {
				continue
			}
			words = append(words, fold(s.word(i)))
		}
	}
	slices.Sort(words)
	return strings.Join(slices.Compact(words), " ")
}

func (d *docState) addPerson(p person) {
	if len(d.people) >= maxPeople {
		return
	}
	for _, o := range d.people {
		if o.name == p.name && o.country == p.country {
			return
		}
		if o.post == p.post && o.country == p.country && o.surname != p.surname && o.caption != p.caption && strings.Contains(p.post, " ") {
			d.notes = append(d.notes, article.Note{
				Code:    "name_conflict",
				Message: fmt.Sprintf("one post, two names: a caption gives %q, the text %q; they are not merged", captionFirst(o, p), textFirst(o, p)),
				Span:    p.span,
			})
		}
	}
	d.people = append(d.people, p)
}

func captionFirst(a, b person) string {
	if a.caption {
		return a.name
	}
	return b.name
}

func textFirst(a, b person) string {
	if a.caption {
		return b.name
	}
	return a.name
}

// person returns the person that noun phrase k names, if the text introduced
// one.
func (d *docState) person(s *sentence, k int) *person {
	c := &s.chunks[k]
	for i := range d.people {
		p := &d.people[i]
		for j := c.start; j < c.end; j++ {
			if s.toks[j].is(fCap) && s.word(j) == p.surname {
				return p
			}
		}
	}
	return nil
}

// dateline takes the place of the dateline as the place first named.
func (d *docState) dateline() {
	span := d.doc.Meta.Dateline.Span
	if span.Len() == 0 {
		return
	}
	s := &sentence{lex: d.lex, text: d.doc.Text, index: -1}
	s.toks = d.lex.vocab.tokenise(nil, d.doc.Text, span.Start, span.End)
	s.prepare()
	for _, h := range s.hits {
		if h.layer == layerEntity {
			d.place = d.lex.entities[h.ref].country
			return
		}
	}
}

// captions reads the people whom captions introduce.
func (d *docState) captions() {
	d.dateline()
	for _, b := range d.doc.Blocks {
		if b.Dropped != article.DropCaption {
			continue
		}
		s := &sentence{lex: d.lex, text: d.doc.Text, index: -1}
		s.toks = d.lex.vocab.tokenise(nil, d.doc.Text, b.Start, b.End)
		if len(s.toks) == 0 || len(s.toks) > 200 {
			continue
		}
		s.prepare()
		d.findPeople(s, b.Span, true)
	}
}

// keep remembers the parties of a claim, and whose people its theme is, for the
// sentences that follow.
func (d *docState) keep(s *sentence, c *candidate) {
	d.lastClaim[c.frame.Category] = lastClaim{c.activity, s.themeClasses(c), c.parties, d.sentence}
	if c.theme < 0 {
		return
	}
	d.keepGoods(s, c)
	d.keepPeople(s, c)
	for _, p := range c.parties {
		if !d.lex.isSanctioned(p.country) {
			continue
		}
		for _, g := range s.group(c.theme) {
			k := &s.chunks[g]
			if k.kind != chunkNP || s.noun[k.head] == 0 {
				continue
			}
			for _, class := range d.lex.nouns[s.hits[s.noun[k.head]-1].ref].classes {
				for ; class >= 0; class = d.lex.classes[class].under {
					d.carried[class] = carried{p.country, d.sentence}
				}
			}
		}
		return
	}
}
