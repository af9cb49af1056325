package catalog

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/article41/article41/checker/strictyaml"
)

func (v *validator) regimes() {
	targets := map[string]string{}
	for _, s := range v.sources {
		if _, ok := v.c.keys.regimes[s.regime]; s.regime != "" && !ok {
			v.fail(strictyaml.Pos{File: s.name}, "", -1, "the folder has no %s with the id %q", regimeFile, s.regime)
		}
	}
	for i, r := range v.c.Regimes {
		v.id(r.Pos, "regime", r.ID, '-', v.c.keys.regimes[r.ID] == i)
		v.text(r.Pos, "title", r.Title)
		if folder := path.Base(path.Dir(r.Pos.File)); r.ID != folder {
			v.fail(r.Pos, "id", -1, "regime %q is in the folder %q; the two must agree", r.ID, folder)
		}
		if other, taken := targets[r.Target]; r.Target == "" {
			// No State is sanctioned as such.
		} else if len(r.Target) != 2 || strings.Trim(r.Target, capitals) != "" {
			v.fail(r.Pos, "target", -1, "target is %q; write an ISO 3166-1 code of two capitals", r.Target)
		} else if taken {
			v.fail(r.Pos, "target", -1, "target %q already belongs to the regime %q", r.Target, other)
		}
		targets[r.Target] = r.ID
		if r.List != nil {
			v.list(&v.c.Regimes[i])
		}
		if r.CheckedAt == "" {
			v.fail(r.Pos, "checked_at", -1, "checked_at is empty; write a real date as YYYY-MM-DD")
		}
		v.date(r.Pos, "checked_at", r.CheckedAt)
		v.provisions(r.Pos, r.Provisions, "")
		v.exemptions(r.Exemptions, r.Provisions, nil)
		for _, e := range r.Exemptions {
			if e.From == "" {
				v.fail(e.Pos, "", -1, "exemption %q of a regime needs the key \"from\": it covers measures of different dates", e.ID)
			}
			if len(e.Law) == 0 {
				v.fail(e.Pos, "", -1, "exemption %q of a regime needs the key \"law\"", e.ID)
			}
		}
	}
}

const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// list checks a regime's part of the Consolidated List. A prefix or type of two
// regimes would leave it to chance which law an entry is under.
func (v *validator) list(r *Regime) {
	l := r.List
	v.text(l.Pos, "type", l.Type)
	if other, _ := v.c.RegimeOfListType(l.Type); other != r {
		v.fail(l.Pos, "type", -1, "type %q already belongs to the regime %q", l.Type, other.ID)
	}
	kinds := map[string]bool{}
	for i, prefix := range l.Prefixes {
		letters, kind := prefix[:max(0, len(prefix)-1)], prefix[max(0, len(prefix)-1):]
		if len(letters) != 2 || strings.Trim(letters, capitals) != "" || kind != individual && kind != entity {
			v.fail(l.Pos, "prefixes", i, "prefix is %q; write two capitals and i or e, like \"KPi\"", prefix)
			continue
		}
		if other, _ := v.c.ListedUnder(prefix); other != r {
			v.fail(l.Pos, "prefixes", i, "prefix %q already belongs to the regime %q", prefix, other.ID)
		} else if slices.Index(l.Prefixes, prefix) < i {
			v.fail(l.Pos, "prefixes", i, "prefix %q is listed twice", prefix)
		}
		kinds[kind] = true
	}
	if len(l.Prefixes) == 0 {
		v.fail(l.Pos, "prefixes", -1, "the list has no prefixes; no entry could be of it")
	}
	for _, of := range []struct {
		key, kind string
		measures  []string
	}{{"individuals", individual, l.Individuals}, {"entities", entity, l.Entities}} {
		v.once(l.Pos, of.key, of.measures)
		switch {
		case kinds[of.kind] && len(of.measures) == 0:
			v.fail(l.Pos, of.key, -1, "%s are under no measure, but a prefix ends in %q", of.key, of.kind)
		case !kinds[of.kind] && len(of.measures) > 0:
			v.fail(l.Pos, of.key, -1, "no prefix ends in %q, so leave %s out", of.kind, of.key)
		}
	}
	for _, reference := range sortedKeys(l.Entries) {
		prefix, number, _ := strings.Cut(reference, ".")
		at := v.locate(l.Pos, "entries", -1)
		if !slices.Contains(l.Prefixes, prefix) || len(number) != 3 || strings.Trim(number, "0123456789") != "" {
			v.fail(at, reference, -1, "entry %q is no reference number with one of the prefixes %s", reference, strings.Join(l.Prefixes, ", "))
		}
		if len(l.Entries[reference]) == 0 {
			v.fail(at, reference, -1, "entry %q is under no measure", reference)
		}
		v.once(at, reference, l.Entries[reference])
	}
}

