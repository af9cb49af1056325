package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// splitSentences cuts a block into sentences: ordered, apart, trimmed, together
// covering all that is visible in it. Line ends inside a block are white space.
func splitSentences(out []Span, text string, block Span) []Span {
	first := len(out)
	start := block.Start
	quotes := 0 // straight double quotes since the block's start: odd is inside
	seen := block.Start
	for i := block.Start; i < block.End; {
		k := nextStop(text[i:block.End])
		if k < 0 {
			break
		}
		i += k
		quotes += strings.Count(text[seen:i], `"`)
		seen = i
		end, next, ok := boundary(text, block, i, quotes%2 == 1)
		if !ok {
			i = next
			continue
		}
		out = appendSentence(out, first, text, Span{start, end})
		start, i = end, end
	}
	return appendSentence(out, first, text, Span{start, block.End})
}

// stopBytes are the first bytes of sentence-ending characters.
var stopBytes = [256]bool{'.': true, '!': true, '?': true, 0xe2: true, 0xe3: true}

// nextStop finds the next sentence-ending character; -1 when there is none.
func nextStop(s string) int {
	for i := 0; i < len(s); i++ {
		if !stopBytes[s[i]] {
			continue
		}
		switch s[i] {
		case '.', '!', '?':
			return i
		case 0xe2: // … is E2 80 A6
			if strings.HasPrefix(s[i:], "…") {
				return i
			}
		case 0xe3: // 。 is E3 80 82
			if strings.HasPrefix(s[i:], "。") {
				return i
			}
		}
	}
	return -1
}

// appendSentence adds a sentence to those from first on. A piece without letter
// or digit, such as a stray quote, joins its neighbour.
func appendSentence(out []Span, first int, text string, s Span) []Span {
	s = trim(text, s)
	if s.Len() == 0 {
		return out
	}
	if len(out) > first {
		last := &out[len(out)-1]
		// Only a block's first piece can stand without a word, and then the
		// pieces up to the first word join it: what is new decides.
		if !hasWord(text[s.Start:s.End]) {
			last.End = s.End
			return out
		}
		if len(out) == first+1 && !hasWord(text[last.Start:last.End]) {
			last.End = s.End
			return out
		}
	}
	return append(out, s)
}

