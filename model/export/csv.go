package export

import (
	"encoding/csv"
	"io"
	"regexp"
	"strconv"
	"strings"

	"qubi/model"
)

// sheet is rows of cells for CSV and TSV, headers first.
type sheet [][]string

// writeCSV writes UTF-8 with a byte order mark, without which spreadsheets take
// Chinese for their own code page.
func writeCSV(w io.Writer, v View) error {
	s, err := v.sheet()
	if err != nil {
		return err
	}
	// Line ends stay \n: every reader takes them, and two exports can be
	// compared by line.
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	if err := out.WriteAll(s); err != nil {
		return err
	}
	return out.Error()
}

// writeTSV writes the same cells parted by tabs, a row a line, nothing quoted:
// tabs and line ends within a cell become blanks.
func writeTSV(w io.Writer, v View) error {
	s, err := v.sheet()
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, cells := range s {
		for i, c := range cells {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(harmless(oneLine(c)))
		}
		b.WriteByte('\n')
	}
	_, err = io.WriteString(w, b.String())
	return err
}

// sheet is a row a fact, or, for the table of counts, a row a count.
func (v View) sheet() (sheet, error) {
	if v.Kind == Counts {
		return v.countSheet(), nil
	}
	cols, err := v.columns()
	if err != nil {
		return nil, err
	}
	var s sheet
	labels, keys := make([]string, len(cols)), make([]string, len(cols))
	for i, c := range cols {
		labels[i], keys[i] = c.label(v.Lang), c.key
	}
	s = append(s, labels)
	if v.Keys {
		s = append(s, keys)
	}
	for _, f := range v.Facts() {
		r := row{f, v.Notes.At(f)}
		cells := make([]string, len(cols))
		for i, c := range cols {
			cells[i] = strings.ToValidUTF8(c.text(r), "\uFFFD")
			if !c.number {
				cells[i] = harmless(cells[i])
			}
		}
		s = append(s, cells)
	}
	return s, nil
}

// countColumns head the table of counts: Chinese, and the stable key.
var countColumns = [...][2]string{{"主题", "theme"}, {"类", "kind"}, {"区县", "district"}, {"市", "city"},
	{"条数", "facts"}, {"字数", "characters"}, {"报告字数", "report_characters"}, {"每千字条数", "facts_per_1000"}, {"每千字字数", "characters_per_1000"}}

// countSheet is the table of counts with a row for every district of every
// theme and kind, the long form that pivots take.
func (v View) countSheet() (s sheet) {
	var labels, keys []string
	for _, c := range countColumns {
		labels, keys = append(labels, v.Lang.Pick(c[0], c[1])), append(keys, c[1])
	}
	s = append(s, labels)
	if v.Keys {
		s = append(s, keys)
	}
	cmp := model.Compare(v.Corpus, v.Filter)
	for _, r := range cmp.Counts() {
		for j, c := range r.Cells {
			d := cmp.Districts[j]
			s = append(s, []string{r.Theme.String(), r.Kind.String(), harmless(d.Name), harmless(d.City),
				strconv.Itoa(c.Facts), strconv.Itoa(c.Chars), strconv.Itoa(c.Of), c.PerThousand().String(), c.Share().String()})
		}
	}
	return s
}

// plain is a number as a spreadsheet reads it, with a sign or a per cent sign: it
// begins like a formula but calls nothing, and a reader wants it as it is.
// +20个百分点 is none: a spreadsheet adds up what it cannot, and shows an error.
var plain = regexp.MustCompile(`^[+-][0-9]+(\.[0-9]+)?%?$`)

// formula are the characters, and their full-width twins, by which a spreadsheet
// takes a cell for a formula or a command.
const formula = "=+-@＝＋－＠"

// harmless puts an apostrophe before a text that a spreadsheet would run as a
// formula, also behind blanks, which some take off first. Number columns never
// come here.
func harmless(s string) string {
	bare := strings.TrimSpace(s)
	if plain.MatchString(s) {
		return s
	}
	if bare != "" && strings.ContainsRune(formula, []rune(bare)[0]) || strings.ContainsAny(s[:min(1, len(s))], "\t\r\n") {
		return "'" + s
	}
	return s
}
