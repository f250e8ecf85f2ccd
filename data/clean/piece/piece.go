// Package piece edits a text and keeps the way back to what it was made from.
package piece

import (
	"strings"

	"qubi/model"
)

// Edit replaces text[Start:End] by With.
type Edit struct {
	Start, End int
	With       string
}

// Cut takes text[start:end] out.
func Cut(start, end int) Edit { return Edit{start, end, ""} }

// Put puts with in place of text[start:end].
func Put(start, end int, with string) Edit { return Edit{start, end, with} }

// Piece is a text on its way, with the way back to the page. An empty From is
// the identity, as in model.Offsets.
type Piece struct {
	Text string
	From model.Offsets
}

// Apply makes the edits, which must rise and not overlap.
func (p Piece) Apply(edits []Edit) Piece {
	if len(edits) == 0 {
		return p
	}
	b := builder{piece: p}
	size := len(p.Text)
	for _, e := range edits {
		size += len(e.With) - (e.End - e.Start)
	}
	b.text.Grow(size)
	b.runs = make(model.Offsets, 0, len(p.From)+len(edits)+1)
	at := 0
	for _, e := range edits {
		b.keep(at, e.Start)
		b.replace(e)
		at = e.End
	}
	b.keep(at, len(p.Text))
	return Piece{b.text.String(), b.runs}
}

// builder builds the next text of a piece.
type builder struct {
	// fixed
	piece Piece

	// state
	text strings.Builder
	runs model.Offsets
	next int // first run of the piece that may matter
}

// keep copies the piece's text[start:end] with its runs.
func (b *builder) keep(start, end int) {
	if start >= end {
		return
	}
	if len(b.piece.From) == 0 {
		b.run(b.text.Len(), start, end-start)
		b.text.WriteString(b.piece.Text[start:end])
		return
	}
	from := b.piece.From
	for b.next+1 < len(from) && int(from[b.next+1].From) <= start {
		b.next++
	}
	for _, r := range from[b.next:] {
		at, to, size := int(r.From), int(r.To), int(r.Len)
		if at >= end {
			break
		}
		cut := min(max(start-at, 0), size)
		length := min(at+size, end) - at - cut
		if length < 0 || length == 0 && size > 0 {
			continue
		}
		b.run(b.text.Len()+max(at, start)-start, to+cut, length)
	}
	b.text.WriteString(b.piece.Text[start:end])
}

// replace writes an edit's text. Text of the same length leads back letter by
// letter, other text as a whole to where the replaced text began.
func (b *builder) replace(e Edit) {
	if e.With == "" {
		return
	}
	to := b.piece.From.Source(e.Start)
	length := 0
	if len(e.With) == e.End-e.Start && b.piece.From.Source(e.End)-to == len(e.With) {
		length = len(e.With)
	}
	b.run(b.text.Len(), to, length)
	b.text.WriteString(e.With)
}

// run adds a run, or lengthens the last one where it goes on without a step.
func (b *builder) run(from, to, length int) {
	r := model.Run{From: int32(from), To: int32(to), Len: int32(length)}
	if n := len(b.runs); n > 0 {
		last := &b.runs[n-1]
		if last.Len > 0 && r.Len > 0 && last.From+last.Len == r.From && last.To+last.Len == r.To {
			last.Len += r.Len
			return
		}
	}
	b.runs = append(b.runs, r)
}
