package names

import (
	"strings"

	"qubi/model"
)

// nodeKind is what a node is to the names beside it.
type nodeKind uint8

const (
	nodeItem     nodeKind = iota // what may be a name
	nodeVerb                     // a verb that says something of names
	nodeWeak                     // a verb of the common language
	nodeAdverb                   // between a name and its verb
	nodeComma                    // 、
	nodeJoint                    // 和
	nodeEtc                      // 等
	nodeCount                    // 两条, 一批
	nodeSize                     // 8公里, 3亿元
	nodeAmount                   // 总投资
	nodeOf                       // 的
	nodeIs                       // 是
	nodeHas                      // 包括, ：
	nodeAmong                    // 其中
	nodeTakes                    // 把, 以
	nodeKindWord                 // 为主导
	nodeSet                      // “六园”
	nodeAside                    // (…)
	nodeBreak                    // ，
	nodeStop                     // any other word at which names end
)

// node is a piece of a sentence as far as names go.
type node struct {
	model.Span
	kind   nodeKind
	verb   *verb
	count  int
	many   bool // a count that is no number: 一批
	money  bool // a size that is money
	strong bool // a break at which what was said ends: ；
	first  int  // its first token
}

// parser turns the tokens of a sentence into nodes.
type parser struct {
	text   string
	tokens []token
	nodes  []node
	open   bool // the last node is an item that may go on
}

func (p *parser) parse() []node {
	p.nodes, p.open = p.nodes[:0], false
	for i := 0; i < len(p.tokens); {
		i = p.step(i)
	}
	return p.nodes
}

func (p *parser) of(t *token) string { return p.text[t.Start:t.End] }

func (p *parser) add(k nodeKind, i int) *node {
	p.nodes = append(p.nodes, node{Span: p.tokens[i].Span, kind: k, first: i})
	p.open = false
	return &p.nodes[len(p.nodes)-1]
}

// material takes a token into the item being read.
func (p *parser) material(i int) {
	if p.open {
		p.nodes[len(p.nodes)-1].End = p.tokens[i].End
		return
	}
	p.add(nodeItem, i)
	p.open = true
}

// item is the name being read; empty when none is.
func (p *parser) item() string {
	if !p.open {
		return ""
	}
	n := p.nodes[len(p.nodes)-1]
	return p.text[n.Start:n.End]
}

// step reads the token at i and gives the next one to read.
func (p *parser) step(i int) int {
	t := &p.tokens[i]
	switch t.kind {
	case mark:
		return p.mark(i)
	case number:
		p.number(i)
	case setName:
		p.add(nodeSet, i)
	case quotation:
		if p.open && i > 0 && p.tokens[i-1].kind == quotation {
			p.add(nodeComma, i).End = t.Start // “甲”“乙”
		}
		p.material(i)
	case word:
		p.word(i)
	default:
		p.material(i)
	}
	return i + 1
}

// mark reads a punctuation mark.
func (p *parser) mark(i int) int {
	t := &p.tokens[i]
	switch t.mark {
	case '、':
		if p.open && enumerates(p.item()) && (len(p.nodes) == 1 || p.nodes[len(p.nodes)-2].kind == nodeBreak) {
			p.nodes = p.nodes[:len(p.nodes)-1] // 1、甲项目
			p.open = false
			return i + 1
		}
		if p.open && i > 0 && i+1 < len(p.tokens) && p.digits(i-1) && p.digits(i+1) && !enumerates(p.item()) {
			p.material(i) // 1、2号路
			return i + 1
		}
		p.add(nodeComma, i)
	case '：', ':':
		p.add(nodeHas, i)
	case '(', '（', '[', '【':
		return p.bracket(i)
	case '”', '’', '」', '』':
	case '；', ';', '。', '!', '！', '?', '？', '|', '│', '…', '●', '■', '◆', '★', '▪', '•':
		p.add(nodeBreak, i).strong = true
	default:
		p.add(nodeBreak, i)
	}
	return i + 1
}

