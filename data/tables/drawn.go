package tables

import (
	"iter"
	"slices"
	"strings"

	"qubi/data/lexicon"
	"qubi/model"
)

// apart is where a text first parts two cells, by signs or blanks; nowhere, at its end.
func apart(s string) (start, end int) {
	for at := range len(s) {
		switch s[at] {
		case ' ', '\t', '|', "｜"[0], "│"[0], "\u3000"[0]: // ┃ and ║ begin as │ does
			if n := parting(s[at:]); n > 0 {
				return at, at + n
			}
		}
	}
	return len(s), len(s)
}

// parting is the length of what parts two cells at the begin of a text; 0 for none.
func parting(s string) int {
	if bare := strings.TrimLeft(s, "\t"); bare != s {
		return len(s) - len(strings.TrimLeft(bare, " "))
	}
	bare := strings.TrimLeft(s, " ")
	for _, bar := range [...]string{"|", "｜", "│", "┃", "║"} {
		if rest, found := strings.CutPrefix(bare, bar); found {
			return len(s) - len(strings.TrimLeft(rest, " "))
		}
	}
	if rest := strings.TrimLeft(bare, "\u3000"); len(bare)-len(rest) > len("\u3000") {
		return len(s) - len(rest)
	}
	if n := len(s) - len(bare); n > 1 {
		return n
	}
	return 0
}

// fewRows is how many lines with as many cells make a table.
const fewRows = 3

// bars are the signs that part cells.
const bars = "|｜│┃║"

// unruled are the lines of a text with their offsets, without those that only rule others.
func unruled(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		at := 0
		for line := range strings.Lines(text) {
			if !ruled(line) && !yield(at, line) {
				return
			}
			at += len(line)
		}
	}
}

// ruled reports a line that is only drawn: ├──┼──┤, +----+----+.
func ruled(line string) bool {
	return ruling.TrimLeft(line) == "" && strings.ContainsAny(line, "+─━═-") && strings.Trim(line, " \r\n\t|-") != ""
}

// ruling is what rules between rows are drawn with.
var ruling = lexicon.SetOf(" \r\n\t\u3000+-=|｜│┃║─━═┄┅┈┉┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋┠┨┯┷┿╂┰┸╔╗╚╝╠╣╦╩╬╟╢╤╧╪╫╥╨")

// lined are the tables drawn with a line for each row.
func lined(d *model.Document) (all []model.Table) {
	var rows, within [][]model.TableCell // within stands between rows, perhaps
	var room []model.TableCell           // most lines are no rows
	end := func() {
		if len(rows) >= fewRows {
			all = append(all, tableOf(rows))
		}
		rows, within = nil, nil
	}
	for at, line := range unruled(d.Original) {
		room = cellsOf(room[:0], line, at)
		cells := room
		if d.CellAt(at) != "" { // a row of the file's own
			cells = nil
		}
		heads := len(rows) > 0 && len(cells) < 2 && headsRows(line)
		switch {
		case heads && barsOnly(line):
			continue
		case heads && len(within) < mostWithin:
			within = append(within, slices.Clone(cells))
			continue
		case len(cells) < 2 || len(cells) == 2 && !strings.ContainsAny(line, "\t"+bars):
			end()
			continue
		case len(within) > 0 && len(cells) != len(rows[len(rows)-1]):
			end()
		}
		within = slices.DeleteFunc(within, func(row []model.TableCell) bool { return len(row) == 0 })
		rows, within = append(append(rows, within...), slices.Clone(cells)), nil
	}
	end()
	return all
}

// barsOnly reports what is left of a row of empty cells that was broken.
func barsOnly(line string) bool {
	return margin.TrimLeft(line) == "" && strings.ContainsAny(line, bars)
}

// mostWithin is how many such lines stand between two rows of a drawn table.
const mostWithin = 2

// headsRows reports whether a line may stand between rows of a drawn table: one that is
// empty, or heads those below it: 第一产业：.
func headsRows(line string) bool {
	line = strings.TrimRight(margin.Trim(line), "：:")
	return len(line) <= widestCell && !strings.ContainsAny(line, "，、：:") && !isNumber(line)
}

// tableOf is the table of some rows.
func tableOf(rows [][]model.TableCell) model.Table {
	for i, row := range rows {
		for k := range row {
			row[k].Row = i
		}
	}
	return model.Table{Cells: slices.Concat(rows...)}
}

