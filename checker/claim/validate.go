package claim

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/article41/article41/checker/strictyaml"
)

// Bounds on a claims file. No analyst comes near them; without them a hostile
// file could make the search for its quotes take hours.
const (
	maxClaims      = 10_000
	maxItems       = 100    // of one list in a claim
	maxQuoteLength = 10_000 // code points
)

var (
	comparators   = []string{"about", "at_least", "at_most", "more_than", "fewer_than"}
	confidences   = []string{"high", "medium", "low"}
	evidenceRoles = []string{Primary, Supporting, Contradicting}
)

// The forms of strings. Compiled regular expressions would cost every start of
// the program more than all the claims of an article.

func isID(s string) bool { return len(s) <= 64 && consistsOf(s, "AZaz09__..--") }

func isCountry(s string) bool { return len(s) == 2 && consistsOf(s, "AZ") }

// isListReference checks the form that the Council's lists use: regime, i or e
// for individual or entity, three digits.
func isListReference(s string) bool {
	prefix, number, ok := strings.Cut(s, ".")
	regime := strings.TrimRight(prefix, "ie")
	return ok && len(prefix) == len(regime)+1 && (len(regime) == 2 || len(regime) == 3) && consistsOf(regime, "AZ") &&
		len(number) == 3 && consistsOf(number, "09")
}

func isDigest(s string) bool { return len(s) == 64 && consistsOf(s, "09af") }

// isVersion accepts SchemaVersion with any minor version.
func isVersion(s string) bool {
	minor, found := strings.CutPrefix(s, SchemaVersion+".")
	return s == SchemaVersion || found && consistsOf(minor, "09")
}

// consistsOf reports whether s is not empty and all its bytes lie in ranges,
// pairs of a first and a last byte.
func consistsOf(s, ranges string) bool {
	for i := range len(s) {
		in := false
		for r := 0; r < len(ranges); r += 2 {
			in = in || ranges[r] <= s[i] && s[i] <= ranges[r+1]
		}
		if !in {
			return false
		}
	}
	return s != ""
}

// Validate checks the form of the file and of every claim in it, and that no
// two claims share an id. All mistakes are joined.
func (f *File) Validate() error {
	var p problems
	if !isVersion(f.SchemaVersion) {
		p.add("schema_version is %q; this program reads version %s", f.SchemaVersion, SchemaVersion)
	}
	if strings.TrimSpace(f.Article.Path) == "" {
		p.add("article.path is empty; name the article, relative to this file")
	}
	if f.Article.SHA256 != "" && !isDigest(f.Article.SHA256) {
		p.add("article.sha256 is %q; it must be 64 hexadecimal digits, in small letters", f.Article.SHA256)
	}
	p.date("article.published", f.Article.Published)
	if len(f.Claims) > maxClaims {
		p.add("%d claims in one file; at most %d are accepted", len(f.Claims), maxClaims)
	}
	seen := make(map[string]strictyaml.Pos, len(f.Claims))
	for i := range f.Claims {
		c := &f.Claims[i]
		if err := Validate(c); err != nil {
			p.errs = append(p.errs, err)
		}
		if first, ok := seen[c.ID]; ok {
			p.pos = c.Pos
			p.add("claim id %q is used twice%s", c.ID, firstAt(first))
		}
		seen[c.ID] = c.Pos
	}
	return errors.Join(p.errs...)
}

func firstAt(pos strictyaml.Pos) string {
	if pos.Line == 0 {
		return ""
	}
	return fmt.Sprintf("; the first is in line %d", pos.Line)
}

// Validate checks a claim's form: the closed lists of this package, dates,
// numbers, and that there is evidence. Whether its category, activity, roles,
// goods and facts exist is for package catalog to say. All mistakes are joined.
func Validate(c *Claim) error {
	p := problems{pos: c.Pos, prefix: fmt.Sprintf("claim %q: ", c.ID)}
	if !isID(c.ID) {
		p.add("id must be 1 to 64 letters, digits, dots, hyphens or underscores")
	}
	p.required("category", c.Category)
	p.required("activity", c.Activity)
	if !slices.Contains(Statuses, c.Status) {
		p.add("status is %q; it must be one of: %s", c.Status, join(Statuses))
	}
	if c.Stage != "" && !slices.Contains(Stages, c.Stage) {
		p.add("stage is %q; it must be one of: %s", c.Stage, join(Stages))
	}
	p.length("parties", len(c.Parties))
	for i, x := range c.Parties {
		p.required(item("parties", i, "role"), x.Role)
		p.country(item("parties", i, "country"), x.Country)
		if x.Listed != "" && !isListReference(x.Listed) {
			p.add("%s is %q; it must be a reference number of the Consolidated List, such as KPe.001", item("parties", i, "listed"), x.Listed)
		}
		if x.Match != "" && !slices.Contains(matches, x.Match) {
			p.add("%s is %q; it must be one of: %s", item("parties", i, "match"), x.Match, join(matches))
		}
	}
	p.length("goods", len(c.Goods))
	for i, x := range c.Goods {
		p.required(item("goods", i, "id"), x.ID)
	}
	p.quantity(c.Quantity)
	if c.Place != nil {
		p.country("place.country", c.Place.Country)
		if *c.Place == (Place{}) {
			p.add("place says nothing; fill it in or leave it out")
		}
	}
	p.interval("event_date", c.EventDate)
	p.interval("statement_date", c.StatementDate)
	p.length("attribution", len(c.Attribution))
	for i, x := range c.Attribution {
		p.required(item("attribution", i, "name"), x.Name)
		if !slices.Contains(SourceKinds, x.Kind) {
			p.add("%s is %q; it must be one of: %s", item("attribution", i, "kind"), x.Kind, join(SourceKinds))
		}
		if x.Origin && i != len(c.Attribution)-1 {
			p.add("%s is true, but the origin is the last of the attribution; reorder it, outermost first", item("attribution", i, "origin"))
		}
	}
	p.length("facts", len(c.Facts))
	for i, x := range c.Facts {
		p.required(item("facts", i, "name"), x.Name)
		p.quote(item("facts", i, "quote"), x.Quote, true)
	}
	p.evidence(c.Evidence)
	p.extraction(c.Extraction)
	return errors.Join(p.errs...)
}

