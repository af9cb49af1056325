package policy

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// Tested is what the policies and their tests hold of one measure.
type Tested struct {
	Policy string // file:line of its assessment, "" if there is none
	Cases  []Case // by name
}

// Case is one row of the table `cases` of a category's tests.
type Case struct {
	Name     string
	From, To string // law date, YYYY-MM-DD
	Want     string // verdict, or "none"
}

// NoVerdict is what a case wants that the measure must not reach.
const NoVerdict = "none"

// Assessments says, by measure, where the policies assess it: file:line.
func Assessments(policies fs.FS) (map[string]string, error) {
	files, err := regoFiles(policies, false)
	if err != nil {
		return nil, err
	}
	modules, err := parse(files, ast.ParserOptions{RegoVersion: ast.RegoV1})
	if err != nil {
		return nil, err
	}
	return assessments(modules), nil
}

func assessments(modules map[string]*ast.Module) map[string]string {
	out := map[string]string{}
	for _, m := range modules {
		for _, r := range m.Rules {
			ref := r.Head.Ref()
			if len(ref) != 2 || ref[0].String() != "assessment" {
				continue
			}
			if id, ok := ref[1].Value.(ast.String); ok {
				out[string(id)] = fmt.Sprintf("%s:%d", r.Location.File, r.Location.Row)
			}
		}
	}
	return out
}

// Tests reads, by measure, where the policies assess it and which cases test it.
// It runs no test.
func Tests(ctx context.Context, policies fs.FS, catalogData map[string]any) (map[string]Tested, error) {
	files, err := regoFiles(policies, true)
	if err != nil {
		return nil, err
	}
	modules, err := parse(files, ast.ParserOptions{RegoVersion: ast.RegoV1})
	if err != nil {
		return nil, err
	}
	out := map[string]Tested{}
	for id, place := range assessments(modules) {
		out[id] = Tested{Policy: place}
	}
	c := ast.NewCompiler().WithCapabilities(capabilities())
	if c.Compile(modules); c.Failed() {
		return nil, located(c.Errors)
	}
	cases := ast.VarTerm("cases")
	query := ast.NewBody(ast.Equality.Expr(cases, ast.MustParseTerm("data.article41.categories[category].cases")))
	store := inmem.NewFromObject(map[string]any{"catalog": catalogData})
	txn, err := store.NewTransaction(ctx)
	if err != nil {
		return nil, fmt.Errorf("policies: read the test cases: %w", err)
	}
	defer store.Abort(ctx, txn)
	results, err := topdown.NewQuery(query).WithCompiler(c).WithStore(store).WithTransaction(txn).WithStrictBuiltinErrors(true).Run(ctx)
	if err != nil {
		return nil, fmt.Errorf("policies: read the test cases: %w", err)
	}
	for _, r := range results {
		plain, err := ast.JSON(r[cases.Value.(ast.Var)].Value)
		if err != nil {
			return nil, fmt.Errorf("policies: read the test cases: %w", err)
		}
		tables, _ := plain.(map[string]any)
		for id, rows := range tables {
			t := out[id]
			named, _ := rows.(map[string]any)
			for name, row := range named {
				fields, _ := row.(map[string]any)
				claim, _ := fields["claim"].(map[string]any)
				date, _ := claim["date"].(map[string]any)
				from, _ := date["from"].(string)
				to, _ := date["to"].(string)
				want, _ := fields["want"].(string)
				if want != NoVerdict && !slices.Contains(verdicts, want) || !isDate(from) || !isDate(to) {
					return nil, fmt.Errorf("policies: case %q of %s wants %q of a claim of %s to %s; it needs a verdict or %q, and dates", name, id, want, from, to, NoVerdict)
				}
				t.Cases = append(t.Cases, Case{name, from, to, want})
			}
			slices.SortFunc(t.Cases, func(a, b Case) int { return cmp.Compare(a.Name, b.Name) })
			out[id] = t
		}
	}
	return out, nil
}

// regoFiles reads the .rego files in path order.
func regoFiles(policies fs.FS, tests bool) ([]source, error) {
	paths, err := regoPaths(policies, tests)
	if err != nil {
		return nil, err
	}
	return readSources(policies, paths)
}

func readSources(policies fs.FS, paths []string) ([]source, error) {
	out := make([]source, len(paths))
	for i, path := range paths {
		text, err := fs.ReadFile(policies, path)
		if err != nil {
			return nil, fmt.Errorf("read policies: %w", err)
		}
		out[i] = source{path, text}
	}
	return out, nil
}

// regoPaths finds the .rego files, in path order.
func regoPaths(policies fs.FS, tests bool) ([]string, error) {
	var out []string
	err := fs.WalkDir(policies, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".rego") || !tests && strings.HasSuffix(path, "_test.rego") {
			return err
		}
		out = append(out, path)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read policies: %w", err)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("read policies: there is no .rego file")
	}
	return out, nil
}
