package report

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestSanitize(t *testing.T) {
	for _, tc := range []struct{ name, in, want string }{
		{"plain", "North Korea", "North Korea"},
		{"empty", "", ""},
		{"colour", "a\x1b[31mred\x1b[0m", "a[31mred[0m"},
		{"window title", "\x1b]0;owned\x07x", "]0;ownedx"},
		{"8-bit CSI", "a\u009b31mb", "a31mb"},
		{"NUL, BEL, backspace, DEL", "a\x00\x07\x08\x7fb", "ab"},
		{"line breaks and tabs", "a\r\nb\nc\td\re", "a b c d e"},
		{"Unicode line breaks", "a\u2028b\u2029c\u0085d", "a b c d"},
		{"bidi override", "a\u202Eb\u202C", "a‹U+202E›b‹U+202C›"},
		{"bidi isolates", "\u2066x\u2069", "‹U+2066›x‹U+2069›"},
		{"zero width space, byte order mark", "a\u200Bb\uFEFF", "a‹U+200B›b‹U+FEFF›"},
		{"joiner inside a Latin word", "Nor\u200Dth", "Nor‹U+200D›th"},
		{"joiner inside a Korean word", "북\u200D한", "북‹U+200D›한"},
		{"joiner at the end", "می\u200C", "می‹U+200C›"},
		{"non-joiner in Persian", "می\u200Cخواهم", "می\u200Cخواهم"},
		{"emoji sequence", "👩\u200D🌾", "👩\u200D🌾"},
		{"emoji sequence with selector", "🏳\uFE0F\u200D🌈", "🏳\uFE0F\u200D🌈"},
		{"tag characters", "a\U000E0041", "a‹U+E0041›"},
		{"soft hyphen", "co\u00ADoperation", "cooperation"},
		{"no-break space, curly quotes", "North\u00A0Korea’s “plan”", "North\u00A0Korea’s “plan”"},
		{"combining mark", "e\u0301", "e\u0301"},
		{"invalid UTF-8", "a\xffb\xc3", "a\uFFFDb\uFFFD"},
		{"Arabic number sign", "\u0600١", "\u0600١"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := Sanitize(tc.in); got != tc.want {
				t.Errorf("Sanitize(%+q) = %+q, want %+q", tc.in, got, tc.want)
			}
		})
	}
}

// assertPrintable fails when output could do anything to a terminal but show
// text.
func assertPrintable(t *testing.T, out []byte) {
	t.Helper()
	if !utf8.Valid(out) {
		t.Error("output is not UTF-8")
	}
	for _, line := range strings.Split(string(out), "\n") {
		if i := strings.IndexFunc(line, unicode.IsControl); i >= 0 {
			t.Errorf("control character at byte %d of %+q", i, line)
		}
		for _, r := range line {
			if invisible(r) && !isJoiner(r) {
				t.Errorf("invisible %U in %+q", r, line)
			}
		}
	}
}

func FuzzSanitize(f *testing.F) {
	for _, s := range []string{"plain", "\x1b[31m", "a\u202Eb", "👩\u200D🌾", "\xff\xfe", "a\r\n\tb", "می\u200Cخواهم", "\u200D\u200D", "\U000E0041"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Sanitize(s)
		assertPrintable(t, []byte(got))
		if strings.Contains(got, "\n") {
			t.Errorf("line break in %+q", got)
		}
		if again := Sanitize(got); again != got {
			t.Errorf("Sanitize(%+q) = %+q: not stable", got, again)
		}
	})
}
