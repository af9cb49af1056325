package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker/policy"
)

func newBundle(p *program) *cobra.Command {
	var (
		output string
		law    lawFlags
	)
	cmd := &cobra.Command{
		Use:   "bundle",
		Short: "Write the policies and the law as data as an OPA bundle",
		Long: "Write the policies and the law as data as an OPA bundle. Stock OPA of the version in go.mod gives\n" +
			"the same decisions as this program for the inputs that `check --inputs` writes.",
		Example: "  article41 bundle -o article41.tar.gz\n" +
			"  article41 check --inputs inputs.ndjson article.txt\n" +
			"  head -n 1 inputs.ndjson | jq .input | opa eval -b article41.tar.gz -I data.article41.result",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if output == "" && p.tty {
				return &usageError{cmd.CommandPath(), errors.New("a bundle is no text for a terminal; give -o FILE")}
			}
			cat, policies, err := law.catalogue()
			if err != nil {
				return err
			}
			write := func(w io.Writer) error { return policy.WriteBundle(w, policies, cat.PolicyData(), cat.Digest) }
			if output == "" {
				return write(p.out)
			}
			f, err := os.Create(output)
			if err != nil {
				return err
			}
			if err := errors.Join(write(f), f.Close()); err != nil {
				return fmt.Errorf("%s: %w", output, err)
			}
			return nil
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "`FILE` to write (default: standard output)")
	law.add(cmd)
	return cmd
}
