package model

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// District is a district with its reports. Two districts are the same when
// full name and city agree: 市中区 alone names four places in China. A report
// that names neither makes a district of its own.
type District struct {
	Name    string // 济阳区
	City    string // 济南市, or "" when unknown
	Reports []*Report
}

// Corpus is all reports opened, by district. It never changes.
type Corpus struct {
	Reports   []*Report
	Districts []*District // in order of first report

	byID map[DistrictID]*District
}

// NewCorpus gathers the reports by district and gives every fact its ID. A
// report may stand in several corpora as long as it has the same place in each.
func NewCorpus(reports []*Report) *Corpus {
	c := &Corpus{Reports: reports, byID: map[DistrictID]*District{}}
	for i, r := range reports {
		id := r.DistrictID()
		d := c.byID[id]
		if d == nil {
			d = &District{Name: id.Name, City: id.City}
			c.byID[id] = d
			c.Districts = append(c.Districts, d)
		}
		d.Reports = append(d.Reports, r)
		r.prepare()
		if r.numbered(i) { // shared with another corpus: others may be reading
			continue
		}
		for j, f := range r.Facts {
			f.Report, f.ID = r, FactID{int32(i + 1), int32(j + 1)}
		}
	}
	return c
}

// numbered reports whether the report's facts have their numbers in a corpus
// already, where it is report i. The first and the last tell: facts get theirs
// together.
func (r *Report) numbered(i int) bool {
	n := len(r.Facts)
	if n == 0 {
		return true
	}
	first, last := r.Facts[0], r.Facts[n-1]
	return first.Report == r && first.ID == FactID{int32(i + 1), 1} && last.Report == r && last.ID == FactID{int32(i + 1), int32(n)}
}

// prepare sets up what is made at first use.
func (r *Report) prepare() {
	if r.sum != nil {
		return
	}
	r.sum = sync.OnceValue(func() string { return textSum(r.Text) })
	r.chars = sync.OnceValue(func() int { return CountChars(r.Text) })
	r.folded = sync.OnceValue(func() string { return Fold(r.Text) })
	r.lines = sync.OnceValue(func() []int { return lineCounts(r.Original) })
}

// Twin is a report of the same document without facts, which shares what was
// made of the text.
func (r *Report) Twin() *Report {
	return &Report{Document: r.Document, sum: r.sum, folded: r.folded, chars: r.chars, lines: r.lines}
}

// Copy is the report with facts of its own, for a corpus in which it has another
// place.
func (r *Report) Copy() *Report {
	c := r.Twin()
	c.Facts = make([]*Fact, len(r.Facts))
	for i, f := range r.Facts {
		own := *f
		own.Report = c
		c.Facts[i] = &own
	}
	return c
}

// District is the district of that name and city, nil when there is none.
func (c *Corpus) District(id DistrictID) *District { return c.byID[id] }

// DistrictID names a district; 市中区 alone would name four.
type DistrictID struct {
	Name, City string
	Path       string // of the report that names neither, else ""
}

// ID is the district's name and city.
func (d *District) ID() DistrictID { return d.Reports[0].DistrictID() }

// DistrictID is the district that the report is of. Reports that name none are
// not of one place: each stands for itself.
func (d *Document) DistrictID() DistrictID {
	id := d.Head.DistrictID()
	if id == (DistrictID{}) {
		id.Path = d.Path
	}
	return id
}

// DistrictID is the district that a report with such a head is of, empty for none.
func (h Head) DistrictID() DistrictID { return DistrictID{Name: h.District, City: h.City} }

// Chars is the number of characters in the district's reports, blanks and line
// ends not counted: the base of every share per thousand.
func (d *District) Chars() int {
	n := 0
	for _, r := range d.Reports {
		n += r.chars()
	}
	return n
}

// CountChars counts all characters and takes the blanks off, which is faster
// than looking at each.
func CountChars(s string) int {
	n := utf8.RuneCountInString(s)
	for _, blank := range []string{" ", "\n", "\t", "\r", "\u3000", "\u00a0"} {
		n -= strings.Count(s, blank)
	}
	return n
}

// Paths are the paths of the reports.
func (c *Corpus) Paths() []string {
	return Map(c.Reports, func(r *Report) string { return r.Path })
}
