package tui

import (
	"maps"
	"slices"

	"qubi/model"
	"qubi/model/query"
	"qubi/tui/draw"
	"qubi/tui/pane"
	"qubi/tui/table"
)

// move moves the cursor of the focused pane, and of the others when locked.
func (a *App) move(m table.Motion) {
	p := a.focused()
	if p == nil {
		return
	}
	if a.view == viewCompare && draw.Tab(a.tab) == draw.TabRanking && (m == table.NextGroup || m == table.PrevGroup) {
		by := 1
		if m == table.PrevGroup {
			by = -1
		}
		a.otherRow(by)
		return
	}
	p.Move(m)
	a.still = !a.lock
	a.follow()
}

// follow brings locked panes to what the focused one stands on.
func (a *App) follow() {
	from, ok := a.focused().(pane.Seeker)
	if !a.lock || !ok {
		return
	}
	where := from.Where()
	for i := range a.plan.panes {
		n := a.plan.first + i
		if n == a.focus {
			continue
		}
		if to, ok := a.pane(n).(pane.Seeker); ok {
			to.Seek(where)
		}
	}
}

// sideways goes to the pane at the left or right; the comparison moves its
// own column instead.
func (a *App) sideways(by int) {
	if a.view == viewCompare {
		a.columnwise(by)
		return
	}
	a.focus = max(0, min(a.focus+by, len(a.order)-1))
}

// cycle goes to the next pane, and from the last to the first.
func (a *App) cycle(by int) {
	if n := len(a.order); n > 0 {
		a.focus = (a.focus + by + n) % n
	}
}

// show goes to a view, at the fact the cursor is on.
func (a *App) show(v view) {
	if v == a.view {
		return
	}
	f := a.selected()
	a.last, a.view = a.view, v
	if f != nil && v != viewCompare {
		a.derive()
		a.reveal(f)
	}
}

// toggleLock locks the panes together, or lets them go.
func (a *App) toggleLock() {
	a.lock = !a.lock
	a.derive()
	a.follow()
}

// widen adds cells to the focused pane, unless it can be no narrower.
func (a *App) widen(by int) {
	if i := a.focus - a.plan.first; by < 0 && i < len(a.plan.panes) && a.plan.panes[i].w+by < paneLeast {
		return
	}
	s := a.state.copy()
	s.widths[a.order[a.focus]] += by
	a.widths = s.widths
}

// reorder exchanges the focused pane with its neighbour.
func (a *App) reorder(by int) {
	to := a.focus + by
	if to < 0 || to >= len(a.order) {
		return
	}
	a.order = slices.Clone(a.order)
	a.order[a.focus], a.order[to] = a.order[to], a.order[a.focus]
	a.focus = to
}

// hide takes the focused pane away; "d" brings it back.
func (a *App) hide() {
	name := a.look.Named(a.corpus.Districts[a.order[a.focus]])
	a.order = slices.Delete(slices.Clone(a.order), a.focus, a.focus+1)
	a.Tell(a.words.Text("toast.hidden", name, a.keyFor("districts")))
}

// clear drops every filter and the search.
func (a *App) clear() {
	a.filter, a.search, a.marked, a.dim, a.code = query.Filter{}, "", false, false, ""
}

// undo takes back the last change of the view, of a mark or of a note.
func (a *App) undo() { a.swap(&a.history.past, &a.history.future, "toast.undone") }

// redo does again what was taken back last.
func (a *App) redo() { a.swap(&a.history.future, &a.history.past, "toast.redone") }

// swap goes to the last state of one list, and gives a fact back what it carried then;
// the present state is put into the other list as the way back.
func (a *App) swap(from, to *[]state, told string) {
	last := len(*from) - 1
	now, then := a.state.copy(), (*from)[last]
	if noted := then.noted; noted != nil {
		now.noted, then.noted = &noting{noted.fact, a.notes.At(noted.fact)}, nil
		a.notes = a.notes.Put(noted.fact, noted.was)
		a.saveNotes()
	}
	*from, *to = (*from)[:last], append(*to, now)
	a.restore(then)
	a.Tell(a.words.Text(told, len(*from)))
}

// noting keeps what a fact carries before that is changed, for undo.
func (a *App) noting(f *model.Fact) {
	s := a.state.copy()
	s.noted = &noting{f, a.notes.At(f)}
	a.history.keep(s)
}

// stand puts the cursors back where they stood in an earlier state.
func (a *App) stand(s state) {
	a.focus, a.first, a.reports = s.focus, s.first, clone(s.reports)
	for at, p := range a.panes {
		if stood := s.places[at]; stood != nil && at.view == a.view {
			a.fill(at, p)
			p.SetPlace(*stood)
		}
	}
}

// restore takes a copy of the state as the present one, cursors included.
func (a *App) restore(s state) {
	if s.view != a.view {
		a.last = a.view
	}
	heads, at := a.heads, a.selected()
	a.state = s.copy()
	a.sayHeads(heads, a.heads)
	a.requery()
	for at, p := range a.panes {
		a.fill(at, p)
		a.filled[at] = a.version
		a.seat(at, p)
	}
	if at != nil && !maps.Equal(heads, a.heads) { // who a report is of is no matter of where one stands
		a.reveal(at)
	}
}

// columnwise moves the comparison's column, and past its last one to the next
// districts while only a part of them is compared.
func (a *App) columnwise(by int) {
	p, ok := a.focused().(*pane.Compare)
	if !ok {
		return
	}
	from, to := a.compared.from, p.Place()
	if by < 0 {
		a.move(table.Leftward)
	} else {
		a.move(table.Rightward)
	}
	if p.Place() != to || a.compared.n == len(a.order) {
		return
	}
	if next := from + by*columnsCompared; next >= 0 && next < len(a.order) {
		a.focus, a.still = next, false
		a.derive()
		to.Column = 0
		if by < 0 {
			to.Column = columnsCompared - 1
		}
		p.SetPlace(to)
	}
}

// reveal puts the cursor on a fact, in whichever pane it is.
func (a *App) reveal(f *model.Fact) {
	for i, n := range a.order {
		d := a.corpus.Districts[n]
		if d.ID() == f.Report.DistrictID() {
			a.focus = i
			if p, ok := a.pane(i).(interface{ Show(*model.Fact) bool }); ok {
				p.Show(f)
			}
			if p, ok := a.pane(i).(*pane.Source); ok {
				a.reports[n] = p.Number()
			}
			a.derive()
			a.follow()
			return
		}
	}
}

// toSpot shows a place in a text.
func (a *App) toSpot(s draw.Spot) {
	for i, n := range a.order {
		number := slices.Index(a.corpus.Districts[n].Reports, s.Report)
		if number < 0 {
			continue
		}
		a.last, a.view, a.focus = a.view, viewSource, i
		a.reports[n] = number
		a.requery()
		a.derive()
		if p, ok := a.focused().(*pane.Source); ok {
			a.fill(a.at(i), p)
			p.GoTo(s.At)
		}
		return
	}
}
