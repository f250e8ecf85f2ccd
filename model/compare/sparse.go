package compare

import (
	"cmp"
	"iter"
	"slices"

	"qubi/model"
)

// sparse is the facts of a row by column, of which most say nothing. Columns are
// added from the left.
type sparse struct {
	facts []*model.Fact // of all columns, one after the other
	runs  []run         // of the columns that have any
}

// run is where the facts of a column stand.
type run struct{ column, from, to int32 }

// add puts a fact into a column: the last one, or one behind it.
func (s *sparse) add(j int, f *model.Fact) {
	if n := len(s.runs); n == 0 || int(s.runs[n-1].column) != j {
		s.runs = append(s.runs, run{int32(j), int32(len(s.facts)), int32(len(s.facts))})
	}
	s.facts = append(s.facts, f)
	s.runs[len(s.runs)-1].to++
}

// in are the facts of a column; none where it has none.
func (s *sparse) in(j int) []*model.Fact {
	i, found := slices.BinarySearchFunc(s.runs, int32(j), func(r run, j int32) int { return cmp.Compare(r.column, j) })
	if !found {
		return nil
	}
	r := s.runs[i]
	return s.facts[r.from:r.to:r.to]
}

// len is how many columns have facts.
func (s *sparse) len() int { return len(s.runs) }

// first is the first column that has facts, or -1.
func (s *sparse) first() int {
	if len(s.runs) == 0 {
		return -1
	}
	return int(s.runs[0].column)
}

// all are the columns that have facts, from the left.
func (s *sparse) all() iter.Seq2[int, []*model.Fact] {
	return func(yield func(int, []*model.Fact) bool) {
		for _, r := range s.runs {
			if !yield(int(r.column), s.facts[r.from:r.to:r.to]) {
				return
			}
		}
	}
}

// holder is the first column that has one of the facts and is asked for, or -1.
func (s *sparse) holder(facts map[*model.Fact]bool, asked func(j int) bool) int {
	for j, all := range s.all() {
		if asked(j) && slices.ContainsFunc(all, func(f *model.Fact) bool { return facts[f] }) {
			return j
		}
	}
	return -1
}
