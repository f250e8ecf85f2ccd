package pane

import (
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/compare"
	"qubi/tui/cell"
	"qubi/tui/style"
	"qubi/tui/table"
)

// first is the first column of row i; full says why the row is not comparable,
// else a mark only says that it is not.
func (p *Compare) first(i int, full bool) cell.Line {
	l := p.look
	lang := l.Words.Lang
	switch p.tab {
	case TabCounts:
		r := p.of.Counts()[i]
		if r.Kind != model.NoKind {
			return append(cell.Line{text("  ", style.Name)}, l.lit(r.Kind.Word(lang), style.Name)...)
		}
		if r.Code != "" {
			return l.lit(r.Code, style.Marked)
		}
		if r.Theme == model.NoTheme {
			return cell.Line{text(l.Words.Text("themes.all"), style.Section), text(p.foldSign(i), style.Key)}
		}
		return append(l.lit(l.themeWord(r.Theme), style.Section), text(p.foldSign(i), style.Key))
	case TabShared:
		r := p.of.Names()[i]
		line := l.atLeast(l.Words.Text("share."+r.Sharing().String()), style.Section, 4)
		line = append(line, l.atLeast(l.Words.Text("kindof."+r.Kind.String()), style.Faint, p.kindWidth())...)
		if r.Class != "" {
			line = append(line, text(r.Class+" ", style.Faint))
		}
		return append(line, l.lit(r.Name, style.Name)...)
	}
	r := p.of.Rows()[i]
	line := l.lit(r.Name(), style.Name)
	if v := r.Verdict(); v == compare.NotComparable || v == compare.WithCare {
		why := " !"
		if full {
			why += r.Reasons()[0].Word(lang)
		}
		line = append(line, text(why, style.Flag))
	}
	return line
}

// cell is what district j says in row i, in about w cells; never empty.
func (p *Compare) cell(i, j, w int) cell.Line {
	switch p.tab {
	case TabCounts:
		c := p.of.Counts()[i].Cells[j]
		if c.Facts == 0 && c.Names == 0 {
			return cell.Line{text(strings.Repeat(" ", 4)+"0", style.Missing)}
		}
		number := table.Right(p.look.Measure, cell.Line{text(strconv.Itoa(c.Names), style.Number)}, 5)
		line := append(number, text("  "+p.look.padded(c.PerThousand().String(), 5)+"  "+p.look.padded(c.Share().String()+"‰", 6), style.Faint))
		return p.look.whole(append(line, p.look.countStages(p.of.Counts()[i].Kind, c)...), w)
	case TabShared:
		r := p.of.Names()[i]
		if len(r.Facts(j)) == 0 {
			return p.look.nothing()
		}
		if r.Class != "" {
			return p.look.whole(p.look.members(r.Members(j)), w)
		}
		return p.told(i, r.Facts(j), compare.Stated, j, w)
	}
	facts, state := p.stated(i, j)
	if len(facts) == 0 {
		return p.look.nothing()
	}
	return p.told(i, facts, state, j, w)
}

// members are the names by which a district has a part in a class, each with its
// tier and the marks of its stages.
func (l *Look) members(all [][]*model.Fact) (line cell.Line) {
	for i, facts := range all {
		gap := ""
		if i > 0 {
			gap = "  "
		}
		line = append(line, text(gap+facts[0].Name, style.Name))
		if tier := facts[0].Tier; tier != "" {
			line = append(line, text(" "+tier, style.Number))
		}
		line = append(line, l.stageMarks(facts)...)
		line = append(line, text(l.check(facts[0]), style.Marked))
	}
	return line
}

// stageMarks are the marks of the stages at which facts tell a thing.
func (l *Look) stageMarks(facts []*model.Fact) (line cell.Line) {
	for _, s := range stageOrder() {
		if slices.ContainsFunc(facts, func(f *model.Fact) bool { return f.Stage == s }) {
			mark, role := l.stageMark(s)
			line = append(line, text(mark, role))
		}
	}
	return line
}

// countStages are how many clusters or projects stand at each stage.
func (l *Look) countStages(k model.Kind, c compare.CountCell) (line cell.Line) {
	if k != model.Cluster && k != model.Project {
		return nil
	}
	for _, s := range stageOrder() {
		if n := c.Stage(s); n > 0 {
			mark, role := l.stageMark(s)
			line = append(line, text(" "+mark+l.Words.Text("stage.count", s.Word(l.Words.Lang), n), role))
		}
	}
	return line
}

// nothing is a cell in which nothing is said; why is told for the one under the
// cursor.
func (l *Look) nothing() cell.Line { return cell.Line{text(l.Glyphs.Missing, style.Missing)} }

// padded is a number in at least w cells, at their right end.
func (l *Look) padded(s string, w int) string { return cell.Blank(w-l.Measure.Width(s)) + s }

// atLeast is a text in at least w cells and a blank, so that what follows
// stands in one column wherever it can.
func (l *Look) atLeast(s string, role cell.Role, w int) cell.Line {
	return cell.Line{text(s, role), text(cell.Blank(max(0, w-l.Measure.Width(s))+1), style.Plain)}
}

