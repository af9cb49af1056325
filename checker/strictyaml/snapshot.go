package strictyaml

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"
)

// Snapshot holds the node trees of YAML files that were parsed beforehand, each
// under the SHA-256 of the file's bytes. Parsing is most of what reading a file
// costs, and files built into a program are the same at every start.
//
// A snapshot never changes what is read: a file that it does not hold, byte for
// byte, is parsed, and so is every file when the snapshot is empty or damaged.
// It must come from the program itself: whoever writes one decides what its
// files say.
//
// Layout: a header; for each file its sum, the length of its tree and the tree;
// for each node, parents first, the index of its tag in snapshotTags, the
// line's distance from the node before, the column, the length, and for a
// scalar the text. Lengths count children or bytes. Style and comments are left
// out, since nothing reads them.
type Snapshot string

const (
	snapshotHeader = "strictyaml snapshot 1\n"
	minNodeBytes   = 4 // tag, line, column, length
)

// snapshotTags begin with the two that have children.
var snapshotTags = [...]string{"!!map", "!!seq", "!!str", "!!int", "!!float", "!!bool", "!!null", "!!timestamp"}

// NewSnapshot parses every .yaml file of fsys.
func NewSnapshot(fsys fs.FS) (Snapshot, error) {
	out := []byte(snapshotHeader)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".yaml" {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		root, err := Parse(name, data)
		if err != nil {
			return err
		}
		tree, err := encodeTree(name, root)
		if err != nil {
			return err
		}
		out = appendTree(out, data, tree)
		return nil
	})
	if err != nil {
		return "", fmt.Errorf("snapshot: %w", err)
	}
	return Snapshot(out), nil
}

func appendTree(dst, data, tree []byte) []byte {
	sum := sha256.Sum256(data)
	dst = append(dst, sum[:]...)
	dst = binary.AppendUvarint(dst, uint64(len(tree)))
	return append(dst, tree...)
}

func encodeTree(file string, root *yaml.Node) ([]byte, error) {
	var out []byte
	nodes, line := 0, 0
	var add func(n *yaml.Node) error
	add = func(n *yaml.Node) error {
		tag := slices.Index(snapshotTags[:], n.Tag)
		if tag < 0 || kindOf(tag) != n.Kind {
			return Errorf(Pos{file, n.Line, n.Column}, "a snapshot cannot hold %s with the tag %s", kindName(n), clip(n.Tag))
		}
		nodes++
		out = append(out, byte(tag))
		out = binary.AppendVarint(out, int64(n.Line-line))
		out = binary.AppendUvarint(out, uint64(n.Column))
		line = n.Line
		if n.Kind == yaml.ScalarNode {
			out = binary.AppendUvarint(out, uint64(len(n.Value)))
			out = append(out, n.Value...)
			return nil
		}
		out = binary.AppendUvarint(out, uint64(len(n.Content)))
		for _, c := range n.Content {
			if err := add(c); err != nil {
				return err
			}
		}
		return nil
	}
	if err := add(root); err != nil {
		return nil, err
	}
	return append(binary.AppendUvarint(nil, uint64(nodes)), out...), nil
}

func kindOf(tag int) yaml.Kind {
	switch tag {
	case 0:
		return yaml.MappingNode
	case 1:
		return yaml.SequenceNode
	}
	return yaml.ScalarNode
}

// Parse is like the function Parse, but takes the tree of a file that the
// snapshot holds from there. That tree has no styles and no comments.
func (s Snapshot) Parse(file string, data []byte) (*yaml.Node, error) {
	if root := s.find(file, data).decode(new(slab)); root != nil {
		return root, nil
	}
	return Parse(file, data)
}

// Decode is like the function Decode, but does not parse a file that the
// snapshot holds.
func (s Snapshot) Decode(file string, data []byte, v any) error {
	mem := slabs.Get().(*slab)
	root := s.find(file, data).decode(mem)
	if root == nil {
		slabs.Put(mem)
		return Decode(file, data, v)
	}
	d := decoder{problems: problems{file: file}}
	d.decode(root, v)
	if !d.keepsNodes {
		slabs.Put(mem)
	}
	return d.join()
}

