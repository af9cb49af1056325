package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker"
	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/report"
)

func newDoctor(p *program) *cobra.Command {
	var law lawFlags
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Check that the program, its rules and its configuration work here",
		Long: "Load rules, policies, lexicon and configuration, check an article that must be flagged and\n" +
			"one that must not, and say what is in use. Exit code 2 when anything does not work.",
		Args: noArgument,
		RunE: func(cmd *cobra.Command, _ []string) error { return p.doctor(cmd, law) },
	}
	law.add(cmd)
	return cmd
}

// The articles that doctor checks, and whether they must be flagged.
var doctorArticles = []struct {
	name, text string
	flagged    bool
}{
	{"flagged", "North Korea has sent hundreds of workers to Russia, the ministry said on 12 May 2023.\n", true},
	{"calm", "The weather in Vladivostok was fine on 12 May 2023, the ministry said.\n", false},
}

func (p *program) doctor(cmd *cobra.Command, law lawFlags) error {
	bad := 0
	line := func(what string, err error, ok string) {
		if err != nil {
			bad++
			fmt.Fprintf(p.out, "! %-14s %s\n", what, strings.ReplaceAll(report.Sanitize(err.Error()), "\n", "\n                 "))
			return
		}
		fmt.Fprintf(p.out, "+ %-14s %s\n", what, report.Sanitize(ok))
	}
	line("program", nil, version())
	given, f, err := p.settings(cmd)
	line("configuration", err, fmt.Sprintf("%d values given (article41 config show --origin)", given))
	if cmd.Flags().Changed("rules") {
		f.law.rules = law.rules
	}
	if cmd.Flags().Changed("policies") {
		f.law.policies = law.policies
	}
	opts, err := f.law.options(checker.Options{Version: version()})
	var c *checker.Checker
	if err == nil {
		c, err = checker.New(cmd.Context(), opts)
	}
	if err != nil {
		line("rules", err, "")
		return &exitError{code: exitUsage}
	}
	if err := f.filter.Check(c.Catalogue()); err != nil {
		line("filters", err, "")
	}
	if f.suppress != (suppressFlags{}) {
		aside, err := f.suppress.load(c.Catalogue())
		n, known := 0, 0
		if err == nil {
			n = len(aside.waivers)
			if aside.baseline != nil {
				known = len(aside.baseline.Findings)
			}
		}
		line("suppressed", err, fmt.Sprintf("%d waivers, %d findings in the baseline", n, known))
	}
	p.doctorLists(line)
	d := c.Digests()
	line("rules", nil, fmt.Sprintf("%d measures, digest %.12s", len(c.Catalogue().Measures), d.Rules))
	line("policies", nil, fmt.Sprintf("digest %.12s", d.Policies))
	line("lexicon", nil, fmt.Sprintf("digest %.12s", d.Lexicon))
	for _, a := range doctorArticles {
		doc, err := article.Read(a.name+".txt", []byte(a.text), article.Options{})
		n := 0
		if err == nil {
			var r *report.Report
			if r, err = c.Check(cmd.Context(), doc); err == nil {
				n = len(r.Findings)
			}
		}
		if err == nil && (n > 0) != a.flagged {
			err = fmt.Errorf("%d findings in the one that must be %s", n, a.name)
		}
		line("article", err, fmt.Sprintf("%d findings in the one that must be %s", n, a.name))
	}
	if bad > 0 {
		return &exitError{code: exitUsage}
	}
	return nil
}

// doctorLists says what names are screened against.
func (p *program) doctorLists(line func(what string, err error, ok string)) {
	against, err := p.screenedAgainst(nil)
	if err == nil && len(against) == 0 {
		line("lists", nil, "none in use: names are not screened (article41 lists import)")
		return
	}
	var titles []string
	for _, l := range against {
		titles = append(titles, listTitle(l.Source, l.Date))
	}
	line("lists", err, strings.Join(titles, "; "))
}

// settings are the flags of check as the configuration sets them here, and the number of
// values that it gives.
func (p *program) settings(cmd *cobra.Command) (given int, f checkFlags, err error) {
	check := newCheckWith(p, &f)
	check.Flags().AddFlag(cmd.Flags().Lookup("config"))
	values, err := p.settle(check.Flags())
	if err != nil {
		return 0, f, err
	}
	for _, s := range values {
		if s.values != nil {
			given++
		}
	}
	if err := p.configure(check); err != nil {
		return given, f, err
	}
	_, _, err = f.parse(p)
	return given, f, err
}
