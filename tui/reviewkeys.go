package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/project"
	"qubi/model/review"
	"qubi/tui/ask"
	"qubi/tui/keymap"
)

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
	r.do(keymap.Fold(msg).String())
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
