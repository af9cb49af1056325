package claim

import (
	"strings"
	"unicode"

	"github.com/article41/article41/checker/article"
)

// Bounds on the search for the passage a misquoted text was probably taken
// from. It only serves an error message.
const (
	maxMissed  = 50      // quotes for which it is made, in one document
	maxWords   = 200_000 // of the document
	maxWanted  = 300     // words of the quote
	fullWeight = 1000    // of a letter of a word that the document has once, or not at all
)

// word is a word of the text, in small letters.
type word struct {
	text string
	span article.Span
}

func words(s string) []word {
	var out []word
	start := -1
	for i, r := range s {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			out = append(out, word{strings.ToLower(s[start:i]), article.Span{Start: start, End: i}})
			start = -1
		}
		if len(out) == maxWords {
			return out
		}
	}
	if start >= 0 {
		out = append(out, word{strings.ToLower(s[start:]), article.Span{Start: start, End: len(s)}})
	}
	return out
}

// tokens are the words of a document's kept text.
type tokens struct {
	words []word
	count map[string]int
}

func (l *locator) words() *tokens {
	if l.tokens != nil {
		return l.tokens
	}
	l.tokens = &tokens{count: make(map[string]int)}
	for _, w := range words(l.doc.Text) {
		if _, dropped := l.dropped(w.span); dropped {
			continue
		}
		l.tokens.words = append(l.tokens.words, w)
		l.tokens.count[w.text]++
	}
	return l.tokens
}

// nearest is the passage that shares most words with quote, and most pairs of
// neighbours: the best window of as many words. A long word weighs more, and
// one that the document has often weighs less. ok is false when nothing shares
// a third of the quote's weight.
func (l *locator) nearest(quote string) (s article.Span, ok bool) {
	if l.missed++; l.missed > maxMissed {
		return article.Span{}, false
	}
	wanted := words(quote)
	wanted = wanted[:min(len(wanted), maxWanted)]
	w := window{doc: l.words(), left: make(map[[2]string]int, 2*len(wanted))}
	total := 0
	for i := range wanted {
		for _, f := range features(wanted, i, 0) {
			w.left[f]++
			total += w.weight(f)
		}
	}
	best, bestEnd := 0, -1
	for i := range w.doc.words {
		first := max(0, i-len(wanted)+1)
		w.enter(i, first)
		if first > 0 {
			w.leave(first - 1)
		}
		if w.score > best {
			best, bestEnd = w.score, i
		}
	}
	if bestEnd < 0 || best*3 < total {
		return article.Span{}, false
	}
	found := w.doc.words[max(0, bestEnd-len(wanted)+1) : bestEnd+1]
	for !w.knows(found[0].text) {
		found = found[1:]
	}
	return article.Span{Start: found[0].span.Start, End: found[len(found)-1].span.End}, true
}

// window slides over the document's words. left says how often each feature of
// the quote may still count: a word is {"", word}, a pair of neighbours both.
type window struct {
	doc   *tokens
	left  map[[2]string]int
	score int
}

// features of list[i]: the word, and the pair with its left neighbour if that
// is not before first.
func features(list []word, i, first int) [][2]string {
	if i == first {
		return [][2]string{{"", list[i].text}}
	}
	return [][2]string{{"", list[i].text}, {list[i-1].text, list[i].text}}
}

func (w *window) knows(text string) bool {
	_, ok := w.left[[2]string{"", text}]
	return ok
}

func (w *window) weight(f [2]string) int {
	return fullWeight * min(len(f[1]), 16) / max(1, w.doc.count[f[1]])
}

func (w *window) enter(i, first int) {
	if !w.knows(w.doc.words[i].text) {
		return // most words; their pairs are not wanted either
	}
	for _, f := range features(w.doc.words, i, first) {
		if n, ok := w.left[f]; ok {
			if n > 0 {
				w.score += w.weight(f)
			}
			w.left[f]--
		}
	}
}

// leave takes out the word at i, the first of the window, and its pair with the
// next one.
func (w *window) leave(i int) {
	if !w.knows(w.doc.words[i].text) {
		return
	}
	gone := [][2]string{{"", w.doc.words[i].text}}
	if i+1 < len(w.doc.words) {
		gone = append(gone, [2]string{w.doc.words[i].text, w.doc.words[i+1].text})
	}
	for _, f := range gone {
		if n, ok := w.left[f]; ok {
			w.left[f] = n + 1
			if n >= 0 {
				w.score -= w.weight(f)
			}
		}
	}
}
