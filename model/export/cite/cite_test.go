package cite_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"qubi/model"
	"qubi/model/export/cite"
)

func report(title, source, author, date string) *model.Report {
	r := &model.Report{Document: &model.Document{File: "a_b.txt", Head: model.Head{District: "济阳区", City: "济南市", Title: title, Source: source, Author: author}}}
	if date != "" {
		r.Head.Published, _ = time.Parse(time.DateOnly, date)
	}
	return r
}

func TestStyles(t *testing.T) {
	for _, w := range []struct {
		r       *model.Report
		gb, apa string
	}{
		{report("品质市中 奋楫扬帆逐浪高", "济南日报", "", "2021-01-11"),
			"品质市中 奋楫扬帆逐浪高[N]. 济南日报, 2021-01-11.",
			"品质市中 奋楫扬帆逐浪高. (2021, January 11). 济南日报."},
		{report("新突破", "济南市济阳区政府", "济阳区信息新闻中心", "2020-05-14"),
			"济阳区信息新闻中心. 新突破[EB/OL]. 济南市济阳区政府, 2020(2020-05-14).",
			"济阳区信息新闻中心. (2020, May 14). 新突破. 济南市济阳区政府."},
		{report("新突破", "济阳区政府", "", ""), "济阳区政府. 新突破[EB/OL]. [日期不详].", "济阳区政府. (n.d.). 新突破."},
		{report("政府工作报告", "", "甲、乙、丙、丁", "2022-02-01"), "甲, 乙, 丙, 等. 政府工作报告[R]. 2022-02-01.", "甲, 乙, 丙, 丁. (2022, February 1). 政府工作报告."},
		{report("济阳区“十四五”规划", "济阳区人民政府", "", "2021-05-01"), "济阳区人民政府. 济阳区“十四五”规划[Z]. 2021-05-01.", "济阳区人民政府. (2021, May 1). 济阳区“十四五”规划."},
		{report("", "", "", ""), "a_b.txt[EB/OL]. [日期不详].", "a_b.txt. (n.d.)."},
		{report("题", "某市晚报", "张三 李四", "2020-01-02"), "张三, 李四. 题[N]. 某市晚报, 2020-01-02.", "张三, 李四. (2020, January 2). 题. 某市晚报."},
	} {
		s := cite.Of(w.r)
		if got := s.Text(cite.GB7714); got != w.gb {
			t.Errorf("GB/T 7714: %s\nwant %s", got, w.gb)
		}
		if got := s.Text(cite.APA); got != w.apa {
			t.Errorf("APA: %s\nwant %s", got, w.apa)
		}
	}
}

func TestBibTeXAndCSL(t *testing.T) {
	s := cite.Of(report("100% {新} & 突破_#$", "济南日报", "张三、李四", "2020-05-04"))
	want := `@article{jiyangqu20200504,
  author = {{张三} and {李四}},
  title = {100\% \{新\} \& 突破\_\#\$},
  journal = {济南日报},
  year = {2020},
  month = may,
  day = {4},
  date = {2020-05-04},
  langid = {chinese},
  note = {a\_b.txt}
}`
	if got := s.Text(cite.BibTeX); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	want = `{"id":"jiyangqu20200504","type":"article-newspaper","title":"100% {新} & 突破_#$","author":[{"literal":"张三"},{"literal":"李四"}],"container-title":"济南日报","issued":{"date-parts":[[2020,5,4]]},"language":"zh-CN","note":"a_b.txt"}`
	if got := s.Text(cite.CSLJSON); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// Keys are letters, digits and dashes, and each is one source's.
func TestKeys(t *testing.T) {
	nameless := report("", "", "", "")
	nameless.Head.District, nameless.Head.City, nameless.File = "", "", "——.txt"
	all := cite.All([]*model.Report{report("甲", "", "", "2020-05-14"), report("乙", "", "", "2020-05-14"), nameless, nameless})
	for i, want := range []string{"jiyangqu20200514", "jiyangqu20200514-2", "report", "report-2"} {
		if all[i].Key != want {
			t.Errorf("key %q, want %q", all[i].Key, want)
		}
	}
}

func TestQuote(t *testing.T) {
	s := cite.Of(report("题", "济南日报", "", "2020-05-14"))
	for style, want := range map[cite.Style]string{
		cite.GB7714: "增长8%。（题[N]. 济南日报, 2020-05-14）",
		cite.APA:    "增长8%。 (题. (2020, May 14). 济南日报)",
		cite.BibTeX: "增长8%。 \\cite{jiyangqu20200514}\n\n" + s.Text(cite.BibTeX) + "\n",
	} {
		if got := s.Quote(" 增长8%。", style); got != want {
			t.Errorf("%s: %q, want %q", style, got, want)
		}
	}
}

func FuzzStyles(f *testing.F) {
	f.Add("题", "日报", "张三 李四")
	f.Add("}\n@misc{x,", "a\\b", "、、,")
	f.Fuzz(func(t *testing.T, title, source, author string) {
		s := cite.Of(report(title, source, author, "2020-05-14"))
		for _, style := range []cite.Style{cite.GB7714, cite.APA} {
			if text := s.Text(style); text == "" || strings.ContainsAny(text, "\n\r\x1b") {
				t.Errorf("%s: %q", style, text)
			}
		}
		var item map[string]any
		if err := json.Unmarshal([]byte(s.Text(cite.CSLJSON)), &item); err != nil {
			t.Error(err)
		}
		depth := 0
		entry := s.Text(cite.BibTeX)
		for i := 0; i < len(entry); i++ {
			switch entry[i] {
			case '\\':
				i++
			case '{':
				depth++
			case '}':
				depth--
			}
			if depth < 0 || depth == 0 && i > 20 && i != len(entry)-1 {
				t.Fatalf("the entry ends early: %s", entry)
			}
		}
		if depth != 0 {
			t.Errorf("braces do not match: %s", entry)
		}
	})
}
