package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker"
	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/report"
	"github.com/article41/article41/checker/strictyaml"
)

type checkFlags struct {
	formats  []string
	asOf     string
	filter   checker.Filter
	failOn   string
	exitZero bool
	jobs     int
	color    string
	quiet    bool
	read     article.Options
	law      lawFlags
	by       extractorFlags
	inputs   string
	lists    []string
	whyNot   string
	suppress suppressFlags
	showAll  bool // the suppressed findings, too
}

func newCheck(p *program) *cobra.Command { return newCheckWith(p, &checkFlags{}) }

// newCheckWith is the command with its flags at hand.
func newCheckWith(p *program, f *checkFlags) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check PATH|FOLDER|PATTERN|- ...",
		Short: "Check articles and claims files, and report findings",
		Long: "Check articles (text, HTML) and claims files (YAML, JSON), and report findings.\n\n" +
			"A folder gives its .txt, .html and .htm files and its claims files, at any depth; - reads\n" +
			"standard input. Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 usage or rules\n" +
			"error, or nothing to check; 3 some inputs could not be processed (wins over 1).",
		Example: "  article41 check article.txt\n" +
			"  article41 check -f concise -f json=report.json articles/\n" +
			"  article41 extract article.txt | article41 check -",
		RunE: func(cmd *cobra.Command, args []string) error { return p.check(cmd, args, *f) },
	}
	fl := cmd.Flags()
	fl.StringArrayVarP(&f.formats, "format", "f", []string{"pretty"}, "`FORMAT` or FORMAT=FILE: "+report.FormatNames()+"; repeatable")
	fl.StringVar(&f.asOf, "as-of", "", "`DATE` whose law applies where neither claim nor article is dated (YYYY-MM-DD; default today)")
	addReadFlags(cmd, &f.read)
	fl.StringSliceVar(&f.filter.Categories, "category", nil, "show only these `CATEGORIES`, separated by commas")
	fl.StringSliceVar(&f.filter.Measures, "measure", nil, "show only these `MEASURES`, separated by commas")
	fl.StringSliceVar(&f.filter.Statuses, "status", nil, "show only claims of these `STATUSES`, separated by commas")
	fl.StringVar(&f.filter.MinSeverity, "min-severity", "", "show only findings of this `SEVERITY` or above")
	fl.StringVar(&f.failOn, "fail-on", "medium", "exit 1 on a shown finding of this `SEVERITY` or above; none: never")
	fl.BoolVar(&f.exitZero, "exit-zero", false, "same as --fail-on none")
	fl.IntVarP(&f.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "`NUMBER` of documents worked on at once")
	addColorFlag(cmd, &f.color)
	f.law.add(cmd)
	f.by.add(cmd)
	fl.StringVar(&f.inputs, "inputs", "", "also write to `FILE` what the policies were asked, one JSON object a line, for stock OPA (see bundle)")
	fl.StringVar(&f.whyNot, "why-not", "", "instead of a report, say for each claim and sentence why this `MEASURE` does or does not flag it")
	fl.StringSliceVar(&f.lists, "lists", nil, "screen names against these `LISTS`, files or digests, not those in use (see lists); none: do not screen")
	f.suppress.add(cmd)
	fl.BoolVar(&f.showAll, "show-suppressed", false, "show the findings, too, that a waiver or a baseline suppresses")
	fl.BoolVarP(&f.quiet, "quiet", "q", false, "findings only: no claims set aside, no summary, no hints")
	return cmd
}

func addReadFlags(cmd *cobra.Command, o *article.Options) {
	fl := cmd.Flags()
	fl.StringVar(&o.Published, "published", "", "`DATE` on which the articles appeared (YYYY-MM-DD), whatever they say")
	fl.IntVar(&o.MaxBytes, "max-bytes", article.DefaultMaxBytes, "refuse articles larger than this many `BYTES`")
	fl.StringVar(&o.MediaType, "media-type", "", "`TYPE` of the articles: text/plain or text/html (default: by name and content)")
}

