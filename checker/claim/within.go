package claim

import (
	"strings"
	"unicode/utf8"

	"github.com/article41/article41/checker/article"
)

// Within finds the places of quote inside one part of the document: as it stands,
// or else folded as Locate does. Only places of kept text that cut no word count,
// and they do not overlap. The error is a *QuoteError, and there is one when there
// is no place.
func Within(doc *article.Document, quote string, part article.Span) ([]article.Span, error) {
	if foldQuote(quote) == "" || !utf8.ValidString(quote) || utf8.RuneCountInString(quote) > maxQuoteLength {
		return nil, &QuoteError{Problem: Unusable, Quote: quote, Document: doc.Name}
	}
	quote = strings.TrimSpace(quote)
	l := locator{doc: doc}
	text := doc.Quote(part)
	var cut, dropped *QuoteError
	take := func(out []article.Span, s article.Span) []article.Span {
		s.Start, s.End = s.Start+part.Start, s.End+part.Start
		if b, ok := l.dropped(s); ok {
			dropped = l.errDropped(quote, s, b)
		} else if !l.whole(s) {
			cut = l.errPartial(quote, s)
		} else {
			return append(out, s)
		}
		return out
	}

	var out []article.Span
	for at := 0; len(out) < maxPlaces; {
		i := strings.Index(text[at:], quote)
		if i < 0 {
			break
		}
		at += i + len(quote)
		out = take(out, article.Span{Start: at - len(quote), End: at})
	}
	if len(out) == 0 {
		view, want := fold(text), foldQuote(quote)
		for at := 0; len(out) < maxPlaces; {
			i := strings.Index(view.text[at:], want)
			if i < 0 {
				break
			}
			at += i + len(want)
			if s, ok := view.span(at-len(want), at); ok {
				out = take(out, s)
			}
		}
	}
	switch {
	case len(out) > 0:
		return out, nil
	case dropped != nil:
		return nil, dropped
	case cut != nil:
		return nil, cut
	}
	return nil, &QuoteError{Problem: NotFound, Quote: quote, Document: doc.Name}
}
