package extract

import (
	"cmp"
	"slices"
	"strings"

	reader "qubi/data/names"
	"qubi/data/scan"
	"qubi/data/timeline"
	"qubi/data/trust"
	"qubi/model"
)

// What the reading of names wants to know of a text.

// nameContext answers package names out of a reading.
type nameContext struct {
	x     *reading
	plan  planner
	asked int // the sentence last asked for
	read  []judged
}

// judged is a name that was read, with what speaks for or against it so far.
type judged struct {
	fact  *model.Fact
	signs []string
}

// namesIn are the lists of names in the document.
func namesIn(x *reading) *reader.Lists {
	all := make([]reader.Sentence, len(x.sentences))
	for i := range x.sentences {
		all[i] = reader.Sentence{Span: x.sentences[i].Span, Paragraph: x.sentences[i].Paragraph}
	}
	return reader.Read(x.doc.Text, x.doc.Head.District, x.words, all)
}

// nameFacts finds the clusters, parks and projects among lists of names, those that are not
// likely left out.
func nameFacts(x *reading, lists *reader.Lists) []*model.Fact {
	c := &nameContext{x: x, plan: planner{x: x}}
	facts := lists.Facts(c)
	beside := trust.CompanyOf(x.doc.Text, facts)
	for _, j := range c.read {
		f := j.fact
		signs := trust.Name(j.signs, x.doc.Text, f, beside)
		f.Confidence = trust.Of(f.Kind, signs)
		if x.why != nil {
			x.why(f, Why{Rule: f.Rule, Stage: "its verbs, and what the text plans where it stands", Signs: signs})
		}
	}
	if !x.unlikely {
		facts = slices.DeleteFunc(facts, trust.Unlikely)
	}
	return facts
}

func (c *nameContext) Plans(sentence int, at model.Span) bool {
	c.enter(sentence)
	return c.plan.target(&c.x.sentences[sentence], at) || c.x.outlook()
}

func (c *nameContext) Section(sentence int) model.Stage {
	c.enter(sentence)
	c.plan.agenda.Weigh(c.x.doc.Text)
	return c.plan.agenda.Section
}

// enter takes in the text up to a sentence.
func (c *nameContext) enter(sentence int) {
	if sentence < c.asked { // the next kind of facts begins anew
		c.plan = planner{x: c.x}
	}
	c.asked = sentence
	c.plan.enter(sentence)
}

func (c *nameContext) Money(at model.Span) (model.Quantity, bool) {
	var found []scan.Quantity
	for _, q := range scan.Quantities(c.x.doc.Text, at) {
		if q.BaseUnit == "元" {
			found = append(found, q)
		}
	}
	if len(found) != 1 {
		return model.Quantity{}, false
	}
	return found[0].Quantity, true
}

func (c *nameContext) Themes(sentence int, quote model.Span, name string) []model.Theme {
	return themes(c.x, &c.x.sentences[sentence], quote, name)
}

// Judged takes in a fact that was read by a rule, and what speaks for or against it.
func (c *nameContext) Judged(f *model.Fact, rule string, signs []string) {
	f.Rule = rule
	c.read = append(c.read, judged{f, signs})
}

// outlook reports whether the text itself is a plan: 五年规划纲要.
func (x *reading) outlook() bool {
	for _, p := range x.doc.Paragraphs[:min(2, len(x.doc.Paragraphs))] {
		if line := x.text(p); len(line) < 120 && (strings.Contains(line, "规划纲要") || strings.Contains(line, "发展规划") || strings.Contains(line, "行动方案")) {
			return true
		}
	}
	return false
}

// planner tells whether a project is told as done or as to be done. It is
// asked in the order of the text.
type planner struct {
	x       *reading
	next    int // first sentence not yet taken in
	agenda  timeline.Agenda
	heading model.Span
	under   model.Stage // what that heading says
}

// planReach is how far around a project words of purpose are looked for, in bytes.
const planReach = 240

// enter takes in the text up to a sentence.
func (p *planner) enter(sentence int) {
	x := p.x
	here := &x.sentences[sentence]
	for ; p.next <= sentence; p.next++ {
		s := &x.sentences[p.next]
		if s.Under != p.heading {
			p.heading, p.under = s.Under, timeline.SectionStage(x.text(s.Under))
		}
		p.agenda.Section = cmp.Or(x.section(p.next), p.under)
		if s.Paragraph == here.Paragraph {
			p.agenda.Enter(x.doc.Text, s, scan.Near(x.doc.Text, x.doc.Paragraphs[s.Paragraph-1], s.Start, 8*planReach))
		}
	}
}

// target reports whether what stands at a span of the sentence last taken in tells of what is to be done.
func (p *planner) target(here *scan.Sentence, g model.Span) bool {
	x := p.x
	near := scan.Near(x.doc.Text, here.Span, g.Start, planReach)
	start := max(g.Start, near.Start) // in broken text a group may begin inside a character
	return p.agenda.Of(x.doc.Text, near, start, max(start, min(g.End, near.End)), model.Period{}, 0) == model.Target
}