// digits reports whether the token at i is a bare number.
func (p *parser) digits(i int) bool {
	return p.tokens[i].kind == letters && strings.Trim(p.of(&p.tokens[i]), "0123456789") == ""
}

// enumerates reports whether an item is a number by which a list is told.
func enumerates(s string) bool {
	return len(s) <= len("二十一") && strings.Trim(s, "0123456789一二三四五六七八九十") == ""
}

// bracket reads a bracket: what is told in it is an aside, a short word without
// a number belongs to the name before it: 甲项目(一期).
func (p *parser) bracket(i int) int {
	close := []rune(closing(p.tokens[i].mark))[0]
	end, plainWords := -1, true
	for j := i + 1; j < len(p.tokens) && p.tokens[j].Start-p.tokens[i].End < 2*quoteBytes; j++ {
		if p.tokens[j].kind == mark && p.tokens[j].mark == close {
			end = j
			break
		}
		plainWords = plainWords && p.tokens[j].kind != mark && p.tokens[j].kind != number && !p.is(j, amount) && !p.is(j, stop)
	}
	switch {
	case end < 0:
		p.add(nodeBreak, i)
		return i + 1
	case plainWords && p.open && p.tokens[end].Start-p.tokens[i].End <= len("甲乙丙丁戊己庚辛壬癸"):
		for ; i <= end; i++ {
			p.material(i)
		}
		return end + 1
	}
	n := p.add(nodeAside, i)
	n.End = p.tokens[end].End
	return end + 1
}

// number reads a number: a count, a size, or part of a name.
func (p *parser) number(i int) {
	t := &p.tokens[i]
	item := p.item()
	switch {
	case p.open && (endsLetter(item) || strings.HasSuffix(item, "年产") || strings.HasSuffix(item, "第") || p.within(item)):
		p.material(i)
	case t.unit == sizeUnit && p.opensName(i):
		p.material(i)
	case t.unit == countUnit:
		p.add(nodeCount, i).count = t.count
	case t.unit == dateUnit:
		p.add(nodeAdverb, i)
	default:
		if w := ends(item, "measure noun"); w != "" && w == item {
			p.nodes[len(p.nodes)-1].kind = nodeAmount
		} else if w != "" { // 甲项目投资3亿元
			last := &p.nodes[len(p.nodes)-1]
			last.End -= len(w)
			p.add(nodeAmount, i).Span = model.Span{Start: last.End, End: last.End + len(w)}
		}
		p.add(nodeSize, i).money = t.unit == moneyUnit
	}
}

// within reports whether an item says of how much something is: 日处理, 装机.
func (p *parser) within(item string) bool {
	return ends(item, "yield") != "" && ends(item, "yield") == item
}

func endsLetter(s string) bool {
	return s != "" && (s[len(s)-1]|0x20 >= 'a' && s[len(s)-1]|0x20 <= 'z')
}

// opensName reports whether a size is the first word of a name: 20万吨粮食储备库.
func (p *parser) opensName(i int) bool {
	unit := p.of(&p.tokens[i])
	if ends(unit, "size of a thing") == "" || i+1 >= len(p.tokens) {
		return false
	}
	next := &p.tokens[i+1]
	if next.Start > p.tokens[i].End && p.text[p.tokens[i].End] != '\n' {
		return false
	}
	return next.kind == character || next.kind == letters || next.kind == word && next.entry.verb == nil && next.entry.class >= plain && next.entry.class <= proper
}

// nodeOfClass says what node a word of a class makes; items are made otherwise.
var nodeOfClass = map[class]nodeKind{stop: nodeStop, adverb: nodeAdverb, amount: nodeAmount, tail: nodeEtc, many: nodeCount, scope: nodeStop,
	kindWord: nodeKindWord, particle: nodeOf, copula: nodeIs, having: nodeHas, among: nodeAmong, taking: nodeTakes}

