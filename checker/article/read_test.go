package article

import (
	"errors"
	"os"
	"strings"
	"testing"
	"testing/iotest"
)

func mustRead(t *testing.T, name, text string) *Document {
	t.Helper()
	doc, err := Read(name, []byte(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	checkInvariants(t, doc)
	return doc
}

func readFile(t *testing.T, path string) *Document {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return mustRead(t, path, string(data))
}

func TestReadRefuses(t *testing.T) {
	tests := []struct {
		name, data string
		opts       Options
		want       error
		says       string
	}{
		{"empty", "", Options{}, ErrEmpty, "right file"},
		{"blank", " \r\n\t\n", Options{}, ErrEmpty, "white space"},
		{"invisible", "\ufeff\u200b\u00a0\n", Options{}, ErrEmpty, "invisible"},
		{"latin1", "Le pr\xe9sident\n", Options{}, ErrNotUTF8, "invalid byte 0xE9 at offset 5 (line 1)"},
		{"latin1 line", "One.\nTwo \xe9.\n", Options{}, ErrNotUTF8, "offset 9 (line 2)"},
		{"utf16", "\xff\xfeS\x00e\x00", Options{}, ErrNotUTF8, "UTF-16"},
		{"nul", "abc\x00def", Options{}, ErrBinary, "offset 3"},
		{"pdf", "%PDF-1.7 text", Options{}, ErrBinary, "pdftotext"},
		{"docx", "PK\x03\x04rest", Options{}, ErrBinary, "plain text or HTML"},
		{"controls", strings.Repeat("a\x01\x02b", 20), Options{}, ErrBinary, "control characters"},
		{"large", "12345", Options{MaxBytes: 4}, ErrTooLarge, "more than 4 bytes"},
		{"date", "Text.", Options{Published: "13 Dec 2023"}, nil, "YYYY-MM-DD"},
		{"date that is none", "Text.", Options{Published: "2023-02-30"}, nil, "YYYY-MM-DD"},
		{"type", "Text.", Options{MediaType: "application/pdf"}, nil, "not supported"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Read("a.txt", []byte(tt.data), tt.opts)
			if err == nil || doc != nil {
				t.Fatalf("Read succeeded: %+v", doc)
			}
			if tt.want != nil && !errors.Is(err, tt.want) {
				t.Errorf("error %q is not %q", err, tt.want)
			}
			if !strings.Contains(err.Error(), tt.says) || !strings.HasPrefix(err.Error(), "a.txt: ") {
				t.Errorf("error %q does not say %q", err, tt.says)
			}
		})
	}
}

func TestReadFrom(t *testing.T) {
	if _, err := ReadFrom("-", strings.NewReader("0123456789"), Options{MaxBytes: 9}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("10 bytes within 9: %v", err)
	}
	doc, err := ReadFrom("-", strings.NewReader("0123456789"), Options{MaxBytes: 10})
	if err != nil || doc.Text != "0123456789" {
		t.Errorf("10 bytes within 10: %v %v", doc, err)
	}
	broken := errors.New("broken pipe")
	if _, err := ReadFrom("-", iotest.ErrReader(broken), Options{}); !errors.Is(err, broken) {
		t.Errorf("reader's error is lost: %v", err)
	}
}

func TestCanonicalText(t *testing.T) {
	tests := []struct{ in, want string }{
		{"A line.\nB.\n", "A line.\nB.\n"},
		{"\ufeffA line.\r\nB.\rC.\r\n", "A line.\r\nB.\nC.\r\n"},
		{"Seoul —\u00a0a “soft\u00adhyphen”.", "Seoul —\u00a0a “soft\u00adhyphen”."},
		{"An inner \ufeff mark stays.", "An inner \ufeff mark stays."},
	}
	for _, tt := range tests {
		doc := mustRead(t, "a.txt", tt.in)
		if doc.Text != tt.want {
			t.Errorf("%q became %q", tt.in, doc.Text)
		}
		if same := doc.InputSHA256 == doc.TextSHA256; same != (tt.in == tt.want) {
			t.Errorf("%q: hashes equal is %v", tt.in, same)
		}
	}
}

func TestHashes(t *testing.T) {
	doc := mustRead(t, "a.txt", "abc")
	const want = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" // FIPS 180-4, example 1
	if doc.InputSHA256 != want || doc.TextSHA256 != want {
		t.Errorf("hashes %s and %s", doc.InputSHA256, doc.TextSHA256)
	}
}

func TestMediaType(t *testing.T) {
	const page = "<p>One sentence.</p>"
	tests := []struct{ name, data, given, want string }{
		{"a.html", page, "", typeHTML},
		{"A.HTM", page, "", typeHTML},
		{"a.txt", page, "", typeText},
		{"-", page, "", typeHTML},
		{"-", "\ufeff \n<!-- saved --><!-- twice --><!DOCTYPE HTML><p>x", "", typeHTML},
		{"-", `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>x</body></html>`, "", typeHTML},
		{"-", "<unknown> is how the ship was listed.", "", typeText},
		{"-", "Coal prices rose.", "", typeText},
		{"a.txt", page, "text/html; charset=utf-8", typeHTML},
		{"a.html", "x", "text/plain", typeText},
	}
	for _, tt := range tests {
		doc, err := Read(tt.name, []byte(tt.data), Options{MediaType: tt.given})
		if err != nil || doc.MediaType != tt.want {
			t.Errorf("%s %q given %q: %v %v", tt.name, tt.data, tt.given, doc, err)
		}
	}
}

func TestPublishedFlagWins(t *testing.T) {
	doc, err := Read("a.txt", []byte("2020-01-02\n\nA ship left the port with coal on board that day."), Options{Published: "2021-03-04"})
	if err != nil || doc.Meta.Published != (Date{"2021-03-04", BasisFlag}) {
		t.Errorf("%+v %v", doc.Meta, err)
	}
}
