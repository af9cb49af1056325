package checker

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/policy"
	"github.com/article41/article41/checker/report"
)

// finding joins the policies' thin decision with the catalogue: the policies
// name a measure and positions, the citations come from rules/.
func (c *Checker) finding(cl *report.Claim, date lawDate, d policy.Decision) (report.Finding, error) {
	m, ok := c.catalogue.Measure(d.Measure)
	if !ok {
		return report.Finding{}, fmt.Errorf("the policies decided on measure %q, which rules/ does not have", d.Measure)
	}
	basis, position, err := c.legalBasis(m, date, d)
	if err != nil {
		return report.Finding{}, err
	}
	f := report.Finding{
		Claim: cl.ID, Regime: m.Regime, Category: m.Category, Activity: cl.Activity,
		Measure: m.ID, Title: m.Title, Verdict: d.Verdict, Severity: d.Severity,
		Status: cl.Status, Stage: cl.Stage, Message: c.message(&cl.Claim),
		Evidence: cl.Passages, Parties: cl.Parties, Attribution: cl.Attribution,
		LawDate: cl.LawDate, Bound: c.bound(m, cl), LegalBasis: basis, Missing: d.Missing,
	}
	for _, r := range d.Reasons {
		reason := report.Reason{Condition: r.Condition, Met: r.Met, Unknown: r.Unknown, Effect: r.Effect}
		for _, i := range r.Law {
			if i < 0 || i >= len(position) {
				return report.Finding{}, fmt.Errorf("the policies cite provision %d of measure %q, which has %d", i, m.ID, len(position))
			}
			if position[i] >= 0 {
				reason.Law = append(reason.Law, position[i])
			}
		}
		if len(reason.Law) == 0 {
			reason.Law = indexes(len(basis))
		}
		// A condition the text does not speak to rests on no passage.
		if !r.Unknown {
			reason.Evidence = supporting(cl.Passages)
		}
		f.Reasoning = append(f.Reasoning, reason)
	}
	return f, nil
}

// bound names, for each side that the measure binds, the States of the claim
// that are on it.
func (c *Checker) bound(m *catalog.Measure, cl *report.Claim) []report.Bound {
	r, _ := c.catalogue.Regime(m.Regime)
	var out []report.Bound
	for _, who := range m.Bound {
		b := report.Bound{Who: report.BoundMembers}
		if who == "target" {
			b.Who = report.BoundTarget
		}
		for _, p := range cl.Parties {
			target := r != nil && p.Country == r.Target
			if p.Country != "" && target == (b.Who == report.BoundTarget) && !slices.Contains(b.Countries, p.Country) {
				b.Countries = append(b.Countries, p.Country)
			}
		}
		out = append(out, b)
	}
	return out
}

// legalBasis lists the provisions of the measure that matter on the date, in
// the catalogue's order. Exemption clauses that applied at another time are left
// out, and all of them where no act is told that could be exempt; position maps
// the catalogue's indexes to the list's, -1 for those.
func (c *Checker) legalBasis(m *catalog.Measure, date lawDate, d policy.Decision) (basis []report.LegalBasis, position []int, err error) {
	var checkedAt string
	if r, ok := c.catalogue.Regime(m.Regime); ok {
		checkedAt = r.CheckedAt
	}
	var exemptions []report.Exemption
	var clauses []string
	for _, e := range m.Exemptions {
		if d.Verdict != report.Mention && (e.From == "" || e.From <= date.to) && (e.Until == "" || date.from <= e.Until) {
			exemptions = append(exemptions, report.Exemption{ID: e.ID, Label: e.Label, Stated: slices.Contains(d.Exemptions, e.ID)})
			clauses = append(clauses, e.Law...)
		}
	}
	for _, p := range m.Provisions {
		inst, ok := c.catalogue.Instrument(p.Instrument)
		if !ok {
			return nil, nil, fmt.Errorf("measure %s cites %s, which rules/ does not have", m.ID, p.Instrument)
		}
		if p.Role == "exemption" && !c.cited(clauses, p) {
			position = append(position, -1)
			continue
		}
		position = append(position, len(basis))
		basis = append(basis, report.LegalBasis{
			ID: p.URN(), Label: p.Label(), URL: inst.URL, Role: p.Role, Strength: m.Strength,
			Summary: p.Says, Verification: p.Verification,
			InForce: inForce(m, p, inst, checkedAt),
		})
	}
	if len(basis) > 0 {
		basis[0].Exemptions = exemptions
	}
	return basis, position, nil
}

