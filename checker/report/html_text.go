package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/article41/article41/checker/article"
)

// htmlBlock is a paragraph of the article, or a run of blocks that were left out.
type htmlBlock struct {
	Anchor    string
	Kind      string // p, heading, item, dropped
	Paragraph int
	Line      int
	Segments  []htmlSegment
	Left      []*htmlBlock // of a run: the blocks
	Short     string       // of a block left out: the reason's name
	Reason    string       // and with what showed it
	Suspect   bool
	Summary   string // of a run
}

type htmlSegment struct {
	Text   string
	Refs   string // of the passages that cover it, separated by spaces
	Class  string
	Opens  []*htmlPassage
	Closes []*htmlPassage
	Quiet  bool // only suppressed findings cover it
}

// text lays out the article, and returns the ids of its paragraphs by number.
func (b *pageBuilder) text(h *htmlDocument, doc *article.Document) map[int]string {
	ids := map[int]string{}
	if doc == nil {
		h.Loose = h.Passages
		return ids
	}
	var at []stretch
	for i, p := range h.Passages {
		span, ok := spanOf(doc, p.at)
		if !ok {
			h.Loose = append(h.Loose, p) // not where the report says: shown as quoted
			continue
		}
		at = append(at, stretch{span, i})
	}
	cut, loose := sweep(blockSpans(doc), at)
	for _, i := range loose {
		h.Loose = append(h.Loose, h.Passages[i])
	}
	for i, block := range doc.Blocks {
		x := &htmlBlock{Kind: blockKind(block.Kind), Paragraph: block.Paragraph, Suspect: block.Suspect}
		x.Line, _ = doc.Position(block.Start)
		for _, s := range cut[i] {
			x.Segments = append(x.Segments, segmentOf(h, doc, s))
		}
		if block.Dropped == "" {
			x.Anchor = b.ids.take(h.Anchor+"-", fmt.Sprint(block.Paragraph), "")
			ids[block.Paragraph] = x.Anchor
			h.Blocks = append(h.Blocks, x)
			continue
		}
		x.Kind, x.Short = "dropped", words(block.Dropped)
		x.Reason = x.Short
		if block.Detail != "" {
			x.Reason += " (" + Sanitize(block.Detail) + ")"
		}
		if block.Suspect {
			x.Reason += "; holds full sentences"
		}
		// Blocks left out in a row fold together: a web page has dozens.
		if n := len(h.Blocks); n > 0 && h.Blocks[n-1].Left != nil {
			h.Blocks[n-1].Left = append(h.Blocks[n-1].Left, x)
		} else {
			h.Blocks = append(h.Blocks, &htmlBlock{Kind: "run", Left: []*htmlBlock{x}})
		}
	}
	for _, x := range h.Blocks {
		x.summarise()
	}
	return ids
}

// summarise says of a run what was left out and why.
func (x *htmlBlock) summarise() {
	if x.Left == nil {
		return
	}
	if len(x.Left) == 1 {
		x.Summary, x.Suspect = "Left out: "+x.Left[0].Reason, x.Left[0].Suspect
		return
	}
	x.Summary = plural(len(x.Left), "block", "blocks") + " left out"
	var reasons []string
	for _, l := range x.Left {
		if !slices.Contains(reasons, l.Short) {
			reasons = append(reasons, l.Short)
		}
		x.Suspect = x.Suspect || l.Suspect
	}
	x.Summary += ": " + strings.Join(reasons, ", ")
	if x.Suspect {
		x.Summary += "; with full sentences"
	}
}

// spanOf is a passage's place in the text; not ok when its quote does not stand there.
func spanOf(doc *article.Document, p Passage) (article.Span, bool) {
	quote, _ := p.quote()
	at, _ := p.position()
	if at.Start == nil || at.End == nil || quote.Exact == "" {
		return article.Span{}, false
	}
	span := article.Span{Start: doc.Byte(*at.Start), End: doc.Byte(*at.End)}
	return span, doc.Quote(span) == quote.Exact
}

func segmentOf(h *htmlDocument, doc *article.Document, s segment) htmlSegment {
	x := htmlSegment{Text: Sanitize(doc.Quote(s.Span)), Quiet: true}
	var refs []string
	for _, i := range s.in {
		p := h.Passages[i]
		refs = append(refs, p.Ref)
		if !p.Suppressed {
			x.Quiet, x.Class = false, graverClass(x.Class, p.Class)
		}
	}
	x.Refs = strings.Join(refs, " ")
	for _, i := range s.opens {
		x.Opens = append(x.Opens, h.Passages[i])
	}
	for _, i := range s.closes {
		x.Closes = append(x.Closes, h.Passages[i])
	}
	return x
}

func blockKind(k article.BlockKind) string {
	switch k {
	case article.Heading:
		return "heading"
	case article.ListItem:
		return "item"
	}
	return "p"
}

// blockSpans are the blocks' places, made to follow one another.
func blockSpans(doc *article.Document) []article.Span {
	out := make([]article.Span, len(doc.Blocks))
	end := 0
	for i, b := range doc.Blocks {
		s := article.Span{Start: max(end, min(b.Start, len(doc.Text)))}
		s.End = max(s.Start, min(b.End, len(doc.Text)))
		out[i], end = s, s.End
	}
	return out
}
