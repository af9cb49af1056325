package checker

import (
	"math"
	"strconv"

	"github.com/article41/article41/checker/report"
	"github.com/article41/article41/checker/stories"
)

// storiesOf finds which of the report's documents are copies of one another;
// sketches are theirs.
func storiesOf(documents []report.Document, sketches []stories.Sketch) []report.Story {
	docs := make([]stories.Document, len(documents))
	for i, d := range documents {
		docs[i].Sketch = sketches[i]
		if d.Published != nil {
			docs[i].Published = d.Published.Date
		}
	}
	var out []report.Story
	for _, s := range stories.Group(docs) {
		r := report.Story{
			ID: "s_" + strconv.Itoa(len(out)+1), Kind: s.Kind, Similarity: hundredths(s.Similarity),
			Representative: documents[s.Representative].ID,
		}
		for _, d := range s.Documents {
			r.Documents = append(r.Documents, documents[d].ID)
		}
		for _, c := range s.Copies {
			r.Copies = append(r.Copies, report.StoryCopy{
				Document: documents[c.Document].ID, Kind: c.Kind, Similarity: hundredths(c.Similarity),
				InRepresentative: hundredths(c.InRepresentative), OfRepresentative: hundredths(c.OfRepresentative),
			})
		}
		out = append(out, r)
	}
	return out
}

// hundredths rounds down: 1 says that nothing differs.
func hundredths(x float64) float64 { return math.Floor(100*x) / 100 }
