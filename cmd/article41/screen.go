package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker"
	"github.com/article41/article41/checker/lists"
	"github.com/article41/article41/checker/report"
	"github.com/article41/article41/checker/screen"
)

// screenFlags are what the commands share that look names up.
type screenFlags struct {
	format    string
	kind      string
	countries []string
	context   string
	on        string
	threshold float64
	lists     []string
}

func (o *screenFlags) add(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVarP(&o.format, "format", "f", "text", "print `text`, json (one array) or ndjson (one answer a line)")
	f.StringVar(&o.kind, "kind", "", "what the names are: `individual`, entity or vessel")
	f.StringSliceVar(&o.countries, "country", nil, "States the bearers are tied to, as ISO 3166-1 `CODES`")
	f.StringVar(&o.context, "context", "", "`TEXT` around the name: posts, dates of birth, numbers")
	f.StringVar(&o.on, "on", "", "the day of the act, `YYYY-MM-DD`")
	f.Float64Var(&o.threshold, "threshold", screen.DefaultThreshold, "least `SCORE` of a possible match, 0.70 to 1")
	f.StringSliceVar(&o.lists, "list", nil, "look through these `LISTS`, files or digests, and not those in use")
}

func newScreen(p *program) *cobra.Command {
	var o screenFlags
	cmd := &cobra.Command{
		Use:   "screen NAME...|-",
		Short: "Screen names against the lists of designated parties",
		Long: "Each name gets one of three answers: a designated name match, a possible match that needs\n" +
			"identifiers, or no match in the lists of their dates. A match of a name is never proof of identity.\n" +
			"With - the names are read from standard input, one a line. Exit code 1 when a name has a match or a\n" +
			"possible one, 0 when none has.",
		Example: "  article41 screen \"Kim Song Chol\" \"Acme Shipping\"\n  article41 screen -f ndjson - < names.txt",
		Args:    atLeast(1, "a name, or - to read names from standard input,"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.screenNames(cmd, &o, args, false)
		},
	}
	o.add(cmd)
	return cmd
}

// Bounds on names read from standard input.
const maxNameLine = 64 << 10

func (p *program) screenNames(cmd *cobra.Command, o *screenFlags, names []string, explain bool) error {
	query := screen.Query{Kind: screen.Kind(o.kind), Countries: o.countries, Context: o.context, On: o.on, Threshold: o.threshold}
	usage := func(err error) error { return &usageError{cmd.CommandPath(), err} }
	switch query.Kind {
	case "", screen.Individual, screen.Entity, screen.Vessel:
	default:
		return usage(fmt.Errorf("unknown kind %q; known: individual, entity, vessel", o.kind))
	}
	if o.threshold < screen.LeastThreshold || o.threshold > 1 {
		return usage(fmt.Errorf("--threshold %g: scores go from %.2f to 1", o.threshold, screen.LeastThreshold))
	}
	if err := checker.CheckDate(o.on); err != nil {
		return usage(fmt.Errorf("--on: %w", err))
	}
	for i, c := range query.Countries {
		query.Countries[i] = strings.ToUpper(c)
		if len(c) != 2 {
			return usage(fmt.Errorf("--country %s: give ISO 3166-1 codes of two letters, such as KP", c))
		}
	}
	out, err := newAnswers(p.out, o.format, explain)
	if err != nil {
		return usage(err)
	}
	s, err := p.store()
	if err != nil {
		return err
	}
	in, err := openLists(s, o.lists)
	if err != nil {
		return err
	}
	m := screen.NewMatcher(in...)
	hit := false
	one := func(name string) error {
		query.Name = name
		r := m.Search(query)
		hit = hit || r.Answer != screen.AnswerNone
		return out.add(r)
	}
	for _, name := range names {
		if name != "-" || explain {
			if err := one(name); err != nil {
				return err
			}
			continue
		}
		lines := bufio.NewScanner(p.in)
		lines.Buffer(nil, maxNameLine)
		for n := 1; lines.Scan(); n++ {
			if n%256 == 0 && cmd.Context().Err() != nil {
				return cmd.Context().Err()
			}
			if line := strings.TrimSpace(lines.Text()); line != "" {
				if err := one(line); err != nil {
					return err
				}
			}
		}
		if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
			return fmt.Errorf("reading names from standard input: a line is longer than %d bytes; give one name a line", maxNameLine)
		} else if err != nil {
			return fmt.Errorf("reading names from standard input: %w", err)
		}
	}
	if out.n == 0 {
		return errors.New("no names to screen")
	}
	if err := out.end(in); err != nil {
		return err
	}
	if hit {
		return &exitError{exitFindings, nil}
	}
	return nil
}

