package extract

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
)

// reference is the date that "on Tuesday" counts from.
type reference struct {
	date  time.Time
	known bool
	basis string
}

const isoDate = "2006-01-02"

func newReference(d article.Date) reference {
	t, err := time.Parse(isoDate, d.Value)
	if err != nil {
		return reference{}
	}
	return reference{date: t, known: true, basis: d.Basis}
}

// dateHit is a date expression in a sentence.
type dateHit struct {
	start, end int // tokens
	from, to   time.Time
	open       string // "from" when only the beginning is known ("since"), "to" for "until" and "before"
	rule       string
}

func (h dateHit) interval(s *sentence) *claim.Interval {
	iv := &claim.Interval{Text: s.quote(h.start, h.end), Basis: h.rule}
	if h.open != "to" {
		iv.From = h.from.Format(isoDate)
	}
	if h.open != "from" {
		iv.To = h.to.Format(isoDate)
	}
	return iv
}

// dates tells the date of the act from the date of the statement. A date
// beside the naming of a source is the statement's.
func (s *sentence) dates(ref reference, c *candidate, stage claim.Stage) (event, statement *claim.Interval) {
	best := -1
	for _, h := range s.dateHits(ref, stage == claim.Preparing || stage == claim.Agreed) {
		if s.besideSource(h) {
			if statement == nil {
				statement = h.interval(s)
			}
			continue
		}
		if !s.sameClause(h, c) {
			continue
		}
		d := h.start - c.trigger
		if d < 0 {
			d = -d
		}
		if best < 0 || d < best {
			best = d
			event = h.interval(s)
		}
	}
	return event, statement
}

// sameClause reports whether a date can be that of the act: the verb before it
// carries the act, or nothing but words of the same clause stand between.
// "The dam, built in 1955, is run jointly" does not date the running.
func (s *sentence) sameClause(h dateHit, c *candidate) bool {
	at := s.chunkAt(h.start)
	front := at
	if at == 0 && s.chunks[0].kind == chunkPrep {
		front = 1
	}
	if (front == 0 || front == 1 && s.chunks[0].kind == chunkPrep) && front+1 < len(s.chunks) && s.chunks[front+1].kind == chunkComma {
		return true // "Until 10 February 2016, when …, companies employed"
	}
	for k := at; k >= 0; k-- {
		if s.chunks[k].kind == chunkVG && s.chunks[k].start < h.start {
			if k == c.carrier || k == c.chunk {
				return true
			}
			if k > c.chunk {
				// "… through a company founded in 1955", but "sold watches engraved
				// with a name to North Korea in 1975"
				return slices.ContainsFunc(c.parties, func(p boundParty) bool { return p.chunk > k && p.chunk < at })
			}
			break
		}
		if s.chunks[k].kind == chunkSub || s.chunks[k].kind == chunkBreak {
			break
		}
	}
	lo, hi := min(at, c.chunk), max(at, c.chunk)
	for k := lo; k < hi; k++ {
		switch s.chunks[k].kind {
		case chunkSub, chunkBreak:
			return false
		case chunkComma:
			if at > c.chunk || k > at+1 && (at > 1 || h.open != "to") {
				return false // but "Until 2005 crab from Wonsan, North Korea, was sold"
			}
		}
	}
	return true
}

// besideSource reports a date that follows a reporting verb with nothing but
// small words between, or opens the sentence before the source.
func (s *sentence) besideSource(h dateHit) bool {
	for _, a := range s.attributed {
		if h.start >= a.start && h.start <= a.end+2 && !s.verbBetween(a.end, h.start) {
			return true
		}
		if h.end <= a.start && a.start-h.end <= 2 && h.start <= 1 {
			return true
		}
	}
	return false
}

func (s *sentence) verbBetween(a, b int) bool {
	for i := a; i < b; i++ {
		if s.tags[i] == tagVerb {
			return true
		}
	}
	return false
}

// dateHits finds the date expressions of the sentence, in text order.
func (s *sentence) dateHits(ref reference, future bool) []dateHit {
	var out []dateHit
	for i := 0; i < len(s.toks); {
		if t := &s.toks[i]; t.kind == kWord && !s.lex.dated[t.id] && byteClass[s.text[t.start]] != bDigit {
			i++
			continue // most words
		}
		h, ok := s.dateAt(i, ref, future)
		if !ok {
			i++
			continue
		}
		s.openEnded(&h)
		if n := len(out); n > 0 && s.spans(&out[n-1], &h) {
			out[n-1] = h
		} else {
			out = append(out, h)
		}
		i = h.end
	}
	return out
}

