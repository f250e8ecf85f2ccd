package compare

import (
	"slices"

	"qubi/model"
)

// Heat is how much each district says on each theme: rows of [Comparison.Counts]
// for whole themes, without that of all of them.
func (c *Comparison) Heat() []CountRow {
	return slices.DeleteFunc(slices.Clone(c.Counts()), func(r CountRow) bool {
		return r.Theme == model.NoTheme || r.Kind != model.NoKind
	})
}

// Warmest is the greatest value that a measure has among the cells of the rows:
// what the strongest shade stands for.
func Warmest(rows []CountRow, measure func(CountCell) model.Decimal) model.Decimal {
	var most model.Decimal
	for _, r := range rows {
		for _, cell := range r.Cells {
			if v := measure(cell); v.Cmp(most) > 0 {
				most = v
			}
		}
	}
	return most
}

// Bars are the known indicators that two or more districts state so that they
// stand in one order, each ranked; those of most districts first.
func (c *Comparison) Bars() []Ranking { return c.bars() }

func (c *Comparison) makeBars() (all []Ranking) {
	for _, r := range c.Rows() {
		if !r.known || r.Shown() < 2 {
			continue
		}
		if ranked := c.Rank(r); ranked.districts > 1 {
			all = append(all, ranked)
		}
	}
	slices.SortStableFunc(all, func(a, b Ranking) int { return b.districts - a.districts })
	return all
}

// StageBar is a district's projects by how far they have come.
type StageBar struct {
	District *model.District
	Planned  int
	Signed   int
	Building int
	Done     int
	Unstated int // those told without a stage
}

// Projects is how many projects there are, each once.
func (b StageBar) Projects() int { return b.Planned + b.Signed + b.Building + b.Done + b.Unstated }

// Stages are the districts' projects by stage, each project once, where its
// newest report that says so has it.
func (c *Comparison) Stages() []StageBar { return c.stages() }

func (c *Comparison) makeStages() []StageBar {
	newest := make([]map[int32]*model.Fact, len(c.Districts)) // of each project
	c.columnsByKey(func(j int, f *model.Fact, k key) {
		if f.Kind != model.Project {
			return
		}
		if newest[j] == nil {
			newest[j] = map[int32]*model.Fact{}
		}
		if was := newest[j][k.told]; was == nil || f.Stage != model.NoStage && (was.Stage == model.NoStage || f.Report.Head.Date().After(was.Report.Head.Date())) {
			newest[j][k.told] = f
		}
	})
	bars := make([]StageBar, len(c.Districts))
	for j, d := range c.Districts {
		bars[j].District = d
		for _, f := range newest[j] {
			bars[j].add(f.Stage)
		}
	}
	return bars
}

// add counts a project.
func (b *StageBar) add(s model.Stage) {
	switch s {
	case model.Planned:
		b.Planned++
	case model.Signed:
		b.Signed++
	case model.Building:
		b.Building++
	case model.Done:
		b.Done++
	default:
		b.Unstated++
	}
}

// Stage is how far the thing has come in the district of column j, as its newest
// report that says so has it.
func (r NameRow) Stage(j int) model.Stage {
	for _, f := range r.cells.in(j) {
		if f.Stage != model.NoStage {
			return f.Stage
		}
	}
	return model.NoStage
}

// Stages are all stages at which the district in column j tells the thing, in
// display order: a cluster that stands and is to grow has two.
func (r NameRow) Stages(j int) (all []model.Stage) {
	for _, s := range model.Stages() {
		if slices.ContainsFunc(r.cells.in(j), func(f *model.Fact) bool { return f.Stage == s }) {
			all = append(all, s)
		}
	}
	return all
}

// Split parts the rows of [Comparison.Rows] into those in which two or more
// districts show a number, and those of one district alone, by its column.
func (c *Comparison) Split() (shared []*Row, only [][]*Row) {
	only = make([][]*Row, len(c.Districts))
	for _, r := range c.Rows() {
		if r.Shown() > 1 {
			shared = append(shared, r)
			continue
		}
		for j := range r.cells.all() {
			only[j] = append(only[j], r)
		}
	}
	return shared, only
}
