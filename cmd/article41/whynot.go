package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/article41/article41/checker"
	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/report"
)

// whyNot prints, for each article, why a measure flags or does not flag what
// stands there.
func (p *program) whyNot(ctx context.Context, c *checker.Checker, measure string, inputs []checker.Input, read article.Options) error {
	failed := false
	for _, in := range inputs {
		if in.Claims {
			p.complain(in.Name + ": --why-not explains articles; give it the article")
			failed = true
			continue
		}
		doc, err := openArticle(in, read)
		if err == nil {
			var w *checker.WhyNot
			if w, err = c.WhyNot(ctx, doc, measure); err == nil {
				err = writeWhyNot(p.out, doc.Name, w)
			}
		}
		if err != nil {
			p.complain(failureLine(report.Failure{Name: in.Name, Error: err.Error()}))
			failed = true
		}
	}
	if failed {
		return &exitError{code: exitIncomplete}
	}
	return nil
}

func openArticle(in checker.Input, read article.Options) (*article.Document, error) {
	if in.Open == nil {
		return readArticle(in.Name, nil, read)
	}
	r, err := in.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return readArticle("-", r, read)
}

func writeWhyNot(w io.Writer, name string, x *checker.WhyNot) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", report.Sanitize(name), x.Measure)
	for _, section := range []struct {
		head string
		rows []checker.WhyNotRow
	}{{"flagged", x.Flagged}, {"not flagged", x.Not}, {"no claim", x.NoClaim}} {
		for _, r := range section.rows {
			what := ""
			if r.Claim != "" {
				what = fmt.Sprintf(" %s %s, %s", r.Claim, r.Activity, r.Status)
			}
			fmt.Fprintf(&b, "\n  %s, line %d%s\n%s", section.head, r.Line, what, wrapped("    ", report.Sanitize("“"+clipped(r.Quote, 200)+"”")))
			if r.Why != "" {
				b.WriteString(wrapped("    ", "because "+report.Sanitize(r.Why)))
			}
		}
	}
	fmt.Fprintf(&b, "\n  claims of other categories: %d; sentences in which no rule of the measure's category finds its trigger: %d\n", x.Others, x.Silent)
	_, err := io.WriteString(w, b.String())
	return err
}

// clipped shortens to n code points.
func clipped(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}
