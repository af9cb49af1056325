package extract

import (
	"fmt"
	"slices"
	"strings"
)

// wholePhrase is the length in tokens up to which a party's whole phrase goes
// into the evidence.
const wholePhrase = 12

// bind fills the roles and decides whether the candidate stands.
func (s *sentence) bind(c *candidate, agent, patient int) {
	if c.theme >= 0 {
		for _, g := range s.group(c.theme) {
			c.include(s.chunks[g].start, s.chunks[g].end)
		}
	}
	for _, r := range c.frame.Roles {
		if s.settled(c, &r) {
			continue
		}
		for _, from := range r.From {
			var ms []mention
			self := false
			switch from {
			case "subject":
				if agent >= 0 && agent != c.theme {
					for _, k := range s.coordinated(agent) {
						ms = s.groupCountries(ms, k)
					}
					ms = s.sitedIn(s.appositive(ms, agent), agent)
					self = s.ownsUp(c)
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
					if len(ms) == 0 && s.chunks[c.theme].prep < 0 {
						ms = s.groupCountries(ms, s.firstOfList(c.theme)) // "North Korean squid, crab and pollack"
					}
					if len(ms) == 0 {
						ms = s.predicated(c.theme)
					}
					if s.headClass(c.theme, classScientist) {
						ms = s.sitedIn(ms, c.theme)
					}
				}
			case "own":
				ms = s.owners(c)
			case "clause":
				ms = s.clauseCountries(c, r.Role)
				self = true // sources are left out already
			default:
				ms = s.governed(nil, c.chunk, from)
				if c.theme >= 0 && c.theme != c.chunk {
					ms = s.governed(ms, c.theme, from)
				}
			}
			if s.take(c, r.Role, ms, self) && (!r.All || (from == "between" || from == "by") && len(c.parties) > 1) {
				break // "between A and B" leaves nobody to be looked for
			}
		}
	}
	s.carryParties(c)
	c.reason = s.verdictOn(c)
	if s.lacksTarget(c) && s.carryTarget(c) {
		c.reason = s.verdictOn(c)
	}
	if c.reason == reasonOtherSide && !s.homeward(c) && (s.carryOther(c) || s.onlyOther(c) || s.hostThere(c)) {
		c.reason = s.verdictOn(c)
	}
	if c.reason == "" && s.lastLeft(c) {
		c.reason = "the last of them left"
	}
	if c.reason == "" && s.deniedBehind(c) {
		c.reason = "the sentence says that it is not so of a party"
	}
	if c.reason == "" && s.strangers(c) {
		c.reason = "the sentence names other States than those carried over from before"
	}
}

// lastLeft reports people of whom the last went away: "the last 74 North Koreans employed
// there left on Friday".
func (s *sentence) lastLeft(c *candidate) bool {
	if !slices.Contains(c.frame.Target, "sender") || c.activity == "repatriate_workers" {
		return false
	}
	for k := c.chunk + 1; k < s.clauseEnd(c.chunk); k++ {
		if v := &s.chunks[k]; v.kind == chunkVG {
			return s.lex.verbIs(v.verb, verbsDeparting) && s.theLast(s.clauseStart(c.chunk))
		}
	}
	return false
}

// theLast reports a phrase that begins with "the last".
func (s *sentence) theLast(k int) bool {
	return k < len(s.chunks) && s.chunks[k].kind == chunkNP && s.isWord(s.chunks[k].start, "the") && s.isWord(s.chunks[k].start+1, "last")
}

// deniedBehind reports a party that only a negated verb behind the act names: "the coal
// that was unloaded there did not come from North Korea".
func (s *sentence) deniedBehind(c *candidate) bool {
	return slices.ContainsFunc(c.parties, func(p boundParty) bool {
		if p.basis != "" || p.chunk <= c.chunk || s.chunks[c.chunk].kind != chunkVG {
			return false
		}
		for k := c.chunk + 1; k < p.chunk; k++ {
			v := &s.chunks[k]
			if v.kind == chunkBreak || v.kind == chunkConj || v.kind == chunkComma || v.kind == chunkSub {
				return false
			}
			if v.kind == chunkVG && v.finite() && slices.Contains(s.tags[v.start:v.end], tagNeg) {
				return true
			}
		}
		return false
	})
}

