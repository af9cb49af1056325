package extract

import (
	"math"
	"math/bits"
	"unicode"
	"unicode/utf8"

	"github.com/article41/article41/checker/packed"
)

// kind is the coarse kind of a token.
type kind uint8

const (
	kWord kind = iota
	kNumber
	kPunct
)

// token is one token of the text. Offsets are bytes. It stays small because a
// long article holds many thousands of them.
type token struct {
	start, end int32
	id         uint32 // vocabulary id; 0 is a word the lexicon does not know
	kind       kind
	flags      uint8
}

const (
	fCap   uint8 = 1 << iota // first letter is upper case
	fUpper                   // more than one letter, all upper case
	fGlued                   // no white space before the token
)

func (t *token) is(f uint8) bool { return t.flags&f != 0 }

// Byte classes for the tokeniser's fast path.
const (
	bSpace = iota
	bLower
	bUpper
	bDigit
	bPunct
	bMulti // first byte of a multi-byte rune, or invalid
)

var byteClass = func() (t [256]uint8) {
	for i := range t {
		switch c := byte(i); {
		case c == ' ' || c >= '\t' && c <= '\r':
			t[i] = bSpace
		case c >= 'a' && c <= 'z':
			t[i] = bLower
		case c >= 'A' && c <= 'Z':
			t[i] = bUpper
		case c >= '0' && c <= '9':
			t[i] = bDigit
		case c < utf8.RuneSelf:
			t[i] = bPunct
		default:
			t[i] = bMulti
		}
	}
	return t
}()

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// tokenise appends the tokens of text[start:end] to dst. Words fold to lower
// case; a curly apostrophe counts as a straight one; soft hyphens and
// zero-width characters inside a word count as nothing. Hyphens are tokens of
// their own, so that "Russia-North Korea" still holds both countries.
func (v *vocabulary) tokenise(dst []token, text string, start, end int) []token {
	glued := uint8(0)
	for i := start; i < end; {
		switch byteClass[text[i]] {
		case bSpace:
			i++
			glued = 0
			continue
		case bLower, bUpper:
			dst, i = v.scanWord(dst, text, i, end, glued)
		case bDigit:
			dst, i = v.number(dst, text, i, end, glued)
		case bPunct:
			if n := v.contraction(text, i, end); n > 0 {
				dst = append(dst, v.make(text, i, i+n, kWord, glued))
				i += n
				break
			}
			dst = append(dst, v.make(text, i, i+1, kPunct, glued))
			i++
		default:
			r, n := utf8.DecodeRuneInString(text[i:])
			switch {
			case isBlank(r):
				i += n
				glued = 0
				continue
			case isIgnorable(r):
				i += n
				continue
			case unicode.IsLetter(r) || unicode.IsMark(r):
				dst, i = v.scanWord(dst, text, i, end, glued)
			case unicode.IsDigit(r):
				dst, i = v.number(dst, text, i, end, glued)
			default:
				if m := v.contraction(text, i, end); m > 0 {
					dst = append(dst, v.make(text, i, i+m, kWord, glued))
					i += m
					break
				}
				dst = append(dst, v.make(text, i, i+n, kPunct, glued))
				if r == '\u2010' || r == '\u2011' {
					dst[len(dst)-1].id = v.lookup("-") // set by a typesetter, the same to a reader
				}
				i += n
			}
		}
		glued = fGlued
	}
	return dst
}

// isBlank reports white space that is not ASCII, NBSP among it.
func isBlank(r rune) bool { return r == '\u00a0' || unicode.IsSpace(r) }

// isIgnorable reports characters that readers do not see: soft hyphen,
// zero-width space and joiners, byte order mark.
func isIgnorable(r rune) bool {
	return r == '\u00ad' || r >= '\u200b' && r <= '\u200d' || r == '\u2060' || r == '\ufeff'
}

// apostrophe is the length of an apostrophe at text[i:], or 0.
func apostrophe(text string, i int) int {
	if i < len(text) && text[i] == '\'' {
		return 1
	}
	if i+3 <= len(text) && text[i:i+3] == "\u2019" {
		return 3
	}
	return 0
}

