package extract

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
)

// Trace is everything the extractor saw, for `article41 parse`: why a sentence
// did or did not give a claim.
type Trace struct {
	doc       *article.Document
	sentences []sentenceTrace
	claims    []claim.Claim
	notes     []article.Note
	lex       *Lexicon // that sentences were weighed with

	visit func(*sentence, []candidate) // see Survey; nil: keep what is seen
}

// GivenUp is a rule that found its trigger in a sentence and gave no claim.
type GivenUp struct {
	Sentence int // index into the document's sentences
	Frame    string
	Category string
	Trigger  string // the word
	Reason   string
}

// Claims are what the extractor found.
func (t *Trace) Claims() []claim.Claim { return t.claims }

// GivenUp lists, in text order, the rules that found their trigger and gave no
// claim.
func (t *Trace) GivenUp() []GivenUp {
	var out []GivenUp
	for _, s := range t.sentences {
		out = append(out, s.givenUp...)
	}
	return out
}

type sentenceTrace struct {
	index      int
	givenUp    []GivenUp
	phrases    string
	hits       []string
	cues       []string
	sources    []string
	dates      []string
	candidates []string
	read       *tale // how its signs were weighed; nil: they were not
}

func (t *Trace) add(s *sentence, found []candidate) {
	if t.visit != nil {
		t.visit(s, found)
		return
	}
	st := sentenceTrace{index: s.index, phrases: s.phrases()}
	for _, h := range s.hits {
		switch h.layer {
		case layerEntity:
			e := s.lex.entities[h.ref]
			st.hits = append(st.hits, fmt.Sprintf("%q %s (%s)", s.quote(h.start, h.end), e.country, e.kind))
		case layerNoun:
			st.hits = append(st.hits, fmt.Sprintf("%q %s", s.quote(h.start, h.end), s.lex.classNames(h.ref)))
		}
	}
	s.findCues()
	for _, h := range s.cues {
		c := s.lex.cues[h.ref]
		reach := "no trigger in scope"
		for i := range found {
			if found[i].reason == "" && c.category < cueTerminate && s.reaches(h, &s.lex.cues[h.ref], found[i].trigger) {
				reach = fmt.Sprintf("reaches %q", s.word(found[i].trigger))
			}
		}
		st.cues = append(st.cues, fmt.Sprintf("%q %s %s; %s", s.quote(h.start, h.end), c.id, c.category, reach))
	}
	for _, a := range s.attributed {
		st.sources = append(st.sources, fmt.Sprintf("%q %s, covers %q", a.source.Name, a.source.Kind, shorten(s.quote(a.from, a.to), 60)))
	}
	for _, h := range s.dateHits(newReference(t.doc.Meta.Published), false) {
		iv := h.interval(s)
		st.dates = append(st.dates, fmt.Sprintf("%q %s..%s", iv.Text, iv.From, iv.To))
	}
	for i := range found {
		c := &found[i]
		var roles []string
		for _, p := range c.parties {
			r := fmt.Sprintf("%s=%s %q", p.role, p.country, s.quote(p.start, p.end))
			if p.basis != "" {
				r += " (" + p.basis + ")"
			}
			roles = append(roles, r)
		}
		outcome := "CLAIM"
		if c.reason != "" {
			outcome = "given up: " + c.reason
			st.givenUp = append(st.givenUp, GivenUp{s.index, c.frame.ID, c.frame.Category, s.word(c.trigger), c.reason})
		}
		st.candidates = append(st.candidates, fmt.Sprintf("%s, trigger %q, %s: %s", c.frame.ID, s.word(c.trigger), orNone(strings.Join(roles, ", ")), outcome))
	}
	t.sentences = append(t.sentences, st)
}

// readOn notes how the signs of the tales were weighed. Both are in text order.
func (t *Trace) readOn(tales []*tale, l *Lexicon) {
	t.lex = l
	i := 0
	for _, r := range tales {
		for i < len(t.sentences) && t.sentences[i].index < r.sentence {
			i++
		}
		if i < len(t.sentences) && t.sentences[i].index == r.sentence {
			t.sentences[i].read = r
		}
	}
}

func orNone(s string) string {
	if s == "" {
		return "no parties"
	}
	return s
}

