package tui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/export"
	"qubi/model/query"
	"qubi/tui/ask"
	"qubi/tui/draw"
	"qubi/tui/pane"
)

// shows fails unless the frame holds the text.
func shows(t *testing.T, a *App, text string) {
	t.Helper()
	if got := drawn(a.Frame()); !strings.Contains(got, text) {
		t.Fatalf("no %q in\n%s", text, got)
	}
}

// lacks fails if the frame holds the text.
func lacks(t *testing.T, a *App, text string) {
	t.Helper()
	if got := drawn(a.Frame()); strings.Contains(got, text) {
		t.Fatalf("%q is in\n%s", text, got)
	}
}

func TestFromFirstScreenToTheSentence(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	shows(t, a, "新能源")
	typed(a, "}", "}", "}")
	if f := a.selected(); f == nil || f.Name != "地区生产总值" {
		t.Fatalf("the third jump by section stands on %+v", f)
	}
	typed(a, "p")
	shows(t, a, "全区实现地区生产总值206.3亿元，增长4.2%")
	shows(t, a, "时期 2020年")
	typed(a, "enter")
	if a.view != viewSource || a.selected() == nil || a.selected().Name != "地区生产总值" {
		t.Fatal("Enter does not go to the sentence")
	}
	typed(a, "esc", "esc", "esc", "esc")
	if a.view != viewSide {
		t.Error("Esc does not lead back to the first screen")
	}
}

func TestThemesByKeyAndUndo(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "5")
	shows(t, a, "[主题:交通]")
	shows(t, a, "岚江高铁")
	lacks(t, a, "地区生产总值")
	typed(a, "6")
	shows(t, a, "乡村振兴示范片")
	typed(a, "u", "u")
	shows(t, a, "地区生产总值")
	lacks(t, a, "[主题:交通]")
	typed(a, "ctrl+r")
	shows(t, a, "[主题:交通]")
	typed(a, "0")
	lacks(t, a, "[主题:交通]")
}

// A way out is always told: of a filter, of a key that does nothing, of a
// district with one report.
func TestTheWayOnIsTold(t *testing.T) {
	a := browser(t, Options{Keys: map[string][]string{"clear": {"X"}}}, 100, 30)
	typed(a, "esc")
	shows(t, a, "已在最上层；q 退出")
	typed(a, "b")
	shows(t, a, " X 清除筛选")
	typed(a, "esc")
	shows(t, a, "已在最上层；X 清除筛选，q 退出")
	typed(a, "X")
	lacks(t, a, "清除筛选")
	typed(a, "K")
	shows(t, a, "K 键没有用处；? 看全部按键")
	typed(a, "f4", "tab", "J")
	shows(t, a, "本区只有一篇报告")
}

func TestAFilterLeadsToWhatItLeaves(t *testing.T) {
	a := browser(t, Options{}, 71, 24) // one pane in sight
	typed(a, "&", "\"石铺钢铁", "enter")
	shows(t, a, "▸石铺区 ")
	shows(t, a, "石铺钢铁物流园")
	typed(a, "T", "&", "\"无此词", "enter")
	shows(t, a, "▸石铺区 0")
}

// Who wrote a note finds it among the marks, and takes it along.
func TestANoteIsAMark(t *testing.T) {
	a := browser(t, Options{}, 100, 30)
	typed(a, "ctrl+n", "\"待核", "enter", "M")
	shows(t, a, "[只看标记]")
	shows(t, a, "集群1/2")
	typed(a, "x")
	shows(t, a, "导出标记的条目（条目共1条）")
}

// Where marked facts alone are shown, one whose note is emptied is none of them, in the
// counts, in the panes and where others are dimmed.
func TestEmptiedNoteIsGone(t *testing.T) {
	a := browser(t, Options{}, 100, 30)
	typed(a, "space", "down", "ctrl+n", "\"待核", "enter", "M")
	if a.counts.Total != 2 {
		t.Fatalf("%d facts are marked or noted", a.counts.Total)
	}
	typed(a, "ctrl+n", "ctrl+u", "enter")
	if a.counts.Total != 1 {
		t.Errorf("%d facts are marked or noted after the note is emptied", a.counts.Total)
	}
	typed(a, ".")
	bright := 0
	for _, f := range a.facts(a.corpus.Districts[0]) {
		if !a.factState(f).Dimmed {
			bright++
		}
	}
	if bright != 1 {
		t.Errorf("%d facts are not dimmed, 1 is marked", bright)
	}
}

func TestSearchIsNotCalledAFilter(t *testing.T) {
	a := browser(t, Options{}, 100, 30)
	typed(a, "/", "\"高铁", "enter")
	shows(t, a, " 查找 /高铁 ")
	typed(a, "5")
	shows(t, a, " 筛选 [主题:交通] 共4条 /高铁 ")
}

