package pdf

import "math"

// wrapped joins the cells of a table that no lines part where their text is broken: below
// a cell that has no room for another character stands what is left of it; or what is
// broken stands around the middle, in which the other cells of its row are.
//
//	社会消费品零售总  亿元  120.5           规模以上工业
//	额                                            亿元  98.1
//	                                      增加值
func wrapped(lines []line) []line {
	rows := rowsOf(lines)
	edges := edgesOf(rows)
	var all []line
	for i := 0; i < len(rows); i++ {
		row := rows[i]
		if i+2 < len(rows) && around(row, rows[i+1], rows[i+2]) {
			name := row[0]
			name.text, name.y = name.text+rows[i+2][0].text, rows[i+1][0].y
			name.x1 = max(name.x1, rows[i+2][0].x1)
			row = append([]line{name}, rows[i+1]...)
			i += 2
		}
		for i+1 < len(rows) && tails(row, rows[i+1], edges[len(row)]) {
			i++
		}
		all = append(all, row...)
	}
	return all
}

// rowsOf parts the lines by rows.
func rowsOf(lines []line) (rows [][]line) {
	for from, sizes := 0, rowSizes(lines); from < len(lines); from += sizes[from] {
		rows = append(rows, lines[from:from+sizes[from]:from+sizes[from]])
	}
	return rows
}

// edgesOf are, by how many cells rows have, where the columns of those begin.
func edgesOf(rows [][]line) map[int][]float64 {
	edges := map[int][]float64{}
	for _, row := range rows {
		of := edges[len(row)]
		for k, c := range row {
			if k == len(of) {
				of = append(of, c.x0)
			}
			of[k] = min(of[k], c.x0)
		}
		edges[len(row)] = of
	}
	return edges
}

// around reports a cell's two lines above and below those of its row.
func around(above, row, below []line) bool {
	if len(above) != 1 || len(below) != 1 || len(row)+1 < tableRow {
		return false
	}
	a, b := above[0], below[0]
	return a.table == nil && b.table == nil && row[0].table == nil &&
		a.y-row[0].y < .95*a.size && row[0].y-b.y < .95*a.size && math.Abs(a.x0-b.x0) < .5*a.size && row[0].x0 > max(a.x1, b.x1)
}

// Between a cell and the next one lie at least a character that found no room, and the margins
// of both, by the size of characters; between the lines of a cell hardly more than a line.
const cellGap, cellLine = 2.1, 1.5

// tails adds to the cells of a row what is left of them in the row below, if that holds
// nothing else. The columns of such rows begin at the edges.
func tails(row, below []line, edges []float64) bool {
	if len(row) < tableRow || len(below) >= len(row) {
		return false
	}
	of := make([]int, len(below))
	for i, l := range below {
		of[i] = -1
		for k, c := range row[:len(row)-1] { // nobody knows how wide the last is
			if l.table == nil && math.Abs(c.x0-l.x0) < .5*c.size && c.y-l.y < cellLine*c.size && c.x1+cellGap*c.size > edges[k+1] && l.x1 <= c.x1+.5*c.size {
				of[i] = k
			}
		}
		if of[i] < 0 {
			return false
		}
	}
	for i, l := range below {
		row[of[i]].text += l.text
	}
	return true
}
