package extract

import (
	"fmt"
	"slices"
)

// A text introduces a ship, a firm or a person once with its State, "the Ji Song
// 6, a North Korean tanker", and from then on by name alone. The table of names
// gives the later mentions their State, and the noun that the name stands for.

// namedThing is a proper name that the text has tied to a State.
type namedThing struct {
	words    []string // as printed, without an article
	country  string
	noun     int32 // noun entry that it was introduced by, or -1
	sentence int
	surname  bool   // a surname alone: other people may bear it
	listed   string // reference number of the list entry whose name it is, "" for none
}

// maxNames bounds the table of names.
const maxNames = 200

// nameThings enters the names that the sentence ties to a State and reports
// whether there were new ones.
func (d *docState) nameThings(s *sentence) bool {
	n := len(d.names)
	for _, h := range s.hits {
		// "Kim Jong Un" is Kim from then on.
		if h.layer == layerEntity && s.lex.entities[h.ref].kind == byLeader && h.end-h.start > 2 && s.toks[h.start].is(fCap) && !s.upper {
			d.nameLeader(s.word(h.start), s.lex.entities[h.ref].country, d.sentence)
		}
	}
	for k := range s.chunks {
		c := &s.chunks[k]
		if c.kind != chunkNP || c.time || c.pron {
			continue
		}
		if thing := s.thingIn(k); thing >= 0 {
			if country := s.stateOf(k); country != "" {
				d.nameThing(s, thing+1, c.end, country, s.nounAt(thing))
				d.nameBehind(s, k, country, s.nounAt(thing))
				d.nameShort(s, k, country, s.nounAt(thing))
			}
		}
		if from := s.nameStart(k); from < c.end {
			if country, noun := s.described(k); country != "" {
				d.nameThing(s, from, c.end, country, noun)
				d.nameShort(s, k, country, noun)
			}
		}
	}
	return len(d.names) > n
}

// nameLeader enters the surname of a leader whom a sentence names in full.
func (d *docState) nameLeader(surname, country string, sentence int) {
	name := []string{surname}
	if len(d.names) < maxNames && !slices.ContainsFunc(d.names, func(o namedThing) bool { return slices.Equal(o.words, name) }) {
		d.names = append(d.names, namedThing{words: name, country: country, noun: -1, sentence: sentence})
	}
}

// described looks behind a name for what it is: "X, a North Korean tanker,",
// "X is a North Korean firm".
func (s *sentence) described(k int) (country string, noun int32) {
	if k+2 >= len(s.chunks) || s.chunks[k+2].kind != chunkNP {
		return "", -1
	}
	switch link := &s.chunks[k+1]; {
	case link.kind == chunkComma:
	case link.kind == chunkVG && link.verb < 0 && !link.inf:
	default:
		return "", -1
	}
	p := k + 2
	switch s.lower(s.chunks[p].start) {
	case "a", "an", "the", "one", "another":
	default:
		return "", -1
	}
	thing := s.thingIn(p)
	if thing != s.chunks[p].head {
		return "", -1
	}
	return s.stateOf(p), s.nounAt(thing)
}

// nameBehind enters "a North Korean tanker, the X," and "a North Korean firm
// called X".
func (d *docState) nameBehind(s *sentence, k int, country string, noun int32) {
	if k+2 >= len(s.chunks) || s.chunks[k+2].kind != chunkNP {
		return
	}
	switch link := &s.chunks[k+1]; link.kind {
	case chunkComma:
		if first := s.lower(s.chunks[k].start); first != "a" && first != "an" && first != "one" {
			return
		}
		if k+3 < len(s.chunks) && s.chunks[k+3].kind != chunkComma && s.chunks[k+3].kind != chunkBreak {
			return
		}
	case chunkVG:
		if link.verb < 0 || !link.bare {
			return
		}
		switch s.lex.verbs[link.verb].lemma {
		case "call", "name", "dub":
		default:
			return
		}
	default:
		return
	}
	d.nameThing(s, s.nameStart(k+2), s.chunks[k+2].end, country, noun)
}

// nameShort enters the short name that brackets give: "Green Pine Associated
// Corporation (GPAC)".
func (d *docState) nameShort(s *sentence, k int, country string, noun int32) {
	i := s.chunks[k].end
	if i+2 < len(s.toks) && s.word(i) == "(" && s.word(i+2) == ")" && s.toks[i+1].is(fUpper) {
		d.nameThing(s, i+1, i+2, country, noun)
	}
}

// stateOf is the one State that phrase k and what hangs on it name, or "".
func (s *sentence) stateOf(k int) string {
	country := ""
	for _, m := range s.groupCountries(nil, k) {
		if m.basis != "" || country != "" && m.country != country {
			return ""
		}
		country = m.country
	}
	return country
}

