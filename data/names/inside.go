package names

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/model"
)

// Whether a verb stands beside a name or is part of it.

// closed reports whether the item being read is whole: it ends as names do.
func (p *parser) closed() bool {
	item := p.item()
	if item == "" {
		return true
	}
	switch last, _ := lexicon.Last(item); last {
	case '县', '镇', '乡', '局', '办', '村':
		return true
	case '区', '市':
		if lexicon.Runes(item) <= 4 && weigh(item).own > 0 {
			return true
		}
	}
	h := headOf(item)
	return h != nil && (h.length < len(item) || h.class || h.set)
}

// continues reports whether the run of words from i on ends as a name does, so
// that a verb within it is part of the name: direct says that the name ends with
// the first words that are no verbs.
func (p *parser) continues(i int) (direct, whole bool) {
	first, verbs := i, true
	for start := p.tokens[i].Start; i < len(p.tokens) && p.tokens[i].Start-start < quoteBytes && p.within(i); i++ {
		rest := p.text[start:p.tokens[i].End]
		if p.tokens[i].entry != nil && !p.noun(i) {
			whole = whole || i > first && p.endsHere(i+1) && endsWorked(rest) // 矿山修复、, 排放改造完工
			continue
		}
		built := endsThing(rest) || strings.HasSuffix(rest, "公司")
		direct = direct || verbs && (built || strings.HasSuffix(rest, "产业") || strings.HasSuffix(rest, "集群"))
		whole = whole || built
		verbs = false
	}
	return direct, whole
}

// endsWorked reports whether a text ends in what is done to a thing: 改造.
func endsWorked(s string) bool {
	h := headOf(s)
	return h != nil && h.action
}

// within reports whether the token at i may stand within a name.
func (p *parser) within(i int) bool {
	switch t := &p.tokens[i]; {
	case t.kind == number:
		return strings.HasSuffix(p.text[:t.Start], "第") // 第三条生产线
	case t.kind == mark, t.kind == setName:
		return false
	case t.kind != word:
		return true
	case t.entry.verb != nil:
		return t.entry.verb.inner
	default:
		return t.entry.class <= general
	}
}

// verb reads a verb that says something of names, or is part of one.
func (p *parser) verb(i int) {
	if v := p.tokens[i].entry.verb; p.partOfName(i, v) {
		p.material(i)
	} else {
		p.act(i, v)
	}
}

// partOfName reports whether a verb is part of the name before it, or opens one.
func (p *parser) partOfName(i int, v *verb) bool {
	if !p.open {
		return v.inner && (p.opensStreet(i+1, true) || p.last() == nodeJoint && lexicon.NameWithIts.Has(p.of(&p.tokens[i])))
	}
	direct, whole := p.continues(i)
	switch {
	case !v.inner, p.joins():
		return false
	case p.amidList(i, nodeComma):
		return true
	case v.left && p.governs(i):
		return false
	case whole && !p.closed():
		return true
	}
	built := strings.HasSuffix(p.item(), "项目建设")                         // 甲项目建设提速
	return !p.closedBySubject() && (direct || !built && p.endsHere(i+1)) // 舜耕路整治提升
}

// joins reports whether the item is one who acts together with others: 与甲园区|共建乙产业园.
func (p *parser) joins() bool {
	n := len(p.nodes)
	if n < 2 || n > 2 && p.nodes[n-3].kind != nodeBreak && p.nodes[n-2].kind != nodeStop {
		return false
	}
	return lexicon.NamePartner.Has(p.text[p.nodes[n-2].Start:p.nodes[n-2].End])
}

// governs reports whether a verb that may be part of a name has nothing proper before it in
// the item and a proper name behind: 汇聚各方力量建设甲园.
func (p *parser) governs(i int) bool {
	if w := weigh(p.item()); w.own+w.topic > 0 || w.signed {
		return false
	}
	end := i + 1
	for p.noun(end) {
		end++
	}
	if end == i+1 {
		return false
	}
	name := p.text[p.tokens[i+1].Start:p.tokens[end-1].End]
	h := headOf(name)
	return h.builds() && weigh(name).own >= 2 && h.named(name, false)
}

// act adds a verb, together with the verbs right before it. One that 后 follows tells
// what comes once it is so, and not that it is: 投产后年产值可达….
func (p *parser) act(i int, v *verb) {
	if rest := p.text[p.tokens[i].End:]; strings.HasPrefix(rest, "后") && v.project == model.Done && (!p.open || p.toCome(i+1)) {
		v = v.as(model.Planned)
		v.once = true
	}
	if n := len(p.nodes); n > 0 && p.nodes[n-1].kind == nodeVerb && !p.open {
		last := &p.nodes[n-1]
		last.verb = compose(last.verb, v)
		last.End = p.tokens[i].End
		return
	}
	p.add(nodeVerb, i).verb = v
}

