package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/article41/article41/checker/claim"
)

// StoryKinds are the kinds of story and of copy, nearest first. Package stories
// decides on them.
var StoryKinds = []string{"identical", "syndicated", "near_duplicate"}

// Story is a group of documents of which each is a copy of the representative: the
// same text, a reprint of it, or a light revision. A document is in one at most.
type Story struct {
	ID             string      `json:"id"` // "s_1"
	Kind           string      `json:"kind"`
	Documents      []string    `json:"documents"`      // ids, in input order
	Representative string      `json:"representative"` // earliest published, then longest
	Similarity     float64     `json:"similarity"`     // the lowest of the copies'
	Copies         []StoryCopy `json:"copies"`         // the documents beside the representative
	Origins        []Origin    `json:"origins"`        // of the findings in the story, each once
}

// StoryCopy says how a document of a story relates to the representative. The
// shares count word sequences and are rounded down.
type StoryCopy struct {
	Document         string  `json:"document"`
	Kind             string  `json:"kind"`
	Similarity       float64 `json:"similarity"`        // the larger of the two shares
	InRepresentative float64 `json:"in_representative"` // part of the copy that stands in the representative
	OfRepresentative float64 `json:"of_representative"` // part of the representative that stands in the copy
}

// Origin is somebody from whom findings of a story stem.
type Origin struct {
	Name     string `json:"name,omitempty"` // "" when the story names neither source nor outlet
	Kind     string `json:"kind"`
	OwnVoice bool   `json:"own_voice,omitempty"` // the outlet or agency itself, where no source is named
}

// FindingRef leads to a finding: ids are unique within a document only.
type FindingRef struct {
	Document string `json:"document"`
	Finding  string `json:"finding"`
}

// Trace marks every finding that repeats one of another document of its story,
// and lists each story's origins. It follows from the rest of the report, and is
// done anew when findings are left out.
func Trace(r *Report) {
	found := make(map[string][]*Finding, len(r.Documents)) // by document
	for i := range r.Findings {
		f := &r.Findings[i]
		f.CopyOf = nil
		found[f.Document] = append(found[f.Document], f)
	}
	documents := r.ByID()
	for i := range r.Stories {
		s := &r.Stories[i]
		first := map[repeated]*Finding{}
		s.Origins = nil
		for _, id := range s.inOrder() {
			met := map[repeated]int{}
			for _, f := range found[id] {
				key := repeats(f)
				met[key]++
				key.nth = met[key]
				if of := first[key]; of == nil {
					first[key] = f
				} else {
					f.CopyOf = &FindingRef{of.Document, of.ID}
				}
				s.addOrigin(f.Attribution, documents)
			}
		}
	}
}

// inOrder lists the documents, the representative first.
func (s *Story) inOrder() []string {
	out := []string{s.Representative}
	for _, id := range s.Documents {
		if id != s.Representative {
			out = append(out, id)
		}
	}
	return out
}

// repeated is what a finding and its copy have in common. Verdict, severity and
// status belong to it: a copy that was judged otherwise, for its date or for a
// word that was changed, tells a reader something new.
type repeated struct {
	measure, verdict, severity, quote string
	status                            claim.Status
	nth                               int // of several such in one document
}

func repeats(f *Finding) repeated {
	key := repeated{measure: f.Measure, verdict: f.Verdict, severity: f.Severity, status: f.Status}
	for _, p := range f.Evidence {
		if p.Role == claim.Primary {
			quote, _ := p.quote()
			key.quote = normalQuote(quote.Exact)
			break
		}
	}
	return key
}

// addOrigin adds the origin of a chain of attribution. A finding in the article's
// own voice stems from who wrote the story, and all copies have the same author.
func (s *Story) addOrigin(chain []claim.Source, documents map[string]*Document) {
	o := s.author(documents)
	if n := len(chain); n > 0 {
		o = Origin{Name: chain[n-1].Name, Kind: chain[n-1].Kind}
	}
	i := slices.IndexFunc(s.Origins, func(x Origin) bool { return originName(x.Name) == originName(o.Name) })
	if i < 0 {
		s.Origins = append(s.Origins, o)
		return
	}
	s.Origins[i].OwnVoice = s.Origins[i].OwnVoice || o.OwnVoice
}

// author is the agency that any of the datelines names, else the outlet, that of
// the representative before the others'.
func (s *Story) author(documents map[string]*Document) Origin {
	o := Origin{Kind: claim.Outlet, OwnVoice: true}
	for _, id := range s.inOrder() {
		switch d := documents[id]; {
		case d == nil:
		case d.Agency != "":
			return Origin{Name: d.Agency, Kind: claim.NewsAgency, OwnVoice: true}
		case o.Name == "":
			o.Name = d.Outlet
		}
	}
	return o
}