// Whatever a key changes about the view, undo takes back and redo brings again.
func TestEveryChangeOfTheViewIsUndone(t *testing.T) {
	for _, c := range []struct{ before, change []string }{
		{nil, []string{"f3"}}, {[]string{"f3"}, []string{"tab"}}, {[]string{"f3"}, []string{"-"}}, {nil, []string{"enter"}}, {nil, []string{"p"}},
		{[]string{"f4"}, []string{"r"}}, {[]string{"f4"}, []string{"J"}}, {nil, []string{"5"}}, {nil, []string{"t", "space", "enter"}},
		{nil, []string{"&", "\"投资", "enter"}}, {nil, []string{"/", "\"投资", "enter"}}, {[]string{"/", "\"投资", "enter"}, []string{"esc"}},
		{[]string{"5"}, []string{"."}}, {[]string{"space"}, []string{"M"}}, {[]string{"5", "/", "\"投资", "enter"}, []string{"T"}},
		{nil, []string{"="}}, {nil, []string{"z"}}, {nil, []string{">"}}, {nil, []string{"L"}}, {nil, []string{"W"}},
		{nil, []string{"d", "down", "space", "enter"}}, {nil, []string{"s"}}, {nil, []string{"S"}},
	} {
		a := browser(t, Options{}, 140, 40)
		typed(a, c.before...)
		before := a.state.copy()
		typed(a, c.change...)
		after := a.state.copy()
		typed(a, "u")
		if before.sameView(after) || !a.sameView(before) {
			t.Errorf("%q after %q is not undone", c.change, c.before)
		}
		if typed(a, "ctrl+r"); !a.sameView(after) {
			t.Errorf("%q after %q is not done again", c.change, c.before)
		}
	}
}

// What a search finds is in sight while it is typed, however low it stands.
func TestTheHitIsSeenWhileTyping(t *testing.T) {
	for h := 16; h < 40; h++ {
		a := browser(t, Options{}, 120, h)
		typed(a, "/", "\"老旧小区")
		f := a.selected()
		if f == nil || !strings.Contains(f.Name, "老旧小区") {
			t.Fatalf("the search stands on %v", f)
		}
		seen := 0
		for _, part := range strings.FieldsFunc(drawn(a.Frame()), func(r rune) bool { return r == '│' || r == '\n' }) {
			if strings.HasPrefix(part, "▸") && strings.Contains(part, "老旧小区") {
				seen++
			}
		}
		if seen == 0 {
			t.Errorf("%d rows: what was found is not in sight\n%s", h, drawn(a.Frame()))
		}
	}
}

// The help is searched by part of a key too, in either case.
func TestHelpIsSearchedByPartOfAKey(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "?", "\"ctrl")
	shows(t, a, "Ctrl-Y")
	typed(a, "ctrl+u", "\"SHIFT-F")
	shows(t, a, "Shift-F6")
}

// A hit in a fact's quote only is shown: nothing in its row says why n came.
func TestTheQuoteOfAHitIsShown(t *testing.T) {
	a := browser(t, Options{}, 100, 30)
	typed(a, "/", "\"突破89", "enter", "esc")
	if f := a.selected(); f == nil || strings.Contains(f.Name, "突破") {
		t.Fatalf("the search stands on %v", f)
	}
	shows(t, a, "/突破89 1/1  固定资产投资突破89亿元")
	typed(a, "/", "\"岚江高铁", "enter", "esc")
	lacks(t, a, "/岚江高铁 1/2  ")
}

func TestPickerNarrowsByPinyin(t *testing.T) {
	a := browser(t, Options{}, 100, 30)
	typed(a, "t", "\"jiaot", "enter")
	if got := a.filter.Themes; len(got) != 1 || got[0] != model.ThemeTransport {
		t.Errorf("jiaot chose %v", got)
	}
	typed(a, "u")
	if len(a.filter.Themes) != 0 {
		t.Error("undo does not take the picker's choice back")
	}
}

func TestWrongFilterSaysWhere(t *testing.T) {
	a := browser(t, Options{}, 100, 30)
	typed(a, "&", "\"值:>")
	shows(t, a, "^ ")
	typed(a, "enter")
	if a.dialog == nil {
		t.Error("a wrong filter was accepted")
	}
	typed(a, "\"100亿", "enter")
	shows(t, a, "[值:>100亿]")
	typed(a, "&", "esc")
	shows(t, a, "[值:>100亿]")
}

// A number in a unit that no report has is an error at its place.
func TestAnUnknownUnitIsWrong(t *testing.T) {
	a := browser(t, Options{}, 100, 30)
	typed(a, "&", "\"值:>5公斤x", "enter")
	shows(t, a, "^ 报告里没有单位“公斤x”，可用：")
	if a.dialog == nil {
		t.Error("an unknown unit was accepted")
	}
}

