package report

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/article41/article41/checker/article"
)

const (
	sarifVersion = "2.1.0"
	sarifSchema  = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"

	homepage = "https://github.com/article41/article41" // of the program

	// lawTaxonomy names the taxonomy whose taxa are provisions.
	lawTaxonomy = "UN Security Council resolutions"
)

// WriteSARIF writes r as SARIF 2.1.0, the format of code scanning services:
// measures are rules, findings results, provisions taxa. Columns and offsets
// count code points; see sarifRegion. Every measure that can flag and was asked for is
// a rule, also those that did not, when o holds the catalogue. Suppressed findings
// stay: waived ones with a suppression, those of a baseline as "unchanged".
//
// Kind "fail" is what SARIF asks of every result that has a level. It stands for a
// flag for review, as the run's properties say.
//
// Results are written one by one, as WriteJSON does.
func WriteSARIF(w io.Writer, r *Report, o Options) error {
	s := newSarif(r, o)
	j := jsonWriter{w: bufio.NewWriterSize(w, 64<<10)}
	j.enc = json.NewEncoder(&j.buf)
	j.enc.SetEscapeHTML(false)
	member := func(name string, v any) {
		if j.began {
			j.text(",")
		}
		j.began = true
		j.text("\n      \"" + name + "\": ")
		j.value(v, "      ")
	}
	j.text("{\n  \"$schema\": \"" + sarifSchema + "\",\n  \"version\": \"" + sarifVersion + "\",\n  \"runs\": [\n    {")
	member("tool", sarifTool{s.driver()})
	member("columnKind", "unicodeCodePoints")
	member("language", "en")
	member("invocations", []sarifInvocation{s.invocation()})
	if artifacts := s.artifacts(); len(artifacts) > 0 {
		member("artifacts", artifacts)
	}
	if len(s.taxa) > 0 {
		member("taxonomies", []sarifComponent{{
			Name: lawTaxonomy, Organization: "United Nations Security Council",
			ShortDescription: sarifPlain("The paragraphs that the measures are built from; ids use the printed paragraph numbers."),
			Taxa:             s.taxa,
		}})
	}
	member("properties", s.runProperties())
	j.text(",\n      \"results\": [")
	for i := range r.Findings {
		if i > 0 {
			j.text(",")
		}
		j.text("\n        ")
		j.value(s.result(&r.Findings[i]), "        ")
	}
	if len(r.Findings) > 0 {
		j.text("\n      ")
	}
	j.text("]\n    }\n  ]\n}\n")
	if j.err != nil {
		return j.err
	}
	if err := j.w.Flush(); err != nil {
		return fmt.Errorf("writing the SARIF report: %w", err)
	}
	return nil
}

// sarif holds what the objects of one report refer to by index.
type sarif struct {
	r        *Report
	measures []measure
	rule     map[string]int // by measure id
	document map[string]int // by id
	taxa     []sarifDescriptor
	taxon    map[string]int // by provision id
	waivers  bool           // were asked: every result says how it was suppressed
	baseline bool           // was asked: every result says whether it is known
}

func newSarif(r *Report, o Options) *sarif {
	s := &sarif{r: r, measures: measuresOf(r, o.Catalogue), rule: map[string]int{}, document: map[string]int{}, taxon: map[string]int{}}
	for i, m := range s.measures {
		s.rule[m.id] = i
		for _, p := range m.provisions {
			s.addTaxon(p)
		}
	}
	for i, d := range r.Documents {
		s.document[d.ID] = i
	}
	s.waivers, s.baseline = r.Run.WaiversSHA256 != "", r.Run.BaselineSHA256 != ""
	for _, f := range r.Findings {
		if f.Suppressed != nil {
			known := f.Suppressed.Kind == SuppressedByBaseline
			s.waivers, s.baseline = s.waivers || !known, s.baseline || known
		}
		for _, l := range f.LegalBasis {
			s.addTaxon(provision{l.ID, l.Label, l.URL})
		}
	}
	return s
}

