// Package report holds the report model, the contract for programs that read
// article41's JSON, its JSON Schema, and one file per output format.
//
// It imports article, claim and catalog. It never evaluates anything: package
// checker builds the Report.
package report

import (
	"slices"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
)

// SchemaVersion of the JSON report.
const SchemaVersion = "1"

// Verdicts, gravest first.
const (
	BreachIndicated  = "breach_indicated"
	BreachPossible   = "breach_possible"
	Watch            = "watch"
	ExemptIfVerified = "exempt_if_verified"
	Counterclaim     = "counterclaim"
	Mention          = "mention"
)

// Severities, gravest first.
var Severities = []string{"critical", "high", "medium", "low", "info"}

// Report is the result of one run.
type Report struct {
	SchemaVersion string     `json:"schema_version"`
	Tool          Tool       `json:"tool"`
	Run           Run        `json:"run"`
	Documents     []Document `json:"documents"` // in input order
	Stories       []Story    `json:"stories"`   // documents that are copies of one another
	Claims        []Claim    `json:"claims"`    // all of them, in document and text order
	Findings      []Finding  `json:"findings"`  // in document and text order, then measure
	Failures      []Failure  `json:"failures"`  // inputs that could not be processed
	// Claims of an extractor outside of the program that the article does not bear out.
	Ungrounded []Ungrounded `json:"ungrounded"`
	Summary    Summary      `json:"summary"`
}

// Tool names the program.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Run says what the result depends on.
type Run struct {
	RulesSHA256    string  `json:"rules_sha256"`
	PoliciesSHA256 string  `json:"policies_sha256"`
	LexiconSHA256  string  `json:"lexicon_sha256"`
	AsOf           string  `json:"as_of,omitempty"` // the --as-of date, when given
	LawCheckedAt   string  `json:"law_checked_at"`  // when the encoded law was last compared with its sources
	FailOn         string  `json:"fail_on,omitempty"`
	Filter         *Filter `json:"filter,omitempty"` // what the report was narrowed to, if it was
	Merged         int     `json:"merged,omitempty"` // number of reports that it was put together from: copies were looked for within each only
	// The files that put findings aside, when there were any.
	WaiversSHA256  string `json:"waivers_sha256,omitempty"`
	BaselineSHA256 string `json:"baseline_sha256,omitempty"`
	// The lists that names were screened against; none: they were not.
	Lists []List `json:"lists,omitempty"`
	// Who extracted the claims of articles; claims files bring their own.
	Extractor *Extractor `json:"extractor,omitempty"`
}

// Filter is what a report was narrowed to. Empty fields let everything through.
type Filter struct {
	Categories  []string `json:"categories,omitempty"`
	Measures    []string `json:"measures,omitempty"`
	Statuses    []string `json:"statuses,omitempty"`
	MinSeverity string   `json:"min_severity,omitempty"`
}

// Extractor names what extracted the claims. It holds no path and no address.
type Extractor struct {
	Name         string `json:"name"`                    // builtin, exec, llm
	Program      string `json:"program,omitempty"`       // exec: base name of the command
	Model        string `json:"model,omitempty"`         // llm
	PromptSHA256 string `json:"prompt_sha256,omitempty"` // llm: of the instructions and the answer's schema
}

// Document is one input.
type Document struct {
	ID          string         `json:"id"` // "d_1"
	Name        string         `json:"name"`
	MediaType   string         `json:"media_type"`
	ClaimsFile  string         `json:"claims_file,omitempty"` // that the claims were read from; "": they were extracted
	InputSHA256 string         `json:"input_sha256"`
	TextSHA256  string         `json:"text_sha256"`
	Title       string         `json:"title,omitempty"`
	Outlet      string         `json:"outlet,omitempty"`
	Agency      string         `json:"agency,omitempty"` // of the dateline
	URL         string         `json:"url,omitempty"`
	Published   *Dated         `json:"published,omitempty"`
	Paragraphs  int            `json:"paragraphs"`
	Sentences   int            `json:"sentences"`
	Screened    *Screened      `json:"screened,omitempty"` // what screening found; nil when names were not screened
	Dropped     []DroppedBlock `json:"dropped"`            // blocks left out, with the reason
	Notes       []Note         `json:"notes"`
}

// List is a list of designated parties.
type List struct {
	Source  string `json:"source"`         // un-consolidated, vessels
	Date    string `json:"date,omitempty"` // of the Consolidated List; of vessels the latest designation
	SHA256  string `json:"sha256"`         // of its file
	Entries int    `json:"entries"`
}

// Screened is what became of the names of a document.
type Screened struct {
	Names int `json:"names"` // different ones that were looked up
	// Names that an entry has and many others, in a text that names no country of it.
	Namesakes []string    `json:"namesakes,omitempty"`
	Matches   []NameMatch `json:"matches"` // those that have a match or a possible one
}