// originName makes names equal that differ in typing, article or the words "news
// agency" only.
func originName(s string) string {
	s = strings.TrimPrefix(normalQuote(s), "the ")
	return strings.TrimSuffix(s, " news agency")
}

// storyLine says what a story is and names its documents, the representative
// first. An article and a claims file about it are one copy, read twice.
func (p *printer) storyLine(s Story) string {
	var names []string
	for _, id := range s.inOrder() {
		if name := Sanitize(p.document(id).Name); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	text := "one story, " + plural(len(names), "copy", "copies")
	if len(names) == 1 {
		text = fmt.Sprintf("one article, read %d times", len(s.Documents))
	}
	if n := len(s.Origins); n > 0 {
		text += ", " + plural(n, "origin", "origins")
	}
	if n := len(names) - maxListed; n > 0 {
		names = append(names[:maxListed], fmt.Sprintf("and %d more", n))
	}
	return text + ": " + strings.Join(names, ", ")
}

// stories lists the stories with more than one document.
func (p *printer) stories() {
	var entries []entry
	for _, s := range p.r.Stories {
		more := fmt.Sprintf("%s: of the shorter text at least %d %% stands in the longer one", words(s.Kind), int(math.Round(100*s.Similarity)))
		if s.Kind == StoryKinds[0] {
			more = "identical: the same text"
		}
		var origins []string
		for _, o := range s.Origins {
			origins = append(origins, o.words())
		}
		if len(origins) > 0 {
			more += "; said by " + strings.Join(origins, ", ")
		}
		entries = append(entries, entry{mark: "· ", text: p.storyLine(s), more: more})
	}
	p.field("Stories", capped(entries))
}

func (o Origin) words() string {
	if o.Name == "" {
		return "the article itself"
	}
	return fmt.Sprintf("%s (%s)", Sanitize(o.Name), words(o.Kind))
}

// copyOf says under a document's name what it is in its story.
func (p *printer) copyOf(d *Document) string {
	s := p.story[d.ID]
	switch {
	case s == nil:
		return ""
	case s.Representative == d.ID:
		return "first of " + plural(len(s.Documents), "copy", "copies")
	}
	return "copy of " + Sanitize(p.document(s.Representative).Name)
}

// repeated names the findings that those of a group repeat.
func (p *printer) repeated(g group) {
	var items []string
	for _, f := range g.findings {
		if f.CopyOf != nil {
			items = append(items, fmt.Sprintf("%s in %s", Sanitize(f.CopyOf.Finding), Sanitize(p.document(f.CopyOf.Document).Name)))
		}
	}
	if len(items) > 0 {
		p.field("Repeats", []entry{{items: items}})
	}
}

// distinct counts the findings that repeat no other.
func distinct(findings []Finding) int {
	n := 0
	for _, f := range findings {
		if f.CopyOf == nil {
			n++
		}
	}
	return n
}

func (v *validator) story(where string, s Story, in map[string]string) {
	v.oneOf(where, "kind", s.Kind, StoryKinds)
	if s.ID == "" || len(s.Documents) < 2 || len(s.Copies) != len(s.Documents)-1 {
		v.problem(where, "a story has an id, two documents or more, and all of them but one as copies")
	}
	if !slices.Contains(s.Documents, s.Representative) {
		v.problem(where, "representative %q is none of its documents", s.Representative)
	}
	for _, id := range s.Documents {
		if _, ok := v.documents[id]; !ok {
			v.problem(where, "document %q is not in the report", id)
		}
		if other := in[id]; other != "" {
			v.problem(where, "document %q is in story %q, too", id, other)
		}
		in[id] = s.ID
	}
	for _, c := range s.Copies {
		v.oneOf(where, "kind of copy", c.Kind, StoryKinds)
		if c.Document == s.Representative || !slices.Contains(s.Documents, c.Document) {
			v.problem(where, "copy %q is no other document of the story", c.Document)
		}
	}
}

// copyOf makes sure that a copy leads to a finding that a reader can look at
// instead.
func (v *validator) copyOf(where string, f Finding, in map[string]string) {
	if f.CopyOf == nil {
		return
	}
	of := f.CopyOf
	if of.Document == f.Document || in[f.Document] == "" || in[of.Document] != in[f.Document] {
		v.problem(where, "copy_of leads to document %q, which is no other document of the same story", of.Document)
	}
	if !slices.ContainsFunc(v.findings[of.Finding], func(x Finding) bool {
		return x.Document == of.Document && x.Measure == f.Measure && x.CopyOf == nil
	}) {
		v.problem(where, "copy_of leads to %q in document %q, which is no finding under the same measure, or a copy itself", of.Finding, of.Document)
	}
}
