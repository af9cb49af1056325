package checker

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/extract"
	"github.com/article41/article41/checker/mention"
	"github.com/article41/article41/checker/policy"
	"github.com/article41/article41/checker/report"
	"github.com/article41/article41/checker/screen"
)

// screened is what the lists say of a document's names.
type screened struct {
	names    int
	partly   bool // there are more names than were looked up
	mentions []found
}

// found is a name with a match or a possible one.
type found struct {
	text   string
	spans  []article.Span
	later  []article.Span // where the surname alone stands for it
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

// screen looks up the names of a document. Names that have no match are counted. It
// returns nil where there are no lists, and fails only when ctx is done.
func (c *Checker) screen(ctx context.Context, doc *article.Document, published string) (*screened, error) {
	if c.matcher == nil {
		return nil, nil
	}
	out := &screened{}
	asked, unlisted := map[string]bool{}, map[string]bool{}
	at := map[string]int{}
	add := func(text string, span article.Span, r []screen.Match) {
		key := r[0].Reference + "\x00" + text
		i, ok := at[key]
		if !ok {
			i = len(out.mentions)
			at[key] = i
			out.mentions = append(out.mentions, found{text: text, answer: r[0].Answer, match: r})
		}
		out.mentions[i].spans = append(out.mentions[i].spans, span)
		if r[0].Answer == screen.AnswerMatch && out.mentions[i].answer != screen.AnswerMatch {
			out.mentions[i].answer, out.mentions[i].match = r[0].Answer, r // another place says more
		}
	}
	for _, m := range mention.IMONumbers(doc) {
		q := c.query(doc, &m, "IMO "+m.Text(doc), published)
		if r := c.matcher.Search(q); r.Answer != screen.AnswerNone {
			add(m.Text(doc), m.Span, r.Matches)
		}
	}
	all := mention.Find(doc)
	later := newSurnames(doc, all)
	out.partly = len(all) == mention.Max
	for i, m := range all {
		if i%64 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		asked[m.Text(doc)] = true
		var all []window
		for k, w := range m.Windows() {
			text := doc.Text[w.Start:w.End]
			if unlisted[text] {
				continue
			}
			r := c.matcher.Search(screen.Query{Name: text})
			if r.Answer == screen.AnswerNone && len(r.Similar) == 0 {
				unlisted[text] = true // whatever stands around it
				continue
			}
			r = c.matcher.Search(c.query(doc, &m, text, published))
			fit := fitting(&m, r.Matches)
			if k > 0 {
				// A part of a longer name is another's, unless it is the entry's own.
				fit = slices.DeleteFunc(fit, func(x screen.Match) bool { return x.Score < wholeName })
			}
			if len(fit) > 0 {
				all = append(all, window{w, fit})
			}
		}
		best := apart(all)
		for _, w := range best {
			add(doc.Text[w.Start:w.End], w.Span, w.match)
			if w.match[0].Kind == screen.Individual {
				later.met(doc, &m, w.Span, out.mentions[at[w.match[0].Reference+"\x00"+doc.Text[w.Start:w.End]]].text)
			}
		}
		// "Hwangsan Trading Corporation (HTC)" is HTC from then on.
		if m.Bracketed() && len(best) == 0 && len(out.mentions) > 0 {
			if f := &out.mentions[len(out.mentions)-1]; f.match[0].Kind == screen.Entity && f.spans[len(f.spans)-1].End+3 > m.Start {
				later.full[m.Text(doc)] = f.text
			}
		}
		if len(best) == 0 && m.Words() == 1 {
			if i := slices.IndexFunc(out.mentions, func(f found) bool { return f.text == later.of(m.Text(doc)) }); i >= 0 {
				out.mentions[i].later = append(out.mentions[i].later, m.Span)
			}
		}
	}
	out.names = len(asked)
	return out, nil
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

// wholeName is the least score of a part of a mention.
const wholeName = 0.95

// surnames tell whom a single word stands for: the only person of the text who was
// named with it.
type surnames struct {
	bearers map[string][]string // word -> full names that begin or end with it
	full    map[string]string   // word -> the name, as found, of a list entry's bearer
}

func newSurnames(doc *article.Document, all []mention.Mention) *surnames {
	s := &surnames{bearers: map[string][]string{}, full: map[string]string{}}
	for i := range all {
		m := &all[i]
		if m.Words() < 2 || m.Upper {
			continue
		}
		first, last := m.Ends(doc)
		for _, w := range []string{first, last} {
			if name := m.Text(doc); !slices.Contains(s.bearers[w], name) {
				s.bearers[w] = append(s.bearers[w], name)
			}
		}
	}
	return s
}

// met enters the bearer of a listed name that stands in span of m.
func (s *surnames) met(doc *article.Document, m *mention.Mention, span article.Span, name string) {
	words := strings.Fields(doc.Text[span.Start:span.End])
	if len(words) < 2 || m.Upper {
		return
	}
	for _, w := range []string{words[0], words[len(words)-1]} {
		s.full[w] = name
	}
}

// of is the full name that a word stands for, or a text that is nobody's: two people
// of one surname are not told apart.
func (s *surnames) of(word string) string {
	name, ok := s.full[word]
	if !ok {
		return "\x00"
	}
	for _, b := range s.bearers[word] {
		if !strings.Contains(b, name) {
			return "\x00"
		}
	}
	return name
}

// window is a part of a mention with the entries that it may be.
type window struct {
	article.Span
	match []screen.Match
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

// query is the question for one name, with what the text around it says.
func (c *Checker) query(doc *article.Document, m *mention.Mention, name, published string) screen.Query {
	from, to := max(0, m.Sentence-1), min(len(doc.Sentences)-1, m.Sentence+1)
	around := article.Span{Start: doc.Sentences[from].Start, End: doc.Sentences[to].End}
	q := screen.Query{Name: name, Context: doc.Text[around.Start:around.End], Near: c.extractor.States(doc, around), On: published}
	if m.Vessel {
		q.Kind = screen.Vessel
	}
	return q
}

// fitting leaves the entries that the place allows: a vessel's name counts only where
// a vessel is spoken of, and a single word only for an organisation.
func fitting(m *mention.Mention, all []screen.Match) []screen.Match {
	return slices.DeleteFunc(all, func(x screen.Match) bool {
		switch x.Kind {
		case screen.Vessel:
			return !m.Vessel && !x.Identity
		case screen.Entity:
			return m.Titled && m.Words() > 1
		}
		return len(screen.Tokens(x.Matched.Text)) < 2
	})
}

// listed are the names as the extractor takes them.
func (c *Checker) listed(s *screened) []extract.Listed {
	if s == nil {
		return nil
	}
	var out []extract.Listed
	for i := range s.mentions {
		f := &s.mentions[i]
		best := f.best()
		if best == nil {
			continue
		}
		target := ""
		if best.Kind == screen.Vessel {
			if best.Entry.Delisted() {
				continue
			}
			target = vesselTarget
		} else if r, ok := c.catalogue.ListedUnder(best.Reference); ok {
			target = r.Target
		} else {
			continue // a regime that the catalogue does not know
		}
		l := extract.Listed{Reference: best.Reference, Target: target, Individual: best.Kind == screen.Individual, Vessel: best.Kind == screen.Vessel}
		for _, l.Span = range f.spans {
			out = append(out, l)
		}
		l.Surname = true
		for _, l.Span = range f.later {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b extract.Listed) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	return out
}

// vesselTarget is the State whose regime designates the vessels of vessel lists: only
// the DPRK's Committee has such a list.
const vesselTarget = "KP"

// matchOf says in a claim's words how sure a match is.
func matchOf(m *screen.Match) string {
	switch {
	case m.Identity:
		return claim.MatchIdentified
	case m.Answer == screen.AnswerMatch:
		return claim.MatchName
	}
	return claim.MatchPossible
}

// withListed completes claims with what screening found, and adds those of names alone.
func (c *Checker) withListed(doc *article.Document, names *screened, claims []claim.Claim) []claim.Claim {
	if names == nil {
		return claims
	}
	if c.opts.Source != nil {
		names.find(claims)
	}
	names.name(claims)
	claims = names.tidy(claims)
	return append(claims, c.mentionsAlone(doc, names, claims)...)
}

// find enters the list entries that parties of an outside extractor are, by the words
// with which it names them.
func (s *screened) find(claims []claim.Claim) {
	for i := range claims {
		for j := range claims[i].Parties {
			p := &claims[i].Parties[j]
			for k := range s.mentions {
				if b := s.mentions[k].best(); p.Listed == "" && b != nil && b.Kind != screen.Vessel && strings.Contains(p.Name, s.mentions[k].text) {
					p.Listed = b.Reference
				}
			}
		}
	}
}

// name completes the parties of claims that list entries were found for, and drops
// what is no reference of a party: vessels have no place among parties.
func (s *screened) name(claims []claim.Claim) {
	for i := range claims {
		for j := range claims[i].Parties {
			p := &claims[i].Parties[j]
			if p.Listed == "" {
				continue
			}
			m := s.entry(p.Listed)
			if m == nil {
				p.Listed = ""
				continue
			}
			if m.Kind == screen.Vessel {
				p.Listed, p.Basis = "", "a vessel list has it under the measures on the DPRK: "+m.Reference
				continue
			}
			p.Match = matchOf(m)
			if x := claims[i].Extraction; x != nil && p.Match == claim.MatchPossible {
				x.Review = append(x.Review, fmt.Sprintf("%s %s: the name may be that of %s, %s", p.Role, p.Name, p.Listed, m.Name))
			}
		}
	}
}

func (s *screened) entry(reference string) *screen.Match {
	for i := range s.mentions {
		if b := s.mentions[i].best(); b != nil && b.Reference == reference {
			return b
		}
	}
	return nil
}

// moneyMoved are the acts that a freeze covers and that name how something is made
// available; a claim of one of them says more than "dealing with".
var moneyMoved = []string{"financial_service", "bulk_cash", "gold_transfer", "grant_or_loan"}

// tidy makes one claim of readings of one act with a list entry: the freeze reaches
// each of them, and would be flagged once for each. A person has no office of an
// entity, and whoever travels somewhere is not an office there.
func (s *screened) tidy(claims []claim.Claim) []claim.Claim {
	claims = slices.DeleteFunc(claims, func(c claim.Claim) bool {
		return c.Activity == "designated_office" && slices.ContainsFunc(c.Parties, func(p claim.Party) bool {
			m := s.entry(p.Listed)
			return m != nil && m.Kind == screen.Individual
		})
	})
	return slices.DeleteFunc(claims, func(c claim.Claim) bool {
		return slices.ContainsFunc(claims, func(o claim.Claim) bool {
			switch c.Activity {
			case "deal_with_designated":
				return slices.Contains(moneyMoved, o.Activity) && overlap(&c, &o) && sameEntry(&c, &o)
			case "designated_office":
				return o.Activity == "designated_travel" && overlap(&c, &o) && listedIn(&c)
			}
			return false
		})
	})
}

func listedIn(c *claim.Claim) bool {
	return slices.ContainsFunc(c.Parties, func(p claim.Party) bool { return p.Listed != "" })
}

func sameEntry(a, b *claim.Claim) bool {
	return slices.ContainsFunc(a.Parties, func(p claim.Party) bool {
		return p.Listed != "" && slices.ContainsFunc(b.Parties, func(q claim.Party) bool { return q.Listed == p.Listed })
	})
}

// overlap reports primary passages that share words.
func overlap(a, b *claim.Claim) bool {
	if len(a.Evidence) == 0 || len(b.Evidence) == 0 {
		return false
	}
	x, y := a.Evidence[0], b.Evidence[0]
	return x.Start != nil && y.Start != nil && *x.Start < *y.End && *y.Start < *x.End
}

// addVessel adds what a vessel list says to the facts of a claim about a vessel.
func (s *screened) addVessel(doc *article.Document, cl *claim.Claim, facts map[string]string) {
	if fact, value := s.vesselFact(doc, cl); fact != "" && cl.Category == "maritime" {
		facts[fact] = value
	}
}

// vesselFact is what a vessel list says of the vessel that the passage speaks of: its
// day of designation by its number, or no more than the name.
func (s *screened) vesselFact(doc *article.Document, cl *claim.Claim) (fact, value string) {
	if s == nil {
		return "", ""
	}
	for i := range s.mentions {
		f := &s.mentions[i]
		b := f.best()
		if b == nil || b.Kind != screen.Vessel || b.Entry.Delisted() || len(b.Entry.Measures) > 0 && !slices.Contains(b.Entry.Measures, screen.PortEntry) {
			continue
		}
		if !slices.ContainsFunc(f.spans, func(sp article.Span) bool { return sameSentence(doc, cl, sp) }) {
			continue
		}
		if b.Answer == screen.AnswerMatch && b.Identity {
			return "vessel_listed", b.ListedOn
		}
		fact = "vessel_named"
	}
	return fact, ""
}

// sameSentence reports that a span lies in a sentence that the claim quotes.
func sameSentence(doc *article.Document, cl *claim.Claim, span article.Span) bool {
	at, ok := doc.SentenceAt(span.Start)
	return ok && slices.ContainsFunc(cl.Evidence, func(ev claim.Evidence) bool {
		if ev.Start == nil {
			return false
		}
		i, ok := doc.SentenceAt(doc.Byte(*ev.Start))
		return ok && i == at
	})
}

// mentionsAlone makes a claim of each entry that the text names and no claim has as
// its party: it is shown, and says of no act.
func (c *Checker) mentionsAlone(doc *article.Document, s *screened, claims []claim.Claim) []claim.Claim {
	taken := map[string]bool{}
	for _, cl := range claims {
		for _, p := range cl.Parties {
			taken[p.Listed] = true
		}
	}
	var out []claim.Claim
	for i := range s.mentions {
		f := &s.mentions[i]
		best := f.best()
		if best == nil || best.Kind == screen.Vessel || taken[best.Reference] {
			continue
		}
		if _, ok := c.catalogue.ListedUnder(best.Reference); !ok {
			continue
		}
		taken[best.Reference] = true
		cl := claim.Claim{
			ID: fmt.Sprintf("m_%02d", len(out)+1), Category: mentionCategory, Activity: mentionActivity, Status: claim.Asserted,
			Parties:    []claim.Party{{Role: mentionRole, Name: f.text, Listed: best.Reference, Match: matchOf(best)}},
			Extraction: &claim.Extraction{Rule: "screening"},
		}
		for k, span := range f.spans {
			if k == maxMentionPassages {
				break
			}
			cl.Evidence = append(cl.Evidence, evidenceAt(doc, span, k))
		}
		out = append(out, cl)
	}
	return out
}

// What the rules call a name without an act.
const (
	mentionCategory    = "designated-party"
	mentionActivity    = "designated_mention"
	mentionRole        = "named"
	maxMentionPassages = 5
)

func evidenceAt(doc *article.Document, span article.Span, rank int) claim.Evidence {
	role := claim.Primary
	if rank > 0 {
		role = claim.Supporting
	}
	start, end := doc.CodePoint(span.Start), doc.CodePoint(span.End)
	return claim.Evidence{Role: role, Quote: doc.Quote(span), Start: &start, End: &end}
}

// listing is the party's place on a list: what the list in use says of it, and what
// the regime's rules say where the list is silent or not at hand.
func (c *Checker) listing(p *claim.Party) *policy.Listing {
	r, ok := c.catalogue.ListedUnder(p.Listed)
	if !ok {
		return nil
	}
	out := &policy.Listing{Regime: r.ID, Target: r.Key(), Entry: p.Listed, Measures: r.ListMeasures(p.Listed), Match: cmp.Or(p.Match, policy.Identified)}
	if c.matcher == nil {
		return out
	}
	if e, _, ok := c.matcher.Entry(p.Listed); ok {
		out.From, out.Until = e.ListedOn, e.Until
		if len(e.Measures) > 0 {
			out.Measures = e.Measures
		}
	}
	return out
}

// nationality is a State of which the list says that the party is a national: that of
// the act, if it is one of them. A State may let its own nationals in.
func (c *Checker) nationality(cl *claim.Claim, p *claim.Party) string {
	if c.matcher == nil || p.Listed == "" {
		return ""
	}
	e, _, ok := c.matcher.Entry(p.Listed)
	if !ok || e.Kind != screen.Individual {
		return ""
	}
	nations := e.Nations()
	for _, other := range cl.Parties {
		if other.Country != "" && slices.Contains(nations, other.Country) {
			return other.Country
		}
	}
	if len(nations) == 1 {
		return nations[0]
	}
	return ""
}

// describeScreened is the report's record of what was found.
func describeScreened(doc *article.Document, s *screened) (*report.Screened, error) {
	if s == nil {
		return nil, nil
	}
	out := &report.Screened{Names: s.names, Matches: []report.NameMatch{}}
	for i := range s.mentions {
		f := &s.mentions[i]
		m := report.NameMatch{Text: f.text, Answer: f.answer}
		for k, span := range f.spans {
			if k == maxMentionPassages {
				break
			}
			passage, err := report.PassageOf(doc, evidenceAt(doc, span, k))
			if err != nil {
				return nil, err
			}
			m.Passages = append(m.Passages, passage)
		}
		for _, x := range f.match {
			e := report.ListEntry{Reference: x.Reference, Kind: string(x.Kind), Type: x.Type, Name: x.Name, Matched: x.Matched.Text, Quality: string(x.Matched.Quality),
				Answer: x.Answer, Score: x.Score, Tokens: []string{}, Reasons: x.Reasons, ListedOn: x.ListedOn, Until: x.Until, List: x.List.SHA256}
			for _, t := range x.Tokens {
				e.Tokens = append(e.Tokens, tokenText(t))
			}
			m.Entries = append(m.Entries, e)
		}
		out.Matches = append(out.Matches, m)
	}
	return out, nil
}

func tokenText(t screen.TokenReason) string {
	return strings.TrimPrefix(strings.TrimSuffix(t.Query+" = "+t.List, " = ")+": "+t.How, " = ")
}

// listsOf is the report's record of the lists.
func listsOf(lists []*screen.List) []report.List {
	var out []report.List
	for _, l := range lists {
		out = append(out, report.List{Source: l.Source, Date: l.Date, SHA256: l.SHA256, Entries: len(l.Entries)})
	}
	return out
}
