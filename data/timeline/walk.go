// Package timeline says of every place in a report which period its words are
// about, and whether they tell of what is or of what is to be. It walks the
// sentences in order; the nearest of these decides, and what none tells stays
// empty:
//
//	the clause and its sentence    2021年1-11月,… ; 今年以来,…
//	the sentences before           in the same paragraph, or the one that introduced it
//	the section's heading          一、2021年工作回顾
//	the whole report               a work report looks back on the year before; the year
//	                               that the results of the text agree on
//
// A period that only serves a comparison (与2019年相比), dates an event (去年8月动工)
// or belongs to a name (2024年省重大项目) sets nothing.
package timeline

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// Source is where the period of a number came from.
type Source string

// The sources, the nearest first.
const (
	OwnSentence Source = "sentence" // the sentence names it
	Section     Source = "section"  // a heading, or the sentences before
	WholeReport Source = "report"   // what the report is about as a whole
	Nowhere     Source = "none"     // there is no period
)

// Walk goes through a report's sentences, in order.
type Walk struct {
	Agenda Agenda

	text   *scan.Text
	clock  clock
	covers model.Period // what the report is about as a whole

	// The sentence.
	s     *scan.Sentence
	marks []mark
	times int // how many different ones they set

	// The paragraph.
	intro model.Period // set by the paragraph that introduced a list of paragraphs
	item  bool         // the paragraph before was an item of a list: it ended with ；
	open  bool         // the paragraph before ended without a full stop: verse
	told  int          // facts read before the paragraph
	years model.Period // the last span of several years that it told of
	dated int          // the last paragraph that set a period
	sole  model.Period // the only one that the paragraph sets, while it sets no other
	mark  string       // of the list that the intro holds for, without its numeral
	ago   int          // sentences since a period was set
}

// New begins a walk through a report.
func New(text *scan.Text) *Walk {
	w := &Walk{text: text, s: &scan.Sentence{}, clock: newClock(text)}
	if p := w.clock.soleTime(text); w.clock.section.IsZero() && !p.IsZero() {
		w.clock.section, w.clock.cur = p, p
	}
	w.clock.latest = w.clock.newest(text.Doc.Text)
	w.covers = w.clock.coverage(text)
	w.clock.ahead = w.Plans
	w.Agenda.titled = planTitle(text.Doc.Head.Title) || plansThroughout(text)
	if strings.Contains(text.Doc.Head.Title, "公报") {
		w.Agenda.Section = model.Achieved
	}
	return w
}

// Plans reports that the text tells of what is to be done where the walk stands.
func (w *Walk) Plans() bool { return w.Agenda.plans(w.text.Doc.Text) }

// Enter takes in the next sentence; facts is how many were read before it. A new
// paragraph forgets the period of the one before, unless that one ended without a
// stop: goesOn.
func (w *Walk) Enter(s *scan.Sentence, facts int) (fresh, goesOn bool) {
	text := w.text.Of(s.Span)
	fresh, goesOn = s.Paragraph != w.s.Paragraph, w.open
	if fresh {
		w.clock.heading(text, &w.Agenda)
		w.clock.looksBack(text, &w.Agenda)
	}
	if w.Agenda.Section == model.Achieved && (fresh || facts == w.told) {
		w.clock.turns(&s.Words, text, fresh)
	}
	w.clock.target(&s.Words, text, &w.Agenda)
	w.Agenda.program(&s.Words, text, fresh)
	if fresh || s.Paragraph <= opening {
		w.clock.recalls(&s.Words, text)
	}
	if fresh {
		w.paragraph(text, facts)
	}
	if !strings.HasPrefix(text, "其中") && (!fresh || !w.open) {
		w.Agenda.sentence = ""
	}
	w.s = s
	w.Agenda.Enter(w.text.Doc.Text, s, w.text.Doc.Paragraphs[s.Paragraph-1])
	if w.clock.recalled && w.clock.cur == w.clock.section && w.Plans() {
		w.clock.cur = model.Period{} // what is planned is of no time that was
	}
	if w.clock.outdated(text, w.ago) {
		w.clock.cur = w.clock.section
	}
	w.marks = w.clock.marks(w.text.Doc.Text, s)
	w.times = different(w.marks)
	w.clock.plans(text, w.marks)
	return fresh, goesOn
}

// paragraph sets the period in force where a paragraph begins.
func (w *Walk) paragraph(text string, facts int) {
	switch listed := w.listed(text); {
	case w.introduced(facts):
		w.intro = w.clock.cur
	case w.open: // verse: the sentence goes on
	case w.item && !w.intro.IsZero():
		w.clock.cur = w.intro
	case w.item && scan.ListMark(text) == 0: // a line that was cut at its ；
	case listed:
		w.clock.cur = w.intro
	default:
		w.intro, w.clock.cur, w.clock.since = model.Period{}, w.clock.section, false
	}
	w.told, w.years, w.sole = facts, model.Period{}, model.Period{}
}

