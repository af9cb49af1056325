package article

import (
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

func TestPositions(t *testing.T) {
	texts := []string{
		"plain ASCII\ntwo lines\n",
		"Seoul —\u00a0“x”\n\n한국 text\n",
		strings.Repeat("é", 3*stride) + "\n" + strings.Repeat("한a", stride),
		strings.Repeat("x", stride-1) + "😀" + strings.Repeat("y", stride),
	}
	for _, text := range texts {
		doc := mustRead(t, "a.txt", text)
		byHand := &Document{Text: doc.Text}
		n, line, column := 0, 1, 1
		for i, r := range text {
			if got := doc.CodePoint(i); got != n {
				t.Fatalf("CodePoint(%d) = %d, want %d", i, got, n)
			}
			if got := doc.Byte(n); got != i {
				t.Fatalf("Byte(%d) = %d, want %d", n, got, i)
			}
			if l, c := doc.Position(i); l != line || c != column {
				t.Fatalf("Position(%d) = %d:%d, want %d:%d", i, l, c, line, column)
			}
			if i%97 == 0 && byHand.CodePoint(i) != n {
				t.Fatalf("without an index, CodePoint(%d) = %d", i, byHand.CodePoint(i))
			}
			for k := 1; k < utf8.RuneLen(r); k++ {
				if got := doc.CodePoint(i + k); got != n {
					t.Fatalf("CodePoint(%d), inside a character, = %d, want %d", i+k, got, n)
				}
			}
			n++
			column++
			if r == '\n' {
				line, column = line+1, 1
			}
		}
		if doc.CodePoint(len(text)) != n || doc.Byte(n) != len(text) {
			t.Errorf("the end is %d and %d", doc.CodePoint(len(text)), doc.Byte(n))
		}
		if doc.CodePoint(-5) != 0 || doc.CodePoint(len(text)+9) != n || doc.Byte(-1) != 0 || doc.Byte(n+9) != len(text) {
			t.Error("offsets outside the text are not clamped")
		}
	}
}

func TestLine(t *testing.T) {
	doc := mustRead(t, "a.txt", "One.\n\nThree –\nFour")
	for n, want := range map[int]string{0: "", 1: "One.", 2: "", 3: "Three –", 4: "Four", 5: ""} {
		if got := doc.Line(n); got != want {
			t.Errorf("Line(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestContextStaysInBlock(t *testing.T) {
	doc := mustRead(t, "a.txt", "First block ends here.\n\n“Кимы” sent coal to the port.\n\nLast block.")
	at := strings.Index(doc.Text, "coal")
	s := Span{at, at + 4}
	tests := []struct {
		n              int
		prefix, suffix string
	}{
		{0, "", ""},
		{3, "nt ", " to"},
		{100, "“Кимы” sent ", " to the port."},
	}
	for _, tt := range tests {
		if p, x := doc.Context(s, tt.n); p != tt.prefix || x != tt.suffix {
			t.Errorf("Context(%d) = %q, %q", tt.n, p, x)
		}
	}
	if got := doc.Quote(Span{at, at + 4}); got != "coal" {
		t.Errorf("Quote = %q", got)
	}
	if got := doc.Quote(Span{-3, 1 << 30}); got != doc.Text {
		t.Errorf("a span beyond the text quotes %q", got)
	}
}

func TestSentenceAt(t *testing.T) {
	doc := mustRead(t, "a.txt", "One ship left. Two came.\n\nAdvertisement\n\nThree stayed.")
	for text, want := range map[string]int{"One": 0, "left.": 0, "Two": 1, "Three": 2, "stayed.": 2} {
		if i, ok := doc.SentenceAt(strings.Index(doc.Text, text)); !ok || i != want {
			t.Errorf("%q is in sentence %d, %v", text, i, ok)
		}
	}
	for _, at := range []int{strings.Index(doc.Text, " Two"), strings.Index(doc.Text, "Adv"), len(doc.Text), -1} {
		if i, ok := doc.SentenceAt(at); ok {
			t.Errorf("byte %d is in sentence %d", at, i)
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	doc := mustRead(t, "a.txt", strings.Repeat("Größe – 한국. ", 500))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := 0; i < len(doc.Text); i += 7 {
				if cp := doc.CodePoint(i); doc.Byte(cp) > i {
					t.Errorf("byte %d: code point %d starts behind it", i, cp)
				}
			}
		})
	}
	wg.Wait()
}
