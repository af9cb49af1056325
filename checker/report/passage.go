package report

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
)

// The types of a Web Annotation target and its selectors.
const (
	specificResource     = "SpecificResource"
	textQuoteSelector    = "TextQuoteSelector"
	textPositionSelector = "TextPositionSelector"
)

// contextLength is how much text a TextQuoteSelector gives either side of its
// quote, in code points; enough to tell apart repeated phrases.
const contextLength = 32

// PassageOf locates a claim's evidence in the document it speaks of. The
// evidence must carry its offsets, and the text between them must be its quote.
func PassageOf(doc *article.Document, ev claim.Evidence) (Passage, error) {
	if ev.Start == nil || ev.End == nil {
		return Passage{}, fmt.Errorf("%s: passage %q has no offsets: verify the claims against the article first", doc.Name, shorten(ev.Quote, 60))
	}
	start, end := *ev.Start, *ev.End
	span := article.Span{Start: doc.Byte(start), End: doc.Byte(end)}
	if start < 0 || start >= end || doc.CodePoint(span.Start) != start || doc.CodePoint(span.End) != end {
		return Passage{}, fmt.Errorf("%s: passage %q: offsets %d to %d (code points) are not a range of the text, which has %d",
			doc.Name, shorten(ev.Quote, 60), start, end, utf8.RuneCountInString(doc.Text))
	}
	if got := doc.Quote(span); got != ev.Quote {
		return Passage{}, fmt.Errorf("%s: the text at code points %d to %d is %q, the evidence quotes %q: read the article the claims were made from",
			doc.Name, start, end, shorten(got, 60), shorten(ev.Quote, 60))
	}
	prefix, suffix := doc.Context(span, contextLength)
	p := Passage{
		Role: ev.Role,
		Target: Target{
			Type:   specificResource,
			Source: "sha256:" + doc.TextSHA256,
			Selector: []Selector{
				{Type: textQuoteSelector, Exact: ev.Quote, Prefix: prefix, Suffix: suffix},
				{Type: textPositionSelector, Start: &start, End: &end},
			},
		},
		Fragment: TextFragment(wholeWords(doc.Text[:span.Start], prefix), ev.Quote),
	}
	if p.Role == "" {
		p.Role = claim.Primary
	}
	p.Line, p.Column = doc.Position(span.Start)
	if i, ok := doc.SentenceAt(span.Start); ok {
		p.Sentence, p.Paragraph = doc.Sentences[i].Number, doc.Sentences[i].Paragraph
	}
	return p, nil
}

// wholeWords cuts off the first word of prefix when the text before it shows
// that it is only the tail of one: a text fragment matches whole words.
func wholeWords(before, prefix string) string {
	r, _ := utf8.DecodeLastRuneInString(before[:len(before)-len(prefix)])
	if len(prefix) == len(before) || unicode.IsSpace(r) {
		return prefix
	}
	if i := strings.IndexFunc(prefix, unicode.IsSpace); i >= 0 {
		return prefix[i:]
	}
	return ""
}

// Limits of a text fragment. A quote that fits is given whole; of a longer one
// the first and last words suffice, and the address stays short enough to mail.
const (
	fragmentWhole = 100 // code points
	fragmentWords = 5
)

// TextFragment is the part of an address that makes a browser scroll to quote
// and highlight it: "#:~:text=prefix-,start,end". Prefix is text of the same
// paragraph that stands just before the quote, or "": in Chromium a context
// that crosses paragraphs fails silently, so there is no suffix at all.
// It returns "" for a quote without a letter or digit, which nothing matches.
func TextFragment(prefix, quote string) string {
	words := fragmentFields(quote)
	if !strings.ContainsFunc(quote, wordRune) {
		return ""
	}
	var b strings.Builder
	b.WriteString("#:~:text=")
	if before := fragmentFields(prefix); strings.ContainsFunc(prefix, wordRune) {
		escapeFragment(&b, strings.Join(before[max(0, len(before)-fragmentWords):], " "))
		b.WriteString("-,")
	}
	whole := strings.Join(words, " ")
	if len(words) < 2*fragmentWords || utf8.RuneCountInString(whole) <= fragmentWhole && !strings.Contains(quote, "\n\n") {
		escapeFragment(&b, whole)
		return b.String()
	}
	escapeFragment(&b, strings.Join(words[:fragmentWords], " "))
	b.WriteByte(',')
	escapeFragment(&b, strings.Join(words[len(words)-fragmentWords:], " "))
	return b.String()
}

// fragmentFields splits at the white space that a browser collapses. The
// no-break space is not among it and must reach the browser as it stands.
func fragmentFields(s string) []string {
	return strings.FieldsFunc(strings.ToValidUTF8(s, "\uFFFD"), func(r rune) bool {
		return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f'
	})
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// escapeFragment percent-encodes all but letters, digits and marks that mean
// nothing in a fragment directive: comma, dash and ampersand are its syntax.
func escapeFragment(b *strings.Builder, s string) {
	const hexDigits = "0123456789ABCDEF"
	for i := range len(s) {
		c := s[i]
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '.' || c == '_' || c == '~' {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hexDigits[c>>4])
		b.WriteByte(hexDigits[c&15])
	}
}

// shorten cuts s to n code points, with an ellipsis in place of the rest.
func shorten(s string, n int) string {
	count := 0
	for i := range s {
		if count == n-1 && utf8.RuneCountInString(s[i:]) > 1 {
			return strings.TrimRightFunc(s[:i], unicode.IsSpace) + "…"
		}
		count++
	}
	return s
}

// Exact is the passage's quote.
func (p Passage) Exact() string {
	s, _ := p.quote()
	return s.Exact
}

// Check compares a passage that was read from a saved report with its article: quote,
// offsets, context, line and column must be what the text says.
func (p Passage) Check(doc *article.Document) error {
	quote, quoted := p.quote()
	at, placed := p.position()
	if !quoted || !placed {
		return errors.New("the passage lacks its quote or its offsets")
	}
	again, err := PassageOf(doc, claim.Evidence{Role: p.Role, Quote: quote.Exact, Start: at.Start, End: at.End})
	if err != nil {
		return err
	}
	was, _ := again.quote()
	switch {
	case p.Target.Source != again.Target.Source:
		return fmt.Errorf("passage %q is of another text", shorten(quote.Exact, 60))
	case was.Prefix != quote.Prefix || was.Suffix != quote.Suffix:
		return fmt.Errorf("passage %q: the text around it is another", shorten(quote.Exact, 60))
	case p.Line != again.Line || p.Column != again.Column || p.Sentence != again.Sentence || p.Paragraph != again.Paragraph || p.Fragment != again.Fragment:
		return fmt.Errorf("passage %q stands in line %d, column %d, not where the report says", shorten(quote.Exact, 60), again.Line, again.Column)
	}
	return nil
}

// quote and position return the selectors of p; ok is false when p lacks one,
// which Validate refuses.
func (p Passage) quote() (s Selector, ok bool)    { return p.selector(textQuoteSelector) }
func (p Passage) position() (s Selector, ok bool) { return p.selector(textPositionSelector) }

func (p Passage) selector(typ string) (Selector, bool) {
	for _, s := range p.Target.Selector {
		if s.Type == typ {
			return s, true
		}
	}
	return Selector{}, false
}
