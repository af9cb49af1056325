package extract

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func words(v *vocabulary, text string) []string {
	var out []string
	for _, t := range v.tokenise(nil, text, 0, len(text)) {
		out = append(out, text[t.start:t.end])
	}
	return out
}

func TestTokenise(t *testing.T) {
	v := newVocabulary()
	for text, want := range map[string]string{
		"Russia-North Korea":      "Russia|-|North|Korea",
		"Korea’s workers' jobs":   "Korea|’s|workers|'|jobs",
		"didn't won’t can't":      "did|n't|wo|n’t|ca|n't",
		"U.S. officials":          "U.S.|officials",
		"N. Korea":                "N.|Korea",
		"1,200.5 tonnes, 30,000.": "1,200.5|tonnes|,|30,000|.",
		"122mm 17th 1980s":        "122mm|17th|1980s",
		"North\u00a0Korea":        "North|Korea",
		"work\u00aders":           "work\u00aders",
		"O'Brien’s":               "O'Brien|’s",
		"“quoted”":                "“|quoted|”",
		"a.m. in 2017.":           "a.m.|in|2017|.",
		"sanctions.The":           "sanctions|.|The",
		"Türkiye":                 "Türkiye",
	} {
		if got := strings.Join(words(v, text), "|"); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestFoldedLookup checks that a word is found however it is written.
func TestFoldedLookup(t *testing.T) {
	v := newVocabulary()
	id := v.add("workers")
	for _, text := range []string{"workers", "Workers", "WORKERS", "work\u00aders"} {
		toks := v.tokenise(nil, text, 0, len(text))
		if len(toks) != 1 || toks[0].id != id {
			t.Errorf("%q is not found", text)
		}
	}
	if v.lookup("worker") != 0 || v.lookup("") != 0 {
		t.Error("an unknown word has an id")
	}
	for i := range 5000 {
		v.add(strings.Repeat("x", i%7) + string(rune('a'+i%26)) + strings.Repeat("y", i/26))
	}
	if v.lookup("Workers") != id {
		t.Error("a word is lost when the table grows")
	}
}

func FuzzTokenise(f *testing.F) {
	for _, s := range []string{"N. Korea's “work\u00aders”", "don't U.S.A. 1,2,3.4.", "\u00a0’s'’’", "İstanbul ﬀ ǅ"} {
		f.Add(s)
	}
	v := newVocabulary()
	v.add("korea")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		end := int32(0)
		for _, tok := range v.tokenise(nil, text, 0, len(text)) {
			if tok.start < end || tok.end <= tok.start || int(tok.end) > len(text) {
				t.Fatalf("token [%d,%d) after %d", tok.start, tok.end, end)
			}
			if !utf8.ValidString(text[tok.start:tok.end]) {
				t.Fatalf("token cuts a rune: %q", text[tok.start:tok.end])
			}
			end = tok.end
		}
	})
}

func TestVerbForms(t *testing.T) {
	irregular := map[string][2]string{"send": {"sent", "sent"}, "take": {"took", "taken"}}
	doubling := map[string]bool{"transship": true}
	for lemma, want := range map[string]string{
		"send":      "send sending sends sent",
		"take":      "take taken takes taking took",
		"ship":      "ship shipped shipping ships",
		"deploy":    "deploy deployed deploying deploys",
		"supply":    "supplied supplies supply supplying",
		"employ":    "employ employed employing employs",
		"hire":      "hire hired hires hiring",
		"transship": "transship transshipped transshipping transships",
		"travel":    "travel traveled traveling travelled travelling travels",
		"reveal":    "reveal revealed revealing reveals",
		"flee":      "flee fleed fleeing flees", // irregular: words.yaml says fled
		"carry out": "carried out carries out carry out carrying out",
		"agree":     "agree agreed agreeing agrees",
	} {
		var got []string
		for _, f := range verbForms(nil, lemma, irregular, doubling) {
			got = append(got, f.word)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", lemma, s, want)
		}
	}
}

func TestPlural(t *testing.T) {
	for n, want := range map[string]string{
		"worker": "workers", "factory": "factories", "craft": "craft", "fisherman": "fishermen",
		"salesperson": "salespeople", "wages": "wageses", "boss": "bosses", "deploy": "deploys",
	} {
		if got := plural(n); got != want {
			t.Errorf("%s: %s, want %s", n, got, want)
		}
	}
}
