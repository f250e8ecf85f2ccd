package pane

import (
	"strings"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/style"
	"qubi/tui/table"
)

// alignedAll is the width from which the columns of all sections are the same.
const alignedAll = 60

// shortStage is the width below which a row's flags are one mark.
const shortStage = 48

// gutterWidth is the cells before a row, see gutter.
const gutterWidth = 2

// leastQuote is how many cells a quote gets at the end of a row, if any.
const leastQuote = 18

// nameRoom is how many cells a name has, if it wants them, before words beside
// it are written out: ○目标 for ○目, 2022年1-11月 for 2022.1-11.
const nameRoom = 20

// The columns of a fact's row. Number and unit are two columns without a gap
// between them, so that digits end and units begin in the same place.
const (
	colName = iota
	colNumber
	colPeriod
	colReport // where a district's reports name a thing more than once
	colStage
	colGrowth
	colFlags
	colQuote // only where there is plenty of room
	columnCount
)

// sheet is how the rows of one section are laid out at one width.
type sheet struct {
	form
	shared       table.Shared
	number, unit int     // cells of the number and of the unit within colNumber
	origins      origins // of names told more than once
}

// form is in which words a row speaks; shorter ones leave nothing out.
type form struct{ shortPeriod, shortStage, shortFlags bool }

// plan measures the facts of a section and shares w cells among the columns.
func (l *Look) plan(facts []*model.Fact, width int, from origins) sheet {
	w := min(width, max(1, l.Narrowest-gutterWidth))
	s := sheet{form: form{shortFlags: w < shortStage}, origins: from}
	want := l.wants(facts, &s)
	for _, shorter := range []func(){func() { s.shortPeriod = true }, func() { s.shortStage = true }} {
		if needed(want) <= w {
			break
		}
		shorter()
		want = l.wants(facts, &s)
	}
	quote := 0
	if w >= alignedAll {
		quote = leastQuote
	}
	s.shared = table.Share([]table.Column{
		colName:   {Min: 6, Good: 16, Want: max(want[colName], 4), Grow: true},
		colNumber: {Want: want[colNumber]},
		colPeriod: {Want: want[colPeriod]},
		colReport: {Want: want[colReport], Drop: 3},
		colStage:  {Want: want[colStage]},
		colGrowth: {Want: want[colGrowth], Drop: 2},
		colFlags:  {Want: want[colFlags]},
		colQuote:  {Want: quote, Good: quote, Grow: true, Drop: 1},
	}, width, 1)
	return s
}

// wants are the cells that each column takes when nothing is cut.
func (l *Look) wants(facts []*model.Fact, s *sheet) [columnCount]int {
	want := [columnCount]int{}
	for _, f := range facts {
		number, unit := figure(f)
		s.number = max(s.number, l.Measure.Width(number))
		s.unit = max(s.unit, l.Measure.Width(unit))
		want[colName] = max(want[colName], l.Measure.Width(f.Name))
		want[colPeriod] = max(want[colPeriod], l.Measure.WidthLine(l.period(f, s.shortPeriod)))
		want[colReport] = max(want[colReport], l.Measure.Width(s.origins[f]))
		want[colStage] = max(want[colStage], l.Measure.WidthLine(l.stage(f, s.shortStage)))
		want[colGrowth] = max(want[colGrowth], l.Measure.Width(growth(f)))
		want[colFlags] = max(want[colFlags], l.Measure.Width(l.flags(f, s.shortFlags)))
	}
	want[colNumber] = s.number + s.unit
	return want
}

// needed is the cells of what a row never goes without, with room for a name.
func needed(want [columnCount]int) int {
	sum := min(want[colName], nameRoom)
	for _, c := range []int{colNumber, colPeriod, colReport, colStage, colFlags} {
		if want[c] > 0 {
			sum += 1 + want[c]
		}
	}
	return sum
}

