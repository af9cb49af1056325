package checker

import (
	"context"
	"io/fs"
	"testing"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/policy"
	"github.com/article41/article41/fixtures"
)

// fixtureInputs are the questions that the fixtures' articles put to the
// policies, article by article.
func fixtureInputs(b *testing.B, c *Checker) [][]policy.Input {
	b.Helper()
	names, err := fs.Glob(fixtures.FS, "*/article.*")
	if err != nil {
		b.Fatal(err)
	}
	var out [][]policy.Input
	for _, name := range names {
		data, err := fixtures.FS.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		doc, err := article.Read(name, data, article.Options{})
		if err != nil {
			b.Fatal(err)
		}
		found, err := c.extractor.Extract(context.Background(), doc)
		if err != nil {
			b.Fatal(err)
		}
		var inputs []policy.Input
		for i := range found.Claims {
			inputs = append(inputs, c.policyInput(&found.Claims[i], c.lawDate(&found.Claims[i], doc.Meta.Published)))
		}
		out = append(out, inputs)
	}
	return out
}

// BenchmarkPolicyPerClaim guards the promise of at most 50 µs of CPU per claim:
// the mean over all claims of the fixtures' articles.
func BenchmarkPolicyPerClaim(b *testing.B) {
	c := newChecker(b)
	articles := fixtureInputs(b, c)
	claims := 0
	for _, inputs := range articles {
		claims += len(inputs)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, inputs := range articles {
			for _, in := range inputs {
				if _, err := c.engine.Evaluate(b.Context(), in); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*claims), "ns/claim")
}
