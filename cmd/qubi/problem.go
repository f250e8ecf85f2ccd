package main

import (
	"errors"
	"fmt"
	"io/fs"
)

// problem is one thing wrong with the input.
type problem struct {
	File string
	Line int // 0 when it is about the whole file
	Err  error
}

// Error says it with its place.
func (q problem) Error() string {
	if q.Line > 0 {
		return fmt.Sprintf("%s:%d: %v", q.File, q.Line, q.Err)
	}
	if q.File == "" {
		return q.Err.Error()
	}
	return fmt.Sprintf("%s: %v", q.File, q.Err)
}

// inside reports whether the report was read all the same.
func (q problem) inside() bool { return q.Line > 0 }

// advice says what, where and how to go on.
func (q problem) advice() error {
	hint := "give a text file in UTF-8 or GB18030"
	switch {
	case errors.Is(q.Err, fs.ErrNotExist):
		hint = "check the path, or give none for the built-in reports"
	case errors.Is(q.Err, fs.ErrPermission):
		hint = "ask for permission to read it, or leave it out"
	}
	return fmt.Errorf("cannot read %w; %s", q, hint)
}
