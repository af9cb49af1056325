package policy

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// verdicts lists every verdict that the policies may give a claim under a
// measure, the gravest first.
var verdicts = []string{"breach_indicated", "breach_possible", "watch", "exempt_if_verified", "counterclaim", "mention"}

var severities = []string{"critical", "high", "medium", "low", "info"}

// The keys of the policies' answer.
var (
	keyCode       = ast.StringTerm("code")
	keyText       = ast.StringTerm("text")
	keyVerdict    = ast.StringTerm("verdict")
	keySeverity   = ast.StringTerm("severity")
	keyConditions = ast.StringTerm("conditions")
	keyAct        = ast.StringTerm("act")
	keyVoice      = ast.StringTerm("voice")
	keyExempted   = ast.StringTerm("exempted")
	keyMissing    = ast.StringTerm("missing")
	keyExemptions = ast.StringTerm("exemptions")
	keyMet        = ast.StringTerm("met")
	keyUnknown    = ast.StringTerm("unknown")
	keyCondition  = ast.StringTerm("condition")
	keyEffect     = ast.StringTerm("effect")
	keyLaw        = ast.StringTerm("law")
)

func (e *Engine) decodeDecisions(v ast.Value) (Result, error) {
	var result Result
	decisions, ok := v.(ast.Object)
	if !ok {
		return result, fmt.Errorf("%s is not an object", decisionsRule)
	}
	if decisions.Len() == 0 {
		return result, nil
	}
	result.Decisions = make([]Decision, 0, decisions.Len())
	err := decisions.Iter(func(k, t *ast.Term) error {
		id, ok := k.Value.(ast.String)
		if !ok {
			return fmt.Errorf("the key %v of decisions is not a measure id", k)
		}
		d, err := e.decodeDecision(string(id), t.Value)
		if err != nil {
			return fmt.Errorf("%s: %w", string(id), err)
		}
		result.Decisions = append(result.Decisions, d)
		return nil
	})
	slices.SortFunc(result.Decisions, func(a, b Decision) int { return cmp.Compare(a.Measure, b.Measure) })
	return result, err
}

func decodeAside(v ast.Value) (*SetAside, error) {
	object, ok := v.(ast.Object)
	if !ok {
		return nil, errors.New("there is neither a decision nor a reason to set the claim aside")
	}
	aside := &SetAside{Code: text(object, keyCode), Text: text(object, keyText)}
	switch {
	case aside.Code == "" || aside.Text == "":
		return nil, errors.New("set_aside lacks its code or its text")
	case aside.Code == "undecided":
		return nil, errors.New(aside.Text)
	}
	return aside, nil
}

func (e *Engine) decodeDecision(id string, v ast.Value) (Decision, error) {
	d := Decision{Measure: id}
	m, ok := e.measures[id]
	if !ok {
		return d, errors.New("the catalogue has no such measure")
	}
	object, ok := v.(ast.Object)
	if !ok {
		return d, errors.New("the decision is not an object")
	}
	d.Reasons = make([]Reason, 0, 8)
	d.Verdict, d.Severity = text(object, keyVerdict), text(object, keySeverity)
	if !slices.Contains(verdicts, d.Verdict) {
		return d, fmt.Errorf("unknown verdict %q", d.Verdict)
	}
	if !slices.Contains(severities, d.Severity) {
		return d, fmt.Errorf("unknown severity %q", d.Severity)
	}
	// The order in which a reader follows the reasoning.
	for _, part := range []*ast.Term{keyDate, keyConditions, keyAct, keyVoice, keyExempted} {
		if err := d.addReasons(get(object, part), m.provisions); err != nil {
			return d, fmt.Errorf("%v: %w", part, err)
		}
	}
	for _, r := range d.Reasons {
		if d.Verdict == "breach_indicated" && !r.Met {
			return d, fmt.Errorf("the verdict is breach_indicated although a condition is not met: %s; does the condition lack its missing fact?", r.Condition)
		}
	}
	slices.Sort(d.Missing)
	d.Missing = slices.Compact(d.Missing)
	var err error
	if d.Exemptions, err = texts(get(object, keyExemptions)); err != nil {
		return d, fmt.Errorf("exemptions: %w", err)
	}
	return d, nil
}

