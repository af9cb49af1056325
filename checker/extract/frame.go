package extract

import (
	"cmp"
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
	Roles    []Role            `yaml:"roles"`
	Target   []string          `yaml:"target"`              // roles of which a sanctioned State must fill one
	ByRole   map[string]string `yaml:"by_role,omitempty"`   // activity when the sanctioned State fills this role
	Needs    []string          `yaml:"needs,omitempty"`     // noun classes that the sentence must hold
	NeedRole []string          `yaml:"need_role,omitempty"` // one of these roles must be filled too
	Unless   []string          `yaml:"unless,omitempty"`    // noun classes that it must not hold
	Stage    string            `yaml:"stage,omitempty" enum:"considered offered agreed preparing under_way completed unspecified"`
	Rank     int               `yaml:"rank,omitempty"` // the higher wins where two frames read the same words
	Examples []Example         `yaml:"examples"`
	Pos      strictyaml.Pos    `yaml:"-"`

	verbs                  []int32
	nouns, presence, theme []int32
	needs, unless          []int32
	people                 bool // theme holds "people"
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
}

type boundParty struct {
	role string
	mention
}

// wholePhrase is the length in tokens up to which a party's whole phrase goes
// into the evidence.
const wholePhrase = 12

func (c *candidate) include(a, b int) {
	c.first, c.last = min(c.first, a), max(c.last, b)
}

