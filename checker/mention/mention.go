// Package mention finds the names that a document mentions: runs of capitalised
// words, with the particles that stand within names, and ships by their numbers. What
// a name is the name of is guessed from the words around it only as far as they say
// so; whether it is on a list is package screen's to answer.
//
// It imports article and nothing else of the project's.
package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/article41/article41/checker/article"
)

// Mention is a name in the text, or the number of a ship.
type Mention struct {
	article.Span        // bytes of the canonical text
	Sentence     int    // index into Document.Sentences
	Vessel       bool   // the words around say that it is a ship
	Titled       bool   // a title of a person stands before it or opens it
	Upper        bool   // in a line of capitals, where case tells nothing
	words        []word // its words
}

// Text is the name as it is printed.
func (m *Mention) Text(doc *article.Document) string { return doc.Text[m.Start:m.End] }

// Bounds: longer runs are headlines or tables, and are looked at in parts that
// overlap by the longest window.
const (
	maxWords  = 40
	maxWindow = 7
)

// Max is how many mentions of one document are returned.
const Max = 20_000

// word is a stretch of letters, digits, hyphens and apostrophes.
type word struct {
	start, end int
	cap        bool // begins with a capital, a digit, or a letter of a script without case
	upper      bool // all capitals, two letters at least
	digits     bool
	parts      bool // "and", "of" or "for": names may end before it
	opens      bool // the first of its sentence
	gap        byte // what parts it from the word before: ' ' for a blank, '.' for a full stop of an abbreviation, '(' for brackets, 0 for all else
}

// Find returns the mentions in text order, at most Max. The same name is returned as
// often as it stands there.
func Find(doc *article.Document) []Mention {
	var out []Mention
	var words []word
	for i := range doc.Sentences {
		words = appendWords(words[:0], doc.Text, doc.Sentences[i].Span)
		out = appendMentions(out, doc.Text, words, i)
		if len(out) >= Max {
			return out[:Max]
		}
	}
	return out
}

func appendWords(dst []word, text string, span article.Span) []word {
	at, last := span.Start, span.Start
	for at < span.End {
		r, n := utf8.DecodeRuneInString(text[at:span.End])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			at += n
			continue
		}
		w := word{start: at, opens: len(dst) == 0, digits: true, upper: true}
		w.cap = unicode.IsUpper(r) || unicode.IsDigit(r) || !unicode.IsLower(r)
		letters := 0
		for at < span.End {
			r, n := utf8.DecodeRuneInString(text[at:span.End])
			switch {
			case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.Mn, r):
				if !unicode.IsDigit(r) {
					w.digits = false
					letters++
				}
				w.upper = w.upper && !unicode.IsLower(r)
				at += n
				w.end = at
				continue
			case r == '-' || r == '\'' || r == '’' || r == '‐' || r == '‑' || r == '\u00ad' || r == '\u200b':
				next, _ := utf8.DecodeRuneInString(text[at+n : span.End])
				if (unicode.IsLetter(next) || unicode.IsDigit(next)) && !possessive(text[at+n:span.End], r) {
					at += n
					continue
				}
			}
			break
		}
		w.upper = w.upper && letters > 1
		if !w.cap {
			w.cap = bornUpper(text[w.start:w.end])
			w.parts = !w.cap && (text[w.start:w.end] == "and" || text[w.start:w.end] == "of" || text[w.start:w.end] == "for")
		}
		w.gap = gapOf(text[last:w.start])
		last = w.end
		dst = append(dst, w)
	}
	return dst
}

// bornUpper reports a name that begins with a particle: "al-Islam", "ul-Haq".
func bornUpper(w string) bool {
	i := strings.IndexAny(w, "-'‐‑’")
	if i < 1 || !particles[w[:i]] {
		return false
	}
	_, n := utf8.DecodeRuneInString(w[i:])
	r, _ := utf8.DecodeRuneInString(w[i+n:])
	return unicode.IsUpper(r)
}

// possessive reports the s of "Kim's": it ends the name.
func possessive(rest string, mark rune) bool {
	if mark != '\'' && mark != '’' || len(rest) == 0 || rest[0] != 's' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest[1:])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

