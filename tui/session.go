package tui

import (
	"cmp"
	"errors"
	"path/filepath"
	"slices"

	"qubi/model"
	"qubi/model/files"
	"qubi/model/lang"
	"qubi/model/query"
	"qubi/tui/draw"
	"qubi/tui/table"
)

// session is the state as it is kept for --resume: by names, since the next
// start may have other reports open.
type session struct {
	View      string             `json:"view"`
	Themes    []string           `json:"themes"`
	AllThemes bool               `json:"allThemes"`
	Filter    string             `json:"filter"`
	Search    string             `json:"search"`
	Dim       bool               `json:"dim"`
	Marked    bool               `json:"marked"`
	Code      string             `json:"code"`
	Zoom      bool               `json:"zoom"`
	Lock      bool               `json:"lock"`
	Drawer    bool               `json:"drawer"`
	Tab       int                `json:"tab"`
	Ranked    int                `json:"ranked"` // the tab whose row is ranked
	Unfolded  []string           `json:"unfolded"`
	Sort      string             `json:"sort"`
	Reverse   bool               `json:"reverse"`
	Focus     int                `json:"focus"`
	First     int                `json:"first"` // the leftmost pane in sight
	SortOf    model.DistrictID   `json:"sortOf"`
	Districts []model.DistrictID `json:"districts"`
	Shown     []shown            `json:"shown"`
	Places    []kept             `json:"places"`
}

// shown is how a district is shown where that is not the usual way.
type shown struct {
	District model.DistrictID `json:"district"`
	Wider    int              `json:"wider"`    // cells added to its pane
	Report   string           `json:"report"`   // file of the report its text pane shows, or ""
	Original bool             `json:"original"` // whether it shows the original text too
}

// kept is where a pane stood; a tab of the comparison has no district.
type kept struct {
	View     string
	District model.DistrictID
	Tab      int
	At       table.Scroll
}

// end keeps what must outlast the program: notes not written yet, and the
// session for --resume.
func (a *App) end() error {
	err := a.keeper.flush()
	if a.options.State == "" {
		return err
	}
	return errors.Join(err, files.KeepJSON(filepath.Join(a.options.State, sessionFile), a.session()))
}

// session is the present state by names.
func (a *App) session() session {
	s := session{View: a.view.id(), Filter: a.filter.Expr.Text(), Search: a.search, Dim: a.dim, Marked: a.marked, Code: a.code,
		Zoom: a.zoom, Lock: a.lock, Drawer: a.drawer, Tab: a.tab, Ranked: int(a.ranked), Focus: a.focus, First: a.first,
		Sort: a.sort.by.String(), Reverse: a.sort.reverse, AllThemes: a.filter.AllThemes}
	s.Themes, s.Districts = model.Map(a.filter.Themes, model.Theme.String), a.ids(a.order)
	for id, open := range a.turned {
		if open {
			s.Unfolded = append(s.Unfolded, id)
		}
	}
	slices.Sort(s.Unfolded)
	if a.sort.district < len(a.corpus.Districts) {
		s.SortOf = a.corpus.Districts[a.sort.district].ID()
	}
	for i, d := range a.corpus.Districts {
		if wider, report, raw := a.widths[i], a.reports[i], a.raw[i]; wider != 0 || report != 0 || raw {
			s.Shown = append(s.Shown, shown{d.ID(), wider, d.Reports[report%len(d.Reports)].File, raw})
		}
	}
	for at, p := range a.places {
		if at.view == viewCompare {
			s.Places = append(s.Places, kept{View: at.view.id(), Tab: at.district, At: *p})
		} else {
			s.Places = append(s.Places, kept{View: at.view.id(), District: a.corpus.Districts[at.district].ID(), At: *p})
		}
	}
	slices.SortFunc(s.Places, func(a, b kept) int {
		return cmp.Or(cmp.Compare(a.View, b.View), cmp.Compare(a.District.City+a.District.Name, b.District.City+b.District.Name), a.Tab-b.Tab)
	})
	return s
}

