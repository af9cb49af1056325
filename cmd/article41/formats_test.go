package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/article41/article41/checker/report"
)

var hexDigest = regexp.MustCompile(`\b[0-9a-f]{64}\b`)

// The seed article in every format, so that a change of what users read is seen in review.
// Digests of rules, policies and lexicon change with each of theirs and are masked; the
// formats that list every measure have golden files of their own in checker/report.
func TestSeedInEveryFormat(t *testing.T) {
	seed := document(t, "fixtures/primorye-visit/article.txt")
	golden, err := filepath.Abs("testdata")
	if err != nil {
		t.Fatal(err)
	}
	folder(t, map[string]string{"seed.txt": seed})
	for _, f := range report.Formats() {
		if f.Name == "sarif" || f.Name == "junit" {
			continue
		}
		t.Run(f.Name, func(t *testing.T) {
			res := world{}.run(t, "check", "--as-of", "2026-01-01", "-f", f.Name, "seed.txt")
			if res.code != exitFindings {
				t.Fatal(res)
			}
			got := hexDigest.ReplaceAllStringFunc(res.out, func(s string) string { return strings.Repeat("0", len(s)) })
			got = shortDigests.ReplaceAllString(got, "$1 000000000000")
			got = ownParts.ReplaceAllString(got, "$1…$3") // they have their own files
			path := filepath.Join(golden, "seed."+f.Name)
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("output differs from testdata/seed.%s (go test ./cmd/article41 -update writes it anew):\n%s", f.Name, firstDifference(string(want), got))
			}
		})
	}
}

var ownParts = regexp.MustCompile(`(?s)(<style>|<script>|Content-Security-Policy" content=")(.*?)(</style>|</script>|">)`)

var shortDigests = regexp.MustCompile(`\b(rules|policies|lexicon) [0-9a-f]{12}\b`)

func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range g {
		if i >= len(w) || w[i] != g[i] {
			old := ""
			if i < len(w) {
				old = w[i]
			}
			return "- " + old + "\n+ " + g[i]
		}
	}
	return "it is cut short"
}

// Over all fixtures, a saved report converts to the same bytes in every format as the run
// itself writes.
func TestConvertFixtures(t *testing.T) {
	dir := t.TempDir()
	fixtures, err := filepath.Abs(root + "fixtures")
	if err != nil {
		t.Fatal(err)
	}
	args := []string{"check", "--exit-zero", "--as-of", "2026-01-01", fixtures, "-f", "json=" + filepath.Join(dir, "report.json")}
	var convert []string
	for _, f := range report.Formats() {
		args = append(args, "-f", f.Name+"="+filepath.Join(dir, "direct."+f.Name))
		convert = append(convert, "-f", f.Name+"="+filepath.Join(dir, "converted."+f.Name))
	}
	if res := (world{}).run(t, args...); res.code != exitDone {
		t.Fatal(res.code, res.err)
	}
	if res := (world{}).run(t, append([]string{"report", "convert", filepath.Join(dir, "report.json")}, convert...)...); res.code != exitDone || res.err != "" {
		t.Fatal(res.code, res.err)
	}
	for _, f := range report.Formats() {
		direct, err := os.ReadFile(filepath.Join(dir, "direct."+f.Name))
		if err != nil {
			t.Fatal(err)
		}
		converted, err := os.ReadFile(filepath.Join(dir, "converted."+f.Name))
		if err != nil {
			t.Fatal(err)
		}
		if len(direct) < 10_000 || string(direct) != string(converted) {
			t.Errorf("%s: %d bytes directly, %d converted:\n%s", f.Name, len(direct), len(converted), firstDifference(string(direct), string(converted)))
		}
	}
	if res := (world{}).run(t, "verify", filepath.Join(dir, "report.json")); !strings.Contains(res.out, "every quote stands where the report says") || !strings.Contains(res.out, "0 new, 0 gone") {
		t.Errorf("verify: %d\n%s%s", res.code, res.out, res.err) // amounts of claims files are not added up again
	}
}
