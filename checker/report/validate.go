package report

import (
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/article41/article41/checker/claim"
)

// The closed word lists of passages and legal bases.
var (
	passageRoles  = []string{claim.Primary, claim.Supporting, claim.Contradicting}
	lawRoles      = []string{"obligation", "extends", "clarifies", "replaced", "exemption", "context"}
	strengths     = []string{"decides", "conditional", "calls_upon"}
	verifications = []string{"primary", "secondary", "inferred", "memory"}
)

// Validate makes sure that nothing ungrounded reaches a reader: every finding
// has a passage with its quote and offsets, a provision and a reason, and every
// reference leads somewhere. It returns all problems, joined.
func (r *Report) Validate() error {
	v := validator{documents: map[string]Document{}, claims: map[claimKey]Claim{}, held: heldFindings(r.Findings)}
	if r.SchemaVersion != SchemaVersion {
		v.problem("report", "schema_version is %q, this program reads %q", r.SchemaVersion, SchemaVersion)
	}
	for i, d := range r.Documents {
		if _, twice := v.documents[d.ID]; twice || d.ID == "" {
			v.problem(fmt.Sprintf("documents[%d]", i), "id %q is empty or not unique", d.ID)
		}
		v.documents[d.ID] = d
		v.screened(fmt.Sprintf("documents[%d]", i), d)
	}
	for i, c := range r.Claims {
		key := claimKey{c.Document, c.ID}
		if _, twice := v.claims[key]; twice || c.ID == "" {
			v.problem(fmt.Sprintf("claims[%d]", i), "id %q is empty or not unique in document %q", c.ID, c.Document)
		}
		v.claims[key] = c
	}
	story := map[string]string{} // by document
	for i, s := range r.Stories {
		v.story(fmt.Sprintf("stories[%d] %s", i, s.ID), s, story)
	}
	for i, c := range r.Claims {
		v.findings = v.held[c.Document]
		v.claim(fmt.Sprintf("claims[%d] %s", i, c.ID), c)
	}
	for i, f := range r.Findings {
		where := fmt.Sprintf("findings[%d] %s", i, f.ID)
		v.finding(where, f)
		if f.CopyOf != nil {
			v.findings = v.held[f.CopyOf.Document]
			v.copyOf(where, f, story)
		}
	}
	for i, u := range r.Ungrounded {
		where := fmt.Sprintf("ungrounded[%d]", i)
		if _, ok := v.documents[u.Document]; !ok {
			v.problem(where, "document %q is not in the report", u.Document)
		}
		if u.Code == "" || u.Reason == "" {
			v.problem(where, "rejected without a code or without a reason")
		}
	}
	return errors.Join(v.problems...)
}

// screened makes sure that a name that is shown stands in the text and has an entry
// with a reason.
func (v *validator) screened(where string, d Document) {
	if d.Screened == nil {
		return
	}
	for i, m := range d.Screened.Matches {
		where := fmt.Sprintf("%s: screened.matches[%d]", where, i)
		if m.Text == "" || len(m.Passages) == 0 || len(m.Entries) == 0 {
			v.problem(where, "a name without its text, a passage or an entry")
		}
		for k, p := range m.Passages {
			v.passage(fmt.Sprintf("%s: passages[%d]", where, k), p, d)
		}
		for k, e := range m.Entries {
			if e.Reference == "" || e.List == "" || len(e.Reasons) == 0 {
				v.problem(fmt.Sprintf("%s: entries[%d]", where, k), "an entry without reference, list or reason")
			}
		}
	}
}

// heldFindings are the findings by document and id.
func heldFindings(findings []Finding) map[string]map[string][]Finding {
	held := map[string]map[string][]Finding{}
	for _, f := range findings {
		if held[f.Document] == nil {
			held[f.Document] = map[string][]Finding{}
		}
		held[f.Document][f.ID] = append(held[f.Document][f.ID], f)
	}
	return held
}

type claimKey struct{ document, id string }

type validator struct {
	documents map[string]Document
	claims    map[claimKey]Claim
	// By document and id: equal documents have findings of equal ids, and looking for
	// one in the list of all would take the square of their number.
	held     map[string]map[string][]Finding
	findings map[string][]Finding // those of held that claim and copyOf look at
	problems []error
}

func (v *validator) problem(where, format string, args ...any) {
	v.problems = append(v.problems, fmt.Errorf("report: %s: "+format, append([]any{where}, args...)...))
}

func (v *validator) oneOf(where, what, got string, allowed []string) {
	if !slices.Contains(allowed, got) {
		v.problem(where, "%s is %q, not one of %v", what, got, allowed)
	}
}

