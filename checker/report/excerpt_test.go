package report

import (
	"strings"
	"testing"
)

type fakeSource []string

func (s fakeSource) Line(n int) string {
	if n < 1 || n > len(s) {
		return ""
	}
	return s[n-1]
}

// draw shows an excerpt as it is printed.
func draw(rows []excerptRow) string {
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(r.text + "\n")
		if r.to > r.from {
			b.WriteString(strings.Repeat(" ", r.from) + strings.Repeat("^", r.to-r.from) + "\n")
		}
	}
	return b.String()
}

func TestExcerpt(t *testing.T) {
	for _, tc := range []struct {
		name                 string
		before, quote, after string
		width                int
		want                 string
	}{
		{"fits", "a ", "quote", " b", 20, "a quote b\n  ^^^^^\n"},
		{"exactly", "a ", "quote", " b", 9, "a quote b\n  ^^^^^\n"},
		{"indented line", "    a ", "quote", "", 20, "a quote\n  ^^^^^\n"},
		{"window", "the words that stand before the ", "quote", " and the words behind it", 30,
			"…before the quote and the…\n            ^^^^^\n"},
		{"window at the start", "", "quote", " and then the many words behind it", 20, "quote and then the…\n^^^^^\n"},
		{"window at the end", "the many words that stand before a ", "quote", "", 20, "…before a quote\n          ^^^^^\n"},
		{"rows", "before ", "one two three four five six", " after", 14,
			"before one two\n       ^^^^^^^\nthree four\n^^^^^^^^^^\nfive six after\n^^^^^^^^\n"},
		{"wide characters", "북한 ", "노동자", " 파견", 30, "북한 노동자 파견\n     ^^^^^^\n"},
		{"wide characters, rows", "", "북한노동자파견", "", 6, "북한노\n^^^^^^\n동자파\n^^^^^^\n견\n^^\n"},
		{"emoji", "👩\u200D🌾 ", "go", "", 30, "👩\u200D🌾 go\n   ^^\n"},
		{"combining marks", "cafe\u0301 ", "ne\u0301", " x", 30, "cafe\u0301 ne\u0301 x\n     ^^\n"},
		{"bidi control", "a\u202E ", "b", "", 30, "a‹U+202E› b\n          ^\n"},
		{"line break inside", "a ", "b\nc", "", 30, "a b c\n  ^^^\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := draw(excerpt(tc.before, tc.quote, tc.after, tc.width)); got != tc.want {
				t.Errorf("got\n%swant\n%s", got, tc.want)
			}
		})
	}
}

func TestExcerptOfLongPassage(t *testing.T) {
	quote := strings.Repeat("word ", 1_000_000)
	rows := excerpt(quote, quote, quote, 80)
	if len(rows) > 20 {
		t.Errorf("%d rows", len(rows))
	}
	if shown := draw(rows); !strings.Contains(shown, "characters …]") {
		t.Errorf("does not say that it leaves something out:\n%s", shown)
	}
}

func TestSurroundings(t *testing.T) {
	at := func(line, column int, quote string) Passage {
		return Passage{Line: line, Column: column, Target: Target{Selector: []Selector{{Type: textQuoteSelector, Exact: quote, Prefix: "pre ", Suffix: " post"}}}}
	}
	for _, tc := range []struct {
		name          string
		p             Passage
		source        Source
		before, after string
	}{
		{"in the line", at(2, 6, "quote"), fakeSource{"x", "café quote, then"}, "café ", ", then"},
		{"over two lines", at(1, 3, "b\nc"), fakeSource{"a b", "c d"}, "a ", " d"},
		{"no source", at(1, 5, "quote"), nil, "pre ", " post"},
		{"no source, more before", at(1, 9, "quote"), nil, "…pre ", " post"},
		{"source of another text", at(1, 1, "quote"), fakeSource{"something else"}, "pre ", " post"},
		{"column beyond the line", at(1, 90, "quote"), fakeSource{"quote"}, "…pre ", " post"},
		{"line beyond the text", at(9, 1, "quote"), fakeSource{"quote"}, "pre ", " post"},
		{"second line differs", at(1, 1, "a\nb"), fakeSource{"a", "c"}, "pre ", " post"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			before, _, after := surroundings(tc.p, tc.source)
			if before != tc.before || after != tc.after {
				t.Errorf("got %q and %q, want %q and %q", before, after, tc.before, tc.after)
			}
		})
	}
}

func TestWrap(t *testing.T) {
	for _, tc := range []struct {
		in    string
		width int
		want  string
	}{
		{"", 10, ""},
		{"one two", 10, "one two"},
		{"one two three", 7, "one two|three"},
		{"one two three", 8, "one two|three"},
		{"unbreakable", 4, "unbr|eaka|ble"},
		{"a unbreakable", 6, "a|unbrea|kable"},
		{"한국어", 4, "한국|어"},
		{"한", 1, "한"},
		{"  one   two  ", 5, "one|two"},
	} {
		if got := strings.Join(wrap(tc.in, tc.width), "|"); got != tc.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", tc.in, tc.width, got, tc.want)
		}
	}
}

func TestClip(t *testing.T) {
	for _, tc := range []struct {
		in    string
		width int
		want  string
	}{
		{"short", 5, "short"},
		{"longer", 5, "long…"},
		{"one two", 5, "one…"},
		{"한국어", 5, "한국…"},
		{strings.Repeat("\u0301", 100), 5, strings.Repeat("\u0301", 10) + "…"},
	} {
		if got := clip(tc.in, tc.width); got != tc.want {
			t.Errorf("clip(%q, %d) = %q, want %q", tc.in, tc.width, got, tc.want)
		}
	}
}
