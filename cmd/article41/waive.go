package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker"
	"github.com/article41/article41/checker/baseline"
	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/report"
	"github.com/article41/article41/checker/strictyaml"
	"github.com/article41/article41/checker/waiver"
)

// suppressFlags name the files that put findings aside.
type suppressFlags struct{ waivers, baseline, today string }

func (f *suppressFlags) add(cmd *cobra.Command) {
	fl := cmd.Flags()
	fl.StringVar(&f.waivers, "waivers", "", "`FILE` of findings that somebody put aside, with reason and last day; see docs/waivers.md")
	fl.StringVar(&f.baseline, "baseline", "", "`FILE` of known findings; only new ones count (see baseline create)")
	addTodayFlag(cmd, &f.today)
}

func addTodayFlag(cmd *cobra.Command, to *string) {
	cmd.Flags().StringVar(to, "today", "", "`DATE` on which waivers are looked at (YYYY-MM-DD; default today)")
}

// suppressor is what suppressFlags name, read before any work is done.
type suppressor struct {
	waivers  waiver.Waivers
	digests  struct{ waivers, baseline string }
	baseline *baseline.Baseline
	day      string
}

func (f *suppressFlags) load(rules *catalog.Catalogue) (*suppressor, error) {
	if err := checker.CheckDate(f.today); err != nil {
		return nil, fmt.Errorf("--today: %w", err)
	}
	s := &suppressor{day: dayOf(f.today)}
	var err error
	if f.waivers != "" {
		if s.waivers, s.digests.waivers, err = readWaivers(f.waivers, rules); err != nil {
			return nil, err
		}
	}
	if f.baseline != "" {
		if s.baseline, s.digests.baseline, err = readBaseline(f.baseline); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// dayOf is the day that --today names: by default today.
func dayOf(today string) string {
	if today == "" {
		return time.Now().UTC().Format(time.DateOnly)
	}
	return today
}

// readWaivers and readBaseline return a file and the digest of its bytes.
func readWaivers(name string, rules *catalog.Catalogue) (waiver.Waivers, string, error) {
	data, err := readSmall(name)
	if err != nil {
		return nil, "", fmt.Errorf("reading the waivers: %w", err)
	}
	ws, err := waiver.Parse(name, data, rules)
	return ws, digest(data), err
}

func readBaseline(name string) (*baseline.Baseline, string, error) {
	data, err := readSmall(name)
	if err != nil {
		return nil, "", fmt.Errorf("reading the baseline: %w", err)
	}
	b, err := baseline.Parse(name, data)
	return b, digest(data), err
}

// apply marks the findings and counts anew. It returns what the user should hear of.
func (s *suppressor) apply(r *report.Report) (warnings []string) {
	use := s.waivers.Apply(r, s.day)
	gone := 0
	if s.baseline != nil {
		gone = len(s.baseline.Apply(r))
	}
	documents := r.ByID()
	counts := func(w *waiver.Waiver) bool {
		return slices.ContainsFunc(r.Findings, func(f report.Finding) bool { return f.Suppressed == nil && w.Covers(&f, documents[f.Document]) })
	}
	for _, w := range use.Expired {
		if counts(&w) {
			warnings = append(warnings, w.String()+": expired on "+w.Expires+"; what it covered counts again")
		} else {
			warnings = append(warnings, w.String()+": expired on "+w.Expires+"; another waiver or the baseline covers the same")
		}
	}
	for _, w := range use.Early {
		warnings = append(warnings, w.String()+": is given on "+w.Given+" and does not hold yet")
	}
	if r.Whole() { // else what it covers may stand in what could not be processed
		for _, w := range use.Unused {
			warnings = append(warnings, w.String()+": covers no finding of this run")
		}
	}
	if gone > 0 {
		warnings = append(warnings, fmt.Sprintf("%d of the baseline's findings are gone; `article41 baseline update` takes them out", gone))
	}
	r.Run.WaiversSHA256, r.Run.BaselineSHA256 = s.digests.waivers, s.digests.baseline
	report.Summarise(r)
	return warnings
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// readSmall reads a file that people write.
func readSmall(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return io.ReadAll(io.LimitReader(f, strictyaml.MaxBytes+1))
}

func newWaive(p *program) *cobra.Command {
	cmd := &cobra.Command{Use: "waive", Short: "Look after a waivers file"}
	cmd.AddCommand(newWaiveList(p), newWaiveCheck(p))
	return cmd
}

func newWaiveList(p *program) *cobra.Command {
	var law lawFlags
	cmd := &cobra.Command{
		Use:   "list WAIVERS.yaml",
		Short: "List the waivers of a file",
		Args:  exactly(1, "one waivers file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ws, err := loadWaivers(args[0], law)
			if err != nil {
				return err
			}
			for _, w := range ws {
				what := w.Fingerprint
				if what == "" {
					what = w.Measure + " in " + w.Source
				}
				fmt.Fprintf(p.out, "%s  until %s  %s (%s, approved by %s)\n", report.Sanitize(what), w.Expires, report.Sanitize(w.Reason), report.Sanitize(w.Owner), report.Sanitize(w.Approver))
			}
			return nil
		},
	}
	law.add(cmd)
	return cmd
}

func loadWaivers(name string, law lawFlags) (waiver.Waivers, error) {
	rules, _, err := law.catalogue()
	if err != nil {
		return nil, err
	}
	ws, _, err := readWaivers(name, rules)
	return ws, err
}

func newWaiveCheck(p *program) *cobra.Command {
	var law lawFlags
	var today, against string
	cmd := &cobra.Command{
		Use:   "check WAIVERS.yaml",
		Short: "Say which waivers have expired, and with --report which cover nothing",
		Long: "Say which waivers have expired, and with --report which cover no finding. Exit codes:\n" +
			"0 all hold; 1 some have expired; 2 the file is not right.",
		Args: exactly(1, "one waivers file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checker.CheckDate(today); err != nil {
				return &usageError{cmd.CommandPath(), fmt.Errorf("--today: %w", err)}
			}
			ws, err := loadWaivers(args[0], law)
			if err != nil {
				return err
			}
			today = dayOf(today)
			expired := 0
			for _, w := range ws {
				if today < w.Given {
					fmt.Fprintf(p.out, "%s: is given on %s and does not hold yet\n", report.Sanitize(w.String()), w.Given)
				}
				if today > w.Expires {
					expired++
					fmt.Fprintf(p.out, "%s: expired on %s (%s, %s)\n", report.Sanitize(w.String()), w.Expires, report.Sanitize(w.Owner), report.Sanitize(w.Reason))
				}
			}
			unused := 0
			if against != "" {
				r, err := p.readReport(cmd.Context(), against)
				if err != nil {
					return err
				}
				for i := range r.Findings {
					r.Findings[i].Suppressed = nil
				}
				use := ws.Apply(r, today)
				unused = len(use.Unused)
				for _, w := range use.Unused {
					fmt.Fprintf(p.out, "%s: covers no finding of %s\n", report.Sanitize(w.String()), report.Sanitize(against))
				}
			}
			fmt.Fprintf(p.out, "%d waivers, %d expired", len(ws), expired)
			if against != "" {
				fmt.Fprintf(p.out, ", %d that cover nothing", unused)
			}
			fmt.Fprintln(p.out)
			if expired > 0 {
				return &exitError{code: exitFindings}
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&against, "report", "", "`REPORT.json` whose findings the waivers are for")
	addTodayFlag(cmd, &today)
	law.add(cmd)
	return cmd
}

func newBaseline(p *program) *cobra.Command {
	cmd := &cobra.Command{Use: "baseline", Short: "Write down the known findings, so that only new ones count"}
	cmd.AddCommand(newBaselineCreate(p), newBaselineUpdate(p))
	return cmd
}

func newBaselineCreate(p *program) *cobra.Command {
	var to string
	cmd := &cobra.Command{
		Use:   "create REPORT.json",
		Short: "Write the baseline of a saved report",
		Args:  exactly(1, "one report"),
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := p.readReport(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if to == "" {
				return baseline.Of(r).Write(p.out)
			}
			if _, err := os.Stat(to); err == nil {
				return &usageError{cmd.CommandPath(), fmt.Errorf("%s exists; `article41 baseline update` changes it", to)}
			}
			return writeFile(to, baseline.Of(r).Write)
		},
	}
	cmd.Flags().StringVarP(&to, "output", "o", "", "`FILE` to write, instead of standard output")
	return cmd
}

func newBaselineUpdate(p *program) *cobra.Command {
	var add bool
	cmd := &cobra.Command{
		Use:   "update BASELINE.json REPORT.json",
		Short: "Take findings that are gone out of a baseline, and with --add put new ones in",
		Args:  exactly(2, "a baseline and a report"),
		RunE: func(cmd *cobra.Command, args []string) error {
			old, _, err := readBaseline(args[0])
			if err != nil {
				return err
			}
			r, err := p.readReport(cmd.Context(), args[1])
			if err != nil {
				return err
			}
			updated, gone, added, err := old.Update(r, add)
			if err != nil {
				return fmt.Errorf("%s: %w", args[1], err)
			}
			if err := writeFile(args[0], updated.Write); err != nil {
				return err
			}
			fmt.Fprintf(p.out, "%d taken out, %d put in, %d known\n", gone, added, len(updated.Findings))
			return nil
		},
	}
	cmd.Flags().BoolVar(&add, "add", false, "also put in the findings that the baseline does not have, and their graver severities")
	return cmd
}