// toCome reports whether the clause from the token at i on tells what is to come.
func (p *parser) toCome(i int) bool {
	for ; i < len(p.tokens) && p.tokens[i].kind != mark; i++ {
		if lexicon.NameToCome.Has(p.of(&p.tokens[i])) {
			return true
		}
	}
	return false
}

// compose is what two verbs in a row say: the sides of the second, its stage
// where it has one; what is only planned stays so.
func compose(a, b *verb) *verb {
	c := *b
	c.left = b.left
	c.strong = a.strong || b.strong
	c.honour = b.honour
	c.past = a.past || b.past
	if a.outweighs(b) {
		c.project = a.project
	}
	if b.cluster == "" {
		c.cluster = a.cluster
	}
	c.right = b.right || a.right && !b.left
	c.ahead, c.once = a.ahead || b.ahead, a.once || b.once
	return &c
}

// outweighs reports whether the first of two verbs in a row tells the stage.
func (a *verb) outweighs(b *verb) bool {
	switch {
	case b.project == model.NoStage || a.ahead:
		return true
	case b.project == model.Done:
		return a.goes && a.project == model.Building || a.project == model.Planned && !b.strong // 加快建成, 招标已完成
	}
	return a.project == model.Done && b.project == model.Building
}

// closedBySubject reports whether the item is one who acts: 某某区, 某某公司.
func (p *parser) closedBySubject() bool {
	item := p.item()
	if ends(item, lexicon.Firms) != "" {
		return true
	}
	h := headOf(item)
	switch last, _ := lexicon.Last(item); last {
	case '县', '镇', '乡', '局', '办':
		return !h.builds() // 某某古镇
	case '区', '市':
		return lexicon.Runes(item) <= 4 && h == nil && weigh(item).own > 0
	}
	return false
}

// endsHere reports whether a name may end before the token at i, verbs of the
// name's own aside.
func (p *parser) endsHere(i int) bool {
	for ; i < len(p.tokens); i++ {
		switch t := &p.tokens[i]; t.kind {
		case word:
			if t.entry.verb == nil {
				if lexicon.NamePhase.Has(p.of(t)) { // 提升改造一期
					continue
				}
				return t.entry.class == soft || t.entry.class > common && t.entry.class != general
			}
			if !t.entry.verb.inner {
				return true
			}
		case number:
			return t.unit.Is(lexicon.CountUnit) || t.unit.Is(lexicon.DateUnit)
		default:
			return t.kind == mark || t.kind == setName
		}
	}
	return true
}

// opensStreet reports whether a verb before i is rather the first word of a
// street's or a square's name: 发展大道, 建设北路. It is not sure of a verb that names hold
// seldom: 畅通路网.
func (p *parser) opensStreet(i int, sure bool) bool {
	if i >= len(p.tokens) {
		return false
	}
	after := p.text[p.tokens[i].Start:min(len(p.text), p.tokens[i].Start+len("北大道"))]
	rest := strings.TrimLeft(after, "东西南北中一二三四五六七八九十")
	street := begins(rest, lexicon.NameStreet)
	return street != "" && (sure || len(rest) < len(after) || len(street) > len("路") || p.tokens[i].Len() == len(street))
}

// weak reads a verb of the common language: it ends a name that is whole.
func (p *parser) weak(i int) {
	if !p.open && (p.opensStreet(i+1, p.last() == nodeComma) || p.opensMember(i)) {
		p.material(i) // 解放大道; 甲路、废弃矿山修复等工程
		return
	}
	if p.open {
		if direct, whole := p.continues(i); !p.closed() && (direct || whole || p.listed(i)) || p.ends(i+1) || !p.closedBySubject() && (direct || p.amidList(i, nodeVerb)) {
			p.material(i)
			return
		}
	}
	p.add(nodeWeak, i)
}

// opensMember reports whether a verb of the common language is the first word of a listed name:
// what follows it is one, too, as far as the next mark.
func (p *parser) opensMember(i int) bool {
	if !p.noun(i + 1) {
		return false
	}
	_, whole := p.continues(i + 1)
	return p.last() == nodeComma && (whole || p.listed(i)) || whole && p.thingFollows()
}

