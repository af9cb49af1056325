package policy_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/article41/article41/checker/policy"
)

func onList(regime, target, match string, measures ...string) *policy.Listing {
	return &policy.Listing{Regime: regime, Target: target, Measures: measures, From: "2018-06-07", Match: match}
}

// What the policies are told of listed parties: each entry by role, regime and
// measure, and the keys by which the parties are looked up.
func TestListingsInTheInput(t *testing.T) {
	in := claimOf("designated-party", "deal_with_designated", "asserted", "completed", "provider", "KP")
	entry := onList("libya", "libya", policy.Identified, "travel", "freeze")
	entry.Entry, entry.Until = "LYi.025", "2024-01-31"
	in.Parties = append(in.Parties,
		policy.Party{Role: "recipient", Country: "LY", Listed: entry},
		policy.Party{Role: "recipient", Country: "LY", Listed: onList("libya", "libya", policy.Possible, "freeze")},
		policy.Party{Role: "owner", Country: "KP", Listed: onList("dprk", "KP", policy.NameMatch, "freeze")},
		policy.Party{Role: "partner", Listed: onList("dprk", "KP", policy.Possible, "freeze")})
	got, err := realEngine(t).InputJSON(in)
	if err != nil {
		t.Fatal(err)
	}
	var doc struct{ Targets, Listed, Others any }
	if err := json.Unmarshal(got, &doc); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"targets": `[{"role": "provider", "key": "KP"}, {"role": "recipient", "key": "libya"}, {"role": "recipient", "key": "libya"},
			{"role": "owner", "key": "KP"}, {"role": "partner", "key": "KP"}]`,
		"listed": `{
			"recipient": {"libya": {
				"travel": [{"entry": "LYi.025", "from": "2018-06-07", "until": "2024-01-31", "match": "identified"}],
				"freeze": [{"entry": "LYi.025", "from": "2018-06-07", "until": "2024-01-31", "match": "identified"},
					{"entry": "", "from": "2018-06-07", "until": "", "match": "possible"}]}},
			"owner": {"dprk": {"freeze": [{"entry": "", "from": "2018-06-07", "until": "", "match": "name"}]}},
			"partner": {"dprk": {"freeze": [{"entry": "", "from": "2018-06-07", "until": "", "match": "possible"}]}}}`,
		"others": `{"recipient": true}`,
	}
	for key, have := range map[string]any{"targets": doc.Targets, "listed": doc.Listed, "others": doc.Others} {
		var w any
		if err := json.Unmarshal([]byte(want[key]), &w); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(have, w) {
			t.Errorf("%s: %v\nwant %v", key, have, w)
		}
	}
}

// An entry of the DPRK's list stands for the DPRK wherever it is from; one that
// may be an entry does so under the measures on listed parties only.
func TestWhomAnEntryStandsFor(t *testing.T) {
	e := realEngine(t)
	for _, tc := range []struct{ name, category, activity, role, match, want string }{
		{"coal of an entry", "minerals", "mineral_export", "supplier", policy.Identified, "dprk-coal-export breach_indicated critical"},
		{"coal of one with its name", "minerals", "mineral_export", "supplier", policy.NameMatch, "dprk-coal-export breach_indicated critical"},
		{"coal of one who may be it", "minerals", "mineral_export", "supplier", policy.Possible, "aside no_target"},
		{"money for one who may be it", "designated-party", "deal_with_designated", "owner", policy.Possible, "dprk-asset-freeze-designated breach_possible high"},
		{"one who may be it is named", "designated-party", "designated_mention", "named", policy.Possible, "dprk-asset-freeze-designated mention info"},
	} {
		in := claimOf(tc.category, tc.activity, "asserted", "completed")
		in.Parties = []policy.Party{{Role: tc.role, Country: "SG", Listed: onList("dprk", "KP", tc.match, "freeze")}, {Role: "recipient", Country: "RU"}}
		in.From, in.To, in.DateBasis = "2023-12-13", "2023-12-13", "event"
		if tc.activity == "mineral_export" {
			in.Goods = []string{"coal"}
		}
		if tc.activity == "designated_mention" {
			in.Parties = in.Parties[:1]
		}
		if got := outcome(evaluate(t, e, in)); got != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.want)
		}
	}
}

// A listing that no rule would find is an error, never silence.
func TestBadListings(t *testing.T) {
	e := realEngine(t)
	for name, tc := range map[string]struct {
		spoil func(*policy.Listing)
		want  string
	}{
		"regime":   {func(l *policy.Listing) { l.Regime = "" }, `the owner: listed under "" with the key "libya"`},
		"key":      {func(l *policy.Listing) { l.Target = "LY" }, `with the key "LY", which no regime of the catalogue has`},
		"match":    {func(l *policy.Listing) { l.Match = "sure" }, `unknown match "sure"`},
		"none":     {func(l *policy.Listing) { l.Measures = nil }, "under no measure"},
		"measure":  {func(l *policy.Listing) { l.Measures = []string{"trade"} }, `unknown measure "trade"`},
		"date":     {func(l *policy.Listing) { l.From = "7 June 2018" }, `"7 June 2018" is not YYYY-MM-DD`},
		"last day": {func(l *policy.Listing) { l.Until = "2018-06-06" }, "ends (2018-06-06) before it begins (2018-06-07)"},
	} {
		in := claimOf("designated-party", "deal_with_designated", "asserted", "completed")
		l := onList("libya", "libya", policy.Identified, "freeze")
		tc.spoil(l)
		in.Parties = []policy.Party{{Role: "owner", Listed: l}}
		if _, err := e.Evaluate(t.Context(), in); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: got %v, want %s", name, err, tc.want)
		}
	}
}

func TestWhyNotOfListedParties(t *testing.T) {
	e := realEngine(t)
	paid := func(role string, l *policy.Listing) policy.Input {
		in := claimOf("designated-party", "deal_with_designated", "asserted", "completed")
		in.Parties = []policy.Party{{Role: role, Country: "TN", Listed: l}}
		in.From, in.To = "2023-12-13", "2023-12-13"
		return in
	}
	freeze, other := onList("libya", "libya", policy.Identified, "freeze"), onList("yemen", "yemen", policy.Identified, "freeze")
	late := onList("libya", "libya", policy.Identified, "freeze")
	late.From = "2024-01-01"
	for _, tc := range []struct {
		in            policy.Input
		measure, want string
	}{
		{paid("recipient", freeze), "libya-asset-freeze", ""},
		{paid("recipient", nil), "libya-asset-freeze", "no party is named that is listed under its regime"},
		{paid("recipient", other), "libya-asset-freeze", "no party is named that is listed under its regime"},
		{paid("host", freeze), "libya-asset-freeze", "the listed party has none of the roles"},
		{paid("recipient", onList("libya", "libya", policy.Identified, "travel")), "libya-asset-freeze", "under other measures than this one"},
		{paid("recipient", late), "libya-asset-freeze", "was not on the list on the date"},
		{paid("recipient", freeze), "libya-travel-ban", "it does not concern the activity"},
	} {
		got, err := e.WhyNot(t.Context(), tc.in, tc.measure)
		if err != nil || !strings.Contains(got, tc.want) || tc.want == "" && got != "" {
			t.Errorf("%s: %q %v, want %q", tc.measure, got, err, tc.want)
		}
	}
}
