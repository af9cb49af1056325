package report

import (
	"cmp"
	"slices"

	"github.com/article41/article41/checker/article"
)

// stretch is the place of a passage in a document's text, in bytes; passage is its
// index among the document's passages.
type stretch struct {
	article.Span
	passage int
}

// segment is a run of text that the same passages cover. Segments never overlap, so
// that each can be an element of its own however the passages do.
type segment struct {
	article.Span
	in     []int // passages that cover it, the longest begun first
	opens  []int // passages that begin here
	closes []int // passages that end here
}

// maxOver bounds how many passages a segment names: of hundreds that lie upon one
// another each segment would name all, and the page would grow with their square.
// Those begun last are kept, as they end soonest.
const maxOver = 24

// sweep cuts blocks at the boundaries of the passages. It returns the segments of
// each block, and the passages that touch no block. A passage that leaves a block
// goes on in the next: it opens in the first block it touches and closes in the
// last. Blocks are in text order and do not overlap.
func sweep(blocks []article.Span, at []stretch) (cut [][]segment, loose []int) {
	at = slices.Clone(at)
	slices.SortStableFunc(at, func(a, b stretch) int {
		return cmp.Or(a.Start-b.Start, b.End-a.End)
	})
	opened := make([]bool, len(at))
	var active []int // indexes into at, in its order
	next := 0
	for _, b := range blocks {
		for next < len(at) && at[next].Start < b.End {
			active = append(active, next)
			next++
		}
		active = slices.DeleteFunc(active, func(i int) bool {
			gone := at[i].End <= b.Start
			if gone && !opened[i] {
				loose = append(loose, at[i].passage)
			}
			return gone
		})
		cut = append(cut, within(b, at, active, opened))
	}
	for _, i := range active {
		if !opened[i] {
			loose = append(loose, at[i].passage)
		}
	}
	for ; next < len(at); next++ {
		loose = append(loose, at[next].passage)
	}
	closeLast(cut, at)
	slices.Sort(loose)
	return cut, loose
}

// within cuts one block at the boundaries of the passages active in it.
func within(b article.Span, at []stretch, active []int, opened []bool) []segment {
	if b.Len() <= 0 {
		return nil
	}
	bounds := []int{b.Start, b.End}
	for _, i := range active {
		bounds = append(bounds, max(b.Start, at[i].Start), min(b.End, at[i].End))
	}
	slices.Sort(bounds)
	bounds = slices.Compact(bounds)
	out := make([]segment, 0, len(bounds)-1)
	for k := range len(bounds) - 1 {
		s := segment{Span: article.Span{Start: bounds[k], End: bounds[k+1]}}
		for _, i := range active {
			if !at[i].Overlaps(s.Span) {
				continue
			}
			s.in = append(s.in, at[i].passage)
			if !opened[i] {
				opened[i] = true
				s.opens = append(s.opens, at[i].passage)
			}
		}
		if n := len(s.in) - maxOver; n > 0 {
			s.in = s.in[n:]
		}
		out = append(out, s)
	}
	return out
}

// closeLast notes for each passage the last segment that it touches. Segments are in
// text order: that is the last one that begins before the passage ends.
func closeLast(cut [][]segment, at []stretch) {
	var flat []*segment
	for i := range cut {
		for k := range cut[i] {
			flat = append(flat, &cut[i][k])
		}
	}
	for _, x := range at {
		i, _ := slices.BinarySearchFunc(flat, x.End, func(s *segment, end int) int { return s.Start - end })
		if i > 0 && flat[i-1].Overlaps(x.Span) {
			flat[i-1].closes = append(flat[i-1].closes, x.passage)
		}
	}
}
