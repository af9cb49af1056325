package report

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
)

// readDocument reads a small article of testdata.
func readDocument(t testing.TB, name string) *article.Document {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return documentOf(t, name, string(data))
}

func documentOf(t testing.TB, name, text string) *article.Document {
	t.Helper()
	doc, err := article.Read(name, []byte(text), article.Options{MediaType: "text/plain", Published: "2023-12-13"})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// evidenceOf finds a quote that occurs once in a document.
func evidenceOf(t testing.TB, doc *article.Document, role, quote string) claim.Evidence {
	t.Helper()
	if strings.Count(doc.Text, quote) != 1 {
		t.Fatalf("%q does not occur exactly once in %s", quote, doc.Name)
	}
	start := doc.CodePoint(strings.Index(doc.Text, quote))
	end := start + utf8.RuneCountInString(quote)
	return claim.Evidence{Role: role, Quote: quote, Start: &start, End: &end}
}

func passageOf(t testing.TB, doc *article.Document, role, quote string) Passage {
	t.Helper()
	p, err := PassageOf(doc, evidenceOf(t, doc, role, quote))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// documentEntry is the report's view of a document, with blocks left out that
// do not depend on how package article reads it.
func documentEntry(doc *article.Document, id string) Document {
	return Document{
		ID: id, Name: doc.Name, MediaType: doc.MediaType, InputSHA256: doc.InputSHA256, TextSHA256: doc.TextSHA256,
		Published: &Dated{Date: "2023-12-13", Basis: "flag"}, Paragraphs: 5, Sentences: 6,
	}
}

func digest(c string) string { return strings.Repeat(c, 64) }

// The legal bases are functions: tests change what they are given.
func repatriation() LegalBasis {
	return LegalBasis{
		ID: "un:sc:res:2397:2017:op8", Label: "S/RES/2397 (2017), para. 8", URL: "https://undocs.org/en/S/RES/2397(2017)",
		Role: "obligation", Strength: "decides", Verification: "primary",
		Summary: "States send home every DPRK national who earns income in their jurisdiction, by 22 December 2019 at the latest.",
		InForce: InForce{From: "2017-12-22", CheckedAt: "2026-09-01"},
		Exemptions: []Exemption{
			{ID: "host-national", Label: "the person is a national of the host State"},
			{ID: "refugee", Label: "repatriation is barred by national or international law, including refugee and human-rights law, or by the agreements on the seat and the privileges of the United Nations"},
		},
	}
}

func authorisation() []LegalBasis {
	return []LegalBasis{
		{
			ID: "un:sc:res:2375:2017:op17", Label: "S/RES/2375 (2017), para. 17", URL: "https://undocs.org/en/S/RES/2375(2017)",
			Role: "obligation", Strength: "decides", Verification: "secondary",
			Summary: "States give DPRK nationals no work authorisation in connection with admission to their territory.",
			InForce: InForce{From: "2017-09-11", CheckedAt: "2026-09-01"},
			Exemptions: []Exemption{
				{ID: "committee", Label: "the 1718 Committee approved the employment beforehand, case by case", Stated: true},
			},
		},
		{
			ID: "un:sc:res:2371:2017:op11", Label: "S/RES/2371 (2017), para. 11", URL: "https://undocs.org/en/S/RES/2371(2017)",
			Role: "replaced", Strength: "decides", Verification: "memory",
			Summary: "Froze the number of work authorisations at the level of 5 August 2017.",
			InForce: InForce{From: "2017-08-05", Until: "2017-09-10", CheckedAt: "2026-09-01"},
		},
	}
}

// labourReport is a report with one claim under two measures, with support and
// contradiction, claims set aside, a second document without findings, and an
// input that failed.
func labourReport(t testing.TB) (*Report, map[string]Source) {
	t.Helper()
	doc := readDocument(t, "harbour.txt")
	const said = "there had been signs that North Korea was moving to deploy workers to Russia"
	primary, denial := passageOf(t, doc, claim.Primary, said), passageOf(t, doc, claim.Contradicting, "Moscow has denied that it is receiving workers.")
	law := passageOf(t, doc, claim.Primary, "Any country employing North Korean workers who earn wages would be violating UN Security Council sanctions")

	chain := []claim.Source{
		{Name: "Yonhap", Kind: claim.NewsAgency},
		{Name: "South Korea’s intelligence agency", Kind: claim.GovernmentAgency, Origin: true},
	}
	parties := []claim.Party{{Role: "sending_state", Country: "KP", Name: "North Korea"}, {Role: "host_state", Country: "RU", Name: "Russia"}}
	finding := func(measure, title, verdict, severity string, basis []LegalBasis, reasons []Reason, missing ...string) Finding {
		print := Fingerprint(measure, doc.TextSHA256, said)
		return Finding{
			ID: FindingID(print), Fingerprint: print, Document: "d_1", Claim: "c_1", Regime: "dprk", Category: "labour", Activity: "labour_deployment",
			Measure: measure, Title: title, Verdict: verdict, Severity: severity, Status: claim.Alleged, Stage: claim.Preparing,
			Message:  "South Korea’s intelligence agency, as cited by Yonhap: signs that North Korea is moving to deploy workers to Russia.",
			Evidence: []Passage{primary, denial}, Parties: parties, Attribution: chain,
			LawDate: Dated{Date: "2023-12-12", Basis: "statement_date"}, Bound: []Bound{{Who: BoundMembers, Countries: []string{"RU"}}}, LegalBasis: basis, Reasoning: reasons, Missing: missing,
		}
	}
	watch := finding("dprk-labour-repatriation", "DPRK nationals earning income abroad: repatriation", Watch, "high", []LegalBasis{repatriation()}, []Reason{
		{Condition: "the workers are DPRK nationals", Met: true, Evidence: []int{0}, Law: []int{0}},
		{Condition: "they would work outside the DPRK", Met: true, Evidence: []int{0}, Law: []int{0}},
		{Condition: "the work has started", Effect: "the verdict is watch", Evidence: []int{0}, Law: []int{0}},
		{Condition: "they earn income", Unknown: true, Evidence: []int{1}, Law: []int{0}},
	})
	possible := finding("dprk-labour-authorisation", "Work authorisations for DPRK nationals", BreachPossible, "medium", authorisation(), []Reason{
		{Condition: "the workers are DPRK nationals", Met: true, Evidence: []int{0}, Law: []int{0, 1}},
		{Condition: "a work authorisation was given", Unknown: true, Effect: "the verdict is breach possible", Law: []int{0}},
	}, "date_of_authorisation")

	claimed := claim.Claim{ID: "c_1", Category: "labour", Activity: "labour_deployment", Status: claim.Alleged, Stage: claim.Preparing, Parties: parties,
		Attribution: chain, Evidence: []claim.Evidence{evidenceOf(t, doc, "", said)}}
	stated := claim.Claim{ID: "c_2", Category: "labour", Activity: "labour_employment", Status: claim.Normative,
		Evidence: []claim.Evidence{evidenceOf(t, doc, "", law.Target.Selector[0].Exact)}}

	first, second := documentEntry(doc, "d_1"), documentEntry(doc, "d_2")
	first.Title, first.Outlet = "Minister visits the harbour town", "A News Agency"
	first.Dropped = []DroppedBlock{
		{Reason: "caption", Detail: `cue "Picture:"`, Start: 500, End: 522, Line: 10},
		{Reason: "promotion", Detail: `cue "sign up"`, Start: 522, End: 600, Line: 12, Suspect: true},
		{Reason: "caption", Start: 600, End: 622, Line: 13},
	}
	first.Notes = []Note{
		{Code: "suspect_boilerplate", Message: "a block left out holds full sentences", Line: 12},
		{Code: "truncated", Message: "the text seems to end in the middle of a sentence", Line: 14},
	}
	second.Name = "quiet.txt"
	r := &Report{
		SchemaVersion: SchemaVersion,
		Tool:          Tool{Name: "article41", Version: "0.1.0"},
		Run:           Run{RulesSHA256: digest("1"), PoliciesSHA256: digest("2"), LexiconSHA256: digest("3"), LawCheckedAt: "2026-09-01", FailOn: "medium"},
		Documents:     []Document{first, second},
		Claims: []Claim{
			{Claim: claimed, Document: "d_1", Passages: []Passage{primary}, Findings: []string{possible.ID, watch.ID}, LawDate: watch.LawDate},
			{Claim: stated, Document: "d_1", Passages: []Passage{law}, LawDate: Dated{Date: "2023-12-13", Basis: "published"},
				SetAside: &SetAside{Code: "statement_of_law", Text: "the passage states the law and reports no act"}},
		},
		Findings: []Finding{possible, watch},
		Failures: []Failure{{Name: "scan.pdf", Error: "scan.pdf: article is not text: it holds NUL bytes; convert it to plain text or HTML"}},
	}
	Summarise(r)
	return r, map[string]Source{"d_1": doc, "d_2": doc}
}

// emptyReport is a report on one document in which nothing was found.
func emptyReport(t testing.TB) *Report {
	t.Helper()
	r := &Report{
		SchemaVersion: SchemaVersion, Tool: Tool{Name: "article41", Version: "0.1.0"},
		Run:       Run{RulesSHA256: digest("1"), PoliciesSHA256: digest("2"), LawCheckedAt: "2026-09-01"},
		Documents: []Document{documentEntry(readDocument(t, "harbour.txt"), "d_1")},
	}
	Summarise(r)
	return r
}
