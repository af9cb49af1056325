package policy

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/metrics"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// Query is the entry point of the policies, for stock OPA. The engine asks for
// its two parts one by one: most claims of an article meet no measure, and those
// need not look for decisions.
const Query = "data.article41.result"

// The rules that the engine asks.
var (
	decisionsRule = entryPoint("decisions")
	setAsideRule  = entryPoint("set_aside")
	outsideRule   = entryPoint("outside") // measures in force that do not cover the act, and why
)

func entryPoint(rule string) ast.Ref {
	return ast.Ref{ast.DefaultRootDocument, ast.StringTerm("article41"), ast.StringTerm(rule)}
}

// DefaultTimeout bounds the evaluation of one claim. Ours takes microseconds;
// the bound is for policies of others, which may not end.
const DefaultTimeout = 2 * time.Second

// Options of an engine.
type Options struct {
	Timeout time.Duration // for one claim; 0: DefaultTimeout
	// OnDemand compiles a category's policies when the first claim needs them.
	// An article touches a few of them, and compiling is most of what a short
	// run costs. Mistakes in the others then go unseen: only for policies that
	// were tested as a whole.
	OnDemand bool
	Ahead    Ahead // policies compiled beforehand; used if they are the same
}

// Engine holds the policies and the catalogue. It is safe for concurrent use.
type Engine struct {
	files    *files
	ahead    Ahead // the files compiled beforehand, or ""
	store    storage.Store
	txn      storage.Transaction // read-only and shared: nothing ever writes to the store
	data     *documents
	known    vocabulary
	targets  map[string]uint32 // its keys are those of the regimes: sanctioned States and, without one, ids
	measures map[string]measure
	digest   string
	timeout  time.Duration

	compiling sync.Mutex
	unit      atomic.Pointer[unit] // what is compiled so far
}

// unit is a set of policies compiled together: the entry point, lib and some
// categories or all. It never changes; a larger one takes its place.
type unit struct {
	compiler   *ast.Compiler
	categories map[string]bool // packages; nil: all
}

func (u *unit) has(categories []string) bool {
	return u != nil && (u.categories == nil || !slices.ContainsFunc(categories, func(c string) bool { return !u.categories[c] }))
}

// New compiles the policies, tests left out, with catalogData as the document
// data.catalog. Errors in policies name file:line:column.
func New(ctx context.Context, policies fs.FS, catalogData map[string]any) (*Engine, error) {
	return NewWithOptions(ctx, policies, catalogData, Options{})
}

// NewWithOptions is New with options.
func NewWithOptions(ctx context.Context, policies fs.FS, catalogData map[string]any, opts Options) (*Engine, error) {
	data, err := NewData(catalogData, "")
	if err != nil {
		return nil, err
	}
	return Open(ctx, policies, data, opts)
}

// Open is NewWithOptions for a catalogue that has been made Data.
func Open(ctx context.Context, policies fs.FS, data Data, opts Options) (*Engine, error) {
	paths, err := regoPaths(policies, false)
	if err != nil {
		return nil, err
	}
	sum, err := digest(policies, paths)
	if err != nil {
		return nil, err
	}
	e := &Engine{
		files:   &files{fsys: policies, paths: paths},
		digest:  sum,
		timeout: cmp.Or(opts.Timeout, DefaultTimeout),
		store:   inmem.NewFromASTObject(ast.NewObject()), // data answers instead
	}
	if opts.Ahead.of(e.digest) {
		e.ahead = opts.Ahead
	}
	e.data, e.measures = data.open()
	e.targets = e.data.at("targets")
	if e.txn, err = e.store.NewTransaction(ctx); err != nil {
		return nil, fmt.Errorf("policies: open the catalogue: %w", err)
	}
	if !opts.OnDemand {
		if _, err := e.compiled(ctx, nil); err != nil {
			return nil, err
		}
	}
	return e, nil
}

// compiled returns policies that hold the categories, or all if there are none.
// The second time something is missing everything is compiled: a run over
// many articles soon needs most of it.
func (e *Engine) compiled(ctx context.Context, categories []string) (*unit, error) {
	if u := e.unit.Load(); u.has(categories) {
		return u, nil
	}
	e.compiling.Lock()
	defer e.compiling.Unlock()
	u := e.unit.Load()
	switch {
	case u.has(categories):
		return u, nil
	case u != nil || categories == nil:
		u = &unit{}
	default:
		u = &unit{categories: make(map[string]bool, len(categories))}
		for _, c := range categories {
			u.categories[c] = true
		}
	}
	compile := e.files.compile
	if e.ahead != "" {
		compile = e.ahead.compile
	}
	var err error
	if u.compiler, err = compile(u.categories); err != nil {
		return nil, err
	}
	for _, rule := range []ast.Ref{decisionsRule, setAsideRule, outsideRule} {
		if len(u.compiler.GetRulesExact(rule)) == 0 {
			return nil, fmt.Errorf("policies: there is no rule %s; is article41.rego missing?", rule)
		}
	}
	e.unit.Store(u)
	return u, nil
}

