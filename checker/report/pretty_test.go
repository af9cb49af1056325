package report

import (
	"strings"
	"testing"

	"github.com/article41/article41/checker/claim"
)

// TestPrettySays changes one thing of a report and looks for what a reader
// must then see, or must not.
func TestPrettySays(t *testing.T) {
	for _, tc := range []struct {
		name       string
		change     func(r *Report)
		want, lack string
	}{
		{"no source named", func(r *Report) { r.Findings[0].Attribution, r.Findings[1].Attribution = nil, nil }, "no source is named", "Yonhap (news agency)"},
		{"lines of HTML are not the file's", func(r *Report) { r.Documents[0].MediaType = "text/html" }, "harbour.txt:3:51 of the extracted text (¶2)", ""},
		{"party without a name", func(r *Report) { r.Findings[1].Parties = []claim.Party{{Role: "host_state", Country: "RU"}} }, "host state: RU", "(RU)"},
		{"party without a country", func(r *Report) { r.Findings[1].Parties = []claim.Party{{Role: "employer", Name: "a firm"}} }, "employer: a firm", "()"},
		{"law of two dates", func(r *Report) { r.Findings[0].LawDate = Dated{"2017-09-12", "event_date"} }, "2017-09-12 (event date)", ""},
		{"one measure has no sub-heading", func(r *Report) { r.Findings = r.Findings[1:] }, "repatriation  [dprk-labour-repatriation]", "\n  [dprk-labour-repatriation]\n"},
		{"strength not binding", func(r *Report) { r.Findings[1].LegalBasis[0].Strength = "calls_upon" }, "calls upon (not binding in itself)", ""},
		{"passage in a block left out", func(r *Report) { r.Findings[0].Evidence[0].Paragraph = 0; r.Findings = r.Findings[:1] }, "harbour.txt:3:51 · alleged", "3:51 (¶"},
		{"an extractor's claim that was rejected", func(r *Report) {
			r.Ungrounded = []Ungrounded{{Document: "d_1", Code: "quote_not_found", Reason: "not\x1b[2J there", Claimed: Claimed{Activity: "send_workers", Status: "asserted", Quote: "made\u202e up"}}}
		}, "asserted send workers, “made‹U+202E› up”", "\x1b"},
		{"the program's own extractor", func(r *Report) { r.Run.Extractor = &Extractor{Name: "builtin"} }, "Made with", "claims by"},
		{"another extractor", func(r *Report) { r.Run.Extractor = &Extractor{Name: "exec", Program: "find.py"} }, "claims by exec find.py", ""},
		{"as of", func(r *Report) { r.Run.AsOf = "2018-01-01" }, "applied as of 2018-01-01", ""},
		{"narrowed", func(r *Report) { r.Run.Filter = &Filter{Categories: []string{"labour", "arms"}, MinSeverity: "high"} },
			"Narrowed to       categories labour, arms; severity high and graver", "merged run"},
		{"merged", func(r *Report) { r.Run.Merged = 3 }, "copies were looked for within each of the 3 merged runs only", "Narrowed"},
		{"one run", func(*Report) {}, Notice, "merged run"},
		{"nobody is accused", func(*Report) {}, Notice, "violated"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r, sources := labourReport(t)
			tc.change(r)
			out := string(render(t, WritePretty, r, Options{Sources: sources, Width: 110}))
			if !strings.Contains(out, tc.want) {
				t.Errorf("no %q in:\n%s", tc.want, out)
			}
			if tc.lack != "" && strings.Contains(out, tc.lack) {
				t.Errorf("%q in:\n%s", tc.lack, out)
			}
		})
	}
}

// TestGroupsKeepEachPassageOnce: passages of a claim are told apart by place, role and
// words, and found again by them.
func TestGroupsKeepEachPassageOnce(t *testing.T) {
	r, _ := labourReport(t)
	other := r.Findings[1].Evidence[1]
	other.Role = claim.Supporting
	r.Findings[1].Evidence = append(r.Findings[1].Evidence, other)
	g := groups(r.Findings)[0]
	if len(g.passages) != 3 || len(g.at) != 3 {
		t.Fatalf("%d passages, %d places", len(g.passages), len(g.at))
	}
	for i, p := range g.passages {
		if g.passage(p) != i {
			t.Errorf("passage %d is found at %d", i, g.passage(p))
		}
	}
	other.Line++
	if g.passage(other) != -1 {
		t.Error("a passage of another line is found")
	}
}

func BenchmarkGroupsManyPassages(b *testing.B) {
	r, _ := labourReport(b)
	f := &r.Findings[0]
	for i := range 20_000 {
		p := f.Evidence[0]
		p.Line = i + 100
		f.Evidence = append(f.Evidence, p)
	}
	for b.Loop() {
		groups(r.Findings)
	}
}

// TestPrettyGroups: a claim is shown once, however many measures it falls
// under, and a document's claims stand together.
func TestPrettyGroups(t *testing.T) {
	r, sources := labourReport(t)
	other := r.Findings[0]
	other.Document, other.Claim = "d_2", "c_7"
	later := r.Findings[0]
	later.Claim = "c_3"
	r.Findings = append(r.Findings, other, later)

	var got []string
	for _, g := range groups(r.Findings) {
		got = append(got, g.document+" "+g.claim+" "+g.findings[0].Severity)
	}
	if s, want := strings.Join(got, ", "), "d_1 c_1 high, d_1 c_3 medium, d_2 c_7 medium"; s != want {
		t.Errorf("groups %s, want %s", s, want)
	}
	out := string(render(t, WritePretty, r, Options{Sources: sources}))
	if n := strings.Count(out, "── harbour.txt ─"); n != 1 {
		t.Errorf("the document is named %d times", n)
	}
	if n := strings.Count(out, "Said by"); n != 3 {
		t.Errorf("%d claims shown, want 3", n)
	}
}
