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
		return layOut(plain.Decode(old, "GB18030").Text, nil), nil
	}
	table := stream(streams["0Table"])
	if flags&secondTable != 0 {
		table = streams["1Table"]
	}
	from := doc.u32(fibPieces)
	marks := marks{gone: goneIn(doc, table)}
	marks.rows, marks.inside = rowsOf(doc, table, streams["Data"])
	text, order, whole := pieces(doc, table.part(from, from+doc.u32(fibPieces+4)), marks)
	p := layOut(text, order)
	if !whole {
		if strings.TrimSpace(p.Text) == "" {
			return page.Page{}, page.ErrDamaged
		}
		p.Problems = append(p.Problems, page.Problem{Err: page.ErrDamaged})
	}
	return p, nil
}

// pieces reads the text by its table of pieces: each is a run of characters in
// UTF-16 or in Windows' Latin letters. The ends of rows are marked, and their cells given
// in the order of the text; what is deleted or hidden is left out. It reports whether all
// were there.
func pieces(doc, table stream, known marks) (text string, order [][]int, whole bool) {
	for len(table) > 3 && table[0] == 1 { // properties come first
		table = table[min(len(table), 3+table.u16(1)):]
	}
	if len(table) < 5 || table[0] != 2 {
		return "", nil, false
	}
	list := table[5:min(len(table), 5+table.u32(1))]
	n, length := (len(list)-4)/12, doc.u32(fibLength)
	var b strings.Builder
	for i := range max(n, 0) {
		from, to := list.u32(4*i), min(list.u32(4*i+4), length)
		if from >= to {
			continue
		}
		units, at, size := piece(doc, list.u32(4*(n+1)+8*i+2), to-from)
		if units == nil || b.Len() > page.MaxText {
			return b.String(), order, false
		}
		kept := units[:0]
		for j, unit := range units {
			unit, shown := known.shown(at+size*j, unit)
			if !shown {
				continue
			}
			if ends, row := known.rows[at+size*(j+1)]; row && unit == cellEnd {
				unit, order = rowEnd, append(order, ends)
			}
			if unit == paraEnd && known.inside[at+size*(j+1)] {
				unit = lineBreak
			}
			kept = append(kept, unit)
		}
		b.WriteString(string(utf16.Decode(kept)))
	}
	return b.String(), order, true
}

// piece is a run of so many characters, the offset at which it begins, and the bytes of
// each; nil where it is not there.
func piece(doc stream, where, count int) (units []uint16, at, size int) {
	if where&0x40000000 == 0 {
		wide := doc.part(where, where+2*count)
		if wide == nil {
			return nil, 0, 0
		}
		units = make([]uint16, count)
		for i := range units {
			units[i] = binary.LittleEndian.Uint16(wide[2*i:])
		}
		return units, where, 2
	}
	at = (where &^ 0x40000000) / 2
	for _, b := range doc.part(at, at+count) {
		units = append(units, uint16(charmap.Windows1252.DecodeByte(b)))
	}
	return units, at, 1
}

// Word's control characters.
const (
	cellEnd    = 0x07 // where nothing else tells a row's end, doubled there
	rowEnd     = 0x1D // none of Word's: put where a row ends
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
	table  *page.Edges
	order  [][]int // where the cells of rows end, of the rows to come
	marked bool    // the ends of rows are
	hidden []bool  // open fields: whether their code is being read
}

// layOut turns Word's control characters into lines and cells, and leaves the
// codes of fields out.
func layOut(text string, order [][]int) page.Page {
	l := layout{order: order, marked: len(order) > 0}
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
	case rowEnd:
		l.endRow()
	case cellEnd:
		if !l.marked && before == cellEnd && l.table != nil && l.line.Len() == 0 {
			l.table.EndRow(nil)
			return
		}
		l.endCell()
	case lineBreak: // of a paragraph, or of a cell
		l.line.WriteByte('\n')
	case paraEnd, pageBreak, colBreak:
		l.endTable()
		l.endLine()
	case hyphen:
		l.line.WriteByte('-')
	default:
		l.line.WriteRune(r)
	}
}

// endRow ends a row whose end is marked.
func (l *layout) endRow() {
	if len(l.order) > 0 && l.table != nil {
		l.table.EndRow(l.order[0])
	}
	l.order = l.order[min(1, len(l.order)):]
}

func (l *layout) endCell() {
	if l.table == nil {
		l.table = &page.Edges{}
	}
	l.table.Cell(l.line.String())
	l.line.Reset()
}

func (l *layout) endTable() {
	if l.table != nil {
		l.out.Table(l.table.Grid())
		l.table = nil
	}
}

func (l *layout) endLine() {
	l.out.Text(l.line.String())
	l.out.EndLine()
	l.line.Reset()
}
