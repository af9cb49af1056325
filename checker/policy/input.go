package policy

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	_ "embed"

	"github.com/open-policy-agent/opa/v1/ast"
)

// inputSchema describes the document that Input becomes, for the tests of this
// package and for authors of policies.
//
//go:embed input.schema.json
var inputSchema []byte

// InputSchema is the JSON Schema of the policies' input.
func InputSchema() []byte { return slices.Clone(inputSchema) }

// Terms are never changed once built, so each claim can share these.
var (
	keyID        = ast.StringTerm("id")
	keyCategory  = ast.StringTerm("category")
	keyActivity  = ast.StringTerm("activity")
	keyStatus    = ast.StringTerm("status")
	keyStage     = ast.StringTerm("stage")
	keyTargets   = ast.StringTerm("targets")
	keyCountries = ast.StringTerm("countries")
	keyGoods     = ast.StringTerm("goods")
	keyFacts     = ast.StringTerm("facts")
	keyDate      = ast.StringTerm("date")
	keyFrom      = ast.StringTerm("from")
	keyTo        = ast.StringTerm("to")
	keyDateBasis = ast.StringTerm("date_basis")
	keySaidBy    = ast.StringTerm("said_by")
	keyQuantity  = ast.StringTerm("quantity")
	keyAlone     = ast.StringTerm("alone")
	keyTotal     = ast.StringTerm("total")
	keyClaims    = ast.StringTerm("claims")
	keyListed    = ast.StringTerm("listed")
	keyKey       = ast.StringTerm("key")
	keyEntry     = ast.StringTerm("entry")
	keyUntil     = ast.StringTerm("until")
	keyMatch     = ast.StringTerm("match")
	keyKeys      = ast.StringTerm("keys")
	keyOthers    = ast.StringTerm("others")
	keyAny       = ast.StringTerm(anyGoods)
	keyUnnamed   = ast.StringTerm(unnamedGoods)
	keyRole      = ast.StringTerm("role")
	termTrue     = ast.InternedTerm(true)
	termNone     = ast.ObjectTerm()
	termUnnamed  = ast.ArrayTerm(keyAny, keyUnnamed)

	statuses = words("asserted", "alleged", "planned", "denied", "negated", "normative", "hypothetical", "ended")
	stages   = words("considered", "offered", "agreed", "preparing", "under_way", "completed", "unspecified")
	bases    = words("event", "published", "as_of", "today")
	listedBy = words("freeze", "travel", "arms")
	matches  = words(Identified, NameMatch, Possible)
)

// listedParties is the category of the measures that are about listed parties.
const listedParties = "designated-party"

// Keys of the catalogue's index beside the ids of goods; the catalogue, which
// this package does not import, has the same.
const (
	anyGoods     = "any"
	unnamedGoods = "unnamed"
)

func words(ids ...string) map[string]*ast.Term {
	m := make(map[string]*ast.Term, len(ids))
	for _, id := range ids {
		m[id] = ast.StringTerm(id)
	}
	return m
}

