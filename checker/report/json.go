package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/article41/article41/checker/claim"
)

// WriteJSON writes r as indented JSON that Schema describes. The same report
// gives the same bytes; lists that the schema requires are [] when empty.
// Control and bidi characters that JSON would let through are escaped, so that
// the output is safe to show in a terminal or a diff.
func WriteJSON(w io.Writer, r *Report) error {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(withLists(r)); err != nil {
		return fmt.Errorf("report as JSON: %w", err)
	}
	if _, err := w.Write(escapeInvisible(buf.Bytes())); err != nil {
		return fmt.Errorf("writing the JSON report: %w", err)
	}
	return nil
}

// ReadJSON reads a report that WriteJSON wrote, and validates it. Unknown
// fields are refused: they would be lost when the report is written again.
func ReadJSON(rd io.Reader) (*Report, error) {
	dec := json.NewDecoder(rd)
	dec.DisallowUnknownFields()
	var r Report
	if err := dec.Decode(&r); err != nil {
		return nil, fmt.Errorf("report: not a JSON report of schema version %s: %w", SchemaVersion, err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("report: text after the end of the JSON report: give one report at a time")
	}
	if err := r.Validate(); err != nil {
		return nil, err
	}
	return &r, nil
}

// escapeInvisible writes the characters that Sanitize would not let through as
// \u escapes. In JSON they can only stand inside strings, where the escape
// means the same character.
func escapeInvisible(data []byte) []byte {
	out := make([]byte, 0, len(data))
	for len(data) > 0 {
		if data[0] < utf8.RuneSelf && data[0] != 0x7F {
			out = append(out, data[0])
			data = data[1:]
			continue
		}
		r, size := utf8.DecodeRune(data)
		switch {
		case r > 0xFFFF && invisible(r):
			r -= 0x10000
			out = fmt.Appendf(out, `\u%04x\u%04x`, 0xD800+r>>10, 0xDC00+r&0x3FF)
		case 0x7F <= r && r <= 0x9F, invisible(r):
			out = fmt.Appendf(out, `\u%04x`, r)
		default:
			out = append(out, data[:size]...)
		}
		data = data[size:]
	}
	return out
}

// withLists is a copy of r in which no list that JSON must show is nil; nil
// would become null, which consumers would have to handle for nothing. r
// itself stays as it is.
func withLists(r *Report) *Report {
	c := *r
	c.Documents = list(r.Documents)
	for i := range c.Documents {
		d := &c.Documents[i]
		d.Dropped, d.Notes = list(d.Dropped), list(d.Notes)
	}
	c.Claims = list(r.Claims)
	for i := range c.Claims {
		k := &c.Claims[i]
		k.Claim.Evidence, k.Passages = list(k.Claim.Evidence), passages(k.Passages)
	}
	c.Findings = list(r.Findings)
	for i := range c.Findings {
		f := &c.Findings[i]
		f.Evidence, f.Parties, f.Attribution, f.Missing = passages(f.Evidence), list(f.Parties), list(f.Attribution), list(f.Missing)
		f.LegalBasis = list(f.LegalBasis)
		for j := range f.LegalBasis {
			f.LegalBasis[j].Exemptions = list(f.LegalBasis[j].Exemptions)
		}
		f.Reasoning = list(f.Reasoning)
		for j := range f.Reasoning {
			f.Reasoning[j].Evidence, f.Reasoning[j].Law = list(f.Reasoning[j].Evidence), list(f.Reasoning[j].Law)
		}
	}
	c.Failures = list(r.Failures)
	s := &c.Summary
	s.BySeverity, s.ByVerdict, s.ByStatus = counts(s.BySeverity, Severities), counts(s.ByVerdict, Verdicts), counts(s.ByStatus, names(claim.Statuses))
	return &c
}

func list[T any](s []T) []T { return append(make([]T, 0, len(s)), s...) }

func passages(s []Passage) []Passage {
	s = list(s)
	for i := range s {
		s[i].Target.Selector = list(s[i].Target.Selector)
	}
	return s
}

// counts gives every key a count, for a report that Summarise has not seen.
func counts(m map[string]int, keys []string) map[string]int {
	c := make(map[string]int, len(keys))
	for _, k := range keys {
		c[k] = 0
	}
	for k, n := range m {
		c[k] = n
	}
	return c
}

func names[T ~string](s []T) []string {
	out := make([]string, 0, len(s))
	for _, v := range s {
		out = append(out, string(v))
	}
	return out
}
