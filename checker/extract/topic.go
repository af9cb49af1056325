package extract

import (
	"fmt"
	"slices"

	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/strictyaml"
)

// Many a text has no sentence that frames can read, and yet there is no doubt what it is
// about: sentence after sentence names the sanctioned State, a kind of goods and a broker.
// A category that several sentences name together with the State is a topic of the text.
// Sentences are weighed against it as against an affair, see story.go.

// topicDef says which words show that a text is about a category, and what a claim is then
// of: an activity, with the sanctioned State in a role.
type topicDef struct {
	Category string         `yaml:"category"`
	Activity string         `yaml:"activity"`
	Role     string         `yaml:"role"`
	About    []string       `yaml:"about"`           // noun classes
	Faint    bool           `yaml:"faint,omitempty"` // its words tell nothing of an act unless the text is about it
	Pos      strictyaml.Pos `yaml:"-"`
}

// topic is a topicDef compiled.
type topic struct {
	category, activity, role string
	about                    []int32
	faint                    bool
}

func (l *loader) addTopics(defs []topicDef) {
	for _, def := range defs {
		t := topic{category: def.Category, activity: def.Activity, role: def.Role, faint: def.Faint}
		if !slices.ContainsFunc(l.lex.frames, func(f Frame) bool {
			return f.Category == def.Category && f.gives(def.Activity) && slices.Contains(f.Target, def.Role)
		}) {
			l.fail(def.Pos, "topic %q: no frame gives %q with a sanctioned %s", def.Category, def.Activity, def.Role)
		}
		for _, id := range def.About {
			ref, ok := l.lex.classByID[id]
			if !ok {
				l.fail(def.Pos, "topic %q: unknown noun class %q", def.Category, id)
				continue
			}
			t.about = append(t.about, ref)
		}
		l.lex.topics = append(l.lex.topics, t)
	}
}

// glance is what reading on keeps of every sentence.
type glance struct {
	about   uint32 // the kin that it names the words of, one bit each
	claimed uint32 // the kin that frames gave claims of
	state   bool   // it names the sanctioned State
	abroad  bool   // and another
	undone  bool
	law     bool // it names a law
	covert  bool
	aid     bool // it names who brings aid, or what
}

// subject is what the text as a whole says of a category.
type subject struct {
	claims int // of frames
	named  int // sentences that name its words
	states int // those that name the sanctioned State with them, and undo nothing
	wrong  int // those that name another State besides, a law, or what is covert
	law    bool
}

// look keeps a glance at the sentence.
func (d *docState) look(s *sentence, claims []told, undone bool) {
	g := &d.glances[s.index]
	for _, c := range claims {
		if i := d.lex.kinIndex(c.claim.Category); i >= 0 && tells(&c.claim) {
			g.claimed |= 1 << i
		}
	}
	for _, h := range s.hits {
		switch {
		case h.layer == layerNoun && !s.isSource(h.start):
			g.about |= d.lex.aboutKin[h.ref]
		case h.layer == layerEntity && !s.isSource(h.start):
			sanctioned := d.lex.isSanctioned(d.lex.entities[h.ref].country)
			g.state, g.abroad = g.state || sanctioned, g.abroad || !sanctioned
		}
	}
	g.aid = g.aid || s.named.has(d.lex.known[classAid])
	g.law = g.law || s.named.has(d.lex.known[classLaw])
	g.undone = g.undone || undone
	s.findCues()
	g.covert = g.covert || slices.ContainsFunc(s.cues, func(h hit) bool { return d.lex.cues[h.ref].category == cueCovert })
}

// sumUp counts what the text says of each category, and tells what it is about most: an
// index into kin, or -1, and whether it names the sanctioned State in passing.
func (d *docState) sumUp() {
	d.subjects, d.main = make([]subject, len(d.lex.kin)), -1
	most, named, early := 0, 0, false
	for i, g := range d.glances {
		if g.state {
			named++
			early = early || i < firstWithin
		}
		if g.covert && !g.undone {
			d.covert++
		}
		if g.aid {
			d.aided++
		}
		for i := range d.subjects {
			b := &d.subjects[i]
			if g.claimed&(1<<i) != 0 {
				b.claims++
			}
			if g.about&(1<<i) == 0 {
				continue
			}
			b.named++
			b.law = b.law || g.law
			if g.law || g.covert || g.state && g.abroad {
				b.wrong++
			}
			if g.state && !g.undone {
				b.states++
			}
		}
	}
	d.inPassing = named == 1 && !early && len(d.glances) > severalSentences
	for i := range d.subjects {
		if n := d.subjects[i].named + 3*d.subjects[i].claims; n > most {
			most, d.main = n, i
		}
	}
}

// isTopic reports a category that the text is about: more than what goes on at home.
func (b *subject) isTopic() bool { return b.claims > 0 || b.states > 1 && b.wrong > 0 }

// topicOf is the first topic of the category that words of the classes are of, or else the
// last.
func (k *kin) topicOf(named classSet) *topic {
	for _, t := range k.topics {
		if slices.ContainsFunc(t.about, named.has) {
			return t
		}
	}
	if n := len(k.topics); n > 0 {
		return k.topics[n-1]
	}
	return nil
}

// topicAffair is the affair that the text is about as a whole: no sentence tells it. It is
// nil for a category without topics.
func (d *docState) topicAffair(t *topic) *affair {
	if t == nil {
		return nil
	}
	a, ok := d.topicAffairs[t]
	if !ok {
		a = &affair{sentence: wholeText, claim: claim.Claim{
			Category: t.category, Activity: t.activity, Status: claim.Asserted,
			Parties: []claim.Party{{Role: t.role, Country: d.sanctioned()}},
		}}
		if d.topicAffairs == nil {
			d.topicAffairs = map[*topic]*affair{}
		}
		d.topicAffairs[t] = a
	}
	return a
}

// wholeText is the place of an affair that no sentence tells by itself.
const (
	wholeText      = -1
	wholeTextBasis = "the subject of the text"
)

// sanctioned is the sanctioned State that the text names; of several, the first by code.
func (d *docState) sanctioned() string {
	best := ""
	for country := range d.named {
		if d.lex.isSanctioned(country) && (best == "" || country < best) {
			best = country
		}
	}
	return best
}

// basis says where an affair is told.
func (a *affair) basis() string {
	if a.sentence == wholeText {
		return wholeTextBasis
	}
	return fmt.Sprintf("the affair of sentence %d", a.sentence+1)
}
