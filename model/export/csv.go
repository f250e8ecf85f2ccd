package export

import (
	"encoding/csv"
)

// writeCSV writes UTF-8 with a byte order mark, without which spreadsheets take
// Chinese for their own code page. Line ends stay \n: every reader takes them,
// and two exports can be compared by line.
func writeCSV(o *out, v View) error {
	o.put("\uFEFF")
	w := csv.NewWriter(o)
	for cells := range v.sheet().lines(v) {
		if err := w.Write(cells); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// writeTSV writes the same cells parted by tabs, a row a line, nothing quoted:
// tabs and line ends within a cell become blanks.
func writeTSV(o *out, v View) error {
	for cells := range v.sheet().lines(v) {
		for i, c := range cells {
			if i > 0 {
				o.put("\t")
			}
			o.put(harmless(oneLine(c)))
		}
		o.put("\n")
		if o.err != nil {
			break
		}
	}
	return o.err
}
