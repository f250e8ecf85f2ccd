package query

import "qubi/model"

// keys are the folded texts of all facts, laid end to end so that a literal
// search is one run over memory. Names repeat from report to report, so each
// distinct one is kept once with the facts that carry it; quotes are one a fact.
type keys struct {
	names  owned
	quotes blob
}

// owned is texts that several facts share.
type owned struct {
	blob
	owners [][]int32 // facts by text
}

// Warm makes the search keys ready. Searching does so itself; calling Warm in
// the background spares the first key stroke in a large corpus.
func (ix *Index) Warm() {
	ix.keys()
	ix.columns()
	syllableTable()
}

func newKeys(ix *Index) *keys {
	k := &keys{}
	var names, quotes blobBuilder
	number := map[string]int{}
	enter := func(key string, fact int) {
		i, known := number[key]
		if !known {
			i = len(k.names.owners)
			number[key] = i
			names.add(key)
			k.names.owners = append(k.names.owners, nil)
		}
		k.names.owners[i] = append(k.names.owners[i], int32(fact))
	}
	add := func(name string, fact int) {
		if name == "" {
			return
		}
		key := model.Fold(name)
		enter(key, fact)
		if own := ownKey(name); own != key {
			enter(own, fact)
		}
	}
	size := len(ix.facts)
	for _, f := range ix.facts {
		size += f.Place.Quote.Len()
	}
	quotes.Grow(size) // to grow bit by bit would take four times the memory
	quotes.ends = make([]int, 0, len(ix.facts))
	for i, f := range ix.facts {
		for _, name := range named(f) {
			add(name, i)
		}
		quotes.add(model.Fold(f.Quote()))
	}
	k.names.blob, k.quotes = names.blob(), quotes.blob()
	return k
}

// newSentences lays out the sentences, of which facts that stand side by side
// share one. It is made when 句: is first asked for, since it holds most of
// every report.
func newSentences(ix *Index) *owned {
	o := &owned{}
	var text blobBuilder
	size := len(ix.facts)
	for _, r := range ix.Reports {
		size += len(r.Text)
	}
	text.Grow(size)
	for i, f := range ix.facts {
		if i > 0 && ix.facts[i-1].Report == f.Report && ix.facts[i-1].Place.Sentence == f.Place.Sentence {
			last := len(o.owners) - 1
			o.owners[last] = append(o.owners[last], int32(i))
			continue
		}
		text.add(model.Fold(f.Sentence()))
		o.owners = append(o.owners, []int32{int32(i)})
	}
	o.blob = text.blob()
	return o
}

// find is the facts in which the word occurs in name, indicator, group or
// quote, literally or by pinyin.
func (k *keys) find(ix *Index, n needle) factSet {
	set := k.names.find(n, newFactSet(len(ix.facts)))
	if n.head || n.tail {
		return set
	}
	var sounds *speller
	if n.inQuotes() {
		sounds = newSpeller(n)
	}
	parallel(k.quotes.len(), func(from, to int) {
		k.quotes.each(n.literal, from, to, set.add)
		if sounds != nil {
			k.quotes.sounding(sounds, from, to, set.add)
		}
	})
	return set
}

// find adds the facts whose text matches, literally or by pinyin.
func (o *owned) find(n needle, set factSet) factSet {
	found := newFactSet(o.len())
	anchored := n.head || n.tail
	parallel(o.len(), func(from, to int) {
		if !anchored {
			o.each(n.literal, from, to, found.add)
		}
		if !anchored && n.runes == nil {
			return
		}
		for i := from; i < to; i++ {
			if key := o.at(i); anchored && n.inLiteral(key) || !found.has(i) && n.inPinyin(key) {
				found.add(i)
			}
		}
	})
	found.each(0, o.len(), func(i int) {
		for _, fact := range o.owners[i] {
			set.add(int(fact))
		}
	})
	return set
}

// Search looks for the pattern in the facts on view and returns those found
// literally, and behind them those found by pinyin alone; both in the order of
// [Index.Select].
func (ix *Index) Search(f Filter, p *Pattern) (hits []*model.Fact) {
	if p.Empty() {
		return nil
	}
	// Every word is asked twice, with pinyin and without: a fact is found
	// literally when all words of the pattern are.
	ix.with(f, func(sounding factSet) {
		exact := sounding.clone()
		for _, w := range p.words {
			sounding.and(ix.wordSet(w))
			w.runes = nil
			exact.and(ix.wordSet(w))
		}
		hits = make([]*model.Fact, 0, sounding.count()) // half a million grow too slowly for a key
		sounding.without(exact)
		hits = ix.collect(ix.collect(hits, exact, f), sounding, f)
	})
	return hits
}

// wordSet is the kept set of a plain word.
func (ix *Index) wordSet(n needle) factSet {
	return ix.termSet(term{value: n.literal, word: n, exact: n.runes == nil})
}
