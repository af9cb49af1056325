package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/article41/article41/checker/article"
)

// WriteGitHub writes r as workflow commands, which GitHub Actions shows as
// annotations on the run and beside the lines of a pull request: one for each
// finding, in the report's order, then the inputs that could not be processed, and
// a notice that sums up.
//
// Parts of documents that were not read are errors, too.
//
//	::error file=articles/a.txt,line=3,col=13,endLine=3,endColumn=88,title=…::message
//
// Lines and columns count from 1, columns code points; endColumn is that of the
// last character. Columns are left out where a passage has several lines: they
// hold within one line only. For HTML there is no line at all, since those of the
// report count the extracted text.
//
// Suppressed findings are notices when o.ShowSuppressed is set, else only counted.
func WriteGitHub(w io.Writer, r *Report, o Options) error {
	p := newPrinter(io.Discard, r, o)
	g := &githubWriter{bufio.NewWriter(w)}
	for i := range p.r.Findings {
		g.finding(p, &p.r.Findings[i])
	}
	for _, f := range p.r.Failures {
		g.command("error", append(fileProperty(f.Name), property{"title", "Not processed"}), Sanitize(f.Name)+": "+failureText(f))
	}
	for i := range p.r.Documents {
		g.unread(&p.r.Documents[i])
	}
	closing := []string{p.outcome()}
	if n, _ := p.setAside(); n > 0 {
		closing = append(closing, plural(n, "claim", "claims")+" set aside")
	}
	if p.hid > 0 {
		closing = append(closing, hiddenText(p.hid))
	}
	if n := len(p.r.Failures); n > 0 {
		closing = append(closing, plural(n, "input", "inputs")+" not processed")
	}
	if n := len(p.r.Ungrounded); n > 0 {
		closing = append(closing, rejected(n))
	}
	g.command("notice", []property{{"title", "Article41"}}, strings.Join(closing, "; ")+". "+Notice)
	if err := g.w.Flush(); err != nil {
		return fmt.Errorf("writing the GitHub annotations: %w", err)
	}
	return nil
}

type githubWriter struct{ w *bufio.Writer }

type property struct{ name, value string }

// unread says what of a document was not read: nothing can be flagged there.
func (g *githubWriter) unread(d *Document) {
	for _, n := range d.Notes {
		if n.Code != article.NoteNotRead {
			continue
		}
		properties := fileProperty(d.Name)
		if n.Line > 0 && d.MediaType != "text/html" && len(properties) > 0 {
			properties = append(properties, property{"line", strconv.Itoa(n.Line)})
		}
		g.command("error", append(properties, property{"title", "Not read"}), Sanitize(d.Name)+": "+n.Message)
	}
}

func (g *githubWriter) finding(p *printer, f *Finding) {
	d := p.document(f.Document)
	level := githubLevel(f.Severity)
	// The sentence names the source, the status and what is kept open.
	lines := []string{strings.TrimSuffix(f.Message, ".") + ". Flag for review: " + words(f.Verdict) + "."}
	properties := fileProperty(d.Name)
	if len(f.Evidence) > 0 {
		at := f.Evidence[0]
		quote := at.Exact()
		if d.MediaType == "text/html" {
			lines = append(lines, fmt.Sprintf("Line %d, column %d of the extracted text:", at.Line, at.Column))
		} else if len(properties) > 0 {
			properties = append(properties, linesAndColumns(at, quote)...)
		}
		lines = append(lines, "\""+abridge(quote, 12*conciseQuote)+"\"")
	}
	lines = append(lines, f.contradictionLines()...)
	var law []string
	for _, l := range f.LegalBasis {
		law = append(law, l.Label+" ("+known(verificationWords, l.Verification)+")")
	}
	lines = append(lines, "Law: "+strings.Join(law, "; "))
	if f.CopyOf != nil {
		lines = append(lines, "Repeats "+f.CopyOf.Finding+" in "+p.document(f.CopyOf.Document).Name)
	}
	if f.Suppressed != nil {
		level = "notice"
		lines = append(lines, "Suppressed: "+suppressedText(f.Suppressed))
	}
	title := fmt.Sprintf("%s: %s [%s]", f.Severity, f.Title, f.Measure)
	g.command(level, append(properties, property{"title", title}), append(lines, f.ID+". "+Notice)...)
}

// githubLevel is the command for a severity; one that is not known counts as the
// gravest.
func githubLevel(severity string) string {
	switch severity {
	case "medium":
		return "warning"
	case "low", "info":
		return "notice"
	}
	return "error"
}

// fileProperty names the file of an input. Standard input is none.
func fileProperty(name string) []property {
	if name == "-" || name == "" {
		return nil
	}
	return []property{{"file", name}}
}

func linesAndColumns(p Passage, quote string) []property {
	if p.Line < 1 {
		return nil
	}
	endLine, behind := passageEnd(p, quote)
	out := []property{{"line", strconv.Itoa(p.Line)}}
	if endLine == p.Line && p.Column > 0 && utf8.RuneCountInString(quote) > 0 {
		out = append(out, property{"col", strconv.Itoa(p.Column)}, property{"endLine", strconv.Itoa(endLine)}, property{"endColumn", strconv.Itoa(behind - 1)})
	} else {
		out = append(out, property{"endLine", strconv.Itoa(endLine)})
	}
	return out
}

var (
	commandData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// command writes one workflow command; its message may have several lines.
// Everything is one line in the log, so that no text can begin a command of its
// own.
func (g *githubWriter) command(name string, properties []property, lines ...string) {
	var b strings.Builder
	b.WriteString("::" + name)
	for i, p := range properties {
		b.WriteString([]string{" ", ","}[min(i, 1)] + p.name + "=" + commandProperty.Replace(Sanitize(p.value)))
	}
	b.WriteString("::")
	for i, l := range lines {
		if i > 0 {
			b.WriteString("%0A")
		}
		b.WriteString(commandData.Replace(Sanitize(l)))
	}
	b.WriteByte('\n')
	_, _ = g.w.WriteString(b.String()) // bufio keeps its error for Flush
}
