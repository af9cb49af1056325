package report

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/article41/article41/checker/claim"
)

// copiesReport is the labour report with two reprints of its article in place of
// the second document: one of them with other quotation marks and lines, and one
// that has the watch in the article's own voice and judges the other finding
// otherwise.
func copiesReport(t testing.TB) (*Report, map[string]Source) {
	t.Helper()
	r, sources := labourReport(t)
	r.Documents, r.Failures = r.Documents[:1], nil
	base := slices.Clone(r.Findings)
	text := readDocument(t, "harbour.txt").Text
	for i, body := range []string{
		strings.NewReplacer("’", "'", "signs that North", "signs\nthat\u00a0North").Replace(text),
		strings.TrimSuffix(text, "Picture: A NEWS AGENCY\n"),
	} {
		id := fmt.Sprintf("d_%d", i+2)
		doc := documentOf(t, []string{"", "coast.txt", "inland.txt"}[i+1], body)
		d := documentEntry(doc, id)
		d.Outlet = []string{"The Coast Courier", "Inland Post"}[i]
		r.Documents = append(r.Documents, d)
		sources[id] = doc
		quote, _ := base[0].Evidence[0].quote()
		said := strings.ReplaceAll(quote.Exact, "signs that North", []string{"signs\nthat\u00a0North", "signs that North"}[i])
		passage := passageOf(t, doc, claim.Primary, said)
		c := r.Claims[0]
		c.Document, c.Passages, c.Findings = id, []Passage{passage}, nil
		for _, f := range base {
			f.Document, f.Evidence = id, []Passage{passage, passage}
			f.Fingerprint = Fingerprint(f.Measure, doc.TextSHA256, said)
			f.ID = FindingID(f.Fingerprint)
			if i == 1 && f.Verdict == Watch {
				f.Attribution = nil
			} else if i == 1 {
				f.Verdict = BreachIndicated
			}
			c.Findings = append(c.Findings, f.ID)
			r.Findings = append(r.Findings, f)
		}
		r.Claims = append(r.Claims, c)
	}
	r.Documents[0].Agency = "Yonhap"
	r.Stories = []Story{{
		ID: "s_1", Kind: "syndicated", Documents: []string{"d_1", "d_2", "d_3"}, Representative: "d_1", Similarity: 0.97,
		Copies: []StoryCopy{{"d_2", "syndicated", 1, 1, 1}, {"d_3", "syndicated", 0.97, 0.97, 0.9}},
	}}
	Trace(r)
	Summarise(r)
	return r, sources
}

