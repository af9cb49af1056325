package claim

import (
	"errors"
	"strings"
	"testing"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/strictyaml"
)

const story = `Picture: Ji Kyong-su in Pyongyang

South Korea’s intelligence agency said on Tuesday there had been signs that North Korea was moving to deploy
workers to Russia, according to the Yonhap news agency.

Russia said no workers had come.
`

func TestVerifyCompletesEvidence(t *testing.T) {
	doc := newDocument(story)
	c := Claim{
		ID:          "c_01",
		Parties:     []Party{{Role: "worker_origin", Name: "North Korea"}, {Role: "host", Country: "RU"}, {Role: "official", Name: "Ji Kyong-su"}},
		Attribution: []Source{{Name: "Yonhap", Kind: NewsAgency}, {Name: "South Korea's intelligence agency", Kind: GovernmentAgency}},
		Facts:       []Fact{{Name: "quantity_stated"}, {Name: "arrival_denied", Quote: "no workers\nhad come"}},
		Evidence: []Evidence{
			{Quote: "there had been signs that North Korea was moving to deploy workers to Russia", Prefix: "Tuesday"},
			{Role: Contradicting, Quote: "Russia", Suffix: " said no"},
		},
	}
	if err := Verify(doc, &c); err != nil {
		t.Fatal(err)
	}
	for _, ev := range c.Evidence {
		if got := doc.Text[doc.Byte(*ev.Start):doc.Byte(*ev.End)]; got != ev.Quote {
			t.Errorf("text at %d:%d is %q, the quote %q", *ev.Start, *ev.End, got, ev.Quote)
		}
	}
	first := c.Evidence[0]
	if want := "there had been signs that North Korea was moving to deploy\nworkers to Russia"; first.Quote != want || *first.Start != 85 || *first.End != 161 {
		t.Errorf("quote %q at %d:%d", first.Quote, *first.Start, *first.End)
	}
	if first.Prefix != "lligence agency said on Tuesday " || first.Suffix != ", according to the Yonhap news a" {
		t.Errorf("prefix %q, suffix %q", first.Prefix, first.Suffix)
	}
	if c.Facts[1].Quote != "no workers had come" {
		t.Errorf("quote of the fact is %q", c.Facts[1].Quote)
	}
	// A claim that was completed once is completed the same again.
	before := *c.Evidence[0].Start
	if err := Verify(doc, &c); err != nil || *c.Evidence[0].Start != before {
		t.Errorf("second time: %v, start %d", err, *c.Evidence[0].Start)
	}
}

func TestVerifyReportsEveryMistake(t *testing.T) {
	doc := newDocument(story)
	at := strictyaml.Pos{File: "claims.yaml", Line: 4, Column: 5}
	c := Claim{
		ID: "c_01", Pos: at,
		Parties:     []Party{{Role: "host", Name: "Belarus"}, {Role: "worker_origin", Name: "north korea"}},
		Attribution: []Source{{Name: "Reuters", Kind: NewsAgency}},
		Facts:       []Fact{{Name: "x", Quote: "in Pyongyang"}, {Name: "y", Quote: "workers"}},
		Evidence: []Evidence{
			{Quote: "had come", Pos: strictyaml.Pos{File: "claims.yaml", Line: 9, Column: 9}},
			{Quote: "had deployed workers to Russia", Pos: strictyaml.Pos{File: "claims.yaml", Line: 11, Column: 9}},
			{Quote: "Russia"},
		},
	}
	const want = `claims.yaml:11:9: claim "c_01": quote "had deployed workers to Russia" does not stand in article.txt; the nearest passage is at article.txt:3:100: "to deploy workers to Russia"; copy the article's own words, letter case too
claims.yaml:4:5: claim "c_01": quote "Russia" occurs 2 times in article.txt, in lines 4, 6; add prefix or suffix, the words just before or after the right one
claims.yaml:4:5: claim "c_01": fact quote "in Pyongyang" stands at article.txt:1:22 in a part of the article that is no evidence (caption); quote the article's own text
claims.yaml:4:5: claim "c_01": party name "Belarus" does not stand in article.txt; copy the article's own words, letter case too
claims.yaml:4:5: claim "c_01": party name "north korea" does not stand in article.txt; the nearest passage is at article.txt:3:77: "North Korea"; copy the article's own words, letter case too
claims.yaml:4:5: claim "c_01": source name "Reuters" does not stand in article.txt; copy the article's own words, letter case too`
	err := Verify(doc, &c)
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
	var qe *QuoteError
	if !errors.As(err, &qe) || qe.Claim != "c_01" || qe.What != "quote" {
		t.Errorf("errors.As: %+v", qe)
	}
	if c.Evidence[0].Start == nil || c.Evidence[1].Start != nil {
		t.Error("evidence that was found must be complete, and only that")
	}
}

