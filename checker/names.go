package checker

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/mention"
	"github.com/article41/article41/checker/screen"
)

// screened is what the lists say of a document's names.
type screened struct {
	names      int
	partly     bool // there are more names than were looked up
	mentions   []found
	namesakes  []string       // common names of entries of whose countries the text says nothing
	byText     map[string]int // the first mention of a text
	byIdentity map[string]int // reference, text and answer -> mention
}

// found is a name with a match or a possible one.
type found struct {
	text   string
	spans  []article.Span
	later  []article.Span // where the surname or an acronym alone stands for it
	answer string
	match  []screen.Match // best first
}

// best is the entry that a claim's party is taken to be: the only one of the best
// answer, nil when several are as good.
func (f *found) best() *screen.Match {
	if len(f.match) > 1 && f.match[1].Answer == f.match[0].Answer && f.match[1].Score == f.match[0].Score {
		return nil
	}
	return &f.match[0]
}

// add enters a place of a name. One text stands for one bearer: what one place says of
// it holds at the others. Another spelling may be another person's.
func (s *screened) add(text string, span article.Span, r []screen.Match) *found {
	key := r[0].Reference + "\x00" + text
	i, ok := s.byIdentity[key]
	if !ok {
		i = len(s.mentions)
		s.byIdentity[key] = i
		if _, ok := s.byText[text]; !ok {
			s.byText[text] = i
		}
		s.mentions = append(s.mentions, found{text: text, answer: r[0].Answer, match: r})
	}
	f := &s.mentions[i]
	f.spans = append(f.spans, span)
	if r[0].Answer == screen.AnswerMatch && f.answer != screen.AnswerMatch {
		f.answer, f.match = r[0].Answer, r // another place says more
	}
	return f
}

// screen looks up the names of a document. Names that have no match are counted. It
// returns nil where there are no lists, and fails only when ctx is done.
func (c *Checker) screen(ctx context.Context, doc *article.Document, published string) (*screened, error) {
	if c.matcher == nil {
		return nil, nil
	}
	out := &screened{byText: map[string]int{}, byIdentity: map[string]int{}}
	for _, m := range mention.IMONumbers(doc) {
		q := c.query(doc, &m, published)
		q.Name = "IMO " + m.Text(doc)
		if r := c.matcher.Search(q); r.Answer != screen.AnswerNone {
			out.add(m.Text(doc), m.Span, r.Matches)
		}
	}
	all := mention.Find(doc)
	out.partly = len(all) == mention.Max
	l := lookup{c: c, doc: doc, published: published, out: out, unlisted: map[string]bool{}, strangers: map[string]bool{}, surnames: newSurnames(doc, all)}
	asked := map[string]bool{}
	for i := range all {
		if i%64 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		asked[all[i].Text(doc)] = true
		l.mention(&all[i])
	}
	out.names = len(asked)
	out.mentions = slices.DeleteFunc(out.mentions, func(f found) bool {
		return l.strangers[f.text] && f.match[0].Common && !f.match[0].Told
	})
	return out, nil
}

// lookup is the work on one document.
type lookup struct {
	c         *Checker
	doc       *article.Document
	published string
	out       *screened
	unlisted  map[string]bool // texts that are like no listed name
	surnames  *surnames
	countries map[string]bool // that the document names, once they were asked for
	strangers map[string]bool // names whose bearer the text says to be of another State
}

// window is a part of a mention with the entries that it may be.
type window struct {
	article.Span
	match []screen.Match
}

