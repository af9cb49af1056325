package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// htmlCard is a claim with the findings about it.
type htmlCard struct {
	Number     int
	Class      string // of the gravest severity
	Suppressed bool
	Messages   []string
	Passages   []*htmlPassage
	SaidBy     []htmlSource
	Parties    []string
	Open       []string // what the claim keeps open
	LawDate    string   // when it is the same for all
	Findings   []*htmlFinding
	Solo       *htmlFinding // the finding, when there is but one: it is the card, then
}

type htmlSource struct {
	Name, Kind string
	Origin     bool
}

// htmlPassage is a passage of a card. Ref is its number: the card's, and with several
// passages its own after a dot.
type htmlPassage struct {
	Ref, Anchor, Finding  string // anchors of the passage and of the card's first finding
	Class, Role, Where    string
	Prefix, Quote, Suffix string
	Live                  htmlAddress
	Suppressed            bool
	at                    Passage
}

type htmlFinding struct {
	Anchor, ID                            string
	Severity, Class                       string
	Verdict, VerdictWords                 string
	Category, CategoryWords               string
	Status, StatusWords, Stage            string
	Measure, Title, LawDate               string
	Bound                                 []string
	Law                                   []htmlLaw
	Met, Unmet, Unstated, Missing, Exempt []htmlCondition
	CopyOf                                string // words
	CopyLink                              string // anchor; "" when the page lacks it
	Suppressed                            string // why
	Passage                               string // anchor of the card's first passage
}

type htmlLaw struct {
	Mark         string // "(a)" where there are several
	Label        string
	Address      htmlAddress
	Facts        []string
	Verification string
	Unsure       bool // the paragraph's number must be looked up before it is cited
	Summary      string
}

// htmlCondition is a line of reasoning, with the passages it rests on.
type htmlCondition struct {
	Text, Law string
	Passages  []*htmlPassage
}

// cards makes a card of every claim, suppressed findings on cards of their own, last.
func (b *pageBuilder) cards(h *htmlDocument, findings []Finding) {
	var shown, hidden []Finding
	for _, f := range findings {
		if f.Suppressed == nil {
			shown = append(shown, f)
		} else {
			hidden = append(hidden, f)
		}
	}
	for _, g := range append(groups(shown), groups(hidden)...) {
		c := b.card(h, g)
		h.Cards = append(h.Cards, c)
		h.Passages = append(h.Passages, c.Passages...)
	}
}

func (b *pageBuilder) card(h *htmlDocument, g group) *htmlCard {
	b.number++
	first := g.findings[0]
	c := &htmlCard{
		Number: b.number, Class: severityClass(first.Severity), Suppressed: first.Suppressed != nil,
		Messages: messages(g.findings), Parties: partiesWithBasis(first), Open: b.kept[claimKey{g.document, g.claim}],
	}
	for i, s := range first.Attribution {
		c.SaidBy = append(c.SaidBy, htmlSource{Sanitize(s.Name), words(s.Kind), s.Origin || i == len(first.Attribution)-1})
	}
	for i, p := range g.passages {
		c.Passages = append(c.Passages, b.passageOf(h, c, i, len(g.passages), p))
	}
	oneDate := !slices.ContainsFunc(g.findings, func(other Finding) bool { return other.LawDate != first.LawDate })
	if oneDate {
		c.LawDate = lawDateText(first.LawDate)
	}
	for _, f := range g.findings {
		x := b.findingOf(g, c, f)
		if !oneDate {
			x.LawDate = lawDateText(f.LawDate)
		}
		c.Findings = append(c.Findings, x)
	}
	if len(c.Findings) == 1 {
		c.Solo = c.Findings[0]
	}
	for _, p := range c.Passages {
		p.Finding = c.Findings[0].Anchor
	}
	return c
}

func (b *pageBuilder) passageOf(h *htmlDocument, c *htmlCard, i, of int, p Passage) *htmlPassage {
	quote, _ := p.quote()
	x := &htmlPassage{
		Ref: fmt.Sprint(c.Number), Class: c.Class, Role: words(p.Role), Where: whereabouts(p),
		Prefix: contextBefore(quote.Prefix), Quote: Sanitize(quote.Exact), Suffix: contextAfter(quote.Suffix),
		Live: h.Address.at(p.Fragment), Suppressed: c.Suppressed, at: p,
	}
	if of > 1 {
		x.Ref = fmt.Sprintf("%d.%d", c.Number, i+1)
	}
	x.Anchor = b.ids.take("p-", strings.ReplaceAll(x.Ref, ".", "-"), "")
	return x
}

// contextBefore is the text before a quote; where it was cut, the word that the cut went
// through is left out. contextAfter is its mirror image.
func contextBefore(s string) string {
	if utf8.RuneCountInString(s) < contextLength {
		return Sanitize(s)
	}
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		s = strings.TrimLeftFunc(s[i:], unicode.IsSpace)
	}
	return "…" + Sanitize(s)
}

