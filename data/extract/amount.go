package extract

import (
	"strings"

	"qubi/model"
)

// The money of a project stands right beside it:
//
//	总投资10亿元的甲项目        投入12.6亿元,实施甲工程        before
//	甲项目总投资10亿元          甲项目(总投资10亿元)           behind
//
// Of a list of projects it is the sum of all and so is nobody's.

// amountReach is how far from a project its sum may stand, in bytes.
const amountReach = 48

// amountOf is the sum of money beside the only project of a group.
func amountOf(x *reading, g *group) (model.Quantity, bool) {
	if len(g.items) != 1 || g.open || g.count > 0 {
		return model.Quantity{}, false
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
	all := quantities(text, s)
	if len(all) != 1 || all[0].BaseUnit != "元" {
		return model.Quantity{}, false
	}
	switch text[all[0].span.End:s.End] {
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
	all := quantities(text, s)
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
