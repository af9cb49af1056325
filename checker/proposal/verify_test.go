package proposal

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/extract"
	"github.com/article41/article41/rules"
)

// verifier is built once: loading the rules takes longer than the tests.
var verifier = sync.OnceValues(func() (*Verifier, error) {
	cat, err := catalog.Load(rules.FS)
	if err != nil {
		return nil, err
	}
	lex, err := extract.Load(rules.FS)
	if err != nil {
		return nil, err
	}
	return NewVerifier(cat, extract.New(lex)), nil
})

const story = `PUBLISHED 12 May 2023

North Korea sent 1,200 workers to Russia in April 2022, Yonhap reported. Pyongyang has said nothing of the workers.

Moscow denied that it had hosted North Korean labourers.

South Korean officials said there were signs that North Korea was preparing to send workers to China.

Any country that employs North Korean workers would be violating sanctions.

The ships carried “coal” to Dandong – and back.

The weather in Moscow was fine.
`

func document(t testing.TB, text string) *article.Document {
	t.Helper()
	doc, err := article.Read("story.txt", []byte(text), article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func verify(t testing.TB, doc *article.Document, claims ...Claim) Result {
	t.Helper()
	v, err := verifier()
	if err != nil {
		t.Fatal(err)
	}
	// The fuzzer cancels the test's own context when its time is over.
	res, err := v.Verify(context.WithoutCancel(t.Context()), doc, "test", Answer{Claims: claims})
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Claims)+len(res.Rejected) > len(claims) {
		t.Fatalf("%d claims gave %d and %d rejected", len(claims), len(res.Claims), len(res.Rejected))
	}
	grounded(t, doc, res)
	return res
}

// grounded checks what must hold of every claim that is accepted.
func grounded(t testing.TB, doc *article.Document, res Result) {
	t.Helper()
	for _, cl := range res.Claims {
		for _, ev := range cl.Evidence {
			if got := doc.Quote(article.Span{Start: doc.Byte(*ev.Start), End: doc.Byte(*ev.End)}); got != ev.Quote || got == "" {
				t.Fatalf("claim %s: the text at %d to %d is %q, the evidence says %q", cl.ID, *ev.Start, *ev.End, got, ev.Quote)
			}
			i, ok := doc.SentenceAt(doc.Byte(*ev.Start))
			if !ok || doc.Blocks[doc.Sentences[i].Block].Dropped != "" {
				t.Fatalf("claim %s quotes text that was not kept: %q", cl.ID, ev.Quote)
			}
		}
	}
	for _, r := range res.Rejected {
		if r.Reason == "" || !slices.Contains(Codes, r.Code) {
			t.Fatalf("rejected as %q with the reason %q", r.Code, r.Reason)
		}
	}
}

// sent is a claim that holds.
func sent() Claim {
	return Claim{
		Sentences: []int{1}, Quote: "North Korea sent 1,200 workers to Russia in April 2022", Activity: "send_workers", Status: "alleged",
		Roles:       []Role{{"sender", "KP", "North Korea"}, {"host", "RU", "Russia"}},
		Attribution: []Origin{{"Yonhap", "news_agency"}}, DateQuote: "April 2022", QuantityQuote: "1,200 workers",
	}
}

func TestHolds(t *testing.T) {
	res := verify(t, document(t, story), sent())
	if len(res.Claims) != 1 {
		t.Fatalf("rejected: %+v", res.Rejected)
	}
	cl := res.Claims[0]
	if cl.ID != "c_01" || cl.Category != "labour" || cl.Status != claim.Alleged || len(cl.Parties) != 2 || cl.Extraction.Rule != "test" {
		t.Errorf("%+v", cl)
	}
	if cl.EventDate == nil || cl.EventDate.From != "2022-04-01" || cl.EventDate.To != "2022-04-30" {
		t.Errorf("date %+v", cl.EventDate)
	}
	if cl.Quantity == nil || cl.Quantity.Value != 1200 {
		t.Errorf("amount %+v", cl.Quantity)
	}
	if !cl.Attribution[0].Origin {
		t.Error("the last source is the origin")
	}
}

func TestRejects(t *testing.T) {
	doc := document(t, story)
	if n := len(doc.Sentences); n != 7 {
		t.Fatalf("the story has %d sentences", n)
	}
	for _, tc := range []struct {
		name   string
		change func(*Claim)
		code   Code
		reason string
	}{
		{"no sentence", func(c *Claim) { c.Sentences = nil }, CodeSentence, "names no sentence"},
		{"sentence nought", func(c *Claim) { c.Sentences = []int{0} }, CodeSentence, "no sentence 0"},
		{"sentence too far", func(c *Claim) { c.Sentences = []int{1, 99} }, CodeSentence, "no sentence 99; the text has 7"},
		{"no quote", func(c *Claim) { c.Quote = " \n" }, CodeQuote, "quotes nothing"},
		{"made-up quote", func(c *Claim) { c.Quote = "North Korea sold coal to Russia" }, CodeQuote, "does not stand in sentence 1"},
		{"quote of another sentence", func(c *Claim) { c.Sentences = []int{4} }, CodeQuote, "does not stand in sentence 4"},
		{"quote in other letters", func(c *Claim) { c.Quote = strings.ToUpper(c.Quote) }, CodeQuote, "does not stand"},
		{"half a number", func(c *Claim) { c.Quote = "200 workers to Russia" }, CodeQuote, "only inside other words"},
		{"quote of a dropped block", func(c *Claim) { c.Quote = "PUBLISHED 12 May 2023" }, CodeQuote, "does not stand"},
		{"nothing but punctuation", func(c *Claim) { c.Sentences, c.Quote = []int{6}, "–" }, CodeQuote, "no word"},
		{"words that stand twice", func(c *Claim) { c.Sentences, c.Quote = []int{1, 4}, "North Korea" }, CodeQuoteTwice, "2 times in sentences 1, 4"},
		{"unknown activity", func(c *Claim) { c.Activity = "send_worker" }, CodeVocabulary, `did you mean "send_workers"`},
		{"category of another activity", func(c *Claim) { c.Category = "arms" }, CodeVocabulary, "belongs to the category"},
		{"unknown category", func(c *Claim) { c.Category = "labor" }, CodeVocabulary, "labour"},
		{"unknown role", func(c *Claim) { c.Roles[0].Role = "culprit" }, CodeVocabulary, "culprit"},
		{"role of another activity", func(c *Claim) { c.Roles[0].Role = "importer" }, CodeVocabulary, "importer"},
		{"unknown status", func(c *Claim) { c.Status = "certain" }, CodeVocabulary, "certain"},
		{"no status", func(c *Claim) { c.Status = "" }, CodeVocabulary, "status"},
		{"unknown stage", func(c *Claim) { c.Stage = "done" }, CodeVocabulary, "done"},
		{"unknown goods", func(c *Claim) { c.Goods = []Good{{"workers", "workers"}} }, CodeVocabulary, "goods"},
		{"unknown kind of source", func(c *Claim) { c.Attribution[0].Kind = "newspaper" }, CodeVocabulary, "newspaper"},
		{"status quote made up", func(c *Claim) { c.StatusQuote = "it is certain that" }, CodeStatusQuote, "do not stand"},
		{"goods not there", func(c *Claim) { c.Goods = []Good{{"coal", "coal"}} }, CodeDetail, "goods"},
		{"source not there", func(c *Claim) { c.Attribution[0].Quote = "Reuters" }, CodeDetail, "Reuters"},
		{"date not there", func(c *Claim) { c.DateQuote = "May 2022" }, CodeDetail, "May 2022"},
		{"amount not there", func(c *Claim) { c.QuantityQuote = "1,300 workers" }, CodeDetail, "1,300"},
		{"role not in the paragraph", func(c *Claim) { c.Roles[1] = Role{"host", "CN", "China"} }, CodeRole, "China"},
		{"role made up", func(c *Claim) { c.Roles[1] = Role{"host", "", "Rosneft"} }, CodeRole, "Rosneft"},
		{"role without words", func(c *Claim) { c.Roles[1].Quote = "" }, CodeRole, "host"},
		{"words of another State", func(c *Claim) { c.Roles[1].Value = "CN" }, CodeRoleCountry, "of RU, not of CN"},
		{"words that name no State", func(c *Claim) { c.Roles[1] = Role{"host", "CN", "1,200 workers"} }, CodeRoleCountry, "names CN"},
		{"no code", func(c *Claim) { c.Roles[1].Value = "Ruritania" }, CodeRoleCountry, "Ruritania"},
		{"in the article's own voice", func(c *Claim) { c.Status = "asserted" }, CodeStatusTooFar, "alleged"},
		{"has ended", func(c *Claim) { c.Status = "ended" }, CodeStatusTooFar, "alleged"},
		{"a denial as an allegation", func(c *Claim) {
			*c = Claim{Sentences: []int{3}, Quote: "it had hosted North Korean labourers", Activity: "host_workers", Status: "alleged",
				Roles: []Role{{"sender", "KP", "North Korean"}, {"host", "RU", "Moscow"}}}
		}, CodeStatusTooFar, `denied`},
		{"the law as an act", func(c *Claim) {
			*c = Claim{Sentences: []int{5}, Quote: "employs North Korean workers", Activity: "host_workers", Status: "asserted",
				Roles: []Role{{"sender", "KP", "North Korean"}}}
		}, CodeStatusTooFar, "normative"},
		{"a plan as done", func(c *Claim) {
			*c = Claim{Sentences: []int{4}, Quote: "send workers to China", Activity: "send_workers", Status: "alleged", Stage: "completed",
				Roles: []Role{{"sender", "KP", "North Korea"}, {"host", "CN", "China"}}}
		}, CodeStageTooFar, "preparing"},
		{"a denial that nobody makes", func(c *Claim) { c.Status = "denied" }, CodeStatusBare, "no words are quoted"},
		{"who only says so", func(c *Claim) {
			*c = Claim{Sentences: []int{4}, Quote: "North Korea was preparing to send workers to China", Activity: "send_workers", Status: "alleged",
				Roles: []Role{{"sender", "KR", "South Korean officials"}, {"host", "CN", "China"}}}
		}, CodeRoleSource, "only says so"},
		{"another activity than the sentence's", func(c *Claim) { c.Activity, c.Roles = "arms_export", []Role{{"supplier", "KP", "North Korea"}} }, CodeActivity, "category arms"},
		{"no activity at all", func(c *Claim) {
			*c = Claim{Sentences: []int{7}, Quote: "weather in Moscow was fine", Activity: "host_workers", Status: "asserted", Roles: []Role{{"host", "RU", "Moscow"}}}
		}, CodeActivity, "host workers"},
		{"malformed", func(c *Claim) { c.malformed = "x" }, CodeMalformed, "x"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := sent()
			tc.change(&c)
			res := verify(t, doc, c)
			if len(res.Claims) > 0 || len(res.Rejected) != 1 {
				t.Fatalf("accepted: %+v", res.Claims)
			}
			if r := res.Rejected[0]; r.Code != tc.code || !strings.Contains(r.Reason, tc.reason) {
				t.Errorf("got %s: %s", r.Code, r.Reason)
			}
		})
	}
}

