package extract

import (
	"slices"
	"strings"
	"testing"

	"github.com/article41/article41/checker/claim"
)

func readOnClaims(claims []claim.Claim) []claim.Claim {
	return slices.DeleteFunc(slices.Clone(claims), func(c claim.Claim) bool {
		return !c.States(claim.ReadOn)
	})
}

// What a text goes on to tell of an affair is read on; what it says of the law, denies,
// supposes or tells of somebody else is not.
func TestReadOn(t *testing.T) {
	const affair = "Russian officials said on Monday that North Korea had shipped coal to Vietnam. "
	tests := []struct{ name, text, want string }{
		{"goods and an amount", affair + "Coal worth another 2 million dollars lay ready at Nampo in May, an official said.", "Coal worth another 2 million dollars lay ready at Nampo in May, an official said"},
		{"ahead of the affair", "A trade in coal from Nampo has come back to life, an official said.\n\n" + affair, "A trade in coal from Nampo has come back to life, an official said"},
		{"behind a year of long ago", affair + "A Russian firm opened the pier in the summer of 1974. A harbour man said that coal of the North lay in the sheds behind it.", ""},
		{"behind a year of late", affair + "A Russian firm opened the pier in the summer of 2019. A harbour man said that coal of the North lay in the sheds behind it.", "A harbour man said that coal of the North lay in the sheds behind it"},
		{"what nobody is to do", affair + "They had agreed that no coal worth 2 million dollars should leave Nampo, an official said.", ""},
		{"the law", affair + "The Security Council put all coal worth 2 million dollars from Nampo on its list, an official said.", ""},
		{"a ban", affair + "Coal from Nampo worth 2 million dollars is banned, an official said.", ""},
		{"a denial", affair + "A trader in Nampo denied that coal worth 2 million dollars was his, an official said.", ""},
		{"a negation", affair + "No coal worth 2 million dollars has left Nampo, an official said.", ""},
		{"a question", affair + "Was coal worth 2 million dollars waiting in Nampo in May?", ""},
		{"a seizure", affair + "Customs seized coal from Nampo worth 2 million dollars, an official said.", ""},
		{"other goods", affair + "A football team from Nampo won 2 million dollars, an official said.", ""},
		{"another State's", affair + "Australia sold coal worth 2 million dollars, an official said.", ""},
		{"far behind, the text's subject", affair + strings.Repeat("The weather was fine in the hills that week. ", affairReach) + "Smugglers loaded 3,000 tonnes of North Korean coal at Nampo at night, a trader who deals in coal said.\n\nMore stories of the week follow on the next page of the paper.", "Smugglers loaded 3,000 tonnes of North Korean coal at Nampo at night, a trader who deals in coal said"},
		{"without an affair", "A cargo of coal worth 2 million dollars left Nampo in May, an official said.", ""},
		{"a meeting", affair + "Kim met a minister from Vietnam and spoke of coal worth 2 million dollars, an official said.", ""},
		{"goods the other way", affair + "Coal machinery worth 2 million dollars went the other way from Nampo, an official said.", ""},
		{"a freeze", affair + "A bank in Nampo froze 2 million dollars that a coal trader had left, an official said.", ""},
		{"people on their way home", "North Korean workers flew home from Russia. The workers in Pyongyang were met with flowers worth 2 million dollars, an official said.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			for _, c := range readOnClaims(extractText(t, tt.text)) {
				got += c.Evidence[0].Quote
				if c.Category != "minerals" || c.Status != claim.Alleged || c.Extraction.Confidence != "low" || len(c.Goods) == 0 ||
					!slices.ContainsFunc(c.Parties, func(p claim.Party) bool { return p.Role == "supplier" && p.Country == "KP" && p.Basis != "" }) {
					t.Errorf("claim %+v", c)
				}
			}
			if got != tt.want {
				t.Errorf("read on: %q, want %q", got, tt.want)
			}
		})
	}
}

// An exemption that is told of an affair covers what is read on of it.
func TestReadOnKeepsExemptions(t *testing.T) {
	claims := extractText(t, "With the approval of the sanctions committee, Russia sold petrol to North Korea in March. "+
		"Petrol worth 300,000 dollars stood in tank wagons at Tumangang in April, a railway official said.")
	for _, c := range claims {
		if !c.States("committee_approval") {
			t.Errorf("%s %q lost the approval: %v", c.ID, c.Evidence[0].Quote, c.Facts)
		}
	}
	if len(readOnClaims(claims)) == 0 {
		t.Errorf("nothing was read on: %+v", claims)
	}
}

// Whatever is read on says so, is the least sure, and stands near the claim it goes on
// with.
func TestReadOnIsMarked(t *testing.T) {
	x := New(lexicon(t))
	marked := 0
	for _, doc := range texts(t) {
		found, err := x.Extract(t.Context(), doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range readOnClaims(found.Claims) {
			marked++
			if c.Extraction.Confidence != "low" || len(c.Extraction.Review) == 0 || c.Extraction.Rule != onward.ID {
				t.Errorf("%s: %q: %+v", doc.Name, c.Evidence[0].Quote, c.Extraction)
			}
			if c.Parties[0].Basis != wholeTextBasis && !slices.ContainsFunc(found.Claims, func(o claim.Claim) bool {
				return o.Category == c.Category && o.Activity == c.Activity && o.Extraction.Rule != onward.ID
			}) {
				t.Errorf("%s: %q goes on with no claim", doc.Name, c.Evidence[0].Quote)
			}
			for _, p := range c.Parties {
				if p.Name != "" || p.Basis == "" {
					t.Errorf("%s: %q: party %+v claims to stand in the passage", doc.Name, c.Evidence[0].Quote, p)
				}
			}
		}
	}
	if marked < 20 {
		t.Errorf("only %d claims were read on", marked)
	}
}
