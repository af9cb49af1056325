package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sanitize makes s safe to print on one line of a terminal. An article is
// foreign text: an ESC can move the cursor or retitle the window, a bidi
// control can show "DPRK" where the bytes say otherwise.
//
//   - line breaks and tabs become one space, other C0 and C1 controls and DEL go;
//   - bidi, zero-width and other invisible format characters are shown as ‹U+202E›;
//   - joiners stay between the letters and emoji that need them;
//   - the soft hyphen goes: news pages are full of it and browsers hide it too;
//   - invalid UTF-8 becomes U+FFFD.
func Sanitize(s string) string {
	if printableASCII(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	prev := rune(-1)
	for i, r := range s {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
			if r != '\n' || prev != '\r' { // CR LF is one break
				b.WriteByte(' ')
			}
		case unicode.IsControl(r) || r == softHyphen:
		case isJoiner(r) && joins(prev, s[i+utf8.RuneLen(r):]):
			b.WriteRune(r)
		case invisible(r):
			fmt.Fprintf(&b, "‹U+%04X›", r)
		default:
			b.WriteRune(r) // ranging has turned invalid bytes into U+FFFD
		}
		prev = r
	}
	return b.String()
}

const softHyphen = 0x00AD

func printableASCII(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7E {
			return false
		}
	}
	return true
}

// invisible reports whether r is a format character that changes how its
// neighbours look while showing nothing itself.
func invisible(r rune) bool {
	switch {
	case r == softHyphen:
		return false
	case 0x0600 <= r && r <= 0x0605, r == 0x06DD, r == 0x070F, r == 0x0890, r == 0x0891, r == 0x08E2, r == 0x110BD, r == 0x110CD:
		return false // visible signs for numbers and abbreviations
	}
	return unicode.Is(unicode.Cf, r)
}

func isJoiner(r rune) bool { return r == 0x200C || r == 0x200D }

// joins reports whether a joiner after prev and before rest does its proper
// work, as in Persian, the Indic scripts and emoji sequences; between Latin,
// Greek, Cyrillic or Hangul letters it only hides a seam.
func joins(prev rune, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	return joinable(prev) && joinable(next)
}

func joinable(r rune) bool {
	return r > 0xFF && !invisible(r) && r != utf8.RuneError && !unicode.IsSpace(r) && !unicode.IsPunct(r) &&
		!unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Hangul, unicode.Han)
}
