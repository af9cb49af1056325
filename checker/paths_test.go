package checker

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tree writes files below a new folder and makes it the current one.
func tree(t *testing.T, files map[string]string) {
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

const claimsText = "# by hand\nschema_version: \"1\"\narticle:\n  path: a.txt\nclaims: []\n"

var exampleTree = map[string]string{
	"a.txt":                  "An article.",
	"b.HTML":                 "<p>An article.</p>",
	"README.txt":             "Not an article.",
	"notes.md":               "Not an article either.",
	"settings.yaml":          "article: x\nother: y\n",
	"old.claims.yaml":        "broken: [",
	"by-hand.yml":            claimsText,
	"out.json":               `{"schema_version":"1","claims":[],"findings":[]}`,
	"tool.json":              `{"schema_version":"1","article":{"path":"a.txt"},"claims":[]}`,
	"case/article.txt":       "An article.",
	"case/expect.yaml":       "title: A case\nabout: it\n",
	"case/deep/c.txt":        "An article.",
	".git/d.txt":             "Not an article.",
	"case/.hidden.txt":       "Not an article.",
	"case/deep/picture.jpeg": "\xff\xd8",
}

func TestInputs(t *testing.T) {
	tree(t, exampleTree)
	tests := []struct {
		name  string
		paths []string
		want  string // claims files end in "!"
	}{
		{"folder", []string{"."}, "a.txt b.HTML by-hand.yml! case/article.txt case/deep/c.txt old.claims.yaml! tool.json!"},
		{"order of the arguments", []string{"case/deep", "a.txt"}, "case/deep/c.txt a.txt"},
		{"each file once", []string{"a.txt", "./a.txt", ".", "case"}, "a.txt b.HTML by-hand.yml! case/article.txt case/deep/c.txt old.claims.yaml! tool.json!"},
		{"pattern", []string{"*.txt"}, "a.txt"},
		{"pattern over folders", []string{"case/**/*.txt"}, "case/article.txt case/deep/c.txt"},
		{"pattern in the middle", []string{"c*/deep/?.txt"}, "case/deep/c.txt"},
		{"a dot is spelt out", []string{"case/.*.txt", ".g*/*.txt", "**/.hidden.txt"}, "case/.hidden.txt .git/d.txt"},
		{"a star finds no hidden file", []string{"**/*.txt"}, "a.txt case/article.txt case/deep/c.txt"},
		{"a file named is taken as it is", []string{"notes.md", "settings.yaml"}, "notes.md settings.yaml!"},
		{"a missing file is left for the run to report", []string{"gone.txt", "a.txt"}, "gone.txt a.txt"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			inputs, err := Inputs(tt.paths...)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, in := range inputs {
				name := filepath.ToSlash(in.Name)
				if in.Claims {
					name += "!"
				}
				got = append(got, name)
			}
			if g := strings.Join(got, " "); g != tt.want {
				t.Errorf("got  %s\nwant %s", g, tt.want)
			}
		})
	}
}

func TestInputsRefused(t *testing.T) {
	tree(t, map[string]string{"empty/readme.txt": "x", "a.txt": "An article."})
	for path, want := range map[string]string{
		"empty":     "nothing to check in this folder",
		"*.html":    "matches this pattern",
		"none/*":    "matches this pattern",
		"a[":        "not a valid pattern",
		"empty/*/x": "matches this pattern",
	} {
		if _, err := Inputs("a.txt", path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want an error with %q", path, err, want)
		}
	}
}

func TestInputsDoNotFollowLinksToFolders(t *testing.T) {
	tree(t, map[string]string{"x/a.txt": "An article."})
	if err := os.Symlink("..", filepath.Join("x", "round")); err != nil {
		t.Fatal(err)
	}
	inputs, err := Inputs("x")
	if err != nil {
		t.Fatal(err)
	}
	if len(inputs) != 1 {
		t.Errorf("got %v, want the one article", inputs)
	}
}

func TestLinkedFolder(t *testing.T) {
	tree(t, map[string]string{"x/a.txt": "An article."})
	if err := os.Symlink("x", "link"); err != nil {
		t.Fatal(err)
	}
	inputs, err := Inputs("link")
	if err != nil || len(inputs) != 1 || filepath.ToSlash(inputs[0].Name) != "link/a.txt" {
		t.Errorf("got %v, %v", inputs, err)
	}
}

// What stands in a folder under an article's name must not vanish from the run.
func TestUnreadableEntriesAreReported(t *testing.T) {
	tree(t, map[string]string{"x/a.txt": "An article.", "other/n.yaml": "n: 1"})
	for link, to := range map[string]string{"gone.txt": "nowhere", "loop.html": "loop.html", "device.txt": os.DevNull, "gone.yaml": "nowhere", "gone.pdf": "nowhere"} {
		if err := os.Symlink(to, filepath.Join("x", link)); err != nil {
			t.Fatal(err)
		}
	}
	inputs, err := Inputs("x")
	if err != nil {
		t.Fatal(err)
	}
	res, err := newChecker(t).CheckAll(t.Context(), inputs, Batch{})
	if err != nil {
		t.Fatal(err)
	}
	var failed []string
	for _, f := range res.Report.Failures {
		failed = append(failed, filepath.ToSlash(f.Name))
	}
	if got := strings.Join(failed, " "); got != "x/device.txt x/gone.txt x/gone.yaml x/loop.html" || len(res.Report.Documents) != 1 {
		t.Errorf("%d documents, failures %q", len(res.Report.Documents), got)
	}
}

func TestMatchSegments(t *testing.T) {
	tests := []struct {
		pattern, path string
		want          bool
	}{
		{"**", "a/b/c", true},
		{"**/c", "c", true},
		{"**/c", "a/b/c", true},
		{"a/**", "b/c", false},
		{"a/**/c", "a/c", true},
		{"a/*", "a/b/c", false},
		{"a/*/c", "a/b/c", true},
		{"*", ".a", false},
		{".*", ".a", true},
		{"**/c", ".a/c", false},
		{".a/**", ".a/c", true},
		{"**/**/x", "x", true},
	}
	for _, tt := range tests {
		got, err := matchSegments(strings.Split(tt.pattern, "/"), strings.Split(tt.path, "/"))
		if err != nil || got != tt.want {
			t.Errorf("%s on %s: got %v, %v", tt.pattern, tt.path, got, err)
		}
	}
}

func TestLooksLikeClaims(t *testing.T) {
	yes := []string{
		claimsText,
		"\uFEFFarticle: {path: a}\nclaims:\n- id: x\n",
		`  {"claims": [], "article": {}}`,
	}
	no := []string{
		"", "An article: it has claims.\n", "article: x\n", `{"claims": []}`, `{"article": {}, "claims": [], "more": 1}`, `{"article"`,
		"article: x\nclaims: []\nextra: 1\n",
	}
	for _, s := range yes {
		if !LooksLikeClaims([]byte(s)) {
			t.Errorf("not taken for claims: %q", s)
		}
	}
	for _, s := range no {
		if LooksLikeClaims([]byte(s)) {
			t.Errorf("taken for claims: %q", s)
		}
	}
}

func TestFilesAreListedInPathOrder(t *testing.T) {
	tree(t, exampleTree)
	inputs, err := Inputs(".")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSortedFunc(inputs, func(a, b Input) int { return strings.Compare(a.Name, b.Name) }) {
		t.Errorf("not in path order: %v", inputs)
	}
}
