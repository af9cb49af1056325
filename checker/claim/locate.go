package claim

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/article41/article41/checker/article"
)

// maxPlaces bounds how many places of one quote are looked at; "e" stands in an
// article too often to be worth more.
const maxPlaces = 1000

// Locate finds the passage that ev quotes. The quote decides: as it stands, or
// else with white space, quote marks, dashes and invisible characters made
// equal. Start and End, Prefix and Suffix only choose between several places.
// Text of dropped blocks is no evidence, nor is a piece of a word: "authorised by
// the Committee" does not quote "unauthorised by the Committee". The error is a
// *QuoteError.
func Locate(doc *article.Document, ev Evidence) (article.Span, error) {
	l := locator{doc: doc}
	s, err := l.locate(ev)
	if err != nil {
		return article.Span{}, err
	}
	return s, nil
}

// locator looks for many quotes in one document.
type locator struct {
	doc    *article.Document
	view   *folded // of doc.Text; nil until a quote needs it
	tokens *tokens // of doc.Text; nil until a quote is not found
	missed int     // quotes whose nearest passage was looked for
}

func (l *locator) folded() *folded {
	if l.view == nil {
		l.view = fold(l.doc.Text)
	}
	return l.view
}

func (l *locator) locate(ev Evidence) (article.Span, *QuoteError) {
	if s, ok := l.position(ev); ok && l.whole(s) {
		if b, dropped := l.dropped(s); dropped {
			return article.Span{}, l.errDropped(ev.Quote, s, b)
		}
		return s, nil
	}
	kept, more, err := l.places(ev.Quote)
	if err != nil {
		return article.Span{}, err
	}
	fitting := kept
	if len(kept) > 1 {
		fitting = l.inContext(kept, ev.Prefix, ev.Suffix)
	}
	if len(fitting) != 1 || more {
		return article.Span{}, l.errAmbiguous(ev.Quote, kept, more)
	}
	return fitting[0], nil
}

// position is the span that ev's Start and End give, when the quote stands
// there.
func (l *locator) position(ev Evidence) (s article.Span, ok bool) {
	if ev.Start == nil || ev.End == nil || *ev.Start < 0 || *ev.End <= *ev.Start ||
		*ev.End > l.doc.CodePoint(len(l.doc.Text)) {
		return article.Span{}, false
	}
	s = article.Span{Start: l.doc.Byte(*ev.Start), End: l.doc.Byte(*ev.End)}
	text := l.doc.Text[s.Start:s.End]
	if text == ev.Quote {
		return s, strings.TrimSpace(text) != ""
	}
	// A much longer text could still be equal, by its white space, but a file
	// that gives such ranges by the thousand is not worth folding them.
	const growth = 16
	if len(text) > growth*(len(ev.Quote)+1) {
		return s, false
	}
	return s, foldQuote(text) == foldQuote(ev.Quote) && trimmed(text)
}

// places returns where quote stands in kept blocks, at least one place; more
// means that not all were looked for.
func (l *locator) places(quote string) (kept []article.Span, more bool, err *QuoteError) {
	want := foldQuote(quote)
	if want == "" || !utf8.ValidString(quote) || utf8.RuneCountInString(quote) > maxQuoteLength {
		return nil, false, &QuoteError{Problem: Unusable, Quote: quote}
	}
	places, more := l.exact(quote)
	if kept = l.kept(places); len(kept) > 0 {
		return kept, more, nil
	}
	// The body may have in curly quote marks what a caption has in straight ones.
	alike, more := l.similar(want)
	if kept = l.kept(alike); len(kept) > 0 {
		return kept, more, nil
	}
	for _, s := range append(places, alike...) {
		if b, dropped := l.dropped(s); dropped && l.whole(s) {
			return nil, false, l.errDropped(quote, s, b)
		}
	}
	if places = append(places, alike...); more {
		return nil, false, l.errAmbiguous(quote, places[:min(len(places), maxPlaces)], true)
	} else if len(places) > 0 {
		return nil, false, l.errPartial(quote, places[0])
	}
	return nil, false, l.errNotFound(quote)
}

// whole reports whether s cuts no word and no number in two: "200 workers" is not
// what "1,200 workers" says.
func (l *locator) whole(s article.Span) bool {
	return !cuts(l.doc.Text, s.Start) && !cuts(l.doc.Text, s.End)
}

