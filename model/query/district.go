package query

import (
	"strings"

	"qubi/model"
)

// FindDistricts are the districts a person may mean by a word: 济阳区, 济阳,
// 济南市中 or jiyang. Where some are named exactly so, only those.
func (ix *Index) FindDistricts(word string) []*model.District {
	key := model.Fold(strings.ReplaceAll(strings.TrimSpace(word), " ", ""))
	if key == "" {
		return nil
	}
	var exact, near []*model.District
	pattern := NewPattern(key)
	for _, d := range ix.Districts {
		city := strings.TrimSuffix(d.City, "市")
		short := strings.TrimRight(d.Name, "区县市")
		switch key {
		case d.Name, short, d.City + d.Name, city + d.Name, city + short, d.City + short:
			exact = append(exact, d)
			continue
		}
		if found, _ := pattern.Match(d.City + d.Name); found {
			near = append(near, d)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return near
}

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
