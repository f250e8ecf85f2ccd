package pane

import (
	"strings"
	"unicode/utf8"

	"qubi/model"
	"qubi/tui/cell"
)

// Passage is a run of a text that a person coded or wrote a memo on, and the role
// that shows it.
type Passage struct {
	model.Span
	Role cell.Role
}

// Grip is a way in which the end of a selection moves.
type Grip uint8

// The ways. A clause ends at a comma as well as at a full stop.
const (
	GripLeft Grip = iota
	GripRight
	GripUp
	GripDown
	GripStart // of the line
	GripEnd
	GripClause     // to the next clause
	GripBackClause // to the one before
)

// selection is the text selected: from one character to another, both within it.
type selection struct {
	on       bool
	from, to int // where the two characters begin
}

// ReportID tells a report from the others that are open, whatever was decided of
// its facts.
func ReportID(r *model.Report) string { return r.Path + "\x00" + r.File }

// SetPassages gives the pane what people coded in the district's reports, by
// [ReportID].
func (p *Source) SetPassages(all map[string][]Passage) { p.passages = all }

// Select begins a selection: at what states the selected fact, else at the
// beginning of the cursor's line.
func (p *Source) Select() {
	p.layout()
	at := model.Span{Start: p.Offset(), End: p.Offset() + 1}
	if p.fact != nil {
		at = p.fact.Place.Quote
	}
	p.SelectSpan(at)
}

// SelectSpan selects a run of the text.
func (p *Source) SelectSpan(s model.Span) {
	text := p.Report().Text
	if s.Start >= len(text) {
		return
	}
	_, size := utf8.DecodeLastRuneInString(text[s.Start:max(s.Start+1, min(s.End, len(text)))])
	p.selected = selection{true, s.Start, max(s.Start, min(s.End, len(text))-size)}
	p.toGrip()
}

// SelectTo moves the end of the selection to a cell of the pane; false where
// there is no text.
func (p *Source) SelectTo(x, y int) bool {
	at, ok := p.offsetAt(x, y)
	if ok {
		p.selected.to = at
		p.toGrip()
	}
	return ok
}

// SelectAt begins a selection at a cell of the pane.
func (p *Source) SelectAt(x, y int) bool {
	at, ok := p.offsetAt(x, y)
	if ok {
		p.selected = selection{true, at, at}
	}
	return ok
}

// SelectSentence selects the whole sentences that the selection touches.
func (p *Source) SelectSentence() {
	if doc := p.Report().Document; p.selected.on {
		s := p.Selection()
		last := model.Span{Start: max(s.Start, s.End-1), End: s.End} // which may be of another paragraph
		p.SelectSpan(model.Span{Start: doc.PlaceAt(s).Sentence.Start, End: doc.PlaceAt(last).Sentence.End})
	}
}

// Unselect drops the selection.
func (p *Source) Unselect() { p.selected = selection{} }

// Selection is the text selected; empty where none is.
func (p *Source) Selection() model.Span {
	s := p.selected
	if !s.on {
		return model.Span{}
	}
	from, to := min(s.from, s.to), max(s.from, s.to)
	_, size := utf8.DecodeRuneInString(p.Report().Text[to:])
	return model.Span{Start: from, End: to + size}
}

// SwapGrip lets the other end of the selection move.
func (p *Source) SwapGrip() {
	p.selected.from, p.selected.to = p.selected.to, p.selected.from
	p.toGrip()
}

// Grip moves the end of the selection.
func (p *Source) Grip(g Grip) {
	text, to := p.Report().Text, p.selected.to
	line := p.lineAt(to)
	switch g {
	case GripLeft:
		to = p.step(to, -1)
	case GripRight:
		to = p.step(to, 1)
	case GripUp:
		to = p.inLine(line-1, to)
	case GripDown:
		to = p.inLine(line+1, to)
	case GripStart:
		to = p.lines[line].Start
	case GripEnd:
		to = p.step(p.lines[line].End, -1)
	case GripClause:
		for to = p.step(to, 1); to != p.step(to, 1) && !endsClause(text[p.step(to, 1):]); {
			to = p.step(to, 1)
		}
	case GripBackClause:
		for to = p.step(to, -1); to != p.step(to, -1) && !endsClause(text[p.step(to, -1):]); {
			to = p.step(to, -1)
		}
	}
	p.selected.to = to
	p.toGrip()
}

// endsClause reports whether a text begins with a mark that ends a clause.
func endsClause(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("，,、；;：。！？\n", r)
}

// step is the character before or after one, never a line end.
func (p *Source) step(at, by int) int {
	text := p.Report().Text
	for next := at; ; {
		if by < 0 {
			if next == 0 {
				return at
			}
			_, size := utf8.DecodeLastRuneInString(text[:next])
			next -= size
		} else {
			_, size := utf8.DecodeRuneInString(text[next:])
			if next += size; next >= len(text) {
				return at
			}
		}
		if text[next] != '\n' {
			return next
		}
	}
}

// inLine is the character of line i that stands below or above one of another
// line.
func (p *Source) inLine(i, at int) int {
	if i < 0 || i >= len(p.lines) {
		return at
	}
	from := p.lines[p.lineAt(at)]
	return p.atColumn(i, p.look.Measure.Width(p.Report().Text[from.Start:at]))
}

// atColumn is the character of line i at a column of the text, or its last.
func (p *Source) atColumn(i, column int) int {
	line, col := p.lines[i], 0
	at := line.Start
	for k, r := range p.Report().Quote(line.Span) {
		if col > column {
			break
		}
		if r != '\n' {
			at = line.Start + k
		}
		col += p.look.Measure.Rune(r)
	}
	return at
}

// offsetAt is the character at a cell of the pane.
func (p *Source) offsetAt(x, y int) (at int, ok bool) {
	p.layout()
	i := p.place.Top + y - 2
	if y < 2 || i >= len(p.lines) || y-2 >= p.body() {
		return 0, false
	}
	return p.atColumn(i, max(0, x-2)), true
}

// toGrip keeps the moving end in sight.
func (p *Source) toGrip() {
	p.layout()
	p.place.Cursor = p.lineAt(p.selected.to)
	p.keep()
}

// roleOf is the role of a run of the text that people coded, if they did.
func (p *Source) roleOf(s model.Span) (cell.Role, bool) {
	for _, one := range p.passages[ReportID(p.Report())] {
		if one.Contains(s) {
			return one.Role, true
		}
	}
	return 0, false
}
