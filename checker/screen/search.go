package screen

import (
	"cmp"
	"slices"
	"sync"
)

// How a word of the query and one of the list go together.
const (
	HowSame         = "same"         // the same word
	HowJoined       = "joined"       // two words written as one, or one as two
	HowLetter       = "one letter"   // one letter inserted, left out, replaced or swapped
	HowConsonants   = "same sounds"  // vowels, doublings and exchanged letters left out, they agree
	HowRomanisation = "romanisation" // one Korean syllable in two systems
	HowNotInList    = "not in list name"
	HowNotInQuery   = "not in query"
)

// Word orders.
const (
	OrderSame    = "same"
	OrderRotated = "rotated" // surname first or last, as lists and "X, Y" have it
	OrderOther   = "other"
)

// TokenReason says what became of one word.
type TokenReason struct {
	Query   string  `json:"query,omitempty"`
	List    string  `json:"list,omitempty"`
	How     string  `json:"how"`
	Weight  float64 `json:"weight"`  // rarity: how much the word tells
	Quality float64 `json:"quality"` // 1: the same word; 0: no counterpart
}

// Weights of the score. See docs/screening.md for how they were set.
const (
	lackInQuery   = 0.8 // of words of the query that the list's name lacks
	lackInList    = 0.5 // of words of the list's name that the query lacks
	lackInKorean  = 0.9 // likewise of a Korean name, of which no syllable is left out
	otherOrder    = 0.88
	editCost      = 0.9  // of a wrong letter, as a share of the word
	soundCost     = 0.9  // of vowels that differ between words of one sound, likewise
	soundQuality  = 0.97 // of words that only the system of transliteration tells apart
	leastSound    = 0.65 // below it, words of one sound are other words
	joinedQuality = 0.97
	romanQuality  = 0.93
	closeQuality  = 0.75 // below it, a word is only taken for another beside two that are the same
	longWord      = 7    // letters of a name of one telling word, of which one may be wrong
	otherName     = 0.6  // of a last letter that makes another name: Mohammad, Mohammadi
)

// candidate is a word of the vocabulary for one unit of the query.
type candidate struct {
	word    int32
	quality float32
	how     string
	only    int8 // onlyKorean, notKorean: in names of these alone
}

const (
	anyName int8 = iota
	onlyKorean
	notKorean
)

// fits reports that the candidate counts in a name.
func (c *candidate) fits(n *indexedName) bool {
	return c.only == anyName || n.korean == (c.only == onlyKorean)
}

type queryUnit struct {
	text   string
	at     int8
	span   int8
	weight float32
	from   int32 // in scratch.found
	to     int32
}

// pairing is a unit of the query with one of the list's name.
type pairing struct {
	query, list int
	quality     float32
	value       float32
	how         string
}

type scratchPool struct{ sync.Pool }

// scratch is memory that one search after the other uses.
type scratch struct {
	tokens   []string
	units    []queryUnit
	found    []candidate
	met      []met // by name
	search   uint32
	survive  []int32
	pairings []pairing
	chosen   []pairing
	key      []byte
	joined   []byte
	order    []int
}

func (p *scratchPool) get(names int) *scratch {
	s, ok := p.Get().(*scratch)
	if !ok {
		s = &scratch{met: make([]met, names)}
	}
	if s.search++; s.search == 0 {
		clear(s.met)
		s.search = 1
	}
	return s
}

// weight is that of all words of the query.
func (s *scratch) weight() float32 {
	total := float32(0)
	for i := range s.units {
		if s.units[i].span == 1 {
			total += s.units[i].weight
		}
	}
	return total
}

// scored is a name of the list and how well the query fits it.
type scored struct {
	name  int32
	score float32
	exact bool // the same words, in the same or a rotated order
	thin  bool // too little is the same for a match, whatever the score
}