// The sentence about an error stands at its place, or below it where it is too
// long to stand there; the conditions before it hold meanwhile.
func TestLongErrorsKeepTheirPlace(t *testing.T) {
	a := browser(t, Options{Language: model.English}, 80, 24)
	typed(a, "&", "\"stage:target theme:xy")
	lines := strings.Split(drawn(a.Frame()), "\n")
	for i, line := range lines {
		if at := strings.Index(line, "theme:xy"); at >= 0 && strings.Contains(line, "Filter") {
			if strings.TrimRight(lines[i+1], " ") != strings.Repeat(" ", at+len("theme:"))+"^" {
				t.Errorf("the sign stands at %q under %q", lines[i+1], line)
			}
		}
	}
	shows(t, a, "governance")
	shows(t, a, "[stage:target]")
}

func TestAnEmptyFilterSaysTheWayOutWhileTyping(t *testing.T) {
	a := browser(t, Options{}, 100, 30)
	typed(a, "&", "\"无此词")
	shows(t, a, "剩0条；去掉 [无此词] 则有31条")
	typed(a, "ctrl+u", "\"单位:xyz")
	shows(t, a, "剩0条；报告里没有单位“xyz”，可用：")
	typed(a, "ctrl+u", "\"shi铺区")
	shows(t, a, "区:shi铺区")
}

// Tab goes through what may stand in a filter; the panes follow.
func TestFilterIsFilledIn(t *testing.T) {
	a := browser(t, Options{}, 100, 30)
	typed(a, "&", "\"zhut", "tab", "\"jiaot", "tab")
	shows(t, a, "筛选&主题:交通")
	shows(t, a, "[主题:交通]")
	typed(a, "ctrl+u", "\"类:", "tab", "tab")
	shows(t, a, "筛选&类:园区")
	typed(a, "shift+tab")
	shows(t, a, "筛选&类:产业集群")
}

// A whole journey by arrows, Enter, Esc, Tab and F-keys: nothing needs a letter,
// which an input method may keep for itself.
func TestJourneyWithoutLetters(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	chosen := func(id string) { // from the help
		typed(a, "f1")
		for m, last := a.dialog.(*ask.Menu), ""; ; typed(a, "down") {
			it, _ := m.Current()
			if it.ID == id {
				break
			}
			if it.ID == last {
				t.Fatalf("the help does not lead to %s", id)
			}
			last = it.ID
		}
		typed(a, "enter")
	}
	chosen("themes")
	typed(a, "down", "down", "down", "down", "space", "enter")
	shows(t, a, "[主题:交通]")
	typed(a, "f3", "down", "enter", "f5")
	shows(t, a, "── 出处")
	typed(a, "f2", "tab", "down")
	chosen("mark")
	if len(a.notes.Marked()) != 1 {
		t.Error("nothing is marked")
	}
	chosen("copy")
	typed(a, "down", "enter")
	shows(t, a, "已送往终端的剪贴板")
	chosen("clear")
	lacks(t, a, "[主题:交通]")
	chosen("undo")
	shows(t, a, "[主题:交通]")
	typed(a, "esc", "esc", "esc")
	if a.view != viewSide || a.dialog != nil || a.drawer {
		t.Error("Esc does not lead back")
	}
}

// What a filter found a fact by is lit, as a search's hits are.
func TestFilterIsLit(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "&", "\"xinn", "enter")
	if a.look.Lit == nil || len(a.look.Lit("新能源")) != 1 {
		t.Error("a filter's words are not lit")
	}
	typed(a, "T")
	if a.look.Lit != nil {
		t.Error("what was filtered for is still lit")
	}
}

// While typing, each text is looked for from where the search began.
func TestSearchComesBackWhenNothingIsFound(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "down", "down")
	from := a.selected()
	typed(a, "/", "\"高铁")
	if a.selected() == from {
		t.Fatal("the search finds nothing")
	}
	typed(a, "\"没有")
	if a.selected() != from {
		t.Errorf("the cursor was left at %v", a.selected())
	}
}

func TestNothingMatchesSaysWhatToDrop(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "6", "&", "\"阶段:目标", "enter")
	shows(t, a, "没有条目符合筛选")
	shows(t, a, "去掉 [主题:乡村]")
}

// Where no single filter hides everything, that is said, and which to drop
// together.
func TestNothingMatchesWhateverIsDropped(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "6", "&", "\"龘 龖")
	shows(t, a, "剩0条；只去掉一项不够")
	typed(a, "enter")
	shows(t, a, "只去掉一项不够；T 全部清除")
	shows(t, a, "去掉 [主题:乡村][龘][龖] 则有 18 条")
	shows(t, a, "去掉 [龘][龖] 则有 1 条") // in the pane that has one of the theme
}