func (l *lookup) mention(m *mention.Mention) {
	var all []window
	var asked *screen.Query
	for k, w := range m.Windows() {
		text := l.doc.Text[w.Start:w.End]
		if l.unlisted[text] {
			continue
		}
		r := l.c.matcher.Search(screen.Query{Name: text})
		if r.Answer == screen.AnswerNone && len(r.Similar) == 0 {
			l.unlisted[text] = true // whatever stands around it
			continue
		}
		if asked == nil {
			q := l.c.query(l.doc, m, l.published)
			asked = &q
		}
		asked.Name = text
		r = l.c.matcher.Search(*asked)
		if fit := l.fitting(m, w, k == 0, r.Matches); len(fit) > 0 {
			all = append(all, window{w, fit})
		}
	}
	best := apart(all)
	for _, w := range best {
		text := l.doc.Text[w.Start:w.End]
		l.out.add(text, w.Span, w.match)
		if w.match[0].Kind == screen.Individual && !m.Upper {
			l.surnames.met(text)
		}
	}
	if len(best) > 0 || m.Words() != 1 {
		return
	}
	// "Hwangsan Trading Corporation (HTC)" is HTC from then on.
	if n := len(l.out.mentions); m.Bracketed() && n > 0 {
		if f := &l.out.mentions[n-1]; f.match[0].Kind == screen.Entity && f.spans[len(f.spans)-1].End+3 > m.Start {
			l.surnames.full[m.Text(l.doc)] = f.text
		}
	}
	if i, ok := l.out.byText[l.surnames.of(m.Text(l.doc))]; ok {
		l.out.mentions[i].later = append(l.out.mentions[i].later, m.Span)
	}
}

// wholeName is the least score of a part of a mention.
const wholeName = 0.95

// fitting leaves the entries that the place allows: a vessel's name counts only where
// a vessel is spoken of, and only if the number behind it is not another's; a single
// word only for an organisation; a part of a longer name only if it is the entry's own;
// a name that many bear only where the text names a country of the entry.
func (l *lookup) fitting(m *mention.Mention, w article.Span, whole bool, all []screen.Match) []screen.Match {
	behind := l.doc.Text[w.End:m.End]
	return slices.DeleteFunc(all, func(x screen.Match) bool {
		if !whole && x.Score < wholeName {
			return true
		}
		switch x.Kind {
		case screen.Vessel:
			return !m.Vessel && !x.Identity || l.otherNumber(w, x.Entry)
		case screen.Entity:
			// The Foreign Trade Bank of Vietnam is another bank.
			return m.Titled && m.Words() > 1 || !whole && strings.HasPrefix(behind, " of ") && !l.names(article.Span{Start: w.End, End: m.End}, x.Entry)
		}
		if len(screen.Tokens(x.Matched.Text)) < 2 {
			return true
		}
		stranger := x.Common && !x.Told && l.elsewhere(w, x.Entry)
		if stranger {
			l.strangers[l.doc.Text[w.Start:w.End]] = true
		}
		if stranger || x.Common && !x.Tied && !l.documentNames(x.Entry) {
			if text := l.doc.Text[w.Start:w.End]; !slices.Contains(l.out.namesakes, text) && len(l.out.namesakes) < maxNamesakes {
				l.out.namesakes = append(l.out.namesakes, text)
			}
			return true
		}
		return false
	})
}

const maxNamesakes = 100

// elsewhere reports words just behind the name that say that its bearer is of a State
// which is not the entry's: "Ri Won Ho, a chess player from South Korea".
func (l *lookup) elsewhere(w article.Span, e *screen.Entry) bool {
	i, ok := l.doc.SentenceAt(w.Start)
	if !ok {
		return false
	}
	behind := article.Span{Start: w.End, End: min(l.doc.Sentences[i].End, w.End+originBehind)}
	text := l.doc.Text[behind.Start:behind.End]
	at := strings.Index(text, " from ")
	if strings.HasPrefix(text, " of ") {
		at = 0
	}
	if at < 0 || !strings.HasPrefix(text, ",") && at > 0 {
		return false
	}
	behind.Start += at
	states := l.c.extractor.States(l.doc, behind)
	return len(states) > 0 && !slices.ContainsFunc(states, func(s string) bool { return slices.Contains(e.States(), s) })
}

const originBehind = 60 // bytes

// otherNumber reports a number of seven digits just behind the name of a vessel that is
// not the entry's.
func (l *lookup) otherNumber(w article.Span, e *screen.Entry) bool {
	behind := l.doc.Text[w.End:min(len(l.doc.Text), w.End+numberBehind)]
	for f := range strings.FieldsFuncSeq(behind, func(r rune) bool { return r < '0' || r > '9' }) {
		if len(f) == 7 {
			return f != e.IMO
		}
	}
	return false
}

const numberBehind = 40 // bytes

