package catalog

import (
	"encoding/json"
	"maps"
	"reflect"
	"strings"
	"testing"

	"github.com/article41/article41/rules"
)

func TestLookUps(t *testing.T) {
	c := load(t, filesystem(small))
	if m, ok := c.Measure("xx-renamed"); !ok || m.ID != "xx-new" {
		t.Errorf("an alias does not resolve: %v %v", m, ok)
	}
	for _, id := range []string{"S/RES/2397 (2017)", "S/RES/2397(2017)", "S/RES/2397", "2397"} {
		if in, ok := c.Instrument(id); !ok || in.Title != "Second" {
			t.Errorf("instrument %q: %v %v", id, in, ok)
		}
	}
	for _, id := range []string{"", "S/RES/", "2398", "S/RES/2397 (2016)", "S/RES/2397 (2017) ", "S/RES/2397 (2017), para. 8"} {
		if in, ok := c.Instrument(id); ok {
			t.Errorf("instrument %q gives %s", id, in.ID)
		}
	}
	if n, ok := c.NotProhibitedFor("XX", "tourism"); !ok || n.Regime != "xx" {
		t.Errorf("tourism: %v %v", n, ok)
	}
	if _, ok := c.NotProhibitedFor("YY", "tourism"); ok {
		t.Error("tourism is explained for a State without a regime")
	}
	if _, ok := c.NotProhibitedFor("XX", "send_workers"); ok {
		t.Error("send_workers is said not to be prohibited")
	}
}

// What entries of the Consolidated List belong to and are under.
func TestLists(t *testing.T) {
	c := load(t, rules.FS)
	for _, tc := range []struct{ reference, regime, listType, measures string }{
		{"KPi.001", "dprk", "DPRK", "freeze travel"},
		{"KPe.001", "dprk", "DPRK", "freeze"},
		{"QDi.001", "isil-al-qaida", "Al-Qaida", "freeze travel arms"},
		{"TAe.010", "taliban", "Taliban", "freeze arms"},
		{"IQi.001", "iraq", "Iraq", "freeze"},
		{"CDe.006", "drc", "DRC", "freeze"},
		{"IRi.001", "iran", "Iran", "freeze travel"},
		{"LYi.001", "libya", "Libya", "travel"},
		{"LYi.006", "libya", "Libya", "travel freeze"},
		{"LYi.019", "libya", "Libya", "freeze"},
		{"LYe.001", "libya", "Libya", "freeze"},
		{"SOe.001", "somalia", "Somalia", "freeze arms"},
		{"CFe.002", "car", "CAR", "freeze"},
		{"GBi.001", "guinea-bissau", "GB", "travel"},
		{"YEi.001", "yemen", "Yemen", "freeze travel arms"},
		{"YEe.001", "yemen", "Yemen", "arms"},
		{"HTe.002", "haiti", "Haiti", "freeze arms"},
		{"SDi.001", "sudan", "Sudan", "travel freeze"},
		{"SSi.001", "south-sudan", "SouthSudan", "travel freeze"},
	} {
		r, ok := c.ListedUnder(tc.reference)
		if !ok || r.ID != tc.regime {
			t.Errorf("%s: %v %v", tc.reference, r, ok)
			continue
		}
		if of, ok := c.RegimeOfListType(tc.listType); !ok || of != r {
			t.Errorf("%s: the type %s is that of %v", tc.reference, tc.listType, of)
		}
		if got := strings.Join(r.ListMeasures(tc.reference), " "); got != tc.measures {
			t.Errorf("%s is under %s, want %s", tc.reference, got, tc.measures)
		}
		if key := r.Key(); tc.regime == "dprk" && key != "KP" || tc.regime != "dprk" && key != tc.regime {
			t.Errorf("%s: key %s", tc.regime, key)
		}
	}
	for _, reference := range []string{"", "XXi.001", "GBe.001", "KP", "kpi.001"} {
		if r, ok := c.ListedUnder(reference); ok {
			t.Errorf("%q is under %s", reference, r.ID)
		}
	}
	if r, ok := c.RegimeOfListType(""); ok {
		t.Errorf("no type is that of %s", r.ID)
	}
	libya, _ := c.Regime("libya")
	if got := libya.ListMeasures("KPi.001"); got != nil {
		t.Errorf("an entry of the DPRK's is under %v for Libya", got)
	}
	clear(libya.ListMeasures("LYi.006"))
	if got := libya.ListMeasures("LYi.006"); got[0] != "travel" {
		t.Error("what a caller does to the measures stays")
	}
}

