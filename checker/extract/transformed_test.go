package extract

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
)

// Each test here changes the positive examples of all frames in one way that leaves what they
// tell alone. The grammar reads most of them; how many in a hundred may be lost is what it
// came to, so that a change that loses more is seen.

// TestTransformedExamples puts the verb of the examples into other tenses and voices, behind
// other verbs, and in headings.
func TestTransformedExamples(t *testing.T) {
	forms := verbsByForm(lexicon(t))
	kinds := []struct {
		name string
		most int // of a hundred
		make func(c clauseParts) string
	}{
		{"past", 2, func(c clauseParts) string { return c.subject + " " + c.past + " " + c.rest }},
		{"perfect", 2, func(c clauseParts) string { return c.subject + " " + c.have() + " " + c.part + " " + c.rest }},
		{"perfect progressive", 2, func(c clauseParts) string { return c.subject + " " + c.have() + " been " + c.ing + " " + c.rest }},
		{"present", 6, func(c clauseParts) string { return c.subject + " " + c.present() + " " + c.rest }},
		{"since", 2, func(c clauseParts) string { return c.subject + " " + c.have() + " since " + c.part + " " + c.rest }},
		{"for years", 2, func(c clauseParts) string {
			return c.subject + " " + c.have() + " for years " + c.part + " " + c.rest
		}},
		{"continued", 3, func(c clauseParts) string { return c.subject + " continued to " + c.base + " " + c.rest }},
		{"managed", 3, func(c clauseParts) string { return c.subject + " " + c.have() + " managed to " + c.base + " " + c.rest }},
		{"began", 3, func(c clauseParts) string { return c.subject + " began " + c.ing + " " + c.rest }},
		{"believed", 3, func(c clauseParts) string {
			return c.subject + " " + c.be() + " believed to have " + c.part + " " + c.rest
		}},
		{"suspected", 4, func(c clauseParts) string { return c.subject + " " + c.be() + " suspected of " + c.ing + " " + c.rest }},
		{"accused", 8, func(c clauseParts) string {
			return "The United States accused " + lowerFirst(c.subject) + " of " + c.ing + " " + c.rest
		}},
		{"helped", 7, func(c clauseParts) string {
			return "A broker in Singapore helped " + lowerFirst(c.subject) + " " + c.base + " " + c.rest
		}},
		{"evidence", 2, func(c clauseParts) string {
			return "There is growing evidence that " + lowerFirst(c.subject) + " " + c.have() + " " + c.part + " " + c.rest
		}},
		{"passive", 9, func(c clauseParts) string {
			return c.object + " " + c.was() + " " + c.part + " by " + lowerFirst(c.subject) + " " + c.tail
		}},
		{"named", 2, func(c clauseParts) string {
			return "The panel named " + lowerFirst(c.subject) + ", which " + c.past + " " + c.object + " " + c.tail
		}},
	}
	tried, lost := map[string]int{}, map[string][]string{}
	for _, text := range positives(t) {
		whole := acts(t, text+".")
		if len(whole) == 0 {
			continue
		}
		c, ok := partsOf(t, text+".", forms)
		if !ok {
			continue
		}
		for _, k := range kinds {
			changed := strings.Join(strings.Fields(k.make(c)), " ") + "."
			if c.object == "" && (k.name == "passive" || k.name == "named") {
				continue
			}
			tried[k.name]++
			if !tellsOf(extractText(t, changed), whole[0].Category) {
				lost[k.name] = append(lost[k.name], changed)
			}
		}
	}
	for _, k := range kinds {
		atMost(t, k.name, lost[k.name], k.most, tried[k.name], 400)
	}
}

// clauseParts are the parts of a clause that begins with its subject.
type clauseParts struct {
	subject, rest string // rest is all behind the verb
	object, tail  string // object is "" if none stands right behind the verb; tail is what follows it
	plural        bool   // the subject is
	plurals       bool   // the object is

	base, third, ing, past, part string
}

func (c clauseParts) have() string { return pick(c.plural, "have", "has") }
func (c clauseParts) be() string   { return pick(c.plural, "are", "is") }
func (c clauseParts) was() string  { return pick(c.plurals, "were", "was") }
func (c clauseParts) present() string {
	return pick(c.plural, c.base, c.third)
}

func pick(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}

