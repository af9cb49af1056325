package stories

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// wire is a report as an agency sends it.
const wire = `Barge crews tell of night work at Nampo

SEOUL, March 4 (Yonhap) -- Crews of three river barges said on Monday that they had taken coal aboard at the North Korean port of Nampo and handed it over at sea to a ship whose name was painted out.

"We came in after dark and left before it was light," said one of the sailors, who asked not to be named because he still works on the river. "Nobody told us where the load went, and nobody asked."

A harbour official in the Chinese city of Rizhao said no cargo of that kind had been declared there this year. He added that papers for two ships were being looked at again.

South Korea's unification ministry said it was aware of the accounts and was comparing them with satellite pictures. The ministry does not name ships before such work is done, a spokesman said.

The Security Council banned all exports of coal by the North in August 2017. A panel that reported to the Council's sanctions committee described dozens of such handovers in the years that followed.

Brokers in the region say that the price of coal without papers has fallen by a third since autumn, which they put down to a mild winter and to full yards along the coast.

The barges themselves are old, the sailors said, and two of them leak. Their owner, a man from Dandong who could not be reached, has not paid the crews since January.
`

// retold is another reporter's article on the same event.
const retold = `Sailors describe secret coal runs from the North

Men who work on barges say they loaded coal by night in Nampo, on North Korea's west coast, and passed it to an unmarked vessel offshore.

Speaking to this newspaper on condition that their names be left out, the three told similar stories: arrival after sunset, departure before dawn, and no questions about who would burn what they carried.

In Rizhao, where one of the runs is thought to have ended, an official denied knowing of any such freight, though he conceded that the documents of a pair of vessels were under review.

Seoul is checking. A spokesman for the ministry that handles relations with the North would say only that pictures taken from orbit were being studied.

Coal has been on the list of goods that Pyongyang may not sell since the summer of 2017, and investigators have written of many transfers between ships since then.

Pay is late, too. None of the crew has seen money since the new year, they say, and the man who owns the boats does not pick up his telephone.
`

// update is the next day's report: news first, then what was written before.
const update = `Ministry names two ships in coal case

SEOUL, March 5 (Yonhap) -- South Korea's unification ministry on Tuesday named two ships that it believes took over coal from river barges off the North's west coast, a day after crews spoke of the runs.

The ministry identified them as freighters of about five thousand tonnes that have sailed under four flags in six years. It said both had switched off their transponders for nine days in February.

The owner of one of the ships, reached by telephone in Dalian, said she had sold it in the autumn and knew nothing of its present business. The buyer's address turned out to be that of a closed laundry.

Lawmakers who were briefed behind closed doors said the government would ask the Council's members to bar both ships from their ports, and that insurers had been warned.

The Security Council banned all exports of coal by the North in August 2017. A panel that reported to the Council's sanctions committee described dozens of such handovers in the years that followed.

The barges themselves are old, the sailors said, and two of them leak. Their owner, a man from Dandong who could not be reached, has not paid the crews since January.
`

// revised is the agency's own later version, with a sentence changed here and
// there and one that is new.
var revised = strings.NewReplacer(
	"The barges themselves are old,", "The port is one of four on that coast that have been named in such accounts before.\n\nThe barges are old,",
	"Crews of three river barges said on Monday", "Crews of four river barges said early on Monday",
	"has fallen by a third since autumn, which they put down to a mild winter", "has fallen by a quarter since autumn, which they blame on a mild winter",
	"who asked not to be named because he still works on the river", "whose name is known to this agency but cannot be given",
	"had been declared there this year. He", "was on the port's books for this year. He",
	"was comparing them with satellite pictures. The", "had asked for satellite pictures to compare. The",
).Replace(wire)

