package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/strictyaml"
)

// Lexicon is the compiled lexicon; it is never changed after Load.
type Lexicon struct {
	digest string

	vocab   *vocabulary
	primary *trie // entities, nouns, verbs of several words: matched over the whole text
	second  *trie // cues and sources: matched only in sentences that need them

	words     []wordInfo // by vocabulary id
	verbs     []verbEntry
	verbByKey map[string]int32 // lemma -> index into verbs
	classes   []nounClass
	nouns     []nounEntry // what noun hits refer to
	classByID map[string]int32
	verbClass map[string][]int32 // class id -> indexes into verbs
	entities  []entity
	sources   []sourceEntry
	countries map[string]countryDef
	cues      []cue
	frames    []Frame
	byVerb    [][]int32 // frames by verb
	byNoun    [][]int32 // frames by noun entry that can trigger them
	anyTheme  []int32   // frames that any nation's people trigger
	have      int32     // index into verbs of "have", or -1
	facts     []string
	reporting []bool // by verb: reports speech
	comments  []bool // by verb: whoever does it takes no part
	durative  []bool // by verb: lasts
	months    map[uint32]int
	weekdays  map[uint32]int
	numbers   map[uint32]float64
	units     map[uint32]string
}

// wordInfo is what the lexicon knows of one word by itself.
type wordInfo struct {
	tag   tag
	verb  int32 // index into verbs + 1; 0 is none
	form  form
	title bool // introduces a person: minister, President
}

type verbEntry struct {
	lemma string
	noun  bool // its base and third person are also nouns: trade, supply
}

// nounClass is a set of nouns that mean the same to the rules.
type nounClass struct {
	id        string
	under     int32 // wider class, or -1
	good      string
	lookalike bool // matched only to hide a look-alike
}

// nounEntry is the set of classes that one noun belongs to: troops can be
// deployed and can be trained.
type nounEntry struct {
	classes   []int32 // sorted
	good      string
	lookalike bool
}

// entityKind is how a text names a country.
type entityKind uint8

const (
	byName      entityKind = iota // North Korea
	byAdjective                   // North Korean
	byPeople                      // North Koreans
	byMetonym                     // Pyongyang, the North
	byLeader                      // Kim Jong-un
	byPlace                       // Primorye, Shenyang
)

type entity struct {
	country string
	kind    entityKind
}

type sourceEntry struct {
	name    string
	kind    string
	country string
}

// The files of rules/lexicon.

type entitiesFile struct {
	Countries []countryDef `yaml:"countries"`
}

// wordList is a list written as one scalar, "send, dispatch, deploy": easier to
// read and to edit than a YAML sequence, and five times as fast to load.
type wordList string

func (w wordList) words() []string {
	var out []string
	for _, p := range strings.Split(string(w), ",") {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			out = append(out, p)
		}
	}
	return out
}

type countryDef struct {
	Code       string         `yaml:"code"`
	Sanctioned bool           `yaml:"sanctioned,omitempty"`
	Names      wordList       `yaml:"names"`
	Adjectives wordList       `yaml:"adjectives,omitempty"`
	People     wordList       `yaml:"people,omitempty"`
	Metonyms   wordList       `yaml:"metonyms,omitempty"`
	Leaders    wordList       `yaml:"leaders,omitempty"`
	Places     wordList       `yaml:"places,omitempty"`
	Pos        strictyaml.Pos `yaml:"-"`
}

type wordsFile struct {
	Function  map[string]wordList `yaml:"function"`
	Irregular wordList            `yaml:"irregular"`
	Doubling  wordList            `yaml:"doubling"`
	Both      wordList            `yaml:"both"` // verbs whose forms are nouns too
	Titles    wordList            `yaml:"titles"`
	Months    wordList            `yaml:"months"`
	Weekdays  wordList            `yaml:"weekdays"`
	Numbers   wordList            `yaml:"numbers"`
	Units     []unitDef           `yaml:"units"`
	Verbs     []verbClassDef      `yaml:"verb_classes"`
	Nouns     []nounClassDef      `yaml:"noun_classes"`
	Pos       strictyaml.Pos      `yaml:"-"`
}

