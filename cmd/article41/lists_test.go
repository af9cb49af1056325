package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/article41/article41/checker/screen"
)

const (
	smallList    = "../../fixtures/_lists/list.xml"
	smallVessels = "../../fixtures/_lists/vessels.csv"
)

// withLists is a world with a data folder of its own and the small lists in it.
func withLists(t *testing.T) world {
	t.Helper()
	w := world{env: map[string]string{"ARTICLE41_DATA": t.TempDir()}}
	for _, name := range []string{smallList, smallVessels} {
		if r := w.run(t, "lists", "import", name); r.code != exitDone {
			t.Fatalf("lists import %s: exit %d\n%s", name, r.code, r.err)
		}
	}
	return w
}

// with is the world with something on standard input.
func (w world) with(stdin string) world {
	w.stdin = stdin
	return w
}

func TestLists(t *testing.T) {
	if r := (world{}).run(t, "lists", "status"); r.code != exitUsage || !strings.Contains(r.err, "set ARTICLE41_DATA") {
		t.Errorf("no folder of the user's: exit %d\n%s", r.code, r.err)
	}
	w := world{env: map[string]string{"HOME": t.TempDir()}}
	if r := w.run(t, "lists", "status"); r.code != exitUsage || !strings.Contains(r.err, "lists import FILE") {
		t.Errorf("status of nothing: exit %d\n%s", r.code, r.err)
	}
	w = withLists(t)
	for _, test := range []struct {
		args      []string
		code      int
		out, serr string
	}{
		{[]string{"lists", "status"}, exitDone, "Consolidated List of the Security Council of 2026-02-01  (in use)", ""},
		{[]string{"lists", "status", "--json"}, exitDone, `"individuals": 11`, ""},
		{[]string{"lists", "import", smallList}, exitDone, "in use already", ""},
		{[]string{"lists", "import", "lists.go"}, exitUsage, "", "nothing was imported"},
		{[]string{"lists", "update"}, exitUsage, "", "--from is missing"},
		{[]string{"lists", "update", "--from", "http://example.org/x.xml"}, exitUsage, "", "only https"},
		{[]string{"lists", "search", "Kim Song Chol"}, exitFindings, "song = song: same", ""},
		{[]string{"lists", "search", "KPe.901"}, exitFindings, "designated name match", ""},
		{[]string{"lists", "search", "Nobody Atall"}, exitDone, "no match in these lists\nScreened against the Consolidated List of the Security Council of 2026-02-01", ""},
		{[]string{"lists", "diff", smallList, smallList}, exitDone, "0 added, 0 removed, 0 changed", ""},
		{[]string{"lists", "diff", smallList, smallVessels}, exitUsage, "", "cannot be compared"},
		{[]string{"lists", "diff", smallList, "nowhere.xml"}, exitUsage, "", "neither a file nor a stored version"},
		{[]string{"screen", "--kind", "ship", "x"}, exitUsage, "", "unknown kind"},
		{[]string{"screen", "--threshold", "0.2", "x"}, exitUsage, "", "scores go from 0.70"},
		{[]string{"screen", "--on", "2026-02-31", "x"}, exitUsage, "", "calendar date"},
		{[]string{"screen", "--country", "KOR", "x"}, exitUsage, "", "two letters"},
		{[]string{"screen", "-f", "yaml", "x"}, exitUsage, "", "unknown format"},
		{[]string{"screen", "Maria Gonzalez", "HWATCO", "--country", "kp"}, exitFindings, "HWATCO: designated name match", ""},
	} {
		r := w.run(t, test.args...)
		if r.code != test.code || !strings.Contains(r.out, test.out) || !strings.Contains(r.err, test.serr) {
			t.Errorf("%v: exit %d, want %d with %q %q\n%s%s", test.args, r.code, test.code, test.out, test.serr, r.out, r.err)
		}
	}
}

func TestListsDiff(t *testing.T) {
	w := withLists(t)
	data, err := os.ReadFile(smallList)
	if err != nil {
		t.Fatal(err)
	}
	later := filepath.Join(t.TempDir(), "later.xml")
	text := strings.NewReplacer("2026-02-01T", "2026-03-01T", "Neil Tsang", "Neil\x1b[31m Tsang", "QDe.901", "QDe.905").Replace(string(data))
	if err := os.WriteFile(later, []byte(strings.ReplaceAll(text, "\x1b", "&#x9b;")), 0o644); err != nil {
		t.Fatal(err)
	}
	if r := w.run(t, "lists", "import", later); r.code != exitDone || !strings.Contains(r.out, "lists diff") {
		t.Errorf("exit %d\n%s%s", r.code, r.out, r.err)
	}
	r := w.run(t, "lists", "diff", smallList, later)
	for _, want := range []string{"1 added, 1 removed, 1 changed", "+ QDe.905", "- QDe.901", "~ KPi.904", "names - Neil Tsang [good]"} {
		if !strings.Contains(r.out, want) {
			t.Errorf("no %q in\n%s%s", want, r.out, r.err)
		}
	}
	if r.code != exitFindings || strings.Contains(r.out, "\u009b") {
		t.Errorf("exit %d, or a control character passed\n%q", r.code, r.out)
	}
}

