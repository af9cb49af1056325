// Package policy evaluates claims against the Rego policies with OPA: compile
// once, then one evaluation per claim. In come a claim's terms (Input) and the
// catalogue as a plain document; out come thin decisions (Result), which
// package checker joins with titles, citations and passages.
//
// It imports packed; its tests use policies, rules and catalog.
package policy

// Input is one claim in the terms that the policies know. Its dates are the
// law date: the event date or what stands in for it, always with both ends.
type Input struct {
	ID, Category, Activity string
	Status, Stage          string
	Parties                []Party
	Goods                  []string          // vocabulary ids
	Facts                  map[string]string // vocabulary id to value; "" means simply stated
	Quantity               Amounts           // the least that the claim states
	Totals                 map[string]Total  // by measure with a cap; where there is none the claim stands alone
	From, To               string            // YYYY-MM-DD, both included
	DateBasis              string            // event, published, as_of, today
	Attributed             bool
	OriginKind             string // kind of the last source, "" when the text names none
}

// Party is one who takes part in the act.
type Party struct {
	Role    string
	Country string // ISO 3166-1 alpha-2, "" when not stated
	Listed  *Listing
}

// Listing is a party's place on a sanctions list.
type Listing struct {
	Regime   string   // id
	Target   string   // key of the regime in the catalogue's index: its sanctioned State or, where there is none, the id
	Entry    string   // reference number, "" if not known
	Measures []string // what the entry is under: freeze, travel, arms
	From     string   // listed on, YYYY-MM-DD, "" if not known
	Until    string   // last day on the list, "" if still on it
	Match    string   // how the party was found on it
}

// How a party was found on a list.
const (
	Identified = "identified" // an identifier agrees, or an analyst says so
	NameMatch  = "name"       // it has the name of the entry
	Possible   = "possible"   // it may be the entry; identifiers are needed
)

// Amounts are quantities of the same thing by unit: barrel, tonne, us_dollar.
type Amounts map[string]float64

// Total is what several claims state for one period of a cap.
type Total struct {
	Amounts Amounts
	Claims  int
}

// Result is what the policies say of one claim.
type Result struct {
	Decisions []Decision // sorted by measure id
	SetAside  *SetAside  // non-nil exactly when Decisions is empty
}

// Decision is one measure's verdict on a claim.
type Decision struct {
	Measure    string
	Verdict    string
	Severity   string
	Reasons    []Reason
	Missing    []string // facts that the claim lacks and the measure asks for
	Exemptions []string // ids of the exemptions that the claim states
}

// Reason is one step of the reasoning, in the order Rego gives it.
type Reason struct {
	Condition string
	Met       bool
	Unknown   bool
	Effect    string
	Law       []int // indexes into the measure's provisions; empty: all
}

// SetAside says why there is no finding.
type SetAside struct {
	Code string
	Text string
}