func (l *loader) addFrames(frames []Frame) {
	seen := map[string]bool{}
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
		f.people = slices.Contains(f.Theme, "people") || slices.Contains(f.Presence, "people")
		if len(f.verbs)+len(f.nouns)+len(f.presence) == 0 && !f.people {
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

// candidates matches the frames against the sentence: each phrase is tried
// only with the frames that its verb or nouns can trigger.
func (s *sentence) candidates() []candidate {
	var out []candidate
	for k := range s.chunks {
		c := &s.chunks[k]
		switch c.kind {
		case chunkVG:
			if c.verb < 0 {
				continue
			}
			for _, fi := range s.lex.byVerb[c.verb] {
				if f := &s.lex.frames[fi]; s.admits(f) {
					out = s.tryVerb(out, f, k)
				}
			}
		case chunkNP:
			var tried []int32
			for i := c.start; i < c.end; i++ {
				if s.noun[i] == 0 || i > c.start && s.noun[i] == s.noun[i-1] {
					continue
				}
				for _, fi := range s.lex.byNoun[s.hits[s.noun[i]-1].ref] {
					if f := &s.lex.frames[fi]; !slices.Contains(tried, fi) && s.admits(f) {
						tried = append(tried, fi)
						out = s.tryPhrase(out, f, k)
					}
				}
			}
			for _, fi := range s.lex.anyTheme {
				if f := &s.lex.frames[fi]; !slices.Contains(tried, fi) && s.admits(f) {
					out = s.tryPhrase(out, f, k)
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b candidate) int {
		return cmp.Or(strings.Compare(a.frame.ID, b.frame.ID), a.chunk-b.chunk)
	})
	return out
}

// admits checks the nouns that the frame needs in the sentence, or refuses.
func (s *sentence) admits(f *Frame) bool {
	return s.holds(f.needs, true) && (len(f.unless) == 0 || !s.holds(f.unless, false))
}

// tryPhrase tries a frame whose trigger is an event noun, or the theme itself.
func (s *sentence) tryPhrase(out []candidate, f *Frame, k int) []candidate {
	if len(f.nouns) > 0 {
		if t := s.classIn(k, f.nouns); t >= 0 {
			out = s.tryNoun(out, f, k, t)
		}
	}
	if (len(f.presence) > 0 || f.people && len(f.verbs)+len(f.nouns) == 0) && s.isTheme(k, f.presence, f.people) {
		out = s.tryPresence(out, f, k)
	}
	return out
}

// holds reports whether the sentence has a noun of each (all) or any of the
// classes.
func (s *sentence) holds(classes []int32, all bool) bool {
	for _, want := range classes {
		found := slices.ContainsFunc(s.hits, func(h hit) bool { return h.layer == layerNoun && s.lex.under(h.ref, want) })
		if found != all {
			return found
		}
	}
	return all
}

// classIn returns the last token of a noun of the classes in noun phrase k, or
// -1. It must be the head, or stand before a head that adds nothing ("supplies
// of", "arms trade ties").
func (s *sentence) classIn(k int, classes []int32) int {
	c := &s.chunks[k]
	for i := c.end - 1; i >= c.start; i-- {
		if s.noun[i] == 0 {
			continue
		}
		h := s.hits[s.noun[i]-1]
		for _, want := range classes {
			if s.lex.under(h.ref, want) && (h.end > c.head || h.end == c.head && s.headClass(k, "transparent") || s.isName(h.end, c.head)) {
				return h.end - 1
			}
		}
	}
	return -1
}

// agentive reports a plural noun of people at work that the lexicon does not
// know, with its nationality: "North Korean stevedores", "tomato pickers".
func (s *sentence) agentive(k int) bool {
	c := &s.chunks[k]
	if s.noun[c.head] != 0 || s.tags[c.head] != tagNoun || s.toks[c.head].is(fCap) {
		return false
	}
	w := s.lower(c.head)
	if !strings.HasSuffix(w, "ers") && !strings.HasSuffix(w, "ors") && !strings.HasSuffix(w, "men") && !strings.HasSuffix(w, "ists") && !strings.HasSuffix(w, "eers") && !strings.HasSuffix(w, "ores") {
		return false
	}
	for i := c.start; i < c.head; i++ {
		if s.ent[i] != 0 && s.kindAt(i) == byAdjective {
			return true
		}
	}
	return false
}

// isName reports whether the tokens from a up to and with b are a name behind
// a title: "premier Kim Tok-hun".
func (s *sentence) isName(a, b int) bool {
	if a > b {
		return false
	}
	for i := a; i <= b; i++ {
		if s.tags[i] != tagHyphen && !s.toks[i].is(fCap) && s.tags[max(i-1, 0)] != tagHyphen {
			return false
		}
	}
	return true
}

// isTheme reports whether noun phrase k is about a noun of the classes:
// itself, or through "hundreds of", "a group of".
func (s *sentence) isTheme(k int, classes []int32, people bool) bool {
	c := &s.chunks[k]
	if c.kind != chunkNP {
		return false
	}
	if s.classIn(k, classes) >= 0 {
		return true
	}
	if people && (s.ent[c.head] != 0 && s.kindAt(c.head) == byPeople || s.agentive(k)) {
		return true
	}
	if k+2 < len(s.chunks) && s.chunks[k+1].kind == chunkPrep && s.lower(s.chunks[k+1].head) == "of" && (s.headClass(k, "partitive") || s.tags[c.head] == tagNum) {
		return s.isTheme(k+2, classes, people)
	}
	return false
}

func (s *sentence) tryVerb(out []candidate, f *Frame, k int) []candidate {
	v := &s.chunks[k]
	c := candidate{frame: f, activity: f.Activity, trigger: v.head, chunk: k, theme: -1, first: v.start, last: v.end}
	agent := s.subject(k)
	patient := s.object(k)
	reduced := v.bare && patient < 0 && k > 0 && s.chunks[k-1].kind == chunkNP
	if v.passive || reduced {
		patient = agent
		if reduced {
			patient = s.mainPhrase(k - 1)
			if !s.isTheme(patient, f.theme, f.people) {
				patient = k - 1
			}
		}
		if reduced && !s.isTheme(patient, f.theme, f.people) || reduced && slices.Contains(f.ThemeAt, "subject") {
			patient, reduced = -1, false // "workers arrived in Russia" is active
		} else {
			agent = s.byAgent(k)
		}
	}
	if len(f.theme) > 0 || f.people {
		c.theme = s.findTheme(f, k, agent, patient, v.passive || reduced)
		if c.theme < 0 {
			return out
		}
	}
	s.bind(&c, agent, patient)
	return append(out, c)
}

func (s *sentence) byAgent(k int) int {
	end := s.clauseEnd(k)
	for j := k + 1; j < end; j++ {
		if s.chunks[j].kind == chunkNP && s.prepWord(j) == "by" {
			return j
		}
	}
	return -1
}

// findTheme looks for the theme of a verb where the frame allows it.
func (s *sentence) findTheme(f *Frame, k, agent, patient int, passive bool) int {
	is := func(j int) bool { return j >= 0 && s.isTheme(j, f.theme, f.people) }
	end := s.clauseEnd(k)
	for _, at := range f.ThemeAt {
		switch at {
		case "object":
			if is(patient) {
				return patient
			}
			if passive {
				continue
			}
			// "sending Russia artillery", "shells, rockets and missiles",
			// "supplied Russia with shells".
			for j := k + 1; j < end; j++ {
				if s.chunks[j].kind == chunkVG && !s.chunks[j].bare {
					break
				}
				if w := s.prepWord(j); is(j) && (w == "" || w == "of" || w == "with") {
					return j
				}
			}
			// "the weapons that North Korea sold"
			for j := k - 1; j > 0; j-- {
				if s.chunks[j].kind == chunkBreak || s.chunks[j].kind == chunkComma {
					break
				}
				if s.chunks[j].kind == chunkSub && is(j-1) {
					return j - 1
				}
				if s.chunks[j].kind == chunkNP && agent == j && j > 0 && is(j-1) {
					return j - 1 // "the weapons North Korea sold"
				}
			}
		case "subject":
			if is(agent) {
				return agent
			}
			if passive && is(patient) {
				return patient
			}
		case "clause":
			for j := k + 1; j < end; j++ {
				if is(j) {
					return j
				}
			}
		default:
			for j := k + 1; j < end; j++ {
				if is(j) && s.prepWord(j) == at {
					return j
				}
			}
		}
	}
	return -1
}

func (s *sentence) tryNoun(out []candidate, f *Frame, k, t int) []candidate {
	c := candidate{frame: f, activity: f.Activity, trigger: t, chunk: k, theme: -1, first: s.chunks[k].start, last: s.chunks[k].end}
	if len(f.theme) > 0 || f.people {
		for _, at := range f.ThemeAt {
			switch at {
			case "compound":
				if s.compound(k, t, f.theme) {
					c.theme = k
				}
			case "object", "subject":
			default:
				end := s.clauseEnd(k)
				for j := k + 1; j < end && c.theme < 0; j++ {
					if s.chunks[j].kind == chunkVG && s.chunks[j].finite() {
						break
					}
					if s.prepWord(j) == at && s.isTheme(j, f.theme, f.people) {
						c.theme = j
					}
				}
			}
			if c.theme >= 0 {
				break
			}
		}
		if c.theme < 0 {
			return out
		}
	}
	s.bind(&c, s.lightSubject(k), -1)
	return append(out, c)
}

// lightSubject is the subject of the verb that takes the event noun as its
// object: "Russia and North Korea signed an agreement", "is conducting training".
func (s *sentence) lightSubject(k int) int {
	for j := k - 1; j >= 0 && j >= k-4; j-- {
		switch s.chunks[j].kind {
		case chunkVG:
			if s.chunks[j].passive {
				return -1
			}
			return s.subject(j)
		case chunkNP, chunkPrep, chunkConj:
		default:
			return -1
		}
	}
	return -1
}

// compound reports a theme noun before the trigger inside one phrase: "arms
// trade".
func (s *sentence) compound(k, t int, classes []int32) bool {
	c := &s.chunks[k]
	trig := s.hits[s.noun[t]-1]
	for i := c.start; i < trig.start; i++ {
		if s.noun[i] == 0 {
			continue
		}
		h := s.hits[s.noun[i]-1]
		for _, want := range classes {
			if s.lex.under(h.ref, want) {
				return true
			}
		}
	}
	return false
}

func (s *sentence) tryPresence(out []candidate, f *Frame, k int) []candidate {
	c := candidate{frame: f, activity: f.Activity, trigger: s.chunks[k].head, chunk: k, theme: k, first: s.chunks[k].start, last: s.chunks[k].end}
	s.bind(&c, -1, -1)
	return append(out, c)
}

// bind fills the roles and decides whether the candidate stands.
func (s *sentence) bind(c *candidate, agent, patient int) {
	if c.theme >= 0 {
		for _, g := range s.group(c.theme) {
			c.include(s.chunks[g].start, s.chunks[g].end)
		}
	}
	for _, r := range c.frame.Roles {
		for _, from := range r.From {
			var ms []mention
			switch from {
			case "subject":
				if agent >= 0 && agent != c.theme {
					for _, k := range s.coordinated(agent) {
						ms = s.groupCountries(ms, k)
					}
					ms = s.appositive(ms, agent)
				}
			case "patient":
				if patient >= 0 && patient != c.theme {
					ms = s.countries(nil, patient)
				}
			case "dative":
				ms = s.dative(c)
			case "theme":
				if c.theme >= 0 {
					ms = s.groupCountries(nil, c.theme)
				}
			case "own":
				ms = s.groupCountries(nil, c.chunk)
			case "clause":
				ms = s.clauseCountries(c, r.Role)
			default:
				ms = s.governed(nil, c.chunk, from)
				if c.theme >= 0 && c.theme != c.chunk {
					ms = s.governed(ms, c.theme, from)
				}
			}
			if s.take(c, r.Role, ms) && !r.All {
				break
			}
		}
	}
	c.reason = s.verdictOn(c)
}

// take binds the mentions to a role, leaving out sources and countries that
// already have a role. It reports whether any was bound.
func (s *sentence) take(c *candidate, role string, ms []mention) bool {
	taken := false
	for _, m := range ms {
		if s.isSource(m.start) || s.bystander(m.chunk) || slices.ContainsFunc(c.parties, func(p boundParty) bool { return p.country == m.country }) {
			continue
		}
		c.parties = append(c.parties, boundParty{role, m})
		if k := s.chunks[m.chunk]; k.end-k.start <= wholePhrase {
			c.include(k.start, k.end) // a quote that ends in "of the Russian" reads badly
		}
		c.include(m.start, m.end)
		taken = true
	}
	return taken
}

// bystander reports a phrase that only comments on the act, or only says where:
// the subject of "condemned", the "North Korean" of "the North Korean border".
func (s *sentence) bystander(k int) bool {
	for v := k + 1; v < len(s.chunks) && v <= k+3; v++ {
		if c := &s.chunks[v]; c.kind == chunkVG && c.verb >= 0 {
			return s.lex.comments[c.verb] && s.subject(v) == k
		}
	}
	return false
}

// appositive adds the countries of "X, premier of Y," when X names none.
func (s *sentence) appositive(ms []mention, k int) []mention {
	if len(ms) > 0 || k+2 >= len(s.chunks) || s.chunks[k+1].kind != chunkComma || s.chunks[k+2].kind != chunkNP {
		return ms
	}
	return s.groupCountries(ms, k+2)
}

// dative is the country right after the verb and before its theme: "sending
// Russia artillery", "supplied Russia with shells".
func (s *sentence) dative(c *candidate) []mention {
	j := s.object(c.chunk)
	if j < 0 {
		return nil
	}
	ms := s.countries(nil, j)
	if j == c.theme {
		// One phrase: the name of a country, not an adjective, opens it.
		first := s.chunks[j].start
		if len(ms) > 0 && ms[0].start <= first+1 && s.ent[ms[0].start] != 0 && s.kindAt(ms[0].start) == byName && ms[0].end < len(s.toks) && s.tags[ms[0].end] != tagPoss && s.tags[ms[0].end] != tagHyphen {
			return ms[:1]
		}
		return nil
	}
	return ms
}

// clauseCountries is the last resort: the countries of the sentence that are
// nobody's source. For a role that the sanctioned State must fill only that
// State counts; for the other side only a single one, since a choice among
// several would be a guess.
func (s *sentence) clauseCountries(c *candidate, role string) []mention {
	var ms []mention
	for k := range s.chunks {
		if s.chunks[k].kind == chunkNP && k != c.theme {
			ms = s.countries(ms, k)
		}
	}
	target := slices.Contains(c.frame.Target, role)
	ms = slices.DeleteFunc(ms, func(m mention) bool {
		return m.basis != "" || s.lex.countries[m.country].Sanctioned != target || s.isSource(m.start) ||
			slices.ContainsFunc(c.parties, func(p boundParty) bool { return p.country == m.country })
	})
	for _, m := range ms {
		if m.country != ms[0].country {
			return nil
		}
	}
	return ms
}

// verdictOn says why a candidate cannot stand, or "".
func (s *sentence) verdictOn(c *candidate) string {
	if s.isSource(c.trigger) {
		return "the trigger belongs to the naming of a source"
	}
	target := ""
	for _, role := range c.frame.Target {
		for _, p := range c.parties {
			if p.role == role && s.lex.countries[p.country].Sanctioned {
				if target == "" {
					target = role
				}
			}
		}
	}
	if target == "" {
		return "no sanctioned State in the roles " + strings.Join(c.frame.Target, ", ")
	}
	if a, ok := c.frame.ByRole[target]; ok {
		c.activity = a
	}
	if len(c.frame.NeedRole) > 0 && !slices.ContainsFunc(c.parties, func(p boundParty) bool {
		return slices.Contains(c.frame.NeedRole, p.role) && !s.lex.countries[p.country].Sanctioned
	}) {
		return "none of the roles " + strings.Join(c.frame.NeedRole, ", ") + " is filled by another State"
	}
	return ""
}
