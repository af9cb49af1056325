package extract

import (
	"unicode/utf8"

	"github.com/article41/article41/checker/article"
)

// Pages print a headline two or three times. Only its first copy is read; a claim that it
// makes has the others as passages too, so that whoever looks at any of them finds it.

// maxRepeats bounds the passages that one claim takes from copies.
const maxRepeats = 4

// repeatPassages adds to each claim the passages that say the same in blocks dropped as
// repeated.
func (d *docState) repeatPassages(all []told) {
	copies := map[string][]*article.Block{}
	for i := range d.doc.Blocks {
		if b := &d.doc.Blocks[i]; b.Dropped == article.DropRepeated {
			text := d.doc.Quote(b.Span)
			copies[text] = append(copies[text], b)
		}
	}
	if len(copies) == 0 {
		return
	}
	for i := range all {
		c := &all[i].claim
		block := &d.doc.Blocks[d.doc.Sentences[all[i].sentence].Block]
		text := d.doc.Quote(block.Span)
		for n, repeated := range copies[text] {
			if n == maxRepeats {
				break
			}
			at := byteAt(text, *c.Evidence[0].Start-d.doc.CodePoint(block.Start))
			span := article.Span{Start: repeated.Start + at, End: repeated.Start + at + len(c.Evidence[0].Quote)}
			c.Evidence = append(c.Evidence, d.evidenceAt(span))
		}
	}
}

// byteAt is the offset in bytes of code point n.
func byteAt(text string, n int) int {
	at := 0
	for ; n > 0 && at < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}