// addReasons takes one reason or an array of them.
func (d *Decision) addReasons(v ast.Value, provisions []provisionsOf) error {
	switch v := v.(type) {
	case ast.Object:
		return d.addReason(v, provisions)
	case *ast.Array:
		for i := range v.Len() {
			reason, ok := v.Elem(i).Value.(ast.Object)
			if !ok {
				return fmt.Errorf("%d is not an object", i)
			}
			if err := d.addReason(reason, provisions); err != nil {
				return fmt.Errorf("%d: %w", i, err)
			}
		}
		return nil
	}
	return errors.New("there is no reason; a finding nobody can explain is not built")
}

func (d *Decision) addReason(object ast.Object, provisions []provisionsOf) error {
	r, err := decodeReason(object, provisions)
	if err != nil {
		return err
	}
	d.Reasons = append(d.Reasons, r)
	switch missing := get(object, keyMissing).(type) {
	case nil:
	case ast.String:
		d.Missing = append(d.Missing, string(missing))
	default:
		return fmt.Errorf("missing: %v is not a string", missing)
	}
	return nil
}

func decodeReason(object ast.Object, provisions []provisionsOf) (Reason, error) {
	met, ok := get(object, keyMet).(ast.Boolean)
	if !ok {
		return Reason{}, errors.New("met is not a boolean")
	}
	unknown, _ := get(object, keyUnknown).(ast.Boolean)
	r := Reason{Condition: text(object, keyCondition), Met: bool(met), Unknown: bool(unknown), Effect: text(object, keyEffect)}
	if r.Condition == "" {
		return r, errors.New("the condition has no text")
	}
	// Policies name provisions by role: an index would go stale, in silence,
	// when somebody puts one provision before another in the catalogue.
	law := get(object, keyLaw)
	if law == nil {
		return r, nil
	}
	roles, ok := law.(*ast.Array)
	if !ok {
		return r, errors.New("law is not an array of roles of provisions")
	}
	for i := range roles.Len() {
		role, ok := roles.Elem(i).Value.(ast.String)
		if !ok {
			return r, fmt.Errorf("law: %v is not a role of provisions", roles.Elem(i))
		}
		if i == 0 {
			r.Law = indexesOf(provisions, string(role))
			continue
		}
		r.Law = slices.Concat(r.Law, indexesOf(provisions, string(role)))
	}
	if roles.Len() > 1 {
		slices.Sort(r.Law)
	}
	return r, nil
}

func indexesOf(provisions []provisionsOf, role string) []int {
	for _, p := range provisions {
		if p.role == role {
			return p.indexes
		}
	}
	return nil
}

func get(object ast.Object, key *ast.Term) ast.Value {
	if t := object.Get(key); t != nil {
		return t.Value
	}
	return nil
}

func text(object ast.Object, key *ast.Term) string {
	s, _ := get(object, key).(ast.String)
	return string(s)
}

// texts reads an array or a set of strings, each once, sorted; nil if absent.
func texts(v ast.Value) ([]string, error) {
	var out []string
	add := func(t *ast.Term) error {
		s, ok := t.Value.(ast.String)
		if !ok {
			return fmt.Errorf("%v is not a string", t)
		}
		out = append(out, string(s))
		return nil
	}
	var err error
	switch v := v.(type) {
	case nil:
	case *ast.Array:
		err = v.Iter(add)
	case ast.Set:
		err = v.Iter(add)
	default:
		err = fmt.Errorf("%v is neither an array nor a set", v)
	}
	slices.Sort(out)
	return slices.Compact(out), err
}
