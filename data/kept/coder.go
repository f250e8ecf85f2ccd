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

	out  []byte
	seen map[string]int // strings written, by their number from 1

	in    string // what is left to read
	texts []string
}

// count is a number that is not negative.
func (c *coder) count(n *uint64) {
	if !c.reads {
		c.out = binary.AppendUvarint(c.out, *n)
		return
	}
	*n = 0
	for shift := 0; shift < 64; shift += 7 {
		if len(c.in) == 0 {
			break
		}
		b := c.in[0]
		c.in = c.in[1:]
		*n |= uint64(b&0x7F) << shift
		if b < 0x80 {
			return
		}
	}
	c.bad = true
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

// text is a string of any type. One that was written before is only named; those
// read are parts of one string.
func text[T ~string](c *coder, p *T) {
	if !c.reads {
		c.write(string(*p))
		return
	}
	var n, size uint64
	if c.count(&n); n > 0 {
		if n > uint64(len(c.texts)) {
			c.bad = true
			return
		}
		*p = T(c.texts[n-1])
		return
	}
	if c.count(&size); size > uint64(len(c.in)) {
		c.bad = true
		return
	}
	*p = T(c.in[:size])
	c.texts, c.in = append(c.texts, c.in[:size]), c.in[size:]
}

func (c *coder) write(s string) {
	n, known := c.seen[s]
	c.out = binary.AppendUvarint(c.out, uint64(n))
	if known {
		return
	}
	c.seen[s] = len(c.seen) + 1
	c.out = append(binary.AppendUvarint(c.out, uint64(len(s))), s...)
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
		if n-1 > uint64(len(c.in)) { // each takes a byte at least
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
