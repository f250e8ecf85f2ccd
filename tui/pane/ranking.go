package pane

import (
	"strconv"

	"qubi/model"
	"qubi/model/compare"
	"qubi/tui/cell"
	"qubi/tui/style"
	"qubi/tui/table"
)

// Ranking are the numbers of a row's indicator by value, of all districts and
// reports, with what may not be compared apart under its reason.
func (l *Look) Ranking(c *compare.Comparison, r *compare.Row) (title cell.Line, all []Entry) {
	lang := l.Words.Lang
	title = cell.Line{text(l.Words.Text("ranking.of", r.Name()), style.Section)}
	for _, s := range r.Ranking() {
		f := s.Facts[0]
		said := l.Words.Text("ranking.group", period(l, f), f.Stage.Word(lang), len(s.Facts))
		if s.Apart {
			all = append(all, heading(text("!"+s.Reason.Word(lang), style.Flag), text("  "+said, style.Faint)))
		} else {
			all = append(all, heading(text(said, style.Faint)))
		}
		all = append(all, l.standing(c, s.Facts)...)
	}
	return title, all
}

// period is a fact's period in full, or that there is none.
func period(l *Look, f *model.Fact) string {
	if f.Period.IsZero() {
		return l.Words.Text("period.unstated")
	}
	return f.Period.Label
}

// standing are facts that may be read in one order, each with its place and a
// bar to their scale.
func (l *Look) standing(c *compare.Comparison, facts []*model.Fact) (all []Entry) {
	most, names, numbers, units := 0.0, 0, 1, 1
	at := map[model.DistrictID]*model.District{}
	for _, d := range c.Districts {
		at[d.ID()] = d
	}
	for _, f := range facts {
		most = max(most, f.Quantity.Base.Float())
		names = max(names, l.Measure.Width(l.Named(at[f.Report.DistrictID()])))
		n, u := l.figure(f)
		numbers, units = max(numbers, l.Measure.Width(n)), max(units, l.Measure.Width(u))
	}
	place := 0
	for i, f := range facts {
		if i == 0 || f.Quantity.Base.Cmp(facts[i-1].Quantity.Base) != 0 {
			place = i + 1 // equal numbers share their place
		}
		d, number := at[f.Report.DistrictID()], strconv.Itoa(place)
		all = append(all, Entry{Facts: []*model.Fact{f}, District: d, Line: func(w int) cell.Line {
			n, u := l.figure(f)
			line := append(table.Right(l.Measure, cell.Line{text(number, style.Faint)}, 3), text(" ", style.Plain))
			line = append(line, l.fit(cell.Line{text(l.Named(d), style.Name)}, names+1)...)
			line = append(line, l.fit(l.figures(text(n, style.Number), text(u, style.Unit), numbers, units), numbers+units+1)...)
			line = append(line, l.atLeast(l.comparedPeriod(f).Text, style.Period, 8)...)
			line = append(line, l.atLeast(l.stage(f, false).String(), stageRole(l, f), l.stageWidth(model.Metric, false))...)
			tail := cell.Line{text(" ", style.Plain), text(l.growth(f), style.Growth), text(" ", style.Plain), text(l.flags(f, true), style.Flag)}
			room := min(40, w-l.Measure.WidthLine(line)-l.Measure.WidthLine(tail))
			if room >= 6 {
				line = append(line, l.bar(f.Quantity.Base.Float(), most, room, f.Stage == model.Target))
			}
			return append(line, tail...)
		}})
	}
	return all
}

// stageRole is the role of a fact's stage.
func stageRole(l *Look, f *model.Fact) cell.Role {
	if s := l.stage(f, false); len(s) > 0 {
		return s[0].Role
	}
	return style.Plain
}

// RankingOfCounts are the districts by how much they say on a theme, as facts of
// a kind.
func (l *Look) RankingOfCounts(c *compare.Comparison, r compare.CountRow) (title cell.Line, all []Entry) {
	name := l.themeWord(r.Theme)
	if r.Theme == model.NoTheme {
		name = l.Words.Text("themes.all")
	}
	if r.Kind != model.NoKind {
		name += " " + r.Kind.Word(l.Words.Lang)
	}
	title = cell.Line{text(l.Words.Text("ranking.counts", name), style.Section)}
	most, names := 0, 0
	order := make([]int, len(c.Districts))
	for j, d := range c.Districts {
		order[j] = j
		most, names = max(most, r.Cells[j].Facts), max(names, l.Measure.Width(l.Named(d)))
	}
	sortBy(order, func(j int) int { return -r.Cells[j].Facts })
	for _, j := range order {
		d, n := c.Districts[j], r.Cells[j].Facts
		all = append(all, Entry{District: d, Line: func(w int) cell.Line {
			line := append(cell.Line{text(" ", style.Plain)}, l.fit(cell.Line{text(l.Named(d), style.Name)}, names+1)...)
			line = append(line, table.Right(l.Measure, cell.Line{text(strconv.Itoa(n), style.Number)}, 5)...)
			line = append(line, text("  "+l.padded(r.Cells[j].PerThousand().String(), 5)+" "+l.Words.Text("ranking.perthousand")+"  ", style.Faint))
			return append(line, l.bar(float64(n), float64(most), min(40, w-l.Measure.WidthLine(line)), false))
		}})
	}
	return title, all
}
