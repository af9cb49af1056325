package report

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/article41/article41/checker/claim"
)

// htmlPage is what the template shows. All strings in it are sanitised; escaping for
// HTML is the template's.
type htmlPage struct {
	Title, Outcome, Notice string
	Hidden                 string // how many findings are suppressed; "" for none
	ShowSuppressed         bool
	Filters                []htmlFilter
	Total                  int // findings that are shown at first
	Suppressed             int
	Documents              []*htmlDocument
	Severities             []string // heads of the index
	Failures               []htmlLine
	Ungrounded             []string
	Stories                []htmlStory
	Verdicts, Statuses     []explained
	Levels                 []explained
	Method                 []htmlLine
}

// htmlFilter is one choice: a word of the report and how many findings have it.
type htmlFilter struct {
	Key, Label string
	Options    []htmlOption
}

type htmlOption struct {
	Value, Words, Class string
	Count               int
}

// htmlLine is a name and what is said of it.
type htmlLine struct{ Name, Text string }

type htmlStory struct {
	Text, Kind, Origins string
}

// htmlDocument is one document with its findings.
type htmlDocument struct {
	Number              int
	Anchor, Name, Title string
	Address             htmlAddress
	Facts               []string
	Published, Outlet   string
	Counts              []htmlOption // by severity, in the order of the index
	Suppressed          int
	Blocks              []*htmlBlock // empty without the article
	Missing             string       // why the article is not shown
	Passages            []*htmlPassage
	Loose               []*htmlPassage // those that Blocks does not show
	Cards               []*htmlCard
	Aside               []htmlReason
	AsideCount          int
	Notes               []string
	Digests             []htmlLine
}

// htmlReason is a reason for setting claims aside, with the claims.
type htmlReason struct {
	Code, Text string
	Claims     []htmlAside
}

type htmlAside struct {
	Where, Words, Quote string
	Paragraph           string // id of the paragraph, where it is shown
}

// pageBuilder builds a page. It borrows the words of the text formats from a printer
// that prints nothing.
type pageBuilder struct {
	*printer
	ids     htmlIDs
	finding map[FindingRef]string // anchors
	placed  map[string]bool       // anchors of findings that are on the page
	number  int                   // of the last card
	kept    map[claimKey][]string // what claims keep open
}

func newHTMLPage(r *Report, o Options) *htmlPage {
	shown, hidden := r.Shown()
	all := o
	all.ShowSuppressed = true
	b := &pageBuilder{
		printer: newPrinter(io.Discard, r, all),
		ids:     htmlIDs{}, finding: map[FindingRef]string{}, placed: map[string]bool{}, kept: map[claimKey][]string{},
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		for _, fact := range []string{claim.ReadOn, claim.Attempted} {
			if c.States(fact) {
				key := claimKey{c.Document, c.ID}
				b.kept[key] = append(b.kept[key], keptOpenWords[fact])
			}
		}
	}
	page := &htmlPage{
		Title: "Article41 report", Outcome: b.outcome(), Notice: Notice, ShowSuppressed: o.ShowSuppressed,
		Total: len(shown.Findings), Suppressed: hidden, Severities: Severities,
		Verdicts: slices.Clone(verdictMeanings), Statuses: slices.Clone(statusMeanings),
	}
	if hidden > 0 {
		page.Hidden = hiddenText(hidden)
	}
	if o.ShowSuppressed {
		page.Total += hidden
	}
	b.nameFindings(r)
	page.Documents = b.documents(r)
	if n := len(page.Documents); n == 1 {
		page.Title += ": " + clip(page.Documents[0].heading(), 80)
	}
	page.Filters = htmlFilters(r.Findings)
	for _, f := range r.Failures {
		page.Failures = append(page.Failures, htmlLine{Sanitize(f.Name), failureText(f)})
	}
	for _, u := range r.Ungrounded {
		page.Ungrounded = append(page.Ungrounded, b.rejected(u))
	}
	for _, s := range r.Stories {
		page.Stories = append(page.Stories, b.storyOf(s))
	}
	for _, level := range verificationOrder {
		page.Levels = append(page.Levels, explained{level, verificationWords[level]})
	}
	page.Method = htmlMethod(r)
	for _, list := range [][]explained{page.Verdicts, page.Statuses, page.Levels} {
		for i := range list {
			list[i].Word = words(list[i].Word)
		}
	}
	return page
}

