package main

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"slices"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker"
	"github.com/article41/article41/checker/fixture"
	"github.com/article41/article41/checker/report"
)

func newTest(p *program) *cobra.Command {
	var (
		verbose bool
		pattern string
		law     lawFlags
		by      extractorFlags
	)
	cmd := &cobra.Command{
		Use:   "test [FOLDER]",
		Short: "Run fixtures: expected findings, passages that must not be flagged, precision and recall",
		Long: "Run the fixtures of a folder (default: fixtures) and print what differs from the expectations,\n" +
			"then precision and recall per category. Exit codes: 0 all pass; 1 some fail; 2 none there, or\n" +
			"an expectation file is wrong.",
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			folder := "fixtures"
			if len(args) == 1 {
				folder = args[0]
			}
			wanted, err := regexp.Compile(pattern)
			if err != nil {
				return &usageError{cmd.CommandPath(), fmt.Errorf("--run: %w", err)}
			}
			fixtures, loadErr := fixture.Load(os.DirFS(folder))
			fixtures = slices.DeleteFunc(fixtures, func(f fixture.Fixture) bool { return !wanted.MatchString(f.Name) })
			if len(fixtures) == 0 {
				if loadErr != nil {
					return loadErr
				}
				return fmt.Errorf("%s: no fixtures to run", folder)
			}
			opts, err := law.options(checker.Options{Version: version()})
			if err != nil {
				return err
			}
			if opts.Source, err = by.source(cmd, p.env, opts.Rules); err != nil {
				return &usageError{cmd.CommandPath(), err}
			}
			c, err := checker.New(cmd.Context(), opts)
			if err != nil {
				return err
			}
			check := func(ctx context.Context, f *fixture.Fixture) (*report.Report, error) {
				if f.Claims != nil {
					return c.CheckClaims(ctx, f.Document, f.Claims)
				}
				return c.Check(ctx, f.Document)
			}
			outcomes, err := fixture.RunAll(cmd.Context(), fixtures, check)
			if err != nil {
				return err
			}
			if err := fixture.WriteText(p.out, outcomes, verbose); err != nil {
				return err
			}
			if loadErr != nil {
				return loadErr
			}
			if slices.ContainsFunc(outcomes, func(o fixture.Outcome) bool { return !o.Passed() }) {
				return &exitError{code: exitFindings}
			}
			return nil
		},
	}
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "also list what was met, and the known gaps")
	law.add(cmd)
	by.add(cmd)
	cmd.Flags().StringVar(&pattern, "run", "", "only fixtures whose name matches this `REGEXP`")
	return cmd
}
