package files

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
)

// ReadJSON reads a file of the program's own into a value; where there is none, it
// is not found and the value stays as it was.
func ReadJSON(path string, value any) (found bool, err error) {
	raw, err := Read(path, StateLimit)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err == nil {
		err = json.Unmarshal(raw, value)
	}
	return true, err
}

// KeepJSON is [Keep] of a value as JSON.
func KeepJSON(path string, value any) error {
	return Keep(path, func(w io.Writer) error { return json.NewEncoder(w).Encode(value) })
}

// Update changes a file that other programs change too, one of them at a time: write
// brings the change into what the file holds by then. Where the file system knows no
// locks, another program may write over it: there it is written again, some times,
// until holds reports that what was written is still there.
func Update(lock string, write func() error, holds func() bool) error {
	unlock, locked, err := Lock(lock)
	if err != nil {
		return err
	}
	defer unlock()
	const tries = 5
	for range tries {
		if err := write(); err != nil || locked || holds() {
			return err
		}
	}
	return ErrLocked
}
