package extract

import (
	"strings"
	"testing"

	"github.com/article41/article41/checker/claim"
)

// TestConstructions reads sentences, each for one construction: the claim that it must give,
// or none that tells an act.
func TestConstructions(t *testing.T) {
	const none = "none"
	tests := []struct{ text, want string }{
		// a particle belongs to the verb where goods follow, a preposition to the place
		{"A Chinese firm trucked over excavators to North Korea.", "industrial_supply supplier=CN recipient=KP"},
		{"Coats sewn in North Korea were smuggled over the Yalu to China.", "textile_export supplier=KP recipient=CN"},
		// who does what stands behind "for"
		{"A broker arranged for petrol from Iran to go to North Korea.", "oil_supply supplier=IR recipient=KP"},
		// where people are from stands behind the verb
		{"The waitresses in the Vientiane restaurant, who also sing, are all from Pyongyang.", "host_workers sender=KP host=LA"},
		{"The waitresses in the Vientiane restaurant, who also sing, are all from Hanoi.", none},
		// a manner and a maker are no party
		{"A bar in Seoul sells North Korean-style beer and cognac.", none},
		{"Kim drove a North Korean-built tractor around the yard.", none},
		// what is only compared, or only dates
		{"The Chinese firm is as secretive as North Korea and sells coal.", none},
		{"Coal from Australia reached China in the week of North Korea's congress.", none},
		{"Taiwan's trawlers caught squid off Japan, far from North Korean waters.", none},
		// who goes home, and what is stopped or burned
		{"Mongolia's remaining 120 North Korean labourers flew home yesterday.", none},
		{"Italy blocked the sale of two yachts to North Korea.", none},
		{"Customs officers in Jilin burned a lorryload of North Korean pine nuts.", none},
		// a clause of those who say so is no list with what stands before
		{"Restaurants from the North are back in this Chinese region, residents and merchants said.", "restaurant status=alleged"},
		// ways around a ban
		{"North Korean firms are evading a U.N. ban on the import of vehicles.", "industrial_supply recipient=KP status=alleged"},
		// where a ship is stands behind two words and a distance
		{"A Greek tanker moored beside a North Korean ship east of Shanghai.", "ship_to_ship_transfer partner=KP"},
		{"The tanker met a North Korean ship 80 miles south of Jeju.", "ship_to_ship_transfer partner=KP"},
		// a name that begins like a conjunction
		{"Marines boarded the So San in December 2002 and found North Korean Scuds on their way to Yemen.", "arms_export supplier=KP"},
	}
	for _, tt := range tests {
		t.Run(shorten(tt.text, 60), func(t *testing.T) {
			var all []string
			met := false
			for _, c := range extractText(t, tt.text) {
				all = append(all, c.Extraction.Rule+": "+describeClaim(c))
				act := c.Category != "none" && isAct(c.Status)
				met = met || tt.want != none && meets(c, tt.want) || tt.want == none && act
			}
			if met != (tt.want != none) {
				t.Errorf("want %s, got:\n  %s", tt.want, strings.Join(all, "\n  "))
			}
		})
	}
}

// TestOwnDenials: who tells of his own act denies it by a negation; others who say that it did
// not happen leave it negated.
func TestOwnDenials(t *testing.T) {
	tests := map[string]claim.Status{
		"The Chinese trader insisted he had not sold any car to the North Koreans.":              claim.Denied,
		"“We have never had coats made in North Korea,” the owner said.":                         claim.Denied,
		"A panel said that a Chinese trader had not sold any car to the North Koreans.":          claim.Negated,
		"The registry said that it had never registered a ship owned by North Korea.":            claim.Denied,
		"The Chinese trader did not sell any car to the North Koreans, his neighbour told us.":   claim.Negated,
		"A Chinese trader admitted that he had sold cars to the North Koreans, his lawyer said.": claim.Alleged,
	}
	for text, want := range tests {
		found := false
		for _, c := range extractText(t, text) {
			if c.Category != "none" {
				found = true
				if c.Status != want {
					t.Errorf("%q is %s, want %s", text, c.Status, want)
				}
			}
		}
		if !found {
			t.Errorf("%q gives no claim", text)
		}
	}
}
