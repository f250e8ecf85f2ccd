package query_test

import (
	"strings"
	"testing"

	. "qubi/model"
	"qubi/model/modeltest"
	. "qubi/model/query"
)

func TestFiltersAreCompleted(t *testing.T) {
	c := modeltest.Corpus()
	for _, test := range []struct {
		text string
		l    Lang
		want string // the first ones
	}{
		{"主", Chinese, "主题:"},
		{"zhu", Chinese, "主题:"},
		{"增长 !st", English, "增长 !stage:"},
		{"主题:", Chinese, "主题:产业；主题:招商；主题:科创"},
		{"主题：产业，ke", Chinese, "主题：产业，科创"},
		{"theme:tr", English, "theme:transport"},
		{"a|类:x", Chinese, "a|类:项目"},
		{"阶段:目", Chinese, "阶段:目标"},
		{"区:dh", Chinese, "区:东湖区"},
		{"单位:亿", Chinese, "单位:亿元"},
		{"值:>1", Chinese, ""},
		{"没有这个", Chinese, ""},
		{"颜色:红", Chinese, ""},
	} {
		got := strings.Join(CompleteExpr(test.text, test.l, c), "；")
		if !strings.HasPrefix(got, test.want) || test.want == "" && got != "" {
			t.Errorf("%s becomes %q, want %q", test.text, got, test.want)
		}
	}
	for _, text := range []string{"", "主题:", "x|", "类:项目,", "！", "｜"} { // what is offered is a right filter, once a name has its value
		for _, full := range CompleteExpr(text, Chinese, c) {
			if _, err := ParseExpr(full); err != nil && !strings.HasSuffix(full, ":") {
				t.Errorf("%s is offered and wrong: %v", full, err)
			}
		}
	}
}
