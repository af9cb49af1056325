package extract

import (
	"iter"
	"maps"
	"slices"
	"sync/atomic"

	"github.com/article41/article41/checker/packed"
)

// A compiled lexicon is one string. Tables that are asked for every word or hold
// little are made into structs when the program starts; the others are read where
// they lie, frames when the first sentence needs them.
//
// What pack writes and unpack reads are the same functions, and every lexicon
// goes through both, so that a field which is forgotten here is missed by all
// tests of the extractor.

// The parts of the list that a compiled lexicon is.
const (
	partFormat = iota
	partDigest // of the files
	partVocabulary
	partPrimary
	partSecond
	partWords
	partOpens
	partTexts // strings of the records
	partTables
	partFrames
	partByVerb
	partByNoun
	parts

	packFormat = "lexicon 5"
)

func (d *draft) pack(digest string) string {
	n := len(d.vocab.draft)
	opens := make([]byte, n)
	for id, o := range d.opens {
		if o {
			opens[id] = 1
		}
	}
	var texts packed.Strings
	record := packed.NewWriter(&texts)
	d.tables.code(record)
	var frames [][]byte
	for i := range d.frames {
		f := packed.NewWriter(&texts)
		d.frames[i].code(f)
		frames = append(frames, f.Bytes())
	}
	return string(packed.NewList([]string{
		partFormat:     packFormat,
		partDigest:     digest,
		partVocabulary: string(d.vocab.pack()),
		partPrimary:    string(d.primary.pack(n)),
		partSecond:     string(d.second.pack(n)),
		partWords:      string(packWords(d.words)),
		partOpens:      string(opens),
		partTexts:      string(texts.List()),
		partTables:     string(record.Bytes()),
		partFrames:     string(packed.NewList(frames)),
		partByVerb:     string(packLists(d.byVerb)),
		partByNoun:     string(packLists(d.byNoun)),
	}))
}

// unpack returns nil if the compiled lexicon is not that of the files with this
// digest.
func unpack(compiled, digest string) *Lexicon {
	p := packed.List(compiled)
	if p.Len() != parts || p.At(partFormat) != packFormat || p.At(partDigest) != digest {
		return nil
	}
	l := &Lexicon{
		digest:  digest,
		vocab:   unpackVocabulary(packed.List(p.At(partVocabulary))),
		primary: unpackTrie(p.At(partPrimary)),
		second:  unpackTrie(p.At(partSecond)),
		words:   unpackWords(packed.Uint32s(p.At(partWords))),
		frames:  frameTable{records: packed.List(p.At(partFrames)), texts: packed.List(p.At(partTexts))},
		byVerb:  unpackLists(p.At(partByVerb)),
		byNoun:  unpackLists(p.At(partByNoun)),
	}
	opens := p.At(partOpens)
	l.opens = make([]bool, len(opens))
	for id := range l.opens {
		l.opens[id] = opens[id] == 1
	}
	l.frames.ready = make([]atomic.Pointer[Frame], l.frames.records.Len())
	l.tables.code(packed.NewReader(p.At(partTables), l.frames.texts))
	if len(l.scale.signs) != signs {
		return nil // compiled by a program that knows other signs
	}
	l.classByID = make(map[string]int32, len(l.classes))
	for i, c := range l.classes {
		if !c.lookalike {
			l.classByID[c.id] = int32(i)
		}
	}
	l.resolve()
	l.findDated()
	return l
}

