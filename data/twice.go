package data

import (
	"maps"
	"slices"
	"strings"
	"time"

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
	owners := map[string]int{}
	sizes := make([]int, len(reports))
	for i, r := range reports {
		shared := map[int]int{}
		for s := range strings.FieldsFuncSeq(r.Text, endsSentence) {
			if s = strings.TrimSpace(s); s == "" {
				continue
			}
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

func endsSentence(r rune) bool {
	switch r {
	case '。', '！', '？', '!', '?', '；', ';', '\n':
		return true
	}
	return false
}
