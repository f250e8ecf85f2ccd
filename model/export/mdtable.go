package export

import (
	"strings"
)

// table is a GitHub-flavoured table whose source is aligned too. Cells are
// ready to stand in Markdown.
type table struct {
	head  []string
	right []bool // columns of numbers
	rows  [][]string
}

// add appends a row; it must have a cell for every column.
func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// wide is how many columns of an editor the table takes.
func (t *table) wide() int {
	all := 1
	for _, w := range t.widths() {
		all += w + 3
	}
	return all
}

// widths are those of the widest cells.
func (t *table) widths() []int {
	widths := make([]int, len(t.head))
	for i, h := range t.head {
		widths[i] = max(3, cellsOf(h))
		for _, r := range t.rows {
			widths[i] = max(widths[i], cellsOf(r[i]))
		}
	}
	return widths
}

// String writes the table, each column as wide as its widest cell.
func (t *table) String() string {
	widths := t.widths()
	var b strings.Builder
	t.row(&b, t.head, widths)
	// The colon that sets a column right takes the place of its last dash, so
	// that the line of dashes is as wide as the others.
	for i, w := range widths {
		b.WriteString("| " + strings.Repeat("-", w-1))
		if t.isRight(i) {
			b.WriteString(": ")
		} else {
			b.WriteString("- ")
		}
	}
	b.WriteString("|\n")
	for _, r := range t.rows {
		t.row(&b, r, widths)
	}
	return b.String()
}

func (t *table) isRight(i int) bool { return i < len(t.right) && t.right[i] }

func (t *table) row(b *strings.Builder, cells []string, widths []int) {
	for i, c := range cells {
		pad := strings.Repeat(" ", widths[i]-cellsOf(c))
		if t.isRight(i) {
			b.WriteString("| " + pad + c + " ")
		} else {
			b.WriteString("| " + c + pad + " ")
		}
	}
	b.WriteString("|\n")
}
