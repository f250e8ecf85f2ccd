package query_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	. "qubi/model"
	"qubi/model/modeltest"
	. "qubi/model/query"
)

// parse parses a filter that must be right.
func parse(t testing.TB, text string) *Expr {
	t.Helper()
	e, err := ParseExpr(text)
	if err != nil {
		t.Fatalf("ParseExpr(%q): %v", text, err)
	}
	return e
}

// found lists the names of the facts that a filter text finds.
func found(t *testing.T, text string) string {
	t.Helper()
	var names []string
	for _, f := range modeltest.Corpus().Select(Filter{Expr: parse(t, text)}) {
		names = append(names, f.Name)
	}
	return strings.Join(names, " ")
}

func TestExprFinds(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"渔业", "现代渔业 渔业年产值"},
		{"!增长 渔业", "现代渔业 渔业年产值"},
		{"^渔业", "渔业年产值"},
		{"渔业$", "现代渔业"},
		{"^签约项目$", "签约项目 签约项目"},
		{"'gaotie", ""},
		{"gaotie", "济云高铁 济云高铁"},
		{"jygt", "济云高铁 济云高铁"},
		{"济yun", "济云高铁 济云高铁"},
		{"shouruda", "财政收入"}, // in the quote only
		{"收rud", "财政收入"},
		{"qs财", "财政收入"},
		{"qsc", ""}, // too little to mean a quote
		{"漁業", "现代渔业 渔业年产值"},
		{"云湖|临港", "云湖科技园 临港新城"},
		{"云湖 | 临港", "云湖科技园 临港新城"},
		{"云湖｜临港", "云湖科技园 临港新城"},
		{"类:园 云湖|临港", "云湖科技园 临港新城"},
		{"kind:park", "云湖科技园 西山产业园 临港新城"},
		{"类：园区", "云湖科技园 西山产业园 临港新城"},
		{"主题:交通,生态", "济云高铁 森林覆盖率 济云高铁"},
		{"主题:交通 区:nangang", "济云高铁"},
		{"区:海州 类:项目", "济云高铁"},
		{"阶段:目标 类:指标", "固定资产投资"},
		{"stage:target kind:metric", "固定资产投资"},
		{"值:>400亿", "固定资产投资 财政收入"},
		{"值:＞４００亿元", "固定资产投资 财政收入"},
		{"值:>=400亿元", "固定资产投资 固定资产投资 财政收入"},
		{"值:>100个", "签约项目"}, // 超100个 is above 100
		{"值:<0", "进出口总额"},
		{"值:3960000", "固定资产投资"},
		{"值:=396亿", "固定资产投资"},
		{"单位:个百分点", "森林覆盖率"},
		{"年:2021", "固定资产投资 固定资产投资 签约项目"},
		{"年:2021 !阶段:目标", "固定资产投资 签约项目"},
		{"句:十四五", "临港新城 济云高铁"},
		{"智谷\"|\"一期", "智谷|一期"},
		{"不存在", ""},
	} {
		if got := found(t, c.text); got != c.want {
			t.Errorf("%s finds %q, want %q", c.text, got, c.want)
		}
	}
}

func TestExprErrors(t *testing.T) {
	for _, c := range []struct {
		text, at string // at is what stands where the error is shown
		zh       string
	}{
		{"增长 值:很多", "很多", "数值条件"},
		{"增长 颜色:红", "颜色:红", "没有“颜色”这个字段"},
		{"主题:工业", "工业", "可用：产业"},
		{"年:20", "20", "不是年份"},
		{"年:2022-2020", "2022-2020", "不是年份"},
		{"渔业 \"未完", "\"未完", "引号没有合上"},
		{"值:>100亿元2", ">100亿元2", "数值条件"},
		{"值:>20%-30%", ">20%-30%", "数值条件"},
		{"值:亿-200亿", "亿-200亿", "数值条件"},
		{"年:2020-20210", "2020-20210", "不是年份"},
		{"年:-", "-", "不是年份"},
		{"渔业|", "|", "缺一个词"},
		{"渔业 !", "!", "缺一个词"},
		{"类：", "", "缺一个值"},
		{"渔业 " + strings.Repeat("渔", Longest), strings.Repeat("渔", Longest), "太长"},
	} {
		_, err := ParseExpr(c.text)
		syntax, ok := err.(*SyntaxError)
		if !ok {
			t.Errorf("%s: no syntax error but %v", c.text, err)
			continue
		}
		if got := c.text[syntax.At:]; got != c.at {
			t.Errorf("%s: error stands at %q, want at %q", c.text, got, c.at)
		}
		if !strings.Contains(syntax.Message(Chinese), c.zh) || syntax.Message(English) == "" {
			t.Errorf("%s: message %q / %q, want %q", c.text, syntax.Message(Chinese), syntax.Message(English), c.zh)
		}
	}
}

