// Package process runs another program as an extractor: one process and one
// request line for each document, one answer line back (JSON Lines).
//
// The program is started without a shell, with a small environment of its own,
// in a process group that ends with it. Whatever it does wrong costs its document
// only.
//
// It imports article and proposal.
package process

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/proposal"
)

// Limits when Options leave them 0.
const (
	DefaultTimeout   = time.Minute
	DefaultMaxOutput = 8 << 20
	maxErrors        = 64 << 10 // kept of standard error
)

// grace is how long a program that is done, or killed, may hold its output open
// through processes that it left behind.
const grace = 2 * time.Second

// Options bounds one run of the program.
type Options struct {
	Timeout   time.Duration // for one document; 0: DefaultTimeout
	MaxOutput int           // bytes of an answer; 0: DefaultMaxOutput
	Env       []string      // of the program; nil: Environment()
}

// Program is an extractor that runs a command. It is safe for concurrent use.
type Program struct {
	path string
	args []string
	opts Options
}

// New splits command into the program and its arguments (see Split) and finds the
// program, so that a misspelt name is told before the first article.
func New(command string, opts Options) (*Program, error) {
	args, err := Split(command)
	if err != nil {
		return nil, err
	}
	path, err := exec.LookPath(args[0])
	if err != nil {
		return nil, fmt.Errorf("the program %q cannot be run: %w", args[0], errors.Unwrap(err))
	}
	if opts.Timeout <= 0 {
		opts.Timeout = DefaultTimeout
	}
	if opts.MaxOutput <= 0 {
		opts.MaxOutput = DefaultMaxOutput
	}
	if opts.Env == nil {
		opts.Env = Environment()
	}
	return &Program{path: path, args: args, opts: opts}, nil
}

// Identity is the base name of the program: its folder is the user's own affair.
func (p *Program) Identity() proposal.Identity {
	name := p.args[0]
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	return proposal.Identity{Name: "exec", Program: strings.TrimSuffix(filepath.Base(name), ".exe")}
}

// request is the line that the program reads.
type request struct {
	Protocol  string              `json:"protocol"`
	Doc       requestDoc          `json:"doc"`
	Sentences []proposal.Sentence `json:"sentences"`
}

type requestDoc struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Date   string `json:"date"`   // YYYY-MM-DD, "" when not known
	Digest string `json:"digest"` // "sha256:" and the digest of the canonical text
}

// answer is the line that the program writes.
type answer struct {
	Protocol string            `json:"protocol"`
	Doc      string            `json:"doc"`
	Claims   []json.RawMessage `json:"claims"`
	Error    string            `json:"error"`
}

func requestFor(doc *article.Document) request {
	return request{
		Protocol: proposal.Protocol,
		Doc: requestDoc{
			ID: "d_" + doc.TextSHA256[:min(12, len(doc.TextSHA256))], Title: doc.Meta.Title,
			Date: doc.Meta.Published.Value, Digest: "sha256:" + doc.TextSHA256,
		},
		Sentences: proposal.Sentences(doc),
	}
}

// Propose runs the program on one document.
func (p *Program) Propose(ctx context.Context, doc *article.Document) (proposal.Answer, error) {
	req := requestFor(doc)
	var line bytes.Buffer
	enc := json.NewEncoder(&line)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(req); err != nil {
		return proposal.Answer{}, fmt.Errorf("writing the request: %w", err)
	}
	out, err := p.run(ctx, &line)
	if err != nil {
		return proposal.Answer{}, p.failed(err)
	}
	claims, err := decode(out, req.Doc.ID)
	if err != nil {
		return proposal.Answer{}, p.failed(err)
	}
	return proposal.Answer{Claims: claims}, nil
}

func (p *Program) failed(err error) error {
	return fmt.Errorf("extractor %s: %w", p.Identity().Program, err)
}

// run gives the program its line and returns what it writes.
func (p *Program) run(ctx context.Context, stdin io.Reader) ([]byte, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, p.opts.Timeout, fmt.Errorf("no answer within %v; it was stopped", p.opts.Timeout))
	defer cancel()
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)

	cmd := exec.CommandContext(ctx, p.path, p.args[1:]...)
	cmd.Args[0] = p.args[0]
	cmd.Env = p.opts.Env
	cmd.WaitDelay = grace
	group(cmd)
	stdout := &limited{max: p.opts.MaxOutput, full: func() {
		stop(fmt.Errorf("its answer is longer than %d bytes; it was stopped", p.opts.MaxOutput))
	}}
	stderr := &tail{max: maxErrors}
	cmd.Stdout, cmd.Stderr = stdout, stderr
	cmd.Stdin = stdin

	err := cmd.Run()
	if cause := context.Cause(ctx); cause != nil {
		return nil, cause
	}
	switch exit, ok := errors.AsType[*exec.ExitError](err); {
	case ok:
		return nil, fmt.Errorf("it ended with %s%s", exit.ProcessState, stderr.said())
	case errors.Is(err, exec.ErrWaitDelay):
		_ = kill(cmd)
		return nil, errors.New("it ended, but processes that it started kept its output open; they were stopped")
	case err != nil && cmd.Process == nil:
		return nil, fmt.Errorf("it cannot be started: %w", withoutPath(err))
	case err != nil:
		return nil, err
	}
	return stdout.buf.Bytes(), nil
}

// withoutPath leaves the folder of the program out of an error.
func withoutPath(err error) error {
	if p, ok := errors.AsType[*os.PathError](err); ok {
		return p.Err
	}
	if e, ok := errors.AsType[*exec.Error](err); ok {
		return e.Err
	}
	return err
}

// decode reads the one line of an answer.
func decode(out []byte, doc string) ([]proposal.Claim, error) {
	line, rest, _ := bytes.Cut(bytes.TrimSpace(out), []byte("\n"))
	if len(line) == 0 {
		return nil, errors.New("it ended without an answer; it must write one line of JSON")
	}
	if len(bytes.TrimSpace(rest)) > 0 {
		return nil, errors.New("it wrote more than the one line of its answer; what else it has to say belongs on standard error")
	}
	var a answer
	if err := json.Unmarshal(line, &a); err != nil {
		return nil, fmt.Errorf("its answer is not valid JSON of the protocol: %s", clip(err.Error()))
	}
	switch {
	case a.Protocol != proposal.Protocol:
		return nil, fmt.Errorf("its answer is of the protocol %q, not %q", clip(a.Protocol), proposal.Protocol)
	case a.Doc != doc:
		return nil, fmt.Errorf("its answer is about the document %q, not %q", clip(a.Doc), doc)
	case a.Error != "":
		return nil, fmt.Errorf("it says: %s", clip(a.Error))
	case a.Claims == nil:
		return nil, errors.New(`its answer has no list "claims"; an article without claims has an empty one`)
	}
	return proposal.Decode(a.Claims)
}

// clip shortens what the program says to one line of moderate length.
func clip(s string) string {
	return proposal.Clip(strings.Join(strings.Fields(s), " "), 199)
}

// Environment is what of the program's own environment an extractor gets: where
// programs, home and temporary files are, and the language. Keys and tokens of
// other services do not reach it.
func Environment() []string {
	names := []string{"PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TZ", "LANG", "LC_ALL", "LC_CTYPE"}
	if runtime.GOOS == "windows" {
		names = append(names, "SYSTEMROOT", "SYSTEMDRIVE", "PATHEXT", "COMSPEC", "TEMP", "TMP", "USERPROFILE", "USERNAME", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA")
	}
	var out []string
	for _, name := range names {
		if v, ok := os.LookupEnv(name); ok {
			out = append(out, name+"="+v)
		}
	}
	return out
}
