package draw

import (
	"slices"
	"strconv"

	"qubi/model"
	"qubi/model/compare"
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

// heatCell is how wide a district is in the heat.
const heatCell = 13

// heat is a row a theme and a column a district: facts per 1,000 characters, the
// darker the more.
func (l *Look) heat(c *compare.Comparison) []Entry {
	all := []Entry{heading(l.heatNames(c)...)}
	rows := c.Heat()
	most := compare.Warmest(rows, compare.CountCell.PerThousand).Float()
	shades := []rune(l.Glyphs.Shades)
	for _, r := range rows {
		all = append(all, Entry{Line: func(int) cell.Line {
			line := l.Fit(cell.Line{Text("  "+l.ThemeWord(r.Theme), style.Name)}, heatCell)
			for j := range c.Districts {
				v := r.Cells[j].PerThousand()
				at := 0
				if v.Float() > 0 { // a little is not nothing
					at = max(1, min(len(shades)-1, int(v.Float()/most*float64(len(shades)-1)+0.5)))
				}
				line = append(line, Text(repeat(string(shades[at]), 4), style.Growth), Text(" ", style.Plain))
				line = append(line, l.Fit(cell.Line{Text(v.String()+" ", style.Number), Text("("+strconv.Itoa(r.Cells[j].Names)+")", style.Faint)}, heatCell)...)
			}
			return line
		}})
	}
	return all
}

// heatNames are the districts above the heat.
func (l *Look) heatNames(c *compare.Comparison) cell.Line {
	line := cell.Line{Text(cell.Blank(heatCell), style.Plain)}
	for _, d := range c.Districts {
		line = append(line, l.Fit(cell.Line{Text(l.Named(d), style.Title)}, heatCell+5)...)
	}
	return line
}

// stages are each district's projects by stage, one bar in parts.
func (l *Look) stages(c *compare.Comparison) []Entry {
	most, names, bars := 1, 0, c.Stages()
	for _, b := range bars {
		most, names = max(most, b.Projects()), max(names, l.Measure.Width(l.Named(b.District)))
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
	counts := []int{b.Done, b.Building, b.Signed, b.Planned, b.Unstated}
	glyphs := []rune(l.Glyphs.Parts)
	for i, s := range []model.Stage{model.Done, model.Building, model.Signed, model.Planned, model.NoStage} {
		if counts[i] == 0 {
			continue
		}
		mark, role := l.Words.Text("stage.unstated"), style.Faint
		if stage := l.Stage(&model.Fact{Kind: model.Project, Stage: s}, false); len(stage) > 0 {
			mark, role = stage[0].Text, stage[0].Role
		}
		parts = append(parts, part{counts[i], string(glyphs[i]), role})
		said = append(said, Text(" "+mark+strconv.Itoa(counts[i]), role))
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
func (l *Look) Finds(title string, finds []Find) (cell.Line, []Section) {
	var all []Section
	for len(finds) > 0 {
		r := finds[0].Spot.Report
		n := slices.IndexFunc(finds, func(f Find) bool { return f.Spot.Report != r })
		if n < 0 {
			n = len(finds)
		}
		head := cell.Line{Text(l.Named(finds[0].District)+" "+l.Dated(r, "2006-01-02"), style.Title), Text(" "+r.Head.Title, style.Faint)}
		rows := make([]Entry, n)
		for i, f := range finds[:n] {
			rows[i] = Entry{Spot: f.Spot, District: f.District, Line: func(w int) cell.Line { return l.inContext(f, w) }}
			if f.Fact != nil {
				rows[i].Facts = []*model.Fact{f.Fact}
			}
		}
		all, finds = append(all, section("", head, rows)), finds[n:]
	}
	return cell.Line{Text(title, style.Section)}, all
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
	mark := Text("  ", style.Marked)
	if f.Fact != nil {
		if st := l.StateOf(f.Fact); st.Marked {
			mark.Text = l.Fit(cell.Line{Text(l.Glyphs.Mark, style.Marked)}, 2).String()
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
	line := append(cell.Line{mark}, table.Right(l.Measure, cell.Line{Text(before, style.Faint)}, room)...)
	return append(line, Text(f.Hit, style.Name|style.Lit), Text(f.Behind, style.Plain))
}
