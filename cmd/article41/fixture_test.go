package main

import (
	"encoding/xml"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// draft runs "fixture new".
func (w world) draft(t *testing.T, args ...string) result {
	t.Helper()
	return w.run(t, append([]string{"fixture", "new"}, args...)...)
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// A draft holds the article to the byte and passes as it is.
func TestFixtureNew(t *testing.T) {
	seed := read(t, "../../fixtures/primorye-visit/article.txt")
	page := read(t, "../../fixtures/flags-for-sale/article.html")
	twice := "PUBLISHED 12 May 2023\n\nNorth Korea has sent workers to Russia, the ministry said on Tuesday.\n\n" +
		"The mayor said that North Korea has sent workers to Russia, as did “the ministry”.\n"
	folder(t, map[string]string{
		"seed.txt": seed, "a page.HTM": page, "crlf.txt": strings.ReplaceAll(breach, "\n", "\r\n"), "twice.txt": twice, "calm.txt": calm, "copy.txt": seed,
	})
	for _, tc := range []struct{ name, args, file, article string }{
		{"seed", "seed.txt", "fixtures/seed/article.txt", seed},
		{"HTML by another extension", "a page.HTM", "fixtures/a-page/article.html", page},
		{"CRLF", "crlf.txt", "fixtures/crlf/article.txt", strings.ReplaceAll(breach, "\n", "\r\n")},
		{"quotes that stand twice", "twice.txt", "fixtures/twice/article.txt", twice},
		{"nothing to flag", "calm.txt|--published|2024-03-12|--dir|fixtures/calm-day", "fixtures/calm-day/article.txt", calm},
		{"a copy of another", "copy.txt", "fixtures/copy/article.txt", seed},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := world{}.draft(t, strings.Split(tc.args, "|")...)
			if r.code != exitDone || !strings.Contains(r.out, "article41 test fixtures --run") {
				t.Fatalf("exit code %d\n%s%s", r.code, r.out, r.err)
			}
			if read(t, tc.file) != tc.article {
				t.Error("the article is not the same")
			}
			expect := read(t, filepath.Join(filepath.Dir(tc.file), "expect.yaml"))
			if !strings.HasPrefix(expect, "# A draft") || !strings.Contains(expect, "\nabout: TODO\n") {
				t.Errorf("%s", expect)
			}
		})
	}
	r := world{}.run(t, "test")
	if r.code != exitDone || !strings.Contains(r.out, "fixtures: 6; passed: 6;") {
		t.Errorf("exit code %d\n%s%s", r.code, r.out, r.err)
	}
	entries, err := os.ReadDir("fixtures")
	if err != nil || len(entries) != 6 {
		t.Errorf("something was left behind: %v, %v", entries, err)
	}
}

func TestFixtureNewRefuses(t *testing.T) {
	folder(t, map[string]string{
		"breach.txt": breach, "calm.txt": calm, "binary.txt": "\x00\x00\x01", "article.txt": breach, "한국.txt": breach,
		"fixtures/breach/keep": "mine", "empty/x/keep": "",
	})
	if err := os.Mkdir(filepath.Join("fixtures", "nothing"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name, args string
		code       int
		err        string
	}{
		{"a folder that exists", "breach.txt", exitUsage, "exists"},
		{"an empty folder that exists", "breach.txt --dir fixtures/nothing", exitUsage, "exists"},
		{"a file in its place", "breach.txt --dir calm.txt", exitUsage, "exists"},
		{"no date", "calm.txt", exitUsage, "--published DATE"},
		{"no such date", "calm.txt --published 2024-02-30", exitUsage, "YYYY-MM-DD"},
		{"a missing file", "gone.txt", exitIncomplete, "gone.txt"},
		{"bytes that are no text", "binary.txt", exitIncomplete, "binary.txt"},
		{"a name that says nothing", "article.txt", exitUsage, "--dir"},
		{"a name without letters", "한국.txt", exitUsage, "--dir"},
		{"a folder that is not run", "breach.txt --dir fixtures/_draft", exitUsage, "not run"},
		{"no folder", "breach.txt --dir ..", exitUsage, "no new folder"},
		{"standard input without a name", "-", exitUsage, "--dir"},
		{"nothing", "", exitUsage, "missing"},
		{"two", "breach.txt calm.txt", exitUsage, "not 2"},
		{"a bad extractor", "breach.txt --dir fixtures/x --extractor magic", exitUsage, "magic"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := world{}.draft(t, strings.Fields(tc.args)...)
			if r.code != tc.code || !strings.Contains(r.err, tc.err) || r.out != "" {
				t.Errorf("exit code %d, want %d\n%s%s", r.code, tc.code, r.out, r.err)
			}
		})
	}
	entries, err := os.ReadDir("fixtures")
	if err != nil || len(entries) != 2 || read(t, "fixtures/breach/keep") != "mine" {
		t.Errorf("the folder was touched: %v, %v", entries, err)
	}
}

