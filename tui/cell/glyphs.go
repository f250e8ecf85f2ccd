package cell

// Glyphs are the marks a frame is drawn with. Every one of them takes exactly
// one cell, but Ellipsis, which may take two.
type Glyphs struct {
	// Borders: a box's lines and corners, and the tees and the cross where a
	// divider meets them.
	Horizontal, Vertical                        string
	TopLeft, TopRight, BottomLeft, BottomRight  string
	TeeLeft, TeeRight, TeeTop, TeeBottom, Cross string

	Bar, BarRest   string // a bar of a chart, filled and not
	Scroll, Track  string // a scroll bar's thumb and the rest of it
	Bullet, Cursor string // before a list's item, before the selected one
	On, Off        string // a box that is ticked, or not
	Up, Down       string // more rows above, below
	Left, Right    string // more columns at this side
	Dot            string // between two short words
	Ellipsis       string // text left out
}

// Glyphs are those this terminal draws in one cell each: light box drawing, or
// ASCII where box drawing takes two cells or is not wanted.
func (m Measure) Glyphs() *Glyphs {
	if m.ASCII || m.Ambiguous == 2 {
		return &asciiGlyphs
	}
	return &lightGlyphs
}

// asciiGlyphs are the same everywhere.
var asciiGlyphs = Glyphs{
	Horizontal: "-", Vertical: "|",
	TopLeft: "+", TopRight: "+", BottomLeft: "+", BottomRight: "+",
	TeeLeft: "+", TeeRight: "+", TeeTop: "+", TeeBottom: "+", Cross: "+",
	Bar: "#", BarRest: ".",
	Scroll: "#", Track: "|",
	Bullet: "*", Cursor: ">",
	On: "x", Off: " ",
	Up: "^", Down: "v", Left: "<", Right: ">",
	Dot: "-", Ellipsis: "..",
}

// lightGlyphs are for terminals that draw ambiguous characters narrow.
var lightGlyphs = Glyphs{
	Horizontal: "─", Vertical: "│",
	TopLeft: "┌", TopRight: "┐", BottomLeft: "└", BottomRight: "┘",
	TeeLeft: "├", TeeRight: "┤", TeeTop: "┬", TeeBottom: "┴", Cross: "┼",
	Bar: "█", BarRest: "░",
	Scroll: "█", Track: "│",
	Bullet: "•", Cursor: "▶",
	On: "✓", Off: " ",
	Up: "↑", Down: "↓", Left: "←", Right: "→",
	Dot: "·", Ellipsis: "…",
}
