package ole

import "iter"

// Where a Word file tells of its paragraphs, and what of them is read ([MS-DOC]).
const (
	fibParagraphs = 0x102 // the table of the pages that tell of paragraphs
	propsPage     = 512   // bytes of such a page
	propInTable   = 0x2416
	propRowEnd    = 0x2417
	propCells     = 0xD608
	propTabs      = 0xC615
	propElsewhere = 0x6646 // all properties stand in the stream Data
)

// rowsOf are the marks that end the rows of tables, by the offset behind them, with
// where the cells of the row end, in twips, nil where that is not told; and the ends of the
// paragraphs that stand in cells.
func rowsOf(doc, table, data stream) (rows map[int][]int, inside map[int]bool) {
	rows, inside = map[int][]int{}, map[int]bool{}
	for props := range propsIn(doc, table, fibParagraphs) {
		count := int(props[propsPage-1])
		for j := range count {
			end := props.u32(4 * (j + 1))
			ends, row, within := tableIn(paragraph(props, 4*(count+1)+13*j, data))
			if row {
				rows[end] = ends
			}
			if within {
				inside[end] = true
			}
		}
	}
	return rows, inside
}

// propsIn are the pages of properties that a table of the file names, no more of them than
// the file can hold: one that is named again and again tells nothing new.
func propsIn(doc, table stream, fib int) iter.Seq[stream] {
	return func(yield func(stream) bool) {
		from := doc.u32(fib)
		list := table.part(from, from+doc.u32(fib+4))
		n := max((len(list)-4)/8, 0)
		for i := range min(n, len(doc)/propsPage) {
			at := (list.u32(4*(n+1)+4*i) & 0x3FFFFF) * propsPage
			if props := doc.part(at, at+propsPage); props != nil && !yield(props) {
				return
			}
		}
	}
}

// paragraph is the list of properties of a paragraph that a page of them tells of at an
// offset.
func paragraph(props stream, at int, data stream) stream {
	if at >= len(props) || props[at] == 0 {
		return nil
	}
	at = 2 * int(props[at])
	if at+2 > len(props) {
		return nil
	}
	size := 2*int(props[at]) - 1
	if at++; size < 0 {
		size = 2 * int(props[at])
		at++
	}
	list := props.part(at, min(at+size, len(props)))
	if len(list) < 2 {
		return nil
	}
	list = list[2:] // behind its style
	if list.u16(0) == propElsewhere {
		from := list.u32(2)
		return data.part(from+2, from+2+data.u16(from))
	}
	return list
}

// tableIn reports whether a list of properties is that of the mark that ends a row, and
// where the row's cells end; and whether it is of a paragraph in a cell.
func tableIn(list stream) (ends []int, row, inside bool) {
	for at := 0; at+2 < len(list); {
		prop := list.u16(at)
		at += 2
		size := operand(prop, list[at:])
		switch value := list.part(at, min(at+size, len(list))); {
		case prop == propRowEnd:
			row = len(value) > 0 && value[0] == 1
		case prop == propInTable:
			inside = len(value) > 0 && value[0] == 1
		case prop == propCells && len(value) > 3:
			ends = nil
			for i := range int(value[2]) {
				ends = append(ends, int(int16(value.u16(3+2*(i+1)))))
			}
		}
		at += max(size, 1)
	}
	return ends, row, inside
}

// operand is how many bytes stand behind the number of a property.
func operand(prop int, rest stream) int {
	switch prop >> 13 {
	case 0, 1:
		return 1
	case 3:
		return 4
	case 7:
		return 3
	case 6:
		switch {
		case prop == propCells:
			return rest.u16(0) + 1
		case prop == propTabs && rest[0] == 0xFF:
			return len(rest) // hardly ever; what stands behind is not read
		}
		return 1 + int(rest[0])
	}
	return 2
}
