package screen

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Bounds on a name: no listed one comes near them, and the work on one name grows
// with its tokens.
const (
	MaxNameBytes = 512
	maxTokens    = 16
)

// Tokens are the words of a name as they are compared: compatibility forms and
// marks taken away (NFKD), apostrophes dropped, case folded, any other punctuation
// a boundary. "Ch'oe Yŏng-nim" is choe, yong, nim. At most 16 are given; the rest of
// a longer name is not compared.
func Tokens(name string) []string { return appendTokens(nil, name) }

func appendTokens(dst []string, name string) []string {
	if len(name) > MaxNameBytes {
		name = name[:MaxNameBytes]
		for len(name) > 0 && !utf8.ValidString(name[max(0, len(name)-utf8.UTFMax):]) && len(name) > MaxNameBytes-utf8.UTFMax {
			name = name[:len(name)-1]
		}
	}
	plain := true
	for i := range len(name) {
		plain = plain && name[i] < utf8.RuneSelf
	}
	if !plain {
		name = norm.NFKD.String(name)
	}
	var buf [MaxNameBytes]byte
	word := buf[:0]
	flush := func() {
		if len(word) > 0 && len(dst) < maxTokens {
			w := string(word)
			if len(dst) > 0 { // "Co Chun Ryong" is nobody's company
				w = canonical(w)
			}
			dst = append(dst, w)
		}
		word = word[:0]
	}
	var last rune
	for _, r := range name {
		switch {
		case r < utf8.RuneSelf:
			switch {
			case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
				word = append(word, byte(r))
			case 'A' <= r && r <= 'Z':
				word = append(word, byte(r+'a'-'A'))
			case r == '\'' || r == '`':
			default:
				flush()
			}
		case apostrophes[r] || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) || r == 'ـ': // tatweel is a mere stretch
		case ideographic(r):
			if !ideographic(last) {
				flush()
			}
			word = utf8.AppendRune(word, r)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if s, ok := spelled[r]; ok {
				word = append(word, s...)
			} else {
				word = utf8.AppendRune(word, unicode.ToLower(r))
			}
		default:
			flush()
		}
		last = r
	}
	flush()
	return dst
}

var apostrophes = map[rune]bool{'’': true, '‘': true, 'ʼ': true, 'ʻ': true, 'ʿ': true, 'ʾ': true, '´': true, 'ˈ': true, '′': true, '＇': true}

// spelled are letters that have no decomposition, and Arabic letters that writers
// use for one another.
var spelled = map[rune]string{
	'ß': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o", 'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th",
	'ł': "l", 'Ł': "l", 'ħ': "h", 'Ħ': "h", 'ı': "i", 'ŋ': "ng", 'ə': "a", 'Ə': "a",
	'ة': "ه", 'ى': "ي", 'ی': "ي", 'ک': "ك", 'ٱ': "ا", 'ء': "",
}

func ideographic(r rune) bool {
	return unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hangul, r) || unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r)
}

// canonical spells out the abbreviations of company names.
func canonical(word string) string {
	if full, ok := abbreviated[word]; ok {
		return full
	}
	return word
}

var abbreviated = map[string]string{
	"corp": "corporation", "co": "company", "ltd": "limited", "inc": "incorporated", "intl": "international",
	"dept": "department", "org": "organization", "organisation": "organization", "govt": "government", "bros": "brothers", "centre": "center", "defence": "defense",
}

// Light words tell little of who bears a name. They weigh a quarter of what their
// rarity says (titles a tenth) but are never dropped.
const (
	lightWeight = 0.25
	titleWeight = 0.1
)

var light = lightWords(lightWeight,
	// particles of names
	`al el ul ud ad az as an ar at ash bin ben ibn bint abu abou abd abdul abdel umm ould oul van von der den de del della di da dos la le les du zu y e
	and the of for in to bi wa wal hafiz qari sayyid sayed syed ustad mufti vice eng no number`,
	// legal forms
	`corporation company limited incorporated llc llp plc gmbh ag sa sarl spa bv nv oy ab as kk pte pty pvt private jsc ojsc cjsc pjsc ooo zao oao psc fze fzco fzc dmcc est
	establishment anstalt holding holdings group`,
)

var titles = lightWords(titleWeight, `
	mr mrs ms miss dr prof professor sheikh shaikh sheik shaykh mullah mulla maulavi mawlawi maulvi moulavi maulana haji hajji alhaj alhaji hajj imam ayatollah
	general gen major maj colonel col lieutenant lt captain capt brigadier brig commander cmdr admiral marshal sergeant sgt president minister comrade sir engineer`)

func lightWords(weight float32, lists ...string) map[string]float32 {
	out := map[string]float32{}
	for _, l := range lists {
		for _, w := range strings.Fields(l) {
			out[w] = weight
		}
	}
	return out
}

// weightOf is the share of its rarity that a token counts for.
func weightOf(token string) float32 {
	if w, ok := light[token]; ok {
		return w
	}
	if w, ok := titles[token]; ok {
		return w
	}
	return 1
}

// consonants is a key under which transliterations of one name meet: vowels and
// doublings left out, letters that writers exchange made one. "mohammed",
// "muhammad" and "mohamad" are mhmd. Empty for words of other scripts and for keys
// of fewer than two consonants.
func consonants(dst []byte, w string) []byte {
	dst = consonantRun(dst[:0], w)
	if w != "" && strings.IndexByte("aeiou", w[0]) >= 0 {
		dst = append(dst, 0)
		copy(dst[1:], dst)
		dst[0] = 'a'
	}
	// A last h is often silent: "abdallah", "abdalla".
	if n := len(dst); n > 2 && dst[n-1] == 'h' && w[len(w)-1] == 'h' {
		dst = dst[:n-1]
	}
	n := len(dst)
	if n > 0 && dst[0] == 'a' {
		n--
	}
	if n < 2 {
		return dst[:0]
	}
	return dst
}

// consonantRun appends the consonants of w as keys have them, nothing if w has a
// letter of another script or a digit.
func consonantRun(dst []byte, w string) []byte {
	from := len(dst)
	for i := 0; i < len(w); i++ {
		c := w[i]
		next := byte(0)
		if i+1 < len(w) {
			next = w[i+1]
		}
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'w':
			continue
		case 'q', 'g':
			if c = 'k'; next == 'h' { // gh
				i++
			}
		case 'c':
			if c = 'k'; next == 'h' {
				c = 'C'
				i++
			}
		case 'k', 'd', 't', 'z', 's', 'p', 'b':
			if next == 'h' { // kh, gh, dh, th, zh, sh, ph
				switch c {
				case 'k':
					c = 'h'
				case 's':
					c = 'S'
				case 'p':
					c = 'f'
				}
				i++
			}
		case 'j':
			c = 'J'
		case 'v':
			c = 'f'
		case 'x':
			dst = append(dst, 'k')
			c = 's'
		default:
			if c < 'a' || c > 'z' {
				return dst[:from]
			}
		}
		if n := len(dst); n > from && dst[n-1] == c {
			continue
		}
		dst = append(dst, c)
	}
	return dst
}