// strangers reports a candidate all of whose parties come from earlier sentences, in a
// sentence that names other States, and not as its sources.
func (s *sentence) strangers(c *candidate) bool {
	if len(c.parties) < 2 || slices.ContainsFunc(c.parties, func(p boundParty) bool { return p.basis == "" || s.byThing(p.mention) }) {
		return false
	}
	return slices.ContainsFunc(s.hits, func(h hit) bool {
		return h.layer == layerEntity && !s.isSource(h.start) && !takesPart(c.parties, s.lex.entities[h.ref].country)
	})
}

// owners are the States that the trigger's own phrase names, "Russia's purchases";
// only when it names none, those of what hangs on it.
func (s *sentence) owners(c *candidate) []mention {
	if ms := s.countries(nil, c.chunk); len(ms) > 0 && c.theme >= 0 && c.theme != c.chunk {
		return ms
	}
	return s.groupCountries(nil, c.chunk)
}

// homeward reports people whom the clause sends to where they come from: "left for
// Pyongyang". Nobody else hosts them there.
func (s *sentence) homeward(c *candidate) bool {
	if !slices.Contains(c.frame.Target, "sender") {
		return false
	}
	if s.lex.verbIs(s.chunks[c.chunk].verb, verbsDeparting) && s.chunks[c.chunk].kind == chunkVG {
		if k := s.object(c.chunk); k >= 0 && slices.ContainsFunc(s.groupCountries(nil, k), func(m mention) bool { return !s.lex.isSanctioned(m.country) }) {
			return true // "left Qatar"
		}
	}
	for _, r := range c.frame.Roles {
		if !slices.Contains(c.frame.NeedRole, r.Role) {
			continue
		}
		for _, from := range r.From {
			switch from {
			case "for", "to", "into":
				if slices.ContainsFunc(s.governed(nil, c.chunk, from), func(m mention) bool { return s.lex.isSanctioned(m.country) && m.basis == "" }) {
					return true
				}
			}
		}
	}
	return false
}

// settled reports that who took part is known, so that the subject and the rest of
// the clause can only add onlookers: "the US protested against deliveries from
// Russia to North Korea".
func (s *sentence) settled(c *candidate, r *Role) bool {
	if !slices.ContainsFunc(r.From, func(from string) bool { return from == "subject" || from == "clause" }) {
		return false
	}
	if len(c.parties) > 1 && c.parties[0].role == c.parties[1].role && c.parties[0].chunk == c.parties[1].chunk {
		return true
	}
	return !r.All && slices.ContainsFunc(c.parties, func(p boundParty) bool { return p.role == r.Role })
}

// carryOther fills the other State from the last claim of the category, when
// that is at most carryLimit sentences back: the text goes on about the same
// affair. The claim says where the State was carried over from.
func (s *sentence) carryOther(c *candidate) bool {
	if s.state == nil {
		return false
	}
	last, ok := s.state.lastClaim[c.frame.Category]
	if !ok || s.index-last.sentence > carryLimit {
		return false
	}
	return s.carryFrom(c, &last, func(p boundParty) bool {
		return slices.Contains(c.frame.NeedRole, p.role) && !s.lex.isSanctioned(p.country) && !slices.Contains(c.frame.Never, p.country)
	})
}

// onlyOther fills the other State from the rest of the clause, when that names a single
// one as the place or the end of something, and as nobody's source.
func (s *sentence) onlyOther(c *candidate) bool {
	if c.theme == c.chunk {
		return false // things that merely are there
	}
	gives := c.frame.NeedRole[0] == "provider" || c.frame.NeedRole[0] == "supplier"
	var only mention
	for k, end := s.clauseStart(c.chunk), s.clauseEnd(c.chunk); k < end; k++ {
		if s.chunks[k].kind != chunkNP || s.bystander(k) {
			continue
		}
		switch s.prepWord(k) {
		case "of", "at", "in", "near", "off":
			if gives && s.goesToward(k) {
				continue // "to a buyer in Shenyang"
			}
		case "for", "to":
			if gives {
				continue // whom something goes to does not provide it
			}
		default:
			continue
		}
		for _, m := range s.countries(nil, k) {
			if s.lex.isSanctioned(m.country) || m.basis != "" || s.isSource(m.start) || slices.Contains(c.frame.Never, m.country) || s.kindAt(m.start) == byLeader ||
				takesPart(c.parties, m.country) {
				continue
			}
			if only.country != "" && only.country != m.country {
				return false
			}
			only = m
		}
	}
	if only.country == "" {
		return false
	}
	only.basis = "the only other State that the clause names"
	c.parties = append(c.parties, boundParty{c.frame.NeedRole[0], only})
	return true
}

