package policy_test

import (
	"context"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

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

// wide is mix and as many claims again from the other categories, the way a
// week's news on the DPRK has them: some under one measure, some under several,
// some of another State or on the right side of the law.
func wide() []policy.Input {
	of := func(category, activity, goods string, parties ...string) policy.Input {
		in := claimOf(category, activity, "alleged", "completed", parties...)
		if goods != "" {
			in.Goods = []string{goods}
		}
		return in
	}
	oil := of("petroleum", "oil_supply", "refined_petroleum", "supplier", "RU", "recipient", "KP")
	oil.Quantity = policy.Amounts{"barrel": 165000}
	return append(mix(),
		of("minerals", "mineral_export", "coal", "supplier", "KP", "recipient", "CN"),
		of("minerals", "mineral_export", "coal", "supplier", "AU", "recipient", "CN"),
		of("seafood", "seafood_export", "seafood", "supplier", "KP", "recipient", "CN"),
		oil,
		of("luxury-goods", "luxury_supply", "luxury_cars", "supplier", "RU", "recipient", "KP"),
		of("maritime", "ship_to_ship_transfer", "", "partner", "KP", "partner", "CN"),
		of("nuclear-missile", "ballistic_launch", "", "actor", "KP"),
		of("nuclear-missile", "nuclear_programme", "", "actor", "KP"),
		of("finance", "financial_service", "", "provider", "CN", "recipient", "KP"),
		of("none", "cyber_theft", "", "actor", "KP"),
		of("none", "humanitarian_aid", "", "provider", "CH", "recipient", "KP"),
		of("none", "official_visit", "", "participant", "CN", "host", "KP"),
		of("none", "conventional_test", "", "actor", "KP"),
		of("none", "food_supply", "", "supplier", "RU", "recipient", "KP"),
		of("arms", "arms_import", "missiles", "supplier", "US", "recipient", "UA"),
		of("none", "treaty_text", "", "partner", "KP", "partner", "RU"),
	)
}

// tenfold is the catalogue and the policies ten times over: nine more regimes
// of as many measures, each with policies of its own.
func tenfold(b *testing.B) (fstest.MapFS, map[string]any) {
	data := realCatalogue(b)
	files := fstest.MapFS{}
	add := func(rename func(string) string) {
		err := fs.WalkDir(policies.FS, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(name, "_test.rego") {
				return err
			}
			text, err := fs.ReadFile(policies.FS, name)
			if err == nil && (rename == nil || strings.HasPrefix(name, "categories/")) {
				copied := string(text)
				if rename != nil {
					copied, name = rename(copied), rename(name)
				}
				files[name] = &fstest.MapFile{Data: []byte(copied)}
			}
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	add(nil)
	index, measures := data["index"].(map[string]any), data["measures"].(map[string]any)
	for i := range 9 {
		regime := fmt.Sprintf("r%d", i)
		add(func(s string) string {
			s = strings.ReplaceAll(s, "dprk-", regime+"-")
			s = strings.ReplaceAll(s, "categories/", "categories/"+regime+"_")
			return strings.ReplaceAll(s, "article41.categories.", "article41.categories."+regime+"_")
		})
		other := realCatalogue(b)
		data["targets"].(map[string]any)[regime] = regime
		renamed := map[string]any{}
		for id, m := range other["measures"].(map[string]any) {
			fields := m.(map[string]any)
			fields["package"] = regime + "_" + fields["package"].(string)
			id = strings.Replace(id, "dprk-", regime+"-", 1)
			renamed[id], measures[id] = m, m
		}
		activities := other["index"].(map[string]any)["KP"].(map[string]any)
		for _, roles := range activities {
			for _, byGoods := range roles.(map[string]any) {
				for key, ids := range byGoods.(map[string]any) {
					own := map[string]any{}
					for id := range ids.(map[string]any) {
						id = strings.Replace(id, "dprk-", regime+"-", 1)
						own[id] = renamed[id]
					}
					byGoods.(map[string]any)[key] = own
				}
			}
		}
		index[regime] = activities
	}
	return files, data
}

func run(b *testing.B, e *policy.Engine, claims []policy.Input) {
	b.ReportAllocs()
	start := cpuTime()
	for i := 0; b.Loop(); i++ {
		if _, err := e.Evaluate(b.Context(), claims[i%len(claims)]); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(cpuTime()-start)/float64(b.N), "cpu-ns/op")
}

// BenchmarkTenfold measures growth: the claims of BenchmarkEvaluate/wide under
// ten times the measures and policies.
func BenchmarkTenfold(b *testing.B) {
	files, data := tenfold(b)
	e, err := policy.New(b.Context(), files, data)
	if err != nil {
		b.Fatal(err)
	}
	run(b, e, wide())
}

func BenchmarkEvaluate(b *testing.B) {
	claims := mix()
	e := realEngine(b)
	b.Run("mix", func(b *testing.B) { run(b, e, claims) })
	b.Run("wide", func(b *testing.B) { run(b, e, wide()) })
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

// ready makes an engine of the program's own law, as packed or of the files.
func ready(ctx context.Context, options policy.Options) (*policy.Engine, error) {
	if options.Ahead != "" {
		if _, err := catalog.Load(rules.FS); err != nil {
			return nil, err
		}
		return policy.Open(ctx, policies.FS, policy.Data(rules.PolicyData), options)
	}
	c, err := catalog.Read(rules.FS)
	if err != nil {
		return nil, err
	}
	return policy.NewWithOptions(ctx, policies.FS, c.PolicyData(), options)
}

// BenchmarkReady is catalogue and policies to the first answer: all of them from
// the files, those that one claim needs, and these as packed and compiled
// beforehand.
func BenchmarkReady(b *testing.B) {
	for name, options := range map[string]policy.Options{
		"all": {}, "one": {OnDemand: true}, "ahead": {OnDemand: true, Ahead: policy.Ahead(policies.Compiled)},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			start := cpuTime()
			for b.Loop() {
				e, err := ready(b.Context(), options)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := e.Evaluate(b.Context(), mix()[0]); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(cpuTime()-start)/float64(b.N), "cpu-ns/op")
		})
	}
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
