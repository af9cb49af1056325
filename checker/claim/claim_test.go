package claim

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// valid is a claim that Validate accepts, with every field filled.
func valid() Claim {
	start, end := 1298, 1374
	return Claim{
		ID: "c_04", Category: "labour", Activity: "labour_deployment", Status: Alleged, Stage: Preparing,
		Parties: []Party{
			{Role: "worker_origin", Country: "KP", Name: "North Korea", Basis: "subject of the trigger"},
			{Role: "host", Country: "RU", Name: "Russia"},
		},
		Goods:         []Good{{ID: "workers", Name: "workers"}},
		Quantity:      &Quantity{Value: 1000, High: 1500.5, Unit: "people", Comparator: "about", Text: "1 000 to 1 500"},
		Place:         &Place{Country: "RU", Name: "Russia"},
		EventDate:     &Interval{From: "2023-12-12", To: "2024-12-12", Text: "was moving to", Basis: "prospective"},
		StatementDate: &Interval{From: "2023-12-12", To: "2023-12-12", Text: "on Tuesday"},
		Attribution: []Source{
			{Name: "Yonhap", Kind: NewsAgency},
			{Name: "South Korea's intelligence agency", Kind: GovernmentAgency, Origin: true},
		},
		Facts:    []Fact{{Name: "work_authorisation_before_2017", Value: "no", Quote: "signs"}},
		Evidence: []Evidence{{Role: Primary, Quote: "moving to deploy workers", Prefix: "was ", Suffix: " to", Start: &start, End: &end}},
		Extraction: &Extraction{Rule: "labour/deploy", Cues: []Cue{{ID: "signs_that", Text: "signs that"}},
			Review: []string{"quantity unspecified"}, Confidence: "medium"},
	}
}

func validFile(claims ...Claim) *File {
	return &File{
		SchemaVersion: SchemaVersion,
		Article:       Article{Path: "article.txt", SHA256: strings.Repeat("0a", 32), Published: "2023-12-13"},
		Claims:        claims,
	}
}

func TestValidate(t *testing.T) {
	five := 5
	tests := []struct {
		name   string
		change func(*Claim)
		want   string // in the error; "" for none
	}{
		{"unchanged", func(c *Claim) {}, ""},
		{"role of evidence left out", func(c *Claim) { c.Evidence[0].Role = "" }, ""},
		{"stage left out", func(c *Claim) { c.Stage = "" }, ""},
		{"open interval", func(c *Claim) { c.EventDate.To = "" }, ""},
		{"no id", func(c *Claim) { c.ID = "" }, "id must be 1 to 64"},
		{"id with a space", func(c *Claim) { c.ID = "c 1" }, "id must be 1 to 64"},
		{"id ending in a line break", func(c *Claim) { c.ID = "c1\n" }, "id must be 1 to 64"},
		{"long id", func(c *Claim) { c.ID = strings.Repeat("c", 65) }, "id must be 1 to 64"},
		{"no category", func(c *Claim) { c.Category = "" }, "category is empty"},
		{"no activity", func(c *Claim) { c.Activity = "" }, "activity is empty"},
		{"no status", func(c *Claim) { c.Status = "" }, `status is ""`},
		{"status", func(c *Claim) { c.Status = "probable" }, `status is "probable"; it must be one of: asserted, alleged, planned, denied`},
		{"stage", func(c *Claim) { c.Stage = "done" }, `stage is "done"; it must be one of: considered`},
		{"party without a role", func(c *Claim) { c.Parties[1].Role = "" }, "parties 2 role is empty"},
		{"name for a list reference", func(c *Claim) { c.Parties[0].Listed = "KOMID" }, `parties 1 listed is "KOMID"; it must be a reference number of the Consolidated List, such as KPe.001`},
		{"country name for a code", func(c *Claim) { c.Parties[1].Country = "Russia" }, `parties 2 country is "Russia"; it must be two capital letters`},
		{"goods without an id", func(c *Claim) { c.Goods[0].ID = "" }, "goods 1 id is empty"},
		{"negative quantity", func(c *Claim) { c.Quantity.Value = -1 }, "quantity must be made of finite numbers"},
		{"range the wrong way", func(c *Claim) { c.Quantity.High = 2 }, "quantity.high (2) is below"},
		{"comparator", func(c *Claim) { c.Quantity.Comparator = "circa" }, `quantity.comparator is "circa"`},
		{"empty place", func(c *Claim) { c.Place = &Place{} }, "place says nothing"},
		{"empty interval", func(c *Claim) { c.EventDate = &Interval{} }, "event_date says nothing"},
		{"day that does not exist", func(c *Claim) { c.EventDate.From = "2023-02-29" }, `event_date.from is "2023-02-29"; it must be a real date`},
		{"date in another order", func(c *Claim) { c.StatementDate.To = "12-12-2023" }, "statement_date.to"},
		{"interval the wrong way", func(c *Claim) { c.EventDate.To = "2022-01-01" }, "event_date ends (2022-01-01) before it begins (2023-12-12)"},
		{"source without a name", func(c *Claim) { c.Attribution[0].Name = "" }, "attribution 1 name is empty"},
		{"kind of source", func(c *Claim) { c.Attribution[0].Kind = "blog" }, `attribution 1 kind is "blog"`},
		{"origin that is not the last", func(c *Claim) { c.Attribution[0].Origin = true }, "attribution 1 origin is true"},
		{"fact without a name", func(c *Claim) { c.Facts[0].Name = "" }, "facts 1 name is empty"},
		{"fact with a blank quote", func(c *Claim) { c.Facts[0].Quote = " " }, "facts 1 quote is empty"},
		{"no evidence", func(c *Claim) { c.Evidence = nil }, "evidence is empty"},
		{"no primary evidence", func(c *Claim) { c.Evidence[0].Role = Supporting }, "no evidence is primary"},
		{"role of evidence", func(c *Claim) { c.Evidence[0].Role = "main" }, `evidence 1 role is "main"`},
		{"empty quote", func(c *Claim) { c.Evidence[0].Quote = "" }, "evidence 1 quote is empty"},
		{"quote of no-break spaces", func(c *Claim) { c.Evidence[0].Quote = "\u00a0\n" }, "evidence 1 quote is empty"},
		{"quote of a whole book", func(c *Claim) { c.Evidence[0].Quote = strings.Repeat("é", maxQuoteLength+1) }, "evidence 1 quote is longer than 10000"},
		{"start without end", func(c *Claim) { c.Evidence[0].End = nil }, "only one of start and end"},
		{"end before start", func(c *Claim) { c.Evidence[0].End = &five }, "evidence 1 runs from 1298 to 5"},
		{"extraction without a rule", func(c *Claim) { c.Extraction.Rule = "" }, "extraction.rule is empty"},
		{"confidence", func(c *Claim) { c.Extraction.Confidence = "0.9" }, `extraction.confidence is "0.9"`},
		{"too many parties", func(c *Claim) { c.Parties = slices.Repeat(c.Parties, 51) }, "parties has 102 items"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := valid()
			tt.change(&c)
			err := Validate(&c)
			if tt.want == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got error %v, want %q", err, tt.want)
			}
		})
	}
}

