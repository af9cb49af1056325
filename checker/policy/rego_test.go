package policy

import (
	"bytes"
	"encoding/json"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/format"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"

	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/policies"
	"github.com/article41/article41/rules"
)

// everyFile are all policies, tests included.
func everyFile(t *testing.T) []source {
	t.Helper()
	out, err := regoFiles(policies.FS, true)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func parsed(t *testing.T, files []source) map[string]*ast.Module {
	t.Helper()
	modules, err := parse(files, ast.ParserOptions{RegoVersion: ast.RegoV1, ProcessAnnotation: true})
	if err != nil {
		t.Fatal(err)
	}
	return modules
}

func isTest(file string) bool { return strings.HasSuffix(file, "_test.rego") }

func realData(t testing.TB) map[string]any {
	t.Helper()
	c, err := catalog.Load(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	return c.PolicyData()
}

// The Rego tests run here, so that `go test` is all that is needed, under the
// catalogue of rules/.
func TestRego(t *testing.T) {
	const atLeast = 95 // per cent of the lines of policies, tests left out
	modules := parsed(t, everyFile(t))
	coverage := cover.New()
	ctx := t.Context()
	store := inmem.NewFromObject(map[string]any{"catalog": realData(t)})
	txn := storage.NewTransactionOrDie(ctx, store)
	defer store.Abort(ctx, txn)
	results, err := tester.NewRunner().
		SetCompiler(ast.NewCompiler().WithCapabilities(capabilities()).WithEnablePrintStatements(true)).
		SetStore(store).SetModules(modules).SetTimeout(3*time.Minute).CapturePrintOutput(true).
		RaiseBuiltinErrors(true).SetCoverageQueryTracer(coverage).RunTests(ctx, txn)
	if err != nil {
		t.Fatal(err)
	}
	packages := map[string]int{}
	for r := range results {
		packages[r.Package]++
		switch {
		case r.Error != nil:
			t.Errorf("%s:%d: %s: %v", r.Location.File, r.Location.Row, r.Name, r.Error)
		case r.Fail:
			t.Errorf("%s:%d: %s failed\n%s", r.Location.File, r.Location.Row, r.Name, r.Output)
			for name, sub := range r.SubResults.Iter {
				if sub.Fail {
					t.Errorf("  case %s", strings.Join(name, "/"))
				}
			}
		case r.Skip:
			t.Errorf("%s:%d: %s is skipped", r.Location.File, r.Location.Row, r.Name)
		}
	}
	for file, m := range modules {
		if name := strings.TrimPrefix(m.Package.Path.String(), "data."); isTest(file) && packages["data."+name] == 0 {
			t.Errorf("%s: no test ran", file)
		}
		if strings.HasPrefix(file, "categories/") && !isTest(file) && modules[strings.TrimSuffix(file, ".rego")+"_test.rego"] == nil {
			t.Errorf("%s has no _test.rego beside it", file)
		}
	}

	report := coverage.Report(modules)
	covered, missed := 0, 0
	for _, f := range everyFile(t) {
		if isTest(f.path) {
			continue
		}
		file := report.Files[f.path]
		covered += file.CoveredLines
		missed += file.NotCoveredLines
		for _, r := range file.NotCovered {
			t.Logf("not covered: %s:%d-%d", f.path, r.Start.Row, r.End.Row)
		}
	}
	percent := 100 * float64(covered) / float64(covered+missed)
	t.Logf("%.1f %% of %d lines covered", percent, covered+missed)
	if percent < atLeast {
		t.Errorf("the tests cover %.1f %% of the policies, less than %d %%", percent, atLeast)
	}
}

func TestFormat(t *testing.T) {
	for _, f := range everyFile(t) {
		out, err := format.SourceWithOpts(f.path, f.text, format.Opts{RegoVersion: ast.RegoV1})
		if err != nil {
			t.Errorf("%s: %v", f.path, err)
		} else if !bytes.Equal(out, f.text) {
			t.Errorf("%s is not formatted; run opa fmt -w policies/", f.path)
		}
	}
}

// Strict mode, the schema of the input and the type checker, over all files.
func TestTypes(t *testing.T) {
	var schema any
	if err := json.Unmarshal(inputSchema, &schema); err != nil {
		t.Fatal(err)
	}
	schemas := ast.NewSchemaSet()
	schemas.Put(ast.SchemaRootRef, schema)
	check := func(files []source) error {
		c := ast.NewCompiler().WithStrict(true).WithCapabilities(capabilities()).WithSchemas(schemas).WithUseTypeCheckAnnotations(true)
		if c.Compile(parsed(t, files)); c.Failed() {
			return c.Errors
		}
		return nil
	}
	if err := check(everyFile(t)); err != nil {
		t.Error(err)
	}
	misspelt := source{"x.rego", []byte("package x\n\nresult if input.activty == \"arms_trade\"\n")}
	if err := check([]source{misspelt}); err == nil {
		t.Error("the type checker let a misspelt field of the input pass: the schema is not in use")
	}
}

// The document that Input becomes and the published schema agree.
func TestInputSchema(t *testing.T) {
	in := Input{Status: "asserted", DateBasis: "event", From: "2023-01-01", To: "2023-01-01", Parties: []Party{{Role: "partner", Country: "KP"}}}
	value, err := in.value(new(vocabulary), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Required   []string
		Properties map[string]any
	}
	if err := json.Unmarshal(inputSchema, &schema); err != nil {
		t.Fatal(err)
	}
	var keys, properties []string
	value.(ast.Object).Foreach(func(k, _ *ast.Term) { keys = append(keys, string(k.Value.(ast.String))) })
	for p := range schema.Properties {
		properties = append(properties, p)
	}
	slices.Sort(keys)
	slices.Sort(properties)
	slices.Sort(schema.Required)
	if !slices.Equal(keys, properties) || !slices.Equal(keys, schema.Required) {
		t.Errorf("input has %v, the schema %v and requires %v", keys, properties, schema.Required)
	}
}

// Each rule says what it encodes, and names measures that exist.
func TestMetadata(t *testing.T) {
	var files []source
	for _, f := range everyFile(t) {
		if !isTest(f.path) {
			files = append(files, f)
		}
	}
	modules := parsed(t, files)
	set, errs := ast.BuildAnnotationSet(slices.Collect(func(yield func(*ast.Module) bool) {
		for _, f := range files {
			if !yield(modules[f.path]) {
				return
			}
		}
	}))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	measures := realData(t)["measures"].(map[string]any)
	complete := func(place string, a *ast.Annotations, category string) {
		if a == nil {
			t.Errorf("%s has no METADATA", place)
			return
		}
		if a.Title == "" || a.Description == "" || len(a.RelatedResources) == 0 {
			t.Errorf("%s: METADATA lacks its title, description or related_resources", place)
		}
		for _, r := range a.RelatedResources {
			if r.Ref.Scheme != "https" {
				t.Errorf("%s: the resource %s is not a link", place, &r.Ref)
			}
		}
		if a.Custom["category"] != category {
			t.Errorf("%s: custom.category is %v, not %s", place, a.Custom["category"], category)
		}
		ids, ok := a.Custom["measures"].([]any)
		if !ok {
			t.Errorf("%s: custom.measures is not a list", place)
		}
		for _, id := range ids {
			if _, ok := measures[id.(string)]; !ok {
				t.Errorf("%s: custom.measures names %v, which the catalogue does not have", place, id)
			}
		}
	}
	assessed := map[string]bool{}
	for _, f := range files {
		m := modules[f.path]
		category := "all"
		if rest, ok := strings.CutPrefix(f.path, "categories/"); ok {
			category = strings.ReplaceAll(path.Dir(rest), "_", "-")
			complete(f.path, set.GetPackageScope(m.Package), category)
		}
		want := append([]string{"article41"}, strings.Split(path.Dir(f.path), "/")...)
		if path.Dir(f.path) == "." {
			want = want[:1]
		}
		if got := strings.TrimPrefix(m.Package.Path.String(), "data."); got != strings.Join(want, ".") {
			t.Errorf("%s: package %s does not mirror the folder", f.path, got)
		}
		for _, r := range m.Rules {
			place := r.Location.File + ": " + r.Ref().String()
			annotations := set.GetRuleScope(r)
			if document := set.GetDocumentScope(r.Ref().GroundPrefix()); document != nil {
				annotations = append(slices.Clone(annotations), document)
			}
			if len(annotations) == 0 {
				complete(place, nil, category)
			}
			for _, a := range annotations {
				complete(place, a, category)
				if r.Head.Reference[0].String() == "assessment" {
					id := string(r.Head.Reference[1].Value.(ast.String))
					assessed[id] = true
					if !slices.Contains(a.Custom["measures"].([]any), any(id)) {
						t.Errorf("%s: custom.measures lacks it", place)
					}
				}
			}
		}
	}
	for id := range measures {
		if !assessed[id] {
			t.Errorf("measure %s has no assessment in policies/categories", id)
		}
	}
}
