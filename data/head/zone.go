package head

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// zone is the place that a clause of a title begins with and the text names again, where
// that is no division of the table: a development zone under its city (济南高新区),
// or a division younger than the table. City is told by the zone's own name.
//
//	济南高新区交出2022年成绩单 ... 高新区新签约项目62个 -> 济南高新区, 济南市
func zone(title, text string) (name, city string) {
	for _, clause := range strings.FieldsFunc(title, func(r rune) bool { return strings.ContainsRune("，,：: \u3000", r) }) {
		if name = placeAhead(clause); name != "" {
			break
		}
	}
	if name == "" || strings.Count(strings.Replace(text, title, "", 1), name) == 0 {
		return "", ""
	}
	for i := range name {
		for _, rank := range []string{"市", "盟"} {
			if i > 0 && divisions().cities[name[:i]+rank] {
				city = name[:i] + rank
			}
		}
	}
	return name, city
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
			stem := title[:i]
			if n := utf8.RuneCountInString(stem); n < leastOfZone || n > mostOfZone || notPlace(stem) && !divisions().cities[stem+"市"] {
				return ""
			}
			return stem + kind
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
