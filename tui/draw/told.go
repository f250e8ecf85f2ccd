package draw

import (
	"cmp"
	"slices"
	"strconv"

	"qubi/model"
	"qubi/model/compare"
)

// A thing may be told more than once in a pane: by two reports of a district,
// or as a park and as a project. Rows that would say the same become one, with
// how often it is told (×2); rows of one name that say different things stand
// together, each with its report's date. The evidence lists all places.

// Telling is one row's facts: the newest report's first.
type Telling []*model.Fact

// Notes are what is said beside a fact because it is told more than once.
type Notes map[*model.Fact]note

// note is what is said beside a fact, and what its row tells of it from other
// places.
type note struct {
	said   string
	stages []model.Stage // where there are several
	tier   string        // where the fact has none
}

// Subject is what a row is about: rows of one subject are told apart by their
// reports.
type Subject struct {
	kind         model.Kind
	name, period string
}

// SubjectOf is what a fact is about: facts that have it in common tell of one thing.
func SubjectOf(f *model.Fact) Subject {
	if f.Kind != model.Metric {
		return Subject{kind: f.Kind, name: compare.NameKey(f)}
	}
	return Subject{f.Kind, model.Fold(f.Name), f.Period.Label}
}

// NotesOn says beside each row what tells it from others: how often it is told,
// of which date its report is where other reports speak of its subject in rows
// of their own, and that a project is a park as well.
func (l *Look) NotesOn(kinds [5][]Telling) Notes {
	all := Notes{}
	for _, rows := range kinds {
		for i := 0; i < len(rows); {
			n := 1
			for i+n < len(rows) && SubjectOf(rows[i+n][0]) == SubjectOf(rows[i][0]) {
				n++
			}
			l.noteGroup(rows[i:i+n], all)
			i += n
		}
	}
	l.noteTwins(kinds, all)
	return all
}

// noteGroup notes the rows of one subject.
func (l *Look) noteGroup(rows []Telling, all Notes) {
	dates := l.dates(rows)
	for i, r := range rows {
		times := ""
		if len(r) > 1 {
			times = l.Glyphs.Times + strconv.Itoa(len(r))
		}
		n := note{said: joined([]string{dates[i], times}), stages: StagesOf(r)}
		for _, f := range r {
			n.tier = cmp.Or(n.tier, f.Tier)
		}
		if len(r) > 1 || n.said != "" {
			for _, f := range r {
				all[f] = n
			}
		}
	}
}

// StageOrder is the order in which stages are told: what is before what is to be.
func StageOrder() []model.Stage {
	return []model.Stage{model.Achieved, model.Existing, model.Target, model.Done, model.Building, model.Signed, model.Planned}
}

// StagesOf are the stages that a row tells, where there are several.
func StagesOf(told Telling) []model.Stage {
	if all := stagesAt(told); len(all) > 1 {
		return all
	}
	return nil
}

// stagesAt are the stages at which facts tell a thing, in their order.
func stagesAt(facts []*model.Fact) []model.Stage {
	return slices.DeleteFunc(StageOrder(), func(s model.Stage) bool {
		return !slices.ContainsFunc(facts, func(f *model.Fact) bool { return f.Stage == s })
	})
}

// dates are the dates of the rows' reports, empty where one report tells all:
// months, or days where months do not tell the reports apart.
func (l *Look) dates(rows []Telling) []string {
	dates := make([]string, len(rows))
	for _, form := range []string{"2006-01", "2006-01-02"} {
		of, apart := map[string]*model.Report{}, true
		for i, r := range rows {
			dates[i] = l.Dated(r[0].Report, form)
			if other := of[dates[i]]; other != nil && other != r[0].Report {
				apart = false
			}
			of[dates[i]] = r[0].Report
		}
		if len(of) == 1 && apart {
			return make([]string, len(rows))
		}
		if apart {
			break
		}
	}
	return dates
}

// noteTwins says of projects that they are parks as well.
func (l *Look) noteTwins(kinds [5][]Telling, all Notes) {
	parks := map[string]bool{}
	for _, r := range kinds[model.Park] {
		parks[model.Fold(r[0].Name)] = true
	}
	for _, r := range kinds[model.Project] {
		if parks[model.Fold(r[0].Name)] {
			for _, f := range r {
				n := all[f]
				n.said = joined([]string{l.Words.Text("told.park"), n.said})
				all[f] = n
			}
		}
	}
}

// Dated is when a report was published, as the exports date it; where its text does
// not say, the day of what it tells of.
func (l *Look) Dated(r *model.Report, form string) string {
	date := r.Head.Published
	if date.IsZero() {
		date = r.Head.Event
	}
	if !date.IsZero() {
		return date.Format(form)
	}
	return l.Words.Text("pane.undated")
}