// candidates fills in the words that units of the query may stand for.
func (m *Matcher) candidates(s *scratch) {
	s.units, s.found = s.units[:0], s.found[:0]
	n := len(s.tokens)
	script := !latin(s.tokens)
	// "In" and "U" are particles elsewhere and syllables here.
	korean := len(m.syllables) > 0 && allSyllables(s.tokens)
	for i, t := range s.tokens {
		u := queryUnit{text: t, at: int8(i), span: 1, from: int32(len(s.found))}
		m.candidatesOf(s, t, u.from)
		u.to = int32(len(s.found))
		u.weight = m.rarest * weightOf(t)
		weigh := func(id int32) float32 {
			w := &m.words[id]
			if korean {
				return w.idf / weightOf(w.text)
			}
			return w.idf
		}
		if korean {
			u.weight = m.rarest
		}
		if id, ok := m.vocab[t]; ok && m.words[id].from < m.words[id].to {
			u.weight = weigh(id)
		} else {
			for _, c := range s.found[u.from:u.to] {
				u.weight = min(u.weight, weigh(c.word))
			}
		}
		s.units = append(s.units, u)
	}
	for i := 0; i+1 < n && !script; i++ {
		s.joined = append(append(s.joined[:0], s.tokens[i]...), s.tokens[i+1]...)
		id, ok := m.vocab[string(s.joined)]
		if !ok {
			continue
		}
		u := queryUnit{text: m.words[id].text, at: int8(i), span: 2, from: int32(len(s.found)), weight: s.units[i].weight + s.units[i+1].weight}
		s.found = append(s.found, candidate{word: id, quality: joinedQuality, how: HowJoined})
		u.to = int32(len(s.found))
		s.units = append(s.units, u)
	}
}

// candidatesOf adds what one word may stand for, at the end of s.found; from is where
// the word's candidates begin.
func (m *Matcher) candidatesOf(s *scratch, t string, from int32) {
	if id, ok := m.vocab[t]; ok {
		s.found = append(s.found, candidate{word: id, quality: 1, how: HowSame})
	}
	add := func(c candidate) {
		for i := range s.found[from:] {
			if o := &s.found[from+int32(i)]; o.word == c.word && (o.only == anyName || o.only == c.only) {
				if c.quality > o.quality {
					*o = c
				}
				return
			}
		}
		s.found = append(s.found, c)
	}
	if t[0] >= 0x80 {
		m.near.find(t, func(id int32) {
			if w := m.words[id].text; w != t && len(w) >= 8 && oneLetterApart(w, t) {
				add(candidate{word: id, quality: 0.85, how: HowLetter})
			}
		})
		return
	}
	var syllable string
	isSyllable := false
	if len(m.syllables) > 0 {
		syllable, isSyllable = koreanKey(t, false)
	}
	if len(t) >= 2 {
		m.near.find(t, func(id int32) {
			w := &m.words[id]
			if !oneApart(w.text, t) {
				return
			}
			quality := letterQuality(t, w.text)
			// A slip of the pen makes no other syllable; a syllable that differs
			// is another name.
			if w.korean && !isSyllable {
				add(candidate{word: id, quality: max(quality, 0.75), how: HowLetter, only: onlyKorean})
			}
			if max(len(t), len(w.text)) >= minEdited {
				add(candidate{word: id, quality: quality, how: HowLetter, only: notKorean})
			}
		})
	}
	if isSyllable {
		for _, id := range m.syllables[syllable] {
			if m.words[id].text != t {
				add(candidate{word: id, quality: romanQuality, how: HowRomanisation, only: onlyKorean})
			}
		}
	}
	if family, ok := koreanSurnames[t]; ok {
		for _, id := range m.syllables["^"+family] {
			if m.words[id].text != t {
				add(candidate{word: id, quality: romanQuality, how: HowRomanisation, only: onlyKorean})
			}
		}
	}
	if len(t) >= minSounded {
		if s.key = consonants(s.key, t); len(s.key) > 0 {
			for _, id := range m.sounds[string(s.key)] {
				w := m.words[id].text
				if w == t {
					continue
				}
				if quality := soundQuality - soundCost*vowelShare(w, t); quality >= leastSound {
					add(candidate{word: id, quality: quality, how: HowConsonants, only: notKorean})
				}
			}
		}
	}
}

// letterQuality is that of words one letter apart. A vowel at the end makes another
// name (Karim, Karimi; Jafar, Jafari) more often than it is a slip.
func letterQuality(a, b string) float32 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a)+1 == len(b) && len(a) >= 4 && b[:len(a)] == a && (b[len(a)] == 'i' || b[len(a)] == 'y') {
		return otherName
	}
	return 1 - editCost/float32(len(b))
}

