package timeline

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// weighed is a number whose stage is asked, with what stands around it.
type weighed struct {
	*Agenda
	in                    *lexicon.Features // the words of its sentence
	before, after, clause string            // clause is the end of before
	among                 int               // where the last 其中 of before stands, -1 for none
	number                string
	p                     model.Period
	today                 model.Month
}

// judgment is one of the things that decide a stage: what it decides, in which words
// the reason is told (behind the word that it finds), and when it holds.
type judgment struct {
	stage  model.Stage
	reason Reason
	holds  func(*weighed) (word string, ok bool)
}

// judgments are tried in their order: the strongest stand first.
var judgments = [...]judgment{
	{model.Target, "its period is still to come", plainly((*weighed).toCome)},
	{model.Target, "the number of a plan", plainly((*weighed).ofPlan)},
	{model.Target, "what a thing will yield once it is finished", plainly((*weighed).yields)},
	{model.Target, " turns its sentence ahead", (*weighed).turnsAhead},
	{model.Achieved, "its section looks back", plainly((*weighed).reviewed)},
	{model.Target, "a word of purpose in its clause", plainly((*weighed).purposed)},
	{model.Target, " before it", (*weighed).aheadBefore},
	{model.Achieved, " in its clause", (*weighed).toldDone},
	{model.Achieved, "its period is over", plainly((*weighed).over)},
	{model.Achieved, partOfDone, plainly((*weighed).partOfDone)},
	{model.Achieved, prepared, (*weighed).prepared},
	{model.Target, "尽快 behind it", plainly((*weighed).hastened)},
	{model.Achieved, "its clause goes on to say that it is done", plainly((*weighed).doneBehind)},
	{model.Target, "its section looks ahead", plainly((*weighed).sectionAhead)},
	{model.Target, "its paragraph is a plan", plainly((*weighed).paragraphAhead)},
	{model.Achieved, "what a year that ends is expected to come to", plainly((*weighed).yearEnds)},
	{model.Target, "what a whole year that goes on is to come to", plainly((*weighed).wholeAhead)},
	{model.Target, "a word of purpose before it", plainly((*weighed).purposedBefore)},
	{model.Target, " behind it", (*weighed).aheadBehind},
	{model.Target, "growth of a year that has only begun", plainly((*weighed).yearBegun)},
}

// Reasons for which a number is no estimate, whatever is expected beside it.
const (
	partOfDone Reason = "a part of what is already so"
	prepared   Reason = " in its clause: what is prepared is there"
)

// Plain reports a reason for which a number is no estimate, whatever its sentence
// expects besides.
func (r Reason) Plain() bool {
	return r == partOfDone || strings.HasSuffix(string(r), string(prepared))
}

// Kind is the reason without the word that it found in the text.
func (r Reason) Kind() (kind Reason) {
	kind = r
	for _, j := range judgments {
		if r == j.reason {
			return r
		}
		if strings.HasSuffix(string(r), string(j.reason)) {
			kind = j.reason
		}
	}
	return kind
}

// plainly is a judgment that finds no word to tell.
func plainly(holds func(*weighed) bool) func(*weighed) (string, bool) {
	return func(w *weighed) (string, bool) { return "", holds(w) }
}

// toCome: 2025年 in a report of 2021. A review's own year counts as over.
func (w *weighed) toCome() bool {
	return w.p.To > 0 && w.today > 0 && w.p.From > w.today &&
		!(w.Section == model.Achieved && w.p.From.Year() == w.today.Year())
}

// ofPlan: 计划总投资, 收入预期为 before the number itself.
func (w *weighed) ofPlan() bool {
	clause := strings.TrimRight(w.clause, " 约达为")
	return lexicon.Planned.Suffix(clause) != "" || scan.EndsAny(clause, "收入预期", "支出预期")
}

func (w *weighed) yields() bool {
	return w.in.Has(lexicon.Completed) && (onceDone(w.before) || !w.over() && w.oncePlain())
}

// turnsAhead: 下阶段,要…,确保… at the end of a review.
func (w *weighed) turnsAhead() (string, bool) {
	word, i := w.in.FindLast(lexicon.Resolve, w.before)
	return word, i >= 0 && w.Section == model.Achieved && opensClause(w.before[:i]) && scan.ClauseEnds(w.before[i+len(word):]) && !pastLater(w.in, w.before[i:])
}

// reviewed: what a review expects is an estimate of a result, but not of a year that has
// only begun.
func (w *weighed) reviewed() bool {
	return w.Section == model.Achieved && !(begun(w.p, w.today) && w.in.Inside(lexicon.Foreseen, w.clause)) &&
		(!strongly(w.in, w.clause) || w.in.Inside(lexicon.Forecast, w.clause))
}

