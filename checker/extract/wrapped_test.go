package extract

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/article41/article41/checker/claim"
)

// TestWrappedExamples sets the positive examples of all frames in sentences that take them
// back: what is denied, without evidence, supposed, asked or made up is never told as an
// act, a report of one or a plan.
func TestWrappedExamples(t *testing.T) {
	wraps := []struct{ name, before, after string }{
		{"denied", "The ministry denied that ", "."},
		{"no evidence", "There is no evidence that ", "."},
		{"untrue", "It is not true that ", "."},
		{"supposed", "If ", ", Seoul will protest."},
		{"asked", "Is it true that ", "?"},
		{"made up", "In the novel, ", "."},
	}
	n := 0
	for _, e := range positives(t) {
		for _, w := range wraps {
			n++
			text := w.before + lowerFirst(e) + w.after
			for _, c := range extractText(t, text) {
				switch c.Status {
				case claim.Asserted, claim.Alleged, claim.Planned:
					if c.Category != "none" {
						t.Errorf("%s: %q gives %s", w.name, text, describeClaim(c))
					}
				}
			}
		}
	}
	if n < 3000 {
		t.Errorf("only %d sentences", n)
	}
}

// TestHarmlessWraps sets the positive examples of all frames in sentences with a word of
// denial, law or doubt that leaves the act alone: what is told stays told, but for the few
// sentences that the longer one makes the grammar read in another way.
func TestHarmlessWraps(t *testing.T) {
	wraps := []struct{ before, after string }{
		{"Not for the first time, ", "."},
		{"As never before, ", "."},
		{"Until last month, ", "."},
		{"Despite its promises, ", "."},
		{"In breach of the ban, ", "."},
		{"Whatever Seoul thinks, ", "."},
		{"It is no secret that ", "."},
		{"", " without anyone noticing."},
		{"", ", and nobody stopped it."},
		{"", ", if anyone was in doubt."},
		{"", ", a former minister recalled."},
		{"", ", which Pyongyang never mentions."},
		{"", ", even though the Council forbids it."},
		{"", ", officials who could not be named said."},
		{"\"", ",\" said Park Min-su, a broker in Dandong."},
		{"What nobody knew was that ", "."},
		{"In a report seen by Reuters on Monday, the panel said ", "."},
		{"At the same time, ", ", analysts say."},
		{"", ", despite repeated warnings from Washington."},
	}
	n, lost := 0, map[string][]string{}
	for _, text := range positives(t) {
		if len(acts(t, text+".")) == 0 {
			continue
		}
		n++
		for _, w := range wraps {
			body := text
			if w.before != "" && w.before != "\"" {
				body = lowerFirst(text)
			}
			if len(acts(t, w.before+body+w.after)) == 0 {
				lost[w.before+w.after] = append(lost[w.before+w.after], text)
			}
		}
	}
	for _, w := range wraps {
		atMost(t, w.before+" … "+w.after, lost[w.before+w.after], 2, n, 900)
	}
}

// atMost allows so many in a hundred of the sentences tried, which must be no fewer than least,
// to be read wrongly.
func atMost(t *testing.T, what string, wrong []string, most, tried, least int) {
	t.Helper()
	if tried < least || len(wrong)*100 > tried*most {
		t.Errorf("%s: %d wrong of %d, of which at least %d must be tried and %d in a hundred may be: %q", what, len(wrong), tried, least, most, wrong)
	}
}

