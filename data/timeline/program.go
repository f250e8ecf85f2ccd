package timeline

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// Plans that a sentence opens, as a heading would: 方案明确,…; 今后五年…提出具体目标。;
// and the document that is a plan by its title. A plan holds over the sentences and
// the paragraphs behind it, until the text turns back or begins a new matter.

// opensPlan reports a sentence behind whose head a plan stands.
func opensPlan(in *lexicon.Features, s string) bool {
	return in.Has(lexicon.PlanText) && provides(scan.ClauseHead(s)) || namesAims(in, s) || asks(s) && in.Has(lexicon.Resolve)
}

// provides reports a clause in which a document says what is to be done: 方案明确,
// 《规划》还提出; 根据《方案》.
func provides(clause string) bool {
	word, i := lexicon.Provides.Find(clause)
	if i == 0 {
		return lexicon.PlanText.Suffix(strings.TrimRight(clause[len(word):], "》”」")) != ""
	}
	return i > 0 && lexicon.PlanText.Suffix(strings.TrimRight(clause[:i], "》”」还也中同时")) != ""
}

// namesAims reports a sentence that only says that aims follow: …今后五年…提出了具体
// 目标。; 我们将做好以下工作:
func namesAims(in *lexicon.Features, s string) bool {
	s = strings.TrimRight(s, "。：: \n")
	last := scan.LastClause(s)
	if in.Has(lexicon.ComingYears) || in.Has(lexicon.Resolve) {
		if scan.EndsAny(s, "目标", "目标任务", "任务", "安排") && lexicon.Provides.Inside(last) {
			return true
		}
	}
	return scan.EndsAny(s, "工作", "任务", "方面", "事") && strings.Contains(last, "以下") && !settled(in, s)
}

// closesPlan reports a sentence with which the text turns back, or begins a matter of
// its own.
func closesPlan(s string) bool {
	s = strings.TrimLeft(s, "“ \u3000")
	return opensPast(s) || asks(s)
}

// asks reports a question: 下一步,你们有哪些打算? asks for a plan, any other ends one.
func asks(s string) bool {
	s = strings.TrimRight(s, " ”\n")
	return strings.HasSuffix(s, "?") || strings.HasSuffix(s, "？")
}

// planTitle reports a title that makes its text a plan: 2022年工作要点; not the news of
// one (某区出台行动方案).
func planTitle(title string) bool {
	title = strings.TrimSuffix(strings.TrimRight(withoutBracket(title), "》”"), "的通知")
	title = strings.TrimRight(title, "》”")
	return lexicon.PlanText.Suffix(title) != "" && !lexicon.Chronicle.Inside(title) && !lexicon.Issues.Inside(strings.TrimPrefix(title, "关于印发"))
}

// withoutBracket is a title without a remark in brackets behind it: （节选）.
func withoutBracket(title string) string {
	title = strings.TrimRight(title, " )）")
	if i := strings.LastIndexAny(title, "(（"); i > 0 {
		return title[:i]
	}
	return title
}

// program takes in a sentence that opens or closes a plan. What turns back in the
// midst of a paragraph is an aside: the next paragraph goes on with the plan.
func (a *Agenda) program(in *lexicon.Features, s string, fresh bool) {
	switch {
	case a.Section == model.Target && a.opened && closesPlan(s) && !opensPlan(in, s):
		a.Section, a.opened = "", !fresh
	case a.Section != "":
	case opensPlan(in, s), (a.titled || a.opened) && fresh && !closesPlan(s):
		a.Section, a.opened = model.Target, true
	}
}