// goesToward reports a phrase that hangs on one behind "to": "to a buyer in Shenyang".
func (s *sentence) goesToward(k int) bool {
	p := s.chunks[k].prep
	if p <= 0 || s.chunks[p-1].kind != chunkNP {
		return false
	}
	w := s.prepWord(p - 1)
	return w == "to" || w == "into" || w == "for"
}

// hostThere fills the host with the place last named: "waitresses from North Korea work
// there".
func (s *sentence) hostThere(c *candidate) bool {
	if s.state == nil || c.frame.NeedRole[0] != "host" || s.index-s.state.placeAt > carryLimit {
		return false
	}
	for i := s.chunks[c.chunk].end; i < len(s.toks) && s.tags[i] != tagBreak && s.tags[i] != tagComma; i++ {
		if s.tags[i] != tagAdv || !s.isWord(i, "there") {
			continue
		}
		country := s.placeBefore(c.chunk)
		if country == "" || s.lex.isSanctioned(country) {
			return false
		}
		c.parties = append(c.parties, boundParty{"host", mention{country: country, start: i, end: i + 1, chunk: c.chunk, basis: "the place last named"}})
		return true
	}
	return false
}

// carryFrom takes over the first party of an earlier claim that fits, with where it
// comes from.
func (s *sentence) carryFrom(c *candidate, last *lastClaim, fits func(boundParty) bool) bool {
	k := slices.IndexFunc(last.parties, fits)
	if k < 0 {
		return false
	}
	c.parties = append(c.parties, s.carriedParty(c, last.parties[k], last.sentence))
	return true
}

// carriedParty is a party of the claim of an earlier sentence, as one of c.
func (s *sentence) carriedParty(c *candidate, p boundParty, sentence int) boundParty {
	at := s.chunks[c.chunk].start
	return boundParty{p.role, mention{country: p.country, start: at, end: at, chunk: c.chunk, basis: fmt.Sprintf("carried over from sentence %d", sentence+1)}}
}

// lacksTarget reports a candidate in which no State fills the roles of the
// sanctioned one.
func (s *sentence) lacksTarget(c *candidate) bool {
	return c.reason != "" && c.frame.Rank > 1 && !slices.ContainsFunc(c.parties, func(p boundParty) bool { return slices.Contains(c.frame.Target, p.role) }) && !s.isSource(c.trigger)
}

// carryTarget fills the sanctioned State from the last claim of the category, at most
// carryLimit sentences back, when this sentence goes on with the same affair: the same
// goods or people, or a phrase that points back to them, and nobody else's.
func (s *sentence) carryTarget(c *candidate) bool {
	if s.state == nil || c.theme < 0 || s.originIn(c.chunk) {
		return false
	}
	last, ok := s.state.lastClaim[c.frame.Category]
	if !ok || s.index-last.sentence > carryLimit || s.index == last.sentence || !s.definite(c.theme) && (s.index-last.sentence > 1 || !s.sameTheme(c, &last) || slices.ContainsFunc(c.parties, last.strange)) || !s.nobodyElses(c, &last) {
		return false
	}
	if !s.carryFrom(c, &last, func(p boundParty) bool {
		return s.lex.isSanctioned(p.country) && slices.Contains(c.frame.Target, p.role)
	}) {
		return false
	}
	// "These deliveries" were last said of the State that they went to: it is not their other side.
	c.parties = slices.DeleteFunc(c.parties, func(p boundParty) bool {
		return p.basis != "" && s.lex.isSanctioned(p.country) && !slices.Contains(c.frame.Target, p.role)
	})
	return true
}

// nobodyElses reports that the theme of the candidate names no State that took no part
// in the claim before.
func (s *sentence) nobodyElses(c *candidate, last *lastClaim) bool {
	for _, g := range s.group(c.theme) {
		for i := s.chunks[g].start; i < s.chunks[g].end; i++ {
			if s.ent[i] == 0 {
				continue
			}
			if !takesPart(last.parties, s.lex.entities[s.hits[s.ent[i]-1].ref].country) {
				return false
			}
		}
	}
	return true
}

// takesPart reports a State among the parties.
func takesPart(parties []boundParty, country string) bool {
	return slices.ContainsFunc(parties, func(p boundParty) bool { return p.country == country })
}