// value builds the input document directly, without JSON, and refuses words
// that no rule knows: a rule asked for "assertd" would not hold, in silence.
// targets are the keys of the regimes, capped the measures with a cap.
func (in *Input) value(known *vocabulary, targets map[string]uint32, capped []Capped) (ast.Value, error) {
	status, ok := statuses[in.Status]
	if !ok {
		return nil, fmt.Errorf("unknown status %q", in.Status)
	}
	stage, ok := stages[in.Stage]
	if in.Stage == "" {
		stage, ok = stages["unspecified"], true
	}
	if !ok {
		return nil, fmt.Errorf("unknown stage %q", in.Stage)
	}
	basis, ok := bases[in.DateBasis]
	if !ok {
		return nil, fmt.Errorf("unknown basis of the date %q", in.DateBasis)
	}
	for _, date := range []string{in.From, in.To} {
		if !isDate(date) {
			return nil, fmt.Errorf("the law date %q is not YYYY-MM-DD", date)
		}
	}
	if in.From > in.To {
		return nil, fmt.Errorf("the law date ends (%s) before it begins (%s)", in.To, in.From)
	}
	for _, p := range in.Parties {
		if err := p.Listed.check(targets); err != nil {
			return nil, fmt.Errorf("the %s: %w", p.Role, err)
		}
	}
	sanctioned, countries, others, listed := in.parties(known, targets)
	goods, keys := termNone, termUnnamed
	if len(in.Goods) > 0 {
		named, list := ast.NewObject(), []*ast.Term{keyAny}
		for _, g := range in.Goods {
			good := known.term(g)
			named.Insert(good, termTrue)
			list = append(list, good)
		}
		goods, keys = ast.NewTerm(named), ast.ArrayTerm(list...)
	}
	facts := termNone
	if len(in.Facts) > 0 {
		stated := ast.NewObject()
		for name, value := range in.Facts {
			stated.Insert(known.term(name), known.term(value))
		}
		facts = ast.NewTerm(stated)
	}
	quantity := in.quantities(capped)
	from := ast.StringTerm(in.From)
	to := from
	if in.To != in.From {
		to = ast.StringTerm(in.To)
	}
	return ast.NewObject(
		[2]*ast.Term{keyID, ast.StringTerm(in.ID)},
		[2]*ast.Term{keyCategory, known.term(in.Category)},
		[2]*ast.Term{keyActivity, known.term(in.Activity)},
		[2]*ast.Term{keyStatus, status},
		[2]*ast.Term{keyStage, stage},
		[2]*ast.Term{keyTargets, sanctioned},
		[2]*ast.Term{keyCountries, countries},
		[2]*ast.Term{keyOthers, others},
		[2]*ast.Term{keyGoods, goods},
		[2]*ast.Term{keyKeys, keys},
		[2]*ast.Term{keyFacts, facts},
		[2]*ast.Term{keyQuantity, quantity},
		[2]*ast.Term{keyListed, listed},
		[2]*ast.Term{keyDate, ast.ObjectTerm([2]*ast.Term{keyFrom, from}, [2]*ast.Term{keyTo, to})},
		[2]*ast.Term{keyDateBasis, basis},
		[2]*ast.Term{keySaidBy, known.term(in.saidBy())},
	), nil
}

// check refuses a listing that no rule would find, in silence.
func (l *Listing) check(targets map[string]uint32) error {
	switch {
	case l == nil:
		return nil
	case l.Regime == "" || !has(targets, l.Target):
		return fmt.Errorf("listed under %q with the key %q, which no regime of the catalogue has", l.Regime, l.Target)
	case matches[l.Match] == nil:
		return fmt.Errorf("unknown match %q with an entry of a list", l.Match)
	case len(l.Measures) == 0:
		return fmt.Errorf("listed under %q, and under no measure", l.Regime)
	}
	for _, m := range l.Measures {
		if listedBy[m] == nil {
			return fmt.Errorf("listed under the unknown measure %q", m)
		}
	}
	for _, date := range []string{l.From, l.Until} {
		if date != "" && !isDate(date) {
			return fmt.Errorf("the date of listing %q is not YYYY-MM-DD", date)
		}
	}
	if l.Until != "" && l.Until < l.From {
		return fmt.Errorf("the listing ends (%s) before it begins (%s)", l.Until, l.From)
	}
	return nil
}

// keys are what the catalogue's index has a party under: the sanctioned State
// that it is from, and the regime under which it is listed, for whose State it
// stands wherever it is from; "" for what it has not. One that is only possibly
// an entry stands for no State under the measures on that State.
func (in *Input) keys(p *Party, targets map[string]uint32) (state, listing string) {
	if has(targets, p.Country) {
		state = p.Country
	}
	l := p.Listed
	if l == nil || l.Target == state || l.Match == Possible && l.Target != l.Regime && in.Category != listedParties {
		return state, ""
	}
	return state, l.Target
}