// word reads a word of the lexicon.
func (p *parser) word(i int) {
	t := &p.tokens[i]
	switch e := t.entry; {
	case p.open && e.class != soft && e.class != tail && t.Len() > len("的") && !p.predicate(e) && p.project(i+1):
		p.material(i) // 废渣利用项目
	case e.verb != nil:
		p.verb(i)
	case e.class == adverb && e.weak && p.open && i+1 < len(p.tokens) && p.noun(i+1):
		p.material(i) // 经八纬一新基建
	case e.class == general || e.class == stop && t.Len() > len("对") && p.open && !p.closed() && p.listed(i):
		p.weak(i)
	case e.class == soft:
		p.joint(i)
	case e.class == stop && p.open && t.Len() > len("的") && i+1 < len(p.tokens) && (p.tokens[i+1].mark == '、' || p.is(i+1, tail)):
		p.material(i) // 河湖连通、围堤加固等项目
	case e.class == scope && p.open && !p.closed():
		p.material(i)
	default:
		k, ok := nodeOfClass[e.class]
		if !ok {
			p.material(i)
			return
		}
		p.add(k, i).many = e.class == many
	}
}

func (p *parser) predicate(e *entry) bool { return e.verb != nil && e.verb.right && e.verb.strong }

// is reports whether the token at i is a word of a class.
func (p *parser) is(i int, c class) bool {
	return i < len(p.tokens) && p.tokens[i].kind == word && p.tokens[i].entry.class == c
}

// project reports whether 项目 or 工程 stands at i.
func (p *parser) project(i int) bool {
	return i < len(p.tokens) && (strings.HasPrefix(p.of(&p.tokens[i]), "项目") || strings.HasPrefix(p.of(&p.tokens[i]), "工程")) && p.of(&p.tokens[i]) != "工程建设"
}

