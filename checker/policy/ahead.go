package policy

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"github.com/article41/article41/checker/packed"
	"github.com/open-policy-agent/opa/v1/ast"
)

// Ahead are policies compiled beforehand: the modules as they leave OPA's
// compiler. To read those that a claim needs is a tenth of the work of parsing
// and compiling them. They never change an answer: an engine takes them only if
// they were made of the very policies that it is given.
//
// A term stands in them once, and all that hold it share it, except for
// comprehensions, which OPA knows by their address. Of places in the files only
// those of rules are kept. Types and annotations, which evaluation does not ask
// for, are not.
type Ahead string

// The parts of the list that Ahead is.
const (
	aheadFormat    = iota
	aheadDigest    // of the policies
	aheadTexts     // strings
	aheadTerms     // records of terms
	aheadModules   // records of modules, which begin with the path
	aheadFunctions // names of the functions of OPA's that are used
	aheadStages    // names of OPA's stages that are left to do
	aheadParts

	aheadVersion = "compiled policies 1"
)

// CompileAhead compiles the policies, tests left out.
func CompileAhead(policies fs.FS) (Ahead, error) {
	paths, err := regoPaths(policies, false)
	if err != nil {
		return "", err
	}
	sum, err := digest(policies, paths)
	if err != nil {
		return "", err
	}
	c, err := (&files{fsys: policies, paths: paths}).compile(nil)
	if err != nil {
		return "", err
	}
	a := &aheadCoder{ids: map[string]int{}, functions: map[string]bool{}}
	stages := []ast.StageID{takeAfter, ast.StageSetModuleTree, ast.StageSetRuleTree, ast.StageBuildRuleIndices}
	var modules [][]byte
	for _, path := range slices.Sorted(maps.Keys(c.Modules)) {
		record, m := packed.NewWriter(&a.writtenTexts), c.Modules[path]
		packed.String(record, &path)
		a.module(record, path, m)
		modules = append(modules, record.Bytes())
		ast.WalkTerms(m, func(t *ast.Term) bool {
			if c.ComprehensionIndex(t) != nil && !slices.Contains(stages, ast.StageBuildComprehensionIndices) {
				stages = append(stages, ast.StageBuildComprehensionIndices)
			}
			return false
		})
	}
	if len(a.errs) > 0 {
		return "", fmt.Errorf("compile the policies beforehand: %w", errors.Join(a.errs...))
	}
	return Ahead(packed.NewList([]string{
		aheadFormat:    aheadVersion,
		aheadDigest:    sum,
		aheadTexts:     string(a.writtenTexts.List()),
		aheadTerms:     string(packed.NewList(a.written)),
		aheadModules:   string(packed.NewList(modules)),
		aheadFunctions: string(packed.NewList(slices.Sorted(maps.Keys(a.functions)))),
		aheadStages:    string(packed.NewList(stages)),
	})), nil
}

// of reports whether a was made of the policies with this digest.
func (a Ahead) of(digest string) bool {
	parts := packed.List(a)
	return parts.Len() == aheadParts && parts.At(aheadFormat) == aheadVersion && parts.At(aheadDigest) == digest
}

// takeAfter is the stage behind which the modules are put into the compiler; it
// has nothing to do itself.
const takeAfter = ast.StageCheckDuplicateImports

// compile is like files.compile.
func (a Ahead) compile(categories map[string]bool) (*ast.Compiler, error) {
	parts := packed.List(a)
	terms := packed.List(parts.At(aheadTerms))
	reader := &aheadCoder{texts: packed.List(parts.At(aheadTexts)), terms: terms, known: make([]*ast.Term, terms.Len())}
	modules, stubs := map[string]*ast.Module{}, map[string]*ast.Module{}
	records := packed.List(parts.At(aheadModules))
	for i := range records.Len() {
		record := packed.NewReader(records.At(i), reader.texts)
		var path string
		if packed.String(record, &path); isWanted(path, categories) {
			m := new(ast.Module)
			reader.module(record, path, m)
			modules[path], stubs[path] = m, &ast.Module{Package: m.Package}
		}
	}
	// What the capabilities refuse was refused before; the functions are needed
	// for the number of their arguments.
	caps := &ast.Capabilities{AllowNet: []string{}}
	functions := packed.List(parts.At(aheadFunctions))
	for i := range functions.Len() {
		if f := ast.BuiltinMap[functions.At(i)]; f != nil {
			caps.Builtins = append(caps.Builtins, f)
		}
	}
	skipped := ast.AllStages()
	stages := packed.List(parts.At(aheadStages))
	for i := range stages.Len() {
		skipped = slices.DeleteFunc(skipped, func(s ast.StageID) bool { return string(s) == stages.At(i) })
	}
	// Compile would copy the modules, so it gets empty ones.
	takeModules := ast.CompilerStageDefinition{Name: "TakeModules", Stage: func(c *ast.Compiler) *ast.Error {
		c.Modules = modules
		return nil
	}}
	c := ast.NewCompiler().WithCapabilities(caps).WithSkipStages(skipped...).WithStageAfterID(takeAfter, takeModules)
	c.Compile(stubs)
	if c.Failed() {
		return nil, located(c.Errors)
	}
	return c, nil
}