// inForce is the period of the measure as far as the paragraph carries it: no
// paragraph is older than its resolution, and one that was replaced ended on
// the day before.
func inForce(m *catalog.Measure, p catalog.Provision, inst *catalog.Instrument, checkedAt string) report.InForce {
	period := report.InForce{From: max(m.From, inst.Adopted), Until: m.Until, CheckedAt: checkedAt}
	if p.Role == "replaced" && inst.Adopted < m.From {
		period.From = inst.Adopted
		if day, err := time.Parse(time.DateOnly, m.From); err == nil {
			period.Until = day.AddDate(0, 0, -1).Format(time.DateOnly)
		}
	}
	return period
}

// cited reports whether p is among clauses, short forms like "2397:25".
func (c *Checker) cited(clauses []string, p catalog.Provision) bool {
	return slices.ContainsFunc(clauses, func(clause string) bool {
		symbol, paragraph, err := catalog.ParseProvision(clause)
		if err != nil || paragraph != p.Paragraph {
			return false
		}
		inst, ok := c.catalogue.Instrument(symbol)
		return ok && inst.ID == p.Instrument
	})
}

// fingerprints tells apart findings of one measure on the same words at several
// places of one document (and, however unlikely, two fingerprints with one short
// id): later ones count the words' rank. Other documents of the run have no
// influence, so a fingerprint is stable.
type fingerprints struct {
	used map[string]bool // short ids
	rank map[string]int  // by fingerprint of the bare words: the last rank given
}

func newFingerprints() *fingerprints {
	return &fingerprints{used: make(map[string]bool), rank: make(map[string]int)}
}

// next remembers ranks: to try them all again would take hours on an article
// that repeats one sentence a hundred thousand times.
func (f *fingerprints) next(measure, textSHA256, quote string) string {
	base := report.Fingerprint(measure, textSHA256, quote)
	fp, n := base, max(1, f.rank[base])
	for f.used[report.FindingID(fp)] {
		n++
		fp = report.Fingerprint(measure, textSHA256, quote+" #"+strconv.Itoa(n))
	}
	f.used[report.FindingID(fp)] = true
	f.rank[base] = n
	return fp
}

func supporting(passages []report.Passage) []int {
	var out []int
	for i, p := range passages {
		if p.Role != claim.Contradicting {
			out = append(out, i)
		}
	}
	return out
}

func indexes(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// describe is the report's record of a document.
func describe(doc *article.Document, published article.Date, more []article.Note) *report.Document {
	d := &report.Document{
		Name: doc.Name, MediaType: doc.MediaType, InputSHA256: doc.InputSHA256, TextSHA256: doc.TextSHA256,
		Title: doc.Meta.Title, Outlet: doc.Meta.Outlet, Agency: doc.Meta.Dateline.Agency, URL: doc.Meta.URL, Sentences: len(doc.Sentences),
	}
	if published.Value != "" {
		d.Published = &report.Dated{Date: published.Value, Basis: published.Basis}
	}
	for _, b := range doc.Blocks {
		if b.Dropped == "" {
			d.Paragraphs = max(d.Paragraphs, b.Paragraph)
			continue
		}
		line, _ := doc.Position(b.Start)
		d.Dropped = append(d.Dropped, report.DroppedBlock{
			Reason: b.Dropped, Detail: b.Detail, Start: doc.CodePoint(b.Start), End: doc.CodePoint(b.End),
			Line: line, Suspect: b.Suspect,
		})
	}
	for _, n := range slices.Concat(doc.Notes, more) {
		line, _ := doc.Position(n.Span.Start)
		d.Notes = append(d.Notes, report.Note{Code: n.Code, Message: n.Message, Line: line})
	}
	return d
}
