package tables

import (
	"slices"
	"strings"

	"qubi/model"
)

// How many columns a table has whose cells single blanks part.
const fewWords, mostWords = 3, 8

// Drawn are the tables that a text draws, as communiqués of statistics in plain text do,
// and PDFs where no lines part the cells. Other files have none.
func Drawn(d *model.Document) []model.Table {
	if d.Format != "txt" && d.Format != "pdf" {
		return nil
	}
	return slices.Concat(lined(d), stacked(d), spaced(d))
}

// spaced are the tables whose cells a text parts by single blanks, as what is copied from a
// page does. Running text has such blanks too: a table begins with a head that says where
// the names stand, and has below it names that numbers follow, as many as there are heads.
func spaced(d *model.Document) (all []model.Table) {
	l := newLayout(d)
	var rows [][]model.TableCell
	end := func() {
		if len(rows) >= fewRows {
			all = append(all, tableOf(rows))
		}
		rows = nil
	}
	for at, line := range unruled(d.Original) {
		if margin.TrimLeft(line) == "" {
			continue
		}
		words := wordsOf(line, at)
		if words != nil && d.CellAt(at) != "" {
			words = nil
		}
		if len(rows) > 0 && len(words) == len(rows[0]) && rowBelow(l, rows[0], words) {
			rows = append(rows, words)
			continue
		}
		if end(); len(words) > 0 && roleOf(l.text(words[0])) == nameColumn {
			rows = append(rows, words)
		}
	}
	end()
	return all
}

// wordsOf are the words of a line that begins at an offset, where single blanks alone part
// them; nil for a line of running text, and for one that is drawn otherwise.
func wordsOf(line string, at int) (words []model.TableCell) {
	bare := strings.Trim(line, " \r\n")
	n := 1 + strings.Count(bare, " ") // most lines have no blanks
	if n < fewWords || n > mostWords || len(bare) > mostWords*widestCell || strings.ContainsAny(bare, "。；，：\t\u3000"+bars) || strings.Contains(bare, "  ") {
		return nil
	}
	at += strings.Index(line, bare)
	for col, word := range strings.Split(bare, " ") {
		words = append(words, model.TableCell{Col: col, Cols: 1, Start: at, End: at + len(word)})
		at += len(word) + 1
	}
	return words
}