// slab is the memory of a tree. Trees that nobody keeps share it: their nodes
// would otherwise be most of what a program's start allocates.
type slab struct {
	nodes   []yaml.Node
	content []*yaml.Node
	atLeast int // nodes to make room for, so that the next tree fits too
}

var slabs = sync.Pool{New: func() any { return &slab{atLeast: 1 << 10} }}

// find returns the tree of a file, or an empty one.
func (s Snapshot) find(file string, data []byte) treeReader {
	if !strings.HasPrefix(string(s), snapshotHeader) || isJSON(file) {
		return treeReader{}
	}
	sum := sha256.Sum256(data)
	r := treeReader{rest: string(s[len(snapshotHeader):])}
	for len(r.rest) >= len(sum) {
		have := r.text(len(sum))
		tree := r.text(r.count(len(r.rest)))
		if have == string(sum[:]) {
			return treeReader{rest: tree}
		}
	}
	return treeReader{}
}

// treeReader reads a snapshot; it takes nothing in it for granted. What it
// cannot read ends it: the rest is gone and every further read gives nought.
type treeReader struct {
	rest  string
	bad   bool
	line  int
	nodes []yaml.Node // not yet used
	slots []*yaml.Node
}

func (r *treeReader) fail() { r.rest, r.bad = "", true }

func (r *treeReader) uvarint() uint64 {
	var x uint64
	for i := 0; i < len(r.rest) && i < 5; i++ { // no number needs more than 32 bits
		b := r.rest[i]
		x |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			r.rest = r.rest[i+1:]
			return x
		}
	}
	r.fail()
	return 0
}

// count reads a number that may not exceed limit.
func (r *treeReader) count(limit int) int {
	x := r.uvarint()
	if x > uint64(limit) {
		r.fail()
		return 0
	}
	return int(x)
}

func (r *treeReader) text(n int) string {
	if n > len(r.rest) {
		r.fail()
		return ""
	}
	t := r.rest[:n]
	r.rest = r.rest[n:]
	return t
}

// decode builds the tree in mem, or returns nil. Scalars are not copied: they
// are parts of the snapshot.
func (r treeReader) decode(mem *slab) *yaml.Node {
	n := r.count(len(r.rest) / minNodeBytes)
	if n == 0 {
		return nil
	}
	if cap(mem.nodes) < n {
		room := max(n, mem.atLeast)
		mem.nodes, mem.content = make([]yaml.Node, room), make([]*yaml.Node, room)
	}
	r.nodes, r.slots = mem.nodes[:n], mem.content[:n-1]
	root := r.node(0)
	if r.bad || r.rest != "" || len(r.nodes) > 0 || len(r.slots) > 0 {
		return nil
	}
	return root
}

func (r *treeReader) node(depth int) *yaml.Node {
	if len(r.nodes) == 0 || depth > maxDepth {
		r.fail()
		return nil
	}
	n := &r.nodes[0]
	r.nodes = r.nodes[1:]
	tag := r.count(len(snapshotTags) - 1)
	step := r.uvarint()
	r.line += int(step>>1) ^ -int(step&1)
	*n = yaml.Node{Kind: kindOf(tag), Tag: snapshotTags[tag], Line: r.line, Column: r.count(MaxBytes)}
	if n.Kind == yaml.ScalarNode {
		n.Value = r.text(r.count(len(r.rest)))
		return n
	}
	children := r.count(len(r.slots))
	if n.Kind == yaml.MappingNode && children%2 != 0 {
		r.fail()
		return nil
	}
	n.Content, r.slots = r.slots[:children:children], r.slots[children:]
	for i := range n.Content {
		n.Content[i] = r.node(depth + 1)
		if r.bad {
			return nil
		}
	}
	return n
}
