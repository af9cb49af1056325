package extract

import (
	"testing"

	"github.com/article41/article41/checker/claim"
)

// TestMentions: what one source says of one event is one claim, however often; another
// source, date, amount, State or status is another.
func TestMentions(t *testing.T) {
	const lead = "SEOUL, 4 March 2024 - North Korea sold shells to Russia.\n\n"
	for _, tc := range []struct {
		name, more      string
		claims          int
		primary, contra int // passages of the first claim
	}{
		{"once", "The weather was fine.", 1, 1, 0},
		{"told again", "The shells were sold to Russia by North Korea.", 1, 2, 0},
		{"told again far below", "It was a cold day.\n\nSnow fell.\n\nThe river froze.\n\nChildren skated.\n\nNorth Korea sold shells to Russia.", 1, 2, 0},
		{"another source", "The White House said North Korea had sold shells to Russia.", 2, 1, 0},
		{"another State", "North Korea sold shells to Syria.", 2, 1, 0},
		{"another year", "North Korea sold shells to Russia in 2019. It did so again in 2021.", 1, 2, 0},
		{"two years", "North Korea sold shells to Russia in 2019. North Korea sold shells to Russia in 2021.", 2, 2, 0},
		{"another amount", "North Korea sold 500 shells to Russia. North Korea sold 900 shells to Russia.", 2, 2, 0},
		{"a plan", "North Korea plans to sell shells to Russia.", 2, 1, 0},
		{"a denial", "The Kremlin denied that North Korea had sold shells to Russia.", 2, 1, 1},
		{"a denial about another State", "The Kremlin denied that North Korea had sold shells to Syria.", 2, 1, 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := extractText(t, lead+tc.more+"\n")
			if len(got) != tc.claims {
				for _, c := range got {
					t.Logf("%s %s %v %q", c.Activity, c.Status, c.EventDate, c.Evidence[0].Quote)
				}
				t.Fatalf("%d claims, want %d", len(got), tc.claims)
			}
			primary, contra := 0, 0
			for _, e := range got[0].Evidence {
				switch e.Role {
				case claim.Primary:
					primary++
				case claim.Contradicting:
					contra++
				}
			}
			if primary != tc.primary || contra != tc.contra {
				t.Errorf("%d primary and %d contradicting passages, want %d and %d: %+v", primary, contra, tc.primary, tc.contra, got[0].Evidence)
			}
		})
	}
}
