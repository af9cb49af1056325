package extract

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strings"

	"github.com/article41/article41/checker/packed"
	"github.com/article41/article41/checker/strictyaml"
	"github.com/article41/article41/rules"
)

// Lexicon is the compiled lexicon; it is never changed after Load. What is large
// is read in place, see pack.go.
type Lexicon struct {
	tables
	digest string

	vocab   *vocabulary
	primary trie // entities, nouns, verbs of several words: matched over the whole text
	second  trie // cues and sources: matched only in sentences that need them

	words     []wordInfo // by vocabulary id
	opens     []bool     // by vocabulary id: an entity can begin with the word
	dated     []bool     // by vocabulary id: a date can; see findDated
	frames    frameTable
	byVerb    lists            // frames by verb
	byNoun    lists            // frames by noun entry that can trigger them
	classByID map[string]int32 // look-alikes left out
	known     [knownClasses]int32
	above     []classSet // by noun entry: its classes and those above them
	kin       []kin      // by category, in order; at most 32
	actKin    []uint32   // by verb: the kin whose frames know it, one bit each
	themeKin  []uint32   // by noun entry: the kin of whose themes it is
	aboutKin  []uint32   // by noun entry: the kin that it shows a text to be about
	width     int        // words of a classSet
}

// draft is a lexicon that is being compiled.
type draft struct {
	tables

	vocab           *vocabulary
	primary, second *trieDraft

	words          []wordInfo // by vocabulary id
	opens          []bool
	frames         []Frame
	byVerb, byNoun [][]int32
	verbByKey      map[string]int32 // lemma -> index into verbs
	classByID      map[string]int32
	verbClass      map[string][]int32 // class id -> indexes into verbs
}

// tables are the parts of the lexicon that are small.
type tables struct {
	verbs     []verbEntry
	classes   []nounClass
	nouns     []nounEntry // what noun hits refer to
	entities  []entity
	things    map[string]int32 // country code -> its entity of kind byThing
	sources   []sourceEntry
	countries []country
	cues      []cue
	anyTheme  []int32            // frames that any nation's people trigger
	together  []int32            // frames that read words together
	themesOf  map[string][]int32 // classes of the themes of each category's frames
	actsOf    map[string][]int32 // verbs that trigger frames of each category, sorted
	topics    []topic            // what a whole text can be about
	have      int32              // index into verbs of "have", or -1
	facts     []string
	units     map[uint32]string  // by vocabulary id
	numbers   map[uint32]float64 // of number words

	passives map[string]int32 // "on sale" -> index into verbs: its subject is what that is done to

	kinds []verbKinds // by verb: the known classes that it is of
	over  []overKind  // by verb: what it says of the act that it governs

	scale scale // what reading on weighs with
}

// country is what rules ask of one; others than these few have no entry.
type country struct {
	Code       string
	Sanctioned bool
	Rival      string // country code
}

// about is what the lexicon says of the country with a code.
func (t *tables) about(code string) country {
	for _, c := range t.countries {
		if c.Code == code {
			return c
		}
	}
	return country{}
}

// isSanctioned reports the code of a sanctioned State.
func (t *tables) isSanctioned(code string) bool { return t.about(code).Sanctioned }

// wordInfo is what the lexicon knows of one word by itself.
type wordInfo struct {
	verb int32 // index into verbs + 1; 0 is none
	tag  tag
	form form

	month, weekday int8 // from 1; 0 is none
	title          bool // introduces a person: minister, President
	again          bool // for goods in general: the cargo, these products
	banned         bool // says of goods that they may not be traded
	actor          bool // for who acts: agent, lorry
	thing          bool // for something that bears a name of its own: tanker, bank
	relative       bool // last, this, next
	span           bool // week, month, yesterday: a phrase with this head is a time
	cites          bool // according, citing, judging, …: see cites
	number         bool // a number word; Lexicon.numbers has its value
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
	byThing                       // a ship or firm that the text introduced as the State's
)

type entity struct {
	country string
	kind    entityKind
	anyCase bool // "the hermit kingdom": a description, not a name

	// "Korean" means the North only in a text that names it and never its rival.
	ambiguous bool
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

// words yields the entries, numbered, with single spaces inside.
func (w wordList) words() iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		i := 0
		for p := range strings.SplitSeq(string(w), ",") {
			if p = oneSpaced(p); p == "" {
				continue
			}
			if !yield(i, p) {
				return
			}
			i++
		}
	}
}

