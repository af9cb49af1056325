package report

import (
	"slices"
	"testing"

	"github.com/article41/article41/checker/claim"
)

func TestSummarise(t *testing.T) {
	r, _ := labourReport(t)
	s := r.Summary
	if s.Documents != 2 || s.Failures != 1 || s.Claims != 2 || s.SetAside != 1 || s.Findings != 2 || s.Notice != Notice {
		t.Errorf("summary %+v", s)
	}
	if s.BySeverity["high"] != 1 || s.BySeverity["medium"] != 1 || s.ByVerdict[Watch] != 1 || s.ByStatus["alleged"] != 2 {
		t.Errorf("counts %v %v %v", s.BySeverity, s.ByVerdict, s.ByStatus)
	}
	for _, part := range []struct {
		counts map[string]int
		keys   []string
	}{{s.BySeverity, Severities}, {s.ByVerdict, Verdicts}, {s.ByStatus, names(claim.Statuses)}} {
		for _, k := range part.keys {
			if _, ok := part.counts[k]; !ok {
				t.Errorf("no count for %q", k)
			}
		}
		if len(part.counts) != len(part.keys) {
			t.Errorf("counts %v, keys %v", part.counts, part.keys)
		}
	}
}

func TestAtOrAbove(t *testing.T) {
	r := &Report{}
	for _, s := range []string{"high", "medium", "medium", "info"} {
		r.Findings = append(r.Findings, Finding{Severity: s})
	}
	for severity, want := range map[string]int{"critical": 0, "high": 1, "medium": 3, "low": 3, "info": 4, "": 4, "urgent": 4} {
		if got := r.AtOrAbove(severity); got != want {
			t.Errorf("at or above %q: %d, want %d", severity, got, want)
		}
	}
	r.Findings = append(slices.Clip(r.Findings), Finding{Severity: "unheard of"})
	if got := r.AtOrAbove("critical"); got != 1 {
		t.Errorf("an unknown severity counts %d times as critical, want 1", got)
	}
}
