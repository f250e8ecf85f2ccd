package review

import (
	"cmp"
	_ "embed"
	"slices"
	"strconv"
	"sync"

	"qubi/model"
	"qubi/model/lang"
)

// Doubt is one reason to look at a fact.
type Doubt struct {
	Key    string
	Weight float64    // from 0, no doubt, to 1, surely wrong
	flag   model.Flag // that tells it, or ""
	words  *lang.Said // that tell it where no flag does
}

// Words says the doubt in a few words.
func (d Doubt) Words(l model.Lang) string {
	if d.flag != "" {
		return d.flag.Word(l)
	}
	return d.words.Message(l)
}

// Item is a fact in the queue of those to check.
type Item struct {
	Fact   *model.Fact
	Doubts []Doubt // the gravest first
	Weight float64 // of all together, from 0 to 1
}

// Why are the doubts in the words of a language.
func (it Item) Why(l model.Lang) []string {
	return model.Map(it.Doubts, func(d Doubt) string { return d.Words(l) })
}

//go:embed doubts.tsv
var doubtsFile string

// weights are how grave each kind of doubt is.
var weights = sync.OnceValue(func() map[string]float64 {
	all := map[string]float64{}
	for _, c := range model.WordCells(doubtsFile) {
		all[c[0]], _ = strconv.ParseFloat(c[1], 64)
	}
	return all
})

// doubt is a doubt of a kind, told by the text doubt.KEY.
func doubt(key string, words ...any) Doubt {
	return Doubt{Key: key, Weight: weights()[key], words: lang.Say("doubt."+key, words...)}
}

// Queue is the facts in the order in which they are best looked at: the most
// doubtful first, equally doubtful ones in the order given. Doubts come from the
// whole corpus, whatever facts are asked for.
func Queue(c *model.Corpus, facts []*model.Fact) []Item {
	found := arithmetic(c)
	items := make([]Item, len(facts))
	for i, f := range facts {
		doubts := weighed(append(own(f), found[f]...))
		trust := 1.0
		for _, d := range doubts {
			trust *= 1 - d.Weight
		}
		items[i] = Item{f, doubts, 1 - trust}
	}
	slices.SortStableFunc(items, func(a, b Item) int { return cmp.Compare(b.Weight, a.Weight) })
	return items
}

// Doubts are why the facts of a district are doubted, the gravest reason first;
// nothing for a fact that is not.
func Doubts(of *model.District) map[*model.Fact][]Doubt {
	found := doubts{}
	found.within(of)
	for _, r := range of.Reports {
		for _, f := range r.Facts {
			if all := weighed(append(own(f), found[f]...)); all != nil {
				found[f] = all
			}
		}
	}
	return found
}

// weighed are doubts in the order of their weight.
func weighed(all []Doubt) []Doubt {
	slices.SortStableFunc(all, func(a, b Doubt) int { return cmp.Compare(b.Weight, a.Weight) })
	return all
}

// own are the doubts that the fact carries itself.
func own(f *model.Fact) (all []Doubt) {
	for _, flag := range f.Flags {
		key := string(flag)
		if _, known := weights()[key]; !known {
			key = "flag"
		}
		all = append(all, Doubt{Key: key, Weight: weights()[key], flag: flag})
	}
	if 0 < f.Confidence && f.Confidence < 1 {
		d := doubt("confidence", strconv.Itoa(int(f.Confidence*100))+"%")
		d.Weight *= 1 - f.Confidence
		all = append(all, d)
	}
	return all
}
