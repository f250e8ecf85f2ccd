package clean

import (
	"strings"

	"qubi/model"
)

// edit replaces text[start:end] by with.
type edit struct {
	start, end int
	with       string
}

// piece is a text on its way to be clean, with the way back to the page. An
// empty from is the identity, as in model.Offsets.
type piece struct {
	text string
	from model.Offsets
}

// apply makes the edits, which must rise and not overlap.
func (p piece) apply(edits []edit) piece {
	if len(edits) == 0 {
		return p
	}
	b := builder{piece: p}
	size := len(p.text)
	for _, e := range edits {
		size += len(e.with) - (e.end - e.start)
	}
	b.text.Grow(size)
	b.runs = make(model.Offsets, 0, len(p.from)+len(edits)+1)
	at := 0
	for _, e := range edits {
		b.keep(at, e.start)
		b.replace(e)
		at = e.end
	}
	b.keep(at, len(p.text))
	return piece{b.text.String(), b.runs}
}

// builder builds the next text of a piece.
type builder struct {
	// fixed
	piece piece

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
	if len(b.piece.from) == 0 {
		b.run(b.text.Len(), start, end-start)
		b.text.WriteString(b.piece.text[start:end])
		return
	}
	from := b.piece.from
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
	b.text.WriteString(b.piece.text[start:end])
}

// replace writes an edit's text. Text of the same length leads back letter by
// letter, other text as a whole to where the replaced text began.
func (b *builder) replace(e edit) {
	if e.with == "" {
		return
	}
	to := b.piece.from.Source(e.start)
	length := 0
	if len(e.with) == e.end-e.start && b.piece.from.Source(e.end)-to == len(e.with) {
		length = len(e.with)
	}
	b.run(b.text.Len(), to, length)
	b.text.WriteString(e.with)
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
