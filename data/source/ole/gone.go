package ole

import "sort"

// Where a Word file tells of runs of characters, and what takes them out of the text.
const (
	fibRuns     = 0xFA // the table of the pages that tell of runs
	propDeleted = 0x0800
	propStruck  = 0x0837
	propHidden  = 0x083C
	propStruck2 = 0x2A53
)

// marks are what a Word file tells of its characters, by their offsets.
type marks struct {
	rows map[int][]int // the ends of rows, see rowsOf
	gone []gone        // in order
}

// gone is a run of characters that is not shown, or only struck out.
type gone struct {
	from, to int
	deleted  bool // with the ends of its paragraphs
}

// takesOut reports whether the character at an offset is out of the text. The ends of cells
// stay, and those of paragraphs that are only hidden.
func (m marks) takesOut(at int, unit uint16) bool {
	i := sort.Search(len(m.gone), func(i int) bool { return m.gone[i].to > at })
	return i < len(m.gone) && m.gone[i].from <= at && unit != cellEnd && (unit != paraEnd || m.gone[i].deleted)
}

// goneIn are the runs that are deleted, hidden or struck out.
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
			if deleted, unseen := looksOf(run); deleted || unseen {
				all = append(all, gone{props.u32(4 * j), props.u32(4 * (j + 1)), deleted})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].to < all[j].to })
	return all
}

// looksOf tells from a run's list of properties whether it is deleted, or else not shown.
func looksOf(list stream) (deleted, unseen bool) {
	for at := 0; at+2 < len(list); {
		prop := list.u16(at)
		at += 2
		on := list[at] == 1
		switch prop {
		case propDeleted:
			deleted = on
		case propStruck, propStruck2, propHidden:
			unseen = unseen || on
		}
		at += max(operand(prop, list[at:]), 1)
	}
	return deleted, unseen
}
