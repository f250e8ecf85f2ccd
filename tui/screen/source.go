package screen

import (
	"bytes"
	"errors"
	"os"
	"regexp"
	"strings"
	"sync/atomic"
	"time"
	"unicode/utf8"
)

// source is the terminal's input on its way to the decoder of keys: whole
// keys, whatever pieces a slow line cuts them into. It notices when the
// terminal went away, and when keys come faster than one by one. It looks like
// a file, so that a read can be interrupted.
type source struct {
	*os.File
	gone  func(error)
	flood atomic.Bool // the terminal sends more than a key at a time
	queue atomic.Bool // keys wait behind the one that was taken last

	// Of the one goroutine that reads.
	opening  *regexp.Regexp // an escape sequence that may go on
	patience time.Duration  // how long the rest of a key may take
	whole    int            // keys of several bytes that came in one piece, one after the other
	sequence *regexp.Regexp // an escape sequence, whole or not
	skipping byte           // what is passed over until it ends: [ a sequence, ] a string
	pasting  bool           // a paste has begun and not ended
	pasted   int            // bytes of it so far
}

// How long an Esc that comes alone waits for more, which would make it the
// beginning of another key: on a line that may cut keys into pieces (a container's or a
// serial one, which nothing tells), on one that has brought many whole, and on one that
// does cut them. A terminal that speaks kitty's protocol sends Esc as a whole sequence,
// which waits for nothing.
const (
	localPatience = 75 * time.Millisecond
	quickPatience = 25 * time.Millisecond
	slowPatience  = 150 * time.Millisecond
)

// manyKeys is how many keys a line brings whole before it is known to cut none.
const manyKeys = 8

// longestKey is more bytes than any single key or click sends.
const longestKey = 24

// A sequence of more bytes, or of more parts, is none that a terminal sends: the decoder
// would keep one that never ends, and does not survive 33 parts.
const longestSequence, mostParts = 256, 16

// longestPaste is how much of a paste is taken; the rest is passed over, so
// that one that never ends fills no memory.
const longestPaste = 1 << 20

// The marks around a paste.
const pasteBegin, pasteEnd = "\x1b[200~", "\x1b[201~"

// newSource reads from a terminal, at the end of a slow line or not; gone is
// told when that fails.
func newSource(f *os.File, slow bool, gone func(error)) *source {
	s := &source{File: f, gone: gone, patience: localPatience, opening: regexp.MustCompile(opening), sequence: regexp.MustCompile(sequence)}
	if slow {
		s.patience = slowPatience
	}
	return s
}

// Read reads what was typed, one read of the terminal at a time and the rest of
// a key that is not complete. An end of input means that the terminal is gone:
// Ctrl-D is a key in raw mode.
func (s *source) Read(b []byte) (int, error) {
	room := b[:len(b)/2] // what keys are rewritten to may be longer
	n, err := s.File.Read(room)
	cut := false // into pieces, by the line
	if err == nil && n > 1 && room[0] == 0x1b {
		s.learn(room[:n])
	}
	for err == nil && n < len(room) && s.unfinished(room[:n]) {
		if !waiting(s.File, 0) {
			if !waiting(s.File, s.patience) {
				break
			}
			cut, s.patience = true, slowPatience
		}
		var more int
		more, err = s.File.Read(room[n:])
		n += more
	}
	if err != nil && !errors.Is(err, os.ErrDeadlineExceeded) { // by which reading is stopped
		s.gone(err)
	}
	s.flood.Store(n > longestKey || err == nil && waiting(s.File, 0))
	return copy(b, s.paste(rewrite(s.bounded(room[:n]), cut))), err
}

// learn takes in that a key of several bytes came in one read, and in one piece or not.
func (s *source) learn(key []byte) {
	if s.unfinished(key) {
		s.whole = 0
		return
	}
	if s.whole++; s.whole >= manyKeys && s.patience == localPatience {
		s.patience = quickPatience
	}
}

// flooded reports whether more keys came than the last one taken.
func (s *source) flooded() bool { return s.flood.Load() || s.queue.Load() }

// opening is the beginning of a control sequence (the Linux console's function
// keys have a second bracket), of a key of a keypad, or of a string that the
// terminal answers with.
const opening = `^\x1b(\[\[?[0-?]*[ -/]*|O[0-9]*|[\]P_^X][^\x03\x07\x1b]*\x1b?)?$`

