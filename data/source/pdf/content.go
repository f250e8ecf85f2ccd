package pdf

import (
	"io"
	"math"

	"github.com/ledongthuc/pdf"
)

// graphics is the state that contents save and restore.
type graphics struct {
	ctm              matrix
	font             *font
	size             float64
	charGap, wordGap float64
	stretch, leading float64
	rise             float64
}

// content runs a page's contents, of which only what places text is obeyed.
type content struct {
	doc   *document
	chars []char
	rules []rule
	path  path

	state     graphics
	saved     []graphics
	text, row matrix           // of the text and of its line's start
	depth     int              // of forms within forms
	fonts     map[string]*font // by the names that the resources give them
}

func (c *content) font(resources pdf.Value, name string) *font {
	f := c.fonts[name]
	if f == nil {
		f = c.doc.font(resources.Key("Font").Key(name))
		c.fonts[name] = f
	}
	return f
}

// page runs the contents of a page, which are one stream or several.
func (c *content) page(contents, resources pdf.Value) {
	c.state = graphics{ctm: identity, stretch: 1}
	c.text, c.row = identity, identity
	c.fonts = map[string]*font{}
	if contents.Kind() != pdf.Array {
		c.run(contents, resources)
		return
	}
	for i := range contents.Len() {
		c.run(contents.Index(i), resources)
	}
}

// mostSaved bounds the states that contents save, mostForms forms within forms.
const (
	mostSaved = 10_000
	mostForms = 8
)

// run obeys one stream. Its length unpacked is measured first: the interpreter
// below has no bound.
func (c *content) run(stream, resources pdf.Value) {
	if stream.Kind() != pdf.Stream {
		return
	}
	c.measure(stream)
	pdf.Interpret(stream, func(stack *pdf.Stack, op string) {
		args := make([]pdf.Value, stack.Len())
		for i := len(args) - 1; i >= 0; i-- {
			args[i] = stack.Pop()
		}
		if !c.place(op, args) && !c.show(op, args) && !c.draw(op, args) {
			c.set(op, args, resources)
		}
	})
}

func (c *content) measure(stream pdf.Value) {
	filters := stream.Key("Filter")
	if filters.Kind() == pdf.Array && filters.Len() > 3 {
		panic(errLarge)
	}
	rc := stream.Reader()
	defer rc.Close()
	n, err := io.Copy(io.Discard, io.LimitReader(rc, c.doc.left+1))
	if c.doc.left -= n; c.doc.left < 0 {
		panic(errLarge)
	}
	_ = err // what can be read of a broken stream is read
}

// num is an argument's number, 0 where it is missing.
func num(args []pdf.Value, i int) float64 {
	if i < len(args) {
		return args[i].Float64()
	}
	return 0
}

func matrixOf(args []pdf.Value) matrix {
	return matrix{num(args, 0), num(args, 1), num(args, 2), num(args, 3), num(args, 4), num(args, 5)}
}

// place obeys what moves the place of the next character.
func (c *content) place(op string, a []pdf.Value) bool {
	switch op {
	case "BT":
		c.text, c.row = identity, identity
	case "Td":
		c.next(num(a, 0), num(a, 1))
	case "TD":
		c.state.leading = -num(a, 1)
		c.next(num(a, 0), num(a, 1))
	case "T*":
		c.next(0, -c.state.leading)
	case "Tm":
		c.text = matrixOf(a)
		c.row = c.text
	case "cm":
		c.state.ctm = matrixOf(a).mul(c.state.ctm)
	default:
		return false
	}
	return true
}

func (c *content) next(x, y float64) {
	c.row = shift(x, y).mul(c.row)
	c.text = c.row
}

// show obeys what writes characters.
func (c *content) show(op string, a []pdf.Value) bool {
	switch op {
	case "\"":
		c.state.wordGap, c.state.charGap = num(a, 0), num(a, 1)
		c.next(0, -c.state.leading)
	case "'":
		c.next(0, -c.state.leading)
	case "Tj", "TJ":
	default:
		return false
	}
	if len(a) == 0 {
		return true
	}
	last := a[len(a)-1]
	if op != "TJ" {
		c.write(last.RawString())
		return true
	}
	for i := range last.Len() {
		if x := last.Index(i); x.Kind() == pdf.String {
			c.write(x.RawString())
		} else {
			c.text = shift(-x.Float64()/1000*c.state.size*c.state.stretch, 0).mul(c.text)
		}
	}
	return true
}

// write places the glyphs of a string.
func (c *content) write(raw string) {
	s := &c.state
	if s.font == nil {
		return
	}
	if len(c.chars)+c.doc.chars > mostChars {
		panic(errLarge)
	}
	s.font.glyphs(raw, func(g glyph) {
		m := matrix{s.size * s.stretch, 0, 0, s.size, 0, s.rise}.mul(c.text).mul(s.ctm)
		step := (g.width*s.size + s.charGap) * s.stretch
		if g.blank {
			step += s.wordGap * s.stretch
		}
		if ch := (char{g.text, m[4], m[5], g.width * math.Hypot(m[0], m[1]), math.Hypot(m[2], m[3]), turnOf(m)}); g.text != "" && ch.sound() {
			c.chars = append(c.chars, ch)
		}
		c.text = shift(step, 0).mul(c.text)
	})
}

// set obeys what sets the state.
func (c *content) set(op string, a []pdf.Value, resources pdf.Value) {
	s := &c.state
	switch op {
	case "q":
		if len(c.saved) < mostSaved {
			c.saved = append(c.saved, *s)
		}
	case "Q":
		if n := len(c.saved); n > 0 {
			*s, c.saved = c.saved[n-1], c.saved[:n-1]
		}
	case "Tf":
		if len(a) == 2 {
			s.font, s.size = c.font(resources, a[0].Name()), num(a, 1)
		}
	case "Tc":
		s.charGap = num(a, 0)
	case "Tw":
		s.wordGap = num(a, 0)
	case "Tz":
		s.stretch = num(a, 0) / 100
	case "TL":
		s.leading = num(a, 0)
	case "Ts":
		s.rise = num(a, 0)
	case "Do":
		if len(a) > 0 {
			c.form(resources.Key("XObject").Key(a[0].Name()), resources)
		}
	}
}

// form runs a form, contents that pages share.
func (c *content) form(x, resources pdf.Value) {
	if x.Key("Subtype").Name() != "Form" || c.depth >= mostForms {
		return
	}
	if own := x.Key("Resources"); !own.IsNull() {
		resources = own
	}
	state, saved, fonts := c.state, c.saved, c.fonts
	if m := x.Key("Matrix"); m.Len() == 6 {
		var to matrix
		for i := range to {
			to[i] = m.Index(i).Float64()
		}
		c.state.ctm = to.mul(c.state.ctm)
	}
	c.saved, c.fonts = nil, map[string]*font{}
	c.depth++
	c.run(x, resources)
	c.depth--
	c.state, c.saved, c.fonts = state, saved, fonts
}
