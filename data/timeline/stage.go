package timeline

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// Achieved or target. What decides, strongest first:
//
//	a future year in force                 2025年 in a report of 2021
//	a section                              工作回顾: achieved, unless 力争 says else; 工作安排: target
//	a word of purpose before the number    力争, 确保, 计划, 将
//	a word of purpose behind it            实施项目60个以上,力争…
//	an opening imperative                  加快…, where no past word contradicts
//	the paragraph's own plan               a paragraph that opened with 将 or 下一步
//
// Nothing of these: achieved, which is how reports tell what is.

// Agenda is whether the text tells of the past or the future where it stands.
type Agenda struct {
	Section   model.Stage // from the section's heading, "" for none
	paragraph model.Stage // target once a paragraph has opened as a plan
	sentence  model.Stage // of the last number told
	opened    bool        // Section is what a sentence opened, no heading
	titled    bool        // the report is a plan by its title

	number  int               // the paragraph
	mood    model.Span        // where it stands
	words   *lexicon.Features // of the sentence
	weighed bool              // its mood is known, or of no matter
	parted  int               // where the last 其中 stands before which the whole was told
	whole   model.Stage       // of that whole
	judged  *weighed          // the room for one number
}

// Enter takes in the next sentence.
func (a *Agenda) Enter(text string, s *scan.Sentence, paragraph model.Span) {
	sent := text[s.Start:s.End]
	a.words = &s.Words
	if s.Paragraph != a.number {
		a.number, a.paragraph, a.mood, a.weighed = s.Paragraph, "", paragraph, a.Section != "" || opensPast(strings.TrimLeft(sent, "“(（一二三四五六七八九十)）、 ")) // 一年来,我们坚持…
		if planOpens(&s.Words, sent) {
			a.paragraph, a.weighed = model.Target, true
		}
	} else if a.Section == "" && opensFuture(&s.Words, sent) {
		a.paragraph = model.Target
	} else if a.paragraph == model.Target && opensPast(sent) {
		a.paragraph = ""
	}
}

// Reason is what decided a stage, in words.
type Reason string

// Of is the stage of a number at [start, end) within a sentence.
func (a *Agenda) Of(text string, s model.Span, start, end int, p model.Period, today model.Month) model.Stage {
	stage, _ := a.Judge(text, s, start, end, p, today)
	return stage
}

// Judge is Of, with what decided.
func (a *Agenda) Judge(text string, s model.Span, start, end int, p model.Period, today model.Month) (model.Stage, Reason) {
	a.Weigh(text)
	if a.judged == nil {
		a.judged = new(weighed)
	}
	w := a.judged
	*w = weighed{Agenda: a, in: a.words, number: text[start:end], p: p, today: today}
	w.before, w.after = Around(text, s, start, end)
	w.clause = scan.LastClause(w.before)
	w.among = -1
	if a.words.Has(lexicon.NameAmong) {
		w.among = strings.LastIndex(w.before, "其中")
	}
	if w.among >= 0 {
		a.parts(start - len(w.before) + w.among)
	}
	for _, j := range judgments {
		if word, ok := j.holds(w); ok {
			return j.stage, Reason(word) + j.reason
		}
	}
	return model.Achieved, "nothing speaks of what is to be"
}

// parts takes in the whole of which the 其中 at a place tells a part.
func (a *Agenda) parts(at int) {
	if a.parted != at {
		a.parted, a.whole = at, a.sentence
	}
}

// closing reports the year in whose last two months the report was given.
func closing(p model.Period, today model.Month) bool {
	return today > 0 && today.Month() >= 11 && p == Yearly(today.Year())
}

// begun reports the year in whose first three months the report was given.
func begun(p model.Period, today model.Month) bool {
	return today > 0 && today.Month() <= 3 && p == Yearly(today.Year())
}

// onceDone reports that the part of a sentence before a number tells of a thing's
// completion, and behind that of what is still to come: 建成达产后,预计年产值….
func onceDone(before string) bool {
	before = before[max(0, strings.LastIndexAny(before, "；;")):]
	word, i := lexicon.Completed.FindLast(before)
	if i < 0 || strings.HasSuffix(word, "可") { // 达产可实现产值42亿元
		return i >= 0
	}
	for clause := range strings.FieldsFuncSeq(before[i+len(word):], scan.IsBreak) {
		if lexicon.Foreseen.Prefix(clause) != "" {
			return true
		}
	}
	return false
}

