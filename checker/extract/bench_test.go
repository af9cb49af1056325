package extract

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/rules"
)

// mixed is news as it comes: of ten articles nine never name a sanctioned
// State; their words overlap with the lexicon's all the same.
func mixed(b *testing.B) []*article.Document {
	b.Helper()
	var docs []*article.Document
	for _, d := range texts(b) {
		docs = append(docs, d)
		text := elsewhere(lexicon(b), d)
		for range 9 {
			clean, err := article.Read(d.Name, []byte(text), article.Options{MediaType: "text/plain"})
			if err != nil {
				b.Fatal(err)
			}
			docs = append(docs, clean)
		}
		if relevant, err := (&docState{lex: lexicon(b), doc: docs[len(docs)-1]}).open(context.Background()); err != nil || relevant {
			b.Fatalf("%s still names a sanctioned State (%v)", d.Name, err)
		}
	}
	return docs
}

// elsewhere is the text of d with another State in place of every sanctioned one.
func elsewhere(lex *Lexicon, d *article.Document) string {
	var out strings.Builder
	at := 0
	toks := lex.vocab.tokenise(nil, d.Text, 0, len(d.Text))
	var hits []hit
	for i := range toks {
		hits = lex.primary.match(hits[:0], toks, i)
		for _, h := range hits {
			if h.layer != layerEntity || !lex.isSanctioned(lex.entities[h.ref].country) || int(toks[h.start].start) < at {
				continue
			}
			out.WriteString(d.Text[at:toks[h.start].start])
			out.WriteString("South Korea")
			at = int(toks[h.end-1].end)
		}
	}
	return out.String() + d.Text[at:]
}

// BenchmarkExtractMixed guards the promise of 30 MB/s a core on mixed news.
func BenchmarkExtractMixed(b *testing.B) { benchmarkExtract(b, mixed(b)) }

// BenchmarkExtractRelevant reads only articles about a sanctioned State.
func BenchmarkExtractRelevant(b *testing.B) { benchmarkExtract(b, texts(b)) }

func benchmarkExtract(b *testing.B, docs []*article.Document) {
	x := New(lexicon(b))
	size := 0
	for _, d := range docs {
		size += len(d.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			if _, err := x.Extract(context.Background(), d); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkExtractArticle reads articles of 4 KB that are all about a sanctioned
// State, one by one, and reports the median and the 99th percentile.
func BenchmarkExtractArticle(b *testing.B) {
	const size = 4 << 10
	var all strings.Builder
	for _, d := range texts(b) {
		all.WriteString(d.Text + "\n\n")
	}
	var docs []*article.Document
	for text := all.String(); len(text) > size; {
		cut := strings.LastIndexByte(text[:size], '\n') + 1
		if cut == 0 {
			cut = strings.LastIndexByte(text[:size], ' ') + 1
		}
		d, err := article.Read("article.txt", []byte(text[:cut]), article.Options{MediaType: "text/plain"})
		if err != nil {
			b.Fatal(err)
		}
		docs, text = append(docs, d), text[cut:]
	}
	x := New(lexicon(b))
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		if _, err := x.Extract(context.Background(), docs[i%len(docs)]); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
}

// BenchmarkTokenise is the floor under everything else.
func BenchmarkTokenise(b *testing.B) {
	var text strings.Builder
	for _, d := range texts(b) {
		text.WriteString(d.Text)
	}
	v := lexicon(b).vocab
	s := text.String()
	b.SetBytes(int64(len(s)))
	var toks []token
	for b.Loop() {
		toks = v.tokenise(toks[:0], s, 0, len(s))
	}
}

// BenchmarkCompile is what a lexicon of a user's own costs.
func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		if _, err := Compile(rules.FS); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLoad is part of every start of the program.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(rules.FS); err != nil {
			b.Fatal(err)
		}
	}
}