// A regime's exemption reaches the measures in force with it, and no others.
func TestRegimeExemptions(t *testing.T) {
	c := load(t, filesystem(small))
	m, _ := c.Measure("xx-new")
	if len(m.Exemptions) != 1 || m.Exemptions[0].ID != "general" || m.Provisions[1].Label() != "S/RES/2397 (2017), para. 25" {
		t.Errorf("xx-new: %+v %+v", m.Exemptions, m.Provisions)
	}
	m, _ = c.Measure("xx-old")
	if len(m.Exemptions) != 1 || m.Exemptions[0].ID != "approval" || len(m.Provisions) != 1 {
		t.Errorf("xx-old ended the day before: %+v %+v", m.Exemptions, m.Provisions)
	}
}

func TestParseProvision(t *testing.T) {
	for _, tc := range []struct{ in, instrument, paragraph string }{
		{"S/RES/2397 (2017), para. 8", "S/RES/2397 (2017)", "8"},
		{"S/RES/2375 (2017) 17", "S/RES/2375 (2017)", "17"},
		{"S/RES/2375(2017):17", "S/RES/2375 (2017)", "17"},
		{"s/res/2375 paragraph 17", "S/RES/2375", "17"},
		{"2375:17", "S/RES/2375", "17"},
		{"2375 op17", "S/RES/2375", "17"},
		{"1718:8(a)(i)", "S/RES/1718", "8 (a) (i)"},
		{"S/RES/1718 (2006), para. 8 (a)(i)", "S/RES/1718 (2006)", "8 (a) (i)"},
		{" 1718 ¶ 8 (c) ", "S/RES/1718", "8 (c)"},
		{"un:sc:res:1718:2006:op8-a-iii", "S/RES/1718 (2006)", "8 (a) (iii)"},
	} {
		instrument, paragraph, err := ParseProvision(tc.in)
		if err != nil || instrument != tc.instrument || paragraph != tc.paragraph {
			t.Errorf("%q: %q %q %v", tc.in, instrument, paragraph, err)
		}
	}
	for in, want := range map[string]string{
		"":                             "does not begin with a resolution",
		"resolution":                   "does not begin with a resolution",
		"0718:8":                       "does not begin with a resolution",
		"2397":                         "has no paragraph number",
		"S/RES/2397 (2017)":            "has no paragraph number",
		"S/RES/2397 (2017), para.":     "has no paragraph number",
		"2397:8 (A)":                   "has no paragraph number",
		"2397:8 (a":                    "has no paragraph number",
		"2397:8 and 9":                 "has no paragraph number",
		"S/RES/2397 (17), para. 8":     "has no year where one is expected",
		"un:sc:res:2397:op8":           "is not a URN of a paragraph",
		"un:sc:res:2397:2017:op8-":     "has no paragraph number",
		"un:sc:res:2397:2017:annex:op": "is not a URN of a paragraph",
	} {
		if _, _, err := ParseProvision(in); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", in, err, want)
		}
	}
}

func TestProvisionNames(t *testing.T) {
	p := Provision{Instrument: "S/RES/1718 (2006)", Paragraph: "8 (a) (i)"}
	if got := p.Label(); got != "S/RES/1718 (2006), para. 8 (a) (i)" {
		t.Errorf("label %q", got)
	}
	if got := p.URN(); got != "un:sc:res:1718:2006:op8-a-i" {
		t.Errorf("URN %q", got)
	}
}

func FuzzParseProvision(f *testing.F) {
	for _, s := range []string{"S/RES/1718 (2006), para. 8 (a)(i)", "2375:17", "un:sc:res:1718:2006:op8-a-i", "2397 op"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		instrument, paragraph, err := ParseProvision(s)
		if err != nil {
			return
		}
		again, para, err := ParseProvision(instrument + ", para. " + paragraph)
		if err != nil || again != instrument || para != paragraph {
			t.Errorf("%q gives %q %q, which gives %q %q %v", s, instrument, paragraph, again, para, err)
		}
	})
}

