package lexicon

import (
	_ "embed"
	"fmt"
	"iter"
	"math/bits"
	"slices"
	"strings"
	"sync"
)

//go:embed words/words.tsv
var wordsFile string

//go:embed words/common.tsv
var commonFile string

// featureNames are the features as words.tsv writes them, in their order.
var featureNames = [features]string{
	"", "before>", "before>=", "before<", "before<=", "before~", "after>", "after>=", "after<=", "after~", "link", "vague-before", "head-back", "head-ahead", "joins", "predicate",
	"opener", "delta", "pivot", "owner", "bare", "stop", "trail", "up", "down", "better", "against", "versus", "city",
	"wide", "project", "clausal", "figure", "parkside", "company", "sector", "firms", "under-way",
	"ahead-of-it", "zoned", "civic", "praise", "part", "several", "acts", "strong", "task", "title-verb", "grant-to", "grants", "founds", "before=", "name-programme", "share-within", "altogether", "most", "numbering", "name-turns", "name-garden", "name-hosts-firms", "figures", "both", "former-of", "deals-out", "relates", "restored", "pace-of", "account", "each-of", "enumerates", "issues", "provides", "plan-text", "after<", "share-alone", "explains", "norm", "sorts-by", "measure", "trade", "foreseen", "prepared", "dateline", "bound-join", "midnight", "frame", "extent", "this-time", "ceremony", "span-start", "next-year", "scope", "net", "pointer", "back-reference", "latter", "at-time", "sum-noun", "event", "completed", "batch", "year-span", "year-span-end", "held-against", "yearly-average", "soft", "past", "plan", "review",
	"counted", "timed", "index", "how-far", "ranking", "sized", "planned", "growing", "aspect", "people", "among", "contest",
	"vague", "noun", "suffix", "todo", "done", "milestone", "passed", "settled", "rise", "raise", "lower", "resolve",
	"again", "decree", "linear", "ahead", "apart", "imperative", "total", "rate", "yield", "load", "works", "mass",
	"generic", "measured", "than", "place", "gap", "weak", "grade", "adjusted", "twin", "recall", "prospect", "spent",
	"zone", "served", "serves", "structure", "indices", "rivals", "thin", "kept", "best", "outlay", "carries", "laid", "mean", "respect", "quota", "growth", "pace", "average", "summed", "attained",
	"fulfil", "received", "wider", "amount", "each", "adverb", "already", "finished", "obtained", "turns-back",
	"ends-in-yao", "begins-with-yao", "sown", "harvest", "flow", "of-the-year", "reached", "facet", "nationwide",
	"items", "whole", "signed", "aged", "fell-to", "sector-shares", "each-one", "together", "planned-outlay", "various", "defines", "classed", "pointed", "points", "ground", "starts", "crew", "included", "reckoned", "whole-of-share", "houses", "housed", "entitled", "sort-of-trade",
	"five-years", "five-years-in-full", "plan-span", "stretch", "lasted", "chronicle", "no-chronicle", "past-years", "coming-years", "reviewed", "looks", "aim", "division", "this-year", "last-year", "whole-year", "year-end", "year-back", "of-a-plan", "then", "of-late", "when", "yearly", "until", "by", "amounts-to", "forecast", "compared", "titled", "throughout", "some-years", "turn", "address",
	"name-stop", "name-adverb", "name-soft",
	"name-tail", "name-many", "name-kind", "name-amount", "name-scope", "name-proper", "name-guard", "plain", "topic",
	"industry", "industry-trim", "industry-after", "industry-one", "count-unit", "size-unit", "date-unit", "unit",
	"verb", "head", "indicator",
	"name-common",
	"name-verb",
	"name-particle",
	"name-copula",
	"name-having",
	"name-among",
	"name-taking",
	"money-unit",
	"name-pillar",
	"name-part-of-a-set",
	"name-yield",
	"name-size-of-a-thing",
	"name-street",
	"name-aspect",
	"name-site",
	"name-building",
	"name-lead-of-an-industry",
	"name-develops",
	"name-built",
	"name-rank",
	"name-holds-things",
	"name-bare-zone",
	"name-awarded-by",
	"name-award",
	"name-neutral-class",
	"name-helps-on",
	"name-invests",
	"name-vague",
	"name-tech",
	"name-partial",
	"name-measure-of-a-set",
	"name-figure-of-an-industry",
	"name-where",
	"name-phase",
	"name-measure-noun",
	"name-to-come",
	"name-soon",
	"name-lands",
	"name-work-on-it",
	"name-not-yet",
	"name-within", "name-amid", "name-one-of-them", "name-sums-up",
	"name-points-back",
	"name-route", "name-prepares", "name-syllable", "name-ongoing", "name-partner", "name-with-its", "name-deal", "name-aim", "name-roll", "name-zone-of-an-industry", "name-firm-of-a-kind", "name-tier-of", "name-frame",
	"name-word", "name-industry-edge", "before-bound", "after-bound", "time", "name-unit", "name-class-end", "name-behind",
}