// checkReadFlags refuses what reading would stumble over file by file.
func checkReadFlags(o article.Options) error {
	if err := checker.CheckDate(o.Published); err != nil {
		return fmt.Errorf("--published: %w", err)
	}
	if o.MaxBytes < 1 {
		return fmt.Errorf("--max-bytes is %d; it must be at least 1", o.MaxBytes)
	}
	if err := article.CheckMediaType(o.MediaType); err != nil {
		return fmt.Errorf("--media-type: %w", err)
	}
	return nil
}

func addColorFlag(cmd *cobra.Command, to *string) {
	cmd.Flags().StringVar(to, "color", "auto", "`WHEN`: auto, always or never; FORCE_COLOR and NO_COLOR are heeded")
}

// parse checks the values that need neither rules nor files, and returns the outputs and
// whether they are coloured. Doctor asks it, too: what it accepts, check accepts.
func (f *checkFlags) parse(p *program) (outputs []output, color bool, err error) {
	if f.failOn != "none" {
		if err := checker.CheckSeverity(f.failOn); err != nil {
			return nil, false, fmt.Errorf("--fail-on: %w, none", err)
		}
	}
	if err := checkReadFlags(f.read); err != nil {
		return nil, false, err
	}
	if err := checker.CheckDate(f.asOf); err != nil {
		return nil, false, fmt.Errorf("--as-of: %w", err)
	}
	if f.jobs < 1 {
		return nil, false, fmt.Errorf("--jobs is %d; it must be at least 1", f.jobs)
	}
	if outputs, err = parseOutputs(f.formats); err != nil {
		return nil, false, err
	}
	color, err = report.ColorMode(f.color, p.env, p.tty)
	return outputs, color, err
}

func (p *program) check(cmd *cobra.Command, args []string, f checkFlags) error {
	usage := func(err error) error { return &usageError{cmd.CommandPath(), err} }
	if len(args) == 0 {
		return usage(errors.New("nothing to check: name an article, a claims file, a folder, or - for standard input"))
	}
	if f.exitZero && cmd.Flags().Changed("fail-on") && f.failOn != "none" {
		return usage(fmt.Errorf("--exit-zero and --fail-on %s contradict each other; give one of them", f.failOn))
	}
	if f.exitZero {
		f.failOn = "none"
	}
	outputs, color, err := f.parse(p)
	if err != nil {
		return usage(err)
	}
	inputs, err := p.inputs(cmd.Context(), args, f.read.MaxBytes)
	if err != nil {
		return err
	}
	read := []string{f.suppress.waivers, f.suppress.baseline}
	for _, in := range inputs {
		read = append(read, in.Name)
	}
	if err := spare(outputs, f.inputs, read...); err != nil {
		return usage(err)
	}
	against, err := p.screenedAgainst(f.lists)
	if err != nil {
		return err
	}
	opts, err := f.law.options(checker.Options{AsOf: f.asOf, Version: version(), Lists: against, KeepInputs: f.inputs != ""})
	if err != nil {
		return err
	}
	if opts.Source, err = f.by.source(cmd, p.env, opts.Rules); err != nil {
		return usage(err)
	}
	if opts.Source != nil && f.whyNot != "" {
		return usage(errors.New("--why-not explains the built-in extractor; leave --extractor out"))
	}
	c, err := checker.New(cmd.Context(), opts)
	if err != nil {
		return err
	}
	if err := f.filter.Check(c.Catalogue()); err != nil {
		return usage(err)
	}

	aside, err := f.suppress.load(c.Catalogue())
	if err != nil {
		return err
	}

	if f.whyNot != "" {
		only := checker.Filter{Measures: []string{f.whyNot}}
		if err := only.Check(c.Catalogue()); err != nil {
			return usage(fmt.Errorf("--why-not: %w", err))
		}
		return p.whyNot(cmd.Context(), c, only.Measures[0], inputs, f.read)
	}

	res, err := c.CheckAll(cmd.Context(), inputs, checker.Batch{Jobs: f.jobs, Read: f.read, Keep: slices.ContainsFunc(outputs, output.whole)})
	if err != nil {
		return err
	}
	// The articles of claims files are known only now.
	for _, d := range res.Report.Documents {
		read = append(read, d.Name)
	}
	if err := spare(outputs, f.inputs, read...); err != nil {
		return usage(err)
	}
	warnings := aside.apply(res.Report)
	shown, hidden := f.filter.Apply(res.Report)
	shown.Run.FailOn = f.failOn
	text := report.Options{Catalogue: c.Catalogue(), Color: color, Width: textWidth(p.env), Sources: res.Sources, Articles: res.Articles, Quiet: f.quiet, ShowAside: !f.quiet, ShowSuppressed: f.showAll}
	written := p.writeAll(outputs, shown, text)
	if f.inputs != "" {
		written = errors.Join(written, writeFile(f.inputs, func(w io.Writer) error { return writeInputs(w, res.Inputs) }))
	}
	for _, x := range shown.Failures {
		p.complain(failureLine(x))
	}
	for _, d := range shown.Documents {
		for _, n := range d.Notes {
			if n.Code == article.NoteNotRead {
				p.complain(d.Name + ": " + n.Message)
			}
		}
	}
	for _, w := range warnings {
		p.complain(w)
	}
	if hidden > 0 && !f.quiet {
		p.complain(fmt.Sprintf("the filters hide %d more", hidden))
	}
	switch {
	case written != nil:
		return written
	case !shown.Whole():
		return &exitError{code: exitIncomplete}
	case f.failOn != "none" && shown.AtOrAbove(f.failOn) > 0:
		return &exitError{code: exitFindings}
	}
	return nil
}

