package catalog

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/article41/article41/checker/strictyaml"
	"gopkg.in/yaml.v3"
)

// Verdicts and severities of severity.yaml.
var (
	verdicts   = []string{"breach_indicated", "breach_possible", "watch", "exempt_if_verified", "counterclaim", "mention"}
	severities = []string{"critical", "high", "medium", "low", "info"}
)

// maxMistakes bounds the report on a hostile file; the rest are counted.
const maxMistakes = 100

// validator checks what the form of the files cannot: ids that refer to one
// another, dates, and the sense of a measure.
type validator struct {
	c       *Catalogue
	sources []*source
	found   []*strictyaml.Error
	more    int
}

func (v *validator) run() {
	v.categories()
	v.vocabulary()
	v.severity()
	v.regimes()
	v.instruments()
	v.measures()
	v.supersession()
	v.notProhibited()
	v.verification()
}

// err joins the mistakes in the order of the files.
func (v *validator) err() error {
	slices.SortStableFunc(v.found, func(a, b *strictyaml.Error) int {
		if d := strings.Compare(a.Pos.File, b.Pos.File); d != 0 {
			return d
		}
		if d := a.Pos.Line - b.Pos.Line; d != 0 {
			return d
		}
		return a.Pos.Column - b.Pos.Column
	})
	errs := make([]error, 0, len(v.found)+1)
	for _, e := range v.found {
		errs = append(errs, e)
	}
	if v.more > 0 {
		errs = append(errs, fmt.Errorf("and %d more mistakes", v.more))
	}
	return errors.Join(errs...)
}

// fail records a mistake at a key of the mapping at p, or at an item of the
// list there when item is not negative; with no key, at the mapping itself.
func (v *validator) fail(p strictyaml.Pos, key string, item int, format string, args ...any) {
	if len(v.found) >= maxMistakes {
		v.more++
		return
	}
	v.found = append(v.found, strictyaml.Errorf(v.locate(p, key, item), format, args...))
}

// locate finds the place of a value; structs only know where they begin.
func (v *validator) locate(p strictyaml.Pos, key string, item int) strictyaml.Pos {
	i := slices.IndexFunc(v.sources, func(s *source) bool { return s.name == p.File })
	if key == "" || i < 0 {
		return p
	}
	n := child(mappingAt(v.sources[i].tree(), p), key)
	if n != nil && n.Kind == yaml.SequenceNode && item >= 0 && item < len(n.Content) {
		n = n.Content[item]
	}
	if n == nil {
		return p
	}
	return strictyaml.Pos{File: p.File, Line: n.Line, Column: n.Column}
}

func mappingAt(n *yaml.Node, p strictyaml.Pos) *yaml.Node {
	if n.Kind == yaml.MappingNode && n.Line == p.Line && n.Column == p.Column {
		return n
	}
	for _, c := range n.Content {
		if found := mappingAt(c, p); found != nil {
			return found
		}
	}
	return nil
}

