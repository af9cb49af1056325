package claim

import (
	"errors"
	"fmt"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/strictyaml"
)

// contextLength is how much text before and after a quote is kept with it, in
// code points; the W3C Web Annotation model gives no number, browsers and other
// annotators use this one.
const contextLength = 32

// Verify checks that the article holds what the claim quotes, and completes the
// claim: each Evidence gets the article's exact words as its Quote, Start and
// End, and the text around it as Prefix and Suffix. Whatever else the claim gives
// as the article's words must stand there too: the names of parties, sources,
// goods and places, the quotes of facts, the words of amounts and dates. All
// mistakes are joined, most as *QuoteError; then the claim is not complete.
func Verify(doc *article.Document, c *Claim) error {
	l := locator{doc: doc}
	return l.verify(c)
}

// Verify checks that doc is the article the file speaks of, when the file has
// its hash, and verifies every claim against it. All mistakes are joined.
func (f *File) Verify(doc *article.Document) error {
	if f.Article.SHA256 != "" && f.Article.SHA256 != doc.TextSHA256 {
		return fmt.Errorf("%s is not the text the claims were made from: its SHA-256 is %s, the claims file has %s; "+
			"check the claims against the new text, then correct or delete article.sha256", doc.Name, doc.TextSHA256, f.Article.SHA256)
	}
	l := locator{doc: doc}
	var errs []error
	for i := range f.Claims {
		errs = append(errs, l.verify(&f.Claims[i]))
	}
	return errors.Join(errs...)
}

func (l *locator) verify(c *Claim) error {
	var errs []error
	fail := func(e *QuoteError, pos strictyaml.Pos, what string) {
		e.Pos, e.Claim, e.What = pos, c.ID, what
		errs = append(errs, e)
	}
	for i := range c.Evidence {
		ev := &c.Evidence[i]
		s, err := l.locate(*ev)
		if err != nil {
			pos := ev.Pos
			if pos.Line == 0 {
				pos = c.Pos
			}
			fail(err, pos, "quote")
			continue
		}
		l.complete(ev, s)
	}
	for i := range c.Facts {
		fact := &c.Facts[i]
		if fact.Quote == "" {
			continue
		}
		kept, _, err := l.places(fact.Quote)
		if err != nil {
			fail(err, c.Pos, "fact quote")
			continue
		}
		fact.Quote = l.doc.Text[kept[0].Start:kept[0].End]
	}
	for _, w := range c.words() {
		if !l.mentions(w.text) {
			fail(l.errNotFound(w.text), c.Pos, w.what)
		}
	}
	return errors.Join(errs...)
}

type quoted struct{ what, text string }

// words lists what the claim gives as the article's words beside its quotes. An
// extractor has no privilege: a file that only says it was extracted must not put
// words into a source's mouth.
func (c *Claim) words() []quoted {
	var all []quoted
	add := func(what, text string) {
		if text != "" {
			all = append(all, quoted{what, text})
		}
	}
	for _, p := range c.Parties {
		add("party name", p.Name)
	}
	for _, s := range c.Attribution {
		add("source name", s.Name)
	}
	for _, g := range c.Goods {
		add("name of goods", g.Name)
	}
	if c.Place != nil {
		add("place name", c.Place.Name)
	}
	if c.Quantity != nil {
		add("quantity text", c.Quantity.Text)
	}
	if c.EventDate != nil {
		add("event date text", c.EventDate.Text)
	}
	if c.StatementDate != nil {
		add("statement date text", c.StatementDate.Text)
	}
	return all
}

func (l *locator) complete(ev *Evidence, s article.Span) {
	start, end := l.doc.CodePoint(s.Start), l.doc.CodePoint(s.End)
	ev.Start, ev.End = &start, &end
	ev.Quote = l.doc.Text[s.Start:s.End]
	ev.Prefix, ev.Suffix = l.doc.Context(s, contextLength)
}
