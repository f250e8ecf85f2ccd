package compare

import (
	"cmp"
	"iter"
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