func TestSearchCountsAndWalksAllPanes(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "/", "\"gaotie", "enter")
	shows(t, a, "1/2")
	if a.selected().Name != "岚江高铁" {
		t.Errorf("the first hit is %s", a.selected().Name)
	}
	typed(a, "n")
	if a.focus != 1 || a.selected().Name != "岚江高铁石铺段" {
		t.Errorf("the second hit is %s in pane %d", a.selected().Name, a.focus)
	}
	typed(a, "N")
	if a.focus != 0 {
		t.Error("N does not go back")
	}
	typed(a, "1") // inside a filter the search goes on
	shows(t, a, "没有找到，筛选之外有2处")
	typed(a, "n")
	shows(t, a, "没有找到，筛选之外有2处")
}

func TestSearchInTheTexts(t *testing.T) {
	one := query.Of(sample(t, 1).Reports[:3]) // a report each
	a := browser(t, Options{Corpus: one}, 120, 40)
	typed(a, "f4", "/", "\"2021年", "enter")
	shows(t, a, "1/1") // titles are not the text
	if f := a.selected(); f != nil {
		t.Errorf("a heading is found and %s selected", f.Name)
	}
	typed(a, "esc", "/", "\"zhandijiedan")
	shows(t, a, "没有找到")
	b := browser(t, Options{Corpus: one}, 120, 40)
	typed(b, "f4", "home", "/", "\"亿元", "enter", "n")
	shows(t, b, "2/7")
	typed(b, "n")
	if b.focus != 1 {
		t.Errorf("the hit after the last of a text is in pane %d", b.focus)
	}
}

// The comparison is searched by its rows, and n walks them.
func TestSearchWalksTheComparison(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "f3", "/", "\"shengchan", "enter")
	shows(t, a, "1/3")
	first := a.comparedRow()
	typed(a, "n")
	shows(t, a, "2/3")
	if r := a.comparedRow(); r == first || !strings.Contains(r.Indicator, "生产总值") {
		t.Errorf("n goes to %s", r.Indicator)
	}
	typed(a, "n", "n")
	if a.comparedRow() != first {
		t.Error("n does not go on at the top")
	}
	typed(a, "tab", "tab", "/", "\"高铁", "enter") // another table, other rows
	shows(t, a, "1/2")
	if f := a.selected(); f == nil || !strings.Contains(f.Name, "高铁") {
		t.Errorf("the search stands on %v", f)
	}
}

// Where a row does not show what was found in it, the words that hold it are
// told.
func TestHitsInTheQuoteAreTold(t *testing.T) {
	a := browser(t, Options{}, 100, 30)
	typed(a, "/", "\"工作安排", "enter", "esc") // a heading
	shows(t, a, "条目里没有；原文里有1处（F4）")
	typed(a, "f4")
	shows(t, a, "/工作安排 ")
	typed(a, "f2", "esc", "/", "\"突破89亿", "enter")
	shows(t, a, "固定资产投资突破89亿元")
}

// Problems that do not fit are reached by scrolling, and the edge says how many
// lines there are; the next other key closes the list.
func TestManyProblemsAreScrolled(t *testing.T) {
	var many []string
	for i := range 60 {
		many = append(many, fmt.Sprintf("r%02d.txt：读不了", i))
	}
	a := browser(t, Options{Problems: many}, 80, 24)
	shows(t, a, "1-15/60")
	shows(t, a, "滚动")
	lacks(t, a, "r59.txt")
	typed(a, "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown")
	shows(t, a, "r59.txt")
	typed(a, "up", "esc")
	lacks(t, a, "遇到的问题")
	few := browser(t, Options{Problems: many[:3]}, 80, 24)
	typed(few, "down") // it fits: the key does what it always does
	lacks(t, few, "遇到的问题")
}

// From a place in a text the way leads to the fact that it names, not to another
// one of that line.
func TestAFoundPlaceLeadsToItsFact(t *testing.T) {
	for _, name := range []string{"云栖科技园", "生命健康产业园"} {
		a := browser(t, Options{}, 100, 30)
		typed(a, "/", "\""+name, "enter", "enter")
		if f := a.selected(); a.view != viewSource || f == nil || f.Name != name {
			t.Errorf("%s leads to %v", name, f)
		}
	}
}

// What another table shows is said, and n goes there.
func TestSearchLeavesATableThatLacksIt(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "f3", "/", "\"岚江高铁", "enter")
	shows(t, a, "这张表里没有")
	typed(a, "n")
	if f := a.selected(); a.tab != int(draw.TabShared) || f == nil || !strings.Contains(f.Name, "岚江高铁") {
		t.Errorf("n leads to table %d, %v", a.tab, a.selected())
	}
	typed(a, "u")
	shows(t, a, "这张表里没有")
}

