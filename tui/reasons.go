package tui

import (
	"strings"

	"qubi/model"
	"qubi/model/compare"
	"qubi/tui/ask"
	"qubi/tui/cell"
	"qubi/tui/style"
)

// askReasons says why the numbers of a row may not be read side by side: a
// sentence for each reason, with what each district's number says about it.
func (a *App) askReasons() {
	r := a.comparedRow()
	reasons := r.Reasons()
	title := a.words.Text("because", r.Name(), r.Verdict().Word(a.words.Lang))
	if len(reasons) == 0 {
		a.Tell(title)
		return
	}
	var items []ask.Item
	for _, reason := range reasons {
		items = append(items, ask.Item{Label: a.words.Text("reason." + reason.String()), Head: true},
			ask.Item{ID: reason.String(), Label: strings.Join(a.said(r, reason), "  ")})
	}
	ask.Choose(a, &ask.Menu{Title: title, Items: func() []ask.Item { return items }})
}

// said is what each district's number says about a reason.
func (a *App) said(r *compare.Row, reason compare.Reason) []string {
	var all []string
	for j, d := range a.comparison().Districts {
		if facts := r.Facts(j); len(facts) > 0 {
			all = append(all, a.look.Named(d)+" "+a.about(facts[0], reason))
		}
	}
	return all
}

// about is the part of a fact that a reason is about.
func (a *App) about(f *model.Fact, reason compare.Reason) string {
	switch reason {
	case compare.PeriodsDiffer, compare.PeriodUnstated:
		if f.Period.IsZero() {
			return a.look.Undated(f, "period.unstated")
		}
		return a.look.Period(f.Period)
	case compare.TargetAndDone:
		return f.Stage.Word(a.words.Lang)
	case compare.ScopesDiffer:
		return strings.TrimSpace(f.Whole+" "+f.Name) + a.flagWords(f)
	case compare.NameOnly:
		return f.Name
	case compare.RanksDiffer:
		return a.look.RankWord(f.Rank)
	case compare.Doubtful:
		return value(f) + a.flagWords(f)
	}
	return value(f)
}

// flagWords are a fact's doubts in words, each after an exclamation mark.
func (a *App) flagWords(f *model.Fact) string {
	s := ""
	for _, flag := range f.Flags {
		s += " !" + flag.Word(a.words.Lang)
	}
	return s
}

// reasonLine is the reasons against a row in one line, for the evidence; nil
// where there are none.
func (a *App) reasonLine() cell.Line {
	r := a.comparedRow()
	if r == nil || len(r.Reasons()) == 0 {
		return nil
	}
	line := cell.Line{{Text: " " + r.Verdict().Word(a.words.Lang), Role: style.Flag}}
	for _, reason := range r.Reasons() {
		line = append(line, cell.Span{Text: " !" + reason.Word(a.words.Lang), Role: style.Flag})
	}
	return line
}
