package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"gopkg.in/yaml.v3"

	"github.com/article41/article41/checker/report"
)

// action is what a composite action may say; unknown keys are mistakes.
type action struct {
	Name        string            `yaml:"name"`
	Description string            `yaml:"description"`
	Branding    map[string]string `yaml:"branding"`
	Inputs      map[string]struct {
		Description string  `yaml:"description"`
		Default     *string `yaml:"default"`
	} `yaml:"inputs"`
	Outputs map[string]struct {
		Description string `yaml:"description"`
		Value       string `yaml:"value"`
	} `yaml:"outputs"`
	Runs struct {
		Using string       `yaml:"using"`
		Steps []actionStep `yaml:"steps"`
	} `yaml:"runs"`
}

type actionStep struct {
	Name  string            `yaml:"name"`
	ID    string            `yaml:"id"`
	If    string            `yaml:"if"`
	Uses  string            `yaml:"uses"`
	With  map[string]string `yaml:"with"`
	Shell string            `yaml:"shell"`
	Env   map[string]string `yaml:"env"`
	Run   string            `yaml:"run"`
}

type hook struct {
	ID            string   `yaml:"id"`
	Name          string   `yaml:"name"`
	Description   string   `yaml:"description"`
	Entry         string   `yaml:"entry"`
	Args          []string `yaml:"args"`
	Language      string   `yaml:"language"`
	Files         string   `yaml:"files"`
	PassFilenames *bool    `yaml:"pass_filenames"`
	RequireSerial bool     `yaml:"require_serial"`
	Minimum       string   `yaml:"minimum_pre_commit_version"`
}

func strictly(t *testing.T, path string, v any) {
	t.Helper()
	dec := yaml.NewDecoder(strings.NewReader(document(t, path)))
	dec.KnownFields(true)
	if err := dec.Decode(v); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

func theAction(t *testing.T) action {
	t.Helper()
	var a action
	strictly(t, "action.yml", &a)
	return a
}

func (a action) step(t *testing.T, name string) actionStep {
	t.Helper()
	i := slices.IndexFunc(a.Runs.Steps, func(s actionStep) bool { return s.Name == name })
	if i < 0 {
		t.Fatalf("action.yml has no step %q", name)
	}
	return a.Runs.Steps[i]
}

var (
	inputPattern  = regexp.MustCompile(`\binputs\.([\w-]+)`)
	outputPattern = regexp.MustCompile(`^\$\{\{ steps\.(\w+)\.outputs\.([\w-]+) \}\}$`)
	pinPattern    = regexp.MustCompile(`^[\w-]+/[\w-]+@[0-9a-f]{40}$`)
)

func TestActionIsSound(t *testing.T) {
	a := theAction(t)
	if a.Runs.Using != "composite" || a.Name == "" || a.Description == "" {
		t.Errorf("%+v", a)
	}
	used := make(map[string]bool)
	scripts := make(map[string]string)
	for _, s := range a.Runs.Steps {
		for _, text := range append(slices.Collect(mapValues(s.Env)), s.If) {
			for _, m := range inputPattern.FindAllStringSubmatch(text, -1) {
				used[m[1]] = true
				if _, ok := a.Inputs[m[1]]; !ok {
					t.Errorf("step %q uses the input %s, which does not exist", s.Name, m[1])
				}
			}
		}
		if s.Uses != "" {
			if !pinPattern.MatchString(s.Uses) || s.Run != "" {
				t.Errorf("step %q uses %s, which is not pinned to a commit", s.Name, s.Uses)
			}
			continue
		}
		// What an expression gives becomes a part of the script's text: whoever writes
		// the input would write the script.
		if strings.Contains(s.Run, "${{") {
			t.Errorf("step %q has an expression in its script", s.Name)
		}
		if s.Shell != "bash" {
			t.Errorf("step %q names the shell %q", s.Name, s.Shell)
		}
		if strings.Contains(s.Run, "eval ") || strings.Contains(s.Run, "`") {
			t.Errorf("step %q evaluates text", s.Name)
		}
		for name := range s.Env {
			if !strings.Contains(s.Run, "$"+name) && !strings.Contains(s.Run, "${"+name) {
				t.Errorf("step %q does not use %s", s.Name, name)
			}
		}
		scripts[s.ID] = s.Run
	}
	for name, in := range a.Inputs {
		if !used[name] {
			t.Errorf("the input %s is not used", name)
		}
		if in.Description == "" || in.Default == nil {
			t.Errorf("the input %s has no description or no default", name)
		}
	}
	for name, out := range a.Outputs {
		m := outputPattern.FindStringSubmatch(out.Value)
		if m == nil || m[1] == "" || !strings.Contains(scripts[m[1]], m[2]+"=") {
			t.Errorf("the output %s is %s, which no step gives", name, out.Value)
		}
	}
}

func mapValues(m map[string]string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, v := range m {
			if !yield(v) {
				return
			}
		}
	}
}

