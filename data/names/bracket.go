package names

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/model"
)

// Brackets: an aside, a part of a name, a heading, or a list of what was counted.

// bracket reads a bracket: what is told in it is an aside, a short word without
// a number belongs to the name before it: 甲项目(一期).
func (p *parser) bracket(i int) int {
	end, plainWords := p.closes(i)
	switch {
	case i == 0 && p.tokens[i].mark == '【':
		return i + 1 // a heading: 【甲产业园】
	case p.enumeratesCounted(i):
		p.add(nodeHas, i)
		return i + 1
	case end < 0:
		p.add(nodeBreak, i)
		return i + 1
	case p.open && p.bracketed(i, end, plainWords):
		for ; i <= end; i++ {
			p.material(i)
		}
		return end + 1
	}
	n := p.add(nodeAside, i)
	n.End = p.tokens[end].End
	return end + 1
}

// closes is where the bracket at i ends, -1 where it does not soon, and whether it holds
// nothing but plain words.
func (p *parser) closes(i int) (end int, plainWords bool) {
	mate, _ := lexicon.First(closing(p.tokens[i].mark))
	plainWords = true
	for j := i + 1; j < len(p.tokens) && p.tokens[j].Start-p.tokens[i].End < 2*quoteBytes; j++ {
		if p.tokens[j].kind == mark && p.tokens[j].mark == mate {
			return j, plainWords
		}
		plainWords = plainWords && p.tokens[j].kind != mark && p.tokens[j].kind != number && !p.is(j, amount) && !p.is(j, stop)
	}
	return -1, plainWords
}

// enumeratesCounted reports whether the bracket at i tells one by one what was counted before
// it, as a colon would: 产业园2个（甲产业园、乙产业园）.
func (p *parser) enumeratesCounted(i int) bool {
	if p.open || len(p.nodes) == 0 || p.nodes[len(p.nodes)-1].kind != nodeCount {
		return false
	}
	for _, t := range p.tokens[i+1:] {
		if t.kind == mark || t.kind == number {
			return t.mark == '、'
		}
	}
	return false
}

// bracketed reports whether the bracket from i to end belongs to the item: it is a short word, or
// the name goes on behind it: 甲水系（乙、丙村）治理工程. A park's other name is told beside it.
func (p *parser) bracketed(i, end int, plainWords bool) bool {
	within := headOf(p.text[p.tokens[i].End:p.tokens[end].Start])
	if within != nil && within.park && headOf(p.item()) != nil || asideStage(p.text[p.tokens[i].End:p.tokens[end].Start]) != model.NoStage {
		return false
	}
	if plainWords && p.tokens[end].Start-p.tokens[i].End <= len("甲乙丙丁戊己庚辛壬癸") {
		return true
	}
	if p.closed() || !p.noun(end+1) {
		return false
	}
	_, whole := p.continues(end + 1)
	return whole
}

// asideStage is the stage that a bracket behind a name tells alone: （续建）, （正在开展前期工作）.
func asideStage(bracket string) model.Stage {
	said := strings.Trim(bracket, "（）()")
	switch v := lex().of(lexicon.Verb.Suffix(said)).verb; {
	case len(said) > maxNameBytes:
		return model.NoStage
	case ends(said, lexicon.NamePrepares) != "":
		return model.Planned
	case v.builds() && (v.strong || v.goes || v.ahead): // but （扩建）
		return v.project
	}
	return model.NoStage
}
