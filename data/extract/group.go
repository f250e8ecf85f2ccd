package extract

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// How the pass over the names begins, ends and keeps its groups.

// maxItems bounds a list; a longer one is no list that a reader could follow.
const maxItems = 64

// endItem ends the item being read.
func (n *namer) endItem() {
	if !n.inItem {
		return
	}
	n.inItem = false
	for n.cur.End > n.cur.Start && n.text[n.cur.End-1] == ' ' {
		n.cur.End--
	}
	if len(n.g.items) == 0 {
		n.g.items = n.room()
	}
	if len(n.g.items) < maxItems {
		n.g.items = append(n.g.items, n.cur)
	}
	n.g.End = max(n.g.End, n.cur.End)
}

// close ends the group being read.
func (n *namer) close() {
	n.endItem()
	if len(n.g.items) > 0 {
		n.g.left = n.left
		if n.left != nil {
			n.g.Start = n.leftAt
		} else if n.g.right == nil && (n.g.open || n.g.count > 0 || n.label.End > 0 && n.g.Start-n.labelAt < labelReach) {
			n.g.left = n.inherit
		}
		if n.label.End > 0 && n.g.items[0].Start > n.label.Start && n.g.Start-n.labelAt < labelReach {
			n.g.label, n.spelt = n.label, n.label
			n.label = model.Span{}
		}
		if telling(n.text, &n.g) {
			n.groups = append(n.groups, n.g)
			n.items = n.items[:len(n.items)+len(n.g.items)]
		}
		if n.left != nil {
			n.inherit = n.left
		}
	}
	n.g = group{sentence: n.g.sentence}
	n.inTail, n.ended, n.sep, n.soft, n.many = false, false, false, false, false
	n.sum = model.Span{}
}

// room is space for the items of one more group, cut from a larger piece.
func (n *namer) room() []item {
	if cap(n.items)-len(n.items) < maxItems {
		n.items = make([]item, 0, 16*maxItems)
	}
	at := len(n.items)
	return n.items[at : at : at+maxItems]
}

// telling reports whether a group may tell a fact: most stretches of text are a
// single phrase that no verb governs and that ends as no name does.
func telling(text string, g *group) bool {
	if g.left != nil || g.right != nil || g.tail.Len() > 0 || g.label.Len() > 0 || len(g.items) > 1 {
		return true
	}
	name := text[g.items[0].Start:g.items[0].End]
	if len(name) > maxNameBytes {
		return strings.Contains(name[:maxNameBytes], "项目")
	}
	for _, r := range name {
		if endsPark(r) {
			return true
		}
	}
	return endsProject(trimBuilding(name)) || endsIndustry(name)
}

// labelReach is how far a set's label may stand before its list, in bytes.
const labelReach = 12

// relative passes over what is said of the next item of a list before its name:
// 甲隧道、北端起点在城西的乙高速, from the word at [start, end) that opens it; it
// gives where it ends, or 0.
func (n *namer) relative(start, end, limit int) int {
	if !lexicon.Relative.Has(n.text[start:end]) {
		return 0
	}
	rest, _, _ := strings.Cut(scan.ClauseHead(n.text[end:min(limit, end+relativeReach)]), "、")
	of := strings.LastIndex(rest, "的")
	if of < 0 || of+len("的") == len(rest) {
		return 0
	}
	n.inItem, n.sep, n.soft = false, true, false
	return end + of + len("的")
}

// relativeReach bounds what may be said of an item before its name, in bytes.
const relativeReach = 60

// again takes the last label up for the next numbered part of what it spells
// out: 十大工程：1.甲路；2.乙桥.
func (n *namer) again(at, end int) {
	if n.spelt.Len() > 0 && at < end && n.text[at] >= '0' && n.text[at] <= '9' {
		n.label, n.labelAt = n.spelt, at
	}
}

// clause ends a clause.
func (n *namer) clause() {
	plainClause := len(n.g.items) == 0 && !n.inItem
	n.close()
	if plainClause && n.left != nil {
		n.inherit = nil
	}
	n.left = nil
}
