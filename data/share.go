package data

import (
	"errors"
	"slices"
	"sort"
	"strings"

	"qubi/data/head"
	"qubi/model"
)

// Shares are the reports that a file's report is shown as: itself, and one for each other
// district that a table of several gives numbers of, so that they stand beside each other.
// A district's share of the text is its own lines, below the heads of their table. A report
// that is left with nothing to tell is none of them.
func Shares(r *model.Report) []*model.Report {
	if !slices.ContainsFunc(r.Facts, func(f *model.Fact) bool { return f.Is(model.FlagShared) }) {
		return []*model.Report{r} // nearly all
	}
	own, others := []*model.Fact(nil), map[string][]*model.Fact{}
	for _, f := range r.Facts {
		if f.Is(model.FlagShared) {
			others[f.Owner] = append(others[f.Owner], f)
		} else {
			own = append(own, f)
		}
	}
	var all []*model.Report
	if len(own) > 0 {
		all = append(all, &model.Report{Document: r.Document, Facts: own})
	}
	s := newSharing(r)
	for _, f := range r.Facts { // districts in the order of the text
		if facts := others[f.Owner]; f.Is(model.FlagShared) && len(facts) > 0 {
			delete(others, f.Owner)
			all = append(all, s.share(facts))
		}
	}
	return all
}

// shared are the shares of a file's report, and its problems: where each share names its
// district, none is missing. A fault of ours leaves the report whole.
func shared(r *model.Report, problems ErrorList) (shares []*model.Report, all ErrorList) {
	defer func() {
		if x := recover(); x != nil {
			shares, all = []*model.Report{r}, append(problems, &Error{r.Path, 0, &FaultError{x}})
		}
	}()
	shares = Shares(r)
	if shares[0].Head.District != "" {
		problems = slices.DeleteFunc(problems, func(e *Error) bool { return errors.Is(e, ErrNoDistrict) })
	}
	return shares, problems
}

// sharing is a report whose tables tell of several districts.
type sharing struct {
	*model.Report
	home   model.Head      // the report's, with the city that its districts are of
	rows   map[int][]owned // the numbers that are other districts', by paragraph, in order
	blocks map[int]int     // by such a paragraph: the first of the heads above it
}

// owned is where a number of a district stands.
type owned struct {
	owner string
	quote model.Span
}

// headLines is how many lines over the rows of a table belong to them.
const headLines = 4

func newSharing(r *model.Report) *sharing {
	s := &sharing{Report: r, home: homeOf(r), rows: map[int][]owned{}, blocks: map[int]int{}}
	for _, f := range r.Facts {
		if f.Is(model.FlagShared) {
			for _, p := range places(f) {
				s.rows[p.Paragraph] = append(s.rows[p.Paragraph], owned{f.Owner, p.Quote})
			}
		}
	}
	for _, row := range s.rows {
		slices.SortStableFunc(row, func(a, b owned) int { return a.quote.Start - b.quote.Start })
	}
	above := 0 // lines without such a fact, up to this one
	for p := 1; p <= len(r.Paragraphs); p++ {
		switch {
		case s.rows[p] == nil:
			above++
		case above > 0 || p == 1:
			s.blocks[p], above = p-min(above, headLines), 0
		default:
			s.blocks[p] = s.blocks[p-1]
		}
	}
	return s
}

// homeOf is the head of a report. Where it names no city, two districts or more of its
// tables tell it if all of them that only one city has are of the same.
func homeOf(r *model.Report) model.Head {
	h, known := r.Head, map[string]model.Head{}
	for _, f := range r.Facts {
		if d, ok := head.County(f.Owner, h); ok && f.Is(model.FlagShared) && d.City != "" {
			known[d.District] = d
		}
	}
	if h.City != "" || len(known) < 2 {
		return h
	}
	for _, d := range known {
		if h.City != "" && h.City != d.City {
			return r.Head
		}
		h.City, h.Province = d.City, d.Province
	}
	return h
}

// places are all the places of a fact.
func places(f *model.Fact) []model.Place { return append([]model.Place{f.Place}, f.Also...) }

