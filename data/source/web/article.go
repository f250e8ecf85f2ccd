package web

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"qubi/data/source/page"
)

// deepest is how deep elements may lie within each other.
const deepest = 1000

// shallow reports whether no element lies deeper than that, walking without a
// call a level.
func shallow(root *html.Node) bool {
	depth := 0
	for n := root; n != nil; {
		if n.FirstChild != nil {
			if n, depth = n.FirstChild, depth+1; depth > deepest {
				return false
			}
			continue
		}
		for n != root && n.NextSibling == nil {
			n, depth = n.Parent, depth-1
		}
		if n == root {
			break
		}
		n = n.NextSibling
	}
	return true
}

// first is the first element of a kind, nil for none.
func first(n *html.Node, kind atom.Atom) *html.Node {
	if n.Type == html.ElementNode && n.DataAtom == kind {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found := first(c, kind); found != nil {
			return found
		}
	}
	return nil
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// stated is what the page's meta tags state, by the names that the sites of
// governments must carry, and by those that news carry.
func stated(root *html.Node) page.Stated {
	var s page.Stated
	set := func(field *string, value string) {
		if value = strings.TrimSpace(value); *field == "" && utf8.RuneCountInString(value) <= 120 {
			*field = value
		}
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.DataAtom != atom.Meta {
			continue
		}
		value := attr(n, "content")
		switch strings.ToLower(attr(n, "name") + attr(n, "property")) {
		case "articletitle", "og:title":
			set(&s.Title, value)
		case "contentsource":
			set(&s.Source, value)
		case "author":
			set(&s.Author, value)
		case "pubdate", "publishdate", "article:published_time", "og:release_date":
			if s.Published.IsZero() {
				s.Published = page.Day(value)
			}
		}
	}
	return s
}

// titleOf is the page's title: as stated, its heading, or what the window shows.
func titleOf(s page.Stated, root *html.Node) string {
	if s.Title != "" {
		return oneLine(s.Title)
	}
	for _, kind := range []atom.Atom{atom.H1, atom.Title} {
		if n := first(root, kind); n != nil {
			if text := oneLine(textOf(n)); utf8.RuneCountInString(text) >= 4 {
				return text
			}
		}
	}
	return ""
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// textOf is the text within a node.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// begins reports whether the article opens with the heading itself.
func begins(main *html.Node, heading string) bool {
	text := textOf(main)
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	return strings.Contains(squeeze(text[:cut(text, 2000)]), squeeze(heading))
}

// article is the innermost element that holds nearly all running text of the
// page. Furniture is short lines and links; an article has sentences, or a table
// of figures.
func article(body *html.Node) *html.Node {
	weights := map[*html.Node]int{}
	weigh(body, weights)
	n := body
	for weights[body] >= 3 {
		next := (*html.Node)(nil)
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if weights[c]*20 >= weights[body]*17 {
				next = c
			}
		}
		if next == nil || holdsLines(next) {
			break
		}
		n = next
	}
	return n
}

// holdsLines reports elements that are part of a text, never around one.
func holdsLines(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Table, atom.Tbody, atom.Tr, atom.Ul, atom.Ol, atom.Span, atom.Font:
		return !holdsBlocks(n)
	}
	return false
}

func holdsBlocks(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (d.DataAtom == atom.P || d.DataAtom == atom.Div) {
			return true
		}
	}
	return false
}

// weigh counts the marks of sentences outside of links, and the cells that hold
// figures, of every element.
func weigh(n *html.Node, weights map[*html.Node]int) int {
	total := 0
	switch {
	case n.Type == html.TextNode:
		for _, mark := range []string{"。", "，", "；", ";", ","} {
			total += strings.Count(n.Data, mark)
		}
		if n.Parent != nil && n.Parent.DataAtom == atom.Td && strings.ContainsAny(n.Data, "0123456789") {
			total++
		}
	case n.Type == html.ElementNode && (isDropped(n) || n.DataAtom == atom.A):
	default:
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			total += weigh(c, weights)
		}
	}
	weights[n] = total
	return total
}

//go:embed furniture.txt
var furnitureText string

// furniture are the classes and ids of what surrounds an article.
var furniture = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for line := range strings.Lines(furnitureText) {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				all[w] = true
			}
		}
	}
	return all
})

// unseen are the styles of what a page hides, or strikes out.
var unseen = []string{"display:none", "visibility:hidden", "line-through"}

// isDropped reports elements that show nothing, are struck out or surround an article.
func isDropped(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Head, atom.Select, atom.Button, atom.Nav, atom.Template, atom.Footer,
		atom.Iframe, atom.Object, atom.Svg, atom.Textarea, atom.Title, atom.Math, atom.Audio, atom.Video, atom.Canvas, atom.Rt, atom.Rp,
		atom.Del, atom.S, atom.Strike:
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if slices.ContainsFunc(unseen, func(s string) bool { return strings.Contains(style, s) }) {
				return true
			}
		case "class", "id":
			for _, w := range strings.Fields(strings.ToLower(a.Val)) {
				if furniture()[w] {
					return true
				}
			}
		}
	}
	return false
}