// listed takes in a paragraph that is an item of a list, 一是…, 2.…: a year that the
// paragraph before the first one told alone is that of them all.
func (w *Walk) listed(text string) bool {
	mark := strings.Trim(text[:scan.ListMark(text)], "一二三四五六七八九十0123456789 ")
	switch {
	case mark == "" || !w.clock.section.IsZero():
		w.mark = ""
	case strings.HasPrefix(text, "一是"), strings.HasPrefix(text, "1"+mark):
		w.mark, w.intro = mark, w.sole
	}
	return mark != "" && mark == w.mark && !w.intro.IsZero()
}

// introduced reports that the paragraph before only set the time (今年以来,各项
// 工作取得新成效。) and told no number: it introduces the one that follows.
func (w *Walk) introduced(facts int) bool {
	if w.s.Paragraph == 0 || w.dated != w.s.Paragraph || w.told != facts || w.clock.today > 0 && w.clock.cur.From.Year() > w.clock.today.Year()+planYears {
		return false // of 2035年 is only what its own paragraph tells
	}
	p := w.text.Doc.Paragraphs[w.s.Paragraph-1]
	return !scan.IsHeading(w.text.Of(p))
}

// Leave ends the sentence: what it set is in force for those behind it.
func (w *Walk) Leave() {
	w.ago++
	for _, k := range w.marks {
		if severalYears(k.period) {
			w.years = k.period
		}
		if k.carry {
			if w.dated != w.s.Paragraph {
				w.sole = k.period
			} else if w.sole != k.period {
				w.sole = model.Period{}
			}
			w.clock.cur, w.clock.since, w.dated, w.ago = k.period, k.since, w.s.Paragraph, 1
		}
	}
	end := strings.TrimRight(w.text.Of(w.s.Span), " \u00a0\u3000\n")
	last, _ := utf8.DecodeLastRuneInString(end)
	w.item = last == '；' || last == ';'
	w.open = w.s.Paragraph > 1 && !strings.ContainsRune("。！？!?”；;：:…", last)
}

// Period is the period in force at a place of the sentence. Whole, where given, is
// that of the whole whose parts the sentence tells from a place on.
func (w *Walk) Period(at int, whole model.Period, from int) model.Period {
	p := w.clock.cur
	if !whole.IsZero() {
		p = whole
	} else if w.clock.today > 0 && p.From > w.clock.today && settled(&w.s.Words, scan.LastClause(w.text.Doc.Text[w.s.Start:at])) {
		p = model.Period{} // what is already so is not of the time of plans told before
	}
	for _, k := range w.marks {
		if k.at > at {
			break
		}
		if whole.IsZero() || k.at >= from {
			p = k.period
		}
	}
	return p
}

// Behind is the time at which the clause that goes on at a place says that what it has
// counted was done, or will be: 8个项目|年底前竣工. Zero where it tells none, or of what
// further number.
func (w *Walk) Behind(at int) model.Period {
	clause := scan.ClauseHead(w.text.Doc.Text[at:w.s.End])
	if clause == "" {
		return model.Period{}
	}
	for i := range w.s.Quantities {
		if q := &w.s.Quantities[i]; q.Class != "time" && at <= q.At.Start && q.At.Start < at+len(clause) {
			return model.Period{}
		}
	}
	for _, marks := range [...][]mark{w.clock.events, w.marks} {
		for _, k := range marks {
			if at <= k.at && k.at < at+len(clause) {
				return k.period
			}
		}
	}
	return model.Period{}
}

// UpTo is the time in which what is told of the day of a state came: the section's, where that
// ends with it too.
func (w *Walk) UpTo(state model.Period) model.Period {
	for _, p := range [...]model.Period{w.clock.section, w.covers} {
		if p.From != 0 && p.From.Month() == 1 && p.From.Year() == state.To.Year() && p.To == state.To {
			return p
		}
	}
	return FirstMonths(state)
}

// Ends are the times of the two values of 由186亿元增加到268亿元 at a place, where the
// sentence tells them: the first and the last year of its span, or the two that it
// holds against each other. Zero where it tells none.
func (w *Walk) Ends(at int) (first, last model.Period) {
	for _, k := range w.marks {
		switch p := k.period; {
		case k.at > at:
			return first, last
		case k.first > 0:
			first, last = Yearly(k.first), p
		case p.From != 0 && p.To-p.From > 11 && strings.Contains(p.Label, "-"):
			first, last = Yearly(p.From.Year()), Yearly(p.To.Year())
		default:
			first, last = model.Period{}, model.Period{}
		}
	}
	return first, last
}

// Marked reports that the sentence sets a period between two places.
func (w *Walk) Marked(from, to int) bool {
	for _, k := range w.marks {
		if from <= k.at && k.at < to {
			return true
		}
	}
	return false
}

// Words are the words that set the period in force at a place of the sentence; empty
// where the sentence sets none.
func (w *Walk) Words(at int) (words string) {
	for _, k := range w.marks {
		if k.at <= at {
			words = w.text.Doc.Text[k.at : k.at+k.size]
		}
	}
	return words
}

