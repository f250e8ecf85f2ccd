package head

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/model"
)

//go:embed lexicon/divisions.tsv
var divisionsText string

// division is a county-level division with where it lies.
type division struct{ name, city, province string }

// atlas finds divisions by name. All that share a stem (济阳 of 济阳区) are
// chained: the table is read at every start, and one list is filled faster than
// a list a name.
type atlas struct {
	all    []division       // the first is none
	next   []int32          // by division: another of the same stem, 0 for none
	stems  map[string]int32 // the last division of a stem
	opens  lexicon.RuneSet  // what stems begin with
	ends   lexicon.RuneSet  // and end with
	cities map[string]bool
	above  map[string]seat // cities and provinces by name
}

var divisions = sync.OnceValue(func() *atlas { return readAtlas(divisionsText) })

// readAtlas reads lines of province, city and names, tab-separated.
func readAtlas(file string) *atlas {
	const about = 3200 // divisions in the table; more would only cost time
	a := &atlas{all: make([]division, 1, about), next: make([]int32, 1, about), stems: make(map[string]int32, about), cities: map[string]bool{}, above: map[string]seat{}}
	for line := range strings.Lines(file) {
		f := strings.SplitN(strings.TrimSpace(line), "\t", 3)
		if len(f) < 3 || f[0] == "" || line[0] == '#' {
			continue
		}
		if f[1] == "-" {
			f[1] = ""
		}
		if f[1] != "" { // else right under their province
			a.cities[f[1]] = true
			a.above[f[1]] = seat{f[1], f[1], f[0], model.OfCity}
		}
		a.above[f[0]] = seat{f[0], "", f[0], model.OfProvince}
		for name := range strings.FieldsSeq(f[2]) {
			s := stem(name)
			a.next = append(a.next, a.stems[s])
			a.stems[s] = int32(len(a.all))
			a.opens.Add(firstOf(s))
			last, _ := lexicon.Last(s)
			a.ends.Add(last)
			a.all = append(a.all, division{name, f[1], f[0]})
		}
	}
	return a
}

// Division is a county-level division of China, and the city that it lies in, ""
// for none.
type Division struct{ Name, City string }

// Divisions are all there are, province by province.
func Divisions() []Division {
	all := divisions().all[1:]
	out := make([]Division, len(all))
	for i, d := range all {
		out[i] = Division{d.name, d.city}
	}
	return out
}

// named is the divisions of a full name: several cities may have one each.
func (a *atlas) named(name string) (found []division) {
	for _, d := range a.ofStem(stem(name)) {
		if d.name == name {
			found = append(found, d)
		}
	}
	return found
}

// ofStem is the divisions of a stem, which most texts are none of.
func (a *atlas) ofStem(s string) (found []division) {
	if !a.opens.Has(firstOf(s)) {
		return nil
	}
	for i := a.stems[s]; i != 0; i = a.next[i] {
		found = append(found, a.all[i])
	}
	return found
}

func firstOf(s string) rune {
	r, _ := lexicon.First(s)
	return r
}

// stem is a name without its kind: 济阳 for 济阳区.
func stem(name string) string {
	_, n := utf8.DecodeLastRuneInString(name)
	return name[:len(name)-n]
}

// district finds the division that the report is about: the one named most
// often, with weight on the title, the page's head and the opening sentences.
// Running text that never names a division in full may name it by its stem.
func district(title, text, page string) (name, city, province string) {
	if s := higher(title, text); s.level != model.OfDistrict {
		return s.name, s.city, s.province
	}
	score := map[string]int{}
	tally(score, title, 30)
	if name, city = zone(title, text); isZone(name, text) && len(score) == 0 {
		return name, city, ""
	}
	tally(score, page[:min(len(page), 1200)], 2)
	tally(score, text[:min(len(text), 2400)], 2)
	tally(score, text, 1)
	tally(score, speaker(text), 30)
	best := leader(score)
	if best == "" {
		tallyStems(score, title, 30)
		tallyStems(score, text, 1)
		if best = leader(score); score[best] < fewest {
			best = sloganOf(text)
		}
	}
	if best == "" {
		name, city = zone(title, text)
		return name, city, ""
	}
	d := locate(best, title+"\n"+page)
	return best, d.city, d.province
}

// isZone reports a development zone: it is not the district whose stem its name
// holds (武汉东湖新技术开发区 is no 东湖区), unless it or the text names the division it lies in.
func isZone(name, text string) bool {
	for _, kind := range words()["zone"] {
		before, ok := strings.CutSuffix(name, kind)
		if !ok {
			continue
		}
		for i := range before {
			if slices.ContainsFunc(divisions().ofStem(before[i:]), func(d division) bool { return strings.Contains(text, d.name) }) {
				return false // 湖南双峰经济开发区 in 双峰县
			}
		}
		return utf8.RuneCountInString(kind) > 2 && len(divisions().named(before)) == 0
	}
	return false
}

// speaker is whose government gives the report: 我代表某县人民政府.
func speaker(text string) string {
	_, rest, found := strings.Cut(text[:min(len(text), 6000)], "代表")
	name, _, ends := strings.Cut(rest, "人民政府")
	if !found || !ends || utf8.RuneCountInString(name) > longest {
		return ""
	}
	return name
}

