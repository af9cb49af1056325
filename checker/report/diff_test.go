package report

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// clone is a report that can be changed without changing r.
func clone(t *testing.T, r *Report) *Report {
	t.Helper()
	var b bytes.Buffer
	if err := WriteJSON(&b, r); err != nil {
		t.Fatal(err)
	}
	out, err := ReadJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestCompare(t *testing.T) {
	r, _ := labourReport(t)
	same := func(*Report) {}
	tests := []struct {
		name               string
		a, b               func(*Report)
		added, gone, other int
		why                string
	}{
		{"nothing", same, same, 0, 0, 0, ""},
		{"gone", same, func(r *Report) { r.Findings = r.Findings[1:]; r.Run.PoliciesSHA256 = digest("9") }, 0, 1, 0, "policies changed"},
		{"new", func(r *Report) { r.Findings = r.Findings[1:] }, func(r *Report) { r.Run.AsOf = "2024-01-01" }, 1, 0, 0, "law date changed"},
		{"new without a cause", func(r *Report) { r.Findings = r.Findings[1:] }, same, 1, 0, 0, "unknown: text, rules and policies are the same"},
		{"document new", func(r *Report) { r.Documents[0].Name = "older.txt"; r.Findings = nil }, same, 2, 0, 0, "document is new"},
		{"severity", same, func(r *Report) { r.Findings[0].Severity = "low"; r.Run.RulesSHA256 = digest("9") }, 0, 0, 1, "rules changed"},
		{"text", same, func(r *Report) {
			r.Documents[0].TextSHA256 = digest("7")
			for i := range r.Findings {
				r.Findings[i].Fingerprint = Fingerprint(r.Findings[i].Measure, digest("7"), r.Findings[i].Evidence[0].Exact())
			}
			r.Findings[1].Status = "asserted"
		}, 0, 0, 1, "text changed"},
		{"not processed", same, func(r *Report) {
			r.Failures = append(r.Failures, Failure{Name: "harbour.txt", Error: "harbour.txt: it holds NUL bytes"})
			r.Documents, r.Findings = r.Documents[1:], nil
		}, 0, 2, 0, "not processed: it holds NUL bytes"},
		{"who says so", same, func(r *Report) { r.Findings[0].Attribution = nil; r.Run.LexiconSHA256 = digest("9") }, 0, 0, 1, "lexicon changed"},
		{"the law's verification", same, func(r *Report) { r.Findings[0].LegalBasis[0].Verification = "memory"; r.Run.RulesSHA256 = digest("9") }, 0, 0, 1, "rules changed"},
		{"waived, text changed", func(r *Report) {
			r.Findings[0].Suppressed = &Suppression{Kind: SuppressedByWaiver, Reason: "x", Expires: "2026-06-30"}
			r.Findings = r.Findings[:1]
		}, func(r *Report) {
			r.Documents[0].TextSHA256 = digest("7")
			r.Findings = r.Findings[:1]
			r.Findings[0].Fingerprint = Fingerprint(r.Findings[0].Measure, digest("7"), r.Findings[0].Evidence[0].Exact())
		}, 0, 0, 1, "the waiver is for the text as it was"},
		{"waiver expired", func(r *Report) {
			r.Findings[0].Suppressed = &Suppression{Kind: SuppressedByWaiver, Reason: "x", Expires: "2026-06-30"}
		}, same, 0, 0, 1, "waiver expired or withdrawn (its last day was 2026-06-30)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, b := clone(t, r), clone(t, r)
			tt.a(a)
			tt.b(b)
			d := Compare(a, b)
			if len(d.New) != tt.added || len(d.Gone) != tt.gone || len(d.Changed) != tt.other {
				t.Errorf("new %+v\ngone %+v\nchanged %+v", d.New, d.Gone, d.Changed)
			}
			if len(d.New)+len(d.Changed)+d.Unchanged != len(b.Findings) || len(d.Gone)+len(d.Changed)+d.Unchanged != len(a.Findings) {
				t.Errorf("does not add up: %+v", d)
			}
			for _, c := range slices.Concat(d.New, d.Gone, d.Changed) {
				if !slices.Contains(c.Why, tt.why) {
					t.Errorf("%s: because %q, want %q", c.Measure, c.Why, tt.why)
				}
			}
			if d.Empty() != (tt.why == "") {
				t.Errorf("empty: %v", d.Empty())
			}
			var out bytes.Buffer
			if err := WriteDiff(&out, &d, false); err != nil || !strings.Contains(out.String(), tt.why) {
				t.Errorf("%v\n%s", err, out.String())
			}
			assertPrintable(t, out.Bytes())
		})
	}
}

