package main

import (
	"archive/tar"
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/article41/article41/policies"
)

// A user's own policies: a narrower reading counts, and a faulty one is an error
// of its own kind, with its place.
func TestOwnPolicies(t *testing.T) {
	labour, err := policies.FS.ReadFile("categories/labour/labour.rego")
	if err != nil {
		t.Fatal(err)
	}
	narrower := strings.Replace(string(labour), `"condition": "they work there, from which income follows, whatever their visa",
	"met": true,`, `"condition": "the text says that they are paid", "met": false, "unknown": true, "missing": "pay",`, 1)
	if narrower == string(labour) {
		t.Fatal("the rule to be changed is no longer there")
	}
	folder(t, map[string]string{
		"breach.txt": breach, "calm.txt": calm,
		"own/categories/labour/labour.rego": narrower,
		"net/categories/labour/more.rego":   "package article41.categories.labour\n\nx := http.send({\"method\": \"get\", \"url\": \"http://127.0.0.1\"})\n",
		"odd/lib/odd.rego":                  "package article41.lib\n\nodd := input.activty\nodd := 2 if {\n",
		"endless/lib/verdicts2.rego":        "package article41.lib\n\nact := {} if count(numbers.range(1, 4000000000)) > 0\n",
		"empty/readme.md":                   "x",
		"rules/regimes/dprk/labour.yaml":    "measures:\n- {id: dprk-x, category: labor}\n",
	})
	if r := (world{}).run(t, "check", "-f", "concise", "breach.txt"); !strings.Contains(r.out, "breach indicated: labour: dprk-labour-repatriation") {
		t.Errorf("built in: %+v", r)
	}
	if r := (world{}).run(t, "check", "-f", "concise", "--policies", "own", "breach.txt"); r.code != exitFindings || !strings.Contains(r.out, "breach possible: labour: dprk-labour-repatriation") {
		t.Errorf("own: %+v", r)
	}
	for _, tc := range []struct{ args, want string }{
		{"--policies net", "categories/labour/more.rego:3:6: undefined function http.send"},
		{"--policies odd", "lib/odd.rego:5"},
		{"--policies empty", "--policies empty: there is no .rego or .yaml file in it"},
		{"--policies nowhere", "--policies nowhere"},
		{"--rules rules", "regimes/dprk/labour.yaml:2:3"},
	} {
		args := append([]string{"check"}, append(strings.Fields(tc.args), "calm.txt")...)
		if r := (world{}).run(t, args...); r.code != exitUsage || !strings.Contains(r.err, tc.want) || r.out != "" {
			t.Errorf("%s: %+v, want %s", tc.args, r, tc.want)
		}
	}
	if r := (world{}).run(t, "check", "--policies", "endless", "calm.txt", "breach.txt"); r.code != exitIncomplete || !strings.Contains(r.err, "took longer than") {
		t.Errorf("endless: %+v", r)
	}
}

func TestBundleAndInputs(t *testing.T) {
	folder(t, map[string]string{"breach.txt": breach})
	if r := (world{}).run(t, "bundle", "-o", "b.tar.gz"); r.code != exitDone || r.err != "" {
		t.Fatalf("%+v", r)
	}
	f, err := os.Open("b.tar.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	zipped, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for archive := tar.NewReader(zipped); ; {
		h, err := archive.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		names[h.Name] = true
		if strings.HasSuffix(h.Name, "_test.rego") {
			t.Errorf("the bundle holds the test %s", h.Name)
		}
	}
	for _, want := range []string{"/.manifest", "/data.json", "/article41.rego", "/lib/caps.rego", "/categories/minerals/minerals.rego"} {
		if !names[want] {
			t.Errorf("the bundle lacks %s", want)
		}
	}
	if r := (world{tty: true}).run(t, "bundle"); r.code != exitUsage {
		t.Errorf("to a terminal: %+v", r)
	}

	if r := (world{}).run(t, "check", "-f", "json=report.json", "--inputs", "inputs.ndjson", "breach.txt"); r.code != exitFindings {
		t.Fatalf("%+v", r)
	}
	written, err := os.ReadFile("inputs.ndjson")
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for s := bufio.NewScanner(bytes.NewReader(written)); s.Scan(); lines++ {
		var row struct {
			Document, Claim string
			Input           struct{ Activity string }
		}
		if err := json.Unmarshal(s.Bytes(), &row); err != nil || row.Document != "d_1" || row.Claim == "" || row.Input.Activity != "send_workers" {
			t.Errorf("%v: %s", err, s.Text())
		}
	}
	if lines != 1 {
		t.Errorf("%d inputs, want 1", lines)
	}
}

func TestRulesCoverage(t *testing.T) {
	t.Chdir(root)
	r := (world{}).run(t, "rules", "coverage", "--format", "json")
	if r.code != exitDone || !json.Valid([]byte(r.out)) {
		t.Errorf("code %d, %s, %d bytes", r.code, r.err, len(r.out))
	}
	if r := (world{}).run(t, "rules", "coverage"); r.code != exitDone || !strings.Contains(r.out, "gaps: 0") {
		t.Errorf("%+v", r)
	}
	if r := (world{}).run(t, "rules", "coverage", "--format", "xml"); r.code != exitUsage {
		t.Errorf("%+v", r)
	}
	if r := (world{}).run(t, "rules", "coverage", "--fixtures", "nowhere"); r.code != exitUsage {
		t.Errorf("%+v", r)
	}
}
