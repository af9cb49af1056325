package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Measures of the page: body text is indented under a finding's headline, and
// labels stand in a column of their own.
const (
	indent      = 2
	labelColumn = 18
	widestWord  = 20 // of a verdict
)

// What the closed words of the report mean, for readers.
var (
	verificationWords = map[string]string{
		"primary":   "paragraph seen in the text itself",
		"secondary": "paragraph number confirmed by another source",
		"inferred":  "paragraph number inferred, not seen",
		"memory":    "paragraph number not yet verified",
	}
	strengthWords = map[string]string{
		"decides":     "decides",
		"conditional": "decides, under a condition",
		"calls_upon":  "calls upon (not binding in itself)",
	}
	lawRoleWords = map[string]string{
		"obligation": "",
		"extends":    "extends it",
		"clarifies":  "clarifies it",
		"replaced":   "since replaced",
		"exemption":  "exemption",
		"context":    "context",
	}
	boundWords = map[string]string{
		BoundTarget:  "the sanctioned State",
		BoundMembers: "other States",
	}
	basisWords = map[string]string{
		"flag":    "given by the user",
		"meta":    "page metadata",
		"json-ld": "page metadata",
		"time":    "time mark of the page",
		"url":     "address of the page",
		"byline":  "date stamp",
		"caption": "picture caption",
	}
)

// WritePretty writes the report for a person: each claim with the measures it
// falls under, the passage where it stands, who says so, the law and the
// reasons; then the claims set aside, and a summary.
func WritePretty(w io.Writer, r *Report, o Options) error {
	p := newPrinter(w, r, o)
	document := ""
	for i, g := range groups(p.r.Findings) {
		if g.document != document || i == 0 {
			document = g.document
			p.documentRule(p.document(document))
		}
		p.group(g)
	}
	if o.Quiet {
		p.closing()
		return p.flush()
	}
	if o.ShowAside {
		p.asides()
	}
	p.summary()
	return p.flush()
}

// group is the findings about one claim, gravest first.
type group struct {
	document, claim string
	findings        []Finding
	passages        []Passage          // of all of them, each once
	at              map[passageKey]int // indexes of passages
}

// passageKey is what makes two passages of a claim the same.
type passageKey struct {
	line, column int
	role, exact  string
}

func (p Passage) key() passageKey { return passageKey{p.Line, p.Column, p.Role, p.Exact()} }

// groups gathers findings by claim, in the order in which claims first occur.
func groups(findings []Finding) []group {
	var out []group
	at := map[claimKey]int{}
	for _, f := range findings {
		key := claimKey{f.Document, f.Claim}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, group{document: f.Document, claim: f.Claim, at: map[passageKey]int{}})
		}
		g := &out[i]
		g.findings = append(g.findings, f)
		for _, p := range f.Evidence {
			if g.passage(p) < 0 {
				g.at[p.key()] = len(g.passages)
				g.passages = append(g.passages, p)
			}
		}
	}
	// A document's groups stand together even if its claims did not.
	first := map[string]int{}
	for i, g := range out {
		if _, ok := first[g.document]; !ok {
			first[g.document] = i
		}
		slices.SortStableFunc(g.findings, func(a, b Finding) int {
			return cmp.Compare(slices.Index(Severities, a.Severity), slices.Index(Severities, b.Severity))
		})
	}
	slices.SortStableFunc(out, func(a, b group) int { return first[a.document] - first[b.document] })
	return out
}

// passage is the index of a passage among the group's, or -1.
func (g *group) passage(p Passage) int {
	if i, ok := g.at[p.key()]; ok {
		return i
	}
	return -1
}

// rule writes a heading over the whole width.
func (p *printer) rule(title string) {
	title = clip(title, p.o.Width-6)
	p.line(p.paint(bold, "── "+title+" ") + p.paint(faint, strings.Repeat("─", max(2, p.o.Width-displayWidth(title)-4))))
}

