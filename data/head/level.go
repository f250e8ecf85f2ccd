package head

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"qubi/model"
)

// seat is the place that a document is of.
type seat struct {
	name, city, province string
	level                model.Level
}

// higher is the city, province or township that a document is of, by the one who
// speaks in it or by its title; the zero seat for a district's. A city whose
// district is named behind it (济南市济阳区) is no such place.
//
//	济南市2021年政府工作报告        -> 济南市, a city
//	济阳区回河街道2021年工作总结    -> 回河街道, a township
func higher(title, text string) seat {
	if s := seatNamed(speaker(text)); s.level != model.OfDistrict {
		return s
	}
	title = strings.ReplaceAll(title, " ", "")
	for at := range title {
		for _, behind := range words()["ofplace"] {
			if !strings.HasPrefix(title[at:], behind) {
				continue
			}
			if s := seatNamed(nameAtEnd(title[:at])); s.level != model.OfDistrict {
				return s
			}
		}
	}
	return seat{}
}

// nameAtEnd is the place's name that s ends with: all that stands behind what is
// no character of a name.
func nameAtEnd(s string) string {
	start := len(s)
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:start])
		if !unicode.Is(unicode.Han, r) || r == '年' {
			break
		}
		start -= n
	}
	return s[start:]
}

// seatNamed is the place of a name, the zero seat for a district and for what is
// no place. Before a township its district may stand, before a city its province.
func seatNamed(name string) seat {
	a := divisions()
	for _, of := range words()["about"] {
		name = strings.TrimPrefix(name, of)
	}
	if name == "" || len(a.named(name)) > 0 {
		return seat{}
	}
	if s, ok := a.above[name]; ok {
		return s
	}
	for n := 0; n < len(name); {
		_, size := utf8.DecodeRuneInString(name[n:])
		n += size
		if s, ok := a.above[name[n:]]; ok && s.level == model.OfCity && strings.HasPrefix(name, s.province) {
			return s
		}
	}
	return township(name)
}

// township is a town, a township or a street office, and the city of the district
// that stands before it.
func township(name string) seat {
	kind := ""
	for _, k := range words()["township"] {
		if strings.HasSuffix(name, k) {
			kind = k
		}
	}
	if kind == "" || endsIn(name, words()["notown"]) {
		return seat{}
	}
	s := seat{name: name, level: model.OfTownship}
	for at := range name {
		if before := nameBefore(name[:at]); before != "" && at < len(name)-len(kind) {
			d := locate(before, name)
			s.name, s.city, s.province = name[at:], d.city, d.province
		}
	}
	if n := utf8.RuneCountInString(s.name) - utf8.RuneCountInString(kind); n < 1 || n > 5 {
		return seat{}
	}
	return s
}

// levelOf is the level of a place by its name.
func levelOf(name string) model.Level {
	if isZone(name, "") {
		return model.OfZone
	}
	return seatNamed(name).level
}

// endsIn reports whether s ends with a word of the list.
func endsIn(s string, list []string) bool {
	return slices.ContainsFunc(list, func(w string) bool { return strings.HasSuffix(s, w) })
}
