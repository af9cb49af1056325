package article

import (
	"slices"
	"sort"
	"strings"
	"unicode"
)

// datelineWithin is the number of blocks from the first in which a dateline is
// looked for.
const datelineWithin = 16

// readMetadata fills from the text what the markup did not say. Dates that the
// story tells of are never taken: only stamps, datelines and captions are.
func (d *Document) readMetadata(all []traits) {
	var found []foundDate
	var late []foundDate
	body, paragraphs, lastBody := false, 0, -1
	for i, b := range d.Blocks {
		if b.Dropped == "" && b.Kind != Heading && b.Kind != Other && all[i].sentence {
			lastBody = i
		}
	}
	linked := false // below a heading or among links: a stamp there dates another story
	weather := -10  // index of the last block with the weather in it
	for i, b := range d.Blocks {
		s := d.Text[b.Start:b.End]
		if len(s) < 20 && temperature(s) {
			weather = i
		}
		switch {
		case b.Dropped == DropByline:
			d.readByline(s, body)
			switch {
			case i-weather <= 2: // beside the weather stands the day the page was visited
			case paragraphs == 0, paragraphs < storyBegun && i < lastBody:
				found = appendStamp(found, s)
			case !linked && !(i > lastBody && i+1 < len(d.Blocks) && d.Blocks[i+1].Kind == Heading):
				late = appendLate(late, s)
			}
		case b.Dropped == DropCaption && !oldPicture(s):
			found = appendDates(found, s, BasisCaption, rankCaption)
		case b.Dropped != "":
		case b.Kind == Heading || b.Kind == Other:
			if !body {
				d.readTitle(b, s)
				found = appendLabelled(found, s)
			}
		default:
			if all[i].sentence {
				body = true
				paragraphs++
			}
			if i < datelineWithin && d.Meta.Dateline.Len() == 0 {
				found = d.readDateline(b, s, found)
			}
		}
		linked = b.Kind == Heading || b.Dropped == DropRelated || linked && b.Dropped == DropByline
	}
	found = append(found, agreed(late)...)
	if len(found) == 0 || d.Meta.Published.Value != "" {
		return
	}
	sort.SliceStable(found, func(a, b int) bool { return found[a].rank < found[b].rank })
	d.Meta.Published = found[0].date
}

// foundDate is a candidate for the publication date.
type foundDate struct {
	rank int
	date Date
}

const (
	rankStamp = iota
	rankUpdated
	rankDateline
	rankCaption
	rankLate
)

// storyBegun is the number of news paragraphs after which a stamp is no longer
// taken at its word: further down stand the dates of other stories.
const storyBegun = 2

// appendLate takes a stamp in or below the story: as any other when it says
// "published" or the like, else as a last resort when it is nothing but a date.
func appendLate(late []foundDate, s string) []foundDate {
	hits := findDates(s)
	if len(hits) == 0 {
		return late
	}
	said := false
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if stampLabels.has(w) {
			said = true
		}
	}
	if said {
		return appendStamp(late, s)
	}
	if others, _ := besideDates(s, hits); others == 0 {
		late = append(late, foundDate{rankLate, Date{Value: hits[0].value, Basis: BasisByline}})
	}
	return late
}

var stampLabels = wordSet{words: "published posted updated edited changed modified change"}

// agreed gives the bare dates up when they differ: then they are a time line or a
// list of other stories.
func agreed(late []foundDate) []foundDate {
	bare := ""
	differ := false
	for _, f := range late {
		if f.rank == rankLate {
			differ = differ || bare != "" && bare != f.date.Value
			bare = f.date.Value
		}
	}
	return slices.DeleteFunc(late, func(f foundDate) bool { return differ && f.rank == rankLate })
}

func appendDates(found []foundDate, s, basis string, rank int) []foundDate {
	for _, h := range findDates(s) {
		found = append(found, foundDate{rank, Date{Value: h.value, Basis: basis}})
	}
	return found
}

// appendStamp prefers the date of publication to that of a later change.
func appendStamp(found []foundDate, s string) []foundDate {
	rank := rankStamp
	lower := strings.ToLower(s)
	for _, w := range []string{"updated", "edited", "changed", "modified", "last change"} {
		if at := strings.Index(lower, w); at >= 0 && at < 8 {
			rank = rankUpdated
		}
	}
	hits := findDates(s)
	if len(hits) == 0 {
		return found
	}
	return append(found, foundDate{rank, Date{Value: hits[0].value, Basis: BasisByline}})
}

// appendLabelled finds a stamp glued to a headline: "… again DATE: 2024-10-05".
func appendLabelled(found []foundDate, s string) []foundDate {
	for _, h := range findDates(s) {
		before := strings.ToLower(s[max(0, h.Start-14):h.Start])
		for _, w := range []string{"date:", "date ", "published", "posted"} {
			if strings.Contains(before, w) {
				return append(found, foundDate{rankStamp, Date{Value: h.value, Basis: BasisByline}})
			}
		}
	}
	return found
}

// readTitle takes the first heading above the story. HTML has said it already.
func (d *Document) readTitle(b Block, s string) {
	if words := strings.Fields(s); d.Meta.Title == "" && b.Kind == Heading && len(words) >= 3 {
		d.Meta.Title = strings.Join(words, " ")
	}
}

func (d *Document) readByline(s string, body bool) {
	author := bylineAuthor(s)
	if i := strings.LastIndex(s, " by "); author == "" && i >= 0 {
		author = bylineAuthor(s[i+1:]) // "Posted on 28 November 2023 by Jo Okafor"
	}
	if d.Meta.Author == "" {
		d.Meta.Author = author
	}
	if d.Meta.Outlet != "" || body {
		return
	}
	if agency := agencyAlone(s[listMarker(s):]); agency != "" {
		d.Meta.Outlet = agency
	} else if first, _, found := strings.Cut(s, ","); found {
		d.Meta.Outlet = agencies()[plain(first)]
	}
}

func (d *Document) readDateline(b Block, s string, found []foundDate) []foundDate {
	line, hits, ok := parseDateline(s)
	if !ok {
		return found
	}
	line.Start += b.Start
	line.End += b.Start
	d.Meta.Dateline = line
	for _, h := range hits {
		found = append(found, foundDate{rankDateline, Date{Value: h.value, Basis: BasisDateline}})
	}
	return found
}
