// Package strictyaml decodes YAML and JSON written by people or foreign
// programs into Go structs and says where each mistake is: file:line:column.
//
// yaml.v3's own decoder reports lines without columns, ignores duplicate and
// misspelt keys unless asked, and turns `2701.10` or `0123` into numbers when
// the target is untyped. This decoder walks the node tree instead: unknown
// keys, missing keys, wrong kinds, duplicate keys, empty values, anchors,
// aliases, merge keys and tags are errors, all of them reported at once, in
// file order. In YAML a scalar for a string field is taken verbatim (`NO` is
// "NO"); in JSON, where the writer had to choose, only a string is a string.
//
// It imports nothing of the project's.
//
// Struct tags: `yaml:"name"` names the key and `yaml:"name,omitempty"` makes it
// optional; a key without omitempty must be present. `enum:"a b c"` limits a
// string. A field of type Pos with tag `yaml:"-"` receives the position of the
// mapping that filled the struct. Supported kinds: string, bool, int, float64,
// struct, pointer to those, slices, map[string]T, and yaml.Node.
package strictyaml

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// MaxBytes is the largest file that Decode accepts.
const MaxBytes = 16 << 20

const (
	// maxDepth bounds nesting; no file of the project's nests deeper than ten.
	maxDepth = 64

	// maxIndicators bounds the characters that can begin a list item, a key or
	// a value. A node costs some 160 bytes, so without a bound "{a,a,a,…" would
	// take 170 times its size; with it a file can take about 170 MB at worst.
	// In prose one character in fifty is such a one: 16 MB of it still pass.
	maxIndicators = 1 << 19

	maxErrors = 50 // a hostile file must not produce an error per byte
)

// Pos is a place in a file. Line and Column count from 1; Column counts
// characters (code points).
type Pos struct {
	File         string
	Line, Column int
}

func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return p.File + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}

// Error is one mistake at one place.
type Error struct {
	Pos Pos
	Msg string
}

func (e *Error) Error() string { return e.Pos.String() + ": " + e.Msg }

// Errorf builds an Error.
func Errorf(p Pos, format string, args ...any) *Error {
	return &Error{Pos: p, Msg: fmt.Sprintf(format, args...)}
}

// Decode reads one YAML document, or JSON when file ends in ".json", into v, a
// pointer to a struct. All mistakes found are joined with errors.Join.
func Decode(file string, data []byte, v any) error {
	root, err := parse(file, data)
	if err != nil {
		return err
	}
	p := problems{file: file}
	p.checkTree(root, 0)
	d := decoder{problems: p}
	d.decode(root, v)
	return d.join()
}

// Parse reads one document into a node tree with positions. The tree has no
// anchors, aliases, merge keys, tags or duplicate keys and is not deep, so it
// is safe to walk and to decode.
func Parse(file string, data []byte) (*yaml.Node, error) {
	root, err := parse(file, data)
	if err != nil {
		return nil, err
	}
	p := problems{file: file}
	p.checkTree(root, 0)
	if err := p.join(); err != nil {
		return nil, err
	}
	return root, nil
}

// DecodeNode fills v, a non-nil pointer, from a node that Parse returned.
func DecodeNode(file string, node *yaml.Node, v any) error {
	d := decoder{problems: problems{file: file}}
	d.decode(node, v)
	return d.join()
}

func isJSON(file string) bool { return strings.HasSuffix(strings.ToLower(file), ".json") }

func parse(file string, data []byte) (*yaml.Node, error) {
	at := Pos{File: file}
	if len(data) > MaxBytes {
		return nil, Errorf(at, "file is larger than %d bytes", MaxBytes)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff")) // some editors write one
	if !utf8.Valid(data) {
		return nil, Errorf(firstInvalid(file, data), "file is not valid UTF-8; save it as UTF-8")
	}
	indicators := 0
	for _, c := range []string{"-", ":", "?", ",", "[", "{"} {
		indicators += bytes.Count(data, []byte(c))
	}
	if indicators > maxIndicators {
		return nil, Errorf(at, "file holds more than %d list items and keys; split it", maxIndicators)
	}
	if isJSON(file) {
		return parseJSON(file, data)
	}
	return parseYAML(file, data)
}

func firstInvalid(file string, data []byte) Pos {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return posAt(file, data, i)
		}
		i += size
	}
	return Pos{File: file}
}

// posAt is the position of byte offset off.
func posAt(file string, data []byte, off int) Pos {
	bol := bytes.LastIndexByte(data[:off], '\n') + 1
	return Pos{file, bytes.Count(data[:off], []byte("\n")) + 1, utf8.RuneCount(data[bol:off]) + 1}
}

// problems collects mistakes.
type problems struct {
	file string
	errs []*Error
	more int
}

func (p *problems) pos(n *yaml.Node) Pos { return Pos{p.file, n.Line, n.Column} }

func (p *problems) fail(n *yaml.Node, format string, args ...any) {
	if len(p.errs) == maxErrors {
		p.more++
		return
	}
	p.errs = append(p.errs, Errorf(p.pos(n), format, args...))
}

// join returns the mistakes in file order, or nil.
func (p *problems) join() error {
	slices.SortStableFunc(p.errs, func(a, b *Error) int {
		return cmp.Or(cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column))
	})
	var errs []error
	for _, e := range p.errs {
		errs = append(errs, e)
	}
	if p.more > 0 {
		errs = append(errs, Errorf(Pos{File: p.file}, "%d more mistakes are not shown; correct these first", p.more))
	}
	return errors.Join(errs...)
}

// checkTree refuses what no file of the project's needs and a hostile one
// would use. It returns whether n is nested too deeply to go on.
func (p *problems) checkTree(n *yaml.Node, depth int) (tooDeep bool) {
	switch {
	case depth > maxDepth:
		p.fail(n, "nested deeper than %d levels", maxDepth)
		return true
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		p.fail(n, "anchors and aliases are not accepted here; write the value out")
	case n.Style&yaml.TaggedStyle != 0:
		p.fail(n, "the tag %s is not accepted here; leave it out", clip(n.Tag))
	}
	for i, c := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			p.checkKey(c)
		}
		if p.checkTree(c, depth+1) {
			return true
		}
	}
	if n.Kind == yaml.MappingNode {
		p.checkDuplicates(n)
	}
	return false
}

func (p *problems) checkKey(k *yaml.Node) {
	switch {
	case k.Kind == yaml.AliasNode: // reported by checkTree
	case k.Kind != yaml.ScalarNode:
		p.fail(k, "a key must be a single value, not %s", kindName(k))
	case k.Tag == "!!merge":
		p.fail(k, "merge keys (<<) are not accepted here; write the values out")
	case isNull(k) || k.Value == "":
		p.fail(k, "a key is empty")
	}
}

func (p *problems) checkDuplicates(n *yaml.Node) {
	seen := make(map[string]int, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		if k.Kind != yaml.ScalarNode {
			continue
		}
		if line, ok := seen[k.Value]; ok {
			p.fail(k, "key %s is given twice; the first is in line %d", clip(k.Value), line)
			continue
		}
		seen[k.Value] = k.Line
	}
}

// clip quotes a value for a message; foreign text may be long or hold control
// characters.
func clip(s string) string {
	const limit = 60
	n := 0
	for i := range s {
		if n == limit {
			return strconv.Quote(s[:i]) + "…"
		}
		n++
	}
	return strconv.Quote(s)
}
