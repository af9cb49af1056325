package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func newMan(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "man FOLDER",
		Short: "Write manual pages, one a command, into a folder",
		Args:  exactly(1, "one folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			info, err := os.Stat(args[0])
			if err != nil || !info.IsDir() {
				return &usageError{cmd.CommandPath(), fmt.Errorf("there is no folder %s", args[0])}
			}
			n := 0
			for _, c := range documented(cmd.Root()) {
				name := strings.ReplaceAll(c.CommandPath(), " ", "-") + ".1"
				if err := writeFile(filepath.Join(args[0], name), func(w io.Writer) error { return manPage(w, c) }); err != nil {
					return err
				}
				n++
			}
			fmt.Fprintf(p.out, "%d pages in %s\n", n, args[0])
			return nil
		},
	}
}

// documented is a command and all below it that users see.
func documented(c *cobra.Command) []*cobra.Command {
	out := []*cobra.Command{c}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			out = append(out, documented(sub)...)
		}
	}
	return out
}

// roff escapes text for man(7): backslashes, dashes that are flags, and a dot or an
// apostrophe that would begin a request.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}

// manPage writes the page of a command in man(7).
func manPage(w io.Writer, c *cobra.Command) error {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH %q 1 \"\" %q \"Article41\"\n", strings.ToUpper(strings.ReplaceAll(c.CommandPath(), " ", "-")), "article41 "+version())
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", roff(strings.ReplaceAll(c.CommandPath(), " ", "-")), roff(c.Short))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n.nf\n%s\n.fi\n", roff(c.UseLine()))
	if c.Long != "" {
		fmt.Fprintf(&b, ".SH DESCRIPTION\n%s\n", strings.ReplaceAll(roff(c.Long), "\n\n", "\n.PP\n"))
	}
	if c.Example != "" {
		fmt.Fprintf(&b, ".SH EXAMPLES\n.nf\n%s\n.fi\n", roff(c.Example))
	}
	flags(&b, "OPTIONS", c.LocalNonPersistentFlags())
	flags(&b, "GLOBAL OPTIONS", c.Root().PersistentFlags())
	if !c.HasParent() || c.HasAvailableSubCommands() {
		b.WriteString(".SH COMMANDS\n")
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() {
				fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(sub.CommandPath()), roff(sub.Short))
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func flags(b *strings.Builder, title string, set *pflag.FlagSet) {
	if !set.HasAvailableFlags() {
		return
	}
	fmt.Fprintf(b, ".SH %s\n", title)
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		what, usage := pflag.UnquoteUsage(f)
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		if what != "" {
			name += " " + what
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" && f.Name != "jobs" && !strings.Contains(usage, "default") {
			usage += " (default " + strings.Trim(f.DefValue, "[]") + ")"
		}
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(name), roff(usage))
	})
}
