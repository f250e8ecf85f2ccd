package ask

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"qubi/model/query"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/keymap"
	"qubi/tui/style"
	"qubi/tui/table"
)

// Item is one line of a menu, and what can be done with it.
type Item struct {
	ID     string // by which it is found, where it has one
	Label  string
	Keys   string // shown at the right, and found by typing them
	Detail string // shown after the label, faint
	Find   string // more words it is found by: the other language, the id
	Why    string // why it cannot be chosen now, or ""
	Check  int    // 0 no box, 1 empty, 2 ticked
	Head   bool   // a heading, not to be chosen

	Do   func() // when it is chosen; nil does nothing
	Tick func() // when its box is ticked; the menu stays open
	Drop func() // when it is taken away
}

// Menu is a list to choose from that narrows while typing: by any of the
// words, in Chinese, English or pinyin, or by key.
type Menu struct {
	Title  string
	Items  func() []Item
	Closed func() // told when the menu is gone, or nil
	Above  Above

	// State.
	field   Field
	place   table.Scroll
	toggled bool
	all     []Item
	shown   []Item
	asked   string
	height  int
}

// Choose opens a menu.
func Choose(h Host, m *Menu) {
	m.field = NewField("")
	h.Open(m)
	m.all = m.Items()
	w, _ := h.Size()
	m.height = m.Rows(h) - 2 - len(m.Above.lines(w)) // as it will be drawn, unless the window is very low
	m.refresh()
	m.place.Cursor = 0
	m.Step(0)
}

// refresh makes the items anew and narrows them.
func (m *Menu) refresh() {
	m.all = m.Items()
	m.asked = m.field.Value()
	m.shown = Narrow(m.all, m.asked)
	m.place.Keep(len(m.shown), max(1, m.height), 0)
}