func child(n *yaml.Node, key string) *yaml.Node {
	if n == nil {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// id checks the form of an id and that no earlier entry has it.
func (v *validator) id(p strictyaml.Pos, what, id string, sep byte, first bool) {
	switch {
	case !isID(id, sep):
		v.fail(p, "id", -1, "%s id %q must be lower-case words joined by %q", what, id, sep)
	case !first:
		v.fail(p, "id", -1, "%s %q is listed twice", what, id)
	}
}

// isID reports whether s is lower-case letters and digits in words joined by
// sep, beginning with a letter.
func isID(s string, sep byte) bool {
	if s == "" || len(s) > 64 || s[0] < 'a' || s[0] > 'z' || s[len(s)-1] == sep {
		return false
	}
	for i := range len(s) {
		c := s[i]
		if c == sep && s[i-1] != sep || 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
			continue
		}
		return false
	}
	return true
}

// text checks that words meant for a reader are there.
func (v *validator) text(p strictyaml.Pos, key, s string) {
	if strings.TrimSpace(s) == "" {
		v.fail(p, key, -1, "%s is empty", key)
	}
}

// known checks that each id of the list at key is known and given once.
func (v *validator) known(p strictyaml.Pos, key, what, plural string, ids []string, keys map[string]int) {
	for i, id := range ids {
		if _, ok := keys[id]; !ok {
			v.fail(p, key, i, "%v", unknown(what, plural, id, sortedKeys(keys)))
		} else if slices.Index(ids, id) < i {
			v.fail(p, key, i, "%s %q is listed twice", what, id)
		}
	}
}

// date checks an optional date and says whether it can be compared.
func (v *validator) date(p strictyaml.Pos, key, s string) bool {
	if s == "" {
		return false
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		v.fail(p, key, -1, "%s is %q; write a real date as YYYY-MM-DD", key, s)
		return false
	}
	return true
}

// span checks that the dates at two keys are real and in order.
func (v *validator) span(p strictyaml.Pos, firstKey, first, lastKey, last string) {
	if v.date(p, firstKey, first) && v.date(p, lastKey, last) && last < first {
		v.fail(p, lastKey, -1, "%s %s is before %s %s", lastKey, last, firstKey, first)
	}
}

func (v *validator) categories() {
	for i, x := range v.c.Categories {
		v.id(x.Pos, "category", x.ID, '-', v.c.keys.categories[x.ID] == i)
		if x.ID == None {
			v.fail(x.Pos, "id", -1, "%q is the category of activities that no measure prohibits; choose another id", None)
		}
		v.text(x.Pos, "title", x.Title)
		v.text(x.Pos, "about", x.About)
	}
}

func (v *validator) vocabulary() {
	voc, keys := v.c.Vocabulary, v.c.keys
	for i, x := range voc.Activities {
		v.id(x.Pos, "activity", x.ID, '_', keys.activities[x.ID] == i)
		v.text(x.Pos, "title", x.Title)
		if x.Category != None {
			v.known(x.Pos, "category", "category", "categories", []string{x.Category}, keys.categories)
		}
		v.known(x.Pos, "also", "category", "categories", x.Also, keys.categories)
		v.known(x.Pos, "roles", "role", "roles", x.Roles, keys.roles)
		if len(x.Roles) == 0 {
			v.fail(x.Pos, "roles", -1, "activity %q has no roles; a claim of it could name no party", x.ID)
		}
	}
	for i, x := range voc.Roles {
		v.id(x.Pos, "role", x.ID, '_', keys.roles[x.ID] == i)
		v.text(x.Pos, "title", x.Title)
	}
	for i, x := range voc.Facts {
		v.id(x.Pos, "fact", x.ID, '_', keys.facts[x.ID] == i)
		v.text(x.Pos, "title", x.Title)
	}
	for i, x := range voc.Goods {
		v.id(x.Pos, "goods", x.ID, '_', keys.goods[x.ID] == i)
		v.text(x.Pos, "title", x.Title)
		if x.ID == AnyGoods || x.ID == UnnamedGoods {
			v.fail(x.Pos, "id", -1, "%q is a key of the index, not a class of goods; choose another id", x.ID)
		}
		for j, hs := range x.HS {
			if strings.Trim(hs, "0123456789") != "" || len(hs) != 2 && len(hs) != 4 && len(hs) != 6 {
				v.fail(x.Pos, "hs", j, "hs is %q; write a Harmonized System chapter or heading as 2, 4 or 6 digits", hs)
			}
		}
		if x.Under == "" {
			continue
		}
		v.known(x.Pos, "under", "goods", "goods", []string{x.Under}, keys.goods)
		wider := x.Under
		for range voc.Goods {
			if wider == x.ID {
				v.fail(x.Pos, "under", -1, "goods %q lie under themselves", x.ID)
				break
			}
			if k, ok := keys.goods[wider]; ok {
				wider = voc.Goods[k].Under
			}
		}
	}
}

func (v *validator) severity() {
	p := strictyaml.Pos{File: severityFile, Line: 1, Column: 1}
	table := p
	var rows *yaml.Node
	if i := slices.IndexFunc(v.sources, func(s *source) bool { return s.name == severityFile }); i >= 0 {
		rows = child(v.sources[i].tree(), "severity") // a few lines
	}
	if rows != nil {
		table = strictyaml.Pos{File: p.File, Line: rows.Line, Column: rows.Column}
	}
	if len(v.c.Severity) == 0 {
		v.fail(table, "", -1, "severity has no gravity")
	}
	for _, gravity := range sortedKeys(v.c.Severity) {
		row := v.c.Severity[gravity]
		at := table
		if n := child(rows, gravity); n != nil {
			at = strictyaml.Pos{File: p.File, Line: n.Line, Column: n.Column}
		}
		for _, verdict := range verdicts {
			if _, ok := row[verdict]; !ok {
				v.fail(at, "", -1, "gravity %q has no severity for the verdict %q", gravity, verdict)
			}
		}
		for _, verdict := range sortedKeys(row) {
			if !slices.Contains(verdicts, verdict) {
				v.fail(at, verdict, -1, "unknown verdict %q; the verdicts: %s", verdict, strings.Join(verdicts, ", "))
			}
			if !slices.Contains(severities, row[verdict]) {
				v.fail(at, verdict, -1, "unknown severity %q; the severities: %s", row[verdict], strings.Join(severities, ", "))
			}
		}
	}
}
