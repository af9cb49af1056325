package main

import (
	"os"
	"strings"
	"testing"
)

func TestConfiguration(t *testing.T) {
	for _, tc := range []struct {
		name, file, args string
		env              map[string]string
		code             int
		out, err         string
	}{
		{"none", "", "check -q -f concise breach.txt", nil, exitFindings, "critical", ""},
		{"file", "fail_on: none\n", "check -q -f concise breach.txt", nil, exitDone, "critical", ""},
		{"flag over file", "fail_on: none\n", "check -q --fail-on low breach.txt", nil, exitFindings, "", ""},
		{"exit zero over file", "fail_on: low\n", "check -q --exit-zero breach.txt", nil, exitDone, "", ""},
		{"environment over file", "fail_on: none\n", "check -q breach.txt", map[string]string{"ARTICLE41_FAIL_ON": "low"}, exitFindings, "", ""},
		{"no file wanted", "fail_on: none\n", "check -q --config none breach.txt", nil, exitFindings, "", ""},
		{"list", "category: [arms, seafood]\n", "check -q breach.txt", nil, exitDone, "no flag raised", ""},
		{"list in the environment", "", "check -q breach.txt", map[string]string{"ARTICLE41_CATEGORY": "arms,seafood"}, exitDone, "no flag raised", ""},
		{"format", "format: concise\n", "check -q breach.txt", nil, exitFindings, "breach.txt:3:1: critical", ""},
		{"format is check's", "format: concise\n", "schema config", nil, exitDone, "show_suppressed", ""},
		{"unknown key", "fail-on: none\n", "check breach.txt", nil, exitUsage, "", "article41.yaml:1:1: unknown key"},
		{"bad value", "fail_on: severe\n", "check breach.txt", nil, exitUsage, "", "config show --origin"},
		{"bad number", "jobs: 0\n", "check breach.txt", nil, exitUsage, "", "--jobs is 0"},
		{"an extractor", "extractor: exec:rm\n", "check breach.txt", nil, exitUsage, "", "unknown key \"extractor\""},
		{"a file that is not there", "", "check --config gone.yaml breach.txt", nil, exitUsage, "", "gone.yaml"},
		{"waivers that are not there", "waivers: ci/waivers.yaml\n", "check breach.txt", nil, exitUsage, "", "waivers.yaml"},
		{"shown", "fail_on: none\njobs: 2\n", "config show --origin", map[string]string{"ARTICLE41_COLOR": "never"}, exitDone, "article41.yaml:2:1", ""},
		{"shown, environment", "", "config show --origin", map[string]string{"ARTICLE41_COLOR": "never"}, exitDone, "# environment, ARTICLE41_COLOR", ""},
		{"shown, default", "", "config show", nil, exitDone, "fail_on: medium", ""},
		{"doctor", "", "doctor", nil, exitDone, "+ rules", ""},
		{"doctor with a bad file", "fail-on: none\n", "doctor", nil, exitUsage, "! configuration", ""},
		{"doctor with a bad value", "fail_on: bogus\n", "doctor", nil, exitUsage, "! configuration", ""},
		{"doctor with a date that is none", "as_of: \"2023-13-45\"\n", "doctor", nil, exitUsage, "! configuration", ""},
		{"doctor with no room to read", "max_bytes: 0\n", "doctor", nil, exitUsage, "! configuration", ""},
		{"doctor with an unknown color", "color: pink\n", "doctor", nil, exitUsage, "! configuration", ""},
		{"doctor with waivers that are not there", "waivers: gone.yaml\n", "doctor", nil, exitUsage, "! suppressed", ""},
		{"doctor with rules that are not there", "rules: gone\n", "doctor", nil, exitUsage, "! rules", ""},
		{"a file that names what to write", "format: json=x\n", "check breach.txt", nil, exitUsage, "", "which file is written is said on the command line"},
		{"the schema mends a bad file", "bogus: 1\n", "schema config", nil, exitDone, "fail_on", ""},
		{"spaces in the environment", "", "check -q -f concise breach.txt", map[string]string{"ARTICLE41_CATEGORY": "labour, arms"}, exitFindings, "critical", ""},
		{"no number in the environment", "", "check breach.txt", map[string]string{"ARTICLE41_JOBS": "x"}, exitUsage, "", "ARTICLE41_JOBS: \"x\" is no number"},
		{"exit zero switched off", "fail_on: none\n", "check -q --exit-zero=false breach.txt", nil, exitDone, "", ""},
		{"rules list is not narrowed", "category: [seafood]\n", "rules list", nil, exitDone, "dprk-arms-trade", ""},
		{"manual pages", "", "man .", nil, exitDone, "pages in .", ""},
		{"manual pages nowhere", "", "man gone", nil, exitUsage, "", "no folder gone"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			folder(t, map[string]string{"breach.txt": breach})
			if tc.file != "" {
				if err := os.WriteFile("article41.yaml", []byte(tc.file), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			env := map[string]string{"XDG_CONFIG_HOME": t.TempDir()}
			for k, v := range tc.env {
				env[k] = v
			}
			res := world{env: env}.run(t, strings.Fields(tc.args)...)
			if res.code != tc.code || !strings.Contains(res.out, tc.out) || !strings.Contains(res.err, tc.err) {
				t.Errorf("exit code %d, want %d\n%s\n%s", res.code, tc.code, res.out, res.err)
			}
		})
	}
}

// Every command that users see has a page that says what it does and what its flags are.
func TestManualPages(t *testing.T) {
	folder(t, nil)
	if res := (world{}).run(t, "man", "."); res.code != exitDone {
		t.Fatal(res)
	}
	for _, c := range documented(newRoot(&program{})) {
		name := strings.ReplaceAll(c.CommandPath(), " ", "-") + ".1"
		page, err := os.ReadFile(name)
		if err != nil {
			t.Error(err)
			continue
		}
		for i, line := range strings.Split(string(page), "\n") {
			if strings.HasPrefix(line, "'") || strings.HasPrefix(line, ".") && !strings.Contains(" .TH .SH .TP .B .PP .nf .fi ", " "+strings.Fields(line)[0]+" ") {
				t.Errorf("%s:%d: a request that was not meant: %q", name, i+1, line)
			}
		}
		if !strings.Contains(string(page), roff(c.Short)) {
			t.Errorf("%s does not say what the command does", name)
		}
	}
}
