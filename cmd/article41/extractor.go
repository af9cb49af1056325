package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/extract"
	"github.com/article41/article41/checker/llm"
	"github.com/article41/article41/checker/process"
	"github.com/article41/article41/checker/proposal"
	"github.com/article41/article41/rules"
)

// Environment variables of --extractor llm. The key has no flag: command lines are
// seen by other users and kept in histories.
const (
	envURL   = "ARTICLE41_LLM_URL"
	envModel = "ARTICLE41_LLM_MODEL"
	envKey   = "ARTICLE41_LLM_API_KEY"
)

// extractorFlags choose what extracts the claims of articles.
type extractorFlags struct {
	extractor string
	timeout   time.Duration
	url       string
	model     string
	cache     string
}

func (f *extractorFlags) add(cmd *cobra.Command) {
	fl := cmd.Flags()
	fl.StringVar(&f.extractor, "extractor", "builtin", "`WHO` finds the claims of articles: builtin, exec:COMMAND (a program of yours), llm (a language model; articles are sent to it)")
	fl.DurationVar(&f.timeout, "extractor-timeout", 0, "`TIME` that exec or llm has for one article (default 1m for exec, 5m for llm)")
	fl.StringVar(&f.url, "llm-url", "", "`ADDRESS` of the model's server (default $"+envURL+"); the key comes from $"+envKey+" only")
	fl.StringVar(&f.model, "llm-model", "", "`NAME` of the model (default $"+envModel+")")
	fl.StringVar(&f.cache, "llm-cache", "", "`FOLDER` that keeps the model's answers, or none (default: in the user's cache folder)")
}

// source returns what --extractor names, nil for the built-in extractor. Nothing
// is started or sent yet.
func (f *extractorFlags) source(cmd *cobra.Command, env func(string) string, rulesFS fs.FS) (proposal.Source, error) {
	command, isExec := strings.CutPrefix(f.extractor, "exec:")
	isLLM := f.extractor == "llm"
	if !isExec && !isLLM && f.extractor != "builtin" {
		return nil, fmt.Errorf("--extractor: unknown extractor %q; known: builtin, exec:COMMAND, llm", f.extractor)
	}
	for _, name := range []string{"llm-url", "llm-model", "llm-cache"} {
		if !isLLM && cmd.Flags().Changed(name) {
			return nil, fmt.Errorf("--%s belongs to --extractor llm", name)
		}
	}
	if cmd.Flags().Changed("extractor-timeout") {
		if !isExec && !isLLM {
			return nil, errors.New("--extractor-timeout belongs to --extractor exec: and llm")
		}
		if f.timeout <= 0 {
			return nil, fmt.Errorf("--extractor-timeout is %v; it must be more than nothing", f.timeout)
		}
	}
	switch {
	case isExec:
		p, err := process.New(command, process.Options{Timeout: f.timeout})
		if err != nil {
			return nil, fmt.Errorf("--extractor exec: %w", err)
		}
		return p, nil
	case isLLM:
		return f.llm(env, rulesFS)
	}
	return nil, nil
}

func (f *extractorFlags) llm(env func(string) string, rulesFS fs.FS) (proposal.Source, error) {
	cfg := llm.Config{URL: f.url, Model: f.model, Key: env(envKey), Timeout: f.timeout}
	if cfg.URL == "" {
		cfg.URL = env(envURL)
	}
	if cfg.Model == "" {
		cfg.Model = env(envModel)
	}
	switch f.cache {
	case "none":
	case "":
		if base, err := os.UserCacheDir(); err == nil {
			cfg.Cache = filepath.Join(base, "article41", "llm")
		}
	default:
		if err := os.MkdirAll(f.cache, 0o700); err != nil {
			return nil, fmt.Errorf("--llm-cache: %w", err)
		}
		cfg.Cache = f.cache
	}
	if rulesFS == nil {
		rulesFS = rules.FS
	}
	cat, err := catalog.Load(rulesFS)
	if err != nil {
		return nil, err
	}
	c, err := llm.New(cfg, cat)
	if err != nil {
		return nil, fmt.Errorf("--extractor llm: %w; see --llm-url, --llm-model and $%s", err, envKey)
	}
	return c, nil
}

// finder extracts the claims of a document.
type finder func(context.Context, *article.Document) (proposal.Result, error)

// finder is the extractor that the flags name, for claims that are not evaluated.
func (f *extractorFlags) finder(cmd *cobra.Command, env func(string) string) (finder, error) {
	source, err := f.source(cmd, env, nil)
	if err != nil {
		return nil, &usageError{cmd.CommandPath(), err}
	}
	lex, err := extract.Load(rules.FS)
	if err != nil {
		return nil, err
	}
	x := extract.New(lex)
	if source == nil {
		return func(ctx context.Context, doc *article.Document) (proposal.Result, error) {
			found, err := x.Extract(ctx, doc)
			return proposal.Result{Claims: found.Claims, Notes: found.Notes}, err
		}, nil
	}
	cat, err := catalog.Load(rules.FS)
	if err != nil {
		return nil, err
	}
	v := proposal.NewVerifier(cat, x)
	return func(ctx context.Context, doc *article.Document) (proposal.Result, error) {
		return v.Extract(ctx, doc, source)
	}, nil
}
