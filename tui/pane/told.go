package pane

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

// telling is one row's facts: the newest report's first.
type telling []*model.Fact

// notes are what is said beside a fact because it is told more than once.
type notes map[*model.Fact]note

// note is what is said beside a fact, and what its row tells of it from other
// places.
type note struct {
	said   string
	stages []model.Stage // where there are several
	tier   string        // where the fact has none
}

// words are all that a row shows of a fact.
type words struct {
	kind                                                                model.Kind
	name, number, unit, bound, period, change, rank, stage, tier, group string
}

// wordsOf are the words of a fact's row, the name folded.
func wordsOf(f *model.Fact) words {
	w := words{kind: f.Kind, name: model.Fold(f.Name), period: f.Period.Label, change: f.Change, rank: f.Rank,
		stage: string(f.Stage), tier: f.Tier, group: f.Group}
	if f.HasValue {
		w.number, w.unit, w.bound = f.Quantity.Value.String(), f.Quantity.Unit, string(f.Quantity.Bound)
	}
	return w
}

// subject is what a row is about: rows of one subject are told apart by their
// reports.
type subject struct {
	kind         model.Kind
	name, period string
}

func subjectOf(f *model.Fact) subject {
	if f.Kind != model.Metric {
		return subject{kind: f.Kind, name: compare.NameKey(f)}
	}
	return subject{f.Kind, model.Fold(f.Name), f.Period.Label}
}

// fits reports whether two tellings of one thing are of the same, at two stages or
// one told with less than the other; of numbers none are.
func (w words) fits(v words) bool {
	if w.kind == model.Metric || w.kind != v.kind {
		return false
	}
	for _, both := range [][2]string{{w.number + w.unit + w.bound, v.number + v.unit + v.bound}, {w.period, v.period}, {w.change, v.change},
		{w.rank, v.rank}, {w.tier, v.tier}, {w.group, v.group}} {
		if both[0] != both[1] && both[0] != "" && both[1] != "" {
			return false
		}
	}
	return true
}

// tellings puts facts of one kind into rows, in the order in which their
// subjects first come.
func tellings(facts []*model.Fact) []telling {
	var rows []telling
	of := map[subject][]int{} // the rows of a subject
	saying := map[words]int{} // the row that says the words
	for _, f := range facts {
		w, id := wordsOf(f), subjectOf(f)
		i, told := saying[w]
		for k := 0; !told && k < len(of[id]); k++ {
			i = of[id][k]
			told = !slices.ContainsFunc(rows[i], func(g *model.Fact) bool { return !wordsOf(g).fits(w) })
		}
		if told {
			rows[i], saying[w] = append(rows[i], f), i
			continue
		}
		saying[w] = len(rows)
		of[id] = append(of[id], len(rows))
		rows = append(rows, telling{f})
	}
	for i := range rows {
		newestFirst(rows[i])
	}
	return together(rows, of)
}

// newestFirst orders facts by the dates of their reports; facts of one date
// keep their order.
func newestFirst(t telling) {
	slices.SortStableFunc(t, func(a, b *model.Fact) int { return b.Report.Head.Date().Compare(a.Report.Head.Date()) })
}

// together brings the rows of one subject behind its first, newest report
// first.
func together(rows []telling, of map[subject][]int) []telling {
	if len(of) == len(rows) {
		return rows
	}
	out := make([]telling, 0, len(rows))
	for i, r := range rows {
		same := of[subjectOf(r[0])]
		if same[0] != i {
			continue
		}
		group := make([]telling, len(same))
		for k, j := range same {
			group[k] = rows[j]
		}
		slices.SortStableFunc(group, func(a, b telling) int { return b[0].Report.Head.Date().Compare(a[0].Report.Head.Date()) })
		out = append(out, group...)
	}
	return out
}

// notesOn says beside each row what tells it from others: how often it is told,
// of which date its report is where other reports speak of its subject in rows
// of their own, and that a project is a park as well.
func (l *Look) notesOn(kinds [5][]telling) notes {
	all := notes{}
	for _, rows := range kinds {
		for i := 0; i < len(rows); {
			n := 1
			for i+n < len(rows) && subjectOf(rows[i+n][0]) == subjectOf(rows[i][0]) {
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
func (l *Look) noteGroup(rows []telling, all notes) {
	dates := l.dates(rows)
	for i, r := range rows {
		times := ""
		if len(r) > 1 {
			times = l.Glyphs.Times + strconv.Itoa(len(r))
		}
		n := note{said: joined([]string{dates[i], times}), stages: stagesOf(r)}
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

// stageOrder is the order in which stages are told: what is before what is to be.
func stageOrder() []model.Stage {
	return []model.Stage{model.Achieved, model.Existing, model.Target, model.Done, model.Building, model.Signed, model.Planned}
}

// stagesOf are the stages that a row tells, where there are several.
func stagesOf(told telling) (all []model.Stage) {
	for _, s := range stageOrder() {
		if slices.ContainsFunc(told, func(f *model.Fact) bool { return f.Stage == s }) {
			all = append(all, s)
		}
	}
	if len(all) < 2 {
		return nil
	}
	return all
}

// dates are the dates of the rows' reports, empty where one report tells all:
// months, or days where months do not tell the reports apart.
func (l *Look) dates(rows []telling) []string {
	dates := make([]string, len(rows))
	for _, form := range []string{"2006-01", "2006-01-02"} {
		of, apart := map[string]*model.Report{}, true
		for i, r := range rows {
			dates[i] = l.dated(r[0].Report, form)
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
func (l *Look) noteTwins(kinds [5][]telling, all notes) {
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

// dated is when a report was published.
func (l *Look) dated(r *model.Report, form string) string {
	if date := r.Head.Date(); !date.IsZero() {
		return date.Format(form)
	}
	return l.Words.Text("pane.undated")
}
