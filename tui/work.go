package tui

import (
	"errors"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"qubi/model/export"
	"qubi/tui/ask"
	"qubi/tui/style"
)

// doneMsg is how something that ran beside the program ended.
type doneMsg struct {
	text string // what was done, in words
	err  error
}

// done shows how it ended.
func (a *App) done(msg doneMsg) {
	switch {
	case msg.err != nil:
		a.say(style.Error, msg.err.Error())
	case msg.text != "":
		a.tell(msg.text)
	}
}

// mark marks the fact under the cursor, or takes its mark away.
func (a *App) mark() tea.Cmd {
	f := a.selected()
	a.noting(f)
	a.notes = a.notes.Toggle(f)
	if a.marked {
		a.requery()
	}
	id := "toast.unmarked"
	if a.notes.At(f).Marked {
		id = "toast.marked"
	}
	a.tell(a.words.Text(id, f.Name, len(a.notes.Marked())) + a.unkept())
	return a.saveNotes()
}

// unkept says that marks and notes end with the program, where they do.
func (a *App) unkept() string {
	if a.keeper.folder == "" {
		return a.words.Text("toast.unkept")
	}
	return ""
}

// saveNotes has marks and notes written beside the program; without a state
// folder they last as long as the program.
func (a *App) saveNotes() tea.Cmd {
	a.keeper.keep(a.notes)
	words := a.words
	return func() tea.Msg {
		if err := a.keeper.flush(); err != nil {
			return doneMsg{err: errors.New(words.Text("problem.unsaved", err))}
		}
		return doneMsg{}
	}
}

// loadNotes reads marks and notes. A file that cannot be read is told, and never
// written over before it was read: then nothing is kept at all.
func (a *App) loadNotes() {
	folder := a.options.State
	if folder == "" {
		return
	}
	notes, _, err := readNotes(folder)
	if err != nil {
		a.options.Problems = append(a.options.Problems, a.words.Text("problem.notes", filepath.Join(folder, notesFile), err.Error()))
		a.options.State = ""
		return
	}
	a.notes = notes
	a.settle()
	a.keeper.corpus, a.keeper.base, a.keeper.folder = a.corpus.Corpus, a.notes, folder
}

// askExport opens the export dialog for what is on view.
func (a *App) askExport() tea.Cmd {
	a.Open(newExport(a, a.exported()))
	return nil
}

// newExport is the export dialog for a view.
func newExport(a *App, v export.View) *ask.Export {
	return ask.NewExport(v, a.options.Folder, a.options.Home)
}
