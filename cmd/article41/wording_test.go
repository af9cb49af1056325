package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// accusing are words that no output may hold: whether somebody broke the law, and that
// nobody did, is for others to say.
var accusing = regexp.MustCompile(`(?i)\b(violated|violators?|in violation|guilty|culprits?|offenders?|perpetrators?|criminals?|wrongdoers?|wrongdoing|all clear|is clear|cleared|innocent|sanctions[- ]busters?)\b`)

// What the program prints is neutral: string literals of its own, the law in its own words,
// the messages of the policies, the page. The lexicon, which knows how news speaks, is not
// printed.
func TestWordingIsNeutral(t *testing.T) {
	texts := 0
	see := func(where, text string) {
		texts++
		if m := accusing.FindString(text); m != "" {
			t.Errorf("%s: %q says %q", where, text, m)
		}
	}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel := filepath.ToSlash(strings.TrimPrefix(path, root))
		if d.IsDir() {
			switch d.Name() {
			case "testdata", "node_modules", "lexicon", "fixtures", ".git", "extract":
				return filepath.SkipDir
			}
			return nil
		}
		switch {
		case strings.HasSuffix(rel, "_test.go"), strings.HasSuffix(rel, "_test.rego"):
		case strings.HasSuffix(rel, ".go"):
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if text, err := strconv.Unquote(lit.Value); err == nil {
						see(rel, text)
					}
				}
				return true
			})
		case strings.HasSuffix(rel, ".yaml") && strings.HasPrefix(rel, "rules/"),
			strings.HasSuffix(rel, ".rego"), strings.HasSuffix(rel, ".tmpl"), strings.HasSuffix(rel, ".js"), strings.HasSuffix(rel, ".css"),
			strings.HasSuffix(rel, ".schema.json"):
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for i, line := range strings.Split(string(data), "\n") {
				see(rel+":"+strconv.Itoa(i+1), line)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if texts < 1000 {
		t.Errorf("only %d texts were looked at", texts)
	}
}