// strange reports a party that took no part in the claim before.
func (l *lastClaim) strange(p boundParty) bool { return !takesPart(l.parties, p.country) }

// sameTheme reports that the candidate is about the same kind of things or people as
// the claim before.
func (s *sentence) sameTheme(c *candidate, last *lastClaim) bool {
	k := &s.chunks[c.theme]
	for i := k.start; i < k.end; i++ {
		if s.noun[i] == 0 {
			continue
		}
		for _, class := range s.lex.nouns[s.hits[s.noun[i]-1].ref].classes {
			if slices.Contains(last.theme, class) {
				return true
			}
		}
	}
	return false
}

// definite reports a phrase that points back: "the shells", "these", "them".
func (s *sentence) definite(k int) bool {
	c := &s.chunks[k]
	switch s.lower(c.start) {
	case "the", "these", "those", "such", "its", "their":
		return true
	}
	return c.pron || c.again
}

// reasonOtherSide gives up a candidate whose frame asks for another State.
const reasonOtherSide = "no other State in the roles that the frame asks for"

// take binds the mentions to a role, leaving out sources and countries that
// already have a role. It reports whether any was bound.
// A source may speak of its own act: self lets it through.
func (s *sentence) take(c *candidate, role string, ms []mention, self bool) bool {
	taken := false
	for _, m := range ms {
		if s.isSource(m.start) && !self || s.bystander(m.chunk) || slices.Contains(c.frame.Never, m.country) || takesPart(c.parties, m.country) || role == "recipient" && s.madeBy(m) {
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

// ownsUp reports that the verb before the trigger speaks of the speaker's own
// act: "acknowledged having sent", "denied employing", "confirms troop deployment".
func (s *sentence) ownsUp(c *candidate) bool {
	if c.chunk == 0 {
		return false
	}
	v := &s.chunks[c.chunk-1]
	if v.kind != chunkVG || !s.lex.verbIs(v.verb, verbsReporting) {
		return false
	}
	if t := &s.chunks[c.chunk]; t.kind == chunkVG {
		return t.nonFinite() && !t.inf
	}
	switch s.lex.verbs[v.verb].lemma {
	case "confirm", "acknowledge", "admit", "announce", "deny":
		return true
	}
	return false
}

// sees reports a trigger that is both what a source says and what the frame asks for:
// "patrol planes observed the tanker alongside a ship".
func (s *sentence) sees(c *candidate) bool {
	t := &s.chunks[c.chunk]
	return t.kind == chunkVG && s.lex.verbIs(t.verb, verbsReporting) && c.theme > c.chunk && slices.Contains(c.frame.verbs, t.verb)
}

// bystander reports a phrase that only comments on the act, or only says where:
// the subject of "condemned", the "North Korean" of "the North Korean border".
func (s *sentence) bystander(k int) bool {
	for v := k + 1; v < len(s.chunks) && v <= k+3; v++ {
		if c := &s.chunks[v]; c.kind == chunkVG && c.verb >= 0 {
			if kind := s.lex.over[c.verb]; (kind == overSeize || kind == overStop) && s.object(v) < 0 && !c.passive {
				return false // "imports stopped"
			}
			return s.lex.verbIs(c.verb, verbsCommenting) && !c.passive && s.subject(v) == k
		}
	}
	return false
}

// appositive adds the countries of "X, premier of Y," when X names none.
func (s *sentence) appositive(ms []mention, k int) []mention {
	if k+3 < len(s.chunks) && len(ms) == 0 && s.chunks[k+1].kind == chunkComma && s.chunks[k+2].kind == chunkPrep && s.isWord(s.chunks[k+2].head, "of") && s.chunks[k+3].kind == chunkNP {
		return s.countries(ms, k+3) // "Far Eastern Bank, of Vladivostok, …"
	}
	if len(ms) > 0 || k+2 >= len(s.chunks) || s.chunks[k+1].kind != chunkComma || s.chunks[k+2].kind != chunkNP {
		return ms
	}
	return s.sitedIn(s.groupCountries(ms, k+2), k+2) // "…, a company in Pyongyang,"
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
		if len(ms) > 0 && s.ent[ms[0].start] != 0 && s.kindAt(ms[0].start) == byName && s.opensPhrase(ms[0]) {
			return ms[:1]
		}
		return nil
	}
	return ms
}

// opensPhrase reports a State that stands at the head of its phrase and owns nothing
// in it: "Russia artillery", but not "Russia's artillery".
func (s *sentence) opensPhrase(m mention) bool {
	return m.start <= s.chunks[m.chunk].start+1 && m.end < len(s.toks) && s.tags[m.end] != tagPoss && s.tags[m.end] != tagHyphen
}

// clauseCountries is the last resort: the countries of the sentence that are
// nobody's source. For a role that the sanctioned State must fill only that
// State counts; for the other side only a single one, since a choice among
// several would be a guess.
func (s *sentence) clauseCountries(c *candidate, role string) []mention {
	var ms []mention
	target := slices.Contains(c.frame.Target, role)
	from, to := 0, len(s.chunks)
	if !target {
		from = s.clauseStart(c.chunk)
	} else if start, end := s.ownClause(c.chunk); s.othersActIn(c, start, end) {
		from, to = start, end
	}
	for k := from; k < to; k++ {
		if s.chunks[k].kind == chunkNP && k != c.theme {
			ms = s.countries(ms, k)
		}
	}
	ms = slices.DeleteFunc(ms, func(m mention) bool {
		return m.basis != "" || s.lex.isSanctioned(m.country) != target || s.isSource(m.start) && !(target && s.showsWhere(m)) || takesPart(c.parties, m.country)
	})
	for _, m := range ms {
		if m.country != ms[0].country {
			return nil
		}
	}
	return ms
}

// othersActIn reports a clause of chunks [from, to), one of several, that tells of an affair of
// other States: it names two of them, or one in another part than that of a place. The
// sanctioned State of another clause has no part in that: "North Korea sold shells, and
// Vietnam sent tents". What the theme refers back to may stand there, though.
func (s *sentence) othersActIn(c *candidate, from, to int) bool {
	if from == 0 && to == len(s.chunks) || c.theme >= 0 && s.definite(c.theme) {
		return false // one clause, or "Beijing has not expelled the agents"
	}
	for k := to; k < len(s.chunks); k++ {
		if s.chunks[k].pron && (s.isWord(s.chunks[k].start, "it") || s.isWord(s.chunks[k].start, "them")) {
			return false // "Senegal commissioned a monument and Mansudae cast it"
		}
	}
	first := ""
	var few [4]mention
	for k := from; k < to; k++ {
		if s.chunks[k].kind != chunkNP {
			continue
		}
		for _, m := range s.countries(few[:0], k) {
			switch {
			case s.isSource(m.start) || m.basis != "":
			case s.lex.isSanctioned(m.country):
				return false
			case first != "" && m.country != first || !placeWords[s.prepWord(k)]:
				return true
			default:
				first = m.country
			}
		}
	}
	return first != "" && c.theme >= from && c.theme < to && len(s.groupCountries(few[:0], c.theme)) > 0
}

// showsWhere reports a place in what is no speaker but shows something: "plumes at Yongbyon
// suggest that the reactor is running".
func (s *sentence) showsWhere(m mention) bool {
	if s.ent[m.start] == 0 || s.kindAt(m.start) != byPlace {
		return false
	}
	for k := m.chunk - 1; k >= 0 && k >= m.chunk-4; k-- {
		if c := &s.chunks[k]; c.kind == chunkNP {
			return c.prep < 0 && s.noun[c.head] == 0 && s.ent[c.head] == 0 && !s.words[c.head].title && s.prepWord(m.chunk) != "from"
		}
	}
	return false
}

// verdictOn says why a candidate cannot stand, or "".
func (s *sentence) verdictOn(c *candidate) string {
	if s.isSource(c.trigger) && !s.ownsUp(c) && !s.sees(c) {
		return "the trigger belongs to the naming of a source"
	}
	target := ""
	for _, role := range c.frame.Target {
		for _, p := range c.parties {
			if p.role == role && s.lex.isSanctioned(p.country) {
				if target == "" {
					target = role
				}
			}
		}
	}
	if c.lacksState = target == ""; c.lacksState {
		return "no sanctioned State in the roles " + strings.Join(c.frame.Target, ", ")
	}
	if a, ok := c.frame.ByRole[target]; ok {
		c.activity = a
	}
	if len(c.frame.NeedRole) > 0 && !slices.ContainsFunc(c.parties, func(p boundParty) bool {
		return slices.Contains(c.frame.NeedRole, p.role) && !s.lex.isSanctioned(p.country)
	}) {
		return reasonOtherSide
	}
	return ""
}
