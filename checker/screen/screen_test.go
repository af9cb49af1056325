package screen

import (
	"os"
	"slices"
	"strings"
	"testing"
)

func smallLists(t testing.TB) (*List, *List) {
	t.Helper()
	open := func(name string, read func(*os.File) (*List, error)) *List {
		f, err := os.Open("../../fixtures/_lists/" + name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		l, err := read(f)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return l
	}
	return open("list.xml", func(f *os.File) (*List, error) { return ReadUN(f) }),
		open("vessels.csv", func(f *os.File) (*List, error) { return ReadVessels(f) })
}

func TestReadUN(t *testing.T) {
	l, _ := smallLists(t)
	if l.Source != UNConsolidated || l.Date != "2026-02-01" || len(l.Entries) != 17 || len(l.SHA256) != 64 {
		t.Fatalf("%s of %s, %d entries, digest %q", l.Source, l.Date, len(l.Entries), l.SHA256)
	}
	for _, test := range []struct {
		reference string
		check     func(e *Entry) bool
		what      string
	}{
		{"KPi.901", func(e *Entry) bool {
			return e.Name() == "KIM SONG CHOL" && e.Kind == Individual && e.ListedOn == "2016-03-02"
		}, "name from its positions, blanks behind the reference dropped"},
		{"KPi.901", func(e *Entry) bool {
			return len(e.Names) == 3 && e.Names[1].Quality == Good && e.Names[2].Quality == Low
		}, "qualities of aliases"},
		{"KPi.902", func(e *Entry) bool { return len(e.Names) == 1 }, "an empty alias is none"},
		{"GBi.901", func(e *Entry) bool { return e.ListedOn == "2012-05-18" }, "a date with a time zone"},
		{"CDi.901", func(e *Entry) bool { return len(e.Names) == 3 && e.Names[2].Text == "Colonel Bahati Mukendi" }, "several names in one alias"},
		{"CDi.901", func(e *Entry) bool { return slices.Equal(e.Born, []string{"1965 to 1969"}) }, "a range of years"},
		{"CDe.901", func(e *Entry) bool { return len(e.Names) == 2 && e.Names[1].Quality == Aka }, "several names in the primary one"},
		{"LYi.901", func(e *Entry) bool { return slices.Equal(e.Measures, []string{Travel}) }, "travel only, over a line break"},
		{"LYi.902", func(e *Entry) bool { return slices.Equal(e.Measures, []string{Freeze, Travel}) }, "both"},
		{"YEe.901", func(e *Entry) bool { return slices.Equal(e.Measures, []string{Arms}) }, "arms only"},
		{"KPe.901", func(e *Entry) bool {
			return e.Measures == nil && e.Names[2].Text == "HWATCO" && e.Names[3].Quality == Formerly
		}, "no measure stated; quotation marks off; former name"},
		{"KPe.902", func(e *Entry) bool { return e.IMO == "" }, "the number in a comment is the company's"},
		{"QDi.901", func(e *Entry) bool { return e.Names[len(e.Names)-1].Quality == Original }, "original script"},
	} {
		if e, ok := l.Find(test.reference); !ok || !test.check(e) {
			t.Errorf("%s: %s: got %+v", test.reference, test.what, e)
		}
	}
}

const (
	head  = `<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2026-02-01T00:00:00Z"><INDIVIDUALS>`
	tail  = `</INDIVIDUALS></CONSOLIDATED_LIST>`
	entry = `<INDIVIDUAL><FIRST_NAME>AN</FIRST_NAME><SECOND_NAME>OTHER</SECOND_NAME><REFERENCE_NUMBER>QDi.001</REFERENCE_NUMBER></INDIVIDUAL>`
)

func TestReadUNRefuses(t *testing.T) {
	for _, test := range []struct{ name, xml, want string }{
		{"nothing", "", "no XML element"},
		{"another list", `<sdnList><publshInformation/></sdnList>`, "OFAC list of the United States"},
		{"OFAC, advanced", `<Sanctions xmlns="x"/>`, "OFAC list"},
		{"a web page", `<html><body>Moved</body></html>`, "a web page"},
		{"a foreign root", `<LIST/>`, "the root is LIST"},
		{"entities", `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>` + head + entry + tail, "DOCTYPE"},
		{"an entity used", head + `<INDIVIDUAL><FIRST_NAME>&b;</FIRST_NAME></INDIVIDUAL>` + tail, "line 1"},
		{"cut short", head + entry, "cut short"},
		{"cut short in an entry", head + entry[:60], "cut short"},
		{"no date", strings.Replace(head, "dateGenerated", "date", 1) + entry + tail, "dateGenerated"},
		{"a false date", strings.Replace(head, "2026-02-01", "2026-02-31", 1) + entry + tail, "dateGenerated"},
		{"no entries", head + tail, "no entries"},
		{"no reference", head + `<INDIVIDUAL><FIRST_NAME>AN</FIRST_NAME></INDIVIDUAL>` + tail, "no REFERENCE_NUMBER"},
		{"no name", head + `<INDIVIDUAL><REFERENCE_NUMBER>QDi.001</REFERENCE_NUMBER></INDIVIDUAL>` + tail, "no name"},
		{"a reference twice", head + entry + entry + tail, "twice"},
		{"two roots", head + entry + tail + head, "follows the end"},
		{"depth", head + strings.Repeat("<a>", 40) + strings.Repeat("</a>", 40) + tail, "nested more than"},
		{"depth in an entry", head + "<INDIVIDUAL>" + strings.Repeat("<a>", 4000) + tail, "nested more than"},
		{"bad XML", head + "<INDIVIDUAL></ENTITY>" + tail, "not well-formed"},
	} {
		t.Run(test.name, func(t *testing.T) {
			l, err := ReadUN(strings.NewReader(test.xml))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v and the error %v, want one with %q", l, err, test.want)
			}
		})
	}
}

