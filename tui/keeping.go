package tui

import (
	tea "charm.land/bubbletea/v2"

	"qubi/model/lang"
)

// done shows how it ended.
func (a *App) done(msg doneMsg) {
	switch {
	case msg.err != nil:
		a.fail(msg.err)
	case msg.text != "":
		a.Tell(msg.text)
	}
}

// unkept says that marks and notes end with the program, where they do.
func (a *App) unkept() string {
	if a.keeper.folder == "" {
		return a.words.Text("toast.unkept")
	}
	return ""
}

// saveNotes has marks and notes written beside the program; without a state
// folder they last as long as the program. Where marked facts alone are asked for, others
// are so now.
func (a *App) saveNotes() {
	if a.marked {
		a.requery()
	}
	a.keeper.keep(a.notes)
	a.Run(func() tea.Msg {
		if err := a.keeper.flush(); err != nil {
			return doneMsg{err: lang.Say("problem.unsaved", err)}
		}
		return doneMsg{}
	})
}

// sayHeads has it kept what the user says of reports, by what has changed.
func (a *App) sayHeads(before, now map[string]Head) {
	changed := map[string]Head{}
	for sum, h := range now {
		if before[sum] != h {
			changed[sum] = h
		}
	}
	for sum := range before {
		if _, still := now[sum]; !still {
			changed[sum] = Head{}
		}
	}
	if len(changed) == 0 || a.options.Library == nil {
		return
	}
	a.saying++
	if err := a.options.Library.Say(changed); err != nil {
		a.saying--
		a.fail(lang.Say("head.unkept", err))
	}
}

// mark marks the fact under the cursor, or takes its mark away.
func (a *App) mark() {
	f := a.selected()
	a.noting(f)
	a.notes = a.notes.Toggle(f)
	said := a.words.Text("toast.unmarked", f.Name, len(a.notes.Marked()))
	if a.notes.At(f).Marked {
		said = a.words.Text("toast.marked", f.Name, len(a.notes.Marked()), a.keyFor("marked"))
	}
	a.Tell(said + a.unkept())
	a.saveNotes()
}

// loadNotes reads marks and notes. A file that cannot be read is told, and never
// written over before it was read: then nothing is kept at all.
func (a *App) loadNotes() {
	folder := a.options.State
	if folder == "" {
		return
	}
	notes, _, err := ReadNotes(folder)
	if err != nil {
		a.options.Problems = append(a.options.Problems, a.words.Text("problem.notes", NotesPath(folder), err))
		a.options.State = ""
		return
	}
	a.notes = notes
	a.settle()
	a.keeper.corpus, a.keeper.base, a.keeper.folder = a.corpus.Corpus, a.notes, folder
}
