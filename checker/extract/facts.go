package extract

import (
	"slices"

	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/strictyaml"
)

// factDef lists phrases that state a fact a policy asks about, such as an
// exemption.
type factDef struct {
	Fact     string         `yaml:"fact"` // id of rules/vocabulary.yaml
	Phrases  []string       `yaml:"phrases"`
	Examples []Example      `yaml:"examples"`
	Pos      strictyaml.Pos `yaml:"-"`
}

type factsFile struct {
	Facts []factDef `yaml:"facts"`
}

func (l *loader) addFacts(f *factsFile) {
	for _, def := range f.Facts {
		ref := int32(len(l.lex.facts))
		l.lex.facts = append(l.lex.facts, def.Fact)
		for _, p := range def.Phrases {
			phrases, err := l.expand(p)
			if err != nil {
				l.fail(def.Pos, "fact %q: %v", def.Fact, err)
				continue
			}
			for _, q := range phrases {
				l.enter(l.lex.second, def.Pos, q, layerFact, ref)
			}
		}
	}
}

// facts are the facts that the sentence states.
func (s *sentence) facts() []claim.Fact {
	var out []claim.Fact
	for _, h := range s.second() {
		if h.layer != layerFact {
			continue
		}
		f := claim.Fact{Name: s.lex.facts[h.ref], Quote: s.quote(h.start, h.end)}
		if !slices.ContainsFunc(out, func(o claim.Fact) bool { return o.Name == f.Name }) {
			out = append(out, f)
		}
	}
	return out
}

// attempt is the fact that what verb group v tells is only tried, and its outcome open:
// "tried to buy".
func (s *sentence) attempt(v int) (claim.Fact, bool) {
	if c := &s.chunks[v]; c.kind != chunkVG || !c.inf || v == 0 {
		return claim.Fact{}, false
	}
	try := &s.chunks[v-1]
	if try.kind != chunkVG || !s.lex.verbIs(try.verb, verbsTrying) {
		return claim.Fact{}, false
	}
	return claim.Fact{Name: claim.Attempted, Quote: s.quote(try.start, try.end)}, true
}