// A run that screened is valid, holds when it is verified, also after a newer list came
// into use, and can be written in every format; without its lists it cannot be verified.
func TestCheckScreens(t *testing.T) {
	w := withLists(t)
	data, err := os.ReadFile(smallList)
	if err != nil {
		t.Fatal(err)
	}
	later := strings.NewReplacer("2026-02-01T", "2026-03-01T", "QDi.901", "QDi.905").Replace(string(data))
	folder(t, map[string]string{
		"a.txt": "PUBLISHED 12 May 2018\n\nKim Song Chol of North Korea travelled to Sudan in April 2018, a diplomat said.\n\nYusuf Hamdi al-Khalidi was born in Tunis. The tanker Mun Ryong 7 (IMO 9876555) called at Vladivostok on 3 May 2018.\n",
		"b.txt": calm, "later.xml": later,
	})
	r := w.run(t, "check", "-f", "json=r.json", "a.txt", "b.txt")
	if r.code != exitFindings {
		t.Fatalf("exit %d\n%s", r.code, r.err)
	}
	out, err := os.ReadFile("r.json")
	if err != nil {
		t.Fatal(err)
	}
	validReport(t, string(out))
	if again := w.run(t, "check", "-f", "json", "a.txt", "b.txt"); again.out != string(out) {
		t.Error("the same input gives other bytes")
	}
	for _, format := range []string{"pretty", "concise", "ndjson", "sarif", "junit", "github", "csv", "markdown", "html"} {
		if r := w.run(t, "report", "convert", "r.json", "-f", format); r.code != exitDone || r.out == "" {
			t.Errorf("%s: exit %d\n%s", format, r.code, r.err)
		}
	}
	pretty := w.run(t, "report", "convert", "r.json", "-f", "pretty").out
	for _, want := range []string{"[possibly list entry KPi.901]", "mention", "Against the", "KPi.901 KIM SONG CHOL, listed on", "vessel list (latest"} {
		if !strings.Contains(strings.Join(strings.Fields(pretty), " "), want) {
			t.Errorf("no %q in\n%s", want, pretty)
		}
	}
	for range 2 {
		if r := w.run(t, "verify", "r.json"); r.code != exitDone {
			t.Errorf("verify: exit %d\n%s%s", r.code, r.out, r.err)
		}
		w.run(t, "lists", "import", "later.xml")
	}
	if r := (world{env: map[string]string{"HOME": t.TempDir()}}).run(t, "verify", "r.json"); r.code != exitUsage || !strings.Contains(r.err, "import that file again") {
		t.Errorf("verify without the lists: exit %d\n%s", r.code, r.err)
	}
	if r := w.run(t, "check", "--lists", "none", "-f", "json", "a.txt"); strings.Contains(r.out, "screened") {
		t.Error("--lists none screens")
	}
	if r := w.run(t, "check", "--lists", "missing.xml", "a.txt"); r.code != exitUsage || !strings.Contains(r.err, "neither a file") {
		t.Errorf("a list that is not there: exit %d\n%s", r.code, r.err)
	}
}

func TestScreenStandardInput(t *testing.T) {
	w := withLists(t)
	r := w.with("Kim Tong Chol\n\n  Maria Gonzalez \nIMO 9876555\n").run(t, "screen", "-f", "ndjson", "-")
	if r.code != exitFindings {
		t.Fatalf("exit %d\n%s", r.code, r.err)
	}
	var got []string
	for line := range strings.Lines(r.out) {
		var x screen.Result
		if err := json.Unmarshal([]byte(line), &x); err != nil {
			t.Fatal(err)
		}
		got = append(got, x.Query+": "+x.Answer)
	}
	if want := "Kim Tong Chol: possible, Maria Gonzalez: none, IMO 9876555: match"; strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
	if r := w.with("\n").run(t, "screen", "-"); r.code != exitUsage || !strings.Contains(r.err, "no names") {
		t.Errorf("no names: exit %d\n%s", r.code, r.err)
	}
	r = w.with("Maria Gonzalez\nJohn Smith\n").run(t, "screen", "-f", "json", "-")
	var all []screen.Result
	if err := json.Unmarshal([]byte(r.out), &all); err != nil || len(all) != 2 || r.code != exitDone {
		t.Errorf("exit %d, %v\n%s", r.code, err, r.out)
	}
}