func (p *printer) documentRule(d *Document) {
	p.rule(Sanitize(d.Name))
	var facts []string
	if d.Title != "" {
		facts = append(facts, "“"+Sanitize(d.Title)+"”")
	}
	if d.Outlet != "" {
		facts = append(facts, Sanitize(d.Outlet))
	}
	if d.Published != nil {
		facts = append(facts, fmt.Sprintf("published %s", dated(*d.Published)))
	}
	facts = append(facts, plural(d.Paragraphs, "paragraph", "paragraphs"), plural(d.Sentences, "sentence", "sentences"))
	if of := p.copyOf(d); of != "" {
		facts = append(facts, of)
	}
	if n := len(d.Dropped); n > 0 {
		facts = append(facts, plural(n, "block", "blocks")+" left out")
	}
	for _, l := range wrapItems(facts, p.o.Width-3) {
		p.line("   " + p.paint(faint, l))
	}
	p.line("")
}

func (p *printer) group(g group) {
	p.headlines(g)
	f := g.findings[0]
	for i, message := range messages(g.findings) {
		if i == 0 {
			p.line("")
		}
		p.paragraph(message, plain)
	}
	for i, passage := range g.passages {
		p.passage(g, i, passage)
	}
	p.line("")
	p.repeated(g)
	p.field("Said by", []entry{{text: saidBy(f.Attribution)}})
	if parties := partyWords(f.Parties); len(parties) > 0 {
		p.field("Parties", []entry{{items: parties}})
	}
	oneDate := !slices.ContainsFunc(g.findings, func(other Finding) bool { return other.LawDate != f.LawDate })
	if oneDate {
		p.lawDate(f)
	}
	for _, f := range g.findings {
		if len(g.findings) > 1 {
			p.line("")
			p.paragraph("["+Sanitize(f.Measure)+"]", bold)
		}
		if !oneDate {
			p.lawDate(f)
		}
		p.bound(f)
		p.law(f)
		p.reasons(g, f)
	}
	p.line("")
}

// headlines name each measure the claim falls under.
func (p *printer) headlines(g group) {
	verdictColumn := 0
	for _, f := range g.findings {
		verdictColumn = max(verdictColumn, displayWidth(clip(words(f.Verdict), widestWord))+2)
	}
	for _, f := range g.findings {
		severity := pad(clip(strings.ToUpper(Sanitize(f.Severity)), 9), 10)
		verdict := pad(clip(words(f.Verdict), widestWord), verdictColumn)
		margin := displayWidth(severity) + displayWidth(verdict)
		ids := "[" + Sanitize(f.Measure) + "] " + Sanitize(f.ID)
		lines := wrap(Sanitize(f.Title), max(20, p.o.Width-margin))
		last := len(lines) - 1
		for i, l := range lines {
			end := ""
			if i == last && margin+displayWidth(l)+2+displayWidth(ids) <= p.o.Width {
				end, ids = "  "+p.paint(faint, ids), ""
			}
			if i == 0 {
				p.line(p.paint(severityStyle(f.Severity), severity) + verdict + p.paint(bold, l) + end)
			} else {
				p.line(strings.Repeat(" ", margin) + p.paint(bold, l) + end)
			}
		}
		if f.Suppressed != nil {
			ids = strings.TrimSpace(ids + " suppressed: " + Sanitize(suppressedText(f.Suppressed)))
		}
		if ids != "" {
			for _, l := range wrap(ids, p.o.Width-margin) {
				p.line(strings.Repeat(" ", margin) + p.paint(faint, l))
			}
		}
	}
}