// A claims file is foreign input: saying that it was extracted earns no trust.
func TestVerifyEveryWordOfTheArticle(t *testing.T) {
	doc := newDocument(story)
	doc.Meta = article.Metadata{Outlet: "Reuters"}
	good := Claim{
		ID: "c_01", Evidence: []Evidence{{Quote: "had come"}}, Extraction: &Extraction{Rule: "r"},
		Attribution: []Source{{Name: "Reuters", Kind: NewsAgency}}, // what the document says of itself counts
		Parties:     []Party{{Role: "host", Name: "Russia"}},
		Goods:       []Good{{ID: "workers", Name: "workers"}}, Place: &Place{Name: "Pyongyang"},
		Quantity: &Quantity{Text: "no workers"}, EventDate: &Interval{Text: "on Tuesday"}, StatementDate: &Interval{Text: "Tuesday"},
	}
	if err := Verify(doc, &good); err != nil {
		t.Fatal(err)
	}
	for what, spoil := range map[string]func(*Claim){
		"source name":         func(c *Claim) { c.Attribution = []Source{{Name: "KCNA", Kind: StateMedia}} },
		"party name":          func(c *Claim) { c.Parties = []Party{{Role: "host", Name: "Belarus"}} },
		"name of goods":       func(c *Claim) { c.Goods = []Good{{ID: "arms", Name: "rockets"}} },
		"place name":          func(c *Claim) { c.Place = &Place{Name: "Atlantis"} },
		"quantity text":       func(c *Claim) { c.Quantity = &Quantity{Text: "five thousand"} },
		"event date text":     func(c *Claim) { c.EventDate = &Interval{Text: "in 2017"} },
		"statement date text": func(c *Claim) { c.StatementDate = &Interval{Text: "uesday"} },
	} {
		bad := good
		spoil(&bad)
		if err := Verify(doc, &bad); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: got %v", what, err)
		}
	}
}

func TestVerifyFile(t *testing.T) {
	doc := newDocument(story)
	f := validFile(
		Claim{ID: "c_01", Evidence: []Evidence{{Quote: "had come"}}},
		Claim{ID: "c_02", Evidence: []Evidence{{Quote: "had gone"}}},
	)
	if err := f.Verify(doc); err == nil || !strings.Contains(err.Error(), `claim "c_02": quote "had gone"`) || strings.Contains(err.Error(), "c_01") {
		t.Errorf("got %v", err)
	}
	if f.Claims[0].Evidence[0].Start == nil {
		t.Error("the good claim was not completed")
	}
	f.Claims = f.Claims[:1]
	f.Article.SHA256 = strings.Repeat("1b", 32)
	if err := f.Verify(doc); err == nil || !strings.Contains(err.Error(), "is not the text the claims were made from") {
		t.Errorf("another text: got %v", err)
	}
	f.Article.SHA256 = ""
	if err := f.Verify(doc); err != nil {
		t.Error(err)
	}
}

// Past a number of misquotes only the search for their nearest passage stops.
func TestVerifyManyMisquotes(t *testing.T) {
	c := Claim{ID: "c_01"}
	for range maxMissed + 5 {
		c.Evidence = append(c.Evidence, Evidence{Quote: "deployed workers to Russia"})
	}
	err := Verify(newDocument(story), &c)
	if err == nil {
		t.Fatal("no error")
	}
	lines := strings.Split(err.Error(), "\n")
	if len(lines) != maxMissed+5 || !strings.Contains(lines[maxMissed-1], "nearest") || strings.Contains(lines[maxMissed], "nearest") {
		t.Errorf("%d errors; the last with a passage: %s", len(lines), lines[maxMissed-1])
	}
}