type endless struct{ n int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	if e.n == 0 {
		copy(p, head)
	}
	e.n += len(p)
	return len(p), nil
}

func TestReadUNBounds(t *testing.T) {
	if _, err := ReadUN(&endless{}); err == nil || !strings.Contains(err.Error(), "larger than 64 MiB") {
		t.Errorf("an endless file gives %v", err)
	}
	if l, err := ReadUN(strings.NewReader(head + entry + "<SURPRISE><x>1</x></SURPRISE>" + tail)); err != nil || len(l.Notes) != 1 {
		t.Errorf("an element that the list did not have: %v, %v; it is to be noted", l, err)
	}
}

func TestReadVessels(t *testing.T) {
	_, l := smallLists(t)
	if l.Source != VesselList || l.Date != "2018-03-30" || len(l.Entries) != 4 || len(l.Notes) != 1 {
		t.Fatalf("%+v", l)
	}
	for i, want := range []struct{ reference, status string }{
		{"IMO 9876555", StatusDesignated}, {"IMO 9876567", StatusUncertain}, {"IMO 9876579", StatusRemoved}, {"vessel BLUE HERON", StatusDesignated},
	} {
		if e := l.Entries[i]; e.Reference != want.reference || e.Status != want.status {
			t.Errorf("entry %d is %s, %s; want %v", i, e.Reference, e.Status, want)
		}
	}
	if m := l.Entries[0].Measures; !slices.Equal(m, []string{Freeze, PortEntry}) {
		t.Errorf("measures of the first vessel: %v", m)
	}
	for _, test := range []struct{ name, csv, want string }{
		{"no columns", "", "no line that names its columns"},
		{"no status", "name,imo\nA,9876555\n", `no column "status"`},
		{"wrong check digit", "name\timo\tstatus\nA\t9876556\tdesignated\n", "line 2"},
		{"unknown status", "name,imo,status\nA,9876555,perhaps\n", "line 2: the status"},
		{"twice", "name,imo,status\nA,9876555,designated\nB,9876555,designated\n", "stands already in line 2"},
		{"no name", "name,imo,status\n,9876555,designated\n", "no name"},
		{"Latin-1", "name,imo,status\nM\xfcnchen,9876555,designated\n", "not UTF-8"},
		{"no entries", "name,imo,status\n", "no entries"},
	} {
		if _, err := ReadVessels(strings.NewReader(test.csv)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want an error with %q", test.name, err, test.want)
		}
	}
}