// oneSpaced is strings.Fields joined by single spaces. Nearly all entries are so
// already, and there are thousands.
func oneSpaced(s string) string {
	s = strings.TrimSpace(s)
	for i := range len(s) {
		if c := byteClass[s[i]]; c == bMulti || c == bSpace && (s[i] != ' ' || byteClass[s[i+1]] == bSpace) {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
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
	Ambiguous  wordList       `yaml:"ambiguous,omitempty"` // adjectives that it shares with Rival
	Rival      string         `yaml:"rival,omitempty"`     // country code
	Pos        strictyaml.Pos `yaml:"-"`
}

type wordsFile struct {
	Function  map[string]wordList `yaml:"function"`
	Irregular wordList            `yaml:"irregular"`
	Doubling  wordList            `yaml:"doubling"`
	Both      wordList            `yaml:"both"` // verbs whose forms are nouns too
	Titles    wordList            `yaml:"titles"`
	Things    wordList            `yaml:"things"` // singular; the plural is generated, and {a|b} stands for either
	Actors    wordList            `yaml:"actors"` // likewise
	Again     wordList            `yaml:"again"`  // likewise
	Banned    wordList            `yaml:"banned"`
	Passives  wordList            `yaml:"passives"` // phrases that say of their subject what is done with it: "on sale sell"
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
	Nouns   wordList       `yaml:"nouns,omitempty"`   // singular; the plural is generated, and {a|b} stands for either
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

// framesFile is a category: its frames, and the classes of words that only it
// needs.
type framesFile struct {
	Verbs  []verbClassDef `yaml:"verb_classes,omitempty"`
	Nouns  []nounClassDef `yaml:"noun_classes,omitempty"`
	Topics []topicDef     `yaml:"topics,omitempty"`
	Frames []Frame        `yaml:"frames"`
}

// loader keeps what is needed only while loading.
type loader struct {
	lex       *draft
	errs      []error
	irregular map[string][2]string
	passives  map[string]string // "on sale" -> "sell"
	doubling  map[string]bool
	nounSteps map[[2]int32]int32 // see nounSet
	compounds []compound         // see inheritClasses
	countries map[string]bool    // by code

	// Scratch space of ids and of verb and alternatives.
	tokens []token
	word   []uint32
	forms  []verbForm
}

// compound is a noun of more than one word, or a phrase.
type compound struct {
	ids  []uint32
	noun bool
}

// Load returns the lexicon of fsys, "lexicon/*.yaml". That of the program is
// compiled already; another is compiled here. All mistakes found are joined;
// each carries file:line:column.
func Load(fsys fs.FS) (*Lexicon, error) {
	names, digest, err := lexiconFiles(fsys)
	if err != nil {
		return nil, err
	}
	if l := unpack(rules.Lexicon, digest); l != nil {
		return l, nil
	}
	d, err := compile(fsys, names)
	if err != nil {
		return nil, err
	}
	return unpack(d.pack(digest), digest), nil
}

// Compile returns the lexicon of fsys in the form in which rules.Lexicon holds it.
func Compile(fsys fs.FS) (string, error) {
	names, digest, err := lexiconFiles(fsys)
	if err != nil {
		return "", err
	}
	d, err := compile(fsys, names)
	if err != nil {
		return "", err
	}
	return d.pack(digest), nil
}

// lexiconFiles finds the files, in path order, and their digest.
func lexiconFiles(fsys fs.FS) (names []string, digest string, err error) {
	names, err = fs.Glob(fsys, "lexicon/*.yaml")
	if err != nil {
		return nil, "", fmt.Errorf("lexicon: %w", err)
	}
	if len(names) == 0 {
		return nil, "", errors.New("lexicon: no files match lexicon/*.yaml")
	}
	slices.Sort(names)
	digest, err = packed.Digest(fsys, names, func(name string, size int64) string { return fmt.Sprintf("%s %d\n", name, size) })
	if err != nil {
		return nil, "", fmt.Errorf("lexicon: %w", err)
	}
	return names, digest, nil
}

func compile(fsys fs.FS, names []string) (*draft, error) {
	l := &loader{
		lex: &draft{
			tables: tables{things: map[string]int32{}, units: map[uint32]string{}, numbers: map[uint32]float64{}},
			vocab:  newVocabulary(), primary: newTrieDraft(), second: newTrieDraft(),
			verbByKey: map[string]int32{}, classByID: map[string]int32{}, verbClass: map[string][]int32{},
		},
		irregular: map[string][2]string{}, passives: map[string]string{}, doubling: map[string]bool{}, nounSteps: map[[2]int32]int32{}, countries: map[string]bool{},
	}

	// Words come first: rules refer to their classes. The order of the other
	// files does not matter.
	var words wordsFile
	var ents entitiesFile
	var srcs sourcesFile
	var status statusFile
	var facts factsFile
	var signs *signsFile
	var frames []Frame
	var topics []topicDef
	var own wordsFile // the classes that categories bring along
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("lexicon: %w", err)
		}
		switch path.Base(name) {
		case "words.yaml":
			l.decode(name, data, &words)
		case "entities.yaml":
			l.decode(name, data, &ents)
		case "sources.yaml":
			l.decode(name, data, &srcs)
		case "facts.yaml":
			l.decode(name, data, &facts)
		case "status.yaml":
			l.decode(name, data, &status)
		case "signs.yaml":
			signs = new(signsFile)
			l.decode(name, data, signs)
		default:
			var f framesFile
			l.decode(name, data, &f)
			frames = append(frames, f.Frames...)
			topics = append(topics, f.Topics...)
			own.Verbs = append(own.Verbs, f.Verbs...)
			own.Nouns = append(own.Nouns, f.Nouns...)
		}
	}
	words.Verbs = append(words.Verbs, own.Verbs...)
	words.Nouns = append(words.Nouns, own.Nouns...)
	if len(l.errs) == 0 {
		for _, w := range datedWords {
			l.ids(w) // the vocabulary holds them all
		}
		l.addWords(&words)
		l.lex.have = -1
		if i, ok := l.lex.verbByKey["have"]; ok {
			l.lex.have = i
		}
		l.addEntities(&ents)
		l.inheritClasses()
		l.addSources(&srcs)
		l.addCues(&status)
		l.addFacts(&facts)
		l.addFrames(frames)
		l.addTopics(topics)
		l.addSigns(signs)
	}
	if n := max(len(l.lex.vocab.draft), len(l.lex.verbs)); n > maxWords {
		l.errs = append(l.errs, fmt.Errorf("lexicon: it holds %d words or verbs; %d is the most", n, maxWords))
	}
	if err := errors.Join(l.errs...); err != nil {
		return nil, err
	}
	l.growWords()
	l.index()
	return l.lex, nil
}

// Digest is the SHA-256 over the lexicon's files, in path order.
func (l *Lexicon) Digest() string { return l.digest }

// under reports whether the noun entry is of class want or of one under it.
func (l *Lexicon) under(entry, want int32) bool {
	return l.above[entry].has(want)
}

// namesGoods reports a noun entry of a class that itself is one of goods.
func (l *Lexicon) namesGoods(entry int32) bool {
	return slices.ContainsFunc(l.nouns[entry].classes, func(c int32) bool { return l.classes[c].good != "" })
}

// goodOf is the kind of goods that a noun names for a frame, or "". A noun can be
// of several kinds, a limousine a luxury and a vehicle: a frame about goods takes
// the kind under its own theme, another frame the first.
func (l *Lexicon) goodOf(entry int32, f *Frame) string {
	for _, c := range l.nouns[entry].classes {
		for up := c; up >= 0; up = l.classes[up].under {
			if good := l.classes[up].good; good != "" {
				if !f.aboutGoods || slices.ContainsFunc(slices.Concat(f.theme, f.presence), func(want int32) bool { return l.isUnder(c, want) }) {
					return good
				}
				break
			}
		}
	}
	return ""
}

func (l *Lexicon) isUnder(class, want int32) bool {
	for ; class >= 0; class = l.classes[class].under {
		if class == want {
			return true
		}
	}
	return false
}

// class is the index of a noun class, or -1, which nothing is under.
func (l *Lexicon) class(id string) int32 {
	if c, ok := l.classByID[id]; ok {
		return c
	}
	return -1
}

// classNames names the classes of a noun entry.
func (l *Lexicon) classNames(entry int32) string {
	var names []string
	for _, c := range l.nouns[entry].classes {
		names = append(names, l.classes[c].id)
	}
	return strings.Join(names, "+")
}
