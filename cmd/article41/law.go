package main

import (
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker"
	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/policies"
	"github.com/article41/article41/rules"
)

// lawFlags let users bring rules and policies of their own.
type lawFlags struct{ rules, policies string }

func (l *lawFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&l.policies, "policies", "", "`FOLDER` with policies of your own beside the built-in ones; a file of the same path replaces it")
	cmd.Flags().StringVar(&l.rules, "rules", "", "`FOLDER` with rules of your own beside the built-in ones; a file of the same path replaces it")
}

// load returns the rules and policies in use.
func (l *lawFlags) load() (rulesFS, policiesFS fs.FS, err error) {
	if rulesFS, err = over(rules.FS, l.rules, "--rules"); err != nil {
		return nil, nil, err
	}
	policiesFS, err = over(policies.FS, l.policies, "--policies")
	return rulesFS, policiesFS, err
}

// catalogue loads the law as data, and returns the policies beside it.
func (l *lawFlags) catalogue() (*catalog.Catalogue, fs.FS, error) {
	rulesFS, policiesFS, err := l.load()
	if err != nil {
		return nil, nil, err
	}
	cat, err := catalog.Load(rulesFS)
	return cat, policiesFS, err
}

// options are load for a checker, which does less for policies it knows.
func (l *lawFlags) options(o checker.Options) (checker.Options, error) {
	rulesFS, policiesFS, err := l.load()
	if err != nil {
		return o, err
	}
	if l.rules != "" {
		o.Rules = rulesFS
	}
	if l.policies != "" {
		o.Policies = policiesFS
	}
	return o, nil
}

func over(base fs.FS, folder, flag string) (fs.FS, error) {
	if folder == "" {
		return base, nil
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("%s %s: there is no such folder", flag, folder)
	}
	both, err := checker.Overlay(base, os.DirFS(folder))
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", flag, folder, err)
	}
	return both, nil
}
