package extract

import (
	"html"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/fixtures"
)

// typography strips from a quote what the perturbations change, so that claims of
// both texts can be compared.
var typography = strings.NewReplacer("\u00ad", "", "\u00a0", "", " ", "", "\n", "", "\r", "", "’", "'", "‘", "'", "“", `"`, "”", `"`, "\u2010", "-", "\u2011", "-")

// perturbations change how a text is set and not what it says.
var perturbations = []struct {
	name   string
	change func(string) string
}{
	{"straight quotes", strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`).Replace},
	{"curly quotes", curl},
	{"no-break spaces", func(s string) string { return everyNth(s, " ", "\u00a0", 5) }},
	{"double spaces", func(s string) string { return everyNth(s, " ", "  ", 3) }},
	{"soft hyphens", softHyphens},
	{"typographic hyphens", func(s string) string { return betweenLetters(s, '-', '\u2010') }},
	{"no-break hyphens", func(s string) string { return betweenLetters(s, '-', '\u2011') }},
	{"hard wraps", wrap},
	{"carriage returns", func(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\n", "\r\n") }},
	{"upper-case headline", upperHeadline},
	{"a web page", webPage},
}

// TestFixturePerturbations sets every plain-text fixture in other ways and wants the
// same claims from it, with the same words quoted.
func TestFixturePerturbations(t *testing.T) {
	names, err := fs.Glob(fixtures.FS, "*/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(names) < 100 {
		t.Fatalf("only %d plain-text fixtures", len(names))
	}
	x := New(lexicon(t))
	claims := func(name, text string, fold bool) []string {
		if strings.HasPrefix(text, "<!doctype") {
			name = strings.TrimSuffix(name, ".txt") + ".html"
		}
		doc, err := article.Read(name, []byte(text), article.Options{})
		if err != nil {
			t.Fatal(err)
		}
		found, err := x.Extract(t.Context(), doc)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, c := range found.Claims {
			s := describeClaim(c)
			for _, src := range c.Attribution {
				s += " | " + string(src.Kind) + " " + typography.Replace(src.Name)
			}
			for _, e := range c.Evidence {
				s += " | " + e.Role + " " + typography.Replace(e.Quote)
			}
			if fold {
				s = strings.ToLower(s)
			}
			out = append(out, s)
		}
		slices.Sort(out)
		return out
	}
	for _, p := range perturbations {
		t.Run(p.name, func(t *testing.T) {
			changed := 0
			for _, name := range names {
				data, err := fs.ReadFile(fixtures.FS, name)
				if err != nil {
					t.Fatal(err)
				}
				text := string(data)
				other := p.change(text)
				if other == text {
					continue
				}
				changed++
				fold := p.name == "upper-case headline"
				want, got := claims(name, text, fold), claims(name, other, fold)
				for _, w := range want {
					if !slices.Contains(got, w) {
						t.Errorf("%s: lost    %s", name, w)
					}
				}
				for _, g := range got {
					if !slices.Contains(want, g) {
						t.Errorf("%s: brought %s", name, g)
					}
				}
			}
			if changed == 0 {
				t.Error("no fixture is changed by this")
			}
		})
	}
}

func everyNth(s, old, repl string, n int) string {
	var b strings.Builder
	for k := 1; ; k++ {
		before, after, ok := strings.Cut(s, old)
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		if k%n == 0 && before != "" && !strings.HasSuffix(before, "\n") {
			b.WriteString(repl)
		} else {
			b.WriteString(old)
		}
		s = after
	}
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// betweenLetters replaces a sign that stands between two letters.
func betweenLetters(s string, old, repl rune) string {
	rs := []rune(s)
	for i := 1; i+1 < len(rs); i++ {
		if rs[i] == old && isLetter(rs[i-1]) && isLetter(rs[i+1]) {
			rs[i] = repl
		}
	}
	return string(rs)
}

// softHyphens breaks every word of nine or more letters in its middle.
func softHyphens(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		n := strings.IndexFunc(s, func(r rune) bool { return !isLetter(r) })
		if n < 0 {
			n = len(s)
		}
		if n >= 9 && s[:n] != strings.ToUpper(s[:n]) { // a dateline is known by its capitals
			b.WriteString(s[:n/2] + "\u00ad" + s[n/2:n])
		} else {
			b.WriteString(s[:n])
		}
		s = s[n:]
		if k := strings.IndexFunc(s, isLetter); k > 0 {
			b.WriteString(s[:k])
			s = s[k:]
		} else if k < 0 {
			b.WriteString(s)
			s = ""
		}
	}
	return b.String()
}

// curl sets straight quotation marks the way a word processor does.
func curl(s string) string {
	rs := []rune(s)
	for i, r := range rs {
		opens := i == 0 || strings.ContainsRune(" \n\t(—–“\u00a0", rs[i-1])
		switch {
		case r == '"' && opens:
			rs[i] = '“'
		case r == '"':
			rs[i] = '”'
		case r == '\'' && opens:
			rs[i] = '‘'
		case r == '\'':
			rs[i] = '’'
		}
	}
	return string(rs)
}

// wrap breaks the lines of a text whose paragraphs are set apart by empty lines,
// and leaves alone any in which line ends mean something.
func wrap(s string) string {
	paragraphs := strings.Split(strings.TrimSpace(s), "\n\n")
	if slices.ContainsFunc(paragraphs, func(p string) bool { return strings.Contains(strings.TrimSpace(p), "\n") }) {
		return s
	}
	var out []string
	for _, par := range paragraphs {
		if strings.Contains(par, " | ") {
			out = append(out, par) // a line of data
			continue
		}
		var b strings.Builder
		width := 0
		for k, w := range strings.Split(par, " ") {
			switch {
			case k > 0 && width+len(w) > 64:
				b.WriteString("\n")
				width = 0
			case k > 0:
				b.WriteString(" ")
				width++
			}
			b.WriteString(w)
			width += len(w)
		}
		out = append(out, b.String())
	}
	return strings.Join(out, "\n\n")
}

// upperHeadline sets a headline, a first line without a full stop, in capitals.
func upperHeadline(s string) string {
	first, rest, ok := strings.Cut(s, "\n")
	if !ok || first == "" || len(first) > 120 || strings.HasSuffix(first, ".") || !strings.HasPrefix(rest, "\n") {
		return s
	}
	return strings.ToUpper(first) + "\n" + rest
}

// webPage is the text as the article of a plain web page, with links around it.
func webPage(s string) string {
	paragraphs := strings.Split(strings.TrimSpace(s), "\n\n")
	if len(paragraphs) < 4 || slices.ContainsFunc(paragraphs, func(p string) bool { return strings.Contains(p, "\n") }) {
		return s
	}
	var b strings.Builder
	b.WriteString(`<!doctype html><html><head><meta charset="utf-8"></head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article>`)
	if first := paragraphs[0]; !strings.ContainsAny(first, ".0123456789") {
		b.WriteString("<h1>" + html.EscapeString(first) + "</h1>\n")
		paragraphs = paragraphs[1:]
	}
	for _, p := range paragraphs {
		b.WriteString("<p>" + html.EscapeString(p) + "</p>\n")
	}
	b.WriteString(`</article><footer>All rights reserved</footer></body></html>`)
	return b.String()
}
