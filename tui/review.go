package tui

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/project"
	"qubi/model/query"
	"qubi/model/review"
	"qubi/tui/ask"
	"qubi/tui/cell"
	"qubi/tui/keymap"
	"qubi/tui/pane"
	"qubi/tui/style"
)

// Checks are what people decide of facts, and where it is kept.
type Checks struct {
	Raw     *model.Corpus // as the rules read it; Options.Corpus is that with the project applied
	Project project.Project
	File    string // that keeps it
	// Keep has the project on the disk when it returns, and gives it back with
	// what others wrote meanwhile. Nil keeps nothing, and nothing can be checked.
	Keep func(project.Project) (project.Project, error)
	Sign func() project.Sign // who decides, now
}

// reviewer is the review view: the facts on view one after the other, the most
// doubtful first, each with its sentence and one key for each verdict. It is a
// dialog, since every key is its own.
type reviewer struct {
	a     *App
	on    *project.Applied // rejected facts included
	items []review.Item
	at    int
	past  []project.Project // before each decision
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
	asked := a.asked()
	var facts []*model.Fact
	for _, report := range r.on.Corpus.Reports {
		for _, f := range report.Facts {
			if asked.Match(f) {
				facts = append(facts, f)
			}
		}
	}
	r.items = review.Queue(r.on.Corpus, facts)
	if r.at = r.open(0, 1); r.at < 0 {
		r.at = 0
	}
	a.Open(r)
	return nil
}

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
	k := keymap.Fold(msg)
	switch k.String() {
	case "esc", "q", "ctrl+c", "A":
		r.close()
		return nil
	case "u":
		r.undo()
		return nil
	}
	if len(r.items) == 0 {
		return nil
	}
	switch k.String() {
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
	return nil
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
		r.a.tell(r.a.words.Text("review.all", len(r.items)))
	}
}

// keep puts the project on the disk, and what it says now on the screen. What
// cannot be kept is not done.
func (r *reviewer) keep(p project.Project) bool {
	checks := &r.a.options.Checks
	before := checks.Project
	kept, err := checks.Keep(p)
	if err != nil {
		r.a.say(style.Error, r.a.words.Text("review.unkept", err))
		return false
	}
	r.past = append(r.past, before)
	r.take(kept)
	return true
}

// undo takes the last decision back.
func (r *reviewer) undo() {
	n := len(r.past)
	if n == 0 {
		r.a.tell(r.a.words.Text("review.first"))
		return
	}
	kept, err := r.a.options.Checks.Keep(r.past[n-1])
	if err != nil {
		r.a.say(style.Error, r.a.words.Text("review.unkept", err))
		return
	}
	changed := r.changed(kept)
	r.past = r.past[:n-1]
	r.take(kept)
	if changed >= 0 {
		r.at = changed
	}
}

// changed is the fact of the queue on which the project will say another thing,
// or -1.
func (r *reviewer) changed(p project.Project) int {
	return slices.IndexFunc(r.items, func(it review.Item) bool {
		e, had := r.on.Entry(it.Fact)
		now, has := p.Entry(e.ID)
		return had && (!has || now.Opinion.When != e.Opinion.When || now.Verdict != e.Verdict)
	})
}

// take shows the project: every fact of the queue as it is now.
func (r *reviewer) take(p project.Project) {
	r.a.options.Checks.Project = p
	r.on = project.Apply(r.a.options.Checks.Raw, p, project.ShowRejected)
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
	if len(r.past) > 0 {
		a.renew()
	}
}

// renew shows the project in all views.
func (a *App) renew() {
	a.corpus = query.New(project.Apply(a.options.Checks.Raw, a.options.Checks.Project, project.HideRejected).Corpus)
	a.keeper.corpus = a.corpus.Corpus
	a.panes, a.filled = map[place]pane.Pane{}, map[place]int{}
	a.compared, a.tallied.facts, a.version = compared{}, nil, 0
	a.requery()
}

