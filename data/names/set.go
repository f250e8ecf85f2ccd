package names

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
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

// opensPart takes in a list that is only a part of a set, which those behind spell out.
func (f *finder) opensPart(l *list) {
	if name := f.of(l.members[0].Span); len(l.members) == 1 && l.opens && isSet(name) {
		f.part = part{name, setSize(name, 0), f.part.parks, f.sentences[l.sentence].Paragraph}
	}
}

// gather gives parks the set that they make up: those that the sentence tells, where they are
// as many as it has (以甲城为核心, 串联乙园、丙谷, 形成“一城两片”), those of its parts, or those
// that it tells by their last words.
func (f *finder) gather(s set) {
	for _, p := range f.part.parks {
		if strings.Contains(s.name, p.Group) {
			p.Group = s.name // 四园 of 一区四园
		}
	}
	var told []*model.Fact
	for _, p := range f.facts {
		if p.Place.Sentence == f.sentences[s.sentence].Span {
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
	f.byLastWords(s.name)
}

// byLastWords gives the parks that a set names by their last words the set, where they are as
// many as it has of each: “一城一谷一基地”.
func (f *finder) byLastWords(set string) {
	var all []*model.Fact
	for rest := set; rest != ""; {
		n, count := chineseCount(rest)
		rest = rest[n:]
		part := begins(rest, lexicon.NamePartOfASet)
		if n == 0 || part == "" {
			return
		}
		rest = rest[len(part):]
		var found []*model.Fact
		for _, p := range f.facts {
			if p.Group == set {
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
		p.Group = set
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

// set is the named set that a list spells out or belongs to; empty when none.
func (f *finder) set(l *list) string {
	if l.set.Len() > 0 {
		return f.of(trimQuotes(f.text, l.set))
	}
	for _, s := range []model.Span{l.label, l.complement, l.class} {
		if s.Len() == 0 || s.Len() > 36 {
			continue
		}
		if name := f.of(trimQuotes(f.text, s)); isSet(name) || len(name) < s.Len() && ends(name, lexicon.NamePartOfASet) != "" {
			return name
		}
	}
	return ""
}
