package draw

import (
	"slices"
	"strconv"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/style"
)

// Check is the sign of what people decided of a fact: ✓ ✎ + ✗, or nothing.
func (l *Look) Check(f *model.Fact) string {
	if f.Mark == model.Unchecked {
		return ""
	}
	return l.check(f.Mark)
}

// check is the sign of a decision.
func (l *Look) check(m model.Mark) string {
	return string([]rune(l.Glyphs.Checks)[min(m, model.Rejected)])
}

// checkWord is the same in words, for the evidence.
func (l *Look) checkWord(f *model.Fact) string {
	if f.Mark == model.Unchecked {
		return ""
	}
	return l.Check(f) + f.Mark.Word(l.Words.Lang)
}

// Tally is how many facts people checked, corrected, added and rejected, each
// behind its sign; nothing where they did none of it.
func (l *Look) Tally(facts ...[]*model.Fact) (line cell.Line) {
	var n [model.Rejected + 1]int
	for _, some := range facts {
		for _, f := range some {
			n[f.Mark]++
		}
	}
	for m := model.Checked; m <= model.Rejected; m++ {
		if n[m] > 0 {
			line = append(line, Text(" "+l.check(m)+strconv.Itoa(n[m]), style.Marked))
		}
	}
	return line
}

// Accepted are the facts without those found wrong, which count nowhere.
func Accepted(facts []*model.Fact) []*model.Fact {
	wrong := func(f *model.Fact) bool { return f.Mark == model.Rejected }
	if !slices.ContainsFunc(facts, wrong) {
		return facts
	}
	return slices.DeleteFunc(slices.Clone(facts), wrong)
}
