package clean

import "testing"

// A page's links go, wherever they stand; a table's row and a headline of two
// parts stay.
func TestLinks(t *testing.T) {
	const body = "今年以来，全区经济运行总体平稳，稳中有进，主要指标增速位居全市前列。"
	for _, c := range []struct{ page, want string }{
		{"中国政府网 | 某省人民政府网 | 某某经济技术开发区网 | |\n全区经济平稳增长\n" + body, "全区经济平稳增长\n"},
		{"登录 注册 长者版 | 无障碍 I 繁体中文\n1-6月经济运行简况\n" + body, "1-6月经济运行简况\n"},
		{"政务公开\n互动交流\n走进某某\n投资某某\n政府工作报告\n" + body, "政府工作报告\n"},
		{"您的位置: 时政要闻\n首轮项目集中开工\n" + body, "首轮项目集中开工\n"},
		{"无障碍浏览\n进入长者版\n某某县人民政府门户网站\n今天是：2023年5月6日 星期六\n|\n重大项目集中开工\n" + body, "重大项目集中开工\n"},
		{"首页/ 政务公开 / 重大项目 / 正文\n重大项目集中开工\n" + body, "重大项目集中开工\n"},
		{"首页 -> 投资某县 -> 园区概况\n某某开发区简介\n" + body, "某某开发区简介\n"},
		{"走进新时代\n" + body, "走进新时代\n"},
		{"抓项目 促发展\n" + body, "抓项目 促发展\n"},
		{"指标 | 完成 | 增速\n" + body, "指标 | 完成 | 增速\n"},
	} {
		got := Text(c.page).Text
		if want := c.want + body; got != want {
			t.Errorf("%q is cleaned to %q, want %q", c.page, got, want)
		}
	}
}
