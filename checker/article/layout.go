package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// draft is a block before it is judged.
type draft struct {
	Span
	tag   string // HTML element the text came from; "" for plain text
	hints []hint // what the markup says
	links int    // bytes of text inside <a>
}

// line is a non-blank line without the white space at its ends.
type line struct {
	Span
	points int // length in code points
}

// maxWrapped is the longest line, in code points, that an editor or mail program
// still breaks at. Longer lines are paragraphs.
const maxWrapped = 110

// layoutText cuts plain text into drafts. Blank lines always separate; inside a
// run of lines the run's own habits decide: hard-wrapped, or a paragraph a line.
func layoutText(text string) []draft { return layoutSpan(text, Span{0, len(text)}) }

func layoutSpan(text string, within Span) []draft {
	var drafts []draft
	lines, runs := readRuns(text, within)
	var all wrapping
	for _, r := range runs {
		all.count(text, lines[r.Start:r.End])
	}
	for _, r := range runs {
		drafts = appendRun(drafts, text, lines[r.Start:r.End], all)
	}
	return mendBreaks(drafts, text)
}

// mendBreaks joins what blank lines tore apart. Scrapes put linked words in a
// paragraph of their own: "… to North Korea for the", "training", "given to …".
func mendBreaks(drafts []draft, text string) []draft {
	out := drafts[:0]
	mending := false
	for _, d := range drafts {
		s := text[d.Start:d.End]
		if len(out) > 0 && startsLower(s) && !standsAlone(s) {
			last := &out[len(out)-1]
			before := text[last.Start:last.End]
			if mending = !endsSentence(before) && (mending || endsOpen(before) && len(before) >= 25); mending {
				last.End = d.End
				continue
			}
		}
		mending = false
		out = append(out, d)
	}
	return out
}

// readRuns lists the non-blank lines within a span, and the runs of them that no
// blank line interrupts, as ranges of the list.
func readRuns(text string, within Span) (lines []line, runs []Span) {
	lines = make([]line, 0, within.Len()/200+4)
	open := false
	for at := within.Start; at < within.End; {
		end := strings.IndexByte(text[at:within.End], '\n')
		if end < 0 {
			end = within.End
		} else {
			end += at
		}
		s := trim(text, Span{at, end})
		at = end + 1
		if s.Len() == 0 {
			open = false
			continue
		}
		if !open {
			runs = append(runs, Span{len(lines), len(lines)})
			open = true
		}
		if stamp := leadingStamp(text[s.Start:s.End]); stamp > 0 {
			cut := Span{s.Start, s.Start + stamp}
			lines = append(lines, line{cut, cut.Len()})
			runs[len(runs)-1].End = len(lines)
			runs = append(runs, Span{len(lines), len(lines)})
			s = trim(text, Span{cut.End, s.End})
		}
		lines = append(lines, line{s, utf8.RuneCountInString(text[s.Start:s.End])})
		runs[len(runs)-1].End = len(lines)
	}
	return lines, runs
}

// leadingStamp is the length of a machine-made "date 2024-03-26" before the text
// of a line: it belongs to no sentence. 0 when there is none or nothing follows.
func leadingStamp(s string) int {
	const word = "date"
	if len(s) < len(word)+12 || !strings.EqualFold(s[:len(word)], word) {
		return 0
	}
	at := len(word)
	for at < len(s) && (s[at] == ' ' || s[at] == ':') {
		at++
	}
	if at == len(word) || at >= len(s) || !isDigit(s[at]) {
		return 0
	}
	end, _ := yearFirst(s, at)
	if end == 0 || end >= len(s) || s[end] != ' ' {
		return 0
	}
	return end
}

// wrapping is the evidence that lines were broken by a machine.
type wrapping struct {
	pairs, continued int // neighbours; those where the second goes on with the first
	width            int // of the longest line that counts
}

func (w *wrapping) count(text string, run []line) {
	for i, l := range run {
		if l.points > maxWrapped {
			continue
		}
		w.width = max(w.width, l.points)
		if i+1 == len(run) {
			continue
		}
		w.pairs++
		if l.points >= 25 && !endsSentence(text[l.Start:l.End]) && startsLower(text[run[i+1].Start:]) {
			w.continued++
		}
	}
}

func (w *wrapping) wrapped() bool { return w.continued >= 2 && w.continued*5 >= w.pairs }

