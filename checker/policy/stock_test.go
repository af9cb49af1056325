package policy_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/policy"
	"github.com/article41/article41/policies"
	"github.com/article41/article41/rules"
)

func writeBundle(t *testing.T) []byte {
	t.Helper()
	c, err := catalog.Load(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := policy.WriteBundle(&b, policies.FS, c.PolicyData(), c.Digest); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// answer is what data.article41.result looks like to any consumer of OPA.
type answer struct {
	Decisions map[string]struct{ Verdict, Severity string }
	SetAside  *struct{ Code string } `json:"set_aside"`
}

// outcome is in the form of outcome for results of the engine.
func (a answer) outcome() string {
	if len(a.Decisions) == 0 {
		return "aside " + a.SetAside.Code
	}
	var out []string
	for id, d := range a.Decisions {
		out = append(out, id+" "+d.Verdict+" "+d.Severity)
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// The bundle is read by OPA's own loader and asked by its own API, without any
// of the engine's short cuts, and gives what the engine gives.
func TestBundle(t *testing.T) {
	written := writeBundle(t)
	if !bytes.Equal(written, writeBundle(t)) {
		t.Error("two bundles of the same policies differ")
	}
	b, err := bundle.NewReader(bytes.NewReader(written)).Read()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(*b.Manifest.Roots, []string{"article41", "catalog"}) || !strings.HasPrefix(b.Manifest.Revision, "policies:") {
		t.Errorf("manifest: %+v", b.Manifest)
	}
	query, err := rego.New(rego.ParsedBundle("article41", &b), rego.Query(policy.Query)).PrepareForEval(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	e := realEngine(t)
	for i, in := range stockClaims() {
		plain, err := e.InputJSON(in)
		if err != nil {
			t.Fatal(err)
		}
		var input any
		if err := json.Unmarshal(plain, &input); err != nil {
			t.Fatal(err)
		}
		rs, err := query.Eval(t.Context(), rego.EvalInput(input))
		if err != nil || len(rs) != 1 {
			t.Fatalf("claim %d: %v, %d results", i, err, len(rs))
		}
		given, err := json.Marshal(rs[0].Expressions[0].Value)
		if err != nil {
			t.Fatal(err)
		}
		var a answer
		if err := json.Unmarshal(given, &a); err != nil {
			t.Fatal(err)
		}
		if got, want := a.outcome(), outcome(evaluate(t, e, in)); got != want {
			t.Errorf("%s: the bundle gives %s, the engine %s", in.Activity, got, want)
		}
	}
}

// stockClaims are claims of every kind of outcome.
func stockClaims() []policy.Input {
	claims := mix()
	add := func(category, activity string, goods []string, day string, parties ...string) *policy.Input {
		in := claimOf(category, activity, "asserted", "completed", parties...)
		in.Goods, in.From, in.To, in.DateBasis = goods, day, day, "event"
		claims = append(claims, in)
		return &claims[len(claims)-1]
	}
	add("minerals", "mineral_export", []string{"coal"}, "2018-03-01", "supplier", "KP", "recipient", "CN")
	add("minerals", "mineral_export", []string{"coal"}, "2016-06-01", "supplier", "KP", "recipient", "CN")
	add("arms", "arms_export", nil, "2005-01-01", "supplier", "KP", "recipient", "SY")
	add("petroleum", "oil_supply", []string{"refined_petroleum"}, "2019-05-01", "supplier", "RU", "recipient", "KP").Quantity = policy.Amounts{"barrel": 600000}
	in := add("petroleum", "oil_supply", []string{"refined_petroleum"}, "2019-05-01", "supplier", "RU", "recipient", "KP")
	in.Quantity = policy.Amounts{"barrel": 300000}
	in.Totals = map[string]policy.Total{"dprk-refined-petroleum-cap": {Amounts: policy.Amounts{"barrel": 600000}, Claims: 2}}
	in = add("designated-party", "deal_with_designated", nil, "2020-01-01", "provider", "CN")
	in.Parties = append(in.Parties, policy.Party{Role: "recipient", Listed: dprkEntry()})
	in = add("arms", "arms_export", nil, "2023-12-01", "supplier", "KP")
	in.Parties = append(in.Parties, policy.Party{Role: "recipient", Country: "YE", Listed: onList("yemen", "yemen", policy.NameMatch, "arms")})
	in = add("designated-party", "designated_mention", nil, "2026-12-01")
	in.Parties = append(in.Parties, policy.Party{Role: "named", Listed: onList("drc", "drc", policy.Possible, "freeze", "travel")})
	for i := range claims {
		claims[i].ID = fmt.Sprintf("c_%02d", i)
	}
	return claims
}
