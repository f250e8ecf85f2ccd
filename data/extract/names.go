package extract

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// A name has no mark of its own in Chinese text; what shows it are the words
// on its two sides. One pass over the text parts it into groups: names listed
// together, the verbs that govern them, and the class they are said to be of.
//
//	加快建设  甲路 、 乙大桥  等  8 个  交通项目  , …
//	left      item    item   open count  tail
//	甲产业园 、 乙厂  全面 动工
//	item       item  adverb right
//
// The extractors then judge the groups: see cluster.go, park.go, project.go.

// item is one name of a group, as far as its edges go.
type item struct {
	model.Span
	many bool // a number of things (3个项目), so no name
	soft bool // joined to the item before by 和, which may be part of a name
	tied bool // joined so by 及 or 与, which part names less often

	sum model.Span // the money told of it alone: 总投资3亿元的甲项目; empty when none
}

// group is a list of names, often of one, with what is said of them.
type group struct {
	model.Span             // from the governing verb to the class or verb behind
	items       []item     // in order, at least one
	left, right *verb      // before and behind the list; nil when there is none
	open        bool       // the list ends in 等
	count       int        // how many it is said to be; 0 when that is not said
	tail        model.Span // the class behind the list: 交通项目; empty when none
	label       model.Span // the set that the list spells out: “六园”指…; empty when none
	sentence    int        // index of the sentence
}

// namer is the state of the pass.
type namer struct {
	// Fixed.
	text string
	lex  *nameWords
	unit *lexicon.Trie

	// Result.
	groups []group
	items  []item // a piece of space for the groups' items

	// The group being read.
	g        group
	cur      item
	inItem   bool       // cur is being read
	inTail   bool       // 等 or a count was read: what follows is the class
	ended    bool       // an adverb was read: only a verb may follow
	sep      bool       // 、 or 和 was read: an item is due
	soft     bool       // it was 和
	tied     bool       // it was 及 or 与
	many     bool       // 一批 or 3个 was read: the next item is no name
	sum      model.Span // money was read that the next item bears alone
	left     *verb
	leftAt   int
	closedAt int        // where the verb behind the last group ends; 0 when there was none
	inherit  *verb      // verb of the clause before, for clauses without one
	label    model.Span // name of a set that the next group may spell out
	labelAt  int        // where the label, or the number of its next part, ends
	spelt    model.Span // the label that the last group spelt out
}

// groups are the lists of names of the whole document, read at first use.
func (x *reading) groups() []group {
	if x.named == nil {
		n := &namer{text: x.doc.Text, lex: nameLexicon(), unit: unitLexicon(), groups: make([]group, 0, len(x.doc.Text)/64+1)}
		for i, s := range x.sentences {
			n.g.sentence, n.inherit, n.label, n.spelt = i, nil, model.Span{}, model.Span{}
			n.sentence(s.Span)
		}
		x.named = n.groups
	}
	return x.named
}

// sentence reads the groups of one sentence.
func (n *namer) sentence(s model.Span) {
	for at := s.Start; at < s.End; {
		r, size := rune(n.text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = lexicon.RuneAt(n.text, at, len(n.text))
		}
		if end := n.mark(r, at, at+size, s.End); end > at {
			at = end
			continue
		}
		if end := n.number(r, at, s.End); end > at {
			at = end
			continue
		}
		end, value := n.lex.words.Longest(n.text, at, s.End, r, size)
		if value == 0 {
			if n.inTail && !n.ended && n.classed() {
				n.ended = true // 等重点项目串珠成链
			}
			n.material(at, at+size)
			at += size
			continue
		}
		w := &n.lex.table[value]
		if !n.inItem && !n.inTail && w.sum {
			if to := n.ownSum(at, end, s.End); to > 0 {
				at = to
				continue
			}
		}
		if w.class == stop && len(n.g.items) > 0 && (n.sep || n.inItem) && !n.inTail {
			if to := n.relative(at, end, s.End); to > 0 {
				at = to
				continue
			}
		}
		n.word(w, at, end)
		at = end
	}
	n.clause()
}

// word reads a word of the lexicon.
func (n *namer) word(w *nameWord, start, end int) {
	if n.inItem && w.class != soft && w.class != tail && end-start > len("的") && beforeProject(n.text[end:]) && (w.verb == nil || !w.verb.right) {
		n.material(start, end) // 废渣利用项目
		return
	}
	if w.verb != nil {
		n.verb(w.verb, start, end)
		return
	}
	switch w.class {
	case stop:
		if n.inItem && end-start > len("的") && (strings.HasPrefix(n.text[end:], "、") || strings.HasPrefix(n.text[end:], "等")) {
			n.material(start, end) // 河湖连通、围堤加固等项目
			return
		}
		n.stop(n.text[start:end])
	case adverb:
		if n.inItem || n.inTail {
			n.endItem()
			n.ended = true
		}
	case kind:
		n.kind(start, end)
	case scope:
		if n.inItem || len(n.g.items) > 0 {
			n.stop(n.text[start:end])
		}
	case amount:
		n.amount()
	case soft:
		n.joint(start, end)
	case tail:
		n.class()
	case many:
		if !n.inTail {
			n.close()
			n.many = true
		}
	default:
		n.material(start, end)
	}
}

// beforeProject reports whether a text goes on with 项目 or the like.
func beforeProject(after string) bool {
	return strings.HasPrefix(after, "项目") || strings.HasPrefix(after, "工程")
}

