package coverage

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/fixture"
	"github.com/article41/article41/checker/policy"
	"github.com/article41/article41/policies"
	"github.com/article41/article41/rules"
)

var update = flag.Bool("update", false, "write docs/coverage.md")

// The gate: a measure in force without policy, tests on both sides of it and of
// its dates must not be merged, and the document says what is true now.
func TestCoverageOfTheRules(t *testing.T) {
	c, err := catalog.Load(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	tests, err := policy.Tests(t.Context(), policies.FS, c.PolicyData())
	if err != nil {
		t.Fatal(err)
	}
	fixtures, err := fixture.Load(os.DirFS("../../fixtures"))
	if err != nil {
		t.Fatal(err)
	}
	r := Of(c, tests, fixtures)
	for _, m := range r.Measures {
		for _, g := range m.Gaps {
			t.Errorf("%s: %s", m.ID, g)
		}
	}
	for id := range tests {
		if m, ok := c.Measure(id); !ok || m.Kind != "" {
			t.Errorf("policies or their tests name %s, which no claim can meet", id)
		}
	}

	const file = "../../docs/coverage.md"
	var b bytes.Buffer
	if err := WriteMarkdown(&b, r); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if have, err := os.ReadFile(file); err != nil || !bytes.Equal(have, b.Bytes()) {
		t.Errorf("%s is not current (%v); run go test ./checker/coverage -update", file, err)
	}
}

// What counts as a gap, on a small measure.
func TestGaps(t *testing.T) {
	whole := func() (catalog.Measure, policy.Tested) {
		m := catalog.Measure{ID: "x", From: "2017-09-11", Until: "2017-12-21", WindDownUntil: "2017-10-01"}
		tested := policy.Tested{Policy: "x.rego:1"}
		for day, want := range map[string]string{
			"2017-09-10": policy.NoVerdict, "2017-09-11": "watch", "2017-10-01": "watch", "2017-10-02": "watch",
			"2017-12-01": policy.NoVerdict, "2017-12-21": "watch", "2017-12-22": policy.NoVerdict,
		} {
			tested.Cases = append(tested.Cases, policy.Case{Name: day, From: day, To: day, Want: want})
		}
		return m, tested
	}
	without := func(t *policy.Tested, day string) {
		t.Cases = slices.DeleteFunc(t.Cases, func(c policy.Case) bool { return c.From == day })
	}
	for want, spoil := range map[string]func(*policy.Tested){
		"":                                                func(*policy.Tested) {},
		"no policy assesses it":                           func(x *policy.Tested) { x.Policy = "" },
		"no near miss while it is in force":               func(x *policy.Tested) { without(x, "2017-12-01") },
		"no case on its first day, 2017-09-11":            func(x *policy.Tested) { without(x, "2017-09-11") },
		"no case on the day before, 2017-09-10":           func(x *policy.Tested) { without(x, "2017-09-10") },
		"no case on its last day, 2017-12-21":             func(x *policy.Tested) { without(x, "2017-12-21") },
		"no case on the day after, 2017-12-22":            func(x *policy.Tested) { without(x, "2017-12-22") },
		"no case on 2017-10-01, where its wind-down ends": func(x *policy.Tested) { without(x, "2017-10-01") },
		"no case on 2017-10-02, where its wind-down ends": func(x *policy.Tested) { without(x, "2017-10-02") },
		"nothing": func(x *policy.Tested) { x.Cases = x.Cases[:0] },
	} {
		m, tested := whole()
		spoil(&tested)
		got := strings.Join(gaps(&m, tested), "; ")
		if len(tested.Cases) == 0 {
			if !strings.Contains(got, "no case that it catches") {
				t.Errorf("without cases: %s", got)
			}
			continue
		}
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// An exemption or power is shown and asks for no policy.
func TestKindsHaveNoGaps(t *testing.T) {
	c := &catalog.Catalogue{Measures: []catalog.Measure{
		{ID: "x-power", Kind: "power", From: "2017-09-11", Provisions: []catalog.Provision{{Instrument: "S/RES/2397 (2017)", Paragraph: "25", Verification: "primary"}}},
		{ID: "x-ban", From: "2017-09-11"},
	}}
	r := Of(c, nil, nil)
	if len(r.Measures[0].Gaps) != 0 || len(r.Measures[1].Gaps) == 0 || r.Provisions != 1 || r.Verification["primary"] != 1 {
		t.Errorf("%+v", r)
	}
	for name, write := range map[string]func() (string, error){
		"text": func() (string, error) { var b bytes.Buffer; err := WriteText(&b, r); return b.String(), err },
		"json": func() (string, error) { var b bytes.Buffer; err := WriteJSON(&b, r); return b.String(), err },
		"md":   func() (string, error) { var b bytes.Buffer; err := WriteMarkdown(&b, r); return b.String(), err },
	} {
		out, err := write()
		if err != nil || !strings.Contains(out, "x-power") || !strings.Contains(out, "no policy assesses it") {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
		if name == "json" && !json.Valid([]byte(out)) {
			t.Errorf("not JSON: %s", out)
		}
	}
}
