package tui

import (
	"fmt"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/export"
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
	a.tell(a.words.Text(id, f.Name, len(a.notes.Marked())))
	return a.saveNotes()
}

// saveNotes has marks and notes written beside the program; without a state
// folder they last as long as the program.
func (a *App) saveNotes() tea.Cmd {
	a.keeper.keep(a.notes)
	return func() tea.Msg { return doneMsg{err: a.keeper.flush()} }
}

// load reads marks and notes, and the last session if it is wanted. A file
// that cannot be read is told, and never written over before it was read: then
// nothing is kept at all.
func (a *App) load() {
	folder := a.options.State
	if folder == "" {
		return
	}
	notes, _, err := readNotes(folder)
	if err != nil {
		a.options.Problems = append(a.options.Problems, a.words.Text("problem.notes", err.Error()))
		a.options.State = ""
		return
	}
	a.notes, a.keeper.base, a.keeper.folder = notes, notes, folder
	if a.options.Start.Resume {
		a.resume(filepath.Join(folder, sessionFile))
	}
}

// value is the fact's number as the report writes it, with the sign of its
// bound, or its name: over 89 is not 89. A place in an order is its rank.
func value(f *model.Fact) string {
	switch {
	case !f.HasValue:
		return f.Name
	case f.Ordinal():
		return f.Rank
	}
	sign := string(f.Quantity.Bound)
	if f.Quantity.Bound == model.Exactly {
		sign = ""
	}
	return sign + f.Quantity.Value.String() + f.Quantity.Unit
}

// citation is the sentence with its source, ready to be quoted.
func (a *App) citation(f *model.Fact) string {
	head := f.Report.Head
	parts := []string{head.District, head.Title, head.Source, a.look.Dates(head), fmt.Sprintf("%s:%d", f.Report.File, f.Line())}
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.TrimSpace(f.Sentence()) + a.words.Text("cite", strings.Join(some, a.words.Text("cite.join")))
}

// cite copies the sentence with its source.
func (a *App) cite() tea.Cmd { return a.copyText("copy.cite", a.citation(a.selected())) }

// askCopy opens the copy menu.
func (a *App) askCopy() {
	f := a.selected()
	items := []item{
		{id: "copy.value", label: a.words.Text("copy.value"), detail: value(f)},
		{id: "copy.cite", label: a.words.Text("copy.cite"), detail: f.Sentence()},
		{id: "copy.row", label: a.words.Text("copy.row"), detail: plain(a.row(f))},
		{id: "copy.markdown", label: a.words.Text("copy.markdown")},
		{id: "copy.tsv", label: a.words.Text("copy.tsv")},
	}
	a.choose(&menu{title: a.words.Text("title.copy"), items: func(*App) []item { return items },
		pick: func(a *App, id string) tea.Cmd { return a.copyChosen(id, f) }})
}

// row is a fact in one line of tab separated fields.
func (a *App) row(f *model.Fact) string {
	return strings.Join([]string{f.Report.Head.District, f.Kind.Word(a.words.Lang), f.Name, value(f), f.Period.Label,
		f.Stage.Word(a.words.Lang), f.Change, f.Rank, fmt.Sprintf("%s:%d", f.Report.File, f.Line())}, "\t")
}

// copyChosen copies what was chosen from the menu.
func (a *App) copyChosen(id string, f *model.Fact) tea.Cmd {
	switch id {
	case "copy.value":
		return a.copyText(id, value(f))
	case "copy.cite":
		return a.copyText(id, a.citation(f))
	case "copy.row":
		return a.copyText(id, a.row(f))
	case "copy.tsv":
		return a.copyView(id, export.TSV)
	}
	return a.copyView(id, export.Markdown)
}

// copyView copies the whole view in a format.
func (a *App) copyView(id string, format export.Format) tea.Cmd {
	var b strings.Builder
	if err := export.Write(&b, format, a.exported()); err != nil {
		a.say(style.Error, err.Error())
		return nil
	}
	return a.copyText(id, b.String())
}

// copyText hands a text to the terminal (OSC 52) and to the system's clipboard
// where there is one, and says what was copied.
func (a *App) copyText(id, text string) tea.Cmd {
	short, _, _ := strings.Cut(text, "\n")
	a.tell(a.words.Text("toast.copied", a.words.Text(id), short))
	clipboard := a.options.Clipboard
	if clipboard == nil {
		return hand(text)
	}
	return tea.Batch(hand(text), func() tea.Msg {
		_ = clipboard(text) // the terminal was asked as well, and may be the one that can
		return nil
	})
}

// exported is what is on view, for package export.
func (a *App) exported() export.View {
	v := export.View{Kind: export.SideBySide, Corpus: a.corpus, Filter: a.asked(), Notes: a.notes, Lang: a.words.Lang, Paths: a.options.Paths,
		Order: a.sort.by, Reverse: a.sort.reverse}
	if a.view == viewCompare {
		v.Kind = [...]export.Kind{export.Indicators, export.Counts, export.Shared}[a.tab]
		if a.sort.by == model.ByValue || a.sort.by == model.ByPeriod {
			v.By = a.corpus.Districts[a.sort.district].ID()
		}
	}
	if a.marked {
		v.Kind = export.Marked
	}
	return v
}
