package export_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// rendered is what a Markdown reader sees: headings, tables cell by cell, and
// the footnotes by number.
type rendered struct {
	headings []string
	tables   [][][]renderedCell
	notes    map[int]string
	other    []string // kinds of nodes that no export of ours should hold
}

type renderedCell struct {
	text string
	refs []int
}

// remade is the comment that says how the export is made again.
var remade = regexp.MustCompile("^<!-- (复现：|Made again by: )[^\n]* -->\n?$")

// render parses the Markdown as GitHub does.
func render(t testing.TB, source string) rendered {
	t.Helper()
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Footnote, extension.Strikethrough))
	src := []byte(source)
	r := rendered{notes: map[int]string{}}
	ast.Walk(md.Parser().Parse(text.NewReader(src)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			r.headings = append(r.headings, textOf(n, src).text)
		case *east.Table:
			r.tables = append(r.tables, tableOf(n, src))
		case *east.Footnote:
			r.notes[n.Index] = strings.TrimSpace(textOf(n, src).text)
		case *ast.HTMLBlock:
			if block := string(n.Lines().Value(src)); !remade.MatchString(block) {
				r.other = append(r.other, block)
			}
		case *ast.RawHTML:
			if tag := string(n.Segments.Value(src)); tag != "<mark>" && tag != "</mark>" {
				r.other = append(r.other, tag)
			}
		case *ast.Image, *ast.Link, *ast.AutoLink, *ast.Emphasis, *east.Strikethrough, *ast.Blockquote, *ast.ThematicBreak, *ast.FencedCodeBlock, *ast.CodeBlock:
			r.other = append(r.other, n.Kind().String())
		}
		return ast.WalkContinue, nil
	})
	return r
}

func tableOf(n ast.Node, src []byte) (rows [][]renderedCell) {
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []renderedCell
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, textOf(cell, src))
		}
		rows = append(rows, cells)
	}
	return rows
}

// textOf is the text below a node, entities and escapes resolved, with the
// footnotes that it refers to.
func textOf(n ast.Node, src []byte) (c renderedCell) {
	var b strings.Builder
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.WriteString(resolve(n.Segment.Value(src), n.Parent()))
			if n.SoftLineBreak() {
				b.WriteString("\n")
			}
		case *ast.String:
			b.Write(n.Value)
		case *east.FootnoteLink:
			c.refs = append(c.refs, n.Index)
		case *east.FootnoteBacklink:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	c.text = b.String()
	return c
}

// resolve takes the backslashes off, as the renderer does, but not in code.
func resolve(s []byte, parent ast.Node) string {
	if _, code := parent.(*ast.CodeSpan); code {
		return string(s)
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
