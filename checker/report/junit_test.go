package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

// The elements of the format as this program uses it. Whatever else occurs ends
// up in Other and fails the test.
type (
	junitXML struct {
		XMLName  xml.Name   `xml:"testsuites"`
		Name     string     `xml:"name,attr"`
		Tests    string     `xml:"tests,attr"`
		Failures string     `xml:"failures,attr"`
		Errors   string     `xml:"errors,attr"`
		Attrs    []xml.Attr `xml:",any,attr"`
		Suites   []suiteXML `xml:"testsuite"`
		Other    []anyXML   `xml:",any"`
	}
	suiteXML struct {
		Name       string     `xml:"name,attr"`
		ID         string     `xml:"id,attr"`
		Tests      string     `xml:"tests,attr"`
		Failures   string     `xml:"failures,attr"`
		Errors     string     `xml:"errors,attr"`
		Skipped    string     `xml:"skipped,attr"`
		Attrs      []xml.Attr `xml:",any,attr"`
		Properties []struct {
			Property []struct {
				Name  string `xml:"name,attr"`
				Value string `xml:"value,attr"`
			} `xml:"property"`
		} `xml:"properties"`
		Cases []caseXML `xml:"testcase"`
		Out   []string  `xml:"system-out"`
		Other []anyXML  `xml:",any"`
	}
	caseXML struct {
		Class    string      `xml:"classname,attr"`
		Name     string      `xml:"name,attr"`
		Attrs    []xml.Attr  `xml:",any,attr"`
		Skipped  []string    `xml:"skipped"`
		Errors   []resultXML `xml:"error"`
		Failures []resultXML `xml:"failure"`
		Out      []string    `xml:"system-out"`
		Other    []anyXML    `xml:",any"`
	}
	resultXML struct {
		Type    string     `xml:"type,attr"`
		Message string     `xml:"message,attr"`
		Attrs   []xml.Attr `xml:",any,attr"`
		Text    string     `xml:",chardata"`
	}
	anyXML struct{ XMLName xml.Name }
)

// readJUnit decodes strictly and checks what any reader of the format relies on.
func readJUnit(t *testing.T, data []byte) junitXML {
	t.Helper()
	// The decoder must see the whole input: one root, nothing behind it.
	dec := xml.NewDecoder(bytes.NewReader(data))
	roots, depth := 0, 0
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch token.(type) {
		case xml.StartElement:
			if depth == 0 {
				roots++
			}
			depth++
		case xml.EndElement:
			depth--
		case xml.Comment, xml.Directive:
			t.Errorf("a %T in the output", token)
		}
	}
	var out junitXML
	if err := xml.Unmarshal(data, &out); err != nil || roots != 1 {
		t.Fatalf("%d roots, %v", roots, err)
	}
	if !bytes.HasPrefix(data, []byte(`<?xml version="1.0" encoding="UTF-8"?>`+"\n")) || len(out.Attrs)+len(out.Other) > 0 {
		t.Errorf("root: %+v %+v", out.Attrs, out.Other)
	}
	tests, failures, errs := 0, 0, 0
	for i, s := range out.Suites {
		n := map[string]int{}
		seen := map[[2]string]bool{}
		if s.Name == "" || s.ID != strconv.Itoa(i) || len(s.Attrs)+len(s.Other) > 0 || len(s.Properties) > 1 || len(s.Out) > 1 || len(s.Cases) == 0 {
			t.Errorf("suite %d: %+v", i, s)
		}
		for _, c := range s.Cases {
			n["tests"]++
			n["skipped"] += len(c.Skipped)
			n["failures"] += len(c.Failures)
			n["errors"] += len(c.Errors)
			if c.Name == "" || c.Class == "" || len(c.Attrs)+len(c.Other) > 0 || len(c.Skipped)+len(c.Failures)+len(c.Errors) > 1 || len(c.Out) > 1 {
				t.Errorf("case %+v", c)
			}
			if seen[[2]string{c.Class, c.Name}] {
				t.Errorf("case %s stands twice in suite %s", c.Name, s.Name)
			}
			seen[[2]string{c.Class, c.Name}] = true
			for _, r := range append(c.Failures, c.Errors...) {
				if r.Type == "" || r.Message == "" || len(r.Attrs) > 0 {
					t.Errorf("result %+v", r)
				}
			}
			for _, reason := range c.Skipped {
				if strings.TrimSpace(reason) == "" {
					t.Errorf("%s is skipped without a reason", c.Name)
				}
			}
		}
		for name, said := range map[string]string{"tests": s.Tests, "failures": s.Failures, "errors": s.Errors, "skipped": s.Skipped} {
			if said != strconv.Itoa(n[name]) {
				t.Errorf("suite %s says %s=%s, it has %d", s.Name, name, said, n[name])
			}
		}
		tests, failures, errs = tests+n["tests"], failures+n["failures"], errs+n["errors"]
	}
	for name, x := range map[string]struct {
		said string
		n    int
	}{"tests": {out.Tests, tests}, "failures": {out.Failures, failures}, "errors": {out.Errors, errs}} {
		if x.said != strconv.Itoa(x.n) {
			t.Errorf("the root says %s=%s, there are %d", name, x.said, x.n)
		}
	}
	return out
}

