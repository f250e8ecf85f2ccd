package clean

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// What stands in the page and what a reader wants of it.
func TestText(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"blanks", "　　走访137 位业主帮扶 652 家企业,1-11 月份增长 21.8%。 \r\n\r\n\n  第二段&nbsp;\n", "走访137位业主帮扶652家企业,1-11月份增长21.8%。\n第二段"},
		{"blanks within words", "综合 总体平稳。全年实现第二产 业增加值 213.4 亿 元，增长 5.8%；常住人 口 42.1 万人， 比上 年末下降 0.3%。", "综合 总体平稳。全年实现第二产业增加值213.4亿元，增长5.8%；常住人口42.1万人， 比上年末下降0.3%。"},
		{"blanks between names", "开工甲厂 乙厂 丙厂，总投资12亿元。", "开工甲厂 乙厂 丙厂，总投资12亿元。"},
		{"numbers set with blanks", "预算收入 5 0 . 3 亿元，增长 8 . 5 %，企业 1 2 0 家，第 1 2 3 号。", "预算收入50.3亿元，增长8.5 %，企业120家，第123号。"},
		{"a heading keeps its blank", "抓项目 促发展", "抓项目 促发展"},
		{"full-width digits stay", "增长８.６％,达２１个。", "增长８.６％,达２１个。"},
		{"head and tail", "标题在此\n点击数:697 更新时间:2020-09-04\n今年以来,全区上下抓项目,完成投资12亿元。\n责任编辑:某\n相关推荐\n某网站\n", "标题在此\n今年以来,全区上下抓项目,完成投资12亿元。"},
		{"stamps above a text that does not run", "标题在此\n" + strings.Repeat("2023-03-29\n", 300) + "新建学校\n", "标题在此\n新建学校"},
		{"a clock", "2023年03月29日 星期三\n标题在此", "标题在此"},
		{"a signature's date stays", "某区人民政府\n2025年3月26日", "某区人民政府\n2025年3月26日"},
		{"mark-up", "<p>增长&lt;5%，</p><b>达</b>21个。", "增长<5%，\n达21个。"},
		{"no mark-up", "a<b且c>d,R&D投入。", "a<b且c>d,R&D投入。"},
		{"marks without width", "投\u202e资\u2066增\u200b长\u009b8%\u200e。", "投资增长8%。"},
		{"a terminal's sequences", "投\x1b[31;1m资\x1b[0m12\x1b]0;标题\a亿\x1b]8;;x\x1b\\元\x1b。", "投资12亿元。"},
		{"a page's number in mid-sentence", "全区税收收入完成，预算收入达到\n\n— 7 —\n\n38亿元，增长6.1%。", "全区税收收入完成，预算收入达到38亿元，增长6.1%。"},
		{"a page's number behind a paragraph", "完成投资，增长3%。\n第 8 页 共 20 页\n二、安排", "完成投资，增长3%。\n二、安排"},
		{"marks of notes", "新开工项目60个¹，企业90③家，瞪羚企业④12家，面积20km²，产值80亿元[2]。", "新开工项目60个，企业90家，瞪羚企业12家，面积20km²，产值80亿元。"},
		{"entries numbered on lines of their own", "重点项目\n1\n甲水路改造\n总投资2亿元，已开工。\n2\n乙水中学\n主体已完工。\n3\n丙水厂\n已投用。", "重点项目\n1.甲水路改造\n总投资2亿元，已开工。\n2.乙水中学\n主体已完工。\n3.丙水厂\n已投用。"},
		{"entries of a file with CR LF", "重点项目\r\n1\r\n甲水路改造\r\n2\r\n乙水中学\r\n3\r\n丙水厂\r\n", "重点项目\n1.甲水路改造\n2.乙水中学\n3.丙水厂"},
		{"page numbers on lines of their own", "全区\n1\n投资增长，消费回升。\n2\n产业向好，外贸稳定。\n3\n民生改善，就业稳定。", "全区\n投资增长，消费回升。\n产业向好，外贸稳定。\n民生改善，就业稳定。"},
		{"what all numbers below share", "生产总值（预计数，下同）80亿元，同比（下同）增长5%，上下同心。", "生产总值（预计数）80亿元，同比增长5%，上下同心。"},
		{"stars before a unit", "新增就业4.53*万人，张*明等3人，展板3*5米。", "新增就业4.53万人，张*明等3人，展板3*5米。"},
		{"a page's number within a line", "对全区经 - 2 - 济的贡献率，气温 -2 - 3 度，分 A - 2 - B 区。", "对全区经济的贡献率，气温 -2 - 3度，分 A - 2 - B 区。"},
		{"marks of notes in every form", "企业90家❸，产值80亿元⑵，税收5亿元【3】，项目12个〔4〕，专利30件[注5]，人才6万人*。就业9千户[^7]，路网8公里<sup>2</sup>，面积3平方米㊂。建成“绿谷”［7］、“云城”²。", "企业90家，产值80亿元，税收5亿元，项目12个，专利30件，人才6万人。就业9千户，路网8公里，面积3平方米。建成“绿谷”、“云城”。"},
		{"numbers of documents stay", "按济政发〔2021〕5号文，【重点】加快建设。", "按济政发〔2021〕5号文，【重点】加快建设。"},
		{"round zeros", "二○二一年，二○○九年，二Ｏ二○年，一九四○年，○甲。", "二〇二一年，二〇〇九年，二〇二〇年，一九四〇年，○甲。"},
		{"numbers among letters set apart", "城 镇 居 民 人 均 可 支 配 收 入 元 68 902 4.7%\n甲 乙", "城镇居民人均可支配收入元68 902 4.7%\n甲 乙"},
		{"letters set apart", "二、全 区 固 定 资 产 投 资 完 成 6 7 . 5 亿 元 ， 增 长 8 % 。\n甲 乙", "二、全区固定资产投资完成67.5亿元，增长8%。\n甲 乙"},
		{"other codes of characters", "济南市里平区2020年。", "济南市里平区2020年。"},
		{"marks of items stay", "①加快建设；②推进改革[2021]。", "①加快建设；②推进改革[2021]。"},
		{"a file cut within a character", "新开工项目60个\uFFFD", "新开工项目60个"},
		{"questions stay", "怎么办?!好(吗)?? 真的?。是A(b)c。", "怎么办?!好(吗)?? 真的?。是A(b)c。"},
		{"readings of rare characters stay", "区委书记郅(zhì)颂说。", "区委书记郅(zhì)颂说。"},
	} {
		r := Text(c.page)
		if r.Text != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, r.Text, c.want)
		}
		if len(r.Repairs) > 0 {
			t.Errorf("%s: repaired %+v", c.name, r.Repairs)
		}
	}
}

