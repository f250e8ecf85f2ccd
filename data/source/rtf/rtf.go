// Package rtf reads Rich Text Format, in which sites hand out many files named
// .doc. Characters of GB18030 and Big5 come as pairs of bytes by the code page of
// the file or the character set of the font, others as numbers of Unicode.
package rtf

import (
	"io"
	"strconv"
	"strings"

	"qubi/data/source/page"
	"qubi/data/source/plain"
)

// group is what a pair of braces keeps to itself.
type group struct {
	skip    bool
	raised  bool            // its characters stand above the line
	gone    map[string]bool // how its characters are taken out of the text: deleted, struck, hidden
	unicode int             // characters that stand for each \u for older programs
	charset int             // code page of the font, 0 for the file's
}

// reader is a file being read.
type reader struct {
	raw   []byte
	at    int
	state group
	outer []group

	codePage int
	fonts    map[int]int // code pages of fonts
	font     int         // being told in the font table
	inFonts  int         // depth of the font table, 0 outside of it

	bytes []byte // of characters in a code page, not yet decoded
	drop  int    // characters to leave out after a \u
	high  rune   // of a pair of \u, the first

	out     page.Writer
	line    strings.Builder
	inTable bool
	table   *page.Edges
	ends    []int // of the cells of the row being told, in twips
}

// mostGroups is how deep groups may lie within each other.
const mostGroups = 10_000

// Read reads a file of RTF.
func Read(r io.ReaderAt, size int64) (page.Page, error) {
	raw, err := page.Bytes(r, size)
	if err != nil {
		return page.Page{}, err
	}
	d := &reader{raw: raw, state: group{unicode: 1}, codePage: 1252, fonts: map[int]int{}, font: -1}
	for d.at < len(raw) && !d.out.Full() {
		d.step()
	}
	d.flush()
	d.inTable, d.state.skip = false, false
	d.endTable()
	d.endLine()
	p := d.out.Page("rtf")
	if strings.TrimSpace(p.Text) == "" {
		p.Problems = append(p.Problems, page.Problem{Err: page.ErrNoText})
	}
	return p, nil
}

// step reads a character, a control word or a brace.
func (d *reader) step() {
	c := d.raw[d.at]
	d.at++
	switch c {
	case '{':
		d.flush()
		if d.drop = 0; len(d.outer) < mostGroups {
			d.outer = append(d.outer, d.state)
		}
	case '}':
		d.flush()
		d.close()
	case '\r', '\n':
	case '\\':
		if d.at < len(d.raw) {
			d.control()
		}
	default:
		d.char(c)
	}
}

func (d *reader) close() {
	d.drop = 0
	if n := len(d.outer); n > 0 {
		d.state, d.outer = d.outer[n-1], d.outer[:n-1]
		if n <= d.inFonts {
			d.inFonts = 0
		}
	}
}

// char takes one byte of a character.
func (d *reader) char(c byte) {
	switch {
	case d.drop > 0:
		d.drop--
	case !d.state.skip && len(d.state.gone) == 0:
		d.bytes = append(d.bytes, c)
	}
}

// put takes text that is no byte of a code page.
func (d *reader) put(s string) {
	if !d.state.skip && len(d.state.gone) == 0 {
		d.flush()
		d.line.WriteString(s)
	}
}

// control reads what follows a backslash.
func (d *reader) control() {
	switch c := d.raw[d.at]; {
	case c == '\'':
		if hex := d.raw[d.at+1 : min(d.at+3, len(d.raw))]; len(hex) == 2 {
			n, _ := strconv.ParseUint(string(hex), 16, 8)
			d.char(byte(n))
		}
		d.at = min(d.at+3, len(d.raw))
	case isLetter(c):
		d.word()
	default:
		d.at++
		d.symbol(c)
	}
}

func (d *reader) symbol(c byte) {
	switch c {
	case '*': // what programs that do not know the next word leave out
		d.state.skip = true
	case '~':
		d.put(" ")
	case '_':
		d.put("-")
	case '-':
	case '\n', '\r':
		d.endLine()
	default:
		d.char(c)
	}
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// word reads a control word with its number.
func (d *reader) word() {
	start := d.at
	for d.at < len(d.raw) && isLetter(d.raw[d.at]) {
		d.at++
	}
	name, digits := string(d.raw[start:d.at]), d.at
	if d.at < len(d.raw) && d.raw[d.at] == '-' {
		d.at++
	}
	for d.at < len(d.raw) && d.raw[d.at] >= '0' && d.raw[d.at] <= '9' {
		d.at++
	}
	n, err := strconv.Atoi(string(d.raw[digits:d.at]))
	if d.at < len(d.raw) && d.raw[d.at] == ' ' {
		d.at++
	}
	d.obey(name, n, err == nil)
}

// flush decodes the bytes that have gathered.
func (d *reader) flush() {
	if len(d.bytes) == 0 {
		return
	}
	text := decode(d.bytes, d.state.charset, d.codePage)
	if d.state.raised {
		text = page.Raised(text)
	}
	d.line.WriteString(text)
	d.bytes = d.bytes[:0]
}

// decode reads bytes in the font's code page, or else in the file's. Many files
// from China name Latin letters and mean GB18030.
func decode(raw []byte, font, file int) string {
	codePage := font
	if codePage == 0 {
		codePage = file
	}
	switch codePage {
	case 936, 54936:
		return plain.Decode(raw, "GB18030").Text
	case 950:
		return plain.Decode(raw, "Big5").Text
	case 65001:
		return plain.Decode(raw, "UTF-8").Text
	}
	for i := 0; i+1 < len(raw); i++ {
		if raw[i] >= 0xB0 && raw[i] <= 0xF7 && raw[i+1] >= 0xA1 {
			return plain.Decode(raw, "GB18030").Text
		}
	}
	return latin(raw)
}

func (d *reader) endLine() {
	if d.state.skip {
		return
	}
	d.flush()
	if d.inTable {
		d.line.WriteByte('\n')
		return
	}
	d.out.Text(d.line.String())
	d.out.EndLine()
	d.line.Reset()
}

func (d *reader) endTable() {
	if d.table != nil {
		d.out.Table(d.table.Grid())
		d.table = nil
	}
}
