package strictyaml

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"
)

type decoder struct{ problems }

// table is what a struct's tags say.
type table struct {
	fields []field
	index  map[string]int // key -> place in fields
	pos    []int          // struct fields of type Pos
}

type field struct {
	name     string
	index    int
	optional bool
	enum     []string
}

func (t *table) names() string {
	names := make([]string, len(t.fields))
	for i, f := range t.fields {
		names[i] = f.name
	}
	return strings.Join(names, ", ")
}

var nodeType = reflect.TypeFor[yaml.Node]()
var posType = reflect.TypeFor[Pos]()

func (d *decoder) decode(n *yaml.Node, v any) {
	d.value(n, reflect.ValueOf(v).Elem(), "document", 0, nil)
}

func (d *decoder) value(n *yaml.Node, v reflect.Value, what string, depth int, enum []string) {
	if depth > maxDepth || n.Kind == yaml.AliasNode {
		return // reported by checkTree
	}
	if v.Type() == nodeType {
		v.Set(reflect.ValueOf(*n))
		return
	}
	if isNull(n) {
		d.fail(n, "%s is empty; give it a value or leave it out", what)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		p := reflect.New(v.Type().Elem())
		d.value(n, p.Elem(), what, depth, enum)
		v.Set(p)
	case reflect.Struct:
		d.structValue(n, v, what, depth)
	case reflect.Slice:
		if n.Kind != yaml.SequenceNode {
			d.fail(n, "%s must be a list, not %s", what, kindName(n))
			return
		}
		out := reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content))
		for i, c := range n.Content {
			d.value(c, out.Index(i), "item of "+what, depth+1, enum)
		}
		v.Set(out)
	case reflect.Map:
		d.mapValue(n, v, what, depth, enum)
	default:
		d.scalar(n, v, what, enum)
	}
}

func (d *decoder) mapValue(n *yaml.Node, v reflect.Value, what string, depth int, enum []string) {
	if n.Kind != yaml.MappingNode {
		d.fail(n, "%s must be a mapping, not %s", what, kindName(n))
		return
	}
	out := reflect.MakeMapWithSize(v.Type(), len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		if k.Kind != yaml.ScalarNode {
			continue // reported by checkTree
		}
		e := reflect.New(v.Type().Elem()).Elem()
		d.value(n.Content[i+1], e, what+" "+clip(k.Value), depth+1, enum)
		out.SetMapIndex(reflect.ValueOf(k.Value).Convert(v.Type().Key()), e)
	}
	v.Set(out)
}

func (d *decoder) structValue(n *yaml.Node, v reflect.Value, what string, depth int) {
	if n.Kind != yaml.MappingNode {
		d.fail(n, "%s must be a mapping, not %s", what, kindName(n))
		return
	}
	t := tableOf(v.Type())
	seen := make([]bool, len(t.fields))
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, val := n.Content[i], n.Content[i+1]
		if k.Kind != yaml.ScalarNode || k.Tag == "!!merge" || k.Value == "" {
			continue // reported by checkTree
		}
		at, ok := t.index[k.Value]
		if !ok {
			d.fail(k, "unknown key %s in %s; known keys: %s", clip(k.Value), what, t.names())
			continue
		}
		if seen[at] {
			continue // reported by checkTree
		}
		seen[at] = true
		f := &t.fields[at]
		d.value(val, v.Field(f.index), f.name, depth+1, f.enum)
	}
	for i, f := range t.fields {
		if !f.optional && !seen[i] {
			d.fail(n, "%s lacks the key %q", what, f.name)
		}
	}
	for _, i := range t.pos {
		v.Field(i).Set(reflect.ValueOf(d.pos(n)))
	}
}

func (d *decoder) scalar(n *yaml.Node, v reflect.Value, what string, enum []string) {
	if n.Kind != yaml.ScalarNode {
		d.fail(n, "%s must be a single value, not %s", what, kindName(n))
		return
	}
	// JSON spells numbers unlike YAML, but both may not begin with a nought:
	// 010 is ten to some readers and eight to others.
	number := (n.Tag == "!!int" || n.Tag == "!!float") && !leadingZero(n.Value)
	switch v.Kind() {
	case reflect.String:
		if n.Tag != "!!str" && isJSON(d.file) {
			d.fail(n, "%s is %s; it must be a string, in quotes", what, n.Value)
			return
		}
		if enum != nil && !slices.Contains(enum, n.Value) {
			d.fail(n, "%s is %s; it must be one of: %s", what, clip(n.Value), strings.Join(enum, ", "))
			return
		}
		v.SetString(n.Value)
	case reflect.Bool:
		if n.Tag != "!!bool" || n.Value != "true" && n.Value != "false" {
			d.fail(n, "%s is %s; it must be true or false", what, clip(n.Value))
			return
		}
		v.SetBool(n.Value == "true")
	case reflect.Int:
		i, err := strconv.Atoi(n.Value)
		if err != nil || !number {
			d.fail(n, "%s is %s; it must be a whole number", what, clip(n.Value))
			return
		}
		v.SetInt(int64(i))
	case reflect.Float64:
		f, err := strconv.ParseFloat(n.Value, 64) // refuses what overflows
		if err != nil || !number || f != f || f-f != 0 {
			d.fail(n, "%s is %s; it must be a number", what, clip(n.Value))
			return
		}
		v.SetFloat(f)
	default:
		panic("strictyaml: unsupported field type " + v.Type().String())
	}
}

func leadingZero(s string) bool {
	s = strings.TrimLeft(s, "+-")
	return len(s) > 1 && s[0] == '0' && s[1] >= '0' && s[1] <= '9'
}

var tables sync.Map // reflect.Type -> *table

// tableOf reads the tags of a struct type, once.
func tableOf(t reflect.Type) *table {
	if have, ok := tables.Load(t); ok {
		return have.(*table)
	}
	out := &table{index: make(map[string]int, t.NumField())}
	for i := range t.NumField() {
		sf := t.Field(i)
		if sf.Type == posType && sf.IsExported() {
			out.pos = append(out.pos, i)
			continue
		}
		name, opts, _ := strings.Cut(sf.Tag.Get("yaml"), ",")
		if name == "" || name == "-" || !sf.IsExported() {
			continue
		}
		f := field{name: name, index: i, optional: strings.Contains(opts, "omitempty")}
		if enum := sf.Tag.Get("enum"); enum != "" {
			f.enum = strings.Fields(enum)
		}
		out.index[name] = len(out.fields)
		out.fields = append(out.fields, f)
	}
	tables.Store(t, out)
	return out
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

func kindName(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	case yaml.AliasNode:
		return "an alias"
	default:
		return "a single value"
	}
}
