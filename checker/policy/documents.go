package policy

import "github.com/open-policy-agent/opa/v1/ast"

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
