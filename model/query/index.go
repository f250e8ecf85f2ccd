package query

import (
	"sync"

	"qubi/model"
)

// Index is a corpus made ready to be asked. It answers filters by sets of
// ordinals: themes, kinds and stages have their sets ready; districts are runs
// of ordinals, since ten thousand sets of them would be a gigabyte; conditions
// make theirs when they are asked. It never changes, so it may be asked from any
// goroutine; its search keys are made when they are first needed, see [Index.Warm].
type Index struct {
	*model.Corpus

	facts  []*model.Fact                    // by ordinal: in the order of reports and text
	runs   map[*model.District][]model.Span // ordinals of its facts, a run for each report
	starts map[*model.Report]int            // ordinal of its first fact
	kinds  [model.Metric + 1]factSet
	themes [model.ThemeGovernance + 1]factSet
	stages map[model.Stage]factSet

	terms     termCache
	spare     sync.Pool // of fact sets
	keys      func() *keys
	sentences func() *owned // folded, with the facts they state
	columns   func() *columns
}

// Of is the index of a corpus of the reports.
func Of(reports []*model.Report) *Index { return New(model.NewCorpus(reports)) }

// New makes a corpus ready to be asked.
func New(c *model.Corpus) *Index {
	n := 0
	for _, r := range c.Reports {
		n += len(r.Facts)
	}
	ix := &Index{Corpus: c, facts: make([]*model.Fact, 0, n), stages: map[model.Stage]factSet{model.NoStage: newFactSet(n)},
		runs: make(map[*model.District][]model.Span, len(c.Districts)), starts: make(map[*model.Report]int, len(c.Reports))}
	for i := range ix.kinds {
		ix.kinds[i] = newFactSet(n)
	}
	for i := range ix.themes {
		ix.themes[i] = newFactSet(n)
	}
	for _, s := range model.Stages() {
		ix.stages[s] = newFactSet(n)
	}
	for _, r := range c.Reports {
		ix.add(r)
	}
	ix.keys = sync.OnceValue(func() *keys { return newKeys(ix) })
	ix.columns = sync.OnceValue(func() *columns { return newColumns(ix) })
	ix.sentences = sync.OnceValue(func() *owned { return newSentences(ix) })
	return ix
}

// add takes in the facts of the next report.
func (ix *Index) add(r *model.Report) {
	start := len(ix.facts)
	ix.starts[r] = start
	for _, f := range r.Facts {
		i := len(ix.facts)
		ix.facts = append(ix.facts, f)
		ix.kinds[f.Kind].add(i)
		for _, t := range f.Themes {
			ix.themes[t].add(i)
		}
		if s := ix.stages[f.Stage]; s != nil { // a stage we do not know is in no set
			s.add(i)
		}
	}
	d := ix.District(r.DistrictID())
	ix.runs[d] = append(ix.runs[d], model.Span{Start: start, End: len(ix.facts)})
}

// Select are the facts on view: district by district in the filter's order,
// within one in the order of its reports and their text.
func (ix *Index) Select(f Filter) (out []*model.Fact) {
	ix.with(f, func(set factSet) { out = ix.collect(make([]*model.Fact, 0, set.count()), set, f) })
	return out
}

// InText are the facts on view report by report, in the order of their text. It is asked once of
// an index of a report that is then done with, and borrows no set: a pool that lent one would keep
// index and report until the second collection after.
func (ix *Index) InText(f Filter) (out []*model.Fact) {
	set := newFactSet(len(ix.facts))
	ix.fill(set, f)
	set.each(0, len(ix.facts), func(i int) { out = append(out, ix.facts[i]) })
	return out
}

// Passing tells of facts of the corpus whether they are on view.
func (ix *Index) Passing(f Filter) func(*model.Fact) bool {
	set := newFactSet(len(ix.facts))
	ix.fill(set, f)
	return func(x *model.Fact) bool {
		i := ix.starts[x.Report] + int(x.ID.Fact) - 1
		return i >= 0 && i < len(ix.facts) && ix.facts[i] == x && set.has(i)
	}
}

// collect appends the facts of a set, district by district in the filter's order.
func (ix *Index) collect(out []*model.Fact, set factSet, f Filter) []*model.Fact {
	add := func(i int) { out = append(out, ix.facts[i]) }
	for _, d := range ix.View(f) {
		for _, run := range ix.runs[d] {
			set.each(run.Start, run.End, add)
		}
	}
	return out
}

// Each visits the facts on view in the order of [Index.Select]; j is the
// district's place in [Index.View].
func (ix *Index) Each(f Filter, visit func(j int, x *model.Fact)) {
	ix.with(f, func(set factSet) {
		for j, d := range ix.View(f) {
			for _, run := range ix.runs[d] {
				set.each(run.Start, run.End, func(i int) { visit(j, ix.facts[i]) })
			}
		}
	})
}

// Count is the number of facts on view.
func (ix *Index) Count(f Filter) (n int) {
	ix.with(f, func(set factSet) { n = set.count() })
	return n
}

// Counts is how many facts are on view, in all and per theme. Themes are counted
// under the filter's other dimensions, so that the theme bar tells what a theme
// would show, not only what the chosen ones do.
type Counts struct {
	Total  int
	Themes [model.ThemeGovernance + 1]int // by Theme; [model.NoTheme] is all, whatever the theme
}

