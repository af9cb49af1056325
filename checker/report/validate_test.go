package report

import (
	"strconv"
	"strings"
	"testing"
)

func TestValidateAccepts(t *testing.T) {
	full, _ := labourReport(t)
	copies, _ := copiesReport(t)
	for name, r := range map[string]*Report{"full": full, "copies": copies, "empty": emptyReport(t)} {
		if err := r.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestValidateRefuses(t *testing.T) {
	evidence := func(r *Report) *Passage { return &r.Findings[0].Evidence[0] }
	for _, tc := range []struct {
		name  string
		spoil func(r *Report)
		want  string
	}{
		{"no evidence", func(r *Report) { r.Findings[0].Evidence = nil }, "no passage"},
		{"no law", func(r *Report) { r.Findings[0].LegalBasis = nil }, "no legal basis"},
		{"no reason", func(r *Report) { r.Findings[0].Reasoning = nil }, "no reason"},
		{"empty condition", func(r *Report) { r.Findings[0].Reasoning[0].Condition = "" }, "condition is empty"},
		{"met and unknown", func(r *Report) { r.Findings[0].Reasoning[0].Unknown = true }, "both met and unknown"},
		{"evidence index", func(r *Report) { r.Findings[0].Reasoning[0].Evidence = []int{2} }, "evidence index 2"},
		{"law index", func(r *Report) { r.Findings[0].Reasoning[0].Law = []int{-1} }, "law index -1"},
		{"no quote selector", func(r *Report) { evidence(r).Target.Selector = evidence(r).Target.Selector[1:] }, "no TextQuoteSelector"},
		{"empty quote", func(r *Report) { evidence(r).Target.Selector[0].Exact = "" }, "no TextQuoteSelector"},
		{"no position selector", func(r *Report) { evidence(r).Target.Selector = evidence(r).Target.Selector[:1] }, "no TextPositionSelector"},
		{"no start", func(r *Report) { evidence(r).Target.Selector[1].Start = nil }, "no TextPositionSelector"},
		{"quote longer than offsets", func(r *Report) { evidence(r).Target.Selector[0].Exact += "x" }, "do not fit the quote"},
		{"other text", func(r *Report) { evidence(r).Target.Source = "sha256:" + digest("0") }, "source is"},
		{"other target", func(r *Report) { evidence(r).Target.Type = "Text" }, "target type"},
		{"no line", func(r *Report) { evidence(r).Line = 0 }, "line 0"},
		{"role", func(r *Report) { evidence(r).Role = "" }, "role is"},
		{"verdict", func(r *Report) { r.Findings[0].Verdict = "not_prohibited" }, "verdict is"},
		{"severity", func(r *Report) { r.Findings[0].Severity = "urgent" }, "severity is"},
		{"status", func(r *Report) { r.Findings[0].Status = "" }, "status is"},
		{"stage", func(r *Report) { r.Findings[0].Stage = "" }, "stage is"},
		{"message", func(r *Report) { r.Findings[0].Message = "" }, "message is empty"},
		{"verification", func(r *Report) { r.Findings[0].LegalBasis[0].Verification = "" }, "verification is"},
		{"label", func(r *Report) { r.Findings[0].LegalBasis[0].Label = "" }, "label"},
		{"in force", func(r *Report) { r.Findings[0].LegalBasis[0].InForce.From = "" }, "in_force.from"},
		{"id of another fingerprint", func(r *Report) { r.Findings[0].ID = "f_00000000" }, "id does not follow"},
		{"unknown document", func(r *Report) { r.Findings[0].Document = "d_9" }, `document "d_9"`},
		{"unknown claim", func(r *Report) { r.Findings[0].Claim = "c_9" }, `claim "c_9"`},
		{"finding its claim does not list", func(r *Report) { r.Claims[0].Findings = r.Claims[0].Findings[:1] }, "does not list"},
		{"claim with a finding that is not there", func(r *Report) { r.Findings = r.Findings[:1] }, "is not in the report for this claim"},
		{"claim of another document", func(r *Report) { r.Claims[1].Document = "d_9" }, `document "d_9"`},
		{"claim without fate", func(r *Report) { r.Claims[1].SetAside = nil }, "never both or neither"},
		{"claim with two fates", func(r *Report) { r.Claims[0].SetAside = r.Claims[1].SetAside }, "never both or neither"},
		{"set aside without reason", func(r *Report) { r.Claims[1].SetAside.Text = "" }, "without words"},
		{"claim without passage", func(r *Report) { r.Claims[1].Passages = nil }, "must quote the article"},
		{"document twice", func(r *Report) { r.Documents[1].ID = "d_1" }, "not unique"},
		{"claim twice", func(r *Report) { r.Claims[1].ID = "c_1" }, "not unique"},
		{"version", func(r *Report) { r.SchemaVersion = "" }, "schema_version"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r, _ := labourReport(t)
			tc.spoil(r)
			err := r.Validate()
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("error %v, want one with %q", err, tc.want)
			}
		})
	}
}

