package catalog

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/article41/article41/rules"
)

// paragraphs is every paragraph that the rules cite, kept by hand and on
// purpose apart from them: a number that slips in, drops out or gains
// certainty shows here first. Change a mark only with a source at hand.
var paragraphs = map[string]string{
	"S/RES/1718 (2006), para. 8 (a) (i)":   "secondary",
	"S/RES/1718 (2006), para. 8 (a) (iii)": "secondary",
	"S/RES/1718 (2006), para. 8 (b)":       "secondary",
	"S/RES/1718 (2006), para. 8 (c)":       "secondary",
	"S/RES/1874 (2009), para. 9":           "secondary",
	"S/RES/1874 (2009), para. 10":          "secondary",
	"S/RES/2094 (2013), para. 7":           "memory",
	"S/RES/2094 (2013), para. 11":          "primary",
	"S/RES/2094 (2013), para. 14":          "memory",
	"S/RES/2270 (2016), para. 6":           "memory",
	"S/RES/2270 (2016), para. 7":           "memory",
	"S/RES/2270 (2016), para. 8":           "primary",
	"S/RES/2270 (2016), para. 8 (a)":       "primary",
	"S/RES/2270 (2016), para. 8 (b)":       "primary",
	"S/RES/2270 (2016), para. 9":           "memory",
	"S/RES/2270 (2016), para. 17":          "secondary",
	"S/RES/2270 (2016), para. 18":          "secondary",
	"S/RES/2270 (2016), para. 21":          "memory",
	"S/RES/2270 (2016), para. 31":          "secondary",
	"S/RES/2321 (2016), para. 7":           "memory",
	"S/RES/2321 (2016), para. 10":          "secondary",
	"S/RES/2321 (2016), para. 11":          "memory",
	"S/RES/2321 (2016), para. 14":          "memory",
	"S/RES/2321 (2016), para. 15":          "secondary",
	"S/RES/2321 (2016), para. 21":          "secondary",
	"S/RES/2321 (2016), para. 29":          "memory",
	"S/RES/2321 (2016), para. 34":          "memory",
	"S/RES/2321 (2016), para. 46":          "secondary",
	"S/RES/2371 (2017), para. 5":           "secondary",
	"S/RES/2371 (2017), para. 11":          "memory",
	"S/RES/2371 (2017), para. 12":          "memory",
	"S/RES/2371 (2017), para. 26":          "memory",
	"S/RES/2375 (2017), para. 5":           "secondary",
	"S/RES/2375 (2017), para. 17":          "primary",
	"S/RES/2375 (2017), para. 18":          "primary",
	"S/RES/2375 (2017), para. 26":          "primary",
	"S/RES/2397 (2017), para. 7":           "memory",
	"S/RES/2397 (2017), para. 8":           "primary",
	"S/RES/2397 (2017), para. 25":          "primary",
	"S/RES/2664 (2022), para. 1":           "primary",
}

// law is what each measure rests on and when it holds: obligations and the
// paragraphs that extend or clarify them; exemptions and context left out.
var law = map[string]struct{ from, windDown, until, next, rests string }{
	"dprk-labour-repatriation":          {"2017-12-22", "2019-12-22", "", "", "2397:8"},
	"dprk-labour-no-new-authorisations": {"2017-09-11", "", "", "", "2375:17"},
	"dprk-labour-freeze-2371":           {"2017-08-05", "", "2017-09-10", "dprk-labour-no-new-authorisations", "2371:11"},
	"dprk-labour-vigilance":             {"2016-11-30", "", "2017-08-04", "dprk-labour-freeze-2371", "2321:34"},
	"dprk-arms-export":                  {"2006-10-14", "", "", "", "1718:8 (b), 1874:9, 2270:6"},
	"dprk-arms-import":                  {"2006-10-14", "", "", "", "1718:8 (a) (i), 1874:10, 2270:6"},
	"dprk-arms-trade":                   {"2006-10-14", "", "", "", "1718:8 (b), 1718:8 (a) (i), 1874:9, 1874:10, 2270:6"},
	"dprk-arms-services":                {"2006-10-14", "", "", "", "1718:8 (c), 1874:9, 1874:10, 2094:7, 2270:6, 2270:7"},
	"dprk-arms-repair":                  {"2016-03-02", "", "", "", "1718:8 (a) (i), 1718:8 (b), 2270:7"},
	"dprk-arms-brokering":               {"2013-03-07", "", "", "", "1718:8 (c), 2094:7"},
	"dprk-small-arms-notification":      {"2009-06-12", "", "2016-03-01", "dprk-arms-import", "1874:10"},
	"dprk-conventional-dual-use":        {"2016-11-30", "", "", "", "2321:7, 2371:5, 2375:5"},
	"dprk-armed-forces-catch-all":       {"2016-03-02", "", "", "", "2270:8"},
	"dprk-military-training":            {"2016-03-02", "", "", "", "1718:8 (c), 2270:9"},
	"dprk-military-cooperation":         {"2006-10-14", "", "", "", "1718:8 (c), 2270:9"},
	"dprk-joint-ventures":               {"2017-09-11", "2018-01-09", "", "", "2375:18"},
	"dprk-economic-agreements":          {"2017-09-11", "", "", "", "2375:18"},
	"dprk-joint-ventures-new-2371":      {"2017-08-05", "", "2017-09-10", "dprk-joint-ventures", "2371:12"},
}