func appendRun(drafts []draft, text string, run []line, all wrapping) []draft {
	own := all
	if len(run) >= 4 {
		own = wrapping{}
		own.count(text, run)
		if own.pairs < 8 && all.wrapped() && (own.continued > 0 || filled(run, all.width)) {
			own = all // too few lines to judge by: "Security / Council's", "North / Korean"
		}
	}
	start := 0
	for i := 1; i <= len(run); i++ {
		if i < len(run) && joined(text, run[i-1], run[i], own) {
			continue
		}
		drafts = append(drafts, draft{Span: Span{run[start].Start, run[i-1].End}})
		start = i
	}
	return drafts
}

// filled reports a run of lines of which all but the last reach near the width.
func filled(run []line, width int) bool {
	return !slices.ContainsFunc(run[:len(run)-1], func(l line) bool { return 4*l.points < 3*width || l.points > width })
}

// joined reports whether line b goes on with the paragraph of line a.
func joined(text string, a, b line, w wrapping) bool {
	ta, tb := text[a.Start:a.End], text[b.Start:b.End]
	wrapped := w.wrapped() && a.points <= maxWrapped
	lower := startsLower(tb)
	if listMarker(tb) > 0 && !(wrapped && dashThenLower(tb)) {
		return false
	}
	if strings.HasSuffix(ta, "(") {
		return true
	}
	ended := endsSentence(ta)
	if standsAlone(ta) || standsAlone(tb) && !(wrapped && lower && !ended && a.points >= w.width/2) {
		return false // but "a spokeswoman said" / "on 8 October 2020." is no stamp
	}
	if endsOpen(ta) && !ended {
		return true
	}
	if !wrapped {
		return lower && !ended && a.points >= 25
	}
	if lower {
		return true
	}
	// A single word on a line is a scrape's, not a heading: "Over" / "80 percent of …".
	if !ended && a.points <= 12 && !strings.Contains(ta, " ") && b.points > w.width/2 && !allCapitals(ta) {
		return true
	}
	if allCapitals(ta) != allCapitals(tb) {
		return false
	}
	// A line is short when the next word would still have fitted on it: then the
	// writer ended it, not the machine.
	next := a.points + 1 + firstWord(tb)
	if ended {
		return next > w.width
	}
	return next > w.width-6
}

// endsSentence reports whether s ends in sentence punctuation, closing quotes and
// brackets aside.
func endsSentence(s string) bool {
	for len(s) > 0 {
		r, size := utf8.DecodeLastRuneInString(s)
		switch {
		case r == '.' || r == '!' || r == '?' || r == '…' || r == '。':
			return true
		case isCloser(r) || invisible(r):
			s = s[:len(s)-size]
		default:
			return false
		}
	}
	return false
}

// openEnds are words that no line of its own ends with.
var openEnds = wordSet{words: "a an and at by for from in of on or that the to with"}

// endsOpen reports whether s plainly goes on: it ends in a comma, a dash or a
// word such as "the".
func endsOpen(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	switch r {
	case ',', ';', '—', '–':
		return true
	case '-':
		return strings.HasSuffix(s, " -") || strings.HasSuffix(s, "--")
	}
	i := strings.LastIndexAny(s, " \t") + 1
	return len(s)-i <= 4 && openEnds.has(strings.ToLower(s[i:])) && (i > 0 || strings.EqualFold(s, "by"))
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func allCapitals(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 4
}

// firstWord is the length in code points of the first word of s.
func firstWord(s string) int {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		s = s[:i]
	}
	return utf8.RuneCountInString(s)
}

// listMarker is the length in bytes of a bullet or number at the start of s, with
// the space behind it; 0 when there is none.
func listMarker(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '•', '‣', '▪', '●', '◦', '·', '*', '-', '–', '■', '►', '➤':
		if size < len(s) && (s[size] == ' ' || s[size] == '\t') {
			return size + 1
		}
		return 0
	}
	_, at := number(s, 0)
	if at == 0 && len(s) > 0 && s[0] == '(' {
		if _, at = number(s, 1); at == 1 {
			at = 0
		}
	}
	if at == 0 || at > 4 || at+1 >= len(s) || s[at] != '.' && s[at] != ')' || s[at+1] != ' ' {
		return 0
	}
	return at + 2
}

func dashThenLower(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return (r == '-' || r == '–') && startsLower(strings.TrimLeft(s[size:], " \t"))
}