func junitReports(t *testing.T) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for name, r := range map[string]*Report{
		"machine": machineReport(t), "hostile": hostileReport(t), "empty": emptyReport(t),
		"failed": {Failures: []Failure{{Name: "a.txt", Error: "a.txt: gone"}}},
	} {
		out[name] = render(t, WriteJUnit, r, Options{Catalogue: smallCatalogue()})
		out[name+", all measures"] = render(t, WriteJUnit, r, Options{Catalogue: ownCatalogue(t)})
	}
	return out
}

func TestJUnitStructure(t *testing.T) {
	for name, out := range junitReports(t) {
		t.Run(name, func(t *testing.T) { readJUnit(t, out) })
	}
}

// TestJUnitHoldsToTheXMLSchema needs the program xmllint; TestJUnitStructure covers
// the structure without it.
func TestJUnitHoldsToTheXMLSchema(t *testing.T) {
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Log("not run: there is no xmllint on the PATH")
		return
	}
	validate := func(data []byte) ([]byte, error) {
		cmd := exec.Command(xmllint, "--nonet", "--noout", "--schema", "testdata/schemas/junit-jenkins.xsd", "-")
		cmd.Stdin = bytes.NewReader(data)
		return cmd.CombinedOutput()
	}
	for name, data := range junitReports(t) {
		if out, err := validate(data); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
	bad := bytes.Replace(junitReports(t)["machine"], []byte("<skipped>"), []byte("<skipped reason=\"x\">"), 1)
	if _, err := validate(bad); err == nil {
		t.Error("xmllint lets an attribute pass that the schema does not know")
	}
}

// outcome of a measure in a suite: passed, failed, skipped; with its output.
func junitOutcome(t *testing.T, out junitXML, suite, name string) (string, caseXML) {
	t.Helper()
	for _, s := range out.Suites {
		for _, c := range s.Cases {
			if s.Name != suite || c.Name != name {
				continue
			}
			switch {
			case len(c.Failures) > 0:
				return "failed", c
			case len(c.Skipped) > 0:
				return "skipped", c
			case len(c.Errors) > 0:
				return "error", c
			}
			return "passed", c
		}
	}
	return "missing", caseXML{}
}

func TestJUnitThreshold(t *testing.T) {
	const measure, milder = "dprk-labour-repatriation", "dprk-labour-authorisation" // high, medium
	for failOn, want := range map[string][2]string{
		"": {"passed", "passed"}, "none": {"passed", "passed"}, "critical": {"passed", "passed"}, "high": {"failed", "passed"},
		"medium": {"failed", "failed"}, "info": {"failed", "failed"}, "new word": {"failed", "failed"},
	} {
		r, _ := labourReport(t)
		r.Run.FailOn = failOn
		out := readJUnit(t, render(t, WriteJUnit, r, Options{}))
		for i, id := range []string{measure, milder} {
			got, c := junitOutcome(t, out, "harbour.txt", id)
			if got != want[i] {
				t.Errorf("fail on %q: %s %s, want %s", failOn, id, got, want[i])
			}
			// Passed or failed, the finding can be read.
			told := strings.Join(c.Out, "")
			if got == "failed" {
				told = c.Failures[0].Text
			}
			if !strings.Contains(told, "said by: Yonhap") {
				t.Errorf("fail on %q: %s tells %q", failOn, id, told)
			}
		}
		if got, c := junitOutcome(t, out, "quiet.txt", measure); got != "passed" || len(c.Out) > 0 {
			t.Errorf("a document without findings: %s %+v", got, c)
		}
		if got, c := junitOutcome(t, out, "scan.pdf", "input"); got != "error" || !strings.Contains(c.Errors[0].Message, "NUL bytes") {
			t.Errorf("an input that failed: %s %+v", got, c)
		}
	}
}

