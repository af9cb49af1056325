package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/article41/article41/checker/report"
)

// output is one --format: a format and where it goes; no path is standard
// output.
type output struct {
	format string
	path   string
}

// parseOutputs refuses what would fail after the work is done.
func parseOutputs(specs []string) ([]output, error) {
	var out []output
	seen := make(map[string]bool)
	for _, spec := range specs {
		format, path, hasPath := strings.Cut(spec, "=")
		if _, ok := report.FormatByName(format); !ok {
			return nil, fmt.Errorf("unknown format %q; known: %s", format, report.FormatNames())
		}
		if hasPath && path == "" {
			return nil, fmt.Errorf("--format %s names no file after the =", spec)
		}
		if path == "-" {
			path = ""
		}
		if path != "" {
			path = filepath.Clean(path)
		}
		if seen[place(path)] || slices.ContainsFunc(out, func(o output) bool { return sameFile(o.path, path) }) {
			return nil, fmt.Errorf("two formats go to %s; give one of them a file of its own, as in -f json=report.json", target(path))
		}
		seen[place(path)] = true
		if path != "" {
			if info, err := os.Stat(path); err == nil && info.IsDir() {
				return nil, fmt.Errorf("--format %s: %s is a folder; name a file in it", spec, path)
			}
			if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
				return nil, fmt.Errorf("--format %s: there is no folder %s", spec, filepath.Dir(path))
			}
		}
		out = append(out, output{format, path})
	}
	return out, nil
}

// place is where a path leads, through links of its folders; the file need not exist.
func place(path string) string {
	if path == "" {
		return ""
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		return filepath.Join(dir, filepath.Base(path))
	}
	return path
}

// spare refuses outputs that would overwrite what was read, or lie where another does.
func spare(outputs []output, inputs string, read ...string) error {
	all := outputs
	if inputs != "" {
		all = append(slices.Clone(outputs), output{"--inputs", inputs})
		for _, o := range outputs {
			if o.path != "" && (place(o.path) == place(inputs) || sameFile(o.path, inputs)) {
				return fmt.Errorf("--inputs and --format %s go to the same file, %s", o.format, o.path)
			}
		}
	}
	for _, o := range all {
		for _, name := range read {
			if o.path != "" && name != "" && sameFile(name, o.path) {
				return o.wouldOverwrite(name)
			}
		}
	}
	return nil
}

// sameFile reports whether both paths lead to one existing file.
func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// quotes reports a format that shows lines of the articles.
func (o output) quotes() bool {
	f, _ := report.FormatByName(o.format)
	return f.Whole || f.Lines
}

// whole reports a format that shows the articles whole.
func (o output) whole() bool {
	f, _ := report.FormatByName(o.format)
	return f.Whole
}

func (o output) wouldOverwrite(name string) error {
	if o.format == "--inputs" {
		return fmt.Errorf("--inputs %s would overwrite %s, which is read", o.path, name)
	}
	return fmt.Errorf("--format %s=%s would overwrite %s, which is read", o.format, o.path, name)
}

// writeAll writes the report in every format: one that fails loses no other.
func (p *program) writeAll(outputs []output, r *report.Report, text report.Options) error {
	var problems []error
	for _, o := range outputs {
		problems = append(problems, o.write(p.out, r, text))
	}
	return errors.Join(problems...)
}

func target(path string) string {
	if path == "" {
		return "standard output"
	}
	return path
}

func (o output) write(stdout io.Writer, r *report.Report, text report.Options) error {
	format, _ := report.FormatByName(o.format)
	write := format.Write
	if o.path == "" {
		if err := write(stdout, r, text); err != nil {
			return fmt.Errorf("writing the %s report: %w", o.format, err)
		}
		return nil
	}
	text.Color = false // a file is not a terminal
	return writeFile(o.path, func(w io.Writer) error { return write(w, r, text) })
}

// writeFile writes beside path and renames, so that nobody ever reads half a
// report. What is not a regular file (a pipe, the null device) is written to
// directly: it must not be replaced.
func writeFile(path string, write func(io.Writer) error) (err error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	} else if to, err := os.Readlink(path); err == nil { // to a file that does not exist yet
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		path = to
	}
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(buffered(f, write), f.Close())
	}
	replaces := err == nil
	f, err := newBeside(path)
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	err = buffered(f, write)
	if replaces {
		err = errors.Join(err, f.Chmod(info.Mode().Perm()))
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, errors.Join(err, os.Remove(f.Name())))
	}
	return nil
}

// newBeside creates a file of a name of its own in the folder of path, with the rights
// that the user's umask leaves.
func newBeside(path string) (*os.File, error) {
	for n := 0; ; n++ {
		name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d.%d", filepath.Base(path), os.Getpid(), n))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if !errors.Is(err, os.ErrExist) || n > 1000 {
			return f, err
		}
	}
}

func buffered(w io.Writer, write func(io.Writer) error) error {
	b := bufio.NewWriter(w)
	if err := write(b); err != nil {
		return err
	}
	return b.Flush()
}

// textWidth is the width that text formats wrap at.
func textWidth(env func(string) string) int {
	if n, err := strconv.Atoi(env("COLUMNS")); err == nil && n >= 40 {
		return min(n, 140)
	}
	return 100
}
