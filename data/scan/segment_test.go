package scan

import (
	"slices"
	"strings"
	"testing"

	"qubi/data/lexicon"
	"qubi/model"
)

// A text without stops is cut after its clauses, loses nothing, and never in
// the middle of a character.
func TestEndlessSentences(t *testing.T) {
	for _, text := range []string{strings.Repeat("投资增长8.6%，", 3000), strings.Repeat("字", 9000)} {
		doc := paragraphsOf(text)
		var joined strings.Builder
		for _, s := range Read(doc).Sentences {
			part := text[s.Start:s.End]
			if len(part) > 2*longSentence+3 || strings.ToValidUTF8(part, "") != part {
				t.Errorf("%.12q…: a sentence of %d bytes", text, len(part))
			}
			if strings.Contains(text, "，") && !strings.HasSuffix(part, "，") {
				t.Errorf("%.12q…: cut inside a clause: …%q", text, part[len(part)-12:])
			}
			joined.WriteString(part)
		}
		if joined.String() != text {
			t.Errorf("%.12q…: the sentences together are not the text", text)
		}
	}
}

// The word at each place of a sentence is the longest that begins there and ends with the
// sentence at the latest, also where the room of another text's words is taken.
func TestWordsAreKnownByTheirPlace(t *testing.T) {
	long := "一、2021年工作回顾\n全区地区生产总值完成286.4亿元，重点项目建设提速。建成智能制造产业园A区\n\x80业"
	for _, text := range []string{long, "产业园区。" + long, "建成产业", long} {
		doc := paragraphsOf(text)
		read := Read(doc)
		want := make([]lexicon.Word, len(text))
		for _, s := range read.Sentences {
			for i := range text[s.Start:s.End] {
				want[s.Start+i] = lexicon.Match(text, s.Start+i, s.End)
			}
		}
		if !slices.Equal(read.Words, want) {
			t.Errorf("%q: %v, want %v", text, read.Words, want)
		}
		read.Forget()
	}
}

// paragraphsOf is a document of the lines of a text.
func paragraphsOf(text string) *model.Document {
	doc := &model.Document{Text: text}
	at := 0
	for line := range strings.Lines(text) {
		if trimmed := strings.TrimSpace(line); trimmed != "" {
			start := at + strings.Index(line, trimmed)
			doc.Paragraphs = append(doc.Paragraphs, model.Span{Start: start, End: start + len(trimmed)})
		}
		at += len(line)
	}
	return doc
}

// Bullets and labels are no part of a sentence, and parts of a line that they open
// are sentences of their own; a label that tells the time stays.
func TestBulletsPartItems(t *testing.T) {
	doc := paragraphsOf("● 【家底】全区面积300平方公里，辖乡镇9个\n■ 新建学校4所◆改造道路12条\n● 【下一步】建设产业园区三个，抓好重点项目")
	var got []string
	for _, s := range Read(doc).Sentences {
		if !s.Item {
			t.Errorf("%q is no item", doc.Text[s.Start:s.End])
		}
		got = append(got, doc.Text[s.Start:s.End])
	}
	want := []string{"全区面积300平方公里，辖乡镇9个", "新建学校4所", "改造道路12条", "【下一步】建设产业园区三个，抓好重点项目"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// The last head noun of a heading tells the time that its section looks to.
func TestHeadingsLookByTheirLastNoun(t *testing.T) {
	for heading, want := range map[string]Looks{
		"主要工作安排": Ahead, "二、全年目标完成情况": Back, "今年我们怎么干": Ahead, "去年干了什么": Back, "三、重点工作部署": Ahead,
		"（一）改革成效": Back, "工作总结和工作打算": Neither, "区委常委会召开": Neither,
	} {
		if got := LooksOf(heading); got != want {
			t.Errorf("%s looks %d, want %d", heading, got, want)
		}
	}
}

// Headings form a tree by their marks, and a silent one looks where its parent does.
func TestHeadingsFormATree(t *testing.T) {
	text := Read(paragraphsOf("一、上年工作回顾\n（一）产业发展\n1.工业\n增长8%。\n二、今年工作安排\n（一）产业发展\n增长9%。"))
	var got []Looks
	for _, s := range text.Sentences {
		if !s.Heading {
			got = append(got, text.Under(&s).Looks)
		}
	}
	if !slices.Equal(got, []Looks{Back, Ahead}) {
		t.Errorf("looks %v", got)
	}
}

// An address of the web is not parted at its marks.
func TestAddressesAreWhole(t *testing.T) {
	if n := len(Read(paragraphsOf("详见https://a.gov.cn/s?q=2&p=3!x。完。")).Sentences); n != 2 {
		t.Errorf("%d sentences", n)
	}
}

// A part that explains the report's words states nothing; what follows it does.
func TestExplanationsAreNotRead(t *testing.T) {
	const page = "二、2021年工作安排\n新建学校5所。\n名词解释\n1.规上企业\n指年主营业务收入2000万元以上的工业企业。\n附件\n新建公园3处。"
	var told []string
	doc := &model.Document{Text: page}
	for at := 0; at < len(page); {
		end := at + len(strings.Split(page[at:], "\n")[0])
		doc.Paragraphs = append(doc.Paragraphs, model.Span{Start: at, End: end})
		at = end + 1
	}
	read := Read(doc)
	for _, s := range read.Sentences {
		told = append(told, read.Of(s.Span))
	}
	if got, want := strings.Join(told, "|"), "二、2021年工作安排|新建学校5所。|附件|新建公园3处。"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
