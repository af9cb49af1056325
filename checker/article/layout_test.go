package article

import (
	"slices"
	"testing"
)

var layoutCases = []struct {
	name, text string
	want       []string
}{
	{"blank lines", "First paragraph.\n\n\nSecond paragraph.\n \u00a0\nThird.", []string{"First paragraph.", "Second paragraph.", "Third."}},
	{"a paragraph a line", "A large group of workers was sent to the north-east last month, one source says.\nEach group numbers dozens of people.\nThey work in garment plants.",
		[]string{"A large group of workers was sent to the north-east last month, one source says.", "Each group numbers dozens of people.", "They work in garment plants."}},
	{"headline, then body", "Workers leave the border town\nSEOUL — Dozens of workers left the town on Monday, traders said.",
		[]string{"Workers leave the border town", "SEOUL — Dozens of workers left the town on Monday, traders said."}},
	{"hard-wrapped", "By Ana Petrov\nTrucks made abroad carried the missiles that the North\nshowed at a parade last week, state media photographs\nindicate, which underlines how hard it is to enforce\nthe measures.\nHalf a dozen missiles were shown for the first time by\nthe North at the parade, held for the birthday of the\nfounder.\nTIMBER TRUCKS\nTwo new kinds of missile were seen as well, and one sat\non a large truck.",
		[]string{"By Ana Petrov",
			"Trucks made abroad carried the missiles that the North\nshowed at a parade last week, state media photographs\nindicate, which underlines how hard it is to enforce\nthe measures.",
			"Half a dozen missiles were shown for the first time by\nthe North at the parade, held for the birthday of the\nfounder.",
			"TIMBER TRUCKS",
			"Two new kinds of missile were seen as well, and one sat\non a large truck."}},
	{"torn links", "The president thanked the country, which is under embargo, for the\n\ntraining\n\ngiven to the police.\n\nHe left.",
		[]string{"The president thanked the country, which is under embargo, for the\n\ntraining\n\ngiven to the police.", "He left."}},
	{"no tear after a headline", "Police trained abroad, panel finds\n\nkim photo\n\nThe panel published its report.",
		[]string{"Police trained abroad, panel finds", "kim photo", "The panel published its report."}},
	{"list", "Names:\n• First ship\n• Second ship\n1. Third ship\n(2) Fourth ship", []string{"Names:", "• First ship", "• Second ship", "1. Third ship", "(2) Fourth ship"}},
	{"machine stamp", " date 2024-03-26 Oil is going straight to the port.", []string{"date 2024-03-26", "Oil is going straight to the port."}},
	{"byline on two lines", "By\nAna Petrov and Li Min\nThe ship left the port on Monday.", []string{"By\nAna Petrov and Li Min", "The ship left the port on Monday."}},
	{"dateline on its own", "DANDONG, China —\nThe accountant took a train.", []string{"DANDONG, China —\nThe accountant took a train."}},
	{"share button", "ITALY-NORTH KOREA\nsave", []string{"ITALY-NORTH KOREA", "save"}},
}

func TestLayout(t *testing.T) {
	for _, tt := range layoutCases {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, d := range layoutText(tt.text) {
				got = append(got, tt.text[d.Start:d.End])
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}
