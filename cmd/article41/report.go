package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker"
	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/report"
)

// maxReportBytes bounds the saved reports that are read; one of 10 000 articles has a
// tenth of it.
const maxReportBytes = 1 << 30

func newReport(p *program) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "report",
		Short: "Convert, merge and compare saved JSON reports",
	}
	cmd.AddCommand(newReportConvert(p), newReportMerge(p), newReportDiff(p))
	return cmd
}

// savedFlags say where the articles of a saved report are.
type savedFlags struct {
	dir      string
	maxBytes int
}

func (f *savedFlags) add(cmd *cobra.Command) {
	fl := cmd.Flags()
	fl.StringVar(&f.dir, "articles", ".", "`FOLDER` that the names of the articles in the report are relative to")
	fl.IntVar(&f.maxBytes, "max-bytes", article.DefaultMaxBytes, "do not read articles larger than this many `BYTES`")
}

// readReport reads a saved report, JSON or NDJSON; "-" is standard input.
func (p *program) readReport(ctx context.Context, name string) (*report.Report, error) {
	in := p.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("reading the report: %w", err)
		}
		defer func() { _ = f.Close() }()
		in = f
	}
	b := bufio.NewReader(io.LimitReader(interruptible(ctx, in), maxReportBytes))
	read := report.ReadJSON
	if start, _ := b.Peek(len(ndjsonStart)); string(start) == ndjsonStart {
		read = report.ReadNDJSON
	}
	r, err := read(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return r, nil
}

// ndjsonStart is how the first line of an NDJSON report begins.
const ndjsonStart = `{"type":"run"`

func newReportConvert(p *program) *cobra.Command {
	var f convertFlags
	cmd := &cobra.Command{
		Use:   "convert REPORT.json",
		Short: "Write a saved JSON report in other formats",
		Long: "Write a saved JSON report in other formats, as if check had written them. Formats that\n" +
			"show the article read it again; an article that is not there or has changed is shown by\n" +
			"its passages alone, and the command says so.",
		Example: "  article41 report convert report.json -f html=report.html\n" +
			"  article41 report convert report.json -f sarif=out.sarif -f csv=out.csv",
		Args: exactly(1, "one report"),
		RunE: func(cmd *cobra.Command, args []string) error { return p.convert(cmd, args[0], f) },
	}
	f.add(cmd)
	return cmd
}

// convertFlags are those of the commands that write a saved report.
type convertFlags struct {
	formats        []string
	color          string
	quiet          bool
	showSuppressed bool
	saved          savedFlags
	law            lawFlags
}

func (f *convertFlags) add(cmd *cobra.Command) {
	fl := cmd.Flags()
	fl.StringArrayVarP(&f.formats, "format", "f", []string{"pretty"}, "`FORMAT` or FORMAT=FILE: "+report.FormatNames()+"; repeatable")
	addColorFlag(cmd, &f.color)
	fl.BoolVarP(&f.quiet, "quiet", "q", false, "findings only: no claims set aside, no summary")
	fl.BoolVar(&f.showSuppressed, "show-suppressed", false, "show the findings, too, that a waiver or a baseline suppresses")
	f.saved.add(cmd)
	f.law.add(cmd)
}

func (p *program) convert(cmd *cobra.Command, name string, f convertFlags) error {
	r, err := p.readReport(cmd.Context(), name)
	if err != nil {
		return err
	}
	return p.writeSaved(cmd, r, []string{name}, f)
}

// writeSaved writes a report that was read from files of the given names.
func (p *program) writeSaved(cmd *cobra.Command, r *report.Report, from []string, f convertFlags) error {
	usage := func(err error) error { return &usageError{cmd.CommandPath(), err} }
	outputs, err := parseOutputs(f.formats)
	if err != nil {
		return usage(err)
	}
	read := from
	for _, d := range r.Documents {
		for _, name := range []string{d.Name, d.ClaimsFile} {
			read = append(read, name, filepath.Join(f.saved.dir, name))
		}
	}
	if err := spare(outputs, "", read...); err != nil {
		return usage(err)
	}
	color, err := report.ColorMode(f.color, p.env, p.tty)
	if err != nil {
		return usage(err)
	}
	rules, _, err := f.law.catalogue()
	if err != nil {
		return err
	}
	if rules.Digest != r.Run.RulesSHA256 {
		// Measures that were not applied must not be listed as if they had been.
		rules = nil
		p.complain("the report was made under other rules than this program's: formats that list all measures list those of the report only")
	}
	o := report.Options{Catalogue: rules, Color: color, Width: textWidth(p.env), Quiet: f.quiet, ShowAside: !f.quiet, ShowSuppressed: f.showSuppressed}
	if slices.ContainsFunc(outputs, output.quotes) {
		var missing error
		o.Articles, missing = checker.Articles(r, f.saved.dir, f.saved.maxBytes)
		if missing != nil {
			p.complain("shown by their passages alone:\n" + missing.Error())
		}
	}
	o.Sources = make(map[string]report.Source, len(o.Articles))
	for id, doc := range o.Articles {
		o.Sources[id] = doc
	}
	return p.writeAll(outputs, r, o)
}

