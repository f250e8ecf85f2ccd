package pane

import (
	"slices"
	"sort"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/style"
)

// line draws line i of the text: a gutter that shows cursor and sentence, and
// the text with facts, the selected fact and search hits brought out.
func (p *Source) line(i int, focus bool) cell.Line {
	line := p.lines[i]
	at, bar := " ", " "
	if i == p.place.Cursor {
		at = p.look.Glyphs.Cursor
	}
	if p.fact != nil && line.Span.Overlaps(p.fact.Place.Sentence) {
		bar = p.look.Glyphs.Bar
	}
	role := style.Key
	if !focus {
		role = style.Faint
	}
	out := cell.Line{draw.Text(at, role), draw.Text(bar, style.Section)}
	return p.look.Fit(append(out, p.spans(line)...), p.w)
}

// spans cuts a line where roles change.
func (p *Source) spans(line textLine) cell.Line {
	edges := []int{line.Start, line.End}
	cut := func(s model.Span) {
		for _, at := range []int{s.Start, s.End} {
			if at > line.Start && at < line.End {
				edges = append(edges, at)
			}
		}
	}
	facts := p.factsIn(line.Span)
	for _, f := range facts {
		cut(f.Place.Quote)
	}
	if p.fact != nil {
		cut(p.fact.Place.Sentence)
		cut(p.fact.Place.Quote)
	}
	hits := p.hits(line)
	for _, h := range hits {
		cut(h)
	}
	for _, one := range p.passages[ReportID(p.Report())] {
		cut(one.Span)
	}
	cut(p.Selection())
	sort.Ints(edges)
	var out cell.Line
	for k := 1; k < len(edges); k++ {
		s := model.Span{Start: edges[k-1], End: edges[k]}
		if s.Len() > 0 {
			out = append(out, draw.Text(p.Report().Quote(s), p.role(s, line, facts, hits)))
		}
	}
	return out
}

// role of a piece of a line, all of whose bytes are alike.
func (p *Source) role(s model.Span, line textLine, facts []*model.Fact, hits []model.Span) cell.Role {
	role := style.Plain
	if line.heading {
		role = style.Heading
	}
	if p.fact != nil && p.fact.Place.Sentence.Contains(s) {
		role = style.Sentence
	}
	for _, f := range facts {
		if f.Place.Quote.Contains(s) {
			if role = style.Fact; f.Mark == model.Rejected {
				role = style.Fact | style.Dimmed
			}
		}
	}
	if coded, ok := p.roleOf(s); ok {
		role = coded
	}
	if p.fact != nil && p.fact.Place.Quote.Contains(s) {
		role = style.Focused
	}
	for _, h := range hits {
		if h.Contains(s) {
			role |= style.Lit
		}
	}
	if p.selected.on && p.Selection().Contains(s) {
		role |= style.Selected
	}
	return role
}

// factsIn are the facts whose quotes touch a span.
func (p *Source) factsIn(s model.Span) []*model.Fact {
	var out []*model.Fact
	for _, f := range p.facts {
		if f.Place.Quote.Start >= s.End {
			break
		}
		if f.Place.Quote.Overlaps(s) {
			out = append(out, f)
		}
	}
	return out
}

// hits are the search's finds in a line, looked for in its whole paragraph so
// that a find across two lines is lit on both.
func (p *Source) hits(line textLine) []model.Span {
	if p.look.Lit == nil {
		return nil
	}
	doc := p.Report().Document
	whole := doc.Paragraphs[line.paragraph]
	var out []model.Span
	for _, h := range p.look.Lit(doc.Quote(whole)) {
		h = model.Span{Start: h.Start + whole.Start, End: h.End + whole.Start}
		if h.Overlaps(line.Span) {
			out = append(out, h)
		}
	}
	return out
}

// original is the text of the file itself around the cursor's place, with the
// repairs that cleaning made there.
func (p *Source) original(h int) []cell.Line {
	l, doc := p.look, p.Report().Document
	at := model.Span{Start: p.Offset(), End: p.Offset()}
	if p.place.Cursor < len(p.lines) {
		at = doc.Paragraphs[p.lines[p.place.Cursor].paragraph]
	}
	if p.fact != nil {
		at = p.fact.Place.Sentence
	}
	origin := doc.Origin(at)
	title := l.Words.Text("source.original", "", origin.Line)
	const edge = 4 // of the edge, before and behind the title: the line's number is not cut, but the file's name
	title = l.Words.Text("source.original", l.Measure.Truncate(doc.File, max(1, p.w-edge-l.Measure.Width(title))), origin.Line)
	lines := []cell.Line{l.Edge(cell.Line{draw.Text(title, style.Section)}, p.w)}
	for _, r := range doc.Repairs {
		if !r.Span.Overlaps(at) && !at.Contains(r.Span) {
			continue
		}
		sign := "  "
		if !r.Proved {
			sign = " ?"
		}
		lines = append(lines, l.Fit(cell.Line{draw.Text(sign, style.Flag), draw.Text(visible(r.Original), style.Repair),
			draw.Text(" > ", style.Faint), draw.Text(visible(r.Repaired), style.Good), draw.Text("  "+r.Why(l.Words.Lang), style.Faint)}, p.w))
	}
	return l.Fill(append(lines, p.originalText(origin.Span, h-len(lines))...), p.w, h)
}

// originalText is h lines of the file's own text, from its beginning or so that
// what states the selected fact, which is lit, is in sight.
func (p *Source) originalText(at model.Span, h int) []cell.Line {
	l, doc := p.look, p.Report().Document
	quote := model.Span{Start: at.Start, End: at.Start}
	if p.fact != nil {
		quote = doc.Origin(p.fact.Place.Quote).Span
		quote.Start = max(at.Start, quote.Start)
		quote.End = max(quote.Start, min(quote.End, at.End))
	}
	raw := cell.Line{draw.Text(visible(doc.Original[at.Start:quote.Start]), style.Plain), draw.Text(visible(doc.Original[quote.Start:quote.End]), style.Focused),
		draw.Text(visible(doc.Original[quote.End:at.End]), style.Plain)}
	var lines []cell.Line
	from := 0
	for _, line := range l.Measure.WrapLine(raw, max(1, p.w-2)) {
		if from == 0 && slices.ContainsFunc(line, func(s cell.Span) bool { return s.Role == style.Focused }) {
			from = len(lines)
		}
		lines = append(lines, l.Fit(append(cell.Line{draw.Text("  ", style.Plain)}, line...), p.w))
	}
	from = max(0, min(from-h/3, len(lines)-h))
	return lines[from:]
}

// visible replaces what must not reach a terminal by a mark that can be seen.
func visible(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xfffd {
			out[i] = '?'
		}
		if r == '\n' || r == '\r' || r == '\t' {
			out[i] = ' '
		}
	}
	return string(out)
}
