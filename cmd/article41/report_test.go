package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/article41/article41/checker/report"
)

// saved is a folder with an article and the report of a run over it.
func saved(t *testing.T) {
	t.Helper()
	folder(t, map[string]string{"breach.txt": breach, "calm.txt": calm})
	if res := (world{}).run(t, "check", "-q", "-f", "json=report.json", "breach.txt"); res.code != exitFindings {
		t.Fatal(res)
	}
}

// A saved report gives the same bytes in every format as the run itself.
func TestConvertIsCheck(t *testing.T) {
	saved(t)
	for _, f := range report.Formats() {
		direct := world{}.run(t, "check", "-f", f.Name, "breach.txt")
		converted := world{}.run(t, "report", "convert", "report.json", "-f", f.Name)
		if converted.code != exitDone || converted.err != "" {
			t.Errorf("%s: %+v", f.Name, converted)
		}
		if direct.out != converted.out {
			t.Errorf("%s: check wrote\n%s\nand convert\n%s", f.Name, direct.out, converted.out)
		}
	}
}

func TestSavedReports(t *testing.T) {
	for _, tc := range []struct {
		name string
		do   func(t *testing.T)
		args string
		code int
		out  string // on standard output
		err  string // on standard error
	}{
		{"verify", nil, "verify report.json", exitDone, "every quote stands where the report says", ""},
		{"verify runs again", nil, "verify report.json", exitDone, "0 new, 0 gone, 0 changed", ""},
		{"verify, article changed", write("breach.txt", breach+"More.\n"), "verify report.json", exitIncomplete, "not compared", "not the one that was checked"},
		{"verify, article gone", remove("breach.txt"), "verify report.json", exitIncomplete, "no article is at hand", "breach.txt"},
		{"verify, quote changed", edit("report.json", "hundreds of workers", "hundreds of farmers"), "verify report.json", exitFindings, "do not stand", "hundreds of farmers"},
		{"verify, severity changed", edit("report.json", `"severity": "critical"`, `"severity": "info"`), "verify report.json", exitFindings, "severity: info -> critical", ""},
		{"verify, paragraph changed", edit("report.json", "2397", "2398"), "verify report.json", exitFindings, "provisions", ""},
		{"convert without the article", remove("breach.txt"), "report convert report.json -f pretty", exitDone, "dprk-labour", "shown by their passages alone"},
		{"convert over the report", nil, "report convert report.json -f json=report.json", exitUsage, "", "overwrite"},
		{"convert, cut short", cutShort("report.json"), "report convert report.json", exitUsage, "", "report.json"},
		{"convert, of a later version", edit("report.json", `"schema_version": "1"`, `"schema_version": "2"`), "report convert report.json", exitUsage, "", "schema_version"},
		{"convert, no report", write("report.json", "{}"), "report convert report.json", exitUsage, "", "report.json"},
		{"convert nothing", remove("report.json"), "report convert report.json", exitUsage, "", "report.json"},
		{"merge the same twice", nil, "report merge report.json report.json", exitUsage, "", "both hold breach.txt"},
		{"merge", run("check", "-q", "-f", "json=other.json", "calm.txt"), "report merge report.json other.json", exitDone, `"documents": 2`, ""},
		{"diff", run("check", "-q", "-f", "json=other.json", "calm.txt"), "report diff report.json other.json", exitDone, "because: document is gone", ""},
		{"diff with an exit code", run("check", "-q", "-f", "json=other.json", "calm.txt"), "report diff --exit-code report.json other.json", exitFindings, "gone", ""},
		{"no diff", nil, "report diff --exit-code report.json report.json", exitDone, "0 new, 0 gone, 0 changed", ""},
		{"diff as JSON", nil, "report diff -f json report.json report.json", exitDone, `"unchanged"`, ""},
		{"baseline", run("baseline", "create", "report.json", "-o", "known.json"), "check --baseline known.json breach.txt", exitDone, "suppressed by waivers or a baseline", ""},
		{"baseline over another", run("baseline", "create", "report.json", "-o", "known.json"), "baseline create report.json -o known.json", exitUsage, "", "baseline update"},
		{"baseline, all gone", both(run("baseline", "create", "report.json", "-o", "known.json"), write("breach.txt", calm)), "check --baseline known.json breach.txt", exitDone, "no flag raised", "2 of the baseline's findings are gone"},
		{"baseline, another article", run("baseline", "create", "report.json", "-o", "known.json"), "check --baseline known.json calm.txt", exitDone, "no flag raised", ""},
		{"baseline update by a filtered report", both(run("baseline", "create", "report.json", "-o", "known.json"), run("check", "--category", "arms", "-f", "json=report.json", "breach.txt")), "baseline update known.json report.json", exitUsage, "", "filters have narrowed"},
		{"verify a filtered report", run("check", "--category", "arms", "-f", "json=report.json", "breach.txt"), "verify report.json", exitDone, "0 new, 0 gone, 0 changed", ""},
		{"verify, message changed", edit("report.json", "sending of workers by", "lawful sending of workers by"), "verify report.json", exitFindings, "message differs", ""},
		{"verify, source changed", edit("report.json", "\"name\": \"ministry\"", "\"name\": \"minister\""), "verify report.json", exitFindings, "who says so differs", ""},
		{"verify, claim changed", edit("report.json", "\"confidence\": \"high\"", "\"confidence\": \"low\""), "verify report.json", exitFindings, "c_01 differs", ""},
		{"over a waivers file", waive("2026-06-01", "2027-05-31"), "check --waivers waivers.yaml -f json=waivers.yaml breach.txt", exitUsage, "", "would overwrite waivers.yaml"},
		{"policy inputs over the article", nil, "check --inputs breach.txt breach.txt", exitUsage, "", "would overwrite breach.txt"},
		{"policy inputs over the report", nil, "check -f json=x --inputs ./x breach.txt", exitUsage, "", "same file"},
		{"a full disk loses no other report", nil, "check -f json=/dev/full -f csv=left.csv breach.txt", exitUsage, "", "no space"},
		{"waiver not given yet", waive("2026-06-01", "2027-05-31"), "check --today 2026-05-31 --waivers waivers.yaml breach.txt", exitFindings, "", "does not hold yet"},
		{"NDJSON", run("check", "-f", "ndjson=report.ndjson", "breach.txt"), "report convert report.ndjson -f concise", exitDone, "breach.txt:3:1", ""},
		{"baseline shown", run("baseline", "create", "report.json", "-o", "known.json"), "check --baseline known.json --show-suppressed -f concise breach.txt", exitDone, "in the baseline", ""},
		{"baseline update", run("baseline", "create", "report.json", "-o", "known.json"), "baseline update known.json report.json", exitDone, "0 taken out, 0 put in", ""},
		{"no baseline", nil, "check --baseline report.json breach.txt", exitUsage, "", "report.json:"},
		{"waiver", waive("2026-06-01", "2027-05-31"), "check --today 2026-07-01 --waivers waivers.yaml --min-severity high breach.txt", exitFindings, "", ""},
		{"waiver expired", waive("2026-06-01", "2027-05-31"), "check --today 2027-06-01 --waivers waivers.yaml breach.txt", exitFindings, "", "expired on 2027-05-31"},
		{"waiver without a last day", waive("2026-06-01", ""), "check --waivers waivers.yaml breach.txt", exitUsage, "", "waivers.yaml:"},
		{"waivers checked", waive("2026-06-01", "2027-05-31"), "waive check --today 2026-07-01 --report report.json waivers.yaml", exitDone, "1 waivers, 0 expired, 0 that cover nothing", ""},
		{"waivers checked late", waive("2026-06-01", "2027-05-31"), "waive check --today 2027-07-01 waivers.yaml", exitFindings, "expired on 2027-05-31", ""},
		{"waivers listed", waive("2026-06-01", "2027-05-31"), "waive list waivers.yaml", exitDone, "approved by B. Lead", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			saved(t)
			if tc.do != nil {
				tc.do(t)
			}
			res := world{}.run(t, strings.Fields(tc.args)...)
			if res.code != tc.code || !strings.Contains(res.out, tc.out) || !strings.Contains(res.err, tc.err) {
				t.Errorf("exit code %d, want %d\n%s\n%s", res.code, tc.code, res.out, res.err)
			}
		})
	}
}

