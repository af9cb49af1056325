package checker

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/policy"
	"github.com/article41/article41/checker/report"
	"github.com/article41/article41/checker/stories"
	"github.com/article41/article41/checker/strictyaml"
)

// Check extracts the claims of each document and evaluates them.
func (c *Checker) Check(ctx context.Context, docs ...*article.Document) (*report.Report, error) {
	parts := make([]part, 0, len(docs))
	for _, doc := range docs {
		p, err := c.checkArticle(ctx, doc)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", doc.Name, err)
		}
		parts = append(parts, p)
	}
	return c.assemble(ctx, parts)
}

// CheckClaims verifies the claims of f against the document they speak of and
// evaluates them. A claim that does not hold up (a quote that is not in the
// article, an unknown activity) becomes a Failure in the report; the others are
// evaluated all the same.
func (c *Checker) CheckClaims(ctx context.Context, doc *article.Document, f *claim.File) (*report.Report, error) {
	p, err := c.checkClaims(ctx, doc, f, doc.Name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", doc.Name, err)
	}
	return c.assemble(ctx, []part{p})
}

// part is what one input contributes to the report. Ids that depend on the
// other inputs are given by assemble.
type part struct {
	document *report.Document // nil when the input could not be read
	article  *article.Document
	claims   []report.Claim
	findings []report.Finding
	failures []report.Failure
	refused  []report.Ungrounded
	lines    excerpt
	sketch   stories.Sketch    // to compare the document with others of the run
	stated   []statement       // quantities to be added up over the run
	asked    []json.RawMessage // the policies' inputs, by claim; nil unless kept
}

