package report

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// TestNDJSONRoundTrip: the JSON report can be made again from the lines, byte for
// byte.
func TestNDJSONRoundTrip(t *testing.T) {
	labour, _ := labourReport(t)
	labour.Run.Extractor = &Extractor{Name: "llm", Model: "m", PromptSHA256: digest("4")}
	for name, r := range map[string]*Report{"labour": labour, "machine": machineReport(t), "empty": emptyReport(t)} {
		lines := render(t, WriteNDJSON, r, Options{})
		back, err := ReadNDJSON(bytes.NewReader(lines))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got, want := writeJSON(t, back), writeJSON(t, r); got != want {
			t.Errorf("%s: the JSON report differs after a round trip; got\n%s\nwant\n%s", name, got, want)
		}
		if again := render(t, WriteNDJSON, back, Options{}); !bytes.Equal(again, lines) {
			t.Errorf("%s: the lines differ after a round trip", name)
		}
	}
}

// Each line is one object that a consumer can take alone.
func TestNDJSONLines(t *testing.T) {
	r := machineReport(t)
	out := string(render(t, WriteNDJSON, r, Options{}))
	var types []string
	found := 0
	for _, line := range strings.Split(strings.TrimSuffix(out, "\n"), "\n") {
		var o struct {
			Type     string
			Findings []Finding
			Document struct{ ID string }
		}
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		types = append(types, o.Type)
		for _, f := range o.Findings {
			found++
			if f.Document != o.Document.ID {
				t.Errorf("finding of %s in the line of %s", f.Document, o.Document.ID)
			}
		}
		if strings.Contains(line, "null") {
			t.Errorf("null in %s", line)
		}
	}
	if got, want := strings.Join(types, " "), "run document document document story failure summary"; got != want {
		t.Errorf("lines %s, want %s", got, want)
	}
	if found != len(r.Findings) {
		t.Errorf("%d findings, want %d", found, len(r.Findings))
	}
	if zero := string(render(t, WriteNDJSON, &Report{Documents: make([]Document, 1), Stories: make([]Story, 1), Failures: make([]Failure, 1)}, Options{})); strings.Contains(zero, "null") {
		t.Errorf("zero report has null:\n%s", zero)
	}
}

func TestReadNDJSONRefuses(t *testing.T) {
	whole := string(render(t, WriteNDJSON, machineReport(t), Options{}))
	lines := strings.SplitAfter(strings.TrimSuffix(whole, "\n"), "\n")
	join := func(at ...int) string {
		var b strings.Builder
		for _, i := range at {
			b.WriteString(strings.TrimSuffix(lines[i], "\n") + "\n")
		}
		return b.String()
	}
	if _, err := ReadNDJSON(strings.NewReader(strings.TrimSuffix(whole, "\n"))); err != nil {
		t.Errorf("without the last line break: %v", err)
	}
	for name, tc := range map[string]struct{ in, want string }{
		"empty":             {"", "no summary"},
		"cut at a line":     {join(0, 1, 2, 3, 4, 5), "no summary"},
		"cut within a line": {whole[:len(whole)-20], "not a line"},
		"document lost":     {join(0, 1, 3, 4, 5, 6), "2 documents, the summary counts 3"},
		"failure lost":      {join(0, 1, 2, 3, 4, 6), "0 failures, the summary counts 1"},
		"no run":            {join(1, 2, 3, 4, 5, 6), "beginning is missing"},
		"two runs":          {join(0, 0, 1, 2, 3, 4, 5, 6), "second line"},
		"two reports":       {whole + whole, "too late"},
		"two summaries":     {whole + lines[6] + "\n", "second line"},
		"story first":       {join(0, 4, 1, 2, 3, 5, 6), "too late"},
		"blank line":        {strings.Replace(whole, "\n", "\n\n", 1), "not a line"},
		"two on a line":     {strings.Replace(whole, "\n{\"type\":\"story", " {\"type\":\"story", 1), "not a line"},
		"unknown type":      {strings.Replace(whole, `"type":"story"`, `"type":"tale"`, 1), `unknown type "tale"`},
		"unknown member":    {strings.Replace(whole, `"claims":[`, `"extra":1,"claims":[`, 1), "extra"},
		"missing member":    {strings.Replace(whole, `,"ungrounded":[]`, ``, 1), "ungrounded is missing"},
		"null list":         {strings.Replace(whole, `"ungrounded":[]`, `"ungrounded":null`, 1), "ungrounded is missing"},
		"other version":     {strings.Replace(whole, `"schema_version":"1"`, `"schema_version":"2"`, 1), "this program reads"},
		"other document's":  {strings.Replace(whole, `"claims":[{`, `"claims":[{"document":"d_9","id":"c_9"},{`, 1), `document "d_9"`},
		"not valid":         {strings.Replace(whole, `"verdict":"watch"`, `"verdict":"guilty"`, 1), "guilty"},
		"no JSON":           {"report\n", "not a line"},
	} {
		if tc.in == whole {
			t.Fatalf("%s: nothing was changed", name)
		}
		if _, err := ReadNDJSON(strings.NewReader(tc.in)); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, tc.want)
		}
	}
}

// What no line could hold is an error, never left out.
func TestWriteNDJSONRefusesStrays(t *testing.T) {
	for name, change := range map[string]func(*Report){
		"claim":      func(r *Report) { r.Claims[0].Document = "d_9" },
		"finding":    func(r *Report) { r.Findings[0].Document = "d_9" },
		"ungrounded": func(r *Report) { r.Ungrounded[0].Document = "d_9" },
		"documents":  func(r *Report) { r.Documents[1].ID = "d_1" },
	} {
		r := machineReport(t)
		change(r)
		if err := WriteNDJSON(&bytes.Buffer{}, r, Options{}); err == nil || !strings.Contains(err.Error(), "d_") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// What could not be read back in its order is refused.
func TestWriteNDJSONRefusesOtherOrders(t *testing.T) {
	for name, change := range map[string]func(*Report){
		"finding":          func(r *Report) { r.Findings = append(r.Findings, r.Findings[0]) },
		"claim":            func(r *Report) { slices.Reverse(r.Claims) },
		"ungrounded claim": func(r *Report) { u := r.Ungrounded[0]; u.Document = "d_1"; r.Ungrounded = append(r.Ungrounded, u) },
		"document":         func(r *Report) { slices.Reverse(r.Documents) },
	} {
		r := machineReport(t)
		change(r)
		if err := WriteNDJSON(&bytes.Buffer{}, r, Options{}); err == nil || !strings.Contains(err.Error(), "later document") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func FuzzReadNDJSON(f *testing.F) {
	r, _ := labourReport(f)
	var b bytes.Buffer
	if err := WriteNDJSON(&b, r, Options{}); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(`{"type":"run","schema_version":"1","tool":{},"run":{}}` + "\n" + `{"type":"summary","summary":{}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := ReadNDJSON(bytes.NewReader(data))
		if err != nil {
			return
		}
		lines := render(t, WriteNDJSON, r, Options{})
		back, err := ReadNDJSON(bytes.NewReader(lines))
		if err != nil {
			t.Fatalf("what was read cannot be read again: %v", err)
		}
		if writeJSON(t, back) != writeJSON(t, r) {
			t.Error("a round trip changes the report")
		}
	})
}