// What a search told of the texts is told as long as it lasts: another theme and back
// loses none of it.
func TestASearchGoesOnTellingOfTheTexts(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "/", "高铁", "enter")
	shows(t, a, "原句共2处")
	typed(a, "1", "0")
	shows(t, a, "原句共2处")
}

// A district's name is found where no fact holds it, and hidden panes are told.
func TestSearchFindsDistrictsAndTellsOfHiddenPanes(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "/", "\"石pu区", "enter", "esc")
	if a.focus != 1 {
		t.Errorf("the search for a district leads to pane %d", a.focus)
	}
	shows(t, a, "1个区名相符")
	b := browser(t, Options{}, 120, 40)
	typed(b, "W", "/", "\"206.3亿")
	shows(t, b, "隐藏的栏里有1处")
}

func TestReportsOfADistrictAndUndo(t *testing.T) {
	corpus := sample(t, 1)
	for _, r := range corpus.Reports {
		r.Head.District = "岚江区"
	}
	a := browser(t, Options{Corpus: query.Of(corpus.Reports[:3])}, 100, 30)
	shows(t, a, "报告3篇 2021-01-20 2021-02-03 2021-01-28")
	typed(a, "f4")
	shows(t, a, "1/3")
	typed(a, "J")
	shows(t, a, "石铺钢铁物流园开工")
	typed(a, "u")
	shows(t, a, "云栖科技园、生命健康产业园建成投用")
	typed(a, "/", "\"钢铁物流园开工", "enter", "esc") // in a report that is not in sight
	shows(t, a, "2/3")
	typed(a, "esc", "J", "J", "f2", "end", "enter")
	shows(t, a, "2/3") // the last fact, of tourism, is the second report's
	if f := a.selected(); f == nil || f.Name != "接待游客" {
		t.Errorf("Enter went to %+v", f)
	}
}

func TestLockBringsOthersAlong(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "=", "}", "}", "}")
	for i := range 3 {
		if f := a.pane(i).Selected(); f == nil || f.Indicator != "地区生产总值" {
			t.Errorf("pane %d stands on %+v", i, f)
		}
	}
}

func TestPanesAreHiddenReorderedAndBroughtBack(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "L")
	if a.order[0] != 1 || a.order[1] != 0 || a.focus != 1 {
		t.Fatalf("after moving right: %v, focus %d", a.order, a.focus)
	}
	typed(a, "W")
	lacks(t, a, "云栖科技园")
	typed(a, "d", "\"qinglan", "enter")
	shows(t, a, "云栖科技园")
}

func TestOnlyTheDistrictsWanted(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "d", "space", "\"hewan", "space", "enter")
	shows(t, a, "数字经济产业园")
	lacks(t, a, "云栖科技园")
	typed(a, "u")
	shows(t, a, "云栖科技园")
}

func TestDisabledKeySaysWhy(t *testing.T) {
	a := browser(t, Options{}, 80, 24)
	typed(a, "r")
	shows(t, a, "只在原文视图可用")
	typed(a, "u")
	shows(t, a, "没有可撤销的变动")
}

func TestProblemsAreShownInFullAndStandInNobodysWay(t *testing.T) {
	long := "config.toml:4: there is no command \"nope\"; there are up, down, left, right, next-pane, prev-pane, page-up, page-down, half-up"
	a := browser(t, Options{Problems: []string{long, "b.txt: cannot be read"}}, 80, 24)
	shows(t, a, "half-up")
	shows(t, a, "b.txt: cannot be read")
	typed(a, "p")
	lacks(t, a, "b.txt")
	if !a.drawer {
		t.Error("the key that closed the notice did nothing else")
	}
	typed(a, "!")
	shows(t, a, "b.txt: cannot be read")
}

func TestEscNeverQuitsAndQDoes(t *testing.T) {
	a := browser(t, Options{}, 80, 24)
	for range 5 {
		if cmd := a.Update(press("esc")); cmd != nil {
			t.Fatal("Esc started a command")
		}
	}
	if cmd := a.Update(press("q")); cmd == nil {
		t.Fatal("q does nothing")
	}
}

func TestPaletteRunsByEnglishAndPinyin(t *testing.T) {
	for _, word := range []string{"\"comparison view", "\"duizhaoshitu", "\"对照视图"} {
		a := browser(t, Options{}, 80, 24)
		typed(a, ":", word, "enter")
		if a.view != viewCompare {
			t.Errorf("%s does not lead to the comparison", word)
		}
	}
}

func TestMarksAndNotesLast(t *testing.T) {
	folder := t.TempDir()
	a := browser(t, Options{State: folder}, 100, 30)
	name := a.selected().Name
	finish(a.Update(press("space")))
	typed(a, "N", "\"待核")
	finish(a.Update(press("enter")))
	b := browser(t, Options{State: folder}, 100, 30)
	typed(b, "M")
	if f := b.selected(); f == nil || f.Name != name || b.notes.At(f).Text != "待核" {
		t.Errorf("mark or note of %s is gone: %+v", name, f)
	}
	shows(t, b, "[只看标记]")
}