func cuts(text string, at int) bool {
	before, size := utf8.DecodeLastRuneInString(text[:at])
	after, next := utf8.DecodeRuneInString(text[at:])
	if spaced(before) && spaced(after) {
		return true
	}
	digitBefore := func(i int) bool { return i > 0 && '0' <= text[i-1] && text[i-1] <= '9' }
	digitAt := func(i int) bool { return i < len(text) && '0' <= text[i] && text[i] <= '9' }
	return (before == ',' || before == '.') && digitAt(at) && digitBefore(at-size) ||
		(after == ',' || after == '.') && digitBefore(at) && digitAt(at+next)
}

// trimmed reports whether s begins and ends with text: evidence that was found
// by folding never ends in white space.
func trimmed(s string) bool {
	f := fold(s)
	return len(f.text) > 0 && f.text[0] != ' ' && f.text[len(f.text)-1] != ' ' &&
		f.start[0] == 0 && int(f.end[len(f.end)-1]) == len(s)
}

// exact returns the places of quote, overlapping ones too; capped means that
// there may be more.
func (l *locator) exact(quote string) (places []article.Span, capped bool) {
	text := l.doc.Text
	for at := 0; ; at++ {
		i := strings.Index(text[at:], quote)
		if i < 0 {
			return places, false
		}
		if len(places) == maxPlaces {
			return places, true
		}
		at += i
		places = append(places, article.Span{Start: at, End: at + len(quote)})
	}
}

// similar is exact on the folded view.
func (l *locator) similar(want string) (places []article.Span, capped bool) {
	v := l.folded()
	for at, tries := 0, 0; ; at, tries = at+1, tries+1 {
		i := strings.Index(v.text[at:], want)
		if i < 0 {
			return places, false
		}
		if tries == maxPlaces {
			return places, true
		}
		at += i
		if s, ok := v.span(at, at+len(want)); ok {
			places = append(places, s)
		}
	}
}

// dropped returns the dropped block that s touches.
func (l *locator) dropped(s article.Span) (article.Block, bool) {
	blocks := l.doc.Blocks
	first := sort.Search(len(blocks), func(i int) bool { return blocks[i].End > s.Start })
	for _, b := range blocks[first:] {
		if b.Start >= s.End {
			break
		}
		if b.Dropped != "" {
			return b, true
		}
	}
	return article.Block{}, false
}

func (l *locator) kept(places []article.Span) []article.Span {
	var kept []article.Span
	for _, s := range places {
		if _, dropped := l.dropped(s); !dropped && l.whole(s) {
			kept = append(kept, s)
		}
	}
	return kept
}

// inContext keeps the places that stand between prefix and suffix.
func (l *locator) inContext(places []article.Span, prefix, suffix string) []article.Span {
	prefix, suffix = foldQuote(prefix), foldQuote(suffix)
	if prefix == "" && suffix == "" {
		return places
	}
	var fitting []article.Span
	for _, s := range places {
		before := strings.TrimRight(l.folded().before(s), " ")
		after := strings.TrimLeft(l.folded().after(s), " ")
		if strings.HasSuffix(before, prefix) && strings.HasPrefix(after, suffix) {
			fitting = append(fitting, s)
		}
	}
	return fitting
}

// mentions reports whether name stands in the article as words of its own, in
// its text (captions too: they name people) or in what it says of itself.
func (l *locator) mentions(name string) bool {
	want := foldQuote(name)
	if want == "" {
		return false
	}
	m := l.doc.Meta
	if containsWords(l.folded().text, want) {
		return true
	}
	for _, s := range []string{m.Outlet, m.Author, m.Title, m.Dateline.Agency, m.Dateline.Place} {
		if containsWords(foldQuote(s), want) {
			return true
		}
	}
	return false
}

func containsWords(text, words string) bool {
	first, _ := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	for at, tries := 0, 0; tries < 100*maxPlaces; tries++ {
		i := strings.Index(text[at:], words)
		if i < 0 {
			return false
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(words):])
		if !(spaced(first) && spaced(before)) && !(spaced(last) && spaced(after)) {
			return true
		}
		// No place in the rest of this word can do, and in "aaaa…" there are many.
		rest := strings.TrimLeftFunc(text[at:], spaced)
		if !spaced(first) {
			_, size := utf8.DecodeRuneInString(rest)
			rest = rest[size:]
		}
		at = len(text) - len(rest)
	}
	return false
}

// spaced reports whether r belongs to a word in a script that puts spaces
// between words.
func spaced(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) &&
		!unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
