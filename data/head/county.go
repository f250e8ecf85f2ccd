package head

import (
	"slices"
	"unicode/utf8"

	"qubi/model"
)

// County is the head of what a document tells of another county-level division than its
// own, by the name that a table has for it: 钢城 is 钢城区 in a table of 济南市. It reports
// whether the name is a division's; where several cities have one and nothing tells which
// is meant, the city is left open.
func County(name string, of model.Head) (model.Head, bool) {
	a := divisions()
	known := a.named(name)
	if len(known) == 0 {
		known = a.ofStem(name)
	}
	near := slices.DeleteFunc(slices.Clone(known), func(d division) bool {
		return d.city != of.City || of.Province != "" && d.province != of.Province
	})
	if of.City != "" && len(near) > 0 {
		known = near
	}
	if len(known) == 0 || len(known) > 1 && known[0].name != name {
		return model.Head{}, false
	}
	h := of
	h.District, h.City, h.Province, h.Level = known[0].name, known[0].city, known[0].province, model.OfDistrict
	if len(known) > 1 {
		h.City, h.Province = "", ""
	}
	return h, true
}

// longestName is how many characters the name of a division has at most, about.
const longestName = 14

// Opening is the province, city or county by whose full name a title begins, the last of
// several, and what follows: 莱芜区 of 济南市莱芜区主要指标. It is "" where none does.
func Opening(title string) (place, rest string) {
	a, end := divisions(), 0
	for range longestName {
		_, size := utf8.DecodeRuneInString(title[end:])
		if end += size; size == 0 {
			break
		}
		if _, above := a.above[title[:end]]; above || len(a.named(title[:end])) > 0 {
			place, rest = title[:end], title[end:]
		}
	}
	if place == "" {
		return "", ""
	}
	if inner, behind := Opening(rest); inner != "" {
		return inner, behind
	}
	return place, rest
}