// once checks that no measure of the list at key is given twice.
func (v *validator) once(p strictyaml.Pos, key string, measures []string) {
	for i, m := range measures {
		if slices.Index(measures, m) < i {
			v.fail(p, key, i, "measure %q is listed twice", m)
		}
	}
}

func (v *validator) instruments() {
	for i, in := range v.c.Instruments {
		v.text(in.Pos, "title", in.Title)
		number, year, ok := parseSymbol(in.ID)
		if !ok || in.ID != symbolPrefix+number+" ("+year+")" {
			v.fail(in.Pos, "id", -1, "instrument %q must read like \"S/RES/2397 (2017)\"", in.ID)
			continue
		}
		if v.c.keys.instruments[number] != i {
			v.fail(in.Pos, "id", -1, "instrument %q is listed twice", in.ID)
		}
		if in.Adopted == "" || v.date(in.Pos, "adopted", in.Adopted) && !strings.HasPrefix(in.Adopted, year+"-") {
			v.fail(in.Pos, "adopted", -1, "adopted is %q; it must be a date in %s, the year of the symbol", in.Adopted, year)
		}
		if want := "https://undocs.org/en/" + symbolPrefix + number + "(" + year + ")"; in.URL != want {
			v.fail(in.Pos, "url", -1, "url is %q; it must be %q", in.URL, want)
		}
	}
}

func (v *validator) measures() {
	aliases := map[string]bool{}
	for i := range v.c.Measures {
		m := &v.c.Measures[i]
		v.id(m.Pos, "measure", m.ID, '-', v.c.keys.measures[m.ID] == i)
		if !strings.HasPrefix(m.ID, m.Regime+"-") {
			v.fail(m.Pos, "id", -1, "measure %q must begin with its regime, %q", m.ID, m.Regime+"-")
		}
		for j, a := range m.Aliases {
			if k, ok := v.c.keys.measures[a]; aliases[a] || !ok || k != i || a == m.ID {
				v.fail(m.Pos, "aliases", j, "alias %q already names a measure", a)
			}
			aliases[a] = true
		}
		v.text(m.Pos, "title", m.Title)
		v.text(m.Pos, "summary", m.Summary)
		v.scope(m)
		v.dates(m)
		v.provisions(m.Pos, m.Provisions, m.From)
		var regimeWide []Exemption
		if r, ok := v.c.Regime(m.Regime); ok {
			regimeWide = r.Exemptions
		}
		v.exemptions(m.Exemptions, m.Provisions, regimeWide)
		rests := "obligation"
		if m.Kind != "" {
			rests = "exemption"
		}
		if !slices.ContainsFunc(m.Provisions, func(p Provision) bool { return p.Role == rests || m.Kind == "power" && p.Role == "obligation" }) {
			v.fail(m.Pos, "provisions", -1, "measure %q has no provision with the role %s", m.ID, rests)
		}
	}
}

