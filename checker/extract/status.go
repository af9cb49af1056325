package extract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/strictyaml"
)

// Status follows the ConText algorithm (Harkema et al. 2009, medspaCy): a cue
// has a direction and a scope; the scope ends at a terminator, at max words or
// with the sentence; a pseudo cue consumes words that only look like a cue.

// cueCategory is what a cue says of the triggers in its scope.
type cueCategory uint8

const (
	cueNormative cueCategory = iota
	cueHypothetical
	cueDenied
	cueNegated
	cueEnded
	cuePlanned
	cueAlleged
	cueTerminate
	cuePseudo
	cueCovert // a sign that something is done in breach of the law, see story.go; of no status
	cueAside  // likewise that something else than the affair is told
)

var cueCategories = map[string]cueCategory{
	"normative": cueNormative, "hypothetical": cueHypothetical, "denied": cueDenied, "negated": cueNegated,
	"ended": cueEnded, "planned": cuePlanned, "alleged": cueAlleged, "terminate": cueTerminate, "pseudo": cuePseudo, "covert": cueCovert, "aside": cueAside,
}

// statusOf is the status of a claim whose strongest cue is of the category;
// categories are declared in order of precedence.
var statusOf = [...]claim.Status{
	cueNormative: claim.Normative, cueHypothetical: claim.Hypothetical, cueDenied: claim.Denied,
	cueNegated: claim.Negated, cueEnded: claim.Ended, cuePlanned: claim.Planned, cueAlleged: claim.Alleged,
}

type direction uint8

const (
	forward direction = 1 << iota
	backward
)

// cueDef is a row of status.yaml.
type cueDef struct {
	ID        string         `yaml:"id"`
	Category  string         `yaml:"category" enum:"normative hypothetical denied negated ended planned alleged terminate pseudo covert aside"`
	Direction string         `yaml:"direction,omitempty" enum:"forward backward both"`
	Max       int            `yaml:"max,omitempty"` // words; 0: to the end of the sentence
	Stage     string         `yaml:"stage,omitempty" enum:"considered offered agreed preparing under_way completed"`
	Cues      []string       `yaml:"cues"`
	Examples  []Example      `yaml:"examples,omitempty"`
	Pos       strictyaml.Pos `yaml:"-"`
}

type cue struct {
	id       string
	category cueCategory
	dir      direction
	max      int
	stage    claim.Stage
}

// auxForms are the forms of the verbs that the lexicon's classes leave out.
var auxForms = map[string][]string{
	"be":   {"be", "is", "are", "was", "were", "been", "being"},
	"have": {"have", "has", "had", "having"},
	"do":   {"do", "does", "did"},
}

func (l *loader) addCues(f *statusFile) {
	slices.SortStableFunc(f.Cues, func(a, b cueDef) int { return strings.Compare(a.ID, b.ID) })
	seen := map[string]bool{}
	for _, def := range f.Cues {
		if seen[def.ID] {
			l.fail(def.Pos, "cue %q is defined twice", def.ID)
		}
		seen[def.ID] = true
		c := cue{id: def.ID, category: cueCategories[def.Category], max: def.Max, stage: claim.Stage(def.Stage)}
		switch def.Direction {
		case "backward":
			c.dir = backward
		case "both":
			c.dir = forward | backward
		default:
			c.dir = forward
		}
		ref := int32(len(l.lex.cues))
		l.lex.cues = append(l.lex.cues, c)
		for _, pattern := range def.Cues {
			phrases, err := l.expand(pattern)
			if err != nil {
				l.fail(def.Pos, "cue %q: %v", def.ID, err)
				continue
			}
			for _, p := range phrases {
				l.enter(l.lex.second, def.Pos, p, layerCue, ref)
			}
		}
		if c.category < cueTerminate && len(def.Examples) == 0 {
			l.fail(def.Pos, "cue %q has no examples", def.ID)
		}
	}
}

// expand writes out a cue pattern: {deny} stands for every form of the verb,
// {deny:ing} for one of base, third, ing, past and part, {a|b} for either.
func (l *loader) expand(pattern string) ([]string, error) {
	out := []string{""}
	for pattern != "" {
		open := strings.IndexByte(pattern, '{')
		if open < 0 {
			open = len(pattern)
		}
		for i := range out {
			out[i] += pattern[:open]
		}
		if open == len(pattern) {
			break
		}
		end := strings.IndexByte(pattern, '}')
		if end < open {
			return nil, fmt.Errorf("%q: a brace is not closed", pattern)
		}
		alts := l.alternatives(pattern[open+1 : end])
		if len(alts) == 0 || len(out)*len(alts) > 500 {
			return nil, fmt.Errorf("%q expands to none or to more than 500 phrases", pattern)
		}
		var next []string
		for _, o := range out {
			for _, a := range alts {
				next = append(next, o+a)
			}
		}
		out, pattern = next, pattern[end+1:]
	}
	return out, nil
}

