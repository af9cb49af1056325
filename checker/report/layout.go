package report

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// cell is one character as a reader sees it, a grapheme cluster, with the
// columns it takes: 2 for East Asian wide ones and emoji, else 1.
type cell struct {
	text   string
	width  int
	marked bool
}

func (c cell) space() bool { return c.text == " " }

// cellsOf splits sanitised text into cells.
func cellsOf(s string, marked bool) []cell {
	cells := make([]cell, 0, len(s))
	state := -1
	for s != "" {
		var c cell
		c.text, s, c.width, state = uniseg.FirstGraphemeClusterInString(s, state)
		c.marked = marked
		cells = append(cells, c)
	}
	return cells
}

func columns(cells []cell) int {
	n := 0
	for _, c := range cells {
		n += c.width
	}
	return n
}

func join(cells []cell) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(c.text)
	}
	return b.String()
}

// displayWidth counts columns, as printed.
func displayWidth(s string) int { return uniseg.StringWidth(s) }

// pad fills s with spaces to n columns.
func pad(s string, n int) string { return s + strings.Repeat(" ", max(0, n-displayWidth(s))) }

// wrap breaks s into lines of at most width columns, at spaces where there are
// any and inside a word where there is none, as in Chinese. One cell wider
// than width gets a line of its own. There is always at least one line.
func wrap(s string, width int) []string {
	if printableASCII(s) && len(s) <= width {
		return []string{strings.Trim(s, " ")}
	}
	var lines []string
	for _, row := range wrapCells(cellsOf(s, false), width) {
		lines = append(lines, join(row))
	}
	if lines == nil {
		return []string{""}
	}
	return lines
}

// wrapItems joins items with middle dots and breaks lines between items only,
// unless one item alone is too long.
func wrapItems(items []string, width int) []string {
	const dot = " · "
	var lines []string
	current := ""
	for i, item := range items {
		last := i == len(items)-1
		room := width
		if !last {
			room -= len(" ·")
		}
		switch {
		case current == "":
			current = item
		case displayWidth(current+dot+item) <= room:
			current += dot + item
		default:
			lines = append(lines, wrap(current+" ·", width)...)
			current = item
		}
	}
	if current != "" {
		lines = append(lines, wrap(current, width)...)
	}
	return lines
}

func wrapCells(cells []cell, width int) [][]cell {
	var rows [][]cell
	for len(cells) > 0 && cells[0].space() {
		cells = cells[1:]
	}
	for len(cells) > 0 {
		end, used, space := 0, 0, -1
		for end < len(cells) && (end == 0 || used+cells[end].width <= width) {
			if cells[end].space() {
				space = end
			}
			used += cells[end].width
			end++
		}
		if end < len(cells) && !cells[end].space() && space > 0 {
			end = space
		}
		row := cells[:end]
		for len(row) > 0 && row[len(row)-1].space() {
			row = row[:len(row)-1]
		}
		if len(row) > 0 {
			rows = append(rows, row)
		}
		cells = cells[end:]
		for len(cells) > 0 && cells[0].space() {
			cells = cells[1:]
		}
	}
	return rows
}

// clip cuts s to width columns, with an ellipsis in place of the rest.
func clip(s string, width int) string {
	cells := cellsOf(head(s, 4*width), false)
	if len(s) <= 4*width && columns(cells) <= width {
		return s
	}
	used := 0
	for i, c := range cells {
		if used+c.width > width-1 {
			return strings.TrimRight(join(cells[:i]), " ") + "…"
		}
		used += c.width
	}
	return join(cells) + "…"
}

// head and tail cut s to at most n bytes at a rune boundary: a line of a
// hostile article may have megabytes, of which one screen is shown.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

func tail(s string, n int) string {
	if len(s) <= n {
		return s
	}
	i := len(s) - n
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return s[i:]
}