// implied are the features that a word has with one of several others.
var implied = map[Feature][]Feature{
	NameWord: {Plain, Topic, Head, Verb, NameVerb, NameCommon, NameGuard, NameStop, NameAdverb, NameAmount, NameSoft, NameTail, NameMany, NameScope, NameKind,
		NameParticle, NameCopula, NameHaving, NameAmong, NameTaking, NameProper},
	NameIndustryEdge: {Industry, IndustryTrim, IndustryOne, IndustryAfter},
	BeforeBound:      {BeforeAbove, BeforeAtLeast, BeforeBelow, BeforeAtMost, BeforeAbout, BeforeExactly},
	AfterBound:       {AfterAbove, AfterAtLeast, AfterAtMost, AfterAbout, AfterBelow},
	Time:             {ThisYear, LastYear, NextYear, WholeYear, YearEnd, YearBack, OfLate, ComingYears, FiveYears, FiveYearsInFull, Stretch},
	NameUnit:         {CountUnit, SizeUnit, DateUnit, MoneyUnit},
	NameBehind:       {NameSite, NameBuilding, NameWorkOnIt, NamePrepares, NameDeal, NameAmid},
	NameClassEnd:     {Industry, IndustryAfter, Firms, Company, Head, NameSite, NameBuilding},
}

// Word is an entry of the lexicon: a word with every part that it can play.
type Word struct {
	Text     string
	Features *Features // shared by the words that play the same parts
	ID       int       // its place in the lexicon, from 1
}

// Is reports whether the word plays a part; no word plays none.
func (w *Word) Is(f Feature) bool { return w != nil && w.Features.Has(f) }

// Features are the parts that one word plays.
type Features [(features + 63) / 64]uint64

// Has reports whether the word plays the part.
func (f *Features) Has(part Feature) bool { return f[part>>6]&(1<<(part&63)) != 0 }

// Names are the parts as the file of words writes them.
func (f *Features) Names() (all []string) {
	for part, name := range featureNames {
		if name != "" && f.Has(Feature(part)) {
			all = append(all, name)
		}
	}
	return all
}

// all are the parts, in their order.
func (f *Features) all() iter.Seq[Feature] {
	return func(yield func(Feature) bool) {
		for k, parts := range f {
			for ; parts != 0; parts &= parts - 1 {
				if !yield(Feature(k<<6 + bits.TrailingZeros64(parts))) {
					return
				}
			}
		}
	}
}

func (f *Features) join(other *Features) {
	for i, part := range other {
		f[i] |= part
	}
}

func (f *Features) add(part Feature) { f[part>>6] |= 1 << (part & 63) }

// index is the whole lexicon, found from either end of a word.
type index struct {
	words     []Word     // by ID; 0 is no word
	sets      []Features // each that words have; the first is empty
	setOf     []uint16   // the place in sets of a word's, by ID
	having    byFeature  // which of the sets have a feature
	ahead     *Trie      // from the first rune
	front     *firstTwo  // of words in it
	begins    byFeature  // by the codes of runes in it, whether a word of the feature begins with that rune
	back      *Trie      // from the last
	behind    *firstTwo  // of words in it
	ends      []Features // of the words that end with a rune, by its code there: at one end much is asked
	ofFeature [features][]string
	draft     *Draft // of ahead, while the words are read
}

