package report

import (
	"strings"
	"testing"
)

// Whether suppressed findings are listed or not, every text format counts the others, says
// how many are suppressed, and shows why when it shows them.
func TestSuppressedInText(t *testing.T) {
	r, sources := labourReport(t)
	r.Findings[0].Suppressed = &Suppression{Kind: SuppressedByWaiver, Reason: "the workers left", Owner: "A. Analyst", Approver: "B. Lead", Expires: "2027-01-31"}
	Summarise(r)
	for name, write := range map[string]textWriter{"pretty": WritePretty, "concise": WriteConcise} {
		for _, show := range []bool{false, true} {
			out := string(render(t, write, r, Options{Sources: sources, ShowSuppressed: show}))
			if !strings.Contains(out, "1 flag for review (high 1)") || !strings.Contains(out, "1 finding suppressed by waivers or a baseline") {
				t.Errorf("%s, shown %v: counts:\n%s", name, show, out)
			}
			if got := strings.Contains(out, r.Findings[0].Measure); got != show {
				t.Errorf("%s, shown %v: the finding is there: %v", name, show, got)
			}
			if got := strings.Contains(strings.Join(strings.Fields(out), " "), "the workers left"); got != show {
				t.Errorf("%s, shown %v: the reason is there: %v", name, show, got)
			}
		}
	}
	r.Findings[1].Suppressed = &Suppression{Kind: SuppressedByBaseline, Reason: "in the baseline"}
	if out := string(render(t, WriteConcise, r, Options{})); !strings.Contains(out, "no flag that is not suppressed") || strings.Contains(out, "no flag raised") {
		t.Errorf("all suppressed:\n%s", out)
	}
}
