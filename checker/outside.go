package checker

import (
	"context"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/extract"
	"github.com/article41/article41/checker/proposal"
	"github.com/article41/article41/checker/report"
)

// propose asks the source, if there is one. Its time is its own affair: a model
// needs minutes where an article takes milliseconds.
func (c *Checker) propose(ctx context.Context, doc *article.Document) (proposal.Answer, error) {
	if c.opts.Source == nil {
		return proposal.Answer{}, nil
	}
	return c.opts.Source.Propose(ctx, doc)
}

// extract finds the claims of doc by the lexicon, or verifies what the source
// proposed. names are those of list entries.
func (c *Checker) extract(ctx context.Context, doc *article.Document, answer proposal.Answer, names []extract.Listed) (proposal.Result, error) {
	if c.opts.Source != nil {
		return c.verifier.Verify(ctx, doc, c.opts.Source.Identity().Rule(), answer)
	}
	found, err := c.extractor.ExtractListed(ctx, doc, names)
	return proposal.Result{Claims: found.Claims, Notes: found.Notes}, err
}

func (c *Checker) identity() *report.Extractor {
	if c.opts.Source == nil {
		return &report.Extractor{Name: "builtin"}
	}
	id := c.opts.Source.Identity()
	return &report.Extractor{Name: id.Name, Program: id.Program, Model: id.Model, PromptSHA256: id.PromptSHA256}
}

// Bounds on what a report repeats of a rejected claim, in code points.
const (
	maxClaimedQuote = 300
	maxClaimedWord  = 80
)

func ungrounded(rejected []proposal.Rejected) []report.Ungrounded {
	var out []report.Ungrounded
	for _, r := range rejected {
		p := &r.Claimed
		u := report.Ungrounded{Code: string(r.Code), Reason: r.Reason, Claimed: report.Claimed{
			Category: proposal.Clip(p.Category, maxClaimedWord), Activity: proposal.Clip(p.Activity, maxClaimedWord),
			Status: proposal.Clip(p.Status, maxClaimedWord), Stage: proposal.Clip(p.Stage, maxClaimedWord),
			Sentences: p.Sentences[:min(len(p.Sentences), proposal.MaxItems)], Quote: proposal.Clip(p.Quote, maxClaimedQuote),
		}}
		for _, role := range p.Roles[:min(len(p.Roles), proposal.MaxItems)] {
			u.Claimed.Roles = append(u.Claimed.Roles, report.ClaimedRole{
				Role: proposal.Clip(role.Role, maxClaimedWord), Value: proposal.Clip(role.Value, maxClaimedWord), Quote: proposal.Clip(role.Quote, maxClaimedQuote),
			})
		}
		out = append(out, u)
	}
	return out
}
