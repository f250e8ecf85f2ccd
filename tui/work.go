package tui

import (
	"errors"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"qubi/model/export"
	"qubi/model/project"
	"qubi/model/query"
	"qubi/tui/ask"
	"qubi/tui/pane"
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
	a.Open(ask.NewExport(a.exported(), a.options.Folder, a.options.Home))
	return nil
}

// exported is what is on view, for package export.
func (a *App) exported() export.View {
	v := export.View{Kind: export.SideBySide, Corpus: a.corpus, Filter: a.asked(), Notes: a.notes, Lang: a.words.Lang, Paths: a.options.Paths, Lexicon: a.options.Lexicon,
		Order: a.sort.by, Reverse: a.sort.reverse}
	if checks := a.options.Checks; checks.Keep != nil {
		v.Project, v.File = project.Apply(checks.Raw, checks.Project, project.HideRejected), checks.File
		v.Corpus = query.New(v.Project.Corpus)
	}
	if a.view == viewCompare {
		v.Kind = [...]export.Kind{export.Indicators, export.Counts, export.Shared}[a.tab%int(pane.TabRanking)]
		if a.sort.by == query.ByValue || a.sort.by == query.ByPeriod {
			v.By = a.corpus.Districts[a.sort.district].ID()
		}
	}
	switch {
	case a.marked:
		v.Kind = export.Marked
	case a.view == viewSource:
		v.Kind = export.Text
	}
	return v
}
