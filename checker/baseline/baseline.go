// Package baseline keeps the findings that are known, so that CI fails on new ones only.
//
// It imports report and strictyaml. A finding that has become graver than in the baseline
// is a new one.
package baseline

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/article41/article41/checker/report"
	"github.com/article41/article41/checker/strictyaml"
)

// SchemaVersion of the file.
const SchemaVersion = "1"

// Baseline is the known findings, sorted by fingerprint.
type Baseline struct {
	SchemaVersion string  `json:"schema_version" yaml:"schema_version"`
	Findings      []Entry `json:"findings" yaml:"findings"`
}

// Entry is one known finding. What is not its fingerprint or severity is for the reader.
type Entry struct {
	Fingerprint string         `json:"fingerprint" yaml:"fingerprint"`
	Measure     string         `json:"measure" yaml:"measure"`
	Severity    string         `json:"severity" yaml:"severity"`
	Document    string         `json:"document" yaml:"document"` // its name
	Quote       string         `json:"quote" yaml:"quote"`       // of the first passage
	Pos         strictyaml.Pos `json:"-" yaml:"-"`
}

// Of makes the baseline of a report: its findings, but for the waived, which count again
// when their waiver expires. Of the same finding in two documents the graver one holds.
func Of(r *report.Report) *Baseline {
	names := make(map[string]string, len(r.Documents))
	for _, d := range r.Documents {
		names[d.ID] = d.Name
	}
	b := &Baseline{SchemaVersion: SchemaVersion, Findings: []Entry{}}
	for _, f := range r.Findings {
		if f.Suppressed != nil && f.Suppressed.Kind == report.SuppressedByWaiver {
			continue
		}
		e := Entry{Fingerprint: f.Fingerprint, Measure: f.Measure, Severity: f.Severity, Document: names[f.Document]}
		if len(f.Evidence) > 0 {
			e.Quote = f.Evidence[0].Exact()
		}
		b.Findings = append(b.Findings, e)
	}
	slices.SortStableFunc(b.Findings, func(x, y Entry) int {
		return cmp.Or(cmp.Compare(x.Fingerprint, y.Fingerprint), grave(x.Severity)-grave(y.Severity), cmp.Compare(x.Document, y.Document))
	})
	b.Findings = slices.CompactFunc(b.Findings, func(x, y Entry) bool { return x.Fingerprint == y.Fingerprint })
	return b
}

// grave counts from the gravest severity, 0.
func grave(severity string) int { return slices.Index(report.Severities, severity) }

// Parse reads what Write wrote.
func Parse(name string, data []byte) (*Baseline, error) {
	var b Baseline
	if err := strictyaml.Decode(name, data, &b); err != nil {
		return nil, err
	}
	if b.SchemaVersion != SchemaVersion {
		return nil, fmt.Errorf("%s: schema_version is %q, this program reads %q", name, b.SchemaVersion, SchemaVersion)
	}
	var problems []error
	for _, e := range b.Findings {
		if !report.IsFingerprint(e.Fingerprint) {
			problems = append(problems, strictyaml.Errorf(e.Pos, "%q is no fingerprint; write the file with `article41 baseline create`", e.Fingerprint))
		}
		if !slices.Contains(report.Severities, e.Severity) {
			problems = append(problems, strictyaml.Errorf(e.Pos, "unknown severity %q", e.Severity))
		}
	}
	return &b, errors.Join(problems...)
}

// Write writes b as indented JSON; the same findings give the same bytes.
func (b *Baseline) Write(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	if err := enc.Encode(b); err != nil {
		return fmt.Errorf("writing the baseline: %w", err)
	}
	return nil
}

// Apply marks the findings of r that the baseline has, unless they have become graver, and
// returns the entries for documents of r that r does not have any more: of other documents
// it knows nothing. The summary of r is not counted anew.
func (b *Baseline) Apply(r *report.Report) (gone []Entry) {
	known := make(map[string]*Entry, len(b.Findings))
	for i := range b.Findings {
		e := &b.Findings[i]
		if old := known[e.Fingerprint]; old == nil || grave(e.Severity) < grave(old.Severity) {
			known[e.Fingerprint] = e
		}
	}
	met := make(map[string]bool, len(known))
	for i := range r.Findings {
		f := &r.Findings[i]
		e := known[f.Fingerprint]
		if e == nil {
			continue
		}
		met[f.Fingerprint] = true
		if f.Suppressed == nil && grave(f.Severity) >= grave(e.Severity) {
			f.Suppressed = &report.Suppression{Kind: report.SuppressedByBaseline, Reason: "in the baseline"}
		}
	}
	here := documents(r)
	for _, e := range b.Findings {
		if !met[e.Fingerprint] && here[e.Document] {
			gone = append(gone, e)
		}
	}
	return gone
}

func documents(r *report.Report) map[string]bool {
	names := make(map[string]bool, len(r.Documents))
	for _, d := range r.Documents {
		names[d.Name] = true
	}
	return names
}

// Update is the baseline without what the documents of r do not have any more, and with add
// also with what they have besides, or have graver. Entries of other documents stay. It
// returns how many entries were taken out and put in, and refuses a report that does not
// tell all: one with failures, or one that filters have narrowed.
func (b *Baseline) Update(r *report.Report, add bool) (updated *Baseline, gone, added int, err error) {
	switch {
	case !r.Whole():
		return nil, 0, 0, errors.New("some inputs of the report could not be processed: what they held cannot be known")
	case r.Run.Filter != nil:
		return nil, 0, 0, errors.New("filters have narrowed the report: what they hide cannot be known")
	}
	now := Of(r)
	found := make(map[string]Entry, len(now.Findings))
	for _, e := range now.Findings {
		found[e.Fingerprint] = e
	}
	here, known := documents(r), make(map[string]bool, len(b.Findings))
	updated = &Baseline{SchemaVersion: SchemaVersion, Findings: []Entry{}}
	for _, e := range b.Findings {
		known[e.Fingerprint] = true
		now, still := found[e.Fingerprint]
		switch {
		case !still && here[e.Document]:
			gone++
		case still && add && grave(now.Severity) < grave(e.Severity):
			added++
			updated.Findings = append(updated.Findings, now)
		default:
			updated.Findings = append(updated.Findings, e)
		}
	}
	for _, e := range now.Findings {
		if add && !known[e.Fingerprint] {
			added++
			updated.Findings = append(updated.Findings, e)
		}
	}
	slices.SortStableFunc(updated.Findings, func(x, y Entry) int { return cmp.Compare(x.Fingerprint, y.Fingerprint) })
	return updated, gone, added, nil
}
