package screen

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// realList is the Consolidated List where the tests find a copy of it, else the
// small one of fixtures/_lists, of which few names make coarser figures.
func realList(t testing.TB) (*List, bool) {
	t.Helper()
	name, real := os.Getenv("ARTICLE41_UN_LIST"), true
	if name == "" {
		name = "../../../shared/data/un_consolidated.xml"
	}
	f, err := os.Open(name)
	if err != nil {
		real = false
		if f, err = os.Open("../../fixtures/_lists/list.xml"); err != nil {
			t.Fatal(err)
		}
	}
	defer f.Close()
	l, err := ReadUN(f)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return l, real
}

func finds(m *Matcher, query, reference string) bool {
	return slices.ContainsFunc(m.Search(Query{Name: query}).Matches, func(x Match) bool { return x.Reference == reference })
}

// searchable are the names by which an entry alone is to be found: not aliases of
// low quality, and none of a single word.
func searchable(l *List) (names []Name, of []*Entry) {
	for i := range l.Entries {
		e := &l.Entries[i]
		for _, n := range e.Names {
			if n.Quality != Low && len(Tokens(n.Text)) > 1 {
				names, of = append(names, n), append(of, e)
			}
		}
	}
	return names, of
}

func TestExactNames(t *testing.T) {
	l, _ := realList(t)
	m := NewMatcher(l)
	names, of := searchable(l)
	missed := 0
	for i, n := range names {
		if !finds(m, n.Text, of[i].Reference) {
			missed++
			t.Logf("not found: %s (%s)", n.Text, of[i].Reference)
		}
	}
	recall := 100 - 100*float64(missed)/float64(len(names))
	t.Logf("recall of %d exact names: %.2f %%", len(names), recall)
	if recall < 99.5 {
		t.Errorf("recall of exact names is %.2f %%, less than 99.5 %%", recall)
	}
}

// edits are the perturbations: one each, at a random place.
var edits = []struct {
	name string
	do   func(*rand.Rand, string) string
}{
	{"transposition", func(r *rand.Rand, s string) string {
		return atLetter(r, s, func(w []byte, i int) []byte {
			if i+1 < len(w) {
				w[i], w[i+1] = w[i+1], w[i]
			}
			return w
		})
	}},
	{"deletion", func(r *rand.Rand, s string) string {
		return atLetter(r, s, func(w []byte, i int) []byte { return slices.Delete(w, i, i+1) })
	}},
	{"insertion", func(r *rand.Rand, s string) string {
		return atLetter(r, s, func(w []byte, i int) []byte { return slices.Insert(w, i, byte('A'+r.IntN(26))) })
	}},
	{"substitution", func(r *rand.Rand, s string) string {
		return atLetter(r, s, func(w []byte, i int) []byte { w[i] = byte('A' + r.IntN(26)); return w })
	}},
	{"split", func(r *rand.Rand, s string) string {
		return atLetter(r, s, func(w []byte, i int) []byte {
			if i > 1 && i < len(w)-1 {
				return slices.Insert(w, i, ' ')
			}
			return w
		})
	}},
	{"join", func(r *rand.Rand, s string) string {
		w := strings.Fields(s)
		i := r.IntN(len(w) - 1)
		return strings.Join(append(append(slices.Clone(w[:i]), w[i]+w[i+1]), w[i+2:]...), " ")
	}},
	{"rotation", func(r *rand.Rand, s string) string {
		w := strings.Fields(s)
		i := 1 + r.IntN(len(w)-1)
		return strings.Join(slices.Concat(w[i:], w[:i]), " ")
	}},
}

func atLetter(r *rand.Rand, s string, f func([]byte, int) []byte) string {
	w := strings.Fields(s)
	for range 20 {
		k := r.IntN(len(w))
		if len(w[k]) < 2 || weightOf(strings.ToLower(w[k])) < 1 {
			continue
		}
		w[k] = string(f([]byte(w[k]), r.IntN(len(w[k]))))
		break
	}
	return strings.Join(w, " ")
}

// otherSyllable reports an edit that makes another Korean syllable: it is another
// name then, and nobody could find the first.
func otherSyllable(e *Entry, was, is string) bool {
	a, b := Tokens(was), Tokens(is)
	if !isKorean(e) || len(a) != len(b) {
		return false
	}
	for i := range a {
		x, _ := koreanKey(a[i], false)
		if y, ok := koreanKey(b[i], false); ok && x != y {
			return true
		}
	}
	return false
}

func TestPerturbedNames(t *testing.T) {
	l, real := realList(t)
	goal := 97.0
	if !real {
		goal = 95
	}
	m := NewMatcher(l)
	rng := rand.New(rand.NewPCG(41, 2397))
	all, found, skipped := 0, 0, 0
	for _, edit := range edits {
		n, hit := 0, 0
		for i := range l.Entries {
			e := &l.Entries[i]
			was := strings.Join(Tokens(withoutBrackets(e.Name())), " ")
			if len(strings.Fields(was)) < 2 {
				continue
			}
			for range 3 {
				is := strings.ToLower(edit.do(rng, was))
				if otherSyllable(e, was, is) {
					skipped++
					continue
				}
				n++
				if finds(m, is, e.Reference) {
					hit++
				} else if testing.Verbose() && n%40 == 0 {
					t.Logf("%s: %s -> %s (%s)", edit.name, was, is, e.Reference)
				}
			}
		}
		t.Logf("%-13s %.2f %% of %d", edit.name, 100*float64(hit)/float64(n), n)
		all, found = all+n, found+hit
	}
	recall := 100 * float64(found) / float64(all)
	t.Logf("recall of %d names with one edit: %.2f %%; %d edits made another Korean syllable and were left out", all, recall, skipped)
	if recall < goal {
		t.Errorf("recall of names with one edit is %.2f %%, less than %g %%", recall, goal)
	}
}

func TestOrdinaryNames(t *testing.T) {
	const n, most = 50_000, 60
	l, _ := realList(t)
	m := NewMatcher(l)
	hits, by := 0, map[string]int{}
	for _, name := range ordinaryNames(n) {
		if r := m.Search(Query{Name: name}); r.Answer != AnswerNone {
			hits++
			by[r.Answer]++
			if hits <= 80 {
				t.Logf("%s: %s %s %.2f", name, r.Answer, r.Matches[0].Matched.Text, r.Matches[0].Score)
			}
		}
	}
	t.Logf("%d false hits in %d ordinary names: %v", hits, n, by)
	if hits > most {
		t.Errorf("%d false hits in %d ordinary names, more than %d", hits, n, most)
	}
}
