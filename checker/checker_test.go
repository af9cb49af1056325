package checker

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/report"
)

const seedPath = "../fixtures/primorye-visit/article.txt"

// shared is compiled once: New takes more time than all the checks here.
var shared = sync.OnceValues(func() (*Checker, error) {
	return New(context.Background(), Options{Today: "2026-01-02"})
})

func newChecker(t testing.TB) *Checker {
	t.Helper()
	c, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func read(t testing.TB, name, text string) *article.Document {
	t.Helper()
	doc, err := article.Read(name, []byte(text), article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// story is a short article with two flaggable sentences, and claims about it.
const story = `Dozens of North Korean workers were employed at a building site in Vladivostok in March 2022, the newspaper Primorskaya Zarya reported.

The regional government denied that North Korean workers were employed there. It said the site had been closed.

Two shipments of North Korean rifles reached the port in April 2022.
`

func storyClaims(evidence string) []claim.Claim {
	return []claim.Claim{{
		ID: "workers", Category: "labour", Activity: "host_workers", Status: claim.Alleged, Stage: claim.UnderWay,
		Parties:     []claim.Party{{Role: "sender", Country: "KP"}, {Role: "host", Country: "RU"}},
		EventDate:   &claim.Interval{From: "2022-03-01", To: "2022-03-31"},
		Attribution: []claim.Source{{Name: "Primorskaya Zarya", Kind: claim.Outlet, Origin: true}},
		Evidence:    []claim.Evidence{{Quote: evidence}},
	}}
}

func check(t *testing.T, claims []claim.Claim) *report.Report {
	t.Helper()
	f := &claim.File{SchemaVersion: claim.SchemaVersion, Article: claim.Article{Path: "story.txt"}, Claims: claims}
	r, err := newChecker(t).CheckClaims(t.Context(), read(t, "story.txt", story), f)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestCheckClaims(t *testing.T) {
	const quote = "North Korean workers were employed at a building site in Vladivostok"
	r := check(t, storyClaims(quote))
	i := slices.IndexFunc(r.Findings, func(f report.Finding) bool { return f.Measure == "dprk-labour-repatriation" })
	if i < 0 {
		t.Fatalf("no finding under dprk-labour-repatriation; findings %+v, claims %+v", r.Findings, r.Claims)
	}
	f := r.Findings[i]
	if f.Verdict != report.BreachIndicated || f.Severity != "critical" || f.Status != claim.Alleged {
		t.Errorf("got %s, %s, %s", f.Verdict, f.Severity, f.Status)
	}
	if got := f.Evidence[0].Target.Selector[0].Exact; got != quote {
		t.Errorf("cites %q", got)
	}
	if want := (report.Dated{Date: "2022-03-31", Basis: "event"}); f.LawDate != want {
		t.Errorf("law date %v, want %v", f.LawDate, want)
	}
	if want := "Primorskaya Zarya: workers from North Korea in Russia (alleged, under way)"; f.Message != want {
		t.Errorf("message %q, want %q", f.Message, want)
	}
	if !slices.ContainsFunc(f.LegalBasis, func(l report.LegalBasis) bool { return l.Label == "S/RES/2397 (2017), para. 8" }) {
		t.Errorf("does not cite S/RES/2397 (2017), para. 8: %+v", f.LegalBasis)
	}
	if r.Summary.Findings != len(r.Findings) || r.Summary.BySeverity["critical"] == 0 {
		t.Errorf("summary does not count: %+v", r.Summary)
	}
}

func TestClauseOutOfForceIsNotCited(t *testing.T) {
	r := check(t, storyClaims("Dozens of North Korean workers"))
	for _, f := range r.Findings {
		for _, l := range f.LegalBasis {
			if l.Role == "exemption" && l.Label != "S/RES/2397 (2017), para. 25" {
				t.Errorf("%s cites %s for an act of 2022", f.Measure, l.Label)
			}
		}
	}
}

func TestClaimsThatDoNotHoldUp(t *testing.T) {
	bad := func(change func(*claim.Claim)) claim.Claim {
		c := storyClaims("North Korean workers were employed there")[0]
		c.ID = "bad"
		change(&c)
		return c
	}
	tests := map[string]struct {
		claim claim.Claim
		want  string
	}{
		"quote not in the article": {bad(func(c *claim.Claim) { c.Evidence[0].Quote = "South Korean workers were employed there" }), "nearest passage"},
		"quote twice":              {bad(func(c *claim.Claim) { c.Evidence[0].Quote = "North Korean workers were employed" }), "occurs 2 times"},
		"unknown activity":         {bad(func(c *claim.Claim) { c.Activity = "send_worker" }), `did you mean "send_workers"`},
		"unknown role":             {bad(func(c *claim.Claim) { c.Parties[0].Role = "supplier" }), "no role"},
		"impossible date":          {bad(func(c *claim.Claim) { c.EventDate.From = "2022-02-30" }), "2022-02-30"},
		"id twice":                 {bad(func(c *claim.Claim) { c.ID = "workers" }), "used twice"},
		"fact with a value": {bad(func(c *claim.Claim) {
			c.Facts = []claim.Fact{{Name: "committee_approval", Value: "no", Quote: "denied"}}
		}), "leave the value out"},
		"fact without a quote": {bad(func(c *claim.Claim) { c.Facts = []claim.Fact{{Name: "committee_approval"}} }), "has no quote"},
		"fact twice": {bad(func(c *claim.Claim) {
			c.Facts = []claim.Fact{{Name: "committee_approval", Quote: "denied"}, {Name: "committee_approval", Quote: "closed"}}
		}), "listed twice"},
		"source not in the article": {bad(func(c *claim.Claim) { c.Attribution[0].Name = "The Morning Post" }),
			"The Morning Post"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			claims := append(storyClaims("Dozens of North Korean workers"), tt.claim)
			r := check(t, claims)
			if len(r.Claims) != 1 || r.Claims[0].ID != "workers" || len(r.Findings) == 0 {
				t.Errorf("the good claim was lost: %d claims, %d findings", len(r.Claims), len(r.Findings))
			}
			if len(r.Failures) != 1 || !strings.Contains(r.Failures[0].Error, tt.want) {
				t.Errorf("got %v, want one failure with %q", r.Failures, tt.want)
			}
			if claims[1].Evidence[0].Start != nil {
				t.Error("the caller's claims were changed")
			}
		})
	}
}

func TestClaimsOfAnotherTextAreRefused(t *testing.T) {
	f := &claim.File{SchemaVersion: "1", Article: claim.Article{Path: "story.txt", SHA256: strings.Repeat("0", 64)}, Claims: storyClaims("Dozens")}
	if _, err := newChecker(t).CheckClaims(t.Context(), read(t, "story.txt", story), f); err == nil || !strings.Contains(err.Error(), "SHA-256") {
		t.Errorf("got %v", err)
	}
}

func TestEqualQuotesKeepApart(t *testing.T) {
	text := "North Korea sent workers to Russia in 2022.\n\nAs we said above: North Korea sent workers to Russia in 2022.\n"
	first, second := storyClaims("North Korea sent workers to Russia")[0], storyClaims("North Korea sent workers to Russia")[0]
	first.Attribution, second.Attribution = nil, nil
	first.Evidence[0].Suffix, second.Evidence[0].Prefix = " in 2022.\n\nAs", "above: "
	second.ID = "again"
	f := &claim.File{SchemaVersion: "1", Article: claim.Article{Path: "x.txt"}, Claims: []claim.Claim{second, first}}
	r, err := newChecker(t).CheckClaims(t.Context(), read(t, "x.txt", text), f)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Claims) != 2 || r.Claims[0].ID != "workers" {
		t.Fatalf("claims are not in text order: %+v, failures %v", r.Claims, r.Failures)
	}
	seen := make(map[string]bool)
	for _, x := range r.Findings {
		if seen[x.ID] || seen[x.Fingerprint] {
			t.Errorf("%s has the id or fingerprint of another finding", x.ID)
		}
		seen[x.ID], seen[x.Fingerprint] = true, true
	}
	if len(r.Findings) < 2 {
		t.Errorf("got %d findings", len(r.Findings))
	}
}

// An article may repeat one sentence a hundred thousand times; the ranks must not
// be tried from the first one again each time.
func TestFingerprintsOfManyEqualQuotes(t *testing.T) {
	used, ids := newFingerprints(), make(map[string]bool)
	const n = 50_000
	for i := range n {
		fp := used.next("m", "text", "the same words")
		if want := report.Fingerprint("m", "text", "the same words #2"); i == 1 && fp != want {
			t.Errorf("the second is %s, want %s", fp, want)
		}
		ids[report.FindingID(fp)] = true
	}
	if len(ids) != n {
		t.Errorf("%d ids for %d findings", len(ids), n)
	}
}

// A claims file that names itself as its article would prove every quote.
func TestClaimsFileIsNotItsOwnArticle(t *testing.T) {
	tree(t, map[string]string{"self.json": `{"schema_version": "1", "article": {"path": "./self.json"}, "claims": [{"id": "c", "category": "labour", "activity": "send_workers", "status": "asserted", "evidence": [{"quote": "North Korea sent workers"}]}]}`})
	inputs, err := Inputs(".")
	if err != nil {
		t.Fatal(err)
	}
	res, err := newChecker(t).CheckAll(t.Context(), inputs, Batch{})
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Report.Findings) > 0 || len(res.Report.Failures) != 1 || !strings.Contains(res.Report.Failures[0].Error, "itself") {
		t.Errorf("%d findings, failures %v", len(res.Report.Findings), res.Report.Failures)
	}
}

func TestLawDate(t *testing.T) {
	published := article.Date{Value: "2023-12-13", Basis: article.BasisMeta}
	tests := []struct {
		name      string
		event     *claim.Interval
		published article.Date
		asOf      string
		want      lawDate
	}{
		{"event", &claim.Interval{From: "2016-03-01", To: "2016-03-31"}, published, "2020-01-01", lawDate{"2016-03-01", "2016-03-31", basisEvent}},
		{"since", &claim.Interval{From: "2016-03-01"}, published, "", lawDate{"2016-03-01", "2023-12-13", basisEvent}},
		{"from a day to come", &claim.Interval{From: "2024-03-01"}, published, "", lawDate{"2024-03-01", "2024-03-01", basisEvent}},
		{"until", &claim.Interval{To: "2016-03-01"}, published, "", lawDate{openFrom, "2016-03-01", basisEvent}},
		{"words only", &claim.Interval{Text: "lately"}, published, "", lawDate{"2023-12-13", "2023-12-13", basisPublished}},
		{"article", nil, published, "2020-01-01", lawDate{"2023-12-13", "2023-12-13", basisPublished}},
		{"as of", nil, article.Date{}, "2020-01-01", lawDate{"2020-01-01", "2020-01-01", basisAsOf}},
		{"today", nil, article.Date{}, "", lawDate{"2026-01-02", "2026-01-02", basisToday}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := &Checker{opts: Options{AsOf: tt.asOf, Today: "2026-01-02"}}
			if got := c.lawDate(&claim.Claim{EventDate: tt.event}, tt.published); got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

func TestMessage(t *testing.T) {
	c := newChecker(t)
	kp, ru := claim.Party{Country: "KP"}, claim.Party{Country: "RU"}
	in := func(p claim.Party, role string) claim.Party { p.Role = role; return p }
	tests := []struct {
		claim claim.Claim
		want  string
	}{
		{claim.Claim{Activity: "send_workers", Status: claim.Planned, Stage: claim.Considered, Parties: []claim.Party{in(kp, "sender")}},
			"The article: sending of workers by North Korea (planned, considered)"},
		{claim.Claim{Activity: "send_workers", Status: claim.Asserted, Parties: []claim.Party{in(ru, "host")}},
			"The article: sending of workers to Russia (asserted)"},
		{claim.Claim{Activity: "arms_trade", Status: claim.Alleged, Parties: []claim.Party{in(kp, "partner"), in(ru, "partner")}, Attribution: []claim.Source{{Name: "US officials"}}},
			"US officials: trade in arms involving North Korea and Russia (alleged)"},
		{claim.Claim{Activity: "arms_export", Status: claim.Alleged, Goods: []claim.Good{{ID: "ammunition"}}, Parties: []claim.Party{in(kp, "supplier"), in(ru, "recipient")},
			Attribution: []claim.Source{{Name: "Outlet"}, {Name: "the ministry"}}},
			"The ministry: supply of ammunition, shells and rockets by North Korea to Russia (alleged)"},
		{claim.Claim{Activity: "restaurant", Status: claim.Denied, Parties: []claim.Party{{Role: "partner", Name: "Okryu House"}}},
			"The article: restaurant abroad involving Okryu House (denied)"},
		{claim.Claim{Activity: "tourism", Status: claim.Asserted, Parties: []claim.Party{in(kp, "host"), in(ru, "participant")}},
			"The article: tourism involving North Korea and Russia (asserted)"},
		{claim.Claim{Activity: "mineral_export", Status: claim.Asserted, Parties: []claim.Party{in(kp, "supplier")}},
			"The article: supply of minerals by North Korea (asserted)"},
		{claim.Claim{Activity: "inspection_failure", Status: claim.Asserted, Parties: []claim.Party{in(ru, "host"), in(kp, "partner")}},
			"The article: failure to inspect cargo of North Korea by Russia (asserted)"},
		{claim.Claim{Activity: "arms_brokering", Status: claim.Asserted},
			"The article: brokering of arms (asserted)"},
	}
	for _, tt := range tests {
		if got := c.message(&tt.claim); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
}

// Every phrase must use roles that its activity has, or the sentence would
// never name them.
func TestActsUseKnownRoles(t *testing.T) {
	cat := newChecker(t).Catalogue()
	for id, phrase := range acts {
		a, ok := cat.Activity(id)
		if !ok {
			t.Errorf("phrase for %q, which is no activity", id)
			continue
		}
		for rest := phrase; ; {
			role := slotName(rest)
			if role == "" {
				break
			}
			if a.Category == catalog.None {
				t.Errorf("%s is never in a finding; leave its phrase out", id)
			}
			if role != "goods" && !slices.Contains(a.Roles, role) {
				t.Errorf("%s: {%s} is not a role of the activity: %v", id, role, a.Roles)
			}
			_, rest, _ = strings.Cut(rest, "{"+role+"}")
		}
	}
}

func openString(s string) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(s)), nil }
}

func TestCheckAllKeepsOrderAndGoodInputs(t *testing.T) {
	c := newChecker(t)
	dir := t.TempDir()
	for name, content := range map[string]string{
		"story.txt":        story,
		"good.claims.yaml": "schema_version: \"1\"\narticle: {path: story.txt}\nclaims:\n- id: a\n  category: labour\n  activity: host_workers\n  status: asserted\n  parties: [{role: sender, country: KP}, {role: host, country: RU}]\n  evidence: [{quote: Dozens of North Korean workers}]\n",
		"bad.claims.yaml":  "schema_version: \"1\"\narticle: {path: story.txt}\nclaims: 5\n",
		"lost.claims.yaml": "schema_version: \"1\"\narticle: {path: gone.txt}\nclaims: []\n",
		"web.claims.yaml":  "schema_version: \"1\"\narticle: {path: \"https://example.org/a\"}\nclaims: []\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	inputs := []Input{
		{Name: "gone.txt"},
		{Name: "binary.txt", Open: openString("\x00\x01\x02 binary \x00\x00")},
		{Name: filepath.Join(dir, "good.claims.yaml"), Claims: true},
		{Name: filepath.Join(dir, "bad.claims.yaml"), Claims: true},
		{Name: filepath.Join(dir, "lost.claims.yaml"), Claims: true},
		{Name: filepath.Join(dir, "web.claims.yaml"), Claims: true},
		{Name: "empty.txt", Open: openString("")},
	}
	for i := range 20 {
		inputs = append(inputs, Input{Name: fmt.Sprintf("n%02d.txt", i), Open: openString(fmt.Sprintf("%sArticle number %d.\n", story, i))})
	}

	failing := make([]string, 0, 6)
	for _, i := range []int{0, 1, 3, 4, 5, 6} {
		failing = append(failing, inputs[i].Name)
	}
	var first []byte
	for _, jobs := range []int{1, 4, 100} {
		res, err := c.CheckAll(t.Context(), inputs, Batch{Jobs: jobs})
		if err != nil {
			t.Fatal(err)
		}
		r := res.Report
		if len(r.Failures) != 6 || len(r.Documents) != 21 {
			t.Fatalf("%d failures, %d documents: %v", len(r.Failures), len(r.Documents), r.Failures)
		}
		for i, want := range []string{"", "binary", "claims must be a list", "gone.txt", "nothing is fetched", "empty"} {
			if !strings.Contains(r.Failures[i].Error, want) || r.Failures[i].Name != failing[i] {
				t.Errorf("failure %d: %q lacks %q", i, r.Failures[i].Error, want)
			}
		}
		if len(r.Findings) == 0 || r.Findings[0].Document != "d_1" {
			t.Errorf("the good claims file gave no finding: %+v", r.Claims)
		}
		if line := res.Sources["d_1"].Line(1); !strings.HasPrefix(line, "Dozens of") {
			t.Errorf("the line of the passage was not kept: %q", line)
		}
		var b bytes.Buffer
		if err := report.WriteJSON(&b, r); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b.Bytes()
		} else if !bytes.Equal(first, b.Bytes()) {
			t.Errorf("%d jobs give another report than 1", jobs)
		}
	}
}

func TestSameArticleTwice(t *testing.T) {
	in := Input{Open: openString(story)}
	a, b := in, in
	a.Name, b.Name = "a.txt", "b.txt"
	res, err := newChecker(t).CheckAll(t.Context(), []Input{a, b}, Batch{Jobs: 2})
	if err != nil {
		t.Fatal(err)
	}
	if got := len(res.Report.Documents); got != 2 {
		t.Errorf("%d documents", got)
	}
	if len(res.Report.Findings)%2 != 0 {
		t.Errorf("%d findings in two equal articles", len(res.Report.Findings))
	}
}

func TestCancelledRunGivesNoReport(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	inputs := []Input{{Name: "a.txt", Open: openString(story)}}
	if res, err := newChecker(t).CheckAll(ctx, inputs, Batch{}); !errors.Is(err, context.Canceled) || res.Report != nil {
		t.Errorf("got %v, %v", res.Report, err)
	}
	if _, err := newChecker(t).Check(ctx, read(t, "a.txt", story)); !errors.Is(err, context.Canceled) {
		t.Errorf("Check: got %v", err)
	}
}

func TestPanicIsAFailureOfThatInput(t *testing.T) {
	inputs := []Input{
		{Name: "a.txt", Open: func() (io.ReadCloser, error) { panic("boom") }},
		{Name: "b.txt", Open: openString(story)},
	}
	res, err := newChecker(t).CheckAll(t.Context(), inputs, Batch{})
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Report.Failures) != 1 || !strings.Contains(res.Report.Failures[0].Error, "boom") || !strings.Contains(res.Report.Failures[0].Error, "checker_test.go:") || len(res.Report.Documents) != 1 {
		t.Errorf("failures %v, %d documents", res.Report.Failures, len(res.Report.Documents))
	}
}

