package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker"
	"github.com/article41/article41/checker/fixture"
	"github.com/article41/article41/checker/lists"
	"github.com/article41/article41/checker/report"
)

type testFlags struct {
	verbose bool
	pattern string
	update  bool
	junit   string
	table   string
	law     lawFlags
	by      extractorFlags
}

func newTest(p *program) *cobra.Command {
	var f testFlags
	cmd := &cobra.Command{
		Use:   "test [FOLDER]",
		Short: "Run fixtures: expected findings, passages that must not be flagged, precision and recall",
		Long: "Run the fixtures of a folder (default: fixtures) and print what differs from the expectations\n" +
			"as unified diffs (- expected, + found), then precision and recall per category.\n\n" +
			"--update takes over into expect.yaml what needs no judgement: changed fields of findings that\n" +
			"stand where they are expected, and known gaps that are met. All else is left for a person.\n" +
			"Exit codes: 0 all pass; 1 some fail; 2 none there, or an expectation file is wrong.",
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			folder := "fixtures"
			if len(args) == 1 {
				folder = args[0]
			}
			return p.test(cmd, folder, f)
		},
	}
	fl := cmd.Flags()
	fl.BoolVarP(&f.verbose, "verbose", "v", false, "also list what was met, and the known gaps")
	f.law.add(cmd)
	f.by.add(cmd)
	fl.StringVar(&f.pattern, "run", "", "only fixtures whose name matches this `REGEXP`")
	fl.BoolVar(&f.update, "update", false, "bring expectations up to date where that needs no judgement, and say what changed")
	fl.StringVar(&f.junit, "junit", "", "also write the result to `FILE` as JUnit XML")
	fl.StringVar(&f.table, "table", "", "also write precision and recall to `FILE` as Markdown")
	return cmd
}

func (p *program) test(cmd *cobra.Command, folder string, f testFlags) error {
	usage := func(err error) error { return &usageError{cmd.CommandPath(), err} }
	wanted, err := regexp.Compile(f.pattern)
	if err != nil {
		return usage(fmt.Errorf("--run: %w", err))
	}
	if err := errors.Join(checkTarget("--junit", f.junit), checkTarget("--table", f.table)); err != nil {
		return usage(err)
	}
	if f.junit != "" && (f.table == f.junit || sameFile(f.table, f.junit)) {
		return usage(fmt.Errorf("--junit and --table both go to %s", f.junit))
	}
	fixtures, loadErr := fixture.Load(os.DirFS(folder))
	fixtures = slices.DeleteFunc(fixtures, func(x fixture.Fixture) bool { return !wanted.MatchString(x.Name) })
	for _, x := range fixtures {
		for _, file := range []string{x.Document.Name, x.Pos.File} {
			for _, target := range []string{f.junit, f.table} {
				if target != "" && sameFile(filepath.Join(folder, filepath.FromSlash(file)), target) {
					return usage(fmt.Errorf("%s would overwrite a fixture", target))
				}
			}
		}
	}
	if len(fixtures) == 0 {
		if loadErr == nil {
			loadErr = fmt.Errorf("%s: no fixtures to run", folder)
		}
		// A CI system shows the report; an old one must not stand there.
		return errors.Join(loadErr, p.writeTest(folder, f, nil, loadErr))
	}
	outcomes, err := p.runFixtures(cmd, fixtures, f)
	if err != nil {
		return errors.Join(err, p.writeTest(folder, f, nil, err))
	}
	if f.update {
		if err := p.updateFixtures(folder, outcomes); err != nil {
			return err
		}
	}
	text := fixture.TextOptions{Verbose: f.verbose, Folder: filepath.ToSlash(folder)}
	if err := fixture.WriteText(p.out, outcomes, text); err != nil {
		return err
	}
	if err := errors.Join(loadErr, p.writeTest(folder, f, outcomes, loadErr)); err != nil {
		return err
	}
	if slices.ContainsFunc(outcomes, func(o fixture.Outcome) bool { return !o.Passed() }) {
		return &exitError{code: exitFindings}
	}
	return nil
}

