package report

import (
	"testing"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/claim"
)

// machineReport has everything that the machine formats must carry: copies, a
// waived finding and one of a baseline, a page, a name that an address must
// escape, an input that failed, a part that was not read, a rejected claim.
func machineReport(t testing.TB) *Report {
	t.Helper()
	r, _ := copiesReport(t)
	r.Failures = []Failure{{Name: "scan.pdf", Error: "scan.pdf: article is not text: it holds NUL bytes; convert it to plain text or HTML"}}
	r.Documents[1].Name = "articles/coast one, 100%.txt"
	r.Documents[2].Name, r.Documents[2].MediaType, r.Documents[2].InputSHA256 = "articles/inland.html", "text/html", digest("9")
	r.Documents[2].Notes = []Note{{Code: article.NoteNotRead, Message: "sentences 4 to 6 were not read"}}
	r.Findings[0].Suppressed = &Suppression{Kind: SuppressedByWaiver, Reason: "reviewed: the workers left", Owner: "A. Analyst", Approver: "B. Lead", Expires: "2027-01-31"}
	r.Findings[2].Suppressed = &Suppression{Kind: SuppressedByBaseline, Reason: "in the baseline"}
	r.Run.BaselineSHA256 = digest("5")
	r.Ungrounded = []Ungrounded{{Document: "d_2", Code: "quote_not_found", Reason: "the quote does not stand in the article",
		Claimed: Claimed{Activity: "labour_deployment", Status: string(claim.Asserted), Quote: "thousands arrived"}}}
	Summarise(r)
	if err := r.Validate(); err != nil {
		t.Fatal(err)
	}
	return r
}

// smallCatalogue has one measure that the labour report flags, one that it does
// not, and an exemption, which can never flag.
func smallCatalogue() *catalog.Catalogue {
	return &catalog.Catalogue{
		Severity:    map[string]map[string]string{"grave": {BreachIndicated: "critical"}, "serious": {BreachIndicated: "high"}},
		Instruments: []catalog.Instrument{{ID: "S/RES/2397 (2017)", URL: "https://undocs.org/en/S/RES/2397(2017)"}},
		Measures: []catalog.Measure{
			{ID: "dprk-labour-repatriation", Category: "labour", Regime: "dprk", Title: "DPRK nationals earning income abroad: repatriation",
				Summary: "States send home DPRK nationals who earn income abroad.", Strength: "decides", Gravity: "serious", From: "2017-12-22",
				Aliases:    []string{"dprk-workers-home"},
				Provisions: []catalog.Provision{{Instrument: "S/RES/2397 (2017)", Paragraph: "8", Role: "obligation", Verification: "primary"}}},
			{ID: "dprk-coal", Category: "minerals", Regime: "dprk", Title: "Coal from the DPRK", Summary: "States buy no coal from the DPRK.",
				Strength: "decides", Gravity: "grave", From: "2017-08-05",
				Provisions: []catalog.Provision{{Instrument: "S/RES/2371 (2017)", Paragraph: "8", Role: "obligation", Verification: "primary"}}},
			{ID: "dprk-humanitarian", Kind: "exemption", Category: "labour", Title: "Humanitarian exemption"},
		},
	}
}

// machineFormats are the formats of this file's data, by name.
var machineFormats = map[string]textWriter{
	"ndjson": WriteNDJSON, "sarif": WriteSARIF, "junit": WriteJUnit, "github": WriteGitHub, "csv": WriteCSV, "markdown": WriteMarkdown,
}
