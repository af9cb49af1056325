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
				err = fmt.Errorf("%s: no article (.txt, .html, .htm) or claims file matches this pattern, and no file has this name", path)
			}
			errs = append(errs, err)
			add(found...)
		default:
			add(Input{Name: path, Claims: hasExt(path, ".yaml", ".yml", ".json")})
		}
	}
	return out, errors.Join(errs...)
}

// inFolder lists what is to be checked below root, in path order. Hidden files
// and folders are left out, as version control and editors keep theirs there,
// unless the pattern (segments below root) spells out the dot. What looks like an
// input but cannot be read is listed all the same: the run reports it.
func inFolder(root string, pattern []string) ([]Input, error) {
	var out []Input
	// With a separator behind it a link to a folder is followed; links further
	// down are not.
	err := filepath.WalkDir(root+string(filepath.Separator), func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			out = append(out, Input{Name: path, Open: func() (io.ReadCloser, error) { return nil, err }})
			return nil
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		segments := strings.Split(filepath.ToSlash(rel), "/")
		if d.IsDir() {
			if rel == "." || reaches(pattern, segments) {
				return nil
			}
			return fs.SkipDir
		}
		if pattern == nil && strings.HasPrefix(d.Name(), ".") {
			return nil
		}
		if pattern != nil {
			if ok, err := matchSegments(pattern, segments); err != nil || !ok {
				return err
			}
		}
		if linksToFolder(path, d) {
			return nil
		}
		switch kind := kindOf(path); kind {
		case notInput:
		default:
			out = append(out, Input{Name: path, Claims: kind == claimsFile, Open: opener(path)})
		}
		return nil
	})
	return out, err
}

// reaches reports whether the folder of these segments can hold a match.
func reaches(pattern, segments []string) bool {
	for i, s := range segments {
		switch {
		case pattern == nil || slices.Contains(pattern[:min(i+1, len(pattern))], "**"):
			// The name alone decides, here and below.
			if strings.HasPrefix(s, ".") && !slices.ContainsFunc(pattern, func(p string) bool { return strings.HasPrefix(p, ".") }) {
				return false
			}
		case i+1 >= len(pattern):
			return false
		default:
			if ok, err := matchSegments(pattern[i:i+1], segments[i:i+1]); err == nil && !ok {
				return false
			}
		}
	}
	return true
}

// opener refuses what is no file: to open a pipe that nobody writes to would
// wait for ever. Named on the command line a pipe is read, as shells give them.
func opener(path string) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) {
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		if !info.Mode().IsRegular() {
			return nil, errors.New("not a file but a pipe, socket or device; name it on the command line if it is to be read")
		}
		return os.Open(path)
	}
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
// any number of them. As in shells a leading dot must be spelt out.
func matchSegments(pattern, path []string) (bool, error) {
	if len(pattern) == 0 {
		return len(path) == 0, nil
	}
	if pattern[0] == "**" {
		for i := range len(path) + 1 {
			if ok, err := matchSegments(pattern[1:], path[i:]); ok || err != nil {
				return ok, err
			}
			if i < len(path) && strings.HasPrefix(path[i], ".") {
				break
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
	if strings.HasPrefix(path[0], ".") && !strings.HasPrefix(pattern[0], ".") {
		return false, nil
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
func kindOf(path string) inputKind {
	base := strings.ToLower(filepath.Base(path))
	switch {
	case hasExt(base, ".txt", ".html", ".htm"):
		if slices.Contains(projectFiles, strings.TrimSuffix(base, filepath.Ext(base))) {
			return notInput
		}
		return articleFile
	case !hasExt(base, ".yaml", ".yml", ".json"):
		return notInput
	case strings.HasSuffix(strings.TrimSuffix(base, filepath.Ext(base)), ".claims"):
		return claimsFile
	}
	f, err := opener(path)()
	if err != nil {
		return claimsFile // nobody can tell; reading it gives the error
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, strictyaml.MaxBytes+1))
	if err != nil || LooksLikeClaims(data) {
		return claimsFile
	}
	return notInput
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

// linksToFolder reports whether an entry is a symbolic link to a folder. Those are
// not followed: a link can lead round in a circle. One that leads nowhere is not
// among them, so that the run reports it.
func linksToFolder(path string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink == 0 {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
