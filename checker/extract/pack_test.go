package extract

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/article41/article41/rules"
)

// TestCompiledIsCurrent: with an old one the program is right, but slow to start.
func TestCompiledIsCurrent(t *testing.T) {
	want, err := Compile(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	if rules.Lexicon != want {
		t.Error("rules/lexicon.bin does not match the YAML files: run go generate ./rules")
	}
}

// TestPackKeepsEverything: what the compiled lexicon leaves out would be nothing
// to the extractor, in silence.
func TestPackKeepsEverything(t *testing.T) {
	d := uncompiled(t)
	l := unpack(d.pack("x"), "x")
	if !reflect.DeepEqual(l.tables, d.tables) {
		t.Errorf("the tables differ:\n%+v\n%+v", d.tables, l.tables)
	}
	if unpack(d.pack("x"), "y") != nil {
		t.Error("the lexicon of other files was taken")
	}
	for i := range d.frames {
		want := d.frames[i]
		want.Verbs, want.Nouns, want.Presence, want.Theme, want.Needs, want.Unless, want.Anywhere = nil, nil, nil, nil, nil, nil, nil // they are in the fields of the same names
		want.Examples, want.Pos = nil, l.frames.at(int32(i)).Pos
		// Printed, an empty list is as none.
		if got, want := fmt.Sprintf("%+v", *l.frames.at(int32(i))), fmt.Sprintf("%+v", want); got != want {
			t.Errorf("a frame is\n%s, not\n%s", got, want)
		}
	}
	for word, id := range d.vocab.draft {
		if got := l.vocab.lookup(word); got != id || word != "" && l.vocab.word(id) != word {
			t.Fatalf("%q is %d, not %d", word, got, id)
		}
		if got := l.words[id]; got != d.words[id] {
			t.Errorf("%q is %+v, not %+v", word, got, d.words[id])
		}
		if got, want := l.opens[id], int(id) < len(d.opens) && d.opens[id]; got != want {
			t.Errorf("%q opens an entity: %v", word, got)
		}
	}
	for i, want := range d.byVerb {
		if got := slices.Collect(l.byVerb.of(int32(i))); !slices.Equal(got, want) {
			t.Errorf("frames of verb %d: %v, not %v", i, got, want)
		}
	}
	for i, want := range d.byNoun {
		if got := slices.Collect(l.byNoun.of(int32(i))); !slices.Equal(got, want) {
			t.Errorf("frames of noun %d: %v, not %v", i, got, want)
		}
	}
	samePaths(t, d.primary, &l.primary)
	samePaths(t, d.second, &l.second)
}

// samePaths walks the draft and asks the trie for every sequence in it.
func samePaths(t *testing.T, d *trieDraft, packed *trie) {
	t.Helper()
	var walk func(at int32, ids []uint32)
	walk = func(at int32, ids []uint32) {
		toks := make([]token, len(ids))
		for i, id := range ids {
			toks[i].id = id
		}
		var got []entry
		for _, h := range packed.match(nil, toks, 0) {
			if h.end == len(ids) {
				got = append(got, entry{h.layer, h.ref})
			}
		}
		for _, want := range d.nodes[at].entries {
			if !slices.Contains(got, want) {
				t.Errorf("%v leads to %v, not %v", ids, got, want)
			}
		}
		for next := d.nodes[at].child; next != 0; next = d.nodes[next].next {
			walk(next, append(ids[:len(ids):len(ids)], d.nodes[next].id))
		}
	}
	for id, at := range d.roots {
		if at != 0 {
			walk(at, []uint32{uint32(id)})
		}
	}
}
