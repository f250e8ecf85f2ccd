package names

import (
	"slices"
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

// setsIn adds the sets that the nodes of a sentence name, quoted or not.
func (p *parser) setsIn(sets []set, sentence int) []set {
	for _, n := range p.nodes {
		name := strings.Trim(p.text[n.Start:n.End], "“”‘’\"「」『』")
		if n.kind == nodeSet || n.kind == nodeItem && setParts(name) > 1 {
			sets = append(sets, set{name, sentence})
		}
	}
	return sets
}

// parkAt is a park where a list tells of it.
type parkAt struct {
	*model.Fact
	sentence int
	opens    bool // what is told begins with it
}

// setReach is how many sentences behind a set its parks may be told one by one.
const setReach = 40

// gather gives the parks the set that they make up: those of its sentence (以甲城为核心, 串联乙园、
// 丙谷, 形成“一城两片”), or those with which its paragraph goes on, or paragraphs up to the next
// set open (一区两园：甲园…；乙园…), where they are as many as it has, or those that it tells by
// their last words.
func (f *finder) gather(sets []set) {
	for i, s := range sets {
		until := s.sentence + setReach
		for _, next := range sets[i+1:] {
			if !strings.Contains(s.name, next.name) { // 四园 of 一区四园
				until = min(until, next.sentence)
				break
			}
		}
		if !f.join(s, func(p parkAt) bool { return p.sentence == s.sentence }) &&
			!f.join(s, func(p parkAt) bool {
				if !p.opens || p.sentence <= s.sentence || p.sentence >= until {
					return p.opens && p.sentence == s.sentence
				}
				at := f.sentences[p.sentence].Paragraph
				return at == f.sentences[s.sentence].Paragraph || at != f.sentences[p.sentence-1].Paragraph
			}) {
			s.byLastWords(f.facts)
		}
	}
}

// join gives some of the parks without a set one, where they are as many as it has; it reports
// whether they are.
func (f *finder) join(s set, among func(parkAt) bool) bool {
	var found []*model.Fact
	for _, p := range f.parks {
		if (p.Group == "" || p.Group == s.name) && among(p) && !slices.Contains(found, p.Fact) {
			found = append(found, p.Fact)
		}
	}
	if n := len(found); n < 2 || n != setSize(s.name, n) && !strings.Contains(s.name, "多") {
		return false
	}
	for _, p := range found {
		p.Group = s.name
	}
	return true
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
