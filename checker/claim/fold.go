package claim

import (
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/article41/article41/checker/article"
)

// folded is a view of a text in which what people and programs change when
// they copy words is made equal: runs of white space (line breaks and
// no-break spaces too) are one space, curly quote marks straight, dashes
// hyphens, invisible characters gone, and characters in their NFKC form. The
// case of letters is kept: "polish" is not "Polish".
//
// Each byte of the view knows the bytes of the text it came from. Bytes that
// came from the same piece of text, such as both letters of a ligature, share
// them; a span that would cut such a piece has no place in the text.
type folded struct {
	text       string
	start, end []int32 // of the piece of text behind each byte
}

func fold(s string) *folded {
	f := &folded{start: make([]int32, 0, len(s)), end: make([]int32, 0, len(s))}
	var b strings.Builder
	b.Grow(len(s))
	add := func(t string, from, to int) {
		for _, r := range t {
			if unicode.IsSpace(r) {
				if n := len(f.end); n > 0 && b.String()[n-1] == ' ' {
					f.end[n-1] = int32(to)
					continue
				}
				r = ' '
			}
			for range utf8.RuneLen(r) {
				f.start, f.end = append(f.start, int32(from)), append(f.end, int32(to))
			}
			b.WriteRune(r)
		}
	}
	for i := 0; i < len(s); {
		if ascii(s, i) {
			add(s[i:i+1], i, i+1)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if t, ok := equal(r); ok {
			add(t, i, i+size)
			i += size
			continue
		}
		n := norm.NFKC.NextBoundaryInString(s[i:], true)
		add(replace().Replace(norm.NFKC.String(s[i:i+n])), i, i+n)
		i += n
	}
	f.text = b.String()
	return f
}

// ascii reports whether s[i] is ASCII and stands alone: a combining mark may
// follow it.
func ascii(s string, i int) bool {
	return s[i] < utf8.RuneSelf && (i+1 == len(s) || s[i+1] < utf8.RuneSelf)
}

// equal gives what a character is folded to before normalisation. NFKC would
// turn the acute accent into a space and a mark, and the double prime into two
// single ones. "" drops a character that cannot be seen.
func equal(r rune) (string, bool) {
	switch r {
	case '‘', '’', '‚', '‛', '′', '´', 'ʼ':
		return "'", true
	case '“', '”', '„', '‟', '″':
		return `"`, true
	case '‐', '‑', '‒', '–', '—', '―', '−', '﹘', '﹣', '－':
		return "-", true
	case '\u00ad', '\u061c', '\u180e', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c',
		'\u202d', '\u202e', '\u2060', '\u2066', '\u2067', '\u2068', '\u2069', '\ufe0e', '\ufe0f', '\ufeff':
		return "", true
	}
	return "", false
}

// replace folds what an ordinary letter's segment or a compatibility form may
// still hold after normalisation.
var replace = sync.OnceValue(func() *strings.Replacer {
	var pairs []string
	for _, r := range "‘’‚‛′ʼ“”„‟″‐‒–—―−" {
		to, _ := equal(r)
		pairs = append(pairs, string(r), to)
	}
	return strings.NewReplacer(pairs...)
})

// span is where bytes [a, b) of the view stand in the text; ok is false when
// they begin or end inside a piece.
func (f *folded) span(a, b int) (s article.Span, ok bool) {
	if a > 0 && f.start[a-1] == f.start[a] || b < len(f.start) && f.start[b] == f.start[b-1] {
		return article.Span{}, false
	}
	return article.Span{Start: int(f.start[a]), End: int(f.end[b-1])}, true
}

// before and after are the view's text on either side of a span of the text.
func (f *folded) before(s article.Span) string {
	return f.text[:sort.Search(len(f.start), func(i int) bool { return int(f.end[i]) > s.Start })]
}

func (f *folded) after(s article.Span) string {
	return f.text[sort.Search(len(f.start), func(i int) bool { return int(f.start[i]) >= s.End }):]
}

// foldQuote folds words to look for; white space at their ends does not count.
func foldQuote(s string) string { return strings.Trim(fold(s).text, " ") }
