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
// it, in the entry and among the conflicts; one that was taken away on one side
// and changed on the other stays.
func (p Project) Merge(base, theirs Project) (Project, []Conflict) {
	out := Project{entries: map[string]Entry{}, strange: slices.Concat(theirs.strange, p.strange)}
	maps.Copy(out.entries, theirs.entries)
	var conflicts []Conflict
	for id, mine := range p.entries {
		was, had := base.entries[id]
		if had && mine.same(was) {
			continue
		}
		other, there := theirs.entries[id]
		switch {
		case !there || had && other.same(was):
			out.entries[id] = mine
		default:
			kept := join(mine, other)
			out.entries[id] = kept
			if !mine.agrees(other.Opinion) {
				conflicts = append(conflicts, Conflict{kept, kept.Other[0]})
			}
		}
	}
	for id, was := range base.entries {
		_, mine := p.entries[id]
		if other, there := theirs.entries[id]; !mine && there && other.same(was) {
			delete(out.entries, id)
		}
	}
	slices.SortFunc(conflicts, func(a, b Conflict) int { return compare(a.Kept, b.Kept) })
	return out, conflicts
}

// Join is the project with all entries of another, as of two people who worked
// apart.
func (p Project) Join(other Project) (Project, []Conflict) { return p.Merge(Project{}, other) }

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
