package stories

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/article41/article41/checker/article"
)

const (
	// shingle is the number of successive words that are compared as one. Two
	// reports of one event share names and short phrases, but hardly five words
	// in a row outside quotations; copies share nearly all of them.
	shingle = 5
	// fewestWords a text must have to be compared at all. Two pages of which
	// only "subscribe to read on" is left are no story.
	fewestWords = 40
	// mostHashes bounds a sketch to 4 KB. An article has a few hundred words; of
	// one with more word sequences than this a sample of at least half as many
	// is kept, which gives shares to about two per cent.
	mostHashes = 1024
	// openingWords, or half of a shorter text, begin every copy that was cut from
	// the end, and no other excerpt.
	openingWords = 100
)

// Sketch is what is remembered of a document: enough to compare it, and nothing
// of its text. The zero Sketch is like no other.
type Sketch struct {
	textSHA256 string
	words      int // of the story: no headlines, no dateline, nothing that was dropped
	// same is equal in texts that must fall together: it names the words in their
	// order or, where there are too few, the canonical text.
	same string
	// hashes of the word sequences, ascending and distinct, all of them below
	// 2^32 >> coarse: the sample for a coarser grain is a prefix of it.
	hashes  []uint32
	coarse  int
	opening []uint32 // the hashes of the first openingWords, ascending
}

// SketchOf reads the story of a document: its kept blocks without headings,
// which every outlet writes for itself, and without the dateline. Only letters
// and digits count, in lower case, so that quotation marks, spaces, hyphens and
// line breaks make no difference.
func SketchOf(doc *article.Document) Sketch {
	s := Sketch{textSHA256: doc.TextSHA256}
	var words []uint64
	for _, b := range doc.Blocks {
		if b.Dropped != "" || b.Kind == article.Heading || b.Kind == article.Caption {
			continue
		}
		// The dateline stands at the beginning of a block, or after a line of it.
		if d := doc.Meta.Dateline.Span; d.Len() > 0 && b.Contains(d) {
			words = appendWords(words, doc.Text[b.Start:d.Start])
			b.Start = d.End
		}
		words = appendWords(words, doc.Text[b.Start:b.End])
	}
	s.words = len(words)
	if s.words < fewestWords {
		s.same = doc.TextSHA256
		return s
	}
	order := offset
	for _, w := range words {
		order = mix(order ^ w)
	}
	s.same = fmt.Sprintf("%d %x", s.words, order)
	s.hashes = sequences(words)
	for len(s.hashes) > mostHashes {
		s.coarse++
		s.hashes = below(s.hashes, s.coarse)
	}
	s.hashes = slices.Clone(s.hashes) // without the room for the rest
	s.opening = sequences(words[:min(openingWords, len(words)/2)])
	return s
}

// sequences hashes every run of shingle words.
func sequences(words []uint64) []uint32 {
	out := make([]uint32, 0, len(words)-shingle+1)
	for i := range len(words) - shingle + 1 {
		h := offset
		for _, w := range words[i : i+shingle] {
			h = mix(h ^ w)
		}
		out = append(out, uint32(h>>32))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// below is the sample of a grain: the hashes below 2^32 >> coarse.
func below(hashes []uint32, coarse int) []uint32 {
	end, _ := slices.BinarySearchFunc(hashes, uint64(1)<<32>>coarse, func(h uint32, limit uint64) int { return cmp.Compare(uint64(h), limit) })
	return hashes[:end]
}

// shares are the parts of a's word sequences that stand in b, and of b's that
// stand in a.
func shares(a, b Sketch) (ofA, ofB float64) {
	coarse := max(a.coarse, b.coarse)
	x, y := below(a.hashes, coarse), below(b.hashes, coarse)
	n := float64(common(x, y))
	return n / float64(max(1, len(x))), n / float64(max(1, len(y)))
}

// opens reports whether a holds most of b's opening.
func opens(a, b Sketch) bool {
	opening := below(b.opening, a.coarse)
	return 2*common(a.hashes, opening) > len(opening)
}

// common counts what two ascending lists share.
func common(x, y []uint32) int {
	n := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] > y[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

const offset uint64 = 14695981039346656037

// appendWords hashes each word of s. Apostrophes join ("Korea's"), characters
// that cannot be seen are passed over, everything else that is neither letter
// nor digit separates.
func appendWords(words []uint64, s string) []uint64 {
	if strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) {
		s = norm.NFKC.String(s)
	}
	h, in := offset, false
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || unicode.Is(unicode.Cf, r):
			continue
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)):
			r = unicode.ToLower(r)
		default:
			if in {
				words = append(words, mix(h))
			}
			h, in = offset, false
			continue
		}
		h, in = (h^uint64(r))*1099511628211, true
	}
	if in {
		words = append(words, mix(h))
	}
	return words
}

// mix spreads every bit of x over all others, so that the smallest hashes are a
// fair sample of the word sequences.
func mix(x uint64) uint64 {
	hi, lo := bits.Mul64(x^0x9e3779b97f4a7c15, 0xd6e8feb86659fd93)
	x = hi ^ lo
	x ^= x >> 32
	x *= 0xd6e8feb86659fd93
	return x ^ x>>32
}
