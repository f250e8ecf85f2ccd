// Package compare sets districts side by side: how much each says of a theme,
// what it states of an indicator and whether those numbers may be read together,
// and which clusters, parks and projects are shared. See [Comparison].
//
//	c := compare.Districts(index, query.Filter{})
//	for _, row := range c.Rows() { fmt.Println(row.Name(), row.Verdict()) }
package compare

import (
	"sync"

	"qubi/model"
	"qubi/model/query"
)

// Comparison sets districts side by side. Its tables are made when they are first
// asked for, and kept.
type Comparison struct {
	Corpus    *query.Index
	Filter    query.Filter
	Districts []*model.District // the columns

	// Counts is the table of themes and kinds: a row for all facts, then a row a
	// theme, each followed by its kinds as far as any district has facts of them, then
	// a row a code.
	Counts func() []CountRow
	// Rows is the table of indicators: those that most districts state first, and
	// then in the order of the text.
	Rows func() []*Row
	// Names is the table of what is shared and what is not: clusters, parks and
	// projects that all districts name, then those of some, then those of one.
	Names func() []NameRow
	// Times are what the districts that have several reports state over time. Of each
	// line they hold the numbers achieved, where there are several or a target stands
	// beside them, and its targets; lines whose targets have a result come first.
	Times func() []Timeline
	// Bars are the known indicators that two or more districts state so that they
	// stand in one order, each ranked; those of most districts first.
	Bars func() []Ranking
	// Stages are the districts' projects by stage, each project once, where its
	// newest report that says so has it.
	Stages func() []StageBar

	coded   []Coded
	keys    *Keys
	words   []func() words         // by column
	metrics func() [][]*model.Fact // likewise
}

// Districts compares the districts a filter puts on view, by the facts it lets
// through.
func Districts(c *query.Index, f query.Filter) *Comparison {
	return NewKeys().Districts(c, f)
}

// Districts compares as [Districts] does.
func (k *Keys) Districts(c *query.Index, f query.Filter) *Comparison {
	cmp := &Comparison{Corpus: c, Filter: f, Districts: c.View(f), keys: k}
	cmp.words = wordsOf(cmp.Districts)
	cmp.Counts = sync.OnceValue(cmp.makeCounts)
	cmp.Rows = sync.OnceValue(cmp.makeRows)
	cmp.Names = sync.OnceValue(cmp.makeNames)
	cmp.metrics = sync.OnceValue(cmp.makeMetrics)
	cmp.Times = sync.OnceValue(cmp.makeTimes)
	cmp.Bars = sync.OnceValue(cmp.makeBars)
	cmp.Stages = sync.OnceValue(cmp.makeStages)
	return cmp
}

// columnsByKey walks the facts of all columns with one pass over the filter's
// set, each with what it is compared by.
func (c *Comparison) columnsByKey(visit func(j int, f *model.Fact, k key)) {
	w := walk{keys: c.keys}
	c.Corpus.Each(c.Filter, func(j int, f *model.Fact) { visit(j, f, w.key(f)) })
}
