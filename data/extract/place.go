package extract

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
)

// Places at the front of a name: the district, whose name says nothing there, and a province, whose
// name says who is counted.

// The provinces, each by the character that stands for it.
var provinces = lexicon.SetOf("京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔滇藏陕甘青宁新")

// ownName is the length of the district's name at the front of s, but for that of a river or a port,
// and where no word begins behind it, so that it may be part of one: 梁平柚, or where it is a zone's.
func ownName(s, district string) int {
	rest, ok := strings.CutPrefix(s, district)
	if !ok || district == "" || rest == "" || scan.BeginsAny(rest, "河", "港") {
		return 0
	}
	rank := rankWord(rest)
	if word := lexicon.Match(rest, 0, len(rest)).Text(); rank == 0 && lexicon.HanAt(rest, 0) && utf8Len(word) < 2 || zoneWords.Prefix(rest) != "" {
		return 0
	}
	return len(district) + rank
}

// rankWord is the length of the 区, 县 or 市 that ends a district's full name
// (济阳区|固定资产投资), but not where it begins a word (济阳|区域经济).
func rankWord(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	if !strings.ContainsRune("区县市", r) || len(s) == n || strings.ContainsRune("域场政区级民直属内", next) {
		return 0
	}
	return n
}
