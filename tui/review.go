package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/project"
	"qubi/model/review"
	"qubi/tui/ask"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/keymap"
	"qubi/tui/table"
)

// reviewer is the review view: the facts on view one after the other, the most
// doubtful first, each with its sentence and one key for each verdict. It is a
// dialog, since every key is its own.
type reviewer struct {
	ask.Unwritten
	a       *App
	on      *project.Applied // rejected facts included
	items   []review.Item
	at      int
	here    bool // the first of them is the one that was under the cursor
	touched bool // something was decided
	tallied table.Memo[*project.Applied, tally]

	sample string // size and seed where it is a random sample, see export.View.Of
}

// first goes to the first fact that nobody checked.
func (r *reviewer) first() { r.at = max(0, r.open(0)) }

// open is the next fact from i on that nobody checked, or -1.
func (r *reviewer) open(i int) int {
	for ; i < len(r.items); i++ {
		if r.items[i].Fact.Mark == model.Unchecked {
			return i
		}
	}
	return -1
}

func (r *reviewer) sign() project.Sign { return r.a.options.Checks.Sign() }

// tally is how many facts of the queue there are of each mark, and how many each
// district has still open.
type tally struct {
	marks [model.Rejected + 1]int
	open  map[*model.District]int
}

// tally counts the queue, once for each decision.
func (r *reviewer) tally() tally {
	return r.tallied.Of(r.on, func() tally {
		t := tally{open: map[*model.District]int{}}
		open := make([]int, len(r.on.Corpus.Reports))
		for _, it := range r.items {
			t.marks[it.Fact.Mark]++
			if it.Fact.Mark == model.Unchecked {
				open[it.Fact.ID.Report-1]++
			}
		}
		for i, n := range open {
			t.open[r.district(i)] += n
		}
		return t
	})
}

// district is the district of a report by its number, from 0.
func (r *reviewer) district(i int) *model.District {
	return r.on.Corpus.District(r.on.Corpus.Reports[i].DistrictID())
}

// fact is the fact to decide on.
func (r *reviewer) fact() *model.Fact { return r.items[r.at].Fact }

// decide keeps a decision and goes on to the next fact that is open.
func (r *reviewer) decide(p project.Project) {
	if !r.keep(p) {
		return
	}
	if next := r.open(r.at); next >= 0 {
		r.at = next
	} else if next = r.open(0); next >= 0 {
		r.at = next
	} else {
		r.a.tell(r.a.words.Text("review.all", len(r.items)) + r.precision())
	}
}

// keep puts the project on the disk, and what it says now on the screen. What
// cannot be kept is not done.
func (r *reviewer) keep(p project.Project) bool {
	if !r.a.decide(p) {
		return false
	}
	r.touched = true
	r.take()
	return true
}

// undo takes the last decision back.
func (r *reviewer) undo() {
	was := r.on
	if !r.a.undecide() {
		return
	}
	changed := r.changed(was, r.a.options.Checks.Project)
	r.touched = true
	r.take()
	if changed >= 0 {
		r.at = changed
	}
}

// changed is the fact of the queue on which the project will say another thing,
// or -1.
func (r *reviewer) changed(was *project.Applied, p project.Project) int {
	return slices.IndexFunc(r.items, func(it review.Item) bool {
		e, had := was.Entry(it.Fact)
		now, has := p.Entry(e.ID)
		return had && (!has || now.Opinion.When != e.Opinion.When || now.Verdict != e.Verdict)
	})
}

// take shows the project: every fact of the queue as it is now. Reports keep
// their places, and those that the project says nothing new of are the same ones.
func (r *reviewer) take() {
	was := r.on.Corpus.Reports
	r.on = r.a.applied(project.ShowRejected)
	now := map[int32]map[model.Key][]*model.Fact{} // of the other reports
	for i, report := range r.on.Corpus.Reports {
		if report != was[i] {
			facts := map[model.Key][]*model.Fact{}
			for _, f := range report.Facts {
				facts[f.Key()] = append(facts[f.Key()], f)
			}
			now[int32(i+1)] = facts
		}
	}
	for i, it := range r.items {
		facts := now[it.Fact.ID.Report]
		if facts == nil {
			continue
		}
		same := facts[it.Fact.Key()]
		j := slices.IndexFunc(same, func(f *model.Fact) bool { return f.AsRead().Quantity == it.Fact.AsRead().Quantity })
		if j >= 0 {
			r.items[i].Fact = same[j]
		}
	}
}

// close shows what was decided in all views.
func (r *reviewer) close() {
	a := r.a
	a.Open(nil)
	a.below = nil
	if r.touched {
		a.renew()
	}
}

// Rows is all there are.
func (r *reviewer) Rows(h ask.Host) int { _, height := h.Size(); return height }

// above is the fact's sentence, above a dialog of so many rows that covers it in
// the view.
func (r *reviewer) above(rows int) ask.Above {
	const shown = 10 // rows of the view that show it
	if r.a.h-rows > shown+4 {
		return nil
	}
	return func(w, most int) []cell.Line {
		f := r.fact()
		return draw.Sentence(r.a.look, f.Report.Document, f.Place.Sentence, f.Place.Quote, w, most)
	}
}