// sloganOf is the division whose stem closes a quoted slogan of several parts (“…、和合任泽”), when
// all such slogans of the text name one alone.
func sloganOf(text string) string {
	score := map[string]int{}
	for at := 0; ; {
		n := strings.Index(text[at:], "”")
		if n < 0 {
			break
		}
		at += n
		quote := text[max(0, at-sloganBytes):at]
		for i := range quote {
			if s := quote[i:]; utf8.RuneCountInString(s) <= 4 && utf8.RuneCountInString(s) >= 2 {
				if open := strings.LastIndex(quote[:i], "“"); open >= 0 && strings.Contains(quote[open:i], "、") {
					tallyStems(score, s+" ", 1)
				}
			}
		}
		at += len("”")
	}
	if len(score) != 1 {
		return ""
	}
	return leader(score)
}

// sloganBytes bounds a slogan.
const sloganBytes = 60

// fewest is how often running text must name a stem: once may be chance.
const fewest = 3

// leader is the name with the highest score; of equals the first in order of
// the alphabet, so that every run agrees.
func leader(score map[string]int) string {
	best := ""
	for name, n := range score {
		if n > score[best] || n == score[best] && name < best {
			best = name
		}
	}
	return best
}

// tally adds weight for each full name in s.
func tally(score map[string]int, s string, weight int) {
	for at := 0; ; {
		n := kinds().Index(s[at:])
		if n < 0 {
			return
		}
		at += n
		_, size := lexicon.RuneAt(s, at, len(s))
		at += size
		if name := nameBefore(s[:at]); name != "" {
			score[name] += weight
		}
	}
}

// kinds are the last characters of full names.
var kinds = sync.OnceValue(func() *lexicon.RuneSet { return lexicon.SetOf(strings.Join(words()["kind"], "")) })

// longest is the most characters that a division's name has.
const longest = 12

// nameBefore is the longest division's name at the end of s. A county that has
// become a district since goes under the name the text gives it (济阳县); none
// becomes a new area, whose name may end like a county's (雄安新区, 安新县).
func nameBefore(s string) string {
	name, start, atlas := "", len(s), divisions()
	if last, _ := lexicon.Last(stem(s)); !atlas.ends.Has(last) {
		return "" // 全区
	}
	for n := 0; n < longest && start > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:start])
		if size < 3 {
			break
		}
		start -= size
		full := s[start:]
		if r := firstOf(full); !atlas.opens.Has(r) || atlas.stems[stem(full)] == 0 {
			continue // as most are
		}
		known := atlas.named(full)
		if len(known) == 0 && n >= 2 && !strings.HasSuffix(full, "市") && !strings.HasSuffix(full, "新区") {
			known = divisions().ofStem(stem(full))
		}
		if len(known) > 0 && (!has(words()["common"], full) || behindCity(s[:start], known)) && !straddles(s, start) {
			name = full
		}
	}
	return name
}

// insideWord reports whether s ends with a word that holds a division's name by
// chance: 范县 in 示范县.
func insideWord(s string) bool {
	for _, w := range words()["chance"] {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// straddles reports that the name of another place reaches over the start of a
// name, 海港区 is no district in 镇海港区, or a word over both of its ends.
func straddles(s string, start int) bool {
	if insideWord(s) {
		return true
	}
	_, before := utf8.DecodeLastRuneInString(s[:start])
	_, first := utf8.DecodeRuneInString(s[start:])
	if before < 3 || start+first >= len(s) {
		return false
	}
	known := divisions().ofStem(s[start-before : start+first])
	return len(known) > 0 && !has(words()["plain"], stem(known[0].name))
}

// behindCity reports whether s ends with the city of one of the divisions.
func behindCity(s string, known []division) bool {
	for _, d := range known {
		if d.city != "" && strings.HasSuffix(s, d.city) {
			return true
		}
	}
	return false
}

// tallyStems adds weight for each stem in s, under the division's full name. A
// stem that several divisions share tells nothing.
func tallyStems(score map[string]int, s string, weight int) {
	for at := 0; at < len(s); {
		_, first := utf8.DecodeRuneInString(s[at:])
		end := at + first
		for n := 2; n <= 4 && end < len(s); n++ {
			_, size := utf8.DecodeRuneInString(s[end:])
			end += size
			known := divisions().ofStem(s[at:end])
			newArea := strings.HasSuffix(s[at:end], "新") && strings.HasPrefix(s[end:], "区")
			if len(known) == 1 && !newArea && !strings.HasSuffix(known[0].name, "市") && !has(words()["plain"], s[at:end]) {
				score[known[0].name] += weight
			}
		}
		at += first
	}
}

// locate tells which of the divisions of a name is meant by the other places
// the page names; the zero division when nothing tells them apart.
func locate(name, page string) division {
	known := divisions().named(name)
	if len(known) == 0 { // a county of old; a district that is only a county by the atlas may be another place
		known = slices.DeleteFunc(divisions().ofStem(stem(name)), func(d division) bool {
			return !strings.HasSuffix(name, "县") && !strings.Contains(page, strings.TrimSuffix(d.city, "市"))
		})
	}
	if len(known) == 1 {
		return known[0]
	}
	best, second, chosen := 0, 0, division{}
	for _, d := range known {
		n := 4*strings.Count(page, d.city+name) + strings.Count(page, strings.TrimSuffix(d.city, "市"))
		if n == 0 && !shared(known, d.province) {
			n = strings.Count(page, strings.TrimSuffix(strings.TrimSuffix(d.province, "省"), "市"))
		}
		switch {
		case n > best:
			best, second, chosen = n, best, d
		case n > second:
			second = n
		}
	}
	if best == 0 || best == second {
		return division{}
	}
	return chosen
}

// shared reports whether more than one of the divisions lies in the province.
func shared(known []division, province string) bool {
	n := 0
	for _, d := range known {
		if d.province == province {
			n++
		}
	}
	return n > 1
}
