package timeline

import "testing"

// Where one word begins as another does, the longer is tried first.
func TestSpansTakeTheLongerWord(t *testing.T) {
	for i, a := range spans() {
		if a.from < 1 || a.to > 12 || a.from > a.to {
			t.Errorf("%s is of the months %d to %d", a.word, a.from, a.to)
		}
		for _, b := range spans()[:i] {
			if len(a.word) > len(b.word) && a.word[:len(b.word)] == b.word {
				t.Errorf("%s hides %s", b.word, a.word)
			}
		}
	}
}
