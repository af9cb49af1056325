package claim

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/strictyaml"
)

// QuoteProblem is what is wrong with a quote.
type QuoteProblem string

// The problems of a quote.
const (
	NotFound  QuoteProblem = "not_found"
	Ambiguous QuoteProblem = "ambiguous"
	InDropped QuoteProblem = "in_dropped_block"
	Partial   QuoteProblem = "partial_word" // it begins or ends inside a word
	Unusable  QuoteProblem = "unusable"     // no text in it, too long, or not UTF-8
)

// QuoteError says that words a claim quotes, or a name it gives, do not stand
// in the article, not only once, or in a part that is no evidence.
type QuoteError struct {
	Pos      strictyaml.Pos // in the claims file, if known
	Claim    string         // id, "" when unknown
	What     string         // what was looked for: "quote", "party name", …
	Quote    string
	Problem  QuoteProblem
	Document string // name of the article
	Nearest  string // NotFound: the article's words most like it, "" if none
	Line     int    // of Nearest, of the dropped block, or of the first place
	Column   int
	Dropped  string // InDropped: why the block was dropped
	Count    int    // Ambiguous: how many places
	More     bool   // Ambiguous: there are more than Count
	Lines    []int  // Ambiguous: the lines of the first few places
}

func (e *QuoteError) Error() string {
	var b strings.Builder
	if e.Pos.File != "" {
		b.WriteString(e.Pos.String() + ": ")
	}
	if e.Claim != "" {
		fmt.Fprintf(&b, "claim %q: ", e.Claim)
	}
	what := e.What
	if what == "" {
		what = "quote"
	}
	fmt.Fprintf(&b, "%s %s ", what, show(e.Quote))
	at := strictyaml.Pos{File: e.Document, Line: e.Line, Column: e.Column}
	switch e.Problem {
	case Unusable:
		fmt.Fprintf(&b, "cannot be looked for; copy words from the article, at most %d characters", maxQuoteLength)
	case InDropped:
		fmt.Fprintf(&b, "stands at %s in a part of the article that is no evidence (%s); quote the article's own text", at, e.Dropped)
	case Partial:
		fmt.Fprintf(&b, "stands at %s only inside other words; quote whole words", at)
	case Ambiguous:
		more := ""
		if e.More {
			more = "more than "
		}
		fmt.Fprintf(&b, "occurs %s%d times in %s, in lines %s; add prefix or suffix, the words just before or after the right one",
			more, e.Count, e.Document, lines(e.Lines, e.Count))
	default:
		fmt.Fprintf(&b, "does not stand in %s", e.Document)
		if e.Nearest != "" {
			fmt.Fprintf(&b, "; the nearest passage is at %s: %s", at, show(e.Nearest))
		}
		b.WriteString("; copy the article's own words, letter case too")
	}
	return b.String()
}

// show quotes a text for a message: on one line, not too long, with control
// characters made visible.
func show(s string) string {
	const limit = 160
	s = strings.Join(strings.Fields(s), " ")
	n := 0
	for i := range s {
		if n == limit {
			return strconv.Quote(s[:i]) + "…"
		}
		n++
	}
	return strconv.Quote(s)
}

func lines(list []int, count int) string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = strconv.Itoa(n)
	}
	if count > len(list) {
		words = append(words, "…")
	}
	return strings.Join(words, ", ")
}

func (l *locator) errNotFound(quote string) *QuoteError {
	e := &QuoteError{Problem: NotFound, Quote: quote, Document: l.doc.Name}
	if s, ok := l.nearest(quote); ok {
		e.Nearest = l.doc.Text[s.Start:s.End]
		e.Line, e.Column = l.doc.Position(s.Start)
	}
	return e
}

func (l *locator) errDropped(quote string, s article.Span, b article.Block) *QuoteError {
	e := &QuoteError{Problem: InDropped, Quote: quote, Document: l.doc.Name, Dropped: b.Dropped}
	e.Line, e.Column = l.doc.Position(s.Start)
	return e
}

func (l *locator) errPartial(quote string, s article.Span) *QuoteError {
	e := &QuoteError{Problem: Partial, Quote: quote, Document: l.doc.Name}
	e.Line, e.Column = l.doc.Position(s.Start)
	return e
}

func (l *locator) errAmbiguous(quote string, places []article.Span, capped bool) *QuoteError {
	const listed = 10
	e := &QuoteError{Problem: Ambiguous, Quote: quote, Document: l.doc.Name, Count: len(places), More: capped}
	e.Line, e.Column = l.doc.Position(places[0].Start)
	for _, s := range places[:min(len(places), listed)] {
		line, _ := l.doc.Position(s.Start)
		e.Lines = append(e.Lines, line)
	}
	return e
}
