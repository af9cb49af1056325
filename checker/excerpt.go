package checker

import (
	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/report"
)

// excerpt keeps the lines that passages lie on, by number, so that a run over
// many documents need not keep their texts.
type excerpt map[int]string

// Line returns line n, or "" when no passage touches it.
func (e excerpt) Line(n int) string { return e[n] }

func excerptOf(doc *article.Document, claims []report.Claim) excerpt {
	e := make(excerpt)
	for _, cl := range claims {
		for _, p := range cl.Passages {
			last := p.Line
			for _, s := range p.Target.Selector {
				if s.End != nil {
					last, _ = doc.Position(doc.Byte(*s.End))
				}
			}
			for n := p.Line; n <= last; n++ {
				e[n] = doc.Line(n)
			}
		}
	}
	return e
}
