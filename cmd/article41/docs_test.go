package main

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/article41/article41/checker"
	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
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
