package cell

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"unicode"

	"github.com/mattn/go-runewidth"
	"github.com/rivo/uniseg"
	"golang.org/x/text/width"
)

var narrow, wide = Measure{Ambiguous: 1}, Measure{Ambiguous: 2}

// measured are characters as terminals were seen to draw them: their cells
// where ambiguous characters are narrow, and where they are wide.
var measured = []struct {
	text         string
	narrow, wide int
}{
	{"“", 1, 2}, {"”", 1, 2}, {"‘", 1, 2}, {"’", 1, 2}, {"—", 1, 2}, {"…", 1, 2}, {"·", 1, 2},
	{"×", 1, 2}, {"±", 1, 2}, {"℃", 1, 2}, {"①", 1, 2}, {"②", 1, 2}, {"Ⅰ", 1, 2}, {"α", 1, 2},
	{"→", 1, 2}, {"↑", 1, 2}, {"↓", 1, 2}, {"★", 1, 2}, {"●", 1, 2}, {"■", 1, 2}, {"□", 1, 2},
	{"▲", 1, 2}, {"△", 1, 2}, {"‰", 1, 2}, {"§", 1, 2}, {"№", 1, 2}, {"°", 1, 2}, {"≥", 1, 2},
	{"│", 1, 2}, {"─", 1, 2}, {"┌", 1, 2}, {"█", 1, 2}, {"▶", 1, 2}, {"é", 1, 2}, {"ü", 1, 2},
	{"ā", 1, 2}, {"ǎ", 1, 2}, {"\ufffd", 1, 2}, {"\ue000", 1, 2},
	{"░", 1, 1}, {"✓", 1, 1}, {"»", 1, 1}, {"⋯", 1, 1}, {"A", 1, 1}, {"~", 1, 1}, {"ｶ", 1, 1}, {"ﾞ", 1, 1},
	{"〇", 2, 2}, {"㎡", 2, 2}, {"㈠", 2, 2}, {"龦", 2, 2}, {"\u3000", 2, 2}, {"，", 2, 2}, {"％", 2, 2},
	{"中", 2, 2}, {"𠮷", 2, 2}, {"㊗", 2, 2}, {"🇨🇳", 2, 2},
	{"👨\u200d👩\u200d👧", 6, 6}, {"❤\ufe0f", 1, 1}, {"e\u0301", 1, 1}, {"\u200b", 0, 0},
}

func TestWidthsAsMeasured(t *testing.T) {
	for _, c := range measured {
		if n, w := narrow.Width(c.text), wide.Width(c.text); n != c.narrow || w != c.wide {
			t.Errorf("%q is %d and %d cells wide, want %d and %d", c.text, n, w, c.narrow, c.wide)
		}
	}
	if (Measure{}).Width("“") != 1 {
		t.Error("the zero measure is not narrow")
	}
}

// Neither the locale nor the environment changes a width. go-runewidth reads
// them at start-up, hence the second process.
func TestWidthsIgnoreTheEnvironment(t *testing.T) {
	for _, env := range []string{"LC_ALL=C.UTF-8", "LC_ALL=zh_CN.UTF-8", "RUNEWIDTH_EASTASIAN=1"} {
		cmd := exec.Command(os.Args[0], "-test.run=^(TestWidthsAsMeasured|TestWidthsAsUnicodeHasThem)$")
		cmd.Env = append(os.Environ(), env)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %s", env, out)
		}
	}
}

// Wide, narrow and ambiguous are as another library has them.
func TestWidthsAsUnicodeHasThem(t *testing.T) {
	for r := rune(0x20); r < 0x10000; r++ {
		if !unicode.IsGraphic(r) || unicode.Is(unicode.M, r) || narrow.Rune(r) == 0 || newer(r) {
			continue
		}
		n, w := 1, 1
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n, w = 2, 2
		case width.EastAsianAmbiguous:
			w = 2
		}
		if narrow.Rune(r) != n || wide.Rune(r) != w {
			t.Errorf("%U %c is %d and %d cells, want %d and %d", r, r, narrow.Rune(r), wide.Rune(r), n, w)
		}
	}
}

// What Rune knows by itself is what go-runewidth says.
func TestShortCutsChangeNoWidth(t *testing.T) {
	for r := rune(0); r < 0x30000; r++ {
		for _, m := range []Measure{{}, narrow, wide} {
			if r != 0x7f && m.Rune(r) != m.slowRune(r) {
				t.Fatalf("%U is %d cells, want %d", r, m.Rune(r), m.slowRune(r))
			}
		}
	}
}

