package checker

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/report"
)

// Articles reads the articles of a saved report again, by document id, from their names
// relative to dir. An article that is not there, or whose text is not the one that was
// checked, is left out, with an error that names it: a report without its article still
// says what it says.
func Articles(r *report.Report, dir string, maxBytes int) (map[string]*article.Document, error) {
	out := make(map[string]*article.Document, len(r.Documents))
	var problems []error
	for i := range r.Documents {
		d := &r.Documents[i]
		doc, err := readAgain(d, dir, maxBytes)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		out[d.ID] = doc
	}
	return out, errors.Join(problems...)
}

func readAgain(d *report.Document, dir string, maxBytes int) (*article.Document, error) {
	if d.Name == "-" {
		return nil, errors.New("-: the article came from standard input and cannot be read again")
	}
	path := d.Name
	if !filepath.IsAbs(path) {
		path = filepath.Join(dir, path)
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", d.Name, withoutPath(err))
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: not a file", d.Name)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", d.Name, withoutPath(err))
	}
	defer func() { _ = f.Close() }()
	doc, err := article.ReadFrom(d.Name, f, article.Options{MediaType: d.MediaType, MaxBytes: maxBytes})
	if err != nil {
		return nil, err
	}
	if doc.TextSHA256 != d.TextSHA256 {
		return nil, fmt.Errorf("%s: the text is not the one that was checked (sha256 %s, now %s)", d.Name, d.TextSHA256, doc.TextSHA256)
	}
	return doc, nil
}

// Anchor compares every passage of a report with the article that it is quoted from, and
// returns what does not match: the worst that a report can do is to quote what is not there.
func Anchor(r *report.Report, articles map[string]*article.Document) error {
	var problems []error
	passages := func(document, what string, list []report.Passage) {
		doc := articles[document]
		if doc == nil {
			return
		}
		for _, p := range list {
			if err := p.Check(doc); err != nil {
				problems = append(problems, fmt.Errorf("%s: %s: %w", doc.Name, what, err))
			}
		}
	}
	for i := range r.Findings {
		passages(r.Findings[i].Document, "finding "+r.Findings[i].ID, r.Findings[i].Evidence)
	}
	for i := range r.Documents {
		if s := r.Documents[i].Screened; s != nil {
			for _, m := range s.Matches {
				passages(r.Documents[i].ID, "name "+m.Text, m.Passages)
			}
		}
	}
	for i := range r.Claims {
		passages(r.Claims[i].Document, "claim "+r.Claims[i].ID, r.Claims[i].Passages)
	}
	return errors.Join(problems...)
}

// Rerun is the outcome of checking the articles of a saved report again.
type Rerun struct {
	Run         []string    // what the runs depend on and differ in; see report.Diff
	Rerun       bool        // whether the articles were checked again
	Why         string      // why not
	Diff        report.Diff // from the saved report to the new one; of the articles at hand
	Claims      []string    // claims of the saved report that are others now, as "article: c_01"
	ClaimsFiles int         // documents whose claims come from claims files, which are not asked again
}

// Again checks the articles of a saved report again and compares the findings. Articles
// that are not at hand, and those whose claims were read from a claims file, are left out
// of both. What an extractor outside of the program found is not asked for again.
func (c *Checker) Again(ctx context.Context, r *report.Report, articles map[string]*article.Document) (Rerun, error) {
	digests := c.Digests()
	now := report.Report{
		Tool: r.Tool,
		Run: report.Run{
			RulesSHA256: digests.Rules, PoliciesSHA256: digests.Policies, LexiconSHA256: digests.Lexicon,
			AsOf: r.Run.AsOf, Lists: listsOf(c.opts.Lists), Extractor: r.Run.Extractor,
		},
	}
	out := Rerun{Run: report.Compare(&report.Report{Tool: r.Tool, Run: r.Run}, &now).Run}
	switch {
	case r.Run.Extractor != nil && r.Run.Extractor.Name != "builtin":
		out.Why = "the claims are of the extractor " + r.Run.Extractor.Name
		return out, nil
	case len(articles) == 0:
		out.Why = "no article is at hand"
		return out, nil
	}
	was := *r
	was.Documents, was.Findings = nil, nil
	var parts []part
	checked := make(map[string]bool, len(r.Documents))
	for i := range r.Documents {
		d := &r.Documents[i]
		doc := articles[d.ID]
		if d.ClaimsFile != "" {
			out.ClaimsFiles++
		}
		if doc == nil || d.ClaimsFile != "" {
			continue
		}
		if d.Published != nil && d.Published.Basis == article.BasisFlag {
			doc.Meta.Published = article.Date{Value: d.Published.Date, Basis: article.BasisFlag}
		}
		p, err := c.checkArticle(ctx, doc)
		if err != nil {
			return out, fmt.Errorf("%s: %w", d.Name, err)
		}
		was.Documents = append(was.Documents, *d)
		checked[d.ID] = true
		parts = append(parts, p)
	}
	for _, f := range r.Findings {
		if checked[f.Document] {
			f.Suppressed = nil // waivers are not asked for again
			was.Findings = append(was.Findings, f)
		}
	}
	if len(parts) == 0 {
		out.Why = "the claims are those of claims files"
		return out, nil
	}
	again, err := c.assemble(ctx, parts)
	if err != nil {
		return out, err
	}
	if f := r.Run.Filter; f != nil {
		only := Filter{Categories: f.Categories, Measures: f.Measures, Statuses: f.Statuses, MinSeverity: f.MinSeverity}
		again, _ = only.Apply(again)
	}
	again.Tool, again.Run.Extractor = was.Tool, was.Run.Extractor
	out.Rerun, out.Diff = true, report.Compare(&was, again)
	before, after := claimsOf(r), claimsOf(again)
	for i, d := range was.Documents { // the new report has them in the same order
		was, now := before[d.ID], after[again.Documents[i].ID]
		for n := range max(len(was), len(now)) {
			switch {
			case n >= len(was):
				out.Claims = append(out.Claims, d.Name+": "+now[n].ID+" is new")
			case n >= len(now):
				out.Claims = append(out.Claims, d.Name+": "+was[n].ID+" is gone")
			case !report.SameClaim(was[n], now[n]):
				out.Claims = append(out.Claims, d.Name+": "+was[n].ID+" differs")
			}
		}
	}
	return out, nil
}

// claimsOf are the claims of each document, by its id.
func claimsOf(r *report.Report) map[string][]report.Claim {
	claims := make(map[string][]report.Claim, len(r.Documents))
	for _, c := range r.Claims {
		claims[c.Document] = append(claims[c.Document], c)
	}
	return claims
}
