package tui

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"qubi/model"
	"qubi/model/files"
	"qubi/model/notes"
)

// The files in the state folder.
const (
	notesFile   = "notes.json"
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

// readNotes reads the notes kept in a folder; a file that is not there holds
// none.
func readNotes(folder string) (n notes.Notes, found bool, err error) {
	raw, err := files.Read(filepath.Join(folder, notesFile), files.StateLimit)
	if errors.Is(err, fs.ErrNotExist) {
		return n, false, nil
	}
	if err == nil {
		err = json.Unmarshal(raw, &n)
	}
	return n, true, err
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
	unlock, locked, err := files.Lock(filepath.Join(k.folder, lockFile))
	if err != nil {
		return err
	}
	defer unlock()
	const tries = 5
	for range tries {
		written, err := k.write()
		if err != nil {
			return err
		}
		if locked || k.holds(written) {
			k.base, k.dirty = k.notes, false
			return nil
		}
	}
	return files.ErrLocked
}

// write brings our changes into the file, and gives what is in it now. Theirs
// are settled as ours were: the same fact has the same key on both sides.
func (k *keeper) write() (written []byte, err error) {
	theirs, found, err := readNotes(k.folder)
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
	return written, store(k.folder, notesFile, all)
}

// holds reports whether the file is still as it was written: where the file
// system knows no locks, another program may have written over it.
func (k *keeper) holds(written []byte) bool {
	raw, err := files.Read(filepath.Join(k.folder, notesFile), files.StateLimit)
	return err == nil && bytes.Equal(bytes.TrimSpace(raw), written)
}

// store writes a value as JSON, whole or not at all, for nobody else to read.
func store(folder, name string, value any) error {
	return files.Keep(filepath.Join(folder, name), func(w io.Writer) error {
		return json.NewEncoder(w).Encode(value)
	})
}