// oneLetterApart compares words of other scripts, by code points.
func oneLetterApart(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) == len(y) {
		return slices.Equal(x[min(i+1, len(x)):], y[min(i+1, len(y)):])
	}
	return slices.Equal(x[i:], y[i+1:])
}

// met is what the postings say of a name before it is aligned.
type met struct {
	search uint32  // the search that came upon it last
	unit   int32   // of the query, that did
	value  float32 // what that unit may add at most
	reach  float32 // what all units may add
}

// maxPostings is the number of names under a word from which on it is not looked
// up, if the score can do without.
const maxPostings = 2000

// look scores every name that may reach floor, best first.
func (m *Matcher) look(s *scratch, floor float32) []scored {
	m.candidates(s)
	total := s.weight()
	// A name reaches floor only if this share of the query's weight has a
	// counterpart in it, so the most frequent words may be left out as long as they
	// weigh no more together than may be lacking: a name that has these alone
	// cannot reach floor.
	share := lackInQuery * floor / (1 - floor + lackInQuery*floor)
	spare := total * (1 - share)
	order := s.order[:0]
	for i := range s.units {
		order = append(order, i)
	}
	slices.SortFunc(order, func(a, b int) int {
		x, y := &s.units[a], &s.units[b]
		return cmp.Or(cmp.Compare(m.work(s, x), m.work(s, y)), cmp.Compare(a, b))
	})
	s.order = order
	s.survive = s.survive[:0]
	left, unseen := total, float32(0)
	for _, i := range order {
		u := &s.units[i]
		if unseen > 0 || u.span == 1 && left <= spare && m.work(s, u) > maxPostings {
			unseen += u.weight
			continue
		}
		for _, c := range s.found[u.from:u.to] {
			w := &m.words[c.word]
			value := c.quality * max(u.weight, w.most)
			for _, n := range m.postings[w.from:w.to] {
				if !c.fits(&m.names[n]) {
					continue
				}
				at := &s.met[n]
				switch {
				case at.search != s.search:
					*at = met{s.search, int32(i), value, value}
					s.survive = append(s.survive, n)
				case at.unit != int32(i):
					at.unit, at.value = int32(i), value
					at.reach += value
				case value > at.value:
					at.reach += value - at.value
					at.value = value
				}
			}
		}
		if u.span == 1 {
			left -= u.weight
		}
	}
	var out []scored
	for _, n := range s.survive {
		reach, name := s.met[n].reach+unseen, &m.names[n]
		// No better score can come of it: what has a counterpart weighs at most
		// reach, and no quality is below one half.
		lack := lackOf(name) * max(0, name.weight-2*reach)
		if reach/(reach+lackInQuery*max(0, total-reach)+lack) < floor {
			continue
		}
		if found := m.align(s, n, total); found.score >= floor {
			out = append(out, found)
		}
	}
	slices.SortFunc(out, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), byEntry(&m.names[a.name], &m.names[b.name]))
	})
	return out
}

// lackOf is the weight of what the query lacks of a name.
func lackOf(n *indexedName) float32 {
	if n.korean {
		return lackInKorean
	}
	return lackInList
}

// work is how many names a unit of the query leads to.
func (m *Matcher) work(s *scratch, u *queryUnit) int32 {
	n := int32(0)
	for _, c := range s.found[u.from:u.to] {
		n += m.words[c.word].to - m.words[c.word].from
	}
	return n
}

