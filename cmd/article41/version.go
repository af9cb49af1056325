package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker"
)

// release is set by the linker: -ldflags "-X main.release=v1.2.3".
var release string

func version() string {
	if release != "" {
		return release
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "dev"
}

func newVersion(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version and what results depend on",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := checker.New(cmd.Context(), checker.Options{Version: version()})
			if err != nil {
				return err
			}
			d := c.Digests()
			_, err = fmt.Fprintf(p.out, "article41 %s (%s, %s/%s)\nrules     sha256:%s\npolicies  sha256:%s\nlexicon   sha256:%s\n",
				version(), runtime.Version(), runtime.GOOS, runtime.GOARCH, d.Rules, d.Policies, d.Lexicon)
			return err
		},
	}
}
