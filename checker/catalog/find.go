package catalog

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ClaimTerms are the words of a claim that must come from the catalogue.
type ClaimTerms struct {
	Category, Activity  string
	Roles, Goods, Facts []string
}

// CheckClaim reports every word of a claim that the catalogue does not know,
// a category that is not the activity's, and roles the activity does not have.
func (c *Catalogue) CheckClaim(cl ClaimTerms) error {
	var errs []error
	known := func(what, plural, id string, keys map[string]int) bool {
		if _, ok := keys[id]; ok {
			return true
		}
		errs = append(errs, unknown(what, plural, id, sortedKeys(keys)))
		return false
	}
	categoryKnown := cl.Category == None || known("category", "categories", cl.Category, c.keys.categories)
	if known("activity", "activities", cl.Activity, c.keys.activities) {
		a, _ := c.Activity(cl.Activity)
		if categoryKnown && a.Category != cl.Category {
			errs = append(errs, fmt.Errorf("activity %q belongs to the category %q, not %q", a.ID, a.Category, cl.Category))
		}
		for _, r := range cl.Roles {
			if known("role", "roles", r, c.keys.roles) && !slices.Contains(a.Roles, r) {
				errs = append(errs, fmt.Errorf("activity %q has no role %q; its roles: %s", a.ID, r, strings.Join(a.Roles, ", ")))
			}
		}
	} else {
		for _, r := range cl.Roles {
			known("role", "roles", r, c.keys.roles)
		}
	}
	for _, g := range cl.Goods {
		if id, ok := c.goodsCalled(g); ok {
			errs = append(errs, fmt.Errorf("unknown goods %q; it is a name for %q: write the id, and the text's own word as name", g, id))
			continue
		}
		known("goods", "goods", g, c.keys.goods)
	}
	for _, f := range cl.Facts {
		known("fact", "facts", f, c.keys.facts)
	}
	return errors.Join(errs...)
}

// goodsCalled returns the class of goods that has this synonym.
func (c *Catalogue) goodsCalled(name string) (id string, ok bool) {
	if _, isID := c.keys.goods[name]; isID {
		return "", false
	}
	for _, g := range c.Vocabulary.Goods {
		if slices.ContainsFunc(g.Synonyms, func(s string) bool { return strings.EqualFold(s, name) }) {
			return g.ID, true
		}
	}
	return "", false
}

// Find returns the measures that a reference concerns, in catalogue order: a
// measure id or alias, a category, an activity, a regime, a provision in any
// form of ParseProvision (a paragraph includes its sub-paragraphs), or a whole
// instrument. It never returns an empty list without an error.
func (c *Catalogue) Find(ref string) ([]*Measure, error) {
	ref = strings.TrimSpace(ref)
	if m, ok := c.Measure(ref); ok {
		return []*Measure{m}, nil
	}
	if _, ok := c.Category(ref); ok {
		return c.found(fmt.Sprintf("category %q", ref), func(m *Measure) bool { return m.Category == ref })
	}
	if _, ok := c.Activity(ref); ok {
		return c.found(fmt.Sprintf("activity %q", ref), func(m *Measure) bool { return slices.Contains(m.Activities, ref) })
	}
	if _, ok := c.Regime(ref); ok {
		return c.found(fmt.Sprintf("regime %q", ref), func(m *Measure) bool { return m.Regime == ref })
	}
	if in, ok := c.Instrument(ref); ok {
		return c.found(in.ID, func(m *Measure) bool { return cites(m, in.ID, "") })
	}
	symbol, paragraph, err := ParseProvision(ref)
	if err != nil {
		ids := append(sortedKeys(c.keys.measures), sortedKeys(c.keys.categories)...)
		return nil, fmt.Errorf("%q is no measure, category, activity, regime, instrument or provision%s", ref, didYouMean(ref, ids))
	}
	in, ok := c.Instrument(symbol)
	if !ok {
		return nil, fmt.Errorf("no instrument %s in the catalogue; it has: %s", symbol, strings.Join(c.symbols(), ", "))
	}
	return c.found(in.ID+", para. "+paragraph, func(m *Measure) bool { return cites(m, in.ID, paragraph) })
}

func (c *Catalogue) found(what string, match func(*Measure) bool) ([]*Measure, error) {
	var out []*Measure
	for i := range c.Measures {
		if match(&c.Measures[i]) {
			out = append(out, &c.Measures[i])
		}
	}
	if out == nil {
		return nil, fmt.Errorf("no measure is encoded for %s", what)
	}
	return out, nil
}

// cites reports whether m rests on a paragraph, one of its sub-paragraphs or,
// when paragraph is empty, any part of the instrument.
func cites(m *Measure, instrument, paragraph string) bool {
	return slices.ContainsFunc(m.Provisions, func(p Provision) bool {
		return p.Instrument == instrument &&
			(paragraph == "" || p.Paragraph == paragraph || strings.HasPrefix(p.Paragraph, paragraph+" ("))
	})
}

func (c *Catalogue) symbols() []string {
	out := make([]string, len(c.Instruments))
	for i, in := range c.Instruments {
		out[i] = in.ID
	}
	return out
}

func unknown(what, plural, id string, known []string) error {
	hint := cmp.Or(didYouMean(id, known), ";")
	return fmt.Errorf("unknown %s %q%s known %s: %s", what, id, hint, plural, strings.Join(known, ", "))
}

// didYouMean names the nearest known id when it is near enough to be a slip of
// the hand rather than another word.
func didYouMean(id string, known []string) string {
	if len(id) > 64 {
		return "" // no id is that long, and distance is quadratic
	}
	best, least := "", max(2, len(id)/3)+1
	for _, k := range known {
		if d := distance(id, k); d < least {
			best, least = k, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", best)
}

// distance is the Levenshtein distance in bytes; ids are ASCII.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
