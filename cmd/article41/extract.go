package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/proposal"
)

func newExtract(p *program) *cobra.Command {
	var (
		read   article.Options
		by     extractorFlags
		out    string
		format string
	)
	cmd := &cobra.Command{
		Use:   "extract PATH...",
		Short: "Write the claims of articles as a claims file, ready to be edited by hand",
		Long: "Write the claims of articles as claims files: every claim with its quotes, ready to be\n" +
			"edited by hand and given to article41 check. Several articles need -o FOLDER.",
		Example: "  article41 extract article.txt -o article.claims.yaml\n  article41 check article.claims.yaml",
		Args:    atLeast(1, "the name of an article"),
		RunE: func(cmd *cobra.Command, args []string) error {
			encode, ok := map[string]func(*claim.File, io.Writer) error{"yaml": (*claim.File).EncodeYAML, "json": (*claim.File).EncodeJSON}[format]
			if !ok {
				return &usageError{cmd.CommandPath(), fmt.Errorf("unknown format %q; known: yaml, json", format)}
			}
			if err := checkReadFlags(read); err != nil {
				return &usageError{cmd.CommandPath(), err}
			}
			folder := false
			if info, err := os.Stat(out); out != "" && err == nil {
				folder = info.IsDir()
			}
			if len(args) > 1 && !folder {
				return &usageError{cmd.CommandPath(), errors.New("several articles need -o FOLDER, an existing folder for the claims files")}
			}
			find, err := by.finder(cmd, p.env)
			if err != nil {
				return err
			}
			written := make(map[string]string)
			var failed error
			for _, path := range args {
				dest := out
				if folder {
					base := filepath.Base(path)
					dest = filepath.Join(out, strings.TrimSuffix(base, filepath.Ext(base))+".claims."+format)
					if other, ok := written[dest]; ok {
						return &usageError{cmd.CommandPath(), fmt.Errorf("%s and %s would both be written to %s; extract them into two folders", other, path, dest)}
					}
					written[dest] = path
				}
				if sameFile(path, dest) {
					return &usageError{cmd.CommandPath(), fmt.Errorf("-o %s would overwrite the article", dest)}
				}
				f, found, err := claimsOf(cmd.Context(), find, path, dest, read)
				if err != nil {
					failed = errors.Join(failed, named(path, err))
					continue
				}
				for _, r := range found.Rejected {
					p.complain(fmt.Sprintf("%s: a claim was rejected (%s): %s", path, r.Code, r.Reason))
				}
				for _, n := range found.Notes {
					if n.Code == article.NoteNotRead {
						failed = errors.Join(failed, named(path, errors.New(n.Message)))
					}
				}
				if dest == "" {
					err = encode(f, p.out)
				} else {
					err = writeFile(dest, func(w io.Writer) error { return encode(f, w) })
				}
				if err != nil {
					return err
				}
			}
			if failed != nil {
				return &exitError{exitIncomplete, failed}
			}
			return nil
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "write to `FILE`, or into FOLDER one file per article")
	cmd.Flags().StringVar(&format, "format", "yaml", "yaml or json")
	addReadFlags(cmd, &read)
	by.add(cmd)
	return cmd
}

// claimsOf extracts the claims of one article into a claims file that will
// stand at dest, "" for the current folder.
func claimsOf(ctx context.Context, find finder, path, dest string, read article.Options) (*claim.File, proposal.Result, error) {
	none := proposal.Result{}
	if path == "-" {
		return nil, none, errors.New("a claims file must name its article; save standard input to a file first")
	}
	doc, err := readArticle(path, nil, read)
	if err != nil {
		return nil, none, err
	}
	if read.MediaType != "" {
		// A claims file does not say how its article is to be read, so that check
		// would read another text.
		read.MediaType = ""
		again, err := readArticle(path, nil, read)
		if err != nil {
			return nil, none, err
		}
		if again.MediaType != doc.MediaType {
			return nil, none, fmt.Errorf("without --media-type it reads as %s, and so would check read it with the claims file; give it a name that ends in .html or .txt", again.MediaType)
		}
	}
	found, err := find(ctx, doc)
	if err != nil {
		return nil, none, err
	}
	rel, err := relative(path, filepath.Dir(dest))
	if err != nil {
		return nil, none, err
	}
	return &claim.File{
		SchemaVersion: claim.SchemaVersion,
		Article:       claim.Article{Path: rel, SHA256: doc.TextSHA256, Published: read.Published},
		Claims:        found.Claims,
	}, found, nil
}

func relative(path, folder string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	base, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	rel, err := filepath.Rel(base, abs)
	if err != nil { // another Windows volume
		return filepath.ToSlash(abs), nil
	}
	return filepath.ToSlash(rel), nil
}

// named puts the input's name before an error that does not begin with it.
func named(path string, err error) error {
	if p, ok := err.(*os.PathError); ok {
		err = p.Err
	}
	if strings.HasPrefix(err.Error(), path+":") {
		return err
	}
	return fmt.Errorf("%s: %w", path, err)
}

// readArticle reads path, or stdin for "-".
func readArticle(path string, stdin io.Reader, read article.Options) (*article.Document, error) {
	if path == "-" {
		return article.ReadFrom("-", stdin, read)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return article.ReadFrom(path, f, read)
}