// resume takes up the session kept in a file. What it names and is no longer
// there is left out; without a readable file the start is as always. What the
// program was started with goes before it.
func (a *App) resume(path string) {
	var s session
	switch found, err := files.ReadJSON(path, &s); {
	case !found:
		a.tell(a.words.Text("toast.noresume"))
		return
	case err != nil:
		a.fail(lang.Say("toast.badresume", path, err))
		return
	}
	at := map[model.DistrictID]int{}
	for i, d := range a.corpus.Districts {
		at[d.ID()] = i
	}
	a.resumeFilter(s)
	a.resumeDistricts(s, at)
	a.resumePlaces(s, at)
	a.dim, a.marked, a.code, a.zoom, a.lock, a.drawer = s.Dim, s.Marked, s.Code, s.Zoom, s.Lock, s.Drawer
	a.tab, a.focus = max(0, min(s.Tab, int(draw.TabCount)-1)), held(s.Focus)
	a.first = held(s.First)
	a.ranked = draw.Tab(max(0, min(s.Ranked, int(draw.TabCounts))))
	for _, id := range s.Unfolded {
		a.turned[id] = true
	}
	for _, o := range query.Orders() {
		if o.String() == s.Sort {
			a.sort = sorting{by: o, reverse: s.Reverse, district: at[s.SortOf]}
		}
	}
	a.tell(a.words.Text("toast.resumed"))
}

// resumeFilter takes up filter and search, where the start asked for none.
func (a *App) resumeFilter(s session) {
	start := a.options.Start
	if start.Filter.Districts = nil; !start.Filter.IsZero() || start.Search != "" {
		return
	}
	if a.filter = (query.Filter{}); len(s.Search) <= query.Longest {
		a.search = s.Search
	}
	for _, word := range s.Themes {
		if t := model.ParseTheme(word); t != model.NoTheme {
			a.filter.Themes = append(a.filter.Themes, t)
		}
	}
	a.filter.AllThemes = s.AllThemes && len(a.filter.Themes) > 1
	a.filter.Expr, _ = query.ParseExpr(s.Filter)
}

// widest is how much wider or narrower than usual a pane may be kept, in cells;
// a file may say anything.
const widest = 400

// resumeDistricts takes up which districts are shown, and how.
func (a *App) resumeDistricts(s session, at map[model.DistrictID]int) {
	var order []int
	for _, id := range s.Districts {
		if i, ok := at[id]; ok && !slices.Contains(order, i) {
			order = append(order, i)
		}
	}
	if len(order) > 0 && len(a.options.Start.Filter.Districts) == 0 {
		a.order = order
	}
	for _, d := range s.Shown {
		i, ok := at[d.District]
		if !ok {
			continue
		}
		a.widths[i], a.raw[i] = max(-widest, min(d.Wider, widest)), d.Original
		for n, r := range a.corpus.Districts[i].Reports {
			if r.File == d.Report {
				a.reports[i] = n
			}
		}
	}
}

// resumePlaces takes up the view and where its panes stood.
func (a *App) resumePlaces(s session, at map[model.DistrictID]int) {
	for v := viewSide; v < viewCount; v++ {
		if v.id() == s.View {
			a.view = v
		}
		for _, k := range s.Places {
			i, ok := at[k.District]
			if v == viewCompare {
				i, ok = k.Tab, k.Tab >= 0 && k.Tab < int(draw.TabCount)
			}
			if ok && k.View == v.id() {
				a.places[place{v, i}] = &table.Scroll{Cursor: held(k.At.Cursor), Top: held(k.At.Top), Column: held(k.At.Column)}
			}
		}
	}
}

// held is a place as a file tells it, within bounds that no list reaches.
func held(n int) int { return max(0, min(n, 1<<24)) }