func TestTokens(t *testing.T) {
	for name, want := range map[string]string{
		"Ch’oe Yŏng-nim":           "choe yong nim",
		"AL-QA'IDA":                "al qaida",
		"José María Ñúñez":         "jose maria nunez",
		"Łukasz Øst / Ðorđe":       "lukasz ost dorde",
		"Green Pine Ass. Co., Ltd": "green pine ass company limited",
		"Co Chun Ryong":            "co chun ryong",
		"ＫＩＭ　ＪＯＮＧ":                 "kim jong",
		"金正恩":                      "金正恩",
		"أسامة":                    "اسامه",
		" \t.,-":                   "",
	} {
		if got := strings.Join(Tokens(name), " "); got != want {
			t.Errorf("Tokens(%q) = %q, want %q", name, got, want)
		}
	}
	if n := len(Tokens(strings.Repeat("a ", 1000))); n != maxTokens {
		t.Errorf("%d tokens of a hostile name, want %d", n, maxTokens)
	}
}

func TestKoreanKey(t *testing.T) {
	same := [][]string{
		{"chol", "chul", "cheol"}, {"yong", "young", "yeong"},
		{"hui", "hee"}, {"song", "sung", "seong"}, {"kyong", "gyeong", "kyung"}, {"hyon", "hyun", "hyeon"}, {"tae", "dae"}, {"chae", "jae"}, {"kuk", "guk", "gook"},
	}
	for _, group := range same {
		want, ok := koreanKey(group[0], false)
		if !ok {
			t.Errorf("%s is no syllable", group[0])
		}
		for _, s := range group[1:] {
			if got, _ := koreanKey(s, false); got != want {
				t.Errorf("%s has the key %s, %s has %s", s, got, group[0], want)
			}
		}
	}
	for _, group := range [][]string{{"choe", "choi", "che"}, {"ri", "lee", "yi", "rhee", "li"}, {"pak", "park", "bak"}, {"ryu", "yoo"}, {"jong", "chung", "jung"}} {
		want, _ := koreanKey(group[0], true)
		for _, s := range group[1:] {
			if got, _ := koreanKey(s, true); got != want || got[0] != '^' {
				t.Errorf("surname %s has the key %s, %s has %s", s, got, group[0], want)
			}
		}
	}
	for _, pair := range [][2]string{{"song", "tong"}, {"chol", "chon"}, {"kim", "kum"}, {"il", "in"}, {"ryong", "myong"}, {"su", "si"}} {
		a, _ := koreanKey(pair[0], false)
		if b, _ := koreanKey(pair[1], false); a == b {
			t.Errorf("%s and %s have one key, %s", pair[0], pair[1], a)
		}
	}
	for _, s := range []string{"smith", "kmi", "strong", "", "x", "unn"} {
		if k, ok := koreanKey(s, false); ok {
			t.Errorf("%q is a syllable, %s", s, k)
		}
	}
}

