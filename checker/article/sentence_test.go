package article

import (
	"slices"
	"strings"
	"testing"
)

// sentenceCases are the sentences of one paragraph each. Joined by a space, or by
// nothing where the second begins with "~", they must come apart again.
var sentenceCases = [][]string{
	{"Mr. Kim met Gen. Park and Dr. Lee of Acme Co. on Friday.", "They left."},
	{"Lieut. Col. Choi Han-oh commands the unit.", "It is small."},
	{"The U.S. official cited U.N. Security Council Resolution 2397.", "It bans labour."},
	{"It was sold in the U.S.", "The buyer is unknown."},
	{"N. Korea fired at 5 a.m. Monday.", "It fell at 5:30 a.m.", "The South said so."},
	{"See para. 8 and art. 41 of S/RES/2397, No. 5, vol. XII, pp. 3-4.", "The rest is annexed."},
	{"He said no.", "The others agreed."},
	{"J. Smith and John F. Kennedy sailed on the St. Petersburg line.", "It closed."},
	{"Prices rose 5.8 percent to $7.71 billion on Nov. 20.", "Exports fell."},
	{"It was agreed on Jan. 26 and signed in Sept. 2018.", "Both sides met in Oct.", "The text is secret."},
	{"Asiana Airlines Inc. and Korean Air Co. jets stand parked.", "Nobody flies."},
	{"“We did not do it,” the minister said.", "“Nobody did.”", "He left."},
	{"“Is it legal?” Kim asked.", "Nobody knew."},
	{"“What now?” the captain asked.", "The crew was silent."},
	{"\"It is over.\"", "\"We go home.\""},
	{"The report (see annex 2.) was leaked.", "It names ships."},
	{"(The vessel was renamed.)", "It sailed on."},
	{"The embargo... was ignored.", "Nobody spoke…", "Then came the ships."},
	{"Who paid?!", "Not the buyer!", "The seller."},
	{"The site example.com was down.", "See https://un.org/a.Html for more."},
	{"Mail news.Desk@example.com today.", "It works."},
	{"He works at Yahoo! and Acme.", "She does not."},
	{"201. The chief place of delivery is Dubai.", "Kuwait is second."},
	{"Trade grew under Hun Sen.", "The figures are public."},
	{"The line was cut off\nhere by a wrap.", "The next\nfollows."},
	{"It applies to Ms. Ri et al. and to Kim Jr. of Seoul.", "Others are free."},
	{"The sale ended in May.", "~The ships left in June."},
	{"It breaks sanctions.", "~The next shipment is due.", "~In all, 12 came."},
	{"They called it the “strongest side on earth.”", "~North Korea beat the Dutch."},
	{"The official said it was over.", "~“We will not comment,” he said."},
	{"It was the \"best on earth.\"", "~North Korea won."},
	{"The money was worth $915,000.", "~The bank froze it."},
	{"Drills were held with the U.S.", "~In the statement, Pyongyang protested."},
	{"선박이 출항했다.", "두 번째 배도 떠났다."},
	{"The term “Akh” is Arabic.", "In it, the word stands for “brothers.”"},
	{"Ten came on Sunday.", "30 left.", "”"},
}

func TestSentences(t *testing.T) {
	for _, want := range sentenceCases {
		var text string
		var clean []string
		for i, s := range want {
			s, glued := strings.CutPrefix(s, "~")
			if i > 0 && !glued {
				text += " "
			}
			text += s
			// A piece without a word joins the sentence before it.
			if !hasWord(s) && len(clean) > 0 {
				clean[len(clean)-1] += " " + s
				continue
			}
			clean = append(clean, s)
		}
		var got []string
		for _, s := range splitSentences(nil, text, Span{0, len(text)}) {
			got = append(got, text[s.Start:s.End])
		}
		if !slices.Equal(got, clean) {
			t.Errorf("%q\n got %q\nwant %q", text, got, clean)
		}
	}
}

func TestSentenceNumbers(t *testing.T) {
	doc := mustRead(t, "a.txt", "A headline without a stop\n\nOne ship came. Two left.\n\nAdvertisement\n\nA third stayed.")
	var got [][3]int
	for _, s := range doc.Sentences {
		got = append(got, [3]int{s.Number, s.Paragraph, s.Block})
	}
	want := [][3]int{{1, 1, 0}, {2, 2, 1}, {3, 2, 1}, {4, 3, 3}}
	if !slices.Equal(got, want) {
		t.Errorf("number, paragraph, block: %v, want %v", got, want)
	}
}