func TestFixtureNewFromStandardInput(t *testing.T) {
	folder(t, nil)
	r := world{stdin: breach}.draft(t, "-", "--dir", "cases/it's")
	if r.code != exitDone || read(t, "cases/it's/article.txt") != breach || !strings.Contains(r.out, `--run '^it'\''s$'`) {
		t.Errorf("exit code %d\n%s%s", r.code, r.out, r.err)
	}
	if r := (world{}).run(t, "test", "cases"); r.code != exitDone {
		t.Errorf("exit code %d\n%s%s", r.code, r.out, r.err)
	}
}

// wrongStatus is a fixture of the article breach whose draft was spoilt.
func wrongStatus(t *testing.T) (drafted, spoilt string) {
	t.Helper()
	folder(t, map[string]string{"breach.txt": breach})
	if r := (world{}).draft(t, "breach.txt"); r.code != exitDone {
		t.Fatal(r.err)
	}
	drafted = read(t, "fixtures/breach/expect.yaml")
	spoilt = strings.ReplaceAll(drafted, "  status: alleged\n", "  status: denied # a comment\n")
	if spoilt == drafted {
		t.Fatalf("no finding is alleged:\n%s", drafted)
	}
	if err := errors.Join(os.WriteFile("fixtures/breach/expect.yaml", []byte(spoilt), 0o600), os.Chmod("fixtures/breach/expect.yaml", 0o600)); err != nil {
		t.Fatal(err)
	}
	return drafted, spoilt
}

func TestTestSaysWhatToChange(t *testing.T) {
	_, spoilt := wrongStatus(t)
	r := world{}.run(t, "test")
	for _, want := range []string{"--- fixtures/breach/expect.yaml:", "+++ fixtures/breach/article.txt:3:", "\n        -status: denied\n        +status: alleged\n", "change the entry"} {
		if !strings.Contains(r.out, want) {
			t.Errorf("no %q in\n%s", want, r.out)
		}
	}
	if r.code != exitFindings || read(t, "fixtures/breach/expect.yaml") != spoilt {
		t.Errorf("exit code %d; without --update nothing is written", r.code)
	}
}

func TestTestUpdate(t *testing.T) {
	drafted, _ := wrongStatus(t)
	r := world{}.run(t, "test", "--update")
	if want := strings.ReplaceAll(drafted, "  status: alleged\n", "  status: alleged # a comment\n"); read(t, "fixtures/breach/expect.yaml") != want {
		t.Errorf("got\n%s\nwant\n%s", read(t, "fixtures/breach/expect.yaml"), want)
	}
	if r.code != exitDone || !strings.Contains(r.out, "updated  fixtures/breach/expect.yaml:") || !strings.Contains(r.out, "status: denied → alleged") ||
		!strings.Contains(r.out, "updated: 1; fixtures that need a person: 0") {
		t.Errorf("exit code %d\n%s%s", r.code, r.out, r.err)
	}
	if info, err := os.Stat("fixtures/breach/expect.yaml"); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file's mode was not kept: %v %v", info.Mode(), err)
	}
	entries, err := os.ReadDir("fixtures/breach")
	if err != nil || len(entries) != 2 {
		t.Errorf("something was left behind: %v %v", entries, err)
	}
	again := world{}.run(t, "test", "--update")
	if again.code != exitDone || !strings.Contains(again.out, "updated: 0;") {
		t.Errorf("a second time: exit code %d\n%s", again.code, again.out)
	}
}

