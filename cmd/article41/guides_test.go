package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/article41/article41/checker/report"
)

var shellBlock = regexp.MustCompile("(?ms)^```sh\n(.*?)^```")

// words splits a command line as a shell would that knows double quotes only.
func words(line string) []string {
	var out []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			out = append(out, part)
		} else {
			out = append(out, strings.Fields(part)...)
		}
	}
	return out
}

// Every command of a guide runs, in the order of the guide, in a folder with an article,
// and is neither a mistake nor fails to write what later ones read.
func TestGuidesRun(t *testing.T) {
	guides, err := filepath.Glob(root + "docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	ran := 0
	for _, guide := range guides {
		switch filepath.Base(guide) {
		case "extractors.md", "policies.md":
			continue // need programs and policies: TestExampleExtractorWorks, TestOwnPolicies
		}
		t.Run(filepath.Base(guide), func(t *testing.T) {
			data, err := os.ReadFile(guide)
			if err != nil {
				t.Fatal(err)
			}
			article := document(t, "fixtures/primorye-visit/article.txt")
			folder(t, map[string]string{"article.txt": article, "news/harbour.txt": breach, "news/calm.txt": calm, "articles/harbour.txt": breach, "consolidated.xml": document(t, "fixtures/_lists/list.xml"), "vessels.csv": document(t, "fixtures/_lists/vessels.csv"), "article.claims.yaml": "schema_version: \"1\"\narticle: {path: article.txt}\nclaims: []\n"})
			w := world{env: map[string]string{"ARTICLE41_DATA": t.TempDir()}}
			for _, block := range shellBlock.FindAllStringSubmatch(string(data), -1) {
				for _, line := range strings.Split(block[1], "\n") {
					line, _, _ = strings.Cut(line, "  #")
					line, _, _ = strings.Cut(line, " | ")
					args := words(strings.TrimPrefix(line, "./"))
					if len(args) < 2 || args[0] != "article41" {
						continue
					}
					ran++
					if res := w.run(t, args[1:]...); res.code != exitDone && res.code != exitFindings {
						t.Errorf("%s\nexit code %d\n%s", line, res.code, res.err)
					}
				}
			}
		})
	}
	if ran < 20 {
		t.Errorf("only %d commands were found in the guides", ran)
	}
}

var jsonKey = regexp.MustCompile(`"([a-z_]+)":`)

// The annotated example of the JSON guide has no key that the schema does not.
func TestJSONGuideAgreesWithTheSchema(t *testing.T) {
	_, example, ok := strings.Cut(document(t, "docs/json.md"), "```jsonc\n")
	if !ok {
		t.Fatal("docs/json.md has no example")
	}
	example, _, _ = strings.Cut(example, "```")
	keys := jsonKey.FindAllStringSubmatch(example, -1)
	if len(keys) < 30 {
		t.Errorf("only %d keys", len(keys))
	}
	for _, m := range keys {
		if !strings.Contains(string(report.Schema()), `"`+m[1]+`":`) {
			t.Errorf("docs/json.md shows a key %q, which the schema does not have", m[1])
		}
	}
}
