package tui

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"qubi/model"
	"qubi/model/lang"
	"qubi/model/query"
	"qubi/tui/ask"
	"qubi/tui/keymap"
)

// other are the words of the language that the interface does not speak: lists
// are found by both.
func (a *App) other() *lang.Language {
	if a.words.Lang == model.English {
		return lang.Load(model.Chinese)
	}
	return lang.Load(model.English)
}

// askThemes opens the theme picker.
func (a *App) askThemes() {
	ask.Choose(a, &ask.Menu{Title: a.words.Text("title.themes"), Items: a.themeItems, Closed: a.asOne()})
}

// asOne makes what is done until it is called one change of the view.
func (a *App) asOne() func() {
	before := a.state.copy()
	return func() {
		if !before.sameView(a.state) {
			a.history.keep(before)
		}
	}
}

// themeItems are the themes with their keys and counts.
func (a *App) themeItems() []ask.Item {
	var all []ask.Item
	for _, t := range model.Themes() {
		tick := func() { a.filter = a.filter.ToggleTheme(t); a.requery() }
		all = append(all, ask.Item{Label: t.Word(a.words.Lang), Keys: themeKey(t),
			Check:  ticked(slices.Contains(a.filter.Themes, t)),
			Detail: strconv.Itoa(a.counts.Themes[t]), Find: t.Word(model.Chinese) + " " + t.Word(model.English),
			Tick: tick, Do: func() { a.filter = a.filter.ToggleTheme(model.NoTheme); tick() }})
	}
	return all
}

// askDistricts opens the list of districts to show or hide.
func (a *App) askDistricts() {
	ask.Choose(a, &ask.Menu{Title: a.words.Text("title.districts"), Items: a.districtItems, Closed: a.asOne()})
}

// districtItems are all districts, those shown ticked.
func (a *App) districtItems() []ask.Item {
	shown := map[int]bool{}
	for _, d := range a.order {
		shown[d] = true
	}
	show := func(order []int) { a.order = order; a.requery() }
	every := ask.Item{Label: a.words.Text("districts.all"), Check: ticked(len(a.order) == len(a.corpus.Districts)), Do: func() { show(a.fresh().order) }}
	every.Tick = func() {
		if len(a.order) == len(a.corpus.Districts) {
			show(nil)
		} else {
			every.Do()
		}
	}
	all := []ask.Item{every}
	for i, d := range a.corpus.Districts {
		all = append(all, ask.Item{Label: a.look.Named(d), Check: ticked(shown[i]),
			Detail: strings.TrimSpace(d.City + " " + a.words.Text("pane.reports", len(d.Reports))),
			Tick:   func() { a.toggleDistrict(i) }, Do: func() { a.goTo(i) }})
	}
	return all
}

// ticked is the state of a box.
func ticked(on bool) int {
	if on {
		return 2
	}
	return 1
}

// toggleDistrict shows a district as the last pane, or hides it.
func (a *App) toggleDistrict(n int) {
	a.order = slices.Clone(a.order)
	if i := slices.Index(a.order, n); i >= 0 {
		a.order = slices.Delete(a.order, i, i+1)
	} else {
		a.order = append(a.order, n)
	}
	a.requery()
}

// goTo gives a district's pane the keys, and shows it if it was hidden.
func (a *App) goTo(n int) {
	if !slices.Contains(a.order, n) {
		a.toggleDistrict(n)
	}
	a.focus = slices.Index(a.order, n)
}

// askHelp opens the help: every command under its heading, found by word or by
// key; Enter does it.
func (a *App) askHelp() {
	ask.Choose(a, &ask.Menu{Title: a.words.Text("title.help"), Items: func() []ask.Item { return append(a.legend(), a.commandItems(true)...) }})
}

// askCommand opens the palette of every command.
func (a *App) askCommand() {
	ask.Choose(a, &ask.Menu{Title: a.words.Text("title.palette"), Items: func() []ask.Item { return a.commandItems(false) }})
}

// commandItems are the commands as they are bound now, with why one is off.
func (a *App) commandItems(grouped bool) []ask.Item {
	var all []ask.Item
	other, group := a.other(), ""
	for _, c := range a.commands {
		if grouped && c.group != group {
			group = c.group
			all = append(all, ask.Item{Label: a.words.Text("group." + group), Head: true})
		}
		why := c.why(a)
		if why != "" {
			why = a.reason(why)
		}
		all = append(all, ask.Item{ID: c.id, Label: a.words.Text("cmd." + c.id), Keys: keymap.Labels(c.keys),
			Find: other.Text("cmd."+c.id) + " " + c.id, Why: why, Do: func() { c.run(a) }})
	}
	return all
}

// askFilter opens the filter line; the panes follow while it is right.
func (a *App) askFilter() {
	a.ask(&ask.Prompt{
		Label: a.words.Text("prompt.filter"), Field: ask.NewField(a.filter.Expr.Text()),
		Live: func(value string) {
			a.filter.Expr = a.typedSoFar(value)
			a.requery()
		},
		Accept: func(value string) {
			if a.saidBeyond(value) == 0 {
				a.toShown()
				return
			}
			a.filter.Expr, a.search = nil, value
			a.requery()
			a.showFinds()
		},
		Tell:  a.tellFilter,
		Words: func(value string) []string { return query.CompleteExpr(value, a.words.Lang, a.corpus) },
	})
}

