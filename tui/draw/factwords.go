package draw

import (
	"strconv"
	"strings"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/style"
)

// LongestRank is how many cells a rank may take where a number stands; a longer
// one is told beside it.
const LongestRank = 10

// Figure is a fact's number as written, with the sign of its bound, and its
// unit; a cluster's figure is its tier. A metric that is a place in an order is
// told by its rank, since 1名 would read as one person.
func (l *Look) Figure(f *model.Fact) (number, unit string) {
	switch {
	case f.Kind == model.Cluster:
		return "", f.Tier
	case !f.HasValue:
		return "", ""
	case !f.Ordinal():
		number, unit = f.Written()
		return f.Stated().Sign() + number, unit
	case l.Measure.Width(l.RankWord(f.Rank)) <= LongestRank:
		return l.RankWord(f.Rank), ""
	case l.Words.Lang == model.English && f.Quantity.Bound == model.AtMost:
		return "top " + f.Quantity.Value.String(), ""
	case l.Words.Lang == model.English:
		n, _ := strconv.Atoi(f.Quantity.Value.String())
		return ordinal(n), ""
	case f.Quantity.Bound == model.AtMost:
		return "前" + f.Quantity.Value.String(), f.Quantity.Unit
	}
	return "第" + f.Quantity.Value.String(), f.Quantity.Unit
}

// figureIn is a fact's figure as its row tells it, which may know a tier from
// another place.
func (l *Look) figureIn(f *model.Fact, s Sheet) (number, unit string) {
	if number, unit = l.Figure(f); number+unit == "" && f.Kind == model.Cluster {
		unit = s.notes[f].tier
	}
	return number, unit
}

// stageIn is a fact's stage as its row tells it: all stages of a thing that is
// told at several.
func (l *Look) stageIn(f *model.Fact, s Sheet) cell.Line {
	all := s.notes[f].stages
	if len(all) == 0 {
		return l.Stage(f, s.shortStage)
	}
	return l.StagesIn(all)
}

// StagesIn are several stages in short words.
func (l *Look) StagesIn(all []model.Stage) (line cell.Line) {
	for _, stage := range all {
		line = append(line, l.Stage(&model.Fact{Stage: stage}, true)...)
	}
	return line
}

// growth is a metric's change and rank, unless the rank is its figure.
func (l *Look) growth(f *model.Fact) string {
	if f.Ordinal() && f.HasValue && l.Measure.Width(l.RankWord(f.Rank)) <= LongestRank {
		return f.Beside()
	}
	return strings.TrimSpace(f.Beside() + " " + l.RankWord(f.Rank))
}

// period is a fact's period as the contract writes it, or in its short form; a
// metric without one says so. A cluster or a park shows the set it belongs to.
func (l *Look) period(f *model.Fact, short bool) cell.Line {
	switch {
	case f.Kind == model.Cluster || f.Kind == model.Park:
		return cell.Line{Text(f.Group, style.Period)}
	case f.Kind == model.Metric && f.Period.IsZero():
		return cell.Line{Text(l.Undated(f, "period.unstated"), style.Missing)}
	case short:
		return cell.Line{Text(l.shortLabel(f.Period), style.Period)}
	}
	return cell.Line{Text(l.Period(f.Period), style.Period)}
}

// ShortPeriod writes a period's label in fewer cells without losing any of
// it: 2020年 as 2020, 2022年1-11月 as 2022.1-11, 截至2020年11月底 as 2020.11底,
// 截至2021年3月20日 as 至2021.3.20.
func ShortPeriod(label string) string {
	bare, upTo := strings.CutPrefix(label, "截至")
	year, rest, found := strings.Cut(bare, "年")
	if !found || len(year) != 4 || strings.Trim(year, "0123456789") != "" {
		return label
	}
	if rest == "" {
		return year
	}
	if day, ok := strings.CutSuffix(rest, "日"); ok {
		return map[bool]string{true: "至"}[upTo] + year + "." + strings.Replace(day, "月", ".", 1)
	}
	rest = strings.ReplaceAll(rest, "季度", "季")
	rest = strings.TrimSuffix(strings.ReplaceAll(rest, "月底", "底"), "月")
	if rest[0] >= '0' && rest[0] <= '9' {
		return year + "." + rest
	}
	return year + rest
}

// Stage is a fact's stage as a mark and a word.
func (l *Look) Stage(f *model.Fact, short bool) cell.Line {
	if f.Stage == model.NoStage {
		return nil
	}
	mark, role := l.StageMark(f.Stage)
	word := f.Stage.Word(l.Words.Lang)
	if short {
		word = l.Words.Text("stage." + string(f.Stage))
	}
	return cell.Line{Text(mark+word, role)}
}

// StageMark is the mark of a stage, and its role.
func (l *Look) StageMark(s model.Stage) (string, cell.Role) {
	switch s {
	case model.Target, model.Planned, model.Signed:
		return l.Glyphs.Target, style.Target
	case model.Building:
		return l.Glyphs.Building, style.Building
	}
	return l.Glyphs.Done, style.Done
}

// Flags are a fact's doubts in one sign each, after an exclamation mark; in a
// narrow row the mark alone.
func (l *Look) Flags(f *model.Fact, short bool) string {
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

// said is how the report says it: the quote, or the sentence where the quote is
// no more than the name.
func said(f *model.Fact) string {
	if q := f.Quote(); q != f.Name {
		return q
	}
	return f.Sentence()
}