// NameMatch is a name in the text that is, or may be, one of a list's.
type NameMatch struct {
	Text     string      `json:"text"`
	Answer   string      `json:"answer"`   // match, possible
	Passages []Passage   `json:"passages"` // five at most
	Entries  []ListEntry `json:"entries"`  // best first
}

// ListEntry is a list entry that a name may be, with the reasons.
type ListEntry struct {
	Reference string   `json:"reference"`
	Kind      string   `json:"kind"`           // individual, entity, vessel
	Type      string   `json:"type,omitempty"` // which list of the Council
	Name      string   `json:"name"`
	Matched   string   `json:"matched"` // the name string that fitted
	Quality   string   `json:"quality"` // of that name string
	Answer    string   `json:"answer"`
	Score     float64  `json:"score"`
	Tokens    []string `json:"tokens"` // "yusuf = youssef: same sounds"
	Reasons   []string `json:"reasons"`
	ListedOn  string   `json:"listed_on,omitempty"`
	Until     string   `json:"until,omitempty"`
	List      string   `json:"list"` // SHA-256 of the list
}

// Dated is a date and the basis it rests on.
type Dated struct {
	Date  string `json:"date"`
	Basis string `json:"basis"`
}

// DroppedBlock is a block of the input that was not read for claims.
type DroppedBlock struct {
	Reason  string `json:"reason"`
	Detail  string `json:"detail,omitempty"`
	Start   int    `json:"start"` // code points
	End     int    `json:"end"`
	Line    int    `json:"line"`
	Suspect bool   `json:"suspect,omitempty"`
}

// Note is a data-quality note.
type Note struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Line    int    `json:"line,omitempty"`
}

// Claim is a claim with what became of it.
type Claim struct {
	claim.Claim
	Document string    `json:"document"`            // document id
	Passages []Passage `json:"passages"`            // the evidence, located
	Findings []string  `json:"findings,omitempty"`  // ids
	SetAside *SetAside `json:"set_aside,omitempty"` // why there is no finding
	LawDate  Dated     `json:"law_date"`            // the date whose law was applied
}

// SetAside says why a claim gave no finding.
type SetAside struct {
	Code string `json:"code"` // statement_of_law, negated, hypothetical, not_prohibited, not_in_force, no_measure, …
	Text string `json:"text"`
}

// Finding is a claim × a measure with a verdict other than not_prohibited.
type Finding struct {
	ID          string         `json:"id"`          // "f_" + 8 hex digits of the fingerprint
	Fingerprint string         `json:"fingerprint"` // "v1:" + hex; see Fingerprint
	Document    string         `json:"document"`
	Claim       string         `json:"claim"` // id within the document
	Regime      string         `json:"regime"`
	Category    string         `json:"category"`
	Activity    string         `json:"activity"`
	Measure     string         `json:"measure"`
	Title       string         `json:"title"` // the measure's
	Verdict     string         `json:"verdict"`
	Severity    string         `json:"severity"`
	Status      claim.Status   `json:"status"`
	Stage       claim.Stage    `json:"stage"`
	Message     string         `json:"message"`  // one neutral sentence: who says what of whom
	Evidence    []Passage      `json:"evidence"` // never empty
	Parties     []claim.Party  `json:"parties"`
	Attribution []claim.Source `json:"attribution"`
	LawDate     Dated          `json:"law_date"`
	Bound       []Bound        `json:"bound"`             // whom the measure binds
	LegalBasis  []LegalBasis   `json:"legal_basis"`       // never empty
	Reasoning   []Reason       `json:"reasoning"`         // never empty
	Missing     []string       `json:"missing"`           // facts the claim lacks
	CopyOf      *FindingRef    `json:"copy_of,omitempty"` // the finding of another document of its story that it repeats; see Trace
	Suppressed  *Suppression   `json:"suppressed,omitempty"`
}

// Suppression says why a finding is not shown and does not count: somebody waived it, or
// a baseline has it.
type Suppression struct {
	Kind     string `json:"kind"` // waiver, baseline
	Reason   string `json:"reason"`
	Owner    string `json:"owner,omitempty"`    // of a waiver: who answers for it
	Approver string `json:"approver,omitempty"` // of a waiver: who agreed, another than the owner
	Expires  string `json:"expires,omitempty"`  // of a waiver: its last day
}

// Kinds of suppression.
const (
	SuppressedByWaiver   = "waiver"
	SuppressedByBaseline = "baseline"
)

// Bound is a side that a measure binds, with the States of that side that the
// claim names.
type Bound struct {
	Who       string   `json:"who"`       // sanctioned_state, member_states
	Countries []string `json:"countries"` // ISO 3166-1 alpha-2, of the claim's parties; empty when it names none
}

