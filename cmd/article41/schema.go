package main

import (
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/config"
	"github.com/article41/article41/checker/fixture"
	"github.com/article41/article41/checker/report"
)

func newSchema(p *program) *cobra.Command {
	schemas := map[string]func() []byte{"report": report.Schema, "claims": claim.Schema, "fixture": fixture.Schema, "config": config.Schema}
	return &cobra.Command{
		Use:       "schema report|claims|fixture|config",
		Short:     "Print the JSON Schema of reports, claims files, fixtures' expectations or the configuration",
		ValidArgs: slices.Sorted(maps.Keys(schemas)),
		Args:      cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		RunE: func(_ *cobra.Command, args []string) error {
			_, err := p.out.Write(schemas[args[0]]())
			return err
		},
	}
}
