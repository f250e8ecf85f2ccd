package data_test

import (
	"math"
	"math/rand/v2"
	"slices"

	"qubi/data/trust"
	"qubi/model"
)

// How trust/trees.txt is learned: small trees one after the other, each of which mends
// what those before it got wrong (gradient boosting).
const (
	treesLearned = 200
	pace         = .08 // how much of its mending a tree does
	stiffness    = 4   // what keeps leaves of few rows near 0
	leastRows    = 4   // of a leaf, each counted by how open it still was
	rowsAsked    = .7  // by each tree, at random
	signsAsked   = .3
	leastBorne   = 10 // rows of a sign that trees may ask for
)

// forests are what was learned of numbers and of names.
type forests struct{ numbers, names *trust.Forest }

func learn(samples []sample) forests {
	var numbers, names []sample
	for _, s := range samples {
		if s.kind == model.Metric {
			numbers = append(numbers, s)
		} else {
			names = append(names, s)
		}
	}
	return forests{grow(numbers), grow(names)}
}

func (f forests) of(s sample) float64 {
	if s.kind == model.Metric {
		return trust.Odds(f.numbers.Sum(s.signs))
	}
	return trust.Odds(f.names.Sum(s.signs))
}

// grower grows trees over rows of signs.
type grower struct {
	rows        [][]int32 // the signs of each row, by number
	right       []bool
	counts, sum []float64 // of each row: how much it counts, and what the trees say so far
	slope, bend []float64 // of its loss
	leaf        []int     // fork of the tree that grows
	signs       int
	random      *rand.Rand
}

func grow(samples []sample) *trust.Forest {
	names := signNames(samples)
	number := map[string]int32{}
	for i, s := range names {
		number[s] = int32(i)
	}
	n := len(samples)
	g := &grower{signs: len(names), random: rand.New(rand.NewPCG(1, 2)), slope: make([]float64, n), bend: make([]float64, n), sum: make([]float64, n), leaf: make([]int, n)}
	for _, s := range samples {
		var row []int32
		for _, sign := range s.signs {
			if k := number[sign]; k > 0 && !slices.Contains(row, k) {
				row = append(row, k)
			}
		}
		g.rows, g.right, g.counts = append(g.rows, row), append(g.right, s.right), append(g.counts, s.counts())
	}
	trees := make([]trust.Tree, treesLearned)
	for i := range trees {
		trees[i] = g.tree()
	}
	return trust.NewForest(names, trees, 0)
}

// signNames are the signs that enough samples bear; the first is none.
func signNames(samples []sample) []string {
	borne := map[string]int{}
	for _, s := range samples {
		for _, sign := range s.signs {
			borne[sign]++
		}
	}
	names := []string{""}
	for sign, n := range borne {
		if n >= leastBorne {
			names = append(names, sign)
		}
	}
	slices.Sort(names)
	return names
}

// sums are those of the slopes and bends of rows.
type sums struct{ slope, bend float64 }

func (s sums) gain() float64 { return s.slope * s.slope / (s.bend + stiffness) }

func (g *grower) tree() (t trust.Tree) {
	asked := make([]bool, len(g.rows))
	for i := range g.rows {
		p := 1 / (1 + math.Exp(-g.sum[i]))
		g.slope[i], g.bend[i], g.leaf[i] = p*g.counts[i], p*(1-p)*g.counts[i], 0
		if g.right[i] {
			g.slope[i] -= g.counts[i]
		}
		asked[i] = g.random.Float64() < rowsAsked
	}
	may := make([]bool, g.signs)
	for k := 1; k < g.signs; k++ {
		may[k] = g.random.Float64() < signsAsked
	}
	first := 0
	for range trust.Depth {
		g.fork(&t, first, asked, may)
		first = 2*first + 1
	}
	leaves := make([]sums, len(t.Leaves))
	for i := range g.rows {
		if l := &leaves[g.leaf[i]-first]; asked[i] {
			l.slope += g.slope[i]
			l.bend += g.bend[i]
		}
	}
	for i, l := range leaves {
		t.Leaves[i] = -pace * l.slope / (l.bend + stiffness)
	}
	for i := range g.rows {
		g.sum[i] += t.Leaves[g.leaf[i]-first]
	}
	return t
}

// fork lets the forks of a level, the first of which is given, ask for the signs that
// part right and wrong rows best.
func (g *grower) fork(t *trust.Tree, first int, asked, may []bool) {
	forks := first + 1
	all, with := make([]sums, forks), make([]sums, forks*g.signs)
	for i, row := range g.rows {
		if !asked[i] {
			continue
		}
		at := g.leaf[i] - first
		all[at].slope += g.slope[i]
		all[at].bend += g.bend[i]
		for _, k := range row {
			w := &with[at*g.signs+int(k)]
			w.slope += g.slope[i]
			w.bend += g.bend[i]
		}
	}
	for at := range all {
		best := 0.0
		for k := 1; k < g.signs; k++ {
			w := with[at*g.signs+k]
			without := sums{all[at].slope - w.slope, all[at].bend - w.bend}
			if !may[k] || w.bend < leastRows || without.bend < leastRows {
				continue
			}
			if gain := w.gain() + without.gain() - all[at].gain(); gain > best {
				best, t.Ask[first+at] = gain, uint16(k)
			}
		}
	}
	for i, row := range g.rows {
		at := g.leaf[i]
		g.leaf[i] = 2*at + 1
		if k := t.Ask[at]; k > 0 && slices.Contains(row, int32(k)) {
			g.leaf[i]++
		}
	}
}
