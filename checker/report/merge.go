package report

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Merge puts the reports of several runs into one, in the order given. The runs must have
// used the same rules, policies, lexicon, extractor and law date: findings under different
// rules do not belong into one list. Documents are numbered anew; a document that two
// reports hold under the same name and text is an error. Copies that stand in different
// reports are not looked for; Run.Merged says how many reports there were.
func Merge(reports ...*Report) (*Report, error) {
	if len(reports) == 0 {
		return nil, errors.New("no reports to merge")
	}
	first := reports[0]
	out := &Report{SchemaVersion: first.SchemaVersion, Tool: first.Tool, Run: first.Run}
	out.Run.Merged = 0
	type identity struct{ name, text, claims string }
	held := map[identity]int{}
	for n, r := range reports {
		if err := sameRun(first, r); err != nil {
			return nil, fmt.Errorf("report %d cannot be merged with the first: %w", n+1, err)
		}
		ids := make(map[string]string, len(r.Documents))
		for _, d := range r.Documents {
			id := identity{d.Name, d.TextSHA256, d.ClaimsFile}
			if at, twice := held[id]; twice && at != n+1 {
				return nil, fmt.Errorf("reports %d and %d both hold %s", at, n+1, d.Name)
			}
			held[id] = n + 1
			ids[d.ID] = "d_" + strconv.Itoa(len(out.Documents)+1)
			d.ID = ids[d.ID]
			out.Documents = append(out.Documents, d)
		}
		for _, s := range r.Stories {
			out.Stories = append(out.Stories, renumbered(s, "s_"+strconv.Itoa(len(out.Stories)+1), ids))
		}
		for _, c := range r.Claims {
			c.Document = ids[c.Document]
			out.Claims = append(out.Claims, c)
		}
		for _, f := range r.Findings {
			f.Document = ids[f.Document]
			if f.CopyOf != nil {
				f.CopyOf = &FindingRef{Document: ids[f.CopyOf.Document], Finding: f.CopyOf.Finding}
			}
			out.Findings = append(out.Findings, f)
		}
		for _, u := range r.Ungrounded {
			u.Document = ids[u.Document]
			out.Ungrounded = append(out.Ungrounded, u)
		}
		out.Failures = append(out.Failures, r.Failures...)
		// What only some of the runs had does not hold for all.
		if r.Run.WaiversSHA256 != out.Run.WaiversSHA256 {
			out.Run.WaiversSHA256 = ""
		}
		if r.Run.BaselineSHA256 != out.Run.BaselineSHA256 {
			out.Run.BaselineSHA256 = ""
		}
		if r.Run.FailOn != out.Run.FailOn {
			out.Run.FailOn = ""
		}
		out.Run.LawCheckedAt = min(out.Run.LawCheckedAt, r.Run.LawCheckedAt)
		out.Run.Merged += max(1, r.Run.Merged)
	}
	if out.Run.Merged == 1 {
		out.Run.Merged = 0 // a report alone
	}
	Summarise(out)
	if err := out.Validate(); err != nil {
		return nil, fmt.Errorf("the merged report does not hold together: %w", err)
	}
	return out, nil
}

func renumbered(s Story, id string, documents map[string]string) Story {
	s.ID, s.Representative = id, documents[s.Representative]
	s.Documents = list(s.Documents)
	for i := range s.Documents {
		s.Documents[i] = documents[s.Documents[i]]
	}
	s.Copies = list(s.Copies)
	for i := range s.Copies {
		s.Copies[i].Document = documents[s.Copies[i].Document]
	}
	return s
}

// sameRun says in what two runs differ, if that changes findings.
func sameRun(a, b *Report) error {
	for _, x := range dependencies(a, b) {
		if x.a != x.b {
			return fmt.Errorf("the %s differs (%s, %s)", x.what, orWord(x.a), orWord(x.b))
		}
	}
	return nil
}

// dependency is something that findings depend on, in two runs.
type dependency struct{ what, a, b string }

func dependencies(a, b *Report) []dependency {
	return []dependency{
		{"program version", a.Tool.Version, b.Tool.Version},
		{"rules", a.Run.RulesSHA256, b.Run.RulesSHA256},
		{"policies", a.Run.PoliciesSHA256, b.Run.PoliciesSHA256},
		{"lexicon", a.Run.LexiconSHA256, b.Run.LexiconSHA256},
		{"lists", a.Run.lists(), b.Run.lists()},
		{"law date", a.Run.AsOf, b.Run.AsOf},
		{"extractor", a.Run.extractor(), b.Run.extractor()},
		{"filter", a.Run.Filter.words(), b.Run.Filter.words()},
	}
}

func (r *Run) lists() string {
	var out []string
	for _, l := range r.Lists {
		out = append(out, l.SHA256)
	}
	return strings.Join(out, " ")
}

func (r *Run) extractor() string {
	if r.Extractor == nil {
		return ""
	}
	return r.Extractor.Name + " " + r.Extractor.Program + " " + r.Extractor.Model + " " + r.Extractor.PromptSHA256
}

func (f *Filter) words() string {
	if f == nil {
		return ""
	}
	return strings.Join(slices.Concat(f.Categories, f.Measures, f.Statuses, []string{f.MinSeverity}), " ")
}

func orWord(s string) string {
	switch {
	case s == "":
		return "none"
	case len(s) > 12:
		return s[:12] + "…"
	}
	return s
}