// reprint is what another outlet made of the wire: its own headline, dateline and
// first sentence, curly quotes, lines of another length, the end cut off, and links.
var reprint = "Coal at midnight: what bargemen saw\n\nBy Our Foreign Staff\n\nSEOUL (Yonhap) — " + rewrap(curly(cut(withoutHeadline(strings.Replace(wire, "SEOUL, March 4 (Yonhap) -- ", "", 1)), 0.62))) +
	"\n\nRead more\n\nThe ferry that came back\n"

type input struct{ name, published, body string }

func grouped(t testing.TB, texts ...input) []Story {
	t.Helper()
	var docs []Document
	for _, x := range texts {
		docs = append(docs, Document{Sketch: sketchOf(t, x.name, x.body), Published: x.published})
	}
	return Group(docs)
}

// spell writes stories down: kind, members, the representative in brackets.
func spell(texts []input, found []Story) string {
	var out []string
	for _, s := range found {
		var names []string
		for _, d := range s.Documents {
			name := texts[d].name
			if d == s.Representative {
				name = "[" + name + "]"
			}
			names = append(names, name)
		}
		out = append(out, s.Kind+": "+strings.Join(names, " "))
	}
	return strings.Join(out, "; ")
}

func TestGroup(t *testing.T) {
	paragraphs := strings.Split(strings.TrimSpace(wire), "\n\n")
	for _, tc := range []struct {
		name  string
		texts []input
		want  string
	}{
		{"the same bytes", []input{{"a", "", wire}, {"b", "", wire}}, "identical: [a] b"},
		{"the same words in other lines and quotes", []input{{"a", "", wire}, {"b", "", curly(rewrap(wire))}}, "syndicated: [a] b"},
		{"a reprint with its own headline and a cut", []input{{"a", "", reprint}, {"b", "", wire}}, "syndicated: a [b]"},
		{"the earliest stands for the others", []input{{"a", "2024-03-05", wire}, {"b", "2024-03-04", strings.Join(paragraphs[:7], "\n\n")}}, "syndicated: a [b]"},
		{"a text without a date does not", []input{{"a", "", wire}, {"b", "2024-03-04", strings.Join(paragraphs[:7], "\n\n")}}, "syndicated: a [b]"},
		{"the same event in other words", []input{{"a", "", wire}, {"b", "", retold}}, ""},
		{"news with yesterday's background", []input{{"a", "2024-03-04", wire}, {"b", "2024-03-05", update}}, ""},
		{"the agency's own revision", []input{{"a", "2024-03-04", wire}, {"b", "2024-03-04", revised}}, "near_duplicate: a [b]"},
		{"yesterday's text whole, and as much that is new", []input{{"a", "2024-03-04", wire}, {"b", "2024-03-05", retold + "\n\n" + withoutHeadline(wire)}}, ""},
		{"two stories side by side", []input{{"a", "", wire}, {"b", "", retold}, {"c", "", reprint}, {"d", "", curly(retold)}}, "syndicated: [a] c; syndicated: [b] d"},
		{"a round-up does not join what it holds", []input{
			{"a", "2024-03-01", wire}, {"b", "2024-03-02", retold}, {"c", "2024-03-03", wire + "\n\n" + withoutHeadline(retold)},
		}, ""},
		{"nor does one that came first join its second half", []input{
			{"a", "2024-03-02", wire}, {"b", "2024-03-03", retold}, {"c", "2024-03-01", wire + "\n\n" + withoutHeadline(retold)},
		}, "syndicated: a [c]"},
		{"too little text to tell", []input{{"a", "", "Subscribe to read the whole of this long and careful report.\n"}, {"b", "", "Subscribe to read the whole of this long and careful report!\n"}}, ""},
		{"too little text, but the same", []input{{"a", "", "Nothing was said in Seoul today.\n"}, {"b", "", "Nothing was said in Seoul today.\n"}}, "identical: [a] b"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			found := grouped(t, tc.texts...)
			if got := spell(tc.texts, found); got != tc.want {
				t.Errorf("got %q, want %q; %+v", got, tc.want, found)
			}
		})
	}
}

