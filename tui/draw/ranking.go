package draw

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
func (l *Look) Ranking(c *compare.Comparison, r *compare.Row) (title cell.Line, all []Section) {
	lang, ranked := l.Words.Lang, c.Rank(r)
	title = cell.Line{Text(l.Words.Text("ranking.of", ranked.Name), style.Section)}
	for _, reason := range ranked.Reasons {
		title = append(title, Text(" !"+reason.Word(lang), style.Flag))
	}
	all = append(all, section("", nil, l.standing(ranked)))
	for _, apart := range ranked.Apart {
		head := cell.Line{Text("!"+apart.Reason.Word(lang), style.Flag), Text("  "+l.Words.Text("ranking.apart", len(apart.Entries)), style.Faint)}
		all = append(all, section(apart.Reason.String(), head, l.standing(compare.Ranking{Entries: apart.Entries})))
	}
	if len(ranked.Silent) > 0 {
		silent := l.Words.Text("ranking.silent")
		for _, d := range ranked.Silent {
			silent += " " + l.Named(d)
		}
		all = append(all, section("", nil, []Entry{heading(Text(silent, style.Missing))}))
	}
	return title, all
}

// period is a fact's period in full, or that there is none.
func period(l *Look, f *model.Fact) string {
	if f.Period.IsZero() {
		return l.Undated(f, "period.unstated")
	}
	return l.Period(f.Period)
}

// standing are entries in one order, each with its place and a bar to their
// scale; those that stand apart have neither.
func (l *Look) standing(r compare.Ranking) (all []Entry) {
	names, numbers, units, most := 0, 1, 1, r.Greatest().Float()
	for _, e := range r.Entries {
		names = max(names, l.Measure.Width(l.Named(e.District)))
		n, u := l.Figure(e.Fact())
		numbers, units = max(numbers, l.Measure.Width(n)), max(units, l.Measure.Width(u))
	}
	names = l.nameWidth(names)
	for _, e := range r.Entries {
		f, number := e.Fact(), ""
		if e.Place > 0 {
			number = strconv.Itoa(e.Place)
		}
		all = append(all, Entry{Facts: e.Facts, District: e.District, Line: func(w int) cell.Line {
			n, u := l.Figure(f)
			line := append(table.Right(l.Measure, cell.Line{Text(number, style.Faint)}, 3), Text(" ", style.Plain))
			line = append(line, l.Fit(cell.Line{Text(l.Named(e.District), style.Name)}, names+1)...)
			line = append(line, l.Fit(l.Figures(Text(n, style.Number), Text(u, style.Unit), numbers, units), numbers+units+1)...)
			said := l.ComparedPeriod(f)
			line = append(line, l.AtLeast(said.Text, said.Role, 9)...)
			line = append(line, l.AtLeast(l.Stage(f, false).String(), stageRole(l, f), l.StageWidth(model.Metric, false))...)
			tail := cell.Line{Text(" ", style.Plain), Text(l.growth(f), style.Growth), Text(" ", style.Plain), Text(l.Flags(f, true), style.Flag), Text(l.Check(f), style.Marked)}
			if room := min(40, w-l.Measure.WidthLine(line)-l.Measure.WidthLine(tail)); room >= 6 && e.Place > 0 {
				line = append(line, l.bar(e.Value.Float(), most, room, f.Stage == model.Target))
			}
			return append(line, tail...)
		}})
	}
	return all
}

// nameWidth is how wide the names of districts are in a list: as the widest, to a
// third of the window.
func (l *Look) nameWidth(widest int) int { return min(widest, max(16, l.Narrowest/3)) }

// stageRole is the role of a fact's stage.
func stageRole(l *Look, f *model.Fact) cell.Role {
	if s := l.Stage(f, false); len(s) > 0 {
		return s[0].Role
	}
	return style.Plain
}

// RankingOfCounts are the districts by how much they say on a theme, as facts of
// a kind.
func (l *Look) RankingOfCounts(c *compare.Comparison, r compare.CountRow) (title cell.Line, sections []Section) {
	name := l.ThemeWord(r.Theme)
	if r.Code != "" {
		name = r.Code
	} else if r.Theme == model.NoTheme {
		name = l.Words.Text("themes.all")
	}
	if r.Kind != model.NoKind {
		name += " " + r.Kind.Word(l.Words.Lang)
	}
	title = cell.Line{Text(l.Words.Text("ranking.counts", name), style.Section)}
	ranked, names := c.RankRow(r), 0
	var all []Entry
	most := ranked.Greatest().Float()
	for _, d := range c.Districts {
		names = max(names, l.Measure.Width(l.Named(d)))
	}
	names = l.nameWidth(names)
	for _, e := range ranked.Entries {
		all = append(all, Entry{District: e.District, Line: func(w int) cell.Line {
			line := append(table.Right(l.Measure, cell.Line{Text(strconv.Itoa(e.Place), style.Faint)}, 3), Text(" ", style.Plain))
			line = append(line, l.Fit(cell.Line{Text(l.Named(e.District), style.Name)}, names+1)...)
			line = append(line, table.Right(l.Measure, cell.Line{Text(e.Value.String(), style.Number)}, 5)...)
			line = append(line, Text(" ", style.Plain))
			return append(line, l.bar(e.Value.Float(), most, min(40, w-l.Measure.WidthLine(line)), false))
		}})
	}
	return title, []Section{section("", nil, all)}
}
