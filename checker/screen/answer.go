package screen

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// The three answers.
const (
	AnswerMatch    = "match"    // designated name match
	AnswerPossible = "possible" // possible match: identifiers are needed
	AnswerNone     = "none"     // no match in the lists of their dates
)

// Thresholds of the score. DefaultThreshold is that of a possible match.
const (
	DefaultThreshold = 0.80
	matchThreshold   = 0.95
	LeastThreshold   = 0.70 // of look-alikes; no lower threshold is accepted
)

// maxSimilar bounds the look-alikes that are shown; Result.MoreSimilar counts the
// others.
const maxSimilar = 5

// Query is a name and what is known of its bearer. Only Name is required.
type Query struct {
	Name      string
	Kind      Kind     // "" when not known
	Countries []string // ISO 3166-1 alpha-2, of States that the bearer is tied to
	Near      []string // likewise, of States that are named near the name: they may agree, and contradict nothing
	Context   string   // the words around: posts, dates of birth, numbers, "designated"
	On        string   // YYYY-MM-DD: the day of the act; "" for today's list
	Threshold float64  // 0: DefaultThreshold
}

// Result is the answer to one query.
type Result struct {
	Query       string    `json:"query"`
	Kind        Kind      `json:"kind,omitempty"`
	Answer      string    `json:"answer"`
	Matches     []Match   `json:"matches,omitempty"` // best first
	Similar     []Match   `json:"similar,omitempty"` // look-alikes, which are others until shown otherwise
	MoreSimilar int       `json:"more_similar,omitempty"`
	Lists       []ListRef `json:"lists"`
}

// ListRef says which list an answer holds for.
type ListRef struct {
	Source string `json:"source"`
	Date   string `json:"date,omitempty"`
	SHA256 string `json:"sha256"`
}

// Match is an entry that fits, and why.
type Match struct {
	Reference string        `json:"reference"`
	Kind      Kind          `json:"kind"`
	Type      string        `json:"type,omitempty"`
	Name      string        `json:"name"`    // primary
	Matched   Name          `json:"matched"` // the name string that fitted
	Answer    string        `json:"answer"`
	Score     float64       `json:"score"`
	Order     string        `json:"order,omitempty"`
	Tokens    []TokenReason `json:"tokens,omitempty"`
	Reasons   []string      `json:"reasons"`
	Identity  bool          `json:"identity,omitempty"` // an identifier agrees, not only a name
	ListedOn  string        `json:"listed_on,omitempty"`
	Until     string        `json:"until,omitempty"`
	List      ListRef       `json:"list"`

	Entry *Entry `json:"-"`
	// Common is set of an individual's name that many may bear: a reader of articles will
	// want more before it is shown. Told is set when the query has a post or an identifier
	// of the entry, Tied when it has that or a country.
	Common, Told, Tied bool `json:"-"`
}

// Search looks the name up. It never fails: a name of no letters has no match.
func (m *Matcher) Search(q Query) Result {
	res := Result{Query: q.Name, Kind: q.Kind, Answer: AnswerNone}
	for _, l := range m.lists {
		res.Lists = append(res.Lists, ListRef{l.Source, l.Date, l.SHA256})
	}
	if found := m.byIdentifier(q); len(found) > 0 {
		res.Matches, res.Answer = found, found[0].Answer
		return res
	}
	s := m.pool.get(len(m.names))
	defer m.pool.Put(s)
	s.tokens = appendTokens(s.tokens[:0], withoutBrackets(q.Name))
	if len(s.tokens) == 0 {
		return res
	}
	threshold := float32(cmp.Or(q.Threshold, DefaultThreshold))
	names := m.look(s, min(LeastThreshold, threshold))
	if len(names) == 0 {
		return res
	}
	names = m.bestByEntry(names, threshold)
	exactly := false
	for i := range names {
		n := &m.names[names[i].name]
		if q.Kind != "" && m.entries[n.entry].Kind != q.Kind {
			continue
		}
		exactly = exactly || names[i].exact && !m.weak(n)
	}
	var surroundings *context
	for i := range names {
		n := &m.names[names[i].name]
		e := m.entries[n.entry]
		if q.Kind != "" && e.Kind != q.Kind {
			continue
		}
		if surroundings == nil {
			surroundings = contextOf(&q)
		}
		match := m.judge(s, &q, surroundings, &names[i], threshold, exactly)
		if match.Answer == AnswerNone {
			if len(res.Similar) == maxSimilar {
				res.MoreSimilar++
				continue
			}
			m.explain(s, &match, &names[i])
			res.Similar = append(res.Similar, match)
			continue
		}
		m.explain(s, &match, &names[i])
		res.Matches = append(res.Matches, match)
	}
	slices.SortStableFunc(res.Matches, func(a, b Match) int { return cmp.Compare(a.Answer, b.Answer) }) // match before possible
	if len(res.Matches) > 0 {
		res.Answer = res.Matches[0].Answer
	}
	return res
}

