package checker

import (
	"context"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/article41/article41/checker/report"
	"github.com/article41/article41/checker/stories"
)

// siteReport is a wire report with two flaggable sentences, one of them in the
// agency's own voice.
const siteReport = `Workers seen at the site by the bay

VLADIVOSTOK, April 4 (Yonhap) -- Dozens of North Korean workers were employed at a building site in Vladivostok in March 2022, the newspaper Primorskaya Zarya reported.

The quarter has few shops, and its bus runs twice a day. Those who live opposite have looked at the fence from their kitchens for a year, and have stopped asking when the road will be open again.

Two shipments of North Korean rifles reached the port in April 2022.

The site belongs to a developer who has put up four towers along the bay and who did not answer letters. Its fence has no sign with the name of a builder, which the city's rules ask for.

A clerk at the district office said that she had no list of those who work there, and that nobody had asked her for one before.
`

func reprint(s string) string {
	s = strings.Replace(s, "Workers seen at the site by the bay", "Blue jackets at dawn", 1)
	s = strings.ReplaceAll(s, "VLADIVOSTOK, April 4 (Yonhap) -- ", "VLADIVOSTOK (Yonhap) — ")
	s = strings.NewReplacer("'", "’", "North Korean ", "North\u00a0Korean ").Replace(s)
	return s[:strings.Index(s, "A clerk at")]
}

func inputsOf(texts map[string]string, names ...string) []Input {
	var out []Input
	for _, n := range names {
		out = append(out, Input{Name: n, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(texts[n])), nil }})
	}
	return out
}

func TestCopiesOfOneStory(t *testing.T) {
	texts := map[string]string{
		"wire.txt": siteReport, "reprint.txt": reprint(siteReport), "again.txt": siteReport,
		"other.txt": story, // has the same sentences, and nothing else of it
	}
	c := newChecker(t)
	for _, names := range [][]string{
		{"wire.txt", "reprint.txt", "other.txt", "again.txt"},
		{"other.txt", "again.txt", "reprint.txt", "wire.txt"},
	} {
		for _, jobs := range []int{1, 4} {
			res, err := c.CheckAll(context.Background(), inputsOf(texts, names...), Batch{Jobs: jobs})
			if err != nil {
				t.Fatal(err)
			}
			r := res.Report
			if len(r.Stories) != 1 {
				t.Fatalf("%v: stories %+v", names, r.Stories)
			}
			s := r.Stories[0]
			name := map[string]string{}
			for _, d := range r.Documents {
				name[d.ID] = d.Name
			}
			if s.Kind != "syndicated" || len(s.Documents) != 3 || !strings.Contains("wire.txt again.txt", name[s.Representative]) {
				t.Errorf("%v: %+v", names, s)
			}
			var own []string
			for _, o := range s.Origins {
				if o.OwnVoice {
					own = append(own, o.Name)
				}
			}
			if len(s.Origins) != 2 || !slices.Equal(own, []string{"Yonhap"}) {
				t.Errorf("%v: origins %+v", names, s.Origins)
			}
			perDocument := map[string]int{}
			for _, f := range r.Findings {
				perDocument[name[f.Document]]++
				inStory := slices.Contains(s.Documents, f.Document)
				if wantCopy := inStory && f.Document != s.Representative; (f.CopyOf != nil) != wantCopy {
					t.Errorf("%v: %s of %s: copy of %+v", names, f.Measure, name[f.Document], f.CopyOf)
				}
			}
			n := perDocument["wire.txt"]
			if n < 2 || perDocument["reprint.txt"] != n || perDocument["again.txt"] != n {
				t.Errorf("%v: findings by document %v", names, perDocument)
			}
			if r.Summary.Findings != len(r.Findings) || r.Summary.Distinct != len(r.Findings)-2*n {
				t.Errorf("%v: summary %+v", names, r.Summary)
			}

			shown, hidden := (&Filter{Categories: []string{"arms"}}).Apply(r)
			if hidden == 0 || len(shown.Stories) != 1 || len(shown.Stories[0].Origins) != 1 || len(r.Stories[0].Origins) != 2 {
				t.Errorf("%v: narrowed to arms: %+v; the whole: %+v", names, shown.Stories, r.Stories)
			}
			if err := shown.Validate(); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestStoryKindsAgree(t *testing.T) {
	if !slices.Equal(stories.Kinds, report.StoryKinds) {
		t.Errorf("package stories has %v, the report %v", stories.Kinds, report.StoryKinds)
	}
}
