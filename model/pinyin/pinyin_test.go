package pinyin

import (
	"reflect"
	"testing"
	"unicode"
)

func TestIs(t *testing.T) {
	for _, c := range []struct {
		r     rune
		toned string
		want  bool
	}{
		{'發', "fā", true}, {'长', "zhǎng", true}, {'長', "cháng", true},
		{'發', "fa", false}, {'發', "", false}, {'社', "村", false},
		{'a', "a", false}, {'\uFFFD', "fā", false}, {-1, "fā", false},
		{'綠', "lǜ", true}, {'區', "qū", true}, {'區', "ōu", true},
	} {
		if got := Is(c.r, c.toned); got != c.want {
			t.Errorf("Is(%q, %q) = %v", c.r, c.toned, got)
		}
	}
}

func TestOf(t *testing.T) {
	for _, c := range []struct {
		r    rune
		want []string
	}{
		{'济', []string{"ji"}},
		{'产', []string{"chan"}},
		{'绿', []string{"lv", "lu"}},
		{'1', nil}, {'，', nil}, {unicode.MaxRune, nil},
	} {
		if got := Of(c.r); !reflect.DeepEqual(got, c.want) {
			t.Errorf("Of(%q) = %q, want %q", c.r, got, c.want)
		}
	}
	if got := Of('长'); got[0] != "zhang" && got[0] != "chang" || len(got) < 2 {
		t.Errorf("Of(长) = %q, want both chang and zhang", got)
	}
}

// Whoever types pinyin types a to z: no reading may hold anything else.
func TestOfIsTypable(t *testing.T) {
	for r := rune(0); r < 0xA000; r++ {
		for _, s := range Of(r) {
			for _, b := range s {
				if b < 'a' || b > 'z' {
					t.Errorf("Of(%q) holds %q", r, s)
				}
			}
			if s == "" {
				t.Errorf("Of(%q) holds an empty reading", r)
			}
		}
		for _, toned := range Toned(r) {
			if !Is(r, toned) {
				t.Errorf("Toned(%q) holds %q, but Is denies it", r, toned)
			}
		}
	}
}

func BenchmarkIs(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Is('長', "zhǎng")
	}
}

func BenchmarkOf(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Of('長')
	}
}

// Reading says of every character what Is does.
func TestReading(t *testing.T) {
	for _, toned := range []string{"zhǎng", "qū", "a", "n", "ān", "ế", "lǜ", "", "x"} {
		is := Reading(toned)
		for r := rune(first - 2); r <= last+2; r++ {
			if is(r) != Is(r, toned) {
				t.Fatalf("%c %q: %v", r, toned, is(r))
			}
		}
	}
}

// Of lists the readings of a character as All gives them.
func Of(r rune) []string { return toneless(nil, line(r), Plain) }
