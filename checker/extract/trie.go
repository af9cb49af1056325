package extract

import "github.com/article41/article41/checker/packed"

// layer separates the kinds of lexicon entries. Matches of different layers
// overlap freely: "any country employing" must not swallow "employing".
type layer uint8

const (
	layerEntity layer = iota + 1 // countries, cities, leaders
	layerNoun                    // noun classes and the phrases that only look like them
	layerVerb                    // verbs of more than one word
	layerCue                     // status cues
	layerSource                  // agencies, outlets and other sources by name
	layerFact                    // stated exemptions and the like
)

// hit is a match of a lexicon entry: tokens [start, end) of a sentence.
type hit struct {
	start, end int
	layer      layer
	ref        int32 // index into the layer's table
}

// trie matches token sequences, longest match per layer, one walk for all
// layers. It is read in place: nothing is made of it when the program starts.
type trie struct {
	roots packed.Uint32s // node by vocabulary id of the first word; 0 is none
	nodes packed.Uint32s // three numbers each: word that leads here, first child, entry
	more  packed.Uint32s // for nodes with several entries: their number, then they
}

// The children of a node lie side by side, sorted by word, up to the first child
// of the next node. The last node is no node but only ends the one before.
const (
	nodeWord = iota
	nodeChild
	nodeEntry
	nodeSize
)

// An entry holds a layer in its upper bits and what it refers to in the lower
// ones; 0 is none. With layerSeveral it refers to more.
const (
	refBits            = 28
	layerSeveral layer = 1<<(32-refBits) - 1
)

func (t *trie) node(at uint32, part int) uint32 { return t.nodes.At(nodeSize*int(at) + part) }

// child is the node behind word id, or 0.
func (t *trie) child(at, id uint32) uint32 {
	low, high := t.node(at, nodeChild), t.node(at+1, nodeChild)
	for low < high {
		middle := (low + high) / 2
		switch word := t.node(middle, nodeWord); {
		case word == id:
			return middle
		case word < id:
			low = middle + 1
		default:
			high = middle
		}
	}
	return 0
}

// match appends the longest match per layer that starts at toks[i].
func (t *trie) match(dst []hit, toks []token, i int) []hit { return t.matchOver(dst, toks, nil, i) }

// matchOver is match that passes over quotation marks, as tags tell them: a phrase may
// be half in quotes, 'is "completely false"'. No tags, no marks.
func (t *trie) matchOver(dst []hit, toks []token, tags []tag, i int) []hit {
	at := t.roots.At(int(toks[i].id))
	first := len(dst)
	for j := i + 1; at != 0; j++ {
		if e := t.node(at, nodeEntry); e != 0 {
			if layer(e>>refBits) != layerSeveral {
				dst = replaceOrAppend(dst, first, hitOf(i, j, e))
			} else {
				k := int(e & (1<<refBits - 1))
				for n := int(t.more.At(k)); n > 0; n-- {
					k++
					dst = replaceOrAppend(dst, first, hitOf(i, j, t.more.At(k)))
				}
			}
		}
		for tags != nil && j < len(toks) && tags[j] == tagQuote {
			j++
		}
		if j >= len(toks) || toks[j].id == 0 {
			break
		}
		at = t.child(at, toks[j].id)
	}
	return dst
}

func hitOf(start, end int, entry uint32) hit {
	return hit{start: start, end: end, layer: layer(entry >> refBits), ref: int32(entry & (1<<refBits - 1))}
}

func replaceOrAppend(dst []hit, first int, h hit) []hit {
	for k := first; k < len(dst); k++ {
		if dst[k].layer == h.layer {
			dst[k] = h
			return dst
		}
	}
	return append(dst, h)
}

// trieDraft is a trie that still grows.
type trieDraft struct {
	nodes []draftNode // nodes[0] stands for none
	roots []int32     // first node by vocabulary id; 0 is none
}

type draftNode struct {
	id      uint32  // word that leads here
	next    int32   // node behind the same words with the next higher id, or 0
	child   int32   // first node behind this one, or 0
	entries []entry // one for each layer
}

type entry struct {
	layer layer
	ref   int32
}

