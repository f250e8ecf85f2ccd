package tui

import (
	"strings"

	"qubi/tui/ask"
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
		a.tell(a.words.Text("toast.strays", changed, a.keyFor("strays")))
	}
}

// askStrays lists the marks and notes that find no fact. Enter looks for where
// one may belong now, Delete drops one.
func (a *App) askStrays() {
	ask.Choose(a, &ask.Menu{
		Title: a.words.Text("title.strays"),
		Items: a.strayItems,
	})
}

// strayItems are the notes without facts: what they were on, what they say, and
// why they are not there.
func (a *App) strayItems() []ask.Item {
	var all []ask.Item
	for i, s := range a.strays {
		why := "stray.absent"
		if s.Changed {
			why = "stray.changed"
		}
		label := s.Name
		if s.Text != "" {
			label += " " + a.look.Glyphs.Note + " " + s.Text
		}
		all = append(all, ask.Item{Label: label, Keys: a.words.Text(why),
			Detail: strings.Join([]string{s.District, s.Report, s.Quote}, " "),
			Do: func() {
				a.change(func() { a.search = s.Name })
				a.nearest()
			},
			Drop: func() {
				a.notes = a.notes.Drop(s.Key)
				a.strays = append(a.strays[:i:i], a.strays[i+1:]...)
				a.tell(a.words.Text("toast.dropped"))
				a.saveNotes()
			}})
	}
	return all
}