func (c *Checker) checkArticle(ctx context.Context, doc *article.Document) (part, error) {
	answer, err := c.propose(ctx, doc)
	if err != nil {
		return part{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, c.opts.Timeout)
	defer cancel()
	names, err := c.screen(ctx, doc, doc.Meta.Published.Value)
	if err != nil {
		return part{}, c.explainTimeout(err)
	}
	found, err := c.extract(ctx, doc, answer, c.listed(doc, names))
	if err != nil {
		return part{}, c.explainTimeout(err)
	}
	if found.Claims, err = c.withListed(ctx, doc, names, found.Claims); err != nil {
		return part{}, c.explainTimeout(err)
	}
	p := part{document: describe(doc, doc.Meta.Published, append(names.notes(), found.Notes...)), refused: ungrounded(found.Rejected)}
	if p.document.Screened, err = describeScreened(doc, names); err != nil {
		return part{}, err
	}
	if err := c.evaluateAll(ctx, &p, doc, names, found.Claims, doc.Meta.Published); err != nil {
		return part{}, err
	}
	return p, nil
}

func (c *Checker) checkClaims(ctx context.Context, doc *article.Document, f *claim.File, name string) (part, error) {
	ctx, cancel := context.WithTimeout(ctx, c.opts.Timeout)
	defer cancel()

	published := doc.Meta.Published
	if f.Article.Published != "" && published.Basis != article.BasisFlag {
		if err := CheckDate(f.Article.Published); err != nil {
			return part{}, fmt.Errorf("article.published: %w", err)
		}
		published = article.Date{Value: f.Article.Published, Basis: article.BasisFlag}
	}
	names, err := c.screen(ctx, doc, published.Value)
	if err != nil {
		return part{}, c.explainTimeout(err)
	}
	p := part{document: describe(doc, published, names.notes())}
	p.document.ClaimsFile = name
	if p.document.Screened, err = describeScreened(doc, names); err != nil {
		return part{}, err
	}
	good, rejected, err := c.verified(doc, f)
	if err != nil {
		return part{}, err
	}
	for _, err := range rejected {
		p.failures = append(p.failures, report.Failure{Name: name, Error: err.Error()})
	}
	if err := c.evaluateAll(ctx, &p, doc, names, good, published); err != nil {
		return part{}, err
	}
	return p, nil
}

// verified returns copies of the claims that hold up, located, and an error for
// each of the others.
func (c *Checker) verified(doc *article.Document, f *claim.File) (good []claim.Claim, rejected []error, err error) {
	known := claim.File{Article: f.Article}
	seen := make(map[string]bool, len(f.Claims))
	for i := range f.Claims {
		cl := clone(&f.Claims[i])
		err := claim.Validate(&cl)
		if e := c.catalogue.CheckClaim(terms(&cl)); e != nil {
			err = errors.Join(err, at(cl.Pos, "claim %q: %w", cl.ID, e))
		}
		for _, p := range cl.Parties {
			if _, ok := c.catalogue.ListedUnder(p.Listed); p.Listed != "" && !ok {
				err = errors.Join(err, at(cl.Pos, "claim %q: no regime of the catalogue has list entries like %q; leave listed out if the party is not identified as an entry", cl.ID, p.Listed))
			}
		}
		for _, e := range factErrors(cl.Facts) {
			err = errors.Join(err, at(cl.Pos, "claim %q: %w", cl.ID, e))
		}
		if seen[cl.ID] {
			err = errors.Join(err, at(cl.Pos, "claim id %q is used twice", cl.ID))
		}
		seen[cl.ID] = true
		if err != nil {
			rejected = append(rejected, err)
			continue
		}
		known.Claims = append(known.Claims, cl)
	}
	ungrounded := make(map[string]bool)
	for _, err := range leaves(known.Verify(doc)) {
		q, ok := errors.AsType[*claim.QuoteError](err)
		if !ok {
			return nil, nil, err // the whole file is about another text
		}
		ungrounded[q.Claim] = true
		rejected = append(rejected, err)
	}
	good = slices.DeleteFunc(known.Claims, func(cl claim.Claim) bool { return ungrounded[cl.ID] })
	return good, rejected, nil
}

// factErrors refuses facts that would be read otherwise than they were meant. To
// the policies a fact is stated when it is listed, whatever its value, and the
// report then says that the text states it: "committee_approval: no" would turn
// a breach into an exemption.
func factErrors(facts []claim.Fact) []error {
	var errs []error
	for i, f := range facts {
		switch {
		case f.Value != "":
			errs = append(errs, fmt.Errorf("fact %q has the value %q; a fact counts as stated when it is listed: leave the value out, or the fact if the article does not state it", f.Name, f.Value))
		case f.Quote == "":
			errs = append(errs, fmt.Errorf("fact %q has no quote; copy the words that state it from the article", f.Name))
		case slices.ContainsFunc(facts[:i], func(g claim.Fact) bool { return g.Name == f.Name }):
			errs = append(errs, fmt.Errorf("fact %q is listed twice; keep one", f.Name))
		}
	}
	return errs
}

// at puts the place in the claims file, if there is one, before a message.
func at(pos strictyaml.Pos, format string, args ...any) error {
	err := fmt.Errorf(format, args...)
	if pos.File == "" {
		return err
	}
	return fmt.Errorf("%s: %w", pos, err)
}

// leaves takes joined errors apart.
func leaves(err error) []error {
	if err == nil {
		return nil
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var out []error
	for _, e := range joined.Unwrap() {
		out = append(out, leaves(e)...)
	}
	return out
}

// evaluateAll evaluates located claims in text order and adds them to p.
func (c *Checker) evaluateAll(ctx context.Context, p *part, doc *article.Document, names *screened, claims []claim.Claim, published article.Date) error {
	located := make([]report.Claim, len(claims))
	for i := range claims {
		located[i] = report.Claim{Claim: claims[i]}
		if located[i].Stage == "" {
			located[i].Stage = claim.Unspecified
		}
		for _, ev := range claims[i].Evidence {
			passage, err := report.PassageOf(doc, ev)
			if err != nil {
				return fmt.Errorf("claim %s: %w", claims[i].ID, err)
			}
			located[i].Passages = append(located[i].Passages, passage)
		}
	}
	slices.SortStableFunc(located, func(a, b report.Claim) int {
		return cmp.Compare(start(a.Passages), start(b.Passages))
	})

	dates, inputs := make([]lawDate, len(located)), make([]policy.Input, len(located))
	for i := range located {
		dates[i] = c.lawDate(&located[i].Claim, published)
		inputs[i] = c.policyInput(&located[i].Claim, dates[i])
		names.addVessel(doc, &located[i].Claim, inputs[i].Facts)
	}
	if err := c.engine.Prepare(ctx, inputs); err != nil {
		return err
	}
	used := newFingerprints()
	for i := range located {
		if err := c.evaluate(ctx, p, doc, &located[i], dates[i], inputs[i], used); err != nil {
			return fmt.Errorf("claim %s: %w", located[i].ID, err)
		}
		if stated(&inputs[i]) {
			capped := slices.DeleteFunc(c.engine.Capped(&inputs[i]), func(m policy.Capped) bool {
				return !slices.ContainsFunc(p.findings, func(f report.Finding) bool { return f.Claim == located[i].ID && f.Measure == m.Measure })
			})
			if len(capped) > 0 {
				p.stated = append(p.stated, statement{i, dates[i], inputs[i], capped})
			}
		}
		if c.opts.KeepInputs {
			asked, err := c.engine.InputJSON(inputs[i])
			if err != nil {
				return fmt.Errorf("claim %s: %w", located[i].ID, err)
			}
			p.asked = append(p.asked, asked)
		}
	}
	p.claims, p.article = located, doc
	p.lines = excerptOf(doc, located)
	p.sketch = stories.SketchOf(doc)
	return nil
}

func (c *Checker) evaluate(ctx context.Context, p *part, doc *article.Document, cl *report.Claim, date lawDate, in policy.Input, used *fingerprints) error {
	cl.LawDate = date.dated()
	res, err := c.engine.Evaluate(ctx, in)
	if err != nil {
		return c.explainTimeout(err)
	}
	if res.SetAside != nil {
		cl.SetAside = &report.SetAside{Code: res.SetAside.Code, Text: res.SetAside.Text}
	}
	for _, d := range res.Decisions {
		f, err := c.finding(cl, date, d)
		if err != nil {
			return err
		}
		f.Fingerprint = used.next(d.Measure, doc.TextSHA256, primaryQuote(cl.Evidence))
		p.findings = append(p.findings, f)
	}
	return nil
}

// explainTimeout tells a reader why the work stopped; the caller's own
// cancellation passes through.
func (c *Checker) explainTimeout(err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("checking took longer than %v and was stopped: %w", c.opts.Timeout, err)
	}
	return err
}

func terms(cl *claim.Claim) catalog.ClaimTerms {
	t := catalog.ClaimTerms{Category: cl.Category, Activity: cl.Activity}
	for _, p := range cl.Parties {
		t.Roles = append(t.Roles, p.Role)
	}
	for _, g := range cl.Goods {
		t.Goods = append(t.Goods, g.ID)
	}
	for _, f := range cl.Facts {
		t.Facts = append(t.Facts, f.Name)
	}
	return t
}

func (c *Checker) policyInput(cl *claim.Claim, date lawDate) policy.Input {
	in := policy.Input{
		ID: cl.ID, Category: cl.Category, Activity: cl.Activity,
		Status: string(cl.Status), Stage: string(cl.Stage),
		From: date.from, To: date.to, DateBasis: date.basis,
		Facts: make(map[string]string, len(cl.Facts)), Quantity: amounts(cl.Quantity),
	}
	for _, p := range cl.Parties {
		in.Parties = append(in.Parties, policy.Party{Role: p.Role, Country: cmp.Or(p.Country, c.nationality(cl, &p)), Listed: c.listing(&p)})
	}
	for _, g := range cl.Goods {
		in.Goods = append(in.Goods, g.ID)
	}
	for _, f := range cl.Facts {
		in.Facts[f.Name] = f.Value
	}
	if n := len(cl.Attribution); n > 0 {
		in.Attributed, in.OriginKind = true, cl.Attribution[n-1].Kind
	}
	return in
}

// clone copies what Verify may write to.
func clone(cl *claim.Claim) claim.Claim {
	out := *cl
	out.Evidence = slices.Clone(cl.Evidence)
	out.Facts = slices.Clone(cl.Facts)
	out.Parties = slices.Clone(cl.Parties)
	out.Attribution = slices.Clone(cl.Attribution)
	return out
}

func start(passages []report.Passage) int {
	for _, p := range passages {
		for _, s := range p.Target.Selector {
			if p.Role == claim.Primary && s.Start != nil {
				return *s.Start
			}
		}
	}
	return 0
}

// primaryQuote is the quote that identifies the claim: its first primary one.
func primaryQuote(evidence []claim.Evidence) string {
	for _, ev := range evidence {
		if ev.Role == "" || ev.Role == claim.Primary {
			return ev.Quote
		}
	}
	return ""
}
