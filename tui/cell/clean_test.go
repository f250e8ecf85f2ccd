package cell

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"clean text", "海珠区206.3亿元 “四上”", "海珠区206.3亿元 “四上”"},
		{"an escape sequence", "红\x1b[31m色", "红?[31m色"},
		{"C1", "a\u009b31mb", "a?31mb"},
		{"bells", "\a\b\x00\x7f", "????"},
		{"bidi controls", "a\u202eb\u2066c\u200f", "abc"},
		{"zero width", "广\u200b州\ufeff\u2060市\u00ad", "广州市"},
		{"joiners", "👨\u200d👩❤\ufe0f", "👨👩❤"},
		{"unassigned", "a\u0378\U0003fffe", "a??"},
		{"not UTF-8", "a\xff\xe5\xb9b", "a???b"},
		{"a replacement character", "a\ufffdb", "a\ufffdb"},
		{"line ends", "a\r\nb\rc\u2028d\u0085e\nf", "a\nb\nc\nd\ne\nf"},
		{"tabs", "区\ta\tbcd\te\n\tf", "区  a   bcd e\n    f"},
		{"accents", "e\u0301ā", "éā"},
		{"fillers", "a\u3164\u115fb", "ab"},
		{"tags", "a\U000e0041b", "ab"},
		{"private use", "a\ue000", "a\ue000"},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("%s: Clean(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add("a\x1b[2Jb\u202e\t\r\n\xff")
	f.Add("e\u0301\u0301\u3164")
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		if !utf8.ValidString(got) {
			t.Errorf("%q is not UTF-8", got)
		}
		for _, r := range got {
			if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) {
				t.Errorf("%q still has %U", got, r)
			}
		}
		if again := Clean(got); again != got {
			t.Errorf("cleaned twice %q is %q", got, again)
		}
	})
}

func TestCleanTextIsNotCopied(t *testing.T) {
	s := strings.Repeat("规模以上工业增加值206.3亿元，“四上”—…", 50)
	if n := testing.AllocsPerRun(10, func() { Clean(s) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// What cleaning passes over unasked is what it would leave as it is.
func TestCleanPassesOverCleanRunes(t *testing.T) {
	for r := rune(0); r <= 0x10ffff; r++ {
		if s := string(r); cleanPrefix(s) == len(s) && r != '\n' && r != utf8.RuneError && (!shown(r) || dropped(r)) {
			t.Errorf("%U is passed over", r)
		}
	}
}
