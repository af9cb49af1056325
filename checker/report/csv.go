package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/article41/article41/checker/claim"
)

// csvRow is what the columns of one row are made of.
type csvRow struct {
	p *printer
	f *Finding
	d *Document
	q Passage // the first passage; empty when there is none
}

// csvColumns are the columns of the CSV format, in order. Names are added at the
// end, never renamed or removed.
var csvColumns = []struct {
	name string
	cell func(csvRow) string
}{
	{"document", func(r csvRow) string { return r.d.Name }},
	{"line", func(r csvRow) string { return number(r.q.Line) }},
	{"column", func(r csvRow) string { return number(r.q.Column) }},
	{"paragraph", func(r csvRow) string { return number(r.q.Paragraph) }},
	{"severity", func(r csvRow) string { return r.f.Severity }},
	{"verdict", func(r csvRow) string { return r.f.Verdict }},
	{"category", func(r csvRow) string { return r.f.Category }},
	{"activity", func(r csvRow) string { return r.f.Activity }},
	{"measure", func(r csvRow) string { return r.f.Measure }},
	{"title", func(r csvRow) string { return r.f.Title }},
	{"provisions", func(r csvRow) string { return r.law(func(l LegalBasis) string { return l.Label }) }},
	{"verification", func(r csvRow) string { return r.law(func(l LegalBasis) string { return l.Verification }) }},
	{"status", func(r csvRow) string { return string(r.f.Status) }},
	{"stage", func(r csvRow) string { return string(r.f.Stage) }},
	{"message", func(r csvRow) string { return r.f.Message }},
	{"quote", func(r csvRow) string { return r.q.Exact() }},
	{"parties", func(r csvRow) string { return strings.Join(partyWords(r.f.Parties), "; ") }},
	{"said_by", func(r csvRow) string { return saidBy(r.f.Attribution) }},
	{"origin", func(r csvRow) string {
		if n := len(r.f.Attribution); n > 0 {
			return r.f.Attribution[n-1].Name
		}
		return ""
	}},
	{"law_date", func(r csvRow) string { return r.f.LawDate.Date }},
	{"law_date_basis", func(r csvRow) string { return r.f.LawDate.Basis }},
	{"bound", func(r csvRow) string {
		var all []string
		for _, b := range r.f.Bound {
			all = append(all, strings.Join(nonEmpty(b.Who, strings.Join(b.Countries, " ")), ": "))
		}
		return strings.Join(all, "; ")
	}},
	{"missing", func(r csvRow) string { return strings.Join(r.f.Missing, "; ") }},
	{"exemptions_stated", func(r csvRow) string {
		return r.law(func(l LegalBasis) string {
			var ids []string
			for _, x := range l.Exemptions {
				if x.Stated {
					ids = append(ids, x.ID)
				}
			}
			return strings.Join(ids, "; ")
		})
	}},
	{"copy_of", func(r csvRow) string {
		if of := r.f.CopyOf; of != nil {
			return of.Finding + " in " + r.p.document(of.Document).Name
		}
		return ""
	}},
	{"story", func(r csvRow) string {
		if s := r.p.story[r.f.Document]; s != nil {
			return s.ID
		}
		return ""
	}},
	{"suppressed", func(r csvRow) string {
		if r.f.Suppressed != nil {
			return r.f.Suppressed.Kind
		}
		return ""
	}},
	{"suppressed_reason", func(r csvRow) string {
		if r.f.Suppressed != nil {
			return r.f.Suppressed.Reason
		}
		return ""
	}},
	{"document_title", func(r csvRow) string { return r.d.Title }},
	{"outlet", func(r csvRow) string { return r.d.Outlet }},
	{"published", func(r csvRow) string {
		if r.d.Published != nil {
			return r.d.Published.Date
		}
		return ""
	}},
	{"lines_of", func(r csvRow) string {
		if r.d.MediaType == "text/html" {
			return "extracted text"
		}
		return "file"
	}},
	{"finding", func(r csvRow) string { return r.f.ID }},
	{"fingerprint", func(r csvRow) string { return r.f.Fingerprint }},
	{"claim", func(r csvRow) string { return r.f.Claim }},
	{"contradicting", func(r csvRow) string {
		return quotes(r.f.Evidence, func(p Passage) bool { return p.Role == claim.Contradicting })
	}},
	{"other_passages", func(r csvRow) string {
		return quotes(r.f.Evidence, func(p Passage) bool { return p.Role != claim.Contradicting })
	}},
	{"notice", func(csvRow) string { return Notice }},
}

