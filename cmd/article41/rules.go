package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker"
	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/policy"
	"github.com/article41/article41/policies"
	"github.com/article41/article41/rules"
)

func newRules(p *program) *cobra.Command {
	cmd := &cobra.Command{Use: "rules", Short: "Show the measures that claims are checked against"}
	cmd.AddCommand(newRulesList(p), newRulesShow(p), newRulesCoverage(p))
	return cmd
}

func newRulesList(p *program) *cobra.Command {
	var (
		filter checker.Filter
		asJSON bool
	)
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the measures",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cat, err := catalog.Load(rules.FS)
			if err != nil {
				return err
			}
			if err := filter.Check(cat); err != nil {
				return &usageError{cmd.CommandPath(), err}
			}
			measures := slices.DeleteFunc(slices.Clone(cat.Measures), func(m catalog.Measure) bool {
				return len(filter.Categories) > 0 && !slices.Contains(filter.Categories, m.Category)
			})
			if asJSON {
				list := make([]measureJSON, len(measures))
				for i := range measures {
					list[i] = toJSON(cat, &measures[i])
				}
				return writeJSON(p.out, list)
			}
			return listMeasures(p.out, measures)
		},
	}
	cmd.Flags().StringSliceVar(&filter.Categories, "category", nil, "only these `CATEGORIES`")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func newRulesShow(p *program) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "show MEASURE",
		Short:   "Show one measure with its provisions, dates and exemptions",
		Example: "  article41 rules show dprk-labour-repatriation",
		Args:    exactly(1, "one measure"),
		RunE: func(cmd *cobra.Command, args []string) error {
			cat, err := catalog.Load(rules.FS)
			if err != nil {
				return err
			}
			filter := checker.Filter{Measures: args}
			if err := filter.Check(cat); err != nil {
				return &usageError{cmd.CommandPath(), err}
			}
			m, _ := cat.Measure(filter.Measures[0])
			if asJSON {
				return writeJSON(p.out, toJSON(cat, m))
			}
			assessed, err := policy.Assessments(policies.FS)
			if err != nil {
				return err
			}
			return showMeasure(p.out, cat, m, assessed[m.ID])
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func listMeasures(w io.Writer, measures []catalog.Measure) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "MEASURE\tCATEGORY\tIN FORCE\tSTRENGTH\tPROVISIONS")
	for _, m := range measures {
		var labels []string
		for _, pr := range m.Provisions {
			if pr.Role == "obligation" || pr.Role == "extends" {
				labels = append(labels, shortLabel(pr))
			}
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", m.ID, m.Category, inForce(&m), m.Strength, strings.Join(labels, ", "))
	}
	return t.Flush()
}

// shortLabel is "2397:8", which explain understands too.
func shortLabel(p catalog.Provision) string {
	number := strings.TrimPrefix(p.Instrument, "S/RES/")
	number, _, _ = strings.Cut(number, " ")
	return number + ":" + strings.ReplaceAll(p.Paragraph, " ", "")
}

func inForce(m *catalog.Measure) string {
	if m.Until == "" {
		return "since " + m.From
	}
	return m.From + " to " + m.Until
}