var callPattern = regexp.MustCompile(`"\$out/article41" (\w+)((?: \\\n|[^\n|;])*)`)

// flagsExist insists that every flag in a command line is one of the command's.
func flagsExist(t *testing.T, where, command string, words []string) {
	t.Helper()
	cmd, _, err := newRoot(&program{}).Find([]string{command})
	if err != nil || cmd.Name() != command {
		t.Errorf("%s: there is no command %q", where, command)
		return
	}
	for _, w := range words {
		w = strings.Trim(w, `"`)
		if w == "--" {
			return
		}
		if !strings.HasPrefix(w, "-") {
			continue
		}
		name, _, _ := strings.Cut(strings.TrimLeft(w, "-"), "=")
		if !hasFlag(cmd, name, strings.HasPrefix(w, "--")) {
			t.Errorf("%s: %s has no flag %s", where, command, w)
		}
	}
}

func hasFlag(cmd *cobra.Command, name string, long bool) bool {
	if long {
		return cmd.Flags().Lookup(name) != nil
	}
	return len(name) == 1 && cmd.Flags().ShorthandLookup(name) != nil
}

func TestActionFlagsExist(t *testing.T) {
	calls := 0
	for _, s := range theAction(t).Runs.Steps {
		for _, m := range callPattern.FindAllStringSubmatch(s.Run, -1) {
			calls++
			words := strings.Fields(strings.ReplaceAll(m[2], "\\\n", " "))
			flagsExist(t, "action.yml, "+s.Name, m[1], words)
			if !slices.Contains(words, "--") {
				t.Errorf("step %q: without -- a file's name can be a flag", s.Name)
			}
		}
	}
	if calls != 2 {
		t.Errorf("%d calls of article41 were found, want 2", calls)
	}
}

func TestActionFormatsExist(t *testing.T) {
	for _, name := range []string{"sarif", "github"} {
		if !strings.Contains(theAction(t).step(t, "Check").Run, name+"=$out/") {
			t.Errorf("the action does not write %s", name)
		}
		if _, ok := report.FormatByName(name); !ok {
			t.Errorf("the action writes the format %s, which does not exist", name)
		}
	}
}

func TestHooksAreSound(t *testing.T) {
	var hooks []hook
	strictly(t, ".pre-commit-hooks.yaml", &hooks)
	var ids []string
	for _, h := range hooks {
		ids = append(ids, h.ID)
		words := strings.Fields(h.Entry)
		if len(words) != 2 || words[0] != "article41" || h.Language != "golang" || h.Name == "" || h.Description == "" {
			t.Errorf("%+v", h)
			continue
		}
		flagsExist(t, h.ID, words[1], h.Args)
		if h.PassFilenames == nil && (len(h.Args) == 0 || h.Args[len(h.Args)-1] != "--") {
			t.Errorf("%s: names of files come behind %v and can be flags", h.ID, h.Args)
		}
		files, err := regexp.Compile(h.Files)
		if err != nil {
			t.Fatal(err)
		}
		for name, want := range map[string]bool{"fixtures/x/article.txt": true, "fixtures/x/article.html": true, "main.go": false, "notes.md": false} {
			if files.MatchString(name) != want {
				t.Errorf("%s: matches %s: %v", h.ID, name, !want)
			}
		}
	}
	if !slices.Equal(ids, []string{"article41-check", "article41-test"}) {
		t.Errorf("hooks %v", ids)
	}
}

// A stand-in for article41: keeps its arguments, speaks as an article could, writes
// the files that it is asked for and ends as it is told.
const standIn = `#!/bin/sh
for a in "$@"; do printf '%s\0' "$a"; done > "$RUNNER_TEMP/args-$1"
echo '::error::words of an article'
for a in "$@"; do
  case $a in
    sarif=*) echo '{}' > "${a#sarif=}" ;;
    github=*) echo '::warning file=a.txt::flagged' > "${a#github=}" ;;
    */junit.xml | */fixtures.md) echo x > "$a" ;;
  esac
done
exit "$STAND_IN_CODE"
`