// nameFindings gives each finding its anchor, those that are not suppressed first: a link
// to f-ID leads to the one a reader sees.
func (b *pageBuilder) nameFindings(r *Report) {
	for _, suppressed := range []bool{false, true} {
		for _, f := range r.Findings {
			key := FindingRef{f.Document, f.ID}
			if _, named := b.finding[key]; (f.Suppressed != nil) == suppressed && !named {
				b.finding[key] = b.ids.take("f-", f.ID, f.Document)
			}
		}
	}
}

// documents are those of the report, and then any that findings name and the report
// lacks: a report that was not validated must not lose a finding.
func (b *pageBuilder) documents(r *Report) []*htmlDocument {
	found, aside, order := map[string][]Finding{}, map[string][]Claim{}, []*Document{}
	known := map[string]bool{}
	for i := range r.Documents {
		if d := &r.Documents[i]; !known[d.ID] {
			known[d.ID] = true
			order = append(order, d)
		}
	}
	for _, f := range r.Findings {
		if !known[f.Document] {
			known[f.Document] = true
			order = append(order, b.document(f.Document))
		}
		found[f.Document] = append(found[f.Document], f)
	}
	for _, c := range r.Claims {
		if c.SetAside != nil {
			aside[c.Document] = append(aside[c.Document], c)
		}
	}
	var out []*htmlDocument
	for i, d := range order {
		out = append(out, b.htmlDocument(d, found[d.ID], aside[d.ID]))
		out[i].Number = i + 1
	}
	return out
}

func (b *pageBuilder) htmlDocument(d *Document, findings []Finding, aside []Claim) *htmlDocument {
	h := &htmlDocument{
		Anchor: b.ids.take("doc-", d.ID, ""), Name: Sanitize(d.Name), Title: Sanitize(d.Title), Outlet: Sanitize(d.Outlet),
		Address: addressOf(d.URL),
	}
	if d.Published != nil {
		h.Published = Sanitize(d.Published.Date)
		h.Facts = append(h.Facts, "published "+dated(*d.Published))
	}
	h.Facts = append(h.Facts, nonEmpty(h.Outlet, Sanitize(d.Agency))...)
	if d.MediaType == "text/html" {
		h.Facts = append(h.Facts, "web page; lines are those of the extracted text")
	}
	h.Facts = append(h.Facts, plural(d.Paragraphs, "paragraph", "paragraphs"), plural(d.Sentences, "sentence", "sentences"))
	if n := len(d.Dropped); n > 0 {
		byReason := map[string]int{}
		for _, x := range d.Dropped {
			byReason[x.Reason]++
		}
		h.Facts = append(h.Facts, plural(n, "block", "blocks")+" left out: "+tally(byReason))
	}
	if of := b.copyOf(d); of != "" {
		h.Facts = append(h.Facts, of)
	}
	for _, n := range d.Notes {
		text := Sanitize(n.Message)
		if n.Line > 0 {
			text = fmt.Sprintf("line %d: %s", n.Line, text)
		}
		h.Notes = append(h.Notes, text)
	}
	h.Digests = []htmlLine{{"input", Sanitize(d.InputSHA256)}, {"text", Sanitize(d.TextSHA256)}}

	b.cards(h, findings)
	h.count(findings)
	doc := b.o.Articles[d.ID]
	switch {
	case doc == nil:
		h.Missing = "The article is not at hand: the passages with the words around them."
	case doc.TextSHA256 != d.TextSHA256:
		h.Missing, doc = "The article at hand is not the text that was checked: the passages as the report has them.", nil
	}
	if doc == nil { // else they are shown where they stand
		for _, x := range d.Dropped {
			h.Notes = append(h.Notes, fmt.Sprintf("line %d: %s", x.Line, Sanitize(leftOutText(x))))
		}
	}
	paragraphs := b.text(h, doc)
	b.aside(h, aside, paragraphs)
	return h
}

