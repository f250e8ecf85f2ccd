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

// Warmest is the most that a district says per 1,000 characters among the cells of
// the rows: what the strongest shade stands for.
func Warmest(rows []CountRow) model.Decimal {
	var most model.Decimal
	for _, r := range rows {
		for _, cell := range r.Cells {
			if v := cell.PerThousand(); v.Cmp(most) > 0 {
				most = v
			}
		}
	}
	return most
}

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
	Projects int           // each once
	Counts   [5]StageCount // by [ProjectStages]
}

// StageCount is how many projects stand at a stage.
type StageCount struct {
	Stage model.Stage
	N     int
}

// ProjectStages are how far a project can have come, from plan to done; last is
// [model.NoStage], of those told without a stage.
func ProjectStages() [5]model.Stage {
	return [5]model.Stage{model.Planned, model.Signed, model.Building, model.Done, model.NoStage}
}

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
		bars[j] = StageBar{District: d, Projects: len(newest[j])}
		for i, s := range ProjectStages() {
			bars[j].Counts[i].Stage = s
		}
		for _, f := range newest[j] {
			stages := ProjectStages()
			i := slices.Index(stages[:], f.Stage)
			if i < 0 {
				i = len(stages) - 1
			}
			bars[j].Counts[i].N++
		}
	}
	return bars
}
