package pane

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/style"
	"qubi/tui/table"
)

// Source is the clean text of one report with its facts marked in place, the
// sentence of the selected fact lit, and the heading it stands under at the
// top. The text is wrapped once per report and width.
type Source struct {
	// Fixed.
	look     *draw.Look
	district *model.District

	// State.
	report int // which of the district's reports
	fact   *model.Fact
	cursor      // a line of the wrapped text; its column is the number of the selected fact among those on it
	raw    bool // the original text of the place is shown as well
	w, h   int

	selected selection
	passages map[string][]Passage // that people coded, by ReportID

	// Derived from report and width.
	lines []textLine
	all   []*model.Fact // of the district
	facts []*model.Fact // on view in this report, by place
	drawn kept[drawnLine]
}

// drawnLine is what the looks of a line depend on: the selected fact, where the
// line is of its sentence, beside which it is marked.
type drawnLine struct {
	line int
	fact *model.Fact
}

// textLine is one line of the wrapped text.
type textLine struct {
	model.Span
	paragraph int // from 0
	heading   bool
}

// NewSource makes the pane of a district's first report.
func NewSource(look *draw.Look, d *model.District) *Source {
	return &Source{look: look, district: d, cursor: newCursor()}
}

// SetReport shows another report of the district; the number is taken modulo
// how many there are.
func (p *Source) SetReport(n int) {
	if len(p.district.Reports) == 0 {
		return
	}
	p.report, p.fact, p.lines, *p.place, p.selected = n%len(p.district.Reports), nil, nil, table.Scroll{}, selection{}
	p.layout()
	p.SetFacts(p.all)
}

// Report is the report shown.
func (p *Source) Report() *model.Report { return p.district.Reports[p.report] }

// Number is which of the district's reports is shown, from 0.
func (p *Source) Number() int { return p.report }

// SetFacts gives the pane the facts on view; it marks those of its report.
func (p *Source) SetFacts(facts []*model.Fact) {
	p.all, p.facts = facts, nil
	for _, f := range facts {
		if f.Report == p.Report() {
			p.facts = append(p.facts, f)
		}
	}
	sort.SliceStable(p.facts, func(i, j int) bool { return p.facts[i].Place.Quote.Start < p.facts[j].Place.Quote.Start })
	p.choose(p.fact)
}

// SetOriginal shows or hides the original text of the place.
func (p *Source) SetOriginal(on bool) {
	if on != p.raw {
		p.raw = on
		p.keep()
	}
}

// SetSize gives the pane its cells, and wraps the text anew for a new width;
// the line under the cursor keeps its text.
func (p *Source) SetSize(w, h int) {
	if w != p.w {
		at := p.Offset()
		p.w, p.lines = w, nil
		p.layout()
		p.place.Cursor = p.lineAt(at)
		p.choose(p.fact)
	}
	p.w, p.h = w, h
	p.keep()
}

// layout wraps the text: paragraph by paragraph, headings told apart.
func (p *Source) layout() {
	if p.w == 0 || p.lines != nil {
		return
	}
	doc := p.Report().Document
	p.lines = make([]textLine, 0, len(doc.Text)/max(1, p.w))
	for i, span := range doc.Paragraphs {
		s := doc.Quote(span)
		heading := isHeading(s)
		for _, line := range draw.Wrap(p.look.Measure, s, max(1, p.w-2)) {
			p.lines = append(p.lines, textLine{model.Span{Start: span.Start + line.Start, End: span.Start + line.End}, i, heading})
		}
	}
}

// isHeading reports whether a paragraph is a heading: words, short and no
// sentence.
func isHeading(s string) bool {
	return cell.Measure{}.Width(s) <= 80 && !strings.ContainsAny(s, "。；;") && strings.ContainsFunc(s, unicode.IsLetter)
}

// Offset is where in the text the cursor's line begins.
func (p *Source) Offset() int {
	if p.place.Cursor < len(p.lines) {
		return p.lines[p.place.Cursor].Start
	}
	return 0
}

// lineAt is the line that holds an offset of the text.
func (p *Source) lineAt(at int) int {
	return max(0, sort.Search(len(p.lines), func(i int) bool { return p.lines[i].Start > at })-1)
}

// Show selects a fact and goes to its line, changing the report if need be;
// false when the fact is another district's.
func (p *Source) Show(f *model.Fact) bool {
	i := slices.Index(p.district.Reports, f.Report)
	if i < 0 {
		return false
	}
	if i != p.report {
		p.SetReport(i)
	}
	p.place.Cursor = p.lineAt(f.Place.Quote.Start)
	p.choose(f)
	p.place.Top = max(0, p.place.Cursor-p.body()/3)
	p.keep()
	return true
}

