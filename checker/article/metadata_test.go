package article

import (
	"slices"
	"testing"
)

func TestFindDates(t *testing.T) {
	tests := []struct {
		in   string
		want []string
	}{
		{"2025-07-29", []string{"2025-07-29"}},
		{"2024-03-06T08:30:00Z", []string{"2024-03-06"}},
		{"/world/2023/12/13/slug", []string{"2023-12-13"}},
		{"2023.1.5", []string{"2023-01-05"}},
		{"Published 12 May 2021", []string{"2021-05-12"}},
		{"13th of December, 2023", []string{"2023-12-13"}},
		{"29-Jul-2025", []string{"2025-07-29"}},
		{"Pyongyang, December 13 2023.", []string{"2023-12-13"}},
		{"Nov 02 2022, 22:01 ist", []string{"2022-11-02"}},
		{"Dec 10th 2020 · 1 min", []string{"2020-12-10"}},
		{"September. 16, 2021 07:32.", []string{"2021-09-16"}},
		{"Sept. 8, 2006", []string{"2006-09-08"}},
		{"11/13/2006", []string{"2006-11-13"}},
		{"13.11.2006", []string{"2006-11-13"}},
		{"Wed, 13 Dec 2023 10:00:00 GMT", []string{"2023-12-13"}},
		{"Jul 7, 2017 and Aug 14, 2017", []string{"2017-07-07", "2017-08-14"}},
		{"May 17", nil},
		{"December 2023", nil},
		{"03/04/2006", nil},
		{"30 February 2021", nil},
		{"9999-12-31", nil},
		{"1,200 in 2023", nil},
		{"resolution 2397 of 2017", nil},
		{"Maybe 12 2021", nil},
		{"99999999999999999999-01-01", nil},
		{"", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, h := range findDates(tt.in) {
			got = append(got, h.value)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: %v, want %v", tt.in, got, tt.want)
		}
	}
}

func TestDateline(t *testing.T) {
	tests := []struct{ in, opening, place, agency string }{
		{"SEOUL, May 17 (UPI) -- Workers sew garments.", "SEOUL, May 17 (UPI) --", "SEOUL", "UPI"},
		{"Seoul —\u00a0A minister met the governor.", "Seoul —", "Seoul", ""},
		{"MOSCOW (AP) — A link was opened.", "MOSCOW (AP) —", "MOSCOW", "AP"},
		{"DANDONG, China —\nWith the season over, she left.", "DANDONG, China —", "DANDONG, China", ""},
		{"SEOUL: The president left.", "SEOUL:", "SEOUL", ""},
		{"SINGAPORE - Drinks were sold.", "SINGAPORE -", "SINGAPORE", ""},
		{"(Reuters) – The uprising is commanded.", "(Reuters) –", "", "Reuters"},
		{"Sep. 1 (UPI) -- In disregard of sanctions.", "Sep. 1 (UPI) --", "", "UPI"},
		{"ST. PETERSBURG, Russia, Sept 12 (TASS) — A ship left.", "ST. PETERSBURG, Russia, Sept 12 (TASS) —", "ST. PETERSBURG, Russia", "TASS"},
		{"SEOUL, April 18 Trucks carried the missiles.", "SEOUL, April 18", "SEOUL", ""},
		{"DANDONG, 15 January 2018 — Ventures went on.", "DANDONG, 15 January 2018 —", "DANDONG", ""},
		{"Vienna, 11 May 2012 — A gunsmith sold pistols.", "Vienna, 11 May 2012 —", "Vienna", ""},
		{"GDYNIA, 6th December 2022 - The first tanks came.", "GDYNIA, 6th December 2022 -", "GDYNIA", ""},
		{"London, 16 December 2024. Fishermen worked on.", "London, 16 December 2024.", "London", ""},
		{"Primorye, 16 December 2024. Fishermen worked on.", "", "", ""},
		{"London, 16 ships came.", "", "", ""},
		{"Tokyo/Melbourne | Cargoes are expected.", "Tokyo/Melbourne |", "Tokyo/Melbourne", ""},
		{"Details: As images indicate, ships came.", "", "", ""},
		{"IAEA: North Korea keeps its plant.", "", "", ""},
		{"Kim — who left — was late.", "", "", ""},
		{"The ships, on May 17, left the port.", "", "", ""},
		{"(The vessel) – it sank.", "", "", ""},
		{"May 17 was a Monday.", "", "", ""},
		{"", "", "", ""},
	}
	for _, tt := range tests {
		line, _, ok := parseDateline(tt.in)
		if got := tt.in[line.Start:line.End]; ok != (tt.opening != "") || got != tt.opening || line.Place != tt.place || line.Agency != tt.agency {
			t.Errorf("%q: %q, place %q, agency %q, %v", tt.in, got, line.Place, line.Agency, ok)
		}
	}
}

func TestTextMetadata(t *testing.T) {
	tests := []struct {
		name, text string
		want       Metadata
	}{
		{"stamps", "Coal ship docks despite ban\n\nBy Ana Petrov\n• updated: Nov 03 2022\n• Posted: Nov 02 2022\n\n" + story,
			Metadata{Title: "Coal ship docks despite ban", Author: "Ana Petrov", Published: Date{"2022-11-02", BasisByline}}},
		{"agency byline", "The Associated Press\n\n" + story, Metadata{Outlet: "The Associated Press"}},
		{"author in the stamp", "Posted on 28 November 2023 by Jo Okafor\n\n" + story,
			Metadata{Author: "Jo Okafor", Published: Date{"2023-11-28", BasisByline}}},
		{"label in the headline", "Border restaurants open again DATE: 2024-10-05 15:12:48\n\n" + story,
			Metadata{Title: "Border restaurants open again DATE: 2024-10-05 15:12:48", Published: Date{"2024-10-05", BasisByline}}},
		{"caption", "The minister in Pyongyang, December 13 2023. Picture: KCNA\n\n" + story, Metadata{Published: Date{"2023-12-13", BasisCaption}}},
		{"old picture", "File photo of the minister, December 13 2003. Picture: KCNA\n\n" + story, Metadata{}},
		{"date in the story", story + "The measure was adopted on 22 December 2017.", Metadata{}},
		{"dates of other stories below", story + "More from Asia\n\nKim visits China\n12 March 2011\n\nSummit called off\nMay 24, 2009", Metadata{}},
		{"dates above links below", story + "12 March 2011\nKim visits China\n\nMay 24, 2009\nSummit called off", Metadata{}},
		{"date of the one other story below", story + "Kim visits China\nBy Jo Okafor\n12 March 2011", Metadata{Author: "Jo Okafor"}},
		{"time line in the story", story + "12 March 2011\n\n" + otherStory + "1 May 2012\n\n" + story, Metadata{}},
		{"deadline as a sub-heading", story + "The deadline: 22 December 2019\n\n" + story, Metadata{}},
		{"date below the story", story + "2018-05-03", Metadata{Published: Date{"2018-05-03", BasisByline}}},
		{"last change below the story", story + "last change: 2020-12-10@18:12", Metadata{Published: Date{"2020-12-10", BasisByline}}},
		{"dateline on a line of its own", "YANGON, Myanmar (Harbour News Service) – Feb 5 2018\n\n" + story, Metadata{Published: Date{"2018-02-05", BasisByline}}},
		{"day of the visit", "22.1 C\nDelhi\nSaturday, January 25, 2025\n\n" + story, Metadata{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := mustRead(t, "a.txt", tt.text).Meta; got != tt.want {
				t.Errorf("got %+v\nwant %+v", got, tt.want)
			}
		})
	}
	doc := mustRead(t, "a.txt", "SEOUL, Jan. 26, 2018 (UPI) -- A bulk carrier unloaded coal at the port, records show.")
	if first := mustRead(t, "a.txt", "Vienna, 11 May 2012 — A gunsmith in Austria sold pistols in April, records show.").Meta.Published; first != (Date{"2012-05-11", BasisDateline}) {
		t.Errorf("dateline with the day first: %+v", first)
	}
	if doc.Meta.Published != (Date{"2018-01-26", BasisDateline}) || doc.Quote(doc.Meta.Dateline.Span) != "SEOUL, Jan. 26, 2018 (UPI) --" {
		t.Errorf("dateline with a year: %+v", doc.Meta)
	}
}
