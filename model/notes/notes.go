// Package notes keeps what a reader leaves at facts: marks and notes, which find
// their fact again when its report has changed ([Notes.Settle]) and are never
// lost when it has gone.
package notes

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"

	"qubi/model"
	"qubi/model/lang"
)

// Notes are a reader's marks and notes. It is a value: methods return changed
// copies, so that undoing is keeping the old one. What no longer finds its fact
// is kept as it was written, see [Notes.Lost].
type Notes struct{ entries map[model.Key]Note }

// Note is what a reader left at one fact, with enough of the fact to know it
// by when its report has changed.
type Note struct {
	Key      model.Key `json:"key"`
	Marked   bool      `json:"marked"`
	Text     string    `json:"note"`
	District string    `json:"district"`
	Report   string    `json:"report"` // file name
	Name     string    `json:"name"`
	Quote    string    `json:"quote"`
}

// notesFile is the JSON form.
type notesFile struct {
	Version int    `json:"version"`
	Notes   []Note `json:"notes"`
}

// At is the note of a fact; the zero Note when there is none.
func (n Notes) At(f *model.Fact) Note {
	if len(n.entries) == 0 { // spares a million keys
		return Note{}
	}
	return n.entries[f.Key()]
}

// Has reports whether the fact carries a mark or a note, see [Notes.Marked].
func (n Notes) Has(f *model.Fact) bool { return n.At(f) != Note{} }

// Toggle marks the fact, or takes its mark away.
func (n Notes) Toggle(f *model.Fact) Notes {
	note := n.noteFor(f)
	note.Marked = !note.Marked
	return n.with(note)
}

// Write sets the text of the fact's note; empty text takes it away.
func (n Notes) Write(f *model.Fact, text string) Notes {
	note := n.noteFor(f)
	note.Text = text
	return n.with(note)
}

// Put gives the fact the mark and the text that a note of it had.
func (n Notes) Put(f *model.Fact, was Note) Notes {
	note := n.noteFor(f)
	note.Marked, note.Text = was.Marked, was.Text
	return n.with(note)
}

// Drop takes mark and note away from the fact of the key.
func (n Notes) Drop(k model.Key) Notes { return n.with(Note{Key: k}) }

func (n Notes) noteFor(f *model.Fact) Note {
	old := n.At(f)
	return Note{Key: f.Key(), Marked: old.Marked, Text: old.Text,
		District: f.Report.Head.District, Report: f.Report.File, Name: f.Name, Quote: f.Quote()}
}

func (n Notes) with(note Note) Notes {
	entries := map[model.Key]Note{}
	maps.Copy(entries, n.entries)
	if note.Marked || note.Text != "" {
		entries[note.Key] = note
	} else {
		delete(entries, note.Key)
	}
	return Notes{entries}
}

// Len is the number of facts that carry a mark or a note.
func (n Notes) Len() int { return len(n.entries) }

// Marked is the keys of the facts that carry a mark or a note, for [Filter]'s
// Marked; never nil. Who wrote a note wants to find the fact again, and to take
// it along.
func (n Notes) Marked() map[model.Key]bool {
	marked := make(map[model.Key]bool, len(n.entries))
	for k := range n.entries {
		marked[k] = true
	}
	return marked
}

// All are the notes in the order of their keys.
func (n Notes) All() []Note {
	return slices.SortedFunc(maps.Values(n.entries), func(a, b Note) int { return cmp.Compare(a.Key, b.Key) })
}

// Merge brings together what two programs did to the same notes: it is theirs
// with the changes that were made from base to n, of mark and text each by
// itself. Where both wrote a text at one fact, both are kept.
func (n Notes) Merge(base, theirs Notes) Notes {
	out := theirs
	changed := map[model.Key]Note{}
	maps.Copy(changed, base.entries)
	maps.Copy(changed, n.entries)
	for k := range changed {
		mine, was, other := n.entries[k], base.entries[k], theirs.entries[k]
		if mine == was {
			continue
		}
		out = out.with(merged(k, mine, was, other))
	}
	return out
}

// merged is the note of one fact that two programs changed; a zero note was
// taken away, or never there.
func merged(k model.Key, mine, was, other Note) Note {
	out := mine
	if mine.Key == "" {
		out = other
	}
	out.Key = k
	if out.Marked = mine.Marked; mine.Marked == was.Marked {
		out.Marked = other.Marked
	}
	switch {
	case mine.Text == was.Text:
		out.Text = other.Text
	case other.Text == was.Text:
		out.Text = mine.Text
	default:
		out.Text = both(mine, other).Text
	}
	return out
}

// both is a note with what another says of the same fact.
func both(mine, other Note) Note {
	text := mine.Text
	switch {
	case text == "":
		text = other.Text
	case other.Text != "" && other.Text != text:
		text = other.Text + " / " + text
	}
	other.Text, other.Marked = text, mine.Marked || other.Marked
	return other
}

// MarshalJSON writes the notes sorted by key, so that the same notes are the
// same bytes.
func (n Notes) MarshalJSON() ([]byte, error) {
	return model.JSON(notesFile{Version: 1, Notes: append([]Note{}, n.All()...)})
}

// UnmarshalJSON reads what MarshalJSON wrote. A later version is refused
// rather than read in part, since writing it back would lose what it added.
func (n *Notes) UnmarshalJSON(b []byte) error {
	var file notesFile
	if err := json.Unmarshal(b, &file); err != nil {
		return err
	}
	if file.Version != 1 {
		return lang.Say("notes.version", file.Version)
	}
	n.entries = map[model.Key]Note{}
	for _, note := range file.Notes {
		n.entries[note.Key] = note
	}
	return nil
}
