package strictyaml

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// parseJSON builds the same node tree from JSON. yaml.v3 would read most JSON,
// but not tabs in its indentation nor surrogate pairs in its strings.
func parseJSON(file string, data []byte) (*yaml.Node, error) {
	p := jsonParser{file: file, data: data, dec: json.NewDecoder(bytes.NewReader(data)), line: 1, column: 1}
	p.dec.UseNumber()
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, Errorf(Pos{File: file}, "file is empty")
	}
	n, err := p.value(0)
	if err != nil {
		return nil, err
	}
	at := p.at()
	if _, err := p.dec.Token(); !errors.Is(err, io.EOF) {
		return nil, Errorf(at, "text after the end of the document")
	}
	return n, nil
}

type jsonParser struct {
	file         string
	data         []byte
	dec          *json.Decoder
	offset       int // up to which line and column are counted
	line, column int
}

// at is the position of the next token. Calls come with growing offsets, so
// the file is counted through once, however long its lines are.
func (p *jsonParser) at() Pos {
	off := int(p.dec.InputOffset())
	for off < len(p.data) && strings.IndexByte(" \t\r\n,:", p.data[off]) >= 0 {
		off++
	}
	for ; p.offset < off; p.offset++ {
		switch c := p.data[p.offset]; {
		case c == '\n':
			p.line++
			p.column = 1
		case utf8.RuneStart(c):
			p.column++
		}
	}
	return Pos{p.file, p.line, p.column}
}

func (p *jsonParser) value(depth int) (*yaml.Node, error) {
	at := p.at()
	if depth > maxDepth {
		return nil, Errorf(at, "nested deeper than %d levels", maxDepth)
	}
	start := p.offset
	tok, err := p.dec.Token()
	if err != nil {
		return nil, p.syntaxError(at, err)
	}
	n := &yaml.Node{Line: at.Line, Column: at.Column}
	switch t := tok.(type) {
	case json.Delim:
		n.Kind, n.Tag = yaml.SequenceNode, "!!seq"
		if t == '{' {
			n.Kind, n.Tag = yaml.MappingNode, "!!map"
		}
		for p.dec.More() {
			c, err := p.value(depth + 1)
			if err != nil {
				return nil, err
			}
			n.Content = append(n.Content, c)
		}
		end := p.at()
		if _, err := p.dec.Token(); err != nil {
			return nil, p.syntaxError(end, err)
		}
	case string:
		// encoding/json turns half a surrogate pair into U+FFFD without a word.
		if strings.ContainsRune(t, utf8.RuneError) && loneSurrogate(p.data[start:p.dec.InputOffset()]) {
			return nil, Errorf(at, `the string holds half a surrogate pair (\ud800 to \udfff); write the character itself`)
		}
		n.Kind, n.Tag, n.Value = yaml.ScalarNode, "!!str", t
	case json.Number:
		n.Kind, n.Tag, n.Value = yaml.ScalarNode, "!!float", t.String()
	case bool:
		n.Kind, n.Tag, n.Value = yaml.ScalarNode, "!!bool", strconv.FormatBool(t)
	case nil:
		n.Kind, n.Tag = yaml.ScalarNode, "!!null"
	}
	return n, nil
}

func (p *jsonParser) syntaxError(at Pos, err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return Errorf(at, "not valid JSON: the file ends too early; a quote mark or bracket is not closed")
	}
	return Errorf(at, "not valid JSON: %v", err)
}

// loneSurrogate reports whether a raw JSON string literal has an escape for
// one half of a surrogate pair without its other half.
func loneSurrogate(raw []byte) bool {
	for i := 0; i < len(raw); {
		if raw[i] != '\\' {
			i++
			continue
		}
		r, ok := unicodeEscape(raw[i:])
		if !ok {
			i += 2
			continue
		}
		i += 6
		if !utf16.IsSurrogate(r) {
			continue
		}
		low, ok := unicodeEscape(raw[i:])
		if !ok || utf16.DecodeRune(r, low) == utf8.RuneError {
			return true
		}
		i += 6
	}
	return false
}

func unicodeEscape(b []byte) (rune, bool) {
	if len(b) < 6 || b[0] != '\\' || b[1] != 'u' {
		return 0, false
	}
	v, err := strconv.ParseUint(string(b[2:6]), 16, 16)
	return rune(v), err == nil
}
