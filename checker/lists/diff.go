package lists

import (
	"cmp"
	"slices"
	"strings"

	"github.com/article41/article41/checker/screen"
)

// Diff is what tells two versions of a list apart. The date on which a file was
// made is no difference.
type Diff struct {
	Old     screen.ListRef `json:"old"`
	New     screen.ListRef `json:"new"`
	Added   []Short        `json:"added"`
	Removed []Short        `json:"removed"`
	Changed []Change       `json:"changed"`
}

// Short is an entry in one line.
type Short struct {
	Reference string `json:"reference"`
	Name      string `json:"name"`
	Type      string `json:"type,omitempty"`
	ListedOn  string `json:"listed_on,omitempty"`
}

// Change is an entry that says something else.
type Change struct {
	Short
	Fields []Field `json:"fields"`
}

// Field is a part of an entry, before and after; of a list of values, those that
// were dropped and those that came.
type Field struct {
	Name string   `json:"name"`
	Old  []string `json:"old,omitempty"`
	New  []string `json:"new,omitempty"`
}

// Compare lists what was added, removed and changed, by reference number.
func Compare(before, after *screen.List) Diff {
	d := Diff{Old: ref(before), New: ref(after), Added: []Short{}, Removed: []Short{}, Changed: []Change{}}
	was := map[string]*screen.Entry{}
	for i := range before.Entries {
		was[before.Entries[i].Reference] = &before.Entries[i]
	}
	for i := range after.Entries {
		e := &after.Entries[i]
		old, ok := was[e.Reference]
		delete(was, e.Reference)
		if !ok {
			d.Added = append(d.Added, short(e))
			continue
		}
		if fields := changes(old, e); len(fields) > 0 {
			d.Changed = append(d.Changed, Change{short(e), fields})
		}
	}
	for _, e := range was {
		d.Removed = append(d.Removed, short(e))
	}
	byReference := func(a, b Short) int { return cmp.Compare(a.Reference, b.Reference) }
	slices.SortFunc(d.Added, byReference)
	slices.SortFunc(d.Removed, byReference)
	slices.SortFunc(d.Changed, func(a, b Change) int { return byReference(a.Short, b.Short) })
	return d
}

// Same reports that the versions say the same.
func (d *Diff) Same() bool { return len(d.Added)+len(d.Removed)+len(d.Changed) == 0 }

func ref(l *screen.List) screen.ListRef {
	return screen.ListRef{Source: l.Source, Date: l.Date, SHA256: l.SHA256}
}

func short(e *screen.Entry) Short { return Short{e.Reference, e.Name(), e.Type, e.ListedOn} }

func changes(a, b *screen.Entry) []Field {
	var out []Field
	compare := func(name string, old, now []string) {
		gone := slices.DeleteFunc(slices.Clone(old), func(s string) bool { return s == "" || slices.Contains(now, s) })
		come := slices.DeleteFunc(slices.Clone(now), func(s string) bool { return s == "" || slices.Contains(old, s) })
		if len(gone)+len(come) > 0 {
			out = append(out, Field{name, gone, come})
		}
	}
	compare("names", names(a), names(b))
	compare("kind", []string{string(a.Kind)}, []string{string(b.Kind)})
	compare("type", []string{a.Type}, []string{b.Type})
	compare("listed_on", []string{a.ListedOn}, []string{b.ListedOn})
	compare("measures", a.Measures, b.Measures)
	compare("titles", a.Titles, b.Titles)
	compare("designations", a.Designations, b.Designations)
	compare("nationalities", a.Nationalities, b.Nationalities)
	compare("born", a.Born, b.Born)
	compare("documents", a.Documents, b.Documents)
	compare("countries", a.Countries, b.Countries)
	compare("imo", []string{a.IMO}, []string{b.IMO})
	compare("status", []string{a.Status}, []string{b.Status})
	compare("note", []string{a.Note}, []string{b.Note})
	compare("comments", []string{a.Comments}, []string{b.Comments})
	return out
}

func names(e *screen.Entry) []string {
	var out []string
	for _, n := range e.Names {
		out = append(out, strings.TrimSpace(n.Text+" ["+string(n.Quality)+"]"))
	}
	return out
}
