package draw

import (
	"testing"

	"qubi/model"
)

// TestACorrectedNumberIsSeenToBe: a row that says what its sentence does not shows it,
// whatever else stands before the row; a star and a note show both.
func TestACorrectedNumberIsSeenToBe(t *testing.T) {
	for _, c := range []struct {
		st   State
		want string
	}{
		{State{}, "▸ "},
		{State{Check: model.Checked}, "▸✓"},
		{State{Check: model.Corrected}, "▸✎"},
		{State{Check: model.Corrected, Marked: true}, "✎★"},
		{State{Check: model.Corrected, Noted: true}, "✎¶"},
		{State{Check: model.Corrected, Noted: true, Marked: true}, "✎★"},
		{State{Check: model.Checked, Noted: true}, "▸¶"},
		{State{Noted: true, Marked: true}, "★¶"},
	} {
		l := &Look{Glyphs: GlyphSet(true), State: func(*model.Fact) State { return c.st }}
		if got := l.Gutter([]*model.Fact{{}}, true).String(); got != c.want {
			t.Errorf("%+v is shown as %q, want %q", c.st, got, c.want)
		}
	}
}
