package compare

import (
	"sync"

	"qubi/model"
)

// Keys are what facts are compared by. Making them takes longer than comparing
// does, so that who compares the same facts again and again, by other filters,
// keeps them: about 200 bytes a fact. Comparisons in several goroutines may share
// them.
type Keys struct {
	mu      sync.Mutex
	reports map[*model.Report][]key // of their facts
	told    map[Telling]int32
	rows    map[rowID]int32
	names   map[thing]string    // of names as they are written: many come again
	classes map[string][]string // of industries, see [classesOf]
}

// key is what one fact is compared by.
type key struct {
	told  int32  // number of what it tells, see [Told]
	row   int32  // of a metric, number of the row it stands in
	chars int32  // of its sentence
	own   bool   // a generic name, which means another place in each district
	name  string // of a thing, see [NameKey]; of a metric its indicator, folded
	kin   string // of a metric, its indicator without the word for growth
}

// NewKeys are no keys yet: they are made as facts are compared.
func NewKeys() *Keys {
	return &Keys{reports: map[*model.Report][]key{}, told: map[Telling]int32{}, rows: map[rowID]int32{},
		names: map[thing]string{}, classes: map[string][]string{}}
}

// of are the keys of a report's facts.
func (k *Keys) of(r *model.Report) []key {
	k.mu.Lock()
	defer k.mu.Unlock()
	made, known := k.reports[r]
	if !known {
		made = model.Map(r.Facts, k.make)
		k.reports[r] = made
	}
	return made
}

// classesOf are the classes of an industry, looked for once.
func (k *Keys) classesOf(industry string) []string {
	k.mu.Lock()
	defer k.mu.Unlock()
	all, known := k.classes[industry]
	if !known {
		all = classesOf(industry)
		k.classes[industry] = all
	}
	return all
}

// walk gives the keys of facts that come in the order of their reports.
type walk struct {
	keys   *Keys
	report *model.Report
	of     []key
	at     int
}

func (w *walk) key(f *model.Fact) key {
	if f.Report != w.report {
		w.report, w.of, w.at = f.Report, w.keys.of(f.Report), 0
	}
	for w.report.Facts[w.at] != f {
		w.at++
	}
	return w.of[w.at]
}

func (k *Keys) make(f *model.Fact) key {
	made := key{chars: int32(model.CountChars(f.Sentence()))}
	if f.Kind == model.Metric {
		made.name = indicatorKey(f)
		made.kin = model.WithoutGrowth(made.name)
		made.row = number(k.rows, rowID{made.name, dimension(f.Quantity.BaseUnit)})
		made.told = number(k.told, Told(f))
		return made
	}
	written := thing{f.Kind, f.Name}
	name, known := k.names[written]
	if !known {
		name = NameKey(f)
		k.names[written] = name
	}
	made.name, made.own = name, f.Kind != model.Cluster && generic(name)
	made.told = number(k.told, Telling{kind: f.Kind, name: name})
	return made
}

// number is the number of what is met, the next one where it is met first.
func number[K comparable](all map[K]int32, met K) int32 {
	n, known := all[met]
	if !known {
		n = int32(len(all))
		all[met] = n
	}
	return n
}
