package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// The kinds of line of the NDJSON format, in the order in which they stand.
const (
	lineRun      = "run"
	lineDocument = "document"
	lineStory    = "story"
	lineFailure  = "failure"
	lineSummary  = "summary"
)

// lineRanks say which kind of line may follow which: never a lower rank.
var lineRanks = map[string]int{lineRun: 1, lineDocument: 2, lineStory: 3, lineFailure: 4, lineSummary: 5}

// The lines. Pointers tell a member that is missing from one that is empty.
type (
	runLine struct {
		Type          string  `json:"type"`
		SchemaVersion *string `json:"schema_version"`
		Tool          *Tool   `json:"tool"`
		Run           *Run    `json:"run"`
	}
	documentLine struct {
		Type       string        `json:"type"`
		Document   *Document     `json:"document"`
		Claims     *[]Claim      `json:"claims"`
		Findings   *[]Finding    `json:"findings"`
		Ungrounded *[]Ungrounded `json:"ungrounded"`
	}
	storyLine struct {
		Type  string `json:"type"`
		Story *Story `json:"story"`
	}
	failureLine struct {
		Type    string   `json:"type"`
		Failure *Failure `json:"failure"`
	}
	summaryLine struct {
		Type    string   `json:"type"`
		Summary *Summary `json:"summary"`
	}
)

// WriteNDJSON writes r as JSON objects, one a line, for programs that take one
// document at a time:
//
//	{"type":"run","schema_version":…,"tool":{…},"run":{…}}
//	{"type":"document","document":{…},"claims":[…],"findings":[…],"ungrounded":[…]}
//	{"type":"story","story":{…}}
//	{"type":"failure","failure":{…}}
//	{"type":"summary","summary":{…}}
//
// The run comes first and the summary last: an output without it was cut off.
// The objects are those of the JSON report, and ReadNDJSON makes it whole again.
// Characters are escaped as in WriteJSON. A claim or finding of a document that
// the report lacks is an error: no line could hold it. So are claims, findings and
// ungrounded claims that do not stand together, in the order of their documents: they
// could not be read back in theirs.
func WriteNDJSON(w io.Writer, r *Report, _ Options) error {
	held, err := byDocument(r)
	if err != nil {
		return err
	}
	n := lineWriter{w: bufio.NewWriterSize(w, 64<<10)}
	n.enc = json.NewEncoder(&n.buf)
	n.enc.SetEscapeHTML(false)
	n.line(runLine{lineRun, &r.SchemaVersion, &r.Tool, &r.Run})
	for _, d := range r.Documents {
		of := held[d.ID]
		documentLists(&d)
		claims, findings, ungrounded := list(of.claims), list(of.findings), list(of.ungrounded)
		for i := range claims {
			claimLists(&claims[i])
		}
		for i := range findings {
			findingLists(&findings[i])
		}
		for i := range ungrounded {
			ungroundedLists(&ungrounded[i])
		}
		n.line(documentLine{lineDocument, &d, &claims, &findings, &ungrounded})
	}
	for _, s := range r.Stories {
		storyLists(&s)
		n.line(storyLine{lineStory, &s})
	}
	for _, f := range r.Failures {
		n.line(failureLine{lineFailure, &f})
	}
	summary := summaryCounts(r.Summary)
	n.line(summaryLine{lineSummary, &summary})
	if n.err != nil {
		return n.err
	}
	if err := n.w.Flush(); err != nil {
		return fmt.Errorf("writing the NDJSON report: %w", err)
	}
	return nil
}

// heldBy is what a report has on one document, in the report's order.
type heldBy struct {
	claims     []Claim
	findings   []Finding
	ungrounded []Ungrounded
}

