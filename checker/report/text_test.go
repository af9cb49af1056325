package report

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/article41/article41/checker/claim"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares got with a file of testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := "testdata/" + name
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("output differs from %s (go test -update writes it anew); got:\n%s", path, got)
	}
}

type textWriter func(io.Writer, *Report, Options) error

func render(t *testing.T, write textWriter, r *Report, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTextGolden(t *testing.T) {
	r, sources := labourReport(t)
	copies, copySources := copiesReport(t)
	for _, tc := range []struct {
		name  string
		write textWriter
		r     *Report
		o     Options
	}{
		{"pretty.txt", WritePretty, r, Options{Sources: sources, ShowAside: true}},
		{"pretty_narrow.txt", WritePretty, r, Options{Sources: sources, Width: 64}},
		{"pretty_no_source.txt", WritePretty, r, Options{Quiet: true}},
		{"pretty_none.txt", WritePretty, emptyReport(t), Options{}},
		{"concise.txt", WriteConcise, r, Options{Sources: sources, ShowAside: true}},
		{"pretty_copies.txt", WritePretty, copies, Options{Sources: copySources}},
		{"concise_copies.txt", WriteConcise, copies, Options{Sources: copySources}},
		{"concise_none.txt", WriteConcise, emptyReport(t), Options{}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			golden(t, tc.name, render(t, tc.write, tc.r, tc.o))
		})
	}
}

var escapes = regexp.MustCompile("\x1b\\[[0-9;]*m")

// TestColourAddsNothing: without colour a reader gets the same words in the
// same places.
func TestColourAddsNothing(t *testing.T) {
	r, sources := labourReport(t)
	for name, write := range map[string]textWriter{"pretty": WritePretty, "concise": WriteConcise} {
		o := Options{Sources: sources, ShowAside: true}
		without := render(t, write, r, o)
		o.Color = true
		with := render(t, write, r, o)
		if bytes.Equal(with, without) {
			t.Errorf("%s: no colour", name)
		}
		// Trailing blanks may stand inside a coloured part.
		stripped := regexp.MustCompile(" +\n").ReplaceAll(escapes.ReplaceAll(with, nil), []byte("\n"))
		if !bytes.Equal(stripped, without) {
			t.Errorf("%s: colour changes the text:\n%s", name, stripped)
		}
	}
}

// brokenPipe takes n bytes and fails from then on.
type brokenPipe struct{ n int }

var errPipe = errors.New("broken pipe")

func (b *brokenPipe) Write(p []byte) (int, error) {
	if len(p) > b.n {
		n := b.n
		b.n = 0
		return n, errPipe
	}
	b.n -= len(p)
	return len(p), nil
}

func TestWriterErrorsAreReturned(t *testing.T) {
	r, sources := labourReport(t)
	for range 40 { // longer than any buffer
		r.Findings = append(r.Findings, r.Findings[:2]...)
	}
	for name, write := range map[string]textWriter{
		"pretty": WritePretty, "concise": WriteConcise,
		"json": func(w io.Writer, r *Report, _ Options) error { return WriteJSON(w, r) },
	} {
		whole := len(render(t, write, r, Options{Sources: sources}))
		for _, n := range []int{0, 1, 5000, whole - 1} {
			if err := write(&brokenPipe{n}, r, Options{Sources: sources}); !errors.Is(err, errPipe) {
				t.Errorf("%s: error %v after %d of %d bytes", name, err, n, whole)
			}
		}
	}
}

// TestHostileText puts the worst an article, a claims file or a user's rules
// can hold into every string of a report.
func TestHostileText(t *testing.T) {
	const nasty = "\x1b]0;owned\x07\x1b[2J\u009b31m\u202Egnp\u2066\u200B\r\nFAKE: high: breach\t한국👩\u200D🌾e\u0301\x00\xff"
	text := "One " + nasty[:len(nasty)-2] + " line. " + strings.Repeat("한국어 ", 50) + "\n\n" + strings.Repeat("x", 100_000) + " end.\n"
	text = strings.ReplaceAll(text, "\r\n", " ")
	r, _ := labourReport(t)
	start, end := 0, utf8.RuneCountInString(text)
	source := fakeSource(strings.Split(text, "\n"))
	p := Passage{Role: "primary", Line: 1, Column: 1, Paragraph: 1, Target: Target{Type: specificResource, Selector: []Selector{
		{Type: textQuoteSelector, Exact: text, Prefix: nasty, Suffix: nasty}, {Type: textPositionSelector, Start: &start, End: &end}}}}
	for i := range r.Findings {
		spoil(reflect.ValueOf(&r.Findings[i]).Elem(), nasty)
		r.Findings[i].Document, r.Findings[i].Evidence = "d_1", []Passage{p}
	}
	for i := range r.Claims {
		spoil(reflect.ValueOf(&r.Claims[i]).Elem(), nasty)
		r.Claims[i].Passages = []Passage{p}
	}
	spoil(reflect.ValueOf(&r.Documents[0]).Elem(), nasty)
	spoil(reflect.ValueOf(&r.Failures[0]).Elem(), nasty)
	spoil(reflect.ValueOf(&r.Run).Elem(), nasty)
	spoil(reflect.ValueOf(&r.Tool).Elem(), nasty)
	r.Stories = []Story{{Documents: []string{"d_1", "d_2"}, Representative: "d_2", Copies: make([]StoryCopy, 1), Origins: make([]Origin, 2)}}
	spoil(reflect.ValueOf(&r.Stories[0].Origins).Elem(), nasty)
	r.Stories[0].Kind, r.Findings[0].CopyOf = nasty, &FindingRef{nasty, nasty}
	spoil(reflect.ValueOf(&r.Documents[1]).Elem(), nasty)
	r.Documents[1].ID = "d_2"
	r.Documents[0].ID = "d_1"

	for name, write := range map[string]textWriter{"pretty": WritePretty, "concise": WriteConcise} {
		for _, sources := range []map[string]Source{nil, {"d_1": source}} {
			o := Options{Sources: sources, ShowAside: true}
			out := render(t, write, r, o)
			assertPrintable(t, out)
			if bytes.Contains(out, []byte("\nFAKE")) {
				t.Errorf("%s: the article forges a line of its own", name)
			}
			o.Color = true
			assertPrintable(t, escapes.ReplaceAll(render(t, write, r, o), nil))
			if name != "pretty" {
				continue
			}
			if len(out) > 40_000 {
				t.Errorf("a long passage makes %d bytes of output", len(out))
			}
			for _, l := range strings.Split(string(out), "\n") {
				// Places are never broken: they are links.
				if displayWidth(l) > DefaultWidth && !strings.Contains(l, ":1:1") {
					t.Errorf("line of %d columns: %s", displayWidth(l), l)
				}
			}
		}
	}
}