func TestValidateFile(t *testing.T) {
	tests := []struct {
		name   string
		change func(*File)
		want   string
	}{
		{"later minor version", func(f *File) { f.SchemaVersion = "1.2" }, ""},
		{"next major version", func(f *File) { f.SchemaVersion = "2" }, `schema_version is "2"; this program reads version 1`},
		{"version that only begins alike", func(f *File) { f.SchemaVersion = "10" }, "schema_version"},
		{"no article", func(f *File) { f.Article.Path = "" }, "article.path is empty"},
		{"short hash", func(f *File) { f.Article.SHA256 = "abc" }, "article.sha256"},
		{"published", func(f *File) { f.Article.Published = "2023-13-01" }, "article.published"},
		{"same id twice", func(f *File) { f.Claims = append(f.Claims, valid()) }, `claim id "c_04" is used twice`},
		{"mistake in a claim", func(f *File) { f.Claims[0].Status = "x" }, `claim "c_04": status is "x"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := validFile(valid())
			tt.change(f)
			err := f.Validate()
			if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got error %v, want %q", err, tt.want)
			}
		})
	}
}

// The enum tags drive Decode, the lists everything else.
func TestEnumTagsMatchTheLists(t *testing.T) {
	for _, tt := range []struct {
		typ   reflect.Type
		field string
		list  string
	}{
		{reflect.TypeFor[Claim](), "Status", join(Statuses)},
		{reflect.TypeFor[Claim](), "Stage", join(Stages)},
		{reflect.TypeFor[Source](), "Kind", join(SourceKinds)},
		{reflect.TypeFor[Evidence](), "Role", join(evidenceRoles)},
		{reflect.TypeFor[Quantity](), "Comparator", join(comparators)},
		{reflect.TypeFor[Extraction](), "Confidence", join(confidences)},
	} {
		f, _ := tt.typ.FieldByName(tt.field)
		if got := join(strings.Fields(f.Tag.Get("enum"))); got != tt.list {
			t.Errorf("%v.%s\ntag  %s\nlist %s", tt.typ, tt.field, got, tt.list)
		}
	}
}
