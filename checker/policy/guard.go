package policy

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// A rule that fails to hold is silent in Rego, and a silent rule is a missed
// breach. So the measures that a claim calls for are counted here too, and when
// fewer are decided the policies have to say why (`outside`).

// undecidedRule holds the measures in force that neither decide nor say why not.
const undecidedRule = "data.article41.undecided"

type measure struct {
	roles       map[string]any // of the sanctioned State
	from, until string
	provisions  map[string][]int // indexes by role
}

// applicable counts the measures that know the activity, catch the sanctioned
// State in its role and were in force on a day of the law date.
func (e *Engine) applicable(in *Input) int {
	n := 0
	var seen []string
	for _, p := range in.Parties {
		activities, _ := e.index[p.Country].(map[string]any)
		ids, _ := activities[in.Activity].(map[string]any)
		for id := range ids {
			m := e.measures[id]
			if m.roles[p.Role] == nil || m.from > in.To || in.From > m.until || slices.Contains(seen, id) {
				continue
			}
			seen = append(seen, id)
			n++
		}
	}
	return n
}

// undecided is nil when each applicable measure without a decision is one that
// the policies put outside. It is prepared anew each time: only claims of a
// time when one measure gave way to another come here.
func (e *Engine) undecided(ctx context.Context, input ast.Value) error {
	query, err := e.prepare(ctx, undecidedRule)
	if err != nil {
		return err
	}
	value, err := e.eval(ctx, query, undecidedRule, input)
	if err != nil {
		return err
	}
	ids, err := texts(value)
	if err != nil {
		return fmt.Errorf("%s: %w", undecidedRule, err)
	}
	if len(ids) > 0 {
		return fmt.Errorf("no rule decides %s; its assessment has to give conditions or say what puts the act outside", strings.Join(ids, ", "))
	}
	return nil
}