// closed reports whether the item being read is whole: it ends as names do.
func (p *parser) closed() bool {
	item := p.item()
	if item == "" {
		return true
	}
	if ends(item, "firms") != "" || ends(item, "company") != "" {
		return true
	}
	switch r := []rune(item); r[len(r)-1] {
	case '县', '镇', '乡', '局', '办', '村':
		return true
	case '区', '市':
		if len(r) <= 4 && weigh(item).own > 0 {
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
	start, verbs := i, true
	for ; i < len(p.tokens) && p.tokens[i].Start-p.tokens[start].Start < quoteBytes; i++ {
		t := &p.tokens[i]
		if t.kind == mark || t.kind == setName || t.kind == number {
			break
		}
		if t.kind == word {
			v := t.entry.verb
			if v != nil && !v.inner || v == nil && t.entry.class > general {
				break
			}
			if v != nil || t.entry.class == general {
				continue
			}
		}
		rest := p.text[p.tokens[start].Start:t.End]
		if h := headOf(rest); h != nil && (h.park || h.project || h.action) || strings.HasSuffix(rest, "公司") {
			if verbs {
				direct = true
			}
			whole = true
		}
		if verbs && h(rest) {
			direct = true
		}
		verbs = false
	}
	return direct, whole
}

// h reports whether a text is what lists of industries end in.
func h(s string) bool { return strings.HasSuffix(s, "产业") || strings.HasSuffix(s, "集群") }

// verb reads a verb that says something of names, or is part of one.
func (p *parser) verb(i int) {
	t := &p.tokens[i]
	v := t.entry.verb
	direct, whole := p.continues(i)
	switch {
	case p.open && v.inner && (direct && !p.closedBySubject() || whole && !p.closed()):
		p.material(i)
		return
	case p.open && v.inner && !p.closedBySubject() && p.endsHere(i+1):
		p.material(i) // 舜耕路整治提升
		return
	case !p.open && v.inner && p.opensStreet(i+1):
		p.material(i)
		return
	case p.open && !v.strong && v.right == false && !v.inner && whole && !p.closed() && direct:
		p.material(i)
		return
	}
	p.act(i, v)
}

// act adds a verb, together with the verbs right before it.
func (p *parser) act(i int, v *verb) {
	if n := len(p.nodes); n > 0 && p.nodes[n-1].kind == nodeVerb && !p.open {
		last := &p.nodes[n-1]
		last.verb = compose(last.verb, v)
		last.End = p.tokens[i].End
		return
	}
	p.add(nodeVerb, i).verb = v
}

// compose is what two verbs in a row say: the sides of the second, its stage
// where it has one; what is only planned stays so.
func compose(a, b *verb) *verb {
	c := *b
	c.left = b.left
	c.strong = a.strong || b.strong
	c.honour = b.honour
	c.past = a.past || b.past
	if b.project == "" || a.ahead || a.project == model.Done && b.project == model.Building {
		c.project = a.project
	}
	if b.cluster == "" {
		c.cluster = a.cluster
	}
	c.right = b.right || a.right && !b.left
	c.ahead = a.ahead || b.ahead
	return &c
}

// closedBySubject reports whether the item is one who acts: 某某区, 某某公司.
func (p *parser) closedBySubject() bool {
	item := p.item()
	if ends(item, "firms") != "" {
		return true
	}
	r := []rune(item)
	if len(r) == 0 {
		return false
	}
	switch r[len(r)-1] {
	case '县', '镇', '乡', '局', '办':
		return true
	case '区', '市':
		return len(r) <= 4 && headOf(item) == nil && weigh(item).own > 0
	}
	return false
}

// endsHere reports whether a name may end before the token at i, verbs of the
// name's own aside.
func (p *parser) endsHere(i int) bool {
	for ; i < len(p.tokens); i++ {
		t := &p.tokens[i]
		if t.kind == word && t.entry.verb != nil && t.entry.verb.inner {
			continue
		}
		if t.kind == word && t.entry.verb != nil {
			return true
		}
		if t.kind == mark || t.kind == number && t.unit == countUnit || t.kind == setName {
			return true
		}
		return t.kind == word && t.entry.class > common && t.entry.class != soft && t.entry.class != general || p.is(i, soft)
	}
	return true
}

// opensStreet reports whether a verb before i is rather the first word of a
// street's or a square's name: 发展大道, 建设北路.
func (p *parser) opensStreet(i int) bool {
	if i >= len(p.tokens) {
		return false
	}
	after := p.text[p.tokens[i].Start:min(len(p.text), p.tokens[i].Start+len("北大道"))]
	for _, side := range []string{"东", "西", "南", "北", "中"} {
		after = strings.TrimPrefix(after, side)
	}
	return begins(after, "street") != ""
}

// weak reads a verb of the common language: it ends a name that is whole.
func (p *parser) weak(i int) {
	if p.open {
		if direct, whole := p.continues(i); !p.closed() && (direct || whole || p.listed(i)) || direct && !p.closedBySubject() {
			p.material(i)
			return
		}
	}
	p.add(nodeWeak, i)
}

// noun reports whether the token at i can be part of a name and no verb.
func (p *parser) noun(i int) bool {
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

// joint reads 和, which joins two names or is part of one.
func (p *parser) joint(i int) {
	t := &p.tokens[i]
	last := nodeStop
	if len(p.nodes) > 0 {
		last = p.nodes[len(p.nodes)-1].kind
	}
	item := p.item()
	switch {
	case p.open && len(item) <= len("丰") && t.Len() == len("和"):
		p.material(i) // 丰和材料
	case !p.open && last == nodeComma && p.of(t) == "和":
		p.material(i) // 甲、和泰光学
	case p.open || last == nodeComma || last == nodeAside || last == nodeSize || last == nodeBreak || last == nodeCount:
		p.add(nodeJoint, i)
	case t.Len() == len("和") && p.of(t) == "和" && i+1 < len(p.tokens) && p.tokens[i+1].kind == character:
		p.material(i) // 和泰光学
	default:
		p.add(nodeStop, i)
	}
}
