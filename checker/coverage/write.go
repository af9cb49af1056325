package coverage

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
)

// levels of verification, the surest first.
var levels = []string{"primary", "secondary", "inferred", "memory"}

// WriteJSON writes the report for programs.
func WriteJSON(w io.Writer, r *Report) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
}

// WriteText writes one line for each measure, then the gaps and totals.
func WriteText(w io.Writer, r *Report) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "MEASURE\tIN FORCE\tPROVISIONS\tLEAST SURE\tPOLICY\tCASES\tFIXTURES\tGAPS")
	for _, m := range r.Measures {
		fmt.Fprintf(t, "%s\t%s\t%d\t%s\t%s\t%s\t%d\t%d\n", m.ID, inForce(m), len(m.Provisions), leastSure(m), evaluated(m), cases(m), len(m.Fixtures), len(m.Gaps))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	var b strings.Builder
	for _, m := range r.Measures {
		for _, g := range m.Gaps {
			fmt.Fprintf(&b, "gap: %s: %s\n", m.ID, g)
		}
	}
	fmt.Fprintf(&b, "\n%s\n", totals(r))
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteMarkdown writes docs/coverage.md.
func WriteMarkdown(w io.Writer, r *Report) error {
	var b strings.Builder
	b.WriteString("# Coverage of the law\n\n" +
		"Made by `go run ./cmd/article41 rules coverage --format markdown`; do not edit. For each measure: the paragraphs it\n" +
		"rests on with the verification of their numbers, the policy that assesses it, the cases of the policy's tests that it\n" +
		"must catch and must not, and the fixtures that name it. Exemptions and powers are kept for their paragraphs; no claim\n" +
		"is tested against them.\n\n" +
		totals(r) + "\n")
	var categories []string
	for _, m := range r.Measures {
		if !slices.Contains(categories, m.Category) {
			categories = append(categories, m.Category)
		}
	}
	for _, category := range categories {
		fmt.Fprintf(&b, "\n## %s\n\n| measure | in force | strength | paragraphs | policy | cases | fixtures |\n|---|---|---|---|---|---|---|\n", category)
		for _, m := range r.Measures {
			if m.Category != category {
				continue
			}
			var paragraphs []string
			for _, p := range m.Provisions {
				paragraphs = append(paragraphs, fmt.Sprintf("%s (%s, %s)", p.Label, p.Role, p.Verification))
			}
			file, _, _ := strings.Cut(evaluated(m), ":") // lines move with every change
			fmt.Fprintf(&b, "| `%s`<br>%s | %s | %s | %s | %s | %s | %s |\n", m.ID, cell(m.Title), inForce(m), m.Strength,
				strings.Join(paragraphs, "<br>"), file, cases(m), strings.Join(m.Fixtures, ", "))
		}
	}
	if r.Gaps > 0 {
		b.WriteString("\n## Gaps\n\n")
		for _, m := range r.Measures {
			for _, g := range m.Gaps {
				fmt.Fprintf(&b, "- `%s`: %s\n", m.ID, g)
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func cell(s string) string { return strings.ReplaceAll(s, "|", "\\|") }

func inForce(m Measure) string {
	if m.Until == "" {
		return "since " + m.From
	}
	return m.From + " to " + m.Until
}

// leastSure is the weakest verification among the paragraphs a measure rests on;
// exemptions and context left out.
func leastSure(m Measure) string {
	least := 0
	for _, p := range m.Provisions {
		if p.Role == "obligation" || p.Role == "extends" || m.Kind != "" {
			least = max(least, slices.Index(levels, p.Verification))
		}
	}
	return levels[least]
}

func evaluated(m Measure) string {
	switch {
	case m.Policy != "":
		return m.Policy
	case m.Kind != "":
		return m.Kind
	}
	return "none"
}

func cases(m Measure) string {
	if m.Kind != "" {
		return "-"
	}
	return fmt.Sprintf("%d caught, %d not", m.Positive, m.Negative)
}

func totals(r *Report) string {
	kinds := 0
	for _, m := range r.Measures {
		if m.Kind != "" {
			kinds++
		}
	}
	var sure []string
	for _, level := range levels {
		sure = append(sure, fmt.Sprintf("%s %d", level, r.Verification[level]))
	}
	return fmt.Sprintf("%d measures, %d of them exemptions or powers; %d paragraphs by verification of the number: %s; gaps: %d",
		len(r.Measures), kinds, r.Provisions, strings.Join(sure, ", "), r.Gaps)
}