// Lines broken at a fixed width are joined, paragraphs stay apart.
func TestUnwrap(t *testing.T) {
	paragraph := strings.Repeat("全区生产总值同比增长固定资产投资增长社会消费品零售总额", 6) + "。"
	var page strings.Builder
	for _, p := range []string{paragraph, "一、标题", paragraph} {
		for i, r := range []rune(p) {
			if i > 0 && i%38 == 0 {
				page.WriteByte('\n')
			}
			page.WriteRune(r)
		}
		page.WriteByte('\n')
	}
	if got, want := Text(page.String()).Text, paragraph+"\n一、标题\n"+paragraph; got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// Lines broken after so many characters are joined, however wide they are.
func TestUnwrapByCharacters(t *testing.T) {
	whole := "2022年，全区抓项目、稳增长，完成固定资产投资186.4亿元，增长9.6%，新开工亿元以上项目48个，竣工投产31个，新增规上企业27家，城镇新增就业12500人，居民人均可支配收入达到45218元。"
	var page strings.Builder
	for i, r := range []rune(whole) {
		if i > 0 && i%24 == 0 {
			page.WriteByte('\n')
		}
		page.WriteRune(r)
	}
	if got := Text("标题在此\n" + page.String()).Text; got != "标题在此\n"+whole {
		t.Errorf("got %q", got)
	}
}

// A long title above, and short last lines of paragraphs, hide no width.
func TestUnwrapBetweenBlankLines(t *testing.T) {
	title := strings.Repeat("全区抓项目稳增长", 10)
	whole := "2022年，全区抓项目、稳增长，完成固定资产投资186.4亿元，增长9.6%，新开工亿元以上项目48个，竣工投产31个，新增规上企业27家，城镇新增就业12500人，居民收入45218元。"
	page, want := title+"\n", title
	for range 4 {
		for i, r := range []rune(whole) {
			if i%34 == 0 {
				page += "\n"
			}
			page += string(r)
		}
		page, want = page+"\n", want+"\n"+whole
	}
	if got := Text(page).Text; got != want {
		t.Errorf("got %q", got)
	}
}

// mirrorPage is enough of a mirror for its habits to show.
const mirrorPage = "發(fā)展經(jīng)濟(jì),產(chǎn)業(yè)興區(qū)。\n"

func TestMirror(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{"國家創業(yè)(濟(jì)南)基地、社區(qū)(村)", "国家创业(济南)基地、社区(村)"},
		{"乘著東風,有著基礎,記錄著變化,著力建設,著名企業,成效顯著", "乘着东风,有着基础,记录着变化,着力建设,著名企业,成效显著"},
		{"乾務鎮與萬科·悦峯,崛起成峰", "乾务镇与万科·悦峯,崛起成峰"},
		{"百?gòu)?qiáng)區(qū)", "百强区"},
		{"會(huì )議,,開幕,。", "会议,开幕。"},
		{"??? 會議開幕。", "会议开幕。"},
		{"????會議開幕。", "会议开幕。"},
		{"投資環(huán)境,現(xi", "投资环境,现"},
	} {
		got := Text(mirrorPage + c.page).Text
		_, got, _ = strings.Cut(got, "\n")
		if got != c.want {
			t.Errorf("%q:\n got %q\nwant %q", c.page, got, c.want)
		}
	}
}