func TestMerge(t *testing.T) {
	a, _ := labourReport(t)
	b, _ := copiesReport(t)
	b = clone(t, b)
	b.Tool, b.Run = a.Tool, a.Run
	for i := range b.Documents {
		b.Documents[i].Name = "copies/" + b.Documents[i].Name
	}
	m, err := Merge(a, b)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Documents) != len(a.Documents)+len(b.Documents) || len(m.Findings) != len(a.Findings)+len(b.Findings) ||
		len(m.Claims) != len(a.Claims)+len(b.Claims) || len(m.Stories) != len(b.Stories) || m.Summary.Findings != len(m.Findings) {
		t.Errorf("%d documents, %d findings, %d claims, %d stories", len(m.Documents), len(m.Findings), len(m.Claims), len(m.Stories))
	}
	for i, d := range b.Documents { // the first report's findings stay with their documents
		if got := m.Documents[len(a.Documents)+i]; got.Name != d.Name || got.TextSHA256 != d.TextSHA256 {
			t.Errorf("document %s became %s", d.Name, got.Name)
		}
	}
	for i, f := range b.Findings {
		g := m.Findings[len(a.Findings)+i]
		if g.Fingerprint != f.Fingerprint || newSide(m).name(len(a.Findings)+i) != newSide(b).name(i) {
			t.Errorf("finding %s of %s stands at %s", f.ID, f.Document, g.Document)
		}
	}
	if alone, err := Merge(a); err != nil || Compare(a, alone).Unchanged != len(a.Findings) {
		t.Errorf("a report alone: %v", err)
	}
}

func TestMergeRefuses(t *testing.T) {
	a, _ := labourReport(t)
	if _, err := Merge(a, a); err == nil || !strings.Contains(err.Error(), "both hold") {
		t.Errorf("the same report twice: %v", err)
	}
	b := clone(t, a)
	b.Run.PoliciesSHA256 = digest("9")
	if _, err := Merge(a, b); err == nil || !strings.Contains(err.Error(), "policies differs") {
		t.Errorf("other policies: %v", err)
	}
	if _, err := Merge(); err == nil {
		t.Error("nothing was merged")
	}
}

func TestPassageCheck(t *testing.T) {
	doc := readDocument(t, "harbour.txt")
	r, _ := labourReport(t)
	p := r.Findings[0].Evidence[0]
	if err := p.Check(doc); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*Passage){
		"quote":   func(p *Passage) { p.Target.Selector[0].Exact = "nobody said this" },
		"offset":  func(p *Passage) { n := *p.Target.Selector[1].Start + 1; p.Target.Selector[1].Start = &n },
		"context": func(p *Passage) { p.Target.Selector[0].Prefix = "before" },
		"line":    func(p *Passage) { p.Line++ },
		"source":  func(p *Passage) { p.Target.Source = "sha256:" + digest("3") },
		"none":    func(p *Passage) { p.Target.Selector = nil },
	} {
		q := p
		q.Target.Selector = slices.Clone(p.Target.Selector)
		change(&q)
		if err := q.Check(doc); err == nil {
			t.Errorf("%s: a changed passage passes", name)
		}
	}
}
