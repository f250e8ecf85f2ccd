package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/tui/pane"
)

// askSearch opens the search line; hits are lit while typing.
func (a *App) askSearch() tea.Cmd {
	return a.ask(&prompt{
		label: a.words.Text("prompt.search"), field: newField(""),
		live:   func(a *App, value string) { a.search = value; a.requery(); a.nearest() },
		accept: func(a *App, _ string) tea.Cmd { a.nearest(); return nil },
		tell: func(a *App, value string) (string, int) {
			if value == "" {
				return a.words.Text("prompt.search.how"), -1
			}
			return a.hitsText(), -1
		},
	})
}

// hitsText says which hit of how many the cursor is on.
func (a *App) hitsText() string {
	n := len(a.query.hits)
	if a.view == viewSource {
		if n = len(a.query.texts); n > 0 && a.query.at >= 0 {
			return fmt.Sprintf("%d/%d", a.query.at+1, n)
		}
	}
	if n == 0 {
		return a.noHits()
	}
	if i := slices.Index(a.query.hits, a.selected()); i >= 0 {
		return fmt.Sprintf("%d/%d", i+1, n)
	}
	return a.words.Text("hits", n)
}

// noHits says that nothing is found, and how much a filter keeps from being
// found.
func (a *App) noHits() string {
	if outside := a.query.outside; outside > 0 {
		return a.words.Text("hits.outside", outside)
	}
	return a.words.Text("hits.none")
}

// nearest goes to the first hit of the focused pane, else to the first.
func (a *App) nearest() {
	if a.view == viewSource {
		if a.query.at < 0 {
			a.textHit(1)
		}
		return
	}
	if len(a.query.hits) == 0 || slices.Contains(a.query.hits, a.selected()) {
		return
	}
	d := a.corpus.Districts[a.order[a.focus]]
	for _, f := range a.query.hits {
		if f.Report.Head.District == d.Name && f.Report.Head.City == d.City {
			a.reveal(f)
			return
		}
	}
	a.reveal(a.query.hits[0])
}

// hit goes to the next or previous hit, over all panes.
func (a *App) hit(by int) {
	if a.view == viewSource {
		a.textHit(by)
		return
	}
	n := len(a.query.hits)
	if n == 0 {
		a.tell(a.noHits())
		return
	}
	i := slices.Index(a.query.hits, a.selected())
	if i < 0 && by < 0 {
		i = 0
	}
	a.reveal(a.query.hits[(i+by+n)%n])
}

// reveal puts the cursor on a fact, in whichever pane it is.
func (a *App) reveal(f *model.Fact) {
	for i, n := range a.order {
		d := a.corpus.Districts[n]
		if d.Name == f.Report.Head.District && d.City == f.Report.Head.City {
			a.focus = i
			if p, ok := a.pane(i).(interface{ Show(*model.Fact) bool }); ok {
				p.Show(f)
			}
			if p, ok := a.pane(i).(*pane.Source); ok {
				a.reports[n] = p.Number()
			}
			a.derive()
			a.follow()
			return
		}
	}
}
