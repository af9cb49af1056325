package checker

import (
	"context"
	"fmt"
	"slices"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/report"
)

// WhyNot tells, for one measure and one document, what the measure flags there,
// which claims it does not flag and why, and which sentences spoke of its
// category without giving a claim.
type WhyNot struct {
	Measure string
	Flagged []WhyNotRow
	Not     []WhyNotRow // Why: the step at which the measure falls away
	NoClaim []WhyNotRow // Why: the extractor's rule and the reason why it gave up
	Others  int         // claims of other categories
	Silent  int         // other sentences
}

// WhyNotRow is a claim or a sentence.
type WhyNotRow struct {
	Line     int
	Quote    string
	Claim    string // id; "" for a sentence
	Activity string
	Status   string
	Why      string
}

// WhyNot explains what became of a document's sentences under one measure.
func (c *Checker) WhyNot(ctx context.Context, doc *article.Document, measure string) (*WhyNot, error) {
	m, ok := c.catalogue.Measure(measure)
	if !ok {
		return nil, fmt.Errorf("no measure %q", measure)
	}
	if m.Kind != "" {
		return nil, fmt.Errorf("measure %q is of the kind %s; no claim is judged under it", m.ID, m.Kind)
	}
	names, err := c.screen(ctx, doc, doc.Meta.Published.Value)
	if err != nil {
		return nil, err
	}
	trace, err := c.extractor.Trace(ctx, doc, c.listed(doc, names))
	if err != nil {
		return nil, err
	}
	categories := []string{m.Category}
	for _, id := range m.Activities {
		if a, ok := c.catalogue.Activity(id); ok && !slices.Contains(categories, a.Category) {
			categories = append(categories, a.Category)
		}
	}
	out := &WhyNot{Measure: m.ID}
	spoken := map[int]bool{} // sentences in some row
	claims, err := c.withListed(ctx, doc, names, slices.Clone(trace.Claims()))
	if err != nil {
		return nil, err
	}
	for i := range claims {
		cl := &claims[i]
		in := c.policyInput(cl, c.lawDate(cl, doc.Meta.Published))
		names.addVessel(doc, cl, in.Facts)
		why, err := c.engine.WhyNot(ctx, in, m.ID)
		if err != nil {
			return nil, err
		}
		passage, err := report.PassageOf(doc, cl.Evidence[0])
		if err != nil {
			return nil, err
		}
		spoken[passage.Sentence-1] = true
		if why != "" && !slices.Contains(categories, cl.Category) {
			out.Others++
			continue
		}
		row := WhyNotRow{passage.Line, cl.Evidence[0].Quote, cl.ID, cl.Activity, string(cl.Status), why}
		if why == "" {
			out.Flagged = append(out.Flagged, row)
		} else {
			out.Not = append(out.Not, row)
		}
	}
	for _, g := range trace.GivenUp() {
		if !slices.Contains(categories, g.Category) || spoken[g.Sentence] {
			continue
		}
		spoken[g.Sentence] = true
		s := doc.Sentences[g.Sentence]
		line, _ := doc.Position(s.Start)
		out.NoClaim = append(out.NoClaim, WhyNotRow{Line: line, Quote: doc.Quote(s.Span), Why: fmt.Sprintf("%s found %q: %s", g.Frame, g.Trigger, g.Reason)})
	}
	out.Silent = len(doc.Sentences) - len(spoken)
	return out, nil
}
