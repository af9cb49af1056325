package checker

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/report"
)

func TestAmounts(t *testing.T) {
	for _, tc := range []struct {
		q    claim.Quantity
		unit string
		want float64
	}{
		{claim.Quantity{Value: 100, Unit: "barrel"}, "barrel", 100},
		{claim.Quantity{Value: 100, Unit: "tonne"}, "tonne", 100},
		{claim.Quantity{Value: 100, Unit: "tonne"}, "barrel", 630},
		{claim.Quantity{Value: 158987, Unit: "litre"}, "barrel", 1000},
		{claim.Quantity{Value: 42, Unit: "gallon"}, "barrel", 1},
		{claim.Quantity{Value: 5, Unit: "us_dollar"}, "us_dollar", 5},
		{claim.Quantity{Value: 100, Unit: "barrel", Comparator: "more_than"}, "barrel", 100},
		{claim.Quantity{Value: 100, Unit: "barrel", Comparator: "at_most"}, "barrel", 0},
		{claim.Quantity{Value: 100, Unit: "barrel", Comparator: "fewer_than"}, "barrel", 0},
		{claim.Quantity{Value: 100, Unit: "Barrels"}, "barrel", 100},
		{claim.Quantity{Value: 100, Unit: "t"}, "tonne", 100},
		{claim.Quantity{Value: 100, Unit: "shipload"}, "barrel", 0},
		{claim.Quantity{Unit: "barrel"}, "barrel", 0},
	} {
		if got := amounts(&tc.q)[tc.unit]; got != tc.want {
			t.Errorf("%+v is %v %s, want %v", tc.q, got, tc.unit, tc.want)
		}
	}
	if amounts(nil) != nil {
		t.Error("no quantity has an amount")
	}
}

// Cargoes of one run add up within a calendar year, whichever article tells of
// them; the same amount told twice is one cargo.
func TestQuantitiesAddUpOverTheRun(t *testing.T) {
	const first, second = "Russia sent 300,000 barrels of diesel to Nampo.\n", "Russia sent 260,000 barrels of diesel to Chongjin.\n"
	cargo := func(amount float64, from, to string) claim.Claim {
		return claim.Claim{
			ID: "c", Category: "petroleum", Activity: "oil_supply", Status: claim.Asserted, Stage: claim.Completed,
			Parties:   []claim.Party{{Role: "supplier", Country: "RU"}, {Role: "recipient", Country: "KP"}},
			Goods:     []claim.Good{{ID: "refined_petroleum"}},
			Quantity:  &claim.Quantity{Value: amount, Unit: "barrel"},
			EventDate: &claim.Interval{From: from, To: to},
		}
	}
	check := func(a, b claim.Claim) []report.Finding {
		t.Helper()
		c := newChecker(t)
		var parts []part
		for _, x := range []struct {
			text string
			cl   claim.Claim
		}{{first, a}, {second, b}} {
			doc := read(t, "x.txt", x.text)
			x.cl.Evidence = []claim.Evidence{{Quote: strings.TrimSuffix(x.text, ".\n")}}
			p, err := c.checkClaims(t.Context(), doc, &claim.File{SchemaVersion: "1", Claims: []claim.Claim{x.cl}}, "x")
			if err != nil || len(p.failures) > 0 {
				t.Fatal(err, p.failures)
			}
			parts = append(parts, p)
		}
		r, err := c.assemble(t.Context(), parts)
		if err != nil {
			t.Fatal(err)
		}
		return r.Findings
	}
	from := func(cl claim.Claim, country string) claim.Claim {
		cl.Parties = []claim.Party{{Role: "supplier", Country: country}, {Role: "recipient", Country: "KP"}}
		return cl
	}
	of := func(cl claim.Claim, good string) claim.Claim {
		cl.Goods = []claim.Good{{ID: good}}
		return cl
	}
	for name, tc := range map[string]struct {
		a, b claim.Claim
		want string // of the cap; "" where one claim is not under it
	}{
		"one year":        {cargo(300000, "2019-02-01", "2019-02-28"), cargo(260000, "2019-09-01", "2019-09-30"), "breach_indicated"},
		"two years":       {cargo(300000, "2019-02-01", "2019-02-28"), cargo(260000, "2020-09-01", "2020-09-30"), "breach_possible"},
		"over New Year":   {cargo(300000, "2019-12-01", "2020-01-31"), cargo(260000, "2019-09-01", "2019-09-30"), "breach_possible"},
		"the same amount": {cargo(300000, "2019-02-01", "2019-02-28"), cargo(300000, "2019-09-01", "2019-09-30"), "breach_indicated"},
		"one told twice":  {cargo(300000, "2019-02-01", "2019-02-28"), cargo(300000, "2019-02-01", "2019-02-28"), "breach_possible"},
		"a part of it":    {cargo(400000, "2019-01-01", "2019-12-31"), cargo(150000, "2019-03-01", "2019-03-31"), "breach_possible"},
		"other suppliers": {cargo(300000, "2019-01-01", "2019-12-31"), from(cargo(260000, "2019-01-01", "2019-12-31"), "CN"), "breach_indicated"},
		"jet fuel":        {of(cargo(300000, "2019-02-01", "2019-02-28"), "aviation_fuel"), cargo(260000, "2019-09-01", "2019-09-30"), ""},
		"below the cap":   {cargo(100000, "2019-02-01", "2019-02-28"), cargo(260000, "2019-09-01", "2019-09-30"), "breach_possible"},
	} {
		findings := check(tc.a, tc.b)
		if len(findings) != 2 {
			t.Fatalf("%s: %d findings", name, len(findings))
		}
		for _, f := range findings {
			if tc.want == "" {
				if f.Measure == "dprk-refined-petroleum-cap" && f.Verdict != "breach_possible" {
					t.Errorf("%s: %s %s", name, f.Measure, f.Verdict)
				}
				continue
			}
			if f.Measure != "dprk-refined-petroleum-cap" || f.Verdict != tc.want {
				t.Errorf("%s: %s %s, want %s", name, f.Measure, f.Verdict, tc.want)
			}
		}
	}
	planned := cargo(300000, "2019-02-01", "2019-02-28")
	planned.Status, planned.Stage = claim.Planned, claim.Agreed
	for _, f := range check(planned, cargo(260000, "2019-09-01", "2019-09-30")) {
		if f.Verdict == "breach_indicated" {
			t.Errorf("a plan adds to what was supplied: %s", f.Verdict)
		}
	}
}

