package extract

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/strictyaml"
)

// index builds the tables that the hot paths use.
func (l *loader) index() {
	x := l.lex
	x.passives = make(map[string]int32, len(l.passives))
	for phrase, lemma := range l.passives { // a verb of no class has no frame that could use it
		if v, ok := x.verbByKey[lemma]; ok {
			x.passives[phrase] = v
		}
	}
	x.kinds = make([]verbKinds, len(x.verbs))
	for kind, class := range verbKindIDs {
		for _, v := range x.verbClass[class] {
			x.kinds[v] |= 1 << kind
		}
	}
	x.over = make([]overKind, len(x.verbs))
	for kind, class := range overClasses {
		for _, v := range x.verbClass[class] {
			x.over[v] = overKind(kind)
		}
	}
	holding := make([][]int32, len(x.classes)) // noun entries by class, its own and those under it
	for n, e := range x.nouns {
		for _, c := range e.classes {
			for ; c >= 0; c = x.classes[c].under {
				if k := holding[c]; len(k) == 0 || k[len(k)-1] != int32(n) {
					holding[c] = append(k, int32(n))
				}
			}
		}
	}
	x.themesOf, x.actsOf = map[string][]int32{}, map[string][]int32{}
	x.byVerb, x.byNoun = make([][]int32, len(x.verbs)), make([][]int32, len(x.nouns))
	for i := range x.frames {
		f := &x.frames[i]
		for _, v := range f.verbs {
			if k := x.byVerb[v]; len(k) == 0 || k[len(k)-1] != int32(i) {
				x.byVerb[v] = append(k, int32(i))
			}
		}
		for _, c := range slices.Concat(f.nouns, f.presence) {
			for _, n := range holding[c] {
				if k := x.byNoun[n]; len(k) == 0 || k[len(k)-1] != int32(i) {
					x.byNoun[n] = append(k, int32(i))
				}
			}
		}
		if f.anyPeople() {
			x.anyTheme = append(x.anyTheme, int32(i))
		}
		if f.Category == "none" {
			continue
		}
		for _, c := range slices.Concat(f.theme, f.presence) {
			if !slices.Contains(x.themesOf[f.Category], c) {
				x.themesOf[f.Category] = append(x.themesOf[f.Category], c)
			}
		}
		x.actsOf[f.Category] = append(x.actsOf[f.Category], f.verbs...)
	}
	for category, verbs := range x.actsOf {
		slices.Sort(verbs)
		x.actsOf[category] = slices.Compact(verbs)
	}
}

func (l *loader) decode(name string, data []byte, v any) {
	if err := strictyaml.Decode(name, data, v); err != nil {
		l.errs = append(l.errs, err)
	}
}

func (l *loader) fail(at strictyaml.Pos, format string, args ...any) {
	l.errs = append(l.errs, strictyaml.Errorf(at, format, args...))
}

func (l *loader) growWords() {
	if n := len(l.lex.vocab.draft); n > len(l.lex.words) {
		l.lex.words = append(l.lex.words, make([]wordInfo, n-len(l.lex.words))...)
	}
}

// ids tokenises an entry with the same tokeniser as articles, so that both
// always agree on what a word is. What it returns holds until the next call.
func (l *loader) ids(phrase string) []uint32 {
	l.tokens = l.lex.vocab.tokenise(l.tokens[:0], phrase, 0, len(phrase))
	l.word = l.word[:0]
	for _, t := range l.tokens {
		id := t.id
		if id == 0 {
			id = l.lex.vocab.add(phrase[t.start:t.end])
		}
		l.word = append(l.word, id)
	}
	l.growWords()
	return l.word
}

// variants yields a phrase and the spellings under which it also appears:
// without its hyphens, joined or open.
func variants(phrase string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		if yield(0, phrase) && strings.Contains(phrase, "-") {
			_ = yield(1, strings.ReplaceAll(phrase, "-", "")) && yield(2, strings.ReplaceAll(phrase, "-", " "))
		}
	}
}

