package screen

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Matcher finds names on lists. It is built once, never changes and is safe for
// concurrent use.
type Matcher struct {
	lists   []*List
	entries []*Entry
	listOf  []int32            // by entry
	ids     map[string][]int32 // identifiers, folded -> entries

	vocab    map[string]int32 // words and joined pairs of words of all names
	words    []word
	names    []indexedName
	units    []unit  // of all names, end to end
	postings []int32 // names, by word

	near      nearWords
	sounds    map[string][]int32 // consonant key -> words
	syllables map[string][]int32 // Korean key -> words
	rarest    float32            // weight of a word that no name has
	pool      scratchPool
}

// word is an entry of the vocabulary.
type word struct {
	text     string
	idf      float32 // rarity times the share that light words count for
	from, to int32   // in postings
	most     float32 // the greatest weight that it has in a name
	korean   bool    // in the name of a listed Korean
}

// indexedName is a name, as tokens.
type indexedName struct {
	entry, name int32
	from, to    int32 // in units: first its single words, then its joined pairs
	tokens      int32
	weight      float32 // of all words
	korean      bool
	script      bool // not of Latin letters
}

// unit is a word of a name, or a pair of words written as one.
type unit struct {
	word   int32
	at     int8 // position of its first word
	span   int8 // words it covers: 1 or 2
	weight float32
}

// NewMatcher indexes lists. The lists must not be changed afterwards.
func NewMatcher(lists ...*List) *Matcher {
	m := &Matcher{lists: lists, ids: map[string][]int32{}, vocab: map[string]int32{}, sounds: map[string][]int32{}, syllables: map[string][]int32{}}
	size := 0
	for _, l := range lists {
		size += len(l.Entries)
	}
	m.entries, m.listOf = make([]*Entry, 0, size), make([]int32, 0, size)
	var tokens []string
	for li, l := range lists {
		for i := range l.Entries {
			e := &l.Entries[i]
			id := int32(len(m.entries))
			m.entries, m.listOf = append(m.entries, e), append(m.listOf, int32(li))
			m.identifiers(e, id)
			for n := range e.Names {
				for _, text := range writings(e, &e.Names[n]) {
					tokens = appendTokens(tokens[:0], text)
					m.addName(e, id, int32(n), tokens)
				}
			}
		}
	}
	m.weigh()
	m.keys()
	return m
}

// Lists are those that the matcher looks through.
func (m *Matcher) Lists() []*List { return m.lists }

// Entry returns the entry with a reference number or an IMO number.
func (m *Matcher) Entry(reference string) (*Entry, *List, bool) {
	for _, id := range m.ids[foldIdentifier(reference)] {
		if foldReference(m.entries[id].Reference) == foldReference(reference) {
			return m.entries[id], m.lists[m.listOf[id]], true
		}
	}
	return nil, nil, false
}

// writings are the forms under which a name is looked for: without what stands in
// brackets, which is a remark, the name in another script, or an acronym that is a
// name of its own when it is long enough.
func writings(e *Entry, n *Name) []string {
	text, _, _ := strings.Cut(n.Text, ", born ")
	before, rest, ok := strings.Cut(text, "(")
	if !ok {
		return []string{text}
	}
	inside, after, _ := strings.Cut(rest, ")")
	out := []string{squeeze(before + " " + after)}
	if len(Tokens(out[0])) == 0 {
		out = out[:0]
	}
	inside = squeeze(inside)
	tokens := Tokens(inside)
	switch {
	case len(tokens) == 0:
	case len(out) == 0, latin(tokens) != latin(Tokens(out[0])), e.Kind != Individual && len(tokens) == 1 && len(inside) > 4 && initials(inside, Tokens(out[0])):
		out = append(out, inside)
	}
	if len(out) == 0 {
		return []string{text}
	}
	return out
}

// initials reports an acronym whose letters begin words of the name, in order: "KKBC",
// and not "KENYA".
func initials(acronym string, name []string) bool {
	i := 0
	for _, c := range strings.ToLower(acronym) {
		for i < len(name) && !strings.HasPrefix(name[i], string(c)) {
			i++
		}
		if i == len(name) {
			return false
		}
		i++
	}
	return true
}