// all is the lexicon. It is read when the first text is; asked for so often that a
// sync.OnceValue would take a tenth of the time.
func all() *index {
	lexicon.Do(readLexicon)
	return lexicon.index
}

// lexicon is what all gives; it does not change once it is read.
var lexicon struct {
	sync.Once
	index *index
}

func readLexicon() {
	x, err := readIndex(wordsFile + commonFile)
	if err != nil {
		panic("lexicon: words.tsv: " + err.Error()) // our own file: a mistake of ours
	}
	lexicon.index = x
}

// readIndex reads the words of a file, and those of the tables.
func readIndex(file string) (*index, error) {
	x := &index{words: make([]Word, 1, 1<<15), sets: make([]Features, 1), setOf: make([]uint16, 1, 1<<15), draft: newDraft(1<<15, false)}
	if err := x.read(file); err != nil {
		return nil, err
	}
	x.readTables()
	x.having = newByFeature(len(x.sets))
	for i := range x.sets {
		for f := range x.sets[i].all() {
			x.having.set(f, int32(i))
		}
	}
	for i := range x.words {
		x.words[i].Features = &x.sets[x.setOf[i]]
	}
	sizes := x.sizes()
	x.behind = newFirstTwo(sizes)
	sizes[None] = len(x.words) // of every word
	x.front = newFirstTwo(sizes)
	var back sync.WaitGroup
	back.Go(func() { // beside the rest: the first report waits for both
		draft := newDraft(1<<15, true)
		for i := range x.words[1:] {
			*draft.Enter(x.words[i+1].Text) = int32(i + 1)
		}
		x.ends = make([]Features, draft.runes+1)
		x.back = x.side(draft, func(first, second int32, w *Word) {
			x.ends[first].join(w.Features)
			for f := range w.Features.all() {
				x.behind.set(f, first, second)
			}
		})
	})
	x.begins = newByFeature(int(x.draft.runes) + 1)
	x.ahead = x.side(x.draft, func(first, second int32, w *Word) {
		for f := range w.Features.all() {
			x.begins.set(f, first)
			x.front.set(f, first, second)
		}
		x.front.set(None, first, second)
	})
	x.draft = nil
	sizes[None] = 0
	x.list(sizes)
	back.Wait()
	return x, nil
}

// readTables gives the words of the tables their features.
func (x *index) readTables() {
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
	for f, table := range tables {
		for word, fields := range Rows(table) {
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
func (x *index) set(all Features) uint16 {
	for f, by := range implied {
		if slices.ContainsFunc(by, all.Has) {
			all.add(f)
		}
	}
	x.sets = append(x.sets, all)
	return uint16(len(x.sets) - 1)
}

// sizes are how many words the features have.
func (x *index) sizes() (sizes []int) {
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

// list makes the lists of words by feature.
func (x *index) list(sizes []int) {
	for f, n := range sizes {
		x.ofFeature[f] = make([]string, 0, n)
	}
	for _, id := range x.byLength() {
		for f := range x.sets[x.setOf[id]].all() {
			x.ofFeature[f] = append(x.ofFeature[f], x.words[id].Text)
		}
	}
}

// byLength is the IDs of the words, the longer first, those of a length in their order.
func (x *index) byLength() []int32 {
	longest := 0
	for i := range x.words {
		longest = max(longest, len(x.words[i].Text))
	}
	next := make([]int, longest+2) // where the next word goes that is so much shorter than the longest
	for i := range x.words {
		next[longest-len(x.words[i].Text)+1]++
	}
	for i := range next[1:] {
		next[i+1] += next[i]
	}
	order := make([]int32, len(x.words))
	for i := range x.words {
		at := &next[longest-len(x.words[i].Text)]
		order[*at] = int32(i)
		*at++
	}
	return order
}

// read parses lines of a word, a tab and its features; # begins a comment. A word
// told twice and a feature that there is none of are mistakes.
func (x *index) read(file string) error {
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
func (x *index) enter(word string) int32 {
	id := x.draft.Enter(word)
	if *id == 0 {
		*id = int32(len(x.words))
		x.words = append(x.words, Word{Text: word, ID: len(x.words)})
		x.setOf = append(x.setOf, 0)
	}
	return *id
}
