package model

import (
	"strconv"
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
	runs    []Span // ordinals of its facts, a run for each report
}

// Corpus is all reports opened, indexed by district. It never changes; its
// search keys are made when they are first needed, see [Corpus.Warm].
type Corpus struct {
	Reports   []*Report
	Districts []*District // in order of first report

	byID  map[DistrictID]*District
	index *index
	spare sync.Pool // of fact sets
	keys  func() *keys

	sentences func() *owned // folded, with the facts they state
	columns   func() *columns
}

// NewCorpus indexes the reports and gives every fact its ID. A report belongs
// to one corpus at a time.
func NewCorpus(reports []*Report) *Corpus {
	c := &Corpus{Reports: reports, byID: map[DistrictID]*District{}}
	ordinal := 0
	for i, r := range reports {
		id := r.DistrictID()
		d := c.byID[id]
		if d == nil {
			d = &District{Name: id.Name, City: id.City}
			c.byID[id] = d
			c.Districts = append(c.Districts, d)
		}
		d.Reports = append(d.Reports, r)
		d.runs = append(d.runs, Span{ordinal, ordinal + len(r.Facts)})
		r.sum = sync.OnceValue(func() string { return textSum(r.Text) })
		r.chars = sync.OnceValue(func() int { return countChars(r.Text) })
		r.folded = sync.OnceValue(func() string { return Fold(r.Text) })
		for j, f := range r.Facts {
			f.Report = r
			f.ID = strconv.Itoa(i+1) + "." + strconv.Itoa(j+1)
			f.ordinal = int32(ordinal)
			ordinal++
		}
	}
	c.index = newIndex(reports, ordinal)
	c.keys = sync.OnceValue(func() *keys { return newKeys(c.index) })
	c.columns = sync.OnceValue(func() *columns { return newColumns(c.index) })
	c.sentences = sync.OnceValue(func() *owned { return newSentences(c.index) })
	return c
}

// District is the district of that name and city, nil when there is none.
func (c *Corpus) District(id DistrictID) *District { return c.byID[id] }

// FindDistricts are the districts a person may mean by a word: 济阳区, 济阳,
// 济南市中 or jiyang. Where some are named exactly so, only those.
func (c *Corpus) FindDistricts(word string) []*District {
	key := Fold(strings.ReplaceAll(strings.TrimSpace(word), " ", ""))
	if key == "" {
		return nil
	}
	var exact, near []*District
	pattern := NewPattern(key)
	for _, d := range c.Districts {
		city := strings.TrimSuffix(d.City, "市")
		short := strings.TrimRight(d.Name, "区县市")
		switch key {
		case d.Name, short, d.City + d.Name, city + d.Name, city + short, d.City + short:
			exact = append(exact, d)
			continue
		}
		if found, _ := pattern.Match(d.City + d.Name); found {
			near = append(near, d)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return near
}

// View is the districts a filter puts on view, in its order.
func (c *Corpus) View(f Filter) []*District {
	if len(f.Districts) == 0 {
		return c.Districts
	}
	view := make([]*District, 0, len(f.Districts))
	for _, id := range f.Districts {
		if d := c.byID[id]; d != nil {
			view = append(view, d)
		}
	}
	return view
}

// Chars is the number of characters in the district's reports, blanks and line
// ends not counted: the base of every share per thousand.
func (d *District) Chars() int {
	n := 0
	for _, r := range d.Reports {
		n += r.chars()
	}
	return n
}

// countChars counts all characters and takes the blanks off, which is faster
// than looking at each.
func countChars(s string) int {
	n := utf8.RuneCountInString(s)
	for _, blank := range []string{" ", "\n", "\t", "\r", "\u3000", "\u00a0"} {
		n -= strings.Count(s, blank)
	}
	return n
}

// Paths are the paths of the reports.
func (c *Corpus) Paths() []string {
	all := make([]string, len(c.Reports))
	for i, r := range c.Reports {
		all[i] = r.Path
	}
	return all
}