// oncePlain reports that the clause says no more than what a thing yields once it is
// completed: 建成后新增学位.
func (w *weighed) oncePlain() bool {
	word, i := lexicon.Completed.FindLast(w.clause)
	return i >= 0 && !lexicon.Past.Inside(w.clause[i+len(word):])
}

// told is the word of a clause that tells of the past; under a plan 累计 tells of sums to
// be reached, and a clause that only modifies (建成的) of nothing.
func (a *Agenda) told(clause string) string {
	w, i := a.words.FindLast(lexicon.Past, clause)
	if a.sentence == model.Target && i > 0 && strings.HasSuffix(clause[:i], "、") && strings.ContainsAny(clause[:i], "0123456789") {
		return "" // 全年将开工60个、竣工45个: the list goes on with what is planned
	}
	if a.Section != model.Target || i < 0 {
		return w
	}
	if lexicon.Cumulated.Has(w) {
		w, _ = lexicon.Past.FindLast(clause[:i]) // “十四五”以来累计
	}
	if strings.HasSuffix(clause, "的") {
		return ""
	}
	return w
}

// Weigh weighs the paragraph's mood, once.
func (a *Agenda) Weigh(text string) {
	if a.weighed {
		return
	}
	a.weighed = true
	if a.Section == "" && mood(text[a.mood.Start:a.mood.End]) {
		a.paragraph = model.Target
	}
}

// plans reports that the text tells of what is to be done where it stands.
func (a *Agenda) plans(text string) bool {
	a.Weigh(text)
	return a.Section == model.Target || a.Section == "" && a.paragraph == model.Target
}

// doneBehind reports that the clause goes on to say that it is done (15个项目的
// 回迁工作基本完成).
func doneBehind(in *lexicon.Features, after string) bool {
	if !in.Has(lexicon.Past) && !in.Has(lexicon.Finished) {
		return false
	}
	after = scan.ClauseHead(after)
	first, _, _ := strings.Cut(after, "、") // the next item has a number of its own
	return !future(in, after) && (in.Inside(lexicon.Past, first) || in.Inside(lexicon.Finished, after))
}

func clauseHolds(after, word string) bool {
	return strings.Contains(scan.ClauseHead(after), word)
}

// Around is the sentence before and behind a number, as far as it may bear on
// it: a sentence without end must not be read again for each of its numbers.
func Around(text string, s model.Span, start, end int) (before, after string) {
	const reach = 900
	from, to := max(s.Start, start-reach), min(s.End, end+reach)
	for from > s.Start && !utf8.RuneStart(text[from]) {
		from--
	}
	for to < s.End && !utf8.RuneStart(text[to]) {
		to++
	}
	return text[from:start], text[end:to]
}

// future reports a word of purpose in a part of a text with these words.
func future(in *lexicon.Features, s string) bool {
	if strongly(in, s) {
		return true
	}
	word, i := in.Find(lexicon.Soft, s)
	for i >= 0 {
		named := (word == "预期" || word == "预计") && scan.PartOfNoun(s, i, len(word)) || word == "年内" && counted(s[:i])
		if (word != "将" && word != "要" && word != "目标" || aims(s, word, i)) && !named && !predicate(word, s[i+len(word):]) {
			return true
		}
		s = s[i+len(word):]
		word, i = lexicon.Soft.Find(s)
	}
	return false
}

// counted reports a text that ends in a number of years: 三|年内.
func counted(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == '两' || r == '十' || yearDigit(r) >= 0
}

// predicate reports whether a word of purpose tells how things go, and asks for nothing:
// one such as 加快推进 that ends its clause (乙项目加快推进，), 继续|保持全市第1.
func predicate(word, after string) bool {
	r, _ := utf8.DecodeRuneInString(after)
	return after != "" && scan.IsBreak(r) && strings.HasPrefix(word, "加快") || word == "继续" && lexicon.Ranking.Prefix(after) != ""
}

