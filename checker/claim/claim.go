// Package claim holds the claim model: one activity stated in a passage of an
// article, with its parties, date, status, attribution and evidence. It reads
// and writes claims files (YAML or JSON), publishes their JSON Schema, and
// verifies that every quote stands in the article.
//
// It may import article and strictyaml, and nothing else of the project's.
package claim

import (
	"slices"

	"github.com/article41/article41/checker/strictyaml"
)

// SchemaVersion of claims files. The major part changes only when a consumer
// of the earlier form would misread the new one.
const SchemaVersion = "1"

// Status is what the text says of the act.
type Status string

// The statuses. README.md, section Vocabulary, has their meaning.
const (
	Asserted     Status = "asserted"
	Alleged      Status = "alleged"
	Planned      Status = "planned"
	Denied       Status = "denied"
	Negated      Status = "negated"
	Normative    Status = "normative" // the passage states the law
	Hypothetical Status = "hypothetical"
	Ended        Status = "ended"
)

// Statuses lists every status in the order documents use.
var Statuses = []Status{Asserted, Alleged, Planned, Denied, Negated, Normative, Hypothetical, Ended}

// Stage is how far the act has come.
type Stage string

// The stages, earliest first.
const (
	Considered  Stage = "considered" // considered or discussed
	Offered     Stage = "offered"
	Agreed      Stage = "agreed"
	Preparing   Stage = "preparing"
	UnderWay    Stage = "under_way"
	Completed   Stage = "completed"
	Unspecified Stage = "unspecified"
)

// Stages lists every stage in the order documents use.
var Stages = []Stage{Considered, Offered, Agreed, Preparing, UnderWay, Completed, Unspecified}

// File is a claims file: the article it speaks of and its claims.
type File struct {
	SchemaVersion string  `yaml:"schema_version" json:"schema_version"`
	Article       Article `yaml:"article" json:"article"`
	Claims        []Claim `yaml:"claims" json:"claims"`
}

// Article names the article a claims file speaks of.
type Article struct {
	Path      string `yaml:"path" json:"path"`                               // relative to the claims file
	SHA256    string `yaml:"sha256,omitempty" json:"sha256,omitempty"`       // of the canonical text; checked when given
	Published string `yaml:"published,omitempty" json:"published,omitempty"` // YYYY-MM-DD; overrides what the article says
}

// Claim is one activity stated in one or more passages.
type Claim struct {
	ID            string      `yaml:"id" json:"id"`
	Category      string      `yaml:"category" json:"category"` // slug of rules/categories.yaml
	Activity      string      `yaml:"activity" json:"activity"` // id of rules/vocabulary.yaml
	Status        Status      `yaml:"status" json:"status" enum:"asserted alleged planned denied negated normative hypothetical ended"`
	Stage         Stage       `yaml:"stage,omitempty" json:"stage,omitempty" enum:"considered offered agreed preparing under_way completed unspecified"`
	Parties       []Party     `yaml:"parties,omitempty" json:"parties,omitempty"`
	Goods         []Good      `yaml:"goods,omitempty" json:"goods,omitempty"`
	Quantity      *Quantity   `yaml:"quantity,omitempty" json:"quantity,omitempty"`
	Place         *Place      `yaml:"place,omitempty" json:"place,omitempty"`
	EventDate     *Interval   `yaml:"event_date,omitempty" json:"event_date,omitempty"`
	StatementDate *Interval   `yaml:"statement_date,omitempty" json:"statement_date,omitempty"`
	Attribution   []Source    `yaml:"attribution,omitempty" json:"attribution,omitempty"` // outermost first
	Facts         []Fact      `yaml:"facts,omitempty" json:"facts,omitempty"`
	Evidence      []Evidence  `yaml:"evidence" json:"evidence"`
	Extraction    *Extraction `yaml:"extraction,omitempty" json:"extraction,omitempty"`

	Pos strictyaml.Pos `yaml:"-" json:"-"` // in the claims file, when it came from one
}

// Party is somebody who takes part in the act, in a role. A source of the
// statement is never a party.
type Party struct {
	Role    string `yaml:"role" json:"role"`                           // id of rules/vocabulary.yaml
	Country string `yaml:"country,omitempty" json:"country,omitempty"` // ISO 3166-1 alpha-2
	Name    string `yaml:"name,omitempty" json:"name,omitempty"`       // as it stands in the article
	Basis   string `yaml:"basis,omitempty" json:"basis,omitempty"`     // how the extractor resolved it
	Listed  string `yaml:"listed,omitempty" json:"listed,omitempty"`   // reference number on the Council's Consolidated List, when the party is identified as that entry: "KPe.001"
	// How sure that is: an identifier agrees or a person has said so (also when empty),
	// the name is the entry's, or it may be.
	Match string `yaml:"match,omitempty" json:"match,omitempty" enum:"identified name possible"`
}

// Values of Party.Match.
const (
	MatchIdentified = "identified"
	MatchName       = "name"
	MatchPossible   = "possible"
)

var matches = []string{MatchIdentified, MatchName, MatchPossible}

