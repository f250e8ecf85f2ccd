package compare

import "qubi/model"

// Only is the one column that shows a number of the indicator; -1 where several
// do. See [Comparison.Split].
func (r *Row) Only() int {
	if r.Shown() > 1 {
		return -1
	}
	return lone(r.cells)
}

// Only is the one column that names the thing; -1 where several do.
func (r NameRow) Only() int {
	if r.In > 1 {
		return -1
	}
	return lone(r.cells)
}

// lone is the one column with facts, or -1.
func lone(cells map[int][]*model.Fact) int {
	for j, facts := range cells {
		if len(facts) > 0 {
			return j
		}
	}
	return -1
}

// Told are the facts that column j shows and how, without looking for why it
// shows none.
func (r *Row) Told(j int) ([]*model.Fact, CellState) {
	c := r.stated(j)
	return c.Facts, c.State
}
