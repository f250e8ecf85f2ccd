// Package files gets at the files of the user with the care that names given by
// others need: it reads what is a regular file of a bearable size and nothing
// else, and it keeps two programs from changing one file at a time.
package files

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"qubi/model"
	"qubi/model/lang"
)

// Limits of size, in bytes. A yearbook has two megabytes, so that what is larger
// is no report but a mistake.
const (
	ReportLimit = 64 << 20
	StateLimit  = 64 << 20 // of marks and notes
	ConfigLimit = 4 << 20  // of settings and lists of words
)

// NotRegularError is a path to something that is no regular file and that must
// not be opened: a pipe waits for ever, a device may act or never end.
type NotRegularError struct{ Mode fs.FileMode }

// Error says what it is.
func (e *NotRegularError) Error() string { return e.Message(model.English) }

// Message is the sentence in the language.
func (e *NotRegularError) Message(l model.Lang) string {
	kind := "special"
	switch {
	case e.Mode.IsDir():
		kind = "folder"
	case e.Mode&fs.ModeNamedPipe != 0:
		kind = "pipe"
	case e.Mode&fs.ModeSocket != 0:
		kind = "socket"
	case e.Mode&(fs.ModeDevice|fs.ModeCharDevice) != 0:
		kind = "device"
	}
	return lang.Say("files.notregular", lang.Say("files.kind."+kind)).Message(l)
}

// TooLargeError is a file that is larger than may be read.
type TooLargeError struct {
	Size  int64 // in bytes; as much as was seen where the end was not
	Limit int64 // in bytes
}

// Error says how large it is, and how large it may be.
func (e *TooLargeError) Error() string { return e.Message(model.English) }

// Message is the sentence in the language.
func (e *TooLargeError) Message(l model.Lang) string {
	return lang.Say("files.large", megabytes(e.Size), megabytes(e.Limit)).Message(l)
}

// megabytes is a size as people read it; more than the limit is never told as
// the limit.
func megabytes(n int64) int64 { return (n + 1<<20 - 1) >> 20 }

// Read is os.ReadFile for paths that others name: what is no regular file is
// not opened (a *NotRegularError), and of one larger than limit bytes nothing
// is kept (a *TooLargeError). Every error is a *fs.PathError.
//
// The path is looked at before it is opened, since opening a device may do
// something; and what was opened is looked at again, since the path may lead
// elsewhere by then. Nothing that comes in between can make it wait.
func Read(path string, limit int64) ([]byte, error) { return ReadInto(nil, path, limit) }

// ReadInto is Read into the room given, where the file fits in it.
func ReadInto(room []byte, path string, limit int64) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: path, Err: errors.Unwrap(err)}
	}
	if err := check(path, info, limit); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_RDONLY|neverWait, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err = f.Stat(); err != nil {
		return nil, err
	}
	if err := check(path, info, limit); err != nil {
		return nil, err
	}
	raw, err := readSteady(f, info, limit, room)
	if errors.As(err, new(*TooLargeError)) {
		err = &fs.PathError{Op: "read", Path: path, Err: err}
	}
	return raw, err
}

// changing is a file that another program may be writing.
type changing interface {
	io.ReadSeeker
	Stat() (fs.FileInfo, error)
}

// patience is how often a file is read again that changes while it is read.
const patience = 3

// readSteady reads a file as it was at one time: where it changed meanwhile, some of
// what was read may be of before and some of after, or nothing of either. One that
// changes on and on is taken as it came last.
func readSteady(f changing, info fs.FileInfo, limit int64, room []byte) ([]byte, error) {
	for again := 0; ; again++ {
		if need := info.Size() + 1; int64(cap(room)) < need {
			room = make([]byte, 0, need)
		}
		raw, err := readAll(f, limit, room[:0])
		if err != nil || again == patience {
			return raw, err
		}
		now, err := f.Stat()
		if err != nil || now.Size() == info.Size() && now.ModTime().Equal(info.ModTime()) {
			return raw, err
		}
		if _, err := f.Seek(0, io.SeekStart); err != nil {
			return nil, err
		}
		info = now
	}
}

// The names of the lists that may lie beside reports and say who and when each is of.
const (
	ListTOML = "reports.toml"
	ListCSV  = "reports.csv"
)

// Same is the one of several files, or of the lists beside them, that the path leads to as
// well, "" for none: under another name, by a link, or as it is.
func Same(path string, several []string) string {
	info, err := os.Stat(path)
	if err != nil {
		return ""
	}
	for _, other := range several {
		one, err := os.Stat(other)
		if err != nil {
			continue
		}
		for _, held := range [...]string{other, filepath.Join(filepath.Dir(other), ListTOML), filepath.Join(filepath.Dir(other), ListCSV)} {
			if held != other {
				one, err = os.Stat(held)
			}
			if err == nil && os.SameFile(info, one) {
				return held
			}
		}
	}
	return ""
}

// ReadAll is io.ReadAll with a limit; more is a *TooLargeError.
func ReadAll(r io.Reader, limit int64) ([]byte, error) {
	return readAll(r, limit, make([]byte, 0, bytes.MinRead))
}

// readAll is ReadAll into room; where that has a byte more than there is to be read,
// it need not grow.
func readAll(r io.Reader, limit int64, room []byte) ([]byte, error) {
	raw := room[:0]
	for int64(len(raw)) <= limit {
		raw = slices.Grow(raw, 1)
		n, err := r.Read(raw[len(raw):cap(raw)])
		raw = raw[:len(raw)+n]
		if err == io.EOF {
			return raw, nil
		}
		if err != nil {
			return raw, err
		}
	}
	return nil, &TooLargeError{Size: limit + 1, Limit: limit}
}

// check refuses what must not be read.
func check(path string, info fs.FileInfo, limit int64) error {
	switch {
	case !info.Mode().IsRegular():
		return &fs.PathError{Op: "read", Path: path, Err: &NotRegularError{info.Mode()}}
	case info.Size() > limit:
		return &fs.PathError{Op: "read", Path: path, Err: &TooLargeError{info.Size(), limit}}
	}
	return nil
}
