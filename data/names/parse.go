package names

import (
	"slices"
	"strings"

	"qubi/data/lexicon"
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

	class  className // of an item, once it is known
	sorted bool      // it is
	looks  looks     // once they are asked for
}

// looks are what the words of a node farther on say to the lists before it.
type looks struct {
	known   bool
	rival   bool // what follows may be told of the node itself
	partial bool // what is told is told of a part
	early   bool // what is told is told of the preparations
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
		if p.open && p.joinsParts(i) {
			p.material(i)
			return i + 1
		}
		p.add(nodeComma, i)
	case '：', ':':
		if p.inDigits(t) { // 15:62:23
			p.add(nodeBreak, i)
			return i + 1
		}
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

// inDigits reports a mark with a digit on either side.
func (p *parser) inDigits(t *token) bool {
	return t.Start > 0 && t.End < len(p.text) && isDigit(rune(p.text[t.Start-1])) && isDigit(rune(p.text[t.End]))
}

// digits reports whether the token at i is a bare number.
func (p *parser) digits(i int) bool {
	return i >= 0 && i < len(p.tokens) && p.tokens[i].kind == letters && strings.Trim(p.of(&p.tokens[i]), "0123456789") == ""
}

// enumerates reports whether an item is a number by which a list is told.
func enumerates(s string) bool {
	return len(s) <= len("二十一") && strings.Trim(s, "0123456789一二三四五六七八九十") == ""
}

// number reads a number: a count, a size, or part of a name.
func (p *parser) number(i int) {
	t := &p.tokens[i]
	item := p.item()
	switch {
	case p.open && (endsLetter(item) || strings.HasSuffix(item, "年产") || strings.HasSuffix(item, "第") || p.yields(item)):
		p.material(i)
	case t.unit.Is(lexicon.SizeUnit) && p.opensName(i), t.unit.Is(lexicon.MoneyUnit) && p.sizesIndustry(i+1):
		p.material(i)
	case t.unit.Is(lexicon.CountUnit):
		p.add(nodeCount, i).count = t.count
	case t.unit.Is(lexicon.DateUnit):
		p.add(nodeAdverb, i)
	default:
		if w := ends(item, lexicon.NameMeasureNoun); w != "" && w == item {
			p.nodes[len(p.nodes)-1].kind = nodeAmount
		} else if w != "" { // 甲项目投资3亿元
			last := &p.nodes[len(p.nodes)-1]
			last.End -= len(w)
			p.add(nodeAmount, i).Span = model.Span{Start: last.End, End: last.End + len(w)}
		}
		p.add(nodeSize, i).money = t.unit.Is(lexicon.MoneyUnit)
	}
}

// sizesIndustry reports whether 产业 or the like stands at i: 2个超200亿元产业.
func (p *parser) sizesIndustry(i int) bool {
	return i < len(p.tokens) && p.tokens[i].kind == word && p.tokens[i].Start == p.tokens[i-1].End && endsIndustry(p.of(&p.tokens[i]))
}

// yields reports whether an item says of how much something is: 日处理, 装机.
func (p *parser) yields(item string) bool {
	return item != "" && ends(item, lexicon.NameYield) == item
}

func endsLetter(s string) bool {
	return s != "" && (s[len(s)-1]|0x20 >= 'a' && s[len(s)-1]|0x20 <= 'z')
}

// opensName reports whether a size is the first word of a name: 20万吨粮食储备库.
func (p *parser) opensName(i int) bool {
	unit := p.of(&p.tokens[i])
	if ends(unit, lexicon.NameSizeOfAThing) == "" || i+1 >= len(p.tokens) || p.last() == nodeAmount {
		return false
	}
	next := &p.tokens[i+1]
	if next.Start > p.tokens[i].End && p.text[p.tokens[i].End] != '\n' {
		return false
	}
	if next.kind == word && next.entry.class == general { // 100兆瓦分散式发电项目
		_, whole := p.continues(i + 1)
		return whole
	}
	return next.kind == character || next.kind == letters || next.kind == word && next.entry.verb == nil && next.entry.class >= plain && next.entry.class <= proper
}

// nodeOfClass says what node a word of a class makes; items are made otherwise.
var nodeOfClass = [...]nodeKind{stop: nodeStop, adverb: nodeAdverb, amount: nodeAmount, tail: nodeEtc, many: nodeCount, scope: nodeStop,
	kindWord: nodeKindWord, particle: nodeOf, copula: nodeIs, having: nodeHas, among: nodeAmong, taking: nodeTakes}

// word reads a word of the lexicon.
func (p *parser) word(i int) {
	t := &p.tokens[i]
	switch e := t.entry; {
	case (p.open || p.counts()) && p.qualifies(i):
		p.material(i)
	case e.verb != nil:
		p.verb(i)
	case e.class == soft:
		p.joint(i)
	case e.class == general || e.class == stop && t.Len() > len("对") && p.open && !p.closed() && p.listed(i):
		p.weak(i)
	case p.named(i):
		p.material(i)
	default:
		p.between(i)
	}
}

// between reads a word that stands between names, or any other.
func (p *parser) between(i int) {
	t := &p.tokens[i]
	k := nodeOfClass[t.entry.class]
	if t.entry.class == many && p.open && i+1 < len(p.tokens) && p.tokens[i+1].entry != nil && p.tokens[i+1].entry.verb != nil { // 部分启用
		k = nodeAdverb
	}
	switch {
	case k == nodeItem && lexicon.NameNotYet.Has(p.of(t)) && p.closed() && !p.noun(i+1): // 甲桥计划明年通车
		p.add(nodeAdverb, i)
	case k == nodeItem:
		p.material(i)
	case p.of(t) == "了" && p.last() == nodeVerb && p.nodes[len(p.nodes)-1].End == t.Start:
		p.nodes[len(p.nodes)-1].perfect(t.End)
	default:
		p.add(k, i).many = t.entry.class == many
	}
}

// perfect takes 了 into a verb: what it says has come about.
func (n *node) perfect(end int) {
	v := *n.verb
	v.past = true
	n.verb, n.End = &v, end
}

// counts reports whether 等, and maybe a count, stand last, so that a class follows: 等6个.
func (p *parser) counts() bool {
	n := len(p.nodes)
	return p.last() == nodeEtc || n > 1 && p.last() == nodeCount && p.nodes[n-2].kind == nodeEtc
}

// qualifies reports whether the word at i says of what kind the project is that the item and
// it name: 废渣利用项目.
func (p *parser) qualifies(i int) bool {
	t := &p.tokens[i]
	if v := t.entry.verb; v != nil && (v.right && v.strong || p.open && !v.inner && (v.project == model.Done || v.builds() && !v.left)) {
		return false
	}
	return t.entry.class != soft && t.entry.class != tail && t.Len() > len("的") && !lexicon.Decree.Has(p.of(t)) && (p.project(i+1) || p.underWay(i))
}

// underWay reports whether the word at i opens a counted class of projects and says how far they are: 等4个在建
// 铁路项目.
func (p *parser) underWay(i int) bool {
	return p.counts() && lexicon.UnderWay.Has(p.of(&p.tokens[i])) && p.noun(i+1) && p.project(i+2)
}

// named reports whether a word that stands between names is rather part of one.
func (p *parser) named(i int) bool {
	t := &p.tokens[i]
	noun, class := p.noun(i+1), t.entry.class
	switch {
	case !p.open:
		return class == adverb && noun && p.firstSyllable(i)
	case class == stop && t.Len() > len("的") && p.ends(i+1): // 河湖连通、围堤加固等项目
		return true
	case class == adverb && p.praises(i), p.strays(i): // 甲镇高标准葡萄项目
		return true
	case class == scope, noun && (class == adverb && t.entry.weak || lexicon.NameWithin.Has(p.of(t)) && p.about()): // 经八纬一新基建
		return !p.closed()
	}
	return false
}

// firstSyllable reports whether the adverb at i is the first character of a name: 甲、正大制药; 投资3亿元
// 的正昊机械.
func (p *parser) firstSyllable(i int) bool {
	return p.tokens[i].Len() == len("正") && (len(p.nodes) == 0 && p.tokens[i+1].kind == character || slices.Contains([]nodeKind{nodeComma, nodeOf, nodeBreak, nodeAmong, nodeHas}, p.last()))
}

// ends reports whether 、 or 等 stands at i.
func (p *parser) ends(i int) bool {
	return i < len(p.tokens) && (p.tokens[i].mark == '、' || p.is(i, tail))
}

// is reports whether the token at i is a word of a class.
func (p *parser) is(i int, c class) bool {
	return i < len(p.tokens) && p.tokens[i].kind == word && p.tokens[i].entry.class == c
}

// last is the kind of the last node.
func (p *parser) last() nodeKind {
	if len(p.nodes) == 0 {
		return nodeStop
	}
	return p.nodes[len(p.nodes)-1].kind
}

// project reports whether 项目 or 工程 stands at i.
func (p *parser) project(i int) bool {
	return i < len(p.tokens) && !p.is(i, topic) && (strings.HasPrefix(p.of(&p.tokens[i]), "项目") || strings.HasPrefix(p.of(&p.tokens[i]), "工程")) && p.of(&p.tokens[i]) != "工程建设"
}

// joined are the nodes behind which 和 joins what follows.
var joined = []nodeKind{nodeComma, nodeAside, nodeSize, nodeBreak, nodeCount}

// joint reads 和, which joins two names or is part of one.
func (p *parser) joint(i int) {
	switch joins := p.open || slices.Contains(joined, p.last()); {
	case p.open && len(p.item()) <= len("丰") && p.tokens[i].Len() == len("和"): // 丰和材料
		p.material(i)
	case !p.open && p.of(&p.tokens[i]) == "和" && p.syllable(i, joins):
		p.material(i)
	case joins:
		p.add(nodeJoint, i)
	default:
		p.add(nodeStop, i)
	}
}

// syllable reports whether 和 at i opens a name: 甲、和泰光学; 签约3个，和泰光学投产.
func (p *parser) syllable(i int, joins bool) bool {
	if p.last() == nodeComma {
		return true
	}
	return i+1 < len(p.tokens) && p.tokens[i+1].kind == character && (!joins || p.last() == nodeBreak)
}
