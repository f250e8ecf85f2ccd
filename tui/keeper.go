package tui

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"sync"

	"qubi/model"
	"qubi/model/files"
	"qubi/model/notes"
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