// thingFollows reports whether a thing rather than a deed stands behind the last node, a verb or what
// a thing costs: 建成|冷冻食品厂, 投资3亿元的|冷冻食品厂, but 完成|更换管网.
func (p *parser) thingFollows() bool {
	switch n := len(p.nodes); p.last() {
	case nodeVerb:
		v := p.nodes[n-1].verb
		return v.left && (v.strong || v.inner || v.project == model.Signed)
	case nodeOf:
		return n > 1 && p.nodes[n-2].kind == nodeSize
	}
	return false
}

// strays reports whether the word at i, at which names end, is rather a syllable of a listed one: its
// first words stand behind a mark or a verb, and it ends as a thing's name does, right before 、 or 等:
// 、蒋家|则|水库、.
func (p *parser) strays(i int) bool {
	if n := len(p.nodes); p.tokens[i].Len() > len("先行") || strings.Contains(neverWithin, p.of(&p.tokens[i])) || n < 2 || p.nodes[n-2].kind != nodeComma && p.nodes[n-2].kind != nodeVerb || p.closed() || !p.noun(i+1) {
		return false
	}
	first := i + 1
	for i = first; i < len(p.tokens) && p.within(i); i++ {
	}
	return p.ends(i) && endsThing(p.text[p.tokens[first].Start:p.tokens[i-1].End])
}

// neverWithin are the words of one character that are no syllable of a name.
const neverWithin = "的是在了和与被等将把从向对为以于经由使让"

// amidList reports whether the verb at i stands within a listed name: the item stands behind another
// one or a node that may open a list, and what follows up to the next mark is a name, too:
// 、老旧小区加装电梯等工程.
func (p *parser) amidList(i int, opens nodeKind) bool {
	if n := len(p.nodes); !p.open || n < 2 || p.nodes[n-2].kind != nodeComma && p.nodes[n-2].kind != opens || !p.noun(i+1) && (i+1 >= len(p.tokens) || p.tokens[i+1].kind != number) {
		return false
	}
	from := p.tokens[i].Start
	for i++; i < len(p.tokens) && p.tokens[i].Start-from < quoteBytes && (p.within(i) || p.tokens[i].kind == number); i++ {
	}
	return p.ends(i)
}

// noun reports whether the token at i can be part of a name and no verb.
func (p *parser) noun(i int) bool {
	if i >= len(p.tokens) {
		return false
	}
	t := &p.tokens[i]
	return t.kind == character || t.kind == letters || t.kind == word && t.entry.verb == nil && t.entry.class < general
}

// listed reports whether the words from i on lead to 、 or 等, so that they are
// the rest of a listed name: 血液透析机、.
func (p *parser) listed(i int) bool {
	first := i
	for from := p.tokens[i].Start; i < len(p.tokens) && p.tokens[i].Start-from < len("甲乙丙丁戊己庚"); i++ {
		t := &p.tokens[i]
		if t.mark == '、' || p.is(i, tail) || p.is(i, adverb) && i > first+1 {
			return true
		}
		if i > first && t.kind != character && t.kind != letters && (t.kind != word || t.entry.verb != nil || t.entry.class > general) {
			return false
		}
	}
	return false
}

// joinsParts reports whether 、 at i stands within a name: 1、2号路, 甲路绿化、亮化工程.
func (p *parser) joinsParts(i int) bool {
	return p.digits(i-1) && p.digits(i+1) && !enumerates(p.item()) || endsWorked(p.item()) && p.deeds(i+1)
}

// praises reports whether the word at i says how a project is of which the name goes on.
func (p *parser) praises(i int) bool {
	if word := p.of(&p.tokens[i]); !lexicon.NameVague.Has(word) && !lexicon.NameWithin.Has(word) {
		return false
	}
	from := i + 1
	for i = from; p.noun(i) && (i == from || !p.project(i)); i++ {
	}
	return i > from && p.noun(i)
}

// deeds reports whether what is done stands at i, alone or listed, and then 项目 or 工程: 绿化、亮化工程.
func (p *parser) deeds(i int) bool {
	for ; i < len(p.tokens) && endsWorked(p.of(&p.tokens[i])); i++ {
		if p.project(i+1) || i+1 < len(p.tokens) && strings.HasPrefix(p.of(&p.tokens[i+1]), "建设项目") {
			return true
		}
		if i++; i >= len(p.tokens) || p.tokens[i].mark != '、' && !p.is(i, soft) {
			return false
		}
	}
	return false
}

// about reports whether the item says what it is about.
func (p *parser) about() bool {
	w := weigh(p.item())
	return w.own+w.topic > 1
}
