// Package catalog is the typed view of rules/: the law as data. It loads and
// validates categories, the vocabulary, severities, instruments and measures,
// and prepares them, keyed, for the policies.
//
// It imports strictyaml, packed and, for the catalogue built in, rules.
package catalog

import (
	"cmp"
	"slices"
	"strings"

	"github.com/article41/article41/checker/strictyaml"
)

// None is the category of activities that no measure prohibits as such.
const None = "none"

// Catalogue is everything in rules/ but the lexicon. Load builds it; the
// methods look things up by key and never change it.
type Catalogue struct {
	Categories    []Category
	Vocabulary    Vocabulary
	Severity      map[string]map[string]string // gravity -> verdict -> severity
	Regimes       []Regime
	Instruments   []Instrument
	Measures      []Measure
	NotProhibited []NotProhibited
	Digest        string // sha256 over the files, in path order

	keys keys
}

// keys are the indexes into the slices of a Catalogue.
type keys struct {
	categories, activities, roles, goods, facts map[string]int
	regimes, instruments                        map[string]int
	measures                                    map[string]int // ids and aliases
	notProhibited                               map[[2]string]int
}

// Category is a family of measures and claims.
type Category struct {
	ID    string         `yaml:"id"` // slug, as in claims
	Title string         `yaml:"title"`
	About string         `yaml:"about"`
	Pos   strictyaml.Pos `yaml:"-"`
}

// Vocabulary holds the closed word lists that claims, measures and lexicon
// share.
type Vocabulary struct {
	Activities []Activity `yaml:"activities"`
	Roles      []Term     `yaml:"roles"`
	Goods      []Goods    `yaml:"goods"`
	Facts      []Term     `yaml:"facts"`
}

// Activity is a kind of act a claim can be about.
type Activity struct {
	ID       string         `yaml:"id"`
	Category string         `yaml:"category"` // of claims with this activity; "none" for activities that no measure prohibits
	Title    string         `yaml:"title"`
	Also     []string       `yaml:"also,omitempty"` // other categories whose measures may cover it
	Roles    []string       `yaml:"roles"`          // roles its parties may fill
	Pos      strictyaml.Pos `yaml:"-"`
}

// Term is an entry of a closed list.
type Term struct {
	ID    string         `yaml:"id"`
	Title string         `yaml:"title"`
	Pos   strictyaml.Pos `yaml:"-"`
}

// Goods is a class of goods.
type Goods struct {
	ID    string   `yaml:"id"`
	Title string   `yaml:"title"`
	HS    []string `yaml:"hs,omitempty"`    // Harmonized System chapters or headings, where a resolution names them
	Under string   `yaml:"under,omitempty"` // id of the wider class
	// What a text may call goods of this class; for the lexicon and for error
	// messages. Claims use ids.
	Synonyms []string       `yaml:"synonyms,omitempty"`
	Pos      strictyaml.Pos `yaml:"-"`
}

// Regime is the set of measures under one sanctions committee.
type Regime struct {
	ID    string `yaml:"id"`    // "dprk"
	Title string `yaml:"title"` // "1718 (DPRK)"
	// ISO 3166-1 alpha-2 of the sanctioned State; empty where the measures are
	// against listed parties and no State is sanctioned as such.
	Target    string `yaml:"target,omitempty"`
	CheckedAt string `yaml:"checked_at"`     // when the encoded state of the law was last checked
	List      *List  `yaml:"list,omitempty"` // its part of the Consolidated List
	// Exemptions that reach every measure of the regime, and the paragraphs
	// they rest on. Load copies them into each measure that is in force at
	// the same time.
	Exemptions []Exemption    `yaml:"exemptions,omitempty"`
	Provisions []Provision    `yaml:"provisions,omitempty"`
	Pos        strictyaml.Pos `yaml:"-"`
}

// List is a regime's part of the Consolidated List: how the list names it, and
// which measures its entries are under where the list itself does not say.
type List struct {
	Type        string   `yaml:"type"`                                            // UN_LIST_TYPE of the list's XML: "DPRK"
	Prefixes    []string `yaml:"prefixes"`                                        // of reference numbers: "KPi" of individuals, "KPe" of entities
	Individuals []string `yaml:"individuals,omitempty" enum:"freeze travel arms"` // what each individual is under
	Entities    []string `yaml:"entities,omitempty" enum:"freeze travel arms"`    // what each entity is under
	// Entries that are under other measures, by reference number.
	Entries map[string][]string `yaml:"entries,omitempty" enum:"freeze travel arms"`
	Pos     strictyaml.Pos      `yaml:"-"`
}