// The shares of a copy say which way one text holds the other.
func TestShares(t *testing.T) {
	s := grouped(t, input{"a", "", wire}, input{"b", "", cut(wire, 0.6)})
	if len(s) != 1 || len(s[0].Copies) != 1 {
		t.Fatalf("%+v", s)
	}
	c := s[0].Copies[0]
	if c.Document != 1 || c.Similarity != 1 || c.InRepresentative != 1 || c.OfRepresentative < 0.5 || c.OfRepresentative > 0.7 || s[0].Similarity != 1 {
		t.Errorf("%+v", s[0])
	}
}

// TestPerturbations: whatever outlets and programs do to an article of the
// fixtures, it stays in one story with its origin, and with no other article.
func TestPerturbations(t *testing.T) {
	texts := fixtureTexts(t)
	for _, p := range perturbations {
		var docs []Document
		for _, x := range texts {
			docs = append(docs, Document{Sketch: sketchOf(t, x.name, x.body)}, Document{Sketch: sketchOf(t, x.name, p.change(x.body))})
		}
		together := make([]bool, len(docs))
		for _, s := range Group(docs) {
			for _, d := range s.Documents {
				together[d] = true
				if d/2 != s.Documents[0]/2 {
					t.Errorf("%s: %s and %s in one story", p.name, texts[d/2].name, texts[s.Documents[0]/2].name)
				}
			}
		}
		for i, x := range texts {
			if !together[2*i] {
				t.Errorf("%s: %s is not recognised: %+v", p.name, x.name, compare(docs[2*i+1].Sketch, docs[2*i].Sketch))
			}
		}
	}
}

// TestUnrelated: no two articles of the fixtures come anywhere near.
func TestUnrelated(t *testing.T) {
	texts := fixtureTexts(t)
	var docs []Document
	for _, x := range texts {
		docs = append(docs, Document{Sketch: sketchOf(t, x.name, x.body)})
	}
	for i := range docs {
		for j := range i {
			if a, b := shares(docs[i].Sketch, docs[j].Sketch); max(a, b) > 0.1 {
				t.Errorf("%s and %s share %.2f and %.2f", texts[i].name, texts[j].name, a, b)
			}
		}
	}
	if s := Group(docs); len(s) > 0 {
		t.Errorf("stories %+v", s)
	}
}

// TestOrderOfInputs: the groups are those of the texts and dates, whatever the order in
// which they are given; a document is in one story at most, and is a copy of the
// representative itself.
func TestOrderOfInputs(t *testing.T) {
	var texts []input
	dates := []string{"", "2024-03-04", "2024-03-05"}
	for i, x := range fixtureTexts(t)[:12] {
		for k, p := range perturbations {
			if (i+k)%3 == 0 {
				texts = append(texts, input{fmt.Sprint(x.name, k), dates[(i*k)%3], p.change(x.body)})
			}
		}
	}
	for i, x := range []string{wire, retold, update, revised, reprint, wire + retold, wire, cut(wire, 0.4), strings.Join(strings.Split(wire, "\n\n")[4:], "\n\n")} {
		texts = append(texts, input{fmt.Sprint("own", i), dates[i%3], x})
	}
	docs := make([]Document, len(texts))
	for i, x := range texts {
		docs[i] = Document{Sketch: sketchOf(t, x.name, x.body), Published: x.published}
	}
	r := rand.New(rand.NewPCG(4, 1))
	order := r.Perm(len(docs))
	slices.Sort(order)
	var want string
	for n := range 40 {
		shuffled := make([]Document, len(docs))
		for at, i := range order {
			shuffled[at] = docs[i]
		}
		seen := make([]bool, len(docs))
		var lines []string
		for _, s := range Group(shuffled) {
			var names []string
			for _, d := range s.Documents {
				if seen[d] {
					t.Fatal("a document is in two stories")
				}
				seen[d] = true
				names = append(names, texts[order[d]].name)
				if d != s.Representative && compare(shuffled[d].Sketch, shuffled[s.Representative].Sketch).Kind == "" {
					t.Errorf("%s is no copy of %s", names[len(names)-1], texts[order[s.Representative]].name)
				}
				for _, other := range s.Documents {
					if a, _ := shares(shuffled[d].Sketch, shuffled[other].Sketch); a == 0 {
						t.Errorf("%s and %s are in one story and share nothing", names[len(names)-1], texts[order[other]].name)
					}
				}
			}
			slices.Sort(names)
			lines = append(lines, fmt.Sprint(s.Kind, s.Similarity, names))
		}
		slices.Sort(lines)
		got := strings.Join(lines, "\n")
		if n == 0 {
			want = got
		}
		if got != want {
			t.Fatalf("another order gives\n%s\nnot\n%s", got, want)
		}
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	}
	if strings.Count(want, "\n") < 12 {
		t.Errorf("only these stories:\n%s", want)
	}
}

