package article

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// checkInvariants holds for every document that Read returns.
func checkInvariants(t *testing.T, d *Document) {
	t.Helper()
	if !utf8.ValidString(d.Text) || strings.Contains(strings.ReplaceAll(d.Text, "\r\n", ""), "\r") {
		t.Fatal("text is not canonical")
	}
	end, paragraphs, sentence := 0, 0, 0
	for i, b := range d.Blocks {
		if b.Start < end || b.End <= b.Start || b.End > len(d.Text) {
			t.Fatalf("block %d at %v after byte %d", i, b.Span, end)
		}
		if !blank(d.Text[end:b.Start]) || trim(d.Text, b.Span) != b.Span {
			t.Fatalf("block %d at %v leaves text uncovered or is not trimmed", i, b.Span)
		}
		end = b.End
		if b.Kind == "" || b.Dropped == "" && b.Suspect || b.Dropped != "" && (b.Detail == "" || b.Paragraph != 0) {
			t.Fatalf("block %d is %+v", i, b)
		}
		if b.Dropped != "" {
			continue
		}
		paragraphs++
		if b.Paragraph != paragraphs {
			t.Fatalf("block %d has paragraph %d, want %d", i, b.Paragraph, paragraphs)
		}
		at := b.Start
		for ; sentence < len(d.Sentences) && d.Sentences[sentence].Block == i; sentence++ {
			s := d.Sentences[sentence]
			if s.Start < at || s.Len() <= 0 || !b.Contains(s.Span) || trim(d.Text, s.Span) != s.Span {
				t.Fatalf("sentence %d at %v in block at %v after byte %d", sentence, s.Span, b.Span, at)
			}
			if !blank(d.Text[at:s.Start]) || s.Number != sentence+1 || s.Paragraph != paragraphs {
				t.Fatalf("sentence %d is %+v after %q", sentence, s, d.Text[at:s.Start])
			}
			from, to := d.CodePoint(s.Start), d.CodePoint(s.End)
			if d.Byte(from) != s.Start || d.Byte(to) != s.End {
				t.Fatalf("sentence %d at %v does not survive code points %d–%d", sentence, s.Span, from, to)
			}
			if k, ok := d.SentenceAt(s.Start); !ok || k != sentence {
				t.Fatalf("SentenceAt(%d) = %d, %v", s.Start, k, ok)
			}
			at = s.End
		}
		if !blank(d.Text[at:b.End]) {
			t.Fatalf("block %d: %q is in no sentence", i, d.Text[at:b.End])
		}
	}
	if !blank(d.Text[end:]) || sentence != len(d.Sentences) {
		t.Fatalf("%q is in no block; %d of %d sentences", d.Text[end:], sentence, len(d.Sentences))
	}
	for _, s := range []Span{d.Meta.Dateline.Span} {
		if s.Start < 0 || s.End < s.Start || s.End > len(d.Text) {
			t.Fatalf("dateline at %v", s)
		}
	}
	for _, n := range d.Notes {
		if n.Code == "" || n.Message == "" || n.Span.Start < 0 || n.Span.End > len(d.Text) {
			t.Fatalf("note %+v", n)
		}
	}
	if date := d.Meta.Published; (date.Value == "") != (date.Basis == "") {
		t.Fatalf("date %+v", date)
	}
}

func FuzzReadText(f *testing.F) {
	seed, err := os.ReadFile("testdata/seed.txt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed)
	for _, c := range sentenceCases {
		f.Add([]byte(strings.Join(c, " ")))
	}
	for _, c := range layoutCases {
		f.Add([]byte(c.text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read("a.txt", data, Options{MaxBytes: 1 << 16})
		if err != nil {
			return
		}
		checkInvariants(t, doc)
	})
}

func FuzzReadHTML(f *testing.F) {
	for _, name := range []string{"wire", "blog", "paywall"} {
		page, err := os.ReadFile("testdata/" + name + ".html")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(page)
	}
	f.Add([]byte(strings.Repeat("<div>", 600) + "Deep text."))
	f.Add([]byte("<p>One<br><br>two<pre>three\nfour</pre><template>x</template><svg><title>y</title></svg>"))
	f.Add([]byte(`<script type="application/ld+json">[{"@type":"Article","author":[[{}]]}]</script><a href=x><p>z`))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read("a.html", data, Options{MaxBytes: 1 << 16})
		if err != nil {
			return
		}
		checkInvariants(t, doc)
	})
}

func BenchmarkReadText(b *testing.B) {
	seed, err := os.ReadFile("testdata/seed.txt")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(seed)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read("a.txt", seed, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadHTML(b *testing.B) {
	page, err := os.ReadFile("testdata/wire.html")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read("a.html", page, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
