package trust

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A forest weighs signs together: that a period was told far before means little for a
// known indicator in a long list, much for a name of three characters. Each of its small
// trees asks for three signs, one after the other, and adds what facts that answered
// alike came to.

//go:embed trees.txt
var treesFile string

// Depth is how many signs a tree asks for.
const Depth = 3

// Tree asks for a sign at each of its forks: the children of fork i are 2i+1, where the
// fact does not bear the sign, and 2i+2.
type Tree struct {
	Ask    [1<<Depth - 1]uint16 // sign by number; 0 is never borne
	Leaves [1 << Depth]float64
}

// mostSigns is how many signs a forest may ask for.
const mostSigns = 320

// signPlaces is room for the numbers of so many.
const signPlaces = 512

// Forest is what was learned of one sort of facts. It does not change.
type Forest struct {
	Signs []string // by number; the first is no sign
	Trees []Tree
	Base  float64 // of a fact without any tree

	places [places]uint16 // where a sign's hash points to its number, or to the next place; 0 where none stands
}

// places is how many there are: so many that signs seldom meet in one.
const places = 1 << 11

// place is where a sign is looked for first. Signs that begin alike differ in their length, or in
// the characters looked at.
func place(sign string) uint32 {
	h := uint32(len(sign)) * 0x9E3779B1
	if n := len(sign); n > 0 {
		h ^= (uint32(sign[n/4])<<24 | uint32(sign[n/2])<<16 | uint32(sign[n-n/3-1])<<8 | uint32(sign[n-1])) * 0x85EBCA77
		h ^= uint32(sign[min(n-1, 8)])*0xC2B2AE35 + uint32(sign[min(n-1, 6)])*0x27D4EB2F
	}
	return h >> 8 % places
}

// number is that of a sign; 0 for what the trees do not know.
func (f *Forest) number(sign string) uint16 {
	for at := place(sign); ; at = (at + 1) % places {
		if n := f.places[at]; n == 0 || f.Signs[n] == sign {
			return n
		}
	}
}

// NewForest is a forest of trees, whose signs are numbered in the order of a list.
func NewForest(signs []string, trees []Tree, base float64) *Forest {
	if len(signs) > mostSigns {
		panic(fmt.Sprintf("trees.txt: %d signs, more than %d", len(signs), mostSigns))
	}
	f := &Forest{Signs: signs, Trees: trees, Base: base}
	for i, s := range signs[1:] {
		at := place(s)
		for f.places[at] != 0 {
			at = (at + 1) % places
		}
		f.places[at] = uint16(i + 1)
	}
	return f
}

// Sum is what the forest says for (above 0) or against a fact with these signs, as the
// logarithm of its odds.
func (f *Forest) Sum(signs []string) float64 {
	var borne [signPlaces]uint8
	for _, s := range signs {
		borne[f.number(s)] = 1
	}
	borne[0] = 0 // what the trees do not know
	sum := f.Base
	for i := range f.Trees {
		t := &f.Trees[i] // Depth forks, one behind the other
		fork := 1 + borne[t.Ask[0]%signPlaces]&1
		fork = 2*fork + 1 + borne[t.Ask[fork]%signPlaces]&1
		fork = 2*fork + 1 + borne[t.Ask[fork]%signPlaces]&1
		sum += t.Leaves[fork-uint8(len(t.Ask))]
	}
	return sum
}

// Weigh is what each sign does to the sum of all: how much lower it were without it.
func (f *Forest) Weigh(signs []string) []float64 {
	all, each := f.Sum(signs), make([]float64, len(signs))
	for i := range signs {
		each[i] = all - f.Sum(slices.Delete(slices.Clone(signs), i, i+1))
	}
	return each
}

// Odds is a confidence from 0 to 1, in hundredths, for a sum.
func Odds(sum float64) float64 { return math.Round(100/(1+math.Exp(-sum))) / 100 }

// forests are those of numbers and of names.
var forests = sync.OnceValue(func() [2]*Forest {
	parts := strings.Split(treesFile, "\n\n")
	return [2]*Forest{readForest(parts[1]), readForest(parts[2])}
})

// readForest reads a part of trees.txt: the signs, the base, and a tree a line.
func readForest(part string) *Forest {
	lines := strings.Split(strings.TrimSpace(part), "\n")
	signs := append([]string{""}, strings.Split(lines[0], "\t")...)
	trees := make([]Tree, len(lines)-2)
	for i, line := range lines[2:] {
		fields := strings.Split(line, " ")
		for j := range trees[i].Ask {
			trees[i].Ask[j] = uint16(parsed(fields[j]))
		}
		for j := range trees[i].Leaves {
			trees[i].Leaves[j] = parsed(fields[len(trees[i].Ask)+j]) / 1000
		}
	}
	return NewForest(signs, trees, parsed(lines[1])/1000)
}

func parsed(s string) float64 {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(fmt.Sprintf("trees.txt: %q: %v", s, err))
	}
	return float64(n)
}

// Text writes a forest as trees.txt holds it: sums in thousandths.
func (f *Forest) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%.0f\n", strings.Join(f.Signs[1:], "\t"), 1000*f.Base)
	for _, t := range f.Trees {
		for _, n := range t.Ask {
			fmt.Fprintf(&b, "%d ", n)
		}
		for i, v := range t.Leaves {
			fmt.Fprintf(&b, "%.0f", 1000*v)
			if i < len(t.Leaves)-1 {
				b.WriteByte(' ')
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}