func writeInputs(w io.Writer, inputs []checker.PolicyInput) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, in := range inputs {
		if err := enc.Encode(in); err != nil {
			return err
		}
	}
	return nil
}

// interruptible reads from r until ctx is done: a terminal or a pipe may never send more.
func interruptible(ctx context.Context, r io.Reader) io.Reader { return &ctxReader{ctx: ctx, r: r} }

type ctxReader struct {
	ctx  context.Context
	r    io.Reader
	buf  []byte
	done chan readResult
}

type readResult struct {
	n   int
	err error
}

func (c *ctxReader) Read(p []byte) (int, error) {
	if c.done == nil {
		c.done, c.buf = make(chan readResult, 1), make([]byte, 64<<10)
	}
	// What is read for somebody who has gone stays in buf, never in p.
	go func() {
		n, err := c.r.Read(c.buf[:min(len(p), len(c.buf))])
		c.done <- readResult{n, err}
	}()
	select {
	case <-c.ctx.Done():
		return 0, c.ctx.Err()
	case got := <-c.done:
		return copy(p, c.buf[:got.n]), got.err
	}
}

// failureLine names the input once: errors with a position begin with it.
func failureLine(x report.Failure) string {
	if strings.HasPrefix(x.Error, x.Name+":") {
		return x.Error
	}
	return x.Name + ": " + x.Error
}

// inputs expands the arguments; "-" is standard input, an article or a claims
// file by its content.
func (p *program) inputs(ctx context.Context, args []string, maxBytes int) ([]checker.Input, error) {
	var out []checker.Input
	var paths []string
	stdin := -1
	for _, a := range args {
		if a != "-" {
			paths = append(paths, a)
			continue
		}
		if stdin >= 0 {
			return nil, errors.New("standard input (-) is named twice")
		}
		stdin = len(paths)
	}
	before, after := paths, []string(nil)
	if stdin >= 0 {
		before, after = paths[:stdin], paths[stdin:]
	}
	first, err := checker.Inputs(before...)
	if err != nil {
		return nil, err
	}
	out = append(out, first...)
	if stdin >= 0 {
		in, err := p.stdin(ctx, maxBytes)
		if err != nil {
			return nil, err
		}
		out = append(out, in)
	}
	rest, err := checker.Inputs(after...)
	if err != nil {
		return nil, err
	}
	return append(out, rest...), nil
}

func (p *program) stdin(ctx context.Context, maxBytes int) (checker.Input, error) {
	// One byte more than either limit, so that the reader behind still sees that
	// the input is too large.
	limit := max(int64(maxBytes), int64(maxBytes)+1, strictyaml.MaxBytes+1)
	data, err := io.ReadAll(io.LimitReader(interruptible(ctx, p.in), limit))
	if err != nil {
		return checker.Input{}, fmt.Errorf("reading standard input: %w", err)
	}
	return checker.Input{
		Name: "-", Claims: checker.LooksLikeClaims(data),
		Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil },
	}, nil
}