// withoutBrackets drops what stands in brackets behind a name: an acronym, a former
// name.
func withoutBrackets(name string) string {
	before, rest, ok := strings.Cut(name, "(")
	if !ok {
		return name
	}
	_, after, _ := strings.Cut(rest, ")")
	if short := before + " " + after; len(Tokens(short)) > 0 {
		return short
	}
	return name
}

// bestByEntry keeps each entry's best name; one that may be a match goes before one that
// only corroborates.
func (m *Matcher) bestByEntry(names []scored, threshold float32) []scored {
	out := names[:0]
	for _, n := range names {
		entry := m.names[n.name].entry
		i := slices.IndexFunc(out, func(o scored) bool { return m.names[o.name].entry == entry })
		if i < 0 {
			out = append(out, n)
		} else if n.score >= threshold && !n.thin && m.weak(&m.names[out[i].name]) && !m.weak(&m.names[n.name]) {
			out[i] = n
		}
	}
	return out
}

// weak reports a name that corroborates and no more: an alias of low quality, or
// one of a single word, unless an organisation is known by it.
func (m *Matcher) weak(n *indexedName) bool {
	e := m.entries[n.entry]
	name := &e.Names[n.name]
	switch {
	case name.Quality == Low:
		return true
	case n.tokens > 1:
		return false
	case e.Kind == Entity:
		return len(m.words[m.units[n.from].word].text) < 5
	case e.Kind == Vessel:
		return false
	}
	return name.Quality != Primary && name.Quality != Original
}

// telling counts the words of a name that are not light.
func (m *Matcher) telling(n *indexedName) int {
	k := 0
	for _, u := range m.units[n.from : n.from+n.tokens] {
		if weightOf(m.words[u.word].text) == 1 {
			k++
		}
	}
	return k
}

func (m *Matcher) match(id int32, name Name) Match {
	e := m.entries[id]
	l := m.lists[m.listOf[id]]
	return Match{Reference: e.Reference, Kind: e.Kind, Type: e.Type, Name: e.Name(), Matched: name, ListedOn: e.ListedOn, Until: e.Until,
		List: ListRef{l.Source, l.Date, l.SHA256}, Entry: e}
}

// byIdentifier finds entries by a reference number, an IMO number or the number of
// a document that the name itself is.
func (m *Matcher) byIdentifier(q Query) []Match {
	if !strings.ContainsAny(q.Name, "0123456789") || len(q.Name) > 64 {
		return nil
	}
	key := foldIdentifier(q.Name)
	if imo, ok := parseIMO(q.Name); ok {
		key = imo
	}
	var out []Match
	for _, id := range m.ids[key] {
		e := m.entries[id]
		if q.Kind != "" && e.Kind != q.Kind || len(key) < 6 {
			continue
		}
		match := m.match(id, e.Names[0])
		match.Answer, match.Score, match.Identity = AnswerMatch, 1, true
		what := "number of a document of the entry"
		switch key {
		case foldIdentifier(e.Reference), "imo" + e.IMO:
			what = "reference number"
		case e.IMO:
			what = "IMO number with the right check digit"
		}
		match.Reasons = append(match.Reasons, what+": the same")
		match.Reasons = append(match.Reasons, m.standing(e, &q)...)
		if e.Status == StatusUncertain {
			match.Answer = AnswerPossible
		}
		out = append(out, match)
	}
	return out
}