// Sides that a measure binds.
const (
	BoundTarget  = "sanctioned_state"
	BoundMembers = "member_states"
)

// Passage is a place in a document's canonical text, as a W3C Web Annotation
// SpecificResource plus what a reader needs.
type Passage struct {
	Role      string `json:"role"` // primary, supporting, contradicting
	Paragraph int    `json:"paragraph"`
	Sentence  int    `json:"sentence"`
	Line      int    `json:"line"`   // 1-based, of the canonical text
	Column    int    `json:"column"` // 1-based, code points
	Target    Target `json:"target"`
	Fragment  string `json:"text_fragment,omitempty"`
}

// Target is a SpecificResource.
type Target struct {
	Type     string     `json:"type"`     // "SpecificResource"
	Source   string     `json:"source"`   // "sha256:" + hex of the canonical text
	Selector []Selector `json:"selector"` // TextQuoteSelector, then TextPositionSelector
}

// Selector is one of the two selector types; the other's fields are absent.
type Selector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	Start  *int   `json:"start,omitempty"` // code points
	End    *int   `json:"end,omitempty"`
}

// LegalBasis is one provision a finding rests on.
type LegalBasis struct {
	ID           string      `json:"id"`    // "un:sc:res:2397:2017:op8"
	Label        string      `json:"label"` // "S/RES/2397 (2017), para. 8"
	URL          string      `json:"url"`
	Role         string      `json:"role"`
	Strength     string      `json:"strength"`
	Summary      string      `json:"summary"`
	InForce      InForce     `json:"in_force"`
	Verification string      `json:"verification"`
	Exemptions   []Exemption `json:"exemptions"` // of the measure; on the first provision only
}

// InForce is the period of the measure, and when that was last checked.
type InForce struct {
	From      string `json:"from"`
	Until     string `json:"until,omitempty"`
	CheckedAt string `json:"checked_at"`
}

// Exemption is a way in which the act may be lawful.
type Exemption struct {
	ID     string `json:"id"`
	Label  string `json:"label"`
	Stated bool   `json:"stated"` // the passage says it applies
}

// Reason is one step of the policy's reasoning.
type Reason struct {
	Condition string `json:"condition"`
	Met       bool   `json:"met"`
	Unknown   bool   `json:"unknown,omitempty"` // the text does not say
	Effect    string `json:"effect,omitempty"`
	Evidence  []int  `json:"evidence"` // indexes into Finding.Evidence
	Law       []int  `json:"law"`      // indexes into Finding.LegalBasis
}

// Failure is an input that could not be processed.
type Failure struct {
	Name  string `json:"name"`
	Error string `json:"error"`
}

// Ungrounded is a claim that an extractor outside of the program made and that
// was rejected: it is no claim of the article's, and never flagged.
type Ungrounded struct {
	Document string  `json:"document"` // document id
	Code     string  `json:"code"`     // quote_not_found, role_not_found, status_too_strong, …
	Reason   string  `json:"reason"`
	Claimed  Claimed `json:"claimed"`
}

// Claimed is what was claimed, in the extractor's words, shortened.
type Claimed struct {
	Category  string        `json:"category,omitempty"`
	Activity  string        `json:"activity,omitempty"`
	Status    string        `json:"status,omitempty"`
	Stage     string        `json:"stage,omitempty"`
	Sentences []int         `json:"sentences"`
	Quote     string        `json:"quote"`
	Roles     []ClaimedRole `json:"roles"`
}

// ClaimedRole is a party as claimed.
type ClaimedRole struct {
	Role  string `json:"role"`
	Value string `json:"value"`
	Quote string `json:"quote"`
}

// Whole reports whether everything was processed: no input and no claim failed,
// and no part of a document stayed unread.
func (r *Report) Whole() bool {
	return len(r.Failures) == 0 && !slices.ContainsFunc(r.Documents, func(d Document) bool {
		return slices.ContainsFunc(d.Notes, func(n Note) bool { return n.Code == article.NoteNotRead })
	})
}

// Summary counts.
type Summary struct {
	Documents  int            `json:"documents"`
	Failures   int            `json:"failures"`
	Claims     int            `json:"claims"`
	SetAside   int            `json:"set_aside"`
	Findings   int            `json:"findings"`
	Suppressed int            `json:"suppressed"`        // of the findings, those waived or in the baseline
	Distinct   int            `json:"distinct_findings"` // those that repeat no other
	Ungrounded int            `json:"ungrounded"`
	BySeverity map[string]int `json:"by_severity"` // every severity, zero counts too; without the suppressed, as all three
	ByVerdict  map[string]int `json:"by_verdict"`
	ByStatus   map[string]int `json:"by_status"`
	Notice     string         `json:"notice"` // that these are flags for human review
}
