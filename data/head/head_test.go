package head

import (
	"strings"
	"testing"
	"time"
)

func TestTitle(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"2020年某区政府工作报告(全文14794字)\n2020年某区政府工作报告\n——2020年1月18日在大会上", "2020年某区政府工作报告"},
		{"政 府 工 作 报 告\n——2026年1月27日在会议上", "政府工作报告"},
		{"抓项目 促发展\n某区建设再提速\n今年以来,全区上下抓项目。", "抓项目 促发展 某区建设再提速"},
		{"今年以来,全区上下抓项目,实现地区生产总值969.8亿元。", ""},
		{"某日报记者 张三 通讯员 李四\n全区推进项目建设\n今年,全区增长。", "全区推进项目建设"},
		{"各位代表:\n现在,我报告工作。", ""},
		{"白石区政府工作报告（摘要）\n2025-01-04　区融媒体中心\n过去的一年,全区增长。", "白石区政府工作报告（摘要）"},
		{"2024年白石县政府工作报告_白石县人民政府\n各位代表:", "2024年白石县政府工作报告"},
		{"白石县2020年工作回顾-白石年鉴\n今年,全县增长。", "白石县2020年工作回顾"},
		{"工业强区-服务兴区再提速\n今年,全县增长。", "工业强区-服务兴区再提速"},
		{"政府报告\n2020年白石区政府工作报告\n各位代表:", "2020年白石区政府工作报告"},
		{"白石区工业发展规划\n(二)空间布局\n以甲为主。", "白石区工业发展规划"},
		{"白石区工作纪实\n【2022-03-05】\n今年,全区增长。", "白石区工作纪实"},
		{"白石区工作纪实\n二〇二二年三月五日\n今年,全区增长。", "白石区工作纪实"},
		{"白石区工作纪实\n索 引 号：11370100\n今年,全区增长。", "白石区工作纪实"},
		{"某府〔2025〕12号\n某区2025年发展计划\n各镇人民政府:", "某区2025年发展计划"},
	} {
		if got := title(c.text); got != c.want {
			t.Errorf("title of %q is %q, want %q", c.text, got, c.want)
		}
	}
}

func TestFields(t *testing.T) {
	day := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
	for _, c := range []struct {
		page, source, author string
		published            time.Time
	}{
		{"发布日期:2021-01-11\n信息来源:济南日报\n", "济南日报", "", day(2021, 1, 11)},
		{"2020-05-14 09:24:00 来源:某区政府 作者:新闻中心 字号:T|T\n", "某区政府", "新闻中心", day(2020, 5, 14)},
		{"点击数:697 更新时间:2020-09-04\n", "", "", day(2020, 9, 4)},
		{"发稿时间：2022.02.01 来源:区府办\n", "区府办", "", day(2022, 2, 1)},
		{"【发布日期】2022年2月1日\n", "", "", day(2022, 2, 1)},
		{"２０２１年３月５日　区党政办　【打印】\n", "区党政办", "", day(2021, 3, 5)},
		{"[2022-02-01]\n", "", "", day(2022, 2, 1)},
		{"发布于 2022-02-01 阅读 300\n", "", "", day(2022, 2, 1)},
		{"二〇二二年二月十一日 区党政办\n", "区党政办", "", day(2022, 2, 11)},
		{"更新时间:2021-02-01\n发布日期:2021-01-11\n", "", "", day(2021, 1, 11)},
		{"| 生成日期 | 2026-02-04 09:30:48 | 是否有效 | 是 |\n", "", "", day(2026, 2, 4)},
		{"标题\n2023\n10/17\n15:46\n", "", "", day(2023, 10, 17)},
		{"某网 2021-07-27 17:26:59 政府报告\n", "某网", "", day(2021, 7, 27)},
		{"三门峡日报 2025-08-04\n", "三门峡日报", "", day(2025, 8, 4)},
		{"某某经济网 > 电子报 > 版次：03 2023年01月12日\n", "某某经济网", "", day(2023, 1, 12)},
		{"[索引号]115002/2023-00029 [发布机构]某区统计局 [成文日期]2023-07-28\n", "某区统计局", "", day(2023, 7, 28)},
		{"（来源：某某日报 2023年02月13日 第03版 作者：张三）\n", "某某日报", "张三", day(2023, 2, 13)},
		{"某某日报记者 张三 通讯员 李四 2023-02-13\n", "", "", day(2023, 2, 13)},
		{"作者：张三   2023-02-13  浏览：123\n", "", "张三", day(2023, 2, 13)},
		{"http://www.example.gov.cn  2023-02-13\n", "", "", day(2023, 2, 13)},
		{"2023-02-13T10:20:00+08:00\n", "", "", day(2023, 2, 13)},
		{"新闻来源:某某日报  [ 2023-02-13 ]\n", "某某日报", "", day(2023, 2, 13)},
		{"发布日期： 2023 - 02 - 13\n", "", "", day(2023, 2, 13)},
		{"全区投资增长8.2%。\n\n责任编辑：李四  2023-02-13 11:20\n", "", "", day(2023, 2, 13)},
		{"发布：2022-08-04 浏览 233次\n", "", "", day(2022, 8, 4)},
		{"全区投资增长8.2%。\n（某区统计局 2022年8月4日）\n", "某区统计局", "", day(2022, 8, 4)},
		{"某县情况汇报\n全县投资增长8.2%。\n某县商务局\n2017年10月12日\n", "", "", day(2017, 10, 12)},
		{"某县情况汇报\n全县投资增长8.2%。\n工程竣工\n2017年10月12日\n", "", "", time.Time{}},
		{"2023年2月13日 10:00,大会开幕\n", "", "", time.Time{}},
		{"某区召开动员会 2023年1月12日\n", "", "", time.Time{}},
		{"某区2025年3月26日印发计划,全年完成投资12亿元。\n", "", "", time.Time{}},
		{"发布日期： 2022年 3月 5日\n", "", "", day(2022, 3, 5)},
		{"发布日期:20220305\n", "", "", day(2022, 3, 5)},
		{"【2022-03-05】\n", "", "", day(2022, 3, 5)},
		{"成文日期:2022-02-28\n公开日期:2022-03-05\n", "", "", day(2022, 3, 5)},
		{"来源：区党政办 2022-03-05T08:00:00+08:00\n", "区党政办", "", day(2022, 3, 5)},
		{"发布日期:2021-13-41\n", "", "", time.Time{}},
	} {
		h := Read("济阳区", c.page)
		if h.Source != c.source || h.Author != c.author || !h.Published.Equal(c.published) {
			t.Errorf("%q: source %q author %q published %v", c.page, h.Source, h.Author, h.Published)
		}
	}
}

