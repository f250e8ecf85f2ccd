package compare

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"sync"

	"qubi/model"
)

// Row is one indicator in one dimension. Rows meet by equal canonical
// indicator (by folded name where the indicator is unknown) and equal base
// unit, so that 固定资产投资 in 元 and its growth in % are two rows.
type Row struct {
	Indicator string // canonical, or the first name it goes by
	Unit      string // base unit (个 for 个, 家, 户 …); "" for metrics that state no number

	cmp     *Comparison
	key     string
	cells   sparse           // in the order of preference
	periods map[standing]int // by how many districts each is stated, where that decides anything
	kin     *kin
	known   bool // a canonical indicator, not a name that only one report may use so
	met     bool // and several districts state it

	// Made when asked for, and kept: a screen asks at every key.
	judging sync.Once
	judged  judgement
	naming  sync.Once
	words   []string // folded names, to look for where it is missing
	mu      sync.Mutex
	absent  map[int]CellState
}

// kin is the rows of one indicator in all its dimensions, its growth included.
type kin struct {
	key   string
	rows  []*Row
	table []*Row // those that stand in the table
}

// Facts are the facts that column j states, whether in the row's dimension or
// in another; none where Cell gives a missing state. It is cheaper than Cell.
func (r *Row) Facts(j int) []*model.Fact { return r.stated(j).Facts }

// Columns is how many districts state a number in the row's dimension.
func (r *Row) Columns() int { return r.cells.len() }

// Name is the indicator, with the base unit behind it where the table has rows
// of it in several dimensions. A row of growth in which a district shows the
// level goes by the indicator alone: 工业投资, not 工业投资增速, with 200亿元 in it.
func (r *Row) Name() string {
	if r.showsLevels() {
		return model.WithoutGrowth(r.Indicator)
	}
	if slices.ContainsFunc(r.kin.table, func(o *Row) bool { return o != r && o.key == r.key }) {
		return r.Indicator + " (" + cmp.Or(r.measure(), "-") + ")"
	}
	return r.Indicator
}

// measure is the base unit that all numbers of the row have (户), else the one
// that stands for their dimension (个).
func (r *Row) measure() string {
	unit := ""
	for _, f := range r.cells.facts {
		if unit != "" && unit != f.Quantity.BaseUnit {
			return r.Unit
		}
		unit = f.Quantity.BaseUnit
	}
	return cmp.Or(unit, r.Unit)
}

// standIns are the rows that this one shows where it states nothing itself: the
// growth of a level, or the level of a growth, that has no row of its own in the
// table. So no number is shown twice, and 户 never stands for 人.
func (r *Row) standIns() (all []*Row) {
	for _, o := range r.kin.rows {
		if r.turns(o) && !slices.Contains(r.kin.table, o) {
			all = append(all, o)
		}
	}
	return all
}

// turns reports whether one row is of the growth of the other, or of growth in
// another unit (倍 beside %); levels in two units count different things.
func (r *Row) turns(o *Row) bool { return o != r && (isRateUnit(o.Unit) || isRateUnit(r.Unit)) }

// All are the columns that the row shows a number of, from the left, in its own
// measure or in one that stands in, with what [Row.Facts] gives of each.
func (r *Row) All() iter.Seq2[int, []*model.Fact] {
	others := r.standIns()
	if len(others) == 0 {
		return r.cells.all()
	}
	stated := map[int]bool{}
	for _, o := range append(others, r) {
		for j := range o.cells.all() {
			stated[j] = true
		}
	}
	return func(yield func(int, []*model.Fact) bool) {
		for _, j := range slices.Sorted(maps.Keys(stated)) {
			if !yield(j, r.Facts(j)) {
				return
			}
		}
	}
}

// Shown is how many districts the row shows a number of.
func (r *Row) Shown() (n int) {
	for range r.All() {
		n++
	}
	return n
}

func (c *Comparison) makeRows() []*Row {
	var at []*Row // by number
	from := &making{kins: map[string]*kin{}}
	var rows []*Row
	c.columnsByKey(func(j int, f *model.Fact, k key) {
		if f.Kind != model.Metric {
			return
		}
		for len(at) <= int(k.row) {
			at = append(at, nil)
		}
		r := at[k.row]
		if r == nil {
			r = c.newRow(f, k, from)
			at[k.row] = r
			rows = append(rows, r)
		}
		r.cells.add(j, f)
	})
	for _, r := range rows {
		r.arrange()
	}
	// What several districts state of one known indicator is what a comparison is
	// for; then comes what many state, be it by its name alone, and what is known
	// to be counted alike everywhere. Among equals the order of the text is the
	// one a reader knows.
	for _, r := range rows {
		r.met = r.known && r.Shown() > 1 // none is in the table yet: all stand in
	}
	slices.SortStableFunc(rows, func(a, b *Row) int {
		return cmp.Or(First(a.met, b.met), b.cells.len()-a.cells.len(), First(a.known, b.known))
	})
	return slices.DeleteFunc(rows, func(r *Row) bool {
		if r.covered() {
			return true
		}
		r.kin.table = append(r.kin.table, r)
		return false
	})
}