// told is the first of some facts without its name, and how many more; the
// whole column speaks in short words where one of its cells must.
func (p *Compare) told(i int, facts []*model.Fact, state compare.CellState, j, w int) cell.Line {
	n := p.needOf(j)
	return p.look.whole(p.toldIn(i, n.full > w, n.period, facts, state), w)
}

// figure is a fact's figure in row i: a growth says that it is one where the row
// goes by the name of the level.
func (p *Compare) figure(i int, f *model.Fact) (number, unit string) {
	number, unit = p.look.figure(f)
	if p.tab == TabIndicators && f.Grows() && f.HasValue && !f.Ordinal() {
		if name := p.of.Rows()[i].Indicator; model.WithoutGrowth(name) == name || p.of.Rows()[i].Name() != name {
			number = p.look.Words.Text("grows", number)
		}
	}
	return number, unit
}

// stageWidth is how wide the stages of a metric are, so that what follows them
// stands in one column; other kinds have nothing behind theirs.
func (l *Look) stageWidth(k model.Kind, short bool) int {
	if k != model.Metric {
		return 0
	}
	w := 0
	for _, s := range []model.Stage{model.Achieved, model.Target} {
		w = max(w, l.Measure.WidthLine(l.stage(&model.Fact{Stage: s}, short)))
	}
	return w
}

// kindWidth is how wide the kinds of named things are.
func (p *Compare) kindWidth() int {
	w := 0
	for _, k := range model.Kinds() {
		w = max(w, p.look.Measure.Width(p.look.Words.Text("kindof."+k.String())))
	}
	return w
}

// whole leaves out at the end what does not fit in w cells, by whole pieces: a
// growth of +4.2% must not be read as +4.
func (l *Look) whole(line cell.Line, w int) cell.Line {
	if l.Measure.WidthLine(line) <= w {
		return line
	}
	used, room := 0, w-l.Measure.Width(l.Glyphs.More)
	for i, s := range line {
		if used += l.Measure.Width(s.Text); used > room && i > 0 {
			return append(line[:i:i], text(l.Glyphs.More, style.Faint))
		}
	}
	return line
}

// comparedPeriod is a metric's period in few cells; one that is not stated says
// so.
func (l *Look) comparedPeriod(f *model.Fact) cell.Span {
	if f.Period.IsZero() {
		return text(l.Words.Text("period.none"), style.Missing)
	}
	return text(l.shortLabel(f.Period), style.Period)
}

// toldIn is told in short or in full words, with so many cells for periods.
func (p *Compare) toldIn(i int, short bool, period int, facts []*model.Fact, state compare.CellState) cell.Line {
	l, f := p.look, facts[0]
	number, unit := p.figure(i, f)
	var line cell.Line
	add := func(s string, role cell.Role) {
		if s != "" {
			line = append(line, text(s, role), text(" ", style.Plain))
		}
	}
	over := 0 // what a wide figure takes of the blanks behind the period
	switch {
	case p.tab == TabShared: // few things here have a number: what they have stands in one column
		line = append(line, l.atLeast(number+unit, style.Number, 8)...)
	case number+unit != "":
		figures := l.figures(text(number, style.Number), text(unit, style.Unit), p.number, p.unit)
		over = max(0, l.Measure.WidthLine(figures)-p.number-p.unit)
		line = append(l.fit(figures, p.number+p.unit+over), text(" ", style.Plain))
	}
	if f.Kind == model.Metric {
		said := l.comparedPeriod(f)
		line = append(line, l.atLeast(said.Text, said.Role, period-over)...)
	}
	stage := l.stage(f, short)
	if all := stagesOf(facts); p.tab == TabShared && all != nil {
		stage = l.stagesIn(all)
	}
	if len(stage) > 0 {
		line = append(line, stage...)
		line = append(line, text(cell.Blank(max(0, l.stageWidth(f.Kind, short)-l.Measure.WidthLine(stage))+1), style.Plain))
	}
	add(f.Change, style.Growth) // a piece of its own, so that where room is short the rank goes first
	if rank := l.rankWord(f.Rank); number != rank {
		add(rank, style.Growth)
	}
	switch {
	case state == compare.OtherMeasure && short:
		add("!", style.Flag)
	case state == compare.OtherMeasure:
		add("!"+compare.LevelAndGrowth.Word(l.Words.Lang), style.Flag)
	}
	add(l.flags(f, short), style.Flag)
	add(l.check(f), style.Marked)
	if strings.TrimSpace(line.String()) == "" {
		line = cell.Line{text(l.Words.Text("named")+" ", style.Done)}
	}
	if n := len(facts); n > 1 && short {
		line = append(line, text("+"+strconv.Itoa(n-1), style.Faint))
	} else if n > 1 {
		line = append(line, text(l.Words.Text("more", n-1), style.Faint))
	} else if last := len(line) - 1; last > 0 && strings.TrimSpace(line[last].Text) == "" {
		line = line[:last] // a blank that parts it from nothing
	}
	return line
}

// counted is the group of row i of the table of counts: its theme, or a code,
// which stands alone.
func (p *Compare) counted(i int) int {
	if r := p.of.Counts()[i]; r.Code == "" {
		return int(r.Theme)
	}
	return -1 - i
}