func TestDistrict(t *testing.T) {
	for _, c := range []struct{ text, name, city string }{
		{"现在,我代表龙子湖区人民政府,向大会报告工作。", "龙子湖区", "蚌埠市"},
		{"2022年珠海市斗门区政府工作报告", "斗门区", "珠海市"},
		{"镇海港区与保税物流中心联动更紧。镇海天使产业园开园。走进镇海。", "镇海区", "宁波市"},
		{"在济南市委领导下,市中区稳增长,市中区促改革。", "市中区", "济南市"},
		{"市中区稳增长,市中区促改革。", "市中区", ""},
		{"济阳正面临机遇。济阳区委表示,济阳将转型。", "济阳区", "济南市"},
		{"钢城即将进入高铁时代,钢城抢抓机遇,美丽钢城变为现实。", "钢城区", "济南市"},
		{"主城区、社区、园区和开发区加快建设,资源利用更好。", "", ""},
		{"济阳县人民政府报告,济阳县增长8%。", "济阳县", "济南市"},
		{"全区紧扣“制造强区、和美任泽”目标,经济平稳增长。", "任泽区", "邢台市"},
		{"全区紧扣“制造强区、和美济阳”“对标商河、看齐任泽”目标,经济平稳增长。", "", ""},
		{"现在,我代表上杭县人民政府报告工作。获评示范县、全国示范县,创建示范县,推荐示范县。", "上杭县", "龙岩市"},
		{"获评示范县、模范县。", "", ""},
		{"在市委和县委的领导下,市委和县委、市政府和县政府。", "", ""},
		{"马鞍山市和县的产业。和县,和县。", "和县", "马鞍山市"},
		{"新疆维吾尔自治区乌鲁木齐市天山区政府工作报告", "天山区", "乌鲁木齐市"},
		{"", "", ""},
	} {
		name, city, _ := district("", c.text, c.text)
		if name != c.name || city != c.city {
			t.Errorf("%q: %s %s, want %s %s", c.text, name, city, c.name, c.city)
		}
	}
}

