// Package kept is how a report lies in the cache: its strings, each once, and behind
// them flat numbers, read without looking at types. Of the bytes only the strings
// stay in memory.
package kept

import "qubi/model"

// Report is a report as the cache has it: without what its file's bytes and name
// say anyway, and without what people did to its facts.
type Report struct {
	Document model.Document // without File, Path and FileSum, which the file itself tells
	Facts    []model.Fact
	Same     bool // the original text is the file's bytes
}

// Bytes are the report's.
func (r *Report) Bytes() []byte {
	c := newWriter()
	r.code(c)
	return c.bytes()
}

// Read gives the report of the bytes, and whether they are one's.
func Read(raw []byte) (*Report, bool) {
	r, c := new(Report), newReader(raw)
	if r.code(c); c.bad || c.left() > 0 {
		return nil, false
	}
	return r, true
}

func (r *Report) code(c *coder) {
	c.flag(&r.Same)
	document(c, &r.Document)
	list(c, &r.Facts, fact)
}

func document(c *coder, d *model.Document) {
	text(c, &d.FileSum)
	text(c, &d.Encoding)
	text(c, &d.Original)
	text(c, &d.Text)
	head(c, &d.Head)
	list(c, &d.Paragraphs, span)
	list(c, &d.Repairs, repair)
	list(c, &d.Offsets, run)
	list(c, &d.Raw, run)
	text(c, &d.Format)
	list(c, &d.Sheets, number[int])
	list(c, &d.Tables, table)
	list(c, &d.Unread, unread)
}

func head(c *coder, h *model.Head) {
	text(c, &h.Title)
	c.moment(&h.Published)
	c.moment(&h.Event)
	text(c, &h.Source)
	text(c, &h.Author)
	text(c, &h.District)
	text(c, &h.City)
	text(c, &h.Province)
	text(c, &h.Level)
	period(c, &h.Covers)
}

func period(c *coder, p *model.Period) {
	text(c, &p.Label)
	number(c, &p.From)
	number(c, &p.To)
	c.flag(&p.AsOf)
}

func span(c *coder, s *model.Span) {
	number(c, &s.Start)
	size := s.Len()
	number(c, &size)
	s.End = s.Start + size
}

func repair(c *coder, r *model.Repair) {
	span(c, &r.Span)
	text(c, &r.Original)
	text(c, &r.Repaired)
	text(c, &r.Reason)
	c.float(&r.Confidence)
	number(c, &r.Line)
	c.flag(&r.Proved)
}

func run(c *coder, r *model.Run) {
	number(c, &r.From)
	number(c, &r.To)
	number(c, &r.Len)
	number(c, &r.FromStep)
	number(c, &r.ToStep)
}

func table(c *coder, t *model.Table) {
	text(c, &t.Name)
	list(c, &t.Cells, cell)
	list(c, &t.Unread, unread)
}

func unread(c *coder, u *model.Unread) {
	text(c, &u.Why)
	number(c, &u.Numbers)
	number(c, &u.At)
}

func cell(c *coder, t *model.TableCell) {
	number(c, &t.Row)
	number(c, &t.Col)
	number(c, &t.Cols)
	number(c, &t.Rows)
	number(c, &t.Start)
	number(c, &t.End)
}

func fact(c *coder, f *model.Fact) {
	number(c, &f.Kind)
	c.flag(&f.HasValue)
	c.flag(&f.Grown)
	text(c, &f.Name)
	text(c, &f.Indicator)
	quantity(c, &f.Quantity)
	period(c, &f.Period)
	text(c, &f.Change)
	text(c, &f.Rank)
	text(c, &f.Owner)
	text(c, &f.Scope)
	text(c, &f.Versus)
	period(c, &f.Within)
	text(c, &f.Whole)
	text(c, &f.Stage)
	text(c, &f.Tier)
	text(c, &f.Group)
	list(c, &f.Themes, number[model.Theme])
	list(c, &f.Flags, text[model.Flag])
	place(c, &f.Place)
	list(c, &f.Also, place)
	text(c, &f.Rule)
	c.float(&f.Confidence)
}

func quantity(c *coder, q *model.Quantity) {
	decimal(c, &q.Value)
	text(c, &q.Unit)
	decimal(c, &q.Base)
	text(c, &q.BaseUnit)
	text(c, &q.Bound)
}

func decimal(c *coder, d *model.Decimal) {
	number(c, &d.Coef)
	number(c, &d.Exp)
}

func place(c *coder, p *model.Place) {
	span(c, &p.Quote)
	span(c, &p.Sentence)
	number(c, &p.Paragraph)
	number(c, &p.Page)
	text(c, &p.Cell)
}
