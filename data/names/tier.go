package names

import (
	"strings"

	"qubi/data/lexicon"
)

// inTier are the characters by which the size of an industry is told.
var inTier = lexicon.SetOf("两二三四五六七八九十百千万0123456789")

// tierAt is the size of an industry whose 亿 stands at a place: 千亿级; "" where that is none.
func tierAt(s string, at int) string {
	start := at
	for start > 0 {
		r, n := lexicon.Last(s[:start])
		if !inTier.Has(r) {
			break
		}
		start -= n
	}
	size, rest := s[start:at], strings.TrimPrefix(s[at+len("亿"):], "元")
	tens := strings.IndexAny(size, "百千万")
	if size == "" || tens >= 0 && strings.ContainsAny(size, "0123456789") || tens != 0 && !strings.HasPrefix(rest, "级") {
		return ""
	}
	return size + "亿级"
}

func firstTier(s string) string {
	for i, r := range s {
		if r == '亿' {
			if t := tierAt(s, i); t != "" {
				return t
			}
		}
	}
	return ""
}

func lastTier(s string) string {
	for i := strings.LastIndex(s, "亿"); i >= 0; i = strings.LastIndex(s[:i], "亿") {
		if t := tierAt(s, i); t != "" {
			return t
		}
	}
	return ""
}
