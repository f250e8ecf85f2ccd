package web

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"qubi/data/source/page"
)

// writer writes a tree, a block a line and a table as a grid.
type writer struct {
	out page.Writer
}

func (w *writer) block(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		text := folded(n.Data)
		if n.Parent != nil && n.Parent.DataAtom == atom.Sup {
			text = page.Raised(text)
		}
		w.out.Text(text)
		return
	case html.CommentNode, html.DoctypeNode:
		return
	case html.ElementNode:
		switch {
		case isDropped(n):
			return
		case n.DataAtom == atom.Br:
			w.out.EndLine()
			return
		case n.DataAtom == atom.Table && isTable(n):
			w.out.EndLine()
			if caption := first(n, atom.Caption); caption != nil {
				w.block(caption)
			}
			w.out.Table(grid(n))
			return
		}
	}
	ends := isBlock(n)
	if ends {
		w.out.EndLine()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.block(c)
	}
	if ends {
		w.out.EndLine()
	}
}

// folded is text with its runs of blanks as one: in HTML a line end is a blank.
// Between two Chinese characters it shows nothing.
func folded(s string) string {
	words := strings.Fields(s)
	if len(words) == 0 {
		if s == "" {
			return ""
		}
		return " "
	}
	var b strings.Builder
	if strings.ContainsAny(s[:1], " \t\n\r") {
		b.WriteByte(' ')
	}
	for i, word := range words {
		if i > 0 {
			before, _ := utf8.DecodeLastRuneInString(words[i-1])
			after, _ := utf8.DecodeRuneInString(word)
			if before < 0x2E80 || after < 0x2E80 || !strings.Contains(s, "\n") {
				b.WriteByte(' ')
			}
		}
		b.WriteString(word)
	}
	if strings.ContainsAny(s[len(s)-1:], " \t\n\r") {
		b.WriteByte(' ')
	}
	return b.String()
}

func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Tr, atom.Td, atom.Th, atom.Li, atom.Ul, atom.Ol, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Table, atom.Section, atom.Article, atom.Header, atom.Main, atom.Dd, atom.Dt, atom.Dl, atom.Blockquote, atom.Hr, atom.Center,
		atom.Form, atom.Pre, atom.Caption, atom.Figure, atom.Figcaption, atom.Aside, atom.Body, atom.Address, atom.Fieldset:
		return true
	}
	return false
}

// isTable tells tables of data from those that only lay out a page: these hold
// other tables, or an article's paragraphs.
func isTable(table *html.Node) bool {
	for n := range table.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Table, atom.H1, atom.H2, atom.Form:
			return false
		case atom.Td:
			if paragraphs(n) > 3 {
				return false
			}
		}
	}
	return true
}

// paragraphs counts the blocks with text in a cell.
func paragraphs(cell *html.Node) int {
	count := 0
	for n := range cell.Descendants() {
		if n.Type == html.ElementNode && (n.DataAtom == atom.P || n.DataAtom == atom.Div || n.DataAtom == atom.Br) {
			count++
		}
	}
	return count
}

// grid reads a table's rows and cells.
func grid(table *html.Node) *page.Grid {
	g := &page.Grid{}
	for row := range table.Descendants() {
		if row.Type != html.ElementNode || row.DataAtom != atom.Tr || isDropped(row) {
			continue
		}
		for c := row.FirstChild; c != nil && !g.Full(); c = c.NextSibling {
			if c.Type != html.ElementNode || c.DataAtom != atom.Td && c.DataAtom != atom.Th {
				continue
			}
			cell := &writer{}
			cell.block(c)
			cols, _ := strconv.Atoi(attr(c, "colspan"))
			rows, _ := strconv.Atoi(attr(c, "rowspan"))
			g.Cell(cell.out.Page("").Text, cols, rows)
		}
		g.NextRow(1)
	}
	return g
}