func TestTestUpdateLeavesTheRestToAPerson(t *testing.T) {
	folder(t, map[string]string{
		"fixtures/wrong/article.txt": breach,
		"fixtures/wrong/expect.yaml": "title: A finding that must not be\nabout: It must fail.\nnever:\n- {quote: hundreds of workers, why: a test}\n",
	})
	before := read(t, "fixtures/wrong/expect.yaml")
	r := world{}.run(t, "test", "--update")
	if r.code != exitFindings || read(t, "fixtures/wrong/expect.yaml") != before || !strings.Contains(r.out, "need a person: 1") || !strings.Contains(r.out, "must not flag") {
		t.Errorf("exit code %d\n%s%s", r.code, r.out, r.err)
	}
}

func TestTestWritesJUnitAndTable(t *testing.T) {
	wrongStatus(t)
	if err := os.MkdirAll("fixtures/broken", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("fixtures/broken/expect.yaml", []byte("titel: x\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	r := world{}.run(t, "test", "--junit", "junit.xml", "--table", "table.md")
	var all struct {
		Failures int `xml:"failures,attr"`
		Errors   int `xml:"errors,attr"`
	}
	if err := xml.Unmarshal([]byte(read(t, "junit.xml")), &all); err != nil || all.Failures == 0 || all.Errors != 1 {
		t.Errorf("%+v, error %v", all, err)
	}
	if r.code != exitUsage || !strings.Contains(r.err, "titel") || !strings.Contains(read(t, "table.md"), "| labour |") {
		t.Errorf("exit code %d\n%s", r.code, r.err)
	}
	// A report of an earlier run must not be taken for one of this.
	r = world{}.run(t, "test", "--run", "^none$", "--junit", "junit.xml")
	if r.code != exitUsage || strings.Contains(read(t, "junit.xml"), "breach") {
		t.Errorf("exit code %d, junit.xml:\n%s", r.code, read(t, "junit.xml"))
	}
	for _, args := range []string{
		"--junit -", "--junit fixtures", "--junit no/such/x.xml", "--table fixtures", "--junit x --table x",
		"--junit fixtures/breach/expect.yaml", "--table ./fixtures/breach/article.txt",
	} {
		before := read(t, "fixtures/breach/expect.yaml") + read(t, "fixtures/breach/article.txt")
		if r := (world{}).run(t, append([]string{"test"}, strings.Fields(args)...)...); r.code != exitUsage || r.out != "" {
			t.Errorf("%s: exit code %d\n%s", args, r.code, r.out)
		}
		if read(t, "fixtures/breach/expect.yaml")+read(t, "fixtures/breach/article.txt") != before {
			t.Errorf("%s: a fixture was overwritten", args)
		}
	}
}

// The guide shows what the commands really print.
func TestFixturesGuideShowsRealOutput(t *testing.T) {
	shown := blocks(t, "docs/fixtures.md", "text")[0]
	folder(t, map[string]string{"news/harbour.txt": breach})
	if r := (world{}).draft(t, "news/harbour.txt", "--dir", "fixtures/workers-at-the-harbour"); r.code != exitDone {
		t.Fatal(r.err)
	}
	const file = "fixtures/workers-at-the-harbour/expect.yaml"
	if err := os.WriteFile(file, []byte(strings.Replace(read(t, file), "status: alleged", "status: asserted", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	r := world{}.run(t, "test", "--run", "workers-at-the-harbour")
	if !strings.HasPrefix(r.out, shown) {
		t.Errorf("docs/fixtures.md shows\n%s\nthe program prints\n%s", shown, r.out)
	}
}
