package extract

import (
	"slices"

	"github.com/article41/article41/checker/article"
)

// States are the States that a stretch of the text names beyond doubt, as ISO 3166-1
// alpha-2 codes, each once, in the order of the text. Leaders do not count: a name that
// begins like a leader's would name its own State.
func (x *Extractor) States(doc *article.Document, span article.Span) []string {
	toks := x.lex.vocab.tokenise(nil, doc.Text, span.Start, span.End)
	var out []string
	var hits []hit
	for i := range toks {
		hits = x.lex.primary.match(hits[:0], toks, i)
		for _, h := range hits {
			if h.layer != layerEntity {
				continue
			}
			if e := &x.lex.entities[h.ref]; !e.ambiguous && e.kind != byLeader && e.country != listedParties && !slices.Contains(out, e.country) {
				out = append(out, e.country)
			}
		}
	}
	return out
}
