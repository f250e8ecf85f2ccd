package ole

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"qubi/data/source/page"
	"qubi/data/source/plain"
)

// The parts of a Word file that are read, by their offsets in the stream
// WordDocument (the FIB of [MS-DOC]).
const (
	fibVersion  = 0x02
	fibFlags    = 0x0A
	fibOldText  = 0x18 // start and end of the text before Word 97
	fibLength   = 0x4C // characters of the main text; footnotes and headers follow
	fibPieces   = 0x1A2
	fibEnd      = 0x1AA
	encrypted   = 0x100
	secondTable = 0x200
	word97      = 0xC1
)

// stream is bytes in little-endian order; what lies beyond them is zero.
type stream []byte

func (s stream) part(from, to int) stream {
	if from < 0 || to > len(s) || from > to {
		return nil
	}
	return s[from:to]
}

func (s stream) u16(at int) int {
	if b := s.part(at, at+2); b != nil {
		return int(binary.LittleEndian.Uint16(b))
	}
	return 0
}

func (s stream) u32(at int) int {
	if b := s.part(at, at+4); b != nil {
		return int(binary.LittleEndian.Uint32(b))
	}
	return 0
}

// word reads a text of Word 97 to 2003, or of Word 95, which holds bytes of the
// system's code page.
func word(streams map[string][]byte) (page.Page, error) {
	doc := stream(streams["WordDocument"])
	flags := doc.u16(fibFlags)
	switch {
	case len(doc) < fibEnd:
		return page.Page{}, page.ErrDamaged
	case flags&encrypted != 0:
		return page.Page{}, page.ErrEncrypted
	case doc.u16(fibVersion) < word97:
		old := doc.part(doc.u32(fibOldText), doc.u32(fibOldText+4))
		if old == nil {
			return page.Page{}, page.ErrDamaged
		}
		return layOut(plain.Decode(old, "GB18030").Text), nil
	}
	table := stream(streams["0Table"])
	if flags&secondTable != 0 {
		table = streams["1Table"]
	}
	from := doc.u32(fibPieces)
	text, whole := pieces(doc, table.part(from, from+doc.u32(fibPieces+4)))
	p := layOut(text)
	if !whole {
		if strings.TrimSpace(p.Text) == "" {
			return page.Page{}, page.ErrDamaged
		}
		p.Problems = append(p.Problems, page.Problem{Err: page.ErrDamaged})
	}
	return p, nil
}

// pieces reads the text by its table of pieces: each is a run of characters in
// UTF-16 or in Windows' Latin letters. It reports whether all were there.
func pieces(doc, table stream) (string, bool) {
	for len(table) > 3 && table[0] == 1 { // properties come first
		table = table[min(len(table), 3+table.u16(1)):]
	}
	if len(table) < 5 || table[0] != 2 {
		return "", false
	}
	list := table[5:min(len(table), 5+table.u32(1))]
	n, length := (len(list)-4)/12, doc.u32(fibLength)
	var b strings.Builder
	for i := range max(n, 0) {
		from, to := list.u32(4*i), min(list.u32(4*i+4), length)
		if from >= to {
			continue
		}
		at := list.u32(4*(n+1) + 8*i + 2)
		if b.Len() > page.MaxText {
			return b.String(), false
		}
		if at&0x40000000 != 0 {
			start := (at &^ 0x40000000) / 2
			latin := doc.part(start, start+to-from)
			if latin == nil {
				return b.String(), false
			}
			s, _ := charmap.Windows1252.NewDecoder().Bytes(latin)
			b.Write(s)
			continue
		}
		wide := doc.part(at, at+2*(to-from))
		if wide == nil {
			return b.String(), false
		}
		units := make([]uint16, to-from)
		for j := range units {
			units[j] = binary.LittleEndian.Uint16(wide[2*j:])
		}
		b.WriteString(string(utf16.Decode(units)))
	}
	return b.String(), true
}

// Word's control characters.
const (
	cellEnd    = 0x07 // doubled at a row's end
	lineBreak  = 0x0B
	pageBreak  = 0x0C
	paraEnd    = 0x0D
	colBreak   = 0x0E
	fieldCode  = 0x13
	fieldShown = 0x14
	fieldEnd   = 0x15
	hyphen     = 0x1E
)

// layout is a Word text being laid out in lines and tables.
type layout struct {
	out    page.Writer
	line   strings.Builder
	grid   *page.Grid
	hidden []bool // open fields: whether their code is being read
}

// layOut turns Word's control characters into lines and cells, and leaves the
// codes of fields out.
func layOut(text string) page.Page {
	var l layout
	before := rune(0)
	for _, r := range text {
		if !l.field(r) {
			l.add(r, before)
			before = r
		}
	}
	l.endTable()
	l.endLine()
	return l.out.Page("doc")
}

// field reports whether r is the mark of a field, or in its code.
func (l *layout) field(r rune) bool {
	last := len(l.hidden) - 1
	switch {
	case r == fieldCode:
		l.hidden = append(l.hidden, true)
		return true
	case r == fieldShown && last >= 0:
		l.hidden[last] = false
		return true
	case r == fieldEnd && last >= 0:
		l.hidden = l.hidden[:last]
		return true
	}
	return last >= 0 && l.hidden[last]
}

func (l *layout) add(r, before rune) {
	switch r {
	case cellEnd:
		l.endCell(before == cellEnd && l.grid != nil)
	case paraEnd, lineBreak, pageBreak, colBreak:
		l.endTable()
		l.endLine()
	case hyphen:
		l.line.WriteByte('-')
	default:
		l.line.WriteRune(r)
	}
}

// endCell ends a cell, or the row behind the last one.
func (l *layout) endCell(row bool) {
	if l.grid == nil {
		l.grid = &page.Grid{}
	}
	if row && l.line.Len() == 0 {
		l.grid.NextRow(1)
		return
	}
	l.grid.Cell(l.line.String(), 1, 1)
	l.line.Reset()
}

func (l *layout) endTable() {
	if l.grid != nil {
		l.out.Table(l.grid)
		l.grid = nil
	}
}

func (l *layout) endLine() {
	l.out.Text(l.line.String())
	l.out.EndLine()
	l.line.Reset()
}
