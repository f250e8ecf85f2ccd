package pane

import (
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/compare"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/style"
	"qubi/tui/table"
)

// first is the first column of row i; full says why the row is not comparable,
// else a mark only says that it is not.
func (p *Compare) first(i int, full bool) cell.Line {
	l := p.look
	lang := l.Words.Lang
	switch p.tab {
	case draw.TabCounts:
		r := p.of.Counts()[i]
		if r.Kind != model.NoKind {
			return append(cell.Line{draw.Text("  ", style.Name)}, l.Light(r.Kind.Word(lang), style.Name)...)
		}
		if r.Code != "" {
			return l.Light(r.Code, style.Marked)
		}
		if r.Theme == model.NoTheme {
			return cell.Line{draw.Text(l.Words.Text("themes.all"), style.Section), draw.Text(p.foldSign(i), style.Key)}
		}
		return append(l.Light(l.ThemeWord(r.Theme), style.Section), draw.Text(p.foldSign(i), style.Key))
	case draw.TabShared:
		r := p.of.Names()[i]
		line := l.AtLeast(l.Words.Text("share."+r.Sharing().String()), style.Section, 4)
		line = append(line, l.AtLeast(l.Words.Text("kindof."+r.Kind.String()), style.Faint, p.kindWidth())...)
		if r.Class != "" {
			line = append(line, draw.Text(r.Class+" ", style.Faint))
		}
		return append(line, l.Light(r.Name, style.Name)...)
	}
	r := p.of.Rows()[i]
	line := l.Light(r.Name(), style.Name)
	if v := r.Verdict(); v == compare.NotComparable || v == compare.WithCare {
		why := " !"
		if full {
			why += r.Reasons()[0].Word(lang)
		}
		line = append(line, draw.Text(why, style.Flag))
	}
	return line
}

// cell is what district j says in row i, in about w cells; never empty.
func (p *Compare) cell(i, j, w int) cell.Line {
	facts, state := p.table[i].Told(j)
	r, akin := p.class(i)
	switch {
	case p.tab == draw.TabCounts:
		return p.count(p.of.Counts()[i], j, w)
	case len(facts) == 0:
		return p.look.Nothing()
	case akin:
		return p.look.Whole(p.look.Members(r.Members(j)), w)
	}
	n := p.needOf(j) // the whole column speaks in short words where one of its cells must
	return p.look.Whole(p.toldIn(i, n.full > w, n.period, facts, state), w)
}

// count is how much district j says in a row of counts.
func (p *Compare) count(r compare.CountRow, j, w int) cell.Line {
	c := r.Cells[j]
	if c.Facts == 0 && c.Names == 0 {
		return cell.Line{draw.Text("    0", style.Missing)}
	}
	number := table.Right(p.look.Measure, cell.Line{draw.Text(strconv.Itoa(c.Names), style.Number)}, 5)
	line := append(number, draw.Text("  "+p.look.Padded(c.PerThousand().String(), 5)+"  "+p.look.Padded(c.Share().String()+"‰", 6), style.Faint))
	return p.look.Whole(append(line, p.look.CountStages(r.Kind, c)...), w)
}

// figure is a fact's figure in row i: a growth says that it is one where the row
// goes by the name of the level.
func (p *Compare) figure(i int, f *model.Fact) (number, unit string) {
	number, unit = p.look.Figure(f)
	if p.tab == draw.TabIndicators && f.Grows() && f.HasValue && !f.Ordinal() {
		if name := p.of.Rows()[i].Indicator; model.WithoutGrowth(name) == name || p.of.Rows()[i].Name() != name {
			size, below := f.Stated().Size()
			word := "grows"
			if below {
				word = "falls"
			}
			number = p.look.Words.Text(word, size.Sign()+size.Value.String())
		}
	}
	return number, unit
}

// kindWidth is how wide the kinds of named things are.
func (p *Compare) kindWidth() int {
	w := 0
	for _, k := range model.Kinds() {
		w = max(w, p.look.Measure.Width(p.look.Words.Text("kindof."+k.String())))
	}
	return w
}

// toldIn is the first of some facts without its name, and how many more, in short or in
// full words, with so many cells for periods.
func (p *Compare) toldIn(i int, short bool, period int, facts []*model.Fact, state compare.CellState) cell.Line {
	l, f := p.look, facts[0]
	number, unit := p.figure(i, f)
	var line cell.Line
	add := func(s string, role cell.Role) {
		if s != "" {
			line = append(line, draw.Text(s, role), draw.Text(" ", style.Plain))
		}
	}
	line = append(p.figureCells(number, unit, f, period), p.stageCells(facts, short)...)
	add(f.Beside(), style.Growth) // a piece of its own, so that where room is short the rank goes first
	if rank := l.RankWord(f.Rank); number != rank {
		add(rank, style.Growth)
	}
	if state == compare.OtherMeasure {
		add(p.otherMeasure(short), style.Flag)
	}
	add(l.Flags(f, short), style.Flag)
	add(l.Check(f), style.Marked)
	if strings.TrimSpace(line.String()) == "" {
		line = cell.Line{draw.Text(l.Words.Text("named")+" ", style.Done)}
	}
	if n := len(facts); n > 1 && short {
		line = append(line, draw.Text("+"+strconv.Itoa(n-1), style.Faint))
	} else if n > 1 {
		line = append(line, draw.Text(l.Words.Text("more", n-1), style.Faint))
	} else if last := len(line) - 1; last > 0 && strings.TrimSpace(line[last].Text) == "" {
		line = line[:last] // a blank that parts it from nothing
	}
	return line
}

// figureCells are a fact's figure and its period, each in its column; a wide
// figure takes of the blanks behind the period.
func (p *Compare) figureCells(number, unit string, f *model.Fact, period int) (line cell.Line) {
	l, over := p.look, 0
	switch {
	case p.tab == draw.TabShared: // few things here have a number: what they have stands in one column
		line = l.AtLeast(number+unit, style.Number, 8)
	case number+unit != "":
		figures := l.Figures(draw.Text(number, style.Number), draw.Text(unit, style.Unit), p.number, p.unit)
		over = max(0, l.Measure.WidthLine(figures)-p.number-p.unit)
		line = append(l.Fit(figures, p.number+p.unit+over), draw.Text(" ", style.Plain))
	}
	if f.Kind == model.Metric {
		said := l.ComparedPeriod(f)
		line = append(line, l.AtLeast(said.Text, said.Role, period-over)...)
	}
	return line
}

// stageCells are the stages of facts in their column.
func (p *Compare) stageCells(facts []*model.Fact, short bool) cell.Line {
	l := p.look
	stage := l.Stage(facts[0], short)
	if all := draw.StagesOf(facts); p.tab == draw.TabShared && all != nil {
		stage = l.StagesIn(all)
	}
	if len(stage) == 0 {
		return nil
	}
	wide := l.StageWidth(facts[0].Kind, short) - l.Measure.WidthLine(stage)
	return append(stage, draw.Text(cell.Blank(max(0, wide)+1), style.Plain))
}

// otherMeasure says that a number stands in for one in another measure.
func (p *Compare) otherMeasure(short bool) string {
	if short {
		return "!"
	}
	return "!" + compare.LevelAndGrowth.Word(p.look.Words.Lang)
}

// counted is the group of row i of the table of counts: its theme, or a code,
// which stands alone.
func (p *Compare) counted(i int) int {
	if r := p.of.Counts()[i]; r.Code == "" {
		return int(r.Theme)
	}
	return -1 - i
}
