package extract

import (
	"slices"
	"strings"
)

// form is the form of a verb; regular past and participle are one word, so it
// is a set.
type form uint8

const (
	formBase form = 1 << iota
	formThird
	formIng
	formPast
	formPart
)

type verbForm struct {
	word string
	form form
}

// verbForms appends the forms of a verb to dst, sorted by word. irregular holds "past part" for
// verbs that need it, doubling the verbs that double their last consonant
// against the rule for one syllable (admit, transship).
func verbForms(dst []verbForm, lemma string, irregular map[string][2]string, doubling map[string]bool) []verbForm {
	head, tail := lemma, "" // "carry out": the first word is inflected
	if i := strings.IndexByte(lemma, ' '); i >= 0 {
		head, tail = lemma[:i], lemma[i:]
	}
	first := len(dst)
	put := func(w string, f form) {
		w += tail
		at := first
		for at < len(dst) && dst[at].word < w {
			at++
		}
		if at < len(dst) && dst[at].word == w {
			dst[at].form |= f
			return
		}
		dst = slices.Insert(dst, at, verbForm{w, f})
	}
	put(head, formBase)
	put(thirdPerson(head), formThird)
	double := doubling[head] || doublesByRule(head)
	put(withSuffix(head, "ing", double), formIng)
	if p, ok := irregular[head]; ok {
		for _, w := range strings.Split(p[0], "/") {
			put(w, formPast)
		}
		for _, w := range strings.Split(p[1], "/") {
			put(w, formPart)
		}
	} else {
		put(withSuffix(head, "ed", double), formPast|formPart)
	}
	// British travelled beside American traveled.
	if n := len(head); n > 4 && head[n-1] == 'l' && isVowel(head[n-2]) && !isVowel(head[n-3]) && irregular[head][0] == "" {
		put(withSuffix(head, "ed", !double), formPast|formPart)
		put(withSuffix(head, "ing", !double), formIng)
	}
	return dst
}

func thirdPerson(v string) string {
	switch {
	case strings.HasSuffix(v, "s"), strings.HasSuffix(v, "x"), strings.HasSuffix(v, "z"), strings.HasSuffix(v, "ch"), strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "o"):
		return v + "es"
	case endsConsonantY(v):
		return v[:len(v)-1] + "ies"
	}
	return v + "s"
}

func withSuffix(v, suffix string, double bool) string {
	last := v[len(v)-1:]
	switch {
	case suffix == "ing" && strings.HasSuffix(v, "ie"):
		return v[:len(v)-2] + "ying"
	case last == "e" && suffix == "ed":
		return v + "d"
	case last == "e" && suffix == "ing" && !strings.HasSuffix(v, "ee") && !strings.HasSuffix(v, "oe") && !strings.HasSuffix(v, "ye"):
		return v[:len(v)-1] + suffix
	case endsConsonantY(v) && suffix == "ed":
		return v[:len(v)-1] + "ied"
	case double:
		return v + last + suffix
	}
	return v + suffix
}

func endsConsonantY(v string) bool {
	n := len(v)
	return n > 1 && v[n-1] == 'y' && !isVowel(v[n-2])
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// doublesByRule holds for one-syllable verbs that end consonant, vowel,
// consonant: ship, ban, swap.
func doublesByRule(v string) bool {
	n := len(v)
	if n < 3 || isVowel(v[n-1]) || !isVowel(v[n-2]) || isVowel(v[n-3]) || strings.IndexByte("wxy", v[n-1]) >= 0 {
		return false
	}
	for i := range n - 2 {
		if isVowel(v[i]) {
			return false
		}
	}
	return true
}

// plural is the regular plural of a noun; phrases inflect their last word.
func plural(n string) string {
	switch {
	case strings.HasSuffix(n, "man") && n != "human":
		return n[:len(n)-3] + "men"
	case strings.HasSuffix(n, "person"):
		return n[:len(n)-6] + "people"
	case strings.HasSuffix(n, "craft"), strings.HasSuffix(n, "personnel"):
		return n
	}
	return thirdPerson(n)
}
