package policy_test

import (
	"context"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/article41/article41/checker/policy"
	"github.com/article41/article41/policies"
)

// outcome is "measure verdict severity, …" or "aside code".
func outcome(r policy.Result) string {
	if r.SetAside != nil {
		return "aside " + r.SetAside.Code
	}
	var out []string
	for _, d := range r.Decisions {
		out = append(out, d.Measure+" "+d.Verdict+" "+d.Severity)
	}
	return strings.Join(out, ", ")
}

func evaluate(t *testing.T, e *policy.Engine, in policy.Input) policy.Result {
	t.Helper()
	r, err := e.Evaluate(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// The claims of the article that the project began with, under the real
// catalogue.
func TestSeedArticle(t *testing.T) {
	e := realEngine(t)
	for _, tc := range []struct {
		in   policy.Input
		want string
	}{
		{claimOf("labour", "send_workers", "alleged", "preparing", "sender", "KP", "host", "RU"),
			"dprk-labour-no-new-authorisations watch high, dprk-labour-repatriation watch high"},
		{claimOf("labour", "send_workers", "planned", "considered", "sender", "KP", "host", "RU"),
			"dprk-labour-no-new-authorisations watch high, dprk-labour-repatriation watch high"},
		{claimOf("military-cooperation", "military_cooperation", "planned", "considered", "partner", "KP", "partner", "RU"),
			"dprk-military-cooperation watch medium"},
		{claimOf("arms", "arms_trade", "alleged", "unspecified", "partner", "KP", "partner", "RU"),
			"dprk-arms-trade breach_indicated critical"},
		{claimOf("joint-venture", "economic_agreement", "asserted", "completed", "partner", "KP", "partner", "RU"),
			"dprk-economic-agreements breach_possible low"},
		{claimOf("labour", "host_workers", "normative", "unspecified", "sender", "KP"), "aside statement_of_law"},
		{claimOf("none", "tourism", "planned", "considered", "participant", "RU", "host", "KP"), "aside not_prohibited"},
		{claimOf("none", "passenger_flight", "asserted", "under_way", "partner", "KP", "partner", "CN"), "aside not_prohibited"},
		{claimOf("none", "official_visit", "asserted", "completed", "participant", "RU", "host", "KP"), "aside not_prohibited"},
	} {
		if got := outcome(evaluate(t, e, tc.in)); got != tc.want {
			t.Errorf("%s %s %s:\ngot  %s\nwant %s", tc.in.Activity, tc.in.Status, tc.in.Stage, got, tc.want)
		}
	}
}

// One decision in full: the order of the reasons and what they cite.
func TestReasons(t *testing.T) {
	in := claimOf("labour", "host_workers", "alleged", "under_way", "sender", "KP", "host", "RU")
	in.OriginKind = "unnamed_official"
	r := evaluate(t, realEngine(t), in)
	want := policy.Decision{
		Measure: "dprk-labour-no-new-authorisations", Verdict: "breach_possible", Severity: "high",
		Missing: []string{"work_authorisation_new"},
		Reasons: []policy.Reason{
			{Condition: "the measure was in force on the date of the article, which stands in for that of the act", Met: true, Law: []int{0}},
			{Condition: "the workers' State of origin is the DPRK", Met: true, Law: []int{0}},
			{Condition: "the State where they work or are employed is named and is not the DPRK", Met: true, Law: []int{0}},
			{Condition: "a new work authorisation was given", Unknown: true, Law: []int{0},
				Effect: "workers who are there may have been authorised before: breach possible"},
			{Condition: "the act was going on at the date of the law applied", Met: true},
			{Condition: "the statement is attributed; its origin is an unnamed official", Met: true},
		},
	}
	if !reflect.DeepEqual(r.Decisions[0], want) {
		t.Errorf("got  %+v\nwant %+v", r.Decisions[0], want)
	}
}

// Where one measure gave way to another, the one that does not cover the act
// is neither a decision nor an error.
func TestMeasureOutsideBesideADecision(t *testing.T) {
	in := claimOf("arms", "arms_import", "asserted", "completed", "supplier", "RU", "recipient", "KP")
	in.Goods, in.From, in.To = []string{"small_arms"}, "2010-01-01", "2010-01-01"
	if got, want := outcome(evaluate(t, realEngine(t), in)), "dprk-small-arms-notification breach_possible medium"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestBadInput(t *testing.T) {
	e := realEngine(t)
	good := claimOf("arms", "arms_trade", "alleged", "", "partner", "KP")
	if r := evaluate(t, e, good); len(r.Decisions) != 1 {
		t.Errorf("a claim without a stage gives %+v", r)
	}
	for name, spoil := range map[string]func(*policy.Input){
		`unknown status "assertd"`:                                func(in *policy.Input) { in.Status = "assertd" },
		`unknown stage "soon"`:                                    func(in *policy.Input) { in.Stage = "soon" },
		`unknown basis of the date ""`:                            func(in *policy.Input) { in.DateBasis = "" },
		`the law date "" is not YYYY-MM-DD`:                       func(in *policy.Input) { in.From = "" },
		`the law date "2023" is not YYYY-MM-DD`:                   func(in *policy.Input) { in.To = "2023" },
		`the law date "2023/12/13" is not YYYY-MM-DD`:             func(in *policy.Input) { in.To = "2023/12/13" },
		`the law date "2023-1a-13" is not YYYY-MM-DD`:             func(in *policy.Input) { in.To = "2023-1a-13" },
		`the law date ends (2020-01-01) before it begins (2023-1`: func(in *policy.Input) { in.To = "2020-01-01" },
	} {
		in := good
		spoil(&in)
		if _, err := e.Evaluate(t.Context(), in); err == nil || !strings.Contains(err.Error(), "claim c_01: "+name) {
			t.Errorf("got %v, want %s", err, name)
		}
	}
}

// entry is a pack of one file, for the errors of policies.
func entry(rules string) fstest.MapFS {
	return fstest.MapFS{
		"article41.rego":      {Data: []byte("package article41\n\n" + rules)},
		"article41_test.rego": {Data: []byte("not even Rego")},
	}
}

// whole adds the rules that a pack has to have beside decisions.
func whole(decisions string) fstest.MapFS {
	return entry(decisions + "\n\nset_aside := {\"code\": \"x\", \"text\": \"y\"}\n\noutside := {}\n")
}

func TestPoliciesThatDoNotLoad(t *testing.T) {
	for name, tc := range map[string]struct {
		files fstest.MapFS
		want  []string
	}{
		"no file":         {fstest.MapFS{}, []string{"there is no .rego file"}},
		"empty file":      {fstest.MapFS{"a.rego": {}}, []string{"a.rego:1:1: empty module"}},
		"syntax":          {entry("result := {\n"), []string{"article41.rego:4:"}},
		"unsafe variable": {entry("result := x"), []string{"article41.rego:3:11: var x is unsafe"}},
		"unused variable": {entry("result := 1 if x := 2"), []string{"article41.rego:3:16: assigned var x unused"}},
		"network":         {entry(`result := http.send({"url": "https://example.org", "method": "get"})`), []string{"article41.rego:3:11: undefined function http.send"}},
		"environment":     {entry("result := opa.runtime()"), []string{"undefined function opa.runtime"}},
		"clock":           {entry("result := time.now_ns()"), []string{"undefined function time.now_ns"}},
		"chance":          {entry(`result := rand.intn("x", 2)`), []string{"undefined function rand.intn"}},
		"resolver":        {entry(`result := net.lookup_ip_addr("example.org")`), []string{"undefined function net.lookup_ip_addr"}},
		"no decisions":    {entry("results := 1"), []string{"there is no rule data.article41.decisions"}},
		"no set_aside":    {entry("decisions := {}"), []string{"there is no rule data.article41.set_aside"}},
		"no outside":      {entry("decisions := {}\n\nset_aside := 1"), []string{"there is no rule data.article41.outside"}},
		"two errors in two files": {
			fstest.MapFS{"b.rego": {Data: []byte("package b\n\nx := y")}, "a.rego": {Data: []byte("package a\n\nx := z")}},
			[]string{"a.rego:3:6: var z is unsafe\nb.rego:3:6: var y is unsafe"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := policy.New(t.Context(), tc.files, realCatalogue(t))
			if err == nil {
				t.Fatal("no error")
			}
			for _, want := range tc.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("got %v\nwant %s", err, want)
				}
			}
		})
	}
}

// Answers of which no finding may be built.
func TestAnswersThatCannotBeUsed(t *testing.T) {
	decision := func(fields string) fstest.MapFS {
		return whole(`decisions := {"dprk-arms-trade": {` + fields + `}}`)
	}
	aside := func(value string) fstest.MapFS {
		return entry("decisions := {}\n\nset_aside := " + value + "\n\noutside := {}\n")
	}
	const (
		reason = `{"condition": "x", "met": true}`
		rest   = `"verdict": "watch", "severity": "high", "exemptions": [], "date": ` + reason + `, "act": ` + reason + `, "voice": ` + reason + `, "exempted": []`
		all    = rest + `, "conditions": []`
	)
	for name, tc := range map[string]struct {
		pack fstest.MapFS
		want string
	}{
		"undefined":          {whole("decisions := 1 if input.id == \"other\""), "data.article41.decisions is undefined"},
		"not an object":      {whole("decisions := 1"), "not an object"},
		"no reason for none": {aside(`1`), "neither a decision nor a reason"},
		"aside without text": {aside(`{"code": "x"}`), "lacks its code or its text"},
		"undecided":          {aside(`{"code": "undecided", "text": "no rule decides x"}`), "no rule decides x"},
		"unknown measure":    {whole(`decisions := {"x": {}}`), "x: the catalogue has no such measure"},
		"key not an id":      {whole(`decisions := {1: {}}`), "not a measure id"},
		"not a decision":     {whole(`decisions := {"dprk-arms-trade": 1}`), "the decision is not an object"},
		"unknown verdict":    {decision(`"verdict": "guilty", "severity": "high"`), `unknown verdict "guilty"`},
		"unknown severity":   {decision(`"verdict": "watch", "severity": "dire"`), `unknown severity "dire"`},
		"no conditions":      {decision(rest), `"conditions": there is no reason`},
		"reason not object":  {decision(rest + `, "conditions": [1]`), "0 is not an object"},
		"reason not met":     {decision(rest + `, "conditions": [{"condition": "x"}]`), "met is not a boolean"},
		"reason has no text": {decision(rest + `, "conditions": [{"met": true}]`), "the condition has no text"},
		"law not an array":   {decision(rest + `, "conditions": [{"condition": "x", "met": true, "law": "obligation"}]`), "law is not an array"},
		"law not a role":     {decision(rest + `, "conditions": [{"condition": "x", "met": true, "law": [0]}]`), "not a role"},
		"breach in spite of": {decision(strings.Replace(rest, "watch", "breach_indicated", 1) + `, "conditions": [{"condition": "z", "met": false}]`), "although a condition is not met: z"},
		"missing a number":   {decision(rest + `, "conditions": [{"condition": "x", "met": true, "missing": 1}]`), "missing: 1 is not a string"},
		"exemptions an id":   {decision(strings.Replace(all, `"exemptions": []`, `"exemptions": "x"`, 1)), "neither an array nor a set"},
		"failing builtin":    {aside(`{"code": "x", "text": sprintf("%d", [to_number(input.id)])}`), "to_number"},
	} {
		t.Run(name, func(t *testing.T) {
			e, err := policy.New(t.Context(), tc.pack, realCatalogue(t))
			if err != nil {
				t.Fatal(err)
			}
			in := claimOf("arms", "arms_trade", "alleged", "", "partner", "KP")
			if _, err := e.Evaluate(t.Context(), in); err == nil || !strings.Contains(err.Error(), "claim c_01: ") || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("got %v, want %s", err, tc.want)
			}
		})
	}
}

