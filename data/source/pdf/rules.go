package pdf

import (
	"math"
	"slices"

	"github.com/ledongthuc/pdf"
)

// rule is a straight line that a page draws, along an axis: from the left, or from below.
type rule struct{ x0, y0, x1, y1 float64 }

func (r rule) flat() bool { return r.y1-r.y0 < thinRule }

// thinRule is how thick a line is at most, shortRule how long at least; closeRules is how far
// apart two may be that meet. All in points.
const (
	thinRule   = 2.5
	shortRule  = 5
	closeRules = 3
)

// mostRules bounds the lines of a page: each is held against all others.
const mostRules = 3000

// path is what a page sets out to draw, a list of points for each stroke of the pen.
type path [][]point

// draw obeys what draws lines.
func (c *content) draw(op string, a []pdf.Value) bool {
	switch op {
	case "m":
		c.path = append(c.path, []point{c.at(num(a, 0), num(a, 1))})
	case "l":
		c.line(c.at(num(a, 0), num(a, 1)))
	case "h":
		c.closePath()
	case "re":
		x, y, w, h := num(a, 0), num(a, 1), num(a, 2), num(a, 3)
		c.path = append(c.path, []point{c.at(x, y), c.at(x+w, y), c.at(x+w, y+h), c.at(x, y+h), c.at(x, y)})
	case "s", "b", "b*":
		c.closePath()
		c.stroke()
	case "S", "B", "B*":
		c.stroke()
	case "f", "F", "f*":
		c.fill()
	case "n":
		c.path = nil
	default:
		return false
	}
	return true
}

// at is a point of the contents on the page.
func (c *content) at(x, y float64) point {
	m := shift(x, y).mul(c.state.ctm)
	return point{m[4], m[5]}
}

func (c *content) line(to point) {
	if n := len(c.path); n > 0 && len(c.path[n-1]) < mostRules {
		c.path[n-1] = append(c.path[n-1], to)
	}
}

func (c *content) closePath() {
	if n := len(c.path); n > 0 {
		c.line(c.path[n-1][0])
	}
}

// stroke draws along the path.
func (c *content) stroke() {
	for _, points := range c.path {
		for i := 1; i < len(points); i++ {
			c.rule(points[i-1 : i+1])
		}
	}
	c.path = nil
}

// fill fills what the path encloses: a line where that is thin.
func (c *content) fill() {
	for _, points := range c.path {
		c.rule(points)
	}
	c.path = nil
}

// ruleOf is the room that points take.
func ruleOf(points ...point) rule {
	r := rule{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range points {
		r = rule{min(r.x0, p.x), min(r.y0, p.y), max(r.x1, p.x), max(r.y1, p.y)}
	}
	return r
}

// rule keeps what encloses some points, if it is a line.
func (c *content) rule(points []point) {
	r := ruleOf(points...)
	wide, tall := r.x1-r.x0, r.y1-r.y0
	if min(wide, tall) < thinRule && max(wide, tall) >= shortRule && max(wide, tall) < 1e5 && len(c.rules) <= mostRules {
		c.rules = append(c.rules, r)
	}
}

// frames are the lines of a page that hang together, those of each table.
func frames(rules []rule) [][]rule {
	if len(rules) > mostRules {
		return nil
	}
	slices.SortFunc(rules, func(a, b rule) int { return int(math.Copysign(1, b.y1-a.y1)) })
	group := make([]int, len(rules))
	for i := range group {
		group[i] = i
	}
	root := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	for i, r := range rules {
		for k, s := range rules[:i] {
			if r.x0 <= s.x1+closeRules && s.x0 <= r.x1+closeRules && r.y0 <= s.y1+closeRules && s.y0 <= r.y1+closeRules {
				group[root(i)] = root(k)
			}
		}
	}
	of := map[int][]rule{}
	for i, r := range rules {
		of[root(i)] = append(of[root(i)], r)
	}
	var all [][]rule
	for i := range rules {
		if root(i) == i {
			all = append(all, of[i])
		}
	}
	return all
}