func TestValidateReportsEveryProblem(t *testing.T) {
	r, _ := labourReport(t)
	r.Findings[0].LegalBasis, r.Findings[1].Reasoning = nil, nil
	err := r.Validate()
	for _, want := range []string{"findings[0]", "no legal basis", "findings[1]", "no reason"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v lacks %q", err, want)
		}
	}
}

// equalDocuments is a report on n documents of the same text, each with the same finding
// and all but the first a copy of it.
func equalDocuments(t testing.TB, n int) *Report {
	t.Helper()
	r, _ := labourReport(t)
	d, c, f := r.Documents[0], r.Claims[0], r.Findings[0]
	c.Findings = []string{f.ID}
	r.Documents, r.Claims, r.Findings = nil, nil, nil
	story := Story{ID: "s_1", Kind: StoryKinds[0], Similarity: 1, Representative: "d_1"}
	for i := range n {
		id := "d_" + strconv.Itoa(i+1)
		d.ID, c.Document, f.Document = id, id, id
		story.Documents = append(story.Documents, id)
		if i > 0 {
			f.CopyOf = &FindingRef{Document: "d_1", Finding: f.ID}
			story.Copies = append(story.Copies, StoryCopy{Document: id, Kind: StoryKinds[0]})
		}
		r.Documents, r.Claims, r.Findings = append(r.Documents, d), append(r.Claims, c), append(r.Findings, f)
	}
	r.Stories = []Story{story}
	return r
}

// Equal documents have findings of equal ids: one must be found without looking at those
// of all the others.
func TestValidateLooksAtOneDocument(t *testing.T) {
	r := equalDocuments(t, 200)
	if err := r.Validate(); err != nil {
		t.Fatal(err)
	}
	looked := 0
	held := heldFindings(r.Findings)
	for _, f := range r.Findings {
		looked += len(held[f.Document][f.ID])
		if f.CopyOf != nil {
			looked += len(held[f.CopyOf.Document][f.CopyOf.Finding])
		}
	}
	if looked > 2*len(r.Findings) {
		t.Errorf("%d findings are looked at for %d", looked, len(r.Findings))
	}
	// The document still counts: the finding must be that of the document named.
	r.Findings[1].CopyOf = &FindingRef{Document: "d_9", Finding: r.Findings[0].ID}
	if err := r.Validate(); err == nil || !strings.Contains(err.Error(), "or a copy itself") {
		t.Errorf("a copy of a copy: %v", err)
	}
	r.Findings[1].CopyOf, r.Findings = nil, r.Findings[:len(r.Findings)-1]
	if err := r.Validate(); err == nil || !strings.Contains(err.Error(), "is not in the report for this claim") {
		t.Errorf("a finding that only other documents have: %v", err)
	}
}

func BenchmarkValidateEqualDocuments(b *testing.B) {
	r := equalDocuments(b, 2000)
	for b.Loop() {
		if err := r.Validate(); err != nil {
			b.Fatal(err)
		}
	}
}
