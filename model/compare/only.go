package compare

import "qubi/model"

// Only is the one column that states a number of the indicator, in whatever
// measure; -1 where several do.
func (r *Row) Only() int {
	only := -1
	for _, o := range r.kin.rows {
		for j := range o.cells {
			if only >= 0 && only != j {
				return -1
			}
			only = j
		}
	}
	return only
}

// Only is the one column that names the thing; -1 where several do.
func (r NameRow) Only() int {
	if r.In != 1 {
		return -1
	}
	for j, facts := range r.cells {
		if len(facts) > 0 {
			return j
		}
	}
	return -1
}

// Shown are the facts that column j states and how, without looking for why it
// states none.
func (r *Row) Shown(j int) ([]*model.Fact, CellState) {
	c := r.stated(j)
	return c.Facts, c.State
}
