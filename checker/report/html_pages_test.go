package report

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
)

// htmlCase is one page, for the tests here and for those in Chromium.
type htmlCase struct {
	name string
	r    *Report
	o    Options
}

// htmlCases are pages of every kind. scripts/html/check.mjs knows them by name.
func htmlCases(t testing.TB) []htmlCase {
	t.Helper()
	labour, sources := labourReport(t)
	labour.Documents[0].URL = "https://news.example/2023/12/13/harbour?page=1#top"
	labour.Claims[0].Facts = []claim.Fact{{Name: claim.ReadOn}}
	labour.Findings[0].Parties[0].Basis, labour.Findings[0].Parties[1].Listed = "the affair of sentence 1", "KPe.001"
	labour.Ungrounded = []Ungrounded{{Document: "d_1", Code: "quote_not_found", Reason: "the quote does not stand in the article",
		Claimed: Claimed{Activity: "send_workers", Status: "asserted", Quote: "made up"}}}
	copies, copySources := copiesReport(t)
	suppressed, _ := labourReport(t)
	suppressed.Findings[0].Suppressed = &Suppression{Kind: SuppressedByWaiver, Reason: "an old case", Owner: "a@example.org", Approver: "b@example.org", Expires: "2027-01-31"}
	suppressed.Run.WaiversSHA256 = digest("7")
	Summarise(suppressed)
	another, _ := labourReport(t)
	another.Documents[0].TextSHA256 = digest("9")
	hostile, hostileArticles := hostilePage(t)
	overlap, overlapArticles := overlapReport(t)
	many, manyArticles := manyFindings(t, 25, 20)
	return []htmlCase{
		{"labour", labour, Options{Articles: articlesOf(sources)}},
		{"copies", copies, Options{Articles: articlesOf(copySources)}},
		{"no_article", labour, Options{}},
		{"another_article", another, Options{Articles: articlesOf(sources)}},
		{"none", emptyReport(t), Options{Articles: map[string]*article.Document{"d_1": readDocument(t, "harbour.txt")}}},
		{"nothing", &Report{Failures: []Failure{{Name: "a.txt", Error: "a.txt: article is empty"}}}, Options{}},
		{"suppressed", suppressed, Options{Articles: articlesOf(sources)}},
		{"suppressed_shown", suppressed, Options{Articles: articlesOf(sources), ShowSuppressed: true}},
		{"hostile", hostile, Options{Articles: hostileArticles}},
		{"overlap", overlap, Options{Articles: overlapArticles}},
		{"many", many, Options{Articles: manyArticles}},
	}
}

func articlesOf(sources map[string]Source) map[string]*article.Document {
	out := map[string]*article.Document{}
	for id, s := range sources {
		out[id] = s.(*article.Document)
	}
	return out
}

// flagged adds a claim with one finding on each quote to a report.
func flagged(t testing.TB, r *Report, doc *article.Document, id, severity string, quotes ...string) {
	t.Helper()
	base, _ := labourReport(t)
	f := base.Findings[1]
	f.Document, f.Severity = id, severity
	f.Claim = fmt.Sprintf("c_%d", len(r.Claims)+1)
	f.Title = strings.ToUpper(severity[:1]) + severity[1:] + " " + fmt.Sprint(len(r.Claims)+1)
	f.Measure = fmt.Sprintf("measure-%d", len(r.Claims)+1)
	f.Evidence = nil
	for i, q := range quotes {
		f.Evidence = append(f.Evidence, passageOf(t, doc, passageRoles[min(i, 1)], q))
	}
	f.Reasoning = []Reason{{Condition: "the condition of " + f.Title, Met: true, Evidence: []int{0}, Law: []int{0}}}
	f.Fingerprint = Fingerprint(f.Measure, doc.TextSHA256, quotes[0])
	f.ID = FindingID(f.Fingerprint)
	f.Status = claim.Statuses[len(r.Claims)%2]
	r.Findings = append(r.Findings, f)
	c := base.Claims[0]
	c.ID, c.Document, c.Passages, c.Findings = f.Claim, id, f.Evidence, []string{f.ID}
	r.Claims = append(r.Claims, c)
}

// overlapReport has passages that overlap, nest, are equal and cross paragraphs, in a
// long article.
func overlapReport(t testing.TB) (*Report, map[string]*article.Document) {
	t.Helper()
	text := "The ship left the harbour with coal and iron ore on board.\n\nThe captain said that the cargo was his own.\n\n"
	for day := range 60 {
		text += fmt.Sprintf("Nothing of note happened on day %d, and the town went on as it always had.\n\n", day+1)
	}
	text += "In the end the cargo was unloaded at night, the witness said.\n"
	doc := documentOf(t, "ship.txt", text)
	r := emptyReport(t)
	r.Documents = []Document{documentEntry(doc, "d_1")}
	r.Documents[0].URL = "http://news.example/served"
	flagged(t, r, doc, "d_1", "high", "ship left the harbour with coal", "cargo was unloaded at night")
	flagged(t, r, doc, "d_1", "critical", "the harbour with coal and iron ore")
	flagged(t, r, doc, "d_1", "low", "harbour")
	flagged(t, r, doc, "d_1", "medium", "harbour")
	flagged(t, r, doc, "d_1", "info", "on board.\n\nThe captain said")
	Summarise(r)
	return r, map[string]*article.Document{"d_1": doc}
}