func TestJUnitCases(t *testing.T) {
	r := machineReport(t)
	out := readJUnit(t, render(t, WriteJUnit, r, Options{Catalogue: smallCatalogue()}))
	const html, coast = "articles/inland.html", "articles/coast one, 100%.txt"
	for _, tc := range []struct{ suite, name, want string }{
		{"harbour.txt", "dprk-labour-authorisation", "skipped"}, {coast, "dprk-labour-authorisation", "skipped"},
		{html, "dprk-labour-authorisation", "failed"}, {html, "input", "error"}, {"harbour.txt", "input", "missing"},
		{"harbour.txt", "dprk-coal", "passed"}, {"harbour.txt", "dprk-humanitarian", "missing"},
	} {
		if got, _ := junitOutcome(t, out, tc.suite, tc.name); got != tc.want {
			t.Errorf("%s in %s: %s, want %s", tc.name, tc.suite, got, tc.want)
		}
	}
	if _, c := junitOutcome(t, out, "harbour.txt", "dprk-labour-authorisation"); !strings.Contains(c.Skipped[0], "the workers left") || !strings.Contains(c.Skipped[0], "B. Lead") {
		t.Errorf("skipped with the reason %q", c.Skipped)
	}
	// One finding waived and one not: the other still fails.
	other := r.Findings[0]
	other.Suppressed = nil
	r.Findings = append(r.Findings, other)
	out = readJUnit(t, render(t, WriteJUnit, r, Options{}))
	if got, c := junitOutcome(t, out, "harbour.txt", "dprk-labour-authorisation"); got != "failed" || !strings.Contains(c.Out[0], "the workers left") {
		t.Errorf("half waived: %s %+v", got, c)
	}
}

// What a report was narrowed away from is no case that passed.
func TestJUnitNarrowed(t *testing.T) {
	for _, tc := range []struct {
		filter     Filter
		coal, said string
	}{
		{Filter{Categories: []string{"labour"}}, "missing", "category labour"},
		{Filter{Measures: []string{"dprk-labour-repatriation", "dprk-workers"}}, "missing", "measures dprk-labour-repatriation, dprk-workers"},
		{Filter{Measures: []string{"dprk-workers-home", "dprk-coal"}}, "passed", "measures dprk-workers-home, dprk-coal"},
		{Filter{Statuses: []string{"alleged"}, MinSeverity: "medium"}, "passed", "status alleged; severity medium and graver"},
	} {
		r := machineReport(t)
		r.Run.Filter = &tc.filter
		out := readJUnit(t, render(t, WriteJUnit, r, Options{Catalogue: smallCatalogue()}))
		if got, _ := junitOutcome(t, out, "harbour.txt", "dprk-coal"); got != tc.coal {
			t.Errorf("%+v: coal is %s", tc.filter, got)
		}
		if got, _ := junitOutcome(t, out, "harbour.txt", "dprk-labour-repatriation"); got != "failed" {
			t.Errorf("%+v: repatriation is %s", tc.filter, got)
		}
		var said []string
		for _, p := range out.Suites[0].Properties[0].Property {
			if p.Name == "narrowed_to" {
				said = append(said, p.Value)
			}
		}
		if strings.Join(said, "") != tc.said {
			t.Errorf("narrowed to %q, want %q", said, tc.said)
		}
		rules := readSARIF(t, render(t, WriteSARIF, r, Options{Catalogue: smallCatalogue()})).Runs[0].Tool.Driver.Rules
		for _, rule := range rules {
			if rule.ID == "dprk-coal" && tc.coal == "missing" {
				t.Errorf("%+v: coal is a rule", tc.filter)
			}
		}
	}
}

// The denial stands with the finding, what was not read and rejected with the document.
func TestJUnitTellsDoubts(t *testing.T) {
	r := machineReport(t)
	r.Documents[2].Notes = append(r.Documents[2].Notes, Note{Code: "not_read", Message: "sentence 9 was not read"})
	out := readJUnit(t, render(t, WriteJUnit, r, Options{}))
	if _, c := junitOutcome(t, out, "harbour.txt", "dprk-labour-repatriation"); !strings.Contains(c.Failures[0].Text, `contradicting passage (line 7): "Moscow has denied`) {
		t.Errorf("no denial in %q", c.Failures[0].Text)
	}
	if _, c := junitOutcome(t, out, "articles/inland.html", "input"); !strings.Contains(c.Errors[0].Message, "4 to 6") || !strings.Contains(c.Errors[0].Message, "sentence 9") {
		t.Errorf("not read: %+v", c.Errors)
	}
	if o := out.Suites[2].Out[0]; !strings.Contains(o, "not read: sentence 9") || strings.Contains(o, "rejected") {
		t.Errorf("document: %q", o)
	}
	if o := out.Suites[1].Out[0]; !strings.Contains(o, "1 claim of the extractor rejected") {
		t.Errorf("document: %q", o)
	}
}

func TestJUnitEscapes(t *testing.T) {
	for in, want := range map[string]string{
		`a<b>&"c'`: "a&lt;b&gt;&amp;&quot;c&apos;", "]]>": "]]&gt;", "a\x00\x1b[1mb\u0085\uFFFE\uFFFF\xff": "a[1mb \uFFFD\uFFFD\uFFFD", "a\nb": "a b",
	} {
		if got := xmlText(in); got != want {
			t.Errorf("xmlText(%+q) = %+q, want %+q", in, got, want)
		}
	}
}
