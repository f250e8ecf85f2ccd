package pane

import (
	"fmt"
	"strings"
	"time"

	"qubi/model"
)

// periodLabel is a period as the interface writes it: in Chinese as the report
// does, in English by its months.
func (l *Look) periodLabel(p model.Period) string {
	if l.Words.Lang != model.English || p.From == 0 || p.To == 0 {
		return p.Label
	}
	from, to := p.From, p.To
	if p.AsOf {
		if to.Month() == 12 {
			return fmt.Sprintf("end of %d", to.Year())
		}
		return fmt.Sprintf("end of %d-%02d", to.Year(), to.Month())
	}
	if from.Year() != to.Year() {
		if from.Month() == 1 && to.Month() == 12 {
			return fmt.Sprintf("%d-%d", from.Year(), to.Year())
		}
		return fmt.Sprintf("%d-%02d to %d-%02d", from.Year(), from.Month(), to.Year(), to.Month())
	}
	year := fmt.Sprint(from.Year())
	if word, known := map[[2]int]string{{1, 12}: "", {1, 6}: " H1", {7, 12}: " H2", {1, 3}: " Q1", {4, 6}: " Q2", {7, 9}: " Q3", {10, 12}: " Q4", {1, 9}: " Q1-Q3"}[[2]int{int(from.Month()), int(to.Month())}]; known {
		return year + word
	}
	name := func(m int) string { return time.Month(m).String()[:3] }
	if from.Month() == to.Month() {
		return year + " " + name(int(from.Month()))
	}
	return year + " " + name(int(from.Month())) + "-" + name(int(to.Month()))
}

// shortLabel is a period in few cells.
func (l *Look) shortLabel(p model.Period) string {
	if l.Words.Lang == model.English {
		return l.periodLabel(p)
	}
	return ShortPeriod(p.Label)
}

// rankWord is a rank as the interface writes it: 全市第3, city no. 3. One that is
// not written in figures stays as it is.
func (l *Look) rankWord(rank string) string {
	field, place, ok := strings.Cut(rank, "第")
	if l.Words.Lang != model.English || !ok || place == "" || strings.Trim(place, "0123456789") != "" {
		return rank
	}
	return strings.TrimSpace(model.Word("field", field, model.English) + " no. " + place)
}
