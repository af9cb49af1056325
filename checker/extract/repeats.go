package extract

import "github.com/article41/article41/checker/article"

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
		repeated := copies[d.doc.Quote(block.Span)]
		at, length := d.doc.Byte(*c.Evidence[0].Start)-block.Start, len(c.Evidence[0].Quote)
		for _, b := range repeated[:min(len(repeated), maxRepeats)] {
			c.Evidence = append(c.Evidence, d.evidenceAt(article.Span{Start: b.Start + at, End: b.Start + at + length}))
		}
	}
}
