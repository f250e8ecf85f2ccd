package export

import (
	"strings"

	"qubi/model"
)

// told is the fact's number in words, a growth always called one; of what has no
// number its name.
func told(f *model.Fact, l model.Lang) string {
	switch {
	case !f.HasValue:
		return f.Name
	case f.Ordinal():
		return f.Rank
	case f.Growth() != "":
		return grown(f.Stated(), l)
	case f.Is(model.FlagCompoundVal):
		number, unit := f.Written()
		return number + unit
	}
	return f.Stated().Words(l)
}

// aside is a text in brackets behind another.
func aside(l model.Lang, text string) string { return l.Pick("（", " (") + text + l.Pick("）", ")") }

// valueWords is the number with its bound in words: a > reads as a quotation in
// Markdown. A place in an order is told as the text scopes it.
func valueWords(f *model.Fact, l model.Lang) string {
	if !f.HasValue {
		return ""
	}
	return told(f, l)
}

// changeWords is the growth beside a level; where the value is the growth it says it
// already.
func changeWords(f *model.Fact, l model.Lang) string { return changed(f.Beside(), l) }

// periodWords is said of every number, and of anything else that states one.
func periodWords(f *model.Fact, l model.Lang) string {
	if !f.HasValue && f.Kind != model.Metric && f.Period.IsZero() {
		return ""
	}
	return f.Dated(l)
}

// signed is a text behind which stands what a person decided of the fact: ✓ ✎ + ✗.
func signed(f *model.Fact, text string) string {
	if f.Mark == model.Unchecked {
		return text
	}
	return text + " " + f.Mark.Sign()
}

// checkWord is what a person decided of a fact: ✓ 已核.
func checkWord(f *model.Fact, l model.Lang) string {
	if f.Mark == model.Unchecked {
		return ""
	}
	return f.Mark.Sign() + f.Mark.Word(l)
}

// grown is a growth: a number in per cent beside an indicator's name would read
// as its level.
func grown(q model.Quantity, l model.Lang) string {
	word := phrase(l, "growth") + l.Pick("", " ")
	q, below := q.Size()
	if below {
		word = phrase(l, "fall") + l.Pick("", " ")
	}
	return word + q.Words(l)
}

// points is the unit of changes of a ratio.
const points = "百分点"

// changed is a change beside a level in words: +8.6% is 增长8.6%.
func changed(change string, l model.Lang) string {
	if change == "" {
		return ""
	}
	word := map[byte]string{'+': "growth", '-': "fall"}[change[0]]
	if strings.Contains(change, points) {
		word = map[byte]string{'+': "up", '-': "down"}[change[0]]
	}
	if word == "" {
		return change
	}
	return phrase(l, word) + l.Pick("", " ") + change[1:]
}

// details are what stands beside a number: its period always, then change, rank
// and, for a target, the stage.
func details(f *model.Fact, l model.Lang) []string {
	parts := []string{f.Dated(l)}
	if change := changeWords(f, l); change != "" {
		parts = append(parts, change)
	}
	if f.Rank != "" && !f.Ordinal() {
		parts = append(parts, f.Rank)
	}
	if f.Stage == model.Target {
		parts = append(parts, f.Stage.Word(l))
	}
	return parts
}