// spoil puts s in every string field.
func spoil(v reflect.Value, s string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(s)
	case reflect.Struct:
		for i := range v.NumField() {
			spoil(v.Field(i), s)
		}
	case reflect.Slice:
		for i := range v.Len() {
			spoil(v.Index(i), s)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			spoil(v.Elem(), s)
		}
	}
}

func TestNothingChecked(t *testing.T) {
	r := &Report{Failures: []Failure{{Name: "a.txt", Error: "a.txt: article is empty"}}}
	for name, write := range map[string]textWriter{"pretty": WritePretty, "concise": WriteConcise} {
		out := string(render(t, write, r, Options{}))
		if strings.Contains(out, "no flag") || !strings.Contains(out, "nothing could be checked") || !strings.Contains(out, "article is empty") {
			t.Errorf("%s:\n%s", name, out)
		}
	}
}

func TestLongListsSayWhatTheyLeaveOut(t *testing.T) {
	r := emptyReport(t)
	for i := range maxListed + 7 {
		r.Documents[0].Notes = append(r.Documents[0].Notes, Note{Code: "x", Message: "note", Line: i + 1})
	}
	out := string(render(t, WritePretty, r, Options{}))
	if strings.Count(out, ": note") != maxListed || !strings.Contains(out, "and 7 more") {
		t.Errorf("notes:\n%s", out)
	}
}

// A denial is said in the line; a supporting passage is none.
func TestConciseSaysWhatContradicts(t *testing.T) {
	r, _ := labourReport(t)
	f := &r.Findings[0]
	second := f.Evidence[1]
	second.Line = 42
	f.Evidence = append(f.Evidence, second)
	r.Findings[1].Evidence = list(r.Findings[1].Evidence)
	r.Findings[1].Evidence[1].Role = claim.Supporting
	out := strings.Split(string(render(t, WriteConcise, r, Options{})), "\n")
	if !strings.Contains(out[0], "; contradicted at line 7, 42)") || strings.Contains(out[1], "contradicted") {
		t.Errorf("got\n%s\n%s", out[0], out[1])
	}
}

// What a claim keeps open stands behind the status, for one claim and no other.
func TestConciseSaysWhatIsKeptOpen(t *testing.T) {
	r, sources := labourReport(t)
	first := r.Findings[0]
	for i := range r.Claims {
		if r.Claims[i].ID == first.Claim && r.Claims[i].Document == first.Document {
			r.Claims[i].Facts = []claim.Fact{{Name: claim.ReadOn}, {Name: "paid"}}
		}
	}
	kept := 0
	for _, f := range r.Findings {
		if f.Claim == first.Claim && f.Document == first.Document {
			kept++
		}
	}
	out := string(render(t, WriteConcise, r, Options{Sources: sources}))
	if n := strings.Count(out, "("+string(first.Status)+", read on"); n != kept || strings.Contains(out, "paid") {
		t.Errorf("%d of %d findings say that they were read on:\n%s", n, kept, out)
	}
}

// The formats say the same of a report whose findings are all suppressed: not that there
// were none.
func TestOutcomeAllSuppressed(t *testing.T) {
	r, _ := labourReport(t)
	for i := range r.Findings {
		r.Findings[i].Suppressed = &Suppression{Kind: SuppressedByBaseline, Reason: "in the baseline"}
	}
	Summarise(r)
	want := "no flag that is not suppressed in " + plural(len(r.Documents), "document", "documents")
	for _, write := range []func(io.Writer, *Report, Options) error{WritePretty, WriteConcise, WriteGitHub, WriteMarkdown, WriteHTML} {
		for _, showSuppressed := range []bool{false, true} {
			if got := render(t, write, r, Options{ShowSuppressed: showSuppressed}); !strings.Contains(string(got), want) {
				t.Errorf("suppressed findings shown: %v: does not say %q:\n%s", showSuppressed, want, got)
			}
		}
	}
}