func (l *loader) alternatives(spec string) []string {
	if strings.Contains(spec, "|") {
		return strings.Split(spec, "|")
	}
	if forms, ok := auxForms[spec]; ok {
		return forms
	}
	lemma, which, _ := strings.Cut(spec, ":")
	var want form
	switch which {
	case "":
		want = 0xff
	case "base":
		want = formBase
	case "third":
		want = formThird
	case "ing":
		want = formIng
	case "past":
		want = formPast
	case "part":
		want = formPart
	default:
		return nil
	}
	l.verb(lemma)
	l.forms = verbForms(l.forms[:0], lemma, l.irregular, l.doubling)
	var out []string
	for _, f := range l.forms {
		if f.form&want != 0 {
			out = append(out, f.word)
		}
	}
	return out
}

// appliedCue is a cue whose scope holds a trigger.
type appliedCue struct {
	hit hit
	cue *cue
}

// findCues matches the cues of the sentence, once. Inside one category the
// longest match wins; a pseudo cue removes every cue that it overlaps and that
// is not longer.
func (s *sentence) findCues() {
	if s.cued {
		return
	}
	s.cued = true
	all := s.second()
	s.cues = s.cues[:0]
	for _, h := range all {
		if h.layer != layerCue {
			continue
		}
		keep := true
		for _, o := range all {
			if o.layer != layerCue || o == h || o.start >= h.end || h.start >= o.end {
				continue
			}
			oc, hc := s.lex.cues[o.ref].category, s.lex.cues[h.ref].category
			longer := o.end-o.start > h.end-h.start
			if longer && o.start <= h.start && h.end <= o.end {
				keep = false // "not rule out" is more than "not"
				break
			}
			if longer && (oc == hc || oc == cuePseudo || oc == cueTerminate) || oc == cuePseudo && o.end-o.start == h.end-h.start && hc != cuePseudo {
				keep = false
				break
			}
		}
		if keep && h.end == h.start+1 && s.lex.cues[h.ref].category == cueNormative && (s.tags[h.start] == tagNoun || s.tags[h.start] == tagAdv) {
			keep = false // "in violation of UN bans"
		}
		if keep && h.end == h.start+1 && h.end < len(s.toks) && s.tags[h.end] == tagHyphen {
			switch s.lex.cues[h.ref].category {
			case cueNegated, cueDenied, cueEnded:
				keep = false // "a never-ending stream", "a no-name broker", "a once-idle plant"
			}
		}
		if keep && s.believes(h.start) > 0 {
			keep = false // "if one trader is to be believed" supposes nothing
		}
		if keep {
			s.cues = append(s.cues, h)
		}
	}
}

// second matches the secondary trie over the sentence, once.
func (s *sentence) second() []hit {
	if s.matched {
		return s.later
	}
	s.matched = true
	all := s.later[:0]
	for i := range s.toks {
		if s.toks[i].id != 0 {
			all = s.lex.second.matchOver(all, s.toks, s.tags, i)
		}
	}
	s.later = all
	return all
}

