package proposal

import (
	"errors"
	"slices"
	"strings"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
)

// find locates the quote in the sentences that the proposal names.
func (l *located) find(doc *article.Document) *rejection {
	p := l.from
	if len(p.Sentences) == 0 {
		return reject(CodeSentence, "it names no sentence that the quote stands in")
	}
	numbers := slices.Clone(p.Sentences)
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	for _, n := range numbers {
		if n < 1 || n > len(doc.Sentences) {
			return reject(CodeSentence, "there is no sentence %d; the text has %d", n, len(doc.Sentences))
		}
	}
	if strings.TrimSpace(p.Quote) == "" {
		return reject(CodeQuote, "it quotes nothing")
	}
	var places []article.Span
	why := error(nil)
	look := func(from, to int) {
		found, err := claim.Within(doc, p.Quote, article.Span{Start: doc.Sentences[from-1].Start, End: doc.Sentences[to-1].End})
		places = append(places, found...)
		if why == nil {
			why = err
		}
	}
	for _, n := range numbers {
		look(n, n)
	}
	for i := 0; i < len(numbers) && len(places) == 0; { // a quote over several sentences
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		if j > i {
			look(numbers[i], numbers[j])
		}
		i = j + 1
	}
	switch {
	case len(places) == 0:
		reason := "the quote does not stand in " + listed(numbers)
		if q, ok := errors.AsType[*claim.QuoteError](why); ok && q.Problem == claim.Partial {
			reason = "the quote stands in " + listed(numbers) + " only inside other words"
		}
		return reject(CodeQuote, "%s", reason)
	case len(places) > 1:
		return reject(CodeQuoteTwice, "the quote stands %d times in %s; quote more words", len(places), listed(numbers))
	}
	l.passage = places[0]
	if !strings.ContainsFunc(doc.Quote(l.passage), isLetter) {
		return reject(CodeQuote, "the quote has no word in it")
	}
	for i := range doc.Sentences {
		if doc.Sentences[i].Overlaps(l.passage) {
			l.sentences = append(l.sentences, i)
		}
	}
	l.near = paragraph(doc, l.sentences)
	return nil
}

// nearby bounds how many sentences of a paragraph, before and behind the passage,
// are looked through for names.
const nearby = 20

// paragraph is the kept text of the paragraphs that the sentences lie in.
func paragraph(doc *article.Document, sentences []int) article.Span {
	first, last := sentences[0], sentences[len(sentences)-1]
	from, to := first, last
	for from > 0 && first-from < nearby && doc.Sentences[from-1].Paragraph == doc.Sentences[first].Paragraph {
		from--
	}
	for to+1 < len(doc.Sentences) && to-last < nearby && doc.Sentences[to+1].Paragraph == doc.Sentences[last].Paragraph {
		to++
	}
	return article.Span{Start: doc.Sentences[from].Start, End: doc.Sentences[to].End}
}

// words finds what a proposal quotes beside its passage: in the passage's
// sentences, or else in its paragraph; the first place counts.
func (l *located) words(doc *article.Document, quote string) (article.Span, error) {
	own := article.Span{Start: doc.Sentences[l.sentences[0]].Start, End: doc.Sentences[l.sentences[len(l.sentences)-1]].End}
	var err error
	for _, part := range []article.Span{l.passage, own, l.near} {
		var places []article.Span
		if places, err = claim.Within(doc, quote, part); err == nil {
			return places[0], nil
		}
	}
	return article.Span{}, err
}
