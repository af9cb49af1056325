package extract

import (
	"strconv"
	"strings"

	"github.com/article41/article41/checker/claim"
)

// addNumbers enters number words ("dozen 12") and units.
func (l *loader) addNumbers(w *wordsFile) {
	for _, line := range w.Numbers.words() {
		f := strings.Fields(line)
		if len(f) != 2 {
			l.fail(w.Pos, "number word %q is not \"word value\"", line)
			continue
		}
		v, err := strconv.ParseFloat(f[1], 64)
		if err != nil {
			l.fail(w.Pos, "number word %q: %v", line, err)
			continue
		}
		id := l.ids(f[0])[0]
		l.lex.numbers[id], l.lex.words[id].number = v, true
	}
	for _, u := range w.Units {
		for _, word := range u.Words.words() {
			l.lex.units[l.ids(word)[0]] = u.Unit
		}
	}
}

// numberAt reads the number that begins at token i.
func (s *sentence) numberAt(i int) (float64, bool) {
	if s.toks[i].kind == kNumber {
		v, err := strconv.ParseFloat(strings.ReplaceAll(s.word(i), ",", ""), 64)
		return v, err == nil
	}
	if !s.lex.words[s.toks[i].id].number {
		return 0, false
	}
	return s.lex.numbers[s.toks[i].id], true
}

// quantity is the amount of the theme: "1,200 workers", "dozens of builders",
// "up to 3,000 soldiers".
func (s *sentence) quantity(c *candidate) *claim.Quantity {
	if c.theme < 0 {
		return nil
	}
	g := s.chunks[c.theme]
	for i := g.start; i < g.end; i++ {
		v, ok := s.numberAt(i)
		if !ok || s.year(i) > 0 && s.toks[i].kind == kNumber {
			continue
		}
		q := &claim.Quantity{Value: v}
		end := i + 1
		for end < g.end {
			m := s.lex.numbers[s.toks[end].id]
			if m < 100 {
				break
			}
			q.Value *= m
			end++
		}
		if end+1 < g.end && (s.isWord(end, "to") || s.isWord(end, "or") || s.tags[end] == tagHyphen) {
			if hi, ok := s.numberAt(end + 1); ok && hi > q.Value {
				q.High = hi
				end += 2
			}
		}
		if end < len(s.toks) {
			q.Unit = s.lex.units[s.toks[end].id]
		}
		start := i
		q.Comparator, start = s.comparator(i)
		q.Text = s.quote(start, end)
		return q
	}
	return nil
}

// comparator reads the words before a number: "more than", "up to", "about".
func (s *sentence) comparator(i int) (string, int) {
	two := func(a, b string) bool { return s.isWord(i-2, a) && s.isWord(i-1, b) }
	switch {
	case two("more", "than"), two("upwards", "of"):
		return "more_than", i - 2
	case two("at", "least"):
		return "at_least", i - 2
	case two("up", "to"), two("at", "most"):
		return "at_most", i - 2
	case two("fewer", "than"), two("less", "than"):
		return "fewer_than", i - 2
	}
	switch {
	case s.isWord(i-1, "about"), s.isWord(i-1, "around"), s.isWord(i-1, "some"), s.isWord(i-1, "roughly"), s.isWord(i-1, "nearly"), s.isWord(i-1, "almost"), s.isWord(i-1, "approximately"):
		return "about", i - 1
	case s.isWord(i-1, "over"):
		return "more_than", i - 1
	case s.isWord(i-1, "under"):
		return "fewer_than", i - 1
	}
	return "", i
}