// kind reads 为主导, which says of what class the list before it is, or 为代表的,
// which says so where industries follow.
func (n *namer) kind(start, end int) {
	if word := n.text[start:end]; strings.HasSuffix(word, "的") {
		if clause := scan.ClauseHead(n.text[end:min(len(n.text), end+kindReach)]); !scan.ContainsAny(clause, "产业", "工业", "农业", "制造业") {
			n.stop(word)
			return
		}
	}
	if n.endItem(); len(n.g.items) > 0 {
		n.g.tail = model.Span{Start: start, End: end}
	}
	n.close()
}

// kindReach is how far behind 为代表的 the industries may stand, in bytes.
const kindReach = 42

// amount reads 总投资: between a list and its class it says nothing of either.
func (n *namer) amount() {
	if n.inTail {
		n.g.tail = model.Span{}
		return
	}
	n.close()
}

// material reads part of a name, or of the class behind a list.
func (n *namer) material(start, end int) {
	if n.ended {
		n.close()
		n.left = nil
	}
	if n.inTail {
		if n.g.tail.End == 0 {
			n.g.tail.Start = start
		}
		n.g.tail.End, n.g.End = end, end
		return
	}
	if !n.inItem {
		if len(n.g.items) > 0 && !n.sep {
			n.close()
		}
		if len(n.g.items) == 0 {
			n.g.Start = start
		}
		n.cur = item{model.Span{Start: start}, n.many, n.soft && n.sep, n.tied && n.soft && n.sep, n.sum}
		n.sum = model.Span{}
		n.inItem, n.many, n.sep, n.soft = true, false, false, false
	}
	n.cur.End = end
}

// stop reads a word at which names end.
func (n *namer) stop(word string) {
	switch {
	case word == "的" && n.inTail && !n.ended:
		tail := n.text[n.g.tail.Start:n.g.tail.End]
		if _, i := lexicon.Firms.Find(tail); i >= 0 {
			n.close() // 等央企参与的项目
			n.left = nil
		} else if headLexicon().of(tail) == nil {
			n.g.tail = model.Span{}
		} else {
			n.ended = true // 等10条道路的改造
		}
	case word == "的":
		n.close()
	case word == "了" && !n.inItem:
	default:
		n.name(word)
		n.close()
		n.left = nil
	}
}

// name keeps the item before 指 or 包括 as the label of what follows.
func (n *namer) name(word string) {
	switch word {
	case "指", "即", "包括", "分别是", "分别为", "为", "：", "(":
		n.endItem()
		if k := len(n.g.items); k > 0 {
			n.label = n.g.items[k-1].Span
			n.labelAt = n.label.End
		}
	}
}

// joint reads 和.
func (n *namer) joint(start, end int) {
	switch {
	case n.inTail && (n.classed() || !n.g.open && len(n.g.items) == 1):
		n.close()
	case n.inTail && !n.ended && n.g.count == len(n.g.items) && strings.HasSuffix(n.text[:start], "亿级"):
		n.close() // 甲、乙2个千亿级和丙、丁2个百亿级产业
	case n.inTail && !n.ended:
		n.material(start, end)
	case n.text[start:end] == "与" && !n.inItem && (n.sep || len(n.g.items) == 0):
		n.stop("与") // 与甲乙大学合作共建的丙校区
	case n.sep && !n.soft, !n.inItem && n.left == nil && len(n.g.items) == 0:
		n.material(start, end) // 甲、和泰光学; 和县化工园区
	case n.inItem && n.cur.End-n.cur.Start <= len("丰") && n.text[start:end] != "暨":
		n.material(start, end) // 丰和材料
	case n.inItem:
		n.endItem()
		n.sep, n.soft = true, true
		n.tied = n.text[start:end] == "及" || n.text[start:end] == "与"
	}
}

// comma reads 、.
func (n *namer) comma(start, end int) {
	switch {
	case n.inTail && n.g.tail.Len() > 0 && !n.classed():
		n.material(start, end)
	case n.inTail:
		n.close()
	case n.inItem && len(n.g.items) == 0 && n.enumerates(end):
		n.inItem = false // 1、甲项目
	case n.inItem && n.numbers(start, end):
		n.material(start, end) // 甲园区1、2号路
	case n.inItem || len(n.g.items) > 0 && !n.ended: // 甲项目(投资3亿元)、乙项目
		n.endItem()
		n.sep, n.soft = true, false
	}
}

// enumerates reports whether the item so far is a number that a list is told by,
// which no number follows.
func (n *namer) enumerates(end int) bool {
	name := n.text[n.cur.Start:n.cur.End]
	if len(name) > len("二十一") || strings.Trim(name, "0123456789一二三四五六七八九十") != "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(n.text[end:])
	return digit(r) == 0 && (r < '0' || r > '9')
}

// numbers reports whether a mark stands between two numbers of one name.
func (n *namer) numbers(start, end int) bool {
	digit := func(at int) bool { return at >= 0 && at < len(n.text) && n.text[at] >= '0' && n.text[at] <= '9' }
	return digit(start-1) && digit(end) && n.cur.Start < start-1 && !digit(n.cur.Start)
}

// classed reports whether the class behind a list has been read to its end.
func (n *namer) classed() bool {
	tail := n.text[n.g.tail.Start:n.g.tail.End]
	return headLexicon().of(tail) != nil || endsIndustry(tail)
}

// class reads 等: what follows says of what class the list is.
func (n *namer) class() {
	if !n.inItem && len(n.g.items) == 0 {
		return
	}
	n.endItem()
	n.inTail, n.g.open = true, true
}