// A rule that fails to hold beside one that does must not go unseen.
func TestSilentRule(t *testing.T) {
	data := realCatalogue(t)
	repair := data["measures"].(map[string]any)["dprk-arms-repair"].(map[string]any)
	repair["package"] = "no_such_package"
	e, err := policy.New(t.Context(), policies.FS, data)
	if err != nil {
		t.Fatal(err)
	}
	in := claimOf("arms", "arms_repair", "asserted", "completed", "provider", "KP", "recipient", "SY")
	if _, err := e.Evaluate(t.Context(), in); err == nil || !strings.Contains(err.Error(), "no rule decides dprk-arms-repair") {
		t.Errorf("got %v", err)
	}
}

func TestCatalogueThatCannotBeUsed(t *testing.T) {
	for want, spoil := range map[string]func(data map[string]any){
		"there is no measure": func(data map[string]any) { delete(data, "measures") },
		`measure dprk-arms-trade has no known severity for "watch"`: func(data map[string]any) {
			data["measures"].(map[string]any)["dprk-arms-trade"].(map[string]any)["severity"].(map[string]any)["watch"] = "dire"
		},
		`measure dprk-arms-trade: from "" and until "9999-12-31"`: func(data map[string]any) {
			delete(data["measures"].(map[string]any)["dprk-arms-trade"].(map[string]any), "from")
		},
		`measure dprk-arms-trade: the provision index 0 is not an int`: func(data map[string]any) {
			data["measures"].(map[string]any)["dprk-arms-trade"].(map[string]any)["provisions"] = map[string]any{"obligation": []any{"0"}}
		},
	} {
		data := realCatalogue(t)
		spoil(data)
		if _, err := policy.New(t.Context(), policies.FS, data); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestDeadline(t *testing.T) {
	endless := whole("decisions := count(numbers.range(1, 2000000000))")
	in := claimOf("arms", "arms_trade", "alleged", "", "partner", "KP")
	e, err := policy.NewWithOptions(t.Context(), endless, realCatalogue(t), policy.Options{Timeout: 20 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Evaluate(t.Context(), in); err == nil || !strings.Contains(err.Error(), "took longer than 20ms") {
		t.Errorf("got %v", err)
	}
	if e, err = policy.New(t.Context(), endless, realCatalogue(t)); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	for range 2 { // once in the middle, once before it begins
		if _, err := e.Evaluate(ctx, in); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
	}
}

// Compiling on demand, for one claim, then for all, changes no answer.
func TestOnDemand(t *testing.T) {
	e, err := policy.NewWithOptions(t.Context(), policies.FS, realCatalogue(t), policy.Options{OnDemand: true})
	if err != nil {
		t.Fatal(err)
	}
	all := realEngine(t)
	if err := e.Prepare(t.Context(), mix()[:1]); err != nil {
		t.Fatal(err)
	}
	for _, in := range mix() {
		if got, want := evaluate(t, e, in), evaluate(t, all, in); !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\non demand %+v\nat once   %+v", in.Activity, got, want)
		}
	}
}

// The same claim gives the same answer, from many goroutines at once.
func TestConcurrentAndDeterministic(t *testing.T) {
	e, other := realEngine(t), realEngine(t)
	var want []policy.Result
	for _, in := range mix() {
		want = append(want, evaluate(t, other, in))
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 5 {
				for i, in := range mix() {
					r, err := e.Evaluate(t.Context(), in)
					if err != nil || !reflect.DeepEqual(r, want[i]) {
						t.Errorf("claim %d: %v\ngot  %+v\nwant %+v", i, err, r, want[i])
					}
				}
			}
		})
	}
	wg.Wait()
}

func TestDigest(t *testing.T) {
	digest := func(files fstest.MapFS) string {
		t.Helper()
		e, err := policy.New(t.Context(), files, realCatalogue(t))
		if err != nil {
			t.Fatal(err)
		}
		return e.Digest()
	}
	pack := whole("decisions := {}")
	same := maps.Clone(pack)
	delete(same, "article41_test.rego")
	changed := whole("decisions := {1: 2}")
	renamed := fstest.MapFS{"a.rego": pack["article41.rego"]}
	all := []string{digest(pack), digest(changed), digest(renamed)}
	if digest(same) != all[0] {
		t.Error("tests are part of the digest")
	}
	if len(all[0]) != 64 || len(slices.Compact(slices.Sorted(slices.Values(all)))) != 3 {
		t.Errorf("digests are not told apart: %v", all)
	}
}

// The first step at which a measure falls away.
func TestWhyNot(t *testing.T) {
	e := realEngine(t)
	of := func(activity, day string, goods []string, parties ...string) policy.Input {
		in := claimOf("any", activity, "asserted", "completed", parties...)
		in.From, in.To, in.Goods = day, day, goods
		return in
	}
	coal := []string{"coal"}
	for _, tc := range []struct {
		in      policy.Input
		measure string
		want    string
	}{
		{of("mineral_export", "2018-01-01", coal, "supplier", "KP", "recipient", "CN"), "dprk-coal-export", ""},
		{of("mineral_export", "2018-01-01", coal, "supplier", "KP", "recipient", "CN"), "dprk-textiles-export", "it does not concern the activity mineral_export"},
		{of("mineral_export", "2018-01-01", []string{"lead"}, "supplier", "KP", "recipient", "CN"), "dprk-coal-export", "the goods named are not among"},
		{of("mineral_export", "2018-01-01", coal, "supplier", "AU", "recipient", "CN"), "dprk-coal-export", "no party from a sanctioned State"},
		{of("mineral_export", "2018-01-01", coal, "supplier", "AU", "recipient", "KP"), "dprk-coal-export", "none of the roles partner, supplier"},
		{of("mineral_export", "2017-08-04", coal, "supplier", "KP", "recipient", "CN"), "dprk-coal-export", "it applies from 2017-08-05 on"},
		{of("mineral_export", "2018-01-01", coal, "supplier", "KP", "recipient", "KP"), "dprk-coal-export", "both sides are in the sanctioned State"},
		{of("satellite_launch", "2018-01-01", nil, "actor", "KP"), "dprk-nuclear-test-ban", "it does not concern the activity"},
		{of("oil_supply", "2018-01-01", []string{"refined_petroleum"}, "supplier", "RU", "recipient", "KP"), "dprk-aviation-fuel-import", "refined products without aviation fuel"},
	} {
		got, err := e.WhyNot(t.Context(), tc.in, tc.measure)
		if err != nil || !strings.Contains(got, tc.want) || tc.want == "" && got != "" {
			t.Errorf("%s under %s: %q %v, want %q", tc.in.Activity, tc.measure, got, err, tc.want)
		}
	}
	denied := of("mineral_export", "2018-01-01", coal, "supplier", "KP", "recipient", "CN")
	denied.Status = "normative"
	if got, err := e.WhyNot(t.Context(), denied, "dprk-coal-export"); err != nil || !strings.Contains(got, "states the law") {
		t.Errorf("%q %v", got, err)
	}
	if _, err := e.WhyNot(t.Context(), denied, "dprk-nothing"); err == nil {
		t.Error("an unknown measure is explained")
	}
}
