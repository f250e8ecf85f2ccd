package tui

import ()

// mark marks the fact under the cursor, or takes its mark away.
func (a *App) mark() {
	f := a.selected()
	a.noting(f)
	a.notes = a.notes.Toggle(f)
	id := "toast.unmarked"
	if a.notes.At(f).Marked {
		id = "toast.marked"
	}
	a.tell(a.words.Text(id, f.Name, len(a.notes.Marked())) + a.unkept())
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
