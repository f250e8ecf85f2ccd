package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// making is an index in the making.
type making struct {
	index
	words []string // the first is none
	draft *Draft   // of ahead
}

// makeIndex is the index of the words of a file, and of those of the tables.
func makeIndex(file string) (*index, error) {
	x := &making{words: make([]string, 1, 1<<15), draft: newDraft(1<<15, newCodes(), false)}
	x.sets, x.setOf = make([]Features, 1), make([]uint16, 1, 1<<15)
	if err := x.read(file); err != nil {
		return nil, err
	}
	x.readTables()
	x.letters, x.starts = strings.Join(x.words, ""), make([]uint32, 1, len(x.words)+1)
	for _, w := range x.words {
		x.starts = append(x.starts, x.starts[len(x.starts)-1]+uint32(len(w)))
	}
	x.having = newByFeature(len(x.sets))
	for i := range x.sets {
		for f := range x.sets[i].all() {
			x.having.set(f, int32(i))
		}
	}
	sizes := x.sizes()
	x.list(sizes)
	x.behind = newFirstTwo(sizes)
	sizes[None] = len(x.words) // of every word
	x.front = newFirstTwo(sizes)
	x.begins = newByFeature(int(x.draft.given) + 1)
	x.ends = make([]Features, x.draft.given+1)
	var back sync.WaitGroup
	back.Go(func() {
		draft := newDraft(1<<15, x.draft.codes, true)
		for i, w := range x.words[1:] {
			*draft.Enter(w) = int32(i + 1)
		}
		x.back = *x.side(draft, func(first, second int32, parts *Features) {
			x.ends[first].join(parts)
			for f := range parts.all() {
				x.behind.set(f, first, second)
			}
		})
	})
	x.ahead = *x.side(x.draft, func(first, second int32, parts *Features) {
		for f := range parts.all() {
			x.begins.set(f, first)
			x.front.set(f, first, second)
		}
		x.front.set(None, first, second)
	})
	back.Wait()
	return &x.index, nil
}

// side is the lexicon from one end of its words. It tells of each what codes its first two runes
// from this end have, the second 0 where there is none, and what parts it plays.
func (x *making) side(d *Draft, tell func(first, second int32, parts *Features)) *Trie {
	for i, w := range x.words[1:] {
		r, n := runeFrom(w, 0, d.backward)
		second := int32(0)
		if n < len(w) {
			next, _ := runeFrom(w, n, d.backward)
			second = d.code(next)
		}
		tell(d.code(r), second, &x.sets[x.setOf[i+1]])
	}
	s := d.Trie()
	for i, id := range s.values {
		s.nodes[i].set = x.setOf[id]
	}
	return s
}

// readTables gives the words of the tables their features.
func (x *making) readTables() {
	type more struct {
		set uint16
		Feature
	}
	known := map[more]uint16{}
	add := func(word string, f Feature) {
		set := &x.setOf[x.enter(word)]
		joined, ok := known[more{*set, f}]
		if !ok {
			all := x.sets[*set]
			all.add(f)
			joined = x.set(all)
			known[more{*set, f}] = joined
		}
		*set = joined
	}
	for f := range features { // in their order, so that the index is always the same
		if tables[f] == "" {
			continue
		}
		for word, fields := range Rows(tables[f]) {
			add(word, f)
			if f == Indicator && len(fields) > 0 {
				for other := range strings.FieldsSeq(fields[0]) {
					add(other, f)
				}
			}
		}
	}
}

// set is the place in sets of features that no word has had yet.
func (x *making) set(all Features) uint16 {
	for f, by := range implied {
		if slices.ContainsFunc(by, all.Has) {
			all.add(f)
		}
	}
	x.sets = append(x.sets, all)
	return uint16(len(x.sets) - 1)
}

// sizes are how many words the features have.
func (x *making) sizes() (sizes []int) {
	sizes = make([]int, features)
	words := make([]int, len(x.sets))
	for _, set := range x.setOf {
		words[set]++
	}
	for i := range x.sets {
		for f := range x.sets[i].all() {
			sizes[f] += words[i]
		}
	}
	return sizes
}

// list makes the lists of words by feature, of so many each.
func (x *making) list(sizes []int) {
	x.lists = make([]uint32, features+1)
	for f, n := range sizes {
		x.lists[f+1] = x.lists[f] + uint32(n)
	}
	x.listed = make([]Word, x.lists[features])
	order := make([]Word, len(x.words)-1)
	for i := range order {
		order[i] = Word(i + 1)
	}
	slices.SortStableFunc(order, func(v, w Word) int { return len(x.words[w]) - len(x.words[v]) })
	next := slices.Clone(x.lists)
	for _, w := range order {
		for f := range x.sets[x.setOf[w]].all() {
			x.listed[next[f]] = w
			next[f]++
		}
	}
}

// read parses lines of a word, a tab and its features; # begins a comment. A word
// told twice and a feature that there is none of are mistakes.
func (x *making) read(file string) error {
	parts := make(map[string]Feature, features)
	for f, name := range featureNames {
		parts[name] = Feature(f)
	}
	known := map[string]uint16{} // the sets, as the file writes them
	line := 0
	for row := range strings.Lines(file) {
		line++
		if row[0] == '#' || row[0] == '\n' {
			continue
		}
		word, list, ok := strings.Cut(strings.TrimRight(row, "\r\n"), "\t")
		if !ok {
			return fmt.Errorf("line %d: %q has no features", line, word)
		}
		id := x.enter(word)
		if x.setOf[id] != 0 {
			return fmt.Errorf("line %d: %q stands in two places", line, word)
		}
		set := known[list]
		if set == 0 {
			var all Features
			for name := range strings.FieldsSeq(list) {
				part, ok := parts[name]
				if !ok {
					return fmt.Errorf("line %d: %q is no feature", line, name)
				}
				all.add(part)
			}
			set = x.set(all)
			known[list] = set
		}
		x.setOf[id] = set
	}
	return nil
}

// enter is the ID of a word, which it gets at first.
func (x *making) enter(word string) int32 {
	id := x.draft.Enter(word)
	if *id == 0 {
		*id = int32(len(x.words))
		x.words = append(x.words, word)
		x.setOf = append(x.setOf, 0)
	}
	return *id
}
