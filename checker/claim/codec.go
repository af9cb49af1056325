package claim

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/article41/article41/checker/strictyaml"
)

// Decode reads a claims file: JSON when the name ends in ".json", else YAML.
// Its form is checked too (File.Validate). Errors carry file:line:column, and
// all of them are reported at once.
func Decode(file string, data []byte) (*File, error) {
	f := new(File)
	if err := strictyaml.Decode(file, data, f); err != nil {
		return nil, err
	}
	if err := f.Validate(); err != nil {
		return nil, fmt.Errorf("%s is not a valid claims file:\n%w", file, err)
	}
	return f, nil
}

const header = `# Claims of one article, ready to be edited by hand. Then run
#
#     article41 check FILE
#
# - Delete a claim that the article does not make; add one that is missing.
# - quote: the article's own words, copied. Line breaks, spaces, quote marks and
#   dashes may differ; letters and their case may not. If the words occur more
#   than once, add prefix or suffix: the words just before or after.
# - start and end count characters of the article from 0. Leave them out of what
#   you write or change; they are found from the quote.
# - status: asserted, alleged, planned, denied, negated, normative (the article
#   states the law), hypothetical, ended.
# - stage: considered, offered, agreed, preparing, under_way, completed,
#   unspecified.
# - attribution: who says so, outermost first; origin: true marks the last one.
#   A source of the statement is not a party to the act.
# - extraction: how the program came to the claim. Delete it from a claim that you
#   write or take over as your own.
#
# "article41 schema claims" prints the JSON Schema of this file, for editors.

`

// EncodeYAML writes the file as YAML, ready to be edited by hand. It refuses a
// file that Decode would refuse.
func (f *File) EncodeYAML(w io.Writer) error {
	root, err := f.tree()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	b.WriteString(header)
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(root); err != nil {
		return fmt.Errorf("claims file: %w", err)
	}
	if err := enc.Close(); err != nil {
		return fmt.Errorf("claims file: %w", err)
	}
	// A blank line between claims. Only they are list items two spaces in; a
	// quote's block stands deeper.
	_, err = w.Write(bytes.ReplaceAll(b.Bytes(), []byte("\n  - id: "), []byte("\n\n  - id: ")))
	return err
}

// EncodeJSON writes the file as JSON. It refuses a file that Decode would
// refuse.
func (f *File) EncodeJSON(w io.Writer) error {
	if _, err := f.tree(); err != nil {
		return err
	}
	out := *f
	if out.Claims == nil {
		out.Claims = []Claim{} // null is not a list
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

// tree builds the YAML nodes from the struct tags. yaml.v3's own encoding of
// structs is not used: it writes a text that begins with a space as a block
// that it cannot read back, and text that is not UTF-8 as !!binary.
func (f *File) tree() (*yaml.Node, error) {
	if err := f.Validate(); err != nil {
		return nil, fmt.Errorf("the claims cannot be written:\n%w", err)
	}
	return tree(reflect.ValueOf(*f), "")
}

func tree(v reflect.Value, key string) (*yaml.Node, error) {
	switch v.Kind() {
	case reflect.Pointer:
		return tree(v.Elem(), key)
	case reflect.Slice:
		n := &yaml.Node{Kind: yaml.SequenceNode}
		for i := range v.Len() {
			c, err := tree(v.Index(i), key)
			if err != nil {
				return nil, err
			}
			n.Content = append(n.Content, c)
		}
		return n, nil
	case reflect.Struct:
		n := &yaml.Node{Kind: yaml.MappingNode}
		for i := range v.NumField() {
			name, opts, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
			empty := v.Field(i).IsZero() || v.Field(i).Kind() == reflect.Slice && v.Field(i).Len() == 0
			if name == "-" || empty && opts == "omitempty" {
				continue
			}
			c, err := tree(v.Field(i), name)
			if err != nil {
				return nil, err
			}
			n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: name}, c)
		}
		return n, nil
	case reflect.String:
		if !utf8.ValidString(v.String()) {
			return nil, fmt.Errorf("the claims cannot be written: %s %q is not valid UTF-8", key, v.String())
		}
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: v.String(), Style: style(key, v.String())}, nil
	case reflect.Float64:
		return &yaml.Node{Kind: yaml.ScalarNode, Value: strconv.FormatFloat(v.Float(), 'f', -1, 64)}, nil
	case reflect.Int:
		return &yaml.Node{Kind: yaml.ScalarNode, Value: strconv.FormatInt(v.Int(), 10)}, nil
	case reflect.Bool:
		return &yaml.Node{Kind: yaml.ScalarNode, Value: strconv.FormatBool(v.Bool())}, nil
	}
	panic("claim: no YAML form for " + v.Type().String())
}

// style keeps a text readable where that is safe. A quote is a literal block,
// in which quote marks and colons need no escaping; a plain scalar must be a
// string to every YAML reader, those of YAML 1.1 (`no`, `12:30`) too.
func style(key, s string) yaml.Style {
	switch {
	case key == "quote" && literalSafe(s):
		return yaml.LiteralStyle
	case plainSafe(s):
		return 0
	}
	return yaml.DoubleQuotedStyle
}

func literalSafe(s string) bool {
	for line := range strings.SplitSeq(s, "\n") {
		if line == "" || strings.Trim(line, " \t") != line {
			return false
		}
	}
	return strings.IndexFunc(s, func(r rune) bool { return r != '\n' && !unicode.IsGraphic(r) }) < 0
}

func plainSafe(s string) bool {
	switch strings.ToLower(s) {
	case "", "y", "n", "yes", "no", "on", "off", "true", "false", "null":
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(first) && !strings.HasSuffix(s, " ") &&
		strings.IndexFunc(s, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" _./()-’“”", r)
		}) < 0
}
