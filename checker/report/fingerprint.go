package report

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fingerprintLength counts the prefix and the hex digits: 128 bits are beyond
// collision by accident, and still fit a waiver file's line.
const fingerprintLength = len("v1:") + 32

// Fingerprint names a finding across runs, so that waivers and baselines hold
// while ids of claims, line numbers and severities change. The recipe:
//
//	"v1:" + first 32 hex digits of SHA-256( measure NUL text-SHA-256 NUL quote )
//
// where text-SHA-256 is the hex digest of the document's canonical text and
// quote is that of the finding's first passage, made insensitive to typing:
// Unicode NFC; soft hyphens and invisible format characters removed; curly and
// angled quotation marks as ' and "; every dash as -; runs of white space as
// one space, none at the ends; lower case. A change of recipe changes "v1".
func Fingerprint(measure, textSHA256, quote string) string {
	sum := sha256.Sum256([]byte(measure + "\x00" + textSHA256 + "\x00" + normalQuote(quote)))
	return "v1:" + hex.EncodeToString(sum[:])[:32]
}

// IsFingerprint reports a text of the form that Fingerprint gives.
func IsFingerprint(s string) bool {
	digits, ok := strings.CutPrefix(s, "v1:")
	return ok && len(s) == fingerprintLength && strings.Trim(digits, "0123456789abcdef") == ""
}

// FindingID is the short form of a fingerprint for people: "f_" and its first
// 8 hex digits.
func FindingID(fingerprint string) string {
	digits := strings.TrimPrefix(fingerprint, "v1:")
	return "f_" + digits[:min(8, len(digits))]
}

func normalQuote(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == softHyphen || invisible(r):
			return -1
		case unicode.IsSpace(r):
			return ' '
		case strings.ContainsRune("‘’‚‛′`´ʼ‹›", r):
			return '\''
		case strings.ContainsRune("“”„‟″«»", r):
			return '"'
		case unicode.Is(unicode.Pd, r) || r == '−':
			return '-'
		}
		return r
	}, norm.NFC.String(s))
	s = strings.Join(strings.Fields(strings.ToLower(s)), " ")
	return norm.NFC.String(s) // lower-casing can decompose: "İ"
}
