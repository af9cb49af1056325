package policy

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// WhyNot says why a measure gives no decision on a claim: the first step at
// which it falls away. It is empty when the measure does give one.
func (e *Engine) WhyNot(ctx context.Context, in Input, measure string) (string, error) {
	m, ok := e.measures[measure]
	if !ok {
		return "", fmt.Errorf("there is no measure %q that claims are judged under", measure)
	}
	result, err := e.Evaluate(ctx, in)
	if err != nil {
		return "", err
	}
	if slices.ContainsFunc(result.Decisions, func(d Decision) bool { return d.Measure == measure }) {
		return "", nil
	}
	if why := e.notACandidate(&in, measure); why != "" {
		return why, nil
	}
	if aside := result.SetAside; aside != nil && aside.Code != "not_in_force" && aside.Code != "no_measure" {
		return aside.Text, nil
	}
	if !m.holds(&in) {
		return fmt.Sprintf("it applies %s; the date of the law applied is %s", period(m.from, m.until), period(in.From, in.To)), nil
	}
	u, err := e.compiled(ctx, []string{m.category})
	if err != nil {
		return "", err
	}
	value, err := in.value(&e.known, e.targets, e.capped(&in, e.candidates(&in)))
	if err != nil {
		return "", err
	}
	answer, err := e.eval(ctx, u, outsideRule, value)
	if err != nil {
		return "", err
	}
	if outside, ok := answer.(ast.Object); ok {
		if why, ok := get(outside, ast.StringTerm(measure)).(ast.Object); ok {
			return text(why, keyText), nil
		}
	}
	return "", fmt.Errorf("no rule decides %s", measure)
}

// notACandidate says why the index does not lead from the claim to the measure,
// or nothing if it does.
func (e *Engine) notACandidate(in *Input, measure string) string {
	if slices.Contains(e.candidates(in), measure) {
		return ""
	}
	leads := func(target, role string) bool {
		for goods := range e.data.at("index", target, in.Activity, role) {
			if _, ok := e.data.at("index", target, in.Activity, role, goods)[measure]; ok {
				return true
			}
		}
		return false
	}
	var key string // of the measure's regime
	var roles []string
	for target := range e.data.at("index") {
		for role := range e.data.at("index", target, in.Activity) {
			if leads(target, role) {
				key, roles = target, append(roles, role)
			}
		}
	}
	slices.Sort(roles)
	caught := func(p Party) bool {
		state, listing := in.keys(&p, e.targets)
		return state == key || listing == key
	}
	who := "the sanctioned State"
	if key != strings.ToUpper(key) { // the id of a regime without one
		who = "the listed party"
	}
	switch {
	case len(roles) == 0:
		return fmt.Sprintf("it does not concern the activity %s", in.Activity)
	case !slices.ContainsFunc(in.Parties, caught) && who == "the listed party":
		return "no party is named that is listed under its regime"
	case !slices.ContainsFunc(in.Parties, caught):
		return "no party from a sanctioned State, and none on a list, is named"
	case !slices.ContainsFunc(in.Parties, func(p Party) bool { return slices.Contains(roles, p.Role) && caught(p) }):
		return who + " has none of the roles " + strings.Join(roles, ", ")
	}
	return "the goods named are not among those that it covers"
}

// period is a period in words; a measure without an end goes to 9999-12-31.
func period(from, until string) string {
	switch until {
	case from:
		return from
	case "9999-12-31":
		return "from " + from + " on"
	}
	return "from " + from + " to " + until
}
