package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/compare"
)

// How the ranking of a row of counts is named: 主题:产业 类:集群, as in a filter.
const (
	ofTheme = "主题:"
	ofKind  = "类:"
	ofCode  = "编码:"
	ofAll   = "全部"
)

// RankingOf names a row of counts for [View.Of].
func RankingOf(r compare.CountRow) string {
	if r.Code != "" {
		return ofCode + r.Code
	}
	theme := ofAll
	if r.Theme != model.NoTheme {
		theme = r.Theme.Word(model.Chinese)
	}
	if r.Kind == model.NoKind {
		return ofTheme + theme
	}
	return ofTheme + theme + " " + ofKind + r.Kind.Word(model.Chinese)
}

// ranking sets the districts in order by one row of the comparison.
func (v View) ranking() (listing, error) {
	if v.ofCounts() {
		return v.countRanking()
	}
	ranked, err := v.rankedRow()
	l := listing{noted: "words", columns: headings(v.Lang, slices.Concat([]string{"#place"}, districtColumns[:], numberColumns[:], []string{">apart"})...), rows: func(func(listed) bool) {}}
	if err != nil || ranked.Name == "" {
		return l, err
	}
	l.title = ranked.Name
	for _, reason := range ranked.Reasons {
		l.title += " !" + reason.Word(v.Lang)
	}
	named := v.namer()
	standing := func(e compare.Entry, apart string) []string {
		return slices.Concat([]string{placeWord(e)}, named(e.District), v.figures(e.Fact()), []string{apart})
	}
	inOrder := made(slices.Values(ranked.Entries), func(e compare.Entry) listed { return listed{"", standing(e, ""), e.Facts} })
	apart := parts(ranked.Apart, func(a compare.Apart) []listed {
		return model.Map(a.Entries, func(e compare.Entry) listed {
			return listed{phrase(v.Lang, "ranking.apart", a.Reason.Word(v.Lang)), standing(e, a.Reason.String()), e.Facts}
		})
	})
	silent := made(slices.Values(ranked.Silent), func(d *model.District) listed {
		return listed{phrase(v.Lang, "ranking.silent"), slices.Concat([]string{""}, named(d), v.figures(nil), []string{"silent"}), nil}
	})
	l.rows = after(inOrder, apart, silent)
	return l, nil
}

// rankedRow is the ranking by the row of indicators that the view names, or the
// first; without a name where there is no row at all.
func (v View) rankedRow() (compare.Ranking, error) {
	compared := v.compare()
	rows := compared.Rows()
	i := slices.IndexFunc(rows, func(r *compare.Row) bool { return v.Of == "" || r.Name() == v.Of })
	if i < 0 {
		i = slices.IndexFunc(rows, func(r *compare.Row) bool { return r.Indicator == v.Of })
	}
	switch {
	case i < 0 && v.Of != "":
		return compare.Ranking{}, &NoRow{"row", v.Of, rowsLike(rows, v.Of)}
	case i < 0:
		return compare.Ranking{}, nil
	}
	ranked := compared.Rank(rows[i])
	ranked.Name = rows[i].Name()
	return ranked, nil
}

// ranked is the ranking on view, of a row of indicators or of counts.
func (v View) ranked() (compare.Ranking, bool) {
	if v.ofCounts() {
		row, err := v.countRow()
		return v.compare().RankRow(row), err == nil
	}
	r, err := v.rankedRow()
	return r, err == nil && r.Name != ""
}

// ofCounts reports whether the ranking is of a row of counts.
func (v View) ofCounts() bool {
	return strings.HasPrefix(v.Of, ofTheme) || strings.HasPrefix(v.Of, ofKind) || strings.HasPrefix(v.Of, ofCode)
}

// countRow is the row of counts that the view names; the error is a *NoRow.
func (v View) countRow() (r compare.CountRow, err error) {
	if code, is := strings.CutPrefix(v.Of, ofCode); is {
		r.Code = code
		return r, among("code", code, v.codes())
	}
	for _, word := range strings.Fields(v.Of) {
		if name, isTheme := strings.CutPrefix(word, ofTheme); isTheme {
			r.Theme = model.ParseTheme(name)
			err = among("theme", name, append(labels(model.Themes(), model.Theme.Word), ofAll))
		} else {
			name, _ = strings.CutPrefix(word, ofKind)
			kinds := labels(model.Kinds(), model.Kind.Word)
			if err = among("kind", name, kinds); err == nil {
				r.Kind = model.Kinds()[slices.Index(kinds, name)]
			}
		}
		if err != nil {
			return r, err
		}
	}
	return r, nil
}

// codes are those that passages on view have.
func (v View) codes() (all []string) {
	for _, r := range v.compare().Counts() {
		if r.Code != "" {
			all = append(all, r.Code)
		}
	}
	return all
}

// among is nil where a name is one of those that there are, else a *NoRow.
func among(what, name string, known []string) error {
	if slices.Contains(known, name) {
		return nil
	}
	return &NoRow{what, name, known}
}

// placeWord is an entry's place, "" where it stands apart from the order.
func placeWord(e compare.Entry) string {
	if e.Place == 0 {
		return ""
	}
	return strconv.Itoa(e.Place)
}

// countRanking sets the districts in order by how much they say.
func (v View) countRanking() (listing, error) {
	row, err := v.countRow()
	if err != nil {
		return listing{}, err
	}
	ranked := v.compare().RankRow(row)
	title := cmp.Or(row.Word(v.Lang), phrase(v.Lang, "ranking.all"))
	if row.Kind != model.NoKind {
		title += " " + row.Kind.Word(v.Lang)
	}
	named := v.namer()
	return listing{title: title, columns: headings(v.Lang, slices.Concat([]string{"#place"}, districtColumns[:], []string{"#count"})...),
		rows: made(slices.Values(ranked.Entries), func(e compare.Entry) listed {
			return listed{"", slices.Concat([]string{placeWord(e)}, named(e.District), []string{e.Value.String()}), nil}
		})}, nil
}

// NoRow says that there is nothing of a name to rank by.
type NoRow struct {
	What string   // row, theme, kind or code
	Of   string   // the name that was asked for
	Like []string // names that there are; of rows, those that have a part of it
}

// Error is the English sentence.
func (e *NoRow) Error() string { return e.Message(model.English) }

// Message is the sentence in the language.
func (e *NoRow) Message(l model.Lang) string {
	text := phrase(l, "norow."+e.What, e.Of)
	if len(e.Like) > 0 {
		text += phrase(l, "norow.like", strings.Join(e.Like, l.Pick("、", ", ")))
	}
	return text
}

// rowsLike are the names of some rows that share characters with a name, or of
// the first rows.
func rowsLike(rows []*compare.Row, of string) (like []string) {
	const most = 8
	for _, r := range rows {
		if strings.ContainsAny(r.Name(), of) && len(like) < most {
			like = append(like, r.Name())
		}
	}
	for _, r := range rows[:min(most, len(rows))] {
		if len(like) == 0 || len(like) < most && like[0] == rows[0].Name() && !slices.Contains(like, r.Name()) {
			like = append(like, r.Name())
		}
	}
	return like
}
