package query

import "qubi/model"

// View is the districts a filter puts on view, in its order.
func (ix *Index) View(f Filter) []*model.District {
	if len(f.Districts) == 0 {
		return ix.Districts
	}
	view := make([]*model.District, 0, len(f.Districts))
	for _, id := range f.Districts {
		if d := ix.District(id); d != nil {
			view = append(view, d)
		}
	}
	return view
}
