package tui

import (
	"qubi/model"
	"qubi/model/compare"
	"qubi/tui/ask"
)

// meaning is by which names the districts on screen tell an indicator.
type meaning struct {
	district *model.District
	facts    []*model.Fact // the first of each name and unit
	times    []int
}

// meaningOf gathers the facts that meet a fact in a comparison, of the
// districts around the focused one.
func (a *App) meaningOf(f *model.Fact) (all []meaning) {
	from := a.block()
	for _, n := range a.order[from:min(len(a.order), from+columnsCompared)] {
		m := meaning{district: a.corpus.Districts[n]}
		at := map[string]int{}
		for _, g := range a.corpus.Select(a.of(m.district)) {
			if g.Kind != model.Metric || !meets(f, g) {
				continue
			}
			i, known := at[g.Name+g.Quantity.BaseUnit]
			if !known {
				i = len(m.facts)
				at[g.Name+g.Quantity.BaseUnit] = i
				m.facts, m.times = append(m.facts, g), append(m.times, 0)
			}
			m.times[i]++
		}
		if len(m.facts) > 0 {
			all = append(all, m)
		}
	}
	return all
}

// meets reports whether two facts stand in one row, or in rows of one
// indicator in other units or of its growth.
func meets(f, g *model.Fact) bool {
	if f.Indicator != "" || g.Indicator != "" {
		return model.WithoutGrowth(f.Indicator) == model.WithoutGrowth(g.Indicator)
	}
	return model.Fold(f.Name) == model.Fold(g.Name)
}

// metric is the metric under the cursor, or the first of a row of the comparison
// whose name or empty cell it is on; nil where there is none.
func (a *App) metric() *model.Fact {
	if f := a.selected(); f != nil {
		if f.Kind == model.Metric {
			return f
		}
		return nil
	}
	if r := a.comparedRow(); r != nil {
		for j := range a.comparison().Districts {
			if facts := r.Facts(j); len(facts) > 0 {
				return facts[0]
			}
		}
	}
	return nil
}

// nearShown is how many known indicators are named beside one that is not known.
const nearShown = 3

// definition is what the indicator of a fact measures, and who says so; of one that
// is not known, which known ones are near, and what can be done.
func (a *App) definition(f *model.Fact) (items []ask.Item) {
	say := func(text string) {
		for _, line := range a.look.Measure.Wrap(text, max(1, a.w-2)) {
			items = append(items, ask.Item{Label: line, Head: true})
		}
	}
	if d, known := compare.Define(f.Indicator); known {
		say(a.words.Text("define.means", d.Text(a.words.Lang)))
		say(a.words.Text("define.source", d.Source))
		return items
	}
	say(a.words.Text("define.unknown", len(compare.Defined())))
	near := compare.Near(f.Name)
	for _, name := range near[:min(len(near), nearShown)] {
		d, _ := compare.Define(name)
		say(a.words.Text("define.near", name, d.Text(a.words.Lang)))
	}
	say(a.reason("define.mend"))
	return items
}

// askMeaning says what the metric under the cursor measures, and who says so, and
// by which names every district tells it, in which unit; Enter goes to one.
func (a *App) askMeaning() {
	f := a.metric()
	title := a.words.Text("define.name", f.Name)
	if f.Indicator != "" {
		title = a.words.Text("define.indicator", f.Indicator)
	}
	items := a.definition(f)
	for _, m := range a.meaningOf(f) {
		items = append(items, ask.Item{Label: a.look.Named(m.district), Head: true})
		for i, g := range m.facts {
			unit := g.Quantity.BaseUnit
			if g.Ordinal() {
				unit = a.words.Text("define.rank")
			}
			items = append(items, a.factItem(g, a.words.Text("define.met", unit, m.times[i])))
		}
	}
	ask.Choose(a, &ask.Menu{Title: title, Items: func() []ask.Item { return items }})
}
