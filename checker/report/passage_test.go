package report

import (
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/article41/article41/checker/claim"
)

func TestPassageOf(t *testing.T) {
	doc := readDocument(t, "harbour.txt")
	quote := "moving to deploy workers to Russia"
	p := passageOf(t, doc, "", quote)

	if p.Role != claim.Primary {
		t.Errorf("role %q, want primary by default", p.Role)
	}
	if p.Line != 3 || !strings.HasPrefix(string([]rune(doc.Line(3))[p.Column-1:]), quote) {
		t.Errorf("line %d, column %d do not lead to the quote", p.Line, p.Column)
	}
	i, ok := doc.SentenceAt(strings.Index(doc.Text, quote))
	if !ok || p.Sentence != doc.Sentences[i].Number || p.Paragraph != doc.Sentences[i].Paragraph {
		t.Errorf("paragraph %d, sentence %d are not the document's", p.Paragraph, p.Sentence)
	}
	if p.Target.Type != "SpecificResource" || p.Target.Source != "sha256:"+doc.TextSHA256 {
		t.Errorf("target %q of %q", p.Target.Type, p.Target.Source)
	}
	if len(p.Target.Selector) != 2 || p.Target.Selector[0].Type != "TextQuoteSelector" || p.Target.Selector[1].Type != "TextPositionSelector" {
		t.Fatalf("selectors %+v", p.Target.Selector)
	}
	q, at := p.Target.Selector[0], p.Target.Selector[1]
	runes := []rune(doc.Text)
	if string(runes[*at.Start:*at.End]) != quote || q.Exact != quote {
		t.Errorf("offsets %d to %d hold %q", *at.Start, *at.End, string(runes[*at.Start:*at.End]))
	}
	if q.Prefix != "been signs that North Korea was " {
		t.Errorf("prefix %q", q.Prefix)
	}
	if utf8.RuneCountInString(q.Prefix) > 32 || utf8.RuneCountInString(q.Suffix) > 32 || !strings.Contains(doc.Text, q.Prefix+q.Exact+q.Suffix) {
		t.Errorf("context %q … %q", q.Prefix, q.Suffix)
	}
	if want := "#:~:text=signs%20that%20North%20Korea%20was-,moving%20to%20deploy%20workers%20to%20Russia"; p.Fragment != want {
		t.Errorf("fragment %q, want %q", p.Fragment, want)
	}
}

// The context of a quote ends with its paragraph: browsers do not find one
// that crosses.
func TestPassageOfParagraphBounds(t *testing.T) {
	doc := readDocument(t, "harbour.txt")
	p := passageOf(t, doc, claim.Contradicting, "Moscow has denied that it is receiving workers.")
	if q := p.Target.Selector[0]; q.Prefix != "" || q.Suffix != "" {
		t.Errorf("context %q … %q of a whole paragraph", q.Prefix, q.Suffix)
	}
	if want := "#:~:text=Moscow%20has%20denied%20that%20it%20is%20receiving%20workers."; p.Fragment != want {
		t.Errorf("fragment %q, want %q", p.Fragment, want)
	}
}

func TestPassageOfRefuses(t *testing.T) {
	doc := readDocument(t, "harbour.txt")
	good := evidenceOf(t, doc, "", "Moscow has denied")
	total := utf8.RuneCountInString(doc.Text)
	at := func(n int) *int { return &n }
	for _, tc := range []struct {
		name string
		ev   claim.Evidence
		want string
	}{
		{"no offsets", claim.Evidence{Quote: good.Quote}, "no offsets"},
		{"no end", claim.Evidence{Quote: good.Quote, Start: good.Start}, "no offsets"},
		{"other words", claim.Evidence{Quote: "Moscow has agreed", Start: good.Start, End: good.End}, "the evidence quotes"},
		{"byte offsets", claim.Evidence{Quote: good.Quote, Start: at(strings.Index(doc.Text, good.Quote)), End: at(strings.Index(doc.Text, good.Quote) + 17)}, "the evidence quotes"},
		{"backwards", claim.Evidence{Quote: good.Quote, Start: good.End, End: good.Start}, "not a range"},
		{"empty", claim.Evidence{Start: good.Start, End: good.Start}, "not a range"},
		{"negative", claim.Evidence{Quote: "M", Start: at(-1), End: at(1)}, "not a range"},
		{"beyond the end", claim.Evidence{Quote: "x", Start: at(total - 1), End: at(total + 1)}, "not a range"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, err := PassageOf(doc, tc.ev)
			if err == nil || !strings.Contains(err.Error(), tc.want) || !strings.Contains(err.Error(), doc.Name) {
				t.Errorf("error %v, want one with %q and the document's name", err, tc.want)
			}
		})
	}
}

func TestTextFragment(t *testing.T) {
	long := "North Korea has sent workers to building sites in the far east of the neighbouring country, an official said on Tuesday"
	for _, tc := range []struct{ name, prefix, quote, want string }{
		{"plain", "", "deploy workers", "#:~:text=deploy%20workers"},
		{"prefix", "was moving to ", "deploy workers", "#:~:text=was%20moving%20to-,deploy%20workers"},
		{"prefix of many words", "one two three four five six seven ", "x", "#:~:text=three%20four%20five%20six%20seven-,x"},
		{"prefix without words", " “", "x", "#:~:text=x"},
		{"syntax", "", "oil, gas & ship-to-ship", "#:~:text=oil%2C%20gas%20%26%20ship%2Dto%2Dship"},
		{"long", "", long, "#:~:text=North%20Korea%20has%20sent%20workers,an%20official%20said%20on%20Tuesday"},
		{"line break", "", "deploy\n  workers", "#:~:text=deploy%20workers"},
		{"no-break space stays", "", "North\u00A0Korea", "#:~:text=North%C2%A0Korea"},
		{"Korean", "", "북한", "#:~:text=%EB%B6%81%ED%95%9C"},
		{"emoji", "", "a 👩\u200D🌾", "#:~:text=a%20%F0%9F%91%A9%E2%80%8D%F0%9F%8C%BE"},
		{"nothing to find", "before", " … ", ""},
		{"empty", "before", "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := TextFragment(tc.prefix, tc.quote); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

var fragmentSyntax = regexp.MustCompile(`^#:~:text=(([A-Za-z0-9._~]|%[0-9A-F]{2})+-,)?([A-Za-z0-9._~]|%[0-9A-F]{2})+(,([A-Za-z0-9._~]|%[0-9A-F]{2})+)?$`)

func FuzzTextFragment(f *testing.F) {
	f.Add("was moving to ", "deploy workers")
	f.Add("", "a, b-c & d")
	f.Add("\xff", "\xfe x")
	f.Add("“", "one two three four five six seven eight nine ten eleven\n\ntwelve")
	f.Fuzz(func(t *testing.T, prefix, quote string) {
		got := TextFragment(prefix, quote)
		if got == "" {
			if strings.ContainsFunc(quote, wordRune) {
				t.Errorf("no fragment for %+q", quote)
			}
			return
		}
		if !fragmentSyntax.MatchString(got) {
			t.Fatalf("%q is not a text directive", got)
		}
		u, err := url.Parse("https://example.org/a" + got)
		if err != nil || !utf8.ValidString(u.Fragment) {
			t.Errorf("%q is not a URI fragment: %v", got, err)
		}
	})
}