func byDocument(r *Report) (map[string]*heldBy, error) {
	held := make(map[string]*heldBy, len(r.Documents))
	for _, d := range r.Documents {
		if held[d.ID] != nil {
			return nil, fmt.Errorf("report: two documents have the id %q", d.ID)
		}
		held[d.ID] = &heldBy{}
	}
	order := make(map[string]int, len(r.Documents))
	for i, d := range r.Documents {
		order[d.ID] = i
	}
	// at checks the i-th of a list that must follow the documents.
	last := 0
	at := func(what, id, document string, i int) error {
		if i == 0 {
			last = 0
		}
		if order[document] < last {
			return fmt.Errorf("report: %s %s of document %q stands behind those of a later document: NDJSON would change the order", what, id, document)
		}
		last = order[document]
		return nil
	}
	lost := func(what, id, document string) error {
		return fmt.Errorf("report: %s %s belongs to document %q, which is not in the report", what, id, document)
	}
	for i, c := range r.Claims {
		h := held[c.Document]
		if h == nil {
			return nil, lost("claim", c.ID, c.Document)
		}
		if err := at("claim", c.ID, c.Document, i); err != nil {
			return nil, err
		}
		h.claims = append(h.claims, c)
	}
	for i, f := range r.Findings {
		h := held[f.Document]
		if h == nil {
			return nil, lost("finding", f.ID, f.Document)
		}
		if err := at("finding", f.ID, f.Document, i); err != nil {
			return nil, err
		}
		h.findings = append(h.findings, f)
	}
	for i, u := range r.Ungrounded {
		h := held[u.Document]
		if h == nil {
			return nil, lost("ungrounded claim", u.Code, u.Document)
		}
		if err := at("ungrounded claim", u.Code, u.Document, i); err != nil {
			return nil, err
		}
		h.ungrounded = append(h.ungrounded, u)
	}
	return held, nil
}

// lineWriter writes JSON values, one a line. The first error stays.
type lineWriter struct {
	w    *bufio.Writer
	enc  *json.Encoder // into buf
	buf  bytes.Buffer
	safe []byte
	err  error
}

func (n *lineWriter) line(v any) {
	if n.err != nil {
		return
	}
	n.buf.Reset()
	if err := n.enc.Encode(v); err != nil {
		n.err = fmt.Errorf("report as NDJSON: %w", err)
		return
	}
	n.safe = escapeInvisible(n.safe[:0], n.buf.Bytes())
	_, _ = n.w.Write(n.safe)
}

// ReadNDJSON reads a report that WriteNDJSON wrote, and validates it. Lines of
// unknown type or in the wrong order, unknown and missing members are refused;
// so is an output that was cut off or lost lines, which the summary's counts
// tell.
func ReadNDJSON(rd io.Reader) (*Report, error) {
	r := &Report{}
	in, rank := bufio.NewReaderSize(rd, 64<<10), 0
	for number := 1; ; number++ {
		line, err := in.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("report: line %d: %w", number, err)
		}
		if len(line) == 0 {
			break
		}
		if rank, err = r.takeLine(line, rank); err != nil {
			return nil, fmt.Errorf("report: line %d: %w", number, err)
		}
	}
	if rank != lineRanks[lineSummary] {
		return nil, errors.New("report: no summary at the end: the NDJSON report was cut off")
	}
	for _, c := range []struct {
		what      string
		got, said int
	}{
		{"documents", len(r.Documents), r.Summary.Documents},
		{"claims", len(r.Claims), r.Summary.Claims},
		{"findings", len(r.Findings), r.Summary.Findings},
		{"failures", len(r.Failures), r.Summary.Failures},
		{"ungrounded claims", len(r.Ungrounded), r.Summary.Ungrounded},
	} {
		if c.got != c.said {
			return nil, fmt.Errorf("report: %d %s, the summary counts %d: lines of the NDJSON report were lost or added", c.got, c.what, c.said)
		}
	}
	if err := r.Validate(); err != nil {
		return nil, err
	}
	return r, nil
}

