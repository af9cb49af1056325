package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
)

// WriteMarkdown writes r in GitHub's Markdown, for an issue, a pull request or a
// wiki page: a summary and what was not read, then the documents with their findings by
// claim, and folded the claims set aside, the notes, all documents and the run. Foreign
// text is inert: no markup, link, mention or reference in it has effect (see
// markdownText). With o.Quiet what is folded is left out.
func WriteMarkdown(w io.Writer, r *Report, o Options) error {
	m := &markdown{newPrinter(w, r, o), r}
	m.line("# Article41: flags for human review")
	m.line("")
	m.line("> " + Notice)
	m.line("")
	m.line("**" + markdownText(m.outcome()) + ".**")
	m.counts()
	m.failures()
	m.notRead()
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
		m.documentList()
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

type markdown struct {
	*printer
	all *Report // with the suppressed findings
}

func (m *markdown) counts() {
	severities, verdicts, statuses := m.tallies()
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
	if to := m.r.narrowedTo(); to != "" {
		row("Narrowed to", to)
	}
	if within := m.r.copiesWithin(); within != "" {
		row("Copies", within)
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

// notRead lists the parts of documents that were not read, all of them: nothing can be
// flagged there.
func (m *markdown) notRead() {
	first := true
	for _, d := range m.r.Documents {
		for _, n := range d.Notes {
			if n.Code != article.NoteNotRead {
				continue
			}
			if first {
				first = false
				m.line("")
				m.line("## Not read")
				m.line("")
			}
			m.line(m.note(&d, n))
		}
	}
}

func (m *markdown) note(d *Document, n Note) string {
	at := markdownCode(d.Name)
	if n.Line > 0 {
		at += fmt.Sprintf(", line %d", n.Line)
	}
	return "- " + at + ": " + markdownText(n.Message)
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
	m.item("Binds", strings.Join(boundItems(f), " · "))
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

// unread is what was noted, claimed without ground, or left out, the gravest first. What
// was left out and looks like what is always left out is cut when it is much.
func (m *markdown) unread() {
	var lines, suspect, other []string
	for _, d := range m.r.Documents {
		for _, n := range d.Notes {
			if n.Code != article.NoteNotRead { // those stand above the findings
				lines = append(lines, m.note(&d, n))
			}
		}
		for _, b := range d.Dropped {
			line := fmt.Sprintf("- %s, line %d: %s", markdownCode(d.Name), b.Line, markdownText(leftOutText(b)))
			if b.Suspect {
				suspect = append(suspect, line)
			} else {
				other = append(other, line)
			}
		}
	}
	for _, u := range m.r.Ungrounded {
		text := "claim of the extractor rejected, not flagged: " + u.Reason
		if u.Claimed.Quote != "" {
			text += " “" + shorten(u.Claimed.Quote, conciseQuote) + "”"
		}
		lines = append(lines, "- "+markdownCode(m.document(u.Document).Name)+": "+markdownText(text))
	}
	lines = append(lines, suspect...)
	n := len(lines) + len(other)
	if n == 0 {
		return
	}
	if room := max(0, 5*maxListed-len(lines)); len(other) > room {
		other = append(other[:room], fmt.Sprintf("- and %s more left out: see the JSON report", plural(len(other)-room, "block", "blocks")))
	}
	m.fold("Noted, rejected and left out: " + plural(n, "entry", "entries"))
	for _, l := range append(lines, other...) {
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

// documentList names all documents, also those without a finding: that nothing was
// flagged in a text is a result, too, and the digest says in which text.
func (m *markdown) documentList() {
	if len(m.all.Documents) == 0 {
		return
	}
	counts, hidden := map[string]int{}, map[string]int{}
	for _, f := range m.all.Findings {
		if f.Suppressed == nil {
			counts[f.Document]++
		} else {
			hidden[f.Document]++
		}
	}
	m.fold("All documents: " + strconv.Itoa(len(m.all.Documents)))
	for _, d := range m.all.Documents {
		var facts []string
		if d.Title != "" {
			facts = append(facts, "“"+d.Title+"”")
		}
		if d.Published != nil {
			facts = append(facts, "published "+dated(*d.Published))
		}
		facts = append(facts, plural(counts[d.ID], "finding", "findings"))
		if n := hidden[d.ID]; n > 0 {
			facts = append(facts, strconv.Itoa(n)+" suppressed")
		}
		m.line("- " + markdownCode(d.Name) + ": " + markdownText(strings.Join(facts, " · ")) + " · text SHA-256 " + markdownCode(d.TextSHA256))
	}
	m.unfold()
}

func (m *markdown) run() {
	r := m.r.Run
	m.fold("Made with")
	m.item("Program", m.r.Tool.Name+" "+m.r.Tool.Version)
	for _, d := range [][2]string{{"Rules", r.RulesSHA256}, {"Policies", r.PoliciesSHA256}, {"Lexicon", r.LexiconSHA256}, {"Waivers", r.WaiversSHA256}, {"Baseline", r.BaselineSHA256}} {
		if d[1] != "" {
			m.line("- **" + d[0] + ":** " + markdownCode(d[1]))
		}
	}
	m.item("Claims by", strings.TrimPrefix(outside(r.Extractor), "claims by "))
	m.item("Names", m.r.screening())
	m.items("Names with a match", m.r.allMatchedNames())
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
// around the sign that would begin it. Seven hexadecimal digits in a row could be a
// commit: tags stand within them.
func markdownText(s string) string {
	s = strings.TrimSpace(Sanitize(s))
	var b strings.Builder
	prev, digits := rune(' '), true // digits: all before r, as in the number of a list
	run, end := 0, 0                // of hexadecimal digits: where it begins and ends in s
	for i, r := range s {
		if i >= end {
			run, end = i, i+hexDigits(s[i:])
		}
		if n := i - run; end-run > commitDigits && n > 0 && n%commitDigits == 0 {
			b.WriteString([]string{"</span>", "<span>"}[n/commitDigits%2])
		}
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
		if n := i + 1 - run; i+1 == end && end-run > commitDigits && (n-1)/commitDigits%2 == 1 {
			b.WriteString("</span>")
		}
	}
	return b.String()
}

// commitDigits are so many digits that they are not yet taken for a commit.
const commitDigits = 6

// hexDigits is the length of the run of hexadecimal digits that s begins with; 1 for
// none, so that a run is never looked at twice.
func hexDigits(s string) int {
	n := 0
	for n < len(s) && strings.IndexByte("0123456789abcdefABCDEF", s[n]) >= 0 {
		n++
	}
	return max(1, n)
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