func (t *tables) code(c *packed.Coder) {
	packed.Slice(c, &t.verbs, func(c *packed.Coder, v *verbEntry) {
		packed.String(c, &v.lemma)
		packed.Bool(c, &v.noun)
	})
	packed.Slice(c, &t.classes, func(c *packed.Coder, n *nounClass) {
		packed.String(c, &n.id)
		packed.Int(c, &n.under)
		packed.String(c, &n.good)
		packed.Bool(c, &n.lookalike)
	})
	packed.Slice(c, &t.nouns, func(c *packed.Coder, n *nounEntry) {
		ints(c, &n.classes)
		packed.Bool(c, &n.lookalike)
	})
	packed.Slice(c, &t.entities, func(c *packed.Coder, e *entity) {
		packed.String(c, &e.country)
		packed.Uint(c, &e.kind)
		packed.Bool(c, &e.anyCase)
		packed.Bool(c, &e.ambiguous)
	})
	packed.Slice(c, &t.sources, func(c *packed.Coder, s *sourceEntry) {
		packed.String(c, &s.name)
		packed.String(c, &s.kind)
		packed.String(c, &s.country)
	})
	packed.Slice(c, &t.countries, func(c *packed.Coder, x *country) {
		packed.String(c, &x.Code)
		packed.Bool(c, &x.Sanctioned)
		packed.String(c, &x.Rival)
	})
	packed.Slice(c, &t.cues, func(c *packed.Coder, x *cue) {
		packed.String(c, &x.id)
		packed.Uint(c, &x.category)
		packed.Uint(c, &x.dir)
		packed.Int(c, &x.max)
		packed.String(c, &x.stage)
	})
	ints(c, &t.anyTheme)
	ints(c, &t.together)
	mapOf(c, &t.themesOf, packed.String[string], ints)
	mapOf(c, &t.actsOf, packed.String[string], ints)
	packed.Slice(c, &t.topics, func(c *packed.Coder, x *topic) {
		packed.String(c, &x.category)
		packed.String(c, &x.activity)
		packed.String(c, &x.role)
		ints(c, &x.about)
		packed.Bool(c, &x.faint)
	})
	packed.Int(c, &t.have)
	packed.Slice(c, &t.facts, packed.String)
	packed.Slice(c, &t.kinds, packed.Uint[verbKinds])
	mapOf(c, &t.passives, packed.String[string], packed.Int[int32])
	packed.Slice(c, &t.over, packed.Uint[overKind])
	packed.Int(c, &t.scale.base)
	packed.Int(c, &t.scale.threshold)
	packed.Int(c, &t.scale.later)
	ints(c, &t.scale.signs)
	ints(c, &t.scale.classes)
	mapOf(c, &t.things, packed.String[string], packed.Int[int32])
	mapOf(c, &t.units, packed.Uint[uint32], packed.String[string])
	mapOf(c, &t.numbers, packed.Uint[uint32], packed.Float)
}

// code leaves out what only the loader reads.
func (f *Frame) code(c *packed.Coder) {
	packed.String(c, &f.ID)
	packed.String(c, &f.Category)
	packed.String(c, &f.Activity)
	for _, list := range []*[]string{&f.ThemeAt, &f.Target, &f.NeedRole, &f.Never} {
		packed.Slice(c, list, packed.String)
	}
	packed.Slice(c, &f.Roles, func(c *packed.Coder, r *Role) {
		packed.String(c, &r.Role)
		packed.Slice(c, &r.From, packed.String)
		packed.Bool(c, &r.All)
	})
	mapOf(c, &f.ByRole, packed.String[string], packed.String[string])
	packed.String(c, &f.After)
	packed.String(c, &f.Stage)
	packed.Int(c, &f.Rank)
	for _, list := range []*[]int32{&f.verbs, &f.nouns, &f.presence, &f.theme, &f.needs, &f.unless, &f.anywhere} {
		ints(c, list)
	}
	packed.Bool(c, &f.GoesOn)
	packed.String(c, &f.Together)
	packed.Bool(c, &f.people)
	packed.Bool(c, &f.aboutGoods)
}

func ints(c *packed.Coder, p *[]int32) { packed.Slice(c, p, packed.Int) }

