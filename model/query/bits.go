package query

import "math/bits"

// factSet is a set of facts by their ordinal in the corpus. A million facts
// are 125 KB, so that a filter is a handful of ANDs and a count a popcount.
type factSet []uint64

func newFactSet(n int) factSet { return make(factSet, (n+63)/64) }

func (s factSet) add(i int)      { s[i>>6] |= 1 << (i & 63) }
func (s factSet) has(i int) bool { return s[i>>6]&(1<<(i&63)) != 0 }

// addRange adds the ordinals from up to, not including, to.
func (s factSet) addRange(from, to int) {
	for from < to && from&63 != 0 {
		s.add(from)
		from++
	}
	for ; from+64 <= to; from += 64 {
		s[from>>6] = ^uint64(0)
	}
	for ; from < to; from++ {
		s.add(from)
	}
}

func (s factSet) clone() factSet { return append(factSet(nil), s...) }

func (s factSet) and(t factSet) {
	for i := range s {
		s[i] &= t[i]
	}
}

// without takes out what is in t.
func (s factSet) without(t factSet) {
	for i := range s {
		s[i] &^= t[i]
	}
}

// andAny keeps what is in any of the sets.
func (s factSet) andAny(sets []factSet) {
	for i, w := range s {
		if w == 0 {
			continue // most of a district's set
		}
		either := uint64(0)
		for _, t := range sets {
			either |= t[i]
		}
		s[i] &= either
	}
}

// invert makes s its complement among the first n ordinals.
func (s factSet) invert(n int) {
	for i := range s {
		s[i] = ^s[i]
	}
	if n&63 != 0 {
		s[len(s)-1] &= 1<<(n&63) - 1
	}
}

func (s factSet) count() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// countBoth is the size of the intersection.
func (s factSet) countBoth(t factSet) int {
	n := 0
	for i, w := range s {
		n += bits.OnesCount64(w & t[i])
	}
	return n
}

// each calls yield for the members from up to, not including, to, in order.
func (s factSet) each(from, to int, yield func(int)) {
	for i := from >> 6; i<<6 < to; i++ {
		w := s[i]
		if i == from>>6 {
			w &= ^uint64(0) << (from & 63)
		}
		for ; w != 0; w &= w - 1 {
			at := i<<6 + bits.TrailingZeros64(w)
			if at >= to {
				return
			}
			yield(at)
		}
	}
}