func gapOf(between string) byte {
	switch s := strings.TrimSpace(between); {
	case s == "":
		return ' '
	case s == ".":
		return '.'
	case s == "(":
		return '('
	case s == "&":
		return '&'
	}
	return 0
}

// particles stand in lower case within names.
var particles = set("al el ul ud ad az as an ar at bin ben ibn bint abu abou ould van von der den de del della di da dos la le of and for the y e")

// abbreviations end with a full stop within names.
var abbreviations = set("co corp ltd inc bros gen lt col maj capt sgt brig adm mr mrs ms dr prof st jr sr no")

var titles = set(`mr mrs ms dr general gen major maj colonel col lieutenant lt captain capt brigadier brig admiral adm commander marshal mullah mulla maulavi sheikh shaikh sheik haji hajji
	president minister ambassador chairman director comrade diplomat envoy attache`)

// openers begin sentences and no names.
var openers = set(`the a an in on at by for from to of and but or as after before when while since if although though however meanwhile according also both he she it they we i his her its their our
	this that these those there here what who why how mr no not one two three four five six seven eight nine ten last next under over with without despite because then now only even still some many most all
	yesterday today earlier later`)

var weekdays = set("monday tuesday wednesday thursday friday saturday sunday")

// vesselWords say that the name behind them is a ship's.
var vesselWords = set("vessel ship tanker freighter carrier trawler boat cargo mv mt ss barge tug")

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

func appendMentions(dst []Mention, text string, words []word, sentence int) []Mention {
	upper := allUpper(words)
	lower := func(w word) string { return strings.ToLower(text[w.start:w.end]) }
	for i := 0; i < len(words); {
		if !words[i].cap || words[i].digits || weekdays[lower(words[i])] || i+1 < len(words) && shipPrefix(text, words[i], words[i+1]) {
			i++
			continue
		}
		start, j := i, i+1
		for j < len(words) && joins(text, words, i, j) {
			if weekdays[lower(words[j])] || j+1 < len(words) && shipPrefix(text, words[j], words[j+1]) {
				break
			}
			if words[j].cap {
				j++
				continue
			}
			// Particles count when a capital follows them.
			k := j
			for k < len(words) && k < j+3 && !words[k].cap && particles[lower(words[k])] && words[k].gap == ' ' {
				k++
			}
			if k == j || k >= len(words) || !words[k].cap || words[k].digits || words[k].gap != ' ' || weekdays[lower(words[k])] || k+1 < len(words) && shipPrefix(text, words[k], words[k+1]) {
				break
			}
			j = k + 1
		}
		from := i
		for from < j && (words[from].opens && openers[lower(words[from])] || lower(words[from]) == "imo") {
			from++
		}
		for from < j && words[from].digits {
			from++
		}
		abbreviated := false
		if from > 0 && from+1 < j && shipPrefix(text, words[from-1], words[from]) {
			from, abbreviated = from+1, true
		}
		if from < j {
			m := Mention{Span: article.Span{Start: words[from].start, End: words[j-1].end}, Sentence: sentence, Upper: upper, words: append([]word(nil), words[from:j]...)}
			m.Vessel = abbreviated || isVessel(text, words, from, j)
			m.Titled = titles[lower(words[from])] || from > 0 && titles[lower(words[from-1])]
			dst = append(dst, m)
		}
		if i = j; j-start >= maxWords {
			i = j - maxWindow + 1
		}
	}
	return dst
}

// shipPrefix reports "M/V", "M/T" and "S/S", which are read as two words.
func shipPrefix(text string, a, b word) bool {
	switch text[a.start:b.end] {
	case "M/V", "M/T", "S/S", "F/V":
		return true
	}
	return false
}

// joins reports that word j may go on the run that began with word i.
func joins(text string, words []word, i, j int) bool {
	if j-i >= maxWords {
		return false
	}
	switch words[j].gap {
	case ' ', '&':
		return true
	case '.':
		before := strings.ToLower(text[words[j-1].start:words[j-1].end])
		return len(before) == 1 || abbreviations[before]
	}
	return false
}

// allUpper reports a line of capitals.
func allUpper(words []word) bool {
	n, upper := 0, 0
	for _, w := range words {
		if w.digits || w.end-w.start < 2 {
			continue
		}
		n++
		if w.upper {
			upper++
		}
	}
	return n >= 4 && upper*10 >= n*8
}

