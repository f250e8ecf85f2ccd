package web

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"qubi/data/source/page"
)

// littleText is fewer Chinese characters than any report has.
const littleText = 200

// elsewhere tells why a page that shows little has little: a script puts the text in its
// place, or another page holds it. It is nil for a page with a text of its own.
func elsewhere(root *html.Node, shown string) error {
	here := chinese(shown)
	if here >= littleText {
		return nil
	}
	scripted, framed := 0, false
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.Script:
			if n.FirstChild != nil {
				scripted += chinese(n.FirstChild.Data) + strings.Count(n.FirstChild.Data, `\u`)
			} else if here == 0 && attr(n, "src") != "" {
				scripted += littleText
			}
		case atom.Frame, atom.Iframe:
			framed = framed || attr(n, "src")+attr(n, "srcdoc") != ""
		}
	}
	switch {
	case scripted >= littleText && scripted > 3*here:
		return page.ErrScripted
	case framed:
		return page.ErrFramed
	case strings.TrimSpace(shown) == "":
		return page.ErrNoText
	}
	return nil
}

// chinese counts the Chinese characters of a text.
func chinese(s string) (n int) {
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}
