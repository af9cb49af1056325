package policy

import (
	"fmt"
	"reflect"

	"github.com/open-policy-agent/opa/v1/ast"
)

// documents answers OPA's reads of data from the catalogue in memory. OPA asks
// it before the store; without it each evaluation would read, and note, every
// path anew. It never changes, so all evaluations share it.
type documents struct{ root ast.Object }

// Get implements topdown.BaseCache; ref begins with data.
func (d documents) Get(ref ast.Ref) ast.Value {
	var value ast.Value = d.root
	for _, key := range ref[1:] {
		object, ok := value.(ast.Object)
		if !ok {
			return nil
		}
		term := object.Get(key)
		if term == nil {
			return nil
		}
		value = term.Value
	}
	return value
}

// Put implements topdown.BaseCache. There is nothing to remember.
func (documents) Put(ast.Ref, ast.Value) {}

// terms turns a document into terms. Where one map stands in several places,
// so does one term: the index of the catalogue leads to a measure by many keys.
func terms(document map[string]any) (ast.Value, error) {
	return (termsOf{}).object(document)
}

type termsOf map[uintptr]ast.Value // by address of the map

func (known termsOf) object(m map[string]any) (ast.Value, error) {
	at := reflect.ValueOf(m).Pointer()
	if v, ok := known[at]; ok {
		return v, nil
	}
	pairs := make([][2]*ast.Term, 0, len(m))
	for key, value := range m {
		v, err := known.value(value)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", key, err)
		}
		pairs = append(pairs, [2]*ast.Term{ast.StringTerm(key), ast.NewTerm(v)})
	}
	object := ast.NewObject(pairs...)
	known[at] = object
	return object, nil
}

func (known termsOf) value(x any) (ast.Value, error) {
	switch x := x.(type) {
	case map[string]any:
		return known.object(x)
	case []any:
		elements := make([]*ast.Term, len(x))
		for i, element := range x {
			v, err := known.value(element)
			if err != nil {
				return nil, fmt.Errorf("%d: %w", i, err)
			}
			elements[i] = ast.NewTerm(v)
		}
		return ast.NewArray(elements...), nil
	}
	return ast.InterfaceToValue(x)
}
