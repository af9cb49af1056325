package checker

import (
	"fmt"
	"slices"
	"strings"

	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/report"
)

// Filter narrows a report to what the reader asked for. Empty fields let
// everything through.
type Filter struct {
	Categories  []string
	Measures    []string
	Statuses    []string
	MinSeverity string
}

// Check refuses words that the rules do not know, so that a misspelt filter
// cannot look like a clean result. Measure aliases are replaced by their ids.
func (f *Filter) Check(cat *catalog.Catalogue) error {
	for _, id := range f.Categories {
		if _, ok := cat.Category(id); !ok {
			known := make([]string, len(cat.Categories))
			for i, c := range cat.Categories {
				known[i] = c.ID
			}
			return unknown("category", id, known)
		}
	}
	for i, id := range f.Measures {
		m, ok := cat.Measure(id)
		if !ok {
			return fmt.Errorf("unknown measure %q; `article41 rules list` shows them all", id)
		}
		f.Measures[i] = m.ID
	}
	for _, s := range f.Statuses {
		if !slices.Contains(claim.Statuses, claim.Status(s)) {
			known := make([]string, len(claim.Statuses))
			for i, k := range claim.Statuses {
				known[i] = string(k)
			}
			return unknown("status", s, known)
		}
	}
	return CheckSeverity(f.MinSeverity)
}

// CheckSeverity refuses a word that is no severity; empty is accepted.
func CheckSeverity(s string) error {
	if s != "" && !slices.Contains(report.Severities, s) {
		return unknown("severity", s, report.Severities)
	}
	return nil
}

// Apply returns r narrowed to f, with its summary counted anew, and the number
// of findings left out that are not suppressed. r is not changed.
func (f *Filter) Apply(r *report.Report) (*report.Report, int) {
	out := *r
	out.Findings = slices.DeleteFunc(slices.Clone(r.Findings), func(x report.Finding) bool { return !f.wants(x) })
	type key struct{ document, id string }
	kept := make(map[key]bool, len(out.Findings))
	for _, x := range out.Findings {
		kept[key{x.Document, x.ID}] = true
	}
	out.Claims = nil
	for _, cl := range r.Claims {
		had := len(cl.Findings) > 0
		cl.Findings = slices.DeleteFunc(slices.Clone(cl.Findings), func(id string) bool { return !kept[key{cl.Document, id}] })
		if f.wantsClaim(cl, had) {
			out.Claims = append(out.Claims, cl)
		}
	}
	out.Stories = slices.Clone(r.Stories)
	report.Trace(&out)
	out.Ungrounded = nil
	for _, u := range r.Ungrounded { // as claims without a finding are kept
		if f.wantsClaim(report.Claim{Claim: claim.Claim{Category: u.Claimed.Category, Status: claim.Status(u.Claimed.Status)}}, false) {
			out.Ungrounded = append(out.Ungrounded, u)
		}
	}
	if len(f.Categories)+len(f.Measures)+len(f.Statuses) > 0 || f.MinSeverity != "" {
		out.Run.Filter = &report.Filter{Categories: f.Categories, Measures: f.Measures, Statuses: f.Statuses, MinSeverity: f.MinSeverity}
	}
	report.Summarise(&out)
	before, _ := r.Shown()
	after, _ := out.Shown()
	return &out, len(before.Findings) - len(after.Findings)
}

func (f *Filter) wants(x report.Finding) bool {
	return admits(f.Categories, x.Category) && admits(f.Measures, x.Measure) && admits(f.Statuses, string(x.Status)) &&
		(f.MinSeverity == "" || slices.Index(report.Severities, x.Severity) <= slices.Index(report.Severities, f.MinSeverity))
}

// wantsClaim keeps a claim with a finding left, and one set aside when the
// reader asked for its category and status; by measure or severity nobody can
// ask for a claim without a finding.
func (f *Filter) wantsClaim(cl report.Claim, had bool) bool {
	if had {
		return len(cl.Findings) > 0
	}
	return admits(f.Categories, cl.Category) && admits(f.Statuses, string(cl.Status)) && len(f.Measures) == 0 && f.MinSeverity == ""
}

func admits(list []string, s string) bool { return len(list) == 0 || slices.Contains(list, s) }

func unknown(what, got string, known []string) error {
	return fmt.Errorf("unknown %s %q; known: %s", what, got, strings.Join(known, ", "))
}
