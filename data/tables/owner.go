package tables

import (
	"cmp"
	"maps"
	"slices"
)

// owner is the column of values that a column of growths belongs to.
type owner struct {
	col   int  // -1 where there are no values that it could belong to
	known bool // false where it is not plain which one it is
}

// setOwners finds whose the columns of growths are. The heads say it, whatever is
// filled in: the growth of a value that is not told is not that of its neighbour.
func (l *layout) setOwners() {
	l.owners = map[int]owner{}
	cols := slices.Sorted(maps.Keys(l.columns))
	before := -1 // column of the growth before
	for _, g := range cols {
		if l.columns[g].role != growthColumn {
			continue
		}
		values := slices.DeleteFunc(slices.Clone(cols), func(v int) bool { return !l.mayOwn(v, g) })
		if l.keyed {
			l.owners[g] = l.named(values, g)
		} else {
			l.owners[g] = l.ownerAmong(values, before, g)
		}
		before = g
	}
}

// mayOwn reports whether a column holds values of the same place, year and plan
// as a column of growths, and of the indicator that its head names.
func (l *layout) mayOwn(v, g int) bool {
	value, growth := l.columns[v], l.columns[g]
	levels := value.role == valueColumn || l.keyed && value.role == "" && v > l.keys.col
	return levels && value.place == growth.place && (growth.of == "" || value.of == growth.of) && value.plan == growth.plan && (growth.year == "" || value.year == growth.year) &&
		(!l.keyed || growth.name == "" && v < g || growth.name != "" && growth.name == value.name)
}

// named is, where the heads name the indicators, the column that names the same as a
// growth, else the one before it.
func (l *layout) named(values []int, g int) owner {
	if len(values) == 0 {
		return owner{-1, true}
	}
	last := values[len(values)-1]
	years := slices.DeleteFunc(values, func(v int) bool { return l.columns[v].name != l.columns[last].name })
	switch latest := l.latest(years); {
	case len(years) == 1:
		return owner{last, true}
	case latest.col == g-1: // right behind the later of them
		return latest
	}
	return owner{-1, false}
}

// ownerAmong is the only column, the one that stands alone before a growth, the first of its
// year, or the latest; right behind a plan it is how much that one plans.
func (l *layout) ownerAmong(values []int, before, g int) owner {
	switch plan := l.columns[g-1]; {
	case plan.role == valueColumn && plan.plan && !l.columns[g].plan && l.columns[g].year == "":
		return owner{g - 1, true}
	case len(values) == 0: // what stands before it may name what grew
		return owner{-1, plan.role != doubtColumn && (plan.role != "" || plan.name == "")}
	case len(values) == 1, l.columns[g].year != "":
		return owner{values[0], true}
	}
	near := slices.DeleteFunc(slices.Clone(values), func(v int) bool { return v < before || v > g })
	if len(near) == 1 {
		return owner{near[0], true}
	}
	if before >= 0 || l.growths() > 1 {
		return owner{-1, false}
	}
	return l.latest(values)
}

// growths counts the columns of growths.
func (l *layout) growths() (n int) {
	for _, c := range l.columns {
		if c.role == growthColumn {
			n++
		}
	}
	return n
}

// latest is the column of the latest year, none where the years do not say.
func (l *layout) latest(values []int) owner {
	last := values[0]
	for i, v := range values {
		year, best := cmp.Or(l.columns[v].year, l.year), cmp.Or(l.columns[last].year, l.year)
		switch {
		case year == "" || i > 0 && year == best || len(year) != len(best):
			return owner{-1, false}
		case year > best:
			last = v
		}
	}
	return owner{last, true}
}
