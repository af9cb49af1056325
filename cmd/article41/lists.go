package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker/lists"
	"github.com/article41/article41/checker/report"
	"github.com/article41/article41/checker/screen"
)

func newLists(p *program) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lists",
		Short: "Keep the lists of designated parties that names are screened against",
		Long: "The lists are not part of the program: import your own download of the Security Council's\n" +
			"Consolidated List (XML) and, if you have one, a vessel list (CSV or TSV with the columns name,\n" +
			"imo, status). Every version is kept under the digest of its file, in the user's data folder or\n" +
			"$ARTICLE41_DATA, so that an old run can be verified.",
	}
	cmd.AddCommand(newListsImport(p), newListsUpdate(p), newListsStatus(p), newListsSearch(p), newListsDiff(p))
	return cmd
}

// store is the folder of lists of this user.
func (p *program) store() (*lists.Store, error) {
	dir, err := lists.DefaultDir(p.env)
	if err != nil {
		return nil, err
	}
	return lists.At(dir), nil
}

func newListsImport(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE|-",
		Short: "Read a list from a file and use it from now on",
		Long: "A file that cannot be read, is cut short or is another list changes nothing. An earlier version\n" +
			"than the one in use is stored and not used.",
		Example: "  article41 lists import consolidated.xml\n  article41 lists import vessels.csv",
		Args:    exactly(1, "one file"),
		RunE: func(_ *cobra.Command, args []string) error {
			in := p.in
			if args[0] != "-" {
				f, err := os.Open(args[0])
				if err != nil {
					return err
				}
				defer f.Close()
				in = f
			}
			return p.importList(in, args[0])
		},
	}
}

func (p *program) importList(in io.Reader, name string) error {
	s, err := p.store()
	if err != nil {
		return err
	}
	done, err := s.Import(in)
	if err != nil {
		return fmt.Errorf("%s: %w; nothing was imported, and the lists in use stay as they are", name, err)
	}
	l := done.List
	fmt.Fprintf(p.out, "%s, %d entries\nsha256 %s\n", listTitle(l.Source, l.Date), len(l.Entries), l.SHA256)
	for _, n := range l.Notes {
		fmt.Fprintf(p.out, "note: %s\n", report.Sanitize(n))
	}
	switch {
	case !done.Current:
		fmt.Fprintln(p.out, "Stored; a later version stays in use.")
	case done.Known && done.Replaced == "":
		fmt.Fprintln(p.out, "This file is in use already.")
	case done.Replaced != "":
		fmt.Fprintf(p.out, "In use from now on. What has changed: article41 lists diff %.12s %.12s\n", done.Replaced, l.SHA256)
	default:
		fmt.Fprintln(p.out, "In use from now on.")
	}
	return nil
}

func listTitle(source, date string) string {
	switch source {
	case screen.UNConsolidated:
		return "Consolidated List of the Security Council of " + date
	case screen.VesselList:
		if date == "" {
			return "vessel list"
		}
		return "vessel list, latest designation " + date
	}
	return source + " of " + date
}

func newListsUpdate(p *program) *cobra.Command {
	var from string
	cmd := &cobra.Command{
		Use:   "update --from URL",
		Short: "Download a list over https and import it",
		Long: "This is the only command that fetches a list, and it does so only from the address given. The\n" +
			"digest of what came is printed; compare it with one from elsewhere if it matters.",
		Example: "  article41 lists update --from https://scsanctions.un.org/resources/xml/en/consolidated.xml",
		Args:    noArgument,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if from == "" {
				return &usageError{cmd.CommandPath(), errors.New("--from is missing: the address of the list")}
			}
			data, err := lists.Fetch(cmd.Context(), from, nil)
			if err != nil {
				return fmt.Errorf("%w; nothing was imported, and the lists in use stay as they are", err)
			}
			return p.importList(bytes.NewReader(data), from)
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "fetch the list from this `URL` (https)")
	return cmd
}