// problems collects the mistakes of one claim or file.
type problems struct {
	pos    strictyaml.Pos
	prefix string
	errs   []error
}

func (p *problems) add(format string, args ...any) {
	msg := p.prefix + fmt.Sprintf(format, args...)
	if p.pos == (strictyaml.Pos{}) { // the claim did not come from a file
		p.errs = append(p.errs, errors.New(msg))
		return
	}
	p.errs = append(p.errs, &strictyaml.Error{Pos: p.pos, Msg: msg})
}

func (p *problems) required(what, value string) {
	if value == "" {
		p.add("%s is empty", what)
	}
}

func (p *problems) length(what string, n int) {
	if n > maxItems {
		p.add("%s has %d items; at most %d are accepted", what, n, maxItems)
	}
}

func (p *problems) country(what, value string) {
	if value != "" && !isCountry(value) {
		p.add("%s is %q; it must be two capital letters (ISO 3166-1), such as KP", what, value)
	}
}

func (p *problems) date(what, value string) bool {
	if value == "" {
		return true
	}
	if _, err := time.Parse(time.DateOnly, value); err != nil {
		p.add("%s is %q; it must be a real date, YYYY-MM-DD", what, value)
		return false
	}
	return true
}

func (p *problems) interval(what string, v *Interval) {
	if v == nil {
		return
	}
	if *v == (Interval{}) {
		p.add("%s says nothing; fill it in or leave it out", what)
	}
	from, to := p.date(what+".from", v.From), p.date(what+".to", v.To)
	// ISO dates sort as text.
	if from && to && v.From != "" && v.To != "" && v.From > v.To {
		p.add("%s ends (%s) before it begins (%s)", what, v.To, v.From)
	}
}

func (p *problems) quantity(q *Quantity) {
	if q == nil {
		return
	}
	for _, v := range []float64{q.Value, q.High} {
		if math.IsNaN(v) || math.IsInf(v, 0) || v < 0 {
			p.add("quantity must be made of finite numbers, nought or more, not %v", v)
			return
		}
	}
	if q.High != 0 && q.High < q.Value {
		p.add("quantity.high (%v) is below quantity.value (%v)", q.High, q.Value)
	}
	if q.Comparator != "" && !slices.Contains(comparators, q.Comparator) {
		p.add("quantity.comparator is %q; it must be one of: %s", q.Comparator, join(comparators))
	}
}

func (p *problems) quote(what, quote string, optional bool) {
	switch {
	case quote == "" && optional:
	case strings.TrimSpace(quote) == "":
		p.add("%s is empty; copy the words from the article", what)
	case utf8.RuneCountInString(quote) > maxQuoteLength:
		p.add("%s is longer than %d characters; quote the words that matter", what, maxQuoteLength)
	}
}

func (p *problems) evidence(list []Evidence) {
	if len(list) == 0 {
		p.add("evidence is empty; a claim needs at least one quote")
		return
	}
	p.length("evidence", len(list))
	primary := false
	for i, ev := range list {
		at := *p // errors of this item, at its own place
		if ev.Pos.Line != 0 {
			at.pos = ev.Pos
		}
		primary = primary || ev.Role == "" || ev.Role == Primary
		if ev.Role != "" && !slices.Contains(evidenceRoles, ev.Role) {
			at.add("%s is %q; it must be one of: %s", item("evidence", i, "role"), ev.Role, join(evidenceRoles))
		}
		at.quote(item("evidence", i, "quote"), ev.Quote, false)
		switch {
		case (ev.Start == nil) != (ev.End == nil):
			at.add("%s has only one of start and end; give both or neither", item("evidence", i, ""))
		case ev.Start != nil && (*ev.Start < 0 || *ev.End <= *ev.Start):
			at.add("%s runs from %d to %d; start must be 0 or more and below end", item("evidence", i, ""), *ev.Start, *ev.End)
		}
		p.errs = at.errs
	}
	if !primary {
		p.add("no evidence is primary; mark the passage that states the activity")
	}
}

func (p *problems) extraction(x *Extraction) {
	if x == nil {
		return
	}
	p.required("extraction.rule", x.Rule)
	p.length("extraction.cues", len(x.Cues))
	p.length("extraction.review", len(x.Review))
	for i, cue := range x.Cues {
		p.required(item("extraction.cues", i, "id"), cue.ID)
	}
	if x.Confidence != "" && !slices.Contains(confidences, x.Confidence) {
		p.add("extraction.confidence is %q; it must be one of: %s", x.Confidence, join(confidences))
	}
}

// item names a field of a list's item; people count from 1.
func item(list string, i int, field string) string {
	return strings.TrimSuffix(fmt.Sprintf("%s %d %s", list, i+1, field), " ")
}

func join[S ~string](list []S) string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = string(s)
	}
	return strings.Join(words, ", ")
}
