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
	numbers, units, most := 1, 1, r.Greatest().Float()
	names := l.nameWidth(model.Map(r.Entries, func(e compare.Entry) *model.District { return e.District }))
	for _, e := range r.Entries {
		n, u := l.Figure(e.Fact())
		numbers, units = max(numbers, l.Measure.Width(n)), max(units, l.Measure.Width(u))
	}
	for _, e := range r.Entries {
		f := e.Fact()
		all = append(all, Entry{Facts: e.Facts, District: e.District, Line: func(w int) cell.Line {
			n, u := l.Figure(f)
			line := l.placed(e, names)
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

// placed is the place of an entry, where it has one, and its district.
func (l *Look) placed(e compare.Entry, names int) cell.Line {
	number := ""
	if e.Place > 0 {
		number = strconv.Itoa(e.Place)
	}
	line := append(table.Right(l.Measure, cell.Line{Text(number, style.Faint)}, 3), Text(" ", style.Plain))
	return append(line, l.Fit(cell.Line{Text(l.Named(e.District), style.Name)}, names+1)...)
}

// nameWidth is how wide the names of districts are in a list: as the widest, to a
// third of the window.
func (l *Look) nameWidth(all []*model.District) (widest int) {
	for _, d := range all {
		widest = max(widest, l.Measure.Width(l.Named(d)))
	}
	return min(widest, max(16, l.Narrowest/3))
}

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
	ranked, names := c.RankRow(r), l.nameWidth(c.Districts)
	var all []Entry
	most := ranked.Greatest().Float()
	for _, e := range ranked.Entries {
		all = append(all, Entry{District: e.District, Line: func(w int) cell.Line {
			line := l.placed(e, names)
			line = append(line, table.Right(l.Measure, cell.Line{Text(e.Value.String(), style.Number)}, 5)...)
			line = append(line, Text(" ", style.Plain))
			return append(line, l.bar(e.Value.Float(), most, min(40, w-l.Measure.WidthLine(line)), false))
		}})
	}
	return title, []Section{section("", nil, all)}
}
