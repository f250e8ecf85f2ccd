package data

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"qubi/data/cache"
	"qubi/data/source/page"
	"qubi/model"
)

// A yearbook's table gives each district its facts, whether districts are rows or columns,
// with the way back to the file; what is left over stays with the file's own report.
func TestShares(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want string }{
		"rows": {"a.csv", "济南市2022年各区县主要指标\n区县,地区生产总值(亿元),增长(%),固定资产投资(亿元)\n钢城区,352.8,8.6,206.3\n莱芜,933.5,-7.1,501\n全市,12000,5,3\n",
			"钢城区 济南市: 地区生产总值 352.8亿元 +8.6% B3, 固定资产投资 206.3亿元  D3\n莱芜区 济南市: 地区生产总值 933.5亿元 -7.1% B4, 固定资产投资 501亿元  D4\n"},
		"columns": {"a.csv", "济南市2021年主要指标,单位：亿元\n指标,钢城区,莱芜区\n地区生产总值,352.8,933.5\n固定资产投资,206.3,501\n",
			"钢城区 济南市: 地区生产总值 352.8亿元  B3, 固定资产投资 206.3亿元  B4\n莱芜区 济南市: 地区生产总值 933.5亿元  C3, 固定资产投资 501亿元  C4\n"},
		"the report's own among them": {"a.txt", "济南市钢城区2021年统计公报\n全区进出口总额12亿元。\n\n区县\t地区生产总值(亿元)\t固定资产投资(亿元)\n钢城区\t352.8\t206.3\n莱芜区\t933.5\t501\n完。\n",
			"钢城区 济南市: 外贸进出口总额 12亿元  , 地区生产总值 352.8亿元  , 固定资产投资 206.3亿元  \n莱芜区 济南市: 地区生产总值 933.5亿元  , 固定资产投资 501亿元  \n"},
		"towns stay the district's": {"a.csv", "2021年钢城区各镇街主要指标\n镇街,常住人口(人)\n艾山街道,51234\n里辛街道,41234\n",
			"钢城区 济南市:  51234人  B3,  41234人  B4\n"},
		"a name that several cities have": {"a.csv", "2021年各区主要指标\n区县,地区生产总值(亿元)\n市中区,352.8\n莱芜区,933.5\n",
			"市中区 : 地区生产总值 352.8亿元  B3\n莱芜区 济南市: 地区生产总值 933.5亿元  B4\n"},
		"a name that several cities have, among others of one": {"a.csv", "2021年各区主要指标\n区县,地区生产总值(亿元)\n市中区,352.8\n莱芜区,933.5\n槐荫区,700.2\n",
			"市中区 济南市: 地区生产总值 352.8亿元  B3\n莱芜区 济南市: 地区生产总值 933.5亿元  B4\n槐荫区 济南市: 地区生产总值 700.2亿元  B5\n"},
		"districts of several cities": {"a.csv", "2021年各区主要指标\n区县,地区生产总值(亿元)\n市中区,352.8\n莱芜区,933.5\n黄岛区,700.2\n",
			"市中区 : 地区生产总值 352.8亿元  B3\n莱芜区 济南市: 地区生产总值 933.5亿元  B4\n黄岛区 青岛市: 地区生产总值 700.2亿元  B5\n"},
	} {
		t.Run(name, func(t *testing.T) {
			raw := []byte(c.text)
			whole, _ := Read(c.file, raw)
			model.NewCorpus([]*model.Report{whole})
			places := map[string]bool{}
			for _, f := range whole.Facts {
				places[fmt.Sprint(f.Quote(), f.Line(), f.Place.Cell, whole.Origin(f.Place.Quote))] = true
			}
			shares, _ := Options{}.ReadShares(c.file, raw)
			if got := listed(shares); got != c.want {
				t.Errorf("%swant\n%s", got, c.want)
			}
			for _, r := range model.NewCorpus(shares).Reports {
				for _, f := range r.Facts {
					if place := fmt.Sprint(f.Quote(), f.Line(), f.Place.Cell, r.Origin(f.Place.Quote)); !places[place] || !strings.Contains(f.Sentence(), f.Quote()) || r.Paragraphs[f.Place.Paragraph-1] != f.Place.Sentence {
						t.Errorf("%s leads to %s of %q, which is no place of the file's own", f.Name, place, r.Text)
					}
				}
			}
			kept := Options{Cache: cache.Open(t.TempDir(), "1")}
			for range 2 { // the second comes from the cache
				report, _ := kept.cached(c.file, raw, page.Stated{})
				if got := listed(Shares(report)); got != c.want {
					t.Errorf("from the cache:\n%swant\n%s", got, c.want)
				}
			}
		})
	}
}