// takeLine adds a line to the report and returns its rank; last is that of the
// line before, 0 at the beginning.
func (r *Report) takeLine(line []byte, last int) (int, error) {
	var kind struct {
		Type string `json:"type"`
	}
	if err := json.Unmarshal(line, &kind); err != nil {
		return 0, fmt.Errorf("not a line of an NDJSON report of schema version %s: %w", SchemaVersion, err)
	}
	rank, known := lineRanks[kind.Type]
	switch {
	case !known:
		return 0, fmt.Errorf("unknown type %q", kind.Type)
	case last == 0 && kind.Type != lineRun:
		return 0, fmt.Errorf("the report begins with a line of type %q, not with its run: its beginning is missing", kind.Type)
	case rank == last && (kind.Type == lineRun || kind.Type == lineSummary):
		return 0, fmt.Errorf("a second line of type %q: give one report at a time", kind.Type)
	case rank < last:
		return 0, fmt.Errorf("type %q stands too late: the order is run, documents, stories, failures, summary", kind.Type)
	}
	switch kind.Type {
	case lineRun:
		var l runLine
		if err := strictLine(line, &l); err != nil {
			return 0, err
		}
		if l.SchemaVersion == nil || l.Tool == nil || l.Run == nil {
			return 0, errors.New("schema_version, tool or run is missing")
		}
		if *l.SchemaVersion != SchemaVersion {
			return 0, fmt.Errorf("schema_version is %q, this program reads %q", *l.SchemaVersion, SchemaVersion)
		}
		r.SchemaVersion, r.Tool, r.Run = *l.SchemaVersion, *l.Tool, *l.Run
	case lineDocument:
		var l documentLine
		if err := strictLine(line, &l); err != nil {
			return 0, err
		}
		if l.Document == nil || l.Claims == nil || l.Findings == nil || l.Ungrounded == nil {
			return 0, errors.New("document, claims, findings or ungrounded is missing")
		}
		if err := l.ownOnly(); err != nil {
			return 0, err
		}
		r.Documents = append(r.Documents, *l.Document)
		r.Claims = append(r.Claims, *l.Claims...)
		r.Findings = append(r.Findings, *l.Findings...)
		r.Ungrounded = append(r.Ungrounded, *l.Ungrounded...)
	case lineStory:
		var l storyLine
		if err := strictLine(line, &l); err != nil {
			return 0, err
		}
		if l.Story == nil {
			return 0, errors.New("story is missing")
		}
		r.Stories = append(r.Stories, *l.Story)
	case lineFailure:
		var l failureLine
		if err := strictLine(line, &l); err != nil {
			return 0, err
		}
		if l.Failure == nil {
			return 0, errors.New("failure is missing")
		}
		r.Failures = append(r.Failures, *l.Failure)
	case lineSummary:
		var l summaryLine
		if err := strictLine(line, &l); err != nil {
			return 0, err
		}
		if l.Summary == nil {
			return 0, errors.New("summary is missing")
		}
		r.Summary = *l.Summary
	}
	return rank, nil
}

// ownOnly refuses what belongs to a document of another line.
func (l documentLine) ownOnly() error {
	for _, c := range *l.Claims {
		if c.Document != l.Document.ID {
			return fmt.Errorf("claim %s is of document %q, the line is that of %q", c.ID, c.Document, l.Document.ID)
		}
	}
	for _, f := range *l.Findings {
		if f.Document != l.Document.ID {
			return fmt.Errorf("finding %s is of document %q, the line is that of %q", f.ID, f.Document, l.Document.ID)
		}
	}
	for _, u := range *l.Ungrounded {
		if u.Document != l.Document.ID {
			return fmt.Errorf("an ungrounded claim is of document %q, the line is that of %q", u.Document, l.Document.ID)
		}
	}
	return nil
}

// strictLine decodes one line into v, and refuses members that v lacks: they
// would be lost when the report is written again.
func strictLine(line []byte, v any) error {
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return fmt.Errorf("not a line of an NDJSON report of schema version %s: %w", SchemaVersion, err)
	}
	return nil
}
