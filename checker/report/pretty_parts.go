package report

import (
	"fmt"
	"strings"

	"github.com/article41/article41/checker/claim"
)

// entry is one item under a label.
type entry struct {
	mark  string // bullet; following lines are indented by its width
	text  string
	style style    // of text
	items []string // listed after text, with dots between
	more  string   // a paragraph after that
}

// field writes a label and its entries beside it; nothing without entries.
func (p *printer) field(label string, entries []entry) {
	margin := strings.Repeat(" ", indent)
	for i, e := range entries {
		left := strings.Repeat(" ", labelColumn)
		if i == 0 {
			left = p.paint(faint, pad(label, labelColumn))
		}
		width := p.o.Width - indent - labelColumn - displayWidth(e.mark)
		var lines []string
		if e.text != "" {
			for _, l := range wrap(e.text, width) {
				lines = append(lines, p.paint(e.style, l))
			}
		}
		lines = append(lines, wrapItems(e.items, width)...)
		if e.more != "" {
			lines = append(lines, wrap(e.more, width)...)
		}
		mark := e.mark
		for _, l := range lines {
			p.line(margin + left + mark + l)
			left, mark = strings.Repeat(" ", labelColumn), strings.Repeat(" ", displayWidth(e.mark))
		}
	}
}

// paragraph writes wrapped text in the body's indentation.
func (p *printer) paragraph(text string, st style) {
	for _, l := range wrap(text, p.o.Width-indent) {
		p.line(strings.Repeat(" ", indent) + p.paint(st, l))
	}
}

// saidBy reads the chain of sources from the outermost to the origin.
func saidBy(chain []claim.Source) string {
	if len(chain) == 0 {
		return "the article itself; no source is named"
	}
	links := make([]string, 0, len(chain))
	for _, s := range chain {
		links = append(links, fmt.Sprintf("%s (%s)", Sanitize(s.Name), words(s.Kind)))
	}
	return strings.Join(links, " → ")
}

func partyWords(parties []claim.Party) []string {
	var out []string
	for _, party := range parties {
		who := strings.Join(nonEmpty(Sanitize(party.Name), bracketed(party.Country, party.Name)), " ")
		out = append(out, strings.Join(nonEmpty(words(party.Role), who+listedAs(party)), ": "))
	}
	return out
}

// listedAs says which list entry the party is, and how sure that is.
func listedAs(p claim.Party) string {
	if p.Listed == "" {
		return ""
	}
	entry := Sanitize(p.Listed)
	switch p.Match {
	case claim.MatchName:
		return " [has the name of list entry " + entry + "]"
	case claim.MatchPossible:
		return " [possibly list entry " + entry + "]"
	}
	return " [list entry " + entry + "]"
}

// bracketed puts a country code in brackets after a name.
func bracketed(country, name string) string {
	if country == "" || name == "" {
		return Sanitize(country)
	}
	return "(" + Sanitize(country) + ")"
}

func nonEmpty(parts ...string) []string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// known is the table's words for a key, or the key itself.
func known(table map[string]string, key string) string {
	if w, ok := table[key]; ok {
		return w
	}
	return words(key)
}

// asides list the claims that gave no finding: a reader must be able to see
// that a passage was read, and why it was let go.
func (p *printer) asides() {
	n, _ := p.setAside()
	if n == 0 {
		return
	}
	p.rule(fmt.Sprintf("Set aside: %s, no flag raised", plural(n, "claim", "claims")))
	p.line("")
	// One reason often holds for many passages: it is given once, above them.
	var reasons []SetAside
	claims := map[SetAside][]*Claim{}
	for i := range p.r.Claims {
		c := &p.r.Claims[i]
		if c.SetAside == nil {
			continue
		}
		if claims[*c.SetAside] == nil {
			reasons = append(reasons, *c.SetAside)
		}
		claims[*c.SetAside] = append(claims[*c.SetAside], c)
	}
	for _, reason := range reasons {
		p.paragraph(words(reason.Code)+": "+Sanitize(reason.Text), plain)
		for _, c := range claims[reason] {
			p.aside(c)
		}
		p.line("")
	}
}

// aside is one claim set aside: where, what and the passage.
func (p *printer) aside(c *Claim) {
	margin := strings.Repeat(" ", 2*indent)
	head := ""
	if len(c.Passages) > 0 {
		head = p.paint(bold, p.place(c.Document, c.Passages[0]))
		if at := c.Passages[0].Paragraph; at > 0 {
			head += fmt.Sprintf(" (¶%d)", at)
		}
		head += " · "
	}
	p.line(margin + head + words(string(c.Status)) + " · " + words(c.Activity))
	if len(c.Passages) > 0 {
		quote, _ := c.Passages[0].quote()
		p.line(margin + p.paint(faint, "“"+clip(Sanitize(quote.Exact), p.o.Width-2*indent-4)+"”"))
	}
}
