package model

import "slices"

// CountRow is how much each district says on a theme, as facts of a kind.
type CountRow struct {
	Theme Theme // [NoTheme] is all themes
	Kind  Kind  // [NoKind] is all kinds
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
func (c CountCell) PerThousand() Decimal { return perThousand(c.Facts, c.Of) }

// Share is the characters of these sentences per 1,000 characters of report,
// to one decimal.
func (c CountCell) Share() Decimal { return perThousand(c.Chars, c.Of) }

// perThousand rounds half up; of nothing the share is zero.
func perThousand(n, of int) Decimal {
	if of == 0 {
		return Decimal{Exp: -1}
	}
	return Decimal{Coef: int64((n*20000 + of) / (2 * of)), Exp: -1}
}

// sentenceID is one sentence of the corpus.
type sentenceID struct {
	report *Report
	start  int
}

func (c *Comparison) makeCounts() []CountRow {
	type rowID struct {
		theme Theme
		kind  Kind
	}
	rows := map[rowID][]CountCell{}
	seen := map[rowID]map[sentenceID]bool{}
	add := func(id rowID, j int, f *Fact) {
		if rows[id] == nil {
			rows[id] = make([]CountCell, len(c.Districts))
			seen[id] = map[sentenceID]bool{}
		}
		rows[id][j].Facts++
		s := sentenceID{f.Report, f.Place.Sentence.Start}
		if !seen[id][s] {
			seen[id][s] = true
			rows[id][j].Chars += countChars(f.Sentence())
		}
	}
	c.columns(func(j int, f *Fact) {
		add(rowID{}, j, f)
		add(rowID{NoTheme, f.Kind}, j, f)
		for _, t := range f.Themes {
			add(rowID{t, NoKind}, j, f)
			add(rowID{t, f.Kind}, j, f)
		}
	})
	var out []CountRow
	for _, t := range append([]Theme{NoTheme}, Themes()...) {
		if t != NoTheme && !chosen(c.Filter.Themes, t) {
			continue
		}
		for _, k := range append([]Kind{NoKind}, Kinds()...) {
			cells := rows[rowID{t, k}]
			if cells == nil && k != NoKind {
				continue
			}
			if cells == nil {
				cells = make([]CountCell, len(c.Districts))
			}
			out = append(out, CountRow{t, k, slices.Clone(cells)})
		}
	}
	c.setChars(out)
	return out
}

// setChars fills in the base of the shares.
func (c *Comparison) setChars(rows []CountRow) {
	for j, d := range c.Districts {
		chars := d.Chars()
		for _, r := range rows {
			r.Cells[j].Of = chars
		}
	}
}
