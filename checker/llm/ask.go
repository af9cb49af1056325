package llm

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/article41/article41/checker/proposal"
)

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

// The forms of response_format, from the strictest. Servers refuse those that they
// do not know with an error of the client's.
const (
	formatSchema int32 = iota
	formatObject
	formatNone // the instructions alone ask for JSON
)

// seed asks servers that can for the same answer to the same question.
const seed = 41

type chatRequest struct {
	Model       string          `json:"model"`
	Messages    []message       `json:"messages"`
	Temperature int             `json:"temperature"`
	Seed        int             `json:"seed"`
	Format      *responseFormat `json:"response_format,omitempty"`
}

type responseFormat struct {
	Type   string      `json:"type"`
	Schema *namedShape `json:"json_schema,omitempty"`
}

type namedShape struct {
	Name   string          `json:"name"`
	Strict bool            `json:"strict"`
	Schema json.RawMessage `json:"schema"`
}

type chatAnswer struct {
	Choices []struct {
		FinishReason string `json:"finish_reason"`
		Message      struct {
			Content json.RawMessage `json:"content"` // text, or a list of pieces of text
			Refusal string          `json:"refusal"`
		} `json:"message"`
	} `json:"choices"`
}

// hopeless is an error that asking again, or about another part, will not mend.
type hopeless struct{ err error }

func (e *hopeless) Error() string { return e.err.Error() }
func (e *hopeless) Unwrap() error { return e.err }

// statusError is an answer other than 200.
type statusError struct {
	status  int
	message string
	after   time.Duration // how long to wait; negative: the server does not say
}

func (e *statusError) Error() string {
	text := fmt.Sprintf("the server answered %d %s", e.status, http.StatusText(e.status))
	if e.message != "" {
		text += ": " + e.message
	}
	return text
}

// errCutShort is a body that ended before its end.
var errCutShort = errors.New("the server's answer was cut short")

// ask sends the talk and returns what the model says, in the strictest form of
// answer that the server takes.
func (c *Client) ask(ctx context.Context, talk []message) (string, error) {
	known := c.format.Load()
	for format := known; ; format++ {
		content, err := c.retry(ctx, talk, format)
		if s, ok := errors.AsType[*statusError](err); ok && format < formatNone && (s.status == http.StatusBadRequest || s.status == http.StatusUnprocessableEntity) {
			continue
		}
		if err == nil && format > known {
			c.format.CompareAndSwap(known, format) // spares later parts the refusals
		}
		return content, err
	}
}

// attempts bounds how often one question is sent; shortest is the wait before the
// second time, which doubles.
const (
	attempts = 4
	shortest = time.Second
)

func (c *Client) retry(ctx context.Context, talk []message, format int32) (string, error) {
	delay := shortest
	for n := 1; ; n++ {
		content, err := c.send(ctx, talk, format)
		s, status := errors.AsType[*statusError](err)
		busy := status && (s.status == http.StatusTooManyRequests || s.status >= 500)
		if err == nil || !busy && !errors.Is(err, errCutShort) {
			return content, err
		}
		if n == attempts {
			return "", fmt.Errorf("%w (asked %d times)", err, n)
		}
		pause := delay
		if status && s.after >= 0 {
			pause = s.after
		}
		if end, ok := ctx.Deadline(); ok && time.Until(end) < pause {
			return "", fmt.Errorf("%w, and there is no time to wait %v", err, pause)
		}
		if err := c.wait(ctx, pause); err != nil {
			return "", err
		}
		delay *= 2
	}
}

