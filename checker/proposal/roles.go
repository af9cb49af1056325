package proposal

import (
	"fmt"
	"slices"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/extract"
)

// before is how many sentences back a State may have been named last that a role
// is said to belong to.
const before = 3

// party grounds a role. Its words must stand in the passage or its paragraph, and
// must not name another State than the stated one; words that name none need the
// State named nearby. Words that do not stand there may still name the State (an
// extractor writes "North Korea" for "Pyongyang"): then the paragraph's own name
// for it is taken.
func (v *Verifier) party(doc *article.Document, l *located, r Role, mentions []extract.Mention, self bool) (claim.Party, *rejection) {
	what := fmt.Sprintf("the %s %q", words(r.Role), Clip(r.Quote, 99))
	out := claim.Party{Role: r.Role, Country: r.Value}
	if out.Country != "" && !isCode(out.Country) {
		named := v.lexicon.Countries(out.Country)
		if len(named) != 1 {
			return out, reject(CodeRoleCountry, "%s: %q is no State's code of two capital letters", what, Clip(r.Value, 59))
		}
		out.Country = named[0]
	}
	span, err := l.words(doc, r.Quote)
	if err != nil {
		return v.renamed(doc, l, r, out, mentions, what)
	}
	out.Name = doc.Quote(span)
	if !self && l.onlySource(span, mentions) {
		return out, reject(CodeRoleSource, "%s only says so in this sentence; a source takes no part in the act", what)
	}
	var named []string
	for _, m := range mentions {
		if !m.Span.Overlaps(span) {
			continue
		}
		if m.Country == out.Country {
			out.Basis = m.Basis
			if m.Basis != "" {
				l.review = append(l.review, fmt.Sprintf("%s %s: %s", r.Role, out.Country, m.Basis))
			}
			return out, nil
		}
		if m.Basis == "" && !slices.Contains(named, m.Country) {
			named = append(named, m.Country)
		}
	}
	switch {
	case out.Country == "" && len(named) == 1:
		out.Country, out.Basis = named[0], "named in the quoted words"
		return out, nil
	case out.Country == "":
		return out, nil
	case len(named) > 0:
		return out, reject(CodeRoleCountry, "%s is of %s, not of %s", what, listOf(named), out.Country)
	case !v.lexicon.KnowsCountry(out.Country):
		out.Basis = "stated by the extractor; the lexicon has no names of that State"
	default:
		at, ok := l.namedNear(mentions, out.Country)
		if !ok {
			return out, reject(CodeRoleCountry, "%s: nothing in the passage, its paragraph or the %d sentences before names %s", what, before, out.Country)
		}
		out.Basis = fmt.Sprintf("stated by the extractor; sentence %d names the State", doc.Sentences[at].Number)
	}
	l.review = append(l.review, fmt.Sprintf("%s %s: %s", r.Role, out.Country, out.Basis))
	return out, nil
}

// renamed grounds a role by the State that its words name, when they are not the
// article's.
func (v *Verifier) renamed(doc *article.Document, l *located, r Role, out claim.Party, mentions []extract.Mention, what string) (claim.Party, *rejection) {
	missing := reject(CodeRole, "%s does not stand in the passage or its paragraph", what)
	named := v.lexicon.Countries(r.Quote)
	if len(named) != 1 {
		return out, missing
	}
	if out.Country != "" && out.Country != named[0] {
		return out, reject(CodeRoleCountry, "%s names %s, not %s", what, named[0], out.Country)
	}
	out.Country = named[0]
	for _, part := range []article.Span{l.passage, l.near} {
		for _, m := range mentions {
			if m.Country == out.Country && m.Basis == "" && part.Contains(m.Span) {
				out.Name = doc.Quote(m.Span)
				return out, nil
			}
		}
	}
	return out, missing
}

// namedNear returns the sentence nearest to the passage, in its paragraph or
// shortly before, that names the State.
func (l *located) namedNear(mentions []extract.Mention, country string) (sentence int, ok bool) {
	best := -1
	for _, m := range mentions {
		if m.Country != country || m.Basis != "" {
			continue
		}
		d := l.sentences[0] - m.Sentence
		if !l.near.Contains(m.Span) && (d < 0 || d > before) {
			continue
		}
		if d = max(d, -d); best < 0 || d < best {
			best, sentence = d, m.Sentence
		}
	}
	return sentence, best >= 0
}

// onlySource reports words that name a State as the source of the statement, when
// the passage's sentences speak of that State in no other way.
func (l *located) onlySource(span article.Span, mentions []extract.Mention) bool {
	source := ""
	for _, m := range mentions {
		if m.Span.Overlaps(span) {
			if !m.Source {
				return false
			}
			source = m.Country
		}
	}
	return source != "" && !slices.ContainsFunc(mentions, func(m extract.Mention) bool {
		return m.Country == source && !m.Source && slices.Contains(l.sentences, m.Sentence)
	})
}