// messages are the findings' sentences, each once: they mostly agree.
func messages(findings []Finding) []string {
	var out []string
	for _, f := range findings {
		if m := Sanitize(f.Message); m != "" && !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	return out
}

// passage shows one passage where it stands, underlined.
func (p *printer) passage(g group, i int, at Passage) {
	p.line("")
	f := g.findings[0]
	doc := p.document(g.document)
	head := p.paint(bold, p.place(g.document, at))
	if doc.MediaType == "text/html" {
		head += " of the extracted text" // an editor's line 12 is not this one
	}
	if at.Paragraph > 0 {
		head += fmt.Sprintf(" (¶%d)", at.Paragraph)
	}
	if i == 0 {
		head += " · " + words(string(f.Status))
		if f.Stage != "" {
			head += " · " + words(string(f.Stage))
		}
	} else {
		head += " · " + words(at.Role)
	}
	if len(g.passages) > 1 {
		head = fmt.Sprintf("P%d ", i+1) + head
	}
	p.line(strings.Repeat(" ", indent) + head)

	number := fmt.Sprintf("%5d", at.Line)
	gutter := len(number) + len(" | ")
	before, quote, after := surroundings(at, p.o.Sources[g.document])
	for n, row := range excerpt(before, quote, after, p.o.Width-gutter) {
		if n > 0 {
			number = strings.Repeat(" ", len(number))
		}
		p.line(p.paint(faint, number+" │ ") + row.text)
		if row.to > row.from {
			p.line(p.paint(faint, strings.Repeat(" ", len(number))+" │ ") + strings.Repeat(" ", row.from) +
				p.paint(severityStyle(f.Severity), strings.Repeat("^", row.to-row.from)))
		}
	}
}

func (p *printer) lawDate(f Finding) {
	if f.LawDate.Date != "" {
		p.field("Law as of", []entry{{text: dated(f.LawDate)}})
	}
}

// dated is a date with what it rests on.
func dated(d Dated) string {
	return fmt.Sprintf("%s (%s)", Sanitize(d.Date), known(basisWords, d.Basis))
}

// bound names the States that the measure binds, as far as the text names them.
func (p *printer) bound(f Finding) {
	var items []string
	for _, b := range f.Bound {
		item := known(boundWords, b.Who)
		if len(b.Countries) == 0 {
			item += " (none named in the text)"
		} else {
			item += ": " + Sanitize(strings.Join(b.Countries, ", "))
		}
		items = append(items, item)
	}
	if len(items) > 0 {
		p.field("Binds", []entry{{items: items}})
	}
}

// law lists the provisions, numbered when there are several so that reasons
// can point at them.
func (p *printer) law(f Finding) {
	var entries []entry
	for i, l := range f.LegalBasis {
		e := entry{text: Sanitize(l.Label), style: bold}
		if len(f.LegalBasis) > 1 {
			e.mark = fmt.Sprintf("[%d] ", i+1)
		}
		e.items = nonEmpty(known(lawRoleWords, l.Role), known(strengthWords, l.Strength), inForce(l.InForce),
			known(verificationWords, l.Verification))
		e.more = Sanitize(l.Summary)
		entries = append(entries, e)
	}
	p.field("Law", entries)
}

func inForce(f InForce) string {
	if f.Until != "" {
		return fmt.Sprintf("in force %s to %s", Sanitize(f.From), Sanitize(f.Until))
	}
	return "in force since " + Sanitize(f.From)
}

// reasons prints what was met, what was not, what the text does not say, and
// what would make the act lawful.
func (p *printer) reasons(g group, f Finding) {
	var met, unmet, unstated, exempt []entry
	for _, r := range f.Reasoning {
		text := Sanitize(r.Condition)
		if r.Effect != "" {
			text += ": " + Sanitize(r.Effect)
		}
		text += references(g, f, r)
		switch {
		case r.Unknown:
			unstated = append(unstated, entry{mark: "? ", text: text})
		case r.Met:
			met = append(met, entry{mark: "+ ", text: text})
		default:
			unmet = append(unmet, entry{mark: "- ", text: text})
		}
	}
	for _, m := range f.Missing {
		unstated = append(unstated, entry{mark: "? ", text: words(m)})
	}
	for _, l := range f.LegalBasis {
		for _, x := range l.Exemptions {
			text := Sanitize(x.Label)
			if x.Stated {
				text += " (the text says so: verify)"
			}
			exempt = append(exempt, entry{mark: "· ", text: text})
		}
	}
	p.field("Why", met)
	p.field("Not met", unmet)
	p.field("Not stated", unstated)
	p.field("May be lawful if", exempt)
}

// references point from a reason to provisions and passages, where there is a
// choice of them.
func references(g group, f Finding, r Reason) string {
	var refs []string
	text := ""
	if len(r.Law) < len(f.LegalBasis) {
		for _, i := range r.Law {
			text += fmt.Sprintf(" [%d]", i+1)
		}
	}
	if len(r.Evidence) < len(g.passages) {
		for _, i := range r.Evidence {
			if i >= 0 && i < len(f.Evidence) {
				refs = append(refs, fmt.Sprintf("P%d", g.passage(f.Evidence[i])+1))
			}
		}
	}
	if len(refs) > 0 {
		text += " (" + strings.Join(refs, ", ") + ")"
	}
	return text
}