// newer reports whether Unicode changed its mind about the rune's width between
// the versions of the two libraries.
func newer(r rune) bool {
	return r >= 0x2630 && r <= 0x2637 || r >= 0x268a && r <= 0x268f || r >= 0x4dc0 && r <= 0x4dff
}

func TestCertainNeverDependsOnTheMeasure(t *testing.T) {
	for r := rune(0); r < 0x20000; r++ {
		if Certain(r) && unicode.IsGraphic(r) && narrow.Rune(r) != wide.Rune(r) {
			t.Errorf("%U is certain, but %d or %d cells wide", r, narrow.Rune(r), wide.Rune(r))
		}
	}
}

func TestAdopt(t *testing.T) {
	t.Cleanup(func() { Adopt(narrow) })
	for _, m := range []Measure{wide, narrow} {
		Adopt(m)
		if got := runewidth.StringWidth("“·”"); got != m.Width("“·”") {
			t.Errorf("go-runewidth has %d cells, want %d", got, m.Width("“·”"))
		}
		if got := uniseg.StringWidth("“·”"); got != m.Width("“·”") {
			t.Errorf("uniseg has %d cells, want %d", got, m.Width("“·”"))
		}
	}
}

// letters are what random text is made of: wide, narrow, ambiguous, combining.
var letters = []rune("海珠区工业产值“”‘’—…·①×±，。；：（）《》、0123456789.%- abcXYZ\u0301！？亿元年月é│")

// random is text of n letters.
func random(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteRune(letters[r.IntN(len(letters))])
	}
	return b.String()
}

// measures are all that a terminal may have.
var measures = []Measure{{}, {Ambiguous: 2}, {Ambiguous: 1, ASCII: true}}

func TestTruncatedTextsFit(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		s, w, m := random(r, r.IntN(30)), r.IntN(40), measures[r.IntN(3)]
		got := m.Truncate(s, w)
		if m.Width(got) > w || m.Width(s) <= w && got != s {
			t.Fatalf("Truncate(%q, %d) = %q, %d cells", s, w, got, m.Width(got))
		}
		if line := m.TruncateLine(Line{{s, 1}, {s, 2}}, w).String(); line != m.Truncate(s+s, w) {
			t.Fatalf("TruncateLine(%q twice, %d) = %q", s, w, line)
		}
	}
}

func TestTruncateMarksWhatIsLeftOut(t *testing.T) {
	for _, c := range []struct {
		m    Measure
		in   string
		w    int
		want string
	}{
		{narrow, "工业增加值", 10, "工业增加值"},
		{narrow, "工业增加值", 9, "工业增加…"},
		{narrow, "工业增加值", 8, "工业增…"},
		{narrow, "206.3亿元", 4, "206…"},
		{narrow, "区", 1, "…"},
		{narrow, "区", 0, ""},
		{narrow, "区", -3, ""},
		{wide, "工业增加值", 9, "工业增.."},
		{wide, "工业", 1, "~"},
		{Measure{1, true}, "工业增加值", 9, "工业增.."},
		{narrow, "e\u0301e\u0301e\u0301", 2, "e\u0301…"},
	} {
		if got := c.m.Truncate(c.in, c.w); got != c.want {
			t.Errorf("Truncate(%q, %d) = %q, want %q", c.in, c.w, got, c.want)
		}
	}
}

// The mark of an omission never takes more than the cells that are left for it.
func TestOmissionsFit(t *testing.T) {
	for _, m := range measures {
		for w := range 5 {
			if mark := m.ellipsis(w); m.Width(mark) > min(w, 2) {
				t.Errorf("%v: %q in %d cells", m, mark, w)
			}
		}
	}
}

func TestSlice(t *testing.T) {
	line := Line{{"海珠", 1}, {"区206", 2}, {"亿", 3}}
	got := line.Slice(len("海"), len("海珠区2"))
	if want := (Line{{"珠", 1}, {"区2", 2}}); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func BenchmarkWidth(b *testing.B) {
	s := strings.Repeat("规模以上工业增加值206.3亿元，“四上”", 4)
	for b.Loop() {
		narrow.Width(s)
	}
}
