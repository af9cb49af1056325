package article

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// folded is a block reduced to its words, for looking up cues: lower case, one
// space between words. It is scratch space, used for one block after another.
type folded struct {
	text   []byte
	starts []int  // where each word starts in text
	quoted []bool // whether the word stands inside double quotes
}

// fold reads the words of s. Inside a word only letters, digits, apostrophes and
// non-ASCII characters remain; everything else separates.
func (f *folded) fold(s string) {
	f.text, f.starts, f.quoted = f.text[:0], f.starts[:0], f.quoted[:0]
	inQuote, inWord := false, false
	for i := 0; i < len(s); {
		c, size := s[i], 1
		if lower := wordBytes[c]; lower != 0 && inWord {
			f.text = append(f.text, lower)
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			if strings.HasPrefix(s[i:], "\u00ad") {
				i += len("\u00ad") // a soft hyphen ends no word
				continue
			}
			c, size = foldRune(s[i:])
		}
		if c == '"' {
			inQuote = !inQuote
		}
		isWord := size > 1 && c == 0 || c|0x20 >= 'a' && c|0x20 <= 'z' || isDigit(c) || c == '\'' && inWord
		if !isWord {
			inWord = false
			i += size
			continue
		}
		if !inWord {
			if len(f.text) > 0 {
				f.text = append(f.text, ' ')
			}
			f.starts = append(f.starts, len(f.text))
			f.quoted = append(f.quoted, inQuote)
			inWord = true
		}
		switch {
		case c == 0:
			f.text = append(f.text, s[i:i+size]...)
		case 'A' <= c && c <= 'Z':
			f.text = append(f.text, c|0x20)
		default:
			f.text = append(f.text, c)
		}
		i += size
	}
}

// wordBytes maps ASCII letters and digits to lower case and all else to 0.
var wordBytes = func() (table [256]byte) {
	for c := range byte(utf8.RuneSelf) {
		if isAlnum(c) {
			table[c] = c
		}
		if 'A' <= c && c <= 'Z' {
			table[c] = c | 0x20
		}
	}
	return table
}()

// foldRune maps a non-ASCII character to the ASCII one it stands for; 0 means it
// is a letter of its own.
func foldRune(s string) (byte, int) {
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '’', '‘', 'ʼ':
		return '\'', size
	case '“', '”', '„', '«', '»':
		return '"', size
	case '—', '–', '‐', '‑', '…', '·', '•', '›', '→', '©':
		return '-', size
	}
	if invisible(r) {
		return ' ', size
	}
	return 0, size
}

func (f *folded) words() int { return len(f.starts) }

func (f *folded) word(i int) []byte {
	end := len(f.text)
	if i+1 < len(f.starts) {
		end = f.starts[i+1] - 1
	}
	return f.text[f.starts[i]:end]
}

// hasPhrase reports whether the words from i on begin with phrase.
func (f *folded) hasPhrase(i int, phrase string) bool {
	rest := f.text[f.starts[i]:]
	if len(rest) < len(phrase) || string(rest[:len(phrase)]) != phrase {
		return false
	}
	return len(rest) == len(phrase) || rest[len(phrase)] == ' '
}

// hasVerb reports whether a word looks like a finite verb.
func (f *folded) hasVerb() bool {
	for i := range f.starts {
		if f.kind(i)&isFinite != 0 {
			return true
		}
	}
	return false
}

// wordKind is what is known of a word by itself.
type wordKind uint8

const (
	isFinite wordKind = 1 << iota
	isAddressed
	isCommand
	isPicture
	opensCue
)

// kind looks a word up once for all tables.
func (f *folded) kind(i int) wordKind {
	w := f.word(i)
	if words := knownWords(); len(w) > words.longest {
		w = w[len(w)-2:]
	} else if k := words.kinds[string(w)]; k != 0 {
		return k
	}
	if len(w) >= 2 && f.wordLen(i) > 4 && w[len(w)-1] == 'd' && w[len(w)-2] == 'e' {
		return isFinite
	}
	return 0
}

func (f *folded) wordLen(i int) int { return len(f.word(i)) }

// known is what single words say.
type known struct {
	kinds   map[string]wordKind
	longest int
}

// knownWords joins the tables of single words; the first words of cues are in it.
var knownWords = sync.OnceValue(func() known {
	k := known{kinds: make(map[string]wordKind, 256)}
	add := func(w string, kind wordKind) {
		k.kinds[w] |= kind
		k.longest = max(k.longest, len(w))
	}
	for _, list := range []struct {
		words string
		kind  wordKind
	}{{finite, isFinite}, {addressed, isAddressed}, {commands, isCommand}, {pictured, isPicture}} {
		for w := range strings.FieldsSeq(list.words) {
			add(w, list.kind)
		}
	}
	for first := range cueIndex() {
		add(first, opensCue)
	}
	return k
})

// cueIndex finds cues by their first word.
var cueIndex = sync.OnceValue(func() map[string][]cue {
	index := make(map[string][]cue, len(cues))
	for _, c := range cues {
		first, _, _ := strings.Cut(c.phrase, " ")
		index[first] = append(index[first], c)
	}
	return index
})

// wordSet is a set of words, made of a list when it is first asked: most
// commands never read an article.
type wordSet struct {
	words string
	once  sync.Once
	set   map[string]bool
}

func (s *wordSet) has(word string) bool {
	s.once.Do(func() {
		s.set = make(map[string]bool, strings.Count(s.words, " ")+1)
		for w := range strings.FieldsSeq(s.words) {
			s.set[w] = true
		}
	})
	return s.set[word]
}