// spans makes one interval of "between August and December 2017" and "from 2010 to
// 2016": b takes in a.
func (s *sentence) spans(a, b *dateHit) bool {
	switch i := a.start - 1; {
	case b.start != a.end+1:
		return false
	case a.open == "from" && (s.isWord(a.end, "to") || s.isWord(a.end, "until") || s.isWord(a.end, "till")):
	case s.isWord(a.end, "to") && s.isWord(i, "from"), s.isWord(a.end, "and") && s.isWord(i, "between"):
	default:
		return false
	}
	from := a.from
	if s.yearIn(a) == 0 && s.yearIn(b) > 0 {
		from = date(b.to.Year(), int(from.Month()), from.Day())
		if from.After(b.to) {
			from = from.AddDate(-1, 0, 0)
		}
	}
	if from.After(b.to) {
		return false
	}
	b.start, b.from, b.open = a.start, from, ""
	return true
}

// yearIn is the year that a date names, or 0.
func (s *sentence) yearIn(h *dateHit) int {
	for i := h.start; i < h.end; i++ {
		if y := s.year(i); y > 0 {
			return y
		}
	}
	return 0
}

// openEnded looks at the word before: since, before, until.
func (s *sentence) openEnded(h *dateHit) {
	i := h.start - 1
	for i >= 0 && (s.tags[i] == tagDet || s.isWord(i, "in") || s.isWord(i, "early") || s.isWord(i, "late")) {
		i--
	}
	switch {
	case s.isWord(i, "since"), s.isWord(i, "from") && h.to.After(h.from.AddDate(0, 2, 0)):
		h.open, h.start = "from", i
	case s.isWord(i, "before"), s.isWord(i, "until"):
		h.open, h.start = "to", i
		if s.isWord(i, "before") {
			h.to = h.from.AddDate(0, 0, -1)
		}
	}
}

func (s *sentence) dateAt(i int, ref reference, future bool) (dateHit, bool) {
	t := &s.toks[i]
	if m := s.month(i); m > 0 {
		return s.monthAt(i, m, ref, future)
	}
	if t.kind == kNumber {
		if day := s.small(i, 31); day > 0 && i+1 < len(s.toks) {
			if m := s.month(i + 1); m > 0 {
				return s.dayMonth(i, i+2, day, m, ref, future)
			}
		}
		if y := s.year(i); y > 0 && s.yearStands(i) {
			return dateHit{start: i, end: i + 1, from: date(y, 1, 1), to: date(y, 12, 31), rule: "year"}, true
		}
		return s.ago(i, ref)
	}
	if y := s.decade(i); y > 0 {
		return dateHit{start: i, end: i + 1, from: date(y, 1, 1), to: date(y+9, 12, 31), rule: "decade"}, true
	}
	if h, ok := s.war(i); ok {
		return h, true
	}
	if h, ok := s.season(i); ok {
		return h, true
	}
	if !ref.known {
		return dateHit{}, false
	}
	if wd := s.lex.words[t.id].weekday; wd > 0 && t.is(fCap) {
		return s.weekday(i, int(wd)-1, ref, future), true
	}
	switch s.lower(i) {
	case "yesterday":
		return on(i, i+1, ref.date.AddDate(0, 0, -1), "yesterday"), true
	case "today":
		return on(i, i+1, ref.date, "today"), true
	case "tomorrow":
		return on(i, i+1, ref.date.AddDate(0, 0, 1), "tomorrow"), true
	case "last", "this", "next", "earlier", "later":
		return s.relative(i, ref)
	}
	return s.ago(i, ref)
}

func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

func on(a, b int, t time.Time, rule string) dateHit {
	return dateHit{start: a, end: b, from: t, to: t, rule: rule}
}

func (s *sentence) month(i int) int {
	if i >= len(s.toks) || !s.toks[i].is(fCap) {
		return 0
	}
	if s.lower(i) == "may" && s.isMay(i) && !(i > 0 && (s.isWord(i-1, "in") || s.isWord(i-1, "last") || s.isWord(i-1, "since") || s.isWord(i-1, "early") || s.isWord(i-1, "late"))) {
		return 0
	}
	return int(s.lex.words[s.toks[i].id].month)
}

func (s *sentence) small(i, limit int) int {
	if i >= len(s.toks) {
		return 0
	}
	w := s.lower(i)
	w = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "st"), "nd"), "rd"), "th")
	n, err := strconv.Atoi(w)
	if err != nil || n < 1 || n > limit {
		return 0
	}
	return n
}

func (s *sentence) year(i int) int {
	if i >= len(s.toks) || s.toks[i].kind != kNumber || s.toks[i].end-s.toks[i].start != 4 {
		return 0
	}
	if n, err := strconv.Atoi(s.word(i)); err == nil && n >= 1940 && n <= 2099 {
		return n
	}
	return 0
}

