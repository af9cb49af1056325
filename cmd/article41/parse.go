package main

import (
	"github.com/spf13/cobra"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/extract"
	"github.com/article41/article41/rules"
)

func newParse(p *program) *cobra.Command {
	var read article.Options
	cmd := &cobra.Command{
		Use:   "parse PATH|-",
		Short: "Show how an article is read: why a sentence did or did not give a claim",
		Args:  exactly(1, "one article, or - for standard input,"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkReadFlags(read); err != nil {
				return &usageError{cmd.CommandPath(), err}
			}
			lex, err := extract.Load(rules.FS)
			if err != nil {
				return err
			}
			doc, err := readArticle(args[0], p.in, read)
			if err != nil {
				return &exitError{exitIncomplete, named(args[0], err)}
			}
			trace, err := extract.New(lex).Trace(cmd.Context(), doc, nil)
			if err != nil {
				return err
			}
			return trace.WriteText(p.out)
		},
	}
	addReadFlags(cmd, &read)
	return cmd
}
