package policy

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/article41/article41/checker/packed"
	"github.com/open-policy-agent/opa/v1/ast"
)

// Data is the document data.catalog in a form that is read in place. A claim
// asks for the few measures that it can meet, and OPA gets terms of those alone.
// Equal parts of the document stand in it once: the index of the catalogue leads
// to a measure by many keys.
type Data string

// The parts of the list that Data is.
const (
	dataFormat = iota
	dataOf     // what it was made of
	dataTexts
	dataNodes    // each a kind and numbers; the last is the whole
	dataMeasures // what the engine itself asks of measures
	dataParts

	dataVersion = "policy data 1"
)

// NewData checks the catalogue as a plain document and makes Data of it. of names
// what it was made of.
func NewData(catalogData map[string]any, of string) (Data, error) {
	measures, err := readMeasures(catalogData)
	if err != nil {
		return "", err
	}
	w := &dataWriter{ids: map[string]uint32{}, maps: map[uintptr]uint32{}}
	if _, err := w.node(catalogData); err != nil {
		return "", fmt.Errorf("policies: read the catalogue: %w", err)
	}
	record := packed.NewWriter(&w.texts)
	codeMeasures(record, &measures)
	return Data(packed.NewList([]string{
		dataFormat: dataVersion, dataOf: of, dataTexts: string(w.texts.List()), dataNodes: string(packed.NewList(w.nodes)), dataMeasures: string(record.Bytes()),
	})), nil
}

// Of is what the data was made of; "" also if it is none.
func (d Data) Of() string {
	parts := packed.List(d)
	if parts.Len() != dataParts || parts.At(dataFormat) != dataVersion {
		return ""
	}
	return parts.At(dataOf)
}

// The kinds of nodes. An object has the numbers of its sorted keys, then of their
// values; an array of its elements; a string or number of its text.
const (
	nodeObject byte = iota
	nodeArray
	nodeString
	nodeNumber
	nodeTrue
	nodeFalse
	nodeNull
)

type dataWriter struct {
	texts packed.Strings
	nodes []string
	ids   map[string]uint32  // by node
	maps  map[uintptr]uint32 // by address, of those already written
}

func (w *dataWriter) node(x any) (uint32, error) {
	var kind byte
	var numbers []uint32
	switch x := x.(type) {
	case map[string]any:
		if id, ok := w.maps[reflect.ValueOf(x).Pointer()]; ok {
			return id, nil
		}
		keys := slices.Sorted(maps.Keys(x))
		for _, key := range keys {
			numbers = append(numbers, uint32(w.texts.ID(key)))
		}
		for _, key := range keys {
			id, err := w.node(x[key])
			if err != nil {
				return 0, fmt.Errorf("%s: %w", key, err)
			}
			numbers = append(numbers, id)
		}
		id := w.id(nodeObject, numbers)
		w.maps[reflect.ValueOf(x).Pointer()] = id
		return id, nil
	case []any:
		kind = nodeArray
		for i, element := range x {
			id, err := w.node(element)
			if err != nil {
				return 0, fmt.Errorf("%d: %w", i, err)
			}
			numbers = append(numbers, id)
		}
	default:
		value, err := ast.InterfaceToValue(x)
		if err != nil {
			return 0, err
		}
		switch v := value.(type) {
		case ast.String:
			kind, numbers = nodeString, []uint32{uint32(w.texts.ID(string(v)))}
		case ast.Number:
			kind, numbers = nodeNumber, []uint32{uint32(w.texts.ID(string(v)))}
		case ast.Boolean:
			if kind = nodeFalse; v {
				kind = nodeTrue
			}
		case ast.Null:
			kind = nodeNull
		default:
			return 0, fmt.Errorf("a %T cannot stand in the catalogue", x)
		}
	}
	return w.id(kind, numbers), nil
}

func (w *dataWriter) id(kind byte, numbers []uint32) uint32 {
	node := string(kind) + string(packed.NewUint32s(numbers))
	id, ok := w.ids[node]
	if !ok {
		id = uint32(len(w.nodes))
		w.nodes = append(w.nodes, node)
		w.ids[node] = id
	}
	return id
}

func codeMeasures(c *packed.Coder, p *map[string]measure) {
	ids := slices.Sorted(maps.Keys(*p))
	packed.Slice(c, &ids, packed.String)
	if !c.Writes() {
		*p = make(map[string]measure, len(ids))
	}
	for _, id := range ids {
		m := (*p)[id]
		packed.String(c, &m.category)
		packed.String(c, &m.from)
		packed.String(c, &m.until)
		packed.Slice(c, &m.provisions, func(c *packed.Coder, x *provisionsOf) {
			packed.String(c, &x.role)
			packed.Slice(c, &x.indexes, packed.Int)
		})
		packed.Slice(c, &m.caps, func(c *packed.Coder, x *capRule) {
			packed.String(c, &x.per)
			packed.String(c, &x.from)
			packed.String(c, &x.until)
		})
		(*p)[id] = m
	}
}