// manyFindings has many documents with many findings each.
func manyFindings(t testing.TB, documents, each int) (*Report, map[string]*article.Document) {
	t.Helper()
	r := emptyReport(t)
	r.Documents = nil
	articles := map[string]*article.Document{}
	for d := range documents {
		var b strings.Builder
		for i := range each {
			fmt.Fprintf(&b, "On day %d of month %d the vessel Kestrel%dk took cargo number %d on board, as the harbour office wrote in its book.\n\n", i+1, d+1, d+1, i+1)
		}
		id := fmt.Sprintf("d_%d", d+1)
		doc := documentOf(t, fmt.Sprintf("articles/%02d.txt", d+1), b.String())
		articles[id] = doc
		r.Documents = append(r.Documents, documentEntry(doc, id))
		for i := range each {
			flagged(t, r, doc, id, Severities[(d+i)%len(Severities)], fmt.Sprintf("Kestrel%dk took cargo number %d on board", d+1, i+1))
		}
	}
	Summarise(r)
	return r, articles
}

// hostileText is the worst that an article, a claims file or a user's rules can hold. A
// browser that takes any of it for more than text runs own().
const hostileText = "</script></style></title><script>own()</script><img src=x onerror=own()>\" onfocus=own() autofocus x=\"' onclick='own()" +
	"<!--<svg onload=own()>]]>{{.Script}}javascript:own()\x1b]0;owned\x07\x1b[2J\u009b31m\u202egnp\u2066\u200b\r\nFAKE\t\x00\u2028"

// hostilePage has hostileText in the article and in every string of the report.
func hostilePage(t testing.TB) (*Report, map[string]*article.Document) {
	t.Helper()
	body := strings.NewReplacer("\x00", "", "\r\n", " ", "\u2028", "").Replace(hostileText)
	doc := documentOf(t, "hostile.txt", "The <b>first</b> paragraph says "+body+" and goes on.\n\nThe second <script>own()</script> one ends.\n")
	r, _ := labourReport(t)
	start := strings.Index(doc.Text, "<b>first")
	p := passageOf(t, doc, claim.Primary, doc.Text[start:start+len("<b>first</b> paragraph says "+body)])
	spoil(reflect.ValueOf(r).Elem(), hostileText)
	r.Findings[0].Suppressed = &Suppression{Kind: hostileText, Reason: hostileText, Owner: hostileText, Approver: hostileText, Expires: hostileText}
	r.Findings[1].CopyOf = &FindingRef{hostileText, hostileText}
	r.Run.Extractor = &Extractor{Name: hostileText, Program: hostileText, Model: hostileText}
	r.Ungrounded = []Ungrounded{{hostileText, hostileText, hostileText, Claimed{Activity: hostileText, Quote: hostileText}}}
	r.Stories = []Story{{hostileText, hostileText, []string{"d_1", hostileText}, "d_1", 0.5, make([]StoryCopy, 1), []Origin{{Name: hostileText, Kind: hostileText}}}}
	extra := r.Findings[0]
	extra.Suppressed, extra.Document = nil, "d_1"
	r.Findings = append(r.Findings, extra)
	r.Documents[0].ID, r.Documents[0].TextSHA256, r.Documents[0].URL = "d_1", doc.TextSHA256, "javascript:own()//"+hostileText
	r.Documents[1].URL = "data:text/html,<script>own()</script>"
	for i := range r.Findings {
		r.Findings[i].Evidence = append(r.Findings[i].Evidence, p)
		r.Findings[i].LegalBasis[0].URL = "JavaScript:own()"
	}
	r.Claims[1].Document = "d_1"
	return r, map[string]*article.Document{"d_1": doc}
}

// TestWritePages writes the pages for scripts/html/check.mjs into the folder that
// HTML_PAGES names.
func TestWritePages(t *testing.T) {
	folder := os.Getenv("HTML_PAGES")
	if folder == "" {
		t.Skip("HTML_PAGES names no folder")
	}
	for _, tc := range htmlCases(t) {
		if err := os.WriteFile(filepath.Join(folder, tc.name+".html"), render(t, WriteHTML, tc.r, tc.o), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	// The article of the page "overlap" as a site would serve it.
	_, articles := overlapReport(t)
	var b strings.Builder
	b.WriteString("<!doctype html><meta charset=utf-8><title>ship</title>")
	for _, block := range articles["d_1"].Blocks {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(articles["d_1"].Quote(block.Span)))
	}
	if err := os.WriteFile(filepath.Join(folder, "served.html"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
