package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stampWords may stand beside a date without making a sentence of the line.
var stampWords = wordSet{words: `published posted updated edited changed modified last change date dated on at
	of ist gmt utc kst jst est edt et bst cet pst pdt am pm a m p min mins minute minutes read views view
	source time first
	monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun`}

// bylineOf reports whether a line only says who wrote the story or when, with
// the evidence.
func bylineOf(s string, dates []dateHit) (detail string, ok bool) {
	if len(s) > 200 {
		return "", false
	}
	if len(dates) > 0 && isStamp(s, dates) {
		return "date " + dates[0].value, true
	}
	if len(dates) > 0 && datelineAlone(s, dates) {
		return "dateline alone", true
	}
	if author := bylineAuthor(s); author != "" || strings.EqualFold(s, "by") {
		return "opens with “By”", true
	}
	if soleAddress(s) {
		return "e-mail address", true
	}
	first, rest, found := strings.Cut(s, ",")
	if found && strings.HasSuffix(rest, ",") && len(strings.Fields(rest)) <= 3 && agencies()[plain(first)] != "" {
		return "agency and place", true
	}
	return "", false
}

// isStamp reports whether a line with a date holds little else.
func isStamp(s string, dates []dateHit) bool {
	others, longest := besideDates(s, dates)
	if strings.ContainsAny(s, "|·•") {
		return longest <= 4 && others <= 10
	}
	// A headline may hold a date; a name beside one has at most three words.
	return others <= 3 && !(others > 1 && endsSentence(s) && len(s) > 60)
}

// besideDates counts the words of a line that no stamp has: in all, and in the
// longest of its divided parts.
func besideDates(s string, dates []dateHit) (others, longest int) {
	var rest strings.Builder
	at := 0
	for _, d := range dates {
		rest.WriteString(s[at:d.Start] + " ")
		at = d.End
	}
	rest.WriteString(s[at:])
	for _, segment := range strings.FieldsFunc(rest.String(), isDivider) {
		n := 0
		for _, w := range strings.FieldsFunc(segment, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if !stampWords.has(strings.ToLower(w)) {
				n++
			}
		}
		others += n
		longest = max(longest, n)
	}
	return others, longest
}

func isDivider(r rune) bool { return r == '|' || r == '·' || r == '•' }

// bylineAuthor is the name in "By Elizabeth Shim", "By A and B | Reuters"; "" when
// the line is no such byline.
func bylineAuthor(s string) string {
	lower := strings.ToLower(s[:min(len(s), 12)])
	switch {
	case strings.HasPrefix(lower, "by "), strings.HasPrefix(lower, "by\n"):
		s = s[3:]
	case strings.HasPrefix(lower, "written by "):
		s = s[11:]
	default:
		return ""
	}
	if i := strings.IndexAny(s, "|(•·"); i >= 0 {
		s = s[:i]
	}
	// "By Jeon Jeong-yun, staff reporter"
	if name, office, found := strings.Cut(s, ", "); found && startsLower(office) && len(strings.Fields(office)) <= 4 {
		s = name
	}
	words := strings.Fields(s)
	if len(words) > 0 && strings.Contains(words[len(words)-1], "@") {
		words = words[:len(words)-1]
	}
	if len(words) == 0 || len(words) > 10 {
		return ""
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !nameParticles.has(w) {
			return ""
		}
	}
	if endsSentence(s) && len(words) > 4 {
		return ""
	}
	return strings.TrimRight(strings.Join(words, " "), " ,.;")
}

var nameParticles = wordSet{words: "and de la van der den von bin al el di da dos & with in"}

func soleAddress(s string) bool {
	return strings.Contains(s, "@") && !strings.ContainsAny(strings.Trim(s, "() "), " \t")
}

// agencyAlone is the name of the agency that a line consists of, as in "Reuters",
// "— AFP", "(Yonhap)", "© AP" or "Reuters/AFP".
func agencyAlone(s string) string {
	if len(s) > 60 {
		return ""
	}
	name := plain(strings.TrimPrefix(strings.TrimPrefix(plain(s), "source "), "with "))
	if a := agencies()[name]; a != "" {
		return a
	}
	first, rest, found := strings.Cut(s, "/")
	if found && agencies()[plain(first)] != "" && agencies()[plain(rest)] != "" {
		return agencies()[plain(first)]
	}
	return ""
}

// plain is s in lower case with what is neither letter nor digit at the ends cut
// off and single spaces between words; "read more »" and "Read more:" are equal.
func plain(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap, end := false, 0 // end: behind the last letter or digit
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
			end = b.Len()
		case r == '-' || unicode.IsSpace(r):
			gap = true
		case b.Len() == 0:
		default:
			if gap {
				b.WriteByte(' ')
			}
			gap = false
			if r == '’' {
				r = '\''
			}
			b.WriteRune(r)
		}
	}
	return b.String()[:end]
}

// wholeReason is the reason to drop a line that is furniture as a whole.
func wholeReason(s string) (reason, detail string) {
	if len(s) > 60 {
		return "", ""
	}
	p := plain(s)
	if r := wholeBlocks()[p]; r != "" {
		return r, "the block says only “" + p + "”"
	}
	if !strings.ContainsFunc(s, unicode.IsLetter) {
		return DropNavigation, "no letters"
	}
	if temperature(s) {
		return DropNavigation, "a temperature"
	}
	return "", ""
}

// temperature recognises the weather in a page's masthead, "22.1 C".
func temperature(s string) bool {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return false
	}
	unit := strings.TrimLeft(s[i+1:], "°º")
	return (unit == "C" || unit == "F") && strings.Trim(s[:i], "0123456789.,-°º ") == ""
}

// standsAlone reports whether a line cannot be part of its neighbours' paragraph.
func standsAlone(s string) bool {
	if len(s) > 120 {
		return false
	}
	if reason, _ := wholeReason(s); reason != "" {
		return true
	}
	if bylineAuthor(s) != "" || agencyAlone(s) != "" || pictureCredit(s) {
		return true
	}
	dates := datesOfShort(s)
	return len(dates) > 0 && isStamp(s, dates)
}

// datesOfShort is findDates for lines that may be stamps; prose is not searched.
func datesOfShort(s string) []dateHit {
	if len(s) > 200 {
		return nil
	}
	for i, digits := 0, 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			digits = 0
		} else if digits++; digits == 4 { // a year
			return findDates(s)
		}
	}
	return nil
}

// pictureCredit reports whether a line is only a picture's credit: "Photo :
// YONHAP News", "[Photo : ]", "Khaled Abdullah/Reuters".
func pictureCredit(s string) bool {
	if len(s) > 60 {
		return false
	}
	lower := strings.ReplaceAll(strings.ToLower(s), " :", ":")
	for _, mark := range pictureMarks {
		if strings.HasPrefix(lower, mark) {
			return true
		}
	}
	left, right, found := strings.Cut(lower, "/")
	return found && (agencies()[plain(left)] != "") != (agencies()[plain(right)] != "") &&
		len(strings.Fields(lower)) <= 5 && !strings.HasPrefix(lower, "by ") && !endsSentence(s)
}
