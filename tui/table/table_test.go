package table

import (
	"math/rand/v2"
	"testing"

	"qubi/tui/cell"
)

// TestShareFits: shared columns never take more than the width, whatever they
// want, and rows laid out by them are exactly as wide as they say.
func TestShareFits(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	m := cell.Measure{Ambiguous: 1}
	for range 5000 {
		columns := make([]Column, 1+rng.IntN(6))
		for i := range columns {
			columns[i] = Column{Min: rng.IntN(8), Want: rng.IntN(30), Grow: i == 0, Drop: rng.IntN(3)}
		}
		width := rng.IntN(100)
		s := Share(columns, width, 1)
		total, shown := 0, 0
		cells := make([]cell.Line, len(columns))
		for i, w := range s.Widths {
			if w < 0 {
				t.Fatalf("%+v in %d: width %d", columns, width, w)
			}
			cells[i] = cell.Plain("固定资产投资206.3亿元"[:3*rng.IntN(7)])
			if w > 0 {
				total += w
				shown++
			}
		}
		total += max(0, shown-1)
		if total > width {
			t.Fatalf("%+v take %d of %d cells: %v", columns, total, width, s.Widths)
		}
		if got := m.WidthLine(s.Row(m, cells)); got != total {
			t.Fatalf("a row takes %d cells, its columns %d", got, total)
		}
	}
}

// TestShareGivesUpInOrder: what may be dropped goes in its order, before the
// growing column shrinks below what it should have.
func TestShareGivesUpInOrder(t *testing.T) {
	columns := []Column{{Min: 4, Good: 10, Want: 20, Grow: true}, {Want: 8}, {Want: 6, Drop: 2}, {Want: 9, Drop: 1}}
	for _, test := range []struct{ width, first, second, third, fourth int }{
		{60, 34, 8, 6, 9}, // all, and the rest to the growing one
		{46, 20, 8, 6, 9},
		{36, 10, 8, 6, 9},
		{35, 19, 8, 6, 0},
		{26, 10, 8, 6, 0},
		{25, 16, 8, 0, 0},
		{13, 4, 8, 0, 0},
	} {
		s := Share(columns, test.width, 1)
		got := [4]int(s.Widths)
		if want := [4]int{test.first, test.second, test.third, test.fourth}; got != want {
			t.Errorf("in %d cells: %v, not %v", test.width, got, want)
		}
	}
}

// TestRightAlignsNumbers: digits end in the same column.
func TestRightAlignsNumbers(t *testing.T) {
	m := cell.Measure{Ambiguous: 1}
	for _, number := range []string{"1", "206.3", "1023.6"} {
		if got := Right(m, cell.Plain(number), 8).String(); len(got) != 8 || got[8-len(number):] != number {
			t.Errorf("%q became %q", number, got)
		}
	}
}

// TestScrollKeepsTheCursorInSight for every list, height and step.
func TestScrollKeepsTheCursorInSight(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	var s Scroll
	for range 20000 {
		n, height := rng.IntN(50), 1+rng.IntN(20)
		s.Cursor += rng.IntN(41) - 20
		s.Keep(n, height, 1)
		if s.Cursor < 0 || n > 0 && s.Cursor >= n || s.Top < 0 || s.Top > max(0, n-height) ||
			n > 0 && (s.Cursor < s.Top || s.Cursor >= s.Top+height) {
			t.Fatalf("%d rows in %d: %+v", n, height, s)
		}
	}
}

// TestLongTextRunsOn: a growing column's text takes the empty cells beside it,
// and the blanks before a number, and stops at what holds something.
func TestLongTextRunsOn(t *testing.T) {
	m := cell.Measure{Ambiguous: 1}
	s := Share([]Column{{Min: 6, Want: 30, Grow: true}, {Want: 8}, {Want: 4}}, 26, 1)
	name := cell.Plain("国家科技领军人才基地")
	for _, test := range []struct{ second, third, want string }{
		{"", "", "国家科技领军人才基地      "},
		{"", "○", "国家科技领军人才基地  ○   "},
		{"8亿", "○", "国家科技领军人才… 8亿 ○   "},
	} {
		second := Right(m, cell.Plain(test.second), min(8, 8*len(test.second)))
		if got := s.Row(m, []cell.Line{name, second, cell.Plain(test.third)}).String(); got != test.want {
			t.Errorf("beside %q and %q: %q, want %q", test.second, test.third, got, test.want)
		}
	}
}
