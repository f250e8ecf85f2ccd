package pane

import (
	"strconv"

	"qubi/model"
	"qubi/model/compare"
	"qubi/tui/cell"
	"qubi/tui/style"
	"qubi/tui/table"
)

// Chart are pictures of the comparison: how much each district says of a theme,
// the indicators that several state as bars, and projects by stage.
func (l *Look) Chart(c *compare.Comparison) (title cell.Line, all []Entry) {
	title = cell.Line{text(l.Words.Text("chart.means"), style.Faint)}
	all = append(all, l.heat(c)...)
	all = append(all, l.stages(c)...)
	return title, append(all, l.bars(c)...)
}

// heatCell is how wide a district is in the heat.
const heatCell = 13

// heat is a row a theme and a column a district: facts per 1,000 characters, the
// darker the more.
func (l *Look) heat(c *compare.Comparison) []Entry {
	all := []Entry{heading(text(l.Words.Text("chart.heat"), style.Section)), heading(l.heatNames(c)...)}
	rows := c.Heat()
	most := compare.Warmest(rows, compare.CountCell.PerThousand).Float()
	shades := []rune(l.Glyphs.Shades)
	for _, r := range rows {
		all = append(all, Entry{Line: func(int) cell.Line {
			line := l.fit(cell.Line{text("  "+l.themeWord(r.Theme), style.Name)}, heatCell)
			for j := range c.Districts {
				v := r.Cells[j].PerThousand()
				at := 0
				if v.Float() > 0 { // a little is not nothing
					at = max(1, min(len(shades)-1, int(v.Float()/most*float64(len(shades)-1)+0.5)))
				}
				line = append(line, text(repeat(string(shades[at]), 4), style.Growth), text(" ", style.Plain))
				line = append(line, l.fit(cell.Line{text(v.String()+" ", style.Number), text("("+strconv.Itoa(r.Cells[j].Names)+")", style.Faint)}, heatCell)...)
			}
			return line
		}})
	}
	return all
}

// heatNames are the districts above the heat.
func (l *Look) heatNames(c *compare.Comparison) cell.Line {
	line := cell.Line{text(cell.Blank(heatCell), style.Plain)}
	for _, d := range c.Districts {
		line = append(line, l.fit(cell.Line{text(l.Named(d), style.Title)}, heatCell+5)...)
	}
	return line
}

// stages are each district's projects by stage, one bar in parts.
func (l *Look) stages(c *compare.Comparison) []Entry {
	most, names, bars := 1, 0, c.Stages()
	for _, b := range bars {
		most, names = max(most, b.Projects()), max(names, l.Measure.Width(l.Named(b.District)))
	}
	all := []Entry{heading(text(l.Words.Text("chart.stages"), style.Section))}
	for _, b := range bars {
		all = append(all, Entry{District: b.District, Line: func(w int) cell.Line {
			line := l.fit(cell.Line{text("  "+l.Named(b.District), style.Name)}, names+3)
			parts, said := l.parts(b)
			room := max(0, min(40, w-l.Measure.WidthLine(line)-l.Measure.WidthLine(said)))
			for _, p := range parts {
				line = append(line, text(repeat(p.glyph, max(1, p.n*room/most/max(1, l.Measure.Width(p.glyph)))), p.role))
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
	counts := []int{b.Done, b.Building, b.Signed, b.Planned, b.Unstated}
	glyphs := []rune(l.Glyphs.Parts)
	for i, s := range []model.Stage{model.Done, model.Building, model.Signed, model.Planned, model.NoStage} {
		if counts[i] == 0 {
			continue
		}
		mark, role := l.Words.Text("stage.unstated"), style.Faint
		if stage := l.stage(&model.Fact{Kind: model.Project, Stage: s}, false); len(stage) > 0 {
			mark, role = stage[0].Text, stage[0].Role
		}
		parts = append(parts, part{counts[i], string(glyphs[i]), role})
		said = append(said, text(" "+mark+strconv.Itoa(counts[i]), role))
	}
	return parts, said
}

// bars are the indicators whose numbers several districts state in one order,
// each with a bar to their scale.
func (l *Look) bars(c *compare.Comparison) []Entry {
	var all []Entry
	for _, r := range c.Bars() {
		f := r.Entries[0].Fact()
		all = append(all, heading(text(" "+r.Name, style.Group), text("  "+period(l, f)+" "+f.Stage.Word(l.Words.Lang), style.Faint)))
		all = append(all, l.standing(r)...)
	}
	if len(all) == 0 {
		return nil
	}
	return append([]Entry{heading(text(l.Words.Text("chart.bars"), style.Section))}, all...)
}

// Finds are places in the texts, each in its sentence with what was found in one
// column.
func (l *Look) Finds(title string, finds []Find) (cell.Line, []Entry) {
	var all []Entry
	names, last := 0, ""
	for _, f := range finds {
		names = max(names, l.Measure.Width(l.Named(f.District)))
	}
	for _, f := range finds {
		head := l.Named(f.District) + " " + l.dated(f.Spot.Report, "2006-01-02")
		if head != last {
			all = append(all, heading(text(head, style.Title), text(" "+f.Spot.Report.Head.Title, style.Faint)))
			last = head
		}
		e := Entry{Spot: f.Spot, District: f.District, Line: func(w int) cell.Line { return l.inContext(f, w) }}
		if f.Fact != nil {
			e.Facts = []*model.Fact{f.Fact}
		}
		all = append(all, e)
	}
	return cell.Line{text(title, style.Section)}, all
}

// Find is a place in a text that the search finds.
type Find struct {
	Spot                Spot
	District            *model.District
	Before, Hit, Behind string      // of one paragraph
	Fact                *model.Fact // that states it, or nil
}

// inContext is a find in its sentence: what stands before it ends, and what was
// found begins, in the same column everywhere.
func (l *Look) inContext(f Find, w int) cell.Line {
	mark := text("  ", style.Marked)
	if f.Fact != nil {
		if st := l.state(f.Fact); st.Marked {
			mark.Text = l.fit(cell.Line{text(l.Glyphs.Mark, style.Marked)}, 2).String()
		}
	}
	room := max(4, (w-2)*2/5)
	before := f.Before
	if l.Measure.Width(before) > room {
		for i := range before {
			if l.Measure.Width(before[i:]) <= room-l.Measure.Width(l.Glyphs.More) {
				before = l.Glyphs.More + before[i:]
				break
			}
		}
	}
	line := append(cell.Line{mark}, table.Right(l.Measure, cell.Line{text(before, style.Faint)}, room)...)
	return append(line, text(f.Hit, style.Name|style.Lit), text(f.Behind, style.Plain))
}
