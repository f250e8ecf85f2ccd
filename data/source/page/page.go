// Package page is what reading a file of any format gives: its text, where the
// parts of the text stand in the file, the tables in it, and what the file
// states of itself. Every reader of a container has the same shape:
//
//	Read(io.ReaderAt, size int64) (page.Page, error)
//
// An error says that nothing could be read; what is wrong with a part of the
// file stands in the page's Problems, and the rest is read.
package page

import (
	"io"
	"time"

	"qubi/model"
	"qubi/model/lang"
)

// Reader reads one container: a file's bytes and how many there are.
type Reader func(io.ReaderAt, int64) (Page, error)

// Page is a file as text.
type Page struct {
	Format   string        // txt, html, docx, …: told by the bytes, not by the name
	Encoding string        // of a text's bytes: UTF-8, UTF-16LE, UTF-16BE, GB18030 or Big5; "" where the format settles it
	Text     string        // the whole file, valid UTF-8
	Raw      model.Offsets // from Text to the file's bytes; empty means identity, or that there is none
	Sheets   []int         // offsets in Text where the pages begin, rising; nil where a file has no pages
	Tables   []Table       // in the order of the text
	Stated   Stated        // what the file says of itself outside its text
	Problems []Problem     // in the order of the text
}

// Stated is what a file states of itself beside its text; what it does not
// state is zero.
type Stated struct {
	Title, Source, Author string
	District, City        string
	Published             time.Time // day, UTC midnight
}

// Table is rows of cells in a page's text, Cell one of them.
type (
	Table = model.Table
	Cell  = model.TableCell
)

// Problem is something about the file that its reader must know.
type Problem struct {
	Line int // of the text, from 1; 0 when it concerns the whole file
	Err  error
}

// What can be wrong with a file of any format.
var (
	ErrEmpty     = lang.Say("source.empty")
	ErrEncrypted = lang.Say("source.encrypted")
	ErrDamaged   = lang.Say("source.damaged")
	ErrTooLong   = lang.Say("source.long")
	ErrTooMany   = lang.Say("source.many")
	ErrHidden    = lang.Say("source.hidden")
	ErrScripted  = lang.Say("source.scripted")
	ErrFramed    = lang.Say("source.framed")
	ErrNoText    = lang.Say("source.notext")
)
