package timeline

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/data/scan"
	"qubi/model"
)

// mark is a place in a sentence from which on a period is in force.
type mark struct {
	at     int
	size   int // of the words that set it, in bytes; 0 where what was before comes back
	period model.Period
	first  int  // the year of what was, where two are held against each other; 0 for none
	carry  bool // also for the sentences after this one
	since  bool // 今年以来: of what was done, not of what is planned
}

// clock resolves periods; it runs along with the text.
type clock struct {
	today    model.Month  // month of the report's day; 0 when unknown
	section  model.Period // set by the section's heading
	cur      model.Period // in force at the end of the last sentence
	report   bool         // a work report, read at the beginning of a year on the year before
	noDate   bool         // 今年 was met and the report has no date
	district string       // full name
	title    string       // the report's
	ahead    func() bool  // whether the text tells of plans where it stands
	planned  model.Period // the year whose plans the text tells
	aimed    model.Period // the running year, once a target was told of it
	since    bool         // cur is of what was done (今年以来)
	recalled bool         // section is what a sentence recalled, no heading
	latest   int          // the report's year, or the last one that the text names
	event    model.Period // the day of the event told last
	intro    int          // year that opens the first paragraph, -1 for none

	words *lexicon.Features // of the sentence
	set   []mark            // room for its marks
}

// marks are the periods that a sentence sets, in order; those of the sentence before
// are gone then.
func (c *clock) marks(text string, s *scan.Sentence) []mark {
	c.words = &s.Words
	all, numbers := c.set[:0], s.Quantities
	in := c.cur
	if !c.event.IsZero() && thisTime(text[s.Start:s.End]) {
		all = append(all, mark{at: s.Start, period: c.event})
	}
	// In force before a forecast, or a deadline within a clause: 1-11月增长8%,预计全年
	// 突破50亿元;… 确保某项目6月底前投产;…
	var aside *model.Period
	for at := s.Start + markBeforeYear(text[s.Start:s.End]); at < s.End; {
		if aside != nil && (text[at] == ';' || strings.HasPrefix(text[at:], "；")) {
			in = *aside
			all = append(all, mark{at: at, period: in, carry: in.From != 0})
			aside = nil
		}
		if b := text[at]; b < '0' || b > '9' && b < utf8.RuneSelf {
			at++
			continue
		}
		r, w := lexicon.RuneAt(text, at, s.End)
		if !periodRune(r) {
			at += w
			continue
		}
		var end int
		if numbers, end = measured(numbers, at); end > at {
			at = end
			continue
		}
		t := c.at(text[:s.End], at, s.Start, in)
		if t.size == 0 {
			// Pass over the whole number: 12021年 holds no 2021年, and a long one
			// must not be read again from each of its characters.
			if _, n, _ := numeral.Scan(text[at:s.End]); n > 10*w || scan.IsWestern(text[at:]) {
				w = n
			}
			at += w
			continue
		}
		end = at + t.size
		switch {
		case !t.sets || datesEvent(text[end:s.End]):
		case datesScene(c.words, t.period, text[end:s.End]):
			if in.IsZero() {
				all = append(all, mark{at: at, size: t.size, period: Yearly(t.period.To.Year())})
			}
		case t.clause || planWithin(t.period, in, text[end:s.End]):
			all = append(all, mark{at: at, size: t.size, period: t.period})
			if end += len(scan.ClauseHead(text[end:s.End])); end < s.End {
				all = append(all, mark{at: end, period: in})
			}
		default:
			if aside == nil && len(all) > 0 && forecast(text[s.Start:at]) {
				before := all[len(all)-1].period
				aside = &before
			} else if aside == nil && t.period.AsOf && scan.LastClause(text[s.Start:at]) != "" && !scan.ClauseEnds(text[end:s.End]) {
				before := in
				aside = &before
			}
			words, rest := text[at:end], text[end:s.End]
			k := mark{
				at: at, size: t.size, period: t.period, first: t.first, carry: c.carries(t.period) && !strings.HasSuffix(words, "当月"),
				since: strings.HasPrefix(rest, "以来") || strings.HasSuffix(words, "以来"),
			}
			all = append(all, k)
			if t.period.Day() != "" && !t.period.AsOf {
				c.event = t.period
				word, i := lexicon.Ceremony.Find(rest)
				end += i + len(word) // 二季度重点项目集中签约: what stands before is its name
			}
			if k.carry {
				in = k.period
			}
		}
		at = end
	}
	c.set = all
	return all
}

// markBeforeYear is the length of a list's mark that touches a year: 1.2021年 is no
// number with decimals.
func markBeforeYear(s string) int {
	mark := scan.ListMark(s)
	if _, n := Year(s[mark:]); n == 0 {
		return 0
	}
	return mark
}

// measured are the numbers that measure something at a place and behind it, and where
// the one at the place ends: it tells no period.
func measured(numbers []scan.Quantity, at int) ([]scan.Quantity, int) {
	for len(numbers) > 0 && numbers[0].Number.Start < at {
		numbers = numbers[1:]
	}
	if len(numbers) > 0 && numbers[0].Number.Start == at && numbers[0].Class != "time" && numbers[0].Class != "rank" {
		return numbers, numbers[0].Number.End
	}
	return numbers, at
}