// A place that cannot be read is marked, never passed over in silence.
func TestWhatCannotBeReadIsMarked(t *testing.T) {
	r := Text(mirrorPage + "全市?zhuàng)龘龘龘齉。")
	for _, x := range r.Repairs {
		if !x.Proved && x.Line == 2 {
			return
		}
	}
	t.Errorf("text %q, repairs %+v: nothing marked", r.Text, r.Repairs)
}

// A digit that damage ate is not guessed: a box stands for it, marked. Only the
// century of a year is sure enough to be written.
func TestEatenDigits(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{"會議說,全市投資“增長”?!?2億元項目”開工。", "会议说,全市投资“增长”。“□2亿元项目”开工。"},
		{"(江蘇?。?2個項目開工建設。", "(江苏省)□2个项目开工建设。"},
		{"(江蘇?。?024年項目開工建設。", "(江苏省)2024年项目开工建设。"},
	} {
		r := Text(mirrorPage + c.page)
		_, got, _ := strings.Cut(r.Text, "\n")
		if got != c.want || len(r.Repairs) != 1 || r.Repairs[0].Proved {
			t.Errorf("got %q %+v, want %q", got, r.Repairs, c.want)
		}
	}
}

// Every repair stands where it says, with the line it came from.
func TestRepairsHaveTheirPlace(t *testing.T) {
	r := Text("發布日期:2021-01-11\n" + mirrorPage + "\n名列全國(guó)百?gòu)?qiáng)區(qū)之首。")
	if len(r.Repairs) != 1 {
		t.Fatalf("%d repairs", len(r.Repairs))
	}
	x := r.Repairs[0]
	if got := r.Text[x.Span.Start:x.Span.End]; !strings.HasPrefix(x.Repaired, got) || got == "" || x.Line != 4 || !x.Proved {
		t.Errorf("%+v stands at %q", x, got)
	}
}

func TestOffsetsLeadBack(t *testing.T) {
	page := "發布日期:2021-01-11\n" + mirrorPage + "簽約21個(gè)。\n"
	r := Text(page)
	at := strings.Index(r.Text, "21")
	if from := r.Offsets.Source(at); !strings.HasPrefix(page[from:], "21個") {
		t.Errorf("21 comes from %q", page[from:])
	}
	if back := r.Offsets.Derived(strings.Index(page, "21個")); back != at {
		t.Errorf("21 goes to %d, want %d", back, at)
	}
}

// Cleaning gives valid text, rising offsets in range, and changes nothing when
// it is done again.
func FuzzText(f *testing.F) {
	for _, seed := range []string{
		"", "  a 1 区\n\n", "<p>&nbsp;&amp;lt;b&gt;", mirrorPage + "?。ǘ┛傮w思路", mirrorPage + "百?gòu)?qiáng)",
		"| 索引号 | 1 |\n相关推荐\n", "？？？(((", "F9f\n区F9f\n区F9f\n区F9f\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, page string) {
		page = strings.ToValidUTF8(page, "?")
		r := Text(page)
		if !utf8.ValidString(r.Text) {
			t.Fatalf("invalid text %q", r.Text)
		}
		last := 0
		for i := range r.Text {
			from := r.Offsets.Source(i)
			if from < last || from > len(page) {
				t.Fatalf("offset %d comes from %d after %d of %d", i, from, last, len(page))
			}
			last = from
		}
		for _, x := range r.Repairs {
			if x.Span.Start > x.Span.End || x.Span.End > len(r.Text) {
				t.Fatalf("repair %+v outside %d bytes", x, len(r.Text))
			}
		}
		if again := Text(r.Text); len(r.Repairs) == 0 && again.Text != r.Text && len(again.Repairs) == 0 {
			t.Fatalf("cleaned twice:\n%q\n%q", r.Text, again.Text)
		}
	})
}

// A site that drops line ends runs headings and paragraphs into one; one that adds them
// breaks sentences.
func TestHeadingsRunIn(t *testing.T) {
	long := strings.Repeat("全区经济稳中向好,各项指标增长。", 16)
	for text, want := range map[string]string{
		"注:速度按可比价计算。 一、综 合 实力增强。" + long + " 二、农 业 农业稳定。":    "注:速度按可比价计算。\n一、综 合\n实力增强。" + long + "\n二、农 业\n农业稳定。",
		"报告如下: 一、2021年决算 (一)收支情况 1.全区收支情况 全区收入增长11%。" + long: "报告如下:\n一、2021年决算\n(一)收支情况\n1.全区收支情况\n全区收入增长11%。" + long,
		"要求:一、抓项目。" + long: "要求:一、抓项目。" + long,
		"标题\n五年来,全县生产总值由“十五”末的\n\n12.8亿元增加到19.2亿元。\n一、回顾\n增长。": "标题\n五年来,全县生产总值由“十五”末的12.8亿元增加到19.2亿元。\n一、回顾\n增长。",
		"标题\n五年来,我们做了以下工作,交出这样的\n1.投资增长。\n2.消费增长。\n增长。":        "标题\n五年来,我们做了以下工作,交出这样的\n1.投资增长。\n2.消费增长。\n增长。",
	} {
		if got := Text(text).Text; got != want {
			t.Errorf("%q is\n%q, want\n%q", text, got, want)
		}
	}
}