// aheadCoder writes or reads modules; see packed.Coder.
type aheadCoder struct {
	writtenTexts packed.Strings
	written      [][]byte
	ids          map[string]int // by record
	functions    map[string]bool
	errs         []error

	texts packed.List
	terms packed.List
	known []*ast.Term   // those already read
	place *ast.Location // of the rule that is being read
}

func (a *aheadCoder) refuse(x any) { a.errs = append(a.errs, fmt.Errorf("%T has no compiled form", x)) }

func (a *aheadCoder) module(c *packed.Coder, path string, m *ast.Module) {
	if m.Package == nil {
		m.Package = new(ast.Package)
	}
	a.ref(c, &m.Package.Path)
	packed.Slice(c, &m.Rules, func(c *packed.Coder, r **ast.Rule) { a.rule(c, path, m, r) })
}

func (a *aheadCoder) rule(c *packed.Coder, path string, m *ast.Module, p **ast.Rule) {
	if !c.Writes() {
		place := &ast.Location{File: path}
		*p = &ast.Rule{Module: m, Location: place, Head: &ast.Head{Location: place}}
		a.place = place
	}
	r := *p
	packed.Int(c, &r.Location.Row)
	packed.Int(c, &r.Location.Col)
	packed.Bool(c, &r.Default)
	packed.Bool(c, &r.Head.Assign)
	packed.String(c, &r.Head.Name)
	a.ref(c, &r.Head.Reference)
	packed.Slice(c, (*[]*ast.Term)(&r.Head.Args), a.term)
	a.optional(c, &r.Head.Key)
	a.optional(c, &r.Head.Value)
	a.body(c, &r.Body)
	otherwise := r.Else != nil
	if packed.Bool(c, &otherwise); otherwise {
		a.rule(c, path, m, &r.Else)
	}
}

func (a *aheadCoder) body(c *packed.Coder, p *ast.Body) {
	packed.Slice(c, (*[]*ast.Expr)(p), a.expr)
}

// The kinds of expressions.
const (
	exprTerm uint8 = iota
	exprCall
	exprEvery
)

func (a *aheadCoder) expr(c *packed.Coder, p **ast.Expr) {
	if !c.Writes() {
		*p = &ast.Expr{Location: a.place}
	}
	e := *p
	if len(e.With) > 0 {
		a.refuse(e.With[0])
	}
	var kind uint8
	switch e.Terms.(type) {
	case nil, *ast.Term:
	case []*ast.Term:
		kind = exprCall
	case *ast.Every:
		kind = exprEvery
	default:
		a.refuse(e.Terms)
	}
	packed.Uint(c, &kind)
	packed.Int(c, &e.Index)
	packed.Bool(c, &e.Negated)
	packed.Bool(c, &e.Generated)
	switch kind {
	case exprTerm:
		t, _ := e.Terms.(*ast.Term)
		a.term(c, &t)
		e.Terms = t
	case exprCall:
		ts, _ := e.Terms.([]*ast.Term)
		packed.Slice(c, &ts, a.term)
		e.Terms = ts
	case exprEvery:
		x, ok := e.Terms.(*ast.Every)
		if !ok {
			x = &ast.Every{Location: a.place}
		}
		a.optional(c, &x.Key)
		a.term(c, &x.Value)
		a.term(c, &x.Domain)
		a.body(c, &x.Body)
		e.Terms = x
	}
}

func (a *aheadCoder) ref(c *packed.Coder, p *ast.Ref) {
	packed.Slice(c, (*[]*ast.Term)(p), a.term)
}

func (a *aheadCoder) optional(c *packed.Coder, p **ast.Term) {
	there := *p != nil
	if packed.Bool(c, &there); there {
		a.term(c, p)
	}
}