func TestListedPartyOfNoRegime(t *testing.T) {
	doc := read(t, "x.txt", "A bank paid the firm.\n")
	cl := claim.Claim{
		ID: "c", Category: "designated-party", Activity: "deal_with_designated", Status: claim.Asserted,
		Parties:  []claim.Party{{Role: "recipient", Listed: "XXe.001"}},
		Evidence: []claim.Evidence{{Quote: "A bank paid the firm"}},
	}
	r, err := newChecker(t).CheckClaims(t.Context(), doc, &claim.File{SchemaVersion: "1", Claims: []claim.Claim{cl}})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Failures) != 1 || !strings.Contains(r.Failures[0].Error, `no regime of the catalogue has list entries like "XXe.001"`) {
		t.Errorf("%+v", r.Failures)
	}
}

func TestOverlay(t *testing.T) {
	base := fstest.MapFS{"a.rego": {Data: []byte("1")}, "b/c.yaml": {Data: []byte("2")}}
	both, err := Overlay(base, fstest.MapFS{"a.rego": {Data: []byte("3")}, "d/e.rego": {Data: []byte("4")}, "notes.txt": {Data: []byte("5")}})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a.rego": "3", "b/c.yaml": "2", "d/e.rego": "4", "notes.txt": ""} {
		f, err := both.Open(name)
		if want == "" {
			if err == nil {
				t.Errorf("%s was taken along", name)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		content := make([]byte, 8)
		n, _ := f.Read(content)
		f.Close()
		if string(content[:n]) != want {
			t.Errorf("%s holds %q, want %q", name, content[:n], want)
		}
	}
	for name, top := range map[string]fstest.MapFS{
		"no .rego or .yaml file": {"notes.txt": {Data: []byte("x")}},
		"more than 4194304":      {"big.rego": {Data: make([]byte, maxOverlayFile+1)}},
	} {
		if _, err := Overlay(base, top); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("got %v, want %s", err, name)
		}
	}
}