// sequence is a control sequence or a string, as far as it is there.
const sequence = `\x1b(?:\[\[?[0-?]*[ -/]*[@-~]?|[\]P_^X][^\x03\x07\x1b]*(?:\x07|\x1b\\)?)`

// bounded leaves out sequences that are too long, up to where they end: a string at
// another key too, so that Ctrl-C is heard within one that never does.
func (s *source) bounded(b []byte) []byte {
	out := b[:0]
	for len(b) > 0 {
		if s.skipping != 0 {
			b = s.skip(b)
			continue
		}
		at := s.sequence.FindIndex(b)
		if at == nil {
			return append(out, b...)
		}
		piece, before := b[at[0]:at[1]], b[:at[0]]
		b = b[at[1]:]
		out = append(out, before...)
		if parts := bytes.Count(piece, []byte(";")) + bytes.Count(piece, []byte(":")); len(piece) <= longestSequence && (piece[1] != '[' || parts <= mostParts) {
			out = append(out, piece...)
		} else if last := piece[len(piece)-1]; len(b) == 0 && (piece[1] == '[' && last < '@' || piece[1] != '[' && last != '\a' && last != '\\') {
			s.skipping = piece[1]
		}
	}
	return out
}

// skip passes over what is too long, as far as it is there.
func (s *source) skip(b []byte) []byte {
	n := bytes.IndexFunc(b, func(r rune) bool {
		return r == 0x03 || r == '\a' || r == 0x1b || s.skipping == '[' && r >= '@'
	})
	if n < 0 {
		return nil
	}
	s.skipping = 0
	switch b = b[n:]; {
	case bytes.HasPrefix(b, []byte("\x1b\\")):
		return b[2:]
	case b[0] == 0x03, b[0] == 0x1b:
		return b
	}
	return b[1:]
}

// unfinished reports whether bytes end within an escape sequence or within a
// character.
func (s *source) unfinished(b []byte) bool {
	for i := 1; i <= min(len(b), utf8.UTFMax); i++ {
		if at := len(b) - i; utf8.RuneStart(b[at]) {
			if !utf8.FullRune(b[at:]) {
				return true
			}
			break
		}
	}
	last := bytes.LastIndexByte(b, 0x1b)
	if last < 0 {
		return false
	}
	if from := bytes.LastIndexByte(b[:last], 0x1b); from >= 0 && last > from+1 && len(b) == last+1 && s.opening.Match(b[from:]) {
		return true // perhaps the end of a string: ESC ] … ESC \
	}
	return s.opening.Match(b[last:])
}

// rewrite gives what the decoder does not know the form it knows: the Linux
// console's F1 to F5, and an Esc that was followed, too late for one key, by a
// bracket.
func rewrite(b []byte, cut bool) []byte {
	if cut && string(b) == "\x1b[" {
		return []byte("\x1b[27u[")
	}
	if !bytes.Contains(b, []byte("\x1b[[")) {
		return b
	}
	console := strings.NewReplacer("\x1b[[A", "\x1b[11~", "\x1b[[B", "\x1b[12~", "\x1b[[C", "\x1b[13~", "\x1b[[D", "\x1b[14~", "\x1b[[E", "\x1b[15~")
	return []byte(console.Replace(string(b)))
}

// paste keeps account of a paste. A Ctrl-C that comes alone within one that
// does not end is a key, and ends it.
func (s *source) paste(b []byte) []byte {
	was := s.pasting
	if begin, end := bytes.LastIndex(b, []byte(pasteBegin)), bytes.LastIndex(b, []byte(pasteEnd)); begin != end {
		s.pasting = begin > end
	}
	switch key := string(b); {
	case !s.pasting && !was:
		return b
	case !was:
		s.pasted = 0
	case key == "\x03", key == "\x1b[99;5u":
		s.pasting = false
		return []byte(pasteEnd + key)
	}
	s.pasted += len(b)
	if was && s.pasted > longestPaste {
		if s.pasting {
			return nil
		}
		return b[bytes.LastIndex(b, []byte(pasteEnd)):]
	}
	return b
}
