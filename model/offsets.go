package model

import (
	"sort"
	"strings"
)

// Offsets maps byte offsets of a derived text back to the text it came from.
// It is a list of runs in rising order; inside a run both sides advance in the
// fixed proportion To/From steps (3:2 for Chinese characters decoded from GBK,
// 1:1 where text was copied). Between runs the derived text has no source of
// its own, and an offset there maps to the end of the run before it.
type Offsets []Run

// Run is one proportional stretch of an Offsets. Texts are below 2 GB: a page of
// a mirror has thousands of runs, which would outweigh its text by far as ints.
type Run struct {
	From, To         int32 // where the run begins on the derived and the source side
	Len              int32 // length on the derived side
	FromStep, ToStep uint8 // bytes a step on either side; zero means 1
}

// source is the offset in the source text n bytes into the run.
func (r Run) source(n int) int {
	if r.FromStep > 0 && r.ToStep > 0 {
		n = n / int(r.FromStep) * int(r.ToStep)
	}
	return int(r.To) + n
}

// Source is the offset in the source text of the derived text's offset at.
// An empty Offsets is the identity.
func (o Offsets) Source(at int) int {
	if len(o) == 0 {
		return at
	}
	i := sort.Search(len(o), func(i int) bool { return int(o[i].From) > at }) - 1
	if i < 0 {
		return int(o[0].To)
	}
	return o[i].source(min(at-int(o[i].From), int(o[i].Len)))
}

// Part is the runs of a part of the derived text, which stands at an offset of another.
func (o Offsets) Part(s Span, at int) Offsets {
	if len(o) == 0 {
		return Offsets{{From: int32(at), To: int32(s.Start), Len: int32(s.Len())}}
	}
	var part Offsets
	for i := max(0, sort.Search(len(o), func(i int) bool { return int(o[i].From) > s.Start })-1); i < len(o) && int(o[i].From) < s.End; i++ {
		r := o[i]
		skip := max(s.Start-int(r.From), 0)
		length := min(int(r.From)+int(r.Len), s.End) - int(r.From) - skip
		if length > 0 || r.Len == 0 && skip == 0 {
			part = append(part, Run{int32(at + max(int(r.From)-s.Start, 0)), int32(r.source(skip)), int32(max(length, 0)), r.FromStep, r.ToStep})
		}
	}
	return part
}

// Origin is a place in the original file.
type Origin struct {
	Line             int    // from 1
	Span             Span   // in Document.Original
	RawStart, RawEnd int    // byte offsets in the file itself
	Page             int    // of the file, from 1; 0 where it has no pages
	Cell             string // Sheet1!C7 of a workbook, table 2 row 3 within a text; "" outside of tables
}

// Origin leads a span of the clean text back to the file.
func (d *Document) Origin(s Span) Origin {
	start := d.Offsets.Source(s.Start)
	end := start
	if s.End > s.Start {
		end = max(start, d.Offsets.Source(s.End))
	}
	end = min(end, len(d.Original))
	start = min(start, end)
	return Origin{
		Line:     1 + strings.Count(d.Original[:start], "\n"),
		Span:     Span{start, end},
		RawStart: d.Raw.Source(start),
		RawEnd:   d.Raw.Source(end),
		Page:     d.page(start),
		Cell:     d.CellAt(start),
	}
}

// CellOf is the page and the cell of the file in which a span of the clean text begins,
// as Origin tells them, without counting the lines before it.
func (d *Document) CellOf(s Span) (page int, cell string) {
	start := min(d.Offsets.Source(s.Start), len(d.Original))
	return d.page(start), d.CellAt(start)
}

// lineBlock is after how many bytes of the original text the lines before are noted.
const lineBlock = 16 << 10

// lineCounts are the line ends before each block of a text, so that finding a fact's line
// takes no longer at the end of a long text than at its beginning.
func lineCounts(text string) (counts []int) {
	before := 0
	for at := 0; at < len(text); at += lineBlock {
		counts = append(counts, before)
		before += strings.Count(text[at:min(at+lineBlock, len(text))], "\n")
	}
	return counts
}

// lineOf is the line of the original file in which a span of the clean text begins, from 1.
func (r *Report) lineOf(s Span) int {
	if r.lines == nil || r.Original == "" { // not in a corpus
		return r.Origin(s).Line
	}
	at := min(r.Offsets.Source(s.Start), len(r.Original))
	block := min(at, len(r.Original)-1) / lineBlock
	return 1 + r.lines()[block] + strings.Count(r.Original[block*lineBlock:at], "\n")
}

// Derived is the offset in the derived text that comes from the source text's
// offset to, or the next one behind it where that part was removed.
func (o Offsets) Derived(to int) int {
	if len(o) == 0 {
		return to
	}
	i := sort.Search(len(o), func(i int) bool { return int(o[i].To) >= to })
	if i < len(o) && int(o[i].To) == to {
		return int(o[i].From) // the first of several that stand for one place
	}
	if i--; i < 0 {
		return int(o[0].From)
	}
	r := o[i]
	n := to - int(r.To)
	if r.FromStep > 0 && r.ToStep > 0 {
		n = n / int(r.ToStep) * int(r.FromStep)
	}
	if n <= int(r.Len) {
		return int(r.From) + n
	}
	if i+1 < len(o) {
		return int(o[i+1].From)
	}
	return int(r.From + r.Len)
}
