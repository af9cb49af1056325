package checker

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/policy"
	"github.com/article41/article41/checker/report"
)

// Litres and gallons in a barrel, and barrels in a tonne of heavy fuel oil, of
// which a tonne holds the fewest: a weight never becomes more barrels than it
// can be.
const (
	litresPerBarrel  = 158.987
	gallonsPerBarrel = 42
	barrelsPerTonne  = 6.3
)

// amounts is the least that a claim states, in the units in which caps are
// given. What the text bounds from above only ("up to 500 tonnes") is no amount.
func amounts(q *claim.Quantity) policy.Amounts {
	if q == nil || q.Value <= 0 || q.Comparator == "at_most" || q.Comparator == "fewer_than" {
		return nil
	}
	switch units[strings.ToLower(q.Unit)] {
	case "barrel":
		return policy.Amounts{"barrel": q.Value}
	case "tonne":
		return policy.Amounts{"tonne": q.Value, "barrel": q.Value * barrelsPerTonne}
	case "litre":
		return policy.Amounts{"barrel": q.Value / litresPerBarrel}
	case "gallon":
		return policy.Amounts{"barrel": q.Value / gallonsPerBarrel}
	case "us_dollar":
		return policy.Amounts{"us_dollar": q.Value}
	}
	return nil
}

// units are the ways in which people write those that caps can be compared with.
var units = map[string]string{
	"barrel": "barrel", "barrels": "barrel", "bbl": "barrel",
	"tonne": "tonne", "tonnes": "tonne", "ton": "tonne", "tons": "tonne", "t": "tonne", "mt": "tonne",
	"litre": "litre", "litres": "litre", "liter": "litre", "liters": "litre",
	"gallon": "gallon", "gallons": "gallon",
	"us_dollar": "us_dollar", "us_dollars": "us_dollar", "usd": "us_dollar", "us$": "us_dollar", "dollar": "us_dollar", "dollars": "us_dollar",
}

// statement is a quantity that a claim states under measures with a cap.
type statement struct {
	claim  int // index in the part
	date   lawDate
	input  policy.Input
	capped []policy.Capped
}

// stated reports whether the claim says of an act, not of a plan or a denial,
// how much it was.
func stated(in *policy.Input) bool {
	switch claim.Status(in.Status) {
	case claim.Asserted, claim.Alleged, claim.Ended:
	default:
		return false
	}
	switch claim.Stage(in.Stage) {
	case claim.UnderWay, claim.Completed, claim.Unspecified:
		return len(in.Quantity) > 0 && len(in.Goods) == 1 // a quantity of several goods is nobody's
	}
	return false
}

// addUp adds the quantities of a run's claims by measure and period of its cap
// and judges those claims again under the sums.
func (c *Checker) addUp(ctx context.Context, parts []part) error {
	totals := make(map[policy.Capped]*sum)
	for i := range parts {
		for j := range parts[i].stated {
			s := &parts[i].stated[j]
			for _, capped := range s.capped {
				if totals[capped] == nil {
					totals[capped] = &sum{}
				}
				totals[capped].add(s)
			}
		}
	}
	for i := range parts {
		for _, s := range parts[i].stated {
			s.input.Totals = make(map[string]policy.Total)
			for _, capped := range s.capped {
				if total := totals[capped].total(); total.Claims > 1 {
					s.input.Totals[capped.Measure] = total
				}
			}
			if len(s.input.Totals) == 0 {
				continue
			}
			if err := c.judgeAgain(ctx, &parts[i], s); err != nil {
				return err
			}
		}
	}
	return nil
}

// sum adds up what claims state for one period. Statements that may be about the
// same goods count once, with the largest amount: a month may be part of a year,
// one shipment may be told twice. So a sum is never more than what was supplied.
type sum struct{ lots [][]*statement }

func (t *sum) add(s *statement) {
	own := []*statement{s}
	t.lots = slices.DeleteFunc(t.lots, func(lot []*statement) bool {
		if !slices.ContainsFunc(lot, s.mayBe) {
			return false
		}
		own = append(own, lot...)
		return true
	})
	t.lots = append(t.lots, own)
}

func (t *sum) total() policy.Total {
	out := policy.Total{Amounts: policy.Amounts{}, Claims: len(t.lots)}
	for _, lot := range t.lots {
		largest := policy.Amounts{}
		for _, s := range lot {
			for unit, amount := range s.input.Quantity {
				largest[unit] = max(largest[unit], amount)
			}
		}
		for unit, amount := range largest {
			out.Amounts[unit] += amount
		}
	}
	return out
}

// mayBe reports whether two statements may be about the same goods: their times
// overlap, and they do not name different suppliers.
func (s *statement) mayBe(o *statement) bool {
	if s.input.From > o.input.To || o.input.From > s.input.To {
		return false
	}
	a, b := s.suppliers(), o.suppliers()
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(country string) bool { return slices.Contains(b, country) })
}

func (s *statement) suppliers() []string {
	var out []string
	for _, p := range s.input.Parties {
		if p.Role == "supplier" && p.Country != "" {
			out = append(out, p.Country)
		}
	}
	return out
}

// judgeAgain replaces what the policies said of a claim under the measures with
// a total.
func (c *Checker) judgeAgain(ctx context.Context, p *part, s statement) error {
	cl := &p.claims[s.claim]
	res, err := c.engine.Evaluate(ctx, s.input)
	if err != nil {
		return err
	}
	for _, d := range res.Decisions {
		i := slices.IndexFunc(p.findings, func(f report.Finding) bool { return f.Claim == cl.ID && f.Measure == d.Measure })
		if _, ok := s.input.Totals[d.Measure]; !ok || i < 0 {
			continue
		}
		f, err := c.finding(cl, s.date, d)
		if err != nil {
			return fmt.Errorf("claim %s: %w", cl.ID, err)
		}
		f.Fingerprint = p.findings[i].Fingerprint
		p.findings[i] = f
	}
	if p.asked != nil {
		p.asked[s.claim], err = c.engine.InputJSON(s.input)
	}
	return err
}
