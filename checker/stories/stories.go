// Package stories finds which documents of a run tell one story: the same text,
// a wire report as several outlets printed it, or a text and its light revision.
// Reports of one event in other words are different stories.
//
// In go sketches of documents, out come groups; every document is in at most
// one. It imports package article and nothing else of the project's.
package stories

import (
	"cmp"
	"slices"
)

// Kinds of story, and of copy: how near the texts are.
const (
	Identical     = "identical"      // the same canonical text
	Syndicated    = "syndicated"     // one text holds the other nearly whole
	NearDuplicate = "near_duplicate" // most of either text stands in the other
)

// Kinds, nearest first.
var Kinds = []string{Identical, Syndicated, NearDuplicate}

// The bounds, chosen by measurement: docs/stories.md has the table.
//
// They rule out chains. A member holds two thirds of the representative's word
// sequences; or it was cut from the end, and holds one third of them and most of
// its opening. Any two members therefore share some of the representative.
const (
	// wholeShare of the shorter text stands in the longer one, of a syndicated copy.
	wholeShare = 0.80
	// cutShare of the representative is left in a copy that was cut from the end.
	cutShare = 0.33
	// uncutShare of the representative stands in a copy that lacks its opening.
	uncutShare = 0.68
	// mostShare of either text stands in the other, of a near duplicate. So much of
	// a longer copy must stand in the representative too: an update that repeats all
	// of yesterday's text and has nearly as much that is new is another story.
	mostShare = 0.60
)

// Document is one document of the run.
type Document struct {
	Sketch
	Published string // YYYY-MM-DD, or "" when not known
}

// Story is a group of at least two documents.
type Story struct {
	Documents      []int // indexes, ascending
	Representative int   // index: the document that the others are compared with
	Kind           string
	Similarity     float64 // the lowest of the copies'
	Copies         []Copy  // all documents but the representative, in the order of Documents
}

// Copy is a document beside the representative of its story.
type Copy struct {
	Document         int
	Kind             string
	Similarity       float64 // the larger of the two shares: of the shorter text, the part that stands in the longer
	InRepresentative float64 // share of the copy's word sequences that stand in the representative
	OfRepresentative float64 // share of the representative's word sequences that stand in the copy
}

// Group finds the stories among docs, ordered by their first document. The groups
// do not depend on the order of docs.
//
// Documents are taken by age: the earliest published first and those without a
// date last, then the longest, then by their words. Each joins the representative that
// it is nearest to, or else represents a story of its own. Every member is thus
// like the representative itself, and not merely like another member.
func Group(docs []Document) []Story {
	classes := sameText(docs)
	slices.SortFunc(classes, func(a, b class) int {
		x, y := docs[a.first()], docs[b.first()]
		return cmp.Or(cmp.Compare(age(x), age(y)), cmp.Compare(y.words, x.words), cmp.Compare(x.same, y.same))
	})
	var ix index
	var groups []group
	for _, c := range classes {
		s := docs[c.first()].Sketch
		if g, ok := ix.nearest(s, groups, docs); ok {
			groups[g].members = append(groups[g].members, c...)
			continue
		}
		ix.add(s, len(groups))
		groups = append(groups, group{representative: c.first(), members: c})
	}
	var out []Story
	for _, g := range groups {
		if len(g.members) > 1 {
			out = append(out, g.story(docs))
		}
	}
	slices.SortFunc(out, func(a, b Story) int { return cmp.Compare(a.Documents[0], b.Documents[0]) })
	return out
}

// age sorts documents without a date behind all others.
func age(d Document) string { return cmp.Or(d.Published, "~") }

// class holds the documents with the same words, the earliest first: they belong
// together whatever else is like them.
type class []int

func (c class) first() int { return c[0] }

func sameText(docs []Document) []class {
	var out []class
	at := make(map[string]int, len(docs))
	for i, d := range docs {
		if d.textSHA256 == "" {
			continue // the zero Sketch
		}
		n, ok := at[d.same]
		if !ok {
			n = len(out)
			at[d.same] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], i)
	}
	for _, c := range out {
		slices.SortStableFunc(c, func(a, b int) int { return cmp.Compare(age(docs[a]), age(docs[b])) })
	}
	return out
}

