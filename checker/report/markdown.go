package report

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/article41/article41/checker/claim"
)

// WriteMarkdown writes r in GitHub's Markdown, for an issue, a pull request or a
// wiki page: a summary, then the documents with their findings by claim, the
// claims set aside, and what was not read. Foreign text is inert: no markup, link,
// mention or reference in it has effect (see markdownText). With o.Quiet the
// claims set aside, the notes and the run are left out.
func WriteMarkdown(w io.Writer, r *Report, o Options) error {
	m := &markdown{newPrinter(w, r, o)}
	m.line("# Article41: flags for human review")
	m.line("")
	m.line("> " + Notice)
	m.line("")
	m.line("**" + markdownText(m.outcome()) + ".**")
	m.counts()
	m.failures()
	document := ""
	for i, g := range groups(m.r.Findings) {
		if i == 0 || g.document != document {
			document = g.document
			m.heading(m.document(document))
		}
		m.group(g)
	}
	if !o.Quiet {
		m.asides()
		m.unread()
		m.stories()
		m.run()
	}
	m.line("")
	m.line("---")
	m.line("")
	if m.hid > 0 {
		m.line(hiddenText(m.hid) + ".")
	}
	m.line(Notice)
	return m.flush()
}

type markdown struct{ *printer }

func (m *markdown) counts() {
	severities, verdicts, statuses := map[string]int{}, map[string]int{}, map[string]int{}
	for _, f := range m.r.Findings {
		severities[f.Severity]++
		verdicts[f.Verdict]++
		statuses[string(f.Status)]++
	}
	n, _ := m.setAside()
	m.line("")
	m.line("| | |")
	m.line("|---|---|")
	row := func(name string, values ...string) {
		m.line("| " + name + " | " + markdownText(strings.Join(values, " · ")) + " |")
	}
	row("Severity", inOrder(severities, Severities, nil)...)
	row("Verdict", inOrder(verdicts, Verdicts, verdictWords)...)
	row("Status", inOrder(statuses, names(claim.Statuses), nil)...)
	row("Claims", fmt.Sprintf("%d found, %d flagged, %d set aside", len(m.r.Claims), len(m.r.Claims)-n, n))
	row("Documents", fmt.Sprintf("%d processed, %d not processed", len(m.r.Documents), len(m.r.Failures)))
	if m.hid > 0 {
		row("Suppressed", hiddenText(m.hid))
	}
}

func (m *markdown) failures() {
	if len(m.r.Failures) == 0 {
		return
	}
	m.line("")
	m.line("## Not processed")
	m.line("")
	for _, f := range m.r.Failures {
		m.line("- " + markdownCode(f.Name) + ": " + markdownText(failureText(f)))
	}
}

func (m *markdown) heading(d *Document) {
	m.line("")
	m.line("## " + markdownCode(d.Name))
	m.line("")
	var facts []string
	if d.Title != "" {
		facts = append(facts, "“"+d.Title+"”")
	}
	facts = append(facts, nonEmpty(d.Outlet)...)
	if d.Published != nil {
		facts = append(facts, "published "+dated(*d.Published))
	}
	facts = append(facts, plural(d.Paragraphs, "paragraph", "paragraphs"), plural(d.Sentences, "sentence", "sentences"))
	if d.MediaType == "text/html" {
		facts = append(facts, "lines count the extracted text")
	}
	facts = append(facts, nonEmpty(m.copyOf(d))...)
	m.line(markdownText(strings.Join(facts, " · ")))
}

// group is one claim: what it says, where, who says so, and each measure.
func (m *markdown) group(g group) {
	f := g.findings[0]
	m.line("")
	m.line("### " + markdownText(strings.Join(messages(g.findings), " ")))
	for i, p := range g.passages {
		said := words(p.Role)
		if i == 0 {
			said = words(string(f.Status))
			if f.Stage != "" {
				said += " · " + words(string(f.Stage))
			}
		}
		m.line("")
		m.line("> " + markdownText(abridge(p.Exact(), 12*m.o.Width)))
		m.line(">")
		m.line("> " + m.at(g.document, p) + " · " + markdownText(said))
	}
	m.line("")
	m.item("Said by", saidBy(f.Attribution))
	m.item("Parties", strings.Join(partyWords(f.Parties), "; "))
	for _, f := range g.findings {
		m.finding(f)
	}
}