func TestFind(t *testing.T) {
	c := load(t, rules.FS)
	for _, tc := range []struct{ ref, want string }{
		{"dprk-arms-export", "dprk-arms-export"},
		{"joint-venture", "dprk-joint-ventures dprk-joint-ventures-new-2371 dprk-economic-agreements"},
		{"authorise_work", "dprk-labour-no-new-authorisations dprk-labour-freeze-2371"},
		{"S/RES/2397 (2017) 8", "dprk-labour-repatriation dprk-labour-no-new-authorisations dprk-labour-reporting"},
		{"S/RES/2375 (2017), para. 18", "dprk-joint-ventures dprk-economic-agreements"},
		{"1718:8(b)", "dprk-arms-export dprk-arms-trade dprk-arms-repair dprk-wmd-items-export dprk-designated-party-transfer"},
		{"1718:8(a)", "dprk-arms-import dprk-arms-trade dprk-arms-repair dprk-luxury-goods-import dprk-wmd-items-import dprk-designated-party-transfer"},
		{"2270:8", "dprk-armed-forces-catch-all"},
		{"S/RES/1695 (2006)", "dprk-missile-supply-1695 dprk-missile-procurement-1695"},
	} {
		found, err := c.Find(tc.ref)
		var got []string
		for _, m := range found {
			got = append(got, m.ID)
		}
		if err != nil || strings.Join(got, " ") != tc.want {
			t.Errorf("%q: %v %v, want %s", tc.ref, got, err, tc.want)
		}
	}
	for ref, want := range map[string]string{
		"dprk-arms-exports": `"dprk-arms-exports" is no measure, category, activity, regime, instrument or provision; did you mean "dprk-arms-export"?`,
		"natural-resources": `no measure is encoded for category "natural-resources"`,
		"2397:99":           "no measure is encoded for S/RES/2397 (2017), para. 99",
		"2398:1":            "no instrument S/RES/2398 in the catalogue",
	} {
		if found, err := c.Find(ref); err == nil || !strings.HasPrefix(err.Error(), want) || found != nil {
			t.Errorf("%q: %v %v", ref, found, err)
		}
	}
}

func TestCheckClaim(t *testing.T) {
	c := load(t, filesystem(small))
	good := ClaimTerms{Category: "labour", Activity: "send_workers", Roles: []string{"sender", "host"}, Goods: []string{"small_arms"}, Facts: []string{"committee_approval"}}
	if err := c.CheckClaim(good); err != nil {
		t.Error(err)
	}
	if err := c.CheckClaim(ClaimTerms{Category: None, Activity: "tourism", Roles: []string{"host"}}); err != nil {
		t.Error(err)
	}
	for _, tc := range []struct {
		name  string
		terms ClaimTerms
		want  string
	}{
		{"category", ClaimTerms{Category: "labor", Activity: "send_workers"},
			`unknown category "labor"; did you mean "labour"? known categories: arms, labour`},
		{"activity", ClaimTerms{Category: "labour", Activity: "sendworkers"},
			`unknown activity "sendworkers"; did you mean "send_workers"? known activities: arms_import, send_workers, tourism`},
		{"activity of another category", ClaimTerms{Category: "arms", Activity: "send_workers"},
			`activity "send_workers" belongs to the category "labour", not "arms"`},
		{"none for an activity that measures cover", ClaimTerms{Category: None, Activity: "send_workers"},
			`activity "send_workers" belongs to the category "labour", not "none"`},
		{"role", ClaimTerms{Category: "labour", Activity: "send_workers", Roles: []string{"victim"}},
			`unknown role "victim"; known roles: host, recipient, sender, supplier`},
		{"role of another activity", ClaimTerms{Category: "labour", Activity: "send_workers", Roles: []string{"supplier"}},
			`activity "send_workers" has no role "supplier"; its roles: sender, host`},
		{"goods by another name", ClaimTerms{Category: "labour", Activity: "send_workers", Goods: []string{"Rifles"}},
			`unknown goods "Rifles"; it is a name for "small_arms": write the id, and the text's own word as name`},
		{"goods and fact", ClaimTerms{Category: "labour", Activity: "send_workers", Goods: []string{"coal"}, Facts: []string{"approved"}},
			"unknown goods \"coal\"; known goods: arms, small_arms\nunknown fact \"approved\"; known facts: committee_approval"},
	} {
		if err := c.CheckClaim(tc.terms); err == nil || err.Error() != tc.want {
			t.Errorf("%s: got %v\nwant %s", tc.name, err, tc.want)
		}
	}
}