// Good is something supplied, as the text names it.
type Good struct {
	ID   string `yaml:"id" json:"id"` // id of rules/vocabulary.yaml
	Name string `yaml:"name,omitempty" json:"name,omitempty"`
}

// Quantity is an amount as the text gives it.
type Quantity struct {
	Value      float64 `yaml:"value" json:"value"`
	High       float64 `yaml:"high,omitempty" json:"high,omitempty"` // upper end of a range
	Unit       string  `yaml:"unit,omitempty" json:"unit,omitempty"`
	Comparator string  `yaml:"comparator,omitempty" json:"comparator,omitempty" enum:"about at_least at_most more_than fewer_than"`
	Text       string  `yaml:"text,omitempty" json:"text,omitempty"`
}

// Place is where the act happens.
type Place struct {
	Country string `yaml:"country,omitempty" json:"country,omitempty"`
	Name    string `yaml:"name,omitempty" json:"name,omitempty"`
}

// Interval is a range of calendar dates, both ends included; "" is open.
type Interval struct {
	From  string `yaml:"from,omitempty" json:"from,omitempty"`
	To    string `yaml:"to,omitempty" json:"to,omitempty"`
	Text  string `yaml:"text,omitempty" json:"text,omitempty"`   // the words, e.g. "last month"
	Basis string `yaml:"basis,omitempty" json:"basis,omitempty"` // how it was resolved
}

// Source is one link of the attribution chain.
type Source struct {
	Name   string `yaml:"name" json:"name"`
	Kind   string `yaml:"kind" json:"kind" enum:"news_agency outlet state_media government_agency government named_official unnamed_official named_person unnamed_person court panel document imagery organisation sanctioned_state"`
	Origin bool   `yaml:"origin,omitempty" json:"origin,omitempty"` // true of the last one
}

// Kinds of source.
const (
	NewsAgency       = "news_agency"
	Outlet           = "outlet"
	StateMedia       = "state_media"
	GovernmentAgency = "government_agency"
	Government       = "government"
	NamedOfficial    = "named_official"
	UnnamedOfficial  = "unnamed_official"
	NamedPerson      = "named_person"
	UnnamedPerson    = "unnamed_person"
	Court            = "court"
	Panel            = "panel"
	Document         = "document"
	Imagery          = "imagery"
	Organisation     = "organisation"
	SanctionedState  = "sanctioned_state"
)

// SourceKinds lists every kind of source.
var SourceKinds = []string{NewsAgency, Outlet, StateMedia, GovernmentAgency, Government, NamedOfficial, UnnamedOfficial, NamedPerson, UnnamedPerson, Court, Panel, Document, Imagery, Organisation, SanctionedState}

// Fact is something else the passage says that a policy asks about, such as a
// stated exemption. Name is an id of rules/vocabulary.yaml.
type Fact struct {
	Name  string `yaml:"name" json:"name"`
	Value string `yaml:"value,omitempty" json:"value,omitempty"` // "" means simply stated
	Quote string `yaml:"quote,omitempty" json:"quote,omitempty"`
}

// States reports that the passage says the fact of the given name.
func (c *Claim) States(fact string) bool {
	return slices.ContainsFunc(c.Facts, func(f Fact) bool { return f.Name == fact })
}

// Attempted is the fact that the passage tells of an attempt, not of its outcome.
const Attempted = "attempted"

// ReadOn is the fact that a passage goes on about an act told before: that it belongs
// to it is read from the signs of its words and not from its grammar.
const ReadOn = "read_on"

// Evidence is a passage of the article. Start and End count code points of the
// canonical text; a hand-written file leaves them out and Verify fills them in.
type Evidence struct {
	Role   string `yaml:"role,omitempty" json:"role,omitempty" enum:"primary supporting contradicting"` // "" means primary
	Quote  string `yaml:"quote" json:"quote"`
	Prefix string `yaml:"prefix,omitempty" json:"prefix,omitempty"` // text just before, to make the quote unique
	Suffix string `yaml:"suffix,omitempty" json:"suffix,omitempty"`
	Start  *int   `yaml:"start,omitempty" json:"start,omitempty"`
	End    *int   `yaml:"end,omitempty" json:"end,omitempty"`

	Pos strictyaml.Pos `yaml:"-" json:"-"` // in the claims file, when it came from one
}

// Roles of evidence.
const (
	Primary       = "primary"
	Supporting    = "supporting"
	Contradicting = "contradicting"
)

// Extraction says how the extractor came to a claim; hand-written claims have
// none.
type Extraction struct {
	Rule       string   `yaml:"rule" json:"rule"`                         // lexicon rule id
	Cues       []Cue    `yaml:"cues,omitempty" json:"cues,omitempty"`     // status cues that applied
	Review     []string `yaml:"review,omitempty" json:"review,omitempty"` // what a person should look at
	Confidence string   `yaml:"confidence,omitempty" json:"confidence,omitempty" enum:"high medium low"`
}

// Cue is a status cue that applied to the claim.
type Cue struct {
	ID   string `yaml:"id" json:"id"`
	Text string `yaml:"text" json:"text"`
}