// back shows the review view again.
func (r *reviewer) back() { r.a.Open(r) }

// precision is how many of the facts that were looked at are right, with the
// interval in which all facts like them lie; nothing where none was.
func (r *reviewer) precision() string {
	t := review.Count(model.Map(r.items, func(it review.Item) *model.Fact { return it.Fact }))
	if t.Decided() == 0 {
		return ""
	}
	share := t.Precision()
	return "  " + r.a.words.Text("review.precision", review.Percent(share.Value), review.Percent(share.Low), review.Percent(share.High))
}

// review opens the review view on the facts that the filters let through: the one
// under the cursor first, if nobody found it right yet.
func (a *App) review() { a.withProject(a.openReview) }

func (a *App) openReview() {
	r := &reviewer{a: a}
	r.on = a.applied(project.ShowRejected)
	r.draw("")
	at := slices.IndexFunc(r.items, func(it review.Item) bool { return a.selected() != nil && sameRead(it.Fact, a.selected()) })
	if r.here = at >= 0 && r.items[at].Fact.Mark != model.Checked; r.here {
		r.items = slices.Concat(r.items[at:at+1], r.items[:at], r.items[at+1:])
		r.at = 0
	}
	a.below = r
	a.Open(r)
}

// Key does what a key does here.
func (r *reviewer) Key(_ ask.Host, msg tea.KeyPressMsg) {
	r.do(keymap.Fold(msg))
}

// do does what a key does here, by its name.
func (r *reviewer) do(key string) {
	switch key {
	case "esc", "q", "ctrl+c", "A":
		r.close()
	case "u":
		r.undo()
	case "S":
		r.askSample()
	case "?", "f1":
		r.askHelp()
	default:
		if len(r.items) > 0 {
			r.doFact(key)
		}
	}
}

// doFact does what a key does with the fact in sight.
func (r *reviewer) doFact(key string) {
	switch key {
	case "x":
		r.export()
	case "a", "enter":
		r.decide(r.on.Judge(r.fact(), project.Right, r.sign()))
	case "d", "delete":
		r.decide(r.on.Judge(r.fact(), project.Wrong, r.sign()))
	case "e":
		r.askField()
	case "c":
		r.askCode()
	case "s", "space", "j", "down", "n":
		r.at = min(r.at+1, len(r.items)-1)
	case "k", "up", "p":
		r.at = max(r.at-1, 0)
	case "pgdown":
		r.at = min(r.at+10, len(r.items)-1)
	case "pgup":
		r.at = max(r.at-10, 0)
	}
}

// askHelp lists the keys, and what the marks mean; Enter presses one.
func (r *reviewer) askHelp() {
	a := r.a
	ask.Choose(a, &ask.Menu{Title: a.words.Text("title.review"), Closed: r.back,
		Items: func() []ask.Item {
			all := []ask.Item{{Label: a.words.Text("group.review"), Head: true}}
			for _, h := range r.Hints() {
				all = append(all, ask.Item{Label: a.words.Text("review." + h.Does), Keys: keymap.Label(h.Key), Find: h.Key, Do: func() { r.back(); r.do(h.Key) }})
			}
			return append(all, a.legend()...)
		}})
}

// Hints are its keys.
func (r *reviewer) Hints() []ask.Hint {
	return []ask.Hint{{Key: "?", Does: "hint.help"}, {Key: "a", Does: "hint.right"}, {Key: "d", Does: "hint.wrong"}, {Key: "e", Does: "hint.mend"}, {Key: "s", Does: "hint.skip"},
		{Key: "c", Does: "hint.code"}, {Key: "u", Does: "hint.undo"}, {Key: "S", Does: "hint.sample"}, {Key: "x", Does: "hint.export"}, {Key: "esc", Does: "hint.close"}}
}

// askSample asks how many facts are to be drawn at random; none are all facts
// again.
func (r *reviewer) askSample() {
	a := r.a
	a.Open(&ask.Prompt{
		Label: a.words.Text("review.sample") + " ", Field: ask.NewField(strings.TrimSpace(r.sample)),
		Accept: func(value string) {
			r.draw(value)
			r.back()
		},
		Cancel: r.back,
		Tell: func(value string) (string, int) {
			if value = strings.TrimSpace(value); value != "" {
				if _, _, err := review.ParseDraw(value); err != nil {
					return a.words.Text("review.nosample", value), 0
				}
			}
			return a.words.Text("review.sample.how"), -1
		},
	})
}

// draw takes a random sample of the facts on view, the same as the export and the
// command draw: its size, and behind a / its seed; "" are all of them.
func (r *reviewer) draw(sample string) {
	r.sample, r.here = sample, false
	r.items, _ = r.view().ToReview() // looked at where it was typed
	r.tallied.Forget()
	r.first()
}
