package extract

import (
	"slices"
	"strings"
	"testing"

	"github.com/article41/article41/checker/claim"
)

// A text that is about a category, though no frame reads a sentence of it, is read against
// what it is about; one that tells what goes on at home, or only what the law is, is not.
func TestTopics(t *testing.T) {
	const law = "\n\nResolution 2397 bars food, stone, wood and machinery from North Korea. "
	tests := []struct{ name, text, category string }{
		{"goods, the State and a law", "Magnesite scraps from Tanchon lie in a yard near Haicheng, a driver said. The magnesite came at night, on lorries from the North, he said." + law, "sectoral-exports"},
		{"at home", "Magnesite scraps from Tanchon lie in a yard in Hamhung. The magnesite came on lorries from the north of Ryanggang.", ""},
		{"another State's", "Magnesite bricks from Izmir lie in a yard near Haicheng, a driver said. The magnesite came at night, on lorries from Ankara, he said." + law, ""},
		{"the law alone", "Magnesite from North Korea may not be imported, a lawyer said. Buying magnesite from North Korea is punishable." + law, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, c := range extractText(t, tt.text) {
				if tells(&c) && c.Category != "none" {
					got = append(got, c.Category)
				}
			}
			if tt.category == "" && len(got) > 0 || tt.category != "" && !slices.Contains(got, tt.category) {
				t.Errorf("claims of %v, want %q", got, tt.category)
			}
		})
	}
}

// What the whole text is about names no sentence as its basis.
func TestTopicClaimsSayTheirBasis(t *testing.T) {
	text := "Magnesite scraps from Tanchon lie in a yard near Haicheng, a driver said. The magnesite came at night, on lorries from the North, he said. " +
		"\n\nResolution 2397 bars earth and stone from North Korea."
	n := 0
	for _, c := range readOnClaims(extractText(t, text)) {
		n++
		if len(c.Parties) != 1 || c.Parties[0].Country != "KP" || c.Parties[0].Basis != wholeTextBasis || c.Extraction.Confidence != "low" {
			t.Errorf("claim %+v", c)
		}
		if len(c.Extraction.Review) == 0 || !strings.Contains(c.Extraction.Review[0], wholeTextBasis) {
			t.Errorf("review %v", c.Extraction.Review)
		}
	}
	if n == 0 {
		t.Error("nothing was read")
	}
}

func TestLawSays(t *testing.T) {
	for _, c := range extractText(t, "The training of police by North Koreans in Uganda falls under the embargo, resolution 2270 says.") {
		if c.Status == claim.Asserted || c.Status == claim.Alleged {
			t.Errorf("%s %q is %s", c.Activity, c.Evidence[0].Quote, c.Status)
		}
	}
}

// The words with which a date can begin are known, so that other words need no look.
func TestDatedWords(t *testing.T) {
	l := lexicon(t)
	for _, w := range datedWords {
		if id := l.vocab.lookup(w); id == 0 || !l.dated[id] {
			t.Errorf("%q is not marked", w)
		}
	}
	if l.dated[0] {
		t.Error("every unknown word is looked at")
	}
}

// The items of a list that a law opens are law; the sentence behind it is not.
func TestLawLists(t *testing.T) {
	text := "The act tells the President to designate any person that has knowingly:\n\nsupplied luxury goods to North Korea;\n\nbought coal from North Korea.\n\n" +
		"A trader in Dalian supplied whisky to North Korea in May.\n"
	var got []string
	for _, c := range extractText(t, text) {
		got = append(got, c.Category+" "+string(c.Status))
	}
	if want := []string{"luxury-goods normative", "minerals normative", "luxury-goods asserted"}; !slices.Equal(got, want) {
		t.Errorf("claims %v, want %v", got, want)
	}
}
