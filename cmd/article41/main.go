// Command article41 checks news articles against Security Council sanctions
// measures and flags passages for human review.
//
// One file per command, flags and wiring only; the work is in package checker.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker/report"
)

// Exit codes. They are part of the contract, see the README.
const (
	exitDone        = 0
	exitFindings    = 1   // findings at or above --fail-on
	exitUsage       = 2   // usage, configuration, rules or policy error, nothing to check, output not written
	exitIncomplete  = 3   // some inputs could not be processed; wins over exitFindings
	exitInterrupted = 130 // as shells report SIGINT
)

// exitError ends the program with a code; err may be nil when everything there
// is to say has been said.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit code %d", e.code)
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// program is the outside world as the commands see it, so that tests can stand
// in for it.
type program struct {
	in  io.Reader
	out io.Writer
	err io.Writer
	env func(string) string
	tty bool // out is a terminal

	configured bool // the environment or a configuration file gave a flag its value
}

func main() {
	// A run lives for milliseconds: collecting garbage less often saves about a
	// fifth of the CPU time of checking one article.
	debug.SetGCPercent(400)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop) // the second interrupt ends the program at once
	p := &program{in: os.Stdin, out: os.Stdout, err: os.Stderr, env: os.Getenv, tty: isTerminal(os.Stdout)}
	os.Exit(p.run(ctx, os.Args[1:]))
}

// run executes one command line and returns the exit code.
func (p *program) run(ctx context.Context, args []string) int {
	out := bufio.NewWriterSize(p.out, 64<<10)
	inner := &program{in: p.in, out: out, err: p.err, env: p.env, tty: p.tty}
	root := newRoot(inner)
	root.SetArgs(args)
	root.SetIn(p.in)
	root.SetOut(out)
	root.SetErr(p.err)
	cmd, err := root.ExecuteContextC(ctx)
	if flushErr := out.Flush(); flushErr != nil {
		if !errors.Is(err, flushErr) { // else the command has said so
			err = errors.Join(err, fmt.Errorf("writing the output: %w", flushErr))
		}
		if _, done := errors.AsType[*exitError](err); done {
			err = &exitError{exitUsage, flushErr}
		}
	}
	p.configured = inner.configured
	return p.code(ctx, cmd, err)
}

func (p *program) code(ctx context.Context, cmd *cobra.Command, err error) int {
	if err == nil {
		return exitDone
	}
	if ctx.Err() != nil {
		p.complain("interrupted")
		return exitInterrupted
	}
	if e, ok := errors.AsType[*exitError](err); ok {
		if e.err != nil {
			p.complain(e.err.Error())
		}
		return e.code
	}
	p.complain(err.Error())
	if usage, ok := errors.AsType[*usageError](err); ok {
		fmt.Fprintf(p.err, "Run \"%s --help\" for the flags.\n", usage.command)
		if p.configured {
			fmt.Fprintln(p.err, "Some values come from a configuration: see \"article41 config show --origin\".")
		}
	} else if cmd != nil && !cmd.HasParent() {
		fmt.Fprintln(p.err, "Run \"article41 --help\" for the commands.")
	}
	return exitUsage
}

// complain writes to standard error. Messages hold file names and words of foreign
// files, which must not steer the terminal; their own line breaks stay.
func (p *program) complain(message string) {
	lines := strings.Split(message, "\n")
	for i, l := range lines {
		lines[i] = report.Sanitize(l)
	}
	fmt.Fprintf(p.err, "article41: %s\n", strings.Join(lines, "\n"))
}

// noArgument, atLeast and exactly are cobra's argument checks with words that say what is
// wanted.
func noArgument(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return &usageError{cmd.CommandPath(), errors.New("takes no argument")}
	}
	return nil
}

func atLeast(n int, wanted string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < n {
			return &usageError{cmd.CommandPath(), fmt.Errorf("%s is missing", wanted)}
		}
		return nil
	}
}

func exactly(n int, wanted string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > n {
			return &usageError{cmd.CommandPath(), fmt.Errorf("%s takes %s, not %d; put a name with spaces in quotes", cmd.Name(), wanted, len(args))}
		}
		return atLeast(n, wanted)(cmd, args)
	}
}

// usageError is a mistake in the command line.
type usageError struct {
	command string
	err     error
}

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

func newRoot(p *program) *cobra.Command {
	root := &cobra.Command{
		Use:   "article41",
		Short: "Check news articles against UN Security Council sanctions measures",
		Long: "article41 reads articles, extracts claims about activities, checks each claim against\n" +
			"policies that encode Security Council measures, and reports findings that cite both the\n" +
			"passage and the paragraph of the resolution. Findings are flags for human review.",
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	addConfigFlag(root)
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		if cmd.Name() == "doctor" {
			return nil // it tells of a configuration that is not right
		}
		return p.configure(cmd)
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return &usageError{cmd.CommandPath(), err}
	})
	root.AddCommand(newCheck(p), newExtract(p), newParse(p), newExplain(p), newRules(p), newBundle(p), newTest(p), newFixture(p),
		newReport(p), newScreen(p), newLists(p), newVerify(p), newWaive(p), newBaseline(p), newConfig(p), newDoctor(p), newMan(p), newSchema(p), newVersion(p))
	return root
}

// isTerminal needs no system call of its own: a character device is a terminal
// or the null device, and colour does no harm there.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