// mapOf codes a map by its sorted keys; an empty one comes back as nil.
func mapOf[K int32 | uint32 | string, V any](c *packed.Coder, p *map[K]V, key func(*packed.Coder, *K), value func(*packed.Coder, *V)) {
	keys := slices.Sorted(maps.Keys(*p))
	n := len(keys)
	packed.Uint(c, &n)
	if !c.Writes() {
		*p = nil
		if n > 0 {
			*p = make(map[K]V, n)
		}
	}
	for i := range n {
		var k K
		var v V
		if c.Writes() {
			k, v = keys[i], (*p)[keys[i]]
		}
		key(c, &k)
		value(c, &v)
		(*p)[k] = v
	}
}

// frameTable makes frames of their records when they are asked for. It is safe
// for concurrent use.
type frameTable struct {
	records, texts packed.List
	ready          []atomic.Pointer[Frame]
}

func (t *frameTable) at(i int32) *Frame {
	if f := t.ready[i].Load(); f != nil {
		return f
	}
	f := new(Frame)
	f.code(packed.NewReader(t.records.At(int(i)), t.texts))
	t.ready[i].CompareAndSwap(nil, f) // another's is as good, but all shall have the same
	return t.ready[i].Load()
}

// lists are lists of numbers: for each where it begins, then all of them.
type lists struct{ starts, numbers packed.Uint32s }

func packLists(all [][]int32) packed.List {
	starts, numbers := []int32{0}, []int32(nil)
	for _, list := range all {
		numbers = append(numbers, list...)
		starts = append(starts, int32(len(numbers)))
	}
	return packed.NewList([]string{string(packed.NewUint32s(starts)), string(packed.NewUint32s(numbers))})
}

func unpackLists(s string) lists {
	return lists{packed.Uint32s(packed.List(s).At(0)), packed.Uint32s(packed.List(s).At(1))}
}

func (l *lists) of(i int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		end := int(l.starts.At(int(i) + 1))
		for at := int(l.starts.At(int(i))); at < end; at++ {
			if !yield(int32(l.numbers.At(at))) {
				return
			}
		}
	}
}

// A packed word is two numbers: tag, form and verb, which is no more than
// maxWords; and the rest, which is 0 for most: month, weekday and these.
const (
	wordWeekday = 4 // first bit
	wordTitle   = 1 << 8
	wordRel     = 1 << 9
	wordSpan    = 1 << 10
	wordCites   = 1 << 11
	wordAgain   = 1 << 12
	wordBanned  = 1 << 13
	wordThing   = 1 << 14
	wordNumber  = 1 << 15
	wordActor   = 1 << 16
)

func packWords(words []wordInfo) packed.Uint32s {
	var out []uint32
	for _, w := range words {
		rest := uint32(w.month) | uint32(w.weekday)<<wordWeekday
		for _, f := range []struct {
			bit uint32
			set bool
		}{{wordTitle, w.title}, {wordRel, w.relative}, {wordSpan, w.span}, {wordCites, w.cites}, {wordAgain, w.again}, {wordBanned, w.banned}, {wordThing, w.thing}, {wordNumber, w.number}, {wordActor, w.actor}} {
			if f.set {
				rest |= f.bit
			}
		}
		out = append(out, uint32(w.tag)|uint32(w.form)<<8|uint32(w.verb)<<16, rest)
	}
	return packed.NewUint32s(out)
}

func unpackWords(from packed.Uint32s) []wordInfo {
	out := make([]wordInfo, from.Len()/2)
	for id := range out {
		w, grammar, rest := &out[id], from.At(2*id), from.At(2*id+1)
		w.tag, w.form, w.verb = tag(grammar), form(grammar>>8), int32(grammar>>16)
		if rest != 0 {
			w.month, w.weekday = int8(rest&15), int8(rest>>wordWeekday&15)
			w.title, w.relative, w.span, w.cites = rest&wordTitle != 0, rest&wordRel != 0, rest&wordSpan != 0, rest&wordCites != 0
			w.again, w.banned, w.thing, w.number = rest&wordAgain != 0, rest&wordBanned != 0, rest&wordThing != 0, rest&wordNumber != 0
			w.actor = rest&wordActor != 0
		}
	}
	return out
}
