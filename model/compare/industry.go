package compare

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"qubi/model"
)

//go:embed lexicon/classes.tsv
var classFile string

//go:embed lexicon/industries.tsv
var industryFile string

// class is a class of industries of a national classification.
type class struct {
	code, name string
	depth      int // of what it lies in
}

// industryWords are what is known of industries.
var industryWords = sync.OnceValue(func() (w struct {
	classes []class             // those that lie in others first
	codes   map[string][]string // of a word, folded
	longest int                 // word, in characters
}) {
	known := map[string]bool{}
	for _, c := range model.WordCells(classFile) {
		w.classes = append(w.classes, class{code: c[0], name: c[1]})
		known[c[0]] = true
	}
	for i := range w.classes {
		w.classes[i].depth = len(within(w.classes[i].code, known))
	}
	slices.SortStableFunc(w.classes, func(a, b class) int { return b.depth - a.depth })
	w.codes = map[string][]string{}
	for _, c := range model.WordCells(industryFile) {
		var all []string
		for code := range strings.FieldsSeq(c[0]) {
			all = append(append(all, code), within(code, known)...)
		}
		slices.Sort(all)
		all = slices.Compact(all)
		for industry := range strings.FieldsSeq(model.Fold(c[1])) {
			for word := range strings.SplitSeq(industry, "/") {
				w.codes[word] = all
				w.longest = max(w.longest, len([]rune(word)))
			}
		}
	}
	return w
})

// within are the known classes that a code lies in, itself left out.
func within(code string, known map[string]bool) (all []string) {
	for n := range len(code) {
		if known[code[:n]] {
			all = append(all, code[:n])
		}
	}
	return all
}

// synonyms are the first words that mean the same as others: all that the first frame
// needs to know of industries.
var synonyms = sync.OnceValue(func() map[string]string {
	first := map[string]string{}
	for _, industry := range slices.Concat(model.WordLines(industryFile)...) {
		all := strings.Split(industry, "/")
		for _, word := range all[1:] {
			first[model.Fold(word)] = model.Fold(all[0])
		}
	}
	return first
})

// classesOf are the codes of the classes that an industry belongs to, by the
// longest known words in its folded name.
func classesOf(key string) (all []string) {
	w, name := industryWords(), []rune(key)
	for i := 0; i < len(name); {
		n := min(w.longest, len(name)-i)
		for n > 0 && w.codes[string(name[i:i+n])] == nil {
			n--
		}
		if n > 0 {
			all = append(all, w.codes[string(name[i:i+n])]...)
		}
		i += max(1, n)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
