package tui

import (
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/tui/ask"
)

// meaning is how facts are counted as one indicator: under which name, and by
// which names the districts on screen tell it.
type meaning struct {
	facts []*model.Fact // the first of each name
	times []int
}

// meaningOf gathers the facts that meet a fact in a comparison, of the
// districts around the focused one.
func (a *App) meaningOf(f *model.Fact) meaning {
	var m meaning
	at := map[string]int{}
	from := a.block()
	for _, d := range a.order[from:min(len(a.order), from+columnsCompared)] {
		for _, g := range a.corpus.Select(a.of(a.corpus.Districts[d])) {
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
	}
	return m
}

// meets reports whether two facts stand in one row, or in rows of one
// indicator in other units.
func meets(f, g *model.Fact) bool {
	if f.Indicator != "" || g.Indicator != "" {
		return f.Indicator == g.Indicator
	}
	return model.Fold(f.Name) == model.Fold(g.Name)
}

// askMeaning says what the metric under the cursor is counted as: its
// indicator, base unit, and the names that meet in it; Enter goes to one.
func (a *App) askMeaning() {
	f := a.selected()
	title := a.words.Text("define.name", f.Name)
	if f.Indicator != "" {
		title = a.words.Text("define.indicator", f.Indicator)
	}
	m := a.meaningOf(f)
	items := make([]ask.Item, len(m.facts))
	for i, g := range m.facts {
		unit := g.Quantity.BaseUnit
		if g.Ordinal() {
			unit = a.words.Text("define.rank")
		}
		items[i] = ask.Item{ID: strconv.Itoa(i), Label: g.Name, Detail: a.words.Text("define.met", unit, m.times[i]) +
			fmt.Sprintf("  %s %s", g.Report.Head.District, a.look.Told(g).String())}
	}
	ask.Choose(a, &ask.Menu{Title: title, Items: func() []ask.Item { return items },
		Pick: func(id string) tea.Cmd {
			i, _ := strconv.Atoi(id)
			return a.readFact(m.facts[i])
		}})
}

// needsMetric tells why there is no indicator to be defined.
func needsMetric(a *App) string {
	if f := a.selected(); f == nil || f.Kind != model.Metric {
		return "why.metric"
	}
	return ""
}
