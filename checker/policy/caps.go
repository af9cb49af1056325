package policy

import (
	"cmp"
	"slices"
	"strconv"
)

// Capped is a measure that covers only more than a cap, and one period of it.
type Capped struct {
	Measure string
	Period  string // "2018" or the first day of twelve months
}

// capRule is one cap of a measure, with the days on which it holds.
type capRule struct {
	per, from, until string
}

// Capped lists the measures with a cap that the claim may meet, if its law date
// lies within one period: a quantity over several periods cannot be compared
// with the cap of one.
func (e *Engine) Capped(in *Input) []Capped { return e.capped(in, e.candidates(in)) }

func (e *Engine) capped(in *Input, candidates []string) []Capped {
	var out []Capped
	for _, id := range candidates {
		m := e.measures[id]
		if !m.holds(in) {
			continue
		}
		for _, c := range m.caps {
			if c.from > in.From || in.To > c.until {
				continue
			}
			first, last := c.period(in.From), c.period(in.To)
			if first == last && !slices.Contains(out, Capped{id, first}) {
				out = append(out, Capped{id, first})
			}
		}
	}
	slices.SortFunc(out, func(a, b Capped) int { return cmp.Compare(a.Measure, b.Measure) })
	return out
}

// period names the period of the cap that a day lies in. A cap for twelve months
// runs from the day on which it began to hold, each year anew.
func (c capRule) period(day string) string {
	if c.per == "calendar_year" || len(day) < len("2006-01-02") || len(c.from) < len("2006-01-02") {
		return day[:min(4, len(day))]
	}
	year, err := strconv.Atoi(day[:4])
	if err != nil {
		return day
	}
	if anniversary := c.from[4:]; day[4:] < anniversary {
		year--
	}
	return strconv.Itoa(year) + c.from[4:]
}
