package tui

import (
	"maps"
	"slices"

	"qubi/model"
	"qubi/model/notes"
	"qubi/model/query"
	"qubi/tui/draw"
	"qubi/tui/table"
)

// view is one of the three views.
type view int

// The views.
const (
	viewSide    view = iota // 并列: a pane per district
	viewCompare             // 对照: a table with a column per district
	viewSource              // 原文: the reports' texts
	viewCount
)

// id is the view's id among the words of the interface.
func (v view) id() string { return [...]string{"side", "compare", "source"}[v] }

// state is everything a key can change about what is shown. It is a value:
// undo, redo and "last view" keep copies. Slices are replaced, never written
// into; the maps are cloned by copy.
type state struct {
	aspect
	filter  query.Filter            // without districts and marks: order and marked say those
	order   []int                   // districts shown, left to right, as indexes into the corpus
	focus   int                     // index into order
	first   int                     // leftmost shown
	widths  map[int]int             // cells added to a district's pane
	places  map[place]*table.Scroll // the cursors, which panes move
	turned  map[string]bool         // what folds and was opened, or closed where it usually stands open
	opened  []layer                 // what Esc closes, the last first
	reports map[int]int             // which report a district's source pane shows
	raw     map[int]bool            // whether it shows the original text too
	heads   map[string]Head         // what the user says of reports, by FileSum; never written into
	noted   *noting                 // of a state that undo goes back to, what a fact carried then
}

// aspect is the plain part of what is seen, which compares at once.
type aspect struct {
	view   view
	search string
	dim    bool   // show what the filter would hide, dimmed
	marked bool   // marked facts only
	code   string // only facts in passages with this code; "" is all
	zoom   bool
	lock   bool
	drawer bool
	tab    int // of the comparison
	sort   sorting
	ranked draw.Tab // the table whose row is ranked
}

// noting is the mark and the note that a fact carried before they were changed.
type noting struct {
	fact *model.Fact
	was  notes.Note
}

// sorting is the order of facts and rows.
type sorting struct {
	by       query.Order
	reverse  bool
	district int // whose values or periods order the rows of indicators
}

// place names a pane's place: a district's in a view, or the comparison's tab.
type place struct {
	view     view
	district int // or tab
}

// copy is the state with maps of its own.
func (s state) copy() state {
	s.widths, s.places, s.reports, s.raw, s.turned = clone(s.widths), clone(s.places), clone(s.reports), clone(s.raw), clone(s.turned)
	for at, stood := range s.places {
		own := *stood
		s.places[at] = &own
	}
	return s
}

// sameView reports whether two states show the same thing, cursors aside.
func (s state) sameView(t state) bool {
	return s.aspect == t.aspect && s.filter.Equal(t.filter) && slices.Equal(s.order, t.order) &&
		maps.Equal(s.turned, t.turned) && maps.Equal(s.widths, t.widths) &&
		maps.Equal(s.reports, t.reports) && maps.Equal(s.raw, t.raw) && maps.Equal(s.heads, t.heads)
}

// history is the states before and after the present one.
type history struct{ past, future []state }

// historyLimit is how many view changes can be undone.
const historyLimit = 200

// keep remembers the state before a change; what was undone is gone.
func (h *history) keep(s state) {
	h.past = append(h.past, s)
	if len(h.past) > historyLimit {
		h.past = slices.Delete(h.past, 0, 1)
	}
	h.future = nil
}

// layer is something that was opened over the panes, and that Esc closes.
type layer struct {
	of   layerOf
	view view // where Esc goes back to, of a view
	tab  int
}

// layerOf is what was opened.
type layerOf int

// The layers.
const (
	layerSearch layerOf = iota
	layerZoom
	layerDrawer
	layerView
)

// opening is what is open in a state after a change: what was, without what the
// change closed, and then what it opened.
func opening(before, now state) []layer {
	open := slices.Clone(now.opened)
	turn := func(of layerOf, was, is bool) {
		if was != is {
			open = slices.DeleteFunc(open, func(l layer) bool { return l.of == of })
		}
		if is && !was {
			open = append(open, layer{of: of})
		}
	}
	turn(layerSearch, before.search != "", now.search != "")
	turn(layerZoom, before.zoom, now.zoom)
	turn(layerDrawer, before.drawer, now.drawer)
	switch {
	case now.view == viewSide:
		open = slices.DeleteFunc(open, func(l layer) bool { return l.of == layerView })
	case now.view != before.view:
		open = append(open, layer{layerView, before.view, before.tab})
	}
	return open
}

// clone is a map of its own that can be written to.
func clone[K comparable, V any](m map[K]V) map[K]V {
	own := map[K]V{}
	maps.Copy(own, m)
	return own
}