// A waived finding stays in JSON with its justification, and does not count.
func TestWaivedInJSON(t *testing.T) {
	saved(t)
	waive("2026-06-01", "2027-05-31")(t)
	res := world{}.run(t, "check", "--today", "2026-07-01", "--waivers", "waivers.yaml", "-f", "json", "breach.txt")
	var r report.Report
	if err := json.Unmarshal([]byte(res.out), &r); err != nil {
		t.Fatal(err)
	}
	if s := r.Findings[0].Suppressed; s == nil || s.Reason != "looked at" || s.Expires != "2027-05-31" || r.Summary.Suppressed != 1 {
		t.Errorf("%+v, %d suppressed", s, r.Summary.Suppressed)
	}
}

func write(name, text string) func(*testing.T) {
	return func(t *testing.T) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func remove(name string) func(*testing.T) {
	return func(t *testing.T) {
		t.Helper()
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
	}
}

func edit(name, from, to string) func(*testing.T) {
	return func(t *testing.T) {
		t.Helper()
		data, err := os.ReadFile(name)
		if err != nil || !strings.Contains(string(data), from) {
			t.Fatalf("%v, or no %q in %s", err, from, name)
		}
		write(name, strings.ReplaceAll(string(data), from, to))(t)
	}
}

func cutShort(name string) func(*testing.T) {
	return func(t *testing.T) {
		t.Helper()
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		write(name, string(data[:len(data)/2]))(t)
	}
}

func run(args ...string) func(*testing.T) {
	return func(t *testing.T) {
		t.Helper()
		if res := (world{}).run(t, args...); res.code == exitUsage {
			t.Fatal(res)
		}
	}
}

// waive writes a waiver for the first finding of the saved report.
func waive(given, expires string) func(*testing.T) {
	return func(t *testing.T) {
		t.Helper()
		data, err := os.ReadFile("report.json")
		if err != nil {
			t.Fatal(err)
		}
		var r report.Report
		if err := json.Unmarshal(data, &r); err != nil {
			t.Fatal(err)
		}
		text := "waivers:\n  - fingerprint: " + r.Findings[0].Fingerprint + "\n    reason: looked at\n    owner: A. Analyst\n    approver: B. Lead\n    given: " + given + "\n"
		if expires != "" {
			text += "    expires: " + expires + "\n"
		}
		write("waivers.yaml", text)(t)
	}
}

// A disk that is full while a report is written: an error, the exit code of one, and
// nothing half-written under the final name.
func TestFullDisk(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("this system has no /dev/full")
	}
	for _, args := range [][]string{
		{"check", "-f", "html=/dev/full", "breach.txt"},
		{"check", "-f", "sarif=/dev/full", "breach.txt"},
		{"report", "convert", "report.json", "-f", "csv=/dev/full"},
		{"report", "merge", "report.json", "-f", "json=/dev/full"},
		{"baseline", "update", "/dev/full", "report.json"},
	} {
		saved(t)
		if res := (world{}).run(t, args...); res.code != exitUsage || res.err == "" {
			t.Errorf("%v: exit code %d, %q", args, res.code, res.err)
		}
	}
	saved(t)
	if err := os.Mkdir("closed", 0o555); err != nil {
		t.Fatal(err)
	}
	if os.Getuid() != 0 { // root may write anywhere
		if res := (world{}).run(t, "check", "-f", "html=closed/report.html", "breach.txt"); res.code != exitUsage {
			t.Errorf("a folder that cannot be written to: %+v", res)
		}
	}
	if left, err := os.ReadDir("closed"); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func both(do ...func(*testing.T)) func(*testing.T) {
	return func(t *testing.T) {
		t.Helper()
		for _, f := range do {
			f(t)
		}
	}
}
