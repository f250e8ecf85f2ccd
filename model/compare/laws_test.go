package compare_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/modeltest"
	"qubi/model/query"
)

// told is a comparison as a set of lines, a line a row, with the districts and
// what each shows in the order of their names.
func told(c *compare.Comparison) []string {
	var all []string
	line := func(name string, facts func(j int) []*model.Fact) {
		var cells []string
		for j, d := range c.Districts {
			if f := facts(j); len(f) > 0 {
				cells = append(cells, d.Name+":"+f[0].Name+f[0].Quantity.Value.String()+f[0].Period.Label+string(f[0].Stage)+fmt.Sprint(len(f)))
			}
		}
		slices.Sort(cells)
		all = append(all, name+" "+strings.Join(cells, " "))
	}
	for _, r := range c.Rows() {
		line(r.Verdict().String()+fmt.Sprint(r.Reasons()), func(j int) []*model.Fact { return r.Facts(j) })
	}
	for _, r := range c.Names() {
		line(r.Sharing().String()+" "+r.Class, r.Facts)
	}
	for _, r := range c.Counts() {
		var cells []string
		for j, d := range c.Districts {
			cells = append(cells, fmt.Sprint(d.Name, r.Cells[j].Names, r.Cells[j].Chars))
		}
		slices.Sort(cells)
		all = append(all, r.Theme.String()+r.Kind.String()+strings.Join(cells, " "))
	}
	slices.Sort(all)
	return all
}

// The order of the districts changes the columns and nothing else: every row, its
// verdict and its reasons are the same.
func TestOrderOfDistrictsChangesColumnsOnly(t *testing.T) {
	ix := modeltest.Large(12)
	want := told(compare.Districts(ix, query.Filter{}))
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 5 {
		f := query.Filter{}
		for _, i := range rnd.Perm(len(ix.Districts)) {
			f.Districts = append(f.Districts, ix.Districts[i].ID())
		}
		if got := told(compare.Districts(ix, f)); !slices.Equal(got, want) {
			for i := range got {
				if i < len(want) && got[i] != want[i] {
					t.Fatalf("%s\ninstead of\n%s", got[i], want[i])
				}
			}
			t.Fatalf("%d rows instead of %d", len(got), len(want))
		}
	}
}

// What may be compared of two districts, and why not, is the same from either side.
func TestVerdictsAreSymmetric(t *testing.T) {
	ix := modeltest.Large(6)
	judged := func(a, b *model.District) map[string]string {
		all := map[string]string{}
		for _, r := range compare.Districts(ix, query.Filter{Districts: []model.DistrictID{a.ID(), b.ID()}}).Rows() {
			all[r.Name()] = fmt.Sprint(r.Verdict(), r.Reasons())
		}
		return all
	}
	for i, a := range ix.Districts {
		for _, b := range ix.Districts[:i] {
			if one, other := judged(a, b), judged(b, a); !maps.Equal(one, other) {
				t.Errorf("%s against %s: %v, the other way %v", a.Name, b.Name, one, other)
			}
		}
	}
}

// A report more never takes a fact out of the comparison.
func TestAReportMoreTakesNoFactAway(t *testing.T) {
	shown := func(reports []*model.Report) map[*model.Fact]bool {
		c, met := all(reports...), map[*model.Fact]bool{}
		add := func(facts []*model.Fact) {
			for _, f := range facts {
				met[f] = true
			}
		}
		for j := range c.Districts {
			for _, r := range c.Rows() {
				add(r.Facts(j))
			}
			for _, r := range c.Names() {
				add(r.Facts(j))
			}
		}
		return met
	}
	reports := modeltest.Large(8).Reports
	for n := 1; n < len(reports); n++ {
		before, after := shown(reports[:n]), shown(reports[:n+1])
		for f := range before {
			if !after[f] {
				t.Fatalf("%s of %s is gone with report %d", f.Name, f.Report.Head.District, n+1)
			}
		}
		for _, r := range reports[:n] {
			for _, f := range r.Facts {
				if !before[f] {
					t.Fatalf("%s of %s stands nowhere", f.Name, r.Head.District)
				}
			}
		}
	}
}

// BenchmarkTabs makes every table of 50 districts with 20,000 facts.
func BenchmarkTabs(b *testing.B) {
	ix := modeltest.LargeOf(200, 50)
	for name, make := range map[string]func(*compare.Comparison) int{
		"indicators": func(c *compare.Comparison) int { return len(c.Rows()) },
		"counts":     func(c *compare.Comparison) int { return len(c.Counts()) },
		"names":      func(c *compare.Comparison) int { return len(c.Names()) },
		"bars":       func(c *compare.Comparison) int { return len(c.Bars()) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				make(compare.Districts(ix, query.Filter{}))
			}
		})
	}
}
