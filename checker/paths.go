package checker

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/article41/article41/checker/strictyaml"
)

// Inputs turns paths into inputs: a file is an article, or a claims file when
// it ends in .yaml, .yml or .json; a folder gives every article and claims file
// in it and below; a pattern with *, ?, [ ] or ** gives the files it matches.
// A path that does not exist still becomes an input, so that the run can report
// it beside the others; a folder or pattern with nothing to check is an error.
// Each file comes once, in the order of the arguments, by path within one.
func Inputs(paths ...string) ([]Input, error) {
	var out []Input
	var errs []error
	seen := make(map[string]bool)
	add := func(files ...Input) {
		for _, in := range files {
			if key := filepath.Clean(in.Name); !seen[key] {
				seen[key] = true
				out = append(out, in)
			}
		}
	}
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err == nil && info.IsDir():
			found, err := inFolder(path, nil)
			if err == nil && len(found) == 0 {
				err = fmt.Errorf("%s: nothing to check in this folder: no .txt, .html, .htm and no claims file", path)
			}
			errs = append(errs, err)
			add(found...)
		case err != nil && strings.ContainsAny(path, "*?["):
			found, err := matching(path)
			if err == nil && len(found) == 0 {
				err = fmt.Errorf("%s: no file matches this pattern", path)
			}
			errs = append(errs, err)
			add(found...)
		default:
			add(Input{Name: path, Claims: hasExt(path, ".yaml", ".yml", ".json")})
		}
	}
	return out, errors.Join(errs...)
}

// inFolder lists what is to be checked below root, in path order. Without a
// pattern hidden files and folders are left out, as version control and editors
// keep theirs there. A pattern (segments below root) decides alone, except that
// it must still look like an input.
func inFolder(root string, pattern []string) ([]Input, error) {
	var out []Input
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if path != root && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !regular(path, d) {
			return nil
		}
		if pattern != nil {
			rel, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			ok, err := matchSegments(pattern, strings.Split(filepath.ToSlash(rel), "/"))
			if err != nil || !ok {
				return err
			}
		}
		kind, err := kindOf(path)
		if err != nil {
			return err
		}
		if kind != notInput {
			out = append(out, Input{Name: path, Claims: kind == claimsFile})
		}
		return nil
	})
	return out, err
}

// matching lists the files of a pattern; filepath.Glob knows no "**".
func matching(pattern string) ([]Input, error) {
	slash := filepath.ToSlash(pattern)
	segments := strings.Split(slash, "/")
	fixed := slices.IndexFunc(segments, func(s string) bool { return strings.ContainsAny(s, "*?[") })
	root := strings.Join(segments[:fixed], "/")
	switch {
	case fixed == 0:
		root = "."
	case root == "":
		root = "/"
	}
	for _, s := range segments[fixed:] {
		if _, err := filepath.Match(s, ""); err != nil {
			return nil, fmt.Errorf("%s: not a valid pattern: %w", pattern, err)
		}
	}
	if _, err := os.Stat(root); err != nil {
		return nil, nil // a folder that is not there matches nothing, and Inputs says so
	}
	return inFolder(filepath.FromSlash(root), segments[fixed:])
}

// matchSegments matches path segments against pattern segments; "**" stands for
// any number of them.
func matchSegments(pattern, path []string) (bool, error) {
	if len(pattern) == 0 {
		return len(path) == 0, nil
	}
	if pattern[0] == "**" {
		for i := range len(path) + 1 {
			if ok, err := matchSegments(pattern[1:], path[i:]); ok || err != nil {
				return ok, err
			}
		}
		return false, nil
	}
	if len(path) == 0 {
		return false, nil
	}
	if ok, err := filepath.Match(pattern[0], path[0]); !ok || err != nil {
		return false, err
	}
	return matchSegments(pattern[1:], path[1:])
}

type inputKind int

const (
	notInput inputKind = iota
	articleFile
	claimsFile
)

// projectFiles are texts that stand in many folders and are never articles.
var projectFiles = []string{"readme", "license", "licence", "copying", "notice", "changelog", "contributing", "authors", "requirements", "robots", "cmakelists"}

// kindOf decides what a file found in a folder is. YAML and JSON are claims
// files by name (*.claims.yaml) or by their top-level keys: settings, fixtures'
// expectations and reports lie in the same folders.
func kindOf(path string) (inputKind, error) {
	base := strings.ToLower(filepath.Base(path))
	switch {
	case hasExt(base, ".txt", ".html", ".htm"):
		if slices.Contains(projectFiles, strings.TrimSuffix(base, filepath.Ext(base))) {
			return notInput, nil
		}
		return articleFile, nil
	case !hasExt(base, ".yaml", ".yml", ".json"):
		return notInput, nil
	case strings.HasSuffix(strings.TrimSuffix(base, filepath.Ext(base)), ".claims"):
		return claimsFile, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return notInput, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, strictyaml.MaxBytes+1))
	if err != nil {
		return notInput, err
	}
	if LooksLikeClaims(data) {
		return claimsFile, nil
	}
	return notInput, nil
}

// claimsKeys are the top-level keys of a claims file.
var claimsKeys = []string{"schema_version", "article", "claims"}

// LooksLikeClaims reports whether data has the top-level keys of a claims file,
// YAML or JSON, without decoding it.
func LooksLikeClaims(data []byte) bool {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	var keys []string
	if trimmed := bytes.TrimLeft(data, " \t\r\n"); bytes.HasPrefix(trimmed, []byte("{")) {
		var top map[string]json.RawMessage
		if len(data) > strictyaml.MaxBytes || json.Unmarshal(trimmed, &top) != nil {
			return false
		}
		for k := range top {
			keys = append(keys, k)
		}
	} else {
		for line := range bytes.Lines(data) {
			// A top-level key starts its line; everything below it is indented,
			// a list item or a comment.
			if key, _, ok := bytes.Cut(line, []byte(":")); ok && len(key) > 0 && !bytes.ContainsAny(key[:1], " \t-#'\"") {
				keys = append(keys, string(key))
			}
		}
	}
	known := func(k string) bool { return slices.Contains(claimsKeys, k) }
	return slices.Contains(keys, "article") && slices.Contains(keys, "claims") && !slices.ContainsFunc(keys, func(k string) bool { return !known(k) })
}

func hasExt(path string, exts ...string) bool {
	return slices.Contains(exts, strings.ToLower(filepath.Ext(path)))
}

// regular follows a symbolic link to a file, never one to a folder: a link can
// lead round in a circle.
func regular(path string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		return err == nil && info.Mode().IsRegular()
	}
	return d.Type().IsRegular()
}
