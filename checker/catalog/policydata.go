package catalog

import (
	"cmp"
	"slices"
	"strings"
)

// Keys of the index beside the ids of goods. A claim is looked up under
// AnyGoods and under the goods that it names, or UnnamedGoods if it names none.
const (
	AnyGoods     = "any"     // measures that cover whatever is supplied
	UnnamedGoods = "unnamed" // measures that cover certain goods only
)

// PolicyData is the document `data.catalog` that the policies read, keyed so
// that they look measures up instead of scanning them: index[key of the regime]
// [activity][role of the sanctioned State or listed party][goods][measure id] is
// the measure. Each call
// builds a new one, because OPA's store keeps what it is given. Sets are objects
// of true.
//
// A measure for certain goods is found under those, the narrower ones within
// them and the wider ones around them: what the text calls oil may be crude.
//
// Withdrawn measures, exemptions and powers are left out. Exemptions and
// caps of the others carry concrete dates: the measure's where they have none.
func (c *Catalogue) PolicyData() map[string]any {
	index, notProhibited, targets := map[string]any{}, map[string]any{}, map[string]any{}
	for _, r := range c.Regimes {
		targets[r.Key()] = r.ID
		index[r.Key()] = map[string]any{}
		notProhibited[r.Key()] = map[string]any{}
	}
	for _, n := range c.NotProhibited {
		if n.ReviewedUnder != "" {
			continue
		}
		for _, a := range n.Activities {
			object(notProhibited, c.key(n.Regime))[a] = map[string]any{"id": n.ID, "text": n.Title + ": " + n.Why}
		}
	}
	measures := make(map[string]any, len(c.Measures))
	for i := range c.Measures {
		m := &c.Measures[i]
		if m.Deprecated || m.Kind != "" {
			continue
		}
		target := c.key(m.Regime)
		data := c.measureData(m, target)
		measures[m.ID] = data
		goods := []string{AnyGoods}
		if len(m.Goods) > 0 {
			goods = append(c.withWider(c.withNarrower(m.Goods)), UnnamedGoods)
		}
		for _, a := range m.Activities {
			for _, r := range m.TargetRoles {
				byGoods := object(object(object(index, target), a), r)
				for _, g := range goods {
					object(byGoods, g)[m.ID] = data
				}
			}
		}
	}
	return map[string]any{
		"index":          index,
		"not_prohibited": notProhibited,
		"targets":        targets,
		"measures":       measures,
	}
}

func (c *Catalogue) measureData(m *Measure, target string) map[string]any {
	exemptions := map[string]any{}
	for _, e := range m.Exemptions {
		if e.Fact == "" {
			continue
		}
		object(exemptions, e.Fact)[e.ID] = map[string]any{
			"from":  cmp.Or(e.From, m.From),
			"until": cmp.Or(e.Until, m.LastDay()),
		}
	}
	provisions := map[string]any{}
	for i, p := range m.Provisions {
		list, _ := provisions[p.Role].([]any)
		provisions[p.Role] = append(list, i)
	}
	severities := make(map[string]any, len(c.Severity[m.Gravity]))
	for verdict, severity := range c.Severity[m.Gravity] {
		severities[verdict] = severity
	}
	data := map[string]any{
		"category":        m.Category,
		"package":         strings.ReplaceAll(m.Category, "-", "_"),
		"strength":        m.Strength,
		"gravity":         m.Gravity,
		"severity":        severities,
		"direction":       m.Direction,
		"target":          target,
		"target_roles":    set(m.TargetRoles),
		"from":            m.From,
		"until":           m.LastDay(),
		"wind_down_until": m.WindDownUntil,
		"exemptions":      exemptions,
		"provisions":      provisions,
		"bound":           set(m.Bound),
		"superseded_by":   m.SupersededBy,
		"renewed_until":   cmp.Or(m.RenewedUntil, endOfTime),
	}
	if len(m.Goods) > 0 {
		data["goods"] = set(c.withNarrower(m.Goods))
	}
	if len(m.Caps) > 0 {
		caps := make([]any, len(m.Caps))
		for i, cp := range m.Caps {
			caps[i] = map[string]any{"amount": cp.Amount, "unit": cp.Unit, "per": cp.Per,
				"from": cmp.Or(cp.From, m.From), "until": cmp.Or(cp.Until, m.LastDay())}
		}
		data["caps"] = caps
	}
	return data
}

// withNarrower adds every class of goods under the given ones.
func (c *Catalogue) withNarrower(ids []string) []string {
	in := map[string]bool{}
	for _, id := range ids {
		in[id] = true
	}
	out := append([]string(nil), ids...)
	for grown := true; grown; {
		grown = false
		for _, g := range c.Vocabulary.Goods {
			if g.Under != "" && in[g.Under] && !in[g.ID] {
				in[g.ID] = true
				out = append(out, g.ID)
				grown = true
			}
		}
	}
	return out
}

// withWider adds the classes that the given ones lie under.
func (c *Catalogue) withWider(ids []string) []string {
	out := append([]string(nil), ids...)
	for i := 0; i < len(out); i++ {
		g, ok := lookUp(c.Vocabulary.Goods, c.keys.goods, out[i])
		if ok && g.Under != "" && !slices.Contains(out, g.Under) {
			out = append(out, g.Under)
		}
	}
	return out
}

func (c *Catalogue) key(regime string) string {
	r, ok := c.Regime(regime)
	if !ok {
		return ""
	}
	return r.Key()
}

// object returns the object at key, made if it is not there.
func object(in map[string]any, key string) map[string]any {
	o, ok := in[key].(map[string]any)
	if !ok {
		o = map[string]any{}
		in[key] = o
	}
	return o
}

func set(ids []string) map[string]any {
	out := make(map[string]any, len(ids))
	for _, id := range ids {
		out[id] = true
	}
	return out
}