// finish runs a command and drops what it says.
func finish(cmd tea.Cmd) {
	if cmd != nil {
		cmd()
	}
}

// A note is one line of what can be seen, as long as one may wish, and an empty
// one is none.
func TestNotesTakeWhatIsPasted(t *testing.T) {
	a := browser(t, Options{}, 100, 30)
	long := strings.Repeat("核对年鉴", 300)
	typed(a, "N")
	a.Update(tea.PasteMsg{Content: "第一行\r\n第二\u202e行\u200b\x1b[31m" + long + "\n"})
	shows(t, a, "批注 新能源：")
	typed(a, "enter")
	if got := a.notes.At(a.selected()).Text; got != "第一行 第二行?[31m"+long {
		t.Errorf("the note is %q", got)
	}
	typed(a, "N", "ctrl+u", "enter")
	shows(t, a, "批注已删")
	if a.notes.Len() != 0 {
		t.Error("an emptied note is still there")
	}
}

// The evidence shows a note in full, as far as there is room.
func TestLongNotesAreShownInFull(t *testing.T) {
	a := browser(t, Options{}, 80, 40)
	typed(a, "p", "N", "\""+strings.Repeat("与统计公报核对过一遍，", 6)+"完", "enter")
	shows(t, a, "，完\n")
	if text := drawn(a.Frame()); strings.Count(text, "统计公报") < 6 {
		t.Errorf("the note is cut in\n%s", text)
	}
}

func TestBrokenNotesAreNeverWrittenOver(t *testing.T) {
	folder := t.TempDir()
	path := NotesPath(folder)
	if err := os.WriteFile(path, []byte("{broken"), 0o644); err != nil {
		t.Fatal(err)
	}
	a := browser(t, Options{State: folder}, 120, 30)
	shows(t, a, "notes.json：标记与批注读不出")
	finish(a.Update(press("space")))
	shows(t, a, "；本次不保存")
	if raw, _ := os.ReadFile(path); string(raw) != "{broken" {
		t.Error("a file that could not be read was written over")
	}
}

func TestResume(t *testing.T) {
	folder := t.TempDir()
	a := browser(t, Options{State: folder}, 120, 40)
	typed(a, "5", "tab", "p", "down")
	if err := a.end(); err != nil {
		t.Fatal(err)
	}
	where := a.selected().Name
	b := browser(t, Options{State: folder, Start: Start{Resume: true}}, 120, 40)
	if !b.drawer || b.focus != 1 || len(b.filter.Themes) != 1 || b.selected().Name != where {
		t.Errorf("resumed on %v in pane %d, themes %v", b.selected(), b.focus, b.filter.Themes)
	}
	c := browser(t, Options{State: folder}, 120, 40)
	if c.drawer || c.focus != 0 {
		t.Error("without --resume the start is not as always")
	}
}

// The report a text pane shows, widths and the comparison's place come back; a
// filter that the program is started with goes before the kept one.
func TestResumeInFull(t *testing.T) {
	folder := t.TempDir()
	a := browser(t, Options{State: folder}, 160, 40)
	typed(a, ">", ">", "f3", "down", "down", "right", "f4", "home", "J", "down", "&", "\"亿", "enter")
	report := a.focused().(*pane.Source).Report().File
	if err := a.end(); err != nil {
		t.Fatal(err)
	}
	b := browser(t, Options{State: folder, Start: Start{Resume: true}}, 160, 40)
	p, ok := b.focused().(*pane.Source)
	if !ok || p.Report().File != report || p.Place() != a.focused().Place() {
		t.Fatalf("resumed at %+v of %+v", b.focused(), b.reports)
	}
	shows(t, b, "[亿]")
	typed(b, "f3")
	if p, was := b.focused().Place(), a.places[place{viewCompare, 0}]; p.Column != was.Column || p.Cursor != was.Cursor {
		t.Errorf("the comparison stands at %+v, not at %+v", p, was)
	}
	typed(b, "f2")
	if b.plan.panes[0].w <= b.plan.panes[1].w {
		t.Error("the wide pane is narrow again")
	}
	filter := query.Filter{Themes: []model.Theme{model.ThemeUrban}}
	c := browser(t, Options{State: folder, Start: Start{Resume: true, Filter: filter}}, 160, 40)
	shows(t, c, "[主题:城建]")
	lacks(t, c, "[亿]")
}

