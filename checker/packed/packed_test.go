package packed

import (
	"math"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

type record struct {
	Small  int8
	Signed int32
	Big    uint64
	Real   float64
	Yes    bool
	Text   string
	List   []string
	Deep   [][]int32
}

func (r *record) code(c *Coder) {
	Int(c, &r.Small)
	Int(c, &r.Signed)
	Uint(c, &r.Big)
	Float(c, &r.Real)
	Bool(c, &r.Yes)
	String(c, &r.Text)
	Slice(c, &r.List, String)
	Slice(c, &r.Deep, func(c *Coder, p *[]int32) { Slice(c, p, Int) })
}

// TestRecords: what is written is read, the ends of each range too.
func TestRecords(t *testing.T) {
	records := []record{
		{},
		{Small: -128, Signed: math.MinInt32, Big: math.MaxUint64, Real: -math.MaxFloat64, Yes: true, Text: "größer", List: []string{"", "a", "a"}, Deep: [][]int32{{-1, 0, 1}, nil, {300}}},
		{Small: 127, Signed: math.MaxInt32, Big: 1 << 35, Real: math.SmallestNonzeroFloat64, Text: "a", List: []string{strings.Repeat("x", 70000)}},
	}
	var texts Strings
	var written [][]byte
	for i := range records {
		w := NewWriter(&texts)
		records[i].code(w)
		written = append(written, w.Bytes())
	}
	list, strs := NewList(written), texts.List()
	if list.Len() != len(records) {
		t.Fatalf("%d records, not %d", list.Len(), len(records))
	}
	for i, want := range records {
		var got record
		got.code(NewReader(list.At(i), strs))
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%+v became %+v", want, got)
		}
	}
}

// TestTurn: a reader comes back to where it was.
func TestTurn(t *testing.T) {
	var texts Strings
	outer, inner := NewWriter(&texts), NewWriter(&texts)
	for _, n := range []int{1, 2} {
		Int(outer, &n)
	}
	other := 7
	Int(inner, &other)
	var a, b, c int
	r := NewReader(string(outer.Bytes()), texts.List())
	Int(r, &a)
	back := r.Turn(string(inner.Bytes()))
	Int(r, &b)
	r.Turn(back)
	Int(r, &c)
	if a != 1 || b != 7 || c != 2 {
		t.Errorf("read %d %d %d", a, b, c)
	}
}

func TestLists(t *testing.T) {
	if n := List("").Len(); n != 0 {
		t.Errorf("no list has %d strings", n)
	}
	want := []string{"", "one", "", "zwei"}
	l := NewList(want)
	for i := range want {
		if l.At(i) != want[i] {
			t.Errorf("string %d is %q", i, l.At(i))
		}
	}
	a := NewUint32s([]int32{0, 1, -1, math.MaxInt32})
	if a.Len() != 4 || int32(a.At(2)) != -1 || a.At(3) != math.MaxInt32 {
		t.Errorf("numbers are %d, %d, %d", a.Len(), int32(a.At(2)), a.At(3))
	}
}

// TestDigest: neither a byte that moves to the next file nor another name may go
// unseen, and a large file counts whole.
func TestDigest(t *testing.T) {
	large := strings.Repeat("0123456789", 2000)
	sums := map[string]bool{}
	for _, files := range []map[string]string{{"a": "xy", "b": "z"}, {"a": "x", "b": "yz"}, {"a": "xy", "c": "z"}, {"a": large, "b": ""}, {"a": large + "0", "b": ""}} {
		fsys, names := fstest.MapFS{}, []string{"a", "b"}
		for name, content := range files {
			fsys[name] = &fstest.MapFile{Data: []byte(content)}
		}
		if files["c"] != "" {
			names[1] = "c"
		}
		sum, err := Digest(fsys, names, func(name string, size int64) string { return name + string(rune(size)) })
		if err != nil {
			t.Fatal(err)
		}
		sums[sum] = true
	}
	if len(sums) != 5 {
		t.Errorf("five sets of files have %d digests", len(sums))
	}
	if _, err := Digest(fstest.MapFS{}, []string{"a"}, func(string, int64) string { return "" }); err == nil {
		t.Error("a file that is missing was digested")
	}
}
