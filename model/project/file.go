package project

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"qubi/model"
	"qubi/model/lang"
)

// The file is UTF-8 text, one JSON object a line:
//
//	{"qubi":"project","version":1,"needs":1}
//	{"id":"6c1f09a2b3d4","type":"fact","place":{…},"was":{…},"verdict":"right","by":"李","when":"2026-11-28T05:10:00Z"}
//
// Entries stand report by report in the order of the text, so that a version
// control system sees a change where it was made, and two people's changes in
// different places merge without a conflict. Where they do conflict the file is
// read all the same: both sides count, and the later opinion goes first.
//
// version is what the writer knew, needs what a reader must know. A file that
// needs no more than this version is read and kept whole, with the lines and
// keys that a newer version added; one that needs more is refused, since writing
// it back would lose something.

// Version is the version of the file format that is written.
const Version = 1

// Extension is the ending of the names of project files.
const Extension = ".qubi"

// header is the first line.
type header struct {
	Qubi    string `json:"qubi"`
	Version int    `json:"version"`
	Needs   int    `json:"needs"`
}

// FormatError is a line of a project file that cannot be read.
type FormatError struct{ *lang.Said }

// wrongLine is a line, by its number from 1, that cannot be read.
func wrongLine(n int, why error) error { return &FormatError{lang.Say("wrong.line", n, why)} }

// NewerError is a file that a later version of the program wrote.
type NewerError struct{ *lang.Said }

// longest is the length of the longest line that is read, in bytes: a memo may
// be long.
const longest = 16 << 20

// Read reads a project. An empty file is an empty project. A line that is
// damaged is a *FormatError and nothing is read: writing the rest back would
// lose it.
func Read(r io.Reader) (Project, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longest)
	p, versions := Project{entries: map[string]Entry{}}, 0
	for n := 1; lines.Scan(); n++ {
		line := bytes.TrimSpace(bytes.TrimPrefix(lines.Bytes(), []byte("\ufeff")))
		if len(line) == 0 || conflictMark(line) {
			continue
		}
		if versions == 0 || bytes.HasPrefix(line, []byte(`{"qubi"`)) {
			if err := readHeader(line, n); err != nil {
				return Project{}, err
			}
			versions++
			continue
		}
		if err := p.readLine(line, n); err != nil {
			return Project{}, err
		}
	}
	if err := lines.Err(); err != nil {
		return Project{}, err
	}
	return p, nil
}

// conflictMark reports whether the line is one that a version control system
// put between the two sides of a conflict.
func conflictMark(line []byte) bool {
	return slices.ContainsFunc([]string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"}, func(mark string) bool {
		return bytes.HasPrefix(line, []byte(mark))
	})
}

func readHeader(line []byte, n int) error {
	var h header
	switch err := json.Unmarshal(line, &h); {
	case err != nil || h.Qubi != "project":
		return wrongLine(n, lang.Say("project.header"))
	case h.Needs > Version:
		return &NewerError{lang.Say("project.newer", h.Needs, Version)}
	}
	return nil
}

// readLine takes one entry. Two lines of one ID are two people's opinions.
func (p *Project) readLine(line []byte, n int) error {
	var e Entry
	if err := json.Unmarshal(line, &e); err != nil {
		return wrongLine(n, err)
	}
	if e.ID == "" {
		return wrongLine(n, lang.Say("project.noid"))
	}
	if !slices.Contains([]Type{Report, Fact, Added, Coding, Memo, Define}, e.Type) {
		p.strange = append(p.strange, string(line))
		return nil
	}
	if old, twice := p.entries[e.ID]; twice {
		e = join(old, e)
	}
	p.entries[e.ID] = e
	return nil
}

// Write writes the project: the same project is the same bytes.
func (p Project) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false) // people read it
	if err := enc.Encode(header{"project", Version, 1}); err != nil {
		return err
	}
	for _, e := range p.Entries() {
		if err := enc.Encode(e); err != nil {
			return err
		}
	}
	strange := slices.Clone(p.strange)
	slices.Sort(strange)
	for _, line := range slices.Compact(strange) {
		if _, err := b.WriteString(line + "\n"); err != nil {
			return err
		}
	}
	return b.Flush()
}

// Text is the project as its file.
func (p Project) Text() string {
	var b strings.Builder
	_ = p.Write(&b) // a Builder takes everything
	return b.String()
}

// known is an entry without its own JSON, so that json reads and writes it.
type known Entry

// knownKeys are the keys of an entry that this version knows.
var knownKeys = []string{"id", "type", "code", "place", "was", "verdict", "set", "text", "by", "when", "other"}

// UnmarshalJSON reads an entry and keeps the keys that it does not know.
func (e *Entry) UnmarshalJSON(b []byte) error {
	if err := json.Unmarshal(b, (*known)(e)); err != nil {
		return err
	}
	if err := json.Unmarshal(b, &e.extra); err != nil {
		return err
	}
	for _, key := range knownKeys {
		delete(e.extra, key)
	}
	return nil
}

// MarshalJSON writes an entry, with the keys of a newer version behind its own.
func (e Entry) MarshalJSON() ([]byte, error) {
	b, err := model.JSON(known(e))
	if err != nil || len(e.extra) == 0 {
		return b, err
	}
	more, err := model.JSON(e.extra)
	return append(append(b[:len(b)-1], ','), more[1:]...), err
}