// at is where a passage stands.
func (m *markdown) at(document string, p Passage) string {
	at := fmt.Sprintf("%s, line %d, column %d", markdownCode(m.document(document).Name), p.Line, p.Column)
	if p.Paragraph > 0 {
		at += fmt.Sprintf(" (¶%d)", p.Paragraph)
	}
	return at
}

func (m *markdown) item(label, value string) {
	if value != "" {
		m.line("- **" + label + ":** " + markdownText(value))
	}
}

func (m *markdown) finding(f Finding) {
	m.line("")
	m.line("#### " + markdownText(strings.ToUpper(f.Severity)+" · "+words(f.Verdict)+" · "+f.Title))
	m.line("")
	m.line("- **Measure:** " + markdownCode(f.Measure) + " · finding " + markdownCode(f.ID))
	if f.Suppressed != nil {
		m.item("Suppressed", suppressedText(f.Suppressed))
	}
	if f.CopyOf != nil {
		m.item("Repeats", f.CopyOf.Finding+" in "+m.document(f.CopyOf.Document).Name)
	}
	if f.LawDate.Date != "" {
		m.item("Law as of", dated(f.LawDate))
	}
	for _, l := range f.LegalBasis {
		label := markdownText(l.Label)
		if u := lawAddress(l.URL); u != "" {
			label = "[" + label + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", `\`, "%5C", "&", "&amp;").Replace(u) + ">)"
		}
		m.line("- **Law:** " + label + markdownText(", "+strings.Join(nonEmpty(known(lawRoleWords, l.Role), known(strengthWords, l.Strength),
			inForce(l.InForce), known(verificationWords, l.Verification)), ", ")+". "+l.Summary))
	}
	var met, unmet, unstated, lawful []string
	for _, r := range f.Reasoning {
		text := r.Condition
		if r.Effect != "" {
			text += ": " + r.Effect
		}
		switch {
		case r.Unknown:
			unstated = append(unstated, text)
		case r.Met:
			met = append(met, text)
		default:
			unmet = append(unmet, text)
		}
	}
	for _, s := range f.Missing {
		unstated = append(unstated, words(s))
	}
	for _, l := range f.LegalBasis {
		for _, x := range l.Exemptions {
			if x.Stated {
				lawful = append(lawful, x.Label+" (the text says so: verify)")
			} else {
				lawful = append(lawful, x.Label)
			}
		}
	}
	m.items("Why", met)
	m.items("Not met", unmet)
	m.items("Not stated", unstated)
	m.items("May be lawful if", lawful)
}

func (m *markdown) items(label string, values []string) {
	if len(values) == 0 {
		return
	}
	m.line("- **" + label + ":**")
	for _, v := range values {
		m.line("  - " + markdownText(v))
	}
}

// asides are the claims set aside, folded.
func (m *markdown) asides() {
	n, byCode := m.setAside()
	if n == 0 {
		return
	}
	m.fold(fmt.Sprintf("%s set aside, no flag raised: %s", plural(n, "claim", "claims"), tally(byCode)))
	for _, c := range m.r.Claims {
		if c.SetAside == nil {
			continue
		}
		text := words(c.SetAside.Code) + ": " + c.SetAside.Text + " · " + words(string(c.Status)) + " · " + words(c.Activity)
		if len(c.Passages) == 0 {
			m.line("- " + markdownText(text))
			continue
		}
		m.line("- " + m.at(c.Document, c.Passages[0]) + ": " + markdownText(text+": “"+shorten(c.Passages[0].Exact(), 2*conciseQuote)+"”"))
	}
	m.unfold()
}

