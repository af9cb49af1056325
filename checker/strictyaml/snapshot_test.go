package strictyaml

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"
)

const snapshotText = "\ufeff# a comment\nitems:\n  - name: it's “so”\n    kind: red\n    count: 12\n    raw:\n      a: [1, 2.5, true, 2020-01-01, ~, '']\n" +
	"      b: >\n        folded\n        text\n\n      \"c\\td\": {}\n  - {name: \"x\\ny\", tags: [a,\n      b]}\n"

// mistakenText is YAML, but not what a file says.
const mistakenText = "items:\n  - nmae: x\n    count: 1.5\n  - name:\n  - name: y\n    kind: blue\n"

func snapshotOf(t testing.TB, texts ...string) Snapshot {
	t.Helper()
	fsys := fstest.MapFS{"notes.txt": {Data: []byte("- : -")}}
	for i, text := range texts {
		fsys["sub/"+string(rune('a'+i))+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	s, err := NewSnapshot(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// holds reports whether the file's tree is taken from the snapshot.
func (s Snapshot) holds(text string) bool {
	return s.find("f.yaml", []byte(text)).decode(new(slab)) != nil
}

// plain is a tree without what a snapshot leaves out.
func plain(n *yaml.Node) *yaml.Node {
	out := &yaml.Node{Kind: n.Kind, Tag: n.Tag, Value: n.Value, Line: n.Line, Column: n.Column}
	for _, c := range n.Content {
		out.Content = append(out.Content, plain(c))
	}
	return out
}

func checkSame(t *testing.T, s Snapshot, text string) {
	t.Helper()
	want, wantErr := Parse("f.yaml", []byte(text))
	got, err := s.Parse("f.yaml", []byte(text))
	if errorText(err) != errorText(wantErr) {
		t.Fatalf("error %v, want %v", err, wantErr)
	}
	if err == nil && !reflect.DeepEqual(plain(got), plain(want)) {
		t.Errorf("the tree of %q differs from the parsed one", text)
	}
	var have, parsed file
	err, wantErr = s.Decode("f.yaml", []byte(text), &have), Decode("f.yaml", []byte(text), &parsed)
	if errorText(err) != errorText(wantErr) {
		t.Errorf("error\n%v\nwant\n%v", err, wantErr)
	}
	for _, f := range []*file{&have, &parsed} {
		for i := range f.Items {
			f.Items[i].Raw = *plain(&f.Items[i].Raw)
		}
	}
	if !reflect.DeepEqual(have, parsed) {
		t.Errorf("decoded\n%+v\nwant\n%+v", have, parsed)
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestSnapshotReadsTheSame(t *testing.T) {
	s := snapshotOf(t, snapshotText, mistakenText, "plain scalar")
	for _, text := range []string{snapshotText, mistakenText, "plain scalar"} {
		if !s.holds(text) {
			t.Errorf("the snapshot does not hold %q", text)
		}
		checkSame(t, s, text)
	}
}

func TestWhatASnapshotDoesNotHoldIsParsed(t *testing.T) {
	s := snapshotOf(t, snapshotText)
	for _, text := range []string{snapshotText + "\n", mistakenText, "", "a: [", "{}"} {
		if s.holds(text) {
			t.Errorf("the snapshot holds %q", text)
		}
		checkSame(t, s, text)
	}
	json := `{"items": [{"name": 12}]}` // an error in JSON, not in YAML
	var got file
	if err := snapshotOf(t, json).Decode("f.json", []byte(json), &got); err == nil {
		t.Error("JSON was read as YAML")
	}
}

func TestDamagedSnapshotIsNotUsed(t *testing.T) {
	s := snapshotOf(t, snapshotText)
	for n := range len(s) {
		if s[:n].holds(snapshotText) {
			t.Errorf("the first %d bytes of %d are used", n, len(s))
		}
		checkSame(t, s[:n], snapshotText)
	}
	deep := strings.Repeat("\x01\x00\x01\x01", 100) // lists of one list
	if s := Snapshot(appendTree([]byte(snapshotHeader), []byte(snapshotText), append([]byte{100}, deep...))); s.holds(snapshotText) {
		t.Error("a tree that is too deep is used")
	}
}

// TestKeptNodesStay: other files are decoded into the memory of earlier ones.
func TestKeptNodesStay(t *testing.T) {
	other := strings.ReplaceAll(snapshotText, "folded", "sunken")
	s := snapshotOf(t, snapshotText, other)
	var first, second file
	if err := s.Decode("f.yaml", []byte(snapshotText), &first); err != nil {
		t.Fatal(err)
	}
	want := plain(&first.Items[0].Raw)
	if err := s.Decode("f.yaml", []byte(other), &second); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(plain(&first.Items[0].Raw), want) {
		t.Error("a node of the first file was overwritten by the second")
	}
}

func TestNewSnapshotRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"a: [":               "snapshot: f.yaml:2:1: not valid YAML",
		"a: &x b":            "anchors and aliases are not accepted",
		"a: 1\na: 2":         "given twice",
		"k:\n  - <<":         "snapshot: f.yaml:2:5: a snapshot cannot hold a single value with the tag",
		"":                   "file is empty",
		"a: !!binary aGVsbG": "the tag",
	} {
		s, err := NewSnapshot(fstest.MapFS{"f.yaml": {Data: []byte(text)}})
		if err == nil || s != "" || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want an error with %q", text, err, want)
		}
	}
}

// FuzzSnapshot reads files by snapshots of them and by arbitrary bytes.
func FuzzSnapshot(f *testing.F) {
	for _, text := range []string{snapshotText, mistakenText} {
		root, err := Parse("f.yaml", []byte(text))
		if err != nil {
			f.Fatal(err)
		}
		tree, err := encodeTree("f.yaml", root)
		if err != nil {
			f.Fatal(err)
		}
		f.Add([]byte(text), tree)
	}
	f.Add([]byte("a"), []byte(snapshotHeader))
	f.Fuzz(func(t *testing.T, text, tree []byte) {
		if s, err := NewSnapshot(fstest.MapFS{"f.yaml": {Data: text}}); err == nil {
			if !s.holds(string(text)) {
				t.Errorf("the snapshot of %q does not hold it", text)
			}
			checkSame(t, s, string(text))
		}
		for _, s := range []Snapshot{Snapshot(tree), Snapshot(appendTree([]byte(snapshotHeader), text, tree))} {
			var got file
			if err := s.Decode("f.yaml", text, &got); err != nil && err.Error() == "" {
				t.Error("an error says nothing")
			}
			if root, err := s.Parse("f.yaml", text); (root == nil) == (err == nil) {
				t.Errorf("Parse gave %v and %v", root, err)
			}
		}
	})
}

func BenchmarkSnapshot(b *testing.B) {
	text := "items:\n" + strings.Repeat(yamlItem, 1000)
	s := snapshotOf(b, text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		var got file
		if err := s.Decode("f.yaml", []byte(text), &got); err != nil {
			b.Fatal(err)
		}
	}
}