// row draws one fact in exactly w cells, without the gutter.
func (l *Look) row(f *model.Fact, s sheet, w int) cell.Line {
	number, unit := figure(f)
	var figures cell.Line
	if number+unit != "" {
		figures = append(table.Right(l.Measure, cell.Line{text(number, style.Number)}, s.number), text(unit, style.Unit))
	}
	return l.fit(s.shared.Row(l.Measure, []cell.Line{
		colName:   l.lit(f.Name, style.Name),
		colNumber: figures,
		colPeriod: l.period(f, s.shortPeriod),
		colReport: {text(s.origins[f], style.Hint)},
		colStage:  l.stage(f, s.shortStage),
		colGrowth: {text(growth(f), style.Growth)},
		colFlags:  {text(l.flags(f, s.shortFlags), style.Flag)},
		colQuote:  {text("  "+said(f), style.Faint)},
	}), w)
}

// said is how the report says it: the quote, or the sentence where the quote is
// no more than the name.
func said(f *model.Fact) string {
	if q := f.Quote(); q != f.Name {
		return q
	}
	return f.Sentence()
}

// gutter is the two cells before a fact's row: cursor, and mark or note.
func (l *Look) gutter(f *model.Fact, here bool) cell.Line {
	at, own := text(" ", style.Plain), text(" ", style.Plain)
	if here {
		at = text(l.Glyphs.Cursor, style.Key)
	}
	switch st := l.state(f); {
	case st.Noted:
		own = text(l.Glyphs.Note, style.Marked)
	case st.Marked:
		own = text(l.Glyphs.Mark, style.Marked)
	}
	return cell.Line{at, own}
}

// figure is a fact's number as written, with the sign of its bound, and its
// unit; a cluster's figure is its tier.
func figure(f *model.Fact) (number, unit string) {
	if f.Kind == model.Cluster {
		return "", f.Tier
	}
	if !f.HasValue {
		return "", ""
	}
	sign := string(f.Quantity.Bound)
	if f.Quantity.Bound == model.Exactly {
		sign = ""
	}
	return sign + f.Quantity.Value.String(), f.Quantity.Unit
}

// period is a fact's period as the contract writes it, or in its short form; a
// metric without one says so. A cluster or a park shows the set it belongs to.
func (l *Look) period(f *model.Fact, short bool) cell.Line {
	switch {
	case f.Kind == model.Cluster || f.Kind == model.Park:
		return cell.Line{text(f.Group, style.Period)}
	case f.Kind == model.Metric && f.Period.IsZero():
		return cell.Line{text(l.Words.Text("period.unstated"), style.Missing)}
	case short:
		return cell.Line{text(ShortPeriod(f.Period.Label), style.Period)}
	}
	return cell.Line{text(f.Period.Label, style.Period)}
}

// ShortPeriod writes a period's label in fewer cells without losing any of
// it: 2020年 as 2020, 2022年1-11月 as 2022.1-11, 2020年11月底 as 2020.11底.
func ShortPeriod(label string) string {
	year, rest, found := strings.Cut(label, "年")
	if !found || len(year) != 4 || strings.Trim(year, "0123456789") != "" {
		return label
	}
	if rest == "" {
		return year
	}
	rest = strings.ReplaceAll(rest, "季度", "季")
	rest = strings.TrimSuffix(strings.ReplaceAll(rest, "月底", "底"), "月")
	if rest[0] >= '0' && rest[0] <= '9' {
		return year + "." + rest
	}
	return year + rest
}

// growth is a metric's change and rank.
func growth(f *model.Fact) string {
	return strings.TrimSpace(f.Change + " " + f.Rank)
}

// stage is a fact's stage as a mark and a word.
func (l *Look) stage(f *model.Fact, short bool) cell.Line {
	if f.Stage == model.NoStage {
		return nil
	}
	mark, role := l.Glyphs.Done, style.Done
	switch f.Stage {
	case model.Target, model.Planned, model.Signed:
		mark, role = l.Glyphs.Target, style.Target
	case model.Building:
		mark, role = l.Glyphs.Building, style.Building
	}
	word := f.Stage.Word(l.Words.Lang)
	if short {
		word = l.Words.Text("stage." + string(f.Stage))
	}
	return cell.Line{text(mark+word, role)}
}

// flags are a fact's doubts in one sign each, after an exclamation mark; in a
// narrow row the mark alone.
func (l *Look) flags(f *model.Fact, short bool) string {
	switch {
	case len(f.Flags) == 0:
		return ""
	case short:
		return "!"
	}
	signs := "!"
	for _, flag := range f.Flags {
		if id := "flag." + string(flag); l.Words.Has(id) {
			signs += l.Words.Text(id)
		}
	}
	return signs
}
