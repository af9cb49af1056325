package report

import (
	"bufio"
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
//
// It writes item by item: a report of thousands of articles has hundreds of
// megabytes, which need not stand in memory several times over.
func WriteJSON(w io.Writer, r *Report) error {
	j := jsonWriter{w: bufio.NewWriterSize(w, 64<<10)}
	j.enc = json.NewEncoder(&j.buf)
	j.enc.SetEscapeHTML(false)
	j.text("{")
	j.member("schema_version", r.SchemaVersion)
	j.member("tool", r.Tool)
	j.member("run", r.Run)
	items(&j, "documents", r.Documents, documentLists)
	items(&j, "stories", r.Stories, storyLists)
	items(&j, "claims", r.Claims, claimLists)
	items(&j, "findings", r.Findings, findingLists)
	items(&j, "failures", r.Failures, nil)
	items(&j, "ungrounded", r.Ungrounded, ungroundedLists)
	j.member("summary", summaryCounts(r.Summary))
	j.text("\n}\n")
	if j.err != nil {
		return j.err
	}
	if err := j.w.Flush(); err != nil {
		return fmt.Errorf("writing the JSON report: %w", err)
	}
	return nil
}

// jsonWriter writes the members of the report's object as encoding/json would,
// indented by two spaces. The first error stays.
type jsonWriter struct {
	w     *bufio.Writer
	enc   *json.Encoder // into buf
	buf   bytes.Buffer
	safe  []byte // buf without what must not be shown
	began bool   // a member has been written
	err   error
}

// text writes what is known to be safe; bufio keeps its error for Flush.
func (j *jsonWriter) text(s string) { _, _ = j.w.WriteString(s) }

func (j *jsonWriter) key(name string) {
	if j.began {
		j.text(",")
	}
	j.began = true
	j.text("\n  \"" + name + "\": ")
}

func (j *jsonWriter) member(name string, v any) {
	j.key(name)
	j.value(v, "  ")
}

func (j *jsonWriter) value(v any, indent string) {
	if j.err != nil {
		return
	}
	j.buf.Reset()
	j.enc.SetIndent(indent, "  ")
	if err := j.enc.Encode(v); err != nil {
		j.err = fmt.Errorf("report as JSON: %w", err)
		return
	}
	j.safe = escapeInvisible(j.safe[:0], bytes.TrimSuffix(j.buf.Bytes(), []byte("\n")))
	_, _ = j.w.Write(j.safe)
}

// items writes a list, each item with its own lists filled in.
func items[T any](j *jsonWriter, name string, list []T, fill func(*T)) {
	j.key(name)
	if len(list) == 0 {
		j.text("[]")
		return
	}
	for i := range list {
		if i == 0 {
			j.text("[\n    ")
		} else {
			j.text(",\n    ")
		}
		item := list[i]
		if fill != nil {
			fill(&item)
		}
		j.value(&item, "    ")
	}
	j.text("\n  ]")
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

// escapeInvisible appends data to out, the characters that Sanitize would not let
// through as \u escapes. In JSON they can only stand inside strings, where the
// escape means the same character.
func escapeInvisible(out, data []byte) []byte {
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

// No list that JSON must show may be nil: nil would become null, which consumers
// would have to handle for nothing. These fill the lists of a copy; the report
// itself stays as it is.

func documentLists(d *Document) {
	d.Dropped, d.Notes = list(d.Dropped), list(d.Notes)
	if d.Screened == nil {
		return
	}
	s := *d.Screened
	s.Matches = list(s.Matches)
	for i := range s.Matches {
		m := &s.Matches[i]
		m.Passages, m.Entries = passages(m.Passages), list(m.Entries)
		for k := range m.Entries {
			m.Entries[k].Tokens, m.Entries[k].Reasons = list(m.Entries[k].Tokens), list(m.Entries[k].Reasons)
		}
	}
	d.Screened = &s
}

func storyLists(s *Story) {
	s.Documents, s.Copies, s.Origins = list(s.Documents), list(s.Copies), list(s.Origins)
}

func claimLists(c *Claim) {
	c.Claim.Evidence, c.Passages = list(c.Claim.Evidence), passages(c.Passages)
}

func ungroundedLists(u *Ungrounded) {
	u.Claimed.Sentences, u.Claimed.Roles = list(u.Claimed.Sentences), list(u.Claimed.Roles)
}

func findingLists(f *Finding) {
	f.Evidence, f.Parties, f.Attribution, f.Missing = passages(f.Evidence), list(f.Parties), list(f.Attribution), list(f.Missing)
	f.Bound = list(f.Bound)
	for i := range f.Bound {
		f.Bound[i].Countries = list(f.Bound[i].Countries)
	}
	f.LegalBasis = list(f.LegalBasis)
	for i := range f.LegalBasis {
		f.LegalBasis[i].Exemptions = list(f.LegalBasis[i].Exemptions)
	}
	f.Reasoning = list(f.Reasoning)
	for i := range f.Reasoning {
		f.Reasoning[i].Evidence, f.Reasoning[i].Law = list(f.Reasoning[i].Evidence), list(f.Reasoning[i].Law)
	}
}

func summaryCounts(s Summary) Summary {
	s.BySeverity, s.ByVerdict, s.ByStatus = counts(s.BySeverity, Severities), counts(s.ByVerdict, Verdicts), counts(s.ByStatus, names(claim.Statuses))
	return s
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