func (p *program) runFixtures(cmd *cobra.Command, fixtures []fixture.Fixture, f testFlags) ([]fixture.Outcome, error) {
	opts, err := f.law.options(checker.Options{Version: version()})
	if err != nil {
		return nil, err
	}
	if opts.Source, err = f.by.source(cmd, p.env, opts.Rules); err != nil {
		return nil, &usageError{cmd.CommandPath(), err}
	}
	checkers := map[string]*checker.Checker{} // by the lists that the fixtures name
	for i := range fixtures {
		key := strings.Join(fixtures[i].Lists, "\n")
		if checkers[key] != nil {
			continue
		}
		opts.Lists = nil
		for k, data := range fixtures[i].ListData {
			l, err := lists.Read(data)
			if err != nil {
				return nil, fmt.Errorf("fixture %s: %s: %w", fixtures[i].Name, fixtures[i].Lists[k], err)
			}
			opts.Lists = append(opts.Lists, l)
		}
		if checkers[key], err = checker.New(cmd.Context(), opts); err != nil {
			return nil, err
		}
	}
	return fixture.RunAll(cmd.Context(), fixtures, func(ctx context.Context, x *fixture.Fixture) (*report.Report, error) {
		c := checkers[strings.Join(x.Lists, "\n")]
		if x.Claims != nil {
			return c.CheckClaims(ctx, x.Document, x.Claims)
		}
		return c.Check(ctx, x.Document)
	})
}

// updateFixtures writes the expectation files that can be brought up to date, and puts
// what they show now in the place of the outcomes.
func (p *program) updateFixtures(folder string, outcomes []fixture.Outcome) error {
	files, left := 0, 0
	for i := range outcomes {
		o := &outcomes[i]
		if o.Passed() {
			continue
		}
		path := filepath.Join(folder, filepath.FromSlash(o.Fixture.Pos.File))
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		up, err := o.Update(data)
		if err != nil {
			return err
		}
		if up.Data != nil {
			if err := writeFile(path, func(w io.Writer) error { _, err := w.Write(up.Data); return err }); err != nil {
				return err
			}
			files++
			outcomes[i] = up.Outcome
		}
		for _, c := range up.Changes {
			pos := c.Pos
			pos.File = filepath.ToSlash(path)
			fmt.Fprintf(p.out, "updated  %s\n         %s\n         “%s”\n", report.Sanitize(pos.String()), report.Sanitize(c.What), report.Sanitize(c.Quote))
		}
		if !outcomes[i].Passed() {
			left++
		}
	}
	_, err := fmt.Fprintf(p.out, "expectation files updated: %d; fixtures that need a person: %d\n\n", files, left)
	return err
}

// writeTest writes the files that the flags ask for.
func (p *program) writeTest(folder string, f testFlags, outcomes []fixture.Outcome, loadErr error) error {
	if f.junit != "" {
		err := writeFile(f.junit, func(w io.Writer) error {
			return fixture.WriteJUnit(w, outcomes, loadErr, filepath.ToSlash(folder))
		})
		if err != nil {
			return err
		}
	}
	if f.table == "" {
		return nil
	}
	return writeFile(f.table, func(w io.Writer) error { return fixture.WriteTable(w, fixture.Tally(outcomes)) })
}

// checkTarget refuses a file that could not be written after the work is done.
func checkTarget(flag, path string) error {
	if path == "" {
		return nil
	}
	if path == "-" {
		return fmt.Errorf("%s - : standard output has the text; name a file", flag)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return fmt.Errorf("%s %s is a folder; name a file in it", flag, path)
	}
	if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
		return fmt.Errorf("%s %s: there is no folder %s", flag, path, filepath.Dir(path))
	}
	return nil
}
