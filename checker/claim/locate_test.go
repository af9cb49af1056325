package claim

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/article41/article41/checker/article"
)

// newDocument makes a document whose blocks are split by blank lines; a block
// that begins with "Picture:" is a dropped caption.
func newDocument(text string) *article.Document {
	doc := &article.Document{Name: "article.txt", Text: text, TextSHA256: strings.Repeat("0a", 32)}
	at := 0
	for part := range strings.SplitAfterSeq(text, "\n\n") {
		b := article.Block{Kind: article.Paragraph, Span: article.Span{Start: at, End: at + len(strings.TrimRight(part, "\n"))}}
		if strings.HasPrefix(part, "Picture:") {
			b.Kind, b.Dropped = article.Caption, article.DropCaption
		}
		doc.Blocks = append(doc.Blocks, b)
		at += len(part)
	}
	return doc
}

func TestLocate(t *testing.T) {
	tests := []struct {
		name, text, quote string
		want              string // the document's text; "" means the quote's
	}{
		{"as it stands", "South Korea’s agency said", "Korea’s agency", ""},
		{"straight for curly", "South Korea’s “agency” said", `South Korea's "agency"`, "South Korea’s “agency”"},
		{"curly for straight", `South Korea's "agency" said`, "South Korea’s “agency”", `South Korea's "agency"`},
		{"low and double-low marks", "Er sagte „nein‟ zu", `sagte "nein" zu`, "sagte „nein‟ zu"},
		{"prime and acute for an apostrophe", "the State´s 5′ pipe", "State's 5' pipe", "State´s 5′ pipe"},
		{"space for a no-break space", "about 1\u00a0000\u202fworkers left", "1 000 workers", "1\u00a0000\u202fworkers"},
		{"line break in the article", "moving to\n   deploy workers", "moving to deploy workers", "moving to\n   deploy workers"},
		{"line break in the quote", "moving to deploy workers", "moving\n to deploy\tworkers\n", "moving to deploy workers"},
		{"across paragraphs", "Workers left.\n\nThey came back.", "left. They", "left.\n\nThey"},
		{"dashes", "oil–for‑arms — a deal", "oil-for-arms - a deal", "oil–for‑arms — a deal"},
		{"soft hyphen and zero width space", "ship\u00adment of co\u200bal", "shipment of coal", "ship\u00adment of co\u200bal"},
		{"invisible characters in the quote", "shipment of coal", "\ufeffship\u00adment of coal\u200b", "shipment of coal"},
		{"invisible characters at the ends stay out", "\u200bcoal\u200b left", "co\u00adal", "coal"},
		{"decomposed in the article", "cafe\u0301 owner", "café owner", "cafe\u0301 owner"},
		{"decomposed in the quote", "café owner", "cafe\u0301 owner", "café owner"},
		{"Hangul jamo", "북한 노동자", "\u1107\u116e\u11a8\u1112\u1161\u11ab 노동자", "북한 노동자"},
		{"ligature and full width", "ﬁve ｔｏｎｓ…", "five tons...", "ﬁve ｔｏｎｓ…"},
		{"folded characters grow and shrink before it", "ﬁ ™ \u00ad½ — then “coal”", `then "coal"`, "then “coal”"},
		{"white space around the quote", "a  coal b", "\n coal \n", "coal"},
		{"the body, not the caption", "Picture: coal ship\n\nThe coal ship left", "coal ship", ""},
		{"the body in other quote marks, not the caption", "Picture: the \"coal\" ship\n\nThe “coal” ship left", `"coal" ship`, "“coal” ship"},
		{"the word, not a piece of one", "An unauthorised sale was authorised", "authorised", ""},
		{"a number at a sentence's end", "It had 200. Then 1,200.", "had 200", ""},
		{"exact wins over alike", "The “coal” ship and the \"coal\" ship", `"coal" ship`, `"coal" ship`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := newDocument(tt.text)
			s, err := Locate(doc, Evidence{Quote: tt.quote})
			if err != nil {
				t.Fatal(err)
			}
			want := tt.want
			if want == "" {
				want = tt.quote
			}
			if got := doc.Text[s.Start:s.End]; got != want {
				t.Errorf("got %q, want %q", got, want)
			}
			if b, dropped := (&locator{doc: doc}).dropped(s); dropped {
				t.Errorf("found in a dropped block: %+v", b)
			}
		})
	}
}