// runner stands in for the machine that runs an action.
type runner struct{ workspace, temp string }

func newRunner(t *testing.T) runner {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("no POSIX shell")
	}
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("no bash")
	}
	r := runner{t.TempDir(), t.TempDir()}
	if err := errors.Join(
		os.Mkdir(filepath.Join(r.temp, "article41"), 0o755),
		os.Mkdir(filepath.Join(r.temp, "bin"), 0o755),
		os.WriteFile(filepath.Join(r.temp, "article41", "article41"), []byte(standIn), 0o755),
		os.WriteFile(filepath.Join(r.temp, "bin", "go"), []byte("#!/bin/sh\nfor a in \"$@\"; do printf '%s\\0' \"$a\"; done > \"$RUNNER_TEMP/args-go\"; pwd > \"$RUNNER_TEMP/pwd-go\"\n"), 0o755),
	); err != nil {
		t.Fatal(err)
	}
	return r
}

// run executes a step's script as the runner does, with values for its environment.
func (r runner) run(t *testing.T, s actionStep, code string, values map[string]string) (out string, exit int) {
	t.Helper()
	script := filepath.Join(r.temp, "script.sh")
	if err := os.WriteFile(script, []byte(s.Run), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", script)
	cmd.Dir = r.workspace
	cmd.Env = []string{"PATH=" + filepath.Join(r.temp, "bin") + ":" + os.Getenv("PATH"), "RUNNER_TEMP=" + r.temp, "STAND_IN_CODE=" + code,
		"GITHUB_OUTPUT=" + filepath.Join(r.temp, "output"), "GITHUB_STEP_SUMMARY=" + filepath.Join(r.temp, "summary")}
	for name := range s.Env {
		cmd.Env = append(cmd.Env, name+"="+values[name])
	}
	data, err := cmd.CombinedOutput()
	if e, ok := errors.AsType[*exec.ExitError](err); ok {
		return string(data), e.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	return string(data), 0
}

// args are the arguments that the stand-in got.
func (r runner) args(t *testing.T, command string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(r.temp, "args-"+command))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(data), "\x00"), "\x00")
}

// clean insists that no input was executed.
func (r runner) clean(t *testing.T) {
	t.Helper()
	for _, dir := range []string{r.workspace, r.temp} {
		if found, _ := filepath.Glob(filepath.Join(dir, "*pwned*")); found != nil {
			t.Errorf("an input was executed: %v", found)
		}
	}
}

var hostileInputs = []string{
	"$(touch pwned)", "`touch pwned`", `"; touch pwned; "`, "'; touch pwned; '", "x && touch pwned", "| touch pwned", "--exit-zero", "-", "*", "${HOME}", "a b.txt", "é.txt",
}

func TestActionCheckStep(t *testing.T) {
	r := newRunner(t)
	s := theAction(t).step(t, "Check")
	out, exit := r.run(t, s, "1", map[string]string{
		"CHECK_PATHS": "\n" + strings.Join(hostileInputs, "\n") + "\r\n\n", "CHECK_FAIL_ON": "$(touch pwned)", "CHECK_FORMAT": "github",
	})
	r.clean(t)
	dir := filepath.Join(r.temp, "article41")
	want := append([]string{"check", "--format", "github=" + dir + "/annotations.txt", "--format", "sarif=" + dir + "/article41.sarif",
		"--fail-on", "$(touch pwned)", "--"}, hostileInputs...)
	if got := r.args(t, "check"); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if exit != 0 {
		t.Errorf("the step ends with %d; it must leave that to the last one\n%s", exit, out)
	}
	// The words of the article lie between the commands that stop the runner from
	// listening, the annotations behind them.
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 4 || !regexp.MustCompile(`^::stop-commands::[0-9a-f]{32}$`).MatchString(lines[0]) ||
		lines[1] != "::error::words of an article" || lines[2] != "::"+strings.TrimPrefix(lines[0], "::stop-commands::")+"::" || lines[3] != "::warning file=a.txt::flagged" {
		t.Errorf("printed %q", lines)
	}
	outputs, err := os.ReadFile(filepath.Join(r.temp, "output"))
	if err != nil || string(outputs) != "exit-code=1\nsarif="+dir+"/article41.sarif\n" {
		t.Errorf("outputs %q, error %v", outputs, err)
	}
	for _, format := range []string{"", "json=pwned", "-x", "$(touch pwned)", "json pretty", "../pwned"} {
		r := newRunner(t)
		if out, exit := r.run(t, s, "0", map[string]string{"CHECK_PATHS": "a.txt", "CHECK_FORMAT": format}); exit != 2 || r.args(t, "check") != nil {
			t.Errorf("format %q: exit code %d, arguments %q\n%s", format, exit, r.args(t, "check"), out)
		}
		r.clean(t)
	}
	r = newRunner(t)
	if r.run(t, s, "0", map[string]string{"CHECK_PATHS": "a.txt", "CHECK_FORMAT": "concise", "CHECK_FAIL_ON": "none"}); r.args(t, "check")[2] != "concise" {
		t.Errorf("arguments %q", r.args(t, "check"))
	}
}