func TestParagraphs(t *testing.T) {
	c := load(t, rules.FS)
	cited := map[string]bool{}
	check := func(where string, all []Provision) {
		for _, p := range all {
			cited[p.Label()] = true
			switch want, ok := paragraphs[p.Label()]; {
			case !ok:
				t.Errorf("%s cites %s, which is not in the table", where, p.Label())
			case want != p.Verification:
				t.Errorf("%s: %s is %s, the table has %s", where, p.Label(), p.Verification, want)
			}
		}
	}
	for _, m := range c.Measures {
		check(m.ID, m.Provisions)
	}
	for _, n := range c.NotProhibited {
		check(n.ID, n.Watch)
	}
	for label := range paragraphs {
		if !cited[label] {
			t.Errorf("the table has %s, which nothing cites", label)
		}
	}
}

func TestMeasures(t *testing.T) {
	c := load(t, rules.FS)
	for _, m := range c.Measures {
		var rests []string
		for _, p := range m.Provisions {
			if p.Role == "obligation" || p.Role == "extends" || p.Role == "clarifies" {
				rests = append(rests, p.key())
			}
		}
		want, ok := law[m.ID]
		if !ok {
			t.Errorf("%s is not in the table", m.ID)
			continue
		}
		if got := strings.Join(rests, ", "); got != want.rests {
			t.Errorf("%s rests on %s, the table has %s", m.ID, got, want.rests)
		}
		if m.From != want.from || m.WindDownUntil != want.windDown || m.Until != want.until || m.SupersededBy != want.next {
			t.Errorf("%s: from %q, wind-down %q, until %q, next %q; the table has %+v",
				m.ID, m.From, m.WindDownUntil, m.Until, m.SupersededBy, want)
		}
	}
	if len(c.Measures) != len(law) {
		t.Errorf("%d measures, the table has %d", len(c.Measures), len(law))
	}
}

// What a claim of each activity meets on the days around each change of law.
func TestInForce(t *testing.T) {
	c := load(t, rules.FS)
	for _, tc := range []struct{ activity, day, want string }{
		{"send_workers", "2016-11-29", ""},
		{"send_workers", "2016-11-30", "dprk-labour-vigilance"},
		{"send_workers", "2017-08-04", "dprk-labour-vigilance"},
		{"send_workers", "2017-08-05", "dprk-labour-freeze-2371"},
		{"send_workers", "2017-09-10", "dprk-labour-freeze-2371"},
		{"send_workers", "2017-09-11", "dprk-labour-no-new-authorisations"},
		{"send_workers", "2017-12-21", "dprk-labour-no-new-authorisations"},
		{"send_workers", "2017-12-22", "dprk-labour-no-new-authorisations dprk-labour-repatriation"},
		{"send_workers", "2023-12-12", "dprk-labour-no-new-authorisations dprk-labour-repatriation"},
		{"host_workers", "2017-08-05", ""},
		{"authorise_work", "2023-12-12", "dprk-labour-no-new-authorisations"},
		{"arms_export", "2006-10-13", ""},
		{"arms_export", "2006-10-14", "dprk-arms-export"},
		{"arms_import", "2009-06-11", "dprk-arms-import"},
		{"arms_import", "2009-06-12", "dprk-arms-import dprk-small-arms-notification"},
		{"arms_import", "2016-03-01", "dprk-arms-import dprk-small-arms-notification"},
		{"arms_import", "2016-03-02", "dprk-arms-import"},
		{"arms_trade", "2023-12-13", "dprk-arms-trade"},
		{"arms_service", "2023-12-13", "dprk-arms-services"},
		{"arms_repair", "2016-03-01", "dprk-arms-services"},
		{"arms_repair", "2016-03-02", "dprk-arms-repair dprk-arms-services"},
		{"arms_brokering", "2013-03-06", ""},
		{"arms_brokering", "2013-03-07", "dprk-arms-brokering"},
		{"military_training", "2016-03-01", ""},
		{"military_training", "2016-03-02", "dprk-military-training"},
		{"military_cooperation", "2023-12-13", "dprk-military-cooperation"},
		{"troop_deployment", "2024-10-20", "dprk-military-cooperation"},
		{"joint_venture", "2017-08-04", ""},
		{"joint_venture", "2017-08-05", "dprk-joint-ventures-new-2371"},
		{"joint_venture", "2017-09-10", "dprk-joint-ventures-new-2371"},
		{"joint_venture", "2017-09-11", "dprk-joint-ventures"},
		{"economic_agreement", "2023-12-13", "dprk-economic-agreements"},
		{"tourism", "2023-12-13", ""},
	} {
		found, err := c.Find(tc.activity)
		if err != nil && tc.want != "" {
			t.Errorf("%s: %v", tc.activity, err)
		}
		var got []string
		for _, m := range found {
			if m.InForce(tc.day) {
				got = append(got, m.ID)
			}
		}
		slices.Sort(got)
		if strings.Join(got, " ") != tc.want {
			t.Errorf("%s on %s meets %v, want %q", tc.activity, tc.day, got, tc.want)
		}
	}
}