type unitDef struct {
	Unit  string   `yaml:"unit"`
	Words wordList `yaml:"words"`
}

type verbClassDef struct {
	ID    string         `yaml:"id"`
	Verbs wordList       `yaml:"verbs"`
	Pos   strictyaml.Pos `yaml:"-"`
}

type nounClassDef struct {
	ID      string         `yaml:"id"`
	Under   string         `yaml:"under,omitempty"`
	Good    string         `yaml:"good,omitempty"`
	Nouns   wordList       `yaml:"nouns,omitempty"`   // singular; the plural is generated
	Phrases wordList       `yaml:"phrases,omitempty"` // as they stand
	Not     wordList       `yaml:"not,omitempty"`     // look-alikes that hide the class
	Pos     strictyaml.Pos `yaml:"-"`
}

type sourcesFile struct {
	Sources   []sourceDef `yaml:"sources"`
	Reporting wordList    `yaml:"reporting"`
	Nouns     []kindNouns `yaml:"nouns"`
}

type sourceDef struct {
	Kind    string         `yaml:"kind"`
	Country string         `yaml:"country,omitempty"`
	Names   wordList       `yaml:"names"`
	Pos     strictyaml.Pos `yaml:"-"`
}

type kindNouns struct {
	Kind  string         `yaml:"kind"`
	Nouns wordList       `yaml:"nouns"`
	Pos   strictyaml.Pos `yaml:"-"`
}

type statusFile struct {
	Cues []cueDef `yaml:"cues"`
}

type framesFile struct {
	Frames []Frame `yaml:"frames"`
}

// loader keeps what is needed only while loading.
type loader struct {
	lex       *Lexicon
	errs      []error
	irregular map[string][2]string
	doubling  map[string]bool
	scratch   []token
}

// Load reads and compiles the lexicon, "lexicon/*.yaml" of fsys. All mistakes
// found are joined; each carries file:line:column.
func Load(fsys fs.FS) (*Lexicon, error) {
	l := &loader{
		lex: &Lexicon{
			vocab: newVocabulary(), primary: newTrie(), second: newTrie(),
			verbByKey: map[string]int32{}, classByID: map[string]int32{}, verbClass: map[string][]int32{},
			countries: map[string]countryDef{},
			months:    map[uint32]int{}, weekdays: map[uint32]int{}, numbers: map[uint32]float64{}, units: map[uint32]string{},
		},
		irregular: map[string][2]string{}, doubling: map[string]bool{},
	}
	names, err := fs.Glob(fsys, "lexicon/*.yaml")
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	if len(names) == 0 {
		return nil, errors.New("lexicon: no files match lexicon/*.yaml")
	}
	slices.Sort(names)
	sum := sha256.New()
	files := map[string][]byte{}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("lexicon: %w", err)
		}
		fmt.Fprintf(sum, "%s %d\n", name, len(data))
		sum.Write(data)
		files[name] = data
	}
	l.lex.digest = hex.EncodeToString(sum.Sum(nil))

	// Words come first: rules refer to their classes. The order of the other
	// files does not matter.
	var words wordsFile
	var ents entitiesFile
	var srcs sourcesFile
	var status statusFile
	var facts factsFile
	var frames []Frame
	for _, name := range names {
		switch path.Base(name) {
		case "words.yaml":
			l.decode(name, files[name], &words)
		case "entities.yaml":
			l.decode(name, files[name], &ents)
		case "sources.yaml":
			l.decode(name, files[name], &srcs)
		case "facts.yaml":
			l.decode(name, files[name], &facts)
		case "status.yaml":
			l.decode(name, files[name], &status)
		default:
			var f framesFile
			l.decode(name, files[name], &f)
			frames = append(frames, f.Frames...)
		}
	}
	if len(l.errs) == 0 {
		l.addWords(&words)
		l.lex.have = -1
		if i, ok := l.lex.verbByKey["have"]; ok {
			l.lex.have = i
		}
		l.addEntities(&ents)
		l.addSources(&srcs)
		l.addCues(&status)
		l.addFacts(&facts)
		l.addFrames(frames)
	}
	if err := errors.Join(l.errs...); err != nil {
		return nil, err
	}
	n := len(l.lex.vocab.words)
	l.lex.primary.freeze(n)
	l.lex.second.freeze(n)
	l.growWords()
	l.index()
	return l.lex, nil
}

