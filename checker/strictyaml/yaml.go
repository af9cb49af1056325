package strictyaml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

func parseYAML(file string, data []byte) (root *yaml.Node, err error) {
	// yaml.v3 panics with "internal error" on event orders its authors did not
	// foresee; for a reader of foreign files that is bad input like any other.
	defer func() {
		if r := recover(); r != nil {
			root, err = nil, Errorf(Pos{File: file}, "not valid YAML: %v", r)
		}
	}()
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc yaml.Node
	if err := dec.Decode(&doc); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, Errorf(Pos{File: file}, "file is empty")
		}
		return nil, syntaxError(file, data, dec, err)
	}
	var rest yaml.Node
	if err := dec.Decode(&rest); !errors.Is(err, io.EOF) {
		if err != nil {
			return nil, syntaxError(file, data, dec, err)
		}
		return nil, Errorf(Pos{file, rest.Line, rest.Column}, "a second document in one file; keep one")
	}
	if doc.Kind != yaml.DocumentNode || len(doc.Content) != 1 {
		return nil, Errorf(Pos{File: file}, "file holds no document")
	}
	return doc.Content[0], nil
}

// advice is what to do about the mistakes people make most.
var advice = []struct{ message, hint string }{
	{"mapping values are not allowed", `put a value that holds ": " in quotes, or indent this key like its neighbours`},
	{"cannot start any token", "indent with spaces, not tabs; put a value that begins with @, ` or % in quotes"},
	{"found a tab character", "indent with spaces, not tabs"},
	{"did not find expected key", "look for wrong indentation or a quote mark inside a quoted value"},
	{"could not find expected ':'", "indent this line under its key, or give it one"},
	{"unknown escape character", `write \\ for a backslash, or use single quotes`},
	{"did not find expected '-' indicator", "a list item begins with \"- \"; look for wrong indentation"},
	{"found unexpected end of stream", "a quote mark or bracket is not closed"},
	{"found unexpected document indicator", "a quote mark is not closed"},
	{"unknown anchor", "put a value that begins with * in quotes"},
	{"alphabetic or numeric character", "put a value that begins with * or & in quotes"},
}

func syntaxError(file string, data []byte, dec *yaml.Decoder, err error) error {
	msg := strings.TrimPrefix(err.Error(), "yaml: ")
	at := Pos{File: file}
	if rest, ok := strings.CutPrefix(msg, "line "); ok {
		if num, text, ok := strings.Cut(rest, ": "); ok {
			if line, convErr := strconv.Atoi(num); convErr == nil {
				at, msg = Pos{file, line, 1}, text
			}
		}
	}
	if strings.Contains(msg, "control characters") {
		if off, r := firstUnreadable(data); off >= 0 {
			return Errorf(posAt(file, data, off), `the character %U is not allowed in YAML; write "%s" in double quotes, or remove it`, r, escape(r))
		}
	}
	if exact, ok := mark(dec, msg); ok {
		exact.File = file
		at = exact
	}
	for _, a := range advice {
		if strings.Contains(msg, a.message) {
			msg += "; " + a.hint
			break
		}
	}
	return Errorf(at, "not valid YAML: %s", msg)
}

// mark reads from yaml.v3's parser where it stopped. Its error text has no
// column, no line for the first line, and a line one too low for most others,
// and its API offers nothing else; were the fields ever renamed, the text's
// line is used.
func mark(dec *yaml.Decoder, msg string) (Pos, bool) {
	path := []string{"parser", "parser", "problem_mark"}
	switch {
	case strings.HasPrefix(msg, "unknown anchor"):
		path = []string{"parser", "event", "start_mark"}
	case strings.HasPrefix(msg, "found unexpected"), strings.HasPrefix(msg, "could not find expected ':'"),
		strings.Contains(msg, "alphabetic or numeric character"):
		// The mistake is where the quoted value or key begins, not where the
		// file or the next key stops it.
		path[2] = "context_mark"
	}
	v := reflect.ValueOf(dec)
	for _, name := range path {
		if v.Kind() == reflect.Pointer {
			v = v.Elem()
		}
		if v.Kind() != reflect.Struct {
			return Pos{}, false
		}
		v = v.FieldByName(name)
	}
	if v.Kind() != reflect.Struct {
		return Pos{}, false
	}
	line, column := v.FieldByName("line"), v.FieldByName("column")
	if line.Kind() != reflect.Int || column.Kind() != reflect.Int {
		return Pos{}, false
	}
	return Pos{Line: int(line.Int()) + 1, Column: int(column.Int()) + 1}, true
}

// firstUnreadable finds the first character that YAML's printable set leaves
// out, as yaml.v3's reader has it.
func firstUnreadable(data []byte) (int, rune) {
	for i, r := range string(data) {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == 0x85:
		case r >= 0x20 && r <= 0x7e:
		case r >= 0xa0 && r <= 0xfffd:
		case r >= 0x10000:
		default:
			return i, r
		}
	}
	return -1, 0
}

func escape(r rune) string {
	if r < 0x100 {
		return fmt.Sprintf(`\x%02X`, r)
	}
	return fmt.Sprintf(`\u%04X`, r)
}
