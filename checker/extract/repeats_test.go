package extract

import (
	"testing"
)

// Every copy of a headline is a passage of the one claim that it makes.
func TestRepeatedHeadlines(t *testing.T) {
	const head = "North Korea’s coal sold to “Chinese” firms"
	text := "Home\n\n" + head + "\n\nBy Jane Doe\n\n" + head + "\n\nThe weather was fine that week, and nobody was on the quay to see it.\n"
	claims := extractText(t, text)
	if len(claims) != 1 {
		t.Fatalf("claims %+v", claims)
	}
	runes := []rune(text)
	var starts []int
	for _, e := range claims[0].Evidence {
		if got := string(runes[*e.Start:*e.End]); got != e.Quote {
			t.Errorf("%q stands at %d, want %q", got, *e.Start, e.Quote)
		}
		starts = append(starts, *e.Start)
	}
	if len(starts) != 2 || starts[0] == starts[1] {
		t.Errorf("passages at %v", starts)
	}
}
