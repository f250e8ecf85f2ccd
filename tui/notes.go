package tui

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/files"
	"qubi/model/lang"
	"qubi/model/notes"
	"qubi/tui/ask"
	"qubi/tui/keymap"
)

// The other files in the state folder.
const (
	sessionFile = "session.json"
	lockFile    = "notes.lock"
)

// keeper writes marks and notes to the state folder, beside the program. What
// is written is always the latest, however many writes were asked for; a write
// that is still to come when the program ends is done then.
type keeper struct {
	folder string // "" keeps nothing
	corpus *model.Corpus

	mu    sync.Mutex
	base  notes.Notes // as last read or written here: what changed since is ours
	notes notes.Notes
	dirty bool
}

// keep takes what is to be written.
func (k *keeper) keep(n notes.Notes) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.notes, k.dirty = n, true
}

// of takes the corpus in which notes find their facts.
func (k *keeper) of(c *model.Corpus) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.corpus = c
}

// NotesPath is the file in which the marks and notes of a state folder are kept.
func NotesPath(folder string) string { return filepath.Join(folder, "notes.json") }

// ReadNotes reads the notes kept in a folder; where there is no file yet, none are
// found.
func ReadNotes(folder string) (n notes.Notes, found bool, err error) {
	found, err = files.ReadJSON(NotesPath(folder), &n)
	return n, found, err
}

// flush writes what has not been written. Another program may have written
// since, and may be about to: its marks and notes are kept too, each at its fact.
// A file that cannot be read is left alone. What could not be written is still
// to be written, with the next flush.
func (k *keeper) flush() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.dirty || k.folder == "" {
		return nil
	}
	if err := os.MkdirAll(k.folder, 0o700); err != nil {
		return err
	}
	var written []byte
	err := files.Update(filepath.Join(k.folder, lockFile), func() (err error) {
		written, err = k.write()
		return err
	}, func() bool { // where the file system knows no locks, another program may have written over it
		raw, err := files.Read(NotesPath(k.folder), files.StateLimit)
		return err == nil && bytes.Equal(bytes.TrimSpace(raw), written)
	})
	if err == nil {
		k.base, k.dirty = k.notes, false
	}
	return err
}

// write brings our changes into the file, and gives what is in it now. Theirs
// are settled as ours were: the same fact has the same key on both sides.
func (k *keeper) write() (written []byte, err error) {
	theirs, found, err := ReadNotes(k.folder)
	if err != nil {
		return nil, err
	}
	all := k.notes
	if found {
		theirs, _ = theirs.Settle(k.corpus)
		all = k.notes.Merge(k.base, theirs)
	}
	if written, err = json.Marshal(all); err != nil {
		return nil, err
	}
	return written, files.KeepJSON(NotesPath(k.folder), all)
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
		a.tell(a.words.Text("toast.strays", changed, keymap.Label(a.command("strays").bind.Help().Key)))
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