func (k entityKind) String() string {
	return [...]string{"name", "adjective", "people", "metonym", "leader", "place", "introduced"}[k]
}

func (c cueCategory) String() string {
	for name, v := range cueCategories {
		if v == c {
			return name
		}
	}
	return "unknown"
}

// phrases draws the chunks: [noun phrase] <verb group> prepositions and
// conjunctions as they stand.
func (s *sentence) phrases() string {
	var b strings.Builder
	for k := range s.chunks {
		c := &s.chunks[k]
		if k > 0 {
			b.WriteByte(' ')
		}
		text := s.inline(c.start, c.end)
		switch c.kind {
		case chunkNP:
			b.WriteString("[" + text + "]")
		case chunkVG:
			b.WriteString("<" + text + ">")
		default:
			b.WriteString(text)
		}
	}
	return b.String()
}

// shorten cuts s to at most n runes.
func shorten(s string, n int) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= n {
		return string(r)
	}
	return string(r[:n-1]) + "…"
}

// WriteText prints the trace for a person at a terminal. The text of the
// article is quoted with %q, so that nothing in it can move the cursor.
func (t *Trace) WriteText(w io.Writer) error {
	b := bufio.NewWriter(w)
	meta := t.doc.Meta
	fmt.Fprintf(b, "%s\n", t.doc.Name)
	if meta.Published.Value != "" {
		fmt.Fprintf(b, "published %s (from %s)\n", meta.Published.Value, meta.Published.Basis)
	} else {
		fmt.Fprintf(b, "publication date unknown: relative dates stay unresolved\n")
	}
	fmt.Fprintf(b, "\nBlocks\n")
	for _, bl := range t.doc.Blocks {
		line, _ := t.doc.Position(bl.Start)
		state := fmt.Sprintf("kept %s, paragraph %d", bl.Kind, bl.Paragraph)
		if bl.Dropped != "" {
			state = "dropped: " + bl.Dropped
			if bl.Detail != "" {
				state += " (" + fmt.Sprintf("%q", bl.Detail) + ")"
			}
		}
		fmt.Fprintf(b, "  line %-4d %-34s %q\n", line, state, shorten(t.doc.Quote(bl.Span), 60))
	}
	for _, st := range t.sentences {
		sent := t.doc.Sentences[st.index]
		line, _ := t.doc.Position(sent.Start)
		fmt.Fprintf(b, "\nSentence %d (¶%d, line %d)\n  %q\n", sent.Number, sent.Paragraph, line, shorten(t.doc.Quote(sent.Span), 400))
		if st.read != nil && st.read.affair != nil {
			scale := &t.lex.scale
			fmt.Fprintf(b, "  read on    %s: %d points, %d needed\n", st.read.weighed(), scale.points(st.read.signs)+st.read.words, scale.threshold)
			if spelt := t.lex.spelt(st.read.named); spelt != "" {
				fmt.Fprintf(b, "  words      %s\n", spelt)
			}
		}
		if len(st.candidates)+len(st.hits) == 0 {
			fmt.Fprintf(b, "  nothing of the lexicon's\n")
			continue
		}
		fmt.Fprintf(b, "  phrases    %q\n", st.phrases)
		for _, l := range []struct {
			name string
			list []string
		}{{"hits", st.hits}, {"sources", st.sources}, {"cues", st.cues}, {"dates", st.dates}, {"frames", st.candidates}} {
			for i, line := range l.list {
				name := ""
				if i == 0 {
					name = l.name
				}
				fmt.Fprintf(b, "  %-10s %s\n", name, line)
			}
		}
		if len(st.candidates) == 0 {
			fmt.Fprintf(b, "  frames     none: no frame finds its trigger and its theme here\n")
		}
	}
	fmt.Fprintf(b, "\nClaims: %d\n", len(t.claims))
	for _, c := range t.claims {
		fmt.Fprintf(b, "  %s %s/%s, %s, %s: %q\n", c.ID, c.Category, c.Activity, c.Status, c.Stage, shorten(c.Evidence[0].Quote, 100))
	}
	for _, n := range t.notes {
		fmt.Fprintf(b, "note %s: %s\n", n.Code, n.Message)
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write trace: %w", err)
	}
	return nil
}