// GoTo goes to the line that holds an offset of the text. The fact that is stated
// there is selected: of several the one with the shortest quote, since the members
// of a list have the words before them in theirs.
func (p *Source) GoTo(at int) {
	p.layout()
	p.place.Cursor = p.lineAt(at)
	p.keep()
	p.pick()
	size := len(p.Report().Text) + 1
	for _, f := range p.onLine() {
		if q := f.Place.Quote; q.Start <= at && at < q.End && q.End-q.Start < size {
			p.choose(f)
			size = q.End - q.Start
		}
	}
}

// body is how many rows the text has.
func (p *Source) body() int {
	rows := p.h - 2
	if p.raw {
		rows -= p.rawRows()
	}
	return max(1, rows)
}

// rawRows is how many rows the original text takes.
func (p *Source) rawRows() int { return max(0, min(p.h/2, p.h-5)) }

func (p *Source) keep() { p.place.Keep(len(p.lines), p.body(), 1) }

// Selected is the selected fact, or nil.
func (p *Source) Selected() *model.Fact { return p.fact }

// SetPlace puts the pane back; the fact on the cursor's line is selected.
func (p *Source) SetPlace(s table.Scroll) {
	*p.place = s
	p.keep()
	p.pick()
	if on := p.onLine(); s.Column >= 0 && s.Column < len(on) {
		p.choose(on[s.Column])
	}
}

// onLine are the facts on the cursor's line.
func (p *Source) onLine() []*model.Fact {
	if p.place.Cursor >= len(p.lines) {
		return nil
	}
	line, on := p.lines[p.place.Cursor], []*model.Fact(nil)
	for _, f := range p.facts {
		if f.Place.Quote.Start < line.End && f.Place.Quote.End > line.Start {
			on = append(on, f)
		}
	}
	return on
}

// pick selects the first fact on the cursor's line, if there is one.
func (p *Source) pick() {
	p.fact, p.place.Column = nil, 0
	if on := p.onLine(); len(on) > 0 {
		p.fact = on[0]
	}
}

// choose selects a fact.
func (p *Source) choose(f *model.Fact) {
	p.fact, p.place.Column = f, max(0, slices.Index(p.onLine(), f))
}

// Lines draws head, text, and the original of the place where it is wanted.
func (p *Source) Lines(focus bool) []cell.Line {
	p.layout()
	p.drawn.begin(p.look.Still)
	lines := p.head(focus)
	for y := range p.body() {
		i := p.place.Top + y
		if i >= len(p.lines) {
			break
		}
		if h := p.headingOf(i); y == 0 && h >= 0 && h != i && i != p.place.Cursor {
			lines = append(lines, p.look.Fit(cell.Line{draw.Text("  "+p.Report().Quote(p.lines[h].Span), style.Section)}, p.w))
			continue
		}
		at := drawnLine{line: i}
		if f := p.fact; f != nil && (p.lines[i].Span.Overlaps(f.Place.Sentence) || p.lines[i].Span.Overlaps(f.Place.Quote)) {
			at.fact = f
		}
		lines = append(lines, p.drawn.row(at, i == p.place.Cursor, func() []cell.Line { return []cell.Line{p.line(i, focus)} })...)
	}
	if p.raw {
		lines = p.look.Fill(lines, p.w, 2+p.body())
		lines = append(lines, p.original(p.rawRows())...)
	}
	return p.look.Fill(lines, p.w, p.h)
}

// headingOf is the heading's line that line i stands under, or -1.
func (p *Source) headingOf(i int) int {
	for ; i >= 0; i-- {
		if p.lines[i].heading {
			return i
		}
	}
	return -1
}

// head is the report's district and title, date and number.
func (p *Source) head(focus bool) []cell.Line {
	l, head := p.look, p.Report().Head
	role := style.Title
	if focus {
		role = style.TitleFocus
	}
	date := l.Dated(p.Report(), "2006-01-02")
	which := ""
	if n := len(p.district.Reports); n > 1 {
		which = " " + strconv.Itoa(p.report+1) + "/" + strconv.Itoa(n)
	}
	second := append(cell.Line{draw.Text(date, style.Period), draw.Text("  "+l.Words.Text("source.facts", len(draw.Accepted(p.facts))), style.Faint)}, l.Tally(p.facts)...)
	return []cell.Line{
		l.Fit(cell.Line{draw.Text(l.Named(p.district), role), draw.Text(which, style.Key), draw.Text(" "+head.Title, style.Faint)}, p.w),
		l.Fit(append(second, draw.Text("  "+p.Report().File, style.Faint)), p.w),
	}
}
