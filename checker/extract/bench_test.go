package extract

import (
	"context"
	"strings"
	"testing"

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
		other := strings.NewReplacer("North Korea", "South Korea", "Pyongyang", "Seoul", "the North", "the South", "DPRK", "ROK", "Kim Jong", "Lee Jae", "Rason", "Busan", "Wonsan", "Incheon", "Rajin", "Busan", "Supung", "Paju", "Samjiyon", "Suwon", "Sinuiju", "Mokpo", "Nampo", "Mokpo", "Kim regime", "government")
		for range 9 {
			clean, err := article.Read(d.Name, []byte(other.Replace(d.Text)), article.Options{MediaType: "text/plain"})
			if err != nil {
				b.Fatal(err)
			}
			docs = append(docs, clean)
		}
	}
	return docs
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