func TestActionFixturesStep(t *testing.T) {
	s := theAction(t).step(t, "Run fixtures")
	for _, folder := range hostileInputs {
		r := newRunner(t)
		out, exit := r.run(t, s, "1", map[string]string{"TEST_FOLDER": folder})
		dir := filepath.Join(r.temp, "article41")
		if got, want := r.args(t, "test"), []string{"test", "--junit", dir + "/junit.xml", "--table", dir + "/fixtures.md", "--", folder}; exit != 0 || !slices.Equal(got, want) {
			t.Errorf("exit code %d, arguments %q, want %q\n%s", exit, got, want, out)
		}
		r.clean(t)
		outputs, err := os.ReadFile(filepath.Join(r.temp, "output"))
		if err != nil || !bytes.Equal(outputs, []byte("exit-code=1\njunit="+dir+"/junit.xml\n")) {
			t.Errorf("outputs %q, error %v", outputs, err)
		}
	}
}

func TestActionBuildStep(t *testing.T) {
	s := theAction(t).step(t, "Build article41")
	for _, version := range append([]string{"v1 v2", "v1\nv2", "../../x", "-x", "@latest"}, hostileInputs...) {
		r := newRunner(t)
		if out, exit := r.run(t, s, "0", map[string]string{"WANTED_VERSION": version}); exit != 2 || r.args(t, "go") != nil {
			t.Errorf("version %q: exit code %d, arguments %q\n%s", version, exit, r.args(t, "go"), out)
		}
		r.clean(t)
	}
	r := newRunner(t)
	r.run(t, s, "0", map[string]string{"WANTED_VERSION": "v1.2.3"})
	if got := r.args(t, "go"); !slices.Equal(got, []string{"install", "-trimpath", "github.com/article41/article41/cmd/article41@v1.2.3"}) {
		t.Errorf("arguments %q", got)
	}
	source := filepath.Join(r.workspace, "action $(touch pwned)")
	if err := os.Mkdir(source, 0o755); err != nil {
		t.Fatal(err)
	}
	out, exit := r.run(t, s, "0", map[string]string{"ACTION_FOLDER": source})
	if got := r.args(t, "go"); exit != 0 || len(got) == 0 || got[0] != "build" || got[len(got)-1] != "./cmd/article41" {
		t.Errorf("exit code %d, arguments %q\n%s", exit, got, out)
	}
	if dir, err := os.ReadFile(filepath.Join(r.temp, "pwd-go")); err != nil || filepath.Base(strings.TrimSpace(string(dir))) != filepath.Base(source) {
		t.Errorf("built in %q, error %v", dir, err)
	}
}

func TestActionResultStep(t *testing.T) {
	r := newRunner(t)
	s := theAction(t).step(t, "Result")
	for _, tc := range []struct {
		check, test string
		want        int
	}{{"", "", 2}, {"0", "", 0}, {"", "0", 0}, {"1", "", 1}, {"", "1", 1}, {"0", "1", 1}, {"3", "1", 3}, {"1", "2", 2}, {"0", "0", 0}} {
		if out, exit := r.run(t, s, "0", map[string]string{"CHECK_CODE": tc.check, "TEST_CODE": tc.test}); exit != tc.want {
			t.Errorf("check %q, test %q: exit code %d, want %d\n%s", tc.check, tc.test, exit, tc.want, out)
		}
	}
}
