// Package config finds and reads article41.yaml, which gives the flags of the commands
// other values for a folder and what is below it.
//
// It imports strictyaml and knows no command: a key is the name of a flag with underscores.
package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/article41/article41/checker/strictyaml"
)

// Name of the file.
const Name = "article41.yaml"

// Kind is what a key's value is.
type Kind string

// The kinds.
const (
	Text   Kind = "text"
	List   Kind = "list" // of texts; one text stands for a list of one
	Number Kind = "number"
	Switch Kind = "switch" // true or false
	Path   Kind = "path"   // relative to the folder of the file
)

// Key is one that the file may have.
type Key struct {
	Name string // "fail_on"; the flag is Flag
	Kind Kind
}

// Flag of the key.
func (k Key) Flag() string { return strings.ReplaceAll(k.Name, "_", "-") }

// Env is the environment variable that gives the key another value.
func (k Key) Env() string { return "ARTICLE41_" + strings.ToUpper(k.Name) }

// Keys are all keys, in the order in which they are shown. What runs a program, sends text
// to somebody (the extractor) or names a file to be written is none: a file that lies in a
// folder of foreign articles must not be able to.
var Keys = []Key{
	{"format", List}, {"as_of", Text}, {"category", List}, {"measure", List}, {"status", List}, {"min_severity", Text},
	{"fail_on", Text}, {"waivers", Path}, {"baseline", Path}, {"show_suppressed", Switch}, {"policies", Path}, {"rules", Path},
	{"max_bytes", Number}, {"jobs", Number}, {"color", Text}, {"quiet", Switch},
}

// Value is what a file gives a key.
type Value struct {
	Key  Key
	Text []string // one, or those of a list
	Pos  strictyaml.Pos
}

// File is one configuration file.
type File struct {
	Path   string
	Values []Value // in the order of Keys
}

// Find is the file that holds for a folder: article41.yaml in it or the nearest folder
// above, up to the root of the repository (the folder that holds .git) if it lies in one;
// else the one in article41 below the user's configuration folder, which may be "". It
// returns "" when there is none.
func Find(dir, user string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real // the folders above are those of where it really lies
	}
	inside := ""
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Lstat(filepath.Join(d, ".git")); err == nil {
			inside = d
			break
		}
		if d == filepath.Dir(d) {
			break
		}
	}
	for d := dir; ; d = filepath.Dir(d) {
		path := filepath.Join(d, Name)
		info, err := os.Stat(path)
		switch {
		case err == nil && info.Mode().IsRegular():
			return path, nil
		case err == nil:
			return "", fmt.Errorf("%s is not a file", path)
		case !errors.Is(err, os.ErrNotExist):
			return "", err
		}
		if d == inside || inside == "" || d == filepath.Dir(d) {
			break // outside of a repository, folders above may be anybody's
		}
	}
	if user == "" {
		return "", nil
	}
	path := filepath.Join(user, "article41", Name)
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
		return path, nil
	}
	return "", nil
}

// Read reads a file. Errors have a position.
func Read(path string) (*File, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the configuration: %w", err)
	}
	return Parse(path, data)
}

// Parse reads the content of a file of that path.
func Parse(path string, data []byte) (*File, error) {
	root, err := strictyaml.Parse(path, data)
	if err != nil {
		return nil, err
	}
	if root.Kind == yaml.DocumentNode && len(root.Content) == 1 {
		root = root.Content[0]
	}
	if root.Kind != yaml.MappingNode {
		return nil, strictyaml.Errorf(strictyaml.Pos{File: path, Line: root.Line, Column: root.Column}, "want keys and values, such as fail_on: high")
	}
	f := &File{Path: path}
	var problems []error
	for i := 0; i+1 < len(root.Content); i += 2 {
		name, node := root.Content[i], root.Content[i+1]
		at := func(n *yaml.Node) strictyaml.Pos { return strictyaml.Pos{File: path, Line: n.Line, Column: n.Column} }
		k := slices.IndexFunc(Keys, func(k Key) bool { return k.Name == name.Value })
		if k < 0 {
			problems = append(problems, strictyaml.Errorf(at(name), "unknown key %q; known: %s", name.Value, names()))
			continue
		}
		text, err := read(Keys[k].Kind, node, filepath.Dir(path))
		if err == nil && Keys[k].Name == "format" && slices.ContainsFunc(text, func(s string) bool { return strings.Contains(s, "=") }) {
			err = errors.New("name formats only: which file is written is said on the command line")
		}
		if err != nil {
			problems = append(problems, strictyaml.Errorf(at(node), "%s: %v", name.Value, err))
			continue
		}
		f.Values = append(f.Values, Value{Keys[k], text, at(name)})
	}
	slices.SortStableFunc(f.Values, func(a, b Value) int { return slices.Index(Keys, a.Key) - slices.Index(Keys, b.Key) })
	return f, errors.Join(problems...)
}

func names() string {
	var out []string
	for _, k := range Keys {
		out = append(out, k.Name)
	}
	return strings.Join(out, ", ")
}

func read(kind Kind, n *yaml.Node, dir string) ([]string, error) {
	if n.Kind == yaml.SequenceNode && kind == List {
		out := []string{}
		for _, item := range n.Content {
			if item.Kind != yaml.ScalarNode {
				return nil, errors.New("want a list of words")
			}
			out = append(out, item.Value)
		}
		if len(out) == 0 {
			return nil, errors.New("is an empty list")
		}
		return out, nil
	}
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		return nil, fmt.Errorf("want a %s", kind)
	}
	if err := Check(kind, n.Value); err != nil {
		return nil, err
	}
	if kind == Path && !filepath.IsAbs(n.Value) {
		return []string{filepath.Join(dir, filepath.FromSlash(n.Value))}, nil
	}
	return []string{n.Value}, nil
}

// Check refuses a value that is not of a kind.
func Check(kind Kind, value string) error {
	switch kind {
	case Number:
		if _, err := strconv.Atoi(value); err != nil {
			return fmt.Errorf("%q is no number", value)
		}
	case Switch:
		if value != "true" && value != "false" {
			return fmt.Errorf("%q is neither true nor false", value)
		}
	case Path:
		if value == "" {
			return errors.New("is empty")
		}
	}
	return nil
}

// Schema is the JSON Schema (2020-12) of the file, for editors.
func Schema() []byte {
	var b strings.Builder
	b.WriteString("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"$id\": \"urn:article41:schema:config:1\",\n")
	b.WriteString("  \"title\": \"Article41 configuration\",\n  \"description\": \"Values for the flags of the same names, with underscores.\",\n")
	b.WriteString("  \"type\": \"object\",\n  \"properties\": {\n")
	for i, k := range Keys {
		shape := map[Kind]string{
			Text: `{"type": "string"}`, Path: `{"type": "string", "minLength": 1}`, Number: `{"type": "integer"}`, Switch: `{"type": "boolean"}`,
			List: `{"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}`,
		}[k.Kind]
		comma := ","
		if i == len(Keys)-1 {
			comma = ""
		}
		fmt.Fprintf(&b, "    %q: %s%s\n", k.Name, shape, comma)
	}
	b.WriteString("  },\n  \"additionalProperties\": false\n}\n")
	return []byte(b.String())
}