// scope checks whom and what a measure covers.
func (v *validator) scope(m *Measure) {
	keys := v.c.keys
	_, categoryKnown := keys.categories[m.Category]
	if !categoryKnown {
		v.known(m.Pos, "category", "category", "categories", []string{m.Category}, keys.categories)
	} else if file := strings.TrimSuffix(path.Base(m.Pos.File), ".yaml"); file != m.Category {
		v.fail(m.Pos, "category", -1, "measure %q of the category %q belongs in %s.yaml", m.ID, m.Category, m.Category)
	}
	if len(m.Bound) == 0 {
		v.fail(m.Pos, "bound", -1, "measure %q binds nobody", m.ID)
	}
	if permits := m.Strength == "permits"; permits != (m.Kind != "") {
		v.fail(m.Pos, "strength", -1, "the strength permits belongs to measures of a kind, exemption or power, and only to them")
	}
	if m.Kind != "" {
		if len(m.Activities) > 0 || len(m.TargetRoles) > 0 {
			v.fail(m.Pos, "kind", -1, "measure %q is of the kind %s: no claim can meet it, so leave out activities and target_roles", m.ID, m.Kind)
		}
		return
	}
	if _, ok := v.c.Severity[m.Gravity]; !ok {
		v.fail(m.Pos, "gravity", -1, "unknown gravity %q; the gravities: %s", m.Gravity, strings.Join(sortedKeys(v.c.Severity), ", "))
	}
	v.known(m.Pos, "goods", "goods", "goods", m.Goods, keys.goods)
	v.known(m.Pos, "target_roles", "role", "roles", m.TargetRoles, keys.roles)
	v.known(m.Pos, "activities", "activity", "activities", m.Activities, keys.activities)
	if len(m.Activities) == 0 {
		v.fail(m.Pos, "activities", -1, "measure %q has no activities; no claim could meet it", m.ID)
	}
	if len(m.TargetRoles) == 0 {
		v.fail(m.Pos, "target_roles", -1, "measure %q has no target_roles; no claim could meet it", m.ID)
	}
	filled, allKnown := map[string]bool{}, len(m.Activities) > 0
	for i, id := range m.Activities {
		a, ok := v.c.Activity(id)
		if !ok {
			allKnown = false
			continue
		}
		if categoryKnown && a.Category != m.Category && !slices.Contains(a.Also, m.Category) {
			v.fail(m.Pos, "activities", i, "activity %q belongs to the category %q, the measure to %q; if both fit, add the category to the activity's also", id, a.Category, m.Category)
		}
		if !slices.ContainsFunc(a.Roles, func(r string) bool { return slices.Contains(m.TargetRoles, r) }) {
			v.fail(m.Pos, "activities", i, "activity %q has none of the target_roles, so no claim of it could meet the measure; its roles: %s", id, strings.Join(a.Roles, ", "))
		}
		for _, r := range a.Roles {
			filled[r] = true
		}
	}
	for i, r := range m.TargetRoles {
		if _, ok := keys.roles[r]; ok && allKnown && !filled[r] {
			v.fail(m.Pos, "target_roles", i, "role %q is not a role of any of the measure's activities", r)
		}
	}
	for i, c := range m.Caps {
		if c.Amount <= 0 {
			v.fail(c.Pos, "amount", -1, "cap %d is %d; it must be more than 0", i+1, c.Amount)
		}
		v.text(c.Pos, "unit", c.Unit)
		v.span(c.Pos, "from", c.From, "until", c.Until)
	}
}

func (v *validator) dates(m *Measure) {
	if m.From == "" {
		v.fail(m.Pos, "from", -1, "from is empty; write a real date as YYYY-MM-DD")
		return
	}
	if !v.date(m.Pos, "from", m.From) {
		return
	}
	until := v.date(m.Pos, "until", m.Until)
	if until && m.Until < m.From {
		v.fail(m.Pos, "until", -1, "until %s is before from %s", m.Until, m.From)
	}
	if v.date(m.Pos, "renewed_until", m.RenewedUntil) {
		if m.RenewedUntil < m.From {
			v.fail(m.Pos, "renewed_until", -1, "renewed_until %s is before from %s", m.RenewedUntil, m.From)
		}
		if m.Until != "" {
			v.fail(m.Pos, "renewed_until", -1, "renewed_until is for measures that have not ended; this one has, on %s", m.Until)
		}
	}
	if !v.date(m.Pos, "wind_down_until", m.WindDownUntil) {
		return
	}
	if m.WindDownUntil < m.From {
		v.fail(m.Pos, "wind_down_until", -1, "wind_down_until %s is before from %s", m.WindDownUntil, m.From)
	}
	if until && m.Until < m.WindDownUntil {
		v.fail(m.Pos, "until", -1, "until %s is before wind_down_until %s", m.Until, m.WindDownUntil)
	}
}

// provisions checks a list of paragraphs. An obligation cannot bind before its
// resolution was adopted; paragraphs in other roles may be later than from.
func (v *validator) provisions(at strictyaml.Pos, all []Provision, from string) {
	for i, p := range all {
		v.text(p.Pos, "says", p.Says)
		if para, ok := canonicalParagraph(p.Paragraph); !ok || para != p.Paragraph {
			v.fail(p.Pos, "paragraph", -1, "paragraph is %q; write it like \"8\" or \"8 (a) (i)\"", p.Paragraph)
		}
		in, ok := v.c.Instrument(p.Instrument)
		if !ok || in.ID != p.Instrument {
			v.fail(p.Pos, "instrument", -1, "%v", unknown("instrument", "instruments", p.Instrument, v.c.symbols()))
			continue
		}
		if p.Role == "obligation" && from != "" && in.Adopted > from {
			v.fail(p.Pos, "role", -1, "%s was adopted on %s, after the measure's first day %s; an obligation cannot be", in.ID, in.Adopted, from)
		}
		if slices.IndexFunc(all, func(o Provision) bool {
			return o.Instrument == p.Instrument && o.Paragraph == p.Paragraph
		}) < i {
			v.fail(p.Pos, "paragraph", -1, "%s is listed twice", p.Label())
		}
	}
}