// openLists are the lists named, or those in use.
func openLists(s *lists.Store, names []string) ([]*screen.List, error) {
	if len(names) == 0 {
		return s.Current()
	}
	var out []*screen.List
	for _, n := range names {
		l, err := s.Open(n)
		if err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, nil
}

// noLists is the value of --lists that leaves screening out.
const noLists = "none"

// screenedAgainst are the lists that check screens names against: those named, or those
// in use. No list in use is no error: most measures are about acts, not names.
func (p *program) screenedAgainst(names []string) ([]*screen.List, error) {
	if slices.Equal(names, []string{noLists}) {
		return nil, nil
	}
	s, err := p.store()
	if err != nil {
		if len(names) == 0 && errors.Is(err, lists.ErrNoHome) {
			return nil, nil
		}
		return nil, err
	}
	in, err := openLists(s, names)
	if len(names) == 0 && errors.Is(err, lists.ErrNone) {
		return nil, nil
	}
	return in, err
}

// listsOf are the lists of a saved run, by their digests: with the entries that earlier
// versions had while a list is in use, as it stands otherwise.
func (p *program) listsOf(run []report.List) ([]*screen.List, error) {
	if len(run) == 0 {
		return nil, nil
	}
	s, err := p.store()
	if err != nil {
		return nil, err
	}
	current, err := s.Current()
	if err != nil && !errors.Is(err, lists.ErrNone) {
		return nil, err
	}
	var out []*screen.List
	for _, want := range run {
		i := slices.IndexFunc(current, func(l *screen.List) bool { return l.SHA256 == want.SHA256 && len(l.Entries) == want.Entries })
		if i >= 0 {
			out = append(out, current[i])
			continue
		}
		l, err := s.Version(want.SHA256)
		if err != nil {
			return nil, fmt.Errorf("the names of the report were screened against the list %s of %s: %w; import that file again", want.Source, want.Date, err)
		}
		out = append(out, l)
	}
	return out, nil
}

// answers writes one answer after the other.
type answers struct {
	w       io.Writer
	format  string
	explain bool
	n       int
	hits    int
}

func newAnswers(w io.Writer, format string, explain bool) (*answers, error) {
	switch format {
	case "text", "json", "ndjson":
		return &answers{w: w, format: format, explain: explain}, nil
	}
	return nil, fmt.Errorf("unknown format %q; known: text, json, ndjson", format)
}

func (a *answers) add(r screen.Result) error {
	a.n++
	if r.Answer != screen.AnswerNone {
		a.hits++
	}
	switch a.format {
	case "text":
		a.text(r)
		return nil
	case "json":
		sep := ",\n"
		if a.n == 1 {
			sep = "[\n"
		}
		if _, err := io.WriteString(a.w, sep); err != nil {
			return err
		}
		data, err := json.MarshalIndent(r, "  ", "  ")
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(a.w, "  %s", data)
		return err
	}
	data, err := json.Marshal(r)
	if err != nil {
		return err
	}
	_, err = a.w.Write(append(data, '\n'))
	return err
}

func (a *answers) end(in []*screen.List) error {
	switch a.format {
	case "json":
		_, err := io.WriteString(a.w, "\n]\n")
		return err
	case "text":
		for _, l := range in {
			fmt.Fprintf(a.w, "Screened against the %s (sha256 %.12s…).\n", listTitle(l.Source, l.Date), l.SHA256)
		}
		if a.hits > 0 {
			fmt.Fprintln(a.w, "A match of a name is a potential match for review, never proof of identity.")
		}
	}
	return nil
}

// answerWords are the three answers, in full.
var answerWords = map[string]string{
	screen.AnswerMatch:    "designated name match",
	screen.AnswerPossible: "possible match, identifiers needed",
	screen.AnswerNone:     "no match in these lists",
}

func (a *answers) text(r screen.Result) {
	fmt.Fprintf(a.w, "%s: %s\n", report.Sanitize(r.Query), answerWords[r.Answer])
	for _, m := range r.Matches {
		a.match("  ", m)
	}
	for i, m := range r.Similar {
		if i == 0 {
			fmt.Fprintln(a.w, "  similar, and another until shown otherwise:")
		}
		a.match("    ", m)
	}
	if r.MoreSimilar > 0 {
		fmt.Fprintf(a.w, "    and %d more\n", r.MoreSimilar)
	}
}

func (a *answers) match(indent string, m screen.Match) {
	name := m.Name
	if m.Matched.Text != m.Name {
		name += fmt.Sprintf(", by the name %s (%s)", m.Matched.Text, m.Matched.Quality)
	}
	kind := string(m.Kind)
	if m.Type != "" {
		kind += ", " + m.Type
	}
	fmt.Fprintf(a.w, "%s%s  %s  [%s]  score %.2f\n", indent, m.Reference, report.Sanitize(name), kind, m.Score)
	for _, why := range m.Reasons {
		fmt.Fprintf(a.w, "%s  - %s\n", indent, report.Sanitize(why))
	}
	if !a.explain {
		return
	}
	for _, t := range m.Tokens {
		pair := t.Query + " = " + t.List
		switch t.How {
		case screen.HowNotInList:
			pair = t.Query
		case screen.HowNotInQuery:
			pair = t.List
		}
		fmt.Fprintf(a.w, "%s    %s: %s, quality %.2f, weight %.2f\n", indent, report.Sanitize(pair), t.How, t.Quality, t.Weight)
	}
	if e := m.Entry; e != nil {
		for _, f := range []struct{ what, value string }{
			{"posts", strings.Join(e.Designations, "; ")}, {"nationality", strings.Join(e.Nationalities, ", ")}, {"born", strings.Join(e.Born, ", ")},
			{"documents", strings.Join(e.Documents, "; ")}, {"measures stated by the list", strings.Join(e.Measures, ", ")}, {"note", e.Note}, {"comments", e.Comments},
		} {
			if f.value != "" {
				fmt.Fprintf(a.w, "%s    %s: %s\n", indent, f.what, report.Sanitize(f.value))
			}
		}
	}
}
