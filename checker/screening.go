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
	"github.com/article41/article41/checker/policy"
	"github.com/article41/article41/checker/report"
	"github.com/article41/article41/checker/screen"
)

// listed are the names as the extractor takes them.
func (c *Checker) listed(doc *article.Document, s *screened) []extract.Listed {
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
			if !best.Identity {
				continue // another ship of the name would become a sanctioned State's
			}
		} else if r, ok := c.catalogue.ListedUnder(best.Reference); !ok {
			continue // a regime that the catalogue does not know
		} else if best.Answer == screen.AnswerMatch || best.Kind == screen.Entity && s.sure(best.Reference) {
			target = r.Target // whoever merely may be the entry is nobody's of that State
		}
		l := extract.Listed{Reference: best.Reference, Target: target, Individual: best.Kind == screen.Individual, Vessel: best.Kind == screen.Vessel}
		// The extractor finds the same words elsewhere by itself.
		l.Span = f.spans[0]
		out = append(out, l)
		l.Surname = true
		for k, span := range f.later {
			if l.Span = span; !slices.ContainsFunc(f.later[:k], func(o article.Span) bool { return doc.Quote(o) == doc.Quote(span) }) {
				out = append(out, l)
			}
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
func (c *Checker) withListed(ctx context.Context, doc *article.Document, names *screened, claims []claim.Claim) ([]claim.Claim, error) {
	if names == nil {
		return claims, nil
	}
	if c.opts.Source != nil {
		names.find(claims)
	}
	names.name(doc, claims)
	claims = names.tidy(claims)
	alone, err := c.mentionsAlone(ctx, doc, names, claims, doc.Meta.Published)
	return append(claims, alone...), err
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
func (s *screened) name(doc *article.Document, claims []claim.Claim) {
	for i := range claims {
		for j := range claims[i].Parties {
			p := &claims[i].Parties[j]
			if p.Listed == "" {
				continue
			}
			m := s.entryIn(doc, &claims[i], p.Listed)
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

// sure reports that some name of an entry is a designated name match in the text.
func (s *screened) sure(reference string) bool {
	return slices.ContainsFunc(s.mentions, func(f found) bool {
		b := f.best()
		return b != nil && b.Reference == reference && b.Answer == screen.AnswerMatch
	})
}

// entryIn is the match of an entry that holds for a claim: that of the name in its
// sentences, else the least sure one.
func (s *screened) entryIn(doc *article.Document, cl *claim.Claim, reference string) *screen.Match {
	var least, sure *screen.Match
	for i := range s.mentions {
		f := &s.mentions[i]
		b := f.best()
		if b == nil || b.Reference != reference {
			continue
		}
		if b.Kind == screen.Entity && b.Answer == screen.AnswerMatch {
			sure = b // another name of an organisation that the text makes sure
		}
		if inSentences(doc, cl, f.spans) || inSentences(doc, cl, f.later) {
			least = b
			break
		}
		if least == nil || least.Answer == screen.AnswerMatch && b.Answer != screen.AnswerMatch {
			least = b
		}
	}
	if sure != nil {
		return sure
	}
	return least
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
//
// Who merely may be an entry of the DPRK's list is no party from there: only the claim of
// a dealing brings such a one before the freeze.
func (s *screened) tidy(claims []claim.Claim) []claim.Claim {
	claims = slices.DeleteFunc(claims, func(c claim.Claim) bool {
		return c.Activity == "designated_office" && slices.ContainsFunc(c.Parties, func(p claim.Party) bool {
			m := s.entry(p.Listed)
			return m != nil && m.Kind == screen.Individual
		})
	})
	all := slices.Clone(claims) // DeleteFunc moves what it keeps
	return slices.DeleteFunc(claims, func(c claim.Claim) bool {
		return slices.ContainsFunc(all, func(o claim.Claim) bool {
			switch c.Activity {
			case "deal_with_designated":
				return slices.Contains(moneyMoved, o.Activity) && overlap(&c, &o) && sameEntry(&c, &o) && !s.merelyDPRK(&c)
			case "designated_office":
				return o.Activity == "designated_travel" && overlap(&c, &o) && listedIn(&c)
			}
			return false
		})
	})
}

func (s *screened) merelyDPRK(c *claim.Claim) bool {
	return slices.ContainsFunc(c.Parties, func(p claim.Party) bool {
		m := s.entry(p.Listed)
		return m != nil && m.Answer != screen.AnswerMatch && m.Type == "DPRK"
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
		if !inSentences(doc, cl, f.spans) {
			continue
		}
		if b.Answer == screen.AnswerMatch && b.Identity {
			return "vessel_listed", b.ListedOn
		}
		fact = "vessel_named"
	}
	return fact, ""
}

// inSentences reports a span that lies in a sentence which the claim quotes.
func inSentences(doc *article.Document, cl *claim.Claim, spans []article.Span) bool {
	return slices.ContainsFunc(spans, func(span article.Span) bool { return sameSentence(doc, cl, span) })
}

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

// mentionsAlone makes a claim of each entry that the text names and no finding will have
// as its party: it is shown, and says of no act.
func (c *Checker) mentionsAlone(ctx context.Context, doc *article.Document, s *screened, claims []claim.Claim, published article.Date) ([]claim.Claim, error) {
	taken := map[string]bool{}
	for i := range claims {
		cl := &claims[i]
		if !listedIn(cl) {
			continue
		}
		r, err := c.engine.Evaluate(ctx, c.policyInput(cl, c.lawDate(cl, published)))
		if err != nil {
			return nil, err
		}
		for _, p := range cl.Parties {
			// A firm that its man travels for is not who travels.
			m := s.entry(p.Listed)
			firm := cl.Activity == "designated_travel" && m != nil && m.Kind == screen.Entity
			taken[p.Listed] = taken[p.Listed] || len(r.Decisions) > 0 && !firm
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
		for k, span := range f.spans[:min(len(f.spans), maxMentionPassages)] {
			cl.Evidence = append(cl.Evidence, evidenceAt(doc, span, k))
		}
		out = append(out, cl)
	}
	return out, nil
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
	out := &report.Screened{Names: s.names, Namesakes: s.namesakes, Matches: []report.NameMatch{}}
	for i := range s.mentions {
		f := &s.mentions[i]
		m := report.NameMatch{Text: f.text, Answer: f.answer}
		for k, span := range f.spans[:min(len(f.spans), maxMentionPassages)] {
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
