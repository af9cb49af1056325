package extract

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/article41/article41/rules"
)

func TestSignNames(t *testing.T) {
	seen := map[string]bool{}
	for i, name := range signNames {
		if name == "" || seen[name] {
			t.Errorf("sign %d: %q", i, name)
		}
		seen[name] = true
	}
	if got := strings.Join((signPerson | signAhead).names(), " "); got != "person ahead" {
		t.Errorf("names %q", got)
	}
}

// Points are those of the file, added up.
func TestPoints(t *testing.T) {
	s := &lexicon(t).scale
	of := func(name string) int { return int(s.signs[slices.Index(signNames[:], name)]) }
	if got := s.points(signTheme | signCovert); got != s.base+of("theme")+of("covert") {
		t.Errorf("points %d", got)
	}
	l := lexicon(t)
	named := make(classSet, l.width)
	sum := 0
	for _, id := range []string{"maritime_vessel", "law"} {
		named.put(l.class(id))
		sum += int(s.classes[l.class(id)])
	}
	if got := s.pointsOf(named); got != sum {
		t.Errorf("points of classes %d, want %d", got, sum)
	}
}

// withSigns is the lexicon with another signs.yaml; "" leaves it out.
func withSigns(t *testing.T, text string) fstest.MapFS {
	t.Helper()
	names, _, err := lexiconFiles(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	out := fstest.MapFS{}
	for _, name := range names {
		data, err := rules.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = &fstest.MapFile{Data: data}
	}
	delete(out, "lexicon/signs.yaml")
	if text != "" {
		out["lexicon/signs.yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

// Mistakes in the file are told with their place.
func TestSignsFileErrors(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"sign", "base: 0\nthreshold: 1\nsigns:\n  - points: 2\n    of: state, statte\nclasses: []\n", "lexicon/signs.yaml:4:5: unknown sign \"statte\""},
		{"class", "base: 0\nthreshold: 1\nsigns: []\nclasses:\n  - points: 2\n    of: no_such_class\n", "lexicon/signs.yaml:5:5: unknown noun class \"no_such_class\""},
		{"twice", "base: 0\nthreshold: 1\nsigns:\n  - points: 2\n    of: state\n  - points: 3\n    of: state\nclasses: []\n", "lexicon/signs.yaml:6:5: sign \"state\" has points already"},
		{"key", "base: 0\nthreshold: 1\nweights: []\n", "weights"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := Load(withSigns(t, tt.text)); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

// A lexicon of a user's own need not read on.
func TestWithoutSignsNothingIsReadOn(t *testing.T) {
	l, err := Load(withSigns(t, ""))
	if err != nil {
		t.Fatal(err)
	}
	x := New(l)
	for _, doc := range texts(t)[:20] {
		found, err := x.Extract(t.Context(), doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range readOnClaims(found.Claims) {
			t.Errorf("%s: %q was read on", doc.Name, c.Evidence[0].Quote)
		}
	}
}