// Counts counts the facts per theme.
func (ix *Index) Counts(f Filter) Counts {
	n := Counts{Total: ix.Count(f)}
	f.Themes = nil
	ix.with(f, func(set factSet) {
		n.Themes[model.NoTheme] = set.count()
		for _, t := range model.Themes() {
			n.Themes[t] = set.countBoth(ix.themes[t])
		}
	})
	return n
}

// with lends the facts on view as a set. A key asks for a dozen of them, and
// each of a million facts left to the collector would make it run between keys.
func (ix *Index) with(f Filter, use func(set factSet)) {
	set, again := ix.spare.Get().(*factSet)
	if !again {
		fresh := newFactSet(len(ix.facts))
		set = &fresh
	}
	ix.fill(*set, f)
	use(*set)
	ix.spare.Put(set)
}

// fill makes a set that of the facts on view.
func (ix *Index) fill(set factSet, f Filter) {
	clear(set)
	if len(f.Districts) == 0 {
		set.addRange(0, len(ix.facts)) // thousands of short runs would cost a hundred times that
	} else {
		for _, d := range ix.View(f) {
			for _, run := range ix.runs[d] {
				set.addRange(run.Start, run.End)
			}
		}
	}
	if len(f.Kinds) > 0 {
		set.andAny(setsOf(f.Kinds, func(k model.Kind) factSet { return ix.kinds[k] }))
	}
	switch {
	case f.AllThemes:
		for _, t := range f.Themes {
			set.and(ix.themes[t])
		}
	case len(f.Themes) > 0:
		set.andAny(setsOf(f.Themes, func(t model.Theme) factSet { return ix.themes[t] }))
	}
	if len(f.Stages) > 0 {
		set.andAny(setsOf(f.Stages, func(s model.Stage) factSet { return ix.stages[s] }))
	}
	if f.Marked != nil {
		set.and(ix.markedSet(f.Marked))
	}
	if f.Expr != nil {
		for _, cl := range f.Expr.clauses {
			set.andAny(setsOf(cl, ix.termSet))
		}
	}
}

// setsOf are the sets of the choices that have one.
func setsOf[T any](choices []T, of func(T) factSet) (sets []factSet) {
	for _, v := range choices {
		if s := of(v); s != nil {
			sets = append(sets, s)
		}
	}
	return sets
}

// markedSet is the facts whose keys are given. Only the reports that the keys
// name are looked through.
func (ix *Index) markedSet(marked map[model.Key]bool) factSet {
	set := newFactSet(len(ix.facts))
	sums := map[string]bool{}
	for k, on := range marked {
		if on {
			sums[k.Sum()] = true
		}
	}
	for _, r := range ix.Reports {
		if len(sums) == 0 || !sums[r.TextSum()] {
			continue
		}
		for i, f := range r.Facts {
			if marked[f.Key()] {
				set.add(ix.starts[r] + i)
			}
		}
	}
	return set
}

// termSet is the facts for which one condition holds; read only, since it is
// kept: while a filter stands, every count asks for it again.
func (ix *Index) termSet(t term) factSet {
	name := t.in(model.Chinese)
	if set := ix.terms.get(name); set != nil {
		return set
	}
	var set factSet
	switch t.field {
	case fieldNone:
		set = ix.keys().find(ix, t.word)
	case fieldSentence:
		set = newFactSet(len(ix.facts))
		for _, word := range t.words {
			ix.sentences().find(word, set)
		}
	case fieldYear:
		years, _ := parseYears(t.value) // it was parsed before
		set = ix.columns().within(years)
	case fieldValue:
		all, _ := parseValue(t.value)
		set = ix.columns().holding(all[0])
		for _, v := range all[1:] {
			set.and(ix.columns().holding(v))
		}
	default:
		set = ix.scan(t.test)
	}
	if t.not {
		set.invert(len(ix.facts))
	}
	ix.terms.put(name, set)
	return set
}

// scan asks every fact, on all processors.
func (ix *Index) scan(test func(*model.Fact) bool) factSet {
	set := newFactSet(len(ix.facts))
	parallel(len(ix.facts), func(from, to int) {
		for i := from; i < to; i++ {
			if test(ix.facts[i]) {
				set.add(i)
			}
		}
	})
	return set
}

// termCache keeps the sets of the last conditions.
type termCache struct {
	mu   sync.Mutex
	sets map[string]factSet
}

// termsKept bounds the cache: 64 sets of a million facts are 8 MB.
const termsKept = 64

func (c *termCache) get(name string) factSet {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.sets[name]
}

func (c *termCache) put(name string, set factSet) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.sets == nil || len(c.sets) >= termsKept {
		c.sets = map[string]factSet{}
	}
	c.sets[name] = set
}

// View is the districts a filter puts on view, in its order.
func (ix *Index) View(f Filter) []*model.District {
	if len(f.Districts) == 0 {
		return ix.Districts
	}
	view := make([]*model.District, 0, len(f.Districts))
	for _, id := range f.Districts {
		if d := ix.District(id); d != nil {
			view = append(view, d)
		}
	}
	return view
}
