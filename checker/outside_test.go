package checker

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/proposal"
	"github.com/article41/article41/checker/report"
)

// sourceFunc is an outside extractor in a test.
type sourceFunc func(ctx context.Context, doc *article.Document) (proposal.Answer, error)

func (f sourceFunc) Identity() proposal.Identity {
	return proposal.Identity{Name: "exec", Program: "test"}
}

func (f sourceFunc) Propose(ctx context.Context, doc *article.Document) (proposal.Answer, error) {
	return f(ctx, doc)
}

func withSource(t *testing.T, f sourceFunc) *Checker {
	t.Helper()
	c, err := New(t.Context(), Options{Today: "2026-01-02", Source: f})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// proposeWorkers claims the first sentence of story, and something made up.
func proposeWorkers(_ context.Context, doc *article.Document) (proposal.Answer, error) {
	switch doc.Name {
	case "broken":
		return proposal.Answer{}, errors.New("it fell over")
	case "panic":
		panic("it fell over for good")
	}
	return proposal.Answer{
		Claims: []proposal.Claim{
			{Sentences: []int{1}, Quote: strings.Repeat("made up ", 500), Category: "arms", Activity: "arms_export", Status: "asserted", Roles: make([]proposal.Role, 2)},
			{Sentences: []int{1}, Quote: "North Korean workers were employed at a building site in Vladivostok", Activity: "host_workers", Status: "alleged",
				Roles: []proposal.Role{{Role: "sender", Value: "KP", Quote: "North Korean"}, {Role: "host", Value: "RU", Quote: "Vladivostok"}}},
		},
		Unread: []proposal.Unread{{From: 2, To: 3, Reason: "no answer"}},
	}, nil
}

func TestSource(t *testing.T) {
	c := withSource(t, proposeWorkers)
	var inputs []Input
	for _, name := range []string{"a", "broken", "b", "panic", "c"} {
		inputs = append(inputs, Input{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(story)), nil }})
	}
	var first []byte
	for _, jobs := range []int{1, 4} {
		res, err := c.CheckAll(t.Context(), inputs, Batch{Jobs: jobs})
		if err != nil {
			t.Fatal(err)
		}
		r := res.Report
		if len(r.Documents) != 3 || len(r.Failures) != 2 || len(r.Claims) != 3 || len(r.Ungrounded) != 3 || len(r.Findings) == 0 {
			t.Errorf("%d documents, %d claims, failures %v, ungrounded %+v", len(r.Documents), len(r.Claims), r.Failures, r.Ungrounded)
		}
		if r.Failures[0] != (report.Failure{Name: "broken", Error: "it fell over"}) || !strings.Contains(r.Failures[1].Error, "for good") {
			t.Errorf("failures %v", r.Failures)
		}
		if x := r.Run.Extractor; *x != (report.Extractor{Name: "exec", Program: "test"}) {
			t.Errorf("extractor %+v", x)
		}
		u := r.Ungrounded[1]
		if u.Document != "d_2" || u.Code != "quote_not_found" || utf8.RuneCountInString(u.Claimed.Quote) != maxClaimedQuote+1 || len(u.Claimed.Roles) != 2 {
			t.Errorf("ungrounded %+v", u)
		}
		if n := r.Documents[0].Notes; len(n) != 1 || n[0].Code != article.NoteNotRead || n[0].Line == 0 || r.Whole() {
			t.Errorf("notes %+v", n)
		}
		var b bytes.Buffer
		if err := report.WriteJSON(&b, r); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b.Bytes()
		}
		if !bytes.Equal(first, b.Bytes()) {
			t.Error("the number of jobs changes the report")
		}
	}
}

func TestFilterNarrowsWhatWasRejected(t *testing.T) {
	c := withSource(t, proposeWorkers)
	r, err := c.Check(t.Context(), read(t, "a", story))
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		filter Filter
		want   int
	}{{Filter{}, 1}, {Filter{Categories: []string{"arms"}}, 1}, {Filter{Categories: []string{"labour"}}, 0}, {Filter{Statuses: []string{"asserted"}}, 1}, {Filter{MinSeverity: "info"}, 0}} {
		if got, _ := tc.filter.Apply(r); len(got.Ungrounded) != tc.want || got.Summary.Ungrounded != tc.want {
			t.Errorf("%+v: %d are left, want %d", tc.filter, len(got.Ungrounded), tc.want)
		}
	}
	if len(r.Ungrounded) != 1 {
		t.Error("the report itself was changed")
	}
}

// A claims file brings its own claims: the source is not asked.
func TestSourceIsNotAskedAboutClaimsFiles(t *testing.T) {
	c := withSource(t, func(context.Context, *article.Document) (proposal.Answer, error) {
		return proposal.Answer{}, fmt.Errorf("asked")
	})
	if _, err := c.Check(t.Context(), read(t, "a", story)); err == nil || !strings.Contains(err.Error(), "asked") {
		t.Errorf("got %v", err)
	}
	files := storyClaims("Dozens of North Korean workers")
	if _, err := c.CheckClaims(t.Context(), read(t, "story.txt", story), &claim.File{SchemaVersion: claim.SchemaVersion, Article: claim.Article{Path: "story.txt"}, Claims: files}); err != nil {
		t.Error(err)
	}
}
