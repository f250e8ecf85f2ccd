package query

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// random is a set of n ordinals and the same as a map.
func random(rnd *rand.Rand, n int) (factSet, map[int]bool) {
	s, m := newFactSet(n), map[int]bool{}
	for range n / 3 {
		i := rnd.IntN(n)
		s.add(i)
		m[i] = true
	}
	return s, m
}

// Sets of ordinals behave as maps do, at every size around a word's edge.
func TestFactSetAgainstMaps(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 63, 64, 65, 127, 128, 200, 1000} {
		a, am := random(rnd, max(n, 1))
		b, bm := random(rnd, max(n, 1))
		if n == 0 {
			a, am, b, bm = newFactSet(0), nil, newFactSet(0), nil
		}
		check(t, n, "add", a, func(i int) bool { return am[i] })
		both := a.clone()
		both.and(b)
		check(t, n, "and", both, func(i int) bool { return am[i] && bm[i] })
		if both.count() != a.countBoth(b) {
			t.Errorf("%d: the intersection has %d and %d members", n, both.count(), a.countBoth(b))
		}
		c, cm := random(rnd, max(n, 1))
		some := a.clone()
		some.andAny([]factSet{b, c[:len(a)]})
		check(t, n, "andAny", some, func(i int) bool { return am[i] && (bm[i] || cm[i]) })
		some.andAny(nil)
		check(t, n, "andAny of none", some, func(int) bool { return false })
		rest := a.clone()
		rest.without(b)
		check(t, n, "without", rest, func(i int) bool { return am[i] && !bm[i] })
		not := a.clone()
		not.invert(n)
		check(t, n, "invert", not, func(i int) bool { return !am[i] })
		from, to := n/5, n-n/7
		span := newFactSet(n)
		span.addRange(from, to)
		check(t, n, "addRange", span, func(i int) bool { return i >= from && i < to })
	}
}

// check holds a set against what it should hold, member by member, and in
// every sub-range.
func check(t *testing.T, n int, what string, s factSet, want func(int) bool) {
	t.Helper()
	count := 0
	for i := range n {
		if want(i) {
			count++
		}
		if s.has(i) != want(i) {
			t.Fatalf("%s of %d: %d is %v", what, n, i, s.has(i))
		}
	}
	if s.count() != count {
		t.Fatalf("%s of %d: counts %d, has %d", what, n, s.count(), count)
	}
	for _, r := range [][2]int{{0, n}, {n / 3, n}, {0, n / 2}, {n / 4, n / 4}, {min(64, n), n}} {
		var got, expected []int
		s.each(r[0], r[1], func(i int) { got = append(got, i) })
		for i := r[0]; i < r[1]; i++ {
			if want(i) {
				expected = append(expected, i)
			}
		}
		if !slices.Equal(got, expected) {
			t.Fatalf("%s of %d from %d to %d: %v, want %v", what, n, r[0], r[1], got, expected)
		}
	}
}

// Every place is visited exactly once, whatever the size.
func TestParallelVisitsAllOnce(t *testing.T) {
	for _, n := range []int{0, 1, 64, 1 << 14, 1<<14 + 1, 1<<16 + 63} {
		seen := make([]int8, n)
		parallel(n, func(from, to int) {
			if from%64 != 0 {
				t.Errorf("%d: a part begins at %d, within another's word", n, from)
			}
			for i := from; i < to; i++ {
				seen[i]++
			}
		})
		if slices.ContainsFunc(seen, func(v int8) bool { return v != 1 }) {
			t.Errorf("%d: some place is not visited once", n)
		}
	}
}

// A blob finds a word in the text it stands in, never across two.
func TestBlobKeepsTextsApart(t *testing.T) {
	var b blob
	for _, s := range []string{"投资", "", "资产投", "资投资", "固定"} {
		b.text += s + "\x00"
		b.ends = append(b.ends, len(b.text)-1)
	}
	for word, want := range map[string][]int{"投资": {0, 3}, "资": {0, 2, 3}, "投": {0, 2, 3}, "固定": {4}, "产固": nil, "\x00": nil} {
		var got []int
		b.each(word, 0, b.len(), func(i int) { got = append(got, i) })
		if !slices.Equal(got, want) {
			t.Errorf("%q is in %v, want %v", word, got, want)
		}
		got = nil
		for i := range b.len() { // in parts it finds the same
			b.each(word, i, i+1, func(i int) { got = append(got, i) })
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q, text by text, is in %v, want %v", word, got, want)
		}
	}
}

// The kept sets stay few, and are right after they were thrown away.
func TestKeptSetsAreBounded(t *testing.T) {
	var c termCache
	for i := range 3 * termsKept {
		s := newFactSet(1)
		c.put(string(rune('a'+i)), s)
		if len(c.sets) > termsKept || c.get(string(rune('a'+i))) == nil {
			t.Fatalf("%d sets kept", len(c.sets))
		}
	}
}