// scope returns the tokens that a cue reaches, without the cue itself.
func (s *sentence) reaches(h hit, c *cue, token int) bool {
	if token >= h.start && token < h.end {
		// A cue never modifies itself; but "stopped issuing" ends in its trigger, and
		// "must send home" says that nobody has done so.
		// An offer to sell is no sale, whatever frame "offered" triggers.
		return token > h.start && c.dir&forward != 0 && (token == h.end-1 || c.category == cueNormative) || c.stage == claim.Offered && s.tags[token] == tagVerb
	}
	from, to := h.end, token
	if token < h.start {
		if c.dir&backward == 0 {
			return false
		}
		from, to = token+1, h.start
	} else if c.dir&forward == 0 {
		return false
	}
	if s.closedIn(h.start, token) {
		return false
	}
	if c.category == cueEnded && s.tags[token] == tagVerb && h.end == h.start+1 && s.isWord(h.start, "former") {
		return false // "a former trawler carried coal": the trawler's past, not the carriage's
	}
	if token < h.start && s.otherClause(h, c, token) {
		return false
	}
	words := 0
	for i := from; i < to; i++ {
		if s.toks[i].kind == kWord {
			words++
		}
		if c.category == cueNegated && token > h.start && i > from && (s.isWord(i, "when") || s.isWord(i, "because")) {
			return false // "nobody objected when North Korea sold arms"
		}
		if s.toks[i].kind == kPunct && (s.word(i) == ";" || s.word(i) == "—" || s.word(i) == "–") {
			return false
		}
	}
	if c.max > 0 && words > c.max {
		return false
	}
	for _, t := range s.cues {
		tc := &s.lex.cues[t.ref]
		if (c.category == cueNormative || c.category == cueHypothetical) && tc.id == "terminate.relative" {
			continue // "any country that employs workers who earn wages would breach"
		}
		if tc.id == "terminate.relative" && (c.category == cueDenied || c.id == "negated.no_sign") && t.start > 0 && s.tags[t.start-1] != tagComma {
			continue // "denied that it had hired a broker who sold arms"
		}
		if tc.category == cueTerminate && s.tags[t.start] == tagPrep {
			continue // "a firm listed since 2014"
		}
		if c.category == cueAlleged && c.dir == backward && s.toks[h.start].kind == kPunct {
			continue // "… reach Pyongyang despite ban: sources"
		}
		if tc.category == cueTerminate && t.start >= from && t.end <= to {
			return false
		}
	}
	return true
}

// isAct reports a status under which something is told as an act: as a fact, by somebody or
// as a plan.
func isAct(status claim.Status) bool {
	return status == claim.Asserted || status == claim.Alleged || status == claim.Planned
}

// otherClause reports a cue behind token that is said of something else: of whoever acts in the
// next clause, "… opened, and officials have stopped asking", or, what may or must be, of those
// of whom the clause at token tells what they did, "ships that delivered coal may no longer
// call".
func (s *sentence) otherClause(h hit, c *cue, token int) bool {
	switch c.category {
	case cueEnded, cueNormative, cueHypothetical:
	default:
		return false
	}
	at, k := s.chunkAt(token), s.chunkAt(h.start)
	if at < 0 || k <= at {
		return false
	}
	if c.category == cueEnded {
		for j := at + 1; j < k; j++ {
			if s.opensClause(j) || s.chunks[j].kind == chunkSub && s.isWord(s.chunks[j].head, "that") && s.isWord(s.chunks[j].start-1, "now") {
				return true
			}
		}
		return false
	}
	return at > 1 && s.relates(at-1) && s.past(at) && s.subject(k) == s.mainPhrase(at-2)
}

// concedes reports a word that opens what its sentence is told in spite of: "despite",
// "although UN sanctions forbid it", "without telling anyone".
func (s *sentence) concedes(i int) bool {
	switch s.lower(i) {
	case "despite", "notwithstanding", "although", "though", "without":
		return true
	case "even":
		return s.isWord(i+1, "though")
	case "far":
		return s.isWord(i+1, "from")
	case "rather":
		return s.isWord(i+1, "than")
	case "instead":
		return s.isWord(i+1, "of")
	}
	return false
}

// closedIn reports a cue inside a clause between commas that the token is not in:
// "the North, which has not joined the treaty, sold rockets"; or inside an opening
// that concedes something.
func (s *sentence) closedIn(cue, token int) bool {
	for k := range s.chunks {
		c := &s.chunks[k]
		open := c.kind == chunkSub && (s.tags[c.head] == tagRel || s.isWord(c.head, "where")) && k > 0 && (s.chunks[k-1].kind == chunkComma || k > 1 && s.chunks[k-1].kind == chunkPrep && s.chunks[k-2].kind == chunkComma) ||
			k == 0 && (s.concedes(c.start) || c.start > 0 && s.concedes(c.start-1))
		if !open || c.start > cue {
			continue
		}
		end := s.resumesAt(k)
		if k == 0 { // what concedes something ends at any comma but the last chunk
			end = slices.IndexFunc(s.chunks[:len(s.chunks)-1], func(c chunk) bool { return c.kind == chunkComma })
		}
		if end > 0 && cue < s.chunks[end].start {
			return token < c.start || token > s.chunks[end].start
		}
	}
	return false
}

