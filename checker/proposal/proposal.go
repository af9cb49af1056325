// Package proposal holds what extractors outside of the program propose (another
// program, a language model) and the one verifier that makes claims of it.
//
// An outside extractor is believed nothing. It points at words; what it says of
// them is compared with the article, the catalogue and the lexicon's rules, and
// what does not hold is rejected with the reason, for the report to list.
//
// It imports article, claim, catalog and extract.
package proposal

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/article41/article41/checker/article"
)

// Protocol names the form of sentences and claims that outside extractors are
// given and give. The number changes when an extractor of the earlier form would
// be misread.
const Protocol = "article41-extract/1"

// Source proposes claims about documents. It must be safe for concurrent use.
type Source interface {
	Identity() Identity
	// Propose answers for one document. An error means that nothing was read of it;
	// parts that were not read are listed in the answer.
	Propose(ctx context.Context, doc *article.Document) (Answer, error)
}

// Identity says who extracted, for the report. It holds no machine path and no
// address.
type Identity struct {
	Name         string // "exec", "llm"
	Program      string // exec: base name of the command
	Model        string // llm
	PromptSHA256 string // llm: of the instructions and the answer's schema
}

// Rule is the identity in one word, for the claims' extraction.rule.
func (id Identity) Rule() string {
	return strings.TrimSuffix(id.Name+":"+id.Program+id.Model, ":")
}

// Answer is what a Source proposes for one document.
type Answer struct {
	Claims []Claim
	Unread []Unread
}

// Unread is a run of sentences, by number, that could not be read.
type Unread struct {
	From, To int
	Reason   string
}

// Sentence is one sentence as outside extractors get it.
type Sentence struct {
	Number    int    `json:"number"`
	Paragraph int    `json:"paragraph"`
	Text      string `json:"text"`
	Start     int    `json:"start"` // code points of the canonical text
	End       int    `json:"end"`
}

// Sentences are those of the document's kept blocks.
func Sentences(doc *article.Document) []Sentence {
	out := make([]Sentence, len(doc.Sentences))
	for i, s := range doc.Sentences {
		out[i] = Sentence{s.Number, s.Paragraph, doc.Quote(s.Span), doc.CodePoint(s.Start), doc.CodePoint(s.End)}
	}
	return out
}

// Claim is what an outside extractor claims. Names of people, goods and sources,
// dates and amounts are given by quoting the article.
type Claim struct {
	Sentences     []int    `json:"sentences"` // numbers of the sentences that the quote stands in
	Quote         string   `json:"quote"`
	StatusQuote   string   `json:"status_quote"` // the words that tell the status
	Category      string   `json:"category"`     // may be left out: the activity's
	Activity      string   `json:"activity"`
	Status        string   `json:"status"`
	Stage         string   `json:"stage"`
	Roles         []Role   `json:"roles"`
	Goods         []Good   `json:"goods"`
	Attribution   []Origin `json:"attribution"`    // outermost first
	DateQuote     string   `json:"date_quote"`     // the words that date the act
	QuantityQuote string   `json:"quantity_quote"` // the words that give an amount

	malformed string // why it could not be decoded; "" when it could
}

// Role is a party: its role, the State it belongs to, and the words that name it.
type Role struct {
	Role  string `json:"role"`
	Value string `json:"value"` // ISO 3166-1 alpha-2; "" when the text does not say
	Quote string `json:"quote"`
}

// Good is something supplied.
type Good struct {
	ID    string `json:"id"`
	Quote string `json:"quote"`
}

// Origin is somebody who says so.
type Origin struct {
	Quote string `json:"quote"`
	Kind  string `json:"kind"`
}

// Bounds on an answer. No honest extractor comes near them.
const (
	MaxClaims = 500 // of one answer
	MaxItems  = 20  // of one list in a claim
)

// Decode reads the list of claims of an answer. A claim of the wrong form costs
// itself only: Verify rejects it and says why.
func Decode(list []json.RawMessage) ([]Claim, error) {
	if len(list) > MaxClaims {
		return nil, fmt.Errorf("%d claims for one document; at most %d are accepted", len(list), MaxClaims)
	}
	out := make([]Claim, len(list))
	for i, raw := range list {
		if err := json.Unmarshal(raw, &out[i]); err != nil {
			out[i].malformed = fmt.Sprintf("claim %d of the answer has a wrong form: %s", i+1, oneLine(err))
		}
		if n := max(len(out[i].Sentences), len(out[i].Roles), len(out[i].Goods), len(out[i].Attribution)); n > MaxItems {
			out[i].malformed = fmt.Sprintf("claim %d of the answer has a list of %d items; at most %d are accepted", i+1, n, MaxItems)
		}
	}
	return out, nil
}
