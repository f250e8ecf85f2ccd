package head

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed lexicon/divisions.tsv
var divisionsText string

// division is a county-level division with where it lies.
type division struct{ name, city, province string }

// atlas is the divisions by full name (济阳区) and by stem (济阳). Several
// cities may have one of the same name.
type atlas struct {
	name, stem map[string][]division
}

var divisions = sync.OnceValue(func() atlas {
	a := atlas{make(map[string][]division, 3000), make(map[string][]division, 3000)}
	for line := range strings.Lines(divisionsText) {
		f := strings.SplitN(strings.TrimSpace(line), "\t", 3)
		if len(f) < 3 || f[0] == "" || line[0] == '#' {
			continue
		}
		if f[1] == "-" {
			f[1] = ""
		}
		for _, name := range strings.Fields(f[2]) {
			d := division{name, f[1], f[0]}
			a.name[name] = append(a.name[name], d)
			if s := stem(name); utf8.RuneCountInString(s) >= 2 {
				a.stem[s] = append(a.stem[s], d)
			}
		}
	}
	return a
})

// stem is a name without its kind: 济阳 for 济阳区.
func stem(name string) string {
	_, n := utf8.DecodeLastRuneInString(name)
	return name[:len(name)-n]
}

// district finds the division that the report is about: the one named most
// often, with weight on the title, the page's head and the opening sentences.
// Running text that never names a division in full may name it by its stem.
func district(title, text, page string) (name, city, province string) {
	score := map[string]int{}
	tally(score, title, 30)
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
		return "", "", ""
	}
	d := locate(best, title+"\n"+page)
	return best, d.city, d.province
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

// kinds are the last characters of divisions' names.
var kinds = []string{"区", "县", "市", "旗"}

// tally adds weight for each full name in s.
func tally(score map[string]int, s string, weight int) {
	for _, kind := range kinds {
		for at := 0; ; {
			n := strings.Index(s[at:], kind)
			if n < 0 {
				break
			}
			at += n + len(kind)
			if name := nameBefore(s[:at]); name != "" {
				score[name] += weight
			}
		}
	}
}

// longest is the most characters that a division's name has.
const longest = 12

// nameBefore is the longest division's name at the end of s. A county that has
// become a district since goes under the name the text gives it (济阳县).
func nameBefore(s string) string {
	name, start := "", len(s)
	for n := 0; n < longest && start > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:start])
		if size < 3 {
			break
		}
		start -= size
		full := s[start:]
		known := divisions().name[full]
		if len(known) == 0 && n >= 2 && !strings.HasSuffix(full, "市") {
			known = divisions().stem[stem(full)]
		}
		if len(known) > 0 && (!has(words()["common"], full) || behindCity(s[:start], known)) && !insideWord(s) {
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
			known := divisions().stem[s[at:end]]
			if len(known) == 1 && !strings.HasSuffix(known[0].name, "市") && !has(words()["plain"], s[at:end]) {
				score[known[0].name] += weight
			}
		}
		at += first
	}
}

// locate tells which of the divisions of a name is meant by the other places
// the page names; the zero division when nothing tells them apart.
func locate(name, page string) division {
	known := divisions().name[name]
	if len(known) == 0 {
		known = divisions().stem[stem(name)]
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
