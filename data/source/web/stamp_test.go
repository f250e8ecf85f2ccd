package web

import (
	"strings"
	"testing"
)

// The line that dates a page stands over the element that holds its text, among others that
// do not.
func TestStamp(t *testing.T) {
	p, err := parse("<html><body><ul><li>工作会议召开<span>2021-03-01</span></li></ul><div><h1>工作报告</h1><div>发布日期：<span>2022-03-15</span> 来源：统计局</div><div>" +
		strings.Repeat("<p>投资增长3%。</p>", 9) + "</div></div></body></html>")
	if err != nil || !strings.Contains(p.Text, "工作报告\n发布日期：2022-03-15 来源：统计局\n投资") || strings.Contains(p.Text, "2021") {
		t.Errorf("%v, read %s", err, p.Text)
	}
}
