// Package screen answers whether a name is on a list of designated persons,
// entities and vessels: the Security Council's Consolidated List, or a list of
// vessels.
//
// Lists come in (ReadUN, ReadVessels); NewMatcher builds an index over one or
// several; Matcher.Search takes a name with what is known of its bearer and gives
// back one of three answers (a designated name match, a possible match that needs
// identifiers, no match) with a reason for every token. A name match is a
// potential match, never proof of identity.
//
// It imports nothing of the project's and can be used on its own.
package screen

import (
	"slices"
	"strings"
)

// Kind is what an entry is.
type Kind string

// The kinds, in the words of the Consolidated List.
const (
	Individual Kind = "individual"
	Entity     Kind = "entity"
	Vessel     Kind = "vessel"
)

// Quality says what a list holds a name for.
type Quality string

// The qualities of names.
const (
	Primary  Quality = "primary"
	Good     Quality = "good"     // alias of an individual, of good quality
	Low      Quality = "low"      // alias of an individual, of low quality: it corroborates, no more
	Aka      Quality = "aka"      // alias of an entity
	Formerly Quality = "formerly" // former name of an entity
	Original Quality = "original" // in the original script
)

// Sources of lists.
const (
	UNConsolidated = "un-consolidated"
	VesselList     = "vessels"
)

// List is a list as read: one file, one date.
type List struct {
	Source  string   `json:"source"` // UNConsolidated or VesselList
	Date    string   `json:"date"`   // YYYY-MM-DD the publisher gives, "" when it gives none
	SHA256  string   `json:"sha256"` // of the file
	Entries []Entry  `json:"entries"`
	Notes   []string `json:"notes,omitempty"` // what was odd in the file and how it was read
}

// Entry is one designated person, entity or vessel.
type Entry struct {
	Reference     string   `json:"reference"` // "KPi.033"; of a vessel "IMO 8712362"
	Kind          Kind     `json:"kind"`
	Type          string   `json:"type,omitempty"` // UN_LIST_TYPE: "DPRK", "Al-Qaida"
	Names         []Name   `json:"names"`          // the primary one first
	ListedOn      string   `json:"listed_on,omitempty"`
	Until         string   `json:"until,omitempty"`    // last day on the list; "" while it is on it
	Measures      []string `json:"measures,omitempty"` // freeze, travel, arms, where the list itself states them
	Titles        []string `json:"titles,omitempty"`
	Designations  []string `json:"designations,omitempty"` // posts
	Nationalities []string `json:"nationalities,omitempty"`
	Born          []string `json:"born,omitempty"` // "1971", "1967-01-01", "1958 to 1963"
	Documents     []string `json:"documents,omitempty"`
	Countries     []string `json:"countries,omitempty"` // of addresses
	Comments      string   `json:"comments,omitempty"`
	IMO           string   `json:"imo,omitempty"`    // of a vessel: seven digits
	Status        string   `json:"status,omitempty"` // of a vessel: StatusDesignated, StatusUncertain, StatusRemoved
	Note          string   `json:"note,omitempty"`   // of a vessel: measure and source, as the list gives them
}

// Statuses of vessels.
const (
	StatusDesignated = "designated"
	StatusUncertain  = "uncertain" // the list says probably, or leaves it open
	StatusRemoved    = "removed"
)

// Measures that an entry may be under, as list entries state them.
const (
	Freeze    = "freeze"
	Travel    = "travel"
	Arms      = "arms"
	PortEntry = "port_entry" // of vessels
	Deflag    = "deflag"     // of vessels
)

// Name is one name of an entry.
type Name struct {
	Text    string  `json:"text"`
	Quality Quality `json:"quality"`
	Note    string  `json:"note,omitempty"`
}

// Name is the entry's primary name.
func (e *Entry) Name() string {
	if len(e.Names) == 0 {
		return e.Reference
	}
	return e.Names[0].Text
}

// Delisted reports an entry that is no longer on the list.
func (e *Entry) Delisted() bool { return e.Until != "" || e.Status == StatusRemoved }

// Find returns the entry with a reference number; letters and blanks may be
// written otherwise.
func (l *List) Find(reference string) (*Entry, bool) {
	want := foldReference(reference)
	i := slices.IndexFunc(l.Entries, func(e Entry) bool { return foldReference(e.Reference) == want })
	if i < 0 {
		return nil, false
	}
	return &l.Entries[i], true
}

func foldReference(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(s), ""))
}
