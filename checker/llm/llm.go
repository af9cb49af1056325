// Package llm asks a language model for the claims of an article, over the
// chat-completions interface that many servers speak. The article's sentences
// leave the machine, to the one address that the user gave.
//
// The model is believed nothing: package proposal verifies what it claims. A part
// of an article for which no usable answer came is listed as not read.
//
// It imports article, catalog, claim and proposal.
package llm

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/proposal"
)

// DefaultTimeout is for one document, all its parts, retries and waits.
const DefaultTimeout = 5 * time.Minute

// Config says whom to ask.
type Config struct {
	URL     string        // base address: https://example.org/v1
	Model   string        // as the server calls it
	Key     string        // sent as a bearer token; "" sends none
	Cache   string        // folder for answers; "" keeps none
	Timeout time.Duration // for one document; 0: DefaultTimeout
}

// Client asks one model. It is safe for concurrent use.
type Client struct {
	endpoint string
	model    string
	key      string
	timeout  time.Duration
	http     *http.Client
	cache    cache
	prompt   prompt
	format   atomic.Int32 // the first form of response_format that the server is known to take

	// Set by tests.
	requestTimeout time.Duration
	maxAnswer      int
	wait           func(context.Context, time.Duration) error
}

// New checks the configuration; nothing is sent yet. Errors never hold the key.
func New(cfg Config, cat *catalog.Catalogue) (*Client, error) {
	endpoint, err := endpointOf(cfg.URL)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(cfg.Model) == "" {
		return nil, errors.New("no model is named")
	}
	if strings.ContainsFunc(cfg.Key, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return nil, errors.New("the key holds a blank or another character that cannot be sent; look for a line end at its end")
	}
	if cfg.Timeout <= 0 {
		cfg.Timeout = DefaultTimeout
	}
	p, err := promptFor(cat)
	if err != nil {
		return nil, err
	}
	c := &Client{
		endpoint: endpoint, model: cfg.Model, key: cfg.Key, timeout: cfg.Timeout,
		cache: cache{cfg.Cache}, prompt: p,
		requestTimeout: 2 * time.Minute, maxAnswer: 4 << 20, wait: wait,
	}
	c.http = &http.Client{Transport: http.DefaultTransport.(*http.Transport).Clone(), CheckRedirect: checkRedirect}
	return c, nil
}

// Identity names the model and what it was told.
func (c *Client) Identity() proposal.Identity {
	return proposal.Identity{Name: "llm", Model: c.model, PromptSHA256: c.prompt.digest}
}

// endpointOf completes a base address. A key in it would end up in messages and
// shell histories, and without TLS anybody on the way could read key and article.
func endpointOf(base string) (string, error) {
	if base == "" {
		return "", errors.New("no address is given")
	}
	u, err := url.Parse(base)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https":
		return "", errors.New("the address is not of the form https://HOST/PATH")
	case u.User != nil:
		return "", errors.New("the address holds a user name or password; give the key by the environment")
	case u.Fragment != "":
		return "", errors.New("the address has a part behind #; leave it out")
	case u.Scheme == "http" && !loopback(u.Hostname()):
		return "", errors.New("the address must begin with https:// unless the server runs on this machine")
	}
	if u.Path = strings.TrimRight(u.Path, "/"); !strings.HasSuffix(u.Path, "/chat/completions") {
		u.Path += "/chat/completions"
	}
	return u.String(), nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// errRedirect stops the key and the article from going where nobody sent them.
var errRedirect = errors.New("the server refers to another address; give that one if you trust it")

func checkRedirect(to *http.Request, via []*http.Request) error {
	if from := via[0]; len(via) > 3 || to.URL.Host != from.URL.Host || to.URL.Scheme != from.URL.Scheme || to.Method != from.Method {
		return errRedirect
	}
	return nil
}