func (s *sarif) addTaxon(p provision) {
	if _, ok := s.taxon[p.id]; ok {
		return
	}
	s.taxon[p.id] = len(s.taxa)
	s.taxa = append(s.taxa, sarifDescriptor{ID: Sanitize(p.id), Name: Sanitize(p.label), ShortDescription: sarifPlain(p.label), HelpURI: lawAddress(p.url)})
}

var lawPointer = &sarifComponentPointer{Name: lawTaxonomy}

// provisionPointers lead to the taxa of provisions, each once.
func (s *sarif) provisionPointers(ids []string) []sarifPointer {
	var out []sarifPointer
	for n, id := range ids {
		if i, ok := s.taxon[id]; ok && !slices.Contains(ids[:n], id) {
			out = append(out, sarifPointer{ID: Sanitize(id), Index: &i, ToolComponent: lawPointer})
		}
	}
	return out
}

var semantic = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$`)
})

func (s *sarif) driver() sarifComponent {
	version := Sanitize(s.r.Tool.Version)
	c := sarifComponent{Name: Sanitize(s.r.Tool.Name), Version: version, InformationURI: homepage}
	if semantic().MatchString(version) {
		c.SemanticVersion = version
	}
	if len(s.taxa) > 0 {
		c.SupportedTaxonomies = []sarifComponentPointer{*lawPointer}
	}
	for _, m := range s.measures {
		d := sarifDescriptor{
			ID: Sanitize(m.id), ShortDescription: sarifPlain(m.title), FullDescription: sarifPlain(m.title),
			DefaultConfiguration: &sarifConfiguration{sarifLevel(m.severity)},
			Properties: &sarifRuleFacts{Category: Sanitize(m.category), Regime: Sanitize(m.regime), Strength: m.strength, Gravity: m.gravity,
				From: m.from, Until: m.until, Tags: tags("sanctions", m.regime, m.category)},
		}
		for _, old := range m.aliases {
			d.DeprecatedIDs = append(d.DeprecatedIDs, Sanitize(old))
		}
		if m.summary != "" {
			d.FullDescription = sarifPlain(m.summary)
		}
		ids, labels := []string{}, []string{}
		for _, p := range m.provisions {
			if d.HelpURI == "" {
				d.HelpURI = lawAddress(p.url)
			}
			ids, labels = append(ids, p.id), append(labels, p.label)
		}
		if len(labels) > 0 {
			d.Help = sarifPlain(strings.TrimSpace(m.summary+" Law: "+strings.Join(labels, "; ")) + ". " + Notice)
		}
		for _, p := range s.provisionPointers(ids) {
			d.Relationships = append(d.Relationships, sarifRelationship{Target: p, Kinds: []string{"relevant"}})
		}
		c.Rules = append(c.Rules, d)
	}
	return c
}

// sarifLevel is the level of a severity. One that is not known counts as the
// gravest, as in AtOrAbove.
func sarifLevel(severity string) string {
	switch severity {
	case "medium":
		return "warning"
	case "low":
		return "note"
	case "info":
		return "none"
	}
	return "error"
}

// invocation says what could not be processed, what the notes of the documents warn
// of, which blocks with full sentences were left out, and which claims of an extractor
// were rejected.
func (s *sarif) invocation() sarifInvocation {
	in := sarifInvocation{ExecutionSuccessful: s.r.Whole()}
	for _, f := range s.r.Failures {
		in.Notifications = append(in.Notifications, sarifNotification{
			Level: "error", Descriptor: sarifPointer{ID: "input_not_processed"}, Message: sarifMessage("not processed: " + failureText(f)),
			Locations: []sarifLocation{{Physical: &sarifPhysical{Artifact: sarifArtifactLocation{URI: inputURI(f.Name)}}}},
		})
	}
	for i, d := range s.r.Documents {
		noted := map[int]bool{} // lines of suspect blocks
		for _, n := range d.Notes {
			level := "note"
			if n.Code == article.NoteNotRead {
				level = "error"
			}
			noted[n.Line] = noted[n.Line] || n.Code == article.NoteSuspect
			in.Notifications = append(in.Notifications, s.notification(level, n.Code, n.Message, i, n.Line))
		}
		for _, b := range d.Dropped {
			if b.Suspect && !noted[b.Line] {
				in.Notifications = append(in.Notifications, s.notification("note", article.NoteSuspect, leftOutText(b), i, b.Line))
			}
		}
	}
	for _, u := range s.r.Ungrounded {
		text := "claim of the extractor rejected, not flagged: " + u.Reason
		if u.Claimed.Quote != "" {
			text += ": “" + shorten(u.Claimed.Quote, 2*conciseQuote) + "”"
		}
		if i, ok := s.document[u.Document]; ok {
			in.Notifications = append(in.Notifications, s.notification("warning", u.Code, text, i, 0))
		} else {
			in.Notifications = append(in.Notifications, sarifNotification{Level: "warning", Descriptor: sarifPointer{ID: Sanitize(u.Code)}, Message: sarifMessage(text)})
		}
	}
	return in
}

// notification is about a line of the i-th document; of the whole document when line
// is 0.
func (s *sarif) notification(level, code, message string, i, line int) sarifNotification {
	at := &sarifPhysical{Artifact: s.artifact(i)}
	if line > 0 {
		at.Region = &sarifRegion{StartLine: line}
	}
	return sarifNotification{
		Level: level, Descriptor: sarifPointer{ID: Sanitize(code)}, Message: sarifMessage(message),
		Locations: []sarifLocation{{Physical: at, Facts: placeFacts(s.r.Documents[i], nil)}},
	}
}

// leftOutText says why a block was left out, and whether that is doubtful.
func leftOutText(b DroppedBlock) string {
	text := "left out as " + words(b.Reason)
	if b.Detail != "" {
		text += " (" + b.Detail + ")"
	}
	if b.Suspect {
		text += ", but holds full sentences"
	}
	return text
}

func (s *sarif) artifacts() []sarifArtifact {
	var out []sarifArtifact
	for i, d := range s.r.Documents {
		a := sarifArtifact{
			Location: s.artifact(i), Roles: []string{"analysisTarget"},
			Properties: sarifDocumentFacts{Document: Sanitize(d.ID), TextSHA256: Sanitize(d.TextSHA256), Title: Sanitize(d.Title), Outlet: Sanitize(d.Outlet), URL: Sanitize(d.URL)},
		}
		if d.InputSHA256 != "" {
			a.Hashes = map[string]string{"sha-256": Sanitize(d.InputSHA256)}
		}
		if strings.Contains(d.MediaType, "/") {
			a.MimeType = Sanitize(d.MediaType)
		}
		if d.Published != nil {
			a.Properties.Published, a.Properties.Basis = Sanitize(d.Published.Date), Sanitize(d.Published.Basis)
		}
		out = append(out, a)
	}
	return out
}

func (s *sarif) artifact(i int) sarifArtifactLocation {
	return sarifArtifactLocation{URI: inputURI(s.r.Documents[i].Name), Index: &i}
}

func (s *sarif) runProperties() sarifRunFacts {
	run := s.r.Run
	f := sarifRunFacts{
		Notice: Notice, RulesSHA256: run.RulesSHA256, PoliciesSHA256: run.PoliciesSHA256, LexiconSHA256: run.LexiconSHA256,
		LawCheckedAt: run.LawCheckedAt, AsOf: run.AsOf, FailOn: run.FailOn, Filter: run.Filter, Merged: run.Merged, Lists: run.Lists, Extractor: run.Extractor, Claims: len(s.r.Claims), Ungrounded: len(s.r.Ungrounded),
	}
	for _, c := range s.r.Claims {
		if c.SetAside != nil {
			f.SetAside++
		}
	}
	for _, x := range s.r.Findings {
		if x.Suppressed != nil {
			f.Suppressed++
		}
	}
	return f
}

func (s *sarif) result(f *Finding) sarifResult {
	res := sarifResult{
		RuleID: Sanitize(f.Measure), RuleIndex: s.rule[f.Measure], Kind: "fail", Level: sarifLevel(f.Severity),
		Message: sarifMessage(s.message(f)), Locations: []sarifLocation{},
		Properties: sarifFacts{
			Finding: Sanitize(f.ID), Claim: Sanitize(f.Claim), Verdict: Sanitize(f.Verdict), Severity: Sanitize(f.Severity),
			Status: Sanitize(string(f.Status)), Stage: Sanitize(string(f.Stage)), Category: Sanitize(f.Category), Activity: Sanitize(f.Activity),
			LawDate: Sanitize(f.LawDate.Date), LawDateBasis: Sanitize(f.LawDate.Basis), Missing: list(f.Missing), CopyOf: f.CopyOf,
		},
	}
	if res.Level == "none" {
		res.Kind = "review" // the standard allows no level but "none" with it, and none without
	}
	if n := len(f.Attribution); n > 0 {
		res.Properties.Source, res.Properties.SourceKind = Sanitize(f.Attribution[n-1].Name), Sanitize(f.Attribution[n-1].Kind)
	}
	doc := Document{ID: f.Document, Name: f.Document}
	at := sarifArtifactLocation{URI: inputURI(f.Document)}
	if i, ok := s.document[f.Document]; ok {
		doc, at = s.r.Documents[i], s.artifact(i)
	}
	// The first passage is the place; the others and the law stand beside it.
	for i, p := range f.Evidence {
		l := sarifLocation{Physical: &sarifPhysical{Artifact: at, Region: regionOf(p)}, Facts: placeFacts(doc, &p)}
		if i == 0 {
			res.Locations = append(res.Locations, l)
			continue
		}
		l.Message = sarifSays(words(p.Role) + " passage")
		res.relate(l)
	}
	var ids []string
	for _, law := range f.LegalBasis {
		ids = append(ids, law.ID)
		l := sarifLocation{
			Message: sarifSays(strings.Join(nonEmpty(law.Label, lawRoleWords[law.Role], known(strengthWords, law.Strength),
				inForce(law.InForce), known(verificationWords, law.Verification)), ", ") + ": " + law.Summary),
			Logical: []sarifLogical{{Sanitize(law.Label), Sanitize(law.ID), "provision"}},
		}
		if u := lawAddress(law.URL); u != "" {
			l.Physical = &sarifPhysical{Artifact: sarifArtifactLocation{URI: u}}
		}
		res.relate(l)
	}
	res.Taxa = s.provisionPointers(ids)
	if f.Fingerprint != "" {
		version, digits, ok := strings.Cut(f.Fingerprint, ":")
		if !ok {
			version, digits = "v0", f.Fingerprint
		}
		res.Fingerprints = map[string]string{"article41/" + Sanitize(version): Sanitize(digits)}
	}
	s.suppress(&res, f.Suppressed)
	return res
}

// relate adds a related location, numbered from 1.
func (res *sarifResult) relate(l sarifLocation) {
	id := len(res.Related) + 1
	l.ID = &id
	res.Related = append(res.Related, l)
}

// suppress says that a finding was waived or known. All results have suppressions,
// be it none, or no result has (3.27.23), and so for the baseline (3.27.24). A waived
// finding was known to whoever waived it, so it is "unchanged".
func (s *sarif) suppress(res *sarifResult, by *Suppression) {
	if s.waivers {
		res.Suppressions = &[]sarifSuppression{}
	}
	if s.baseline {
		res.BaselineState = "unchanged"
	}
	if by == nil {
		if s.baseline {
			res.BaselineState = "new"
		}
		return
	}
	if by.Kind != SuppressedByBaseline {
		*res.Suppressions = append(*res.Suppressions, sarifSuppression{
			Kind: "external", Status: "accepted", Justification: Sanitize(by.Reason),
			Properties: sarifWaiverFacts{Sanitize(by.Owner), Sanitize(by.Approver), Sanitize(by.Expires)},
		})
	}
	res.Properties.SuppressedBy, res.Properties.Reason = Sanitize(by.Kind), Sanitize(by.Reason)
}

// message is the finding's sentence, which names the source, the status and what is
// kept open, with the verdict and the law.
func (s *sarif) message(f *Finding) string {
	var labels []string
	for _, l := range f.LegalBasis {
		labels = append(labels, l.Label)
	}
	return strings.TrimSuffix(f.Message, ".") + ". Flag for review: " + words(f.Verdict) + "; law: " + strings.Join(labels, "; ") + "."
}

// regionOf is the region of a passage; nil when it has no line.
func regionOf(p Passage) *sarifRegion {
	quote, ok := p.quote()
	if p.Line < 1 {
		return nil
	}
	r := &sarifRegion{StartLine: p.Line, StartColumn: max(p.Column, 0)}
	if ok && p.Column > 0 && quote.Exact != "" {
		r.EndLine, r.EndColumn = passageEnd(p, quote.Exact)
		r.Snippet = &sarifText{quote.Exact}
	}
	if at, ok := p.position(); ok && at.Start != nil && at.End != nil && *at.Start >= 0 && *at.End >= *at.Start {
		length := *at.End - *at.Start
		r.CharOffset, r.CharLength = at.Start, &length
	}
	return r
}

// passageEnd is the line in which a passage ends and the column just behind it,
// both from 1.
func passageEnd(p Passage, quote string) (line, column int) {
	last := quote[strings.LastIndexByte(quote, '\n')+1:]
	n := strings.Count(quote, "\n")
	if n == 0 {
		return p.Line, p.Column + utf8.RuneCountInString(last)
	}
	return p.Line + n, 1 + utf8.RuneCountInString(last)
}

// placeFacts say what a region counts, when it is not the input's own characters,
// and where else a passage can be found. nil when there is nothing to say.
func placeFacts(d Document, p *Passage) *sarifPlaceFacts {
	var f sarifPlaceFacts
	switch {
	case d.MediaType == "text/html":
		f.RegionOf = "extracted text"
	case d.InputSHA256 != d.TextSHA256:
		f.RegionOf = "text with LF line ends and without byte order mark"
	}
	if p != nil {
		f.Paragraph, f.Sentence, f.Fragment = p.Paragraph, p.Sentence, p.Fragment
	}
	if f == (sarifPlaceFacts{}) {
		return nil
	}
	return &f
}

// tags are sanitized and each once, as the standard asks.
func tags(words ...string) []string {
	var out []string
	for _, w := range words {
		if w = Sanitize(w); w != "" && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

func sarifPlain(s string) *sarifText { return &sarifText{Sanitize(s)} }

func sarifSays(s string) *sarifText {
	m := sarifMessage(s)
	return &m
}

// sarifMessage is s as a message that stands for itself: braces would be
// placeholders (3.11.5), and brackets links that the article's author chose
// (3.11.6).
func sarifMessage(s string) sarifText {
	return sarifText{strings.NewReplacer("{", "{{", "}", "}}", `\`, `\\`, "[", `\[`, "]", `\]`).Replace(Sanitize(s))}
}

// inputURI is the name of an input as a relative reference: "a b.txt" is
// "a%20b.txt", standard input "-". An absolute path becomes a file address.
func inputURI(name string) string {
	const plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"
	var b strings.Builder
	if strings.HasPrefix(name, "/") {
		b.WriteString("file://")
		name = "/" + strings.TrimLeft(name, "/") // "//host" would name one
	}
	for i := range len(name) {
		if strings.IndexByte(plain, name[i]) >= 0 {
			b.WriteByte(name[i])
		} else {
			fmt.Fprintf(&b, "%%%02X", name[i])
		}
	}
	return b.String()
}

// lawAddress is an http or https address in the characters that an address may
// have, or "".
func lawAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return ""
	}
	return u.String()
}
