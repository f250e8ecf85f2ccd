package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// settle brings the notes to their facts and keeps those that find none in
// sight of the user, who is told when a report was changed under them.
func (a *App) settle() {
	a.notes, a.strays = a.notes.Settle(a.corpus.Corpus)
	changed := 0
	for _, s := range a.strays {
		if s.Changed {
			changed++
		}
	}
	if changed > 0 {
		a.tell(a.words.Text("toast.strays", changed, keyLabel(a.command("strays").bind.Help().Key)))
	}
}

// askStrays lists the marks and notes that find no fact. Enter looks for where
// one may belong now, Delete drops one.
func (a *App) askStrays() {
	a.choose(&menu{
		title: a.words.Text("title.strays"),
		items: func(a *App) []item { return a.strayItems() },
		pick: func(a *App, id string) tea.Cmd {
			n, _ := strconv.Atoi(id)
			a.change(func() { a.search = a.strays[n].Name })
			a.nearest()
			return nil
		},
		remove: func(a *App, id string) tea.Cmd {
			n, _ := strconv.Atoi(id)
			a.notes = a.notes.Drop(a.strays[n].Key)
			a.strays = append(a.strays[:n:n], a.strays[n+1:]...)
			a.tell(a.words.Text("toast.dropped"))
			return a.saveNotes()
		},
	})
}

// strayItems are the notes without facts: what they were on, what they say, and
// why they are not there.
func (a *App) strayItems() []item {
	var all []item
	for i, s := range a.strays {
		why := "stray.absent"
		if s.Changed {
			why = "stray.changed"
		}
		label := s.Name
		if s.Text != "" {
			label += " " + a.look.Glyphs.Note + " " + s.Text
		}
		all = append(all, item{id: strconv.Itoa(i), label: label, keys: a.words.Text(why),
			detail: strings.Join([]string{s.District, s.Report, s.Quote}, " ")})
	}
	return all
}

// needsStrays tells why there are no stray notes to list.
func needsStrays(a *App) string {
	if len(a.strays) == 0 {
		return "why.strays"
	}
	return ""
}