// judge gives the answer for one entry. The rules come after the score, and each
// that applied is named.
func (m *Matcher) judge(s *scratch, q *Query, c *context, found *scored, threshold float32, exactly bool) Match {
	n := &m.names[found.name]
	e := m.entries[n.entry]
	match := m.match(n.entry, e.Names[n.name])
	match.Score = math.Round(float64(found.score)*1000) / 1000
	say := func(format string, args ...any) { match.Reasons = append(match.Reasons, fmt.Sprintf(format, args...)) }

	agree, contradict := c.compare(e)
	weak := m.weak(n)
	match.Answer = AnswerNone
	switch {
	case weak && !found.exact:
		say("an alias that only corroborates, and not the same words")
	case weak && agree.strong == "" && agree.country == "" && agree.said == "":
		say("%s: by itself it corroborates and is no match", weakWhy(e, n))
	case weak:
		match.Answer = AnswerPossible
		say("%s, corroborated", weakWhy(e, n))
	case exactly && !found.exact:
		say("another entry bears exactly this name")
	case found.score < threshold:
		say("score below %.2f", threshold)
	case found.thin:
		say("too few of the words are the same")
	case found.score >= matchThreshold && (found.exact || agree.strong != "") && m.sure(n, e, agree):
		match.Answer = AnswerMatch
	default:
		match.Answer = AnswerPossible
		if !found.exact {
			say("the name is written otherwise")
		} else {
			say("the name alone does not tell its bearers apart; identifiers are needed")
		}
	}
	match.Common = e.Kind == Individual && (n.korean || n.tokens < 3 && n.weight < commonWords*m.rarest)
	match.Told = agree.identity+agree.strong != ""
	match.Tied = match.Told || agree.country != ""
	if agree.identity != "" && match.Answer != AnswerNone {
		match.Answer, match.Identity = AnswerMatch, true
	}
	for _, a := range []string{agree.identity, agree.strong, agree.country, agree.said} {
		if a != "" {
			say("%s", a)
		}
	}
	if contradict != "" {
		say("%s", contradict)
		if match.Answer == AnswerMatch && !match.Identity {
			match.Answer = AnswerPossible
		}
	}
	if e.Status == StatusUncertain && match.Answer == AnswerMatch {
		match.Answer = AnswerPossible
		say("the list itself is not sure of this entry")
	}
	match.Reasons = append(match.Reasons, m.standing(e, q)...)
	return match
}

func weakWhy(e *Entry, n *indexedName) string {
	if e.Names[n.name].Quality == Low {
		return "an alias that the list marks as of low quality"
	}
	return "an alias of one word"
}

// sure reports a name that tells its bearers apart well enough to be called a
// match: the text says more of the bearer that agrees, or the words are rare. A
// Korean name of three syllables never is by itself, and a shared nationality adds
// nothing to it; a vessel's is not without its number.
func (m *Matcher) sure(n *indexedName, e *Entry, agree agreement) bool {
	switch {
	case agree.identity != "" || agree.strong != "":
		return true
	case e.Kind == Vessel, n.korean:
		return false
	case m.telling(n) == 1:
		return agree.country != ""
	}
	rare := rareWords * m.rarest
	return n.weight >= rare || agree.country != "" && n.weight >= rare*2/3
}

// rareWords is how many words that one entry alone has make a name that is taken to
// tell its bearer.
const rareWords = 2.4

// commonWords is likewise how many make a name that is not common.
const commonWords = 1.7

// standing tells since and until when the entry was on the list.
func (m *Matcher) standing(e *Entry, q *Query) []string {
	var out []string
	if e.ListedOn != "" {
		out = append(out, "listed on "+e.ListedOn)
		if q.On != "" && q.On < e.ListedOn {
			out = append(out, "not listed yet on "+q.On)
		}
	}
	switch {
	case e.Until != "" && (q.On == "" || q.On > e.Until):
		out = append(out, "no longer on the list since a day after "+e.Until)
	case e.Until == "" && e.Status == StatusRemoved:
		out = append(out, "removed from the list, on a day that the list does not give")
	}
	return out
}

// explain adds a reason for every word.
func (m *Matcher) explain(s *scratch, match *Match, found *scored) {
	n := &m.names[found.name]
	m.align(s, found.name, s.weight())
	units := m.units[n.from:n.to]
	match.Order = orderOf(s.chosen, units)
	var query, list uint32
	words := func(at, span int8, text func(int8) string) string {
		out := text(at)
		if span == 2 {
			out += " " + text(at+1)
		}
		return out
	}
	inQuery := func(i int8) string { return s.tokens[i] }
	inList := func(i int8) string { return m.words[units[i].word].text }
	for _, p := range s.chosen {
		u, l := &s.units[p.query], &units[p.list]
		query |= mask(u.at, u.span)
		list |= mask(l.at, l.span)
		match.Tokens = append(match.Tokens, TokenReason{words(u.at, u.span, inQuery), words(l.at, l.span, inList), p.how, rounded(l.weight), rounded(p.quality)})
	}
	for i := range s.tokens {
		if query&mask(int8(i), 1) == 0 {
			match.Tokens = append(match.Tokens, TokenReason{Query: s.tokens[i], How: HowNotInList, Weight: rounded(s.units[i].weight)})
		}
	}
	for i := range n.tokens {
		if list&mask(int8(i), 1) == 0 {
			match.Tokens = append(match.Tokens, TokenReason{List: inList(int8(i)), How: HowNotInQuery, Weight: rounded(units[i].weight)})
		}
	}
}

func rounded(f float32) float64 { return math.Round(float64(f)*100) / 100 }