// exemptions checks the exemptions of a measure, which must not take an id of
// its regime's, or of a regime.
func (v *validator) exemptions(all []Exemption, provisions []Provision, taken []Exemption) {
	for i, e := range all {
		same := func(o Exemption) bool { return o.ID == e.ID }
		v.id(e.Pos, "exemption", e.ID, '-', slices.IndexFunc(all, same) == i && !slices.ContainsFunc(taken, same))
		v.text(e.Pos, "label", e.Label)
		if e.Fact != "" {
			v.known(e.Pos, "fact", "fact", "facts", []string{e.Fact}, v.c.keys.facts)
		}
		v.span(e.Pos, "from", e.From, "until", e.Until)
		for j, law := range e.Law {
			if !slices.ContainsFunc(provisions, func(p Provision) bool { return p.key() == law }) {
				v.fail(e.Pos, "law", j, "exemption %q rests on %q, which is not among the provisions beside it", e.ID, law)
			}
		}
	}
}

// supersession checks that a measure that gave way to another one leaves no
// gap and no overlap, so that every date has one answer.
func (v *validator) supersession() {
	for i := range v.c.Measures {
		m := &v.c.Measures[i]
		if m.SupersededBy == "" {
			continue
		}
		next, ok := v.c.Measure(m.SupersededBy)
		if !ok {
			v.fail(m.Pos, "superseded_by", -1, "unknown measure %q%s", m.SupersededBy, didYouMean(m.SupersededBy, sortedKeys(v.c.keys.measures)))
			continue
		}
		seen := next
		for range v.c.Measures {
			if seen == nil || seen == m {
				break
			}
			seen, _ = v.c.Measure(seen.SupersededBy)
		}
		if seen == m {
			v.fail(m.Pos, "superseded_by", -1, "measure %q supersedes itself through %q", m.ID, m.SupersededBy)
			continue
		}
		last, err := time.Parse(time.DateOnly, m.Until)
		if err != nil {
			if m.Until == "" {
				v.fail(m.Pos, "superseded_by", -1, "measure %q is superseded but has no last day; add until", m.ID)
			}
			continue
		}
		day := last.AddDate(0, 0, 1).Format(time.DateOnly)
		switch {
		case next.From == day:
		case len(m.Goods) > 0 && len(next.Goods) == 0 && next.InForce(day):
			// A rule for some goods may end in a wider one that was there before.
		default:
			v.fail(m.Pos, "until", -1, "measure %q ends on %s, so %q must start on %s; it starts on %s", m.ID, m.Until, next.ID, day, cmp.Or(next.From, "no date"))
		}
	}
}

func (v *validator) notProhibited() {
	ids := map[[2]string]bool{}
	for i, n := range v.c.NotProhibited {
		v.id(n.Pos, "entry", n.ID, '-', !ids[[2]string{n.Regime, n.ID}])
		ids[[2]string{n.Regime, n.ID}] = true
		v.text(n.Pos, "title", n.Title)
		v.text(n.Pos, "why", n.Why)
		v.known(n.Pos, "activities", "activity", "activities", n.Activities, v.c.keys.activities)
		if len(n.Activities) == 0 {
			v.fail(n.Pos, "activities", -1, "entry %q has no activities", n.ID)
		}
		for j, a := range n.Activities {
			if v.c.keys.notProhibited[[2]string{v.c.key(n.Regime), a}] != i {
				v.fail(n.Pos, "activities", j, "activity %q is already in another entry", a)
			}
			if n.ReviewedUnder != "" {
				if m, ok := v.c.Measure(n.ReviewedUnder); !ok || !slices.Contains(m.Activities, a) {
					v.fail(n.Pos, "reviewed_under", -1, "no measure %q covers the activity %q", n.ReviewedUnder, a)
				}
				continue
			}
			for k := range v.c.Measures {
				m := &v.c.Measures[k]
				if m.Regime == n.Regime && slices.Contains(m.Activities, a) {
					v.fail(n.Pos, "activities", j, "activity %q is not prohibited here, but the measure %q covers it", a, m.ID)
				}
			}
		}
		v.provisions(n.Pos, n.Watch, "")
	}
}

// verification checks that a paragraph is as sure in one place as in another.
func (v *validator) verification() {
	first := map[string]Provision{}
	check := func(all []Provision) {
		for _, p := range all {
			was, ok := first[p.key()]
			if !ok {
				first[p.key()] = p
			} else if was.Verification != p.Verification {
				v.fail(p.Pos, "verification", -1, "%s is %s here and %s at %s", p.Label(), p.Verification, was.Verification, was.Pos)
			}
		}
	}
	for _, r := range v.c.Regimes {
		check(r.Provisions)
	}
	for i := range v.c.Measures {
		check(v.c.Measures[i].Provisions)
	}
	for _, n := range v.c.NotProhibited {
		check(n.Watch)
	}
}
