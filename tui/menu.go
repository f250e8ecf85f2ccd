package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"qubi/model/query"
	"qubi/tui/cell"
	"qubi/tui/style"
	"qubi/tui/table"
)

// item is one line of a menu.
type item struct {
	id     string
	label  string
	keys   string // shown at the right, and found by typing them
	detail string // shown after the label, faint
	find   string // more words it is found by: the other language, the id
	why    string // why it cannot be chosen now, or ""
	check  int    // 0 no box, 1 empty, 2 ticked
	head   bool   // a heading, not to be chosen
}

// menu is a list to choose from that narrows while typing: by any of the
// words, in Chinese, English or pinyin, or by key.
type menu struct {
	title string
	items func(a *App) []item
	pick  func(a *App, id string) tea.Cmd
	// toggle ticks an item, where items have boxes; the menu stays open.
	toggle func(a *App, id string)
	// remove takes an item away, where that can be done.
	remove func(a *App, id string) tea.Cmd
	closed func(a *App) // told when the menu is gone, or nil

	// State.
	field   field
	place   table.Scroll
	toggled bool
	all     []item
	shown   []item
	asked   string
	height  int
}

// choose opens a menu.
func (a *App) choose(m *menu) {
	m.field = newField("")
	a.dialog = m
	m.all = m.items(a)
	m.height = m.rows(a) - 2 // as it will be drawn, unless the window is very low
	m.refresh(a)
	m.place.Cursor = 0
	m.step(1, 0)
}

// refresh makes the items anew and narrows them.
func (m *menu) refresh(a *App) {
	m.all = m.items(a)
	m.asked = m.field.value()
	m.shown = narrow(m.all, m.asked)
	m.place.Keep(len(m.shown), max(1, m.height), 0)
}

// narrow keeps the items that a typed text finds, exact finds first; without a
// text all of them, headings too.
func narrow(all []item, asked string) []item {
	asked = strings.TrimSpace(asked)
	if asked == "" {
		return all
	}
	pattern, pressed := query.NewPattern(asked), asked
	if name, err := ParseKey(asked); err == nil { // ctrl+n and ？ are keys as well
		pressed = keyLabel(name)
	}
	var exact, found []item
	for _, it := range all {
		if it.head {
			continue
		}
		switch {
		case hasKey(it.keys, asked), hasKey(it.keys, pressed):
			exact = append(exact, it)
		case len(asked) > 1 && strings.Contains(strings.ToLower(it.keys), strings.ToLower(asked)), // ctrl
			len(pattern.Find(it.label)) > 0, len(pattern.Find(it.find)) > 0, len(pattern.Find(it.detail)) > 0:
			found = append(found, it)
		}
	}
	return append(exact, found...)
}

// hasKey reports whether a key is one of those listed.
func hasKey(list, name string) bool {
	for _, k := range strings.Fields(list) {
		if k == name || strings.EqualFold(k, name) && len(name) > 1 {
			return true
		}
	}
	return false
}

// step moves the cursor by rows, and off headings.
func (m *menu) step(dir, rows int) {
	at := max(0, min(m.place.Cursor+rows, len(m.shown)-1))
	for try := 0; try < 2; try++ {
		for i := at; i >= 0 && i < len(m.shown); i += dir {
			if !m.shown[i].head {
				m.place.Cursor = i
				if !slices.ContainsFunc(m.shown[:i], func(it item) bool { return !it.head }) {
					m.place.Top = 0 // the first: with the headings before it
				}
				if m.height > 0 { // else it was not drawn yet, and will be kept then
					m.place.Keep(len(m.shown), m.height, 1)
				}
				return
			}
		}
		dir = -dir
	}
}

// current is the item under the cursor.
func (m *menu) current() (item, bool) {
	if m.place.Cursor < len(m.shown) && !m.shown[m.place.Cursor].head {
		return m.shown[m.place.Cursor], true
	}
	return item{}, false
}

func (m *menu) key(a *App, msg tea.KeyPressMsg) tea.Cmd {
	k, page := inDialog(), max(1, m.height-1)
	switch {
	case key.Matches(msg, k.cancel):
		m.close(a)
	case key.Matches(msg, k.accept):
		return m.accept(a)
	case m.toggle != nil && key.Matches(fold(msg), k.toggle, k.complete):
		m.tick(a)
	case m.remove != nil && key.Matches(msg, k.remove):
		return m.drop(a)
	case key.Matches(msg, k.up):
		m.step(-1, -1)
	case key.Matches(msg, k.down):
		m.step(1, 1)
	case key.Matches(msg, k.pageUp):
		m.step(-1, -page)
	case key.Matches(msg, k.pageDown):
		m.step(1, page)
	case m.field.update(msg):
		m.place = table.Scroll{}
		m.refresh(a)
		m.step(1, 0)
	}
	return nil
}

// tick toggles the item under the cursor.
func (m *menu) tick(a *App) {
	if it, ok := m.current(); ok {
		m.toggled = true
		m.toggle(a, it.id)
		m.refresh(a)
	}
}

// drop removes the item under the cursor; with the last one the list is gone.
func (m *menu) drop(a *App) tea.Cmd {
	it, ok := m.current()
	if !ok {
		return nil
	}
	cmd := m.remove(a, it.id)
	if m.refresh(a); len(m.all) == 0 {
		m.close(a)
	}
	return cmd
}

