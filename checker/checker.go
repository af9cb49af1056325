// Package checker is article41's public Go API: it reads articles, extracts
// claims about activities, checks each claim against the policies that encode
// Security Council measures, and builds a report whose findings cite both the
// passage and the paragraph of the resolution.
//
// A Checker is compiled once and safe for concurrent use. What comes out flags
// passages for human review; it is never a finding of fact or law.
//
// It may import every package below it; none of them imports it.
package checker

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/extract"
	"github.com/article41/article41/checker/policy"
	"github.com/article41/article41/checker/proposal"
	"github.com/article41/article41/checker/screen"
	"github.com/article41/article41/policies"
	"github.com/article41/article41/rules"
)

// DefaultTimeout bounds the work on one document. An ordinary article takes
// milliseconds; only a hostile document or policy comes near it.
const DefaultTimeout = time.Minute

// Options configures a Checker. The zero value is ready to use.
type Options struct {
	// AsOf is the date (YYYY-MM-DD) whose law applies to a claim that neither
	// its own text nor its article dates. Empty: Today.
	AsOf string
	// Today (YYYY-MM-DD) is used when nothing else gives a date. Empty: the
	// current day, UTC. Set it where the same input must give the same report
	// on another day.
	Today    string
	Rules    fs.FS         // the law as data and the lexicon; nil: those built in
	Policies fs.FS         // the law as Rego; nil: those built in
	Timeout  time.Duration // for one document; 0: DefaultTimeout
	// Source proposes the claims of articles in place of the lexicon, which then
	// verifies them; nil: the lexicon finds them. It takes its own time.
	Source proposal.Source
	// Lists are those that the names in articles are screened against; none: they are
	// not screened. They must not be changed afterwards.
	Lists []*screen.List
	// KeepInputs hands back what the policies were asked, for stock OPA.
	KeepInputs bool
	Version    string // shown in reports as the tool's version; empty: "dev"
}

// Checker checks documents and claims files. It never changes after New.
type Checker struct {
	catalogue *catalog.Catalogue
	extractor *extract.Extractor
	lexicon   *extract.Lexicon
	verifier  *proposal.Verifier
	engine    *policy.Engine
	matcher   *screen.Matcher // nil when there are no lists
	opts      Options
}

// New loads and compiles rules, lexicon and policies. Errors carry
// file:line:column, all of them at once.
func New(ctx context.Context, opts Options) (*Checker, error) {
	for _, d := range []struct{ what, value string }{{"as-of date", opts.AsOf}, {"today's date", opts.Today}} {
		if err := CheckDate(d.value); err != nil {
			return nil, fmt.Errorf("%s: %w", d.what, err)
		}
	}
	if opts.Today == "" {
		opts.Today = time.Now().UTC().Format(time.DateOnly)
	}
	if opts.Rules == nil {
		opts.Rules = rules.FS
	}
	engine := policy.Options{}
	if opts.Policies == nil {
		opts.Policies, engine.OnDemand, engine.Ahead = policies.FS, true, policy.Ahead(policies.Compiled)
	}
	if opts.Timeout <= 0 {
		opts.Timeout = DefaultTimeout
	}
	if opts.Version == "" {
		opts.Version = "dev"
	}

	c := &Checker{opts: opts}
	var lexiconErr error
	c.lexicon, lexiconErr = extract.Load(opts.Rules)
	cat, err := catalog.Load(opts.Rules)
	if err == nil {
		c.catalogue = cat
		data := policy.Data(rules.PolicyData)
		if data.Of() != cat.Digest {
			data, err = policy.NewData(cat.PolicyData(), cat.Digest)
		}
		if err == nil {
			c.engine, err = policy.Open(ctx, opts.Policies, data, engine)
		}
	}
	if err := errors.Join(err, lexiconErr); err != nil {
		return nil, err
	}
	c.extractor = extract.New(c.lexicon)
	if len(opts.Lists) > 0 {
		c.matcher = screen.NewMatcher(opts.Lists...)
	}
	c.verifier = proposal.NewVerifier(c.catalogue, c.extractor)
	return c, nil
}

// Catalogue is the law as data that the checker works with. Do not change it.
func (c *Checker) Catalogue() *catalog.Catalogue { return c.catalogue }

// Digests are the SHA-256 sums of what a result depends on.
type Digests struct{ Rules, Policies, Lexicon string }

// Digests of the rules, policies and lexicon in use.
func (c *Checker) Digests() Digests {
	return Digests{Rules: c.catalogue.Digest, Policies: c.engine.Digest(), Lexicon: c.lexicon.Digest()}
}

// CheckDate refuses what is no date of the form YYYY-MM-DD; empty is accepted.
func CheckDate(s string) error {
	if s == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return fmt.Errorf("%q is not a calendar date; write it as YYYY-MM-DD", s)
	}
	return nil
}