// opensEntity marks the first word of an entity.
func (l *loader) opensEntity(phrase string) {
	for _, p := range variants(phrase) {
		if ids := l.ids(p); len(ids) > 0 {
			if n := int(ids[0]) + 1; n > len(l.lex.opens) {
				l.lex.opens = append(l.lex.opens, make([]bool, n-len(l.lex.opens))...)
			}
			l.lex.opens[ids[0]] = true
		}
	}
}

func (l *loader) enter(t *trieDraft, at strictyaml.Pos, phrase string, ly layer, ref int32) {
	if ly == layerEntity {
		l.opensEntity(phrase)
	}
	for i, p := range variants(phrase) {
		ids := l.ids(p)
		if len(ids) == 0 {
			l.fail(at, "%q holds no word", phrase)
			return
		}
		if old := t.add(ids, ly, ref); old >= 0 && old != ref && i == 0 {
			l.fail(at, "%q stands in the lexicon twice with different meanings", phrase)
		}
	}
}

var functionTags = map[string]tag{
	"determiner": tagDet, "possessive": tagPossPron, "preposition": tagPrep, "to": tagTo, "conjunction": tagConj,
	"subordinator": tagSub, "relative": tagRel, "pronoun": tagPron, "auxiliary": tagAux, "modal": tagModal,
	"negation": tagNeg, "adverb": tagAdv, "possessive_marker": tagPoss, "quantifier": tagNum,
}

// markNouns marks the nouns of a list, singular and plural.
func (l *loader) markNouns(list wordList, mark func(*wordInfo)) {
	for _, noun := range list.words() {
		for _, form := range []string{noun, plural(noun)} {
			id := l.ids(form)[0] // which may make the word
			mark(&l.lex.words[id])
		}
	}
}

func (l *loader) addWords(w *wordsFile) {
	for _, kind := range slices.Sorted(maps.Keys(w.Function)) {
		t, ok := functionTags[kind]
		if !ok {
			l.fail(w.Pos, "unknown kind of function word %q", kind)
			continue
		}
		for _, word := range w.Function[kind].words() {
			if strings.ContainsAny(word, " -") {
				l.fail(w.Pos, "function word %q is not one word", word)
				continue
			}
			id := l.lex.vocab.add(word) // "'s" is a word only behind another
			l.growWords()
			l.lex.words[id].tag = t
		}
	}
	for _, line := range w.Irregular.words() {
		f := strings.Fields(line)
		if len(f) != 3 {
			l.fail(w.Pos, "irregular verb %q is not \"base past participle\"", line)
			continue
		}
		l.irregular[f[0]] = [2]string{f[1], f[2]}
	}
	for _, line := range w.Passives.words() {
		f := strings.Fields(line)
		if len(f) != 3 {
			l.fail(w.Pos, "passive %q is not \"preposition noun verb\"", line)
			continue
		}
		l.passives[f[0]+" "+f[1]] = f[2]
	}
	for _, v := range w.Doubling.words() {
		l.doubling[v] = true
	}
	l.markNouns(w.Things, func(i *wordInfo) { i.thing = true })
	l.markNouns(w.Actors, func(i *wordInfo) { i.actor = true })
	l.markNouns(w.Again, func(i *wordInfo) { i.again = true })
	for _, t := range w.Banned.words() {
		l.lex.words[l.ids(t)[0]].banned = true
	}
	for _, t := range w.Titles.words() {
		if id := l.ids(t); len(id) == 1 {
			l.lex.words[id[0]].title = true
		}
	}
	for _, word := range []string{"last", "this", "next"} {
		l.lex.words[l.ids(word)[0]].relative = true
	}
	for _, word := range []string{"week", "month", "year", "day", "weeks", "months", "years", "days", "yesterday", "today", "tomorrow", "weekend", "decade", "decades", "time"} {
		l.lex.words[l.ids(word)[0]].span = true
	}
	for _, word := range []string{"according", "citing", "quoting", "cited", "per", "judging", "judge", "words", "view", "opinion", "account", "assessment", "estimate", "estimates", "count", "reckoning", "calculation", "calculations", "tally", "telling", "if"} {
		l.lex.words[l.ids(word)[0]].cites = true
	}
	for i, m := range w.Months.words() {
		for _, form := range strings.Split(m, "/") {
			l.lex.words[l.ids(form)[0]].month = int8(i + 1)
		}
	}
	for i, d := range w.Weekdays.words() {
		for _, form := range strings.Split(d, "/") {
			l.lex.words[l.ids(form)[0]].weekday = int8(i + 1)
		}
	}
	l.addNumbers(w)
	for _, c := range w.Verbs {
		if _, dup := l.lex.verbClass[c.ID]; dup {
			l.fail(c.Pos, "verb class %q is defined twice", c.ID)
		}
		for _, v := range c.Verbs.words() {
			l.lex.verbClass[c.ID] = append(l.lex.verbClass[c.ID], l.verb(v))
		}
	}
	for _, b := range w.Both.words() {
		i := l.verb(b)
		l.lex.verbs[i].noun = true
	}
	for _, c := range w.Nouns {
		if _, dup := l.lex.classByID[c.ID]; dup {
			l.fail(c.Pos, "noun class %q is defined twice", c.ID)
			continue
		}
		l.lex.classByID[c.ID] = int32(len(l.lex.classes))
		l.lex.classes = append(l.lex.classes, nounClass{id: c.ID, under: -1, good: c.Good})
	}
	for _, c := range w.Nouns {
		l.addNounClass(c)
	}
}