// aims tells the 将 and 要 of purpose from 将…作为, 主要, 重要, 需要, 要素.
func aims(s, word string, i int) bool {
	before, after := s[:i], s[i+len(word):]
	if word == "目标" {
		return strings.HasPrefix(after, "为") || strings.HasPrefix(after, "是") || strings.HasPrefix(after, "达到")
	}
	if word == "要" {
		return lexicon.EndsInYao.Suffix(before) == "" && lexicon.BeginsWithYao.Prefix(after) == ""
	}
	if _, i := lexicon.Rise.Find(scan.ClauseHead(after)); i >= len("时间") && !scan.BeginsAny(after, "由", "从") {
		return false // 将时间压缩到7天, but 将由2万吨提高到5万吨
	}
	return !strings.Contains(scan.ClauseHead(after), "作为") && !strings.Contains(scan.LastClause(s), "作为") && !scan.EndsAny(before, "即") || strings.Contains(scan.ClauseHead(after), "达")
}

// strongly reports a word that alone makes a target, even in a review. A plan
// that is a name (“孵化计划”, 三年行动计划) or one told of before (该计划) is none.
func strongly(in *lexicon.Features, s string) bool {
	for {
		word, i := in.Find(lexicon.Strong, s)
		if i < 0 {
			return false
		}
		rest := s[i+len(word):]
		named := scan.PartOfNoun(s, i, len(word)) && !acts(rest) || lexicon.NamePointsBack.Suffix(s[:i]) != "" || obtains(word, rest) || word == "计划" && (rest == "" || scan.ClauseEnds(rest) || strings.HasPrefix(rest, "的"))
		if !named {
			return true
		}
		s = rest
	}
}

// acts reports a text that begins with a verb: 全年计划实施120个 is no year's plan.
func acts(s string) bool {
	w := lexicon.Fulfil.OrPrefix(lexicon.Delta, s) // 完成投资, 新签约, but no 完成率
	if w == "" {
		w = lexicon.Pivot.OrPrefix(lexicon.Acts, s)
	}
	return w != "" && !scan.PartOfNoun(s, 0, len(w))
}

// obtains reports 争取 where it tells what was got: 争取专项债券资金9.8亿元.
func obtains(word, rest string) bool {
	return word == "争取" && lexicon.Obtained.Inside(scan.ClauseHead(rest))
}

// settled reports a word that alone tells of the past.
func settled(in *lexicon.Features, s string) bool { return in.Inside(lexicon.Settled, s) }

// pastLater reports that the last word of time in the text is a past one.
func pastLater(in *lexicon.Features, s string) bool {
	_, i := in.FindLast(lexicon.Settled, s)
	if i < 0 {
		return false
	}
	_, j := in.FindLast(lexicon.Strong, s)
	_, k := in.FindLast(lexicon.Soft, s)
	return i > max(j, k)
}

// mood weighs a paragraph by the words its clauses open with: what is to be
// done (推进, 健全, 支持) against what was (了, 获评, 建成). Reports tell both in
// the same subjectless clauses; the words tell them apart.
func mood(paragraph string) bool {
	todos, dones, opens := 0, 0, true
	for i, r := range paragraph {
		if opens && lexicon.Todo.Prefix(paragraph[i:]) != "" {
			todos++
		}
		opens = scan.IsBreak(r) || opens && r == ' '
		if lexicon.Done.Begins(r) && lexicon.Done.Prefix(paragraph[i:]) != "" {
			dones++
		}
	}
	return todos >= 2*dones+3
}

// planOpens reports that a paragraph opens as a plan: its first sentence has a
// word of purpose at its head and none of the past.
func planOpens(in *lexicon.Features, s string) bool {
	opening := strings.TrimLeft(s, "“(（一二三四五六七八九十)）、 ")
	if lexicon.Imperative.Prefix(opening) == "" {
		return opensFuture(in, s)
	}
	return !in.Inside(lexicon.Past, s)
}

// opensFuture reports 济阳将继续…, 下一步, 新的一年 within the first clauses,
// and no word of the past beside it.
func opensFuture(in *lexicon.Features, s string) bool {
	if !in.Has(lexicon.Resolve) {
		return false
	}
	head := s
	for i := range s {
		if i > 150 {
			head = s[:i]
			break
		}
	}
	return lexicon.Resolve.Inside(head) && !in.Inside(lexicon.Past, head)
}

// opensPast reports a sentence that turns back to what was done.
func opensPast(s string) bool {
	return lexicon.TurnsBack.Prefix(s) != ""
}

// SectionStage is what a heading says of the section below it, by the last of its
// words that tells: 2021年工作情况和2022年工作安排 is a plan.
func SectionStage(heading string) model.Stage {
	switch scan.LooksOf(heading) {
	case scan.Back:
		return model.Achieved
	case scan.Ahead:
		return model.Target
	}
	return ""
}