// TestJoinedExamples joins the positive examples of all frames two by two, and puts asides
// behind the State: what each tells on its own, it tells there, too. Some stay unread: "and"
// joins phrases as well as clauses.
func TestJoinedExamples(t *testing.T) {
	type example struct{ text, activity string }
	var all []example
	for _, text := range positives(t) {
		for _, c := range acts(t, text+".") {
			if c.Status == claim.Asserted {
				all = append(all, example{text, c.Activity})
				break
			}
		}
	}
	told := func(text, activity string) bool {
		return slices.ContainsFunc(acts(t, text), func(c claim.Claim) bool { return c.Activity == activity })
	}
	for _, j := range []struct {
		with string
		most int // of a hundred, that may be lost
	}{{"; ", 1}, {", while ", 1}, {" — ", 1}, {", but ", 6}, {", and ", 8}, {" and ", 10}} {
		tried, lost := 0, []string(nil)
		for i, p := range all {
			q := all[(i*7+101)%len(all)]
			if q.activity == p.activity {
				continue
			}
			tried += 2
			text := p.text + j.with + lowerFirst(q.text) + "."
			for _, e := range []example{p, q} {
				if !told(text, e.activity) {
					lost = append(lost, text+" ["+e.activity+"]")
				}
			}
		}
		atMost(t, j.with, lost, j.most, tried, 100)
	}
	verb := regexp.MustCompile(`North Korea (has|have|had|was|is|are|were|sold|bought|sent|ships|sells|buys|sends|took|got|gave|paid|[a-z]+ed) `)
	for _, aside := range []string{" reportedly", " also", ", a pariah state,", ", which denies wrongdoing,", ", officials say,", ", despite its denials,", ", through a front company in Dubai,"} {
		tried, lost := 0, []string(nil)
		for _, e := range all {
			text := verb.ReplaceAllString(e.text, "North Korea"+aside+" $1 ") + "."
			if text == e.text+"." {
				continue
			}
			tried++
			if !told(text, e.activity) {
				lost = append(lost, text)
			}
		}
		atMost(t, aside, lost, 12, tried, 100)
	}
}

// positives are the examples of all frames about the sanctioned State that raise something
// and can stand in another sentence, without their full stop.
func positives(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, f := range uncompiled(t).frames {
		for _, e := range f.Examples {
			text := strings.TrimSuffix(e.Text, ".")
			if e.Want != "none" && strings.Contains(text, "North Korea") && !speaks(text) {
				out = append(out, text)
			}
		}
	}
	return out
}

// acts are the claims of a text that it or somebody in it tells as done.
func acts(t *testing.T, text string) []claim.Claim {
	t.Helper()
	return slices.DeleteFunc(extractText(t, text), func(c claim.Claim) bool {
		return c.Status != claim.Asserted && c.Status != claim.Alleged
	})
}

// speaks reports a sentence in which somebody says something, or that does not begin with its
// subject, that goes on in another sentence or adds one, too: it cannot stand behind "that".
func speaks(text string) bool {
	for _, w := range []string{" said", " says", " reported", "ccording", " told ", ";", ":", "\"", " show", " accuse", " deni", " but ", " yet ", "?", ". ", ", which"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// lowerFirst lowers the first letter of an article or a number word.
func lowerFirst(text string) string {
	first, _, _ := strings.Cut(text, " ")
	switch first {
	case "A", "An", "The", "Some", "Two", "Three", "Four", "Five", "Six", "Most", "Several", "Its", "Their", "It", "In", "At",
		"Used", "Rocket", "Mortars", "Excavators", "Disabling", "Drinks", "Coal", "Workers", "Smugglers", "Ships":
		return strings.ToLower(text[:1]) + text[1:]
	}
	return text
}

// otherState puts another State in the place of the sanctioned one.
var otherState = strings.NewReplacer("the North Koreans", "the Vietnamese", "the North Korean", "the Vietnamese", "The North Korean", "The Vietnamese", "the North's", "Vietnam's", "North Koreans", "Vietnamese", "North Korean", "Vietnamese", "North Korea", "Vietnam", "Pyongyang", "Hanoi", "DPRK", "Vietnam", "the North", "Vietnam", "The North", "Vietnam")

// TestOtherStates sets the positive examples of all frames with another State in the place of
// the sanctioned one, which a sentence beside them names: none of it is the latter's.
func TestOtherStates(t *testing.T) {
	n := 0
	for _, f := range uncompiled(t).frames {
		for _, e := range f.Examples {
			text := otherState.Replace(e.Text)
			if e.Want == "none" || text == e.Text || len(extractText(t, text)) > 0 || northern(text) {
				continue // it names a firm or a port of the sanctioned State's, too
			}
			n++
			for _, c := range extractText(t, "North Korea sent greetings to Vietnam on the holiday.\n\n"+text+"\n\nThe weather was fine.") {
				if c.Category != "none" {
					t.Errorf("%q gives %s: %s", text, c.Extraction.Rule, describeClaim(c))
				}
			}
		}
	}
	if n < 500 {
		t.Errorf("only %d sentences", n)
	}
}

// northern reports a sentence that has to do with the sanctioned State even with another in
// its place: it names a town there, or its "their" may stand for the one named before.
func northern(text string) bool {
	for _, w := range []string{"Kim", "Hyesan", "Rason", "Yongbyon", "Pyongsan", "Punggye", " its embassies", " its academy", " their luggage"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
