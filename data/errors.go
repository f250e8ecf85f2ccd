package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"qubi/model"
	"qubi/model/lang"
)

// Error is a problem with one report: which file, which line, what.
type Error struct {
	File string // as the user gave it
	Line int    // from 1; 0 when the problem concerns the whole file
	Err  error
}

// Error is file:line: what.
func (e *Error) Error() string {
	if e.File == "" {
		return e.Err.Error()
	}
	if e.Line == 0 {
		return fmt.Sprintf("%s: %v", e.File, e.Err)
	}
	return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err)
}

// Unwrap is the problem itself.
func (e *Error) Unwrap() error { return e.Err }

// Message is the sentence in the language.
func (e *Error) Message(l model.Lang) string {
	if l == model.English {
		return e.Error()
	}
	return strings.TrimPrefix(e.File+"："+lang.Told(e.Err, l), "：")
}

// ErrorList is problems in the order of files and lines. It comes along with
// the corpus of what could be read, as go/scanner's does.
type ErrorList []*Error

// Error is all of them, one a line.
func (l ErrorList) Error() string {
	lines := make([]string, len(l))
	for i, e := range l {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap lets errors.Is and errors.As look at each.
func (l ErrorList) Unwrap() []error {
	all := make([]error, len(l))
	for i, e := range l {
		all[i] = e
	}
	return all
}

// Sorted is the list in order as an error, nil when it is empty.
func (l ErrorList) Sorted() error { return slices.Clone(l).sorted() }

// sorted is the list in order as an error, each once, nil when it is empty: a file of
// several districts has what is wrong with it as often.
func (l ErrorList) sorted() error {
	if len(l) == 0 {
		return nil
	}
	slices.SortStableFunc(l, func(a, b *Error) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return slices.CompactFunc(l, func(a, b *Error) bool { return a.File == b.File && a.Line == b.Line && a.Error() == b.Error() })
}

// SameTextError is a report that is read and has the text of another, or nearly.
type SameTextError struct {
	First string // path of the other
	Of    int    // sentences of the longer one; 0 where all is the same
	Same  int    // that both have
}

// Error says whose text it is.
func (e *SameTextError) Error() string { return e.Message(model.English) }

// Message is the sentence in the language.
func (e *SameTextError) Message(l model.Lang) string {
	if e.Of > 0 {
		return lang.Say("part.alike", e.Same, e.Of, e.First).Message(l)
	}
	return lang.Say("part.same", e.First).Message(l)
}

// PartError is a problem of a file of which the rest was read.
type PartError struct{ Err error }

// Error is the problem.
func (e *PartError) Error() string { return e.Err.Error() }

// Unwrap is the problem itself.
func (e *PartError) Unwrap() error { return e.Err }

// FaultError is a fault of the program that cost a report its facts; its text was
// read.
type FaultError struct{ Fault any }

// Error says what the user lost and can do.
func (e *FaultError) Error() string { return e.Message(model.English) }

// Message is the sentence in the language.
func (e *FaultError) Message(l model.Lang) string { return lang.Say("part.fault", e.Fault).Message(l) }

// TableError is numbers of a report's tables that gave no fact, for one reason.
type TableError struct {
	Why     model.UnreadWhy
	Numbers int
	First   string // the cell of the first: Sheet1!C7, table 2 row 3
}

// Error says how many there are, where, and why.
func (e *TableError) Error() string { return e.Message(model.English) }

// Message is the sentence in the language.
func (e *TableError) Message(l model.Lang) string {
	id := "part.tables"
	if e.Numbers == 1 {
		id = "part.table"
	}
	return lang.Say(id, e.Numbers, e.First, lang.Say("part.unread."+string(e.Why))).Message(l)
}
