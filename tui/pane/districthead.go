package pane

import (
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/compare"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/style"
)

// head is the district's name, its reports, its counts, and a rule.
func (p *District) head(focus bool) []cell.Line {
	l := p.look
	role := style.Title
	if focus {
		role = style.TitleFocus
	}
	name := append(l.Light(l.Named(p.district), role), draw.Text(" ", style.Faint))
	name = append(name, l.Light(p.district.City, style.Faint)...)
	if level := p.district.Reports[0].Head.Level.Word(l.Words.Lang); level != "" {
		name = append(name, draw.Text(" "+level, style.Flag))
	}
	name = append(name, p.checks...)
	if p.headRows() < 4 { // its reports have no line of their own
		for _, form := range []string{"2006-01-02", "2006-01", ""} {
			if said := append(cell.Line{draw.Text("  ", style.Plain)}, p.reportsBy(form)...); l.Measure.WidthLine(name)+l.Measure.WidthLine(said) <= p.w {
				name = append(name, said...)
				break
			}
		}
	}
	return []cell.Line{
		l.Fit(name, p.w),
		l.Fit(p.counts(), p.w),
		l.Fit(p.reports(), p.w),
		l.Rule(p.w),
	}
}

// reports names the district's reports by their dates: by days, or by months
// where there is no room for days.
func (p *District) reports() cell.Line {
	line := p.reportsBy("2006-01-02")
	if p.look.Measure.WidthLine(line) > p.w {
		return p.reportsBy("2006-01")
	}
	return line
}

// reportsBy names the reports by their dates in one form, or counts them for "".
func (p *District) reportsBy(form string) cell.Line {
	l := p.look
	line := cell.Line{draw.Text(l.Words.Text("pane.reports", len(p.district.Reports)), style.Faint)}
	for i, r := range p.district.Reports {
		if form == "" {
			return line
		}
		if i == 4 {
			return append(line, draw.Text(" "+l.Glyphs.More, style.Faint))
		}
		line = append(line, draw.Text(" "+l.Dated(r, form), style.Period))
	}
	return line
}

// counts tells how many facts of each kind are shown, of how many, of as many kinds
// as there is room for: each has them at the head of its rows too.
func (p *District) counts() (line cell.Line) {
	for i, k := range model.Kinds() {
		gap := strings.Repeat(" ", min(i, 1))
		more := append(line,
			draw.Text(gap+p.look.Words.Text("kind."+k.String()), style.Faint),
			draw.Text(countOf(p.shown[k], p.total[k]), style.Number))
		if p.look.Measure.WidthLine(more) > p.w {
			break
		}
		line = more
	}
	return line
}

// stages are how many clusters or projects stand at each stage, apart, since a
// cluster that is aimed at is none yet; nothing where all stand at one.
func (p *District) stages(k model.Kind) (line cell.Line) {
	if k == model.Metric {
		return nil
	}
	at := map[model.Stage]map[string]bool{}
	for _, f := range p.byKind[k] {
		if f.Stage != model.NoStage && at[f.Stage] == nil {
			at[f.Stage] = map[string]bool{}
		}
		if f.Stage != model.NoStage {
			at[f.Stage][compare.NameKey(f)] = true
		}
	}
	for _, s := range draw.StageOrder() {
		if n := len(at[s]); n > 0 {
			_, role := p.look.StageMark(s)
			line = append(line, draw.Text(" "+p.look.Words.Text("stage.count", s.Word(p.look.Words.Lang), n), role))
		}
	}
	return line
}

// countOf writes 12, or 3/12 where a filter hides some.
func countOf(shown, total int) string {
	if shown == total {
		return strconv.Itoa(total)
	}
	return strconv.Itoa(shown) + "/" + strconv.Itoa(total)
}