// align pairs the query's words with those of name n, each at most once, and
// leaves the pairs in s.chosen.
func (m *Matcher) align(s *scratch, n int32, total float32) scored {
	name := &m.names[n]
	s.pairings, s.chosen = s.pairings[:0], s.chosen[:0]
	units := m.units[name.from:name.to]
	for qi := range s.units {
		q := &s.units[qi]
		for li := range units {
			l := &units[li]
			if l.span == 2 && q.span == 2 {
				continue
			}
			for ci := q.from; ci < q.to; ci++ {
				c := &s.found[ci]
				if l.word != c.word || !c.fits(name) {
					continue
				}
				if name.korean && l.at == 0 && c.how == HowRomanisation && otherSurname(q.text, m.words[l.word].text) {
					continue
				}
				quality, how := c.quality, c.how
				if l.span == 2 {
					quality, how = min(quality, joinedQuality), HowJoined
				}
				value := quality * (q.weight + l.weight) / 2
				if l.at == q.at {
					value += 1e-3 // of two equal words, the one in its place
				}
				s.pairings = append(s.pairings, pairing{qi, li, quality, value, how})
			}
		}
	}
	if len(s.pairings) > 1 {
		slices.SortStableFunc(s.pairings, func(a, b pairing) int { return cmp.Compare(b.value, a.value) })
	}
	var usedQuery, usedList uint32
	matched, lost := float32(0), float32(0)
	queryLeft, listLeft := total, name.weight
	for _, p := range s.pairings {
		q, l := &s.units[p.query], &units[p.list]
		qm, lm := mask(q.at, q.span), mask(l.at, l.span)
		if usedQuery&qm != 0 || usedList&lm != 0 {
			continue
		}
		usedQuery |= qm
		usedList |= lm
		w := max(q.weight, l.weight)
		if p.quality < 1 {
			w = l.weight // what is written otherwise is worth what the list's word is
		}
		matched += w * p.quality
		lost += w * (1 - p.quality)
		queryLeft -= q.weight
		listLeft -= l.weight
		s.chosen = append(s.chosen, p)
	}
	score := matched / (matched + lackInQuery*(lost+max(0, queryLeft)) + lackOf(name)*max(0, listLeft))
	order := OrderSame
	if len(s.chosen) > 1 {
		slices.SortFunc(s.chosen, func(a, b pairing) int { return cmp.Compare(s.units[a.query].at, s.units[b.query].at) })
		if order = orderOf(s.chosen, units); order == OrderOther {
			score *= otherOrder
		}
	}
	exact := lost == 0 && order != OrderOther && len(s.chosen) == int(name.tokens) && len(s.chosen) == len(s.tokens)
	return scored{n, score, exact, !exact && m.thin(s, name, units, order)}
}

// thin reports pairs that say too little for a match: no two words that tell
// anything, or two of which neither is the same (one odd letter in each of two words
// makes another name), a short word that differs beside a single one that is the
// same, and of a Korean name any syllable but one of three, or another order.
func (m *Matcher) thin(s *scratch, name *indexedName, list []unit, order string) bool {
	telling, same, odd := 0, 0, 0
	for _, p := range s.chosen {
		l, q := &list[p.list], &s.units[p.query]
		if weightOf(m.words[l.word].text) < 1 && l.span == 1 && q.span == 1 {
			continue
		}
		telling += int(max(l.span, q.span))
		switch {
		case p.quality >= romanQuality && (p.how != HowConsonants || m.entries[name.entry].Kind == Individual):
			same += int(max(l.span, q.span))
		case p.quality < closeQuality:
			odd++
		}
	}
	if name.korean && (order == OrderOther || telling > same && same < 2) {
		return true
	}
	if telling == 1 {
		if m.entries[name.entry].Kind == Entity && same == 1 && m.telling(name) == 1 && countTelling(s.tokens) == 1 {
			return false // "Houthis" for "The Houthis"
		}
		return !(len(s.chosen) == len(s.tokens) && len(s.chosen) == int(name.tokens) && longest(s.tokens) >= longWord)
	}
	return telling == 0 || same == 0 || telling-same > 1 && same < 2 || odd > 0 && same < 2
}

func countTelling(tokens []string) int {
	n := 0
	for _, t := range tokens {
		if weightOf(t) == 1 {
			n++
		}
	}
	return n
}

// longest is the length of the longest word, in bytes.
func longest(tokens []string) int {
	n := 0
	for _, t := range tokens {
		n = max(n, len(t))
	}
	return n
}

func mask(at, span int8) uint32 { return (1<<span - 1) << at }

// orderOf compares the order of paired words; chosen is in the query's order.
func orderOf(chosen []pairing, list []unit) string {
	descents := 0
	for i := range chosen {
		if i > 0 && list[chosen[i].list].at < list[chosen[i-1].list].at {
			descents++
		}
	}
	switch {
	case descents == 0:
		return OrderSame
	case descents == 1 && list[chosen[len(chosen)-1].list].at < list[chosen[0].list].at:
		return OrderRotated
	}
	return OrderOther
}