func newTrieDraft() *trieDraft { return &trieDraft{nodes: make([]draftNode, 1)} }

// pack makes the trie for a vocabulary of n words.
func (t *trieDraft) pack(n int) packed.List {
	t.grow(n)
	order := []int32{0} // nodes, those behind the same words side by side
	roots := make([]uint32, len(t.roots))
	for id, at := range t.roots {
		if at != 0 {
			roots[id] = uint32(len(order))
			order = append(order, at)
		}
	}
	nodes, more := []uint32{0, uint32(len(order)), 0}, []uint32{}
	for i := 1; i < len(order); i++ {
		from := &t.nodes[order[i]]
		nodes = append(nodes, from.id, uint32(len(order)), packEntries(&more, from.entries))
		for at := from.child; at != 0; at = t.nodes[at].next {
			order = append(order, at)
		}
	}
	nodes = append(nodes, 0, uint32(len(order)), 0)
	return packed.NewList([]string{string(packed.NewUint32s(roots)), string(packed.NewUint32s(nodes)), string(packed.NewUint32s(more))})
}

func packEntries(more *[]uint32, entries []entry) uint32 {
	switch len(entries) {
	case 0:
		return 0
	case 1:
		return uint32(entries[0].layer)<<refBits | uint32(entries[0].ref)
	}
	at := uint32(len(*more))
	*more = append(*more, uint32(len(entries)))
	for i := range entries {
		*more = append(*more, packEntries(nil, entries[i:i+1]))
	}
	return uint32(layerSeveral)<<refBits | at
}

func unpackTrie(s string) trie {
	parts := packed.List(s)
	return trie{packed.Uint32s(parts.At(0)), packed.Uint32s(parts.At(1)), packed.Uint32s(parts.At(2))}
}

// of returns the entry of a layer at a node, or nil.
func (t *trieDraft) of(at int32, l layer) *entry {
	for i := range t.nodes[at].entries {
		if e := &t.nodes[at].entries[i]; e.layer == l {
			return e
		}
	}
	return nil
}

// extend returns the node behind at for word id, making it when it is new.
func (t *trieDraft) extend(at int32, id uint32) int32 {
	link := &t.nodes[at].child
	for *link != 0 && t.nodes[*link].id < id {
		link = &t.nodes[*link].next
	}
	if *link != 0 && t.nodes[*link].id == id {
		return *link
	}
	made, next := int32(len(t.nodes)), *link
	*link = made // before append moves the nodes
	t.nodes = append(t.nodes, draftNode{id: id, next: next})
	return made
}

// add enters a sequence and returns the entry that the same layer already had
// there, or -1. The old entry stays, but for nouns, whose classes add up.
func (t *trieDraft) add(ids []uint32, l layer, ref int32) int32 {
	at := t.root(ids[0])
	for _, id := range ids[1:] {
		at = t.extend(at, id)
	}
	if e := t.of(at, l); e != nil {
		old := e.ref
		if l == layerNoun {
			e.ref = ref
		}
		return old
	}
	t.nodes[at].entries = append(t.nodes[at].entries, entry{l, ref})
	return -1
}

// get returns the entry of a layer at a sequence, or -1.
func (t *trieDraft) get(ids []uint32, l layer) int32 {
	if int(ids[0]) >= len(t.roots) {
		return -1
	}
	at := t.roots[ids[0]]
	for _, id := range ids[1:] {
		for at = t.nodes[at].child; at != 0 && t.nodes[at].id != id; {
			at = t.nodes[at].next
		}
	}
	if e := t.of(at, l); e != nil {
		return e.ref
	}
	return -1
}

// root returns the node for sequences that begin with a word, making it when
// it is new.
func (t *trieDraft) root(id uint32) int32 {
	t.grow(int(id) + 1)
	if t.roots[id] == 0 {
		t.nodes = append(t.nodes, draftNode{id: id})
		t.roots[id] = int32(len(t.nodes) - 1)
	}
	return t.roots[id]
}

// grow makes the root table long enough for a vocabulary of n words.
func (t *trieDraft) grow(n int) {
	if n > len(t.roots) {
		t.roots = append(t.roots, make([]int32, n-len(t.roots))...)
	}
}
