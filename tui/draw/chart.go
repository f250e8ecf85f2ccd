package draw

import (
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/query"
	"qubi/tui/cell"
	"qubi/tui/style"
	"qubi/tui/table"
)

// Chart are pictures of the comparison: how much each district says of a theme,
// the indicators that several state as bars, and projects by stage.
func (l *Look) Chart(c *compare.Comparison) (title cell.Line, all []Section) {
	title = cell.Line{Text(l.Words.Text("chart.means"), style.Faint)}
	for _, part := range []struct {
		id   string
		rows func(*compare.Comparison) []Entry
	}{{"heat", l.heat}, {"stages", l.stages}, {"bars", l.bars}} {
		head := cell.Line{Text(l.Words.Text("chart."+part.id), style.Section)}
		all = append(all, Section{ID: part.id, Head: head, Rows: func() []Entry { return part.rows(c) }})
	}
	return title, all
}

// heat is how much each district says of each theme: facts per 1,000 characters,
// the darker the more. Themes are the rows; districts that do not fit beside each
// other are the rows instead, so that none is beyond the edge.
func (l *Look) heat(c *compare.Comparison) []Entry {
	rows := c.Heat()
	most := compare.Warmest(rows).Float()
	if heatName+len(c.Districts)*heatCell > l.Narrowest {
		return l.heatByDistrict(c, rows, most)
	}
	names := cell.Line{Text(cell.Blank(heatName), style.Plain)}
	for _, d := range c.Districts {
		names = append(names, l.Fit(cell.Line{Text(l.Named(d), style.Title)}, heatCell)...)
	}
	all := []Entry{heading(names...)}
	for _, r := range rows {
		line := l.Fit(cell.Line{Text("  "+l.ThemeWord(r.Theme), style.Name)}, heatName)
		for _, of := range r.Cells {
			mark, number := l.shade(of, most)
			line = append(line, Text(repeat(mark, 4), style.Growth))
			line = append(line, l.Fit(cell.Line{Text(" "+number+" ", style.Number), Text("("+strconv.Itoa(of.Names)+")", style.Faint)}, heatCell-4)...)
		}
		all = append(all, Entry{Line: func(int) cell.Line { return line }})
	}
	return all
}

// heatName and heatCell are how wide the name of a theme and what a district says
// of it are.
const heatName, heatCell = 13, 18

// heatNumber is how wide a number of the heat is in a row of its district, before
// its mark: a mark before it could be read as a part of it.
const heatNumber = 4

// heatByDistrict has a row for each district.
func (l *Look) heatByDistrict(c *compare.Comparison, rows []compare.CountRow, most float64) []Entry {
	names := 0
	for _, d := range c.Districts {
		names = max(names, 3+l.Measure.Width(l.Named(d)))
	}
	names = min(names, max(heatName, l.Narrowest/6))
	per := max(heatNumber+2, min(heatNumber+5, (l.Narrowest-1-names)/max(1, len(rows))))
	head := cell.Line{Text(cell.Blank(names), style.Plain)}
	for _, r := range rows {
		word := l.Fit(cell.Line{Text(l.ThemeWord(r.Theme), style.Title)}, min(per-1, max(heatNumber, l.Measure.Width(l.ThemeWord(r.Theme)))))
		head = append(head, l.Fit(word, per)...)
	}
	all := []Entry{heading(head...)}
	for j, d := range c.Districts {
		line := l.Fit(cell.Line{Text("  "+l.Named(d), style.Name)}, names)
		for _, r := range rows {
			mark, number := l.shade(r.Cells[j], most)
			warm := table.Right(l.Measure, cell.Line{Text(number, style.Number)}, heatNumber)
			line = append(line, l.Fit(append(warm, Text(repeat(mark, per-heatNumber-1), style.Growth)), per)...)
		}
		all = append(all, Entry{District: d, Line: func(int) cell.Line { return line }})
	}
	return all
}

// shade is the mark of how much a district says of a theme, and its number.
func (l *Look) shade(of compare.CountCell, most float64) (mark, number string) {
	shades, v := []rune(l.Glyphs.Shades), of.PerThousand()
	at := 0
	if v.Float() > 0 { // a little is not nothing
		at = max(1, min(len(shades)-1, int(v.Float()/most*float64(len(shades)-1)+0.5)))
	}
	return string(shades[at]), v.String()
}

