package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker/coverage"
	"github.com/article41/article41/checker/fixture"
	"github.com/article41/article41/checker/policy"
)

func newRulesCoverage(p *program) *cobra.Command {
	var format, folder string
	var law lawFlags
	cmd := &cobra.Command{
		Use:   "coverage",
		Short: "Show which measures have policies, tests and fixtures, and how sure their paragraphs are",
		Long: "Show, for each measure, its provisions and their verification, the policy that assesses it, the\n" +
			"cases of its tests and the fixtures that name it. Exit codes: 0 no gaps; 1 gaps: a measure\n" +
			"without a policy, without a case that it catches or a near miss, or a date without cases on\n" +
			"both sides.",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			write, ok := map[string]func(io.Writer, *coverage.Report) error{
				"text": coverage.WriteText, "json": coverage.WriteJSON, "markdown": coverage.WriteMarkdown,
			}[format]
			if !ok {
				return &usageError{cmd.CommandPath(), fmt.Errorf("--format is %q; it must be text, json or markdown", format)}
			}
			cat, policies, err := law.catalogue()
			if err != nil {
				return err
			}
			tests, err := policy.Tests(cmd.Context(), policies, cat.PolicyData())
			if err != nil {
				return err
			}
			fixtures, err := fixture.Load(os.DirFS(folder))
			if err != nil && (cmd.Flags().Changed("fixtures") || !errors.Is(err, fs.ErrNotExist)) {
				return err
			}
			r := coverage.Of(cat, tests, fixtures)
			if err := write(p.out, r); err != nil {
				return err
			}
			if r.Gaps > 0 {
				return &exitError{code: exitFindings}
			}
			return nil
		},
	}
	law.add(cmd)
	cmd.Flags().StringVar(&format, "format", "text", "`FORMAT`: text, json or markdown")
	cmd.Flags().StringVar(&folder, "fixtures", "fixtures", "`FOLDER` of fixtures to count; left out if it is not there")
	return cmd
}
