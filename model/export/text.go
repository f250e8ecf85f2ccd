package export

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"qubi/model"
	"qubi/model/legible"
)

// oneLine makes a text fit for a table: legible, and without blanks around it.
func oneLine(s string) string { return strings.TrimSpace(flat(s)) }

// flat is oneLine with the blanks around it.
func flat(s string) string { return legible.Line(s) }

// dated is the day of a report's publication, or of the event that it reports.
func dated(r *model.Report) string {
	if d := model.Day(r.Head.Published); d != "" {
		return d
	}
	return model.Day(r.Head.Event)
}

// markup are the characters that can mean something inside a line of Markdown.
// At the beginning of a line nothing of a report ever stands, so that # = - +
// and 1. need no escape and numbers stay readable.
const markup = "\\`*_[]<>&|~$"

// escape writes a report's text into Markdown so that it shows as it is. An
// underscore within a word means nothing, and file names stay readable.
func escape(s string) string { return escaped(oneLine(s)) }

// escaped escapes what is on one line already.
func escaped(s string) string {
	var b strings.Builder
	for i, r := range s {
		if strings.ContainsRune(markup, r) && !(r == '_' && inWord(s, i)) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// inWord reports whether ASCII letters or digits stand on both sides.
func inWord(s string, i int) bool {
	return i > 0 && i+1 < len(s) && isWord(s[i-1]) && isWord(s[i+1])
}

func isWord(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// code writes a command line as a code span, fenced by more backticks than it
// holds in a row.
func code(s string) string {
	s = oneLine(s)
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if len(fence) > 1 || strings.HasPrefix(s, " ") {
		return fence + " " + s + " " + fence
	}
	return fence + s + fence
}

// Tables are aligned in their source as an editor shows it: East Asian wide
// characters two columns, everything else one, and so for the ambiguous ones
// (“”·—), since a file is not written for one terminal. Only tui/cell measures
// for terminals, by what the terminal answers; this fixed rule is for files,
// and a test holds it against the same tables.

// cellsOf is the columns a text takes.
func cellsOf(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

func runeWidth(r rune) int {
	switch kind := width.LookupRune(r).Kind(); {
	case r < 0x300:
		return 1
	case kind == width.EastAsianWide || kind == width.EastAsianFullwidth:
		return 2
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	return 1
}
