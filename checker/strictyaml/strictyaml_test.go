package strictyaml

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

type item struct {
	Name  string            `yaml:"name"`
	Kind  string            `yaml:"kind,omitempty" enum:"red green"`
	Count int               `yaml:"count,omitempty"`
	Share float64           `yaml:"share,omitempty"`
	On    bool              `yaml:"on,omitempty"`
	Tags  []string          `yaml:"tags,omitempty" enum:"a b"`
	Sub   *item             `yaml:"sub,omitempty"`
	Words map[string]string `yaml:"words,omitempty"`
	Raw   yaml.Node         `yaml:"raw,omitempty"`
	Place Pos               `yaml:"-"`
}

type file struct {
	Items []item `yaml:"items"`
}

func TestDecodeKeepsScalarsVerbatim(t *testing.T) {
	const text = `items:
  - name: NO
    tags: [a, b]
    words: {code: 2701.10, day: 2017-08-05, octal: 0123, grouped: 1_000, tilde: "~", "<<": x}
  - name: "8"
    count: -12
    share: 1e3
    on: true
    sub:
      name: |-
        two
        lines
`
	var got file
	if err := Decode("f.yaml", []byte(text), &got); err != nil {
		t.Fatal(err)
	}
	want := file{Items: []item{
		{Name: "NO", Tags: []string{"a", "b"}, Place: Pos{"f.yaml", 2, 5}, Words: map[string]string{
			"code": "2701.10", "day": "2017-08-05", "octal": "0123", "grouped": "1_000", "tilde": "~", "<<": "x"}},
		{Name: "8", Count: -12, Share: 1000, On: true, Place: Pos{"f.yaml", 5, 5},
			Sub: &item{Name: "two\nlines", Place: Pos{"f.yaml", 10, 7}}},
	}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestDecodeReportsEveryMistakeWhereItIs(t *testing.T) {
	tests := []struct {
		name, file, text string
		want             []string
	}{
		{"empty", "f.yaml", "", []string{"f.yaml: file is empty"}},
		{"only a comment", "f.yaml", "# nothing\n", []string{"f.yaml: file is empty"}},
		{"null document", "f.yaml", "---\n", []string{"f.yaml:2:1: document is empty"}},
		{"scalar document", "f.yaml", "x\n", []string{"f.yaml:1:1: document must be a mapping, not a single value"}},
		{"two documents", "f.yaml", "items: []\n---\nitems: []\n", []string{"f.yaml:2:1: a second document in one file"}},
		{"broken second document", "f.yaml", "items: []\n---\n[\n", []string{"f.yaml:4:1: not valid YAML: did not find expected node content"}},
		{"not UTF-8", "f.yaml", "items:\n  - name: é\xff\n", []string{"f.yaml:2:12: file is not valid UTF-8"}},
		{"all at once, in file order", "f.yaml", "items:\n  - nmae: x\n    count: many\n  - name: y\n    kind: blue\n", []string{
			`f.yaml:2:5: unknown key "nmae" in item of items; known keys: name, kind, count, share, on, tags, sub, words, raw`,
			`f.yaml:2:5: item of items lacks the key "name"`,
			`f.yaml:3:12: count is "many"; it must be a whole number`,
			`f.yaml:5:11: kind is "blue"; it must be one of: red, green`}},
		{"enum of a list's items", "f.yaml", "items: [{name: x, tags: [a, c]}]", []string{`f.yaml:1:29: item of tags is "c"; it must be one of: a, b`}},
		{"columns count characters", "f.yaml", "items: [{name: “é”, x: 1}]", []string{`f.yaml:1:21: unknown key "x"`}},
		{"empty string", "f.yaml", "items:\n  - name:\n", []string{"f.yaml:2:10: name is empty; give it a value or leave it out"}},
		{"empty list", "f.yaml", "items:\n", []string{"f.yaml:1:7: items is empty"}},
		{"empty pointer", "f.yaml", "items: [{name: x, sub: ~}]", []string{"f.yaml:1:24: sub is empty"}},
		{"duplicate key", "f.yaml", "items: []\nitems: []\n", []string{`f.yaml:2:1: key "items" is given twice; the first is in line 1`}},
		{"duplicate key under a map", "f.yaml", "items: [{name: x, words: {a: b,\n a: c}}]", []string{`f.yaml:2:2: key "a" is given twice`}},
		{"duplicate key, quoted", "f.yaml", "items: []\n\"items\": []\n", []string{`f.yaml:2:1: key "items" is given twice`}},
		{"merge key", "f.yaml", "items:\n  - name: x\n    <<: {kind: red}\n", []string{"f.yaml:3:5: merge keys (<<) are not accepted here"}},
		{"merge key in a map", "f.yaml", "items: [{name: x, words: {<<: {a: b}}}]", []string{"f.yaml:1:27: merge keys", `f.yaml:1:31: words "<<" must be a single value, not a mapping`}},
		{"anchor and alias", "f.yaml", "items: [{name: &n x}, {name: *n}]", []string{"f.yaml:1:16: anchors and aliases", "f.yaml:1:30: anchors and aliases"}},
		{"anchor on a key", "f.yaml", "&k items: []", []string{"f.yaml:1:1: anchors and aliases"}},
		{"alias as a key", "f.yaml", "items: [{name: &n x, *n : y}]", []string{"f.yaml:1:16: anchors", "f.yaml:1:22: anchors"}},
		{"alias inside a raw node", "f.yaml", "items: [{name: x, raw: [&r y, *r]}]", []string{"f.yaml:1:25: anchors", "f.yaml:1:31: anchors"}},
		{"unknown anchor", "f.yaml", "items:\n  - name: *bold\n", []string{"f.yaml:2:11: not valid YAML: unknown anchor 'bold' referenced; put a value that begins with * in quotes"}},
		{"tag", "f.yaml", "items: [{name: !!binary eA==}]", []string{`f.yaml:1:16: the tag "!!binary" is not accepted`}},
		{"key that is a list", "f.yaml", "? [a]\n: b\n", []string{`f.yaml:1:1: document lacks the key "items"`, "f.yaml:1:3: a key must be a single value, not a list"}},
		{"empty key of a struct", "f.yaml", "items: []\n\"\": x\n", []string{"f.yaml:2:1: a key is empty"}},
		{"key that is a number", "f.yaml", "items: []\n1: x\n", []string{`f.yaml:2:1: unknown key "1" in document; known keys: items`}},
		{"empty key", "f.yaml", "items: [{name: x, words: {~: y}}]", []string{"f.yaml:1:27: a key is empty"}},
		{"quoted number", "f.yaml", `items: [{name: x, count: "1"}]`, []string{`f.yaml:1:26: count is "1"; it must be a whole number`}},
		{"octal or decimal", "f.yaml", `items: [{name: x, count: 010, share: 01.5}]`, []string{`f.yaml:1:26: count is "010"`, `f.yaml:1:38: share is "01.5"`}},
		{"numbers out of range", "f.yaml", `items: [{name: x, count: 99999999999999999999, share: 1e999}, {name: y, share: .inf}, {name: z, share: .nan}]`, []string{"f.yaml:1:26: count", "f.yaml:1:55: share", "f.yaml:1:80: share", "f.yaml:1:104: share"}},
		{"not a bool", "f.yaml", `items: [{name: x, on: yes}, {name: y, on: "true"}]`, []string{`f.yaml:1:23: on is "yes"; it must be true or false`, "f.yaml:1:43: on is"}},
		{"wrong kinds", "f.yaml", "items:\n  name: x\n", []string{"f.yaml:2:3: items must be a list, not a mapping"}},
		{"list for a string", "f.yaml", "items: [{name: [x]}]", []string{"f.yaml:1:16: name must be a single value, not a list"}},
		{"string for a map", "f.yaml", "items: [{name: x, words: y}]", []string{"f.yaml:1:26: words must be a mapping, not a single value"}},
		{"too deep", "f.yaml", strings.Repeat("[", 80) + strings.Repeat("]", 80), []string{"f.yaml:1:1: document must be a mapping, not a list", "f.yaml:1:66: nested deeper than 64 levels"}},
		{"far too deep", "f.yaml", strings.Repeat("[", 20000), []string{"f.yaml:1:10001: not valid YAML: exceeded max depth of 10000"}},
		{"terminal escapes and long values are clipped", "f.yaml", "items: [{name: x, kind: \"\\e[2J" + strings.Repeat("é", 100) + "\"}]", []string{`f.yaml:1:25: kind is "\x1b[2J` + strings.Repeat("é", 56) + `"…; it must`}},

		{"tab", "f.yaml", "items:\n\t- name: x\n", []string{"f.yaml:2:1: not valid YAML: found character that cannot start any token; indent with spaces, not tabs"}},
		{"tab before a key", "f.yaml", "items:\n  - name: x\n\tkind: red\n", []string{"f.yaml:3:1: not valid YAML: found a tab character that violates indentation; indent"}},
		{"colon in a value", "f.yaml", "items:\n  - name: he said: no\n", []string{"f.yaml:2:18: not valid YAML: mapping values are not allowed in this context; put a value"}},
		{"colon in a value, first line", "f.yaml", "name: he said: no\n", []string{"f.yaml:1:14: not valid YAML: mapping values"}},
		{"unclosed quote", "f.yaml", "items:\n  - name: \"x\n    kind: red\n", []string{"f.yaml:2:11: not valid YAML: found unexpected end of stream; a quote mark or bracket is not closed"}},
		{"quote inside a quote", "f.yaml", "items:\n  - name: 'it's'\n", []string{"f.yaml:2:15: not valid YAML: did not find expected key; look for"}},
		{"escape", "f.yaml", "items:\n  - name: \"C:\\q\"\n", []string{"f.yaml:2:14: not valid YAML: found unknown escape character; write \\\\"}},
		{"bad indentation", "f.yaml", "items:\n  - name: x\n   kind: red\n", []string{"f.yaml:3:4: not valid YAML: did not find expected '-' indicator"}},
		{"key without a colon", "f.yaml", "items: []\nname\nother: x\n", []string{"f.yaml:2:1: not valid YAML: could not find expected ':'"}},
		{"control character", "f.yaml", "items:\n  - name: x\x07\n", []string{`f.yaml:2:12: the character U+0007 is not allowed in YAML; write "\x07" in double quotes`}},
		{"Markdown emphasis", "f.yaml", "items:\n  - name: *bold*\n", []string{"f.yaml:2:11: not valid YAML: did not find expected alphabetic or numeric character; put a value that begins with * or & in quotes"}},

		{"JSON empty", "f.json", " \n", []string{"f.json: file is empty"}},
		{"JSON null", "f.json", `{"items": null}`, []string{"f.json:1:11: items is empty"}},
		{"JSON number for a string", "f.json", `{"items": [{"name": 12}]}`, []string{"f.json:1:21: name is 12; it must be a string, in quotes"}},
		{"JSON string for a number", "f.json", `{"items": [{"name": "x", "count": "1"}]}`, []string{`f.json:1:35: count is "1"; it must be a whole number`}},
		{"JSON duplicate", "f.json", "{\"items\": [],\n\t\"items\": []}", []string{`f.json:2:2: key "items" is given twice`}},
		{"JSON columns count characters", "f.json", `{"items": [{"name": "“é”", "x": 1}]}`, []string{`f.json:1:28: unknown key "x"`}},
		{"JSON trailing comma in a list", "f.json", `{"items": [{"name": "x"},]}`, []string{"f.json:1:26: not valid JSON"}},
		{"JSON trailing comma in an object", "f.json", `{"items": [],}`, []string{"f.json:1:14: not valid JSON"}},
		{"JSON cut short", "f.json", `{"items": [`, []string{"f.json:1:12: not valid JSON: the file ends too early"}},
		{"JSON cut short in a string", "f.json", `{"items": "x`, []string{"f.json:1:11: not valid JSON: the file ends too early"}},
		{"JSON with more after it", "f.json", "{\"items\": []}\n{}", []string{"f.json:2:1: text after the end of the document"}},
		{"JSON key without quotes", "f.json", `{items: []}`, []string{"f.json:1:2: not valid JSON"}},
		{"JSON too deep", "f.json", strings.Repeat("[", 80), []string{"f.json:1:66: nested deeper than 64 levels"}},
		{"JSON half a surrogate pair", "f.json", `{"items": [{"name": "\ud83d\ude00"}, {"name": "\ud83d"}]}`, []string{"f.json:1:47: the string holds half a surrogate pair"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got file
			err := Decode(tt.file, []byte(tt.text), &got)
			if err == nil {
				t.Fatalf("no error; got %+v", got)
			}
			lines := strings.Split(err.Error(), "\n")
			if len(lines) != len(tt.want) {
				t.Fatalf("%d errors, want %d:\n%v", len(lines), len(tt.want), err)
			}
			for i, want := range tt.want {
				if !strings.HasPrefix(lines[i], want) {
					t.Errorf("error %d\ngot  %s\nwant %s", i, lines[i], want)
				}
			}
			var one *Error
			if !errors.As(err, &one) || one.Pos.File != tt.file {
				t.Errorf("errors.As found no *Error with the file's name in %v", err)
			}
		})
	}
}

func TestByteOrderMarkIsAccepted(t *testing.T) {
	for name, text := range map[string]string{
		"f.yaml": "\ufeffitems: [{name: x}]", "f.json": "\ufeff" + `{"items": [{"name": "x"}]}`,
	} {
		var got file
		if err := Decode(name, []byte(text), &got); err != nil || len(got.Items) != 1 {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func TestHostileSizesAreRefused(t *testing.T) {
	tests := []struct {
		name, file string
		text       []byte
		want       string
	}{
		{"too many bytes", "f.yaml", make([]byte, MaxBytes+1), "larger than"},
		{"too many items, YAML", "f.yaml", bytes.Repeat([]byte("a,"), maxIndicators+1), "more than 524288 list items"},
		{"too many items, JSON", "f.json", bytes.Repeat([]byte("[],"), maxIndicators), "more than 524288 list items"},
	}
	for _, tt := range tests {
		var got file
		if err := Decode(tt.file, tt.text, &got); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got error %v, want %q", tt.name, err, tt.want)
		}
	}
}

func TestErrorsAreCappedAndCounted(t *testing.T) {
	text := "items: []\n"
	for i := range 80 {
		text += fmt.Sprintf("k%d: x\n", i)
	}
	var got file
	err := Decode("f.yaml", []byte(text), &got)
	if err == nil {
		t.Fatal("no error")
	}
	lines := strings.Split(err.Error(), "\n")
	if len(lines) != maxErrors+1 || lines[maxErrors] != "f.yaml: 30 more mistakes are not shown; correct these first" {
		t.Errorf("%d lines, the last: %s", len(lines), lines[len(lines)-1])
	}
}

func TestParseRefusesWhatIsUnsafeToDecode(t *testing.T) {
	for _, text := range []string{
		"a: &x [1]\nb: *x\n", "<<: {a: b}\n", "a: 1\na: 2\n", "a: !!set {x}\n", "a: !local b\n",
		strings.Repeat("[", 100) + strings.Repeat("]", 100),
	} {
		if n, err := Parse("f.yaml", []byte(text)); err == nil || n != nil {
			t.Errorf("Parse(%.40q) = %v, %v; want no node and an error", text, n, err)
		}
	}
}

// The structure check of Parse is what makes yaml.Node fields safe.
func FuzzDecode(f *testing.F) {
	f.Add(false, []byte("items:\n  - name: x\n    raw: {a: [b]}\n"))
	f.Add(false, []byte("items: [{name: &a x, <<: *a}]\n---\n"))
	f.Add(false, []byte("a: |2-\n  x\n# c\n? - y\n: z\n"))
	f.Add(true, []byte(`{"items": [{"name": "\ud83d", "count": 1e3}, null]}`))
	f.Fuzz(func(t *testing.T, json bool, data []byte) {
		name := "f.yaml"
		if json {
			name = "f.json"
		}
		var got file
		err := Decode(name, data, &got)
		if err == nil {
			for _, it := range got.Items {
				if it.Place.Line < 1 || it.Place.Column < 1 {
					t.Errorf("an item has no position: %+v", it.Place)
				}
			}
			return
		}
		if err.Error() == "" || len(strings.Split(err.Error(), "\n")) > maxErrors+1 {
			t.Errorf("error is empty or too long: %q", err)
		}
	})
}

func BenchmarkDecodeYAML(b *testing.B) { benchmark(b, "f.yaml", yamlItem, "items:\n", "") }
func BenchmarkDecodeJSON(b *testing.B) {
	benchmark(b, "f.json", jsonItem, `{"items":[`, `{"name":"z"}]}`)
}

const (
	yamlItem = "  - name: South Korea’s intelligence agency\n    kind: red\n    count: 12\n    share: 1.5\n    tags: [a, b]\n    sub: {name: x}\n"
	jsonItem = `{"name":"South Korea’s intelligence agency","kind":"red","count":12,"share":1.5,"tags":["a","b"],"sub":{"name":"x"}},`
)

func benchmark(b *testing.B, name, one, head, tail string) {
	data := []byte(head + strings.Repeat(one, 1000) + tail)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var got file
		if err := Decode(name, data, &got); err != nil {
			b.Fatal(err)
		}
	}
}
