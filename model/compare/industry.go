package compare

import (
	"cmp"
	_ "embed"
	"maps"
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
	same    map[string]string   // the first word that means the same
	longest int                 // word, in characters
}) {
	known := map[string]bool{}
	for line := range strings.Lines(classFile) {
		if code, name, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && code[0] != '#' {
			w.classes = append(w.classes, class{code: code, name: name})
			known[code] = true
		}
	}
	for i := range w.classes {
		w.classes[i].depth = len(within(w.classes[i].code, known))
	}
	slices.SortStableFunc(w.classes, func(a, b class) int { return b.depth - a.depth })
	w.codes, w.same = map[string][]string{}, map[string]string{}
	for line := range strings.Lines(industryFile) {
		codes, words, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || codes[0] == '#' {
			continue
		}
		var all []string
		for code := range strings.FieldsSeq(codes) {
			all = append(append(all, code), within(code, known)...)
		}
		slices.Sort(all)
		all = slices.Compact(all)
		for industry := range strings.FieldsSeq(model.Fold(words)) {
			first, _, _ := strings.Cut(industry, "/")
			for word := range strings.SplitSeq(industry, "/") {
				w.codes[word], w.same[word] = all, first
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

// sameIndustry is the word by which an industry goes that has several.
func sameIndustry(key string) string { return cmp.Or(industryWords().same[key], key) }

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

// nearRows are the classes in which two or more districts name clusters that do
// not go by one name, the narrowest first: each with what every district has in
// it. A class that holds the same clusters as a narrower one is left out.
func nearRows(rows []NameRow) (near []NameRow) {
	in := map[string][]int{} // the clusters of a class, by their place among the rows
	for i, r := range rows {
		if r.Kind != model.Cluster {
			continue
		}
		for _, code := range r.cmp.keys.classesOf(r.key) {
			in[code] = append(in[code], i)
		}
	}
	var taken [][]int
	for _, c := range industryWords().classes {
		members := in[c.code]
		if len(members) < 2 || slices.ContainsFunc(taken, func(t []int) bool { return slices.Equal(t, members) }) {
			continue
		}
		row := NameRow{Kind: model.Cluster, Name: c.name, Class: c.code, cmp: rows[0].cmp}
		own := map[int][]*model.Fact{}
		for _, i := range members {
			row.members = append(row.members, rows[i].key)
			for j, facts := range rows[i].cells.all() {
				own[j] = append(own[j], facts...)
			}
		}
		for _, j := range slices.Sorted(maps.Keys(own)) {
			for _, f := range slices.SortedStableFunc(slices.Values(own[j]), byNewest) {
				row.cells.add(j, f)
			}
		}
		if row.In = row.cells.len(); row.In < 2 {
			continue
		}
		taken, near = append(taken, members), append(near, row)
	}
	return near
}

// byNewest orders facts of one district by their reports, the newest first, and
// those of one report as the text tells them.
func byNewest(a, b *model.Fact) int {
	return cmp.Or(b.Report.Head.Date().Compare(a.Report.Head.Date()), strings.Compare(a.Report.File, b.Report.File), a.Place.Quote.Start-b.Place.Quote.Start)
}

// meetNear puts the classes in which clusters are near each other among the
// rows; a cluster that one district alone names stands in its class then, not in
// a row of its own.
func meetNear(rows []NameRow) []NameRow {
	near := nearRows(rows)
	met := map[string]bool{}
	for _, r := range near {
		for _, key := range r.members {
			met[key] = true
		}
	}
	rows = slices.DeleteFunc(rows, func(r NameRow) bool { return r.Kind == model.Cluster && r.In == 1 && met[r.key] })
	return append(rows, near...)
}

// Members are the names by which the district in column j has a part in a class,
// each with its facts; the thing itself where the row is no class.
func (r NameRow) Members(j int) (all [][]*model.Fact) {
	at := map[string]int{}
	for _, f := range r.cells.in(j) {
		i, known := at[NameKey(f)]
		if !known {
			i = len(all)
			at[NameKey(f)] = i
			all = append(all, nil)
		}
		all[i] = append(all[i], f)
	}
	return all
}