// Whatever the kept session holds, the program starts and says what it did.
func TestResumeOfWhatIsNotThere(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, sessionFile)
	start := func(text string) *App {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return browser(t, Options{State: folder, Start: Start{Resume: true}}, 120, 40)
	}
	shows(t, start("{broken"), "上次的会话读不出")
	shows(t, start("{}"), "已恢复上次的视图")
	a := start(`{"view":"nowhere","themes":["外星","产业"],"filter":"值:很多","tab":9,"focus":-3,"sort":"x","districts":[{"Name":"无","City":"无"}],
		"shown":[{"district":{"Name":"青岚区","City":"岚江市"},"wider":-999,"report":"gone.txt"}],
		"places":[{"View":"side","District":{"Name":"青岚区","City":"岚江市"},"At":{"Cursor":9999,"Top":-5}},{"View":"compare","Tab":77}]}`)
	shows(t, a, "[主题:产业]")
	if len(a.filter.Themes) != 1 || len(a.order) != 3 || a.selected() == nil {
		t.Errorf("themes %v, districts %v, on %v", a.filter.Themes, a.order, a.selected())
	}
	typed(a, "f3", "f4", "f2", "p")
	if err := exact(a.Frame(), a.look.Measure); err != nil {
		t.Error(err)
	}
	endless := strings.Repeat("甲", query.Longest)
	if a := start(`{"filter":"` + endless + `","search":"` + endless + `"}`); a.search != "" || !a.filter.IsZero() {
		t.Errorf("a filter of %d bytes and a search of %d are taken up", len(a.filter.Expr.Text()), len(a.search))
	}
}

func TestExportPreviewIsTheFile(t *testing.T) {
	folder := t.TempDir()
	a := browser(t, Options{Folder: folder}, 100, 30)
	typed(a, "5", "x")
	preview := a.dialog.(*ask.Export).Preview()
	typed(a, "enter")
	path := filepath.Join(folder, "qubi-facts.md")
	raw, err := os.ReadFile(path)
	if err != nil || string(raw) != preview || !strings.Contains(preview, "岚江高铁") || strings.Contains(preview, "森林覆盖率") {
		t.Fatalf("%v; written %q, shown %q", err, raw, preview)
	}
	typed(a, "x", "enter")
	shows(t, a, "已存在")
	typed(a, "enter")
	if a.dialog != nil {
		t.Error("the second Enter does not overwrite")
	}
}

func TestCopySaysWhat(t *testing.T) {
	copied := ""
	a := browser(t, Options{Clipboard: func(s string) error { copied = s; return nil }}, 100, 30)
	typed(a, "}", "}", "}")
	cmd := a.Update(press("Y"))
	shows(t, a, "已复制原句与出处")
	if msgs, ok := cmd().(tea.BatchMsg); ok {
		for _, c := range msgs {
			c()
		}
	}
	if !strings.Contains(copied, "地区生产总值206.3亿元") || !strings.Contains(copied, "sample-2021-01-20.txt:2") {
		t.Errorf("copied %q", copied)
	}
}

// What was copied is said with the way it went, since no terminal says whether
// it took it.
func TestCopySaysByWhichWay(t *testing.T) {
	a := browser(t, Options{Clipboard: func(string) error { return nil }, ClipboardName: "xclip"}, 100, 30)
	typed(a, "Y")
	shows(t, a, "已复制原句与出处（xclip）")
	a = browser(t, Options{}, 100, 30)
	typed(a, "y", "\"TSV", "enter")
	shows(t, a, "已送往终端的剪贴板（OSC 52）：当前视图（TSV） 32行")
	a = browser(t, Options{Clipboard: func(string) error { return os.ErrClosed }, ClipboardName: "xclip"}, 100, 30)
	for _, cmd := range a.Update(press("Y"))().(tea.BatchMsg) {
		if msg, ok := cmd().(doneMsg); ok {
			a.Update(msg)
		}
	}
	shows(t, a, "剪贴板命令 xclip 失败")
}

// What no terminal takes is not sent to it.
func TestCopyOfTooMuch(t *testing.T) {
	a := browser(t, Options{}, 100, 30)
	if a.copyText("copy.tsv", strings.Repeat("区\n", 400_000)); len(a.begun) > 0 {
		t.Error("a megabyte goes to the terminal")
	}
	shows(t, a, "收不下")
	a.counts.Total = factsCopied + 1
	if a.copyView("copy.tsv", export.TSV); len(a.begun) > 0 {
		t.Error("a view of thousands of facts is copied")
	}
	shows(t, a, "请按 x 导出为文件")
}