// decade is the first year of "1980s", or 0.
func (s *sentence) decade(i int) int {
	w := s.word(i)
	if len(w) != 5 || w[4] != 's' || w[3] != '0' {
		return 0
	}
	if y, err := strconv.Atoi(w[:4]); err == nil && y >= 1940 && y <= 2090 {
		return y
	}
	return 0
}

// war reads "during the Korean War": what happened then is no breach of a later
// resolution. "Korean War-era tanks" and a museum of the war say nothing of when.
func (s *sentence) war(i int) (dateHit, bool) {
	if i < 2 || i+1 >= len(s.toks) || !s.isWord(i+1, "war") || !s.isWord(i-1, "the") {
		return dateHit{}, false
	}
	switch s.lower(i - 2) {
	case "during", "in", "throughout", "before":
	default:
		return dateHit{}, false
	}
	if next := s.tagAfter(i + 1); next == tagHyphen || next == tagNoun || next == tagPoss {
		return dateHit{}, false
	}
	switch s.lower(i) {
	case "korean":
		return dateHit{start: i - 1, end: i + 2, from: date(1950, 6, 25), to: date(1953, 7, 27), rule: "period"}, true
	case "cold":
		return dateHit{start: i - 1, end: i + 2, from: date(1947, 1, 1), to: date(1991, 12, 26), rule: "period"}, true
	}
	return dateHit{}, false
}

// yearStands leaves out four digits that count something: "2017 workers".
func (s *sentence) yearStands(i int) bool {
	if i == 0 {
		return true
	}
	switch s.lower(i - 1) {
	case "in", "since", "before", "until", "after", "from", "during", "by", "of", "early", "late", "mid", "between", "and", "the":
		return s.lower(i-1) != "of" || i+1 >= len(s.toks) || s.tags[i+1] != tagNoun
	}
	return s.tags[i-1] == tagHyphen || s.tags[i-1] == tagComma
}

func (s *sentence) monthAt(i, m int, ref reference, future bool) (dateHit, bool) {
	start := i
	part := ""
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		switch s.lower(j) {
		case "mid", "early", "late":
			part, start = s.lower(j), j
		}
	}
	if part == "" {
		if day := s.small(i+1, 31); day > 0 && s.year(i+1) == 0 {
			return s.dayMonth(i, i+2, day, m, ref, future)
		}
	}
	end := i + 1
	y := s.year(i + 1)
	if y == 0 && i+2 < len(s.toks) && s.tags[i+1] == tagComma {
		if y = s.year(i + 2); y > 0 {
			end++
		}
	}
	if y > 0 {
		end++
	} else if ref.known && s.isWord(end, "last") && s.isWord(end+1, "year") {
		y = ref.date.Year() - 1
		end += 2
	} else if y = yearOf(m, 1, ref, future, start > 0 && s.isWord(start-1, "last")); y == 0 {
		return dateHit{}, false
	}
	from := date(y, m, 1)
	to := from.AddDate(0, 1, -1)
	switch part {
	case "early":
		to = date(y, m, 10)
	case "mid":
		from, to = date(y, m, 11), date(y, m, 20)
	case "late":
		from = date(y, m, 21)
	}
	return dateHit{start: start, end: end, from: from, to: to, rule: strings.TrimSpace(part + " month")}, true
}

// dayMonth is "12 May" or "May 12", with or without a year behind.
func (s *sentence) dayMonth(start, end, day, m int, ref reference, future bool) (dateHit, bool) {
	y := s.year(end)
	if y > 0 {
		end++
	} else if end+1 < len(s.toks) && s.tags[end] == tagComma && s.year(end+1) > 0 {
		y = s.year(end + 1)
		end += 2
	} else if y = yearOf(m, day, ref, future, false); y == 0 {
		return dateHit{}, false
	}
	t := date(y, m, day)
	if int(t.Month()) != m {
		return dateHit{}, false // 31 June
	}
	return on(start, end, t, "day"), true
}

// yearOf is the year of a month without one: the latest that is not after the
// reference, or for plans the next.
func yearOf(m, day int, ref reference, future, last bool) int {
	if !ref.known {
		return 0
	}
	y := ref.date.Year()
	t := date(y, m, day)
	switch {
	case future && t.Before(date(y, int(ref.date.Month()), 1)):
		return y + 1
	case future:
		return y
	case t.After(ref.date), last && m == int(ref.date.Month()):
		return y - 1
	}
	return y
}

