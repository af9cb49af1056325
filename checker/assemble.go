package checker

import (
	"context"
	"fmt"
	"strconv"

	"github.com/article41/article41/checker/report"
	"github.com/article41/article41/checker/stories"
)

// assemble builds the report from its parts, in order, and refuses to hand out
// one with an ungrounded finding.
func (c *Checker) assemble(ctx context.Context, parts []part) (*report.Report, error) {
	if err := c.addUp(ctx, parts); err != nil {
		return nil, err
	}
	digests := c.Digests()
	r := &report.Report{
		SchemaVersion: report.SchemaVersion,
		Tool:          report.Tool{Name: "article41", Version: c.opts.Version},
		Run: report.Run{
			RulesSHA256: digests.Rules, PoliciesSHA256: digests.Policies, LexiconSHA256: digests.Lexicon,
			AsOf: c.opts.AsOf, LawCheckedAt: c.lawCheckedAt(), Lists: listsOf(c.opts.Lists), Extractor: c.identity(),
		},
	}
	var sketches []stories.Sketch
	for _, p := range parts {
		r.Failures = append(r.Failures, p.failures...)
		if p.document == nil {
			continue
		}
		p.document.ID = "d_" + strconv.Itoa(len(r.Documents)+1)
		byClaim := make(map[string][]string, len(p.findings))
		for i := range p.findings {
			f := &p.findings[i]
			f.Document = p.document.ID
			f.ID = report.FindingID(f.Fingerprint)
			byClaim[f.Claim] = append(byClaim[f.Claim], f.ID)
		}
		for i := range p.claims {
			p.claims[i].Document = p.document.ID
			p.claims[i].Findings = byClaim[p.claims[i].ID]
		}
		for _, u := range p.refused {
			u.Document = p.document.ID
			r.Ungrounded = append(r.Ungrounded, u)
		}
		r.Documents = append(r.Documents, *p.document)
		sketches = append(sketches, p.sketch)
		r.Claims = append(r.Claims, p.claims...)
		r.Findings = append(r.Findings, p.findings...)
	}
	r.Stories = storiesOf(r.Documents, sketches)
	report.Trace(r)
	report.Summarise(r)
	if err := r.Validate(); err != nil {
		return nil, fmt.Errorf("internal error: the report does not hold together: %w", err)
	}
	return r, nil
}

// lawCheckedAt is the oldest date on which a regime's law was checked: a report
// is no fresher than its stalest part.
func (c *Checker) lawCheckedAt() string {
	var oldest string
	for _, r := range c.catalogue.Regimes {
		if oldest == "" || r.CheckedAt < oldest {
			oldest = r.CheckedAt
		}
	}
	return oldest
}