func (h *htmlDocument) heading() string {
	if h.Title != "" {
		return h.Title
	}
	return h.Name
}

// Heading is the title, or the name of a document without one.
func (h *htmlDocument) Heading() string { return h.heading() }

func (h *htmlDocument) count(findings []Finding) {
	bySeverity := map[string]int{}
	for _, f := range findings {
		if f.Suppressed != nil {
			h.Suppressed++
			continue
		}
		bySeverity[f.Severity]++
	}
	for _, s := range Severities {
		h.Counts = append(h.Counts, htmlOption{Words: s, Class: severityClass(s), Count: bySeverity[s]})
	}
}

// aside lists claims set aside by reason, in the order in which the reasons first occur.
func (b *pageBuilder) aside(h *htmlDocument, claims []Claim, paragraphs map[int]string) {
	at := map[SetAside]int{}
	for _, c := range claims {
		i, ok := at[*c.SetAside]
		if !ok {
			i = len(h.Aside)
			at[*c.SetAside] = i
			h.Aside = append(h.Aside, htmlReason{Code: words(c.SetAside.Code), Text: Sanitize(c.SetAside.Text)})
		}
		x := htmlAside{Words: strings.Join(nonEmpty(words(c.Category), words(c.Activity), words(string(c.Status))), " · ")}
		if len(c.Passages) > 0 {
			p := c.Passages[0]
			x.Where, x.Quote, x.Paragraph = whereabouts(p), Sanitize(p.Exact()), paragraphs[p.Paragraph]
		}
		h.Aside[i].Claims = append(h.Aside[i].Claims, x)
		h.AsideCount++
	}
}

// whereabouts is a passage's place in words.
func whereabouts(p Passage) string {
	var at []string
	if p.Paragraph > 0 {
		at = append(at, fmt.Sprintf("¶%d", p.Paragraph))
	}
	if p.Line > 0 {
		at = append(at, fmt.Sprintf("line %d", p.Line))
	}
	return strings.Join(at, ", ")
}

// htmlFilters offer every severity, zero counts too, and of the other words those that occur.
// Counts leave the suppressed findings out, as the page does at first.
func htmlFilters(findings []Finding) []htmlFilter {
	out := []htmlFilter{
		htmlFacet("severity", "Severity", findings, Severities, true, func(f Finding) string { return f.Severity }),
		htmlFacet("verdict", "Verdict", findings, Verdicts, false, func(f Finding) string { return f.Verdict }),
		htmlFacet("category", "Category", findings, nil, false, func(f Finding) string { return f.Category }),
		htmlFacet("status", "Status", findings, names(claim.Statuses), false, func(f Finding) string { return string(f.Status) }),
	}
	return out
}

func htmlFacet(key, label string, findings []Finding, order []string, zeros bool, of func(Finding) string) htmlFilter {
	counts := map[string]int{}
	for _, f := range findings {
		n := 1
		if f.Suppressed != nil {
			n = 0
		}
		counts[of(f)] += n
	}
	values := slices.Clone(order)
	for _, v := range slices.Sorted(maps.Keys(counts)) {
		if !slices.Contains(values, v) {
			values = append(values, v)
		}
	}
	h := htmlFilter{Key: key, Label: label}
	for _, v := range values {
		if n, occurs := counts[v]; occurs || zeros {
			h.Options = append(h.Options, htmlOption{Value: Sanitize(v), Words: words(v), Class: severityClass(v), Count: n})
		}
	}
	return h
}

func (b *pageBuilder) rejected(u Ungrounded) string {
	what := words(strings.Join(nonEmpty(u.Claimed.Status, u.Claimed.Activity), " "))
	if what == "" {
		what = "a claim"
	}
	if u.Claimed.Quote != "" {
		what += ", “" + clip(Sanitize(u.Claimed.Quote), 2*conciseQuote) + "”"
	}
	return Sanitize(b.document(u.Document).Name) + ": " + what + ": " + Sanitize(u.Reason)
}

