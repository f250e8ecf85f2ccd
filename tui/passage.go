package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/project"
	"qubi/tui/ask"
	"qubi/tui/cell"
	"qubi/tui/keymap"
	"qubi/tui/pane"
	"qubi/tui/style"
)

// selector has the keys while a passage of a text is selected: they move its end,
// and make a fact, a code or a memo of it.
type selector struct {
	ask.Unwritten
	a *App
	p *pane.Source
}

// selectPassage begins to select in the text that has the keys.
func (a *App) selectPassage() {
	if p, ok := a.focused().(*pane.Source); ok {
		p.Select()
		a.Open(&selector{a: a, p: p})
	}
}

// grips are the keys that move the end of a selection.
var grips = map[string]pane.Grip{
	"left": pane.GripLeft, "h": pane.GripLeft, "right": pane.GripRight, "l": pane.GripRight,
	"up": pane.GripUp, "k": pane.GripUp, "down": pane.GripDown, "j": pane.GripDown,
	"home": pane.GripStart, "0": pane.GripStart, "end": pane.GripEnd, "$": pane.GripEnd,
	"w": pane.GripClause, ")": pane.GripClause, "tab": pane.GripClause, "b": pane.GripBackClause, "(": pane.GripBackClause, "shift+tab": pane.GripBackClause,
}

// Key does what a key does here.
func (s *selector) Key(_ ask.Host, msg tea.KeyPressMsg) {
	k := keymap.Fold(msg)
	if g, ok := grips[k]; ok {
		s.p.Grip(g)
		return
	}
	switch k {
	case "esc", "q", "ctrl+c", "v":
		s.close()
	case "s":
		s.p.SelectSentence()
	case "o":
		s.p.SwapGrip()
	case "y":
		text := s.text()
		s.close()
		s.a.copyText("copy.passage", text)
	case "enter", "a", "c", "m":
		s.make(k)
	}
}

// make makes of the passage what a key asks for.
func (s *selector) make(key string) {
	if why := s.a.lacks("why.project"); why != "" {
		s.a.say(style.Error, s.a.reason(why))
		return
	}
	r, span := s.p.Report(), s.p.Selection()
	back := func() { s.a.Open(s) }
	s.a.withProject(func() {
		switch key {
		case "c":
			s.a.askCode(r, span, back, s.coded)
		case "m":
			s.a.askMemo(r, span, back, s.coded)
		default:
			s.a.addFact(r, span, back, s.close)
		}
	})
}

// coded shows a passage that was just coded.
func (s *selector) coded() {
	s.close()
	s.a.refresh()
}

// text is what is selected.
func (s *selector) text() string { return s.p.Report().Quote(s.p.Selection()) }

// close drops the selection.
func (s *selector) close() {
	s.p.Unselect()
	s.a.Open(nil)
}

// Rows is the line that tells what is selected, and that of the codes at hand.
func (s *selector) Rows(ask.Host) int { return 2 }

// Lines tells what is selected, and which codes its words suggest.
func (s *selector) Lines(_ ask.Host, w, _ int) []cell.Line {
	a, text := s.a, ask.Plain(strings.ReplaceAll(s.text(), "\n", " "))
	head := cell.Line{{Text: a.look.Glyphs.Rule + " " + a.words.Text("passage.selected", characters(text)) + " ", Role: style.Section}}
	quote := a.look.Measure.Truncate(text, max(4, w-a.look.Measure.WidthLine(head)))
	head = append(head, cell.Span{Text: quote, Role: style.Plain})
	said := a.words.Text("passage.how")
	if names := a.options.Checks.Project.Suggested(text); len(names) > 0 {
		said = a.words.Text("passage.suggested", strings.Join(names, " "))
	}
	return []cell.Line{a.fit(head, w), a.fit(cell.Line{{Text: " " + said, Role: style.Hint}}, w)}
}