func TestLocateErrors(t *testing.T) {
	long := "First line.\n\nIn November Tass said that Primorye was ready to lease farm land to workers.\n\nPicture: Kim in Moscow\n\nLast line, said he. No, said he.\nYes, said he."
	two, nine := 2, 9
	tests := []struct {
		name string
		text string
		ev   Evidence
		want QuoteError // the fields that matter
		says string
	}{
		{"invented", long, Evidence{Quote: "coal was sold to nobody"}, QuoteError{Problem: NotFound},
			`quote "coal was sold to nobody" does not stand in article.txt; copy the article's own words, letter case too`},
		{"changed words", long, Evidence{Quote: "Primorye was prepared to lease its farm land to"},
			QuoteError{Problem: NotFound, Nearest: "Primorye was ready to lease farm land to", Line: 3, Column: 28},
			`does not stand in article.txt; the nearest passage is at article.txt:3:28: "Primorye was ready to lease farm land to"; copy`},
		{"other letter case", long, Evidence{Quote: "in november tass said"},
			QuoteError{Problem: NotFound, Nearest: "In November Tass said", Line: 3, Column: 1}, "article.txt:3:1"},
		{"caption", long, Evidence{Quote: "Kim in Moscow"},
			QuoteError{Problem: InDropped, Dropped: article.DropCaption, Line: 5, Column: 10}, "stands at article.txt:5:10 in a part of the article that is no evidence (caption)"},
		{"offsets into a caption", "Picture: coal ship\n\nThe coal ship left", Evidence{Quote: "coal ship", Start: &nine, End: ptr(18)},
			QuoteError{Problem: InDropped, Dropped: article.DropCaption, Line: 1, Column: 10}, "article.txt:1:10"},
		{"reaching into a caption", long, Evidence{Quote: "to workers.\n\nPicture: Kim"}, QuoteError{Problem: InDropped, Dropped: article.DropCaption, Line: 3, Column: 66}, "caption"},
		{"three places", long, Evidence{Quote: ", said he."},
			QuoteError{Problem: Ambiguous, Count: 3, Lines: []int{7, 7, 8}, Line: 7, Column: 10},
			`quote ", said he." occurs 3 times in article.txt, in lines 7, 7, 8; add prefix or suffix`},
		{"three places, old offsets", long, Evidence{Quote: ", said he.", Start: &two, End: &nine}, QuoteError{Problem: Ambiguous, Count: 3, Lines: []int{7, 7, 8}, Line: 7, Column: 10}, "3 times"},
		{"three places, a prefix of none", long, Evidence{Quote: ", said he.", Prefix: "Perhaps"}, QuoteError{Problem: Ambiguous, Count: 3, Lines: []int{7, 7, 8}, Line: 7, Column: 10}, "3 times"},
		{"more places than are counted", strings.Repeat("a", 5000), Evidence{Quote: "aa"}, QuoteError{Problem: Ambiguous, Count: maxPlaces, More: true, Lines: slices.Repeat([]int{1}, 10), Line: 1, Column: 1},
			"more than 1000 times in article.txt, in lines 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, …"},
		{"a piece of a word", "It was unauthorised by the Committee.", Evidence{Quote: "authorised by the Committee"},
			QuoteError{Problem: Partial, Line: 1, Column: 10}, "stands at article.txt:1:10 only inside other words; quote whole words"},
		{"a piece of a word, by offsets", "It was unauthorised.", Evidence{Quote: "authorised", Start: &nine, End: ptr(19)}, QuoteError{Problem: Partial, Line: 1, Column: 10}, "1:10"},
		{"a piece of a number", "It sent 1,200 workers.", Evidence{Quote: "200 workers"}, QuoteError{Problem: Partial, Line: 1, Column: 11}, "1:11"},
		{"the beginning of a number", "It sent 1,200 workers.", Evidence{Quote: "It sent 1"}, QuoteError{Problem: Partial, Line: 1, Column: 1}, "1:1"},
		{"only invisible characters", long, Evidence{Quote: "\u200b\u00ad"}, QuoteError{Problem: Unusable}, "cannot be looked for"},
		{"too long", long, Evidence{Quote: strings.Repeat("a", maxQuoteLength+1)}, QuoteError{Problem: Unusable}, "at most 10000 characters"},
		{"half of a character", "“coal”", Evidence{Quote: "\x9ccoal"}, QuoteError{Problem: Unusable}, "cannot be looked for"},
		{"half of a ligature", "ﬁve ships", Evidence{Quote: "ive ships"}, QuoteError{Problem: NotFound, Nearest: "ships", Line: 1, Column: 5}, "article.txt:1:5"},
		{"terminal escapes", long, Evidence{Quote: "\x1b[2J\n" + strings.Repeat("é", 300)}, QuoteError{Problem: NotFound}, `quote "\x1b[2J ` + strings.Repeat("é", 155) + `"… does`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Locate(newDocument(tt.text), tt.ev)
			var got *QuoteError
			if !errors.As(err, &got) {
				t.Fatalf("got %v, want a *QuoteError", err)
			}
			if !strings.Contains(err.Error(), tt.says) {
				t.Errorf("says %s\nwant %s", err, tt.says)
			}
			if got.Quote != tt.ev.Quote || got.Problem != tt.want.Problem || got.Nearest != tt.want.Nearest || got.Line != tt.want.Line ||
				got.Column != tt.want.Column || got.Dropped != tt.want.Dropped || got.Count != tt.want.Count || got.More != tt.want.More || !slices.Equal(got.Lines, tt.want.Lines) {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func ptr(n int) *int { return &n }

func TestLocateChoosesBetweenPlaces(t *testing.T) {
	//           0         1         2         3
	//           0123456789012345678901234567890123456789
	const text = "“Yes” he said. “No” he said. No,\nhe said."
	tests := []struct {
		name string
		ev   Evidence
		want int // start, code points
	}{
		{"prefix", Evidence{Quote: "he said.", Prefix: "“No” "}, 20},
		{"prefix in other marks", Evidence{Quote: "he said.", Prefix: `"No"`}, 20},
		{"prefix over a line break", Evidence{Quote: "he said.", Prefix: "No, "}, 33},
		{"suffix", Evidence{Quote: "he said.", Suffix: ` "No"`}, 6},
		{"both", Evidence{Quote: "he said.", Prefix: `" `, Suffix: " No,"}, 20},
		{"offsets", Evidence{Quote: "he said.", Start: ptr(20), End: ptr(28)}, 20},
		{"offsets win over a prefix", Evidence{Quote: "he said.", Start: ptr(6), End: ptr(14), Prefix: "No,"}, 6},
		{"offsets of an equal text", Evidence{Quote: `"No" he said.`, Start: ptr(15), End: ptr(28)}, 15},
		{"stale offsets, quote unique", Evidence{Quote: "Yes", Start: ptr(9), End: ptr(12)}, 1},
		{"offsets outside the text", Evidence{Quote: "Yes", Start: ptr(900), End: ptr(903)}, 1},
		{"offsets the wrong way", Evidence{Quote: "Yes", Start: ptr(4), End: ptr(1)}, 1},
		{"stale prefix, quote unique", Evidence{Quote: "Yes", Prefix: "never"}, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := newDocument(text)
			s, err := Locate(doc, tt.ev)
			if err != nil {
				t.Fatal(err)
			}
			if got := doc.CodePoint(s.Start); got != tt.want {
				t.Errorf("starts at %d (%q), want %d", got, doc.Text[s.Start:s.End], tt.want)
			}
		})
	}
}

func TestOffsetsOfEqualTextKeepTheirPlace(t *testing.T) {
	doc := newDocument("He said “no”. She said “no”.")
	ev := Evidence{Quote: `said "no"`, Start: ptr(18), End: ptr(27)}
	s, err := Locate(doc, ev)
	if err != nil || doc.Text[s.Start:s.End] != "said “no”" || doc.CodePoint(s.Start) != 18 {
		t.Errorf("got %v, %v", s, err)
	}
	ev.Start = ptr(17) // with the space before: equal when folded, but not what is quoted
	if s, err := Locate(doc, ev); err == nil {
		t.Errorf("accepted %q", doc.Text[s.Start:s.End])
	}
}

func TestContainsWords(t *testing.T) {
	tests := []struct {
		text, words string
		want        bool
	}{
		{"the US said", "US", true},
		{"the RUSSIAN said", "US", false},
		{"USSR, then US", "US", true},
		{"Korea's agency", "Korea", true},
		{"Koreans", "Korea", false},
		{"US-based", "US", true},
		{"“Tass”", "Tass", true},
		{"朝鲜工人", "朝鲜", true}, // no spaces between words
		{"北한국어", "한국", false},
		{"", "US", false},
		{"BUS. US", "US", true},
		{"“Tasso”, “Tass” ", "“Tass", true},
		{strings.Repeat("a", 1<<20), strings.Repeat("a", 1<<10), false},
	}
	for _, tt := range tests {
		if got := containsWords(tt.text, tt.words); got != tt.want {
			t.Errorf("containsWords(%q, %q) = %v", tt.text, tt.words, got)
		}
	}
}

func TestFoldMapsEveryByte(t *testing.T) {
	for _, s := range append(slices.Clone(oddities), "ﬁ ™ ½ … ¨x ´ ʼn e\u0301\u0323 \u1100\u1161 \u0344", strings.Repeat("e"+strings.Repeat("\u0301", 40), 3)) {
		f := fold(s)
		if len(f.start) != len(f.text) || len(f.end) != len(f.text) || !utf8.ValidString(f.text) {
			t.Fatalf("%q: %d bytes, %d starts, %d ends", s, len(f.text), len(f.start), len(f.end))
		}
		if !slices.IsSorted(f.start) || !slices.IsSorted(f.end) {
			t.Errorf("%q: places do not grow: %v %v", s, f.start, f.end)
		}
		if again := fold(f.text).text; strings.Trim(again, " ") != strings.Trim(f.text, " ") {
			t.Errorf("folding twice changes %q to %q", f.text, again)
		}
	}
}

// Whatever is located stands in the document, is equal to the quote, and is
// not in a dropped block.
func FuzzLocate(f *testing.F) {
	for _, s := range oddities {
		f.Add("He said: "+s+" and left.\n\nPicture: "+s, s, "", "", 0, 0)
	}
	f.Add("a “b” a \"b\"", `a "b"`, " ", "", 6, 11)
	f.Add("ﬁne e\u0301\n\u00a0x", "fine é x", "", "", 0, 9)
	f.Fuzz(func(t *testing.T, text, quote, prefix, suffix string, start, end int) {
		text = strings.ToValidUTF8(text, "\ufffd")
		doc := newDocument(text)
		s, err := Locate(doc, Evidence{Quote: quote, Prefix: prefix, Suffix: suffix, Start: &start, End: &end})
		if err != nil {
			var qe *QuoteError
			if !errors.As(err, &qe) || qe.Problem == Ambiguous && qe.Count < 2 || qe.Problem == NotFound && strings.Contains(text, quote) {
				t.Errorf("%v (%+v)", err, qe)
			}
			return
		}
		if s.Start < 0 || s.End > len(text) || s.Start >= s.End || !utf8.ValidString(text[s.Start:s.End]) {
			t.Fatalf("span %v of %d bytes", s, len(text))
		}
		if got := text[s.Start:s.End]; got != quote && foldQuote(got) != foldQuote(quote) {
			t.Errorf("%q stands at %v, the quote is %q", got, s, quote)
		}
		if _, dropped := (&locator{doc: doc}).dropped(s); dropped {
			t.Errorf("%v is in a dropped block", s)
		}
	})
}

func BenchmarkLocate(b *testing.B) {
	body := strings.Repeat("South Korea’s agency said there had been signs of trade, in 1\u00a0000 tons.\n\n", 300)
	doc := newDocument(body + "It was moving to deploy\nworkers to Russia.\n")
	for name, quote := range map[string]string{"exact": "moving to deploy\nworkers", "folded": "moving to deploy workers", "not found": "moving to send workers"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Locate(doc, Evidence{Quote: quote}); (err != nil) != (name == "not found") {
					b.Fatal(err)
				}
			}
		})
	}
}
