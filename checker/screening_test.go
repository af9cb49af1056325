package checker

import (
	"context"
	"errors"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/lists"
	"github.com/article41/article41/checker/report"
	"github.com/article41/article41/checker/screen"
)

func smallLists(t testing.TB) []*screen.List {
	t.Helper()
	var out []*screen.List
	for _, name := range []string{"list.xml", "vessels.csv"} {
		data, err := os.ReadFile("../fixtures/_lists/" + name)
		if err != nil {
			t.Fatal(err)
		}
		l, err := lists.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, l)
	}
	return out
}

func screening(t testing.TB, against []*screen.List) *Checker {
	t.Helper()
	c, err := New(t.Context(), Options{Today: "2026-01-01", Lists: against})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func checked(t *testing.T, c *Checker, text string) *report.Report {
	t.Helper()
	doc, err := article.Read("x.txt", []byte(text), article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Check(t.Context(), doc)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// verdicts are the findings as "measure verdict", sorted.
func verdicts(r *report.Report) string {
	var out []string
	for _, f := range r.Findings {
		out = append(out, f.Measure+" "+f.Verdict)
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), ", ")
}

func TestScreeningDecides(t *testing.T) {
	c := screening(t, smallLists(t))
	for _, test := range []struct{ name, text, want string }{
		{"travel, by name alone", "PUBLISHED 12 May 2018\n\nKim Song Chol of North Korea travelled to Sudan in April 2018, a diplomat said.",
			"dprk-travel-ban breach_possible"},
		{"travel, and the post agrees", "PUBLISHED 12 May 2018\n\nKim Song Chol of Hwangsan Trading Corporation travelled to Sudan in April 2018, a diplomat said.",
			"dprk-asset-freeze-designated mention, dprk-travel-ban breach_indicated"},
		{"travel before the listing", "PUBLISHED 12 May 2015\n\nKim Song Chol travelled to Sudan in April 2015, a diplomat said.", ""},
		{"travel only: no freeze", "PUBLISHED 12 May 2018\n\nA Maltese bank transferred 2 million dollars to Salem Misbah el-Tarhouni in April 2018, prosecutors said.", "libya-travel-ban mention"},
		{"travel only: the travel", "PUBLISHED 12 May 2018\n\nSalem Misbah el-Tarhouni flew to Malta in April 2018, an official said.",
			"libya-travel-ban breach_indicated"},
		{"freeze", "PUBLISHED 12 May 2018\n\nA Turkish businessman transferred 2 million dollars to Yusuf Hamdi al-Khalidi in April 2018, prosecutors said.",
			"isil-al-qaida-asset-freeze breach_indicated"},
		{"arms only: arms", "PUBLISHED 12 May 2023\n\nIran shipped anti-tank missiles to the Nahdis in March 2023, the ministry said.",
			"yemen-arms-listed breach_possible"},
		{"arms only: no freeze", "PUBLISHED 12 May 2023\n\nA Turkish businessman transferred 2 million dollars to the Nahdis in April 2023, prosecutors said.", "yemen-arms-listed mention"},
		{"no freeze in Guinea-Bissau", "PUBLISHED 12 May 2018\n\nA Portuguese bank transferred 2 million euros to Joaquim Correia in Bissau in April 2018, prosecutors said.", "guinea-bissau-travel-ban mention"},
		{"the surname alone, later", "PUBLISHED 12 May 2018\n\nSalem Misbah el-Tarhouni gave a speech. On Monday el-Tarhouni flew to Malta, an official said.",
			"libya-travel-ban breach_indicated"},
		{"an acronym that brackets introduce", "PUBLISHED 12 May 2018\n\nPolice spoke of Hwangsan Trading Corporation (HTC). A Malaysian bank kept an account for HTC, they said.",
			"dprk-asset-freeze-designated breach_possible"},
		{"a country in the brackets of a name", "PUBLISHED 12 May 2018\n\nA charity in Britain sent money to Kenya for wells.", ""},
		{"another ship of the name", "PUBLISHED 12 May 2018\n\nThe Mun Ryong 7 (IMO 9876555) belongs to the North. The tanker Mun Ryong 7, IMO 9876543, of Piraeus called at Shanghai on 3 May 2018.", ""},
		{"a vessel that was removed", "PUBLISHED 12 May 2018\n\nThe tanker Old Pine (IMO 9876579) called at Shanghai on 3 May 2018.", ""},
		{"a namesake in another spelling", "PUBLISHED 12 May 2018\n\nKim Song Chol of Hwangsan Trading Corporation, from North Korea, spoke. A cellist, Kim Sung-chul, flew to Vienna on 3 May 2018.",
			"dprk-asset-freeze-designated mention"},
		{"a stranger of a common name", "PUBLISHED 12 May 2018\n\nKim Song Chol, a chef from Busan, flew to Vienna on 3 May 2018. The Security Council froze the assets of others.", ""},
		{"from another State, beside the North", "PUBLISHED 12 May 2018\n\nNorth Korea was silent. Kim Song Chol, a chess player from South Korea, flew to Vienna on 3 May 2018.", ""},
		{"another firm of a longer name", "PUBLISHED 12 May 2018\n\nA bank in Malaysia kept an account for Hwangsan Trading Corporation of Oslo.", ""},
		{"money is no guest", "PUBLISHED 12 May 2018\n\nSalem Misbah el-Tarhouni received 200,000 dollars from a buyer in Uganda in April 2018.", "libya-travel-ban mention"},
		{"a call for sanctions", "PUBLISHED 12 May 2018\n\nA senator in Canada wants sanctions on those who pay Hwangsan Trading Corporation of North Korea.", "dprk-asset-freeze-designated mention"},
		{"a surname that two bear", "PUBLISHED 12 May 2018\n\nYusuf Hamdi al-Khalidi wrote to Omar al-Khalidi. On Monday al-Khalidi flew to Malta, an official said.",
			"isil-al-qaida-asset-freeze mention"},
		{"into his own country", "PUBLISHED 12 May 2018\n\nSalem Misbah el-Tarhouni flew to Libya in April 2018, an official said.", "libya-travel-ban mention"},
		{"a part of a longer name", "PUBLISHED 12 May 2018\n\nJoaquim Correia Mendes was born in Lisbon.", ""},
		{"a bare mention", "PUBLISHED 12 May 2018\n\nYusuf Hamdi al-Khalidi was born in Tunis.", "isil-al-qaida-asset-freeze mention"},
		{"of one under travel only", "PUBLISHED 12 May 2018\n\nJoaquim Correia was born in Guinea-Bissau.", "guinea-bissau-travel-ban mention"},
		{"the law", "PUBLISHED 12 May 2018\n\nStates must freeze the assets of Yusuf Hamdi al-Khalidi.", "isil-al-qaida-asset-freeze mention"},
		{"a denial", "PUBLISHED 12 May 2018\n\nTurkey denied that a businessman transferred 2 million dollars to Yusuf Hamdi al-Khalidi in April 2018.",
			"isil-al-qaida-asset-freeze counterclaim"},
		{"a vessel by its number", "PUBLISHED 12 May 2018\n\nThe tanker Mun Ryong 7 (IMO 9876555) called at the port of Vladivostok on 3 May 2018, data show.",
			"dprk-port-entry-designated breach_indicated, dprk-port-entry-refused-inspection breach_possible, dprk-port-entry-suspected breach_possible"},
		{"a name that two have", "PUBLISHED 12 May 2018\n\nKim Myong Chol travelled to Sudan in April 2018, a diplomat said.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := checked(t, c, test.text)
			if got := verdicts(r); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
			for _, f := range r.Findings {
				if f.Verdict == report.Mention && f.Severity != "info" {
					t.Errorf("a mention of severity %s", f.Severity)
				}
			}
		})
	}
}

// The report says what was screened against what, also when nothing was found; without
// lists it says nothing.
func TestScreeningIsRecorded(t *testing.T) {
	text := "PUBLISHED 12 May 2018\n\nMaria Gonzalez met Kim Jong Un in Pyongyang. The MUN RYONG 7, a tanker, was seen.\n"
	r := checked(t, screening(t, smallLists(t)), text)
	if len(r.Run.Lists) != 2 || r.Run.Lists[0].Date != "2026-02-01" || len(r.Run.Lists[0].SHA256) != 64 {
		t.Errorf("lists: %+v", r.Run.Lists)
	}
	s := r.Documents[0].Screened
	if s == nil || s.Names < 3 || len(s.Matches) != 1 || s.Matches[0].Entries[0].Reference != "IMO 9876555" || s.Matches[0].Answer != report.NamePossible {
		t.Errorf("screened: %+v", s)
	}
	plain := checked(t, screening(t, nil), text)
	if plain.Run.Lists != nil || plain.Documents[0].Screened != nil {
		t.Errorf("no list, and yet screened: %+v", plain.Documents[0].Screened)
	}
}

// Names over the bound are not looked up, and the reader is told; the work ends when
// it is no longer wanted.
func TestScreeningOfTooManyNames(t *testing.T) {
	c := screening(t, smallLists(t))
	var text strings.Builder
	text.WriteString("PUBLISHED 12 May 2018\n\n")
	for i := range 7000 {
		text.WriteString("Ada met Bo" + strconv.Itoa(i) + " and then Cy. ")
	}
	r := checked(t, c, text.String())
	if !slices.ContainsFunc(r.Documents[0].Notes, func(n report.Note) bool { return n.Code == noteNamesLeft }) {
		t.Errorf("%d names, and no note: %+v", r.Documents[0].Screened.Names, r.Documents[0].Notes)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	doc, err := article.Read("x.txt", []byte("Ada met Bo."), article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.screen(ctx, doc, ""); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// A delisted entry counts for acts while it was on the list.
func TestScreeningOfTheDelisted(t *testing.T) {
	all := smallLists(t)
	e, _ := all[0].Find("QDi.901")
	e.Until = "2019-01-01"
	c := screening(t, all)
	for day, want := range map[string]string{"April 2018": "isil-al-qaida-asset-freeze breach_indicated", "April 2020": ""} {
		text := "PUBLISHED 12 May 2021\n\nA Turkish businessman transferred 2 million dollars to Yusuf Hamdi al-Khalidi in " + day + ", prosecutors said."
		if got := verdicts(checked(t, c, text)); got != want {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
	}
}

func BenchmarkScreening(b *testing.B) {
	data, err := os.ReadFile("../fixtures/primorye-visit/article.txt")
	if err != nil {
		b.Fatal(err)
	}
	doc, err := article.Read("x.txt", data, article.Options{})
	if err != nil {
		b.Fatal(err)
	}
	c := screening(b, smallLists(b))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := c.screen(b.Context(), doc, ""); err != nil {
			b.Fatal(err)
		}
	}
}