// Hints are its keys.
func (s *selector) Hints() []ask.Hint {
	return []ask.Hint{{Key: "left", Does: ""}, {Key: "right", Does: "hint.grip"}, {Key: "w", Does: "hint.clause"}, {Key: "s", Does: "hint.sentence"}, {Key: "enter", Does: "hint.fact"},
		{Key: "c", Does: "hint.code"}, {Key: "m", Does: "hint.memo"}, {Key: "o", Does: "hint.swap"}, {Key: "y", Does: "hint.copy"}, {Key: "esc", Does: "hint.drop"}}
}

// askCode puts a code on a passage; back shows what was open before, done what
// was coded.
func (a *App) askCode(r *model.Report, span model.Span, back, done func()) {
	known, suggested := a.options.Checks.Project.Codebook(), a.options.Checks.Project.Suggested(r.Quote(span))
	told := a.words.Text("review.typed")
	if len(suggested) > 0 {
		told = a.words.Text("passage.suggested", strings.Join(suggested, " "))
	}
	a.Open(&ask.Prompt{
		Label: a.words.Text("review.code") + " ", Field: ask.NewField(""),
		Accept: func(value string) {
			code := strings.Join(strings.Fields(value), " ")
			if back(); code != "" && a.decide(a.decided.on.Code(r, span, code, "", a.options.Checks.Sign())) {
				done()
				a.tell(a.words.Text("review.coded", code))
			}
		},
		Cancel: back, Above: a.quoted(r, span),
		Tell: func(string) (string, int) { return told, -1 },
		Words: func(value string) []string {
			var all []string
			for _, name := range append(suggested, model.Map(known, func(c project.Code) string { return c.Name })...) {
				if strings.HasPrefix(name, value) && !slices.Contains(all, name) {
					all = append(all, name)
				}
			}
			return all
		},
	})
}

// askMemo writes a memo on a passage.
func (a *App) askMemo(r *model.Report, span model.Span, back, done func()) {
	memo := ask.NewField("")
	memo.Limit(noteLimit)
	a.Open(&ask.Prompt{
		Label: a.words.Text("passage.memo") + " ", Field: memo,
		Accept: func(text string) {
			if back(); text != "" && a.decide(a.decided.on.Code(r, span, "", text, a.options.Checks.Sign())) {
				done()
				a.tell(a.words.Text("passage.noted"))
			}
		},
		Cancel: back, Above: a.quoted(r, span),
		Tell: func(string) (string, int) { return a.words.Text("passage.memo.how", a.keyFor("codes")), -1 },
	})
}

// beginSelecting opens the selector on the text that was pressed on, from there;
// false where no text is.
func (a *App) beginSelecting(i int, p *pane.Source, r rect) bool {
	if !p.SelectAt(a.mouse.textX-r.x, a.mouse.textY-r.y) {
		return false
	}
	a.focus = i
	a.Open(&selector{a: a, p: p})
	return true
}

// selectByMouse selects in a text what the mouse is dragged over; false where the
// mouse does something else.
func (a *App) selectByMouse(msg tea.MouseMsg) bool {
	m := msg.Mouse()
	s, open := a.dialog.(*selector)
	if a.view != viewSource || a.dialog != nil && !open {
		return false
	}
	i, r := a.paneAt(m.X, m.Y)
	p, ok := a.pane(i).(*pane.Source)
	if !ok {
		a.mouse.text = 0
		return false
	}
	switch msg.(type) {
	case tea.MouseClickMsg:
		a.mouse.text = 0
		if m.Button == tea.MouseLeft {
			a.mouse.text, a.mouse.textX, a.mouse.textY = i+1, m.X, m.Y
			return open && s.p == p && p.SelectAt(m.X-r.x, m.Y-r.y)
		}
	case tea.MouseMotionMsg:
		if a.mouse.drag != 0 || a.mouse.text != i+1 || !open && !a.beginSelecting(i, p, r) {
			return false
		}
		return p.SelectTo(m.X-r.x, m.Y-r.y)
	case tea.MouseReleaseMsg:
		a.mouse.text = 0
	}
	return false
}

// paneAt is the pane in sight at a cell, by its position in the order, and where
// it stands; -1 where none is.
func (a *App) paneAt(x, y int) (int, rect) {
	for i, r := range a.plan.panes {
		if r.holds(x, y) {
			return a.plan.first + i, r
		}
	}
	return -1, rect{}
}
