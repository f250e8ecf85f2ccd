package compare

import (
	"slices"

	"qubi/model"
)

// Times are what the districts that have several reports state over time. Of each
// line they hold the numbers achieved, where there are several or a target stands
// beside them, and its targets; lines whose targets have a result come first.
func (c *Comparison) Times() []Timeline { return c.times() }

func (c *Comparison) makeTimes() (all []Timeline) {
	for j, d := range c.Districts {
		if len(d.Reports) < 2 {
			continue
		}
		t := c.Timeline(j)
		for i := range t.Lines {
			t.Lines[i].Points = t.Lines[i].course()
		}
		t.Lines = slices.DeleteFunc(t.Lines, func(s Line) bool { return len(s.Points)+len(s.Outcomes) == 0 })
		slices.SortStableFunc(t.Lines, func(a, b Line) int { return b.results() - a.results() })
		all = append(all, t)
	}
	return all
}

// course is the line's numbers without its targets; a lone number is none.
func (s Line) course() []Point {
	done := slices.DeleteFunc(slices.Clone(s.Points), func(p Point) bool { return p.Fact().Stage == model.Target })
	if len(done) > 1 || len(done) > 0 && len(s.Outcomes) > 0 {
		return done
	}
	return nil
}

// results is how many targets of the line have a result.
func (s Line) results() (n int) {
	for _, o := range s.Outcomes {
		if o.Result != nil {
			n++
		}
	}
	return n
}
