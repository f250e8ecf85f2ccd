package tables

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/data/head"
	"qubi/model"
)

// projects is a table whose rows are projects: a column of their names, others that say what
// is built, by whom, for how much money.
//
//	序号  项目名称          建设内容        总投资(亿元)  建设性质
//	1     智造园二期项目    厂房五万平方米  3.2           续建
type projects struct {
	layout
	names   int                     // the column of names
	costs   int                     // that of what they cost in all, or -1
	costIn  string                  // the unit of that, or ""
	where   int                     // that of the districts they are in, or -1
	stages  int                     // that of how far they are, or -1
	stage   model.Stage             // of the rows from here on
	width   int                     // how many cells the head has
	last    map[int]model.TableCell // by columns, that stands in the rows so far
	renewed bool                    // some go on from the year before: those that are new have not begun
}

// fewHeads is how many heads tell that a table is of projects.
const fewHeads = 2

// projectsOf finds the head of a table of projects.
func projectsOf(t model.Table, d *model.Document) (projects, bool) {
	p := projects{layout: newLayout(d), last: map[int]model.TableCell{}}
	rows := rowsOf(t)
	for i, row := range rows[:min(len(rows), deepestHead)] {
		p.names, p.costs, p.where, p.stages = -1, -1, -1, -1
		of := 0 // heads that only projects have
		for _, c := range row {
			of += p.projectHead(c)
		}
		if p.names >= 0 && of >= fewHeads && i+1 < len(rows) {
			p.heads, p.rows = slices.Concat(rows[:i+1]...), rows[i+1:]
			p.width, p.drawn = len(row), d.CellAt(row[0].Start) == ""
			for _, line := range slices.Concat(model.Map(slices.Concat(rows[:i]...), p.text), above(d.Original, t.Cells[0].Start)) {
				p.captionUnit(line)
				p.stage, p.place = stageOf(line, p.stage), cmp.Or(p.place, placeIn(line))
			}
			p.sheet(t.Name)
			return p, p.renew()
		}
	}
	return p, false
}

// projectHead takes a cell of the head; it is 1 where only projects have such a head.
func (p *projects) projectHead(c model.TableCell) int {
	s := unspaced(p.text(c))
	bare := inUnit().ReplaceAllString(s, "")
	switch {
	case slices.Contains(blocks()[projectHeads], bare):
		p.names = c.Col
		return 1
	case slices.Contains(blocks()[costHeads], bare):
		p.costs, p.costIn = c.Col, headOf(s).unit
		return 1
	case slices.Contains(blocks()[stageHeads], bare):
		p.stages = c.Col
		return 1
	case isPlaces(bare):
		p.where = c.Col
	case tells(bare, workHeads):
		return 1
	}
	return 0
}

// renew looks for projects that go on from the year before. It reports whether the rows are
// of projects at all: most names are words.
func (p *projects) renew() bool {
	words := 0
	for _, row := range p.rows {
		if s, told := p.at(row, p.names); told && s != "" && !isNumber(s) {
			words++
		}
		s, _ := p.at(row, p.stages)
		p.renewed = p.renewed || stageOf(s, "") == model.Building
	}
	return 2*words > len(p.rows)
}

// facts are the projects of the table's rows.
func (p *projects) facts(r *model.Report, sentence func(*model.Document) *model.Report, each func(parts int, do func(i int))) []*model.Fact {
	var all []listed
	for _, row := range p.rows {
		if group, is := p.groupOf(row); is {
			p.stage = stageOf(group, "")
			continue
		}
		p.leaveOthers(row)
		if p.drawn && len(row) != p.width { // nobody knows below which head a cell stands
			continue
		}
		for _, c := range row {
			p.last[c.Col] = c
		}
		if at := slices.IndexFunc(row, func(c model.TableCell) bool { return c.Col == p.names }); at >= 0 {
			if one, is := p.project(row[at], row, r); is {
				all = append(all, one)
			}
		}
	}
	each((len(all)+readAtOnce-1)/readAtOnce, func(i int) {
		from := i * readAtOnce
		tell(all[from:min(from+readAtOnce, len(all))], r, sentence)
	})
	return model.Map(all, func(one listed) *model.Fact { return one.fact })
}

// listed is a project of a list, and the sentence that it stands for.
type listed struct {
	fact *model.Fact
	text string
	cost numeral
}

// readAtOnce is how many projects are read together: to read each by itself takes three times
// as long.
const readAtOnce = 100