// identifiers enters what finds an entry without its name.
func (m *Matcher) identifiers(e *Entry, id int32) {
	keys := []string{e.Reference, e.IMO}
	for _, d := range e.Documents {
		for f := range strings.FieldsSeq(d) {
			if strings.ContainsAny(f, "0123456789") && len(f) >= 6 {
				keys = append(keys, f)
			}
		}
	}
	for _, k := range keys {
		if k = foldIdentifier(k); k != "" && !slices.Contains(m.ids[k], id) {
			m.ids[k] = append(m.ids[k], id)
		}
	}
}

// foldIdentifier leaves letters and digits.
func foldIdentifier(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return -1
	}, s)
}

func (m *Matcher) addName(e *Entry, id, name int32, tokens []string) {
	if len(tokens) == 0 {
		return
	}
	korean := isKorean(e)
	if korean {
		if split := splitSyllables(tokens); len(split) > len(tokens) && allSyllables(split) {
			m.addName(e, id, name, split)
		}
	}
	rec := indexedName{entry: id, name: name, from: int32(len(m.units)), tokens: int32(len(tokens)),
		korean: korean && allSyllables(tokens), script: !latin(tokens)}
	for i, t := range tokens {
		m.units = append(m.units, unit{word: m.wordID(t), at: int8(i), span: 1})
	}
	if !rec.script {
		for i := range len(tokens) - 1 {
			if n := len(tokens[i]) + len(tokens[i+1]); n >= 5 && n <= 20 {
				m.units = append(m.units, unit{word: m.wordID(tokens[i] + tokens[i+1]), at: int8(i), span: 2})
			}
		}
	}
	rec.to = int32(len(m.units))
	if rec.korean {
		for _, u := range m.units[rec.from:rec.to] {
			m.words[u.word].korean = true
		}
	}
	m.names = append(m.names, rec)
}

// koreanList is the type of the list whose individuals bear Korean names, but for
// some who are nationals of other States.
const koreanList = "DPRK"

func isKorean(e *Entry) bool {
	return e.Kind == Individual && e.Type == koreanList &&
		(len(e.Nationalities) == 0 || slices.Contains(e.Nations(), "KP"))
}

func allSyllables(tokens []string) bool {
	for i, t := range tokens {
		if _, ok := koreanKey(t, i == 0); !ok {
			return false
		}
	}
	return true
}