// Which exemptions a stated Committee approval can rest on, day by day.
func TestCommitteeApproval(t *testing.T) {
	c := load(t, rules.FS)
	data := c.PolicyData()["measures"].(map[string]any)
	for _, tc := range []struct{ measure, day, want string }{
		{"dprk-arms-export", "2016-11-29", ""},
		{"dprk-arms-export", "2016-11-30", "committee-2321"},
		{"dprk-arms-export", "2017-08-05", "committee-2371"},
		{"dprk-arms-export", "2017-09-11", "committee-2375"},
		{"dprk-arms-export", "2017-12-22", "committee-2397"},
		{"dprk-labour-repatriation", "2017-12-22", "committee-2397"},
		{"dprk-labour-freeze-2371", "2017-08-05", "committee-2371 committee-advance-approval"},
		{"dprk-joint-ventures", "2020-01-01", "committee-2397 committee-advance-approval"},
	} {
		exemptions := data[tc.measure].(map[string]any)["exemptions"].(map[string]any)
		byFact, _ := exemptions["committee_approval"].(map[string]any)
		var got []string
		for id, span := range byFact {
			s := span.(map[string]any)
			if s["from"].(string) <= tc.day && tc.day <= s["until"].(string) {
				got = append(got, id)
			}
		}
		want := strings.Fields(tc.want)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s on %s: %v, want %v", tc.measure, tc.day, got, want)
		}
	}
}

func TestEveryArchitectureCategory(t *testing.T) {
	c := load(t, rules.FS)
	want := strings.Fields(`arms military-cooperation nuclear-missile proliferation sci-tech labour minerals seafood
		textiles sectoral-exports statues petroleum industrial-goods luxury-goods maritime aviation joint-venture
		finance designated-party diplomatic-property enforcement natural-resources`)
	var got []string
	for _, x := range c.Categories {
		got = append(got, x.ID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("categories %v\nwant       %v", got, want)
	}
}

// An activity that nothing covers and nothing explains would be set aside with
// no better word than "no measure".
func TestEveryActivityHasAnAnswer(t *testing.T) {
	c := load(t, rules.FS)
	for _, a := range c.Vocabulary.Activities {
		_, free := c.NotProhibitedFor("KP", a.ID)
		if _, err := c.Find(a.ID); err != nil && !free {
			t.Errorf("activity %q: no measure and no entry in not-prohibited.yaml", a.ID)
		}
		if free != (a.Category == None) {
			t.Errorf("activity %q is of the category %q, not prohibited: %v", a.ID, a.Category, free)
		}
	}
}

// The rules speak of measures and flags, never of guilt.
func TestNeutralWording(t *testing.T) {
	loaded := regexp.MustCompile(`(?i)violat|guilt|illegal|offend|\bcriminal`)
	names, err := fs.Glob(rules.FS, "regimes/*/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, name := range append(names, categoriesFile, vocabularyFile, severityFile) {
		data, err := fs.ReadFile(rules.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(data), "\n") {
			if word := loaded.FindString(line); word != "" {
				t.Errorf("%s:%d: %q", name, i+1, word)
			}
		}
	}
}