// Without a fact the view can still be copied, and a row of the comparison is
// copied with all its districts.
func TestCopyWhereTheCursorIs(t *testing.T) {
	copied := ""
	o := Options{Clipboard: func(s string) error { copied = s; return nil }}
	take := func(a *App, keys ...string) {
		typed(a, keys...)
		for _, cmd := range a.Update(press("enter"))().(tea.BatchMsg) {
			cmd()
		}
	}
	a := browser(t, o, 120, 30)
	typed(a, "&", "\"没有这个", "enter", "y")
	shows(t, a, "数值   (光标不在条目上)")
	take(a, "\"markdown")
	if !strings.HasPrefix(copied, "# ") {
		t.Errorf("copied %q", copied)
	}
	a = browser(t, o, 120, 30)
	take(a, "f3", "y", "\"整行")
	if fields := strings.Split(copied, "\t"); len(fields) != 5 || !strings.HasPrefix(fields[1], "青岚区 ") || !strings.HasPrefix(fields[3], "河湾区 ") {
		t.Errorf("copied %q", copied)
	}
}

func TestCopiedValueKeepsItsBound(t *testing.T) {
	copied := ""
	a := browser(t, Options{Clipboard: func(s string) error { copied = s; return nil }}, 100, 30)
	typed(a, "/", "\"固定资产投资", "enter", "esc", "y")
	cmd := a.Update(press("enter"))
	for _, c := range cmd().(tea.BatchMsg) {
		c()
	}
	if copied != ">89亿元" {
		t.Errorf("copied %q", copied)
	}
}

func TestMouse(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	a.Update(tea.MouseClickMsg{X: 45, Y: 8, Button: tea.MouseLeft})
	if a.focus != 1 || a.selected().Name != "装备制造" {
		t.Fatalf("the click stands on %v in pane %d", a.selected(), a.focus)
	}
	a.Update(tea.MouseClickMsg{X: 45, Y: 8, Button: tea.MouseLeft})
	if a.view != viewSource {
		t.Error("a double click does not open the text")
	}
	b := browser(t, Options{}, 120, 40)
	before := b.plan.panes[0].w
	b.Update(tea.MouseClickMsg{X: before, Y: 20, Button: tea.MouseLeft})
	b.Update(tea.MouseMotionMsg{X: before + 4, Y: 20, Button: tea.MouseLeft})
	b.Update(tea.MouseReleaseMsg{X: before + 4, Y: 20})
	if got := b.plan.panes[0].w; got != before+4 {
		t.Errorf("the dragged border makes the pane %d cells wide, not %d", got, before+4)
	}
	b.Update(tea.MouseClickMsg{X: 14, Y: 1, Button: tea.MouseLeft})
	if len(b.filter.Themes) != 1 {
		t.Error("a click on a theme does not filter")
	}
}

// The help begins with what the marks of facts stand for.
func TestTheHelpExplainsTheMarks(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "?")
	shows(t, a, "◐ 在建")
	shows(t, a, "★ 已标记")
}

// u takes back a mark and a note as it takes back a view, and Ctrl-R gives them
// again.
func TestMarksAndNotesAreUndone(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	f := a.selected()
	typed(a, "space", "ctrl+n", "\"待核", "enter")
	shows(t, a, "★¶")
	typed(a, "u")
	if note := a.notes.At(f); !note.Marked || note.Text != "" {
		t.Errorf("after one step %+v", note)
	}
	typed(a, "u")
	if a.notes.Has(f) {
		t.Errorf("after two %+v", a.notes.At(f))
	}
	typed(a, "ctrl+r", "ctrl+r")
	if note := a.notes.At(f); !note.Marked || note.Text != "待核" {
		t.Errorf("done again %+v", note)
	}
	typed(a, "5", "space", "u", "u")
	if len(a.filter.Themes) > 0 || a.notes.Len() != 1 {
		t.Errorf("filter %v, %d notes", a.filter.Themes, a.notes.Len())
	}
}

// Two themes are alternatives; * asks for both. What stands in the bar is how many
// facts there are of them together.
func TestTwoThemesTogether(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "*")
	shows(t, a, "要先选两个主题")
	typed(a, "1", "3")
	either := a.counts.Total
	shows(t, a, "[主题:产业] 或(*) [主题:科创]")
	shows(t, a, fmt.Sprintf("共%d条", either))
	typed(a, "*")
	shows(t, a, "[主题:产业] 且(*) [主题:科创]")
	if a.counts.Total >= either || a.counts.Total == 0 {
		t.Errorf("%d facts of both, %d of either", a.counts.Total, either)
	}
}

// Words that no fact has, and the texts do, lead there from the filter.
func TestAFilterLeadsToTheTexts(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	word := ""
	for _, r := range a.corpus.Reports {
		for _, w := range []string{"回顾", "各位", "全年", "坚持", "过去"} {
			if strings.Contains(r.Text, w) {
				if e, _ := a.expr(w); a.corpus.Count(query.Filter{Expr: e}) == 0 {
					word = w
				}
			}
		}
	}
	if word == "" {
		t.Fatal("every word of the texts is a fact's")
	}
	typed(a, "&", "\""+word)
	shows(t, a, "条目里没有；原文里有")
	typed(a, "enter")
	shows(t, a, "▸查句")
	shows(t, a, "原句里的“"+word+"”")
}