func contextAfter(s string) string {
	if utf8.RuneCountInString(s) < contextLength {
		return Sanitize(s)
	}
	if i := strings.LastIndexFunc(s, unicode.IsSpace); i >= 0 {
		s = strings.TrimRightFunc(s[:i], unicode.IsSpace)
	}
	return Sanitize(s) + "…"
}

func (b *pageBuilder) findingOf(g group, c *htmlCard, f Finding) *htmlFinding {
	x := &htmlFinding{
		Anchor: b.finding[FindingRef{f.Document, f.ID}], ID: Sanitize(f.ID),
		Severity: Sanitize(f.Severity), Class: severityClass(f.Severity),
		Verdict: Sanitize(f.Verdict), VerdictWords: words(f.Verdict),
		Category: Sanitize(f.Category), CategoryWords: words(f.Category),
		Status: Sanitize(string(f.Status)), StatusWords: words(string(f.Status)), Stage: words(string(f.Stage)),
		Measure: Sanitize(f.Measure), Title: Sanitize(f.Title), Bound: boundItems(f),
	}
	if b.placed[x.Anchor] {
		x.Anchor = b.ids.take("f-", f.ID, f.Document) // a second one of that id in its document
	}
	b.placed[x.Anchor] = true
	if len(c.Passages) > 0 {
		x.Passage = c.Passages[0].Anchor
	}
	for i, l := range f.LegalBasis {
		x.Law = append(x.Law, lawOf(i, len(f.LegalBasis), l))
		for _, e := range l.Exemptions {
			text := Sanitize(e.Label)
			if e.Stated {
				text += " (the text says so: verify)"
			}
			x.Exempt = append(x.Exempt, htmlCondition{Text: text})
		}
	}
	for _, r := range f.Reasoning {
		line := conditionOf(g, c, f, r)
		switch {
		case r.Unknown:
			x.Unstated = append(x.Unstated, line)
		case r.Met:
			x.Met = append(x.Met, line)
		default:
			x.Unmet = append(x.Unmet, line)
		}
	}
	for _, m := range f.Missing {
		x.Missing = append(x.Missing, htmlCondition{Text: words(m)})
	}
	if of := f.CopyOf; of != nil {
		x.CopyOf, x.CopyLink = fmt.Sprintf("%s in %s", Sanitize(of.Finding), Sanitize(b.document(of.Document).Name)), b.finding[*of]
	}
	if f.Suppressed != nil {
		x.Suppressed = Sanitize(suppressedText(f.Suppressed))
	}
	return x
}

// conditionOf is one reason; passages and provisions are named where there is a choice
// of them.
func conditionOf(g group, c *htmlCard, f Finding, r Reason) htmlCondition {
	x := htmlCondition{Text: Sanitize(r.Condition)}
	if r.Effect != "" {
		x.Text += ": " + Sanitize(r.Effect)
	}
	if len(r.Law) < len(f.LegalBasis) {
		var marks []string
		for _, i := range r.Law {
			marks = append(marks, lawMark(i))
		}
		x.Law = strings.Join(marks, " ")
	}
	if len(r.Evidence) < len(g.passages) {
		for _, i := range r.Evidence {
			if i >= 0 && i < len(f.Evidence) {
				x.Passages = append(x.Passages, c.Passages[g.passage(f.Evidence[i])])
			}
		}
	}
	return x
}

func lawOf(i, of int, l LegalBasis) htmlLaw {
	x := htmlLaw{Label: Sanitize(l.Label), Address: addressOf(l.URL), Summary: Sanitize(l.Summary)}
	if of > 1 {
		x.Mark = lawMark(i)
	}
	x.Facts = nonEmpty(known(lawRoleWords, l.Role), known(strengthWords, l.Strength), inForce(l.InForce))
	x.Verification, x.Unsure = known(verificationWords, l.Verification), l.Verification != "primary" && l.Verification != "secondary"
	return x
}

// lawMark is (a), (b) … for provisions: figures in brackets are passages.
func lawMark(i int) string {
	if i < 26 {
		return "(" + string(rune('a'+i)) + ")"
	}
	return fmt.Sprintf("(%d)", i+1)
}

func lawDateText(d Dated) string {
	if d.Date == "" {
		return ""
	}
	return fmt.Sprintf("%s (%s)", Sanitize(d.Date), known(lawDateWords, d.Basis))
}

func boundItems(f Finding) []string {
	var out []string
	for _, b := range f.Bound {
		item := known(boundWords, b.Who)
		if len(b.Countries) == 0 {
			item += " (none named in the text)"
		} else {
			item += ": " + Sanitize(strings.Join(b.Countries, ", "))
		}
		out = append(out, item)
	}
	return out
}

// partiesWithBasis are the parties, and how each was found where the text does not name
// it itself.
func partiesWithBasis(f Finding) []string {
	out := partyWords(f.Parties)
	for i, p := range f.Parties {
		if p.Basis != "" {
			out[i] += " — " + Sanitize(p.Basis)
		}
	}
	return out
}
