package waiver

import (
	"strings"
	"testing"

	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/report"
	"github.com/article41/article41/rules"
)

const held = "v1:0123456789abcdef0123456789abcdef"

func catalogue(t *testing.T) *catalog.Catalogue {
	t.Helper()
	cat, err := catalog.Load(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	return cat
}

const good = `waivers:
  - fingerprint: ` + held + `
    reason: the desk has looked at it
    owner: A. Analyst
    approver: B. Lead
    given: 2026-01-15
    expires: 2027-01-15
  - measure: dprk-labour-repatriation
    source: news/harbour.txt
    reason: a court found otherwise
    owner: A. Analyst
    approver: B. Lead
    given: 2026-01-15
    expires: 2026-06-30
`

func findings() *report.Report {
	return &report.Report{
		Documents: []report.Document{{ID: "d_1", Name: "news/harbour.txt", URL: "https://example.org/harbour", TextSHA256: strings.Repeat("ab", 32)}, {ID: "d_2", Name: "other.txt"}},
		Findings: []report.Finding{
			{ID: "f_1", Document: "d_2", Fingerprint: held, Measure: "dprk-arms-trade", Severity: "critical"},
			{ID: "f_2", Document: "d_1", Fingerprint: "v1:1", Measure: "dprk-labour-repatriation", Severity: "high"},
			{ID: "f_3", Document: "d_2", Fingerprint: "v1:2", Measure: "dprk-labour-repatriation", Severity: "high"},
		},
	}
}

func TestApply(t *testing.T) {
	ws, err := Parse("waivers.yaml", []byte(good), catalogue(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		day                      string
		suppressed               []string
		applied, expired, unused int
	}{
		{"2026-06-30", []string{"f_1", "f_2"}, 2, 0, 0},
		{"2026-07-01", []string{"f_1"}, 1, 1, 0},
		{"2027-01-16", nil, 0, 2, 0},
		{"2026-01-14", nil, 0, 0, 0}, // not given yet
	} {
		r := findings()
		use := ws.Apply(r, tc.day)
		var got []string
		for _, f := range r.Findings {
			if f.Suppressed != nil {
				got = append(got, f.ID)
				if f.Suppressed.Kind != report.SuppressedByWaiver || f.Suppressed.Owner != "A. Analyst" || f.Suppressed.Approver != "B. Lead" || f.Suppressed.Expires == "" {
					t.Errorf("%s: %+v", f.ID, f.Suppressed)
				}
			}
		}
		if strings.Join(got, " ") != strings.Join(tc.suppressed, " ") {
			t.Errorf("on %s suppressed %v, want %v", tc.day, got, tc.suppressed)
		}
		if len(use.Applied) != tc.applied || len(use.Expired) != tc.expired || len(use.Unused) != tc.unused {
			t.Errorf("on %s: %+v", tc.day, use)
		}
	}
	r := findings()
	r.Findings = r.Findings[2:]
	if use := ws.Apply(r, "2026-02-01"); len(use.Unused) != 2 || r.Findings[0].Suppressed != nil {
		t.Errorf("waivers for another text cover it: %+v", use)
	}
}

func TestSources(t *testing.T) {
	for source, want := range map[string]bool{
		"news/harbour.txt": true, "./news/harbour.txt": true, "https://example.org/harbour": false, "sha256:" + strings.Repeat("ab", 32): true,
		"harbour.txt": false,
	} {
		ws := Waivers{{Measure: "dprk-labour-repatriation", Source: source, Expires: "2026-12-31"}}
		r := findings()
		ws.Apply(r, "2026-02-01")
		if got := r.Findings[1].Suppressed != nil; got != want {
			t.Errorf("source %q covers it: %v, want %v", source, got, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	cat := catalogue(t)
	for name, tc := range map[string]struct{ from, to, want string }{
		"unknown measure":    {"dprk-labour-repatriation", "dprk-nothing", `waivers.yaml:8:5: waiver: unknown measure "dprk-nothing"`},
		"no fingerprint":     {held, "v1:12", "is no fingerprint"},
		"both":               {"    source: news/harbour.txt", "    fingerprint: " + held, "not both"},
		"no source":          {"    source: news/harbour.txt\n", "", "says not what it covers"},
		"own approval":       {"approver: B. Lead", "approver: a. analyst", "somebody else has to approve"},
		"too long":           {"expires: 2027-01-15", "expires: 2027-01-16", "more than 12 months"},
		"expired when given": {"expires: 2026-06-30", "expires: 2026-01-14", "before it was given"},
		"no last day":        {"    expires: 2026-06-30\n", "", "expires"},
		"no date":            {"given: 2026-01-15", "given: soon", "given is"},
		"no reason":          {"reason: a court found otherwise", "reason: \" \"", "has no reason"},
		"unknown key":        {"reason: a court", "because: a court", "because"},
		"the same twice":     {"measure: dprk-labour-repatriation\n    source: news/harbour.txt", "fingerprint: " + held, "covers the same"},
		"not a waivers file": {"waivers:", "waiver:", "waiver"},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(good, tc.from, tc.to, 1)
			_, err := Parse("waivers.yaml", []byte(text), cat)
			if err == nil || !strings.Contains(err.Error(), tc.want) || !strings.Contains(err.Error(), "waivers.yaml:") {
				t.Errorf("error %v, want one with %q and a position", err, tc.want)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(good))
	f.Add([]byte("waivers:\n  - fingerprint: v1:\n"))
	cat, err := catalog.Load(rules.FS)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		ws, err := Parse("waivers.yaml", data, cat)
		if err != nil {
			return
		}
		for _, w := range ws {
			if w.Owner == "" || w.Approver == "" || w.Reason == "" || w.Expires < w.Given {
				t.Errorf("accepted %+v", w)
			}
		}
	})
}