// splitSyllables parts words of two syllables, as aliases join them: "Yongwon".
func splitSyllables(tokens []string) []string {
	var out []string
	for i, t := range tokens {
		if _, ok := koreanKey(t, i == 0); !ok && len(out)+len(tokens)-i < maxTokens {
			if a, b, ok := twoSyllables(t); ok {
				out = append(out, a, b)
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

// twoSyllables cuts where the first syllable is the longest.
func twoSyllables(t string) (a, b string, ok bool) {
	for i := len(t) - 1; i > 1; i-- {
		if _, ok := koreanKey(t[:i], false); !ok {
			continue
		}
		if _, ok := koreanKey(t[i:], false); ok {
			return t[:i], t[i:], true
		}
	}
	return "", "", false
}

func latin(tokens []string) bool {
	for _, t := range tokens {
		if t[0] >= 0x80 {
			return false
		}
	}
	return true
}

func (m *Matcher) wordID(text string) int32 {
	if id, ok := m.vocab[text]; ok {
		return id
	}
	id := int32(len(m.words))
	text = strings.Clone(text)
	m.vocab[text] = id
	m.words = append(m.words, word{text: text})
	return id
}

// weigh counts in how many names each word stands, fills the postings, and gives
// each word the weight of its rarity.
func (m *Matcher) weigh() {
	// Rarity goes by entries: aliases of one repeat its words. Postings go by names,
	// which come entry by entry.
	count, entries := make([]int32, len(m.words)), make([]int32, len(m.words))
	lastName, lastEntry := make([]int32, len(m.words)), make([]int32, len(m.words))
	for i := range m.names {
		n := &m.names[i]
		for _, u := range m.units[n.from:n.to] {
			if lastName[u.word] != int32(i)+1 {
				lastName[u.word] = int32(i) + 1
				count[u.word]++
			}
			if lastEntry[u.word] != n.entry+1 {
				lastEntry[u.word] = n.entry + 1
				entries[u.word]++
			}
		}
	}
	at := int32(0)
	for w := range m.words {
		m.words[w].from, m.words[w].to = at, at
		m.words[w].idf = rarity(len(m.entries), int(entries[w])) * weightOf(m.words[w].text)
		at += count[w]
	}
	m.rarest = rarity(len(m.entries), 1)
	m.postings = make([]int32, at)
	for i := range m.names {
		n := &m.names[i]
		for j := n.from; j < n.to; j++ {
			u := &m.units[j]
			w := &m.words[u.word]
			if w.to == w.from || m.postings[w.to-1] != int32(i) {
				m.postings[w.to] = int32(i)
				w.to++
			}
			if u.span == 1 {
				if u.weight = w.idf; n.korean {
					u.weight /= weightOf(w.text)
				}
				// "Bank Sepah and Bank Sepah International": once is enough.
				if m.entries[n.entry].Kind == Entity && slices.ContainsFunc(m.units[n.from:j], func(o unit) bool { return o.word == u.word }) {
					u.weight = 0
				}
				n.weight += u.weight
			}
		}
		for j := n.from + n.tokens; j < n.to; j++ {
			u := &m.units[j]
			u.weight = m.units[n.from+int32(u.at)].weight + m.units[n.from+int32(u.at)+1].weight
		}
		for _, u := range m.units[n.from:n.to] {
			m.words[u.word].most = max(m.words[u.word].most, u.weight)
		}
	}
}

// rarity is the inverse document frequency, smoothed.
func rarity(names, with int) float32 {
	return float32(math.Log(1 + float64(names)/float64(max(with, 1))))
}

// keys fills the tables by which words that are written otherwise are found.
func (m *Matcher) keys() {
	single := make([]bool, len(m.words))
	surname := make([]bool, len(m.words))
	for i := range m.names {
		n := &m.names[i]
		for j, u := range m.units[n.from : n.from+n.tokens] {
			single[u.word] = true
			surname[u.word] = surname[u.word] || n.korean && j == 0
		}
	}
	var key []byte
	for id := range m.words {
		w := &m.words[id]
		if !single[id] {
			continue
		}
		if len(w.text) >= minEdited || w.korean {
			m.near.add(w.text, int32(id))
		}
		if w.korean {
			if k, ok := koreanKey(w.text, false); ok {
				m.syllables[k] = append(m.syllables[k], int32(id))
			}
			if k, ok := koreanKey(w.text, true); ok && surname[id] && k[0] == '^' {
				m.syllables[k] = append(m.syllables[k], int32(id))
			}
		}
		if len(w.text) >= minSounded {
			if key = consonants(key, w.text); len(key) > 0 {
				m.sounds[string(key)] = append(m.sounds[string(key)], int32(id))
			}
		}
	}
	m.near.build()
}

const (
	minEdited  = 3 // letters of a word in which one may be wrong: of the longer of two
	minSounded = 3 // letters of a word that is compared by its consonants
)

// nearWords finds the words that one letter tells apart from a word: both have a
// form in common when any one letter, or none, is left out.
type nearWords struct {
	pairs []uint64 // hash of the form << 32 | word, sorted
	start []uint32 // by the upper bits of the hash
	shift int
}

// hashOf is FNV-1a.
func hashOf(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

func (n *nearWords) add(text string, id int32) {
	forms(text, func(form []byte) { n.pairs = append(n.pairs, uint64(hashOf(form))<<32|uint64(uint32(id))) })
}

// forms calls f with the word and with each form that lacks one letter.
func forms(text string, f func([]byte)) {
	var buf [64]byte
	if len(text) > len(buf) {
		return
	}
	f(append(buf[:0], text...))
	for i := range len(text) {
		if i > 0 && text[i] == text[i-1] {
			continue
		}
		f(append(append(buf[:0], text[:i]...), text[i+1:]...))
	}
}

func (n *nearWords) build() {
	slices.Sort(n.pairs)
	n.pairs = slices.Clip(slices.Compact(n.pairs))
	bits := 8
	for 1<<bits < len(n.pairs)/4 && bits < 20 {
		bits++
	}
	n.shift = 64 - bits
	n.start = make([]uint32, 1<<bits+1)
	at := 0
	for b := range n.start {
		for at < len(n.pairs) && n.pairs[at]>>n.shift < uint64(b) {
			at++
		}
		n.start[b] = uint32(at)
	}
}

// find calls f with words that share a form with text; they may be further away
// than one letter, and come more than once.
func (n *nearWords) find(text string, f func(int32)) {
	if len(n.pairs) == 0 {
		return
	}
	forms(text, func(form []byte) {
		h := uint64(hashOf(form))
		bucket := h << 32 >> n.shift
		for _, p := range n.pairs[n.start[bucket]:n.start[bucket+1]] {
			if p>>32 == h {
				f(int32(uint32(p)))
			}
		}
	})
}

// oneApart reports words that one inserted, deleted, replaced or swapped letter
// tells apart.
func oneApart(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
	}
	return a[i:] == b[i+1:]
}

// vowelShare is how far two words of one consonant key are apart: the cost of
// turning one into the other, by their vowels, as a share of the longer one. Letters
// that writers of one name exchange cost nothing (Omar, Umar; Salem, Salim; a
// doubled letter), e for a little (Ahmed, Ahmad).
func vowelShare(a, b string) float32 {
	var x, y [32]byte
	p, q := vowels(x[:0], a), vowels(y[:0], b)
	var rows [2][33]float32
	if other(p, q) {
		return 1
	}
	prev, cur := &rows[0], &rows[1]
	for j := range len(q) + 1 {
		prev[j] = float32(j)
	}
	for i := range len(p) {
		cur[0] = float32(i + 1)
		for j := range len(q) {
			cur[j+1] = min(prev[j]+exchange(p[i], q[j]), prev[j+1]+1, cur[j]+1)
		}
		prev, cur = cur, prev
	}
	return prev[len(q)] / float32(max(len(p), len(q), 1))
}

// other reports that an i at the end makes the one the name of the other's people:
// Hussein, Hosseini.
func other(p, q []byte) bool {
	ends := func(w []byte) bool { return len(w) > 3 && w[len(w)-1] == 'i' }
	return len(p) > 0 && len(q) > 0 && ends(p) != ends(q) && !isVowel(p[len(p)-1]) != !isVowel(q[len(q)-1])
}

func isVowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'u' }

func exchange(a, b byte) float32 {
	switch {
	case a == b, a == 'e' && b == 'i', a == 'i' && b == 'e':
		return 0
	case a == 'e' && b == 'a', a == 'a' && b == 'e':
		return 0.3
	}
	return 1
}

// vowels writes the word with one letter for each vowel sound and consonants as
// their key has them; at most 32.
func vowels(dst []byte, w string) []byte {
	var key [64]byte
	for i := 0; i < len(w) && len(dst) < cap(dst); i++ {
		c := w[i]
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'w':
			j := i
			for j < len(w) && strings.IndexByte("aeiouyw", w[j]) >= 0 {
				j++
			}
			dst = append(dst, vowelSound(w[i:j]))
			i = j - 1
		default:
			j := i
			for j < len(w) && strings.IndexByte("aeiouyw", w[j]) < 0 {
				j++
			}
			for _, k := range consonantRun(key[:0], w[i:j]) {
				if len(dst) < cap(dst) {
					dst = append(dst, k)
				}
			}
			i = j - 1
		}
	}
	return dst
}

// vowelSound is the one letter for a run of vowels.
func vowelSound(run string) byte {
	switch run {
	case "a", "aa", "ya", "wa", "aw":
		return 'a'
	case "e":
		return 'e'
	case "i", "y", "ee", "ei", "ey", "ai", "ay", "ie", "iy", "ye", "yi", "aye", "eye", "ii", "ae":
		return 'i'
	}
	if strings.ContainsAny(run, "ou") {
		return 'u'
	}
	return run[0]
}

// byEntry orders names of one entry as the list has them.
func byEntry(a, b *indexedName) int {
	return cmp.Or(cmp.Compare(a.entry, b.entry), cmp.Compare(a.name, b.name))
}