// askField opens the list of fields to correct.
func (r *reviewer) askField() {
	a, fields := r.a, project.FieldsOf(r.fact())
	ask.Choose(a, &ask.Menu{
		Title: a.words.Text("review.mend", r.fact().Name),
		Items: func() (all []ask.Item) {
			for _, key := range project.Editable() {
				all = append(all, ask.Item{ID: key, Label: a.words.Text("field." + key), Detail: r.shown(key, fields[key]), Find: key})
			}
			return all
		},
		Pick:   func(key string) tea.Cmd { r.askValue(key, fields[key]); return nil },
		Closed: r.back,
	})
}

// back shows the review view again.
func (r *reviewer) back() { r.a.Open(r) }

// shown is a field's text as people read it.
func (r *reviewer) shown(key, text string) string {
	for _, c := range r.choices(key) {
		if c.ID == text {
			return c.Label
		}
	}
	return text
}

// choices are the values of a field that has few; nil for one that is typed.
func (r *reviewer) choices(key string) (all []ask.Item) {
	l := r.a.words.Lang
	switch key {
	case "kind":
		for _, k := range model.Kinds() {
			all = append(all, ask.Item{ID: k.String(), Label: k.Word(l), Find: k.String()})
		}
	case "stage":
		all = append(all, ask.Item{ID: "", Label: "—"})
		for _, s := range model.Stages() {
			all = append(all, ask.Item{ID: string(s), Label: s.Word(l), Find: string(s)})
		}
	case "bound":
		all = append(all, ask.Item{ID: "", Label: "="})
		for _, b := range []model.Bound{model.Above, model.AtLeast, model.Below, model.AtMost, model.About} {
			all = append(all, ask.Item{ID: string(b), Label: b.Word(l), Find: string(b)})
		}
	}
	return all
}

// askValue asks for a field's text: from a list where there are few, else typed
// with what other facts have for Tab.
func (r *reviewer) askValue(key, text string) {
	a := r.a
	mend := func(value string) {
		r.back()
		p, err := r.on.Mend(r.fact(), project.Fields{key: value}, r.sign())
		if err != nil {
			a.say(style.Error, a.words.Text("review.novalue", value, a.words.Text("field."+key)))
			return
		}
		r.decide(p)
	}
	if all := r.choices(key); all != nil {
		ask.Choose(a, &ask.Menu{Title: a.words.Text("field." + key), Items: func() []ask.Item { return all },
			Pick: func(id string) tea.Cmd { mend(id); return nil }, Closed: r.back})
		return
	}
	a.Open(&ask.Prompt{
		Label: a.words.Text("field."+key) + " ", Field: ask.NewField(text),
		Accept: func(value string) tea.Cmd { mend(strings.TrimSpace(value)); return nil },
		Cancel: r.back,
		Tell: func(value string) (string, int) {
			if _, err := r.on.Mend(r.fact(), project.Fields{key: strings.TrimSpace(value)}, project.Sign{}); err != nil {
				return a.words.Text("review.novalue", value, a.words.Text("field."+key)), 0
			}
			return a.words.Text("review.typed"), -1
		},
		Words: func(value string) []string { return r.known(key, value) },
	})
}

// known are the texts of a field among all facts that begin as typed.
func (r *reviewer) known(key, start string) []string {
	var all []string
	seen := map[string]bool{}
	for _, it := range r.items {
		if s := project.FieldsOf(it.Fact)[key]; strings.HasPrefix(s, start) && !seen[s] {
			seen[s] = true
			all = append(all, s)
		}
	}
	slices.Sort(all)
	return all
}

// askCode puts a code on the fact's passage.
func (r *reviewer) askCode() {
	a := r.a
	a.Open(&ask.Prompt{
		Label: a.words.Text("review.code") + " ", Field: ask.NewField(""),
		Accept: func(value string) tea.Cmd {
			r.back()
			if code := strings.TrimSpace(value); code != "" && r.keep(r.on.Code(r.fact().Report, r.fact().Place.Quote, code, "", r.sign())) {
				a.tell(a.words.Text("review.coded", code))
			}
			return nil
		},
		Cancel: r.back,
		Tell:   func(string) (string, int) { return a.words.Text("review.typed"), -1 },
		Words: func(value string) (all []string) {
			for _, c := range a.options.Checks.Project.Codebook() {
				if strings.HasPrefix(c.Name, value) {
					all = append(all, c.Name)
				}
			}
			return all
		},
	})
}

