package article

import (
	"strings"
	"unicode/utf8"
)

// pictureScore weighs the signs that a block is a picture's caption.
func pictureScore(s string) (score int, detail string) {
	// A long block with a credit in it is a caption glued to a story.
	if len(s) > 700 {
		return 0, ""
	}
	lower := strings.ReplaceAll(strings.ToLower(s), " :", ":")
	for _, mark := range pictureMarks {
		if strings.HasPrefix(lower, mark) {
			return sure, "opens with “" + mark + "”"
		}
	}
	if strings.HasPrefix(s, "FILE - ") || strings.HasPrefix(s, "FILE — ") || strings.HasPrefix(s, "FILE PHOTO") {
		return sure, "opens with “FILE”"
	}
	if i := strings.LastIndex(lower, "(photo"); i >= 0 && len(lower)-i < 40 && strings.HasSuffix(lower, ")") {
		return sure, "ends with “" + lower[i:] + "”"
	}
	if points, why := creditScore(creditTail(lower)); points > 0 {
		score, detail = points, why
	}
	for _, w := range pictureWords {
		if strings.Contains(lower, w.phrase) {
			score += w.weight
			detail = joinEvidence(detail, "“"+w.phrase+"”")
		}
	}
	return score, detail
}

// creditTail is what follows the last sentence of a caption: "Picture:
// KCNA/REUTERS", "UPI/Stephen Shaver | License Photo", "(Newsis) |".
func creditTail(lower string) string {
	lower = strings.ReplaceAll(lower, "\u00a0", " ")
	i := strings.LastIndex(lower, ". ")
	if i < 0 {
		return ""
	}
	// A full stop inside the credit ("photo by j. smith") is no sentence's end.
	if j := strings.LastIndex(lower[:i], ". "); j >= 0 && i-j < 20 && hasPictureMark(lower[j+2:]) {
		i = j
	}
	return strings.TrimSpace(lower[i+2:])
}

func hasPictureMark(s string) bool {
	for _, mark := range pictureMarks {
		if strings.HasPrefix(s, mark) {
			return true
		}
	}
	return false
}

func creditScore(tail string) (int, string) {
	if tail == "" || utf8.RuneCountInString(tail) > 80 || len(strings.Fields(tail)) > 10 {
		return 0, ""
	}
	evidence := "credit “" + tail + "”"
	if hasPictureMark(tail) {
		return sure, evidence
	}
	if endsSentence(tail) {
		return 0, ""
	}
	if strings.Contains(tail, "photo") && len(strings.Fields(tail)) <= 6 {
		return sure, evidence
	}
	agency := agencies()[plain(strings.TrimRight(tail, " |"))] != ""
	for _, part := range strings.FieldsFunc(tail, func(r rune) bool { return r == '/' || r == '|' || r == '(' || r == ')' }) {
		agency = agency || agencies()[plain(part)] != ""
	}
	switch {
	case agency && strings.ContainsAny(tail, "/|"):
		return sure, evidence
	case agency:
		// "…drop the ban. Bloomberg" may as well be a story's last paragraph.
		return medium, evidence
	}
	return 0, ""
}

// oldPicture reports whether a caption says that its picture is from the archive:
// its date is not the story's.
func oldPicture(s string) bool {
	lower := strings.ToLower(s)
	for _, w := range []string{"file photo", "file picture", "file image", "file - ", "file — ", "archive", "undated", "made public"} {
		if strings.Contains(lower, w) {
			return true
		}
	}
	return false
}

func joinEvidence(a, b string) string {
	if a == "" {
		return b
	}
	return a + "; " + b
}