// accept chooses the item under the cursor; after ticking it only closes.
func (m *menu) accept(a *App) tea.Cmd {
	it, ok := m.current()
	switch {
	case m.toggled:
		m.close(a)
	case ok && it.why != "":
		a.tell(it.why)
	case ok:
		cmd := m.pick(a, it.id)
		if a.dialog == dialog(m) { // what was chosen may have opened another
			m.close(a)
		}
		return cmd
	}
	return nil
}

// close closes the menu.
func (m *menu) close(a *App) {
	a.close()
	if m.closed != nil {
		m.closed(a)
	}
}

func (m *menu) click(a *App, y int, double bool) tea.Cmd {
	i := m.place.Top + y - 2
	if y < 2 || i >= len(m.shown) || m.shown[i].head {
		return nil
	}
	m.place.Cursor = i
	switch {
	case m.toggle != nil:
		m.tick(a)
	case double:
		return m.accept(a)
	}
	return nil
}

func (m *menu) paste(a *App, msg tea.PasteMsg) tea.Cmd {
	m.field.update(msg)
	m.refresh(a)
	return nil
}

func (m *menu) hints() []hint {
	accept := hint{"enter", "hint.choose"}
	if m.toggled {
		accept.does = "hint.done"
	}
	all := []hint{accept, {"up", ""}, {"down", "hint.move"}, {"esc", "hint.close"}}
	if m.toggle != nil {
		all = slices.Insert(all, 1, hint{"space", "hint.tick"})
	}
	if m.remove != nil {
		all = slices.Insert(all, 1, hint{"delete", "hint.remove"})
	}
	return all
}

func (m *menu) rows(a *App) int { return min(len(m.all)+2, max(8, a.h*2/3)) }

func (m *menu) lines(a *App, w, h int) []cell.Line {
	m.height = h - 2
	m.place.Keep(len(m.shown), max(1, m.height), 1)
	line, _ := m.field.line(a.look, w-3, -1)
	lines := []cell.Line{m.titleLine(a, w), append(cell.Line{{Text: " > ", Role: style.Key}}, line...)}
	wide := 0
	for _, it := range m.all {
		wide = max(wide, a.look.Measure.Width(it.keys))
	}
	for i := m.place.Top; i < len(m.shown) && len(lines) < h; i++ {
		lines = append(lines, m.itemLine(a, i, w, min(wide, w/2)))
	}
	if len(m.shown) == 0 {
		lines = append(lines, cell.Line{{Text: "   " + a.words.Text("menu.nothing"), Role: style.Missing}})
	}
	return lines
}

// titleLine is the menu's upper edge.
func (m *menu) titleLine(a *App, w int) cell.Line {
	hint := a.words.Text("menu.narrow")
	if n, at := m.counted(); n > max(1, m.height) {
		hint += fmt.Sprintf("  %d/%d", at, n)
	}
	return a.edge(m.title, hint, w)
}

// counted is how many items can be chosen, and which of them, from 1, the
// cursor is on.
func (m *menu) counted() (n, at int) {
	for i, it := range m.shown {
		if !it.head {
			n++
		}
		if i == m.place.Cursor {
			at = n
		}
	}
	return n, at
}

// itemLine draws an item: cursor, box, keys, label, detail or why it is off.
func (m *menu) itemLine(a *App, i, w, keysWidth int) cell.Line {
	it, here := m.shown[i], i == m.place.Cursor
	if it.head {
		return a.fit(cell.Line{{Text: " " + it.label, Role: style.Section}}, w)
	}
	at := "   "
	if here {
		at = " " + a.look.Glyphs.Cursor + " "
	}
	line := cell.Line{{Text: at, Role: style.Key}}
	if it.check > 0 {
		line = append(line, cell.Span{Text: [...]string{"", "[ ] ", "[x] "}[it.check], Role: style.Key})
	}
	if keysWidth > 0 {
		line = append(line, a.fit(cell.Line{{Text: it.keys, Role: style.Key}}, keysWidth)...)
		line = append(line, cell.Span{Text: "  "})
	}
	role := style.Name
	if it.why != "" {
		role = style.Missing
	}
	line = append(line, lit(m.asked, it.label, role)...)
	line = append(line, cell.Span{Text: "  " + it.detail, Role: style.Faint})
	if it.why != "" {
		line = append(line, cell.Span{Text: " (" + it.why + ")", Role: style.Missing})
	}
	line = a.fit(line, w)
	if here {
		line = style.With(line, style.Selected)
	}
	return line
}

// lit lights what a typed text finds in a label.
func lit(asked, label string, role cell.Role) cell.Line {
	line, at := cell.Line{}, 0
	for _, s := range query.NewPattern(asked).Find(label) {
		line = append(line, cell.Span{Text: label[at:s.Start], Role: role}, cell.Span{Text: label[s.Start:s.End], Role: role | style.Lit})
		at = s.End
	}
	return append(line, cell.Span{Text: label[at:], Role: role})
}

func (m *menu) cursor(a *App, w, _ int) (x, y int, ok bool) {
	_, x = m.field.line(a.look, w-3, -1)
	return 3 + x, 1, true
}
