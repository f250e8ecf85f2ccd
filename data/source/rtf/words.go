package rtf

import (
	_ "embed"
	"maps"
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"qubi/data/source/page"
)

//go:embed skipped.txt
var skippedText string

// skipped are the destinations whose text is not the document's.
var skipped = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for line := range strings.Lines(skippedText) {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				all[w] = true
			}
		}
	}
	return all
})

// characters are the control words that stand for one.
var characters = map[string]string{
	"tab": "\t", "emdash": "—", "endash": "–", "ldblquote": "“", "rdblquote": "”", "lquote": "‘", "rquote": "’", "bullet": "·",
}

// obey does what a control word says.
func (d *reader) obey(name string, n int, has bool) {
	if skipped()[name] {
		if name == "fonttbl" {
			d.inFonts = len(d.outer)
		}
		d.state.skip = true
		return
	}
	if s := characters[name]; s != "" {
		d.put(s)
		return
	}
	switch name {
	case "ansicpg":
		d.codePage = n
	case "uc":
		d.state.unicode = max(n, 0)
	case "u":
		if has {
			d.unit(rune(n & 0xFFFF))
		}
		d.drop = d.state.unicode
	case "bin":
		d.at = min(d.at+max(n, 0), len(d.raw))
	case "f", "fcharset":
		d.setFont(name, n)
	case "deleted", "strike", "striked", "v", "plain":
		d.take(name, !has || n != 0)
	case "trowd":
		d.ends = d.ends[:0]
	case "cellx":
		if len(d.ends) < page.MaxCells {
			d.ends = append(d.ends, n)
		}
	default:
		d.lay(name, n)
	}
}

// take says that the characters from here on are out of the text for a reason, or are not;
// plain ones are for none.
func (d *reader) take(why string, out bool) {
	d.flush()
	gone := map[string]bool{} // the group around has its own
	if d.state.raised = d.state.raised && why != "plain"; why != "plain" {
		maps.Copy(gone, d.state.gone)
		delete(gone, why)
		if out {
			gone[why] = true
		}
	}
	d.state.gone = gone
}

// unit takes a number of Unicode; a character beyond the first 65536 comes as
// two.
func (d *reader) unit(r rune) {
	if pair := utf16.DecodeRune(d.high, r); pair != utf8.RuneError {
		r = pair
	}
	d.high = r
	if !utf16.IsSurrogate(r) {
		d.put(string(r))
	}
}

// setFont tells a font in the font table, or chooses one.
func (d *reader) setFont(name string, n int) {
	switch {
	case name == "fcharset":
		d.fonts[d.font] = map[int]int{134: 936, 136: 950}[n]
	case d.inFonts > 0:
		d.font = n
	case d.fonts[n] != d.state.charset:
		d.flush()
		d.state.charset = d.fonts[n]
	}
}

// lay ends lines, cells and rows, and leaves the line for what stands above it.
func (d *reader) lay(name string, n int) {
	if d.state.skip {
		return
	}
	switch name {
	case "par", "line", "page", "sect":
		if d.state.gone["deleted"] {
			return
		}
		d.leaveTable()
		d.endLine()
	case "pard":
		d.inTable = false
	case "intbl":
		d.inTable = true
	case "cell":
		d.flush()
		if d.table == nil {
			d.table = &page.Edges{}
		}
		d.table.Cell(d.line.String())
		d.line.Reset()
	case "super", "up", "nosupersub", "sub", "dn":
		d.flush()
		d.state.raised = name == "super" || name == "up" && n > 0
	case "row":
		if d.table != nil {
			d.table.EndRow(d.ends)
		}
	}
}

// leaveTable ends the table at the first paragraph outside of it.
func (d *reader) leaveTable() {
	if !d.inTable {
		d.endTable()
	}
}

// latin decodes Windows' Latin letters.
func latin(raw []byte) string {
	s, _ := charmap.Windows1252.NewDecoder().Bytes(raw)
	return string(s)
}
