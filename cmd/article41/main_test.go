package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/article41/article41/checker/report"
)

// breach is an article with one plain finding; calm has none.
const (
	breach = "PUBLISHED 12 May 2023\n\nNorth Korea has sent hundreds of workers to Russia, the ministry said on Tuesday.\n"
	calm   = "The weather in Vladivostok was fine on Tuesday, the ministry said.\n"
)

type result struct {
	code     int
	out, err string
}

type world struct {
	stdin string
	env   map[string]string
	tty   bool
}

func (w world) run(t *testing.T, args ...string) result {
	t.Helper()
	var out, errs bytes.Buffer
	p := &program{
		in: strings.NewReader(w.stdin), out: &out, err: &errs,
		env: func(k string) string { return w.env[k] }, tty: w.tty,
	}
	code := p.run(t.Context(), args)
	return result{code, out.String(), errs.String()}
}

// folder makes a new current folder with files in it.
func folder(t *testing.T, files map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
}

func TestExitCodes(t *testing.T) {
	folder(t, map[string]string{
		"breach.txt": breach, "calm.txt": calm, "binary.txt": "\x00\x00\x01", "empty/readme.txt": "x", "sub/calm.txt": calm,
		"good.claims.yaml": "schema_version: \"1\"\narticle: {path: calm.txt}\nclaims: []\n",
		"bad.claims.yaml":  "schema_version: \"1\"\narticle: {path: calm.txt}\nclams: []\n",
	})
	tests := []struct {
		name  string
		args  string
		stdin string
		code  int
		err   string // on standard error
	}{
		{"nothing flagged", "check calm.txt", "", exitDone, ""},
		{"flagged", "check breach.txt", "", exitFindings, ""},
		{"flagged beside calm", "check calm.txt breach.txt", "", exitFindings, ""},
		{"flagged, folder", "check -q .", "", exitIncomplete, "binary.txt"},
		{"pattern", "check b*h.txt", "", exitFindings, ""},
		{"standard input", "check -", breach, exitFindings, ""},
		{"standard input, calm", "check -", calm, exitDone, ""},
		{"standard input, HTML", "check - --media-type text/html", "<h1>Workers</h1><p>" + strings.ReplaceAll(breach, "\n\n", "</p><p>"), exitFindings, ""},
		{"standard input, nothing", "check -", "", exitIncomplete, "empty"},
		{"standard input twice", "check - -", calm, exitUsage, "twice"},
		{"exit zero", "check --exit-zero breach.txt", "", exitDone, ""},
		{"fail on nothing", "check --fail-on none breach.txt", "", exitDone, ""},
		{"fail on a bad word", "check --fail-on severe breach.txt", "", exitUsage, "critical, high, medium, low, info, none"},
		{"filtered away", "check --category arms breach.txt", "", exitDone, "hide"},
		{"unknown category", "check --category labor breach.txt", "", exitUsage, "labour"},
		{"unknown measure", "check --measure dprk breach.txt", "", exitUsage, "rules list"},
		{"unknown status", "check --status claimed breach.txt", "", exitUsage, "alleged"},
		{"unknown severity", "check --min-severity severe breach.txt", "", exitUsage, "critical"},
		{"exit zero and fail on", "check --exit-zero --fail-on high breach.txt", "", exitUsage, "contradict"},
		{"exit zero and fail on nothing", "check --exit-zero --fail-on none breach.txt", "", exitDone, ""},
		{"no bytes", "check --max-bytes 0 breach.txt", "", exitUsage, "--max-bytes"},
		{"fewer than no bytes", "parse --max-bytes -1 breach.txt", "", exitUsage, "--max-bytes"},
		{"as many bytes as there are numbers", "check --max-bytes 9223372036854775807 breach.txt", "", exitFindings, ""},
		{"the same from standard input", "check --max-bytes 9223372036854775807 -", breach, exitFindings, ""},
		{"bad media type", "check --media-type image/png breach.txt", "", exitUsage, "--media-type"},
		{"one file for two formats", "check -f json=x -f concise=./x calm.txt", "", exitUsage, "two formats"},
		{"a folder for a format", "check -f json=sub calm.txt", "", exitUsage, "is a folder"},
		{"report over the article of a claims file", "check -f json=calm.txt good.claims.yaml", "", exitUsage, "overwrite"},
		{"extract nothing", "extract", "", exitUsage, "name of an article is missing"},
		{"extract what check would read otherwise", "extract --media-type text/html calm.txt", "", exitIncomplete, ".html"},
		{"parse with a bad date", "parse --published soon calm.txt", "", exitUsage, "YYYY-MM-DD"},
		{"explain without quotes", "explain S/RES/2397 (2017) 8", "", exitUsage, "quotes"},
		{"missing file", "check gone.txt", "", exitIncomplete, "gone.txt"},
		{"bad file wins over findings", "check breach.txt binary.txt", "", exitIncomplete, "binary.txt"},
		{"exit zero does not hide failures", "check --exit-zero breach.txt binary.txt", "", exitIncomplete, "binary.txt"},
		{"too large", "check --max-bytes 10 calm.txt", "", exitIncomplete, "calm.txt"},
		{"bad claims file", "check bad.claims.yaml", "", exitIncomplete, `bad.claims.yaml:3:1: unknown key "clams"`},
		{"empty folder", "check empty", "", exitUsage, "nothing to check"},
		{"pattern without a match", "check *.html", "", exitUsage, "matches this pattern"},
		{"no argument", "check", "", exitUsage, "nothing to check"},
		{"unknown flag", "check --fast calm.txt", "", exitUsage, "unknown flag: --fast"},
		{"unknown command", "chek calm.txt", "", exitUsage, "check"},
		{"bad date", "check --as-of yesterday calm.txt", "", exitUsage, "YYYY-MM-DD"},
		{"bad published", "check --published 2023-02-30 calm.txt", "", exitUsage, "--published"},
		{"bad format", "check -f xml calm.txt", "", exitUsage, "pretty, concise, json"},
		{"two formats on one output", "check -f json=- -f pretty calm.txt", "", exitUsage, "standard output"},
		{"format without file", "check -f json= calm.txt", "", exitUsage, "no file"},
		{"format into no folder", "check -f json=no/such/x.json calm.txt", "", exitUsage, "no folder"},
		{"bad colour", "check --color maybe calm.txt", "", exitUsage, "--color"},
		{"no jobs", "check -j 0 calm.txt", "", exitUsage, "--jobs"},
		{"help", "check --help", "", exitDone, ""},
		{"extract", "extract calm.txt", "", exitDone, ""},
		{"extract a missing file", "extract gone.txt", "", exitIncomplete, "gone.txt"},
		{"extract several to standard output", "extract calm.txt breach.txt", "", exitUsage, "-o FOLDER"},
		{"extract standard input", "extract -", calm, exitIncomplete, "save standard input"},
		{"extract in no format", "extract --format xml calm.txt", "", exitUsage, "yaml, json"},
		{"extract over the article", "extract calm.txt -o ./calm.txt", "", exitUsage, "overwrite"},
		{"report over the article", "check -f json=calm.txt ./calm.txt", "", exitUsage, "overwrite"},
		{"extract two of one name", "extract calm.txt sub/calm.txt -o empty", "", exitUsage, "both be written"},
		{"extract a bad one beside a good one", "extract binary.txt breach.txt -o empty", "", exitIncomplete, "binary.txt"},
		{"parse", "parse breach.txt", "", exitDone, ""},
		{"parse a missing file", "parse gone.txt", "", exitIncomplete, "gone.txt"},
		{"explain nothing known", "explain xyz", "", exitUsage, "xyz"},
		{"explain from no report", "explain f_1 --report calm.txt", "", exitUsage, "calm.txt"},
		{"rules show an unknown one", "rules show xyz", "", exitUsage, "xyz"},
		{"test without fixtures", "test empty", "", exitUsage, ""},
		{"schema of nothing", "schema xml", "", exitUsage, "xml"},
		{"version", "version", "", exitDone, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := world{stdin: tt.stdin}.run(t, strings.Fields(tt.args)...)
			if r.code != tt.code {
				t.Errorf("exit code %d, want %d; standard error:\n%s", r.code, tt.code, r.err)
			}
			if !strings.Contains(r.err, tt.err) {
				t.Errorf("standard error lacks %q:\n%s", tt.err, r.err)
			}
			if tt.code >= exitUsage && !strings.HasPrefix(r.err, "article41: ") {
				t.Errorf("errors begin with the program's name; got %q", r.err)
			}
			if tt.code == exitUsage && r.out != "" {
				t.Errorf("printed although the command could not run: %q", r.out)
			}
		})
	}
}