func TestTrace(t *testing.T) {
	r, _ := copiesReport(t)
	original := map[string]string{}
	for _, f := range r.Findings[:2] {
		original[f.Measure] = f.ID
	}
	var got []string
	for _, f := range r.Findings {
		s := f.Document + " " + f.Verdict
		if f.CopyOf != nil {
			s += " repeats " + f.CopyOf.Document
			if f.CopyOf.Finding != original[f.Measure] {
				t.Errorf("%s of %s repeats %s, which is about another measure", f.ID, f.Document, f.CopyOf.Finding)
			}
		}
		got = append(got, s)
	}
	want := []string{
		"d_1 breach_possible", "d_1 watch", "d_2 breach_possible repeats d_1", "d_2 watch repeats d_1",
		"d_3 breach_indicated", "d_3 watch repeats d_1",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if r.Summary.Findings != 6 || r.Summary.Distinct != 3 || r.Summary.BySeverity["high"] != 3 {
		t.Errorf("summary %+v", r.Summary)
	}
	if o := r.Stories[0].Origins; len(o) != 2 || o[0].Name != "South Korea’s intelligence agency" || o[1] != (Origin{"Yonhap", claim.NewsAgency, true}) {
		t.Errorf("origins %+v", o)
	}
}

// TestTraceWhereTheRepresentativeLacksIt: of two copies that say what the
// representative does not, the second repeats the first.
func TestTraceWhereTheRepresentativeLacksIt(t *testing.T) {
	r, _ := copiesReport(t)
	r.Findings = r.Findings[2:] // as when the first was cut before the passage
	Trace(r)
	if r.Findings[0].CopyOf != nil || r.Findings[3].CopyOf == nil || r.Findings[3].CopyOf.Document != "d_2" {
		t.Errorf("%+v, %+v", r.Findings[0].CopyOf, r.Findings[3].CopyOf)
	}
}

// TestTraceCountsEqualPassages: a document that says the same twice repeats a
// copy that says it once only once.
func TestTraceCountsEqualPassages(t *testing.T) {
	r, _ := copiesReport(t)
	again := r.Findings[3]
	r.Findings = append(r.Findings, again)
	Trace(r)
	if r.Findings[3].CopyOf == nil || r.Findings[6].CopyOf != nil {
		t.Errorf("%+v, %+v", r.Findings[3].CopyOf, r.Findings[6].CopyOf)
	}
}

func TestOrigins(t *testing.T) {
	chain := func(names ...string) []claim.Source {
		var out []claim.Source
		for _, n := range names {
			out = append(out, claim.Source{Name: n, Kind: claim.Organisation})
		}
		return out
	}
	for _, tc := range []struct {
		name            string
		chains          [][]claim.Source // of the findings, one a document
		outlets, agency string           // of the documents; agency of the last
		want            string
	}{
		{"one name, typed in several ways", [][]claim.Source{chain("The Yonhap news agency"), chain("Yonhap"), chain("the\u00a0Yonhap")}, "", "", "The Yonhap news agency"},
		{"the origin counts, not who passed it on", [][]claim.Source{chain("Reuters", "a ministry"), chain("Yonhap", "a ministry"), chain("a ministry")}, "", "", "a ministry"},
		{"two sources", [][]claim.Source{chain("a ministry"), chain("a sailor"), chain("a sailor")}, "", "", "a ministry, a sailor"},
		{"copies in their own voice are one", [][]claim.Source{nil, nil, nil}, "Coast Courier", "", "Coast Courier"},
		{"and stem from the agency", [][]claim.Source{nil, nil, nil}, "Coast Courier", "Yonhap", "Yonhap"},
		{"which a copy may name", [][]claim.Source{nil, chain("Yonhap"), nil}, "Coast Courier", "Yonhap", "Yonhap"},
		{"nobody is named", [][]claim.Source{nil, nil, chain("a sailor")}, "", "", ", a sailor"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r, _ := copiesReport(t)
			r.Findings = []Finding{r.Findings[0], r.Findings[2], r.Findings[4]}
			for i := range r.Documents {
				r.Documents[i].Outlet, r.Documents[i].Agency = tc.outlets, ""
				r.Findings[i].Attribution = tc.chains[i]
			}
			r.Documents[2].Agency = tc.agency
			Trace(r)
			var names []string
			for _, o := range r.Stories[0].Origins {
				names = append(names, o.Name)
			}
			if got := strings.Join(names, ", "); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

// TestTraceAnew: a report narrowed to some findings refers to those alone.
func TestTraceAnew(t *testing.T) {
	r, _ := copiesReport(t)
	before := slices.Clone(r.Findings)
	Trace(r)
	if !reflect.DeepEqual(r.Findings, before) {
		t.Error("a second time gives something else")
	}
	r.Findings = r.Findings[4:]
	r.Stories[0].Documents, r.Stories[0].Copies = r.Stories[0].Documents[:2], r.Stories[0].Copies[:1]
	Trace(r)
	if len(r.Stories[0].Origins) != 0 || r.Findings[1].CopyOf != nil {
		t.Errorf("%+v, %+v", r.Stories[0], r.Findings[1].CopyOf)
	}
}

func TestStoryLine(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(r *Report)
		want   string
	}{
		{"three copies", func(*Report) {}, "one story, 3 copies, 2 origins: harbour.txt, coast.txt, inland.txt"},
		{"the representative first", func(r *Report) { r.Stories[0].Representative = "d_3" }, "one story, 3 copies, 2 origins: inland.txt, harbour.txt, coast.txt"},
		{"no finding, no origin", func(r *Report) { r.Stories[0].Origins = nil }, "one story, 3 copies: harbour.txt, coast.txt, inland.txt"},
		{"one copy with a claims file", func(r *Report) { r.Documents[1].Name = "harbour.txt" }, "one story, 2 copies, 2 origins: harbour.txt, inland.txt"},
		{"an article and its claims file", func(r *Report) {
			r.Documents[1].Name, r.Stories[0].Documents = "harbour.txt", []string{"d_1", "d_2"}
		}, "one article, read 2 times, 2 origins: harbour.txt"},
	} {
		r, _ := copiesReport(t)
		tc.change(r)
		if got := newPrinter(io.Discard, r, Options{}).storyLine(r.Stories[0]); got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.name, got, tc.want)
		}
	}
}

func TestValidateRefusesStories(t *testing.T) {
	for name, tc := range map[string]struct {
		spoil func(r *Report)
		want  string
	}{
		"kind":                    {func(r *Report) { r.Stories[0].Kind = "alike" }, "kind is"},
		"one document":            {func(r *Report) { r.Stories[0].Documents = r.Stories[0].Documents[:1] }, "two documents"},
		"unknown document":        {func(r *Report) { r.Stories[0].Documents[1] = "d_9" }, `document "d_9"`},
		"foreign representative":  {func(r *Report) { r.Stories[0].Representative = "d_9" }, "representative"},
		"copy of itself":          {func(r *Report) { r.Stories[0].Copies[0].Document = "d_1" }, "no other document"},
		"document in two stories": {func(r *Report) { r.Stories = append(r.Stories, r.Stories[0]) }, "is in story"},
		"no such finding":         {func(r *Report) { r.Findings[2].CopyOf.Finding = "f_00000000" }, "no finding under the same measure"},
		"of another measure":      {func(r *Report) { r.Findings[2].CopyOf.Finding = r.Findings[1].ID }, "no finding under the same measure"},
		"of its own document":     {func(r *Report) { r.Findings[2].CopyOf.Document = "d_2" }, "no other document"},
		"of another story":        {func(r *Report) { r.Stories = nil }, "the same story"},
		"of a copy": {func(r *Report) {
			r.Findings[5].CopyOf = &FindingRef{"d_2", r.Findings[3].ID}
		}, "a copy itself"},
	} {
		t.Run(name, func(t *testing.T) {
			r, _ := copiesReport(t)
			tc.spoil(r)
			if err := r.Validate(); err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("got %v, want %q", err, tc.want)
			}
		})
	}
}

// Every copy's findings are printed in full, whatever they repeat.
func TestCopiesAreNotHidden(t *testing.T) {
	r, sources := copiesReport(t)
	out := string(render(t, WritePretty, r, Options{Sources: sources, Quiet: true}))
	if n := strings.Count(out, "Said by"); n != 3 {
		t.Errorf("%d claims are shown, want 3", n)
	}
	if r.AtOrAbove("info") != 6 {
		t.Errorf("%d findings count for the exit code, want 6", r.AtOrAbove("info"))
	}
}

// A story of many copies names some, and says how many more there are.
func TestStoryOfManyCopies(t *testing.T) {
	r := emptyReport(t)
	s := Story{ID: "s_1", Kind: "identical", Representative: "d_1", Similarity: 1}
	for i := range maxListed + 5 {
		s.Documents = append(s.Documents, fmt.Sprintf("d_%d", i+1))
	}
	r.Stories = []Story{s}
	out := string(render(t, WriteConcise, r, Options{}))
	if !strings.Contains(out, "one story, 25 copies: ") || !strings.Contains(out, "and 5 more") || strings.Contains(out, "d_22") {
		t.Errorf("%s", out)
	}
}