// unread is what was left out, noted, or claimed without ground.
func (m *markdown) unread() {
	var lines []string
	for _, d := range m.r.Documents {
		for _, b := range d.Dropped {
			text := "left out as " + words(b.Reason)
			if b.Detail != "" {
				text += " (" + b.Detail + ")"
			}
			if b.Suspect {
				text += ", but holds full sentences"
			}
			lines = append(lines, fmt.Sprintf("- %s, line %d: %s", markdownCode(d.Name), b.Line, markdownText(text)))
		}
		for _, n := range d.Notes {
			at := markdownCode(d.Name)
			if n.Line > 0 {
				at += fmt.Sprintf(", line %d", n.Line)
			}
			lines = append(lines, "- "+at+": "+markdownText(n.Message))
		}
	}
	for _, u := range m.r.Ungrounded {
		text := "claim of the extractor rejected, not flagged: " + u.Reason
		if u.Claimed.Quote != "" {
			text += " “" + shorten(u.Claimed.Quote, conciseQuote) + "”"
		}
		lines = append(lines, "- "+markdownCode(m.document(u.Document).Name)+": "+markdownText(text))
	}
	if len(lines) == 0 {
		return
	}
	m.fold("Left out, noted and rejected: " + plural(len(lines), "entry", "entries"))
	for i, l := range lines {
		if i == 5*maxListed {
			m.line(fmt.Sprintf("- and %d more: see the JSON report", len(lines)-i))
			break
		}
		m.line(l)
	}
	m.unfold()
}

func (m *markdown) stories() {
	if len(m.r.Stories) == 0 {
		return
	}
	m.line("")
	m.line("## Stories")
	m.line("")
	for _, s := range m.r.Stories {
		m.line("- " + markdownText(m.storyLine(s)))
	}
}

func (m *markdown) run() {
	r := m.r.Run
	m.fold("Made with")
	m.item("Program", m.r.Tool.Name+" "+m.r.Tool.Version)
	for _, d := range [][2]string{{"Rules", r.RulesSHA256}, {"Policies", r.PoliciesSHA256}, {"Lexicon", r.LexiconSHA256}} {
		if d[1] != "" {
			m.line("- **" + d[0] + ":** " + markdownCode(d[1]))
		}
	}
	m.item("Claims by", strings.TrimPrefix(outside(r.Extractor), "claims by "))
	m.item("Law checked", r.LawCheckedAt)
	m.item("Law as of", r.AsOf)
	m.unfold()
}

func (m *markdown) fold(summary string) {
	m.line("")
	m.line("<details><summary>" + markdownText(summary) + "</summary>")
	m.line("")
}

func (m *markdown) unfold() {
	m.line("")
	m.line("</details>")
}

// markdownText is foreign text on one line of GitHub's Markdown, to be read as it
// stands. Punctuation that Markdown or HTML gives a meaning becomes a character
// reference, which Markdown never reads as syntax. That does not stop what the
// forges do to the finished page (mentions, issue numbers, mail addresses, emoji
// names, formulas): it works on text that is not broken by a tag, so a tag is put
// around the sign that would begin it.
func markdownText(s string) string {
	s = strings.TrimSpace(Sanitize(s))
	var b strings.Builder
	prev, digits := rune(' '), true // digits: all before r, as in the number of a list
	for i, r := range s {
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		if next == utf8.RuneError {
			next = ' '
		}
		switch {
		case begins(s[:i], r, next):
			fmt.Fprintf(&b, "<span>&#%d;</span>", r)
		case r == '-' && wordRune(prev) && wordRune(next), r == ':' && next == ' ':
			b.WriteRune(r) // in dates, names and sentences they mean nothing
		case r < 0x80 && (unicode.IsPunct(r) || unicode.IsSymbol(r)) && !strings.ContainsRune(",;'\"?()./%", r),
			(r == '.' || r == ')') && digits && i > 0,
			r == '/' && i == 0: // a command of GitLab's
			fmt.Fprintf(&b, "&#%d;", r)
		default:
			b.WriteRune(r)
		}
		prev, digits = r, digits && '0' <= r && r <= '9'
	}
	return b.String()
}

// begins reports whether r could begin what a forge looks for in a finished page.
func begins(before string, r, next rune) bool {
	switch r {
	case '$', '@':
		return true
	case '#', '!', '%', '~', '^', '&', ':':
		return wordRune(next) || strings.ContainsRune(`"_-+/`, next)
	case '-':
		return unicode.IsDigit(next) && endsFold(before, "gh") // GH-1
	case '.':
		return endsFold(before, "www")
	}
	return false
}

func endsFold(s, end string) bool {
	return len(s) >= len(end) && strings.EqualFold(s[len(s)-len(end):], end)
}

// markdownCode is foreign text in the letters of code.
func markdownCode(s string) string { return "<code>" + markdownText(s) + "</code>" }
