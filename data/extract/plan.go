package extract

import (
	"qubi/data/scan"
	"qubi/data/timeline"
	"qubi/model"
)

// planner tells whether a project is told as done or as to be done. It is
// asked in the order of the text.
type planner struct {
	x       *reading
	next    int // first sentence not yet taken in
	agenda  timeline.Agenda
	heading model.Span
}

// planReach is how far around a project words of purpose are looked for, in bytes.
const planReach = 240

// target reports whether what stands at a span of a sentence tells of what is to be done.
func (p *planner) target(sentence int, g model.Span) bool {
	x := p.x
	here := x.sentences[sentence]
	for ; p.next <= sentence; p.next++ {
		s := x.sentences[p.next]
		if s.Under != p.heading {
			p.heading = s.Under
			if stage := timeline.SectionStage(x.text(s.Under)); stage != "" {
				p.agenda.Section = stage
			}
		}
		if s.Paragraph == here.Paragraph {
			p.agenda.Enter(x.doc.Text, s, scan.Near(x.doc.Text, x.doc.Paragraphs[s.Paragraph-1], s.Start, 8*planReach))
		}
	}
	near := scan.Near(x.doc.Text, here.Span, g.Start, planReach)
	start := max(g.Start, near.Start) // in broken text a group may begin inside a character
	return p.agenda.Of(x.doc.Text, near, start, max(start, min(g.End, near.End)), model.Period{}, 0) == model.Target
}
