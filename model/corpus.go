package model

import "strconv"

// District is a district with its reports. Two districts are the same when
// full name and city agree: 市中区 alone names four places in China.
type District struct {
	Name    string // 济阳区
	City    string // 济南市, or "" when unknown
	Reports []*Report
}

// Corpus is all reports opened, indexed by district. It never changes.
type Corpus struct {
	Reports   []*Report
	Districts []*District // in order of first report
}

// NewCorpus indexes the reports and gives every fact its ID.
func NewCorpus(reports []*Report) *Corpus {
	c := &Corpus{Reports: reports}
	seen := map[[2]string]*District{}
	for i, r := range reports {
		key := [2]string{r.Head.District, r.Head.City}
		d := seen[key]
		if d == nil {
			d = &District{Name: r.Head.District, City: r.Head.City}
			seen[key] = d
			c.Districts = append(c.Districts, d)
		}
		d.Reports = append(d.Reports, r)
		for j, f := range r.Facts {
			f.Report = r
			f.ID = strconv.Itoa(i+1) + "." + strconv.Itoa(j+1)
		}
	}
	return c
}