func TestAccepts(t *testing.T) {
	doc := document(t, story)
	for _, tc := range []struct {
		name   string
		change func(*Claim)
		check  func(*claim.Claim) bool
	}{
		{"folded quote", func(c *Claim) {
			*c = Claim{Sentences: []int{6}, Quote: "carried \"coal\"\nto Dandong - and back", Activity: "mineral_export", Status: "asserted", Goods: []Good{{"coal", "coal"}}}
		}, func(c *claim.Claim) bool { return c.Evidence[0].Quote == "carried “coal” to Dandong – and back" }},
		{"weaker than the text, with the words for it", func(c *Claim) { c.Status, c.StatusQuote = "negated", "reported" }, func(c *claim.Claim) bool {
			return c.Status == claim.Negated && strings.Contains(strings.Join(c.Extraction.Review, "; "), "reads the status as alleged")
		}},
		{"a name that the text has otherwise", func(c *Claim) {
			c.Sentences, c.Quote, c.Roles = []int{2}, "Pyongyang has said nothing", []Role{{"sender", "KP", "DPRK"}}
			c.Status, c.StatusQuote, c.Attribution, c.DateQuote, c.QuantityQuote = "negated", "nothing", nil, "", ""
		}, func(c *claim.Claim) bool { return c.Parties[0].Name == "Pyongyang" && c.Parties[0].Country == "KP" }},
		{"the State by its name", func(c *Claim) { c.Roles[0].Value = "North Korea" }, func(c *claim.Claim) bool { return c.Parties[0].Country == "KP" }},
		{"the State from the words", func(c *Claim) { c.Roles[0].Value = "" }, func(c *claim.Claim) bool { return c.Parties[0].Country == "KP" && c.Parties[0].Basis != "" }},
		{"a plan as a plan", func(c *Claim) {
			*c = Claim{Sentences: []int{4}, Quote: "North Korea was preparing to send workers to China", StatusQuote: "signs that", Activity: "send_workers",
				Status: "alleged", Roles: []Role{{"sender", "KP", "North Korea"}, {"host", "CN", "China"}}}
		}, func(c *claim.Claim) bool {
			return c.Stage == claim.Preparing && c.Extraction.Cues[0].Text == "signs that"
		}},
		{"a denial as a denial", func(c *Claim) {
			*c = Claim{Sentences: []int{3}, Quote: "denied that it had hosted North Korean labourers", Activity: "host_workers", Status: "denied",
				Roles: []Role{{"sender", "KP", "North Korean"}, {"host", "RU", "Moscow"}}}
		}, func(c *claim.Claim) bool { return c.Status == claim.Denied }},
		{"a quote over two sentences", func(c *Claim) {
			c.Sentences, c.Quote = []int{2, 1}, "Yonhap reported. Pyongyang has said nothing"
			c.Status, c.StatusQuote = "negated", "nothing"
		}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := sent()
			tc.change(&c)
			res := verify(t, doc, c)
			if len(res.Claims) != 1 {
				t.Fatalf("rejected: %+v", res.Rejected)
			}
			if tc.check != nil && !tc.check(&res.Claims[0]) {
				t.Errorf("%+v %+v", res.Claims[0], res.Claims[0].Extraction)
			}
		})
	}
}