// making is what rows are made from: they are many, and taken from a block of
// them they cost half.
type making struct {
	kins  map[string]*kin
	block []struct {
		row Row
		kin kin
	}
}

// newRow is a row with nothing in it, of the indicator and the measure of a fact.
func (c *Comparison) newRow(f *model.Fact, k key, from *making) *Row {
	if len(from.block) == 0 {
		from.block = make([]struct {
			row Row
			kin kin
		}, 64)
	}
	r, own := &from.block[0].row, from.kins[k.kin]
	if own == nil {
		own = &from.block[0].kin
		own.key = k.kin
		from.kins[k.kin] = own
	}
	from.block = from.block[1:]
	r.Indicator, r.Unit, r.cmp, r.key = cmp.Or(f.Indicator, f.Name), dimension(f.Quantity.BaseUnit), c, k.name
	r.kin, r.known = own, f.Indicator != ""
	own.rows = append(own.rows, r)
	return r
}

// covered reports whether a row of the indicator that stands in the table
// already shows all that this one would: a growth that only stands in for a
// missing level needs no row of its own.
func (r *Row) covered() bool {
	return slices.ContainsFunc(r.kin.table, func(o *Row) bool {
		if !r.turns(o) {
			return false
		}
		for j := range r.cells.all() {
			if len(o.cells.in(j)) > 0 {
				return false
			}
		}
		return true
	})
}

// showsLevels reports whether a row of growth stands for one of levels too,
// which has no row of its own.
func (r *Row) showsLevels() bool {
	level := func(o *Row) bool { return o.key == r.kin.key }
	return slices.ContainsFunc(r.kin.rows, level) && !slices.ContainsFunc(r.kin.table, level)
}

// arrange puts the facts of each cell in the order of preference. Where no cell
// has two, nothing has to be known for that.
func (r *Row) arrange() {
	for _, facts := range r.cells.all() {
		if len(facts) < 2 {
			continue
		}
		if r.periods == nil {
			r.periods = r.usualPeriods()
		}
		slices.SortStableFunc(facts, r.prefer)
	}
}

// standing is what must be alike for two numbers to stand beside each other: the
// period, and whether it is aimed at.
type standing struct {
	period string
	target bool
}

func standingOf(f *model.Fact) standing { return standing{f.Period.Label, f.Stage == model.Target} }

// usualPeriods is by how many districts each period is stated, as a result and as a
// target.
func (r *Row) usualPeriods() map[standing]int {
	all := map[standing]int{}
	for _, facts := range r.cells.all() {
		for i, f := range facts {
			if s := standingOf(f); s.period != "" && !slices.ContainsFunc(facts[:i], func(g *model.Fact) bool { return standingOf(g) == s }) {
				all[s]++
			}
		}
	}
	return all
}

// ownWords are the folded names that the row goes by.
func (r *Row) ownWords() []string {
	r.naming.Do(func() {
		r.words = []string{r.key}
		for _, f := range r.cells.facts {
			if w := model.Fold(f.Name); !slices.Contains(r.words, w) {
				r.words = append(r.words, w)
			}
		}
		slices.Sort(r.words)
	})
	return r.words
}

// prefer orders the facts of a cell; the first is shown. The rule, which help
// and export state: the district's own number before another's; what a number is
// before what it was (由2.8%提高到3.3%); what is
// achieved before what is aimed at; the period that most districts state, then
// the latest; an exact number before an approximate one; then the text's order.
func (r *Row) prefer(a, b *model.Fact) int {
	return cmp.Or(
		First(!foreign(a), !foreign(b)),
		First(!a.Is(model.FlagFormer), !b.Is(model.FlagFormer)),
		First(a.Stage != model.Target, b.Stage != model.Target),
		cmp.Compare(r.periods[standingOf(b)], r.periods[standingOf(a)]),
		cmp.Compare(b.Period.To, a.Period.To),
		First(exact(a), exact(b)),
	)
}

// First orders what is so before what is not: -1, 0 or 1 as [cmp.Compare] gives.
func First(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// foreign reports whether the number is not the district's own.
func foreign(f *model.Fact) bool {
	return f.Owner != "" || f.Is(model.FlagScopeCity) || f.Is(model.FlagScopeWide) || f.Is(model.FlagScopeOther)
}

func exact(f *model.Fact) bool { return f.Quantity.Bound == model.Exactly || f.Quantity.Bound == "" }
