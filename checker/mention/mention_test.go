package mention

import (
	"fmt"
	"strings"
	"testing"

	"github.com/article41/article41/checker/article"
)

func read(t testing.TB, text string) *article.Document {
	t.Helper()
	doc, err := article.Read("x.txt", []byte(text), article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestFind(t *testing.T) {
	for _, test := range []struct {
		text string
		want string // mentions, with v for a vessel, t for a title
	}{
		{"The envoy Kim Song Chol left on Monday.", "t:Kim Song Chol"},
		{"Yesterday Kim Song-chol met Yusuf bin Hamdi al-Khalidi in Tunis.", "Kim Song-chol|Yusuf bin Hamdi al-Khalidi|Tunis"},
		{"Al-Qaida and the Taliban spoke.", "Al-Qaida and the Taliban"},
		{"It is Seif al-Islam Qadhafi's brother.", "Seif al-Islam Qadhafi"},
		{"Ch'oe Yong-rim and Muhammad ul-Haq.", "Ch'oe Yong-rim and Muhammad ul-Haq"},
		{"General Manuel E. Diaz of Pioneer Trading Co. Ltd spoke.", "t:General Manuel E. Diaz of Pioneer Trading Co. Ltd"},
		{"The tanker Ji Song 6 sailed.", "v:Ji Song 6"},
		{"The Petrel 8, a bulk carrier, sailed; MV Star too.", "v:Petrel 8|v:MV Star"},
		{"On Monday M/V Petrel 8 and the M/T Star sailed.", "v:Petrel 8|v:Star"},
		{"The Mun Ryong 7 (IMO 9876555) sailed.", "v:Mun Ryong 7"},
		{"Dealings with Hwangsan Trading Corporation (HWATCO) ended.", "Dealings|Hwangsan Trading Corporation|HWATCO"},
		{"Johnson & Sons sold it.", "Johnson & Sons"},
		{"he bought 7 ships in 2017.", ""},
	} {
		doc := read(t, test.text)
		var got []string
		for _, m := range Find(doc) {
			mark := ""
			if m.Titled {
				mark = "t:"
			}
			if m.Vessel {
				mark += "v:"
			}
			got = append(got, mark+m.Text(doc))
		}
		if s := strings.Join(got, "|"); s != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, s, test.want)
		}
	}
}

func TestIMONumbers(t *testing.T) {
	doc := read(t, "The Mun Ryong 7 (IMO: 9876555) and the IMO9876567 sailed. Call 9876579. IMO number 9876579 is old; IMO 123 is none.")
	var got []string
	for _, m := range IMONumbers(doc) {
		got = append(got, m.Text(doc))
	}
	if s := strings.Join(got, " "); s != "9876555 9876567 9876579" {
		t.Errorf("got %s", s)
	}
}

func TestWindows(t *testing.T) {
	texts := func(text string) string {
		doc := read(t, text)
		var out []string
		for _, m := range Find(doc)[:1] {
			for _, w := range m.Windows() {
				out = append(out, doc.Text[w.Start:w.End])
			}
		}
		return strings.Join(out, "|")
	}
	if got := texts("Vice Premier Kim Song Chol spoke."); !strings.HasPrefix(got, "Vice Premier Kim Song Chol|") || !strings.Contains(got, "|Kim Song Chol") {
		t.Errorf("the name behind a post is no window: %s", got)
	}
	for _, part := range []string{"Kim Song Chol", "Pak Chun Il", "Bank of East Land", "East Land"} {
		if got := texts("Kim Song Chol and Pak Chun Il spoke. ") + "|" + texts("Bank of East Land closed."); !strings.Contains("|"+got+"|", "|"+part+"|") {
			t.Errorf("%s is no window: %s", part, got)
		}
	}
	if got := texts("KIM SONG CHOL FLIES TO SUDAN AGAIN"); !strings.Contains(got, "|KIM SONG CHOL|") {
		t.Errorf("the name in a line of capitals is no window: %s", got)
	}
}

// Every mention lies in its sentence and on the edges of characters, whatever the text.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"The envoy Kim Song Chol left.", "KIM\u00ad SONG’S", "A. B. C. & D (IMO 9876555)", strings.Repeat("Al-", 500), "Ü\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := article.Read("x.txt", []byte(text), article.Options{})
		if err != nil {
			return
		}
		for _, m := range append(Find(doc), IMONumbers(doc)...) {
			s := doc.Sentences[m.Sentence].Span
			if !s.Contains(m.Span) || m.Start >= m.End {
				t.Fatalf("%v is not in its sentence %v", m.Span, s)
			}
			if doc.Byte(doc.CodePoint(m.Start)) != m.Start || doc.Byte(doc.CodePoint(m.End)) != m.End {
				t.Fatalf("%v cuts a character", m.Span)
			}
			for _, w := range m.Windows() {
				if !m.Span.Contains(w) {
					t.Fatalf("the window %v is not in %v", w, m.Span)
				}
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	var text strings.Builder
	for i := range 32 {
		fmt.Fprintf(&text, "On %d May the envoy Kim Song Chol of Hwangsan Trading Corporation (HWATCO) met officials in Khartoum, two diplomats said. They spoke of %d ships.\n\n", i+1, i*7)
	}
	doc := read(b, text.String())
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		Find(doc)
	}
}