func (b *pageBuilder) storyOf(s Story) htmlStory {
	kind := fmt.Sprintf("%s: of the shorter text at least %.0f %% stands in the longer one", words(s.Kind), 100*s.Similarity)
	if s.Kind == StoryKinds[0] {
		kind = "identical: the same text"
	}
	var origins []string
	for _, o := range s.Origins {
		origins = append(origins, o.words())
	}
	return htmlStory{b.storyLine(s), kind, strings.Join(origins, ", ")}
}

// htmlMethod lists what the result depends on, digests whole: they are compared by copying.
func htmlMethod(r *Report) []htmlLine {
	var out []htmlLine
	add := func(name, text string) {
		if text != "" {
			out = append(out, htmlLine{name, text})
		}
	}
	add("Program", strings.TrimSpace(Sanitize(r.Tool.Name+" "+r.Tool.Version)))
	if x := r.Run.Extractor; x == nil {
		add("Claims", "read from claims files")
	} else if by := outside(x); by != "" {
		add("Claims", by)
	} else {
		add("Claims", "found by the program's own rules")
	}
	add("Rules, SHA-256", Sanitize(r.Run.RulesSHA256))
	add("Policies, SHA-256", Sanitize(r.Run.PoliciesSHA256))
	add("Lexicon, SHA-256", Sanitize(r.Run.LexiconSHA256))
	add("Names", r.screening())
	add("Names with a match", strings.Join(r.allMatchedNames(), " · "))
	add("Waivers, SHA-256", Sanitize(r.Run.WaiversSHA256))
	add("Baseline, SHA-256", Sanitize(r.Run.BaselineSHA256))
	add("Law compared with its sources", Sanitize(r.Run.LawCheckedAt))
	add("Law applied as of", Sanitize(r.Run.AsOf))
	bases := map[string]int{}
	for _, f := range r.Findings {
		bases[f.LawDate.Basis]++
	}
	var dates []string
	for _, k := range slices.Sorted(maps.Keys(bases)) {
		dates = append(dates, fmt.Sprintf("%s: %s", known(lawDateWords, k), plural(bases[k], "finding", "findings")))
	}
	add("Date whose law was applied", strings.Join(dates, "; "))
	n, aside := 0, map[string]int{}
	for _, c := range r.Claims {
		if c.SetAside != nil {
			n++
			aside[c.SetAside.Code]++
		}
	}
	text := fmt.Sprintf("%d found, %d flagged, %d set aside", len(r.Claims), len(r.Claims)-n, n)
	if n > 0 {
		text += " (" + tally(aside) + ")"
	}
	add("Claims counted", text)
	add("Narrowed to", r.narrowedTo())
	add("Documents", fmt.Sprintf("%d processed, %d not processed", len(r.Documents), len(r.Failures)))
	origins, copies := 0, 0
	for _, s := range r.Stories {
		origins, copies = origins+len(s.Origins), copies+len(s.Documents)
	}
	if len(r.Stories) > 0 {
		add("Copies", fmt.Sprintf("%s in %s, whose findings stem from %s", plural(copies, "document", "documents"),
			plural(len(r.Stories), "story", "stories"), plural(origins, "origin", "origins"))+after("; ", r.copiesWithin()))
	} else if text := r.copiesWithin(); text != "" {
		add("Copies", text)
	} else if len(r.Documents) > 1 {
		add("Copies", "no document was found to be a copy of another")
	}
	if r.Run.FailOn != "" {
		if r.Run.FailOn == "none" {
			add("Run fails on", "no finding")
		} else {
			add("Run fails on", words(r.Run.FailOn)+" and graver")
		}
	}
	return out
}

// after puts a separator before what follows, if anything does.
func after(separator, s string) string {
	if s == "" {
		return ""
	}
	return separator + s
}

// severityClass is a class of the style sheet, for foreign words, too.
func severityClass(s string) string {
	if slices.Contains(Severities, s) {
		return s
	}
	return "other"
}

// graverClass is the graver of two severity classes.
func graverClass(a, b string) string {
	rank := func(s string) int {
		if i := slices.Index(Severities, s); i >= 0 {
			return i
		}
		return len(Severities)
	}
	if a == "" || rank(b) < rank(a) {
		return b
	}
	return a
}
