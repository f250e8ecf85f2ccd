package table

// Scroll is a place in a list or table: row and column under the cursor and
// the first row in sight. It is plain data, so that a view's place can be
// copied and put back.
type Scroll struct{ Cursor, Top, Column int }

// Motion is a movement of a cursor in a list or table.
type Motion int

// The motions.
const (
	Up Motion = iota
	Down
	PageUp
	PageDown
	HalfUp
	HalfDown
	First
	Last
	Leftward
	Rightward
	PrevGroup
	NextGroup
	PrevSection
	NextSection
)

// Step is how far a motion goes in a list of n rows of which height are seen;
// zero for motions that are not vertical steps.
func (m Motion) Step(n, height int) int {
	switch m {
	case Up:
		return -1
	case Down:
		return 1
	case PageUp:
		return -max(1, height-1)
	case PageDown:
		return max(1, height-1)
	case HalfUp:
		return -max(1, height/2)
	case HalfDown:
		return max(1, height/2)
	case First:
		return -n
	case Last:
		return n
	}
	return 0
}

// Wheel moves the n rows, of which height are seen, under the cursor, which goes
// along only where it would leave the sight.
func (s *Scroll) Wheel(rows, n, height int) {
	s.Top = max(0, min(s.Top+rows, n-height))
	s.Cursor = max(s.Top, min(s.Cursor, s.Top+height-1))
}

// Settle puts the cursor on a row on which it may rest, not on a heading: the next
// in a direction, else the next the other way. Above the first of them the headings
// before it are in sight.
func (s *Scroll) Settle(n, dir int, rests func(i int) bool) {
	step := 1
	if dir < 0 {
		step = -1
	}
	for range 2 {
		for i := s.Cursor; i >= 0 && i < n; i += step {
			if rests(i) {
				if s.Cursor = i; !anyOf(0, i, rests) {
					s.Top = 0
				}
				return
			}
		}
		step = -step
	}
}

// Heading is the next heading in a direction, back that of the cursor's own rows
// first; outside of the n rows where there is none.
func (s *Scroll) Heading(n, dir int, heads, rests func(i int) bool) int {
	i := s.Cursor + dir
	for i >= 0 && i < n && !(heads(i) && (dir > 0 || anyOf(i, s.Cursor, rests))) {
		i += dir
	}
	return i
}

// anyOf reports whether something is so of a row.
func anyOf(from, to int, is func(i int) bool) bool {
	for from < to && !is(from) {
		from++
	}
	return from < to
}

// Keep moves cursor and top the least way so that the cursor lies within the
// n rows and in sight, with margin rows around it where there is room.
func (s *Scroll) Keep(n, height, margin int) {
	s.Cursor = max(0, min(s.Cursor, n-1))
	margin = max(0, min(margin, (height-1)/2))
	s.Top = min(s.Top, s.Cursor-margin)
	s.Top = max(s.Top, s.Cursor-height+1+margin)
	s.Top = max(0, min(s.Top, n-height))
}
