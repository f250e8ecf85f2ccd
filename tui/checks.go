package tui

import (
	"slices"

	"qubi/model"
	"qubi/model/lang"
	"qubi/model/project"
	"qubi/tui/cell"
	"qubi/tui/pane"
	"qubi/tui/style"
)

// decision is what somebody at this window changed in the project.
type decision struct{ before, after project.Project }

// decide keeps a decision; what cannot be kept is not done.
func (a *App) decide(p project.Project) bool {
	checks := &a.options.Checks
	before := checks.Project
	kept, err := checks.Keep(p)
	if err != nil {
		a.fail(lang.Say("head.unkept", err))
		return false
	}
	a.decisions = append(a.decisions, decision{before, p})
	checks.Project = kept
	return true
}

// undecide takes the last decision back, and nothing that others decided meanwhile.
func (a *App) undecide() bool {
	n := len(a.decisions)
	if n == 0 {
		a.Tell(a.words.Text("review.first"))
		return false
	}
	last := a.decisions[n-1]
	without, _ := last.before.Merge(last.after, a.options.Checks.Project)
	kept, err := a.options.Checks.Keep(without)
	if err != nil {
		a.fail(lang.Say("head.unkept", err))
		return false
	}
	a.decisions, a.options.Checks.Project = a.decisions[:n-1], kept
	return true
}

// applied is what the rules read, with what people decided.
func (a *App) applied(show project.Show) *project.Applied {
	raw := a.options.Checks.Raw
	return a.based.Of(raw, func() *project.Base { return project.On(raw) }).Apply(a.options.Checks.Project, show)
}

// recheck makes ready what people decided.
func (a *App) recheck() {
	checks := a.options.Checks
	a.decided = decided{on: &project.Applied{Project: checks.Project}}
	if checks.Raw == nil || checks.Project.Len() == 0 {
		a.code = ""
		return
	}
	d := decided{on: a.applied(project.ShowRejected), rejected: map[string][]*model.Fact{},
		coded: map[string][]pane.Passage{}, codes: checks.Project.Codebook(), counts: map[string]map[model.DistrictID]int{}}
	shown := map[string]*model.Report{}
	for _, r := range a.corpus.Reports {
		shown[pane.ReportID(r)] = r
	}
	for _, r := range d.on.Corpus.Reports {
		for _, f := range r.Facts {
			if f.Mark != model.Rejected {
				continue
			}
			if now := shown[pane.ReportID(r)]; now != nil {
				g := *f
				g.Report = now
				d.rejected[pane.ReportID(r)] = append(d.rejected[pane.ReportID(r)], &g)
			}
		}
	}
	for _, c := range d.on.Codings {
		d.coded[pane.ReportID(c.Report)] = append(d.coded[pane.ReportID(c.Report)], pane.Passage{Span: c.Span, Role: a.codeRole(c.Code, d.codes)})
		if c.Type == project.Coding {
			if d.counts[c.Code] == nil {
				d.counts[c.Code] = map[model.DistrictID]int{}
			}
			d.counts[c.Code][c.Report.DistrictID()]++
		}
	}
	a.decided = d
	if !slices.ContainsFunc(d.codes, func(c project.Code) bool { return c.Name == a.code }) {
		a.code = ""
	}
}

// within are the facts in the passages with the code that is filtered for.
func (a *App) within() map[model.Key]bool {
	if d := &a.decided; d.of != a.code || d.within == nil {
		d.of, d.within = a.code, d.on.Within(a.code)
	}
	return a.decided.within
}

// codeRole is the role that shows a code: its own, else that of marks.
func (a *App) codeRole(name string, codes []project.Code) cell.Role {
	for _, c := range codes {
		if i := slices.Index(style.Roles(), c.Colour); c.Name == name && i > 0 {
			return cell.Role(i)
		}
	}
	return style.Marked
}

// withRejected are a district's facts with those that were found wrong, in the
// order of the text.
func (a *App) withRejected(d *model.District, facts []*model.Fact) []*model.Fact {
	all := slices.Clone(facts)
	for _, r := range d.Reports {
		for _, f := range a.decided.rejected[pane.ReportID(r)] {
			at := len(all)
			for i, g := range all {
				if g.Report == f.Report && g.Place.Quote.Start > f.Place.Quote.Start {
					at = i
					break
				}
			}
			all = slices.Insert(all, at, f)
		}
	}
	return all
}

// toggleCode shows only the facts in passages with a code, or all again.
func (a *App) toggleCode(name string) {
	a.change(func() {
		if a.code == name {
			name = ""
		}
		a.code = name
	})
}

// codeCount is how many passages of the districts shown have a code.
func (a *App) codeCount(name string) (n int) {
	for id, count := range a.decided.counts[name] {
		if slices.ContainsFunc(a.order, func(i int) bool { return a.corpus.Districts[i].ID() == id }) {
			n += count
		}
	}
	return n
}
