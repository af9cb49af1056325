package report

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/catalog"
)

// DefaultWidth of text output, in columns, and the narrowest one: below that
// the labels leave no room.
const (
	DefaultWidth = 100
	minWidth     = 60
)

// Options are the choices of the formats; each heeds those that concern it.
type Options struct {
	Color          bool              // see ColorMode
	Width          int               // columns; 0 means DefaultWidth
	Sources        map[string]Source // by document id; what is missing is shown from the report alone
	Quiet          bool              // findings, failures and the closing line only
	ShowAside      bool              // list the claims that were set aside
	ShowSuppressed bool              // list the findings that a waiver or a baseline suppresses, too
	// The articles, by document id, for formats that show them whole. What is missing is
	// shown from the report alone.
	Articles map[string]*article.Document
	// The rules, for formats that list every measure. May be nil: then only the measures
	// that occur are listed.
	Catalogue *catalog.Catalogue
}

// printer writes one text report. Errors of the writer stick in w until flush.
type printer struct {
	w     *bufio.Writer
	o     Options
	r     *Report
	hid   int // suppressed findings, shown or not
	docs  map[string]*Document
	story map[string]*Story // by document
}

func newPrinter(w io.Writer, r *Report, o Options) *printer {
	shown, hid := r.Shown()
	if !o.ShowSuppressed {
		r = shown
	}
	switch {
	case o.Width == 0:
		o.Width = DefaultWidth
	case o.Width < minWidth:
		o.Width = minWidth
	}
	p := &printer{w: bufio.NewWriter(w), o: o, r: r, hid: hid, docs: r.ByID(), story: map[string]*Story{}}
	for i := range r.Stories {
		for _, id := range r.Stories[i].Documents {
			p.story[id] = &r.Stories[i]
		}
	}
	return p
}

func (p *printer) flush() error {
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("writing the text report: %w", err)
	}
	return nil
}

// line writes one line; bufio keeps its error for flush.
func (p *printer) line(s string) {
	_, _ = p.w.WriteString(strings.TrimRight(s, " "))
	_ = p.w.WriteByte('\n')
}

func (p *printer) paint(st style, s string) string { return paint(p.o.Color, st, s) }

// document returns the document with an id; a report that was not validated
// may lack it.
func (p *printer) document(id string) *Document {
	if d := p.docs[id]; d != nil {
		return d
	}
	return &Document{ID: id, Name: id}
}

// place is a passage's location, in the form that editors and terminals turn
// into a link.
func (p *printer) place(document string, at Passage) string {
	return fmt.Sprintf("%s:%d:%d", Sanitize(p.document(document).Name), at.Line, at.Column)
}

// words shows a slug as words.
func words(slug string) string {
	return Sanitize(strings.NewReplacer("_", " ", "-", " ").Replace(slug))
}

// plural counts things in words.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// tally lists counts, the largest first and equals by name.
func tally(counts map[string]int) string {
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	parts := make([]string, 0, len(keys))
	for _, k := range keys {
		parts = append(parts, fmt.Sprintf("%s %d", words(k), counts[k]))
	}
	return strings.Join(parts, ", ")
}

// outcome is the closing line: how many flags, of which severities, and where.
// It is counted from the findings themselves, so that it agrees with what is
// printed above it.
func (p *printer) outcome() string {
	if len(p.r.Documents) == 0 {
		return "nothing could be checked"
	}
	shown, _ := p.r.Shown()
	findings := shown.Findings
	switch {
	case len(findings) == 0 && p.hid > 0:
		return "no flag that is not suppressed in " + plural(len(p.r.Documents), "document", "documents")
	case len(findings) == 0:
		return "no flag raised in " + plural(len(p.r.Documents), "document", "documents")
	}
	flagged, grave := map[string]bool{}, map[string]int{}
	for _, f := range findings {
		flagged[f.Document] = true
		grave[f.Severity]++
	}
	var by []string
	for _, s := range Severities {
		if grave[s] > 0 {
			by = append(by, fmt.Sprintf("%s %d", s, grave[s]))
		}
	}
	flags := plural(len(findings), "flag", "flags") + " for review"
	if n := distinct(findings); n < len(findings) {
		flags += fmt.Sprintf(", %d of them distinct", n)
	}
	return fmt.Sprintf("%s (%s) in %d of %s", flags, strings.Join(by, ", "),
		len(flagged), plural(len(p.r.Documents), "document", "documents"))
}

// tallies count the findings that outcome counts: those that are not suppressed.
func (p *printer) tallies() (severities, verdicts, statuses map[string]int) {
	severities, verdicts, statuses = map[string]int{}, map[string]int{}, map[string]int{}
	shown, _ := p.r.Shown()
	for _, f := range shown.Findings {
		severities[f.Severity]++
		verdicts[f.Verdict]++
		statuses[string(f.Status)]++
	}
	return severities, verdicts, statuses
}

// setAside counts the claims set aside by the code of the reason.
func (p *printer) setAside() (n int, byCode map[string]int) {
	byCode = map[string]int{}
	for _, c := range p.r.Claims {
		if c.SetAside != nil {
			byCode[c.SetAside.Code]++
			n++
		}
	}
	return n, byCode
}