// isVessel looks for a word for a ship just before the name, or an IMO number just
// behind it.
func isVessel(text string, words []word, from, to int) bool {
	for k := from - 1; k >= 0 && k >= from-3; k-- {
		w := strings.ToLower(text[words[k].start:words[k].end])
		if vesselWords[w] || vesselWords[strings.TrimSuffix(w, "s")] {
			return true
		}
		if w != "the" && w != "named" && w != "called" && w != "flagged" {
			break
		}
	}
	first := strings.ToLower(text[words[from].start:words[from].end])
	if to-from > 1 && (first == "mv" || first == "mt" || first == "ss") {
		return true
	}
	// "Ji Song 6, IMO 8898740" and "the Petrel 8, a bulk carrier,".
	for k := to; k < len(words) && k < to+5; k++ {
		w := strings.ToLower(text[words[k].start:words[k].end])
		if w == "imo" {
			return true
		}
		if k < to+4 && words[to].gap != ' ' && vesselWords[w] {
			return true
		}
		if words[k].cap && !words[k].digits {
			break
		}
	}
	return false
}

// Windows are the parts of the mention under which a name may be listed, the whole
// first: titles and posts stand before names, and a line of capitals has no edges.
func (m *Mention) Windows() []article.Span {
	n := len(m.words)
	span := func(i, j int) article.Span { return article.Span{Start: m.words[i].start, End: m.words[j-1].end} }
	out := []article.Span{span(0, n)}
	if n == 1 {
		return out
	}
	if m.Upper || n > maxWindow {
		for size := min(maxWindow, n-1); size >= 2; size-- {
			for i := 0; i+size <= n; i++ {
				out = append(out, span(i, i+size))
			}
		}
		return out
	}
	for i := 1; i < n-1; i++ {
		out = append(out, span(i, n))
	}
	// "Kim Song Chol and Pak Chun Il" are two, "Bank of East Land" is one.
	from := 0
	for i := 1; i <= n; i++ {
		if i < n && !m.words[i].parts {
			continue
		}
		if (i < n || from > 0) && i > from {
			for k := from; k < i && (k == from || k < i-1); k++ {
				out = append(out, span(k, i))
			}
		}
		for i < n && !m.words[i].cap {
			i++
		}
		from = i
	}
	// An acronym before or behind: "KOMID President Kim".
	for i, w := range m.words {
		if w.upper && w.end-w.start >= 5 && (i == 0 || i == n-1) {
			out = append(out, span(i, i+1))
		}
	}
	return out
}

// Ends are the first and the last word of a name of several words: one of them is
// the surname.
func (m *Mention) Ends(doc *article.Document) (first, last string) {
	a, b := m.words[0], m.words[len(m.words)-1]
	return doc.Text[a.start:a.end], doc.Text[b.start:b.end]
}

// Bracketed reports a single word of capitals that an opening bracket introduces.
func (m *Mention) Bracketed() bool {
	return len(m.words) == 1 && m.words[0].upper && m.words[0].gap == '('
}

// Words is how many words the mention has.
func (m *Mention) Words() int { return len(m.words) }

// IMONumbers are the spans of IMO numbers: seven digits behind "IMO". Whether the
// check digit is right is not looked at.
func IMONumbers(doc *article.Document) []Mention {
	var out []Mention
	var words []word
	for i := range doc.Sentences {
		sp := doc.Sentences[i].Span
		if !strings.Contains(doc.Text[sp.Start:sp.End], "IMO") {
			continue
		}
		words = appendWords(words[:0], doc.Text, sp)
		for k, w := range words {
			text := doc.Text[w.start:w.end]
			if digits := strings.TrimPrefix(text, "IMO"); len(digits) != 7 || strings.Trim(digits, "0123456789") != "" {
				continue
			}
			near := len(text) > 7
			for b := max(0, k-3); b < k; b++ {
				near = near || doc.Text[words[b].start:words[b].end] == "IMO"
			}
			if near && len(out) < Max {
				w.start = w.end - 7
				out = append(out, Mention{Span: article.Span{Start: w.end - 7, End: w.end}, Sentence: i, Vessel: true, words: []word{w}})
			}
		}
	}
	return out
}