// applied returns the cues that reach a trigger, in text order.
func (s *sentence) applied(token int) []appliedCue {
	var out []appliedCue
	for _, h := range s.cues {
		c := &s.lex.cues[h.ref]
		if c.category >= cueTerminate || !s.reaches(h, c, token) {
			continue
		}
		if c.category == cueNormative && s.tags[token] == tagVerb && h.start > token && s.isWord(h.start-1, "which") && h.start > 1 && s.tags[h.start-2] == tagComma {
			continue // "is buying shells, which is illegal" comments on what is done
		}
		if c.category == cueNormative && s.commented(token, h.start) {
			continue // "bought shells, something the UN prohibits"
		}
		if c.category == cueNormative && s.lawBehind(h, token) {
			continue // "took on coal, which UN resolutions ban"
		}
		if c.category == cuePlanned && h.end <= token && s.startsAnew(h.end, token) {
			continue // "will observe the sanctions, it seems to be selling coal"
		}
		if c.category == cueNegated && s.contrasts(h) {
			continue // "North Korea, not China, sold arms"
		}
		out = append(out, appliedCue{h, c})
	}
	return out
}

// commented reports an aside between two tokens that comments on what is told before it.
func (s *sentence) commented(from, to int) bool {
	return slices.ContainsFunc(s.chunks, func(c chunk) bool {
		return c.kind == chunkNP && c.start > from && c.start < to && s.isWord(c.start, "something") && s.tags[c.start-1] == tagComma
	})
}

// contrasts reports a negation between commas that only says who else it was not.
func (s *sentence) contrasts(h hit) bool {
	k := s.chunkAt(h.start)
	if h.end != h.start+1 || h.start == 0 || s.tags[h.start-1] != tagComma || !s.isWord(h.start, "not") || k < 0 {
		return false
	}
	if s.chunks[k].start < h.end && s.chunks[k].kind != chunkNP {
		k++
	}
	return k+1 < len(s.chunks) && s.chunks[k].kind == chunkNP && s.chunks[k+1].kind == chunkComma
}