// Key is what the index of the policies has the regime under: the sanctioned
// State or, where there is none, the regime's own id, so that no State of
// parties is taken for a sanctioned one.
func (r *Regime) Key() string { return cmp.Or(r.Target, r.ID) }

// ListMeasures are the measures that an entry of the Consolidated List is under,
// "freeze", "travel" or "arms", as far as the list itself does not say. It is
// empty for entries of other regimes.
func (r *Regime) ListMeasures(reference string) []string {
	prefix, _, _ := strings.Cut(reference, ".")
	if r.List == nil || !slices.Contains(r.List.Prefixes, prefix) {
		return nil
	}
	if own, ok := r.List.Entries[reference]; ok {
		return slices.Clone(own)
	}
	if strings.HasSuffix(prefix, individual) {
		return slices.Clone(r.List.Individuals)
	}
	return slices.Clone(r.List.Entities)
}

// The last letter of a prefix of reference numbers.
const (
	individual = "i"
	entity     = "e"
)

// Instrument is a resolution.
type Instrument struct {
	ID      string         `yaml:"id"` // "S/RES/2397 (2017)"
	Title   string         `yaml:"title"`
	Adopted string         `yaml:"adopted"` // YYYY-MM-DD
	URL     string         `yaml:"url"`
	Pos     strictyaml.Pos `yaml:"-"`
}

// Measure is one obligation or prohibition, built from provisions.
type Measure struct {
	ID       string `yaml:"id"` // "dprk-labour-repatriation"
	Category string `yaml:"category"`
	// Kind is empty for a prohibition or duty that a claim can meet. An exemption
	// or power is kept for its paragraphs: it has no activities and no policy.
	Kind          string         `yaml:"kind,omitempty" enum:"exemption power"`
	Title         string         `yaml:"title"`
	Summary       string         `yaml:"summary"`                                                // in the project's own words
	Strength      string         `yaml:"strength" enum:"decides conditional calls_upon permits"` // permits: of exemptions and powers
	Gravity       string         `yaml:"gravity,omitempty"`                                      // key of Severity
	Bound         []string       `yaml:"bound" enum:"target all_member_states"`
	Direction     string         `yaml:"direction" enum:"from_target to_target either abroad within_target"`
	TargetRoles   []string       `yaml:"target_roles,omitempty"` // roles in which the sanctioned State's side is caught
	Activities    []string       `yaml:"activities,omitempty"`
	Goods         []string       `yaml:"goods,omitempty"`           // empty: any
	Caps          []Cap          `yaml:"caps,omitempty"`            // quantities up to which the act is allowed
	From          string         `yaml:"from"`                      // first day in force
	WindDownUntil string         `yaml:"wind_down_until,omitempty"` // last day on which existing contracts or workers are spared
	Until         string         `yaml:"until,omitempty"`           // last day in force
	RenewedUntil  string         `yaml:"renewed_until,omitempty"`   // of measures renewed for a time: end of the last renewal that was read
	SupersededBy  string         `yaml:"superseded_by,omitempty"`   // measure id
	Provisions    []Provision    `yaml:"provisions"`
	Exemptions    []Exemption    `yaml:"exemptions,omitempty"`
	Notes         string         `yaml:"notes,omitempty"` // for the analyst
	Aliases       []string       `yaml:"aliases,omitempty"`
	Deprecated    bool           `yaml:"deprecated,omitempty"`
	Regime        string         `yaml:"-"` // id, from the file's folder
	Pos           strictyaml.Pos `yaml:"-"`
}

// Cap is a quantity allowed within a period.
type Cap struct {
	Amount int            `yaml:"amount"`
	Unit   string         `yaml:"unit"` // "barrel", "tonne", "us_dollar"
	Per    string         `yaml:"per" enum:"calendar_year twelve_months"`
	From   string         `yaml:"from,omitempty"`
	Until  string         `yaml:"until,omitempty"`
	Pos    strictyaml.Pos `yaml:"-"`
}

// Provision is one paragraph of an instrument, in its role for a measure.
type Provision struct {
	Instrument   string         `yaml:"instrument"` // id
	Paragraph    string         `yaml:"paragraph"`  // "8", "8 (a) (i)"
	Role         string         `yaml:"role" enum:"obligation extends clarifies replaced exemption context"`
	Verification string         `yaml:"verification" enum:"primary secondary inferred memory"`
	Says         string         `yaml:"says"` // what this paragraph adds, own words, one sentence
	Pos          strictyaml.Pos `yaml:"-"`
}

