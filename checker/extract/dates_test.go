package extract

import (
	"strconv"
	"strings"
	"testing"

	"github.com/article41/article41/checker/article"
)

// dateStrings are the dates of a text written on Wednesday, 13 December 2023.
func dateStrings(t *testing.T, text string, future bool) string {
	t.Helper()
	doc, err := article.Read("d.txt", []byte(text), article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l := lexicon(t)
	s := &sentence{lex: l, text: doc.Text}
	s.toks = l.vocab.tokenise(nil, doc.Text, 0, len(doc.Text))
	s.prepare()
	var out []string
	for _, h := range s.dateHits(newReference(article.Date{Value: "2023-12-13", Basis: article.BasisMeta}), future) {
		iv := h.interval(s)
		out = append(out, iv.From+".."+iv.To)
	}
	return strings.Join(out, " ")
}

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"They arrived on Wednesday.":                      "2023-12-13..2023-12-13",
		"They arrived on Tuesday.":                        "2023-12-12..2023-12-12",
		"They arrived last Wednesday.":                    "2023-12-06..2023-12-06",
		"They arrived in November.":                       "2023-11-01..2023-11-30",
		"They arrived last month.":                        "2023-11-01..2023-11-30",
		"They arrived last year.":                         "2022-01-01..2022-12-31",
		"They arrived earlier this year.":                 "2023-01-01..2023-12-13",
		"They arrived on 12 May 2021.":                    "2021-05-12..2021-05-12",
		"They arrived on May 12, 2021.":                   "2021-05-12..2021-05-12",
		"They arrived on December 22.":                    "2022-12-22..2022-12-22",
		"They arrived in mid-December.":                   "2023-12-11..2023-12-20",
		"They arrived in early June 2019.":                "2019-06-01..2019-06-10",
		"They have worked there since 2017.":              "2017-01-01..",
		"They have worked there since September.":         "2023-09-01..",
		"They left before September 2017.":                "..2017-08-31",
		"They came in the 1980s.":                         "1980-01-01..1989-12-31",
		"They came during the Korean War.":                "1950-06-25..1953-07-27",
		"They came before the Cold War.":                  "..1946-12-31",
		"They brought Korean War-era tanks.":              "",
		"They met in the Korean War museum.":              "",
		"They came three weeks ago.":                      "2023-11-19..2023-11-25",
		"They came two years ago.":                        "2021-01-01..2021-12-31",
		"The ship carried 2017 tonnes.":                   "",
		"North Korea may send 2,017 workers, they march.": "",
		"They came on 31 June.":                           "2023-06-01..2023-06-30",
		"Yesterday they came.":                            "2023-12-12..2023-12-12",
		"They came in August last year.":                  "2022-08-01..2022-08-31",
	} {
		if got := dateStrings(t, text, false); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"They will arrive on Friday.":       "2023-12-15..2023-12-15",
		"They will arrive in March.":        "2024-03-01..2024-03-31",
		"They will arrive in mid-December.": "2023-12-11..2023-12-20",
		"They will arrive next month.":      "2024-01-01..2024-01-31",
	} {
		if got := dateStrings(t, text, true); got != want {
			t.Errorf("plan %q: %q, want %q", text, got, want)
		}
	}
}

// TestEventAndStatement keeps the date of the act apart from that of the words.
func TestEventAndStatement(t *testing.T) {
	c := extractText(t, "North Korea sent workers to Russia in October, officials said on Tuesday.")[0]
	if c.EventDate == nil || c.EventDate.From != "2023-10-01" {
		t.Errorf("event date %v, want October 2023", c.EventDate)
	}
	if c.StatementDate == nil || c.StatementDate.From != "2023-12-12" {
		t.Errorf("statement date %v, want 12 December 2023", c.StatementDate)
	}
	c = extractText(t, "China and North Korea run a joint venture through a company founded in 1955.")[0]
	if c.EventDate != nil {
		t.Errorf("event date %v taken from the company's founding", c.EventDate)
	}
}

func TestQuantities(t *testing.T) {
	for text, want := range map[string]string{
		"North Korea sent 1,200 workers to Russia.":         "1200 person",
		"North Korea sent more than 300 workers to Russia.": "more_than 300 person",
		"North Korea sent up to 3,000 workers to Russia.":   "at_most 3000 person",
		"North Korea sent about a dozen workers to Russia.": "12 person",
		"North Korea sent two thousand workers to Russia.":  "2000 person",
		"North Korea sent 300 to 400 workers to Russia.":    "300-400 person",
		"North Korea sold Russia 40 howitzers.":             "40 round",
		"North Korea sent workers to 3 cities in Russia.":   "",
		"In 2017 North Korea sent workers to Russia.":       "",
	} {
		claims := extractText(t, text)
		if len(claims) == 0 {
			t.Errorf("%q: no claim", text)
			continue
		}
		got := ""
		if q := claims[0].Quantity; q != nil {
			got = strings.TrimSpace(q.Comparator + " " + number(q.Value))
			if q.High > 0 {
				got += "-" + number(q.High)
			}
			got += " " + q.Unit
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func number(f float64) string {
	return strconv.FormatFloat(f, 'f', -1, 64)
}
