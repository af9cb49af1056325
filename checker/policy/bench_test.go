package policy_test

import (
	"testing"

	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/policy"
	"github.com/article41/article41/policies"
	"github.com/article41/article41/rules"
)

func realCatalogue(t testing.TB) map[string]any {
	t.Helper()
	c, err := catalog.Load(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	return c.PolicyData()
}

func realEngine(t testing.TB) *policy.Engine {
	t.Helper()
	e, err := policy.New(t.Context(), policies.FS, realCatalogue(t))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// claimOf is a claim of December 2023 with the parties given as role, country
// pairs.
func claimOf(category, activity, status, stage string, parties ...string) policy.Input {
	in := policy.Input{
		ID: "c_01", Category: category, Activity: activity, Status: status, Stage: stage,
		From: "2023-12-13", To: "2023-12-13", DateBasis: "published", Attributed: true, OriginKind: "government_agency",
	}
	for i := 0; i < len(parties); i += 2 {
		in.Parties = append(in.Parties, policy.Party{Role: parties[i], Country: parties[i+1]})
	}
	return in
}

// mix is what the article that the project began with gives: five claims under
// measures, one statement of the law, the rest visits, flights and the like.
func mix() []policy.Input {
	return []policy.Input{
		claimOf("labour", "send_workers", "alleged", "preparing", "sender", "KP", "host", "RU"),
		claimOf("labour", "send_workers", "planned", "considered", "sender", "KP", "host", "RU"),
		claimOf("military-cooperation", "military_cooperation", "planned", "considered", "partner", "KP", "partner", "RU"),
		claimOf("arms", "arms_trade", "alleged", "unspecified", "partner", "KP", "partner", "RU"),
		claimOf("joint-venture", "economic_agreement", "asserted", "completed", "partner", "KP", "partner", "RU"),
		claimOf("labour", "host_workers", "normative", "unspecified", "sender", "KP"),
		claimOf("none", "official_visit", "asserted", "completed", "participant", "KP", "participant", "RU"),
		claimOf("none", "official_visit", "asserted", "completed", "participant", "RU", "host", "KP"),
		claimOf("none", "official_visit", "planned", "agreed", "participant", "KP", "host", "RU"),
		claimOf("none", "passenger_flight", "asserted", "under_way", "partner", "KP", "partner", "CN"),
		claimOf("none", "passenger_flight", "alleged", "under_way", "partner", "KP", "partner", "CN"),
		claimOf("none", "tourism", "planned", "considered", "participant", "RU", "host", "KP"),
		claimOf("none", "culture", "asserted", "completed", "participant", "KP", "host", "RU"),
		claimOf("none", "sport", "asserted", "completed", "participant", "KP", "host", "RU"),
		claimOf("none", "economic_talks", "asserted", "completed", "participant", "KP", "participant", "RU"),
		claimOf("arms", "arms_export", "asserted", "completed", "supplier", "KR", "recipient", "PL"),
	}
}

func BenchmarkEvaluate(b *testing.B) {
	claims := mix()
	run := func(b *testing.B, e *policy.Engine, claims []policy.Input) {
		b.ReportAllocs()
		start := cpuTime()
		for i := 0; b.Loop(); i++ {
			if _, err := e.Evaluate(b.Context(), claims[i%len(claims)]); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(cpuTime()-start)/float64(b.N), "cpu-ns/op")
	}
	e := realEngine(b)
	b.Run("mix", func(b *testing.B) { run(b, e, claims) })
	b.Run("labour", func(b *testing.B) { run(b, e, claims[:1]) }) // two measures
	b.Run("arms", func(b *testing.B) { run(b, e, claims[3:4]) })
	b.Run("normative", func(b *testing.B) { run(b, e, claims[5:6]) })
	b.Run("not_prohibited", func(b *testing.B) { run(b, e, claims[6:7]) })

	// What OPA, building the input and reading the answer cost with nothing to
	// decide: on a shared machine only the ratio to it tells much.
	floor, err := policy.New(b.Context(), whole("decisions := {}"), realCatalogue(b))
	if err != nil {
		b.Fatal(err)
	}
	b.Run("floor", func(b *testing.B) { run(b, floor, claims) })
}

func BenchmarkCompile(b *testing.B) {
	data := realCatalogue(b) // the store only reads it, so that one will do
	b.ReportAllocs()
	start := cpuTime()
	for b.Loop() {
		if _, err := policy.New(b.Context(), policies.FS, data); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(cpuTime()-start)/float64(b.N), "cpu-ns/op")
}
