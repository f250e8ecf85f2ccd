package timeline

import (
	"slices"
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// What a report is about as a whole: the period of the numbers that name none
// and stand under no heading that does. Best first:
//
//	the head       a review of 2021年, 1-11月份 told in the opening
//	a work report  the year before the one at whose beginning it is given
//	the opening    过去的一年,我区…
//	the text       the year that all its results name, where they agree
//
// Where none of these tells, there is no such period: nothing is guessed.

// opening is how many paragraphs may say what time the whole text is about.
const opening = 3

// coverage is the period that the report is about; zero when nothing tells it.
func (c clock) coverage(x *scan.Text) model.Period {
	if p := x.Doc.Head.Covers; p.From != 0 && p.To-p.From == 11 {
		return p
	}
	if c.report && c.today > 0 {
		return Yearly(c.reviewed())
	}
	for i, s := range x.Sentences {
		if s.Paragraph > opening || i > 2*opening {
			break
		}
		if text := x.Of(s.Span); c.today > 0 && lexicon.Reviewed.Prefix(strings.TrimLeft(text, " \u3000")) != "" {
			return Yearly(c.reviewed())
		}
	}
	return c.vote(x)
}

// reviewed is the year on which a report looks back: that before the report's
// day, but its own where it is given at the end of the year.
func (c clock) reviewed() int {
	if c.report && c.today.Month() >= 10 {
		return c.today.Year()
	}
	return c.today.Year() - 1
}

// vote is the year that the text's results name, where three in four of those
// that name a time name it; the months of it from its first on, where they name
// no others. Sentences that tell of plans have no vote.
func (c clock) vote(x *scan.Text) model.Period {
	votes, all := map[int]int{}, 0
	spans := map[int][]model.Period{} // that the voices for a year name
	first := 0                        // the year that the opening names
	for i := range x.Sentences {
		s := &x.Sentences[i]
		text := x.Of(s.Span)
		if (s.Words.Has(lexicon.Plan) || s.Words.Has(lexicon.HeadAhead)) && SectionStage(text) == model.Target {
			break // from here on the text tells of what will be
		}
		if future(&s.Words, text) || opensFuture(&s.Words, text) {
			continue
		}
		for _, k := range c.marks(x.Doc.Text, s) {
			all++ // several years, or none told (近年来), are voices too
			if y := c.resultsOf(k); y > 0 {
				votes[y]++
				spans[y] = append(spans[y], spanOf(k)...)
				if i <= 2*opening {
					first = y
				}
			}
		}
	}
	for year, n := range votes {
		if (n > 1 || year == first) && 4*n >= 3*all {
			return agreed(year, spans[year])
		}
	}
	return model.Period{}
}

// agreed is the year, or the months of it from its first on that more than one voice names
// and no other span: 1-10月.
func agreed(year int, spans []model.Period) model.Period {
	if only := slices.Compact(slices.Clone(spans)); len(only) == 1 && len(spans) > 1 && only[0].From.Month() == 1 {
		return only[0]
	}
	return Yearly(year)
}

// spanOf is the span that a voice for a year names; none where it names the day of a state, one
// month or the year up to now, which say nothing of the other numbers.
func spanOf(k mark) []model.Period {
	if k.since || k.period.AsOf || k.period.From == k.period.To {
		return nil
	}
	return []model.Period{k.period}
}

// resultsOf is the year whose results a mark says are told; 0 for none.
func (c clock) resultsOf(k mark) int {
	p := k.period
	if !k.carry || p.From == 0 || p.From.Year() != p.To.Year() || c.today > 0 && p.From > c.today || begun(p, c.today) && !k.since {
		return 0
	}
	return p.From.Year()
}

// newest is the last year that a text names up to the report's day.
func (c clock) newest(text string) (latest int) {
	if c.today > 0 {
		return c.today.Year()
	}
	for _, y := range yearsIn(text) {
		latest = max(latest, y)
	}
	return latest
}