// share is the report of the district that some of the facts are of.
func (s *sharing) share(facts []*model.Fact) *model.Report {
	d := *s.Document
	d.Head, _ = head.County(facts[0].Owner, s.home)
	d.Repairs, d.Unread = nil, nil
	t := s.text(facts)
	d.Text, d.Paragraphs, d.Offsets = t.text.String(), t.paragraphs, t.offsets
	r := &model.Report{Document: &d}
	for _, f := range facts {
		g := *f
		g.Owner = ""
		g.Flags = slices.DeleteFunc(slices.Clone(f.Flags), func(flag model.Flag) bool { return flag == model.FlagScopeOther || flag == model.FlagShared })
		g.Place = t.place(f.Place)
		g.Also = make([]model.Place, len(f.Also))
		for i, p := range f.Also {
			g.Also[i] = t.place(p)
		}
		r.Facts = append(r.Facts, &g)
	}
	return r
}

// text is the lines that tell of the facts, without the numbers of others, the heads above
// them and the file's first line.
func (s *sharing) text(facts []*model.Fact) *excerpt {
	lines := []int{1}
	for _, f := range facts {
		for _, p := range places(f) {
			lines = append(lines, p.Paragraph)
			for head := s.blocks[p.Paragraph]; s.rows[head] == nil && head < p.Paragraph; head++ {
				lines = append(lines, head)
			}
		}
	}
	slices.Sort(lines)
	t := &excerpt{}
	for _, line := range slices.Compact(lines) {
		t.begin(line)
		at := s.Paragraphs[line-1].Start
		for _, other := range s.numbers(line, facts[0].Owner) {
			t.keep(s.Document, model.Span{Start: at, End: other.Start})
			if at = other.End; strings.HasPrefix(s.Text[at:], " ") {
				at++
			}
		}
		t.keep(s.Document, model.Span{Start: at, End: s.Paragraphs[line-1].End})
	}
	return t
}

// numbers are those of a line that are of other districts than one, in order.
func (s *sharing) numbers(line int, owner string) (quotes []model.Span) {
	end := 0
	for _, n := range s.rows[line] {
		if n.owner != owner && n.quote.Start >= end {
			quotes, end = append(quotes, n.quote), n.quote.End
		}
	}
	return quotes
}

// excerpt is a text made of parts of another, line by line.
type excerpt struct {
	text       strings.Builder
	offsets    model.Offsets
	paragraphs []model.Span
	lines      []int        // of the other text, by paragraph
	parts      []model.Span // kept of the other text, in order
	starts     []int        // where they stand in this one
}

func (t *excerpt) begin(line int) {
	if t.text.Len() > 0 {
		t.text.WriteByte('\n')
	}
	t.lines = append(t.lines, line)
	t.paragraphs = append(t.paragraphs, model.Span{Start: t.text.Len(), End: t.text.Len()})
}

func (t *excerpt) keep(d *model.Document, s model.Span) {
	if s.Len() <= 0 {
		return
	}
	t.offsets = append(t.offsets, d.Offsets.Part(s, t.text.Len())...)
	t.parts, t.starts = append(t.parts, s), append(t.starts, t.text.Len())
	t.text.WriteString(d.Quote(s))
	t.paragraphs[len(t.paragraphs)-1].End = t.text.Len()
}

// at is where an offset of the other text is in this one.
func (t *excerpt) at(offset int) int {
	i := max(sort.Search(len(t.parts), func(i int) bool { return t.parts[i].Start > offset })-1, 0)
	return t.starts[i] + min(max(offset-t.parts[i].Start, 0), t.parts[i].Len())
}

// place is a place of the other text in this one; its sentence is the line.
func (t *excerpt) place(p model.Place) model.Place {
	line, _ := slices.BinarySearch(t.lines, p.Paragraph)
	p.Quote.Start, p.Quote.End = t.at(p.Quote.Start), t.at(p.Quote.End-1)+1
	p.Paragraph, p.Sentence = line+1, t.paragraphs[line]
	return p
}
