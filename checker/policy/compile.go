package policy

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/article41/article41/checker/packed"
	"github.com/open-policy-agent/opa/v1/ast"
)

type source struct {
	path string
	text []byte
}

// digest names the policies: each path and text is preceded by its length, so
// that moving bytes from one file to the next changes it.
func digest(policies fs.FS, paths []string) (string, error) {
	sum, err := packed.Digest(policies, paths, func(path string, size int64) string { return fmt.Sprintf("%d:%s%d:", len(path), path, size) })
	if err != nil {
		return "", fmt.Errorf("read policies: %w", err)
	}
	return sum, nil
}

// files are the policies and what has been parsed of them.
type files struct {
	fsys    fs.FS
	paths   []string
	modules map[string]*ast.Module // by path
}

// categoriesDir holds one folder for each category; what lies outside belongs
// to all.
const categoriesDir = "categories/"

// compile compiles the policies for some categories, by package, or for all if
// categories is nil, in strict mode. METADATA is not read here: it is YAML in
// each rule's comment and would take longer than all the rest; the package's
// tests check it.
func (f *files) compile(categories map[string]bool) (*ast.Compiler, error) {
	var wanted []string
	for _, path := range f.paths {
		if isWanted(path, categories) {
			wanted = append(wanted, path)
		}
	}
	modules, err := f.parse(wanted)
	if err != nil {
		return nil, err
	}
	c := ast.NewCompiler().WithStrict(true).WithCapabilities(capabilities()).WithEnablePrintStatements(false)
	c.Compile(modules) // it works on copies
	if c.Failed() {
		return nil, located(c.Errors)
	}
	return c, nil
}

// isWanted reports whether the policies for some categories, or for all if there
// are none, need a file.
func isWanted(path string, categories map[string]bool) bool {
	in, isCategory := strings.CutPrefix(path, categoriesDir)
	category, _, _ := strings.Cut(in, "/")
	return !isCategory || categories == nil || categories[category]
}

// parse works on two files at a time; it is a third of the time to load.
func (f *files) parse(wanted []string) (map[string]*ast.Module, error) {
	if f.modules == nil {
		f.modules = make(map[string]*ast.Module, len(f.paths))
	}
	missing, err := readSources(f.fsys, slices.DeleteFunc(slices.Clone(wanted), func(path string) bool { return f.modules[path] != nil }))
	if err != nil {
		return nil, err
	}
	parsed, err := parse(missing, ast.ParserOptions{RegoVersion: ast.RegoV1})
	if err != nil {
		return nil, err
	}
	maps.Copy(f.modules, parsed)
	modules := make(map[string]*ast.Module, len(wanted))
	for _, path := range wanted {
		modules[path] = f.modules[path]
	}
	return modules, nil
}

func parse(files []source, options ast.ParserOptions) (map[string]*ast.Module, error) {
	parsed := make([]*ast.Module, len(files))
	errs := make([]error, len(files))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(files); i = int(next.Add(1)) - 1 {
				parsed[i], errs[i] = ast.ParseModuleWithOpts(files[i].path, string(files[i].text), options)
			}
		})
	}
	wg.Wait()
	modules := make(map[string]*ast.Module, len(files))
	for i, f := range files {
		if errs[i] != nil {
			errs[i] = located(errs[i])
		}
		modules[f.path] = parsed[i]
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return modules, nil
}

// capabilities allow deterministic builtins only: the same claim gets the same
// answer on every machine, and a policy of somebody else's can neither read the
// environment (opa.runtime) nor reach the network.
func capabilities() *ast.Capabilities {
	caps := ast.CapabilitiesForThisVersion()
	caps.Builtins = slices.DeleteFunc(slices.Clone(caps.Builtins), func(b *ast.Builtin) bool {
		return b.Nondeterministic || strings.HasPrefix(b.Name, "net.")
	})
	caps.AllowNet = []string{} // not nil, which would allow every host
	return caps
}

// located turns OPA's errors into one line each: file:line:column: message.
func located(err error) error {
	list, ok := errors.AsType[ast.Errors](err)
	if !ok {
		one, ok := errors.AsType[*ast.Error](err)
		if !ok {
			return fmt.Errorf("policies: %w", err)
		}
		list = ast.Errors{one}
	}
	out := make([]error, len(list))
	for i, e := range list {
		place := "policies"
		if l := e.Location; l != nil {
			place = fmt.Sprintf("%s:%d:%d", l.File, max(l.Row, 1), max(l.Col, 1)) // an empty file has row 0
		}
		out[i] = fmt.Errorf("%s: %s", place, strings.ReplaceAll(e.Message, "\n", " "))
	}
	slices.SortFunc(out, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return errors.Join(out...)
}