func TestNewRefusesBrokenRules(t *testing.T) {
	for _, opts := range []Options{
		{AsOf: "13 December 2023"},
		{Today: "2023-02-30"},
		{Rules: fstest.MapFS{"categories.yaml": {Data: []byte("x: 1\n")}}},
		{Policies: fstest.MapFS{"article41.rego": {Data: []byte("package article41\n\nresult := nosuch(1)\n")}}},
	} {
		if _, err := New(t.Context(), opts); err == nil {
			t.Errorf("no error for %+v", opts)
		}
	}
}

func TestFilter(t *testing.T) {
	c := newChecker(t)
	res := check(t, storyClaims("Dozens of North Korean workers"))
	set := storyClaims("denied that North Korean workers were employed there")
	set[0].Status = claim.Negated
	aside := check(t, set)
	if aside.Claims[0].SetAside == nil {
		t.Fatalf("negated claim was not set aside: %+v", aside.Findings)
	}
	tests := []struct {
		name           string
		filter         Filter
		r              *report.Report
		findings, more int // left, and claims left
	}{
		{"nothing asked", Filter{}, res, len(res.Findings), 1},
		{"its category", Filter{Categories: []string{"arms", "labour"}}, res, len(res.Findings), 1},
		{"another category", Filter{Categories: []string{"arms"}}, res, 0, 0},
		{"one measure", Filter{Measures: []string{"dprk-labour-repatriation"}}, res, 1, 1},
		{"another status", Filter{Statuses: []string{"denied"}}, res, 0, 0},
		{"severity", Filter{MinSeverity: "critical"}, res, 1, 1},
		{"set aside, its status", Filter{Statuses: []string{"negated"}}, aside, 0, 1},
		{"set aside, by severity", Filter{MinSeverity: "info"}, aside, 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if err := tt.filter.Check(c.Catalogue()); err != nil {
				t.Fatal(err)
			}
			got, hidden := tt.filter.Apply(tt.r)
			if len(got.Findings) != tt.findings || len(got.Claims) != tt.more || hidden != len(tt.r.Findings)-tt.findings {
				t.Errorf("%d findings, %d claims, %d hidden; want %d, %d", len(got.Findings), len(got.Claims), hidden, tt.findings, tt.more)
			}
			if got.Summary.Findings != tt.findings {
				t.Errorf("summary says %d", got.Summary.Findings)
			}
			if err := got.Validate(); err != nil {
				t.Error(err)
			}
		})
	}
	for _, bad := range []Filter{{Categories: []string{"labor"}}, {Measures: []string{"x"}}, {Statuses: []string{"claimed"}}, {MinSeverity: "severe"}} {
		if err := bad.Check(c.Catalogue()); err == nil {
			t.Errorf("no error for %+v", bad)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New(b.Context(), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	c := newChecker(b)
	data, err := os.ReadFile(seedPath)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		doc, err := article.Read(seedPath, data, article.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := c.Check(b.Context(), doc); err != nil {
			b.Fatal(err)
		}
	}
}
