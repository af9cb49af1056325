package report

import (
	"io"
	"slices"
	"strings"
)

// Format is one output format.
type Format struct {
	Name  string
	About string // a few words, for help texts
	Write func(io.Writer, *Report, Options) error
	Lines bool // shows lines of the articles: Options.Sources
	Whole bool // shows the articles whole: Options.Articles
}

// Formats are all output formats, in the order of help texts.
func Formats() []Format {
	return []Format{
		{Name: "pretty", About: "for a person at a terminal", Write: WritePretty, Lines: true},
		{Name: "concise", About: "one line a finding", Write: func(w io.Writer, r *Report, o Options) error {
			o.ShowAside = false // one line a finding, nothing else
			return WriteConcise(w, r, o)
		}},
		{Name: "json", About: "the contract for programs", Write: func(w io.Writer, r *Report, _ Options) error { return WriteJSON(w, r) }},
		{Name: "ndjson", About: "the same, one document a line", Write: WriteNDJSON},
		{Name: "sarif", About: "for code scanning services", Write: WriteSARIF},
		{Name: "junit", About: "for CI servers", Write: WriteJUnit},
		{Name: "github", About: "annotations of a GitHub workflow", Write: WriteGitHub},
		{Name: "csv", About: "for spreadsheets", Write: WriteCSV},
		{Name: "markdown", About: "for an issue or a wiki", Write: WriteMarkdown},
		{Name: "html", About: "one page, with the articles beside the findings", Write: WriteHTML, Whole: true},
	}
}

// FormatByName finds a format.
func FormatByName(name string) (Format, bool) {
	all := Formats()
	i := slices.IndexFunc(all, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return all[i], true
}

// FormatNames lists the names of all formats, separated by commas.
func FormatNames() string {
	var names []string
	for _, f := range Formats() {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}
