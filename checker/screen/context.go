package screen

import (
	"slices"
	"strings"
)

// context is what a query says of the bearer beside the name.
type context struct {
	countries []string
	near      []string
	words     string // of Query.Context, folded, with a blank at both ends
	numbers   []string
}

// agreement is what of the context fits an entry, in words for the reader: an
// identifier, a post, no more than a country, or words of listing that may be about
// others.
type agreement struct{ identity, strong, country, said string }

// contextOf reads what is compared with entries.
func contextOf(q *Query) *context {
	c := &context{countries: q.Countries, near: q.Near}
	if q.Context == "" {
		return c
	}
	var folded strings.Builder
	folded.WriteByte(' ')
	var tokens []string
	for f := range strings.FieldsSeq(q.Context) {
		// Word by word: a name has a bound that a passage has not.
		tokens = appendTokens(append(tokens[:0], ""), f)
		for _, t := range tokens[1:] {
			folded.WriteString(t)
			folded.WriteByte(' ')
		}
	}
	c.words = folded.String()
	for f := range strings.FieldsFuncSeq(q.Context, func(r rune) bool {
		return !(r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == '-' || r == '/')
	}) {
		if id := foldIdentifier(f); len(id) >= 6 && strings.ContainsAny(id, "0123456789") {
			c.numbers = append(c.numbers, id)
		}
	}
	return c
}

// compare weighs the context against an entry.
func (c *context) compare(e *Entry) (agree agreement, contradict string) {
	for _, n := range c.numbers {
		switch {
		case e.IMO != "" && (n == e.IMO || n == "imo"+e.IMO):
			agree.identity = "the text gives its IMO number, " + e.IMO
		case e.IMO != "" && ValidIMO(n):
			contradict = "the text gives another IMO number, " + n
		case slices.ContainsFunc(e.Documents, func(d string) bool {
			return slices.ContainsFunc(strings.Fields(d), func(f string) bool { return foldIdentifier(f) == n })
		}):
			agree.identity = "the text gives the number of a document of the entry, " + n
		}
	}
	if c.words != "" {
		for _, d := range e.Designations {
			if post := c.post(d); post != "" {
				agree.strong = "the text gives a post that the entry has: " + post
				break
			}
		}
		if c.saysListed() {
			agree.said = "the passage speaks of sanctions of the Council on somebody"
		}
		if agree.strong == "" {
			for f := range strings.FieldsSeq(e.Comments) {
				f = strings.Trim(f, `(),.;:"'’s`)
				if len(f) >= 5 && f == strings.ToUpper(f) && strings.Trim(f, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" && f != "INTERPOL" && strings.Contains(c.words, " "+strings.ToLower(f)+" ") {
					agree.strong = "the text names " + f + ", which the entry's comments name"
					break
				}
			}
		}
		for _, b := range e.Born {
			if len(b) == len("2006-01-02") && strings.Contains(c.words, " "+strings.ReplaceAll(b, "-", " ")+" ") {
				agree.strong = "the text gives the entry's date of birth, " + b
			}
		}
	}
	theirs := e.States()
	for _, code := range c.near {
		if slices.Contains(theirs, code) {
			agree.country = "a country of the entry is named near the name: " + code
			break
		}
	}
	if len(c.countries) > 0 && len(theirs) > 0 {
		for _, code := range c.countries {
			if slices.Contains(theirs, code) {
				agree.country = "the bearer is tied to a country of the entry, " + code
				return agree, contradict
			}
		}
		if contradict == "" {
			contradict = "the bearer is tied to " + strings.Join(c.countries, ", ") + ", the entry has " + strings.Join(theirs, ", ")
		}
	}
	return agree, contradict
}

// saysListed reports words of designation by the Council.
func (c *context) saysListed() bool {
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(c.words, w) })
	}
	return has(" un ", " u n ", "united nations", "security council") && has("blacklist", "sanctioned", "designated", "sanctions list", "travel ban", "asset freeze", "froze")
}

// post returns the run of words of a designation that stands in the context: an
// organisation of two telling words, or an acronym. "General" alone tells nothing.
func (c *context) post(designation string) string {
	tokens := Tokens(designation)
	for n := min(len(tokens), 6); n >= 2; n-- {
		for i := 0; i+n <= len(tokens); i++ {
			run := tokens[i : i+n]
			told := 0
			for _, t := range run {
				if weightOf(t) == 1 && !slices.Contains(commonPosts, t) {
					told++
				}
			}
			if told >= 2 && strings.Contains(c.words, " "+strings.Join(run, " ")+" ") {
				return strings.Join(run, " ")
			}
		}
	}
	for f := range strings.FieldsSeq(designation) {
		f = strings.Trim(f, `(),.;:"'`)
		if len(f) >= 4 && f == strings.ToUpper(f) && strings.Contains(c.words, " "+strings.ToLower(f)+" ") {
			return f
		}
	}
	return ""
}

// commonPosts are words of posts that say nothing of whose they are.
var commonPosts = strings.Fields(`representative official officer head deputy chief former leader member commander executive manager secretary spokesman
	military army forces armed foreign affairs state republic people democratic north korea korean bank committee province district first second`)

// countryCode is the code of a country by the name that the Consolidated List has
// for it, "" for others.
func countryCode(name string) string { return listCountries[strings.ToLower(squeeze(name))] }
