package extract

import (
	"strings"
	"testing"

	"github.com/article41/article41/checker/claim"
)

// Who lists or charges somebody is the source of what the text then tells of them; of
// nothing else, unless it is its own press release.
func TestGrounds(t *testing.T) {
	const (
		action = "Treasury sanctions shippers of North Korean coal\n\nThe U.S. Treasury Department today sanctioned two firms for shipping North Korean coal to Vietnam.\n\n"
		coal   = "The firms shipped North Korean coal to Vietnam on the Hai Long 6 in May."
	)
	tests := []struct {
		name, text, quote string
		status            claim.Status
		source            string
	}{
		{"the grounds", action + coal, "shipped North Korean coal", claim.Alleged, "U.S. Treasury Department"},
		{"another category", action + "North Korea shipped artillery shells to Russia in May.", "artillery shells", claim.Asserted, ""},
		{"another category in its release", "PRESS RELEASE\n\n" + action + "North Korea shipped artillery shells to Russia in May.", "artillery shells", claim.Alleged, "U.S. Treasury Department"},
		{"a source of its own", action + "A broker said the firms had shipped North Korean coal to Vietnam.", "had shipped North Korean coal", claim.Alleged, "broker"},
		{"no action", "Coal still leaves Nampo\n\n" + coal, "shipped North Korean coal", claim.Asserted, ""},
		{"an action of long ago", strings.Replace(action, "today sanctioned", "sanctioned", 1) + coal, "shipped North Korean coal", claim.Asserted, ""},
		{"decided to freeze", "The Government today decided to freeze the assets of two firms for shipping North Korean coal to Vietnam.\n\n" + coal, "shipped North Korean coal", claim.Alleged, "Government"},
		{"decided on a day to list", "Press Releases\n\nThe Government decided on July 18 to place two firms on its list of sanctions targets for shipping North Korean coal to Vietnam.\n\n" + coal, "shipped North Korean coal", claim.Alleged, "Government"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := false
			for _, c := range extractText(t, tt.text) {
				if !strings.Contains(c.Evidence[0].Quote, tt.quote) {
					continue
				}
				found = true
				if c.Status != tt.status {
					t.Errorf("%q is %s, want %s", c.Evidence[0].Quote, c.Status, tt.status)
				}
				source := ""
				if len(c.Attribution) > 0 {
					source = c.Attribution[0].Name
				}
				if !strings.Contains(source, tt.source) || tt.source == "" && source != "" {
					t.Errorf("said by %q, want %q", source, tt.source)
				}
			}
			if !found {
				t.Errorf("no claim quotes %q", tt.quote)
			}
		})
	}
}
