package compare

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"qubi/model"
)

// NameRow is a cluster, park or project, with the facts by which each district
// names it.
type NameRow struct {
	Kind model.Kind
	Name string // as first written
	In   int    // how many districts name it

	// Class is the code of the class of industries that the row stands for, in
	// which districts name clusters that are near each other, not the same: 4.1 of
	// the classification of strategic emerging industries, C27 of GB/T 4754. "" for
	// a thing.
	Class string

	cmp     *Comparison
	key     string
	own     bool     // a generic name, which means another place in each district
	members []string // of a class, the keys of its clusters
	cells   sparse
}

// Title is the name, of a class with the level at which its clusters meet.
func (r NameRow) Title() string {
	if r.Class == "" {
		return r.Name
	}
	scheme := "GB/T 4754 "
	if r.Class[0] <= '9' {
		scheme = "战略性新兴产业 "
	}
	return r.Name + "(" + scheme + r.Class + ")"
}

// Facts are the facts by which the district in column j names it, the newest
// report's first; none where it does not.
func (r NameRow) Facts(j int) []*model.Fact { return r.cells.in(j) }

// All are the columns that name it, from the left, with their facts.
func (r NameRow) All() iter.Seq2[int, []*model.Fact] { return r.cells.all() }

// Sharing is whether all, some or one of the districts name a thing.
type Sharing uint8

// The cases; with one district on view everything is [InOne].
const (
	InAll Sharing = iota
	InSome
	InNear // a class of industries in which several have something, none the same
	InOne
)

// String is the case's stable key, for exports.
func (s Sharing) String() string { return [...]string{"all", "some", "near", "one"}[s] }

// Word names the case: 共有, 部分共有, 相近, 独有.
func (s Sharing) Word(l model.Lang) string { return model.Word("sharing", s.String(), l) }

// Sharing is the row's case.
func (r NameRow) Sharing() Sharing {
	switch {
	case r.Class != "":
		return InNear
	case r.In == 1:
		return InOne
	case r.In == len(r.cmp.Districts):
		return InAll
	}
	return InSome
}

// State says whether the district in column j names the thing, or why it is
// not shown to.
func (r NameRow) State(j int) CellState {
	if len(r.cells.in(j)) > 0 {
		return Stated
	}
	name := model.Fold(r.Name)
	switch {
	case r.own:
		return Unmentioned // one of that name would be another
	case r.Class != "":
		things := r.cmp.words[j]().things
		if slices.ContainsFunc(r.members, func(key string) bool { return things[thing{r.Kind, key}] }) {
			return FilteredOut
		}
		return Unmentioned
	case r.cmp.words[j]().things[thing{r.Kind, r.key}]:
		return FilteredOut
	case slices.ContainsFunc(r.cmp.Districts[j].Reports, func(rep *model.Report) bool {
		return strings.Contains(rep.Folded(), r.key) || strings.Contains(rep.Folded(), name)
	}):
		return WordOnly
	}
	return Unmentioned
}

func (c *Comparison) makeNames() []NameRow {
	type rowID struct {
		told   int32
		column int // of a generic name
	}
	at := map[rowID]int{}
	var rows []NameRow
	c.columnsByKey(func(j int, f *model.Fact, k key) {
		if f.Kind == model.Metric {
			return
		}
		id := rowID{told: k.told}
		if k.own {
			id.column = j + 1
		}
		i, known := at[id]
		if !known {
			i = len(rows)
			at[id] = i
			rows = append(rows, NameRow{Kind: f.Kind, Name: f.Name, cmp: c, key: k.name, own: k.own})
		}
		rows[i].cells.add(j, f)
	})
	for i := range rows {
		rows[i].In = rows[i].cells.len()
		for _, facts := range rows[i].cells.all() {
			slices.SortStableFunc(facts, NewestFirst)
		}
	}
	rows = meetNear(rows)
	slices.SortStableFunc(rows, func(a, b NameRow) int {
		return cmp.Or(cmp.Compare(a.Sharing(), b.Sharing()), b.In-a.In, cmp.Compare(a.Kind, b.Kind))
	})
	return rows
}

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
