package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/policy"
	"github.com/article41/article41/checker/report"
	"github.com/article41/article41/policies"
	"github.com/article41/article41/rules"
)

func newExplain(p *program) *cobra.Command {
	var file, color string
	cmd := &cobra.Command{
		Use:   "explain REFERENCE",
		Short: "Explain a measure, provision, category or activity, or a finding or claim of a report",
		Example: "  article41 explain dprk-labour-repatriation\n" +
			"  article41 explain \"S/RES/2397 (2017) 8\"\n" +
			"  article41 explain f_60454d7a --report report.json",
		Args: exactly(1, "one reference"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if file != "" {
				on, err := report.ColorMode(color, p.env, p.tty)
				if err != nil {
					return &usageError{cmd.CommandPath(), err}
				}
				return p.explainIn(cmd.Context(), file, args[0], report.Options{Color: on, Width: textWidth(p.env), Quiet: true, ShowAside: true})
			}
			cat, err := catalog.Load(rules.FS)
			if err != nil {
				return err
			}
			assessed, err := policy.Assessments(policies.FS)
			if err != nil {
				return err
			}
			return explain(p.out, cat, assessed, args[0])
		},
	}
	cmd.Flags().StringVar(&file, "report", "", "look REFERENCE up in this JSON report: a finding's id or fingerprint, or a claim's id")
	addColorFlag(cmd, &color)
	return cmd
}

func explain(w io.Writer, cat *catalog.Catalogue, assessed map[string]string, ref string) error {
	for _, r := range cat.Regimes {
		if n, ok := cat.NotProhibitedFor(r.Target, ref); ok {
			if err := showNotProhibited(w, cat, &r, n); err != nil || n.ReviewedUnder == "" {
				return err
			}
			fmt.Fprintln(w)
		}
	}
	measures, err := cat.Find(ref)
	if err != nil {
		return err
	}
	for i, m := range measures {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if err := showMeasure(w, cat, m, assessed[m.ID]); err != nil {
			return err
		}
	}
	return nil
}

func showNotProhibited(w io.Writer, cat *catalog.Catalogue, r *catalog.Regime, n *catalog.NotProhibited) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\nno measure of the regime %s forbids this as such\n\n%s", n.Title, r.Title, wrapped("", n.Why))
	if n.ReviewedUnder != "" {
		fmt.Fprintf(&b, "\nclaims come up for review under %s\n", n.ReviewedUnder)
	}
	if len(n.Watch) > 0 {
		b.WriteString("\nmay matter beside it\n")
		writeProvisions(&b, cat, n.Watch)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// explainIn prints what a saved report says of one finding or claim.
func (p *program) explainIn(ctx context.Context, file, id string, text report.Options) error {
	r, err := p.readReport(ctx, file)
	if err != nil {
		return err
	}
	r.Findings = slices.DeleteFunc(r.Findings, func(x report.Finding) bool {
		return x.ID != id && x.Fingerprint != id && x.Claim != id
	})
	r.Claims = slices.DeleteFunc(r.Claims, func(c report.Claim) bool {
		return c.ID != id && !slices.ContainsFunc(r.Findings, func(x report.Finding) bool { return x.Document == c.Document && x.Claim == c.ID })
	})
	if len(r.Claims) == 0 {
		return fmt.Errorf("%s has no finding or claim %q", file, id)
	}
	r.Failures = nil
	report.Summarise(r)
	return report.WritePretty(p.out, r, text)
}
