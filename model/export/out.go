package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"qubi/model"
	"qubi/model/legible"
)

// out is where an export goes, in large pieces. It keeps the first error, after
// which nothing more is written; who writes many rows looks at it between them.
type out struct {
	w    *bufio.Writer
	err  error
	room []byte // for one value
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
	o.room = appendJSON(o.room[:0], value)
	o.Write(legible.JSON(o.room))
}

// object is an object of JSON whose members keep their order.
type object []member

// member is a member of an object.
type member struct {
	key   string
	value any // a text, number or truth value, an object, a list of texts or objects, nil, or lined
}

// lined is what knows itself how JSON has it.
type lined interface{ appendJSON(b []byte) []byte }

// appendJSON writes a value as JSON.
func appendJSON(b []byte, value any) []byte {
	switch v := value.(type) {
	case object:
		return appendMembers(append(b, '{'), v)
	case lined:
		return v.appendJSON(b)
	case []object:
		return appendList(b, v)
	case []string:
		return appendList(b, v)
	case string:
		return appendText(b, v)
	case nil:
		return append(b, "null"...)
	}
	return fmt.Append(b, value) // a number or a truth value
}

// appendMembers writes what stands in an object, and its end.
func appendMembers(b []byte, all object) []byte {
	for i, m := range all {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendJSON(append(appendText(b, m.key), ':'), m.value)
	}
	return append(b, '}')
}

func appendList[T any](b []byte, all []T) []byte {
	b = append(b, '[')
	for i, one := range all {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendJSON(b, one)
	}
	return append(b, ']')
}

// appendText writes a text, with escapes where it needs some.
func appendText(b []byte, s string) []byte {
	if bare(s) && utf8.ValidString(s) {
		return append(append(append(b, '"'), s...), '"')
	}
	quoted, _ := model.JSON(s) // a text can be written
	return append(b, quoted...)
}

// bare reports whether JSON writes a text as it is, if it is valid.
func bare(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c == 0xE2 && (strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029")) {
			return false
		}
	}
	return true
}