// tell reads the sentences that projects stand for, a paragraph each, and takes from them what
// they cost and their themes.
func tell(some []listed, r *model.Report, sentence func(*model.Document) *model.Report) {
	var text strings.Builder
	var paragraphs []model.Span
	for _, one := range some {
		start := text.Len()
		text.WriteString(one.text)
		paragraphs = append(paragraphs, model.Span{Start: start, End: text.Len()})
		text.WriteByte('\n')
	}
	d := &model.Document{File: r.File, Path: r.Path, Original: text.String(), Text: text.String(), Head: r.Head, Paragraphs: paragraphs}
	for _, g := range sentence(d).Facts {
		for _, place := range append(g.Also, g.Place) {
			one := some[place.Paragraph-1]
			if g.Kind == model.Project || one.fact.Themes == nil {
				one.fact.Themes = g.Themes
			}
			if q := g.Quantity; g.HasValue && q.BaseUnit == "元" && one.cost.value == q.Value.String() && one.cost.unit == q.Unit {
				one.fact.Quantity, one.fact.HasValue = q, true
			}
		}
	}
}

// groupOf is what heads the rows below a row, where that names no project itself: it stands
// alone, it is counted, or its order is of another kind than theirs: 一 续建项目(12个).
func (p *projects) groupOf(row []model.TableCell) (string, bool) {
	if len(row) == 1 {
		return p.text(row[0]), true
	}
	name, _ := p.at(row, p.names)
	if projectCount().MatchString(name) || groupOrder().MatchString(name) {
		return name, true
	}
	return name, slices.ContainsFunc(row, func(c model.TableCell) bool {
		return c.Col < p.names && chineseOrder().MatchString(p.text(c))
	})
}

// leaveOthers notes the numbers of a row that are of no project's whole: what is to be spent
// in a year.
func (p *projects) leaveOthers(row []model.TableCell) {
	for _, c := range row {
		if c.Col > p.names && c.Col != p.costs {
			p.leave(model.UnreadHead, c)
		}
	}
}

// project is the one that a cell names; false where it names none.
func (p *projects) project(c model.TableCell, row []model.TableCell, r *model.Report) (one listed, is bool) {
	name := numbering().ReplaceAllString(strings.Join(strings.Fields(p.text(c)), ""), "")
	quote := quoteOf(r.Document, c)
	if utf8.RuneCountInString(name) < 3 || isTotal(name) || isNumber(name) || strings.ContainsAny(name, "。；;") || quote.End <= quote.Start {
		return listed{}, false
	}
	f := &model.Fact{Kind: model.Project, Name: name, Stage: p.stageIn(row), Rule: "table.project", Confidence: certain}
	p.inPlace(f, row, r.Head)
	sum, cost := p.cost(row)
	return listed{at(f, quote, r.Document), "实施" + sum + strings.TrimSuffix(name, "项目") + "项目。", cost}, true
}

// cost is what a row's project costs in all, and in words; nothing where no unit is told.
func (p *projects) cost(row []model.TableCell) (words string, n numeral) {
	s, _ := p.at(row, p.costs)
	n, told := numberIn(s)
	if n.unit = cmp.Or(n.unit, p.costIn, p.unit); !told || n.unit == "" {
		return "", numeral{}
	}
	words = "总投资" + n.before + n.value + n.unit + n.after + "的"
	n.value = plainNumber(n.value)
	return words, n
}

// certain is the confidence of a name that a cell under 项目名称 holds: it is read letter for
// letter, and that it is a project's the table says itself.
const certain = .95

// reaching is the text of a row's cell in a column, or of one above that reaches into it.
func (p *projects) reaching(row []model.TableCell, col int) string {
	if c, told := p.last[col]; told && c.Row+max(c.Rows, 1) > row[0].Row {
		return unspaced(p.text(c))
	}
	return ""
}

// stageIn is the stage that a row tells, else that of the rows that it stands among.
func (p *projects) stageIn(row []model.TableCell) model.Stage {
	s := p.reaching(row, p.stages)
	if p.renewed && tells(s, newWords) {
		return model.Planned
	}
	return stageOf(s, p.stage)
}

// inPlace says of a project in another district whose it is.
func (p *projects) inPlace(f *model.Fact, row []model.TableCell, of model.Head) {
	if county, known := head.County(cmp.Or(p.reaching(row, p.where), p.place), of); known && county.DistrictID() != of.DistrictID() {
		f.Owner, f.Flags = county.District, append(f.Flags, model.FlagScopeOther, model.FlagShared)
	}
}

// stagesTold are the stages that words of a list tell.
var stagesTold = [...]struct {
	model.Stage
	words role
}{{model.Planned, plannedWords}, {model.Signed, signedWords}, {model.Building, buildingWords}, {model.Done, doneWords}}

// stageOf is the stage that a text tells, or another where it tells none, or several.
func stageOf(s string, otherwise model.Stage) model.Stage {
	found, told := otherwise, 0
	for _, of := range stagesTold {
		if tells(s, of.words) {
			found = of.Stage
			told++
		}
	}
	if told != 1 {
		return otherwise
	}
	return found
}
