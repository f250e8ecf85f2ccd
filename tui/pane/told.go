package pane

import (
	"slices"

	"qubi/model"
	"qubi/model/compare"
	"qubi/tui/draw"
)

// words are all that a row shows of a fact.
type words struct {
	kind                                                                model.Kind
	name, number, unit, bound, period, change, rank, stage, tier, group string
}

// wordsOf are the words of a fact's row, the name folded.
func wordsOf(f *model.Fact) words {
	w := words{kind: f.Kind, name: model.Fold(f.Name), period: f.Period.Label, change: f.Change, rank: f.Rank,
		stage: string(f.Stage), tier: f.Tier, group: f.Group}
	if f.HasValue {
		w.number, w.unit, w.bound = f.Quantity.Value.String(), f.Quantity.Unit, string(f.Quantity.Bound)
	}
	return w
}

// fits reports whether two tellings of one thing are of the same, at two stages or
// one told with less than the other; of numbers none are.
func (w words) fits(v words) bool {
	if w.kind == model.Metric || w.kind != v.kind {
		return false
	}
	for _, both := range [][2]string{{w.number + w.unit + w.bound, v.number + v.unit + v.bound}, {w.period, v.period}, {w.change, v.change},
		{w.rank, v.rank}, {w.tier, v.tier}, {w.group, v.group}} {
		if both[0] != both[1] && both[0] != "" && both[1] != "" {
			return false
		}
	}
	return true
}

// tellings puts facts of one kind into rows, in the order in which their
// subjects first come.
func tellings(facts []*model.Fact) []draw.Telling {
	rows, alone := make([]draw.Telling, 0, len(facts)), slices.Clone(facts)
	of := make(map[draw.Subject][]int, len(facts)) // the rows of a subject
	saying := make(map[words]int, len(facts))      // the row that says the words
	for n, f := range facts {
		w, id := wordsOf(f), draw.SubjectOf(f)
		i, told := saying[w]
		for k := 0; !told && k < len(of[id]); k++ {
			i = of[id][k]
			told = !slices.ContainsFunc(rows[i], func(g *model.Fact) bool { return !wordsOf(g).fits(w) })
		}
		if told {
			rows[i], saying[w] = append(rows[i], f), i
			continue
		}
		saying[w] = len(rows)
		of[id] = append(of[id], len(rows))
		rows = append(rows, alone[n:n+1:n+1])
	}
	for i := range rows {
		slices.SortStableFunc(rows[i], compare.NewestFirst) // facts of one date keep their order
	}
	return together(rows, of)
}

// together brings the rows of one subject behind its first, newest report
// first.
func together(rows []draw.Telling, of map[draw.Subject][]int) []draw.Telling {
	if len(of) == len(rows) {
		return rows
	}
	out := make([]draw.Telling, 0, len(rows))
	for i, r := range rows {
		same := of[draw.SubjectOf(r[0])]
		if same[0] != i {
			continue
		}
		group := model.Map(same, func(j int) draw.Telling { return rows[j] })
		slices.SortStableFunc(group, func(a, b draw.Telling) int { return compare.NewestFirst(a[0], b[0]) })
		out = append(out, group...)
	}
	return out
}
