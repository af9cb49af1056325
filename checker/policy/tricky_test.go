package policy_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/policy"
	"github.com/article41/article41/rules"
)

// Claims over which careful people stumble: what must come of each, and the
// paragraphs that the finding must cite.
func TestTrickyCases(t *testing.T) {
	c, err := catalog.Load(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	e := realEngine(t)
	for _, tc := range []struct {
		name, activity string
		parties        []string // role, country
		goods, facts   string
		listed         string // role of a listed party without a country
		want           string // measure verdict, …; or aside code
		cites          string // 1718:8 (b) 1874:9
	}{
		{name: "the DPRK sold shells to Russia", activity: "arms_export", parties: []string{"supplier", "KP", "recipient", "RU"}, goods: "ammunition",
			want: "dprk-arms-export breach_indicated", cites: "1718:8(b) 1874:9 2270:6"},
		{name: "Russia sent missile know-how", activity: "wmd_assistance", parties: []string{"provider", "RU", "recipient", "KP"}, goods: "missile_items",
			want: "dprk-wmd-assistance breach_indicated", cites: "1718:8(c)"},
		{name: "Russia helps with satellite launches", activity: "satellite_cooperation", parties: []string{"provider", "RU", "recipient", "KP"},
			want: "dprk-satellite-launch-cooperation breach_indicated", cites: "2270:5"},
		{name: "Russia trains soldiers of the DPRK", activity: "military_training", parties: []string{"trainer", "RU", "trainee", "KP"},
			want: "dprk-military-training breach_possible", cites: "1718:8(c) 2270:9"},
		{name: "Russia trains soldiers of the DPRK on drones", activity: "military_training", parties: []string{"trainer", "RU", "trainee", "KP"}, goods: "drones",
			want: "dprk-military-training breach_indicated", cites: "1718:8(c) 2270:9"},
		{name: "soldiers of the DPRK fight in Kursk", activity: "troop_deployment", parties: []string{"sender", "KP", "host", "RU"},
			want: "dprk-military-cooperation breach_possible", cites: "1718:8(c)"},
		{name: "sappers are paid abroad", activity: "host_workers", parties: []string{"sender", "KP", "host", "RU"}, facts: "earning_income",
			want: "dprk-labour-no-new-authorisations breach_possible, dprk-labour-repatriation breach_indicated", cites: "2397:8"},
		{name: "oil from ship to ship, a tanker of the DPRK", activity: "ship_to_ship_transfer", parties: []string{"supplier", "RU", "recipient", "KP"}, goods: "refined_petroleum",
			want: "dprk-ship-to-ship-transfer breach_indicated", cites: "2375:11"},
		{name: "oil, one cargo", activity: "oil_supply", parties: []string{"supplier", "RU", "recipient", "KP"}, goods: "refined_petroleum",
			want: "dprk-refined-petroleum-cap breach_possible", cites: "2397:5"},
		{name: "China buys coal", activity: "mineral_export", parties: []string{"supplier", "KP", "recipient", "CN"}, goods: "coal",
			want: "dprk-coal-export breach_indicated", cites: "2371:8"},
		{name: "a limousine as a gift", activity: "luxury_supply", parties: []string{"supplier", "RU", "recipient", "KP"}, goods: "luxury_cars",
			want: "dprk-luxury-goods-import breach_indicated, dprk-vehicles-import breach_indicated", cites: "1718:8(a)(iii) 2397:7"},
		{name: "a bridge as a shared public utility", activity: "joint_venture", parties: []string{"partner", "KP", "partner", "CN"}, facts: "public_utility",
			want: "dprk-joint-ventures breach_possible", cites: "2375:18"},
		{name: "steel for the bridge", activity: "industrial_supply", parties: []string{"supplier", "CN", "recipient", "KP"}, goods: "metals",
			want: "dprk-metals-import breach_indicated", cites: "2397:7"},
		{name: "tourists go to Wonsan", activity: "tourism", parties: []string{"participant", "RU", "host", "KP"}, want: "aside not_prohibited"},
		{name: "they pay in bulk cash", activity: "bulk_cash", parties: []string{"provider", "RU", "recipient", "KP"},
			want: "dprk-bulk-cash breach_possible", cites: "2094:11 2094:14"},
		{name: "a correspondent account", activity: "bank_relationship", parties: []string{"operator", "CN", "partner", "KP"},
			want: "dprk-bank-correspondent-ownership breach_indicated, dprk-vigilance-dprk-banks breach_possible", cites: "2270:33"},
		{name: "a student of nuclear engineering", activity: "specialised_teaching", parties: []string{"provider", "CN", "recipient", "KP"}, goods: "nuclear_items",
			want: "dprk-specialised-teaching breach_indicated", cites: "2270:17 2321:10"},
		{name: "a student of Russian", activity: "general_education", parties: []string{"provider", "RU", "recipient", "KP"}, want: "aside not_prohibited"},
		{name: "a theft of virtual assets", activity: "cyber_theft", parties: []string{"actor", "KP"}, want: "aside not_prohibited"},
		{name: "a bank serves the listed bureau behind it", activity: "deal_with_designated", parties: []string{"provider", "CN"}, listed: "recipient",
			want: "dprk-asset-freeze-designated breach_indicated", cites: "1718:8(d)"},
		{name: "wigs and beer", activity: "consumer_export", parties: []string{"supplier", "KP", "recipient", "CN"}, want: "aside not_prohibited"},
		{name: "humanitarian work lifts a freeze", activity: "deal_with_designated", parties: []string{"provider", "CH"}, listed: "recipient", facts: "humanitarian_use",
			want: "dprk-asset-freeze-designated exempt_if_verified"},
		{name: "and no ban on goods", activity: "industrial_supply", parties: []string{"supplier", "CH", "recipient", "KP"}, goods: "industrial_machinery", facts: "humanitarian_use",
			want: "dprk-machinery-import breach_indicated"},
	} {
		in := claimOf("any", tc.activity, "asserted", "completed", tc.parties...)
		in.From, in.To, in.DateBasis = "2024-06-01", "2024-06-01", "event"
		in.Goods = strings.Fields(tc.goods)
		in.Facts = map[string]string{}
		for _, f := range strings.Fields(tc.facts) {
			in.Facts[f] = ""
		}
		if tc.listed != "" {
			in.Parties = append(in.Parties, policy.Party{Role: tc.listed, Listed: dprkEntry()})
		}
		r := evaluate(t, e, in)
		got := "aside "
		if r.SetAside != nil {
			got += r.SetAside.Code
		} else {
			var all, cited []string
			for _, d := range r.Decisions {
				all = append(all, d.Measure+" "+d.Verdict)
				m, _ := c.Measure(d.Measure)
				for _, p := range m.Provisions {
					number, _, _ := strings.Cut(strings.TrimPrefix(p.Instrument, "S/RES/"), " ")
					cited = append(cited, number+":"+strings.ReplaceAll(p.Paragraph, " ", ""))
				}
			}
			got = strings.Join(all, ", ")
			for _, want := range strings.Fields(tc.cites) {
				if !slices.Contains(cited, want) {
					t.Errorf("%s: %s is not cited; cited are %v", tc.name, want, cited)
				}
			}
		}
		if got != tc.want {
			t.Errorf("%s:\ngot  %s\nwant %s", tc.name, got, tc.want)
		}
	}
}
