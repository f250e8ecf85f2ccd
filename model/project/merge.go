package project

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
)

// Conflict is an entry of which two people say different things.
type Conflict struct {
	Kept      Entry
	Overruled Opinion
}

// Merge brings together what two people, or two programs, did to the same
// project: it is theirs with the changes that were made from base to p. Where
// both changed one entry the later opinion is kept and the other stands beside
// it, in the entry and among the conflicts. What one side took away goes, and nothing of what
// the other said.
func (p Project) Merge(base, theirs Project) (Project, []Conflict) {
	out := Project{entries: map[string]Entry{}, strange: slices.Concat(theirs.strange, p.strange)}
	maps.Copy(out.entries, theirs.entries)
	var conflicts []Conflict
	changed := map[string]Entry{}
	maps.Copy(changed, base.entries)
	maps.Copy(changed, p.entries)
	for id := range changed {
		kept, overruled := merged(p.entries[id], base.entries[id], theirs.entries[id])
		if out.entries[id] = kept; kept.ID == "" {
			delete(out.entries, id)
		}
		if overruled != nil {
			conflicts = append(conflicts, Conflict{kept, *overruled})
		}
	}
	slices.SortFunc(conflicts, func(a, b Conflict) int { return compare(a.Kept, b.Kept) })
	return out, conflicts
}

// merged is the entry of one thing that two changed, and the opinion that is overruled, if one
// is; a zero entry was taken away, or never there.
func merged(mine, was, other Entry) (kept Entry, overruled *Opinion) {
	switch {
	case mine.ID == was.ID && mine.same(was):
		return other, nil
	case other.ID == was.ID && other.same(was):
		return mine, nil
	}
	mine, other = mine.without(was, other), other.without(was, mine)
	switch {
	case mine.ID == "":
		return other, nil
	case other.ID == "":
		return mine, nil
	}
	kept = join(mine, other)
	if !mine.agrees(other.Opinion) {
		overruled = &kept.Other[0]
	}
	return kept, overruled
}

// Join is the project with all entries of another, as of two people who worked
// apart.
func (p Project) Join(other Project) (Project, []Conflict) { return p.Merge(Project{}, other) }

// without is the entry without the opinions of before that the other side took back; zero
// where none is left.
func (e Entry) without(before, other Entry) Entry {
	left := slices.DeleteFunc(e.opinions(), func(o Opinion) bool { return before.has(o) && !other.has(o) })
	if len(left) == 0 {
		return Entry{}
	}
	e.Opinion, e.Other = left[0], left[1:]
	return e
}

// opinions are all that people said in an entry.
func (e Entry) opinions() []Opinion {
	if e.ID == "" {
		return nil
	}
	return append([]Opinion{e.Opinion}, e.Other...)
}

// has reports whether an entry holds an opinion.
func (e Entry) has(o Opinion) bool {
	return slices.ContainsFunc(e.opinions(), func(other Opinion) bool { return later(o, other) == 0 })
}

// join is one entry of two with the same ID: the later opinion goes first, and
// none is lost. It does not matter which of the two is named first.
func join(a, b Entry) Entry {
	if cmp.Or(later(a.Opinion, b.Opinion), cmp.Compare(a.Place.Report, b.Place.Report)) > 0 {
		a, b = b, a
	}
	opinions := []Opinion{a.Opinion, b.Opinion}
	opinions = append(append(opinions, a.Other...), b.Other...)
	slices.SortFunc(opinions, later)
	opinions = slices.CompactFunc(opinions, Opinion.agrees)
	extra := map[string]json.RawMessage{}
	maps.Copy(extra, b.extra)
	maps.Copy(extra, a.extra)
	a.Opinion, a.Other, a.extra = opinions[0], opinions[1:], extra
	return a
}

// later orders opinions, the latest first; equal ones are the same.
func later(a, b Opinion) int {
	return cmp.Or(
		cmp.Compare(b.When, a.When),
		cmp.Compare(b.By, a.By),
		cmp.Compare(b.Verdict, a.Verdict),
		cmp.Compare(b.Text, a.Text),
		cmp.Compare(b.Set.Text(), a.Set.Text()))
}
