package review

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"math"
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/lang"
)

// FirstDraw is the seed where no other is asked for.
const FirstDraw = 1

// ParseDraw reads how large a sample is to be, and behind a / its seed: 50, 50/7.
func ParseDraw(text string) (size int, seed uint64, err error) {
	first, second, _ := strings.Cut(text, "/")
	if size, err = strconv.Atoi(first); err != nil || size < 1 {
		return 0, 0, lang.Say("export.sample", text)
	}
	if second == "" {
		return size, FirstDraw, nil
	}
	if seed, err = strconv.ParseUint(second, 10, 64); err != nil {
		return 0, 0, lang.Say("export.draw", text)
	}
	return size, seed, nil
}

// Sample draws n facts at random from those that people did not add themselves; the
// same seed draws the same facts. A fact is in the sample or not by its own key, so
// that a report more, or another order, changes as few of them as can be, and what
// was checked already keeps counting.
func Sample(facts []*model.Fact, n int, seed uint64) []*model.Fact {
	type drawn struct {
		fact *model.Fact
		lot  uint64
	}
	all := make([]drawn, 0, len(facts))
	for _, f := range facts {
		if f.Mark == model.Added {
			continue
		}
		sum := sha256.Sum256([]byte(strconv.FormatUint(seed, 10) + " " + string(f.Key())))
		all = append(all, drawn{f, binary.BigEndian.Uint64(sum[:])})
	}
	slices.SortFunc(all, func(a, b drawn) int { return cmp.Compare(a.lot, b.lot) })
	sample := make([]*model.Fact, 0, max(0, min(n, len(all))))
	for _, d := range all[:cap(sample)] {
		sample = append(sample, d.fact)
	}
	return sample
}

// Tally counts what people said of facts that the rules read.
type Tally struct{ Right, Mended, Wrong, Open int }

// Count is the tally of facts; what people added themselves is not counted.
func Count(facts []*model.Fact) (t Tally) {
	for _, f := range facts {
		switch f.Mark {
		case model.Checked:
			t.Right++
		case model.Corrected:
			t.Mended++
		case model.Rejected:
			t.Wrong++
		case model.Unchecked:
			t.Open++
		case model.Added:
		}
	}
	return t
}

// Decided is how many facts were looked at.
func (t Tally) Decided() int { return t.Right + t.Mended + t.Wrong }

// Share is a share of a sample with the interval in which the whole's lies.
type Share struct{ Value, Low, High float64 } // from 0 to 1

// Percent is a share as people read it: 86.5%.
func Percent(share float64) string { return strconv.FormatFloat(100*share, 'f', 1, 64) + "%" }

// Precision is the share of facts that are right in every field, with its 95 %
// interval; where none was looked at, it may be anything.
func (t Tally) Precision() Share { return Wilson(t.Right, t.Decided()) }

// Lenient is the share of facts that are there, right or with a field to mend.
func (t Tally) Lenient() Share { return Wilson(t.Right+t.Mended, t.Decided()) }

// Wilson is the share k of n with Wilson's 95 % interval, which holds for small
// samples and for shares near 0 and 1 too.
func Wilson(k, n int) Share {
	if n == 0 {
		return Share{0, 0, 1}
	}
	const z = 1.959963984540054 // of the normal distribution, 97.5 %
	p, m := float64(k)/float64(n), float64(n)
	centre := (p + z*z/(2*m)) / (1 + z*z/m)
	half := z / (1 + z*z/m) * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return Share{p, max(0, centre-half), min(1, centre+half)}
}
