package web

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// dated is a date with what it is of before it: 发布日期：2022-03-15.
var dated = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[:：]\s*(?:19|20)\d\d\D{1,3}\d{1,2}\D{1,3}\d`) })

// longestStamp is how many characters a line has that tells when a page was put out.
const longestStamp = 100

// stampBefore is the line over an article that tells when it was put out, "" for none: the
// nearest one, with what stands beside the date, such as the source.
func stampBefore(body, main *html.Node) (stamp string) {
	around := map[*html.Node]bool{}
	for up := main; up != nil; up = up.Parent {
		around[up] = true
	}
	for n := range body.Descendants() {
		if n == main {
			return stamp
		}
		if n.Type != html.TextNode || len(n.Data) > 4*longestStamp {
			continue
		}
		line := ""
		for up := n; !around[up]; up = up.Parent {
			if up.Type == html.ElementNode && isDropped(up) {
				line = ""
				break
			}
			if text, short := shortText(up); short {
				line = text
			}
		}
		if dated().MatchString(line) {
			stamp = line
		}
	}
	return "" // the article is not where it was
}

// shortText is the text within a node, false where that is longer than a stamp.
func shortText(n *html.Node) (string, bool) {
	if n.Type == html.TextNode {
		return oneLine(n.Data), utf8.RuneCountInString(n.Data) <= longestStamp
	}
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
		if b.Len() > 8*longestStamp {
			return "", false
		}
	}
	text := oneLine(b.String())
	return text, utf8.RuneCountInString(text) <= longestStamp
}
