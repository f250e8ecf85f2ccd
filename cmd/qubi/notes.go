package main

import (
	"encoding/json"
	"os"
	"path/filepath"

	"qubi/model/files"
	"qubi/model/notes"
)

// notes are the marks and notes that the browser keeps, so that an export on
// the command line carries what an export from the browser does. A file that
// cannot be read is told and counts as none; it is never written here.
func (p *program) notes() notes.Notes {
	var kept notes.Notes
	if p.env.stateDir == "" {
		return kept
	}
	path := filepath.Join(p.env.stateDir, "notes.json")
	raw, err := files.Read(path, files.StateLimit)
	if os.IsNotExist(err) {
		return kept
	}
	if err == nil {
		err = json.Unmarshal(raw, &kept)
	}
	if err != nil {
		p.note("note.nonotes", path, err)
		return notes.Notes{}
	}
	return kept
}
