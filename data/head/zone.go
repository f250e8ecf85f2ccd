package head

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// zone is the place that a clause of a title begins with, where that is no division
// of the table: a development zone under its city (济南高新区), or a division younger
// than the table. One whose city its name does not tell is believed if the title is that
// of its own document (两江新区2021年工作报告) or the text names it again.
//
//	济南高新区交出2022年成绩单 -> 济南高新区, 济南市
func zone(title, text string) (name, city string) {
	clause := ""
	for _, clause = range strings.FieldsFunc(title, func(r rune) bool { return strings.ContainsRune("，,：: \u3000", r) }) {
		city, clause = behindSeat(afterAny(clause, words()["leadin"]))
		if name = placeAhead(clause); name != "" {
			break
		}
	}
	if name == "" {
		return "", ""
	}
	for i := range name {
		for _, rank := range []string{"市", "盟"} {
			if i > 0 && divisions().cities[name[:i]+rank] {
				city = name[:i] + rank
			}
		}
	}
	if city == "" && !has(words()["ofplace"], clause[len(name):]) && !strings.Contains(strings.Replace(text, title, "", 1), name) {
		return "", ""
	}
	return name, city
}

// afterAny is what stands behind the word of the list with which s begins.
func afterAny(s string, list []string) string {
	for _, w := range list {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return rest
		}
	}
	return s
}

// behindSeat parts the city that a clause begins with, its province before it or
// not, from the rest: 安徽省合肥市新站高新区.
func behindSeat(clause string) (city, rest string) {
	end := strings.Index(clause, "市") + len("市")
	for at := range clause[:max(0, end-len("市"))] {
		if city = clause[at:end]; divisions().cities[city] {
			return city, clause[end:]
		}
	}
	return "", clause
}

// The characters that a place's name has before its kind: 云山 of 云山区.
const (
	leastOfZone = 2
	mostOfZone  = 8
)

// placeAhead is the name of a zone or a division at the beginning of a title.
func placeAhead(title string) string {
	kinds := words()["zone"]
	for i, r := range title {
		if !unicode.Is(unicode.Han, r) {
			return ""
		}
		for _, kind := range kinds {
			if !strings.HasPrefix(title[i:], kind) {
				continue
			}
			stem := strings.TrimSuffix(strings.TrimSuffix(title[:i], "国家级"), "国家") // 安康国家高新技术产业开发区
			if n := utf8.RuneCountInString(stem); n < leastOfZone || n > mostOfZone || notPlace(stem) && !divisions().cities[stem+"市"] {
				return ""
			}
			return title[:i+len(kind)]
		}
	}
	return ""
}

// notPlace reports whether a stem holds a word that no place's name has: 全市, 国家级.
func notPlace(stem string) bool {
	for _, w := range words()["noplace"] {
		if strings.Contains(stem, w) {
			return true
		}
	}
	return false
}
