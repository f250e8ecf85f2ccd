package compare

import (
	"math/bits"
	"slices"

	"qubi/model"
)

// CountRow is how much each district says on a theme, as facts of a kind.
type CountRow struct {
	Theme model.Theme // [model.NoTheme] is all themes
	Kind  model.Kind  // [model.NoKind] is all kinds
	Code  string      // that people gave to passages, which are counted then instead of facts; else ""
	Cells []CountCell
}

// CountCell is one district's count. Long reports state more, so a count is
// always shown beside its share.
type CountCell struct {
	Facts int
	Names int // things named and numbers stated, each once however often it is told
	Chars int // characters of the sentences that state them, each sentence once
	Of    int // characters of the district's reports
	Held  int // facts that a person found right, corrected or added

	stages [len(stages)]int32
}

// stages are those that a count tells apart.
var stages = [...]model.Stage{model.Achieved, model.Target, model.Existing, model.Planned, model.Signed, model.Building, model.Done}

// Stage is how many of the things named stand at the stage. A thing told at two
// stages counts at both, so that the stages may add up to more than Names.
func (c CountCell) Stage(s model.Stage) int {
	if i := slices.Index(stages[:], s); i >= 0 {
		return int(c.stages[i])
	}
	return 0
}

// PerThousand is Names per 1,000 characters of report, to one decimal.
func (c CountCell) PerThousand() model.Decimal { return perThousand(c.Names, c.Of) }

// Share is the characters of these sentences per 1,000 characters of report,
// to one decimal.
func (c CountCell) Share() model.Decimal { return perThousand(c.Chars, c.Of) }

// perThousand rounds half up; of nothing the share is zero.
func perThousand(n, of int) model.Decimal {
	if of == 0 {
		return model.Decimal{Exp: -1}
	}
	return model.Decimal{Coef: int64((n*20000 + of) / (2 * of)), Exp: -1}
}

// countTable is counts by theme and kind, zero being all of them.
type countTable [model.ThemeGovernance + 1][model.Metric + 1][]CountCell

func (c *Comparison) makeCounts() []CountRow {
	n := counter{columns: len(c.Districts)}
	c.columnsByKey(n.count)
	var out []CountRow
	for _, t := range append([]model.Theme{model.NoTheme}, model.Themes()...) {
		if t != model.NoTheme && len(c.Filter.Themes) > 0 && !slices.Contains(c.Filter.Themes, t) {
			continue
		}
		for _, k := range append([]model.Kind{model.NoKind}, model.Kinds()...) {
			cells := n.table[t][k]
			if cells == nil && k != model.NoKind {
				continue
			}
			if cells == nil {
				cells = make([]CountCell, len(c.Districts))
			}
			out = append(out, CountRow{Theme: t, Kind: k, Cells: cells})
		}
	}
	out = append(out, c.codeRows()...)
	for j, d := range c.Districts {
		chars := d.Chars()
		for _, r := range out {
			r.Cells[j].Of = chars
		}
	}
	return out
}

// counter counts each fact for all, for its kind, for its themes and for both, as
// they come: district by district and in the order of the text, so that the facts of
// one sentence follow each other, whose characters are counted with the first.
type counter struct {
	table   countTable
	columns int
	column  int                                                      // of the facts that come
	last    [model.ThemeGovernance + 1][model.Metric + 1]*model.Fact // counted in the cell
	seen    []sighting                                               // by the number of what is told
}

// sighting is in which column a thing was seen last, and there under each theme
// at which stages, a bit for each, and one for any.
type sighting struct {
	column int
	themes [model.ThemeGovernance + 1]uint8
}

func (n *counter) count(j int, f *model.Fact, k key) {
	n.column = j
	for len(n.seen) <= int(k.told) {
		n.seen = append(n.seen, sighting{column: -1})
	}
	told := &n.seen[k.told]
	if told.column != j {
		*told = sighting{column: j}
	}
	stage := uint8(0)
	if i := slices.Index(stages[:], f.Stage); i >= 0 {
		stage = 1 << i
	}
	n.add(model.NoTheme, told, stage, f, k)
	for _, t := range f.Themes {
		n.add(t, told, stage, f, k)
	}
}

// anyStage is the bit of a thing that was seen at whatever stage.
const anyStage = 1 << 7

// add counts a fact under a theme, for all kinds and for its own.
func (n *counter) add(t model.Theme, told *sighting, stage uint8, f *model.Fact, k key) {
	fresh := (stage | anyStage) &^ told.themes[t]
	told.themes[t] |= fresh
	for _, kind := range [...]model.Kind{model.NoKind, f.Kind} {
		if n.table[t][kind] == nil {
			n.table[t][kind] = make([]CountCell, n.columns)
		}
		cell := &n.table[t][kind][n.column]
		cell.Facts++
		if f.Mark.Confirmed() {
			cell.Held++
		}
		if last := n.last[t][kind]; last == nil || last.Report != f.Report || last.Place.Sentence != f.Place.Sentence {
			cell.Chars += int(k.chars)
		}
		n.last[t][kind] = f
		if fresh&anyStage != 0 {
			cell.Names++
		}
		if fresh&stage != 0 {
			cell.stages[bits.TrailingZeros8(stage)]++
		}
	}
}

// Coded is a passage of a report that a person gave a code.
type Coded struct {
	Code     string
	District model.DistrictID
	Chars    int // of the passage
}

// WithCodes is the comparison whose table of counts tells how many passages of
// each district have a code; it is asked before that table is.
func (c *Comparison) WithCodes(all []Coded) *Comparison {
	c.coded = all
	return c
}

// codeRows are a row for each code, in the order in which they come.
func (c *Comparison) codeRows() (rows []CountRow) {
	column := map[model.DistrictID]int{}
	for j, d := range c.Districts {
		column[d.ID()] = j
	}
	for _, p := range c.coded {
		i := slices.IndexFunc(rows, func(r CountRow) bool { return r.Code == p.Code })
		if i < 0 {
			i = len(rows)
			rows = append(rows, CountRow{Code: p.Code, Cells: make([]CountCell, len(c.Districts))})
		}
		if j, ok := column[p.District]; ok {
			cell := &rows[i].Cells[j]
			cell.Names++
			cell.Chars += p.Chars
		}
	}
	return rows
}

// Word names what the row counts: a code, a theme; "" is all themes.
func (r CountRow) Word(l model.Lang) string {
	switch {
	case r.Code != "":
		return r.Code
	case r.Theme == model.NoTheme:
		return ""
	}
	return r.Theme.Word(l)
}