// Every beginning of a condition is either valid or says where it is not, so
// that typing never loses the error's place.
func TestExprWhileTyping(t *testing.T) {
	text := `主题:产业 值:>=100亿元 ^固定|投资$ !"a b" 年:2020-2021`
	for i := range text {
		if _, err := ParseExpr(text[:i]); err != nil {
			if at := err.(*SyntaxError).At; at > i {
				t.Errorf("%q: error at %d, beyond the text", text[:i], at)
			}
		}
	}
}

// What a filter finds by can be lit; what must not occur is not.
func TestExprLightsItsWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"zdxm|增长 !签约 主题:产业", "签约[重点项目][增长]8.6%"},
		{"^签约", "[签约]重点项目增长8.6%"},
		{"^项目", "签约重点项目增长8.6%"},
		{"句:項目", "签约重点[项目]增长8.6%"},
		{"主题:产业", "签约重点项目增长8.6%"},
		{"", "签约重点项目增长8.6%"},
	} {
		if got := lit("签约重点项目增长8.6%", parse(t, c.text).Find("签约重点项目增长8.6%")); strings.ReplaceAll(got, "][", "") != strings.ReplaceAll(c.want, "][", "") {
			t.Errorf("%s lights %s, want %s", c.text, got, c.want)
		}
	}
}

func TestExprWithoutClause(t *testing.T) {
	e := parse(t, "渔业 主题:产业|类:园区  !目标")
	if got := strings.Join(e.Clauses(), "；"); got != "渔业；主题:产业|类:园区；!目标" {
		t.Fatalf("clauses: %s", got)
	}
	if got := e.Without("主题:产业|类:园区").Text(); got != "渔业 !目标" {
		t.Errorf("without its second clause: %s", got)
	}
	if e := parse(t, "渔业").Without("渔业"); e != nil {
		t.Errorf("without its only clause: %v", e)
	}
	if e := parse(t, "  "); e != nil || e.String() != "" || !e.Match(nil) {
		t.Error("a blank filter is none, and lets everything through")
	}
}

// Parsing what an Expr says gives the same Expr, errors stand within the text,
// and the index agrees with asking every fact.
func FuzzExpr(f *testing.F) {
	for _, s := range []string{"", "渔业", "'x ^a b$ !c", `"a b"|c\`, "值:>100亿", "主题：产业，科创", "年:2020-2021", `"\""$`, "！类:园", "a||b", "$", "^$", `""`, "a:b", `'"' x`, "gt zhdxm\x00", "句:a|b", "'''", "值:> 1 亿-2", "投资￥"} {
		f.Add(s)
	}
	corpus := modeltest.Corpus()
	f.Fuzz(func(t *testing.T, text string) {
		e, err := ParseExpr(text)
		if err != nil {
			s := err.(*SyntaxError)
			if s.At < 0 || s.At > len(text) || s.At < len(text) && !utf8.RuneStart(text[s.At]) && utf8.ValidString(text) {
				t.Fatalf("%q: error at %d", text, s.At)
			}
			return
		}
		again, err := ParseExpr(e.String())
		if err != nil || again.String() != e.String() {
			t.Fatalf("%q: String %q parses to %q, %v", text, e.String(), again.String(), err)
		}
		checkSelect(t, corpus, Filter{Expr: e})
		checkSelect(t, corpus, Filter{Expr: again})
	})
}