func (w *weighed) purposed() bool { return strongly(w.in, w.clause) && !settled(w.in, w.clause) }

// aheadBefore: 力争 holds to the full stop.
func (w *weighed) aheadBefore() (string, bool) {
	word, i := w.in.FindLast(lexicon.Ahead, w.before)
	return word, i >= 0 && w.Section != model.Achieved &&
		!obtains(word, w.before[i+len(word):]) && !pastLater(w.in, w.before[i:])
}

func (w *weighed) toldDone() (string, bool) {
	word := w.told(w.clause)
	return word, word != "" && !future(w.in, w.clause)
}

func (w *weighed) over() bool {
	return w.p.To > 0 && w.today > 0 && (w.p.To < w.today || w.p.To == w.today && severalMonths(w.p)) ||
		strings.HasPrefix(w.p.Label, "过去") ||
		w.Section == model.Target && scan.EndsAny(w.clause, "去年", "现有")
}

// partOfDone: 策划项目51个,其中产业项目16个,预计…;配套项目2个. What a clause says of
// one part alone ends with its ；.
func (w *weighed) partOfDone() bool {
	if w.among < 0 || w.whole != model.Achieved {
		return false
	}
	segment := w.before[w.among:]
	segment = segment[max(0, strings.LastIndexAny(segment, "；;")):]
	return !future(w.in, segment) && w.Section != model.Target
}

// prepared: 共策划51个项目 is what there is, though the projects are to come.
func (w *weighed) prepared() (string, bool) {
	word, i := w.in.FindLast(lexicon.Prepared, w.clause)
	return word, i >= 0 && w.Section != model.Target && w.paragraph != model.Target && !future(w.in, w.clause)
}

func (w *weighed) hastened() bool { return clauseHolds(w.after, "尽快") }

func (w *weighed) doneBehind() bool {
	return w.Section == "" && w.paragraph == "" && !future(w.in, w.clause) && doneBehind(w.in, w.after)
}

func (w *weighed) sectionAhead() bool { return w.Section == model.Target }

func (w *weighed) paragraphAhead() bool { return w.paragraph == model.Target }

func (w *weighed) yearEnds() bool {
	if !closing(w.p, w.today) || !w.in.Inside(lexicon.Forecast, w.before) || strongly(w.in, w.before) {
		return false
	}
	_, end := w.in.Find(lexicon.YearEnd, w.before)
	return strings.Contains(w.before, "全年") || end >= 0 && lexicon.By.Suffix(w.before[:end]) != "" // 预计到年末
}

// wholeAhead: 全年增长9%以上, told in April.
func (w *weighed) wholeAhead() bool {
	return w.today > 0 && w.today.Month() < 11 && w.p == Yearly(w.today.Year()) && w.in.Has(lexicon.WholeYear) && strings.Contains(w.before, "全年") && !settled(w.in, w.before)
}

// purposedBefore: 推进…, with no word of the past behind it; 今年以来,…,加快推进17个项目 tells what is done.
func (w *weighed) purposedBefore() bool {
	return future(w.in, w.before) && !pastLater(w.in, w.before) && (strongly(w.in, w.before) || !opensPast(w.before))
}

// aheadBehind: 实施项目60个以上,力争…; 8个项目|年内开工.
func (w *weighed) aheadBehind() (string, bool) {
	if did := scan.ClauseHead(w.after); w.in.Has(lexicon.Soft) && !strings.ContainsAny(did, "0123456789、（(") && future(w.in, did) && !w.in.Inside(lexicon.Past, did) {
		return did, true
	}
	after, _, _ := strings.Cut(strings.ReplaceAll(w.after, ";", "；"), "；")
	word, i := w.in.Find(lexicon.Ahead, after)
	if i < 0 {
		return "", false
	}
	aim := after[i+len(word):]
	_, later := Year(strings.TrimLeft(aim, "到至")) // 2022年产值138亿元,力争2025年突破300亿元
	return word, later == 0 && !obtains(word, aim) && !pastLater(w.in, w.before)
}

// yearBegun: 2022年,地区生产总值增长6.5%左右 in a report of that year's spring.
func (w *weighed) yearBegun() bool {
	clause := strings.TrimRight(w.clause, " ")
	rose := lexicon.Up.OrSuffix(lexicon.Down, clause)
	open := rose != "" || lexicon.AfterAtLeast.OrSuffix(lexicon.AfterAbout, w.number) != ""
	return open && begun(w.p, w.today) && !settled(w.in, w.before) &&
		lexicon.Against.Suffix(strings.TrimSuffix(clause, rose)) == ""
}
