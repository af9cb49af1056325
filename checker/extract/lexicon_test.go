package extract

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/strictyaml"
	"github.com/article41/article41/rules"
)

var embedded = sync.OnceValues(func() (*Lexicon, error) { return Load(rules.FS) })

func lexicon(t testing.TB) *Lexicon {
	t.Helper()
	l, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// uncompiled is the lexicon with what is left out of the compiled one.
func uncompiled(t testing.TB) *draft {
	t.Helper()
	names, _, err := lexiconFiles(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	d, err := compile(rules.FS, names)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func extractText(t testing.TB, text string) []claim.Claim {
	t.Helper()
	doc, err := article.Read("example.txt", []byte(text), article.Options{Published: "2023-12-13"})
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	res, err := New(lexicon(t)).Extract(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	return res.Claims
}

// describe writes a claim as examples do.
func describeClaim(c claim.Claim) string {
	out := []string{c.Activity}
	for _, p := range c.Parties {
		out = append(out, p.Role+"="+p.Country)
	}
	for _, f := range c.Facts {
		out = append(out, "fact="+f.Name)
	}
	return strings.Join(append(out, "status="+string(c.Status), "stage="+string(c.Stage)), " ")
}

// meets reports whether the claim has everything that the example asks for.
func meets(c claim.Claim, want string) bool {
	have := strings.Fields(describeClaim(c))
	w := strings.Fields(want)
	if len(w) == 0 || w[0] != c.Activity {
		return false
	}
	for _, f := range w {
		if !slices.Contains(have, f) {
			return false
		}
	}
	return true
}

// TestExamples runs the examples that every rule of the lexicon carries. An
// example with "none" must give no claim by its frame; for a cue, no claim
// whose status rests on the cue.
func TestExamples(t *testing.T) {
	l := uncompiled(t)
	n := 0
	// "none" means no claim of the frame's category; the sentence may well speak
	// of something else.
	run := func(id, category string, e Example) {
		n++
		t.Run(fmt.Sprintf("%s/%s", id, shorten(e.Text, 50)), func(t *testing.T) {
			claims := extractText(t, e.Text)
			var all []string
			found := false
			for _, c := range claims {
				all = append(all, c.Extraction.Rule+": "+describeClaim(c))
				if e.Want == "none" && (c.Extraction.Rule == id || c.Category != "none" && (category == "" || c.Category == category)) {
					found = true
				}
				if e.Want != "none" && meets(c, e.Want) {
					found = true
				}
			}
			if e.Want == "none" && found {
				t.Errorf("%s\n%q must give no claim, gave:\n  %s", e.Pos, e.Text, strings.Join(all, "\n  "))
			}
			if e.Want != "none" && !found {
				t.Errorf("%s\n%q\nwant %s\ngot:\n  %s", e.Pos, e.Text, e.Want, strings.Join(all, "\n  "))
			}
		})
	}
	for _, f := range l.frames {
		for _, e := range f.Examples {
			run(f.ID, f.Category, e)
		}
	}
	var status statusFile
	var facts factsFile
	for name, v := range map[string]any{"lexicon/status.yaml": &status, "lexicon/facts.yaml": &facts} {
		data, err := rules.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := strictyaml.Decode(name, data, v); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range status.Cues {
		for _, e := range c.Examples {
			run(c.ID, "", e)
		}
	}
	for _, f := range facts.Facts {
		for _, e := range f.Examples {
			run(f.Fact, "", e)
		}
	}
	if n < 150 {
		t.Errorf("only %d examples ran", n)
	}
}
