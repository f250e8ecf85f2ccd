package compare

import (
	"slices"

	"qubi/model"
)

// CountRow is how much each district says on a theme, as facts of a kind.
type CountRow struct {
	Theme model.Theme // [NoTheme] is all themes
	Kind  model.Kind  // [NoKind] is all kinds
	Cells []CountCell
}

// CountCell is one district's count. Long reports state more, so a count is
// always shown beside its share.
type CountCell struct {
	Facts int
	Chars int // characters of the sentences that state them, each sentence once
	Of    int // characters of the district's reports
}

// PerThousand is the facts per 1,000 characters of report, to one decimal.
func (c CountCell) PerThousand() model.Decimal { return perThousand(c.Facts, c.Of) }

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
	table := c.countFacts()
	var out []CountRow
	for _, t := range append([]model.Theme{model.NoTheme}, model.Themes()...) {
		if t != model.NoTheme && len(c.Filter.Themes) > 0 && !slices.Contains(c.Filter.Themes, t) {
			continue
		}
		for _, k := range append([]model.Kind{model.NoKind}, model.Kinds()...) {
			cells := table[t][k]
			if cells == nil && k != model.NoKind {
				continue
			}
			if cells == nil {
				cells = make([]CountCell, len(c.Districts))
			}
			out = append(out, CountRow{t, k, cells})
		}
	}
	for j, d := range c.Districts {
		chars := d.Chars()
		for _, r := range out {
			r.Cells[j].Of = chars
		}
	}
	return out
}

// countFacts counts each fact for all, for its kind, for its themes and for
// both. Facts come in the order of the text, so that the facts of one sentence
// follow each other and the sentence's characters are counted with the first.
func (c *Comparison) countFacts() *countTable {
	var table countTable
	var counted [model.ThemeGovernance + 1][model.Metric + 1]*model.Fact // last fact of the cell
	chars, of := 0, (*model.Fact)(nil)                                   // of the last sentence
	add := func(t model.Theme, k model.Kind, j int, f *model.Fact) {
		if table[t][k] == nil {
			table[t][k] = make([]CountCell, len(c.Districts))
		}
		table[t][k][j].Facts++
		if !sameSentence(counted[t][k], f) {
			table[t][k][j].Chars += chars
		}
		counted[t][k] = f
	}
	c.columns(func(j int, f *model.Fact) {
		if !sameSentence(of, f) {
			chars, of = model.CountChars(f.Sentence()), f
		}
		add(model.NoTheme, model.NoKind, j, f)
		add(model.NoTheme, f.Kind, j, f)
		for _, t := range f.Themes {
			add(t, model.NoKind, j, f)
			add(t, f.Kind, j, f)
		}
	})
	return &table
}

func sameSentence(a, b *model.Fact) bool {
	return a != nil && a.Report == b.Report && a.Place.Sentence == b.Place.Sentence
}
