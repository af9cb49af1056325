package proposal

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/extract"
	"github.com/article41/article41/fixtures"
)

// asProposal is a claim of the lexicon's as an outside extractor would make it.
func asProposal(doc *article.Document, cl *claim.Claim) Claim {
	ev := cl.Evidence[0]
	p := Claim{Quote: ev.Quote, Category: cl.Category, Activity: cl.Activity, Status: string(cl.Status), Stage: string(cl.Stage)}
	span := article.Span{Start: doc.Byte(*ev.Start), End: doc.Byte(*ev.End)}
	for _, s := range doc.Sentences {
		if s.Overlaps(span) {
			p.Sentences = append(p.Sentences, s.Number)
		}
	}
	for _, x := range cl.Parties {
		if x.Name == "" {
			continue // carried over from a sentence before; others must quote
		}
		p.Roles = append(p.Roles, Role{x.Role, x.Country, x.Name})
	}
	for _, g := range cl.Goods {
		p.Goods = append(p.Goods, Good{g.ID, g.Name})
	}
	return p
}

// The verifier and the lexicon judge by one reading: what the lexicon claims of
// the fixtures' articles must hold when another extractor claims it, and must not
// when that makes more of it.
func TestTheLexiconsOwnClaims(t *testing.T) {
	v, err := verifier()
	if err != nil {
		t.Fatal(err)
	}
	held, refused := 0, 0
	err = fs.WalkDir(fixtures.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasPrefix(d.Name(), "article.") {
			return err
		}
		data, err := fs.ReadFile(fixtures.FS, name)
		if err != nil {
			return err
		}
		doc, err := article.Read(name, data, article.Options{})
		if err != nil {
			return err
		}
		found, err := v.lexicon.Extract(t.Context(), doc)
		if err != nil {
			return err
		}
		for i := range found.Claims {
			cl := &found.Claims[i]
			if cl.States(claim.ReadOn) {
				continue // its parties, goods and source are those of an earlier sentence
			}
			if slices.ContainsFunc(cl.Extraction.Review, func(s string) bool { return strings.HasPrefix(s, "told as the grounds") }) {
				continue // its source stands at the opening of the text
			}
			p := asProposal(doc, cl)
			if res := verify(t, doc, p); len(res.Claims) != 1 {
				t.Errorf("%s: %s: %s\n\t%q %+v", name, res.Rejected[0].Code, res.Rejected[0].Reason, p.Quote, p.Roles)
			}
			held++
			if !extract.Stronger(claim.Asserted, claim.Completed, cl.Status, cl.Stage) {
				continue
			}
			p.Status, p.Stage = string(claim.Asserted), string(claim.Completed)
			if res := verify(t, doc, p); len(res.Claims) > 0 {
				t.Errorf("%s: %q is %s, %s and was accepted as asserted, completed", name, p.Quote, cl.Status, cl.Stage)
			}
			refused++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if held < 100 || refused < 50 {
		t.Errorf("only %d claims of the fixtures were tried, %d of them made stronger", held, refused)
	}
}
