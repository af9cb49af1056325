package config

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	dir := t.TempDir()
	put := func(path string) string {
		path = filepath.Join(dir, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	outer := put("article41.yaml")
	user := put("home/article41/article41.yaml")
	put("repo/.git/HEAD")
	put("repo/a/b/article.txt")
	put("other/a/article.txt")
	inner := put("with/article41.yaml")
	put("with/.git/HEAD")
	put("with/news/2026/article.txt")
	for _, tc := range []struct{ dir, user, want string }{
		{".", "", outer},
		{"with/news/2026", "home", inner},
		{"repo/a/b", "home", user}, // the root of the repository is as far as it looks
		{"repo/a/b", "", ""},
		{"other/a", "", ""}, // outside of a repository: this folder only
	} {
		userDir := tc.user
		if userDir != "" {
			userDir = filepath.Join(dir, userDir)
		}
		got, err := Find(filepath.Join(dir, tc.dir), userDir)
		if err != nil || got != tc.want {
			t.Errorf("in %s: %q, %v, want %q", tc.dir, got, err, tc.want)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "other/article41.yaml"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := Find(filepath.Join(dir, "other"), ""); err == nil {
		t.Error("a folder is taken for the file")
	}
}

func TestParse(t *testing.T) {
	f, err := Parse(filepath.FromSlash("/repo/article41.yaml"), []byte("quiet: true\nfail_on: high\ncategory: [arms, labour]\nmeasure: dprk-arms-trade\nwaivers: ci/waivers.yaml\njobs: 2\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, v := range f.Values {
		got = append(got, v.Key.Flag()+"="+strings.Join(v.Text, ","))
	}
	want := []string{"category=arms,labour", "measure=dprk-arms-trade", "fail-on=high", "waivers=" + filepath.FromSlash("/repo/ci/waivers.yaml"), "jobs=2", "quiet=true"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestParseRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"fail-on: high":            `x.yaml:1:1: unknown key "fail-on"; known: format`,
		"extractor: exec:rm":       `unknown key "extractor"`,
		"jobs: many":               `x.yaml:1:7: jobs: "many" is no number`,
		"quiet: yes":               "neither true nor false",
		"fail_on: [high]":          "want a text",
		"category: [[arms]]":       "a list of words",
		"category:":                "want a list",
		"waivers: \"\"":            "is empty",
		"format: json=r.json":      "which file is written is said on the command line",
		"format: [csv, json=x]":    "x.yaml:1:9: format: name formats only",
		"format: []":               "is an empty list",
		"- fail_on":                "want keys and values",
		"fail_on: a\nfail_on: b":   "x.yaml:2",
		"fail_on: *a":              "x.yaml:1",
		"fail_on: high\n  quiet: ": "x.yaml",
	} {
		if _, err := Parse("x.yaml", []byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", text, err, want)
		}
	}
}

func TestKeys(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range Keys {
		if seen[k.Name] || k.Name != strings.ToLower(k.Name) || strings.Contains(k.Name, "-") || strings.Contains(k.Flag(), "_") {
			t.Errorf("key %+v", k)
		}
		seen[k.Name] = true
	}
	if (Key{Name: "fail_on"}).Env() != "ARTICLE41_FAIL_ON" {
		t.Error((Key{Name: "fail_on"}).Env())
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("fail_on: high\ncategory: [arms]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Parse("x.yaml", data)
		if err != nil {
			return
		}
		for _, v := range file.Values {
			if v.Pos.Line == 0 || v.Key.Kind != List && len(v.Text) != 1 {
				t.Errorf("%+v", v)
			}
		}
	})
}
