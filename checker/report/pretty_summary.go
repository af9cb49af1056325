package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/article41/article41/checker/claim"
)

// maxListed bounds the notes and suspect blocks a summary lists; it says how
// many more there are, and JSON has them all.
const maxListed = 20

// verdictWords explain each verdict beside its count.
var verdictWords = map[string]string{
	BreachIndicated:  "breach indicated",
	BreachPossible:   "breach possible",
	Watch:            "watch (if carried out)",
	ExemptIfVerified: "exempt if verified",
	Counterclaim:     "counterclaim (a denial)",
	Mention:          "mention (names a listed party)",
}

func (p *printer) summary() {
	severities, verdicts, statuses := p.tallies()
	p.rule("Summary")
	p.line("")
	p.line(strings.Repeat(" ", indent) + p.paint(bold, p.outcome()))
	p.line("")
	p.field("Severity", []entry{{items: inOrder(severities, Severities, nil)}})
	p.field("Verdict", []entry{{items: inOrder(verdicts, Verdicts, verdictWords)}})
	p.field("Status", []entry{{items: inOrder(statuses, names(claim.Statuses), nil)}})
	if p.hid > 0 {
		p.field("Suppressed", []entry{{text: p.suppressed()}})
	}
	p.field("Claims", []entry{{text: p.claimCounts()}})
	p.screened()
	p.ungrounded()
	p.documents()
	p.stories()
	p.scope()
	p.leftOut()
	p.notes()
	p.run()
	p.line("")
	p.paragraph(Notice, bold)
}

// scope says what the report does not hold: what it was narrowed away from, and copies
// among merged runs.
func (p *printer) scope() {
	if narrowed := p.r.narrowedTo(); narrowed != "" {
		p.field("Narrowed to", []entry{{text: narrowed}})
	}
	if within := p.r.copiesWithin(); within != "" {
		p.field("Copies", []entry{{text: within}})
	}
}

// inOrder lists counts in the order of keys, zeros too, and then what is not
// among the keys.
func inOrder(counts map[string]int, keys []string, table map[string]string) []string {
	var parts []string
	others := map[string]int{}
	for k, n := range counts {
		if !slices.Contains(keys, k) {
			others[k] = n
		}
	}
	for _, k := range keys {
		parts = append(parts, fmt.Sprintf("%s %d", known(table, k), counts[k]))
	}
	if len(others) > 0 {
		parts = append(parts, tally(others))
	}
	return parts
}

func (p *printer) claimCounts() string {
	n, byCode := p.setAside()
	text := fmt.Sprintf("%d found, %d flagged, %d set aside", len(p.r.Claims), len(p.r.Claims)-n, n)
	if n > 0 {
		text += " (" + tally(byCode) + ")"
	}
	return text
}

// ungrounded lists what an extractor outside of the program claimed and the
// article does not bear out, with the reason.
func (p *printer) ungrounded() {
	var entries []entry
	for _, u := range p.r.Ungrounded {
		at := Sanitize(p.document(u.Document).Name)
		what := words(strings.Join(nonEmpty(u.Claimed.Status, u.Claimed.Activity), " "))
		if what == "" {
			what = "a claim"
		}
		quote := ""
		if u.Claimed.Quote != "" {
			quote = ", “" + clip(Sanitize(u.Claimed.Quote), conciseQuote) + "”"
		}
		entries = append(entries, entry{mark: "! ", text: at + ": " + what + quote + ": " + Sanitize(u.Reason)})
	}
	if len(entries) == 0 {
		return
	}
	head := entry{text: plural(len(entries), "claim", "claims") + " of the extractor rejected, not flagged"}
	p.field("Ungrounded", append([]entry{head}, capped(entries)...))
}

func (p *printer) documents() {
	text := fmt.Sprintf("%d processed, %d not processed", len(p.r.Documents), len(p.r.Failures))
	entries := []entry{{text: text}}
	for _, f := range p.r.Failures {
		entries = append(entries, entry{mark: "! ", text: Sanitize(f.Name) + ": " + failureText(f)})
	}
	p.field("Documents", entries)
}

// leftOut counts the blocks that were not read for claims, and lists those
// that look as if they should have been.
func (p *printer) leftOut() {
	total, byReason := 0, map[string]int{}
	var suspects []entry
	for _, d := range p.r.Documents {
		for _, b := range d.Dropped {
			total++
			byReason[b.Reason]++
			if b.Suspect {
				text := fmt.Sprintf("%s:%d: left out as %s, but holds full sentences", Sanitize(d.Name), b.Line, words(b.Reason))
				if b.Detail != "" {
					text += " (" + Sanitize(b.Detail) + ")"
				}
				suspects = append(suspects, entry{mark: "! ", text: text})
			}
		}
	}
	text := "no block"
	if total > 0 {
		text = plural(total, "block", "blocks") + ": " + tally(byReason)
	}
	p.field("Left out", append([]entry{{text: text}}, capped(suspects)...))
}

// noteSuspect is the note that goes with a suspect block, which leftOut shows.
const noteSuspect = "suspect_boilerplate"

func (p *printer) notes() {
	var entries []entry
	for _, d := range p.r.Documents {
		for _, n := range d.Notes {
			shown := slices.ContainsFunc(d.Dropped, func(b DroppedBlock) bool { return b.Suspect && b.Line == n.Line })
			if n.Code == noteSuspect && shown {
				continue
			}
			at := Sanitize(d.Name)
			if n.Line > 0 {
				at = fmt.Sprintf("%s:%d", at, n.Line)
			}
			entries = append(entries, entry{mark: "! ", text: at + ": " + Sanitize(n.Message)})
		}
	}
	p.field("Notes", capped(entries))
}

func capped(entries []entry) []entry {
	if len(entries) <= maxListed {
		return entries
	}
	more := fmt.Sprintf("and %d more: see the JSON report", len(entries)-maxListed)
	return append(slices.Clip(entries[:maxListed]), entry{text: more})
}

// run says what the result depends on, short enough to compare by eye.
func (p *printer) run() {
	r := p.r.Run
	digest := func(name, sum string) string {
		if sum == "" {
			return ""
		}
		return name + " " + Sanitize(head(sum, 12))
	}
	p.field("Made with", []entry{{items: nonEmpty(Sanitize(p.r.Tool.Name+" "+p.r.Tool.Version), digest("rules", r.RulesSHA256),
		digest("policies", r.PoliciesSHA256), digest("lexicon", r.LexiconSHA256), outside(r.Extractor))}})
	text := Sanitize(r.LawCheckedAt) + " (last compared with its sources)"
	if r.AsOf != "" {
		text += "; applied as of " + Sanitize(r.AsOf)
	}
	p.field("Law checked", []entry{{text: text}})
}

// outside names an extractor that is not the program's own.
func outside(x *Extractor) string {
	if x == nil || x.Name == "builtin" {
		return ""
	}
	text := "claims by " + strings.Join(nonEmpty(x.Name, x.Program, x.Model), " ")
	if x.PromptSHA256 != "" {
		text += " (prompt " + head(x.PromptSHA256, 12) + ")"
	}
	return Sanitize(text)
}
