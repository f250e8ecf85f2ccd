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

// Checks are what people decide of facts, and where it is kept.
type Checks struct {
	Raw     *model.Corpus // as the rules read it; Options.Corpus is that with the project applied
	Project project.Project
	File    string // that keeps it
	// Read is what the rules read in a passage alone, to begin a fact with that a
	// person adds; nil reads nothing.
	Read func(r *model.Report, s model.Span) []project.Fields
	// Keep has the project on the disk when it returns, and gives it back with
	// what others wrote meanwhile. Nil keeps nothing, and nothing can be checked.
	Keep func(project.Project) (project.Project, error)
	Sign func() project.Sign // who decides, now
}

// reviewer is the review view: the facts on view one after the other, the most
// doubtful first, each with its sentence and one key for each verdict. It is a
// dialog, since every key is its own.
type reviewer struct {
	a       *App
	on      *project.Applied // rejected facts included
	items   []review.Item
	at      int
	touched bool // something was decided

	sample string // size and seed where it is a random sample, see export.View.Of
}

// needsProject tells why facts cannot be checked.
func needsProject(a *App) string {
	if a.options.Checks.Keep == nil {
		return "why.project"
	}
	return ""
}

// review opens the review view on the facts that the filters let through.
func (a *App) review() tea.Cmd {
	r := &reviewer{a: a}
	r.on = project.Apply(a.options.Checks.Raw, a.options.Checks.Project, project.ShowRejected)
	r.items = review.Queue(r.on.Corpus, r.asked())
	r.first()
	a.Open(r)
	return nil
}

// asked are the facts that the filters let through, in the order of an export.
func (r *reviewer) asked() (facts []*model.Fact) {
	asked := r.a.asked()
	for _, d := range r.on.Corpus.Districts {
		for _, report := range d.Reports {
			for _, f := range report.Facts {
				if asked.Match(f) {
					facts = append(facts, f)
				}
			}
		}
	}
	return facts
}

// first goes to the first fact that nobody checked.
func (r *reviewer) first() { r.at = max(0, r.open(0, 1)) }

// open is the next fact from i on that nobody checked, or -1.
func (r *reviewer) open(i, by int) int {
	for ; i >= 0 && i < len(r.items); i += by {
		if r.items[i].Fact.Mark == model.Unchecked {
			return i
		}
	}
	return -1
}

// Key does what a key does here.
func (r *reviewer) Key(_ ask.Host, msg tea.KeyPressMsg) tea.Cmd {
	r.do(keymap.Fold(msg).String())
	return nil
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
				all = append(all, ask.Item{ID: h.Key, Label: a.words.Text("review." + h.Does), Keys: keymap.Label(h.Key), Find: h.Key})
			}
			return append(all, a.legend()...)
		},
		Pick: func(key string) tea.Cmd {
			r.back()
			r.do(key)
			return nil
		}})
}

func (r *reviewer) sign() project.Sign { return r.a.options.Checks.Sign() }

// fact is the fact to decide on.
func (r *reviewer) fact() *model.Fact { return r.items[r.at].Fact }

// decide keeps a decision and goes on to the next fact that is open.
func (r *reviewer) decide(p project.Project) {
	if !r.keep(p) {
		return
	}
	if next := r.open(r.at, 1); next >= 0 {
		r.at = next
	} else if next = r.open(0, 1); next >= 0 {
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

// take shows the project: every fact of the queue as it is now.
func (r *reviewer) take() {
	r.on = project.Apply(r.a.options.Checks.Raw, r.a.options.Checks.Project, project.ShowRejected)
	now := map[model.Key][]*model.Fact{}
	for _, report := range r.on.Corpus.Reports {
		for _, f := range report.Facts {
			now[f.Key()] = append(now[f.Key()], f)
		}
	}
	for i, it := range r.items {
		same := now[it.Fact.Key()]
		j := slices.IndexFunc(same, func(f *model.Fact) bool { return read(f).Quantity == read(it.Fact).Quantity })
		if j >= 0 {
			r.items[i].Fact = same[j]
		}
	}
}

// read is the fact as the rules read it.
func read(f *model.Fact) *model.Fact {
	if f.Read != nil {
		return f.Read
	}
	return f
}

// close shows what was decided in all views.
func (r *reviewer) close() {
	a := r.a
	a.Open(nil)
	if r.touched {
		a.renew()
	}
}

// Paste does nothing: there is no line to type in.
func (r *reviewer) Paste(ask.Host, tea.PasteMsg) tea.Cmd { return nil }

// Rows is all there are.
func (r *reviewer) Rows(h ask.Host) int { _, height := h.Size(); return height }

// Hints are its keys.
func (r *reviewer) Hints() []ask.Hint {
	return []ask.Hint{{Key: "?", Does: "hint.help"}, {Key: "a", Does: "hint.right"}, {Key: "d", Does: "hint.wrong"}, {Key: "e", Does: "hint.mend"}, {Key: "s", Does: "hint.skip"},
		{Key: "c", Does: "hint.code"}, {Key: "u", Does: "hint.undo"}, {Key: "S", Does: "hint.sample"}, {Key: "x", Does: "hint.export"}, {Key: "esc", Does: "hint.close"}}
}

// Cursor is nowhere.
func (r *reviewer) Cursor(ask.Host, int) (int, int, bool) { return 0, 0, false }
