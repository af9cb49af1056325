package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/article41/article41/checker/claim"
)

// conciseQuote is how many columns of a quote the one-line format shows.
const conciseQuote = 100

// WriteConcise writes one line for each finding, each story of several documents
// and each input that could not be processed, and a closing line:
//
//	file:line:col: severity: verdict: category: measure: "quote" (status; origin)
func WriteConcise(w io.Writer, r *Report, o Options) error {
	p, open := newPrinter(w, r, o), r.reservations()
	for _, f := range p.r.Findings {
		at, quote := "", ""
		if len(f.Evidence) > 0 {
			s, _ := f.Evidence[0].quote()
			at, quote = p.place(f.Document, f.Evidence[0]), clip(Sanitize(s.Exact), conciseQuote)
		}
		said := string(f.Status) + open[claimKey{f.Document, f.Claim}]
		if n := len(f.Attribution); n > 0 {
			said += "; " + f.Attribution[n-1].Name
		}
		if f.Suppressed != nil {
			said += "; suppressed: " + suppressedText(f.Suppressed)
		}
		for i, c := range f.contradictions() {
			said += []string{"; contradicted at line ", ", "}[min(i, 1)] + strconv.Itoa(c.Line)
		}
		if f.CopyOf != nil {
			said += "; repeats " + f.CopyOf.Finding + " in " + p.document(f.CopyOf.Document).Name
		}
		p.line(fmt.Sprintf(`%s: %s: %s: %s: %s: "%s" (%s)`, p.paint(bold, at), p.paint(severityStyle(f.Severity), Sanitize(f.Severity)),
			words(f.Verdict), Sanitize(f.Category), Sanitize(f.Measure), quote, Sanitize(said)))
	}
	if o.ShowAside && !o.Quiet {
		for _, c := range r.Claims {
			if c.SetAside == nil || len(c.Passages) == 0 {
				continue
			}
			s, _ := c.Passages[0].quote()
			p.line(fmt.Sprintf(`%s: set aside: %s: %s: "%s" (%s)`, p.paint(bold, p.place(c.Document, c.Passages[0])),
				words(c.SetAside.Code), Sanitize(c.Category), clip(Sanitize(s.Exact), conciseQuote), Sanitize(string(c.Status))))
		}
	}
	if !o.Quiet {
		for _, s := range r.Stories {
			p.line(p.storyLine(s))
		}
	}
	p.closing()
	return p.flush()
}

// contradictions are the passages, behind the first, that speak against the finding.
func (f *Finding) contradictions() []Passage {
	var out []Passage
	for i, p := range f.Evidence {
		if i > 0 && p.Role == claim.Contradicting {
			out = append(out, p)
		}
	}
	return out
}

// contradictionLines give them in full, one a line, where a format has room for it.
func (f *Finding) contradictionLines() []string {
	var out []string
	for _, p := range f.contradictions() {
		out = append(out, fmt.Sprintf("contradicting passage (line %d): \"%s\"", p.Line, abridge(p.Exact(), 12*conciseQuote)))
	}
	return out
}

// rejected says how many claims of the extractor the article does not bear out.
func rejected(n int) string {
	return plural(n, "claim", "claims") + " of the extractor rejected"
}

// reservations are what the claims of the report keep open: that the act was only tried,
// or that it was read on from a sentence before.
func (r *Report) reservations() map[claimKey]string {
	out := map[claimKey]string{}
	for i := range r.Claims {
		c := &r.Claims[i]
		for _, fact := range []string{claim.ReadOn, claim.Attempted} {
			if c.States(fact) {
				out[claimKey{c.Document, c.ID}] += ", " + words(fact)
			}
		}
	}
	return out
}

// closing ends the concise and the quiet formats: the failures, and one line.
func (p *printer) closing() {
	for _, f := range p.r.Failures {
		p.line(fmt.Sprintf("%s: not processed: %s", p.paint(bold, Sanitize(f.Name)), failureText(f)))
	}
	parts := []string{p.outcome()}
	if n, _ := p.setAside(); n > 0 {
		parts = append(parts, plural(n, "claim", "claims")+" set aside")
	}
	if p.hid > 0 {
		parts = append(parts, hiddenText(p.hid))
	}
	if to := p.r.narrowedTo(); to != "" {
		parts = append(parts, "narrowed to "+to)
	}
	if n := len(p.r.Failures); n > 0 {
		parts = append(parts, plural(n, "input", "inputs")+" not processed")
	}
	p.line(strings.Join(parts, "; ") + ". " + Notice)
}

// hiddenText says how many findings are suppressed: they must not vanish in silence.
func hiddenText(n int) string {
	return plural(n, "finding", "findings") + " suppressed by waivers or a baseline"
}

// suppressed says so, and how to see them.
func (p *printer) suppressed() string {
	if p.o.ShowSuppressed {
		return hiddenText(p.hid) + ", listed above"
	}
	return hiddenText(p.hid) + "; --show-suppressed lists them"
}

// suppressedText says by whom and why a finding is suppressed.
func suppressedText(s *Suppression) string {
	if s.Kind == SuppressedByBaseline {
		return "in the baseline"
	}
	text := "waived: " + s.Reason
	if s.Owner != "" {
		text += " (" + s.Owner + ", approved by " + s.Approver + ", until " + s.Expires + ")"
	}
	return text
}

// failureText is the error without the input's name, with which most begin and
// which stands before it anyway.
func failureText(f Failure) string {
	return Sanitize(strings.TrimPrefix(f.Error, f.Name+": "))
}