// partsOf takes apart a sentence of which a frame reads the main verb, in the active voice.
func partsOf(t *testing.T, text string, forms map[int32]map[form]string) (c clauseParts, ok bool) {
	t.Helper()
	doc, err := article.Read("example.txt", []byte(text), article.Options{Published: "2023-12-13"})
	if err != nil {
		t.Fatal(err)
	}
	visit := func(s *sentence, found []candidate) {
		for i := range found {
			k := found[i].chunk
			v := &s.chunks[k]
			if found[i].reason != "" || v.kind != chunkVG || v.verb < 0 || v.passive || v.nonFinite() || s.subject(k) != 0 || s.chunks[k-1].kind != chunkNP {
				continue
			}
			f := forms[v.verb]
			if f[formBase] == "" || f[formPast] == "" || f[formIng] == "" || f[formBase] == "have" {
				continue // of several words
			}
			c = clauseParts{
				subject: s.quote(0, v.start), rest: s.quote(v.end, len(s.toks)-1), plural: s.looksPlural(s.chunks[0].end - 1),
				base: f[formBase], third: f[formThird], ing: f[formIng], past: f[formPast], part: f[formPart],
			}
			if o := k + 1; o < len(s.chunks) && s.chunks[o].kind == chunkNP {
				last := o
				for last+2 < len(s.chunks) && s.isWord(s.chunks[last+1].head, "of") && s.chunks[last+2].kind == chunkNP {
					last += 2
				}
				c.object, c.tail = s.quote(s.chunks[o].start, s.chunks[last].end), s.quote(s.chunks[last].end, len(s.toks)-1)
				c.object = strings.ToUpper(c.object[:1]) + c.object[1:]
				c.plurals = s.looksPlural(s.chunks[o].end - 1)
			}
			ok = true
			return
		}
	}
	if _, err := New(lexicon(t)).run(context.Background(), doc, nil, &Trace{visit: visit}); err != nil {
		t.Fatal(err)
	}
	return c, ok
}

// verbsByForm are the first words of each form of each verb.
func verbsByForm(lex *Lexicon) map[int32]map[form]string {
	out := map[int32]map[form]string{}
	for id, w := range lex.words {
		if w.verb == 0 {
			continue
		}
		all := out[w.verb-1]
		if all == nil {
			all = map[form]string{}
			out[w.verb-1] = all
		}
		for _, f := range []form{formBase, formThird, formIng, formPast, formPart} {
			if w.form&f != 0 && all[f] == "" {
				all[f] = lex.vocab.word(uint32(id))
			}
		}
	}
	return out
}

func tellsOf(claims []claim.Claim, category string) bool {
	return slices.ContainsFunc(claims, func(c claim.Claim) bool { return c.Category == category })
}

// TestReferringBack sets the examples behind a sentence that names the sanctioned State, or
// its people and goods, and refers back to them.
func TestReferringBack(t *testing.T) {
	tried, lost := map[string]int{}, map[string][]string{}
	check := func(kind, category, text string) {
		tried[kind]++
		if !tellsOf(extractText(t, text), category) {
			lost[kind] = append(lost[kind], text)
		}
	}
	with := regexp.MustCompile(`^(.* (?:from|to|for|with|by) )North Korea$`)
	people := regexp.MustCompile(`^North Korean (workers|labourers|soldiers|engineers|scientists|diplomats|students|officers|instructors) (.*)$`)
	for _, text := range positives(t) {
		whole := acts(t, text+".")
		if len(whole) == 0 || strings.Count(text, "North") > 1 {
			continue
		}
		category := whole[0].Category
		if rest, ok := strings.CutPrefix(text, "North Korea "); ok {
			check("it", category, "North Korea is short of money. It "+rest+".")
			check("the country", category, "North Korea is short of money.\n\nThe country "+rest+".")
		}
		if m := with.FindStringSubmatch(text); m != nil {
			check("to the country", category, "North Korea is under United Nations sanctions. "+m[1]+"the country.")
		}
		if m := people.FindStringSubmatch(text); m != nil {
			check("they", category, "North Korean "+m[1]+" were seen there again. They "+m[2]+".")
			check("the people", category, "North Korean "+m[1]+" were seen there again. The "+m[1]+" "+m[2]+".")
		}
	}
	for kind, most := range map[string]int{"it": 2, "the country": 2, "to the country": 20, "they": 20, "the people": 15} {
		atMost(t, kind, lost[kind], most, tried[kind], 20)
	}
}

// TestClauseOfOthers joins each example with one of another category in which another State
// stands in the place of the sanctioned one: that gives nothing of its category.
func TestClauseOfOthers(t *testing.T) {
	type example struct{ text, category string }
	var ours, others []example
	for _, text := range positives(t) {
		whole := acts(t, text+".")
		if len(whole) == 0 {
			continue
		}
		ours = append(ours, example{text, whole[0].Category})
		if v := otherState.Replace(text); v != text && !northern(v) && len(extractText(t, v+".")) == 0 {
			others = append(others, example{v, whole[0].Category})
		}
	}
	for _, j := range []struct {
		with string
		most int // of a hundred
	}{{". ", 1}, {"; ", 2}, {", while ", 2}, {", but ", 6}, {", and ", 6}, {" and ", 12}} {
		tried, raised := 0, []string(nil)
		for i, p := range ours {
			if i%3 != 0 {
				continue // a third of them will do
			}
			q := others[(i*7+101)%len(others)]
			alone := acts(t, p.text+".")
			if tellsOf(alone, q.category) {
				continue
			}
			for _, pair := range [][2]string{{p.text, q.text}, {q.text, p.text}} {
				second := pair[1]
				if j.with != ". " {
					second = lowerFirst(second)
				}
				tried++
				for _, c := range acts(t, pair[0]+j.with+second+".") {
					if c.Category != "none" && !tellsOf(alone, c.Category) {
						raised = append(raised, c.Extraction.Rule+": "+pair[0]+j.with+second+".")
						break
					}
				}
			}
		}
		atMost(t, j.with, raised, j.most, tried, 500)
	}
}