// The whole document for the small catalogue: the policies are written against
// this shape.
func TestPolicyData(t *testing.T) {
	files := maps.Clone(small)
	files["regimes/xx/labour.yaml"] = strings.Replace(files["regimes/xx/labour.yaml"], "  from: 2017-09-11\n", "  from: 2017-09-11\n  goods: [arms]\n  caps: [{amount: 500000, unit: barrel, per: calendar_year, from: 2017-10-01}]\n", 1)
	files["regimes/xx/labour.yaml"] = strings.Replace(files["regimes/xx/labour.yaml"], "  - {id: approval,", "  - {id: unstated, label: No fact states it}\n  - {id: approval,", 1)
	c := load(t, filesystem(files))
	want := `{
 "index": {"XX": {"send_workers": {"sender": {"any": {"xx-new": true}, "arms": {"xx-old": true}, "small_arms": {"xx-old": true}, "unnamed": {"xx-old": true}}}}},
 "not_prohibited": {"XX": {"tourism": {"id": "tourism", "text": "Tourism: Not forbidden."}}},
 "targets": {"XX": "xx"},
 "measures": {
  "xx-new": {"category": "labour", "package": "labour", "strength": "decides", "gravity": "grave", "direction": "abroad", "target": "XX",
   "severity": {"breach_indicated": "critical", "breach_possible": "high", "watch": "high", "exempt_if_verified": "medium", "counterclaim": "info", "mention": "info"},
   "target_roles": {"sender": true}, "from": "2017-12-22", "until": "9999-12-31", "wind_down_until": "2019-12-22",
   "exemptions": {"committee_approval": {"general": {"from": "2017-12-22", "until": "9999-12-31"}}},
   "provisions": {"obligation": [0], "exemption": [1]}, "bound": {"all_member_states": true}, "superseded_by": "", "renewed_until": "9999-12-31"},
  "xx-old": {"category": "labour", "package": "labour", "strength": "decides", "gravity": "grave", "direction": "abroad", "target": "XX",
   "severity": {"breach_indicated": "critical", "breach_possible": "high", "watch": "high", "exempt_if_verified": "medium", "counterclaim": "info", "mention": "info"},
   "target_roles": {"sender": true}, "goods": {"arms": true, "small_arms": true},
   "caps": [{"amount": 500000, "unit": "barrel", "per": "calendar_year", "from": "2017-10-01", "until": "2017-12-21"}], "from": "2017-09-11", "until": "2017-12-21", "wind_down_until": "",
   "exemptions": {"committee_approval": {"approval": {"from": "2017-09-11", "until": "2017-12-21"}}},
   "provisions": {"obligation": [0]}, "bound": {"all_member_states": true}, "superseded_by": "xx-new", "renewed_until": "9999-12-31"}
 }
}`
	var w, g any
	if err := json.Unmarshal([]byte(want), &w); err != nil {
		t.Fatal(err)
	}
	data := c.PolicyData()
	for _, byGoods := range data["index"].(map[string]any)["XX"].(map[string]any)["send_workers"].(map[string]any) {
		for _, ids := range byGoods.(map[string]any) {
			for id, m := range ids.(map[string]any) {
				if !reflect.DeepEqual(m, data["measures"].(map[string]any)[id]) {
					t.Errorf("the index leads to another %s", id)
				}
				ids.(map[string]any)[id] = true
			}
		}
	}
	got, err := json.Marshal(data)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(got, &g); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(g, w) {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// OPA's store keeps what it is given and knows only these types.
func TestPolicyDataIsFreshAndPlain(t *testing.T) {
	c := load(t, rules.FS)
	first, err := json.Marshal(c.PolicyData())
	if err != nil {
		t.Fatal(err)
	}
	var spoil func(v any)
	spoil = func(v any) {
		switch x := v.(type) {
		case map[string]any:
			for k, e := range x {
				spoil(e)
				delete(x, k)
			}
		case []any:
			for i, e := range x {
				spoil(e)
				x[i] = nil
			}
		case string, bool, int:
		default:
			t.Errorf("a value of type %T", v)
		}
	}
	spoil(c.PolicyData())
	second, err := json.Marshal(c.PolicyData())
	if err != nil {
		t.Fatal(err)
	}
	if string(first) != string(second) {
		t.Error("changing one document changes the next")
	}
}

func TestWithdrawnMeasure(t *testing.T) {
	files := maps.Clone(small)
	files["regimes/xx/labour.yaml"] = strings.Replace(files["regimes/xx/labour.yaml"], "  aliases: [xx-renamed]\n", "  aliases: [xx-renamed]\n  deprecated: true\n", 1)
	c := load(t, filesystem(files))
	if m, ok := c.Measure("xx-renamed"); !ok || !m.Deprecated {
		t.Error("a withdrawn measure no longer resolves")
	}
	if _, ok := c.PolicyData()["measures"].(map[string]any)["xx-new"]; ok {
		t.Error("a withdrawn measure still reaches the policies")
	}
}
