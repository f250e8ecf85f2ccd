package compare

import "qubi/model"

// Only is the one column that shows a number of the indicator; -1 where several
// do.
func (r *Row) Only() int {
	if r.Shown() > 1 {
		return -1
	}
	return r.cells.first()
}

// Only is the one column that names the thing; -1 where several do.
func (r NameRow) Only() int {
	if r.In > 1 {
		return -1
	}
	return r.cells.first()
}

// Told are the facts that column j shows and how, without looking for why it
// shows none.
func (r *Row) Told(j int) ([]*model.Fact, CellState) {
	c := r.stated(j)
	return c.Facts, c.State
}

// Told are the facts by which column j names the thing.
func (r NameRow) Told(j int) ([]*model.Fact, CellState) { return r.cells.in(j), Stated }
