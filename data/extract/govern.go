package extract

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
)

// How a verb governs the names beside it: those before it, those behind it, or
// neither, because it is part of one.

// verb reads a verb: it governs what follows or what went before, or belongs
// to the name.
func (n *namer) verb(v *verb, start, end int) {
	waiting := !n.inItem && !n.sep && len(n.g.items) > 0
	switch {
	case n.closedAt == start && v.right && v.strong && len(n.groups) > 0: // 落地 开工
		g := &n.groups[len(n.groups)-1]
		g.right, g.End, n.closedAt = v, end, end
		n.left = nil
	case n.text[start:end] == "实现" && (n.inItem || waiting) && n.strongNext(end):
		n.endItem() // 实现投产
		n.ended = true
	case n.inTail && !n.ended && (v.inner && !v.right || strings.HasPrefix(n.text[end:], "项目")):
		n.material(start, end)
	case n.inItem && v.inner && v.project == "" && n.park():
		n.close() // 甲创业园培育乙工业园
		n.govern(v, start)
	case n.inItem && v.inner && !n.subject():
		n.material(start, end)
	case v.right && !strings.HasPrefix(n.text[end:], "的") && (waiting || n.inItem && !n.subject()) && !n.builder(v, start, end):
		n.endItem()
		n.g.right, n.g.End = v, end
		n.close()
		n.left = nil
		n.closedAt = end
		if v.left && !lands(n.text[start:end]) {
			n.govern(v, start)
		}
	case v.inner && opensName(n.text[end:min(len(n.text), end+9)]):
		n.material(start, end)
	default:
		n.close()
		n.govern(v, start)
	}
}

// strongNext reports whether a verb that is said of named things alone follows,
// an adverb between: 实现 全线 通车.
func (n *namer) strongNext(at int) bool {
	for {
		r, size := lexicon.RuneAt(n.text, at, len(n.text))
		end, value := n.lex.words.Longest(n.text, at, len(n.text), r, size)
		w := &n.lex.table[value]
		if value == 0 || w.class != adverb || w.verb != nil {
			return value != 0 && w.verb != nil && w.verb.right && w.verb.project != ""
		}
		at = end
	}
}

// govern lets a verb govern what follows.
func (n *namer) govern(v *verb, at int) { n.left, n.leftAt = v, at }

// subject reports whether the only item so far is the one who acts: 某某区.
func (n *namer) subject() bool {
	if len(n.g.items) > 0 {
		return false
	}
	name := n.text[n.cur.Start:n.cur.End]
	if len(name) > maxNameBytes || weigh(name).own == 0 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(name)
	switch r {
	case '县', '镇', '乡', '局', '办':
		return true
	case '区', '市':
		return utf8.RuneCountInString(name) <= 4 && headLexicon().of(name) == nil
	}
	return false
}

// builder reports whether the only item so far is a park that builds what
// follows the verb: 某某产业园 建成 标准厂房. What lands (落地) lands in a place.
func (n *namer) builder(v *verb, start, end int) bool {
	if !n.inItem || !v.left || len(n.g.items) > 0 {
		return false
	}
	if lands(n.text[start:end]) { // 某某产业园 落户 项目28个
		return n.park() && (beforeProject(n.text[end:]) || strings.HasPrefix(n.text[end:], "企业"))
	}
	r, _ := utf8.DecodeRuneInString(n.text[end:])
	if r < 0x4E00 || r > 0x9FFF {
		return false
	}
	return n.park()
}

// park reports whether the item so far ends as a park does.
func (n *namer) park() bool {
	h := headLexicon().of(n.text[n.cur.Start:n.cur.End])
	return h != nil && h.park
}

// lands reports whether what follows a verb is the place where a thing lands,
// no thing of its own: 落地甲乙工业园.
func lands(verb string) bool { return strings.Contains(verb, "落") || verb == "入驻" }

// opensName reports whether a verb before this text is rather the first word of
// a street's or a square's name: 发展大道, 建设路, 建设北路.
func opensName(after string) bool {
	for _, side := range []string{"东", "西", "南", "北", "中"} {
		after = strings.TrimPrefix(after, side)
	}
	for _, head := range []string{"大道", "路", "街", "广场"} {
		if strings.HasPrefix(after, head) {
			return true
		}
	}
	return false
}
