package checker

import (
	"testing"

	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/report"
)

// A mention is a finding of the lowest severity: it says who is named, and offers
// no exemption from an act that nobody tells of.
func TestMention(t *testing.T) {
	doc := read(t, "x.txt", "A man named Ermias Ghermay was at the ceremony, the agency said.\n")
	r, err := newChecker(t).CheckClaims(t.Context(), doc, &claim.File{SchemaVersion: "1", Claims: []claim.Claim{{
		ID: "c", Category: "designated-party", Activity: "designated_mention", Status: claim.Alleged,
		Parties:     []claim.Party{{Role: "named", Name: "Ermias Ghermay", Country: "ER", Listed: "LYi.021"}},
		Attribution: []claim.Source{{Name: "the agency", Kind: "news_agency", Origin: true}},
		Evidence:    []claim.Evidence{{Quote: "A man named Ermias Ghermay was at the ceremony"}},
	}}})
	if err != nil || len(r.Findings) != 1 {
		t.Fatalf("%v %+v %+v", err, r.Findings, r.Failures)
	}
	f := r.Findings[0]
	if f.Measure != "libya-asset-freeze" || f.Verdict != report.Mention || f.Severity != "info" {
		t.Errorf("%s %s %s", f.Measure, f.Verdict, f.Severity)
	}
	if want := "The agency: names a listed party, Ermias Ghermay (alleged)"; f.Message != want {
		t.Errorf("message %q, want %q", f.Message, want)
	}
	for _, basis := range f.LegalBasis {
		if len(basis.Exemptions) > 0 || basis.Role == "exemption" {
			t.Errorf("%s: %s, exemptions %+v", basis.Label, basis.Role, basis.Exemptions)
		}
	}
	if r.AtOrAbove("low") != 0 || r.AtOrAbove("info") != 1 {
		t.Errorf("%d findings from low on, %d from info on", r.AtOrAbove("low"), r.AtOrAbove("info"))
	}
}
