package tui

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"qubi/model"
	"qubi/tui/save"
)

// The files in the state folder.
const (
	notesFile   = "notes.json"
	sessionFile = "session.json"
)

// keeper writes marks and notes to the state folder, beside the program. What
// is written is always the latest, however many writes were asked for; a write
// that is still to come when the program ends is done then.
type keeper struct {
	folder string // "" keeps nothing

	mu    sync.Mutex
	base  model.Notes // as last read or written here: what changed since is ours
	notes model.Notes
	dirty bool
}

// keep takes what is to be written.
func (k *keeper) keep(n model.Notes) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.notes, k.dirty = n, true
}

// readNotes reads the notes kept in a folder; a file that is not there holds
// none.
func readNotes(folder string) (n model.Notes, found bool, err error) {
	raw, err := os.ReadFile(filepath.Join(folder, notesFile))
	if errors.Is(err, fs.ErrNotExist) {
		return n, false, nil
	}
	if err == nil {
		err = json.Unmarshal(raw, &n)
	}
	return n, true, err
}

// flush writes what has not been written. Another program may have written
// since: its marks and notes are kept too, and a file that cannot be read is
// left alone.
func (k *keeper) flush() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.dirty || k.folder == "" {
		return nil
	}
	theirs, found, err := readNotes(k.folder)
	if err != nil {
		return err
	}
	all := k.notes
	if found {
		all = k.notes.Merge(k.base, theirs)
	}
	if err := store(k.folder, notesFile, all); err != nil {
		return err
	}
	k.base, k.dirty = k.notes, false
	return nil
}

// store writes a value as JSON, whole or not at all.
func store(folder, name string, value any) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return save.File(filepath.Join(folder, name), true, func(w io.Writer) error {
		return json.NewEncoder(w).Encode(value)
	})
}