// cellsOf parts a line that begins at an offset, in the room given. A line of running
// text has none.
func cellsOf(cells []model.TableCell, line string, at int) []model.TableCell {
	if len(line) > 600 || strings.Contains(line, "。") || strings.Contains(line, "；") {
		return nil
	}
	bare := margin.TrimRight(line)
	from := len(bare) - len(margin.TrimLeft(bare))
	for col := 0; from < len(bare); col++ {
		end, next := apart(bare[from:])
		cells = append(cells, model.TableCell{Col: col, Cols: 1, Start: at + from, End: at + from + end})
		from += next
	}
	return cells
}

// margin is what stands around the cells of a line.
var margin = lexicon.SetOf(" \r\n\t\u3000" + bars)

// stacked are the tables of which a text holds a line for each cell, as pages whose
// markup was thrown away do: the heads, the first of them that of the names, then the
// cells row by row.
func stacked(d *model.Document) (all []model.Table) {
	var room, lines []model.TableCell
	at := 0
	for line := range strings.Lines(d.Original) {
		cells := cellsOf(room[:0], line, at)
		if room = cells; len(cells) == 1 && roomy(d, cells[0]) && d.CellAt(at) == "" {
			lines = append(lines, cells[0])
		} else if margin.TrimLeft(line) != "" { // no cell: tables end here
			all, lines = append(all, stackedIn(d, lines)...), lines[:0]
		}
		at += len(line)
	}
	return append(all, stackedIn(d, lines)...)
}

// stackedIn are the tables stacked in lines of a cell each.
func stackedIn(d *model.Document, lines []model.TableCell) (all []model.Table) {
	for i := 0; i+2*(fewRows+1) <= len(lines); i++ {
		if roleOf(unspaced(d.Original[lines[i].Start:lines[i].End])) != nameColumn {
			continue
		}
		if t := stack(d, lines[i:]); len(t.Cells) > 0 {
			all = append(all, t)
			i += len(t.Cells) - 1
		}
	}
	return all
}

// widestCell is how many bytes a cell of a stacked table has.
const widestCell = 90

// roomy reports a line that may be a cell.
func roomy(d *model.Document, c model.TableCell) bool {
	return c.End-c.Start <= widestCell && !strings.ContainsAny(d.Original[c.Start:c.End], "，：")
}

// stack is the table that begins with a line, with as many columns as give it the most
// rows; empty where fewer than fewRows fit.
func stack(d *model.Document, lines []model.TableCell) (best model.Table) {
	const most = 8 // columns
	l := newLayout(d)
	for n := 2; n <= most; n++ {
		rows := 1
		for (rows+1)*n <= len(lines) && rowBelow(l, lines[:n], lines[rows*n:(rows+1)*n]) {
			rows++
		}
		if rows <= fewRows || rows*n <= len(best.Cells) {
			continue
		}
		best.Cells = slices.Clone(lines[:rows*n])
		for i := range best.Cells {
			best.Cells[i].Row, best.Cells[i].Col = i/n, i%n
		}
	}
	return best
}

// rowBelow reports cells that make a row below heads: a name, then numbers or units.
func rowBelow(l layout, heads, row []model.TableCell) bool {
	if strings.Trim(l.text(row[0]), "#-—") == "" || isNumber(l.text(row[0])) || isUnit(l.text(row[0])) {
		return false
	}
	numbers := 0
	for i, c := range row[1:] {
		s := l.text(c)
		switch {
		case isNumber(l.text(heads[i+1])) && !isYear(l.text(heads[i+1])):
			return false
		case isNumber(s):
			numbers++
		case !isUnit(s) && strings.Trim(s, "-—…") != "" || s == "":
			return false
		}
	}
	return numbers > 0
}

// full are the rows of a drawn table that have as many cells as each row of its head:
// of the others nobody knows below which head a cell stands.
func (l *layout) full(heads [][]model.TableCell) (rows [][]model.TableCell) {
	for _, row := range l.rows {
		if len(row) > 1 && slices.ContainsFunc(heads, func(h []model.TableCell) bool { return len(h) > 1 && len(h) != len(row) }) {
			l.leave(model.UnreadHead, row...)
			continue
		}
		rows = append(rows, row)
	}
	return rows
}