// parties sorts the parties by what rules ask of them.
func (in *Input) parties(known *vocabulary, targets map[string]uint32) (sanctioned, countries, others, listed *ast.Term) {
	var all []*ast.Term
	byRole := ast.NewObject()
	others, listed = termNone, termNone
	for i := range in.Parties {
		p := &in.Parties[i]
		role := known.term(p.Role)
		state, listing := in.keys(p, targets)
		for _, key := range [...]string{state, listing} {
			if key != "" {
				all = append(all, ast.ObjectTerm([2]*ast.Term{keyRole, role}, [2]*ast.Term{keyKey, known.term(key)}))
			}
		}
		if p.Listed != nil {
			if listed == termNone {
				listed = ast.ObjectTerm()
			}
			p.Listed.add(known, listed, role)
		}
		if p.Country == "" {
			continue
		}
		country := known.term(p.Country)
		if t := byRole.Get(role); t != nil {
			t.Value.(ast.Object).Insert(country, termTrue)
		} else {
			byRole.Insert(role, ast.ObjectTerm([2]*ast.Term{country, termTrue}))
		}
		if !has(targets, p.Country) {
			others = withTrue(others, role)
		}
	}
	return ast.ArrayTerm(all...), ast.NewTerm(byRole), others, listed
}

// add puts the listing below its role, its regime and each of its measures, where
// those of other parties may stand already.
func (l *Listing) add(known *vocabulary, listed, role *ast.Term) {
	entry := ast.ObjectTerm(
		[2]*ast.Term{keyEntry, ast.StringTerm(l.Entry)},
		[2]*ast.Term{keyFrom, ast.StringTerm(l.From)},
		[2]*ast.Term{keyUntil, ast.StringTerm(l.Until)},
		[2]*ast.Term{keyMatch, matches[l.Match]})
	byMeasure := below(below(listed, role), known.term(l.Regime)).Value.(ast.Object)
	for _, m := range l.Measures {
		all := ast.NewArray()
		if t := byMeasure.Get(listedBy[m]); t != nil {
			all = t.Value.(*ast.Array)
		}
		byMeasure.Insert(listedBy[m], ast.NewTerm(all.Append(entry)))
	}
}

// below returns the object at key, made if it is not there.
func below(in, key *ast.Term) *ast.Term {
	object := in.Value.(ast.Object)
	t := object.Get(key)
	if t == nil {
		t = ast.ObjectTerm()
		object.Insert(key, t)
	}
	return t
}

// withTrue adds a key to a set, of which the empty one is shared.
func withTrue(set, key *ast.Term) *ast.Term {
	if set == termNone {
		return ast.ObjectTerm([2]*ast.Term{key, termTrue})
	}
	set.Value.(ast.Object).Insert(key, termTrue)
	return set
}

// quantities are the amounts by measure with a cap, of those in whose periods
// the law date lies.
func (in *Input) quantities(capped []Capped) *ast.Term {
	if len(capped) == 0 || len(in.Quantity) == 0 && len(in.Totals) == 0 {
		return termNone
	}
	out := ast.NewObject()
	for _, c := range capped {
		total, ok := in.Totals[c.Measure]
		if !ok {
			total = Total{in.Quantity, 1}
		}
		out.Insert(ast.StringTerm(c.Measure), ast.ObjectTerm(
			[2]*ast.Term{keyAlone, in.Quantity.term()},
			[2]*ast.Term{keyTotal, total.Amounts.term()},
			[2]*ast.Term{keyClaims, ast.IntNumberTerm(total.Claims)}))
	}
	return ast.NewTerm(out)
}

func (a Amounts) term() *ast.Term {
	out := ast.NewObject()
	for unit, amount := range a {
		out.Insert(ast.StringTerm(unit), ast.NumberTerm(json.Number(strconv.FormatFloat(amount, 'f', -1, 64))))
	}
	return ast.NewTerm(out)
}

// saidBy is whose statement it is, as the policies ask for it: "article", the
// kind of the last source, or "unnamed".
func (in *Input) saidBy() string {
	if !in.Attributed {
		return "article"
	}
	return cmp.Or(in.OriginKind, "unnamed")
}

// isDate checks the form only: the policies compare dates as strings.
func isDate(s string) bool {
	if len(s) != len("2006-01-02") {
		return false
	}
	for i, c := range []byte(s) {
		if i == 4 || i == 7 {
			if c != '-' {
				return false
			}
		} else if c < '0' || c > '9' {
			return false
		}
	}
	return true
}
