package tui

import (
	"slices"

	"qubi/model"
	"qubi/tui/table"
)

// moves is where the districts of a corpus are found in the one that takes its
// place: the district of the same name, else the one that has its reports now.
type moves struct {
	from, to *model.Corpus
	at       []int // by number of the old district; -1 for one that is gone
	fresh    []int // new districts, none of which was there before
	paths    map[string]*model.Report
}

func newMoves(from, to *model.Corpus) moves {
	m := moves{from: from, to: to, at: make([]int, len(from.Districts)), paths: map[string]*model.Report{}}
	number := map[model.DistrictID]int{}
	for i, d := range to.Districts {
		number[d.ID()] = i
	}
	for _, r := range to.Reports {
		m.paths[r.Path] = r
	}
	taken := make([]bool, len(to.Districts))
	for i, d := range from.Districts {
		m.at[i] = -1
		if n, same := number[d.ID()]; same {
			m.at[i], taken[n] = n, true
		}
	}
	for i, d := range from.Districts {
		for _, r := range d.Reports {
			if now := m.paths[r.Path]; m.at[i] < 0 && now != nil {
				m.at[i] = number[now.DistrictID()]
				taken[m.at[i]] = true
			}
		}
	}
	for i := range taken {
		if !taken[i] {
			m.fresh = append(m.fresh, i)
		}
	}
	return m
}

// state is a state of the old corpus as one of the new. New districts are shown
// where all were; among them in their order, where nobody changed that.
func (m moves) state(s state) state {
	focused, first := -1, -1
	if len(s.order) > 0 {
		focused, first = m.at[s.order[min(s.focus, len(s.order)-1)]], m.at[s.order[min(s.first, len(s.order)-1)]]
	}
	old := s.order
	s.order = nil
	for _, d := range old {
		if n := m.at[d]; n >= 0 && !slices.Contains(s.order, n) {
			s.order = append(s.order, n)
		}
	}
	if len(old) == len(m.from.Districts) {
		s.order = append(s.order, m.fresh...)
		if slices.IsSorted(old) {
			slices.Sort(s.order)
		}
	}
	s.focus, s.first = max(0, slices.Index(s.order, focused)), max(0, slices.Index(s.order, first))
	s.sort.district = max(0, m.of(s.sort.district))
	s.widths, s.raw = moved(m, s.widths), moved(m, s.raw)
	reports := map[int]int{}
	for d, n := range s.reports {
		if to := m.of(d); to >= 0 {
			reports[to] = m.report(d, n, to)
		}
	}
	s.reports = reports
	places := map[place]*table.Scroll{}
	for at, stood := range s.places {
		if at.view != viewCompare {
			at.district = m.of(at.district)
		}
		if at.district >= 0 {
			places[at] = stood
		}
	}
	s.places = places
	return s
}

// of is a district's number in the new corpus, -1 for none.
func (m moves) of(d int) int {
	if d >= len(m.at) {
		return -1
	}
	return m.at[d]
}

// moved is what is kept of districts, by their new numbers.
func moved[V any](m moves, old map[int]V) map[int]V {
	now := make(map[int]V, len(old))
	for d, v := range old {
		if n := m.of(d); n >= 0 {
			now[n] = v
		}
	}
	return now
}

// report is the number of the report among those of its new district.
func (m moves) report(d, n, to int) int {
	old := m.from.Districts[d].Reports
	path := old[n%len(old)].Path
	return max(0, slices.IndexFunc(m.to.Districts[to].Reports, func(r *model.Report) bool { return r.Path == path }))
}

// fact is a fact of the old corpus as it is read now: of the same quote and name,
// else of the same name that stands nearest to where it stood; nil for none.
func (m moves) fact(f *model.Fact) (near *model.Fact) {
	if f == nil || m.paths[f.Report.Path] == nil {
		return nil
	}
	far := func(g *model.Fact) int {
		n := g.Place.Quote.Start - f.Place.Quote.Start
		return max(n, -n)
	}
	for _, g := range m.paths[f.Report.Path].Facts {
		if g.Kind == f.Kind && g.Name == f.Name && (near == nil || far(g) < far(near)) {
			near = g
		}
	}
	return near
}