func newReportMerge(p *program) *cobra.Command {
	var f convertFlags
	cmd := &cobra.Command{
		Use:   "merge REPORT.json ...",
		Short: "Put the reports of several runs under the same rules into one",
		Example: "  article41 report merge monday.json tuesday.json -f json=week.json\n" +
			"  article41 report merge shard-*.json -f html=report.html",
		Args: atLeast(1, "a report"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var reports []*report.Report
			for i, name := range args {
				if name == "-" && slices.Contains(args[:i], "-") {
					return &usageError{cmd.CommandPath(), errors.New("standard input (-) is named twice")}
				}
				r, err := p.readReport(cmd.Context(), name)
				if err != nil {
					return err
				}
				reports = append(reports, r)
			}
			r, err := report.Merge(reports...)
			if err != nil {
				return err
			}
			return p.writeSaved(cmd, r, args, f)
		},
	}
	f.add(cmd)
	cmd.Flags().Lookup("format").DefValue = "json"
	f.formats = []string{"json"}
	return cmd
}

func newReportDiff(p *program) *cobra.Command {
	var color, format string
	var exitCode bool
	cmd := &cobra.Command{
		Use:   "diff OLD.json NEW.json",
		Short: "Say which findings are new, gone or changed between two runs, and why",
		Args:  exactly(2, "two reports"),
		RunE: func(cmd *cobra.Command, args []string) error {
			on, err := report.ColorMode(color, p.env, p.tty)
			if err != nil {
				return &usageError{cmd.CommandPath(), err}
			}
			a, err := p.readReport(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			b, err := p.readReport(cmd.Context(), args[1])
			if err != nil {
				return err
			}
			d := report.Compare(a, b)
			switch format {
			case "text":
				err = report.WriteDiff(p.out, &d, on)
			case "json":
				err = report.WriteDiffJSON(p.out, &d)
			default:
				return &usageError{cmd.CommandPath(), fmt.Errorf("unknown format %q; known: text, json", format)}
			}
			if err == nil && exitCode && !d.Empty() {
				return &exitError{code: exitFindings}
			}
			return err
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", "text", "`FORMAT`: text, json")
	cmd.Flags().BoolVar(&exitCode, "exit-code", false, "exit 1 when anything is new, gone or changed")
	addColorFlag(cmd, &color)
	return cmd
}

func newVerify(p *program) *cobra.Command {
	var saved savedFlags
	var law lawFlags
	cmd := &cobra.Command{
		Use:   "verify REPORT.json",
		Short: "Check a saved report against its articles and the rules of this program",
		Long: "Read the articles of a saved report again, compare every quote with the text that it is\n" +
			"quoted from, compare the digests of rules, policies and lexicon, and run the check again.\n" +
			"Exit codes: 0 the report holds; 1 it does not; 3 articles are missing, the rest holds.",
		Args: exactly(1, "one report"),
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := p.readReport(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			return p.verify(cmd, r, saved, law)
		},
	}
	saved.add(cmd)
	law.add(cmd)
	return cmd
}

func (p *program) verify(cmd *cobra.Command, r *report.Report, saved savedFlags, law lawFlags) error {
	articles, missing := checker.Articles(r, saved.dir, saved.maxBytes)
	wrong := checker.Anchor(r, articles)
	against, err := p.listsOf(r.Run.Lists)
	if err != nil {
		return err
	}
	opts, err := law.options(checker.Options{AsOf: r.Run.AsOf, Lists: against, Version: version()})
	if err != nil {
		return err
	}
	c, err := checker.New(cmd.Context(), opts)
	if err != nil {
		return err
	}
	result, err := c.Again(cmd.Context(), r, articles)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.out, "articles   %d of %d read again, their text is the one that was checked\n", len(articles), len(r.Documents))
	switch {
	case wrong != nil:
		fmt.Fprintln(p.out, "passages   some do not stand where the report says: see below")
	case len(articles) == 0:
		fmt.Fprintln(p.out, "passages   not compared: no article is at hand")
	default:
		fmt.Fprintln(p.out, "passages   every quote stands where the report says")
	}
	if len(result.Run) == 0 {
		fmt.Fprintln(p.out, "rules      the same as this program's")
	} else {
		fmt.Fprintf(p.out, "rules      %s since\n", strings.Join(result.Run, ", "))
	}
	if result.Rerun {
		fmt.Fprintf(p.out, "findings   %d the same, %d new, %d gone, %d changed\n", result.Diff.Unchanged, len(result.Diff.New), len(result.Diff.Gone), len(result.Diff.Changed))
	} else {
		fmt.Fprintf(p.out, "findings   not run again: %s\n", result.Why)
	}
	if result.Rerun && result.ClaimsFiles > 0 {
		fmt.Fprintf(p.out, "           %d of claims files were not checked again; their quotes were compared\n", result.ClaimsFiles)
	}
	if result.Rerun && !result.Diff.Empty() {
		if err := report.WriteDiff(p.out, &result.Diff, false); err != nil {
			return err
		}
	}
	if len(result.Claims) > 0 {
		fmt.Fprintf(p.out, "claims     %d are others now\n", len(result.Claims))
		for _, c := range result.Claims {
			fmt.Fprintln(p.out, "           "+report.Sanitize(c))
		}
	}
	for _, e := range []error{wrong, missing} {
		if e != nil {
			p.complain(e.Error())
		}
	}
	switch {
	case wrong != nil, result.Rerun && !result.Diff.Empty(), len(result.Claims) > 0:
		return &exitError{code: exitFindings}
	case missing != nil:
		return &exitError{code: exitIncomplete}
	}
	return nil
}