// deniesOther reports a negation that opens the sentence with what a relative clause says
// of its noun, the token's clause, and denies only the predicate behind it.
func (s *sentence) deniesOther(h hit, token int) bool {
	if h.start > 1 || token < h.end {
		return false
	}
	for k := s.chunkAt(h.end); k >= 0 && k < len(s.chunks) && s.chunks[k].start < token; k++ {
		switch c := &s.chunks[k]; c.kind {
		case chunkNP, chunkPrep:
		case chunkSub:
			act := s.chunkAt(token)
			if !s.relates(k) || act < 0 || s.chunks[act].form&(formPast|formPart) == 0 {
				return false
			}
			for j := act + 1; j < len(s.chunks) && s.chunks[j].kind != chunkBreak && s.chunks[j].kind != chunkSub; j++ {
				if s.chunks[j].kind == chunkVG && s.chunks[j].finite() {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

// unkept reports a rule that the sentence goes on to say is not kept: "… is banned but
// goes on", "… are illegal, yet still reach Dandong".
func (s *sentence) unkept(h hit) bool {
	k := s.chunkAt(h.end)
	if k >= 0 && k+1 < len(s.chunks) && s.chunks[k].kind == chunkComma {
		k++
	}
	return k >= 0 && k+1 < len(s.chunks) && s.chunks[k].kind == chunkConj && (s.isWord(s.chunks[k].head, "but") || s.isWord(s.chunks[k].head, "yet")) && s.chunks[k+1].kind == chunkVG
}

// saidOf reports a rule told in a relative clause of what the token names, a predicate of
// the token's own behind it.
func (s *sentence) saidOf(h hit, token int) bool {
	k := s.chunkAt(h.start)
	if h.start < token || k < 1 || s.chunks[k].kind != chunkVG || !s.relates(k-1) {
		return false
	}
	for j := k + 1; j < len(s.chunks); j++ {
		switch s.chunks[j].kind {
		case chunkBreak, chunkSub:
			return false
		case chunkVG:
			if s.chunks[j].finite() {
				return true
			}
		}
	}
	return false
}

// lawBehind reports a cue in a relative clause behind token i that says what a law does:
// "the kind of transfers that UN resolutions prohibit". What stands before is told all the
// same, unless another verb comes between: "hiring them is something that the law forbids".
func (s *sentence) lawBehind(h hit, i int) bool {
	from, k := s.chunkAt(i), s.chunkAt(h.start)
	if from < 0 || k <= from || s.chunks[k].kind != chunkVG || s.chunks[k].aux && !s.chunks[k].passive {
		return false
	}
	for j := k - 1; j > from; j-- {
		switch c := &s.chunks[j]; {
		case c.kind == chunkSub && s.relates(j):
			return (s.headClass(max(s.doer(k), 0), classLaw) || k == j+1 && s.chunks[j-1].kind == chunkNP && s.headClass(j-1, classLaw)) && !slices.ContainsFunc(s.chunks[from+1:j], func(c chunk) bool { return c.kind == chunkVG && c.finite() })
		case c.kind == chunkVG, c.kind == chunkSub, c.kind == chunkBreak:
			return false
		}
	}
	return false
}

// startsAnew reports a comma between the tokens, behind which a subject and its verb
// begin a clause that token is in.
func (s *sentence) startsAnew(from, token int) bool {
	for k := range s.chunks {
		c := &s.chunks[k]
		if c.start < from || c.kind != chunkComma {
			continue
		}
		if c.start >= token {
			return false
		}
		if k+2 < len(s.chunks) && s.chunks[k+1].kind == chunkNP && s.chunks[k+1].prep < 0 && s.chunks[k+1].start < token && s.chunks[k+2].kind == chunkVG && s.chunks[k+2].finite() && s.chunks[k+2].start <= token && !s.lex.verbIs(s.chunks[k+2].verb, verbsReporting) {
			return true
		}
	}
	return false
}

// saysItBreaches reports a sentence that says of a kind of act that it breaks a law:
// "Employing North Koreans violates resolution 2397", "Joint ventures with North Korea
// breach UN sanctions". Of nobody in particular does it tell an act, unless it counts:
// "employing 200 North Koreans violates it".
func (s *sentence) saysItBreaches(c *candidate) bool {
	act := &s.chunks[0]
	switch {
	case c.chunk != 0:
		return false
	case act.kind == chunkVG && (act.form&formIng == 0 || act.aux):
		return false
	case act.kind == chunkNP && (s.tags[act.start] != tagNoun || !s.looksPlural(act.head)):
		return false
	}
	for k := 1; k+1 < len(s.chunks); k++ {
		switch v := &s.chunks[k]; v.kind {
		case chunkNP, chunkPrep, chunkConj:
		case chunkVG:
			if slices.Contains(s.tags[:v.start], tagNum) || v.verb < 0 || v.aux || v.form&(formBase|formThird) == 0 || s.chunks[k+1].kind != chunkNP || !s.headClass(k+1, classLaw) {
				return false
			}
			switch s.lex.verbs[v.verb].lemma {
			case "breach", "violate", "contravene", "infringe", "break":
				return true // but transfers that evade sanctions are told
			}
			return false
		default:
			return false
		}
	}
	return false
}

// judge folds the cues, the attribution and the form of the sentence into one
// status and stage. third says that the origin of the statement is nobody who
// takes part in the act.
func (s *sentence) judge(c *candidate, cues []appliedCue, attributed, third bool) (claim.Status, claim.Stage) {
	status, stage := claim.Asserted, claim.Stage(c.frame.Stage)
	best := cueTerminate
	remote := -1 // the earliest stage that a cue names wins: hedges stack
	for _, a := range cues {
		best = min(best, a.cue.category)
		if a.cue.stage != "" && a.cue.category == cuePlanned {
			if k := slices.Index(claim.Stages, a.cue.stage); remote < 0 || k < remote {
				remote = k
			}
		}
	}
	if best < cueTerminate {
		status = statusOf[best]
	}
	if (s.asks() || s.supposes()) && status != claim.Normative && status != claim.Denied {
		status = claim.Hypothetical
	}
	if status == claim.Asserted && s.saysItBreaches(c) {
		status = claim.Normative
	}
	if status == claim.Planned && s.noObject(c) {
		status = claim.Negated
	}
	if (status == claim.Asserted || status == claim.Alleged) && (s.none(c.theme, c.trigger) || c.carrier >= 0 && s.none(s.subject(c.carrier), c.trigger) || s.noObject(c)) {
		status = claim.Negated
	}
	if status == claim.Negated && attributed && !third {
		status = claim.Denied // "we have not sent any"
	}
	if remote >= 0 {
		stage = claim.Stages[remote]
	}
	if status == claim.Asserted && s.ownsUp(c) {
		attributed = false // an admission is as good as the article's own voice
	}
	if attributed && (status == claim.Asserted || status == claim.Planned && third) {
		status = claim.Alleged
	}
	if stage == "" {
		stage = s.stageOf(c)
	}
	return status, stage
}

// none reports a theme of which there is none: "sold no arms", but not "no fewer
// than 300 workers" nor "no arms that the North sold were found".
func (s *sentence) none(theme, trigger int) bool {
	if theme < 0 {
		return false
	}
	i := s.chunks[theme].start
	if s.isWord(i, "neither") || i > 0 && s.isWord(i-1, "neither") {
		return true
	}
	return s.isWord(i, "no") && !s.deniesOther(hit{start: i, end: i + 1}, trigger) && !s.isWord(i+1, "fewer") && !s.isWord(i+1, "less") && !s.isWord(i+1, "doubt")
}

// noObject reports "no" among the objects of the act: "gave the North Koreans no visas",
// "will take no more coal".
func (s *sentence) noObject(c *candidate) bool {
	if s.chunks[c.chunk].kind != chunkVG {
		return false
	}
	for k := c.chunk + 1; k < len(s.chunks) && s.chunks[k].kind == chunkNP; k++ {
		for i := s.chunks[k].start; i+1 < s.chunks[k].end; i++ {
			if !s.isWord(i, "no") {
				continue
			}
			switch s.lower(i + 1) {
			case "fewer", "less", "doubt", "longer", ".":
			case "more":
				return !s.isWord(i+2, "than")
			default:
				return true
			}
		}
	}
	return false
}

// supposes reports a condition that opens with its verb: "Had Syria bought arms, …",
// "Suppose Syria bought arms".
func (s *sentence) supposes() bool {
	if len(s.toks) == 0 {
		return false
	}
	first := 0
	for first+1 < len(s.toks) && s.tags[first] == tagQuote {
		first++
	}
	switch s.lower(first) {
	case "had", "were", "should", "suppose", "supposing", "imagine", "assume", "assuming":
		return true
	}
	return false
}

// asks reports a question.
func (s *sentence) asks() bool {
	for i := len(s.toks) - 1; i >= 0 && i >= len(s.toks)-3; i-- {
		if s.word(i) == "?" {
			return true
		}
	}
	return false
}

// governor is the verb group that carries the trigger: the trigger itself, the
// light verb before an event noun ("signed an agreement"), or the verb whose
// subject the noun is ("restaurants are to open"). It is -1 when there is none.
func (s *sentence) governor(c *candidate) (v int, subject bool) {
	if s.chunks[c.chunk].kind == chunkVG {
		return c.chunk, false
	}
	for _, k := range []int{c.chunk, s.mainPhrase(c.chunk)} {
		if k > 0 && s.chunks[k-1].kind == chunkVG {
			return k - 1, false
		}
	}
	for j := c.chunk + 1; j < len(s.chunks) && j <= c.chunk+10; j++ {
		v := &s.chunks[j]
		if v.kind == chunkBreak || v.kind == chunkSub {
			break
		}
		if v.kind == chunkVG && !v.inf {
			if k := s.subject(j); k == c.chunk || k >= 0 && k == s.mainPhrase(c.chunk) {
				if j+1 < len(s.chunks) && s.chunks[j+1].kind == chunkVG && s.chunks[j+1].inf {
					j++ // "are to open", "plan to open"
				}
				return j, true
			}
			break
		}
	}
	return -1, false
}

// tense reports what the auxiliaries of verb group v say of its time.
func (s *sentence) tense(v *chunk) (perfect, past bool) {
	for i := v.start; i < v.end; i++ {
		switch s.lower(i) {
		case "has", "have", "'ve":
			perfect = true
		case "was", "were", "had", "did":
			past = true
		}
	}
	return perfect, past
}

// stageOf reads the stage off the form of the verb that carries the trigger.
func (s *sentence) stageOf(c *candidate) claim.Stage {
	k, subject := c.carrier, c.asSubject
	if k < 0 {
		return claim.Unspecified
	}
	v := &s.chunks[k]
	for i := v.start; i < v.end; i++ {
		switch s.lower(i) {
		case "will", "'ll", "shall":
			return claim.Preparing
		case "being":
			return claim.UnderWay // "are being trained"
		}
	}
	perfect, past := s.tense(v)
	durative := v.verb < 0 || s.lex.verbIs(v.verb, verbsDurative)
	switch {
	case v.form&formIng != 0, perfect && durative, v.verb < 0 && !past:
		return claim.UnderWay
	case v.inf:
		return claim.Unspecified
	case v.form&(formThird|formBase) != 0 && v.form&formPart == 0, v.passive && !past && !perfect && durative:
		return claim.UnderWay
	case subject && (past || v.form&formPast != 0) && durative:
		return claim.Unspecified
	case v.form&(formPast|formPart) != 0:
		return claim.Completed
	}
	return claim.Unspecified
}