// A place that the table does not hold is named by its title, if the text names
// it again.
func TestZone(t *testing.T) {
	for _, c := range []struct{ text, name, city string }{
		{"雄安新区建设提速\n2022年,雄安新区完成投资500亿元。", "雄安新区", ""},
		{"济南高新区交出成绩单\n2022年,济南高新区完成收入150亿元。", "济南高新区", "济南市"},
		{"云山区经济运行情况\n2023年,云山区地区生产总值412.5亿元。", "云山区", ""},
		{"云山区经济运行情况\n2023年,全区地区生产总值412.5亿元。", "", ""},
		{"西安高新区工作总结\n全区收入150亿元。", "西安高新区", "西安市"},
		{"武汉东湖新技术开发区工作报告\n全区收入150亿元。", "武汉东湖新技术开发区", "武汉市"},
		{"安徽省合肥市新站高新区工作总结\n全区收入150亿元。", "新站高新区", "合肥市"},
		{"广州市黄埔区 广州开发区工作报告\n全区收入150亿元。", "黄埔区", "广州市"},
		{"两江新区2021年工作报告\n全区收入150亿元。", "两江新区", ""},
		{"全市园区建设提速\n全市园区建设加快。", "", ""},
		{"经开区总结\n经开区引进项目100个。", "", ""},
		{"产业园区建设\n产业园区建设加快。", "", ""},
	} {
		title, text, _ := strings.Cut(c.text, "\n")
		if name, city, _ := district(title, text, c.text); name != c.name || city != c.city {
			t.Errorf("%q: %s %s, want %s %s", c.text, name, city, c.name, c.city)
		}
	}
}

// The title says whom the report is about, not the neighbour it mentions often.
func TestTitleOutweighsMentions(t *testing.T) {
	text := "天桥区工作报告\n与历下区合作,向历下区学习,和历下区共建。"
	if name, _, _ := district("天桥区工作报告", text, text); name != "天桥区" {
		t.Errorf("got %s", name)
	}
}

func TestEventAndCovers(t *testing.T) {
	published := time.Date(2020, 1, 3, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		text          string
		published     time.Time
		event, covers string
	}{
		{"政府工作报告\n——2022年12月21日在区人民代表大会第三次会议上\n一、2022年工作回顾", time.Time{}, "2022-12-21", "2022年"},
		{"政府工作报告\n（2023年1月10日）\n各位代表:", time.Time{}, "2023-01-10", ""},
		{"政府工作报告\n2023年1月10日,多云。\n各位代表:", time.Time{}, "", ""},
		{"9月3日,某区新闻发布会举行。", published, "2019-09-03", ""},
		{"9月3日,某区新闻发布会举行。", time.Time{}, "", ""},
		{"8月27日召开庆祝建党100周年新闻发布会。", time.Time{}, "2021-08-27", ""},
		{"8月27日,新路通车。随后召开发布会。", published, "", ""},
		{"2022年,全区交出成绩单:1-11月份,投资增长27.8%。", time.Time{}, "", "2022年1-11月"},
		{"前三季度,产值增长7.7%。", time.Date(2023, 10, 17, 0, 0, 0, 0, time.UTC), "", "2023年前三季度"},
		{"前三季度,产值增长7.7%。", time.Time{}, "", ""},
		{"回首2020年,攻坚提升。", time.Time{}, "", "2020年"},
	} {
		event := event(c.text, c.published)
		got := ""
		if !event.IsZero() {
			got = event.Format("2006-01-02")
		}
		told := event
		if told.IsZero() {
			told = c.published
		}
		if covers := covers(c.text, told); got != c.event || covers.Label != c.covers {
			t.Errorf("%q: event %q covers %q, want %q %q", c.text, got, covers.Label, c.event, c.covers)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("2020-05-14 来源:济阳区", "9月3日会议")
	f.Add("2023\n1/", "1-99月份前三季度年")
	f.Fuzz(func(t *testing.T, page, text string) {
		if h := Read(text, page); !h.Published.IsZero() && (h.Published.Year() < 1950 || h.Published.Year() > 2100) {
			t.Errorf("published %v", h.Published)
		}
	})
}

// A site shows a report as one page of a collection; its line is furniture, but
// names the report.
func TestCollected(t *testing.T) {
	for _, c := range []struct{ page, title, covers string }{
		{"2024年区政府工作报告-10篇(第13/21页)\n推进学校建设,新建学校8所。\n", "2024年区政府工作报告", "2023年"},
		{"某网.COM\n\n市2023年政府工作报告汇编(6篇)(第4/37页)\n狠抓招商引资。\n", "市2023年政府工作报告", "2022年"},
		{"2021年,在区委的坚强领导下,全区经济平稳增长。\n", "", "2021年"},
		{"学习报告心得3篇\n今年以来,全区抓项目。\n", "", ""},
	} {
		text := c.page[strings.LastIndex(strings.TrimSuffix(c.page, "\n"), "\n")+1:]
		h := Read(text, c.page)
		if h.Title != c.title || h.Covers.Label != c.covers {
			t.Errorf("%q: title %q covers %q, want %q and %q", c.page, h.Title, h.Covers.Label, c.title, c.covers)
		}
	}
}

// BenchmarkAtlas reads the table of divisions, as every start of the program
// does.
func BenchmarkAtlas(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		readAtlas(divisionsText)
	}
}
