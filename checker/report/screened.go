package report

import (
	"fmt"
	"strings"
)

// Answers of screening for a name that is shown; all other names have no match.
const (
	NameMatched  = "match"
	NamePossible = "possible"
)

var answerWords = map[string]string{
	NameMatched:  "designated name match",
	NamePossible: "possible match, identifiers needed",
}

// listWords names a list for a reader.
func listWords(l List) string {
	text := "list " + Sanitize(l.Source)
	switch l.Source {
	case "un-consolidated":
		text = "Consolidated List of " + Sanitize(l.Date)
	case "vessels":
		text = "vessel list"
		if l.Date != "" {
			text += " (latest designation " + Sanitize(l.Date) + ")"
		}
	}
	return fmt.Sprintf("%s, %d entries, sha256 %s", text, l.Entries, Sanitize(head(l.SHA256, 12)))
}

// screening says what names were screened against and how many have a match; "" when
// they were not screened.
func (r *Report) screening() string {
	if len(r.Run.Lists) == 0 {
		return ""
	}
	var lists []string
	for _, l := range r.Run.Lists {
		lists = append(lists, listWords(l))
	}
	names, matched, possible, namesakes := 0, 0, 0, 0
	for i := range r.Documents {
		s := r.Documents[i].Screened
		if s == nil {
			continue
		}
		names, namesakes = names+s.Names, namesakes+len(s.Namesakes)
		for _, m := range s.Matches {
			if m.Answer == NameMatched {
				matched++
			} else {
				possible++
			}
		}
	}
	found := "no match"
	if matched+possible > 0 {
		found = fmt.Sprintf("%d designated name %s, %d possible", matched, noun(matched, "match", "matches"), possible)
	}
	if namesakes > 0 {
		found += fmt.Sprintf("; %s of entries of whose countries the text says nothing", plural(namesakes, "namesake", "namesakes"))
	}
	return fmt.Sprintf("%s screened: %s. Against the %s", plural(names, "name", "names"), found, strings.Join(lists, "; "))
}

func noun(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// matchedNames has a line for each name of a document with a match or a possible one.
func (r *Report) matchedNames(d *Document) []string {
	if d.Screened == nil {
		return nil
	}
	var out []string
	for _, m := range d.Screened.Matches {
		line := 0
		if len(m.Passages) > 0 {
			line = m.Passages[0].Line
		}
		var entries []string
		for _, e := range m.Entries {
			text := Sanitize(e.Reference + " " + e.Name)
			if e.Matched != e.Name {
				text += Sanitize(" (as " + e.Matched + ")")
			}
			if e.ListedOn != "" {
				text += ", listed on " + Sanitize(e.ListedOn)
			}
			entries = append(entries, text)
		}
		out = append(out, fmt.Sprintf("%s:%d: %s: %s: %s", Sanitize(d.Name), line, Sanitize(m.Text), known(answerWords, m.Answer), strings.Join(entries, "; or ")))
	}
	return out
}

// allMatchedNames are the matchedNames of every document.
func (r *Report) allMatchedNames() []string {
	var out []string
	for i := range r.Documents {
		out = append(out, r.matchedNames(&r.Documents[i])...)
	}
	return out
}

// screened lists the names that may be those of list entries, with the lists.
func (p *printer) screened() {
	text := p.r.screening()
	if text == "" {
		return
	}
	var entries []entry
	for _, line := range p.r.allMatchedNames() {
		entries = append(entries, entry{mark: "· ", text: line})
	}
	p.field("Names", append([]entry{{text: text}}, capped(entries)...))
}
