package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/rules"
)

func TestExtractListed(t *testing.T) {
	lex, err := Load(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	x := New(lex)
	const person, entity, vessel = 'p', 'e', 'v'
	for _, test := range []struct {
		text, name, target string
		kind               rune
		want               string // activities with the role of the listed party, sorted
	}{
		{"Kim Song Chol travelled to Sudan in March 2017.", "Kim Song Chol", "KP", person, "designated_travel participant"},
		{"Kim Song Chol, who represents the firm, flew to Khartoum on Tuesday.", "Kim Song Chol", "KP", person, "designated_travel participant"},
		{"On Friday Kim Song Chol later flew to Khartoum.", "Kim Song Chol", "KP", person, "designated_travel participant"},
		{"Kim Song Chol met the Chinese ambassador on Sunday.", "Kim Song Chol", "KP", person, ""},
		{"A Chinese firm bought coal from Hwangsan Trading Corporation.", "Hwangsan Trading Corporation", "KP", entity, "deal_with_designated owner, mineral_export supplier"},
		{"Hwangsan Trading Corporation has an office in Dalian, China.", "Hwangsan Trading Corporation", "KP", entity, "designated_office owner"},
		{"An Iranian firm shipped missiles to the Nahdis last year.", "Nahdis", "", entity, "arms_import recipient, deal_with_designated owner"},
		{"Iran supplied the Nahdis with rifles.", "Nahdis", "", entity, "arms_import recipient, deal_with_designated owner"},
		{"Uganda hired Butali Cargo to fly gold to Dubai.", "Butali Cargo", "", entity, "deal_with_designated owner"},
		{"A Turkish businessman transferred 2 million dollars to Yusuf Hamdi al-Khalidi.", "Yusuf Hamdi al-Khalidi", "", person, "deal_with_designated owner, financial_service recipient"},
		{"Yusuf Hamdi al-Khalidi visited Qatar in May.", "Yusuf Hamdi al-Khalidi", "", person, "designated_travel participant"},
		{"A bank in Kuwait kept an account for Yusuf Hamdi al-Khalidi.", "Yusuf Hamdi al-Khalidi", "", person, "deal_with_designated owner, financial_service recipient"},
		{"The tanker Mun Ryong 7 called at the port of Vladivostok.", "Mun Ryong 7", "KP", vessel, "port_entry owner"},
		// A name without an act, and acts that no measure on listed parties is about.
		{"Yusuf Hamdi al-Khalidi met reporters.", "Yusuf Hamdi al-Khalidi", "", person, ""},
		{"Butali Cargo employs North Koreans.", "Butali Cargo", "", entity, ""},
		{"The Nahdis tested a missile, Iran said.", "Nahdis", "", entity, ""},
		// The group may be any: nothing is carried over to it.
		{"The Nahdis spoke on Monday. The group then received missiles from Iran.", "Nahdis", "", entity, ""},
	} {
		t.Run(test.text, func(t *testing.T) {
			doc, err := article.Read("x.txt", []byte(test.text), article.Options{})
			if err != nil {
				t.Fatal(err)
			}
			i := strings.Index(doc.Text, test.name)
			names := []Listed{{Span: article.Span{Start: i, End: i + len(test.name)}, Reference: "QDi.901", Target: test.target, Individual: test.kind == person, Vessel: test.kind == vessel}}
			found, err := x.ExtractListed(t.Context(), doc, names)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, c := range found.Claims {
				role := ""
				for _, p := range c.Parties {
					if p.Country == listedParties {
						t.Errorf("a claim shows the code %s: %+v", listedParties, c.Parties)
					}
					if p.Listed != "" {
						role = p.Role
					}
				}
				if c.Category != "none" && c.Activity != "designated_office" || test.kind == entity {
					got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s", c.Activity, role)))
				}
			}
			slices.Sort(got)
			if strings.Join(got, ", ") != test.want {
				t.Errorf("got %q, want %q", strings.Join(got, ", "), test.want)
			}
			// Without the lists the names are nobody's.
			if plain, err := x.Extract(t.Context(), doc); err != nil || slices.ContainsFunc(plain.Claims, func(c claim.Claim) bool {
				return slices.ContainsFunc(c.Parties, func(p claim.Party) bool { return p.Listed != "" })
			}) {
				t.Errorf("%v, %+v", err, plain.Claims)
			}
		})
	}
}
