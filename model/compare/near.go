package compare

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"qubi/model"
)

// nearRows are the classes in which two or more districts name clusters that do
// not go by one name, the narrowest first: each with what every district has in
// it. A class that holds the same clusters as a narrower one is left out.
func nearRows(rows []NameRow) (near []NameRow) {
	in := map[string][]int{} // the clusters of a class, by their place among the rows
	for i, r := range rows {
		if r.Kind != model.Cluster {
			continue
		}
		for _, code := range r.cmp.keys.classesOf(r.key) {
			in[code] = append(in[code], i)
		}
	}
	var taken [][]int
	for _, c := range industryWords().classes {
		members := in[c.code]
		if len(members) < 2 || slices.ContainsFunc(taken, func(t []int) bool { return slices.Equal(t, members) }) {
			continue
		}
		row := NameRow{Kind: model.Cluster, Name: c.name, Class: c.code, cmp: rows[0].cmp}
		own := map[int][]*model.Fact{}
		for _, i := range members {
			row.members = append(row.members, rows[i].key)
			for j, facts := range rows[i].cells.all() {
				own[j] = append(own[j], facts...)
			}
		}
		for _, j := range slices.Sorted(maps.Keys(own)) {
			for _, f := range slices.SortedStableFunc(slices.Values(own[j]), byNewest) {
				row.cells.add(j, f)
			}
		}
		if row.In = row.cells.len(); row.In < 2 {
			continue
		}
		taken, near = append(taken, members), append(near, row)
	}
	return near
}

// NewestFirst orders facts by the dates of their reports.
func NewestFirst(a, b *model.Fact) int { return b.Report.Head.Date().Compare(a.Report.Head.Date()) }

// byNewest orders facts of one district by their reports, the newest first, and
// those of one report as the text tells them.
func byNewest(a, b *model.Fact) int {
	return cmp.Or(NewestFirst(a, b), strings.Compare(a.Report.File, b.Report.File), a.Place.Quote.Start-b.Place.Quote.Start)
}

// meetNear puts the classes in which clusters are near each other among the
// rows; a cluster that one district alone names stands in its class then, not in
// a row of its own.
func meetNear(rows []NameRow) []NameRow {
	near := nearRows(rows)
	met := map[string]bool{}
	for _, r := range near {
		for _, key := range r.members {
			met[key] = true
		}
	}
	rows = slices.DeleteFunc(rows, func(r NameRow) bool { return r.Kind == model.Cluster && r.In == 1 && met[r.key] })
	return append(rows, near...)
}

// Members are the names by which the district in column j has a part in a class,
// each with its facts; the thing itself where the row is no class.
func (r NameRow) Members(j int) (all [][]*model.Fact) {
	at := map[string]int{}
	for _, f := range r.cells.in(j) {
		i, known := at[NameKey(f)]
		if !known {
			i = len(all)
			at[NameKey(f)] = i
			all = append(all, nil)
		}
		all[i] = append(all[i], f)
	}
	return all
}
