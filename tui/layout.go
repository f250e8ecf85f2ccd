package tui

// Sizes the layout holds to, in cells.
const (
	leastWidth, leastHeight = 40, 10 // below: one sentence asks for more room
	tabsBelow               = 72     // narrower windows show one pane, the others as tabs; two stand side by side from here on
	paneWidth               = 38     // a pane is not squeezed below this to show more of them
	paneLeast               = 32     // … but the user may narrow one to this, where a value and its period still fit
)

// rect is a rectangle of the screen in cells.
type rect struct{ x, y, w, h int }

// holds reports whether the cell (x, y) lies in the rectangle.
func (r rect) holds(x, y int) bool {
	return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h
}

// wish is everything the arrangement of a screen depends on.
type wish struct {
	w, h   int
	themes int  // rows of the theme bar
	chips  int  // rows of active filters, 0 or 1
	status int  // rows at the bottom, 1 or 2 (2 while something is typed)
	side   bool // the view is panes side by side; else one pane has all of it
	zoom   bool // only the focused pane
	panes  int  // how many panes there are
	focus  int  // which has the keys
	first  int  // which was leftmost, if it can stay so
	drawer bool
	over   int   // rows an overlay asks for, 0 when none is open
	extra  []int // cells that the user added to a pane's width, by pane; may be short
}

// plan is where everything stands. Rectangles of height 0 are not shown.
//
//	crumb   ────────────────────────────
//	themes  ────────────────────────────
//	chips   ──────────────────────────── if any filter is active
//	tabs    ──────────────────────────── if panes are tabs
//	panes   ───────│──────────│─────────
//	over    ──────────────────────────── over the lower part of panes and drawer
//	drawer  ────────────────────────────
//	status  ────────────────────────────
type plan struct {
	tooSmall                                         bool
	crumb, themes, chips, tabs, drawer, over, status rect
	panes                                            []rect // of those shown
	first                                            int    // number of the leftmost shown
}

// arrange places everything in the window; a pure function of the wish.
func arrange(q wish) plan {
	if q.w < leastWidth || q.h < leastHeight {
		return plan{tooSmall: true}
	}
	p := plan{}
	y := 0
	take := func(h int) rect {
		r := rect{0, y, q.w, h}
		y += h
		return r
	}
	p.crumb = take(1)
	p.themes = take(min(q.themes, themeRoom(q.h)))
	p.chips = take(q.chips)
	if q.side && q.panes > 1 && (q.w < tabsBelow || q.zoom) {
		p.tabs = take(1)
	}
	p.status = rect{0, q.h - q.status, q.w, q.status}
	body := p.status.y - y
	if q.drawer && body >= 9 {
		h := min(max(5, body*2/5), 9)
		p.drawer = rect{0, p.status.y - h, q.w, h}
		body -= h
	}
	if q.over > 0 {
		h := min(q.over, p.status.y-1)
		p.over = rect{0, p.status.y - h, q.w, h}
		if h <= body/4 { // a line to type in hides no row: what it finds is seen
			body = min(body, p.over.y-y)
		}
	}
	p.panes, p.first = columns(q, y, body)
	return p
}

// themeRoom is how many rows the theme bar may have in a window of h rows.
func themeRoom(h int) int { return max(1, h/8) }

// columns places the panes side by side with one cell between them.
func columns(q wish, y, h int) (rects []rect, first int) {
	n := 1
	if q.side && q.w >= tabsBelow && !q.zoom {
		n = max(1, min(q.panes, max(2, (q.w+1)/(paneWidth+1))))
	}
	first = max(0, min(q.first, q.panes-n))
	first = max(min(first, q.focus), q.focus-n+1)
	x := 0
	for _, w := range share(q.w-(n-1), n, func(i int) int {
		if at := first + i; at < len(q.extra) && n > 1 {
			return q.extra[at]
		}
		return 0
	}) {
		rects = append(rects, rect{x, y, w, h})
		x += w + 1
	}
	return rects, first
}

// share divides w cells among n panes: equally, plus what the user added to
// each, none below paneLeast. What that is too much or too little is settled
// among the panes that the user left alone, as far as they can.
func share(w, n int, extra func(int) int) []int {
	widths := make([]int, n)
	sum := 0
	for i := range widths {
		widths[i] = max(paneLeast, w/n+extra(i))
		if i < w%n {
			widths[i]++
		}
		sum += widths[i]
	}
	for sum != w {
		best := -1
		for i := range widths {
			if sum > w && widths[i] <= paneLeast {
				continue
			}
			if best < 0 || better(widths, i, best, extra, sum > w) {
				best = i
			}
		}
		if best < 0 { // less room than the panes need at least
			best = n - 1
		}
		if sum > w {
			widths[best]--
			sum--
		} else {
			widths[best]++
			sum++
		}
	}
	return widths
}

// better reports whether pane i is to give or get a cell rather than pane j:
// those left alone first, of them the widest gives and the narrowest gets.
func better(widths []int, i, j int, extra func(int) int, give bool) bool {
	if alone, other := extra(i) == 0, extra(j) == 0; alone != other {
		return alone
	}
	if give {
		return widths[i] > widths[j]
	}
	return widths[i] < widths[j]
}
