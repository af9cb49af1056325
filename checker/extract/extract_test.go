package extract

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/fixtures"
	"github.com/article41/article41/rules"
)

// seed is the article that the project began with.
func seed(t testing.TB) *article.Document {
	t.Helper()
	data, err := fixtures.FS.ReadFile("primorye-visit/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := article.Read("article.txt", data, article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func extract(t testing.TB, l *Lexicon, doc *article.Document) Result {
	t.Helper()
	res, err := New(l).Extract(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func TestSeed(t *testing.T) {
	res := extract(t, lexicon(t), seed(t))
	type row struct{ activity, status, stage, parties, chain, quote string }
	var got []row
	for _, c := range res.Claims {
		if c.Category == "none" {
			continue
		}
		var parties, chain []string
		for _, p := range c.Parties {
			parties = append(parties, p.Role+"="+p.Country)
		}
		for _, s := range c.Attribution {
			chain = append(chain, s.Name)
		}
		got = append(got, row{c.Activity, string(c.Status), string(c.Stage), strings.Join(parties, " "), strings.Join(chain, " > "), c.Evidence[0].Quote})
	}
	want := []row{
		{"economic_agreement", "alleged", "completed", "partner=RU partner=KP", "KCNA", "the two sides signed an agreement"},
		{"send_workers", "alleged", "preparing", "sender=KP host=RU", "Yonhap news agency > South Korea’s intelligence agency", "signs that North Korea was moving to deploy workers to Russia"},
		{"host_workers", "normative", "under_way", "sender=KP", "", "Any country employing North Korean workers who earn wages would be violating"},
		{"host_workers", "planned", "considered", "sender=KP host=RU", "Tass > Kozhemyako", "Primorye was ready to consider the possibility of providing part of its agricultural land for farming by North Korean farmers"},
		{"military_cooperation", "planned", "considered", "partner=RU partner=KP", "", "North Korean leader Kim Jong-un visited Russia in September and met President Vladimir Putin to discuss deepening military co-operation"},
		{"arms_trade", "alleged", "unspecified", "partner=KP partner=RU", "US officials", "evidence of arms trade between the North and Russia"},
	}
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("missing %v", want[i])
		case i >= len(want):
			t.Errorf("unexpected %v", got[i])
		case got[i] != want[i]:
			t.Errorf("claim %d\n got %v\nwant %v", i, got[i], want[i])
		}
	}
	if len(res.Notes) != 1 || res.Notes[0].Code != "name_conflict" {
		t.Errorf("notes = %v, want the clash between caption and text over the minister's name", res.Notes)
	}
}

// TestSourcesAreNoParties guards the worst error of the field's extractors: the
// country of the source among the parties.
func TestSourcesAreNoParties(t *testing.T) {
	for _, text := range []string{
		"South Korea's spy agency said North Korea sent workers to Russia.",
		"North Korea sent workers to Russia, US officials said.",
		"According to Japanese diplomats, North Korea shipped artillery shells to Russia.",
		"Workers from North Korea arrived in Russia, Yonhap reported, citing the South Korean military.",
		"The United States accused North Korea of shipping artillery shells to Russia.",
	} {
		claims := extractText(t, text)
		flagged := 0
		for _, c := range claims {
			for _, p := range c.Parties {
				if p.Country != "KP" && p.Country != "RU" {
					t.Errorf("%q: source's country %s became %s", text, p.Country, p.Role)
				}
			}
			if c.Category != "none" {
				flagged++
				if c.Status != claim.Alleged || len(c.Attribution) == 0 {
					t.Errorf("%q: status %s, chain %v", text, c.Status, c.Attribution)
				}
			}
		}
		if flagged == 0 {
			t.Errorf("%q: no claim", text)
		}
	}
}

// TestWhoSaysSo: what somebody says is never stated as the article's own words.
func TestWhoSaysSo(t *testing.T) {
	for text, want := range map[string]string{
		"North Korea has sent arms to Russia, Lee Seong-kweun told reporters.":                               "Lee Seong-kweun named_person",
		"North Korea has sent arms to Russia, said Lee Seong-kweun, a member of the intelligence committee.": "Lee Seong-kweun named_person",
		"North Korea has sent arms to Russia, Lee Seong-kweun, a member of the committee, told reporters.":   "Lee Seong-kweun named_person",
		"Griffiths, a former coordinator of the panel, says North Korea sold arms to Syria.":                 "Griffiths named_person",
		"The report found that North Korea had sent arms to Syria.":                                          "report document",
		"North Korea has sent arms to Russia, documents seen by Reuters show.":                               "documents document",
		"North Korea sold arms to Syria, according to three people familiar with the matter.":                "three people familiar unnamed_person",
		"North Korea sold arms to Syria, per the Treasury Department.":                                       "Treasury Department government_agency",
		"North Korea, according to the panel, sold arms to Syria.":                                           "panel panel",
		"North Korea sold arms to Syria, as the UN panel reported in 2019.":                                  "UN panel panel",
		"North Korea sold arms to Syria, a Washington group that tracks the country's finances said.":        "Washington group organisation",
		"North Korea sold arms to Syria, said another person, who does paperwork for the firm.":              "person unnamed_person",
		"North Korea, to judge by shipping records, sold arms to Syria.":                                     "shipping records document",
		"If a Shenyang forwarder is to be believed, North Korea sold arms to Syria.":                         "Shenyang forwarder unnamed_person",
		"Japan has submitted an estimate according to which North Korea sold arms to Syria.":                 "estimate document",
		"\"North Korea sold arms to Syria last week,\" laughs the stallholder.":                              "stallholder unnamed_person",
		"North Korea sold arms to Syria, reads the charge sheet.":                                            "charge sheet court",
		"North Korea sold arms to Syria, Yoo went on.":                                                       "Yoo named_person",
		"North Korea sold arms to Syria, noted the Open Source Center.":                                      "Open Source Center organisation",
		"North Korea sold arms to Syria, Daily NK has learned.":                                              "",
		"North Korea sold arms to Syria, Daily NK has found.":                                                "",
		"On Aug. 10 South Korea's customs agency disclosed that North Korea had sold arms to Syria.":         "South Korea's customs agency government_agency",
		"The deals show that North Korea sold arms to Syria.":                                                "",
		"A New York Times investigation found that North Korea sold arms to Syria.":                          "New York Times outlet",
		"A report by the UN Panel of Experts said North Korea sold arms to Syria.":                           "UN Panel of Experts panel",
		"Data from Kpler showed that North Korea sold arms to Syria.":                                        "Kpler organisation",
		"North Korea sold arms to Syria, according to figures from a statement.":                             "figures from a statement document",
		"According to data from 2019, North Korea sold arms to Syria.":                                       "data from 2019 document",
		"Two traders reveal that North Korea sold arms to Syria.":                                            "Two traders unnamed_person",
		"A draft contract suggests that North Korea sold arms to Syria.":                                     "draft contract document",
		"One of the letters shows that North Korea sold arms to Syria.":                                      "One of the letters document",
		"On Monday Reuters reported that North Korea sold arms to Syria.":                                    "Reuters news_agency",
		"In 2019 experts reported that North Korea sold arms to Syria.":                                      "experts unnamed_person",
		"Last week Yonhap reported that North Korea sold arms to Syria.":                                     "Yonhap news_agency",
		"Panel Says North Korea Sold Arms to Syria":                                                          "Panel panel",
		"UN Experts Say North Korea Sold Arms to Syria":                                                      "UN Experts unnamed_person",
		"The United Nations said that North Korea sold arms to Syria.":                                       "United Nations organisation",
		"North Korea sold arms to Syria, a UN report says.":                                                  "UN report document",
		"A member of the UN Security Council says North Korea sold arms to Syria.":                           "member of the UN Security Council unnamed_person",
		"North Korea sold arms to Syria, a think tank in London said.":                                       "think tank organisation",
		"According to the Associated Press, North Korea sold arms to Syria.":                                 "Associated Press news_agency",
		"In the agency's assessment, North Korea sold arms to Syria.":                                        "agency's assessment document",
		"By the account of two traders, North Korea sold arms to Syria.":                                     "two traders unnamed_person",
		"North Korea sold arms to Syria, according to a report Friday by a US broadcaster.":                  "report document",
		"\"North Korea sold arms to Syria,\" Daily NK heard on Monday from a source in the province.":        "Daily NK outlet",
		"North Korea sold arms to Syria, Daily NK has been told.":                                            "Daily NK outlet",
		"Court papers unsealed on Friday say North Korea sold arms to Syria.":                                "Court papers court",
		"According to leaked documents, North Korea sold arms to Syria.":                                     "documents document",
		"The report, seen by Reuters, said North Korea sold arms to Syria.":                                  "report document",
		"The official, speaking on condition of anonymity, said North Korea sold arms to Syria.":             "official unnamed_official",
		"The panel, in its report, details how North Korea sold arms to Syria.":                              "panel panel",
		"Trade data show North Korea sold arms to Syria.":                                                    "Trade data document",
		"North Korea sold arms to Syria, per the deal.":                                                      "",
		"North Korea sold arms to Syria through a firm whose manager, Kang Chol-su, lives in Damascus.":      "",
	} {
		claims := extractText(t, text)
		if len(claims) != 1 {
			t.Errorf("%q: %d claims, want 1", text, len(claims))
			continue
		}
		got := ""
		if a := claims[0].Attribution; len(a) > 0 {
			got = a[len(a)-1].Name + " " + string(a[len(a)-1].Kind)
		}
		status := claim.Alleged
		if want == "" {
			status = claim.Asserted
		}
		if got != want || claims[0].Status != status {
			t.Errorf("%q: said by %q, %s; want %q, %s", text, got, claims[0].Status, want, status)
		}
	}
}

// TestOnlookers: a sanctioned State that an act is aimed at or that speaks of it is
// no party to it.
func TestOnlookers(t *testing.T) {
	for _, text := range []string{
		"The US sold missiles to South Korea to deter North Korea.",
		"Washington supplied jets to Seoul to pressure North Korea.",
		"North Korea hit out at arms sales by the US to South Korea.",
		"North Korea condemned the sale of jets to South Korea.",
		"South Korea sold tanks to Poland, angering North Korea.",
	} {
		for _, c := range extractText(t, text) {
			t.Errorf("%q: %s %v", text, c.Activity, c.Parties)
		}
	}
}

// TestNotDone: neither a denial nor what did not happen is an act.
func TestNotDone(t *testing.T) {
	for text, want := range map[string]claim.Status{
		"North Korea sold no arms to Syria.":                                           claim.Negated,
		"North Korea — despite the ban — sold arms to Syria.":                          claim.Asserted,
		"None of the arms that North Korea sold to Syria were seized.":                 claim.Asserted,
		"No arms that North Korea sold to Syria were found on board.":                  claim.Asserted,
		"No arms were sold to Syria by North Korea.":                                   claim.Negated,
		"North Korea first denied, then admitted that it had sold arms to Syria.":      claim.Asserted,
		"Syria could not deny that it bought arms from North Korea.":                   claim.Alleged,
		"Sales of arms to Syria by North Korea are banned, but continue by sea.":       claim.Asserted,
		"Sales of arms to Syria by North Korea are banned, but Russia objects.":        claim.Normative,
		"Arms that should have been destroyed were sold to Syria by North Korea.":      claim.Asserted,
		"A minister wants North Korean workers to pave roads in Siberia.":              claim.Planned,
		"Police believe North Korea sold arms to Syria.":                               claim.Alleged,
		"That North Korea sold arms to Syria has been reported before.":                claim.Alleged,
		"Rumours persist that North Korea sold arms to Syria.":                         claim.Alleged,
		"It emerged on Friday that North Korea had sold arms to Syria.":                claim.Alleged,
		"North Korea, it has been reported, sold arms to Syria.":                       claim.Alleged,
		"North Korea was found to have sold arms to Syria.":                            claim.Alleged,
		"North Korea (despite the ban) sold arms to Syria.":                            claim.Asserted,
		"Although UN sanctions forbid it, North Korea sold arms to Syria.":             claim.Asserted,
		"Although it denies this, North Korea sold arms to Syria.":                     claim.Asserted,
		"Sanctions did not keep North Korea from selling arms to Syria.":               claim.Asserted,
		"There is no doubt that North Korea sold arms to Syria.":                       claim.Asserted,
		"Nobody was surprised when North Korea sold arms to Syria.":                    claim.Asserted,
		"North Korea, not China, sold arms to Syria.":                                  claim.Asserted,
		"Syria has, not surprisingly, bought arms from North Korea.":                   claim.Asserted,
		"Egypt kept North Korea from selling arms to Syria.":                           claim.Negated,
		"Syria bought arms from North Korea, something the UN prohibits.":              claim.Asserted,
		"Without telling the UN, Syria bought arms from North Korea.":                  claim.Asserted,
		"Without buying arms from North Korea, Syria would lose.":                      claim.Negated,
		"Nobody objected when Syria bought arms from North Korea.":                     claim.Asserted,
		"Syria never hid that it bought arms from North Korea.":                        claim.Asserted,
		"Syria, where no inspector is let in, bought arms from North Korea.":           claim.Asserted,
		"Syria bought arms from North Korea, in breach of resolutions that forbid it.": claim.Asserted,
		"Syria has not said why it bought arms from North Korea.":                      claim.Alleged,
		"Employing North Koreans in China violates resolution 2397.":                   claim.Normative,
		"Joint ventures with North Korea violate UN sanctions.":                        claim.Normative,
		"Employing 200 North Koreans in China violates resolution 2397.":               claim.Asserted,
		"Chinese joint ventures with North Korea violate UN sanctions.":                claim.Asserted,
		"Not long ago North Korea sold arms to Syria.":                                 claim.Asserted,
		"North Korea sold no fewer than 300 missiles to Syria.":                        claim.Asserted,
		"Had Syria bought arms from North Korea, it would have broken the law.":        claim.Hypothetical,
		"China is importing neither coal nor iron from North Korea.":                   claim.Negated,
		"North Korea has long sold arms to Iran.":                                      claim.Asserted,
		"North Korea once again sold arms to Iran.":                                    claim.Asserted,
		"Laos, which hosts North Korean IT workers, said it would look into it.":       claim.Asserted,
		"Syria denies buying arms from North Korea.":                                   claim.Denied,
		"Syria resumed buying arms from North Korea.":                                  claim.Asserted,
		"Syria has stopped buying arms from North Korea.":                              claim.Ended,
		"Asked whether North Korea sold arms to Syria, the minister kept silent.":      claim.Hypothetical,
	} {
		claims := extractText(t, text)
		if len(claims) != 1 || claims[0].Status != want {
			t.Errorf("%q: %d claims, %v; want one, %s", text, len(claims), claims, want)
		}
	}
}

// TestClauses: the subject of one clause is no party to the act of the clause before,
// and two acts of one activity in a sentence are two claims.
func TestClauses(t *testing.T) {
	for text, want := range map[string]string{
		"China bought coal from North Korea and Russia shipped oil to North Korea.":              "mineral_export KP CN; oil_supply RU KP",
		"China bought coal and Russia shipped oil to North Korea.":                               "oil_supply RU KP",
		"Seoul said China and Russia shipped oil to North Korea.":                                "oil_supply RU CN KP",
		"The working groups of Russia and North Korea signed an agreement on trade.":             "economic_agreement RU KP",
		"North Korea sold missiles to Syria, while Iran bought rifles from North Korea.":         "arms_export KP SY; arms_export KP IR",
		"Smugglers ferry coal from North Korea to China.":                                        "mineral_export KP CN",
		"A broker in Macau helped North Korea ship coal to Vietnam.":                             "mineral_export KP VN",
		"In October 2017 private firms bought coal from North Korea for China.":                  "mineral_export KP CN",
		"Two Russian companies smuggled oil into North Korea, which international law forbids.":  "oil_supply RU KP",
		"North Korea sold missiles to Syria and North Korean workers built a factory in Uganda.": "arms_export KP SY; joint_venture KP UG; host_workers KP UG",
	} {
		var got []string
		for _, c := range extractText(t, text) {
			words := []string{c.Activity}
			for _, p := range c.Parties {
				words = append(words, p.Country)
			}
			got = append(got, strings.Join(words, " "))
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("%q: %s; want %s", text, got, want)
		}
	}
}

// texts are all articles of the fixtures, as documents.
func texts(t testing.TB) []*article.Document {
	t.Helper()
	var docs []*article.Document
	for _, pattern := range []string{"*/article.txt", "*/article.html"} {
		names, err := fs.Glob(fixtures.FS, pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range names {
			data, err := fixtures.FS.ReadFile(n)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := article.Read(n, data, article.Options{})
			if err != nil {
				t.Fatalf("%s: %v", n, err)
			}
			docs = append(docs, doc)
		}
	}
	if len(docs) < 20 {
		t.Fatalf("only %d fixtures", len(docs))
	}
	return docs
}

// checkOffsets asserts text[start:end] == quote for all evidence.
func checkOffsets(t testing.TB, doc *article.Document, claims []claim.Claim) {
	t.Helper()
	runes := []rune(doc.Text)
	for _, c := range claims {
		for _, e := range c.Evidence {
			if e.Start == nil || e.End == nil || *e.Start < 0 || *e.End > len(runes) || *e.Start >= *e.End {
				t.Fatalf("%s %s: bad offsets", doc.Name, c.ID)
			}
			if got := string(runes[*e.Start:*e.End]); got != e.Quote {
				t.Fatalf("%s %s: text is %q, quote %q", doc.Name, c.ID, got, e.Quote)
			}
		}
	}
}

func TestOffsets(t *testing.T) {
	for _, doc := range texts(t) {
		checkOffsets(t, doc, extract(t, lexicon(t), doc).Claims)
	}
}

// TestPerturbations checks that what a reader does not see does not change the
// claims: quotation marks, hyphens, NBSP, line wraps.
func TestPerturbations(t *testing.T) {
	base := []string{
		"South Korea's intelligence agency said on Tuesday that North Korea was moving to deploy workers to Russia.",
		"North Korea and Russia discussed deepening military co-operation.",
		"Any country employing North Korean workers who earn wages would be violating UN sanctions.",
		"\"We have never exported weapons to Russia,\" North Korea said.",
	}
	change := map[string]func(string) string{
		"curly":  func(s string) string { return strings.NewReplacer("'", "’", " \"", " “", "\"", "”").Replace(s) },
		"nbsp":   func(s string) string { return strings.ReplaceAll(s, "North Korea", "North\u00a0Korea") },
		"wrap":   func(s string) string { return strings.Replace(s, " to ", "\nto ", 1) },
		"shy":    func(s string) string { return strings.ReplaceAll(s, "workers", "work\u00aders") },
		"hyphen": func(s string) string { return strings.ReplaceAll(s, "co-operation", "cooperation") },
		"spaces": func(s string) string { return strings.ReplaceAll(s, " ", "  ") },
	}
	for _, text := range base {
		want := summaries(extractText(t, text))
		if len(want) == 0 {
			t.Errorf("%q: no claim", text)
		}
		for _, name := range slices.Sorted(maps.Keys(change)) {
			if got := summaries(extractText(t, change[name](text))); !slices.Equal(got, want) {
				t.Errorf("%s: %q\n got %q\nwant %q", name, text, got, want)
			}
		}
	}
}

func summaries(claims []claim.Claim) []string {
	var out []string
	for _, c := range claims {
		out = append(out, describeClaim(c))
	}
	return out
}

// TestDeterminism runs the seed a thousand times and with shuffled rule files.
func TestDeterminism(t *testing.T) {
	doc := seed(t)
	want := extract(t, lexicon(t), doc)
	x := New(lexicon(t))
	for range 1000 {
		got, err := x.Extract(context.Background(), doc)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatal("two runs differ")
		}
	}
	for n := range 5 {
		l, err := Load(shuffled(t, uint64(n)))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range append(texts(t), doc) {
			if got, base := extract(t, l, d), extract(t, lexicon(t), d); !reflect.DeepEqual(got, base) {
				t.Fatalf("%s: the order of the rule files changes the claims", d.Name)
			}
		}
	}
}

// shuffled is the lexicon with its frame files renamed, so that they are read
// in another order.
func shuffled(t *testing.T, n uint64) fs.FS {
	t.Helper()
	out := fstest.MapFS{}
	names, err := fs.Glob(rules.FS, "lexicon/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(n, 41))
	for _, name := range names {
		data, err := rules.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte("\nframes:")) {
			name = fmt.Sprintf("lexicon/%d.yaml", r.Uint64())
		}
		out[name] = &fstest.MapFile{Data: data}
	}
	return out
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := New(lexicon(t)).Extract(ctx, seed(t)); err == nil {
		t.Error("a cancelled context gave no error")
	}
}

// TestConcurrent lets many goroutines share one extractor; the race detector
// does the rest.
func TestConcurrent(t *testing.T) {
	x := New(lexicon(t))
	docs := texts(t)
	want := make([]Result, len(docs))
	for i, d := range docs {
		want[i] = extract(t, lexicon(t), d)
	}
	errs := make(chan error, 4)
	for g := range 4 {
		go func() {
			for i := range docs {
				k := (i + g*7) % len(docs)
				got, err := x.Extract(context.Background(), docs[k])
				if err == nil && !reflect.DeepEqual(got, want[k]) {
					err = fmt.Errorf("%s differs", docs[k].Name)
				}
				if err != nil {
					errs <- err
					return
				}
			}
			errs <- nil
		}()
	}
	for range 4 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}

func FuzzExtract(f *testing.F) {
	f.Add("North Korea sent “work\u00aders” to Russia, officials said.")
	f.Add("DPRK's IT workers' “jobs” — in the U.S.; North\u00a0Korea-Russia arms trade?")
	f.Add("the North's the North's ' ’s n't 1980s in 2017 to to to")
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := article.Read("fuzz.txt", []byte(text), article.Options{Published: "2023-12-13"})
		if err != nil {
			return
		}
		checkOffsets(t, doc, extract(t, lexicon(t), doc).Claims)
		var b bytes.Buffer
		tr, err := New(lexicon(t)).Trace(context.Background(), doc, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := tr.WriteText(&b); err != nil {
			t.Fatal(err)
		}
	})
}

// TestLinear counts work, not time: eight times a hostile text must not cost
// more than about eight times the allocations, and nothing is ever analysed in
// one piece that is longer than maxPiece.
func TestLinear(t *testing.T) {
	unit := "North Korea, which would be violating, not only denied signs that it was moving to deploy workers to Russia and China and "
	work := func(n int) float64 {
		doc, err := article.Read("hostile.txt", []byte(strings.Repeat(unit, n)+"."), article.Options{})
		if err != nil {
			t.Fatal(err)
		}
		d := docState{lex: lexicon(t), doc: doc}
		if _, err := d.open(context.Background()); err != nil {
			t.Fatal(err)
		}
		for _, p := range d.pieces {
			if p.to-p.from > maxPiece {
				t.Fatalf("a piece of %d tokens", p.to-p.from)
			}
		}
		x := New(lexicon(t))
		return testing.AllocsPerRun(2, func() {
			if _, err := x.Extract(context.Background(), doc); err != nil {
				t.Fatal(err)
			}
		})
	}
	small, large := work(200), work(1600)
	if ratio := large / small; small == 0 || ratio > 10 {
		t.Errorf("8 times the text costs %.1f times the work", ratio)
	}
}