func (s *sentence) weekday(i, wd int, ref reference, future bool) dateHit {
	back := (int(ref.date.Weekday()) - wd + 7) % 7
	start := i
	t := ref.date.AddDate(0, 0, -back) // the latest such day, the same day included
	switch {
	case i > 0 && s.isWord(i-1, "last"):
		start = i - 1
		if back == 0 {
			t = t.AddDate(0, 0, -7)
		}
	case i > 0 && s.isWord(i-1, "next"), future && back != 0:
		t = t.AddDate(0, 0, 7)
	}
	return on(start, i+1, t, "weekday")
}

// relative is "last month", "earlier this year", "next week".
func (s *sentence) relative(i int, ref reference) (dateHit, bool) {
	start, which := i, s.lower(i)
	if which == "earlier" || which == "later" {
		if i+2 >= len(s.toks) || !s.isWord(i+1, "this") {
			return dateHit{}, false
		}
		i++
	}
	if i+1 >= len(s.toks) {
		return dateHit{}, false
	}
	n := map[string]int{"last": -1, "this": 0, "next": 1}[s.lower(i)]
	r := ref.date
	h := dateHit{start: start, end: i + 2, rule: s.lower(i) + " " + s.lower(i+1)}
	switch s.lower(i + 1) {
	case "week":
		monday := r.AddDate(0, 0, -(int(r.Weekday())+6)%7+7*n)
		h.from, h.to = monday, monday.AddDate(0, 0, 6)
	case "month":
		h.from = date(r.Year(), int(r.Month())+n, 1)
		h.to = h.from.AddDate(0, 1, -1)
	case "year":
		h.from, h.to = date(r.Year()+n, 1, 1), date(r.Year()+n, 12, 31)
	default:
		first := seasons[s.lower(i+1)]
		if first == 0 {
			return dateHit{}, false
		}
		h.from = date(r.Year(), first, 1)
		for n < 0 && h.from.AddDate(0, 3, -1).After(r) || n > 0 && !h.from.After(r) {
			h.from = h.from.AddDate(n, 0, 0)
		}
		h.to = h.from.AddDate(0, 3, -1)
	}
	switch which {
	case "earlier":
		h.to = r
	case "later":
		h.from = r
	}
	return h, true
}

// seasons are those of the northern half of the world, by their first month.
var seasons = map[string]int{"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

// season is "the spring of 2019" and "spring 2019".
func (s *sentence) season(i int) (dateHit, bool) {
	first := seasons[s.lower(i)]
	if first == 0 {
		return dateHit{}, false
	}
	end := i + 1
	if s.isWord(end, "of") {
		end++
	}
	y := s.year(end)
	if y == 0 {
		return dateHit{}, false
	}
	from := date(y, first, 1)
	return dateHit{start: i, end: end + 1, from: from, to: from.AddDate(0, 3, -1), rule: "season"}, true
}

// ago is "three weeks ago".
func (s *sentence) ago(i int, ref reference) (dateHit, bool) {
	if !ref.known || i+2 >= len(s.toks) || !s.isWord(i+2, "ago") {
		return dateHit{}, false
	}
	n, ok := s.numberAt(i)
	if !ok || n < 1 || n > 200 {
		return dateHit{}, false
	}
	k := int(n)
	r := ref.date
	h := dateHit{start: i, end: i + 3, rule: "ago"}
	switch strings.TrimSuffix(s.lower(i+1), "s") {
	case "day":
		h.from = r.AddDate(0, 0, -k)
		h.to = h.from
	case "week":
		h.from = r.AddDate(0, 0, -7*k-3)
		h.to = h.from.AddDate(0, 0, 6)
	case "month":
		h.from = date(r.Year(), int(r.Month())-k, 1)
		h.to = h.from.AddDate(0, 1, -1)
	case "year":
		h.from, h.to = date(r.Year()-k, 1, 1), date(r.Year()-k, 12, 31)
	default:
		return dateHit{}, false
	}
	return h, true
}

// findDated marks the words with which a date can begin, by vocabulary id. Id 0 stands for
// all words that the vocabulary lacks, of which any may be one if it lacks one of these.
func (l *Lexicon) findDated() {
	l.dated = make([]bool, len(l.words))
	for id, w := range l.words {
		l.dated[id] = w.month > 0 || w.weekday > 0 || w.relative
	}
	for id := range l.numbers {
		l.dated[id] = true
	}
	for _, w := range datedWords {
		l.dated[l.vocab.lookup(w)] = true
	}
}

// datedWords begin a date, besides months, weekdays and numbers.
var datedWords = []string{
	"yesterday", "today", "tomorrow", "last", "this", "next", "earlier", "later", "korean", "cold",
	"spring", "summer", "autumn", "fall", "winter",
}