// WriteCSV writes one row for each finding, suppressed ones too, under a row of
// column names, as RFC 4180: commas, quotation marks doubled, CR LF. Text is
// sanitized as in the text formats. What a spreadsheet would take for a formula gets
// an apostrophe before it; see inertCell. Inputs that could not be processed have no
// row: the exit code and the other formats tell.
func WriteCSV(w io.Writer, r *Report, _ Options) error {
	p := newPrinter(io.Discard, r, Options{ShowSuppressed: true})
	out := csv.NewWriter(w)
	out.UseCRLF = true
	row := make([]string, len(csvColumns))
	for i, c := range csvColumns {
		row[i] = c.name
	}
	_ = out.Write(row) // the error stays in out
	for i := range r.Findings {
		of := csvRow{p: p, f: &r.Findings[i], d: p.document(r.Findings[i].Document)}
		if len(of.f.Evidence) > 0 {
			of.q = of.f.Evidence[0]
		}
		for i, c := range csvColumns {
			row[i] = inertCell(c.cell(of))
		}
		_ = out.Write(row)
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("writing the CSV report: %w", err)
	}
	return nil
}

// law joins what there is to say of the provisions, each once: the verification
// levels of two provisions are mostly the same.
func (r csvRow) law(of func(LegalBasis) string) string {
	var all []string
	for _, l := range r.f.LegalBasis {
		if s := of(l); s != "" && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return strings.Join(all, "; ")
}

// quotes joins the passages behind the first, with their lines. The first one has
// columns of its own.
func quotes(evidence []Passage, want func(Passage) bool) string {
	var all []string
	for i, p := range evidence {
		if i > 0 && want(p) {
			all = append(all, fmt.Sprintf("line %d: \"%s\"", p.Line, p.Exact()))
		}
	}
	return strings.Join(all, " | ")
}

// number leaves what is not known empty.
func number(n int) string {
	if n < 1 {
		return ""
	}
	return strconv.Itoa(n)
}

// inertCell is s on one line, with an apostrophe before it if a spreadsheet could
// take it for a formula: if it begins with = + - @ or a full-width form of them,
// a tab or a carriage return, blanks before them not counted.
//
// Where the list separator of a spreadsheet is another than the comma, it can split a
// cell: the quotation marks around it count only at the beginning of what it takes
// for a cell. So an apostrophe stands behind each separator within the cell, too,
// that such a sign follows, blanks and quotation marks between them not counted.
// Tabs have become blanks.
func inertCell(s string) string {
	clean := inertParts(Sanitize(s))
	if startsFormula(clean) || strings.ContainsAny(leadingSpace(s), "\t\r") {
		return "'" + clean
	}
	return clean
}

func inertParts(s string) string {
	const separators = ";,|"
	var b strings.Builder
	for {
		i := strings.IndexAny(s, separators)
		if i < 0 {
			break
		}
		b.WriteString(s[:i+1])
		s = s[i+1:]
		if startsFormula(strings.TrimLeftFunc(s, func(r rune) bool { return r == '"' || unicode.IsSpace(r) })) {
			b.WriteByte('\'')
		}
	}
	if b.Len() == 0 {
		return s
	}
	b.WriteString(s)
	return b.String()
}

func startsFormula(s string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(s, unicode.IsSpace))
	return first != utf8.RuneError && strings.ContainsRune("=+-@＝＋－＠−﹢﹣﹦﹫", first)
}

func leadingSpace(s string) string {
	return s[:len(s)-len(strings.TrimLeftFunc(s, unicode.IsSpace))]
}
