package article

import (
	"fmt"
	"strings"
	"time"
)

// dateHit is a full calendar date found in a piece of text.
type dateHit struct {
	Span         // of the piece searched
	value string // YYYY-MM-DD
}

// findDates finds full dates: day, month and year. A month and day without a
// year is no date, and 03/04/2006, which two continents read differently, is
// none either.
func findDates(s string) []dateHit {
	var hits []dateHit
	for i := 0; i < len(s); {
		c := s[i]
		inWord := i > 0 && isAlnum(s[i-1])
		var end int
		var value string
		switch {
		case isDigit(c) && (i == 0 || !isDigit(s[i-1])):
			// "News2017-02-23" is a date-stamp with the space lost, so a year
			// may follow a letter; a day may not.
			if end, value = yearFirst(s, i); end == 0 && !inWord {
				if end, value = dayFirst(s, i); end == 0 {
					end, value = slashed(s, i)
				}
			}
		case isLetter(c) && !inWord:
			end, value = monthFirst(s, i)
		}
		if end > 0 {
			hits = append(hits, dateHit{Span{i, end}, value})
			i = end
			continue
		}
		i++
	}
	return hits
}

// yearFirst reads 2025-07-29, 2025/07/29, 2025.07.29 and 20250729T…
func yearFirst(s string, i int) (int, string) {
	y, at := number(s, i)
	if at-i != 4 || at >= len(s) || !strings.ContainsRune("-/.", rune(s[at])) {
		return 0, ""
	}
	sep := s[at]
	m, next := number(s, at+1)
	if n := next - at - 1; n < 1 || n > 2 || next >= len(s) || s[next] != sep {
		return 0, ""
	}
	d, end := number(s, next+1)
	if n := end - next - 1; n < 1 || n > 2 {
		return 0, ""
	}
	return calendar(y, m, d, end)
}

// dayFirst reads 29 July 2025, 29th of July, 2025 and 29-Jul-2025.
func dayFirst(s string, i int) (int, string) {
	d, at := number(s, i)
	if at-i > 2 {
		return 0, ""
	}
	at = skipOrdinal(s, at)
	at = skipSep(s, at)
	if strings.HasPrefix(s[at:], "of ") {
		at += len("of ")
	}
	m, at := month(s, at)
	if m == 0 {
		return 0, ""
	}
	y, end := number(s, skipSep(s, at))
	if end-skipSep(s, at) != 4 {
		return 0, ""
	}
	return calendar(y, m, d, end)
}

// monthFirst reads July 29, 2025, Jul 7 2017, Dec 10th 2020, September. 16, 2021.
func monthFirst(s string, i int) (int, string) {
	m, at := month(s, i)
	if m == 0 {
		return 0, ""
	}
	start := skipSep(s, at)
	d, at := number(s, start)
	if n := at - start; n < 1 || n > 2 {
		return 0, ""
	}
	at = skipOrdinal(s, at)
	start = skipSep(s, at)
	y, end := number(s, start)
	if end-start != 4 || start == at {
		return 0, ""
	}
	return calendar(y, m, d, end)
}

// slashed reads 11/13/2006 and 13.11.2006 when only one reading is possible.
func slashed(s string, i int) (int, string) {
	a, at := number(s, i)
	if n := at - i; n < 1 || n > 2 || at >= len(s) || !strings.ContainsRune("-/.", rune(s[at])) {
		return 0, ""
	}
	sep := s[at]
	b, next := number(s, at+1)
	if n := next - at - 1; n < 1 || n > 2 || next >= len(s) || s[next] != sep {
		return 0, ""
	}
	y, end := number(s, next+1)
	if end-next-1 != 4 {
		return 0, ""
	}
	switch {
	case a == b, b > 12:
		return calendar(y, a, b, end)
	case a > 12:
		return calendar(y, b, a, end)
	}
	return 0, ""
}

// calendar refuses dates that do not exist and years that are no news year, such
// as the 9999 of a template.
func calendar(y, m, d, end int) (int, string) {
	if y < 1945 || y > 2100 || m < 1 || m > 12 || d < 1 {
		return 0, ""
	}
	if t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC); t.Day() != d {
		return 0, ""
	}
	return end, fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

var monthNames = []string{"january", "february", "march", "april", "may", "june", "july",
	"august", "september", "october", "november", "december"}

// month reads a month's name, or its first three letters (four for September),
// at i, with a full stop or without; 0 when there is none.
func month(s string, i int) (m, end int) {
	const soft = "\u00ad"
	end = i
	for end < len(s) && (isLetter(s[end]) || end > i && strings.HasPrefix(s[end:], soft)) {
		if isLetter(s[end]) {
			end++
		} else {
			end += len(soft)
		}
	}
	word := s[i:end]
	if len(word) > len("september") {
		word = strings.ReplaceAll(word, soft, "")
	}
	if len(word) < 3 || len(word) > len("september") {
		return 0, i
	}
	for k, name := range monthNames {
		if strings.EqualFold(word, name) || len(word) == 3 && strings.EqualFold(word, name[:3]) ||
			k == 8 && strings.EqualFold(word, "sept") {
			if end < len(s) && s[end] == '.' {
				end++
			}
			return k + 1, end
		}
	}
	return 0, i
}

// number reads at most 8 digits; it never overflows.
func number(s string, i int) (n, end int) {
	for end = i; end < len(s) && isDigit(s[end]) && end-i < 8; end++ {
		n = n*10 + int(s[end]-'0')
	}
	return n, end
}

func skipOrdinal(s string, i int) int {
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		if strings.HasPrefix(s[i:], suffix) && (i+2 == len(s) || !isLetter(s[i+2])) {
			return i + 2
		}
	}
	return i
}

// skipSep passes over what may stand between the parts of a date.
func skipSep(s string, i int) int {
	const nbsp = "\u00a0"
	for n := 0; i < len(s) && n < 3; n++ {
		switch {
		case s[i] == ' ' || s[i] == ',' || s[i] == '-' || s[i] == '/' || s[i] == '.':
			i++
		case strings.HasPrefix(s[i:], nbsp):
			i += len(nbsp)
		default:
			return i
		}
	}
	return i
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isAlnum(c byte) bool  { return isDigit(c) || isLetter(c) }