// Exemption is a way in which an act that a measure covers may be lawful.
type Exemption struct {
	ID    string         `yaml:"id"`
	Label string         `yaml:"label"`
	Fact  string         `yaml:"fact,omitempty"`  // vocabulary fact by which a claim states it
	From  string         `yaml:"from,omitempty"`  // empty: as the measure
	Until string         `yaml:"until,omitempty"` // empty: as the measure
	Law   []string       `yaml:"law,omitempty"`   // "2397:25": provisions of the measure it rests on
	Pos   strictyaml.Pos `yaml:"-"`
}

// NotProhibited is an activity that no measure of the regime forbids as such.
type NotProhibited struct {
	ID         string   `yaml:"id"`
	Title      string   `yaml:"title"`
	Activities []string `yaml:"activities"`
	Why        string   `yaml:"why"`
	// The measure under which claims of it come up for review all the same; empty:
	// they are set aside.
	ReviewedUnder string         `yaml:"reviewed_under,omitempty"`
	Watch         []Provision    `yaml:"watch,omitempty"` // provisions that may matter beside it
	Regime        string         `yaml:"-"`
	Pos           strictyaml.Pos `yaml:"-"`
}

// Measure returns the measure with this id or alias.
func (c *Catalogue) Measure(id string) (*Measure, bool) {
	return lookUp(c.Measures, c.keys.measures, id)
}

// Instrument returns the instrument with this symbol, with or without its
// year, or with this number alone: "S/RES/2397 (2017)", "S/RES/2397", "2397".
func (c *Catalogue) Instrument(id string) (*Instrument, bool) {
	number, year, ok := parseSymbol(id)
	if !ok {
		return nil, false
	}
	in, ok := lookUp(c.Instruments, c.keys.instruments, number)
	if !ok || year != "" && !strings.HasSuffix(in.ID, "("+year+")") {
		return nil, false
	}
	return in, true
}

// Category returns the category with this slug.
func (c *Catalogue) Category(id string) (*Category, bool) {
	return lookUp(c.Categories, c.keys.categories, id)
}

// Activity returns the activity with this id.
func (c *Catalogue) Activity(id string) (*Activity, bool) {
	return lookUp(c.Vocabulary.Activities, c.keys.activities, id)
}

// Regime returns the regime with this id.
func (c *Catalogue) Regime(id string) (*Regime, bool) {
	return lookUp(c.Regimes, c.keys.regimes, id)
}

// ListedUnder returns the regime under which the Consolidated List has an entry,
// by the entry's reference number, "KPe.001".
func (c *Catalogue) ListedUnder(reference string) (*Regime, bool) {
	prefix, _, _ := strings.Cut(reference, ".")
	return c.regimeOfList(func(l *List) bool { return slices.Contains(l.Prefixes, prefix) })
}

// RegimeOfListType returns the regime that the Consolidated List calls so in
// UN_LIST_TYPE, "Al-Qaida".
func (c *Catalogue) RegimeOfListType(listType string) (*Regime, bool) {
	return c.regimeOfList(func(l *List) bool { return l.Type == listType })
}

func (c *Catalogue) regimeOfList(is func(*List) bool) (*Regime, bool) {
	for i := range c.Regimes {
		if r := &c.Regimes[i]; r.List != nil && is(r.List) {
			return r, true
		}
	}
	return nil, false
}

// NotProhibitedFor returns the entry saying that the activity is not
// prohibited in dealings with a sanctioned State or, where a regime has none,
// with those under it: key is the regime's Key.
func (c *Catalogue) NotProhibitedFor(key, activity string) (*NotProhibited, bool) {
	return lookUp(c.NotProhibited, c.keys.notProhibited, [2]string{key, activity})
}

func lookUp[T any, K comparable](all []T, keys map[K]int, key K) (*T, bool) {
	i, ok := keys[key]
	if !ok {
		return nil, false
	}
	return &all[i], true
}

// endOfTime stands for an open end, so that dates compare as strings.
const endOfTime = "9999-12-31"

// LastDay is the last day on which the measure is in force, "9999-12-31" when
// it is open.
func (m *Measure) LastDay() string {
	if m.Until == "" {
		return endOfTime
	}
	return m.Until
}

// InForce reports whether the measure is in force on a day, YYYY-MM-DD.
func (m *Measure) InForce(day string) bool { return m.From <= day && day <= m.LastDay() }
