package main

import (
	"io"
	"os"
)

// checkedFile is a file that remembers the first error of writing to it: who
// draws the help looks at none. It has the methods of a file by which a terminal
// is known, and no other way to write.
type checkedFile struct {
	file *os.File
	err  error
}

// Write writes to the file.
func (f *checkedFile) Write(b []byte) (int, error) {
	n, err := f.file.Write(b)
	if f.err == nil {
		f.err = err
	}
	return n, err
}

// Read reads from the file.
func (f *checkedFile) Read(b []byte) (int, error) { return f.file.Read(b) }

// Close leaves the file open: it is not ours.
func (f *checkedFile) Close() error { return nil }

// Fd is the file's descriptor.
func (f *checkedFile) Fd() uintptr { return f.file.Fd() }

// checked is a stream whose errors can be asked for when all is written. What is
// no file cannot run full.
func checked(w io.Writer) (io.Writer, func() error) {
	f, ok := w.(*os.File)
	if !ok {
		return w, func() error { return nil }
	}
	c := &checkedFile{file: f}
	return c, func() error { return c.err }
}
