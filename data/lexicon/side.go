package lexicon

// byFeature has a row of bits for each feature, so that what is asked of one feature again and
// again stays near.
type byFeature struct {
	width int32 // of a row
	bits  []uint64
}

func newByFeature(size int) byFeature {
	width := int32(size+63) >> 6
	return byFeature{width, make([]uint64, features*Feature(width))}
}

func (b *byFeature) set(f Feature, at int32) { b.bits[int32(f)*b.width+at>>6] |= 1 << (at & 63) }

func (b *byFeature) has(f Feature, at int32) bool {
	return b.bits[int32(f)*b.width+at>>6]&(1<<(at&63)) != 0
}

// side is the lexicon from one end of its words. It tells of each what code its rune at this
// end has.
func (x *index) side(d *Draft, tell func(code int32, w *Word)) *Trie {
	for i := range x.words[1:] {
		w := &x.words[i+1]
		r, _ := runeFrom(w.Text, 0, d.backward)
		tell(d.codes.code(r), w)
	}
	s := d.Trie()
	for i, id := range s.values {
		s.nodes[i].set = x.setOf[id]
	}
	return s
}

// atFront is the node of the longest word of a feature that a text begins with, and the word's
// length; 0 when there is none.
func (x *index) atFront(text string, f Feature) (found int32, length int) {
	s := x.ahead
	r, at := RuneAt(text, 0, len(text))
	e := s.code(r) // a rune's place below the root is its code
	if !x.begins.has(f, e) {
		return 0, 0
	}
	for e != 0 {
		n := s.nodes[e]
		if x.having.has(f, int32(n.set)) {
			found, length = e, at
		}
		if n.base == 0 || at == len(text) {
			break
		}
		r, size := RuneAt(text, at, len(text))
		e = s.below(n.base, s.code(r))
		at += size
	}
	return found, length
}

// atEnd is atFront for the longest word that a text ends with among those shorter than a
// number of bytes.
func (x *index) atEnd(text string, f Feature, than int) (found int32, length int) {
	s := x.back
	r, n := RuneBefore(text, len(text))
	e := s.code(r)
	if !x.ends[e].Has(f) {
		return 0, 0
	}
	for at := len(text) - n; e != 0 && len(text)-at < than; {
		n := s.nodes[e]
		if x.having.has(f, int32(n.set)) {
			found, length = e, len(text)-at
		}
		if n.base == 0 || at == 0 {
			break
		}
		r, size := RuneBefore(text, at)
		e = s.below(n.base, s.code(r))
		at -= size
	}
	return found, length
}
