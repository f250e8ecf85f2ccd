package ole

import (
	"sort"
	"unicode/utf16"

	"qubi/data/source/page"
)

// Where a Word file tells of runs of characters, and what takes them out of the text.
const (
	fibRuns     = 0xFA // the table of the pages that tell of runs
	propDeleted = 0x0800
	propStruck  = 0x0837
	propHidden  = 0x083C
	propStruck2 = 0x2A53
	propRaised  = 0x2A48 // 1, 2 below the line
	propHeight  = 0x4845 // above the line, in half points
)

// marks are what a Word file tells of its characters, by their offsets.
type marks struct {
	rows   map[int][]int // the ends of rows, see rowsOf
	inside map[int]bool  // likewise, of paragraphs in cells
	gone   []gone        // in order
}

// gone is a run of characters that is not shown, or only struck out.
type gone struct {
	from, to int
	looks
}

// looks are what a run's properties tell of it.
type looks struct {
	deleted bool // with the ends of its paragraphs
	unseen  bool
	raised  bool // it stands above the line, and is shown
}

// shown is the character at an offset as it is shown; false where it is out of the text. The
// ends of cells stay, and those of paragraphs that are only hidden.
func (m marks) shown(at int, unit uint16) (uint16, bool) {
	l := m.looks(at)
	if l.raised && unit >= '0' && unit <= '9' {
		unit = utf16.Encode([]rune(page.Raised(string(rune(unit)))))[0]
	}
	return unit, !l.deleted && !l.unseen || unit == cellEnd || unit == paraEnd && !l.deleted
}

// looks are those of the character at an offset.
func (m marks) looks(at int) looks {
	i := sort.Search(len(m.gone), func(i int) bool { return m.gone[i].to > at })
	if i == len(m.gone) || m.gone[i].from > at {
		return looks{}
	}
	return m.gone[i].looks
}

// goneIn are the runs that are deleted, hidden, struck out or raised.
func goneIn(doc, table stream) (all []gone) {
	for props := range propsIn(doc, table, fibRuns) {
		count := int(props[propsPage-1])
		for j := range count {
			at := 4*(count+1) + j
			if at >= len(props) || props[at] == 0 {
				continue
			}
			at = 2 * int(props[at])
			run := props.part(at+1, min(at+1+int(props[at]), len(props)))
			if l := looksOf(run); l != (looks{}) {
				all = append(all, gone{props.u32(4 * j), props.u32(4 * (j + 1)), l})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].to < all[j].to })
	return all
}

// looksOf are those that a run's list of properties tells.
func looksOf(list stream) (l looks) {
	for at := 0; at+2 < len(list); {
		prop := list.u16(at)
		at += 2
		on := list[at] == 1
		switch prop {
		case propDeleted:
			l.deleted = on
		case propStruck, propStruck2, propHidden:
			l.unseen = l.unseen || on
		case propRaised:
			l.raised = l.raised || on
		case propHeight:
			l.raised = l.raised || int16(list.u16(at)) > 0
		}
		at += max(operand(prop, list[at:]), 1)
	}
	return l
}