func hasWord(s string) bool {
	for i := 0; i < len(s); i++ {
		if isAlnum(s[i]) {
			return true
		}
		if s[i] >= utf8.RuneSelf {
			return strings.ContainsFunc(s[i:], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
		}
	}
	return false
}

// boundary decides about the stop at i. When a sentence ends there, end is behind
// its closing quotes and brackets; otherwise next is where to look on.
func boundary(text string, block Span, i int, quoted bool) (end, next int, ok bool) {
	at, stops := i, 0
	for at < block.End {
		size := stopSize(text[at:block.End])
		if size == 0 {
			break
		}
		at += size
		stops++
	}
	plainStop := stops == 1 && text[i] == '.'
	afterStops := at
	closed := false
	for at < block.End {
		r, size := utf8.DecodeRuneInString(text[at:block.End])
		if r == '"' && !quoted || r != '"' && !isCloser(r) {
			break
		}
		if r == '"' {
			quoted = false
		}
		closed = closed || isQuote(r)
		at += size
	}
	if at >= block.End {
		return at, at, true
	}
	r, _ := utf8.DecodeRuneInString(text[at:block.End])
	if !invisible(r) {
		return at, at, glued(text, block, i, at, plainStop, closed)
	}
	rest := skipInvisible(text[at:block.End])
	if rest == "" {
		return at, at, true
	}
	if !opens(rest) {
		return 0, at, false
	}
	if plainStop && afterStops == at && isAbbreviated(text, block, i, rest) {
		return 0, at, false
	}
	if closed && !plainStop && speakerFollows(rest) {
		return 0, at, false
	}
	return at, at, true
}

func stopSize(s string) int {
	switch {
	case s[0] == '.' || s[0] == '!' || s[0] == '?':
		return 1
	case strings.HasPrefix(s, "…"), strings.HasPrefix(s, "。"):
		return len("…")
	}
	return 0
}

func isCloser(r rune) bool {
	switch r {
	case '"', '”', '’', '\'', ')', ']', '}', '»', '›':
		return true
	}
	return false
}

func isQuote(r rune) bool {
	return r == '"' || r == '”' || r == '’' || r == '\'' || r == '»'
}

func skipInvisible(s string) string {
	return strings.TrimLeftFunc(s, invisible)
}

// opens reports whether a sentence can begin with s: not with a lower-case
// letter, nor with punctuation that goes on.
func opens(s string) bool {
	for _, r := range s {
		switch {
		case unicode.IsUpper(r), unicode.IsDigit(r), unicode.IsTitle(r):
			return true
		case unicode.IsLower(r):
			return false
		case unicode.IsLetter(r): // scripts without case
			return true
		case strings.ContainsRune("\"“‘'„«([{—–-•*¿¡$€£¥₩#@+~<|:", r) || invisible(r) || unicode.IsSymbol(r):
			// decided by what follows
		default:
			return false
		}
	}
	return true
}

// isAbbreviated reports whether the full stop at i belongs to an abbreviation, an
// initial or a number that the sentence goes on after.
func isAbbreviated(text string, block Span, i int, rest string) bool {
	start := wordStart(text, block.Start, i)
	word := text[start:i]
	if word == "" {
		return false
	}
	follows := openingWord(rest)
	switch abbreviations()[word] {
	case always:
		return true
	case starter:
		return !sentenceStarters.has(follows)
	case numbering:
		return follows != "" && (isDigit(follows[0]) || isRoman(follows))
	}
	if initials(word) {
		return !sentenceStarters.has(follows) || follows == "A" || follows == "I"
	}
	// "201. The chief place of delivery": the number of a paragraph.
	return start == block.Start && strings.Trim(word, "0123456789") == "" && len(word) <= 4
}

// wordStart is where the word before the stop at i begins. Words longer than any
// abbreviation are cut off, which makes them match none.
func wordStart(text string, from, i int) int {
	start := i
	for start > from && i-start < 16 {
		c := text[start-1]
		if !isAlnum(c) && c != '.' && c != '\'' && c != '-' {
			break
		}
		start--
	}
	return start
}

// initials recognises J., U.S., D.P.R.K and Jong-U.: single letters before stops.
func initials(word string) bool {
	for k := 0; k < len(word); k++ {
		if k%2 == 0 && !isLetter(word[k]) || k%2 == 1 && word[k] != '.' {
			return false
		}
	}
	return len(word)%2 == 1 && (len(word) > 1 || 'A' <= word[0] && word[0] <= 'Z')
}

// openingWord is the first word of s behind quotes and brackets.
func openingWord(s string) string {
	s = strings.TrimLeft(s, "\"“‘'([—–- ")
	end := 0
	for end < len(s) && (isAlnum(s[end]) || s[end] == '\'') {
		end++
	}
	return s[:end]
}

func isRoman(s string) bool {
	return s != "I" && strings.Trim(s, "IVXLC") == ""
}

// speakerFollows recognises the continuation of “Is it so?” Kim asked.
func speakerFollows(rest string) bool {
	words := strings.Fields(rest[:min(len(rest), 80)])
	for k, w := range words[:min(len(words), 5)] {
		verb := strings.TrimRight(w, ".,:;")
		if k > 0 && speechVerbs.has(verb) {
			return verb != w || k+1 == len(words) || !startsLower(words[k+1]) || strings.HasPrefix(words[k+1], "on")
		}
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return false
}

// glued decides about a stop with no white space behind it, as scrapes leave where
// they lose a line break: "…sanctions.The next", "…earth."North Korea beat".
func glued(text string, block Span, i, at int, plainStop, closed bool) bool {
	if i == block.Start || !plainStop && text[i] != '!' && text[i] != '?' && !strings.HasPrefix(text[i:], "…") {
		return false
	}
	rest := text[at:block.End]
	r, size := utf8.DecodeRuneInString(rest)
	if r == '“' || r == '"' || r == '‘' || r == '[' {
		inner, _ := utf8.DecodeRuneInString(rest[size:])
		return unicode.IsUpper(inner)
	}
	start := wordStart(text, block.Start, i)
	word := text[start:i]
	if len(word) > 1 && initials(word) { // "with the U.S.In the statement"
		follows := openingWord(rest)
		return len(follows) > 1 && sentenceStarters.has(follows)
	}
	if unicode.IsLower(r) || !unicode.IsLetter(r) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[block.Start:i])
	if !unicode.IsLower(before) && !unicode.IsDigit(before) && !isCloser(before) && !closed && before != '%' {
		return false
	}
	second, _ := utf8.DecodeRuneInString(rest[size:])
	if !unicode.IsLetter(second) && (rest[0] != 'A' && rest[0] != 'I' || second != ' ') && !(second == '.' && plainStop) {
		return false
	}
	if start == block.Start && strings.Trim(word, "0123456789") == "" {
		return false
	}
	if class := abbreviations()[word]; class == always || class == starter && !sentenceStarters.has(openingWord(rest)) {
		return false
	}
	if second == '.' && len(word) < 3 {
		return false
	}
	return !inAddress(text, block, i)
}

// inAddress reports whether the stop at i is inside a web or mail address.
func inAddress(text string, block Span, i int) bool {
	start, end := i, i
	for start > block.Start && i-start < 256 && text[start-1] > ' ' {
		start--
	}
	for end < block.End && end-i < 256 && text[end] > ' ' {
		end++
	}
	token := text[start:end]
	return strings.Contains(token, "://") || strings.Contains(token, "www.") || strings.Contains(token, "@")
}