// Digest is the SHA-256 over the policies, tests excluded, in path order.
func (e *Engine) Digest() string { return e.digest }

// Prepare compiles at once what the claims will need. Evaluate does it too, but
// knows of one claim only.
func (e *Engine) Prepare(ctx context.Context, claims []Input) error {
	categories := []string{}
	for i := range claims {
		for _, id := range e.candidates(&claims[i]) {
			if c := e.measures[id].category; !slices.Contains(categories, c) {
				categories = append(categories, c)
			}
		}
	}
	_, err := e.compiled(ctx, categories)
	return err
}

// InputJSON is the document `input` that the policies are asked with, as
// input.schema.json describes it.
func (e *Engine) InputJSON(in Input) ([]byte, error) {
	value, err := in.value(&e.known, e.targets, e.capped(&in, e.candidates(&in)))
	if err != nil {
		return nil, fmt.Errorf("claim %s: %w", in.ID, err)
	}
	plain, err := ast.JSON(value)
	if err != nil {
		return nil, fmt.Errorf("claim %s: %w", in.ID, err)
	}
	return json.Marshal(plain)
}

// Evaluate judges one claim. An error means that there is no answer, never that
// there is no finding.
func (e *Engine) Evaluate(ctx context.Context, in Input) (Result, error) {
	result, err := e.evaluate(ctx, &in)
	if err != nil {
		return Result{}, fmt.Errorf("claim %s: %w", in.ID, err)
	}
	return result, nil
}

func (e *Engine) evaluate(ctx context.Context, in *Input) (Result, error) {
	candidates := e.candidates(in)
	value, err := in.value(&e.known, e.targets, e.capped(in, candidates))
	if err != nil {
		return Result{}, err
	}
	categories := make([]string, len(candidates))
	for i, id := range candidates {
		categories[i] = e.measures[id].category
	}
	u, err := e.compiled(ctx, categories)
	if err != nil {
		return Result{}, err
	}
	if len(candidates) > 0 {
		answer, err := e.eval(ctx, u, decisionsRule, value)
		if err != nil {
			return Result{}, err
		}
		result, err := e.decodeDecisions(answer)
		if err != nil {
			return Result{}, unusable(err)
		}
		if n := len(result.Decisions); n > 0 {
			if inForce := e.inForce(in, candidates); n < len(inForce) {
				err = e.silent(ctx, u, value, inForce, result.Decisions)
			}
			return result, err
		}
	}
	answer, err := e.eval(ctx, u, setAsideRule, value)
	if err != nil {
		return Result{}, err
	}
	aside, err := decodeAside(answer)
	if err != nil {
		return Result{}, unusable(err)
	}
	return Result{SetAside: aside}, nil
}

func unusable(err error) error {
	return fmt.Errorf("the policies gave an answer that cannot be used: %w", err)
}

// answerVar takes the value of the rule that is asked.
const answerVar = ast.Var("answer")

// eval asks topdown itself: package rego would add nothing but the packages that
// it draws in, WebAssembly and bundles among them, which every start pays for.
func (e *Engine) eval(ctx context.Context, u *unit, rule ast.Ref, input ast.Value) (ast.Value, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	// An external cancel keeps the watching of the context out of OPA.
	cancel := topdown.NewCancel()
	timer := time.AfterFunc(e.timeout, cancel.Cancel)
	defer timer.Stop()
	if ctx.Done() != nil {
		defer context.AfterFunc(ctx, cancel.Cancel)()
	}
	query := ast.NewBody(ast.Equality.Expr(ast.NewTerm(answerVar), ast.NewTerm(rule)))
	var answers []ast.Value
	err := topdown.NewQuery(query).
		WithCompiler(u.compiler).WithStore(e.store).WithTransaction(e.txn).WithBaseCache(e.data).
		WithInput(ast.NewTerm(input)).WithCancel(cancel).WithStrictBuiltinErrors(true).WithMetrics(metrics.NoOp()).
		Iter(ctx, func(r topdown.QueryResult) error {
			if t := r[answerVar]; t != nil {
				answers = append(answers, t.Value)
			}
			return nil
		})
	switch {
	case topdown.IsCancel(err) && ctx.Err() != nil:
		return nil, ctx.Err()
	case topdown.IsCancel(err):
		return nil, fmt.Errorf("the policies took longer than %s; look for a rule that does not end", e.timeout)
	case err != nil:
		return nil, fmt.Errorf("evaluate: %w", err)
	case len(answers) != 1:
		return nil, fmt.Errorf("%s is undefined", rule)
	}
	return answers[0], nil
}
