// Package coverage shows what of the law is encoded, evaluated and tested: for
// each measure its provisions with their verification, the policy that assesses
// it, the cases of that policy's tests and the fixtures that name it. What is
// missing is listed as a gap.
//
// It imports catalog, policy and fixture, and evaluates nothing.
package coverage

import (
	"fmt"
	"slices"
	"time"

	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/fixture"
	"github.com/article41/article41/checker/policy"
)

// Report is the coverage of a catalogue.
type Report struct {
	Measures     []Measure      `json:"measures"` // in the catalogue's order
	Provisions   int            `json:"provisions"`
	Verification map[string]int `json:"verification"` // provisions by level
	Gaps         int            `json:"gaps"`
}

// Measure is the coverage of one measure.
type Measure struct {
	ID         string      `json:"id"`
	Regime     string      `json:"regime"`
	Category   string      `json:"category"`
	Title      string      `json:"title"`
	Kind       string      `json:"kind,omitempty"` // exemption or power: evaluated with no claim
	From       string      `json:"from"`
	Until      string      `json:"until,omitempty"`
	Strength   string      `json:"strength"`
	Provisions []Provision `json:"provisions"`
	Policy     string      `json:"policy,omitempty"` // file:line
	Positive   int         `json:"positive_cases"`
	Negative   int         `json:"negative_cases"`
	Fixtures   []string    `json:"fixtures"`
	Gaps       []string    `json:"gaps"`
}

// Provision is a paragraph that a measure rests on.
type Provision struct {
	ID           string `json:"id"`
	Label        string `json:"label"`
	Role         string `json:"role"`
	Verification string `json:"verification"`
}

// Of joins what is known of each measure. Fixtures that a user has not at hand
// may be nil.
func Of(c *catalog.Catalogue, tests map[string]policy.Tested, fixtures []fixture.Fixture) *Report {
	r := &Report{Verification: map[string]int{}}
	cited := map[string]bool{}
	for i := range c.Measures {
		m := &c.Measures[i]
		row := Measure{
			ID: m.ID, Regime: m.Regime, Category: m.Category, Title: m.Title, Kind: m.Kind, From: m.From, Until: m.Until,
			Strength: m.Strength, Policy: tests[m.ID].Policy, Fixtures: naming(fixtures, m.ID), Gaps: []string{},
		}
		for _, p := range m.Provisions {
			row.Provisions = append(row.Provisions, Provision{p.URN(), p.Label(), p.Role, p.Verification})
			if !cited[p.URN()] {
				cited[p.URN()] = true
				r.Provisions++
				r.Verification[p.Verification]++
			}
		}
		for _, t := range tests[m.ID].Cases {
			if t.Want == policy.NoVerdict {
				row.Negative++
			} else {
				row.Positive++
			}
		}
		if m.Kind == "" && !m.Deprecated {
			row.Gaps = append(row.Gaps, gaps(m, tests[m.ID])...)
		}
		r.Gaps += len(row.Gaps)
		r.Measures = append(r.Measures, row)
	}
	return r
}

func naming(fixtures []fixture.Fixture, id string) []string {
	names := []string{}
	for _, f := range fixtures {
		if slices.ContainsFunc(f.Expect, func(e fixture.Expectation) bool { return slices.Contains(e.Measures, id) }) {
			names = append(names, f.Name)
		}
	}
	return names
}

// gaps lists what a measure lacks: its policy, a claim that it catches, one that
// comes close and is not caught, and both sides of each date on which the
// answer changes.
func gaps(m *catalog.Measure, t policy.Tested) []string {
	var out []string
	if t.Policy == "" {
		out = append(out, "no policy assesses it")
	}
	positive := func(day string) bool { return has(t, day, true) }
	negative := func(day string) bool { return has(t, day, false) }
	if !slices.ContainsFunc(t.Cases, func(c policy.Case) bool { return c.Want != policy.NoVerdict }) {
		out = append(out, "no case that it catches")
	}
	if !slices.ContainsFunc(t.Cases, func(c policy.Case) bool {
		return c.Want == policy.NoVerdict && m.From <= c.From && c.To <= m.LastDay()
	}) {
		out = append(out, "no near miss while it is in force")
	}
	// A duty that falls due later is set aside on its first day, so any verdict
	// counts there.
	if !positive(m.From) && !negative(m.From) {
		out = append(out, fmt.Sprintf("no case on its first day, %s", m.From))
	}
	if day := next(m.From, -1); !negative(day) {
		out = append(out, fmt.Sprintf("no case on the day before, %s", day))
	}
	if m.Until != "" {
		if !positive(m.Until) {
			out = append(out, fmt.Sprintf("no case on its last day, %s", m.Until))
		}
		if day := next(m.Until, 1); !negative(day) {
			out = append(out, fmt.Sprintf("no case on the day after, %s", day))
		}
	}
	if m.WindDownUntil != "" {
		for _, day := range []string{m.WindDownUntil, next(m.WindDownUntil, 1)} {
			if !positive(day) {
				out = append(out, fmt.Sprintf("no case on %s, where its wind-down ends", day))
			}
		}
	}
	return out
}

// has reports whether a case of that day alone wants a verdict, or none.
func has(t policy.Tested, day string, verdict bool) bool {
	return slices.ContainsFunc(t.Cases, func(c policy.Case) bool {
		return c.From == day && c.To == day && (c.Want != policy.NoVerdict) == verdict
	})
}

func next(day string, days int) string {
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day // the catalogue's loader has checked the dates
	}
	return d.AddDate(0, 0, days).Format(time.DateOnly)
}
