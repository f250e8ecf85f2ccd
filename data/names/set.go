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

// part is a part of a set whose parks are told one by one: 四园，甲园…；乙园….
type part struct {
	name      string
	left      int           // how many are still to be told
	parks     []*model.Fact // of this part and those before
	paragraph int
}

// gather gives the parks among facts the set that they make up: those that its sentence
// tells, where they are as many as it has (以甲城为核心, 串联乙园、丙谷, 形成“一城两片”), those
// of its parts, or those that it tells by their last words.
func (s set) gather(facts, ofParts []*model.Fact, sentence model.Span) {
	for _, p := range ofParts {
		if strings.Contains(s.name, p.Group) {
			p.Group = s.name // 四园 of 一区四园
		}
	}
	var told []*model.Fact
	for _, p := range facts {
		if p.Place.Sentence == sentence {
			told = append(told, p)
		}
	}
	if n := len(told); n > 0 && (n == setSize(s.name, 0) || n > 1 && strings.Contains(s.name, "多")) {
		for _, p := range told {
			if p.Group == "" {
				p.Group = s.name
			}
		}
	}
	s.byLastWords(facts)
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
// them: 3 of 一区三园.
func setSize(set string, many int) int {
	sum, last := 0, 0
	for set != "" {
		n, count := chineseCount(set)
		if n == 0 {
			_, n = utf8.DecodeRuneInString(set)
		} else {
			last = count
		}
		sum += count
		set = set[n:]
	}
	if last == many {
		return many
	}
	return sum
}

// isSet reports whether a text names a set by its parts: 六园, 一城一谷一基地,
// 一核两翼.
func isSet(s string) bool {
	parts := 0
	for s != "" {
		n, _ := chineseCount(s)
		if n == 0 && (parts == 0 || !strings.HasPrefix(s, "多")) { // 一区多园
			return false
		}
		s = s[max(n, len("多")):]
		part := lexicon.NamePartOfASet.Prefix(s)
		if part == "" {
			return false
		}
		s = s[len(part):]
		parts++
	}
	return parts > 0
}

// counting are the characters that small numbers are made of.
var counting = lexicon.SetOf("一二两三四五六七八九十")

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