func wait(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// Propose asks about the document, part by part. It fails when no part was read.
func (c *Client) Propose(ctx context.Context, doc *article.Document) (proposal.Answer, error) {
	own, cancel := context.WithTimeoutCause(ctx, c.timeout, fmt.Errorf("no answer within %v for the whole article", c.timeout))
	defer cancel()
	var out proposal.Answer
	var first, stopped error
	read := 0
	parts := split(proposal.Sentences(doc))
	for _, p := range parts {
		claims, err := []proposal.Claim(nil), stopped
		if err == nil {
			claims, err = c.read(own, p)
		}
		if ctx.Err() != nil {
			return proposal.Answer{}, fmt.Errorf("asking the model: %w", ctx.Err())
		}
		if err == nil && len(out.Claims)+len(claims) > proposal.MaxClaims {
			err = fmt.Errorf("the model gave more than %d claims for the article", proposal.MaxClaims)
		}
		if err != nil {
			if first == nil {
				first = err
			}
			if _, ok := errors.AsType[*hopeless](err); ok || own.Err() != nil {
				stopped = err // the next part would fare no better
			}
			out.Unread = append(out.Unread, proposal.Unread{From: p[0].Number, To: p[len(p)-1].Number, Reason: err.Error()})
			continue
		}
		read++
		out.Claims = append(out.Claims, claims...)
	}
	if read == 0 && first != nil {
		return proposal.Answer{}, fmt.Errorf("extractor llm: %w", first)
	}
	return out, nil
}

// read gives the claims of one part: from the cache, or by asking, with one turn
// to repair an answer that is not what was asked for.
func (c *Client) read(ctx context.Context, part []proposal.Sentence) ([]proposal.Claim, error) {
	if size(part) > maxSentence {
		return nil, fmt.Errorf("a sentence of %d bytes is too long to be sent", size(part))
	}
	user, err := userMessage(part)
	if err != nil {
		return nil, err
	}
	key := c.cache.key(c.model, c.prompt.digest, user)
	if content, ok := c.cache.get(key); ok {
		if list, _, err := c.parse(content); err == nil {
			if claims, err := proposal.Decode(list); err == nil {
				return claims, nil
			}
		}
	}
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	talk := []message{{"system", c.prompt.system}, {"user", user}}
	content, err := c.ask(ctx, talk)
	if err != nil {
		return nil, err
	}
	list, clean, err := c.parse(content)
	if err != nil {
		talk = append(talk, message{"assistant", proposal.Clip(content, 20_000)}, message{"user", repair(err)})
		if content, err = c.ask(ctx, talk); err != nil {
			return nil, err
		}
		if list, clean, err = c.parse(content); err != nil {
			return nil, fmt.Errorf("the model's answer is not usable, asked twice: %w", err)
		}
	}
	claims, err := proposal.Decode(list)
	if err != nil {
		return nil, fmt.Errorf("the model's answer is not usable: %w", err)
	}
	c.cache.put(key, clean)
	return claims, nil
}

// parse finds the list of claims in what the model said: bare JSON, JSON in a
// fence, or JSON with words around it. clean is the same list, for the cache.
func (c *Client) parse(content string) (list []json.RawMessage, clean string, err error) {
	for _, text := range jsonIn(content) {
		var v any
		if e := json.Unmarshal([]byte(text), &v); e != nil {
			if err == nil {
				err = fmt.Errorf("it is not valid JSON: %s", proposal.Clip(e.Error(), 200))
			}
			continue
		}
		if object, ok := v.(map[string]any); ok {
			v = object["claims"]
		}
		items, ok := v.([]any)
		if !ok {
			err = errors.New(`it is not an object with a list "claims"`)
			continue
		}
		list = make([]json.RawMessage, len(items))
		for i := range items {
			// The key must not come back in a report, whatever the server does.
			if list[i], err = json.Marshal(c.scrubbed(items[i])); err != nil {
				return nil, "", err
			}
		}
		data, err := json.Marshal(map[string]any{"claims": list})
		return list, string(data), err
	}
	if err == nil {
		err = errors.New("there is no JSON in it")
	}
	return nil, "", err
}

// jsonIn lists the texts that may be the answer, likeliest first.
func jsonIn(content string) []string {
	var out []string
	content = strings.TrimSpace(content)
	if strings.HasPrefix(content, "{") || strings.HasPrefix(content, "[") {
		out = append(out, content)
	}
	if _, rest, ok := strings.Cut(content, "```"); ok {
		inside, _, _ := strings.Cut(rest, "```")
		if line, more, ok := strings.Cut(inside, "\n"); ok && !strings.ContainsAny(line, "{[") {
			inside = more // the fence's first line names the language
		}
		out = append(out, strings.TrimSpace(inside))
	}
	if a, b := strings.IndexByte(content, '{'), strings.LastIndexByte(content, '}'); a >= 0 && b > a {
		out = append(out, content[a:b+1])
	}
	return out
}

// scrub takes the key out of what the server said.
func (c *Client) scrub(s string) string {
	if c.key == "" {
		return s
	}
	return strings.ReplaceAll(s, c.key, "[key]")
}

func (c *Client) scrubbed(v any) any {
	switch v := v.(type) {
	case string:
		return c.scrub(v)
	case []any:
		for i := range v {
			v[i] = c.scrubbed(v[i])
		}
	case map[string]any:
		for k, x := range v {
			if clean := c.scrub(k); clean != k {
				delete(v, k)
				k = clean
			}
			v[k] = c.scrubbed(x)
		}
	}
	return v
}
