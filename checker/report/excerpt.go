package report

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Source gives the lines of a document's canonical text, counted from 1, so
// that text formats can show a passage where it stands. *article.Document is
// one.
type Source interface {
	Line(n int) string
}

// excerptRow is one line of an excerpt; columns from to to of it are the
// passage's and get underlined.
type excerptRow struct {
	text     string
	from, to int
}

// surroundings is a passage with the rest of its lines. Without the source, or
// when the source is not the text that was checked, the selector's context
// must do.
func surroundings(p Passage, src Source) (before, quote, after string) {
	s, _ := p.quote()
	if src != nil {
		if before, after, ok := linesAround(p, s.Exact, src); ok {
			return before, s.Exact, after
		}
	}
	before, after = s.Prefix, s.Suffix
	if utf8.RuneCountInString(before) < p.Column-1 {
		before = "…" + before
	}
	if utf8.RuneCountInString(after) >= contextLength {
		after += "…"
	}
	return before, s.Exact, after
}

func linesAround(p Passage, quote string, src Source) (before, after string, ok bool) {
	segments := strings.Split(quote, "\n")
	first := src.Line(p.Line)
	at := 0
	for range p.Column - 1 {
		if at >= len(first) {
			return "", "", false
		}
		_, size := utf8.DecodeRuneInString(first[at:])
		at += size
	}
	before, rest := first[:at], first[at:]
	last := segments[len(segments)-1]
	if len(segments) > 1 {
		if rest != segments[0] {
			return "", "", false
		}
		rest = src.Line(p.Line + len(segments) - 1)
	}
	after, ok = strings.CutPrefix(rest, last)
	return before, after, ok
}

// excerpt lays a passage out in rows of at most width columns. A line that is
// too long is windowed around the passage: on one row when the passage leaves
// half of it for the context, else on as many as it takes.
func excerpt(before, quote, after string, width int) []excerptRow {
	const bytesPerColumn = 8 // room for combining marks
	left := cellsOf(strings.TrimLeft(Sanitize(tail(before, bytesPerColumn*width)), " "), false)
	mid := cellsOf(Sanitize(abridge(quote, 12*width)), true)
	right := cellsOf(strings.TrimRight(Sanitize(head(after, bytesPerColumn*width)), " "), false)

	room := width - columns(mid)
	if columns(left)+columns(right) > room {
		room -= 2 // for the ellipses
		if room < width/2 {
			room = width // several rows, then: a passage without its context says little
		}
		forLeft := max(room/2, room-columns(right))
		left = lastColumns(left, forLeft)
		right = firstColumns(right, room-min(columns(left), forLeft))
	}
	var rows []excerptRow
	for _, row := range wrapCells(append(append(left, mid...), right...), width) {
		r := excerptRow{text: join(row)}
		at, seen := 0, false
		for _, c := range row {
			if c.marked && !seen {
				r.from, seen = at, true
			}
			at += c.width
			if c.marked {
				r.to = at
			}
		}
		rows = append(rows, r)
	}
	return rows
}

// abridge takes the middle out of a quote of more than n code points and says
// how much that was.
func abridge(s string, n int) string {
	count := utf8.RuneCountInString(s)
	if count <= n {
		return s
	}
	runes := []rune(s)
	start, end := n*3/4, count-n/8
	return fmt.Sprintf("%s [… %d characters …] %s", string(runes[:start]), end-start, string(runes[end:]))
}

// lastColumns is the end of cells in at most n columns, cut at a space where
// there is one, after an ellipsis.
func lastColumns(cells []cell, n int) []cell {
	if columns(cells) <= n {
		return cells
	}
	i, used := len(cells), 0
	for i > 0 && used+cells[i-1].width <= n {
		i--
		used += cells[i].width
	}
	if !cells[i-1].space() {
		for j := i; j < len(cells)-1; j++ {
			if cells[j].space() {
				i = j
				break
			}
		}
	}
	for i < len(cells) && cells[i].space() {
		i++
	}
	return append([]cell{{text: "…", width: 1}}, cells[i:]...)
}

// firstColumns is the beginning of cells, as lastColumns is the end.
func firstColumns(cells []cell, n int) []cell {
	if columns(cells) <= n {
		return cells
	}
	i, used := 0, 0
	for i < len(cells) && used+cells[i].width <= n {
		used += cells[i].width
		i++
	}
	if !cells[i].space() {
		for j := i; j > 1; j-- {
			if cells[j-1].space() {
				i = j - 1
				break
			}
		}
	}
	for i > 0 && cells[i-1].space() {
		i--
	}
	return append(append([]cell{}, cells[:i]...), cell{text: "…", width: 1})
}
