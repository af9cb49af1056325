package stories

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/fixtures"
)

// text is an article before it is read.
type text struct{ name, body string }

// fixtureTexts are the plain-text articles of the fixtures.
func fixtureTexts(t testing.TB) []text {
	t.Helper()
	names, err := fs.Glob(fixtures.FS, "*/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []text
	for _, name := range names {
		data, err := fixtures.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, text{path.Dir(name), strings.ReplaceAll(string(data), "\r\n", "\n")})
	}
	if len(out) < 40 {
		t.Fatalf("only %d articles", len(out))
	}
	return out
}

func sketchOf(t testing.TB, name, body string) Sketch {
	t.Helper()
	return SketchOf(read(t, name, body))
}

func read(t testing.TB, name, body string) *article.Document {
	t.Helper()
	doc, err := article.Read(name, []byte(body), article.Options{MediaType: "text/plain"})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// The ways in which outlets and programs change a text that they take over.
var perturbations = []struct {
	name   string
	change func(string) string
}{
	{"no-break spaces", func(s string) string { return strings.ReplaceAll(s, " the ", " the\u00a0") }},
	{"curly quotes", curly},
	{"straight quotes", strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'").Replace},
	{"soft hyphens", func(s string) string { return strings.ReplaceAll(s, "tion", "tion\u00ad") }},
	{"lines wrapped anew", rewrap},
	{"another headline", func(s string) string { return "What we know so far about the case\n\n" + withoutHeadline(s) }},
	{"another dateline", func(s string) string {
		return "What we know so far about the case\n\nSEOUL, May 17 (Reuters) - " + withoutHeadline(s)
	}},
	{"another first sentence", func(s string) string {
		return "The matter is bound to raise new questions in several capitals this week.\n\n" + withoutHeadline(s)
	}},
	{"cut at 60 %", func(s string) string { return cut(s, 0.6) }},
	{"related links", func(s string) string {
		return s + "\n\nRelated\n\nMore from the region\n\nFive things to know about the border town\n\nHow the ferry came back\n"
	}},
	{"outlet's own last lines", func(s string) string {
		return s + "\n\nThis report was supplied by an agency and has not been edited by our newsroom, except for its headline.\n"
	}},
	{"cut, new headline, quotes, links", func(s string) string {
		return "What we know so far about the case\n\n" + curly(cut(withoutHeadline(s), 0.65)) + "\n\nRead more\n\nHow the ferry came back\n"
	}},
	{"a word changed in every other paragraph", func(s string) string {
		parts := strings.Split(s, "\n\n")
		for i := range parts {
			if words := strings.Fields(parts[i]); i%2 == 1 && len(words) > 8 {
				words[len(words)/2] = "reportedly"
				parts[i] = strings.Join(words, " ")
			}
		}
		return strings.Join(parts, "\n\n")
	}},
}

func curly(s string) string {
	s = regexp.MustCompile(`"([^"\n]*)"`).ReplaceAllString(s, "“$1”")
	return strings.ReplaceAll(s, "'", "’")
}

// rewrap breaks every paragraph into short lines.
func rewrap(s string) string {
	if strings.Count(s, "\n\n") < 3 {
		return s // a page without blank lines: wrapped anew, its paragraphs are gone
	}
	parts := strings.Split(s, "\n\n")
	for i, p := range parts {
		var b strings.Builder
		column := 0
		for _, w := range strings.Fields(p) {
			if column > 0 && column+len(w) > 62 {
				b.WriteByte('\n')
				column = 0
			} else if column > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(w)
			column += len(w) + 1
		}
		parts[i] = b.String()
	}
	return strings.Join(parts, "\n\n")
}

// withoutHeadline takes the first paragraph off when it does not end as a
// sentence does.
func withoutHeadline(s string) string {
	first, rest, ok := strings.Cut(strings.TrimLeft(s, "\n"), "\n\n")
	if !ok || strings.ContainsAny(first[len(first)-1:], `.”"`) {
		return s
	}
	return rest
}

// cut keeps the share of the words, to the end of the sentence.
func cut(s string, share float64) string {
	n := int(share * float64(len(s)))
	if end := strings.IndexAny(s[n:], ".!?"); end >= 0 {
		n += end + 1
	}
	return s[:n]
}
