package names

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/model"
)

// The sets that parks belong to.

// set is a set of parks that a text names: “一城一谷一基地”.
type set struct {
	name     string
	sentence int
}

// byLastWords gives the parks that a set names by their last words the set, where they are as
// many as it has of each: “一城一谷一基地”.
func (s set) byLastWords(facts []*model.Fact) {
	var all []*model.Fact
	for rest := s.name; rest != ""; {
		n, count := chineseCount(rest)
		rest = rest[n:]
		part := lexicon.NamePartOfASet.Prefix(rest)
		if n == 0 || part == "" {
			return
		}
		rest = rest[len(part):]
		var found []*model.Fact
		for _, p := range facts {
			if p.Group == s.name {
				return
			}
			if p.Group == "" && strings.HasSuffix(p.Name, part) {
				found = append(found, p)
			}
		}
		if len(found) != count {
			return
		}
		all = append(all, found...)
	}
	for _, p := range all {
		p.Group = s.name
	}
}

// setSize is how many parks a set says it has: 4 of 一城三片; that many where its last part has
// them and those before are one each: 3 of 一区三园.
func setSize(set string, many int) int {
	sum, last, parts := 0, 0, 0
	for set != "" {
		n, count := chineseCount(set)
		if n == 0 {
			_, n = utf8.DecodeRuneInString(set)
		} else {
			last = count
			parts++
		}
		sum += count
		set = set[n:]
	}
	if last == many && sum-last == parts-1 {
		return many
	}
	return sum
}

// isSet reports whether a text names a set by its parts: 六园.
func isSet(s string) bool { return setParts(s) > 0 }

// setParts is how many parts a set is told by: 3 of 一城一谷一基地, 2 of 一核两翼; 0 of what is no set.
func setParts(s string) (parts int) {
	for s != "" {
		n, _ := chineseCount(s)
		if n == 0 && (parts == 0 || !strings.HasPrefix(s, "多")) { // 一区多园
			return 0
		}
		s = s[max(n, len("多")):]
		part := lexicon.NamePartOfASet.Prefix(s)
		if part == "" {
			return 0
		}
		s = s[len(part):]
		parts++
	}
	return parts
}

// counting are the characters that small numbers are made of.
var counting = lexicon.SetOf(counts)

const counts = "一二两三四五六七八九十"

// chineseCount reads a small number in Chinese: its length in bytes and value.
func chineseCount(s string) (size, value int) {
	if r, _ := lexicon.First(s); !counting.Has(r) {
		return 0, 0
	}
	n, size, err := numeral.Scan(s)
	if err != nil || n.Exp != 0 || n.Coef > 99 {
		return 0, 0
	}
	return size, int(n.Coef)
}
