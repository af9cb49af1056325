package screen

import (
	"runtime"
	"strconv"
	"testing"
)

// Goals, of CPU time on the real list: 10 µs for an ordinary mention, 25 µs for a
// listed name, 60 ms to build, 8 MiB held.

func BenchmarkOrdinaryMention(b *testing.B) {
	l, _ := realList(b)
	m, names := NewMatcher(l), ordinaryNames(5000)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		m.Search(Query{Name: names[i%len(names)]})
		i++
	}
}

func BenchmarkListedName(b *testing.B) {
	l, _ := realList(b)
	m := NewMatcher(l)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		m.Search(Query{Name: l.Entries[i%len(l.Entries)].Name()})
		i++
	}
}

func BenchmarkBuild(b *testing.B) {
	l, _ := realList(b)
	for b.Loop() {
		NewMatcher(l)
	}
}

func BenchmarkHeld(b *testing.B) {
	l, _ := realList(b)
	var held float64
	for b.Loop() {
		before := heap()
		m := NewMatcher(l)
		held = float64(heap()-before) / (1 << 20)
		runtime.KeepAlive(m)
	}
	b.ReportMetric(held, "MiB-held")
}

func heap() int64 {
	var s runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&s)
	return int64(s.HeapAlloc)
}

// grown is a list of n entries: the real ones, then entries that bear ordinary
// names with a listed surname.
func grown(b *testing.B, n int) *List {
	l, _ := realList(b)
	out := &List{Source: l.Source, Date: l.Date, SHA256: l.SHA256, Entries: append([]Entry(nil), l.Entries...)}
	for i, name := range ordinaryNames(n) {
		if len(out.Entries) == n {
			break
		}
		tokens := Tokens(l.Entries[i%len(l.Entries)].Name())
		out.Entries = append(out.Entries, Entry{Reference: "XXi." + strconv.Itoa(i), Kind: Individual,
			Names: []Name{{Text: name + " " + tokens[len(tokens)-1], Quality: Primary}, {Text: name + " " + tokens[0], Quality: Good}}})
	}
	return out
}

func BenchmarkGrowth(b *testing.B) {
	for _, n := range []int{1_000, 5_000, 20_000} {
		l := grown(b, n)
		m, names := NewMatcher(l), ordinaryNames(5000)
		b.Run(strconv.Itoa(n)+"/ordinary", func(b *testing.B) {
			i := 0
			for b.Loop() {
				m.Search(Query{Name: names[i%len(names)]})
				i++
			}
		})
		b.Run(strconv.Itoa(n)+"/listed", func(b *testing.B) {
			i := 0
			for b.Loop() {
				m.Search(Query{Name: l.Entries[i%len(l.Entries)].Name()})
				i++
			}
		})
	}
}
