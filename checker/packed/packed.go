// Package packed writes and reads the compact form in which data that is the
// same at every start of a program is built into it: lists that are read in
// place, without copying, and records of which one function describes both
// directions.
//
// Packed data is made by "go generate" and is part of the program, as trusted as
// its code: reading what was not written here panics. Whether it still matches
// its sources is for its user to check.
//
// It imports nothing of the project's.
package packed

import (
	"encoding/binary"
	"math"
)

// Uint32s is an array of little-endian numbers.
type Uint32s string

// NewUint32s packs numbers.
func NewUint32s[T ~int32 | ~uint32](xs []T) Uint32s {
	out := make([]byte, 0, 4*len(xs))
	for _, x := range xs {
		out = binary.LittleEndian.AppendUint32(out, uint32(x))
	}
	return Uint32s(out)
}

// Len is the number of elements.
func (a Uint32s) Len() int { return len(a) / 4 }

// At returns element i.
func (a Uint32s) At(i int) uint32 {
	b := a[4*i : 4*i+4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// List is a list of strings: their number, where each begins, where the last
// ends, and the strings.
type List string

// NewList packs strings.
func NewList[T ~string | ~[]byte](items []T) List {
	out := binary.LittleEndian.AppendUint32(nil, uint32(len(items)))
	at := 4 * (len(items) + 2)
	for _, s := range items {
		out = binary.LittleEndian.AppendUint32(out, uint32(at))
		at += len(s)
	}
	out = binary.LittleEndian.AppendUint32(out, uint32(at))
	for _, s := range items {
		out = append(out, s...)
	}
	return List(out)
}

// Len is the number of strings.
func (l List) Len() int {
	if l == "" {
		return 0
	}
	return int(Uint32s(l).At(0))
}

// At returns string i, a part of l.
func (l List) At(i int) string {
	a := Uint32s(l)
	return string(l[a.At(i+1):a.At(i+2)])
}

// Starts are the places in l at which its strings begin, and the end of the last.
func (l List) Starts() []uint32 {
	out := make([]uint32, l.Len()+1)
	for i := range out {
		out[i] = Uint32s(l).At(i + 1)
	}
	return out
}

// Strings numbers the strings of records, each once.
type Strings struct {
	all []string
	ids map[string]int
}

// ID is the number of s.
func (t *Strings) ID(s string) int {
	if t.ids == nil {
		t.ids = map[string]int{}
	}
	id, ok := t.ids[s]
	if !ok {
		id = len(t.all)
		t.all = append(t.all, s)
		t.ids[s] = id
	}
	return id
}

// List is what readers of the records need.
func (t *Strings) List() List { return NewList(t.all) }

// Coder writes or reads one record after the other. Its functions take pointers
// and do the one or the other with what they point to.
type Coder struct {
	texts List
	rest  string
	out   *writer
}

type writer struct {
	texts *Strings
	bytes []byte
}

// NewWriter returns a Coder that writes.
func NewWriter(texts *Strings) *Coder { return &Coder{out: &writer{texts: texts}} }

// NewReader returns a Coder that reads what a writer with these strings gave.
func NewReader(record string, texts List) *Coder { return &Coder{texts: texts, rest: record} }

// Turn makes a reader go on with another record and returns what was left of the
// one before.
func (c *Coder) Turn(record string) string {
	rest := c.rest
	c.rest = record
	return rest
}

// Writes reports whether c writes.
func (c *Coder) Writes() bool { return c.out != nil }

// Bytes is what c has written.
func (c *Coder) Bytes() []byte { return c.out.bytes }

// Uint codes a number that is not negative.
func Uint[T ~int | ~uint8 | ~uint32 | ~uint64](c *Coder, p *T) {
	if c.out != nil {
		c.out.bytes = binary.AppendUvarint(c.out.bytes, uint64(*p))
		return
	}
	var x uint64
	for shift := 0; ; shift += 7 {
		b := c.rest[0]
		c.rest = c.rest[1:]
		x |= uint64(b&0x7f) << shift
		if b < 0x80 {
			*p = T(x)
			return
		}
	}
}

// Int codes a number of either sign.
func Int[T ~int | ~int8 | ~int32 | ~int64](c *Coder, p *T) {
	x := uint64(int64(*p)<<1) ^ uint64(int64(*p)>>63)
	Uint(c, &x)
	*p = T(int64(x>>1) ^ -int64(x&1))
}

// Float codes a number.
func Float(c *Coder, p *float64) {
	x := math.Float64bits(*p)
	Uint(c, &x)
	*p = math.Float64frombits(x)
}

// Bool codes a truth value.
func Bool(c *Coder, p *bool) {
	var x uint8
	if *p {
		x = 1
	}
	Uint(c, &x)
	*p = x == 1
}

// String codes a string, which is then a part of the texts.
func String[T ~string](c *Coder, p *T) {
	var id int
	if c.out != nil {
		id = c.out.texts.ID(string(*p))
	}
	Uint(c, &id)
	if c.out == nil {
		*p = T(c.texts.At(id))
	}
}

// Slice codes a slice, its elements by item; an empty one comes back as nil.
func Slice[T any](c *Coder, p *[]T, item func(*Coder, *T)) {
	n := len(*p)
	Uint(c, &n)
	if c.out == nil {
		*p = nil
		if n > 0 {
			*p = make([]T, n)
		}
	}
	for i := range *p {
		item(c, &(*p)[i])
	}
}