// Stage is whether a number at [start, end) of the sentence, about a period, tells
// of what is or of what is to be, and what decides it.
func (w *Walk) Stage(start, end int, p model.Period) (model.Stage, Reason) {
	return w.Agenda.Judge(w.text.Doc.Text, w.s.Span, start, end, p, w.clock.today)
}

// Settle takes in the stage of the number just read, and gives the period that
// suits it: results that name none are of the time that the report is about,
// targets of the year whose plans are told.
func (w *Walk) Settle(stage model.Stage, p model.Period, at int) (model.Period, Source) {
	marked := w.Marked(w.s.Start, at)
	w.remember(stage, p, marked)
	if stage == model.Target {
		p = w.planned(p)
	} else if toCome(p) || strings.HasSuffix(p.Label, "年内") || !marked && (w.level(p, at) || w.grown(p, at)) {
		p = model.Period{} // what is already so is not of the years to come, nor of several that are over
	}
	switch {
	case !p.IsZero() && marked:
		return p, OwnSentence
	case !p.IsZero():
		return p, Section
	case !w.clock.section.IsZero(): // 五年来 tells no other time than its section's, and not which
	case stage == model.Achieved && !w.covers.IsZero() && !w.timed(marked):
		return w.covers, WholeReport
	}
	return p, Nowhere
}

// remember keeps of a number what may bear on those behind it.
func (w *Walk) remember(stage model.Stage, p model.Period, marked bool) {
	w.Agenda.sentence = stage
	if w.clock.today == 0 || stage != model.Target {
		return
	}
	if p.From > w.clock.today {
		w.Agenda.paragraph = model.Target
	}
	if marked && p == Yearly(w.clock.today.Year()) {
		w.clock.aimed = p
	}
}

// planned is the period of a target: that in force, or that of the plan it belongs to.
func (w *Walk) planned(p model.Period) model.Period {
	if w.clock.since && len(w.marks) == 0 {
		p = model.Period{} // 今年以来 is no plan's time
	}
	if p.IsZero() && w.Agenda.Section != model.Achieved {
		p = w.clock.plan()
	}
	if p.IsZero() && opensFuture(&w.s.Words, w.text.Of(w.s.Span)) {
		p = w.clock.aimed
	}
	return p
}

// level reports that a number under 过去五年 says what a thing has come to: 金融机构
// 发展至20家 is of their end.
func (w *Walk) level(p model.Period, at int) bool {
	if p.From != 0 || lexicon.PastYears.Prefix(p.Label) == "" {
		return false
	}
	clause := scan.LastClause(w.text.Doc.Text[w.s.Start:at])
	if i := strings.Index(clause, "分别"); i >= 0 { // 分别达到386亿元、298亿元
		clause = clause[:min(len(clause), i+len("分别达到"))]
	}
	return !lexicon.Cumulated.Inside(clause) && (lexicon.Rise.Suffix(clause) != "" || lexicon.Reached.Suffix(clause) != "")
}

// grown reports an increment where five years are looked back on: of one of them it is no
// more than its own sentence tells.
func (w *Walk) grown(p model.Period, at int) bool {
	if !w.clock.overYears || p.To-p.From != 11 {
		return false
	}
	clause := strings.TrimLeft(scan.LastClause(w.text.Doc.Text[w.s.Start:at]), " 、")
	return lexicon.Delta.Prefix(clause) != "" || lexicon.Up.Suffix(clause) != ""
}

// Times are how many periods the sentence sets, and how many sentences ago the one in
// force was set where it sets none.
func (w *Walk) Times() (here, ago int) {
	return w.times, w.ago
}

// different is how many different periods marks set.
func different(marks []mark) int {
	if len(marks) < 2 {
		return len(marks)
	}
	seen := make(map[string]bool, len(marks))
	for _, k := range marks {
		seen[k.period.Label] = true
	}
	return len(seen)
}

// severalYears reports a period of more than a year: 2016-2020年, 今后五年.
func severalYears(p model.Period) bool { return p.To-p.From > 11 || toCome(p) }

// Years is the span of several years that the sentence, its paragraph or its section has
// told of, zero for none.
func (w *Walk) Years() model.Period {
	for _, k := range w.marks {
		if severalYears(k.period) {
			return k.period
		}
	}
	if w.years.IsZero() && w.clock.section.To-w.clock.section.From > 11 {
		return w.clock.section
	}
	return w.years
}

// Undated reports a period told in words that the report, which has no date, leaves
// open.
func (w *Walk) Undated(p model.Period) bool {
	return p.From == 0 && w.clock.noDate && !p.IsZero()
}

// ParagraphStart is where the paragraph begins in which the walk stands.
func (w *Walk) ParagraphStart() int { return w.text.Doc.Paragraphs[w.s.Paragraph-1].Start }

// District is the full name of the report's district.
func (w *Walk) District() string { return w.clock.district }
