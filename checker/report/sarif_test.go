package report

import (
	"bytes"
	"encoding/json"
	"maps"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/rules"
)

func sarifSchemaOf(t *testing.T) *jsonschema.Schema {
	t.Helper()
	const file = "testdata/schemas/sarif-2.1.0-rtm.5.json"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat() // addresses and references must be such
	id := doc.(map[string]any)["id"].(string)
	if err := c.AddResource(id, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func ownCatalogue(t *testing.T) *catalog.Catalogue {
	t.Helper()
	c, err := catalog.Load(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestSARIFHoldsToTheSchema(t *testing.T) {
	s, own := sarifSchemaOf(t), ownCatalogue(t)
	labour, _ := labourReport(t)
	reports := map[string]*Report{
		"labour": labour, "machine": machineReport(t), "empty": emptyReport(t), "hostile": hostileReport(t), "zero": {},
		"failed": {Failures: []Failure{{Name: "a b.txt", Error: "gone"}}},
	}
	for name, r := range reports {
		for with, o := range map[string]Options{"no": {}, "a small": {Catalogue: smallCatalogue()}, "its own": {Catalogue: own}} {
			v, err := jsonschema.UnmarshalJSON(bytes.NewReader(render(t, WriteSARIF, r, o)))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if err := s.Validate(v); err != nil {
				t.Errorf("%s report with %s catalogue: %v", name, with, err)
			}
		}
	}
	// The schema must be one that refuses: a test of nothing would pass, too.
	for _, change := range [][2]string{{`"level": "warning"`, `"level": "medium"`}, {`"startLine": 3`, `"startLine": 0`}, {`"columnKind"`, `"columns"`}, {`"uri": "harbour.txt"`, `"uri": "%zz"`}} {
		out := string(render(t, WriteSARIF, labour, Options{}))
		if !strings.Contains(out, change[0]) {
			t.Fatalf("no %s in the output", change[0])
		}
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(strings.Replace(out, change[0], change[1], 1)))
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(v) == nil {
			t.Errorf("the schema lets %s pass", change[1])
		}
	}
}

// sarifLog is what the tests look at, under names of their own: decoding into the
// writer's structs would hide a name that is wrong.
type sarifLog struct {
	Version string
	Runs    []struct {
		ColumnKind string
		Tool       struct {
			Driver struct {
				Rules []struct {
					ID                   string
					HelpURI              string
					DefaultConfiguration struct{ Level string }
					Relationships        []struct {
						Target struct {
							ID    string
							Index int
						}
					}
				}
			}
		}
		Invocations []struct {
			ExecutionSuccessful        bool
			ToolExecutionNotifications []struct {
				Level   string
				Message struct{ Text string }
			}
		}
		Artifacts []struct {
			Location struct{ URI string }
			Hashes   map[string]string
		}
		Taxonomies []struct{ Taxa []struct{ ID string } }
		Results    []sarifLogResult
	}
}

type sarifLogResult struct {
	RuleID      string
	RuleIndex   int
	Kind, Level string
	Message     struct{ Text string }
	Locations   []sarifLogLocation
	Related     []sarifLogLocation `json:"relatedLocations"`
	Taxa        []struct {
		ID    string
		Index int
	}
	Fingerprints  map[string]string `json:"partialFingerprints"`
	BaselineState string
	Suppressions  []struct{ Kind, Status, Justification string }
	Properties    map[string]any
}

type sarifLogLocation struct {
	ID       int
	Physical struct {
		Artifact struct {
			URI   string
			Index *int
		} `json:"artifactLocation"`
		Region struct {
			StartLine, StartColumn, EndLine, EndColumn int
			CharOffset, CharLength                     int
			Snippet                                    struct{ Text string }
		}
	} `json:"physicalLocation"`
	Message    struct{ Text string }
	Properties map[string]any
}

func readSARIF(t *testing.T, data []byte) sarifLog {
	t.Helper()
	var log sarifLog
	if err := json.Unmarshal(data, &log); err != nil {
		t.Fatal(err)
	}
	if len(log.Runs) != 1 {
		t.Fatalf("%d runs", len(log.Runs))
	}
	return log
}

// Every index leads to what it names.
func TestSARIFIndexes(t *testing.T) {
	r := machineReport(t)
	for with, o := range map[string]Options{"no": {}, "a small": {Catalogue: smallCatalogue()}, "its own": {Catalogue: ownCatalogue(t)}} {
		run := readSARIF(t, render(t, WriteSARIF, r, o)).Runs[0]
		taxa, rules := run.Taxonomies[0].Taxa, run.Tool.Driver.Rules
		seen := map[string]bool{}
		for _, x := range taxa {
			if seen[x.ID] {
				t.Errorf("taxon %s stands twice", x.ID)
			}
			seen[x.ID] = true
		}
		for _, rule := range rules {
			if seen["rule "+rule.ID] {
				t.Errorf("rule %s stands twice", rule.ID)
			}
			seen["rule "+rule.ID] = true
			for _, rel := range rule.Relationships {
				if taxa[rel.Target.Index].ID != rel.Target.ID {
					t.Errorf("%s leads to taxon %d, %s", rule.ID, rel.Target.Index, taxa[rel.Target.Index].ID)
				}
			}
		}
		for i, res := range run.Results {
			f := r.Findings[i]
			if res.RuleID != f.Measure || rules[res.RuleIndex].ID != f.Measure {
				t.Errorf("%s catalogue: result %d is under rule %s, %s", with, i, res.RuleID, rules[res.RuleIndex].ID)
			}
			for n, x := range res.Taxa {
				if x.ID != f.LegalBasis[n].ID || taxa[x.Index].ID != x.ID {
					t.Errorf("result %d leads to taxon %s at %d", i, x.ID, x.Index)
				}
			}
			at := res.Locations[0].Physical.Artifact
			if at.Index == nil || run.Artifacts[*at.Index].Location.URI != at.URI || *at.Index != int(f.Document[2]-'1') {
				t.Errorf("result %d is in %s", i, at.URI)
			}
			for n, l := range res.Related {
				if l.ID != n+1 {
					t.Errorf("related location %d has the id %d", n, l.ID)
				}
			}
			if n := len(f.Evidence) - 1 + len(f.LegalBasis); len(res.Related) != n {
				t.Errorf("%d related locations, want %d", len(res.Related), n)
			}
		}
		for i, a := range run.Artifacts {
			if a.Hashes["sha-256"] != r.Documents[i].InputSHA256 {
				t.Errorf("artifact %d has the hashes %v", i, a.Hashes)
			}
		}
	}
}

func TestSARIFRulesAreAllMeasuresThatCanFlag(t *testing.T) {
	own := ownCatalogue(t)
	want := map[string]bool{}
	for _, m := range own.Measures {
		if m.Kind == "" {
			want[m.ID] = true
		}
	}
	got, addresses := map[string]bool{}, 0
	for _, rule := range readSARIF(t, render(t, WriteSARIF, emptyReport(t), Options{Catalogue: own})).Runs[0].Tool.Driver.Rules {
		got[rule.ID] = true
		if strings.HasPrefix(rule.HelpURI, "https://") {
			addresses++
		}
		if rule.DefaultConfiguration.Level == "" || rule.DefaultConfiguration.Level == "none" {
			t.Errorf("%s has the level %q", rule.ID, rule.DefaultConfiguration.Level)
		}
	}
	if len(want) < 20 || !maps.Equal(got, want) || addresses != len(want) {
		t.Errorf("%d rules, %d with an address, want %d", len(got), addresses, len(want))
	}
}

// A region must hold the quote, counted in code points, in the text itself.
func TestSARIFRegionsHoldTheQuote(t *testing.T) {
	doc := documentOf(t, "wide.txt", "Ein Bericht. \U0001F6A2 Ships carried coal\nfrom Nampo \u2014 na\u00efve\U0001F30A talk. The end.\n")
	r := emptyReport(t)
	r.Documents = []Document{documentEntry(doc, "d_1")}
	labour, _ := labourReport(t)
	for _, quote := range []string{"Ships carried coal\nfrom Nampo", "na\u00efve\U0001F30A talk", "Ein"} {
		f := labour.Findings[0]
		f.Evidence = []Passage{passageOf(t, doc, "primary", quote)}
		r.Findings = append(r.Findings, f)
	}
	text := []rune(doc.Text)
	lines := strings.Split(doc.Text, "\n")
	for i, res := range readSARIF(t, render(t, WriteSARIF, r, Options{})).Runs[0].Results {
		want := r.Findings[i].Evidence[0].Exact()
		at := res.Locations[0].Physical.Region
		if got := string(text[at.CharOffset : at.CharOffset+at.CharLength]); got != want || at.Snippet.Text != want {
			t.Errorf("the offsets give %q, the snippet %q, want %q", got, at.Snippet.Text, want)
		}
		var got string
		for n := at.StartLine; n <= at.EndLine; n++ {
			line := []rune(lines[n-1])
			from, to := 0, len(line)
			if n == at.StartLine {
				from = at.StartColumn - 1
			}
			if n == at.EndLine {
				to = at.EndColumn - 1
			}
			got += string(line[from:to])
			if n < at.EndLine {
				got += "\n"
			}
		}
		if got != want {
			t.Errorf("lines and columns give %q, want %q", got, want)
		}
		if res.Locations[0].Properties["regionOf"] != nil {
			t.Errorf("a plain text's region counts %v", res.Locations[0].Properties["regionOf"])
		}
	}
}

func TestSARIFSuppressions(t *testing.T) {
	r := machineReport(t)
	results := readSARIF(t, render(t, WriteSARIF, r, Options{})).Runs[0].Results
	waived, known, fresh := results[0], results[2], results[1]
	if len(waived.Suppressions) != 1 || waived.Suppressions[0] != struct{ Kind, Status, Justification string }{"external", "accepted", "reviewed: the workers left"} || waived.BaselineState != "unchanged" {
		t.Errorf("waived: %+v, baseline %q", waived.Suppressions, waived.BaselineState)
	}
	if len(known.Suppressions) != 0 || known.BaselineState != "unchanged" || known.Properties["suppressedBy"] != "baseline" {
		t.Errorf("in the baseline: %+v", known)
	}
	if len(fresh.Suppressions) != 0 || fresh.BaselineState != "new" {
		t.Errorf("new: %+v", fresh)
	}
	for i, res := range results {
		if res.Suppressions == nil || res.BaselineState == "" {
			t.Errorf("result %d: all have suppressions and a baseline state, or none: %+v", i, res)
		}
	}
	labour, _ := labourReport(t)
	labour.Run.WaiversSHA256 = digest("6")
	for _, res := range readSARIF(t, render(t, WriteSARIF, labour, Options{})).Runs[0].Results {
		if res.Suppressions == nil || len(res.Suppressions) != 0 || res.BaselineState != "" {
			t.Errorf("with waivers that suppress nothing: %+v", res)
		}
	}
	labour, _ = labourReport(t)
	for _, res := range readSARIF(t, render(t, WriteSARIF, labour, Options{})).Runs[0].Results {
		if res.BaselineState != "" || res.Suppressions != nil {
			t.Errorf("without a baseline and waivers: %+v", res)
		}
		if f := res.Fingerprints["article41/v1"]; len(f) != 32 || len(res.Fingerprints) != 1 {
			t.Errorf("fingerprints %v", res.Fingerprints)
		}
	}
}

func TestSARIFLevels(t *testing.T) {
	labour, _ := labourReport(t)
	for severity, want := range map[string][2]string{
		"critical": {"fail", "error"}, "high": {"fail", "error"}, "medium": {"fail", "warning"}, "low": {"fail", "note"},
		"info": {"review", "none"}, "new word": {"fail", "error"},
	} {
		labour.Findings[0].Severity = severity
		if res := readSARIF(t, render(t, WriteSARIF, labour, Options{})).Runs[0].Results[0]; res.Kind != want[0] || res.Level != want[1] {
			t.Errorf("%s gives kind %s, level %s", severity, res.Kind, res.Level)
		}
	}
}

func TestSARIFInvocation(t *testing.T) {
	if in := readSARIF(t, render(t, WriteSARIF, emptyReport(t), Options{})).Runs[0].Invocations[0]; !in.ExecutionSuccessful || len(in.ToolExecutionNotifications) != 0 {
		t.Errorf("all was read: %+v", in)
	}
	in := readSARIF(t, render(t, WriteSARIF, machineReport(t), Options{})).Runs[0].Invocations[0]
	var errs []string
	for _, n := range in.ToolExecutionNotifications {
		if n.Level == "error" {
			errs = append(errs, n.Message.Text)
		}
	}
	if in.ExecutionSuccessful || len(errs) != 2 || !strings.Contains(errs[0], "NUL bytes") || !strings.Contains(errs[1], "not read") {
		t.Errorf("successful %v, errors %q", in.ExecutionSuccessful, errs)
	}
}

// Claims that were rejected and blocks with full sentences that were left out are
// notifications, each once.
func TestSARIFTellsWhatIsDoubtful(t *testing.T) {
	r := machineReport(t)
	r.Documents[1].Dropped = []DroppedBlock{{Reason: "caption", Detail: "cue", Line: 7, Suspect: true}, {Reason: "caption", Line: 9}}
	got := map[string]int{}
	for _, n := range readSARIF(t, render(t, WriteSARIF, r, Options{})).Runs[0].Invocations[0].ToolExecutionNotifications {
		got[n.Level+": "+n.Message.Text]++
	}
	for _, want := range []string{
		"note: left out as caption (cue), but holds full sentences", "error: sentences 4 to 6 were not read",
		"warning: claim of the extractor rejected, not flagged: the quote does not stand in the article: “thousands arrived”",
	} {
		if got[want] != 1 {
			t.Errorf("%d times %q in %v", got[want], want, got)
		}
	}
	r.Documents[1].Notes = []Note{{Code: "suspect_boilerplate", Message: "a block left out holds full sentences", Line: 7}}
	if out := string(render(t, WriteSARIF, r, Options{})); strings.Contains(out, "left out as caption") {
		t.Error("a suspect block is told twice")
	}
}

func TestInputURI(t *testing.T) {
	for name, want := range map[string]string{
		"-": "-", "a.txt": "a.txt", "dir/a b.txt": "dir/a%20b.txt", "100%.txt": "100%25.txt", "a:b.txt": "a%3Ab.txt", "#x?y": "%23x%3Fy",
		"über.txt": "%C3%BCber.txt", `dir\a.txt`: "dir%5Ca.txt", "/abs/a.txt": "file:///abs/a.txt", "//host/a.txt": "file:///host/a.txt",
		"javascript:alert(1)": "javascript%3Aalert%281%29",
	} {
		got := inputURI(name)
		if got != want {
			t.Errorf("inputURI(%q) = %q, want %q", name, got, want)
		}
		if u, err := url.Parse(got); err != nil || u.Host != "" || u.Scheme != "" && u.Scheme != "file" || u.RawQuery+u.Fragment != "" {
			t.Errorf("%q is read as %+v, %v", got, u, err)
		}
	}
}

func TestLawAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://undocs.org/en/S/RES/2397(2017)": "https://undocs.org/en/S/RES/2397(2017)",
		"javascript:alert(1)":                    "", "//evil.example": "", "https://a b": "", "https://user@evil.example/": "", "ftp://x/": "", "": "", "https://x/\u202e": "",
	} {
		if got := lawAddress(in); got != want {
			t.Errorf("lawAddress(%q) = %q, want %q", in, got, want)
		}
	}
}

// An article must not put links or placeholders into a message.
func TestSARIFMessageIsPlain(t *testing.T) {
	if got, want := sarifMessage("see [x](https://evil.example) {0} \\").Text, `see \[x\](https://evil.example) {{0}} \\`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