// Paste does nothing: there is no line to type in.
func (r *reviewer) Paste(ask.Host, tea.PasteMsg) tea.Cmd { return nil }

// Rows is all there are.
func (r *reviewer) Rows(h ask.Host) int { _, height := h.Size(); return height }

// Hints are its keys.
func (r *reviewer) Hints() []ask.Hint {
	return []ask.Hint{{Key: "a", Does: "hint.right"}, {Key: "d", Does: "hint.wrong"}, {Key: "e", Does: "hint.mend"}, {Key: "s", Does: "hint.skip"},
		{Key: "c", Does: "hint.code"}, {Key: "u", Does: "hint.undo"}, {Key: "esc", Does: "hint.close"}}
}

// Cursor is nowhere.
func (r *reviewer) Cursor(ask.Host, int) (int, int, bool) { return 0, 0, false }

// Lines draws the fact, why it is doubted, what was read field by field, and
// its sentence.
func (r *reviewer) Lines(_ ask.Host, w, h int) []cell.Line {
	a := r.a
	if len(r.items) == 0 {
		return []cell.Line{a.fit(cell.Line{{Text: " " + a.words.Text("review.none"), Role: style.Missing}}, w)}
	}
	lines := []cell.Line{a.fit(r.progress(), w), a.fit(r.left(), w)}
	it, f := r.items[r.at], r.fact()
	add := func(role cell.Role, text string, most int) {
		parts := a.look.Measure.Wrap(text, max(1, w-2))
		for i, part := range parts {
			if i < most {
				lines = append(lines, a.fit(cell.Line{{Text: " " + part, Role: role}}, w))
			}
		}
	}
	room := max(1, (h-2)/4)
	if why := r.why(it); why != "" {
		add(style.Chip, why, room)
	}
	add(style.Plain, r.fields(f), max(1, h/3))
	return append(lines, pane.Evidence(a.look, f, pane.Drawer{W: w, H: max(0, h-len(lines))})...)
}

// progress is where the reader is, and what was decided.
func (r *reviewer) progress() cell.Line {
	var n [model.Rejected + 1]int
	for _, it := range r.items {
		n[it.Fact.Mark]++
	}
	text := r.a.words.Text("review.progress", r.at+1, len(r.items), n[model.Checked], n[model.Corrected], n[model.Rejected], n[model.Unchecked])
	mark := r.fact().Mark
	line := cell.Line{{Text: " " + text + "  ", Role: style.Section}}
	return append(line, cell.Span{Text: mark.Word(r.a.words.Lang), Role: style.Marked})
}

// left is how many facts each district has left, those of the fact's own first.
func (r *reviewer) left() cell.Line {
	counts := map[string]int{}
	for _, it := range r.items {
		if it.Fact.Mark == model.Unchecked {
			counts[it.Fact.Report.Head.District]++
		}
	}
	here := r.fact().Report.Head.District
	text := r.a.words.Text("review.left", here, counts[here])
	for _, d := range r.on.Corpus.Districts {
		if d.Name != here && counts[d.Name] > 0 {
			text += "  " + d.Name + " " + strconv.Itoa(counts[d.Name])
		}
	}
	return cell.Line{{Text: " " + text, Role: style.Hint}}
}

// why is what is doubted of a fact, and that the rules read otherwise by now.
func (r *reviewer) why(it review.Item) string {
	var all []string
	for _, d := range it.Doubts {
		all = append(all, d.Words(r.a.words.Lang))
	}
	if rules := r.on.Rules(it.Fact); rules != project.RulesAgree {
		all = append(all, r.a.words.Text([...]string{"", "review.differ", "review.silent"}[rules]))
	}
	return strings.Join(all, "; ")
}

// fields are what was read, field by field, and what was corrected.
func (r *reviewer) fields(f *model.Fact) string {
	var all []string
	now, was := project.FieldsOf(f), project.FieldsOf(read(f))
	for _, key := range project.Editable() {
		text := r.shown(key, now[key])
		switch {
		case now[key] == was[key] && text == "":
			continue
		case now[key] != was[key]:
			text += r.a.words.Text("review.was", r.shown(key, was[key]))
		}
		all = append(all, r.a.words.Text("field."+key)+" "+text)
	}
	return strings.Join(all, "  ")
}