func TestGoodInputIsReportedBesideBad(t *testing.T) {
	folder(t, map[string]string{"breach.txt": breach, "binary.txt": "\x00\x00\x01"})
	r := world{}.run(t, "check", "-f", "concise", "binary.txt", "gone.txt", "breach.txt")
	if r.code != exitIncomplete || !strings.Contains(r.out, "dprk-labour-repatriation") {
		t.Errorf("exit code %d\n%s", r.code, r.out)
	}
	for _, name := range []string{"binary.txt", "gone.txt"} {
		if n := strings.Count(r.err, name); n != 1 {
			t.Errorf("standard error names %s %d times:\n%s", name, n, r.err)
		}
	}
}

func TestExtractGoesOnAfterABadArticle(t *testing.T) {
	folder(t, map[string]string{"breach.txt": breach, "binary.txt": "\x00\x00\x01", "out/keep": ""})
	r := world{}.run(t, "extract", "binary.txt", "gone.txt", "breach.txt", "-o", "out")
	if r.code != exitIncomplete || strings.Count(r.err, "binary.txt") != 1 || strings.Count(r.err, "gone.txt") != 1 {
		t.Errorf("exit code %d\n%s", r.code, r.err)
	}
	if _, err := os.Stat("out/breach.claims.yaml"); err != nil {
		t.Error(err)
	}
}

