package checker

import (
	"context"
	"fmt"
	"maps"
	"slices"

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
	switch q.Unit {
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
		return len(in.Quantity) > 0
	}
	return false
}

// addUp adds the quantities of a run's claims by measure and period of its cap
// and judges those claims again under the sums.
func (c *Checker) addUp(ctx context.Context, parts []part) error {
	totals := make(map[policy.Capped]*sum)
	for i := range parts {
		for _, s := range parts[i].stated {
			for _, capped := range s.capped {
				if totals[capped] == nil {
					totals[capped] = &sum{amounts: policy.Amounts{}}
				}
				totals[capped].add(s.input.Quantity)
			}
		}
	}
	for i := range parts {
		for _, s := range parts[i].stated {
			s.input.Totals = make(map[string]policy.Total)
			for _, capped := range s.capped {
				if t := totals[capped]; len(t.counted) > 1 {
					s.input.Totals[capped.Measure] = policy.Total{Amounts: t.amounts, Claims: len(t.counted)}
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

// sum adds up what claims state for one period. The same amount stated twice
// counts once: it may be the same shipment, and a sum must never be more than
// what was supplied.
type sum struct {
	counted []policy.Amounts
	amounts policy.Amounts
}

func (t *sum) add(q policy.Amounts) {
	if slices.ContainsFunc(t.counted, func(o policy.Amounts) bool { return maps.Equal(o, q) }) {
		return
	}
	t.counted = append(t.counted, q)
	for unit, amount := range q {
		t.amounts[unit] += amount
	}
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
