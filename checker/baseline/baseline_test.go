package baseline

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/article41/article41/checker/report"
)

func mark(n int) string { return fmt.Sprintf("v1:%032x", n) }

func findings(severities ...string) *report.Report {
	r := &report.Report{Documents: []report.Document{{ID: "d_1", Name: "harbour.txt"}}}
	for i, s := range severities {
		r.Findings = append(r.Findings, report.Finding{
			Document: "d_1", Fingerprint: mark(len(severities) - i), Measure: "dprk-labour-repatriation", Severity: s,
			Evidence: []report.Passage{{Target: report.Target{Selector: []report.Selector{{Type: "TextQuoteSelector", Exact: "three hundred <workers>"}}}}},
		})
	}
	return r
}

func TestRoundTrip(t *testing.T) {
	b := Of(findings("high", "low", "medium"))
	if !slices.IsSortedFunc(b.Findings, func(x, y Entry) int { return strings.Compare(x.Fingerprint, y.Fingerprint) }) {
		t.Errorf("not sorted: %+v", b.Findings)
	}
	var first, second bytes.Buffer
	if err := b.Write(&first); err != nil {
		t.Fatal(err)
	}
	again, err := Parse("baseline.json", first.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Write(&second); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() || len(again.Findings) != 3 || again.Findings[0].Quote != "three hundred <workers>" {
		t.Errorf("written, read and written again:\n%s\n%s", first.String(), second.String())
	}
}

func TestApply(t *testing.T) {
	b := Of(findings("medium", "medium", "medium"))
	r := findings("medium", "high", "low")
	r.Findings = append(r.Findings, report.Finding{Document: "d_1", Fingerprint: mark(9), Severity: "low"})
	r.Findings = r.Findings[1:] // the first is gone
	gone := b.Apply(r)
	want := []bool{false, true, false} // graver, milder, new
	for i, f := range r.Findings {
		if (f.Suppressed != nil) != want[i] {
			t.Errorf("%s %s: suppressed %v", f.Fingerprint, f.Severity, f.Suppressed)
		}
	}
	if len(gone) != 1 || gone[0].Fingerprint != mark(3) {
		t.Errorf("gone: %+v", gone)
	}
}

func TestUpdate(t *testing.T) {
	b := Of(findings("medium", "medium"))
	b.Findings = append(b.Findings, Entry{Fingerprint: mark(8), Severity: "low", Document: "elsewhere.txt"})
	r := findings("medium", "high") // mark(2) medium, mark(1) high
	r.Findings = append(r.Findings[1:], report.Finding{Document: "d_1", Fingerprint: mark(7), Severity: "low"})
	for _, tc := range []struct {
		add         bool
		gone, added int
		want        string
	}{
		{false, 1, 0, mark(1) + " medium, " + mark(8) + " low"},
		{true, 1, 2, mark(1) + " high, " + mark(7) + " low, " + mark(8) + " low"},
	} {
		updated, gone, added, err := b.Update(r, tc.add)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range updated.Findings {
			got = append(got, e.Fingerprint+" "+e.Severity)
		}
		if gone != tc.gone || added != tc.added || strings.Join(got, ", ") != tc.want {
			t.Errorf("add %v: %s, %d gone, %d added", tc.add, strings.Join(got, ", "), gone, added)
		}
	}
	r.Failures = []report.Failure{{Name: "harbour.txt", Error: "unreadable"}}
	if _, _, _, err := b.Update(r, false); err == nil {
		t.Error("a report with failures takes findings out")
	}
	r.Failures, r.Run.Filter = nil, &report.Filter{Categories: []string{"arms"}}
	if _, _, _, err := b.Update(r, false); err == nil {
		t.Error("a filtered report takes findings out")
	}
}

// A waived finding counts again when its waiver expires, and a report is covered by its own
// baseline even if two documents hold the same finding.
func TestOf(t *testing.T) {
	r := findings("high", "low")
	r.Findings[0].Suppressed = &report.Suppression{Kind: report.SuppressedByWaiver}
	r.Documents = append(r.Documents, report.Document{ID: "d_2", Name: "again.txt"})
	twin := r.Findings[1]
	twin.Document, twin.Severity = "d_2", "critical"
	r.Findings = append(r.Findings, twin)
	b := Of(r)
	if len(b.Findings) != 1 || b.Findings[0].Severity != "critical" {
		t.Fatalf("%+v", b.Findings)
	}
	if gone := b.Apply(r); len(gone) != 0 || r.Findings[1].Suppressed == nil || r.Findings[2].Suppressed == nil {
		t.Errorf("the report is not covered by its own baseline: %+v", r.Findings)
	}
}

func TestParseRefuses(t *testing.T) {
	for name, tc := range map[string]struct{ text, want string }{
		"version":     {`{"schema_version":"2","findings":[]}`, "schema_version"},
		"fingerprint": {`{"schema_version":"1","findings":[{"fingerprint":"x","measure":"m","severity":"low","document":"d","quote":"q"}]}`, "is no fingerprint"},
		"severity":    {`{"schema_version":"1","findings":[{"fingerprint":"` + mark(1) + `","measure":"m","severity":"grave","document":"d","quote":"q"}]}`, "unknown severity"},
		"cut":         {`{"schema_version":"1","findings":[`, "baseline.json"},
		"a report":    {`{"schema_version":"1","tool":{}}`, "tool"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Parse("baseline.json", []byte(tc.text)); err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("error %v, want one with %q", err, tc.want)
			}
		})
	}
}
