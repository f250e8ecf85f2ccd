package numeral

import (
	"strings"
	"unicode/utf8"
)

// scanMixed reads digits and scales by turns, as speeches write them: 3千5百,
// 1万2千, 2亿3千万. It gives the size 0 unless there are two turns or more, each
// smaller than the one before and the last with its scale too: a single one
// (3千, 1.2亿) is digits and a unit, and 3万5 says nothing certain.
func scanMixed(s string) (n Number, size int) {
	var total, section int64 // whole 亿 and 万; what is below the next of them
	turns := 0
	below := int64(1e8) + 1 // a 万 or 亿 must be smaller than the last
	within := int64(1e4)    // so must a 百 or 千, since then
	for size < len(s) && startsWestern(s[size:]) {
		d := int64(0)
		for at := size; ; {
			r, w := utf8.DecodeRuneInString(s[at:])
			v, ok := western(r)
			if !ok {
				size = at
				break
			}
			if d = d*10 + v; d > 9999 {
				return Number{}, 0
			}
			at += w
		}
		small, w := scaleAt(s[size:], "百千")
		if size += w; w > 0 && (small >= within || d > 9 || strings.ContainsAny(s[size:min(len(s), size+3)], unitsOfThousand)) {
			return Number{}, 0
		} else if w > 0 {
			within = small
			d *= small
		}
		section += d
		big, v := scaleAt(s[size:], "万亿")
		if w+v == 0 || v > 0 && big >= below {
			return Number{}, 0
		}
		if size += v; v > 0 {
			total, section, below, within = total+section*big, 0, big, 1e4
		}
		turns++
	}
	if turns < 2 || below <= within && section >= below {
		return Number{}, 0
	}
	return Number{Coef: total + section, Over: 1}, size
}

// unitsOfThousand follow a 千 that is theirs: 1万5千瓦 may be 15 kW or 15000 W.
const unitsOfThousand = "瓦米克伏卡赫"

// scaleAt is the scale that s begins with, one of those named, and its size.
func scaleAt(s, of string) (scale int64, size int) {
	r, w := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune(of, r) {
		return 0, 0
	}
	switch r {
	case '百':
		return 1e2, w
	case '千':
		return 1e3, w
	case '万':
		return 1e4, w
	case '亿':
		return 1e8, w
	}
	return 0, 0
}
