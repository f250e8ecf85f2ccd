package data

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"qubi/model"
)

// twice tells of reports whose text another has, or nearly: each of its facts counts
// twice, which only the reader can say to be right.
func twice(reports []*model.Report) (problems ErrorList) {
	firsts := map[string]string{} // paths by text
	edited := map[edition][]*model.Report{}
	for _, r := range reports {
		if r.Text == "" {
			continue
		}
		if first, again := firsts[r.Text]; again {
			problems = append(problems, &Error{r.Path, 0, &SameTextError{First: first}})
			continue
		}
		firsts[r.Text] = r.Path
		if e := (edition{r.DistrictID(), r.Head.Date()}); !e.day.IsZero() && e.district.Path == "" {
			edited[e] = append(edited[e], r)
		}
	}
	groups := slices.Collect(maps.Values(edited))
	found := make([]ErrorList, len(groups))
	onAllCores(len(groups), func(i int) { found[i] = nearly(groups[i]) })
	return append(problems, slices.Concat(found...)...)
}

// edition is under what two pages may be one report.
type edition struct {
	district model.DistrictID
	day      time.Time
}

// nearly tells of those of several reports that have most of their sentences, more
// than nine of ten, from one before. A sentence counts for the first that has it, so
// that each is looked at once, however many reports there are.
func nearly(reports []*model.Report) (problems ErrorList) {
	if len(reports) == 1 {
		return nil
	}
	const usual = 96 // bytes of a sentence
	bytes := 0
	for _, r := range reports {
		bytes += len(r.Text)
	}
	owners := make(map[string]int, bytes/usual)
	sizes := make([]int, len(reports))
	for i, r := range reports {
		shared := map[int]int{}
		for s := range sentences(r.Text) {
			sizes[i]++
			if first, known := owners[s]; !known {
				owners[s] = i
			} else if first != i {
				shared[first]++
			}
		}
		for first, same := range shared {
			if of := max(sizes[i], sizes[first]); same*10 > of*9 {
				problems = append(problems, &Error{r.Path, 0, &SameTextError{reports[first].Path, of, same}})
			}
		}
	}
	return problems
}

// sentences are those of a text without the blanks around them. Most bytes begin no
// mark, so that few characters are decoded.
func sentences(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := 0
		for at := 0; at < len(text); {
			size := sentenceEnd(text[at:])
			if size == 0 {
				at++
				continue
			}
			if s := strings.TrimSpace(text[start:at]); s != "" && !yield(s) {
				return
			}
			at += size
			start = at
		}
		if s := strings.TrimSpace(text[start:]); s != "" {
			yield(s)
		}
	}
}

// sentenceEnd is the length of the mark that a text begins with, 0 where it ends no
// sentence.
func sentenceEnd(s string) int {
	switch s[0] {
	case '!', '?', ';', '\n':
		return 1
	case "。"[0], "！"[0]: // ？ and ； begin as ！ does
		if r, size := utf8.DecodeRuneInString(s); strings.ContainsRune("。！？；", r) {
			return size
		}
	}
	return 0
}
