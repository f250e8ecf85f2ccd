package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
	"qubi/tui/style"
)

// prompt is a line to type in, with a second line below it that says what is
// wrong and where, or what may be typed.
type prompt struct {
	label string
	field field
	// live is told every change; the state before is restored on Esc.
	live   func(a *App, value string)
	accept func(a *App, value string) tea.Cmd
	// tell is the second line: an error with the byte where it stands, or a
	// hint with at -1.
	tell func(a *App, value string) (text string, at int)
	// words are what may stand at the end of a text, each a longer text, for
	// Tab; nil offers none.
	words  func(a *App, value string) []string
	filled filling
	before state
}

// ask opens a prompt.
func (a *App) ask(p *prompt) tea.Cmd {
	p.before = a.state.copy()
	a.dialog = p
	return nil
}

func (p *prompt) key(a *App, msg tea.KeyPressMsg) tea.Cmd {
	k := inDialog()
	switch {
	case key.Matches(msg, k.cancel):
		a.close()
		a.cancel(p.before)
		return nil
	case key.Matches(msg, k.accept):
		return p.finish(a)
	case p.words != nil && key.Matches(msg, k.complete):
		p.fill(a, 1)
		return nil
	case p.words != nil && key.Matches(msg, k.backward):
		p.fill(a, -1)
		return nil
	}
	p.typed(a, msg)
	return nil
}

// filling is a text being completed: what was typed and what may become of it,
// which Tab goes through.
type filling struct {
	offered []string
	at      int
	put     string // what stands in the field now
}

// fill puts the next or previous completion into the field.
func (p *prompt) fill(a *App, by int) {
	f := &p.filled
	if value := p.field.value(); f.offered == nil || value != f.put {
		*f = filling{offered: p.words(a, value), at: -1}
		if by < 0 {
			f.at = 0
		}
	}
	n := len(f.offered)
	if n == 0 {
		return
	}
	f.at = (f.at + by + n) % n
	f.put = f.offered[f.at]
	p.field.set(f.put)
	if p.live != nil {
		p.live(a, f.put)
	}
}

// finish accepts the value, unless it is wrong: then the prompt stays open.
func (p *prompt) finish(a *App) tea.Cmd {
	if _, at := p.tell(a, p.field.value()); at >= 0 {
		return nil
	}
	a.close()
	if !p.before.sameView(a.state) {
		a.history.keep(p.before)
	}
	return p.accept(a, p.field.value())
}

// typed hands a key or paste to the line.
func (p *prompt) typed(a *App, msg tea.Msg) {
	if p.field.update(msg) && p.live != nil {
		p.live(a, p.field.value())
	}
}

func (p *prompt) paste(a *App, msg tea.PasteMsg) tea.Cmd { p.typed(a, msg); return nil }

func (p *prompt) hints() []hint {
	all := []hint{{"enter", "hint.accept"}, {"ctrl+u", "hint.empty"}, {"esc", "hint.drop"}}
	if p.words != nil {
		all = slices.Insert(all, 1, hint{"tab", "hint.fill"})
	}
	return all
}

func (p *prompt) rows(a *App) int { return len(p.lines(a, a.w, 0)) }

func (p *prompt) lines(a *App, w, _ int) []cell.Line {
	text, at := p.tell(a, p.field.value())
	label := a.look.Measure.Width(p.label)
	line, _ := p.field.line(a.look, w-label, at)
	first := append(cell.Line{{Text: p.label, Role: style.Key}}, line...)
	if at < 0 {
		return []cell.Line{first, {{Text: " " + text, Role: style.Hint}}}
	}
	return append([]cell.Line{first}, p.wrong(a, w, text, at)...)
}

// wrong points at the place of an error and says what it is: beside the sign,
// or below it where the line is too short for that.
func (p *prompt) wrong(a *App, w int, text string, at int) []cell.Line {
	col := max(0, min(a.look.Measure.Width(p.label)+p.field.column(a.look, w-a.look.Measure.Width(p.label), at), w-1))
	if col+a.look.Measure.Width("^ "+text) <= w {
		return []cell.Line{a.indent(col, cell.Span{Text: "^ " + text, Role: style.Error})}
	}
	lines := []cell.Line{a.indent(col, cell.Span{Text: "^", Role: style.Error})}
	for _, part := range a.look.Measure.Wrap(text, max(1, w-2)) {
		lines = append(lines, cell.Line{{Text: " " + part, Role: style.Error}})
	}
	return lines
}

// indent is a span after n blanks.
func (a *App) indent(n int, s cell.Span) cell.Line {
	return append(a.fit(nil, n), s)
}

func (p *prompt) cursor(a *App, w, _ int) (x, y int, ok bool) {
	label := a.look.Measure.Width(p.label)
	_, x = p.field.line(a.look, w-label, -1)
	return label + x, 0, true
}

// cancel puts the state back as it was when the prompt opened.
func (a *App) cancel(before state) {
	if !before.sameView(a.state) {
		a.restore(before)
	}
}
