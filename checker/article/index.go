package article

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// stride is the distance in bytes between two code-point checkpoints: small
// enough that a look-up counts at most this many bytes.
const stride = 1024

// lineIndex converts between bytes, code points, lines and columns. It is built
// once, while the document is read, and never written again, so any number of
// goroutines may use it.
type lineIndex struct {
	built  bool
	ascii  bool  // byte offsets are code-point offsets
	total  int   // code points in the text
	lines  []int // byte offset of the start of each line
	points []int // points[i] is the number of runes that start before byte i*stride
}

func newLineIndex(text string) lineIndex {
	x := lineIndex{built: true, lines: []int{0}}
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		x.lines = append(x.lines, at)
	}
	x.ascii = isASCII(text)
	x.total = len(text)
	if x.ascii {
		return x
	}
	n := 0
	for at := 0; at < len(text); at += stride {
		x.points = append(x.points, n)
		n += runeStarts(text[at:min(at+stride, len(text))])
	}
	x.total = n
	return x
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// runeStarts counts the runes that begin in s; s may start or end inside one.
func runeStarts(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i]&0xc0 != 0x80 {
			n++
		}
	}
	return n
}

// positions returns the index; a Document that was put together by hand, as in
// tests, has none and gets one for this call.
func (d *Document) positions() lineIndex {
	if d.index.built {
		return d.index
	}
	return newLineIndex(d.Text)
}

// CodePoint converts a byte offset into a code-point offset. An offset inside a
// character counts as the character's start; one outside the text is clamped.
func (d *Document) CodePoint(byteOffset int) int {
	x := d.positions()
	b := max(0, min(byteOffset, len(d.Text)))
	if x.ascii {
		return b
	}
	for b < len(d.Text) && b > 0 && !utf8.RuneStart(d.Text[b]) {
		b--
	}
	if b == len(d.Text) {
		return x.total
	}
	i := b / stride
	return x.points[i] + runeStarts(d.Text[i*stride:b])
}

// Byte converts a code-point offset into a byte offset, clamped to the text.
func (d *Document) Byte(codePoint int) int {
	x := d.positions()
	if codePoint <= 0 {
		return 0
	}
	if codePoint >= x.total {
		return len(d.Text)
	}
	if x.ascii {
		return codePoint
	}
	// The last checkpoint with fewer starts before it than asked for lies before
	// the wanted character or in it.
	i := sort.SearchInts(x.points, codePoint+1) - 1
	n := x.points[i]
	for at := i * stride; at < len(d.Text); at++ {
		if !utf8.RuneStart(d.Text[at]) {
			continue
		}
		if n == codePoint {
			return at
		}
		n++
	}
	return len(d.Text)
}

// Position is the 1-based line and column of a byte offset; columns count code
// points.
func (d *Document) Position(byteOffset int) (line, column int) {
	x := d.positions()
	b := max(0, min(byteOffset, len(d.Text)))
	line = sort.SearchInts(x.lines, b+1)
	return line, 1 + d.CodePoint(b) - d.CodePoint(x.lines[line-1])
}

// Line is the text of a 1-based line without its line end; "" when there is no
// such line.
func (d *Document) Line(n int) string {
	x := d.positions()
	if n < 1 || n > len(x.lines) {
		return ""
	}
	if n == len(x.lines) {
		return d.Text[x.lines[n-1]:]
	}
	return d.Text[x.lines[n-1] : x.lines[n]-1]
}

// Quote is the text of a span, clamped to the document.
func (d *Document) Quote(s Span) string {
	start := max(0, min(s.Start, len(d.Text)))
	return d.Text[start:max(start, min(s.End, len(d.Text)))]
}

// Context is the text around a span: at most n code points on each side, never
// beyond the span's block.
func (d *Document) Context(s Span, n int) (prefix, suffix string) {
	start := max(0, min(s.Start, len(d.Text)))
	end := max(start, min(s.End, len(d.Text)))
	within := Span{0, len(d.Text)}
	i := sort.Search(len(d.Blocks), func(i int) bool { return d.Blocks[i].End > start })
	if i < len(d.Blocks) && d.Blocks[i].Start <= start {
		within = d.Blocks[i].Span
	}
	from := start
	for k := 0; k < n && from > within.Start; k++ {
		_, size := utf8.DecodeLastRuneInString(d.Text[within.Start:from])
		from -= size
	}
	to := end
	for k := 0; k < n && to < within.End; k++ {
		_, size := utf8.DecodeRuneInString(d.Text[to:within.End])
		to += size
	}
	return d.Text[from:start], d.Text[end:to]
}

// SentenceAt is the index in Sentences of the sentence that holds a byte.
func (d *Document) SentenceAt(byteOffset int) (i int, ok bool) {
	i = sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].End > byteOffset })
	return i, i < len(d.Sentences) && d.Sentences[i].Start <= byteOffset
}
