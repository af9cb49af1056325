package main

import (
	"encoding/json"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/article41/article41/checker"
	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/process"
)

const root = "../../"

func document(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(root + path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

var (
	linkPattern    = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	commandPattern = regexp.MustCompile("(?m)(?:^|`)(?:go run ./cmd/)?article41 ([a-z]+(?: [a-z]+)?)")
)

func documents(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob(root + "docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	list := []string{"README.md", "CONTRIBUTING.md", "CHANGELOG.md"}
	for _, p := range paths {
		list = append(list, strings.TrimPrefix(filepath.ToSlash(p), root))
	}
	return list
}

func TestLinksLeadSomewhere(t *testing.T) {
	for _, path := range documents(t) {
		for _, m := range linkPattern.FindAllStringSubmatch(document(t, path), -1) {
			link, _, _ := strings.Cut(m[1], "#")
			if link == "" || strings.Contains(link, "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(root, filepath.Dir(path), link)); err != nil {
				t.Errorf("%s links to %s, which does not exist", path, m[1])
			}
		}
	}
}

func TestDocumentedCommandsExist(t *testing.T) {
	command := newRoot(&program{})
	command.InitDefaultCompletionCmd() // cobra adds it when it runs
	for _, path := range documents(t) {
		for _, m := range commandPattern.FindAllStringSubmatch(document(t, path), -1) {
			found, _, err := command.Find(strings.Fields(m[1]))
			if err != nil || found == command {
				t.Errorf("%s mentions %q, which is no command", path, m[0])
			}
		}
	}
}

func TestReadmeCommandsRunInCI(t *testing.T) {
	readme, ci := document(t, "README.md"), document(t, ".ci/run")
	for _, want := range []string{"go run ./cmd/article41 check fixtures/primorye-visit/article.txt", "go test ./..."} {
		if !strings.Contains(readme, want) {
			t.Errorf("README.md lacks the command %q", want)
		}
	}
	for _, want := range []string{"go test ./...", "fixtures/primorye-visit/article.txt"} {
		if !strings.Contains(ci, want) {
			t.Errorf(".ci/run lacks %q", want)
		}
	}
}

var update = flag.Bool("update", false, "write the program's output into README.md")

// The README opens with what the program really prints.
func TestReadmeShowsRealOutput(t *testing.T) {
	readme := document(t, "README.md")
	before, rest, ok := strings.Cut(readme, "```text\n")
	shown, after, closed := strings.Cut(rest, "```")
	if !ok || !closed {
		t.Fatal("README.md has no ```text block")
	}
	path, err := filepath.Abs(root + "README.md")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(root)
	real := abridged(t, world{}.run(t, "check", "fixtures/primorye-visit/article.txt").out)
	if shown == real {
		return
	}
	if !*update {
		t.Errorf("README.md shows other output than the program prints; write it anew with: go test ./cmd/article41 -run Readme -update\n%s", real)
		return
	}
	if err := os.WriteFile(path, []byte(before+"```text\n"+real+"```"+after), 0o644); err != nil {
		t.Fatal(err)
	}
}

// abridged is the part of the output that the README shows: the finding on arms
// trade with its first provision, and the counts.
func abridged(t *testing.T, out string) string {
	t.Helper()
	cut := func(s, from, to string) string {
		_, rest, ok := strings.Cut(s, from)
		part, _, ok2 := strings.Cut(rest, to)
		if !ok || !ok2 {
			t.Fatalf("the output has no part from %q to %q:\n%s", from, to, out)
		}
		return from + part
	}
	finding := cut(out, "CRITICAL  breach indicated  Arms trade", "\n── ")
	law := cut(finding, "CRITICAL", "                    [2] ")
	why := cut(finding, "  Why  ", "  May be lawful if")
	counts := cut(cut(out, "── Summary", "  Claims  "), "  Severity", "  Status")
	return law + "[…]\n" + why + "[…]\n" + counts
}

func TestClaimsExampleWorks(t *testing.T) {
	_, example, ok := strings.Cut(document(t, "docs/claims.md"), "```yaml\n")
	if !ok {
		t.Fatal("docs/claims.md has no example")
	}
	example, _, _ = strings.Cut(example, "```")
	f, err := claim.Decode("docs/claims.md", []byte(example))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := article.Read(f.Article.Path, []byte(document(t, f.Article.Path)), article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, err := checker.New(t.Context(), checker.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.CheckClaims(t.Context(), doc, f)
	if err != nil {
		t.Fatal(err)
	}
	got := make(map[string]string)
	for _, x := range r.Findings {
		got[x.Measure] = x.Verdict
	}
	if len(r.Failures) > 0 || len(got) != 2 || got["dprk-labour-repatriation"] != "watch" || got["dprk-labour-no-new-authorisations"] != "watch" {
		t.Errorf("findings %v, failures %v", got, r.Failures)
	}
}

// blocks are the fenced blocks of a language in a document, in order.
func blocks(t *testing.T, path, language string) []string {
	t.Helper()
	parts := strings.Split(document(t, path), "```"+language+"\n")
	if len(parts) < 2 {
		t.Fatalf("%s has no block of %s", path, language)
	}
	for i, p := range parts {
		parts[i], _, _ = strings.Cut(p, "```")
	}
	return parts[1:]
}

// The protocol as documented is what a program gets, and what it may answer.
func TestExtractorProtocolAsDocumented(t *testing.T) {
	story, talk := blocks(t, "docs/extractors.md", "text")[0], blocks(t, "docs/extractors.md", "json")
	by := extractorCommand(t, "docs .")
	folder(t, map[string]string{"article.txt": story, "answer.json": talk[1]})
	r := world{}.run(t, "check", "--extractor", by, "-f", "json", "article.txt")
	rep := reportIn(t, r.out)
	if r.code != exitFindings || len(rep.Claims) != 1 || len(rep.Findings) != 2 || len(rep.Ungrounded) != 1 || rep.Ungrounded[0].Code != "status_too_strong" {
		t.Errorf("exit code %d, %d claims, %d findings, ungrounded %+v\n%s", r.code, len(rep.Claims), len(rep.Findings), rep.Ungrounded, r.err)
	}
	request, err := os.ReadFile("request.json")
	if err != nil {
		t.Fatal(err)
	}
	var got, want any
	if err := errors.Join(json.Unmarshal(request, &got), json.Unmarshal([]byte(talk[0]), &want)); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("docs/extractors.md shows another request than this:\n%s", request)
	}
}

func TestExampleExtractorWorks(t *testing.T) {
	goTool, err := exec.LookPath("go")
	if err != nil || runtime.GOOS == "windows" {
		t.Skip("no Go to build it with")
	}
	commands := blocks(t, "docs/extractors.md", "sh")[1]
	folder(t, map[string]string{
		"finder.go":   blocks(t, "docs/extractors.md", "go")[0],
		"article.txt": blocks(t, "docs/extractors.md", "text")[0],
	})
	for command := range strings.Lines(commands) {
		args, err := process.Split(command)
		if err != nil {
			t.Fatal(err)
		}
		if args[0] == "go" {
			if out, err := exec.Command(goTool, args[1:]...).CombinedOutput(); err != nil {
				t.Fatalf("%s: %v\n%s", command, err, out)
			}
			continue
		}
		r := world{}.run(t, args[1:]...)
		if r.code != exitFindings || !strings.Contains(r.out, "dprk-labour-repatriation") || !strings.Contains(r.out, "claims by exec finder") {
			t.Errorf("%s: exit code %d\n%s%s", command, r.code, r.out, r.err)
		}
	}
}