func (l *loader) addNounClass(c nounClassDef) {
	ref := l.lex.classByID[c.ID]
	if c.Under != "" {
		up, ok := l.lex.classByID[c.Under]
		if !ok {
			l.fail(c.Pos, "noun class %q is under %q, which is not defined", c.ID, c.Under)
			return
		}
		l.lex.classes[ref].under = up
	}
	for _, pattern := range c.Nouns.words() {
		nouns, err := l.expand(pattern)
		if err != nil {
			l.fail(c.Pos, "noun class %q: %v", c.ID, err)
		}
		for _, n := range nouns {
			l.enterNoun(c.Pos, n, ref, true)
			if p := plural(n); p != n {
				l.enterNoun(c.Pos, p, ref, true)
			}
		}
	}
	for _, p := range c.Phrases.words() {
		l.enterNoun(c.Pos, p, ref, false)
	}
	if c.Not != "" {
		hide := int32(len(l.lex.classes))
		l.lex.classes = append(l.lex.classes, nounClass{id: c.ID + " look-alike", under: -1, lookalike: true})
		for _, p := range c.Not.words() {
			l.enterNoun(c.Pos, p, hide, false)
		}
	}
}

// inheritClasses gives a noun of several words the classes of its last ones: a clothing
// plant is a plant in every category, though one category alone lists it. So is a phrase
// that opens with a State, "Chinese tanker", and one that ends in where somebody is from,
// "sculptors from Pyongyang", but no other: those stand for themselves.
func (l *loader) inheritClasses() {
	for _, p := range l.compounds {
		ref := l.lex.primary.get(p.ids, layerNoun)
		if l.lex.nouns[ref].lookalike {
			continue
		}
		from := slices.Index(p.ids, l.ids("from")[0])
		for i := 1; i < len(p.ids); i++ {
			end := int32(-1)
			switch {
			case i == from:
				end = l.lex.primary.get(p.ids[:i], layerNoun)
			case from < 0 && (p.noun || l.lex.primary.get(p.ids[:i], layerEntity) >= 0):
				end = l.lex.primary.get(p.ids[i:], layerNoun)
			}
			if end < 0 {
				continue
			}
			hidden, goods := l.hiddenBy(ref), slices.ContainsFunc(l.lex.nouns[ref].classes, l.isGoods)
			for _, class := range l.lex.nouns[end].classes {
				switch {
				case l.lex.classes[class].lookalike, goods && l.isGoods(class): // an armoured vehicle is no lorry
				case slices.ContainsFunc(hidden, func(h int32) bool { return l.isUnder(class, h) || l.isUnder(h, class) }):
				default:
					ref = l.nounSet(ref, class)
				}
			}
			break
		}
		l.lex.primary.add(p.ids, layerNoun, ref)
	}
}