func (v *validator) claim(where string, c Claim) {
	doc, ok := v.documents[c.Document]
	if !ok {
		v.problem(where, "document %q is not in the report", c.Document)
	}
	v.oneOf(where, "status", string(c.Status), names(claim.Statuses))
	if len(c.Passages) == 0 {
		v.problem(where, "no passage: a claim must quote the article")
	}
	for i, p := range c.Passages {
		v.passage(fmt.Sprintf("%s: passages[%d]", where, i), p, doc)
	}
	if (c.SetAside == nil) == (len(c.Findings) == 0) {
		v.problem(where, "a claim has findings or says why it was set aside, never both or neither")
	}
	if c.SetAside != nil && (c.SetAside.Code == "" || c.SetAside.Text == "") {
		v.problem(where, "set aside without a code or without words")
	}
	for _, id := range c.Findings {
		if !slices.ContainsFunc(v.findings[id], func(f Finding) bool { return f.Claim == c.ID }) {
			v.problem(where, "finding %q is not in the report for this claim", id)
		}
	}
}

func (v *validator) finding(where string, f Finding) {
	doc, ok := v.documents[f.Document]
	if !ok {
		v.problem(where, "document %q is not in the report", f.Document)
	}
	if c, ok := v.claims[claimKey{f.Document, f.Claim}]; !ok {
		v.problem(where, "claim %q of document %q is not in the report", f.Claim, f.Document)
	} else if !slices.Contains(c.Findings, f.ID) {
		v.problem(where, "claim %q does not list this finding", f.Claim)
	}
	if len(f.Fingerprint) != fingerprintLength || f.ID != FindingID(f.Fingerprint) {
		v.problem(where, "id does not follow from fingerprint %q", f.Fingerprint)
	}
	if f.Measure == "" || f.Title == "" || f.Message == "" {
		v.problem(where, "measure, title or message is empty")
	}
	v.oneOf(where, "verdict", f.Verdict, Verdicts)
	v.oneOf(where, "severity", f.Severity, Severities)
	v.oneOf(where, "status", string(f.Status), names(claim.Statuses))
	v.oneOf(where, "stage", string(f.Stage), names(claim.Stages))

	if len(f.Evidence) == 0 {
		v.problem(where, "no passage: a finding must quote the article")
	}
	for i, p := range f.Evidence {
		v.passage(fmt.Sprintf("%s: evidence[%d]", where, i), p, doc)
	}
	if len(f.LegalBasis) == 0 {
		v.problem(where, "no legal basis: a finding must cite a provision")
	}
	for i, l := range f.LegalBasis {
		v.law(fmt.Sprintf("%s: legal_basis[%d]", where, i), l)
	}
	if len(f.Reasoning) == 0 {
		v.problem(where, "no reason: a finding must say how it came about")
	}
	for i, reason := range f.Reasoning {
		at := fmt.Sprintf("%s: reasoning[%d]", where, i)
		if reason.Condition == "" {
			v.problem(at, "condition is empty")
		}
		if reason.Met && reason.Unknown {
			v.problem(at, "a condition cannot be both met and unknown")
		}
		v.indexes(at, "evidence", reason.Evidence, len(f.Evidence))
		v.indexes(at, "law", reason.Law, len(f.LegalBasis))
	}
}

func (v *validator) indexes(where, what string, indexes []int, n int) {
	for _, i := range indexes {
		if i < 0 || i >= n {
			v.problem(where, "%s index %d is out of range, the finding has %d", what, i, n)
		}
	}
}

func (v *validator) law(where string, l LegalBasis) {
	if l.ID == "" || l.Label == "" || l.URL == "" || l.Summary == "" {
		v.problem(where, "id, label, url or summary is empty")
	}
	v.oneOf(where, "role", l.Role, lawRoles)
	v.oneOf(where, "strength", l.Strength, strengths)
	v.oneOf(where, "verification", l.Verification, verifications)
	if l.InForce.From == "" {
		v.problem(where, "in_force.from is empty")
	}
}

func (v *validator) passage(where string, p Passage, doc Document) {
	v.oneOf(where, "role", p.Role, passageRoles)
	if p.Target.Type != specificResource {
		v.problem(where, "target type is %q, not %s", p.Target.Type, specificResource)
	}
	if want := "sha256:" + doc.TextSHA256; p.Target.Source != want {
		v.problem(where, "source is %q, the document's text is %q", p.Target.Source, want)
	}
	if p.Line < 1 || p.Column < 1 {
		v.problem(where, "line %d, column %d: both count from 1", p.Line, p.Column)
	}
	quote, ok := p.quote()
	if !ok || quote.Exact == "" {
		v.problem(where, "no %s with the exact quote", textQuoteSelector)
		return
	}
	at, ok := p.position()
	if !ok || at.Start == nil || at.End == nil {
		v.problem(where, "no %s with start and end", textPositionSelector)
		return
	}
	if n := utf8.RuneCountInString(quote.Exact); *at.Start < 0 || *at.End-*at.Start != n {
		v.problem(where, "offsets %d to %d do not fit the quote, which has %d code points", *at.Start, *at.End, n)
	}
}