// send sends the question once.
func (c *Client) send(ctx context.Context, talk []message, format int32) (string, error) {
	req := chatRequest{Model: c.model, Messages: talk, Seed: seed}
	switch format {
	case formatSchema:
		req.Format = &responseFormat{"json_schema", &namedShape{"claims", true, c.prompt.schema}}
	case formatObject:
		req.Format = &responseFormat{Type: "json_object"}
	}
	body, err := json.Marshal(req)
	if err != nil {
		return "", fmt.Errorf("writing the question: %w", err)
	}
	ctx, cancel := context.WithTimeoutCause(ctx, c.requestTimeout, fmt.Errorf("the server did not answer within %v", c.requestTimeout))
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.endpoint, bytes.NewReader(body))
	if err != nil {
		return "", &hopeless{errors.New("the address cannot be used")}
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/json")
	r.Header.Set("User-Agent", "article41")
	if c.key != "" {
		r.Header.Set("Authorization", "Bearer "+c.key)
	}
	resp, err := c.http.Do(r)
	if err != nil {
		return "", c.transport(ctx, err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(io.LimitReader(resp.Body, int64(c.maxAnswer)+1))
	switch {
	case err != nil && context.Cause(ctx) != nil:
		return "", context.Cause(ctx)
	case err != nil:
		return "", errCutShort
	case len(data) > c.maxAnswer:
		return "", fmt.Errorf("the server's answer is longer than %d bytes", c.maxAnswer)
	case resp.StatusCode != http.StatusOK:
		return "", c.refused(resp, data)
	}
	return c.content(resp.Header.Get("Content-Type"), data)
}

// transport leaves out the address, which may hold a token, from an error of
// package http.
func (c *Client) transport(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	if errors.Is(err, errRedirect) {
		return &hopeless{errRedirect}
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errCutShort
	}
	if u, ok := errors.AsType[*url.Error](err); ok {
		err = u.Err
	}
	return &hopeless{fmt.Errorf("the server cannot be reached: %s", c.scrub(proposal.Clip(err.Error(), 200)))}
}

// refused tells what the server says of its refusal, as far as it says it in JSON.
func (c *Client) refused(resp *http.Response, data []byte) error {
	e := &statusError{status: resp.StatusCode, after: -1}
	var body struct {
		Error   json.RawMessage `json:"error"`
		Message string          `json:"message"`
	}
	if json.Unmarshal(data, &body) == nil {
		e.message = body.Message
		var inner struct {
			Message string `json:"message"`
		}
		if json.Unmarshal(body.Error, &inner) == nil && inner.Message != "" {
			e.message = inner.Message
		} else {
			_ = json.Unmarshal(body.Error, &e.message)
		}
	}
	e.message = proposal.Clip(strings.Join(strings.Fields(c.scrub(e.message)), " "), 200)
	if v := resp.Header.Get("Retry-After"); v != "" {
		if seconds, err := strconv.Atoi(v); err == nil && seconds >= 0 {
			e.after = time.Duration(min(seconds, 1<<20)) * time.Second
		} else if at, err := http.ParseTime(v); err == nil {
			e.after = max(0, time.Until(at)).Round(time.Second)
		}
	}
	switch resp.StatusCode {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound, http.StatusMethodNotAllowed:
		return &hopeless{e}
	}
	return e
}

// content is what the model says in a well-formed answer.
func (c *Client) content(mediaType string, data []byte) (string, error) {
	if t, _, err := mime.ParseMediaType(mediaType); err != nil || t != "application/json" && !strings.HasSuffix(t, "+json") {
		return "", fmt.Errorf("the server answered with %q, not with JSON; is the address that of a chat-completions interface?", proposal.Clip(c.scrub(mediaType), 60))
	}
	var a chatAnswer
	if err := json.Unmarshal(data, &a); err != nil {
		return "", errors.New("the server's answer is not the JSON of a chat completion")
	}
	if len(a.Choices) == 0 {
		return "", errors.New("the server's answer holds no message")
	}
	m := a.Choices[0].Message
	if m.Refusal != "" {
		return "", fmt.Errorf("the model refused: %s", proposal.Clip(strings.Join(strings.Fields(c.scrub(m.Refusal)), " "), 200))
	}
	var text string
	if json.Unmarshal(m.Content, &text) != nil {
		var pieces []struct {
			Text string `json:"text"`
		}
		if json.Unmarshal(m.Content, &pieces) != nil {
			return "", errors.New("the server's answer holds no message")
		}
		for _, p := range pieces {
			text += p.Text
		}
	}
	if strings.TrimSpace(text) == "" {
		return "", fmt.Errorf("the model said nothing (it finished for the reason %q)", proposal.Clip(c.scrub(a.Choices[0].FinishReason), 60))
	}
	return c.scrub(text), nil
}
