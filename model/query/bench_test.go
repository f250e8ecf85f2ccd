package query_test

import (
	"io"
	"sync"
	"testing"

	. "qubi/model"
	. "qubi/model/compare"
	"qubi/model/export"
	"qubi/model/modeltest"
	. "qubi/model/query"
)

// large is 10,000 reports with nearly a million facts, made once.
var large = sync.OnceValue(func() *Index {
	c := modeltest.Large(10_000)
	c.Warm()
	return c
})

// three are the first three districts of the large corpus.
func three(c *Index) (ids []DistrictID) {
	for _, d := range c.Districts[:3] {
		ids = append(ids, d.ID())
	}
	return ids
}

// perSecond reports how many facts of the corpus a second covers.
func perSecond(b *testing.B, facts int) {
	b.ReportMetric(float64(facts)*float64(b.N)/b.Elapsed().Seconds(), "facts/s")
}

func BenchmarkSelect(b *testing.B) {
	c := large()
	n := c.Count(Filter{})
	for name, f := range map[string]Filter{
		"all":       {},
		"theme":     {Themes: []Theme{ThemeIndustry}},
		"districts": {Districts: three(c), Themes: []Theme{ThemeIndustry}, Kinds: []Kind{Metric}},
		"expr":      {Expr: parse(b, "固定 !目标")},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				c.Select(f)
			}
			perSecond(b, n)
		})
	}
}

func BenchmarkCounts(b *testing.B) {
	c := large()
	f := Filter{Themes: []Theme{ThemeIndustry}, Expr: parse(b, "投资")}
	for b.Loop() {
		c.Counts(f)
	}
	perSecond(b, c.Count(Filter{}))
}

// A keystroke in the filter or the search brings a condition that no cache
// knows; the changing condition stands for it.
func BenchmarkKeystroke(b *testing.B) {
	c := large()
	n := c.Count(Filter{})
	for _, text := range []string{"固定资产", "gdzc", "重dx", "值:>100亿", "年:2020", "句:投资", "^固定"} {
		b.Run(text, func(b *testing.B) {
			f := Filter{Expr: parse(b, text)}
			for b.Loop() {
				c.Forget()
				c.Count(f)
			}
			perSecond(b, n)
		})
	}
}

func BenchmarkSearch(b *testing.B) {
	c := large()
	n := c.Count(Filter{})
	for _, text := range []string{"固定资产", "gdzctz", "目"} {
		for name, f := range map[string]Filter{"all": {}, "three": {Districts: three(c)}} {
			b.Run(text+"/"+name, func(b *testing.B) {
				p := NewPattern(text)
				for b.Loop() {
					c.Forget()
					c.Search(f, p)
				}
				perSecond(b, n)
			})
		}
	}
}

func BenchmarkCompare(b *testing.B) {
	c := large()
	for name, f := range map[string]Filter{"three": {Districts: three(c)}, "all": {}} {
		n := c.Count(f)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				cmp := Districts(c, f)
				cmp.Counts()
				cmp.Rows()
				cmp.Names()
			}
			perSecond(b, n)
		})
	}
}

func BenchmarkExport(b *testing.B) {
	c := modeltest.Large(300)
	n := c.Count(Filter{})
	for _, format := range export.Formats() {
		b.Run(string(format), func(b *testing.B) {
			for b.Loop() {
				if err := export.Write(io.Discard, format, export.View{Corpus: c}); err != nil {
					b.Fatal(err)
				}
			}
			perSecond(b, n)
		})
	}
}

func BenchmarkWarm(b *testing.B) {
	c := large()
	for b.Loop() {
		Of(c.Reports).Warm()
	}
	perSecond(b, c.Count(Filter{}))
}
