package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// hint is what a page's markup says of a block.
type hint struct {
	reason string
	weight int
	why    string
}

// verdict is the judgement on one block: reason "" means keep.
type verdict struct {
	reason, detail string
}

// judge goes through a document's drafts in order. What a block is depends on its
// own words and on where it stands: before the story, in it, or after its sign-off.
type judge struct {
	text    string
	after   []int          // by block: how many long paragraphs follow it
	seen    map[string]int // text of a block to its index
	dropped []string       // reasons of the blocks so far
	body    int            // news paragraphs kept so far
	signed  bool           // the agency's sign-off has passed
	related bool           // under "Related content"
	fold    folded
	cueAt   []int // words of the block that open a cue, outside quotation marks
}

// traits are what the later steps want to know of a block.
type traits struct {
	words     int
	verb      bool
	pictured  bool // holds a word that captions hold
	sentence  bool // ends as a sentence does, and has a verb and newsWords words
	addresses bool // speaks to the reader
}

// newsWords is the least number of words that makes a full news sentence.
const newsWords = 8

// longBlock is the length in bytes above which a block is prose without a look at
// its words.
const longBlock = 1200

func newJudge(text string, drafts []draft) *judge {
	j := &judge{text: text, seen: make(map[string]int, len(drafts)), dropped: make([]string, 0, len(drafts))}
	j.after = make([]int, len(drafts))
	for i := len(drafts) - 2; i >= 0; i-- {
		next := text[drafts[i+1].Start:drafts[i+1].End]
		j.after[i] = j.after[i+1]
		if len(next) >= 60 && endsSentence(next) {
			j.after[i]++
		}
	}
	return j
}

// rule decides about the next draft and keeps track of where the story is.
func (j *judge) rule(d draft) (verdict, traits) {
	s := j.text[d.Start:d.End]
	j.fold.fold(s[:min(len(s), longBlock)])
	t := j.traitsOf(s)
	v := j.decide(d, s, t)
	if first, again := j.seen[s]; !again {
		j.seen[s] = len(j.dropped)
	} else if v.reason != "" || j.dropped[first] == "" {
		v = verdict{DropRepeated, "same text as an earlier block"}
		if was := j.dropped[first]; was != "" {
			v.detail += " (" + was + ")"
		}
	}
	j.dropped = append(j.dropped, v.reason)
	if v.reason == "" && t.sentence {
		j.body++
		j.related = false
	}
	return v, t
}

func (j *judge) traitsOf(s string) traits {
	f := &j.fold
	t := traits{words: f.words()}
	j.cueAt = j.cueAt[:0]
	var all wordKind
	for i := range f.starts {
		k := f.kind(i)
		if f.quoted[i] {
			k &^= isAddressed | isCommand | opensCue
		}
		if i > 0 {
			k &^= isCommand
		}
		if k&opensCue != 0 {
			j.cueAt = append(j.cueAt, i)
		}
		all |= k
	}
	t.addresses = all&(isAddressed|isCommand) != 0
	t.pictured = all&isPicture != 0
	t.verb = len(s) > longBlock || all&isFinite != 0
	t.sentence = t.verb && t.words >= newsWords && endsSentence(s)
	return t
}

func (j *judge) decide(d draft, s string, t traits) verdict {
	if !t.sentence {
		if v := j.short(d, s); v.reason != "" {
			return v
		}
	}
	if t.pictured || !endsSentence(s) {
		if score, detail := pictureScore(s); score >= dropAt {
			return verdict{DropCaption, detail}
		}
	}
	if v := j.weigh(d, s, t); v.reason != "" {
		return v
	}
	switch {
	case j.related && !t.sentence && !endsSentence(s) && d.tag != "h1":
		return verdict{DropRelated, "under a heading of related links"}
	case j.signed && !t.sentence:
		return verdict{j.afterSignOff(), "after the agency's sign-off, no full sentence"}
	case t.words == 0:
		return verdict{DropNavigation, "no words"}
	}
	return verdict{}
}

// afterSignOff gives furniture below the story the reason of the block above it,
// so that the parts of one comment form stay together.
func (j *judge) afterSignOff() string {
	if n := len(j.dropped); n > 0 {
		switch last := j.dropped[n-1]; last {
		case DropComments, DropPaywall, DropPromotion, DropRelated:
			return last
		}
	}
	return DropNavigation
}

