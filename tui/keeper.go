package tui

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"sync"

	"qubi/model"
	"qubi/model/export"
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
	notes model.Notes
	dirty bool
}

// keep takes what is to be written.
func (k *keeper) keep(n model.Notes) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.notes, k.dirty = n, true
}

// flush writes what has not been written.
func (k *keeper) flush() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.dirty || k.folder == "" {
		return nil
	}
	if err := store(k.folder, notesFile, k.notes); err != nil {
		return err
	}
	k.dirty = false
	return nil
}

// store writes a value as JSON, whole or not at all.
func store(folder, name string, value any) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return export.ReplaceFile(filepath.Join(folder, name), true, func(w io.Writer) error {
		return json.NewEncoder(w).Encode(value)
	})
}
