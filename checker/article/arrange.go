package article

import (
	"fmt"
	"strings"
)

// arrange judges the drafts of a document and fills its blocks, sentences, notes
// and whatever metadata the text itself holds. Text must be set.
func (d *Document) arrange(drafts []draft, notes []Note) {
	j := newJudge(d.Text, drafts)
	d.Blocks = make([]Block, 0, len(drafts))
	d.Notes = notes
	all := make([]traits, 0, len(drafts))
	for _, dr := range drafts {
		v, t := j.rule(dr)
		all = append(all, t)
		b := Block{Span: dr.Span, Kind: Other, Dropped: v.reason, Detail: v.detail}
		if v.reason == DropCaption {
			b.Kind = Caption
		}
		d.Blocks = append(d.Blocks, b)
	}
	captionCopies(d.Text, d.Blocks)
	last := lastKept(d.Blocks)
	paragraph := 0
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Dropped != "" {
			d.suspect(b, all[i])
			continue
		}
		paragraph++
		b.Paragraph = paragraph
		b.Kind = kindOf(drafts[i], d.Text[b.Start:b.End], all[i], i == last)
	}
	d.readMetadata(all)
	d.number()
	d.noteFlaws(last)
}

func lastKept(blocks []Block) int {
	for i := len(blocks) - 1; i >= 0; i-- {
		if blocks[i].Dropped == "" {
			return i
		}
	}
	return -1
}

// captionCopies deals with the second copy of a caption that pages print without its
// credit, above or below the copy with it.
func captionCopies(text string, blocks []Block) {
	for i := range blocks {
		if blocks[i].Dropped != DropCaption {
			continue
		}
		whole := text[blocks[i].Start:blocks[i].End]
		for _, k := range []int{i - 1, i + 1} {
			if k < 0 || k >= len(blocks) {
				continue
			}
			s := text[blocks[k].Start:blocks[k].End]
			if len(s) <= 20 || !strings.HasPrefix(whole, s) {
				continue
			}
			switch blocks[k].Dropped {
			case DropCaption:
				later := max(i, k)
				blocks[later].Dropped, blocks[later].Detail = DropRepeated, "the neighbouring caption with another credit"
			case "":
				blocks[k].Dropped, blocks[k].Kind = DropCaption, Caption
				blocks[k].Detail = "the neighbouring caption without its credit"
			}
		}
	}
}

// suspect marks a dropped block that reads like news, so that a wrong drop shows.
func (d *Document) suspect(b *Block, t traits) {
	if b.Dropped == DropRepeated || b.Dropped == DropPaywall || t.addresses || !t.verb || !d.tellsNews(b.Span) {
		return
	}
	b.Suspect = true
	line, _ := d.Position(b.Start)
	d.Notes = append(d.Notes, Note{
		Code:    NoteSuspect,
		Message: fmt.Sprintf("line %d of the text was set aside as %s (%s) but holds a full sentence", line, b.Dropped, b.Detail),
		Span:    b.Span,
	})
}

// tellsNews reports whether a block holds a full sentence with a verb. Captions
// do, before their credit.
func (d *Document) tellsNews(block Span) bool {
	var f folded
	for _, s := range splitSentences(nil, d.Text, block) {
		text := d.Text[s.Start:s.End]
		if !endsSentence(text) {
			continue
		}
		f.fold(text)
		if f.words() >= newsWords && f.hasVerb() {
			return true
		}
	}
	return false
}

// number splits the kept blocks into numbered sentences.
func (d *Document) number() {
	d.Sentences = make([]Sentence, 0, len(d.Text)/150+1)
	var spans []Span
	for i, b := range d.Blocks {
		if b.Dropped != "" {
			continue
		}
		spans = splitSentences(spans[:0], d.Text, b.Span)
		if b.Kind == Heading && len(spans) > 1 && d.MediaType == typeText {
			d.Blocks[i].Kind = Paragraph
		}
		for _, s := range spans {
			d.Sentences = append(d.Sentences, Sentence{Span: s, Block: i, Paragraph: b.Paragraph, Number: len(d.Sentences) + 1})
		}
	}
}

func (d *Document) noteFlaws(last int) {
	if last < 0 {
		d.Notes = append(d.Notes, Note{
			Code:    NoteNoText,
			Message: "no block was kept: the page holds no article text, or only what readers see who do not subscribe",
			Span:    Span{0, len(d.Text)},
		})
		return
	}
	b := d.Blocks[last]
	if s := d.Text[b.Start:b.End]; b.Kind == Paragraph && !endsSentence(s) && len(strings.Fields(s)) >= newsWords {
		d.Notes = append(d.Notes, Note{
			Code:    NoteTruncated,
			Message: "the text stops in mid-sentence: the source may be cut off",
			Span:    b.Span,
		})
	}
}
