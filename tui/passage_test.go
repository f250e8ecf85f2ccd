package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/project"
	"qubi/model/query"
	"qubi/tui/pane"
)

// named is the fact of the name that the browser shows, or nil.
func named(a *App, name string) *model.Fact {
	for _, f := range a.corpus.Select(query.Filter{}) {
		if f.Name == name {
			return f
		}
	}
	return nil
}

func TestAPassageBecomesAFact(t *testing.T) {
	var kept project.Project
	full := false
	a := checking(t, &kept, &full)
	a.options.Checks.Read = func(r *model.Report, s model.Span) []project.Fields {
		return []project.Fields{{"kind": "park", "name": "新城" + r.Quote(s)[:3]}}
	}
	all := a.counts.Total
	typed(a, "f4", "g", "down", "down", "v", "right", "right")
	passage := a.dialog.(*selector).text()
	if characters(passage) < 3 {
		t.Fatalf("%q is selected", passage)
	}
	typed(a, "enter")
	shows(t, a, "新城")
	typed(a, "\"级别", "enter", "\"国家级", "enter", "enter")
	shows(t, a, "已补入")
	f := named(a, "新城"+passage[:3])
	if f == nil || f.Mark != model.Added || f.Tier != "国家级" || f.Kind != model.Park || f.Quote() != passage {
		t.Fatalf("added: %+v", f)
	}
	if a.selected() != f || a.counts.Total != all+1 || a.dialog != nil {
		t.Errorf("%v is selected of %d facts", a.selected(), a.counts.Total)
	}
	typed(a, "U")
	if kept.Len() != 0 || a.counts.Total != all {
		t.Errorf("taken back, %d entries are kept", kept.Len())
	}
	full = true
	typed(a, "v", "enter", "enter")
	if kept.Len() != 0 || !strings.Contains(a.toast.text, "磁盘已满") {
		t.Errorf("on a full disk it says %q", a.toast.text)
	}
}

// A code is given, counted by district, filtered for by its key, suggested by its
// words, and taken away again.
func TestPassagesAreCoded(t *testing.T) {
	var kept project.Project
	full := false
	a := checking(t, &kept, &full)
	typed(a, "f4", "g", "down", "down", "v", "s", "c", "\"亮点", "enter")
	shows(t, a, "亮点 1")
	typed(a, "v", "m", "\"待核", "enter")
	if n := kept.Count(); n[project.Coding] != 1 || n[project.Memo] != 1 {
		t.Fatalf("kept %v", n)
	}
	text := kept.Of(project.Coding)[0].Place.Quote
	typed(a, "C", "down", "enter") // the code's own list
	typed(a, "\"键", "enter", "\"x", "enter")
	shows(t, a, "“x”已用于")
	typed(a, "backspace", "\"E", "enter", "\"提示词", "enter", "\""+string([]rune(text)[:2]), "enter", "esc")
	if c := a.codeNamed("亮点"); c.Key != "E" || len(c.Words) != 1 {
		t.Fatalf("defined: %+v", c)
	}
	typed(a, "v", "s")
	shows(t, a, "亮点")
	typed(a, "esc", "f2", "E")
	inside := a.counts.Total
	for _, f := range a.corpus.Select(a.asked()) {
		if e := kept.Of(project.Coding)[0]; f.Place.Quote.End <= e.Place.Start || f.Place.Quote.Start >= e.Place.End {
			t.Errorf("%s is not in the passage", f.Name)
		}
	}
	shows(t, a, "[编码:亮点]")
	typed(a, "T")
	if a.counts.Total <= inside {
		t.Error("T does not show all facts again")
	}
	typed(a, "f3", "tab", "G")
	shows(t, a, "亮点")
	typed(a, "C", "down", "enter", "enter", "delete", "esc")
	if kept.Count()[project.Coding] != 0 {
		t.Error("the passage keeps its code")
	}
}

func TestTheMouseSelects(t *testing.T) {
	var kept project.Project
	full := false
	a := checking(t, &kept, &full)
	typed(a, "f4", "z", "g")
	r := a.plan.panes[0]
	y := r.y + 2
	a.Update(tea.MouseClickMsg{X: r.x + 4, Y: y, Button: tea.MouseLeft})
	a.Update(tea.MouseMotionMsg{X: r.x + 8, Y: y, Button: tea.MouseLeft})
	a.Update(tea.MouseMotionMsg{X: r.x + 10, Y: y, Button: tea.MouseLeft})
	a.Update(tea.MouseReleaseMsg{X: r.x + 10, Y: y, Button: tea.MouseLeft})
	s, ok := a.dialog.(*selector)
	if !ok {
		t.Fatal("nothing is selected")
	}
	p := a.focused().(*pane.Source)
	if n := characters(s.text()); n < 3 || n > 5 || p.Selection().Len() == 0 {
		t.Errorf("%q is selected", s.text())
	}
	typed(a, "esc")
	if p.Selection().Len() != 0 {
		t.Error("Esc keeps the selection")
	}
}

// What people decided is seen at the facts and counted; what was found wrong is
// seen only where . asks for it.
func TestDecisionsAreSeen(t *testing.T) {
	var kept project.Project
	full := false
	a := checking(t, &kept, &full)
	f := a.corpus.Select(query.Filter{})[0]
	p := a.decided.on.Code(f.Report, f.Place.Quote, "", "备注", project.Sign{By: "李"})
	p = project.Apply(a.options.Checks.Raw, p, project.ShowRejected).Judge(f, project.Wrong, project.Sign{By: "李"})
	p = project.Apply(a.options.Checks.Raw, p, project.ShowRejected).Judge(a.corpus.Select(query.Filter{})[1], project.Right, project.Sign{By: "李"})
	if !a.decide(p) {
		t.Fatal(a.toast.text)
	}
	a.renew()
	a.derive()
	if got := drawn(a.Frame()); !strings.Contains(got, "✓1") || strings.Contains(got, "✗") {
		t.Errorf("shown:\n%s", got)
	}
	typed(a, ".")
	shows(t, a, "✗1")
	shows(t, a, f.Name)
	a.reveal(a.corpus.Select(query.Filter{})[0]) // the second of the report, now that one is hidden
	typed(a, "p")
	shows(t, a, "✓已核")
}
