package report

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Diff is what changed from one report to another, and why.
type Diff struct {
	Run       []string `json:"run"`       // what the runs depend on and differ in, such as "policies"
	New       []Change `json:"new"`       // findings of the second report only
	Gone      []Change `json:"gone"`      // findings of the first report only
	Changed   []Change `json:"changed"`   // findings of both that differ
	Unchanged int      `json:"unchanged"` // findings of both that do not
}

// Change is one finding that changed.
type Change struct {
	Document    string   `json:"document"` // name
	Line        int      `json:"line"`
	Measure     string   `json:"measure"`
	Severity    string   `json:"severity"` // of the later report, where both have it
	Fingerprint string   `json:"fingerprint"`
	Quote       string   `json:"quote"`
	What        []string `json:"what"` // of Changed: the fields, as "severity: medium -> high"
	Why         []string `json:"why"`  // what can have caused it: "text changed", "policies changed", …
}

// Compare finds what changed from a to b. Findings are the same when measure, text and
// quote are (their fingerprint), or else when a document of the same name has one of the
// same measure and quote: then its text changed around it.
func Compare(a, b *Report) Diff {
	d := Diff{Run: differences(a, b), New: []Change{}, Gone: []Change{}, Changed: []Change{}}
	x, y := newSide(a), newSide(b)
	var left []int // of a, without a partner by fingerprint
	partner := make([]int, len(b.Findings))
	for i := range partner {
		partner[i] = -1
	}
	pair := func(key func(s *side, i int) string, of []int) (rest []int) {
		at := map[string][]int{}
		for j := range b.Findings {
			if partner[j] < 0 {
				at[key(y, j)] = append(at[key(y, j)], j)
			}
		}
		for _, i := range of {
			k := key(x, i)
			if free := at[k]; len(free) > 0 {
				partner[free[0]], at[k] = i, free[1:]
			} else {
				rest = append(rest, i)
			}
		}
		return rest
	}
	for i := range a.Findings {
		left = append(left, i)
	}
	left = pair(func(s *side, i int) string { return s.r.Findings[i].Fingerprint + "\x00" + s.name(i) }, left)
	left = pair(func(s *side, i int) string { return s.r.Findings[i].Fingerprint }, left)
	left = pair(func(s *side, i int) string {
		return s.r.Findings[i].Measure + "\x00" + s.name(i) + "\x00" + normalQuote(s.quote(i))
	}, left)
	for j, i := range partner {
		if i < 0 {
			c := y.change(j)
			c.Why = x.whyMissing(y, j, d.Run, "document is new")
			d.New = append(d.New, c)
			continue
		}
		what := fields(&a.Findings[i], &b.Findings[j])
		if len(what) == 0 {
			d.Unchanged++
			continue
		}
		c := y.change(j)
		c.What, c.Why = what, slices.Clone(d.Run)
		if x.text(i) != y.text(j) {
			c.Why = append([]string{"text changed"}, c.Why...)
		}
		if a.Findings[i].LawDate != b.Findings[j].LawDate && !slices.Contains(c.Why, "law date changed") {
			c.Why = append(c.Why, "law date changed")
		}
		c.Why = append(c.Why, suppressions(&a.Findings[i], &b.Findings[j])...)
		d.Changed = append(d.Changed, c)
	}
	for _, i := range left {
		c := x.change(i)
		c.Why = y.whyMissing(x, i, d.Run, "document is gone")
		d.Gone = append(d.Gone, c)
	}
	return d
}

// side is a report with its documents at hand.
type side struct {
	r      *Report
	byID   map[string]*Document
	byName map[string][]*Document
	failed map[string]string // by name: why it could not be processed
}

func newSide(r *Report) *side {
	s := &side{r, map[string]*Document{}, map[string][]*Document{}, map[string]string{}}
	for i := range r.Documents {
		d := &r.Documents[i]
		s.byID[d.ID] = d
		s.byName[d.Name] = append(s.byName[d.Name], d)
	}
	for _, f := range r.Failures {
		s.failed[f.Name] = strings.TrimPrefix(f.Error, f.Name+": ")
	}
	return s
}

func (s *side) document(i int) *Document {
	if d := s.byID[s.r.Findings[i].Document]; d != nil {
		return d
	}
	return &Document{Name: s.r.Findings[i].Document}
}

func (s *side) name(i int) string { return s.document(i).Name }
func (s *side) text(i int) string { return s.document(i).TextSHA256 }

func (s *side) quote(i int) string {
	if len(s.r.Findings[i].Evidence) == 0 {
		return ""
	}
	return s.r.Findings[i].Evidence[0].Exact()
}

func (s *side) change(i int) Change {
	f := &s.r.Findings[i]
	c := Change{Document: s.name(i), Measure: f.Measure, Severity: f.Severity, Fingerprint: f.Fingerprint, Quote: s.quote(i), What: []string{}, Why: []string{}}
	if len(f.Evidence) > 0 {
		c.Line = f.Evidence[0].Line
	}
	return c
}

// whyMissing says why s lacks finding i of the other side.
func (s *side) whyMissing(other *side, i int, run []string, without string) []string {
	same := s.byName[other.name(i)]
	why, failed := s.failed[other.name(i)]
	switch {
	case len(same) == 0 && failed:
		return []string{"not processed: " + why}
	case len(same) == 0:
		return []string{without}
	case !slices.ContainsFunc(same, func(d *Document) bool { return d.TextSHA256 == other.text(i) }):
		return append([]string{"text changed"}, run...)
	case len(run) == 0:
		return []string{"unknown: text, rules and policies are the same"}
	}
	return slices.Clone(run)
}