// A share has no number of another district in its text.
func TestSharesAreApart(t *testing.T) {
	shares, _ := Options{}.ReadShares("a.csv", []byte("济南市2021年主要指标,单位：亿元\n指标,钢城区,莱芜区\n地区生产总值,352.8,933.5\n固定资产投资,206.3,501\n"))
	var texts []string
	for _, r := range shares {
		texts = append(texts, r.Text)
	}
	want := []string{"济南市2021年主要指标 单位：亿元\n指标 钢城区 莱芜区\n地区生产总值 352.8 \n固定资产投资 206.3 ", "济南市2021年主要指标 单位：亿元\n指标 钢城区 莱芜区\n地区生产总值 933.5\n固定资产投资 501"}
	if !slices.Equal(texts, want) {
		t.Errorf("%q, want %q", texts, want)
	}
}

// Whatever a table holds, its shares tell what the whole tells, each with the letters of the
// file.
func TestSharesOfAnyTable(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	cells := []string{"钢城区", "莱芜区", "历下", "市中区", "全市", "艾山街道", "指标", "区县", "地区生产总值(亿元)", "固定资产投资", "增长%", "亿元", "2021年", "2020", "单位：亿元", "", "-", "352.8", "352.8", "8.6", "12", "-3.1%", "5①"}
	seen := 0
	for range 400 {
		var b strings.Builder
		b.WriteString("济南市2021年主要指标,单位：亿元\n")
		for i, head := range [][]string{{"区县", "地区生产总值", "增长%", "固定资产投资"}, {"指标", "钢城区", "莱芜区", "历下区"}} {
			if random.IntN(3) > i {
				b.WriteString(strings.Join(head, ",") + "\n")
			}
		}
		for range 2 + random.IntN(5) {
			row := []string{cells[random.IntN(10)]}
			for range 3 {
				row = append(row, cells[random.IntN(len(cells))])
			}
			b.WriteString(strings.Join(row, ",") + "\n")
		}
		whole, _ := Read("a.csv", []byte(b.String()))
		model.NewCorpus([]*model.Report{whole})
		want := map[string]int{}
		for _, f := range whole.Facts {
			want[fmt.Sprint(f.Quote(), f.Place.Cell, f.Quantity.Value)]++
		}
		for _, r := range model.NewCorpus(Shares(whole)).Reports {
			for _, f := range r.Facts {
				seen++
				want[fmt.Sprint(f.Quote(), f.Place.Cell, f.Quantity.Value)]--
			}
		}
		for fact, n := range want {
			if n != 0 {
				t.Fatalf("%s is told %d times less than in the whole of\n%s", fact, n, b.String())
			}
		}
	}
	t.Logf("%d facts", seen)
	if seen < 100 {
		t.Errorf("%d facts, too few to say anything", seen)
	}
}

func listed(shares []*model.Report) string {
	var b strings.Builder
	for _, r := range shares {
		var facts []string
		for _, f := range r.Facts {
			facts = append(facts, fmt.Sprint(f.Indicator, " ", f.Quantity.Value, f.Quantity.Unit, " ", f.Change, " ", f.Place.Cell))
		}
		fmt.Fprintf(&b, "%s %s: %s\n", r.Head.District, r.Head.City, strings.Join(facts, ", "))
	}
	return b.String()
}

// That a table of several districts lies there twice is told once.
func TestTwiceOfSeveralDistricts(t *testing.T) {
	table := &fstest.MapFile{Data: []byte("济南市2022年各区县主要指标\n区县,地区生产总值(亿元)\n钢城区,352.8\n莱芜区,933.5\n")}
	_, err := Load(fstest.MapFS{"a.csv": table, "b.csv": table})
	told := ""
	if err != nil {
		told = err.Error()
	}
	if want := "b.csv: the same text as a.csv; its facts count twice"; told != want {
		t.Errorf("told %q", told)
	}
}