// contraction is the length of 's, n't, 're, 'll, 've, 'd or 'm that begins at
// the apostrophe text[i:], or 0. ("n't" is cut off by scanWord.)
func (v *vocabulary) contraction(text string, i, end int) int {
	n := apostrophe(text, i)
	if n == 0 || i == 0 || !isLetterBefore(text, i) {
		return 0
	}
	j := i + n
	for j < end && j-i-n < 3 && (byteClass[text[j]] == bLower || byteClass[text[j]] == bUpper) {
		j++
	}
	if j < end && (byteClass[text[j]] == bLower || byteClass[text[j]] == bUpper) {
		return 0
	}
	switch lowerASCII(text[i+n : j]) {
	case "s", "re", "ll", "ve", "d", "m":
		return j - i
	}
	return 0
}

func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if byteClass[c] == bUpper {
			b[i] = c + 32
		}
	}
	return string(b)
}

func isLetterBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// scanWord scans one word beginning at i. "U.S." and "N." (an initial) are words
// with their dots; "didn't" gives "did" and "n't".
func (v *vocabulary) scanWord(dst []token, text string, i, end int, glued uint8) ([]token, int) {
	start, letters, upper := i, 0, 0
	hash := uint64(fnvOffset)
	ascii := true
	flags := glued
	for i < end {
		c := text[i]
		switch byteClass[c] {
		case bUpper:
			if letters == 0 {
				flags |= fCap
			}
			upper++
			c += 32
			fallthrough
		case bLower, bDigit:
			hash = (hash ^ uint64(c)) * fnvPrime
			letters++
			i++
			continue
		case bMulti:
			r, n := utf8.DecodeRuneInString(text[i:])
			if isIgnorable(r) {
				ascii = false
				i += n
				continue
			}
			if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) {
				ascii = false
				if unicode.IsUpper(r) {
					if letters == 0 {
						flags |= fCap
					}
					upper++
				}
				letters++
				i += n
				continue
			}
		case bPunct:
			if c == '.' && letters > 0 && i-start <= 12 && v.dotInside(text, start, i, end) {
				hash = (hash ^ '.') * fnvPrime
				i++
				continue
			}
		}
		if n := apostrophe(text, i); n > 0 && i+n < end && isLetterAt(text, i+n) && v.contraction(text, i, end) == 0 {
			// O'Brien, and the n't of didn't.
			if text[i-1] == 'n' && (text[i+n] == 't' || text[i+n] == 'T') && (i+n+1 >= end || !isLetterAt(text, i+n+1)) && i-1 > start {
				dst = append(dst, v.make(text, start, i-1, kWord, flags))
				return append(dst, v.make(text, i-1, i+n+1, kWord, fGlued)), i + n + 1
			}
			ascii = false
			i += n
			continue
		}
		break
	}
	if upper == letters && letters > 1 {
		flags |= fUpper
	}
	t := token{start: int32(start), end: int32(i), kind: kWord, flags: flags}
	if ascii {
		t.id = v.find(hash, text[start:i])
	} else {
		t.id = v.lookup(text[start:i])
	}
	return append(dst, t), i
}

// dotInside reports whether the dot at text[i] belongs to an abbreviation of
// single letters such as "U.S." or "N.".
func (v *vocabulary) dotInside(text string, start, i, end int) bool {
	for j := start; j < i; j += 2 {
		c := byteClass[text[j]]
		if c != bUpper && c != bLower {
			return false
		}
		if j+1 < i && text[j+1] != '.' {
			return false
		}
	}
	if i-start == 1 && byteClass[text[start]] == bLower {
		return i+2 < end && byteClass[text[i+1]] == bLower && text[i+2] == '.' // a.m.
	}
	return true
}

