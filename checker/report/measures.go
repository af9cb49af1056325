package report

import (
	"slices"

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
// version), by id. Exemptions and powers cannot flag.
func measuresOf(r *Report, c *catalog.Catalogue) []measure {
	var out []measure
	listed := map[string]bool{}
	if c != nil {
		addresses := make(map[string]string, len(c.Instruments))
		for _, i := range c.Instruments {
			addresses[i.ID] = i.URL
		}
		for _, m := range c.Measures {
			if m.Kind != "" {
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

// graver compares severities; one that is not known is the gravest.
func graver(a, b string) bool { return slices.Index(Severities, a) < slices.Index(Severities, b) }
