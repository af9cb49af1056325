package report

import (
	"slices"

	"github.com/article41/article41/checker/claim"
)

// Notice stands under every report.
const Notice = "Flags for human review, not findings of fact or law."

// Verdicts, gravest first.
var Verdicts = []string{BreachIndicated, BreachPossible, Watch, ExemptIfVerified, Counterclaim, Mention}

// Summarise fills r.Summary from the rest of the report. Every severity,
// verdict and status is a key, those that did not occur with 0: a reader must
// be able to tell "none" from "not counted".
func Summarise(r *Report) {
	s := Summary{
		Documents:  len(r.Documents),
		Failures:   len(r.Failures),
		Claims:     len(r.Claims),
		Findings:   len(r.Findings),
		Distinct:   distinct(r.Findings),
		Ungrounded: len(r.Ungrounded),
		BySeverity: map[string]int{},
		ByVerdict:  map[string]int{},
		ByStatus:   map[string]int{},
		Notice:     Notice,
	}
	for _, v := range Severities {
		s.BySeverity[v] = 0
	}
	for _, v := range Verdicts {
		s.ByVerdict[v] = 0
	}
	for _, v := range claim.Statuses {
		s.ByStatus[string(v)] = 0
	}
	for _, f := range r.Findings {
		if f.Suppressed != nil {
			s.Suppressed++
			continue
		}
		s.BySeverity[f.Severity]++
		s.ByVerdict[f.Verdict]++
		s.ByStatus[string(f.Status)]++
	}
	for _, c := range r.Claims {
		if c.SetAside != nil {
			s.SetAside++
		}
	}
	r.Summary = s
}

// Shown is the report without its suppressed findings, and their number. The summary still
// counts them.
func (r *Report) Shown() (*Report, int) {
	shown := slices.DeleteFunc(slices.Clone(r.Findings), func(f Finding) bool { return f.Suppressed != nil })
	n := len(r.Findings) - len(shown)
	if n == 0 {
		return r, 0
	}
	out := *r
	out.Findings = shown
	return &out, n
}

// ByID leads from the ids of documents to the documents of r.
func (r *Report) ByID() map[string]*Document {
	documents := make(map[string]*Document, len(r.Documents))
	for i := range r.Documents {
		documents[r.Documents[i].ID] = &r.Documents[i]
	}
	return documents
}

// AtOrAbove counts the findings as grave as severity or graver that are not
// suppressed. It fails on
// the safe side: a severity it does not know, in a finding, counts as the
// gravest, and as a threshold lets every finding count.
func (r *Report) AtOrAbove(severity string) int {
	threshold := slices.Index(Severities, severity)
	n := 0
	for _, f := range r.Findings {
		if f.Suppressed == nil && (threshold < 0 || slices.Index(Severities, f.Severity) <= threshold) {
			n++
		}
	}
	return n
}
