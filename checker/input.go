package checker

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/report"
	"github.com/article41/article41/checker/strictyaml"
)

// Input is one thing to check.
type Input struct {
	Name   string // a path, as reports shall show it
	Claims bool   // a claims file, not an article
	// Open gives the content; nil opens the file Name. The article of a claims
	// file is always read from disk, relative to the folder of Name.
	Open func() (io.ReadCloser, error)
}

// Batch says how CheckAll works.
type Batch struct {
	Jobs int             // documents worked on at once; below 1: one
	Read article.Options // for every article
	Keep bool            // keep the articles, for formats that show them whole
}

// Result is what CheckAll hands back.
type Result struct {
	Report *report.Report
	// Sources gives, per document id, the lines that passages lie on; the
	// documents themselves are not kept.
	Sources map[string]report.Source
	// Articles are the documents by id; nil unless Batch.Keep.
	Articles map[string]*article.Document
	// Inputs are what the policies were asked, in the order of the report's
	// claims; nil unless Options.KeepInputs.
	Inputs []PolicyInput
}

// PolicyInput is the document `input` of the policies for one claim.
type PolicyInput struct {
	Document string          `json:"document"` // id in the report
	Claim    string          `json:"claim"`    // id within the document
	Input    json.RawMessage `json:"input"`
}

// CheckAll checks many inputs in parallel. The report lists them in the order
// given, whatever the number of jobs. An input that cannot be processed becomes
// a Failure and the others are not affected; CheckAll itself fails only when
// ctx is done or the rules and policies contradict each other.
func (c *Checker) CheckAll(ctx context.Context, inputs []Input, b Batch) (Result, error) {
	parts := make([]part, len(inputs))
	var next atomic.Int64
	work := func() {
		for i := int(next.Add(1)) - 1; i < len(inputs) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
			parts[i] = c.checkInput(ctx, inputs[i], b.Read, b.Keep)
		}
	}
	var wg sync.WaitGroup
	for range min(b.Jobs, len(inputs)) - 1 {
		wg.Go(work)
	}
	work() // a single input needs no stack but this one, which has grown already
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}

	r, err := c.assemble(ctx, parts)
	if err != nil {
		return Result{}, err
	}
	res := Result{Report: r, Sources: make(map[string]report.Source, len(r.Documents))}
	if b.Keep {
		res.Articles = make(map[string]*article.Document, len(r.Documents))
	}
	for _, p := range parts {
		if p.document == nil {
			continue
		}
		res.Sources[p.document.ID] = p.lines
		if b.Keep {
			res.Articles[p.document.ID] = p.article
		}
		for i, asked := range p.asked {
			res.Inputs = append(res.Inputs, PolicyInput{p.document.ID, p.claims[i].ID, asked})
		}
	}
	return res, nil
}

// checkInput never fails: whatever goes wrong with this input is in the part.
func (c *Checker) checkInput(ctx context.Context, in Input, opts article.Options, keep bool) (p part) {
	failed := func(err error) part {
		return part{failures: []report.Failure{{Name: in.Name, Error: err.Error()}}}
	}
	// A defect met by one document must not lose the results of a thousand
	// others.
	defer func() {
		if v := recover(); v != nil {
			p = failed(fmt.Errorf("internal error at %s, please report it with the input: %v", panicked(), v))
		}
	}()
	check := c.readArticle
	if in.Claims {
		check = c.readClaims
	}
	p, err := check(ctx, in, opts)
	if err != nil {
		return failed(withoutPath(err))
	}
	if !keep {
		p.article = nil
	}
	return p
}

// panicked names the function and line that panicked, called while recovering.
func panicked() string {
	pc := make([]uintptr, 32)
	frames := runtime.CallersFrames(pc[:runtime.Callers(2, pc)])
	for unwound := false; ; {
		f, more := frames.Next()
		inRuntime := strings.HasPrefix(f.Function, "runtime.")
		if unwound && !inRuntime {
			return fmt.Sprintf("%s (%s:%d)", f.Function, filepath.Base(f.File), f.Line)
		}
		unwound = unwound || inRuntime
		if !more {
			return "an unknown place"
		}
	}
}

func (c *Checker) readArticle(ctx context.Context, in Input, opts article.Options) (part, error) {
	r, err := in.open()
	if err != nil {
		return part{}, err
	}
	defer r.Close()
	doc, err := article.ReadFrom(in.Name, r, opts)
	if err != nil {
		return part{}, err
	}
	return c.checkArticle(ctx, doc)
}

func (c *Checker) readClaims(ctx context.Context, in Input, opts article.Options) (part, error) {
	r, err := in.open()
	if err != nil {
		return part{}, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, strictyaml.MaxBytes+1))
	if err != nil {
		return part{}, err
	}
	name := in.Name
	if bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n"), []byte("{")) && !hasExt(name, ".json", ".yaml", ".yml") {
		name += ".json" // standard input has no name to tell
	}
	f, err := claim.Decode(name, data)
	if err != nil {
		return part{}, err
	}
	if strings.Contains(f.Article.Path, "://") {
		return part{}, fmt.Errorf("article.path is an address (%s); save the article as a file beside the claims file, nothing is fetched", f.Article.Path)
	}
	path := filepath.FromSlash(f.Article.Path)
	if !filepath.IsAbs(path) {
		path = filepath.Join(filepath.Dir(in.Name), path)
	}
	a, err := os.Open(path)
	if err != nil {
		return part{}, fmt.Errorf("the article it speaks of: %w", err)
	}
	defer a.Close()
	if sameFile(in.Name, a) {
		return part{}, errors.New("article.path leads to the claims file itself, where every quote stands; name the article")
	}
	opts.MediaType = "" // meant for articles named on the command line
	doc, err := article.ReadFrom(filepath.ToSlash(path), a, opts)
	if err != nil {
		return part{}, fmt.Errorf("the article it speaks of: %w", err)
	}
	return c.checkClaims(ctx, doc, f, in.Name)
}

func sameFile(path string, f *os.File) bool {
	a, err := os.Stat(path)
	if err != nil {
		return false
	}
	b, err := f.Stat()
	return err == nil && os.SameFile(a, b)
}

func (in Input) open() (io.ReadCloser, error) {
	if in.Open != nil {
		return in.Open()
	}
	return os.Open(in.Name)
}

// withoutPath shortens "open a.txt: no such file" to its reason, since a
// Failure names the input already.
func withoutPath(err error) error {
	var p *os.PathError
	if errors.As(err, &p) && err == error(p) {
		return p.Err
	}
	return err
}
