package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
)

func TestMachineGolden(t *testing.T) {
	none := emptyReport(t)
	for name, write := range machineFormats {
		extension := map[string]string{"junit": "xml", "github": "txt", "markdown": "md"}[name]
		if extension == "" {
			extension = name
		}
		golden(t, name+"_report."+extension, render(t, write, machineReport(t), Options{Catalogue: smallCatalogue()}))
		golden(t, name+"_none."+extension, render(t, write, none, Options{}))
	}
	golden(t, "github_suppressed.txt", render(t, WriteGitHub, machineReport(t), Options{ShowSuppressed: true}))
	golden(t, "markdown_suppressed.md", render(t, WriteMarkdown, machineReport(t), Options{ShowSuppressed: true, Quiet: true}))
}

func TestMachineFormatsAreDeterministic(t *testing.T) {
	for name, write := range machineFormats {
		first := render(t, write, machineReport(t), Options{Catalogue: smallCatalogue()})
		for range 5 {
			if got := render(t, write, machineReport(t), Options{Catalogue: smallCatalogue()}); !bytes.Equal(got, first) {
				t.Errorf("%s: the same report gives other bytes", name)
				break
			}
		}
	}
}

// Writing must not change the report, which other formats write at the same time.
func TestMachineFormatsLeaveTheReportAlone(t *testing.T) {
	for name, write := range machineFormats {
		r, want := machineReport(t), machineReport(t)
		render(t, write, r, Options{Catalogue: smallCatalogue()})
		if !reflect.DeepEqual(r, want) {
			t.Errorf("%s: the report was changed", name)
		}
	}
}

func TestMachineWriterErrorsAreReturned(t *testing.T) {
	for name, write := range machineFormats {
		r := machineReport(t)
		if name != "ndjson" { // there a finding is held by its document
			for range 40 {
				r.Findings = append(r.Findings, r.Findings[:2]...)
			}
		}
		whole := len(render(t, write, r, Options{}))
		for _, n := range []int{0, 1, whole / 2, whole - 1} {
			if err := write(&brokenPipe{n}, r, Options{}); !errors.Is(err, errPipe) {
				t.Errorf("%s: error %v after %d of %d bytes", name, err, n, whole)
			}
		}
	}
}

// Nothing found is not the same as nothing checked; and what is hidden is counted.
func TestMachineFormatsSayWhatIsMissing(t *testing.T) {
	failed := &Report{Tool: Tool{Name: "article41"}, Failures: []Failure{{Name: "a.txt", Error: "a.txt: article is empty"}}}
	Summarise(failed)
	for name, write := range machineFormats {
		if name == "csv" { // has findings only
			continue
		}
		if out := string(render(t, write, failed, Options{})); !strings.Contains(out, "article is empty") || strings.Contains(out, "no flag") {
			t.Errorf("%s of an input that failed:\n%s", name, out)
		}
	}
	for _, name := range []string{"github", "markdown"} {
		out := string(render(t, machineFormats[name], machineReport(t), Options{}))
		if !strings.Contains(out, "2 findings suppressed by waivers or a baseline") || strings.Contains(out, "the workers left") {
			t.Errorf("%s hides findings without a word, or shows them:\n%s", name, out)
		}
		out = string(render(t, machineFormats[name], machineReport(t), Options{ShowSuppressed: true}))
		if !strings.Contains(out, "the workers left") {
			t.Errorf("%s: --show-suppressed does not show the reason:\n%s", name, out)
		}
	}
}

// hostile is text that must stay inert in every format.
const hostile = "\x1b]0;owned\x07\x1b[2J\u009b31m\u202Egnp\u2066\u200B\r\n::error::FAKE\n\n# FAKE\n|x|\t]]></failure>--><script>alert(1)</script>" +
	"![i](javascript:x) [l](https://evil.example) <img src=x onerror=y> @octocat #1 `c` $x$ {0} www.evil.example https://evil.example \"q\" 'a' & \uFFFE\uFFFF\x00\xff"

// hostileReport has it in every string, names and codes of the model too.
func hostileReport(t testing.TB) *Report {
	t.Helper()
	var r *Report // a copy that shares no list with the examples
	if err := json.Unmarshal([]byte(writeJSON(t, machineReport(t))), &r); err != nil {
		t.Fatal(err)
	}
	quote := Passage{Role: hostile, Line: 3, Column: 1, Paragraph: 1, Target: Target{Type: specificResource, Selector: []Selector{
		{Type: textQuoteSelector, Exact: hostile, Prefix: hostile, Suffix: hostile}, {Type: textPositionSelector}}}}
	for i := range r.Findings {
		document := r.Findings[i].Document
		spoil(reflect.ValueOf(&r.Findings[i]).Elem(), hostile)
		r.Findings[i].Document, r.Findings[i].Evidence = document, []Passage{quote, quote}
		r.Findings[i].ID = fmt.Sprintf("f_%d", i)
	}
	for i := range r.Claims {
		document := r.Claims[i].Document
		spoil(reflect.ValueOf(&r.Claims[i]).Elem(), hostile)
		r.Claims[i].Document, r.Claims[i].Passages = document, []Passage{quote}
	}
	for i := range r.Documents {
		id := r.Documents[i].ID
		spoil(reflect.ValueOf(&r.Documents[i]).Elem(), hostile)
		r.Documents[i].ID = id
	}
	for i := range r.Ungrounded {
		document := r.Ungrounded[i].Document
		spoil(reflect.ValueOf(&r.Ungrounded[i]).Elem(), hostile)
		r.Ungrounded[i].Document = document
	}
	spoil(reflect.ValueOf(&r.Failures).Elem(), hostile)
	spoil(reflect.ValueOf(&r.Run).Elem(), hostile)
	spoil(reflect.ValueOf(&r.Tool).Elem(), hostile)
	spoil(reflect.ValueOf(&r.Stories[0].Origins).Elem(), hostile)
	return r
}

// TestMachineHostileText: no terminal sequence, no bidi control, no line that the
// article made. What each format's own syntax could be turned into is tested with
// the format.
func TestMachineHostileText(t *testing.T) {
	r := hostileReport(t)
	for name, write := range machineFormats {
		out := render(t, write, r, Options{ShowSuppressed: true})
		if name == "csv" {
			out = bytes.ReplaceAll(out, []byte("\r\n"), []byte("\n"))
		}
		assertPrintable(t, out)
		for _, line := range strings.Split(string(out), "\n") {
			if s := strings.TrimSpace(line); strings.HasPrefix(s, "::error::FAKE") || strings.HasPrefix(s, "# FAKE") || strings.HasPrefix(s, "|x|") {
				t.Errorf("%s: the article forges the line %q", name, s)
			}
		}
	}
}

// The examples of the guide are lines of the golden files.
func TestFormatsGuideShowsRealOutput(t *testing.T) {
	guide, err := os.ReadFile("../../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	var golden strings.Builder
	for _, name := range []string{"ndjson_none.ndjson", "sarif_report.sarif", "junit_report.xml", "github_report.txt", "csv_report.csv", "markdown_report.md"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		golden.Write(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")))
	}
	shown := 0
	for i, block := range strings.Split(string(guide), "```") {
		kind, text, _ := strings.Cut(block, "\n")
		if i%2 == 0 || kind == "sh" || kind == "yaml" {
			continue
		}
		for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
			shown++
			if !strings.Contains(golden.String(), line+"\n") {
				t.Errorf("docs/formats.md shows a line that no format writes:\n%s", line)
			}
		}
	}
	if shown < 10 {
		t.Errorf("only %d lines were looked at", shown)
	}
}