// names reports that a stretch of the text names a country of the entry.
func (l *lookup) names(span article.Span, e *screen.Entry) bool {
	return slices.ContainsFunc(l.c.extractor.States(l.doc, span), func(s string) bool { return slices.Contains(e.States(), s) })
}

// documentNames reports that the document names a country of the entry anywhere.
func (l *lookup) documentNames(e *screen.Entry) bool {
	if l.countries == nil {
		l.countries = map[string]bool{}
		for i := range l.doc.Sentences {
			for _, s := range l.c.extractor.States(l.doc, l.doc.Sentences[i].Span) {
				l.countries[s] = true
			}
		}
	}
	return slices.ContainsFunc(e.States(), func(s string) bool { return l.countries[s] })
}

// apart chooses the best windows of those that share words: "Kim Song Chol of Hwangsan
// Trading Corporation" is two names.
func apart(all []window) []window {
	slices.SortStableFunc(all, func(a, b window) int {
		x, y := &a.match[0], &b.match[0]
		return cmp.Or(cmp.Compare(x.Answer, y.Answer), cmp.Compare(y.Score, x.Score), cmp.Compare(b.Len(), a.Len()))
	})
	var out []window
	for _, w := range all {
		if !slices.ContainsFunc(out, func(o window) bool { return o.Overlaps(w.Span) }) {
			out = append(out, w)
		}
	}
	slices.SortFunc(out, func(a, b window) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// maxAround bounds what stands around a name, in bytes to either side: a line without
// end would be read again for each of its names.
const maxAround = 600

// query is the question for one name, with what its sentence and those beside it say.
func (c *Checker) query(doc *article.Document, m *mention.Mention, published string) screen.Query {
	from, to := max(0, m.Sentence-1), min(len(doc.Sentences)-1, m.Sentence+1)
	around := article.Span{Start: max(doc.Sentences[from].Start, m.Start-maxAround), End: min(doc.Sentences[to].End, m.End+maxAround)}
	for around.Start < m.Start && doc.Text[around.Start]&0xc0 == 0x80 {
		around.Start++
	}
	for around.End > m.End && around.End < len(doc.Text) && doc.Text[around.End]&0xc0 == 0x80 {
		around.End--
	}
	q := screen.Query{Context: doc.Text[around.Start:around.End], Near: c.extractor.States(doc, around), On: published}
	if m.Vessel {
		q.Kind = screen.Vessel
	}
	return q
}

// surnames tell whom a single word stands for: the only person of the text who was
// named with it.
type surnames struct {
	bearers map[string][]string // word -> full names that begin or end with it
	full    map[string]string   // word -> the name, as found, of a list entry's bearer
}

// maxBearers bounds the names of one surname that are told apart; two already leave it
// open whose it is.
const maxBearers = 20

func newSurnames(doc *article.Document, all []mention.Mention) *surnames {
	s := &surnames{bearers: map[string][]string{}, full: map[string]string{}}
	for i := range all {
		m := &all[i]
		if m.Words() < 2 || m.Upper {
			continue
		}
		first, last := m.Ends(doc)
		for _, w := range []string{first, last} {
			if name := m.Text(doc); len(s.bearers[w]) < maxBearers && !slices.Contains(s.bearers[w], name) {
				s.bearers[w] = append(s.bearers[w], name)
			}
		}
	}
	return s
}

// met enters the bearer of a listed name.
func (s *surnames) met(name string) {
	words := strings.Fields(name)
	if len(words) < 2 {
		return
	}
	for _, w := range []string{words[0], words[len(words)-1]} {
		s.full[w] = name
	}
}

// of is the full name that a word stands for, or "": two people of one surname are not
// told apart.
func (s *surnames) of(word string) string {
	name := s.full[word]
	if slices.ContainsFunc(s.bearers[word], func(b string) bool { return !strings.Contains(b, name) }) {
		return ""
	}
	return name
}

// noteNamesLeft is the code of the note that a document has more names than are
// looked up.
const noteNamesLeft = "names_left"

// notes are what a reader has to know of the screening.
func (s *screened) notes() []article.Note {
	if s == nil || !s.partly {
		return nil
	}
	return []article.Note{{Code: noteNamesLeft, Message: fmt.Sprintf("only the first %d names were screened", mention.Max)}}
}
