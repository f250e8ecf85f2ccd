package extract

import (
	"slices"
	"strings"
	"sync"

	"qubi/data/lexicon"
	"qubi/data/scan"
)

// A verb may stand for what is measured: 粮食播种42万亩,收获19万吨 tells a 播种面积 and a
// 产量.

// deedNoun is a verb with the noun for its number.
type deedNoun struct{ verb, unit, noun string }

var deedNouns = sync.OnceValue(func() (all []deedNoun) {
	for verb, fields := range lexicon.Rows(lexicon.Deeds) {
		all = append(all, deedNoun{verb, fields[0], fields[1]})
	}
	return all
})

// isDeed reports such a verb.
func isDeed(s string) bool {
	return slices.ContainsFunc(deedNouns(), func(d deedNoun) bool { return d.verb == s })
}

// deedNamed is a name that ends with such a verb with the noun in its place, before being
// the text up to its number; others stay.
func deedNamed(name, before string, q *scan.Quantity) string {
	if name != "" && strings.HasSuffix(before, "了") {
		name += "了"
	}
	var best deedNoun
	for _, d := range deedNouns() {
		if d.unit == q.BaseUnit && len(d.verb) > len(best.verb) && strings.HasSuffix(name, d.verb) {
			best = d
		}
	}
	if best.verb == "" {
		return strings.TrimSuffix(name, "了")
	}
	return withoutSums(strings.TrimSuffix(name, best.verb)) + best.noun
}

// withoutSums is a name without the words behind it that only sum up: 粮食|一共.
func withoutSums(name string) string {
	for w := "x"; w != ""; name = strings.TrimSuffix(name, w) {
		w = lexicon.Altogether.Suffix(name)
	}
	return name
}

// actsOn is what a clause before a count says is done to what it counts, and is there already, alone
// or to what it lists of it: 优化|242条公交线路, 消除甲园、乙苑等|6处积水点位; "" for none.
func actsOn(clause string) string {
	verbs := verbsAtHead(clause)
	if verbs == clause && lexicon.ActsOn.Suffix(clause) != "" || strings.HasSuffix(clause, "等") && !strings.ContainsAny(clause, "0123456789") {
		return verbs
	}
	return ""
}

// verbsAtHead are the verbs of increment and of what is done to things with which a text begins:
// 新开工改造, 新建改扩建及维修.
func verbsAtHead(s string) string {
	n := 0
	for at := 0; ; {
		w := deltaWords.OrPrefix(lexicon.ActsOn, s[at:])
		if w == "" {
			return s[:n]
		}
		n = at + len(w)
		at = n + len(lexicon.Enumerates.Prefix(s[n:]))
	}
}
