package kept

import (
	"encoding/binary"
	"math"
	"time"
)

// coder writes values one behind the other, or reads them back in the same order:
// one list of fields serves both ways, so that they cannot part.
type coder struct {
	reads bool
	bad   bool // what is read is nothing that was written

	// While writing.
	texts []string       // each once; the first is empty
	seen  map[string]int // their numbers
	out   []byte         // the numbers written

	// While reading.
	whole string   // the texts
	ends  []uint32 // where each ends
	in    []byte   // the numbers
	at    int      // how far they are read
}

func newWriter() *coder { return &coder{texts: []string{""}, seen: map[string]int{"": 0}} }

// bytes are how long each text is, the texts, and the numbers.
func (c *coder) bytes() []byte {
	const most = 3 // bytes of nearly every length
	size := most*(len(c.texts)+1) + len(c.out)
	for _, s := range c.texts {
		size += len(s)
	}
	all := binary.AppendUvarint(make([]byte, 0, size), uint64(len(c.texts)))
	for _, s := range c.texts {
		all = binary.AppendUvarint(all, uint64(len(s)))
	}
	for _, s := range c.texts {
		all = append(all, s...)
	}
	return append(all, c.out...)
}

// newReader reads what bytes gave. The texts are parts of one string.
func newReader(raw []byte) *coder {
	c := &coder{reads: true, in: raw}
	var n, size uint64
	if c.count(&n); n > uint64(c.left()) { // each has a byte at least
		c.bad = true
		return c
	}
	c.ends = make([]uint32, n)
	total := 0
	for i := range c.ends {
		if c.count(&size); c.bad || size > uint64(len(raw)-total) {
			c.bad, c.ends = true, nil
			return c
		}
		total += int(size)
		c.ends[i] = uint32(total)
	}
	if total > c.left() {
		c.bad, c.ends = true, nil // no text is there to be asked for
		return c
	}
	c.whole = string(c.in[c.at : c.at+total])
	c.at += total
	return c
}

// left is how many bytes are left to read.
func (c *coder) left() int { return len(c.in) - c.at }

// count is a number that is not negative.
func (c *coder) count(n *uint64) {
	if !c.reads {
		c.out = binary.AppendUvarint(c.out, *n)
		return
	}
	if c.at < len(c.in) && c.in[c.at] < 0x80 { // nearly all
		*n = uint64(c.in[c.at])
		c.at++
		return
	}
	v, size := binary.Uvarint(c.in[c.at:])
	if size <= 0 {
		c.bad, v, size = true, 0, 0
	}
	*n = v
	c.at += size
}

// number is an integer of any type.
func number[T ~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint8](c *coder, p *T) {
	n := uint64(int64(*p)<<1 ^ int64(*p)>>63)
	c.count(&n)
	if c.reads {
		*p = T(int64(n>>1) ^ -int64(n&1))
	}
}

func (c *coder) flag(p *bool) {
	n := uint8(0)
	if *p {
		n = 1
	}
	number(c, &n)
	*p = n == 1
}

func (c *coder) float(p *float64) {
	n := math.Float64bits(*p)
	c.count(&n)
	*p = math.Float64frombits(n)
}

// text is a string of any type, by its number.
func text[T ~string](c *coder, p *T) {
	if !c.reads {
		c.number(string(*p))
		return
	}
	var n uint64
	switch c.count(&n); {
	case n >= uint64(len(c.ends)):
		c.bad = true
	case n > 0:
		*p = T(c.whole[c.ends[n-1]:c.ends[n]])
	} // the empty one stands wherever there is nothing
}

// number writes the number of a text.
func (c *coder) number(s string) {
	n, known := c.seen[s]
	if !known {
		n = len(c.texts)
		c.seen[s], c.texts = n, append(c.texts, s)
	}
	c.out = binary.AppendUvarint(c.out, uint64(n))
}

// moment is a time to the nanosecond, in UTC.
func (c *coder) moment(p *time.Time) {
	known := !p.IsZero()
	if c.flag(&known); !known || c.bad {
		return
	}
	seconds, rest := p.Unix(), p.Nanosecond()
	number(c, &seconds)
	number(c, &rest)
	*p = time.Unix(seconds, int64(rest)).UTC()
}

// list is a list, nil or not, of what each writes or reads one of.
func list[S ~[]T, T any](c *coder, p *S, each func(*coder, *T)) {
	n := uint64(0) // one more than its length, 0 for nil
	if *p != nil {
		n = uint64(len(*p)) + 1
	}
	if c.count(&n); n == 0 || c.bad {
		return
	}
	if c.reads {
		if n-1 > uint64(c.left()) { // each takes a byte at least
			c.bad = true
			return
		}
		*p = make(S, n-1)
	}
	for i := range *p {
		if each(c, &(*p)[i]); c.bad {
			return
		}
	}
}