func TestAnAttemptStaysOne(t *testing.T) {
	doc := document(t, "Russia tried to buy rockets from North Korea, Kyiv said.\n")
	res := verify(t, doc, Claim{Sentences: []int{1}, Quote: "buy rockets from North Korea", Activity: "arms_export", Status: "alleged",
		Roles: []Role{{"supplier", "KP", "North Korea"}}, Goods: []Good{{"arms", "rockets"}}})
	if len(res.Claims) != 1 {
		t.Fatalf("rejected: %+v", res.Rejected)
	}
	if f := res.Claims[0].Facts; len(f) != 1 || f[0].Name != claim.Attempted || f[0].Quote != "tried" {
		t.Errorf("facts %+v", f)
	}
}

func TestClaimsAreInTextOrderOnce(t *testing.T) {
	later := Claim{Sentences: []int{5}, Quote: "employs North Korean workers", Activity: "host_workers", Status: "normative"}
	bad := sent()
	bad.Quote = "x y z"
	res := verify(t, document(t, story), later, bad, sent(), sent())
	if len(res.Claims) != 2 || res.Claims[0].Activity != "send_workers" || res.Claims[1].ID != "c_02" || len(res.Rejected) != 1 {
		t.Errorf("%+v", res)
	}
}

func TestUnreadIsNoted(t *testing.T) {
	doc := document(t, story)
	v, err := verifier()
	if err != nil {
		t.Fatal(err)
	}
	res, err := v.Verify(t.Context(), doc, "test", Answer{Unread: []Unread{{2, 3, "the server is away"}, {9, 99, "odd"}}})
	if err != nil {
		t.Fatal(err)
	}
	if n := res.Notes; len(n) != 2 || n[0].Code != article.NoteNotRead || n[0].Message != "sentences 2 to 3 were not read: the server is away" || n[0].Span.Start != doc.Sentences[1].Start {
		t.Errorf("%+v", n)
	}
}

