package extract

import "testing"

// A line of a table that lacks a field is told at the start, not met by a reader.
func TestTablesAreWhole(t *testing.T) {
	for name, read := range map[string]func(){
		"a pair without parts":   func() { readPairs("城乡\n") },
		"a span without its end": func() { readSpans("上半年\t1\n") },
		"a month in words":       func() { readSpans("上半年\t一\t六\n") },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s was taken", name)
				}
			}()
			read()
		}()
	}
	if p := readPairs("# 注\n城乡\t城镇 农村\n"); len(p) != 1 || p[0].word != "城乡" || len(p[0].parts) != 2 {
		t.Errorf("read %v", p)
	}
}

// Where one word begins as another does, the longer is tried first.
func TestSpansTakeTheLongerWord(t *testing.T) {
	for i, a := range spans {
		if a.from < 1 || a.to > 12 || a.from > a.to {
			t.Errorf("%s is of the months %d to %d", a.word, a.from, a.to)
		}
		for _, b := range spans[:i] {
			if len(a.word) > len(b.word) && a.word[:len(b.word)] == b.word {
				t.Errorf("%s hides %s", b.word, a.word)
			}
		}
	}
}