// index builds the tables that the hot paths use.
func (l *loader) index() {
	x := l.lex
	set := func(class string) []bool {
		out := make([]bool, len(x.verbs))
		for _, v := range x.verbClass[class] {
			out[v] = true
		}
		return out
	}
	x.reporting, x.comments, x.durative = set("reporting"), set("comment_on"), set("durative")
	x.byVerb, x.byNoun = make([][]int32, len(x.verbs)), make([][]int32, len(x.nouns))
	for i := range x.frames {
		f := &x.frames[i]
		for _, v := range f.verbs {
			if k := x.byVerb[v]; len(k) == 0 || k[len(k)-1] != int32(i) {
				x.byVerb[v] = append(k, int32(i))
			}
		}
		for n := range x.nouns {
			if slices.ContainsFunc(slices.Concat(f.nouns, f.presence), func(c int32) bool { return x.under(int32(n), c) }) {
				x.byNoun[n] = append(x.byNoun[n], int32(i))
			}
		}
		if f.people && len(f.verbs)+len(f.nouns) == 0 {
			x.anyTheme = append(x.anyTheme, int32(i))
		}
	}
}

// Digest is the SHA-256 over the lexicon's files, in path order.
func (l *Lexicon) Digest() string { return l.digest }

func (l *loader) decode(name string, data []byte, v any) {
	if err := strictyaml.Decode(name, data, v); err != nil {
		l.errs = append(l.errs, err)
	}
}

func (l *loader) fail(at strictyaml.Pos, format string, args ...any) {
	l.errs = append(l.errs, strictyaml.Errorf(at, format, args...))
}

func (l *loader) growWords() {
	if n := len(l.lex.vocab.words); n > len(l.lex.words) {
		l.lex.words = append(l.lex.words, make([]wordInfo, n-len(l.lex.words))...)
	}
}

// ids tokenises an entry with the same tokeniser as articles, so that both
// always agree on what a word is.
func (l *loader) ids(phrase string) []uint32 {
	l.scratch = l.lex.vocab.tokenise(l.scratch[:0], phrase, 0, len(phrase))
	out := make([]uint32, len(l.scratch))
	for i, t := range l.scratch {
		out[i] = l.lex.vocab.add(phrase[t.start:t.end])
	}
	l.growWords()
	return out
}

// variants are the spellings under which a phrase also appears: without its
// hyphens, joined or open.
func variants(phrase string) []string {
	if !strings.Contains(phrase, "-") {
		return []string{phrase}
	}
	out := []string{phrase, strings.ReplaceAll(phrase, "-", ""), strings.ReplaceAll(phrase, "-", " ")}
	return out
}