// differences names what two runs depend on and differ in.
func differences(a, b *Report) []string {
	out := []string{}
	for _, x := range dependencies(a, b) {
		if x.a != x.b {
			out = append(out, x.what+" changed")
		}
	}
	return out
}

// fields lists in what two findings differ.
func fields(a, b *Finding) []string {
	var out []string
	for _, x := range []struct{ what, a, b string }{
		{"severity", a.Severity, b.Severity},
		{"verdict", a.Verdict, b.Verdict},
		{"status", string(a.Status), string(b.Status)},
		{"stage", string(a.Stage), string(b.Stage)},
		{"law date", a.LawDate.Date, b.LawDate.Date},
		{"provisions", provisions(a), provisions(b)},
		{"missing", strings.Join(a.Missing, ", "), strings.Join(b.Missing, ", ")},
		{"suppressed", suppressedBy(a), suppressedBy(b)},
	} {
		if x.a != x.b {
			out = append(out, fmt.Sprintf("%s: %s -> %s", x.what, cmp.Or(x.a, "none"), cmp.Or(x.b, "none")))
		}
	}
	whole := func(f Finding) *Finding { findingLists(&f); return &f } // as JSON shows it: no list is null
	a, b = whole(*a), whole(*b)
	for _, x := range []struct {
		what string
		a, b any
	}{
		{"message", a.Message, b.Message},
		{"title", a.Title, b.Title},
		{"category", [3]string{a.Regime, a.Category, a.Activity}, [3]string{b.Regime, b.Category, b.Activity}},
		{"parties", a.Parties, b.Parties},
		{"who says so", a.Attribution, b.Attribution},
		{"basis of the law date", a.LawDate.Basis, b.LawDate.Basis},
		{"bound", a.Bound, b.Bound},
		{"legal basis", a.LegalBasis, b.LegalBasis},
		{"reasoning", a.Reasoning, b.Reasoning},
	} {
		if !sameJSON(x.a, x.b) {
			out = append(out, x.what+" differs")
		}
	}
	return out
}

// sameJSON compares what programs would read.
func sameJSON(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && string(x) == string(y)
}

// SameClaim compares two claims but for their documents, findings and suppressions.
func SameClaim(a, b Claim) bool {
	for _, c := range []*Claim{&a, &b} {
		c.Document, c.Findings = "", nil
		claimLists(c)
	}
	return sameJSON(a, b)
}

func provisions(f *Finding) string {
	var out []string
	for _, l := range f.LegalBasis {
		out = append(out, l.Label)
	}
	return strings.Join(out, "; ")
}

func suppressedBy(f *Finding) string {
	if f.Suppressed == nil {
		return ""
	}
	return f.Suppressed.Kind
}

// suppressions says what became of a waiver.
func suppressions(a, b *Finding) []string {
	switch {
	case a.Suppressed != nil && b.Suppressed == nil && a.Fingerprint != b.Fingerprint:
		return []string{"the " + a.Suppressed.Kind + " is for the text as it was"}
	case a.Suppressed == nil && b.Suppressed != nil:
		return []string{"suppressed now (" + b.Suppressed.Kind + ")"}
	case a.Suppressed != nil && b.Suppressed == nil && a.Suppressed.Kind == SuppressedByWaiver:
		return []string{"waiver expired or withdrawn (its last day was " + a.Suppressed.Expires + ")"}
	case a.Suppressed != nil && b.Suppressed == nil:
		return []string{"not in the baseline any more"}
	}
	return nil
}

// Empty reports that nothing changed.
func (d *Diff) Empty() bool { return len(d.New)+len(d.Gone)+len(d.Changed) == 0 }

// WriteDiff writes a diff for a person: one line a finding, + new, - gone, ~ changed.
func WriteDiff(w io.Writer, d *Diff, color bool) error {
	p := &printer{w: bufio.NewWriter(w), o: Options{Color: color}}
	list := func(mark string, st style, changes []Change) {
		for _, c := range changes {
			p.line(fmt.Sprintf("%s %s:%d: %s: %s: \"%s\"", p.paint(st, mark), Sanitize(c.Document), c.Line, p.paint(severityStyle(c.Severity), Sanitize(c.Severity)), Sanitize(c.Measure), clip(Sanitize(c.Quote), conciseQuote)))
			for _, x := range c.What {
				p.line("    " + Sanitize(x))
			}
			if len(c.Why) > 0 {
				p.line("    because: " + Sanitize(strings.Join(c.Why, "; ")))
			}
		}
	}
	list("+", bold, d.New)
	list("-", faint, d.Gone)
	list("~", bold, d.Changed)
	p.line(fmt.Sprintf("%d new, %d gone, %d changed, %d unchanged. %s", len(d.New), len(d.Gone), len(d.Changed), d.Unchanged, Notice))
	return p.flush()
}

// WriteDiffJSON writes a diff as indented JSON, escaped as WriteJSON does.
func WriteDiffJSON(w io.Writer, d *Diff) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(d); err != nil {
		return fmt.Errorf("diff as JSON: %w", err)
	}
	if _, err := w.Write(escapeInvisible(nil, b.Bytes())); err != nil {
		return fmt.Errorf("writing the diff: %w", err)
	}
	return nil
}
