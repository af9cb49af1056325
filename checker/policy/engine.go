package policy

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/metrics"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// Query is the entry point of the policies.
const Query = "data.article41.result"

// DefaultTimeout bounds the evaluation of one claim. Ours takes microseconds;
// the bound is for policies of others, which may not end.
const DefaultTimeout = 2 * time.Second

// Options of an engine.
type Options struct {
	Timeout time.Duration // for one claim; 0: DefaultTimeout
}

// Engine holds the compiled policies and the catalogue. It is safe for
// concurrent use.
type Engine struct {
	query    rego.PreparedEvalQuery
	compiler *ast.Compiler
	store    storage.Store
	txn      storage.Transaction // read-only and shared: nothing ever writes to the store
	data     documents
	known    vocabulary
	index    map[string]any // target, activity, measure ids
	measures map[string]measure
	digest   string
	timeout  time.Duration
}

// New compiles the policies, tests left out, and keeps catalogData as the
// document data.catalog. The engine owns catalogData from here on: the caller
// must not touch it again. Errors in policies name file:line:column.
func New(ctx context.Context, policies fs.FS, catalogData map[string]any) (*Engine, error) {
	return NewWithOptions(ctx, policies, catalogData, Options{})
}

// NewWithOptions is New with options.
func NewWithOptions(ctx context.Context, policies fs.FS, catalogData map[string]any, opts Options) (*Engine, error) {
	files, err := sources(policies)
	if err != nil {
		return nil, err
	}
	measures, err := readMeasures(catalogData)
	if err != nil {
		return nil, err
	}
	compiler, err := compile(files)
	if err != nil {
		return nil, err
	}
	for _, rule := range []string{Query, undecidedRule} {
		if len(compiler.GetRulesExact(ast.MustParseRef(rule))) == 0 {
			return nil, fmt.Errorf("policies: there is no rule %s; is article41.rego missing?", rule)
		}
	}
	e := &Engine{
		compiler: compiler,
		store: inmem.NewFromObjectWithOpts(map[string]any{"catalog": catalogData},
			inmem.OptRoundTripOnWrite(false), inmem.OptReturnASTValuesOnRead(true)),
		known:    vocabulary{"": ast.StringTerm("")},
		measures: measures,
		digest:   digest(files),
		timeout:  cmp.Or(opts.Timeout, DefaultTimeout),
	}
	e.index, _ = catalogData["index"].(map[string]any)
	e.known.add(catalogData)
	if e.txn, err = e.store.NewTransaction(ctx); err != nil {
		return nil, fmt.Errorf("policies: open the catalogue: %w", err)
	}
	root, err := e.store.Read(ctx, e.txn, storage.RootPath)
	if err != nil {
		return nil, fmt.Errorf("policies: read the catalogue: %w", err)
	}
	object, ok := root.(ast.Object)
	if !ok {
		return nil, fmt.Errorf("policies: the catalogue is kept as %T, not as a term", root)
	}
	e.data = documents{object}
	if e.query, err = e.prepare(ctx, Query); err != nil {
		return nil, err
	}
	return e, nil
}

func (e *Engine) prepare(ctx context.Context, query string) (rego.PreparedEvalQuery, error) {
	prepared, err := rego.New(rego.Compiler(e.compiler), rego.Store(e.store), rego.Transaction(e.txn),
		rego.StrictBuiltinErrors(true), rego.Query(query)).PrepareForEval(ctx)
	if err != nil {
		return prepared, fmt.Errorf("policies: prepare %s: %w", query, err)
	}
	return prepared, nil
}

// Digest is the SHA-256 over the policies, tests excluded, in path order.
func (e *Engine) Digest() string { return e.digest }

// Evaluate judges one claim. An error means that there is no answer, never that
// there is no finding.
func (e *Engine) Evaluate(ctx context.Context, in Input) (Result, error) {
	value, err := in.value(e.known)
	if err != nil {
		return Result{}, fmt.Errorf("claim %s: %w", in.ID, err)
	}
	term, err := e.eval(ctx, e.query, Query, value)
	if err != nil {
		return Result{}, fmt.Errorf("claim %s: %w", in.ID, err)
	}
	result, err := e.decode(term)
	if err != nil {
		return Result{}, fmt.Errorf("claim %s: the policies gave an answer that cannot be used: %w", in.ID, err)
	}
	if n := len(result.Decisions); n > 0 && n < e.applicable(&in) {
		if err := e.undecided(ctx, value); err != nil {
			return Result{}, fmt.Errorf("claim %s: %w", in.ID, err)
		}
	}
	return result, nil
}

func (e *Engine) eval(ctx context.Context, query rego.PreparedEvalQuery, name string, input ast.Value) (ast.Value, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	// An external cancel keeps OPA from starting a goroutine for each call.
	cancel := topdown.NewCancel()
	timer := time.AfterFunc(e.timeout, cancel.Cancel)
	defer timer.Stop()
	if ctx.Done() != nil {
		defer context.AfterFunc(ctx, cancel.Cancel)()
	}
	rs, err := query.Eval(ctx,
		rego.EvalParsedInput(input), rego.EvalTransaction(e.txn), rego.EvalExternalCancel(cancel),
		rego.EvalBaseCache(e.data), rego.EvalMetrics(metrics.NoOp()), rego.EvalGenerateJSON(keepTerm))
	switch {
	case topdown.IsCancel(err) && ctx.Err() != nil:
		return nil, ctx.Err()
	case topdown.IsCancel(err):
		return nil, fmt.Errorf("the policies took longer than %s; look for a rule that does not end", e.timeout)
	case err != nil:
		return nil, fmt.Errorf("evaluate: %w", err)
	case len(rs) != 1 || len(rs[0].Expressions) != 1:
		return nil, fmt.Errorf("%s is undefined", name)
	}
	value, ok := rs[0].Expressions[0].Value.(ast.Value)
	if !ok {
		return nil, errors.New("OPA gave no term")
	}
	return value, nil
}

// keepTerm spares the conversion to plain Go values.
func keepTerm(t *ast.Term, _ *rego.EvalContext) (any, error) { return t.Value, nil }
