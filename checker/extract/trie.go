package extract

import "slices"

// layer separates the kinds of lexicon entries. Matches of different layers
// overlap freely: "any country employing" must not swallow "employing".
type layer uint8

const (
	layerEntity layer = iota // countries, cities, leaders
	layerNoun                // noun classes and the phrases that only look like them
	layerVerb                // verbs of more than one word
	layerCue                 // status cues
	layerSource              // agencies, outlets and other sources by name
	layerFact                // stated exemptions and the like
)

// hit is a match of a lexicon entry: tokens [start, end) of a sentence.
type hit struct {
	start, end int
	layer      layer
	ref        int32 // index into the layer's table
}

// trie matches token sequences, longest match per layer, one walk for all
// layers. It is frozen after the lexicon is loaded.
type trie struct {
	nodes []trieNode // nodes[0] stands for none
	roots []int32    // first node by vocabulary id; 0 is none
}

type trieNode struct {
	ids      []uint32 // sorted
	children []int32
	entries  []trieEntry
}

type trieEntry struct {
	layer layer
	ref   int32
}

// get returns the entry of a layer at a sequence, or -1.
func (t *trie) get(ids []uint32, l layer) int32 {
	if int(ids[0]) >= len(t.roots) || t.roots[ids[0]] == 0 {
		return -1
	}
	n := t.roots[ids[0]]
	for _, id := range ids[1:] {
		i, ok := slices.BinarySearch(t.nodes[n].ids, id)
		if !ok {
			return -1
		}
		n = t.nodes[n].children[i]
	}
	for _, e := range t.nodes[n].entries {
		if e.layer == l {
			return e.ref
		}
	}
	return -1
}

func newTrie() *trie { return &trie{nodes: make([]trieNode, 1)} }

// add enters a sequence and returns the entry that the same layer already had
// there, or -1. The old entry stays, but for nouns, whose classes add up.
func (t *trie) add(ids []uint32, l layer, ref int32) int32 {
	n := t.root(ids[0])
	for _, id := range ids[1:] {
		i, ok := slices.BinarySearch(t.nodes[n].ids, id)
		if !ok {
			t.nodes = append(t.nodes, trieNode{})
			node := &t.nodes[n]
			node.ids = slices.Insert(node.ids, i, id)
			node.children = slices.Insert(node.children, i, int32(len(t.nodes)-1))
		}
		n = t.nodes[n].children[i]
	}
	for i, e := range t.nodes[n].entries {
		if e.layer == l {
			if l == layerNoun {
				t.nodes[n].entries[i].ref = ref
			}
			return e.ref
		}
	}
	t.nodes[n].entries = append(t.nodes[n].entries, trieEntry{l, ref})
	return -1
}

// root returns the node for sequences that begin with a word, making it when
// it is new.
func (t *trie) root(id uint32) int32 {
	t.freeze(int(id) + 1)
	if t.roots[id] == 0 {
		t.nodes = append(t.nodes, trieNode{})
		t.roots[id] = int32(len(t.nodes) - 1)
	}
	return t.roots[id]
}

// freeze makes the root table long enough for a vocabulary of n words.
func (t *trie) freeze(n int) {
	if n > len(t.roots) {
		t.roots = append(t.roots, make([]int32, n-len(t.roots))...)
	}
}

// match appends the longest match per layer that starts at toks[i].
func (t *trie) match(dst []hit, toks []token, i int) []hit {
	n := t.roots[toks[i].id]
	if n == 0 {
		return dst
	}
	first := len(dst)
	for j := i; ; {
		node := &t.nodes[n]
		j++
		for _, e := range node.entries {
			dst = replaceOrAppend(dst, first, hit{start: i, end: j, layer: e.layer, ref: e.ref})
		}
		if j >= len(toks) || toks[j].id == 0 || len(node.ids) == 0 {
			return dst
		}
		k, ok := slices.BinarySearch(node.ids, toks[j].id)
		if !ok {
			return dst
		}
		n = node.children[k]
	}
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
