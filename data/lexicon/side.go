package lexicon

// byFeature has a row of bits for each feature, so that what is asked of one feature again and
// again stays near.
type byFeature struct {
	width int32 // of a row
	bits  []uint64
}

func newByFeature(size int) byFeature {
	return byFeatureOf(make([]uint64, int(features)*((size+63)>>6)))
}

func byFeatureOf(bits []uint64) byFeature { return byFeature{int32(len(bits) / int(features)), bits} }

func (b *byFeature) set(f Feature, at int32) { b.bits[int32(f)*b.width+at>>6] |= 1 << (at & 63) }

// row are the bits of a feature.
func (b *byFeature) row(f Feature) []uint64 { return b.bits[int32(f)*b.width:][:b.width] }

func (b *byFeature) has(f Feature, at int32) bool {
	return b.bits[int32(f)*b.width+at>>6]&(1<<(at&63)) != 0
}

// firstTwo are a bit for each pair of runes, by their hash, that words of a feature begin or end
// with. Of the texts asked for a word most have none: the few bits tell so and stay near, where
// the nodes of all words do not.
type firstTwo struct {
	bits []uint64
	rows []pairRow // by feature
}

// pairRow is where the bits of a feature stand, and how many of a hash choose among them.
type pairRow struct{ from, mask uint32 }

// newFirstTwo has room for so many pairs of each feature.
func newFirstTwo(sizes []int) firstTwo {
	t, all := firstTwo{rows: make([]pairRow, len(sizes))}, uint32(0)
	for f, n := range sizes {
		size := uint32(64)
		for size < 8*uint32(n) {
			size *= 2
		}
		t.rows[f].from, t.rows[f].mask = all>>6, size-1
		all += size
	}
	t.bits = make([]uint64, all>>6)
	return t
}

// place is where the bit of a pair stands.
func (t *firstTwo) place(f Feature, a, b int32) (at uint32, bit uint64) {
	row := &t.rows[f]
	h := (uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA77) >> 14 & row.mask
	return row.from + h>>6, 1 << (h & 63)
}

func (t *firstTwo) set(f Feature, a, b int32) {
	at, bit := t.place(f, a, b)
	t.bits[at] |= bit
}

// may reports whether a word of a feature may have the pair.
func (t *firstTwo) may(f Feature, a, b int32) bool {
	at, bit := t.place(f, a, b)
	return t.bits[at]&bit != 0
}

// atFront is the node of the longest word of a feature that a text begins with, and the word's
// length; 0 when there is none. Mostly the first rune tells so.
func (f Feature) atFront(text string) (found int32, length int) {
	x := all()
	s := &x.ahead
	e, at := s.quick(text), 3 // a rune's place below the root is its code
	if e == vague {
		e, at = s.first(text)
	}
	if !x.begins.has(f, e) {
		return 0, 0
	}
	return x.longestFront(text, f, e, at)
}

// longestFront is atFront for a text whose first rune leads to a node.
func (x *index) longestFront(text string, f Feature, e int32, at int) (found int32, length int) {
	s := &x.ahead
	for first := e; e != 0; first = 0 {
		n := s.nodes[e]
		if x.having.has(f, int32(n.set)) {
			found, length = e, at
		}
		if n.base == 0 || at == len(text) {
			break
		}
		code, size := s.quick(text[at:]), 3
		if code == vague {
			code, size = s.first(text[at:])
		}
		if first != 0 && !x.front.may(f, first, code) {
			break
		}
		e = s.below(n.base, code)
		at += size
	}
	return found, length
}

// atEnd is atFront for the longest word that a text ends with among those shorter than a
// number of bytes.
func (f Feature) atEnd(text string, than int) (found int32, length int) {
	x := all()
	s := &x.back
	e, n := int32(vague), 3
	if len(text) >= 3 {
		e = s.quick(text[len(text)-3:])
	}
	if e == vague {
		e, n = s.last(text)
	}
	if !x.ends[e].Has(f) {
		return 0, 0
	}
	return x.longestEnd(text, f, than, e, len(text)-n)
}

// longestEnd is atEnd for a text whose last rune leads to a node.
func (x *index) longestEnd(text string, f Feature, than int, e int32, at int) (found int32, length int) {
	s := &x.back
	for first := e; e != 0 && len(text)-at < than; first = 0 {
		n := s.nodes[e]
		if x.having.has(f, int32(n.set)) {
			found, length = e, len(text)-at
		}
		if n.base == 0 || at == 0 {
			break
		}
		code, size := s.last(text[:at])
		if first != 0 && !x.behind.may(f, first, code) {
			break
		}
		e = s.below(n.base, code)
		at -= size
	}
	return found, length
}