// term codes the number of the term's record.
func (a *aheadCoder) term(c *packed.Coder, p **ast.Term) {
	if c.Writes() {
		record := packed.NewWriter(&a.writtenTexts)
		a.value(record, &(*p).Value)
		id, ok := a.ids[string(record.Bytes())]
		if !ok || ast.IsComprehension((*p).Value) {
			id = len(a.written)
			a.written = append(a.written, record.Bytes())
			a.ids[string(record.Bytes())] = id
		}
		packed.Uint(c, &id)
		return
	}
	var id int
	packed.Uint(c, &id)
	if a.known[id] == nil {
		t := new(ast.Term)
		back := c.Turn(a.terms.At(id))
		a.value(c, &t.Value)
		c.Turn(back)
		a.known[id] = t
	}
	*p = a.known[id]
}

// The kinds of values.
const (
	valueNull uint8 = iota
	valueFalse
	valueTrue
	valueNumber
	valueString
	valueVar
	valueRef
	valueCall
	valueArray
	valueObject
	valueSet
	valueArrayOf
	valueObjectOf
	valueSetOf
)

func (a *aheadCoder) kindOf(v ast.Value) uint8 {
	switch v := v.(type) {
	case ast.Null:
		return valueNull
	case ast.Boolean:
		if v {
			return valueTrue
		}
		return valueFalse
	case ast.Number:
		return valueNumber
	case ast.String:
		return valueString
	case ast.Var:
		return valueVar
	case ast.Ref:
		if name := v.String(); ast.BuiltinMap[name] != nil {
			a.functions[name] = true
		}
		return valueRef
	case ast.Call:
		return valueCall
	case *ast.Array:
		return valueArray
	case ast.Object:
		return valueObject
	case ast.Set:
		return valueSet
	case *ast.ArrayComprehension:
		return valueArrayOf
	case *ast.ObjectComprehension:
		return valueObjectOf
	case *ast.SetComprehension:
		return valueSetOf
	}
	a.refuse(v)
	return valueNull
}

func (a *aheadCoder) value(c *packed.Coder, p *ast.Value) {
	var kind uint8
	if c.Writes() {
		kind = a.kindOf(*p)
	}
	packed.Uint(c, &kind)
	switch kind {
	case valueNull:
		*p = ast.NullValue
	case valueFalse, valueTrue:
		*p = ast.Boolean(kind == valueTrue)
	case valueNumber:
		textValue[ast.Number](c, p)
	case valueString:
		textValue[ast.String](c, p)
	case valueVar:
		textValue[ast.Var](c, p)
	case valueRef:
		v, _ := (*p).(ast.Ref)
		a.ref(c, &v)
		*p = v
	case valueCall:
		v, _ := (*p).(ast.Call)
		packed.Slice(c, (*[]*ast.Term)(&v), a.term)
		*p = v
	case valueArray:
		var elements []*ast.Term
		if v, ok := (*p).(*ast.Array); ok {
			v.Foreach(func(t *ast.Term) { elements = append(elements, t) })
		}
		packed.Slice(c, &elements, a.term)
		*p = ast.NewArray(elements...)
	case valueObject:
		var pairs [][2]*ast.Term
		if v, ok := (*p).(ast.Object); ok {
			v.Foreach(func(k, v *ast.Term) { pairs = append(pairs, [2]*ast.Term{k, v}) })
		}
		packed.Slice(c, &pairs, func(c *packed.Coder, pair *[2]*ast.Term) {
			a.term(c, &pair[0])
			a.term(c, &pair[1])
		})
		*p = ast.NewObject(pairs...)
	case valueSet:
		var elements []*ast.Term
		if v, ok := (*p).(ast.Set); ok {
			elements = v.Slice()
		}
		packed.Slice(c, &elements, a.term)
		*p = ast.NewSet(elements...)
	case valueArrayOf:
		v := orNew[ast.ArrayComprehension](*p)
		a.term(c, &v.Term)
		a.body(c, &v.Body)
		*p = v
	case valueObjectOf:
		v := orNew[ast.ObjectComprehension](*p)
		a.term(c, &v.Key)
		a.term(c, &v.Value)
		a.body(c, &v.Body)
		*p = v
	case valueSetOf:
		v := orNew[ast.SetComprehension](*p)
		a.term(c, &v.Term)
		a.body(c, &v.Body)
		*p = v
	}
}

func textValue[T interface {
	~string
	ast.Value
}](c *packed.Coder, p *ast.Value) {
	v, _ := (*p).(T)
	packed.String(c, &v)
	*p = v
}

// orNew is the value that is to be written, or one to read into.
func orNew[T any](v ast.Value) *T {
	if t, ok := any(v).(*T); ok {
		return t
	}
	return new(T)
}