func TestSearch(t *testing.T) {
	un, vessels := smallLists(t)
	m := NewMatcher(un, vessels)
	for _, test := range []struct {
		name    string
		query   Query
		answer  string
		matches string // references, best first
		similar string
	}{
		{"the same Korean name, which others bear too", Query{Name: "Kim Song Chol"}, AnswerPossible, "KPi.901", ""},
		{"its look-alike is another entry", Query{Name: "KIM TONG CHOL"}, AnswerPossible, "KPi.902", ""},
		{"another romanisation", Query{Name: "Kim Seong-cheol"}, AnswerPossible, "KPi.901", ""},
		{"the surname last", Query{Name: "Song Chol Kim"}, AnswerPossible, "KPi.901", ""},
		{"syllables written as one", Query{Name: "Kim Songchol"}, AnswerPossible, "KPi.901", ""},
		{"another syllable is another name", Query{Name: "Kim Myong Chol"}, AnswerNone, "", ""},
		{"a slip of the pen", Query{Name: "Kim Sonng Chol"}, AnswerPossible, "KPi.901", ""},
		{"the post makes it sure", Query{Name: "Kim Song Chol", Context: "Kim Song Chol, who represents Hwangsan Trading Corporation in Damascus"}, AnswerMatch, "KPi.901", ""},
		{"far into the passage", Query{Name: "Kim Song Chol", Context: strings.Repeat("It was said of many things that day. ", 20) + "Kim Song Chol, who represents Hwangsan Trading Corporation in Damascus"}, AnswerMatch, "KPi.901", ""},
		{"nationality does not", Query{Name: "Kim Song Chol", Countries: []string{"KP"}}, AnswerPossible, "KPi.901", ""},
		{"his passport does", Query{Name: "Kim Song Chol", Context: "holder of passport 381420981"}, AnswerMatch, "KPi.901", ""},
		{"a passport number alone", Query{Name: "381420981"}, AnswerMatch, "KPi.901", ""},
		{"a rare name of three words", Query{Name: "Yusuf Hamdi al-Khalidi"}, AnswerMatch, "QDi.901", ""},
		{"in another spelling", Query{Name: "Youssef Hamdi Al Khalidy"}, AnswerPossible, "QDi.901", ""},
		{"turned round by a comma", Query{Name: "AL-KHALIDI, Yusuf Hamdi"}, AnswerMatch, "QDi.901", ""},
		{"in Arabic", Query{Name: "يوسف حمدي الخالدي"}, AnswerMatch, "QDi.901", ""},
		{"of another country", Query{Name: "Yusuf Hamdi al-Khalidi", Countries: []string{"MY"}}, AnswerPossible, "QDi.901", ""},
		{"an alias of low quality corroborates only", Query{Name: "Abu Hamza"}, AnswerNone, "", "QDi.901"},
		{"so does one of one word", Query{Name: "Hambalik"}, AnswerNone, "", "QDi.901"},
		{"corroborated by a country", Query{Name: "Hambalik", Countries: []string{"TN"}}, AnswerPossible, "QDi.901", ""},
		{"an organisation by its acronym", Query{Name: "HWATCO"}, AnswerPossible, "KPe.901", ""},
		{"and the country", Query{Name: "HWATCO", Countries: []string{"KP"}}, AnswerMatch, "KPe.901", ""},
		{"legal forms are light", Query{Name: "Hwangsan Trading Corp."}, AnswerPossible, "KPe.901", ""},
		{"a short acronym corroborates only", Query{Name: "PSC"}, AnswerNone, "", "KPe.902"},
		{"brackets are left out", Query{Name: "Jamaat al-Fajr (JAF)"}, AnswerPossible, "QDe.901", ""},
		{"an organisation is no person", Query{Name: "Hwangsan Trading Corporation", Kind: Individual}, AnswerNone, "", ""},
		{"a reference number", Query{Name: "kpe 901"}, AnswerMatch, "KPe.901", ""},
		{"an IMO number", Query{Name: "IMO: 9876555"}, AnswerMatch, "IMO 9876555", ""},
		{"a wrong IMO number", Query{Name: "IMO 9876556"}, AnswerNone, "", ""},
		{"a company number is no ship's", Query{Name: "IMO 5555550"}, AnswerNone, "", ""},
		{"a vessel by name alone", Query{Name: "Mun Ryong 7", Kind: Vessel}, AnswerPossible, "IMO 9876555", ""},
		{"its number agrees", Query{Name: "Mun Ryong 7", Kind: Vessel, Context: "the Mun Ryong 7 (IMO 9876555)"}, AnswerMatch, "IMO 9876555", ""},
		{"its number is another's", Query{Name: "Mun Ryong 7", Kind: Vessel, Context: "the Mun Ryong 7, IMO 9876579"}, AnswerPossible, "IMO 9876555", ""},
		{"the digits of a vessel must agree", Query{Name: "Mun Ryong 8", Kind: Vessel}, AnswerNone, "", ""},
		{"a list that is not sure", Query{Name: "IMO 9876567"}, AnswerPossible, "IMO 9876567", ""},
		{"nothing", Query{Name: ""}, AnswerNone, "", ""},
		{"nobody", Query{Name: "Maria Gonzalez"}, AnswerNone, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := m.Search(test.query)
			references := func(all []Match) string {
				var out []string
				for _, x := range all {
					out = append(out, x.Reference)
				}
				return strings.Join(out, " ")
			}
			if r.Answer != test.answer || references(r.Matches) != test.matches || test.similar != "" && references(r.Similar) != test.similar {
				t.Errorf("%+v: %s %q, similar %q; want %s %q %q", test.query, r.Answer, references(r.Matches), references(r.Similar), test.answer, test.matches, test.similar)
			}
			for _, x := range slices.Concat(r.Matches, r.Similar) {
				if len(x.Reasons) == 0 || x.List.SHA256 == "" {
					t.Errorf("%s has no reasons or no list: %+v", x.Reference, x)
				}
			}
			if len(r.Lists) != 2 || r.Lists[0].Date != "2026-02-01" {
				t.Errorf("the answer does not say which lists it holds for: %+v", r.Lists)
			}
		})
	}
}