// hiddenBy are the classes that a noun entry is a look-alike of: cooking oil is food, and no
// oil.
func (l *loader) hiddenBy(ref int32) []int32 {
	var out []int32
	for _, class := range l.lex.nouns[ref].classes {
		if c := &l.lex.classes[class]; c.lookalike {
			out = append(out, l.lex.classByID[strings.TrimSuffix(c.id, " look-alike")])
		}
	}
	return out
}

// isGoods reports a class of goods, or one below such a class.
func (l *loader) isGoods(class int32) bool {
	for ; class >= 0; class = l.lex.classes[class].under {
		if l.lex.classes[class].good != "" {
			return true
		}
	}
	return false
}

// isUnder reports a class that is another one or below it.
func (l *loader) isUnder(class, above int32) bool {
	for ; class >= 0; class = l.lex.classes[class].under {
		if class == above {
			return true
		}
	}
	return false
}

// enterNoun adds a noun, or a phrase as it stands, to a class, beside those that it is in
// already.
func (l *loader) enterNoun(at strictyaml.Pos, phrase string, class int32, noun bool) {
	for _, p := range variants(phrase) {
		ids := l.ids(p)
		if len(ids) == 0 {
			l.fail(at, "%q holds no word", phrase)
			return
		}
		old := l.lex.primary.get(ids, layerNoun)
		l.lex.primary.add(ids, layerNoun, l.nounSet(old, class))
		if len(ids) > 1 && (old < 0 || noun) {
			l.compounds = append(l.compounds, compound{slices.Clone(ids), noun})
		}
	}
}

// nounSet returns the entry for the classes of an old entry, or of none when old
// is -1, and one more class. Thousands of nouns share some hundreds of entries.
func (l *loader) nounSet(old, class int32) int32 {
	step := [2]int32{old, class}
	if ref, ok := l.nounSteps[step]; ok {
		return ref
	}
	set := []int32{class}
	if old >= 0 {
		set = append(set, l.lex.nouns[old].classes...)
	}
	slices.Sort(set)
	set = slices.Compact(set)
	ref := int32(slices.IndexFunc(l.lex.nouns, func(e nounEntry) bool { return slices.Equal(e.classes, set) }))
	if ref < 0 {
		// A look-alike of one class may be a word of another: "missile test" is no
		// missile, but it is a test.
		ref = int32(len(l.lex.nouns))
		l.lex.nouns = append(l.lex.nouns, nounEntry{classes: set, lookalike: !slices.ContainsFunc(set, func(c int32) bool { return !l.lex.classes[c].lookalike })})
	}
	l.nounSteps[step] = ref
	return ref
}

// verb returns the index of a verb, entering its forms when it is new.
func (l *loader) verb(lemma string) int32 {
	if i, ok := l.lex.verbByKey[lemma]; ok {
		return i
	}
	ref := int32(len(l.lex.verbs))
	l.lex.verbs = append(l.lex.verbs, verbEntry{lemma: lemma})
	l.lex.verbByKey[lemma] = ref
	l.forms = verbForms(l.forms[:0], lemma, l.irregular, l.doubling)
	for _, f := range l.forms {
		ids := l.ids(f.word)
		if len(ids) > 1 {
			l.lex.primary.add(ids, layerVerb, ref<<8|int32(f.form))
			continue
		}
		info := &l.lex.words[ids[0]]
		if info.verb != 0 && info.verb != ref+1 {
			continue // "found" stays a form of find; the first verb given wins
		}
		info.verb, info.form = ref+1, info.form|f.form
	}
	return ref
}

