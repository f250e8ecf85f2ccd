package trust

import (
	"strings"
	"unicode/utf8"

	"qubi/data/scan"
	"qubi/model"
)

// What stands beside a fact speaks for or against it too: numbers of one name and one
// time cannot all be right, and a paragraph of many times gives many a number the wrong
// one.

// Company is what a text's facts are to each other.
type Company struct {
	text    int // bytes of the text
	facts   int
	known   int // of them, whose indicator is known
	periods map[model.Period]int
	stages  map[model.Stage]int

	parts  map[int]*part       // of numbers, by paragraph
	named  map[string]int      // of numbers, by name
	same   map[sameness]values // of numbers that should have one, whose names are told again
	things map[thing]*part     // of names, by sentence
}

// part is what a paragraph or a sentence holds.
type part struct {
	facts   int
	periods few[string]
	stages  few[model.Stage]
	rules   few[string]
}

type sameness struct {
	name, period, unit, scope, owner string
	stage                            model.Stage
}

type values struct {
	first  model.Decimal
	others bool
}

type thing struct {
	kind     model.Kind
	sentence int
}

// CompanyOf is the company of a text's facts, all of them numbers or all names.
func CompanyOf(text string, facts []*model.Fact) *Company {
	c := &Company{text: len(text), facts: len(facts), periods: map[model.Period]int{}, stages: map[model.Stage]int{}, parts: map[int]*part{}, named: make(map[string]int, len(facts)), same: map[sameness]values{}, things: map[thing]*part{}}
	for _, f := range facts {
		p := c.of(f)
		if p == nil {
			p = &part{}
			if f.Kind == model.Metric {
				c.parts[f.Place.Paragraph] = p
			} else {
				c.things[thing{f.Kind, f.Place.Sentence.Start}] = p
			}
		}
		p.add(f)
		c.periods[f.Period]++
		c.stages[f.Stage]++
		if f.Indicator != "" {
			c.known++
		}
		if f.Kind == model.Metric {
			c.named[f.Name]++
		}
	}
	for _, f := range facts {
		if f.Kind != model.Metric || c.named[f.Name] < 2 {
			continue
		}
		k := samenessOf(f)
		if had, told := c.same[k]; !told {
			c.same[k] = values{first: f.Quantity.Base}
		} else if had.first != f.Quantity.Base && !had.others {
			had.others = true
			c.same[k] = had
		}
	}
	return c
}

func samenessOf(f *model.Fact) sameness {
	return sameness{f.Name, f.Period.Label, f.Quantity.BaseUnit, f.Scope, f.Owner, f.Stage}
}

func (c *Company) of(f *model.Fact) *part {
	if f.Kind == model.Metric {
		return c.parts[f.Place.Paragraph]
	}
	return c.things[thing{f.Kind, f.Place.Sentence.Start}]
}

func (p *part) add(f *model.Fact) {
	p.facts++
	p.periods.add(f.Period.Label)
	p.stages.add(f.Stage)
	p.rules.add(f.Rule)
}

// few are different values, the first three.
type few[T comparable] struct {
	all [3]T
	n   int
}

func (x *few[T]) add(one T) {
	for _, a := range x.all[:x.n] {
		if a == one {
			return
		}
	}
	if x.n < len(x.all) {
		x.all[x.n] = one
		x.n++
	}
}

// share is how many of a hundred facts a number of them are.
func (c *Company) share(n int) int { return 100 * n / max(1, c.facts) }

// signs adds what the company says of one of its facts.
func (c *Company) signs(all []string, f *model.Fact) []string {
	p := c.of(f)
	if f.Kind != model.Metric {
		return borne(all,
			marked{"beside: alone in its sentence", p.facts == 1},
			marked{"beside: 3 in its sentence or more", p.facts >= 3},
			marked{"beside: 6 in its sentence or more", p.facts >= 6},
			marked{"beside: others at another stage", p.stages.n > 1},
			marked{"beside: others read by another rule", p.rules.n > 1},
		)
	}
	same, alike, known, at := c.share(c.periods[f.Period]), c.share(c.stages[f.Stage]), c.share(c.known), 100*f.Place.Quote.Start/max(1, c.text)
	all = borne(all,
		marked{"text: 7 numbers or more", c.facts >= 7},
		marked{"text: 16 numbers or more", c.facts >= 16},
		marked{"text: 41 numbers or more", c.facts >= 41},
		marked{"text: this time has 1 in 10 of its numbers", same > 10},
		marked{"text: this time has 3 in 10 of its numbers", same > 30},
		marked{"text: this time has 6 in 10 of its numbers", same > 60},
		marked{"text: this stage has 2 in 10 of its numbers", alike > 20},
		marked{"text: this stage has half of its numbers", alike > 50},
		marked{"text: this stage has 8 in 10 of its numbers", alike > 80},
		marked{"text: 1 in 10 of its indicators is known", known > 10},
		marked{"text: 1 in 4 of its indicators is known", known > 25},
		marked{"text: half of its indicators are known", known > 50},
		marked{"text: past its beginning", at > 10},
		marked{"text: in its second half", at > 50},
		marked{"text: at its end", at > 85},
	)
	return borne(all,
		marked{"beside: 2 numbers in its paragraph or more", p.facts >= 2},
		marked{"beside: 4 numbers in its paragraph or more", p.facts >= 4},
		marked{"beside: 8 numbers in its paragraph or more", p.facts >= 8},
		marked{"beside: 16 numbers in its paragraph or more", p.facts >= 16},
		marked{"beside: 32 numbers in its paragraph or more", p.facts >= 32},
		marked{"beside: other times in its paragraph", p.periods.n > 1},
		marked{"beside: 3 times in its paragraph or more", p.periods.n > 2},
		marked{"beside: results and plans in its paragraph", p.stages.n > 1},
		marked{"beside: another number of this name", c.named[f.Name] > 1},
		marked{"beside: 2 more numbers of this name", c.named[f.Name] > 2},
		marked{"beside: another number of this name and time", c.named[f.Name] > 1 && c.same[samenessOf(f)].others},
	)
}

// around adds what stands around a name in its clause: how much, and whether the name is
// joined to it.
func around(all []string, text string, f *model.Fact, lead string, at int) []string {
	end := at + len(f.Name)
	near := scan.Near(text, f.Place.Sentence, end, sight)
	rest := scan.ClauseHead(text[end:max(end, near.End)])
	clause := scan.LastClause(lead)
	before, behind := runes(clause), runes(rest)
	listed := strings.Count(clause, "、") + strings.Count(rest, "、")
	last, _ := utf8.DecodeLastRuneInString(lead)
	next, _ := utf8.DecodeRuneInString(text[end:max(end, near.End)])
	return borne(all,
		marked{"around: 5 characters before or more", before >= 5},
		marked{"around: 12 characters before or more", before >= 12},
		marked{"around: 24 characters before or more", before >= 24},
		marked{"around: nothing behind", behind == 0},
		marked{"around: 5 characters behind or more", behind >= 5},
		marked{"around: 12 characters behind or more", behind >= 12},
		marked{"around: one of a list", listed > 0},
		marked{"around: one of a list of 4 or more", listed > 2},
		marked{"around: joined to what is before", !edge(last)},
		marked{"around: joined to what is behind", !edge(next)},
	)
}
