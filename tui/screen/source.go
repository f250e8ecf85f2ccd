package screen

import (
	"os"
	"sync/atomic"
)

// source is the terminal's input on its way to bubbletea. It notices when the
// terminal went away, which bubbletea takes for a mere end of the input, and
// when keys come faster than one by one. It looks like a file, so that
// bubbletea can interrupt a read.
type source struct {
	*os.File
	gone  func(error)
	flood atomic.Bool
}

// longestKey is more bytes than any single key or click sends.
const longestKey = 24

// newSource reads from a terminal; gone is told when that fails.
func newSource(f *os.File, gone func(error)) *source { return &source{File: f, gone: gone} }

// Read reads what was typed, one read of the terminal at a time. An end of
// input means that the terminal is gone: Ctrl-D is a key in raw mode.
func (s *source) Read(b []byte) (int, error) {
	n, err := s.File.Read(b)
	if err != nil {
		s.gone(err)
	}
	s.flood.Store(n > longestKey || err == nil && waiting(s.File))
	return n, err
}

// flooded reports whether more keys came than the last one taken.
func (s *source) flooded() bool { return s.flood.Load() }