type group struct {
	representative int
	members        []int
}

func (g group) story(docs []Document) Story {
	slices.Sort(g.members)
	s := Story{Documents: g.members, Representative: g.representative, Kind: Identical, Similarity: 1}
	r := docs[g.representative].Sketch
	for _, m := range g.members {
		if m == g.representative {
			continue
		}
		c := compare(docs[m].Sketch, r)
		c.Document = m
		s.Copies = append(s.Copies, c)
		s.Similarity = min(s.Similarity, c.Similarity)
		s.Kind = Kinds[max(slices.Index(Kinds, s.Kind), slices.Index(Kinds, c.Kind))]
	}
	return s
}

// compare says how near a document is to a representative; Kind is "" when it is
// no copy of it.
func compare(d, representative Sketch) Copy {
	switch {
	case d.textSHA256 == representative.textSHA256:
		return Copy{Kind: Identical, Similarity: 1, InRepresentative: 1, OfRepresentative: 1}
	case d.same == representative.same:
		return Copy{Kind: Syndicated, Similarity: 1, InRepresentative: 1, OfRepresentative: 1}
	}
	in, of := shares(d, representative)
	c := Copy{Similarity: max(in, of), InRepresentative: in, OfRepresentative: of}
	cut := of >= cutShare && opens(d, representative)
	switch {
	case of < uncutShare && !cut:
	case in >= wholeShare, in >= mostShare && of >= wholeShare:
		c.Kind = Syndicated
	case min(in, of) >= mostShare:
		c.Kind = NearDuplicate
	}
	return c
}

const (
	// indexed is the number of a representative's smallest hashes by which it is
	// found. By the bounds above copies have in common three in ten of the word
	// sequences that either has. So each of the smallest hashes of both together is
	// in both lists with a probability of 0.3 or more; that none is happens to one
	// pair in a million at the bounds, and to none that is much nearer.
	indexed = 40
	// crowd is the number of representatives after which a hash is no longer
	// noted for others: what so many different stories share is the furniture of a
	// site, and comparing all of them with one another would take the square of
	// their number.
	crowd = 16
)

// index finds the groups that a document may belong to.
type index struct {
	last  map[uint32]int32 // by hash: its newest entry, 1-based
	chain []entry
	seen  []int // by group: the last query that met it
	query int
}

// entry notes that a group's representative has a hash.
type entry struct{ group, older, length int32 }

func (ix *index) add(s Sketch, group int) {
	if ix.last == nil {
		ix.last = make(map[uint32]int32)
	}
	for _, h := range smallest(s) {
		e := entry{group: int32(group), older: ix.last[h], length: 1}
		if e.older > 0 {
			e.length += ix.chain[e.older-1].length
		}
		if e.length <= crowd {
			ix.chain = append(ix.chain, e)
			ix.last[h] = int32(len(ix.chain))
		}
	}
	ix.seen = append(ix.seen, 0)
}

// nearest is the group whose representative s is most like, the earliest of
// several; ok is false when it is a copy of none.
func (ix *index) nearest(s Sketch, groups []group, docs []Document) (best int, ok bool) {
	ix.query++
	most := 0.0
	for _, h := range smallest(s) {
		for at := ix.last[h]; at > 0; at = ix.chain[at-1].older {
			g := int(ix.chain[at-1].group)
			if ix.seen[g] == ix.query {
				continue
			}
			ix.seen[g] = ix.query
			c := compare(s, docs[groups[g].representative].Sketch)
			near := c.InRepresentative + c.OfRepresentative
			if c.Kind != "" && (near > most || near == most && g < best) {
				best, most, ok = g, near, true
			}
		}
	}
	return best, ok
}

func smallest(s Sketch) []uint32 { return s.hashes[:min(indexed, len(s.hashes))] }
