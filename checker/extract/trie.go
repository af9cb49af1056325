package extract

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
// layers. It is never changed after the lexicon is loaded.
type trie struct {
	nodes []trieNode // nodes[0] stands for none
	roots []int32    // first node by vocabulary id; 0 is none
	more  []trieMore // entries of nodes that have one already; more[0] stands for none
}

// trieNode is small and points to nothing: the lexicon has thousands, made anew
// at every start of the program.
type trieNode struct {
	id    uint32 // word that leads here
	next  int32  // node behind the same words with the next higher id, or 0
	child int32  // first node behind this one, or 0
	entry trieEntry
	more  int32 // index into more
}

// trieEntry has a layer from 1, so that the zero value is none.
type trieEntry struct {
	layer layer
	ref   int32
}

type trieMore struct {
	entry trieEntry
	next  int32
}

// newTrie makes a trie with room for so many nodes and words.
func newTrie(nodes, words int) *trie {
	return &trie{nodes: make([]trieNode, 1, nodes+1), roots: make([]int32, 0, words+1), more: make([]trieMore, 1)}
}

// child is the node behind word id, or 0.
func (t *trie) child(at int32, id uint32) int32 {
	at = t.nodes[at].child
	for at != 0 && t.nodes[at].id < id {
		at = t.nodes[at].next
	}
	if at != 0 && t.nodes[at].id != id {
		return 0
	}
	return at
}

// of returns the entry of a layer at a node, or nil.
func (t *trie) of(at int32, l layer) *trieEntry {
	node := &t.nodes[at]
	if node.entry.layer == l {
		return &node.entry
	}
	for i := node.more; i != 0; i = t.more[i].next {
		if t.more[i].entry.layer == l {
			return &t.more[i].entry
		}
	}
	return nil
}

// extend returns the node behind at for word id, making it when it is new.
func (t *trie) extend(at int32, id uint32) int32 {
	link := &t.nodes[at].child
	for *link != 0 && t.nodes[*link].id < id {
		link = &t.nodes[*link].next
	}
	if *link != 0 && t.nodes[*link].id == id {
		return *link
	}
	made, next := int32(len(t.nodes)), *link
	*link = made // before append moves the nodes
	t.nodes = append(t.nodes, trieNode{id: id, next: next})
	return made
}

// add enters a sequence and returns the entry that the same layer already had
// there, or -1. The old entry stays, but for nouns, whose classes add up.
func (t *trie) add(ids []uint32, l layer, ref int32) int32 {
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
	node := &t.nodes[at]
	if node.entry.layer == 0 {
		node.entry = trieEntry{l, ref}
	} else {
		t.more = append(t.more, trieMore{trieEntry{l, ref}, node.more})
		node.more = int32(len(t.more) - 1)
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
		at = t.child(at, id)
	}
	if e := t.of(at, l); at != 0 && e != nil {
		return e.ref
	}
	return -1
}

// root returns the node for sequences that begin with a word, making it when
// it is new.
func (t *trie) root(id uint32) int32 {
	t.grow(int(id) + 1)
	if t.roots[id] == 0 {
		t.nodes = append(t.nodes, trieNode{id: id})
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
		if node.entry.layer != 0 {
			dst = replaceOrAppend(dst, first, hit{start: i, end: j, layer: node.entry.layer, ref: node.entry.ref})
			for k := node.more; k != 0; k = t.more[k].next {
				e := t.more[k].entry
				dst = replaceOrAppend(dst, first, hit{start: i, end: j, layer: e.layer, ref: e.ref})
			}
		}
		if j >= len(toks) || toks[j].id == 0 {
			break
		}
		at = t.child(at, toks[j].id)
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