// Narrow keeps the items that a typed text finds, exact finds first; without a
// text all of them, headings too.
func Narrow(all []Item, asked string) []Item {
	asked = strings.TrimSpace(asked)
	if asked == "" {
		return all
	}
	pattern, pressed := query.NewPattern(asked), asked
	if name, err := keymap.Parse(asked); err == nil { // ctrl+n and ？ are keys as well
		pressed = keymap.Label(name)
	}
	var exact, found []Item
	for _, it := range all {
		if it.Head {
			continue
		}
		switch {
		case hasKey(it.Keys, asked), hasKey(it.Keys, pressed):
			exact = append(exact, it)
		case len(asked) > 1 && strings.Contains(strings.ToLower(it.Keys), strings.ToLower(asked)), // ctrl
			len(pattern.Find(it.Label)) > 0, len(pattern.Find(it.Find)) > 0, len(pattern.Find(it.Detail)) > 0:
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

// Step moves the cursor by rows, and off headings.
func (m *Menu) Step(rows int) {
	m.place.Cursor = max(0, min(m.place.Cursor+rows, len(m.shown)-1))
	m.place.Settle(len(m.shown), rows, func(i int) bool { return !m.shown[i].Head })
	if m.height > 0 { // else it was not drawn yet, and will be kept then
		m.place.Keep(len(m.shown), m.height, 1)
	}
}

// Current is the item under the cursor.
func (m *Menu) Current() (Item, bool) {
	if m.place.Cursor < len(m.shown) && !m.shown[m.place.Cursor].Head {
		return m.shown[m.place.Cursor], true
	}
	return Item{}, false
}

// Key does what a key does here.
func (m *Menu) Key(h Host, msg tea.KeyPressMsg) {
	k, by := keymap.Fold(msg), steps(msg, m.height)
	switch {
	case k == "esc", k == "ctrl+c":
		m.close(h)
	case k == "enter":
		m.accept(h)
	case m.ticks() && (k == "space" || k == "tab"):
		m.tick()
	case m.drops() && k == "delete":
		m.drop(h)
	case by != 0:
		m.Step(by)
	case m.field.Update(msg):
		m.place = table.Scroll{}
		m.refresh()
		m.Step(0)
	}
}

// ticks reports whether items have boxes, drops whether they can be taken away.
func (m *Menu) ticks() bool {
	return slices.ContainsFunc(m.all, func(it Item) bool { return it.Tick != nil })
}
func (m *Menu) drops() bool {
	return slices.ContainsFunc(m.all, func(it Item) bool { return it.Drop != nil })
}

// tick toggles the item under the cursor.
func (m *Menu) tick() {
	if it, ok := m.Current(); ok && it.Tick != nil {
		m.toggled = true
		it.Tick()
		m.refresh()
	}
}

// drop removes the item under the cursor; with the last one the list is gone.
func (m *Menu) drop(h Host) {
	if it, ok := m.Current(); ok && it.Drop != nil {
		it.Drop()
		if m.refresh(); len(m.all) == 0 {
			m.close(h)
		}
	}
}

// accept chooses the item under the cursor; after ticking it only closes.
func (m *Menu) accept(h Host) {
	it, ok := m.Current()
	switch {
	case m.toggled:
		m.close(h)
	case ok && it.Why != "":
		h.Tell(it.Why)
	case ok:
		if it.Do != nil {
			it.Do()
		}
		if h.Opened() == Dialog(m) { // what was chosen may have opened another
			m.close(h)
		}
	}
}

// close closes the menu.
func (m *Menu) close(h Host) {
	h.Open(nil)
	if m.Closed != nil {
		m.Closed()
	}
}

// Click does what a click on a row does.
func (m *Menu) Click(h Host, y int, double bool) {
	w, _ := h.Size()
	y -= len(m.Above.lines(w))
	i := m.place.Top + y - 2
	if y < 2 || i >= len(m.shown) || m.shown[i].Head {
		return
	}
	m.place.Cursor = i
	switch {
	case m.ticks():
		m.tick()
	case double:
		m.accept(h)
	}
}

// Paste types what was pasted.
func (m *Menu) Paste(_ Host, msg tea.PasteMsg) {
	m.field.Update(msg)
	m.refresh()
}

// Hints are its keys.
func (m *Menu) Hints() []Hint {
	accept := Hint{"enter", "hint.choose"}
	if m.toggled {
		accept.Does = "hint.done"
	}
	all := []Hint{accept, {"up", ""}, {"down", "hint.move"}, {"esc", "hint.close"}}
	if m.ticks() {
		all = slices.Insert(all, 1, Hint{"space", "hint.tick"})
	}
	if m.drops() {
		all = slices.Insert(all, 1, Hint{"delete", "hint.remove"})
	}
	return all
}

// Rows is how many rows it wants.
func (m *Menu) Rows(h Host) int {
	w, height := h.Size()
	return min(len(m.all)+2, max(8, height*2/3)) + len(m.Above.lines(w))
}

// Lines draws it.
func (m *Menu) Lines(host Host, w, h int) []cell.Line {
	l := host.Look()
	lines := m.Above.lines(w)
	m.height = h - 2 - len(lines)
	m.place.Keep(len(m.shown), max(1, m.height), 1)
	line, _ := m.field.Line(l, w-3, -1)
	lines = append(lines, m.titleLine(l, w), append(cell.Line{{Text: " > ", Role: style.Key}}, line...))
	wide := 0
	for _, it := range m.all {
		wide = max(wide, l.Measure.Width(it.Keys))
	}
	for i := m.place.Top; i < len(m.shown) && len(lines) < h; i++ {
		lines = append(lines, m.itemLine(l, i, w, min(wide, w/2)))
	}
	if len(m.shown) == 0 {
		lines = append(lines, cell.Line{{Text: "   " + l.Words.Text("menu.nothing"), Role: style.Missing}})
	}
	return lines
}

// titleLine is the menu's upper edge.
func (m *Menu) titleLine(l *draw.Look, w int) cell.Line {
	hint := l.Words.Text("menu.narrow")
	if n, at := m.counted(); n > max(1, m.height) {
		hint += fmt.Sprintf("  %d/%d", at, n)
	}
	return edge(l, m.Title, hint, w)
}

// counted is how many items can be chosen, and which of them, from 1, the
// cursor is on.
func (m *Menu) counted() (n, at int) {
	for i, it := range m.shown {
		if !it.Head {
			n++
		}
		if i == m.place.Cursor {
			at = n
		}
	}
	return n, at
}

// itemLine draws an item: cursor, box, keys, label, detail or why it is off.
func (m *Menu) itemLine(l *draw.Look, i, w, keysWidth int) cell.Line {
	it, here := m.shown[i], i == m.place.Cursor
	if it.Head {
		return table.Fit(l.Measure, cell.Line{{Text: " " + it.Label, Role: style.Section}}, w)
	}
	at := "   "
	if here {
		at = " " + l.Glyphs.Cursor + " "
	}
	line := cell.Line{{Text: at, Role: style.Key}}
	if it.Check > 0 {
		line = append(line, cell.Span{Text: [...]string{"", "[ ] ", "[x] "}[it.Check], Role: style.Key})
	}
	if keysWidth > 0 {
		line = append(line, table.Fit(l.Measure, cell.Line{{Text: it.Keys, Role: style.Key}}, keysWidth)...)
		line = append(line, cell.Span{Text: "  "})
	}
	role := style.Name
	if it.Why != "" {
		role = style.Missing
	}
	line = append(line, lit(m.asked, it.Label, role)...)
	line = append(line, cell.Span{Text: "  " + it.Detail, Role: style.Faint})
	if it.Why != "" {
		line = append(line, cell.Span{Text: " (" + it.Why + ")", Role: style.Missing})
	}
	line = table.Fit(l.Measure, line, w)
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

// Cursor is where typing goes.
func (m *Menu) Cursor(h Host, w int) (x, y int, ok bool) {
	_, x = m.field.Line(h.Look(), w-3, -1)
	return 3 + x, 1 + len(m.Above.lines(w)), true
}
