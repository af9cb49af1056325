package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// datelineCities may open a story with a mere colon or hyphen behind them, where
// another word in that place would be a speaker or a label.
var datelineCities = wordSet{words: `abidjan abuja accra addis algiers amman ankara asuncion athens baghdad bamako
	bangkok beijing beirut belgrade berlin bern bogota brasilia bratislava brazzaville brussels bucharest
	budapest cairo canberra caracas colombo copenhagen dakar damascus dandong delhi dhaka doha dubai dublin
	freetown geneva hanoi harare havana helsinki hong istanbul islamabad jakarta jerusalem juba kabul kampala
	karachi kathmandu khartoum kiev kigali kinshasa kuala kuwait kyiv lagos lima lisbon ljubljana london luanda
	lusaka madrid manila maputo mexico minsk mogadishu moscow mumbai muscat nairobi nicosia new oslo ottawa
	paris phnom prague pretoria pyongyang quito rabat riga riyadh rome san sanaa santiago sarajevo seoul shanghai
	shenyang singapore sofia stockholm sydney taipei tallinn tashkent tbilisi tehran tokyo tripoli tunis
	ulaanbaatar ulan united vienna vientiane vilnius vladivostok warsaw washington windhoek yangon yerevan zagreb
	zurich`}

// parseDateline reads a dateline at the start of a paragraph: "SEOUL, May 17
// (UPI) --", "Seoul —", "(Reuters) –", "SEOUL:". The span is relative to s.
func parseDateline(s string) (Dateline, []dateHit, bool) {
	head := s[:min(len(s), 140)]
	place, at := datelinePlace(head)
	rest := head[at:]
	agency := ""
	date := ""
	if place != "" {
		date, at = datelineDate(head, at)
		rest = head[at:]
	} else if m, end := month(head, 0); m > 0 {
		// "Sep. 1 (UPI) --": the place was lost.
		_, end = number(head, skipSep(head, end))
		date, at = head[:end], end
		rest = head[at:]
	}
	trimmed := strings.TrimLeft(rest, " \u00a0,")
	if strings.HasPrefix(trimmed, "(") {
		if end := strings.IndexByte(trimmed, ')'); end > 0 && end < 40 {
			agency = strings.TrimSpace(trimmed[1:end])
			rest = trimmed[end+1:]
			at = len(head) - len(rest)
		}
	}
	if agency != "" && agencies()[plain(agency)] == "" && !strings.ContainsAny(agency, "/") && place == "" {
		return Dateline{}, nil, false
	}
	if place == "" && agency == "" {
		return Dateline{}, nil, false
	}
	end, ok := datelineEnd(head, at, place, agency != "", date != "")
	if !ok {
		return Dateline{}, nil, false
	}
	return Dateline{Span: Span{0, end}, Place: place, Agency: agency}, findDates(head[:end]), true
}

// datelinePlace reads up to four capitalised words, with a region behind a comma.
func datelinePlace(s string) (place string, end int) {
	at, words := 0, 0
	if m, _ := month(s, 0); m > 0 {
		return "", 0
	}
	for words < 6 {
		start := at
		for start < len(s) && (s[start] == ' ' || s[start] == '/') {
			start++
		}
		stop := start
		for stop < len(s) {
			r, size := utf8.DecodeRuneInString(s[stop:])
			if !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '.' && r != '-' || strings.HasPrefix(s[stop:], "--") {
				break
			}
			stop += size
		}
		r, _ := utf8.DecodeRuneInString(s[start:])
		if stop == start || !unicode.IsUpper(r) {
			break
		}
		if m, _ := month(s, start); m > 0 && end > 0 {
			break
		}
		words++
		at, end = stop, stop
		if stop < len(s) && s[stop] == ',' {
			at = stop + 1
		}
	}
	return s[:end], end
}

// datelineDate passes over ", May 17", ", Jan. 26, 2018" and ", 15 January 2018".
func datelineDate(s string, at int) (string, int) {
	start := skipSep(s, at)
	end := dayAndMonth(s, start)
	if end == 0 {
		return "", at
	}
	yearAt := skipSep(s, end)
	if _, yearEnd := number(s, yearAt); yearEnd-yearAt == 4 {
		end = yearEnd
	}
	return s[start:end], end
}

// dayAndMonth reads "May 17" or "17th May" at i; 0 when there is neither.
func dayAndMonth(s string, i int) int {
	if m, end := month(s, i); m > 0 {
		dayAt := skipSep(s, end)
		if _, end = number(s, dayAt); end > dayAt && end-dayAt <= 2 {
			return skipOrdinal(s, end)
		}
		return 0
	}
	_, end := number(s, i)
	if end == i || end-i > 2 {
		return 0
	}
	if m, end := month(s, skipSep(s, skipOrdinal(s, end))); m > 0 {
		return end
	}
	return 0
}

// datelineAlone reports whether a line is a dateline with its date and nothing
// else: "YANGON, Myanmar (Harbour News) – Feb 5 2018".
func datelineAlone(s string, dates []dateHit) bool {
	place, end := datelinePlace(s)
	first := strings.FieldsFunc(place, func(r rune) bool { return !unicode.IsLetter(r) })
	if len(first) == 0 || !allCapitals(first[0]) && !datelineCities.has(strings.ToLower(first[0])) || end > dates[0].Start {
		return false
	}
	rest := s[end:]
	if from := strings.IndexByte(rest, '('); from >= 0 {
		if to := strings.IndexByte(rest[from:], ')'); to > 0 && to < 40 {
			rest = rest[:from] + " " + rest[from+to+1:]
		}
	}
	hits := findDates(rest)
	others, _ := besideDates(rest, hits)
	return len(hits) > 0 && others == 0
}

// datelineEnd decides whether what follows closes a dateline, by how sure its
// beginning was.
func datelineEnd(s string, at int, place string, agency, dated bool) (int, bool) {
	rest := strings.TrimLeft(s[at:], " \u00a0")
	gap := len(s) - at - len(rest)
	capitals := place != "" && allCapitals(place)
	words := len(strings.FieldsFunc(place, func(r rune) bool { return r == ' ' || r == '/' }))
	first := strings.ToLower(place)
	if i := strings.IndexAny(first, " ,/"); i >= 0 {
		first = first[:i]
	}
	known := datelineCities.has(first) && words <= 3
	for _, mark := range []string{"—", "–", "--", "-", ":", "|"} {
		if !strings.HasPrefix(rest, mark) {
			continue
		}
		end := at + gap + len(mark)
		switch {
		case agency:
			return end, true
		case words > 4:
			return 0, false
		case mark == "-" && dated:
			return end, (known || capitals) && opensSentence(s[end:])
		case mark == ":" || mark == "|" || mark == "-":
			return end, known && (gap > 0 || mark == ":")
		default:
			return end, opensSentence(s[end:]) && (known || capitals || words <= 3)
		}
	}
	// "LONDON, 16 December 2024. Fishermen worked on": no sentence is so short.
	if dated && gap == 0 && strings.HasPrefix(rest, ". ") && (known || capitals) && len(findDates(s[:at])) > 0 && opensSentence(rest[1:]) {
		return at + 1, true
	}
	// "SEOUL, April 18 Trucks made in China": the dash was lost with the agency.
	if dated && capitals && opensSentence(rest) {
		return at, true
	}
	return 0, false
}

func opensSentence(s string) bool {
	s = strings.TrimLeft(s, " \u00a0\n\"“‘'")
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