// showMeasure prints a measure; assessed is where its policy stands.
func showMeasure(w io.Writer, cat *catalog.Catalogue, m *catalog.Measure, assessed string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n\n%s\n", m.ID, m.Title, wrapped("", m.Summary))
	row := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%-15s %s\n", name, value)
		}
	}
	row("category", m.Category)
	row("kind", m.Kind)
	if r, ok := cat.Regime(m.Regime); ok {
		row("regime", r.Title)
	}
	row("in force", inForce(m))
	row("wind-down until", m.WindDownUntil)
	row("superseded by", m.SupersededBy)
	row("strength", m.Strength)
	row("gravity", m.Gravity)
	row("direction", m.Direction)
	row("binds", strings.Join(m.Bound, ", "))
	row("activities", strings.Join(m.Activities, ", "))
	row("goods", strings.Join(m.Goods, ", "))
	for _, c := range m.Caps {
		row("cap", fmt.Sprintf("%d %ss per %s%s", c.Amount, strings.ReplaceAll(c.Unit, "_", " "), strings.ReplaceAll(c.Per, "_", " "), period(c.From, c.Until)))
	}
	row("policy", assessed)
	b.WriteString("\nprovisions\n")
	writeProvisions(&b, cat, m.Provisions)
	if len(m.Exemptions) > 0 {
		b.WriteString("\nmay be lawful if\n")
		for _, e := range m.Exemptions {
			b.WriteString(strings.Replace(wrapped("    ", e.Label+period(e.From, e.Until)), "    ", "  - ", 1))
		}
	}
	if m.Notes != "" {
		b.WriteString("\nnotes\n" + wrapped("  ", m.Notes))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func writeProvisions(b *strings.Builder, cat *catalog.Catalogue, all []catalog.Provision) {
	for _, p := range all {
		fmt.Fprintf(b, "  %s (%s; verification: %s)\n%s", p.Label(), p.Role, p.Verification, wrapped("      ", p.Says))
		if inst, ok := cat.Instrument(p.Instrument); ok {
			fmt.Fprintf(b, "      %s\n", inst.URL)
		}
	}
}

// wrapped breaks text between words at 100 columns, each line indented.
func wrapped(indent, text string) string {
	const width = 100
	var b strings.Builder
	column := 0
	for _, word := range strings.Fields(text) {
		n := len([]rune(word))
		switch {
		case column == 0:
			b.WriteString(indent)
			column = len(indent)
		case column+1+n > width:
			b.WriteString("\n" + indent)
			column = len(indent)
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String() + "\n"
}

func period(from, until string) string {
	switch {
	case from != "" && until != "":
		return " (" + from + " to " + until + ")"
	case from != "":
		return " (since " + from + ")"
	case until != "":
		return " (until " + until + ")"
	}
	return ""
}

// measureJSON is a measure for programs; the keys are those of the YAML files.
type measureJSON struct {
	ID            string          `json:"id"`
	Regime        string          `json:"regime"`
	Category      string          `json:"category"`
	Kind          string          `json:"kind,omitempty"` // exemption or power
	Title         string          `json:"title"`
	Summary       string          `json:"summary"`
	Strength      string          `json:"strength"`
	Gravity       string          `json:"gravity"`
	Direction     string          `json:"direction"`
	Bound         []string        `json:"bound"`
	Activities    []string        `json:"activities"`
	Goods         []string        `json:"goods"`
	Caps          []capJSON       `json:"caps,omitempty"`
	From          string          `json:"from"`
	WindDownUntil string          `json:"wind_down_until,omitempty"`
	Until         string          `json:"until,omitempty"`
	SupersededBy  string          `json:"superseded_by,omitempty"`
	Provisions    []provisionJSON `json:"provisions"`
	Exemptions    []exemptionJSON `json:"exemptions"`
	Deprecated    bool            `json:"deprecated,omitempty"`
}

type capJSON struct {
	Amount int    `json:"amount"`
	Unit   string `json:"unit"`
	Per    string `json:"per"`
	From   string `json:"from,omitempty"`
	Until  string `json:"until,omitempty"`
}

type provisionJSON struct {
	ID           string `json:"id"`
	Label        string `json:"label"`
	URL          string `json:"url"`
	Role         string `json:"role"`
	Verification string `json:"verification"`
	Says         string `json:"says"`
}

type exemptionJSON struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	From  string `json:"from,omitempty"`
	Until string `json:"until,omitempty"`
}

func toJSON(cat *catalog.Catalogue, m *catalog.Measure) measureJSON {
	out := measureJSON{
		ID: m.ID, Regime: m.Regime, Category: m.Category, Kind: m.Kind, Title: m.Title, Summary: m.Summary, Strength: m.Strength,
		Gravity: m.Gravity, Direction: m.Direction, Bound: orEmpty(m.Bound), Activities: orEmpty(m.Activities), Goods: orEmpty(m.Goods),
		From: m.From, WindDownUntil: m.WindDownUntil, Until: m.Until, SupersededBy: m.SupersededBy,
		Provisions: []provisionJSON{}, Exemptions: []exemptionJSON{}, Deprecated: m.Deprecated,
	}
	for _, p := range m.Provisions {
		inst, _ := cat.Instrument(p.Instrument)
		out.Provisions = append(out.Provisions, provisionJSON{p.URN(), p.Label(), inst.URL, p.Role, p.Verification, p.Says})
	}
	for _, c := range m.Caps {
		out.Caps = append(out.Caps, capJSON{c.Amount, c.Unit, c.Per, c.From, c.Until})
	}
	for _, e := range m.Exemptions {
		out.Exemptions = append(out.Exemptions, exemptionJSON{e.ID, e.Label, e.From, e.Until})
	}
	return out
}

func orEmpty(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
