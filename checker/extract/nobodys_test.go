package extract

import (
	"os"
	"strings"
	"testing"

	"github.com/article41/article41/checker/claim"
)

// TestNothingIsSaidToBeDone reads statements of law, denials and news that only shares its
// words with a breach, a sentence a line: a claim that any of them gives must carry a status
// that is no act, since a rule or a denial that is flagged as a breach is among the worst this
// program can do.
func TestNothingIsSaidToBeDone(t *testing.T) {
	for _, file := range []string{"testdata/law.txt", "testdata/denials.txt", "testdata/innocent.txt"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(string(data)), "\n")
		if len(lines) < 30 {
			t.Errorf("%s: only %d sentences", file, len(lines))
		}
		for _, line := range lines {
			for _, c := range extractText(t, line) {
				switch c.Status {
				case claim.Asserted, claim.Alleged, claim.Planned:
					if c.Category != "none" {
						t.Errorf("%s: %q gives %s", file, line, describeClaim(c))
					}
				}
			}
		}
	}
}