func newListsStatus(p *program) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Show which lists are stored and in use",
		Args:  noArgument,
		RunE: func(*cobra.Command, []string) error {
			s, err := p.store()
			if err != nil {
				return err
			}
			all, err := s.Status()
			if err != nil {
				return err
			}
			if asJSON {
				if all == nil {
					all = []lists.Status{}
				}
				return writeJSON(p.out, all)
			}
			if len(all) == 0 {
				return lists.ErrNone
			}
			for _, st := range all {
				if st.Problem != "" {
					fmt.Fprintf(p.out, "sha256 %s\n  cannot be read: %s\n", st.SHA256, report.Sanitize(st.Problem))
					continue
				}
				use := ""
				if st.Current {
					use = "  (in use)"
				}
				fmt.Fprintf(p.out, "%s%s\n  sha256 %s\n", listTitle(st.Source, st.Date), use, st.SHA256)
				if st.Source == screen.VesselList {
					fmt.Fprintf(p.out, "  %d vessels\n", st.Vessels)
				} else {
					fmt.Fprintf(p.out, "  %d individuals, %d entities\n", st.Individuals, st.Entities)
				}
				if st.Former > 0 {
					fmt.Fprintf(p.out, "  %d entries of earlier versions are kept as delisted\n", st.Former)
				}
				if n := len(st.Notes); n > 0 {
					fmt.Fprintf(p.out, "  %d notes; the first: %s\n", n, report.Sanitize(st.Notes[0]))
				}
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func newListsSearch(p *program) *cobra.Command {
	var o screenFlags
	cmd := &cobra.Command{
		Use:     "search NAME",
		Short:   "Look one name up and explain what was found",
		Long:    "NAME is a name, a reference number, an IMO number or the number of a document. Exit code 1 when\nthere is a match or a possible one.",
		Example: "  article41 lists search \"Kim Song Chol\"\n  article41 lists search KPe.001\n  article41 lists search \"IMO 8712362\"",
		Args:    exactly(1, "one name"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.screenNames(cmd, &o, args, true)
		},
	}
	o.add(cmd)
	return cmd
}

func newListsDiff(p *program) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Show what was added, removed and changed between two versions",
		Long: "OLD and NEW are files or digests of stored versions, eight digits at least. The date on which a\n" +
			"file was made is no difference. Exit code 1 when there is one.",
		Example: "  article41 lists diff january.xml february.xml",
		Args:    exactly(2, "two lists"),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := p.store()
			if err != nil {
				return err
			}
			before, err := s.Open(args[0])
			if err != nil {
				return err
			}
			after, err := s.Open(args[1])
			if err != nil {
				return err
			}
			if before.Source != after.Source {
				return fmt.Errorf("%s is a list of the kind %s, %s of the kind %s; they cannot be compared", args[0], before.Source, args[1], after.Source)
			}
			d := lists.Compare(before, after)
			if asJSON {
				err = writeJSON(p.out, d)
			} else {
				err = printListDiff(p.out, d)
			}
			if err == nil && !d.Same() {
				err = &exitError{exitFindings, nil}
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func printListDiff(w io.Writer, d lists.Diff) error {
	fmt.Fprintf(w, "%s -> %s: %d added, %d removed, %d changed\n", listTitle(d.Old.Source, d.Old.Date), d.New.Date, len(d.Added), len(d.Removed), len(d.Changed))
	line := func(sign string, e lists.Short) {
		fmt.Fprintln(w, report.Sanitize(strings.TrimRight(fmt.Sprintf("%s %s  %s  %s  %s", sign, e.Reference, e.Name, e.Type, e.ListedOn), " ")))
	}
	for _, e := range d.Added {
		line("+", e)
	}
	for _, e := range d.Removed {
		line("-", e)
	}
	for _, c := range d.Changed {
		line("~", c.Short)
		for _, f := range c.Fields {
			for _, v := range f.Old {
				fmt.Fprintf(w, "    %s - %s\n", f.Name, report.Sanitize(v))
			}
			for _, v := range f.New {
				fmt.Fprintf(w, "    %s + %s\n", f.Name, report.Sanitize(v))
			}
		}
	}
	return nil
}
