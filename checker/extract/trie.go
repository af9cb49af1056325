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
// layers. It is never changed after the lexicon is loaded.
type trie struct {
	nodes []trieNode // nodes[0] stands for none
	roots []int32    // first node by vocabulary id; 0 is none
}

// trieNode keeps its first edge and entry in place: most nodes have no more, and
// loading would otherwise spend its time on thousands of tiny slices.
type trieNode struct {
	edge    trieEdge
	edges   []trieEdge // the others, sorted by id
	entry   trieEntry
	entries []trieEntry // the others
	full    bool        // entry is set
}

type trieEdge struct {
	id    uint32
	child int32 // 0 is none
}

type trieEntry struct {
	layer layer
	ref   int32
}

func newTrie() *trie { return &trie{nodes: make([]trieNode, 1)} }

// child is the node behind word id, or 0.
func (n *trieNode) child(id uint32) int32 {
	if n.edge.id == id {
		return n.edge.child
	}
	if len(n.edges) == 0 {
		return 0
	}
	if i, ok := slices.BinarySearchFunc(n.edges, id, byID); ok {
		return n.edges[i].child
	}
	return 0
}

func byID(e trieEdge, id uint32) int { return int(e.id) - int(id) }

// of returns the entry of a layer, or nil.
func (n *trieNode) of(l layer) *trieEntry {
	if n.full && n.entry.layer == l {
		return &n.entry
	}
	for i := range n.entries {
		if n.entries[i].layer == l {
			return &n.entries[i]
		}
	}
	return nil
}

// add enters a sequence and returns the entry that the same layer already had
// there, or -1. The old entry stays, but for nouns, whose classes add up.
func (t *trie) add(ids []uint32, l layer, ref int32) int32 {
	at := t.root(ids[0])
	for _, id := range ids[1:] {
		next := t.nodes[at].child(id)
		if next == 0 {
			t.nodes = append(t.nodes, trieNode{})
			next = int32(len(t.nodes) - 1)
			node := &t.nodes[at]
			if node.edge.child == 0 {
				node.edge = trieEdge{id, next}
			} else {
				i, _ := slices.BinarySearchFunc(node.edges, id, byID)
				node.edges = slices.Insert(node.edges, i, trieEdge{id, next})
			}
		}
		at = next
	}
	node := &t.nodes[at]
	if e := node.of(l); e != nil {
		old := e.ref
		if l == layerNoun {
			e.ref = ref
		}
		return old
	}
	if !node.full {
		node.entry, node.full = trieEntry{l, ref}, true
	} else {
		node.entries = append(node.entries, trieEntry{l, ref})
	}
	return -1
}

// get returns the entry of a layer at a sequence, or -1.
func (t *trie) get(ids []uint32, l layer) int32 {
	if int(ids[0]) >= len(t.roots) {
		return -1
	}
	at := t.roots[ids[0]]
	for _, id := range ids[1:] {
		if at == 0 {
			return -1
		}
		at = t.nodes[at].child(id)
	}
	if e := t.nodes[at].of(l); at != 0 && e != nil {
		return e.ref
	}
	return -1
}

// root returns the node for sequences that begin with a word, making it when
// it is new.
func (t *trie) root(id uint32) int32 {
	t.grow(int(id) + 1)
	if t.roots[id] == 0 {
		t.nodes = append(t.nodes, trieNode{})
		t.roots[id] = int32(len(t.nodes) - 1)
	}
	return t.roots[id]
}

// grow makes the root table long enough for a vocabulary of n words.
func (t *trie) grow(n int) {
	if n > len(t.roots) {
		t.roots = append(t.roots, make([]int32, n-len(t.roots))...)
	}
}

// match appends the longest match per layer that starts at toks[i].
func (t *trie) match(dst []hit, toks []token, i int) []hit {
	at := t.roots[toks[i].id]
	first := len(dst)
	for j := i + 1; at != 0; j++ {
		node := &t.nodes[at]
		if node.full {
			dst = replaceOrAppend(dst, first, hit{start: i, end: j, layer: node.entry.layer, ref: node.entry.ref})
			for _, e := range node.entries {
				dst = replaceOrAppend(dst, first, hit{start: i, end: j, layer: e.layer, ref: e.ref})
			}
		}
		if j >= len(toks) || toks[j].id == 0 || node.edge.child == 0 {
			break
		}
		at = node.child(toks[j].id)
	}
	return dst
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
