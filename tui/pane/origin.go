package pane

import "qubi/model"

// origins are the reports, by their month, of facts that stand beside others
// of the same kind and name from other reports: they say why a name stands in
// a list twice.
type origins map[*model.Fact]string

// repeated are the origins of the clusters, parks and projects that more than
// one of the district's reports names. A metric tells its period instead.
func (l *Look) repeated(d *model.District, facts []*model.Fact) origins {
	if len(d.Reports) < 2 {
		return nil
	}
	type name struct {
		kind model.Kind
		key  string
	}
	first, all := map[name]*model.Fact{}, origins{}
	for _, f := range facts {
		id := name{f.Kind, model.Fold(f.Name)}
		switch one := first[id]; {
		case f.Kind == model.Metric:
		case one == nil:
			first[id] = f
		case one.Report != f.Report:
			all[one], all[f] = l.month(one.Report), l.month(f.Report)
		case all[one] != "":
			all[f] = all[one]
		}
	}
	return all
}

// month is when a report was published, to the month.
func (l *Look) month(r *model.Report) string {
	if date := r.Head.Date(); !date.IsZero() {
		return date.Format("2006-01")
	}
	return l.Words.Text("pane.undated")
}
