package report

import (
	"slices"
	"strings"

	"github.com/article41/article41/checker/catalog"
)

// measure is what formats that list the measures show of one.
type measure struct {
	id, title, summary, category, regime string
	strength, gravity, from, until       string
	severity                             string // gravest that it can give
	provisions                           []provision
	aliases                              []string
}

type provision struct{ id, label, url string }

// measuresOf lists the measures that can flag: those of the catalogue, and those
// that occur in the report without being there (the user's own rules, an older
// version), by id. Exemptions and powers cannot flag, nor can measures that the
// report was narrowed away from.
func measuresOf(r *Report, c *catalog.Catalogue) []measure {
	var out []measure
	listed := map[string]bool{}
	if c != nil {
		addresses := make(map[string]string, len(c.Instruments))
		for _, i := range c.Instruments {
			addresses[i.ID] = i.URL
		}
		for _, m := range c.Measures {
			if m.Kind != "" || !r.Run.Filter.asks(&m) {
				continue
			}
			listed[m.ID] = true
			x := measure{id: m.ID, title: m.Title, summary: m.Summary, category: m.Category, regime: m.Regime, strength: m.Strength, gravity: m.Gravity,
				from: m.From, until: m.Until, severity: c.Severity[m.Gravity][BreachIndicated], aliases: m.Aliases}
			for _, p := range m.Provisions {
				x.provisions = append(x.provisions, provision{p.URN(), p.Label(), addresses[p.Instrument]})
			}
			out = append(out, x)
		}
	}
	own := map[string]*measure{}
	var ids []string
	for _, f := range r.Findings {
		if listed[f.Measure] {
			continue
		}
		m := own[f.Measure]
		if m == nil {
			m = &measure{id: f.Measure, title: f.Title, category: f.Category, regime: f.Regime, severity: f.Severity}
			own[f.Measure] = m
			ids = append(ids, f.Measure)
		}
		if graver(f.Severity, m.severity) {
			m.severity = f.Severity
		}
		for _, l := range f.LegalBasis {
			p := provision{l.ID, l.Label, l.URL}
			if !slices.ContainsFunc(m.provisions, func(q provision) bool { return q.id == p.id }) {
				m.provisions = append(m.provisions, p)
			}
		}
	}
	slices.Sort(ids)
	for _, id := range ids {
		out = append(out, *own[id])
	}
	return out
}

// asks reports whether findings under a measure of the catalogue could be in a
// report that was narrowed to f. A measure may be asked for by an old name.
func (f *Filter) asks(m *catalog.Measure) bool {
	if f == nil {
		return true
	}
	if len(f.Categories) > 0 && !slices.Contains(f.Categories, m.Category) {
		return false
	}
	return len(f.Measures) == 0 || slices.Contains(f.Measures, m.ID) ||
		slices.ContainsFunc(m.Aliases, func(old string) bool { return slices.Contains(f.Measures, old) })
}

// narrowedTo says what the report was narrowed to; "" when it holds everything.
func (r *Report) narrowedTo() string {
	f := r.Run.Filter
	if f == nil {
		return ""
	}
	var parts []string
	add := func(one, many string, values []string) {
		if len(values) == 1 {
			many = one
		}
		if len(values) > 0 {
			parts = append(parts, many+" "+Sanitize(strings.Join(values, ", ")))
		}
	}
	add("category", "categories", f.Categories)
	add("measure", "measures", f.Measures)
	add("status", "statuses", f.Statuses)
	if f.MinSeverity != "" {
		parts = append(parts, "severity "+words(f.MinSeverity)+" and graver")
	}
	return strings.Join(parts, "; ")
}

// copiesWithin says of a merged report that copies among its runs were not looked
// for; "" for one run.
func (r *Report) copiesWithin() string {
	if r.Run.Merged < 2 {
		return ""
	}
	return "copies were looked for within each of the " + plural(r.Run.Merged, "merged run", "merged runs") + " only"
}

// graver compares severities; one that is not known is the gravest.
func graver(a, b string) bool { return slices.Index(Severities, a) < slices.Index(Severities, b) }