func TestJSONIsValid(t *testing.T) {
	folder(t, map[string]string{"breach.txt": breach, "calm.txt": calm, "binary.txt": "\x00\x00\x01"})
	r := world{}.run(t, "check", "-f", "json", ".")
	validReport(t, r.out)
	var rep report.Report
	if err := json.Unmarshal([]byte(r.out), &rep); err != nil {
		t.Fatal(err)
	}
	if len(rep.Documents) != 2 || len(rep.Failures) != 1 || len(rep.Findings) == 0 || rep.Run.FailOn != "medium" {
		t.Errorf("%d documents, %d failures, %d findings, fail on %q", len(rep.Documents), len(rep.Failures), len(rep.Findings), rep.Run.FailOn)
	}
}

// validReport holds a JSON report against the schema that the program prints.
func validReport(t *testing.T, out string) {
	t.Helper()
	schema, err := jsonschema.UnmarshalJSON(strings.NewReader(world{}.run(t, "schema", "report").out))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("report.json", schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("report.json")
	if err != nil {
		t.Fatal(err)
	}
	instance, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiled.Validate(instance); err != nil {
		t.Error(err)
	}
}

func TestSeveralFormats(t *testing.T) {
	folder(t, map[string]string{"breach.txt": breach, "out/report.json": "old"})
	if err := os.Chmod(filepath.Join("out", "report.json"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := world{tty: true}.run(t, "check", "-f", "concise", "-f", "json=out/report.json", "-f", "pretty=out/report.txt", "breach.txt")
	if r.code != exitFindings || !strings.Contains(r.out, "\x1b[") {
		t.Errorf("exit code %d, output without colour on a terminal?\n%s", r.code, r.out)
	}
	data, err := os.ReadFile(filepath.Join("out", "report.json"))
	if err != nil || !json.Valid(data) {
		t.Errorf("report.json: %v, valid %v", err, json.Valid(data))
	}
	if info, err := os.Stat(filepath.Join("out", "report.json")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file's mode was not kept: %v %v", info.Mode(), err)
	}
	text, err := os.ReadFile(filepath.Join("out", "report.txt"))
	if err != nil || bytes.Contains(text, []byte("\x1b")) || !bytes.Contains(text, []byte("human review")) {
		t.Errorf("report.txt: %v\n%s", err, text)
	}
	entries, err := os.ReadDir("out")
	if err != nil || len(entries) != 2 {
		t.Errorf("something was left behind: %v %v", entries, err)
	}
}

func TestNonRegularFilesAreNotReplaced(t *testing.T) {
	folder(t, map[string]string{"calm.txt": calm})
	if r := (world{}).run(t, "check", "-f", "json="+os.DevNull, "calm.txt"); r.code != exitDone {
		t.Fatalf("exit code %d: %s", r.code, r.err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Errorf("the null device was replaced: %v %v", info, err)
	}
}

func TestColour(t *testing.T) {
	folder(t, map[string]string{"breach.txt": breach})
	tests := []struct {
		name string
		w    world
		args []string
		want bool
	}{
		{"pipe", world{}, nil, false},
		{"terminal", world{tty: true}, nil, true},
		{"NO_COLOR", world{tty: true, env: map[string]string{"NO_COLOR": "1"}}, nil, false},
		{"FORCE_COLOR over NO_COLOR", world{env: map[string]string{"NO_COLOR": "1", "FORCE_COLOR": "1"}}, nil, true},
		{"the flag over all", world{tty: true, env: map[string]string{"FORCE_COLOR": "1"}}, []string{"--color", "never"}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := tt.w.run(t, append([]string{"check", "breach.txt"}, tt.args...)...)
			if got := strings.Contains(r.out, "\x1b["); got != tt.want {
				t.Errorf("coloured: %v, want %v", got, tt.want)
			}
		})
	}
}

func TestHostileArticleCannotDriveTheTerminal(t *testing.T) {
	folder(t, map[string]string{"evil.txt": "North Korea has sent hundreds of \x1b[2J\x1b]0;owned\x07 workers to Russia\u202e, the ministry said.\n"})
	for _, format := range []string{"pretty", "concise"} {
		r := world{}.run(t, "check", "-f", format, "evil.txt")
		if strings.ContainsAny(r.out+r.err, "\x1b\x07\u202e") {
			t.Errorf("%s: control characters came through: %q", format, r.out+r.err)
		}
	}
}

func TestHostileNamesCannotDriveTheTerminal(t *testing.T) {
	folder(t, map[string]string{"evil\x1b[2J\u202e.txt": "\x00"})
	for _, args := range [][]string{{"check", "."}, {"check", "gone\x1b[2J.txt"}, {"check", "none\x1b*"}, {"parse", "gone\x1b.txt"}, {"extract", "gone\x1b.txt"}, {"explain", "x\x1b"}} {
		r := world{}.run(t, args...)
		if r.code < exitUsage || strings.ContainsAny(r.out+r.err, "\x1b\u202e") {
			t.Errorf("%q: exit code %d, %q", args, r.code, r.out+r.err)
		}
	}
}

func TestFullOutputIsReportedOnce(t *testing.T) {
	folder(t, map[string]string{"calm.txt": calm})
	var errs bytes.Buffer
	p := &program{in: strings.NewReader(""), out: closedPipe{}, err: &errs, env: func(string) string { return "" }}
	if code := p.run(t.Context(), []string{"check", "-f", "json", "calm.txt"}); code != exitUsage || strings.Count(errs.String(), io.ErrClosedPipe.Error()) != 1 {
		t.Errorf("exit code %d, %q", code, errs.String())
	}
}

type closedPipe struct{}

func (closedPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestClosedPipeIsAnError(t *testing.T) {
	folder(t, map[string]string{"breach.txt": breach, "calm.txt": calm})
	for _, args := range []string{"check breach.txt", "check calm.txt", "check -f json calm.txt", "schema report", "rules list", "version", "extract breach.txt", "parse breach.txt"} {
		var errs bytes.Buffer
		p := &program{in: strings.NewReader(""), out: closedPipe{}, err: &errs, env: func(string) string { return "" }}
		if code := p.run(t.Context(), strings.Fields(args)); code != exitUsage || !strings.Contains(errs.String(), io.ErrClosedPipe.Error()) {
			t.Errorf("%s: exit code %d, standard error %q", args, code, errs.String())
		}
	}
}

func TestInterrupt(t *testing.T) {
	folder(t, map[string]string{"breach.txt": breach})
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(errors.New("SIGINT"))
	var out, errs bytes.Buffer
	p := &program{in: strings.NewReader(""), out: &out, err: &errs, env: func(string) string { return "" }}
	if code := p.run(ctx, []string{"check", "breach.txt"}); code != exitInterrupted || out.Len() > 0 {
		t.Errorf("exit code %d, output %q", code, out.String())
	}
}

func TestExtractedClaimsGiveTheSameFindings(t *testing.T) {
	folder(t, map[string]string{"articles/breach.txt": breach, "claims/keep": ""})
	want := findings(t, world{}.run(t, "check", "-f", "json", "articles/breach.txt").out)
	if len(want) == 0 {
		t.Fatal("the article gives no finding")
	}

	yaml := world{}.run(t, "extract", "articles/breach.txt")
	if got := findings(t, world{stdin: yaml.out}.run(t, "check", "-f", "json", "-").out); !slices.Equal(got, want) {
		t.Errorf("by standard input: got %v, want %v", got, want)
	}
	asJSON := world{}.run(t, "extract", "--format", "json", "articles/breach.txt")
	if got := findings(t, world{stdin: asJSON.out}.run(t, "check", "-f", "json", "-").out); !slices.Equal(got, want) {
		t.Errorf("by standard input, JSON: got %v, want %v", got, want)
	}
	for _, out := range []string{"claims/named.yaml", "claims"} {
		if r := (world{}).run(t, "extract", "articles/breach.txt", "-o", out); r.code != exitDone {
			t.Fatalf("extract -o %s: %s", out, r.err)
		}
	}
	for _, file := range []string{"claims/named.yaml", "claims/breach.claims.yaml"} {
		if got := findings(t, world{}.run(t, "check", "-f", "json", file).out); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", file, got, want)
		}
	}
}

// findings lists the fingerprints of a JSON report.
func findings(t *testing.T, out string) []string {
	t.Helper()
	var r report.Report
	if err := json.Unmarshal([]byte(out), &r); err != nil {
		t.Fatalf("%v in %q", err, out)
	}
	var list []string
	for _, f := range r.Findings {
		list = append(list, f.Fingerprint+" "+f.Verdict)
	}
	return list
}

func TestExplain(t *testing.T) {
	folder(t, map[string]string{"breach.txt": breach})
	for ref, want := range map[string]string{
		"dprk-labour-repatriation": "S/RES/2397 (2017), para. 8 (obligation",
		"S/RES/2397 (2017) 8":      "dprk-labour-repatriation",
		"2397:8":                   "dprk-labour-repatriation",
		"joint-venture":            "dprk-joint-ventures",
		"tourism":                  "no measure of the regime",
	} {
		if r := (world{}).run(t, "explain", ref); r.code != exitDone || !strings.Contains(r.out, want) {
			t.Errorf("explain %s: exit code %d, lacks %q\n%s%s", ref, r.code, want, r.out, r.err)
		}
	}

	world{}.run(t, "check", "-f", "json=r.json", "breach.txt")
	data, err := os.ReadFile("r.json")
	if err != nil {
		t.Fatal(err)
	}
	var rep report.Report
	if err := json.Unmarshal(data, &rep); err != nil {
		t.Fatal(err)
	}
	f := rep.Findings[0]
	for _, id := range []string{f.ID, f.Fingerprint, f.Claim} {
		r := world{}.run(t, "explain", id, "--report", "r.json")
		if r.code != exitDone || !strings.Contains(r.out, f.Measure) {
			t.Errorf("explain %s: exit code %d\n%s%s", id, r.code, r.out, r.err)
		}
	}
	if r := (world{}).run(t, "explain", "f_00000000", "--report", "r.json"); r.code != exitUsage {
		t.Errorf("unknown finding: exit code %d", r.code)
	}
}

func TestRules(t *testing.T) {
	list := world{}.run(t, "rules", "list")
	if !strings.Contains(list.out, "dprk-labour-repatriation") || !strings.Contains(list.out, "2397:8") {
		t.Errorf("rules list:\n%s", list.out)
	}
	one := world{}.run(t, "rules", "list", "--category", "labour")
	if strings.Contains(one.out, "dprk-arms") || !strings.Contains(one.out, "dprk-labour") {
		t.Errorf("rules list --category labour:\n%s", one.out)
	}
	var measures []measureJSON
	if err := json.Unmarshal([]byte(world{}.run(t, "rules", "list", "--json").out), &measures); err != nil {
		t.Fatal(err)
	}
	if len(measures) != strings.Count(list.out, "\n")-1 {
		t.Errorf("JSON has %d measures, the table %d lines", len(measures), strings.Count(list.out, "\n"))
	}
	for _, m := range measures {
		if len(m.Provisions) == 0 || m.Provisions[0].URL == "" {
			t.Errorf("%s: no provision or no link", m.ID)
		}
		show := world{}.run(t, "rules", "show", m.ID)
		if show.code != exitDone || !strings.Contains(show.out, m.Provisions[0].Label) {
			t.Errorf("rules show %s: exit code %d\n%s", m.ID, show.code, show.out)
		}
	}
}

func TestFixturesCommand(t *testing.T) {
	const seed = "../../fixtures/"
	r := world{}.run(t, "test", seed, "--run", "^gold-medal$", "-v")
	if r.code != exitDone || !strings.Contains(r.out, "gold-medal") {
		t.Errorf("exit code %d\n%s%s", r.code, r.out, r.err)
	}
	folder(t, map[string]string{
		"fixtures/wrong/article.txt": breach,
		"fixtures/wrong/expect.yaml": "title: A finding that must not be\nabout: It must fail.\nnever:\n- {quote: hundreds of workers, why: a test}\n",
	})
	if r := (world{}).run(t, "test"); r.code != exitFindings || !strings.Contains(r.out, "wrong") {
		t.Errorf("exit code %d\n%s%s", r.code, r.out, r.err)
	}
	folder(t, map[string]string{
		"fixtures/broken/article.txt": breach,
		"fixtures/broken/expect.yaml": "titel: x\n",
	})
	if r := (world{}).run(t, "test"); r.code != exitUsage || !strings.Contains(r.err, "titel") {
		t.Errorf("exit code %d\n%s%s", r.code, r.out, r.err)
	}
}
