package timeline

import "testing"

// Where one word begins as another does, the longer is tried first.
func TestSpansTakeTheLongerWord(t *testing.T) {
	for _, parts := range spans() {
		for i, a := range parts {
			if a.From < 1 || a.To > 12 || a.From > a.To {
				t.Errorf("%s is of the months %d to %d", a.Label, a.From, a.To)
			}
			for _, b := range parts[:i] {
				if len(a.Label) > len(b.Label) && a.Label[:len(b.Label)] == b.Label {
					t.Errorf("%s hides %s", b.Label, a.Label)
				}
			}
		}
	}
}
