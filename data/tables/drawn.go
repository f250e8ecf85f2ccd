package tables

import (
	"strings"

	"qubi/model"
)

// apart is what parts the cells of a table that a text draws by blanks.
var apart = pattern(`\t+ *| *\x{3000}{2,}| {2,}`)

// fewRows is how many lines with as many cells make a table.
const fewRows = 3

// drawn are the tables that a text draws with tabs or blanks, as communiqués of
// statistics in plain text do, and PDFs. Files whose tables are known have none.
func drawn(d *model.Document) (all []model.Table) {
	if d.Format != "txt" && d.Format != "pdf" {
		return nil
	}
	var t model.Table
	rows := 0
	end := func() {
		if rows >= fewRows {
			all = append(all, t)
		}
		t, rows = model.Table{}, 0
	}
	at := 0
	for line := range strings.Lines(d.Original) {
		cells := cellsOf(line, at)
		at += len(line)
		if len(cells) < fewRows {
			end()
			continue
		}
		for i := range cells {
			cells[i].Row = rows
		}
		t.Cells = append(t.Cells, cells...)
		rows++
	}
	end()
	return all
}

// cellsOf parts a line that begins at an offset. A line of running text has
// none.
func cellsOf(line string, at int) (cells []model.TableCell) {
	if len(line) > 600 || strings.Contains(line, "。") || strings.Contains(line, "；") {
		return nil
	}
	bare := strings.TrimRight(line, " \r\n\t\u3000")
	from := len(bare) - len(strings.TrimLeft(bare, " \t\u3000"))
	for col := 0; from < len(bare); col++ {
		end, next := len(bare), len(bare)
		if m := apart().FindStringIndex(bare[from:]); m != nil {
			end, next = from+m[0], from+m[1]
		}
		cells = append(cells, model.TableCell{Col: col, Cols: 1, Start: at + from, End: at + end})
		from = next
	}
	return cells
}
