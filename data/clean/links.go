package clean

import (
	"strings"
	"unicode/utf8"

	"qubi/data/clean/script"
	"qubi/data/lexicon"
)

// A page's rows of links stand mostly before its article:
//
//	中国政府网 | 某某区人民政府网 | 登录 注册      parts that are links
//	政务公开                                  one a line, as in a menu
//	走进某某                                  below another one of a menu

// linkRunes is how long a link may be, in characters.
const linkRunes = 12

// isBar reports whether a rune parts two links.
func isBar(r rune) bool { return script.IsBlank(r) || bars.Has(r) }

var bars = lexicon.SetOf("|¦｜│>»")

// isLinks reports whether a line is a row of links: before the article most of
// its parts are, elsewhere all.
func isLinks(s string, head bool) bool {
	barred := bars.In(s)
	parts, links := 0, 0
	for part := range strings.FieldsFuncSeq(s, isBar) {
		switch {
		case part == "I" || part == "l": // a bar that was retyped
			continue
		case utf8.RuneCountInString(part) > linkRunes && !strings.HasSuffix(part, "网"):
			return false
		case furnitureWords().is("link", part), furnitureWords().ends("site", part), barred && strings.HasSuffix(part, "网"):
			links++
		}
		parts++
	}
	return parts == 0 && s != "" || parts > 1 && (links == parts || head && 2*links > parts)
}

// isMenu reports whether a line before the article is one link of a menu; below
// says that the line above it was one.
func isMenu(l line, below bool) bool {
	w := furnitureWords()
	if site, _, motto := strings.Cut(l.text, " - "); motto && strings.HasSuffix(site, "网") && l.runes <= 2*linkRunes {
		return true // 某某网 - 某某之家
	}
	return w.is("menu", l.text) || w.is("link", l.text) || l.runes <= 2*linkRunes && w.ends("banner", l.text) || below && l.runes <= 6 && w.begins("menu start", l.text)
}