// saidBeyond is in how many places the texts have the plain words of a filter that
// leaves no fact; 0 where it leaves some, or asks for more than words.
func (a *App) saidBeyond(value string) int {
	value = strings.TrimSpace(value)
	if value == "" || a.counts.Total > 0 || !a.fewTexts() || strings.ContainsAny(value, "!^$|:：！ ") {
		return 0
	}
	if a.namesDistrict(value) {
		return 0 // a district is meant, which has a field of its own
	}
	return len(a.textHits(query.NewPattern(value)))
}

// namesDistrict reports whether a text is found in the name of a district.
func (a *App) namesDistrict(text string) bool {
	p := query.NewPattern(text)
	return slices.ContainsFunc(a.corpus.Districts, func(d *model.District) bool { return p.Match(d.Name) })
}

// toShown leaves a pane that a filter has emptied for the first that shows
// something: where one pane is in sight, all seemed to be gone.
func (a *App) toShown() {
	shows := func(n int) bool { return a.corpus.Count(a.of(a.corpus.Districts[n])) > 0 }
	if a.view != viewSide || len(a.order) == 0 || shows(a.order[a.focus]) {
		return
	}
	if i := slices.IndexFunc(a.order, shows); i >= 0 {
		a.focus = i
	}
}

// expr is the filter that a text means in this corpus; its error is a
// *model.SyntaxError.
func (a *App) expr(value string) (*query.Expr, error) {
	expr, err := query.ParseExpr(value)
	if err == nil {
		err = a.corpus.CheckUnits(expr)
	}
	return expr, err
}

// typedSoFar is the filter that a text means; where it is wrong, the conditions
// before the wrong one.
func (a *App) typedSoFar(value string) *query.Expr {
	expr, err := a.expr(value)
	if wrong, ok := err.(*query.SyntaxError); ok {
		before := strings.LastIndexFunc(value[:wrong.At], unicode.IsSpace)
		expr, _ = query.ParseExpr(value[:max(0, before)])
	}
	return expr
}

// tellFilter says what is wrong with a filter text, or how much it leaves.
func (a *App) tellFilter(value string) (string, int) {
	if _, err := a.expr(value); err != nil {
		wrong, ok := err.(*query.SyntaxError)
		if !ok {
			return lang.Told(err, a.words.Lang), len(value)
		}
		return wrong.Message(a.words.Lang), wrong.At
	}
	if strings.TrimSpace(value) == "" {
		return a.words.Text("prompt.filter.how"), -1
	}
	if n := a.saidBeyond(value); n > 0 {
		return a.words.Text("prompt.filter.said", n), -1
	}
	if a.counts.Total == 0 {
		return a.wayOut(), -1
	}
	return a.words.Text("prompt.filter.left", a.counts.Total), -1
}

// wayOut says what to change about filters that leave nothing: which one to
// drop, or that a district has its own field.
func (a *App) wayOut() string {
	for _, clause := range a.filter.Expr.Clauses() {
		if a.namesDistrict(clause) {
			return a.words.Text("prompt.filter.district", clause)
		}
	}
	if unknown := a.corpus.UnknownUnit(a.filter.Expr, a.words.Lang); unknown != "" {
		return a.words.Text("prompt.filter.unit", unknown)
	}
	for _, s := range a.corpus.Suggest(a.asked()) {
		return a.words.Text("prompt.filter.drop", a.chipWords(s.Drop), s.Count)
	}
	return a.words.Text("prompt.filter.none")
}

// chipWords are chips as the bar shows them.
func (a *App) chipWords(chips []query.Chip) string {
	s := ""
	for _, c := range chips {
		s += "[" + c.Label(a.words.Lang) + "]"
	}
	return s
}

// noteLimit is the length of a note in characters.
const noteLimit = 4000

// askNote opens the note line for the fact under the cursor.
func (a *App) askNote() {
	f := a.selected()
	note := ask.NewField("")
	note.Limit(noteLimit)
	note.Set(a.notes.At(f).Text)
	label := a.words.Text("prompt.note", a.look.Measure.Truncate(f.Name, max(8, a.w/3)))
	if strings.HasSuffix(label, ":") { // the Chinese colon holds its own blank
		label += " "
	}
	a.ask(&ask.Prompt{
		Label: label, Field: note,
		Accept: func(value string) {
			had := a.notes.At(f).Text
			if had != value {
				a.noting(f)
			}
			a.notes = a.notes.Write(f, value)
			switch {
			case a.notes.At(f).Text != "":
				a.tell(a.words.Text("toast.noted") + a.unkept())
			case had != "":
				a.tell(a.words.Text("toast.unnoted"))
			}
			a.saveNotes()
		},
		Tell: func(_ string) (string, int) { return a.words.Text("prompt.note.how"), -1 },
	})
}

// legend are the marks of facts with what they stand for, for the help.
func (a *App) legend() []ask.Item {
	g, text := a.look.Glyphs, a.words.Text
	all := []ask.Item{{Label: text("legend"), Head: true}}
	for _, line := range []string{text("legend.stages", g.Done, g.Building, g.Target), text("legend.marks", g.Mark, g.Note, g.Times+"2"),
		text("legend.doubt", g.Missing), text("legend.bounds"), text("legend.counts")} {
		all = append(all, ask.Item{Label: " " + line, Head: true})
	}
	return all
}
