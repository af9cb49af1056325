package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker"
	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/fixture"
	"github.com/article41/article41/checker/report"
)

func newFixture(p *program) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "fixture",
		Short: "Draft fixtures: articles with what a check of them must find",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newFixtureNew(p))
	return cmd
}

func newFixtureNew(p *program) *cobra.Command {
	var (
		dir       string
		published string
		law       lawFlags
		by        extractorFlags
	)
	cmd := &cobra.Command{
		Use:   "new ARTICLE",
		Short: "Draft a fixture from what a check of an article finds, to be corrected by hand",
		Long: "Draft a fixture: a new folder with the article as it is and an expect.yaml that lists what\n" +
			"a check finds in it today. A person must correct the draft: what is wrong goes under never,\n" +
			"what is missing under gaps, where analysts differ under optional.",
		Example: "  article41 fixture new story.txt --published 2024-03-12\n" +
			"  article41 test --run '^story$' -v",
		Args: exactly(1, "the name of an article"),
		RunE: func(cmd *cobra.Command, args []string) error {
			usage := func(err error) error { return &usageError{cmd.CommandPath(), err} }
			if err := checker.CheckDate(published); err != nil {
				return usage(fmt.Errorf("--published: %w", err))
			}
			dir, err := fixtureFolder(dir, args[0])
			if err != nil {
				return usage(err)
			}
			if _, err := os.Lstat(dir); err == nil {
				return usage(fmt.Errorf("%s exists; name another folder with --dir", dir))
			} else if !errors.Is(err, os.ErrNotExist) {
				return err
			}
			data, mediaType, err := readBytes(args[0], p.in)
			if err != nil {
				return &exitError{exitIncomplete, named(args[0], err)}
			}
			if checker.LooksLikeClaims(data) {
				return usage(fmt.Errorf("%s is a claims file; name the article", args[0]))
			}
			opts, err := law.options(checker.Options{Version: version()})
			if err != nil {
				return err
			}
			if opts.Source, err = by.source(cmd, p.env, opts.Rules); err != nil {
				return usage(err)
			}
			c, err := checker.New(cmd.Context(), opts)
			if err != nil {
				return err
			}
			found := 0
			files, err := fixture.New(filepath.Base(dir), mediaType, data, published, func(f *fixture.Fixture) (*report.Report, error) {
				r, err := c.Check(cmd.Context(), f.Document)
				if err == nil {
					found = len(r.Findings)
				}
				return r, err
			})
			if errors.Is(err, fixture.ErrNoDate) {
				return usage(fmt.Errorf("%s: the article does not say when it was published; give --published DATE", args[0]))
			}
			if err != nil {
				return &exitError{exitIncomplete, err}
			}
			if err := writeFolder(dir, files); err != nil {
				return err
			}
			expect := filepath.Join(dir, "expect.yaml")
			_, err = fmt.Fprintf(p.out, "drafted %s from %s; correct it: it says what a check finds today, not what is right\nthen run: article41 test %s --run %s -v\n",
				report.Sanitize(expect), countFindings(found), report.Sanitize(shellWord(filepath.Dir(dir))), report.Sanitize(shellWord("^"+filepath.Base(dir)+"$")))
			return err
		},
	}
	cmd.Flags().StringVar(&dir, "dir", "", "`FOLDER` to make (default: fixtures/ and the article's name)")
	cmd.Flags().StringVar(&published, "published", "", "`DATE` on which the article appeared (YYYY-MM-DD), when its text does not say")
	law.add(cmd)
	by.add(cmd)
	return cmd
}

// fixtureFolder is the folder to make for an article. Folders that the loader leaves
// alone would never be run.
func fixtureFolder(dir, path string) (string, error) {
	if dir == "" {
		name := slug(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
		if name == "" || name == "article" {
			return "", fmt.Errorf("the name %q says nothing about the case; name the folder, as in --dir fixtures/coal-at-night", path)
		}
		return filepath.Join("fixtures", name), nil
	}
	dir = filepath.Clean(dir)
	switch base := filepath.Base(dir); {
	case base == ".." || base == string(filepath.Separator) || base == ".":
		return "", fmt.Errorf("--dir %s names no new folder", dir)
	case strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_"):
		return "", fmt.Errorf("--dir %s: folders whose names begin with . or _ are not run", dir)
	}
	return dir, nil
}

// slug is a name for a folder: lower-case ASCII letters, digits and hyphens.
func slug(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9')
	}), "-")
}

// readBytes gives the bytes of an article and its media type.
func readBytes(path string, stdin io.Reader) (data []byte, mediaType string, err error) {
	in := stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, "", err
		}
		defer f.Close()
		in = f
	}
	if data, err = io.ReadAll(io.LimitReader(in, article.DefaultMaxBytes+1)); err != nil {
		return nil, "", err
	}
	doc, err := article.ReadFrom(path, bytes.NewReader(data), article.Options{})
	if err != nil {
		return nil, "", err
	}
	return data, doc.MediaType, nil
}

// writeFolder makes the folder with its files beside its place and renames it, so
// that nobody ever runs half a fixture.
func writeFolder(dir string, files []fixture.File) (err error) {
	parent := filepath.Dir(dir)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	tmp, err := os.MkdirTemp(parent, "."+filepath.Base(dir)+".")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("writing %s: %w", dir, err), os.RemoveAll(tmp))
		}
	}()
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(tmp, f.Name), f.Data, 0o644); err != nil {
			return err
		}
	}
	if err := os.Chmod(tmp, 0o755); err != nil {
		return err
	}
	// A rename would replace an empty folder that somebody has made meanwhile.
	if _, err := os.Lstat(dir); err == nil {
		return os.ErrExist
	}
	return os.Rename(tmp, dir)
}

func countFindings(n int) string {
	if n == 1 {
		return "1 finding"
	}
	return fmt.Sprintf("%d findings", n)
}

// shellWord quotes s for a POSIX shell where it needs it.
func shellWord(s string) string {
	if strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-") == "" {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