// thingIn is the token of the last word in phrase k for something that bears a
// name of its own, or -1.
func (s *sentence) thingIn(k int) int {
	c := &s.chunks[k]
	for i := c.end - 1; i >= c.start; i-- {
		if s.words[i].thing {
			return i
		}
	}
	return -1
}

// nounAt is the noun entry at token i, or -1.
func (s *sentence) nounAt(i int) int32 {
	if s.noun[i] == 0 {
		return -1
	}
	return s.hits[s.noun[i]-1].ref
}

// nameStart is the first token of phrase k behind its article, when the phrase
// is nothing but a name; else its end.
func (s *sentence) nameStart(k int) int {
	c := &s.chunks[k]
	i := c.start
	for i < c.end && (s.tags[i] == tagDet || s.tags[i] == tagQuote) {
		i++
	}
	return i
}

// nameThing enters tokens [from, to) as a name, if they look like one: capitals
// and numbers, and not one common word alone.
func (d *docState) nameThing(s *sentence, from, to int, country string, noun int32) {
	for from < to && s.tags[from] == tagQuote {
		from++
	}
	for to > from && s.tags[to-1] == tagQuote {
		to--
	}
	if from >= to || to-from > 8 || len(d.names) >= maxNames || s.upper {
		return
	}
	words, unknown := 0, false
	for i := from; i < to; i++ {
		t := &s.toks[i]
		switch {
		case s.ent[i] != 0 && s.kindAt(i) != byThing && to-from == 1, s.tags[i] == tagTime, s.tags[i] == tagPoss:
			return
		case t.kind == kWord && t.is(fCap):
			words++
			unknown = unknown || t.id == 0 || t.is(fUpper) && t.end-t.start > 2
		case t.kind == kNumber && i > from:
			unknown = true
		case s.tags[i] == tagHyphen:
		default:
			return
		}
	}
	if words == 0 || words == 1 && !unknown || s.words[from].title {
		return
	}
	if s.ent[from] != 0 && s.ent[from] == s.ent[to-1] && s.kindAt(from) != byThing {
		return // "coal from North Korea, the Dalian trader": the lexicon's name stays what it is
	}
	name := make([]string, 0, to-from)
	for i := from; i < to; i++ {
		name = append(name, s.word(i))
	}
	if slices.ContainsFunc(d.names, func(n namedThing) bool { return slices.Equal(n.words, name) }) {
		return
	}
	d.names = append(d.names, namedThing{words: name, country: country, noun: noun, sentence: d.sentence})
}

// nameAt returns the longest name of the table that stands at token i, or nil.
func (d *docState) nameAt(s *sentence, i int) *namedThing {
	var best *namedThing
	first := s.word(i)
	for k := range d.names {
		n := &d.names[k]
		if n.words[0] != first || best != nil && len(best.words) >= len(n.words) || i+len(n.words) > len(s.toks) {
			continue
		}
		same := true
		for j := 1; j < len(n.words) && same; j++ {
			same = s.word(i+j) == n.words[j]
		}
		if same {
			best = n
		}
	}
	return best
}

// matchNames replaces the hits inside of known names by the name's own.
func (s *sentence) matchNames() {
	if s.state == nil || len(s.state.names) == 0 {
		return
	}
	for i := 0; i < len(s.toks); i++ {
		if !s.toks[i].is(fCap) && !s.state.lowerNames {
			continue
		}
		n := s.state.nameAt(s, i)
		if n == nil {
			continue
		}
		end := i + len(n.words)
		if len(n.words) == 1 && (n.noun < 0 || n.surname) && (s.partOfName(end) || s.partOfName(i-1) || s.ent[i] != 0) {
			continue // a Kim of another name
		}
		s.hits = slices.DeleteFunc(s.hits, func(h hit) bool { return h.start < end && i < h.end })
		s.hits = append(s.hits, hit{start: i, end: end, layer: layerEntity, ref: s.lex.things[n.country]})
		if n.noun >= 0 {
			s.hits = append(s.hits, hit{start: i, end: end, layer: layerNoun, ref: n.noun})
		}
		i = end - 1
	}
	slices.SortStableFunc(s.hits, func(a, b hit) int { return a.start - b.start })
}

// partOfName reports a capitalised word at token i that may belong to a name beside it:
// no title and no day of the week. The words' own table is not filled yet.
func (s *sentence) partOfName(i int) bool {
	if i < 0 || i >= len(s.toks) || !s.toks[i].is(fCap) || s.toks[i].kind != kWord {
		return false
	}
	info := s.lex.words[s.toks[i].id]
	return !info.title && info.weekday == 0
}

// thingBasis says where the text tied the name at token i to its State.
func (s *sentence) thingBasis(i int) string {
	if n := s.state.nameAt(s, i); n != nil && n.listed == "" && n.sentence != s.index {
		return fmt.Sprintf("introduced in sentence %d", n.sentence+1)
	}
	return ""
}
