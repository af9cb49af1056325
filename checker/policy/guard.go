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

type measure struct {
	category    string // as the package of its policies
	from, until string
	provisions  []provisionsOf
	caps        []capRule
}

// provisionsOf are the indexes of a measure's provisions with one role.
type provisionsOf struct {
	role    string
	indexes []int
}

// holds reports whether the measure was in force on a day of the law date.
func (m measure) holds(in *Input) bool { return m.from <= in.To && in.From <= m.until }

// candidates are the measures that know the activity and the goods and catch
// the sanctioned State or the listed party in its role, each once.
func (e *Engine) candidates(in *Input) []string {
	var out []string
	add := func(byGoods map[string]uint32, key string) {
		at, ok := byGoods[key]
		if !ok {
			return
		}
		for id := range e.data.object(at) {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	for i := range in.Parties {
		p := &in.Parties[i]
		state, listing := in.keys(p, e.targets)
		for _, key := range [...]string{state, listing} {
			if key == "" {
				continue
			}
			byGoods := e.data.at("index", key, in.Activity, p.Role)
			if byGoods == nil {
				continue
			}
			add(byGoods, anyGoods)
			for _, g := range in.Goods {
				add(byGoods, g)
			}
			if len(in.Goods) == 0 {
				add(byGoods, unnamedGoods)
			}
		}
	}
	return out
}

func has(set map[string]uint32, key string) bool {
	_, ok := set[key]
	return ok
}

// inForce are the measures that were in force on a day of the law date.
func (e *Engine) inForce(in *Input, measures []string) []string {
	out := make([]string, 0, len(measures))
	for _, id := range measures {
		if e.measures[id].holds(in) {
			out = append(out, id)
		}
	}
	return out
}

// silent is nil when each measure in force without a decision is one that the
// policies put outside.
func (e *Engine) silent(ctx context.Context, u *unit, input ast.Value, inForce []string, decided []Decision) error {
	value, err := e.eval(ctx, u, outsideRule, input)
	if err != nil {
		return err
	}
	outside, ok := value.(ast.Object)
	if !ok {
		return fmt.Errorf("%s is not an object", outsideRule)
	}
	var ids []string
	for _, id := range inForce {
		if !slices.ContainsFunc(decided, func(d Decision) bool { return d.Measure == id }) && outside.Get(ast.StringTerm(id)) == nil {
			ids = append(ids, id)
		}
	}
	if len(ids) > 0 {
		slices.Sort(ids)
		return fmt.Errorf("no rule decides %s; its assessment has to give conditions or say what puts the act outside", strings.Join(ids, ", "))
	}
	return nil
}
