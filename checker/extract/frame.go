package extract

import (
	"slices"
	"strings"

	"github.com/article41/article41/checker/strictyaml"
)

// Frame is one lexicon rule: what news says when it speaks of an activity. A
// verb, an event noun or, for presence frames, the theme itself is the
// trigger; routes lead from it to the parties.
type Frame struct {
	ID       string            `yaml:"id"`
	Category string            `yaml:"category"`
	Activity string            `yaml:"activity"`
	Verbs    []string          `yaml:"verbs,omitempty"`    // verb classes
	Nouns    []string          `yaml:"nouns,omitempty"`    // event-noun classes
	Presence []string          `yaml:"presence,omitempty"` // noun classes that are trigger and theme at once
	Theme    []string          `yaml:"theme,omitempty"`    // noun classes; "people" is a nation's people
	ThemeAt  []string          `yaml:"theme_at,omitempty"` // object (default), subject, by, of, compound, prepositions
	Roles    []Role            `yaml:"roles,omitempty"`
	Target   []string          `yaml:"target"`                                                      // roles of which a sanctioned State must fill one
	ByRole   map[string]string `yaml:"by_role,omitempty"`                                           // activity when the sanctioned State fills this role
	Needs    []string          `yaml:"needs,omitempty"`                                             // noun classes that the sentence must hold
	NeedRole []string          `yaml:"need_role,omitempty"`                                         // one of these roles must be filled too
	Unless   []string          `yaml:"unless,omitempty"`                                            // noun classes that the trigger's clause must not hold
	Anywhere []string          `yaml:"unless_anywhere,omitempty"`                                   // noun classes that the sentence must not hold
	After    string            `yaml:"after,omitempty"`                                             // category of which a claim must stand shortly before
	Never    []string          `yaml:"never,omitempty"`                                             // countries that cannot fill a role: soldiers who cross into South Korea are defectors
	Together string            `yaml:"together,omitempty" enum:"export import trade people shared"` // read from words that stand together, see gather
	GoesOn   bool              `yaml:"goes_on,omitempty"`                                           // "the shipments" alone goes on with the last claim of the category
	Stage    string            `yaml:"stage,omitempty" enum:"considered offered agreed preparing under_way completed unspecified"`
	Rank     int               `yaml:"rank,omitempty"` // the higher wins where two frames read the same words
	Examples []Example         `yaml:"examples"`
	Pos      strictyaml.Pos    `yaml:"-"`

	verbs                  []int32
	nouns, presence, theme []int32
	needs, unless          []int32
	anywhere               []int32 // refs of Anywhere
	people                 bool    // theme holds "people"
	aboutGoods             bool    // a theme or presence class names goods
}

// anyPeople reports a frame that the mere naming of a nation's people triggers.
func (f *Frame) anyPeople() bool {
	return f.people && f.Together == "" && len(f.verbs)+len(f.nouns) == 0
}

// Role says on which routes a role of the frame is looked for, in order.
type Role struct {
	Role string   `yaml:"role"`
	From []string `yaml:"from"`
	All  bool     `yaml:"all,omitempty"` // follow every route, not only up to the first that yields; "clause" only while the target is missing
}

// Example is a sentence with the claim that it must or must not give.
type Example struct {
	Text string         `yaml:"text"`
	Want string         `yaml:"want"` // "none", or "activity role=CC … status=… stage=…"
	Pos  strictyaml.Pos `yaml:"-"`
}

// candidate is a frame that matched in a sentence.
type candidate struct {
	frame    *Frame
	activity string
	trigger  int // token of the trigger's head
	chunk    int // chunk of the trigger
	theme    int // chunk, or -1
	parties  []boundParty
	first    int // token span of everything bound
	last     int
	reason   string // why it was given up; "" when it stands

	carrier   int  // the verb group that carries the trigger, or -1; see governor
	asSubject bool // the trigger is its subject

	lacksState bool // given up because no sanctioned State fills its role
}

type boundParty struct {
	role string
	mention
}

func (c *candidate) include(a, b int) {
	c.first, c.last = min(c.first, a), max(c.last, b)
}

func (l *loader) addFrames(frames []Frame) {
	seen := map[string]bool{}
	l.lex.frames = make([]Frame, 0, len(frames))
	slices.SortStableFunc(frames, func(a, b Frame) int { return strings.Compare(a.ID, b.ID) })
	for _, f := range frames {
		if seen[f.ID] {
			l.fail(f.Pos, "frame %q is defined twice", f.ID)
		}
		seen[f.ID] = true
		for _, c := range f.Verbs {
			v, ok := l.lex.verbClass[c]
			if !ok {
				l.fail(f.Pos, "frame %q: unknown verb class %q", f.ID, c)
			}
			f.verbs = append(f.verbs, v...)
		}
		f.nouns = l.classRefs(f, f.Nouns)
		f.presence = l.classRefs(f, f.Presence)
		f.theme = l.classRefs(f, f.Theme)
		f.needs = l.classRefs(f, f.Needs)
		f.unless = l.classRefs(f, f.Unless)
		f.anywhere = l.classRefs(f, f.Anywhere)
		for _, ref := range slices.Concat(f.theme, f.presence) {
			f.aboutGoods = f.aboutGoods || l.lex.classes[ref].good != "" || slices.ContainsFunc(l.lex.classes, func(c nounClass) bool { return c.good != "" && c.under == ref })
		}
		f.people = slices.Contains(f.Theme, "people") || slices.Contains(f.Presence, "people")
		if f.Together != "" {
			l.lex.together = append(l.lex.together, int32(len(l.lex.frames)))
		} else if len(f.verbs)+len(f.nouns)+len(f.presence) == 0 && !f.people {
			l.fail(f.Pos, "frame %q has no trigger: give verbs, nouns or presence", f.ID)
		}
		if len(f.ThemeAt) == 0 {
			f.ThemeAt = []string{"object", "of", "compound"}
		}
		var pos, neg bool
		for _, e := range f.Examples {
			if e.Want == "none" {
				neg = true
			} else {
				pos = true
			}
		}
		if !pos || !neg {
			l.fail(f.Pos, "frame %q needs at least one example that matches and one with want: none", f.ID)
		}
		l.lex.frames = append(l.lex.frames, f)
	}
}

func (l *loader) classRefs(f Frame, ids []string) []int32 {
	var out []int32
	for _, id := range ids {
		if id == "people" {
			continue
		}
		ref, ok := l.lex.classByID[id]
		if !ok {
			l.fail(f.Pos, "frame %q: unknown noun class %q", f.ID, id)
			continue
		}
		out = append(out, ref)
	}
	return out
}
