// Package waiver reads waivers.yaml, in which analysts put findings aside with a reason,
// an owner, an approver and a last day, and marks the findings of a report that they cover.
//
// It imports catalog, report and strictyaml. It deletes nothing: a waived finding stays in
// the report with its justification.
package waiver

import (
	"errors"
	"fmt"
	"path"
	"strings"
	"time"

	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/report"
	"github.com/article41/article41/checker/strictyaml"
)

// MaxMonths a waiver can hold from the day it was given: then somebody has to look again.
const MaxMonths = 12

// Waiver puts findings aside: one by its fingerprint, or all of a measure in a source.
type Waiver struct {
	Fingerprint string `yaml:"fingerprint,omitempty"` // "v1:…", as reports print it
	Measure     string `yaml:"measure,omitempty"`     // id or alias; goes with Source
	// Source is the document that a measure is waived in: its name as reports print it, or
	// "sha256:" and the digest of its text. What a page says of itself, such as its address,
	// is no name: it could waive itself.
	Source   string         `yaml:"source,omitempty"`
	Reason   string         `yaml:"reason"`
	Owner    string         `yaml:"owner"`    // who answers for it
	Approver string         `yaml:"approver"` // who agreed; not the owner
	Given    string         `yaml:"given"`    // YYYY-MM-DD
	Expires  string         `yaml:"expires"`  // last day, at most MaxMonths after Given
	Pos      strictyaml.Pos `yaml:"-"`
}

type file struct {
	Waivers []Waiver `yaml:"waivers"`
}

// Waivers are those of one file, in its order.
type Waivers []Waiver

// Parse reads a waivers file. Errors have a position; a measure that the rules do not know
// is one, since a waiver that can never match looks like one that is not needed.
func Parse(name string, data []byte, rules *catalog.Catalogue) (Waivers, error) {
	var f file
	if err := strictyaml.Decode(name, data, &f); err != nil {
		return nil, err
	}
	var problems []error
	seen := map[string]strictyaml.Pos{}
	for i := range f.Waivers {
		w := &f.Waivers[i]
		fail := func(format string, args ...any) {
			problems = append(problems, strictyaml.Errorf(w.Pos, "waiver: "+format, args...))
		}
		switch {
		case w.Fingerprint != "" && (w.Measure != "" || w.Source != ""):
			fail("give a fingerprint, or a measure and a source, not both")
		case w.Fingerprint != "":
			if !report.IsFingerprint(w.Fingerprint) {
				fail("%q is no fingerprint; reports give them as v1: and 32 hex digits", w.Fingerprint)
			}
		case w.Measure == "" || w.Source == "":
			fail("says not what it covers: give a fingerprint, or a measure and a source")
		default:
			m, ok := rules.Measure(w.Measure)
			if !ok {
				fail("unknown measure %q; `article41 rules list` shows them all", w.Measure)
				break
			}
			w.Measure = m.ID
		}
		if first, twice := seen[w.covers()]; twice {
			fail("covers the same as the one in line %d", first.Line)
		}
		seen[w.covers()] = w.Pos
		for _, must := range []struct{ what, text string }{{"reason", w.Reason}, {"owner", w.Owner}, {"approver", w.Approver}} {
			if strings.TrimSpace(must.text) == "" {
				fail("has no %s", must.what)
			}
		}
		if w.Owner != "" && strings.EqualFold(strings.TrimSpace(w.Owner), strings.TrimSpace(w.Approver)) {
			fail("%s is owner and approver; somebody else has to approve", w.Owner)
		}
		given, err := time.Parse(time.DateOnly, w.Given)
		if err != nil {
			fail("given is %q; write the day as YYYY-MM-DD", w.Given)
			continue
		}
		expires, err := time.Parse(time.DateOnly, w.Expires)
		switch last := given.AddDate(0, MaxMonths, 0); {
		case err != nil:
			fail("expires is %q; write its last day as YYYY-MM-DD", w.Expires)
		case expires.Before(given):
			fail("expires on %s, before it was given on %s", w.Expires, w.Given)
		case expires.After(last):
			fail("expires on %s, more than %d months after %s; %s at the latest", w.Expires, MaxMonths, w.Given, last.Format(time.DateOnly))
		}
	}
	return f.Waivers, errors.Join(problems...)
}

// covers names what a waiver covers, for people.
func (w *Waiver) covers() string {
	if w.Fingerprint != "" {
		return w.Fingerprint
	}
	return w.Measure + " in " + w.Source
}

// String says what a waiver covers and where it stands.
func (w *Waiver) String() string { return fmt.Sprintf("%s: %s", w.Pos, w.covers()) }

// Use is what the waivers of a file did to a report.
type Use struct {
	Applied []Waiver // that cover a finding
	Expired []Waiver // that would, but are past their last day
	Early   []Waiver // that would, but were not given yet
	Unused  []Waiver // that cover no finding of the report
}

// Apply marks the findings of r that a waiver covers on a day, YYYY-MM-DD. The summary of
// r is not counted anew.
func (ws Waivers) Apply(r *report.Report, day string) Use {
	documents := r.ByID()
	var use Use
	for _, w := range ws {
		hits := 0
		for i := range r.Findings {
			f := &r.Findings[i]
			if !w.Covers(f, documents[f.Document]) {
				continue
			}
			hits++
			if day < w.Given || day > w.Expires || f.Suppressed != nil {
				continue
			}
			f.Suppressed = &report.Suppression{Kind: report.SuppressedByWaiver, Reason: w.Reason, Owner: w.Owner, Approver: w.Approver, Expires: w.Expires}
		}
		switch {
		case hits == 0:
			use.Unused = append(use.Unused, w)
		case day > w.Expires:
			use.Expired = append(use.Expired, w)
		case day < w.Given:
			use.Early = append(use.Early, w)
		default:
			use.Applied = append(use.Applied, w)
		}
	}
	return use
}

// Covers reports a finding of a document that the waiver is for, whatever the day.
func (w *Waiver) Covers(f *report.Finding, d *report.Document) bool {
	if w.Fingerprint != "" {
		return f.Fingerprint == w.Fingerprint
	}
	return f.Measure == w.Measure && d != nil && (path.Clean(w.Source) == path.Clean(d.Name) || w.Source == "sha256:"+d.TextSHA256)
}
