package model

import (
	"sync"
)

// index answers filters by sets of ordinals. Themes, kinds and stages have
// their sets ready; districts are runs of ordinals, since ten thousand sets of
// them would be a gigabyte; conditions make theirs when they are asked.
type index struct {
	facts  []*Fact // by ordinal: in the order of reports and text
	kinds  [Metric + 1]factSet
	themes [ThemeGovernance + 1]factSet
	stages map[Stage]factSet

	terms termCache
}

func newIndex(reports []*Report, n int) *index {
	ix := &index{facts: make([]*Fact, 0, n), stages: map[Stage]factSet{NoStage: newFactSet(n)}}
	for i := range ix.kinds {
		ix.kinds[i] = newFactSet(n)
	}
	for i := range ix.themes {
		ix.themes[i] = newFactSet(n)
	}
	for _, s := range Stages() {
		ix.stages[s] = newFactSet(n)
	}
	for _, r := range reports {
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
	}
	return ix
}

// Select are the facts on view: district by district in the filter's order,
// within one in the order of its reports and their text.
func (c *Corpus) Select(f Filter) (out []*Fact) {
	c.with(f, func(set factSet) { out = c.collect(make([]*Fact, 0, set.count()), set, f) })
	return out
}

// collect appends the facts of a set, district by district in the filter's order.
func (c *Corpus) collect(out []*Fact, set factSet, f Filter) []*Fact {
	add := func(i int) { out = append(out, c.index.facts[i]) }
	for _, d := range c.View(f) {
		for _, run := range d.runs {
			set.each(run.Start, run.End, add)
		}
	}
	return out
}

// Count is the number of facts on view.
func (c *Corpus) Count(f Filter) (n int) {
	c.with(f, func(set factSet) { n = set.count() })
	return n
}

// Counts is how many facts are on view, in all and per choice. Each
// dimension is counted under the filter's other dimensions, so that the theme
// bar tells what a theme would show, not only what the chosen ones do.
type Counts struct {
	Total  int
	Themes [ThemeGovernance + 1]int // by Theme; [NoTheme] is all, whatever the theme
	Kinds  [Metric + 1]int          // by Kind; [NoKind] is all, whatever the kind
	Stages map[Stage]int
}

// Counts counts the facts per theme, kind and stage.
func (c *Corpus) Counts(f Filter) Counts {
	n := Counts{Stages: map[Stage]int{}}
	n.Total = c.Count(f)
	g := f
	g.Themes = nil
	c.with(g, func(set factSet) {
		n.Themes[NoTheme] = set.count()
		for _, t := range Themes() {
			n.Themes[t] = set.countBoth(c.index.themes[t])
		}
	})
	g = f
	g.Kinds = nil
	c.with(g, func(set factSet) {
		n.Kinds[NoKind] = set.count()
		for _, k := range Kinds() {
			n.Kinds[k] = set.countBoth(c.index.kinds[k])
		}
	})
	g = f
	g.Stages = nil
	c.with(g, func(set factSet) {
		for _, s := range Stages() {
			n.Stages[s] = set.countBoth(c.index.stages[s])
		}
	})
	return n
}

// with lends the facts on view as a set. A key asks for a dozen of them, and
// each of a million facts left to the collector would make it run between keys.
func (c *Corpus) with(f Filter, use func(set factSet)) {
	set, again := c.spare.Get().(*factSet)
	if !again {
		fresh := newFactSet(len(c.index.facts))
		set = &fresh
	}
	c.fill(*set, f)
	use(*set)
	c.spare.Put(set)
}

// fill makes a set that of the facts on view.
func (c *Corpus) fill(set factSet, f Filter) {
	ix := c.index
	clear(set)
	if len(f.Districts) == 0 {
		set.addRange(0, len(ix.facts)) // thousands of short runs would cost a hundred times that
	} else {
		for _, d := range c.View(f) {
			for _, run := range d.runs {
				set.addRange(run.Start, run.End)
			}
		}
	}
	if len(f.Kinds) > 0 {
		set.andAny(setsOf(f.Kinds, func(k Kind) factSet { return ix.kinds[k] }))
	}
	if len(f.Themes) > 0 {
		set.andAny(setsOf(f.Themes, func(t Theme) factSet { return ix.themes[t] }))
	}
	if len(f.Stages) > 0 {
		set.andAny(setsOf(f.Stages, func(s Stage) factSet { return ix.stages[s] }))
	}
	if f.Marked != nil {
		set.and(c.markedSet(f.Marked))
	}
	if f.Expr != nil {
		for _, cl := range f.Expr.clauses {
			set.andAny(setsOf(cl, c.termSet))
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
func (c *Corpus) markedSet(marked map[Key]bool) factSet {
	set := newFactSet(len(c.index.facts))
	sums := map[string]bool{}
	for k, on := range marked {
		if on {
			sums[k.sum()] = true
		}
	}
	for _, r := range c.Reports {
		if len(sums) == 0 || !sums[r.textSum()] {
			continue
		}
		for _, f := range r.Facts {
			if marked[f.Key()] {
				set.add(int(f.ordinal))
			}
		}
	}
	return set
}

// termSet is the facts for which one condition holds; read only, since it is
// kept: while a filter stands, every count asks for it again.
func (c *Corpus) termSet(t term) factSet {
	name := t.String()
	if set := c.index.terms.get(name); set != nil {
		return set
	}
	var set factSet
	switch t.field {
	case fieldNone:
		set = c.keys().find(c.index, t.word)
	case fieldSentence:
		set = newFactSet(len(c.index.facts))
		for _, word := range t.words {
			c.sentences().find(word, set)
		}
	case fieldYear:
		years, _ := parseYears(t.value) // it was parsed before
		set = c.columns().within(years)
	case fieldValue:
		all, _ := parseValue(t.value)
		set = c.columns().holding(all[0])
		for _, v := range all[1:] {
			set.and(c.columns().holding(v))
		}
	default:
		set = c.index.scan(t.test)
	}
	if t.not {
		set.invert(len(c.index.facts))
	}
	c.index.terms.put(name, set)
	return set
}

// scan asks every fact, on all processors.
func (ix *index) scan(test func(*Fact) bool) factSet {
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
