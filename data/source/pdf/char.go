package pdf

import (
	"math"
	"slices"
	"unicode"
)

// point is a place on the page.
type point struct{ x, y float64 }

// matrix turns coordinates: x' = ax + cy + e, y' = bx + dy + f.
type matrix [6]float64

func (a matrix) mul(b matrix) matrix {
	return matrix{a[0]*b[0] + a[1]*b[2], a[0]*b[1] + a[1]*b[3], a[2]*b[0] + a[3]*b[2], a[2]*b[1] + a[3]*b[3], a[4]*b[0] + a[5]*b[2] + b[4], a[4]*b[1] + a[5]*b[3] + b[5]}
}

func shift(x, y float64) matrix { return matrix{1, 0, 0, 1, x, y} }

var identity = matrix{1, 0, 0, 1, 0, 0}

// char is a character on a page, or several that one glyph stands for.
type char struct {
	text          string
	x, y, w, size float64
	turn          turn
}

// turn is how a text is turned: to the left its next character stands above, to the right
// below the one before.
type turn int8

const (
	upright turn = iota
	left
	right
)

// turnOf is how far a matrix turns what is written through it.
func turnOf(m matrix) turn {
	switch along, up := math.Abs(m[0]), m[1]; {
	case up > along:
		return left
	case -up > along:
		return right
	}
	return upright
}

// middle is where a character's middle lies, or nearly.
func (c char) middle() point {
	along, up := c.w/2, .3*c.size
	switch c.turn {
	case left:
		return point{c.x - up, c.y + along}
	case right:
		return point{c.x + up, c.y - along}
	}
	return point{c.x + along, c.y + up}
}

// righted is a point of a text that is turned, once that stands upright.
func (t turn) righted(p point) point {
	switch t {
	case left:
		return point{p.y, -p.x}
	case right:
		return point{-p.y, p.x}
	}
	return p
}

// mostly is how most characters are turned.
func mostly(chars []char) turn {
	var count [3]int
	for _, c := range chars {
		count[c.turn]++
	}
	for t, n := range count {
		if 2*n > len(chars) {
			return turn(t)
		}
	}
	return upright
}

// righted are characters of which most are turned, set upright with the others.
func righted(chars []char) []char {
	t := mostly(chars)
	if t == upright {
		return chars
	}
	all := slices.Clone(chars)
	for i, c := range all {
		at := t.righted(point{c.x, c.y})
		all[i].x, all[i].y, all[i].turn = at.x, at.y, (c.turn+3-t)%3
	}
	return all
}

// sound reports whether a character lies where a page may be: places come from
// numbers of the file's making.
func (c char) sound() bool {
	const far = 1e6
	return math.Abs(c.x) < far && math.Abs(c.y) < far && math.Abs(c.w) < far && c.size < far
}

// shows reports a character that is seen.
func (c char) shows() bool {
	for _, r := range c.text {
		if !unicode.IsSpace(r) {
			return true
		}
	}
	return false
}

// wide reports whether a character fills a square, as Chinese ones do.
func wide(r rune) bool { return r >= 0x2E80 }

// Gaps between characters, by their size: where a line is cut, where a blank
// stands between Latin letters, where one stands beside Chinese characters.
const (
	gapCut    = 1.6
	gapGutter = .5 // where many lines have one: a sign that hangs out of its column leaves little
	gapHead   = .1 // where all columns below it part: the cells of a head may fill them
	gapLatin  = .3
	gapWide   = .8
)