// stages are each district's projects by stage, one bar in parts.
func (l *Look) stages(c *compare.Comparison) []Entry {
	most, names, bars := 1, l.nameWidth(c.Districts), c.Stages()
	for _, b := range bars {
		most = max(most, b.Projects)
	}
	var all []Entry
	for _, b := range bars {
		all = append(all, Entry{District: b.District, Line: func(w int) cell.Line {
			line := l.Fit(cell.Line{Text("  "+l.Named(b.District), style.Name)}, names+3)
			parts, said := l.parts(b)
			room := max(0, min(40, w-l.Measure.WidthLine(line)-l.Measure.WidthLine(said)))
			for _, p := range parts {
				line = append(line, Text(repeat(p.glyph, max(1, p.n*room/most/max(1, l.Measure.Width(p.glyph)))), p.role))
			}
			return append(line, said...)
		}})
	}
	return all
}

// part is one stage of a bar.
type part struct {
	n     int
	glyph string
	role  cell.Role
}

// parts are the stages that a district has projects of, and the same in words.
func (l *Look) parts(b compare.StageBar) (parts []part, said cell.Line) {
	glyphs := []rune(l.Glyphs.Parts) // from done to planned
	last := len(b.Counts) - 1
	slices.Reverse(b.Counts[:last])
	for i, c := range b.Counts {
		if c.N == 0 {
			continue
		}
		mark, role := l.Words.Text("stage.unstated"), style.Faint
		if stage := l.Stage(&model.Fact{Kind: model.Project, Stage: c.Stage}, false); len(stage) > 0 {
			mark, role = stage[0].Text, stage[0].Role
		}
		parts = append(parts, part{c.N, string(glyphs[i]), role})
		said = append(said, Text(" "+l.Words.Text("stage.count", mark, c.N), role))
	}
	return parts, said
}

// bars are the indicators whose numbers several districts state in one order,
// each with a bar to their scale.
func (l *Look) bars(c *compare.Comparison) []Entry {
	var all []Entry
	for _, r := range c.Bars() {
		f := r.Entries[0].Fact()
		all = append(all, heading(Text(" "+r.Name, style.Group), Text("  "+period(l, f)+" "+f.Stage.Word(l.Words.Lang), style.Faint)))
		all = append(all, l.standing(r)...)
	}
	if len(all) == 0 {
		all = append(all, heading(Text(" "+l.Words.Text("chart.nobars"), style.Missing)))
	}
	return all
}

// Finds are places in the texts, each in its sentence with what was found in one
// column.
func (l *Look) Finds(title string, finds []query.Hit) (cell.Line, []Section) {
	var all []Section
	for len(finds) > 0 {
		r := finds[0].Report
		n := slices.IndexFunc(finds, func(h query.Hit) bool { return h.Report != r })
		if n < 0 {
			n = len(finds)
		}
		head := cell.Line{Text(l.Named(finds[0].District)+" "+l.Dated(r, "2006-01-02"), style.Title), Text(" "+r.Head.Title, style.Faint)}
		rows := make([]Entry, n)
		for i, h := range finds[:n] {
			f := h.Fact()
			rows[i] = Entry{Spot: Spot{r, h.Span.Start}, District: h.District, Facts: []*model.Fact{f}, Line: func(w int) cell.Line { return l.inContext(h, f, w) }}
		}
		all, finds = append(all, section("", head, rows)), finds[n:]
	}
	return cell.Line{Text(title, style.Section)}, all
}

// inContext is a find in its paragraph: what stands before it ends, and what was
// found begins, in the same column everywhere.
func (l *Look) inContext(h query.Hit, f *model.Fact, w int) cell.Line {
	mark := Text("  ", style.Marked)
	if st := l.StateOf(f); st.Marked {
		mark.Text = l.Fit(cell.Line{Text(l.Glyphs.Mark, style.Marked)}, 2).String()
	}
	room := max(4, (w-2)*2/5)
	before, behind := h.Report.Quote(model.Span{Start: h.Paragraph.Start, End: h.Span.Start}), model.Span{Start: h.Span.End, End: h.Paragraph.End}
	if l.Measure.Width(before) > room {
		for i := range before {
			if l.Measure.Width(before[i:]) <= room-l.Measure.Width(l.Glyphs.More) {
				before = l.Glyphs.More + before[i:]
				break
			}
		}
	}
	line := append(cell.Line{mark}, table.Right(l.Measure, cell.Line{Text(before, style.Faint)}, room)...)
	return append(line, Text(h.Word(), style.Name|style.Lit), Text(strings.TrimRight(h.Report.Quote(behind), "\n"), style.Plain))
}
