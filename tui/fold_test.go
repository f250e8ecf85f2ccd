package tui

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/query"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/screen"
)

// The tables and lists of the comparison fold by key and by mouse, and open
// again.
func TestSectionsOfTheComparisonFold(t *testing.T) {
	for _, c := range []struct {
		tab          draw.Tab
		before       []string
		sign, within string
	}{
		{draw.TabCounts, []string{"down"}, "全部 ", "   产业集群"},
		{draw.TabTime, nil, "青岚区 报告2篇 ", "城镇新增就业"},
		{draw.TabChart, nil, "主题热度（每千字个数） ", "▓"},
	} {
		a := browser(t, Options{}, 120, 60)
		typed(a, c.before...)
		typed(a, "f3")
		a.change(func() { a.toTab(c.tab) })
		a.derive()
		open, closed := c.sign+"▾", c.sign+"▸"
		shows(t, a, open)
		inside := strings.Count(drawn(a.Frame()), c.within)
		typed(a, "f")
		shows(t, a, closed)
		if strings.Count(drawn(a.Frame()), c.within) >= inside {
			t.Errorf("%s: nothing is folded away", c.tab.ID())
		}
		typed(a, "f")
		shows(t, a, open)
		for y, line := range strings.Split(drawn(a.Frame()), "\n") {
			if i := strings.Index(line, open); i >= 0 {
				x := a.look.Measure.Width(line[:i+len(c.sign)])
				a.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
				break
			}
		}
		shows(t, a, closed)
	}
}

// The first row of a list is the heading of what stands below it, however far
// one scrolls, and never one above another heading.
func TestAHeadingStandsAboveItsRows(t *testing.T) {
	a := browser(t, Options{Corpus: sample(t, 6)}, 80, 14)
	typed(a, "f3", "tab", "tab", "tab", "tab")
	for range 40 {
		typed(a, "down")
		lines := strings.Split(drawn(a.Frame()), "\n")
		head := slices.IndexFunc(lines, func(s string) bool { return strings.Contains(s, "多篇报告的区县") }) + 1
		first, second := lines[head], lines[head+1]
		heads := func(s string) bool { return strings.Contains(s, "报告2篇 ▾") }
		if heads(first) == heads(second) && !strings.Contains(first, "▸") {
			t.Fatalf("the first rows are %q, %q", first, second)
		}
	}
}

// Under a filter the districts and kinds of which it leaves nothing take no more
// than a line.
func TestWhatAFilterLeavesEmptyTakesALine(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "&", "\"类:园区 石铺", "enter")
	shows(t, a, "产业集群 项目 指标 0")
	shows(t, a, "产业集群 园区 项目 指标 0")
	typed(a, "f3", "tab")
	shows(t, a, "无条目的2区：青岚区 河湾区")
	lacks(t, a, "│河湾区")
	typed(a, "T")
	shows(t, a, "│河湾区")
	typed(a, "&", "\"龘", "enter")
	shows(t, a, "│河湾区") // nothing of any: all stand as they were
}

// alike are districts whose clusters meet in classes of industries.
func alike(t *testing.T) *query.Index {
	t.Helper()
	corpus := sample(t, 1)
	for i, names := range [][]string{{"智能制造", "生物医药", "新能源汽车"}, {"装备制造", "医药化工", "汽车零部件"}, {"高端装备", "钢铁", "大数据"}} {
		r := corpus.Districts[i].Reports[0]
		for _, name := range names {
			f := *r.Facts[0]
			f.Kind, f.Name, f.Indicator, f.HasValue, f.Stage, f.Tier = model.Cluster, name, "", false, model.Target, "百亿级"
			f.Change, f.Rank, f.Period = "", "", model.Period{}
			r.Facts = append(r.Facts, &f)
		}
	}
	return query.Of(corpus.Reports)
}

// Clusters that are near each other, not the same, stand in the class in which
// they meet.
func TestGoldenFramesOfNearRows(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		for _, lang := range []model.Lang{model.Chinese, model.English} {
			a := browser(t, Options{Language: lang, Corpus: alike(t)}, size[0], size[1])
			a.Update(screen.MeasureMsg{Measure: cell.Measure{Ambiguous: 1}, Boxes: true})
			typed(a, "f3", "tab", "tab", "right")
			golden(t, filepath.Join("testdata", "frames", fmt.Sprintf("%dx%d-%s-1", size[0], size[1], lang), "near.txt"), drawn(a.Frame()))
		}
	}
}
