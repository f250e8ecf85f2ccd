package cell

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in   string
		w    int
		want string // lines, joined by |
	}{
		{"", 10, ""},
		{"海珠区", 10, "海珠区"},
		{"第一段\n\n第二段", 10, "第一段||第二段"},
		{"工业增加值，同比增长", 10, "工业增加|值，同比增|长"},
		{"全年实现产值（以下简称产值）", 14, "全年实现产值|（以下简称产|值）"},
		{"增加值206.3亿元", 12, "增加值|206.3亿元"},
		{"增长速度8.6%", 10, "增长速度|8.6%"},
		{"固定资产1-11月", 12, "固定资产|1-11月"},
		{"投资额1—11月", 9, "投资额|1—11月"},
		{"建成面积12万平方米", 12, "建成面积|12万平方米"},
		{"增加了3.2个百分点", 14, "增加了|3.2个百分点"},
		{"下降幅度-3.5%", 12, "下降幅度|-3.5%"},
		{"新增300余家", 8, "新增|300余家"},
		{"推进“一带一路”建设", 8, "推进“一|带一路”|建设"},
		{"扎实推进“数字”经济", 10, "扎实推进|“数字”经济"},
		{"使用 artificial intelligence 技术", 14, "使用|artificial|intelligence|技术"},
		{"internationalization", 8, "internat|ionaliza|tion"},
		{"增长8.6%,下降3%", 9, "增长8.6%,|下降3%"},
		{"a b    c", 3, "a b|c"},
	} {
		if got := strings.Join(narrow.Wrap(c.in, c.w), "|"); got != c.want {
			t.Errorf("Wrap(%q, %d) = %s, want %s", c.in, c.w, got, c.want)
		}
	}
}

// A wide terminal breaks where its own widths say.
func TestWrapByTheMeasure(t *testing.T) {
	if got := strings.Join(wide.Wrap("“一带”一路", 8), "|"); got != "“一带”|一路" {
		t.Error(got)
	}
}

func TestWrapLineKeepsRoles(t *testing.T) {
	lines := narrow.WrapLine(Line{{"全年产值", 0}, {"206.3亿元", 3}, {"。", 0}}, 12)
	if len(lines) != 2 || lines[1][0].Role != 3 || lines[1][0].Text != "206.3亿元" {
		t.Errorf("got %v", lines)
	}
}

// checkWrap checks what must hold of every wrapped text: nothing is lost, lines
// come in order, none is too wide; and, where the text gives a line that much
// room, no line starts or ends as none may.
func checkWrap(t *testing.T, m Measure, s string, w int) {
	t.Helper()
	at := 0
	for i, r := range m.WrapSpans(s, w) {
		if r.Start < at || r.End < r.Start || strings.Trim(s[at:r.Start], " \n") != "" {
			t.Fatalf("%q in %d cells: line %d is %v, after byte %d", s, w, i, r, at)
		}
		at = r.End
		line := s[r.Start:r.End]
		if m.Width(line) > w && utf8.RuneCountInString(line) > 1 && !strings.ContainsFunc(line, unicode.IsMark) {
			t.Fatalf("%q in %d cells: %q is too wide", s, w, line)
		}
		if !utf8.ValidString(line) && utf8.ValidString(s) {
			t.Fatalf("%q: a character was parted: %q", s, line)
		}
	}
	if strings.Trim(s[at:], " \n") != "" {
		t.Fatalf("%q in %d cells: %q is lost", s, w, s[at:])
	}
}

func TestWrapLosesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 3000 {
		checkWrap(t, measures[r.IntN(3)], random(r, r.IntN(60)), 1+r.IntN(30))
	}
}

// In sentences as reports have them, no line starts or ends wrongly and no
// number is parted from its unit, at any width worth reading.
func TestWrapOfSentences(t *testing.T) {
	const text = "1-11月，全区规模以上工业增加值206.3亿元，同比增长8.6%，高于全市3.2个百分点；推进“一带一路”建设（以下简称“行动”），" +
		"新增《办法》12项。新增企业1200家、面积达1.2万平方米!完成投资1,234.5亿元;其中:民间投资增长-3.5%。"
	numbers := []string{"1-11月", "206.3亿元", "8.6%", "3.2个百分点", "12项", "1200家", "1.2万平方米", "1,234.5亿元", "-3.5%"}
	for _, m := range measures {
		for w := 16; w <= 80; w++ {
			checkWrap(t, m, text, w)
			lines := m.Wrap(text, w)
			for i, line := range lines {
				first, _ := utf8.DecodeRuneInString(line)
				last, _ := utf8.DecodeLastRuneInString(line)
				if strings.ContainsRune("，。、；：！？）》”’」』】%,;:)!?", first) || strings.ContainsRune("（《“‘「『【", last) {
					t.Errorf("%d cells: line %d is %q", w, i, line)
				}
			}
			joined := strings.Join(lines, "\n")
			for _, number := range numbers {
				if !strings.Contains(joined, number) {
					t.Errorf("%d cells: %s is parted:\n%s", w, number, joined)
				}
			}
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("增加值206.3亿元，同比“增长”8.6%。", 9, false)
	f.Add("a\u0301 b\n\n  c\xff", 1, true)
	f.Fuzz(func(t *testing.T, s string, w int, isWide bool) {
		m := Measure{}
		if isWide {
			m = wide
		}
		checkWrap(t, m, Clean(s), min(max(w, 1), 200))
	})
}

func BenchmarkWrap(b *testing.B) {
	s := strings.Repeat("规模以上工业增加值206.3亿元，同比增长8.6%，推进“一带一路”建设。", 20)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		narrow.WrapSpans(s, 60)
	}
}
