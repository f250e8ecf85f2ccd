package zipped

import (
	"encoding/xml"
	"strings"

	"qubi/data/source/page"
)

// looks is what a document tells of how its text looks, so that what is deleted, hidden or
// struck out is not read.
type looks struct {
	of      string          // pPr, trPr: the properties that are being told
	within  bool            // the paragraph's style is of what is not shown
	joined  bool            // the paragraph's end is deleted
	dropped bool            // the row is
	style   string          // being told
	unseen  map[string]bool // styles of what is not shown
	above   map[string]bool // styles of what stands above the line
	columns int             // of the sheet, told so far

	change   string          // being told
	deleted  map[string]bool // changes that take out what lies between their marks
	deleting string          // the one of them that is being read, or ""
}

// look takes in what an element tells of looks; true says that it is not shown, with all
// that is in it.
func (f *flow) look(e xml.StartElement) (skip bool) {
	if f.run == "" {
		return f.lookStyled(e)
	}
	value := attr(e, "val")
	on := value != "0" && value != "false"
	switch e.Name.Local {
	case f.run:
		f.hidden, f.raised = f.looks.within, false
	case "rStyle":
		f.hidden = f.hidden || f.looks.unseen[value]
	case "vanish", "strike", "dstrike":
		f.hidden = f.hidden || on
	case "vertAlign":
		f.raised = f.raised || value == "superscript"
	case "position": // by how much the run stands above its line
		f.raised = f.raised || number(e, "val") > 1
	default:
		f.looks.around(e)
	}
	return false
}

// around takes in what an element tells of a paragraph or of a row.
func (l *looks) around(e xml.StartElement) {
	switch e.Name.Local {
	case "p":
		l.within = false
	case "pStyle":
		l.within = l.unseen[attr(e, "val")]
	case "pPr", "trPr":
		l.of = e.Name.Local
	case "del", "moveFrom":
		l.joined = l.joined || l.of == "pPr"
		l.dropped = l.dropped || l.of == "trPr"
	}
}

// lookStyled is look for open documents, where looks are told by styles.
func (f *flow) lookStyled(e xml.StartElement) (skip bool) {
	l := &f.looks
	switch e.Name.Local {
	case "style":
		l.style = attr(e, "name")
	case "text-properties":
		l.hide(takenOut(e))
		l.raise(attr(e, "text-position"))
	case "table-properties":
		l.hide(attr(e, "display") == "false")
	case "table":
		l.columns = 0
		if l.unseen[attr(e, "style-name")] {
			hidden := page.Grid{}
			hidden.Hide()
			f.out.Table(&hidden)
		}
	case "table-column":
		n := number(e, "number-columns-repeated")
		if t := f.current(); t != nil && isUnseen(e) {
			t.grid.HideColumns(l.columns, l.columns+n-1)
		}
		l.columns += n
	case "changed-region", "deletion", "change-start", "change-end", "span":
		f.lookChanged(e)
	case "table-row":
		if t := f.current(); t != nil && isUnseen(e) {
			t.grid.Hide()
			t.grid.NextRow(number(e, "number-rows-repeated"))
			return true
		}
	}
	skip = l.unseen[attr(e, "style-name")]
	if skip && f.cell[e.Name.Local] { // it takes its room: those behind it stay in their columns
		f.startCell(e)
		f.endCell()
	}
	return skip
}

// takenOut reports a style of text that is not shown or has a line through it.
func takenOut(e xml.StartElement) bool {
	through := strings.ReplaceAll(attr(e, "text-line-through-style")+attr(e, "text-line-through-type"), "none", "")
	return attr(e, "display") == "none" || through != ""
}

// lookChanged takes in what a change takes out of the text: where it is not kept apart, it
// stands between two marks. A span of characters may stand above the line.
func (f *flow) lookChanged(e xml.StartElement) {
	l := &f.looks
	switch id := attr(e, "change-id"); e.Name.Local {
	case "changed-region":
		l.change = attr(e, "id")
	case "deletion":
		if l.deleted == nil {
			l.deleted = map[string]bool{}
		}
		l.deleted[l.change] = true
	case "change-start":
		if l.deleted[id] {
			f.hidden, l.deleting = true, id
		}
	case "span":
		f.raised = l.above[attr(e, "style-name")]
	case "change-end":
		if id == l.deleting {
			f.hidden, l.deleting = false, ""
		}
	}
}

// hide takes in that the style being told is of what is not shown.
func (l *looks) hide(is bool) {
	if is {
		if l.unseen == nil {
			l.unseen = map[string]bool{}
		}
		l.unseen[l.style] = true
	}
}

// raise takes in where the style being told stands: super 58%, 33% 58%.
func (l *looks) raise(position string) {
	if strings.HasPrefix(position, "super") || position != "" && position[0] >= '1' && position[0] <= '9' {
		if l.above == nil {
			l.above = map[string]bool{}
		}
		l.above[l.style] = true
	}
}

// isUnseen reports whether a row or a column is not shown.
func isUnseen(e xml.StartElement) bool {
	how := attr(e, "visibility")
	return how == "collapse" || how == "filter"
}

// boxes are texts in boxes that hang at the paragraph being read: they are told behind it,
// for they stand in the middle of its words.
type boxes struct {
	outer   []outside
	waiting []*page.Writer
	deeper  int // boxes that are open within the innermost of outer, whose text they are told as
}

// mostBoxes is how many boxes may lie within each other, each told behind its paragraph:
// every one of them copies what is in it.
const mostBoxes = 8

// outside is where the text goes on behind a box.
type outside struct {
	out            *page.Writer
	tables         []*tableState
	waiting        []*page.Writer
	hidden, raised bool
}

func (f *flow) enterBox() {
	if len(f.boxes.outer) == mostBoxes {
		f.boxes.deeper++
		return
	}
	f.boxes.outer = append(f.boxes.outer, outside{f.out, f.tables, f.boxes.waiting, f.hidden, f.raised})
	f.out, f.tables, f.boxes.waiting, f.hidden, f.raised = &page.Writer{}, nil, nil, false, false
}

// leaveBox goes on behind the innermost box; false says that there is none.
func (f *flow) leaveBox() bool {
	if f.boxes.deeper > 0 {
		f.boxes.deeper--
		return true
	}
	n := len(f.boxes.outer) - 1
	if n < 0 {
		return false
	}
	for len(f.tables) > 0 {
		f.endTable()
	}
	f.endLine()
	f.hangBoxes()
	in, o := f.out, f.boxes.outer[n]
	f.boxes.outer = f.boxes.outer[:n]
	f.out, f.tables, f.boxes.waiting, f.hidden, f.raised = o.out, o.tables, append(o.waiting, in), o.hidden, o.raised
	return true
}

// hangBoxes writes the boxes of what was just ended, outside of tables.
func (f *flow) hangBoxes() {
	if len(f.tables) > 0 {
		return
	}
	for _, box := range f.boxes.waiting {
		f.out.Append(box)
	}
	f.boxes.waiting = nil
}