// The real list has both names; the reader is shown the other one as a look-alike.
func TestLookAlikes(t *testing.T) {
	l, real := realList(t)
	m := NewMatcher(l)
	for _, name := range []string{"KIM SONG CHOL", "KIM TONG CHOL"} {
		r := m.Search(Query{Name: name})
		if len(r.Matches) != 1 || r.Matches[0].Matched.Text != name {
			t.Errorf("%s: %d matches, the first of them %+v", name, len(r.Matches), r.Matches)
		}
	}
	if !real {
		return
	}
	for _, name := range []string{"Kim Jong Un", "Kim Jong-un", "Air Koryo", "Choe Son Hui", "Lazarus Group", "Alexander Kozlov"} {
		if r := m.Search(Query{Name: name, Countries: []string{"KP"}}); r.Answer != AnswerNone {
			t.Errorf("%s is not on the list; got %s: %+v", name, r.Answer, r.Matches)
		}
	}
}

func TestSearchExplains(t *testing.T) {
	un, _ := smallLists(t)
	r := NewMatcher(un).Search(Query{Name: "Yussuf Hamdi Khalidi"})
	if len(r.Matches) != 1 {
		t.Fatalf("%+v", r)
	}
	var got []string
	for _, x := range r.Matches[0].Tokens {
		got = append(got, strings.TrimSpace(x.Query+" = "+x.List+": "+x.How))
	}
	want := []string{"yussuf = yusuf: same sounds", "hamdi = hamdi: same", "khalidi = khalidi: same", "= al: not in query"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestSearchOnDate(t *testing.T) {
	un, _ := smallLists(t)
	un.Entries[0].Until = "2020-05-01"
	m := NewMatcher(un)
	for on, want := range map[string]string{
		"2016-01-01": "not listed yet on 2016-01-01",
		"2021-01-01": "no longer on the list since a day after 2020-05-01",
	} {
		r := m.Search(Query{Name: "Kim Song Chol", On: on})
		if len(r.Matches) != 1 || !slices.Contains(r.Matches[0].Reasons, want) {
			t.Errorf("on %s: %+v, want the reason %q", on, r.Matches, want)
		}
	}
}

// The same lists and query give the same answer, whatever was asked before and by
// how many at once.
func TestSearchDeterminism(t *testing.T) {
	l, _ := realList(t)
	names := ordinaryNames(300)
	for _, e := range l.Entries[:min(300, len(l.Entries))] {
		names = append(names, e.Name())
	}
	answer := func(m *Matcher, name string) string {
		r := m.Search(Query{Name: name})
		var b strings.Builder
		for _, x := range slices.Concat(r.Matches, r.Similar) {
			b.WriteString(x.Reference + x.Answer + strings.Join(x.Reasons, ";"))
		}
		return r.Answer + b.String()
	}
	m := NewMatcher(l)
	want := make([]string, len(names))
	for i, n := range names {
		want[i] = answer(m, n)
	}
	again := NewMatcher(l)
	done := make(chan string, 4)
	for range 4 {
		go func() {
			for i := len(names) - 1; i >= 0; i-- {
				if got := answer(again, names[i]); got != want[i] {
					done <- names[i] + ": " + got + ", before " + want[i]
					return
				}
			}
			done <- ""
		}()
	}
	for range 4 {
		if diff := <-done; diff != "" {
			t.Error(diff)
		}
	}
}