func (l *loader) enter(t *trie, at strictyaml.Pos, phrase string, ly layer, ref int32) {
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
	for _, v := range w.Doubling.words() {
		l.doubling[v] = true
	}
	for _, t := range w.Titles.words() {
		if id := l.ids(t); len(id) == 1 {
			l.lex.words[id[0]].title = true
		}
	}
	for i, m := range w.Months.words() {
		for _, form := range strings.Split(m, "/") {
			l.lex.months[l.ids(form)[0]] = i + 1
		}
	}
	for i, d := range w.Weekdays.words() {
		for _, form := range strings.Split(d, "/") {
			l.lex.weekdays[l.ids(form)[0]] = i
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
	for _, n := range c.Nouns.words() {
		l.enterNoun(c.Pos, n, ref)
		if p := plural(n); p != n {
			l.enterNoun(c.Pos, p, ref)
		}
	}
	for _, p := range c.Phrases.words() {
		l.enterNoun(c.Pos, p, ref)
	}
	if c.Not != "" {
		hide := int32(len(l.lex.classes))
		l.lex.classes = append(l.lex.classes, nounClass{id: c.ID + " look-alike", under: -1, lookalike: true})
		for _, p := range c.Not.words() {
			l.enterNoun(c.Pos, p, hide)
		}
	}
}

// enterNoun adds a noun to a class, beside those that it is in already.
func (l *loader) enterNoun(at strictyaml.Pos, phrase string, class int32) {
	for _, p := range variants(phrase) {
		ids := l.ids(p)
		if len(ids) == 0 {
			l.fail(at, "%q holds no word", phrase)
			return
		}
		set := []int32{class}
		if old := l.lex.primary.get(ids, layerNoun); old >= 0 {
			set = append(set, l.lex.nouns[old].classes...)
		}
		l.lex.primary.add(ids, layerNoun, l.nounSet(set))
	}
}

// nounSet returns the entry for a set of classes, making it when it is new.
func (l *loader) nounSet(set []int32) int32 {
	slices.Sort(set)
	set = slices.Compact(set)
	if i := slices.IndexFunc(l.lex.nouns, func(e nounEntry) bool { return slices.Equal(e.classes, set) }); i >= 0 {
		return int32(i)
	}
	e := nounEntry{classes: set}
	for _, c := range set {
		e.lookalike = e.lookalike || l.lex.classes[c].lookalike
		if e.good == "" {
			e.good = l.lex.classes[c].good
		}
	}
	l.lex.nouns = append(l.lex.nouns, e)
	return int32(len(l.lex.nouns) - 1)
}

// verb returns the index of a verb, entering its forms when it is new.
func (l *loader) verb(lemma string) int32 {
	if i, ok := l.lex.verbByKey[lemma]; ok {
		return i
	}
	ref := int32(len(l.lex.verbs))
	l.lex.verbs = append(l.lex.verbs, verbEntry{lemma: lemma})
	l.lex.verbByKey[lemma] = ref
	forms := verbForms(lemma, l.irregular, l.doubling)
	for _, w := range slices.Sorted(maps.Keys(forms)) {
		ids := l.ids(w)
		if len(ids) > 1 {
			l.lex.primary.add(ids, layerVerb, ref<<8|int32(forms[w]))
			continue
		}
		info := &l.lex.words[ids[0]]
		if info.verb != 0 && info.verb != ref+1 {
			continue // "found" stays a form of find; the first verb given wins
		}
		info.verb, info.form = ref+1, info.form|forms[w]
	}
	return ref
}

func (l *loader) addEntities(f *entitiesFile) {
	for _, c := range f.Countries {
		if _, dup := l.lex.countries[c.Code]; dup {
			l.fail(c.Pos, "country %q is defined twice", c.Code)
		}
		l.lex.countries[c.Code] = c
		for kind, names := range []wordList{byName: c.Names, byAdjective: c.Adjectives, byPeople: c.People, byMetonym: c.Metonyms, byLeader: c.Leaders, byPlace: c.Places} {
			ref := int32(len(l.lex.entities))
			l.lex.entities = append(l.lex.entities, entity{country: c.Code, kind: entityKind(kind)})
			for _, n := range names.words() {
				l.enter(l.lex.primary, c.Pos, n, layerEntity, ref)
			}
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

// under reports whether the noun entry is of class want or of one under it.
func (l *Lexicon) under(entry, want int32) bool {
	for _, c := range l.nouns[entry].classes {
		for ; c >= 0; c = l.classes[c].under {
			if c == want {
				return true
			}
		}
	}
	return false
}

// classNames names the classes of a noun entry.
func (l *Lexicon) classNames(entry int32) string {
	var names []string
	for _, c := range l.nouns[entry].classes {
		names = append(names, l.classes[c].id)
	}
	return strings.Join(names, "+")
}
