package extract

import (
	"strings"

	"qubi/data/scan"
	"qubi/model"
)

// The money of a project stands right beside it:
//
//	总投资10亿元的甲项目        投入12.6亿元,实施甲工程        before
//	甲项目总投资10亿元          甲项目(总投资10亿元)           behind
//	总投资3亿元的甲项目、总投资2亿元的乙项目                    in a list, each its own
//
// Of a list of projects it is the sum of all and so is nobody's.

// amountReach is how far from a project its sum may stand, in bytes.
const amountReach = 48

// ownSum reads what the next item of a list bears alone, its money (总投资3亿元的)
// or its size (全长8公里的), from its first word at [start, end); it gives where
// it ends, or 0.
func (n *namer) ownSum(start, end, limit int) int {
	of := strings.Index(n.text[end:min(limit, end+amountReach)], "的")
	if of < 0 {
		return 0
	}
	s := model.Span{Start: start, End: end + of}
	all := scan.Quantities(n.text, s)
	if len(all) != 1 || all[0].At.End != s.End {
		return 0
	}
	if len(n.g.items) > 0 && !n.sep {
		n.close()
	}
	if strings.HasSuffix(n.text[:start], "完成") {
		n.left = nil // 完成投资3亿元的甲项目: it may not be finished
	}
	if all[0].BaseUnit == "元" {
		n.sum = s
	}
	return s.End + len("的")
}

// sumOf is the sum of money that a name of a list bears alone: where only the
// first is told with one, it is the sum of all.
func sumOf(x *reading, g *group, name model.Span) (model.Quantity, bool) {
	sums := 0
	for _, it := range g.items {
		if it.sum.Len() > 0 {
			sums++
		}
	}
	for _, it := range g.items {
		if it.Start != name.Start {
			continue
		}
		if it.sum.Len() > 0 && (sums > 1 || len(g.items) == 1 && !g.open && g.count == 0) {
			all := scan.Quantities(x.doc.Text, it.sum)
			return all[0].Quantity, true
		}
		if after := x.doc.Text[it.End:]; strings.HasPrefix(after, "(") || strings.HasPrefix(after, "（") {
			return amountBehind(x.doc.Text, model.Span{Start: it.End, End: min(x.sentences[g.sentence].End, it.End+amountReach)})
		}
	}
	return model.Quantity{}, false
}

// amountOf is the sum of money beside a project: the only one of its group, or
// one with a sum of its own in a list.
func amountOf(x *reading, g *group, name model.Span) (model.Quantity, bool) {
	if len(g.items) != 1 || g.open || g.count > 0 || g.items[0].sum.Len() > 0 {
		return sumOf(x, g, name)
	}
	s := x.sentences[g.sentence].Span
	if q, ok := amountBefore(x.doc.Text, model.Span{Start: max(s.Start, g.Start-amountReach), End: g.Start}); ok {
		return q, true
	}
	end := g.items[0].End
	return amountBehind(x.doc.Text, model.Span{Start: end, End: min(s.End, end+amountReach)})
}

// amountBefore reads a sum that ends where the project begins.
func amountBefore(text string, s model.Span) (model.Quantity, bool) {
	s = wholeRunes(text, s)
	verb := lastMoneyWord(text[s.Start:s.End])
	if verb < 0 {
		return model.Quantity{}, false
	}
	s.Start += verb
	all := scan.Quantities(text, s)
	if len(all) != 1 || all[0].BaseUnit != "元" {
		return model.Quantity{}, false
	}
	switch text[all[0].At.End:s.End] {
	case "的", "，", ",", "、", "":
		return all[0].Quantity, true
	}
	return model.Quantity{}, false
}

// amountBehind reads a sum that begins where the project ends.
func amountBehind(text string, s model.Span) (model.Quantity, bool) {
	s = wholeRunes(text, s)
	rest := strings.TrimLeft(text[s.Start:s.End], "，,（( ")
	if !strings.HasPrefix(rest, "总投资") && !strings.HasPrefix(rest, "计划投资") && !strings.HasPrefix(rest, "投资") {
		return model.Quantity{}, false
	}
	if i := strings.IndexAny(rest, "，,）)、；;。"); i >= 0 {
		s.End -= len(rest) - i
	}
	all := scan.Quantities(text, s)
	if len(all) != 1 || all[0].BaseUnit != "元" {
		return model.Quantity{}, false
	}
	return all[0].Quantity, true
}

// lastMoneyWord is where the last word of investing begins; -1 when none does.
func lastMoneyWord(s string) int {
	last := -1
	for _, word := range []string{"投资", "投入"} {
		last = max(last, strings.LastIndex(s, word))
	}
	return last
}

// wholeRunes narrows a span to begin and end between characters.
func wholeRunes(text string, s model.Span) model.Span {
	for s.Start < s.End && text[s.Start]&0xC0 == 0x80 {
		s.Start++
	}
	for s.End > s.Start && s.End < len(text) && text[s.End]&0xC0 == 0x80 {
		s.End--
	}
	return s
}