func TestDecode(t *testing.T) {
	list := []json.RawMessage{
		json.RawMessage(`{"sentences": [1], "quote": "a", "comment": "keys that are not known are let pass"}`),
		json.RawMessage(`{"sentences": "1"}`), json.RawMessage(`[]`), json.RawMessage(`null`), json.RawMessage(`{"quote": {"a": 1}}`),
		json.RawMessage(`{"sentences": [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21]}`),
		json.RawMessage(`{"roles": [` + strings.Repeat("{},", 20) + `{}]}`),
	}
	claims, err := Decode(list)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{false, true, true, false, true, true, true} {
		if got := claims[i].malformed != ""; got != want {
			t.Errorf("claim %d: malformed %v (%s), want %v", i, got, claims[i].malformed, want)
		}
	}
	if _, err := Decode(make([]json.RawMessage, MaxClaims+1)); err == nil {
		t.Error("too many claims accepted")
	}
}

// FuzzVerify: whatever an extractor claims, nothing panics, and what is accepted
// quotes the text.
func FuzzVerify(f *testing.F) {
	one, err := json.Marshal(sent())
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(story), []byte("["+string(one)+"]"))
	f.Add([]byte("North Korea sent a\u0301 ﬁrm to Russia."), []byte(`[{"sentences":[1],"quote":"fi","activity":"send_workers","status":"asserted","roles":[{"role":"sender","value":"KP","quote":"\u0301"}]}]`))
	f.Add([]byte(story), []byte(`[{"sentences":[1,2],"quote":",","activity":"send_workers","status":"asserted","date_quote":"2022","quantity_quote":"in"}]`))
	f.Fuzz(func(t *testing.T, text, answer []byte) {
		doc, err := article.Read("a.txt", text, article.Options{MaxBytes: 1 << 12})
		if err != nil || len(answer) > 1<<12 {
			return
		}
		var list []json.RawMessage
		if json.Unmarshal(answer, &list) != nil {
			return
		}
		claims, err := Decode(list)
		if err != nil {
			return
		}
		verify(t, doc, claims...)
	})
}