func (l *loader) addEntities(f *entitiesFile) {
	for _, c := range f.Countries {
		if l.countries[c.Code] {
			l.fail(c.Pos, "country %q is defined twice", c.Code)
		}
		l.lex.things[c.Code] = int32(len(l.lex.entities))
		l.lex.entities = append(l.lex.entities, entity{country: c.Code, kind: byThing})
		l.countries[c.Code] = true
		if c.Sanctioned || c.Rival != "" {
			l.lex.countries = append(l.lex.countries, country{c.Code, c.Sanctioned, c.Rival})
		}
		for kind, names := range []wordList{byName: c.Names, byAdjective: c.Adjectives, byPeople: c.People, byMetonym: c.Metonyms, byLeader: c.Leaders, byPlace: c.Places} {
			ref := int32(len(l.lex.entities))
			l.lex.entities = append(l.lex.entities, entity{country: c.Code, kind: entityKind(kind)})
			for _, n := range names.words() {
				at := ref
				if n == strings.ToLower(n) {
					at = int32(len(l.lex.entities))
					l.lex.entities = append(l.lex.entities, entity{country: c.Code, kind: entityKind(kind), anyCase: true})
				}
				l.enter(l.lex.primary, c.Pos, n, layerEntity, at)
			}
		}
		for i, w := range c.Ambiguous.words() {
			kind := byAdjective
			switch i {
			case 1:
				kind = byPeople
			case 2:
				kind = byMetonym
			}
			l.lex.entities = append(l.lex.entities, entity{country: c.Code, kind: kind, ambiguous: true})
			l.enter(l.lex.primary, c.Pos, w, layerEntity, int32(len(l.lex.entities)-1))
		}
		if c.People != "" {
			continue
		}
		ref := int32(len(l.lex.entities))
		l.lex.entities = append(l.lex.entities, entity{country: c.Code, kind: byPeople})
		for _, a := range c.Adjectives.words() {
			if strings.HasSuffix(a, "an") || strings.HasSuffix(a, "i") {
				l.enter(l.lex.primary, c.Pos, a+"s", layerEntity, ref)
			}
		}
	}
}

func (l *loader) addSources(f *sourcesFile) {
	for _, s := range f.Sources {
		if !slices.Contains(claim.SourceKinds, s.Kind) {
			l.fail(s.Pos, "unknown kind of source %q; known kinds: %s", s.Kind, strings.Join(claim.SourceKinds, ", "))
		}
		for _, n := range s.Names.words() {
			ref := int32(len(l.lex.sources))
			l.lex.sources = append(l.lex.sources, sourceEntry{name: n, kind: s.Kind, country: s.Country})
			l.enter(l.lex.second, s.Pos, n, layerSource, ref)
		}
	}
	for _, k := range f.Nouns {
		if !slices.Contains(claim.SourceKinds, k.Kind) {
			l.fail(k.Pos, "unknown kind of source %q; known kinds: %s", k.Kind, strings.Join(claim.SourceKinds, ", "))
		}
		ref := int32(len(l.lex.sources))
		l.lex.sources = append(l.lex.sources, sourceEntry{kind: k.Kind})
		for _, n := range k.Nouns.words() {
			l.enter(l.lex.second, k.Pos, n, layerSource, ref)
			if p := plural(n); p != n {
				l.enter(l.lex.second, k.Pos, p, layerSource, ref)
			}
		}
	}
	for _, v := range f.Reporting.words() {
		l.verb(v)
	}
	l.lex.verbClass["reporting"] = nil
	for _, v := range f.Reporting.words() {
		l.lex.verbClass["reporting"] = append(l.lex.verbClass["reporting"], l.verb(v))
	}
}
