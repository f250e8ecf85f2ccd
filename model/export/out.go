package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"qubi/model/legible"
)

// out is where an export goes, in large pieces. It keeps the first error, after
// which nothing more is written; who writes many rows looks at it between them.
type out struct {
	w   *bufio.Writer
	err error
}

func newOut(w io.Writer) *out { return &out{w: bufio.NewWriterSize(w, 64<<10)} }

// put writes texts one after another.
func (o *out) put(parts ...string) {
	for _, s := range parts {
		if o.err == nil {
			_, o.err = o.w.WriteString(s)
		}
	}
}

// Write makes it a writer, for what writes bytes.
func (o *out) Write(p []byte) (int, error) {
	if o.err != nil {
		return 0, o.err
	}
	var n int
	n, o.err = o.w.Write(p)
	return n, o.err
}

// flush hands on what is held back, so that a reader has it. It is called after
// a head, before work that takes long, and at the end.
func (o *out) flush() error {
	if o.err == nil {
		o.err = o.w.Flush()
	}
	return o.err
}

// json writes a value as JSON on one line, Chinese and <>& as they are.
func (o *out) json(value any) {
	enc := json.NewEncoder(&unended{o})
	enc.SetEscapeHTML(false)
	if err := enc.Encode(value); err != nil && o.err == nil {
		o.err = err
	}
}

// unended drops the line end that an Encoder writes behind each value, which it
// hands over in one piece.
type unended struct{ o *out }

func (u *unended) Write(p []byte) (int, error) {
	text := legible.JSON(bytes.TrimSuffix(p, []byte("\n")))
	if _, err := u.o.Write(text); err != nil {
		return 0, err
	}
	return len(p), nil
}