// TestLongText: of a text with more word sequences than a sketch holds a sample
// is compared, also with a text that is kept whole.
func TestLongText(t *testing.T) {
	long := essay(7, 6000)
	a, b := sketchOf(t, "a", long), sketchOf(t, "b", curly(long)+"\n\n"+essay(8, 100))
	if n := len(a.hashes); a.coarse == 0 || n > mostHashes || n < mostHashes/3 {
		t.Errorf("%d hashes at grain %d", n, a.coarse)
	}
	if c := compare(b, a); c.Kind != Syndicated {
		t.Errorf("%+v", c)
	}
	if c := compare(sketchOf(t, "c", cut(long, 0.1)), a); c.InRepresentative < 0.99 || c.OfRepresentative < 0.05 || c.OfRepresentative > 0.15 || c.Kind != "" {
		t.Errorf("%+v", c)
	}
}

// essay is a text of n words that is like no other seed's.
func essay(seed uint64, n int) string {
	r := rand.New(rand.NewPCG(seed, 41))
	var b strings.Builder
	for i := range n {
		switch {
		case i == 0:
		case i%75 == 0:
			b.WriteString(".\n\n")
		case i%15 == 0:
			b.WriteString(". ")
		default:
			b.WriteByte(' ')
		}
		w := words[int(float64(len(words))*r.Float64()*r.Float64())]
		if i%15 == 0 {
			w = strings.ToUpper(w[:1]) + w[1:]
		}
		b.WriteString(w)
	}
	return b.String() + ".\n"
}

// words to write essays with: those of the wire, and combinations of them.
var words = func() []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(wire+retold+update), func(r rune) bool { return r < 'a' || r > 'z' }) {
		if len(w) > 1 && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	for _, w := range out[:200] {
		out = append(out, w+out[len(w)*3])
	}
	return out
}()

func BenchmarkSketch(b *testing.B) {
	doc := read(b, "wire", wire)
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		SketchOf(doc)
	}
}

// BenchmarkGroup guards the promise that grouping grows in line with the number
// of documents: every fourth is a copy of one before it. "footer" gives all of
// them the same last paragraph, as pages of one site have.
func BenchmarkGroup(b *testing.B) {
	for _, footer := range []int{0, 60} {
		for _, n := range []int{1000, 10_000} {
			docs := make([]Document, n)
			tail := essay(1<<40, footer)
			for i := range docs {
				seed := uint64(i)
				if i%4 == 3 {
					seed = uint64(i - 3)
				}
				body := essay(seed, 400)
				if i%4 == 3 {
					body = cut(body, 0.7)
				}
				docs[i].Sketch = sketchOf(b, "x", body+"\n\n"+tail)
			}
			b.Run(fmt.Sprintf("footer=%d/%d", footer, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if got := len(Group(docs)); got != n/4 {
						b.Fatalf("%d stories, want %d", got, n/4)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/document")
			})
		}
	}
}