// documents answers OPA's reads of data from Data. OPA asks it before the store;
// without it each evaluation would read, and note, every path anew. What has
// been asked for is kept, so that all evaluations share it. It is safe for
// concurrent use: what two make at once is the same.
type documents struct {
	texts, nodes packed.List
	keys         []atomic.Pointer[map[string]uint32] // of objects that have been asked for
	terms        []atomic.Pointer[ast.Term]
}

func (d Data) open() (*documents, map[string]measure) {
	parts := packed.List(d)
	out := &documents{texts: packed.List(parts.At(dataTexts)), nodes: packed.List(parts.At(dataNodes))}
	out.keys = make([]atomic.Pointer[map[string]uint32], out.nodes.Len())
	out.terms = make([]atomic.Pointer[ast.Term], out.nodes.Len())
	var measures map[string]measure
	codeMeasures(packed.NewReader(parts.At(dataMeasures), out.texts), &measures)
	return out, measures
}

// object is the keys of an object and their values, or nil.
func (d *documents) object(id uint32) map[string]uint32 {
	if m := d.keys[id].Load(); m != nil {
		return *m
	}
	node := d.nodes.At(int(id))
	if node[0] != nodeObject {
		return nil
	}
	numbers := packed.Uint32s(node[1:])
	n := numbers.Len() / 2
	m := make(map[string]uint32, n)
	for i := range n {
		m[d.texts.At(int(numbers.At(i)))] = numbers.At(n + i)
	}
	d.keys[id].Store(&m)
	return m
}

// at is the object at a path below data.catalog, or nil.
func (d *documents) at(path ...string) map[string]uint32 {
	object := d.object(uint32(d.nodes.Len() - 1))
	for _, key := range path {
		id, ok := object[key]
		if !ok {
			return nil
		}
		object = d.object(id)
	}
	return object
}

func (d *documents) term(id uint32) *ast.Term {
	if t := d.terms[id].Load(); t != nil {
		return t
	}
	node := d.nodes.At(int(id))
	numbers := packed.Uint32s(node[1:])
	var value ast.Value
	switch node[0] {
	case nodeObject:
		n := numbers.Len() / 2
		pairs := make([][2]*ast.Term, n)
		for i := range pairs {
			pairs[i] = [2]*ast.Term{ast.StringTerm(d.texts.At(int(numbers.At(i)))), d.term(numbers.At(n + i))}
		}
		value = ast.NewObject(pairs...)
	case nodeArray:
		elements := make([]*ast.Term, numbers.Len())
		for i := range elements {
			elements[i] = d.term(numbers.At(i))
		}
		value = ast.NewArray(elements...)
	case nodeString:
		value = ast.String(d.texts.At(int(numbers.At(0))))
	case nodeNumber:
		value = ast.Number(d.texts.At(int(numbers.At(0))))
	case nodeTrue, nodeFalse:
		value = ast.Boolean(node[0] == nodeTrue)
	default:
		value = ast.NullValue
	}
	d.terms[id].CompareAndSwap(nil, ast.NewTerm(value))
	return d.terms[id].Load()
}

// Get implements topdown.BaseCache; ref begins with data.
func (d *documents) Get(ref ast.Ref) ast.Value {
	whole := uint32(d.nodes.Len() - 1)
	if len(ref) == 1 {
		return ast.NewObject([2]*ast.Term{ast.StringTerm("catalog"), d.term(whole)})
	}
	if key, ok := ref[1].Value.(ast.String); !ok || key != "catalog" {
		return nil
	}
	id := whole
	for i, key := range ref[2:] {
		name, isName := key.Value.(ast.String)
		object := d.object(id)
		if !isName || object == nil {
			value, err := d.term(id).Value.Find(ref[2+i:])
			if err != nil {
				return nil
			}
			return value
		}
		var ok bool
		if id, ok = object[string(name)]; !ok {
			return nil
		}
	}
	return d.term(id).Value
}

// Put implements topdown.BaseCache. There is nothing to remember.
func (*documents) Put(ast.Ref, ast.Value) {}

// vocabulary keeps the terms of words that claims use, so that the next claim
// need not build them anew.
type vocabulary struct {
	terms sync.Map // string -> *ast.Term
	room  atomic.Int64
}

// maxWords bounds what claims files of others can make us keep.
const maxWords = 2000

func (v *vocabulary) term(s string) *ast.Term {
	if t, ok := v.terms.Load(s); ok {
		return t.(*ast.Term)
	}
	t := ast.StringTerm(s)
	if v.room.Add(1) <= maxWords {
		v.terms.Store(s, t)
	}
	return t
}
