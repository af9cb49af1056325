package article

import (
	"slices"
	"strings"
	"testing"
)

// TestCuesAreFolded: a phrase that is not written as blocks are folded would never
// be found.
func TestCuesAreFolded(t *testing.T) {
	var f folded
	for _, c := range cues {
		if f.fold(c.phrase); string(f.text) != c.phrase {
			t.Errorf("cue %q is read as %q", c.phrase, f.text)
		}
		if c.reason == "" || c.weight <= 0 {
			t.Errorf("cue %q is %+v", c.phrase, c)
		}
	}
	for text := range wholeBlocks() {
		if plain(text) != text {
			t.Errorf("text %q is read as %q", text, plain(text))
		}
	}
	for name := range agencies() {
		if plain(name) != name {
			t.Errorf("agency %q is read as %q", name, plain(name))
		}
	}
}

// TestTablesAreUnambiguous: an entry in two lists would get either's meaning, by
// the order of a map.
func TestTablesAreUnambiguous(t *testing.T) {
	seen := map[string]string{}
	for _, w := range wholeTexts {
		for _, text := range w.texts {
			if other, again := seen[text]; again {
				t.Errorf("%q is both %s and %s", text, w.reason, other)
			}
			seen[text] = w.reason
		}
	}
	classes := map[string]int{}
	for class, words := range abbreviationLists {
		for _, w := range slices.Compact(slices.Sorted(strings.FieldsSeq(words))) {
			if other, again := classes[w]; again {
				t.Errorf("abbreviation %q is in classes %d and %d", w, class, other)
			}
			classes[w] = class
		}
	}
	phrases := map[string]bool{}
	for _, c := range cues {
		if phrases[c.phrase] {
			t.Errorf("cue %q is listed twice", c.phrase)
		}
		phrases[c.phrase] = true
	}
}

func TestFold(t *testing.T) {
	var f folded
	f.fold("“Sign-up” now — it’s R30 p/m: Grö\u00adße\u00a0X.")
	if got := string(f.text); got != "sign up now it's r30 p m größe x" {
		t.Errorf("folded to %q", got)
	}
	if f.words() != 9 || string(f.word(8)) != "x" || !f.quoted[1] || f.quoted[2] {
		t.Errorf("%d words, quoted %v", f.words(), f.quoted)
	}
	if !f.hasPhrase(0, "sign up") || f.hasPhrase(0, "sign u") || f.hasPhrase(8, "x y") {
		t.Error("phrases are not matched by whole words")
	}
	if f.fold("…"); f.words() != 0 || len(f.text) != 0 {
		t.Errorf("scratch space is not cleared: %q", f.text)
	}
	if f.fold(strings.Repeat("deported", 3) + " announced"); f.kind(0) != isFinite || f.kind(1) != isFinite {
		t.Error("past forms are not recognised")
	}
}
