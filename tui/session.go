package tui

import (
	"encoding/json"
	"errors"
	"os"

	"qubi/model"
	"qubi/tui/table"
)

// session is the state as it is kept for --resume: by names, since the next
// start may have other reports open.
type session struct {
	View      string             `json:"view"`
	Themes    []string           `json:"themes"`
	Filter    string             `json:"filter"`
	Search    string             `json:"search"`
	Dim       bool               `json:"dim"`
	Marked    bool               `json:"marked"`
	Zoom      bool               `json:"zoom"`
	Lock      bool               `json:"lock"`
	Drawer    bool               `json:"drawer"`
	Tab       int                `json:"tab"`
	Sort      string             `json:"sort"`
	Reverse   bool               `json:"reverse"`
	Focus     int                `json:"focus"`
	Districts []model.DistrictID `json:"districts"`
	Places    []kept             `json:"places"`
}

// kept is where a pane stood.
type kept struct {
	View     string
	District model.DistrictID
	At       table.Scroll
}

// end keeps what must outlast the program: notes not written yet, and the
// session for --resume.
func (a *App) end() error {
	err := a.keeper.flush()
	if a.options.State == "" {
		return err
	}
	return errors.Join(err, store(a.options.State, sessionFile, a.session()))
}

// session is the present state by names.
func (a *App) session() session {
	s := session{View: a.view.id(), Filter: a.filter.Expr.Text(), Search: a.search, Dim: a.dim, Marked: a.marked,
		Zoom: a.zoom, Lock: a.lock, Drawer: a.drawer, Tab: a.tab, Focus: a.focus,
		Sort: a.sort.by.String(), Reverse: a.sort.reverse}
	for _, t := range a.filter.Themes {
		s.Themes = append(s.Themes, t.String())
	}
	for _, d := range a.order {
		s.Districts = append(s.Districts, a.corpus.Districts[d].ID())
	}
	for at, p := range a.places {
		if at.view != viewCompare {
			s.Places = append(s.Places, kept{at.view.id(), a.corpus.Districts[at.district].ID(), p})
		}
	}
	return s
}

// resume takes up the session kept in a file. What it names and is no longer
// there is left out; without a readable file the start is as always.
func (a *App) resume(path string) {
	raw, err := os.ReadFile(path)
	var s session
	if err == nil {
		err = json.Unmarshal(raw, &s)
	}
	if err != nil {
		a.tell(a.words.Text("toast.noresume"))
		return
	}
	at := map[model.DistrictID]int{}
	for i, d := range a.corpus.Districts {
		at[d.ID()] = i
	}
	var order []int
	for _, id := range s.Districts {
		if i, ok := at[id]; ok {
			order = append(order, i)
		}
	}
	if len(order) > 0 {
		a.order = order
	}
	for v := viewSide; v < viewCount; v++ {
		if v.id() == s.View {
			a.view = v
		}
		for _, k := range s.Places {
			if i, ok := at[k.District]; ok && k.View == v.id() {
				a.places[place{v, i}] = k.At
			}
		}
	}
	a.filter = model.Filter{}
	for _, word := range s.Themes {
		a.filter.Themes = append(a.filter.Themes, model.ParseTheme(word))
	}
	a.filter.Expr, _ = model.ParseExpr(s.Filter)
	a.search, a.dim, a.marked, a.zoom, a.lock, a.drawer = s.Search, s.Dim, s.Marked, s.Zoom, s.Lock, s.Drawer
	a.tab, a.focus = max(0, min(s.Tab, 2)), max(0, s.Focus)
	for _, o := range model.Orders() {
		if o.String() == s.Sort {
			a.sort = sorting{by: o, reverse: s.Reverse}
		}
	}
	a.tell(a.words.Text("toast.resumed"))
}