func isLetterAt(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	if c := byteClass[text[i]]; c != bMulti {
		return c == bLower || c == bUpper
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

// number scans digits with inner commas and dots; "122mm" and "17th" are words.
func (v *vocabulary) number(dst []token, text string, i, end int, glued uint8) ([]token, int) {
	start := i
	for i < end {
		c := text[i]
		if byteClass[c] == bDigit || (c == ',' || c == '.') && i+1 < end && byteClass[text[i+1]] == bDigit {
			i++
			continue
		}
		break
	}
	k := kNumber
	for i < end && (byteClass[text[i]] == bLower || byteClass[text[i]] == bUpper || byteClass[text[i]] == bDigit) {
		k = kWord
		i++
	}
	if i == start { // a digit that is not ASCII
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	return append(dst, v.make(text, start, i, k, glued)), i
}

func (v *vocabulary) make(text string, start, end int, k kind, flags uint8) token {
	if c := byteClass[text[start]]; c == bUpper {
		flags |= fCap
	}
	return token{start: int32(start), end: int32(end), id: v.lookup(text[start:end]), kind: k, flags: flags}
}

// vocabulary numbers the folded words of the lexicon, from 1. It is an open
// hash table because it is asked once for every word of every article, and made
// of slices because it is the one part of the lexicon for which that is faster;
// while the lexicon is compiled, it is a map.
type vocabulary struct {
	text   string   // holds the words
	starts []uint32 // of words in text, by id; each ends where the next begins
	slots  []uint16 // id or 0; their number is a power of two
	draft  map[string]uint32
}

// maxWords is how many words a slot can tell apart.
const maxWords = math.MaxUint16

func newVocabulary() *vocabulary { return &vocabulary{draft: map[string]uint32{"": 0}} }

// fold is the form under which a word is known.
func fold(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] < utf8.RuneSelf && byteClass[s[i]] != bUpper
	}
	if plain {
		return s
	}
	b := make([]byte, 0, len(s))
	for i, r := range s {
		switch {
		case isIgnorable(r):
		case r == '\u2019' || r == '\u2018':
			b = append(b, '\'')
		case r == utf8.RuneError:
			b = append(b, s[i])
		default:
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return string(b)
}

func hashOf(folded string) uint64 {
	h := uint64(fnvOffset)
	for i := range len(folded) {
		h = (h ^ uint64(folded[i])) * fnvPrime
	}
	return h
}

// add returns the id of a word, new or known; only for a draft.
func (v *vocabulary) add(word string) uint32 {
	folded := fold(word)
	id, ok := v.draft[folded]
	if !ok {
		id = uint32(len(v.draft))
		v.draft[folded] = id
	}
	return id
}

func (v *vocabulary) pack() packed.List {
	words := make([]string, len(v.draft))
	for word, id := range v.draft {
		words[id] = word
	}
	return packed.NewList(words)
}

// unpackVocabulary makes the hash table, with room for as many words again and
// more.
func unpackVocabulary(words packed.List) *vocabulary {
	n := words.Len()
	v := &vocabulary{text: string(words), starts: words.Starts(), slots: make([]uint16, 1<<bits.Len(uint(2*n)))}
	mask := uint64(len(v.slots) - 1)
	for id := 1; id < n; id++ {
		i := hashOf(v.word(uint32(id))) & mask
		for v.slots[i] != 0 {
			i = (i + 1) & mask
		}
		v.slots[i] = uint16(id)
	}
	return v
}

// word is the folded word with an id.
func (v *vocabulary) word(id uint32) string { return v.text[v.starts[id]:v.starts[id+1]] }

// lookup returns the id of a word as it stands in a text, or 0.
func (v *vocabulary) lookup(word string) uint32 {
	f := fold(word)
	if f == "" || v.draft != nil {
		return v.draft[f]
	}
	mask := uint64(len(v.slots) - 1)
	for i := hashOf(f) & mask; ; i = (i + 1) & mask {
		if id := uint32(v.slots[i]); id == 0 || v.word(id) == f {
			return id
		}
	}
}

// find is lookup for an ASCII word whose folded hash is known already.
func (v *vocabulary) find(h uint64, word string) uint32 {
	if v.draft != nil {
		return v.draft[fold(word)]
	}
	mask := uint64(len(v.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		if id := uint32(v.slots[i]); id == 0 || equalFoldASCII(v.word(id), word) {
			return id
		}
	}
}

func equalFoldASCII(folded, word string) bool {
	if len(folded) != len(word) {
		return false
	}
	for i := range len(word) {
		c := word[i]
		if byteClass[c] == bUpper {
			c += 32
		}
		if c != folded[i] {
			return false
		}
	}
	return true
}