// short recognises blocks that are furniture by their whole shape.
func (j *judge) short(d draft, s string) verdict {
	if len(s) > 200 || d.tag == "h1" {
		return verdict{}
	}
	item := strings.ReplaceAll(s[listMarker(s):], "\u00ad", "") // a hyphenator knows no names
	if detail, ok := bylineOf(item, datesOfShort(item)); ok && !j.related {
		return verdict{DropByline, detail}
	}
	if reason, detail := wholeReason(item); reason != "" {
		// Above the story "Top stories" is a section's name: the headline follows.
		j.related = j.related || reason == DropRelated && j.body > 0
		return verdict{reason, detail}
	}
	if agency := agencyAlone(item); agency != "" {
		if j.body == 0 {
			return verdict{DropByline, "agency “" + agency + "”"}
		}
		// With much of the story to come, the name is a picture's credit.
		if j.after[len(j.dropped)]*3 > j.body {
			return verdict{DropCaption, "agency “" + agency + "” alone in mid-story"}
		}
		j.signed = j.signed || j.body >= 2
		return verdict{DropSignOff, "agency “" + agency + "” alone"}
	}
	if pictureCredit(item) {
		return verdict{DropCaption, "picture credit"}
	}
	if j.crumb(s, item) {
		return verdict{DropNavigation, "a step of the page's navigation"}
	}
	return verdict{}
}

// crumb recognises the short steps of "Home › News › Asia", on one line or as a
// list below "1. Home".
func (j *judge) crumb(s, item string) bool {
	if j.body > 0 {
		return false
	}
	if n := len(j.dropped); n > 0 && j.dropped[n-1] == DropNavigation && len(item) < len(s) {
		return len(strings.Fields(item)) <= 4
	}
	steps := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("›»>|/", r) })
	if len(steps) < 2 || endsSentence(s) {
		return false
	}
	for _, step := range steps {
		if len(strings.Fields(step)) > 3 {
			return false
		}
	}
	return wholeBlocks()[plain(steps[0])] != "" || strings.ContainsAny(s, "›»>")
}

// weigh adds up cues, manner of address, place and markup.
func (j *judge) weigh(d draft, s string, t traits) verdict {
	var sum int
	var evidence []string
	best, bestWeight := "", 0
	byReason := func(reason string, weight int, why string) {
		sum += weight
		evidence = append(evidence, why)
		if weight > bestWeight {
			best, bestWeight = reason, weight
		}
	}
	for _, h := range d.hints {
		byReason(h.reason, h.weight, h.why)
	}
	if len(s) <= longBlock {
		j.findCues(byReason)
	}
	if link := d.links * 5 / (len(s) + 1); link >= 4 && j.body > 0 && !t.sentence && d.tag != "h1" {
		byReason(DropRelated, strong, "only a link")
	}
	if best == "" {
		return verdict{}
	}
	add := func(weight int, why string) {
		sum += weight
		evidence = append(evidence, why)
	}
	if t.addresses {
		add(weak, "speaks to the reader")
	}
	if j.signed {
		add(medium, "after the sign-off")
	}
	if t.words < newsWords && !endsSentence(s) {
		add(weak, "no sentence")
	}
	if t.sentence && !t.addresses {
		add(-dropAt, "although a full sentence")
	}
	if sum < dropAt {
		return verdict{}
	}
	// A log-in line inside a comment form belongs to the form.
	if n := len(j.dropped); best == DropPaywall && n > 0 && j.dropped[n-1] == DropComments {
		best = DropComments
	}
	return verdict{best, strings.Join(evidence, "; ")}
}

// findCues reports every cue outside quotation marks, the longest at each word.
func (j *judge) findCues(found func(reason string, weight int, why string)) {
	f := &j.fold
	for _, i := range j.cueAt {
		var hit cue
		for _, c := range cueIndex()[string(f.word(i))] {
			if (!c.start || i == 0) && len(c.phrase) > len(hit.phrase) && f.hasPhrase(i, c.phrase) {
				hit = c
			}
		}
		if hit.phrase != "" {
			found(hit.reason, hit.weight, "cue “"+hit.phrase+"”")
		}
	}
}

// kindOf names a kept block's kind.
func kindOf(d draft, s string, t traits, last bool) BlockKind {
	switch d.tag {
	case "h1", "h2", "h3", "h4", "h5", "h6", "title":
		return Heading
	case "li":
		return ListItem
	}
	if listMarker(s) > 0 {
		return ListItem
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"“‘'[("))
	titled := unicode.IsUpper(r) || unicode.IsDigit(r)
	question := strings.HasSuffix(s, "?") && strings.Count(s, ". ") == 0
	switch {
	case d.tag == "" && titled && t.words >= 2 && t.words <= 25 && (!endsSentence(s) || question) && !(last && t.words >= 12):
		return Heading
	case t.words < 3 && !endsSentence(s):
		return Other
	}
	return Paragraph
}
